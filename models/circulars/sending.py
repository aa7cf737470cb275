"""A released circular on its way: what is let out, the trial, pause and withdrawal.

Rows are let out (:func:`feed`) only as couriers need them, so that a pause or a failed trial holds all others back at
once.
"""

from collections.abc import Collection, Mapping
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, notices
from models.circulars import changes
from models.circulars.addressees import drop
from models.circulars.closing import IS_OF_CIRCULAR, LET_OUT, ON_THE_WAY, close, figures
from models.circulars.composing import own
from models.circulars.gates import go_on, held_back
from models.circulars.guarding import FAULTS, Tripped, limit, overruled, tripped, watch_from_here
from models.circulars.planning import locked, plan
from models.circulars.records import (
    IS_REMINDING,
    IS_UNDER_WAY,
    LOOKS,
    Circular,
    CircularClass,
    CircularProblem,
    CircularState,
    PauseReason,
)
from models.circulars.reminding import watch
from models.circulars.senders import Handling, senders, tell_of
from models.clock import now
from models.columns import UtcDateTime, table_of
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import Hat
from models.people import Messenger
from models.values.problem import Problem

CHUNK: Final = 500
"""So many rows are taken back in one transaction."""
_notices: Final = table_of(Notice)
_circulars: Final = table_of(Circular)


def under_way(session: Session) -> tuple[int, ...]:
    """The circulars that want tending: released or withdrawn and not closed, reminded of, or to be looked after.

    One that waits for its hour wants nothing until then.
    """
    return tuple(session.execute(_wanting, {"at": now(session)}).scalars())


_ids: Final = sa.select(col(Circular.id))
_wanting: Final = sa.union(
    _ids.where(
        IS_UNDER_WAY,
        sa.or_(
            col(Circular.state) != CircularState.PLANNING,
            col(Circular.starts_at) <= sa.bindparam("at", type_=UtcDateTime()),
        ),
    ),
    _ids.where(IS_REMINDING),
    _ids.where(LOOKS, col(Circular.looks_at) <= sa.bindparam("at", type_=UtcDateTime())),
).order_by("id")


# ---- letting out ----


# At every look of a courier: made once, since building a statement costs more than running it.
_open_ones: Final = (
    sa.select(col(Circular.id), col(Circular.state), col(Circular.trial), col(Circular.fed))
    .where(
        IS_UNDER_WAY,
        col(Circular.state).in_((CircularState.TRYING, CircularState.SENDING)),
        col(Circular.paused_at).is_(None),
        col(Circular.starts_at) <= sa.bindparam("at"),
    )
    .order_by(sa.case((col(Circular.grade) == CircularClass.URGENT, 0), else_=1), col(Circular.id))
    .with_for_update(skip_locked=True)
)


def _letting_out(goes: sa.ColumnElement[bool]) -> sa.Update:
    these = (
        sa.select(_notices.c.id)
        .where(
            IS_OF_CIRCULAR,
            _notices.c.circular_id == sa.bindparam("circular"),
            _notices.c.state == NoticeState.PLANNED,
            goes,
        )
        .order_by(_notices.c.id)
        .limit(sa.bindparam("room", type_=sa.Integer))
        .with_for_update(skip_locked=True)
        .correlate(None)
    )
    return (
        sa.update(_notices)
        .where(_notices.c.id.in_(these))
        .values(
            state=NoticeState.WAITING,
            # Whoever has had the first messages has the next ones on the same account.
            messenger=sa.case((_notices.c.part > 0, _notices.c.messenger)),
            account_id=sa.case((_notices.c.part > 0, _notices.c.account_id)),
            next_at=sa.bindparam("instant"),
        )
    )


_on_a_lane: Final = _letting_out(_notices.c.messenger == sa.bindparam("lane"))
_on_no_lane: Final = _letting_out(_notices.c.messenger.is_(None))
_count_out: Final = (
    sa.update(_circulars)
    .where(_circulars.c.id == sa.bindparam("circular"))
    .values(
        fed=_circulars.c.fed + sa.bindparam("moved", type_=sa.Integer),
        started_at=sa.func.coalesce(_circulars.c.started_at, sa.bindparam("instant", type_=UtcDateTime())),
    )
)


