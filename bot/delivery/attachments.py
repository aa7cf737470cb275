"""Attachments of circulars: uploaded once for each messenger and bot, then sent by the messenger's own id of it.

One recipient's message carries the upload and the others wait for the id; what becomes of the carrier is nobody else's
affair: when it fails, the next one carries. An id that the messenger does not take is uploaded again by whoever met it;
a file that it does not take is tried as a document and, declined for two recipients, replaced by a word for all.
An upload that does not come through is tried again later and later, by somebody else.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

import structlog
from sqlmodel import Session

from models import contents
from models.couriers import Parcel
from models.people import Messenger

log = structlog.get_logger()
WAIT: Final = 3.0
"""Seconds until somebody who waits for an upload is looked at again."""
FIRST_REST: Final = 2.0
LONGEST_REST: Final = 600.0
"""Seconds until the next upload after one that did not come through, …"""
MOST_STUMBLES: Final = 12
"""… of which there are so many at most, in a row."""
MOST_DECLINED: Final = 2
MOST_KNOWN: Final = 64


class How(Enum):
    """How the attachment of one recipient goes."""

    BY_ID = "by-id"
    CARRIES = "carries"
    """With the file's bytes."""
    IN_WORDS = "in-words"
    """Not at all: a word stands for it."""


@dataclass(frozen=True, slots=True)
class Way:
    """How, and by which id."""

    how: How
    picture: bool = False
    file_id: str = ""


@dataclass(slots=True)
class _File:
    """What is known of one content. ``doubted``: somebody was declined with its id; ``lost``: words stand for it."""

    picture: bool
    file_id: str = ""
    carrier: int | None = None
    doubted: bool = False
    declined: int = 0
    stumbles: int = 0
    rests_until: float = 0.0

    @property
    def lost(self) -> bool:
        return self.declined >= MOST_DECLINED or self.stumbles >= MOST_STUMBLES

    @property
    def known(self) -> bool:
        return bool(self.file_id) and not self.doubted


class Attachments:
    """The attachments that one courier sends."""

    def __init__(self, messenger: Messenger, bot_id: int) -> None:
        self._messenger = messenger
        self._bot_id = bot_id
        self._files: dict[str, _File] = {}
        # Whom the usual way has failed: what is tried next, or by which id it failed.
        self._in_words: set[int] = set()
        self._declined_with: dict[int, str] = {}
        self._learned: dict[str, tuple[str, bool]] = {}

    def ways(self, session: Session, parcels: Sequence[Parcel]) -> tuple[Mapping[int, Way], Mapping[int, float]]:
        """How each of these goes, and how many seconds the others wait. Of a content one at a time carries."""
        found: dict[int, Way] = {}
        waits: dict[int, float] = {}
        carried: set[str] = set()
        for parcel in parcels:
            key = key_of(parcel)
            file = self._file(session, parcel, key)
            rests = file.rests_until - time.monotonic()
            if parcel.id in self._in_words or file.lost:
                found[parcel.id] = Way(How.IN_WORDS)
            elif file.known and self._declined_with.get(parcel.id) != file.file_id:
                found[parcel.id] = Way(How.BY_ID, file.picture, file.file_id)
            elif file.carrier is None and key not in carried and rests <= 0:
                carried.add(key)
                found[parcel.id] = Way(How.CARRIES, file.picture)
            else:
                waits[parcel.id] = max(WAIT, rests)
        return found, waits

    def _file(self, session: Session, parcel: Parcel, key: str) -> _File:
        file = self._files.get(key)
        if file is None:
            if len(self._files) >= MOST_KNOWN:
                self._files = {one: kept for one, kept in self._files.items() if kept.carrier is not None}
            file = self._files[key] = _File(bool(parcel.facts["picture"]))
        if not file.file_id and file.carrier is None:
            which = (key, self._messenger, self._bot_id)
            file.file_id = contents.sent_as(session, *which, picture=file.picture) or ""
        return file

    def begun(self, parcel: Parcel, way: Way) -> None:
        """This one is on its way."""
        if way.how is How.CARRIES:
            self._files[key_of(parcel)].carrier = parcel.id

    def sent(self, parcel: Parcel, way: Way, file_id: str) -> None:
        """The messenger took it; from now on it goes by this id (an empty one is not told)."""
        self._forget(parcel)
        if way.how is How.CARRIES:
            file = self._files[key_of(parcel)]
            file.carrier, file.file_id, file.doubted, file.declined, file.stumbles = None, file_id, False, 0, 0
            if file_id:
                self._learned[key_of(parcel)] = file_id, way.picture

    def failed(self, parcel: Parcel, way: Way, *, declined: bool, stumbled: bool) -> bool:
        """It did not go, or nobody knows; True when the messenger has declined it and another way is to be tried.

        ``stumbled``: the messenger or the way to it failed, not the recipient.
        """
        # Forgotten by now, when many other files were sent meanwhile.
        file = self._files.setdefault(key_of(parcel), _File(bool(parcel.facts["picture"])))
        if way.how is How.CARRIES:
            file.carrier = None
            if stumbled:
                file.rests_until = time.monotonic() + min(FIRST_REST * 2.0**file.stumbles, LONGEST_REST)
                file.stumbles += 1
        if not declined or way.how is How.IN_WORDS:
            self._forget(parcel)
            return False
        if way.how is How.BY_ID:
            file.doubted = file.doubted or way.file_id == file.file_id
            self._declined_with[parcel.id] = way.file_id
        elif way.picture:  # no picture to the messenger, or too long for one
            if file.picture:
                file.picture, file.file_id, file.doubted = False, "", False
        else:
            file.declined += 1
            file.doubted = False
            self._in_words.add(parcel.id)
            log.warning("an attachment is declined", messenger=self._messenger.value, notice=parcel.id)
        return True

    def gone(self, parcel: Parcel) -> None:
        """The file is not kept any more."""
        self._files.setdefault(key_of(parcel), _File(bool(parcel.facts["picture"]))).declined = MOST_DECLINED

    def _forget(self, parcel: Parcel) -> None:
        self._in_words.discard(parcel.id)
        self._declined_with.pop(parcel.id, None)

    def record(self, session: Session) -> Mapping[str, tuple[str, bool]]:
        """Write down the ids that were learned; to be told to :meth:`recorded` once that is committed."""
        learned = dict(self._learned)
        for key, (file_id, picture) in learned.items():
            contents.remember_sent(session, key, self._messenger, self._bot_id, file_id, picture=picture)
        return learned

    def recorded(self, learned: Mapping[str, tuple[str, bool]]) -> None:
        """These are in the database."""
        for key, kept in learned.items():
            if self._learned.get(key) == kept:
                del self._learned[key]


def key_of(parcel: Parcel) -> str:
    """The content that a parcel carries; empty for a text."""
    return str(parcel.facts.get("attachment", ""))
