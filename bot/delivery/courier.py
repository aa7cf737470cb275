"""One courier: carries the notices of one token, in order of urgency, at its pace, and records what became of each."""

import asyncio
import contextlib
import math
import time
from collections import Counter, deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

import structlog
from telegram import InputFile
from telegram.ext import ExtBot

from bot.database import Database
from bot.delivery.attachments import Attachments, How, Way, key_of
from bot.delivery.hand import AT_ONCE, DISTANCE, Ears, held_back, ready
from bot.delivery.health import TOKEN_WAIT, Health, judged
from bot.delivery.lock import TokenLock
from bot.delivery.pace import Pace
from bot.delivery.transport import SendError, departing
from bot.delivery.writing import Message, Writer
from bot.messengers.link import Failure
from bot.messengers.profile import Profile
from models import contents, couriers, notices
from models.couriers import Fate, Outcome, Parcel
from models.people import Messenger

log = structlog.get_logger()
RENEW: Final = 2.0
LOOK: Final = 0.2
"""Seconds between looks at the outbox for what other processes owe, and for retries; our own process rings."""
TAKE_OVER: Final = 0.5
"""Seconds between looks whether the process that carries on the token has died."""
OWN_PAUSE: Final = 0.5
IN_HAND: Final = 1.0
"""Seconds' worth of notices taken at a time; when somebody is owed something, more are taken at the next slice."""
LONG_IN_HAND: Final = (2.0, 100)
"""At low rates more (seconds' worth, at most so many): on the embedded database each look holds conversations up."""
MORE_IN_HAND: Final = 4
SLICE: Final = 0.05
"""Seconds' worth of notices begun in one transaction: a crash makes these uncertain, beside those under way, …"""
SMALL_SLICE: Final = (0.4, 10)
"""… at low rates more (seconds' worth, at most so many), since each transaction waits for the disk and so do others."""
MOST_UNDER_WAY: Final = 500
OF_ONE: Final = 4
"""So many notices to one person are in hand at a time."""
MOST_LOOKS: Final = 20
ASKING: Final = 0.05
"""Seconds between looks whether the messenger has told the bot's name."""
CLOSING: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Load:
    """A parcel that is begun, as its message, and how its file goes when it has one."""

    parcel: Parcel
    message: Message
    way: Way | None = None


