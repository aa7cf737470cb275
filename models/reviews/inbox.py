"""The union's inbox: counts and pages, oldest first, as fast at the end as at the beginning."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.clock import now
from models.columns import UtcDateTime
from models.organisations import Deed, Hat, reaches
from models.reviews.conflicts import units_of
from models.reviews.in_place import turn_of
from models.reviews.problems import ReviewProblem
from models.reviews.waiting import COUNTED, SUBMITTED, TABLES, Cursor, columns_of, counted_of, page_of
from models.snapshots import Subject, SubjectKind
from models.units import Unit, contested
from models.values.jalali import JalaliMonth
from models.values.problem import Problem


@dataclass(frozen=True, slots=True)
class InboxCounts:
    """How many submissions wait; 100 means 100 or more."""

    units: int
    months: int
    licences: int = 0

    @property
    def any(self) -> bool:
        """Whether anything waits."""
        return bool(self.units or self.months or self.licences)


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One submission that waits. ``month``: of a month's figures alone; ``days`` counts whole days of waiting.

    ``again``: it was sent back before and came again.
    """

    subject: Subject
    revision: int
    title: str
    month: JalaliMonth | None
    submitted_at: datetime
    days: int
    again: bool
    late: bool = False
    zero: bool = False
    contested: bool = False
    union: str | None = None
    """Whose place the office takes; None in the union's own inbox."""

    @property
    def cursor(self) -> Cursor:
        """Where the inbox goes on after this one."""
        return Cursor(self.submitted_at, self.subject.id)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the inbox; ``next`` leads to the following one, None at the end."""

    items: tuple[InboxItem, ...]
    next: Cursor | None


def inbox_counts(session: Session, hat: Hat) -> InboxCounts | Problem:
    """How many registrations, months and renewed licences wait for this approver, without the own; up to 100 each."""
    looking = _looking(session, hat)
    if looking is None:
        return Problem(ReviewProblem.NOT_YOURS)
    live, in_place = looking
    if in_place:
        turn = turn_of(session, live)
        return InboxCounts(*(counted_of(session, live, turn, kind) for kind in TABLES))

    def waiting(kind: SubjectKind) -> int:
        table = TABLES[kind]
        # In the inbox's order: an empty pile is then found empty along its index, without reading the union's units.
        pile = _waiting(live, kind, sa.literal(1)).order_by(col(table.submitted_at), col(table.id))
        found = pile.limit(COUNTED).subquery()
        counted: int = session.execute(sa.select(sa.func.count()).select_from(found)).scalar_one()
        return counted

    return InboxCounts(*(waiting(kind) for kind in TABLES))


def inbox_page(
    session: Session, hat: Hat, kind: SubjectKind, after: Cursor | None = None, limit: int = 6
) -> Page | Problem:
    """The submissions that wait longest, from ``after`` on; the approver's own units are left out."""
    looking = _looking(session, hat)
    if looking is None:
        return Problem(ReviewProblem.NOT_YOURS)
    live, in_place = looking
    if in_place:
        rows = page_of(session, live, kind, after, limit + 1)
    else:
        rows = session.execute(page_query(live, kind, after).limit(limit + 1)).all()
    instant = now(session)
    shown = rows[:limit]
    rivalled = contested(session, [row.id for row in shown]) if kind is SubjectKind.UNIT else frozenset()
    items = tuple(_item(kind, row, instant, contested=row.id in rivalled) for row in shown)
    return Page(items, items[-1].cursor if len(rows) > limit else None)


def next_item(session: Session, hat: Hat, kind: SubjectKind, after: Cursor | None = None) -> InboxItem | Problem | None:
    """The submission that waits longest after this place; None when there is none."""
    page = inbox_page(session, hat, kind, after, limit=1)
    if isinstance(page, Problem):
        return page
    return page.items[0] if page.items else None


def page_query(hat: Hat, kind: SubjectKind, after: Cursor | None) -> sa.Select[Any]:
    """The statement behind a page: along the partial index from ``after`` on, so that depth costs nothing."""
    table = TABLES[kind]
    query = _waiting(hat, kind, *columns_of(kind)).order_by(col(table.submitted_at), col(table.id))
    if after is None:
        return query
    place = sa.tuple_(col(table.submitted_at), col(table.id))
    return query.where(place > sa.tuple_(sa.literal(after.at, UtcDateTime), after.id))


def _looking(session: Session, hat: Hat) -> tuple[Hat, bool] | None:
    """The live hat of somebody who decides, and whether that is in a union's place."""
    for deed in (Deed.REVIEW, Deed.REVIEW_IN_PLACE):
        if reaches(hat, deed) is not None:
            live = organisations.hat(session, hat.person_id, hat.role_id)
            return None if isinstance(live, Problem) else (live, deed is Deed.REVIEW_IN_PLACE)
    return None


def _waiting(hat: Hat, kind: SubjectKind, *columns: Any) -> sa.Select[Any]:
    # What the approver steps aside from as a list of few: a condition on the joined unit makes SQLite read all units.
    aside = units_of(hat.persons)
    if kind is SubjectKind.UNIT:
        query = sa.select(*columns).select_from(Unit)
        query = query.where(col(Unit.union_id) == hat.office_id, col(Unit.state) == SUBMITTED)
        return query.where(col(Unit.id).not_in(aside))
    table: Any = TABLES[kind]
    query = sa.select(*columns).select_from(table).join(Unit, col(Unit.id) == col(table.unit_id))
    query = query.where(col(table.union_id) == hat.office_id, col(table.state) == SUBMITTED)
    return query.where(col(table.unit_id).not_in(aside))


def _item(kind: SubjectKind, row: sa.Row[Any], instant: datetime, *, contested: bool) -> InboxItem:
    month = kind is SubjectKind.MONTH
    return InboxItem(
        subject=Subject(kind, row.id),
        revision=row.revision,
        title=row.title,
        month=JalaliMonth.from_index(row.period) if month else None,
        submitted_at=row.submitted_at,
        days=(instant - row.submitted_at).days,
        again=row.revision > 1,
        late=getattr(row, "late", False),
        zero=month and row.zero_reason is not None,
        contested=contested,
        union=getattr(row, "union_name", None),
    )
