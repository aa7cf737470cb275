"""Runs the proofs that are named, or all."""

import asyncio
import importlib
import sys
import time
from collections.abc import Awaitable, Callable

from tests.stage import FellShortError

NAMES = ("official-schema", "kill-anywhere", "parallel-taps", "two-intakes", "random-walk", "story")

Proof = Callable[[], Awaitable[str]]


def find(name: str) -> Proof | None:
    """The proof of this name, or None where it is not written yet."""
    try:
        module = importlib.import_module(f"tests.proofs.{name.replace('-', '_')}")
    except ModuleNotFoundError:
        return None
    proof: Proof | None = getattr(module, "prove", None)
    return proof


def main(names: list[str]) -> int:
    """Prove; returns the exit code: 0 when all held."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"no proof {', '.join(unknown)}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    code = 0
    for name in names or NAMES:
        began = time.monotonic()
        proof = find(name)
        if proof is None:
            continue
        try:
            told = asyncio.run(_awaited(proof))
            verdict = "holds"
        except FellShortError as error:
            told, verdict, code = str(error), "FALLS SHORT", 1
        print(f"[{name}] {verdict}: {told} ({time.monotonic() - began:.0f} s)", flush=True)
    return code


async def _awaited(proof: Proof) -> str:
    return await proof()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
