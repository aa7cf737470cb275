"""A long text as the messages that it takes: parted at paragraphs, else at sentences, else at spaces."""

import re
from collections.abc import Sequence
from typing import Final

from models.circulars.records import CircularProblem
from models.values.problem import Problem
from models.values.text import persian_digits

PAGE: Final = 3000
"""UTF-16 units of a message that the text may take; the heading, the button and half-space marks need the rest."""
MOST_PAGES: Final = 5
_SENTENCE: Final = re.compile(r"(?<=[.؟?!؛;])\s+")


def units(text: str) -> int:
    """The length as messengers count it: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def whole(summary: str, clauses: Sequence[str]) -> str:
    """The text as it is read: the clauses after the summary, each with the number by which it is cited."""
    return "\n".join((summary, *(f"{persian_digits(str(place))}. {clause}" for place, clause in enumerate(clauses, 1))))


def pages(text: str) -> tuple[str, ...] | Problem:
    """The messages of a text, each at most :data:`PAGE` long; a text that takes too many is refused."""
    parted = tuple(_joined(_pieces(text)))
    if len(parted) > MOST_PAGES:
        return Problem(CircularProblem.TEXT_TOO_LONG, {"got": len(parted), "most": MOST_PAGES})
    return parted


def _pieces(text: str) -> list[tuple[str, str]]:
    """Pieces that fit, each with what joins it to the one before it."""
    found: list[tuple[str, str]] = []
    for paragraph in text.split("\n"):
        if units(paragraph) <= PAGE:
            found.append(("\n", paragraph))
            continue
        joint = "\n"
        for sentence in _SENTENCE.split(paragraph):
            for piece in [sentence] if units(sentence) <= PAGE else _by_words(sentence):
                found.append((joint, piece))
                joint = " "
    return found


def _by_words(sentence: str) -> list[str]:
    found: list[str] = [""]
    for word in sentence.split(" "):
        while units(word) > PAGE:
            found.append(word[: PAGE // 2])
            word = word[PAGE // 2 :]  # noqa: PLW2901 (what is left of it)
        if units(found[-1]) + 1 + units(word) > PAGE:
            found.append(word)
        else:
            found[-1] = f"{found[-1]} {word}".strip()
    return [piece for piece in found if piece]


def _joined(pieces: list[tuple[str, str]]) -> list[str]:
    found: list[str] = []
    for joint, piece in pieces:
        if found and units(found[-1]) + 1 + units(piece) <= PAGE:
            found[-1] += joint + piece
        else:
            found.append(piece)
    return [page.strip("\n") for page in found if page.strip()]
