"""Typed button data.

A button carries ids and the revision it was drawn for, nothing else: the click is checked against the database.

Packed as ``prefix:field:field``; at most 64 bytes on both messengers.
"""

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import ClassVar, Self

MOST_BYTES = 64
_INTEGER = re.compile(r"-?[0-9]{1,18}")
"""As long as every database takes it: what is longer was never packed here."""
_kinds: dict[str, type["Tap"]] = {}


class Tap:
    """What a tap means. Subclasses are frozen dataclasses of int and str fields: ``class Open(Tap, prefix="mo")``."""

    prefix: ClassVar[str] = ""

    def __init_subclass__(cls, prefix: str = "") -> None:
        prefix = prefix or cls.__dict__.get("prefix", "")  # slots=True makes the class a second time
        if not prefix:
            raise TypeError("a tap needs a prefix")
        known = _kinds.get(prefix)
        if known is not None and known.__qualname__ != cls.__qualname__:
            raise TypeError(f"the prefix {prefix!r} is taken")
        cls.prefix = prefix
        _kinds[prefix] = cls

    def pack(self) -> str:
        """The button's data. Raises ValueError when it is over 64 bytes or a text holds a colon."""
        names = _fields(self.prefix)
        packed = ":".join([self.prefix, *[str(getattr(self, name)) for name in names]])
        if packed.count(":") > len(names):
            raise ValueError("a colon parts the fields of a button")
        if len(packed.encode()) > MOST_BYTES:
            raise ValueError(f"button data over {MOST_BYTES} bytes: {packed}")
        return packed

    @classmethod
    def unpack(cls, data: str) -> Self | None:
        """The tap that was packed, or None when the data is of another kind or altered."""
        prefix, *values = data.split(":")
        own = fields(cls)  # type: ignore[arg-type]  # subclasses are dataclasses
        if prefix != cls.prefix or len(values) != len(own):
            return None
        if any(one.type is int and not _INTEGER.fullmatch(value) for one, value in zip(own, values, strict=True)):
            return None
        return cls(
            **{one.name: int(value) if one.type is int else value for one, value in zip(own, values, strict=True)}
        )


@cache
def _fields(prefix: str) -> tuple[str, ...]:
    return tuple(one.name for one in fields(_kinds[prefix]))  # type: ignore[arg-type]  # subclasses are dataclasses


def kinds() -> dict[str, type[Tap]]:
    """All kinds of taps by their prefix."""
    return dict(_kinds)


@dataclass(frozen=True, slots=True)
class Home(Tap, prefix="h"):
    """To the main menu."""


@dataclass(frozen=True, slots=True)
class Go(Tap, prefix="g"):
    """To a named place without a subject: help, uses, language."""

    place: str


@dataclass(frozen=True, slots=True)
class FormTap(Tap, prefix="f"):
    """An act within a form: pick, skip, back, edit and so on; ``arg`` is an index of what was shown."""

    draft: int
    revision: int
    verb: str
    arg: int


@dataclass(frozen=True, slots=True)
class Acknowledge(Tap, prefix="ak"):
    """I have read this circular."""

    circular: int


@dataclass(frozen=True, slots=True)
class TakeStatement(Tap, prefix="cg"):
    """The closing statement of this circular as a sheet; up to now, while it is on its way."""

    role: int
    circular: int


@dataclass(frozen=True, slots=True)
class OpenCircular(Tap, prefix="ci"):
    """One circular as those see it who send it; in which role is found out at the tap."""

    circular: int


@dataclass(frozen=True, slots=True)
class OpenCircularDesk(Tap, prefix="cd"):
    """The desk of an office that issues circulars, in this role."""

    role: int


@dataclass(frozen=True, slots=True)
class ClaimNumber(Tap, prefix="cn"):
    """The account that holds my number is not mine."""


@dataclass(frozen=True, slots=True)
class WearHat(Tap, prefix="ha"):
    """From now on act in this role (0: as oneself)."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenUnit(Tap, prefix="u"):
    """A unit's own page, for its owner."""

    unit: int


@dataclass(frozen=True, slots=True)
class Register(Tap, prefix="rg"):
    """Begin or go on with registering a new unit."""


@dataclass(frozen=True, slots=True)
class MendUnit(Tap, prefix="ru"):
    """Mend a returned registration, at this field (a RegistrationField's value; empty: the summary)."""

    unit: int
    revision: int
    field: str


@dataclass(frozen=True, slots=True)
class RenewLicence(Tap, prefix="rl"):
    """The licence was renewed: state it, or mend what was returned of it at this field (a RegistrationField's value).

    ``revision`` is that of the returned one; 0 where nothing was returned.
    """

    unit: int
    revision: int
    field: str


@dataclass(frozen=True, slots=True)
class Resume(Tap, prefix="rd"):
    """Go on with a draft."""

    draft: int


@dataclass(frozen=True, slots=True)
class OpenMonths(Tap, prefix="ms"):
    """The calendar of a unit's months that ends with this period (JalaliMonth.index; 0: the present)."""

    unit: int
    last: int


@dataclass(frozen=True, slots=True)
class OpenMonth(Tap, prefix="mo"):
    """One month of a unit: its form when it may be filled in, else its card. ``period`` is JalaliMonth.index."""

    unit: int
    period: int


