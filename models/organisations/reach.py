"""Who may do what, and how far from the own office: one table, asked by every act in a role.

A room that adds something to be done in a role adds a member to :class:`Deed` and a line to :data:`DEEDS`: the roles
that may do it, each with how far it reaches. A role that is not named may not. The act itself then begins with

    live = organisations.acting(session, hat, Deed.FORWARD_ACCESS, county_id)
    if isinstance(live, Problem):
        return live

which asks for the live hat (revoked roles and ended absences are refused whatever an old button says) and for the
reach, in the acting transaction; ``audit.record(by=live.person_id, hat=live.role_id)`` follows. The office is the one
that the act is about: of a unit its union, of a letter the office whose letter it is; None for the whole country. A
list is limited by :func:`covers`, a condition on ``Office``; a menu asks :func:`reaches` what to offer. The table is
written out a second time in ``tests/models/test_permissions.py``: add the same line there.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models.organisations.offices import NATIONAL, Office, OfficeKind, OrganisationProblem
from models.organisations.roles import Hat, RoleKind, hat
from models.values.problem import Problem


class Reach(StrEnum):
    """How far a role reaches from its own office. Below a national office lies every office that is not national."""

    OWN = "own"
    """The own office alone."""
    BELOW = "below"
    """What lies below the own office, without itself."""
    WITHIN = "within"
    """The own office and what lies below it."""
    BESIDE = "beside"
    """The own office and those beside it: a chamber's or a commission's county (not its county office)."""
    ANYWHERE = "anywhere"
    """Every office, and the country as a whole."""


class Deed(StrEnum):
    """What is done in a role; in the order of the alphabet."""

    ADD_OFFICE = "add-office"
    """Add an office; the reach is that of the office above it."""
    ANSWER_TICKETS = "answer-tickets"
    """Work at the desk that answers people in trouble (60/227210 ¶4); of the statistics office: what was sent on."""
    FORWARD_ACCESS = "forward-access"
    """Pass a union's request for access on from the office that holds it, or return it; which way: ``access``."""
    EXCHANGE_SHEETS = "exchange-sheets"
    """Bring lists in and take them out as sheets; offices and roles need their own deeds besides."""
    GIVE_ROLE = "give-role"
    """Give somebody a role in an office, invite to it, take it back; which roles: ``granting.GIVES``."""
    LIST_MEMBERS = "list-members"
    """Write the list of those whom a union expects to register, and take somebody off it (60/227210 ¶5)."""
    ISSUE_CIRCULAR = "issue-circular"
    """Compose, release, pause and withdraw circulars of an office; the audience too lies within the reach."""
    LIFT_CONFLICT = "lift-conflict"
    """See the declared conflicts of interest of a union's approvers with the owners' reasons, and lift one."""
    LOOK_UP_UNIT = "look-up-unit"
    """Find a unit by its numbers and see the verdict's card, without a paper (60/310637)."""
    OPEN_ACCESS = "open-access"
    """Open a union's access to Behinyab (60/227210 ¶3)."""
    PASS_ON = "pass-on"  # noqa: S105 (a deed, no password)
    """Pass a circular on from the own office to those below it (60/227210 ¶6); a chamber's and a commission's: the
    unions of the county."""
    PLAN_CAMPAIGN = "plan-campaign"
    """Set or move the day on which a province's registration campaign begins (60/227210 ¶1)."""
    READ_REPORTS = "read-reports"
    """Read the reports of papers that were asked for (60/310637); never those on the own office."""
    RECORD_CHAMBER_LETTER = "record-chamber-letter"
    """Record the chamber's letter and which unions it reached (60/227210 ¶6); at the chamber or its county."""
    RECORD_SESSION = "record-session"
    """Record a session of a supervision commission (60/227210 ¶6); at the commission or its county."""
    REQUEST_ACCESS = "request-access"
    """Ask for a union's access to Behinyab, and say whether it works (60/227210 ¶3)."""
    NAME_STAND_IN = "name-stand-in"
    """Be away for some days and name who acts meanwhile; lay the own role down."""
    REVIEW = "review"
    """Look into a union's inbox and decide (60/227210 ¶2, ¶5); what may be done in which state: ``reviews``."""
    SEE_ACCESS = "see-access"
    """See where a union's request for access lies."""
    SEE_COMMISSIONS = "see-commissions"
    """See what the commissions, chambers and unions of counties still owe the circular (60/227210 ¶6)."""
    SEE_COVERAGE = "see-coverage"
    """See how many have registered and how many are missing, and a union's invitation; figures, nobody by name."""
    SEE_MISSING = "see-missing"
    """See who has not registered, with masked numbers."""
    REVIEW_IN_PLACE = "review-in-place"
    """Decide in a union's place where the dated rule allows it; when that is: ``reviews.in_place``."""
    SEE_OFFICES = "see-offices"
    """See the list of offices and who holds which role there."""
    SEE_REPORT_FIGURES = "see-report-figures"
    """See how many of these reports named the own office, and nothing else of them."""
    SEE_ROLE = "see-role"
    """See the page of the role that is worn."""
    SET_RULE = "set-rule"
    """Set a dated rule for an office and all below it."""
    SETTLE_REPORTS = "settle-reports"
    """Say what came of such a report."""


