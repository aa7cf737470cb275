"""Tapping through the offices: every click is checked anew, a revoked role does nothing."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Awaiting, Tapped
from handlers.buttons import LeaveUnit, OpenDelegates, OpenRole, Tap
from handlers.filling import Conversation, begin, came, resume
from handlers.form import Body
from handlers.home import EDITED, HOME, home, in_place, leave_form
from handlers.offices import absence, adding, delegates, inviting, pages, taking
from handlers.offices.taps import (
    AddOffice,
    BeginAbsence,
    EndAbsence,
    EndDelegate,
    Invite,
    InviteDelegate,
    InviteStandIn,
    ListOffices,
    OpenAbsence,
    OpenInvitations,
    OpenOffice,
    Revoke,
    SearchOffices,
    TakeInvitation,
    Withdraw,
)
from handlers.screen import Button, Part, Screen, Value, Word, shown
from models.absences import absence_of, absences_in, checked_day
from models.drafts import draft_about
from models.invitations import open_invitations, withdraw
from models.organisations import (
    Deed,
    Hat,
    OfficeView,
    OrganisationProblem,
    hat,
    holding,
    may,
    may_give,
    office,
    offices_below,
    revoke,
    staff,
)
from models.people import Focus, known_as, set_role
from models.units import unit_card
from models.values.problem import Problem
from models.values.text import normalise

_MOST_TYPED: Final = 60


async def _role(act: Act, worn: Hat, _: OpenRole | None = None, note: Part | Problem | None = None) -> Screen:
    away = await act.db(absence_of, worn.role_id)
    return pages.role_page(worn, away, await in_place(act, worn)).with_note(note)


async def _office(act: Act, worn: Hat, office_id: int, after: int = 0, note: Part | Problem | None = None) -> Screen:
    found = await act.db(staff, worn, office_id, after)
    if isinstance(found, Problem):
        return await _role(act, worn, note=found)
    away = await act.db(absences_in, office_id)
    gives = await act.db(may, worn, Deed.GIVE_ROLE, office_id)
    adds = await act.db(may, worn, Deed.ADD_OFFICE, office_id)
    return pages.office_page(worn, found, away, gives=gives, adds=adds).with_note(note)


async def _open(act: Act, worn: Hat, tap: OpenOffice) -> Screen:
    return await _office(act, worn, tap.office, tap.after)


async def _list(act: Act, worn: Hat, tap: ListOffices) -> Screen:
    above = await act.db(office, tap.office)
    found = await act.db(offices_below, worn, tap.office, "", tap.after)
    if isinstance(above, Problem) or isinstance(found, Problem):
        return await _role(act, worn, note=found if isinstance(found, Problem) else Part("stale-button"))
    return pages.office_list(worn, above, found, adds=await act.db(may, worn, Deed.ADD_OFFICE, above.id))


async def _search(act: Act, worn: Hat, _: SearchOffices) -> Screen:
    act.visit.role_id = worn.role_id
    await act.db(set_role, act.key, worn.role_id)
    await act.focus(Focus.OFFICES)
    return Screen((Part("offices-search"),), ((pages.back_to_role(worn.role_id), HOME),))


async def _searched(act: Act, worn: Hat, text: str | None) -> Screen:
    typed = normalise(text or "")[:_MOST_TYPED]
    found = await act.db(offices_below, worn, worn.office_id, typed) if typed else None
    if found is None:
        return await _search(act, worn, SearchOffices(worn.role_id))
    if isinstance(found, Problem):
        return await home(act, found)
    return pages.search_result(worn, typed, found)


async def _form(act: Act, conversation: Conversation, subject: str, said: dict[str, Any]) -> Screen:
    """Open the form, or go on with one that was begun about the same and still holds."""
    begun = await act.db(draft_about, act.person_id, conversation.form.name, subject)
    if begun is not None and begun.body.get("facts", {}) | said == begun.body.get("facts", {}):
        return await resume(act, conversation, begun)
    return await begin(act, conversation, subject, Body(facts=said), anew=True)


async def _place(act: Act, office_id: int) -> OfficeView | None:
    found = await act.db(office, office_id)
    return None if isinstance(found, Problem) else found


async def _add(act: Act, worn: Hat, tap: AddOffice) -> Screen:
    above = await _place(act, tap.office)
    if above is None or above.kind not in adding.BELOW or not await act.db(may, worn, Deed.ADD_OFFICE, above.id):
        return await _office(act, worn, tap.office, note=Part("stale-button"))
    said = adding.facts(worn, above.id, above.name, above.kind)
    return await _form(act, adding.CONVERSATION, f"office:{worn.role_id}:{above.id}", said)


async def _invite(act: Act, worn: Hat, tap: Invite) -> Screen:
    place = await _place(act, tap.office)
    roles = () if place is None else pages.offered(worn, place.kind)
    if place is None or not roles or not await act.db(may, worn, Deed.GIVE_ROLE, place.id):
        return await _office(act, worn, tap.office, note=Part("stale-button"))
    said = {
        "kind": "role",
        "role_id": worn.role_id,
        "office": place.id,
        "where": place.name,
        "roles": [role.value for role in roles],
    }
    return await _form(act, inviting.CONVERSATION, f"invite:{worn.role_id}:{place.id}", said)


async def _invite_stand_in(act: Act, worn: Hat, tap: InviteStandIn) -> Screen:
    try:
        day = date.fromordinal(tap.day)
    except (ValueError, OverflowError):
        return await absence.absence(act, worn, Part("stale-button"))
    away = await act.db(absence_of, worn.role_id)
    if away is None:
        checked = await act.db(checked_day, worn, day)
        if isinstance(checked, Problem):
            return await absence.absence(act, worn, checked)
    elif away.stand_in_id is not None:
        return await absence.absence(act, worn, Part("stale-button"))
    said = {
        "kind": "stand-in",
        "role_id": worn.role_id,
        "day": (day if away is None else away.last_day).toordinal(),
        "where": worn.office_name,
        "roles": [worn.kind.value],
    }
    return await _form(act, inviting.CONVERSATION, f"stand-in:{worn.role_id}", said)


async def _invitations(act: Act, worn: Hat, tap: OpenInvitations, note: Part | Problem | None = None) -> Screen:
    offers, after = await act.db(open_invitations, worn, tap.after)
    return pages.invitation_list(worn, offers, after).with_note(note)


async def _revoke(act: Act, worn: Hat, tap: Revoke) -> Screen:
    """Take a role back or lay the own one down; asked first, and said what follows."""
    own = tap.of == tap.role
    held = worn if own else await _held(act, worn, tap.of)
    if isinstance(held, Problem):
        return await _role(act, worn, note=held)
    if not tap.sure:
        values: dict[str, Value] = {"role": shown(held.kind), "office": held.office_name}
        if own:
            parts = (Part("lay-down-ask", values),)
        else:
            values["name"] = (await act.db(known_as, [held.person_id]))[held.person_id]
            parts = (Part("revoke-ask", values),)
        sure = Button(Revoke(tap.role, tap.of, 1), "button-lay-down-sure" if own else "button-revoke-sure")
        back = pages.back_to_role(tap.role) if own else Button(OpenOffice(tap.role, held.office_id, 0), "button-back")
        return Screen(parts, ((sure,), (back, HOME)))
    outcome = await act.db(revoke, tap.of, worn)
    if own:
        return await home(act, outcome if isinstance(outcome, Problem) else Part("role-laid-down"))
    if isinstance(outcome, Problem):
        return await _office(act, worn, held.office_id, note=outcome)
    name = (await act.db(known_as, [held.person_id]))[held.person_id]
    told = Part("role-revoked", {"name": name, "role": shown(held.kind)})
    return await _office(act, worn, held.office_id, note=told)


async def _held(act: Act, worn: Hat, role_id: int) -> Hat | Problem:
    """The role that is to be taken back, when this hat may."""
    held = await act.db(holding, role_id)
    if held is None:
        return Problem(OrganisationProblem.ROLE_OVER)
    if not await act.db(may_give, worn, held.kind, held.office_id):
        return Problem(OrganisationProblem.MAY_NOT_GRANT, {"own": worn.kind})
    return held


async def _absence(act: Act, worn: Hat, _: OpenAbsence) -> Screen:
    return await absence.absence(act, worn)


_TAPS: Final[tuple[tuple[type[Tap], Callable[[Act, Hat, Any], Awaitable[Screen]]], ...]] = (
    (OpenRole, _role),
    (OpenOffice, _open),
    (ListOffices, _list),
    (SearchOffices, _search),
    (AddOffice, _add),
    (Invite, _invite),
    (OpenInvitations, _invitations),
    (Revoke, _revoke),
    (OpenAbsence, _absence),
    (BeginAbsence, absence.begin),
    (InviteStandIn, _invite_stand_in),
    (EndAbsence, absence.end),
)


def _in_role(answer: Callable[[Act, Hat, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """Every tap of the room names a role: it is asked anew, and without it nothing is done."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        return await (home(act, worn) if isinstance(worn, Problem) else answer(act, worn, tap))

    return tapped


