"""Files that people and the bot have sent: ids, kinds, sizes of pictures, download paths."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import PurePosixPath
from struct import unpack

from .dialects import LIMITS, Dialect, malformed, untimely

LINK_LIFETIME = timedelta(hours=1)
FOLDERS = {"photo": "photos", "document": "documents", "sticker": "stickers", "voice": "voice"}


@dataclass(slots=True)
class StoredFile:
    """``kind`` is photo, document, sticker or voice; ``width`` and ``height`` are pixels, 0 for what is no picture."""

    file_id: str
    file_unique_id: str
    kind: str
    name: str
    mime_type: str
    data: bytes
    path: str
    width: int = 0
    height: int = 0
    link_until: datetime | None = None


class FileStore:
    """Everything that has an id. Ids are numbered in order of arrival; the unique id follows from the content."""

    def __init__(self, dialect: Dialect, bot_id: int) -> None:
        self._dialect = dialect
        self._bot_id = bot_id
        self._files: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, data: bytes, name: str | None = None, mime_type: str | None = None) -> StoredFile:
        """Stores a file. Raises Refused when it is empty, too large, or no picture where one is wanted."""
        if not data:
            raise malformed("file must be non-empty")
        limits = LIMITS[self._dialect]
        if len(data) > (limits.photo if kind == "photo" else limits.file):
            raise malformed("file is too big")
        width = height = 0
        suffix = PurePosixPath(name or "").suffix
        if kind == "photo":
            size = picture_size(data)
            if size is None:
                raise malformed("IMAGE_PROCESS_FAILED")
            (width, height), suffix, mime_type = size, ".jpg", "image/jpeg"
            if width + height > 10_000 or max(width, height) > 20 * max(1, min(width, height)):
                raise malformed("PHOTO_INVALID_DIMENSIONS")
        number = len(self._files) + 1
        digest = sha256(kind.encode() + data).hexdigest()
        if self._dialect is Dialect.TELEGRAM:
            file_id = f"{'AgACAgQAAx' if kind == 'photo' else 'BQACAgQAAx'}{number:06d}{digest[:24]}"
        else:
            file_id = f"{self._bot_id}:{number:d}:{digest[:24]}"
        path = f"{FOLDERS.get(kind, kind)}/file_{number}{suffix}"
        stored = StoredFile(
            file_id=file_id,
            file_unique_id=f"AQAD{digest[:12]}",
            kind=kind,
            name=name or f"file_{number}{suffix}",
            mime_type=mime_type or "application/octet-stream",
            data=data,
            path=path,
            width=width,
            height=height,
        )
        self._files[file_id] = self._by_path[path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._files.get(file_id)

    def all(self) -> list[StoredFile]:
        """Every file, in order of arrival."""
        return list(self._files.values())

    def take(self, files: list[StoredFile]) -> None:
        """Holds these files in place of what it holds."""
        self._files = {stored.file_id: stored for stored in files}
        self._by_path = {stored.path: stored for stored in files}

    def again(self, file_id: str, kind: str) -> StoredFile:
        """A file that the bot sends once more by its id or address. Raises Refused for unknown ids and other kinds."""
        if "://" in file_id:
            raise untimely("failed to get HTTP URL content")
        stored = self._files.get(file_id)
        if stored is None:
            raise malformed("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise malformed(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored

    def link(self, file_id: str, now: datetime) -> StoredFile:
        """Opens the download path for an hour. Raises Refused for unknown ids and for more than 20 MB."""
        stored = self._files.get(file_id)
        if stored is None:
            raise malformed("wrong file_id or the file is temporarily unavailable")
        if len(stored.data) > LIMITS[self._dialect].download:
            raise untimely("file is too big")
        stored.link_until = now + LINK_LIFETIME
        return stored

    def linked(self, path: str, now: datetime) -> StoredFile | None:
        """The file behind a download path that is still open."""
        stored = self._by_path.get(path)
        if stored is None or stored.link_until is None or stored.link_until < now:
            return None
        return stored


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return unpack(">II", data[16:24])
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        return unpack("<HH", data[6:10])
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp_size(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] == b"VP8X" and len(data) >= 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if data[12:16] == b"VP8 " and len(data) >= 30:
        width, height = unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if data[12:16] == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = unpack(">HH", data[at + 5 : at + 9])
            return width, height
        if marker in (0x01, *range(0xD0, 0xD9)):
            at += 2
            continue
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
