"""Notices: what is owed to people who did not just tap. Rows are written by the acting transaction (an outbox)."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col

from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column, table_of
from models.vault import vault

LEASE_LASTS = timedelta(minutes=2)
OWES = "owes"
"""In ``session.info``: this session owes a notice, so that delivery in the same process looks once it is committed."""


class NoticeKind(StrEnum):
    """What a notice says; its text is a message of the same name."""

    ACCESS_ARRIVED = "access-arrived"
    ACCESS_MOVED = "access-moved"
    ACCESS_RETURNED = "access-returned"
    ACCESS_ACTIVE = "access-active"
    ACCESS_TROUBLE = "access-trouble"
    ACCESS_REMINDER = "access-reminder"
    ACCESS_OVERDUE = "access-overdue"
    UNIT_APPROVED = "unit-approved"
    UNIT_RETURNED = "unit-returned"
    UNIT_REJECTED = "unit-rejected"
    LICENCE_APPROVED = "licence-approved"
    LICENCE_RETURNED = "licence-returned"
    MONTH_APPROVED = "month-approved"
    MONTH_RETURNED = "month-returned"
    MONTH_REJECTED = "month-rejected"
    DECIDED_IN_PLACE = "decided-in-place"
    CONFLICT_DECLARED = "conflict-declared"
    CONFLICT_LIFTED = "conflict-lifted"
    MISSING_COUNTY = "missing-county"
    MISSING_UNION = "missing-union"
    WISH_MET = "wish-met"
    """To whoever waited for a union or county: it is in the list now, or under another name."""
    WISH_DECLINED = "wish-declined"
    JOIN_CODE = "join-code"
    JOINED = "joined"
    INVITATION_ACCEPTED = "invitation-accepted"
    ROLE_REVOKED = "role-revoked"
    STAND_IN = "stand-in"
    STAND_IN_OVER = "stand-in-over"
    MONTH_REMINDER = "month-reminder"
    REVIEW_REMINDER = "review-reminder"
    IN_PLACE_REMINDER = "in-place-reminder"
    CAMPAIGN_BEGUN = "campaign-begun"
    CAMPAIGN_REMINDER = "campaign-reminder"
    CIRCULAR = "circular"
    """A circular's own text; its facts are the circular's, not the row's."""
    CIRCULAR_ASKED = "circular-asked"
    """A second authorised person is asked to release it."""
    CIRCULAR_RELEASED = "circular-released"
    """Its author hears that it was released."""
    CIRCULAR_REMINDER = "circular-reminder"
    """To whoever was sent a circular and has not acknowledged it."""
    CIRCULAR_WAITS = "circular-waits"
    """To an office for which others wait to be passed a circular."""
    CIRCULAR_IN_PLACE = "circular-in-place"
    """To an office: one above it has passed a circular on in its place."""
    CIRCULAR_LATE = "circular-late"
    """To the level above: offices that have not acknowledged an urgent circular."""
    CIRCULAR_LATE_UNITS = "circular-late-units"
    """To a union: how many of its units have not."""
    CIRCULAR_STOPPED = "circular-stopped"
    CIRCULAR_HANDLED = "circular-handled"
    """Its author and its releaser hear what somebody else did with it."""
    CIRCULAR_RECOUNTED = "circular-recounted"
    """They hear that at its hour it goes to more or fewer than were counted at its release."""
    CIRCULAR_ENDED = "circular-ended"
    CIRCULAR_UNBALANCED = "circular-unbalanced"
    """To whoever operates Behinyar: the figures of a closed circular do not make up its plan."""
    TOKEN_UNKNOWN = "token-unknown"  # noqa: S105 (a kind of notice)
    """To whoever operates Behinyar: a messenger does not know the bot's token."""
    TICKET_CAME = "ticket-came"
    TICKET_ANSWERED = "ticket-answered"
    TICKET_SENT_ON = "ticket-sent-on"
    TICKET_CLOSED = "ticket-closed"
    PAPERS_REPORTED = "papers-reported"
    REPORT_SEEN = "report-seen"
    REPORT_SETTLED = "report-settled"


