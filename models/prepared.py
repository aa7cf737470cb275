"""Statements of every update, compiled once and given to the driver as they are.

SQLAlchemy's own handling of a small statement costs ten times as much as the database does. What is written here is
still its Core, with its types on the way in and out; only the handling between is left out. Nothing is flushed before.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlmodel import Session

Convert = Callable[[Any], Any]
_HELD = "driver"


def _below(session: Session) -> tuple[Dialect, Any]:
    connection = session.connection()
    return connection.dialect, connection.connection.dbapi_connection


def hold(session: Session) -> Any:
    """Begin, and remember the driver's connection, which is returned: asking the session for it each time is dear.

    For a session of one transaction only: after its end the connection may be somebody else's.
    """
    held = session.info[_HELD] = _below(session)
    return held[1]


class _Compiled:
    """A statement for one dialect."""

    __slots__ = ("_dialect", "_fixed", "_into", "_kinds", "_order", "_out", "sql")

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self.sql = str(compiled)
        self._into: dict[str, Convert] = {}
        self._fixed: dict[str, Any] = {}
        for name, bind in compiled.binds.items():
            convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
            if convert is not None:
                self._into[name] = convert
            if not bind.required:
                self._fixed[name] = bind.value if convert is None else convert(bind.value)
        places = compiled.positiontup
        self._order = None if places is None else tuple((name, self._into.get(name)) for name in places)
        self._kinds = tuple(column.type.dialect_impl(dialect) for column in getattr(statement, "exported_columns", ()))
        self._dialect = dialect
        self._out: tuple[tuple[int, Convert], ...] | None = None

    def given(self, named: dict[str, Any]) -> Any:
        """The parameters as the driver takes them."""
        if self._order is not None and not self._fixed:
            return tuple([named[name] if convert is None else convert(named[name]) for name, convert in self._order])
        into = self._into
        whole = {**self._fixed, **{name: into[name](one) if name in into else one for name, one in named.items()}}
        return whole if self._order is None else tuple([whole[name] for name, _ in self._order])

    def reader(self, cursor: Any) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
        """Reads a row of this cursor as the columns' types do."""
        if self._out is None:
            told = cursor.description or ()
            found = (
                (place, kind.result_processor(self._dialect, told[place][1])) for place, kind in enumerate(self._kinds)
            )
            self._out = tuple((place, convert) for place, convert in found if convert is not None)
        return self._read if self._out else tuple

    def _read(self, row: Sequence[Any]) -> tuple[Any, ...]:
        values = list(row)
        for place, convert in self._out or ():
            values[place] = convert(values[place])
        return tuple(values)


class Prepared:
    """A Core statement without parameters of changing number; ``by_dialect`` makes it where the dialects differ."""

    def __init__(self, statement: Any = None, *, by_dialect: Callable[[str], Any] | None = None) -> None:
        self._make = by_dialect or (lambda _: statement)
        self._compiled: dict[str, _Compiled] = {}

    def _for(self, session: Session) -> tuple[_Compiled, Any]:
        dialect, driver = session.info.get(_HELD) or _below(session)
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = _Compiled(self._make(dialect.name), dialect)
        return compiled, driver

    def rows(self, session: Session, **named: Any) -> list[tuple[Any, ...]]:
        """All rows, each a tuple in the order of the columns."""
        compiled, driver = self._for(session)
        cursor = driver.execute(compiled.sql, compiled.given(named))
        read = compiled.reader(cursor)
        return [read(row) for row in cursor.fetchall()]

    def row(self, session: Session, **named: Any) -> tuple[Any, ...] | None:
        """The first row, if any."""
        compiled, driver = self._for(session)
        cursor = driver.execute(compiled.sql, compiled.given(named))
        found = cursor.fetchone()
        return None if found is None else compiled.reader(cursor)(found)

    def run(self, session: Session, **named: Any) -> int:
        """Do it; how many rows it met."""
        compiled, driver = self._for(session)
        return int(driver.execute(compiled.sql, compiled.given(named)).rowcount)

    def run_many(self, session: Session, many: Iterable[dict[str, Any]]) -> None:
        """Do it for each of these."""
        compiled, driver = self._for(session)
        driver.cursor().executemany(compiled.sql, [compiled.given(named) for named in many])


def adding(table: sa.Table, names: Iterable[str], *, gives: str | None = None) -> Prepared:
    """INSERT of a row with these columns; ``row`` gives the named one of what was written."""
    added = sa.insert(table).values({name: sa.bindparam(name) for name in names})
    return Prepared(added if gives is None else added.returning(table.c[gives]))


def insert(table: sa.Table) -> Callable[[str], Any]:
    """The dialect's own INSERT, which knows ON CONFLICT."""

    def make(dialect: str) -> Any:
        if dialect == "sqlite":
            from sqlalchemy.dialects import sqlite  # noqa: PLC0415 (each is read where it is used)

            return sqlite.insert(table)
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 (as above)

        return postgresql.insert(table)

    return make
