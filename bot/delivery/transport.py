"""python-telegram-bot's wire, on aiohttp: a twentieth of httpx's cost, and it knows whether a request had left.

A file is a part under its own field's name, and has left when all of it has.

Errors hold no address and no token.
"""

import io
from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, Final
from urllib.parse import quote_plus

import aiohttp
import orjson
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.messengers.link import Failure, MessengerError, read_error

KEEP_ALIVE: Final = 10.0
"""Seconds after which an idle connection is not used again: before the server closes it, which would lose a request."""
CONNECT: Final = 10.0
READ: Final = 30.0
UPLOAD: Final = 100.0
"""Less than a notice that is begun may take."""
_NOT_FOUND: Final = 404
_SAYS_NO: Final = frozenset({500, 503})
"""Codes by which a Bot API itself says that it did not carry a request out."""
_LARGEST: Final = 2**63 - 1

_UPLOADING: Final = aiohttp.ClientTimeout(total=UPLOAD, sock_connect=CONNECT, sock_read=UPLOAD)
_FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}

departing: ContextVar[Callable[[], None]] = ContextVar("departing")
"""Called when a request goes to the wire, behind the pace; may still refuse with a SendError."""


class SendError(TelegramError):
    """A send that failed. ``lost``: the request had left and nobody knows whether it was carried out."""

    def __init__(self, failure: Failure, *, lost: bool = False, retry_after: float = 0.0) -> None:
        super().__init__(failure.value)
        self.failure = failure
        self.lost = lost
        self.retry_after = retry_after


class Transport(BaseRequest):
    """One connection pool to one Bot API. ``not_found``: what the messenger means by a 404."""

    def __init__(self, *, proxy: str | None = None, not_found: Failure = Failure.TOKEN, connections: int = 100) -> None:
        self._proxy = proxy
        self._not_found = not_found
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds within which an answer must come."""
        return READ

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            trace = aiohttp.TraceConfig()
            trace.on_request_headers_sent.append(_left)
            trace.on_request_chunk_sent.append(_left_in_part)
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE),
                timeout=aiohttp.ClientTimeout(total=CONNECT + READ, sock_connect=CONNECT, sock_read=READ),
                trace_configs=[trace],
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (the library's signature; the pool's hold)
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (as above)
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (as above)
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (as above)
    ) -> tuple[int, bytes]:
        """Status 200 and as much of the answer as is read. Raises SendError for everything else."""
        assert self._session is not None
        departing.get(_nothing)()
        left = SimpleNamespace(yes=False, missing=0)
        headers, timeout = _FORM, self._session.timeout
        data: Any
        if request_data is not None and request_data.contains_files:
            data = _multipart(request_data)
            headers, timeout, left.missing = {}, _UPLOADING, data.size or 0
        else:
            # Form-encoded: Bale refuses some fields in JSON bodies.
            fields = {} if request_data is None else request_data.json_parameters
            data = "&".join(f"{name}={_quoted(value)}" for name, value in fields.items()).encode()
        try:
            async with self._session.request(
                method, url, data=data, headers=headers, timeout=timeout, proxy=self._proxy, trace_request_ctx=left
            ) as response:
                body = await response.read()
                status = response.status
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            raise SendError(Failure.NETWORK, lost=left.yes and left.missing <= 0) from None
        return 200, self._read(status, body)

    def _read(self, status: int, body: bytes) -> bytes:
        answer: Any = None
        try:
            answer = orjson.loads(body)
        except ValueError:
            if status == 200:  # some gateway's page: nobody knows what became of the message
                raise SendError(Failure.SERVER, lost=True) from None
        if status == 200 and isinstance(answer, dict) and answer.get("ok"):
            return orjson.dumps({"ok": True, "result": _little(answer.get("result"))})
        own = isinstance(answer, dict) and answer.get("ok") is False
        code = answer.get("error_code", status) if isinstance(answer, dict) else status
        raise self._failed(read_error(status, body), code, own=own) from None

    def _failed(self, error: MessengerError, code: object, *, own: bool) -> SendError:
        """``own``: the Bot API's own word, not that of a gateway before it.

        A gateway says 502, 503 or 504 of a request that it passed on and whose answer did not come, too: the message
        may be there, and Telegram's gateway says 502 in the form of the API's own word. So of the messenger's failures
        only the API's own 500 and 503 are surely not sent.
        """
        if error.failure is Failure.REFUSED and code == _NOT_FOUND:
            return SendError(self._not_found)
        lost = error.failure is Failure.SERVER and not (own and code in _SAYS_NO)
        return SendError(error.failure, lost=lost, retry_after=error.retry_after)


def _little(result: Any) -> Any:
    """Of a sent message only what is read, made whole: validating the rest costs time and fails on Bale's stubs."""
    if not isinstance(result, dict):
        return result
    told = result.get("message_id")
    number = told if isinstance(told, int) and 0 < told <= _LARGEST else 0  # it was taken, whatever it is called
    little = {"message_id": number, "date": 0, "chat": {"id": 0, "type": "private"}}
    file = result.get("document") or result.get("photo")
    if file:
        largest = file[-1] if isinstance(file, list) else file
        little["file_id"] = str(largest.get("file_id") or "") if isinstance(largest, dict) else ""
    return little


def _multipart(request_data: RequestData) -> aiohttp.MultipartWriter:
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, body, _) in request_data.multipart_data.items():
        whole = io.BytesIO(body) if isinstance(body, bytes) else body  # in pieces: others are let in between
        form.add_field(name, whole, filename=_safe(file_name), content_type="application/octet-stream")
    made: aiohttp.MultipartWriter = form()  # type: ignore[assignment]  # with a file in it, it is one of parts
    return made


def _safe(name: str) -> str:
    return name.replace('"', "").replace("\\", "")


async def _left(_: aiohttp.ClientSession, context: SimpleNamespace, __: aiohttp.TraceRequestHeadersSentParams) -> None:
    context.trace_request_ctx.yes = True


async def _left_in_part(
    _: aiohttp.ClientSession, context: SimpleNamespace, sent: aiohttp.TraceRequestChunkSentParams
) -> None:
    context.trace_request_ctx.missing -= len(sent.chunk)


@lru_cache(maxsize=64)
def _quoted(value: str) -> str:
    """A value as a form carries it; what a circular says to everybody is written so once."""
    return quote_plus(value)


def _nothing() -> None:
    """Nobody waits for the departure."""
