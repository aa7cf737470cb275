"""Starts the program again and again without importing it again: ``python -m tests.nursery``.

Reads a line of JSON with ``settings`` (environment) and ``log`` (a path) for each start, forks, and prints the number
of the new process. The fork runs ``python -m bot run`` as a process of its own; only what is imported and the
words were read before.
"""

import gc
import importlib
import json
import os
import signal
import sys
from pathlib import Path

import bot.serve  # noqa: F401 (what `run` imports when it is called)
from bot.__main__ import cli
from bot.lean import import_aiogram
from bot.words import words
from models.people import Language


def main() -> None:
    """Serve until the input ends."""
    import_aiogram()
    importlib.import_module("bot.reception")
    for language in Language:
        words(language)
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that were killed
    for line in sys.stdin:
        wanted = json.loads(line)
        child = os.fork()
        if child == 0:
            _be_born(wanted["settings"], Path(wanted["log"]))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def _be_born(settings: dict[str, str], log: Path) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.update(settings)
    os.chdir(log.parent)
    for stream, path, mode in ((0, Path(os.devnull), os.O_RDONLY), (1, log, os.O_WRONLY), (2, log, os.O_WRONLY)):
        opened = os.open(path, mode | os.O_APPEND | os.O_CREAT, 0o600)
        os.dup2(opened, stream)
        os.close(opened)
    try:
        cli(["run"], standalone_mode=False)
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
