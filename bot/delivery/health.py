"""What answers and silence tell of a messenger and of the token, beside what they mean for one notice."""

import math
import time
from collections.abc import Mapping
from typing import Final

import structlog

from bot import metrics
from bot.delivery.transport import SendError
from bot.messengers.link import LONGEST_PAUSE, Failure
from models.couriers import Fate, Outcome, Parcel
from models.people import Messenger

log = structlog.get_logger()
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
    leaves. ``wronged``: accounts by notice that seemed to have blocked us while it was the token; ``cries``: operators
    are to be told of that.
    """

    def __init__(self, messenger: Messenger) -> None:
        self.asks = False
        self.knows_token = True
        self.wronged: dict[int, int] = {}
        self.cries = False
        self._messenger = messenger
        self._suspects: dict[int, int] = {}
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
        if not self.knows_token:
            log.info("the token is known again", messenger=self._messenger.value)
        metrics.token_known.labels(self._messenger.value).set(1)
        self._misses = 0
        self._taken_at = time.monotonic()
        self.knows_token = True
        self.asks = False
        self._suspects.clear()

    def failed(self, parcel: Parcel, error: SendError) -> float:
        """A notice was not taken; for how many seconds nothing more is to leave."""
        if error.lost or error.failure in {Failure.SERVER, Failure.NETWORK, Failure.CONFLICT}:
            return self._missed()
        if error.failure is Failure.RATE:
            return error.retry_after
        if error.failure is Failure.TOKEN:
            return self._unknown()
        if error.failure is Failure.BLOCKED:
            self._suspects[parcel.id] = parcel.account_id
            quiet = time.monotonic() - self._taken_at > QUIET
            self.asks = self.asks or quiet or len(self._suspects) >= BLOCKS
        return 0.0

    def asked(self, failure: Failure | None, retry_after: float) -> float:
        """The bot's name was asked for, and told or not; for how many seconds nothing is to leave."""
        match failure:
            case None:
                self.taken()
                return 0.0
            case Failure.RATE:
                return retry_after
            case Failure.SERVER | Failure.NETWORK | Failure.CONFLICT:
                return self._missed()
            case _:
                return self._unknown()

    def tell(self) -> tuple[Mapping[int, int], bool]:
        """Whoever was wronged, and whether operators are to be told; from now on both are the caller's."""
        told = self.wronged, self.cries
        self.wronged, self.cries = {}, False
        return told

    def untold(self, wronged: Mapping[int, int], *, cries: bool) -> None:
        """What :meth:`tell` told was not written down, nor whether the messenger is down."""
        self.wronged = {**wronged, **self.wronged}
        self.cries = self.cries or cries
        self._told = None

    def _missed(self) -> float:
        """No word came, or none of sense; for how many seconds nothing more is to leave."""
        self._misses += 1
        if self._misses < MISSES:
            return 0.0
        self.asks = True
        return min(2.0 ** min(self._misses - MISSES, _DOUBLINGS), LONGEST_STOP)

    def _unknown(self) -> float:
        """It is the token, and nobody's blocking; for how many seconds nothing more is to leave."""
        if self.knows_token:
            metrics.token_known.labels(self._messenger.value).set(0)
            log.error(
                "the messenger does not know the token: nothing is sent until it does",
                messenger=self._messenger.value,
                setting=f"BEHINYAR_{self._messenger.name}__TOKEN",
                tried_in_vain=len(self._suspects),
            )
            self.cries = True
        self.wronged.update(self._suspects)
        self._suspects.clear()
        self.knows_token = False
        self.asks = True
        return TOKEN_WAIT
