"""A ticket's history on screens: as many lines as fit, the latest last; every word of it can be read."""

from collections.abc import Sequence
from typing import Final

from handlers.screen import Part, Value, shown
from models.support import CloseCode, Line

_ROOM: Final = 2600
"""UTF-16 units of people's words on one screen; with all that stands around them both messengers take it."""
_OF_A_LINE: Final = 80


def _size(line: Line) -> int:
    return _OF_A_LINE + len((line.words or "").encode("utf-16-le")) // 2


def paged(lines: Sequence[Line]) -> list[list[Line]]:
    """The history in pages that fit; at least one page."""
    pages: list[list[Line]] = [[]]
    left = _ROOM
    for line in lines:
        if pages[-1] and _size(line) > left:
            pages.append([])
            left = _ROOM
        pages[-1].append(line)
        left -= _size(line)
    return pages


def place(pages: Sequence[Sequence[Line]], wanted: int) -> int:
    """The page that is wanted, from 1; the last for 0 and for one that is not there."""
    return wanted if 0 < wanted <= len(pages) else len(pages)


def told(lines: Sequence[Line]) -> list[Part]:
    """The lines as paragraphs: what happened and when, by which office, and what was written."""
    parts: list[Part] = []
    for line in lines:
        values: dict[str, Value] = {"step": shown(line.step), "at": shown(line.at)}
        if line.office is not None:
            values["office"] = line.office
        parts.append(Part("ticket-line" if line.office is None else "ticket-line-of", values))
        if isinstance(line.code, CloseCode):
            parts.append(Part("ticket-line-code", {"code": shown(line.code)}, glued=True))
        if line.words is not None:
            parts.append(Part("ticket-words-said", {"words": line.words}))
    return parts
