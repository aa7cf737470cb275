"""What the calendar owes in a campaign: a word to the unions when it begins, reminders to those not registered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import letters, notices
from models.clock import now
from models.letters import RuleKey
from models.notices import NoticeKind
from models.organisations import Office, OfficeKind, Role, RoleKind
from models.people import Person
from models.reminders import Walked, day_of
from models.units import LIVE, Campaign, ExpectedUnit, Term, Unit, term_from

_TOLD_WITHIN: Final = timedelta(days=7)
"""So long after the first day (or after it was set, when that day had passed) whoever comes to a union is told."""
_MISSING: Final[sa.ColumnElement[bool]] = sa.literal_column("expected_units.unit_id IS NULL", sa.Boolean)


@dataclass(frozen=True, slots=True)
class _Due:
    """A province whose missing are reminded today, and how many days are left."""

    term: Term
    days: int


def tell_unions(session: Session, after: int = 0, limit: int = 200) -> Walked:
    """Tell approvers and secretaries, with role ids above ``after``, that the term of their province has begun."""
    today = day_of(now(session))
    terms = {} if today is None else _terms(session, today, _fresh(session, today))
    if not terms:
        return Walked(0, None)
    rows = session.execute(
        sa.select(col(Role.id), col(Role.person_id), col(Office.id), col(Office.name), col(Office.province_id))
        .join(Office, col(Office.id) == col(Role.office_id))
        .where(
            col(Role.id) > after,
            col(Role.revoked_at).is_(None),
            col(Role.kind).in_((RoleKind.UNION_APPROVER, RoleKind.UNION_SECRETARY)),
            col(Office.kind) == OfficeKind.UNION,
            col(Office.province_id).in_(terms),
        )
        .order_by(col(Role.id))
        .limit(limit)
    ).all()
    owed = 0
    for role_id, person_id, union_id, name, province_id in rows:
        set_term = terms[province_id]
        facts: dict[str, str | int] = {
            "office": name,
            "union": union_id,
            "role": role_id,
            "starts": set_term.starts_on.isoformat(),
            "deadline": set_term.deadline.isoformat(),
        }
        key = f"campaign-begun:{role_id}:{set_term.starts_on.isoformat()}"
        owed += notices.owe(session, person_id, NoticeKind.CAMPAIGN_BEGUN, facts, key)
    return Walked(owed, rows[-1][0] if len(rows) == limit else None)


def remind_missing(session: Session, after: int = 0, limit: int = 200) -> Walked:
    """Owe today's reminders to those who are expected and not registered, with ids above ``after``.

    ``campaign-reminder-days`` says so many days before the term's end. Whoever has a live unit anywhere is left alone,
    and so is a number that nobody has proven: no messenger lets us write first.
    """
    today = day_of(now(session))
    due = {} if today is None else _due(session, today)
    if today is None or not due:
        return Walked(0, None)
    has_unit = sa.exists(
        sa.select(sa.literal(1))
        .where(col(Unit.owner_id) == col(Person.id), col(Unit.state).in_(LIVE))
        .correlate(Person)
    )
    rows = session.execute(
        sa.select(
            col(ExpectedUnit.id), col(Person.id), col(ExpectedUnit.union_id), col(Office.name), col(Office.province_id)
        )
        .join(Office, col(Office.id) == col(ExpectedUnit.union_id))
        .join(Person, col(Person.phone_index) == col(ExpectedUnit.phone_index))
        .where(col(ExpectedUnit.id) > after, _MISSING, col(Office.province_id).in_(due), sa.not_(has_unit))
        .order_by(col(ExpectedUnit.id))
        .limit(limit)
    ).all()
    owed = 0
    for _, person_id, union_id, name, province_id in rows:
        found = due[province_id]
        facts: dict[str, str | int] = {
            "office": name,
            "union": union_id,
            "deadline": found.term.deadline.isoformat(),
            "days": found.days,
        }
        # Once a person and day, however many unions expect them.
        key = f"campaign-reminder:{person_id}:{province_id}:{found.term.deadline.isoformat()}:{found.days}"
        owed += notices.owe(session, person_id, NoticeKind.CAMPAIGN_REMINDER, facts, key)
    return Walked(owed, rows[-1][0] if len(rows) == limit else None)


def _fresh(session: Session, today: date) -> sa.ColumnElement[bool]:
    """Campaigns that began, or were set, within the last days."""
    return sa.or_(col(Campaign.starts_on) >= today - _TOLD_WITHIN, col(Campaign.set_at) >= now(session) - _TOLD_WITHIN)


def _terms(session: Session, today: date, *conditions: sa.ColumnElement[bool]) -> Mapping[int, Term]:
    """The terms that have begun, by province."""
    rows = session.execute(
        sa.select(col(Campaign.province_id), col(Campaign.starts_on)).where(
            col(Campaign.starts_on) <= today, *conditions
        )
    ).all()
    return {province_id: term_from(session, province_id, starts_on) for province_id, starts_on in rows}


def _due(session: Session, today: date) -> Mapping[int, _Due]:
    """The provinces whose missing are reminded today."""
    found: dict[int, _Due] = {}
    for province_id, set_term in _terms(session, today).items():
        days = (set_term.deadline - today).days
        if days >= 0 and days in letters.rule(session, RuleKey.CAMPAIGN_REMINDERS, province_id, today).days:
            found[province_id] = _Due(set_term, days)
    return found
