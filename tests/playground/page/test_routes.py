"""What the page asks of the server, and what the server refuses."""

import json
import re
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.playground.messenger import Dialect, FaultKind

from .echo import TOKEN, Played

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def client(played: Played) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(played.url) as session:
        yield session


async def test_a_page_under_another_name_is_refused(client: aiohttp.ClientSession) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example:80", "localhost.evil", "[::2]:80", ""):
        for path in ("/", "/play/state", f"/telegram/bot{TOKEN}/getMe"):
            async with client.get(path, headers={"Host": host}) as response:
                assert response.status in {400, 403}, (host, path)
    for host in ("localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1"):
        async with client.get("/play/state", headers={"Host": host}) as response:
            assert response.status == 200, host


async def test_another_origin_changes_nothing(client: aiohttp.ClientSession, played: Played) -> None:
    act = {"persona": "kafsh", "act": "type", "text": "سلام"}
    strangers = (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    )
    for headers in strangers:
        async with client.post("/play/act", json=act, headers=headers) as response:
            assert response.status == 403, headers
    # What a form of another site could post without asking first.
    async with client.post("/play/act", data=json.dumps(act), headers={"Content-Type": "text/plain"}) as response:
        assert response.status == 415
    assert played.chat("kafsh") == []
    async with client.post("/play/act", json=act, headers={"Origin": played.url}) as response:
        assert response.status == 200


async def test_the_page_asks_for_no_address_outside(client: aiohttp.ClientSession) -> None:
    async with client.get("/") as response:
        policy = response.headers["Content-Security-Policy"]
        text = await response.text()
    assert "default-src 'none'" in policy
    assert "http" not in policy
    for name in re.findall(r'(?:src|href)="([^"#]+)"', text):
        async with client.get(name) as response:
            assert response.status == 200, name
            assert response.headers["X-Content-Type-Options"] == "nosniff"
    for path in ("/page/..%2fpage%2findex.html", "/page/%2e%2e%2fweb%2fplayground.py", "/page/nothing.js"):
        async with client.get(path) as response:
            assert response.status == 404


@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        ({"persona": "nobody", "act": "type", "text": "x"}, 404, "no-such-person"),
        ({"persona": "kafsh", "act": "fly"}, 400, "no-such-act"),
        ({"persona": "kafsh", "act": "type"}, 400, "missing-text"),
        ({"persona": "kafsh", "act": "type", "text": "  "}, 400, "empty"),
        ({"persona": "kafsh", "act": "type", "text": 5}, 400, "missing-text"),
        ({"persona": "kafsh", "act": "tap", "message_id": 77, "data": "x"}, 404, "no-such-message"),
        ({"persona": "kafsh", "act": "edit", "message_id": 77, "text": "x"}, 404, "no-such-message"),
        ({"persona": "kafsh", "act": "location", "lat": "north", "lon": 1}, 400, "missing-lat"),
        ({"persona": "kafsh", "act": "location", "lat": 91, "lon": 1}, 400, "location"),
        ({"persona": "kafsh", "act": "photo"}, 400, "missing-file"),
        ([], 400, "not-json"),
    ],
)
async def test_an_act_that_cannot_be(client: aiohttp.ClientSession, said: object, status: int, code: str) -> None:
    async with client.post("/play/act", json=said) as response:
        assert (response.status, (await response.json())["error"]) == (status, code)


async def test_what_is_uploaded_comes_back_but_never_as_a_page(client: aiohttp.ClientSession, played: Played) -> None:
    form = aiohttp.FormData()
    form.add_field("persona", "union")
    form.add_field("act", "document")
    form.add_field("file", b"<script>alert(1)</script>", filename="برگه.html", content_type="text/html")
    async with client.post("/play/act", data=form) as response:
        assert response.status == 200
    document = played.messengers[Dialect.BALE].chat(9002).messages[0].document
    async with client.get(f"/play/file/bale/{document}") as response:
        assert await response.read() == b"<script>alert(1)</script>"
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in response.headers["Content-Security-Policy"]
    async with client.get("/play/file/bale/nothing") as response:
        assert response.status == 404
    async with client.get(f"/play/file/icq/{document}") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("said", "instant"),
    [
        ({"jump": "next-day"}, "2026-11-24T07:00"),
        ({"jump": "tenth"}, "2026-12-31T07:00"),  # ۱۰ دی
        ({"jump": "next-month"}, "2026-12-22T07:00"),  # ۱ دی
        ({"jalali": "1405/9/10", "time": "23:59"}, "2026-12-01T20:29"),
        ({"jalali": "۱۴۰۵/۰۹/۱۰", "time": "۸:۰۵"}, "2026-12-01T04:35"),
        ({"instant": "2026-01-01T00:00:00Z"}, "2026-01-01T00:00"),
    ],
)
async def test_the_clock_moves(
    client: aiohttp.ClientSession, played: Played, said: dict[str, str], instant: str
) -> None:
    async with client.post("/play/clock", json=said) as response:
        assert response.status == 200
        assert (await response.json())["instant"].startswith(instant)
    assert [moved.isoformat()[:16] for moved in played.moved] == [instant]
    assert played.clock.now().isoformat().startswith(instant)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"jalali": "1405/7/31", "time": "10:00"}, "date"),
        ({"jalali": "1405/7/1", "time": "25:00"}, "time"),
        ({"jalali": "1405/7/1", "time": "half past"}, "time"),
        ({"instant": "2026-01-01T00:00:00"}, "date"),
        ({"jump": "yesterday"}, "no-such-jump"),
        ({}, "missing-jalali"),
    ],
)
async def test_a_moment_that_does_not_exist(
    client: aiohttp.ClientSession, played: Played, said: dict[str, str], code: str
) -> None:
    async with client.post("/play/clock", json=said) as response:
        assert (response.status, (await response.json())["error"]) == (400, code)
    assert played.moved == []


