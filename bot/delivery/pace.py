"""The pace of one token: even, slower after a 429, and quicker again when all goes well."""

from typing import Final

from telegram.ext import AIORateLimiter

from models.people import Messenger

FIRST: Final = {Messenger.TELEGRAM: 25.0, Messenger.BALE: 5.0}
MOST: Final = {Messenger.TELEGRAM: 25.0, Messenger.BALE: 20.0}
"""Messages per second. Telegram lets about 30 through, some of which answers to taps need; Bale publishes nothing."""
LEAST: Final = 1.0
SLOWER: Final = 0.7
QUICKER: Final = 1.1
WELL: Final = 10.0
"""Seconds' worth of messages that must go well before the pace grows."""
_BURST: Final = 0.02


class Pace(AIORateLimiter):
    """AIORateLimiter with one rate for the whole token, letting messages through one by one."""

    def __init__(self, first: float, most: float) -> None:
        self.per_second = first
        self._most = most
        self._well = 0
        self._set()

    @classmethod
    def of(cls, messenger: Messenger, wanted: float | None) -> "Pace":
        """The pace of a messenger, or the one that the settings want."""
        return cls(FIRST[messenger], MOST[messenger]) if wanted is None else cls(wanted, wanted)

    def _set(self) -> None:
        # A bucket for a whole second would open with a burst that draws a 429. This one holds a single message, or what
        # goes in 20 ms where messages are closer than that.
        held = max(1.0, self.per_second * _BURST)
        super().__init__(
            overall_max_rate=held, overall_time_period=held / self.per_second, group_max_rate=0, max_retries=0
        )

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
