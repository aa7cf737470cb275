"""Tapping through the access chain: every tap names a role, which is asked anew; the models decide."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.access import cards, looking, paper
from handlers.access.forms import (
    GivenUserName,
    ReturnedRequest,
    StampedLetter,
    WrittenLetter,
    back,
    receipt,
    waiting,
)
from handlers.access.taps import (
    GiveUserName,
    HandInAccess,
    MoveAccess,
    OpenAccessHistory,
    OpenAccessList,
    OpenLetter,
    ReadyLetter,
    ReturnAccess,
    StampLetter,
    WriteLetter,
)
from handlers.act import Act, Tapped
from handlers.buttons import FormTap, OpenAccess, OpenAccessRequest, Tap
from handlers.filling import Conversation, begin, press, resume
from handlers.form import Body
from handlers.home import HOME, home
from handlers.screen import Button, Code, Part, Screen
from models.access import (
    AccessAct,
    AccessProblem,
    AccessStage,
    RequestCard,
    activate,
    came_back,
    confirm,
    everything,
    held,
    history,
    letter_card,
    queue,
    request_card,
    trouble,
    withdraw,
)
from models.drafts import draft, draft_about
from models.organisations import Hat, hat
from models.people import Focus
from models.values.problem import Problem

_MOVES: Final = {
    AccessAct.ACTIVATE.value: activate,
    AccessAct.CONFIRM.value: confirm,
    AccessAct.TROUBLE.value: trouble,
    AccessAct.WITHDRAW.value: withdraw,
}
_ASKED: Final = {AccessAct.ACTIVATE.value, AccessAct.WITHDRAW.value}
"""What cannot be taken back is asked once more."""


async def _desk(act: Act, worn: Hat, _: OpenAccess) -> Screen:
    return await looking.desk(act, worn)


async def _request(act: Act, worn: Hat, tap: OpenAccessRequest) -> Screen:
    return await looking.request(act, worn, tap.request)


async def _letter(act: Act, worn: Hat, tap: OpenLetter) -> Screen:
    return await looking.letter(act, worn, tap.letter)


async def _list(act: Act, worn: Hat, tap: OpenAccessList) -> Screen:
    if tap.name == "queue":
        letters = await act.db(queue, worn, tap.after)
        return await looking.refused(act, letters) if isinstance(letters, Problem) else cards.queue_page(worn, letters)
    read = {"held": held, "back": came_back, "all": everything}.get(tap.name)
    if read is None:
        return await looking.desk(act, worn, Part("stale-button"))
    found = await act.db(read, worn, tap.after)
    return await looking.refused(act, found) if isinstance(found, Problem) else cards.listing(worn, tap.name, found)


async def _history(act: Act, worn: Hat, tap: OpenAccessHistory) -> Screen:
    moves = await act.db(history, worn, tap.request)
    return (
        await looking.desk(act, worn, moves) if isinstance(moves, Problem) else cards.history(worn, tap.request, moves)
    )


async def _ready(act: Act, worn: Hat, tap: ReadyLetter) -> Screen:
    card = await act.db(request_card, worn, tap.request)
    if isinstance(card, Problem):
        return await looking.desk(act, worn, card)
    if AccessAct.SEND not in card.acts:
        return cards.tracker(worn, card).with_note(Part("stale-button"))
    return paper.as_file(act, worn, card) if tap.file else paper.as_text(worn, card)


async def _move(act: Act, worn: Hat, tap: MoveAccess) -> Screen:
    do = _MOVES.get(tap.act)
    if do is None:
        return await looking.desk(act, worn, Part("stale-button"))
    if tap.act in _ASKED and not tap.sure:
        return await _ask(act, worn, tap)
    moved = await act.db(do, worn, tap.request, tap.revision)
    if isinstance(moved, Problem):
        return await looking.request(act, worn, tap.request, moved)
    return receipt(worn, f"access-done-{tap.act}", moved, {})


async def _ask(act: Act, worn: Hat, tap: MoveAccess) -> Screen:
    card = await act.db(request_card, worn, tap.request)
    if isinstance(card, Problem):
        return await looking.desk(act, worn, card)
    if AccessAct(tap.act) not in card.acts or card.revision != tap.revision:
        return cards.tracker(worn, card).with_note(Part("stale-button"))
    parts = (Part(f"access-ask-{tap.act}", {"union": card.union, "name": Code(card.user_name)}),)
    sure = MoveAccess(tap.role, tap.act, tap.request, tap.revision, 1)
    no = Button(OpenAccessRequest(tap.role, tap.request), "button-back")
    return Screen(parts, ((Button(sure, f"button-access-sure-{tap.act}"),), (no, HOME)))


# ---- forms ----


async def _open(act: Act, conversation: Conversation, about: str, facts: dict[str, Any]) -> Screen:
    """Begin a form, or go on with the one that was begun about the same thing as it still stands."""
    begun = await act.db(draft_about, act.person_id, conversation.form.name, about)
    if begun is not None and begun.body["facts"] | facts == begun.body["facts"]:
        return await resume(act, conversation, begun)
    return await begin(act, conversation, about, Body(facts=facts), anew=True)


async def _opened(act: Act, worn: Hat, request: int, revision: int, wanted: AccessAct) -> RequestCard | Screen:
    """The request as it was shown, when this may still be done with it; otherwise how it stands now."""
    card = await act.db(request_card, worn, request)
    if isinstance(card, Problem):
        return await looking.desk(act, worn, card)
    if card.revision != revision or wanted not in card.acts:
        return cards.tracker(worn, card).with_note(Part("stale-button"))
    return card


async def _user_name(act: Act, worn: Hat, tap: GiveUserName) -> Screen:
    if tap.request:
        card = await _opened(act, worn, tap.request, tap.revision, AccessAct.RENAME)
        if isinstance(card, Screen):
            return card
    facts = {"role": worn.role_id, "what": "request", "subject": tap.request, "revision": tap.revision}
    return await _open(act, GivenUserName(), f"access-name:{worn.office_id}:{tap.request}", facts)


async def _write(act: Act, worn: Hat, tap: WriteLetter) -> Screen:
    begins = {"county": _gather, "province": _forward}.get(tap.hop, _one)
    facts = await begins(act, worn, tap)
    if isinstance(facts, Screen):
        return facts
    facts |= {"role": worn.role_id, "hop": tap.hop, "subject": tap.subject, "revision": tap.revision}
    return await _open(act, WrittenLetter(), f"access-letter:{tap.hop}:{tap.subject or worn.office_id}", facts)


async def _one(act: Act, worn: Hat, tap: WriteLetter) -> dict[str, Any] | Screen:
    """The letter of one request: the union's, or the province's after a return from above."""
    wanted = AccessAct.SEND if tap.hop == "union" else AccessAct.FORWARD
    card = await _opened(act, worn, tap.subject, tap.revision, wanted)
    if isinstance(card, Screen):
        return card
    return {"what": "request", **({"previous": card.came_by.dated.isoformat()} if card.came_by else {})}


async def _forward(act: Act, worn: Hat, tap: WriteLetter) -> dict[str, Any] | Screen:
    """The province's letter: only for the county letter whose turn it is; otherwise why not, and which one goes."""
    seen = await act.db(letter_card, worn, tap.subject)
    if isinstance(seen, Problem):
        return await looking.desk(act, worn, seen)
    if not seen.requests:
        return cards.letter_card(worn, seen).with_note(Part("stale-button"))
    if seen.first is not None:
        return cards.letter_card(worn, seen).with_note(cards.goes_first(seen.first))
    return {"what": "letter", "previous": seen.letter.dated.isoformat()}


