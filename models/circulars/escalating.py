"""Of an urgent circular the level above hears which offices, and a union how many of its units, leave it lying."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session

from models import letters, notices
from models.circulars.addressees import facts_of, key_of, of_rung
from models.circulars.ladder import BESIDE, IS_WAITED_FOR, OF_OFFICES, PASSERS, circular_offices
from models.circulars.records import Acknowledgement, Circular, CircularClass, Level
from models.clock import now
from models.columns import table_of
from models.letters import RuleKey
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import DEEDS, Deed, Hat, Office, OfficeKind, officers
from models.organisations.offices import NATIONAL
from models.values.jalali import tehran_date

OFFICES: Final = 30
"""To the people of so many offices something is owed in one transaction."""
MOST_LATE: Final = 600
"""So many silent offices are read at a time."""
NAMED: Final = 3
"""So many offices are named to the level above, the others counted."""
LOOK_AGAIN: Final = timedelta(minutes=15)
TELL_AGAIN: Final = timedelta(days=1)
"""A union hears of further silent units not before."""
_notices: Final = table_of(Notice)
_offices: Final = table_of(Office)
_acknowledged: Final = table_of(Acknowledgement)
_IS_OF_CIRCULAR: Final = sa.text("notices.circular_id IS NOT NULL")
_OFFICE_LEVELS: Final = tuple(level.value for level in OF_OFFICES)
_UNREACHED: Final = (NoticeState.PARKED, NoticeState.REFUSED, NoticeState.UNCERTAIN, NoticeState.RETRY)
_ISSUERS: Final = tuple(DEEDS[Deed.ISSUE_CIRCULAR])


class Lag(StrEnum):
    """What an office has left undone; named by the message ``circular-lag-<lag>``."""

    UNREAD = "unread"
    """It was sent to somebody there in time, and nobody of them has acknowledged it."""
    UNREACHED = "unreached"
    """Nobody there could be told, or nobody knows whether."""
    NOT_PASSED = "not-passed"
    """It was acknowledged there in time, and not passed on to those who wait for it."""


def look_after(row: Circular) -> None:
    """From its plan on, an urgent circular is looked after."""
    if row.grade is CircularClass.URGENT and row.starts_at is not None:
        row.looks_at = row.starts_at


def look(session: Session, row: Circular) -> bool:
    """Tell the next ones who is late; True when there may be more of them."""
    at = now(session)
    hours = letters.rule(session, RuleKey.CIRCULAR_HOURS, row.office_id, tehran_date(at)).number
    limit = at - timedelta(hours=hours)
    if _tell_of_offices(session, row, hours, limit) or _tell_of_units(session, row, hours, limit):
        return True
    open_still = row.ended_at is None or row.ended_at > limit - TELL_AGAIN - LOOK_AGAIN
    row.looks_at = at + LOOK_AGAIN if open_still else None
    session.flush()
    return False


# ---- what is late ----


def _recipient(circular_id: int, levels: Sequence[str], *where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """The office's recipients at these levels, each with the acknowledgement if there is one."""
    return (
        sa.select(sa.literal(1))
        .select_from(
            _notices.outerjoin(
                _acknowledged,
                sa.and_(
                    _acknowledged.c.circular_id == _notices.c.circular_id,
                    _acknowledged.c.person_id == _notices.c.person_id,
                ),
            )
        )
        .where(
            _IS_OF_CIRCULAR,
            _notices.c.circular_id == circular_id,
            _notices.c.office_id == circular_offices.c.office_id,
            _notices.c.level.in_(tuple(levels)),
            *where,
        )
        .correlate(circular_offices)
    )


def _silent(circular_id: int, levels: Sequence[str], limit: datetime) -> sa.ColumnElement[bool]:
    """Whether somebody of the office was told before the instant at one of these levels, and has not acknowledged."""
    told = (_notices.c.sent_at <= limit, _acknowledged.c.first_at.is_(None))
    return sa.exists(_recipient(circular_id, levels, *told))


