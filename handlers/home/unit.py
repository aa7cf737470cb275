"""A unit's own page: where its registration stands, what is to be mended, and the month that is due."""

from collections.abc import Sequence

from handlers.act import Act
from handlers.buttons import (
    LeaveUnit,
    MendUnit,
    OpenDelegates,
    OpenMonth,
    OpenMonths,
    OpenOwnConflicts,
    OpenVerdict,
    Register,
    RenewLicence,
    WearHat,
)
from handlers.home.ways import CIRCULARS, HELP, HOME, LANGUAGE, SUPPORT, kept, registering, unit_of, way_back, ways_back
from handlers.screen import Button, Code, Joined, Part, Rows, Screen, Value, Word, paired, shown
from models.drafts import OpenDraft
from models.months import DueMonth, MonthMark, due
from models.organisations import hats
from models.reviews import RemarkView, Subject, SubjectKind, remarks_for
from models.units import RegistrationField, RenewalState, UnitCard, UnitState, my_units, renewal_mark
from models.values.jalali import tehran_date
from models.values.problem import Problem

_MOST_MENDED = 3


async def unit_page(act: Act, unit: UnitCard, drafts: Sequence[OpenDraft] = ()) -> Screen:
    """A unit's own page: where its registration stands, what is to be mended, and the month that is due.

    Somebody with other roles or units gets a way to them.
    """
    worn, units = await act.db(hats, act.person_id), await act.db(my_units, act.person_id)
    drafts = kept(drafts)
    if not worn and len(units) < 2:
        return await page(act, unit, drafts)
    return await page(act, unit, drafts, Button(WearHat(0), "button-other-hat" if worn else "button-other-unit"))


async def page(act: Act, unit: UnitCard, drafts: Sequence[OpenDraft], other: Button | None = None) -> Screen:
    """The page; ``other`` leads to the person's other roles and units."""
    own = {one.subject: one for one in drafts if unit_of(one) in (0, unit.id)}
    parts = [
        Part("home-unit", {"unit": unit.title}),
        Part(f"home-unit-{unit.state.value}", _receipt(unit)),
    ]
    first: list[Button] = []
    second: list[Button] = []
    mine = unit.owner_id == act.person_id
    if not mine:
        parts.insert(1, Part("home-unit-delegate"))
    if unit.state is UnitState.CONFIRMED:
        told = await act.db(due, act.person_id, unit.id)
        if not isinstance(told, Problem):
            parts += _due(told, act)
            first += _due_buttons(told, unit.id, own)
        if mine:
            said, renewing, pressing = await _renewal(act, unit, own)
            parts += said
            (first if pressing else second).extend(renewing)
    elif unit.state is UnitState.RETURNED:
        remarks = await act.db(remarks_for, act.person_id, Subject(SubjectKind.UNIT, unit.id))
        remarks = () if isinstance(remarks, Problem) else remarks
        parts += _remarked(remarks)
        mend = Button(MendUnit(unit.id, unit.revision, remarks[0].field if remarks else ""), "button-mend-unit")
        half = own.pop(f"unit:{unit.id}", None)
        if mine:
            first.append(mend if half is None else way_back(half))
    first += ways_back(tuple(own.values()))
    if unit.state is not UnitState.RETURNED:
        second[:0] = [Button(OpenMonths(unit.id, 0), "button-months"), Button(OpenVerdict(unit.id), "button-verdict")]
    if mine and unit.state is UnitState.CONFIRMED:
        second.append(Button(OpenDelegates(unit.id), "button-delegates"))
    elif not mine:
        second.append(Button(LeaveUnit(unit.id, 0), "button-leave-unit"))
    if mine and unit.state is not UnitState.REJECTED:
        second.append(Button(OpenOwnConflicts(unit.id), "button-own-conflicts"))
    last = () if registering(drafts) or not mine else (Button(Register(), "button-register-another"),)
    rows: Rows = (
        *((button,) for button in first),
        *paired(second),
        (CIRCULARS, HELP),
        (SUPPORT, LANGUAGE),
        *((button,) for button in last),
        *(() if other is None else ((other, HOME),)),
    )
    return Screen(tuple(parts), rows)


