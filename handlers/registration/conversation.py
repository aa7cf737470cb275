"""The registration's conversation: begin, go on, mend what was returned, hand in."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import FormTap, MendUnit, Register, TakeWish
from handlers.filling import begin, begun, press, resume
from handlers.form import Answer, Body, Step, lead
from handlers.home import HOME, home, unit_page
from handlers.registration import products
from handlers.registration.answers import places, prefilled, registration
from handlers.registration.questions import COUNTY_NAME, FORM, MISSING, NAME, UNION_NAME, doubt
from handlers.registration.returned import first_step, kept
from handlers.registration.taps import HandInRegistration
from handlers.registration.wished import chosen, go_on, noted, taken_up
from handlers.screen import Code, Part, Screen
from models.campaigns import invited_to
from models.drafts import OpenDraft, draft, draft_about, drafts_of, drop_draft
from models.organisations import OfficeKind, counties, lineage, provinces, unions
from models.people import Focus, set_name
from models.receipts import Receipt
from models.reviews import Subject, SubjectKind, remarks_for
from models.units import (
    RegistrationField,
    UnitCard,
    UnitProblem,
    UnitState,
    chose_union,
    my_units,
    registration_of,
    resubmit_registration,
    submit_registration,
    unit_card,
)
from models.values.problem import Problem
from models.values.unions import short_name

_F = RegistrationField
_MENDED_AT: Final[Mapping[StrEnum, str]] = {
    UnitProblem.PRODUCT_COUNT: products.ALL,
    UnitProblem.PRODUCT_TWICE: products.ALL,
    UnitProblem.PRODUCT_FIGURES: products.ALL,
    UnitProblem.PRODUCT_UNKNOWN: products.ALL,
    UnitProblem.EMPLOYEES: _F.EMPLOYEES,
    UnitProblem.LICENCE_DATES: _F.LICENCE_EXPIRES,
    UnitProblem.LICENCE_FUTURE: _F.LICENCE_ISSUED,
    UnitProblem.LICENSED_SINCE: _F.LICENSED_SINCE,
    UnitProblem.NOT_PRODUCTION: _F.TRADE_CLASS,
    UnitProblem.NOT_A_UNION: _F.UNION,
    UnitProblem.LOCATION_OUTSIDE: _F.LOCATION,
}
_MISSED: Final = {UNION_NAME: OfficeKind.UNION, COUNTY_NAME: OfficeKind.COUNTY}
_OVER: Final = {
    UnitProblem.NOT_YOURS,
    UnitProblem.UNDER_REVIEW,
    UnitProblem.CONFIRMED,
    UnitProblem.REJECTED,
    UnitProblem.STALE,
}
"""Refusals after which the draft is worth nothing: the unit has moved on."""


class RegistrationConversation:
    """The form of a registration with what it needs from the models."""

    form = FORM

    async def look_up(self, act: Act, body: Body, step: Step) -> list[list[object]]:
        """Provinces, the province's counties, the county's unions that hold what was typed."""
        match step.name:
            case "province":
                found = await act.db(provinces)
            case "county":
                found = await act.db(counties, body.answers["province"][0])
            case _:
                county, name = body.answers["county"]
                found = (await act.db(unions, county, body.query)).found
                labels = [short_name(office.name, name) for office in found]
                if len(set(labels)) == len(labels):
                    return [[[office.id, office.name], label] for office, label in zip(found, labels, strict=True)]
        return [[[office.id, office.name], office.name] for office in found]

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:
        """Remember the name, report a missing union or county, and say what is worth a second look."""
        said = body.answers
        if step in {_F.FIRST_NAME, _F.LAST_NAME} and _F.FIRST_NAME in said and _F.LAST_NAME in said:
            await act.db(set_name, act.person_id, f"{said[_F.FIRST_NAME]} {said[_F.LAST_NAME]}")
        if step == _F.UNION and said[step] != MISSING:
            await act.db(chose_union, act.person_id, said[step][0])
        if step in {"county", _F.UNION}:
            await chosen(act, body)
        if step in _MISSED:
            return await noted(act, self, body, _MISSED[step])
        if step == _F.LICENCE_ISSUED:
            again = _asked_again(said)
            if again is not None:
                return again
        if step == _F.UNIQUE_LICENCE_ID and said[step] is None:
            return Part("registration-no-unique-id")
        return doubt(body, _F.LICENCE_EXPIRES if step == _F.LICENCE_ISSUED else step)

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Lay the registration before the union."""
        said = registration(body)
        if isinstance(said, Problem):
            return said
        unit = body.facts.get("unit")
        outcome: Receipt | Problem
        if unit is None:
            outcome = await act.db(submit_registration, act.person_id, said, act.received)
        else:
            revision = body.facts["revision"]
            outcome = await act.db(resubmit_registration, act.person_id, unit, revision, said, act.received)
        if isinstance(outcome, Receipt):
            await _drop(act, opened)
            return _receipt(outcome, again=unit is not None, late=await _late(act, outcome.subject_id))
        if outcome.code in _OVER and unit is not None:
            await _drop(act, opened)
            return await _as_it_stands(act, unit, outcome)
        if outcome.code is UnitProblem.INCOMPLETE:
            return outcome, str(outcome.values["field"])
        step = _MENDED_AT.get(outcome.code)
        return outcome if step is None else (outcome, step)

    async def reopened(self, act: Act, opened: OpenDraft) -> Screen:
        """Go on with a draft, unless the unit that it mends has moved on."""
        facts = opened.body.get("facts", {})
        if "unit" not in facts or await _mendable(act, facts["unit"], facts["revision"]):
            return await taken_up(act, self, opened)
        await _drop(act, opened)
        return await _as_it_stands(act, facts["unit"], Part("form-closed"))

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)


