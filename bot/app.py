"""The composition root: the one place that knows everything and puts it together."""

import asyncio
import contextlib
import importlib
import secrets
from typing import TYPE_CHECKING

from bot import calendar
from bot.database import Database, open_database
from bot.monitor import Monitor
from bot.settings import Settings
from bot.stations import make_stations
from bot.tasks import Tasks
from models.clock import Clock

if TYPE_CHECKING:
    from bot.delivery import Delivery

PARTS = ("intake", "delivery", "calendar")


class App:
    """The running program: intake, delivery and calendar, or one of them."""

    def __init__(self, settings: Settings, clock: Clock, *, only: str | None = None) -> None:
        self.settings = settings
        self.me = f"p-{secrets.token_hex(8)}"
        self.database: Database = open_database(settings, clock)
        self._only = only
        self._stations = make_stations(settings)
        self._tasks = Tasks()
        self._monitor: Monitor | None = None
        self.delivery: Delivery | None = None
        self.reception = None
        if self._wants("intake"):
            # Here and not above: aiogram costs a delivery process two seconds and 145 MB for nothing.
            from bot.reception import Reception  # noqa: PLC0415

            self.reception = Reception(self.database, self._stations, self.me)

    def _wants(self, part: str) -> bool:
        return self._only in (None, part)

    async def start(self, *, watch: bool = True) -> None:
        """Begin to work; returns when updates are being received. ``watch``: open the watcher's port."""
        if self.reception is not None:
            await self.reception.start(self.settings.webhook)
        if self._wants("delivery"):
            self._tasks.begin("delivery", self._deliver())
        if self._wants("calendar"):
            self._tasks.begin("calendar", calendar.run(self.database))
        if watch:
            self._monitor = Monitor(self.database, self.reception, self.dead)
            await self._monitor.start(self.settings.monitor_host, self.settings.monitor_port)

    async def _deliver(self) -> None:
        """Deliver, once its library is read: that takes longer than a first screen should wait."""
        delivery = (await asyncio.to_thread(importlib.import_module, "bot.delivery")).Delivery
        self.delivery = delivery(self.database, self.settings, self.me)
        await self.delivery.start()
        await self.delivery.run()

    def dead(self) -> list[str]:
        """Names of parts that should run and do not."""
        return [*self._tasks.dead(), *(self.reception.dead() if self.reception is not None else ())]

    @property
    def idle(self) -> bool:
        """Whether nothing waits, is handled, shown or sent in this process."""
        delivered = self.delivery.idle if self.delivery is not None else not self._wants("delivery")
        return delivered and (self.reception is None or self.reception.idle)

    async def stop(self) -> None:
        """Receive nothing more, finish what began, give leases back, close."""
        if self._monitor is not None:
            await self._monitor.stop()
        await self._tasks.cancel("calendar")
        if self.delivery is not None:
            await self.delivery.stop()
        if self.reception is not None:
            await self.reception.stop()
        await self._tasks.cancel()
        for station in self._stations.values():
            with contextlib.suppress(Exception):
                await station.link.close()
        await self.database.close()
