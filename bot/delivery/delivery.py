"""Delivery as the program starts and stops it: a courier for each messenger that has a token."""

import asyncio
import logging
import time
from typing import Final

import sqlalchemy as sa
import structlog
from sqlmodel import Session
from telegram.ext import ExtBot

from bot.database import Database
from bot.delivery.courier import Courier
from bot.delivery.lock import TokenLock
from bot.delivery.pace import Pace
from bot.delivery.transport import Transport
from bot.settings import Settings
from bot.stations import PROFILES
from models import circulars, couriers, notices
from models.people import Messenger

log = structlog.get_logger()
TIDY: Final = 5.0
GO_ROUND: Final = 15.0
"""Seconds between looks whether a messenger is away that people have another one beside."""
TEND: Final = 0.5
"""Seconds between looks at what circulars want: their plan, the trial's verdict, their end."""


class Delivery:
    """Sends what is owed, on every messenger of the settings. ``me`` names this process among others."""

    def __init__(self, database: Database, settings: Settings, me: str) -> None:
        self._database = database
        self._settings = settings
        self._me = me
        self._transports: list[Transport] = []
        self._couriers: list[Courier] = []
        self._locks: list[TokenLock] = []
        self._work: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Open the connections and tidy up what a crash had left. Asks nothing of the messengers."""
        self._loop = asyncio.get_running_loop()
        sa.event.listen(Session, "after_commit", self._committed)
        # The library's debug lines hold what is sent.
        logging.getLogger("telegram").setLevel(logging.WARNING)
        for messenger in self._settings.messengers:
            one = self._settings.of(messenger)
            assert one.token is not None
            profile = PROFILES[messenger]()
            transport = Transport(
                proxy=None if one.proxy is None else one.proxy.get_secret_value(), not_found=profile.not_found
            )
            await transport.initialize()
            self._transports.append(transport)
            pace = Pace.of(profile, one.per_second)
            # Not initialised: that would ask the messenger for its name, and it may be down.
            bot = ExtBot(
                one.token.get_secret_value(),
                base_url=f"{self._settings.url(messenger)}/bot",
                request=transport,
                get_updates_request=transport,
                rate_limiter=pace,
            )
            self._couriers.append(
                Courier(
                    self._database,
                    profile,
                    bot,
                    pace,
                    self._me,
                    self._settings.messengers,
                    self.wake,
                    self._lock(messenger, one.token.get_secret_value()),
                )
            )

    async def run(self) -> None:
        """Carry until stopped."""
        self._work = [asyncio.create_task(courier.run()) for courier in self._couriers]
        self._work.append(asyncio.create_task(self._tidying()))
        self._work.append(asyncio.create_task(self._tending()))
        self._work.append(asyncio.create_task(self._going_round()))
        try:
            await asyncio.gather(*self._work)
        except asyncio.CancelledError:
            for task in self._work:
                task.cancel()
            raise
        finally:
            self._let_go()

    def _lock(self, messenger: Messenger, token: str) -> TokenLock:
        """On the embedded database the system itself tells whether another process carries on the token."""
        path = self._settings.sqlite_path
        name = f"-{messenger.value}-{token.partition(':')[0]}.lock"
        lock = TokenLock(None if path is None else path.with_name(path.name + name))
        self._locks.append(lock)
        return lock

    def _let_go(self) -> None:
        for lock in self._locks:
            lock.release()

    @property
    def idle(self) -> bool:
        """Whether nothing was due at the last look, and nothing is in hand, under way or unrecorded."""
        return all(courier.idle for courier in self._couriers)

    def _committed(self, session: Session) -> None:
        """A notice that this process owes leaves at once, not at the next look; what does not balance is cried out."""
        for facts in session.info.pop(circulars.UNBALANCED, ()):
            log.error("a circular's figures do not make up its plan", **facts)
        if session.info.get("clock") is self._database.clock and session.info.pop(notices.OWES, False):
            if self._database.is_sqlite:
                self.wake()
            else:  # committed in a thread
                self._loop.call_soon_threadsafe(self.wake)

    def wake(self) -> None:
        """Something may be due: look at once instead of a moment later."""
        for courier in self._couriers:
            courier.wake()

    async def stop(self) -> None:
        """Begin nothing more, finish and record what is under way, give leases back, close the connections."""
        if sa.event.contains(Session, "after_commit", self._committed):
            sa.event.remove(Session, "after_commit", self._committed)
        for courier in self._couriers:
            try:
                await courier.stop()
            except Exception as error:  # noqa: BLE001 (the database may be away: its rows are recovered later)
                log.warning("delivery leaves rows behind", error=type(error).__name__)
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)
        self._let_go()
        for transport in self._transports:
            await transport.shutdown()

    async def _tidying(self) -> None:
        """Every few seconds: rows of processes that died, and people who can be reached again."""
        rounds = 0
        while True:
            try:
                keeping = frozenset[int]().union(*(courier.keeping for courier in self._couriers))
                left = await self._database.run(notices.recover, keeping=keeping)
                if left.waiting or left.uncertain:
                    log.info("outbox tidied", waiting=left.waiting, uncertain=left.uncertain)
                if rounds % 12 == 0:
                    await self._database.run(couriers.return_parked)
            except Exception as error:  # noqa: BLE001 (the database may be away; the next round tries again)
                log.warning("tidying waits", error=type(error).__name__)
            rounds += 1
            await asyncio.sleep(TIDY)

    async def _going_round(self) -> None:
        """What lies with a messenger that takes nothing for long goes by the other, piece by piece with rests."""
        served = self._settings.messengers
        looked: dict[tuple[int, Messenger], int] = {}
        while True:
            try:
                away = (await self._database.run(couriers.standing, served)).away
                looked = {which: last for which, last in looked.items() if which[1] in away}
                moved: int = await self._database.run(couriers.move_due, served) if away else 0
                if moved:
                    self.wake()
                for circular_id in await self._database.run(circulars.under_way) if away else ():
                    for messenger in away:
                        await self._lanes(circular_id, messenger, looked)
            except Exception as error:  # noqa: BLE001 (the database may be away; the next round tries again)
                log.warning("going round waits", error=type(error).__name__)
            await asyncio.sleep(GO_ROUND)

    async def _lanes(self, circular_id: int, messenger: Messenger, looked: dict[tuple[int, Messenger], int]) -> None:
        """The rest of one circular's plan, once; what is planned later is looked at in the next round."""
        last: int | None = looked.get((circular_id, messenger), 0)
        while last is not None:
            looked[circular_id, messenger] = last
            began = time.monotonic()
            served = self._settings.messengers
            last = await self._database.run(couriers.move_planned, circular_id, messenger, served, last)
            self.wake()
            await asyncio.sleep(time.monotonic() - began)

    async def _tending(self) -> None:
        """What circulars want: a piece of each in turn, and as long a rest after it, so that others are let in."""
        while True:
            more = False
            try:
                found = await self._database.run(circulars.under_way)
            except Exception as error:  # noqa: BLE001 (the database may be away; the next round goes on)
                log.warning("tending waits", error=type(error).__name__)
                found = ()
            for circular_id in found:
                began = time.monotonic()
                try:
                    wants = await self._database.run(circulars.tend, circular_id)
                except Exception as error:  # noqa: BLE001 (what is wrong with one circular must not hold up the others)
                    log.warning("a circular is not tended", circular=circular_id, error=type(error).__name__)
                    continue
                if wants:
                    more = True
                    self.wake()
                    await asyncio.sleep(time.monotonic() - began)
            if not more:
                await asyncio.sleep(TEND)
