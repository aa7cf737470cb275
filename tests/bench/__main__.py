"""Measures and prints a table: ``python -m tests.bench [part …] [--quick] [--write FILE]``."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.audience import counted
from tests.bench.loop import Loop, Sizes, months_of, slow_api, yardstick_of
from tests.bench.machine import load, machine, today
from tests.bench.rows import SMALL, among
from tests.stage import Databases

QUICK = Sizes(people=16, seconds=3, turns=1, slow_people=64, slow_seconds=3, rows=20_000, recipients=6_000)
PARTS = ("months", "slow", "rows", "audience")
Rows = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Turn:
    """What was measured one after the other."""

    yardstick: Loop
    sqlite: Loop
    postgresql: Loop


class Bench:
    """The parts of the measurement."""

    def __init__(self, databases: Databases, sizes: Sizes) -> None:
        self.databases = databases
        self.sizes = sizes

    async def measure_months(self) -> Rows:
        """The month's conversation and the yardstick, in turn: what the machine does meanwhile falls on all alike."""
        turns: list[Turn] = []
        for _ in range(self.sizes.turns):
            plain = await yardstick_of(self.databases, self.sizes)
            turns.append(
                Turn(
                    plain,
                    await months_of(self.databases, "sqlite", self.sizes),
                    await months_of(self.databases, "postgresql", self.sizes),
                )
            )
        rows = _loop("yardstick (aiogram, MemoryStorage, one commit at the end)", [turn.yardstick for turn in turns])
        for name, months in (
            ("SQLite", [turn.sqlite for turn in turns]),
            ("PostgreSQL", [turn.postgresql for turn in turns]),
        ):
            rows += _loop(f"months on {name}", months)
            ratios = [
                one.full.per_cpu_second / turn.yardstick.full.per_cpu_second
                for one, turn in zip(months, turns, strict=True)
            ]
            told = f"{_middle(ratios):.2f} times (each time: {', '.join(f'{ratio:.2f}' for ratio in ratios)})"
            rows.append((f"months on {name}: against the yardstick, per CPU-second", told))
            starts = [one.start for one in months if one.start is not None]
            resident = _mega(max(start.resident for start in starts))
            seconds = ", ".join(f"{start.seconds:.1f} s" for start in starts)
            rows.append((f"start on {name}: to the first screen", f"{seconds}; {resident}"))
        return rows

    async def measure_slow(self) -> Rows:
        """An API that takes its time."""
        rows: Rows = []
        for kind in ("sqlite", "postgresql"):
            run = await slow_api(self.databases, kind, self.sizes)
            what = f"{run.people} people, an API that takes {1000 * self.sizes.latency:.0f} ms, {kind}"
            told = f"{run.per_second:.0f} answers/s in all, lost {run.lost}, p50 {run.percentile(0.5):.0f} ms, "
            rows.append((what, told + f"p99 {run.percentile(0.99):.0f} ms, {_mega(run.resident)}"))
        return rows

    async def measure_rows(self) -> Rows:
        """The inbox and the verdict among few and among many months."""
        rows: Rows = []
        for kind in ("sqlite", "postgresql"):
            few, many = await among(self.databases, kind, SMALL, self.sizes.rows)
            for name, spent in many.calls.items():
                told = f"{few.calls[name]:.2f} ms at {few.rows:,}, {spent:.2f} ms at {many.rows:,}: "
                rows.append((f"{name}, {kind}", told + f"ratio {spent / few.calls[name]:.2f}"))
        return rows

    async def measure_audience(self) -> Rows:
        """Who is meant by a circular: counted, planned, and what became of them."""
        rows: Rows = []
        for kind in ("sqlite", "postgresql"):
            for name, seconds in await counted(self.databases, kind, self.sizes.recipients):
                rows.append((f"circular, {name}, {kind}", f"{seconds:.2f} s at {self.sizes.recipients:,} people"))
        return rows


def _loop(name: str, loops: list[Loop]) -> Rows:
    """The middle one of several turns by what is told of it."""
    full = sorted((loop.full for loop in loops), key=lambda run: run.per_cpu_second)[len(loops) // 2]
    half = sorted((loop.half for loop in loops), key=lambda run: run.percentile(0.99))[len(loops) // 2]
    core = 100 * full.cpu / full.seconds
    saturated = (
        f"{full.per_cpu_second:.0f} updates per CPU-second of the bot, {full.per_second:.0f}/s with {core:.0f} % "
    )
    saturated += f"of a core, p99 {full.percentile(0.99):.0f} ms, {_mega(full.resident)}"
    halved = f"p50 {half.percentile(0.5):.1f} ms, p99 {half.percentile(0.99):.1f} ms"
    return [
        (f"{name}: {full.people} people in a closed loop", saturated),
        (f"{name}: at half of that ({half.per_second:.0f}/s)", halved),
    ]


def _middle(figures: list[float]) -> float:
    return sorted(figures)[len(figures) // 2]


def _mega(size: int) -> str:
    return f"{size / 2**20:.0f} MB"


async def measure(parts: list[str], sizes: Sizes) -> Rows:
    """Measure these parts, printing as it goes."""
    rows: Rows = []
    with Databases() as databases:
        bench = Bench(databases, sizes)
        for part in parts or PARTS:
            measured: Callable[[], Awaitable[Rows]] = getattr(bench, f"measure_{part}")
            for row in await measured():
                rows.append(row)
                print(f"{row[0]:<78} {row[1]}", flush=True)
    return rows


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that it works")
    parser.add_argument("--seconds", type=float, help="of each run")
    parser.add_argument("--write", type=Path, help="write the table to this file, such as docs/bench.md")
    given = parser.parse_args()
    sizes = QUICK if given.quick else Sizes()
    if given.seconds:
        sizes = replace(sizes, seconds=given.seconds, slow_seconds=given.seconds)
    print(f"{today()}, {machine()}, load {load()}")
    rows = asyncio.run(_run(measure(given.part, sizes)))
    if given.write is not None:
        _write(given.write, rows)
    return 0


async def _run(work: Awaitable[Rows]) -> Rows:
    return await work


def _write(path: Path, rows: Rows) -> None:
    """Put the table between the marks of the paper, and leave the rest."""
    begins, ends = "<!-- table -->\n", "<!-- end of table -->\n"
    table = f"{today()}, {machine()}.\n\n| what | measured |\n| --- | --- |\n"
    table += "".join(f"| {what} | {told} |\n" for what, told in rows)
    kept = path.read_text() if path.exists() else f"# Measurements\n\n{begins}{ends}"
    before, _, rest = kept.partition(begins)
    path.write_text(f"{before}{begins}{table}{ends}{rest.partition(ends)[2]}")


if __name__ == "__main__":
    sys.exit(main())
