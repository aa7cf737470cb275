"""Gates: which office opens the way for whom, written with the plan, and the rows that are let on when one is opened.

A recipient's row is held back and names the office that it waits for (``Notice.waits_for``); opening turns such rows
into planned ones, which delivery then lets out like all others. What an office is asked stands in ``CircularOffice``.
"""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from models.circulars.ladder import (
    IS_HELD_BACK,
    IS_WAITED_FOR,
    PASSERS,
    Ladder,
    circular_offices,
    recipient_of,
)
from models.circulars.records import OPENING, Circular, Passing
from models.clock import now
from models.columns import table_of
from models.notices import Notice, NoticeState
from models.organisations import Office

CHUNK: Final = 2000
"""So many rows are let on in one transaction."""
GATES: Final = 200
"""So many offices are looked at in one transaction."""
TOLD: Final = (NoticeState.SENT, NoticeState.UNCERTAIN)
_NOT_TOLD_YET: Final = (
    NoticeState.HELD_BACK,
    NoticeState.PLANNED,
    NoticeState.WAITING,
    NoticeState.LEASED,
    NoticeState.BEGUN,
    NoticeState.RETRY,
)
_notices: Final = table_of(Notice)
_offices: Final = table_of(Office)


# ---- with the plan ----


def file_offices(session: Session, row: Circular, rungs: Ladder) -> None:
    """Write what the circular asks of each office, once all rows of its recipients are written.

    An office for which rows wait although nobody there is a recipient (a role ended while the plan was written) does
    not stand in their way.
    """
    own_office, waiting = _offices.alias("own"), sa.func.count().label("n")
    of_circular = _notices.c.circular_id == row.id
    held = (
        sa.select(_notices.c.waits_for, waiting)
        .where(IS_HELD_BACK, of_circular, _notices.c.waits_for.is_not(None))
        .group_by(_notices.c.waits_for)
        .subquery("held")
    )
    named = (
        sa.select(_notices.c.office_id)
        .where(_notices.c.circular_id.is_not(None), of_circular, _notices.c.office_id.is_not(None))
        .group_by(_notices.c.office_id)
    )
    columns = ["circular_id", "office_id", "above_id", "below", "held", "ready"]
    meant = (
        sa.select(
            sa.literal(row.id, sa.BigInteger),
            own_office.c.id,
            rungs.above_office(own_office),
            sa.func.coalesce(held.c.n, 0),
            sa.func.coalesce(held.c.n, 0),
            sa.true(),
        )
        .select_from(own_office.outerjoin(held, held.c.waits_for == own_office.c.id))
        .where(own_office.c.id.in_(sa.union(named, sa.select(held.c.waits_for))))
    )
    _insert(session, columns, meant)
    aboves = sa.select(circular_offices.c.above_id).where(
        circular_offices.c.circular_id == row.id, circular_offices.c.above_id.is_not(None)
    )
    bare = sa.select(
        sa.literal(row.id, sa.BigInteger),
        own_office.c.id,
        rungs.above_office(own_office),
        sa.literal(0),
        sa.literal(0),
        sa.true(),
    ).where(own_office.c.id.in_(aboves))
    for _ in range(2):  # a county above a union, then a province above that county
        _insert(session, columns, bare)
    kinds = PASSERS if row.passing is Passing.BY_HAND else ()
    nobody = sa.not_(recipient_of(row.id, circular_offices.c.office_id, kinds=kinds))
    here = circular_offices.c.circular_id == row.id
    session.connection().execute(
        sa.update(circular_offices).where(IS_WAITED_FOR, here, nobody).values(passed_at=now(session))
    )
    above = circular_offices.alias("above")
    first = sa.exists(
        sa.select(sa.literal(1)).where(
            above.c.circular_id == circular_offices.c.circular_id,
            above.c.office_id == circular_offices.c.above_id,
            above.c.below > 0,
            above.c.passed_at.is_(None),
        )
    )
    session.connection().execute(sa.update(circular_offices).where(here, first).values(ready=False))


def _insert(session: Session, columns: list[str], meant: sa.Select[tuple[int, ...]]) -> None:
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.connection().execute(
        insert(circular_offices).from_select(columns, meant.where(sa.true())).on_conflict_do_nothing()
    )


