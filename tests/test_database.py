"""Transactions: what is half done stays undone, whatever ends them."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from bot.database import Database, Run, open_database, sqlite_engine
from models.clock import Clock
from models.people import Messenger, add_person
from models.values.ids import Phone
from tests.conversations.world import MORNING, settings_for

PHONES = tuple(Phone(f"0912000000{number}") for number in range(8))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = open_database(settings_for(database_url, dict.fromkeys(Messenger, "http://127.0.0.1:1")), Clock(MORNING))
    yield opened
    await opened.close()


@pytest.fixture
async def on_postgres(postgres_url: str) -> AsyncIterator[Database]:
    opened = open_database(settings_for(postgres_url, dict.fromkeys(Messenger, "http://127.0.0.1:1")), Clock(MORNING))
    yield opened
    await opened.close()


def people(session: Session) -> int:
    return int(session.execute(sa.text("SELECT count(*) FROM people")).scalar_one())


async def test_work_that_waits_for_something_else_is_refused_whole(database: Database) -> None:
    async def work(run: Run) -> None:
        await run(add_person, PHONES[0])
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="waited"):
        await database.through(work)
    assert await database.run(people) == 0
    await database.run(add_person, PHONES[0])
    assert await database.run(people) == 1


async def test_a_failure_leaves_nothing_behind(database: Database) -> None:
    def two(session: Session) -> None:
        add_person(session, PHONES[0])
        raise LookupError("in the middle")

    with pytest.raises(LookupError):
        await database.run(two)
    assert await database.run(people) == 0


async def test_who_is_cancelled_waits_for_the_thread(on_postgres: Database) -> None:
    """Its session is used by nobody else until then, and what the thread did is whole."""
    begun, go_on = threading.Event(), threading.Event()

    def slow(session: Session) -> None:
        add_person(session, PHONES[0])
        begun.set()
        go_on.wait(10)
        add_person(session, PHONES[1])

    task = asyncio.create_task(on_postgres.run(slow))
    await asyncio.to_thread(begun.wait, 10)
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await on_postgres.run(people) in (0, 2)


async def test_connections_that_the_server_ended_cost_one_transaction(on_postgres: Database) -> None:
    """Nothing is asked of a connection before it is used; the first that is found dead takes the others with it."""
    await asyncio.gather(*(on_postgres.run(add_person, phone) for phone in PHONES))

    def end_all(session: Session) -> None:
        session.execute(
            sa.text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                " AND datname = current_database()"
            )
        )

    await on_postgres.run(end_all)
    failed = 0
    for _ in range(12):
        try:
            assert await on_postgres.run(people) == len(PHONES)
        except sa.exc.OperationalError:
            failed += 1
    assert failed <= 1


@pytest.mark.parametrize("address", ["sqlite:", "sqlite://", "sqlite:///", "sqlite:///  "])
def test_an_address_without_a_file_makes_none(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="embedded database is"):
        sqlite_engine(address)
    assert not list(tmp_path.iterdir())
