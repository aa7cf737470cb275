"""Saying that a circular was read."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models.circulars.records import Acknowledgement, Circular, CircularProblem, CircularState
from models.clock import now
from models.notices import Notice
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
    return Acknowledged(found.number, kept.first_at)


def acknowledged(session: Session, circular_id: int) -> int:
    """How many have acknowledged it."""
    counted: int = session.execute(
        sa.select(sa.func.count()).where(col(Acknowledgement.circular_id) == circular_id)
    ).scalar_one()
    return counted
