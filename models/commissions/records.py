"""What is recorded of the way from a commission to unions (60/227210 ¶6): sessions, the chamber's letter, unions."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import BigKey, UtcDateTime, enum_column


class SessionResult(StrEnum):
    """What a supervision commission did with the circular; its text is ``session-result-<result>``."""

    PUT_FORWARD = "put-forward"
    """It was put before the commission."""
    DECIDED = "decided"
    """The commission decided that the unions be informed."""
    POSTPONED = "postponed"
    """It was left for another session: the county still owes one."""
    OTHER = "other"
    """Something else, said in words."""


class CommissionProblem(StrEnum):
    """Why something about a commission is refused."""

    MINUTE_TWICE = "minute-twice"
    """The county has a session with this minute ``number`` already, of ``held``."""
    NO_SESSION = "commission-no-session"
    """The circular was not put before the commission yet; the chamber's letter comes after it."""
    LETTER_BEFORE_SESSION = "letter-before-session"
    """``got``: a letter of a day before the session, ``least``."""
    NO_LETTER = "commission-no-letter"
    """The chamber's letter is not recorded yet; unions are informed by it."""
    SESSION_AFTER_LETTER = "session-after-letter"
    """``got``: a session of a day after the chamber's letter, ``most``."""
    WORDS_MISSING = "result-words-missing"
    """Another result is said in words."""
    NO_SUCH_UNION = "union-not-of-county"
    """A union of another county, or none."""
    NO_SUCH_SESSION = "session-not-of-county"
    """The session that was to be mended is not this county's."""
    NOBODY_LEFT = "unions-all-informed"
    """Every union of the county is informed."""


class CommissionSession(SQLModel, table=True):
    """One session of a county's commission: its day, its minute's number, what came of it."""

    __tablename__ = "commission_sessions"
    __table_args__ = (
        sa.UniqueConstraint("county_id", "minute_number"),
        sa.Index("ix_commission_sessions_county_id", "county_id", "held_on", "id"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    county_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    held_on: date
    minute_number: str = Field(max_length=40)
    result: SessionResult = Field(sa_column=sa.Column(enum_column(SessionResult), nullable=False))
    words_sealed: bytes | None = None
    recorded_by: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    recorded_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


class ChamberLetter(SQLModel, table=True):
    """The letter by which a county's chamber tells its unions in writing."""

    __tablename__ = "chamber_letters"

    county_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), primary_key=True, autoincrement=False)
    )
    number: str = Field(max_length=40)
    dated: date
    recorded_by: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    recorded_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


class InformedUnion(SQLModel, table=True):
    """A union that was told in writing: on which day, by which letter."""

    __tablename__ = "informed_unions"

    union_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), primary_key=True, autoincrement=False)
    )
    county_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False, index=True))
    number: str = Field(max_length=40)
    informed_on: date
    recorded_by: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    recorded_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