DEEDS: Final[Mapping[Deed, Mapping[RoleKind, Reach]]] = {
    Deed.ADD_OFFICE: {
        RoleKind.COUNTY_OFFICER: Reach.OWN,
        RoleKind.PROVINCIAL_OFFICER: Reach.WITHIN,
        RoleKind.STATISTICS_OFFICER: Reach.WITHIN,
        RoleKind.OPERATOR: Reach.ANYWHERE,
    },
    Deed.ANSWER_TICKETS: {
        RoleKind.PROVINCIAL_OFFICER: Reach.OWN,
        RoleKind.LIAISON: Reach.OWN,
        RoleKind.STATISTICS_OFFICER: Reach.ANYWHERE,
    },
    Deed.FORWARD_ACCESS: {
        RoleKind.COUNTY_OFFICER: Reach.OWN,
        RoleKind.PROVINCIAL_OFFICER: Reach.OWN,
        RoleKind.STATISTICS_OFFICER: Reach.OWN,
    },
    Deed.EXCHANGE_SHEETS: {
        RoleKind.UNION_APPROVER: Reach.OWN,
        RoleKind.COUNTY_OFFICER: Reach.WITHIN,
        RoleKind.PROVINCIAL_OFFICER: Reach.WITHIN,
        RoleKind.STATISTICS_OFFICER: Reach.WITHIN,
        RoleKind.OPERATOR: Reach.ANYWHERE,
    },
    Deed.GIVE_ROLE: {
        RoleKind.UNION_APPROVER: Reach.OWN,
        RoleKind.COUNTY_OFFICER: Reach.BELOW,
        RoleKind.PROVINCIAL_OFFICER: Reach.WITHIN,
        RoleKind.CHAMBER_OFFICER: Reach.BELOW,
        RoleKind.INSPECTOR: Reach.BELOW,
        RoleKind.STATISTICS_OFFICER: Reach.BELOW,
        RoleKind.OPERATOR: Reach.ANYWHERE,
    },
    Deed.LIST_MEMBERS: {RoleKind.UNION_APPROVER: Reach.OWN, RoleKind.UNION_SECRETARY: Reach.OWN},
    Deed.ISSUE_CIRCULAR: {
        RoleKind.UNION_APPROVER: Reach.OWN,
        RoleKind.UNION_SECRETARY: Reach.OWN,
        RoleKind.COUNTY_OFFICER: Reach.WITHIN,
        RoleKind.PROVINCIAL_OFFICER: Reach.WITHIN,
        RoleKind.CHAMBER_OFFICER: Reach.BESIDE,
        RoleKind.COMMISSION_SECRETARY: Reach.BESIDE,
        RoleKind.STATISTICS_OFFICER: Reach.WITHIN,
        RoleKind.OPERATOR: Reach.ANYWHERE,
    },
    Deed.LIFT_CONFLICT: {RoleKind.COUNTY_OFFICER: Reach.BELOW},
    Deed.LOOK_UP_UNIT: {RoleKind.ORDER_EXPERT: Reach.WITHIN},
    Deed.OPEN_ACCESS: {RoleKind.STATISTICS_OFFICER: Reach.OWN},
    Deed.PASS_ON: {
        RoleKind.UNION_APPROVER: Reach.OWN,
        RoleKind.UNION_SECRETARY: Reach.OWN,
        RoleKind.COUNTY_OFFICER: Reach.OWN,
        RoleKind.PROVINCIAL_OFFICER: Reach.OWN,
        RoleKind.CHAMBER_OFFICER: Reach.OWN,
        RoleKind.COMMISSION_SECRETARY: Reach.OWN,
    },
    Deed.PLAN_CAMPAIGN: {RoleKind.PROVINCIAL_OFFICER: Reach.OWN},
    Deed.READ_REPORTS: {RoleKind.PROVINCIAL_OFFICER: Reach.OWN, RoleKind.INSPECTOR: Reach.WITHIN},
    Deed.RECORD_CHAMBER_LETTER: {RoleKind.CHAMBER_OFFICER: Reach.OWN, RoleKind.COUNTY_OFFICER: Reach.OWN},
    Deed.RECORD_SESSION: {RoleKind.COMMISSION_SECRETARY: Reach.OWN, RoleKind.COUNTY_OFFICER: Reach.OWN},
    Deed.REQUEST_ACCESS: {RoleKind.UNION_APPROVER: Reach.OWN, RoleKind.UNION_SECRETARY: Reach.OWN},
    Deed.NAME_STAND_IN: dict.fromkeys(RoleKind, Reach.OWN),
    Deed.REVIEW: {RoleKind.UNION_APPROVER: Reach.OWN},
    Deed.SEE_ACCESS: {
        RoleKind.UNION_APPROVER: Reach.OWN,
        RoleKind.UNION_SECRETARY: Reach.OWN,
        RoleKind.COUNTY_OFFICER: Reach.WITHIN,
        RoleKind.PROVINCIAL_OFFICER: Reach.WITHIN,
        RoleKind.LIAISON: Reach.WITHIN,
        RoleKind.STATISTICS_OFFICER: Reach.WITHIN,
        RoleKind.OPERATOR: Reach.ANYWHERE,
    },
    Deed.SEE_COMMISSIONS: {
        RoleKind.COMMISSION_SECRETARY: Reach.OWN,
        RoleKind.CHAMBER_OFFICER: Reach.WITHIN,
        RoleKind.COUNTY_OFFICER: Reach.OWN,
        RoleKind.PROVINCIAL_OFFICER: Reach.WITHIN,
        RoleKind.LIAISON: Reach.WITHIN,
        RoleKind.OBSERVER: Reach.WITHIN,
        RoleKind.STATISTICS_OFFICER: Reach.WITHIN,
        RoleKind.OPERATOR: Reach.ANYWHERE,
    },
    Deed.SEE_COVERAGE: {
        RoleKind.UNION_APPROVER: Reach.OWN,
        RoleKind.UNION_SECRETARY: Reach.OWN,
        RoleKind.CHAMBER_OFFICER: Reach.BESIDE,
        RoleKind.COUNTY_OFFICER: Reach.WITHIN,
        RoleKind.PROVINCIAL_OFFICER: Reach.WITHIN,
        RoleKind.LIAISON: Reach.WITHIN,
        RoleKind.OBSERVER: Reach.WITHIN,
        RoleKind.STATISTICS_OFFICER: Reach.WITHIN,
        RoleKind.OPERATOR: Reach.ANYWHERE,
    },
    Deed.SEE_MISSING: {
        RoleKind.UNION_APPROVER: Reach.OWN,
        RoleKind.UNION_SECRETARY: Reach.OWN,
        RoleKind.COUNTY_OFFICER: Reach.WITHIN,
    },
    Deed.REVIEW_IN_PLACE: {RoleKind.COUNTY_OFFICER: Reach.BELOW, RoleKind.PROVINCIAL_OFFICER: Reach.BELOW},
    Deed.SEE_OFFICES: {
        RoleKind.UNION_APPROVER: Reach.OWN,
        RoleKind.COUNTY_OFFICER: Reach.WITHIN,
        RoleKind.PROVINCIAL_OFFICER: Reach.WITHIN,
        RoleKind.LIAISON: Reach.WITHIN,
        RoleKind.CHAMBER_OFFICER: Reach.BESIDE,
        RoleKind.INSPECTOR: Reach.WITHIN,
        RoleKind.STATISTICS_OFFICER: Reach.WITHIN,
        RoleKind.OPERATOR: Reach.ANYWHERE,
    },
    Deed.SEE_REPORT_FIGURES: {
        RoleKind.UNION_APPROVER: Reach.OWN,
        RoleKind.UNION_SECRETARY: Reach.OWN,
        RoleKind.COUNTY_OFFICER: Reach.OWN,
        RoleKind.PROVINCIAL_OFFICER: Reach.OWN,
    },
    Deed.SEE_ROLE: dict.fromkeys(RoleKind, Reach.OWN),
    Deed.SET_RULE: {
        RoleKind.PROVINCIAL_OFFICER: Reach.WITHIN,
        RoleKind.STATISTICS_OFFICER: Reach.ANYWHERE,
        RoleKind.OPERATOR: Reach.ANYWHERE,
    },
    Deed.SETTLE_REPORTS: {RoleKind.INSPECTOR: Reach.WITHIN},
}
"""Which role may do what, and how far; who is not named may not."""

