"""The union decides: one gate, first tap wins, one notice to the unit, one entry in the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import audit, letters, notices, organisations
from models.clock import now
from models.letters import RuleKey
from models.months.records import Month, MonthState
from models.organisations import Hat, RoleKind
from models.reviews.conflicts import persons_aside
from models.reviews.gate import Case, admitted
from models.reviews.in_place import InPlace
from models.reviews.permissions import Action
from models.reviews.problems import ReviewProblem
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
from models.units import (
    Product,
    Renewal,
    RenewalState,
    Unit,
    UnitState,
    delegates_of,
    lock_unit,
    renewal_card,
    renewal_refusal,
    renewal_rivals,
    rivals,
    take_renewal,
)
from models.values.jalali import JalaliMonth, tehran_date
from models.values.problem import Problem
from models.values.text import free_text
from models.vault import vault

MOST_NOTE: Final = 300
MOST_REMARKS: Final = 20


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


def set_check(
    session: Session, hat: Hat, unit_id: int, revision: int, check: Check, state: CheckState
) -> Mapping[Check, CheckState] | Problem:
    """Set one of the three checks of 60/227210 ¶2 on a submitted registration; all three as they stand now."""
    case = admitted(session, hat, Subject(SubjectKind.UNIT, unit_id), revision, Action.SET_CHECK)
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
    """Confirm a registration (all three checks hold), a month or a renewed licence, on a recorded basis.

    60/227210 ¶2, ¶5. Whoever confirms a renewed licence answers for its validity, the first of the three checks: it was
    seen, on paper or on the spot, and no history stands for that.
    """
    if subject.kind is SubjectKind.UNIT:
        _lock_claimants(session, subject.id)
    elif subject.kind is SubjectKind.LICENCE:
        lock_unit(session, subject.id)
    case = admitted(session, hat, subject, revision, Action.APPROVE)
    if isinstance(case, Problem):
        return case
    if basis is Basis.HISTORY:
        rule = letters.rule(session, RuleKey.HISTORY_COUNTS, case.row.union_id, tehran_date(now(session)))
        if not rule.yes or subject.kind is SubjectKind.LICENCE:
            return Problem(ReviewProblem.HISTORY_NOT_ALLOWED)
    if subject.kind is SubjectKind.UNIT:
        refusal = _unit_approvable(session, subject.id, revision)
        if refusal is not None:
            return refusal
    if isinstance(case.row, Renewal):
        refusal = _renewal_approvable(session, case.row)
        if refusal is not None:
            return refusal
        take_renewal(session, case.row)
    return _decide(session, case, _Answer(Outcome.APPROVED, basis=basis))


def send_back(
    session: Session, hat: Hat, subject: Subject, revision: int, remarks: tuple[Remark, ...]
) -> Decision | Problem:
    """Return a registration, a month or a renewed licence for correction, with at least one remark bound to a field."""
    case = admitted(session, hat, subject, revision, Action.SEND_BACK)
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
    case = admitted(session, hat, subject, revision, Action.REJECT)
    if isinstance(case, Problem):
        return case
    if code not in rejection_codes(subject.kind):
        return Problem(ReviewProblem.REJECTION_DOES_NOT_FIT)
    words = _note(note, wanted=code is RejectionCode.OTHER)
    if isinstance(words, Problem):
        return words
    return _decide(session, case, _Answer(Outcome.REJECTED, rejection=code, note=words))


def _unit_approvable(session: Session, unit_id: int, revision: int) -> Problem | None:
    found = checks(session, unit_id, revision)
    missing = tuple(check for check, state in found.items() if state is not CheckState.HOLDS)
    if missing:
        return Problem(ReviewProblem.CHECKS_MISSING, {"checks": missing})
    for rival in rivals(session, unit_id):
        if rival.state is UnitState.CONFIRMED:
            return Problem(ReviewProblem.CONTESTED, {"title": rival.title, "receipt": rival.receipt})
    return None


def _renewal_approvable(session: Session, row: Renewal) -> Problem | None:
    found = renewal_card(session, row.id)
    if found is None or renewal_refusal(found.old, found.new, tehran_date(now(session))) is not None:
        return Problem(ReviewProblem.LICENCE_OVER)
    for claim in renewal_rivals(session, row.unit_id, found.new.number):
        return Problem(ReviewProblem.CONTESTED, {"title": claim.title, "receipt": claim.receipt})
    return None


def _lock_claimants(session: Session, unit_id: int) -> None:
    """Lock the unit and those that claim the same licence, in one order.

    Two of them may be approved at the same moment, by two unions even; so the second sees that the first is confirmed.
    """
    claimants = [unit_id, *(rival.id for rival in rivals(session, unit_id))]
    session.execute(sa.select(col(Unit.id)).where(col(Unit.id).in_(claimants)).order_by(col(Unit.id)).with_for_update())


def _tidy(session: Session, case: Case, remark: Remark) -> Remark | Problem:
    wrong = Problem(ReviewProblem.REMARK_DOES_NOT_FIT, {"field": remark.field})
    if remark.code not in remark_codes(case.subject.kind, remark.field):
        return wrong
    about_product = of_a_product(case.subject.kind, remark.field)
    if remark.product_id is None and about_product and case.subject.kind is SubjectKind.MONTH:
        return wrong
    if remark.product_id is not None:
        owner = select(Product.unit_id).where(Product.id == remark.product_id)
        if not about_product or session.exec(owner).one_or_none() != case.unit_id:
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
    (SubjectKind.LICENCE, Outcome.APPROVED): (audit.AuditAct.LICENCE_APPROVED, notices.NoticeKind.LICENCE_APPROVED),
    (SubjectKind.LICENCE, Outcome.RETURNED): (audit.AuditAct.LICENCE_RETURNED, notices.NoticeKind.LICENCE_RETURNED),
    (SubjectKind.MONTH, Outcome.APPROVED): (audit.AuditAct.MONTH_APPROVED, notices.NoticeKind.MONTH_APPROVED),
    (SubjectKind.MONTH, Outcome.RETURNED): (audit.AuditAct.MONTH_RETURNED, notices.NoticeKind.MONTH_RETURNED),
    (SubjectKind.MONTH, Outcome.REJECTED): (audit.AuditAct.MONTH_REJECTED, notices.NoticeKind.MONTH_REJECTED),
}
_STATES: Final = {Outcome.APPROVED: "confirmed", Outcome.RETURNED: "returned", Outcome.REJECTED: "rejected"}


def _decide(session: Session, case: Case, answer: _Answer) -> Decision:
    """Write everything that a decision is: state, review, remarks, audit entry, notice."""
    at, subject, row, by = now(session), case.subject, case.row, case.by
    if isinstance(row, Month):
        row.state = MonthState(_STATES[answer.outcome])
    elif isinstance(row, Renewal):
        row.state = RenewalState(_STATES[answer.outcome])
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
        ground=case.in_place.ground if case.in_place else None,
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
    if isinstance(row, Renewal):
        details["unit"] = str(row.unit_id)
        if answer.basis:
            details |= {"check": Check.LICENCE_VALID.value, "state": CheckState.HOLDS.value}
    if case.in_place:
        details |= {"in-place-of": str(row.union_id), "ground": case.in_place.ground.value}
        details["days"] = str(case.in_place.days)
    audit.record(session, act, by=by.person_id, hat=by.role_id, subject=str(subject), details=details)
    facts, key = _facts(session, case, answer), f"{kind}:{subject.id}:{row.revision}"
    notices.owe(session, case.owner_id, kind, facts, key=key)
    if subject.kind is SubjectKind.MONTH:
        for person_id in delegates_of(session, (case.unit_id,)).get(case.unit_id, ()):
            notices.owe(session, person_id, kind, facts, key=f"{key}:{person_id}")
    if case.in_place:
        _tell_the_union(session, case, case.in_place, answer.outcome)
    session.flush()
    return Decision(subject, row.revision, answer.outcome, by.office_id, at)


def _facts(session: Session, case: Case, answer: _Answer) -> dict[str, str | int]:
    """What the unit's notice says: of what, by whom, and the first remark with the number of all."""
    row = case.row
    facts: dict[str, str | int] = {
        "title": case.title,
        "office": case.by.office_name,
        "receipt": row.receipt,
        "revision": row.revision,
        "unit": case.unit_id,
    }
    if case.in_place:
        facts |= _whose_place(case, case.in_place)
    if isinstance(row, Month):
        facts["month"] = row.id
        facts["period"] = JalaliMonth(row.year, row.month).index
    if isinstance(row, Renewal):
        facts["expires"] = row.expires.isoformat()
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


