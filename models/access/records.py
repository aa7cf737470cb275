"""The access chain as it is stored: a union's request, the official letters that carry it, and every move it made.

60/227210 ¶3: the union registers, sends its user name by official letter to the county office, which passes it on
through the province, in order of receipt and without batching, to the statistics office.
"""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import BigKey, UtcDateTime, enum_column

MOST_NOTE: Final = 300
MOST_ATTACHMENTS: Final = 99


class AccessStage(StrEnum):
    """Where a request stands; the text is ``access-stage-<stage>``."""

    UNION = "union"
    """The union has given its user name and writes its letter, or mends what came back."""
    COUNTY = "county"
    PROVINCE = "province"
    STATISTICS = "statistics"
    ACTIVE = "active"
    """The statistics office has opened the access; the union says whether it works."""
    WORKING = "working"
    TROUBLE = "trouble"
    """The union says that it does not work: the province's liaison mends it (60/227210 ¶4)."""
    WITHDRAWN = "withdrawn"


class AccessAct(StrEnum):
    """What moves a request; the text is ``access-act-<act>``."""

    OPEN = "open"
    RENAME = "rename"
    SEND = "send"
    FORWARD = "forward"
    RETURN = "return"
    ACTIVATE = "activate"
    CONFIRM = "confirm"
    TROUBLE = "trouble"
    WITHDRAW = "withdraw"


class ReturnCode(StrEnum):
    """Why a request goes back one step; the text is ``return-code-<code>``. ``other`` wants a note."""

    LETTER_MISSING = "letter-missing"
    LETTER_DIFFERS = "letter-differs"
    USER_NAME_WRONG = "user-name-wrong"
    UNSIGNED = "unsigned"
    WRONG_OFFICE = "wrong-office"
    OTHER = "other"


class LetterState(StrEnum):
    """Whether a letter still lies before its receiver."""

    WAITING = "waiting"
    PASSED = "passed"
    """Nothing of it waits and something of it went on."""
    RETURNED = "returned"
    """All that it named went back or was withdrawn; its number may be used once more."""


OVER: Final = (AccessStage.WORKING, AccessStage.WITHDRAWN)
_RUNS: Final = sa.text("stage NOT IN ('working', 'withdrawn')")
_STANDS: Final = sa.text("state <> 'returned'")


def _office(*, index: bool = False, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=nullable, index=index)


def letter_key(number: str) -> str:
    """One spelling of a letter's number: secretariats write slashes, dashes, dots or spaces for the same one."""
    return re.sub("[-. ]", "/", number)


class AccessLetter(SQLModel, table=True):
    """An official letter on its way between two offices, and the receiver's registration of it.

    ``number`` (as written; ``number_key`` compares) and ``dated`` are the sender's, ``attachments``,
    ``register_number``, ``registered_on`` and ``referral_sealed`` the receiver's stamp. ``receipt`` counts a province's
    county letters in their order of receipt.
    """

    __tablename__ = "access_letters"
    __table_args__ = (
        sa.UniqueConstraint("receiver_id", "receipt"),
        sa.Index(
            "uq_access_letters_number",
            "sender_id",
            "number_key",
            "dated",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        sa.Index("ix_access_letters_queue", "receiver_id", "state", "receipt"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    sender_id: int = Field(sa_column=_office())
    receiver_id: int = Field(sa_column=_office())
    number: str = Field(max_length=30)
    number_key: str = Field(max_length=30)
    dated: date
    state: LetterState = Field(sa_column=sa.Column(enum_column(LetterState), nullable=False))
    receipt: int | None = None
    sent_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    role_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id"), nullable=False))
    left_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    attachments: int | None = None
    register_number: str | None = Field(default=None, max_length=30)
    registered_on: date | None = None
    referral_sealed: bytes | None = None


def _letter() -> sa.Column[int]:
    return sa.Column(sa.BigInteger, sa.ForeignKey("access_letters.id"), nullable=True, index=True)


class AccessRequest(SQLModel, table=True):
    """A union's wish for access. ``holder_id`` is the office that must act, ``since`` since when; never nobody's.

    ``returned`` says that it came back to the holder, and why. The three letters are those of its present way.
    """

    __tablename__ = "access_requests"
    __table_args__ = (
        sa.Index("uq_access_requests_running", "union_id", unique=True, sqlite_where=_RUNS, postgresql_where=_RUNS),
        sa.Index("ix_access_requests_held", "holder_id", "stage", "since", "id"),
        sa.Index("ix_access_requests_union", "union_id", "id"),
        sa.Index("ix_access_requests_county", "county_id", "id"),
        sa.Index("ix_access_requests_province", "province_id", "id"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    union_id: int = Field(sa_column=_office())
    county_id: int = Field(sa_column=_office())
    province_id: int = Field(sa_column=_office())
    user_name_sealed: bytes
    stage: AccessStage = Field(sa_column=sa.Column(enum_column(AccessStage), nullable=False))
    holder_id: int = Field(sa_column=_office())
    since: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    returned: ReturnCode | None = Field(default=None, sa_column=sa.Column(enum_column(ReturnCode)))
    revision: int = 1
    union_letter_id: int | None = Field(default=None, sa_column=_letter())
    county_letter_id: int | None = Field(default=None, sa_column=_letter())
    province_letter_id: int | None = Field(default=None, sa_column=_letter())
    opened_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


class AccessMove(SQLModel, table=True):
    """One move of a request: who, in which office and role, and to whom it went. Only ever added to.

    ``came_by_id`` is the letter by which it had come to that office, ``letter_id`` the one with which it left.
    """

    __tablename__ = "access_moves"
    # The net under "first tap wins": one move per revision.
    __table_args__ = (sa.UniqueConstraint("request_id", "revision"),)

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    request_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("access_requests.id"), nullable=False))
    revision: int
    act: AccessAct = Field(sa_column=sa.Column(enum_column(AccessAct), nullable=False))
    stage: AccessStage = Field(sa_column=sa.Column(enum_column(AccessStage), nullable=False))
    office_id: int = Field(sa_column=_office())
    holder_id: int = Field(sa_column=_office())
    came_by_id: int | None = Field(default=None, sa_column=_letter())
    letter_id: int | None = Field(default=None, sa_column=_letter())
    code: ReturnCode | None = Field(default=None, sa_column=sa.Column(enum_column(ReturnCode)))
    note_sealed: bytes | None = None
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    role_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id"), nullable=False))
    at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


class AccessReceipts(SQLModel, table=True):
    """How many county letters a province has received. Its row is the lock on all that moves in the province."""

    __tablename__ = "access_receipts"

    province_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), primary_key=True, autoincrement=False)
    )
    last: int = 0
