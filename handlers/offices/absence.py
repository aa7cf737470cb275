"""Being away: until when, who acts meanwhile, and the end of it. One command, ``/absence ۱۴۰۵/۱۰/۰۱``, or a button."""

from datetime import date

from handlers.act import Act
from handlers.buttons import OpenRole
from handlers.home import HOME, home, in_place
from handlers.offices.taps import BeginAbsence, EndAbsence, InviteStandIn, OpenAbsence
from handlers.screen import Button, Part, Screen, Value, shown
from models.absences import absence_of, begin_absence, checked_day, colleagues, end_absence, last_possible
from models.organisations import Hat, hats
from models.people import Focus, set_role
from models.values.jalali import parse_date
from models.values.problem import Problem


async def commanded(act: Act, typed: str) -> Screen:
    """``/absence`` with a date, or without one: then it is asked for."""
    own = [one for one in await act.db(hats, act.person_id) if one.standing_in_for is None]
    worn = next((one for one in own if one.role_id == act.visit.role_id), own[0] if len(own) == 1 else None)
    day = parse_date(typed) if typed else None
    if worn is not None:
        return await _typed(act, worn, typed) if typed else await absence(act, worn)
    if not own:
        return await home(act, Part("absence-no-role"))
    ordinal = day.toordinal() if isinstance(day, date) else 0
    rows = tuple(
        (
            Button(
                BeginAbsence(one.role_id, ordinal, 0) if ordinal else OpenAbsence(one.role_id),
                "button-hat",
                {"office": one.office_name, "role": shown(one.kind)},
            ),
        )
        for one in own
    )
    asked = Screen((Part("absence-which-role"),), (*rows, (HOME,)))
    return asked.with_note(day if isinstance(day, Problem) else None)


async def absence(act: Act, worn: Hat, note: Part | Problem | None = None) -> Screen:
    """How it stands, with the way to end it; or the question until when."""
    away = await act.db(absence_of, worn.role_id)
    back = (Button(OpenRole(worn.role_id), "button-back"), HOME)
    if away is not None:
        await act.focus(Focus.NOTHING)
        rows: list[tuple[Button, ...]] = [(Button(EndAbsence(worn.role_id, away.id), "button-end-absence"),)]
        if away.stand_in_id is None and worn.standing_in_for is None:
            again = InviteStandIn(worn.role_id, away.last_day.toordinal())
            rows.append((Button(again, "button-invite-stand-in"),))
        return Screen(await in_place(act, worn), (*rows, back)).with_note(note)
    if worn.standing_in_for is not None:
        return await home(act, note)
    act.visit.role_id = worn.role_id
    await act.db(set_role, act.key, worn.role_id)
    await act.focus(Focus.ABSENCE)
    values: dict[str, Value] = {"role": shown(worn.kind), "office": worn.office_name}
    last = Part("absence-last", {"last": await act.db(last_possible, worn.office_id)})
    return Screen((Part("absence-until", values), last), (back,)).with_note(note)


async def day_typed(act: Act, worn: Hat, text: str | None) -> Screen:
    """The last day was typed."""
    if text is None:
        return await absence(act, worn, Part("absence-not-text"))
    return await _typed(act, worn, text)


async def _typed(act: Act, worn: Hat, text: str) -> Screen:
    day = parse_date(text)
    return await absence(act, worn, day) if isinstance(day, Problem) else await who(act, worn, day)


async def who(act: Act, worn: Hat, day: date) -> Screen:
    """Who could act until the end of this day: the colleagues, or somebody invited."""
    checked = await act.db(checked_day, worn, day)
    if isinstance(checked, Problem):
        return await absence(act, worn, checked)
    await act.focus(Focus.NOTHING)
    found = await act.db(colleagues, worn)
    ordinal = day.toordinal()
    rows = [(Button(BeginAbsence(worn.role_id, ordinal, one.role_id), label=one.name),) for one in found[:8]]
    rows.append((Button(InviteStandIn(worn.role_id, ordinal), "button-invite-stand-in"),))
    key = "absence-who" if found else "absence-who-nobody"
    values: dict[str, Value] = {"until": day, "role": shown(worn.kind), "office": worn.office_name}
    back = (Button(OpenAbsence(worn.role_id), "button-back"), HOME)
    return Screen((Part(key, values), Part("absence-limits")), (*rows, back))


async def begin(act: Act, worn: Hat, tap: BeginAbsence) -> Screen:
    """A colleague was chosen; without one the question who."""
    day = _day(tap.day)
    if day is None:
        return await absence(act, worn, Part("stale-button"))
    if not tap.colleague:
        return await who(act, worn, day)
    begun = await act.db(begin_absence, worn, day, tap.colleague)
    if isinstance(begun, Problem):
        return await absence(act, worn, begun)
    values: dict[str, Value] = {"stand-in": begun.stand_in or "", "until": begun.last_day}
    end = Button(EndAbsence(worn.role_id, begun.id), "button-end-absence")
    return Screen((Part("absence-set", values),), ((end,), (Button(OpenRole(worn.role_id), "button-back"), HOME)))


def _day(ordinal: int) -> date | None:
    try:
        return date.fromordinal(ordinal)
    except (ValueError, OverflowError):
        return None


async def end(act: Act, worn: Hat, tap: EndAbsence) -> Screen:
    """It ends before its day."""
    ended = await act.db(end_absence, act.person_id, tap.absence, worn)
    if isinstance(ended, Problem):
        return await home(act, ended)
    return await home(act, Part("absence-ended", {"holder": ended.holder}))
