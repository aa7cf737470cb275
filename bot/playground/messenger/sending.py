"""The methods that put a new message into a chat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import bale_text, entities, keyboards, payloads
from .dialects import CHAT_ACTIONS, LIMITS, Dialect, malformed, untimely, utf16_length
from .files import StoredFile
from .parameters import Params, Request, Upload
from .people import Chat, SharedContact, ShownMessage
from .runs import Run

if TYPE_CHECKING:
    from .local import LocalMessenger

ALBUM_KINDS = ("photo", "document")
MEDIA_FIELDS = {
    Dialect.TELEGRAM: {
        "photo": frozenset(
            {"type", "media", "caption", "parse_mode", "caption_entities", "show_caption_above_media", "has_spoiler"}
        ),
        "document": frozenset(
            {
                "type",
                "media",
                "thumbnail",
                "caption",
                "parse_mode",
                "caption_entities",
                "disable_content_type_detection",
            }
        ),
    },
    Dialect.BALE: {
        "photo": frozenset({"type", "media", "caption"}),
        "document": frozenset({"type", "media", "thumbnail", "caption"}),
    },
}


@dataclass(frozen=True, slots=True)
class Written:
    """A text or caption: as it was sent, as it is read, and its styles (``runs`` where they are no entities)."""

    sent: str
    read: str
    entities: tuple[Mapping[str, Any], ...]
    runs: tuple[Run, ...] | None = None


def written(
    dialect: Dialect, text: str, parse_mode: str | None, given: Sequence[Any] | None, most: int, too_long: str
) -> Written:
    """A text in the dialect's formatting. Raises Refused when it does not parse or is too long."""
    if dialect is Dialect.BALE:
        if utf16_length(text) > most:
            raise malformed(too_long)
        runs = bale_text.render(text)
        return Written(text, bale_text.plain(runs), (), runs)
    if given is not None:
        if parse_mode:
            raise malformed("parse_mode and entities exclude each other")
        if not all(isinstance(entity, Mapping) for entity in given):
            raise malformed("can't parse MessageEntity: expected an Object")
        formatted = entities.Formatted(text, entities.check(text, given))
    else:
        formatted = entities.parse(text, parse_mode)
    if utf16_length(formatted.text) > most:
        raise malformed(too_long)
    return Written(text, formatted.text, formatted.entities)


def message_text(messenger: "LocalMessenger", params: Params) -> Written:
    """The ``text`` of a request."""
    dialect = messenger.dialect
    text = written(
        dialect,
        params["text"],
        params.get("parse_mode"),
        params.get("entities"),
        LIMITS[dialect].text,
        "message is too long",
    )
    if entities.is_blank(text.read):
        raise malformed("message text is empty")
    return text


def caption(messenger: "LocalMessenger", params: Mapping[str, Any], *, album: bool = False) -> Written | None:
    """The ``caption`` of a request or of an InputMedia; None when there is none."""
    given = params.get("caption")
    if not given:
        return None
    if not isinstance(given, str):
        raise malformed('field "caption" must be of type String')
    limits = LIMITS[messenger.dialect]
    most = limits.album_caption if album else limits.caption
    return written(
        messenger.dialect,
        given,
        params.get("parse_mode"),
        params.get("caption_entities"),
        most,
        "message caption is too long",
    )


def target(messenger: "LocalMessenger", params: Params) -> tuple[int, bool]:
    """The chat's id and whether it is a private one."""
    chat_id = params["chat_id"]
    if isinstance(chat_id, str):
        raise untimely("chat not found")
    return chat_id, chat_id in messenger.users


def markup(messenger: "LocalMessenger", params: Params, *, private: bool) -> keyboards.Markup | None:
    """The ``reply_markup`` of a request."""
    given = params.get("reply_markup")
    return None if given is None else keyboards.read(given, messenger.dialect, private=private)


def post(
    messenger: "LocalMessenger",
    chat: Chat,
    params: Params,
    message: ShownMessage,
    content: dict[str, Any],
    keyboard: keyboards.Markup | None = None,
) -> dict[str, Any]:
    """Shows a message of the bot and returns the Bot API's Message."""
    payload: dict[str, Any] = {
        "message_id": message.message_id,
        "from": messenger.bot,
        "chat": messenger.chat_payload(chat),
        "date": payloads.unix(message.date),
    }
    _reply(chat, params, message, payload)
    payload |= content
    if keyboard is not None:
        message.editable = keyboard.kind == "inline"
        match keyboard.kind:
            case "inline":
                message.inline_keyboard = keyboard.rows
                if keyboard.rows:
                    payload["reply_markup"] = payloads.inline_payload(keyboard.rows)
            case "reply":
                chat.reply_keyboard, chat.reply_keyboard_one_time = keyboard.rows, keyboard.one_time
            case "remove":
                chat.reply_keyboard, chat.reply_keyboard_one_time = None, False
    message.payload = payload
    chat.action = None
    messenger.counters.sent_in_second[payload["date"]] += 1
    messenger.put(chat, message)
    return payload