class NoticeState(StrEnum):
    """Where a notice stands.

    ``planned`` belongs to a circular that has not let it out yet, ``held-back`` waits there until the office above
    has passed the circular on: nobody looks for them.
    ``begun`` and not recorded becomes ``uncertain`` after a crash: named, never silently sent again or dropped.
    ``parked`` waits for a person who blocked the bot; ``refused`` was declined by the messenger for good.
    """

    HELD_BACK = "held-back"
    PLANNED = "planned"
    WAITING = "waiting"
    LEASED = "leased"
    BEGUN = "begun"
    SENT = "sent"
    RETRY = "retry"
    PARKED = "parked"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    WITHDRAWN = "withdrawn"


_HELD = (NoticeState.LEASED, NoticeState.BEGUN)
TAKEABLE = (
    NoticeState.HELD_BACK,
    NoticeState.PLANNED,
    NoticeState.WAITING,
    NoticeState.RETRY,
    NoticeState.LEASED,
    NoticeState.PARKED,
)
"""In these states nothing has begun to leave, so that a notice may be taken back."""
# Written out, since a bound parameter would hide from the planner that the partial index fits.
_IS_DUE = sa.text("state IN ('waiting', 'retry')")
_IS_RETRIED = sa.text("state = 'retry'")
_IS_HELD = sa.text("state IN ('leased', 'begun')")
_IS_HELD_BACK = sa.text("state = 'held-back'")
_IS_OPEN = sa.text("state NOT IN ('held-back', 'planned', 'sent', 'withdrawn')")
_IS_OF_CIRCULAR = sa.text("circular_id IS NOT NULL")

_FACTS = "facts"
WORDS = "words"
NO_TEXT = f"{_FACTS}: none"
SPOILED = (f"{_FACTS}: %", f"{WORDS}: %")
"""How the error of a refused notice reads that cannot be put into words, of whichever messenger."""

_PRIORITY = {
    NoticeKind.JOIN_CODE: 0,
    NoticeKind.JOINED: 0,
    NoticeKind.ACCESS_REMINDER: 20,
    NoticeKind.ACCESS_OVERDUE: 20,
    NoticeKind.MONTH_REMINDER: 20,
    NoticeKind.REVIEW_REMINDER: 20,
    NoticeKind.IN_PLACE_REMINDER: 20,
    NoticeKind.CAMPAIGN_REMINDER: 20,
    NoticeKind.CIRCULAR_REMINDER: 20,
}
URGENT_CIRCULAR_PRIORITY = 30
CIRCULAR_PRIORITY = 40
"""Whatever goes to one person goes ahead of what goes to many."""
_USUAL_PRIORITY = 10


