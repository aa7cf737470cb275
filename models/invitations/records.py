"""Invitations as they are stored: a code's keyed hash, what is offered, and what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from models import audit, people
from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column
from models.organisations import Office, Role, RoleKind
from models.organisations.stand_ins import Absence
from models.people import Messenger
from models.receipts import ALPHABET
from models.units import Unit
from models.values.ids import Phone
from models.values.problem import Problem
from models.values.text import free_text, latin_digits, normalise
from models.vault import vault

LENGTH: Final = 12
"""Characters of a code: one of 30**12, of which an account may guess ten an hour."""
MOST_NAME: Final = 60
IS_OPEN = sa.text("outcome IS NULL")


class InvitationKind(StrEnum):
    """What somebody is invited to."""

    ROLE = "role"
    DELEGATE = "delegate"
    """To fill in a unit's months for its owner."""
    STAND_IN = "stand-in"
    """To act in a role while its holder is away."""


class InvitationOutcome(StrEnum):
    """What became of an invitation."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class InvitationProblem(StrEnum):
    """Why somebody is not invited, or an invitation is not taken."""

    NOT_A_CODE = "invitation-not-a-code"
    """``got``: what was typed has not the form of a code; ``wanted``: its number of characters."""
    UNKNOWN = "invitation-unknown"
    """No invitation has this code; ``left``: how many more tries this hour."""
    TOO_MANY = "invitation-too-many"
    """Too many codes were tried from this account within an hour; ``most``."""
    USED = "invitation-used"
    """Somebody else accepted it."""
    USED_BY_YOU = "invitation-used-by-you"
    """The same person accepted it earlier."""
    DECLINED = "invitation-declined"
    WITHDRAWN = "invitation-withdrawn"
    EXPIRED = "invitation-expired"
    """``at``: when (an instant)."""
    OWN = "invitation-own"
    """Nobody takes the own invitation."""
    FOR_ANOTHER = "invitation-for-another"
    """It is bound to another phone number."""
    INVITER_GONE = "invitation-inviter-gone"
    """Whoever invited may no longer give this; ``by``: the office or unit."""
    HELD = "invitation-held"
    """``what`` is the person's already."""
    OWN_UNION = "invitation-own-union"
    """A union's approver is no delegate of its units, nor the other way round: nobody confirms the own months."""
    OVER = "invitation-over"
    """What was to be withdrawn is accepted, declined, withdrawn or expired already."""


class Invitation(SQLModel, table=True):
    """One invitation. Of role and office, unit, absence those are set that its kind needs."""

    __tablename__ = "invitations"
    __table_args__ = (
        sa.CheckConstraint("(kind = 'role') = (role IS NOT NULL AND office_id IS NOT NULL)", name="of_role"),
        sa.CheckConstraint("(kind = 'delegate') = (unit_id IS NOT NULL)", name="of_unit"),
        sa.CheckConstraint("(kind = 'stand-in') = (absence_id IS NOT NULL)", name="of_absence"),
        sa.CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", name="closed"),
        sa.CheckConstraint("(kind = 'delegate') = (by_role_id IS NULL)", name="hat"),
        sa.Index("ix_invitations_by_role_id", "by_role_id", "id", sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        sa.Index("ix_invitations_unit_id", "unit_id", "id", sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    code_index: str = Field(unique=True, max_length=80)
    kind: InvitationKind = Field(sa_column=sa.Column(enum_column(InvitationKind), nullable=False))
    role: RoleKind | None = Field(default=None, sa_column=sa.Column(enum_column(RoleKind, name="invited_role")))
    office_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id")))
    unit_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id")))
    absence_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("absences.id")))
    name_sealed: bytes
    phone_sealed: bytes | None = None
    invited_by: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    by_role_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id")))
    at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    expires_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    outcome: InvitationOutcome | None = Field(default=None, sa_column=sa.Column(enum_column(InvitationOutcome)))
    closed_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    closed_by: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))


