"""What is shown around the month's form: the calendar of a year, a recorded month, its sheet, the receipt."""

from collections.abc import Sequence
from typing import Final

from handlers.buttons import OpenMonth, OpenMonths, OpenUnit
from handlers.home import HOME
from handlers.month.taps import OpenCard, OpenSheet
from handlers.screen import Button, Code, Part, Raw, Rows, Screen, Value, Word, paired, shown
from models.months import MonthCell, MonthSheet, MonthState, Reason, SheetLine
from models.reviews import ReviewView
from models.units import UnitCard
from models.values.jalali import JalaliMonth
from models.values.quantity import Quantity, Rial

ABREAST: Final = 3
"""Cells in a row of the calendar: month names are short."""

AT_ONCE: Final = 3
"""Products on one page of the sheet: each value is a code to be copied, on Bale with a button of its own."""


def calendar_screen(unit: UnitCard, cells: Sequence[MonthCell], running: JalaliMonth) -> Screen:
    """A year of the unit's months with their states; the years before the licence and after today are not offered."""
    first, last = cells[0].month, cells[-1].month
    turn: list[Button] = []
    if first > JalaliMonth.of_date(unit.licensed_from):
        turn.append(Button(OpenMonths(unit.id, first.previous().index), "button-month-year-before"))
    if last.next() < running:
        turn.append(Button(OpenMonths(unit.id, last.next().index), "button-month-year-after"))
    buttons = [Button(OpenMonth(unit.id, cell.month.index), *_cell(cell)) for cell in cells]
    parts = (
        Part("month-calendar", {"unit": unit.title, "year": Raw(str(first.year))}),
        Part("month-legend"),
    )
    rows: Rows = (*paired(buttons, ABREAST), *((tuple(turn),) if turn else ()), _last(unit.id))
    return Screen(parts, rows)


def _cell(cell: MonthCell) -> tuple[str, dict[str, Value]]:
    name: dict[str, Value] = {"month": Word(f"month-{cell.month.month}")}
    return f"month-cell-{cell.mark.value}{'-zero' if cell.zero else ''}", name


def _last(unit_id: int) -> tuple[Button, ...]:
    return (Button(OpenUnit(unit_id), "button-back"), HOME)


def card_screen(sheet: MonthSheet, last: ReviewView | None) -> Screen:
    """A recorded month as it stands: state, figures, reasons, receipt, and the union's last word."""
    parts = [
        Part("month-card", {"month": sheet.month, "unit": sheet.title, "state": shown(sheet.state)}),
    ]
    if sheet.late:
        parts.append(Part("month-card-late"))
    parts += [_line(line) for line in sheet.lines if not sheet.zero or line.sold]
    parts += [_reason(reason, sheet) for reason in sheet.reasons]
    parts.append(Part("month-card-employees", {"number": sheet.employees}))
    if sheet.state is MonthState.REJECTED and last is not None and last.rejection is not None:
        parts.append(Part("month-card-rejected", {"reason": shown(last.rejection)}))
        if last.note is not None:
            parts.append(Part("month-card-note", {"note": last.note}))
    parts.append(Part("month-card-receipt", {"code": Code(sheet.receipt)}))
    rows: Rows = (
        (Button(OpenSheet(sheet.month_id, 0), "button-month-sheet"),),
        (Button(OpenMonths(sheet.unit_id, sheet.month.index), "button-months"), HOME),
    )
    return Screen(tuple(parts), rows)


def _line(line: SheetLine) -> Part:
    values: dict[str, Value] = {
        "product": line.name,
        "made": Quantity(line.made, line.measure),
        "sold": Quantity(line.sold, line.measure),
    }
    if not line.sold:
        return Part("month-card-unsold", values)
    return Part("month-card-line", {**values, "value": Rial(line.sold_value)})


def _reason(reason: Reason, sheet: MonthSheet) -> Part:
    names = {line.product_id: line.name for line in sheet.lines}
    values: dict[str, Value] = {"kind": shown(reason.kind), "reason": shown(reason.code)}
    key = "month-card-reason"
    if reason.product_id is not None and len(names) > 1:
        key, values["product"] = "month-card-reason-of", names[reason.product_id]
    if reason.note is not None:
        key, values["note"] = f"{key}-note", reason.note
    return Part(key, values)


def sheet_screen(sheet: MonthSheet, start: int) -> Screen:
    """The figures as they are copied into Behinyab by hand: Latin digits, each value alone on its line."""
    start = start if 0 <= start < len(sheet.lines) else 0
    parts = [Part("month-sheet", {"month": sheet.month, "unit": sheet.title})]
    for line in sheet.lines[start : start + AT_ONCE]:
        values: dict[str, Value] = {
            "product": line.name,
            "measure": shown(line.measure),
            "made": Code(f"{line.made:f}"),
            "sold": Code(f"{line.sold:f}"),
            "value": Code(str(line.sold_value)),
        }
        parts.append(Part("month-sheet-line", values))
    parts.append(Part("month-sheet-employees", {"number": Code(str(sheet.employees))}))
    parts.append(Part("month-sheet-closing"))
    turn: list[Button] = []
    if start > 0:
        turn.append(Button(OpenSheet(sheet.month_id, max(start - AT_ONCE, 0)), "button-previous-page"))
    if start + AT_ONCE < len(sheet.lines):
        turn.append(Button(OpenSheet(sheet.month_id, start + AT_ONCE), "button-next-page"))
    rows: Rows = (*((tuple(turn),) if turn else ()), (Button(OpenCard(sheet.month_id), "button-back"), HOME))
    return Screen(tuple(parts), rows)


def receipt_screen(sheet: MonthSheet) -> Screen:
    """The receipt of a month that was just handed in."""
    values: dict[str, Value] = {"month": sheet.month, "unit": sheet.title, "code": Code(sheet.receipt)}
    parts = [Part("month-receipt" if sheet.revision == 1 else "month-receipt-again", values)]
    if sheet.late:
        parts.append(Part("month-receipt-late"))
    elif sheet.outage:
        parts.append(Part("month-receipt-outage"))
    parts.append(Part("month-receipt-closing"))
    rows: Rows = (
        (Button(OpenSheet(sheet.month_id, 0), "button-month-sheet"),),
        (Button(OpenMonths(sheet.unit_id, sheet.month.index), "button-months"), HOME),
    )
    return Screen(tuple(parts), rows)


def not_yet_screen(unit: UnitCard) -> Screen:
    """Why months wait for the registration's confirmation (60/227210 ¶2)."""
    values: dict[str, Value] = {"title": unit.title, "state": shown(unit.state)}
    return Screen((Part("problem-unit-not-confirmed", values),), (_last(unit.id),))
