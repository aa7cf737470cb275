"""A session over a migrated database of the test's own, on SQLite and on PostgreSQL, with a vault and a set clock."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from sqlmodel import Session

from bot.database import sqlite_engine
from models.clock import Clock
from models.vault import Vault

EngineOf = Callable[[str], sa.Engine]
START = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
"""Tuesday, 10 Azar 1405, 11:30 in Tehran."""


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture(scope="session")
def vault() -> Vault:
    return Vault([Fernet.generate_key().decode()], Fernet.generate_key().decode())


@pytest.fixture(scope="session")
def engine_of() -> EngineOf:
    """One engine for each database kind, which keeps what it compiled and connects to where it was told last."""
    engines: dict[str, sa.Engine] = {}
    told: dict[str, str] = {}

    def made(kind: str) -> sa.Engine:
        engine = sqlite_engine("sqlite://") if kind == "sqlite" else sa.create_engine(told[kind])

        @sa.event.listens_for(engine, "do_connect")
        def _go_there(_: object, __: object, address: list[Any], named: dict[str, Any]) -> None:
            url = sa.make_url(told[kind])
            if kind == "sqlite":
                address[:] = [url.database]
            else:
                named["dbname"] = url.database

        return engine

    def engine_of(url: str) -> sa.Engine:
        kind = sa.make_url(url).get_backend_name()
        told[kind] = url
        if kind not in engines:
            engines[kind] = made(kind)
        return engines[kind]

    return engine_of


@pytest.fixture
def engine(database_url: str, engine_of: EngineOf) -> Iterator[sa.Engine]:
    engine = engine_of(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: sa.Engine, vault: Vault, clock: Clock) -> Iterator[Session]:
    with Session(engine, expire_on_commit=False) as session:
        session.info.update(vault=vault, clock=clock)
        yield session
