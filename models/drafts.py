"""Drafts: half-filled forms. They belong to a person, not to a chat, and survive any crash."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel

from models.clock import now
from models.columns import BigKey, UtcDateTime, table_of
from models.prepared import Prepared, insert
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
_of_person = _table.c.person_id == sa.bindparam("of_person")
_about = sa.and_(_of_person, _table.c.form == sa.bindparam("of_form"), _table.c.subject == sa.bindparam("of_subject"))
_one = sa.and_(_of_person, _table.c.id == sa.bindparam("of_id"))
_read = Prepared(sa.select(*_COLUMNS).where(_one))
_read_about = Prepared(sa.select(*_COLUMNS).where(_about))
_read_all = Prepared(sa.select(*_COLUMNS).where(_of_person).order_by(_table.c.updated_at.desc(), _table.c.id))
_drop = Prepared(sa.delete(_table).where(_one))
_save = Prepared(
    sa.update(_table)
    .where(_table.c.id == sa.bindparam("of_id"), _table.c.revision == sa.bindparam("of_revision"))
    .values(
        revision=_table.c.revision + 1, body_sealed=sa.bindparam("body_sealed"), updated_at=sa.bindparam("updated_at")
    )
)


def _beginning(dialect: str) -> Any:
    names = ("person_id", "form", "subject", "revision", "body_sealed", "opened_at", "updated_at")
    added = insert(_table)(dialect).values({name: sa.bindparam(name) for name in names})
    replaced = {name: added.excluded[name] for name in ("body_sealed", "updated_at")}
    return added.on_conflict_do_update(
        index_elements=["person_id", "form", "subject"], set_={**replaced, "revision": _table.c.revision + 1}
    ).returning(_table.c.id, _table.c.revision)


_begin = Prepared(by_dialect=_beginning)


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


def _opened(session: Session, row: tuple[Any, ...]) -> OpenDraft:
    draft_id, person_id, form, subject, revision, body_sealed = row
    return OpenDraft(draft_id, person_id, form, subject, revision, orjson.loads(vault(session).open(body_sealed)))


def _sealed(session: Session, body: dict[str, Any]) -> bytes:
    return vault(session).seal(orjson.dumps(body, option=orjson.OPT_NON_STR_KEYS).decode())


def draft(session: Session, person_id: int, draft_id: int) -> OpenDraft | None:
    """The person's own draft, or None when it is gone or somebody else's."""
    row = _read.row(session, of_id=draft_id, of_person=person_id)
    return None if row is None else _opened(session, row)


def draft_about(session: Session, person_id: int, form: str, subject: str) -> OpenDraft | None:
    """The person's draft of this form about this subject, if begun."""
    row = _read_about.row(session, of_person=person_id, of_form=form, of_subject=subject)
    return None if row is None else _opened(session, row)


def open_draft(session: Session, person_id: int, form: str, subject: str, body: dict[str, Any]) -> OpenDraft:
    """Begin a draft; one begun earlier about the same subject is replaced, its buttons become stale."""
    at = now(session)
    begun = _begin.row(
        session,
        person_id=person_id,
        form=form,
        subject=subject,
        revision=1,
        body_sealed=_sealed(session, body),
        opened_at=at,
        updated_at=at,
    )
    assert begun is not None
    draft_id, revision = begun
    return OpenDraft(draft_id, person_id, form, subject, revision, body)


def save_draft(session: Session, opened: OpenDraft, body: dict[str, Any]) -> OpenDraft:
    """Write the new body under the next revision. Raises StaleDraftError when somebody else moved it on."""
    done = _save.run(
        session,
        of_id=opened.id,
        of_revision=opened.revision,
        body_sealed=_sealed(session, body),
        updated_at=now(session),
    )
    if done != 1:
        raise StaleDraftError
    return OpenDraft(opened.id, opened.person_id, opened.form, opened.subject, opened.revision + 1, body)


def drop_draft(session: Session, person_id: int, draft_id: int) -> None:
    """Forget a draft (submitted or given up)."""
    _drop.run(session, of_id=draft_id, of_person=person_id)


def drafts_of(session: Session, person_id: int) -> tuple[OpenDraft, ...]:
    """All open drafts of the person, the latest first."""
    return tuple(_opened(session, row) for row in _read_all.rows(session, of_person=person_id))
