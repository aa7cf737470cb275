"""Receiving updates: long polling under a lease, or a webhook. A messenger that is down leaves the other one alone."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import orjson
import structlog
from aiohttp import web

from bot.database import Database
from bot.intake import Intake
from bot.messengers.link import Failure, MessengerError
from bot.messengers.showing import Station
from models import bookkeeping
from models.people import Messenger

log = structlog.get_logger()
POLL_SECONDS = 25
LEASE = timedelta(seconds=45)
RENEW_SECONDS = 10.0
OUTAGE = timedelta(minutes=2)
BATCH = 100
MOST_WAITING = 5000
MOST_BODY = 1024 * 1024


class Poller:
    """Polls one messenger for ever; waits longer after each failure, and comes back by itself."""

    def __init__(self, database: Database, intake: Intake, station: Station, me: str) -> None:
        self._database = database
        self._intake = intake
        self._station = station
        self._me = me
        self._messenger = station.profile.messenger
        self._heard: tuple[float, datetime] | None = None
        self._leased: float | None = None
        self._outage: datetime | None = None
        self.up = False

    async def run(self) -> None:
        """Poll until cancelled."""
        wait, offset = 1.0, None
        while True:
            try:
                offset = await self._once(offset)
                wait = 1.0
            except MessengerError as error:
                self._note(up=False, why=error.failure.value)
                if error.failure is Failure.CONFLICT:
                    await self._drop_webhook()
                pause = error.retry_after or wait
                wait = min(wait * 2, 30.0)
                await asyncio.sleep(pause)
            except Exception as error:  # noqa: BLE001 (the database may be away: nothing is confirmed, nothing lost)
                log.error(  # noqa: TRY400 (a trace may hold data)
                    "polling stumbles", messenger=self._messenger.value, error=type(error).__name__
                )
                await asyncio.sleep(wait)
                wait = min(wait * 2, 30.0)

    def _note(self, *, up: bool, why: str = "") -> None:
        if up != self.up:
            self.up = up
            log.info(
                "messenger answers" if up else "messenger does not answer", messenger=self._messenger.value, why=why
            )

    async def _drop_webhook(self) -> None:
        try:
            await self._station.link.call("deleteWebhook", {})
        except MessengerError as error:
            log.warning("the webhook stays", messenger=self._messenger.value, why=error.failure.value)

    async def _once(self, offset: int | None) -> int | None:
        if not await self._holds_lease():
            await asyncio.sleep(2)
            return None
        if self._heard is not None and time.monotonic() - self._heard[0] > OUTAGE.total_seconds():
            self._outage = self._heard[1]
        while self._intake.waiting > MOST_WAITING:  # noqa: ASYNC110 (rare, and any moment of relief will do)
            await asyncio.sleep(0.1)
        payload: dict[str, object] = {"timeout": POLL_SECONDS, "limit": BATCH}
        if offset is not None:
            payload["offset"] = offset
        if self._messenger is Messenger.TELEGRAM:
            payload["allowed_updates"] = ["message", "edited_message", "callback_query"]
        if self._outage is not None or self._heard is None:
            payload["timeout"] = 0
        updates = await self._station.link.call("getUpdates", payload, seconds=POLL_SECONDS + 15)
        self._note(up=True)
        if updates:
            await self._intake.receive(self._messenger, updates, outage_since=self._outage)
            numbers = [
                one["update_id"] for one in updates if isinstance(one, dict) and isinstance(one.get("update_id"), int)
            ]
            offset = max(numbers) + 1 if numbers else offset
        if len(updates) < BATCH:
            self._outage = None
        self._heard = (time.monotonic(), self._database.clock.now())
        return offset

    async def _holds_lease(self) -> bool:
        """Whether this process polls the token. Renewing the lease also records when the messenger was last heard."""
        if self._leased is not None and time.monotonic() - self._leased < RENEW_SECONDS:
            return True
        heard_at = None if self._heard is None else self._heard[1]
        lease = await self._database.run(
            bookkeeping.take_poll_lease, self._messenger, self._station.link.bot_id, self._me, LEASE, heard_at
        )
        if lease is None:
            self._heard = self._leased = None
            return False
        self._leased = time.monotonic()
        if self._heard is None and lease.heard_at is not None:
            now = self._database.clock.now()
            self._outage = lease.heard_at if now - lease.heard_at > OUTAGE else None
        return True

    async def stop(self) -> None:
        """Let another process poll at once."""
        if self._heard is not None:
            await self._database.run(
                bookkeeping.take_poll_lease,
                self._messenger,
                self._station.link.bot_id,
                self._me,
                LEASE,
                self._heard[1],
            )
        await self._database.run(bookkeeping.drop_poll_lease, self._messenger, self._station.link.bot_id, self._me)


def webhook_routes(intake: Intake, station: Station, secret: str, path: str) -> list[web.RouteDef]:
    """Where one messenger posts its updates: 200 when they are stored, else 5xx, so that it tries again."""

    async def posted(request: web.Request) -> web.Response:
        if not station.profile.knows_the_sender(request.headers, secret):
            return web.Response(status=404)
        try:
            raw = orjson.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        await intake.receive(station.profile.messenger, [raw])
        return web.Response()

    return [web.post(path, posted)]


async def set_webhook(station: Station, url: str, secret: str, running: Callable[[], bool]) -> None:
    """Tell the messenger where to post, again and again until it hears."""
    _, parameters = station.profile.webhook(url, secret)
    wait = 1.0
    while running():
        try:
            await station.link.call("setWebhook", parameters)
        except MessengerError as error:
            log.warning("webhook not set", messenger=station.profile.messenger.value, why=error.failure.value)
            await asyncio.sleep(error.retry_after or wait)
            wait = min(wait * 2, 60.0)
        else:
            log.info("webhook set", messenger=station.profile.messenger.value)
            return
