"""The closed loop: 64 people record months; the yardstick beside it; 256 people with an API that takes 50 ms."""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psutil

from bot.playground.messenger import Fault, FaultKind
from models.people import Messenger
from tests.bench import months, yardstick
from tests.bench.people import Act, Bell, Run, drive
from tests.stage import Databases, FellShortError, Player, Program, Stage, open_stage


@dataclass(frozen=True, slots=True)
class Sizes:
    """How long and how many."""

    people: int = 64
    seconds: float = 8.0
    turns: int = 3
    slow_people: int = 256
    slow_seconds: float = 12.0
    latency: float = 0.05
    rows: int = 1_000_000
    recipients: int = 600_000


@dataclass(slots=True)
class Start:
    """From the start of the process to the first screen."""

    seconds: float
    resident: int


@dataclass(slots=True)
class Loop:
    """At saturation, at half of that, and the start of the program."""

    full: Run
    half: Run
    start: Start | None = None


Script = Callable[[Player], Iterator[Act]]


async def months_of(databases: Databases, kind: str, sizes: Sizes) -> Loop:
    """The month's conversation on this database."""
    with databases.new(kind) as url:
        async with open_stage(url, databases.folder(), strict=False) as stage:
            players = await months.workshops(stage, sizes.people)
            program = Program(stage.folder)
            bell = Bell.on(stage.local[Messenger.TELEGRAM])
            start = await _first_screen(stage, program, bell, players[0])
            try:
                full, half = await _both(players, months.conversation, bell, program, sizes)
                await _checked(stage, program, full.lost + half.lost)
            finally:
                await program.stop()
    return Loop(full, half, start)


async def yardstick_of(databases: Databases, sizes: Sizes) -> Loop:
    """The same of the yardstick."""
    with databases.new("sqlite") as url:
        async with open_stage(url, databases.folder(), strict=False) as stage:
            local = stage.local[Messenger.TELEGRAM]
            players = [
                stage.player(Messenger.TELEGRAM, 7000 + number, f"کس {number}", f"0913{number:07d}")
                for number in range(sizes.people)
            ]
            for player in players:
                player.local.user(player.id).started = True
            program = Program(stage.folder, ["-m", "tests.bench.yardstick"])
            program.start(
                {
                    "YARDSTICK_API": stage.api[Messenger.TELEGRAM],
                    "YARDSTICK_TOKEN": local.token,
                    "YARDSTICK_DATABASE": f"sqlite:///{databases.folder() / 'yardstick.sqlite'}",
                }
            )
            bell = Bell.on(local)
            try:
                await program.ready()
                return Loop(*await _both(players, yardstick.conversation, bell, program, sizes))
            finally:
                await program.stop()


async def slow_api(databases: Databases, kind: str, sizes: Sizes) -> Run:
    """Many people, and a messenger that takes its time for every answer."""
    with databases.new(kind) as url:
        async with open_stage(url, databases.folder(), strict=False) as stage:
            players = await months.workshops(stage, sizes.slow_people)
            program = Program(stage.folder)
            bell = Bell.on(stage.local[Messenger.TELEGRAM])
            await _first_screen(stage, program, bell, players[0])
            for local in stage.local.values():
                local.faults.add(Fault(FaultKind.SLOW, seconds=sizes.latency))
            try:
                run = await drive(players, months.conversation, bell, program, seconds=sizes.slow_seconds)
                await _checked(stage, program, run.lost)
            finally:
                await program.stop()
    return run


async def _first_screen(stage: Stage, program: Program, bell: Bell, player: Player) -> Start:
    """Somebody has written while the program was away."""
    player.types("/start")
    began = time.perf_counter()
    program.start(stage.settings())
    came = await bell.answer(player.id, 60)
    await program.ready()
    return Start(came - began, psutil.Process(program.pid).memory_info().rss)


async def _both(players: list[Player], script: Script, bell: Bell, program: Program, sizes: Sizes) -> tuple[Run, Run]:
    scripts = {player.id: script(player) for player in players}

    def going_on(player: Player) -> Iterator[Act]:
        return scripts[player.id]

    full = await drive(players, going_on, bell, program, seconds=sizes.seconds)
    await asyncio.sleep(1)
    pause = len(players) / (full.per_second / 2)
    half = await drive(players, going_on, bell, program, seconds=sizes.seconds, pause=pause)
    return full, half


async def _checked(stage: Stage, program: Program, lost: int) -> None:
    """Nothing failed, nothing was lost: otherwise the figures mean nothing."""
    await stage.comes_to_rest()
    failed = stage.ask("SELECT count(*) FROM incoming WHERE state <> 'done'")
    if lost or failed != [(0,)] or '"level": "error"' in program.said():
        raise FellShortError(f"lost {lost}, not done {failed}:\n{program.said()[-2000:]}")