async def _withdraw(act: Act, tap: Withdraw) -> Screen:
    outcome = await act.db(withdraw, act.person_id, tap.invitation)
    note = outcome if isinstance(outcome, Problem) else Part("invitation-withdrawn", {"name": outcome.name})
    if tap.unit:
        return await delegates.page(act, tap.unit, note)
    worn = await act.db(hat, act.person_id, tap.role)
    if isinstance(worn, Problem):
        return await home(act, worn)
    return await _invitations(act, worn, OpenInvitations(tap.role, 0), note)


async def _invite_delegate(act: Act, tap: InviteDelegate) -> Screen:
    unit = await act.db(unit_card, tap.unit)
    if isinstance(unit, Problem) or unit.owner_id != act.person_id:
        return await home(act, Part("stale-button"))
    said = {"kind": "delegate", "unit": unit.id, "where": unit.title}
    return await _form(act, inviting.CONVERSATION, f"delegate:{unit.id}", said)


async def _delegates(act: Act, tap: OpenDelegates) -> Screen:
    return await delegates.page(act, tap.unit)


_PLAIN: Final[tuple[tuple[type[Tap], Callable[[Act, Any], Awaitable[Screen]]], ...]] = (
    (TakeInvitation, taking.taken),
    (Withdraw, _withdraw),
    (OpenDelegates, _delegates),
    (InviteDelegate, _invite_delegate),
    (EndDelegate, delegates.end),
    (LeaveUnit, delegates.leave),
)
"""Taps of people without a hat, or whose hat the answer itself asks for."""


