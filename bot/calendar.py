"""The calendar: each day from ten o'clock in Tehran on, what the day asks for is owed; by the program's clock alone."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Final

import structlog
from sqlmodel import Session

from bot.database import Database
from models import access, campaigns, circulars, reminders, support
from models.reminders import Walked

log = structlog.get_logger()
TICK: Final = 1.0
"""Seconds between looks at the clock, which may be moved; a look costs nothing."""
AFTER_TROUBLE: Final = 60.0
_WALKS: Final[tuple[Callable[[Session, int], Walked], ...]] = (
    reminders.remind_of_months,
    reminders.remind_of_reviews,
    campaigns.tell_unions,
    campaigns.remind_missing,
    access.remind_of_access,
    access.tell_of_access,
    reminders.remind_in_place,
    circulars.begin_reminders,
    support.send_overdue_on,
)


async def run(database: Database) -> None:
    """Owe each day's reminders, for ever. What a crash left undone is done again; nothing is owed twice."""
    done: date | None = None
    while True:
        day = reminders.day_of(database.clock.now())
        if day is not None and day != done:
            try:
                owed = await walk(database)
                done = day
                log.info("reminders owed", day=day.isoformat(), number=owed)
            except Exception as error:  # noqa: BLE001 (the database may be away; the walk begins again)
                log.warning("the calendar stumbles", error=type(error).__name__)
                await asyncio.sleep(AFTER_TROUBLE)
        await asyncio.sleep(TICK)


async def walk(database: Database) -> int:
    """Owe what today asks for, a page a transaction, letting others in between; how many reminders that were."""
    owed = 0
    for remind in _WALKS:
        after: int | None = 0
        while after is not None:
            page = await database.run(remind, after)
            owed, after = owed + page.owed, page.next
            await asyncio.sleep(0)
    return owed