def _unreached(row: Circular, limit: datetime) -> sa.ColumnElement[bool]:
    """Whether somebody of the office could not be told, nobody was, and the way to it has been open for so long."""
    above = circular_offices.alias("above")
    opened = (
        sa.select(above.c.passed_at)
        .where(above.c.circular_id == row.id, above.c.office_id == circular_offices.c.above_id)
        .correlate(circular_offices)
        .scalar_subquery()
    )
    begun = sa.literal(row.started_at or row.starts_at, circular_offices.c.passed_at.type)
    return sa.and_(
        sa.func.coalesce(opened, begun) <= limit,
        sa.exists(_recipient(row.id, _OFFICE_LEVELS, _notices.c.state.in_(_UNREACHED))),
        sa.not_(sa.exists(_recipient(row.id, _OFFICE_LEVELS, _notices.c.state == NoticeState.SENT))),
    )


def _said(circular_id: int) -> sa.ColumnElement[bool]:
    """Whether somebody of the office has acknowledged."""
    return sa.exists(_recipient(circular_id, _OFFICE_LEVELS, _acknowledged.c.first_at.is_not(None)))


def _said_of_rung(circular_id: int, limit: datetime) -> sa.ColumnElement[bool]:
    """Whether somebody of the office, or beside it, has acknowledged before the instant."""
    beside = _offices.alias("beside")
    of_it = (
        _IS_OF_CIRCULAR,
        _notices.c.circular_id == circular_id,
        _notices.c.level.in_(_OFFICE_LEVELS),
        _acknowledged.c.circular_id == circular_id,
        _acknowledged.c.person_id == _notices.c.person_id,
        _acknowledged.c.first_at <= limit,
    )
    there = sa.select(sa.literal(1)).select_from(_notices, _acknowledged)
    return sa.or_(
        sa.exists(
            there.where(_notices.c.office_id == circular_offices.c.office_id, *of_it).correlate(circular_offices)
        ),
        sa.exists(
            there.select_from(beside)
            .where(
                beside.c.parent_id == circular_offices.c.office_id,
                beside.c.kind.in_(BESIDE),
                _notices.c.office_id == beside.c.id,
                *of_it,
            )
            .correlate(circular_offices)
        ),
    )


# ---- to the level above ----


def _tell_of_offices(session: Session, row: Circular, hours: int, limit: datetime) -> bool:
    """Name offices that leave it lying to those above them: once for being silent, once for not passing it on."""
    unread = _silent(row.id, _OFFICE_LEVELS, limit)
    silent = sa.and_(
        circular_offices.c.late_told_at.is_(None), sa.not_(_said(row.id)), sa.or_(unread, _unreached(row, limit))
    )
    idle = sa.and_(circular_offices.c.late_passing_told_at.is_(None), IS_WAITED_FOR, _said_of_rung(row.id, limit))
    province = _offices.alias("province")
    late = session.execute(
        sa.select(
            circular_offices.c.office_id,
            circular_offices.c.above_id,
            _offices.c.name,
            _offices.c.kind,
            province.c.name.label("province"),
            sa.case((idle, Lag.NOT_PASSED.value), (unread, Lag.UNREAD.value), else_=Lag.UNREACHED.value).label("lag"),
        )
        .join(_offices, _offices.c.id == circular_offices.c.office_id)
        .outerjoin(province, province.c.id == _offices.c.province_id)
        .where(
            circular_offices.c.circular_id == row.id,
            circular_offices.c.office_id != row.office_id,
            sa.or_(silent, idle),
        )
        .order_by(circular_offices.c.above_id, _offices.c.sort_key, _offices.c.id)
        .limit(MOST_LATE)
    ).all()
    if not late:
        return False
    groups: dict[int | None, list[sa.Row[Any]]] = {}
    for one in late:
        groups.setdefault(one.above_id, []).append(one)
    # The last one may go on behind what was read.
    done = list(groups)[: OFFICES if len(late) < MOST_LATE else min(OFFICES, max(len(groups) - 1, 1))]
    national = session.get_one(Office, row.office_id).kind in NATIONAL
    twice = _twice(session, {one.name for one in groups.get(None, ()) if one.kind is OfficeKind.COUNTY})
    told, at = facts_of(session, row), now(session)
    for above in done:
        facts = {**told, "hours": hours, "number-late": len(groups[above]), "branch": above or 0}
        for place, one in enumerate(groups[above][:NAMED], 1):
            facts |= {f"late-{place}": one.name, f"late-{place}-kind": one.kind.value, f"late-{place}-lag": one.lag}
            if above is None and national and one.name in twice:
                facts[f"late-{place}-province"] = one.province
        for hat in _above(session, row, above):
            key = key_of(NoticeKind.CIRCULAR_LATE, row.id, above or 0, hat.role_id, hat.person_id, at.isoformat())
            notices.owe(session, hat.person_id, NoticeKind.CIRCULAR_LATE, {**facts, "role": hat.role_id}, key)
    told_of = [one for above in done for one in groups[above]]
    for column, idly in (("late_told_at", False), ("late_passing_told_at", True)):
        ids = [one.office_id for one in told_of if (one.lag == Lag.NOT_PASSED) is idly]
        _mark(session, row.id, ids, **{column: at})
    return True


