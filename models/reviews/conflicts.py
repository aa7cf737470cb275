"""Conflicts of interest: who steps aside from a unit's registration and months, because they or the owner said so.

Nobody decides on the own unit; that needs no declaration. What is declared here goes to the other approvers of the
union and, when none is left, to the county at once (``in_place``).
"""

from datetime import datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import orm
from sqlmodel import Field, Session, SQLModel, col

from models.columns import BigKey, UtcDateTime, enum_column
from models.organisations import Role, RoleKind
from models.units import Unit, UnitDelegate


class Interest(StrEnum):
    """What stands between somebody who decides and a unit; the text is ``interest-<interest>``."""

    SHARE = "share"
    """A share in it, or kinship with its owner."""
    BOARD = "board"
    """It belongs to a member of the union's board."""
    RIVAL = "rival"
    """A rival of the own workshop."""


_LIVE: Final = sa.text("lifted_at IS NULL")


class Conflict(SQLModel, table=True):
    """Somebody steps aside from a unit until ``lifted_at``. ``role_id``: the declarer's role, empty for the owner.

    ``union_id`` is the unit's union when it was declared; the owner's reason rests sealed, for the county alone.
    """

    __tablename__ = "conflicts"
    __table_args__ = (
        sa.Index("uq_conflicts_live", "unit_id", "person_id", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
        sa.Index("ix_conflicts_person_id", "person_id", "unit_id", sqlite_where=_LIVE, postgresql_where=_LIVE),
        sa.Index("ix_conflicts_union_id", "union_id", "id", sqlite_where=_LIVE, postgresql_where=_LIVE),
        sa.CheckConstraint("(lifted_at IS NULL) = (lifted_by IS NULL)", name="lifted"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    unit_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id"), nullable=False))
    union_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    interest: Interest = Field(sa_column=sa.Column(enum_column(Interest), nullable=False))
    reason_sealed: bytes | None = None
    declared_by: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    role_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id")))
    declared_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    lifted_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    lifted_by: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    lifted_role_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id")))


_IS_LIVE: Final = col(Conflict.lifted_at).is_(None)


def units_of(person_ids: tuple[int, ...]) -> sa.Select[int]:
    """The units from which these people step aside: own, filled in for others, of a declared conflict. Few at most."""
    own = sa.select(col(Unit.id)).where(col(Unit.owner_id).in_(person_ids))
    declared = sa.select(col(Conflict.unit_id)).where(_IS_LIVE, col(Conflict.person_id).in_(person_ids))
    delegated = sa.select(col(UnitDelegate.unit_id)).where(
        col(UnitDelegate.ended_at).is_(None), col(UnitDelegate.person_id).in_(person_ids)
    )
    return sa.select(own.union_all(declared, delegated).subquery().c[0])


def persons_aside(unit_id: int) -> sa.Select[int]:
    """Who steps aside from the unit by declaration, or since they fill in its months."""
    declared = sa.select(col(Conflict.person_id)).where(_IS_LIVE, col(Conflict.unit_id) == unit_id)
    delegated = sa.select(col(UnitDelegate.person_id)).where(
        col(UnitDelegate.ended_at).is_(None), col(UnitDelegate.unit_id) == unit_id
    )
    return sa.select(declared.union_all(delegated).subquery().c[0])


def holds(session: Session, unit_id: int, person_ids: tuple[int, ...]) -> bool:
    """Whether a conflict is declared between the unit and one of these people."""
    found = session.execute(
        sa.select(sa.literal(1)).where(
            _IS_LIVE, col(Conflict.unit_id) == unit_id, col(Conflict.person_id).in_(person_ids)
        )
    )
    return found.first() is not None


def held(kind: RoleKind, office: Any) -> sa.ColumnElement[bool]:
    """Whether anybody holds such a role in the office (a column or an id) now."""
    role = orm.aliased(Role)
    return sa.exists().where(col(role.office_id) == office, col(role.kind) == kind, col(role.revoked_at).is_(None))


def held_freely(kind: RoleKind, office: Any, unit: Any, owner: Any) -> sa.ColumnElement[bool]:
    """Whether somebody holds such a role in the office who need not step aside from this unit of this owner."""
    role, declared = orm.aliased(Role), orm.aliased(Conflict)
    aside = sa.exists().where(
        col(declared.unit_id) == unit,
        col(declared.person_id) == col(role.person_id),
        col(declared.lifted_at).is_(None),
    )
    fills_in = sa.exists().where(
        col(UnitDelegate.unit_id) == unit,
        col(UnitDelegate.person_id) == col(role.person_id),
        col(UnitDelegate.ended_at).is_(None),
    )
    return sa.exists().where(
        col(role.office_id) == office,
        col(role.kind) == kind,
        col(role.revoked_at).is_(None),
        col(role.person_id) != owner,
        ~aside,
        ~fills_in,
    )


def concerned(unions: sa.Select[int]) -> sa.Select[int]:
    """The units of these unions from which an approver steps aside: read from the roles and from what is declared."""
    own = (
        sa.select(col(Unit.id))
        .select_from(Role)
        .join(Unit, sa.and_(col(Unit.owner_id) == col(Role.person_id), col(Unit.union_id) == col(Role.office_id)))
        .where(
            col(Role.office_id).in_(unions),
            col(Role.kind) == RoleKind.UNION_APPROVER,
            col(Role.revoked_at).is_(None),
        )
    )
    declared = sa.select(col(Conflict.unit_id)).where(_IS_LIVE, col(Conflict.union_id).in_(unions))
    return sa.select(own.union_all(declared).subquery().c[0])
