"""The desk of an office that issues circulars: every tap is checked anew, in the role that may."""

from collections.abc import Mapping
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenCircular, OpenCircularDesk
from handlers.circulars import additions, attaching, cards, changing, composing, following, looking, releasing
from handlers.circulars.looking import Answer
from handlers.circulars.taps import ListCirculars, OnCircular, WriteCircular
from handlers.home import home, leave_form
from handlers.screen import Part, Screen
from handlers.sources import office_named
from models.circulars import DeskCard, Pile, ask_release, discard
from models.organisations import Hat, hat
from models.people import Focus
from models.values.problem import Problem


async def _edit(act: Act, worn: Hat, card: DeskCard) -> Screen:
    if not card.writes:
        return await looking.circular(act, card.id, Part("stale-button"))
    return await composing.change(act, worn, card)


async def _ask(act: Act, worn: Hat, card: DeskCard) -> Screen:
    asked = await act.db(ask_release, worn, card.id, card.revision)
    if isinstance(asked, Problem):
        return await looking.circular(act, card.id, asked)
    note = Part("circular-asked", {"office": office_named(asked.office_kind, asked.office_name), "n": asked.people})
    return await looking.circular(act, card.id, note)


async def _discard(act: Act, worn: Hat, card: DeskCard) -> Screen:
    if not card.writes:
        return await looking.drawn(act, worn, card)
    return cards.asked(card, "discard")


async def _discarded(act: Act, worn: Hat, card: DeskCard) -> Screen:
    problem = await act.db(discard, worn, card.id, card.revision)
    if problem is not None:
        return await looking.circular(act, card.id, problem)
    return await looking.desk(act, worn, note=Part("circular-discarded"))


VERBS: Final[Mapping[str, Answer]] = {
    "edit": _edit,
    "ask": _ask,
    "discard": _discard,
    "discard!": _discarded,
    **additions.VERBS,
    **attaching.VERBS,
    **changing.VERBS,
    **following.VERBS,
    **releasing.VERBS,
}


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.desk")

    @own.callback_query(Tapped(OpenCircularDesk))
    async def _desk(_: CallbackQuery, act: Act, tap: OpenCircularDesk) -> Screen:
        await act.focus(Focus.NOTHING)
        return await looking.desk_of(act, tap.role)

    @own.callback_query(Tapped(ListCirculars))
    async def _pile(_: CallbackQuery, act: Act, tap: ListCirculars) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        if isinstance(worn, Problem):
            return await home(act, Part("review-role-over"))
        pile = next((one for one in Pile if one.value == tap.pile), Pile.OPEN)
        return await looking.desk(act, worn, pile, tap.before)

    @own.callback_query(Tapped(WriteCircular))
    async def _write(_: CallbackQuery, act: Act, tap: WriteCircular) -> Screen:
        worn = await act.db(hat, act.person_id, tap.role)
        return await (home(act, Part("review-role-over")) if isinstance(worn, Problem) else composing.write(act, worn))

    @own.callback_query(Tapped(OpenCircular))
    async def _open(_: CallbackQuery, act: Act, tap: OpenCircular) -> Screen:
        return await looking.circular(act, tap.circular, await leave_form(act))

    @own.callback_query(Tapped(OnCircular))
    async def _does(_: CallbackQuery, act: Act, tap: OnCircular) -> Screen:
        await act.focus(Focus.NOTHING)
        seen = await looking.found(act, tap.circular)
        if isinstance(seen, Problem):
            return await home(act, seen)
        worn, card = seen
        answer = VERBS.get(tap.verb)
        if answer is None or tap.revision != card.revision:
            return (await looking.drawn(act, worn, card)).with_note(Part("stale-button"))
        return await answer(act, worn, card)

    return own
