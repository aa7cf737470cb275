"""One phone in the browser: what a person can do in a chat, and what is seen there."""

import pytest
from playwright.async_api import FilePayload, expect

from bot.playground.messenger import Dialect

from .browsing import OpenPage
from .echo import CODE, PIXEL

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.browser]

both = pytest.mark.parametrize("who", ["kafsh", "union"])


@both
async def test_a_chat_begins_with_start_and_goes_on_by_typing(desk: OpenPage, who: str) -> None:
    phone = desk.phone(who)
    await expect(phone.get_by_role("textbox")).to_be_hidden()
    await desk.starts(who)
    box = phone.get_by_role("textbox", name="پیام")
    await box.fill("سلام")
    await box.press("Shift+Enter")
    await box.press_sequentially("خط دوم")
    await box.press("Enter")
    await desk.sees(who, "نوشتید: سلام\nخط دوم")
    await expect(box).to_have_value("")
    await expect(phone.locator(".message b", has_text="ثبت شد.")).to_be_visible()
    assert desk.played.chat(who)[-2] == "سلام\nخط دوم"
    at_end = "log => log.scrollHeight - log.scrollTop - log.clientHeight < 2"
    assert await phone.locator(".log").evaluate(at_end)


async def test_markup_in_a_text_stays_text(desk: OpenPage) -> None:
    await desk.starts("union")
    await desk.types("union", '<img src=x onerror="alert(1)"> _خوب_ *بد*')
    await desk.sees("union", 'نوشتید: <img src=x onerror="alert(1)"> خوب بد')
    assert await desk.phone("union").locator(".message img").count() == 0


async def test_a_code_is_copied_by_a_tap(desk: OpenPage) -> None:
    phone = await desk.starts("kafsh")
    await desk.types("kafsh", "سلام")
    await phone.locator(".message code").click()
    await expect(phone.locator(".toasts")).to_contain_text(CODE)
    assert await desk.page.evaluate("navigator.clipboard.readText()") == CODE
    await desk.page.evaluate("navigator.clipboard.writeText('')")
    await phone.get_by_role("button", name="رونوشت کد").click()
    await expect(phone.locator(".toasts p")).to_have_count(2)
    assert await desk.page.evaluate("navigator.clipboard.readText()") == CODE


@both
async def test_a_tap_edits_its_card_in_place(desk: OpenPage, who: str) -> None:
    phone = await desk.starts(who)
    card = phone.locator(".message").last
    number = await card.get_attribute("data-id")
    await phone.get_by_role("button", name="ثبت آمار آبان").click()
    await expect(card).to_contain_text("تأیید شد ✅")
    await expect(card).to_contain_text("ویرایش‌شده")
    assert await card.get_attribute("data-id") == number
    await expect(phone.get_by_role("button", name="ثبت آمار آبان")).to_have_count(0)
    # The tapped button is gone; the focus stays on the card, where its successor stands.
    await expect(card.get_by_role("button", name="منوی اصلی")).to_be_focused()
    await card.get_by_role("button", name="منوی اصلی").press("Enter")
    await expect(phone.locator(".toasts")).to_contain_text("نمایش پیشین")


@both
async def test_a_button_turns_until_it_is_answered(desk: OpenPage, who: str) -> None:
    phone = await desk.starts(who)
    silent = phone.get_by_role("button", name="بی‌پاسخ")
    await silent.click()
    await expect(silent).to_have_attribute("aria-busy", "true")
    alarm = phone.get_by_role("button", name="هشدار")
    await alarm.click()
    alert = phone.get_by_role("alertdialog")
    await expect(alert).to_contain_text("مهلت امروز تمام می‌شود.")
    await expect(alert.get_by_role("button")).to_be_focused()
    await desk.page.keyboard.press("Escape")
    await expect(alert).to_be_hidden()
    await expect(alarm).to_be_focused()
    await expect(alarm).not_to_have_attribute("aria-busy", "true")
    await expect(silent).to_have_attribute("aria-busy", "true")


async def test_a_deleted_message_vanishes(desk: OpenPage) -> None:
    phone = await desk.starts("kafsh")
    before = await phone.locator(".message").count()
    await phone.get_by_role("button", name="پاک کن").click()
    await expect(phone.locator(".message")).to_have_count(before - 1)


