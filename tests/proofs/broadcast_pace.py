"""[broadcast-pace] The messenger's token bucket is used to its brim, evenly: nothing draws a 429.

At 30 messages a second to at least 97 %, at 1,000 a second to at least 95 % with delivery on one core; from the first
message of the broadcast to its last, the trial and the wait for its verdict included. Whoever else uses the machine
takes that core from delivery: it is tried a few times, and for how much of the time delivery was ready and had to wait
for its core is told beside each figure.
"""

import asyncio
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.playground.messenger.pace import Pace
from models.people import Messenger
from tests.proofs.broadcast_kill import DELIVERY
from tests.proofs.crowd import assemble, states
from tests.stage import Databases, FellShortError, Program, open_stage

RUNS = ((30, 1_500, 0.97, 1), (1_000, 30_000, 0.95, 5))
"""Messages a second, recipients, the share of the bucket that must be used, and how often it is tried at most."""
AT_ONCE = 1.0
"""Seconds' worth of messages that the bucket lets through at once."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """``used``: the bucket's share; ``cpu``: milliseconds a message; ``kept``: the share of the time without a core."""

    used: float
    cpu: float
    kept: float


async def prove() -> str:
    """Raises FellShortError when the bucket is not used, or answers 429."""
    told: list[str] = []
    with Databases() as databases:
        for rate, recipients, wanted, tries in RUNS:
            seen: list[_Seen] = []
            while len(seen) < tries and not (seen and seen[-1].used >= wanted):
                seen.append(await _used(databases, rate, recipients))
            figures = ", ".join(
                f"{100 * one.used:.1f} % ({one.cpu:.2f} ms of CPU a message, waited {100 * one.kept:.0f} % of the time)"
                for one in seen
            )
            if seen[-1].used < wanted:
                raise FellShortError(f"at {rate}/s {figures} of the bucket are used, not {100 * wanted:.0f} %")
            told.append(f"{recipients} recipients at {rate}/s: {figures}, no 429")
    return "; ".join(told)


async def _used(databases: Databases, rate: int, recipients: int) -> _Seen:
    """What one broadcast used of the bucket."""
    with databases.new("sqlite") as url:
        async with open_stage(url, databases.folder(), strict=False) as stage:
            crowd = await assemble(stage, recipients, both=False)
            local = stage.local[Messenger.TELEGRAM]
            local.pace = Pace(rate, rate * AT_ONCE)
            program = Program(stage.folder, DELIVERY)
            program.start({**stage.settings(), "BEHINYAR_TELEGRAM__PER_SECOND": str(rate)})
            core, *others = sorted(os.sched_getaffinity(0))
            os.sched_setaffinity(program.pid, {core})
            if others:
                os.sched_setaffinity(0, set(others))
            try:
                began = await _reached(program, lambda: local.counters.sent, 1)
                before, waited = _cpu(program.pid), _waited(program.pid)
                ended = await _reached(program, lambda: local.counters.sent, recipients)
                took, waited = _cpu(program.pid) - before, _waited(program.pid) - waited
            except FellShortError as error:
                raise FellShortError(f"{error}: {states(stage, crowd.circular_id)}\n{program.said()[-2000:]}") from None
            finally:
                os.sched_setaffinity(0, {core, *others})
                await program.stop()
            if local.counters.by_status[429]:
                raise FellShortError(f"{local.counters.by_status[429]} times 429 at {rate}/s")
            elapsed = ended - began
            return _Seen((recipients - 1) / elapsed / rate, 1000 * took / recipients, waited / elapsed)


def _cpu(pid: int) -> float:
    """The seconds of CPU that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _waited(pid: int) -> float:
    """The seconds for which a process's first thread was ready to run and had no core."""
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[1]) / 1e9


async def _reached(program: Program, sent: Callable[[], int], number: int) -> float:
    limit = time.monotonic() + 180
    while sent() < number:
        if not program.runs or time.monotonic() > limit:
            raise FellShortError("delivery does not go on")
        await asyncio.sleep(0.002)
    return time.monotonic()
