"""Reading recorded months: whole reports for many months at once, the calendar, the sheet for Behinyab."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models.clock import now
from models.months.deadline import Deadline, deadline
from models.months.records import (
    Line,
    Month,
    MonthLine,
    MonthProblem,
    MonthReason,
    MonthState,
    Reason,
    ReasonCode,
    Report,
)
from models.prepared import Prepared
from models.units import LICENSED_FROM, Product, Unit, UnitProblem, runs
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from models.values.quantity import Measure
from models.vault import vault

LOOKED_BACK: Final = 12
"""How many finished months the first screen speaks of."""


class MonthMark(StrEnum):
    """How a month stands in the calendar; its text is the message ``month-state-<mark>``."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    MISSING = "missing"
    FUTURE = "future"
    BEFORE_LICENCE = "before-licence"


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One month of the calendar; ``month_id`` and ``revision`` are None and 0 where nothing is recorded."""

    month: JalaliMonth
    mark: MonthMark
    month_id: int | None = None
    revision: int = 0
    late: bool = False
    zero: bool = False


@dataclass(frozen=True, slots=True)
class DueMonth:
    """The last finished month of a unit, how it stands, until when it is on time, and what a year back still needs.

    ``returned``: the months that the union sent back, oldest first, the last one too. ``missing``: how many months
    before the last one are not recorded.
    """

    cell: MonthCell
    deadline: Deadline
    returned: tuple[JalaliMonth, ...] = ()
    missing: int = 0


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One product of a recorded month: amounts in ``measure``, ``sold_value`` in rial."""

    product_id: int
    name: str
    measure: Measure
    made: Decimal
    sold: Decimal
    sold_value: int


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """A recorded month in full, in the order of the registration's products; to be copied into Behinyab by hand.

    Instants are aware UTC. ``outage``: it came during an outage of ours and was judged generously.
    """

    month_id: int
    unit_id: int
    title: str
    union_id: int
    owner_id: int
    month: JalaliMonth
    state: MonthState
    revision: int
    lines: tuple[SheetLine, ...]
    employees: int
    zero_reason: ReasonCode | None
    reasons: tuple[Reason, ...]
    late: bool
    outage: bool
    receipt: str
    submitted_at: datetime
    decided_at: datetime | None

    @property
    def zero(self) -> bool:
        """Whether nothing was made."""
        return self.zero_reason is not None


def reports(session: Session, month_ids: Iterable[int]) -> Mapping[int, Report]:
    """What units stated in these months, in three statements however many they are."""
    wanted = tuple(month_ids)
    lines: dict[int, list[Line]] = {month_id: [] for month_id in wanted}
    for month_id, product_id, made, sold, value in session.execute(
        sa.select(
            col(MonthLine.month_id),
            col(MonthLine.product_id),
            col(MonthLine.made),
            col(MonthLine.sold),
            col(MonthLine.sold_value),
        )
        .join(Product, col(Product.id) == col(MonthLine.product_id))
        .where(col(MonthLine.month_id).in_(wanted))
        .order_by(col(Product.position), col(Product.id))
    ):
        lines[month_id].append(Line(product_id, made, sold, value))
    reasons: dict[int, list[Reason]] = {month_id: [] for month_id in wanted}
    for month_id, product_id, kind, code, note in session.execute(
        sa.select(
            col(MonthReason.month_id),
            col(MonthReason.product_id),
            col(MonthReason.kind),
            col(MonthReason.code),
            col(MonthReason.note_sealed),
        )
        .where(col(MonthReason.month_id).in_(wanted))
        .order_by(col(MonthReason.id))
    ):
        opened = None if note is None else vault(session).open(note)
        reasons[month_id].append(Reason(product_id, kind, code, opened))
    heads = session.execute(
        sa.select(col(Month.id), col(Month.employees), col(Month.zero_reason)).where(col(Month.id).in_(wanted))
    ).all()
    return {
        month_id: Report(tuple(lines[month_id]), employees, zero is not None, tuple(reasons[month_id]))
        for month_id, employees, zero in heads
    }


