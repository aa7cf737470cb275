"""The buttons of a county's tracker card. Each carries the role that acts."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class RecordSession(Tap, prefix="ksn"):
    """Record a session of the county's commission; ``mends``: one that was recorded wrong (0: a new one)."""

    role: int
    county: int
    mends: int


@dataclass(frozen=True, slots=True)
class RecordLetter(Tap, prefix="kle"):
    """Record the chamber's letter, or mend it."""

    role: int
    county: int


@dataclass(frozen=True, slots=True)
class ShowUnions(Tap, prefix="kun"):
    """The county's unions, told or not; ``page`` from 0."""

    role: int
    county: int
    page: int


@dataclass(frozen=True, slots=True)
class RecordUnion(Tap, prefix="kiu"):
    """Record that one union was told."""

    role: int
    county: int
    union: int


@dataclass(frozen=True, slots=True)
class RecordAll(Tap, prefix="kia"):
    """Record that all unions that are left were told by the chamber's letter; ``sure`` once it was asked."""

    role: int
    county: int
    sure: int
