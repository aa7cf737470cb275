"""Standing in: the holder of a role is away until a day's end, and somebody else acts in the role meanwhile.

The stand-in is a colleague who holds the same role in the same office, or somebody invited. Acts of a stand-in bear the
stand-in's person and the absent one's role, so the trail shows who acted in whose place.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, letters, notices, people
from models.clock import now
from models.letters import RuleKey
from models.organisations import Hat, Office, OrganisationProblem, Role, RoleKind, hat, may_give
from models.organisations.roles import worn
from models.organisations.stand_ins import Absence, under_way
from models.values.jalali import tehran_date
from models.values.problem import Problem


class AbsenceProblem(StrEnum):
    """Why nobody can stand in so."""

    PAST = "absence-past"
    """``day``: the last day is over already."""
    TOO_FAR = "absence-too-far"
    """``day``, ``most`` (days), ``last``: the last day that can be named today."""
    BEGUN = "absence-begun"
    """``day``: the same role is stood in for until then; that ends first."""
    STANDS_IN = "absence-stands-in"
    """Who stands in for somebody names no further stand-in."""
    NO_COLLEAGUE = "absence-no-colleague"
    """The colleague does not hold the same role in the office (any more)."""
    COLLEAGUE_AWAY = "absence-colleague-away"
    """``name``, ``day``: the colleague is away until then."""
    OVER = "absence-over"
    """It has ended already."""


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """A role that is stood in for, until the end of ``last_day``; ``stand_in`` is empty while somebody is invited."""

    id: int
    role_id: int
    holder_id: int
    holder: str
    stand_in_id: int | None
    stand_in: str | None
    last_day: date
    kind: RoleKind
    office_id: int
    office: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who holds the same role in the same office."""

    role_id: int
    person_id: int
    name: str


def last_possible(session: Session, office_id: int) -> date:
    """The last day that an absence from today may have."""
    today = tehran_date(now(session))
    return today + timedelta(days=letters.rule(session, RuleKey.ABSENCE_DAYS, office_id, today).number)


def colleagues(session: Session, worn_hat: Hat) -> tuple[Colleague, ...]:
    """Who could stand in: the others who hold the same role in the same office, the earliest first."""
    found = worn(
        session,
        col(Role.office_id) == worn_hat.office_id,
        col(Role.kind) == worn_hat.kind,
        col(Role.person_id) != worn_hat.person_id,
    )
    names = people.known_as(session, (one.person_id for one in found))
    return tuple(Colleague(one.role_id, one.person_id, names[one.person_id]) for one in found)


def checked_day(session: Session, by: Hat, last_day: date) -> Hat | Problem:
    """The live hat, when its holder may be away until the end of this day; otherwise why not."""
    live = hat(session, by.person_id, by.role_id)
    if isinstance(live, Problem):
        return live
    if live.standing_in_for is not None:
        return Problem(AbsenceProblem.STANDS_IN)
    if last_day < tehran_date(now(session)):
        return Problem(AbsenceProblem.PAST, {"day": last_day})
    last = last_possible(session, live.office_id)
    if last_day > last:
        most = (last - tehran_date(now(session))).days
        return Problem(AbsenceProblem.TOO_FAR, {"day": last_day, "most": most, "last": last})
    begun = absence_of(session, live.role_id)
    return live if begun is None else Problem(AbsenceProblem.BEGUN, {"day": begun.last_day})


def begin_absence(session: Session, by: Hat, last_day: date, colleague_role: int | None) -> AbsenceView | Problem:
    """From now until the end of this day (Tehran) the colleague acts in this role too; the colleague is told.

    Without a colleague the absence waits for somebody invited; see ``invitations``.
    """
    session.execute(sa.select(col(Role.id)).where(col(Role.id) == by.role_id).with_for_update())
    live = checked_day(session, by, last_day)
    if isinstance(live, Problem):
        return live
    stand_in = None
    if colleague_role is not None:
        stand_in = next((one for one in colleagues(session, live) if one.role_id == colleague_role), None)
        if stand_in is None:
            return Problem(AbsenceProblem.NO_COLLEAGUE)
        away = absence_of(session, stand_in.role_id)
        if away is not None:
            return Problem(AbsenceProblem.COLLEAGUE_AWAY, {"name": stand_in.name, "day": away.last_day})
    at = now(session)
    session.execute(
        sa.update(Absence)
        .where(col(Absence.role_id) == live.role_id, col(Absence.ended_at).is_(None))
        .values(ended_at=at)
        .execution_options(synchronize_session=False)
    )
    row = Absence(role_id=live.role_id, stand_in_id=None, last_day=last_day, begun_at=at)
    session.add(row)
    session.flush()
    audit.record(
        session,
        audit.AuditAct.ABSENCE_BEGUN,
        by=live.person_id,
        hat=live.role_id,
        subject=f"role:{live.role_id}",
        details={"until": last_day.isoformat()},
    )
    if stand_in is not None:
        take_over(session, row.id, stand_in.person_id, tell=True)
    found = _one(session, col(Absence.id) == row.id)
    assert found is not None
    return found


