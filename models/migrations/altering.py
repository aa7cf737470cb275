"""Constraints of tables that are there already, put and taken on both databases without copying a row.

SQLite has no ALTER for constraints. Its documentation lets them be changed in the stored text of the table, since they
say nothing about how rows lie on the disk; that is what happens here, inside the migration's transaction.
"""

import re
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


def set_check(table: str, name: str, condition: str | None) -> None:
    """Let the CHECK of this name say ``condition``, whether it was there or not; None takes it away."""
    _set(table, name, None if condition is None else f"CHECK ({condition})")


def set_values(table: str, name: str, column: str, values: Sequence[str] | None) -> None:
    """Let the CHECK of an enumeration allow these values; narrowing it fails while rows hold a value that goes."""
    quoted = ", ".join(f"'{value}'" for value in values or ())
    set_check(table, name, f"{column} IN ({quoted})" if values else None)


def set_foreign_key(table: str, name: str, column: str, target: str | None) -> None:
    """Let ``column`` refer to ``target`` (``"offices (id)"``); None takes the reference away."""
    _set(table, name, None if target is None else f"FOREIGN KEY({column}) REFERENCES {target}")


def _set(table: str, name: str, definition: str | None) -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
        if definition is not None:
            # A colon or a percent sign in a condition is no parameter.
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        return
    read = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
    text = _without(str(connection.exec_driver_sql(read, (table,)).scalar_one()), name)
    if definition is not None:
        text = f"{text.rstrip()[:-1].rstrip()}, CONSTRAINT {name} {definition})"
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    connection.exec_driver_sql("UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", (text, table))
    connection.exec_driver_sql(f"PRAGMA schema_version={version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema=OFF")


def _without(text: str, name: str) -> str:
    """A CREATE TABLE without the constraint of this name, which ends where its brackets and its clause end."""
    found = re.search(rf",\s*CONSTRAINT \"?{re.escape(name)}\"?\s", text)
    if found is None:
        return text
    depth, quoted = 0, False
    for place in range(found.end(), len(text)):
        letter = text[place]
        quoted ^= letter == "'"
        if quoted:
            continue
        depth += (letter == "(") - (letter == ")")
        if depth < 0 or (depth == 0 and letter == ","):
            return text[: found.start()] + text[place:]
    raise ValueError(f"{name} has no end in the text of its table")


def checks_of(connection: sa.Connection, table: str) -> dict[str, str]:
    """The CHECKs of a table as the database words them."""
    return {str(one["name"]): str(one["sqltext"]) for one in sa.inspect(connection).get_check_constraints(table)}


def words_in(condition: str) -> tuple[str, ...]:
    """The quoted words of a condition: the values that an enumeration allows, however the database writes it."""
    return tuple(re.findall(r"'([^']*)'", condition))
