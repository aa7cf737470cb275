"""Intake: one update, one transaction, one screen.

What arrives is stored raw before the messenger is told that we have it; then each update is handled in one
transaction that ends with the domain's rows, the draft, the notices and the screen that is owed. No transaction is open
while the network is awaited.
"""

import asyncio
import contextlib
import secrets
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import orjson
import structlog
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import CallbackQuery, Message
from pydantic import ValidationError
from sqlmodel import Session

from bot import metrics
from bot.database import Database, Run
from bot.envelope import Envelope, number_of, open_envelope
from bot.logs import where
from bot.messengers.looks import look
from bot.messengers.rendering import Wire, render
from bot.messengers.showing import Shower, Station
from bot.switchboard import switchboard
from bot.words import words
from handlers.act import Act
from handlers.buttons import Home, OpenSupport
from handlers.screen import Button, Code, Part, Screen
from models import bookkeeping, contents, jobs, notices
from models.bookkeeping import Arrival, Owed, OwedScreen, Visit, Waiting
from models.drafts import StaleDraftError
from models.people import AccountKey, Language, Messenger
from models.prepared import hold
from models.received import Received
from models.values.text import normalise

log = structlog.get_logger()
TOGETHER = 64
TRIES = 3
SEEN_EVERY = timedelta(minutes=1)
LONGEST_LABEL = 40
ORPHANED = timedelta(seconds=10)
_MOST_DATE = 2**40


@dataclass(slots=True)
class Outcome:
    """What a handled update leaves to do after the commit."""

    screen: OwedScreen | None = None
    wire: Wire | None = None
    group: tuple[Messenger, int, str] | None = None
    readable: bool = True
    job: bool = False


@dataclass(slots=True)
class _Turn:
    item: Waiting
    raw: dict[str, Any] | None


