"""Reminders of a circular: to those who have not acknowledged it and to offices that have not passed it on.

Of an urgent one the level above hears which offices, and a union how many of its units, stay silent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, letters, notices
from models.circulars.acknowledging import acknowledged
from models.circulars.closing import figures
from models.circulars.composing import own
from models.circulars.ladder import BESIDE, IS_WAITED_FOR, OF_OFFICES, PASSERS, circular_offices, recipient_of
from models.circulars.records import (
    Acknowledgement,
    Circular,
    CircularClass,
    CircularProblem,
    CircularState,
    Level,
)
from models.clock import now
from models.columns import table_of
from models.letters import RuleKey
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import DEEDS, Deed, Hat, Office, OfficeKind, officers
from models.reminders import Walked, day_of
from models.values.jalali import TEHRAN, tehran_date
from models.values.problem import Problem

PEOPLE: Final = 500
"""So many people are looked at in one transaction."""
OFFICES: Final = 30
"""To the people of so many offices something is owed in one transaction."""
MOST_LATE: Final = 600
"""So many silent offices are read at a time."""
NAMED: Final = 3
"""So many offices are named to the level above, the others counted."""
LOOK_AGAIN: Final = timedelta(minutes=15)
AT_MOST: Final = timedelta(days=40)
"""So long after its end a circular is still reminded of by itself; the rule's days are fewer."""
_STATES: Final = (CircularState.TRYING, CircularState.SENDING, CircularState.DONE)
_notices: Final = table_of(Notice)
_offices: Final = table_of(Office)
_acknowledged: Final = table_of(Acknowledgement)
_IS_OF_CIRCULAR: Final = sa.text("notices.circular_id IS NOT NULL")
_IS_SENT: Final = sa.text("notices.state = 'sent'")
_OFFICE_LEVELS: Final = tuple(level.value for level in OF_OFFICES)
_ISSUERS: Final = tuple(DEEDS[Deed.ISSUE_CIRCULAR])


@dataclass(frozen=True, slots=True)
class Reminding:
    """A round of reminders that was begun: how many have not acknowledged, and how many offices not passed on."""

    people: int
    offices: int


def remind(session: Session, by: Hat, circular_id: int) -> Reminding | Problem:
    """Begin a round of reminders by hand: to all who were sent it and have not acknowledged or passed it on."""
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if row.state not in _STATES or row.paused_at is not None:
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    at = now(session)
    days = _distance(session, row)
    if row.reminded_at is not None and at - row.reminded_at < timedelta(days=days):
        return Problem(CircularProblem.REMINDED_LATELY, {"at": row.reminded_at, "days": days})
    people = figures(session, row.id, (NoticeState.SENT,)).get(NoticeState.SENT, 0) - acknowledged(session, row.id).sent
    offices = session.execute(sa.select(sa.func.count()).where(*_not_passed(row.id), _told(row.id))).scalar_one()
    if people <= 0 and not offices:
        return Problem(CircularProblem.NOBODY_LEFT)
    row.reminding_at, row.reminding_all, row.reminded_to, row.reminded_at = at, True, 0, at
    session.flush()
    audit.record(
        session,
        audit.AuditAct.CIRCULAR_REMINDED,
        by=live.person_id,
        hat=live.role_id,
        subject=f"circular:{row.id}",
        details={"people": str(max(people, 0)), "offices": str(offices)},
    )
    session.info[notices.OWES] = True
    return Reminding(max(people, 0), offices)


def begin_reminders(session: Session, after: int = 0, limit: int = 100) -> Walked:
    """Begin today's rounds of circulars with ids above ``after``; what is owed in them, delivery's tending owes."""
    at = now(session)
    today = day_of(at)
    if today is None:
        return Walked(0, None)
    rows = session.execute(
        sa.select(col(Circular.id), col(Circular.office_id))
        .where(
            col(Circular.id) > after,
            col(Circular.state).in_(_STATES),
            col(Circular.paused_at).is_(None),
            col(Circular.reminding_at).is_(None),
            sa.or_(col(Circular.ended_at).is_(None), col(Circular.ended_at) > at - AT_MOST),
        )
        .order_by(col(Circular.id))
        .limit(limit)
    ).all()
    begun = [row.id for row in rows if letters.rule(session, RuleKey.CIRCULAR_REMINDERS, row.office_id, today).days]
    if begun:
        session.execute(
            sa.update(Circular)
            .where(col(Circular.id).in_(begun), col(Circular.reminding_at).is_(None))  # by hand meanwhile: stays so
            .values(reminding_at=at, reminding_all=False, reminded_to=0)
            .execution_options(synchronize_session=False)
        )
    return Walked(0, rows[-1].id if len(rows) == limit else None)


