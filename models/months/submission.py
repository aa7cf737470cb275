"""Recording a month, and recording it again after the union returned it."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit
from models.clock import now
from models.columns import table_of
from models.months.facts import MonthFacts, closed, facts_of, of_unit, warnings
from models.months.records import (
    Line,
    Month,
    MonthField,
    MonthLine,
    MonthProblem,
    MonthReason,
    MonthState,
    Reason,
    ReasonCode,
    ReasonKind,
    Report,
)
from models.prepared import adding
from models.receipts import Receipt, fresh_code
from models.received import Received
from models.snapshots import Subject, SubjectKind, keep
from models.units import UnitCard, UnitProblem, locked_card, runs
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from models.values.quantity import MOST_DECIMALS, MOST_EMPLOYEES, MOST_MONEY_DIGITS, MOST_WHOLE_DIGITS
from models.values.text import free_text
from models.vault import vault

MOST_NOTE: Final = 300
MOST_RIAL: Final = 10**MOST_MONEY_DIGITS


_add_month: Final = adding(
    table_of(Month),
    (
        "unit_id",
        "union_id",
        "year",
        "month",
        "period",
        "state",
        "revision",
        "employees",
        "zero_reason",
        "late",
        "outage",
        "receipt",
        "first_received_at",
        "judged_at",
        "submitted_at",
    ),
    gives="id",
)
_add_line: Final = adding(table_of(MonthLine), ("month_id", "product_id", "made", "sold", "sold_value"))
_locked: Final = of_unit.with_for_update().execution_options(populate_existing=True)


def submit_month(
    session: Session,
    person_id: int,
    unit_id: int,
    month: JalaliMonth,
    revision: int,
    report: Report,
    received: Received,
) -> Receipt | Problem:
    """Record a month and lay it before the union; ``revision`` is 0 for a new record, else the returned one's.

    One month is one record, never a lump. Late is judged once, by ``received.judged_at`` of the first submission; the
    receipt stays the same for the month's whole life. Reasons that no figure asks for are left out.
    """
    # The unit's row is locked, so that one month sent from two accounts at once is recorded once.
    unit = locked_card(session, unit_id)
    if isinstance(unit, Problem) or not runs(session, person_id, unit_id, unit.owner_id):
        return Problem(UnitProblem.NOT_YOURS)
    row = session.execute(_locked, {"unit": unit_id, "period": month.index}).scalar_one_or_none()
    refusal = closed(session, unit, month, row)
    if refusal is not None:
        return refusal
    if revision != (row.revision if row else 0):
        return Problem(MonthProblem.STALE, {"month": month})
    facts = facts_of(session, unit, month, row)
    whole = checked(facts, report)
    if isinstance(whole, Problem):
        return whole
    act = audit.AuditAct.MONTH_RESUBMITTED if row else audit.AuditAct.MONTH_SUBMITTED
    month_id, receipt, late = _again(session, row, whole) if row else _new(session, unit, facts, received, whole)
    _write(session, month_id, revision + 1, whole)
    audit.record(
        session,
        act,
        by=person_id,
        hat=None,
        subject=f"month:{month_id}",
        details={"revision": str(revision + 1), "late": "yes" if late else "no"}
        | ({} if person_id == unit.owner_id else {"as": "delegate"}),
    )
    session.flush()
    return Receipt(receipt, month_id)


def checked(facts: MonthFacts, report: Report) -> Report | Problem:
    """The report as it is stored: a line for each product in order, only the reasons that are asked for. Pure.

    Or what is wrong with it: a line missing, a figure out of bounds, a reason missing.
    """
    lines = _lines(facts, report)
    if isinstance(lines, Problem):
        return lines
    if not 0 <= report.employees <= MOST_EMPLOYEES:
        values = {"got": report.employees, "least": 0, "most": MOST_EMPLOYEES}
        return Problem(MonthProblem.EMPLOYEES_OUTSIDE, values)
    zero = not any(line.made for line in lines)
    reasons = _reasons(facts, report, lines, zero=zero)
    return reasons if isinstance(reasons, Problem) else Report(lines, report.employees, zero, reasons)


def _lines(facts: MonthFacts, report: Report) -> tuple[Line, ...] | Problem:
    given = {line.product_id: line for line in report.lines}
    strange = [line for line in report.lines if facts.product(line.product_id) is None]
    if strange or len(given) < len(report.lines):
        return Problem(MonthProblem.PRODUCT_UNKNOWN)
    lines: list[Line] = []
    for product in facts.products:
        line = given.get(product.id)
        if line is None and report.zero:
            line = Line(product.id, Decimal(0), Decimal(0), 0)
        if line is None:
            return Problem(MonthProblem.PRODUCT_MISSING, {"name": product.name})
        refusal = _figures(line, product.name)
        if refusal is not None:
            return refusal
        if report.zero and line.made:
            return Problem(MonthProblem.ZERO_WITH_QUANTITY, {"name": product.name})
        lines.append(line)
    return tuple(lines)


def _figures(line: Line, name: str) -> Problem | None:
    figures = ((MonthField.MADE, _fits(line.made)), (MonthField.SOLD, _fits(line.sold)))
    for field, fits in (*figures, (MonthField.SOLD_VALUE, 0 <= line.sold_value < MOST_RIAL)):
        if not fits:
            return Problem(MonthProblem.FIGURE_OUTSIDE, {"field": field, "name": name})
    if line.sold_value and not line.sold:
        return Problem(MonthProblem.VALUE_WITHOUT_SALE, {"name": name})
    return None


def _fits(amount: Decimal) -> bool:
    if not amount.is_finite() or not 0 <= amount < 10**MOST_WHOLE_DIGITS:
        return False
    return amount == amount.quantize(Decimal(1).scaleb(-MOST_DECIMALS))


def _reasons(facts: MonthFacts, report: Report, lines: Iterable[Line], *, zero: bool) -> tuple[Reason, ...] | Problem:
    asked: list[tuple[int | None, ReasonKind]] = [(None, ReasonKind.ZERO)] if zero else []
    for line in lines:
        kinds = warnings(facts, line)
        # That nothing was made is said once for the whole month, not again as a drop of each product.
        asked += [(line.product_id, kind) for kind in kinds if not (zero and kind is ReasonKind.DROP)]
    given = {(reason.product_id, reason.kind): reason for reason in report.reasons}
    reasons: list[Reason] = []
    for product_id, kind in asked:
        reason = given.get((product_id, kind))
        if reason is None:
            return _reason_missing(facts, product_id, kind)
        note = free_text(reason.note, MOST_NOTE) if reason.note else None
        if isinstance(note, Problem) or (note is None and reason.code is ReasonCode.OTHER):
            return Problem(MonthProblem.NOTE_MISSING, {"most": MOST_NOTE})
        reasons.append(replace(reason, note=note))
    return tuple(reasons)


def _reason_missing(facts: MonthFacts, product_id: int | None, kind: ReasonKind) -> Problem:
    product = None if product_id is None else facts.product(product_id)
    if product is None:
        return Problem(MonthProblem.ZERO_REASON_MISSING, {"month": facts.month})
    return Problem(MonthProblem.REASON_MISSING, {"kind": kind, "name": product.name})


def _new(
    session: Session, unit: UnitCard, facts: MonthFacts, received: Received, report: Report
) -> tuple[int, str, bool]:
    """Add the month's record; its id, its receipt, whether it is late."""
    receipt, late = fresh_code(session, Month.receipt), facts.deadline.passed(received.judged_at)
    added = _add_month.row(
        session,
        unit_id=unit.id,
        union_id=unit.union_id,
        year=facts.month.year,
        month=facts.month.month,
        period=facts.month.index,
        state=MonthState.SUBMITTED,
        revision=1,
        employees=report.employees,
        zero_reason=_zero_reason(report),
        late=late,
        outage=received.outage,
        receipt=receipt,
        first_received_at=received.at,
        judged_at=received.judged_at,
        submitted_at=now(session),
    )
    assert added is not None
    return int(added[0]), receipt, late


