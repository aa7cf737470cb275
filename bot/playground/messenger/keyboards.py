"""Keyboards under a message and in place of the typing field, checked as each dialect documents them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .dialects import LIMITS, Dialect, malformed, utf16_length
from .people import Key, Rows

INLINE_ACTIONS = {
    Dialect.TELEGRAM: frozenset(
        {
            "url",
            "callback_data",
            "web_app",
            "copy_text",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "callback_game",
            "pay",
            "disabled",
        }
    ),
    Dialect.BALE: frozenset({"url", "callback_data", "web_app", "copy_text"}),
}
INLINE_LOOKS = {Dialect.TELEGRAM: frozenset({"style", "icon_custom_emoji_id"}), Dialect.BALE: frozenset[str]()}
REPLY_ACTIONS = {
    Dialect.TELEGRAM: frozenset(
        {
            "request_contact",
            "request_location",
            "request_users",
            "request_chat",
            "request_managed_bot",
            "request_poll",
            "web_app",
        }
    ),
    Dialect.BALE: frozenset({"request_contact", "request_location", "web_app"}),
}
REPLY_FIELDS = {
    Dialect.TELEGRAM: frozenset(
        {"keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective"}
    ),
    Dialect.BALE: frozenset({"keyboard"}),
}
REMOVE_FIELDS = {
    Dialect.TELEGRAM: frozenset({"remove_keyboard", "selective"}),
    Dialect.BALE: frozenset({"remove_keyboard"}),
}
FORCE_FIELDS = frozenset({"force_reply", "input_field_placeholder", "selective"})
STYLES = frozenset({"danger", "success", "primary"})
MOST_BUTTONS = 100
MOST_IN_ROW = {"inline": 8, "reply": 12}


@dataclass(frozen=True, slots=True)
class Markup:
    """A ``reply_markup`` that has been understood."""

    kind: Literal["inline", "reply", "remove", "force"]
    rows: Rows = ()
    one_time: bool = False


def read(given: object, dialect: Dialect, *, private: bool) -> Markup:
    """A ``reply_markup`` object. Raises Refused for what the dialect lacks and for what is broken."""
    if not isinstance(given, Mapping):
        raise malformed("object expected as reply markup")
    if "inline_keyboard" in given:
        _known(given, frozenset({"inline_keyboard"}), "inline keyboard markup")
        return Markup("inline", _rows(given["inline_keyboard"], dialect, "inline", private=private))
    if "keyboard" in given:
        _known(given, REPLY_FIELDS[dialect], "reply keyboard markup")
        rows = _rows(given["keyboard"], dialect, "reply", private=private)
        if not rows:
            raise malformed("reply keyboard has no buttons")
        return Markup("reply", rows, one_time=given.get("one_time_keyboard") is True)
    if "remove_keyboard" in given:
        _known(given, REMOVE_FIELDS[dialect], "reply keyboard remove")
        if given["remove_keyboard"] is not True:
            raise malformed("remove_keyboard must be True")
        return Markup("remove")
    if "force_reply" in given and dialect is Dialect.TELEGRAM:
        _known(given, FORCE_FIELDS, "force reply")
        return Markup("force")
    raise malformed(
        f"can't parse reply markup: unknown kind with fields {', '.join(sorted(map(str, given))) or 'none'}"
    )


def _known(given: Mapping[str, Any], fields: frozenset[str], what: str) -> None:
    for name in given:
        if name not in fields:
            raise malformed(f'can\'t parse {what}: unknown field "{name}"')


def _rows(given: object, dialect: Dialect, kind: Literal["inline", "reply"], *, private: bool) -> Rows:
    name = "inline keyboard" if kind == "inline" else "reply keyboard"
    if not isinstance(given, list):
        raise malformed(f"can't parse {name} markup JSON object: Array expected")
    rows = []
    total = 0
    for row in given:
        if not isinstance(row, list):
            raise malformed(f"can't parse {name} markup JSON object: Array of Array expected")
        if not row:
            continue
        if len(row) > MOST_IN_ROW[kind]:
            raise malformed(f"a row of the {name} has more than {MOST_IN_ROW[kind]} buttons")
        total += len(row)
        if kind == "inline":
            rows.append(tuple(_inline_key(button, dialect) for button in row))
        else:
            rows.append(tuple(_reply_key(button, dialect, private=private) for button in row))
    if total > MOST_BUTTONS:
        raise malformed("reply markup is too long")
    return tuple(rows)


def _label(button: Mapping[str, Any], what: str) -> str:
    text = button.get("text")
    if not isinstance(text, str):
        raise malformed(f'can\'t parse {what}: field "text" must be of type String')
    if not text.strip():
        raise malformed(f"can't parse {what}: text is empty")
    return text


def _inline_key(button: object, dialect: Dialect) -> Key:
    what = "inline keyboard button"
    if not isinstance(button, dict):
        raise malformed(f"can't parse {what}: object expected")
    text = _label(button, what)
    if len(button) == 2 and "callback_data" in button:  # nearly every button there is
        return Key(text, data=_data(button["callback_data"], LIMITS[dialect].callback_data))
    actions = INLINE_ACTIONS[dialect]
    given = [name for name in button if name in actions]
    for name in button:
        if name not in actions and name != "text" and name not in INLINE_LOOKS[dialect]:
            raise malformed(f'can\'t parse {what}: unknown field "{name}"')
    if not given:
        raise malformed(f"can't parse {what}: text buttons are not allowed in the inline keyboard")
    if len(given) > 1:
        raise malformed(f"can't parse {what}: exactly one of {', '.join(sorted(given))} expected")
    action, value = given[0], button[given[0]]
    style = button.get("style")
    if style is not None and style not in STYLES:
        raise malformed(f"can't parse {what}: invalid style")
    match action:
        case "callback_data":
            return Key(text, data=_data(value, LIMITS[dialect].callback_data), style=style)
        case "url":
            return Key(text, url=_address(value), style=style)
        case "copy_text":
            return Key(text, copy=_copied(value, LIMITS[dialect].copy_text), style=style)
        case "web_app":
            return Key(text, web_app=_web_app(value), style=style)
    return Key(text, other=action, style=style)


def _reply_key(button: object, dialect: Dialect, *, private: bool) -> Key:
    what = "keyboard button"
    if isinstance(button, str) and dialect is Dialect.TELEGRAM:
        button = {"text": button}
    if not isinstance(button, dict):
        raise malformed(f"can't parse {what}: object expected")
    text = _label(button, what)
    actions = REPLY_ACTIONS[dialect]
    given = [name for name in button if name in actions and button[name] is not False]
    for name in button:
        if name not in actions and name != "text" and name not in INLINE_LOOKS[dialect]:
            raise malformed(f'can\'t parse {what}: unknown field "{name}"')
    if len(given) > 1:
        raise malformed(f"can't parse {what}: exactly one of {', '.join(sorted(given))} expected")
    if not given:
        return Key(text)
    action, value = given[0], button[given[0]]
    if not private:
        raise malformed("phone number and location can be requested in private chats only")
    if action == "web_app":
        return Key(text, web_app=_web_app(value))
    if action in ("request_contact", "request_location") and value is not True:
        raise malformed(f'can\'t parse {what}: field "{action}" must be of type Boolean')
    return Key(
        text,
        request_contact=action == "request_contact",
        request_location=action == "request_location",
        other=None if action in ("request_contact", "request_location") else action,
    )


def _data(value: object, most: int) -> str:
    if not isinstance(value, str) or not 0 < len(value.encode()) <= most:
        raise malformed("BUTTON_DATA_INVALID")
    return value


def _copied(value: object, most: int) -> str:
    text = value.get("text") if isinstance(value, Mapping) else None
    if not isinstance(text, str) or not 0 < utf16_length(text) <= most:
        raise malformed("BUTTON_COPY_TEXT_INVALID")
    return text


def _address(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise malformed("inline keyboard button URL is empty")
    scheme, separator, rest = value.partition("://")
    if not separator:
        scheme, rest = "http", value
    if scheme not in ("http", "https", "tg") or not rest or " " in rest or (scheme != "tg" and "." not in rest):
        raise malformed(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    return value


def _web_app(value: object) -> str:
    url = value.get("url") if isinstance(value, Mapping) else None
    if not isinstance(url, str) or not url.startswith("https://"):
        raise malformed(f"inline keyboard button web app URL '{url}' is invalid: Only HTTPS links are allowed")
    return url