def _distance(session: Session, row: Circular) -> int:
    return letters.rule(session, RuleKey.CIRCULAR_DISTANCE, row.office_id, tehran_date(now(session))).number


# ---- tending ----


def watch(session: Session, row: Circular) -> bool:
    """Do the next piece of a round, or of telling the level above; True when there is more to do at once."""
    if row.state not in _STATES or row.paused_at is not None:
        if row.state is CircularState.WITHDRAWN and (row.reminding_at is not None or row.looks_at is not None):
            row.reminding_at = row.looks_at = None
            session.flush()
        return False
    if row.reminding_at is not None:
        return _go_round(session, row)
    return row.looks_at is not None and row.looks_at <= now(session) and _look(session, row)


def _go_round(session: Session, row: Circular) -> bool:
    """Offices first, so that whoever passes on hears that and not twice; then people by their ids."""
    assert row.reminding_at is not None
    told = _facts(session, row)
    before = row.reminding_at - timedelta(days=_distance(session, row))
    if _remind_offices(session, row, told, before):
        return True
    until = row.reminded_to + PEOPLE
    recent = sa.or_(_notices.c.reminded_at.is_(None), _notices.c.reminded_at <= before)
    silent = sa.not_(
        sa.exists(
            sa.select(sa.literal(1)).where(
                _acknowledged.c.circular_id == _notices.c.circular_id,
                _acknowledged.c.person_id == _notices.c.person_id,
            )
        )
    )
    people = (
        session.connection()
        .execute(
            sa.update(_notices)
            .where(
                _IS_OF_CIRCULAR,
                _notices.c.circular_id == row.id,
                _notices.c.person_id > row.reminded_to,
                _notices.c.person_id <= until,
                _IS_SENT,
                recent,
                silent,
                *([] if row.reminding_all else [_due(_notices.c.sent_at, _windows(session, row))]),
            )
            .values(reminded_at=row.reminding_at)
            .returning(_notices.c.person_id)
        )
        .scalars()
        .all()
    )
    key = f"circular-reminder:{row.id}:{row.reminding_at.isoformat()}"
    notices.owe_alike(session, people, NoticeKind.CIRCULAR_REMINDER, told, key)
    row.reminded_to = until
    if until >= row.plan_until:
        row.reminding_at, row.reminded_to = None, 0
    session.flush()
    return row.reminding_at is not None


def _facts(session: Session, row: Circular) -> dict[str, str | int]:
    return {
        "circular": row.id,
        "number": row.number,
        "subject": row.subject,
        "issuer": session.get_one(Office, row.office_id).name,
        "urgent": int(row.grade is CircularClass.URGENT),
    }


def _windows(session: Session, row: Circular) -> Sequence[tuple[datetime, datetime]]:
    """The days on which those were told who are reminded today."""
    assert row.reminding_at is not None
    today = tehran_date(row.reminding_at)
    days = letters.rule(session, RuleKey.CIRCULAR_REMINDERS, row.office_id, today).days
    return [(_midnight(today - timedelta(days=day)), _midnight(today - timedelta(days=day - 1))) for day in days if day]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=TEHRAN)


def _due(told: sa.ColumnElement[Any], windows: Iterable[tuple[datetime, datetime]]) -> sa.ColumnElement[bool]:
    return sa.or_(sa.false(), *(sa.and_(told >= first, told < last) for first, last in windows))


def _not_passed(circular_id: int) -> tuple[sa.TextClause, sa.ColumnElement[bool]]:
    return IS_WAITED_FOR, circular_offices.c.circular_id == circular_id


