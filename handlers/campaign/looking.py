"""The board of an office, as this hat sees it now."""

from handlers.act import Act
from handlers.campaign import cards
from handlers.home import home
from handlers.screen import Part, Screen
from models.campaigns import coverage, top_of
from models.organisations import Hat
from models.values.jalali import tehran_date
from models.values.problem import Problem


async def coverage_board(act: Act, worn: Hat, office_id: int = 0, after: int = 0, note: Part | None = None) -> Screen:
    """The board of the office (0: where this hat's board begins), under a note."""
    top: int | None = await act.db(top_of, worn)
    seen = await act.db(coverage, worn, office_id or top, after)
    if isinstance(seen, Problem):
        return await home(act, seen)
    return cards.board(worn, seen, tehran_date(act.now)).with_note(note)
