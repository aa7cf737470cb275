"""``run``: the program on real tokens until it is told to stop."""

import asyncio
import contextlib
import gc
import signal

import sqlalchemy as sa
import structlog

from bot import logs
from bot.app import PARTS, App
from bot.lean import import_aiogram
from bot.readiness import CannotRunError, why_not
from bot.settings import NESTED, PREFIX, Settings
from models.people import Messenger

__all__ = ["PARTS", "CannotRunError", "serve", "settle_memory", "stopping"]
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


def _token_of(messenger: Messenger) -> str:
    return f"{PREFIX}{messenger.name}{NESTED}TOKEN"


async def serve(settings: Settings, only: str | None = None) -> None:
    """Serve until stopped; what was begun is finished. Raises CannotRunError."""
    logs.set_up(settings.log_level)
    stop = stopping()
    if only in (None, "intake"):
        import_aiogram()
    app = App(settings, settings.make_clock(), only=only)
    try:
        await app.start()
    except (CannotRunError, sa.exc.SQLAlchemyError) as error:
        with contextlib.suppress(Exception):
            await app.stop()
        raise error if isinstance(error, CannotRunError) else CannotRunError(why_not(error, settings)) from None
    for messenger in Messenger:
        if messenger not in settings.messengers:
            log.info("messenger not served", messenger=messenger.value, why=f"no {_token_of(messenger)}")
    settle_memory()
    log.info("ready", messengers=[one.value for one in settings.messengers], only=only or "all")
    try:
        await stop.wait()
    finally:
        log.info("stopping")
        await app.stop()
        log.info("stopped")
