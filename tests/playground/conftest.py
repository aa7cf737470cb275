"""What the tests of the local messenger share."""

import struct
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.playground.messenger import Dialect, LocalMessenger
from models.clock import Clock

TOKEN = "123456789:invented-token"
ALI = 9001


@dataclass
class Line:
    """A served messenger, and plain HTTP to it."""

    messenger: LocalMessenger
    root: str
    session: aiohttp.ClientSession
    clock: Clock

    async def raw(self, method: str, *, token: str = TOKEN, **request: Any) -> tuple[int, Any]:
        """POST with any body; HTTP status and decoded answer."""
        async with self.session.post(f"{self.root}/bot{token}/{method}", **request) as answer:
            return answer.status, await answer.json()

    async def call(self, method: str, **params: Any) -> Any:
        """POST JSON and return the result."""
        _, answer = await self.raw(method, json=params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> str:
        """POST JSON that must be refused; the description without its prefix."""
        status, answer = await self.raw(method, json=params)
        assert answer["ok"] is False, answer
        assert status == answer["error_code"]
        description: str = answer["description"]
        return description.removeprefix("Bad Request: ")


@pytest.fixture(params=list(Dialect), ids=str)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    return Dialect(request.param)


@pytest_asyncio.fixture
async def line(dialect: Dialect) -> AsyncIterator[Line]:
    """The messenger of this dialect with Ali, who has written to the bot before; hand-written rules alone."""
    clock = Clock(datetime(2026, 11, 1, 8, tzinfo=UTC))
    messenger = LocalMessenger(dialect, TOKEN, now=clock.now, schema=None)
    messenger.add_user(ALI, "Ali", "Rezaei", phone="09120000001", started=True)
    async with messenger.serve() as root, aiohttp.ClientSession() as session:
        yield Line(messenger, root, session, clock)


@pytest.fixture
def png() -> bytes:
    """A small picture of 4 by 3 pixels."""
    return picture(4, 3)


def picture(width: int, height: int) -> bytes:
    """A grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * 3 * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
