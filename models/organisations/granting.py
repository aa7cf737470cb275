"""Giving roles and taking them back; adding offices. Always by an office above, or from the command line."""

from collections.abc import Mapping
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import audit, notices
from models.clock import now
from models.organisations.offices import PARENT, Office, OfficeKind, OfficeView, OrganisationProblem, view_of
from models.organisations.reach import Deed, acting, may
from models.organisations.roles import SEATS, Hat, Role, RoleKind, hat, worn
from models.organisations.stand_ins import Absence
from models.organisations.wishes import came
from models.values.problem import Problem
from models.values.text import free_text, search_key, sort_key

MOST_NAME: Final = 120
"""Characters of an office's name."""

GIVES: Final[Mapping[RoleKind, frozenset[RoleKind]]] = {
    RoleKind.OPERATOR: frozenset(RoleKind),
    RoleKind.STATISTICS_OFFICER: frozenset({RoleKind.PROVINCIAL_OFFICER, RoleKind.LIAISON}),
    RoleKind.INSPECTOR: frozenset({RoleKind.INSPECTOR}),
    RoleKind.PROVINCIAL_OFFICER: frozenset(
        {
            RoleKind.LIAISON,
            RoleKind.ORDER_EXPERT,
            RoleKind.COUNTY_OFFICER,
            RoleKind.UNION_APPROVER,
            RoleKind.UNION_SECRETARY,
            RoleKind.CHAMBER_OFFICER,
            RoleKind.COMMISSION_SECRETARY,
        }
    ),
    RoleKind.COUNTY_OFFICER: frozenset(
        {
            RoleKind.UNION_APPROVER,
            RoleKind.UNION_SECRETARY,
            RoleKind.CHAMBER_OFFICER,
            RoleKind.COMMISSION_SECRETARY,
        }
    ),
    RoleKind.CHAMBER_OFFICER: frozenset({RoleKind.CHAMBER_OFFICER}),
    RoleKind.UNION_APPROVER: frozenset({RoleKind.UNION_SECRETARY}),
}
"""Which roles a role gives and takes back; in which offices says ``Deed.GIVE_ROLE``."""


def may_give(session: Session, by: Hat, kind: RoleKind, office_id: int) -> bool:
    """Whether this live hat may give this role in this office, or take it back there."""
    return kind in GIVES.get(by.kind, frozenset()) and may(session, by, Deed.GIVE_ROLE, office_id)


def grant(session: Session, person_id: int, kind: RoleKind, office_id: int, by: Hat | None = None) -> Hat | Problem:
    """Give a person a role in an office. ``by`` is empty for the command line (the first roles)."""
    place = session.get(Office, office_id)
    if place is None:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    if place.kind not in SEATS[kind]:
        return Problem(OrganisationProblem.ROLE_DOES_NOT_FIT, {"role": kind, "office": place.kind})
    if by is not None:
        refusal = _refusal(session, by, kind, office_id)
        if refusal is not None:
            return refusal
    if worn(session, col(Role.person_id) == person_id, col(Role.office_id) == office_id, col(Role.kind) == kind):
        return Problem(OrganisationProblem.ROLE_ALREADY_HELD, {"role": kind, "name": place.name})
    row = Role(
        person_id=person_id,
        office_id=office_id,
        kind=kind,
        granted_by=by.person_id if by else None,
        granted_at=now(session),
    )
    session.add(row)
    session.flush()
    audit.record(
        session,
        audit.AuditAct.ROLE_GRANTED,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        subject=f"role:{row.id}",
        details={"kind": kind, "office": str(office_id), "person": str(person_id)},
    )
    return Hat(row.id, person_id, kind, office_id, place.name, place.kind)


