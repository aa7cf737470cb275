"""What answers and silence tell of a messenger and of the token, beside what they mean for one notice."""

import math
import time
from typing import Final

from bot.delivery.transport import SendError
from bot.messengers.link import LONGEST_PAUSE, Failure
from models.couriers import Fate, Outcome, Parcel

FIRST_WAIT: Final = 2.0
LONGEST_WAIT: Final = 600.0
TOKEN_WAIT: Final = 30.0
MISSES: Final = 3
"""So many failures of the messenger in a row stop the whole token for a while."""
LONGEST_STOP: Final = 60.0
BLOCKS: Final = 5
"""So many people in a row of whom none can be written to, …"""
QUIET: Final = 60.0
"""… or one of them, when nothing was taken for so many seconds: perhaps it is the token."""
_DOUBLINGS: Final = 20


def wait_after(tries: int) -> float:
    """Seconds until a notice is tried again that has been tried so often before."""
    return min(FIRST_WAIT * 2.0 ** min(tries, _DOUBLINGS), LONGEST_WAIT)


def judged(parcel: Parcel, error: SendError, *, works: bool) -> Outcome:
    """What a failed send means for the notice; ``works``: nothing speaks against the token."""
    code = error.failure.value
    if error.lost:
        return Outcome(parcel, Fate.UNCERTAIN, error="answer-lost")
    match error.failure:
        case Failure.RATE:
            return Outcome(parcel, Fate.RETRY, wait=min(error.retry_after, LONGEST_PAUSE), error=code)
        case Failure.BLOCKED if works:
            return Outcome(parcel, Fate.UNREACHABLE, error=code)
        case Failure.TOKEN | Failure.BLOCKED:
            return Outcome(parcel, Fate.RETRY, wait=TOKEN_WAIT, error=Failure.TOKEN.value)
        case Failure.REFUSED | Failure.NOT_MODIFIED:
            return Outcome(parcel, Fate.REFUSED, error=code)
        case Failure.SERVER | Failure.NETWORK | Failure.CONFLICT:
            return Outcome(parcel, Fate.RETRY, wait=wait_after(parcel.tries), error=code, failing=True)


class Health:
    """Of one token: whether the messenger answers, and whether it knows the token.

    Whoever doubts (``asks``) has the messenger asked for the bot's name, which harms nobody, before another notice
    leaves. ``suspects``: accounts by notice that seem to have blocked us since something was taken last.
    """

    def __init__(self) -> None:
        self.asks = False
        self.knows_token = True
        self.suspects: dict[int, int] = {}
        self._misses = 0
        self._taken_at = -math.inf
        self._told: bool | None = None

    @property
    def down(self) -> bool:
        """Whether nothing is taken at present."""
        return not self.knows_token or self._misses >= MISSES

    @property
    def news(self) -> bool | None:
        """Whether it is down, when that is to be told; None when nothing has changed."""
        if self.down:
            return None if self._told else True
        return False if self._told is not False and self._taken_at > -math.inf else None

    def told(self, *, down: bool) -> None:
        """It is in the database."""
        self._told = down

    def taken(self) -> None:
        """The messenger has taken something, or told the bot's name."""
        self._misses = 0
        self._taken_at = time.monotonic()
        self.knows_token = True
        self.asks = False
        self.suspects.clear()

    def failed(self, parcel: Parcel, error: SendError) -> float:
        """A notice was not taken; for how many seconds nothing more is to leave."""
        if error.lost or error.failure in {Failure.SERVER, Failure.NETWORK, Failure.CONFLICT}:
            return self.missed()
        if error.failure is Failure.RATE:
            return error.retry_after
        if error.failure is Failure.TOKEN:
            return self.unknown()
        if error.failure is Failure.BLOCKED:
            self.suspects[parcel.id] = parcel.account_id
            quiet = time.monotonic() - self._taken_at > QUIET
            self.asks = self.asks or quiet or len(self.suspects) >= BLOCKS
        return 0.0

    def missed(self) -> float:
        """No word came, or none of sense; for how many seconds nothing more is to leave."""
        self._misses += 1
        if self._misses < MISSES:
            return 0.0
        self.asks = True
        return min(2.0 ** min(self._misses - MISSES, _DOUBLINGS), LONGEST_STOP)

    def unknown(self) -> float:
        """The messenger does not know the token; for how many seconds nothing more is to leave."""
        self.knows_token = False
        self.asks = True
        return TOKEN_WAIT