async def test_a_new_phone_has_its_own_number(client: aiohttp.ClientSession, played: Played) -> None:
    said = {"name": "همسایهٔ تازه", "number": "۰۹۳۵ ۱۲۳ ۴۵۶۷", "messenger": "bale"}
    async with client.post("/play/people", json=said) as response:
        person = await response.json()
    assert played.messengers[Dialect.BALE].user(person["user_id"]).phone == "09351234567"
    assert [(persona.key, number) for persona, number in played.made] == [(person["key"], "09351234567")]
    for wrong, code in (
        (said, "number-taken"),
        (said | {"number": "021123"}, "number"),
        (said | {"name": " "}, "name"),
        (said | {"messenger": "icq"}, "no-such-messenger"),
    ):
        async with client.post("/play/people", json=wrong) as response:
            assert (await response.json())["error"] == code


async def test_faults_strike_whom_they_name(client: aiohttp.ClientSession, played: Played) -> None:
    said = {"kind": "rate_limit", "times": 3, "seconds": 2, "persona": "union"}
    async with client.post("/play/faults", json=said) as response:
        told = (await response.json())["faults"]
    assert told == [{"messenger": "bale", "kind": "rate_limit", "method": None, "user_id": 9002, "times": 3}]
    (fault,) = played.messengers[Dialect.BALE].faults
    assert (fault.kind, fault.retry_after, fault.times) == (FaultKind.RATE_LIMIT, 2, 3)
    async with client.post("/play/faults", json={"kind": "slow", "seconds": 1}) as response:
        assert len((await response.json())["faults"]) == 3
    for wrong in ({"kind": "fire"}, {"kind": "slow", "times": 0}, {"kind": "slow", "messenger": "icq"}):
        async with client.post("/play/faults", json=wrong) as response:
            assert (await response.json())["error"] == "no-such-fault"
    async with client.post("/play/faults", json={"clear": True}) as response:
        assert (await response.json())["faults"] == []


async def _event(response: aiohttp.ClientResponse, kind: str) -> tuple[dict[str, Any], str]:
    """The next event of a kind, and the id under which it came."""
    name = last = ""
    async for line in response.content:
        head, _, rest = line.decode().rstrip("\n").partition(": ")
        if head == "event":
            name = rest
        elif head == "id":
            last = rest
        elif head == "data" and name == kind:
            data = json.loads(rest)
            assert isinstance(data, dict)
            return data, last
    raise AssertionError("the stream ended")


async def test_a_stream_brings_the_chat_and_then_the_changes(client: aiohttp.ClientSession, played: Played) -> None:
    telegram = played.messengers[Dialect.TELEGRAM]
    telegram.type(9001, "سلام")
    telegram.type(9003, "از گوشی دیگر")
    async with client.get("/play/events?people=kafsh,nobody") as response:
        first, _ = await _event(response, "chat")
        assert first["whole"]
        assert (first["persona"], first["messages"][0]["plain"]) == ("kafsh", "سلام")
        telegram.type(9001, "هشدار")
        while True:
            change, heard = await _event(response, "chat")
            assert not change["whole"]
            if any(message["plain"] == "هشدار" for message in change["messages"]):
                break
        assert all(message["plain"] != "سلام" for message in change["messages"])
    # Nothing that fades is lost between a broken line and the next.
    number = telegram.chat(9001).messages[-1].message_id
    telegram.tap(9001, number, "toast")
    since = telegram.version
    while not telegram.chat(9001).toasts:
        since = await telegram.changed(since, 5)
    async with client.get("/play/events?people=kafsh", headers={"Last-Event-ID": heard}) as response:
        again, heard = await _event(response, "chat")
        assert [toast["text"] for toast in again["toasts"]] == ["این دکمه مربوط به نمایش پیشین است."]
    async with client.get("/play/events?people=kafsh", headers={"Last-Event-ID": heard}) as response:
        again, _ = await _event(response, "chat")
        assert again["whole"]
        assert again["toasts"] == []
