"""Reading a circular: whoever is told one says that it was read, answers its question, and passes it on."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import Acknowledge
from handlers.circulars.passing import cards
from handlers.circulars.passing.taps import AnswerQuestion
from handlers.home import HOME, home
from handlers.screen import Moment, Part, Raw, Screen
from models.circulars import CircularProblem, acknowledge, answer, asked, to_pass_of
from models.values.problem import Problem


async def _onward(act: Act, circular_id: int, *parts: Part) -> Screen:
    """What is still to be done about it: to answer the question, then to pass it on. The text of it stays above."""
    found = await act.db(asked, act.person_id, circular_id)
    if isinstance(found, Problem):
        if found.code is not CircularProblem.NO_QUESTION:
            return await home(act, found)
    elif found.chosen is None:
        more, rows = cards.question(found)
        return Screen((*parts, *more), (*rows, (HOME,)), fresh=True)
    else:
        parts = (*parts, *cards.answered(found))
    more, rows = cards.waits(await act.db(to_pass_of, act.person_id, circular_id))
    return Screen((*parts, *more), (*rows, (HOME,)), fresh=True)


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.reading")

    @own.callback_query(Tapped(Acknowledge))
    async def _acknowledge(_: CallbackQuery, act: Act, tap: Acknowledge) -> Screen:
        done = await act.db(acknowledge, act.person_id, tap.circular)
        if isinstance(done, Problem):
            return await home(act, done)
        said = Part("circular-acknowledged", {"number": Raw(done.number), "at": Moment(done.at)})
        return await _onward(act, tap.circular, said)

    @own.callback_query(Tapped(AnswerQuestion))
    async def _answer(_: CallbackQuery, act: Act, tap: AnswerQuestion) -> Screen:
        done = await act.db(answer, act.person_id, tap.circular, tap.option)
        return await (home(act, done) if isinstance(done, Problem) else _onward(act, tap.circular))

    return own
