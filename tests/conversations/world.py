"""The world of a told dialogue: phones on the local messengers, the whole program behind them, one clock for all.

A :class:`Phone` types, taps and reads as its owner would. Silence fails, so do a double answer and a refused request.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from aiohttp import web
from cryptography.fernet import Fernet
from sqlmodel import Session

from bot.app import App
from bot.playground.messenger import Dialect, LocalMessenger, ShownMessage
from bot.settings import BotSettings, Settings
from models.clock import Clock
from models.people import AccountKey, Messenger, add_account, add_person
from models.reference import seed_reference
from models.values.ids import Phone as PhoneNumber

P = ParamSpec("P")
T = TypeVar("T")
MORNING = datetime(2026, 11, 27, 6, 30, tzinfo=UTC)
"""Friday 6 Azar 1405, ten in the morning in Tehran: Aban is over and due by the tenth, and nobody is reminded today."""
TOKENS = {Messenger.TELEGRAM: "1001:telegram-token-of-a-rehearsal", Messenger.BALE: "2002:bale-token-of-a-rehearsal"}
_ISOLATES = re.compile("[\u200f\u2066-\u2069]")
_INDEX_KEY = "index-key-of-tests"
_KEY = Fernet.generate_key().decode()


def read(text: str | None) -> str:
    """A shown text as eyes read it: without isolates and marks of direction."""
    return _ISOLATES.sub("", text or "")


class Phone:
    """Somebody's phone on one messenger."""

    def __init__(self, world: "World", messenger: Messenger, user_id: int, name: str, number: str) -> None:
        self.world = world
        self.messenger = messenger
        self.id = user_id
        self.name = name
        self.number = number
        self.local = world.local[messenger]
        self.local.add_user(user_id, name, phone=number)
        self.person_id: int | None = None

    # what the person does

    async def does(
        self, act: Callable[..., int], *args: Any, silent: bool = False, cards: int = 1, **kwargs: Any
    ) -> None:
        """Do something and wait for the answer: exactly one card is new or changed (at most so many new ones)."""
        before = self._cards()
        act(self.id, *args, **kwargs)
        await self.world.settles()
        if silent:
            return
        after = self._cards()
        new = [number for number in after if number not in before]
        changed = [number for number in after if number in before and after[number] != before[number]]
        assert new or changed, f"silence after {act.__name__} {args}"
        assert len(new) <= cards, f"a double answer: {[after[n] for n in new]}"
        assert not self.local.unanswered_taps(self.id), "a tap was left spinning"

    async def types(self, text: str) -> None:
        """Type a text."""
        await self.does(self.local.type, text)

    async def taps(self, label: str) -> None:
        """Tap the button with this label (or beginning with it) on the newest card that has it."""
        await self.does(self._press, label)

    async def starts(self, payload: str = "") -> None:
        """Open the bot."""
        await self.types(f"/start {payload}".strip())

    async def shares_contact(self, **kwargs: Any) -> None:
        """Share a contact, the own one unless told otherwise."""
        await self.does(self.local.share_contact, **kwargs)

    async def shares_location(self, latitude: float, longitude: float) -> None:
        """Share a place."""
        await self.does(self.local.share_location, latitude, longitude)

    async def sends_file(self, body: bytes, name: str) -> None:
        """Send a document: that it is being read is one card, what came of it another."""
        await self.does(self.local.send_document, body, name, cards=2)

    async def enters(self) -> None:
        """Open the bot and prove the number."""
        await self.starts()
        await self.shares_contact()
        self.person_id = await self.world.person_of(self)

    # what the person sees

    @property
    def chat(self) -> Any:
        """The chat on the local messenger."""
        return self.local.chat(self.id)

    @property
    def messages(self) -> list[ShownMessage]:
        """What the bot has on the screen."""
        return [message for message in self.chat.messages if message.from_bot and not message.deleted]

    @property
    def card(self) -> ShownMessage:
        """The newest message with buttons, else the newest."""
        messages = self.messages
        assert messages, "the screen is empty"
        return next((one for one in reversed(messages) if one.inline_keyboard), messages[-1])

    @property
    def text(self) -> str:
        """What stands on the newest message."""
        return read(self.messages[-1].shown)

    @property
    def labels(self) -> list[str]:
        """The buttons that can be tapped now."""
        keyboard = self.chat.reply_keyboard
        rows = keyboard or self.card.inline_keyboard
        return [key.text for row in rows for key in row]

    def sees(self, *fragments: str) -> None:
        """Every fragment stands on the newest message."""
        for fragment in fragments:
            assert fragment in self.text, f"{fragment!r} is not in:\n{self.text}\n{self.labels}"

    def sees_not(self, *fragments: str) -> None:
        """No fragment stands on the newest message."""
        for fragment in fragments:
            assert fragment not in self.text, f"{fragment!r} is in:\n{self.text}"

    def saw(self, fragment: str) -> ShownMessage:
        """A message with this fragment stands somewhere in the chat."""
        for message in reversed(self.messages):
            if fragment in read(message.shown):
                return message
        raise AssertionError(f"{fragment!r} was never shown; last:\n{self.text}")

    def key_of(self, label: str) -> tuple[int, str]:
        """The message and the data of a button, to tap it later when it is old."""
        for message in reversed(self.messages):
            for row in message.inline_keyboard:
                for key in row:
                    if key.text.startswith(label) and key.data is not None:
                        return message.message_id, key.data
        raise AssertionError(f"no button {label!r}; there are {self.labels}")

    async def taps_old(self, key: tuple[int, str]) -> None:
        """Tap a button that was noted earlier."""
        await self.does(self.local.tap, *key)

    def _press(self, user_id: int, label: str) -> int:
        keyboard = self.chat.reply_keyboard
        if keyboard:
            for row in keyboard:
                for key in row:
                    if key.text.startswith(label):
                        return self.local.press(user_id, key.text)
        message_id, data = self.key_of(label)
        return self.local.tap(user_id, message_id, data)

    def _cards(self) -> dict[int, tuple[Any, ...]]:
        # A file whose text was too long for a caption belongs to the card that follows it.
        return {one.message_id: (one.shown, one.inline_keyboard) for one in self.messages if one.shown}


