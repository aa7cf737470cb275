"""The wire to a Bot API: plain JSON out, errors told apart, answers not validated beyond what is read."""

import asyncio
from enum import StrEnum
from typing import Any

import aiohttp
import orjson

LOCAL_PAUSE = 2.0


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


def read_error(status: int, body: bytes) -> MessengerError:  # noqa: PLR0911 (one line a kind)
    """Tell the error from the HTTP status and the body (JSON, or the plain text of a gateway)."""
    description, code = "", status
    parameters: dict[str, Any] = {}
    try:
        answer = orjson.loads(body)
        description = str(answer.get("description", ""))
        code = int(answer.get("error_code", status))
        parameters = answer.get("parameters") or {}
    except (ValueError, AttributeError, TypeError):
        description = body[:100].decode(errors="replace")
    small = description.lower()
    if code == 429 or status == 429 or "local_rate_limited" in small:
        return MessengerError(Failure.RATE, description, float(parameters.get("retry_after", LOCAL_PAUSE)))
    if code >= 500 and code != 501:
        return MessengerError(Failure.SERVER, description)
    if "token not found" in small or code == 401:
        return MessengerError(Failure.TOKEN, description)
    if code == 403 or "no such group or user" in small or "chat not found" in small:
        return MessengerError(Failure.BLOCKED, description)
    if "message is not modified" in small:
        return MessengerError(Failure.NOT_MODIFIED, description)
    if code == 409:
        return MessengerError(Failure.CONFLICT, description)
    return MessengerError(Failure.REFUSED, description)


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
                timeout=self._timeout,
                headers={"Content-Type": "application/json"},
                auto_decompress=True,
            )
        return self._session

    async def call(self, method: str, payload: dict[str, Any], *, seconds: float | None = None) -> Any:
        """The method's result. Raises MessengerError, never an error of the HTTP library."""
        session = await self._open()
        timeout = self._timeout if seconds is None else aiohttp.ClientTimeout(total=seconds)
        try:
            async with session.post(
                self._root + method, data=orjson.dumps(payload), timeout=timeout, proxy=self._proxy
            ) as response:
                body = await response.read()
                status = response.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise MessengerError(Failure.NETWORK, type(error).__name__) from None
        if status == 200:
            try:
                answer = orjson.loads(body)
            except ValueError:
                raise read_error(status, body) from None
            if answer.get("ok"):
                return answer.get("result")
        raise read_error(status, body)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None
            await asyncio.sleep(0)
