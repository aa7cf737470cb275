"""The union decides: one gate, first tap wins, one notice to the unit, one entry in the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import audit, letters, notices, organisations, people
from models.clock import now
from models.letters import RuleKey
from models.months.records import Month, MonthState
from models.organisations import Hat, Role
from models.reviews.permissions import Action, Actor, actor_of, allowed
from models.reviews.records import (
    Basis,
    Check,
    CheckState,
    Outcome,
    RegistrationCheck,
    RejectionCode,
    Remark,
    RemarkCode,
    Review,
    ReviewRemark,
    of_a_product,
    rejection_codes,
    remark_codes,
)
from models.snapshots import Subject, SubjectKind
from models.units import Product, Unit, UnitState, rivals
from models.values.jalali import JalaliMonth, tehran_date
from models.values.problem import Problem
from models.values.text import free_text
from models.vault import vault

MOST_NOTE: Final = 300
MOST_REMARKS: Final = 20


class ReviewProblem(StrEnum):
    """Why a decision is refused."""

    NOT_YOURS = "review-not-yours"
    """The role was revoked, decides nothing, or belongs to another union."""
    OWN_UNIT = "own-unit"
    """Nobody decides on the own unit."""
    ALREADY_DECIDED = "already-decided"
    """``outcome``, ``at`` (an instant): a colleague whose name is not known was first."""
    DECIDED_BY = "already-decided-by"
    """``outcome``, ``at`` (an instant), ``by``: the colleague's name."""
    DECIDED_IN_PLACE = "already-decided-in-place"
    """``outcome``, ``at`` (an instant), ``by``: who stood in, ``holder``: for whom."""
    DECIDED_BY_YOU = "already-decided-by-you"
    """``outcome``, ``at`` (an instant): the same tap came again."""
    STALE = "review-stale"
    """It was sent again since this was shown."""
    CHECKS_MISSING = "checks-missing"
    """``checks``: which of the three do not hold (60/227210 ¶2)."""
    HISTORY_NOT_ALLOWED = "history-not-allowed"
    """The rule does not let «history» be the basis of an approval."""
    CONTESTED = "registration-contested"
    """``title``, ``receipt``: the confirmed unit that holds the same licence and is to be settled first."""
    REMARK_MISSING = "remark-missing"
    """Nothing can be sent back without a remark on a field."""
    REMARK_DOES_NOT_FIT = "remark-does-not-fit"
    """``field``: no such field, a product where none belongs, or a reason that this field does not have."""
    REJECTION_DOES_NOT_FIT = "rejection-does-not-fit"
    """A month is not rejected for this reason."""
    NOTE_MISSING = "review-note-missing"
    """``most``: the reason «other» wants a few words, at most so many characters."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on which submission; ``at`` is aware UTC, ``office_id`` the deciding body."""

    subject: Subject
    revision: int
    outcome: Outcome
    office_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the union says."""

    outcome: Outcome
    basis: Basis | None = None
    remarks: tuple[Remark, ...] = ()
    rejection: RejectionCode | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Case:
    """The locked row that is decided on, and who decides."""

    subject: Subject
    row: Unit | Month
    owner_id: int
    title: str
    by: Hat


def set_check(
    session: Session, hat: Hat, unit_id: int, revision: int, check: Check, state: CheckState
) -> Mapping[Check, CheckState] | Problem:
    """Set one of the three checks of 60/227210 ¶2 on a submitted registration; all three as they stand now."""
    case = _admit(session, hat, Subject(SubjectKind.UNIT, unit_id), revision, Action.SET_CHECK)
    if isinstance(case, Problem):
        return case
    row = session.get(RegistrationCheck, (unit_id, revision, check), populate_existing=True)
    if row is None:
        row = RegistrationCheck(
            unit_id=unit_id, revision=revision, test=check, state=state, person_id=hat.person_id, set_at=now(session)
        )
        session.add(row)
    elif row.state is not state:
        row.state, row.person_id, row.set_at = state, hat.person_id, now(session)
    else:
        return checks(session, unit_id, revision)
    audit.record(
        session,
        audit.AuditAct.CHECK_SET,
        by=hat.person_id,
        hat=hat.role_id,
        subject=str(case.subject),
        details={"check": check, "state": state, "revision": str(revision)},
    )
    session.flush()
    return checks(session, unit_id, revision)


def checks(session: Session, unit_id: int, revision: int) -> Mapping[Check, CheckState]:
    """The three checks as they stand for this submission."""
    rows = session.execute(
        sa.select(col(RegistrationCheck.test), col(RegistrationCheck.state)).where(
            col(RegistrationCheck.unit_id) == unit_id, col(RegistrationCheck.revision) == revision
        )
    ).all()
    return dict.fromkeys(Check, CheckState.UNSET) | {row.test: row.state for row in rows}


def approve(session: Session, hat: Hat, subject: Subject, revision: int, basis: Basis) -> Decision | Problem:
    """Confirm a registration (all three checks hold) or a month, on a recorded basis (60/227210 ¶2, ¶5)."""
    if subject.kind is SubjectKind.UNIT:
        _lock_claimants(session, subject.id)
    case = _admit(session, hat, subject, revision, Action.APPROVE)
    if isinstance(case, Problem):
        return case
    if basis is Basis.HISTORY:
        rule = letters.rule(session, RuleKey.HISTORY_COUNTS, hat.office_id, tehran_date(now(session)))
        if not rule.yes:
            return Problem(ReviewProblem.HISTORY_NOT_ALLOWED)
    if subject.kind is SubjectKind.UNIT:
        refusal = _unit_approvable(session, subject.id, revision)
        if refusal is not None:
            return refusal
    return _decide(session, case, _Answer(Outcome.APPROVED, basis=basis))


def send_back(
    session: Session, hat: Hat, subject: Subject, revision: int, remarks: tuple[Remark, ...]
) -> Decision | Problem:
    """Return a registration or a month for correction, with at least one remark bound to a field."""
    case = _admit(session, hat, subject, revision, Action.SEND_BACK)
    if isinstance(case, Problem):
        return case
    if not remarks:
        return Problem(ReviewProblem.REMARK_MISSING)
    tidy: list[Remark] = []
    for remark in remarks[:MOST_REMARKS]:
        one = _tidy(session, case, remark)
        if isinstance(one, Problem):
            return one
        tidy.append(one)
    return _decide(session, case, _Answer(Outcome.RETURNED, remarks=tuple(tidy)))


def reject(
    session: Session, hat: Hat, subject: Subject, revision: int, code: RejectionCode, note: str | None = None
) -> Decision | Problem:
    """Reject a registration or a month for good, with a reason; what can be mended is sent back instead."""
    case = _admit(session, hat, subject, revision, Action.REJECT)
    if isinstance(case, Problem):
        return case
    if code not in rejection_codes(subject.kind):
        return Problem(ReviewProblem.REJECTION_DOES_NOT_FIT)
    words = _note(note, wanted=code is RejectionCode.OTHER)
    if isinstance(words, Problem):
        return words
    return _decide(session, case, _Answer(Outcome.REJECTED, rejection=code, note=words))


def refusal(session: Session, hat: Hat, subject: Subject, revision: int, action: Action) -> Problem | None:
    """Why this act would be refused now (who decided and when, for one), or None: asked before a decision begins."""
    case = _admit(session, hat, subject, revision, action)
    return case if isinstance(case, Problem) else None


def _admit(session: Session, hat: Hat, subject: Subject, revision: int, action: Action) -> _Case | Problem:
    """The gate of every decision: the live role, the own union, not the own unit, the state, the revision.

    The row is locked until the end of the transaction, so the second of two taps sees the first one's decision.
    """
    live = organisations.hat(session, hat.person_id, hat.role_id)
    case = None if isinstance(live, Problem) else _case(session, live, subject)
    if case is None:
        return Problem(ReviewProblem.NOT_YOURS)
    actor = actor_of(case.by, case.row.union_id, case.owner_id)
    if actor is not Actor.APPROVER:
        return Problem(ReviewProblem.OWN_UNIT if actor is Actor.OWNING_APPROVER else ReviewProblem.NOT_YOURS)
    if case.row.revision != revision:
        return Problem(ReviewProblem.STALE)
    if action not in allowed(subject.kind, case.row.state, actor):
        return _decided(session, hat, subject, revision)
    return case


def _case(session: Session, by: Hat, subject: Subject) -> _Case | None:
    if subject.kind is SubjectKind.UNIT:
        unit = session.get(Unit, subject.id, with_for_update=True, populate_existing=True)
        return None if unit is None else _Case(subject, unit, unit.owner_id, unit.title, by)
    month = session.get(Month, subject.id, with_for_update=True, populate_existing=True)
    if month is None:
        return None
    owner_id, title = session.execute(
        sa.select(col(Unit.owner_id), col(Unit.title)).where(col(Unit.id) == month.unit_id)
    ).one()
    return _Case(subject, month, owner_id, title, by)


def _decided(session: Session, hat: Hat, subject: Subject, revision: int) -> Problem:
    """Who was first, and when."""
    found = session.execute(
        sa.select(col(Review.person_id), col(Review.role_id), col(Review.outcome), col(Review.decided_at)).where(
            col(Review.subject_kind) == subject.kind,
            col(Review.subject_id) == subject.id,
            col(Review.revision) == revision,
        )
    ).one_or_none()
    if found is None:
        return Problem(ReviewProblem.STALE)
    person_id, role_id, outcome, at = found
    if person_id == hat.person_id:
        return Problem(ReviewProblem.DECIDED_BY_YOU, {"outcome": outcome, "at": at})
    name = people.name_of(session, person_id)
    if name is None:
        return Problem(ReviewProblem.ALREADY_DECIDED, {"outcome": outcome, "at": at})
    holder = session.execute(sa.select(col(Role.person_id)).where(col(Role.id) == role_id)).scalar_one()
    if holder == person_id:
        return Problem(ReviewProblem.DECIDED_BY, {"outcome": outcome, "at": at, "by": name})
    absent = people.known_as(session, (holder,))[holder]
    return Problem(ReviewProblem.DECIDED_IN_PLACE, {"outcome": outcome, "at": at, "by": name, "holder": absent})


def _unit_approvable(session: Session, unit_id: int, revision: int) -> Problem | None:
    found = checks(session, unit_id, revision)
    missing = tuple(check for check, state in found.items() if state is not CheckState.HOLDS)
    if missing:
        return Problem(ReviewProblem.CHECKS_MISSING, {"checks": missing})
    for rival in rivals(session, unit_id):
        if rival.state is UnitState.CONFIRMED:
            return Problem(ReviewProblem.CONTESTED, {"title": rival.title, "receipt": rival.receipt})
    return None


def _lock_claimants(session: Session, unit_id: int) -> None:
    """Lock the unit and those that claim the same licence, in one order.

    Two of them may be approved at the same moment, by two unions even; so the second sees that the first is confirmed.
    """
    claimants = [unit_id, *(rival.id for rival in rivals(session, unit_id))]
    session.execute(sa.select(col(Unit.id)).where(col(Unit.id).in_(claimants)).order_by(col(Unit.id)).with_for_update())


def _tidy(session: Session, case: _Case, remark: Remark) -> Remark | Problem:
    wrong = Problem(ReviewProblem.REMARK_DOES_NOT_FIT, {"field": remark.field})
    if remark.code not in remark_codes(case.subject.kind, remark.field):
        return wrong
    about_product = of_a_product(case.subject.kind, remark.field)
    if remark.product_id is None and about_product and case.subject.kind is SubjectKind.MONTH:
        return wrong
    if remark.product_id is not None:
        unit_id = case.row.unit_id if isinstance(case.row, Month) else case.row.id
        owner = select(Product.unit_id).where(Product.id == remark.product_id)
        if not about_product or session.exec(owner).one_or_none() != unit_id:
            return wrong
    words = _note(remark.note, wanted=remark.code is RemarkCode.OTHER)
    return words if isinstance(words, Problem) else Remark(remark.field, remark.product_id, remark.code, words)


def _note(note: str | None, *, wanted: bool) -> str | Problem | None:
    words = free_text(note, MOST_NOTE) if note else None
    if isinstance(words, Problem) or (wanted and words is None):
        return Problem(ReviewProblem.NOTE_MISSING, {"most": MOST_NOTE})
    return words


_ACTS: Final = {
    (SubjectKind.UNIT, Outcome.APPROVED): (audit.AuditAct.UNIT_APPROVED, notices.NoticeKind.UNIT_APPROVED),
    (SubjectKind.UNIT, Outcome.RETURNED): (audit.AuditAct.UNIT_RETURNED, notices.NoticeKind.UNIT_RETURNED),
    (SubjectKind.UNIT, Outcome.REJECTED): (audit.AuditAct.UNIT_REJECTED, notices.NoticeKind.UNIT_REJECTED),
    (SubjectKind.MONTH, Outcome.APPROVED): (audit.AuditAct.MONTH_APPROVED, notices.NoticeKind.MONTH_APPROVED),
    (SubjectKind.MONTH, Outcome.RETURNED): (audit.AuditAct.MONTH_RETURNED, notices.NoticeKind.MONTH_RETURNED),
    (SubjectKind.MONTH, Outcome.REJECTED): (audit.AuditAct.MONTH_REJECTED, notices.NoticeKind.MONTH_REJECTED),
}
_STATES: Final = {Outcome.APPROVED: "confirmed", Outcome.RETURNED: "returned", Outcome.REJECTED: "rejected"}


def _decide(session: Session, case: _Case, answer: _Answer) -> Decision:
    """Write everything that a decision is: state, review, remarks, audit entry, notice."""
    at, subject, row, by = now(session), case.subject, case.row, case.by
    if isinstance(row, Month):
        row.state = MonthState(_STATES[answer.outcome])
    else:
        row.state = UnitState(_STATES[answer.outcome])
    row.decided_at = at
    safe = vault(session)
    review = Review(
        subject_kind=subject.kind,
        subject_id=subject.id,
        revision=row.revision,
        outcome=answer.outcome,
        basis=answer.basis,
        rejection=answer.rejection,
        note_sealed=safe.seal(answer.note) if answer.note else None,
        person_id=by.person_id,
        role_id=by.role_id,
        office_id=by.office_id,
        decided_at=at,
    )
    session.add(review)
    session.flush()
    session.add_all(
        ReviewRemark(
            review_id=review.id,
            field=remark.field,
            product_id=remark.product_id,
            code=remark.code,
            note_sealed=safe.seal(remark.note) if remark.note else None,
        )
        for remark in answer.remarks
    )
    act, kind = _ACTS[subject.kind, answer.outcome]
    details = {"revision": str(row.revision), "office": str(by.office_id)}
    if answer.basis:
        details["basis"] = answer.basis.value
    audit.record(session, act, by=by.person_id, hat=by.role_id, subject=str(subject), details=details)
    notices.owe(session, case.owner_id, kind, _facts(session, case, answer), key=f"{kind}:{subject.id}:{row.revision}")
    session.flush()
    return Decision(subject, row.revision, answer.outcome, by.office_id, at)


def _facts(session: Session, case: _Case, answer: _Answer) -> dict[str, str | int]:
    """What the unit's notice says: of what, by whom, and the first remark with the number of all."""
    row = case.row
    facts: dict[str, str | int] = {
        "title": case.title,
        "office": case.by.office_name,
        "receipt": row.receipt,
        "revision": row.revision,
        "unit": row.unit_id if isinstance(row, Month) else row.id,
    }
    if isinstance(row, Month):
        facts["month"] = row.id
        facts["period"] = JalaliMonth(row.year, row.month).index
    if answer.rejection:
        facts |= {"code": answer.rejection.value, "note": answer.note or ""}
    if answer.remarks:
        first = answer.remarks[0]
        facts |= {
            "remarks": len(answer.remarks),
            "field": first.field,
            "code": first.code.value,
            "note": first.note or "",
        }
        if first.product_id is not None:
            name = session.execute(sa.select(col(Product.name)).where(col(Product.id) == first.product_id))
            facts |= {"product-id": first.product_id, "product": name.scalar_one()}
    return facts
