"""What a record looked like each time it was submitted, so that the second look shows what changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column, table_of
from models.prepared import adding
from models.vault import vault


class SubjectKind(StrEnum):
    """What is submitted, reviewed and kept."""

    UNIT = "unit"
    MONTH = "month"
    LICENCE = "licence"
    """A renewed licence of a confirmed unit."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One unit, one month or one renewed licence; ``str()`` gives ``unit:5``, as audit entries and drafts name it."""

    kind: SubjectKind
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


class Snapshot(SQLModel, table=True):
    """All fields of a record at one revision, sealed."""

    __tablename__ = "snapshots"
    __table_args__ = (
        sa.UniqueConstraint("subject_kind", "subject_id", "revision"),
        sa.CheckConstraint("revision >= 1", name="revision"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    subject_kind: SubjectKind = Field(sa_column=sa.Column(enum_column(SubjectKind), nullable=False))
    subject_id: int = Field(sa_column=sa.Column(sa.BigInteger, nullable=False))
    revision: int
    fields_sealed: bytes
    at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs between the last two submissions; None where it was absent.

    Values are as they were kept: ids and codes as text, decimals plain, dates ISO.
    """

    field: str
    before: str | None
    after: str | None


def sealed(session: Session, fields: Mapping[str, str]) -> bytes:
    """The fields of a record as a snapshot holds them."""
    return vault(session).seal(json.dumps(dict(fields), ensure_ascii=False))


_add: Final = adding(table_of(Snapshot), ("subject_kind", "subject_id", "revision", "fields_sealed", "at"))


def keep(session: Session, subject: Subject, revision: int, fields: Mapping[str, str]) -> None:
    """Keep all fields of a submission (``field`` or ``field:product id``), sealed."""
    _add.run(
        session,
        subject_kind=subject.kind,
        subject_id=subject.id,
        revision=revision,
        fields_sealed=sealed(session, fields),
        at=now(session),
    )


def changes(session: Session, subject: Subject) -> tuple[Change, ...]:
    """What differs between the last two submissions, in the order of the later one; empty after the first."""
    sealed = session.exec(
        select(Snapshot.fields_sealed)
        .where(Snapshot.subject_kind == subject.kind, Snapshot.subject_id == subject.id)
        .order_by(col(Snapshot.revision).desc())
        .limit(2)
    ).all()
    if len(sealed) < 2:
        return ()
    opened = vault(session)
    after: dict[str, str] = json.loads(opened.open(sealed[0]))
    before: dict[str, str] = json.loads(opened.open(sealed[1]))
    fields = [*after, *(field for field in before if field not in after)]
    return tuple(
        Change(field, before.get(field), after.get(field)) for field in fields if before.get(field) != after.get(field)
    )
