"""The board or the card of an office, as this hat sees it now."""

from handlers.act import Act
from handlers.commission import cards
from handlers.home import home
from handlers.screen import Part, Screen
from models.campaigns import top_of
from models.commissions import commission_board, county_card
from models.organisations import Hat, OfficeKind, OfficeView, office
from models.values.problem import Problem


async def commissions(
    act: Act, worn: Hat, office_id: int = 0, after: int = 0, note: Part | Problem | None = None
) -> Screen:
    """The country's board, a province's, or a county's card (0: where this hat's board begins), under a note."""
    top: int | None = await act.db(top_of, worn)
    place = office_id or top
    found = None if place is None else await act.db(office, place)
    if isinstance(found, OfficeView) and found.kind is OfficeKind.COUNTY:
        card = await act.db(county_card, worn, found.id)
        if isinstance(card, Problem):
            return await home(act, card)
        return cards.card(worn, card, top=top == found.id).with_note(note)
    board = await act.db(commission_board, worn, place, after)
    return await home(act, board) if isinstance(board, Problem) else cards.board(worn, board).with_note(note)