_read_whole: Final = Prepared(
    sa.select(
        col(Month.id),
        col(Month.unit_id),
        col(Unit.title),
        col(Month.union_id),
        col(Unit.owner_id),
        col(Month.period),
        col(Month.state),
        col(Month.revision),
        col(Month.employees),
        col(Month.zero_reason),
        col(Month.late),
        col(Month.outage),
        col(Month.receipt),
        col(Month.submitted_at),
        col(Month.decided_at),
    )
    .join(Unit, col(Unit.id) == col(Month.unit_id))
    .where(col(Month.id) == sa.bindparam("month"))
)
_read_lines: Final = Prepared(
    sa.select(
        col(MonthLine.product_id),
        col(Product.name),
        col(Product.measure),
        col(MonthLine.made),
        col(MonthLine.sold),
        col(MonthLine.sold_value),
    )
    .join(Product, col(Product.id) == col(MonthLine.product_id))
    .where(col(MonthLine.month_id) == sa.bindparam("month"))
    .order_by(col(Product.position), col(Product.id))
)
_read_reasons: Final = Prepared(
    sa.select(col(MonthReason.product_id), col(MonthReason.kind), col(MonthReason.code), col(MonthReason.note_sealed))
    .where(col(MonthReason.month_id) == sa.bindparam("month"))
    .order_by(col(MonthReason.id))
)


def sheet(session: Session, month_id: int) -> MonthSheet | None:
    """A recorded month in full; whoever calls has checked who may see it."""
    session.flush()
    found = _read_whole.row(session, month=month_id)
    if found is None:
        return None
    number, unit_id, title, union_id, owner_id, period, state, revision, employees, zero_reason, *rest = found
    late, outage, receipt, submitted_at, decided_at = rest
    lines = tuple(SheetLine(*line) for line in _read_lines.rows(session, month=month_id))
    reasons = tuple(
        Reason(product_id, kind, code, None if note is None else vault(session).open(note))
        for product_id, kind, code, note in _read_reasons.rows(session, month=month_id)
    )
    return MonthSheet(
        month_id=number,
        unit_id=unit_id,
        title=title,
        union_id=union_id,
        owner_id=owner_id,
        month=JalaliMonth.from_index(period),
        state=state,
        revision=revision,
        lines=lines,
        employees=employees,
        zero_reason=zero_reason,
        reasons=reasons,
        late=late,
        outage=outage,
        receipt=receipt,
        submitted_at=submitted_at,
        decided_at=decided_at,
    )


def month_sheet(session: Session, person_id: int, month_id: int) -> MonthSheet | Problem:
    """A recorded month of the person's own unit."""
    found = sheet(session, month_id)
    mine = found is not None and runs(session, person_id, found.unit_id, found.owner_id)
    return found if found is not None and mine else Problem(MonthProblem.UNKNOWN)


def calendar(session: Session, unit_id: int, around: JalaliMonth, count: int = 12) -> tuple[MonthCell, ...]:
    """The page of ``count`` months that holds ``around``, oldest first; with 12 a Jalali year, with 3 a season.

    Pages do not overlap: ``around.plus(count)`` is on the next one. Whoever calls has checked who may see it.
    """
    first = around.index - around.index % count
    return _cells(session, unit_id, first, first + count - 1)


def due(session: Session, person_id: int, unit_id: int) -> DueMonth | Problem:
    """The last finished month of the own unit and its deadline, with what is open of the year that it ends."""
    unit = session.get(Unit, unit_id)
    if unit is None or not runs(session, person_id, unit_id, unit.owner_id):
        return Problem(UnitProblem.NOT_YOURS)
    month = JalaliMonth.of(now(session)).previous()
    *before, cell = _cells(session, unit_id, month.index - LOOKED_BACK + 1, month.index)
    return DueMonth(
        cell,
        deadline(session, unit.union_id, month),
        tuple(one.month for one in (*before, cell) if one.mark is MonthMark.RETURNED),
        sum(one.mark is MonthMark.MISSING for one in before),
    )


def _cells(session: Session, unit_id: int, first: int, last: int) -> tuple[MonthCell, ...]:
    issued = session.execute(sa.select(LICENSED_FROM).where(col(Unit.id) == unit_id)).scalar_one_or_none()
    if issued is None:
        return ()
    licensed, running = JalaliMonth.of_date(issued).index, JalaliMonth.of(now(session)).index
    recorded = {
        row.period: MonthCell(
            JalaliMonth.from_index(row.period),
            MonthMark(row.state.value),
            row.id,
            row.revision,
            row.late,
            row.zero_reason is not None,
        )
        for row in session.execute(
            sa.select(
                col(Month.period),
                col(Month.state),
                col(Month.id),
                col(Month.revision),
                col(Month.late),
                col(Month.zero_reason),
            ).where(col(Month.unit_id) == unit_id, col(Month.period).between(first, last))
        )
    }

    def blank(period: int) -> MonthCell:
        mark = MonthMark.MISSING
        if period < licensed:
            mark = MonthMark.BEFORE_LICENCE
        elif period >= running:
            mark = MonthMark.FUTURE
        return MonthCell(JalaliMonth.from_index(period), mark)

    return tuple(recorded.get(period) or blank(period) for period in range(first, last + 1))