def feed(session: Session, lanes: Collection[Messenger | None], most: int) -> int:
    """Let up to ``most`` recipients out to the couriers, urgent circulars first; how many.

    ``lanes``: the messengers on which the people were reached when the plan was written (None: on none). Which account
    a notice goes to is decided anew when it is out.
    """
    at = now(session)
    connection = session.connection()
    left = most
    for one in connection.execute(_open_ones, {"at": at}).all():
        room = min(left, one.trial - one.fed) if one.state is CircularState.TRYING else left
        moved = 0
        for lane in lanes:
            if room <= moved:
                break
            named = {"circular": one.id, "room": room - moved, "instant": at}
            if lane is None:
                moved += connection.execute(_on_no_lane, named).rowcount
            else:
                moved += connection.execute(_on_a_lane, {**named, "lane": lane.value}).rowcount
        if moved:
            connection.execute(_count_out, {"circular": one.id, "moved": moved, "instant": at})
        left -= moved
    return most - left


# ---- by hand ----


def pause(session: Session, by: Hat, circular_id: int) -> int | Problem:
    """Let nobody else out, and call back whoever is out and not begun. How many rows wait now."""
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if row.state not in {CircularState.PLANNING, CircularState.TRYING, CircularState.SENDING}:
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    if row.paused_at is not None:
        return Problem(CircularProblem.PAUSED)
    _stop(session, row, PauseReason.BY_HAND)
    _record(session, audit.AuditAct.CIRCULAR_PAUSED, row, live, {"reason": PauseReason.BY_HAND})
    tell_of(session, live, row, Handling.PAUSED)
    return figures(session, row.id).get(NoticeState.PLANNED, 0) if row.plan_until else row.counted


def _stop(session: Session, row: Circular, reason: PauseReason) -> None:
    row.paused_at, row.paused_for = now(session), reason
    _call_back(session, row)


def _call_back(session: Session, row: Circular) -> None:
    back = session.connection().execute(
        sa.update(_notices)
        .where(IS_OF_CIRCULAR, _notices.c.circular_id == row.id, _notices.c.state.in_(LET_OUT))
        .values(state=NoticeState.PLANNED, leased_by=None, leased_until=None)
    )
    row.fed -= back.rowcount
    session.flush()


def resume(session: Session, by: Hat, circular_id: int) -> Problem | None:
    """Go on; after a failed trial with all the rest, and whoever is not reached stops it no more."""
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if row.paused_at is None:
        return Problem(CircularProblem.NOT_PAUSED)
    if row.paused_for is PauseReason.TRIAL_FAILED:
        row.state = CircularState.SENDING
    if row.paused_for is not PauseReason.BY_HAND:
        overruled(row)
    row.paused_at = row.paused_for = None
    session.flush()
    _record(session, audit.AuditAct.CIRCULAR_RESUMED, row, live, {})
    tell_of(session, live, row, Handling.RESUMED)
    return None


def withdraw(session: Session, by: Hat, circular_id: int) -> Problem | None:
    """Take back what has not begun to leave, and its rules that have not begun; what was sent stays sent.

    One that has ended is taken back too: of those out of reach nobody is told of it any more, and whoever was sent it
    may be told what corrects it.
    """
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if row.state is CircularState.WITHDRAWN:
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    if row.state is CircularState.DRAFT:
        row.ended_at = now(session)
    else:
        _take_back(session, row.id, LET_OUT)
        changes.take_back(session, live, row)
        drop(session, row.id, since=row.released_at)
        tell_of(session, live, row, Handling.WITHDRAWN)
        row.ended_at = None  # until all that can be taken back is
    row.state, row.paused_at, row.paused_for = CircularState.WITHDRAWN, None, None
    session.flush()
    _record(session, audit.AuditAct.CIRCULAR_WITHDRAWN, row, live, {})
    return None


