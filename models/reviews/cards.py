"""What the approver sees of one submission, and what the unit sees of the union's answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.clock import now
from models.months.facts import monthly
from models.months.reading import MonthSheet, SheetLine, sheet
from models.months.records import Month, MonthLine, MonthState, Reason
from models.organisations import Hat, Office, OfficeKind
from models.reviews.decisions import checks
from models.reviews.in_place import InPlace, Standing, Submission, standing
from models.reviews.permissions import DECIDING, Action, allowed
from models.reviews.problems import ReviewProblem
from models.reviews.records import (
    Basis,
    Check,
    CheckState,
    Ground,
    Outcome,
    RejectionCode,
    RemarkCode,
    Review,
    ReviewRemark,
)
from models.reviews.waiting import TABLES
from models.snapshots import Change, Subject, SubjectKind, changes
from models.units import (
    Claim,
    Product,
    Registration,
    RenewalCard,
    RenewalState,
    Rival,
    UnitCard,
    UnitState,
    owner_unproven,
    registration,
    renewal_card,
    renewal_rivals,
    rivals,
    runs,
    unit_card,
)
from models.values.ids import GuildId
from models.values.jalali import tehran_date
from models.values.problem import Problem
from models.vault import vault


class UnitWarning(StrEnum):
    """What an approver should look at twice; the text is ``unit-warning-<warning>``."""

    LICENCE_EXPIRED = "licence-expired"
    CONTESTED = "contested"
    NO_UNIQUE_LICENCE_ID = "no-unique-licence-id"
    GUILD_ID_LENGTH = "guild-id-length"
    USUAL_OVER_CAPACITY = "usual-over-capacity"
    OWNER_UNPROVEN = "owner-unproven"
    """An office brought it by a sheet, and nobody has proven the owner's number yet."""


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A remark as it is shown; ``product`` is the name of the product that it is about."""

    field: str
    product_id: int | None
    product: str | None
    code: RemarkCode
    note: str | None


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The last decision. ``office``: the deciding body; persons are not named. ``at`` is aware UTC.

    ``ground``: why an office of that kind decided in the place of ``union``; None when the union itself did.
    """

    outcome: Outcome
    revision: int
    at: datetime
    office: str
    basis: Basis | None
    remarks: tuple[RemarkView, ...]
    rejection: RejectionCode | None
    note: str | None
    office_kind: OfficeKind = OfficeKind.UNION
    ground: Ground | None = None
    union: str | None = None


