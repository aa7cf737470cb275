"""The month's conversation: the calendar, one month, its form, mending a returned one, handing in."""

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import FormTap, MendMonth, OpenMonth, OpenMonths
from handlers.filling import begin, press, resume
from handlers.form import Body, Step, lead
from handlers.home import home
from handlers.month.answers import place_of, prefilled, report
from handlers.month.opened import kept, opened, subject
from handlers.month.questions import FORM
from handlers.month.returned import sent
from handlers.month.screens import calendar_screen, card_screen, not_yet_screen, receipt_screen, sheet_screen
from handlers.month.taps import HandInMonth, OpenCard, OpenSheet
from handlers.screen import Part, Screen
from models.drafts import OpenDraft, draft, draft_about, drop_draft
from models.months import (
    MonthFacts,
    MonthProblem,
    MonthSheet,
    MonthState,
    calendar,
    month_facts,
    month_sheet,
    submit_month,
)
from models.people import Focus
from models.receipts import Receipt
from models.reviews import RemarkView, Subject, SubjectKind, last_review, remarks_for
from models.units import UnitCard, UnitState, my_units
from models.values.jalali import FIRST_YEAR, LAST_YEAR, JalaliMonth, tehran_date
from models.values.problem import Problem

_RECORDED: Final = {MonthProblem.UNDER_REVIEW, MonthProblem.CONFIRMED, MonthProblem.REJECTED}
_OVER: Final = _RECORDED | {MonthProblem.STALE}
"""Refusals after which the draft is worth nothing: the month has moved on."""


