"""Letting a circular go, by a second authorised person: now, at an hour, at another hour, or not yet after all.

Who is meant is found out when the hour has come, so that until then nothing is written of anybody.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session

from models import audit, notices
from models.circulars import changes, wordlist
from models.circulars.audience import Audience, count
from models.circulars.composing import own
from models.circulars.records import Circular, CircularProblem, CircularState
from models.circulars.senders import Handling, tell_of
from models.clock import now
from models.notices import NoticeKind
from models.organisations import Hat
from models.values.jalali import tehran_date
from models.values.problem import Problem

MOST_AHEAD: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Released:
    """A circular that goes its way: to how many, and from when on."""

    counted: int
    starts_at: datetime


def release(
    session: Session, by: Hat, circular_id: int, at: datetime | None = None, revision: int | None = None
) -> Released | Problem:
    """Let a draft go, now or from an instant on. Never by its author: a second authorised person must have read it."""
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if row.state is not CircularState.DRAFT:
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    outcome = _let_go(session, live, row, at, revision)
    if isinstance(outcome, Problem):
        return outcome
    wordlist.enter(session, row)
    _record(session, audit.AuditAct.CIRCULAR_RELEASED, row, live, {"counted": str(outcome.counted)})
    if row.release_asked_at is None:
        return outcome
    facts: dict[str, str | int] = {"circular": row.id, "number": row.number, "counted": outcome.counted}
    if at is not None:
        facts["starts"] = at.isoformat()
    key = f"circular-released:{row.id}:{row.revision}"
    notices.owe(session, row.author_id, NoticeKind.CIRCULAR_RELEASED, facts, key=key)
    return outcome


def waits(row: Circular) -> bool:
    """Whether it is released and nothing of it has begun: another hour may be set, or it may be a draft again."""
    return row.state is CircularState.PLANNING and row.plan_until == 0


def reschedule(
    session: Session, by: Hat, circular_id: int, at: datetime | None, revision: int | None = None
) -> Released | Problem:
    """Another hour (None: now) for a circular that waits for its own: a release anew, so not by its author."""
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if not waits(row):
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    before = row.released_by
    outcome = _let_go(session, live, row, at, revision)
    if isinstance(outcome, Problem):
        return outcome
    row.revision += 1
    session.flush()
    details = {"counted": str(outcome.counted), "starts": outcome.starts_at.isoformat()}
    _record(session, audit.AuditAct.CIRCULAR_RESCHEDULED, row, live, details)
    tell_of(session, live, row, Handling.RESCHEDULED, also=before)
    return outcome


def redraft(session: Session, by: Hat, circular_id: int, revision: int | None = None) -> int | Problem:
    """A circular that waits for its hour is a draft again, with its number: its release is to be asked for anew.

    Returns the revision. The author stays who wrote it.
    """
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    if not waits(row):
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    if revision is not None and revision != row.revision:
        return Problem(CircularProblem.CHANGED)
    changes.take_back(session, live, row)
    wordlist.leave(session, row)
    tell_of(session, live, row, Handling.REDRAFTED)
    row.state, row.counted, row.starts_at, row.release_asked_at = CircularState.DRAFT, 0, None, None
    row.released_by = row.released_at = row.paused_at = row.paused_for = None
    row.revision += 1
    session.flush()
    _record(session, audit.AuditAct.CIRCULAR_REDRAFTED, row, live, {"revision": str(row.revision)})
    return row.revision


def _let_go(  # noqa: PLR0911 (one a refusal)
    session: Session, live: Hat, row: Circular, at: datetime | None, revision: int | None
) -> Released | Problem:
    """Whatever a release asks for, checked first; then it waits for its hour, counted as of now."""
    instant = now(session)
    if row.author_id in live.persons:
        return Problem(CircularProblem.OWN_RELEASE)
    if revision is not None and revision != row.revision:
        return Problem(CircularProblem.CHANGED)
    if at is not None and at <= instant:
        return Problem(CircularProblem.PAST, {"at": at})
    if at is not None and at > instant + MOST_AHEAD:
        return Problem(CircularProblem.TOO_FAR, {"at": at})
    counted = sum(count(session, Audience.of_json(row.audience)).values())
    if not counted:
        return Problem(CircularProblem.NO_AUDIENCE)
    day = tehran_date(at or instant)
    wrong = changes.check(session, live, row.office_id, changes.of_circular(row), len(row.clauses), day)
    if wrong is not None:
        return wrong
    if row.state is not CircularState.DRAFT:
        changes.take_back(session, live, row)
    changes.enact(session, live, row)
    row.state, row.counted, row.starts_at = CircularState.PLANNING, counted, at or instant
    row.released_by, row.released_at = live.person_id, instant
    row.paused_at = row.paused_for = None
    session.flush()
    return Released(counted, row.starts_at)


def _record(session: Session, act: audit.AuditAct, row: Circular, by: Hat, details: dict[str, str]) -> None:
    audit.record(session, act, by=by.person_id, hat=by.role_id, subject=f"circular:{row.id}", details=details)
