"""In the union's place: when the county, then the province may decide, and why.

A union that has no access yet, that stays silent beyond the days of the dated rule (``fallback-county-days``,
``fallback-province-days``), or in which nobody is free of a conflict of interest. The days run by the calendar from the
submission on; no case of order registration ever starts or shortens them (60/310637 asks for no referral).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import letters, organisations
from models.clock import now
from models.letters import Citation, Rule, RuleKey, RuleRow, Setting
from models.organisations import Deed, Hat, Office, OfficeKind, RoleKind, may, reaches
from models.reviews import conflicts
from models.reviews.permissions import Actor
from models.reviews.problems import ReviewProblem
from models.reviews.records import Ground
from models.units import Unit, runs
from models.values.jalali import TEHRAN, tehran_date
from models.values.problem import Problem


@dataclass(frozen=True, slots=True)
class InPlace:
    """That an office decides in the union's place. ``days`` of the rule, ``source`` of the rule (or the setting)."""

    ground: Ground
    union: str
    days: int
    source: Citation | Setting


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is to a submission now; ``in_place`` when an office above the union decides."""

    actor: Actor
    in_place: InPlace | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission, as far as it matters who decides on it. ``waits``: it is not decided."""

    unit_id: int
    union_id: int
    owner_id: int
    submitted_at: datetime
    waits: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """Unions whose submissions from before an instant (None: all) are an office's to decide."""

    unions: tuple[int, ...]
    before: datetime | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What is an office's to decide now: of which unions, and the units in which nobody else is free to decide."""

    opened: tuple[Opened, ...]
    units: tuple[int, ...]


RULES: Final[Mapping[RoleKind, RuleKey]] = {
    RoleKind.COUNTY_OFFICER: RuleKey.COUNTY_DAYS,
    RoleKind.PROVINCIAL_OFFICER: RuleKey.PROVINCE_DAYS,
}
"""Who may act in a union's place, and after how many days."""
_ACTORS: Final = {
    RoleKind.COUNTY_OFFICER: Actor.COUNTY_IN_PLACE,
    RoleKind.PROVINCIAL_OFFICER: Actor.PROVINCE_IN_PLACE,
}


def union_has_access(session: Session, union_id: int) -> bool:
    """Whether the union can decide at all: somebody approves for it."""
    return bool(session.execute(sa.select(_has_access(union_id))).scalar_one())


def _has_access(union: object) -> sa.ColumnElement[bool]:
    """The same as a condition on a column."""
    return conflicts.held(RoleKind.UNION_APPROVER, union)


def standing(session: Session, live: Hat, case: Submission) -> Standing | Problem:
    """What the wearer of a live hat is to this submission; or why nothing can be done with it in this hat."""
    if may(session, live, Deed.REVIEW, case.union_id):
        return _aside(session, live, case) or Standing(Actor.APPROVER)
    if reaches(live, Deed.REVIEW) is not None:
        return Standing(Actor.OTHER_APPROVER)
    if reaches(live, Deed.REVIEW_IN_PLACE) is None:
        return Standing(Actor.STRANGER)
    if not may(session, live, Deed.REVIEW_IN_PLACE, case.union_id):
        return Standing(Actor.OTHER_APPROVER)
    aside = _aside(session, live, case)
    if aside is not None:
        return aside
    turn = _turn(session, live, case) if case.waits else None
    return turn if isinstance(turn, Problem) else Standing(_ACTORS[live.kind], turn)


def _aside(session: Session, live: Hat, case: Submission) -> Problem | None:
    if any(runs(session, one, case.unit_id, case.owner_id) for one in live.persons):
        return Problem(ReviewProblem.OWN_UNIT)
    declared = conflicts.holds(session, case.unit_id, live.persons)
    return Problem(ReviewProblem.CONFLICT) if declared else None


