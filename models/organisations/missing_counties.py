"""Counties that people did not find in a province's list."""

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


class MissingCounty(SQLModel, table=True):
    """A county that somebody did not find in the province's list, in the person's own words."""

    __tablename__ = "missing_counties"
    __table_args__ = (sa.UniqueConstraint("person_id", "province_id"),)

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    province_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False, index=True)
    )
    typed_sealed: bytes
    at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


def record_missing_county(session: Session, person_id: int, province_id: int, typed: str) -> int | Problem:
    """Somebody's county is not in the province's list: remember it, tell the province's officers.

    One wish per person and province: a later one replaces the words. Returns the wish's id.
    """
    province = session.get(Office, province_id)
    if province is None or province.kind is not OfficeKind.PROVINCE:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    words = free_text(typed, most=120)
    if isinstance(words, Problem):
        return words
    row = session.exec(
        select(MissingCounty).where(MissingCounty.person_id == person_id, MissingCounty.province_id == province_id)
    ).one_or_none()
    sealed = vault(session).seal(words)
    if row is not None:
        row.typed_sealed, row.at = sealed, now(session)
        session.flush()
        return row.id
    row = MissingCounty(person_id=person_id, province_id=province_id, typed_sealed=sealed, at=now(session))
    session.add(row)
    session.flush()
    audit.record(session, audit.AuditAct.COUNTY_MISSED, by=person_id, hat=None, subject=f"office:{province_id}")
    for officer in {one.person_id for one in officers(session, province_id, RoleKind.PROVINCIAL_OFFICER)}:
        notices.owe(
            session,
            officer,
            notices.NoticeKind.MISSING_COUNTY,
            {"province": province.name, "typed": words},
            key=f"missing-county:{row.id}:{officer}",
        )
    return row.id


def missing_counties(session: Session, province_id: int) -> tuple[str, ...]:
    """The counties that people missed in a province, in their words, oldest first."""
    rows = session.exec(
        select(MissingCounty)
        .where(MissingCounty.province_id == province_id)
        .order_by(col(MissingCounty.at), col(MissingCounty.id))
        .limit(100)
    ).all()
    opened = vault(session)
    return tuple(opened.open(row.typed_sealed) for row in rows)
