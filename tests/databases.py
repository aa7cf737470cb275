"""Fixtures that give a test a database of its own: SQLite and PostgreSQL, migrated or empty.

Migrating and seeding the reference data happen once per run on each of the two; every test gets a copy.
`migrate` may be overridden where other tables are wanted.
"""

import asyncio
import contextlib
import fcntl
import inspect
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from tests.postgres import PostgresServer, shared_postgres_server

KINDS = ("sqlite", "postgresql")

Migrate = Callable[[str], object]


@pytest.fixture(scope="session")
def migrate() -> Migrate:
    """The program's own `migrate(url)` and its reference data; synchronous, though it may be asynchronous."""
    from bot.database import migrate
    from models.reference import seed_reference

    def made(url: str) -> None:
        migrate(url)
        engine = sa.create_engine(url)
        with Session(engine) as session:
            seed_reference(session)
            session.commit()
        engine.dispose()

    return made


@pytest.fixture(scope="session")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this test run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def postgres(meeting: Path) -> Iterator[PostgresServer]:
    """The PostgreSQL server of this test run, started by the first test that wants it."""
    with shared_postgres_server(meeting) as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres: PostgresServer, migrate: Migrate) -> str:
    return postgres.template("migrated_template", lambda url: run_migration(migrate, url))


@pytest.fixture(scope="session")
def sqlite_template(meeting: Path, migrate: Migrate) -> Path:
    template = meeting / "migrated_template.sqlite"
    with (meeting / "sqlite.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not template.exists():
            unfinished = template.with_suffix(".unfinished")
            unfinished.unlink(missing_ok=True)
            run_migration(migrate, f"sqlite:///{unfinished}")
            put_into_one_file(unfinished)
            unfinished.rename(template)
    return template


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A migrated SQLite database of this test's own."""
    return f"sqlite:///{shutil.copyfile(sqlite_template, tmp_path / 'behinyar.sqlite')}"


@pytest.fixture
def postgres_url(postgres: PostgresServer, postgres_template: str) -> Iterator[str]:
    """A migrated PostgreSQL database of this test's own."""
    with postgres.database(postgres_template) as url:
        yield url


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """Where a SQLite database may be made; the file does not exist yet."""
    return f"sqlite:///{tmp_path / 'empty.sqlite'}"


@pytest.fixture
def empty_postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """A PostgreSQL database without any table."""
    with postgres.database() as url:
        yield url


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database: the test runs once on SQLite and once on PostgreSQL."""
    return named_database(request, {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param])


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """The same, without any table."""
    return named_database(request, {"sqlite": "empty_sqlite_url", "postgresql": "empty_postgres_url"}[request.param])


def named_database(request: pytest.FixtureRequest, fixture: str) -> str:
    """Ask for a database fixture by name, so that a run on SQLite alone never starts PostgreSQL."""
    url = request.getfixturevalue(fixture)
    assert isinstance(url, str)
    return url


def put_into_one_file(path: Path) -> None:
    """Write a SQLite database's log into its file, so that the file alone is the database and may be copied."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def run_migration(migrate: Migrate, url: str) -> None:
    """Run `migrate(url)` to its end, with an event loop of its own in a thread of its own if it is asynchronous."""

    def run() -> None:
        result = migrate(url)
        if inspect.iscoroutine(result):
            asyncio.run(result)

    with ThreadPoolExecutor(1) as thread:
        thread.submit(run).result()
