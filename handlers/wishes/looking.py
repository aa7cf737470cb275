"""The list of wishes as this role sees it now."""

from handlers.act import Act
from handlers.home import home
from handlers.screen import Part, Screen
from handlers.wishes import cards
from models.organisations import Hat, wish_list
from models.values.problem import Problem


async def wishes(act: Act, worn: Hat, after: int = 0, note: Part | Problem | None = None) -> Screen:
    """The list, under a note; home when the role does not add offices any more."""
    found = await act.db(wish_list, worn, after)
    if isinstance(found, Problem):
        return await home(act, found)
    return cards.wish_list(worn, found).with_note(note)
