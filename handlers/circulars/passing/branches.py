"""The tree of a circular: who has received, read and passed it on, and what the issuing side does about it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenBranch
from handlers.circulars.passing import cards
from handlers.circulars.passing.looking import branch_screen, seen_branch
from handlers.circulars.passing.taps import GiveUp, PassInPlace, RemindAll
from handlers.home import home, say_in_place
from handlers.screen import Part, Screen
from models.circulars import give_up, pass_in_place, remind
from models.values.problem import Problem


async def _remind(act: Act, tap: RemindAll) -> Screen:
    found = await seen_branch(act, tap.role, tap.circular)
    if isinstance(found, Problem):
        return await home(act, found)
    begun = await act.db(remind, found[0], tap.circular)
    if isinstance(begun, Problem):
        return await branch_screen(act, tap.role, tap.circular, note=begun)
    note = Part("branch-reminded", {"n": begun.people})
    if begun.offices:
        key = "branch-reminded-offices" if begun.people else "branch-reminded-offices-alone"
        note = Part(key, {**note.values, "offices": begun.offices})
    return await branch_screen(act, tap.role, tap.circular, note=note)


async def _give_up(act: Act, tap: GiveUp) -> Screen:
    found = await seen_branch(act, tap.role, tap.circular)
    if isinstance(found, Problem):
        return await home(act, found)
    worn, seen = found
    if not tap.sure:
        return cards.give_up_first(worn, seen)
    done = await act.db(give_up, worn, tap.circular)
    note = done if isinstance(done, Problem) else Part("branch-gave-up", {"n": done})
    return await branch_screen(act, tap.role, tap.circular, note=note)


async def _in_place(act: Act, tap: PassInPlace) -> Screen:
    found = await seen_branch(act, tap.role, tap.circular, tap.office)
    if isinstance(found, Problem):
        return await home(act, found)
    worn, seen = found
    if not tap.sure and seen.in_place:
        return cards.in_place_first(worn, seen)
    done = await act.db(pass_in_place, worn, tap.circular, tap.office)
    if isinstance(done, Problem):
        return await branch_screen(act, tap.role, tap.circular, tap.office, note=done)
    return await say_in_place(act, worn, cards.passed(worn, done, tap.office))


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.passing.branches")

    @own.callback_query(Tapped(OpenBranch))
    async def _branch(_: CallbackQuery, act: Act, tap: OpenBranch) -> Screen:
        return await branch_screen(act, tap.role, tap.circular, tap.office, tap.after)

    @own.callback_query(Tapped(RemindAll))
    async def _all(_: CallbackQuery, act: Act, tap: RemindAll) -> Screen:
        return await _remind(act, tap)

    @own.callback_query(Tapped(PassInPlace))
    async def _instead(_: CallbackQuery, act: Act, tap: PassInPlace) -> Screen:
        return await _in_place(act, tap)

    @own.callback_query(Tapped(GiveUp))
    async def _give(_: CallbackQuery, act: Act, tap: GiveUp) -> Screen:
        return await _give_up(act, tap)

    return own
