"""The calendar follows the program's clock: what a day asks for is owed, once, by one process or two."""

import asyncio
import contextlib
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from bot import calendar
from bot.database import sqlite_engine
from models import letters
from models.clock import now
from models.letters import RuleKey
from models.notices import Notice, NoticeKind
from models.people import Messenger
from models.units import Unit, UnitState
from models.values.jalali import TEHRAN, gregorian
from tests.delivery.conftest import PostOffice
from tests.models.world import build_world, granted, registered


def _instant(month: int, day: int, hour: int) -> datetime:
    there = granted(gregorian(1405, month, day))
    return datetime(there.year, there.month, there.day, hour, tzinfo=TEHRAN).astimezone(UTC)


def _confirmed_unit(post: PostOffice) -> int:
    """A unit whose registration is confirmed; its owner."""
    engine = sqlite_engine(post.url) if post.url.startswith("sqlite") else sa.create_engine(post.url)
    with Session(engine) as session:
        session.info.update(vault=post.vault, clock=post.clock)
        world = build_world(session)
        registered(session, world)
        session.execute(sa.update(Unit).values(state=UnitState.CONFIRMED, decided_at=now(session)))
        session.commit()
    engine.dispose()
    return world.owner


def _reminders(session: Session) -> int:
    found: int = session.execute(
        sa.select(sa.func.count()).where(col(Notice.kind) == NoticeKind.MONTH_REMINDER)
    ).scalar_one()
    return found


async def test_moving_the_clock_to_the_tenth_brings_the_reminder(
    post: PostOffice, messenger: Messenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar, "TICK", 0.01)
    post.clock.set(_instant(9, 9, 8))
    owner = _confirmed_unit(post)
    await post.joins(owner, messenger, 9001)
    delivery = await post.opens()
    running = asyncio.create_task(calendar.run(post.database))
    post.clock.set(_instant(9, 10, 10))
    await post.until(lambda: post.texts(messenger, 9001))
    await post.until(lambda: delivery.idle)
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    (text,) = post.texts(messenger, 9001)
    assert "مهلت آن همین امروز" in text


async def test_a_walk_that_is_done_again_owes_nothing_twice(post: PostOffice) -> None:
    post.clock.set(_instant(9, 5, 11))
    _confirmed_unit(post)
    other = post.another_database()
    owed = await asyncio.gather(calendar.walk(post.database), calendar.walk(other))
    assert sum(owed) == 1
    assert await calendar.walk(post.database) == 0
    assert await post.database.run(_reminders) == 1


async def test_on_a_day_without_reminders_nobody_hears_anything(post: PostOffice) -> None:
    post.clock.set(_instant(9, 5, 8))
    _confirmed_unit(post)
    today = granted(gregorian(1405, 9, 5))
    await post.database.run(letters.set_rule, None, RuleKey.REMINDER_DAYS, "9", scope_id=None, valid_from=today)
    post.clock.set(_instant(9, 5, 11))
    assert await calendar.walk(post.database) == 0