def revoke(session: Session, role_id: int, by: Hat | None = None) -> Hat | Problem:
    """Take a role back; old buttons of that role do nothing from now on, stand-ins included. The hat that was taken.

    ``by`` is empty for the command line, an officer who gives this role there, or the role itself: laid down. Whoever
    is stripped of a role is told; what the person stood in for in the same office ends too. One operator always stays.
    """
    held = next(iter(worn(session, col(Role.id) == role_id)), None)
    if held is None:
        return Problem(OrganisationProblem.ROLE_OVER)
    laid_down = by is not None and (by.role_id, by.person_id) == (role_id, held.person_id)
    if by is not None and not laid_down:
        refusal = _refusal(session, by, held.kind, held.office_id)
        if refusal is not None:
            return refusal
    if held.kind is RoleKind.OPERATOR and _operators(session) == [role_id]:
        return Problem(OrganisationProblem.LAST_OPERATOR)
    at = now(session)
    taken = session.execute(
        sa.update(Role)
        .where(col(Role.id) == role_id, col(Role.revoked_at).is_(None))
        .values(revoked_at=at)
        .returning(col(Role.id))
        .execution_options(synchronize_session=False)
    )
    if taken.first() is None:
        return Problem(OrganisationProblem.ROLE_OVER)
    beside = sa.select(col(Role.id)).where(col(Role.office_id) == held.office_id)
    session.execute(
        sa.update(Absence)
        .where(
            col(Absence.ended_at).is_(None),
            sa.or_(
                col(Absence.role_id) == role_id,
                sa.and_(col(Absence.stand_in_id) == held.person_id, col(Absence.role_id).in_(beside)),
            ),
        )
        .values(ended_at=at, ended_by=by.person_id if by else None)
        .execution_options(synchronize_session=False)
    )
    audit.record(
        session,
        audit.AuditAct.ROLE_REVOKED,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        subject=f"role:{role_id}",
        details={"kind": held.kind, "office": str(held.office_id)} | ({"laid-down": "yes"} if laid_down else {}),
    )
    if not laid_down:
        facts: dict[str, str | int] = {"role": held.kind.value, "office": held.office_name}
        notices.owe(session, held.person_id, notices.NoticeKind.ROLE_REVOKED, facts, key=f"role-revoked:{role_id}")
    return held


def _operators(session: Session) -> list[int]:
    """The live operators' roles, locked: of the last two only one can go."""
    rows = sa.select(col(Role.id)).where(col(Role.kind) == RoleKind.OPERATOR, col(Role.revoked_at).is_(None))
    return list(session.execute(rows.order_by(col(Role.id)).with_for_update()).scalars())


def _refusal(session: Session, by: Hat, kind: RoleKind, office_id: int) -> Problem | None:
    live = hat(session, by.person_id, by.role_id)
    if isinstance(live, Problem):
        return live
    if not may_give(session, live, kind, office_id):
        return Problem(OrganisationProblem.MAY_NOT_GRANT, {"own": live.kind})
    return None


def add_office(
    session: Session,
    kind: OfficeKind,
    name: str,
    parent_id: int | None = None,
    code: str | None = None,
    by: Hat | None = None,
) -> OfficeView | Problem:
    """Add an office below its parent. ``by`` is empty for the command line; otherwise an office above it acts.

    Whoever waits for an office of this name hears that it is there.
    """
    named = free_text(name, most=MOST_NAME)
    if isinstance(named, Problem):
        return named
    name = named
    parent = None if parent_id is None else session.get(Office, parent_id)
    if parent_id is not None and parent is None:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    if (parent.kind if parent else None) != PARENT.get(kind):
        return Problem(OrganisationProblem.OFFICE_DOES_NOT_FIT, {"kind": kind})
    if by is not None:
        live = acting(session, by, Deed.ADD_OFFICE, parent_id)
        if isinstance(live, Problem):
            return live
    same = col(Office.search_key) == search_key(name)
    same = sa.and_(same, col(Office.kind) == kind, col(Office.parent_id).is_not_distinct_from(parent_id))
    if code is not None:
        same = sa.or_(same, col(Office.code) == code)
    if session.exec(select(Office.id).where(same)).first() is not None:
        return Problem(OrganisationProblem.OFFICE_EXISTS, {"name": name})
    row = Office(
        kind=kind, parent_id=parent_id, code=code, name=name, sort_key=sort_key(name), search_key=search_key(name)
    )
    if parent is not None:
        row.province_id = parent.province_id
    session.add(row)
    session.flush()
    if kind is OfficeKind.PROVINCE:
        row.province_id = row.id
        session.flush()
    audit.record(
        session,
        audit.AuditAct.OFFICE_ADDED,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        subject=f"office:{row.id}",
        details={"kind": kind},
    )
    came(session, [(row.id, kind, parent_id, name)], by)
    return view_of(row)
