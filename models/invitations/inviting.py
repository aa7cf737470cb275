"""Inviting: to a role, to a unit's months, to stand in; what is open, and taking it back."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa
from sqlmodel import Session, col

from models import absences, audit, letters, people
from models.clock import now
from models.invitations.records import (
    IS_OPEN,
    LENGTH,
    Invitation,
    InvitationKind,
    InvitationOutcome,
    InvitationProblem,
    Invited,
    Offer,
    close,
    locked,
    offer_of,
    offers_of,
    read_name,
)
from models.letters import RuleKey
from models.organisations import SEATS, Hat, Office, OrganisationProblem, RoleKind, hat, hats, may_give
from models.receipts import ALPHABET
from models.units import Unit, UnitProblem
from models.values.ids import Phone
from models.values.jalali import tehran_date
from models.values.problem import Problem
from models.vault import vault


@dataclass(frozen=True, slots=True)
class _To:
    """What is offered, by whom in which role; ``scope_id``: the office whose rules say how long it holds."""

    kind: InvitationKind
    scope_id: int
    person_id: int
    role_id: int | None
    role: RoleKind | None = None
    office_id: int | None = None
    unit_id: int | None = None
    absence_id: int | None = None


def invite_to_role(
    session: Session, by: Hat, role: RoleKind, office_id: int, name: str, phone: Phone | None = None
) -> Invited | Problem:
    """Invite somebody to a role in an office that ``by`` may give; bound to a phone number where one is given."""
    live = hat(session, by.person_id, by.role_id)
    if isinstance(live, Problem):
        return live
    place = session.get(Office, office_id)
    if place is None:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    if place.kind not in SEATS[role]:
        return Problem(OrganisationProblem.ROLE_DOES_NOT_FIT, {"role": role, "office": place.kind})
    if not may_give(session, live, role, office_id):
        return Problem(OrganisationProblem.MAY_NOT_GRANT, {"own": live.kind})
    held = None if phone is None else people.person_by_phone(session, phone)
    if held is not None and any(one.kind is role for one in hats(session, held) if one.office_id == office_id):
        return Problem(OrganisationProblem.ROLE_ALREADY_HELD, {"role": role, "name": place.name})
    to = _To(InvitationKind.ROLE, place.id, live.person_id, live.role_id, role=role, office_id=office_id)
    return _made(session, to, name, phone)


def invite_delegate(
    session: Session, owner_id: int, unit_id: int, name: str, phone: Phone | None = None
) -> Invited | Problem:
    """The owner invites somebody to fill in the unit's months."""
    unit = session.get(Unit, unit_id)
    if unit is None or unit.owner_id != owner_id:
        return Problem(UnitProblem.NOT_YOURS)
    return _made(session, _To(InvitationKind.DELEGATE, unit.union_id, owner_id, None, unit_id=unit_id), name, phone)


def invite_stand_in(
    session: Session, by: Hat, absence_id: int, name: str, phone: Phone | None = None
) -> Invited | Problem:
    """The holder of a role, away by this absence, invites somebody to stand in until it ends."""
    live = hat(session, by.person_id, by.role_id)
    if isinstance(live, Problem):
        return live
    if live.standing_in_for is not None:
        return Problem(absences.AbsenceProblem.STANDS_IN)
    absence = absences.absence_of(session, live.role_id)
    if absence is None or absence.id != absence_id or absence.stand_in_id is not None:
        return Problem(absences.AbsenceProblem.OVER)
    to = _To(InvitationKind.STAND_IN, live.office_id, live.person_id, live.role_id, absence_id=absence_id)
    return _made(session, to, name, phone)


def _made(session: Session, to: _To, name: str, phone: Phone | None) -> Invited | Problem:
    called = read_name(name)
    if isinstance(called, Problem):
        return called
    safe, at = vault(session), now(session)
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    days = letters.rule(session, RuleKey.INVITATION_DAYS, to.scope_id, tehran_date(at)).number
    row = Invitation(
        code_index=safe.index("invitation", code),
        kind=to.kind,
        role=to.role,
        office_id=to.office_id,
        unit_id=to.unit_id,
        absence_id=to.absence_id,
        name_sealed=safe.seal(called),
        phone_sealed=None if phone is None else safe.seal(phone),
        invited_by=to.person_id,
        by_role_id=to.role_id,
        at=at,
        expires_at=at + timedelta(days=days),
    )
    session.add(row)
    session.flush()
    audit.record(
        session,
        audit.AuditAct.INVITED,
        by=to.person_id,
        hat=to.role_id,
        subject=f"invitation:{row.id}",
        details={"kind": to.kind} | ({"role": to.role} if to.role else {}),
    )
    return Invited(code, offer_of(session, row))


def withdraw(session: Session, person_id: int, invitation_id: int) -> Offer | Problem:
    """Whoever invited takes an open invitation back: its link and code are worth nothing from now on."""
    row = locked(session, col(Invitation.id) == invitation_id)
    if row is None or row.invited_by != person_id:
        return Problem(InvitationProblem.OVER)
    if row.by_role_id is not None:
        live = hat(session, person_id, row.by_role_id)
        if isinstance(live, Problem):
            return live
    if row.outcome is not None or row.expires_at <= now(session):
        return Problem(InvitationProblem.OVER)
    offer = offer_of(session, row)
    close(session, row, InvitationOutcome.WITHDRAWN, person_id)
    return offer


def open_invitations(session: Session, by: Hat, after: int = 0, limit: int = 6) -> tuple[tuple[Offer, ...], int | None]:
    """What was offered in this role and is neither taken nor expired, and where the next page begins."""
    condition = sa.and_(col(Invitation.by_role_id) == by.role_id, col(Invitation.invited_by) == by.person_id)
    return _page(session, condition, after, limit)


def open_for_unit(session: Session, owner_id: int, unit_id: int) -> tuple[Offer, ...]:
    """Whom the owner has invited to fill in this unit's months."""
    condition = sa.and_(col(Invitation.unit_id) == unit_id, col(Invitation.invited_by) == owner_id)
    return _page(session, condition, 0, 20)[0]


def _page(
    session: Session, condition: sa.ColumnElement[bool], after: int, limit: int
) -> tuple[tuple[Offer, ...], int | None]:
    rows = list(
        session.execute(
            sa.select(Invitation)
            .where(IS_OPEN, col(Invitation.expires_at) > now(session), col(Invitation.id) > after, condition)
            .order_by(col(Invitation.id))
            .limit(limit + 1)
        ).scalars()
    )
    offers = offers_of(session, rows[:limit])
    return offers, offers[-1].id if len(rows) > limit else None
