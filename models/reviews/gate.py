"""The gate of every decision: the live role, the own union or its place, no own interest, the state, the revision."""

from dataclasses import dataclass, replace
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations, people
from models.months.records import Month, MonthState
from models.organisations import Hat, Office, OfficeKind, Role
from models.reviews.in_place import InPlace, Standing, Submission, standing
from models.reviews.permissions import Action, allowed
from models.reviews.problems import ReviewProblem
from models.reviews.records import Review
from models.snapshots import Subject, SubjectKind
from models.units import Renewal, Unit
from models.values.problem import Problem


@dataclass(frozen=True, slots=True)
class Case:
    """The locked row that is decided on, who decides, and why in the union's place when it is not the union."""

    subject: Subject
    row: Unit | Month | Renewal
    owner_id: int
    title: str
    by: Hat
    in_place: InPlace | None = None

    @property
    def unit_id(self) -> int:
        """The unit that it is about."""
        return self.row.id if isinstance(self.row, Unit) else self.row.unit_id

    @property
    def union_id(self) -> int:
        """The union that it lies with."""
        return self.row.union_id


_FIRST: Final = {
    OfficeKind.UNION: ReviewProblem.DECIDED_BY_UNION,
    OfficeKind.COUNTY: ReviewProblem.DECIDED_BY_COUNTY,
    OfficeKind.PROVINCE: ReviewProblem.DECIDED_BY_PROVINCE,
}


def refusal(session: Session, hat: Hat, subject: Subject, revision: int, action: Action) -> Problem | None:
    """Why this act would be refused now (who decided and when, for one), or None: asked before a decision begins."""
    case = admitted(session, hat, subject, revision, action)
    return case if isinstance(case, Problem) else None


def admitted(session: Session, hat: Hat, subject: Subject, revision: int, action: Action) -> Case | Problem:
    """The gate of every decision: the live role, the own union or its place, no own interest, state and revision.

    The row is locked until the end of the transaction, so the second of two taps sees the first one's decision.
    """
    live = organisations.hat(session, hat.person_id, hat.role_id)
    case = None if isinstance(live, Problem) else _case(session, live, subject)
    if case is None:
        return Problem(ReviewProblem.NOT_YOURS)
    found = _standing(session, case)
    if isinstance(found, Problem):
        return found
    may = allowed(subject.kind, case.row.state, found.actor)
    if not may:
        return Problem(ReviewProblem.NOT_YOURS)
    if case.row.revision != revision:
        return Problem(ReviewProblem.STALE)
    if action not in may:
        return _decided(session, case, revision)
    return replace(case, in_place=found.in_place)


def _standing(session: Session, case: Case) -> Standing | Problem:
    row = case.row
    waits = row.state.value == MonthState.SUBMITTED.value
    return standing(session, case.by, Submission(case.unit_id, row.union_id, case.owner_id, row.submitted_at, waits))


def _case(session: Session, by: Hat, subject: Subject) -> Case | None:
    if subject.kind is SubjectKind.UNIT:
        unit = session.get(Unit, subject.id, with_for_update=True, populate_existing=True)
        return None if unit is None else Case(subject, unit, unit.owner_id, unit.title, by)
    row: Month | Renewal | None
    if subject.kind is SubjectKind.MONTH:
        row = session.get(Month, subject.id, with_for_update=True, populate_existing=True)
    else:
        row = session.get(Renewal, subject.id, with_for_update=True, populate_existing=True)
    if row is None:
        return None
    owner_id, title = session.execute(
        sa.select(col(Unit.owner_id), col(Unit.title)).where(col(Unit.id) == row.unit_id)
    ).one()
    return Case(subject, row, owner_id, title, by)


def _decided(session: Session, case: Case, revision: int) -> Problem:
    """Who was first, and when: a colleague by name, another office by its own."""
    found = session.execute(
        sa.select(
            col(Review.person_id),
            col(Role.person_id),
            col(Review.outcome),
            col(Review.decided_at),
            col(Review.office_id),
            col(Office.kind),
            col(Office.name),
        )
        .join(Office, col(Office.id) == col(Review.office_id))
        .join(Role, col(Role.id) == col(Review.role_id))
        .where(
            col(Review.subject_kind) == case.subject.kind,
            col(Review.subject_id) == case.subject.id,
            col(Review.revision) == revision,
        )
    ).one_or_none()
    if found is None:
        return Problem(ReviewProblem.STALE)
    person_id, holder, outcome, at, office_id, kind, office = found
    told = {"outcome": outcome, "at": at}
    if person_id == case.by.person_id:
        return Problem(ReviewProblem.DECIDED_BY_YOU, told)
    if office_id != case.by.office_id:
        return Problem(_FIRST[kind], {**told, "office": office})
    name = people.name_of(session, person_id)
    if name is None:
        return Problem(ReviewProblem.ALREADY_DECIDED, told)
    if holder == person_id:
        return Problem(ReviewProblem.DECIDED_BY, {**told, "by": name})
    absent = people.known_as(session, (holder,))[holder]
    return Problem(ReviewProblem.DECIDED_IN_PLACE, {**told, "by": name, "holder": absent})
