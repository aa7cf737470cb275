"""Order registration: the unit's own verdict, and the expert's look-up of the same and no more (60/310637)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Awaiting, Tapped
from handlers.buttons import (
    AskedForPapers,
    MendUnit,
    OpenLookUp,
    OpenMonth,
    OpenMonths,
    OpenUnit,
    OpenVerdict,
    Register,
    RenewLicence,
    Tap,
)
from handlers.filling import came
from handlers.home import EDITED, HOME, home
from handlers.screen import Button, Joined, Part, Rows, Screen, Value, Word, paired, shown
from handlers.sources import source
from models.eligibility import (
    ExpertCard,
    ExpertMonth,
    FoundUnit,
    Remedy,
    RemedyKind,
    Verdict,
    VerdictReason,
    VerdictReasonKind,
    Window,
    expert_card,
    look_up,
    my_verdict,
)
from models.letters import NO_LICENCE_COPIES, cite
from models.organisations import Hat, hat
from models.people import Focus, set_role
from models.receipts import read_code
from models.units import UnitCard, UnitState, unit_card
from models.values.ids import looks_like_password, names_password
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from models.values.quantity import Quantity, Rial
from models.values.text import normalise

_PAGE: Final = 4
_MOST_TYPED: Final = 60
_MOST_NAMED: Final = 4
_MOST_WAYS: Final = 4
_PAPERS: Final = {"photo", "document"}
_COUNTED: Final = {VerdictReasonKind.ENOUGH_MONTHS, VerdictReasonKind.FEW_MONTHS, VerdictReasonKind.NO_MONTHS}
_MONTH_WAYS: Final = {
    RemedyKind.RECORD_MONTHS: "button-record-month",
    RemedyKind.CORRECT_MONTHS: "button-mend-month",
}


_LICENCE_WAYS: Final = {
    RemedyKind.RENEW_LICENCE: "button-renew-licence",
    RemedyKind.CORRECT_LICENCE: "button-mend-renewal",
}


@dataclass(frozen=True, slots=True)
class OpenFound(Tap, prefix="fd"):
    """A unit that was looked up: its card, or a page of its months (``page`` from 1)."""

    role: int
    unit: int
    page: int


def lines(judged: Verdict, remedies: str) -> list[Part]:
    """The verdict in paragraphs: outcome, what would change it under this heading, reasons with sources, spans."""
    parts = [Part(f"eligibility-outcome-{judged.outcome.value}")]
    if judged.remedies:
        parts.append(Part(remedies))
        parts.extend(_remedy(number, remedy) for number, remedy in enumerate(judged.remedies, 1))
        if judged.would_be_met_with_waiting:
            parts.append(Part("verdict-with-waiting"))
    parts.append(Part("verdict-reasons"))
    parts.extend(_reason(number, reason) for number, reason in enumerate(_told(judged.reasons), 1))
    parts.append(Part("verdict-spans"))
    parts.extend(_span(window) for window in judged.windows)
    parts.append(Part("verdict-closing"))
    return parts


def _remedy(number: int, remedy: Remedy) -> Part:
    values: dict[str, Value] = {}
    if remedy.months:
        values["months"] = _named(remedy.months)
    if remedy.since is not None:
        values["since"] = remedy.since
    if remedy.until is not None:
        values["until"] = remedy.until
    key = f"remedy-{remedy.kind.value}" + ("-until" if remedy.until is not None else "")
    # Other remedies say themselves what the union does.
    line = "verdict-line-then-confirmed" if remedy.then_confirmed and remedy.months else "verdict-line"
    return Part(line, {"n": number, "text": Word(key, values)})


def _named(months: tuple[JalaliMonth, ...]) -> Value:
    """The months by name, the first few of many."""
    left = len(months) - _MOST_NAMED
    few = Joined(months[:_MOST_NAMED])
    return Word("verdict-months-more", {"months": few, "n": left}) if left > 0 else few


def _told(reasons: Iterable[VerdictReason]) -> Iterable[VerdictReason]:
    """The reasons without the window's, where the counted months name it already and rest on the same."""
    kept = tuple(reasons)
    counted = next((reason.source for reason in kept if reason.kind in _COUNTED), None)
    return (reason for reason in kept if reason.kind is not VerdictReasonKind.WINDOW or reason.source != counted)


