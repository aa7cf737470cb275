"""[cascade] A circular's way through four levels, clicked in the playground: province, county, union, unit.

Written at the province, released by a second person, read and passed on by county and union, read by a shopkeeper;
the province sees who has not, reminds them, closes what nobody passed on, and the closing statement balances.
``python -m tests.proofs.cascade FOLDER`` keeps the pictures of the way in FOLDER.
"""

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Locator, async_playwright, expect

from models.values.text import latin_digits
from tests.stage import FellShortError
from tests.story_in_browser import CHROMIUM, CHROMIUM_FLAGS, Click, Storyteller, told_by
from tests.test_story import playing

_WRITING = told_by(
    "province",
    ("start", "", "لطفاً یکی از گزینه‌های زیر"),
    ("taps", "بخشنامه‌ها", "۶۰/۲۲۷۲۱۰"),
    ("taps", "نوشتن و ارسال", "بخشنامه‌های"),
    ("taps", "بخشنامهٔ تازه", "شمارهٔ بخشنامه"),
    ("types", "۶۰/۵۰۰۱", "تاریخ نامه"),
    ("types", "۳۱ مهر ۱۴۰۵", "۳۰ روز دارد"),
    ("types", "۱ آذر ۱۴۰۵", "موضوع"),
    ("types", "ثبت آمار آبان در بهین‌یاب", "متن را به زبان ساده"),
    ("types", "آمار تولید آبان را تا دهم آذر ثبت کنید؛ ثبت سفارش فقط بر پایهٔ همین آمار بررسی می‌شود.", "بند یکم"),
    ("types", "آمار هر ماه تا دهم ماه بعد ثبت می‌شود.", "بند ۲"),
    ("taps", "بند دیگری ندارد", "عادی است یا فوری"),
    ("taps", "فوری", "چگونه به دفترهای پایین‌تر"),
    ("taps", "با ابلاغ هر دفتر", "یک بار دیگر ببینید"),
    ("taps", "ذخیرهٔ پیش‌نویس", "پیش‌نویس ذخیره شد"),
    ("taps", "انتخاب مخاطبان", "مخاطبان"),
    ("taps", "سطح‌ها", "کدام سطح‌ها"),
    ("taps", "ادارات شهرستان", "ادارات شهرستان ✅"),
    ("taps", "اتاق‌های اصناف", "اتاق‌های اصناف ✅"),
    ("taps", "اتحادیه‌ها", "اتحادیه‌ها ✅"),
    ("taps", "واحدهای صنفی", "واحدهای صنفی ✅"),
    ("taps", "بازگشت", "گیرندگان تا این لحظه"),
    ("taps", "پایان انتخاب", "گیرندگان تا این لحظه"),
)
_PREVIEW = told_by("province", ("taps", "پیش‌نمایش", "خواندم"))
_ASKING = told_by("province", ("taps", "بازگشت", "پیش‌نویس"), ("taps", "درخواست انتشار", "درخواست انتشار فرستاده شد"))
_RELEASE = told_by(
    "statistics",
    ("start", "", "لطفاً یکی از گزینه‌های زیر"),
    ("taps", "بخشنامه‌ها", "۶۰/۲۲۷۲۱۰"),
    ("taps", "نوشتن و ارسال", "بخشنامه"),
    ("taps", "منتظر انتشار شما", "۶۰/۵۰۰۱"),
    ("taps", "۶۰/۵۰۰۱", "ثبت آمار آبان"),
    ("taps", "انتشار", "همین حالا"),
    ("taps", "همین حالا", "منتشر شود؟"),
    ("taps", "بله، منتشر شود", "منتشر شد"),
)
_COUNTY = told_by("officer", ("hears", "", "بخشنامهٔ فوری ۶۰/۵۰۰۱"), ("taps", "خواندم", "در انتظار ابلاغ"))
_COUNTY_PASSES = told_by("officer", ("taps", "ابلاغ به همه", "ابلاغ شد"))
_UNION = told_by(
    "approver",
    ("hears", "", "بخشنامهٔ فوری ۶۰/۵۰۰۱"),
    ("taps", "خواندم", "در انتظار ابلاغ"),
    ("taps", "ابلاغ به همه", "ابلاغ شد"),
)
_UNIT = told_by("owner", ("hears", "", "بخشنامهٔ فوری ۶۰/۵۰۰۱"), ("taps", "خواندم", "از سوی شما ثبت شده است"))
_FOLLOWING = told_by(
    "province",
    ("types", "/menu", "لطفاً یکی از گزینه‌های زیر"),
    ("taps", "بخشنامه‌ها", "۶۰/۵۰۰۱"),
    ("taps", "نوشتن و ارسال", "۶۰/۵۰۰۱"),
    ("taps", "۶۰/۵۰۰۱", "اعلام خواندن: ۳"),
)
_TREE = told_by("province", ("taps", "وضعیت زیرمجموعه", "ابلاغ‌نشده"))
_REMINDING = told_by("province", ("taps", "یادآوری", "یادآوری برای"))
_CLOSING = told_by(
    "province",
    ("taps", "بستن ابلاغ‌نشده‌ها", "بسته شود؟"),
    ("taps", "بله، بسته شود", "بسته شد"),
    ("hears", "", "ارسال بخشنامهٔ ۶۰/۵۰۰۱ به پایان رسید"),
    ("taps", "دیدن بخشنامه", "پایان‌یافته"),
    ("taps", "گزارش پایانی", "همهٔ گیرندگان"),
)
PARTS: tuple[tuple[str, tuple[Click, ...]], ...] = (
    ("circular-preview", (*_WRITING, *_PREVIEW)),
    ("", (*_ASKING, *_RELEASE)),
    ("circular-county", _COUNTY),
    ("circular-unit", (*_COUNTY_PASSES, *_UNION, *_UNIT)),
    ("circular-progress", _FOLLOWING),
    ("circular-tree", _TREE),
    ("circular-statement", (*_REMINDING, *_CLOSING)),
)


