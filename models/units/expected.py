"""Who is expected to register with a union: on the union's list, come by its link, or half-way through the form."""

from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col

from models.clock import now
from models.columns import BigKey, UtcDateTime
from models.people import Person

IS_MISSING: Final = sa.text("unit_id IS NULL")
"""The condition of the index of those who are missing, written out so that the planner sees that it fits."""


class ExpectedUnit(SQLModel, table=True):
    """One phone number that is expected with one union; ``unit_id`` once a unit is registered with it.

    A number that nobody has proven belongs to nobody yet: the person is found by the number's digest. ``title`` is the
    trade's name as the union wrote it.
    """

    __tablename__ = "expected_units"
    __table_args__ = (
        sa.UniqueConstraint("union_id", "phone_index"),
        sa.CheckConstraint(
            "listed_at IS NOT NULL OR came_at IS NOT NULL OR chosen_at IS NOT NULL", name="known_somehow"
        ),
        sa.Index("ix_expected_units_missing", "union_id", "id", sqlite_where=IS_MISSING, postgresql_where=IS_MISSING),
        sa.Index("ix_expected_units_phone_index", "phone_index"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    union_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    phone_index: str = Field(max_length=80)
    phone_sealed: bytes
    title_sealed: bytes | None = None
    listed_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    came_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    chosen_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    unit_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id")))


def came_by_link(session: Session, person_id: int, union_id: int) -> None:
    """The person opened the union's link."""
    _expect(session, person_id, union_id, "came_at")


def chose_union(session: Session, person_id: int, union_id: int) -> None:
    """The person named this union in the form of a registration; the one that was named before is forgotten."""
    others = sa.and_(
        col(ExpectedUnit.phone_index) == _index_of(person_id),
        col(ExpectedUnit.union_id) != union_id,
        col(ExpectedUnit.unit_id).is_(None),
        col(ExpectedUnit.chosen_at).is_not(None),
    )
    known = sa.or_(col(ExpectedUnit.listed_at).is_not(None), col(ExpectedUnit.came_at).is_not(None))
    session.execute(sa.delete(ExpectedUnit).where(others, sa.not_(known)))
    session.execute(sa.update(ExpectedUnit).where(others).values(chosen_at=None))
    _expect(session, person_id, union_id, "chosen_at")


def settle_expected(session: Session, person_id: int, union_id: int, unit_id: int) -> None:
    """The person registered a unit with this union.

    It is missing there no more, nor where a link alone had made it expected; another union's list still waits for it.
    """
    session.execute(
        sa.update(ExpectedUnit)
        .where(
            col(ExpectedUnit.phone_index) == _index_of(person_id),
            col(ExpectedUnit.unit_id).is_(None),
            sa.or_(col(ExpectedUnit.union_id) == union_id, col(ExpectedUnit.listed_at).is_(None)),
        )
        .values(unit_id=unit_id)
        .execution_options(synchronize_session=False)
    )


def _index_of(person_id: int) -> Any:
    return sa.select(col(Person.phone_index)).where(col(Person.id) == person_id).scalar_subquery()


def _expect(session: Session, person_id: int, union_id: int, how: str) -> None:
    index, sealed = session.execute(
        sa.select(col(Person.phone_index), col(Person.phone_sealed)).where(col(Person.id) == person_id)
    ).one()
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(
        insert(ExpectedUnit)
        .values(union_id=union_id, phone_index=index, phone_sealed=sealed, **{how: now(session)})
        .on_conflict_do_update(index_elements=["union_id", "phone_index"], set_={how: now(session)})
    )