def _reason(number: int, reason: VerdictReason) -> Part:
    text = Word(f"verdict-reason-{reason.kind.value}", {name: shown(value) for name, value in reason.values.items()})
    return Part("verdict-reason-line", {"n": number, "text": text, "source": source(reason.source)})


def _span(window: Window) -> Part:
    values: dict[str, Value] = {
        "months": window.months,
        "confirmed": window.confirmed,
        "waiting": window.waiting,
        "missing": window.missing + window.returned + window.rejected,
    }
    if window.before_licence:
        return Part("verdict-span-before-licence", {**values, "before": window.before_licence})
    return Part("verdict-span", values)


def _ways(judged: Verdict, unit: UnitCard, *, mine: bool) -> Rows:
    """What the unit itself can do now, the first alone on its row; then its months."""
    buttons: list[Button] = []
    for remedy in judged.remedies:
        if remedy.kind is RemedyKind.REGISTER_ANEW:
            buttons.append(Button(Register(), "button-register"))
        elif remedy.kind is RemedyKind.CORRECT_REGISTRATION:
            buttons.append(Button(MendUnit(unit.id, unit.revision, ""), "button-mend-unit"))
        elif remedy.kind in _LICENCE_WAYS and mine and unit.state is UnitState.CONFIRMED:
            buttons.append(Button(RenewLicence(unit.id, 0, ""), _LICENCE_WAYS[remedy.kind]))
        elif remedy.kind in _MONTH_WAYS and unit.state is UnitState.CONFIRMED:
            buttons.extend(
                Button(
                    OpenMonth(unit.id, month.index), _MONTH_WAYS[remedy.kind], {"month": Word(f"month-{month.month}")}
                )
                for month in remedy.months
            )
    rest = [*buttons[1:_MOST_WAYS], Button(OpenMonths(unit.id, 0), "button-months")]
    return (*paired(buttons[:1]), *paired(rest))


async def _verdict(act: Act, unit_id: int) -> Screen:
    await act.focus(Focus.NOTHING)
    judged = await act.db(my_verdict, act.person_id, unit_id)
    unit = await act.db(unit_card, unit_id)
    if isinstance(judged, Problem) or isinstance(unit, Problem):
        return await home(act, Part("stale-button"))
    heading = Part("verdict-heading", {"unit": unit.title, "today": judged.as_of})
    rows = (
        *_ways(judged, unit, mine=unit.owner_id == act.person_id),
        (Button(AskedForPapers(unit_id), "button-asked-for-papers"),),
        (Button(OpenUnit(unit_id), "button-back"), HOME),
    )
    return Screen((heading, *lines(judged, "verdict-remedies")), rows)


async def _expert(act: Act, role: int | None) -> Hat | None:
    """The live role, worn from now on: what is typed next is looked up. None when it is over."""
    worn = None if role is None else await act.db(hat, act.person_id, role)
    if worn is None or isinstance(worn, Problem):
        return None
    if act.visit.role_id != worn.role_id:
        await act.db(set_role, act.key, worn.role_id)
        act.visit.role_id = worn.role_id
    await act.focus(Focus.LOOK_UP)
    return worn


async def _over(act: Act) -> Screen:
    return await home(act, Part("review-role-over"))


def _desk(worn: Hat, note: Part | Problem | None = None) -> Screen:
    """The look-up's question."""
    return Screen((Part("look-up", {"office": worn.office_name}),), ((HOME,),)).with_note(note)


