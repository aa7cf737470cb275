"""An office passes circulars on: the list of what waits, the one tap, and the letter that went with it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenPassing
from handlers.circulars.passing import cards
from handlers.circulars.passing.letter import LetterForm
from handlers.circulars.passing.looking import passing_list
from handlers.circulars.passing.taps import NoteLetter, PassOn
from handlers.filling import begin
from handlers.form import Body
from handlers.home import home, say_in_place
from handlers.office_forms import office_facts
from handlers.screen import Screen
from models.circulars import pass_on
from models.organisations import hat
from models.values.problem import Problem


async def _pass_on(act: Act, tap: PassOn) -> Screen:
    worn = await act.db(hat, act.person_id, tap.role)
    done = worn if isinstance(worn, Problem) else await act.db(pass_on, worn, tap.circular)
    if isinstance(worn, Problem) or isinstance(done, Problem):
        return await home(act, done if isinstance(done, Problem) else None)
    return await say_in_place(act, worn, cards.passed(worn, done))


async def _letter(act: Act, tap: NoteLetter) -> Screen:
    worn = await act.db(hat, act.person_id, tap.role)
    if isinstance(worn, Problem):
        return await home(act, worn)
    body = Body(facts={**office_facts(worn, worn.office_id, worn.office_name), "circular": tap.circular})
    return await begin(act, LetterForm(), f"circular:{tap.circular}:{worn.office_id}", body, anew=True)


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.passing.desk")

    @own.callback_query(Tapped(OpenPassing))
    async def _list(_: CallbackQuery, act: Act, tap: OpenPassing) -> Screen:
        return await passing_list(act, tap.role)

    @own.callback_query(Tapped(PassOn))
    async def _on(_: CallbackQuery, act: Act, tap: PassOn) -> Screen:
        return await _pass_on(act, tap)

    @own.callback_query(Tapped(NoteLetter))
    async def _note(_: CallbackQuery, act: Act, tap: NoteLetter) -> Screen:
        return await _letter(act, tap)

    return own