def _told(circular_id: int) -> sa.ColumnElement[bool]:
    return recipient_of(circular_id, circular_offices.c.office_id, (NoticeState.SENT,), PASSERS)


def _remind_offices(session: Session, row: Circular, told: Mapping[str, str | int], before: datetime) -> bool:
    """Owe a word to the officers of the next offices that were told and have not passed it on."""
    found = session.execute(
        sa.select(circular_offices.c.office_id, circular_offices.c.held)
        .where(
            *_not_passed(row.id),
            sa.or_(circular_offices.c.reminded_at.is_(None), circular_offices.c.reminded_at <= before),
            _told(row.id),
            *([] if row.reminding_all else [_due(_first_told(row.id), _windows(session, row))]),
        )
        .order_by(circular_offices.c.office_id)
        .limit(OFFICES)
    ).all()
    if not found:
        return False
    assert row.reminding_at is not None
    session.connection().execute(
        sa.update(circular_offices)
        .where(
            circular_offices.c.circular_id == row.id,
            circular_offices.c.office_id.in_([one.office_id for one in found]),
        )
        .values(reminded_at=row.reminding_at)
    )
    reached: set[int] = set()
    for one in found:
        for hat in _of_rung(session, one.office_id):
            facts = {**told, "held": one.held, "role": hat.role_id, **_named(hat)}
            key = f"circular-waits:{row.id}:{hat.role_id}:{hat.person_id}:{row.reminding_at.isoformat()}"
            notices.owe(session, hat.person_id, NoticeKind.CIRCULAR_WAITS, facts, key)
            reached.add(hat.person_id)
    session.connection().execute(
        sa.update(_notices)
        .where(_IS_OF_CIRCULAR, _notices.c.circular_id == row.id, _notices.c.person_id.in_(reached))
        .values(reminded_at=row.reminding_at)
    )
    return True


def _named(hat: Hat) -> dict[str, str]:
    return {"office": hat.office_name, "office-kind": hat.office_kind.value}


def _first_told(circular_id: int) -> sa.ColumnElement[Any]:
    """When an office was told first, as a member of which it was."""
    return (
        sa.select(sa.func.min(_notices.c.sent_at))
        .where(
            _IS_OF_CIRCULAR,
            _notices.c.circular_id == circular_id,
            _notices.c.office_id == circular_offices.c.office_id,
            _notices.c.level.in_(_OFFICE_LEVELS),
        )
        .correlate(circular_offices)
        .scalar_subquery()
    )


def _of_rung(session: Session, office_id: int) -> tuple[Hat, ...]:
    """Who passes on for this office; for a county also those of its chamber and commission."""
    own_ones = officers(session, office_id, *PASSERS)
    beside = session.execute(
        sa.select(_offices.c.id).where(_offices.c.parent_id == office_id, _offices.c.kind.in_(BESIDE))
    ).scalars()
    return (*own_ones, *(hat for one in beside for hat in officers(session, one, *PASSERS)))


# ---- to the level above ----


def _look(session: Session, row: Circular) -> bool:
    at = now(session)
    hours = letters.rule(session, RuleKey.CIRCULAR_HOURS, row.office_id, tehran_date(at)).number
    limit = at - timedelta(hours=hours)
    if _tell_of_offices(session, row, hours, limit) or _tell_of_units(session, row, hours, limit):
        return True
    open_still = row.ended_at is None or row.ended_at > limit - LOOK_AGAIN
    row.looks_at = at + LOOK_AGAIN if open_still else None
    session.flush()
    return False


def _silent(circular_id: int, levels: Sequence[str], limit: datetime) -> sa.ColumnElement[bool]:
    """Whether somebody of the office was told before the instant at one of these levels, and has not acknowledged."""
    return sa.exists(
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
            _notices.c.sent_at <= limit,
            _acknowledged.c.first_at.is_(None),
        )
        .correlate(circular_offices)
    )


