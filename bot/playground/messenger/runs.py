"""Shown text cut where its styles change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of shown text in one style.

    ``marks`` holds the entity types that cover it (``bold``, ``italic``, ``code``, ``pre``, ``text_link``, ``note``…);
    ``url`` is the target of a link; ``title`` is the visible line of a note that folds out (Bale).
    """

    text: str
    marks: frozenset[str] = frozenset()
    url: str | None = None
    title: str | None = None


def cut(text: str, entities: Iterable[Mapping[str, Any]]) -> tuple[Run, ...]:
    """The runs of a text with entities (offsets and lengths in UTF-16 units)."""
    spans = [(entity["offset"], entity["offset"] + entity["length"], entity) for entity in entities]
    if not spans:
        return (Run(text),) if text else ()
    encoded = text.encode("utf-16-le", "surrogatepass")
    edges = sorted({0, len(encoded) // 2, *(edge for start, end, _ in spans for edge in (start, end))})
    found = []
    for start, end in pairwise(edges):
        covering = [entity for first, last, entity in spans if first <= start and end <= last]
        url = next((entity["url"] for entity in covering if "url" in entity), None)
        piece = encoded[start * 2 : end * 2].decode("utf-16-le", "replace")
        found.append(Run(piece, frozenset(entity["type"] for entity in covering), url))
    return tuple(found)
