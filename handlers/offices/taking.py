"""What somebody sees who was invited: who invites to what; accept or decline."""

from handlers.act import Act
from handlers.buttons import OpenUnit, WearHat
from handlers.campaign import by_link
from handlers.home import HOME, home
from handlers.offices.pages import offer_parts, what
from handlers.offices.taps import TakeInvitation
from handlers.screen import Button, Part, Screen, Value
from models.campaigns import like_a_code
from models.invitations import InvitationKind, InvitationProblem, accept, decline, look, read_code
from models.organisations import hats
from models.people import Focus, set_role
from models.values.problem import Problem

_TRY_AGAIN = {InvitationProblem.NOT_A_CODE, InvitationProblem.UNKNOWN}


async def opened(act: Act, typed: str) -> Screen:
    """The invitation that a link or a typed code names."""
    offer = await act.db(look, act.key, act.person_id, typed)
    code = read_code(typed)
    if isinstance(offer, Problem) or isinstance(code, Problem):
        assert isinstance(offer, Problem)
        return await home(act, offer)
    await act.focus(Focus.NOTHING)
    rows = (
        (Button(TakeInvitation(code, 1), "button-accept"),),
        (Button(TakeInvitation(code, 0), "button-decline"), HOME),
    )
    return Screen(tuple(offer_parts(offer)), rows)


def code_again(note: Part) -> Screen:
    """The question again under a note; it is still awaited."""
    return Screen((note, Part("invitation-ask-code", brief=True)), ((HOME,),))


async def code_typed(act: Act, text: str) -> Screen:
    """A code was typed where one was asked for, a union's too; what is none is asked for again."""
    if like_a_code(text):
        await act.focus(Focus.NOTHING)
        return await by_link(act, text)
    shown = await opened(act, text)
    refusal = next((part for part in shown.parts if part.key.startswith("problem-invitation-")), None)
    if refusal is None or refusal.key not in {f"problem-{one.value}" for one in _TRY_AGAIN}:
        return shown
    await act.focus(Focus.INVITATION)
    return code_again(refusal)


async def taken(act: Act, tap: TakeInvitation) -> Screen:
    """Accepted or declined; what it opens is one tap away."""
    if not tap.yes:
        declined = await act.db(decline, act.key, act.person_id, tap.code)
        return await home(act, declined if isinstance(declined, Problem) else Part("invitation-declined"))
    offer = await act.db(accept, act.key, act.person_id, tap.code)
    if isinstance(offer, Problem):
        return await home(act, offer)
    values: dict[str, Value] = {"what": what(offer)}
    if offer.kind is InvitationKind.DELEGATE:
        rows = ((Button(OpenUnit(offer.subject_id), "button-open-unit"),), (HOME,))
        return Screen((Part("invitation-accepted-delegate", values),), rows)
    own = [one for one in await act.db(hats, act.person_id) if one.standing_in_for is None]
    role = offer.subject_id or own[-1].role_id
    act.visit.role_id = role
    await act.db(set_role, act.key, role)
    return Screen((Part("invitation-accepted-role", values),), ((Button(WearHat(role), "button-begin"),), (HOME,)))
