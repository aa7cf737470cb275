"""What the order-registration expert may do: find a unit by any of its numbers and see the verdict's card. No more.

There is no need of production documents nor of the union's letter (60/310637, first part) and copies of licences are to
be seriously avoided (second part); so nothing here holds evidence, remarks, reasons, notes or names of people.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, organisations
from models.clock import now
from models.eligibility.judging import Verdict
from models.eligibility.verdicts import MOST_MONTHS, verdict
from models.months import Month, MonthLine, MonthState
from models.organisations import Deed, Hat, Office
from models.receipts import read_code
from models.reviews.records import Outcome, Review
from models.snapshots import SubjectKind
from models.units import LIVE, Product, TradeClass, Unit, UnitIdentifier, UnitState, digest
from models.values.ids import (
    BusinessId,
    ForeignId,
    GuildId,
    LegalId,
    LicenceNumber,
    NationalId,
    TrackingCode,
    UniqueLicenceId,
)
from models.values.jalali import JalaliMonth, tehran_date
from models.values.problem import Problem
from models.values.quantity import Measure

MOST_FOUND = 10
_IDS = (NationalId, ForeignId, LegalId, GuildId, BusinessId, TrackingCode, UniqueLicenceId, LicenceNumber)


class LookUpProblem(StrEnum):
    """Why an expert cannot look."""

    NOT_YOURS = "look-up-not-yours"
    """The role was revoked, or it is no expert's."""
    NOT_AN_ID = "look-up-not-an-id"
    """What was typed is none of the numbers by which units are found, nor a receipt code."""
    NO_SUCH_UNIT = "look-up-no-such-unit"
    """No such unit in the expert's province."""


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit of the expert's province."""

    unit_id: int
    title: str
    union: str
    county: str


@dataclass(frozen=True, slots=True)
class ExpertLine:
    """One product's figures: amounts in ``measure``, ``sold_value`` in rial."""

    product: str
    measure: Measure
    made: Decimal
    sold: Decimal
    sold_value: int


@dataclass(frozen=True, slots=True)
class ExpertMonth:
    """A recorded month: numbers, state, and when and by which body it was confirmed (a date, an office)."""

    month: JalaliMonth
    state: MonthState
    late: bool
    zero: bool
    employees: int
    lines: tuple[ExpertLine, ...]
    confirmed_on: date | None
    confirmed_by: str | None


@dataclass(frozen=True, slots=True)
class ExpertCard:
    """All that order registration may see of a unit; the licence stands in the verdict. Months are newest first."""

    unit: FoundUnit
    trade_class: TradeClass
    state: UnitState
    verdict: Verdict
    months: tuple[ExpertMonth, ...]


def look_up(session: Session, hat: Hat, typed: str) -> tuple[FoundUnit, ...] | Problem:
    """The live units of the expert's province that have this number (any of theirs, or the receipt code).

    Empty when there is none; a unit of another province is not there either. Each look-up leaves a trace: who, which
    units, never the number.
    """
    live = _expert(session, hat)
    if isinstance(live, Problem):
        return live
    numbers = (kind.parse(typed) for kind in _IDS)
    digests = [digest(session, number.kind, number) for number in numbers if not isinstance(number, Problem)]
    receipt = read_code(typed)
    if not digests and receipt is None:
        return Problem(LookUpProblem.NOT_AN_ID)
    named = [sa.select(col(UnitIdentifier.unit_id)).where(col(UnitIdentifier.digest).in_(digests))]
    if receipt is not None:
        named.append(sa.select(col(Unit.id)).where(col(Unit.receipt) == receipt))
        named.append(sa.select(col(Month.unit_id)).where(col(Month.receipt) == receipt))
    found = _units(session, live, col(Unit.id).in_(sa.union_all(*named)))
    for unit in found:
        _trace(session, live, f"unit:{unit.unit_id}", "look-up")
    if not found:
        _trace(session, live, f"office:{live.office_id}", "nothing-found")
    session.flush()
    return found


