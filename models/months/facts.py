"""What is known about a month before it is recorded, and which figures ask for a reason. Mostly pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models.clock import now
from models.months.deadline import Deadline, deadline
from models.months.reading import reports
from models.months.records import (
    Line,
    Month,
    MonthLine,
    MonthProblem,
    MonthState,
    ReasonKind,
    Report,
)
from models.prepared import Prepared
from models.units import UnitCard, UnitProblem, UnitState, products_of, runs, unit_card
from models.values.jalali import JalaliMonth, tehran_date
from models.values.problem import Problem
from models.values.quantity import Measure

HISTORY: Final = 36
"""How many months back the stock is reckoned; what was sold before that is not known here."""

_MONTHS_A_YEAR: Final = 12
_THOUSANDFOLD: Final = 1000


@dataclass(frozen=True, slots=True)
class MonthProduct:
    """A product and what is known of it; all amounts in ``measure``.

    ``previous``: made in the month before, None when that is not recorded. ``opening``: what must still lie in stock by
    the recorded months, None when none is recorded.
    """

    id: int
    name: str
    measure: Measure
    yearly_capacity: Decimal
    usual: Decimal
    previous: Decimal | None
    opening: Decimal | None

    @property
    def monthly_capacity(self) -> Decimal:
        """A twelfth of the yearly capacity, to be shown (three decimals at most; comparing uses the year)."""
        return monthly(self.yearly_capacity)


def monthly(yearly: Decimal) -> Decimal:
    """A twelfth, with three decimals at most."""
    twelfth = (yearly / _MONTHS_A_YEAR).quantize(Decimal("0.001"), ROUND_HALF_UP)
    return twelfth.to_integral_value() if twelfth == twelfth.to_integral_value() else twelfth.normalize()


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """All that recording one month needs. ``revision`` is 0 for a new record, else that of the returned one.

    ``late``: it would be late if it came now. ``report``: what was sent before, when the union returned it.
    """

    unit_id: int
    title: str
    union_id: int
    month: JalaliMonth
    products: tuple[MonthProduct, ...]
    usual_employees: int
    deadline: Deadline
    late: bool
    month_id: int | None
    revision: int
    report: Report | None

    def product(self, product_id: int) -> MonthProduct | None:
        """The product of that id."""
        return next((product for product in self.products if product.id == product_id), None)


def warnings(facts: MonthFacts, line: Line) -> tuple[ReasonKind, ...]:
    """Which reasons a line asks for: none of them blocks. A jump speaks for capacity and drop too (one question).

    Selling more than the recorded months left is no mistake by itself: what lay in stock before the first of them, a
    workshop's old stock under a new or a renewed licence, is known to nobody here.
    """
    product = facts.product(line.product_id)
    if product is None:
        return ()
    found: list[ReasonKind] = []
    usual = product.previous or product.usual
    if usual and line.made and (line.made >= usual * _THOUSANDFOLD or line.made * _THOUSANDFOLD <= usual):
        found.append(ReasonKind.JUMP)
    elif line.made * _MONTHS_A_YEAR > product.yearly_capacity:
        found.append(ReasonKind.OVER_CAPACITY)
    elif line.made * 2 < usual:
        found.append(ReasonKind.DROP)
    if line.sold > available(product, line):
        found.append(ReasonKind.SOLD_OVER_STOCK)
    return tuple(found)


def available(product: MonthProduct, line: Line) -> Decimal:
    """What there was to sell, as far as the recorded months tell: opening stock and what was made."""
    return (product.opening or Decimal(0)) + line.made


_read_history: Final = Prepared(
    sa.select(col(Month.period), col(Month.state), col(MonthLine.product_id), col(MonthLine.made), col(MonthLine.sold))
    .join(MonthLine, col(MonthLine.month_id) == col(Month.id))
    .where(
        col(Month.unit_id) == sa.bindparam("unit"),
        col(Month.period) >= sa.bindparam("start"),
        col(Month.period) < sa.bindparam("end"),
    )
    .order_by(col(Month.period))
)


def month_facts(session: Session, person_id: int, unit_id: int, month: JalaliMonth) -> MonthFacts | Problem:
    """What the person needs to record this month of the own unit now, or why it cannot be recorded."""
    unit = unit_card(session, unit_id)
    if isinstance(unit, Problem) or not runs(session, person_id, unit_id, unit.owner_id):
        return Problem(UnitProblem.NOT_YOURS)
    row = session.execute(of_unit, {"unit": unit_id, "period": month.index}).scalar_one_or_none()
    return closed(session, unit, month, row) or facts_of(session, unit, month, row)


of_unit: Final = sa.select(Month).where(
    col(Month.unit_id) == sa.bindparam("unit"), col(Month.period) == sa.bindparam("period")
)
"""A unit's record of one month."""


