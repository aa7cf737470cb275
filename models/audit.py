"""The record of who did what, when and in which role. Only ever added to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Mapper
from sqlmodel import Field, Session, SQLModel, col, select

from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column, table_of
from models.prepared import adding


class AuditAct(StrEnum):
    """Everything that leaves a trace."""

    ACCESS_OPENED = "access-opened"
    ACCESS_RENAMED = "access-renamed"
    ACCESS_SENT = "access-sent"
    ACCESS_FORWARDED = "access-forwarded"
    ACCESS_RETURNED = "access-returned"
    ACCESS_ACTIVATED = "access-activated"
    ACCESS_CONFIRMED = "access-confirmed"
    ACCESS_TROUBLED = "access-troubled"
    ACCESS_WITHDRAWN = "access-withdrawn"
    ACCESS_STAMPED = "access-stamped"
    ACCOUNT_JOINED = "account-joined"
    ROLE_GRANTED = "role-granted"
    ROLE_REVOKED = "role-revoked"
    OFFICE_ADDED = "office-added"
    INVITED = "invited"
    INVITATION_CLOSED = "invitation-closed"
    ABSENCE_BEGUN = "absence-begun"
    ABSENCE_ENDED = "absence-ended"
    DELEGATE_ADDED = "delegate-added"
    DELEGATE_ENDED = "delegate-ended"
    COUNTY_MISSED = "county-missed"
    UNION_MISSED = "union-missed"
    WISH_ANSWERED = "wish-answered"
    UNIT_SUBMITTED = "unit-submitted"
    UNIT_RESUBMITTED = "unit-resubmitted"
    UNIT_APPROVED = "unit-approved"
    UNIT_RETURNED = "unit-returned"
    UNIT_REJECTED = "unit-rejected"
    CHECK_SET = "check-set"
    LICENCE_SUBMITTED = "licence-submitted"
    LICENCE_RESUBMITTED = "licence-resubmitted"
    LICENCE_APPROVED = "licence-approved"
    LICENCE_RETURNED = "licence-returned"
    MONTH_SUBMITTED = "month-submitted"
    MONTH_RESUBMITTED = "month-resubmitted"
    MONTH_APPROVED = "month-approved"
    MONTH_RETURNED = "month-returned"
    MONTH_REJECTED = "month-rejected"
    CAMPAIGN_PLANNED = "campaign-planned"
    CAMPAIGN_MOVED = "campaign-moved"
    MEMBERS_LISTED = "members-listed"
    MEMBER_REMOVED = "member-removed"
    COMMISSION_RECORDED = "commission-recorded"
    COMMISSION_CORRECTED = "commission-corrected"
    CHAMBER_LETTER_RECORDED = "chamber-letter-recorded"
    UNIONS_INFORMED = "unions-informed"
    CONFLICT_DECLARED = "conflict-declared"
    CONFLICT_LIFTED = "conflict-lifted"
    RULE_SET = "rule-set"
    RULE_TAKEN_BACK = "rule-taken-back"
    LOOKED_UP = "looked-up"
    CIRCULAR_COMPOSED = "circular-composed"
    CIRCULAR_CHANGED = "circular-changed"
    CIRCULAR_ASKED = "circular-asked"
    CIRCULAR_RELEASED = "circular-released"
    CIRCULAR_PAUSED = "circular-paused"
    CIRCULAR_RESUMED = "circular-resumed"
    CIRCULAR_RESCHEDULED = "circular-rescheduled"
    CIRCULAR_REDRAFTED = "circular-redrafted"
    CIRCULAR_WITHDRAWN = "circular-withdrawn"
    CIRCULAR_PASSED_ON = "circular-passed-on"
    CIRCULAR_PASSED_IN_PLACE = "circular-passed-in-place"
    CIRCULAR_LETTER_NOTED = "circular-letter-noted"
    CIRCULAR_GIVEN_UP = "circular-given-up"
    CIRCULAR_REMINDED = "circular-reminded"
    CIRCULAR_CLOSED = "circular-closed"
    NOTICE_SETTLED = "notice-settled"
    TICKET_OPENED = "ticket-opened"
    TICKET_TAKEN = "ticket-taken"
    TICKET_LET_GO = "ticket-let-go"
    TICKET_ANSWERED = "ticket-answered"
    TICKET_WROTE_BACK = "ticket-wrote-back"
    TICKET_SENT_ON = "ticket-sent-on"
    TICKET_CLOSED = "ticket-closed"
    TICKET_REOPENED = "ticket-reopened"
    PAPERS_REPORTED = "papers-reported"
    REPORT_SEEN = "report-seen"
    REPORT_SETTLED = "report-settled"
    SHEET_EXPORTED = "sheet-exported"
    SHEET_IMPORTED = "sheet-imported"


class AuditEntry(SQLModel, table=True):
    """One act. ``subject`` is ``kind:id`` (``unit:5``); ``details`` holds codes and numbers, nothing personal."""

    __tablename__ = "audit"
    __table_args__ = (sa.Index("ix_audit_subject", "subject", "id"),)

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    by: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    hat: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id")))
    act: AuditAct = Field(sa_column=sa.Column(enum_column(AuditAct), nullable=False))
    subject: str = Field(max_length=80)
    details: dict[str, str] = Field(default_factory=dict, sa_column=sa.Column(sa.JSON, nullable=False))


class RewrittenAuditError(Exception):
    """Somebody tried to alter or remove an entry."""


@sa.event.listens_for(AuditEntry, "before_update")
@sa.event.listens_for(AuditEntry, "before_delete")
def _refuse(_mapper: Mapper[AuditEntry], _connection: sa.Connection, entry: AuditEntry) -> None:
    raise RewrittenAuditError(f"audit entry {entry.id}")


@dataclass(frozen=True, slots=True)
class Act:
    """An entry as it is read; ``by`` is a person, ``hat`` a role, either None when the house itself acted."""

    at: datetime
    by: int | None
    hat: int | None
    act: AuditAct
    subject: str
    details: Mapping[str, str]
    in_place_of: int | None = None
    """The person whose role ``hat`` is, when somebody else acted in it."""


_add: Final = adding(table_of(AuditEntry), ("at", "by", "hat", "act", "subject", "details"))


def record(
    session: Session,
    act: AuditAct,
    *,
    by: int | None,
    hat: int | None,
    subject: str,
    details: Mapping[str, str] | None = None,
) -> None:
    """Add an entry to the acting transaction. ``subject`` is ``kind:id``; ``details`` must hold nothing personal."""
    session.flush()  # who acts may be as new as the act
    _add.run(session, at=now(session), by=by, hat=hat, act=act, subject=subject, details=dict(details or {}))


def record_many(
    session: Session,
    act: AuditAct,
    *,
    by: int | None,
    hat: int | None,
    entries: Sequence[tuple[str, Mapping[str, str]]],
    at: datetime,
) -> None:
    """Add an entry for each subject and its details, in one statement: what a sheet brings."""
    if entries:
        session.connection().execute(
            sa.insert(table_of(AuditEntry)),
            [
                {"at": at, "by": by, "hat": hat, "act": act, "subject": subject, "details": dict(details)}
                for subject, details in entries
            ],
        )


def trail(session: Session, subject: str) -> tuple[Act, ...]:
    """All acts on one subject, oldest first."""
    rows = session.exec(select(AuditEntry).where(AuditEntry.subject == subject).order_by(col(AuditEntry.id))).all()
    roles = sa.table("roles", sa.column("id"), sa.column("person_id"))
    worn = {row.hat for row in rows if row.hat is not None}
    found = session.execute(sa.select(roles.c.id, roles.c.person_id).where(roles.c.id.in_(worn)))
    holders: dict[int, int] = {row.id: row.person_id for row in found}
    return tuple(
        Act(
            row.at,
            row.by,
            row.hat,
            row.act,
            row.subject,
            dict(row.details),
            holders[row.hat] if row.hat is not None and holders[row.hat] != row.by else None,
        )
        for row in rows
    )
