"""Typed button data of the library; what other rooms need too stands in ``handlers/buttons.py``."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class SeeChanges(Tap, prefix="clc"):
    """What a circular changes, for this reader."""

    circular: int


@dataclass(frozen=True, slots=True)
class OpenFound(Tap, prefix="clf"):
    """What was found by the last search: those after this one (``day`` is its date's ordinal; 0: the newest)."""

    day: int = 0
    circular: int = 0


@dataclass(frozen=True, slots=True)
class AskSearch(Tap, prefix="cls"):
    """How to search, with examples."""


@dataclass(frozen=True, slots=True)
class TakeAttachment(Tap, prefix="cla"):
    """The attachment of a circular."""

    circular: int


@dataclass(frozen=True, slots=True)
class SeeUses(Tap, prefix="clu"):
    """What rests on one of the four letters here (its id in the library)."""

    letter: int
