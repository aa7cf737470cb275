"""The database: SQLite in the loop, PostgreSQL through psycopg, one way to run a model's action on both.

SQLite: one connection, one lock around each transaction, nothing inside it suspends; many updates may share a commit.
PostgreSQL: a pool, a transaction each.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from cryptography.fernet import Fernet
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from bot.settings import Settings
from models.clock import Clock
from models.vault import Vault

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=20000",
    # Read through the system's memory instead of copying pages one by one: a large inbox is spread over many.
    "mmap_size=1073741824",
)
P = ParamSpec("P")
T = TypeVar("T")


class SyncRun:
    """Runs actions directly on SQLite; awaiting it never suspends."""

    def __init__(self, session: Session) -> None:
        self.session = session

    async def __call__(self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return action(self.session, *args, **kwargs)


class AsyncRun:
    """Runs actions on PostgreSQL through the driver's own asynchrony."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def __call__(self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self.session.run_sync(action, *args, **kwargs)  # type: ignore[arg-type]  # SQLModel's Session is the sync class given below


Run = SyncRun | AsyncRun


class Database:
    """Transactions over which actions run, with the vault and the clock travelling along."""

    def __init__(self, url: str, vault: Vault, clock: Clock, *, pool_size: int = 10) -> None:
        self.url = url
        self.vault = vault
        self.clock = clock
        self.is_sqlite = url.startswith("sqlite")
        self._info = {"vault": vault, "clock": clock}
        self._lock = asyncio.Lock()
        self._engine: sa.Engine | None = None
        self._async_engine: AsyncEngine | None = None
        if self.is_sqlite:
            self._engine = sqlite_engine(url)
        else:
            self._async_engine = create_async_engine(
                url, pool_size=pool_size, max_overflow=0, pool_pre_ping=True, pool_timeout=60
            )

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Run]:
        """One transaction: commits at the end, rolls back when left by an exception."""
        if self._engine is not None:
            async with self._lock:
                session = Session(self._engine, expire_on_commit=False, autoflush=True)
                session.info.update(self._info)
                with session:
                    try:
                        yield SyncRun(session)
                        session.commit()
                    except BaseException:
                        session.rollback()
                        raise
            return
        assert self._async_engine is not None
        async with AsyncSession(self._async_engine, expire_on_commit=False, sync_session_class=Session) as pooled:
            pooled.sync_session.info.update(self._info)
            async with pooled.begin():
                yield AsyncRun(pooled)

    async def run(self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """One action in a transaction of its own."""
        async with self.transaction() as run:
            return await run(action, *args, **kwargs)

    async def close(self) -> None:
        """Give the connections back."""
        if self._engine is not None:
            self._engine.dispose()
        if self._async_engine is not None:
            await self._async_engine.dispose()


def sqlite_engine(url: str) -> sa.Engine:
    """A durable SQLite engine on one connection: WAL, commits on the disk, foreign keys, writers begin as writers."""
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
