"""Reading a circular: whoever is told one says that it was read."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import Acknowledge
from handlers.home import HOME, home
from handlers.screen import Moment, Raw, Screen, screen
from models.circulars import acknowledge
from models.values.problem import Problem


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.reading")

    @own.callback_query(Tapped(Acknowledge))
    async def _acknowledge(callback: CallbackQuery, act: Act, tap: Acknowledge) -> Screen:  # noqa: ARG001 (the library's signature)
        done = await act.db(acknowledge, act.person_id, tap.circular)
        if isinstance(done, Problem):
            return await home(act, done)
        return screen("circular-acknowledged", {"number": Raw(done.number), "at": Moment(done.at)}, rows=((HOME,),))

    return own
