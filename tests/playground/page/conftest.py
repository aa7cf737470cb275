"""A playground that runs, and browsers of two sizes that look at it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, async_playwright, expect

from bot.playground.messenger import Dialect, LocalMessenger
from bot.playground.web import Persona, Playground
from models.clock import Clock
from tests.story_in_browser import CHROMIUM, CHROMIUM_FLAGS

from .browsing import OpenPage
from .echo import PERSONAS, START, TOKEN, EchoBot, Played


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


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is found on this machine (Debian: apt-get install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        await browser.close()


async def _opened(
    chromium: Browser, played: Played, width: int, height: int, *, touch: bool
) -> AsyncIterator[OpenPage]:
    context = await chromium.new_context(
        viewport={"width": width, "height": height},
        has_touch=touch,
        is_mobile=touch,
        locale="fa-IR",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = await context.new_page()
    wrong: list[str] = []

    def said(message: ConsoleMessage) -> None:
        # The browser itself reports every refused request as an error; what the page makes of those is tested.
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            wrong.append(message.text)

    page.on("console", said)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(played.url) else wrong.append(request.url))
    page.set_default_timeout(8000)
    expect.set_options(timeout=8000)
    await page.goto(played.url)
    await expect(page.locator(".phone:visible").first).to_be_visible()
    yield OpenPage(page, played)
    await context.close()
    assert wrong == []


@pytest_asyncio.fixture(loop_scope="module")
async def desk(chromium: Browser, played: Played) -> AsyncIterator[OpenPage]:
    async for opened in _opened(chromium, played, 1400, 900, touch=False):
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def pocket(chromium: Browser, played: Played) -> AsyncIterator[OpenPage]:
    async for opened in _opened(chromium, played, 390, 844, touch=True):
        yield opened
