"""The main menu of whoever this is, and what stands in its place before the number is proven."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers.act import Act
from handlers.buttons import (
    Go,
    OpenAccess,
    OpenCommissions,
    OpenCoverage,
    OpenDesk,
    OpenFigures,
    OpenInbox,
    OpenLookUp,
    OpenReports,
    OpenRole,
    OpenSheets,
    OpenUnit,
    OpenWishes,
    Register,
    Tap,
    WearHat,
)
from handlers.filling import begun
from handlers.home.unit import page
from handlers.home.ways import CIRCULARS, HELP, LANGUAGE, SUPPORT, kept, registering, ways_back
from handlers.screen import Ask, Button, Part, Rows, Screen, Value, Word, paired, problem_part, screen
from models.absences import absence_of
from models.drafts import OpenDraft, draft, drafts_of, drop_draft
from models.organisations import Deed, Hat, hats, reaches, waiting_wishes
from models.people import Focus, known_as
from models.units import UnitCard, my_units
from models.values.problem import Problem

ENTRIES: Final[tuple[tuple[str, Callable[[int], Tap], Deed], ...]] = (
    ("button-inbox", OpenInbox, Deed.REVIEW),
    ("button-inbox-in-place", OpenInbox, Deed.REVIEW_IN_PLACE),
    ("button-look-up", OpenLookUp, Deed.LOOK_UP_UNIT),
    ("button-desk", OpenDesk, Deed.ANSWER_TICKETS),
    ("button-coverage", OpenCoverage, Deed.SEE_COVERAGE),
    ("button-access", OpenAccess, Deed.SEE_ACCESS),
    ("button-reports", OpenReports, Deed.READ_REPORTS),
    ("button-commissions", OpenCommissions, Deed.SEE_COMMISSIONS),
    ("button-role", OpenRole, Deed.SEE_ROLE),
    ("button-report-figures", OpenFigures, Deed.SEE_REPORT_FIGURES),
    ("button-sheets", OpenSheets, Deed.EXCHANGE_SHEETS),
)
"""What the menu of a role offers, the main thing first: the button, its tap (of the role's id), the deed behind it.

A hat is shown the entries whose deed it may do somewhere. The taps stand in ``handlers/buttons.py``, since the rooms
themselves lead back here.
"""
_PAGE: Final = 8
"""Offices and units on one page of the choice."""


@dataclass(frozen=True, slots=True)
class LeafHats(Tap, prefix="hl"):
    """Another page of one's offices and units (from 0)."""

    page: int


async def home(act: Act, note: Part | Problem | None = None) -> Screen:
    """The main menu of whoever this is; what was being typed is no longer awaited, drafts stay."""
    await act.focus(Focus.NOTHING)
    if act.visit.person_id is None:
        return welcome() if note is None else unproven(problem_part(note) if isinstance(note, Problem) else note)
    worn = await act.db(hats, act.person_id)
    units = await act.db(my_units, act.person_id)
    drafts = kept(await act.db(drafts_of, act.person_id))
    chosen = next((hat for hat in worn if hat.role_id == act.visit.role_id), None)
    if chosen is not None:
        return (await _office(act, chosen, many=len(worn) > 1 or bool(units) or bool(drafts))).with_note(note)
    if worn and not units and not drafts:
        shown = await _office(act, worn[0], many=False) if len(worn) == 1 else choose(worn, units, drafts)
        return shown.with_note(note)
    if len(units) == 1 and not worn:
        return (await page(act, units[0], drafts)).with_note(note)
    return choose(worn, units, drafts).with_note(note)


async def leave_form(act: Act) -> Part | None:
    """Nothing is awaited any more. Answers of an open form are kept, which is said; one only looked at is forgotten."""
    asked, draft_id = act.visit.focus, act.visit.draft_id
    await act.focus(Focus.NOTHING)
    if asked is not Focus.FORM or draft_id is None:
        return None
    left = await act.db(draft, act.person_id, draft_id)
    if left is not None and begun(left):
        return Part("form-kept")
    if left is not None:
        await act.db(drop_draft, act.person_id, left.id)
    return None


async def out_of_a_form(act: Act) -> Screen:
    """Home; what becomes of the form that was open is said above it."""
    return await home(act, await leave_form(act))


def welcome() -> Screen:
    """Before the proof: who we are, and the one thing needed."""
    return Screen((Part("welcome"),), ((HELP, LANGUAGE),), ask=Ask.CONTACT)


def unproven(*parts: Part) -> Screen:
    """Before the proof, after the welcome: what was wrong, and where the button is."""
    return Screen((*parts, Part("contact-button")), ((HELP, LANGUAGE),), ask=Ask.CONTACT)


def _below(*first: Button) -> Rows:
    return (*((button,) for button in first), (CIRCULARS, HELP), (SUPPORT, LANGUAGE))


def choose(worn: Sequence[Hat], units: Sequence[UnitCard], drafts: Sequence[OpenDraft], shown: int = 0) -> Screen:
    """Somebody with several hats or units, or with none yet; of many so many a page."""
    if not worn and not units:
        if registering(drafts):
            return Screen((Part("home-begun"),), _below(*ways_back(drafts)))
        code = Button(Go("code"), "button-have-code")
        return Screen((Part("home-nobody"),), _below(*ways_back(drafts), Button(Register(), "button-register"), code))
    another = Button(Register(), "button-register-another" if units else "button-register")
    own = [_hat_button(hat, worn) for hat in worn]
    own += [Button(OpenUnit(unit.id), label=unit.title) for unit in units]
    last = (len(own) - 1) // _PAGE
    shown = max(0, min(shown, last))
    turn = tuple(
        Button(LeafHats(number), key)
        for number, key in ((shown - 1, "button-previous-page"), (shown + 1, "button-next-page"))
        if 0 <= number <= last
    )
    rows = [
        *((button,) for button in own[shown * _PAGE : (shown + 1) * _PAGE]),
        *((turn,) if turn else ()),
        *((button,) for button in ways_back(drafts, units)),
        *(() if registering(drafts) else ((another,),)),
        (CIRCULARS, HELP),
        (SUPPORT, LANGUAGE),
    ]
    return screen("home-choose", rows=rows)


def _hat_button(hat: Hat, worn: Sequence[Hat]) -> Button:
    """The office; where several roles are held in one, the role too, and whether it is another's."""
    if hat.standing_in_for is not None:
        return Button(WearHat(hat.role_id), "button-hat-in-place", {"office": hat.office_name})
    if sum(one.office_id == hat.office_id and one.standing_in_for is None for one in worn) > 1:
        named: dict[str, Value] = {"office": hat.office_name, "role": Word(f"role-{hat.kind.value}")}
        return Button(WearHat(hat.role_id), "button-hat", named)
    return Button(WearHat(hat.role_id), label=hat.office_name)


async def in_place(act: Act, hat: Hat) -> tuple[Part, ...]:
    """In whose place this role is worn, or who acts in the place of its holder, and until when."""
    away = await act.db(absence_of, hat.role_id)
    if away is None:
        return ()
    values: dict[str, Value] = {"holder": away.holder, "until": away.last_day}
    if hat.standing_in_for is not None:
        return (Part("home-in-place", values),)
    if away.stand_in is None:
        return (Part("home-away-waiting", values),)
    return (Part("home-away", {**values, "stand-in": away.stand_in}),)


async def say_in_place(act: Act, hat: Hat, shown: Screen) -> Screen:
    """The same screen, in whose place it is acted standing above it."""
    if hat.standing_in_for is None:
        return shown
    holder = (await act.db(known_as, [hat.standing_in_for]))[hat.standing_in_for]
    return replace(shown, parts=(Part("acting-in-place", {"holder": holder}), *shown.parts))


async def _office(act: Act, hat: Hat, *, many: bool) -> Screen:
    """The menu of a role."""
    offered = [Button(tap(hat.role_id), key) for key, tap, deed in ENTRIES if reaches(hat, deed)]
    main, others = offered[:1], offered[1:]
    if reaches(hat, Deed.ADD_OFFICE) and (wished := await act.db(waiting_wishes, hat)):
        others.insert(0, Button(OpenWishes(hat.role_id, 0), "button-wishes", {"n": wished}))
    if many:
        others.append(Button(WearHat(0), "button-other-hat"))
    values: dict[str, Value] = {"office": hat.office_name, "role": Word(f"role-{hat.kind.value}")}
    parts = (Part("home-office", values), *await in_place(act, hat), Part("home-office-choose"))
    return Screen(parts, (*paired(main), *paired(others), *_below()))
