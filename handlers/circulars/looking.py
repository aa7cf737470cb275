"""A circular and the desk as somebody sees them now, in the role that may."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from handlers.act import Act
from handlers.circulars import cards, on_its_way
from handlers.circulars.on_its_way import Glance
from handlers.home import home, say_in_place
from handlers.screen import Part, Screen
from models.circulars import DeskCard, Pile, acknowledged, count, desk_card, hat_for, listed, piles, progress
from models.organisations import Hat, hat
from models.values.problem import Problem

Note = Part | Problem | None
Answer = Callable[[Act, Hat, DeskCard], Awaitable[Screen]]


async def desk(act: Act, worn: Hat, pile: Pile = Pile.OPEN, before: int = 0, note: Note = None) -> Screen:
    """A page of a pile."""
    page = await act.db(listed, worn, pile, before)
    if isinstance(page, Problem):
        return await home(act, page)
    shown = cards.desk(worn, pile, page, await act.db(piles, worn))
    return (await say_in_place(act, worn, shown)).with_note(note)


async def desk_of(act: Act, role: int, note: Note = None) -> Screen:
    """The desk in this role, while it is held."""
    worn = await act.db(hat, act.person_id, role)
    return await (home(act, Part("review-role-over")) if isinstance(worn, Problem) else desk(act, worn, note=note))


async def found(act: Act, circular_id: int) -> tuple[Hat, DeskCard] | Problem:
    """The circular, and the role in which this person sees it."""
    worn = await act.db(hat_for, act.person_id, circular_id, act.visit.role_id)
    if isinstance(worn, Problem):
        return worn
    card = await act.db(desk_card, worn, circular_id)
    return card if isinstance(card, Problem) else (worn, card)


async def circular(act: Act, circular_id: int, note: Note = None) -> Screen:
    """The card of one circular, under a note."""
    seen = await found(act, circular_id)
    if isinstance(seen, Problem):
        return (await home(act, seen)).with_note(note if isinstance(note, Problem) else None)
    return (await drawn(act, *seen)).with_note(note)


async def drawn(act: Act, worn: Hat, card: DeskCard) -> Screen:
    """The card that fits how the circular stands."""
    if card.standing not in cards.BEFORE_RELEASE:
        seen = await act.db(progress, worn, card.id)
        if isinstance(seen, Problem):
            return await home(act, seen)
        read = await act.db(acknowledged, card.id)
        return await followed(act, worn, card, Glance(seen, read, act.now))
    shown = cards.draft(card, await act.db(count, card.audience), cards.desk_button(worn.role_id))
    return await say_in_place(act, worn, shown)


async def followed(act: Act, worn: Hat, card: DeskCard, glance: Glance) -> Screen:
    """The progress card, which changes by itself as long as something happens and it stands there."""
    shown = on_its_way.whole(card, glance, cards.desk_button(worn.role_id))
    return replace(await say_in_place(act, worn, shown), job=on_its_way.next_look(card, glance))
