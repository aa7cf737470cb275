"""The database: SQLite in the loop, PostgreSQL in a few threads, one way to run a model's action on both.

Actions and sessions are synchronous. SQLite: one connection, used by the loop alone, nothing in a transaction suspends;
many updates may share a commit. PostgreSQL: a pool, a transaction each, whole transactions handed to a thread, since a
hop for each statement would cost more than the statement.
"""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from cryptography.fernet import Fernet
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from bot.settings import Settings
from models import tables
from models.clock import Clock
from models.prepared import hold
from models.vault import Vault

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=20000",
    # Read through the system's memory instead of copying pages one by one: a large inbox is spread over many.
    "mmap_size=1073741824",
)
HOPPING = 8
"""At most so many transactions hop at a time: that of each messenger's courier, with room to spare."""
P = ParamSpec("P")
T = TypeVar("T")


class Run:
    """Runs actions in one transaction; awaiting it never suspends."""

    def __init__(self, session: Session) -> None:
        self.session = session

    async def __call__(self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return action(self.session, *args, **kwargs)


class HoppingRun(Run):
    """The same with a hop to a thread for each action, for who does other things in between."""

    def __init__(self, session: Session, hop: Callable[[Callable[[], Any]], Awaitable[Any]]) -> None:
        super().__init__(session)
        self._hop = hop

    async def __call__(self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        done: T = await self._hop(partial(action, self.session, *args, **kwargs))
        return done


class Database:
    """Transactions over which actions run, with the vault and the clock travelling along."""

    def __init__(self, url: str, vault: Vault, clock: Clock, *, pool_size: int = 10) -> None:
        # Foreign keys name tables of rooms that a part of the program never opens.
        assert tables.metadata.tables
        self.url = url
        self.vault = vault
        self.clock = clock
        self.is_sqlite = url.startswith("sqlite")
        self._info = {"vault": vault, "clock": clock}
        self._lock = asyncio.Lock()
        self._threads: ThreadPoolExecutor | None = None
        if self.is_sqlite:
            self._engine = sqlite_engine(url)
        else:
            # More connections than threads: a transaction that hops holds one while it waits for a thread.
            self._engine = sa.create_engine(url, pool_size=pool_size, max_overflow=HOPPING, pool_timeout=60)
            self._threads = ThreadPoolExecutor(pool_size, "database")

    def _session(self) -> Session:
        session = Session(self._engine, expire_on_commit=False, autoflush=True)
        session.info.update(self._info)
        return session

    async def _hop(self, work: Callable[[], T]) -> T:
        """In a thread; when this is cancelled, the thread comes to its end first."""
        assert self._threads is not None
        return await _to_its_end(asyncio.get_running_loop().run_in_executor(self._threads, work))

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Run]:
        """One transaction: commits at the end, rolls back when left by an exception."""
        if self._threads is None:
            async with self._lock:
                with self._session() as session:
                    try:
                        hold(session)
                        yield Run(session)
                        session.commit()
                    except BaseException:
                        session.rollback()
                        raise
            return
        session = self._session()
        try:
            yield HoppingRun(session, self._hop)
            await self._hop(session.commit)
        finally:
            await self._hop(session.close)

    async def through(self, work: Callable[[Run], Coroutine[Any, Any, T]]) -> T:
        """One transaction for work that awaits nothing but its run: on PostgreSQL all of it in one thread.

        Raises RuntimeError when the work waits for something else.
        """
        if self._threads is not None:
            return await self._hop(partial(self._whole, work))
        async with self._lock:
            return self._whole(work)

    def _whole(self, work: Callable[[Run], Coroutine[Any, Any, T]]) -> T:
        with self._session() as session:
            try:
                hold(session)
                done = _straight(work(Run(session)))
                session.commit()
            except BaseException:
                session.rollback()
                raise
            return done

    async def run(self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """One action in a transaction of its own."""
        return await self.through(lambda run: run(action, *args, **kwargs))

    async def apart(self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """One long action in a transaction of its own, in a thread on SQLite too: the event loop goes on meanwhile.

        On SQLite other transactions wait until it is done.
        """

        async def work(run: Run) -> T:
            return await run(action, *args, **kwargs)

        if self._threads is not None:
            return await self.through(work)
        async with self._lock:
            return await _to_its_end(asyncio.ensure_future(asyncio.to_thread(self._whole, work)))

    async def close(self) -> None:
        """Give the connections back."""
        if self._threads is not None:
            await asyncio.get_running_loop().run_in_executor(None, self._threads.shutdown)
        self._engine.dispose()


async def _to_its_end(working: asyncio.Future[T]) -> T:
    """What a thread brings; when this is cancelled, the thread comes to its end first."""
    try:
        return await asyncio.shield(working)
    except asyncio.CancelledError:
        while not working.done():  # however often it is cancelled: two threads must not share a session
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([working])
        raise


def _straight(work: Coroutine[Any, Any, T]) -> T:
    """The outcome of a coroutine that never suspends."""
    try:
        work.send(None)
    except StopIteration as done:
        outcome: T = done.value
        return outcome
    work.close()
    raise RuntimeError("something in a transaction waited")


def sqlite_engine(url: str) -> sa.Engine:
    """A durable SQLite engine on one connection: WAL, commits on the disk, foreign keys, writers begin as writers.

    Raises ValueError for an address without a file.
    """
    if not url.removeprefix("sqlite:///").strip() or not url.startswith("sqlite:///"):
        raise ValueError("an embedded database is sqlite:///file.db")  # else a file named after the address would stand
    path = Path(url.removeprefix("sqlite:///"))
    if not path.exists() and path.parent.is_dir():
        path.touch(mode=0o600)  # figures and names are in it; its -wal and -shm take after it
    engine = sa.create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False, "timeout": 20})

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def migrate(url: str, revision: str = "head") -> None:
    """Bring the tables of this database to the revision."""
    from models.migrations import upgrade  # noqa: PLC0415 (Alembic is no part of a running program)

    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = sqlite_engine(url) if url.startswith("sqlite") else sa.create_engine(url)
    try:
        with engine.begin() as connection:
            upgrade(connection, revision)
    finally:
        engine.dispose()


def make_vault(settings: Settings) -> Vault:
    """The vault of the settings' keys; the embedded database keeps its own beside it, readable by its owner alone."""
    if settings.keys:
        assert settings.index_key is not None
        return Vault([key.get_secret_value() for key in settings.keys], settings.index_key.get_secret_value())
    assert settings.sqlite_path is not None
    return Vault(*_key_file(settings.sqlite_path.with_suffix(".key")))


def _key_file(path: Path) -> tuple[list[str], str]:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        written = f"{Fernet.generate_key().decode()}\n{Fernet.generate_key().decode()}\n"
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return _key_file(path)
        with os.fdopen(handle, "w") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    *keys, index_key = path.read_text().split()
    return keys, index_key


def open_database(settings: Settings, clock: Clock) -> Database:
    """The database of the settings."""
    return Database(settings.database_url, make_vault(settings), clock, pool_size=settings.pool_size)