IN_PERSON: Final = frozenset({Deed.GIVE_ROLE, Deed.NAME_STAND_IN})
"""What nobody does in another's place: a role that a stand-in gave would outlast the absence."""


def reaches(hat: Hat, deed: Deed) -> Reach | None:
    """How far this hat reaches for this deed, None where it may not do it at all; asks no database."""
    if hat.standing_in_for is not None and deed in IN_PERSON:
        return None
    return DEEDS[deed].get(hat.kind)


def covers(hat: Hat, deed: Deed) -> sa.ColumnElement[bool]:
    """The offices on which this hat may do this deed, as a condition on ``Office``."""
    reach = reaches(hat, deed)
    own, below = col(Office.id) == hat.office_id, _below(hat)
    match reach:
        case None:
            return sa.false()
        case Reach.OWN:
            return own
        case Reach.BELOW:
            return below
        case Reach.WITHIN:
            return sa.or_(own, below)
        case Reach.BESIDE:
            beside = sa.select(col(Office.parent_id)).where(col(Office.id) == hat.office_id).correlate(None)
            return sa.or_(own, below, col(Office.parent_id) == beside.scalar_subquery())
        case Reach.ANYWHERE:
            return sa.true()


def _below(hat: Hat) -> sa.ColumnElement[bool]:
    if hat.office_kind in NATIONAL:
        return col(Office.province_id).is_not(None)
    if hat.office_kind is OfficeKind.PROVINCE:
        return sa.and_(col(Office.province_id) == hat.office_id, col(Office.id) != hat.office_id)
    if hat.office_kind is OfficeKind.COUNTY:
        return col(Office.parent_id) == hat.office_id
    return sa.false()


def may(session: Session, hat: Hat, deed: Deed, office_id: int | None) -> bool:
    """Whether this live hat may do this on this office (None: on the whole country). :func:`acting` asks both."""
    reach = reaches(hat, deed)
    if reach is None or reach is Reach.ANYWHERE or office_id is None:
        return reach is Reach.ANYWHERE
    if reach is Reach.OWN or hat.office_id == office_id:
        return hat.office_id == office_id and reach is not Reach.BELOW
    found = session.execute(sa.select(sa.literal(1)).where(col(Office.id) == office_id, covers(hat, deed)))
    return found.first() is not None


def acting(session: Session, worn: Hat, deed: Deed, office_id: int | None) -> Hat | Problem:
    """The gate of every act in a role: the hat is live, and it may do this on this office. The live hat."""
    live = hat(session, worn.person_id, worn.role_id)
    if isinstance(live, Problem):
        return live
    if not may(session, live, deed, office_id):
        return Problem(OrganisationProblem.OUT_OF_REACH, {"own": live.kind})
    return live
