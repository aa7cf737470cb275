"""The Bot API's objects, as each dialect writes them: documented fields only."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson

from .dialects import Dialect
from .files import StoredFile
from .people import Chat, Key, Rows, SharedContact, ShownMessage, User

Payload = dict[str, Any]


def write_json(value: Any) -> bytes:
    """JSON as messengers write it; half a character, which somebody typed, goes out escaped as it came in."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value).encode()


def unix(instant: datetime) -> int:
    """Seconds since 1970, as dates travel."""
    return int(instant.timestamp())


def without_none(**fields: Any) -> Payload:
    """An object without its empty fields."""
    return {name: value for name, value in fields.items() if value is not None}


def user_payload(user: User) -> Payload:
    """User."""
    return without_none(
        id=user.id,
        is_bot=False,
        first_name=user.first_name,
        last_name=user.last_name,
        username=user.username,
        language_code=user.language_code,
    )


def chat_payload(chat: Chat, user: User | None) -> Payload:
    """Chat; ``user`` is the person of a private chat."""
    if user is None:
        return {"id": chat.id, "type": chat.kind, "title": chat.title or ""}
    return without_none(
        id=chat.id, type="private", first_name=user.first_name, last_name=user.last_name, username=user.username
    )


def contact_payload(contact: SharedContact) -> Payload:
    """Contact."""
    return without_none(
        phone_number=contact.phone, first_name=contact.first_name, last_name=contact.last_name, user_id=contact.user_id
    )


def photo_payload(stored: StoredFile) -> list[Payload]:
    """The sizes of a photo, the smallest first; all of them lead to the same file here."""
    small = 90 / max(stored.width, stored.height, 90)
    return [
        {
            "file_id": stored.file_id,
            "file_unique_id": stored.file_unique_id,
            "width": max(1, round(stored.width * scale)),
            "height": max(1, round(stored.height * scale)),
            "file_size": len(stored.data),
        }
        for scale in ((small, 1.0) if small < 1 else (1.0,))
    ]


def file_payload(stored: StoredFile) -> Payload:
    """Document."""
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.file_unique_id,
        "file_name": stored.name,
        "mime_type": stored.mime_type,
        "file_size": len(stored.data),
    }


def sticker_payload(stored: StoredFile, dialect: Dialect) -> Payload:
    """Sticker; Bale documents no ``is_animated`` and no ``is_video``."""
    sticker: Payload = {
        "file_id": stored.file_id,
        "file_unique_id": stored.file_unique_id,
        "type": "regular",
        "width": 512,
        "height": 512,
        "file_size": len(stored.data),
    }
    if dialect is Dialect.TELEGRAM:
        sticker |= {"is_animated": False, "is_video": False, "emoji": "🙂"}
    return sticker


def voice_payload(stored: StoredFile, dialect: Dialect) -> Payload:
    """Voice; Bale documents no ``duration``."""
    voice: Payload = {
        "file_id": stored.file_id,
        "file_unique_id": stored.file_unique_id,
        "mime_type": stored.mime_type,
        "file_size": len(stored.data),
    }
    if dialect is Dialect.TELEGRAM:
        voice["duration"] = 2
    return voice


def commands_in(text: str) -> list[Payload] | None:
    """The ``bot_command`` entity of a text that begins with a command."""
    if not text.startswith("/") or len(text) < 2:
        return None
    command = text.split(maxsplit=1)[0]
    name = command[1:].partition("@")[0]
    if not (name.isascii() and name.replace("_", "").isalnum() and len(name) <= 32):
        return None
    return [{"type": "bot_command", "offset": 0, "length": len(command)}]


def inline_payload(rows: Rows) -> Payload:
    """InlineKeyboardMarkup."""
    return {"inline_keyboard": [[_inline_key(key) for key in row] for row in rows]}


def _inline_key(key: Key) -> Payload:
    button: Payload = {"text": key.text}
    if key.data is not None:
        button["callback_data"] = key.data
    elif key.url is not None:
        button["url"] = key.url
    elif key.copy is not None:
        button["copy_text"] = {"text": key.copy}
    elif key.web_app is not None:
        button["web_app"] = {"url": key.web_app}
    elif key.other is not None:
        button[key.other] = "" if key.other.startswith("switch") else {}
    if key.style is not None:
        button["style"] = key.style
    return button


def inaccessible(message: ShownMessage) -> Payload:
    """What a tap carries of a message that was deleted meanwhile."""
    return {"message_id": message.message_id, "chat": message.payload["chat"], "date": 0}


def edit_stub(message: ShownMessage, now: datetime) -> Payload:
    """What Bale answers to an edit: a message 0 without content."""
    return {"message_id": 0, "date": unix(now), "chat": message.payload["chat"]}


def update(update_id: int, kind: str, content: Mapping[str, Any]) -> Payload:
    """Update."""
    return {"update_id": update_id, kind: content}
