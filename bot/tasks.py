"""Work that runs until it is cancelled, by name, so that a part that died can be told."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import Any


class Tasks:
    """The running parts of the program."""

    def __init__(self) -> None:
        self._running: list[asyncio.Task[Any]] = []
        self._passing: set[str] = set()

    def begin(self, name: str, work: Coroutine[Any, Any, Any], *, ends: bool = False) -> None:
        """Run this; ``ends``: it is done some time, and its end is no death."""
        self._running.append(asyncio.create_task(work, name=name))
        if ends:
            self._passing.add(name)

    def dead(self) -> list[str]:
        """Names of parts that should run and do not."""
        return [task.get_name() for task in self._running if task.done() and task.get_name() not in self._passing]

    async def cancel(self, *names: str) -> None:
        """End those whose names begin so (all of them when none is given) and wait for their end."""
        ending = [task for task in self._running if not names or task.get_name().startswith(names)]
        self._running = [task for task in self._running if task not in ending]
        for task in ending:
            task.cancel()
        for task in ending:
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await task
