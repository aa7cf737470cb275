"""The main story, clicked through in a real browser on the playground's page: three phones, both messengers."""

import shutil
from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect

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
PATIENCE = 15_000
"""Milliseconds until a screen must have changed."""


@dataclass(frozen=True, slots=True)
class Click:
    """One act on one phone: ``start``, ``taps`` (a label), ``types``, ``contact``, ``hears``; then what is seen."""

    who: str
    does: str
    what: str
    sees: str


def told_by(who: str, *acts: tuple[str, str, str]) -> tuple[Click, ...]:
    """Acts of one person, one after the other."""
    return tuple(Click(who, *act) for act in acts)


_YES = "بله، درست است"
REGISTRATION = told_by(
    "newcomer",
    ("start", "", "به بهین‌یار خوش آمدید"),
    ("contact", "فرستادن شمارهٔ من", "شمارهٔ شما تأیید شد"),
    ("taps", "ثبت‌نام واحد", "گروه پروانهٔ کسب"),
    ("taps", "تولیدی", "شخص حقیقی"),
    ("taps", "حقیقی", "نام خود را بنویسید"),
    ("types", "آذر", "نام خانوادگی"),
    ("types", "نمونه", "کد ملی مالک واحد"),
    ("types", "۰۰۱۳۵۴۲۴۱", "۹ رقم"),
    ("types", "۰۰۱۳۵۴۲۴۱۹", "نام واحد"),
    ("types", "کفش دست‌دوز آذر", "شمارهٔ پروانه"),
    ("types", "الف/۱۲۳۴", "تاریخ صدور"),
    ("types", "۱۴۰۳/۰۷/۳۱", "۳۰ روز دارد"),
    ("types", "۱۴۰۳/۰۷/۱۵", "پایان اعتبار"),
    ("types", "۱۴۰۸/۰۷/۱۵", "شناسهٔ صنفی را بنویسید"),
    ("types", "۰۰۱۳۵۴۲۴۱۹", "این همان کد ملی است"),
    ("types", "0412345678", "در کدام استان"),
    ("taps", "جنوب کرمان", "در کدام شهرستان"),
    ("taps", "جیرفت", "اتحادیهٔ صادرکنندهٔ پروانه"),
    ("types", "کفاش", "اتحادیهٔ صادرکنندهٔ پروانه"),
    ("taps", "کفاشان", "کد پستی محل کسب"),
    ("types", "7861712345", "نشانی محل کسب"),
    ("types", "جیرفت، خیابان نمونه، پلاک ۱۲", "موقعیت محل کسب"),
    ("types", "28.67, 57.74", "نام محصول اصلی"),
    ("types", "کفش چرمی مردانه", "با کدام واحد"),
    ("taps", "جفت", "ظرفیت سالانهٔ"),
    ("types", "۲۴ هزار", "۲۴٬۰۰۰ جفت"),
    ("taps", _YES, "تولید معمول یک ماه"),
    ("types", "هزار و نهصد", "۱٬۹۰۰ جفت"),
    ("taps", _YES, "محصولات شما تا این‌جا"),
    ("taps", "همین محصولات است", "چند نفر"),
    ("types", "شش نفر", "شناسهٔ کسب‌وکار"),
    ("taps", "ادامه بدون پاسخ", "کد رهگیری بهین‌یاب"),
    ("taps", "ادامه بدون پاسخ", "شناسهٔ یکتای مجوز"),
    ("taps", "ادامه بدون پاسخ", "خلاصهٔ ثبت‌نام شما"),
    ("taps", "فرستادن ثبت‌نام", "کد پیگیری"),
)
CONFIRMATION = told_by(
    "approver",
    ("start", "", "لطفاً یکی از گزینه‌های زیر"),
    ("taps", "صندوق اتحادیه", "ثبت‌نام در انتظار"),
    ("taps", "ثبت‌نام‌ها", "کفش دست‌دوز آذر"),
    ("taps", "کفش دست‌دوز آذر", "پروانهٔ کسب"),
    ("taps", "پروانه معتبر است", "کفش دست‌دوز آذر"),
    ("taps", "محل یکی است", "کفش دست‌دوز آذر"),
    ("taps", "تولید واقعی است", "کفش دست‌دوز آذر"),
    ("taps", "تأیید ثبت‌نام", "بر چه پایه‌ای"),
    ("taps", "مدرک دیده شد", "تأیید شد"),
)
MONTH = told_by(
    "newcomer",
    ("hears", "", "تأیید شد"),
    ("types", "/menu", "هنوز ثبت نشده است"),
    ("taps", "ثبت آمار", "تولید داشتید"),
    ("taps", "بله، تولید داشتیم", "چه مقدار تولید کردید"),
    ("types", "دو هزار و پانصد جفت", "۲٬۵۰۰ جفت"),
    ("taps", _YES, "ظرفیت ماهانه"),
    ("taps", "شیفت اضافه", "فروختید"),
    ("types", "۲۱۰۰", "۲٬۱۰۰ جفت"),
    ("taps", _YES, "فروش"),
    ("types", "۱۸ میلیون تومان", "۱۸۰٬۰۰۰٬۰۰۰ ریال"),
    ("taps", _YES, "چند نفر"),
    ("taps", "همان ۶ نفر", "۲٬۵۰۰ جفت"),
    ("taps", "ثبت نهایی آمار", "کد پیگیری"),
)
MONTH_CONFIRMATION = told_by(
    "approver",
    ("taps", "صندوق اتحادیه", "آمار ماهانه در انتظار"),
    ("taps", "آمار ماهانه", "کفش دست‌دوز آذر"),
    ("taps", "کفش دست‌دوز آذر", "شیفت اضافه"),
    ("taps", "تأیید آمار", "بر چه پایه‌ای"),
    ("taps", "مدرک دیده شد", "تأیید شد"),
)
VERDICT = told_by(
    "newcomer",
    ("hears", "", "آمار"),
    ("types", "/menu", "تأییدشده"),
    ("taps", "وضعیت ثبت سفارش", "۶۰/۳۱۰۶۳۷"),
)
LOOK_UP = told_by(
    "expert",
    ("start", "", "لطفاً یکی از گزینه‌های زیر"),
    ("taps", "جست‌وجوی واحد", "یکی از شناسه‌های واحد را بنویسید"),
    ("types", "۰۰۱۳۵۴۲۴۱۹", "کفش دست‌دوز آذر"),
)
STORY = (*REGISTRATION, *CONFIRMATION, *MONTH, *MONTH_CONFIRMATION, *VERDICT, *LOOK_UP)


