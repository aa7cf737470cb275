"""Telegram: entities instead of markup, a secret header, contacts with the owner's id."""

import hmac
import re
from typing import Any, ClassVar

from bot.messengers.link import Failure
from bot.messengers.profile import Profile, inline_keys, reply_keys
from bot.messengers.rendering import Wire
from bot.words import BOLD, BOLD_END, CODE, CODE_END, MARKS
from models.people import Messenger

_PIECES = re.compile(f"({MARKS.pattern})")
_OPENS = {CODE: "code", BOLD: "bold"}
_CLOSES = {CODE_END, BOLD_END}
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (the header's name)


def formatted(text: str) -> tuple[str, list[dict[str, Any]]]:
    """Marks as entities, offsets in UTF-16 units: what a person typed can never become markup."""
    if MARKS.search(text) is None:
        return text, []
    pieces: list[str] = []
    entities: list[dict[str, Any]] = []
    opened: list[tuple[str, int]] = []
    at = 0
    for piece in _PIECES.split(text):
        if piece in _OPENS:
            opened.append((_OPENS[piece], at))
        elif piece in _CLOSES:
            if opened:
                kind, start = opened.pop()
                if at > start:
                    entities.append({"type": kind, "offset": start, "length": at - start})
        else:
            pieces.append(piece)
            at += len(piece.encode("utf-16-le")) // 2
    return "".join(pieces), entities


class Telegram(Profile):
    """The profile of Telegram."""

    messenger: ClassVar = Messenger.TELEGRAM
    vouches_for_contacts: ClassVar = True
    start_link: ClassVar = "https://t.me/{name}?start={payload}"
    most_caption: ClassVar = 1024
    not_found: ClassVar = Failure.TOKEN
    per_second: ClassVar = (25.0, 25.0)  # it lets about 30 through, some of which answers to taps need
    kinds: ClassVar = ("message", "edited_message", "callback_query")

    def message(self, chat_id: int, wire: Wire) -> dict[str, Any]:
        """Text with entities; inline rows, or a reply keyboard for what only it can ask."""
        text, entities = formatted(wire.text)
        payload: dict[str, Any] = {"chat_id": chat_id, "text": text}
        if entities:
            payload["entities"] = entities
        if wire.ask:
            payload["reply_markup"] = {
                "keyboard": reply_keys(wire),
                "resize_keyboard": True,
                "is_persistent": True,
            }
        elif wire.rows:
            payload["reply_markup"] = {"inline_keyboard": inline_keys(wire)}
        return payload

    def webhook(self, url: str, secret: str) -> tuple[str, dict[str, Any]]:
        """Telegram names its secret in a header of its own."""
        path, parameters = super().webhook(url, secret)
        return path, {**parameters, "secret_token": secret, "allowed_updates": list(self.kinds)}

    def knows_the_sender(self, headers: Any, secret: str) -> bool:
        """The header holds the secret."""
        return hmac.compare_digest(headers.get(SECRET_HEADER, ""), secret)
