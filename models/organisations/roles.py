"""The roles that people hold in offices, and the live check of them: the hat."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from models.columns import BigKey, UtcDateTime, enum_column
from models.organisations.offices import NATIONAL, Office, OfficeKind, OrganisationProblem
from models.organisations.stand_ins import Absence, under_way
from models.values.problem import Problem


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


SEATS: Final[Mapping[RoleKind, frozenset[OfficeKind]]] = {
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
"""In which kinds of offices a role is held."""


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
    office_kind: OfficeKind
    standing_in_for: int | None = None
    """The person whose role it is, when somebody else acts in it for a while."""

    @property
    def persons(self) -> tuple[int, ...]:
        """Whose own affairs this hat must not decide on: the wearer's, and those of whom the wearer stands in for."""
        return (self.person_id,) if self.standing_in_for is None else (self.person_id, self.standing_in_for)


def worn(session: Session, *conditions: sa.ColumnElement[bool]) -> tuple[Hat, ...]:
    """The live roles that meet these conditions, by those who hold them."""
    rows = session.execute(
        sa.select(
            col(Role.id), col(Role.person_id), col(Role.kind), col(Role.office_id), col(Office.name), col(Office.kind)
        )
        .join(Office, col(Office.id) == col(Role.office_id))
        .where(col(Role.revoked_at).is_(None), *conditions)
        .order_by(col(Role.id))
    ).all()
    return tuple(Hat(*row) for row in rows)


def lent(session: Session, *conditions: sa.ColumnElement[bool]) -> tuple[Hat, ...]:
    """The live roles that meet these conditions, by those who stand in for the absent holders."""
    rows = session.execute(
        sa.select(
            col(Role.id),
            col(Absence.stand_in_id),
            col(Role.kind),
            col(Role.office_id),
            col(Office.name),
            col(Office.kind),
            col(Role.person_id),
        )
        .join(Office, col(Office.id) == col(Role.office_id))
        .join(Absence, col(Absence.role_id) == col(Role.id))
        .where(col(Role.revoked_at).is_(None), under_way(session), col(Absence.stand_in_id).is_not(None), *conditions)
        .order_by(col(Role.id))
    ).all()
    return tuple(Hat(*row) for row in rows)


def hats(session: Session, person_id: int) -> tuple[Hat, ...]:
    """The person's live roles, the earliest first; then those in which the person stands in for somebody."""
    return (
        *worn(session, col(Role.person_id) == person_id),
        *lent(session, col(Absence.stand_in_id) == person_id),
    )


def hat(session: Session, person_id: int, role_id: int) -> Hat | Problem:
    """The live check that every act makes: this role is not revoked, and this person holds it or stands in now."""
    found = worn(session, col(Role.id) == role_id, col(Role.person_id) == person_id) or lent(
        session, col(Role.id) == role_id, col(Absence.stand_in_id) == person_id
    )
    return found[0] if found else Problem(OrganisationProblem.ROLE_NOT_YOURS)


def holding(session: Session, role_id: int) -> Hat | None:
    """This role by whoever holds it, None once it is revoked; for showing, not for acting in it."""
    return next(iter(worn(session, col(Role.id) == role_id)), None)


def officers(session: Session, office_id: int, *kinds: RoleKind) -> tuple[Hat, ...]:
    """Who acts in one of these roles in the office now (in any when none is named), stand-ins after the holders."""
    conditions = [col(Role.office_id) == office_id]
    if kinds:
        conditions.append(col(Role.kind).in_(kinds))
    return (*worn(session, *conditions), *lent(session, *conditions))