class Storyteller:
    """Clicks on the page as its owner would."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def phone(self, key: str) -> Locator:
        """A phone on the page."""
        return self.page.locator(f'.phone[data-persona="{key}"]')

    async def tells(self, story: tuple[Click, ...] = STORY) -> int:
        """The whole story; fails at the first screen that is not as told. Returns the number of acts."""
        for click in story:
            await self._open(click.who)
            messages = self.phone(click.who).locator(".message")
            before = await messages.count()
            await self._does(click)
            if click.does == "types":  # the own message and the answer: labels of the card before may be the same
                await expect(messages.nth(before + 1), f"{click}").to_be_visible(timeout=PATIENCE)
            seen = self.phone(click.who).locator(".message").last
            await expect(seen, f"{click}").to_contain_text(click.sees, timeout=PATIENCE)
        return len(story)

    async def _open(self, who: str) -> None:
        if await self.phone(who).count() and await self.phone(who).is_visible():
            return
        await self.page.get_by_role("button", name="گوشی دیگر").click()
        await self.page.locator(f'.person[data-persona="{who}"]').click()
        await expect(self.phone(who)).to_be_visible()

    async def _does(self, click: Click) -> None:
        phone = self.phone(click.who)
        if click.does == "start":  # a phone that is just being drawn has neither yet
            either = phone.locator(".start").or_(phone.get_by_role("textbox", name="پیام"))
            ready = either.filter(visible=True).first
            await expect(ready).to_be_visible(timeout=PATIENCE)
        match click.does:
            case "start" if await phone.locator(".start").is_visible():
                await phone.locator(".start").click()
            case "start":
                await self._types(phone, "/start")
            case "contact":
                await phone.get_by_role("button", name=click.what).last.click()
                await self.page.get_by_role("button", name="فرستادن شمارهٔ خودم").click()
            case "taps":
                await phone.get_by_role("button", name=click.what).last.click()
            case "types":
                await self._types(phone, click.what)
            case "hears":
                pass

    async def _types(self, phone: Locator, text: str) -> None:
        box = phone.get_by_role("textbox", name="پیام")
        await box.fill(text)
        await box.press("Enter")