def held_back(session: Session, circular_id: int) -> int:
    """How many rows wait for an office to pass it on."""
    counted: int = session.execute(
        sa.select(sa.func.coalesce(sa.func.sum(circular_offices.c.held), 0)).where(
            circular_offices.c.circular_id == circular_id
        )
    ).scalar_one()
    return counted


# ---- tending ----


def go_on(session: Session, row: Circular) -> bool:
    """Do the next piece of what passing on wants; True when there is more to do at once."""
    if row.passing is Passing.AT_ONCE:
        return False
    if row.given_up_at is not None and _take_back(session, row):
        return True
    opening = session.execute(
        sa.select(circular_offices.c.office_id, circular_offices.c.held)
        .where(OPENING, circular_offices.c.circular_id == row.id)
        .limit(GATES)
    ).all()
    if opening:
        some, rows = [opening[0].office_id], opening[0].held
        for one in opening[1:]:
            if rows + one.held <= CHUNK:
                some.append(one.office_id)
                rows += one.held
        _let_on(session, row.id, some)
        return True
    return row.passing is Passing.BY_ITSELF and _pass_by_itself(session, row)


def _let_on(session: Session, circular_id: int, offices: Sequence[int]) -> None:
    """Turn the rows that wait for these offices into planned ones, of a single large one the next."""
    these = (
        sa.select(_notices.c.id)
        .where(IS_HELD_BACK, _notices.c.circular_id == circular_id, _notices.c.waits_for.in_(offices))
        .limit(CHUNK)
    )
    moved = session.connection().execute(
        sa.update(_notices).where(_notices.c.id.in_(these)).values(state=NoticeState.PLANNED)
    )
    whole = len(offices) > 1 or moved.rowcount < CHUNK
    here = circular_offices.c.circular_id == circular_id
    session.connection().execute(
        sa.update(circular_offices)
        .where(here, circular_offices.c.office_id.in_(offices))
        .values(held=sa.literal(0) if whole else circular_offices.c.held - moved.rowcount)
    )


def open_for(session: Session, circular_id: int, office_id: int) -> None:
    """The gate of this office was opened: let the first on who wait there, the others follow with tending."""
    _let_on(session, circular_id, (office_id,))
    _make_ready(session, circular_id, (office_id,))


def _make_ready(session: Session, circular_id: int, offices: Sequence[int]) -> None:
    """The offices below these may be told now."""
    session.connection().execute(
        sa.update(circular_offices)
        .where(circular_offices.c.circular_id == circular_id, circular_offices.c.above_id.in_(offices))
        .values(ready=True)
    )


def _take_back(session: Session, row: Circular) -> bool:
    these = (
        sa.select(_notices.c.id)
        .where(IS_HELD_BACK, _notices.c.circular_id == row.id, _notices.c.waits_for.is_not(None))
        .limit(CHUNK)
    )
    taken = session.connection().execute(
        sa.update(_notices)
        .where(_notices.c.id.in_(these))
        .values(state=NoticeState.WITHDRAWN, error="circular-not-passed-on")
    )
    if taken.rowcount:
        return True
    session.connection().execute(
        sa.update(circular_offices)
        .where(circular_offices.c.circular_id == row.id, circular_offices.c.held > 0)
        .values(held=0)
    )
    return False


def _pass_by_itself(session: Session, row: Circular) -> bool:
    """Open the next offices whose people were told, or cannot be; True when there may be more."""
    reached = sa.or_(
        recipient_of(row.id, circular_offices.c.office_id, TOLD),
        sa.not_(recipient_of(row.id, circular_offices.c.office_id, _NOT_TOLD_YET)),
    )
    ready = (
        session.execute(
            sa.select(circular_offices.c.office_id)
            .where(IS_WAITED_FOR, circular_offices.c.circular_id == row.id, reached)
            .limit(GATES)
        )
        .scalars()
        .all()
    )
    if ready:
        session.connection().execute(
            sa.update(circular_offices)
            .where(circular_offices.c.circular_id == row.id, circular_offices.c.office_id.in_(ready))
            .values(passed_at=now(session), through_id=circular_offices.c.office_id)
        )
        _make_ready(session, row.id, ready)
    return bool(ready)
