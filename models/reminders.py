"""Reminders that the calendar owes: months to be recorded, reviews that wait too long.

Each is owed once, however often it is asked for: its key holds the day. They are owed from ten o'clock in Tehran on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import letters, notices
from models.clock import now
from models.letters import RuleKey, RuleRow
from models.months import Deadline, Month, deadline
from models.notices import NoticeKind
from models.organisations import Office, Role, RoleKind, hat
from models.organisations.roles import lent
from models.reviews import Conflict, inbox_counts
from models.reviews.conflicts import units_of
from models.reviews.in_place import RULES
from models.units import LICENSED_FROM, Renewal, Unit, UnitState, delegates_of
from models.values.jalali import TEHRAN, JalaliMonth, jalali, tehran_date
from models.values.problem import Problem

HOUR: Final = 10
GAP: Final = 3
"""From so many missing months in a row on, the reminder speaks of the risk."""
LAST_DAY: Final = 0
"""In the rule ``reminder.days``: the month's own last day, for Esfand also its 20th (Nowruz shuts the offices)."""
WEEK: Final = 7
ESFAND: Final = 12
ESFAND_DAY: Final = 20
# Written out, since a bound parameter would hide from the planner that the partial index fits.
_SUBMITTED: Final[sa.ColumnElement[str]] = sa.literal_column("'submitted'")


@dataclass(frozen=True, slots=True)
class Walked:
    """One page of a walk: how many reminders it owed, and where to go on (None: it is done)."""

    owed: int
    next: int | None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What one union's rules ask for today: which month the reminder is about."""

    month: JalaliMonth
    until: Deadline
    opens: date | None
    risk: int


@dataclass(frozen=True, slots=True)
class _Overdue:
    """How many registrations, months and renewed licences wait too long with a union, since when the oldest does."""

    units: int
    months: int
    licences: int
    oldest: datetime | None


def day_of(instant: datetime) -> date | None:
    """The day (in Tehran) whose reminders are owed at this instant; None before ten o'clock."""
    here = instant.astimezone(TEHRAN)
    return here.date() if here.hour >= HOUR else None


def remind_of_months(session: Session, after: int = 0, limit: int = 200) -> Walked:
    """Owe today's month reminders to owners and delegates of confirmed units of an id above ``after``, a page of units.

    A unit is reminded of the last finished month unless that is recorded (in whatever state) or lies before the
    licence; on a month's last day of the month that ends. ``reminder.days`` says on which days.
    """
    today = day_of(now(session))
    if today is None or not _possible(session, today):
        return Walked(0, None)
    units = session.execute(
        sa.select(
            col(Unit.id), col(Unit.owner_id), col(Unit.union_id), col(Unit.title), LICENSED_FROM.label("licensed_from")
        )
        .where(col(Unit.id) > after, col(Unit.state) == UnitState.CONFIRMED)
        .order_by(col(Unit.id))
        .limit(limit)
    ).all()
    plans = _plans(session, {unit.union_id for unit in units}, today)
    last = _last_recorded(session, [unit.id for unit in units], JalaliMonth.of_date(today))
    delegated = delegates_of(session, [unit.id for unit in units])
    owed = 0
    for unit in units:
        plan = plans[unit.union_id]
        first = JalaliMonth.of_date(unit.licensed_from)
        if plan is None or plan.month < first:
            continue
        recorded = last.get(unit.id, first.index - 1)
        if recorded >= plan.month.index:
            continue
        finished = plan.month if plan.opens is None else plan.month.previous()
        gap = finished.index - max(recorded, first.index - 1)
        facts: dict[str, str | int] = {
            "unit": unit.id,
            "title": unit.title,
            "period": plan.month.index,
            "deadline": plan.until.day.isoformat(),
            "days": (plan.until.day - today).days,
            "opens": plan.opens.isoformat() if plan.opens else "",
        }
        if gap >= GAP:
            facts |= {"gap": gap, "risk": plan.risk}
        key = f"month-reminder:{unit.id}:{plan.month.index}:{today.isoformat()}"
        owed += notices.owe(session, unit.owner_id, NoticeKind.MONTH_REMINDER, facts, key)
        for person_id in delegated.get(unit.id, ()):
            owed += notices.owe(session, person_id, NoticeKind.MONTH_REMINDER, facts, f"{key}:{person_id}")
    return Walked(owed, units[-1].id if len(units) == limit else None)


