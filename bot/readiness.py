"""Whether the database can be worked on: reached, at this program's revision, opened by these keys.

Else a line says what is wrong and how to mend it, without any secret.
"""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlmodel import col

from bot.database import make_vault, sqlite_engine
from bot.logs import masked
from bot.settings import FILE, Settings
from models import revisions
from models.people import Person

CONNECT: Final = 10
"""Seconds within which a server must answer."""
_LOOKED_AT: Final = 25
_MIGRATE: Final = "run: python -m bot migrate"
_known = sa.select(col(Person.phone_sealed), col(Person.phone_index)).where(
    col(Person.phone_index).not_like("given-up%")
)
_ENDS: Final = tuple(_known.order_by(way).limit(_LOOKED_AT) for way in (col(Person.id), col(Person.id).desc()))
"""Those who came first and last: whoever came after a change of keys is among the last."""


class CannotRunError(Exception):
    """The program cannot do its work; the text says why and how to mend it, without any secret."""


def why_not(error: Exception, settings: Settings) -> str:
    """What an error of the database means to an operator."""
    said = str(getattr(error, "orig", None) or "") if isinstance(error, sa.exc.OperationalError) else ""
    password = sa.make_url(settings.database_url).password
    reason = next((line.strip() for line in said.splitlines() if line.strip()), "")
    if password:
        reason = reason.replace(str(password), "…")
    told = f"{type(error).__name__}: {masked(reason)[:200]}" if reason else type(error).__name__
    return f"database: {told}; look at BEHINYAR_DATABASE_URL and whether the server runs"


def fault(settings: Settings) -> str | None:
    """Why the database cannot be worked on; None when it can."""
    path = settings.sqlite_path
    if path is not None and not path.exists():
        return f"database: {path} is not there yet; {_MIGRATE}"
    engine = open_engine(settings)
    try:
        with engine.connect() as connection:
            return _revision(connection) or _keys(connection, settings)
    except sa.exc.SQLAlchemyError as error:
        return why_not(error, settings)
    finally:
        engine.dispose()


def open_engine(settings: Settings) -> sa.Engine:
    """An engine for a look; a server that does not answer is not waited for long."""
    if settings.sqlite_path is not None:
        return sqlite_engine(settings.database_url)
    return sa.create_engine(settings.database_url, connect_args={"connect_timeout": CONNECT})


def _revision(connection: sa.Connection) -> str | None:
    at, newest = revisions.reached(connection), revisions.newest()
    if at is None:
        return f"database: reached, but without tables; {_MIGRATE}"
    if at < newest:
        return f"database: at {at}, not up to date; {_MIGRATE}"
    if at > newest:
        return f"database: at {at}, which a newer version of the program made; this one knows {newest}"
    return None


def _keys(connection: sa.Connection, settings: Settings) -> str | None:
    """A person is found by the keyed digest of the number: with another index key each would come a second time."""
    kept = [(row.phone_sealed, row.phone_index) for query in _ENDS for row in connection.execute(query)]
    path = settings.sqlite_path
    file = None if settings.keys or path is None else path.with_suffix(".key")
    if not kept:
        return None
    if file is not None and not file.exists():
        return f"keys: {file} is not there, without which nothing opens; put it back from the backup"
    try:
        vault = make_vault(settings)
        known = [vault.index("phone", vault.open(sealed)) == index for sealed, index in kept]
    except OSError as error:
        return f"keys: {file} cannot be read ({error.strerror})"
    except ValueError:
        return "keys: none of them opens what the database holds; look at BEHINYAR_KEYS or the .key file"
    which = "BEHINYAR_INDEX_KEY" if file is None else f"the last line of {file}"
    if not any(known):
        return f"index key: not the one that the database was filled with, so that nobody is found; look at {which}"
    several = f"index key: a part of the people came under another one, and is not found; {which} was changed"
    return None if all(known) else several


def rights(settings: Settings) -> Iterator[str]:
    """A line for each file with secrets or personal data that others on this machine can read."""
    path = settings.sqlite_path
    files = [Path(FILE)] if path is None else [Path(FILE), path, path.with_suffix(".key")]
    for file in files:
        if file.is_file() and stat.S_IMODE(file.stat().st_mode) & 0o077:
            yield f"files: others on this machine can read {file}; chmod 600 {file}"