class MonthConversation:
    """The form of a month with what it needs from the models."""

    form = FORM

    async def look_up(self, act: Act, body: Body, step: Step) -> list[list[object]]:  # noqa: ARG002 (as the form wants it)
        """Nothing: a month's form holds all that it asks about."""
        return []

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:  # noqa: ARG002 (as above)
        """Nothing: every question follows from the draft."""
        return None

    async def submit(self, act: Act, opened_draft: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Record the month and lay it before the union."""
        known = opened(body)
        facts = known.facts
        said = report(body, facts)
        outcome = await act.db(
            submit_month, act.person_id, facts.unit_id, facts.month, facts.revision, said, act.received
        )
        if isinstance(outcome, Receipt):
            await _drop(act, opened_draft)
            sheet = await act.db(month_sheet, act.person_id, outcome.subject_id)
            return await home(act, sheet) if isinstance(sheet, Problem) else receipt_screen(sheet)
        if outcome.code in _OVER:
            await _drop(act, opened_draft)
            return await _open(act, facts.unit_id, facts.month, Part("month-moved-on", {"month": facts.month}))
        # What is known of the months before may have changed since the form was opened.
        fresh = await act.db(month_facts, act.person_id, facts.unit_id, facts.month)
        if isinstance(fresh, Problem):
            return await home(act, outcome)
        body.restate(kept(fresh, known.remarks, named=known.named))
        return outcome

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def reopened(self, act: Act, opened_draft: OpenDraft) -> Screen:
        """The form where it stands, unless the month has been recorded meanwhile."""
        facts = opened_draft.body["facts"]
        return await _open(act, facts["unit"], JalaliMonth.from_index(facts["period"]))


CONVERSATION: Final = MonthConversation()


async def _drop(act: Act, opened_draft: OpenDraft) -> None:
    await act.focus(Focus.NOTHING)
    await act.db(drop_draft, act.person_id, opened_draft.id)


async def _unit(act: Act, unit_id: int) -> tuple[UnitCard | None, bool]:
    """The person's own unit, and whether there are several."""
    units = await act.db(my_units, act.person_id)
    return next((unit for unit in units if unit.id == unit_id), None), len(units) > 1


async def _calendar(act: Act, unit: UnitCard, around: JalaliMonth) -> Screen:
    """The year of this month; before the licence's year and after the present one there is nothing to see."""
    finished = JalaliMonth.of(act.now).previous()
    licensed = JalaliMonth.of_date(unit.licensed_from)
    within = min(max(around, licensed), max(finished, licensed))
    cells = await act.db(calendar, unit.id, within)
    return calendar_screen(unit, cells, finished.next())


async def _open(
    act: Act, unit_id: int, month: JalaliMonth, note: Part | Problem | None = None, *, field: str = "", product: int = 0
) -> Screen:
    """The month's form where it may be filled in (of a returned one at what is to be mended), else the month's card."""
    facts = await act.db(month_facts, act.person_id, unit_id, month)
    begun = await act.db(draft_about, act.person_id, FORM.name, subject(unit_id, month))
    if isinstance(facts, Problem):
        return await _closed(act, unit_id, month, facts, begun, note)
    if begun is not None and begun.body["facts"]["revision"] == facts.revision:
        body = Body.of_json(begun.body)
        known = opened(body)
        # The months before may have been recorded since.
        begun.body["facts"] |= kept(facts, known.remarks, named=known.named)
        at = place_of(body.answers, field, product) if field else None
        return await resume(act, CONVERSATION, begun, note, at=at, anew=True)
    body = await _fresh(act, facts)
    if facts.report is not None:
        lead(FORM, body, place_of(body.answers, field, product) if field else "")
    return await begin(act, CONVERSATION, subject(unit_id, month), body, anew=True, note=note)


async def _fresh(act: Act, facts: MonthFacts) -> Body:
    """A new form: empty, or with what was sent before and what the union says about it."""
    remarks: tuple[RemarkView, ...] = ()
    if facts.month_id is not None:
        found = await act.db(remarks_for, act.person_id, Subject(SubjectKind.MONTH, facts.month_id))
        remarks = () if isinstance(found, Problem) else found
    _, several = await _unit(act, facts.unit_id)
    said = {} if facts.report is None else prefilled(facts.report)
    more = {"today": tehran_date(act.now).isoformat(), "sent": sent(remarks, said)}
    return Body(answers=said, facts=kept(facts, remarks, named=several) | more)


async def _closed(
    act: Act,
    unit_id: int,
    month: JalaliMonth,
    problem: Problem,
    begun: OpenDraft | None,
    note: Part | Problem | None,
) -> Screen:
    """What stands in the place of the form: why the month is not open, or how it stands."""
    await act.focus(Focus.NOTHING)
    unit, _ = await _unit(act, unit_id)
    if unit is None:
        return await home(act, problem)
    if problem.code is MonthProblem.UNIT_NOT_CONFIRMED:
        return not_yet_screen(unit)
    if problem.code not in _RECORDED:
        return (await _calendar(act, unit, month)).with_note(problem)
    if begun is not None:
        await act.db(drop_draft, act.person_id, begun.id)
        note = Part("month-moved-on", {"month": month})
    sheet = await _recorded(act, unit_id, month)
    return await home(act, problem) if sheet is None else (await _card(act, sheet)).with_note(note)


async def _recorded(act: Act, unit_id: int, month: JalaliMonth) -> MonthSheet | None:
    """The record of this month of the person's own unit."""
    (cell,) = await act.db(calendar, unit_id, month, 1) or (None,)
    if cell is None or cell.month_id is None:
        return None
    sheet = await act.db(month_sheet, act.person_id, cell.month_id)
    return None if isinstance(sheet, Problem) else sheet


async def _card(act: Act, sheet: MonthSheet) -> Screen:
    last = None
    if sheet.state is MonthState.REJECTED:
        found = await act.db(last_review, act.person_id, Subject(SubjectKind.MONTH, sheet.month_id))
        last = None if isinstance(found, Problem) else found
    return card_screen(sheet, last)


def _month(period: int) -> JalaliMonth | None:
    """The month of a button, None where no such month can be meant."""
    return JalaliMonth.from_index(period) if FIRST_YEAR * 12 <= period < LAST_YEAR * 12 else None


async def _mend(act: Act, tap: MendMonth) -> Screen:
    """A returned month at the field that the button names; an older button leads to how the month stands now."""
    sheet = await act.db(month_sheet, act.person_id, tap.month)
    if isinstance(sheet, Problem):
        return await home(act, sheet)
    if sheet.state is MonthState.RETURNED and sheet.revision == tap.revision:
        return await _open(act, sheet.unit_id, sheet.month, field=tap.field, product=tap.product)
    return await _open(act, sheet.unit_id, sheet.month, Part("stale-button"))


async def _hand_in(act: Act, tap: HandInMonth) -> Screen:
    """The final confirmation; when it is tapped again, what it led to is shown again."""
    begun = await act.db(draft, act.person_id, tap.draft)
    if begun is not None:
        return await press(act, CONVERSATION, begun, FormTap(tap.draft, tap.revision, "submit", 0))
    meant = _month(tap.period)
    sheet = None if meant is None else await _recorded(act, tap.unit, meant)
    if sheet is None:
        return await home(act, Part("form-closed"))
    await act.focus(Focus.NOTHING)
    if sheet.state is MonthState.SUBMITTED:
        return receipt_screen(sheet)
    return await _open(act, sheet.unit_id, sheet.month, Part("stale-button"))


async def _months(act: Act, tap: OpenMonths) -> Screen:
    """The calendar, once the registration is confirmed."""
    await act.focus(Focus.NOTHING)
    unit, _ = await _unit(act, tap.unit)
    if unit is None:
        return await home(act, Part("stale-button"))
    if unit.state is not UnitState.CONFIRMED:
        return not_yet_screen(unit)
    return await _calendar(act, unit, _month(tap.last) or JalaliMonth.of(act.now).previous())


def router() -> Router:
    """Taps of the calendar, of recorded months, and the final confirmation."""
    routes = Router(name="month")

    @routes.callback_query(Tapped(OpenMonths))
    async def months(_: CallbackQuery, act: Act, tap: OpenMonths) -> Screen:
        return await _months(act, tap)

    @routes.callback_query(Tapped(OpenMonth))
    async def month(_: CallbackQuery, act: Act, tap: OpenMonth) -> Screen:
        meant = _month(tap.period)
        return await home(act, Part("stale-button")) if meant is None else await _open(act, tap.unit, meant)

    @routes.callback_query(Tapped(MendMonth))
    async def mend(_: CallbackQuery, act: Act, tap: MendMonth) -> Screen:
        return await _mend(act, tap)

    @routes.callback_query(Tapped(HandInMonth))
    async def hand_in(_: CallbackQuery, act: Act, tap: HandInMonth) -> Screen:
        return await _hand_in(act, tap)

    @routes.callback_query(Tapped(OpenCard))
    async def card(_: CallbackQuery, act: Act, tap: OpenCard) -> Screen:
        sheet = await act.db(month_sheet, act.person_id, tap.month)
        return await home(act, sheet) if isinstance(sheet, Problem) else await _card(act, sheet)

    @routes.callback_query(Tapped(OpenSheet))
    async def sheet_(_: CallbackQuery, act: Act, tap: OpenSheet) -> Screen:
        sheet = await act.db(month_sheet, act.person_id, tap.month)
        return await home(act, sheet) if isinstance(sheet, Problem) else sheet_screen(sheet, tap.start)

    return routes
