"""Chats as they stand: who writes, the card that is there, the screen that is owed and who shows it.

These statements run for every update, so they are Core and few.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel

from models.clock import now
from models.columns import UtcDateTime, enum_column, table_of
from models.people import Account, AccountKey, Focus, Language, Messenger
from models.prepared import Prepared, insert

SHOW_LEASE = timedelta(seconds=20)


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


@dataclass(slots=True)
class Visit:
    """An account, its chat and the draft that it is filling, read in one statement at the start of an update.

    ``screen_seq`` is the number of the screen that is owed or shown.
    """

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
    screen_seq: int = 0


_chats = table_of(Chat)
_accounts = table_of(Account)
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
        _chats.c.owed_seq,
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


def screen_number(session: Session, key: AccountKey) -> int:
    """The number of the screen that the chat shows, or is owed."""
    found = session.connection().execute(
        sa.select(_chats.c.owed_seq).where(_chats.c.messenger == key.messenger, _chats.c.account_id == key.account_id)
    )
    return int(found.scalar() or 0)


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
