"""Order registration: the unit's own verdict, and the expert's look-up of the same and no more (60/310637)."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Awaiting, Tapped
from handlers.buttons import OpenLookUp, OpenMonth, OpenMonths, OpenUnit, OpenVerdict, Tap
from handlers.filling import came
from handlers.home import HOME, home
from handlers.screen import Button, Joined, Part, Raw, Screen, Value, Word, shown
from models.eligibility import (
    ExpertCard,
    ExpertMonth,
    FoundUnit,
    Remedy,
    RemedyKind,
    Verdict,
    VerdictReason,
    expert_card,
    look_up,
    my_verdict,
)
from models.letters import NO_LICENCE_COPIES, STATISTICS_ALONE, Citation, Setting, cite
from models.organisations import Hat, hat
from models.people import Focus, set_role
from models.units import unit_card
from models.values.jalali import jalali
from models.values.problem import Problem
from models.values.quantity import Quantity, Rial
from models.values.text import normalise

_PAGE = 4
_MOST_TYPED = 60
_PAPERS = {"photo", "document"}


@dataclass(frozen=True, slots=True)
class OpenFound(Tap, prefix="fd"):
    """A unit that was looked up: its card, or a page of its months (``page`` from 1)."""

    role: int
    unit: int
    page: int


def source(rests_on: Citation | Setting) -> Value:
    """Where something stands: letter number, date and part, or the setting."""
    if isinstance(rests_on, Citation):
        year, month, day = jalali(rests_on.date)
        values: dict[str, Value] = {
            "number": Raw(rests_on.number),
            "date": Raw(f"{year}/{month:02d}/{day:02d}"),
            "part": Word(f"part-{rests_on.part.value}"),
        }
        return Word("source-letter", values)
    if rests_on.default or rests_on.valid_from is None:
        return Word("source-default")
    scope: Value = rests_on.scope if rests_on.scope is not None else Word("source-country")
    return Word("source-setting", {"scope": scope, "from": rests_on.valid_from})


def _reason(number: int, reason: VerdictReason) -> Part:
    text = Word(f"verdict-reason-{reason.kind.value}", {name: shown(value) for name, value in reason.values.items()})
    return Part("verdict-reason-line", {"n": number, "text": text, "source": source(reason.source)})


def _remedy(number: int, remedy: Remedy) -> Part:
    values: dict[str, Value] = {}
    if remedy.months:
        values["months"] = Joined(remedy.months)
    if remedy.since is not None:
        values["since"] = remedy.since
    if remedy.until is not None:
        values["until"] = remedy.until
    key = f"remedy-{remedy.kind.value}" + ("-until" if remedy.until is not None else "")
    return Part("verdict-remedy-line", {"n": number, "text": Word(key, values)})


def lines(judged: Verdict) -> list[Part]:
    """The verdict in paragraphs: outcome, what would change it, reasons with their sources, the spans."""
    parts = [Part(f"eligibility-outcome-{judged.outcome.value}")]
    if judged.remedies:
        parts.append(Part("verdict-remedies"))
        parts.extend(_remedy(number, remedy) for number, remedy in enumerate(judged.remedies, 1))
        if judged.would_be_met_with_waiting:
            parts.append(Part("verdict-with-waiting"))
    parts.append(Part("verdict-reasons"))
    parts.extend(_reason(number, reason) for number, reason in enumerate(judged.reasons, 1))
    parts.append(Part("verdict-spans"))
    for window in judged.windows:
        values: dict[str, Value] = {
            "months": window.months,
            "confirmed": window.confirmed,
            "waiting": window.waiting,
            "missing": window.missing + window.returned + window.rejected,
        }
        parts.append(Part("verdict-span", values))
    parts.append(Part("verdict-closing"))
    return parts


async def _verdict(act: Act, unit_id: int) -> Screen:
    judged = await act.db(my_verdict, act.person_id, unit_id)
    if isinstance(judged, Problem):
        return await home(act, judged)
    card = await act.db(unit_card, unit_id)
    if isinstance(card, Problem):
        return await home(act, card)
    first = [
        (Button(OpenMonth(unit_id, month.index), "button-record-month", {"month": Word(f"month-{month.month}")}),)
        for remedy in judged.remedies
        if remedy.kind is RemedyKind.RECORD_MONTHS
        for month in remedy.months[:1]
    ]
    rows = (
        *first,
        (Button(OpenMonths(unit_id, 0), "button-months"),),
        (Button(OpenUnit(unit_id), "button-back"), HOME),
    )
    heading = Part("verdict-heading", {"unit": card.title, "today": judged.as_of})
    return Screen((heading, *lines(judged)), rows)


async def _desk(act: Act, role: int, note: Part | Problem | None = None) -> Screen:
    """The look-up's question."""
    worn = await act.db(hat, act.person_id, role)
    if isinstance(worn, Problem):
        return await home(act, Part("review-role-over"))
    act.visit.role_id = role
    await act.db(set_role, act.key, role)
    await act.focus(Focus.LOOK_UP)
    return Screen((Part("look-up", {"office": worn.office_name}),), ((HOME,),)).with_note(note)


