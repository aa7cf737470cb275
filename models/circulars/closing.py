"""What became of a circular's recipients: its figures, and the closing statement that makes up the plan."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import orm
from sqlmodel import Session, col

from models import audit, notices, organisations
from models.circulars.acknowledging import READ, READ_EARLY, WITH_READERS, acknowledged
from models.circulars.records import (
    IS_UNBALANCED,
    Acknowledgement,
    Circular,
    CircularOffice,
    CircularProblem,
    CircularState,
    Level,
    PauseReason,
)
from models.clock import now
from models.columns import table_of
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import Deed, Hat, Office, OfficeKind, Role, RoleKind
from models.organisations.roles import worn
from models.values.problem import Problem

LET_OUT: Final = (NoticeState.WAITING, NoticeState.RETRY, NoticeState.LEASED)
ON_THE_WAY: Final = (*LET_OUT, NoticeState.HELD_BACK, NoticeState.PLANNED, NoticeState.BEGUN)
"""Of these recipients it is still open what becomes of them."""
IS_OF_CIRCULAR: Final = sa.text("notices.circular_id IS NOT NULL")
"""Written out so that the planner sees that the partial indexes fit."""
UNBALANCED: Final = "unbalanced"
"""In ``session.info``: circulars that this session closed although their figures do not make up the plan."""
_notices: Final = table_of(Notice)
_acknowledged: Final = table_of(Acknowledgement)


def figures(
    session: Session, circular_id: int, states: Collection[NoticeState] | None = None
) -> Mapping[NoticeState, int]:
    """How many recipients are in each state (of these, when given); states without any are left out."""
    query = sa.select(_notices.c.state, sa.func.count()).where(IS_OF_CIRCULAR, _notices.c.circular_id == circular_id)
    if states is not None:
        query = query.where(_notices.c.state.in_(tuple(states)))
    return {row[0]: int(row[1]) for row in session.execute(query.group_by(_notices.c.state))}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a circular is. ``states`` sums up to ``planned`` once the plan is written (``planned_whole``)."""

    id: int
    number: str
    subject: str
    state: CircularState
    paused_for: PauseReason | None
    counted: int
    planned: int
    planned_whole: bool
    states: Mapping[NoticeState, int]
    starts_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None

    @property
    def settled(self) -> int:
        """Of how many it is known what became of them."""
        return sum(number for state, number in self.states.items() if state not in ON_THE_WAY)


def seen(session: Session, by: Hat, circular_id: int) -> tuple[Hat, Circular] | Problem:
    """The circular and the live hat of somebody who issues circulars at its office or above it; nothing is locked."""
    row = session.get(Circular, circular_id, populate_existing=True)
    if row is None:
        return Problem(CircularProblem.UNKNOWN)
    live = organisations.acting(session, by, Deed.ISSUE_CIRCULAR, row.office_id)
    return live if isinstance(live, Problem) else (live, row)