def closed(session: Session, unit: UnitCard, month: JalaliMonth, row: Month | None) -> Problem | None:
    """Why the month is not open for recording, or None: the one gate of form and submission."""
    if unit.state is not UnitState.CONFIRMED:
        return Problem(MonthProblem.UNIT_NOT_CONFIRMED, {"title": unit.title, "state": unit.state})
    first = JalaliMonth.of_date(unit.licensed_from)
    if month < first:
        dates = {"month": month, "first": first, "issued": unit.licensed_from}
        return Problem(MonthProblem.BEFORE_LICENCE, dates)
    if now(session) < month.ends:
        return Problem(MonthProblem.NOT_FINISHED, {"month": month, "opens": month.next().first_day})
    if row is None or row.state is MonthState.RETURNED:
        return None
    return _decided(row, month)


def _decided(row: Month, month: JalaliMonth) -> Problem:
    if row.state is MonthState.SUBMITTED:
        return Problem(MonthProblem.UNDER_REVIEW, {"month": month, "since": tehran_date(row.submitted_at)})
    code = MonthProblem.CONFIRMED if row.state is MonthState.CONFIRMED else MonthProblem.REJECTED
    return Problem(code, {"month": month, "at": tehran_date(row.decided_at or row.submitted_at)})


def facts_of(session: Session, unit: UnitCard, month: JalaliMonth, row: Month | None) -> MonthFacts:
    """The facts of an open month of this unit."""
    issued = JalaliMonth.of_date(unit.licensed_from)
    start = max(issued.index, month.index - HISTORY)
    history = _read_history.rows(session, unit=unit.id, start=start, end=month.index)
    lines = [(period, *line) for period, state, *line in history if state is not MonthState.REJECTED]
    stock = _stock((product_id, made, sold) for _, product_id, made, sold in lines)
    previous = {product_id: made for period, product_id, made, _ in lines if period == month.index - 1}
    until = deadline(session, unit.union_id, month)
    known = tuple(
        MonthProduct(
            product.id,
            product.name,
            product.measure,
            product.yearly_capacity,
            product.usual_monthly,
            previous.get(product.id),
            stock.get(product.id),
        )
        for product in products_of(session, unit.id)
        if product.id is not None
    )
    return MonthFacts(
        unit_id=unit.id,
        title=unit.title,
        union_id=unit.union_id,
        month=month,
        products=known,
        usual_employees=unit.employees,
        deadline=until,
        late=row.late if row else until.passed(now(session)),
        month_id=row.id if row else None,
        revision=row.revision if row else 0,
        report=reports(session, (row.id,))[row.id] if row else None,
    )


def _stock(lines: Iterable[tuple[int, Decimal, Decimal]]) -> dict[int, Decimal]:
    """What each product must have left, month after month in order; what was sold beyond that came from before."""
    left: dict[int, Decimal] = {}
    for product_id, made, sold in lines:
        left[product_id] = max(left.get(product_id, Decimal(0)) + made - sold, Decimal(0))
    return left
