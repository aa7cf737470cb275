"""Looking at the access chain: the desk of a role, the card of a request, a county letter, as they stand now."""

from handlers.access import cards
from handlers.act import Act
from handlers.home import home
from handlers.screen import Part, Screen
from models.access import (
    Side,
    came_back,
    counts,
    everything,
    held,
    letter_card,
    queue,
    request_card,
    side_of,
    union_request,
)
from models.organisations import Hat, OrganisationProblem
from models.values.problem import Problem

Note = Part | Problem | None


async def refused(act: Act, problem: Problem) -> Screen:
    """Nothing of it lies within this role: home, which says why."""
    over = problem.code is OrganisationProblem.ROLE_NOT_YOURS
    return await home(act, Part("review-role-over") if over else problem)


async def desk(act: Act, worn: Hat, note: Note = None) -> Screen:  # noqa: PLR0911 (one desk a side)
    """What lies before this role."""
    side = side_of(worn)
    if side is Side.UNION:
        card = await act.db(union_request, worn)
        if isinstance(card, Problem):
            return await refused(act, card)
        return (cards.nothing_yet(worn) if card is None else cards.tracker(worn, card)).with_note(note)
    counted = await act.db(counts, worn)
    if isinstance(counted, Problem):
        return await refused(act, counted)
    if side is Side.PROVINCE:
        letters, back = await act.db(queue, worn), await act.db(came_back, worn)
        if isinstance(letters, Problem):
            return await refused(act, letters)
        if isinstance(back, Problem):
            return await refused(act, back)
        return cards.province_desk(worn, counted, letters, back).with_note(note)
    lies_here = side in (Side.COUNTY, Side.STATISTICS)
    found = await act.db(held if lies_here else everything, worn)
    if isinstance(found, Problem):
        return await refused(act, found)
    return (cards.desk if lies_here else cards.overview)(worn, counted, found).with_note(note)


async def request(act: Act, worn: Hat, request_id: int, note: Note = None) -> Screen:
    """The card of a request as it stands now; the desk under the reason why there is none."""
    card = await act.db(request_card, worn, request_id)
    if isinstance(card, Problem):
        return await desk(act, worn, note if isinstance(note, Problem) else card)
    return cards.tracker(worn, card).with_note(note)


async def letter(act: Act, worn: Hat, letter_id: int, note: Note = None) -> Screen:
    """The card of a county letter as it stands now."""
    card = await act.db(letter_card, worn, letter_id)
    if isinstance(card, Problem):
        return await desk(act, worn, note if isinstance(note, Problem) else card)
    return cards.letter_card(worn, card).with_note(note)
