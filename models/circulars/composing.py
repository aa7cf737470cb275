"""Composing a circular and letting it go: an author, an audience, and a second person who releases."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import audit, organisations
from models.circulars.audience import Audience, count, within_reach
from models.circulars.pages import pages
from models.circulars.records import Circular, CircularClass, CircularProblem, CircularState
from models.clock import now
from models.letters_corpus import LETTERS
from models.organisations import Deed, Hat
from models.people import Person
from models.values.jalali import tehran_date
from models.values.problem import Problem
from models.values.text import free_text, normalise, search_key

MOST_SUBJECT: Final = 150
MOST_SUMMARY: Final = 12_000
MOST_CLAUSES: Final = 40
MOST_AHEAD: Final = timedelta(days=366)
_OF_LETTERS: Final = {search_key(letter.number): letter.subject for letter in LETTERS.values()}


@dataclass(frozen=True, slots=True)
class Content:
    """What a circular says. ``issued`` is Gregorian; ``clauses`` are cited by their place, from 1."""

    number: str
    issued: date
    subject: str
    summary: str
    clauses: tuple[str, ...] = ()
    grade: CircularClass = CircularClass.ORDINARY


def compose(session: Session, by: Hat, content: Content, audience: Audience) -> int | Problem:
    """A draft for the office of the role; the audience lies within its territory. Returns the circular's id."""
    live = organisations.acting(session, by, Deed.ISSUE_CIRCULAR, by.office_id)
    if isinstance(live, Problem):
        return live
    said = _read(session, content)
    if isinstance(said, Problem):
        return said
    meant = within_reach(session, live, audience)
    if isinstance(meant, Problem):
        return meant
    tidy, parted = said
    row = Circular(
        number=tidy.number,
        number_key=search_key(tidy.number),
        issued=tidy.issued,
        office_id=live.office_id,
        author_id=live.person_id,
        subject=tidy.subject,
        summary=tidy.summary,
        search_key=search_key(" ".join((tidy.number, tidy.subject, tidy.summary, *tidy.clauses))),
        clauses=list(tidy.clauses),
        pages=list(parted),
        grade=tidy.grade,
        audience=meant.as_json(),
        created_at=now(session),
    )
    session.add(row)
    session.flush()
    _record(session, audit.AuditAct.CIRCULAR_COMPOSED, row.id, live, {"class": tidy.grade})
    return row.id


def _read(session: Session, content: Content) -> tuple[Content, tuple[str, ...]] | Problem:  # noqa: PLR0911 (one a field)
    """The content made even, and the messages that it takes."""
    number = normalise(content.number)
    key = search_key(number)
    if not key or len(number) > 60 or not any(character.isdigit() for character in key):
        return Problem(CircularProblem.NUMBER_MISSING)
    taken = _OF_LETTERS.get(key)
    if taken is None:
        taken = session.exec(select(Circular.subject).where(Circular.number_key == key)).one_or_none()
    if taken is not None:
        return Problem(CircularProblem.NUMBER_TAKEN, {"number": number, "subject": taken})
    if content.issued > tehran_date(now(session)):
        return Problem(CircularProblem.DATE_AHEAD, {"date": content.issued})
    subject = free_text(content.subject, most=MOST_SUBJECT, least=3)
    if isinstance(subject, Problem):
        return subject
    summary = free_text(content.summary, most=MOST_SUMMARY, least=3, lines=True)
    if isinstance(summary, Problem):
        return summary
    clauses: list[str] = []
    for clause in content.clauses[:MOST_CLAUSES]:
        tidy = free_text(clause, most=1000)
        if isinstance(tidy, Problem):
            return tidy
        clauses.append(tidy)
    parted = pages("\n".join((summary, *clauses)))
    if isinstance(parted, Problem):
        return parted
    return Content(number, content.issued, subject, summary, tuple(clauses), content.grade), parted


def set_audience(session: Session, by: Hat, circular_id: int, audience: Audience) -> Audience | Problem:
    """Another audience for a draft; the one that holds now, within the office's territory."""
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if row.state is not CircularState.DRAFT:
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    meant = within_reach(session, live, audience)
    if not isinstance(meant, Problem):
        row.audience = meant.as_json()
        session.flush()
    return meant


def own(session: Session, by: Hat, circular_id: int) -> tuple[Hat, Circular] | Problem:
    """The circular, locked, and the live hat of somebody who issues circulars at its office or above it."""
    row = session.exec(
        select(Circular).where(Circular.id == circular_id).with_for_update().execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        return Problem(CircularProblem.UNKNOWN)
    live = organisations.acting(session, by, Deed.ISSUE_CIRCULAR, row.office_id)
    return live if isinstance(live, Problem) else (live, row)


@dataclass(frozen=True, slots=True)
class Released:
    """A circular that goes its way: to how many, and from when on."""

    counted: int
    starts_at: datetime


def release(  # noqa: PLR0911 (one a refusal)
    session: Session, by: Hat, circular_id: int, at: datetime | None = None
) -> Released | Problem:
    """Let a draft go, now or from an instant on. Never by its author: a second authorised person must have read it."""
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    instant = now(session)
    if row.state is not CircularState.DRAFT:
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    if row.author_id in live.persons:
        return Problem(CircularProblem.OWN_RELEASE)
    if at is not None and at <= instant:
        return Problem(CircularProblem.PAST, {"at": at})
    if at is not None and at > instant + MOST_AHEAD:
        return Problem(CircularProblem.TOO_FAR, {"at": at})
    counted = sum(count(session, Audience.of_json(row.audience)).values())
    if not counted:
        return Problem(CircularProblem.NO_AUDIENCE)
    row.state, row.counted, row.starts_at = CircularState.PLANNING, counted, at or instant
    row.released_by, row.released_at = live.person_id, instant
    row.plan_until = session.execute(sa.select(sa.func.max(col(Person.id)))).scalar_one() or 0
    session.flush()
    _record(session, audit.AuditAct.CIRCULAR_RELEASED, row.id, live, {"counted": str(counted)})
    return Released(counted, row.starts_at)


def _record(session: Session, act: audit.AuditAct, circular_id: int, by: Hat, details: dict[str, str]) -> None:
    audit.record(session, act, by=by.person_id, hat=by.role_id, subject=f"circular:{circular_id}", details=details)
