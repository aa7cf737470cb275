"""Drafts: half-filled forms. They belong to a person, not to a chat, and survive any crash."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from models.clock import now
from models.columns import BigKey, UtcDateTime, table_of
from models.vault import vault


class Draft(SQLModel, table=True):
    """One form of one person about one subject (``unit:5``, ``month:5:1405:08``, or empty for a new thing)."""

    __tablename__ = "drafts"
    # Numbers are never given twice: an old button must not act on a later draft.
    __table_args__ = (sa.UniqueConstraint("person_id", "form", "subject"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    form: str = Field(max_length=40)
    subject: str = Field(max_length=80)
    revision: int = 1
    body_sealed: bytes
    opened_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    updated_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


_table = table_of(Draft)
_save = (
    sa.update(_table)
    .where(_table.c.id == sa.bindparam("of_id"), _table.c.revision == sa.bindparam("of_revision"))
    .values(revision=_table.c.revision + 1)
)


class StaleDraftError(Exception):
    """The draft moved on between reading and writing (another account of the same person): handle the update again."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft as the form engine reads it; ``body`` is the engine's own, plain JSON."""

    id: int
    person_id: int
    form: str
    subject: str
    revision: int
    body: dict[str, Any]


def _opened(session: Session, row: Any) -> OpenDraft:
    return OpenDraft(
        row.id, row.person_id, row.form, row.subject, row.revision, json.loads(vault(session).open(row.body_sealed))
    )


_COLUMNS = (_table.c.id, _table.c.person_id, _table.c.form, _table.c.subject, _table.c.revision, _table.c.body_sealed)


def draft(session: Session, person_id: int, draft_id: int) -> OpenDraft | None:
    """The person's own draft, or None when it is gone or somebody else's."""
    row = session.execute(
        sa.select(*_COLUMNS).where(_table.c.id == draft_id, _table.c.person_id == person_id)
    ).one_or_none()
    return None if row is None else _opened(session, row)


def draft_about(session: Session, person_id: int, form: str, subject: str) -> OpenDraft | None:
    """The person's draft of this form about this subject, if begun."""
    row = session.execute(
        sa.select(*_COLUMNS).where(_table.c.person_id == person_id, _table.c.form == form, _table.c.subject == subject)
    ).one_or_none()
    return None if row is None else _opened(session, row)


def open_draft(session: Session, person_id: int, form: str, subject: str, body: dict[str, Any]) -> OpenDraft:
    """Begin a draft; one begun earlier about the same subject is replaced, its buttons become stale."""
    earlier = session.execute(
        select(Draft).where(Draft.person_id == person_id, Draft.form == form, Draft.subject == subject)
    ).scalar_one_or_none()
    sealed = vault(session).seal(json.dumps(body, ensure_ascii=False))
    if earlier is not None:
        earlier.body_sealed = sealed
        earlier.revision += 1
        earlier.updated_at = now(session)
        row = earlier
    else:
        row = Draft(
            person_id=person_id,
            form=form,
            subject=subject,
            body_sealed=sealed,
            opened_at=now(session),
            updated_at=now(session),
        )
        session.add(row)
    session.flush()
    assert row.id is not None
    return OpenDraft(row.id, person_id, form, subject, row.revision, body)


def save_draft(session: Session, opened: OpenDraft, body: dict[str, Any]) -> OpenDraft:
    """Write the new body under the next revision. Raises StaleDraftError when somebody else moved it on."""
    done: sa.CursorResult[Any] = session.connection().execute(
        _save,
        {
            "of_id": opened.id,
            "of_revision": opened.revision,
            "body_sealed": vault(session).seal(json.dumps(body, ensure_ascii=False)),
            "updated_at": now(session),
        },
    )
    if done.rowcount != 1:
        raise StaleDraftError
    return OpenDraft(opened.id, opened.person_id, opened.form, opened.subject, opened.revision + 1, body)


def drop_draft(session: Session, person_id: int, draft_id: int) -> None:
    """Forget a draft (submitted or given up)."""
    session.execute(sa.delete(Draft).where(col(Draft.id) == draft_id, col(Draft.person_id) == person_id))


def drafts_of(session: Session, person_id: int) -> tuple[OpenDraft, ...]:
    """All open drafts of the person, the latest first."""
    rows = session.execute(
        sa.select(*_COLUMNS).where(_table.c.person_id == person_id).order_by(_table.c.updated_at.desc(), _table.c.id)
    ).all()
    return tuple(_opened(session, row) for row in rows)
