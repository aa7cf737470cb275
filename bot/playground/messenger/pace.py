"""How fast the bot sends: a limit that answers 429, and counters that show the pace afterwards."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil


class TokenBucket:
    """At most ``rate`` requests a second in the long run and ``burst`` at once."""

    def __init__(self, rate: float, burst: float) -> None:
        if rate <= 0 or burst < 1:
            raise ValueError("rate must be above 0 and burst at least 1")
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at: datetime | None = None

    def wait(self, now: datetime) -> float:
        """Seconds until the next request would pass; 0 when it passes now. Takes nothing."""
        if self._at is not None:
            # A clock that was set back must not empty the bucket.
            elapsed = max(0.0, (now - self._at).total_seconds())
            self._tokens = min(self._burst, self._tokens + elapsed * self._rate)
        self._at = now
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / self._rate

    def take(self) -> None:
        """Uses up one request that ``wait`` let pass."""
        self._tokens -= 1


class Pace:
    """One bucket for the whole bot and one for each chat. A request that either refuses uses up nothing."""

    def __init__(self, rate: float, burst: float, per_chat: tuple[float, float] | None = None) -> None:
        self._all = TokenBucket(rate, burst)
        self._per_chat = per_chat
        self._chats: dict[int, TokenBucket] = {}

    def retry_after(self, chat_id: int, now: datetime) -> int | None:
        """Whole seconds to wait, or None when the request passes (and is counted)."""
        buckets = [self._all]
        if self._per_chat is not None:
            buckets.append(self._chats.setdefault(chat_id, TokenBucket(*self._per_chat)))
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            return max(1, ceil(wait))
        for bucket in buckets:
            bucket.take()
        return None


@dataclass(slots=True)
class Counters:
    """What was asked of the messenger since the start.

    ``sent_in_second`` counts messages sent (not edited) by Unix second.
    """

    by_method: Counter[str] = field(default_factory=Counter)
    by_status: Counter[int] = field(default_factory=Counter)
    sent_in_second: Counter[int] = field(default_factory=Counter)
    updates: int = 0

    @property
    def sent(self) -> int:
        """All messages sent."""
        return self.sent_in_second.total()

    @property
    def busiest_second(self) -> int:
        """The most messages sent within one second of the clock."""
        return max(self.sent_in_second.values(), default=0)
