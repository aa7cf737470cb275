"""Saying that a circular was read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models.circulars.addressees import drop
from models.circulars.records import Acknowledgement, Circular, CircularProblem, CircularState
from models.clock import now
from models.columns import table_of
from models.notices import Notice, NoticeKind, NoticeState
from models.values.problem import Problem


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What was acknowledged, and since when it is."""

    number: str
    at: datetime


def acknowledge(session: Session, person_id: int, circular_id: int) -> Acknowledged | Problem:
    """A recipient has read the circular; saying so again changes nothing."""
    found = session.execute(
        sa.select(col(Circular.number), col(Circular.state))
        .join(Notice, col(Notice.circular_id) == col(Circular.id))
        .where(col(Circular.id) == circular_id, col(Notice.person_id) == person_id)
    ).one_or_none()
    if found is None:
        return Problem(CircularProblem.UNKNOWN)
    if found.state is CircularState.WITHDRAWN:
        return Problem(CircularProblem.TAKEN_BACK)
    kept = session.exec(
        select(Acknowledgement).where(
            Acknowledgement.circular_id == circular_id, Acknowledgement.person_id == person_id
        )
    ).one_or_none()
    if kept is None:
        kept = Acknowledgement(circular_id=circular_id, person_id=person_id, first_at=now(session))
        session.add(kept)
        session.flush()
        drop(session, circular_id, (NoticeKind.CIRCULAR_REMINDER,), person=person_id)
    return Acknowledged(found.number, kept.first_at)


@dataclass(frozen=True, slots=True)
class Readers:
    """How many have acknowledged a circular: of those to whom it was sent, and ``early`` ones to whom it was not.

    The latter read it in the library before it came, or although it did not come or nobody knows whether it did.
    """

    sent: int = 0
    early: int = 0


_notices: Final = table_of(Notice)
_acknowledged: Final = table_of(Acknowledgement)
WITH_READERS: Final = _notices.outerjoin(
    _acknowledged,
    sa.and_(_acknowledged.c.circular_id == _notices.c.circular_id, _acknowledged.c.person_id == _notices.c.person_id),
)
"""Recipients, each with what that person has acknowledged."""
READ: Final = sa.func.count(sa.case((_notices.c.state == NoticeState.SENT, _acknowledged.c.first_at)))
READ_EARLY: Final = sa.func.count(sa.case((_notices.c.state != NoticeState.SENT, _acknowledged.c.first_at)))
"""Of recipients: who were sent it and have acknowledged it, and who have without its having been sent."""
_readers: Final = (
    sa.select(READ, READ_EARLY)
    .select_from(
        _acknowledged.join(
            _notices,
            sa.and_(
                sa.text("notices.circular_id IS NOT NULL"),
                _notices.c.circular_id == _acknowledged.c.circular_id,
                _notices.c.person_id == _acknowledged.c.person_id,
            ),
        )
    )
    .where(_acknowledged.c.circular_id == sa.bindparam("circular"))
)


def acknowledged(session: Session, circular_id: int) -> Readers:
    """How many have acknowledged it."""
    sent, early = session.execute(_readers, {"circular": circular_id}).one()
    return Readers(int(sent), int(early))