def _reply(chat: Chat, params: Params, message: ShownMessage, payload: dict[str, Any]) -> None:
    """Which message this one answers."""
    given = params.get("reply_parameters")
    wanted = params.get("reply_to_message_id") if given is None else given.get("message_id")
    if wanted is None:
        if given is not None:
            raise malformed('can\'t parse ReplyParameters: field "message_id" is required')
        return
    answered = chat.message(wanted) if isinstance(wanted, int) else None
    if answered is None or answered.deleted:
        if given is not None and given.get("allow_sending_without_reply") is True:
            return
        raise untimely("message to be replied not found")
    message.reply_to = answered.message_id
    payload["reply_to_message"] = {
        name: value for name, value in answered.payload.items() if name != "reply_to_message"
    }


def new_message(messenger: "LocalMessenger", chat: Chat, kind: str, **shown: Any) -> ShownMessage:
    """A message of the bot that is not shown yet."""
    return ShownMessage(
        messenger.next_message_id(chat),
        from_bot=True,
        sender_id=messenger.bot_id,
        date=messenger.now(),
        kind=kind,
        **shown,
    )


def text_content(text: Written) -> dict[str, Any]:
    """``text`` and ``entities`` of a Message. Bale gives the text back as it was sent."""
    content: dict[str, Any] = {"text": text.read if text.entities or text.read == text.sent else text.sent}
    if text.entities:
        content["entities"] = list(text.entities)
    return content


def caption_content(text: Written | None) -> dict[str, Any]:
    """``caption`` and ``caption_entities`` of a Message."""
    if text is None:
        return {}
    content = text_content(text)
    return {"caption" if name == "text" else "caption_entities": value for name, value in content.items()}


def captioned(text: Written | None) -> dict[str, Any]:
    """The fields of a ShownMessage that hold a caption."""
    if text is None:
        return {}
    return {"caption": text.read, "sent": text.sent, "entities": text.entities, "styled": text.runs}


def send_message(messenger: "LocalMessenger", request: Request) -> object:
    """``sendMessage``."""
    params = request.params
    text = message_text(messenger, params)
    chat_id, private = target(messenger, params)
    keyboard = markup(messenger, params, private=private)
    chat = messenger.reachable(chat_id)
    message = new_message(
        messenger, chat, "text", text=text.read, sent=text.sent, entities=text.entities, styled=text.runs
    )
    return post(messenger, chat, params, message, text_content(text), keyboard)


def send_file(messenger: "LocalMessenger", request: Request, kind: str) -> object:
    """``sendPhoto`` and sendDocument."""
    params = request.params
    stored = media_file(messenger, request, params[kind], kind, within_media=False)
    text = caption(messenger, params)
    chat_id, private = target(messenger, params)
    keyboard = markup(messenger, params, private=private)
    chat = messenger.reachable(chat_id)
    message = new_message(messenger, chat, kind, **shown_file(stored), **captioned(text))
    return post(messenger, chat, params, message, file_content(stored) | caption_content(text), keyboard)


def media_file(
    messenger: "LocalMessenger", request: Request, given: object, kind: str, *, within_media: bool
) -> StoredFile:
    """The file that a media field means: an upload, an ``attach://`` (Bale: only within InputMedia) or a file id."""
    if isinstance(given, Upload):
        return messenger.files.keep(kind, given.data, given.name, given.mime_type)
    if not isinstance(given, str):
        raise malformed(f"there is no {kind} in the request")
    if given.startswith("attach://"):
        if messenger.dialect is Dialect.BALE and not within_media:
            raise malformed("wrong file identifier/HTTP URL specified")
        part = request.attachments.get(given.removeprefix("attach://"))
        if part is None:
            raise malformed(f"there is no file in the request with the name {given.removeprefix('attach://')!r}")
        return messenger.files.keep(kind, part.data, part.name, part.mime_type)
    return messenger.files.again(given, kind)


def shown_file(stored: StoredFile) -> dict[str, Any]:
    """The fields of a ShownMessage that hold a file."""
    if stored.kind == "photo":
        return {"photo": stored.file_id}
    return {"document": stored.file_id, "file_name": stored.name}


def file_content(stored: StoredFile) -> dict[str, Any]:
    """The field of a Message that holds a file."""
    if stored.kind == "photo":
        return {"photo": payloads.photo_payload(stored)}
    return {"document": payloads.file_payload(stored)}


