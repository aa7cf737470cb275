"""What can go wrong between a bot and a messenger, on demand."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random


class FaultKind(StrEnum):
    """The first group strikes requests of the bot, TWICE and OUT_OF_ORDER strike updates."""

    BLOCKED = "blocked"  # 403, as if the person had blocked the bot; not done
    RATE_LIMIT = "rate_limit"  # 429 with parameters.retry_after; not done
    RATE_LIMIT_PLAIN = "rate_limit_plain"  # 429 with the plain text local_rate_limited, no JSON; not done
    SERVER_ERROR = "server_error"  # 500, or `status`; not done
    SLOW = "slow"  # done and answered after `seconds`
    SILENCE = "silence"  # not done, no answer; the connection closes after `seconds`, or never when that is 0
    LOST_ANSWER = "lost_answer"  # done, and the connection closes without an answer
    TWICE = "twice"  # the same update again once the first was confirmed
    OUT_OF_ORDER = "out_of_order"  # the update comes after its successor


OF_UPDATES = frozenset({FaultKind.TWICE, FaultKind.OUT_OF_ORDER})


@dataclass(slots=True)
class Fault:
    """One thing that goes wrong.

    ``method`` (as in ``sendMessage``; ``download`` for files; None is every method but getUpdates) and ``user_id`` (a
    chat id) narrow it down; ``times``
    counts down and None means for ever; ``share`` is the probability that a matching request or update is struck.
    ``retry_after`` and ``seconds`` are seconds. ``status`` and ``description`` change what SERVER_ERROR answers.
    """

    kind: FaultKind
    method: str | None = None
    user_id: int | None = None
    times: int | None = None
    retry_after: int = 1
    seconds: float = 0.0
    share: float = 1.0
    status: int = 500
    description: str = "Internal Server Error"


class Faults:
    """The faults in force. Chance comes from a seeded generator, so a run can be repeated."""

    def __init__(self, seed: int = 0) -> None:
        self._faults: list[Fault] = []
        self._random = Random(seed)  # noqa: S311 - chance, not secrecy

    def add(self, fault: Fault) -> Fault:
        """Puts a fault in force and returns it, for ``remove``."""
        self._faults.append(fault)
        return fault

    def remove(self, fault: Fault) -> None:
        """Ends one fault; nothing happens when it is over already."""
        self._faults = [other for other in self._faults if other is not fault]

    def clear(self) -> None:
        """Ends them all."""
        self._faults = []

    def __iter__(self) -> Iterator[Fault]:
        return iter(tuple(self._faults))

    def __len__(self) -> int:
        return len(self._faults)

    def strike(self, method: str, user_id: int | None) -> Fault | None:
        """The first fault of requests that hits this one; counts it down."""
        if not self._faults:
            return None
        return self._strike(method, user_id, of_updates=False)

    def strike_update(self, user_id: int | None) -> Fault | None:
        """The first fault of updates that hits this one; counts it down."""
        if not self._faults:
            return None
        return self._strike(None, user_id, of_updates=True)

    def _strike(self, method: str | None, user_id: int | None, *, of_updates: bool) -> Fault | None:
        for fault in self._faults:
            if (fault.kind in OF_UPDATES) is not of_updates or fault.times == 0:
                continue
            if method is not None and not _concerns(fault, method):
                continue
            if fault.user_id is not None and fault.user_id != user_id:
                continue
            if fault.share < 1.0 and self._random.random() >= fault.share:
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times == 0:
                    self.remove(fault)
            return fault
        return None


def _concerns(fault: Fault, method: str) -> bool:
    # A fault that is meant for the next message must not be used up by the poll that goes on all the time.
    return method != "getUpdates" if fault.method is None else fault.method.lower() == method.lower()