def _said(circular_id: int) -> sa.ColumnElement[bool]:
    """Whether somebody of the office has acknowledged."""
    return sa.exists(
        sa.select(sa.literal(1))
        .where(
            _IS_OF_CIRCULAR,
            _notices.c.circular_id == circular_id,
            _notices.c.office_id == circular_offices.c.office_id,
            _notices.c.level.in_(_OFFICE_LEVELS),
            _acknowledged.c.circular_id == circular_id,
            _acknowledged.c.person_id == _notices.c.person_id,
        )
        .correlate(circular_offices)
    )


def _tell_of_offices(session: Session, row: Circular, hours: int, limit: datetime) -> bool:
    """Name silent offices to those above them, each once; nobody of them has acknowledged in time."""
    late = session.execute(
        sa.select(circular_offices.c.office_id, circular_offices.c.above_id, _offices.c.name)
        .join(_offices, _offices.c.id == circular_offices.c.office_id)
        .where(
            circular_offices.c.circular_id == row.id,
            circular_offices.c.late_told_at.is_(None),
            circular_offices.c.office_id != row.office_id,
            _silent(row.id, _OFFICE_LEVELS, limit),
            sa.not_(_said(row.id)),
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
    told, at = _facts(session, row), now(session)
    for above in done:
        names = [one.name for one in groups[above]]
        facts = {
            **told,
            "hours": hours,
            "number-late": len(names),
            **{f"late-{place}": name for place, name in enumerate(names[:NAMED], 1)},
            "branch": above or 0,
        }
        for hat in _above(session, row, above):
            key = f"circular-late:{row.id}:{above or 0}:{hat.role_id}:{hat.person_id}:{at.isoformat()}"
            notices.owe(session, hat.person_id, NoticeKind.CIRCULAR_LATE, {**facts, "role": hat.role_id}, key)
    _mark(session, row.id, "late_told_at", [one.office_id for above in done for one in groups[above]])
    return True


def _above(session: Session, row: Circular, above: int | None) -> tuple[Hat, ...]:
    """Who hears of it: those of the office above, else of the issuing one."""
    hats = () if above is None else _of_rung(session, above)
    return hats or officers(session, row.office_id, *_ISSUERS)


def _tell_of_units(session: Session, row: Circular, hours: int, limit: datetime) -> bool:
    """Tell unions how many of their units stay silent, each once."""
    unions = (
        session.execute(
            sa.select(circular_offices.c.office_id)
            .join(_offices, _offices.c.id == circular_offices.c.office_id)
            .where(
                circular_offices.c.circular_id == row.id,
                circular_offices.c.late_units_told_at.is_(None),
                _offices.c.kind == OfficeKind.UNION,
                _silent(row.id, (Level.UNIT.value,), limit),
            )
            .order_by(circular_offices.c.office_id)
            .limit(OFFICES)
        )
        .scalars()
        .all()
    )
    if not unions:
        return False
    silent = session.execute(
        sa.select(_notices.c.office_id, sa.func.count())
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
            _notices.c.circular_id == row.id,
            _notices.c.office_id.in_(unions),
            _notices.c.level == Level.UNIT.value,
            _notices.c.sent_at <= limit,
            _acknowledged.c.first_at.is_(None),
        )
        .group_by(_notices.c.office_id)
    )
    told = _facts(session, row)
    for union_id, number in silent:
        for hat in officers(session, union_id, *PASSERS):
            facts = {**told, "hours": hours, "units": number, "branch": union_id, "role": hat.role_id}
            key = f"circular-late-units:{row.id}:{hat.role_id}:{hat.person_id}"
            notices.owe(session, hat.person_id, NoticeKind.CIRCULAR_LATE_UNITS, facts, key)
    _mark(session, row.id, "late_units_told_at", unions)
    return True


def _mark(session: Session, circular_id: int, column: str, offices: Sequence[int]) -> None:
    session.connection().execute(
        sa.update(circular_offices)
        .where(circular_offices.c.circular_id == circular_id, circular_offices.c.office_id.in_(offices))
        .values({column: now(session)})
    )


def look_after(row: Circular) -> None:
    """From its plan on, an urgent circular is looked after."""
    if row.grade is CircularClass.URGENT and row.starts_at is not None:
        row.looks_at = row.starts_at
