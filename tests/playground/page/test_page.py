"""The page around the phones: switcher, clock, faults, recorder, and a line that breaks."""

import asyncio
import re
from contextlib import suppress

import pytest
from playwright.async_api import Browser, expect

from bot.playground.messenger import Dialect

from .browsing import OpenPage
from .echo import START, Played

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.browser]


async def test_a_small_window_shows_one_phone_and_counts_the_others(pocket: OpenPage) -> None:
    await expect(pocket.page.locator(".phone:visible")).to_have_count(1)
    await pocket.starts("kafsh")
    pocket.played.messengers[Dialect.BALE].type(9002, "/start")
    chip = pocket.page.get_by_role("button", name=re.compile("مریم کاردان"))
    await expect(chip.locator(".count")).to_have_text("۲")
    await expect(chip).to_have_accessible_name("مریم کاردان، بله، ۲ پیام نخوانده")
    assert "(۲)" in await pocket.page.title()
    await chip.click()
    await expect(pocket.phone("union").get_by_role("button", name="ثبت آمار آبان")).to_be_in_viewport()
    await expect(chip.locator(".count")).to_have_text("")
    await expect(pocket.page.locator(".phone:visible")).to_have_count(1)
    sideways = (
        "document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight"
    )
    assert not await pocket.page.evaluate(sideways)


async def test_what_a_finger_has_to_hit_is_large_enough(pocket: OpenPage) -> None:
    await pocket.starts("kafsh")
    await pocket.types("kafsh", "سلام")
    await pocket.sees("kafsh", "نوشتید: سلام")
    small = await pocket.page.evaluate(
        """() => [...document.querySelectorAll("button, a, select, textarea")]
            .filter(it => it.checkVisibility() && !it.closest("dialog, .text"))
            .map(it => [it.textContent.trim() || it.ariaLabel, it.getBoundingClientRect()])
            .filter(([, box]) => box.height < 38 || box.width < 38).map(([name]) => name)"""
    )
    assert small == []


async def test_the_page_remembers_which_phones_were_open(desk: OpenPage) -> None:
    page = desk.page
    await expect(page.locator(".phone")).to_have_count(3)
    await page.get_by_role("button", name="بستن گوشی رضا بینا").click()
    await page.get_by_role("button", name="گوشی دیگر").click()
    await page.get_by_role("dialog").get_by_role("searchbox").fill("استان")
    await page.keyboard.press("Enter")
    await expect(desk.phone("province")).to_be_visible()
    await page.get_by_role("button", name="گوشی دیگر").click()
    await page.get_by_role("button", name="ساختن گوشی تازه…").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("نام").fill("همسایهٔ تازه")
    await dialog.get_by_label("شمارهٔ همراه").fill("۰۲۱۸۸۷۷")
    await dialog.get_by_label("بله").check()
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("یازده رقم")
    await dialog.get_by_label("شمارهٔ همراه").fill("۰۹۳۵۱۲۳۴۵۶۷")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("region", name=re.compile("همسایهٔ تازه"))).to_be_visible()
    await page.reload()
    await expect(page.locator(".phone")).to_have_count(4)
    names = await page.locator(".phone .owner .name").all_text_contents()
    assert names == ["آذر نمونه", "مریم کاردان", "سارا دانا", "همسایهٔ تازه"]


async def test_the_clock_is_shown_and_moved_in_the_jalali_calendar(desk: OpenPage) -> None:
    now = desk.page.locator("#clock-now")
    await expect(now).to_contain_text("دوشنبه ۲ آذر ۱۴۰۵")
    await expect(now).to_contain_text("۱۰:۳۰")
    await desk.page.get_by_role("button", name="یک روز بعد").click()
    await expect(now).to_contain_text("سه‌شنبه ۳ آذر ۱۴۰۵")
    await desk.page.get_by_role("button", name="دهم ماه بعد").click()
    await expect(now).to_contain_text("پنجشنبه ۱۰ دی ۱۴۰۵")
    await now.click()
    dialog = desk.page.get_by_role("dialog")
    month = dialog.get_by_role("combobox", name="ماه")
    months = await month.locator("option").all_text_contents()
    assert (months[0], months[5], months[6], months[11], len(set(months))) == ("فروردین", "شهریور", "مهر", "اسفند", 12)
    await month.select_option("مهر")
    await dialog.get_by_label("روز").select_option("۳۱")
    await dialog.get_by_role("button", name="بردن ساعت به این لحظه").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("چنین روزی در تقویم نیست")
    await dialog.get_by_label("روز").select_option("۳۰")
    await dialog.get_by_label("ساعت").fill("۸:۰۵")
    await desk.page.keyboard.press("Enter")
    await expect(now).to_contain_text("پنجشنبه ۳۰ مهر ۱۴۰۵")
    await expect(now).to_contain_text("۰۸:۰۵")
    assert desk.played.clock.now().isoformat().startswith("2026-10-22T04:35")
    # Somebody else moves it.
    desk.played.clock.set(START)
    desk.played.messengers[Dialect.TELEGRAM].touch()
    await expect(now).to_contain_text("دوشنبه ۲ آذر ۱۴۰۵")


