"""How updates reach the bot: long polling, webhooks, and what goes wrong on either way."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.playground.messenger import Dialect, Fault, FaultKind

from .conftest import ALI, Line

Answer = Callable[[dict[str, Any], web.Request], Awaitable[int]]


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


@asynccontextmanager
async def receiver(answer: Answer) -> AsyncIterator[str]:
    """A webhook on this machine that answers with the status that ``answer`` returns."""

    async def receive(request: web.Request) -> web.Response:
        return web.Response(status=await answer(await request.json(), request))

    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


async def until(line: Line, wanted: Callable[[], bool]) -> None:
    """Waits for the messenger to come to a state."""
    async with asyncio.timeout(5):
        while not wanted():
            await line.messenger.changed(line.messenger.version, 0.5)


async def test_update_ids_begin_where_the_dialect_says(line: Line) -> None:
    first = line.messenger.type(ALI, "a")
    assert first == (0 if line.messenger.dialect is Dialect.BALE else 100_000_001)
    assert line.messenger.type(ALI, "b") == first + 1


async def test_offset_confirms_and_limit_cuts(line: Line) -> None:
    first = line.messenger.type(ALI, "a")
    line.messenger.type(ALI, "b")
    line.messenger.type(ALI, "c")
    assert texts(await line.call("getUpdates", limit=2)) == ["a", "b"]
    assert texts(await line.call("getUpdates")) == ["a", "b", "c"]
    assert texts(await line.call("getUpdates", offset=first + 1)) == ["b", "c"]
    assert line.messenger.pending == 2
    assert await line.call("getUpdates", offset=first + 3) == []
    assert line.messenger.pending == 0


async def test_a_negative_offset_counts_from_the_end_and_forgets_the_rest(line: Line) -> None:
    for text in "abc":
        line.messenger.type(ALI, text)
    assert texts(await line.call("getUpdates", offset=-1)) == ["c"]
    assert line.messenger.pending == 1


async def test_a_long_poll_ends_with_the_first_word(line: Line) -> None:
    poll = asyncio.create_task(line.call("getUpdates", timeout=20))
    await line.call("getMe")  # the poll is on its way before anything is said
    line.messenger.type(ALI, "a")
    async with asyncio.timeout(5):
        assert texts(await poll) == ["a"]


async def test_two_polls_at_once(line: Line) -> None:
    first = asyncio.create_task(line.raw("getUpdates", json={"timeout": 5}))
    while not line.messenger.updates.polled:
        await line.call("getMe")
    second = asyncio.create_task(line.raw("getUpdates", json={"timeout": 5}))
    if line.messenger.dialect is Dialect.TELEGRAM:
        status, answer = await first
        assert (status, answer["error_code"]) == (409, 409)
        assert "terminated by other getUpdates request" in answer["description"]
        line.messenger.type(ALI, "a")
        assert texts((await second)[1]["result"]) == ["a"]
    else:
        line.messenger.type(ALI, "a")
        assert texts((await first)[1]["result"]) == ["a"]
        assert texts((await second)[1]["result"]) == ["a"]


async def test_kinds_that_were_not_asked_for_stay_away(line: Line) -> None:
    if line.messenger.dialect is Dialect.BALE:
        assert line.messenger.block(ALI) is None
        return
    line.messenger.block(ALI)
    [update] = await line.call("getUpdates", allowed_updates=["message", "my_chat_member"])
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    await line.call("getUpdates", offset=update["update_id"] + 1, allowed_updates=["message"])
    line.messenger.unblock(ALI)
    line.messenger.type(ALI, "back")
    assert texts(await line.call("getUpdates")) == ["back"]


async def test_bale_keeps_the_last_two_thousand(line: Line) -> None:
    for number in range(2005):
        line.messenger.type(ALI, str(number))
    assert line.messenger.pending == (2000 if line.messenger.dialect is Dialect.BALE else 2005)


async def test_raw_updates_go_out_as_they_stand(line: Line) -> None:
    update_id = line.messenger.raw_update({"nonsense": {"a": 1}})
    line.messenger.raw_update({"update_id": update_id + 5, "message": {}})
    assert await line.call("getUpdates") == [
        {"update_id": update_id, "nonsense": {"a": 1}},
        {"update_id": update_id + 5, "message": {}},
    ]
    assert line.messenger.type(ALI, "a") == update_id + 6


async def test_a_webhook_receives_in_order_and_again_after_a_failure(line: Line) -> None:
    line.messenger.updates.backoff = (0.0,)
    received: list[tuple[int, str]] = []
    headers: list[str | None] = []

    async def answer(update: dict[str, Any], request: web.Request) -> int:
        received.append((update["update_id"], update["message"]["text"]))
        headers.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return 500 if len(received) in (1, 2) else 200

    telegram = line.messenger.dialect is Dialect.TELEGRAM
    async with receiver(answer) as url:
        first = line.messenger.type(ALI, "a")
        await line.call("setWebhook", url=url, **({"secret_token": "s3cret"} if telegram else {}))
        line.messenger.type(ALI, "b")
        await until(line, lambda: line.messenger.pending == 0)
        assert received == [(first, "a")] * 3 + [(first + 1, "b")]
        assert set(headers) == {"s3cret" if telegram else None}

        info = await line.call("getWebhookInfo")
        assert info["url"] == url
        assert ("pending_update_count" in info) is telegram
        status, answer_to_poll = await line.raw("getUpdates", json={})
        assert (status, answer_to_poll["error_code"]) == (409, 409)

        await line.call("deleteWebhook")
        line.messenger.type(ALI, "c")
        assert texts(await line.call("getUpdates")) == ["c"]
        assert len(received) == 4


async def test_a_webhook_serves_people_side_by_side_and_each_in_order(line: Line) -> None:
    line.messenger.add_user(9002, "Zahra")
    gate = asyncio.Event()
    received: list[str] = []

    async def answer(update: dict[str, Any], request: web.Request) -> int:
        received.append(update["message"]["text"])
        if update["message"]["text"] == "ali 1":
            await gate.wait()
        return 204

    async with receiver(answer) as url:
        await line.call("setWebhook", url=url)
        line.messenger.type(ALI, "ali 1")
        line.messenger.type(ALI, "ali 2")
        line.messenger.type(9002, "zahra 1")
        await until(line, lambda: line.messenger.pending == 2)
        assert received == ["ali 1", "zahra 1"]
        gate.set()
        await until(line, lambda: line.messenger.pending == 0)
        assert received == ["ali 1", "zahra 1", "ali 2"]


async def test_an_update_comes_twice(line: Line) -> None:
    line.messenger.faults.add(Fault(FaultKind.TWICE, times=1))
    first = line.messenger.type(ALI, "a")
    line.messenger.type(ALI, "b")
    assert texts(await line.call("getUpdates")) == ["a", "b"]
    again = await line.call("getUpdates", offset=first + 2)
    assert [update["update_id"] for update in again] == [first]
    assert await line.call("getUpdates", offset=first + 2) == []


async def test_an_update_comes_twice_by_webhook(line: Line) -> None:
    received: list[str] = []

    async def answer(update: dict[str, Any], request: web.Request) -> int:
        received.append(update["message"]["text"])
        return 200

    async with receiver(answer) as url:
        await line.call("setWebhook", url=url)
        line.messenger.faults.add(Fault(FaultKind.TWICE, times=1))
        line.messenger.type(ALI, "a")
        line.messenger.type(ALI, "b")
        await until(line, lambda: line.messenger.pending == 0)
        assert received == ["a", "a", "b"]


async def test_updates_come_out_of_order(line: Line) -> None:
    line.messenger.faults.add(Fault(FaultKind.OUT_OF_ORDER, times=1))
    first = line.messenger.type(ALI, "a")
    assert await line.call("getUpdates", limit=1, timeout=0) != []  # nothing later came: it is not held for ever
    await line.call("getUpdates", offset=first + 1)
    line.messenger.faults.add(Fault(FaultKind.OUT_OF_ORDER, times=1))
    line.messenger.type(ALI, "b")
    line.messenger.type(ALI, "c")
    assert texts(await line.call("getUpdates", offset=first + 1, limit=1)) == ["c"]
    # A poller that counts on ascending ids does not lose the one that it has not seen.
    assert texts(await line.call("getUpdates", offset=first + 3)) == ["b"]
    assert await line.call("getUpdates", offset=first + 3) == []


@pytest.mark.parametrize("kind", [FaultKind.BLOCKED, FaultKind.RATE_LIMIT, FaultKind.SERVER_ERROR])
async def test_faults_that_answer(line: Line, kind: FaultKind) -> None:
    line.messenger.add_user(9002, "Zahra", started=True)
    line.messenger.faults.add(Fault(kind, method="sendMessage", user_id=ALI, times=1, retry_after=3))
    await line.call("sendMessage", chat_id=9002, text="x")
    await line.call("sendChatAction", chat_id=ALI, action="typing")
    status, answer = await line.raw("sendMessage", json={"chat_id": ALI, "text": "x"})
    assert status == {"blocked": 403, "rate_limit": 429, "server_error": 500}[kind]
    assert answer.get("parameters") == ({"retry_after": 3} if kind is FaultKind.RATE_LIMIT else None)
    assert line.messenger.chat(ALI).messages == []
    await line.call("sendMessage", chat_id=ALI, text="x")
    assert line.messenger.refusals == []


async def test_a_poll_does_not_use_up_a_fault_of_the_next_message(line: Line) -> None:
    line.messenger.faults.add(Fault(FaultKind.SERVER_ERROR, times=1))
    assert await line.call("getUpdates") == []
    assert (await line.raw("sendMessage", json={"chat_id": ALI, "text": "x"}))[0] == 500
    line.messenger.faults.add(Fault(FaultKind.SERVER_ERROR, method="getUpdates", times=1, status=502))
    assert (await line.raw("getUpdates", json={}))[0] == 502


async def test_a_plain_429(line: Line) -> None:
    line.messenger.faults.add(Fault(FaultKind.RATE_LIMIT_PLAIN, times=1))
    async with line.session.post(f"{line.root}/bot{line.messenger.token}/getMe") as answer:
        assert (answer.status, answer.content_type, await answer.text()) == (429, "text/plain", "local_rate_limited")


async def test_a_lost_answer_is_done_and_silence_is_not(line: Line) -> None:
    line.messenger.faults.add(Fault(FaultKind.LOST_ANSWER, method="sendMessage", times=1))
    with pytest.raises(aiohttp.ClientConnectionError):
        await line.raw("sendMessage", json={"chat_id": ALI, "text": "done"})
    line.messenger.faults.add(Fault(FaultKind.SILENCE, method="sendMessage", times=1))
    with pytest.raises(TimeoutError):
        await line.raw(
            "sendMessage", json={"chat_id": ALI, "text": "not done"}, timeout=aiohttp.ClientTimeout(total=0.2)
        )
    line.messenger.faults.add(Fault(FaultKind.SILENCE, method="sendMessage", times=1, seconds=0.01))
    with pytest.raises(aiohttp.ClientConnectionError):
        await line.raw("sendMessage", json={"chat_id": ALI, "text": "not done either"})
    assert [message.text for message in line.messenger.chat(ALI).messages] == ["done"]


async def test_chance_repeats_itself(line: Line) -> None:
    line.messenger.faults.add(Fault(FaultKind.SERVER_ERROR, share=0.5))
    statuses = [(await line.raw("getMe", json={}))[0] for _ in range(20)]
    assert statuses.count(500) in range(4, 17)
    twin = type(line.messenger.faults)(0)
    twin.add(Fault(FaultKind.SERVER_ERROR, share=0.5))
    assert statuses == [500 if twin.strike("getMe", None) else 200 for _ in range(20)]


async def test_the_pace_is_limited_and_counted(line: Line) -> None:
    from datetime import timedelta

    line.messenger.add_user(9002, "Zahra", started=True)
    line.messenger.token_bucket(2, 3, per_chat=(1, 2))

    async def send(chat_id: int) -> tuple[int, Any]:
        return await line.raw("sendMessage", json={"chat_id": chat_id, "text": "x"})

    assert [(await send(ALI))[0] for _ in range(3)] == [200, 200, 429]
    assert (await send(9002))[0] == 200
    status, answer = await send(9002)
    assert (status, answer["parameters"]["retry_after"]) == (429, 1)
    assert answer["description"] == "Too Many Requests: retry after 1"
    line.clock.shift(timedelta(seconds=1))
    assert (await send(9002))[0] == 200
    assert line.messenger.counters.sent == 4
    assert line.messenger.counters.busiest_second == 3
    assert line.messenger.counters.by_status[429] == 2
