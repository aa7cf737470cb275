"""What intake keeps of every update and every chat: received once, handled once, the owed screen until it is shown.

These statements run for every update, so they are Core and few.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel

from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column, table_of
from models.people import Account, AccountKey, Focus, Language, Messenger
from models.prepared import Prepared, insert

SHOW_LEASE = timedelta(seconds=20)
KEEP_HANDLED = timedelta(days=3)


class IncomingState(StrEnum):
    """What became of an update."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    UNREADABLE = "unreadable"


class Incoming(SQLModel, table=True):
    """One update as it arrived; its raw text is sealed and goes when it is handled, an unreadable one keeps it."""

    __tablename__ = "incoming"
    __table_args__ = (
        sa.UniqueConstraint("messenger", "bot_id", "update_id"),
        sa.Index(
            "ix_incoming_waiting",
            "messenger",
            "account_id",
            "update_id",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        ),
        sa.Index("ix_incoming_received_at", "received_at"),
    )

    id: int | None = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), nullable=False))
    bot_id: int = Field(sa_column=sa.Column(sa.BigInteger, nullable=False))
    update_id: int = Field(sa_column=sa.Column(sa.BigInteger, nullable=False))
    account_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger))
    received_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    outage_since: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    raw_sealed: bytes | None = None
    state: IncomingState = Field(sa_column=sa.Column(enum_column(IncomingState), nullable=False))
    reference: str | None = Field(default=None, max_length=20)


class Chat(SQLModel, table=True):
    """The private chat with one account: the card that stands there and the screen that is owed to it.

    ``place`` is the data of the last tap, from which somebody in trouble came: codes and ids, nothing typed.
    """

    __tablename__ = "chats"
    __table_args__ = (
        sa.ForeignKeyConstraint(["messenger", "account_id"], ["accounts.messenger", "accounts.account_id"]),
        sa.Index(
            "ix_chats_owed",
            "lease_until",
            sqlite_where=sa.text("owed_seq > shown_seq"),
            postgresql_where=sa.text("owed_seq > shown_seq"),
        ),
    )

    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), primary_key=True))
    account_id: int = Field(sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False))
    chat_id: int = Field(sa_column=sa.Column(sa.BigInteger, nullable=False))
    screen_sealed: bytes | None = None
    place: str | None = Field(default=None, max_length=64)
    owed_seq: int = 0
    shown_seq: int = 0
    card_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger))
    keyboard: bool = False
    card_is_file: bool = False
    lease_by: str | None = Field(default=None, max_length=60)
    lease_until: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


class Poller(SQLModel, table=True):
    """Which process polls a token, and until when its lease holds."""

    __tablename__ = "pollers"

    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), primary_key=True))
    bot_id: int = Field(sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False))
    holder: str = Field(max_length=60)
    until: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    heard_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update to be stored: who sent it, and its raw text sealed."""

    update_id: int
    account_id: int | None
    raw_sealed: bytes
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stored update that is still to be handled."""

    messenger: Messenger
    bot_id: int
    update_id: int
    account_id: int
    received_at: datetime
    outage_since: datetime | None
    raw_sealed: bytes


@dataclass(slots=True)
class Visit:
    """An account, its chat and the draft that it is filling, read in one statement at the start of an update."""

    key: AccountKey
    chat_id: int
    person_id: int | None
    language: Language
    focus: Focus
    draft_id: int | None
    role_id: int | None
    seen_at: datetime
    blocked: bool
    place: str | None = None


_incoming = table_of(Incoming)
_chats = table_of(Chat)
_accounts = table_of(Account)
_pollers = table_of(Poller)