class Intake:
    """Stores and handles the updates of all messengers of this process."""

    def __init__(self, database: Database, stations: Mapping[Messenger, Station], shower: Shower, me: str) -> None:
        self._database = database
        self._stations = stations
        self._switchboard = switchboard()
        self._shower = shower
        self._me = me
        self._queue: deque[_Turn] = deque()
        self._wake = asyncio.Event()
        self._accounts: dict[AccountKey, asyncio.Task[None]] = {}
        self._again: set[AccountKey] = set()
        self._gate = asyncio.Semaphore(64)
        self._errands: set[asyncio.Task[None]] = set()
        self._told_groups: set[tuple[Messenger, int]] = set()
        self._handling = 0
        self.names: dict[Messenger, str] = {}
        self.links: dict[Messenger, str] = {}
        self.on_job: Callable[[], None] = lambda: None

    def know_name(self, messenger: Messenger, name: str) -> None:
        """The bot's name on this messenger: deep links need it."""
        self.names[messenger] = name
        if name:
            self.links[messenger] = self._stations[messenger].profile.start_link.replace("{name}", name)

    # -- storing ------------------------------------------------------------------------------------------------

    async def receive(self, messenger: Messenger, raws: Sequence[Any], *, outage_since: datetime | None = None) -> None:
        """Store these updates durably and begin to handle them. When this returns, they cannot be lost."""
        station = self._stations[messenger]
        bot_id = station.link.bot_id
        arrivals: list[Arrival] = []
        kept: dict[int, dict[str, Any]] = {}
        for raw in raws:
            number = number_of(raw)
            if number is None:
                metrics.updates.labels(messenger.value, "unreadable").inc()
                log.warning("update without an id passed over", messenger=messenger.value)
                continue
            envelope = open_envelope(raw)
            sealed = self._database.vault.seal(orjson.dumps(raw).decode())
            account_id = None if envelope is None else envelope.account_id
            arrivals.append(Arrival(number, account_id, sealed, readable=envelope is not None))
            kept[number] = raw
            if envelope is None:
                metrics.updates.labels(messenger.value, "unreadable").inc()
                log.warning("update of no known kind kept raw", messenger=messenger.value, update_id=number)
        if not arrivals:
            return
        new, owed = await self._database.run(_store, messenger, bot_id, arrivals, outage_since, self._me)
        at = self._database.clock.now()
        for screen in owed:
            self._shower.owe(screen, again=True)
        metrics.updates.labels(messenger.value, "twice").inc(len(arrivals) - len(new))
        for arrival in sorted(arrivals, key=lambda one: one.update_id):
            if arrival.update_id in new and arrival.account_id is not None and arrival.readable:
                item = Waiting(
                    messenger, bot_id, arrival.update_id, arrival.account_id, at, outage_since, arrival.raw_sealed
                )
                self._enqueue(_Turn(item, kept[arrival.update_id]))

    def _enqueue(self, turn: _Turn) -> None:
        if self._database.is_sqlite:
            self._queue.append(turn)
            self._wake.set()
            return
        key = AccountKey(turn.item.messenger, turn.item.account_id)
        if key in self._accounts:
            self._again.add(key)
        else:
            self._accounts[key] = asyncio.create_task(self._serve(key))

    async def take_up(self, *, before: datetime | None = None) -> int:
        """Handle what was stored and never handled (by us before a crash, or by a process that died)."""
        found = await self._database.run(bookkeeping.waiting)
        ours = [
            one for one in found if one.messenger in self._stations and (before is None or one.received_at < before)
        ]
        known = {(turn.item.messenger, turn.item.update_id) for turn in self._queue}
        for one in ours:
            if (one.messenger, one.update_id) not in known:
                self._enqueue(_Turn(one, None))
        return len(ours)

    @property
    def waiting(self) -> int:
        """How many updates of this process wait or are being handled."""
        return len(self._queue) + len(self._accounts) + self._handling + len(self._errands)

    # -- handling -----------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Handle what is stored, for ever. SQLite: those that wait together share one commit."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._queue:
                batch = [self._queue.popleft() for _ in range(min(TOGETHER, len(self._queue)))]
                self._handling = len(batch)
                try:
                    await self._together(batch)
                except Exception as error:  # noqa: BLE001 (one of them broke the transaction, or the disk is full)
                    log.warning("a batch is taken apart", error=type(error).__name__, updates=len(batch))
                    await self._one_by_one(batch)
                finally:
                    self._handling = 0
                await asyncio.sleep(0)

    async def _together(self, batch: list[_Turn]) -> None:
        began = time.perf_counter()
        marks = self._shower.take_marks()

        async def work(run: Run) -> list[Outcome]:
            session = run.session
            bookkeeping.mark_shown(session, marks)
            driver = hold(session)
            outcomes: list[Outcome] = []
            seen: list[AccountKey] = []
            finished: list[Waiting] = []
            for turn in batch:
                driver.execute("SAVEPOINT one")
                try:
                    outcome = await self._handle(run, turn, seen)
                    session.flush()
                    if outcome.readable:
                        finished.append(turn.item)
                except Exception as error:  # noqa: BLE001 (whatever went wrong, the person gets an answer)
                    driver.execute("ROLLBACK TO one")
                    session.expunge_all()
                    outcome = await self._apologise(run, turn, error)
                driver.execute("RELEASE one")
                session.expunge_all()
                outcomes.append(outcome)
            _close(session, finished, seen)
            return outcomes

        try:
            outcomes = await self._database.through(work)
        except BaseException:
            self._shower.give_back(marks)
            raise
        self._shower.marked(marks)
        self._tell(outcomes)
        spent = (time.perf_counter() - began) / len(batch)
        for turn in batch:
            metrics.handling.labels(turn.item.messenger.value).observe(spent)

    async def _one_by_one(self, batch: list[_Turn]) -> None:
        """Each update in a transaction of its own, so that the one that breaks it is found and the others go on.

        A failed flush rolls back more than a savepoint. When not even an apology can be written, the database is away:
        what is left waits there and here.
        """
        left = deque(batch)
        while left:
            try:
                await self._together([left[0]])
            except Exception as error:  # noqa: BLE001 (told apart by whether the apology can be written)
                try:
                    self._tell([await self._fail_alone(left[0], error)])
                except Exception as trouble:  # noqa: BLE001 (the database is away)
                    # Not log.exception: a trace may hold what people typed.
                    log.error("updates wait", error=type(trouble).__name__, where=where(trouble))  # noqa: TRY400
                    self._queue.extendleft(reversed(left))
                    await asyncio.sleep(1)
                    return
            left.popleft()

    async def _serve(self, key: AccountKey) -> None:
        """PostgreSQL: one account's updates in order, a transaction each, whoever stored them."""
        try:
            while True:
                self._again.discard(key)
                async with self._gate:
                    more = await self._next_of(key)
                if not more and key not in self._again:
                    return
        except Exception as error:  # noqa: BLE001 (the database may be away; the sweep takes it up again)
            log.error("an account waits", error=type(error).__name__, where=where(error))  # noqa: TRY400 (as above)
        finally:
            del self._accounts[key]
            if key in self._again:
                self._again.discard(key)
                self._accounts[key] = asyncio.create_task(self._serve(key))

    async def _next_of(self, key: AccountKey) -> bool:
        """Handle the account's next update; returns whether another waits behind it."""
        began = time.perf_counter()
        outcome, more = Outcome(), False
        taken: list[_Turn] = []

        async def work(run: Run) -> tuple[Outcome, bool]:
            turn, others = _first_waiting(run.session, key)
            taken[:] = [] if turn is None else [turn]
            if turn is None:
                return Outcome(), False
            seen: list[AccountKey] = []
            done = await self._handle(run, turn, seen)
            _close(run.session, [turn.item] if done.readable else [], seen)
            return done, others

        for attempt in range(TRIES):
            taken.clear()
            try:
                outcome, more = await self._database.through(work)
                if not taken:
                    return False
                break
            except StaleDraftError as error:
                if attempt == TRIES - 1 and taken:
                    outcome = await self._fail_alone(taken[0], error)
            except Exception as error:
                if not taken:
                    raise
                outcome = await self._fail_alone(taken[0], error)
                break
        self._tell([outcome])
        metrics.handling.labels(key.messenger.value).observe(time.perf_counter() - began)
        return more

    async def _fail_alone(self, turn: _Turn, error: Exception) -> Outcome:
        async def work(run: Run) -> Outcome:
            if not self._database.is_sqlite:
                bookkeeping.lock_account(run.session, AccountKey(turn.item.messenger, turn.item.account_id))
            return await self._apologise(run, turn, error)

        return await self._database.through(work)

    def _tell(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            if outcome.job:
                self.on_job()
            if outcome.screen is not None and outcome.wire is not None:
                self._shower.owe(outcome.screen, outcome.wire)
            elif outcome.group is not None:
                errand = asyncio.create_task(self._tell_group(*outcome.group))
                self._errands.add(errand)
                errand.add_done_callback(self._errands.discard)

    async def _tell_group(self, messenger: Messenger, chat_id: int, callback_id: str) -> None:
        station = self._stations[messenger]
        wire = render(Screen((Part("group-chat"),)), words(Language.FA))
        with contextlib.suppress(Exception):
            if callback_id:
                await station.link.call("answerCallbackQuery", {"callback_query_id": callback_id})
            await station.link.call("sendMessage", station.profile.message(chat_id, wire))

    async def _handle(self, run: Run, turn: _Turn, seen: list[AccountKey]) -> Outcome:
        item = turn.item
        raw = turn.raw if turn.raw is not None else orjson.loads(self._database.vault.open(item.raw_sealed))
        envelope = open_envelope(raw)
        station = self._stations[item.messenger]
        if envelope is None:
            await run(bookkeeping.unreadable, item)
            return Outcome(readable=False)
        if not envelope.private:
            metrics.updates.labels(item.messenger.value, "group").inc()
            text = (raw.get("message") or {}).get("text") or ""
            place = (item.messenger, envelope.chat_id)
            if envelope.callback_id or text.startswith("/") or place not in self._told_groups:
                self._told_groups.add(place)
                return Outcome(group=(*place, envelope.callback_id))
            return Outcome()
        key = AccountKey(item.messenger, envelope.account_id)
        visit = await run(bookkeeping.visit, key, envelope.chat_id)
        at = self._database.clock.now()
        ours = item.update_id < 0
        changes = await run(jobs.changes, -item.update_id) if ours else None
        if changes is not None and changes != visit.screen_seq:
            return Outcome()  # the screen that it is about is gone
        if not ours and (visit.blocked or at - visit.seen_at > SEEN_EVERY):
            seen.append(key)
        if not ours and visit.blocked and visit.person_id is not None:
            await run(notices.resume, visit.person_id)
        written_at = await self._typed_label(run, raw, envelope, key)
        event = self._read(station, raw, envelope)
        if event is None:
            await run(bookkeeping.unreadable, item)
            metrics.updates.labels(item.messenger.value, "unreadable").inc()
            log.warning("update kept raw, not readable", messenger=item.messenger.value, update_id=item.update_id)
            return Outcome(readable=False)
        act = Act(
            db=run,
            visit=visit,
            received=_received(item, event, written_at),
            vouches_for_contacts=station.profile.vouches_for_contacts,
            now=at,
            bot_name=self.names.get(item.messenger, ""),
            start_link=station.profile.start_link,
            links=self.links,
            label=words(visit.language).label,
            look=partial(look, words=words(visit.language)),
        )
        shown = await self._switchboard.answer(envelope.kind, event, act)
        if shown is UNHANDLED or not isinstance(shown, Screen):
            raise LookupError(f"no conversation answers a {envelope.kind}")
        metrics.updates.labels(item.messenger.value, "done").inc()
        return await self._owe(run, visit, shown, envelope, in_place=changes is not None)

    async def _owe(
        self, run: Run, visit: Visit, shown: Screen, envelope: Envelope, *, in_place: bool = False
    ) -> Outcome:
        if shown.file is not None and isinstance(shown.file.content, bytes):
            content = await run(contents.keep, shown.file.name, shown.file.content)
            shown = replace(shown, file=replace(shown.file, content=content))
        wire = render(shown, words(visit.language))
        if envelope.callback_id:
            wire.taps, wire.tapped = [envelope.callback_id], envelope.message_id
        elif shown.forget and envelope.message_id is not None:
            wire.forget = [envelope.message_id]
        wire.in_place = in_place
        sealed = self._database.vault.seal(wire.as_bytes().decode())
        place = None if in_place else envelope.place
        owed: Owed = await run(bookkeeping.owe_screen, visit.key, sealed, self._me, place)
        if shown.job is not None:
            bot_id = self._stations[visit.key.messenger].link.bot_id
            await run(jobs.begin, visit.key, bot_id, shown.job, owed.seq)
        job = shown.job is not None
        if not owed.mine:
            return Outcome(job=job)
        screen = OwedScreen(visit.key, visit.chat_id, owed.seq, sealed, owed.card_id, owed.keyboard, owed.card_is_file)
        return Outcome(screen, wire, job=job)

    async def _typed_label(self, run: Run, raw: dict[str, Any], envelope: Envelope, key: AccountKey) -> datetime | None:
        """A typed text that equals a label of the current screen is a tap on it (reply keyboards send their labels).

        Returns when it was typed: a tap would not tell.
        """
        if envelope.kind != "message" or not _may_be_label(raw["message"]):
            return None
        sealed = await run(bookkeeping.current_screen, key)
        if sealed is None:
            return None
        data = Wire.of_bytes(self._database.vault.open(sealed)).data_of(normalise(raw["message"]["text"]))
        if data is None:
            return None
        message = raw.pop("message")
        raw["callback_query"] = {"id": "", "from": message["from"], "chat_instance": "", "data": data}
        envelope.kind, envelope.place = "callback_query", data
        date = message.get("date")
        return datetime.fromtimestamp(date, UTC) if isinstance(date, int) and 0 < date < _MOST_DATE else None

    def _read(self, station: Station, raw: dict[str, Any], envelope: Envelope) -> Message | CallbackQuery | None:
        whole = station.profile.makes_whole(raw)[envelope.kind]
        reader: type[CallbackQuery | Message] = Message
        if envelope.kind == "callback_query":
            # The card that was tapped is known from the chat's own row; reading it again is dear.
            reader, whole = CallbackQuery, {name: one for name, one in whole.items() if name != "message"}
        try:
            return reader.model_validate(whole)
        except ValidationError:
            return None

    async def _apologise(self, run: Run, turn: _Turn, error: Exception) -> Outcome:
        """The update failed: keep it, name it in the log, and tell the person with a reference."""
        reference = f"E-{secrets.token_hex(3).upper()}"
        item = turn.item
        log.error(
            "update failed",
            reference=reference,
            messenger=item.messenger.value,
            update_id=item.update_id,
            error=type(error).__name__,
            where=where(error),
        )
        metrics.updates.labels(item.messenger.value, "failed").inc()
        await run(bookkeeping.fail, item, reference)
        raw = turn.raw if turn.raw is not None else orjson.loads(self._database.vault.open(item.raw_sealed))
        envelope = open_envelope(raw)
        if envelope is None or not envelope.private:
            return Outcome()
        visit = await run(bookkeeping.visit, AccountKey(item.messenger, envelope.account_id), envelope.chat_id)
        rows = ((Button(OpenSupport("apology", reference), "button-support"),), (Button(Home(), "button-home"),))
        shown = Screen((Part("apology", {"reference": Code(reference)}),), rows, fresh=True)
        return await self._owe(run, visit, shown, envelope)

    async def close(self) -> None:
        """Finish what is being handled."""
        for _ in range(200):
            if not self.waiting:
                break
            await asyncio.sleep(0.05)


def _store(
    session: Session,
    messenger: Messenger,
    bot_id: int,
    arrivals: Sequence[Arrival],
    outage_since: datetime | None,
    me: str,
) -> tuple[frozenset[int], list[OwedScreen]]:
    """Which updates are new, and the screens that those which came twice show again."""
    new = bookkeeping.store(session, messenger, bot_id, arrivals, outage_since=outage_since)
    again = [arrival.update_id for arrival in arrivals if arrival.update_id not in new]
    twice = bookkeeping.handled_before(session, messenger, bot_id, again) if again else ()
    owed = [bookkeeping.owe_again(session, AccountKey(messenger, one), me) for one in twice]
    return new, [screen for screen in owed if screen is not None]


def _first_waiting(session: Session, key: AccountKey) -> tuple[_Turn | None, bool]:
    """The account's oldest update, and whether there is another: finding out later would take a transaction."""
    bookkeeping.lock_account(session, key)
    found = bookkeeping.next_waiting(session, key)
    return (_Turn(found[0], None) if found else None), len(found) > 1


def _close(session: Session, finished: list[Waiting], seen: list[AccountKey]) -> None:
    if finished:
        bookkeeping.finish(session, finished)
    bookkeeping.seen(session, seen)


def _may_be_label(message: dict[str, Any]) -> bool:
    """Whether a text may be that of a button; somebody else's words are no tap, an answer such as a number is none."""
    text = message.get("text")
    if "forward_origin" in message or "forward_date" in message or not isinstance(text, str):
        return False
    return 1 < len(text) <= LONGEST_LABEL and text[0] != "/" and not text[-1].isdecimal()


def _received(item: Waiting, event: Message | CallbackQuery, written_at: datetime | None) -> Received:
    """By which instant lateness is judged: the message's date, else the first receipt, else the start of the outage."""
    if isinstance(event, Message) and event.date.year > 1970:
        written_at = event.date.astimezone(UTC)
    if written_at is not None:
        return Received(item.received_at, min(written_at, item.received_at))
    if item.outage_since is not None:
        return Received(item.received_at, item.outage_since, outage=True)
    return Received(item.received_at, item.received_at)
