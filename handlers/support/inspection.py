"""The province and the inspectors read what was reported; an inspector says what came of it; an office its figures."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenFigures, OpenReport, OpenReports, Tap
from handlers.home import HOME, home
from handlers.screen import Button, Code, Part, Screen, Value, Word, shown
from handlers.support.papers import clause
from handlers.support.taps import AskResult, OfficeList, ReportList, SeeReport, SettleReport
from models.organisations import Hat, hat
from models.people import Focus
from models.support.inspection import (
    ReportCard,
    office_figures,
    report_card,
    report_figures,
    reports_page,
    see_report,
    settle_report,
)
from models.support.papers import AskedBy, ReportResult, ReportState
from models.values.problem import Problem


def _office(by: AskedBy, name: str | None) -> Value:
    return Word(f"asked-by-{by.value}", {"office": name or ""})


async def _list(act: Act, worn: Hat, after: int) -> Screen:
    page = await act.db(reports_page, worn, after)
    if isinstance(page, Problem):
        return await home(act, page)
    parts = [Part("reports" if page.items else "reports-none", {"office": worn.office_name})]
    for item in page.items:
        values: dict[str, Value] = {
            "code": item.receipt,
            "office": _office(item.asked_by, item.office),
            "what": shown(item.asked_for),
            "since": Word("inbox-since-days", {"days": item.days}) if item.days else Word("inbox-since-today"),
            "state": shown(item.state),
        }
        parts.append(Part("report-line", values))
    rows: list[tuple[Button, ...]] = [
        (Button(OpenReport(worn.role_id, item.id), label=item.receipt),) for item in page.items
    ]
    if page.next is not None:
        rows.append((Button(ReportList(worn.role_id, page.next), "button-next-page"),))
    rows.append((Button(OfficeList(worn.role_id), "button-report-offices"), HOME))
    return Screen(tuple(parts), tuple(rows))


def _card(worn: Hat, card: ReportCard) -> Screen:
    values: dict[str, Value] = {
        "code": Code(card.receipt),
        "office": _office(card.asked_by, card.office),
        "what": shown(card.asked_for),
        "day": card.day,
        "at": card.filed_at,
        "state": shown(card.state),
        "county": card.county,
    }
    parts = [Part("report-card", values)]
    if card.writer is None:
        parts.append(Part("report-writer-hidden", values))
    elif card.writer.name is None:
        parts.append(Part("report-writer-unit", {"unit": card.writer.unit, "county": card.county}))
    else:
        parts.append(Part("report-writer", {"unit": card.writer.unit, "name": card.writer.name, "county": card.county}))
    if card.words is not None:
        parts.append(Part("ticket-words-said", {"words": card.words}))
    parts.append(clause(card.asked_for))
    if card.result is not None:
        parts.append(Part("my-report-result", {"result": shown(card.result)}))
    rows: list[tuple[Button, ...]] = []
    if card.settles:
        rows.append((Button(AskResult(worn.role_id, card.id), "button-report-settle"),))
        if card.state is ReportState.FILED:
            rows.append((Button(SeeReport(worn.role_id, card.id), "button-report-seen"),))
    rows.append((Button(OpenReports(worn.role_id), "button-reports"), HOME))
    return Screen(tuple(parts), tuple(rows))


async def _shown(act: Act, worn: Hat, report: int, note: Part | Problem | None = None) -> Screen:
    found = await act.db(report_card, worn, report)
    return await home(act, found) if isinstance(found, Problem) else _card(worn, found).with_note(note)


async def _open_list(act: Act, worn: Hat, _: OpenReports) -> Screen:
    return await _list(act, worn, 0)


async def _next_page(act: Act, worn: Hat, tap: ReportList) -> Screen:
    return await _list(act, worn, tap.after)


async def _open(act: Act, worn: Hat, tap: OpenReport) -> Screen:
    return await _shown(act, worn, tap.report)


async def _see(act: Act, worn: Hat, tap: SeeReport) -> Screen:
    outcome = await act.db(see_report, worn, tap.report)
    return await _shown(act, worn, tap.report, outcome if isinstance(outcome, Problem) else Part("report-seen-done"))


async def _ask_result(act: Act, worn: Hat, tap: AskResult) -> Screen:
    found = await act.db(report_card, worn, tap.report)
    if isinstance(found, Problem):
        return await home(act, found)
    rows = [
        (Button(SettleReport(tap.role, tap.report, place), f"button-result-{result.value}"),)
        for place, result in enumerate(ReportResult)
    ]
    back = Button(OpenReport(worn.role_id, tap.report), "button-back")
    return Screen((Part("report-ask-result", {"code": Code(found.receipt)}),), (*rows, (back, HOME)))


async def _settle(act: Act, worn: Hat, tap: SettleReport) -> Screen:
    if not 0 <= tap.result < len(ReportResult):
        return await _shown(act, worn, tap.report, Part("stale-button"))
    outcome = await act.db(settle_report, worn, tap.report, list(ReportResult)[tap.result])
    note = outcome if isinstance(outcome, Problem) else Part("report-settled-done")
    return await _shown(act, worn, tap.report, note)


async def _offices(act: Act, worn: Hat, _: OfficeList) -> Screen:
    found = await act.db(office_figures, worn)
    if isinstance(found, Problem):
        return await home(act, found)
    parts = [Part("report-offices" if found else "report-offices-none", {"office": worn.office_name})]
    for one in found:
        name: Value = Word("asked-by-elsewhere") if one.office is None else one.office
        parts.append(Part("report-office-line", {"office": name, "n": one.number}))
    return Screen(tuple(parts), ((Button(OpenReports(worn.role_id), "button-reports"), HOME),))


async def _figures(act: Act, worn: Hat, _: OpenFigures) -> Screen:
    found = await act.db(report_figures, worn)
    if isinstance(found, Problem):
        return await home(act, found)
    parts = [Part("report-figures" if found.months else "report-figures-none", {"office": found.office})]
    for one in found.months:
        if one.number is None:
            parts.append(Part("report-figure-few", {"month": one.month, "floor": found.floor}))
        else:
            parts.append(Part("report-figure", {"month": one.month, "n": one.number}))
    parts.append(Part("papers-sentence"))
    return Screen(tuple(parts), ((HOME,),))


_TAPS: Final[tuple[tuple[type[Tap], Callable[[Act, Hat, Any], Awaitable[Screen]]], ...]] = (
    (OpenReports, _open_list),
    (ReportList, _next_page),
    (OpenReport, _open),
    (SeeReport, _see),
    (AskResult, _ask_result),
    (SettleReport, _settle),
    (OfficeList, _offices),
    (OpenFigures, _figures),
)


def _in_role(answer: Callable[[Act, Hat, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """Every tap names a role: it is asked anew, and without it nothing is done."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        return await (home(act, Part("review-role-over")) if isinstance(worn, Problem) else answer(act, worn, tap))

    return tapped


def router() -> Router:
    """The taps of those who read reports."""
    routes = Router(name="inspection")
    for kind, answer in _TAPS:
        routes.callback_query.register(_in_role(answer), Tapped(kind))
    return routes
