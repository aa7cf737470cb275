"""Composing a circular: an author, an audience, and what is asked of a draft.

A draft is written in the office whose circular it is; whoever changed it last is its author, so that nobody releases
words that no second person has read.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlmodel import Session, select

from models import audit, contents, organisations
from models.circulars.audience import Audience, count, within_reach
from models.circulars.pages import pages, whole
from models.circulars.questions import Question
from models.circulars.records import (
    BEARS_NUMBER,
    Circular,
    CircularClass,
    CircularProblem,
    CircularState,
    Passing,
)
from models.clock import now
from models.letters_corpus import LETTERS
from models.organisations import Deed, Hat, Office, OfficeKind
from models.values.jalali import tehran_date
from models.values.problem import Problem
from models.values.text import free_text, normalise, search_key

MOST_SUBJECT: Final = 150
MOST_SUMMARY: Final = 12_000
MOST_CLAUSES: Final = 40
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
    passing: Passing = Passing.AT_ONCE


def compose(
    session: Session, by: Hat, content: Content, audience: Audience, *, corrects: int | None = None
) -> int | Problem:
    """A draft for the office of the role; the audience lies within its territory. Returns the circular's id."""
    live = organisations.acting(session, by, Deed.ISSUE_CIRCULAR, by.office_id)
    if isinstance(live, Problem):
        return live
    said = _read(session, live, content)
    if isinstance(said, Problem):
        return said
    meant = within_reach(session, live, audience)
    if isinstance(meant, Problem):
        return meant
    row = Circular(
        office_id=live.office_id,
        audience=meant.as_json(),
        created_at=now(session),
        corrects_id=corrects,
        **_columns(live, said),
    )
    session.add(row)
    session.flush()
    _record(session, audit.AuditAct.CIRCULAR_COMPOSED, row.id, live, {"class": row.grade})
    return row.id