class Notice(SQLModel, table=True):
    """One message owed to one person. ``priority``: the lower goes first. ``dedupe`` makes an owing happen once.

    Of a circular each recipient has one row: ``level`` and ``office_id`` say as whom the person hears of it, ``part``
    counts the messages of a long one that have left to this account, ``heard``: one of them has, to whichever; its
    facts are the circular's own. ``waits_for`` is the office that passes it on; ``reminded_at``: when the recipient was
    reminded of it for the last time.
    """

    __tablename__ = "notices"
    __table_args__ = (
        sa.CheckConstraint("tries >= 0", name="tries"),
        sa.CheckConstraint("(messenger IS NULL) = (account_id IS NULL)", name="whole_address"),
        sa.Index(
            "ix_notices_due",
            "messenger",
            "priority",
            "next_at",
            "id",
            sqlite_where=_IS_DUE,
            postgresql_where=_IS_DUE,
        ),
        sa.Index(
            "ix_notices_held",
            "leased_until",
            sqlite_where=_IS_HELD,
            postgresql_where=_IS_HELD,
        ),
        sa.Index("ix_notices_unsettled", "state", "created_at", sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
        sa.Index("ix_notices_person_id", "person_id", "state"),
        # What wants another try holds back what is newer: looked up at every look of a courier, and nearly empty.
        sa.Index(
            "ix_notices_retried",
            "messenger",
            "account_id",
            sqlite_where=_IS_RETRIED,
            postgresql_where=_IS_RETRIED,
        ),
        sa.Index(
            "uq_notices_recipient",
            "circular_id",
            "person_id",
            unique=True,
            sqlite_where=_IS_OF_CIRCULAR,
            postgresql_where=_IS_OF_CIRCULAR,
        ),
        # Holds all that progress and the closing statement read, so that the table itself is not touched.
        sa.Index(
            "ix_notices_circular_id",
            "circular_id",
            "state",
            "messenger",
            "id",
            "level",
            "office_id",
            sqlite_where=_IS_OF_CIRCULAR,
            postgresql_where=_IS_OF_CIRCULAR,
        ),
        # Written once and never moved: what one office and its units were sent, and what became of it.
        sa.Index(
            "ix_notices_office_id",
            "circular_id",
            "office_id",
            "level",
            sqlite_where=_IS_OF_CIRCULAR,
            postgresql_where=_IS_OF_CIRCULAR,
        ),
        sa.Index(
            "ix_notices_waits_for",
            "circular_id",
            "waits_for",
            "level",
            sqlite_where=_IS_HELD_BACK,
            postgresql_where=_IS_HELD_BACK,
        ),
        sa.CheckConstraint("state <> 'held-back' OR waits_for IS NOT NULL", name="gate"),
        sa.CheckConstraint("(length(facts_sealed) = 0) = (circular_id IS NOT NULL)", name="facts"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    kind: NoticeKind = Field(sa_column=sa.Column(enum_column(NoticeKind), nullable=False))
    facts_sealed: bytes
    dedupe: str | None = Field(default=None, unique=True, max_length=120)
    priority: int
    state: NoticeState = Field(
        default=NoticeState.WAITING, sa_column=sa.Column(enum_column(NoticeState), nullable=False)
    )
    messenger: str | None = Field(default=None, max_length=20)
    account_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger))
    tries: int = 0
    next_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    leased_by: str | None = Field(default=None, max_length=80)
    leased_until: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    begun_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    sent_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    message_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger))
    error: str | None = Field(default=None, max_length=200)
    created_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    circular_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("circulars.id")))
    level: str | None = Field(default=None, max_length=20)
    office_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id")))
    part: int = Field(default=0, sa_column=sa.Column(sa.Integer, nullable=False, server_default="0"))
    heard: bool = Field(default=False, sa_column=sa.Column(sa.Boolean, nullable=False, server_default=sa.false()))
    waits_for: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger))
    reminded_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A leased notice with its facts opened; ``messenger`` and ``account_id`` when an earlier try chose them.

    Of a circular the facts are empty: they are the circular's, which is named.
    """

    id: int
    person_id: int
    kind: NoticeKind
    facts: Mapping[str, str | int]
    messenger: str | None
    account_id: int | None
    tries: int
    priority: int
    created_at: datetime
    circular_id: int | None
    part: int


def owe(
    session: Session,
    person_id: int,
    kind: NoticeKind,
    facts: Mapping[str, str | int],
    key: str | None = None,
    *,
    to: tuple[str, int] | None = None,
) -> bool:
    """Owe the person a notice, in the acting transaction; ``facts`` are the variables of its text and rest sealed.

    With ``key`` it is owed once: False when that key was owed before (in whatever state that notice is now).
    ``to`` names the account (messenger, id) that must hear it; otherwise it goes to the one that was used last.
    """
    instant = now(session)
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    owed = session.execute(
        insert(Notice)
        .values(
            person_id=person_id,
            kind=kind,
            facts_sealed=vault(session).seal(json.dumps(dict(facts), ensure_ascii=False)),
            dedupe=key,
            messenger=None if to is None else to[0],
            account_id=None if to is None else to[1],
            priority=_PRIORITY.get(kind, _USUAL_PRIORITY),
            state=NoticeState.WAITING,
            tries=0,
            next_at=instant,
            created_at=instant,
        )
        .on_conflict_do_nothing(index_elements=["dedupe"])
        .returning(col(Notice.id))
    )
    session.info[OWES] = True
    return owed.first() is not None


def owe_alike(
    session: Session, people: Collection[int], kind: NoticeKind, facts: Mapping[str, str | int], key: str
) -> None:
    """Owe the same to many people, each once under this key, in one statement."""
    if not people:
        return
    instant = now(session)
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    table = table_of(Notice)
    alike = {
        "kind": kind,
        "facts_sealed": vault(session).seal(json.dumps(dict(facts), ensure_ascii=False)),
        "priority": _PRIORITY.get(kind, _USUAL_PRIORITY),
        "state": NoticeState.WAITING,
        "tries": 0,
        "next_at": instant,
        "created_at": instant,
    }
    session.connection().execute(
        insert(table).on_conflict_do_nothing(index_elements=["dedupe"]),
        [{**alike, "person_id": person_id, "dedupe": f"{key}:{person_id}"} for person_id in people],
    )
    session.info[OWES] = True


def owed_before(session: Session, keys: Iterable[str]) -> bool:
    """Whether a notice with any of these keys was owed, in whatever state it is now."""
    found = session.execute(sa.select(sa.literal(1)).where(col(Notice.dedupe).in_(tuple(keys))).limit(1))
    return found.first() is not None


def lately(session: Session, person_id: int, kind: NoticeKind, within: timedelta) -> int:
    """How many notices of this kind the person was owed within this time."""
    counted: int = session.execute(
        sa.select(sa.func.count())
        .select_from(Notice)
        .where(
            col(Notice.person_id) == person_id, col(Notice.kind) == kind, col(Notice.created_at) > now(session) - within
        )
    ).scalar_one()
    return counted


def _leasing(goes: sa.ColumnElement[bool]) -> sa.Update:
    table = table_of(Notice)
    due = (
        sa.select(table.c.id)
        .where(_IS_DUE, goes, table.c.next_at <= sa.bindparam("at"))
        .order_by(table.c.priority, table.c.next_at, table.c.id)
        .limit(sa.bindparam("most", type_=sa.Integer))
        .correlate(None)
        .with_for_update(skip_locked=True)
    )
    return (
        sa.update(table)
        .where(table.c.id.in_(due))
        .values(state=NoticeState.LEASED, leased_by=sa.bindparam("worker"), leased_until=sa.bindparam("until"))
        .returning(
            table.c.id,
            table.c.person_id,
            sa.type_coerce(table.c.kind, sa.String).label("kind"),
            table.c.facts_sealed,
            table.c.messenger,
            table.c.account_id,
            table.c.tries,
            table.c.priority,
            table.c.created_at,
            table.c.next_at,
            table.c.circular_id,
            table.c.part,
        )
    )


# At every slice of a courier: made once, since building a statement costs more than running it.
_lease_here: Final = _leasing(table_of(Notice).c.messenger == sa.bindparam("to"))
_lease_unaddressed: Final = _leasing(table_of(Notice).c.messenger.is_(None))


def lease(
    session: Session,
    worker: str,
    limit: int,
    at: datetime,
    messenger: str | None = None,
    spoiled: dict[int, str] | None = None,
) -> tuple[NoticeRow, ...]:
    """Take up to ``limit`` due notices for ``worker`` until two minutes after ``at``, the most urgent first.

    Those that go to an account of this messenger; without one, those for which no account is chosen yet. One that
    cannot be read is refused and named in ``spoiled`` with the reason: it must not hold up the others.
    """
    named: dict[str, object] = {"worker": worker, "most": limit, "at": at, "until": at + LEASE_LASTS}
    if messenger is None:
        rows = session.connection().execute(_lease_unaddressed, named).all()
    else:
        rows = session.connection().execute(_lease_here, {**named, "to": messenger}).all()
    read: list[NoticeRow] = []
    unread: dict[int, str] = {}
    for row in sorted(rows, key=lambda row: (row.priority, row.next_at, row.id)):
        try:
            read.append(_read(session, row))
        except Exception as error:  # noqa: BLE001 (whatever is wrong with one, the others are to be sent)
            unread[row.id] = f"{_FACTS}: {type(error).__name__}"
    refuse(session, unread)
    if spoiled is not None:
        spoiled.update(unread)
    return tuple(read)


def _read(session: Session, row: sa.Row[Any]) -> NoticeRow:
    return NoticeRow(
        row.id,
        row.person_id,
        NoticeKind(row.kind),
        json.loads(vault(session).open(row.facts_sealed)) if row.facts_sealed else {},
        row.messenger,
        row.account_id,
        row.tries,
        row.priority,
        row.created_at,
        row.circular_id,
        row.part,
    )


def refuse(session: Session, spoiled: Mapping[int, str]) -> None:
    """These cannot be put into words, for the reason named; the operator sees them, and may send them when mended."""
    for notice_id, error in spoiled.items():
        record_refused(session, notice_id, error)


def _move(
    session: Session,
    ids: Iterable[int],
    before: Iterable[NoticeState],
    *conditions: sa.ColumnElement[bool],
    **values: Any,
) -> frozenset[int]:
    """Change rows that still are in one of the states ``before``; the ids of those that were."""
    moved = session.execute(
        sa.update(Notice)
        .where(col(Notice.id).in_(tuple(ids)), col(Notice.state).in_(tuple(before)), *conditions)
        .values(**values)
        .returning(col(Notice.id))
        .execution_options(synchronize_session=False)
    )
    return frozenset(moved.scalars())


_held_by: Final = sa.bindparam("by", type_=sa.String)
_begin: Final = (
    sa.update(table_of(Notice))
    .where(
        table_of(Notice).c.id.in_(sa.bindparam("these", expanding=True)),
        table_of(Notice).c.state == NoticeState.LEASED,
        sa.or_(_held_by.is_(None), table_of(Notice).c.leased_by == _held_by),
    )
    .values(state=NoticeState.BEGUN, begun_at=sa.bindparam("instant"), leased_until=sa.bindparam("until"))
    .returning(table_of(Notice).c.id)
)


def begin(session: Session, ids: Iterable[int], worker: str | None = None) -> frozenset[int]:
    """Mark leased notices as begun before the network is touched; send only the ids that come back.

    With ``worker`` those alone that it still holds: a lease that ran out may be another's by now.
    """
    wanted = tuple(ids)
    if not wanted:
        return frozenset()
    instant = now(session)
    named = {"these": wanted, "by": worker, "instant": instant, "until": instant + LEASE_LASTS}
    return frozenset(session.connection().execute(_begin, named).scalars())


def record_sent(session: Session, notice_id: int, messenger: str, account_id: int, message_id: int | None) -> bool:
    """The messenger took it. False when the row was not begun (then nothing is written)."""
    return notice_id in _move(
        session,
        (notice_id,),
        (NoticeState.BEGUN, NoticeState.UNCERTAIN),
        state=NoticeState.SENT,
        sent_at=now(session),
        messenger=messenger,
        account_id=account_id,
        message_id=message_id,
        tries=col(Notice.tries) + 1,
        error=None,
    )


def record_retry(session: Session, notice_id: int, next_at: datetime, error: str) -> bool:
    """It was surely not sent; try again at ``next_at``. ``error`` is a short code without personal data."""
    return notice_id in _move(
        session,
        (notice_id,),
        _HELD,
        state=NoticeState.RETRY,
        next_at=next_at,
        tries=col(Notice.tries) + 1,
        error=error[:200],
        leased_by=None,
        leased_until=None,
    )


def record_parked(session: Session, notice_id: int, error: str) -> bool:
    """Every account of the person is blocked or there is none; it waits until :func:`resume`."""
    return notice_id in _move(session, (notice_id,), _HELD, state=NoticeState.PARKED, error=error[:200])


def record_refused(session: Session, notice_id: int, error: str) -> bool:
    """The messenger declined it for good."""
    return notice_id in _move(session, (notice_id,), _HELD, state=NoticeState.REFUSED, error=error[:200])


def record_uncertain(session: Session, notice_id: int, error: str) -> bool:
    """The answer was lost: it may have been sent."""
    return notice_id in _move(
        session,
        (notice_id,),
        (NoticeState.BEGUN,),
        state=NoticeState.UNCERTAIN,
        tries=col(Notice.tries) + 1,
        error=error[:200],
    )


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many rows a crash had left: back in the queue, and uncertain."""

    waiting: int
    uncertain: int