class Courier:
    """Carries on one token. ``served``: the messengers of this process; ``ring`` wakes all its couriers."""

    def __init__(
        self,
        database: Database,
        profile: Profile,
        bot: ExtBot[Any],
        pace: Pace,
        me: str,
        served: Collection[Messenger],
        ring: Callable[[], None],
        lock: TokenLock,
    ) -> None:
        self._database = database
        self._served = served
        self._ring = ring
        self._lock = lock
        self._writer = Writer(profile)
        self._for_others = frozenset[Messenger]()
        self._messenger = profile.messenger
        self._bot = bot
        self._pace = pace
        self._me = me
        self._bot_id = int(bot.token.partition(":")[0])
        self._attachments = Attachments(self._messenger, self._bot_id)
        self._hand: deque[Parcel] = deque()
        self._under_way: dict[int, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._leaving: set[int] = set()
        self._left = asyncio.Event()
        self._outcomes: list[Outcome] = []
        self._ears = Ears()
        self._stirred = asyncio.Event()
        self._renewed: float | None = None
        self._stopped_until = 0.0
        self._pause = 0.0
        self._health = Health(profile.messenger)
        self._asking: asyncio.Task[None] | None = None
        self._more = True
        self._rung = False
        self._turning = False
        self._closing = False
        self._ended = asyncio.Event()
        self._ended.set()

    @property
    def idle(self) -> bool:
        """Whether there was nothing to do at the last look, and nothing is being done."""
        return not (
            self._turning
            or self._stirred.is_set()
            or self._more
            or self._hand
            or self._under_way
            or self._outcomes
            or self._asking
        )

    @property
    def keeping(self) -> frozenset[int]:
        """The notices that this courier has in hand, under way or unrecorded."""
        return frozenset(
            (*(parcel.id for parcel in self._hand), *self._under_way, *(one.parcel.id for one in self._outcomes))
        )

    def wake(self) -> None:
        """Something may be due: look at once."""
        self._more = self._rung = True
        self._stirred.set()

    async def run(self) -> None:
        """Carry until :meth:`stop`."""
        self._ended.clear()
        try:
            while not self._closing:
                try:
                    self._turning = True
                    pause = await self._round()
                except Exception as error:  # noqa: BLE001 (the database may be away: nothing is begun, outcomes wait)
                    log.warning("delivery stumbles", messenger=self._messenger.value, error=type(error).__name__)
                    pause = 1.0
                finally:
                    self._turning = False
                if pause:
                    await self._nap(pause)
                else:
                    await asyncio.sleep(0)
        finally:
            self._ended.set()

    async def stop(self) -> None:
        """Let what is under way come to its end, record it, give the rest and the token back."""
        self._closing = True
        self._stirred.set()
        await self._ended.wait()
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)
        if self._tasks:
            _, late = await asyncio.wait(set(self._tasks), timeout=CLOSING)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        outcomes, self._outcomes = self._outcomes, []
        async with self._database.transaction() as run:
            await run(couriers.settle, outcomes, self._messenger)
            await run(self._tell_health)
            await run(couriers.give_back, self._me, [parcel.id for parcel in self._hand])
            await run(couriers.drop, self._messenger, self._bot_id, self._me)
        self._hand.clear()

    async def _nap(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stirred.wait()
        self._stirred.clear()

    async def _round(self) -> float:
        """Record, take, begin and send a slice; how many seconds to wait before the next round."""
        if self._health.asks and self._asking is None and self._renewed is not None and self._stopped_for() <= 0:
            self._asking = asyncio.create_task(self._ask(), name=f"{self._messenger.value} asked for our name")
        mine = await self._turn()
        if mine is None:
            return TAKE_OVER
        for load in mine:
            self._send_off(load)
        # Half a slice goes on leaving while the next one is begun.
        while len(self._leaving) > len(mine) // 2:
            self._left.clear()
            await self._left.wait()
        if self._stopped_for() > 0:
            return min(self._stopped_for(), 1.0)
        if len(self._under_way) >= MOST_UNDER_WAY:
            return 0.05
        if mine or (self._more and not self._hand):
            return 0.0
        return 0.05 if self._hand else LOOK

    async def _turn(self) -> list[_Load] | None:
        """One transaction: what became of the last ones, the token's lease, new ones in hand, the next ones begun.

        None while another process carries on this token.
        """
        outcomes, self._outcomes = self._outcomes, []
        before = self._hand
        pause, self._pause = self._pause, 0.0
        refused: list[Outcome] = []
        wronged, cries = self._health.tell()
        try:
            async with self._database.transaction() as run:
                await run(self._record, outcomes, wronged, cries=cries)
                learned = await run(self._attachments.record)
                if pause:
                    await run(couriers.pause, self._messenger, self._bot_id, pause)
                if not await run(self._hold):
                    self._hand = deque()
                    self._more = False
                    return None
                await run(self._tell_health)
                if self._stopped_for() > 0:
                    await run(couriers.give_back, self._me, [parcel.id for parcel in self._hand])
                    self._hand = deque()
                    return []
                rate, (long, many) = self._pace.per_second, LONG_IN_HAND
                most = max(4, int(rate * IN_HAND), int(min(rate * long, many)))
                if self._rung:
                    self._hand = await run(self._take, max(most, min(len(self._hand) + MORE_IN_HAND, 2 * most)))
                elif len(self._hand) <= most // 2:
                    self._hand = await run(self._take, most)
                loads = await run(self._loads, self._ready(), refused)
                begun = await run(notices.begin, [load.parcel.id for load in loads], self._me)
        except BaseException:
            self._outcomes = [*outcomes, *self._outcomes]
            self._hand = before
            self._renewed = None
            self._pause = max(pause, self._pause)
            self._health.untold(wronged, cries=cries)
            raise
        self._attachments.recorded(learned)
        self._outcomes.extend(refused)
        if self._for_others:
            self._for_others = frozenset()
            self._ring()
        mine = [load for load in loads if load.parcel.id in begun]
        for load in mine:
            self._ears.hear(load.parcel.account_id)
            if load.way is not None:
                self._attachments.begun(load.parcel, load.way)
        return mine

    def _record(self, session: Any, outcomes: list[Outcome], wronged: Mapping[int, int], *, cries: bool) -> None:
        """What became of the last ones; what stands behind one of them that wants another try leaves the hand."""
        if outcomes:
            couriers.settle(session, outcomes, self._messenger)
            waits = held_back(self._hand, outcomes)
            couriers.postpone(session, waits)
            self._hand = deque(parcel for parcel in self._hand if parcel.id not in waits)
        if wronged:
            couriers.unblock(session, self._messenger, wronged, TOKEN_WAIT)
        if cries:
            couriers.tell_operators(session, self._messenger)

    def _tell_health(self, session: Any) -> None:
        """Write down when the messenger takes nothing any more, or something again. Saying it twice changes nothing."""
        down = self._health.news
        if down is not None:
            couriers.mark(session, self._messenger, self._bot_id, down=down)
            self._health.told(down=down)

    def _hold(self, session: Any) -> bool:
        """Keep the token; what a fallen holder left is tidied up at once."""
        at = time.monotonic()
        if self._renewed is not None and at - self._renewed < RENEW:
            return True
        if not self._lock.take():
            self._renewed = None
            return False
        held = couriers.hold(session, self._messenger, self._bot_id, self._me, alone=self._lock.tells)
        if held is None:
            self._renewed = None
            return False
        if held.fallen is not None:
            left = notices.recover(session, held.fallen, messenger=self._messenger.value)
            log.info(
                "token taken over",
                messenger=self._messenger.value,
                waiting=left.waiting,
                uncertain=left.uncertain,
            )
        if held.paused_until is not None:
            remaining = (held.paused_until - self._database.clock.now()).total_seconds()
            if at + remaining > self._stopped_until + OWN_PAUSE:  # an answer to a tap was too much
                self._pace.was_too_quick()
            self._stopped_until = max(self._stopped_until, at + remaining)
        self._renewed = at
        return True

    def _take(self, session: Any, most: int) -> deque[Parcel]:
        """The hand filled up, the urgent first; notices are addressed while there are any and the hand is not full.

        Of one person's notices a few are taken and the others postponed in their order, so that nobody else waits.
        """
        hand, self._rung = list(self._hand), False
        of_one = Counter(parcel.account_id for parcel in hand)
        later: dict[int, float] = {}
        spoiled: dict[int, str] = {}
        self._more = couriers.due(session, self._messenger)
        for _ in range(MOST_LOOKS):
            if len(hand) >= most:
                break
            if not self._more and not couriers.let_out(session, self._messenger, self._served, most - len(hand)):
                break
            self._for_others |= couriers.address(session, self._served) - {self._messenger}
            for parcel in couriers.take(session, self._messenger, self._me, most - len(hand), spoiled):
                of_one[parcel.account_id] += 1
                if of_one[parcel.account_id] > OF_ONE:
                    later[parcel.id] = (of_one[parcel.account_id] - AT_ONCE) * DISTANCE
                else:
                    hand.append(parcel)
            # Whoever was let out may have more behind; what is let out last is found due, or nothing.
            self._more = couriers.due(session, self._messenger)
        couriers.postpone(session, later)
        for notice_id, reason in spoiled.items():
            log.error("a notice cannot be read", notice=notice_id, error=reason)
        return deque(sorted(hand, key=lambda parcel: (parcel.priority, parcel.id)))

    def _ready(self) -> list[Parcel]:
        """The next slice of the hand."""
        rate, (small, most) = self._pace.per_second, SMALL_SLICE
        room = min(
            max(math.ceil(rate * SLICE), min(math.ceil(rate * small), most)), MOST_UNDER_WAY - len(self._under_way)
        )
        # What failed a moment ago and is not recorded yet holds back what is newer, too.
        waits = set(self._under_way.values())
        waits.update(one.parcel.account_id for one in tuple(self._outcomes) if one.fate is not Fate.SENT)
        leave, self._hand = ready(self._hand, room, waits, self._ears)
        return leave

    def _loads(self, session: Any, parcels: list[Parcel], refused: list[Outcome]) -> list[_Load]:
        """Put into words what is ready; what cannot be is named, and who waits for a file is postponed."""
        ways, waits = self._attachments.ways(session, [parcel for parcel in parcels if key_of(parcel)])
        couriers.postpone(session, waits)
        loads: list[_Load] = []
        for parcel in parcels:
            if parcel.id in waits:
                continue
            way = ways.get(parcel.id)
            try:
                if way is None:
                    message = self._writer.write(parcel)
                else:
                    message = self._writer.write(parcel, picture=way.picture, lost=way.how is How.IN_WORDS)
                loads.append(_Load(parcel, message, way))
            except Exception as error:  # noqa: BLE001 (one notice's words must not stop the others)
                told = type(error).__name__
                log.warning("no words for a notice", notice=parcel.id, kind=parcel.kind.value, error=told)
                refused.append(Outcome(parcel, Fate.REFUSED, error=f"{notices.WORDS}: {told}"))
        return loads

    def _send_off(self, load: _Load) -> None:
        """Begin to send; the pace decides when the request goes to the wire."""
        parcel = load.parcel
        self._under_way[parcel.id] = parcel.account_id
        self._leaving.add(parcel.id)
        task = asyncio.create_task(self._send(load), name=f"notice {parcel.id}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, load: _Load) -> None:
        parcel, way = load.parcel, load.way

        def leaves() -> None:
            self._gone(parcel)
            if self._stopped_for() > 0:  # the messenger asked for a pause while this one waited for its turn
                raise SendError(Failure.RATE, retry_after=self._stopped_for())

        departing.set(leaves)
        outcome = Outcome(parcel, Fate.UNCERTAIN, error="stopped")
        failure: Failure | None = None
        file_id = ""
        try:
            fields = load.message.fields if way is None else await self._filled(load, way)
            if fields is None:
                outcome = Outcome(parcel, Fate.AGAIN, error="file-gone")
            else:
                message_id, file_id = await self._say(load.message.method, fields)
                outcome = Outcome(parcel, Fate.SENT, message_id or None)
                self._health.taken()
                self._pace.went_well()
        except SendError as error:
            failure = error.failure
            outcome = judged(parcel, error, works=self._health.knows_token)
            self._failed(parcel, error)
        except Exception as error:  # noqa: BLE001 (the library's own refusals, and whatever nobody foresaw)
            fate = Fate.REFUSED if parcel.id in self._leaving else Fate.UNCERTAIN
            outcome = Outcome(parcel, fate, error=f"library: {type(error).__name__}")
        finally:
            self._gone(parcel)
            if way is not None:
                outcome = self._filed(load, way, outcome, failure, file_id)
            if outcome.fate is not Fate.SENT:
                log.warning(
                    "notice not sent",
                    notice=parcel.id,
                    messenger=self._messenger.value,
                    fate=outcome.fate.value,
                    error=outcome.error,
                )
            self._outcomes.append(outcome)
            del self._under_way[parcel.id]
            if not self._under_way:  # otherwise the next slice records it: one wait for the disk, not two
                self._stirred.set()

    async def _filled(self, load: _Load, way: Way) -> dict[str, Any] | None:
        """The fields with the file; None when it is not kept any more."""
        if way.how is How.IN_WORDS:
            return load.message.fields
        if way.how is How.BY_ID:
            return load.message.with_file(way.file_id)
        try:
            kept = await self._database.apart(contents.kept, key_of(load.parcel))
        except Exception:  # noqa: BLE001 (the database may be away; another try finds it)
            raise SendError(Failure.NETWORK) from None
        if kept is None:
            self._attachments.gone(load.parcel)
            return None
        return load.message.with_file(InputFile(kept.body, filename=load.message.file_name))

    def _filed(self, load: _Load, way: Way, outcome: Outcome, failure: Failure | None, file_id: str) -> Outcome:
        """What became of the file; whom the messenger has declined is tried in another way."""
        if outcome.fate is Fate.SENT:
            self._attachments.sent(load.parcel, way, file_id)
            return outcome
        stumbled = outcome.fate is Fate.UNCERTAIN or failure in {Failure.SERVER, Failure.NETWORK}
        declined = outcome.fate is Fate.REFUSED and failure is not None
        if self._attachments.failed(load.parcel, way, declined=declined, stumbled=stumbled):
            return Outcome(load.parcel, Fate.AGAIN, error=f"file-{way.how.value}")
        return outcome

    def _gone(self, parcel: Parcel) -> None:
        self._leaving.discard(parcel.id)
        self._left.set()

    async def _say(self, method: str, fields: dict[str, Any]) -> tuple[int, str]:
        """Send by python-telegram-bot; the ids of message and file, 0 and empty when the messenger does not tell."""
        # As a request by name (messengers do not mind capitals): making the library's own object of a message of which
        # the id alone is read would cost as much as all the rest.
        sent = await self._bot.do_api_request(method, api_kwargs=fields)
        return int(sent["message_id"]), str(sent.get("file_id", ""))

    def _failed(self, parcel: Parcel, error: SendError) -> None:
        """What a failed send means for the token."""
        if error.failure is Failure.RATE and self._stopped_for() <= 0:
            self._pace.was_too_quick()
        self._stop_for(self._health.failed(parcel, error))

    async def _ask(self) -> None:
        """Ask for the bot's name, which harms nobody, before another notice leaves."""
        failure: Failure | None = None
        wait = 0.0
        try:
            await self._bot.do_api_request("GetMe")
        except SendError as error:
            failure, wait = error.failure, error.retry_after
        except Exception:  # noqa: BLE001 (the library's own refusals: as good as no answer)
            failure = Failure.NETWORK
        finally:
            self._asking = None
        self._stop_for(self._health.asked(failure, wait))
        self._stirred.set()

    def _stop_for(self, seconds: float) -> None:
        """Nobody sends on this token for a while; the database tells the others."""
        seconds = min(seconds, couriers.MOST_PAUSE.total_seconds())
        self._stopped_until = max(self._stopped_until, time.monotonic() + seconds)
        self._pause = max(self._pause, seconds)

    def _stopped_for(self) -> float:
        remaining = self._stopped_until - time.monotonic()
        return remaining if self._asking is None else max(remaining, ASKING)
