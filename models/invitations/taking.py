"""Taking an invitation: look what it offers, accept it once, decline it. Guesses are counted."""

from datetime import timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import absences, notices, people
from models.clock import now
from models.invitations.records import (
    Invitation,
    InvitationGuess,
    InvitationKind,
    InvitationOutcome,
    InvitationProblem,
    Offer,
    close,
    locked,
    offer_of,
    read_code,
)
from models.organisations import DEEDS, Deed, grant, hat, hats, may_give, reaches
from models.people import AccountKey
from models.units import Unit, add_delegate, fills_in, runs
from models.values.problem import Problem
from models.vault import vault

GUESSES_AN_HOUR: Final = 10
_HOUR: Final = timedelta(hours=1)


def look(session: Session, key: AccountKey, person_id: int, typed: str) -> Offer | Problem:
    """What the code offers to this person, or why it is not theirs to take. Guesses are counted by the account."""
    row = _named(session, key, typed)
    if isinstance(row, Problem):
        return row
    refusal = _refusal(session, row, person_id)
    return offer_of(session, row) if refusal is None else refusal


def accept(session: Session, key: AccountKey, person_id: int, typed: str) -> Offer | Problem:
    """Take what the code offers: once, by one person, whoever taps at the same moment. Whoever invited is told."""
    row = _named(session, key, typed)
    if isinstance(row, Problem):
        return row
    refusal = _refusal(session, row, person_id)
    if refusal is not None:
        return refusal
    offer = offer_of(session, row)
    taken = _taken(session, row, person_id)
    if isinstance(taken, Problem):
        return taken
    if people.name_of(session, person_id) is None:
        people.set_name(session, person_id, offer.name)
    close(session, row, InvitationOutcome.ACCEPTED, person_id)
    facts: dict[str, str | int] = {
        "name": people.known_as(session, (person_id,))[person_id],
        "where": offer.where,
        "kind": offer.kind.value,
        "role": offer.role.value if offer.role else "",
    }
    notices.owe(
        session, row.invited_by, notices.NoticeKind.INVITATION_ACCEPTED, facts, key=f"invitation-accepted:{row.id}"
    )
    return offer


def decline(session: Session, key: AccountKey, person_id: int, typed: str) -> Offer | Problem:
    """Not for me: the code is used up."""
    row = _named(session, key, typed)
    if isinstance(row, Problem):
        return row
    refusal = _refusal(session, row, person_id)
    if refusal is not None and refusal.code is not InvitationProblem.HELD:
        return refusal
    offer = offer_of(session, row)
    close(session, row, InvitationOutcome.DECLINED, person_id)
    return offer


def _named(session: Session, key: AccountKey, typed: str) -> Invitation | Problem:
    """The invitation that has this code, locked; a code that none has is counted as a guess."""
    code = read_code(typed)
    if isinstance(code, Problem):
        return code
    account = sa.and_(
        col(InvitationGuess.messenger) == key.messenger, col(InvitationGuess.account_id) == key.account_id
    )
    since = now(session) - _HOUR
    session.execute(sa.delete(InvitationGuess).where(account, col(InvitationGuess.at) <= since))
    tried: int = session.execute(sa.select(sa.func.count()).select_from(InvitationGuess).where(account)).scalar_one()
    if tried >= GUESSES_AN_HOUR:
        return Problem(InvitationProblem.TOO_MANY, {"most": GUESSES_AN_HOUR})
    row = locked(session, col(Invitation.code_index) == vault(session).index("invitation", code))
    if row is not None:
        return row
    session.add(InvitationGuess(messenger=key.messenger, account_id=key.account_id, at=now(session)))
    session.flush()
    return Problem(InvitationProblem.UNKNOWN, {"left": GUESSES_AN_HOUR - tried - 1})


def _refusal(session: Session, row: Invitation, person_id: int) -> Problem | None:  # noqa: PLR0911 (one reason each)
    """Why this person cannot take it now, the plainest reason first."""
    if row.outcome is InvitationOutcome.ACCEPTED:
        mine = row.closed_by == person_id
        return Problem(InvitationProblem.USED_BY_YOU if mine else InvitationProblem.USED)
    if row.outcome is InvitationOutcome.WITHDRAWN:
        return Problem(InvitationProblem.WITHDRAWN)
    if row.outcome is InvitationOutcome.DECLINED:
        return Problem(InvitationProblem.DECLINED)
    if row.expires_at <= now(session):
        return Problem(InvitationProblem.EXPIRED, {"at": row.expires_at})
    if row.invited_by == person_id:
        return Problem(InvitationProblem.OWN)
    if row.phone_sealed is not None and vault(session).open(row.phone_sealed) != people.phone_of(session, person_id):
        return Problem(InvitationProblem.FOR_ANOTHER)
    return _stale(session, row) or _held(session, row, person_id)


def _stale(session: Session, row: Invitation) -> Problem | None:
    """Whoever invited may no longer give this."""
    offer = offer_of(session, row)
    gone = Problem(InvitationProblem.INVITER_GONE, {"by": offer.where})
    if row.unit_id is not None:
        return None if runs(session, row.invited_by, row.unit_id) else gone
    assert row.by_role_id is not None
    live = hat(session, row.invited_by, row.by_role_id)
    if isinstance(live, Problem):
        return gone
    if row.role is not None and row.office_id is not None:
        return None if may_give(session, live, row.role, row.office_id) else gone
    absence = absences.absence_of(session, row.by_role_id)
    waiting = absence is not None and absence.id == row.absence_id and absence.stand_in_id is None
    return None if waiting else gone


def _held(session: Session, row: Invitation, person_id: int) -> Problem | None:
    """It is the person's already, or would make the person judge of the own months."""
    if row.unit_id is not None:
        if runs(session, person_id, row.unit_id):
            return Problem(InvitationProblem.HELD, {"what": offer_of(session, row).where})
        union_id = session.execute(sa.select(col(Unit.union_id)).where(col(Unit.id) == row.unit_id)).scalar_one()
        reviewing = any(one.office_id == union_id and reaches(one, Deed.REVIEW) for one in hats(session, person_id))
        return Problem(InvitationProblem.OWN_UNION) if reviewing else None
    if row.kind is InvitationKind.ROLE:
        held = any(
            (one.kind, one.office_id, one.standing_in_for) == (row.role, row.office_id, None)
            for one in hats(session, person_id)
        )
        if held:
            return Problem(InvitationProblem.HELD, {"what": offer_of(session, row).where})
        if row.role in DEEDS[Deed.REVIEW] and row.office_id is not None and fills_in(session, person_id, row.office_id):
            return Problem(InvitationProblem.OWN_UNION)
    return None


def _taken(session: Session, row: Invitation, person_id: int) -> object | Problem:
    if row.unit_id is not None:
        return add_delegate(session, person_id, row.unit_id)
    if row.absence_id is not None:
        return absences.take_over(session, row.absence_id, person_id)
    assert row.by_role_id is not None
    assert row.role is not None
    assert row.office_id is not None
    giver = hat(session, row.invited_by, row.by_role_id)
    return giver if isinstance(giver, Problem) else grant(session, person_id, row.role, row.office_id, by=giver)