def recover(
    session: Session,
    worker: str | None = None,
    *,
    messenger: str | None = None,
    keeping: Collection[int] = (),
) -> Recovered:
    """Tidy up after a crash: leased returns to waiting, begun and not recorded becomes uncertain.

    Touches the rows of ``worker``, who is known to be gone, at once (of one messenger, when that alone was taken from
    it) and anybody's when their lease has run out; never those that the caller is ``keeping``.
    """
    lost = col(Notice.leased_until) < now(session)
    if worker is not None:
        gone = col(Notice.leased_by) == worker
        lost = sa.or_(lost, gone if messenger is None else sa.and_(gone, col(Notice.messenger) == messenger))
    if keeping:
        lost = sa.and_(lost, col(Notice.id).not_in(tuple(keeping)))

    def end(before: NoticeState, after: NoticeState, error: str | None) -> int:
        done = session.execute(
            sa.update(Notice)
            .where(_IS_HELD, col(Notice.state) == before, lost)
            .values(state=after, leased_by=None, leased_until=None, error=error)
            .returning(col(Notice.id))
            .execution_options(synchronize_session=False)
        )
        return len(done.all())

    return Recovered(
        waiting=end(NoticeState.LEASED, NoticeState.WAITING, None),
        uncertain=end(NoticeState.BEGUN, NoticeState.UNCERTAIN, "crash"),
    )