def _again(session: Session, row: Month, report: Report) -> tuple[int, str, bool]:
    """Bring the returned record to its next revision; the same of it."""
    row.state = MonthState.SUBMITTED
    row.revision += 1
    row.decided_at = None
    row.submitted_at = now(session)
    row.employees, row.zero_reason = report.employees, _zero_reason(report)
    session.flush()
    session.execute(sa.delete(MonthLine).where(col(MonthLine.month_id) == row.id))
    session.execute(sa.delete(MonthReason).where(col(MonthReason.month_id) == row.id))
    return row.id, row.receipt, row.late


def _zero_reason(report: Report) -> ReasonCode | None:
    return report.reasons[0].code if report.zero else None


def _write(session: Session, month_id: int, revision: int, report: Report) -> None:
    """Lines, reasons and the snapshot by which the union sees what changed."""
    _add_line.run_many(
        session,
        [
            {
                "month_id": month_id,
                "product_id": line.product_id,
                "made": line.made,
                "sold": line.sold,
                "sold_value": line.sold_value,
            }
            for line in report.lines
        ],
    )
    safe = vault(session)
    session.add_all(
        MonthReason(
            month_id=month_id,
            product_id=reason.product_id,
            kind=reason.kind,
            code=reason.code,
            note_sealed=safe.seal(reason.note) if reason.note else None,
        )
        for reason in report.reasons
    )
    keep(session, Subject(SubjectKind.MONTH, month_id), revision, snapshot(report))


def snapshot(report: Report) -> dict[str, str]:
    """The report as it is kept: ``field`` or ``field:product id``, decimals plain."""
    kept: dict[str, str] = {}
    for line in report.lines:
        kept[f"{MonthField.MADE}:{line.product_id}"] = f"{line.made:f}"
        kept[f"{MonthField.SOLD}:{line.product_id}"] = f"{line.sold:f}"
        kept[f"{MonthField.SOLD_VALUE}:{line.product_id}"] = str(line.sold_value)
    kept[MonthField.EMPLOYEES] = str(report.employees)
    if report.zero:
        kept[MonthField.ZERO_REASON] = report.reasons[0].code
    for reason in report.reasons:
        if reason.kind is not ReasonKind.ZERO:
            kept[f"{reason.kind}:{reason.product_id}"] = reason.code
    return kept
