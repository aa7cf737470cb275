"""Bale: every text is Markdown, fields are missing, edits answer with stubs, codes need a copy button."""

from typing import Any, ClassVar

from bot.messengers.link import Failure
from bot.messengers.profile import Profile, inline_keys, reply_keys
from bot.messengers.rendering import Wire
from bot.words import MARKS
from models.people import Messenger

_LOOK_ALIKES = {"*": "∗", "_": "＿", "`": "ˋ", "[": "［", "]": "］"}
_HARMLESS = str.maketrans(_LOOK_ALIKES)
_OLD_CLIENT = "1"
_MOST_NAME = 40


def harmless(text: str) -> str:
    """The text with look-alikes for the characters that Bale takes for markup; how to escape them is not documented."""
    return MARKS.sub("", text).translate(_HARMLESS)


class Bale(Profile):
    """The profile of Bale."""

    messenger: ClassVar = Messenger.BALE
    vouches_for_contacts: ClassVar = False
    start_link: ClassVar = "https://ble.ir/{name}?start={payload}"
    # 4096 is documented; what lies above Telegram's limit would be a second look that nobody has tried.
    most_caption: ClassVar = 1024
    not_found: ClassVar = Failure.BLOCKED
    per_second: ClassVar = (5.0, 20.0)  # it publishes nothing
    alters: ClassVar = "".join(_LOOK_ALIKES)

    def message(self, chat_id: int, wire: Wire) -> dict[str, Any]:
        """Plain text; a copy button for each code, since Bale documents no monospace."""
        payload: dict[str, Any] = {"chat_id": chat_id, "text": harmless(wire.text)}
        if wire.ask:
            payload["reply_markup"] = {"keyboard": reply_keys(wire)}
            return payload
        only = len(wire.codes) == 1
        rows = [[{"text": wire.copy_label if only else code, "copy_text": {"text": code}}] for code in wire.codes]
        rows.extend(inline_keys(wire))
        if rows:
            payload["reply_markup"] = {"inline_keyboard": rows}
        return payload

    def keyboard_off(self, chat_id: int, text: str) -> dict[str, Any]:
        """The same, in harmless text."""
        return super().keyboard_off(chat_id, harmless(text))

    def file_name(self, name: str) -> str:
        """Longer names are said to be cut within the ending."""
        stem, dot, ending = name.rpartition(".")
        return f"{stem[: _MOST_NAME - len(ending) - 1]}{dot}{ending}" if dot and len(name) > _MOST_NAME else name

    def can_answer(self, callback_id: str) -> bool:
        """Clients older than Khordad 1404 have ids that begin with 1 and show no toast."""
        return bool(callback_id) and not callback_id.startswith(_OLD_CLIENT)

    def makes_whole(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Fill what aiogram demands and Bale does not document; say old forwards in the new way."""
        callback = raw.get("callback_query")
        if isinstance(callback, dict):
            callback.setdefault("chat_instance", "")
            message = callback.get("message")
            if isinstance(message, dict):
                message.setdefault("date", 0)
                _whole_message(message)
        for name in ("message", "edited_message"):
            message = raw.get(name)
            if isinstance(message, dict):
                _whole_message(message)
        return raw


def _whole_message(message: dict[str, Any]) -> None:
    voice = message.get("voice")
    if isinstance(voice, dict):
        voice.setdefault("duration", 0)
    sticker = message.get("sticker")
    if isinstance(sticker, dict):
        for name, value in (
            ("is_animated", False),
            ("is_video", False),
            ("type", "regular"),
            ("width", 0),
            ("height", 0),
        ):
            sticker.setdefault(name, value)
    web_app = message.get("web_app_data")
    if isinstance(web_app, dict):
        web_app.setdefault("button_text", "")
    invoice = message.get("invoice")
    if isinstance(invoice, dict):
        invoice.setdefault("start_parameter", "")
        invoice.setdefault("currency", "IRR")
    if "forward_origin" not in message and ("forward_from" in message or "forward_from_chat" in message):
        message["forward_origin"] = {
            "type": "hidden_user",
            "date": message.get("forward_date", message.get("date", 0)),
            "sender_user_name": "",
        }
    reply = message.get("reply_to_message")
    if isinstance(reply, dict):
        _whole_message(reply)