@dataclass(frozen=True, slots=True)
class UnitReviewCard:
    """A registration before the union: what is stated, checked and doubtful, and what may be done with it.

    ``changes``: since the last look, empty on the first; ``last``: the last answer; ``days`` of waiting; ``in_place``:
    why an office above the union decides.
    """

    card: UnitCard
    registration: Registration
    checks: Mapping[Check, CheckState]
    warnings: tuple[UnitWarning, ...]
    rivals: tuple[Rival, ...]
    changes: tuple[Change, ...]
    last: ReviewView | None
    days: int
    actions: frozenset[Action]
    in_place: InPlace | None = None


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One product of a month beside what is known of it; ``previous``: made in the month before, None if unrecorded."""

    line: SheetLine
    monthly_capacity: Decimal
    previous: Decimal | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class MonthReviewCard:
    """A month before the union. ``sheet`` holds state, late, zero and the reason for the whole month.

    ``in_place``: why an office above the union decides.
    """

    sheet: MonthSheet
    lines: tuple[ReviewLine, ...]
    changes: tuple[Change, ...]
    last: ReviewView | None
    days: int
    actions: frozenset[Action]
    in_place: InPlace | None = None


@dataclass(frozen=True, slots=True)
class LicenceReviewCard:
    """A renewed licence before the union, beside the one that stands.

    ``rivals``: confirmed units of others with the same licence; ``in_place``: why an office above the union decides.
    """

    card: RenewalCard
    rivals: tuple[Claim, ...]
    changes: tuple[Change, ...]
    last: ReviewView | None
    days: int
    actions: frozenset[Action]
    in_place: InPlace | None = None


def unit_review_card(session: Session, hat: Hat, unit_id: int) -> UnitReviewCard | Problem:
    """A registration as whoever decides on it sees it, in whatever state it is."""
    card = unit_card(session, unit_id)
    if isinstance(card, Problem):
        return Problem(ReviewProblem.NOT_YOURS)
    waits = card.state is UnitState.SUBMITTED
    found = _looker(session, hat, Submission(unit_id, card.union_id, card.owner_id, card.submitted_at, waits))
    if isinstance(found, Problem):
        return found
    stated = registration(session, unit_id)
    if isinstance(stated, Problem):
        return stated
    claims = rivals(session, unit_id) if waits else ()
    subject = Subject(SubjectKind.UNIT, unit_id)
    return UnitReviewCard(
        card=card,
        registration=stated,
        checks=checks(session, unit_id, card.revision),
        warnings=_warnings(session, unit_id, stated, contested=bool(claims)),
        rivals=claims,
        changes=changes(session, subject),
        last=_last(session, subject),
        days=(now(session) - card.submitted_at).days,
        actions=allowed(SubjectKind.UNIT, card.state, found.actor),
        in_place=found.in_place,
    )


def month_review_card(session: Session, hat: Hat, month_id: int) -> MonthReviewCard | Problem:
    """A month as whoever decides on it sees it, in whatever state it is."""
    found = sheet(session, month_id)
    if found is None:
        return Problem(ReviewProblem.NOT_YOURS)
    waits = found.state is MonthState.SUBMITTED
    case = Submission(found.unit_id, found.union_id, found.owner_id, found.submitted_at, waits)
    looker = _looker(session, hat, case)
    if isinstance(looker, Problem):
        return looker
    subject = Subject(SubjectKind.MONTH, month_id)
    return MonthReviewCard(
        sheet=found,
        lines=_lines(session, found),
        changes=changes(session, subject),
        last=_last(session, subject),
        days=(now(session) - found.submitted_at).days,
        actions=allowed(SubjectKind.MONTH, found.state, looker.actor),
        in_place=looker.in_place,
    )


def licence_review_card(session: Session, hat: Hat, renewal_id: int) -> LicenceReviewCard | Problem:
    """A renewed licence as whoever decides on it sees it, in whatever state it is."""
    card = renewal_card(session, renewal_id)
    if card is None:
        return Problem(ReviewProblem.NOT_YOURS)
    waits = card.state is RenewalState.SUBMITTED
    found = _looker(session, hat, Submission(card.unit_id, card.union_id, card.owner_id, card.submitted_at, waits))
    if isinstance(found, Problem):
        return found
    subject = Subject(SubjectKind.LICENCE, renewal_id)
    return LicenceReviewCard(
        card=card,
        rivals=renewal_rivals(session, card.unit_id, card.new.number) if waits else (),
        changes=changes(session, subject),
        last=_last(session, subject),
        days=(now(session) - card.submitted_at).days,
        actions=allowed(SubjectKind.LICENCE, card.state, found.actor),
        in_place=found.in_place,
    )


def last_review(session: Session, person_id: int, subject: Subject) -> ReviewView | Problem | None:
    """The union's last answer to the person's own registration or month; None before the first."""
    unit_id = subject.id
    if subject.kind is not SubjectKind.UNIT:
        table: Any = TABLES[subject.kind]
        query = sa.select(col(table.unit_id)).where(col(table.id) == subject.id)
        unit_id = session.execute(query).scalar_one_or_none() or 0
    return _last(session, subject) if runs(session, person_id, unit_id) else Problem(ReviewProblem.NOT_YOURS)


def remarks_for(session: Session, person_id: int, subject: Subject) -> tuple[RemarkView, ...] | Problem:
    """What the unit is asked to mend now: the remarks of the last answer, empty when that was no return."""
    last = last_review(session, person_id, subject)
    return last if isinstance(last, Problem) else last.remarks if last else ()


def _looker(session: Session, hat: Hat, case: Submission) -> Standing | Problem:
    live = organisations.hat(session, hat.person_id, hat.role_id)
    found = Problem(ReviewProblem.NOT_YOURS) if isinstance(live, Problem) else standing(session, live, case)
    if isinstance(found, Problem):
        return found
    return found if found.actor in DECIDING else Problem(ReviewProblem.NOT_YOURS)


def _warnings(session: Session, unit_id: int, stated: Registration, *, contested: bool) -> tuple[UnitWarning, ...]:
    found = {
        UnitWarning.LICENCE_EXPIRED: stated.licence_expires < tehran_date(now(session)),
        UnitWarning.CONTESTED: contested,
        UnitWarning.NO_UNIQUE_LICENCE_ID: stated.unique_licence_id is None,
        UnitWarning.GUILD_ID_LENGTH: GuildId(stated.guild_id).warning() is not None,
        UnitWarning.USUAL_OVER_CAPACITY: any(
            product.usual_monthly * 12 > product.yearly_capacity for product in stated.products
        ),
        UnitWarning.OWNER_UNPROVEN: owner_unproven(session, unit_id),
    }
    return tuple(warning for warning, holds in found.items() if holds)


def _lines(session: Session, found: MonthSheet) -> tuple[ReviewLine, ...]:
    previous = dict(
        session.execute(
            sa.select(col(MonthLine.product_id), col(MonthLine.made))
            .join(Month, col(Month.id) == col(MonthLine.month_id))
            .where(
                col(Month.unit_id) == found.unit_id,
                col(Month.period) == found.month.index - 1,
                col(Month.state) != MonthState.REJECTED,
            )
        ).all()
    )
    capacity = dict(
        session.execute(
            sa.select(col(Product.id), col(Product.yearly_capacity)).where(col(Product.unit_id) == found.unit_id)
        ).all()
    )
    return tuple(
        ReviewLine(
            line,
            monthly(capacity[line.product_id]),
            previous.get(line.product_id),
            tuple(reason for reason in found.reasons if reason.product_id == line.product_id),
        )
        for line in found.lines
    )


def _last(session: Session, subject: Subject) -> ReviewView | None:
    found = session.execute(
        sa.select(
            col(Review.id),
            col(Review.outcome),
            col(Review.revision),
            col(Review.decided_at),
            col(Office.name),
            col(Review.basis),
            col(Review.rejection),
            col(Review.note_sealed),
            col(Office.kind),
            col(Review.ground),
        )
        .join(Office, col(Office.id) == col(Review.office_id))
        .where(col(Review.subject_kind) == subject.kind, col(Review.subject_id) == subject.id)
        .order_by(col(Review.revision).desc())
        .limit(1)
    ).one_or_none()
    if found is None:
        return None
    review_id, outcome, revision, at, office, basis, rejection, note, kind, ground = found
    safe = vault(session)
    remarks = session.execute(
        sa.select(
            col(ReviewRemark.field),
            col(ReviewRemark.product_id),
            col(Product.name),
            col(ReviewRemark.code),
            col(ReviewRemark.note_sealed),
        )
        .outerjoin(Product, col(Product.id) == col(ReviewRemark.product_id))
        .where(col(ReviewRemark.review_id) == review_id)
        .order_by(col(ReviewRemark.id))
    ).all()
    return ReviewView(
        outcome,
        revision,
        at,
        office,
        basis,
        tuple(
            RemarkView(field, product_id, product, code, None if sealed is None else safe.open(sealed))
            for field, product_id, product, code, sealed in remarks
        ),
        rejection,
        None if note is None else safe.open(note),
        kind,
        ground,
        _union_of(session, subject) if ground else None,
    )


def _union_of(session: Session, subject: Subject) -> str:
    """The name of the union whose place was taken."""
    table = TABLES[subject.kind]
    query = sa.select(col(Office.name)).join(table, col(table.union_id) == col(Office.id))
    name: str = session.execute(query.where(col(table.id) == subject.id)).scalar_one()
    return name
