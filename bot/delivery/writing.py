"""Notices as requests: which method, and its fields as a form carries them."""

from dataclasses import dataclass, replace
from typing import Any, Final

import orjson

from bot.messengers.profile import Profile
from bot.messengers.rendering import render
from bot.words import words
from handlers.notices import screen_of
from models.couriers import Parcel
from models.people import Language

MOST_TEXTS: Final = 64
"""So many messages of circulars are kept in words: they are the same for everybody."""


@dataclass(frozen=True, slots=True)
class Message:
    """A request to send something. ``field`` is the one that takes the file, when there is one."""

    method: str
    fields: dict[str, Any]
    field: str = ""
    file_name: str = ""

    def to(self, chat_id: int) -> "Message":
        """The same message to another chat."""
        return replace(self, fields={**self.fields, "chat_id": chat_id})

    def with_file(self, file: Any) -> dict[str, Any]:
        """Its fields with the file: the messenger's id of it, or its bytes."""
        return {**self.fields, self.field: file}


class Writer:
    """Puts parcels into words for one messenger."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._kept: dict[tuple[int, int, Language, bool, bool], Message] = {}

    def write(self, parcel: Parcel, *, picture: bool = False, lost: bool = False) -> Message:
        """The message of a parcel; its file as a picture, or (``lost``) a word in place of it.

        Raises whatever goes wrong with one notice's words.
        """
        if parcel.circular_id is None:
            return self._written(parcel, picture, lost)
        which = (parcel.circular_id, parcel.part, parcel.language, picture, lost)
        message = self._kept.get(which)
        if message is None:
            if len(self._kept) >= MOST_TEXTS:
                self._kept.clear()
            message = self._kept[which] = self._written(parcel, picture, lost)
        return message.to(parcel.chat_id)

    def _written(self, parcel: Parcel, picture: bool, lost: bool) -> Message:  # noqa: FBT001 (parts of a key)
        facts = {**parcel.facts, "lost": 1} if lost else parcel.facts
        wire = render(screen_of(parcel.kind, facts), words(parcel.language))
        if not wire.file:
            return Message("SendMessage", _as_form(self._profile.message(parcel.chat_id, wire)))
        fields = self._profile.caption(parcel.chat_id, wire)
        if fields is None:
            raise ValueError("the caption is too long")
        name = self._profile.file_name(wire.file_name)
        method, field = ("SendPhoto", "photo") if picture else ("SendDocument", "document")
        return Message(method, _as_form(fields), field, name)


def _as_form(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: orjson.dumps(value).decode() if isinstance(value, list | dict) else value
        for name, value in fields.items()
    }
