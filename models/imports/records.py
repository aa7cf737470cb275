"""An import from its file to its end: awaited, being read, checked (or refused), being written, done."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel

from models import audit
from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column, table_of
from models.imports.columns import SheetKind
from models.organisations import Deed, Hat, OrganisationProblem, acting
from models.values.problem import Problem

MARK_LENGTH = 12


class ImportState(StrEnum):
    """Where an import stands; the text is ``import-state-<state>``."""

    AWAITED = "awaited"
    READING = "reading"
    REFUSED = "refused"
    """Something is wrong with it; nothing was written."""
    CHECKED = "checked"
    WRITING = "writing"
    DONE = "done"
    DROPPED = "dropped"


class ImportProblem(StrEnum):
    """Why an import does not go on."""

    GONE = "import-gone"
    """Another file was sent since, or it was given up."""
    RUNNING = "import-running"
    """It is being read or written right now."""
    DONE = "import-done"
    """It was written already."""


class SheetImport(SQLModel, table=True):
    """One file that somebody brings in a role. ``content_key`` is the file's in ``contents``, by which it is bound."""

    __tablename__ = "imports"
    __table_args__ = (
        sa.Index("ix_imports_person_id", "person_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    role_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id"), nullable=False))
    kind: SheetKind = Field(sa_column=sa.Column(enum_column(SheetKind), nullable=False))
    state: ImportState = Field(sa_column=sa.Column(enum_column(ImportState), nullable=False))
    content_key: str | None = Field(default=None, max_length=80)
    number_of_rows: int = 0
    begun_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    ended_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


@dataclass(frozen=True, slots=True)
class OpenImport:
    """An import as it stands."""

    id: int
    person_id: int
    role_id: int
    kind: SheetKind
    state: ImportState
    content_key: str | None
    rows: int

    @property
    def mark(self) -> str:
        """What a button names the checked content by."""
        return mark_of(self.content_key or "")


_table = table_of(SheetImport)
_COLUMNS = (
    _table.c.id,
    _table.c.person_id,
    _table.c.role_id,
    _table.c.kind,
    _table.c.state,
    _table.c.content_key,
    _table.c.number_of_rows,
)
_OPEN = (ImportState.AWAITED, ImportState.REFUSED, ImportState.CHECKED)


def mark_of(content_key: str) -> str:
    """The first letters of a content's digest."""
    return content_key.rpartition(":")[2][:MARK_LENGTH]


def await_file(session: Session, worn: Hat, kind: SheetKind) -> int | Problem:
    """A file is awaited from this person in this role; what was open before is dropped."""
    live = acting(session, worn, Deed.EXCHANGE_SHEETS, worn.office_id)
    if isinstance(live, Problem):
        return live
    connection = session.connection()
    connection.execute(
        sa.update(_table)
        .where(_table.c.person_id == live.person_id, _table.c.state.in_(_OPEN))
        .values(state=ImportState.DROPPED, ended_at=now(session))
    )
    made = connection.execute(
        sa.insert(_table).returning(_table.c.id),
        {
            "person_id": live.person_id,
            "role_id": live.role_id,
            "kind": kind,
            "state": ImportState.AWAITED,
            "number_of_rows": 0,
            "begun_at": now(session),
        },
    )
    return int(made.scalar_one())


def current(session: Session, person_id: int) -> OpenImport | None:
    """The person's latest import."""
    row = (
        session.connection()
        .execute(sa.select(*_COLUMNS).where(_table.c.person_id == person_id).order_by(_table.c.id.desc()).limit(1))
        .one_or_none()
    )
    return None if row is None else OpenImport(*row)


def one(session: Session, number: int, *, lock: bool = False) -> OpenImport | None:
    """An import by its number; ``lock`` to the end of the transaction."""
    query = sa.select(*_COLUMNS).where(_table.c.id == number)
    row = session.connection().execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else OpenImport(*row)


def begin_reading(session: Session, number: int) -> None:
    """Its file came and is being read."""
    change(session, number, state=ImportState.READING, content_key=None)


def begin_writing(  # noqa: PLR0911 (one line a state)
    session: Session, worn: Hat, number: int, mark: str
) -> OpenImport | Problem:
    """The person wants it written: only what was checked, only the content that the button names, once."""
    live = acting(session, worn, Deed.EXCHANGE_SHEETS, worn.office_id)
    if isinstance(live, Problem):
        return live
    found = one(session, number, lock=True)
    if found is None or found.person_id != live.person_id:
        return Problem(ImportProblem.GONE)
    if found.role_id != live.role_id:
        return Problem(OrganisationProblem.ROLE_NOT_YOURS)
    match found.state:
        case ImportState.CHECKED if found.mark == mark:
            change(session, number, state=ImportState.WRITING)
            return found
        case ImportState.READING | ImportState.WRITING:
            return Problem(ImportProblem.RUNNING)
        case ImportState.DONE:
            return Problem(ImportProblem.DONE)
    return Problem(ImportProblem.GONE)


def drop(session: Session, person_id: int, number: int) -> None:
    """The person gives it up."""
    session.connection().execute(
        sa.update(_table)
        .where(_table.c.id == number, _table.c.person_id == person_id, _table.c.state.in_(_OPEN))
        .values(state=ImportState.DROPPED, ended_at=now(session))
    )


def release(session: Session, number: int) -> None:
    """What was begun with it failed through no fault of the file; a new one may be sent."""
    session.connection().execute(
        sa.update(_table)
        .where(_table.c.id == number, _table.c.state.in_((ImportState.READING, ImportState.WRITING)))
        .values(state=ImportState.DROPPED, ended_at=now(session))
    )


def change(session: Session, number: int, **values: Any) -> None:
    """Write where it stands."""
    if values.get("state") in {ImportState.DONE, ImportState.DROPPED}:
        values["ended_at"] = now(session)
    session.connection().execute(sa.update(_table).where(_table.c.id == number).values(**values))


def done(session: Session, found: OpenImport, live: Hat, number_of_rows: int) -> None:
    """It is written: say so here and in the audit."""
    change(session, found.id, state=ImportState.DONE, number_of_rows=number_of_rows)
    audit.record(
        session,
        audit.AuditAct.SHEET_IMPORTED,
        by=live.person_id,
        hat=live.role_id,
        subject=f"import:{found.id}",
        details={"kind": found.kind.value, "rows": str(number_of_rows), "content": found.mark},
    )
