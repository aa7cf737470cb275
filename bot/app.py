"""The composition root: the one place that knows everything and puts it together."""

import asyncio
import contextlib
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from aiohttp import web

from bot import calendar, delivery, monitor, receiving
from bot.database import Database, open_database
from bot.intake import Intake
from bot.messengers.bale import Bale
from bot.messengers.link import Link, MessengerError
from bot.messengers.profile import Profile
from bot.messengers.showing import Shower, Station
from bot.messengers.telegram import Telegram
from bot.settings import Settings
from bot.words import words
from handlers.routes import routes
from models import bookkeeping
from models.clock import Clock
from models.people import Language, Messenger

log = structlog.get_logger()
PROFILES: dict[Messenger, type[Profile]] = {Messenger.TELEGRAM: Telegram, Messenger.BALE: Bale}
PARTS = ("intake", "delivery", "calendar")


def make_stations(settings: Settings) -> dict[Messenger, Station]:
    """The messengers that have a token."""
    stations: dict[Messenger, Station] = {}
    for messenger in settings.messengers:
        one = settings.of(messenger)
        assert one.token is not None
        proxy = None if one.proxy is None else one.proxy.get_secret_value()
        link = Link(settings.url(messenger), one.token.get_secret_value(), proxy=proxy)
        stations[messenger] = Station(PROFILES[messenger](), link)
    return stations


@dataclass(slots=True)
class _Task:
    name: str
    task: asyncio.Task[Any]


class App:
    """The running program: intake, delivery and calendar, or one of them."""

    def __init__(self, settings: Settings, clock: Clock, *, only: str | None = None) -> None:
        self.settings = settings
        self.clock = clock
        self.only = only
        self.me = f"p-{secrets.token_hex(8)}"
        self.database: Database = open_database(settings, clock)
        self.stations = make_stations(settings)
        self.shower = Shower(self.database, self.stations, self.me)
        self.intake = Intake(self.database, self.stations, routes(), self.shower, self.me)
        self.pollers: dict[Messenger, receiving.Poller] = {}
        self.delivery: delivery.Delivery | None = None
        self.monitor: monitor.Monitor | None = None
        self._tasks: list[_Task] = []
        self._runner: web.AppRunner | None = None
        self._running = False

    def _wants(self, part: str) -> bool:
        return self.only in (None, part)

    def _begin(self, name: str, work: Coroutine[Any, Any, Any]) -> None:
        self._tasks.append(_Task(name, asyncio.create_task(work, name=name)))

    async def start(self, *, watch: bool = True) -> None:
        """Begin to work; returns when updates are being received."""
        self._running = True
        for language in Language:
            words(language)
        if self._wants("intake"):
            await self._start_intake()
        if self._wants("delivery"):
            self.delivery = delivery.Delivery(self.database, self.settings, self.me)
            await self.delivery.start()
            self._begin("delivery", self.delivery.run())
        if self._wants("calendar"):
            self._begin("calendar", calendar.run(self.database))
        if watch:
            self.monitor = monitor.Monitor(self)
            await self.monitor.start(self.settings.monitor_host, self.settings.monitor_port)

    async def _start_intake(self) -> None:
        self._begin("handling", self.intake.run())
        self._begin("marking", self.shower.flushing())
        await self.shower.take_up(all_leases=self.database.is_sqlite)
        await self.intake.take_up()
        self._begin("taking up", self._take_up())
        self._begin("introducing", self._introduce())
        hook = self.settings.webhook
        if hook.url is None:
            for messenger, station in self.stations.items():
                poller = receiving.Poller(self.database, self.intake, station, self.me)
                self.pollers[messenger] = poller
                self._begin(f"polling {messenger.value}", poller.run())
            return
        assert hook.secret is not None
        secret = hook.secret.get_secret_value()
        application = web.Application(client_max_size=receiving.MOST_BODY)
        for station in self.stations.values():
            path, _ = station.profile.webhook(hook.url, secret)
            application.add_routes(receiving.webhook_routes(self.intake, station, secret, path))
        self._runner = web.AppRunner(application, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, hook.host, hook.port).start()
        for messenger, station in self.stations.items():
            self._begin(
                f"webhook {messenger.value}", receiving.set_webhook(station, hook.url, secret, lambda: self._running)
            )

    async def _introduce(self) -> None:
        """Learn the bots' names (deep links need them) and set the commands, when the messengers answer."""
        missing = dict(self.stations)
        while missing:
            for messenger, station in list(missing.items()):
                with contextlib.suppress(MessengerError):
                    self.intake.names[messenger] = str((await station.link.call("getMe", {})).get("username", ""))
                    commands = [
                        {"command": name, "description": words(Language.FA).say(f"command-{name}")}
                        for name in ("start", "menu", "help")
                    ]
                    del missing[messenger]
                    await station.link.call("setMyCommands", {"commands": commands})
            if missing:
                await asyncio.sleep(5)

    async def _take_up(self) -> None:
        """Every second: owed screens whose time has come; every few: updates of a process that died, old rows."""
        count = 0
        while True:
            await asyncio.sleep(1)
            count += 1
            try:
                await self.shower.take_up()
                if count % 5 == 0 and not self.database.is_sqlite:
                    await self.intake.take_up(before=self.clock.now() - timedelta(seconds=10))
                if count % 3600 == 1:
                    await self.database.run(bookkeeping.sweep)
            except Exception as error:  # noqa: BLE001 (the database may be away; the next round tries again)
                log.warning("taking up waits", error=type(error).__name__)

    def dead(self) -> list[str]:
        """Names of parts that should run and do not."""
        return [
            one.name for one in self._tasks if one.task.done() and not one.name.startswith(("webhook", "introducing"))
        ]

    @property
    def idle(self) -> bool:
        """Whether nothing waits, is handled, shown or sent in this process."""
        return not (self.intake.waiting or self.shower.busy)

    async def stop(self) -> None:
        """Receive nothing more, finish what began, give leases back, close."""
        self._running = False
        if self._runner is not None:
            await self._runner.cleanup()
        await self._cancel(lambda name: name.startswith(("polling", "webhook", "introducing", "taking", "calendar")))
        if self.delivery is not None:
            await self.delivery.stop()
        await self.intake.close()
        await self._cancel(lambda _: True)
        with contextlib.suppress(Exception):
            await self.shower.close()
        for poller in self.pollers.values():
            with contextlib.suppress(Exception):
                await poller.stop()
        for station in self.stations.values():
            await station.link.close()
        if self.monitor is not None:
            await self.monitor.stop()
        await self.database.close()

    async def _cancel(self, which: Any) -> None:
        ending = [one for one in self._tasks if which(one.name)]
        self._tasks = [one for one in self._tasks if not which(one.name)]
        for one in ending:
            one.task.cancel()
        for one in ending:
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await one.task
