"""A session over a migrated database of the test's own, on SQLite and on PostgreSQL, with a vault and a set clock."""

import functools
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from sqlmodel import Session

from bot.database import sqlite_engine
from models.clock import Clock
from models.vault import Vault
from tests.databases import KINDS, named_database, put_into_one_file
from tests.models.world import World, build_world

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
def worlds(request: pytest.FixtureRequest, vault: Vault, worker_id: str) -> Callable[[str], tuple[str | Path, World]]:
    """A template of each kind with the world in it, and that world: many tests begin there."""

    def build(url: str) -> World:
        engine = sqlite_engine(url) if url.startswith("sqlite") else sa.create_engine(url)
        with Session(engine) as session:
            session.info.update(vault=vault, clock=Clock(START))
            built = build_world(session)
        engine.dispose()
        return built

    @functools.cache
    def world_of(kind: str) -> tuple[str | Path, World]:
        if kind == "sqlite":
            file = request.getfixturevalue("tmp_path_factory").mktemp("world") / "world.sqlite"
            shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
            built_there = build(f"sqlite:///{file}")
            put_into_one_file(file)
            return file, built_there
        server, migrated = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_template")
        built: list[World] = []
        # The vault's keys are this process's own, so the template is too.
        name = server.template(f"world_{worker_id}", lambda url: built.append(build(url)), of=migrated)
        return name, built[0]

    return world_of


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A migrated database, with the world in it where the test tells of it."""
    kind = request.param
    if "world" not in request.fixturenames:
        yield named_database(request, {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[kind])
        return
    template, _ = request.getfixturevalue("worlds")(kind)
    if kind == "sqlite":
        yield f"sqlite:///{shutil.copyfile(template, request.getfixturevalue('tmp_path') / 'behinyar.sqlite')}"
    else:
        with request.getfixturevalue("postgres").database(template) as url:
            yield url


@pytest.fixture
def world(database_url: str, worlds: Callable[[str], tuple[str | Path, World]]) -> World:
    """A county with its union of shoemakers, and who works there (tests/models/world.py)."""
    return worlds(sa.make_url(database_url).get_backend_name())[1]


@pytest.fixture(scope="session")
def engine_of() -> EngineOf:
    """One engine for each database kind, which keeps what it compiled and connects to where it was told last."""
    engines: dict[str, sa.Engine] = {}
    told: dict[str, str] = {}

    def made(kind: str) -> sa.Engine:
        engine = sqlite_engine(told[kind]) if kind == "sqlite" else sa.create_engine(told[kind])

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
