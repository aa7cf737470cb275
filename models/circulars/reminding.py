"""Reminders of a circular: to those who have not acknowledged it and to offices that have not passed it on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, letters, notices
from models.circulars.addressees import facts_of, key_of, of_rung, office_facts
from models.circulars.composing import own
from models.circulars.escalating import look
from models.circulars.ladder import BESIDE, IS_WAITED_FOR, OF_OFFICES, PASSERS, circular_offices, recipient_of
from models.circulars.records import (
    Acknowledgement,
    Circular,
    CircularProblem,
    CircularState,
)
from models.clock import now
from models.columns import table_of
from models.letters import RuleKey
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import Hat, Office, Role
from models.reminders import Walked, day_of
from models.values.jalali import TEHRAN, tehran_date
from models.values.problem import Problem

PEOPLE: Final = 500
"""So many people are looked at in one transaction."""
OFFICES: Final = 30
"""To the people of so many offices something is owed in one transaction."""
AT_MOST: Final = timedelta(days=40)
"""So long after its end a circular is still reminded of by itself; the rule's days are fewer."""
_STATES: Final = (CircularState.TRYING, CircularState.SENDING, CircularState.DONE)
_notices: Final = table_of(Notice)
_offices: Final = table_of(Office)
_roles: Final = table_of(Role)
_acknowledged: Final = table_of(Acknowledgement)
_IS_OF_CIRCULAR: Final = sa.text("notices.circular_id IS NOT NULL")
_IS_SENT: Final = sa.text("notices.state = 'sent'")
_OFFICE_LEVELS: Final = tuple(level.value for level in OF_OFFICES)
_IS_SILENT: Final = sa.not_(
    sa.exists(
        sa.select(sa.literal(1)).where(
            _acknowledged.c.circular_id == _notices.c.circular_id,
            _acknowledged.c.person_id == _notices.c.person_id,
        )
    )
)
"""Whether a recipient has not acknowledged it."""


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
    before = at - timedelta(days=days)
    everybody, offices = _unread(session, row.id), _not_passed_on(session, row.id)
    people, due = _unread(session, row.id, before), _not_passed_on(session, row.id, before)
    if not everybody and not offices:
        return Problem(CircularProblem.NOBODY_LEFT)
    if not people and not due:  # a round by itself came to them meanwhile
        return Problem(CircularProblem.REMINDED_LATELY, {"at": _last(session, row.id, at), "days": days})
    row.reminding_at, row.reminding_all, row.reminded_to, row.reminded_at = at, True, 0, at
    session.flush()
    audit.record(
        session,
        audit.AuditAct.CIRCULAR_REMINDED,
        by=live.person_id,
        hat=live.role_id,
        subject=f"circular:{row.id}",
        details={"people": str(people), "offices": str(due)},
    )
    session.info[notices.OWES] = True
    return Reminding(people, due)


def _unread(session: Session, circular_id: int, before: datetime | None = None) -> int:
    """How many were sent it and have not acknowledged it.

    With ``before`` those alone who hear of it in a round: not reminded since then, and not as an office that others
    wait for, which is reminded of that instead.
    """
    counted = sa.select(sa.func.count()).where(
        _IS_OF_CIRCULAR, _notices.c.circular_id == circular_id, _IS_SENT, _IS_SILENT
    )
    if before is not None:
        counted = counted.where(_since(_notices.c.reminded_at, before), sa.not_(_passes(circular_id, before)))
    found: int = session.execute(counted).scalar_one()
    return found


def _not_passed_on(session: Session, circular_id: int, before: datetime | None = None) -> int:
    """How many offices were told and have not passed it on (nor been reminded since ``before``)."""
    late = () if before is None else (_since(circular_offices.c.reminded_at, before),)
    found: int = session.execute(
        sa.select(sa.func.count()).where(*_not_passed(circular_id), _told(circular_id), *late)
    ).scalar_one()
    return found


def _last(session: Session, circular_id: int, otherwise: datetime) -> datetime:
    """When somebody was reminded last."""
    people = sa.select(sa.func.max(_notices.c.reminded_at)).where(
        _IS_OF_CIRCULAR, _notices.c.circular_id == circular_id
    )
    offices = sa.select(sa.func.max(circular_offices.c.reminded_at)).where(
        circular_offices.c.circular_id == circular_id
    )
    found = [one for one in (session.execute(query).scalar_one() for query in (people, offices)) if one is not None]
    return max(found, default=otherwise)


def _since(reminded: sa.ColumnElement[Any], before: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(reminded.is_(None), reminded <= before)


def _passes(circular_id: int, before: datetime) -> sa.ColumnElement[bool]:
    """Whether a recipient passes on for an office that has not done so, and is due to be reminded of it."""
    rung = sa.case((_offices.c.kind.in_(BESIDE), _offices.c.parent_id), else_=_offices.c.id)
    return sa.exists(
        sa.select(sa.literal(1))
        .select_from(
            _roles.join(_offices, _offices.c.id == _roles.c.office_id).join(
                circular_offices,
                sa.and_(circular_offices.c.circular_id == circular_id, circular_offices.c.office_id == rung),
            )
        )
        .where(
            _roles.c.person_id == _notices.c.person_id,
            _roles.c.revoked_at.is_(None),
            _roles.c.kind.in_(sorted(PASSERS)),
            IS_WAITED_FOR,
            _since(circular_offices.c.reminded_at, before),
        )
        .correlate(_notices)
    )


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
    return row.looks_at is not None and row.looks_at <= now(session) and look(session, row)


def _go_round(session: Session, row: Circular) -> bool:
    """Offices first, so that whoever passes on hears that and not twice; then people by their ids."""
    assert row.reminding_at is not None
    told = facts_of(session, row)
    before = row.reminding_at - timedelta(days=_distance(session, row))
    if _remind_offices(session, row, told, before):
        return True
    until = row.reminded_to + PEOPLE
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
                _since(_notices.c.reminded_at, before),
                _IS_SILENT,
                *([] if row.reminding_all else [_due(_notices.c.sent_at, _windows(session, row))]),
            )
            .values(reminded_at=row.reminding_at)
            .returning(_notices.c.person_id)
        )
        .scalars()
        .all()
    )
    key = key_of(NoticeKind.CIRCULAR_REMINDER, row.id, row.reminding_at.isoformat())
    notices.owe_alike(session, people, NoticeKind.CIRCULAR_REMINDER, told, key)
    row.reminded_to = until
    if until >= row.plan_until:
        row.reminding_at, row.reminded_to = None, 0
    session.flush()
    return row.reminding_at is not None


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
            _since(circular_offices.c.reminded_at, before),
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
        for hat in of_rung(session, one.office_id):
            facts = {**told, "held": one.held, "rung": one.office_id, "role": hat.role_id, **office_facts(hat)}
            key = key_of(NoticeKind.CIRCULAR_WAITS, row.id, hat.role_id, hat.person_id, row.reminding_at.isoformat())
            notices.owe(session, hat.person_id, NoticeKind.CIRCULAR_WAITS, facts, key)
            reached.add(hat.person_id)
    session.connection().execute(
        sa.update(_notices)
        .where(_IS_OF_CIRCULAR, _notices.c.circular_id == row.id, _notices.c.person_id.in_(reached))
        .values(reminded_at=row.reminding_at)
    )
    return True


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
