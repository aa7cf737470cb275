"""A small bot that answers in every way a bot can, and the people who try it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import aiohttp

from bot.playground.messenger import Dialect, LocalMessenger
from bot.playground.web import Persona
from models.clock import Clock

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
        form = aiohttp.FormData(quote_fields=False)
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
