"""The main story in a real browser, against the program as `make play` starts it."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from tests.story_in_browser import CHROMIUM, CHROMIUM_FLAGS, STORY, Storyteller

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.browser


@asynccontextmanager
async def playing(folder: Path) -> AsyncIterator[str]:
    """`play` in a process of its own; yields its address and ends it as Ctrl-C does, which must go well."""
    command = [sys.executable, "-m", "bot", "play", "--no-browser", "--port", "0", "--folder", str(folder)]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        said = ""
        while (found := re.search(r"http://127\.0\.0\.1:\d+", said)) is None:
            line = await asyncio.wait_for(process.stdout.readline(), 60)
            assert line, said
            said += line.decode()
        yield found[0]
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), 30) == 0


@pytest.mark.timeout(180)
async def test_a_newcomer_registers_records_a_month_and_asks(tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("no Chromium is found on this machine (Debian: apt-get install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        page = await browser.new_page(viewport={"width": 1900, "height": 950}, locale="fa-IR")
        async with playing(tmp_path / "play") as address:
            await page.goto(address)
            assert await Storyteller(page).tells() == len(STORY)
        # A second start keeps the data: the phones show what they showed, and the story goes on.
        async with playing(tmp_path / "play") as address:
            await page.goto(address)
            phone = Storyteller(page).phone("newcomer")
            await phone.get_by_role("button", name="منوی اصلی").last.click()
            await page.wait_for_function(
                "() => [...document.querySelectorAll('.phone[data-persona=\"newcomer\"] .message')].at(-1)"
                ".textContent.includes('تأییدشده')"
            )
        await browser.close()
