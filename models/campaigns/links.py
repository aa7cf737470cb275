"""A union's invitation: the code that its link carries, who opened it, and what it finds with them.

The code is the union's number with two check digits, so that a slip of the finger names no other union; it
never changes and may hang on a wall.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col

from models import organisations
from models.clock import now
from models.columns import UtcDateTime, enum_column
from models.organisations import OfficeKind, OfficeView
from models.people import AccountKey, Messenger, Person
from models.units import ExpectedUnit, UnitCard, UnitState, came_by_link, my_units
from models.values.problem import Problem
from models.values.text import latin_digits, normalise

_MODULUS: Final = 97
_LEAST: Final = 6
_MOST: Final = 12


class LinkProblem(StrEnum):
    """Why an invitation leads nowhere."""

    UNKNOWN = "union-link-unknown"
    """No union has this code: it was altered or cut on its way, or the union is no more."""


class LinkOpening(SQLModel, table=True):
    """An account that opened a union's link before its number was proven; gone once it is. The last link counts."""

    __tablename__ = "link_openings"

    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), primary_key=True))
    account_id: int = Field(sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False))
    union_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False, index=True))
    opened_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class Invited:
    """What a union's invitation finds: the union and those above it, and the person's live units there."""

    lineage: tuple[OfficeView, ...]
    units: tuple[UnitCard, ...]
    serves: bool
    """The person has a role in this union, and most likely only tries the link."""

    @property
    def union(self) -> OfficeView:
        """The union itself."""
        return self.lineage[0]


def code_of(union_id: int) -> str:
    """The union's code: its number and two check digits, at least six digits."""
    check = _MODULUS + 1 - union_id * 100 % _MODULUS
    return f"{union_id * 100 + check:0{_LEAST}d}"


def like_a_code(typed: str) -> bool:
    """Whether this can be a union's code by its form and its check digits."""
    digits = latin_digits(normalise(typed)).replace(" ", "")
    return digits.isascii() and digits.isdigit() and _LEAST <= len(digits) <= _MOST and int(digits) % _MODULUS == 1


def union_of(session: Session, typed: str) -> int | Problem:
    """The union whose code this is, in whatever digits."""
    number = int(latin_digits(normalise(typed)).replace(" ", "")) // 100 if like_a_code(typed) else 0
    found = organisations.office(session, number) if number > 0 else None
    if not isinstance(found, OfficeView) or found.kind is not OfficeKind.UNION:
        return Problem(LinkProblem.UNKNOWN)
    return found.id


def open_link(session: Session, key: AccountKey, union_id: int) -> None:
    """An account whose number is not proven opened the link: remember it until then."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    opened = {"union_id": union_id, "opened_at": now(session)}
    session.execute(
        insert(LinkOpening)
        .values(messenger=key.messenger, account_id=key.account_id, **opened)
        .on_conflict_do_update(index_elements=["messenger", "account_id"], set_=opened)
    )


def opened_by(session: Session, key: AccountKey) -> int | None:
    """The union whose link this account had opened before its number was proven; asked once, then forgotten."""
    found: int | None = session.execute(
        sa.delete(LinkOpening)
        .where(col(LinkOpening.messenger) == key.messenger, col(LinkOpening.account_id) == key.account_id)
        .returning(col(LinkOpening.union_id))
        .execution_options(synchronize_session=False)
    ).scalar_one_or_none()
    return found


def accept_invitation(session: Session, person_id: int, union_id: int) -> Invited | Problem:
    """The person came by the union's link: they are expected there from now on, unless registered there already."""
    above = organisations.lineage(session, union_id)
    if not above or above[0].kind is not OfficeKind.UNION:
        return Problem(LinkProblem.UNKNOWN)
    live = tuple(
        unit
        for unit in my_units(session, person_id)
        if unit.union_id == union_id and unit.state is not UnitState.REJECTED
    )
    serves = any(worn.office_id == union_id for worn in organisations.hats(session, person_id))
    if not live and not serves:
        came_by_link(session, person_id, union_id)
    return Invited(above, live, serves)


def invited_to(session: Session, person_id: int) -> tuple[OfficeView, ...]:
    """The union (and those above it) whose link the person opened last and has not answered yet, or empty."""
    union_id = session.execute(
        sa.select(col(ExpectedUnit.union_id))
        .where(
            col(ExpectedUnit.phone_index) == _phone_index(person_id),
            col(ExpectedUnit.unit_id).is_(None),
            col(ExpectedUnit.came_at).is_not(None),
        )
        .order_by(col(ExpectedUnit.came_at).desc())
        .limit(1)
    ).scalar_one_or_none()
    return () if union_id is None else organisations.lineage(session, union_id)


def _phone_index(person_id: int) -> sa.ScalarSelect[str]:
    return sa.select(col(Person.phone_index)).where(col(Person.id) == person_id).scalar_subquery()
