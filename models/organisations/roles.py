"""The roles that people hold in offices, and who may give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from models import audit
from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column
from models.organisations.offices import (
    NATIONAL,
    PARENT,
    Office,
    OfficeKind,
    OfficeView,
    OrganisationProblem,
    view_of,
    within,
)
from models.values.problem import Problem
from models.values.text import normalise, search_key, sort_key


class RoleKind(StrEnum):
    """What somebody may be in an office. Owning a unit is no role."""

    UNION_APPROVER = "union-approver"
    UNION_SECRETARY = "union-secretary"
    COUNTY_OFFICER = "county-officer"
    PROVINCIAL_OFFICER = "provincial-officer"
    LIAISON = "liaison"
    STATISTICS_OFFICER = "statistics-officer"
    ORDER_EXPERT = "order-expert"
    CHAMBER_OFFICER = "chamber-officer"
    COMMISSION_SECRETARY = "commission-secretary"
    INSPECTOR = "inspector"
    OBSERVER = "observer"
    OPERATOR = "operator"


_SEATS: Final[Mapping[RoleKind, frozenset[OfficeKind]]] = {
    RoleKind.UNION_APPROVER: frozenset({OfficeKind.UNION}),
    RoleKind.UNION_SECRETARY: frozenset({OfficeKind.UNION}),
    RoleKind.COUNTY_OFFICER: frozenset({OfficeKind.COUNTY}),
    RoleKind.PROVINCIAL_OFFICER: frozenset({OfficeKind.PROVINCE}),
    RoleKind.LIAISON: frozenset({OfficeKind.PROVINCE}),
    RoleKind.STATISTICS_OFFICER: frozenset({OfficeKind.STATISTICS_OFFICE}),
    RoleKind.ORDER_EXPERT: frozenset({OfficeKind.PROVINCE}),
    RoleKind.CHAMBER_OFFICER: frozenset({OfficeKind.CHAMBER, OfficeKind.IRAN_CHAMBER}),
    RoleKind.COMMISSION_SECRETARY: frozenset({OfficeKind.COMMISSION}),
    RoleKind.INSPECTOR: frozenset({OfficeKind.INSPECTION_OFFICE, OfficeKind.PROVINCE}),
    RoleKind.OBSERVER: NATIONAL | {OfficeKind.PROVINCE},
    RoleKind.OPERATOR: frozenset({OfficeKind.STATISTICS_OFFICE, OfficeKind.GUILD_CENTRE}),
}
_GRANTS: Final[Mapping[RoleKind, frozenset[RoleKind]]] = {
    RoleKind.OPERATOR: frozenset(RoleKind),
    RoleKind.STATISTICS_OFFICER: frozenset({RoleKind.PROVINCIAL_OFFICER, RoleKind.LIAISON}),
    RoleKind.PROVINCIAL_OFFICER: frozenset(
        {
            RoleKind.LIAISON,
            RoleKind.ORDER_EXPERT,
            RoleKind.COUNTY_OFFICER,
            RoleKind.UNION_APPROVER,
            RoleKind.UNION_SECRETARY,
            RoleKind.CHAMBER_OFFICER,
            RoleKind.COMMISSION_SECRETARY,
        }
    ),
    RoleKind.COUNTY_OFFICER: frozenset(
        {
            RoleKind.UNION_APPROVER,
            RoleKind.UNION_SECRETARY,
            RoleKind.CHAMBER_OFFICER,
            RoleKind.COMMISSION_SECRETARY,
        }
    ),
}


class Role(SQLModel, table=True):
    """A person's role in an office, until ``revoked_at``. ``granted_by`` is a person, empty for the command line."""

    __tablename__ = "roles"
    __table_args__ = (
        sa.Index(
            "uq_roles_live",
            "person_id",
            "office_id",
            "kind",
            unique=True,
            sqlite_where=sa.text("revoked_at IS NULL"),
            postgresql_where=sa.text("revoked_at IS NULL"),
        ),
        sa.Index("ix_roles_office_id", "office_id", "kind"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    office_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    kind: RoleKind = Field(sa_column=sa.Column(enum_column(RoleKind), nullable=False))
    granted_by: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    granted_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    revoked_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


@dataclass(frozen=True, slots=True)
class Hat:
    """A role being worn: who acts, as what, for which office. Made only by the live checks of this module."""

    role_id: int
    person_id: int
    kind: RoleKind
    office_id: int
    office_name: str


def _hats(session: Session, *conditions: sa.ColumnElement[bool]) -> tuple[Hat, ...]:
    rows = session.execute(
        sa.select(col(Role.id), col(Role.person_id), col(Role.kind), col(Role.office_id), col(Office.name))
        .join(Office, col(Office.id) == col(Role.office_id))
        .where(col(Role.revoked_at).is_(None), *conditions)
        .order_by(col(Role.id))
    ).all()
    return tuple(Hat(*row) for row in rows)


def hats(session: Session, person_id: int) -> tuple[Hat, ...]:
    """The person's live roles, the earliest first."""
    return _hats(session, col(Role.person_id) == person_id)


def hat(session: Session, person_id: int, role_id: int) -> Hat | Problem:
    """The live check that every decision makes: this person, this role, not revoked."""
    found = _hats(session, col(Role.id) == role_id, col(Role.person_id) == person_id)
    return found[0] if found else Problem(OrganisationProblem.ROLE_NOT_YOURS)


def officers(session: Session, office_id: int, *kinds: RoleKind) -> tuple[Hat, ...]:
    """Who holds one of these roles in the office now (all roles when none is named)."""
    conditions = [col(Role.office_id) == office_id]
    if kinds:
        conditions.append(col(Role.kind).in_(kinds))
    return _hats(session, *conditions)


def _reaches(session: Session, by: Hat, office_id: int | None) -> bool:
    if by.kind in {RoleKind.OPERATOR, RoleKind.STATISTICS_OFFICER}:
        return True
    return office_id is not None and within(session, office_id, by.office_id)


def grant(session: Session, person_id: int, kind: RoleKind, office_id: int, by: Hat | None = None) -> Hat | Problem:
    """Give a person a role in an office. ``by`` is empty for the command line (the first roles)."""
    place = session.get(Office, office_id)
    if place is None:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    if place.kind not in _SEATS[kind]:
        return Problem(OrganisationProblem.ROLE_DOES_NOT_FIT, {"role": kind, "office": place.kind})
    if by is not None:
        live = hat(session, by.person_id, by.role_id)
        if isinstance(live, Problem):
            return live
        if kind not in _GRANTS.get(live.kind, frozenset()) or not _reaches(session, live, office_id):
            return Problem(OrganisationProblem.MAY_NOT_GRANT, {"own": live.kind})
    if _hats(session, col(Role.person_id) == person_id, col(Role.office_id) == office_id, col(Role.kind) == kind):
        return Problem(OrganisationProblem.ROLE_ALREADY_HELD, {"role": kind, "name": place.name})
    row = Role(
        person_id=person_id,
        office_id=office_id,
        kind=kind,
        granted_by=by.person_id if by else None,
        granted_at=now(session),
    )
    session.add(row)
    session.flush()
    audit.record(
        session,
        audit.AuditAct.ROLE_GRANTED,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        subject=f"role:{row.id}",
        details={"kind": kind, "office": str(office_id), "person": str(person_id)},
    )
    return Hat(row.id, person_id, kind, office_id, place.name)


def revoke(session: Session, role_id: int, by: Hat | None = None) -> Hat | Problem:
    """Take a role back; old buttons of that role do nothing from now on. The hat that was taken."""
    held = _hats(session, col(Role.id) == role_id)
    if not held:
        return Problem(OrganisationProblem.ROLE_NOT_YOURS)
    if by is not None:
        live = hat(session, by.person_id, by.role_id)
        if isinstance(live, Problem):
            return live
        may = held[0].kind in _GRANTS.get(live.kind, frozenset()) and _reaches(session, live, held[0].office_id)
        if not may:
            return Problem(OrganisationProblem.MAY_NOT_GRANT, {"own": live.kind})
    session.execute(sa.update(Role).where(col(Role.id) == role_id).values(revoked_at=now(session)))
    audit.record(
        session,
        audit.AuditAct.ROLE_REVOKED,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        subject=f"role:{role_id}",
        details={"kind": held[0].kind, "office": str(held[0].office_id)},
    )
    return held[0]


def add_office(
    session: Session,
    kind: OfficeKind,
    name: str,
    parent_id: int | None = None,
    code: str | None = None,
    by: Hat | None = None,
) -> OfficeView | Problem:
    """Add an office below its parent. ``by`` is empty for the command line; otherwise an office above it acts."""
    name = normalise(name)
    parent = None if parent_id is None else session.get(Office, parent_id)
    if parent_id is not None and parent is None:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    if (parent.kind if parent else None) != PARENT.get(kind) or not name:
        return Problem(OrganisationProblem.OFFICE_DOES_NOT_FIT, {"kind": kind})
    if by is not None:
        live = hat(session, by.person_id, by.role_id)
        if isinstance(live, Problem):
            return live
        if not _reaches(session, live, parent_id):
            return Problem(OrganisationProblem.MAY_NOT_GRANT, {"own": by.kind})
    same = col(Office.search_key) == search_key(name)
    same = sa.and_(same, col(Office.kind) == kind, col(Office.parent_id).is_not_distinct_from(parent_id))
    if code is not None:
        same = sa.or_(same, col(Office.code) == code)
    if session.exec(select(Office.id).where(same)).first() is not None:
        return Problem(OrganisationProblem.OFFICE_EXISTS, {"name": name})
    row = Office(
        kind=kind, parent_id=parent_id, code=code, name=name, sort_key=sort_key(name), search_key=search_key(name)
    )
    if parent is not None:
        row.province_id = parent.province_id
    session.add(row)
    session.flush()
    if kind is OfficeKind.PROVINCE:
        row.province_id = row.id
        session.flush()
    audit.record(
        session,
        audit.AuditAct.OFFICE_ADDED,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        subject=f"office:{row.id}",
        details={"kind": kind},
    )
    return view_of(row)
