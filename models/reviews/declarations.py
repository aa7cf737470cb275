"""Declaring a conflict of interest and lifting one: by whoever decides, by the unit's owner, by the county."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, notices, organisations
from models.clock import now
from models.organisations import Deed, Hat, Office, Role, RoleKind, may, reaches
from models.people import Person
from models.reviews.conflicts import Conflict, Interest
from models.reviews.gate import admitted
from models.reviews.permissions import Action
from models.snapshots import Subject
from models.units import LIVE, Unit
from models.values.problem import Problem
from models.values.text import free_text
from models.vault import vault

MOST_REASON: Final = 200
"""Characters of an owner's reason."""


class ConflictProblem(StrEnum):
    """Why a conflict of interest is not declared or not lifted."""

    NOT_YOURS = "conflict-not-yours"
    """It is no matter of this person's, or it is lifted already."""
    NO_SUCH_APPROVER = "conflict-no-such-approver"
    """Whoever was named decides nothing about this unit (any more)."""
    LIFTED = "conflict-lifted"
    """``at``, ``office``: the county office looked at it and lifted it; it is not declared again by the owner."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An approver of the unit's union, as its owner may name one; ``name`` is None where none was given."""

    person_id: int
    name: str | None


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A declared conflict. ``about``: the name of whoever steps aside; ``reason`` is the owner's, for the county alone.

    ``by_owner``: the unit's owner said so; otherwise whoever steps aside.
    """

    id: int
    unit_id: int
    title: str
    union: str
    about: str | None
    interest: Interest
    by_owner: bool
    reason: str | None
    declared_at: datetime


@dataclass(frozen=True, slots=True)
class Conflicts:
    """A page of declared conflicts, oldest first; ``next`` is the id after which the following page begins."""

    items: tuple[ConflictView, ...]
    next: int | None


def step_aside(session: Session, hat: Hat, subject: Subject, revision: int, interest: Interest) -> int | Problem:
    """Whoever would decide declares an interest in the unit: from now on somebody else decides. The conflict's id."""
    case = admitted(session, hat, subject, revision, Action.STEP_ASIDE)
    if isinstance(case, Problem):
        return case
    row = Conflict(
        unit_id=case.unit_id,
        union_id=case.union_id,
        person_id=hat.person_id,
        interest=interest,
        declared_by=hat.person_id,
        role_id=hat.role_id,
        declared_at=now(session),
    )
    return _declared(session, row)


def candidates(session: Session, owner_id: int, unit_id: int) -> tuple[Candidate, ...] | Problem:
    """The approvers of the union of the owner's unit whom the owner may name as rivals: not those named already."""
    unit = _own(session, owner_id, unit_id)
    if unit is None:
        return Problem(ConflictProblem.NOT_YOURS)
    named = sa.select(col(Conflict.person_id)).where(
        col(Conflict.unit_id) == unit_id, col(Conflict.lifted_at).is_(None)
    )
    rows = session.execute(
        sa.select(col(Role.person_id), col(Person.name_sealed))
        .join(Person, col(Person.id) == col(Role.person_id))
        .where(
            col(Role.office_id) == unit.union_id,
            col(Role.kind) == RoleKind.UNION_APPROVER,
            col(Role.revoked_at).is_(None),
            col(Role.person_id) != owner_id,
            col(Role.person_id).not_in(named),
        )
        .order_by(col(Role.id))
    ).all()
    safe = vault(session)
    return tuple(Candidate(person_id, None if sealed is None else safe.open(sealed)) for person_id, sealed in rows)