def _twice(session: Session, names: Collection[str]) -> frozenset[str]:
    """Of these names of counties, those that several bear."""
    if not names:
        return frozenset()
    rows = session.execute(
        sa.select(_offices.c.name)
        .where(_offices.c.kind == OfficeKind.COUNTY, _offices.c.name.in_(tuple(names)))
        .group_by(_offices.c.name)
        .having(sa.func.count() > 1)
    )
    return frozenset(rows.scalars())


def _above(session: Session, row: Circular, above: int | None) -> tuple[Hat, ...]:
    """Who hears of it: those of the office above, else of the issuing one."""
    hats = () if above is None else of_rung(session, above)
    return hats or officers(session, row.office_id, *_ISSUERS)


def _mark(session: Session, circular_id: int, offices: Sequence[int], **values: object) -> None:
    if offices:
        session.connection().execute(
            sa.update(circular_offices)
            .where(circular_offices.c.circular_id == circular_id, circular_offices.c.office_id.in_(offices))
            .values(**values)
        )


# ---- to a union ----


def _tell_of_units(session: Session, row: Circular, hours: int, limit: datetime) -> bool:
    """Tell unions how many of their units stay silent, and a day later again if there are more of them by then."""
    at = now(session)
    unit = (Level.UNIT.value,)
    found = session.execute(
        sa.select(circular_offices.c.office_id, circular_offices.c.late_units)
        .join(_offices, _offices.c.id == circular_offices.c.office_id)
        .where(
            circular_offices.c.circular_id == row.id,
            sa.or_(
                circular_offices.c.late_units_told_at.is_(None),
                circular_offices.c.late_units_told_at <= at - TELL_AGAIN,
            ),
            _offices.c.kind == OfficeKind.UNION,
            _silent(row.id, unit, limit),
        )
        .order_by(circular_offices.c.office_id)
        .limit(OFFICES)
    ).all()
    if not found:
        return False
    before = {one.office_id: one.late_units for one in found}
    late = session.execute(
        sa.select(circular_offices.c.office_id, sa.func.count())
        .select_from(
            circular_offices.join(
                _notices,
                sa.and_(
                    _IS_OF_CIRCULAR,
                    _notices.c.circular_id == circular_offices.c.circular_id,
                    _notices.c.office_id == circular_offices.c.office_id,
                    _notices.c.level == Level.UNIT.value,
                ),
            ).outerjoin(
                _acknowledged,
                sa.and_(
                    _acknowledged.c.circular_id == _notices.c.circular_id,
                    _acknowledged.c.person_id == _notices.c.person_id,
                ),
            )
        )
        .where(
            circular_offices.c.circular_id == row.id,
            circular_offices.c.office_id.in_(tuple(before)),
            _notices.c.sent_at <= limit,
            _acknowledged.c.first_at.is_(None),
        )
        .group_by(circular_offices.c.office_id)
    ).all()
    told = facts_of(session, row)
    for union_id, number in late:
        if number > before[union_id]:
            for hat in officers(session, union_id, *PASSERS):
                facts = {**told, "hours": hours, "units": number, "branch": union_id, "role": hat.role_id}
                key = key_of(NoticeKind.CIRCULAR_LATE_UNITS, row.id, hat.role_id, hat.person_id, at.isoformat())
                notices.owe(session, hat.person_id, NoticeKind.CIRCULAR_LATE_UNITS, facts, key)
            _mark(session, row.id, (union_id,), late_units=number)
    # Looked at, and not again today, whether there were more of them or not.
    _mark(session, row.id, tuple(before), late_units_told_at=at)
    return True
