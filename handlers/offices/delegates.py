"""Who fills in a unit's months for its owner: named by the owner, ended by either."""

from handlers.act import Act
from handlers.buttons import LeaveUnit, OpenDelegates, OpenUnit
from handlers.home import HOME, home
from handlers.offices.pages import offer_line
from handlers.offices.taps import EndDelegate, InviteDelegate, Withdraw
from handlers.screen import Button, Part, Screen
from models.invitations import open_for_unit
from models.units import delegates, end_delegate, my_units
from models.values.problem import Problem


async def page(act: Act, unit_id: int, note: Part | Problem | None = None) -> Screen:
    """The delegates of the own unit, and whom the owner has invited."""
    found = await act.db(delegates, act.person_id, unit_id)
    if isinstance(found, Problem):
        return await home(act, found)
    offers = await act.db(open_for_unit, act.person_id, unit_id)
    parts = [Part("delegates" if found or offers else "delegates-none"), Part("delegates-limits")]
    rows: list[tuple[Button, ...]] = [(Button(InviteDelegate(unit_id), "button-invite-delegate"),)]
    for one in found:
        parts.append(Part("delegate-line", {"name": one.name, "since": one.since}))
        rows.append((Button(EndDelegate(unit_id, one.person_id, 0), "button-end-delegate", {"name": one.name}),))
    for offer in offers:
        parts.append(offer_line(offer))
        rows.append((Button(Withdraw(0, unit_id, offer.id), "button-withdraw-of", {"name": offer.name}),))
    return Screen(tuple(parts), (*rows, (Button(OpenUnit(unit_id), "button-back"), HOME))).with_note(note)


async def end(act: Act, tap: EndDelegate) -> Screen:
    """The owner takes the unit out of the delegate's hands; asked first."""
    found = await act.db(delegates, act.person_id, tap.unit)
    one = None if isinstance(found, Problem) else next((who for who in found if who.person_id == tap.person), None)
    if one is None:
        return await page(act, tap.unit, Part("stale-button"))
    if not tap.sure:
        rows = (
            (Button(EndDelegate(tap.unit, tap.person, 1), "button-end-delegate-sure"),),
            (Button(OpenDelegates(tap.unit), "button-back"), HOME),
        )
        return Screen((Part("delegate-end-ask", {"name": one.name}),), rows)
    ended = await act.db(end_delegate, act.person_id, tap.unit, tap.person)
    return await page(
        act, tap.unit, ended if isinstance(ended, Problem) else Part("delegate-ended", {"name": one.name})
    )


async def leave(act: Act, tap: LeaveUnit) -> Screen:
    """The delegate lays the unit down; asked first."""
    unit = next((one for one in await act.db(my_units, act.person_id) if one.id == tap.unit), None)
    if unit is None or unit.owner_id == act.person_id:
        return await home(act, Part("stale-button"))
    if not tap.sure:
        rows = (
            (Button(LeaveUnit(tap.unit, 1), "button-leave-unit-sure"),),
            (Button(OpenUnit(tap.unit), "button-back"), HOME),
        )
        return Screen((Part("leave-unit-ask", {"unit": unit.title}),), rows)
    left = await act.db(end_delegate, act.person_id, tap.unit, act.person_id)
    return await home(act, left if isinstance(left, Problem) else Part("unit-left", {"unit": unit.title}))