def name_rival(session: Session, owner_id: int, unit_id: int, person_id: int, reason: str) -> int | Problem:
    """The owner declares an approver of the union a rival, with a reason that the county alone reads.

    It holds at once; the county's officers hear of it and may lift it. The conflict's id.
    """
    found = candidates(session, owner_id, unit_id)
    if isinstance(found, Problem):
        return found
    lifted = session.execute(
        sa.select(col(Conflict.lifted_at), col(Office.name))
        .join(Role, col(Role.id) == col(Conflict.lifted_role_id))
        .join(Office, col(Office.id) == col(Role.office_id))
        .where(
            col(Conflict.unit_id) == unit_id,
            col(Conflict.person_id) == person_id,
            col(Conflict.declared_by) == owner_id,
        )
        .limit(1)
    ).one_or_none()
    if lifted is not None:
        return Problem(ConflictProblem.LIFTED, {"at": lifted[0], "office": lifted[1]})
    named = next((one for one in found if one.person_id == person_id), None)
    if named is None:
        return Problem(ConflictProblem.NO_SUCH_APPROVER)
    words = free_text(reason, most=MOST_REASON)
    if isinstance(words, Problem):
        return words
    unit = session.get_one(Unit, unit_id)
    row = Conflict(
        unit_id=unit_id,
        union_id=unit.union_id,
        person_id=person_id,
        interest=Interest.RIVAL,
        reason_sealed=vault(session).seal(words),
        declared_by=owner_id,
        declared_at=now(session),
    )
    conflict_id = _declared(session, row)
    union, county_id = session.execute(
        sa.select(col(Office.name), col(Office.parent_id)).where(col(Office.id) == unit.union_id)
    ).one()
    facts: dict[str, str | int] = {
        "title": unit.title,
        "union": union,
        "about": named.name or "",
        "reason": words,
        "conflict": conflict_id,
    }
    for officer in organisations.officers(session, county_id, RoleKind.COUNTY_OFFICER):
        key = f"conflict-declared:{conflict_id}:{officer.person_id}"
        told = {**facts, "role": officer.role_id}
        notices.owe(session, officer.person_id, notices.NoticeKind.CONFLICT_DECLARED, told, key)
    return conflict_id


def lift(session: Session, person_id: int, role_id: int, conflict_id: int) -> ConflictView | Problem:
    """A conflict no longer holds: its declarer takes it back, or the county's officer lifts it and the declarer hears.

    ``role_id`` is 0 for the unit's owner, who wears no hat. What it was.
    """
    row = session.get(Conflict, conflict_id, with_for_update=True, populate_existing=True)
    if row is None or row.lifted_at is not None:
        return Problem(ConflictProblem.NOT_YOURS)
    live = organisations.hat(session, person_id, role_id) if role_id else None
    if isinstance(live, Problem):
        return live
    own = row.declared_by == person_id and (row.role_id is None) == (live is None)
    if not own and (live is None or not _officer_of(session, live, row)):
        return Problem(ConflictProblem.NOT_YOURS)
    (found,) = _views(session, col(Conflict.id) == conflict_id, reasons=not own)
    row.lifted_at, row.lifted_by, row.lifted_role_id = now(session), person_id, None if own else role_id
    audit.record(
        session,
        audit.AuditAct.CONFLICT_LIFTED,
        by=person_id,
        hat=role_id or None,
        subject=f"unit:{row.unit_id}",
        details={"conflict": str(row.id), "about": str(row.person_id)},
    )
    if not own and live is not None:
        facts: dict[str, str | int] = {"title": found.title, "office": live.office_name, "about": found.about or ""}
        facts |= {"unit": row.unit_id if found.by_owner else 0}
        key = f"conflict-lifted:{row.id}"
        notices.owe(session, row.declared_by, notices.NoticeKind.CONFLICT_LIFTED, facts, key)
    session.flush()
    return found


def conflict(session: Session, hat: Hat, conflict_id: int) -> ConflictView | Problem:
    """One conflict that holds, as the county's officer sees it, with the owner's reason; or as its declarer."""
    live = organisations.hat(session, hat.person_id, hat.role_id)
    row = session.get(Conflict, conflict_id)
    if isinstance(live, Problem) or row is None or row.lifted_at is not None:
        return Problem(ConflictProblem.NOT_YOURS)
    officer = _officer_of(session, live, row)
    if not officer and (row.declared_by != live.person_id or row.role_id is None):
        return Problem(ConflictProblem.NOT_YOURS)
    (found,) = _views(session, col(Conflict.id) == conflict_id, reasons=officer)
    return found


