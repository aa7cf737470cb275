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


def set_unique(table: str, name: str, columns: str | None) -> None:
    """Let ``columns`` be unique by a constraint; None takes it away.

    Its index on SQLite becomes an ordinary one before it is dropped, or was one before: it is built like any other.
    """
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        _set(table, name, None if columns is None else f"UNIQUE ({columns})")
        return
    read = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NULL"
    bare = connection.exec_driver_sql(read, (table,)).scalars().all()
    if columns is None:
        text = _text_of(connection, table)
        meant = re.search(rf"CONSTRAINT \"?{re.escape(name)}\"?\s+UNIQUE\s*\(([^)]*)\)", text)
        if meant is None or len(bare) != 1:
            raise ValueError(f"{name} is not the only constraint of its table that has an index")
        plain = f"CREATE UNIQUE INDEX gone_{name} ON {table} ({meant[1]})"
        _rewrite(connection, table, _without(text, name), (bare[0], f"gone_{name}", plain))
        connection.exec_driver_sql(f"DROP INDEX gone_{name}")
        return
    connection.exec_driver_sql(f"CREATE UNIQUE INDEX coming_{name} ON {table} ({columns})")
    text = _with(_text_of(connection, table), f"CONSTRAINT {name} UNIQUE ({columns})")
    _rewrite(connection, table, text, (f"coming_{name}", f"sqlite_autoindex_{table}_{len(bare) + 1}", None))


def set_autoincrement(table: str, key: str, *, on: bool) -> None:
    """Let no id of a table be given again after its row has gone, as PostgreSQL never does; ``key`` names the key."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    text = _text_of(connection, table)
    plain, numbered = "id INTEGER NOT NULL", "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT"
    text = text.replace(numbered, plain, 1)
    if on:
        connection.exec_driver_sql("CREATE TABLE numbered (id INTEGER PRIMARY KEY AUTOINCREMENT)")
        connection.exec_driver_sql("DROP TABLE numbered")  # the list of last numbers is there from now on
        text = _without(text, key).replace(plain, numbered, 1)
    else:
        text = _with(text, f"CONSTRAINT {key} PRIMARY KEY (id)")
    _rewrite(connection, table, text)
    connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    if on:
        last = f"INSERT INTO sqlite_sequence (name, seq) SELECT '{table}', coalesce(max(id), 0) FROM {table}"  # noqa: S608 (a name of ours)
        connection.exec_driver_sql(last)


def _set(table: str, name: str, definition: str | None) -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
        if definition is not None:
            # A colon or a percent sign in a condition is no parameter.
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        return
    text = _without(_text_of(connection, table), name)
    _rewrite(connection, table, text if definition is None else _with(text, f"CONSTRAINT {name} {definition}"))


def _text_of(connection: sa.Connection, table: str) -> str:
    read = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
    return str(connection.exec_driver_sql(read, (table,)).scalar_one())


def _with(text: str, definition: str) -> str:
    return f"{text.rstrip()[:-1].rstrip()}, {definition})"


def _rewrite(
    connection: sa.Connection, table: str, text: str, index: tuple[str, str, str | None] | None = None
) -> None:
    """Put another text for the table, and for one index another name and text; both are read anew at once."""
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    connection.exec_driver_sql("UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", (text, table))
    if index is not None:
        old, new, definition = index
        put = "UPDATE sqlite_schema SET name = ?, sql = ? WHERE type = 'index' AND name = ?"
        connection.exec_driver_sql(put, (new, definition, old))
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
