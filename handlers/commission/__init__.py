"""The commission tracker (60/227210 ¶6): boards of counties, a county's card, and the steps that are recorded there."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenCommissions, Tap
from handlers.commission import cards
from handlers.commission.forms import LetterForm, SessionForm, UnionForm
from handlers.commission.looking import commissions
from handlers.commission.taps import RecordAll, RecordLetter, RecordSession, RecordUnion, ShowUnions
from handlers.filling import begin
from handlers.form import SUMMARY, Body
from handlers.home import home
from handlers.office_forms import office_facts
from handlers.screen import Part, Screen
from models.commissions import CommissionProblem, CountyCard, county_card, record_informed
from models.organisations import Hat, OrganisationProblem, hat
from models.people import Focus
from models.values.problem import Problem

__all__ = ["LetterForm", "SessionForm", "UnionForm", "router"]


async def _look(act: Act, worn: Hat, tap: OpenCommissions) -> Screen:
    return await commissions(act, worn, tap.office, tap.after)


async def _card(act: Act, worn: Hat, county_id: int, *, session: bool) -> CountyCard | Problem:
    """The county's card when this hat may record this step there."""
    seen = await act.db(county_card, worn, county_id)
    if isinstance(seen, Problem):
        return seen
    if not (seen.records_session if session else seen.records_letter):
        return Problem(OrganisationProblem.OUT_OF_REACH, {"own": worn.kind})
    return seen


def _body(worn: Hat, seen: CountyCard) -> Body:
    return Body(facts=office_facts(worn, seen.line.office.id, seen.line.office.name))


async def _session(act: Act, worn: Hat, tap: RecordSession) -> Screen:
    seen = await _card(act, worn, tap.county, session=True)
    if isinstance(seen, Problem):
        return await home(act, seen)
    body = _body(worn, seen)
    mended = next((one for one in seen.sittings if one.id == tap.mends), None)
    if mended is not None:
        body.facts["mends"] = mended.id
        body.answers = {
            "day": mended.held_on.isoformat(),
            "number": mended.minute,
            "result": mended.result.value,
            "words": mended.words,
        }
        body.at = SUMMARY
    return await begin(act, SessionForm(), f"session:{tap.county}", body, anew=True)


async def _letter(act: Act, worn: Hat, tap: RecordLetter) -> Screen:
    seen = await _card(act, worn, tap.county, session=False)
    if isinstance(seen, Problem):
        return await home(act, seen)
    if not any(one.result.value != "postponed" for one in seen.sittings):
        return await commissions(act, worn, tap.county, note=Problem(CommissionProblem.NO_SESSION))
    body = _body(worn, seen)
    if seen.letter is not None:
        body.answers, body.at = {"number": seen.letter[0], "day": seen.letter[1].isoformat()}, SUMMARY
    return await begin(act, LetterForm(), f"letter:{tap.county}", body, anew=True)


async def _unions(act: Act, worn: Hat, tap: ShowUnions, note: Part | Problem | None = None) -> Screen:
    seen = await act.db(county_card, worn, tap.county)
    if isinstance(seen, Problem):
        return await home(act, seen)
    return cards.unions(worn, seen, tap.page).with_note(note)


async def _union(act: Act, worn: Hat, tap: RecordUnion) -> Screen:
    seen = await _card(act, worn, tap.county, session=False)
    if isinstance(seen, Problem):
        return await home(act, seen)
    union = next((one.union for one in seen.unions if one.union.id == tap.union), None)
    if union is None or seen.letter is None:
        return await commissions(act, worn, tap.county, note=Part("stale-button"))
    body = _body(worn, seen)
    body.facts |= {"union": union.id, "union-name": union.name, "least": seen.letter[1].isoformat()}
    return await begin(act, UnionForm(), f"informed:{union.id}", body, anew=True)


async def _all(act: Act, worn: Hat, tap: RecordAll) -> Screen:
    if not tap.sure:
        seen = await _card(act, worn, tap.county, session=False)
        return await home(act, seen) if isinstance(seen, Problem) else cards.unions(worn, seen, 0, asked=True)
    outcome = await act.db(record_informed, worn, tap.county, ())
    note = outcome if isinstance(outcome, Problem) else Part("commission-all-recorded", {"n": outcome})
    return await commissions(act, worn, tap.county, note=note)


_TAPS: Final[tuple[tuple[type[Tap], Callable[[Act, Hat, Any], Awaitable[Screen]]], ...]] = (
    (OpenCommissions, _look),
    (RecordSession, _session),
    (RecordLetter, _letter),
    (ShowUnions, _unions),
    (RecordUnion, _union),
    (RecordAll, _all),
)


def _in_role(answer: Callable[[Act, Hat, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """Every tap names a role: it is asked anew, and without it nothing is done."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        return await (home(act, Part("review-role-over")) if isinstance(worn, Problem) else answer(act, worn, tap))

    return tapped


def router() -> Router:
    """The tracker's taps."""
    routes = Router(name="commission")
    for kind, answer in _TAPS:
        routes.callback_query.register(_in_role(answer), Tapped(kind))
    return routes
