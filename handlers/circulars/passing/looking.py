"""The list and the branch, as this person sees them now."""

from handlers.act import Act
from handlers.circulars.passing import cards
from handlers.home import home, say_in_place
from handlers.screen import Part, Screen
from models.circulars import Branch, branch, own_branches, to_pass
from models.organisations import Hat, OrganisationProblem, hat, hats
from models.values.problem import Problem


async def passing_list(act: Act, role: int) -> Screen:
    """What waits for the office of this role."""
    worn = await act.db(hat, act.person_id, role)
    found = worn if isinstance(worn, Problem) else await act.db(to_pass, worn)
    if isinstance(worn, Problem) or isinstance(found, Problem):
        return await home(act, found if isinstance(found, Problem) else None)
    return await say_in_place(act, worn, cards.passing(worn, found, await act.db(own_branches, worn)))


async def seen_branch(
    act: Act, role: int, circular: int, office: int = 0, after: int = 0
) -> tuple[Hat, Branch] | Problem:
    """The branch in this role; for 0 in the one that sees most, and of such the one that is worn."""
    worn = sorted(await act.db(hats, act.person_id), key=lambda one: one.role_id != act.visit.role_id)
    found: tuple[Hat, Branch] | Problem = Problem(OrganisationProblem.ROLE_NOT_YOURS)
    for one in worn:
        if role not in {0, one.role_id}:
            continue
        seen = await act.db(branch, one, circular, office, after)
        if isinstance(seen, Problem):
            found = seen if isinstance(found, Problem) else found
        elif seen.author:
            return one, seen
        elif isinstance(found, Problem):
            found = one, seen
    return found


async def branch_screen(
    act: Act, role: int, circular: int, office: int = 0, after: int = 0, note: Part | Problem | None = None
) -> Screen:
    """The tree's branch, under a note."""
    found = await seen_branch(act, role, circular, office, after)
    if isinstance(found, Problem):
        return await home(act, found)
    worn, seen = found
    return (await say_in_place(act, worn, cards.branch(worn, seen, act.now))).with_note(note)