def _whose_place(case: Case, in_place: InPlace) -> dict[str, str | int]:
    """That an office above the union decided, why, and on what that rests."""
    return {
        "office-kind": case.by.office_kind.value,
        "union": in_place.union,
        "ground": in_place.ground.value,
        "days": in_place.days,
        **letters.kept(in_place.source),
    }


def _tell_the_union(session: Session, case: Case, in_place: InPlace, outcome: Outcome) -> None:
    """Whoever works in the union hears of what was decided in its place; not those who step aside from the unit."""
    facts: dict[str, str | int] = {
        **_whose_place(case, in_place),
        "title": case.title,
        "office": case.by.office_name,
        "outcome": outcome.value,
        "kind": case.subject.kind.value,
        "subject": case.subject.id,
    }
    if isinstance(case.row, Month):
        facts["period"] = JalaliMonth(case.row.year, case.row.month).index
    aside = {case.owner_id, *session.execute(persons_aside(case.unit_id)).scalars()}
    told = organisations.officers(session, case.row.union_id, RoleKind.UNION_APPROVER, RoleKind.UNION_SECRETARY)
    for person_id, hat in {hat.person_id: hat for hat in reversed(told) if hat.person_id not in aside}.items():
        key = f"decided-in-place:{case.subject}:{case.row.revision}:{person_id}"
        role_id = hat.role_id if hat.kind is RoleKind.UNION_APPROVER else 0
        notices.owe(session, person_id, notices.NoticeKind.DECIDED_IN_PLACE, {**facts, "role": role_id}, key)
