"""A released circular on its way: stopping and going on, taking it back, and who was not reached."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import JobDone
from handlers.circulars import cards, composing, looking, on_its_way
from handlers.circulars.looking import Answer
from handlers.circulars.on_its_way import Glance
from handlers.circulars.taps import SeeUnreached
from handlers.home import home
from handlers.screen import Part, Screen
from models import jobs
from models.circulars import DeskCard, Readers, Standing, pause, progress, resume, unreached, withdraw
from models.jobs import JobKind
from models.notices import NoticeState
from models.organisations import Hat
from models.people import Focus
from models.values.problem import Problem


async def _pause(act: Act, worn: Hat, card: DeskCard) -> Screen:
    held = await act.db(pause, worn, card.id)
    note = held if isinstance(held, Problem) else Part("circular-paused", {"n": held})
    return await looking.circular(act, card.id, note)


async def _resume(act: Act, worn: Hat, card: DeskCard) -> Screen:
    problem = await act.db(resume, worn, card.id)
    return await looking.circular(act, card.id, problem or Part("circular-resumed"))


async def _withdraw(act: Act, worn: Hat, card: DeskCard) -> Screen:
    if card.standing in {Standing.WITHDRAWING, Standing.WITHDRAWN, *cards.BEFORE_RELEASE}:
        return await looking.drawn(act, worn, card)
    seen = await act.db(progress, worn, card.id)
    if isinstance(seen, Problem):
        return await home(act, seen)
    sent = seen.states.get(NoticeState.SENT, 0)
    told = Part("circular-withdraw-sent", {"n": sent}) if sent else Part("circular-withdraw-none-sent")
    return cards.asked(card, "withdraw", (told,))


async def _withdrawn(act: Act, worn: Hat, card: DeskCard) -> Screen:
    problem = await act.db(withdraw, worn, card.id)
    return await looking.circular(act, card.id, problem or Part("circular-withdrawn"))


async def _correct(act: Act, worn: Hat, card: DeskCard) -> Screen:
    if card.standing is not Standing.WITHDRAWN or card.office_id != worn.office_id:
        return (await looking.drawn(act, worn, card)).with_note(Part("stale-button"))
    return await composing.correction(act, worn, card)


VERBS: Final[Mapping[str, Answer]] = {
    "pause": _pause,
    "resume": _resume,
    "withdraw": _withdraw,
    "withdraw!": _withdrawn,
    "correct": _correct,
}


async def _looked(_: CallbackQuery, act: Act, tap: JobDone) -> Screen:
    """A card that stands on the screen looks again."""
    result = await act.db(jobs.result, act.key, tap.job)
    if result is None:
        return await home(act, Part("stale-button"))
    found = await looking.found(act, result.order.subject)
    if isinstance(found, Problem):
        return await home(act, found)
    worn, card = found
    if result.problem is not None:
        return await looking.drawn(act, worn, card)
    said, told = result.values, result.order.details
    counted = {state: int(said[state.value]) for state in NoticeState if state.value in said}
    seen = await act.db(progress, worn, card.id, counted)
    if isinstance(seen, Problem):
        return await home(act, seen)
    before = (datetime.fromisoformat(told["at"]), int(told["settled"])) if seen.planned_whole else None
    read = Readers(int(said["read"]), int(said.get("early", "0")))
    glance = Glance(seen, read, act.now, before, int(told["looks"]), int(said["took"]))
    return await looking.followed(act, worn, card, glance)


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.following")
    own.callback_query.register(_looked, Tapped(JobDone, work=JobKind.CIRCULAR_PROGRESS.value))

    @own.callback_query(Tapped(SeeUnreached))
    async def _unreached(_: CallbackQuery, act: Act, tap: SeeUnreached) -> Screen:
        await act.focus(Focus.NOTHING)
        seen = await looking.found(act, tap.circular)
        if isinstance(seen, Problem):
            return await home(act, seen)
        page = await act.db(unreached, seen[0], tap.circular, tap.after)
        return await home(act, page) if isinstance(page, Problem) else on_its_way.missed(seen[1], page)

    return own
