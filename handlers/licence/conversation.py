"""The owner says that the licence was renewed: three questions, those of the registration, and one button."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import FormTap, RenewLicence
from handlers.filling import Conversation, begin, begun, press, resume
from handlers.form import Answer, Body, Form, Option, Returned, Step, lead
from handlers.home import HOME, home, unit_page
from handlers.licence.taps import HandInLicence
from handlers.registration import reading
from handlers.registration.questions import doubt
from handlers.screen import Code, Part, Screen, Word, shown
from models.drafts import OpenDraft, draft, draft_about, drafts_of, drop_draft
from models.people import Focus
from models.receipts import Receipt
from models.reviews import RemarkCode, RemarkView, Subject, SubjectKind, remarks_for
from models.units import (
    Licence,
    RegistrationField,
    Renewable,
    RenewalState,
    UnitCard,
    UnitProblem,
    renewable,
    submit_renewal,
    unit_card,
)
from models.values.ids import IdKind, LicenceNumber
from models.values.problem import Problem

NAME: Final = "licence"
_F = RegistrationField
_MENDED_AT: Final[Mapping[StrEnum, str]] = {
    UnitProblem.LICENCE_DATES: _F.LICENCE_EXPIRES,
    UnitProblem.LICENCE_FUTURE: _F.LICENCE_ISSUED,
    UnitProblem.NOT_RENEWED: _F.LICENCE_EXPIRES,
}


def _old(body: Body) -> tuple[str, date]:
    """The number and the last day of the licence that stands."""
    return str(body.facts["number"]), date.fromisoformat(body.facts["expires"])


def _steps(body: Body) -> tuple[Step, ...]:
    number, expires = _old(body)

    def read_expires(text: str, body: Body) -> Answer:
        found = reading.licence_expires(text, body)
        if not isinstance(found, str):
            return found
        last, today = date.fromisoformat(found), date.fromisoformat(body.facts["today"])
        over = last <= expires or last < today
        return Problem(UnitProblem.NOT_RENEWED, {"expires": last, "old": expires}) if over else found

    return (
        Step(
            _F.LICENCE_NUMBER,
            "renewal-ask-number",
            "registration-field-licence-number",
            read=reading.number(IdKind.LICENCE, lambda _: {}),
            options=(Option(number, "button-same-number"),),
            values={"number": Code(number)},
        ),
        Step(
            _F.LICENCE_ISSUED,
            "renewal-ask-issued",
            "registration-field-licence-issued",
            read=reading.licence_issued,
            show=date.fromisoformat,
        ),
        Step(
            _F.LICENCE_EXPIRES,
            "renewal-ask-expires",
            "registration-field-licence-expires",
            read=read_expires,
            show=date.fromisoformat,
        ),
    )


def _above(body: Body, _: str) -> tuple[Part, ...]:
    return (Part("renewal-heading", {"unit": body.facts["title"], "expires": _old(body)[1]}),)


def _heading(body: Body) -> tuple[Part, ...]:
    return (Part("renewal-summary", {"unit": body.facts["title"], "expires": _old(body)[1]}),)


def _returned(body: Body) -> tuple[Returned, ...]:
    """What the union sent back, beside what is answered now."""
    return tuple(
        Returned(
            field,
            Part("form-remark", {"field": Word(f"registration-field-{field}"), "reason": shown(RemarkCode(code))}),
            body.answers.get(field) != sent,
            None if note is None else Part("form-remark-note", {"note": note}),
        )
        for field, code, note, sent in body.facts.get("remarks", ())
    )


FORM: Final = Form(
    NAME,
    _steps,
    _heading,
    "button-send-renewal",
    above=_above,
    closing=lambda _: (Part("renewal-before-sending"),),
    hand_in=lambda body, draft, revision: HandInLicence(draft, revision, body.facts["unit"]),
    returned=_returned,
)


class RenewalConversation(Conversation):
    """The form of a renewed licence with what it needs from the models."""

    form = FORM

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:
        """Ask for the last day anew where it no longer follows the first; say what is worth a second look."""
        del act
        said = body.answers
        issued, expires = said.get(_F.LICENCE_ISSUED), said.get(_F.LICENCE_EXPIRES)
        if step == _F.LICENCE_ISSUED and issued and expires and expires <= issued:
            del said[_F.LICENCE_EXPIRES]
            return Part("registration-expires-again")
        return doubt(body, _F.LICENCE_EXPIRES if step == _F.LICENCE_ISSUED else step)

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Lay it before the union."""
        unit, said = int(body.facts["unit"]), body.answers
        new = Licence(
            LicenceNumber(said[_F.LICENCE_NUMBER]),
            date.fromisoformat(said[_F.LICENCE_ISSUED]),
            date.fromisoformat(said[_F.LICENCE_EXPIRES]),
        )
        outcome = await act.db(submit_renewal, act.person_id, unit, int(body.facts["revision"]), new)
        if isinstance(outcome, Receipt):
            await _drop(act, opened)
            return _receipt(outcome.code)
        step = _MENDED_AT.get(outcome.code)
        if step is not None:
            return outcome, step
        await _drop(act, opened)
        return await _as_it_stands(act, unit, outcome)

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def reopened(self, act: Act, opened: OpenDraft) -> Screen:
        """The form where it stands, unless the renewal or the unit has moved on."""
        return await _open(act, int(opened.body["facts"]["unit"]))


