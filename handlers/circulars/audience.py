"""Picking the audience of a draft with buttons: levels, places, roles, trades, registration, a reported month."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenCircular
from handlers.circulars import cards, looking
from handlers.circulars.forms import OfCircular
from handlers.circulars.taps import OnAudience
from handlers.form import Body, Form, Kind, Step
from handlers.home import HOME, home
from handlers.screen import Button, Part, Raw, Rows, Screen, Value, Word, paired, shown
from models.circulars import Audience, CircularProblem, DeskCard, Level, count, places, set_audience
from models.drafts import OpenDraft, drop_draft
from models.organisations import SEATS, Hat, OfficeKind, RoleKind
from models.organisations.offices import NATIONAL
from models.people import Focus
from models.units import TradeClass
from models.values.jalali import JalaliMonth
from models.values.problem import Problem

_MONTHS: Final = 6
_LEVELS: Final[Mapping[OfficeKind, tuple[Level, ...]]] = {
    OfficeKind.PROVINCE: (
        Level.PROVINCE,
        Level.COUNTY,
        Level.COMMISSION,
        Level.CHAMBER,
        Level.UNION,
        Level.UNIT,
    ),
    OfficeKind.COUNTY: (Level.COUNTY, Level.COMMISSION, Level.CHAMBER, Level.UNION, Level.UNIT),
    OfficeKind.COMMISSION: (Level.COMMISSION, Level.CHAMBER, Level.UNION, Level.UNIT),
    OfficeKind.CHAMBER: (Level.COMMISSION, Level.CHAMBER, Level.UNION, Level.UNIT),
    OfficeKind.UNION: (Level.UNION, Level.UNIT),
}
_HOUSES: Final[Mapping[Level, frozenset[OfficeKind]]] = {
    Level.NATIONAL: NATIONAL,
    Level.PROVINCE: frozenset({OfficeKind.PROVINCE}),
    Level.COUNTY: frozenset({OfficeKind.COUNTY}),
    Level.COMMISSION: frozenset({OfficeKind.COMMISSION}),
    Level.CHAMBER: frozenset({OfficeKind.CHAMBER}),
    Level.UNION: frozenset({OfficeKind.UNION}),
}


def levels_for(kind: OfficeKind) -> tuple[Level, ...]:
    """The levels that an office of this kind writes to: its own and those below it."""
    return _LEVELS.get(kind, tuple(Level))


def roles_for(audience: Audience) -> tuple[RoleKind, ...]:
    """The roles that the chosen levels of offices seat."""
    kinds = frozenset[OfficeKind]().union(*(_HOUSES.get(level, frozenset()) for level in audience.levels))
    return tuple(role for role in RoleKind if SEATS[role] & kinds)


# ---- views ----


def _tap(card: DeskCard, what: str, value: str = "") -> OnAudience:
    return OnAudience(card.id, card.revision, what, value)


def _front(card: DeskCard, counted: Mapping[Level, int]) -> Screen:
    audience = card.audience
    parts = [Part("circular-audience", {"number": Raw(card.number)}), *cards.audience_parts(card)]
    if audience.levels:
        parts += cards.count_parts(counted)
    of_units = Level.UNIT in audience.levels
    named = [("levels", True), ("places", card.office_kind is not OfficeKind.UNION)]
    named += [("roles", bool(roles_for(audience))), ("trades", of_units)]
    named += [("registered", of_units), ("reported", of_units)]
    ways = [Button(_tap(card, what), f"button-audience-{what}") for what, offered in named if offered]
    done = Button(OpenCircular(card.id), "button-audience-done")
    return Screen(tuple(parts), ((done,), *paired(ways), (HOME,)))


def _choices(card: DeskCard, what: str, listed: list[tuple[str, Value, bool]], *below: Button) -> Screen:
    """Things to tick: each a button that says whether it is chosen."""
    ticks = [
        Button(_tap(card, what, value), "button-audience-on" if chosen else "button-audience-off", {"name": name})
        for value, name, chosen in listed
    ]
    back = Button(_tap(card, ""), "button-back")
    rows: Rows = (*paired(ticks, 1 if what in {"roles", "places"} else 2), *((one,) for one in below), (back, HOME))
    return Screen((Part(f"audience-ask-{what}"),), rows)


def _levels(card: DeskCard) -> Screen:
    chosen = card.audience.levels
    listed = [(level.value, shown(level), level in chosen) for level in levels_for(card.office_kind)]
    return _choices(card, "levels", listed)


def _roles(card: DeskCard) -> Screen:
    chosen = card.audience.roles
    return _choices(card, "roles", [(one.value, shown(one), one in chosen) for one in roles_for(card.audience)])


def _trades(card: DeskCard) -> Screen:
    chosen = card.audience.trades
    return _choices(card, "trades", [(one.value, shown(one), one in chosen) for one in TradeClass])


def _registered(card: DeskCard) -> Screen:
    now = card.audience.registered
    listed: list[tuple[str, Value, bool]] = [
        (value, Word(f"circular-registered-{value}"), now is wanted)
        for value, wanted in (("yes", True), ("no", False), ("any", None))
    ]
    return _choices(card, "registered", listed)


def _reported(card: DeskCard, last: JalaliMonth) -> Screen:
    """Which month; whoever chose one already can drop it."""
    months = [last.plus(-back) for back in range(_MONTHS)]
    buttons = [
        Button(_tap(card, "month", str(month.index)), "button-audience-month", {"month": month}) for month in months
    ]
    drop = (Button(_tap(card, "reported", "any"), "button-audience-no-month"),)
    rows: Rows = (
        *paired(buttons),
        *((drop,) if card.audience.reported is not None else ()),
        (Button(_tap(card, ""), "button-back"), HOME),
    )
    return Screen((Part("audience-ask-reported"),), rows)


def _month(card: DeskCard, month: JalaliMonth) -> Screen:
    buttons = [
        (Button(_tap(card, "reported", f"{month.index}-{value}"), f"button-audience-reported-{value}"),)
        for value in ("yes", "no")
    ]
    back = Button(_tap(card, "reported"), "button-back")
    return Screen((Part("audience-ask-month", {"month": month}),), (*buttons, (back, HOME)))


def _places(card: DeskCard) -> Screen:
    """The places that are named; each can be taken out, others come by their names."""
    named = card.places if card.narrowed else ()
    listed: list[tuple[str, Value, bool]] = [(str(place.id), place.name, True) for place in named]
    search = Button(_tap(card, "search"), "button-audience-search")
    screen = _choices(card, "places", listed, search)
    scope = Part("audience-everywhere") if not named else Part("audience-places", {"n": len(named)})
    return Screen((scope, *screen.parts), screen.rows)


# ---- changing ----


def _toggled(chosen: frozenset[Any], one: Any) -> frozenset[Any]:
    return chosen - {one} if one in chosen else chosen | {one}


def changed(  # noqa: PLR0911 (one a part of the audience)
    audience: Audience, what: str, value: str, own: int
) -> Audience | None:
    """The audience after this tap; None for a value that no button has. ``own``: what is meant without a place."""
    try:
        match what:
            case "levels":
                levels = _toggled(audience.levels, Level(value))
                meant = replace(audience, levels=levels)
                return replace(meant, roles=audience.roles & frozenset(roles_for(meant)))
            case "roles":
                return replace(audience, roles=_toggled(audience.roles, RoleKind(value)))
            case "trades":
                return replace(audience, trades=_toggled(audience.trades, TradeClass(value)))
            case "registered":
                return replace(audience, registered={"yes": True, "no": False, "any": None}[value])
            case "places":
                return replace(audience, within=(audience.within - {own}) ^ {int(value)})
            case "reported" if value == "any":
                return replace(audience, reported=None)
            case "reported":
                month, _, wanted = value.partition("-")
                return replace(
                    audience, reported=(JalaliMonth.from_index(int(month)), {"yes": True, "no": False}[wanted])
                )
    except (KeyError, ValueError):
        pass
    return None


_SCREENS: Final[Mapping[str, Callable[[DeskCard], Screen]]] = {
    "levels": _levels,
    "roles": _roles,
    "trades": _trades,
    "registered": _registered,
    "places": _places,
}
_TICKED: Final = frozenset({"levels", "roles", "trades", "places"})
"""What several of can be chosen: its screen stays."""


async def front(act: Act, card: DeskCard, note: looking.Note = None) -> Screen:
    """The audience as it stands, with the live count."""
    return _front(card, await act.db(count, card.audience)).with_note(note)


async def _tapped(  # noqa: PLR0911 (one a screen)
    act: Act, worn: Hat, card: DeskCard, tap: OnAudience
) -> Screen:
    if not card.writes or card.audience.told is not None:
        return (await looking.drawn(act, worn, card)).with_note(Part("stale-button"))
    if tap.revision != card.revision:
        return await front(act, card, Part("stale-button"))
    if tap.what == "search":
        return await _search(act, worn, card)
    if tap.what == "month" and tap.value.isdecimal():
        return _month(card, JalaliMonth.from_index(int(tap.value)))
    if tap.value:
        return await _change(act, worn, card, tap)
    if tap.what == "reported":
        return _reported(card, JalaliMonth.of(act.now).previous())
    screen = _SCREENS.get(tap.what)
    return await front(act, card) if screen is None else screen(card)


async def _change(act: Act, worn: Hat, card: DeskCard, tap: OnAudience) -> Screen:
    wanted = changed(card.audience, tap.what, tap.value, card.reach_id)
    if wanted is None:
        return await front(act, card, Part("stale-button"))
    outcome = await act.db(set_audience, worn, card.id, wanted, card.revision)
    seen = await looking.found(act, card.id)
    if isinstance(seen, Problem):
        return await home(act, seen)
    after = seen[1]
    note = outcome if isinstance(outcome, Problem) else None
    if tap.what in _TICKED and note is None:
        told = cards.count_parts(await act.db(count, after.audience)) if after.audience.levels else []
        screen = _SCREENS[tap.what](after)
        return Screen((*screen.parts, *told[:1]), screen.rows)
    return await front(act, after, note)


# ---- searching a place ----


class PlaceForm(OfCircular):
    """Name a province, a county or a union by a part of its name; it joins those that are named already."""

    form = Form(
        "circular-place",
        lambda _: (
            Step(
                "place",
                "audience-search",
                "circular-field-place",
                Kind.SEARCH,
                looked_up=True,
                counted=False,
                wide=True,
            ),
        ),
        lambda _: (),
        "",
    )

    async def look_up(self, act: Act, body: Body, step: Step) -> list[list[object]]:
        """The places of this name within the office's reach."""
        del step
        seen = await looking.found(act, int(body.facts["circular"]))
        if isinstance(seen, Problem):
            return []
        found = await act.db(places, seen[0], body.query)
        return [[one.id, " · ".join(name for name in (one.name, one.above) if name)] for one in found]

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Put it in."""
        await act.focus(Focus.NOTHING)
        await act.db(drop_draft, act.person_id, opened.id)
        seen = await looking.found(act, int(body.facts["circular"]))
        if isinstance(seen, Problem):
            return await home(act, seen)
        worn, card = seen
        chosen = int(body.answers["place"])
        wanted = replace(card.audience, within=(card.audience.within - {card.reach_id}) | {chosen})
        outcome = await act.db(set_audience, worn, card.id, wanted)
        if isinstance(outcome, Problem):
            return await looking.circular(act, card.id, outcome)
        return await self._behind(act, card.id)

    async def led_back(self, act: Act, body: Body) -> Screen:
        """The places as they stand."""
        return await self._behind(act, int(body.facts["circular"]))

    async def _behind(self, act: Act, circular_id: int) -> Screen:
        seen = await looking.found(act, circular_id)
        if isinstance(seen, Problem):
            return await home(act, seen)
        card = seen[1]
        if not card.writes:
            return await looking.circular(act, circular_id, Problem(CircularProblem.CHANGED))
        return _places(card)


async def _search(act: Act, worn: Hat, card: DeskCard) -> Screen:
    return await PlaceForm().open(act, worn, card)


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.audience")

    @own.callback_query(Tapped(OnAudience))
    async def _on(_: CallbackQuery, act: Act, tap: OnAudience) -> Screen:
        await act.focus(Focus.NOTHING)
        seen = await looking.found(act, tap.circular)
        if isinstance(seen, Problem):
            return await home(act, seen)
        return await _tapped(act, *seen, tap)

    return own
