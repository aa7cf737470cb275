"""The page in a browser, with words for what a person does on it."""

from playwright.async_api import Locator, Page, expect

from .echo import Played


class OpenPage:
    """A page in the browser, with words for what a person does on it."""

    def __init__(self, page: Page, played: Played) -> None:
        self.page = page
        self.played = played

    def phone(self, key: str) -> Locator:
        return self.page.locator(f'.phone[data-persona="{key}"]')

    async def starts(self, key: str) -> Locator:
        phone = self.phone(key)
        await phone.locator(".start").click()
        await expect(phone.get_by_role("button", name="ثبت آمار آبان")).to_be_visible()
        return phone

    async def types(self, key: str, text: str) -> None:
        box = self.phone(key).get_by_role("textbox", name="پیام")
        await box.fill(text)
        await box.press("Enter")

    async def sees(self, key: str, text: str) -> None:
        await expect(self.phone(key).locator(".message", has_text=text).last).to_be_visible()
