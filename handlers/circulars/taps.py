"""The buttons of the desk that issues circulars. In which role one acts is found out at the tap, except in lists."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class ListCirculars(Tap, prefix="cdl"):
    """A page of one of the desk's piles (a Pile's value), from before this circular on (0: the newest)."""

    role: int
    pile: str
    before: int


@dataclass(frozen=True, slots=True)
class WriteCircular(Tap, prefix="cdw"):
    """Write a new circular, or go on with the one that is half written."""

    role: int


@dataclass(frozen=True, slots=True)
class OnCircular(Tap, prefix="cdo"):
    """Do something with a circular that was shown in this revision; ``verb`` names what."""

    circular: int
    revision: int
    verb: str


@dataclass(frozen=True, slots=True)
class PreviewCircular(Tap, prefix="cdp"):
    """One of the messages of a circular (from 1) as this messenger shows it (empty: as it comes here)."""

    circular: int
    page: int
    messenger: str


@dataclass(frozen=True, slots=True)
class OnAudience(Tap, prefix="cda"):
    """Open a part of the audience (``what`` alone) or change it (with ``value``)."""

    circular: int
    revision: int
    what: str
    value: str


@dataclass(frozen=True, slots=True)
class SeeAnswers(Tap, prefix="cdq"):
    """How the circular's question was answered."""

    circular: int


@dataclass(frozen=True, slots=True)
class SeeUnreached(Tap, prefix="cdn"):
    """Who was not reached, from behind this row on."""

    circular: int
    after: int


@dataclass(frozen=True, slots=True)
class SeeStatement(Tap, prefix="cds"):
    """The closing statement: all of it (``level`` empty), or the offices of one level, page by page (from 0)."""

    circular: int
    level: str
    page: int