class InvitationGuess(SQLModel, table=True):
    """A code that no invitation has, tried from an account; kept for an hour."""

    __tablename__ = "invitation_guesses"
    __table_args__ = (sa.Index("ix_invitation_guesses_account_id", "messenger", "account_id", "at"),)

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), nullable=False))
    account_id: int = Field(sa_column=sa.Column(sa.BigInteger, nullable=False))
    at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered, by whom and to whom.

    ``where``: the office or the unit; ``phone``: masked, when bound to one; ``until``: the last day of standing in.
    """

    id: int
    kind: InvitationKind
    role: RoleKind | None
    where: str
    name: str
    phone: str | None
    by: str
    expires_at: datetime
    until: date | None = None
    subject_id: int = 0
    """The unit of a delegate, the role of a stand-in; a role to be given is none yet."""


@dataclass(frozen=True, slots=True)
class Invited:
    """A new invitation; its ``code`` is told once and never found again."""

    code: str
    offer: Offer


def written(code: str) -> str:
    """The code as it is shown: groups of four, easy to read out."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_code(typed: str) -> str | Problem:
    """The code, from the way people copy it: small letters, dashes, spaces; a whole link too."""
    word = latin_digits(normalise(typed)).rpartition("=")[2].strip()
    word = word.partition("-")[2] if word.startswith("i-") else word
    characters = "".join(one for one in word.upper() if one not in "-– \u200c")
    if len(characters) != LENGTH or not set(characters) <= set(ALPHABET):
        return Problem(InvitationProblem.NOT_A_CODE, {"got": typed[:40], "wanted": LENGTH})
    return characters


def read_name(typed: str) -> str | Problem:
    """The name of whoever is invited."""
    return free_text(typed, most=MOST_NAME, least=3)


def locked(session: Session, condition: sa.ColumnElement[bool]) -> Invitation | None:
    """The invitation, locked until the end of the transaction: of two who take it the second sees the first."""
    return session.execute(
        sa.select(Invitation).where(condition).with_for_update().execution_options(populate_existing=True)
    ).scalar_one_or_none()


def close(session: Session, row: Invitation, outcome: InvitationOutcome, person_id: int) -> None:
    """It is over: nobody takes it from now on."""
    row.outcome, row.closed_at, row.closed_by = outcome, now(session), person_id
    audit.record(
        session,
        audit.AuditAct.INVITATION_CLOSED,
        by=person_id,
        hat=row.by_role_id if outcome is InvitationOutcome.WITHDRAWN else None,
        subject=f"invitation:{row.id}",
        details={"outcome": outcome},
    )
    session.flush()


def offer_of(session: Session, row: Invitation) -> Offer:
    """What this invitation offers."""
    return offers_of(session, [row])[0]


def offers_of(session: Session, rows: Sequence[Invitation]) -> tuple[Offer, ...]:
    """What these invitations offer: a statement for each kind of thing, however many they are."""
    safe = vault(session)
    units = _names(session, col(Unit.id), col(Unit.title), (row.unit_id for row in rows))
    places = _names(session, col(Office.id), col(Office.name), (row.office_id for row in rows))
    away = {
        number: (kind, name, last_day)
        for number, kind, name, last_day in session.execute(
            sa.select(col(Absence.id), col(Role.kind), col(Office.name), col(Absence.last_day))
            .join(Role, col(Role.id) == col(Absence.role_id))
            .join(Office, col(Office.id) == col(Role.office_id))
            .where(col(Absence.id).in_([row.absence_id for row in rows if row.absence_id is not None]))
        )
    }
    inviters = people.known_as(session, {row.invited_by for row in rows})
    offers: list[Offer] = []
    for row in rows:
        role, until = row.role, None
        if row.absence_id is not None:
            role, where, until = away[row.absence_id]
        else:
            where = places[row.office_id] if row.unit_id is None else units[row.unit_id]
        offers.append(
            Offer(
                row.id,
                row.kind,
                role,
                where,
                safe.open(row.name_sealed),
                None if row.phone_sealed is None else Phone(safe.open(row.phone_sealed)).masked,
                inviters[row.invited_by],
                row.expires_at,
                until,
                row.unit_id or (row.by_role_id if row.absence_id is not None else None) or 0,
            )
        )
    return tuple(offers)


def _names(session: Session, key: Any, name: Any, ids: Iterable[int | None]) -> Mapping[int | None, str]:
    wanted = [one for one in ids if one is not None]
    return {row[0]: row[1] for row in session.execute(sa.select(key, name).where(key.in_(wanted)))} if wanted else {}