async def _gather(act: Act, worn: Hat, _: WriteLetter) -> dict[str, Any] | Screen:
    """The county's letter: all that lie there, until some are left out."""
    there = await waiting(act, worn)
    if isinstance(there, Problem):
        return await looking.refused(act, there)
    if not there:
        return await looking.desk(act, worn, Problem(AccessProblem.NOTHING_CHOSEN))
    return {"what": "desk", "waiting": there}


async def _return(act: Act, worn: Hat, tap: ReturnAccess) -> Screen:
    facts: dict[str, Any] = {"role": worn.role_id, "what": tap.what, "subject": tap.subject}
    if tap.what == "letter":
        seen = await act.db(letter_card, worn, tap.subject)
        if isinstance(seen, Problem):
            return await looking.desk(act, worn, seen)
        if not seen.requests:
            return cards.letter_card(worn, seen).with_note(Part("stale-button"))
        facts["named"] = [[one.id, one.revision, one.union] for one in seen.requests]
    else:
        card = await _opened(act, worn, tap.subject, tap.revision, AccessAct.RETURN)
        if isinstance(card, Screen):
            return card
        facts["named"] = [[card.id, card.revision, card.union]]
    return await _open(act, ReturnedRequest(), f"access-return:{tap.what}:{tap.subject}", facts)


