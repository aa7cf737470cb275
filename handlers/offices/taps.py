"""The buttons of the offices' room. Each names the role that acts; whether it is still held is asked at the click."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class OpenOffice(Tap, prefix="oo"):
    """An office and who holds a role there, from after this role on (0: the first)."""

    role: int
    office: int
    after: int


@dataclass(frozen=True, slots=True)
class ListOffices(Tap, prefix="lo"):
    """The offices right below this one, from after that one on (0: the first)."""

    role: int
    office: int
    after: int


@dataclass(frozen=True, slots=True)
class SearchOffices(Tap, prefix="os"):
    """Ask for a part of an office's name."""

    role: int


@dataclass(frozen=True, slots=True)
class AddOffice(Tap, prefix="oa"):
    """Begin to add an office below this one."""

    role: int
    office: int


@dataclass(frozen=True, slots=True)
class Invite(Tap, prefix="iv"):
    """Begin to invite somebody to a role in this office."""

    role: int
    office: int


@dataclass(frozen=True, slots=True)
class OpenInvitations(Tap, prefix="il"):
    """What was offered in this role and is open, from after that invitation on."""

    role: int
    after: int


@dataclass(frozen=True, slots=True)
class Withdraw(Tap, prefix="iw"):
    """Take an open invitation back; ``role`` or ``unit`` (else 0) is where it leads back to."""

    role: int
    unit: int
    invitation: int


@dataclass(frozen=True, slots=True)
class Revoke(Tap, prefix="rr"):
    """Take a role back, or lay the own one down (``of`` is ``role`` then); ``sure``: 0 asks first."""

    role: int
    of: int
    sure: int


@dataclass(frozen=True, slots=True)
class OpenAbsence(Tap, prefix="ao"):
    """Who stands in for the holder of this role, or the question until when."""

    role: int


@dataclass(frozen=True, slots=True)
class BeginAbsence(Tap, prefix="ag"):
    """The holder is away until the end of this day (its ordinal); this colleague's role acts (0: show who could)."""

    role: int
    day: int
    colleague: int


@dataclass(frozen=True, slots=True)
class InviteStandIn(Tap, prefix="is"):
    """Begin to invite somebody to stand in until the end of this day (its ordinal)."""

    role: int
    day: int


@dataclass(frozen=True, slots=True)
class EndAbsence(Tap, prefix="ae"):
    """End an absence early, as the absent one, the stand-in or an officer above."""

    role: int
    absence: int


@dataclass(frozen=True, slots=True)
class TakeInvitation(Tap, prefix="it"):
    """Accept (1) or decline (0) what the code offers."""

    code: str
    yes: int


@dataclass(frozen=True, slots=True)
class InviteDelegate(Tap, prefix="id"):
    """Begin to invite somebody who fills in this unit's months."""

    unit: int


@dataclass(frozen=True, slots=True)
class EndDelegate(Tap, prefix="ed"):
    """The owner takes the unit out of this person's hands; ``sure``: 0 asks first."""

    unit: int
    person: int
    sure: int
