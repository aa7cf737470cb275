"""A revision drawn up from the difference between models and tables, constraints of older tables included.

Alembic's comparison sees neither a CHECK nor the values of an enumeration, and writes changes of constraints in a way
that SQLite does not know; both are mended here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from alembic.autogenerate import renderers
from alembic.autogenerate.api import AutogenContext
from alembic.operations import ops
from alembic.runtime.migration import MigrationContext
from sqlalchemy.dialects import sqlite

from models.migrations.altering import checks_of, words_in
from models.tables import metadata


@dataclass
class Altering(ops.MigrateOperation):
    """A call of a function of ``altering`` with these arguments."""

    call: str
    arguments: tuple[str | tuple[str, ...] | None, ...]
    named: tuple[tuple[str, bool], ...] = ()


@renderers.dispatch_for(Altering)
def _render(autogen: AutogenContext, one: Altering) -> str:
    autogen.imports.add(f"from models.migrations.altering import {one.call}")
    said = [*(repr(argument) for argument in one.arguments), *(f"{name}={value!r}" for name, value in one.named)]
    return f"{one.call}({', '.join(said)})"


def complete(context: MigrationContext, _revision: object, directives: list[ops.MigrationScript]) -> None:
    """Alembic's hook: the drafted script as both databases can run it."""
    for script in directives:
        assert script.upgrade_ops is not None
        assert script.downgrade_ops is not None
        script.upgrade_ops.ops = list(_put_right(script.upgrade_ops.ops))
        script.downgrade_ops.ops = list(_put_right(script.downgrade_ops.ops))
        assert context.connection is not None
        for table, name, before, after in changed_checks(context.connection):
            script.upgrade_ops.ops.append(_check(table, name, after))
            script.downgrade_ops.ops.insert(0, _check(table, name, before))
        for table, key, on in changed_numbering(context.connection):
            script.upgrade_ops.ops.append(Altering("set_autoincrement", (table, key), (("on", on),)))
            script.downgrade_ops.ops.insert(0, Altering("set_autoincrement", (table, key), (("on", not on),)))


def _check(table: str, name: str, condition: str | None) -> Altering:
    column, of_values, _ = (condition or "").partition(" IN (")
    if of_values and column.strip('"').isidentifier():
        return Altering("set_values", (table, name, column, words_in(condition or "")))
    return Altering("set_check", (table, name, condition))


def _put_right(found: list[ops.MigrateOperation]) -> Iterator[ops.MigrateOperation]:
    for one in found:
        if isinstance(one, ops.ModifyTableOps):
            yield from _put_right(one.ops)
        elif isinstance(one, ops.CreateForeignKeyOp):
            target = f"{one.referent_table} ({', '.join(one.remote_cols)})"
            rule = f" ON DELETE {one.kw['ondelete']}" if one.kw.get("ondelete") else ""
            columns = ", ".join(one.local_cols)
            yield Altering("set_foreign_key", (one.source_table, str(one.constraint_name), columns, target + rule))
        elif isinstance(one, ops.DropConstraintOp) and one.constraint_type == "foreignkey":
            yield Altering("set_foreign_key", (one.table_name, str(one.constraint_name), "", None))
        elif isinstance(one, ops.CreateUniqueConstraintOp):
            yield Altering("set_unique", (one.table_name, str(one.constraint_name), ", ".join(map(str, one.columns))))
        elif isinstance(one, ops.DropConstraintOp) and one.constraint_type == "unique":
            yield Altering("set_unique", (one.table_name, str(one.constraint_name), None))
        elif isinstance(one, ops.AddColumnOp):
            yield ops.AddColumnOp(one.table_name, _plain(one.column))
        else:
            yield one


def _plain(column: sa.Column[object]) -> sa.Column[object]:
    """The column without the CHECK of its enumeration, which is put by itself."""
    kind = sa.String(column.type.length) if isinstance(column.type, sa.Enum) else column.type
    return sa.Column(column.name, kind, nullable=column.nullable, server_default=column.server_default)


def changed_numbering(connection: sa.Connection) -> list[tuple[str, str, bool]]:
    """Tables of an SQLite database that should begin to count their ids for good, or cease: name, key, which."""
    if connection.dialect.name != "sqlite":
        return []
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    there = {name: "AUTOINCREMENT" in str(text) for name, text in rows}
    wanted = {one.name: bool(one.dialect_options["sqlite"]["autoincrement"]) for one in metadata.sorted_tables}
    return [(name, f"pk_{name}", on) for name, on in wanted.items() if name in there and there[name] is not on]


def changed_checks(connection: sa.Connection) -> list[tuple[str, str, str | None, str | None]]:
    """CHECKs of tables that are there already: table, name, what it says and what it should say (None: not there)."""
    dialect = sqlite.dialect()
    there = set(sa.inspect(connection).get_table_names())
    found: list[tuple[str, str, str | None, str | None]] = []
    for table in metadata.sorted_tables:
        if table.name not in there:
            continue
        known = checks_of(connection, table.name)
        wanted = {
            str(one.name): str(one.sqltext.compile(dialect=dialect, compile_kwargs={"literal_binds": True})).replace(
                f"{table.name}.", ""
            )
            for one in table.constraints
            if isinstance(one, sa.CheckConstraint)
        }
        for name in sorted({*known, *wanted}):
            before, after = known.get(name), wanted.get(name)
            if (before is None) != (after is None) or set(words_in(before or "")) != set(words_in(after or "")):
                found.append((table.name, name, before, after))
    return found