async def prove(pictures: Path | None = None) -> str:
    """Raises FellShortError when a screen is not as told or the closing statement does not balance."""
    if CHROMIUM is None:
        raise FellShortError("no Chromium is found on this machine (Debian: apt-get install chromium)")
    with tempfile.TemporaryDirectory() as folder:
        async with async_playwright() as playwright, playing(Path(folder) / "play") as address:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
            page = await browser.new_page(viewport={"width": 1900, "height": 1000}, locale="fa-IR")
            await page.goto(address)
            teller = Storyteller(page)
            acts = 0
            for picture, story in PARTS:
                try:
                    acts += await teller.tells(story)
                except AssertionError as error:
                    raise FellShortError(f"after {acts} acts: {error}") from None
                if pictures is not None and picture:
                    await teller.phone(story[-1].who).screenshot(path=pictures / f"{picture}.png")
            planned, parts = _balance(await _last(teller.phone("province")))
            await browser.close()
    if planned != sum(parts):
        raise FellShortError(f"the closing statement does not balance: {planned} planned, {parts}")
    return f"{acts} acts on 5 phones of both messengers, {planned} recipients, the closing statement balances"


async def _last(phone: Locator) -> str:
    seen = phone.locator(".message").last
    await expect(seen).to_be_visible()
    return await seen.inner_text()


def _balance(statement: str) -> tuple[int, list[int]]:
    """The recipients, and how many of them are in each state, as the statement's own lines say it."""
    said = latin_digits(re.sub("[\u200f\u2066-\u2069]", "", statement))
    planned, figures = re.findall(r"همهٔ گیرندگان: (\d+)\s+جمع: (.+)", said)[0]
    read = ("اعلام خواندن", "پیش از رسیدن خوانده")  # counted among those who were sent it, and among the others
    return int(planned), [int(one.split()[-1]) for one in figures.split(" · ") if not one.startswith(read)]


if __name__ == "__main__":
    print(asyncio.run(prove(Path(sys.argv[1]))))
