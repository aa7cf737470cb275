"""Asking a second authorised person to release a draft: in the office itself, else in the nearest one above it."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from models import audit, notices, organisations, people
from models.circulars.audience import Audience, count
from models.circulars.composing import drafted
from models.circulars.records import Circular, CircularProblem
from models.clock import now
from models.notices import NoticeKind
from models.organisations import DEEDS, Deed, Hat, Office, OfficeKind
from models.organisations.offices import NATIONAL
from models.values.problem import Problem

_ISSUING = tuple(DEEDS[Deed.ISSUE_CIRCULAR])


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom the author asked: so many people of this office."""

    office_kind: OfficeKind
    office_name: str
    people: int


def ask_release(session: Session, by: Hat, circular_id: int, revision: int) -> Asked | Problem:
    """Tell those who may release this draft, never its author, that it waits for one of them."""
    found = drafted(session, by, circular_id, revision)
    if isinstance(found, Problem):
        return found
    live, row = found
    if row.release_asked_at is not None:
        return Problem(CircularProblem.ASKED)
    if not count(session, Audience.of_json(row.audience)):
        return Problem(CircularProblem.NO_AUDIENCE)
    others = second_persons(session, live, row)
    if not others:
        return Problem(CircularProblem.NOBODY_RELEASES)
    row.author_id, row.release_asked_at = live.person_id, now(session)
    session.flush()
    audit.record(
        session,
        audit.AuditAct.CIRCULAR_ASKED,
        by=live.person_id,
        hat=live.role_id,
        subject=f"circular:{row.id}",
        details={"people": str(len(others))},
    )
    facts: dict[str, str | int] = {
        "circular": row.id,
        "number": row.number,
        "subject": row.subject,
        "office": live.office_name,
        "office-kind": live.office_kind.value,
        "author": people.known_as(session, [live.person_id])[live.person_id],
    }
    for person_id in others:
        key = f"circular-asked:{row.id}:{row.revision}:{person_id}"
        notices.owe(session, person_id, NoticeKind.CIRCULAR_ASKED, facts, key=key)
    one = next(iter(others.values()))
    return Asked(one.office_kind, one.office_name, len(others))


def second_persons(session: Session, author: Hat, row: Circular) -> dict[int, Hat]:
    """Who may release it, by person: those of the nearest office that has somebody."""
    line = [view.id for view in organisations.lineage(session, row.office_id)]
    for office_id in line:
        found = _of_office(session, author, row, office_id)
        if found:
            return found
    national = session.exec(
        select(Office.id)
        .where(col(Office.kind).in_(tuple(NATIONAL)), col(Office.id).not_in(line))
        .order_by(col(Office.id))
    ).all()
    found = {}
    for office_id in national:
        found |= _of_office(session, author, row, office_id)
    return found


def _of_office(session: Session, author: Hat, row: Circular, office_id: int) -> dict[int, Hat]:
    held: tuple[Hat, ...] = organisations.officers(session, office_id, *_ISSUING)
    return {
        hat.person_id: hat
        for hat in held
        if not set(hat.persons) & set(author.persons)
        and organisations.may(session, hat, Deed.ISSUE_CIRCULAR, row.office_id)
    }
