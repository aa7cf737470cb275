"""Receiving when something is wrong from the first moment: said once, and not asked without a pause."""

import asyncio
from collections.abc import Callable

import pytest
from pydantic import SecretStr

from models.people import Messenger
from tests.conversations.world import open_world


async def test_each_messenger_says_once_whether_it_is_heard(
    sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_world(sqlite_url, Messenger.TELEGRAM) as world:
        await world.app.stop()
        capsys.readouterr()
        wrong = world.settings.bale.model_copy(update={"token": SecretStr("2002:somebody-elses-token")})
        world.settings = world.settings.model_copy(update={"bale": wrong})
        await world.comes_back()
        azar = world.phone("آذر")
        await azar.enters()
        assert world.app.reception is not None
        bale = world.app.reception.pollers[Messenger.BALE]
        await asyncio.wait_for(_until(lambda: bale.up is not None), 5)
        told = capsys.readouterr()
        lines = [line for line in (told.out + told.err).splitlines() if "answer" in line]
        assert len([line for line in lines if "messenger answers" in line and "telegram" in line]) == 1
        assert len([line for line in lines if "does not answer" in line and "token" in line and "bale" in line]) == 1
        assert "somebody-elses" not in told.out + told.err
        world.local[Messenger.BALE].refusals.clear()


async def test_what_cannot_be_confirmed_is_not_asked_for_without_a_pause(sqlite_url: str) -> None:
    async with open_world(sqlite_url, Messenger.TELEGRAM) as world:
        azar = world.phone("آذر")
        await azar.enters()
        updates = azar.local.updates
        before = len(azar.local.calls)
        updates.take(updates.next_id, [(0, 0, {"nonsense": 1}), (2**70, 0, {"update_id": 2**70, "message": {}})])
        await asyncio.sleep(0.2)
        assert len(azar.local.calls) - before < 4
        updates.take(updates.next_id, [])
        azar.local.type(azar.id, "سلام")
        await asyncio.wait_for(_until(lambda: "چیزی ثبت نشد" in azar.text), 8)
        await world.settles()


async def _until(true: Callable[[], bool]) -> None:
    while not true():  # noqa: ASYNC110 (several sides change it)
        await asyncio.sleep(0.01)
