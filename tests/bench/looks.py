"""A courier's looks at the outbox of a circular, with and without many notices that wait for another try."""

import time
from datetime import timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from bot.database import Database
from models import couriers, notices
from models.circulars import Circular, CircularState
from models.clock import now
from models.couriers import Fate, Outcome
from models.notices import Notice, NoticeState
from models.people import Messenger

LOOKS: Final = 100
TAKEN: Final = 50
TRIED_AGAIN: Final = 5_000


async def looks(database: Database, circular_id: int) -> list[tuple[str, float]]:
    """What is asked, and the seconds that it takes."""
    await database.run(_lets_go, circular_id)
    name = f"{LOOKS} looks that take {TAKEN} each"
    free = await _spent(database)
    await database.run(_fail, circular_id)
    return [(name, free), (f"{name}, {TRIED_AGAIN:,} wait for another try", await _spent(database))]


async def _spent(database: Database) -> float:
    began = time.perf_counter()
    for _ in range(LOOKS):
        await database.run(_look)
    return time.perf_counter() - began


def _lets_go(session: Session, circular_id: int) -> None:
    session.get_one(Circular, circular_id).state = CircularState.SENDING


def _look(session: Session) -> None:
    couriers.let_out(session, Messenger.TELEGRAM, tuple(Messenger), TAKEN)
    couriers.address(session, tuple(Messenger))
    parcels = couriers.take(session, Messenger.TELEGRAM, "bench", TAKEN)
    notices.begin(session, [parcel.id for parcel in parcels], "bench")
    couriers.settle(session, [Outcome(one, Fate.SENT, 1) for one in parcels], Messenger.TELEGRAM)


def _fail(session: Session, circular_id: int) -> None:
    """So many recipients wait for another try."""
    some = (
        sa.select(col(Notice.id))
        .where(
            col(Notice.circular_id) == circular_id,
            col(Notice.state) == NoticeState.PLANNED,
            col(Notice.messenger) == "telegram",
        )
        .order_by(col(Notice.id).desc())
        .limit(TRIED_AGAIN)
    )
    session.execute(
        sa.update(Notice)
        .where(col(Notice.id).in_(some))
        .values(state=NoticeState.RETRY, next_at=now(session) + timedelta(hours=1), error="server")
        .execution_options(synchronize_session=False)
    )
