"""What a messenger remembers, written down, so that phones show the same after a restart."""

from base64 import b64decode, b64encode
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .files import StoredFile
from .people import Chat, User
from .records import Tap
from .state import State

FORM = 1


@dataclass
class Remembered:
    """The form of the file. ``contents`` are those of ``files``, as base64."""

    form: int
    dialect: str
    users: list[User]
    chats: list[Chat]
    files: list[StoredFile]
    contents: list[str]
    taps: list[Tap]
    numbers: dict[str, int]
    next_update_id: int
    waiting: list[tuple[int, int, dict[str, Any]]]


@cache
def _adapter() -> TypeAdapter[Remembered]:
    return TypeAdapter(Remembered)


def save(state: State, path: Path) -> None:
    """Writes everything down at one go; the file is readable by its owner alone, for people's pictures lie in it."""
    files = state.files.all()
    remembered = Remembered(
        form=FORM,
        dialect=state.dialect,
        users=list(state.users.values()),
        chats=[replace(chat, by_id={}) for chat in state.chats.values()],
        files=[replace(stored, data=b"") for stored in files],
        contents=[b64encode(stored.data).decode() for stored in files],
        taps=list(state.taps.values()),
        numbers=dict(state.numbers),
        next_update_id=state.updates.next_id,
        waiting=state.updates.waiting(),
    )
    fresh = path.with_name(path.name + ".new")
    fresh.touch(mode=0o600)
    fresh.write_bytes(_adapter().dump_json(remembered))
    fresh.replace(path)


def restore(state: State, path: Path) -> bool:
    """Takes up what was saved. False, and nothing changed, when there is no such file or it has another form."""
    if not path.is_file():
        return False
    try:
        remembered = _adapter().validate_json(path.read_bytes())
        contents = [b64decode(content, validate=True) for content in remembered.contents]
    except (ValidationError, ValueError):
        return False
    if remembered.form != FORM or remembered.dialect != state.dialect:
        return False
    state.users = {user.id: user for user in remembered.users}
    for chat in remembered.chats:
        chat.by_id = {message.message_id: message for message in chat.messages}
    state.chats = {chat.id: chat for chat in remembered.chats}
    state.files.take(
        [replace(stored, data=data) for stored, data in zip(remembered.files, contents, strict=True)],
    )
    state.taps = {tap.query_id: tap for tap in remembered.taps}
    state.numbers = Counter(remembered.numbers)
    state.updates.take(remembered.next_update_id, remembered.waiting)
    state.touch()
    return True