def expert_card(session: Session, hat: Hat, unit_id: int) -> ExpertCard | Problem:
    """The card of a unit of the expert's province; opening it leaves a trace."""
    live = _expert(session, hat)
    if isinstance(live, Problem):
        return live
    found = _units(session, live, col(Unit.id) == unit_id)
    judged = verdict(session, unit_id) if found else Problem(LookUpProblem.NO_SUCH_UNIT)
    if isinstance(judged, Problem):
        return Problem(LookUpProblem.NO_SUCH_UNIT)
    trade_class, state = session.execute(
        sa.select(col(Unit.trade_class), col(Unit.state)).where(col(Unit.id) == unit_id)
    ).one()
    card = ExpertCard(found[0], trade_class, state, judged, _months(session, unit_id))
    _trace(session, live, f"unit:{unit_id}", "card")
    session.flush()
    return card


def _expert(session: Session, hat: Hat) -> Hat | Problem:
    live = organisations.acting(session, hat, Deed.LOOK_UP_UNIT, hat.office_id)
    return Problem(LookUpProblem.NOT_YOURS) if isinstance(live, Problem) else live


def _units(session: Session, by: Hat, named: sa.ColumnElement[bool]) -> tuple[FoundUnit, ...]:
    union, county = sa.orm.aliased(Office), sa.orm.aliased(Office)
    rows = session.execute(
        sa.select(col(Unit.id), col(Unit.title), col(union.name), col(county.name))
        .join(union, col(union.id) == col(Unit.union_id))
        .join(county, col(county.id) == col(union.parent_id))
        .where(named, col(union.province_id) == by.office_id, col(Unit.state).in_(LIVE))
        .order_by(col(Unit.id))
        .limit(MOST_FOUND)
    ).all()
    return tuple(FoundUnit(*row) for row in rows)


def _trace(session: Session, by: Hat, subject: str, what: str) -> None:
    audit.record(
        session,
        audit.AuditAct.LOOKED_UP,
        by=by.person_id,
        hat=by.role_id,
        subject=subject,
        details={"what": what},
    )


def _months(session: Session, unit_id: int) -> tuple[ExpertMonth, ...]:
    """Two statements: the months with the confirming bodies, and all their lines."""
    running = JalaliMonth.of(now(session)).index
    rows = session.execute(
        sa.select(
            col(Month.id),
            col(Month.period),
            col(Month.state),
            col(Month.late),
            col(Month.zero_reason).is_not(None).label("zero"),
            col(Month.employees),
            col(Review.decided_at),
            col(Office.name),
        )
        .outerjoin(
            Review,
            sa.and_(
                col(Review.subject_kind) == SubjectKind.MONTH,
                col(Review.subject_id) == col(Month.id),
                col(Review.revision) == col(Month.revision),
                col(Review.outcome) == Outcome.APPROVED,
            ),
        )
        .outerjoin(Office, col(Office.id) == col(Review.office_id))
        .where(col(Month.unit_id) == unit_id, col(Month.period) >= running - MOST_MONTHS)
        .order_by(col(Month.period).desc())
    ).all()
    lines = _lines(session, [row.id for row in rows])
    return tuple(
        ExpertMonth(
            month=JalaliMonth.from_index(row.period),
            state=row.state,
            late=row.late,
            zero=bool(row.zero),
            employees=row.employees,
            lines=tuple(lines.get(row.id, ())),
            confirmed_on=tehran_date(row.decided_at) if row.decided_at else None,
            confirmed_by=row.name,
        )
        for row in rows
    )


def _lines(session: Session, month_ids: Iterable[int]) -> dict[int, list[ExpertLine]]:
    found: dict[int, list[ExpertLine]] = {}
    for month_id, *line in session.execute(
        sa.select(
            col(MonthLine.month_id),
            col(Product.name),
            col(Product.measure),
            col(MonthLine.made),
            col(MonthLine.sold),
            col(MonthLine.sold_value),
        )
        .join(Product, col(Product.id) == col(MonthLine.product_id))
        .where(col(MonthLine.month_id).in_(tuple(month_ids)))
        .order_by(col(Product.position), col(Product.id))
    ):
        found.setdefault(month_id, []).append(ExpertLine(*line))
    return found
