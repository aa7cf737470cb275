"""Taps that only the month's conversation knows."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class HandInMonth(Tap, prefix="hm"):
    """Hand the month in; ``unit`` and ``period`` (JalaliMonth.index) lead to its record once the draft is gone."""

    draft: int
    revision: int
    unit: int
    period: int


@dataclass(frozen=True, slots=True)
class OpenCard(Tap, prefix="mc"):
    """A recorded month as it stands."""

    month: int


@dataclass(frozen=True, slots=True)
class OpenSheet(Tap, prefix="mb"):
    """A recorded month as a sheet to be copied into Behinyab, from this product on (its place in the list)."""

    month: int
    start: int
