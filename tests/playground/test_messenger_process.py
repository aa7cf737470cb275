"""The local messenger as a process of its own, driven over its two ports."""

import asyncio
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest_asyncio

from bot.playground.messenger import Dialect

from .conftest import ALI, TOKEN


@pytest_asyncio.fixture
async def process(dialect: Dialect) -> AsyncIterator[tuple[dict[str, str], aiohttp.ClientSession]]:
    """The addresses that a fresh process prints; it must end by itself on SIGTERM."""
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.playground.messenger", "--dialect", dialect, "--token", TOKEN, "--no-schema"),
        cwd=Path(__file__).parents[2],
        stdout=asyncio.subprocess.PIPE,
    )
    assert running.stdout is not None
    try:
        async with asyncio.timeout(30):
            addresses = json.loads(await running.stdout.readline())
        async with aiohttp.ClientSession() as session:
            yield addresses, session
        running.terminate()
        async with asyncio.timeout(10):
            assert await running.wait() == 0
    finally:
        if running.returncode is None:
            running.kill()
            await running.wait()


async def test_people_and_bot_meet_through_it(
    process: tuple[dict[str, str], aiohttp.ClientSession], dialect: Dialect, png: bytes
) -> None:
    addresses, session = process

    async def people(act: str, **arguments: Any) -> Any:
        async with session.post(f"{addresses['control']}/{act}", json=arguments) as answer:
            body = await answer.json()
        return body["result"] if body["ok"] else body["error"]

    async def bot(method: str, **params: Any) -> Any:
        async with session.post(f"{addresses['api']}/bot{TOKEN}/{method}", json=params) as answer:
            return await answer.json()

    assert (await people("add_user", id=ALI, first_name="Ali", phone="09120000001"))["id"] == ALI
    first = await people("type", user_id=ALI, text="/start")
    state = await people("state")
    assert (state["dialect"], state["pending"], state["schema_checked"]) == (dialect, 1, False)
    waiting = asyncio.create_task(people("changed", since=state["version"], timeout=5))
    keyboard = {"inline_keyboard": [[{"text": "yes", "callback_data": "y"}]]}
    sent = (await bot("sendMessage", chat_id=ALI, text="card", reply_markup=keyboard))["result"]
    assert await waiting > state["version"]

    await people("press", user_id=ALI, label="yes")
    chat = await people("chat", user_id=ALI, after=sent["message_id"] - 1)
    assert [(message["text"], message["inline_keyboard"][0][0]["data"]) for message in chat["messages"]] == [
        ("card", "y")
    ]
    assert len(await people("unanswered_taps", user_id=ALI)) == 1

    await people("send_photo", user_id=ALI, data=b64encode(png).decode())
    photo = (await people("chat", user_id=ALI))["messages"][-1]["photo"]
    assert b64decode((await people("file", file_id=photo))["data"]) == png
    updates = (await bot("getUpdates"))["result"]
    assert [update["update_id"] for update in updates] == [first, first + 1, first + 2]

    await people("fault", kind="blocked", times=1)
    assert (await bot("sendMessage", chat_id=ALI, text="x"))["error_code"] == 403
    await people("set", sends_chat_instance=True)
    assert await people("set", token=True) == "ValueError: no switch token"
    assert await people("fly") == "no act fly"
    assert await people("tap", user_id=ALI, message_id=4040, data="y") == f"LookupError: no message 4040 in chat {ALI}"
    counters = await people("counters")
    assert (counters["sent"], counters["by_method"]["sendMessage"]) == (1, 2)
    assert [call["status"] for call in await people("calls")] == [200, 403]
    assert await people("refusals") == []
    async with session.post(f"{addresses['control']}/batch", json=[["user", {"user_id": ALI}], ["fly", {}]]) as answer:
        assert [item["ok"] for item in await answer.json()] == [True, False]