def _asked_again(said: dict[str, Answer]) -> Part | None:
    """Which dates another date of issue contradicts: they are taken out, and asked for again."""
    issued, expires, since = (said.get(field) for field in (_F.LICENCE_ISSUED, _F.LICENCE_EXPIRES, _F.LICENSED_SINCE))
    younger = bool(issued and since and since > issued)
    if younger:
        del said[_F.LICENSED_SINCE]
    if issued and expires and expires <= issued:
        del said[_F.LICENCE_EXPIRES]
        return Part("registration-expires-again")
    return Part("registration-since-again") if younger else None


async def _drop(act: Act, opened: OpenDraft) -> None:
    await act.focus(Focus.NOTHING)
    await act.db(drop_draft, act.person_id, opened.id)


async def _late(act: Act, unit_id: int) -> bool:
    """Whether it came after the term of the province's campaign."""
    card = await act.db(unit_card, unit_id)
    return isinstance(card, UnitCard) and card.late


def _receipt(receipt: Receipt, *, again: bool, late: bool = False) -> Screen:
    parts = (
        Part("registration-sent-again" if again else "registration-sent", {"receipt": Code(receipt.code)}),
        *((Part("registration-extra-check"),) if receipt.extra_check else ()),
        *((Part("registration-late"),) if late else ()),
        Part("registration-companion"),
    )
    return Screen(parts, ((HOME,),))


async def _as_it_stands(act: Act, unit_id: int, note: Part | Problem) -> Screen:
    """The unit's present state under a note; home when it is not (or no longer) the person's."""
    card = await act.db(unit_card, unit_id)
    if not isinstance(card, UnitCard) or card.owner_id != act.person_id:
        return await home(act, note)
    await act.focus(Focus.NOTHING)
    drafts = [one for one in await act.db(drafts_of, act.person_id) if begun(one)]
    return (await unit_page(act, card, drafts)).with_note(note)


async def _mendable(act: Act, unit_id: int, revision: int) -> bool:
    card = await act.db(unit_card, unit_id)
    mine = isinstance(card, UnitCard) and card.owner_id == act.person_id
    return mine and isinstance(card, UnitCard) and (card.state, card.revision) == (UnitState.RETURNED, revision)


async def _mend(act: Act, conversation: RegistrationConversation, tap: MendUnit) -> Screen:
    said = await act.db(registration_of, act.person_id, tap.unit)
    if isinstance(said, Problem):
        return await home(act, said)
    subject = f"unit:{tap.unit}"
    opened = await act.db(draft_about, act.person_id, NAME, subject)
    if not await _mendable(act, tap.unit, tap.revision):
        return await _as_it_stands(act, tap.unit, Part("stale-button"))
    if opened is not None and opened.body.get("facts", {}).get("revision") == tap.revision:
        at = first_step(Body.of_json(opened.body), tap.field) if tap.field else None
        return await resume(act, conversation, opened, at=at, anew=True)
    answers = prefilled(said, await act.db(lineage, said.union_id))
    found = await act.db(remarks_for, act.person_id, Subject(SubjectKind.UNIT, tap.unit))
    remarks = () if isinstance(found, Problem) else found
    body = Body(answers, facts={"unit": tap.unit, "revision": tap.revision, "remarks": kept(remarks, answers)})
    lead(conversation.form, body, first_step(body, tap.field) if tap.field else "")
    return await begin(act, conversation, subject, body, anew=True, note=Part("registration-mend"))


async def _hand_in(act: Act, conversation: RegistrationConversation, tap: HandInRegistration) -> Screen:
    """Send it; when the button is tapped again, the receipt is shown again."""
    opened = await act.db(draft, act.person_id, tap.draft)
    if opened is not None and opened.form == NAME:
        return await press(act, conversation, opened, FormTap(tap.draft, tap.revision, "submit", 0))
    units = await act.db(my_units, act.person_id)
    sent = [unit for unit in units if unit.owner_id == act.person_id and tap.unit in (0, unit.id)]
    if not sent:
        return await home(act, Part("form-closed"))
    unit = max(sent, key=lambda one: (one.submitted_at, one.id))
    if unit.state is not UnitState.SUBMITTED:
        return await _as_it_stands(act, unit.id, Part("form-closed"))
    await act.focus(Focus.NOTHING)
    receipt = Receipt(unit.receipt, unit.id, extra_check=unit.contested)
    return _receipt(receipt, again=unit.revision > 1, late=unit.late)


def router(conversation: RegistrationConversation) -> Router:
    """Begin a registration, go on with one, mend a returned one."""
    routes = Router(name="registration")

    @routes.callback_query(Tapped(Register))
    async def register(_: CallbackQuery, act: Act) -> Screen:
        opened = await act.db(draft_about, act.person_id, NAME, "")
        if opened is not None:
            note = Part("registration-goes-on" if begun(opened) else "registration-intro")
            return await resume(act, conversation, opened, note, anew=True)
        invited = await act.db(invited_to, act.person_id)
        return await begin(act, conversation, "", Body(places(invited)), note=Part("registration-intro"))

    @routes.callback_query(Tapped(HandInRegistration))
    async def hand_in(_: CallbackQuery, act: Act, tap: HandInRegistration) -> Screen:
        return await _hand_in(act, conversation, tap)

    @routes.callback_query(Tapped(TakeWish))
    async def waited(_: CallbackQuery, act: Act, tap: TakeWish) -> Screen:
        return await go_on(act, conversation, tap)

    @routes.callback_query(Tapped(MendUnit))
    async def mend(_: CallbackQuery, act: Act, tap: MendUnit) -> Screen:
        return await _mend(act, conversation, tap)

    return routes
