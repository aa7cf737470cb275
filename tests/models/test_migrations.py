"""The history of the tables: what the models say is what the migrations make."""

import re

import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlmodel import SQLModel

from bot.database import sqlite_engine
from models import revisions
from models.migrations import current, differences, downgrade, upgrade
from models.migrations.altering import set_autoincrement, set_foreign_key, set_unique, set_values
from models.tables import metadata
from tests.databases import KINDS, named_database


def _engine(url: str) -> sa.Engine:
    return sqlite_engine(url) if url.startswith("sqlite") else sa.create_engine(url)


def test_an_operator_goes_up_down_and_up_again(empty_database_url: str) -> None:
    engine = _engine(empty_database_url)
    with engine.begin() as connection:
        assert current(connection) is None
        assert revisions.reached(connection) is None
        upgrade(connection)
        assert current(connection) == revisions.reached(connection) == revisions.newest()
    with engine.begin() as connection:
        downgrade(connection, "base")
    with engine.begin() as connection:
        assert set(sa.inspect(connection).get_table_names()) <= {"alembic_version"}
        upgrade(connection)
        assert set(metadata.tables) <= set(sa.inspect(connection).get_table_names())
    engine.dispose()


def test_what_people_waited_for_is_carried_over_and_back(empty_database_url: str) -> None:
    engine = _engine(empty_database_url)
    at = "2026-11-20 08:00:00.000000"
    sealed = b"sealed"
    with engine.begin() as connection:
        upgrade(connection, "0004")

        def put(table: str, **row: object) -> None:
            connection.execute(
                sa.text(
                    f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})"  # noqa: S608 (our own names)
                ),
                row,
            )

        put("people", id=1, phone_sealed=sealed, phone_index="1", created_at=at)
        put("offices", id=1, kind="province", name="تهران", sort_key="a", search_key="تهران")
        put("offices", id=2, kind="county", parent_id=1, province_id=1, name="ری", sort_key="a", search_key="ری")
        form = {"person_id": 1, "form": "registration", "revision": 1, "body_sealed": sealed}
        put("drafts", id=7, subject="", opened_at=at, updated_at=at, **form)
        put("drafts", id=8, subject="unit:5", opened_at=at, updated_at=at, **form)
        put("missing_unions", id=1, person_id=1, county_id=2, typed_sealed=sealed, at=at)
        put("missing_counties", id=1, person_id=1, province_id=1, typed_sealed=sealed, at=at)
    with engine.begin() as connection:
        upgrade(connection)
        rows = connection.exec_driver_sql("SELECT person_id, kind, above_id, draft_id FROM wishes ORDER BY id").all()
        assert [tuple(row) for row in rows] == [(1, "union", 2, 7), (1, "county", 1, 7)]
    with engine.begin() as connection:
        downgrade(connection, "0004")
        for table, above in (("missing_unions", 2), ("missing_counties", 1)):
            (row,) = connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608 (our own names)
            assert (row[1], row[2], bytes(row[3])) == (1, above, sealed)
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


def test_constraints_of_a_table_with_rows_are_altered(empty_database_url: str) -> None:
    engine = _engine(empty_database_url)
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        connection.exec_driver_sql("CREATE TABLE towns (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql(
            "CREATE TABLE shops (id INTEGER PRIMARY KEY, kind VARCHAR(40) NOT NULL, town_id INTEGER, note VARCHAR(40),"
            " CONSTRAINT ck_shops_kind CHECK (kind IN ('shoes', 'dates, (dried)')),"
            " CONSTRAINT ck_shops_note CHECK (note <> ''))"
        )
        connection.exec_driver_sql("INSERT INTO towns VALUES (1)")
        connection.exec_driver_sql("INSERT INTO shops VALUES (1, 'shoes', 1, 'open')")
        set_values("shops", "ck_shops_kind", "kind", ("shoes", "dates, (dried)", "wood"))
        set_foreign_key("shops", "fk_shops_town_id_towns", "town_id", "towns (id)")
        connection.exec_driver_sql("INSERT INTO shops VALUES (2, 'wood', 1, 'open')")
        insert = sa.text("INSERT INTO shops VALUES (3, :kind, :town, :note)")
        for kind, town, note in (("iron", 1, "open"), ("wood", 9, "open"), ("wood", 1, "")):
            with pytest.raises(sa.exc.IntegrityError), connection.begin_nested():
                connection.execute(insert, {"kind": kind, "town": town, "note": note})
        set_foreign_key("shops", "fk_shops_town_id_towns", "town_id", None)
        connection.exec_driver_sql("INSERT INTO shops VALUES (3, 'wood', 9, 'open')")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT id FROM shops ORDER BY id").scalars().all() == [1, 2, 3]
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
    engine.dispose()


def test_uniqueness_and_numbering_of_a_table_with_rows_are_altered(empty_database_url: str) -> None:
    engine = _engine(empty_database_url)
    insert = sa.text("INSERT INTO shops (number) VALUES (:number)")
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        kind = "INTEGER NOT NULL" if connection.dialect.name == "sqlite" else "SERIAL"
        connection.exec_driver_sql(
            f"CREATE TABLE shops (id {kind}, number VARCHAR(40) NOT NULL,"
            " CONSTRAINT pk_shops PRIMARY KEY (id), CONSTRAINT uq_shops_number UNIQUE (number))"
        )
        for number in ("1", "2", "3"):
            connection.execute(insert, {"number": number})
        before = _definitions(connection)
        set_unique("shops", "uq_shops_number", None)
        set_autoincrement("shops", "pk_shops", on=True)
        connection.exec_driver_sql("DELETE FROM shops WHERE id = 3")  # the last one, and its id is not given again
        connection.execute(insert, {"number": "2"})
        rows = connection.exec_driver_sql("SELECT id, number FROM shops ORDER BY id").all()
        assert [tuple(row) for row in rows] == [(1, "1"), (2, "2"), (4, "2")]
        with pytest.raises(sa.exc.IntegrityError), connection.begin_nested():
            set_unique("shops", "uq_shops_number", "number")
        connection.exec_driver_sql("DELETE FROM shops WHERE id = 4")
        set_autoincrement("shops", "pk_shops", on=False)
        set_unique("shops", "uq_shops_number", "number")
        with pytest.raises(sa.exc.IntegrityError), connection.begin_nested():
            connection.execute(insert, {"number": "2"})
        assert _definitions(connection) - {"CREATE TABLE sqlite_sequence(name,seq): "} == before
        connection.execute(insert, {"number": "5"})
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM shops").scalar_one() == 3
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
    engine.dispose()


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
