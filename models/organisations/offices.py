"""Offices of the ministry and of the guilds: a tree of provinces, counties and unions, and the national ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import BigKey, enum_column
from models.values.problem import Problem
from models.values.text import search_key

UNIONS_SHOWN = 20


class OfficeKind(StrEnum):
    """Kinds of offices. The tree is province > county > union, chamber and commission; the others stand alone."""

    GUILD_CENTRE = "guild-centre"
    STATISTICS_OFFICE = "statistics-office"
    IMPORT_EXPORT_OFFICE = "import-export-office"
    INSPECTION_OFFICE = "inspection-office"
    DOMESTIC_COMMERCE = "domestic-commerce"
    IRAN_CHAMBER = "iran-chamber"
    PROVINCE = "province"
    COUNTY = "county"
    COMMISSION = "commission"
    CHAMBER = "chamber"
    UNION = "union"


class OrganisationProblem(StrEnum):
    """Why something about offices and roles is refused."""

    ROLE_NOT_YOURS = "role-not-yours"
    """The role was revoked or belongs to somebody else."""
    ROLE_DOES_NOT_FIT = "role-does-not-fit"
    """``role`` is not held in an office of this ``office`` kind."""
    ROLE_ALREADY_HELD = "role-already-held"
    """The person holds this ``role`` in this office (``name``)."""
    MAY_NOT_GRANT = "may-not-grant"
    """The grantor's ``own`` role does not reach so far."""
    OUT_OF_REACH = "out-of-reach"
    """The ``own`` role does not do this, or not in that office."""
    ROLE_OVER = "role-over"
    """The role that was to be taken back is held no longer."""
    LAST_OPERATOR = "last-operator"
    """Without any operator nobody could give the first roles of a province."""
    NO_SUCH_OFFICE = "no-such-office"
    OFFICE_DOES_NOT_FIT = "office-does-not-fit"
    """An office of this ``kind`` does not stand there."""
    OFFICE_EXISTS = "office-exists"
    """An office with this ``name`` or code is there already."""
    WISH_GONE = "wish-gone"
    """Nobody waits for it any more."""
    WISH_ANSWERED = "wish-answered"
    """It was answered (``outcome``, ``at``), by nobody who could be named."""
    WISH_ANSWERED_BY = "wish-answered-by"
    """A colleague (``by``) answered it."""
    WISH_ANSWERED_BY_YOU = "wish-answered-by-you"


PARENT: Final[Mapping[OfficeKind, OfficeKind]] = {
    OfficeKind.COUNTY: OfficeKind.PROVINCE,
    OfficeKind.COMMISSION: OfficeKind.COUNTY,
    OfficeKind.CHAMBER: OfficeKind.COUNTY,
    OfficeKind.UNION: OfficeKind.COUNTY,
}
NATIONAL = frozenset(kind for kind in OfficeKind if kind not in PARENT and kind is not OfficeKind.PROVINCE)


class Office(SQLModel, table=True):
    """An office. ``province_id`` is the province it lies in (a province's own id), empty for national ones."""

    __tablename__ = "offices"
    __table_args__ = (
        sa.CheckConstraint(
            "(kind IN ('county', 'commission', 'chamber', 'union')) = (parent_id IS NOT NULL)", name="parent"
        ),
        sa.Index("ix_offices_parent_id", "parent_id", "kind", "sort_key"),
        sa.Index("ix_offices_kind", "kind", "sort_key"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    kind: OfficeKind = Field(sa_column=sa.Column(enum_column(OfficeKind), nullable=False))
    parent_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id")))
    province_id: int | None = Field(
        default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), index=True)
    )
    code: str | None = Field(default=None, unique=True, max_length=40)
    name: str = Field(max_length=200)
    sort_key: str = Field(max_length=2000)
    search_key: str = Field(max_length=200)


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office as it is shown and picked."""

    id: int
    kind: OfficeKind
    name: str
    parent_id: int | None
    province_id: int | None


@dataclass(frozen=True, slots=True)
class Unions:
    """Unions that match what was typed, at most twenty; ``more`` when there are others."""

    found: tuple[OfficeView, ...]
    more: bool


def view_of(row: Office) -> OfficeView:
    """The row as a value."""
    return OfficeView(row.id, row.kind, row.name, row.parent_id, row.province_id)


def office(session: Session, office_id: int) -> OfficeView | Problem:
    """One office."""
    row = session.get(Office, office_id)
    return Problem(OrganisationProblem.NO_SUCH_OFFICE) if row is None else view_of(row)


def lineage(session: Session, office_id: int) -> tuple[OfficeView, ...]:
    """The office and those above it, itself first: union, county, province. Empty when there is no such office."""
    above = session.get(Office, office_id)
    line: list[OfficeView] = []
    while above is not None:
        line.append(view_of(above))
        above = None if above.parent_id is None else session.get(Office, above.parent_id)
    return tuple(line)


def within(session: Session, office_id: int, ancestor_id: int) -> bool:
    """Whether the office is the ancestor or lies below it."""
    return any(view.id == ancestor_id for view in lineage(session, office_id))


def offices(session: Session, kind: OfficeKind) -> tuple[OfficeView, ...]:
    """All offices of one kind in the Persian order of their names."""
    rows = session.exec(select(Office).where(Office.kind == kind).order_by(col(Office.sort_key), col(Office.id))).all()
    return tuple(view_of(row) for row in rows)


def provinces(session: Session) -> tuple[OfficeView, ...]:
    """The provincial organisations in the Persian order of their names."""
    return offices(session, OfficeKind.PROVINCE)


def counties(session: Session, province_id: int) -> tuple[OfficeView, ...]:
    """The counties of a province in the Persian order of their names."""
    rows = session.exec(
        select(Office)
        .where(Office.parent_id == province_id, Office.kind == OfficeKind.COUNTY)
        .order_by(col(Office.sort_key), col(Office.id))
    ).all()
    return tuple(view_of(row) for row in rows)


def unions(session: Session, county_id: int, typed: str = "") -> Unions:
    """The unions of a county whose names contain what was typed, however its spaces and letters are written."""
    query = select(Office).where(Office.parent_id == county_id, Office.kind == OfficeKind.UNION)
    key = search_key(typed)
    if key:
        query = query.where(col(Office.search_key).contains(key, autoescape=True))
    rows = session.exec(query.order_by(col(Office.sort_key), col(Office.id)).limit(UNIONS_SHOWN + 1)).all()
    return Unions(tuple(view_of(row) for row in rows[:UNIONS_SHOWN]), len(rows) > UNIONS_SHOWN)
