"""«What it changes for you»: each rule that a circular changes, old and new, and whether it concerns this reader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import letters
from models.circulars import changes
from models.circulars.changes import Change
from models.circulars.library import IS_PUBLIC
from models.circulars.records import Circular, CircularProblem
from models.letters import CircularClause, Citation, Rule, RuleBook, RuleKey, RuleRow
from models.organisations import Office, OfficeKind, RoleKind, hats
from models.organisations.offices import NATIONAL
from models.units import my_units
from models.units.records import LIVE
from models.values.problem import Problem


class Concern(StrEnum):
    """Whether a change concerns somebody; told by the message ``change-concern-<concern>``."""

    YOURS = "yours"
    """It holds in a place of theirs (``place``)."""
    OTHERWISE = "otherwise"
    """In their place another setting holds, which is nearer or came later (``Effect.instead``)."""
    ELSEWHERE = "elsewhere"
    """Their units and offices lie outside its territory."""
    OTHERS = "others"
    """It is about the work of other roles, or they have neither unit nor role."""
    TAKEN_BACK = "taken-back"
    """The circular was withdrawn before the rule began: it never did."""


_OWNERS: Final = frozenset(
    {
        RuleKey.CAMPAIGN_DAYS,
        RuleKey.CAMPAIGN_REMINDERS,
        RuleKey.ENTRY_DAY,
        RuleKey.GRACE_UNTIL,
        RuleKey.HISTORY_COUNTS,
        RuleKey.WINDOW,
        RuleKey.NEEDED,
        RuleKey.COUNTS_WAITING,
        RuleKey.REMINDER_DAYS,
        RuleKey.REVIEW_DAYS,
        RuleKey.COUNTY_DAYS,
        RuleKey.PROVINCE_DAYS,
        RuleKey.RISK_MONTHS,
        RuleKey.TICKET_DAYS,
        RuleKey.TICKET_REOPEN_DAYS,
        RuleKey.TICKETS_WAITING,
    }
)
"""What units feel; every rule is felt in offices, these of experts alone aside."""
_EXPERTS: Final = frozenset({RuleKey.WINDOW, RuleKey.NEEDED, RuleKey.COUNTS_WAITING, RuleKey.RISK_MONTHS})


@dataclass(frozen=True, slots=True)
class Effect:
    """One change as a reader sees it. ``old``: the rule without it, in the reader's place where it concerns them."""

    change: Change
    scope: str | None
    scope_kind: OfficeKind | None
    old: Rule
    concern: Concern
    place: str | None = None
    place_kind: OfficeKind | None = None
    instead: Rule | None = None


@dataclass(frozen=True, slots=True)
class Effects:
    """All that a circular changes, for a reader; ``number`` of the circular."""

    number: str
    told: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody is: the office (of a unit its union), as what (None: as a unit), and what it is called."""

    office_id: int
    role: RoleKind | None
    name: str
    kind: OfficeKind | None = None

    def feels(self, key: RuleKey) -> bool:
        """Whether a rule is about what is done there."""
        if self.role is None:
            return key in _OWNERS
        return key in _EXPERTS or self.role is not RoleKind.ORDER_EXPERT


def effects(session: Session, person_id: int, circular_id: int) -> Effects | Problem:
    """What a public circular changes, for this reader; as many statements for one rule as for all."""
    row = session.execute(sa.select(Circular).where(col(Circular.id) == circular_id, IS_PUBLIC)).scalar_one_or_none()
    if row is None:
        return Problem(CircularProblem.UNKNOWN)
    told = changes.of_circular(row)
    if not told:
        return Effects(row.number, ())
    office = session.get_one(Office, row.office_id)
    scope_id = None if office.kind in NATIONAL else office.id
    whole_country = scope_id is None
    places = _places(session, person_id)
    books = letters.rule_books(session, {place.office_id for place in places} | {row.office_id})
    rows = session.execute(
        sa.select(col(RuleRow.key), col(RuleRow.valid_from)).where(
            col(RuleRow.key).in_({one.rule for one in told}), col(RuleRow.clause).startswith(f"C{row.id}/")
        )
    ).all()
    set_by_it = {(key, begins) for key, begins in rows}
    found = []
    for one in told:
        felt = [place for place in places if place.feels(one.rule)]
        near = [place for place in felt if books[place.office_id].lies_in(scope_id)]
        effect = Effect(
            one,
            None if whole_country else office.name,
            None if whole_country else office.kind,
            books[row.office_id].rule(one.rule, one.begins, without=row.id),
            Concern.ELSEWHERE if felt else Concern.OTHERS,
        )
        if (one.rule, one.begins) not in set_by_it:
            effect = replace(effect, concern=Concern.TAKEN_BACK)
        elif near:
            effect = _near(effect, near, books, row.id)
        found.append(effect)
    return Effects(row.number, tuple(found))


def _near(effect: Effect, near: Sequence[_Place], books: Mapping[int, RuleBook], circular_id: int) -> Effect:
    """In the first of these places in which it holds; else what holds in the first of them instead."""
    key, begins = effect.change.rule, effect.change.begins
    for place in near:
        if _is_of(books[place.office_id].rule(key, begins), circular_id):
            old = books[place.office_id].rule(key, begins, without=circular_id)
            return replace(effect, concern=Concern.YOURS, place=place.name, place_kind=place.kind, old=old)
    first = near[0]
    instead = books[first.office_id].rule(key, begins)
    return replace(effect, concern=Concern.OTHERWISE, place=first.name, place_kind=first.kind, instead=instead)


def _is_of(rule: Rule, circular_id: int) -> bool:
    clause = rule.source.clause if isinstance(rule.source, Citation) else None
    return isinstance(clause, CircularClause) and clause.circular == circular_id


def _places(session: Session, person_id: int) -> tuple[_Place, ...]:
    units = [_Place(unit.union_id, None, unit.title) for unit in my_units(session, person_id) if unit.state in LIVE]
    return (
        *units,
        *(_Place(hat.office_id, hat.kind, hat.office_name, hat.office_kind) for hat in hats(session, person_id)),
    )
