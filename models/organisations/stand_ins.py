"""Who stands in for whom: a role's holder is away until a day's end, and somebody else acts in the role."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from models.clock import now
from models.columns import BigKey, UtcDateTime
from models.values.jalali import tehran_date

_OPEN = sa.text("ended_at IS NULL")


class Absence(SQLModel, table=True):
    """An absence of a role's holder until the end of ``last_day`` (Tehran) or ``ended_at``, whichever comes first.

    ``stand_in_id`` is empty while somebody is only invited to stand in. A role has at most one absence that is not
    ended; one whose last day is over counts for nothing and is closed when the next begins.
    """

    __tablename__ = "absences"
    __table_args__ = (
        sa.Index("uq_absences_open", "role_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        sa.Index("ix_absences_stand_in_id", "stand_in_id", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    role_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id"), nullable=False))
    stand_in_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    last_day: date
    begun_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    ended_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    ended_by: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))


def under_way(session: Session) -> sa.ColumnElement[bool]:
    """The absences that hold at this instant: neither ended nor over by Tehran's calendar."""
    return sa.and_(col(Absence.ended_at).is_(None), col(Absence.last_day) >= tehran_date(now(session)))
