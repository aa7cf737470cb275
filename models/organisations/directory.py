"""The directory: the offices below one's own, page by page, and who holds which role there."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col

from models import people
from models.organisations.offices import NATIONAL, Office, OfficeKind, OfficeView, OrganisationProblem, view_of
from models.organisations.reach import Deed, acting, covers
from models.organisations.roles import Hat, Role, RoleKind
from models.values.problem import Problem
from models.values.text import search_key


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office in a list: how many roles are held there, so that an office without anybody is seen."""

    office: OfficeView
    roles: int


@dataclass(frozen=True, slots=True)
class OfficePage:
    """A page of offices in the Persian order of their names; ``next``: after which office the next begins."""

    lines: tuple[OfficeLine, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's role in an office."""

    role_id: int
    person_id: int
    kind: RoleKind
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Staff:
    """A page of who holds which role in an office; ``next``: after which role the next begins."""

    office: OfficeView
    members: tuple[Member, ...]
    next: int | None


def offices_below(
    session: Session, hat: Hat, office_id: int, typed: str = "", after: int = 0, limit: int = 8
) -> OfficePage | Problem:
    """The offices right below this one that the hat sees; with ``typed`` all that it sees whose names contain that."""
    live = acting(session, hat, Deed.SEE_OFFICES, office_id)
    if isinstance(live, Problem):
        return live
    key = search_key(typed)
    if key:
        below = col(Office.search_key).contains(key, autoescape=True)
    elif live.office_kind in NATIONAL and office_id == live.office_id:
        below = col(Office.kind) == OfficeKind.PROVINCE
    else:
        below = col(Office.parent_id) == office_id
    held = (
        sa.select(sa.func.count())
        .select_from(Role)
        .where(col(Role.office_id) == col(Office.id), col(Role.revoked_at).is_(None))
        .scalar_subquery()
    )
    query = sa.select(Office, held).where(below, covers(live, Deed.SEE_OFFICES))
    if after:
        place = sa.select(col(Office.sort_key)).where(col(Office.id) == after).correlate(None).scalar_subquery()
        query = query.where(sa.tuple_(col(Office.sort_key), col(Office.id)) > sa.tuple_(place, after))
    rows = session.execute(query.order_by(col(Office.sort_key), col(Office.id)).limit(limit + 1)).all()
    lines = tuple(OfficeLine(view_of(row), number) for row, number in rows[:limit])
    return OfficePage(lines, lines[-1].office.id if len(rows) > limit else None)


def staff(session: Session, hat: Hat, office_id: int, after: int = 0, limit: int = 6) -> Staff | Problem:
    """Who holds which role in an office that the hat sees, the earliest first; names, else numbers masked."""
    live = acting(session, hat, Deed.SEE_OFFICES, office_id)
    if isinstance(live, Problem):
        return live
    place = session.get(Office, office_id)
    if place is None:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    rows = session.execute(
        sa.select(col(Role.id), col(Role.person_id), col(Role.kind), col(Role.granted_at))
        .where(col(Role.office_id) == office_id, col(Role.revoked_at).is_(None), col(Role.id) > after)
        .order_by(col(Role.id))
        .limit(limit + 1)
    ).all()
    names = people.known_as(session, (row.person_id for row in rows))
    members = tuple(
        Member(row.id, row.person_id, row.kind, names[row.person_id], row.granted_at) for row in rows[:limit]
    )
    return Staff(view_of(place), members, members[-1].role_id if len(rows) > limit else None)
