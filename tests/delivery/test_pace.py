"""Turns come evenly, on a clock that goes only as far as somebody waits."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.delivery.pace import Turns

PER_SECOND = 50


class Clockwork(asyncio.SelectorEventLoop):
    """An event loop whose time passes by waiting alone, so that a busy machine holds nothing up."""

    def __init__(self) -> None:
        super().__init__()
        self.instant = 0.0
        selector: Any = self._selector  # type: ignore[attr-defined]  # where asyncio waits
        wait = selector.select

        def select(timeout: float | None = None) -> Any:
            self.instant += timeout or 0.0
            return wait(0)

        selector.select = select

    def time(self) -> float:
        """Seconds since the loop was made."""
        return self.instant


def told(story: Callable[[Clockwork, Callable[[], Awaitable[float]]], Awaitable[list[float]]]) -> list[float]:
    """The instants that a story of turns tells."""
    loop = Clockwork()
    turns = Turns(PER_SECOND)

    async def turn() -> float:
        await turns.acquire()
        return loop.time()

    async def whole() -> list[float]:
        return await story(loop, turn)

    try:
        return loop.run_until_complete(whole())
    finally:
        loop.close()


def test_turns_stand_on_an_even_grid() -> None:
    async def story(_: Clockwork, turn: Callable[[], Awaitable[float]]) -> list[float]:
        return [await turn() for _ in range(40)]

    assert told(story) == pytest.approx([number / PER_SECOND for number in range(40)])


def test_whoever_asks_together_comes_one_by_one() -> None:
    async def story(_: Clockwork, turn: Callable[[], Awaitable[float]]) -> list[float]:
        return list(await asyncio.gather(*(turn() for _ in range(40))))

    assert told(story) == pytest.approx([number / PER_SECOND for number in range(40)])


def test_a_short_stall_is_made_up_for_and_a_long_one_is_lost() -> None:
    async def story(loop: Clockwork, turn: Callable[[], Awaitable[float]]) -> list[float]:
        times = [await turn() for _ in range(10)]
        loop.instant += 3 / PER_SECOND
        times += [await turn() for _ in range(10)]
        loop.instant += 2.0
        return times + [await turn() for _ in range(40)]

    times = told(story)
    assert times[19] == pytest.approx(19 / PER_SECOND), "back on the grid"
    after = times[20:]
    together = sum(at == pytest.approx(after[0]) for at in after)
    assert together <= 6, "no burst, however long nobody had a turn"
    steps = [later - earlier for earlier, later in zip(after[together:], after[together + 1 :], strict=False)]
    assert steps == pytest.approx([1 / PER_SECOND] * len(steps))
