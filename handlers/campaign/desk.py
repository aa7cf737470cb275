"""The taps of a campaign's boards: look, set the term, show the invitation, write the list."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenCoverage, Tap
from handlers.campaign import cards
from handlers.campaign.forms import MembersForm, StartForm
from handlers.campaign.looking import coverage_board
from handlers.campaign.taps import DropMember, ListMembers, PlanCampaign, ShowInvitation, ShowMember, ShowMissing
from handlers.filling import begin
from handlers.form import Body
from handlers.home import home
from handlers.office_forms import office_facts
from handlers.screen import Part, Screen
from models.campaigns import gate, missing_page, missing_unit, remove_member
from models.organisations import Deed, Hat, OfficeView, hat, may, office
from models.people import Focus, Messenger
from models.values.problem import Problem


async def _place(act: Act, worn: Hat, deed: Deed, office_id: int) -> OfficeView | Problem:
    """The office when this hat may do this there now."""
    live = await act.db(gate, worn, deed, office_id)
    return live if isinstance(live, Problem) else await act.db(office, office_id)


async def _board(act: Act, worn: Hat, tap: OpenCoverage) -> Screen:
    return await coverage_board(act, worn, tap.office, tap.after)


async def _plan(act: Act, worn: Hat, tap: PlanCampaign) -> Screen:
    place = await _place(act, worn, Deed.PLAN_CAMPAIGN, tap.province)
    if isinstance(place, Problem):
        return await home(act, place)
    return await begin(
        act, StartForm(), f"campaign:{place.id}", Body(facts=office_facts(worn, place.id, place.name)), anew=True
    )


async def _invitation(act: Act, worn: Hat, tap: ShowInvitation) -> Screen:
    place = await _place(act, worn, Deed.SEE_COVERAGE, tap.union)
    if isinstance(place, Problem):
        return await home(act, place)
    address = next((address for one, address in act.links.items() if one.value == tap.messenger), None)
    if address is None:
        return cards.invitation(worn, place, act.links)
    return cards.invitation_picture(worn, place, Messenger(tap.messenger), address)


async def _list(act: Act, worn: Hat, tap: ListMembers) -> Screen:
    place = await _place(act, worn, Deed.LIST_MEMBERS, tap.union)
    if isinstance(place, Problem):
        return await home(act, place)
    return await begin(
        act, MembersForm(), f"members:{place.id}", Body(facts=office_facts(worn, place.id, place.name)), anew=True
    )


async def _missing(act: Act, worn: Hat, tap: ShowMissing, note: Part | Problem | None = None) -> Screen:
    page = await act.db(missing_page, worn, tap.office, tap.after)
    if isinstance(page, Problem):
        return await home(act, page)
    return cards.missing(worn, page).with_note(note)


async def _member(act: Act, worn: Hat, tap: ShowMember | DropMember, *, asked: bool = False) -> Screen:
    item = await act.db(missing_unit, worn, tap.expected)
    if isinstance(item, Problem):
        return await coverage_board(act, worn, note=Part("campaign-member-gone"))
    lists = await act.db(may, worn, Deed.LIST_MEMBERS, item.union_id)
    return cards.member(worn, item, lists=lists, asked=asked)


async def _drop(act: Act, worn: Hat, tap: DropMember) -> Screen:
    if not tap.sure:
        return await _member(act, worn, tap, asked=True)
    outcome = await act.db(remove_member, worn, tap.expected)
    note = outcome if isinstance(outcome, Problem) else Part("campaign-member-dropped")
    return await _missing(act, worn, ShowMissing(worn.role_id, tap.union, ""), note)


_TAPS: Final[tuple[tuple[type[Tap], Callable[[Act, Hat, Any], Awaitable[Screen]]], ...]] = (
    (OpenCoverage, _board),
    (PlanCampaign, _plan),
    (ShowInvitation, _invitation),
    (ListMembers, _list),
    (ShowMissing, _missing),
    (ShowMember, _member),
    (DropMember, _drop),
)


def _in_role(answer: Callable[[Act, Hat, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """Every tap names a role: it is asked anew, and without it nothing is done."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        return await (home(act, Part("review-role-over")) if isinstance(worn, Problem) else answer(act, worn, tap))

    return tapped


def register_taps(routes: Router) -> None:
    """The taps of the boards."""
    for kind, answer in _TAPS:
        routes.callback_query.register(_in_role(answer), Tapped(kind))