async def test_links_to_the_bot_start_it_with_their_payload(desk: OpenPage) -> None:
    phone = await desk.starts("kafsh")
    await phone.get_by_role("link", name="دعوت").click()
    await desk.sees("kafsh", "دعوت: abc")
    await phone.get_by_role("button", name="گزینه‌های گفت‌وگو").click()
    await desk.page.keyboard.press("ArrowDown")
    await desk.page.keyboard.press("Enter")
    await desk.page.get_by_role("dialog").get_by_role("textbox").fill("https://ble.ir/behinyar_bot?start=join_7")
    await desk.page.keyboard.press("Enter")
    await desk.sees("kafsh", "دعوت: join_7")


@both
async def test_contacts_own_foreign_and_forwarded(desk: OpenPage, who: str) -> None:
    phone = await desk.starts(who)
    ask = phone.get_by_role("button", name="فرستادن شمارهٔ من")
    dialog = desk.page.get_by_role("dialog")
    await ask.click()
    await dialog.get_by_role("button", name="فرستادن شمارهٔ خودم").click()
    await desk.sees(who, f"شمارهٔ خودتان: 0913555900{1 if who == 'kafsh' else 2}")
    await ask.click()
    await dialog.get_by_text("فرستادن شمارهٔ کسی دیگر").click()
    await dialog.get_by_label("شماره", exact=True).fill("۰۹۳۵۱۱۱۲۲۳۳")
    await dialog.get_by_role("button", name="فرستادن این مخاطب").click()
    await desk.sees(who, "شمارهٔ دیگری: 09351112233")
    # The own number, but passed on: no proof either.
    await ask.click()
    await dialog.get_by_text("فرستادن شمارهٔ کسی دیگر").click()
    await dialog.get_by_label("شماره", exact=True).fill(f"0913555900{1 if who == 'kafsh' else 2}")
    await dialog.get_by_label("بازفرستاده باشد").check()
    await dialog.get_by_role("button", name="فرستادن این مخاطب").click()
    await desk.sees(who, f"شمارهٔ دیگری: 0913555900{1 if who == 'kafsh' else 2}")
    # Neither Escape nor the button that says no sends anything.
    await ask.click()
    await desk.page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await ask.click()
    await dialog.get_by_role("button", name="انصراف").click()
    await desk.types(who, "پس از آن")
    await desk.sees(who, "نوشتید: پس از آن")
    await expect(phone.locator(".message.mine.of-contact")).to_have_count(3)


async def test_a_place_by_name_and_one_that_is_on_no_map(desk: OpenPage) -> None:
    phone = await desk.starts("union")
    ask = phone.get_by_role("button", name="فرستادن موقعیت")
    dialog = desk.page.get_by_role("dialog")
    await ask.click()
    await dialog.get_by_label("یک جای نام‌دار").select_option("جیرفت، میدان مرکزی")
    await dialog.get_by_role("button", name="فرستادن موقعیت").click()
    await desk.sees("union", "جا: 28.68")
    await ask.click()
    await dialog.get_by_label("عرض جغرافیایی").fill("۹۱")
    await dialog.get_by_role("button", name="فرستادن موقعیت").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("عرض از ۹۰-")
    await dialog.get_by_label("عرض جغرافیایی").fill("۳۰٫۲۸")
    await dialog.get_by_role("button", name="فرستادن موقعیت").click()
    await desk.sees("union", "جا: 30.28")


@both
async def test_photos_and_files_go_both_ways(desk: OpenPage, who: str) -> None:
    phone = await desk.starts(who)
    dialog = desk.page.get_by_role("dialog")
    await phone.locator(".pick-photo").set_input_files(FilePayload(name="a.png", mimeType="image/png", buffer=PIXEL))
    await dialog.get_by_role("textbox").fill("کارگاه")
    await dialog.get_by_role("button", name="فرستادن").click()
    await expect(phone.locator(".theirs.of-photo img")).to_have_count(1)
    for side in ("mine", "theirs"):
        picture = phone.locator(f".{side}.of-photo img")
        await expect(picture).to_have_js_property("naturalWidth", 1)
    await expect(phone.locator(".mine.of-photo")).to_contain_text("کارگاه")
    await phone.locator(".theirs.of-photo .photo-open").click()
    await expect(dialog.locator("img")).to_be_visible()
    await desk.page.keyboard.press("Escape")
    file = FilePayload(name="آمار.pdf", mimeType="application/pdf", buffer=b"%PDF-1.4 no")
    await phone.locator(".pick-document").set_input_files(file)
    await dialog.get_by_role("button", name="فرستادن").click()
    await expect(phone.locator(".mine.of-document")).to_contain_text("آمار.pdf")
    sent = phone.locator(".theirs.of-document a")
    await expect(sent).to_contain_text("گزارش آبان ۱۴۰۵.xlsx")
    async with desk.page.expect_download() as download:
        await sent.click()
    assert (await download.value).suggested_filename == "گزارش آبان ۱۴۰۵.xlsx"


