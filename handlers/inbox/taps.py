"""The buttons of the inbox. Each carries the role that acts and the revision it was drawn for."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class OpenPage(Tap, prefix="ip"):
    """A page of what waits: ``kind`` is a SubjectKind's value, ``after`` a cursor or empty."""

    role: int
    kind: str
    after: str


@dataclass(frozen=True, slots=True)
class NextOne(Tap, prefix="ix"):
    """The submission that waits longest after this place."""

    role: int
    kind: str
    after: str


@dataclass(frozen=True, slots=True)
class SetCheck(Tap, prefix="ck"):
    """One of the three checks: ``check`` and ``state`` are places in their enumerations."""

    role: int
    unit: int
    revision: int
    check: int
    state: int


@dataclass(frozen=True, slots=True)
class Details(Tap, prefix="dt"):
    """All that a registration says, or a page of a month's figures (``page`` from 0)."""

    role: int
    kind: str
    subject: int
    page: int


@dataclass(frozen=True, slots=True)
class AskBasis(Tap, prefix="ab"):
    """Ask what the approval rests on."""

    role: int
    kind: str
    subject: int
    revision: int


@dataclass(frozen=True, slots=True)
class Approve(Tap, prefix="ok"):
    """Approve on this basis: its place in the enumeration."""

    role: int
    kind: str
    subject: int
    revision: int
    basis: int


@dataclass(frozen=True, slots=True)
class SendBack(Tap, prefix="sb"):
    """Begin to return it for correction."""

    role: int
    kind: str
    subject: int
    revision: int


@dataclass(frozen=True, slots=True)
class Refuse(Tap, prefix="rj"):
    """Begin to reject it for good."""

    role: int
    kind: str
    subject: int
    revision: int


@dataclass(frozen=True, slots=True)
class HandInAnswer(Tap, prefix="hi"):
    """Hand a long answer in; the subject leads to its card once the draft is gone."""

    draft: int
    revision: int
    role: int
    kind: str
    subject: int


@dataclass(frozen=True, slots=True)
class AskInterest(Tap, prefix="ki"):
    """Ask what stands between me and this unit, so that somebody else decides."""

    role: int
    kind: str
    subject: int
    revision: int


@dataclass(frozen=True, slots=True)
class StepAside(Tap, prefix="sa"):
    """Declare it: ``interest`` is its place in the enumeration."""

    role: int
    kind: str
    subject: int
    revision: int
    interest: int


@dataclass(frozen=True, slots=True)
class OpenConflicts(Tap, prefix="kl"):
    """A page of the conflicts that this role sees, after the one with this id (0: from the first)."""

    role: int
    after: int


@dataclass(frozen=True, slots=True)
class LiftConflict(Tap, prefix="cl"):
    """A declared conflict no longer holds (role 0: as the unit's owner)."""

    role: int
    conflict: int


@dataclass(frozen=True, slots=True)
class NameRival(Tap, prefix="nr"):
    """The owner begins to name an approver of the unit's union as a rival."""

    unit: int
