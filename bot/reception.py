"""Reception: updates in (polled or posted), handled, screens out. The part of the program that knows aiogram."""

import asyncio
import contextlib
from collections.abc import Mapping
from datetime import timedelta

import structlog
from aiohttp import web

from bot import circular_work, receiving
from bot.database import Database
from bot.intake import Intake
from bot.jobs import Jobs
from bot.messengers.link import MessengerError
from bot.messengers.showing import Shower, Station
from bot.readiness import CannotRunError
from bot.settings import WebhookSettings
from bot.sheets import work as sheets
from bot.tasks import Tasks
from bot.words import words
from models import bookkeeping, contents, jobs
from models.people import Language, Messenger

log = structlog.get_logger()
ORPHANED = timedelta(seconds=10)
COMMANDS = ("start", "menu", "help", "support", "absence")


class Reception:
    """Receives, handles and shows, on all messengers of this process."""

    def __init__(self, database: Database, stations: Mapping[Messenger, Station], me: str) -> None:
        self._database = database
        self._stations = stations
        self._me = me
        self._tasks = Tasks()
        self._runner: web.AppRunner | None = None
        self._open = False
        self.shower = Shower(database, stations, me)
        self.intake = Intake(database, stations, self.shower, me)
        self.jobs = Jobs(database, stations, self.intake, me, {**sheets.WORK, **circular_work.WORK})
        self.intake.on_job = self.jobs.wake
        self.pollers: dict[Messenger, receiving.Poller] = {}
        self._ears: dict[Messenger, receiving.Ear] = {}

    async def start(self, hook: WebhookSettings) -> None:
        """Take up what was left, then receive."""
        self._open = True
        words(Language.FA)
        self._tasks.begin("handling", self.intake.run())
        self._tasks.begin("marking", self.shower.flushing())
        await self.shower.take_up(all_leases=self._database.is_sqlite)
        await self.intake.take_up()
        self._tasks.begin("taking up", self._take_up())
        self._tasks.begin("jobs", self.jobs.run())
        self._tasks.begin("introducing", self._introduce(), ends=True)
        if hook.url is None:
            for messenger, station in self._stations.items():
                self.pollers[messenger] = receiving.Poller(self._database, self.intake, station, self._me)
                self._tasks.begin(f"polling {messenger.value}", self.pollers[messenger].run())
        else:
            await self._listen(hook, hook.url)

    async def _listen(self, hook: WebhookSettings, url: str) -> None:
        assert hook.secret is not None
        secret = hook.secret.get_secret_value()
        application = web.Application(client_max_size=receiving.MOST_BODY)
        for messenger, station in self._stations.items():
            path, _ = station.profile.webhook(url, secret)
            ear = self._ears[messenger] = receiving.Ear(self._database, station)
            await ear.missed_since()  # before anything is posted
            application.add_routes(receiving.webhook_routes(self.intake, station, ear, secret, path))
        self._runner = web.AppRunner(application, access_log=None)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, hook.host, hook.port).start()
        except OSError as error:
            why = f"webhook: nobody can listen on {hook.host}:{hook.port} ({error.strerror})"
            mend = "end who listens there, or set BEHINYAR_WEBHOOK__HOST and BEHINYAR_WEBHOOK__PORT"
            raise CannotRunError(f"{why}; {mend}") from None
        for messenger, station in self._stations.items():
            setting = receiving.set_webhook(station, self._ears[messenger], url, secret, lambda: self._open)
            self._tasks.begin(f"webhook {messenger.value}", setting, ends=True)
            self._tasks.begin(f"listening {messenger.value}", self._ears[messenger].run())

    async def _introduce(self) -> None:
        """Learn the bots' names (deep links need them) and set the commands, when the messengers answer."""
        missing = dict(self._stations)
        while missing:
            for messenger, station in list(missing.items()):
                with contextlib.suppress(MessengerError):
                    self.intake.know_name(messenger, str((await station.link.call("getMe", {})).get("username", "")))
                    del missing[messenger]
                    say = words(Language.FA).say
                    commands = [{"command": name, "description": say(f"command-{name}")} for name in COMMANDS]
                    await station.link.call("setMyCommands", {"commands": commands})
            if missing:
                await asyncio.sleep(5)

    async def _take_up(self) -> None:
        """Every second: owed screens whose time has come; every few: updates of a process that died; old rows."""
        count = 0
        for language in Language:  # those that the first screens need not wait for
            await asyncio.to_thread(words, language)
        while True:
            await asyncio.sleep(1)
            count += 1
            try:
                await self.shower.take_up()
                if count % 5 == 0 and not self._database.is_sqlite:
                    await self.intake.take_up(before=self._database.clock.now() - ORPHANED)
                if count % 3600 == 1:
                    for sweep in (bookkeeping.sweep, jobs.sweep, contents.sweep):
                        await self._database.run(sweep)
            except Exception as error:  # noqa: BLE001 (the database may be away; the next round tries again)
                log.warning("taking up waits", error=type(error).__name__)

    @property
    def idle(self) -> bool:
        """Whether nothing waits, is handled or shown in this process."""
        return not (self.intake.waiting or self.shower.busy or self.jobs.busy)

    def answering(self) -> dict[Messenger, bool]:
        """By messenger: whether it answers us, or behind a webhook: whether it knows where to post."""
        receivers: dict[Messenger, receiving.Poller | receiving.Ear] = {**self.pollers, **self._ears}
        return {messenger: bool(one.up) for messenger, one in receivers.items()}

    def dead(self) -> list[str]:
        """Names of parts that should run and do not."""
        return self._tasks.dead()

    async def stop(self) -> None:
        """Receive nothing more, finish what began, give leases back."""
        self._open = False
        if self._runner is not None:
            await self._runner.cleanup()
        await self._tasks.cancel("polling", "webhook", "introducing", "taking", "jobs")
        await self.jobs.close()
        await self.intake.close()
        await self._tasks.cancel()
        with contextlib.suppress(Exception):
            await self.shower.close()
        receivers: list[receiving.Poller | receiving.Ear] = [*self.pollers.values(), *self._ears.values()]
        for receiver in receivers:
            with contextlib.suppress(Exception):
                await receiver.stop()
