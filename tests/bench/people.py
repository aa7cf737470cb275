"""People in a closed loop: each acts, waits for the screen, and acts again, at once or after a while."""

import asyncio
import random
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import psutil

from bot.playground.messenger import Call, LocalMessenger
from tests.stage import Player, Program

_SHOWS = frozenset({"sendMessage", "editMessageText"})
Act = Callable[[Player], int]


class Bell(deque[Call]):
    """The messenger's list of requests, which rings for whoever waits for a screen."""

    def __init__(self) -> None:
        super().__init__(maxlen=100)
        self._waiting: dict[int, asyncio.Future[float]] = {}

    @classmethod
    def on(cls, local: LocalMessenger) -> "Bell":
        """Hang it up."""
        bell = cls()
        local.calls = bell
        return bell

    def append(self, call: Call) -> None:
        """A request was answered."""
        super().append(call)
        if call.method in _SHOWS and call.status == 200:
            waiter = self._waiting.pop(int(call.params["chat_id"]), None)
            if waiter is not None and not waiter.done():
                waiter.set_result(time.perf_counter())

    async def answer(self, user_id: int, seconds: float) -> float:
        """The instant of the next screen of this person. Raises TimeoutError."""
        waiter: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting[user_id] = waiter
        return await asyncio.wait_for(waiter, seconds)


@dataclass(slots=True)
class Run:
    """What one run measured. Latencies in seconds, from the act to the screen."""

    people: int
    seconds: float = 0.0
    answers: int = 0
    cpu: float = 0.0
    resident: int = 0
    lost: int = 0
    latencies: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        """Answers in a second."""
        return self.answers / self.seconds

    @property
    def per_cpu_second(self) -> float:
        """Answers in a second of the bot's processor time."""
        return self.answers / self.cpu

    def percentile(self, share: float) -> float:
        """A latency below which this share of the answers came, in milliseconds."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]


async def drive(
    players: list[Player],
    script: Callable[[Player], Iterator[Act]],
    bell: Bell,
    program: Program,
    *,
    seconds: float,
    warm_up: float = 3.0,
    pause: float = 0.0,
    patience: float = 30.0,
) -> Run:
    """Let everybody act for so long. ``pause``: the mean of the time between a screen and the next act."""
    run = Run(len(players))
    process = psutil.Process(program.pid)
    clock = time.perf_counter
    begins = clock() + warm_up
    ends = begins + seconds
    chance = random.Random(1)

    async def one(player: Player) -> None:
        acts = script(player)
        await asyncio.sleep(chance.random() * max(pause, 0.2))
        while clock() < ends:
            act = next(acts)
            acted = clock()
            waiting = asyncio.ensure_future(bell.answer(player.id, patience))
            await asyncio.sleep(0)  # the bell hangs before the update is out
            act(player)
            try:
                came = await waiting
            except TimeoutError:
                run.lost += 1
                return
            if begins <= came < ends:
                run.answers += 1
                run.latencies.append(came - acted)
            if pause:
                await asyncio.sleep(chance.expovariate(1 / pause))

    def spent() -> float:
        times = process.cpu_times()
        return float(times.user + times.system)

    async def measured() -> None:
        await asyncio.sleep(begins - clock())
        before, began = spent(), clock()
        await asyncio.sleep(ends - clock())
        run.cpu, run.seconds = spent() - before, clock() - began

    await asyncio.gather(measured(), *(one(player) for player in players))
    run.resident = process.memory_info().rss
    return run
