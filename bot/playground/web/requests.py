"""Requests of the page: from this machine alone, and read strictly.

What is refused is named by a code; the page has the words for it.
"""

from collections.abc import Mapping
from typing import NoReturn

import orjson
from aiohttp import hdrs, web
from aiohttp.typedefs import Handler

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


class Refusal(Exception):
    """A request that is refused by name (``code``) with an HTTP status."""

    def __init__(self, code: str, status: int = 400) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


def refuse(code: str, status: int = 400) -> NoReturn:
    """Raise a ``Refusal``."""
    raise Refusal(code, status)


def answer(value: object, status: int = 200) -> web.Response:
    """A JSON answer."""
    return web.Response(body=orjson.dumps(value), status=status, content_type="application/json")


@web.middleware
async def only_this_machine(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse foreign Host headers, and changes that another origin asks for.

    A hostile site may point its own name at 127.0.0.1, so the address alone proves nothing.
    """
    name, _, port = request.host.rpartition(":")
    if (name if port.isdigit() else request.host).lower() not in LOOPBACK:
        return answer({"error": "host"}, 403)
    origin = request.headers.get(hdrs.ORIGIN)
    site = request.headers.get("Sec-Fetch-Site", "none")
    foreign = origin not in (None, f"http://{request.host}") or site not in ("same-origin", "none")
    if foreign and request.method not in (hdrs.METH_GET, hdrs.METH_HEAD):
        return answer({"error": "origin"}, 403)
    try:
        return await handler(request)
    except Refusal as refusal:
        return answer({"error": refusal.code}, refusal.status)


class Said:
    """What a request said: a field that is missing or of another type is refused by its name."""

    def __init__(self, fields: Mapping[str, object], file: tuple[bytes, str] | None = None) -> None:
        self._fields = fields
        self._file = file

    @classmethod
    async def by(cls, request: web.Request) -> "Said":
        """Read a JSON object, or a form with a file in its field ``file``."""
        if request.content_type == "multipart/form-data":
            form = await request.post()
            upload = form.get("file")
            file = (upload.file.read(), upload.filename) if isinstance(upload, web.FileField) else None
            return cls({name: value for name, value in form.items() if isinstance(value, str)}, file)
        # Another site can post text/plain without asking first, so nothing but JSON that calls itself JSON will do.
        if request.content_type != "application/json":
            refuse("not-json", 415)
        try:
            fields = orjson.loads(await request.read())
        except orjson.JSONDecodeError:
            refuse("not-json")
        return cls(fields) if isinstance(fields, dict) else refuse("not-json")

    def has(self, name: str) -> bool:
        """Whether the field is there and neither empty nor false."""
        value = self._fields.get(name)
        return value is not None and value is not False and value != ""

    def text(self, name: str, default: str | None = None) -> str:
        """A text."""
        value = self._fields.get(name, default)
        return value if isinstance(value, str) else refuse(f"missing-{name}")

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number."""
        value = self._fields.get(name, default)
        return value if isinstance(value, int) and not isinstance(value, bool) else refuse(f"missing-{name}")

    def number(self, name: str, default: float | None = None) -> float:
        """A number."""
        value = self._fields.get(name, default)
        return float(value) if isinstance(value, int | float) else refuse(f"missing-{name}")

    def file(self) -> tuple[bytes, str]:
        """The uploaded bytes and their name."""
        return self._file if self._file is not None else refuse("missing-file")
