"""The outside of an update: whose it is and where it came from, read before anything else of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from handlers.buttons import MOST_BYTES, Home

_MOST: Final = 2**63
"""What databases keep."""


@dataclass(slots=True)
class Envelope:
    """The outside of a raw update: whose it is and where it came from."""

    kind: str
    account_id: int
    chat_id: int
    private: bool
    message_id: int | None
    callback_id: str
    place: str | None = None
    """Where this leads, as the data of a tap (a command leads home); None: the person stays where they are."""


def number_of(raw: object) -> int | None:
    """The update's own number; None for what has none that can be kept."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if isinstance(number, int) and -_MOST <= number < _MOST else None


def _id(value: object) -> int:
    """An id of somebody or something. Raises ValueError when it is none."""
    number = int(str(value))
    if not -_MOST <= number < _MOST:
        raise ValueError("no id")
    return number


def _place(data: object) -> str | None:
    """The data of a tap, when it is of a kind that a button can have."""
    whole = isinstance(data, str) and len(data) <= MOST_BYTES and data.isascii() and data.isprintable()
    return str(data) if whole else None


def open_envelope(raw: Mapping[str, Any]) -> Envelope | None:
    """Read the outside of an update; None for kinds that are nobody's (channel posts, payments …)."""
    try:
        if isinstance(raw.get("callback_query"), dict):
            callback = raw["callback_query"]
            message = callback.get("message") or {}
            sender = _id(callback["from"]["id"])
            chat = message.get("chat") or {"id": sender, "type": "private"}
            return Envelope(
                "callback_query",
                sender,
                _id(chat["id"]),
                chat.get("type", "private") == "private",
                _id(message["message_id"]) if "message_id" in message else None,
                str(callback["id"]),
                _place(callback.get("data")),
            )
        for kind in ("message", "edited_message"):
            if isinstance(raw.get(kind), dict):
                message = raw[kind]
                return Envelope(
                    kind,
                    _id(message["from"]["id"]),
                    _id(message["chat"]["id"]),
                    message["chat"].get("type") == "private",
                    _id(message["message_id"]),
                    "",
                    Home().pack() if str(message.get("text", "")).startswith("/") else None,
                )
    except (KeyError, TypeError, ValueError):
        return None
    return None