@dataclass(frozen=True, slots=True)
class MendMonth(Tap, prefix="mm"):
    """Mend a returned month at this field (a MonthField's value) of this product (0: none)."""

    month: int
    revision: int
    field: str
    product: int


@dataclass(frozen=True, slots=True)
class OpenInbox(Tap, prefix="in"):
    """A union's inbox, in this role."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenReview(Tap, prefix="rv"):
    """The card of a submission (``kind`` is a SubjectKind's value) that waits for this role's decision."""

    role: int
    kind: str
    subject: int


@dataclass(frozen=True, slots=True)
class OpenCoverage(Tap, prefix="cv"):
    """How far registration has come, in this role: of an office (0: where this role's board begins)."""

    role: int
    office: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class OpenCommissions(Tap, prefix="cs"):
    """What commissions, chambers and unions still owe the circular, in this role: of an office (0: as above)."""

    role: int
    office: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class JoinUnion(Tap, prefix="ju"):
    """Register with this union, which invites; ``sure``: also when another registration is half filled in."""

    union: int
    sure: int


@dataclass(frozen=True, slots=True)
class OpenRole(Tap, prefix="or"):
    """The page of the role that is worn: the office and its people, absence, laying the role down."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenDelegates(Tap, prefix="od"):
    """Who fills in a unit's months for its owner."""

    unit: int


@dataclass(frozen=True, slots=True)
class OpenConflict(Tap, prefix="cf"):
    """A declared conflict of interest, in this role."""

    role: int
    conflict: int


@dataclass(frozen=True, slots=True)
class OpenOwnConflicts(Tap, prefix="co"):
    """What the owner declared about the approvers of the own unit's union, and the way to declare it."""

    unit: int


@dataclass(frozen=True, slots=True)
class LeaveUnit(Tap, prefix="lu"):
    """The unit's delegate lays that down; ``sure``: 0 asks first."""

    unit: int
    sure: int


@dataclass(frozen=True, slots=True)
class OpenVerdict(Tap, prefix="ev"):
    """The unit's verdict for order registration, for its owner."""

    unit: int


@dataclass(frozen=True, slots=True)
class OpenSupport(Tap, prefix="su"):
    """I am in trouble: on this screen (empty: the one shown last), about this (``unit-5``, an apology's reference)."""

    place: str
    subject: str


@dataclass(frozen=True, slots=True)
class OpenTicket(Tap, prefix="tk"):
    """One's own ticket: a page of its history (from 1; 0: the last)."""

    ticket: int
    page: int


@dataclass(frozen=True, slots=True)
class OpenDesk(Tap, prefix="td"):
    """The tickets that wait for this role."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenDeskTicket(Tap, prefix="tt"):
    """A ticket as this role sees it: a page of its history (from 1; 0: the last)."""

    role: int
    ticket: int
    page: int


@dataclass(frozen=True, slots=True)
class AskedForPapers(Tap, prefix="pa"):
    """I was asked for documents for an order registration of this unit (0: the unit is asked)."""

    unit: int


@dataclass(frozen=True, slots=True)
class OpenMyReport(Tap, prefix="pm"):
    """One's own report of papers that were asked for."""

    report: int


@dataclass(frozen=True, slots=True)
class OpenReports(Tap, prefix="pr"):
    """The open reports, in this role."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenReport(Tap, prefix="pq"):
    """One report, in this role."""

    role: int
    report: int


@dataclass(frozen=True, slots=True)
class OpenFigures(Tap, prefix="pf"):
    """How many reports named the own office."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenLookUp(Tap, prefix="lk"):
    """The expert's look-up, in this role."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenAccess(Tap, prefix="ax"):
    """The access chain, in this role: a union's own request, or the desk of an office."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenSheets(Tap, prefix="xo"):
    """Lists in and out, in this role."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenPassing(Tap, prefix="cp"):
    """The circulars that wait until the office of this role passes them on."""

    role: int


@dataclass(frozen=True, slots=True)
class OpenBranch(Tap, prefix="ct"):
    """The tree of a circular, in this role: the branch of an office (0: as far up as is seen), behind ``after`` on."""

    role: int
    circular: int
    office: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class OpenLibrary(Tap, prefix="cll"):
    """The circulars by date: those after this one (``day`` is its date's ordinal; 0: the newest)."""

    day: int = 0
    circular: int = 0


@dataclass(frozen=True, slots=True)
class ReadCircular(Tap, prefix="clr"):
    """A page of a circular in the library (from 1); negative: one of the four letters."""

    circular: int
    page: int


@dataclass(frozen=True, slots=True)
class OpenAccessRequest(Tap, prefix="axr"):
    """The tracker card of a request for access, in this role."""

    role: int
    request: int


@dataclass(frozen=True, slots=True)
class OpenWishes(Tap, prefix="wl"):
    """The unions and counties that people did not find in the list, in this role, from after this wish on."""

    role: int
    after: int


@dataclass(frozen=True, slots=True)
class OpenWish(Tap, prefix="wc"):
    """One of them, in this role."""

    role: int
    wish: int


@dataclass(frozen=True, slots=True)
class TakeWish(Tap, prefix="wt"):
    """On with the registration that waited for this wish, at the step that it was about."""

    wish: int


@dataclass(frozen=True, slots=True)
class JobDone(Tap, prefix="jd"):
    """This ``work`` (a JobKind's value) has come to its end: never on a button, it comes in by itself."""

    work: str
    job: int
