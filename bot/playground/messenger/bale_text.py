"""Bale's Markdown: what becomes of the marks in a text, whoever wrote them.

Bale has no parse mode and no entities: every text is rendered. ``*bold*`` and ``_italic_`` want white space or the
text's edge before the first and after the last mark; ``[text](url)`` no space between; three backticks around
``[title]details`` make a note that folds out. How a mark is escaped is not documented: nothing is taken as an escape.
"""

import re

from .runs import Run

_MARKS = re.compile(
    r"```\[(?P<title>[^\]\n]*)\](?P<details>.*?)```"
    r"|\[(?P<label>[^\[\]\n]+)\]\((?P<url>[^()\s]+)\)"
    r"|\*(?<!\S\*)(?P<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?!\S)"
    r"|_(?<!\S_)(?P<italic>[^\s_](?:[^_\n]*[^\s_])?)_(?!\S)",
    re.DOTALL,
)


def render(text: str) -> tuple[Run, ...]:
    """The runs that a reader sees. A text without marks is one plain run."""
    if not any(mark in text for mark in "*_[`"):
        return (Run(text),) if text else ()
    return tuple(_render(text, frozenset()))


def plain(runs: tuple[Run, ...]) -> str:
    """What is read, styles aside."""
    return "".join(run.text for run in runs)


def _render(text: str, marks: frozenset[str]) -> list[Run]:
    found: list[Run] = []
    at = 0
    for match in _MARKS.finditer(text):
        if match.start() > at:
            found.append(Run(text[at : match.start()], marks))
        at = match.end()
        if match["details"] is not None:
            found.append(Run(match["details"], marks | {"note"}, title=match["title"]))
        elif match["label"] is not None:
            found.append(Run(match["label"], marks | {"text_link"}, match["url"]))
        elif match["bold"] is not None:
            found += _render(match["bold"], marks | {"bold"})
        else:
            found += _render(match["italic"], marks | {"italic"})
    if at < len(text):
        found.append(Run(text[at:], marks))
    return found
