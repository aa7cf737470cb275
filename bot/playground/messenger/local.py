"""The local messenger: what people do on their phones, and what they see there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import EllipsisType
from typing import Any

from aiohttp import web

from . import memory, payloads
from .dialects import LIMITS, Dialect, utf16_length
from .people import SharedContact, ShownMessage
from .records import Tap
from .server import routes
from .state import State


class LocalMessenger(State):
    """One bot on one messenger, in this process.

    What a person does returns the id of the update that the bot will receive. ``now`` is the only source of instants
    (aware UTC). Everything runs in one event loop; only ``changed``, ``serve``, ``close`` and webhooks need it running.
    ``schema`` is the path of the Bot API schema (Telegram only; None checks nothing against it).
    """

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

    async def close(self) -> None:
        """Lets waiting polls return and ends posting to a webhook."""
        await self.updates.close()
        self.touch()

    def save(self, path: Path) -> None:
        """Writes everything that phones show to a file, for ``restore``."""
        memory.save(self, path)

    def restore(self, path: Path) -> bool:
        """Takes up what was saved, in place of what is. False when there is nothing to take up."""
        return memory.restore(self, path)

    # What a person does

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
        number = self.number("query")
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
        # Who has blocked a bot cannot write to it: apps offer to start it again, and that ends the block.
        self.unblock(user_id)
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
