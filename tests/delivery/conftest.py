"""An outbox with its couriers, in front of the local messengers: on Telegram and on Bale, on both databases."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from aiohttp import web
from cryptography.fernet import Fernet
from sqlmodel import Session, col

import models.tables  # noqa: F401 (the metadata is whole)
from bot.database import Database
from bot.delivery import Delivery
from bot.playground.messenger import Dialect, LocalMessenger
from bot.settings import BotSettings, Settings
from models import notices
from models.clock import Clock
from models.notices import Notice, NoticeKind, NoticeState
from models.people import AccountKey, Messenger, add_account, add_person
from models.values.ids import Phone
from models.vault import Vault

START = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
TOKENS = {Messenger.TELEGRAM: "1001:telegram-token-of-a-rehearsal", Messenger.BALE: "2002:bale-token-of-a-rehearsal"}


def last(session: Session) -> int:
    """The id of the notice that was owed last."""
    found: int = session.execute(sa.select(sa.func.max(col(Notice.id)))).scalar_one()
    return found


class PostOffice:
    """Two local messengers, a database and the processes that deliver."""

    def __init__(self, database_url: str) -> None:
        self.clock = Clock(START)
        self.vault = Vault([Fernet.generate_key().decode()], "index-key-of-tests")
        self.url = database_url
        self._databases: list[Database] = []
        self.database = self.another_database()
        self.local = {
            one: LocalMessenger(Dialect(one.value), TOKENS[one], now=self.clock.now, username="behinyar_bot")
            for one in Messenger
        }
        self.per_second: float | None = 500
        self.port = 0
        self._processes: dict[Delivery, asyncio.Task[None]] = {}
        self._dead: list[Delivery] = []
        self._phones = 0
        self._runner: web.AppRunner | None = None

    def another_database(self, clock: Clock | None = None) -> Database:
        """The same database as another process would open it."""
        self._databases.append(Database(self.url, self.vault, clock or self.clock))
        return self._databases[-1]

    async def serve(self) -> None:
        application = web.Application()
        for messenger, local in self.local.items():
            application.add_routes(local.routes(f"/{messenger.value}"))
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def goes_down(self) -> None:
        """Nobody answers on the messengers' port any more, until :meth:`serve`."""
        assert self._runner is not None
        await self._runner.cleanup()

    def settings(self, *messengers: Messenger) -> Settings:
        bots = {
            one.value: BotSettings(
                token=TOKENS[one],  # type: ignore[arg-type]  # pydantic makes a secret of it
                api_url=f"http://127.0.0.1:{self.port}/{one.value}",
                per_second=self.per_second,
            )
            for one in messengers or tuple(Messenger)
        }
        return Settings(
            database_url=self.url,
            keys=[Fernet.generate_key().decode()],  # type: ignore[list-item]  # as above
            index_key="index-key-of-tests",  # type: ignore[arg-type]  # as above
            _env_file=None,  # type: ignore[call-arg]  # pydantic-settings' own argument
            **bots,  # type: ignore[arg-type]  # as above
        )

    # processes

    async def opens(
        self, *messengers: Messenger, database: Database | None = None, name: str = "process-1"
    ) -> Delivery:
        """A process begins to deliver."""
        delivery = Delivery(database or self.database, self.settings(*messengers), name)
        await delivery.start()
        self._processes[delivery] = asyncio.create_task(delivery.run())
        return delivery

    async def closes(self, delivery: Delivery) -> None:
        """The process ends in good order."""
        await delivery.stop()
        await self._end(delivery)

    async def dies(self, delivery: Delivery) -> None:
        """The process ends as by kill -9: what it was doing is neither recorded nor given back."""
        await self._end(delivery)
        self._dead.append(delivery)

    async def _end(self, delivery: Delivery) -> None:
        task = self._processes.pop(delivery)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def shut(self) -> None:
        for local in self.local.values():
            await local.close()
        for delivery in list(self._processes):
            await self.closes(delivery)
        for delivery in self._dead:
            await delivery.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        for database in self._databases:
            await database.close()

    # people and what they are owed

    async def person(self, **accounts: int) -> int:
        """Somebody with these accounts, the last named used last."""
        self._phones += 1
        number = Phone(f"0912{self._phones:07d}")
        person_id = await self.database.run(add_person, number)
        for messenger, account_id in accounts.items():
            self.clock.shift(timedelta(seconds=1))
            await self.joins(person_id, Messenger(messenger), account_id)
        return person_id

    async def joins(self, person_id: int, messenger: Messenger, account_id: int) -> None:
        """Somebody who is known begins to use an account."""
        self.local[messenger].add_user(account_id, "آذر", started=True)
        await self.database.run(add_account, AccountKey(messenger, account_id), person_id)

    async def owe(self, person_id: int, title: str = "کفش دست‌دوز آذر") -> int:
        """The person is owed a notice; its id."""

        def act(session: Session) -> int:
            facts: dict[str, str | int] = {"office": "اتحادیهٔ کفاشان ری", "title": title, "unit": 5}
            notices.owe(session, person_id, NoticeKind.UNIT_APPROVED, facts)
            return last(session)

        return await self.database.run(act)

    async def notice(self, notice_id: int) -> Notice:
        def act(session: Session) -> Notice:
            return session.get_one(Notice, notice_id)

        return await self.database.run(act)

    async def state(self, notice_id: int) -> NoticeState:
        return (await self.notice(notice_id)).state

    # waiting

    async def until(self, holds: Callable[[], object], seconds: float = 8.0) -> None:
        """Wait until this holds."""
        async with asyncio.timeout(seconds):
            while True:
                if holds():
                    return
                await asyncio.sleep(0.005)

    async def becomes(self, notice_id: int, state: NoticeState, seconds: float = 8.0) -> Notice:
        """Wait until the notice stands so."""
        async with asyncio.timeout(seconds):
            while True:
                notice = await self.notice(notice_id)
                if notice.state is state:
                    return notice
                await asyncio.sleep(0.01)

    async def finds(self, look: Callable[[Session], object], seconds: float = 8.0) -> None:
        """Wait until the database shows this."""
        async with asyncio.timeout(seconds):
            while True:
                if await self.database.run(look):
                    return
                await asyncio.sleep(0.02)

    def texts(self, messenger: Messenger, account_id: int) -> list[str]:
        """What the person reads from the bot, in order."""
        return [message.shown or "" for message in self.local[messenger].chat(account_id).messages if message.from_bot]


@pytest.fixture(params=list(Messenger), ids=lambda one: one.value)
def messenger(request: pytest.FixtureRequest) -> Messenger:
    found: Messenger = request.param
    return found


@pytest.fixture
async def post(database_url: str) -> AsyncIterator[PostOffice]:
    office = PostOffice(database_url)
    await office.serve()
    try:
        yield office
    finally:
        await office.shut()
    for local in office.local.values():
        assert not local.refusals
