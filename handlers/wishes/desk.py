"""Tapping through the wishes: every click is checked anew, a revoked role does nothing."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenWish, OpenWishes, Tap
from handlers.filling import begin
from handlers.form import Body
from handlers.home import home
from handlers.offices import ADDING
from handlers.offices.adding import facts as office_facts
from handlers.screen import Screen
from handlers.wishes import cards
from handlers.wishes.forms import DeclineForm, NameForm, facts
from handlers.wishes.looking import wishes
from handlers.wishes.taps import AddWished, DeclineWish, NameWished
from models.organisations import Hat, Wished, hat, wish_card
from models.people import Focus
from models.values.problem import Problem


async def _card(_: Act, worn: Hat, wished: Wished) -> Screen:
    return cards.card(worn, wished)


async def _add(act: Act, worn: Hat, wished: Wished) -> Screen:
    """The form of a new office with the wished name filled in, to be mended or recorded."""
    said = office_facts(worn, wished.above.id, wished.above.name, wished.above.kind)
    said |= {"kinds": [wished.kind.value], "wish": wished.id}
    return await begin(act, ADDING, _about(wished), Body({"name": wished.typed}, facts=said), anew=True)


async def _name(act: Act, worn: Hat, wished: Wished) -> Screen:
    return await begin(act, NameForm(), _about(wished), Body(facts=facts(worn, wished)), anew=True)


async def _decline(act: Act, worn: Hat, wished: Wished) -> Screen:
    return await begin(act, DeclineForm(), _about(wished), Body(facts=facts(worn, wished)), anew=True)


def _about(wished: Wished) -> str:
    return f"wish:{wished.id}"


_TAPS: Final[tuple[tuple[type[Tap], Callable[[Act, Hat, Wished], Awaitable[Screen]]], ...]] = (
    (OpenWish, _card),
    (AddWished, _add),
    (NameWished, _name),
    (DeclineWish, _decline),
)


def _of_a_wish(answer: Callable[[Act, Hat, Wished], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """A wish that was answered meanwhile, by whom and when, is told above the list."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        if isinstance(worn, Problem):
            return await home(act, worn)
        wished = await act.db(wish_card, worn, tap.wish)
        if isinstance(wished, Problem):
            return await wishes(act, worn, note=wished)
        return await answer(act, worn, wished)

    return tapped


def router() -> Router:
    """The list, and what is done with one wish."""
    routes = Router(name="wishes")

    @routes.callback_query(Tapped(OpenWishes))
    async def listed(_: CallbackQuery, act: Act, tap: OpenWishes) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        return await home(act, worn) if isinstance(worn, Problem) else await wishes(act, worn, tap.after)

    for kind, answer in _TAPS:
        routes.callback_query(Tapped(kind))(_of_a_wish(answer))
    return routes
