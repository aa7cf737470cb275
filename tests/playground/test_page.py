"""The page and its routes, with a small bot behind them that answers in every way a bot can."""

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.playground.messenger import Dialect, FaultKind, LocalMessenger
from bot.playground.web import Persona, Playground
from models.clock import Clock

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOKEN = "1000:echo"
START = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # ۲ آذر ۱۴۰۵, 10:30 in Tehran
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
PERSONAS = [
    Persona("kafsh", Dialect.TELEGRAM, 9001, "آذر نمونه", "واحد کفش دست‌دوز آذر"),
    Persona("union", Dialect.BALE, 9002, "مریم کاردان", "تأییدکنندهٔ اتحادیه"),
    Persona("county", Dialect.TELEGRAM, 9003, "رضا بینا", "کارشناس شهرستان"),
    Persona("province", Dialect.BALE, 9004, "سارا دانا", "کارشناس استان"),
]
CODE = "BY-7K4M-92QF"


class EchoBot:
    """Speaks the Bot API over HTTP; what it is told decides which of its habits it shows."""

    def __init__(self, dialect: Dialect, root: str, session: aiohttp.ClientSession) -> None:
        self._dialect = dialect
        self._base = f"{root}/{dialect.value}/bot{TOKEN}"
        self._session = session

    async def call(self, method: str, **params: Any) -> Any:
        async with self._session.post(f"{self._base}/{method}", json=params) as response:
            return (await response.json()).get("result")

    async def send_file(self, method: str, name: str, chat_id: int, data: bytes, file_name: str) -> None:
        form = aiohttp.FormData()
        form.add_field("chat_id", str(chat_id))
        form.add_field("caption", "این را فرستادید.")
        form.add_field(name, data, filename=file_name)
        async with self._session.post(f"{self._base}/{method}", data=form) as response:
            assert response.status == 200, await response.text()

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20) or []:
                offset = update["update_id"] + 1
                await self._handle(update)

    async def _handle(self, update: dict[str, Any]) -> None:
        if "callback_query" in update:
            await self._tapped(update["callback_query"])
        elif "edited_message" in update:
            message = update["edited_message"]
            await self._say(message["chat"]["id"], f"ویرایش شد: {message['text']}")
        elif "message" in update:
            await self._heard(update["message"])

    async def _heard(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if text.startswith("/start"):
            await self._home(chat, text.removeprefix("/start").strip())
        elif text.startswith("زیاد "):
            for number in range(int(text.split()[1])):
                await self._say(chat, f"پیام شمارهٔ {number}\nکفش چرمی مردانه: ۲٬۵۰۰ جفت")
        elif text == "بی‌صفحه":
            markup = {"remove_keyboard": True}
            await self.call("sendMessage", chat_id=chat, text="صفحه‌کلید برداشته شد.", reply_markup=markup)
        elif "photo" in message:
            await self.send_file("sendPhoto", "photo", chat, PIXEL, "pixel.png")
        elif "document" in message:
            await self.send_file("sendDocument", "document", chat, b"PK not really", "گزارش آبان ۱۴۰۵.xlsx")
        elif "contact" in message:
            contact = message["contact"]
            own = contact.get("user_id") == chat and "forward_date" not in message and "forward_origin" not in message
            await self._say(chat, f"شمارهٔ {'خودتان' if own else 'دیگری'}: {contact['phone_number']}")
        elif "location" in message:
            await self._say(chat, f"جا: {message['location']['latitude']:.2f}")
        else:
            await self._receipt(chat, text or next(kind for kind in ("sticker", "voice") if kind in message))

    async def _say(self, chat: int, text: str) -> None:
        await self.call("sendMessage", chat_id=chat, text=text)

    async def _home(self, chat: int, payload: str) -> None:
        keyboard = [
            [{"text": "فرستادن شمارهٔ من", "request_contact": True}],
            [{"text": "فرستادن موقعیت", "request_location": True}, {"text": "راهنما"}],
        ]
        markup: dict[str, Any] = {"keyboard": keyboard}
        if self._dialect is Dialect.TELEGRAM:
            markup["resize_keyboard"] = True
        greeting = "آذر، سلام." + (f" دعوت: {payload}" if payload else "")
        await self.call("sendMessage", chat_id=chat, text=greeting, reply_markup=markup)
        keys = [
            [{"text": "ثبت آمار آبان", "callback_data": "edit"}],
            [{"text": "هشدار", "callback_data": "alert"}, {"text": "بی‌پاسخ", "callback_data": "never"}],
            [{"text": "پاک کن", "callback_data": "delete"}, {"text": "رونوشت کد", "copy_text": {"text": CODE}}],
            [{"text": "دعوت", "url": "https://t.me/behinyar_bot?start=abc"}],
        ]
        text = "ثبت‌نام شما تأیید شده است ✅\nآمار آبان ۱۴۰۵ هنوز ثبت نشده است؛ مهلت آن تا ۱۰ آذر است."
        await self.call("sendMessage", chat_id=chat, text=text, reply_markup={"inline_keyboard": keys})

    async def _receipt(self, chat: int, echoed: str) -> None:
        keys = [[{"text": "برگهٔ بهین‌یاب", "callback_data": "edit"}], [{"text": "منوی اصلی", "callback_data": "toast"}]]
        body: dict[str, Any] = {"chat_id": chat, "reply_markup": {"inline_keyboard": keys}}
        if self._dialect is Dialect.TELEGRAM:
            text = f"<b>ثبت شد.</b> کد پیگیری:\n<code>{CODE}</code>\nنوشتید: {echoed}"
            body |= {"text": text, "parse_mode": "HTML"}
        else:
            body["text"] = f" *ثبت شد.* کد پیگیری:\n{CODE}\nنوشتید: {echoed}"
        await self.call("sendMessage", **body)

    async def _tapped(self, query: dict[str, Any]) -> None:
        chat, number = query["message"]["chat"]["id"], query["message"]["message_id"]
        answer: dict[str, Any] = {}
        match query["data"]:
            case "never":
                return
            case "edit":
                keys = [[{"text": "منوی اصلی", "callback_data": "toast"}]]
                text = "آمار آبان ۱۴۰۵ تأیید شد ✅"
                markup = {"inline_keyboard": keys}
                await self.call("editMessageText", chat_id=chat, message_id=number, text=text, reply_markup=markup)
            case "delete":
                await self.call("deleteMessage", chat_id=chat, message_id=number)
            case "toast":
                answer = {"text": "این دکمه مربوط به نمایش پیشین است."}
            case "alert":
                answer = {"text": "مهلت امروز تمام می‌شود.", "show_alert": True}
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **answer)


