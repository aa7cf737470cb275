"""Drafts: half-filled forms. They belong to a person, not to a chat, and survive any crash."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel

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
_COLUMNS = (_table.c.id, _table.c.person_id, _table.c.form, _table.c.subject, _table.c.revision, _table.c.body_sealed)
# Made once: building a statement costs more than running it.
_of_person = _table.c.person_id == sa.bindparam("of_person")
_about = sa.and_(_of_person, _table.c.form == sa.bindparam("of_form"), _table.c.subject == sa.bindparam("of_subject"))
_one = sa.and_(_of_person, _table.c.id == sa.bindparam("of_id"))
_read = sa.select(*_COLUMNS).where(_one)
_read_about = sa.select(*_COLUMNS).where(_about)
_read_all = sa.select(*_COLUMNS).where(_of_person).order_by(_table.c.updated_at.desc(), _table.c.id)
_drop = sa.delete(_table).where(_one)
_save = (
    sa.update(_table)
    .where(_table.c.id == sa.bindparam("of_id"), _table.c.revision == sa.bindparam("of_revision"))
    .values(revision=_table.c.revision + 1)
)


def _beginning(insert: Any) -> Any:
    replaced = {name: insert.excluded[name] for name in ("body_sealed", "updated_at")}
    return insert.on_conflict_do_update(
        index_elements=["person_id", "form", "subject"], set_={**replaced, "revision": _table.c.revision + 1}
    ).returning(_table.c.id, _table.c.revision)


_begin = {"sqlite": _beginning(sqlite.insert(_table)), "postgresql": _beginning(postgresql.insert(_table))}


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


def draft(session: Session, person_id: int, draft_id: int) -> OpenDraft | None:
    """The person's own draft, or None when it is gone or somebody else's."""
    found = session.connection().execute(_read, {"of_id": draft_id, "of_person": person_id})
    row = found.one_or_none()
    return None if row is None else _opened(session, row)


def draft_about(session: Session, person_id: int, form: str, subject: str) -> OpenDraft | None:
    """The person's draft of this form about this subject, if begun."""
    about = {"of_person": person_id, "of_form": form, "of_subject": subject}
    row = session.connection().execute(_read_about, about).one_or_none()
    return None if row is None else _opened(session, row)


def open_draft(session: Session, person_id: int, form: str, subject: str, body: dict[str, Any]) -> OpenDraft:
    """Begin a draft; one begun earlier about the same subject is replaced, its buttons become stale."""
    at = now(session)
    begun = session.connection().execute(
        _begin[session.get_bind().dialect.name],
        {
            "person_id": person_id,
            "form": form,
            "subject": subject,
            "revision": 1,
            "body_sealed": vault(session).seal(json.dumps(body, ensure_ascii=False)),
            "opened_at": at,
            "updated_at": at,
        },
    )
    row = begun.one()
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
    session.connection().execute(_drop, {"of_id": draft_id, "of_person": person_id})


def drafts_of(session: Session, person_id: int) -> tuple[OpenDraft, ...]:
    """All open drafts of the person, the latest first."""
    rows = session.connection().execute(_read_all, {"of_person": person_id}).all()
    return tuple(_opened(session, row) for row in rows)
