"""[broadcast-memory] Delivery of 600,000 recipients needs no more than 20 MB above that of 600.

The peak of what is delivery's own (anonymous pages: not the database's file, which SQLite reads through the system's
memory) while the plan is written, the trial is judged, and messages leave at 500 a second for three quarters of a
minute. Both databases.
"""

import asyncio
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from models.people import Messenger
from tests.proofs.broadcast_kill import DELIVERY
from tests.proofs.crowd import gather, tell
from tests.stage import Databases, FellShortError, Program, open_stage

FEW, MANY = 600, 600_000
MOST = 20.0
SECONDS = 45.0
PATIENCE = 400.0


async def prove() -> str:
    """Raises FellShortError when memory grows with the number of recipients."""
    told: list[str] = []
    with Databases() as databases:
        for kind in ("sqlite", "postgresql"):
            few, _, _ = await _peak(databases, kind, FEW)
            many, sent, planning = await _peak(databases, kind, MANY)
            if many - few > MOST:
                raise FellShortError(f"{kind}: {many:.1f} MB at {MANY} rows, {few:.1f} MB at {FEW}")
            told.append(
                f"{kind}: {few:.1f} MB at {FEW} rows, {many:.1f} MB at {MANY} "
                f"({planning:.0f} s for the plan, {sent} sent)"
            )
    return "; ".join(told)


async def _peak(databases: Databases, kind: str, number: int) -> tuple[float, int, float]:
    """The most memory in MB, how many messages left, and the seconds that the plan took."""
    with databases.new(kind) as url:
        async with open_stage(url, databases.folder(), strict=False) as stage:
            local = stage.local[Messenger.TELEGRAM]
            accounts = await stage.prepare(gather, number, both=False)
            # Those alone who are told here need a phone; the messenger's memory is its own affair.
            for account in sorted(accounts[Messenger.TELEGRAM])[: int(SECONDS * 600)]:
                local.add_user(account, "کسی", started=True)
            circular_id, _ = await stage.prepare(tell)
            program = Program(stage.folder, DELIVERY)
            program.start(stage.settings())
            began, most, planned, since = time.monotonic(), 0.0, 0.0, 0.0
            try:
                while not since or time.monotonic() - since < SECONDS:
                    if not program.runs or time.monotonic() - began > PATIENCE:
                        raise FellShortError(f"delivery of {number} does not go on\n{program.said()[-2000:]}")
                    most = max(most, _own(program.pid))
                    if not planned and _is_planned(stage.ask, circular_id):
                        planned = time.monotonic() - began
                    if not since and local.counters.sent:
                        since = time.monotonic()
                    if since and local.counters.sent >= number:
                        break
                    await asyncio.sleep(0.1)
            finally:
                await program.kill()
            return most, local.counters.sent, planned


def _is_planned(ask: Callable[..., list[tuple[Any, ...]]], circular_id: int) -> bool:
    return ask("SELECT state FROM circulars WHERE id = :one", one=circular_id) != [("planning",)]


def _own(pid: int) -> float:
    """The process's own memory in MB."""
    found = re.search(r"RssAnon:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else 0.0
