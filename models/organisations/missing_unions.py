"""Unions that people did not find in a county's list."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from models import audit, notices
from models.clock import now
from models.columns import BigKey, UtcDateTime
from models.organisations.offices import Office, OfficeKind, OrganisationProblem
from models.organisations.roles import RoleKind, officers
from models.values.problem import Problem
from models.values.text import free_text
from models.vault import vault


class MissingUnion(SQLModel, table=True):
    """A union that somebody did not find in the county's list, in the person's own words."""

    __tablename__ = "missing_unions"
    __table_args__ = (sa.UniqueConstraint("person_id", "county_id"),)

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    county_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False, index=True))
    typed_sealed: bytes
    at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class Wish:
    """A union that is wanted in the list: in whose words and when."""

    id: int
    county_id: int
    typed: str
    at: datetime


def record_missing_union(session: Session, person_id: int, county_id: int, typed: str) -> int | Problem:
    """Somebody's union is not in the county's list: remember it, tell the county's officers (else the province's).

    One wish per person and county: a later one replaces the words. Returns the wish's id.
    """
    county = session.get(Office, county_id)
    if county is None or county.kind is not OfficeKind.COUNTY:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    words = free_text(typed, most=120)
    if isinstance(words, Problem):
        return words
    row = session.exec(
        select(MissingUnion).where(MissingUnion.person_id == person_id, MissingUnion.county_id == county_id)
    ).one_or_none()
    sealed = vault(session).seal(words)
    if row is not None:
        row.typed_sealed, row.at = sealed, now(session)
        session.flush()
        return row.id
    row = MissingUnion(person_id=person_id, county_id=county_id, typed_sealed=sealed, at=now(session))
    session.add(row)
    session.flush()
    audit.record(session, audit.AuditAct.UNION_MISSED, by=person_id, hat=None, subject=f"office:{county_id}")
    told = officers(session, county_id, RoleKind.COUNTY_OFFICER)
    if not told and county.province_id is not None:
        told = officers(session, county.province_id, RoleKind.PROVINCIAL_OFFICER)
    for officer in {officer.person_id for officer in told}:
        notices.owe(
            session,
            officer,
            notices.NoticeKind.MISSING_UNION,
            {"county": county.name, "typed": words},
            key=f"missing-union:{row.id}:{officer}",
        )
    return row.id


def missing_unions(session: Session, county_id: int) -> tuple[Wish, ...]:
    """The unions that people missed in a county, oldest first."""
    rows = session.exec(
        select(MissingUnion)
        .where(MissingUnion.county_id == county_id)
        .order_by(col(MissingUnion.at), col(MissingUnion.id))
        .limit(100)
    ).all()
    opened = vault(session)
    return tuple(Wish(row.id, row.county_id, opened.open(row.typed_sealed), row.at) for row in rows)
