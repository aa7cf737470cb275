"""Tickets and their history as they are stored; what somebody wrote rests sealed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import BigKey, UtcDateTime, enum_column

MOST_WORDS: Final = 1000
"""Characters of one message: a page of a letter, and several fit on a screen."""


class TicketDesk(StrEnum):
    """Who owes the answer (60/227210 ¶4): the province's liaison, else the statistics office."""

    PROVINCE = "province"
    STATISTICS = "statistics"


class TicketState(StrEnum):
    """Where a ticket stands; its text is the message ``ticket-state-<state>``."""

    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"


class TicketStep(StrEnum):
    """What happened to a ticket; its text is the message ``ticket-step-<step>``."""

    OPENED = "opened"
    TAKEN = "taken"
    LET_GO = "let-go"
    ANSWERED = "answered"
    WROTE_BACK = "wrote-back"
    SENT_ON = "sent-on"
    OVERDUE = "overdue"
    CLOSED = "closed"
    SOLVED = "solved"
    NOT_SOLVED = "not-solved"


class CloseCode(StrEnum):
    """Why the desk closes a ticket; its text is the message ``close-code-<code>``."""

    SETTLED = "settled"
    TWICE = "twice"
    NOT_OURS = "not-ours"


class TicketProblem(StrEnum):
    """Why something about a ticket is refused."""

    NOT_YOURS = "ticket-not-yours"
    """Somebody else's ticket, another province's, or a role that works at no desk."""
    OWN = "ticket-own"
    """Nobody answers the own ticket."""
    MOVED_ON = "ticket-moved-on"
    """It has changed since this was shown."""
    HELD = "ticket-held"
    """``since`` (an instant): a colleague whose name is not known was first."""
    HELD_BY = "ticket-held-by"
    """``by`` and ``since``: the colleague's name and the instant."""
    TOO_MANY = "ticket-too-many"
    """``most``: so many of the person's tickets wait already."""
    REOPEN_OVER = "ticket-reopen-over"
    """``days``: a closed ticket is opened again within so many days."""
    NO_PROVINCE = "ticket-no-province"
    """The province is not known: it must be chosen."""
    PASSWORD = "ticket-password"  # noqa: S105 (the name of a refusal)
    """Something in the text is called a password."""


_IS_WAITING: Final = sa.text("state = 'waiting'")


class Ticket(SQLModel, table=True):
    """Somebody's trouble. ``place``, ``subject`` and ``step`` are codes: the screen and the thing it was about.

    ``waits_since``: since when somebody waits for the desk; ``due_at``: until when the desk answers. ``role_id`` is
    the hat in which it was written, ``holder_id`` the role that took it upon itself.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        sa.CheckConstraint("revision >= 1", name="revision"),
        sa.CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed"),
        sa.Index(
            "ix_tickets_desk",
            "province_id",
            "desk",
            "waits_since",
            "id",
            sqlite_where=_IS_WAITING,
            postgresql_where=_IS_WAITING,
        ),
        sa.Index(
            "ix_tickets_country",
            "desk",
            "waits_since",
            "id",
            sqlite_where=_IS_WAITING,
            postgresql_where=_IS_WAITING,
        ),
        sa.Index("ix_tickets_due", "desk", "due_at", "id", sqlite_where=_IS_WAITING, postgresql_where=_IS_WAITING),
        sa.Index("ix_tickets_person_id", "person_id", "id"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    receipt: str = Field(unique=True, max_length=20)
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    role_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id")))
    province_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    place: str = Field(max_length=40)
    subject: str = Field(default="", max_length=80)
    step: str = Field(default="", max_length=60)
    desk: TicketDesk = Field(sa_column=sa.Column(enum_column(TicketDesk), nullable=False))
    state: TicketState = Field(
        default=TicketState.WAITING, sa_column=sa.Column(enum_column(TicketState), nullable=False)
    )
    revision: int = 1
    holder_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id")))
    held_since: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    solved: bool | None = None
    opened_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    waits_since: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    due_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    closed_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


class TicketEntry(SQLModel, table=True):
    """A line of a ticket's history, only ever added to. ``role_id``: the hat; empty for the person and the calendar."""

    __tablename__ = "ticket_entries"
    __table_args__ = (sa.Index("ix_ticket_entries_ticket_id", "ticket_id", "id"),)

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    ticket_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("tickets.id"), nullable=False))
    step: TicketStep = Field(sa_column=sa.Column(enum_column(TicketStep), nullable=False))
    person_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    role_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id")))
    code: CloseCode | None = Field(default=None, sa_column=sa.Column(enum_column(CloseCode)))
    words_sealed: bytes | None = None
    at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class Where:
    """The screen that somebody was on, as codes: its ``place``, what it was about (``unit:5``), a form's ``step``."""

    place: str = ""
    subject: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the history: ``office`` of whoever acted for an office, else None; ``words`` where some were said."""

    step: TicketStep
    at: datetime
    office: str | None
    code: CloseCode | None
    words: str | None
