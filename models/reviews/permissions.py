"""Who may do what with a unit, a month, a renewed licence in each state: read by the gate and by the cards."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from models.months.reading import MonthMark
from models.snapshots import SubjectKind
from models.units import RenewalState, UnitState


class Actor(StrEnum):
    """What somebody is to a unit and its months."""

    OWNER = "owner"
    """The unit's owner, wearing no hat."""
    APPROVER = "approver"
    """An approver of the unit's union."""
    INVOLVED = "involved"
    """Somebody who would decide but owns the unit, or is declared to be in a conflict of interest with it."""
    COUNTY_IN_PLACE = "county-in-place"
    """An officer of the unit's county while the county acts in the union's place."""
    PROVINCE_IN_PLACE = "province-in-place"
    """An officer of the unit's province while the province acts in the union's place."""
    OTHER_APPROVER = "other-approver"
    """An approver of another union, or an officer of another county or province."""
    EXPERT = "expert"
    """An order-registration expert of the unit's province: no need of documents, no referral (60/310637)."""
    STRANGER = "stranger"


class Action(StrEnum):
    """What can be done with a registration or with a month."""

    SUBMIT = "submit"
    RESUBMIT = "resubmit"
    LOOK = "look"
    SET_CHECK = "set-check"
    APPROVE = "approve"
    SEND_BACK = "send-back"
    REJECT = "reject"
    STEP_ASIDE = "step-aside"
    """Declare a conflict of interest: somebody else decides."""
    VERDICT = "verdict"
    """See the verdict for order registration and the months' numbers."""


_NONE: Final[frozenset[Action]] = frozenset()
_DECIDE: Final = frozenset({Action.APPROVE, Action.SEND_BACK, Action.REJECT, Action.STEP_ASIDE})
DECIDING: Final = (Actor.APPROVER, Actor.COUNTY_IN_PLACE, Actor.PROVINCE_IN_PLACE)
"""Who looks into submissions and decides on those that wait: for the union, or in its place."""
_LOOK: Final = frozenset({Action.LOOK})
_OWNER_SEES: Final = frozenset({Action.LOOK, Action.VERDICT})


def _by_deciders(actions: frozenset[Action]) -> Mapping[Actor, frozenset[Action]]:
    """The same for the union's approver and for the officers who act in the union's place."""
    return dict.fromkeys(DECIDING, actions)


UNIT_ACTIONS: Final[Mapping[UnitState, Mapping[Actor, frozenset[Action]]]] = {
    UnitState.SUBMITTED: {
        Actor.OWNER: _OWNER_SEES,
        **_by_deciders(_DECIDE | {Action.LOOK, Action.SET_CHECK}),
        Actor.EXPERT: frozenset({Action.VERDICT}),
    },
    UnitState.RETURNED: {
        Actor.OWNER: _OWNER_SEES | {Action.RESUBMIT},
        **_by_deciders(_LOOK),
        Actor.EXPERT: frozenset({Action.VERDICT}),
    },
    UnitState.CONFIRMED: {
        Actor.OWNER: _OWNER_SEES,
        **_by_deciders(_LOOK),
        Actor.EXPERT: frozenset({Action.VERDICT}),
    },
    UnitState.REJECTED: {
        Actor.OWNER: _OWNER_SEES,
        **_by_deciders(_LOOK),
    },
}
"""Units by state and actor; who is not named may do nothing."""

MONTH_ACTIONS: Final[Mapping[MonthMark, Mapping[Actor, frozenset[Action]]]] = {
    MonthMark.MISSING: {Actor.OWNER: frozenset({Action.SUBMIT})},
    MonthMark.FUTURE: {},
    MonthMark.BEFORE_LICENCE: {},
    MonthMark.SUBMITTED: {Actor.OWNER: _LOOK, **_by_deciders(_DECIDE | {Action.LOOK})},
    MonthMark.RETURNED: {Actor.OWNER: _LOOK | {Action.RESUBMIT}, **_by_deciders(_LOOK)},
    MonthMark.CONFIRMED: {Actor.OWNER: _LOOK, **_by_deciders(_LOOK)},
    MonthMark.REJECTED: {Actor.OWNER: _LOOK, **_by_deciders(_LOOK)},
}
"""Months of a confirmed unit by how they stand; those of another unit allow nothing but looking."""


LICENCE_ACTIONS: Final[Mapping[RenewalState, Mapping[Actor, frozenset[Action]]]] = {
    RenewalState.SUBMITTED: {Actor.OWNER: _LOOK, **_by_deciders((_DECIDE - {Action.REJECT}) | {Action.LOOK})},
    RenewalState.RETURNED: {Actor.OWNER: _LOOK | {Action.RESUBMIT}, **_by_deciders(_LOOK)},
    RenewalState.CONFIRMED: {Actor.OWNER: _LOOK, **_by_deciders(_LOOK)},
}
"""Renewed licences of a confirmed unit: what is wrong with one is mended, there is nothing to reject for good."""


def allowed(kind: SubjectKind, state: str, actor: Actor) -> frozenset[Action]:
    """What the actor may do with a unit, a month (a MonthState or MonthMark) or a renewed licence that stands so."""
    if kind is SubjectKind.UNIT:
        return UNIT_ACTIONS[UnitState(state)].get(actor, _NONE)
    if kind is SubjectKind.LICENCE:
        return LICENCE_ACTIONS[RenewalState(state)].get(actor, _NONE)
    return MONTH_ACTIONS[MonthMark(state)].get(actor, _NONE)
