"""Runs the proofs that are named, or all."""

import asyncio
import importlib
import logging
import sys
import time
from collections.abc import Awaitable, Callable

import structlog

from tests.stage import FellShortError

MODULES = {
    "official-schema": "official_schema",
    "kill-anywhere": "kill_anywhere",
    "parallel-taps": "parallel_taps",
    "two-intakes": "two_intakes",
    "random-walk": "random_walk",
    "permissions": "permissions",
    "receipt-order": "receipt_order",
    "access-chain": "access_chain",
    "import-units": "import_units",
    "story": "empty_machine",
    "broadcast-kill": "broadcast_kill",
    "broadcast-pace": "broadcast_pace",
    "broadcast-latency": "broadcast_latency",
    "broadcast-memory": "broadcast_memory",
    "cascade": "cascade",
}

Proof = Callable[[], Awaitable[str]]


def main(names: list[str]) -> int:
    """Prove; returns the exit code: 0 when all held."""
    unknown = [name for name in names if name not in MODULES]
    if unknown:
        print(f"no proof {', '.join(unknown)}; there are: {', '.join(MODULES)}", file=sys.stderr)
        return 2
    # One line each: what a program in this process logs belongs to the program.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    code = 0
    for name in names or MODULES:
        began = time.monotonic()
        proof: Proof = importlib.import_module(f"tests.proofs.{MODULES[name]}").prove
        try:
            told, verdict = asyncio.run(_awaited(proof)), "holds"
        except FellShortError as error:
            told, verdict, code = str(error), "FALLS SHORT", 1
        print(f"[{name}] {verdict}: {told} ({time.monotonic() - began:.0f} s)", flush=True)
    return code


async def _awaited(proof: Proof) -> str:
    return await proof()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