@dataclass(slots=True)
class World:
    """Both local messengers, the program, and its database."""

    local: dict[Messenger, LocalMessenger]
    settings: Settings
    clock: Clock
    app: App
    messenger: Messenger
    _next: int = 5001

    def phone(self, name: str, *, messenger: Messenger | None = None, number: str | None = None) -> Phone:
        """A new phone on this test's messenger (or the named one)."""
        self._next += 1
        return Phone(self, messenger or self.messenger, self._next, name, number or f"0912{self._next:07d}")

    @property
    def other(self) -> Messenger:
        """The messenger that this test is not on."""
        return next(one for one in Messenger if one is not self.messenger)

    async def db(self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a model's action."""
        return await self.app.database.run(action, *args, **kwargs)

    async def settles(self, seconds: float = 8.0) -> None:
        """Wait until everything that was sent is handled, shown and delivered."""
        loop = asyncio.get_running_loop()
        limit = loop.time() + seconds
        quiet = 0
        while quiet < 2:
            assert loop.time() < limit, "the program does not come to rest"
            busy = any(local.pending for local in self.local.values()) or not self.app.idle
            quiet = 0 if busy else quiet + 1
            await asyncio.sleep(0.003)

    async def person_of(self, phone: Phone) -> int:
        """Whom the account belongs to."""
        from models.people import person_by_phone

        found = await self.db(person_by_phone, PhoneNumber(phone.number))
        assert found is not None
        return found

    async def knows(self, phone: Phone) -> int:
        """The person behind this phone is known already (as if proven earlier)."""

        def add(session: Session) -> int:
            person_id = add_person(session, PhoneNumber(phone.number), phone.name)
            add_account(session, AccountKey(phone.messenger, phone.id), person_id)
            return person_id

        phone.person_id = await self.db(add)
        phone.local.user(phone.id).started = True
        return phone.person_id

    async def restarts(self) -> None:
        """Stop the program and start it anew on the same database."""
        await self.app.stop()
        await self.comes_back()

    async def comes_back(self) -> None:
        """Start the program anew after it was stopped."""
        self.app = App(self.settings, self.clock)
        await self.app.start(watch=False)


def settings_for(database_url: str, urls: dict[Messenger, str]) -> Settings:
    """The settings of a rehearsal."""
    return Settings(
        database_url=database_url,
        keys=[_KEY],  # type: ignore[list-item]  # pydantic makes a secret of it
        index_key=_INDEX_KEY,  # type: ignore[arg-type]  # as above
        telegram=BotSettings(token=TOKENS[Messenger.TELEGRAM], api_url=urls[Messenger.TELEGRAM], per_second=500),  # type: ignore[arg-type]
        bale=BotSettings(token=TOKENS[Messenger.BALE], api_url=urls[Messenger.BALE], per_second=500),  # type: ignore[arg-type]
        _env_file=None,  # type: ignore[call-arg]  # pydantic-settings' own argument
    )


@asynccontextmanager
async def open_world(database_url: str, messenger: Messenger) -> AsyncIterator[World]:
    """A world with the reference data, running."""
    clock = Clock(MORNING)
    local = {
        one: LocalMessenger(Dialect(one.value), TOKENS[one], now=clock.now, username="behinyar_bot")
        for one in Messenger
    }
    application = web.Application()
    for one in Messenger:
        application.add_routes(local[one].routes(f"/{one.value}"))
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    settings = settings_for(database_url, {one: f"http://127.0.0.1:{port}/{one.value}" for one in Messenger})
    app = App(settings, clock)
    await app.database.run(seed_reference)
    await app.start(watch=False)
    world = World(local, settings, clock, app, messenger)
    try:
        yield world
        for server in local.values():
            assert not server.refusals, server.refusals
    finally:
        for server in local.values():
            await server.close()
        await world.app.stop()
        await runner.cleanup()
