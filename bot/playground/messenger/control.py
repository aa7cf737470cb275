"""The people's side of a local messenger that runs in another process: JSON over HTTP, on this machine only.

``POST /<act>`` with an object of arguments answers ``{"ok": true, "result": …}`` or ``{"ok": false, "error": …}``.
The acts are those of ``LocalMessenger`` by the same names and arguments (bytes as base64); ``chat`` takes ``user_id``
and ``after`` (a message id; only later messages are listed), ``fault`` the fields of a Fault, ``set`` the switches.
``POST /batch`` takes an array of ``[act, arguments]`` and answers with an array of results.
"""

from base64 import b64decode, b64encode
from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import Any

import orjson
from aiohttp import web

from .dialects import Refused
from .faults import Fault, FaultKind
from .local import LocalMessenger
from .people import Chat, ShownMessage

Arguments = dict[str, Any]
Act = Callable[..., Any]

SWITCHES = frozenset({"sends_chat_instance", "contact_carries_user_id", "errors_with_status"})
UNSEEN = frozenset({"payload", "styled"})


class Control:
    """The acts by name."""

    def __init__(self, messenger: LocalMessenger) -> None:
        self._messenger = messenger
        self._acts: dict[str, Act] = {
            name: getattr(messenger, name)
            for name in (
                *("add_user", "add_group", "user", "type", "type_in_group", "tap", "press", "share_contact"),
                *("share_location", "send_sticker", "send_voice", "raw_update", "block", "unblock"),
                *("unanswered_taps", "token_bucket", "changed"),
            )
        } | {
            "send_photo": self._send_photo,
            "send_document": self._send_document,
            "file": self._file,
            "chat": self._chat,
            "state": self._state,
            "counters": self._counters,
            "calls": lambda last=100: list(messenger.calls)[-last:],
            "refusals": lambda: messenger.refusals,
            "fault": lambda **given: messenger.faults.add(Fault(FaultKind(given.pop("kind")), **given)),
            "clear_faults": messenger.faults.clear,
            "set": self._set,
        }

    def application(self) -> web.Application:
        """The HTTP side."""
        app = web.Application(client_max_size=100 * 1024 * 1024)
        app.add_routes([web.post("/batch", self._on_batch), web.post("/{act}", self._on_act)])
        return app

    async def _on_act(self, request: web.Request) -> web.Response:
        body = await request.read()
        return _json(await self._do(request.match_info["act"], orjson.loads(body) if body else {}))

    async def _on_batch(self, request: web.Request) -> web.Response:
        return _json([await self._do(act, arguments) for act, arguments in orjson.loads(await request.read())])

    async def _do(self, act: str, arguments: Arguments) -> dict[str, Any]:
        if act not in self._acts:
            return {"ok": False, "error": f"no act {act}"}
        try:
            result = self._acts[act](**arguments)
            if isinstance(result, Awaitable):
                result = await result
        except (LookupError, TypeError, ValueError, Refused) as error:
            return {"ok": False, "error": f"{type(error).__name__}: {error}"}
        return {"ok": True, "result": chat_view(result) if isinstance(result, Chat) else result}

    def _send_photo(self, user_id: int, data: str, caption: str | None = None) -> int:
        return self._messenger.send_photo(user_id, b64decode(data, validate=True), caption)

    def _send_document(self, user_id: int, data: str, name: str, caption: str | None = None) -> int:
        return self._messenger.send_document(user_id, b64decode(data, validate=True), name, caption)

    def _file(self, file_id: str) -> dict[str, Any]:
        stored = self._messenger.file(file_id)
        return {"name": stored.name, "mime_type": stored.mime_type, "data": b64encode(stored.data).decode()}

    def _chat(self, user_id: int, after: int = 0) -> dict[str, Any]:
        return chat_view(self._messenger.chat(user_id), after)

    def _state(self) -> dict[str, Any]:
        messenger = self._messenger
        return {
            "dialect": messenger.dialect,
            "version": messenger.version,
            "pending": messenger.pending,
            "schema_checked": messenger.schema_checked,
            "users": list(messenger.users),
            "refusals": len(messenger.refusals),
        }

    def _counters(self) -> dict[str, Any]:
        counters = self._messenger.counters
        return {
            "by_method": counters.by_method,
            "by_status": counters.by_status,
            "sent_in_second": counters.sent_in_second,
            "sent": counters.sent,
            "busiest_second": counters.busiest_second,
        }

    def _set(self, **switches: bool) -> None:
        for name, value in switches.items():
            if name not in SWITCHES or not isinstance(value, bool):
                raise ValueError(f"no switch {name}")
            setattr(self._messenger, name, value)


def chat_view(chat: Chat, after: int = 0) -> dict[str, Any]:
    """What is seen of a chat; only messages with ids above ``after``."""
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "messages": [message_view(message) for message in chat.messages if message.message_id > after],
        "reply_keyboard": chat.reply_keyboard,
        "toasts": chat.toasts,
        "action": chat.action,
    }


def message_view(message: ShownMessage) -> dict[str, Any]:
    """What is seen of a message."""
    seen = {field.name: getattr(message, field.name) for field in fields(message) if field.name not in UNSEEN}
    return seen | {"runs": message.runs}


def _json(body: object) -> web.Response:
    content = orjson.dumps(body, default=_plain, option=orjson.OPT_NON_STR_KEYS)
    return web.Response(body=content, content_type="application/json")


def _plain(value: object) -> object:
    if isinstance(value, (frozenset, set)):
        return sorted(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