async def _stamp(act: Act, worn: Hat, tap: StampLetter) -> Screen:
    if tap.request:
        card = await act.db(request_card, worn, tap.request)
        if isinstance(card, Problem):
            return await looking.desk(act, worn, card)
        letter = card.came_by if card.stage is not AccessStage.UNION else None
    else:
        seen = await act.db(letter_card, worn, tap.letter)
        if isinstance(seen, Problem):
            return await looking.desk(act, worn, seen)
        letter = seen.letter
    if letter is None or letter.id != tap.letter:
        return await back(
            act, worn, "request" if tap.request else "letter", tap.request or tap.letter, Part("stale-button")
        )
    what, subject = ("request", tap.request) if tap.request else ("letter", tap.letter)
    facts: dict[str, Any] = {"role": worn.role_id, "what": what, "subject": subject, "letter": letter.id}
    facts |= {"number": letter.number, "previous": letter.dated.isoformat()}
    return await _open(act, StampedLetter(), f"access-stamp:{letter.id}", facts)


async def _hand_in(act: Act, worn: Hat, tap: HandInAccess) -> Screen:
    """The last word on a form; when it is tapped again, how things stand since."""
    begun = await act.db(draft, act.person_id, tap.draft)
    forms: tuple[Conversation, ...] = (WrittenLetter(), ReturnedRequest(), StampedLetter())
    conversation = None if begun is None else next((one for one in forms if one.form.name == begun.form), None)
    if begun is None or conversation is None:
        return await back(act, worn, tap.what, tap.subject, Part("form-closed"))
    return await press(act, conversation, begun, FormTap(tap.draft, tap.revision, "submit", 0))


_TAPS: Final[tuple[tuple[type[Tap], Callable[[Act, Hat, Any], Awaitable[Screen]]], ...]] = (
    (OpenAccess, _desk),
    (OpenAccessRequest, _request),
    (OpenLetter, _letter),
    (OpenAccessList, _list),
    (OpenAccessHistory, _history),
    (ReadyLetter, _ready),
    (MoveAccess, _move),
    (GiveUserName, _user_name),
    (WriteLetter, _write),
    (ReturnAccess, _return),
    (StampLetter, _stamp),
    (HandInAccess, _hand_in),
)


def _in_role(answer: Callable[[Act, Hat, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """Every tap names a role: it is asked anew, and without it nothing is done."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        return await (home(act, Part("review-role-over")) if isinstance(worn, Problem) else answer(act, worn, tap))

    return tapped


def router() -> Router:
    """The taps of the access chain."""
    routes = Router(name="access")
    for kind, answer in _TAPS:
        routes.callback_query.register(_in_role(answer), Tapped(kind))
    return routes