def remind_of_reviews(session: Session, after: int = 0, limit: int = 100) -> Walked:
    """Owe today's review reminders to the approvers of unions with an id above ``after``, a page of unions.

    An approver is reminded, at most once a week, while something has waited longer than ``review.days``; not of the
    units that others decide on, the own ones and those of a conflict of interest.
    """
    instant = now(session)
    today = day_of(instant)
    if today is None:
        return Walked(0, None)
    lately = [today - timedelta(days=days) for days in range(1, WEEK)]
    waiting = sa.union(
        sa.select(col(Unit.union_id)).where(col(Unit.state) == _SUBMITTED, col(Unit.union_id) > after),
        sa.select(col(Month.union_id)).where(col(Month.state) == _SUBMITTED, col(Month.union_id) > after),
        sa.select(col(Renewal.union_id)).where(col(Renewal.state) == _SUBMITTED, col(Renewal.union_id) > after),
    ).subquery()
    unions = session.execute(
        sa.select(waiting.c.union_id, col(Office.name))
        .join(Office, col(Office.id) == waiting.c.union_id)
        .order_by(waiting.c.union_id)
        .limit(limit)
    ).all()
    owed = 0
    for union_id, name in unions:
        days = letters.rule(session, RuleKey.REVIEW_DAYS, union_id, today).number
        overdue = _overdue(session, union_id, instant - timedelta(days=days))
        if overdue.oldest is None:
            continue
        for role_id, person_id, owns, stands_in in _approvers(session, union_id):
            key = f"review-reminder:{union_id}:{role_id}:" + ("" if stands_in is None else f"{person_id}:")
            others = _overdue(session, union_id, instant - timedelta(days=days), person_id) if owns else overdue
            if others.oldest is None or notices.owed_before(session, (key + day.isoformat() for day in lately)):
                continue
            facts: dict[str, str | int] = {
                "office": name,
                "units": others.units,
                "months": others.months,
                "days": days,
                "oldest": (today - tehran_date(others.oldest)).days,
                "role": role_id,
            }
            if others.licences:
                facts["licences"] = others.licences
            owed += notices.owe(session, person_id, NoticeKind.REVIEW_REMINDER, facts, key + today.isoformat())
    return Walked(owed, unions[-1].union_id if len(unions) == limit else None)


def remind_in_place(session: Session, after: int = 0, limit: int = 50) -> Walked:
    """Owe today's reminders of what came to counties and provinces because unions are silent or cannot decide.

    Each officer with a role of an id above ``after``, a page of roles, hears at most once a week, and only of what the
    own inbox holds now. The calendar alone asks for this, never a case of order registration.
    """
    today = day_of(now(session))
    if today is None:
        return Walked(0, None)
    lately = [today - timedelta(days=days) for days in range(1, WEEK)]
    roles = session.execute(
        sa.select(col(Role.id), col(Role.person_id))
        .where(col(Role.id) > after, col(Role.kind).in_(tuple(RULES)), col(Role.revoked_at).is_(None))
        .order_by(col(Role.id))
        .limit(limit)
    ).all()
    owed = 0
    for role_id, person_id in roles:
        live = hat(session, person_id, role_id)
        key = f"in-place-reminder:{role_id}:"
        if isinstance(live, Problem) or notices.owed_before(session, (key + day.isoformat() for day in lately)):
            continue
        waits = inbox_counts(session, live)
        if isinstance(waits, Problem) or not waits.any:
            continue
        facts: dict[str, str | int] = {
            "office": live.office_name,
            "office-kind": live.office_kind.value,
            "units": waits.units,
            "months": waits.months,
            "role": role_id,
        }
        if waits.licences:
            facts["licences"] = waits.licences
        owed += notices.owe(session, person_id, NoticeKind.IN_PLACE_REMINDER, facts, key + today.isoformat())
    return Walked(owed, roles[-1].id if len(roles) == limit else None)