async def _worn(act: Act) -> Hat | None:
    if act.visit.role_id is None:
        return None
    worn = await act.db(hat, act.person_id, act.visit.role_id)
    return None if isinstance(worn, Problem) else worn


async def _typed(message: Message, act: Act) -> Screen:
    worn = await _worn(act)
    if worn is None:
        return await home(act, Part("review-role-over"))
    kind = came(message)
    if message.text is None:
        papers = Part("look-up-papers", {"source": source(cite(NO_LICENCE_COPIES))})
        other = Part("look-up-not-text", {"came": Word(f"came-{kind}")})
        return await _desk(act, worn.role_id, papers if kind in _PAPERS else other)
    found = await act.db(look_up, worn, normalise(message.text)[:_MOST_TYPED])
    if isinstance(found, Problem):
        return await _desk(act, worn.role_id, found)
    if not found:
        return await _desk(act, worn.role_id, Part("look-up-nothing"))
    if len(found) == 1:
        return await _found(act, worn, found[0].unit_id, 0)
    rows = [(Button(OpenFound(worn.role_id, unit.unit_id, 0), label=unit.title),) for unit in found]
    listed = tuple(_found_line(unit) for unit in found)
    return Screen((Part("look-up-several"), *listed), (*rows, (HOME,)))


def _found_line(unit: FoundUnit) -> Part:
    return Part("look-up-line", {"unit": unit.title, "union": unit.union, "county": unit.county})


async def _found(act: Act, worn: Hat, unit_id: int, page: int) -> Screen:
    card = await act.db(expert_card, worn, unit_id)
    if isinstance(card, Problem):
        return await _desk(act, worn.role_id, card)
    await act.focus(Focus.LOOK_UP)
    another = (Button(OpenLookUp(worn.role_id), "button-look-up-another"), HOME)
    if page:
        return _months(card, worn, page, another)
    values: dict[str, Value] = {
        "unit": card.unit.title,
        "union": card.unit.union,
        "county": card.unit.county,
        "class": shown(card.trade_class),
        "state": shown(card.state),
        "today": card.verdict.as_of,
    }
    months = (Button(OpenFound(worn.role_id, unit_id, 1), "button-expert-months"),) if card.months else ()
    closing = Part("expert-closing", {"source": source(cite(STATISTICS_ALONE))})
    rows = (months, another) if months else (another,)
    return Screen((Part("expert-heading", values), *lines(card.verdict), closing), rows)


def _months(card: ExpertCard, worn: Hat, page: int, another: tuple[Button, ...]) -> Screen:
    pages = -(-len(card.months) // _PAGE)
    page = min(page, pages)
    few = card.months[(page - 1) * _PAGE : page * _PAGE]
    turn = [
        Button(OpenFound(worn.role_id, card.unit.unit_id, number), key)
        for number, key in ((page - 1, "button-previous-page"), (page + 1, "button-next-page"))
        if 1 <= number <= pages
    ]
    parts = [Part("expert-months", {"unit": card.unit.title})]
    for month in few:
        parts.extend(_month(month))
    back = (Button(OpenFound(worn.role_id, card.unit.unit_id, 0), "button-back"),)
    return Screen(tuple(parts), (*((tuple(turn),) if turn else ()), back, another))


def _month(month: ExpertMonth) -> list[Part]:
    values: dict[str, Value] = {
        "month": month.month,
        "state": Word(f"month-state-{month.state.value}"),
        "employees": month.employees,
    }
    parts = [Part("expert-month", values)]
    if month.confirmed_on is not None and month.confirmed_by is not None:
        parts.append(Part("expert-confirmed", {"at": month.confirmed_on, "by": month.confirmed_by}))
    for line in month.lines:
        figures: dict[str, Value] = {
            "product": line.product,
            "made": Quantity(line.made, line.measure),
            "sold": Quantity(line.sold, line.measure),
            "value": Rial(line.sold_value),
        }
        parts.append(Part("expert-line", figures))
    return parts


def router() -> Router:
    """The verdict's taps and the expert's texts."""
    routes = Router(name="eligibility")

    @routes.callback_query(Tapped(OpenVerdict))
    async def open_verdict(_: CallbackQuery, act: Act, tap: OpenVerdict) -> Screen:
        return await _verdict(act, tap.unit)

    @routes.callback_query(Tapped(OpenLookUp))
    async def open_look_up(_: CallbackQuery, act: Act, tap: OpenLookUp) -> Screen:
        return await _desk(act, tap.role)

    @routes.callback_query(Tapped(OpenFound))
    async def open_found(_: CallbackQuery, act: Act, tap: OpenFound) -> Screen:
        worn = await act.db(hat, act.person_id, tap.role)
        if isinstance(worn, Problem):
            return await home(act, Part("review-role-over"))
        return await _found(act, worn, tap.unit, tap.page)

    @routes.message(Awaiting(Focus.LOOK_UP))
    async def typed(message: Message, act: Act) -> Screen:
        return await _typed(message, act)

    return routes
