"""Updates as they arrived: stored raw before the messenger is told, handled once, then forgotten.

These statements run for every update, so they are Core and few.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel

from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column, table_of
from models.people import AccountKey, Messenger
from models.prepared import Prepared, insert

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


_incoming = table_of(Incoming)
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
_this_update = sa.and_(
    _incoming.c.messenger == sa.bindparam("of_messenger"),
    _incoming.c.bot_id == sa.bindparam("of_bot"),
    _incoming.c.update_id == sa.bindparam("of_update"),
)
_done = Prepared(
    sa.update(_incoming).where(_this_update).values(state=sa.literal_column("'done'"), raw_sealed=sa.null())
)


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
        insert(_incoming)(session.get_bind().dialect.name)
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
