"""A session over a migrated database of the test's own, on SQLite and on PostgreSQL, with a vault and a set clock."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from sqlmodel import Session

from bot.database import sqlite_engine
from models.clock import Clock
from models.vault import Vault

START = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
"""Tuesday, 10 Azar 1405, 11:30 in Tehran."""


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture(scope="session")
def vault() -> Vault:
    return Vault([Fernet.generate_key().decode()], Fernet.generate_key().decode())


@pytest.fixture
def engine(database_url: str) -> Iterator[sa.Engine]:
    engine = sqlite_engine(database_url) if database_url.startswith("sqlite") else sa.create_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: sa.Engine, vault: Vault, clock: Clock) -> Iterator[Session]:
    with Session(engine, expire_on_commit=False) as session:
        session.info.update(vault=vault, clock=clock)
        yield session