def conflicts_page(session: Session, hat: Hat, after: int = 0, limit: int = 6) -> Conflicts | Problem:
    """The conflicts that hold, oldest first: of the county for its officer; for whoever decides those of their own."""
    live = organisations.hat(session, hat.person_id, hat.role_id)
    if isinstance(live, Problem):
        return Problem(ConflictProblem.NOT_YOURS)
    officer = reaches(live, Deed.LIFT_CONFLICT) is not None
    if officer:
        unions = sa.select(col(Office.id)).where(organisations.covers(live, Deed.LIFT_CONFLICT))
        mine: sa.ColumnElement[bool] = col(Conflict.union_id).in_(unions)
    elif reaches(live, Deed.REVIEW) is not None or reaches(live, Deed.REVIEW_IN_PLACE) is not None:
        mine = sa.and_(col(Conflict.person_id) == live.person_id, col(Conflict.role_id) == live.role_id)
    else:
        return Problem(ConflictProblem.NOT_YOURS)
    found = _views(session, sa.and_(mine, col(Conflict.id) > after), reasons=officer, limit=limit + 1)
    return Conflicts(found[:limit], found[limit - 1].id if len(found) > limit else None)


def own_conflicts(session: Session, owner_id: int, unit_id: int) -> tuple[ConflictView, ...] | Problem:
    """What the owner declared about the own unit and still holds; the reason is theirs and is shown to them."""
    if _own(session, owner_id, unit_id) is None:
        return Problem(ConflictProblem.NOT_YOURS)
    mine = sa.and_(
        col(Conflict.unit_id) == unit_id, col(Conflict.declared_by) == owner_id, col(Conflict.role_id).is_(None)
    )
    return _views(session, mine, reasons=True)


def _declared(session: Session, row: Conflict) -> int:
    session.add(row)
    session.flush()
    audit.record(
        session,
        audit.AuditAct.CONFLICT_DECLARED,
        by=row.declared_by,
        hat=row.role_id,
        subject=f"unit:{row.unit_id}",
        details={"conflict": str(row.id), "about": str(row.person_id), "interest": row.interest.value},
    )
    session.flush()
    return row.id


def _own(session: Session, owner_id: int, unit_id: int) -> Unit | None:
    unit = session.get(Unit, unit_id)
    return unit if unit is not None and unit.owner_id == owner_id and unit.state in LIVE else None


def _officer_of(session: Session, live: Hat, row: Conflict) -> bool:
    """Whether this officer may look at the conflict: not at one about themselves or the own unit."""
    if row.person_id in live.persons or not may(session, live, Deed.LIFT_CONFLICT, row.union_id):
        return False
    return session.get_one(Unit, row.unit_id).owner_id not in live.persons


def _views(
    session: Session, which: sa.ColumnElement[bool], *, reasons: bool, limit: int = 20
) -> tuple[ConflictView, ...]:
    """The conflicts that hold among these, oldest first."""
    rows = session.execute(
        sa.select(
            col(Conflict.id),
            col(Conflict.unit_id),
            col(Unit.title),
            col(Office.name),
            col(Person.name_sealed),
            col(Conflict.interest),
            col(Conflict.role_id),
            col(Conflict.reason_sealed),
            col(Conflict.declared_at),
        )
        .join(Unit, col(Unit.id) == col(Conflict.unit_id))
        .join(Office, col(Office.id) == col(Conflict.union_id))
        .join(Person, col(Person.id) == col(Conflict.person_id))
        .where(which, col(Conflict.lifted_at).is_(None))
        .order_by(col(Conflict.id))
        .limit(limit)
    ).all()
    safe = vault(session)

    def read(sealed: bytes | None) -> str | None:
        return None if sealed is None else safe.open(sealed)

    return tuple(
        ConflictView(
            id=row.id,
            unit_id=row.unit_id,
            title=row.title,
            union=row.name,
            about=read(row.name_sealed),
            interest=row.interest,
            by_owner=row.role_id is None,
            reason=read(row.reason_sealed) if reasons else None,
            declared_at=row.declared_at,
        )
        for row in rows
    )