def take_over(session: Session, absence_id: int, person_id: int, *, tell: bool = False) -> AbsenceView | Problem:
    """This person stands in from now on; whoever calls has checked that the person was chosen, and may tell so."""
    taken = session.execute(
        sa.update(Absence)
        .where(col(Absence.id) == absence_id, col(Absence.stand_in_id).is_(None), under_way(session))
        .values(stand_in_id=person_id)
        .returning(col(Absence.role_id))
        .execution_options(synchronize_session=False)
    ).one_or_none()
    found = None if taken is None else _one(session, col(Absence.id) == absence_id)
    if found is None:
        return Problem(AbsenceProblem.OVER)
    audit.record(
        session,
        audit.AuditAct.ABSENCE_BEGUN,
        by=person_id,
        hat=found.role_id,
        subject=f"role:{found.role_id}",
        details={"until": found.last_day.isoformat(), "stand-in": str(person_id)},
    )
    if tell:
        notices.owe(session, person_id, notices.NoticeKind.STAND_IN, _facts(found), key=f"stand-in:{absence_id}")
    return found


def end_absence(session: Session, person_id: int, absence_id: int, by: Hat | None = None) -> AbsenceView | Problem:
    """End it early: the absent one is back, the stand-in lays it down, or (``by``) an officer who gives this role.

    Old buttons of the stand-in do nothing from now on. The other party is told.
    """
    found = _one(session, col(Absence.id) == absence_id)
    if found is None:
        return Problem(AbsenceProblem.OVER)
    if person_id not in (found.holder_id, found.stand_in_id):
        live = Problem(OrganisationProblem.ROLE_NOT_YOURS) if by is None else hat(session, by.person_id, by.role_id)
        if isinstance(live, Problem):
            return live
        if live.person_id != person_id or not may_give(session, live, found.kind, found.office_id):
            return Problem(OrganisationProblem.MAY_NOT_GRANT, {"own": live.kind})
    session.execute(
        sa.update(Absence)
        .where(col(Absence.id) == absence_id)
        .values(ended_at=now(session), ended_by=person_id)
        .execution_options(synchronize_session=False)
    )
    audit.record(
        session,
        audit.AuditAct.ABSENCE_ENDED,
        by=person_id,
        hat=by.role_id if by else found.role_id,
        subject=f"role:{found.role_id}",
    )
    told = {found.holder_id, found.stand_in_id} - {person_id, None}
    for other in told if found.stand_in_id is not None else ():
        assert other is not None
        key = f"stand-in-over:{absence_id}:{other}"
        notices.owe(session, other, notices.NoticeKind.STAND_IN_OVER, _facts(found), key=key)
    return found


def absence_of(session: Session, role_id: int) -> AbsenceView | None:
    """The absence of this role's holder now, None when nobody is away."""
    return _one(session, col(Absence.role_id) == role_id)


def absences_in(session: Session, office_id: int) -> tuple[AbsenceView, ...]:
    """Who is away in this office now."""
    return _views(session, col(Role.office_id) == office_id)


def _facts(found: AbsenceView) -> dict[str, str | int]:
    return {
        "holder": found.holder,
        "stand-in": found.stand_in or "",
        "role": found.kind.value,
        "role-id": found.role_id,
        "office": found.office,
        "until": found.last_day.isoformat(),
    }


def _one(session: Session, condition: sa.ColumnElement[bool]) -> AbsenceView | None:
    return next(iter(_views(session, condition)), None)


def _views(session: Session, condition: sa.ColumnElement[bool]) -> tuple[AbsenceView, ...]:
    rows = session.execute(
        sa.select(
            col(Absence.id),
            col(Absence.role_id),
            col(Role.person_id),
            col(Absence.stand_in_id),
            col(Absence.last_day),
            col(Role.kind),
            col(Role.office_id),
            col(Office.name),
        )
        .join(Role, col(Role.id) == col(Absence.role_id))
        .join(Office, col(Office.id) == col(Role.office_id))
        .where(under_way(session), col(Role.revoked_at).is_(None), condition)
        .order_by(col(Absence.id))
    ).all()
    wanted = {one for row in rows for one in (row.person_id, row.stand_in_id) if one is not None}
    names = people.known_as(session, wanted)
    return tuple(
        AbsenceView(
            row.id,
            row.role_id,
            row.person_id,
            names[row.person_id],
            row.stand_in_id,
            None if row.stand_in_id is None else names[row.stand_in_id],
            row.last_day,
            row.kind,
            row.office_id,
            row.name,
        )
        for row in rows
    )
