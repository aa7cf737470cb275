"""The pace of one token: even, slower after a 429, and quicker again when all goes well."""

import asyncio
import math
from typing import Final

from aiolimiter import AsyncLimiter
from telegram.ext import AIORateLimiter

from bot.messengers.profile import Profile

LEAST: Final = 1.0
"""Messages per second."""
SLOWER: Final = 0.7
QUICKER: Final = 1.1
WELL: Final = 10.0
"""Seconds' worth of messages that must go well before the pace grows."""
CATCH_UP: Final = 0.1
"""Seconds' worth of turns that are made up for when the process was held up; older ones are lost."""


class Turns(AsyncLimiter):
    """Turns on an even grid: the first comes at once, and a late one does not put off those after it."""

    def __init__(self, per_second: float, next_at: float = -math.inf) -> None:
        super().__init__(1, 1 / per_second)
        self.next_at = next_at

    async def acquire(self, amount: float = 1) -> None:
        """Wait for one's turn; turns are given in the order of asking."""
        at = asyncio.get_running_loop().time()
        mine = max(self.next_at, at - CATCH_UP) if self.next_at > -math.inf else at
        self.next_at = mine + amount * self.time_period
        if mine > at:
            await asyncio.sleep(mine - at)


class Pace(AIORateLimiter):
    """AIORateLimiter with one rate for the whole token, letting messages through one by one."""

    def __init__(self, first: float, most: float) -> None:
        self.per_second = first
        self._most = most
        self._well = 0
        self._turns = Turns(first)
        self._set()

    @classmethod
    def of(cls, profile: Profile, wanted: float | None) -> "Pace":
        """The pace of a messenger, or the one that the settings want."""
        return cls(*profile.per_second) if wanted is None else cls(wanted, wanted)

    def _set(self) -> None:
        super().__init__(overall_max_rate=1, overall_time_period=1 / self.per_second, group_max_rate=0, max_retries=0)
        # The library's own bucket opens with a burst that draws a 429, or loses the turns that come while a busy
        # machine lets us wait.
        self._base_limiter = self._turns = Turns(self.per_second, self._turns.next_at)

    def went_well(self) -> None:
        """A message was taken."""
        self._well += 1
        if self.per_second < self._most and self._well >= self.per_second * WELL:
            self._change(min(self._most, self.per_second * QUICKER))

    def was_too_quick(self) -> None:
        """The messenger asked for a pause."""
        self._change(max(min(LEAST, self._most), self.per_second * SLOWER))

    def _change(self, per_second: float) -> None:
        self._well = 0
        if per_second != self.per_second:
            self.per_second = per_second
            self._set()
