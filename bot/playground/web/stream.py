"""What the page hears: the chats as they stand, and then every change of them."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import orjson

from bot.playground.messenger import Dialect, LocalMessenger, ShownMessage, Toast

from .personas import Persona

MOST_SHOWN = 500
"""Messages of one chat that the page shows, the newest."""
KEEP_ALIVE = 15.0
"""Seconds of silence after which a stream says that it is alive."""
TOGETHER = 0.03
"""Seconds in which changes are gathered into one message."""


def shown(message: ShownMessage) -> dict[str, Any]:
    """A message as the page draws it."""
    contact = message.contact
    return {
        "id": message.message_id,
        "mine": not message.from_bot,
        "kind": message.kind,
        "at": message.date,
        "plain": message.shown,
        "runs": [
            {"text": run.text, "marks": sorted(run.marks), "url": run.url, "title": run.title} for run in message.runs
        ],
        "photo": message.photo,
        "document": message.document,
        "file_name": message.file_name,
        "location": message.location,
        "contact": contact
        and {"name": f"{contact.first_name} {contact.last_name or ''}".strip(), "phone": contact.phone},
        "keys": [
            [{"text": key.text, "data": key.data, "url": key.url or key.web_app, "copy": key.copy} for key in row]
            for row in message.inline_keyboard
        ],
        "album": message.album,
        "reply_to": message.reply_to,
        "forwarded": message.forwarded,
        "edited": message.edited,
    }


def face(message: ShownMessage) -> tuple[object, ...]:
    """What can change of a message once it stands in the chat: two faces that are equal are drawn the same."""
    return (
        message.text,
        message.caption,
        message.entities,
        message.styled,
        message.inline_keyboard,
        message.photo,
        message.document,
        message.edited,
    )


class Stream:
    """One page that listens to some people's chats.

    It sends a chat whole once, and then only the messages that came, changed or went. ``heard`` is the Last-Event-ID of
    a page that comes back: how many toasts it has seen of each person, so that none is shown twice or lost in between.
    """

    def __init__(
        self, messengers: Mapping[Dialect, LocalMessenger], personas: Sequence[Persona], heard: str | None
    ) -> None:
        self.bell = asyncio.Event()
        self._messengers = messengers
        self._personas = personas
        self._messages: dict[str, dict[int, tuple[object, ...]]] = {}
        self._rest: dict[str, bytes] = {}
        self._other: dict[str, bytes] = {}
        self._toasts = {persona.key: len(self._chat_toasts(persona)) for persona in personas}
        with suppress(ValueError, AttributeError):
            for key, count in orjson.loads(heard or "{}").items():
                if key in self._toasts and isinstance(count, int):
                    self._toasts[key] = max(0, min(count, self._toasts[key]))

    def _chat_toasts(self, persona: Persona) -> list[Toast]:
        return self._messengers[persona.messenger].chat(persona.user_id).toasts

    async def wakes(self) -> AsyncIterator[bool]:
        """At once, after each change, and in long silences: True when something may have changed."""
        watchers = [
            asyncio.ensure_future(self._watch(messenger, messenger.version)) for messenger in self._messengers.values()
        ]
        try:
            yield True
            while True:
                try:
                    await asyncio.wait_for(self.bell.wait(), KEEP_ALIVE)
                except TimeoutError:
                    yield False
                    continue
                await asyncio.sleep(TOGETHER)
                self.bell.clear()
                yield True
        finally:
            for watcher in watchers:
                watcher.cancel()

    async def _watch(self, messenger: LocalMessenger, version: int) -> None:
        while True:
            version = await messenger.changed(version, KEEP_ALIVE)
            self.bell.set()

    def event(self, kind: str, value: object) -> bytes:
        """One event in the format of an event stream."""
        seen = orjson.dumps(self._toasts)
        return b"event: %b\nid: %b\ndata: %b\n\n" % (kind.encode(), seen, orjson.dumps(value))

    def news(self, **values: object) -> bytes:
        """Those of the named values that are not as they were told last."""
        out = b""
        for kind, value in values.items():
            told = orjson.dumps(value)
            if self._other.get(kind) != told:
                self._other[kind] = told
                out += self.event(kind, value)
        return out

    def chats(self) -> bytes:
        """What has changed in the chats since the last call."""
        return b"".join(self._change(persona) for persona in self._personas)

    def _change(self, persona: Persona) -> bytes:
        messenger = self._messengers[persona.messenger]
        chat = messenger.chat(persona.user_id)
        user = messenger.user(persona.user_id)
        before = self._messages.get(persona.key)
        old = before or {}
        # Most messages stay as they are, and comparing a face costs a hundredth of drawing it.
        visible = chat.visible[-MOST_SHOWN:]
        now = {message.message_id: face(message) for message in visible}
        changed = [shown(message) for message in visible if old.get(message.message_id) != now[message.message_id]]
        gone = [number for number in old if number not in now]
        toasts = chat.toasts[self._toasts[persona.key] :]
        self._toasts[persona.key] = len(chat.toasts)
        rest = {
            "keyboard": chat.reply_keyboard
            and [
                [{"text": key.text, "contact": key.request_contact, "location": key.request_location} for key in row]
                for row in chat.reply_keyboard
            ],
            "one_time": chat.reply_keyboard_one_time,
            "waiting": [
                f"{tap.message_id} {tap.data}"
                for tap in messenger.taps.values()
                if tap.user_id == persona.user_id and tap.answer is None
            ],
            "blocked": user.blocked,
            "started": user.started,
            "action": chat.action,
        }
        told = orjson.dumps(rest)
        if before is not None and not changed and not gone and not toasts and self._rest[persona.key] == told:
            return b""
        self._messages[persona.key], self._rest[persona.key] = now, told
        change = {
            "persona": persona.key,
            "whole": before is None,
            "messages": changed,
            "gone": gone,
            "toasts": [{"text": toast.text, "alert": toast.alert} for toast in toasts],
        }
        return self.event("chat", change | rest)