def resume(session: Session, person_id: int) -> int:
    """The person is back: what was parked waits again. How many."""
    back = session.execute(
        sa.update(Notice)
        .where(col(Notice.person_id) == person_id, col(Notice.state) == NoticeState.PARKED)
        .values(state=NoticeState.WAITING, next_at=now(session), error=None)
        .returning(col(Notice.id))
        .execution_options(synchronize_session=False)
    )
    return len(back.all())


def withdraw(session: Session, key: str) -> bool:
    """Take back a notice that nobody has begun to send."""
    taken = session.execute(
        sa.update(Notice)
        .where(col(Notice.dedupe) == key, col(Notice.state).in_(TAKEABLE))
        .values(state=NoticeState.WITHDRAWN)
        .returning(col(Notice.id))
        .execution_options(synchronize_session=False)
    )
    return taken.first() is not None


def withdraw_all(session: Session, people: Iterable[int], before: datetime) -> int:
    """Take back what has been owed to these people since before the instant and not begun: old news. How many."""
    taken = session.execute(
        sa.update(Notice)
        .where(
            col(Notice.person_id).in_(tuple(people)), col(Notice.state).in_(TAKEABLE), col(Notice.created_at) < before
        )
        .values(state=NoticeState.WITHDRAWN)
        .returning(col(Notice.id))
        .execution_options(synchronize_session=False)
    )
    return len(taken.all())


def counts(session: Session) -> Mapping[NoticeState, int]:
    """How many notices are in each state that is not over, states without any included.

    Sent and withdrawn ones are not counted: they grow for ever; those that a circular keeps back are its own figures.
    """
    found = session.execute(
        sa.select(col(Notice.state), sa.func.count()).where(_IS_OPEN).group_by(col(Notice.state))
    ).all()
    over = {NoticeState.HELD_BACK, NoticeState.PLANNED, NoticeState.SENT, NoticeState.WITHDRAWN}
    open_states = [state for state in NoticeState if state not in over]
    return dict.fromkeys(open_states, 0) | {row[0]: row[1] for row in found}


def oldest(session: Session) -> datetime | None:
    """When the oldest notice that still is to be sent was owed."""
    found: datetime | None = session.execute(
        sa.select(sa.func.min(col(Notice.created_at))).where(_IS_OPEN, _IS_DUE)
    ).scalar_one()
    return found
