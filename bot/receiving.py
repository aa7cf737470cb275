"""Receiving updates: long polling under a lease, or a webhook. A messenger that is down leaves the other one alone."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from aiohttp import web

from bot import metrics
from bot.database import Database
from bot.envelope import number_of
from bot.intake import Intake
from bot.messengers.link import Failure, MessengerError
from bot.messengers.reading import read_json
from bot.messengers.showing import Station
from models import bookkeeping

log = structlog.get_logger()
POLL_SECONDS = 25
LEASE = timedelta(seconds=45)
RENEW_SECONDS = 10.0
OUTAGE = timedelta(minutes=2)
BATCH = 100
MOST_WAITING = 5000
MOST_BODY = 1024 * 1024
CATCHING_UP = timedelta(minutes=10)
"""After a gap of ours messengers post what they held back within so long: Telegram tries again each minute at least."""


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
        self.up: bool | None = None
        """Whether the messenger answers us; None: not tried yet."""

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
        if up == self.up:
            return
        self.up = up
        if up:
            log.info("messenger answers", messenger=self._messenger.value)
        else:
            log.warning("messenger does not answer", messenger=self._messenger.value, why=why)

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
        payload: dict[str, object] = {"timeout": POLL_SECONDS, "limit": BATCH, **self._station.profile.polling()}
        if offset is not None:
            payload["offset"] = offset
        if self._outage is not None or self._heard is None:
            payload["timeout"] = 0
        updates = await self._station.link.call("getUpdates", payload, seconds=POLL_SECONDS + 15)
        self._note(up=True)
        if updates:
            await self._intake.receive(self._messenger, updates, outage_since=self._outage)
            numbers = [number for number in map(number_of, updates) if number is not None]
            if not numbers or (offset is not None and max(numbers) < offset):  # the same ones would come at once again
                raise MessengerError(Failure.SERVER, "nothing to confirm")
            offset = max(numbers) + 1
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


class Ear:
    """Behind a webhook: records that we listen, and knows since when nobody did while what was held back comes."""

    def __init__(self, database: Database, station: Station) -> None:
        self._database = database
        self._messenger = station.profile.messenger
        self._bot_id = station.link.bot_id
        self._lock = asyncio.Lock()
        self._recorded: float | None = None
        self._missed: datetime | None = None
        self.up = False
        """Whether the messenger knows where to post."""

    async def missed_since(self) -> datetime | None:
        """By which instant a tap that is posted now is judged; None: by its receipt. Fails when the database does."""
        async with self._lock:
            if self._recorded is None or time.monotonic() - self._recorded >= RENEW_SECONDS:
                await self._record()
        return self._missed

    async def _record(self) -> None:
        self._missed = await self._database.run(bookkeeping.listen, self._messenger, self._bot_id, OUTAGE, CATCHING_UP)
        self._recorded = time.monotonic()

    async def run(self) -> None:
        """Record it until cancelled."""
        while True:
            try:
                await self.missed_since()
            except Exception as error:  # noqa: BLE001 (the database may be away: that is a gap, found when it is back)
                log.warning("listening is not recorded", messenger=self._messenger.value, error=type(error).__name__)
            await asyncio.sleep(RENEW_SECONDS)

    async def stop(self) -> None:
        """Until now we have listened."""
        async with self._lock:
            await self._record()


def webhook_routes(intake: Intake, station: Station, ear: Ear, secret: str, path: str) -> list[web.RouteDef]:
    """Where one messenger posts its updates: 200 when they are stored, else 5xx, so that it tries again."""

    async def posted(request: web.Request) -> web.Response:
        if not station.profile.knows_the_sender(request.headers, secret):
            return web.Response(status=404)
        try:
            raw = read_json(await request.read())
        except ValueError:  # it bears no number under which it could be kept; refused, it would come again and again
            metrics.updates.labels(station.profile.messenger.value, "unreadable").inc()
            log.warning("a body that is no JSON passed over", messenger=station.profile.messenger.value)
            return web.Response()
        await intake.receive(station.profile.messenger, [raw], outage_since=await ear.missed_since())
        return web.Response()

    return [web.post(path, posted)]


async def set_webhook(station: Station, ear: Ear, url: str, secret: str, running: Callable[[], bool]) -> None:
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
            ear.up = True
            log.info("webhook set", messenger=station.profile.messenger.value)
            return
