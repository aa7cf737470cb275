"""The parameters of each method as each dialect documents them, and how their values are understood."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from .dialects import Dialect, malformed

Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file part of a multipart request."""

    name: str
    data: bytes
    mime_type: str | None = None

    def __str__(self) -> str:
        return f"<{self.name}, {len(self.data)} bytes>"


@dataclass(frozen=True, slots=True)
class Request:
    """What arrived: values by name, and file parts that no parameter claims (Telegram's ``attach://``)."""

    method: str
    params: Params
    attachments: Mapping[str, Upload]


Kind = Callable[[str, Any], Any]


def integer(name: str, value: Any) -> int:
    """A whole number, or its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        digits = value.removeprefix("-")
        if digits.isascii() and digits.isdecimal():
            return int(value)
    raise _expected(name, "Integer")


def number(name: str, value: Any) -> float:
    """A number, or its digits."""
    try:
        if isinstance(value, (int, float, str)) and not isinstance(value, bool):
            return float(value)
    except ValueError:
        pass
    raise _expected(name, "Float")


def boolean(name: str, value: Any) -> bool:
    """A truth value, or its word."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false", "1", "0"):
        return value.lower() in ("true", "1")
    raise _expected(name, "Boolean")


def string(name: str, value: Any) -> str:
    """A text."""
    if isinstance(value, str):
        return value
    raise _expected(name, "String")


def chat(name: str, value: Any) -> int | str:
    """A chat's id, or the name of a public one."""
    if value == "":
        raise malformed(f"{name} is empty")
    if isinstance(value, str) and value.startswith("@"):
        return value
    return integer(name, value)


def structure(name: str, value: Any) -> Any:
    """An object, as such or as JSON text."""
    value = _decoded(name, value)
    if isinstance(value, dict):
        return value
    raise _expected(name, "Object")


def array(name: str, value: Any) -> Any:
    """An array, as such or as JSON text."""
    value = _decoded(name, value)
    if isinstance(value, list):
        return value
    raise _expected(name, "Array")


def media(name: str, value: Any) -> Any:
    """A file part, a file id or an address."""
    if isinstance(value, Upload) or (isinstance(value, str) and value):
        return value
    raise _expected(name, "InputFile or String")


def _decoded(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        raise malformed(f'can\'t parse parameter "{name}": invalid JSON') from None


def _expected(name: str, what: str) -> Exception:
    return malformed(f'can\'t parse parameter "{name}": {what} expected')


@dataclass(frozen=True, slots=True)
class Signature:
    """A method's name, parameters, and which of them must be there."""

    name: str
    kinds: Mapping[str, Kind]
    required: tuple[str, ...] = ()

    def read(self, given: Mapping[str, Any]) -> Params:
        """The values, understood. Raises Refused for unknown, missing and wrong ones."""
        params: Params = {}
        kinds = self.kinds
        for name, value in given.items():
            kind = kinds.get(name)
            if kind is None:
                raise malformed(f'unknown parameter "{name}"')
            if isinstance(value, Upload) and kind is not media:
                raise _expected(name, "a value instead of a file")
            params[name] = kind(name, value)
        for name in self.required:
            if name not in params:
                raise malformed(MISSING.get(name, f'parameter "{name}" is required'))
        return params


MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "media": "there is no media in the request",
}

_SEND: dict[str, Kind] = {
    "business_connection_id": string,
    "chat_id": chat,
    "message_thread_id": integer,
    "direct_messages_topic_id": integer,
    "disable_notification": boolean,
    "protect_content": boolean,
    "allow_paid_broadcast": boolean,
    "message_effect_id": string,
    "suggested_post_parameters": structure,
    "ephemeral_message_parameters": structure,
    "reply_parameters": structure,
    "reply_markup": structure,
}
_FORMAT: dict[str, Kind] = {"parse_mode": string}
_CAPTION: dict[str, Kind] = {"caption": string, "caption_entities": array, "parse_mode": string}
_EDIT: dict[str, Kind] = {
    "business_connection_id": string,
    "chat_id": chat,
    "message_id": integer,
    "reply_markup": structure,
}
_BALE_SEND: dict[str, Kind] = {"chat_id": chat, "reply_to_message_id": integer, "reply_markup": structure}


def _without(*names: str) -> dict[str, Kind]:
    return {name: kind for name, kind in _SEND.items() if name not in names}


def _table(*signatures: Signature) -> dict[str, Signature]:
    return {signature.name.lower(): signature for signature in signatures}


