"""Who may do what with a unit or a month in each state: one table, read by the gate and by the cards."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from models.months.reading import MonthMark
from models.organisations import Hat, RoleKind
from models.snapshots import SubjectKind
from models.units import UnitState


class Actor(StrEnum):
    """What somebody is to a unit and its months."""

    OWNER = "owner"
    """The unit's owner, wearing no hat."""
    APPROVER = "approver"
    """An approver of the unit's union."""
    OWNING_APPROVER = "owning-approver"
    """An approver of the unit's union who owns the unit: nobody decides on the own unit."""
    OTHER_APPROVER = "other-approver"
    """An approver of another union."""
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
    VERDICT = "verdict"
    """See the verdict for order registration and the months' numbers."""


_NONE: Final[frozenset[Action]] = frozenset()
_DECIDE: Final = frozenset({Action.APPROVE, Action.SEND_BACK, Action.REJECT})
_OWNER_SEES: Final = frozenset({Action.LOOK, Action.VERDICT})

UNIT_ACTIONS: Final[Mapping[UnitState, Mapping[Actor, frozenset[Action]]]] = {
    UnitState.SUBMITTED: {
        Actor.OWNER: _OWNER_SEES,
        Actor.APPROVER: _DECIDE | {Action.LOOK, Action.SET_CHECK},
        Actor.EXPERT: frozenset({Action.VERDICT}),
    },
    UnitState.RETURNED: {
        Actor.OWNER: _OWNER_SEES | {Action.RESUBMIT},
        Actor.APPROVER: frozenset({Action.LOOK}),
        Actor.EXPERT: frozenset({Action.VERDICT}),
    },
    UnitState.CONFIRMED: {
        Actor.OWNER: _OWNER_SEES,
        Actor.APPROVER: frozenset({Action.LOOK}),
        Actor.EXPERT: frozenset({Action.VERDICT}),
    },
    UnitState.REJECTED: {
        Actor.OWNER: _OWNER_SEES,
        Actor.APPROVER: frozenset({Action.LOOK}),
    },
}
"""Units by state and actor; who is not named may do nothing."""

MONTH_ACTIONS: Final[Mapping[MonthMark, Mapping[Actor, frozenset[Action]]]] = {
    MonthMark.MISSING: {Actor.OWNER: frozenset({Action.SUBMIT})},
    MonthMark.FUTURE: {},
    MonthMark.BEFORE_LICENCE: {},
    MonthMark.SUBMITTED: {
        Actor.OWNER: frozenset({Action.LOOK}),
        Actor.APPROVER: _DECIDE | {Action.LOOK},
    },
    MonthMark.RETURNED: {
        Actor.OWNER: frozenset({Action.LOOK, Action.RESUBMIT}),
        Actor.APPROVER: frozenset({Action.LOOK}),
    },
    MonthMark.CONFIRMED: {
        Actor.OWNER: frozenset({Action.LOOK}),
        Actor.APPROVER: frozenset({Action.LOOK}),
    },
    MonthMark.REJECTED: {
        Actor.OWNER: frozenset({Action.LOOK}),
        Actor.APPROVER: frozenset({Action.LOOK}),
    },
}
"""Months of a confirmed unit by how they stand; those of another unit allow nothing but looking."""


def allowed(kind: SubjectKind, state: str, actor: Actor) -> frozenset[Action]:
    """What the actor may do with a unit (a UnitState) or with a month (a MonthState or MonthMark) that stands so."""
    if kind is SubjectKind.UNIT:
        return UNIT_ACTIONS[UnitState(state)].get(actor, _NONE)
    return MONTH_ACTIONS[MonthMark(state)].get(actor, _NONE)


def actor_of(hat: Hat, union_id: int, owner_id: int) -> Actor:
    """What the wearer of a union's hat is to a unit of this union and owner."""
    if hat.kind is not RoleKind.UNION_APPROVER:
        return Actor.STRANGER
    if hat.office_id != union_id:
        return Actor.OTHER_APPROVER
    return Actor.OWNING_APPROVER if owner_id in hat.persons else Actor.APPROVER
