"""The two Bot APIs, what each allows, and how each says no."""

from dataclasses import dataclass
from enum import StrEnum


class Dialect(StrEnum):
    """Whose Bot API is spoken."""

    TELEGRAM = "telegram"
    BALE = "bale"


class Refused(Exception):
    """A request that the messenger answers with ``ok: false``.

    ``malformed`` tells a request that could never have been right (a wrong name, type, length or markup) from one
    that came at the wrong moment (blocked, too late, already gone).
    """

    def __init__(
        self, description: str, status: int = 400, *, malformed: bool = False, retry_after: int | None = None
    ) -> None:
        super().__init__(description)
        self.description = description
        self.status = status
        self.malformed = malformed
        self.retry_after = retry_after


def malformed(description: str) -> Refused:
    """A ``400 Bad Request`` that counts as the bot's own mistake; ``description`` without the prefix."""
    return Refused(f"Bad Request: {description}", malformed=True)


def untimely(description: str) -> Refused:
    """A ``400 Bad Request`` that depends on the state of the chat; ``description`` without the prefix."""
    return Refused(f"Bad Request: {description}")


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths in UTF-16 units after entity parsing; callback data in UTF-8 bytes; files in bytes."""

    text: int = 4096
    caption: int = 1024
    album_caption: int = 1024
    toast: int = 200
    callback_data: int = 64
    copy_text: int = 256
    photo: int = 10 * 1024 * 1024
    file: int = 50 * 1024 * 1024
    download: int = 20 * 1024 * 1024


LIMITS = {Dialect.TELEGRAM: Limits(), Dialect.BALE: Limits(caption=4096)}

CHAT_ACTIONS = {
    Dialect.TELEGRAM: frozenset(
        {
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note",
        }
    ),
    Dialect.BALE: frozenset(
        {
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "choose_sticker",
        }
    ),
}


def utf16_length(text: str) -> int:
    """The length that both messengers count: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
