"""Showing owed screens: after the commit, one chat at a time, until the messenger took them.

What was shown is marked in batches. A screen that the messenger refuses for now stays owed in the database and is
taken up again by whoever looks after the delay, this process or another.
"""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import structlog
from sqlmodel import Session

from bot.database import Database
from bot.messengers.filing import Files
from bot.messengers.link import FILE_SECONDS, Failure, Link, MessengerError
from bot.messengers.profile import Profile
from bot.messengers.rendering import Wire
from models import bookkeeping, couriers
from models.bookkeeping import OwedScreen, Shown
from models.people import AccountKey, Messenger

log = structlog.get_logger()
AT_ONCE = 200
LATER = timedelta(seconds=3)
MUCH_LATER = timedelta(seconds=30)
LOOK = 0.5
"""Seconds between looks at the pause that stands in the database for everybody who uses the token."""


@dataclass(frozen=True, slots=True)
class Station:
    """One messenger as this process serves it."""

    profile: Profile
    link: Link


@dataclass(slots=True)
class _Chat:
    chat_id: int
    card_id: int | None
    keyboard: bool
    card_is_file: bool = False
    keyboard_card: bool = False
    note_id: int | None = None
    seq: int = 0
    wire: Wire | None = None
    again: bool = False
    task: asyncio.Task[None] | None = None
    let_go: bool = False