CONVERSATION: Final = RenewalConversation()


def _receipt(code: str) -> Screen:
    return Screen((Part("renewal-sent", {"receipt": Code(code)}),), ((HOME,),))


async def _drop(act: Act, opened: OpenDraft) -> None:
    await act.focus(Focus.NOTHING)
    await act.db(drop_draft, act.person_id, opened.id)


async def _as_it_stands(act: Act, unit_id: int, note: Part | Problem) -> Screen:
    """The unit's page under a note; home when it is not (or no longer) the person's."""
    card = await act.db(unit_card, unit_id)
    if not isinstance(card, UnitCard) or card.owner_id != act.person_id:
        return await home(act, note)
    await act.focus(Focus.NOTHING)
    drafts = [one for one in await act.db(drafts_of, act.person_id) if begun(one)]
    return (await unit_page(act, card, drafts)).with_note(note)


def _facts(found: Renewable, remarks: Iterable[RemarkView]) -> dict[str, Any]:
    sent = {} if found.open is None else found.open.new.fields
    return {
        "unit": found.unit_id,
        "title": found.title,
        "revision": found.revision,
        "number": str(found.licence.number),
        "expires": found.licence.expires.isoformat(),
        "remarks": [[one.field, one.code.value, one.note, sent.get(one.field)] for one in remarks],
    }


async def _open(act: Act, unit_id: int, field: str = "", revision: int | None = None) -> Screen:
    """The form, of a returned renewal at what is to be mended; the unit's page where there is nothing to state now."""
    found = await act.db(renewable, act.person_id, unit_id)
    half = await act.db(draft_about, act.person_id, NAME, f"licence:{unit_id}")
    waits = isinstance(found, Renewable) and found.open is not None and found.open.state is RenewalState.SUBMITTED
    if isinstance(found, Problem) or waits:
        if half is not None:
            await act.db(drop_draft, act.person_id, half.id)
        return await _as_it_stands(act, unit_id, found if isinstance(found, Problem) else Part("renewal-waits"))
    if revision not in (None, 0, found.revision):
        field = ""
    if half is not None and half.body["facts"]["revision"] == found.revision:
        return await resume(act, CONVERSATION, half, at=field or None, anew=True)
    remarks: tuple[RemarkView, ...] = ()
    answers: dict[str, Answer] = {}
    if found.open is not None:
        answers = dict(found.open.new.fields)
        told = await act.db(remarks_for, act.person_id, Subject(SubjectKind.LICENCE, found.open.id))
        remarks = () if isinstance(told, Problem) else told
    body = Body(answers, facts=_facts(found, remarks))
    if answers:
        lead(FORM, body, field)
    return await begin(act, CONVERSATION, f"licence:{unit_id}", body, anew=True)


async def _hand_in(act: Act, tap: HandInLicence) -> Screen:
    """Send it; when the button is tapped again, the receipt is shown again."""
    opened = await act.db(draft, act.person_id, tap.draft)
    if opened is not None and opened.form == NAME:
        return await press(act, CONVERSATION, opened, FormTap(tap.draft, tap.revision, "submit", 0))
    found = await act.db(renewable, act.person_id, tap.unit)
    if isinstance(found, Renewable) and found.open is not None and found.open.state is RenewalState.SUBMITTED:
        await act.focus(Focus.NOTHING)
        return _receipt(found.open.receipt)
    return await _as_it_stands(act, tap.unit, Part("form-closed"))


def router() -> Router:
    """Begin to state a renewed licence, mend a returned one, hand it in."""
    routes = Router(name="licence")

    @routes.callback_query(Tapped(RenewLicence))
    async def renew(_: CallbackQuery, act: Act, tap: RenewLicence) -> Screen:
        fields = {_F.LICENCE_NUMBER.value, _F.LICENCE_ISSUED.value, _F.LICENCE_EXPIRES.value}
        return await _open(act, tap.unit, tap.field if tap.field in fields else "", tap.revision)

    @routes.callback_query(Tapped(HandInLicence))
    async def hand_in(_: CallbackQuery, act: Act, tap: HandInLicence) -> Screen:
        return await _hand_in(act, tap)

    return routes
