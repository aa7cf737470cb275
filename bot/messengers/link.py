"""The wire to a Bot API: plain JSON out, errors told apart, answers not validated beyond what is read."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import aiohttp
import orjson

from bot.messengers.reading import read_json

LOCAL_PAUSE = 2.0
LONGEST_PAUSE = 86_400.0
FILE_SECONDS = 120.0
_JSON = {"Content-Type": "application/json"}
_PIECE = 64 * 1024
_NOBODY_THERE = (
    "no such group or user",
    "chat not found",
    "user not found",
    "user is deactivated",
    "user_is_blocked",
    "user_deactivated",
    "peer_id_invalid",
    "permission_denied",
)
"""Refusals for which the account is to blame and not what is said to it."""


class Failure(StrEnum):
    """Why a call failed, as far as it matters to us."""

    BLOCKED = "blocked"
    RATE = "rate"
    NOT_MODIFIED = "not-modified"
    TOKEN = "token"  # noqa: S105 (a kind of failure)
    CONFLICT = "conflict"
    REFUSED = "refused"
    SERVER = "server"
    NETWORK = "network"


class MessengerError(Exception):
    """A call that failed. ``retry_after`` in seconds after a rate limit; ``description`` never holds the token."""

    def __init__(self, failure: Failure, description: str = "", retry_after: float = 0.0) -> None:
        super().__init__(f"{failure.value}: {description}" if description else failure.value)
        self.failure = failure
        self.description = description
        self.retry_after = retry_after

    @property
    def passing(self) -> bool:
        """Whether the same call may succeed later."""
        return self.failure in {Failure.RATE, Failure.SERVER, Failure.NETWORK, Failure.CONFLICT}


class TooLargeError(Exception):
    """More came than was to be taken."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to be sent: the method's field for it, its name, its bytes."""

    field: str
    name: str
    body: bytes


def read_error(status: int, body: bytes) -> MessengerError:  # noqa: PLR0911 (one line a kind)
    """Tell the error from the HTTP status and the body (JSON, or the plain text of a gateway)."""
    description, code = "", status
    parameters: dict[str, Any] = {}
    try:
        answer = orjson.loads(body)
        description = str(answer.get("description", ""))
        parameters = answer.get("parameters") or {}
        code = int(answer.get("error_code", status))
    except (ValueError, AttributeError, TypeError):
        description = description or body[:100].decode(errors="replace")
    small = description.lower()
    if code == 429 or status == 429 or "local_rate_limited" in small:
        return MessengerError(Failure.RATE, description, _pause(parameters))
    if code >= 500 and code != 501:
        return MessengerError(Failure.SERVER, description)
    if "token not found" in small or code == 401:
        return MessengerError(Failure.TOKEN, description)
    if code == 403 or any(text in small for text in _NOBODY_THERE):
        return MessengerError(Failure.BLOCKED, description)
    if "message is not modified" in small:
        return MessengerError(Failure.NOT_MODIFIED, description)
    if code == 409:
        return MessengerError(Failure.CONFLICT, description)
    return MessengerError(Failure.REFUSED, description)


def _pause(parameters: object) -> float:
    """The seconds that a messenger asks for; the usual ones when it says nothing of sense."""
    try:
        seconds = float(parameters["retry_after"])  # type: ignore[index]  # whatever it is, it may not be what is wanted
    except (KeyError, TypeError, ValueError):
        return LOCAL_PAUSE
    return seconds if 0 <= seconds < LONGEST_PAUSE else LONGEST_PAUSE


class Link:
    """Calls the methods of one bot. The token stands in the address only, which never appears in an error or a log."""

    def __init__(self, url: str, token: str, *, proxy: str | None = None, timeout: float = 15.0) -> None:
        self._root = f"{url}/bot{token}/"
        self._files = f"{url}/file/bot{token}/"
        self._proxy = proxy
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._session: aiohttp.ClientSession | None = None
        self.bot_id = int(token.partition(":")[0])

    async def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=256, keepalive_timeout=60),
                cookie_jar=aiohttp.DummyCookieJar(),  # a Bot API sets none, and looking for them is not free
                timeout=self._timeout,
                auto_decompress=True,
            )
        return self._session

    async def call(self, method: str, payload: dict[str, Any], *, seconds: float | None = None) -> Any:
        """The method's result. Raises MessengerError, never an error of the HTTP library."""
        timeout = self._timeout if seconds is None else aiohttp.ClientTimeout(total=seconds)
        return await self._post(method, orjson.dumps(payload), timeout, _JSON)

    async def send(self, method: str, fields: dict[str, Any], upload: Upload | None = None) -> Any:
        """The result of a method that carries a file, as a part under its own field's name.

        Without an ``upload`` one of the fields names a file that the messenger has: such a call goes as a form, since
        Bale refuses it in JSON. Raises MessengerError.
        """
        plain = {
            name: value if isinstance(value, str) else orjson.dumps(value).decode() for name, value in fields.items()
        }
        if upload is None:
            return await self._post(method, aiohttp.FormData(plain), self._timeout)
        form = aiohttp.FormData(plain, quote_fields=False, default_to_multipart=True)
        name = upload.name.replace('"', "").replace("\\", "")
        form.add_field(upload.field, upload.body, filename=name, content_type="application/octet-stream")
        return await self._post(method, form, aiohttp.ClientTimeout(total=FILE_SECONDS))

    async def fetch(self, file_id: str, most: int) -> bytes:
        """The bytes of a file that somebody sent, at most so many. Raises MessengerError, TooLargeError."""
        found = await self.call("getFile", {"file_id": file_id})
        path = found.get("file_path") if isinstance(found, dict) else None
        if not isinstance(path, str):
            raise MessengerError(Failure.REFUSED, "no path to the file")
        body = bytearray()
        session = await self._open()
        try:
            async with session.get(
                self._files + path, timeout=aiohttp.ClientTimeout(total=FILE_SECONDS), proxy=self._proxy
            ) as response:
                if response.status != 200:
                    raise read_error(response.status, await response.content.read(_PIECE))
                async for piece in response.content.iter_chunked(_PIECE):
                    body += piece
                    if len(body) > most:
                        raise TooLargeError
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise MessengerError(Failure.NETWORK, type(error).__name__) from None
        return bytes(body)

    async def _post(
        self, method: str, data: Any, timeout: aiohttp.ClientTimeout, headers: dict[str, str] | None = None
    ) -> Any:
        session = await self._open()
        try:
            async with session.post(
                self._root + method, data=data, timeout=timeout, proxy=self._proxy, headers=headers
            ) as response:
                body = await response.read()
                status = response.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise MessengerError(Failure.NETWORK, type(error).__name__) from None
        if status == 200:
            try:
                answer = read_json(body)
            except ValueError:
                raise read_error(status, body) from None
            if isinstance(answer, dict) and answer.get("ok"):
                return answer.get("result")
        raise read_error(status, body)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None
            await asyncio.sleep(0)