SIGNATURES = {
    Dialect.TELEGRAM: _table(
        Signature("getMe", {}),
        Signature("getUpdates", {"offset": integer, "limit": integer, "timeout": integer, "allowed_updates": array}),
        Signature(
            "setWebhook",
            {
                "url": string,
                "certificate": media,
                "ip_address": string,
                "max_connections": integer,
                "allowed_updates": array,
                "drop_pending_updates": boolean,
                "secret_token": string,
            },
            ("url",),
        ),
        Signature("deleteWebhook", {"drop_pending_updates": boolean}),
        Signature("getWebhookInfo", {}),
        Signature(
            "sendMessage",
            _SEND | _FORMAT | {"text": string, "entities": array, "link_preview_options": structure},
            ("chat_id", "text"),
        ),
        Signature(
            "sendPhoto",
            _SEND | _CAPTION | {"photo": media, "show_caption_above_media": boolean, "has_spoiler": boolean},
            ("chat_id", "photo"),
        ),
        Signature(
            "sendDocument",
            _SEND | _CAPTION | {"document": media, "thumbnail": media, "disable_content_type_detection": boolean},
            ("chat_id", "document"),
        ),
        Signature(
            "sendLocation",
            _SEND
            | {
                "latitude": number,
                "longitude": number,
                "horizontal_accuracy": number,
                "live_period": integer,
                "heading": integer,
                "proximity_alert_radius": integer,
            },
            ("chat_id", "latitude", "longitude"),
        ),
        Signature(
            "sendContact",
            _SEND | {"phone_number": string, "first_name": string, "last_name": string, "vcard": string},
            ("chat_id", "phone_number", "first_name"),
        ),
        Signature(
            "sendMediaGroup",
            _without("reply_markup", "suggested_post_parameters", "ephemeral_message_parameters") | {"media": array},
            ("chat_id", "media"),
        ),
        Signature(
            "sendChatAction",
            {"business_connection_id": string, "chat_id": chat, "message_thread_id": integer, "action": string},
            ("chat_id", "action"),
        ),
        Signature(
            "copyMessage",
            {
                name: kind
                for name, kind in _SEND.items()
                if name not in ("business_connection_id", "ephemeral_message_parameters")
            }
            | _CAPTION
            | {
                "from_chat_id": chat,
                "message_id": integer,
                "video_start_timestamp": integer,
                "show_caption_above_media": boolean,
            },
            ("chat_id", "from_chat_id", "message_id"),
        ),
        Signature(
            "editMessageText",
            _EDIT
            | _FORMAT
            | {
                "text": string,
                "inline_message_id": string,
                "entities": array,
                "link_preview_options": structure,
            },
            ("chat_id", "message_id", "text"),
        ),
        Signature(
            "editMessageCaption",
            _EDIT | _CAPTION | {"inline_message_id": string, "show_caption_above_media": boolean},
            ("chat_id", "message_id"),
        ),
        Signature(
            "editMessageReplyMarkup",
            _EDIT | {"inline_message_id": string},
            ("chat_id", "message_id"),
        ),
        Signature(
            "editMessageMedia",
            _EDIT | {"inline_message_id": string, "media": structure},
            ("chat_id", "message_id", "media"),
        ),
        Signature("deleteMessage", {"chat_id": chat, "message_id": integer}, ("chat_id", "message_id")),
        Signature(
            "answerCallbackQuery",
            {
                "callback_query_id": string,
                "text": string,
                "show_alert": boolean,
                "url": string,
                "cache_time": integer,
            },
            ("callback_query_id",),
        ),
        Signature("getFile", {"file_id": string}, ("file_id",)),
        Signature("setMyCommands", {"commands": array, "scope": structure, "language_code": string}, ("commands",)),
        Signature("getMyCommands", {"scope": structure, "language_code": string}),
        Signature("deleteMyCommands", {"scope": structure, "language_code": string}),
    ),
    Dialect.BALE: _table(
        Signature("getMe", {}),
        Signature("getUpdates", {"offset": integer, "limit": integer, "timeout": integer}),
        Signature("setWebhook", {"url": string}, ("url",)),
        Signature("deleteWebhook", {}),
        Signature("getWebhookInfo", {}),
        Signature("sendMessage", _BALE_SEND | {"text": string}, ("chat_id", "text")),
        Signature("sendPhoto", _BALE_SEND | {"photo": media, "caption": string}, ("chat_id", "photo")),
        Signature("sendDocument", _BALE_SEND | {"document": media, "caption": string}, ("chat_id", "document")),
        Signature(
            "sendLocation",
            _BALE_SEND | {"latitude": number, "longitude": number, "horizontal_accuracy": number},
            ("chat_id", "latitude", "longitude"),
        ),
        Signature(
            "sendContact",
            _BALE_SEND | {"phone_number": string, "first_name": string, "last_name": string},
            ("chat_id", "phone_number", "first_name"),
        ),
        Signature(
            "sendMediaGroup", {"chat_id": chat, "media": array, "reply_to_message_id": integer}, ("chat_id", "media")
        ),
        Signature("sendChatAction", {"chat_id": chat, "action": string}, ("chat_id", "action")),
        Signature(
            "copyMessage",
            {"chat_id": chat, "from_chat_id": chat, "message_id": integer},
            ("chat_id", "from_chat_id", "message_id"),
        ),
        Signature(
            "editMessageText",
            {"chat_id": chat, "message_id": integer, "text": string, "reply_markup": structure},
            ("chat_id", "message_id", "text"),
        ),
        Signature(
            "editMessageCaption",
            {"chat_id": chat, "message_id": integer, "caption": string, "reply_markup": structure},
            ("chat_id", "message_id"),
        ),
        Signature(
            "editMessageReplyMarkup",
            {"chat_id": chat, "message_id": integer, "reply_markup": structure},
            ("chat_id", "message_id"),
        ),
        Signature("deleteMessage", {"chat_id": chat, "message_id": integer}, ("chat_id", "message_id")),
        Signature(
            "answerCallbackQuery",
            {"callback_query_id": string, "text": string, "show_alert": boolean},
            ("callback_query_id",),
        ),
        Signature("getFile", {"file_id": string}, ("file_id",)),
        Signature("setMyCommands", {"commands": array}, ("commands",)),
    ),
}