@dataclass
class Played:
    """A playground that runs, and what a test may look into."""

    url: str
    clock: Clock
    messengers: dict[Dialect, LocalMessenger]
    moved: list[datetime] = field(default_factory=list)
    made: list[tuple[Persona, str]] = field(default_factory=list)

    def chat(self, key: str) -> list[str]:
        persona = next(persona for persona in PERSONAS if persona.key == key)
        return [message.shown for message in self.messengers[persona.messenger].chat(persona.user_id).visible]


@pytest_asyncio.fixture(loop_scope="module")
async def played() -> AsyncIterator[Played]:
    clock = Clock(START)
    messengers = {dialect: LocalMessenger(dialect, TOKEN, now=clock.now) for dialect in Dialect}
    for persona in PERSONAS:
        messengers[persona.messenger].add_user(persona.user_id, persona.name, phone=f"0913555{persona.user_id}")
    here = Played("", clock, messengers)

    async def moved(instant: datetime) -> None:
        here.moved.append(instant)

    async def made(persona: Persona, number: str) -> None:
        here.made.append((persona, number))

    playground = Playground(messengers, PERSONAS, clock, on_clock_change=moved, on_new_persona=made)
    async with playground.served() as here.url, aiohttp.ClientSession() as session:
        bots = [asyncio.create_task(EchoBot(dialect, here.url, session).run()) for dialect in Dialect]
        yield here
        for bot in bots:
            bot.cancel()
        for bot in bots:
            with suppress(asyncio.CancelledError):
                await bot
    for messenger in messengers.values():
        assert messenger.refusals == []


# The routes


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
