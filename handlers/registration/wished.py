"""A registration that waits for a union or a county: the wish, and the way on once it was answered."""

from handlers.act import Act
from handlers.buttons import TakeWish
from handlers.filling import Conversation, resume
from handlers.form import Body, Step, place
from handlers.home import home
from handlers.registration.questions import COUNTY_NAME, MISSING, NAME, UNION_NAME
from handlers.screen import Part, Screen
from models.drafts import OpenDraft, draft, save_draft
from models.organisations import (
    OfficeKind,
    OfficeView,
    OwnWish,
    listed_as,
    own_wish,
    wish_for,
    wish_of_draft,
    withdraw_wishes,
)
from models.units import RegistrationField
from models.values.problem import Problem

_STEPS = {OfficeKind.UNION: str(RegistrationField.UNION), OfficeKind.COUNTY: "county"}
_ABOVE = {OfficeKind.UNION: "county", OfficeKind.COUNTY: "province"}
_NAMED = {OfficeKind.UNION: UNION_NAME, OfficeKind.COUNTY: COUNTY_NAME}


def _subject(body: Body) -> str:
    return f"unit:{body.facts['unit']}" if "unit" in body.facts else ""


async def noted(act: Act, conversation: Conversation, body: Body, kind: OfficeKind) -> Part | Problem:
    """What was not found in the list is told to the office that keeps it, and the draft waits; or it is there."""
    said = body.answers
    above = said[_ABOVE[kind]][0]
    there = await act.db(listed_as, kind, above, said[_NAMED[kind]])
    if there is not None:
        await _offer(act, conversation, kind, there, body)
        return Part("wish-there", {"office": there.name})
    made = await act.db(wish_for, act.person_id, kind, above, said[_NAMED[kind]], NAME, _subject(body))
    return made if isinstance(made, Problem) else Part(f"registration-{kind.value}-noted")


async def chosen(act: Act, body: Body) -> None:
    """A county or a union was chosen: unless one is missing still, the draft waits for none."""
    if MISSING not in (body.answers.get("county"), body.answers.get(_STEPS[OfficeKind.UNION])):
        await act.db(withdraw_wishes, act.person_id, NAME, _subject(body))


async def go_on(act: Act, conversation: Conversation, tap: TakeWish) -> Screen:
    """What the button of the answer opens: the draft at the step that waited, or a kind word when it waits no more."""
    wish = await act.db(own_wish, act.person_id, tap.wish)
    if wish is None:
        return await home(act, Part("stale-button"))
    waiting = None if wish.draft_id is None else await act.db(draft, act.person_id, wish.draft_id)
    if waiting is None or waiting.form != NAME:
        return await home(act, Part("wish-draft-gone"))
    if wish.answer is None:
        return await resume(act, conversation, waiting, anew=True)
    return await _answered(act, conversation, wish, waiting) or await resume(
        act, conversation, waiting, Part("wish-chosen-already"), anew=True
    )


async def taken_up(act: Act, conversation: Conversation, opened: OpenDraft) -> Screen:
    """The draft where it stands; if what it waits for was answered meanwhile, at that step."""
    wish = None
    if MISSING in opened.body.get("answers", {}).values():
        wish = await act.db(wish_of_draft, act.person_id, opened.id)
    going_on = None if wish is None or wish.answer is None else await _answered(act, conversation, wish, opened)
    return going_on or await resume(act, conversation, opened, anew=True)


async def _answered(act: Act, conversation: Conversation, wish: OwnWish, waiting: OpenDraft) -> Screen | None:
    """The draft at the step that the answered wish was about; None where it has moved on."""
    body = Body.of_json(waiting.body)
    if _moved_on(wish, body):
        return None
    await _offer(act, conversation, wish.kind, wish.office, body)
    note = Part("wish-take-again") if wish.office is None else Part("wish-take", {"office": wish.office.name})
    return await resume(act, conversation, await act.db(save_draft, waiting, body.as_json()), note)


def _moved_on(wish: OwnWish, body: Body) -> bool:
    """Whether the draft has its answer meanwhile, or is about another place."""
    above = body.answers.get(_ABOVE[wish.kind])
    elsewhere = not isinstance(above, list) or above[0] != wish.above.id
    return elsewhere or body.answers.get(_STEPS[wish.kind]) not in {None, MISSING}


async def _offer(act: Act, conversation: Conversation, kind: OfficeKind, office: OfficeView | None, body: Body) -> None:
    """The step that the wish was about is asked again; what it came to stands first among the choices."""
    for name in (_STEPS[kind], _NAMED[kind]):
        body.answers.pop(name, None)
    body.at, body.editing, body.pending, body.page = _STEPS[kind], True, None, 0
    body.query = office.name if kind is OfficeKind.UNION and office is not None else ""
    asked = place(conversation.form, body)
    assert isinstance(asked, Step)
    choices = await conversation.look_up(act, body, asked)
    if office is not None:
        meant = [office.id, office.name]
        choices.sort(key=lambda choice: choice[0] != meant)
    body.options = choices
