"""The named delegate of a unit: fills in its months for the owner and sees the unit's page and verdict. No more.

A delegate has a proven number of the own and is named by the owner's invitation. The registration is the owner's word
alone: a delegate hands none in, mends none, sees none of its numbers, and invites nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from models import audit, people
from models.clock import now
from models.columns import BigKey, UtcDateTime
from models.prepared import Prepared
from models.units.particulars import UnitProblem
from models.units.records import Unit, UnitCard, cards, cards_of_owner
from models.values.problem import Problem

_LIVE = sa.text("ended_at IS NULL")


class UnitDelegate(SQLModel, table=True):
    """Somebody whom a unit's owner lets fill in its months, until ``ended_at``."""

    __tablename__ = "unit_delegates"
    __table_args__ = (
        sa.Index(
            "uq_unit_delegates_live", "unit_id", "person_id", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE
        ),
        sa.Index("ix_unit_delegates_person_id", "person_id", sqlite_where=_LIVE, postgresql_where=_LIVE),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    unit_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id"), nullable=False))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    since: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    ended_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


@dataclass(frozen=True, slots=True)
class Delegate:
    """A unit's delegate as the owner sees one."""

    id: int
    unit_id: int
    person_id: int
    name: str
    since: datetime


def runs(session: Session, person_id: int, unit_id: int, owner_id: int | None = None) -> bool:
    """Whether this person is the unit's owner or its live delegate; ``owner_id`` where it is known already."""
    if owner_id is None:
        owner_id = session.execute(sa.select(col(Unit.owner_id)).where(col(Unit.id) == unit_id)).scalar_one_or_none()
    if owner_id is None or owner_id == person_id:
        return owner_id is not None
    return _live(session, person_id, unit_id) is not None


def _live(session: Session, person_id: int, unit_id: int) -> int | None:
    found: int | None = session.execute(
        sa.select(col(UnitDelegate.id)).where(
            col(UnitDelegate.unit_id) == unit_id,
            col(UnitDelegate.person_id) == person_id,
            col(UnitDelegate.ended_at).is_(None),
        )
    ).scalar_one_or_none()
    return found


_read_filled_in: Final = Prepared(
    sa.select(col(UnitDelegate.unit_id)).where(
        col(UnitDelegate.person_id) == sa.bindparam("person"), col(UnitDelegate.ended_at).is_(None)
    )
)


def my_units(session: Session, person_id: int) -> tuple[UnitCard, ...]:
    """The person's own units, rejected ones too, and those whose delegate the person is; the earliest first."""
    session.flush()
    # As a list of few: a condition on another table's rows makes PostgreSQL read all units.
    others = [unit_id for (unit_id,) in _read_filled_in.rows(session, person=person_id)]
    if not others:
        return cards_of_owner(session, person_id)
    return cards(session, sa.or_(col(Unit.owner_id) == person_id, col(Unit.id).in_(others)))


def fills_in(session: Session, person_id: int, union_id: int) -> bool:
    """Whether this person is a delegate of any unit of this union."""
    found = session.execute(
        sa.select(col(UnitDelegate.id))
        .join(Unit, col(Unit.id) == col(UnitDelegate.unit_id))
        .where(
            col(UnitDelegate.person_id) == person_id,
            col(UnitDelegate.ended_at).is_(None),
            col(Unit.union_id) == union_id,
        )
        .limit(1)
    )
    return found.first() is not None


def delegates_of(session: Session, unit_ids: Iterable[int]) -> Mapping[int, tuple[int, ...]]:
    """The persons who fill in the months of these units, by unit; one statement. Units without any are left out."""
    found: dict[int, tuple[int, ...]] = {}
    for unit_id, person_id in session.execute(
        sa.select(col(UnitDelegate.unit_id), col(UnitDelegate.person_id))
        .where(col(UnitDelegate.unit_id).in_(tuple(unit_ids)), col(UnitDelegate.ended_at).is_(None))
        .order_by(col(UnitDelegate.id))
    ):
        found[unit_id] = (*found.get(unit_id, ()), person_id)
    return found


def delegates(session: Session, person_id: int, unit_id: int) -> tuple[Delegate, ...] | Problem:
    """The live delegates of the person's own unit, the earliest first."""
    owner = session.execute(sa.select(col(Unit.owner_id)).where(col(Unit.id) == unit_id)).scalar_one_or_none()
    if owner != person_id:
        return Problem(UnitProblem.NOT_YOURS)
    rows = session.execute(
        sa.select(col(UnitDelegate.id), col(UnitDelegate.person_id), col(UnitDelegate.since))
        .where(col(UnitDelegate.unit_id) == unit_id, col(UnitDelegate.ended_at).is_(None))
        .order_by(col(UnitDelegate.id))
    ).all()
    names = people.known_as(session, (row.person_id for row in rows))
    return tuple(Delegate(row.id, unit_id, row.person_id, names[row.person_id], row.since) for row in rows)


def add_delegate(session: Session, person_id: int, unit_id: int) -> int:
    """This person is the unit's delegate from now on; whoever calls has checked the owner's invitation."""
    row = UnitDelegate(unit_id=unit_id, person_id=person_id, since=now(session))
    session.add(row)
    session.flush()
    audit.record(
        session,
        audit.AuditAct.DELEGATE_ADDED,
        by=person_id,
        hat=None,
        subject=f"unit:{unit_id}",
        details={"person": str(person_id)},
    )
    return row.id


def end_delegate(session: Session, by: int, unit_id: int, person_id: int) -> int | Problem:
    """The owner takes the unit out of the delegate's hands, or the delegate lays it down; works at once."""
    owner = session.execute(sa.select(col(Unit.owner_id)).where(col(Unit.id) == unit_id)).scalar_one_or_none()
    live = _live(session, person_id, unit_id)
    if live is None or by not in (owner, person_id):
        return Problem(UnitProblem.NOT_YOURS)
    session.execute(sa.update(UnitDelegate).where(col(UnitDelegate.id) == live).values(ended_at=now(session)))
    audit.record(
        session,
        audit.AuditAct.DELEGATE_ENDED,
        by=by,
        hat=None,
        subject=f"unit:{unit_id}",
        details={"person": str(person_id)},
    )
    return live
