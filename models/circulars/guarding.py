"""The guard: a circular that suddenly does not reach its recipients rests by itself, midway as after the trial.

Each window of recipients is judged by itself as soon as the last of them was let out. Whoever lets a circular go on
although many were not reached has decided that it shall, and it is not stopped by itself again.
"""

from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session

from models import letters
from models.circulars.closing import IS_OF_CIRCULAR
from models.circulars.records import Circular
from models.clock import now
from models.columns import table_of
from models.letters import RuleKey
from models.notices import Notice, NoticeState
from models.values.jalali import tehran_date

FAULTS: Final = (NoticeState.PARKED, NoticeState.REFUSED, NoticeState.UNCERTAIN, NoticeState.RETRY)
WINDOW: Final = 50
"""So many recipients at least are judged together, …"""
WINDOW_SHARE: Final = 100
"""… or one in so many of all."""
_OUT_OF_REACH: Final = (NoticeState.PARKED, NoticeState.REFUSED)
"""Midway these alone count: whoever waits for another try, or is in doubt, met a messenger that fails or a crash."""
_notices: Final = table_of(Notice)


@dataclass(frozen=True, slots=True)
class Tripped:
    """Too many were not reached: of ``tried`` recipients ``faults``, where ``most`` per cent may be."""

    tried: int
    faults: int
    most: int


def limit(session: Session, row: Circular) -> int:
    """How many of a hundred may be out of reach, by the rule of the day."""
    return letters.rule(session, RuleKey.TRIAL_FAULTS, row.office_id, tehran_date(now(session))).number


def watch_from_here(session: Session, row: Circular) -> None:
    """The next window begins now."""
    row.watched_fed, row.watched_faults = row.fed, _faults(session, row.id)


def overruled(row: Circular) -> None:
    """Somebody lets it go on as it is."""
    row.watched_fed = None


def tripped(session: Session, row: Circular) -> Tripped | None:
    """Judge the window that is full; None while it is not, when all is well, or when nobody is left to hold back."""
    if row.watched_fed is None:
        return None
    row.watched_fed = min(row.watched_fed, row.fed)  # a rest has called some back
    tried = row.fed - row.watched_fed
    if tried < max(WINDOW, -(-row.planned // WINDOW_SHARE)):
        return None
    before = row.watched_faults
    watch_from_here(session, row)
    faults, most = row.watched_faults - before, limit(session, row)
    return Tripped(tried, faults, most) if row.fed < row.planned and faults * 100 > tried * most else None


def _faults(session: Session, circular_id: int) -> int:
    counted: int = session.execute(
        sa.select(sa.func.count())
        .select_from(_notices)
        .where(IS_OF_CIRCULAR, _notices.c.circular_id == circular_id, _notices.c.state.in_(_OUT_OF_REACH))
    ).scalar_one()
    return counted