_read_visit = Prepared(
    sa.select(
        _chats.c.chat_id,
        _accounts.c.person_id,
        _accounts.c.language,
        _accounts.c.focus,
        _accounts.c.draft_id,
        _accounts.c.role_id,
        _accounts.c.seen_at,
        _accounts.c.blocked,
        _chats.c.place,
    )
    .join_from(
        _accounts,
        _chats,
        sa.and_(_chats.c.messenger == _accounts.c.messenger, _chats.c.account_id == _accounts.c.account_id),
    )
    .where(
        _accounts.c.messenger == sa.bindparam("messenger"),
        _accounts.c.account_id == sa.bindparam("account_id"),
    )
)
_read_waiting = (
    sa.select(
        _incoming.c.messenger,
        _incoming.c.bot_id,
        _incoming.c.update_id,
        _incoming.c.account_id,
        _incoming.c.received_at,
        _incoming.c.outage_since,
        _incoming.c.raw_sealed,
    )
    .where(_incoming.c.state == sa.literal_column("'waiting'"))
    .order_by(_incoming.c.messenger, _incoming.c.account_id, _incoming.c.update_id)
)
_read_next = Prepared(
    _read_waiting.where(
        _incoming.c.messenger == sa.bindparam("messenger"), _incoming.c.account_id == sa.bindparam("account_id")
    ).limit(2)
)
_lock = Prepared(sa.text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"))
_this_chat = sa.and_(
    _chats.c.messenger == sa.bindparam("of_messenger"), _chats.c.account_id == sa.bindparam("of_account")
)
_read_screen = Prepared(sa.select(_chats.c.screen_sealed).where(_this_chat))
_owe_screen = Prepared(
    sa.update(_chats)
    .where(_this_chat)
    .values(
        screen_sealed=sa.bindparam("screen"),
        place=sa.func.coalesce(sa.bindparam("place", type_=sa.String), _chats.c.place),
        owed_seq=_chats.c.owed_seq + 1,
        lease_by=sa.case(
            (
                sa.or_(_chats.c.lease_by.is_(None), _chats.c.lease_until < sa.bindparam("at", type_=UtcDateTime)),
                sa.bindparam("me", type_=sa.String),
            ),
            else_=_chats.c.lease_by,
        ),
        lease_until=sa.case(
            (
                sa.or_(
                    _chats.c.lease_by.is_(None),
                    _chats.c.lease_until < sa.bindparam("at", type_=UtcDateTime),
                    _chats.c.lease_by == sa.bindparam("me", type_=sa.String),
                ),
                sa.bindparam("until", type_=UtcDateTime),
            ),
            else_=_chats.c.lease_until,
        ),
    )
    .returning(_chats.c.owed_seq, _chats.c.lease_by, _chats.c.card_id, _chats.c.keyboard, _chats.c.card_is_file)
)
_read_mine = sa.select(
    _chats.c.messenger,
    _chats.c.account_id,
    _chats.c.chat_id,
    _chats.c.owed_seq,
    _chats.c.screen_sealed,
    _chats.c.card_id,
    _chats.c.keyboard,
    _chats.c.card_is_file,
).where(
    _chats.c.lease_by == sa.bindparam("me"),
    _chats.c.owed_seq > _chats.c.shown_seq,
    _chats.c.screen_sealed.is_not(None),
    sa.tuple_(_chats.c.messenger, _chats.c.account_id).in_(sa.bindparam("accounts", expanding=True)),
)
_this_update = sa.and_(
    _incoming.c.messenger == sa.bindparam("of_messenger"),
    _incoming.c.bot_id == sa.bindparam("of_bot"),
    _incoming.c.update_id == sa.bindparam("of_update"),
)
_done = Prepared(
    sa.update(_incoming).where(_this_update).values(state=sa.literal_column("'done'"), raw_sealed=sa.null())
)
_shown = Prepared(
    sa.update(_chats)
    .where(_this_chat, _chats.c.shown_seq < sa.bindparam("seq"))
    .values(
        shown_seq=sa.bindparam("seq"),
        card_id=sa.bindparam("card"),
        keyboard=sa.bindparam("kb"),
        card_is_file=sa.bindparam("filed"),
        lease_by=sa.case((_chats.c.owed_seq > sa.bindparam("seq"), _chats.c.lease_by), else_=None),
    )
)


_seen = Prepared(
    sa.update(_accounts)
    .where(
        _accounts.c.messenger == sa.bindparam("of_messenger"),
        _accounts.c.account_id == sa.bindparam("of_account"),
    )
    .values(seen_at=sa.bindparam("at"), blocked=sa.false())
)


def _insert(session: Session, table: sa.Table) -> Any:
    return insert(table)(session.get_bind().dialect.name)


def store(
    session: Session,
    messenger: Messenger,
    bot_id: int,
    arrivals: Sequence[Arrival],
    *,
    outage_since: datetime | None = None,
) -> frozenset[int]:
    """Keep a batch of updates; returns the update ids that are new. One that came before is left as it is."""
    if not arrivals:
        return frozenset()
    at = now(session)
    rows = [
        {
            "messenger": messenger,
            "bot_id": bot_id,
            "update_id": arrival.update_id,
            "account_id": arrival.account_id,
            "received_at": at,
            "outage_since": outage_since,
            "raw_sealed": arrival.raw_sealed,
            "state": IncomingState.WAITING if arrival.readable else IncomingState.UNREADABLE,
        }
        for arrival in arrivals
    ]
    statement = (
        _insert(session, _incoming)
        .on_conflict_do_nothing(index_elements=["messenger", "bot_id", "update_id"])
        .returning(_incoming.c.update_id)
    )
    return frozenset(session.connection().execute(statement, rows).scalars())


def waiting(session: Session, *, limit: int = 500) -> tuple[Waiting, ...]:
    """Stored updates still to be handled, each account's oldest first."""
    return tuple(Waiting(*row) for row in session.connection().execute(_read_waiting.limit(limit)))


def next_waiting(session: Session, key: AccountKey) -> tuple[Waiting, ...]:
    """The account's oldest update still to be handled, and the one behind it."""
    named = {"messenger": key.messenger, "account_id": key.account_id}
    return tuple(Waiting(*row) for row in _read_next.rows(session, **named))


def visit(session: Session, key: AccountKey, chat_id: int) -> Visit:
    """The account and its chat as they stand; both are made at the first message."""
    names = {"messenger": key.messenger, "account_id": key.account_id}
    row = _read_visit.row(session, **names)
    if row is None:
        connection = session.connection()
        connection.execute(
            _insert(session, _accounts).on_conflict_do_nothing(),
            {
                **names,
                "language": Language.FA,
                "focus": Focus.NOTHING,
                "vouched": False,
                "blocked": False,
                "seen_at": now(session),
            },
        )
        connection.execute(
            _insert(session, _chats).on_conflict_do_nothing(),
            {**names, "chat_id": chat_id, "owed_seq": 0, "shown_seq": 0, "keyboard": False, "card_is_file": False},
        )
        row = _read_visit.row(session, **names)
        assert row is not None
    return Visit(key, *row)


def lock_account(session: Session, key: AccountKey) -> None:
    """PostgreSQL: nobody else handles this account until the transaction ends. SQLite has one writer anyway."""
    _lock.row(session, name=f"{key.messenger}:{key.account_id}")


@dataclass(frozen=True, slots=True)
class Owed:
    """The screen that is now owed: its number, and whether this process is the one to show it."""

    seq: int
    mine: bool
    card_id: int | None
    keyboard: bool
    card_is_file: bool


def owe_screen(session: Session, key: AccountKey, screen: bytes, me: str, place: str | None = None) -> Owed:
    """This screen is owed to the chat; whoever holds the show lease shows it, a free lease becomes ours.

    ``place`` is the data of the tap that led here; without one the person stays where they were.
    """
    at = now(session)
    row = _owe_screen.row(
        session,
        of_messenger=key.messenger,
        of_account=key.account_id,
        screen=screen,
        place=place,
        at=at,
        until=at + SHOW_LEASE,
        me=me,
    )
    if row is None:
        raise LookupError("a screen for a chat that is not there")
    seq, holder, card_id, keyboard, card_is_file = row
    return Owed(seq, holder == me, card_id, keyboard, card_is_file)


def finish(session: Session, handled: Sequence[Waiting]) -> None:
    """These updates are done; their raw text is forgotten."""
    _done.run_many(
        session, ({"of_messenger": one.messenger, "of_bot": one.bot_id, "of_update": one.update_id} for one in handled)
    )


def fail(session: Session, one: Waiting, reference: str) -> None:
    """This update could not be handled; the reference was told to the person and stands in the log."""
    session.connection().execute(
        sa.update(_incoming).where(_this_update).values(state=IncomingState.FAILED, reference=reference),
        {"of_messenger": one.messenger, "of_bot": one.bot_id, "of_update": one.update_id},
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen that the messenger took: which one, and the card that now stands."""

    key: AccountKey
    seq: int
    card_id: int | None
    keyboard: bool
    card_is_file: bool


def mark_shown(session: Session, marks: Sequence[Shown]) -> None:
    """Record what was shown; the show lease ends unless something newer is owed."""
    if marks:
        _shown.run_many(
            session,
            (
                {
                    "of_messenger": mark.key.messenger,
                    "of_account": mark.key.account_id,
                    "seq": mark.seq,
                    "card": mark.card_id,
                    "kb": mark.keyboard,
                    "filed": mark.card_is_file,
                }
                for mark in marks
            ),
        )


@dataclass(frozen=True, slots=True)
class OwedScreen:
    """A screen that was committed but not shown."""

    key: AccountKey
    chat_id: int
    seq: int
    screen_sealed: bytes
    card_id: int | None
    keyboard: bool
    card_is_file: bool


def take_owed(session: Session, me: str, *, limit: int = 200, all_leases: bool = False) -> tuple[OwedScreen, ...]:
    """Screens owed whose show lease is free or over: the lease becomes ours.

    ``all_leases`` takes every one: for the embedded database at start-up, where whoever held them is gone.
    """
    at = now(session)
    free = sa.true() if all_leases else sa.or_(_chats.c.lease_by.is_(None), _chats.c.lease_until < at)
    connection = session.connection()
    rows = connection.execute(
        sa.select(
            _chats.c.messenger,
            _chats.c.account_id,
            _chats.c.chat_id,
            _chats.c.owed_seq,
            _chats.c.screen_sealed,
            _chats.c.card_id,
            _chats.c.keyboard,
            _chats.c.card_is_file,
        )
        .where(_chats.c.owed_seq > _chats.c.shown_seq, free, _chats.c.screen_sealed.is_not(None))
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    if rows:
        connection.execute(
            sa.update(_chats).where(_this_chat).values(lease_by=me, lease_until=at + SHOW_LEASE),
            [{"of_messenger": row.messenger, "of_account": row.account_id} for row in rows],
        )
    return tuple(
        OwedScreen(
            AccountKey(row.messenger, row.account_id),
            row.chat_id,
            row.owed_seq,
            row.screen_sealed,
            row.card_id,
            row.keyboard,
            row.card_is_file,
        )
        for row in rows
    )


def current_screen(session: Session, key: AccountKey) -> bytes | None:
    """What the chat shows now, sealed."""
    named = {"of_messenger": key.messenger, "of_account": key.account_id}
    row = _read_screen.row(session, **named)
    return None if row is None else row[0]


def postpone(session: Session, key: AccountKey, me: str, delay: timedelta) -> None:
    """The messenger did not take the screen: whoever looks after ``delay`` tries again."""
    session.connection().execute(
        sa.update(_chats).where(_this_chat, _chats.c.lease_by == me).values(lease_until=now(session) + delay),
        {"of_messenger": key.messenger, "of_account": key.account_id},
    )


def owe_again(session: Session, key: AccountKey, me: str) -> OwedScreen | None:
    """The current screen once more (an update that had come before came again); None when there is none yet."""
    at = now(session)
    row = (
        session.connection()
        .execute(
            sa.update(_chats)
            .where(_this_chat, _chats.c.screen_sealed.is_not(None))
            .values(
                owed_seq=_chats.c.owed_seq + 1,
                lease_by=sa.case(
                    (sa.or_(_chats.c.lease_by.is_(None), _chats.c.lease_until < at), me), else_=_chats.c.lease_by
                ),
                lease_until=at + SHOW_LEASE,
            )
            .returning(
                _chats.c.chat_id,
                _chats.c.owed_seq,
                _chats.c.screen_sealed,
                _chats.c.card_id,
                _chats.c.keyboard,
                _chats.c.card_is_file,
                _chats.c.lease_by,
            ),
            {"of_messenger": key.messenger, "of_account": key.account_id},
        )
        .one_or_none()
    )
    if row is None or row.lease_by != me:
        return None
    return OwedScreen(key, row.chat_id, row.owed_seq, row.screen_sealed, row.card_id, row.keyboard, row.card_is_file)


def release_lease(session: Session, keys: Sequence[AccountKey], me: str) -> None:
    """Give back show leases at shutdown, so that the next process need not wait for their end."""
    if keys:
        session.connection().execute(
            sa.update(_chats).where(_this_chat, _chats.c.lease_by == me).values(lease_by=None),
            [{"of_messenger": key.messenger, "of_account": key.account_id} for key in keys],
        )


def seen(session: Session, keys: Sequence[AccountKey]) -> None:
    """These accounts wrote just now: they are reachable, and the last used one gets the person's notices."""
    if keys:
        at = now(session)
        _seen.run_many(
            session, ({"of_messenger": key.messenger, "of_account": key.account_id, "at": at} for key in keys)
        )


def blocked(session: Session, key: AccountKey) -> None:
    """The messenger says that this account does not want to hear us."""
    session.connection().execute(
        sa.update(_accounts)
        .where(_accounts.c.messenger == key.messenger, _accounts.c.account_id == key.account_id)
        .values(blocked=True)
    )


@dataclass(frozen=True, slots=True)
class PollLease:
    """The right to poll a token; ``heard_at`` is the last time that anybody heard from the messenger."""

    heard_at: datetime | None


def take_poll_lease(
    session: Session,
    messenger: Messenger,
    bot_id: int,
    me: str,
    lasts: timedelta,
    heard_at: datetime | None = None,
) -> PollLease | None:
    """Take or renew the lease to poll this token; None while another process holds it.

    ``heard_at`` records when the messenger answered us last. The embedded database has one process: whoever held the
    lease there is gone, and need not be waited for.
    """
    at = now(session)
    connection = session.connection()
    free = sa.or_(_pollers.c.holder == me, _pollers.c.until <= at)
    connection.execute(
        _insert(session, _pollers).on_conflict_do_nothing(),
        {"messenger": messenger, "bot_id": bot_id, "holder": me, "until": at},
    )
    row = connection.execute(
        sa.update(_pollers)
        .where(
            _pollers.c.messenger == messenger,
            _pollers.c.bot_id == bot_id,
            sa.true() if session.get_bind().dialect.name == "sqlite" else free,
        )
        .values(holder=me, until=at + lasts, **({} if heard_at is None else {"heard_at": heard_at}))
        .returning(_pollers.c.heard_at)
    ).one_or_none()
    return None if row is None else PollLease(row.heard_at)


def drop_poll_lease(session: Session, messenger: Messenger, bot_id: int, me: str) -> None:
    """Stop polling: another process may begin at once."""
    session.connection().execute(
        sa.update(_pollers)
        .where(_pollers.c.messenger == messenger, _pollers.c.bot_id == bot_id, _pollers.c.holder == me)
        .values(until=now(session))
    )


def handled_before(session: Session, messenger: Messenger, bot_id: int, update_ids: Sequence[int]) -> tuple[int, ...]:
    """The accounts whose updates of these ids are handled: they came twice, and the current screen is due again."""
    return tuple(
        session.connection()
        .execute(
            sa.select(_incoming.c.account_id)
            .where(
                _incoming.c.messenger == messenger,
                _incoming.c.bot_id == bot_id,
                _incoming.c.update_id.in_(update_ids),
                _incoming.c.state != IncomingState.WAITING,
                _incoming.c.account_id.is_not(None),
            )
            .distinct()
        )
        .scalars()
    )


def still_mine(session: Session, keys: Sequence[AccountKey], me: str) -> tuple[OwedScreen, ...]:
    """Newer screens that another process owed to these chats while we were showing: ours to show as well."""
    named = {"me": me, "accounts": [(key.messenger.value, key.account_id) for key in keys]}
    return tuple(
        OwedScreen(
            AccountKey(row.messenger, row.account_id),
            row.chat_id,
            row.owed_seq,
            row.screen_sealed,
            row.card_id,
            row.keyboard,
            row.card_is_file,
        )
        for row in session.connection().execute(_read_mine, named)
    )


def unreadable(session: Session, one: Waiting) -> None:
    """This update cannot be read; its raw text stays, sealed, for whoever mends the reader."""
    session.connection().execute(
        sa.update(_incoming).where(_this_update).values(state=IncomingState.UNREADABLE),
        {"of_messenger": one.messenger, "of_bot": one.bot_id, "of_update": one.update_id},
    )


def sweep(session: Session) -> int:
    """Forget handled updates after three days (no messenger delivers anything later than one day)."""
    done = session.connection().execute(
        sa.delete(_incoming).where(
            _incoming.c.received_at < now(session) - KEEP_HANDLED, _incoming.c.state == IncomingState.DONE
        )
    )
    return done.rowcount