async def test_the_keyboard_alone_is_enough(desk: OpenPage) -> None:
    keys = desk.page.keyboard
    await keys.press("Alt+Digit2")
    await expect(desk.phone("union").get_by_role("button", name="شروع")).to_be_focused()
    await keys.press("Enter")
    await desk.sees("union", "ثبت‌نام شما")
    await expect(desk.phone("union").get_by_role("textbox", name="پیام")).to_be_focused()
    await keys.type("سلام")
    await keys.press("Enter")
    await desk.sees("union", "نوشتید: سلام")
    await keys.press("ArrowUp")
    await expect(desk.phone("union").get_by_role("textbox", name="پیام")).to_have_value("سلام")
    await keys.type(" دوباره")
    await keys.press("Enter")
    await desk.sees("union", "ویرایش شد: سلام دوباره")
    await expect(desk.phone("union").locator(".mine", has_text="سلام دوباره")).to_contain_text("ویرایش‌شده")
    # Backwards from the field: the attachment, then the buttons of the newest card.
    await keys.press("Shift+Tab")
    await expect(desk.phone("union").get_by_role("button", name="پیوست")).to_be_focused()
    await keys.press("Enter")
    await expect(desk.phone("union").get_by_role("menuitem", name="عکس")).to_be_focused()
    await keys.press("Escape")
    await keys.press("Shift+Tab")
    await expect(desk.phone("union").get_by_role("button", name="منوی اصلی")).to_be_focused()
    outline = await desk.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


async def test_the_reply_keyboard_types_and_goes(desk: OpenPage) -> None:
    phone = await desk.starts("kafsh")
    await phone.get_by_role("button", name="راهنما").click()
    await desk.sees("kafsh", "نوشتید: راهنما")
    toggle = phone.locator(".keys-toggle")
    await toggle.click()
    await expect(phone.get_by_role("button", name="راهنما")).to_be_hidden()
    await toggle.click()
    await expect(phone.get_by_role("button", name="راهنما")).to_be_visible()
    await desk.types("kafsh", "بی‌صفحه")
    await expect(phone.get_by_role("button", name="راهنما")).to_have_count(0)
    await expect(toggle).to_be_hidden()


async def test_a_blocked_bot_is_shown_and_let_in_again(desk: OpenPage) -> None:
    phone = await desk.starts("union")
    await phone.get_by_role("button", name="گزینه‌های گفت‌وگو").click()
    await phone.get_by_role("menuitem", name="بستن راه ربات").click()
    await expect(phone.get_by_role("textbox")).to_be_hidden()
    assert desk.played.messengers[Dialect.BALE].user(9002).blocked
    await phone.get_by_role("button", name="باز کردن راه ربات و شروع").click()
    await expect(phone.locator(".mine", has_text="/start")).to_have_count(2)
    await expect(phone.get_by_role("textbox")).to_be_visible()


async def test_stickers_voices_and_forwards(desk: OpenPage) -> None:
    phone = await desk.starts("union")
    for label, echoed in (("استیکر", "نوشتید: sticker"), ("صدا", "نوشتید: voice")):
        await phone.get_by_role("button", name="پیوست").click()
        await phone.get_by_role("menuitem", name=label).click()
        await desk.sees("union", echoed)
    await phone.get_by_role("button", name="پیوست").click()
    await phone.get_by_role("menuitem", name="پیام بازفرستاده").click()
    await desk.page.get_by_role("dialog").get_by_label("متن").fill("از جای دیگر")
    await desk.page.get_by_role("dialog").get_by_role("button", name="بازفرستادن").click()
    await expect(phone.locator(".mine", has_text="از جای دیگر")).to_contain_text("بازفرستاده")
