"""A union's invitation: the code that its link carries, and what it finds with whoever opens it.

The code is the union's number with two check digits, so that a slip of the finger names no other union; it
never changes and may hang on a wall.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.organisations import OfficeKind, OfficeView
from models.people import Person
from models.units import ExpectedUnit, UnitCard, UnitState, came_by_link, my_units
from models.values.problem import Problem
from models.values.text import latin_digits, normalise

_MODULUS: Final = 97
_LEAST: Final = 6
_MOST: Final = 9
"""More digits than a union's number ever has; a mobile number is longer."""


class LinkProblem(StrEnum):
    """Why an invitation leads nowhere."""

    UNKNOWN = "union-link-unknown"
    """No union has this code: it was altered or cut on its way, or the union is no more."""


@dataclass(frozen=True, slots=True)
class Invited:
    """What a union's invitation finds: the union and those above it, and the person's live units there."""

    lineage: tuple[OfficeView, ...]
    units: tuple[UnitCard, ...]
    serves: bool
    """The person has a role in this union or above it, and most likely only tries the link."""

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


def accept_invitation(session: Session, person_id: int, union_id: int) -> Invited | Problem:
    """The person came by the union's link: they are expected there from now on, unless registered there already."""
    above = organisations.lineage(session, union_id)
    if not above or above[0].kind is not OfficeKind.UNION:
        return Problem(LinkProblem.UNKNOWN)
    live = tuple(
        unit
        for unit in my_units(session, person_id)
        if unit.owner_id == person_id and unit.union_id == union_id and unit.state is not UnitState.REJECTED
    )
    offices = {one.id for one in above}
    serves = any(worn.office_id in offices for worn in organisations.hats(session, person_id))
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