def _overdue(session: Session, union_id: int, before: datetime, without: int | None = None) -> _Overdue:
    """What waits since before the instant, ``without`` what this person steps aside from; from the inbox's index."""

    def waiting(table: type[Unit | Month | Renewal]) -> tuple[int, datetime | None]:
        query = sa.select(sa.func.count(), sa.func.min(col(table.submitted_at))).where(
            col(table.state) == _SUBMITTED,
            col(table.union_id) == union_id,
            col(table.submitted_at) < before,
        )
        if without is not None:
            unit = col(Unit.id) if issubclass(table, Unit) else col(table.unit_id)
            query = query.where(unit.not_in(units_of((without,))))
        number, oldest = session.execute(query).one()
        return number, oldest

    units, months, licences = waiting(Unit), waiting(Month), waiting(Renewal)
    since = min((oldest for _, oldest in (units, months, licences) if oldest is not None), default=None)
    return _Overdue(units[0], months[0], licences[0], since)


def _approvers(session: Session, union_id: int) -> Iterable[tuple[int, int, bool, int | None]]:
    """Each live role with its person, whether that person steps aside from units of this union, and for whom it is.

    A stand-in is looked at as if there were such units: that only costs a statement.
    """
    of_union = (col(Role.office_id) == union_id, col(Role.kind) == RoleKind.UNION_APPROVER)
    lending = [(one.role_id, one.person_id, True, one.standing_in_for) for one in lent(session, *of_union)]
    owns = sa.or_(
        sa.exists().where(col(Unit.owner_id) == col(Role.person_id), col(Unit.union_id) == union_id),
        sa.exists().where(
            col(Conflict.person_id) == col(Role.person_id),
            col(Conflict.union_id) == union_id,
            col(Conflict.lifted_at).is_(None),
        ),
    )
    rows = session.execute(
        sa.select(col(Role.id), col(Role.person_id), owns)
        .where(*of_union, col(Role.revoked_at).is_(None))
        .order_by(col(Role.id))
    )
    return [*((role_id, person_id, own, None) for role_id, person_id, own in rows), *lending]


def _possible(session: Session, today: date) -> bool:
    """Whether any union's rules could ask for reminders today; spares the walk on most days."""
    days = set(letters.rule(session, RuleKey.REMINDER_DAYS, None, today).days)
    for value in session.execute(
        sa.select(col(RuleRow.value)).where(col(RuleRow.key) == RuleKey.REMINDER_DAYS, col(RuleRow.valid_from) <= today)
    ).scalars():
        days.update(int(day) for day in value.split(",") if day)
    return jalali(today)[2] in days or (LAST_DAY in days and _ends(today))


def _ends(day: date) -> bool:
    """Whether this is a day to speak of the month that ends: its last one, and 20 Esfand."""
    _, month, number = jalali(day)
    return day == JalaliMonth.of_date(day).last_day or (month == ESFAND and number == ESFAND_DAY)


def _plans(session: Session, union_ids: Iterable[int], today: date) -> Mapping[int, _Plan | None]:
    """What the rules ask of each union; unions under the same rules are looked up once."""
    scopes = set(session.execute(sa.select(col(RuleRow.scope_id)).distinct()).scalars())
    found: dict[tuple[int, ...], _Plan | None] = {}
    plans: dict[int, _Plan | None] = {}
    for union_id, *above in session.execute(
        sa.select(col(Office.id), col(Office.parent_id), col(Office.province_id)).where(
            col(Office.id).in_(tuple(union_ids))
        )
    ):
        chain = tuple(office for office in (union_id, *above) if office in scopes)
        if chain not in found:
            found[chain] = _plan(session, union_id, today)
        plans[union_id] = found[chain]
    return plans


def _plan(session: Session, union_id: int, today: date) -> _Plan | None:
    """What the rules in force for this union ask for today."""
    rules = letters.rules(session, union_id, today)
    days = rules[RuleKey.REMINDER_DAYS].days
    this = JalaliMonth.of_date(today)
    if LAST_DAY in days and _ends(today):
        month, opens = this, this.next().first_day
    elif jalali(today)[2] in days:
        month, opens = this.previous(), None
    else:
        return None
    return _Plan(month, deadline(session, union_id, month), opens, rules[RuleKey.RISK_MONTHS].number)


def _last_recorded(session: Session, unit_ids: Iterable[int], this: JalaliMonth) -> Mapping[int, int]:
    """The last recorded period of each unit, up to the present month."""
    rows = session.execute(
        sa.select(col(Month.unit_id), sa.func.max(col(Month.period)))
        .where(col(Month.unit_id).in_(tuple(unit_ids)), col(Month.period) <= this.index)
        .group_by(col(Month.unit_id))
    )
    return {row[0]: row[1] for row in rows}