class Shower:
    """Shows the newest owed screen of each chat."""

    def __init__(self, database: Database, stations: Mapping[Messenger, Station], me: str) -> None:
        self._database = database
        self._stations = stations
        self._me = me
        self._chats: dict[AccountKey, _Chat] = {}
        self._marks: list[Shown] = []
        self._gates = {messenger: asyncio.Semaphore(AT_ONCE) for messenger in stations}
        self._files = Files(database)
        self._closed_until = dict.fromkeys(stations, 0.0)
        self._looked = dict.fromkeys(stations, -LOOK)
        self.shown = 0

    def owe(self, screen: OwedScreen, wire: Wire | None = None, *, again: bool = False) -> None:
        """Show this screen, or the newer one that comes before its turn."""
        if screen.key.messenger not in self._stations:
            return
        chat = self._chats.get(screen.key)
        if chat is None:
            chat = self._chats[screen.key] = _Chat(
                screen.chat_id, screen.card_id, screen.keyboard, screen.card_is_file, screen.keyboard
            )
        if screen.seq <= chat.seq:
            return
        if wire is None:
            wire = Wire.of_bytes(self._database.vault.open(screen.screen_sealed))
        if chat.wire is not None and chat.wire is not wire:
            wire.taps = [*chat.wire.taps, *wire.taps]
            wire.forget = [*chat.wire.forget, *wire.forget]
            if wire.in_place:  # what it was to change is not there yet
                wire.in_place, wire.tapped, wire.fresh = chat.wire.in_place, chat.wire.tapped, chat.wire.fresh
        chat.seq, chat.wire, chat.again = screen.seq, wire, again
        if chat.task is None:
            chat.task = asyncio.create_task(self._run(screen.key, chat))

    @property
    def busy(self) -> bool:
        """Whether anything is being shown or to be marked."""
        return bool(self._marks) or any(chat.task is not None for chat in self._chats.values())

    def take_marks(self) -> list[Shown]:
        """What was shown since the last time, to be recorded in the caller's transaction."""
        marks, self._marks = self._marks, []
        return marks

    def marked(self, marks: list[Shown]) -> None:
        """These marks are committed: idle chats need no memory of ours any more."""
        for mark in marks:
            chat = self._chats.get(mark.key)
            if chat is not None and chat.task is None and chat.seq == mark.seq:
                del self._chats[mark.key]

    def give_back(self, marks: list[Shown]) -> None:
        """The transaction failed: these marks are still to be recorded."""
        self._marks = [*marks, *self._marks]

    async def flush(self) -> None:
        """Record what was shown in a transaction of its own."""
        marks = self.take_marks()
        if not marks:
            return
        try:
            more = await self._database.run(self._mark, marks)
        except BaseException:
            self.give_back(marks)
            raise
        self.marked(marks)
        for screen in more:
            self.owe(screen)

    def _mark(self, session: Session, marks: list[Shown]) -> tuple[OwedScreen, ...]:
        """What was shown, and newer screens that another process owed meanwhile."""
        bookkeeping.mark_shown(session, marks)
        return () if self._database.is_sqlite else bookkeeping.still_mine(session, [one.key for one in marks], self._me)

    async def flushing(self) -> None:
        """Record marks soon, for ever."""
        while True:
            await asyncio.sleep(0.02)
            if self._marks:
                try:
                    await self.flush()
                except Exception as error:  # noqa: BLE001 (the database may be away; marks wait)
                    log.warning("marks wait", error=type(error).__name__)
                    await asyncio.sleep(1)

    async def take_up(self, *, all_leases: bool = False) -> int:
        """Show what is owed and nobody is showing; returns how many."""
        owed = await self._database.run(bookkeeping.take_owed, self._me, all_leases=all_leases)
        for screen in owed:
            self.owe(screen)
        return len(owed)

    async def close(self) -> None:
        """Finish what is being shown, record it, give the leases back."""
        tasks = [chat.task for chat in self._chats.values() if chat.task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=10)
        await self.flush()
        await self._database.run(bookkeeping.release_lease, list(self._chats), self._me)

    async def _run(self, key: AccountKey, chat: _Chat) -> None:
        station = self._stations[key.messenger]
        try:
            while chat.wire is not None:
                wire, seq, again = chat.wire, chat.seq, chat.again
                chat.wire, chat.let_go = None, False
                pause = await self._pause(station)
                if pause > 0:
                    await self._database.run(bookkeeping.postpone, key, self._me, timedelta(seconds=pause))
                    chat.let_go = True
                    continue
                try:
                    async with self._gates[key.messenger]:
                        await self._show(key, station, chat, wire, again=again)
                except MessengerError as error:
                    if not await self._failed(key, error):
                        chat.let_go = True
                        continue
                self.shown += 1
                self._marks.append(Shown(key, seq, chat.card_id, chat.keyboard, chat.card_is_file))
        finally:
            chat.task = None
            if chat.let_go:
                self._chats.pop(key, None)

    async def _pause(self, station: Station) -> float:
        """For how many seconds the messenger wants to hear nothing on this token, whoever was told so."""
        messenger, at = station.profile.messenger, time.monotonic()
        if at - self._looked[messenger] >= LOOK:
            self._looked[messenger] = at
            seconds = await self._database.run(couriers.paused_for, messenger, station.link.bot_id)
            self._closed_until[messenger] = max(self._closed_until[messenger], at + seconds)
        return self._closed_until[messenger] - at

    async def _failed(self, key: AccountKey, error: MessengerError) -> bool:
        """What a failed show means; True when it will never succeed and the screen is to be let go."""
        log.warning("screen not shown", messenger=key.messenger.value, failure=error.failure.value)
        if error.failure is Failure.BLOCKED:
            await self._database.run(bookkeeping.blocked, key)
            return True
        if error.failure is Failure.REFUSED:
            return True
        delay = LATER
        if error.failure is Failure.RATE:
            delay = timedelta(seconds=error.retry_after)
            self._closed_until[key.messenger] = time.monotonic() + error.retry_after
            bot_id = self._stations[key.messenger].link.bot_id
            await self._database.run(couriers.pause, key.messenger, bot_id, error.retry_after)
        if error.failure is Failure.TOKEN:
            delay = MUCH_LATER
        await self._database.run(bookkeeping.postpone, key, self._me, delay)
        return False

    async def _show(self, key: AccountKey, station: Station, chat: _Chat, wire: Wire, *, again: bool) -> None:
        answers = [
            asyncio.create_task(self._answer(station, callback_id, wire.toast))
            for callback_id in wire.taps
            if station.profile.can_answer(callback_id)
        ]
        try:
            await self._put(key, station, chat, wire, again=again)
            for message_id in wire.forget:
                await _quietly(station.link, "deleteMessage", {"chat_id": chat.chat_id, "message_id": message_id})
        finally:
            for answer in answers:
                await answer

    async def _answer(self, station: Station, callback_id: str, toast: str) -> None:
        payload: dict[str, Any] = {"callback_query_id": callback_id}
        if toast:
            payload["text"] = toast
        await _quietly(station.link, "answerCallbackQuery", payload)

    async def _put(self, key: AccountKey, station: Station, chat: _Chat, wire: Wire, *, again: bool) -> None:
        profile, link = station.profile, station.link
        if again and (wire.ask or wire.file or chat.card_id is None):
            return
        same_card = again or wire.in_place or wire.tapped == chat.card_id
        # Neither a keyboard nor a file comes or goes by an edit.
        stays = not (wire.ask or wire.file or chat.keyboard or chat.card_is_file)
        edits = same_card and stays and not (wire.fresh and not again)
        if edits and chat.card_id is not None:
            try:
                await link.call("editMessageText", profile.edit(chat.chat_id, chat.card_id, wire))
                return
            except MessengerError as error:
                if error.failure is Failure.NOT_MODIFIED:
                    return
                if error.passing or error.failure in {Failure.BLOCKED, Failure.TOKEN}:
                    raise
        if wire.in_place:
            return
        if chat.keyboard and not wire.ask:
            note = await link.call("sendMessage", profile.keyboard_off(chat.chat_id, wire.keyboard_note))
            chat.keyboard, chat.note_id = False, int(note["message_id"])
        if wire.file:
            patience = partial(self._hold, key)
            posted, filed = await self._files.post(profile, link, chat.chat_id, wire, patience=patience)
        else:
            message = await link.call("sendMessage", profile.message(chat.chat_id, wire))
            posted, filed = int(message["message_id"]), False
        old = {wire.tapped if chat.keyboard_card else chat.card_id, wire.tapped} - {None}
        chat.keyboard_card = bool(wire.ask)
        chat.card_id, chat.card_is_file, chat.keyboard = posted, filed, bool(wire.ask)
        for message_id in old - {chat.card_id}:
            await _quietly(link, "editMessageReplyMarkup", {"chat_id": chat.chat_id, "message_id": message_id})
        if chat.note_id is not None:  # only a message takes a keyboard away; then it has nothing more to say
            note_id, chat.note_id = chat.note_id, None
            await _quietly(link, "deleteMessage", {"chat_id": chat.chat_id, "message_id": note_id})

    async def _hold(self, key: AccountKey) -> None:
        """Nobody else is to show this screen while a file is on its way."""
        await self._database.run(bookkeeping.postpone, key, self._me, timedelta(seconds=FILE_SECONDS))


async def _quietly(link: Link, method: str, payload: dict[str, Any]) -> None:
    """A call whose failure changes nothing that matters."""
    try:
        await link.call(method, payload)
    except MessengerError as error:
        log.debug("passed over", method=method, failure=error.failure.value)