async def test_faults_are_added_shown_and_taken_away(desk: OpenPage) -> None:
    await desk.starts("kafsh")
    await desk.page.get_by_role("button", name="خرابی‌ها").click()
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog.get_by_label("برای چه کسی")).to_have_value("kafsh")
    await dialog.get_by_label("چه رخ دهد").select_option("blocked")
    await dialog.get_by_label("چند بار").select_option("۳ بار")
    await dialog.get_by_label("در کدام درخواست ربات").select_option("فرستادن پیام")
    await dialog.get_by_role("button", name="افزودن خرابی").click()
    await expect(dialog.locator(".active li")).to_contain_text("آذر نمونه، فرستادن پیام، ۳ بار دیگر")
    await desk.page.keyboard.press("Escape")
    count = desk.page.locator("#faults-open .count")
    await expect(count).to_have_text("۱")
    calls = desk.played.messengers[Dialect.TELEGRAM].calls
    await desk.types("kafsh", "سلام")
    await expect(desk.phone("kafsh").locator(".mine", has_text="سلام")).to_be_visible()
    await desk.page.get_by_role("button", name="خرابی‌ها").click()
    await expect(dialog.locator(".active li")).to_contain_text("۲ بار دیگر")
    assert calls[-1].status == 403
    await dialog.get_by_role("button", name="برداشتن همه").click()
    await expect(dialog.locator(".active li")).to_have_count(0)
    await expect(count).to_be_hidden()


async def test_five_hundred_messages_come_at_once_and_stay_light(desk: OpenPage) -> None:
    bale = desk.played.messengers[Dialect.BALE]
    await desk.starts("union")
    await desk.types("union", "زیاد 520")
    await expect(desk.phone("union").locator(".message", has_text="پیام شمارهٔ 519")).to_be_in_viewport(timeout=30_000)
    assert len(bale.chat(9002).visible) > 520
    await expect(desk.phone("union").locator(".message")).to_have_count(500)
    await desk.page.reload()
    await expect(desk.phone("union").locator(".message", has_text="پیام شمارهٔ 519")).to_be_in_viewport()
    # A person who reads further up is left there, and told how many came meanwhile.
    log = desk.phone("union").locator(".log")
    await log.evaluate("log => { log.scrollTop = 1000; }")
    end = desk.phone("union").get_by_role("button", name="رفتن به تازه‌ترین پیام")
    await expect(end).to_be_visible()
    bale.type(9002, "زیاد 3")
    await expect(end).to_have_text("۳")
    await end.click()
    await expect(desk.phone("union").locator(".message", has_text="پیام شمارهٔ 2").last).to_be_in_viewport()
    await expect(end).to_be_hidden()
    took = await desk.page.evaluate(
        """async () => {
            const box = document.querySelector('.phone[data-persona="union"] textarea');
            const start = performance.now();
            box.value = "سریع";
            box.form.requestSubmit();
            while (![...document.querySelectorAll(".message")].some(it => it.textContent.includes("نوشتید: سریع")))
                await new Promise(requestAnimationFrame);
            return performance.now() - start;
        }"""
    )
    assert took < 2000, f"{took:.0f} ms from Enter to the answer in a chat of 500 messages"


class BreakableLine:
    """Stands between the browser and the playground; ``cut`` hangs up and stays away until ``mend``."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._here = 0
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    async def mend(self) -> str:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._here)
        self._here = self._server.sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{self._here}"

    async def cut(self) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self._open:
            writer.transport.abort()
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._port)
        self._open |= {writer, back}
        with suppress(ConnectionError):
            await asyncio.gather(self._pass(reader, back), self._pass(there, writer))
        self._open -= {writer, back}

    @staticmethod
    async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
        writer.close()


async def test_the_page_comes_back_after_the_line_was_broken(chromium: Browser, played: Played) -> None:
    line = BreakableLine(int(played.url.rsplit(":", 1)[1]))
    page = await chromium.new_page()
    await page.goto(await line.mend())
    desk = OpenPage(page, played)
    phone = await desk.starts("kafsh")
    await line.cut()
    await expect(page.get_by_text("ارتباط با برنامه قطع شده است")).to_be_visible()
    await phone.get_by_role("textbox", name="پیام").fill("نرسید")
    await phone.get_by_role("textbox", name="پیام").press("Enter")
    await expect(phone.locator(".toasts")).to_contain_text("برنامه پاسخ نداد")
    await expect(phone.get_by_role("textbox", name="پیام")).to_have_value("نرسید")
    played.messengers[Dialect.TELEGRAM].type(9001, "در این میان")
    await line.mend()
    await desk.sees("kafsh", "نوشتید: در این میان")
    await expect(page.get_by_text("ارتباط با برنامه قطع شده است")).to_be_hidden()
    numbers = await phone.locator(".message").evaluate_all("all => all.map(it => Number(it.dataset.id))")
    assert numbers == sorted(set(numbers))
    await page.close()
    await line.cut()


async def test_the_recorder_offers_a_test(desk: OpenPage) -> None:
    await desk.page.get_by_role("button", name="ضبط").click()
    phone = await desk.starts("union")
    await desk.types("union", "سلام «دوست»")
    await desk.sees("union", "نوشتید: سلام")
    await phone.get_by_role("button", name="ثبت آمار آبان").click()
    await desk.sees("union", "تأیید شد ✅")
    await desk.page.get_by_role("button", name="پایان ضبط").click()
    recorded = await desk.page.get_by_role("textbox", name="متن آزمون").input_value()
    assert recorded.splitlines() == [
        "async def test_recorded(union: Phone) -> None:",
        '    await union.types("/start")',
        '    await union.sees("آذر، سلام.")',
        '    await union.sees("ثبت‌نام شما تأیید شده است ✅")',
        '    await union.types("سلام «دوست»")',
        '    await union.sees("ثبت شد. کد پیگیری:")',
        '    await union.taps("ثبت آمار آبان")',
        '    await union.sees("آمار آبان ۱۴۰۵ تأیید شد ✅")',
    ]
    compile(recorded, "recorded", "exec")