def _plainly(answer: Callable[[Act, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        return await answer(act, tap)

    return tapped


async def _worn(act: Act) -> Hat | None:
    found = await act.db(hat, act.person_id, act.visit.role_id or 0)
    return None if isinstance(found, Problem) else found


def router() -> Router:
    """The offices' taps, the texts that they wait for, and the command ``/absence``."""
    routes = Router(name="offices")
    for kind, answer in _TAPS:
        routes.callback_query.register(_in_role(answer), Tapped(kind))
    for plain, told in _PLAIN:
        routes.callback_query.register(_plainly(told), Tapped(plain))

    @routes.message(_is_absence)
    async def commanded(message: Message, act: Act) -> Screen:
        if act.visit.person_id is None:
            return await home(act)
        kept = await leave_form(act)
        typed = (message.text or "").partition(" ")[2].strip()
        return (await absence.commanded(act, typed)).with_note(kept)

    @routes.message(Awaiting(Focus.OFFICES))
    async def searched(message: Message, act: Act) -> Screen:
        worn = await _worn(act)
        return await home(act, Part("review-role-over")) if worn is None else await _searched(act, worn, message.text)

    @routes.message(Awaiting(Focus.ABSENCE))
    async def day_typed(message: Message, act: Act) -> Screen:
        worn = await _worn(act)
        if worn is None:
            return await home(act, Part("review-role-over"))
        return await absence.day_typed(act, worn, message.text)

    @routes.message(Awaiting(Focus.INVITATION))
    async def code_typed(message: Message, act: Act) -> Screen:
        if message.text is None:
            return taking.code_again(Part("form-not-text", {"came": Word(f"came-{came(message)}")}))
        return await taking.code_typed(act, message.text)

    @routes.edited_message(Awaiting(Focus.INVITATION))
    async def code_edited(_: Message) -> Screen:
        return taking.code_again(EDITED)

    return routes


async def _is_absence(message: Message) -> bool:
    first = (message.text or "").split(maxsplit=1)
    return bool(first) and first[0].partition("@")[0].lower() == "/absence"
