"""Coming by a union's link or code: what it finds, and a registration with its place filled in already."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import JoinUnion, OpenUnit, Resume
from handlers.filling import begin, begun, resume
from handlers.form import Body
from handlers.home import HOME, home
from handlers.home.ways import kept, way_back
from handlers.registration import RegistrationConversation
from handlers.registration.answers import places
from handlers.registration.questions import NAME, UNION_NAME
from handlers.screen import Button, Part, Screen, Value, shown
from models.campaigns import Invited, accept_invitation, union_of
from models.drafts import OpenDraft, draft_about, drafts_of, save_draft
from models.organisations import OfficeView, withdraw_wishes
from models.units import RegistrationField
from models.values.problem import Problem


def _named(above: tuple[OfficeView, ...]) -> dict[str, Value]:
    names = [one.name for one in above] + ["", ""]
    return {"office": names[0], "county": names[1], "province": names[2]}


async def by_link(act: Act, code: str) -> Screen:
    """A proven person opened the union's link, or typed its code."""
    union_id = await act.db(union_of, code)
    return await (home(act, union_id) if isinstance(union_id, Problem) else _invited(act, union_id))


async def _invited(act: Act, union_id: int, *, sure: bool = False) -> Screen:
    """What the union's invitation leads to; nothing that is half filled in changes without being asked."""
    found = await act.db(accept_invitation, act.person_id, union_id)
    if isinstance(found, Problem):
        return await home(act, found)
    if found.serves:
        return Screen((Part("campaign-own-link", _named(found.lineage)),), ((HOME,),))
    if found.units and not sure:
        return _registered(found)
    half = await act.db(draft_about, act.person_id, NAME, "")
    if sure or half is None or not begun(half):
        drafts = () if sure else kept(await act.db(drafts_of, act.person_id))
        return _ask_first(found, drafts[0]) if drafts else await _begin(act, found, half)
    if _union(half) == union_id:
        return await resume(act, RegistrationConversation(), half, Part("registration-goes-on"), anew=True)
    return _ask(found, half)


def _union(half: OpenDraft) -> int | None:
    chosen = half.body.get("answers", {}).get(RegistrationField.UNION)
    return chosen[0] if isinstance(chosen, list) else None


def _registered(found: Invited) -> Screen:
    unit = found.units[0]
    values: dict[str, Value] = {**_named(found.lineage), "unit": unit.title, "state": shown(unit.state)}
    rows = (
        (Button(OpenUnit(unit.id), "button-campaign-unit"),),
        (Button(JoinUnion(found.union.id, 1), "button-register-another"),),
        (HOME,),
    )
    return Screen((Part("campaign-already", values),), rows)


def _ask_first(found: Invited, left: OpenDraft) -> Screen:
    """Another form is half filled in: whether to go on with that or to register now."""
    rows = ((Button(JoinUnion(found.union.id, 1), "button-campaign-join"),), (way_back(left),), (HOME,))
    return Screen((Part("campaign-in-form", _named(found.lineage)),), rows)


def _ask(found: Invited, half: OpenDraft) -> Screen:
    """A registration is half filled in, with another union or with none yet: whether this one is meant."""
    chosen = half.body.get("answers", {}).get(RegistrationField.UNION)
    values = _named(found.lineage)
    if isinstance(chosen, list):
        part = Part("campaign-half-other", {**values, "other": str(chosen[1])})
    else:
        part = Part("campaign-half-none", values)
    rows = (
        (Button(JoinUnion(found.union.id, 1), "button-campaign-take"),),
        (Button(Resume(half.id), "button-campaign-keep"),),
        (HOME,),
    )
    return Screen((part,), rows)


async def _begin(act: Act, found: Invited, half: OpenDraft | None) -> Screen:
    """Into the form with province, county and union filled in; of a half-filled one these alone change."""
    conversation = RegistrationConversation()
    note = Part("campaign-begin", _named(found.lineage))
    if half is None:
        body = Body(places(found.lineage), facts={"invited": found.union.id})
        return await begin(act, conversation, "", body, note=note)
    body = Body.of_json(half.body)
    body.answers.pop(UNION_NAME, None)
    body.answers |= places(found.lineage)
    body.facts["invited"] = found.union.id
    body.at, body.editing, body.pending, body.options = None, False, None, None
    half = await act.db(save_draft, half, body.as_json())
    await act.db(withdraw_wishes, act.person_id, half.form, half.subject)
    return await resume(act, conversation, half, note, anew=True)


def register_join(routes: Router) -> None:
    """The tap of a reminder, and the answer to what a link asked."""

    @routes.callback_query(Tapped(JoinUnion))
    async def join(_: CallbackQuery, act: Act, tap: JoinUnion) -> Screen:
        return await _invited(act, tap.union, sure=bool(tap.sure))
