"""A courier's hand: which of the notices taken leave next, so that nobody hears too much at once or out of order."""

import time
from collections import deque
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from models.couriers import Fate, Outcome, Parcel, stands_behind

DISTANCE: Final = 1.0
"""Seconds between two messages to one person in the long run, …"""
AT_ONCE: Final = 3
"""… of whom so many may come at once, one after the other."""


class Ears:
    """How many messages people have still in their ears: one a second is forgotten."""

    def __init__(self) -> None:
        self._heard: dict[int, tuple[float, float]] = {}

    def ring(self, account: int) -> float:
        """How many this account has."""
        number, at = self._heard.get(account, (0.0, 0.0))
        return max(0.0, number - (time.monotonic() - at) / DISTANCE)

    def hear(self, account: int) -> None:
        """One more."""
        self._heard[account] = (self.ring(account) + 1, time.monotonic())

    def forget(self) -> None:
        """Whoever has heard nothing for a while."""
        self._heard = {account: heard for account, heard in self._heard.items() if self.ring(account) > 0}


def ready(
    hand: Iterable[Parcel], room: int, waiting: Collection[int], ears: Ears
) -> tuple[list[Parcel], deque[Parcel]]:
    """The next to leave, and the others: people who heard much just now wait a little, in their order.

    ``waiting``: accounts to which something is under way, or has just failed.
    """
    ears.forget()
    leave: list[Parcel] = []
    later: deque[Parcel] = deque()
    waits = set(waiting)
    for parcel in hand:
        account = parcel.account_id
        if len(leave) < room and account not in waits and ears.ring(account) <= AT_ONCE - 1:
            leave.append(parcel)
        else:
            later.append(parcel)
        waits.add(account)
    return leave, later


def held_back(hand: Collection[Parcel], outcomes: Collection[Outcome]) -> Mapping[int, float]:
    """What stands behind a notice to the same person that wants another try, and the seconds that it waits."""
    older = [(one.parcel, one.wait) for one in outcomes if one.fate is Fate.RETRY]
    return {
        parcel.id: wait
        for parcel in (hand if older else ())
        for before, wait in older
        if parcel.account_id == before.account_id
        and stands_behind((parcel.priority, parcel.id), (before.priority, before.id))
    }
