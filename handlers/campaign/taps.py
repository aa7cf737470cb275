"""The buttons of a campaign's boards. Each carries the role that acts."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class PlanCampaign(Tap, prefix="pc"):
    """Set the day on which the province's term begins, or move it."""

    role: int
    province: int


@dataclass(frozen=True, slots=True)
class ShowInvitation(Tap, prefix="si"):
    """A union's invitation: links and code; with a messenger's name its picture."""

    role: int
    union: int
    messenger: str


@dataclass(frozen=True, slots=True)
class ListMembers(Tap, prefix="lm"):
    """Write on the list of those whom the union expects."""

    role: int
    union: int


@dataclass(frozen=True, slots=True)
class ShowMissing(Tap, prefix="sm"):
    """Who has not registered with a union or in a county, from behind ``after`` on."""

    role: int
    office: int
    after: str


@dataclass(frozen=True, slots=True)
class ShowMember(Tap, prefix="sh"):
    """One of those who are missing."""

    role: int
    expected: int


@dataclass(frozen=True, slots=True)
class DropMember(Tap, prefix="dm"):
    """Take somebody off the union's list; ``sure`` once it was asked."""

    role: int
    expected: int
    union: int
    sure: int
