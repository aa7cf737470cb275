"""A registration that waits for a union or a county: the wish, and the way on once it was answered."""

from handlers.act import Act
from handlers.buttons import TakeWish
from handlers.filling import Conversation, resume
from handlers.form import Body, Step, place
from handlers.home import home
from handlers.registration.questions import COUNTY_NAME, MISSING, NAME, UNION_NAME
from handlers.screen import Part, Screen
from models.drafts import draft, save_draft
from models.organisations import OfficeKind, OwnWish, own_wish, wish_for, withdraw_wishes
from models.units import RegistrationField
from models.values.problem import Problem

_STEPS = {OfficeKind.UNION: str(RegistrationField.UNION), OfficeKind.COUNTY: "county"}
_ABOVE = {OfficeKind.UNION: "county", OfficeKind.COUNTY: "province"}
_NAMED = {OfficeKind.UNION: UNION_NAME, OfficeKind.COUNTY: COUNTY_NAME}


def _subject(body: Body) -> str:
    return f"unit:{body.facts['unit']}" if "unit" in body.facts else ""


async def noted(act: Act, body: Body, kind: OfficeKind) -> Part | Problem:
    """What was not found in the list is told to the office that keeps it; the draft waits."""
    said = body.answers
    above = said[_ABOVE[kind]][0]
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
    body = Body.of_json(waiting.body)
    if wish.answer is None:
        return await resume(act, conversation, waiting, anew=True)
    if _moved_on(wish, body):
        return await resume(act, conversation, waiting, Part("wish-chosen-already"), anew=True)
    await _offer(act, conversation, wish, body)
    note = Part("wish-take-again") if wish.office is None else Part("wish-take", {"office": wish.office.name})
    return await resume(act, conversation, await act.db(save_draft, waiting, body.as_json()), note)


def _moved_on(wish: OwnWish, body: Body) -> bool:
    """Whether the draft has its answer meanwhile, or is about another place."""
    above = body.answers.get(_ABOVE[wish.kind])
    elsewhere = not isinstance(above, list) or above[0] != wish.above.id
    return elsewhere or body.answers.get(_STEPS[wish.kind]) not in {None, MISSING}


async def _offer(act: Act, conversation: Conversation, wish: OwnWish, body: Body) -> None:
    """The step that the wish was about is asked again; what it came to stands first among the choices."""
    step, union = _STEPS[wish.kind], wish.kind is OfficeKind.UNION
    for name in (step, _NAMED[wish.kind]):
        body.answers.pop(name, None)
    body.at, body.editing, body.pending, body.page = step, True, None, 0
    body.query = wish.office.name if union and wish.office is not None else ""
    asked = place(conversation.form, body)
    assert isinstance(asked, Step)
    choices = await conversation.look_up(act, body, asked)
    if wish.office is not None:
        meant = [wish.office.id, wish.office.name]
        choices.sort(key=lambda choice: choice[0] != meant)
    body.options = choices
