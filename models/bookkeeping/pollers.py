"""Which process polls a token, and when any process of ours was there last to hear of its messenger."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel

from models.clock import now
from models.columns import UtcDateTime, enum_column, table_of
from models.people import Messenger
from models.prepared import insert


class Poller(SQLModel, table=True):
    """Which process polls a token, and until when its lease holds."""

    __tablename__ = "pollers"

    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), primary_key=True))
    bot_id: int = Field(sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False))
    holder: str = Field(max_length=60)
    until: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    heard_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    missed_since: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    """Behind a webhook: since when nobody listened, while what was held back still comes (until ``until``)."""


POSTED: Final = "webhook"
"""Who holds a token whose updates are posted: nobody polls it, and everybody listens."""
_pollers = table_of(Poller)


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
    # A lease that seems to hold for longer than one lasts was taken before the clock was set back.
    free = sa.or_(_pollers.c.holder.in_((me, POSTED)), _pollers.c.until <= at, _pollers.c.until > at + lasts)
    connection.execute(
        insert(_pollers)(session.get_bind().dialect.name).on_conflict_do_nothing(),
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


def listen(
    session: Session, messenger: Messenger, bot_id: int, gap: timedelta, catching_up: timedelta
) -> datetime | None:
    """Behind a webhook: we are there to hear of this messenger now, as one of several perhaps.

    When nobody was for longer than ``gap``, returns since when, for as long as ``catching_up``: so long what the
    messenger held back may still come. Else None.
    """
    at = now(session)
    this = (_pollers.c.messenger == messenger, _pollers.c.bot_id == bot_id)
    connection = session.connection()
    connection.execute(
        insert(_pollers)(session.get_bind().dialect.name).on_conflict_do_nothing(),
        {"messenger": messenger, "bot_id": bot_id, "holder": POSTED, "until": at},
    )
    row = connection.execute(
        sa.select(_pollers.c.holder, _pollers.c.until, _pollers.c.heard_at, _pollers.c.missed_since)
        .where(*this)
        .with_for_update()
    ).one()
    catches_up = row.holder == POSTED and at < row.until <= at + catching_up
    since, until = (row.missed_since, row.until) if catches_up else (None, at)
    if row.heard_at is not None and at - row.heard_at > gap:
        since, until = since or row.heard_at, at + catching_up
    connection.execute(
        sa.update(_pollers).where(*this).values(holder=POSTED, until=until, heard_at=at, missed_since=since)
    )
    found: datetime | None = since
    return found


def drop_poll_lease(session: Session, messenger: Messenger, bot_id: int, me: str) -> None:
    """Stop polling: another process may begin at once."""
    session.connection().execute(
        sa.update(_pollers)
        .where(_pollers.c.messenger == messenger, _pollers.c.bot_id == bot_id, _pollers.c.holder == me)
        .values(until=now(session))
    )
