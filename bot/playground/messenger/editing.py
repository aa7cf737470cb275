"""The methods that change what stands in a chat, and the answer to a tap."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from . import payloads
from .dialects import LIMITS, Dialect, malformed, untimely, utf16_length
from .keyboards import Markup
from .parameters import Params, Request
from .people import Chat, ShownMessage, Toast
from .sending import caption, caption_content, file_content, input_media, markup, message_text, target, text_content

if TYPE_CHECKING:
    from .local import LocalMessenger

DELETABLE = timedelta(hours=48)
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document", "reply_markup")


def edit_text(messenger: "LocalMessenger", request: Request) -> object:
    """``editMessageText``; without ``reply_markup`` the buttons go."""
    text = message_text(messenger, request.params)
    keyboard = _inline(messenger, request.params)
    message = _own(messenger, request.params)
    if message.kind != "text":
        raise untimely("there is no text in the message to edit")
    _change(messenger, message, text_content(text), keyboard)
    message.text, message.sent, message.entities, message.styled = text.read, text.sent, text.entities, text.runs
    return _edited(messenger, message)


def edit_caption(messenger: "LocalMessenger", request: Request) -> object:
    """``editMessageCaption``; without ``caption`` the caption goes, without ``reply_markup`` the buttons."""
    text = caption(messenger, request.params)
    keyboard = _inline(messenger, request.params)
    message = _own(messenger, request.params)
    if message.kind not in ("photo", "document"):
        raise untimely("there is no caption in the message to edit")
    files = {name: value for name, value in message.payload.items() if name in ("photo", "document")}
    _change(messenger, message, files | caption_content(text), keyboard)
    message.caption = text.read if text else None
    message.sent = text.sent if text else None
    message.entities, message.styled = (text.entities, text.runs) if text else ((), None)
    return _edited(messenger, message)


def edit_markup(messenger: "LocalMessenger", request: Request) -> object:
    """``editMessageReplyMarkup``; without ``reply_markup`` the buttons go."""
    keyboard = _inline(messenger, request.params)
    message = _own(messenger, request.params)
    kept = {name: value for name, value in message.payload.items() if name in CONTENT and name != "reply_markup"}
    _change(messenger, message, kept, keyboard)
    return _edited(messenger, message)


def edit_media(messenger: "LocalMessenger", request: Request) -> object:
    """``editMessageMedia`` (Telegram): another file, or a file instead of a text."""
    stored, text = input_media(messenger, request, request.params["media"])
    keyboard = _inline(messenger, request.params)
    message = _own(messenger, request.params)
    if message.kind not in ("text", "photo", "document"):
        raise untimely("message can't be edited")
    _change(messenger, message, file_content(stored) | caption_content(text), keyboard)
    message.kind, message.text = stored.kind, None
    message.photo = stored.file_id if stored.kind == "photo" else None
    message.document = stored.file_id if stored.kind == "document" else None
    message.file_name = stored.name if stored.kind == "document" else None
    message.caption = text.read if text else None
    message.sent = text.sent if text else None
    message.entities, message.styled = (text.entities, text.runs) if text else ((), None)
    return _edited(messenger, message)


def _inline(messenger: "LocalMessenger", params: Params) -> Markup | None:
    keyboard = markup(messenger, params, private=True)
    if keyboard is not None and keyboard.kind != "inline":
        raise malformed("inline keyboard expected")
    return keyboard


def _found(messenger: "LocalMessenger", params: Params) -> tuple[Chat, ShownMessage | None]:
    chat_id, _ = target(messenger, params)
    chat = messenger.reachable(chat_id)
    message = chat.message(params["message_id"])
    return chat, None if message is None or message.deleted else message


def _own(messenger: "LocalMessenger", params: Params) -> ShownMessage:
    """A message of the bot that may be edited."""
    _, message = _found(messenger, params)
    if message is None:
        raise untimely("message to edit not found")
    # A message that came with a reply keyboard cannot be edited either.
    if not message.from_bot or not message.editable:
        raise untimely("message can't be edited")
    return message


def _change(
    messenger: "LocalMessenger", message: ShownMessage, content: dict[str, Any], keyboard: Markup | None
) -> None:
    """Puts new content into the Message. Raises Refused when it is the old."""
    rows = keyboard.rows if keyboard is not None else ()
    wanted = dict(content)
    if rows:
        wanted["reply_markup"] = payloads.inline_payload(rows)
    if wanted == {name: value for name, value in message.payload.items() if name in CONTENT}:
        raise untimely(SAME)
    # A tap that is on its way holds the old object.
    payload = {name: value for name, value in message.payload.items() if name not in CONTENT}
    message.payload = payload | {"edit_date": payloads.unix(messenger.now())} | wanted
    message.inline_keyboard = rows


def _edited(messenger: "LocalMessenger", message: ShownMessage) -> object:
    message.edited = True
    messenger.touch()
    if messenger.dialect is Dialect.BALE:
        return payloads.edit_stub(message, messenger.now())
    return message.payload


def delete_message(messenger: "LocalMessenger", request: Request) -> object:
    """``deleteMessage``: own ones, and others' in a private chat, for 48 hours."""
    chat, message = _found(messenger, request.params)
    if message is None:
        raise untimely("message to delete not found")
    if (not message.from_bot and chat.kind != "private") or messenger.now() - message.date > DELETABLE:
        raise untimely("message can't be deleted")
    message.deleted = True
    messenger.touch()
    return True


def answer_callback_query(messenger: "LocalMessenger", request: Request) -> object:
    """``answerCallbackQuery``: once for each tap, and soon."""
    params = request.params
    text = params.get("text", "")
    if utf16_length(text) > LIMITS[messenger.dialect].toast:
        raise malformed("MESSAGE_TOO_LONG")
    tap = messenger.taps.get(params["callback_query_id"])
    if tap is None or tap.answer is not None or messenger.now() - tap.at > messenger.query_lifetime:
        raise untimely(TOO_OLD)
    tap.answer = Toast(text, params.get("show_alert", False))
    # Bale's apps from before Khordad 1404 take the answer and show nothing.
    silent = messenger.dialect is Dialect.BALE and tap.query_id.startswith("1")
    if text and not silent:
        messenger.chat(tap.user_id).toasts.append(tap.answer)
    messenger.touch()
    return True
