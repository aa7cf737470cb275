"""The facts of a verdict, read in three statements however many months there are."""

from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import letters
from models.clock import now
from models.eligibility.judging import Facts, MonthFact, Verdict, judge
from models.months import Month
from models.units import OPEN, Renewal, Unit, UnitProblem, runs
from models.values.jalali import JalaliMonth, tehran_date
from models.values.problem import Problem

MOST_MONTHS: Final = 60
"""The widest window that a setting may have."""


def verdict(session: Session, unit_id: int) -> Verdict | Problem:
    """What the unit's record here says of order registration today; whoever calls has checked who may see it."""
    facts = facts_of(session, unit_id)
    return facts if isinstance(facts, Problem) else judge(facts)


def my_verdict(session: Session, person_id: int, unit_id: int) -> Verdict | Problem:
    """The same for the person's own unit, or one whose delegate the person is."""
    return verdict(session, unit_id) if runs(session, person_id, unit_id) else Problem(UnitProblem.NOT_YOURS)


def facts_of(session: Session, unit_id: int) -> Facts | Problem:
    """What a verdict on this unit depends on: one statement for unit and months, two for the rules."""
    today = tehran_date(now(session))
    rows = session.execute(facts_query(unit_id, JalaliMonth.of_date(today))).all()
    if not rows:
        return Problem(UnitProblem.NOT_YOURS)
    unit = rows[0]
    return Facts(
        today=today,
        unit_state=unit.unit_state,
        licence_issued=unit.licence_issued,
        licence_expires=unit.licence_expires,
        months=tuple(
            MonthFact(JalaliMonth.from_index(row.period), row.state, row.late, row.submitted_at)
            for row in rows
            if row.period is not None
        ),
        rules=letters.rules(session, unit.union_id, today),
        licensed_since=unit.licensed_since,
        renewal=unit.renewal,
        renewal_since=None if unit.renewal is None else tehran_date(unit.renewal_at),
    )


def facts_query(unit_id: int, running: JalaliMonth) -> sa.Select[Any]:
    """The statement behind a verdict: the unit's row and its last months out of the covering index alone."""
    recent = sa.and_(
        col(Month.unit_id) == col(Unit.id),
        col(Month.period) >= running.index - MOST_MONTHS,
        col(Month.period) < running.index,
    )
    columns: tuple[Any, ...] = (
        col(Unit.state).label("unit_state"),
        col(Unit.licence_issued),
        col(Unit.licence_expires),
        col(Unit.licensed_since),
        col(Renewal.state).label("renewal"),
        col(Renewal.submitted_at).label("renewal_at"),
        col(Unit.union_id),
        col(Month.period),
        col(Month.state),
        col(Month.late),
        col(Month.submitted_at),
    )
    query = sa.select(*columns).select_from(Unit).outerjoin(Month, recent)
    query = query.outerjoin(Renewal, sa.and_(col(Renewal.unit_id) == col(Unit.id), OPEN))
    return query.where(col(Unit.id) == unit_id).order_by(col(Month.period))