def input_media(messenger: "LocalMessenger", request: Request, given: object) -> tuple[StoredFile, Written | None]:
    """An InputMedia: its file and its caption."""
    if not isinstance(given, Mapping):
        raise malformed("can't parse InputMedia: expected an Object")
    kind = given.get("type")
    if kind not in ALBUM_KINDS:
        raise malformed(f"can't parse InputMedia: unsupported type {kind!r}")
    for name in given:
        if name not in MEDIA_FIELDS[messenger.dialect][kind]:
            raise malformed(f'can\'t parse InputMedia: unknown field "{name}"')
    stored = media_file(messenger, request, given.get("media"), kind, within_media=True)
    return stored, caption(messenger, given, album=True)


def send_media_group(messenger: "LocalMessenger", request: Request) -> object:
    """``sendMediaGroup``: photos among photos, documents among documents."""
    params = request.params
    if not 2 <= len(params["media"]) <= 10:
        raise malformed("group of media must have from 2 to 10 items")
    items = [input_media(messenger, request, item) for item in params["media"]]
    if len({stored.kind for stored, _ in items}) > 1:
        raise malformed("documents can't be mixed with other media types")
    chat_id, _ = target(messenger, params)
    chat = messenger.reachable(chat_id)
    album = messenger.next_album()
    answers = []
    for stored, text in items:
        message = new_message(messenger, chat, stored.kind, album=album, **shown_file(stored), **captioned(text))
        content = {"media_group_id": album} | file_content(stored) | caption_content(text)
        if messenger.dialect is Dialect.BALE:
            del content["media_group_id"]
        answers.append(post(messenger, chat, params, message, content))
    return answers


def send_location(messenger: "LocalMessenger", request: Request) -> object:
    """``sendLocation``."""
    params = request.params
    lat, lon = params["latitude"], params["longitude"]
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise malformed("wrong location specified")
    chat_id, private = target(messenger, params)
    keyboard = markup(messenger, params, private=private)
    chat = messenger.reachable(chat_id)
    message = new_message(messenger, chat, "location", location=(lat, lon))
    return post(messenger, chat, params, message, {"location": {"latitude": lat, "longitude": lon}}, keyboard)


def send_contact(messenger: "LocalMessenger", request: Request) -> object:
    """``sendContact``."""
    params = request.params
    if not params["phone_number"]:
        raise malformed("phone number is empty")
    if not params["first_name"]:
        raise malformed("contact first name is empty")
    contact = SharedContact(params["phone_number"], params["first_name"], params.get("last_name"))
    chat_id, private = target(messenger, params)
    keyboard = markup(messenger, params, private=private)
    chat = messenger.reachable(chat_id)
    message = new_message(messenger, chat, "contact", contact=contact)
    return post(messenger, chat, params, message, {"contact": payloads.contact_payload(contact)}, keyboard)


def send_chat_action(messenger: "LocalMessenger", request: Request) -> object:
    """``sendChatAction``."""
    action = request.params["action"]
    if action not in CHAT_ACTIONS[messenger.dialect]:
        raise malformed("wrong parameter action in request")
    chat_id, _ = target(messenger, request.params)
    messenger.reachable(chat_id).action = action
    messenger.touch()
    return True


def copy_message(messenger: "LocalMessenger", request: Request) -> object:
    """``copyMessage``; answers with the new id alone."""
    params = request.params
    chat_id, private = target(messenger, params)
    keyboard = markup(messenger, params, private=private)
    new_caption = caption(messenger, params)
    source = messenger.chats.get(params["from_chat_id"])
    original = source.message(params["message_id"]) if source is not None else None
    if original is None or original.deleted:
        raise untimely("message to copy not found")
    chat = messenger.reachable(chat_id)
    message = new_message(
        messenger,
        chat,
        original.kind,
        text=original.text,
        caption=original.caption,
        sent=original.sent,
        entities=original.entities,
        styled=original.styled,
        photo=original.photo,
        document=original.document,
        file_name=original.file_name,
        location=original.location,
        contact=original.contact,
    )
    content = {
        name: value
        for name, value in original.payload.items()
        if name
        in (
            "text",
            "entities",
            "caption",
            "caption_entities",
            "photo",
            "document",
            "location",
            "contact",
            "sticker",
            "voice",
        )
    }
    if new_caption is not None:
        content |= caption_content(new_caption)
        message.caption, message.sent, message.styled = new_caption.read, new_caption.sent, new_caption.runs
    post(messenger, chat, params, message, content, keyboard)
    return {"message_id": message.message_id}
