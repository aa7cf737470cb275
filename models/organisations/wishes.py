"""What people did not find in the list: a union of a county, a county of a province. Wished for, and waited for.

A wish belongs to the half-filled form in which it was made and counts while that form is open. It is answered once:
the office came, it is there under another name, or it was turned down; whoever waits hears that in the same
transaction, and never twice.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from models import audit, notices
from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column
from models.drafts import Draft
from models.organisations.offices import PARENT, Office, OfficeKind, OfficeView, OrganisationProblem, view_of
from models.organisations.roles import Hat, RoleKind, officers
from models.values.problem import Problem
from models.values.text import free_text
from models.values.unions import name_key
from models.vault import vault

_MOST: Final = 120
"""Characters of a wish."""
_AT_ONCE: Final = 500
_MISSED: Final = {
    OfficeKind.UNION: (audit.AuditAct.UNION_MISSED, notices.NoticeKind.MISSING_UNION),
    OfficeKind.COUNTY: (audit.AuditAct.COUNTY_MISSED, notices.NoticeKind.MISSING_COUNTY),
}


class WishAnswer(StrEnum):
    """What came of a wish."""

    ADDED = "added"
    NAMED = "named"
    """The office is in the list under another name."""
    DECLINED = "declined"


class Wish(SQLModel, table=True):
    """One person's wish for a union below a county or a county below a province, in the person's own words.

    ``mark`` is the keyed digest by which equal wishes are found together (empty: it stands alone), ``draft_id`` the
    form that waits for it. ``answered_by`` is empty for the command line.
    """

    __tablename__ = "wishes"
    __table_args__ = (
        sa.CheckConstraint("kind IN ('county', 'union')", name="wished_kind"),
        sa.CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered"),
        sa.Index(
            "uq_wishes_open",
            "person_id",
            "kind",
            "above_id",
            unique=True,
            sqlite_where=sa.text("answered_at IS NULL"),
            postgresql_where=sa.text("answered_at IS NULL"),
        ),
        sa.Index(
            "ix_wishes_waiting",
            "above_id",
            "kind",
            "mark",
            "id",
            sqlite_where=sa.text("answered_at IS NULL"),
            postgresql_where=sa.text("answered_at IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    kind: OfficeKind = Field(sa_column=sa.Column(enum_column(OfficeKind), nullable=False))
    above_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    draft_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, index=True))
    mark: str | None = Field(default=None, max_length=80)
    typed_sealed: bytes
    at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    answer: WishAnswer | None = Field(default=None, sa_column=sa.Column(enum_column(WishAnswer)))
    answered_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    answered_by: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    office_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id")))


def waits() -> sa.ColumnElement[bool]:
    """Nobody has answered it, and the form that waits for it is open still: a condition on ``Wish``."""
    form = sa.select(sa.literal(1)).where(col(Draft.id) == col(Wish.draft_id)).correlate(Wish)
    return sa.and_(col(Wish.answered_at).is_(None), form.exists())


def alike(wish: Wish) -> sa.ColumnElement[bool]:
    """The wishes for the same thing in the same place, this one included."""
    same = col(Wish.id) == wish.id if wish.mark is None else col(Wish.mark) == wish.mark
    return sa.and_(col(Wish.above_id) == wish.above_id, col(Wish.kind) == wish.kind, same)


def _mark(session: Session, name: str, above: str) -> str:
    """«سراجان», «اتحادیه سراجان» and «اتحادیهٔ سرّاجان ری» are one wish in Rey."""
    return vault(session).index("wish", name_key(name, above))


def wish_for(
    session: Session, person_id: int, kind: OfficeKind, above_id: int, typed: str, form: str, subject: str = ""
) -> int | Problem:
    """Somebody's union is not in the county's list, or the county not in the province's: remember it, tell the office.

    The open draft of this ``form`` about this ``subject`` waits for it. One wish per draft and place: a later one
    replaces the words. The first of its kind is told to whoever adds such offices (of a county without anybody the
    province). Returns the wish's id.
    """
    above = session.get(Office, above_id)
    if above is None or kind not in _MISSED or above.kind is not PARENT[kind]:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    words = free_text(typed, most=_MOST)
    if isinstance(words, Problem):
        return words
    draft_id = session.execute(_draft(person_id, form, subject)).scalar_one_or_none()
    mark, sealed = _mark(session, words, above.name), vault(session).seal(words)
    row = session.exec(
        select(Wish)
        .where(
            Wish.person_id == person_id,
            Wish.kind == kind,
            Wish.above_id == above_id,
            col(Wish.answered_at).is_(None),
        )
        .with_for_update()
    ).one_or_none()
    withdraw_wishes(session, person_id, form, subject, but=0 if row is None else row.id)
    if row is not None:
        row.typed_sealed, row.mark, row.draft_id, row.at = sealed, mark, draft_id, now(session)
        session.flush()
        return row.id
    row = Wish(
        person_id=person_id,
        kind=kind,
        above_id=above_id,
        draft_id=draft_id,
        mark=mark,
        typed_sealed=sealed,
        at=now(session),
    )
    session.add(row)
    session.flush()
    act, told = _MISSED[kind]
    audit.record(session, act, by=person_id, hat=None, subject=f"office:{above_id}")
    others = sa.select(sa.literal(1)).where(alike(row), waits(), col(Wish.id) != row.id).limit(1)
    if session.execute(others).first() is None:
        roles = {one.person_id: one.role_id for one in _responsible(session, above)}
        for officer, role_id in roles.items():
            facts: dict[str, str | int] = {above.kind.value: above.name, "typed": words}
            facts |= {"role": role_id, "wish": row.id}
            notices.owe(session, officer, told, facts, key=f"wish-made:{row.id}:{officer}")
    return row.id


def listed_as(session: Session, kind: OfficeKind, above_id: int, typed: str) -> OfficeView | None:
    """The office in the list that somebody overlooked: the same name, however it is written."""
    above = session.get(Office, above_id)
    key = "" if above is None else name_key(typed, above.name)
    if above is None or not key:
        return None
    held = col(Office.search_key).contains(key, autoescape=True)
    rows = session.exec(select(Office).where(Office.parent_id == above_id, Office.kind == kind, held)).all()
    return next((view_of(row) for row in rows if name_key(row.name, above.name) == key), None)


def _draft(person_id: int, form: str, subject: str) -> sa.Select[Any]:
    return sa.select(col(Draft.id)).where(
        col(Draft.person_id) == person_id, col(Draft.form) == form, col(Draft.subject) == subject
    )


def _responsible(session: Session, above: Office) -> tuple[Hat, ...]:
    """Who adds what lies below this office: its own officers, of a county without any the province's."""
    if above.kind is OfficeKind.COUNTY:
        own = officers(session, above.id, RoleKind.COUNTY_OFFICER)
        if own or above.province_id is None:
            return own
        return officers(session, above.province_id, RoleKind.PROVINCIAL_OFFICER)
    return officers(session, above.id, RoleKind.PROVINCIAL_OFFICER)