async def _renewal(act: Act, unit: UnitCard, own: dict[str, OpenDraft]) -> tuple[list[Part], list[Button], bool]:
    """What is said of the licence's renewal, the way to state it, and whether that presses."""
    expired = unit.licence_expires < tehran_date(act.now)
    parts = [Part("home-licence-expired", {"expires": unit.licence_expires})] if expired else []
    mark = await act.db(renewal_mark, unit.id)
    if mark is not None and mark.state is RenewalState.SUBMITTED:
        return [*parts, Part("home-renewal-waits", {"since": tehran_date(mark.submitted_at)})], [], False
    half = own.pop(f"licence:{unit.id}", None)
    if mark is None:
        renew = Button(RenewLicence(unit.id, 0, ""), "button-renew-licence") if half is None else way_back(half)
        return parts, [renew], expired or half is not None
    remarks = await act.db(remarks_for, act.person_id, Subject(SubjectKind.LICENCE, mark.id))
    remarks = () if isinstance(remarks, Problem) else remarks
    mend = Button(RenewLicence(unit.id, mark.revision, remarks[0].field if remarks else ""), "button-mend-renewal")
    return (
        [*parts, Part("home-renewal-returned"), *_remarked(remarks)],
        [mend if half is None else way_back(half)],
        True,
    )


def _receipt(unit: UnitCard) -> dict[str, Value]:
    """The receipt while it is waited for; afterwards nobody needs to copy it."""
    return {"receipt": Code(unit.receipt)} if unit.state is UnitState.SUBMITTED else {}


def _remarked(remarks: Sequence[RemarkView]) -> list[Part]:
    """What the union wants mended: the first remark in full, the others by their number."""
    if not remarks:
        return []
    first, others = remarks[0], len(remarks) - 1
    values: dict[str, Value] = {"field": shown(RegistrationField(first.field)), "reason": shown(first.code)}
    if first.product is None:
        parts = [Part("notice-remark", values)]
    else:
        parts = [Part("notice-remark-product", {**values, "product": first.product})]
    if first.note is not None:
        parts.append(Part("notice-note", {"note": first.note}))
    if others:
        parts.append(Part("notice-more-remarks", {"number": others}) if others > 1 else Part("notice-one-more-remark"))
    return parts


def _due(told: DueMonth, act: Act) -> list[Part]:
    """What the months ask for: the returned ones, the last finished one, and how many more are not recorded."""
    month = told.cell.month
    parts: list[Part] = []
    if told.returned:
        parts.append(Part("home-months-returned", {"months": Joined(told.returned)}))
    if told.cell.mark is MonthMark.MISSING:
        left = (told.deadline.ends - act.now).days
        values: dict[str, Value] = {"month": month, "due": told.deadline.day}
        if left >= 0:
            parts.append(Part("home-month-missing", {**values, "days": left}))
        else:
            parts.append(Part("home-month-late", values))
    elif told.cell.mark is not MonthMark.RETURNED:
        parts.append(Part("home-month-there", {"month": month, "state": shown(told.cell.mark)}))
    if told.missing:
        parts.append(Part("home-months-missing", {"number": told.missing}))
    return parts


def _due_buttons(told: DueMonth, unit_id: int, own: dict[str, OpenDraft]) -> list[Button]:
    """The returned months, then the one that is due; where its form is begun, the way back into that instead."""
    wanted = [(month, "button-mend-month") for month in told.returned[:_MOST_MENDED]]
    if told.cell.mark is MonthMark.MISSING:
        wanted.append((told.cell.month, "button-record-month"))
    buttons: list[Button] = []
    for month, key in wanted:
        half = own.pop(f"month:{unit_id}:{month.index}", None)
        name = {"month": Word(f"month-{month.month}")}
        buttons.append(Button(OpenMonth(unit_id, month.index), key, name) if half is None else way_back(half))
    return buttons