def progress(
    session: Session, by: Hat, circular_id: int, counted: Mapping[NoticeState, int] | None = None
) -> Progress | Problem:
    """The figures of a circular, for whoever may act on it; they may have been ``counted`` already."""
    found = seen(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    _, row = found
    return Progress(
        row.id,
        row.number,
        row.subject,
        row.state,
        row.paused_for,
        row.counted,
        row.planned,
        row.state not in {CircularState.DRAFT, CircularState.PLANNING},
        figures(session, row.id) if counted is None else counted,
        row.starts_at,
        row.started_at,
        row.ended_at,
    )


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What became of the recipients of one office at one level.

    ``acknowledged`` of those to whom it was sent have said that they read it, ``early`` of the others. ``place``: an
    office above has passed it on to them in the place of this one.
    """

    level: Level
    office_id: int | None
    office_name: str | None
    states: Mapping[NoticeState, int]
    acknowledged: int = 0
    early: int = 0
    province_name: str | None = None
    place: tuple[str, OfficeKind] | None = None

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.states.values())


@dataclass(frozen=True, slots=True)
class Statement:
    """The closing statement: how many recipients were planned, and the lines that should make them up."""

    planned: int
    lines: tuple[StatementLine, ...]

    @property
    def total(self) -> int:
        """How many recipients the lines account for."""
        return sum(line.total for line in self.lines)

    @property
    def balanced(self) -> bool:
        """Whether every planned recipient stands in a line, and nobody else does."""
        return self.total == self.planned


def statement(session: Session, by: Hat, circular_id: int) -> Statement | Problem:
    """The closing statement, by level and office; the totals of its lines make up the plan."""
    found = seen(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    _, row = found
    of_it = (IS_OF_CIRCULAR, _notices.c.circular_id == circular_id)
    place = (_notices.c.level, _notices.c.office_id)
    read = {
        (one.level, one.office_id): (int(one.sent), int(one.early))
        for one in session.execute(
            sa.select(*place, READ.label("sent"), READ_EARLY.label("early"))
            .select_from(WITH_READERS)
            .where(*of_it, _acknowledged.c.first_at.is_not(None))
            .group_by(*place)
        )
    }
    lines: dict[tuple[str, int | None], dict[NoticeState, int]] = {}
    for level, office_id, state, number in session.execute(
        sa.select(*place, _notices.c.state, sa.func.count()).where(*of_it).group_by(*place, _notices.c.state)
    ):
        lines.setdefault((level, office_id), {})[state] = int(number)
    names = _names(session, {office_id for _, office_id in lines if office_id is not None})
    order = list(Level)
    places = _places(session, row.id)
    told = tuple(
        StatementLine(Level(key[0]), key[1], own, lines[key], *read.get(key, (0, 0)), province, places.get(key))
        for key in sorted(lines, key=lambda key: (order.index(Level(key[0])), key[1] or 0))
        for own, province in (names.get(key[1], (None, None)),)
    )
    return Statement(row.planned, told)


def _places(session: Session, circular_id: int) -> Mapping[tuple[str, int | None], tuple[str, OfficeKind]]:
    """In whose place recipients were told by an office above, by their level and office."""
    gates = table_of(CircularOffice)
    skipped = {
        row.office_id: (row.name, row.kind)
        for row in session.execute(
            sa.select(gates.c.office_id, col(Office.name), col(Office.kind))
            .join(Office, col(Office.id) == gates.c.office_id)
            .where(gates.c.circular_id == circular_id, gates.c.in_place)
        )
    }
    if not skipped:
        return {}
    rows = session.execute(
        sa.select(_notices.c.level, _notices.c.office_id, sa.func.min(_notices.c.waits_for).label("gate"))
        .where(IS_OF_CIRCULAR, _notices.c.circular_id == circular_id, _notices.c.waits_for.in_(tuple(skipped)))
        .group_by(_notices.c.level, _notices.c.office_id)
    )
    return {(row.level, row.office_id): skipped[row.gate] for row in rows}


def _names(session: Session, offices: Collection[int]) -> Mapping[int | None, tuple[str | None, str | None]]:
    """The name of each office and of its province."""
    province = orm.aliased(Office)
    return {
        row[0]: (row[1], row[2])
        for row in session.execute(
            sa.select(col(Office.id), col(Office.name), col(province.name))
            .outerjoin(province, col(province.id) == col(Office.province_id))
            .where(col(Office.id).in_(tuple(offices)))
        )
    }


def record_taken(session: Session, by: Hat, circular_id: int, lines: int) -> None:
    """Somebody took the closing statement out of the house as a sheet."""
    audit.record(
        session,
        audit.AuditAct.SHEET_EXPORTED,
        by=by.person_id,
        hat=by.role_id,
        subject=f"circular:{circular_id}",
        details={"kind": "circular-statement", "rows": str(lines)},
    )


def close(session: Session, row: Circular) -> None:
    """Nothing is left to send: the figures, which make up the plan, enter the audit, and the author hears of them."""
    counted = figures(session, row.id)
    row.ended_at = now(session)
    if row.state is not CircularState.WITHDRAWN:
        row.state = CircularState.DONE
    session.flush()
    details = {state.value: str(counted.get(state, 0)) for state in _TOLD}
    found = sum(counted.values())
    row.unaccounted = row.planned - found
    session.flush()
    read = acknowledged(session, row.id)
    audit.record(
        session,
        audit.AuditAct.CIRCULAR_CLOSED,
        by=None,
        hat=None,
        subject=f"circular:{row.id}",
        details={
            "planned": str(row.planned),
            **details,
            "acknowledged": str(read.sent),
            "read-early": str(read.early),
            "balanced": "no" if row.unaccounted else "yes",
        },
    )
    notices.owe(
        session,
        row.author_id,
        NoticeKind.CIRCULAR_ENDED,
        {
            "circular": row.id,
            "number": row.number,
            "planned": row.planned,
            "found": found,
            **{state.value: counted.get(state, 0) for state in _TOLD},
        },
        key=f"circular-ended:{row.id}",
    )
    if row.unaccounted:
        _raise_alarm(session, row, found)


def _raise_alarm(session: Session, row: Circular, found: int) -> None:
    """The figures do not make up the plan, which must not be: whoever operates Behinyar hears it, and the log."""
    facts: dict[str, str | int] = {"circular": row.id, "number": row.number, "planned": row.planned, "found": found}
    for hat in worn(session, col(Role.kind) == RoleKind.OPERATOR):
        key = f"circular-unbalanced:{row.id}:{hat.person_id}"
        notices.owe(session, hat.person_id, NoticeKind.CIRCULAR_UNBALANCED, facts, key)
    session.info.setdefault(UNBALANCED, []).append(facts)


def unbalanced(session: Session) -> int:
    """How many closed circulars have figures that do not make up their plan."""
    counted: int = session.execute(sa.select(sa.func.count()).select_from(Circular).where(IS_UNBALANCED)).scalar_one()
    return counted


_TOLD: Final = (
    NoticeState.SENT,
    NoticeState.PARKED,
    NoticeState.REFUSED,
    NoticeState.UNCERTAIN,
    NoticeState.WITHDRAWN,
)