def _unread(message: Message, worn: Hat) -> Screen:
    """The question again under what is said of a photo, a voice, a password: nothing of them is kept."""
    if message.text is not None:
        return replace(_desk(worn, Part("password-refused")), forget=True)
    kind = came(message)
    if kind in _PAPERS:
        return _desk(worn, Part("look-up-papers", {"source": source(cite(NO_LICENCE_COPIES))}))
    return _desk(worn, Part("look-up-not-text", {"came": Word(f"came-{kind}")}))


async def _typed(message: Message, act: Act) -> Screen:
    worn = await _expert(act, act.visit.role_id)
    if worn is None:
        return await _over(act)
    if message.text is None or names_password(message.text):
        return _unread(message, worn)
    found = await act.db(look_up, worn, normalise(message.text)[:_MOST_TYPED])
    if not isinstance(found, Problem) and found:
        return await _several(act, worn, found)
    if read_code(message.text) is None and looks_like_password(message.text):
        return _unread(message, worn)
    return _desk(worn, found if isinstance(found, Problem) else Part("look-up-nothing"))


async def _several(act: Act, worn: Hat, found: Sequence[FoundUnit]) -> Screen:
    """The one that was found, or all of them to choose from."""
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
        return _desk(worn, card)
    another = (Button(OpenLookUp(worn.role_id), "button-look-up-another"), HOME)
    if page and card.months:
        return _months(card, worn, page, another)
    values: dict[str, Value] = {
        "unit": card.unit.title,
        "union": card.unit.union,
        "county": card.unit.county,
        "class": shown(card.trade_class),
        "state": shown(card.state),
        "today": card.verdict.as_of,
    }
    months = ((Button(OpenFound(worn.role_id, unit_id, 1), "button-expert-months"),),) if card.months else ()
    return Screen((Part("expert-heading", values), *lines(card.verdict, "expert-remedies")), (*months, another))


def _months(card: ExpertCard, worn: Hat, page: int, another: tuple[Button, ...]) -> Screen:
    pages = -(-len(card.months) // _PAGE)
    page = min(page, pages)
    turn = tuple(
        Button(OpenFound(worn.role_id, card.unit.unit_id, number), key)
        for number, key in ((page - 1, "button-previous-page"), (page + 1, "button-next-page"))
        if 1 <= number <= pages
    )
    parts = [Part("expert-months", {"unit": card.unit.title})]
    for month in card.months[(page - 1) * _PAGE : page * _PAGE]:
        parts.extend(_month(month))
    back = (Button(OpenFound(worn.role_id, card.unit.unit_id, 0), "button-back"),)
    return Screen(tuple(parts), (*((turn,) if turn else ()), back, another))


def _month(month: ExpertMonth) -> list[Part]:
    marks = (Word(f"expert-mark-{name}") for name, holds in (("late", month.late), ("zero", month.zero)) if holds)
    values: dict[str, Value] = {
        "month": month.month,
        "state": Joined((shown(month.state), *marks), "joint-dot"),
        "employees": month.employees,
    }
    parts = [Part("expert-month", values)]
    if month.confirmed_on is not None and month.confirmed_by is not None:
        parts.append(Part("expert-confirmed", {"at": month.confirmed_on, "by": month.confirmed_by}))
    for line in month.lines:
        if month.zero and not line.sold:
            continue
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
        worn = await _expert(act, tap.role)
        return await _over(act) if worn is None else _desk(worn)

    @routes.callback_query(Tapped(OpenFound))
    async def open_found(_: CallbackQuery, act: Act, tap: OpenFound) -> Screen:
        worn = await _expert(act, tap.role)
        return await _over(act) if worn is None else await _found(act, worn, tap.unit, tap.page)

    @routes.message(Awaiting(Focus.LOOK_UP))
    async def typed(message: Message, act: Act) -> Screen:
        return await _typed(message, act)

    @routes.edited_message(Awaiting(Focus.LOOK_UP))
    async def edited(_: Message, act: Act) -> Screen:
        worn = await _expert(act, act.visit.role_id)
        return await _over(act) if worn is None else _desk(worn, EDITED)

    return routes
