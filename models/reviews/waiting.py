"""What waits for a decision, as the inboxes read it: oldest first, from a place on, along the partial indexes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import orm
from sqlmodel import Session, col

from models.columns import UtcDateTime
from models.months.records import Month
from models.organisations import Hat, Office
from models.reviews import conflicts
from models.reviews.in_place import Turn, turn_of
from models.snapshots import SubjectKind
from models.units import Renewal, Unit

COUNTED: Final = 100
"""Counting stops here: «more than 99» is all that a menu says."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
# Written out, since a bound parameter would hide from the planner that the partial index fits.
SUBMITTED: Final[sa.ColumnElement[str]] = sa.literal_column("'submitted'")


TABLES: Final[Mapping[SubjectKind, type[Unit | Month | Renewal]]] = {
    SubjectKind.UNIT: Unit,
    SubjectKind.MONTH: Month,
    SubjectKind.LICENCE: Renewal,
}
"""Where a submission of each kind rests; all have union, state, revision, submission and receipt."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the inbox; ``str()`` is short enough for a button (26 characters at most with ids of nine digits)."""

    at: datetime
    id: int

    def __str__(self) -> str:
        return f"{(self.at - _EPOCH) // _MICROSECOND}.{self.id}"

    @classmethod
    def read(cls, written: str) -> "Cursor | None":
        """The place that ``str()`` wrote; None for anything else."""
        at, _, number = written.partition(".")
        if not (at.isascii() and at.isdigit() and number.isascii() and number.isdigit() and len(written) < 40):
            return None
        try:
            return cls(_EPOCH + int(at) * _MICROSECOND, int(number))
        except OverflowError:
            return None


def columns_of(kind: SubjectKind) -> tuple[Any, ...]:
    """What the inbox says of a submission."""
    table = TABLES[kind]
    columns: tuple[Any, ...] = (col(table.id), col(table.revision), col(Unit.title), col(table.submitted_at))
    if kind is SubjectKind.UNIT:
        return (*columns, col(Unit.late))
    if kind is SubjectKind.LICENCE:
        return columns
    return (*columns, col(Month.period), col(Month.late), col(Month.zero_reason))


def counted_of(session: Session, live: Hat, turn: Turn, kind: SubjectKind) -> int:
    """How many submissions an office decides on in the place of unions, counted up to 100."""
    arms = count_arms(live, turn, kind)
    if not arms:
        return 0
    found = sa.union(*(arm.limit(COUNTED).subquery().select() for arm in arms)).limit(COUNTED).subquery()
    counted: int = session.execute(sa.select(sa.func.count()).select_from(found)).scalar_one()
    return counted


def count_arms(live: Hat, turn: Turn, kind: SubjectKind) -> list[sa.Select[Any]]:
    """What is counted: along each union's own stretch of the inbox's index, and the units in conflict."""
    table: Any = TABLES[kind]
    arms = [
        _waiting(live, table, None, one.before, col(table.id)).where(col(table.union_id).in_(one.unions))
        for one in turn.opened
    ]
    if turn.units:
        unit = col(Unit.id) if kind is SubjectKind.UNIT else col(table.unit_id)
        arms.append(_waiting(live, table, None, None, col(table.id)).where(unit.in_(turn.units)))
    return arms


def page_of(session: Session, live: Hat, kind: SubjectKind, after: Cursor | None, limit: int) -> Sequence[sa.Row[Any]]:
    """The submissions that wait longest among those that an office decides on in the place of unions.

    Whichever they are, they lie with the unions whose oldest ones are the oldest: one look into the index a union,
    however much waits with each, then the first few of these unions.
    """
    turn = turn_of(session, live)
    heads = heads_query(live, turn, kind, after)
    unions = [] if heads is None else session.execute(heads.limit(limit)).all()
    arms = [
        page_arm(live, kind, after, before).where(union_of(kind) == union_id)
        for union_id, before in ((row.union_id, row.before) for row in unions)
    ]
    if turn.units:
        arms.append(page_arm(live, kind, after, None).where(col(Unit.id).in_(turn.units)))
    if not arms:
        return ()
    found = sa.union(*(arm.limit(limit).subquery().select() for arm in arms)).subquery()
    return session.execute(found.select().order_by(found.c.submitted_at, found.c.id).limit(limit)).all()


def heads_query(live: Hat, turn: Turn, kind: SubjectKind, after: Cursor | None) -> sa.Select[Any] | None:
    """The oldest submission after this place with each union, the oldest of these first; None without any union."""
    table = TABLES[kind]
    heads: list[Any] = []
    for one in turn.opened:
        # Both from the index, for each union by itself: a join to the table would let PostgreSQL read the whole of it.
        at, number = (_oldest(live, table, name, after, one.before) for name in ("submitted_at", "id"))
        before = sa.literal(one.before, UtcDateTime).label("before")
        query = sa.select(at.label("at"), number.label("id"), col(Office.id).label("union_id"), before)
        heads.append(query.where(col(Office.id).in_(one.unions)))
    if not heads:
        return None
    found = sa.union_all(*heads).subquery()
    query = sa.select(found.c.union_id, found.c.before).where(found.c["at"].is_not(None))
    return query.order_by(found.c["at"], found.c.id)


def _oldest(
    live: Hat, table: type[Unit | Month | Renewal], name: str, after: Cursor | None, before: datetime | None
) -> sa.ScalarSelect[Any]:
    """This column of the oldest submission that lies with the union of the outer row."""
    oldest: Any = orm.aliased(table)
    query = _waiting(live, oldest, after, before, getattr(oldest, name)).where(oldest.union_id == col(Office.id))
    return query.order_by(oldest.submitted_at, oldest.id).limit(1).correlate(Office).scalar_subquery()


def page_arm(live: Hat, kind: SubjectKind, after: Cursor | None, before: datetime | None) -> sa.Select[Any]:
    """What waits, oldest first, with the name of its union."""
    table: Any = TABLES[kind]
    query = _waiting(live, table, after, before, *columns_of(kind), col(Office.name).label("union_name"))
    query = query.select_from(table)
    if kind is not SubjectKind.UNIT:
        query = query.join(Unit, col(Unit.id) == col(table.unit_id))
    query = query.join(Office, col(Office.id) == col(table.union_id))
    return query.order_by(col(table.submitted_at), col(table.id))


def _waiting(live: Hat, table: Any, after: Cursor | None, before: datetime | None, *columns: Any) -> sa.Select[Any]:
    """What waits between two places, without that from which this officer steps aside."""
    unit = table.id if sa.inspect(table).mapper.class_ is Unit else table.unit_id
    query = sa.select(*columns).where(table.state == SUBMITTED, unit.not_in(conflicts.units_of(live.persons)))
    if before is not None:
        query = query.where(table.submitted_at < before)
    if after is not None:
        place = sa.tuple_(table.submitted_at, table.id)
        query = query.where(place > sa.tuple_(sa.literal(after.at, UtcDateTime), after.id))
    return query


def union_of(kind: SubjectKind) -> Any:
    """The column that says with which union a submission lies."""
    return col(TABLES[kind].union_id)
