"""The local messenger: what people do on their phones, and what they see there."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from types import EllipsisType
from typing import Any

from aiohttp import web

from . import payloads
from .dialects import LIMITS, Dialect, Refused, utf16_length
from .faults import Faults
from .files import FileStore, StoredFile
from .pace import Counters, Pace
from .people import Chat, SharedContact, ShownMessage, User
from .records import Call, Refusal, Tap
from .schema import BotApiSchema
from .server import routes
from .updates import Updates

DEFAULT_SCHEMA = Path(__file__).resolve().parents[3] / ".cache" / "bot-api" / "schema.json"
KEPT_CALLS = 10_000


class LocalMessenger:
    """One bot on one messenger, in this process.

    What a person does returns the id of the update that the bot will receive. ``now`` is the only source of instants
    (aware UTC). Everything runs in one event loop; only ``changed``, ``serve``, ``close`` and webhooks need it running.
    ``schema`` is the path of the Bot API schema (Telegram only; None checks nothing against it).
    """

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
        self._message_ids = count(1)
        self._query_ids = count(1)
        self._albums = count(1)
        loaded = BotApiSchema.load(schema) if schema is not None and self.dialect is Dialect.TELEGRAM else None
        self.schema: BotApiSchema | None = loaded

    # Serving

    def routes(self, prefix: str = "") -> list[web.RouteDef]:
        """The Bot API's routes, for ``app.add_routes``: ``<prefix>/bot<token>/<method>`` and the file downloads."""
        return routes(self, prefix)

    @asynccontextmanager
    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
        """Serves alone, without a prefix; yields the root before ``/bot<token>`` (``http://127.0.0.1:4711``)."""
        app = web.Application()
        app.add_routes(self.routes())
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        site = web.TCPSite(runner, host, port)
        await site.start()
        try:
            yield f"http://{host}:{runner.addresses[0][1]}"
        finally:
            await self.close()
            await runner.cleanup()

    @property
    def closed(self) -> bool:
        """True once ``close`` was called."""
        return self.updates.closed

    async def close(self) -> None:
        """Lets waiting polls return and ends posting to a webhook."""
        await self.updates.close()
        self.touch()

    # People

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

    def block(self, user_id: int) -> int | None:
        """The person blocks the bot. Only Telegram tells the bot (returns that update's id)."""
        return self._block(user_id, blocked=True)

    def unblock(self, user_id: int) -> int | None:
        """The person lets the bot write again."""
        return self._block(user_id, blocked=False)

    def _block(self, user_id: int, *, blocked: bool) -> int | None:
        user = self.user(user_id)
        if user.blocked is blocked:
            return None
        user.blocked = blocked
        self.touch()
        if self.dialect is Dialect.BALE:
            return None
        member = {"status": "member", "user": self.bot}
        kicked = {"status": "kicked", "user": self.bot, "until_date": 0}
        old, new = (member, kicked) if blocked else (kicked, member)
        change = {
            "chat": payloads.chat_payload(self.chats[user_id], user),
            "from": payloads.user_payload(user),
            "date": payloads.unix(self.now()),
            "old_chat_member": old,
            "new_chat_member": new,
        }
        return self.updates.add("my_chat_member", change, lane=user_id)

    # What a person does

    def type(self, user_id: int, text: str, *, edit_of: int | None = None, forward_from: int | None = None) -> int:
        """Writes a text; one that is too long goes out in several messages, as apps do it (the last id is returned).

        ``edit_of`` changes an own earlier message instead. ``forward_from`` is the id of the account that the text
        comes from (one that does not exist here appears without a link to it).
        """
        if not text.strip():
            raise ValueError("apps do not send empty texts")
        if edit_of is not None:
            return self._edit_own(user_id, edit_of, text)
        update_id = -1
        for piece in _pieces(text, LIMITS[self.dialect].text):
            update_id = self._say(user_id, user_id, "text", _typed(piece), forward_from)
        return update_id

    def type_in_group(self, group_id: int, user_id: int, text: str) -> int:
        """Writes in a group, which is created on the first word."""
        if group_id not in self.chats:
            self.add_group(group_id, "Group")
        return self._say(group_id, user_id, "text", _typed(text), None)

    def tap(self, user_id: int, message_id: int, data: str, *, chat_id: int | None = None) -> int:
        """Taps an inline button. Whether the message (still) has it is not looked at: taps race with edits.

        Raises LookupError when there never was such a message.
        """
        chat = self.chat(user_id if chat_id is None else chat_id)
        message = chat.message(message_id)
        if message is None:
            raise LookupError(f"no message {message_id} in chat {chat.id}")
        user = self.user(user_id)
        number = next(self._query_ids)
        query_id = f"{1 if user.old_client and self.dialect is Dialect.BALE else 4}{number:017d}"
        self.taps[query_id] = Tap(query_id, user_id, message_id, data, self.now())
        query: dict[str, Any] = {"id": query_id, "from": payloads.user_payload(user)}
        query["message"] = payloads.inaccessible(message) if message.deleted else dict(message.payload)
        if self.sends_chat_instance:
            query["chat_instance"] = str(-(chat.id * 1_000_003 + 7))
        query["data"] = data
        return self.updates.add("callback_query", query, lane=chat.id)

    def press(self, user_id: int, label: str, *, message_id: int | None = None) -> int:
        """Taps the button with this label.

        It is looked for on the given message, else on the newest that shows it, else in the reply keyboard. Raises
        LookupError when there is none.
        """
        chat = self.chat(user_id)
        for message in reversed(chat.visible):
            if message_id is not None and message.message_id != message_id:
                continue
            for row in message.inline_keyboard:
                for key in row:
                    if key.text == label and key.data is not None:
                        return self.tap(user_id, message.message_id, key.data)
        if message_id is None:
            for row in chat.reply_keyboard or ():
                for key in row:
                    if key.text == label:
                        return self.share_contact(user_id) if key.request_contact else self.type(user_id, label)
        raise LookupError(f"no button {label!r} in chat {user_id}")

    def share_contact(
        self,
        user_id: int,
        phone: str | None = None,
        contact_user_id: int | EllipsisType | None = ...,
        first_name: str | None = None,
        *,
        forward_from: int | None = None,
    ) -> int:
        """Sends a contact card: the own one unless told otherwise.

        ``contact_user_id`` left out means the own id (on Bale only while ``contact_carries_user_id`` is set), None
        none.
        """
        user = self.user(user_id)
        number = user.phone if phone is None else phone
        if number is None:
            raise ValueError(f"user {user_id} has no phone number")
        if isinstance(contact_user_id, EllipsisType):
            carries = self.dialect is Dialect.TELEGRAM or self.contact_carries_user_id
            contact_user_id = user_id if carries else None
        contact = SharedContact(number, first_name or user.first_name, None, contact_user_id)
        content = {"contact": payloads.contact_payload(contact)}
        return self._say(user_id, user_id, "contact", content, forward_from, contact=contact)

    def share_location(self, user_id: int, lat: float, lon: float) -> int:
        """Sends a point, in degrees."""
        content = {"location": {"latitude": lat, "longitude": lon}}
        return self._say(user_id, user_id, "location", content, None, location=(lat, lon))

    def send_photo(self, user_id: int, data: bytes, caption: str | None = None) -> int:
        """Sends a picture. Raises Refused when it is none."""
        stored = self.files.keep("photo", data)
        content: dict[str, Any] = {"photo": payloads.photo_payload(stored)}
        if caption:
            content["caption"] = caption
        return self._say(user_id, user_id, "photo", content, None, photo=stored.file_id, caption=caption)

    def send_document(self, user_id: int, data: bytes, name: str, caption: str | None = None) -> int:
        """Sends a file."""
        stored = self.files.keep("document", data, name)
        content: dict[str, Any] = {"document": payloads.file_payload(stored)}
        if caption:
            content["caption"] = caption
        return self._say(
            user_id, user_id, "document", content, None, document=stored.file_id, caption=caption, file_name=name
        )

    def send_sticker(self, user_id: int) -> int:
        """Sends some sticker."""
        stored = self.files.keep("sticker", b"RIFF\0\0\0\0WEBPsticker", "sticker.webp", "image/webp")
        content = {"sticker": payloads.sticker_payload(stored, self.dialect)}
        return self._say(user_id, user_id, "sticker", content, None)

    def send_voice(self, user_id: int) -> int:
        """Sends a voice message of two seconds."""
        stored = self.files.keep("voice", b"OggS voice", "voice.ogg", "audio/ogg")
        content = {"voice": payloads.voice_payload(stored, self.dialect)}
        return self._say(user_id, user_id, "voice", content, None)

    def raw_update(self, body: dict[str, Any]) -> int:
        """Queues anything, unchecked; an absent ``update_id`` is filled in."""
        return self.updates.add_raw(body)

    def _say(
        self,
        chat_id: int,
        user_id: int,
        kind: str,
        content: dict[str, Any],
        forward_from: int | None,
        **shown: Any,
    ) -> int:
        user = self.user(user_id)
        chat = self.chat(chat_id)
        message = ShownMessage(
            self.next_message_id(chat), from_bot=False, sender_id=user_id, date=self.now(), kind=kind, **shown
        )
        payload: dict[str, Any] = {
            "message_id": message.message_id,
            "from": payloads.user_payload(user),
            "chat": self.chat_payload(chat),
            "date": payloads.unix(message.date),
        }
        if forward_from is not None:
            message.forwarded = True
            payload |= self._origin(forward_from, payload["date"])
        payload |= content
        message.text = content.get("text")
        message.sent = message.shown or None
        message.entities = tuple(content.get("entities", ()))
        message.payload = payload
        self.put(chat, message)
        if chat_id == user_id:
            user.started = True
            if chat.reply_keyboard_one_time:
                chat.reply_keyboard, chat.reply_keyboard_one_time = None, False
        return self.updates.add("message", dict(payload), lane=chat_id)

    def _origin(self, account: int, date: int) -> dict[str, Any]:
        known = self.users.get(account)
        if self.dialect is Dialect.BALE:
            source = (
                payloads.user_payload(known) if known else {"id": account, "is_bot": False, "first_name": "Somebody"}
            )
            return {"forward_from": source, "forward_date": date}
        if known is None:
            return {"forward_origin": {"type": "hidden_user", "sender_user_name": "Somebody", "date": date}}
        return {"forward_origin": {"type": "user", "sender_user": payloads.user_payload(known), "date": date}}

    def _edit_own(self, user_id: int, message_id: int, text: str) -> int:
        message = self.chat(user_id).message(message_id)
        if message is None or message.from_bot or message.kind != "text" or message.deleted:
            raise LookupError(f"user {user_id} has no text message {message_id}")
        content = _typed(text)
        message.text = message.sent = text
        message.entities = tuple(content.get("entities", ()))
        message.edited = True
        message.payload.pop("entities", None)
        message.payload |= content | {"edit_date": payloads.unix(self.now())}
        return self.updates.add("edited_message", dict(message.payload), lane=user_id)

    # What was done to whom

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

    # For the server

    def touch(self) -> None:
        """Something has changed."""
        self.version += 1
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    def next_message_id(self, chat: Chat) -> int:
        """Telegram numbers the messages of a bot, Bale those of a chat."""
        return next(self._message_ids) if self.dialect is Dialect.TELEGRAM else chat.last_message_id + 1

    def next_album(self) -> str:
        """The id of a new album."""
        return str(13_000_000_000_000_000 + next(self._albums))

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


def _typed(text: str) -> dict[str, Any]:
    commands = payloads.commands_in(text)
    return {"text": text} if commands is None else {"text": text, "entities": commands}


def _pieces(text: str, most: int) -> list[str]:
    """A long text in pieces of at most ``most`` UTF-16 units."""
    if utf16_length(text) <= most:
        return [text]
    pieces: list[str] = []
    piece: list[str] = []
    length = 0
    for character in text:
        width = 2 if character > "\uffff" else 1
        if length + width > most:
            pieces.append("".join(piece))
            piece, length = [], 0
        piece.append(character)
        length += width
    return [*pieces, "".join(piece)]
