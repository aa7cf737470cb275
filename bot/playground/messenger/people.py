"""Who talks to the bot, and what each of them sees on the phone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .runs import Run, cut


@dataclass(slots=True)
class User:
    """A person with an account on this messenger.

    ``started`` is False until the person has written to the bot: before that a bot may not write either.
    ``old_client`` (Bale only) marks an app from before Khordad 1404, which shows no toasts.
    """

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    phone: str | None = None
    language_code: str = "fa"
    started: bool = False
    blocked: bool = False
    old_client: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """One button.

    An inline button has exactly one of ``data``, ``url``, ``copy``, ``web_app`` (or, on Telegram, some ``other`` action
    that the playground does not act out); a button of the reply keyboard sends its text, the own contact or a location.
    """

    text: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    web_app: str | None = None
    other: str | None = None
    style: str | None = None
    request_contact: bool = False
    request_location: bool = False


Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class Toast:
    """An answer to a tap: a line that fades, or with ``alert`` a box that must be closed. ``text`` may be empty."""

    text: str
    alert: bool


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A contact card as it was sent; ``user_id`` is None when the card names no account."""

    phone: str
    first_name: str
    last_name: str | None = None
    user_id: int | None = None


@dataclass(slots=True)
class ShownMessage:
    """A message in a chat as the person sees it now.

    ``kind`` is one of text, photo, document, location, contact, sticker, voice. ``text`` and ``caption`` are what is
    read on the screen (marks taken away, on Bale too); ``sent`` is what was written, before parsing. ``runs`` style the
    text or the caption, whichever there is (``styled`` holds those that do not follow from ``entities``). ``photo`` and
    ``document`` are file ids for ``LocalMessenger.file``. ``payload`` is the Bot API's Message object. Deleted messages
    stay in the list with ``deleted`` set.
    """

    message_id: int
    from_bot: bool
    sender_id: int
    date: datetime
    kind: str
    text: str | None = None
    caption: str | None = None
    sent: str | None = None
    entities: tuple[Mapping[str, Any], ...] = ()
    styled: tuple[Run, ...] | None = None
    photo: str | None = None
    document: str | None = None
    file_name: str | None = None
    location: tuple[float, float] | None = None
    contact: SharedContact | None = None
    inline_keyboard: Rows = ()
    album: str | None = None
    reply_to: int | None = None
    forwarded: bool = False
    edited: bool = False
    deleted: bool = False
    editable: bool = True
    payload: dict[str, Any] = field(default_factory=dict)

    @property
    def runs(self) -> tuple[Run, ...]:
        """What is read, cut where its style changes."""
        return cut(self.shown, self.entities) if self.styled is None else self.styled

    @property
    def rendered(self) -> tuple[Run, ...]:
        """The same as ``runs``."""
        return self.runs

    @property
    def shown(self) -> str:
        """Text or caption, whichever there is."""
        return self.text or self.caption or ""

    def key(self, text: str) -> Key:
        """The inline button with this label. Raises LookupError when there is none."""
        for row in self.inline_keyboard:
            for key in row:
                if key.text == text:
                    return key
        raise LookupError(f"no button {text!r} on message {self.message_id}")


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's) or a group. ``action`` is the last chat action, such as ``typing``."""

    id: int
    kind: str = "private"
    title: str | None = None
    messages: list[ShownMessage] = field(default_factory=list)
    reply_keyboard: Rows | None = None
    reply_keyboard_one_time: bool = False
    toasts: list[Toast] = field(default_factory=list)
    action: str | None = None
    by_id: dict[int, ShownMessage] = field(default_factory=dict, repr=False)
    last_message_id: int = 0

    @property
    def visible(self) -> list[ShownMessage]:
        """The messages that have not been deleted, oldest first."""
        return [message for message in self.messages if not message.deleted]

    def message(self, message_id: int) -> ShownMessage | None:
        """The message with this id, deleted or not."""
        return self.by_id.get(message_id)
