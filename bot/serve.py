"""``run``: the program on real tokens until it is told to stop."""

import asyncio
import contextlib
import gc
import signal

import structlog

from bot import logs
from bot.app import PARTS, App
from bot.lean import import_aiogram
from bot.settings import Settings

__all__ = ["PARTS", "serve", "settle_memory", "stopping"]
log = structlog.get_logger()


def settle_memory() -> None:
    """What is loaded at start-up stays: keep the collector from walking it, and let it walk the rest again."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    gc.enable()


def stopping() -> asyncio.Event:
    """Set when the program is interrupted or asked to end; from now on neither ends it by itself."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(one, stop.set)
    return stop


async def serve(settings: Settings, only: str | None = None) -> None:
    """Serve until stopped; what was begun is finished."""
    logs.set_up(settings.log_level)
    stop = stopping()
    if only in (None, "intake"):
        import_aiogram()
    app = App(settings, settings.make_clock(), only=only)
    await app.start()
    settle_memory()
    log.info("ready", messengers=[one.value for one in settings.messengers], only=only or "all")
    try:
        await stop.wait()
    finally:
        log.info("stopping")
        await app.stop()
        log.info("stopped")