def withdraw_wishes(session: Session, person_id: int, form: str, subject: str = "", *, but: int = 0) -> None:
    """The open draft of this form waits for nothing any more (``but``: except this wish)."""
    session.execute(
        sa.delete(Wish)
        .where(
            col(Wish.person_id) == person_id,
            col(Wish.answered_at).is_(None),
            col(Wish.id) != but,
            col(Wish.draft_id).in_(_draft(person_id, form, subject)),
        )
        .execution_options(synchronize_session=False)
    )


def settle(
    session: Session,
    which: sa.ColumnElement[bool],
    answer: WishAnswer,
    *,
    by: Hat | None,
    above: Office,
    office: tuple[int, str] | None = None,
    reason: str = "",
) -> int:
    """Answer the waiting wishes that meet this condition and tell whoever waits; ``office`` is its id and its name.

    Returns how many were answered; 0 when nobody waits any more, or somebody else was first.
    """
    rows = session.execute(
        sa.update(Wish)
        .where(which, waits())
        .values(
            answer=answer,
            answered_at=now(session),
            answered_by=by.person_id if by else None,
            office_id=office[0] if office else None,
        )
        .returning(col(Wish.id), col(Wish.person_id), col(Wish.kind), col(Wish.typed_sealed))
        .execution_options(synchronize_session=False)
    ).all()
    safe = vault(session)
    for row in rows:
        facts: dict[str, str | int] = {
            "wish": row.id,
            "kind": row.kind.value,
            "typed": safe.open(row.typed_sealed),
            "above": above.name,
        }
        kind = notices.NoticeKind.WISH_DECLINED if office is None else notices.NoticeKind.WISH_MET
        facts |= {"reason": reason} if office is None else {"office": office[1], "answer": answer.value}
        notices.owe(session, row.person_id, kind, facts, key=f"wish-answered:{row.id}")
    if rows:
        audit.record(
            session,
            audit.AuditAct.WISH_ANSWERED,
            by=by.person_id if by else None,
            hat=by.role_id if by else None,
            subject=f"office:{above.id}",
            details={"answer": answer.value, "wishes": str(len(rows))} | ({"office": str(office[0])} if office else {}),
        )
    return len(rows)


def came(session: Session, offices: Iterable[tuple[int, OfficeKind, int | None, str]], by: Hat | None) -> None:
    """Offices were added (id, kind, the one above, name), by whatever way: whoever waits for one of that name hears."""
    by_place: dict[int, list[tuple[int, OfficeKind, str]]] = {}
    for office_id, kind, above_id, name in offices:
        if kind in _MISSED and above_id is not None:
            by_place.setdefault(above_id, []).append((office_id, kind, name))
    places = sorted(by_place)
    waited: set[int] = set()
    for start in range(0, len(places), _AT_ONCE):
        some = col(Wish.above_id).in_(places[start : start + _AT_ONCE])
        waited.update(session.execute(sa.select(col(Wish.above_id)).where(some, waits()).distinct()).scalars())
    for above_id in sorted(waited):
        above = session.get_one(Office, above_id)
        for office_id, kind, name in by_place[above_id]:
            same = sa.and_(
                col(Wish.above_id) == above_id,
                col(Wish.kind) == kind,
                col(Wish.mark) == _mark(session, name, above.name),
            )
            settle(session, same, WishAnswer.ADDED, by=by, above=above, office=(office_id, name))
