"""What a session really asks its database, listened to at the driver, however a statement is handled on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlmodel import Session


@contextmanager
def statements_of(session: Session) -> Iterator[list[str]]:
    """The statements while this lasts, without BEGIN."""
    said: list[str] = []
    driver: Any = session.connection().connection.dbapi_connection

    def hear(statement: str) -> None:
        if not statement.startswith("BEGIN"):
            said.append(statement)

    if session.connection().dialect.name == "sqlite":
        driver.set_trace_callback(hear)
        yield said
        driver.set_trace_callback(None)
        return

    class Heard(psycopg.Cursor[Any]):
        def execute(self, query: Any, *rest: Any, **named: Any) -> Any:
            hear(str(query))
            return super().execute(query, *rest, **named)

    before, driver.cursor_factory = driver.cursor_factory, Heard
    yield said
    driver.cursor_factory = before