def _take_back(session: Session, circular_id: int, states: Collection[NoticeState], most: int | None = None) -> int:
    these = sa.select(_notices.c.id).where(
        IS_OF_CIRCULAR, _notices.c.circular_id == circular_id, _notices.c.state.in_(tuple(states))
    )
    taken = session.connection().execute(
        sa.update(_notices)
        .where(_notices.c.id.in_(these if most is None else these.limit(most)))
        .values(state=NoticeState.WITHDRAWN, leased_by=None, leased_until=None, error="circular-withdrawn")
    )
    return int(taken.rowcount)


def _record(session: Session, act: audit.AuditAct, row: Circular, by: Hat | None, details: Mapping[str, str]) -> None:
    audit.record(
        session,
        act,
        by=None if by is None else by.person_id,
        hat=None if by is None else by.role_id,
        subject=f"circular:{row.id}",
        details=details,
    )


# ---- tending ----


def tend(session: Session, circular_id: int) -> bool:  # noqa: PLR0911 (one a state)
    """Do the next piece of what a circular wants; True when there is more to do at once.

    Writes the plan, judges the trial, lets on what was passed on, takes withdrawn rows back, closes what has nothing
    left to send, and reminds.
    """
    row = locked(session, circular_id)
    if row is None:
        return False
    if watch(session, row):
        return True
    if row.ended_at is not None:
        return False
    if row.state is CircularState.PLANNING:
        return plan(session, circular_id)
    if row.state is CircularState.WITHDRAWN:
        if _take_back(session, row.id, notices.TAKEABLE, CHUNK):
            return True
    elif go_on(session, row):
        return True
    elif row.paused_at is not None:
        _call_back(session, row)  # what was begun when the pause came, and wants another try
        return False
    elif row.state is CircularState.TRYING:
        return row.fed >= min(row.trial, row.planned) and _judge(session, row)
    elif (met := tripped(session, row)) is not None:
        _rest(session, row, PauseReason.MANY_FAULTS, met)
        return False
    if not _any(session, row.id, ON_THE_WAY):
        close(session, row)
    return False


def _any(session: Session, circular_id: int, states: Collection[NoticeState], error: str | None = None) -> bool:
    query = sa.select(_notices.c.id).where(
        IS_OF_CIRCULAR, _notices.c.circular_id == circular_id, _notices.c.state.in_(tuple(states))
    )
    if error is not None:
        query = query.where(_notices.c.error == error)
    return session.execute(query.limit(1)).first() is not None


def _judge(session: Session, row: Circular) -> bool:
    """The first ones are told, or cannot be: go on with all, or rest and tell those who answer for it."""
    if _any(session, row.id, (NoticeState.WAITING, NoticeState.LEASED, NoticeState.BEGUN)) or _any(
        session, row.id, (NoticeState.RETRY,), "rate"
    ):
        return False
    most = limit(session, row)
    met = figures(session, row.id, (NoticeState.SENT, *FAULTS))
    faults = sum(met.get(state, 0) for state in FAULTS)
    tried = faults + met.get(NoticeState.SENT, 0)
    row.state = CircularState.SENDING
    watch_from_here(session, row)
    if row.planned - held_back(session, row.id) > tried and faults * 100 > tried * most:
        row.state = CircularState.TRYING
        _rest(session, row, PauseReason.TRIAL_FAILED, Tripped(tried, faults, most))
    session.flush()
    return row.paused_at is None


def _rest(session: Session, row: Circular, reason: PauseReason, met: Tripped) -> None:
    """Too many were not reached: hold the rest back and tell those who answer for it."""
    _stop(session, row, reason)
    _record(session, audit.AuditAct.CIRCULAR_PAUSED, row, None, {"reason": reason})
    trial = reason is PauseReason.TRIAL_FAILED
    told = {"tried": met.tried, "faults": met.faults, "most": met.most, "trial": int(trial)}
    facts: dict[str, str | int] = {"circular": row.id, "number": row.number, **told}
    key = f"circular-stopped:{row.id}" if trial else f"circular-stopped:{row.id}:midway"
    notices.owe_alike(session, senders(session, row), NoticeKind.CIRCULAR_STOPPED, facts, key)