def correct(session: Session, by: Hat, withdrawn_id: int, content: Content) -> int | Problem:
    """A draft that corrects a withdrawn circular; it goes to exactly those to whom that was sent, or perhaps was."""
    found = own(session, by, withdrawn_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if row.state is not CircularState.WITHDRAWN:
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    if live.office_id != row.office_id:
        return Problem(CircularProblem.NOT_YOUR_OFFICE, {"name": session.get_one(Office, row.office_id).name})
    audience = Audience(frozenset(), told=row.id)
    if not count(session, audience):
        return Problem(CircularProblem.NOTHING_SENT)
    return compose(session, live, replace(content, passing=Passing.AT_ONCE), audience, corrects=row.id)


_Said = tuple[Content, tuple[str, ...]]


def _columns(by: Hat, said: _Said) -> dict[str, Any]:
    content, parted = said
    return {
        "author_id": by.person_id,
        "number": content.number,
        "number_key": search_key(content.number),
        "issued": content.issued,
        "subject": content.subject,
        "summary": content.summary,
        "search_key": search_key(" ".join((content.number, content.subject, content.summary, *content.clauses))),
        "clauses": list(content.clauses),
        "pages": list(parted),
        "grade": content.grade,
        "passing": content.passing,
    }


def amend(session: Session, by: Hat, circular_id: int, revision: int, content: Content) -> int | Problem:
    """Write a draft anew; who does so is its author from now on. Returns the revision."""
    found = drafted(session, by, circular_id, revision)
    if isinstance(found, Problem):
        return found
    live, row = found
    said = _read(session, live, content, row.id)
    if isinstance(said, Problem):
        return said
    for name, value in _columns(live, said).items():
        setattr(row, name, value)
    _cite_what_is_there(row)
    return changed(session, live, row)


def _cite_what_is_there(row: Circular) -> None:
    """What the question and the rule changes cite of clauses that are gone, the circular as a whole says."""

    def held(clause: int | None) -> int | None:
        return clause if clause is None or clause <= len(row.clauses) else None

    row.changes = [{**one, "clause": held(one["clause"])} for one in row.changes]
    if row.question is not None:
        options = [{**one, "clause": held(one["clause"])} for one in row.question["options"]]
        row.question = {**row.question, "options": options}


def drafted(session: Session, by: Hat, circular_id: int, revision: int | None) -> tuple[Hat, Circular] | Problem:
    """A draft as it was shown, locked, and the live hat of somebody who writes in its office."""
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if row.state is not CircularState.DRAFT:
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    if live.office_id != row.office_id:
        return Problem(CircularProblem.NOT_YOUR_OFFICE, {"name": session.get_one(Office, row.office_id).name})
    if revision is not None and revision != row.revision:
        return Problem(CircularProblem.CHANGED)
    return live, row


def changed(session: Session, live: Hat, row: Circular) -> int:
    """The draft is another: it has a new author, and its release is to be asked for anew."""
    row.author_id, row.release_asked_at, row.revision = live.person_id, None, row.revision + 1
    session.flush()
    _record(session, audit.AuditAct.CIRCULAR_CHANGED, row.id, live, {"revision": str(row.revision)})
    return row.revision


def attach(
    session: Session, by: Hat, circular_id: int, revision: int | None, key: str, *, picture: bool
) -> int | Problem:
    """A kept file comes last of the circular's messages, instead of the one that did so before."""
    found = drafted(session, by, circular_id, revision)
    if isinstance(found, Problem):
        return found
    live, row = found
    before = row.attachment_key
    row.attachment_key, row.attachment_picture = key, picture
    revised = changed(session, live, row)
    _let_go(session, before)
    contents.keep_for_good(session, key)
    return revised


def detach(session: Session, by: Hat, circular_id: int, revision: int) -> int | Problem:
    """Nothing is attached any more."""
    found = drafted(session, by, circular_id, revision)
    if isinstance(found, Problem):
        return found
    live, row = found
    before = row.attachment_key
    row.attachment_key, row.attachment_picture = None, False
    revised = changed(session, live, row)
    _let_go(session, before)
    return revised


def _let_go(session: Session, key: str | None) -> None:
    """A circular no longer names this file; unless another one does, it need not stay."""
    if key is not None and session.exec(select(Circular.id).where(Circular.attachment_key == key)).first() is None:
        contents.let_go(session, key)


def set_question(
    session: Session, by: Hat, circular_id: int, revision: int | None, question: Question | None
) -> int | Problem:
    """What recipients are asked once they have acknowledged it; None: nothing."""
    found = drafted(session, by, circular_id, revision)
    if isinstance(found, Problem):
        return found
    live, row = found
    row.question = None if question is None else question.as_json()
    return changed(session, live, row)


def discard(session: Session, by: Hat, circular_id: int, revision: int) -> Problem | None:
    """Throw a draft away; its number is free again."""
    found = drafted(session, by, circular_id, revision)
    if isinstance(found, Problem):
        return found
    live, row = found
    _record(session, audit.AuditAct.CIRCULAR_WITHDRAWN, row.id, live, {"draft": "yes"})
    session.delete(row)
    session.flush()
    _let_go(session, row.attachment_key)
    return None


def _read(  # noqa: PLR0911 (one a field)
    session: Session, by: Hat, content: Content, own_id: int = 0
) -> _Said | Problem:
    """The content made even, and the messages that it takes; ``own_id``: the draft that it is to stand in."""
    number = normalise(content.number)
    key = search_key(number)
    if not key or len(number) > 60 or not any(character.isdigit() for character in key):
        return Problem(CircularProblem.NUMBER_MISSING)
    taken = number_taken(session, by.office_id, number, own_id)
    if taken is not None:
        return taken
    if content.issued > tehran_date(now(session)):
        return Problem(CircularProblem.DATE_AHEAD, {"date": content.issued})
    subject = free_text(content.subject, most=MOST_SUBJECT, least=3)
    if isinstance(subject, Problem):
        return subject
    summary = free_text(content.summary, most=MOST_SUMMARY, least=3, lines=True)
    if isinstance(summary, Problem):
        return summary
    if len(content.clauses) > MOST_CLAUSES:
        return Problem(CircularProblem.TOO_MANY_CLAUSES, {"got": len(content.clauses), "most": MOST_CLAUSES})
    clauses: list[str] = []
    for clause in content.clauses:
        tidy = free_text(clause, most=1000)
        if isinstance(tidy, Problem):
            return tidy
        clauses.append(tidy)
    if content.passing is not Passing.AT_ONCE and not has_levels(by.office_kind):
        return Problem(CircularProblem.NO_LEVELS)
    parted = pages(whole(summary, clauses))
    if isinstance(parted, Problem):
        return parted
    return replace(content, number=number, subject=subject, summary=summary, clauses=tuple(clauses)), parted


def has_levels(office: OfficeKind) -> bool:
    """Whether a circular of such an office can go from level to level: other offices lie below it."""
    return office not in {OfficeKind.UNION, OfficeKind.CHAMBER, OfficeKind.COMMISSION}


def number_taken(session: Session, office_id: int, number: str, own_id: int = 0) -> Problem | None:
    """That another circular of this office, or one of the four letters, bears this number already."""
    key = search_key(number)
    taken = _OF_LETTERS.get(key)
    if taken is None:
        taken = session.exec(
            select(Circular.subject).where(
                Circular.office_id == office_id, Circular.number_key == key, Circular.id != own_id, BEARS_NUMBER
            )
        ).one_or_none()
    return None if taken is None else Problem(CircularProblem.NUMBER_TAKEN, {"number": number, "subject": taken})


def set_audience(
    session: Session, by: Hat, circular_id: int, audience: Audience, revision: int | None = None
) -> Audience | Problem:
    """Another audience for a draft; the one that holds now, within the office's territory."""
    found = drafted(session, by, circular_id, revision)
    if isinstance(found, Problem):
        return found
    live, row = found
    meant = within_reach(session, live, audience)
    if not isinstance(meant, Problem):
        row.audience = meant.as_json()
        changed(session, live, row)
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


def _record(session: Session, act: audit.AuditAct, circular_id: int, by: Hat, details: dict[str, str]) -> None:
    audit.record(session, act, by=by.person_id, hat=by.role_id, subject=f"circular:{circular_id}", details=details)
