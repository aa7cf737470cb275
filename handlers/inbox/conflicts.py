"""Declared conflicts of interest: the county's list, what somebody declared oneself, and the owner's page of a unit."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenConflict, OpenOwnConflicts, OpenUnit
from handlers.filling import Conversation, begin
from handlers.form import Body, Form, Kind, Step
from handlers.home import HOME, home
from handlers.in_place import named
from handlers.inbox.cards import to_inbox
from handlers.inbox.taps import LiftConflict, NameRival, OpenConflicts
from handlers.screen import Button, Part, Screen, Value, shown
from models.drafts import OpenDraft, drop_draft
from models.organisations import Deed, Hat, hat, reaches
from models.people import Focus
from models.reviews import (
    MOST_REASON,
    ConflictProblem,
    ConflictView,
    candidates,
    conflict,
    conflicts_page,
    lift,
    name_rival,
    own_conflicts,
)
from models.units import UnitCard, my_units
from models.values.problem import Problem
from models.values.text import free_text


async def listed(act: Act, worn: Hat, tap: OpenConflicts) -> Screen:
    """The conflicts that hold, oldest first: the county's, or one's own declarations."""
    found = await act.db(conflicts_page, worn, tap.after)
    if isinstance(found, Problem):
        return await home(act, found)
    of_county = reaches(worn, Deed.LIFT_CONFLICT) is not None
    back = (to_inbox(worn), HOME)
    if not found.items:
        return Screen((Part("conflicts-none" if of_county else "conflicts-none-own"),), (back,))
    rows = [(Button(OpenConflict(worn.role_id, one.id), label=one.title),) for one in found.items]
    if found.next is not None:
        rows.append((Button(OpenConflicts(worn.role_id, found.next), "button-next-page"),))
    lines = tuple(Part("conflict-line", _values(one)) for one in found.items)
    return Screen((Part("conflicts" if of_county else "conflicts-own"), *lines), (*rows, back))


async def one(act: Act, worn: Hat, tap: OpenConflict) -> Screen:
    """One conflict, and the button that lifts it or takes it back."""
    found = await act.db(conflict, worn, tap.conflict)
    if isinstance(found, Problem):
        return (await listed(act, worn, OpenConflicts(worn.role_id, 0))).with_note(found)
    of_county = reaches(worn, Deed.LIFT_CONFLICT) is not None
    key = "button-conflict-lift" if of_county else "button-conflict-take-back"
    parts = [Part("conflict-by-owner" if found.by_owner else "conflict-by-self", _values(found))]
    if found.reason:
        parts.append(Part("conflict-reason", {"reason": found.reason}))
    if of_county:
        parts.append(Part("conflict-lift-what"))
    back = (Button(OpenConflicts(worn.role_id, 0), "button-back"), HOME)
    return Screen(tuple(parts), ((Button(LiftConflict(worn.role_id, found.id), key),), back))


def _values(found: ConflictView) -> dict[str, Value]:
    return {
        "title": found.title,
        "union": found.union,
        "about": named(found.about),
        "interest": shown(found.interest),
        "at": found.declared_at.date(),
    }


async def _lifted(act: Act, tap: LiftConflict) -> Screen:
    """It no longer holds; who says so is looked at by the model."""
    await act.focus(Focus.NOTHING)
    outcome = await act.db(lift, act.person_id, tap.role, tap.conflict)
    worn = await act.db(hat, act.person_id, tap.role) if tap.role else None
    if isinstance(worn, Problem):
        return await home(act, Part("review-role-over"))
    if worn is not None:
        said = outcome if isinstance(outcome, Problem) else Part("conflict-over", {"title": outcome.title})
        return (await listed(act, worn, OpenConflicts(tap.role, 0))).with_note(said)
    if isinstance(outcome, Problem):
        return await home(act, outcome)
    return await _own(act, outcome.unit_id, Part("conflict-over", {"title": outcome.title}))


# ---- the owner ----


async def _unit(act: Act, unit_id: int) -> UnitCard | None:
    return next((unit for unit in await act.db(my_units, act.person_id) if unit.id == unit_id), None)


async def _own(act: Act, unit_id: int, note: Part | Problem | None = None) -> Screen:
    """What the owner declared about the unit, and the way to declare it."""
    await act.focus(Focus.NOTHING)
    unit, found = await _unit(act, unit_id), await act.db(own_conflicts, act.person_id, unit_id)
    if unit is None or isinstance(found, Problem):
        return await home(act, Part("stale-button"))
    rows = [
        (Button(LiftConflict(0, one.id), "button-conflict-take-back-of", {"about": named(one.about)}),) for one in found
    ]
    lines = [Part("own-conflict", {"about": named(one.about), "reason": one.reason or ""}) for one in found]
    begin_one = (Button(NameRival(unit_id), "button-name-rival"),)
    back = (Button(OpenUnit(unit_id), "button-back"), HOME)
    parts = (Part("own-conflicts", {"unit": unit.title, "union": unit.union_name}), *lines)
    return Screen(parts, (begin_one, *rows, back)).with_note(note)


async def _begin(act: Act, unit_id: int) -> Screen:
    unit, found = await _unit(act, unit_id), await act.db(candidates, act.person_id, unit_id)
    if unit is None or isinstance(found, Problem):
        return await home(act, Part("stale-button"))
    if not found:
        return await _own(act, unit_id, Part("rival-nobody"))
    said = Body(facts={"unit": unit_id, "title": unit.title})
    return await begin(act, CONVERSATION, f"unit:{unit_id}", said)


def _read_reason(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_REASON)


def _show_about(body: Body) -> Any:
    names = dict(body.facts.get("names", ()))
    return lambda answer: names.get(str(answer)) or named(None)


class NamingARival(Conversation):
    """The owner names an approver as a rival, with a reason that the county alone reads."""

    form = Form(
        "rival",
        lambda body: (
            Step(
                "who",
                "rival-who",
                "rival-label-who",
                Kind.PICK,
                looked_up=True,
                show=_show_about(body),
                wide=True,
            ),
            Step("why", "rival-why", "rival-label-why", read=_read_reason, values={"most": MOST_REASON}),
        ),
        lambda body: (Part("rival-summary", {"unit": body.facts["title"]}),),
        "button-rival-now",
        above=lambda body, _: (Part("rival-heading", {"unit": body.facts["title"]}),),
    )

    async def look_up(self, act: Act, body: Body, step: Step) -> list[list[object]]:
        """The approvers of the unit's union, by name."""
        del step
        found = await act.db(candidates, act.person_id, int(body.facts["unit"]))
        if isinstance(found, Problem):
            return []
        nameless = act.label(Button(None, "conflict-nameless"))
        body.facts["names"] = [[str(one.person_id), one.name or nameless] for one in found]
        return [[one.person_id, one.name or nameless] for one in found]

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def led_back(self, act: Act, body: Body) -> Screen:
        """The unit's page of conflicts."""
        return await _own(act, int(body.facts["unit"]), Part("return-kept") if body.answers else None)

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Declare it: it holds at once."""
        unit_id, answers = int(body.facts["unit"]), body.answers
        outcome = await act.db(name_rival, act.person_id, unit_id, int(answers["who"]), str(answers["why"]))
        if isinstance(outcome, Problem) and outcome.code not in set(ConflictProblem):
            return outcome, "why"
        await act.db(drop_draft, act.person_id, opened.id)
        said = outcome if isinstance(outcome, Problem) else Part("rival-named")
        return await _own(act, unit_id, said)


CONVERSATION = NamingARival()


def register(routes: Router) -> None:
    """The taps that ask for no hat, or for one only when there is one."""

    @routes.callback_query(Tapped(LiftConflict))
    async def lifted(_: CallbackQuery, act: Act, tap: LiftConflict) -> Screen:
        return await _lifted(act, tap)

    @routes.callback_query(Tapped(OpenOwnConflicts))
    async def own(_: CallbackQuery, act: Act, tap: OpenOwnConflicts) -> Screen:
        return await _own(act, tap.unit)

    @routes.callback_query(Tapped(NameRival))
    async def begun(_: CallbackQuery, act: Act, tap: NameRival) -> Screen:
        return await _begin(act, tap.unit)
