"""Tokens: which process carries on each, until when nobody may send on it, and since when its messenger is down."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel

from models.clock import now
from models.columns import UtcDateTime, enum_column, table_of
from models.people import Messenger

CARRY_LEASE: Final = timedelta(seconds=10)
MOST_PAUSE: Final = timedelta(hours=1)
AWAY: Final = timedelta(minutes=10)
"""A messenger that has taken nothing for so long is gone round, where people have another one."""


class Courier(SQLModel, table=True):
    """Which process carries notices on a token and until when, and until when nobody may send on it.

    ``down_since``: since when the messenger has taken nothing, or does not know the token.
    """

    __tablename__ = "couriers"

    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), primary_key=True))
    bot_id: int = Field(sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False))
    holder: str = Field(max_length=60)
    until: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    paused_until: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    down_since: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


_couriers: Final = table_of(Courier)


@dataclass(frozen=True, slots=True)
class Held:
    """The right to carry on a token. ``fallen``: who held it before and let its lease run out.

    ``paused_until``: nobody may send before, when that is still to come.
    """

    fallen: str | None
    paused_until: datetime | None


_NOBODY: Final = ""


def hold(session: Session, messenger: Messenger, bot_id: int, me: str, *, alone: bool = False) -> Held | None:
    """Take or renew the right to carry on this token for ten seconds; None while another process holds it.

    ``alone``: the caller knows that no other process lives, so that nobody's lease is waited for.
    """
    at = now(session)
    this = (_couriers.c.messenger == messenger, _couriers.c.bot_id == bot_id)
    row = session.execute(
        sa.select(_couriers.c.holder, _couriers.c.until, _couriers.c.paused_until).where(*this).with_for_update()
    ).one_or_none()
    if row is None:
        try:
            with session.begin_nested():
                session.execute(
                    sa.insert(_couriers).values(messenger=messenger, bot_id=bot_id, holder=me, until=at + CARRY_LEASE)
                )
        except sa.exc.IntegrityError:  # another process was first
            return None
        return Held(None, None)
    # A lease that seems to hold for longer than one lasts was taken before the clock was set back.
    if not alone and row.holder != me and at < row.until <= at + CARRY_LEASE:
        return None
    session.execute(sa.update(_couriers).where(*this).values(holder=me, until=at + CARRY_LEASE))
    paused = row.paused_until
    if paused is not None and not at < paused <= at + MOST_PAUSE:
        paused = None
    return Held(row.holder if row.holder not in {me, _NOBODY} else None, paused)


def drop(session: Session, messenger: Messenger, bot_id: int, me: str) -> None:
    """Stop carrying: another process may begin at once."""
    session.execute(
        sa.update(_couriers)
        .where(_couriers.c.messenger == messenger, _couriers.c.bot_id == bot_id, _couriers.c.holder == me)
        .values(until=now(session))
    )


def pause(session: Session, messenger: Messenger, bot_id: int, seconds: float) -> None:
    """Nobody sends on this token for so long, in this process or another; a longer pause stays."""
    at = now(session)
    until = at + timedelta(seconds=min(seconds, MOST_PAUSE.total_seconds()))
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(
        insert(_couriers).values(messenger=messenger, bot_id=bot_id, holder=_NOBODY, until=at).on_conflict_do_nothing()
    )
    session.execute(
        sa.update(_couriers)
        .where(
            _couriers.c.messenger == messenger,
            _couriers.c.bot_id == bot_id,
            sa.or_(_couriers.c.paused_until.is_(None), _couriers.c.paused_until < until),
        )
        .values(paused_until=until)
    )


def paused_for(session: Session, messenger: Messenger, bot_id: int) -> float:
    """For how many seconds from now nobody may send on this token; 0 when anybody may."""
    at = now(session)
    found: datetime | None = session.execute(
        sa.select(_couriers.c.paused_until).where(_couriers.c.messenger == messenger, _couriers.c.bot_id == bot_id)
    ).scalar_one_or_none()
    return (found - at).total_seconds() if found is not None and at < found <= at + MOST_PAUSE else 0.0


def mark(session: Session, messenger: Messenger, bot_id: int, *, down: bool) -> None:
    """The messenger takes nothing on this token, or it takes something again."""
    since = sa.func.coalesce(_couriers.c.down_since, sa.bindparam("at", now(session), UtcDateTime()))
    session.execute(
        sa.update(_couriers)
        .where(_couriers.c.messenger == messenger, _couriers.c.bot_id == bot_id)
        .values(down_since=since if down else None)
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """Which messengers are ``carried`` on, which of them ``work``, and which have done neither for long (``away``)."""

    carried: frozenset[Messenger]
    work: frozenset[Messenger]
    away: frozenset[Messenger]


_standing: Final = sa.select(_couriers.c.messenger, _couriers.c.until, _couriers.c.down_since).where(
    _couriers.c.until > sa.bindparam("since")
)


def standing(session: Session, served: Collection[Messenger] = ()) -> Standing:
    """How the messengers stand; ``served``: those on which the asking process itself carries."""
    at = now(session)
    rows = session.connection().execute(_standing, {"since": at - AWAY}).all()
    carried = frozenset((*served, *(row.messenger for row in rows if row.until > at)))
    down = {row.messenger for row in rows if row.down_since is not None and row.down_since <= at - AWAY}
    lately = carried.union(row.messenger for row in rows)
    return Standing(carried, carried - down, frozenset(Messenger) - (lately - down))
