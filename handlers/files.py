"""Files that people send: the document or the picture of a message, before anything is fetched."""

from enum import StrEnum

from aiogram.types import Message

from models.contents import MOST_BYTES
from models.jobs import IncomingFile
from models.values.problem import Problem

MEGABYTE = 1024 * 1024


class FileProblem(StrEnum):
    """Why a message brings no file that can be taken."""

    NO_FILE = "no-file"
    TOO_LARGE = "sent-file-too-large"
    """``got`` and ``most``: megabytes."""


def file_of(message: Message, *, pictures: bool = True) -> IncomingFile | Problem:
    """The document of a message (or its picture, the largest size); too large a one is refused before it is fetched."""
    if message.document is not None:
        sent = message.document
        file = IncomingFile(sent.file_id, (sent.file_name or "").strip()[-120:], sent.file_size or 0)
    elif pictures and message.photo:
        file = IncomingFile(message.photo[-1].file_id, "photo.jpg", message.photo[-1].file_size or 0)
    else:
        return Problem(FileProblem.NO_FILE)
    if file.size > MOST_BYTES:
        got = -(-file.size // MEGABYTE)
        return Problem(FileProblem.TOO_LARGE, {"got": got, "most": MOST_BYTES // MEGABYTE})
    return file