def _turn(session: Session, live: Hat, case: Submission) -> InPlace | Problem:
    where_it_lies = sa.select(col(Office.name), col(Office.parent_id)).where(col(Office.id) == case.union_id)
    union, county_id = session.execute(where_it_lies).one()
    today = tehran_date(now(session))
    key = RULES[live.kind]
    rule = letters.rule(session, key, case.union_id, today)
    where = (case.unit_id, case.owner_id)
    union_has, union_free, county_has, county_free = session.execute(
        sa.select(
            _has_access(case.union_id),
            conflicts.held_freely(RoleKind.UNION_APPROVER, case.union_id, *where),
            conflicts.held(RoleKind.COUNTY_OFFICER, county_id),
            conflicts.held_freely(RoleKind.COUNTY_OFFICER, county_id, *where),
        )
    ).one()
    of_county = live.kind is RoleKind.COUNTY_OFFICER
    if union_has and not union_free and (of_county or not county_free):
        # Somebody must decide: no rule takes that away, and none is named.
        return InPlace(Ground.CONFLICT, union, 0, Setting(None, None, default=True))
    if rule.number == 0:
        return Problem(ReviewProblem.NOT_IN_PLACE, {"union": union, "rule": key})
    opens = tehran_date(case.submitted_at) + timedelta(days=rule.number)
    if today < opens and (union_has or (county_has and not of_county)):
        values = {"union": union, "from": opens, "rule": key, "days": rule.number}
        return Problem(ReviewProblem.TOO_EARLY, values)
    ground = Ground.SILENT if union_free else Ground.CONFLICT if union_has else Ground.NO_ACCESS
    return InPlace(ground, union, rule.number, rule.source)


def below(live: Hat) -> sa.Select[int]:
    """The unions below a county or a province."""
    return sa.select(col(Office.id)).where(
        col(Office.kind) == OfficeKind.UNION, organisations.covers(live, Deed.REVIEW_IN_PLACE)
    )


def turn_of(session: Session, live: Hat) -> Turn:
    """What this officer's office decides on now, looked up once for pages and counts."""
    return Turn(opened(session, live), in_conflict(session, live))


def opened(session: Session, live: Hat) -> tuple[Opened, ...]:
    """The unions below whose submissions are this office's to decide, by the instant from before which they are."""
    today = tehran_date(now(session))
    heard = _has_access(col(Office.id))
    if live.kind is RoleKind.PROVINCIAL_OFFICER:
        heard = sa.or_(heard, conflicts.held(RoleKind.COUNTY_OFFICER, col(Office.parent_id)))
    rows = session.execute(
        sa.select(col(Office.id), col(Office.parent_id), col(Office.province_id), heard).where(
            col(Office.kind) == OfficeKind.UNION, organisations.covers(live, Deed.REVIEW_IN_PLACE)
        )
    ).all()
    days = _days(session, RULES[live.kind], ((row[0], row[1], row[2]) for row in rows), today)
    groups: dict[datetime | None, list[int]] = {}
    for union_id, _, _, answered in rows:
        if days[union_id]:
            before = _start_of(today - timedelta(days=days[union_id] - 1)) if answered else None
            groups.setdefault(before, []).append(union_id)
    return tuple(Opened(tuple(unions), before) for before, unions in groups.items())


def in_conflict(session: Session, live: Hat) -> tuple[int, ...]:
    """The units below that nobody in their union is free to decide on, and that fall to this office at once."""
    unions = below(live)
    where = (col(Unit.union_id), col(Unit.id), col(Unit.owner_id))
    query = sa.select(col(Unit.id)).where(
        col(Unit.id).in_(conflicts.concerned(unions)),
        _has_access(col(Unit.union_id)),
        ~conflicts.held_freely(RoleKind.UNION_APPROVER, *where),
    )
    if live.kind is RoleKind.PROVINCIAL_OFFICER:
        query = query.join(Office, col(Office.id) == col(Unit.union_id)).where(
            ~conflicts.held_freely(RoleKind.COUNTY_OFFICER, col(Office.parent_id), *where[1:])
        )
    return tuple(session.execute(query).scalars())


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time(), TEHRAN)


def _days(
    session: Session, key: RuleKey, unions: Iterable[tuple[int, int | None, int | None]], today: date
) -> dict[int, int]:
    """The days of the rule for each union; unions under the same rules are looked up once."""
    scopes = set(session.execute(sa.select(col(RuleRow.scope_id)).where(col(RuleRow.key) == key).distinct()).scalars())
    found: dict[tuple[int, ...], Rule] = {}
    days: dict[int, int] = {}
    for line in unions:
        chain = tuple(office for office in line if office in scopes and office is not None)
        if chain not in found:
            found[chain] = letters.rule(session, key, line[0], today)
        days[line[0]] = found[chain].number
    return days
