"""What a messenger remembers: people, chats, files, taps, and what the bot asked for."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from . import payloads
from .dialects import Dialect, Refused
from .faults import Faults
from .files import FileStore, StoredFile
from .pace import Counters, Pace
from .people import Chat, ShownMessage, User
from .records import Call, Refusal, Tap
from .schema import BotApiSchema
from .updates import Updates

DEFAULT_SCHEMA = Path(__file__).resolve().parents[3] / ".cache" / "bot-api" / "schema.json"
KEPT_CALLS = 10_000


class State:
    """Everything that one bot and its people share on one messenger."""

    def __init__(
        self,
        dialect: Dialect,
        token: str,
        *,
        now: Callable[[], datetime],
        username: str = "behinyar_bot",
        first_name: str = "Behinyar",
        schema: Path | None = DEFAULT_SCHEMA,
        seed: int = 0,
        first_update_id: int | None = None,
    ) -> None:
        number, separator, secret = token.partition(":")
        if not (number.isdecimal() and separator and secret):
            raise ValueError("a token has the form 123456789:secret")
        self.dialect = Dialect(dialect)
        self.token = token
        self.now = now
        self.bot_id = int(number)
        self.bot = {"id": self.bot_id, "is_bot": True, "first_name": first_name, "username": username}
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.faults = Faults(seed)
        self.counters = Counters()
        self.pace: Pace | None = None
        self.calls: deque[Call] = deque(maxlen=KEPT_CALLS)
        self.refusals: list[Refusal] = []
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.sends_chat_instance = self.dialect is Dialect.TELEGRAM
        self.contact_carries_user_id = True
        self.errors_with_status = True
        self.query_lifetime = timedelta(minutes=10)
        self.files = FileStore(self.dialect, int(number))
        self.version = 0
        self._waiters: set[asyncio.Future[None]] = set()
        self.updates = Updates(self.dialect, self.faults, self.touch, first_update_id)
        self.taps: dict[str, Tap] = {}
        self.numbers: Counter[str] = Counter()
        loaded = BotApiSchema.load(schema) if schema is not None and self.dialect is Dialect.TELEGRAM else None
        self.schema: BotApiSchema | None = loaded

    def add_user(
        self,
        id: int,
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        phone: str | None = None,
        *,
        started: bool = False,
        old_client: bool = False,
        language_code: str = "fa",
    ) -> User:
        """A new person. ``started``: has written to the bot before. Raises ValueError when the id is taken."""
        if id in self.chats or not 0 < id < 2**52:
            raise ValueError(f"id {id} is taken or out of range")
        user = User(id, first_name, last_name, username, phone, language_code, started=started, old_client=old_client)
        self.users[id] = user
        self.chats[id] = Chat(id)
        self.touch()
        return user

    def add_group(self, id: int, title: str) -> Chat:
        """A group with the bot in it. Ids are negative on Telegram and positive on Bale."""
        if id in self.chats:
            raise ValueError(f"id {id} is taken")
        chat = self.chats[id] = Chat(id, kind="group", title=title)
        self.touch()
        return chat

    def user(self, user_id: int) -> User:
        """The person. Raises LookupError for an unknown id."""
        if user_id not in self.users:
            raise LookupError(f"nobody has the id {user_id}")
        return self.users[user_id]

    def chat(self, chat_id: int) -> Chat:
        """The chat with a person, or a group. Raises LookupError for an unknown id."""
        if chat_id not in self.chats:
            raise LookupError(f"no chat {chat_id}")
        return self.chats[chat_id]

    @property
    def closed(self) -> bool:
        """True once ``close`` was called."""
        return self.updates.closed

    def unanswered_taps(self, user_id: int) -> list[str]:
        """The ids of this person's taps that the bot has not answered, oldest first."""
        return [tap.query_id for tap in self.taps.values() if tap.user_id == user_id and tap.answer is None]

    def file(self, file_id: str) -> StoredFile:
        """A file that somebody sent. Raises LookupError for an unknown id."""
        stored = self.files.get(file_id)
        if stored is None:
            raise LookupError(f"no file {file_id}")
        return stored

    @property
    def pending(self) -> int:
        """Updates that the bot has not confirmed, by offset or by its webhook's answer."""
        return self.updates.pending

    @property
    def schema_checked(self) -> bool:
        """Whether requests are held against the Bot API schema."""
        return self.schema is not None

    def token_bucket(self, rate: float | None, burst: float = 1.0, per_chat: tuple[float, float] | None = None) -> None:
        """Answers 429 above ``rate`` requests a second (``burst`` at once; ``per_chat``: rate and burst of one chat).

        Counts sends and edits. None turns it off.
        """
        self.pace = None if rate is None else Pace(rate, burst, per_chat)

    async def changed(self, since: int, timeout: float) -> int:
        """Waits until ``version`` is above ``since``, at most ``timeout`` seconds; returns ``version``."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while self.version <= since:
            remaining = deadline - loop.time()
            if remaining <= 0:
                break
            waiter: asyncio.Future[None] = loop.create_future()
            self._waiters.add(waiter)
            try:
                await asyncio.wait((waiter,), timeout=remaining)
            finally:
                self._waiters.discard(waiter)
        return self.version

    def touch(self) -> None:
        """Something has changed."""
        self.version += 1
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    def number(self, what: str) -> int:
        """The next number in a row, from 1."""
        self.numbers[what] += 1
        return self.numbers[what]

    def next_message_id(self, chat: Chat) -> int:
        """Telegram numbers the messages of a bot, Bale those of a chat."""
        return self.number("message") if self.dialect is Dialect.TELEGRAM else chat.last_message_id + 1

    def next_album(self) -> str:
        """The id of a new album."""
        return str(13_000_000_000_000_000 + self.number("album"))

    def chat_payload(self, chat: Chat) -> dict[str, Any]:
        """The Bot API's Chat."""
        return payloads.chat_payload(chat, self.users.get(chat.id))

    def put(self, chat: Chat, message: ShownMessage) -> None:
        """Shows a new message."""
        chat.messages.append(message)
        chat.by_id[message.message_id] = message
        chat.last_message_id = message.message_id
        self.touch()

    def reachable(self, chat_id: int) -> Chat:
        """The chat that the bot may write to. Raises Refused otherwise."""
        chat = self.chats.get(chat_id)
        user = self.users.get(chat_id)
        if chat is None:
            if self.dialect is Dialect.BALE:
                raise Refused("Not Found: no such group or user", 404)
            raise Refused("Bad Request: chat not found")
        if user is not None and user.blocked:
            raise Refused("Forbidden: bot was blocked by the user", 403)
        if user is not None and not user.started:
            if self.dialect is Dialect.BALE:
                raise Refused("Forbidden: permission_denied", 403)
            raise Refused("Forbidden: bot can't initiate conversation with a user", 403)
        return chat
