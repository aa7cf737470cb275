"""The history of the tables: what the models say is what the migrations make."""

import re

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

from bot.database import sqlite_engine
from models.migrations import current, differences, downgrade, upgrade
from models.tables import metadata
from tests.databases import KINDS, named_database


def _engine(url: str) -> sa.Engine:
    return sqlite_engine(url) if url.startswith("sqlite") else sa.create_engine(url)


def test_an_operator_goes_up_down_and_up_again(empty_database_url: str) -> None:
    engine = _engine(empty_database_url)
    with engine.begin() as connection:
        assert current(connection) is None
        upgrade(connection)
        assert current(connection) is not None
    with engine.begin() as connection:
        downgrade(connection, "base")
    with engine.begin() as connection:
        assert set(sa.inspect(connection).get_table_names()) <= {"alembic_version"}
        upgrade(connection)
        assert set(metadata.tables) <= set(sa.inspect(connection).get_table_names())
    engine.dispose()


def test_no_two_constraints_of_a_table_bear_one_name() -> None:
    """PostgreSQL refuses them; a CHECK of ours must not be called like an enum of the same table."""
    for table in metadata.tables.values():
        named = [str(constraint.name) for constraint in table.constraints if constraint.name is not None]
        assert len(named) == len(set(named)), sorted(named)


def test_models_equal_head(database_url: str) -> None:
    engine = _engine(database_url)
    with engine.begin() as connection:
        assert differences(connection) == []
    engine.dispose()


@pytest.mark.parametrize("kind", KINDS)
def test_checks_and_partial_indexes_equal_head(request: pytest.FixtureRequest, kind: str) -> None:
    """Alembic's comparison sees no CHECK and no condition of an index; the databases' own words do."""
    short = {"sqlite": "sqlite", "postgresql": "postgres"}[kind]
    migrated = _engine(named_database(request, f"{short}_url"))
    made = _engine(named_database(request, f"empty_{short}_url"))
    with made.begin() as connection:
        SQLModel.metadata.create_all(connection)
    with migrated.begin() as old, made.begin() as new:
        assert _definitions(old) == _definitions(new)
    migrated.dispose()
    made.dispose()


def _definitions(connection: sa.Connection) -> set[str]:
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars()
        parts = (part for row in rows for part in _parts(re.sub(r"\s+", " ", row).replace('"', "")))
        return {part for part in parts if "alembic_version" not in part and "version_num" not in part}
    found = connection.exec_driver_sql(
        "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'"
        " UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    )
    return {str(row) for row in found.scalars()}


def _parts(definition: str) -> list[str]:
    """A CREATE TABLE as its columns and constraints, whose order is of no account; anything else as it is."""
    if not definition.startswith("CREATE TABLE"):
        return [definition]
    head, _, body = definition.partition(" (")
    return [f"{head}: {part.strip(' )')}" for part in body.split(", ")]
