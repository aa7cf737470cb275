"""What the approver sees of one submission, and what the unit sees of the union's answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.clock import now
from models.months.facts import monthly
from models.months.reading import MonthSheet, SheetLine, sheet
from models.months.records import Month, MonthLine, MonthState, Reason
from models.organisations import Hat, Office
from models.reviews.decisions import ReviewProblem, checks
from models.reviews.permissions import Action, Actor, actor_of, allowed
from models.reviews.records import (
    Basis,
    Check,
    CheckState,
    Outcome,
    RejectionCode,
    RemarkCode,
    Review,
    ReviewRemark,
)
from models.snapshots import Change, Subject, SubjectKind, changes
from models.units import Product, Registration, Rival, UnitCard, registration, rivals, runs, unit_card
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
    """The last decision. ``office``: the deciding body; persons are not named. ``at`` is aware UTC."""

    outcome: Outcome
    revision: int
    at: datetime
    office: str
    basis: Basis | None
    remarks: tuple[RemarkView, ...]
    rejection: RejectionCode | None
    note: str | None


@dataclass(frozen=True, slots=True)
class UnitReviewCard:
    """A registration before the union: what is stated, checked and doubtful, and what may be done with it.

    ``changes``: since the last look, empty on the first; ``last``: the union's last answer; ``days`` of waiting.
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


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One product of a month beside what is known of it; ``previous``: made in the month before, None if unrecorded."""

    line: SheetLine
    monthly_capacity: Decimal
    previous: Decimal | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class MonthReviewCard:
    """A month before the union. ``sheet`` holds state, late, zero and the reason for the whole month."""

    sheet: MonthSheet
    lines: tuple[ReviewLine, ...]
    changes: tuple[Change, ...]
    last: ReviewView | None
    days: int
    actions: frozenset[Action]


def unit_review_card(session: Session, hat: Hat, unit_id: int) -> UnitReviewCard | Problem:
    """A registration as an approver of its union sees it, in whatever state it is."""
    card = unit_card(session, unit_id)
    if isinstance(card, Problem):
        return Problem(ReviewProblem.NOT_YOURS)
    actor = _looker(session, hat, card.union_id, card.owner_id)
    if isinstance(actor, Problem):
        return actor
    stated = registration(session, unit_id)
    if isinstance(stated, Problem):
        return stated
    claims = rivals(session, unit_id) if card.contested else ()
    subject = Subject(SubjectKind.UNIT, unit_id)
    return UnitReviewCard(
        card=card,
        registration=stated,
        checks=checks(session, unit_id, card.revision),
        warnings=_warnings(session, stated, contested=bool(claims)),
        rivals=claims,
        changes=changes(session, subject),
        last=_last(session, subject),
        days=(now(session) - card.submitted_at).days,
        actions=allowed(SubjectKind.UNIT, card.state, actor),
    )


def month_review_card(session: Session, hat: Hat, month_id: int) -> MonthReviewCard | Problem:
    """A month as an approver of its union sees it, in whatever state it is."""
    found = sheet(session, month_id)
    if found is None:
        return Problem(ReviewProblem.NOT_YOURS)
    actor = _looker(session, hat, found.union_id, found.owner_id)
    if isinstance(actor, Problem):
        return actor
    subject = Subject(SubjectKind.MONTH, month_id)
    return MonthReviewCard(
        sheet=found,
        lines=_lines(session, found),
        changes=changes(session, subject),
        last=_last(session, subject),
        days=(now(session) - found.submitted_at).days,
        actions=allowed(SubjectKind.MONTH, found.state, actor),
    )


def last_review(session: Session, person_id: int, subject: Subject) -> ReviewView | Problem | None:
    """The union's last answer to the person's own registration or month; None before the first."""
    unit_id = subject.id
    if subject.kind is SubjectKind.MONTH:
        query = sa.select(col(Month.unit_id)).where(col(Month.id) == subject.id)
        unit_id = session.execute(query).scalar_one_or_none() or 0
    return _last(session, subject) if runs(session, person_id, unit_id) else Problem(ReviewProblem.NOT_YOURS)


def remarks_for(session: Session, person_id: int, subject: Subject) -> tuple[RemarkView, ...] | Problem:
    """What the unit is asked to mend now: the remarks of the last answer, empty when that was no return."""
    last = last_review(session, person_id, subject)
    return last if isinstance(last, Problem) else last.remarks if last else ()


def _looker(session: Session, hat: Hat, union_id: int, owner_id: int) -> Actor | Problem:
    live = organisations.hat(session, hat.person_id, hat.role_id)
    actor = Actor.STRANGER if isinstance(live, Problem) else actor_of(live, union_id, owner_id)
    if actor is Actor.OWNING_APPROVER:
        return Problem(ReviewProblem.OWN_UNIT)
    return actor if actor is Actor.APPROVER else Problem(ReviewProblem.NOT_YOURS)


def _warnings(session: Session, stated: Registration, *, contested: bool) -> tuple[UnitWarning, ...]:
    found = {
        UnitWarning.LICENCE_EXPIRED: stated.licence_expires < tehran_date(now(session)),
        UnitWarning.CONTESTED: contested,
        UnitWarning.NO_UNIQUE_LICENCE_ID: stated.unique_licence_id is None,
        UnitWarning.GUILD_ID_LENGTH: GuildId(stated.guild_id).warning() is not None,
        UnitWarning.USUAL_OVER_CAPACITY: any(
            product.usual_monthly * 12 > product.yearly_capacity for product in stated.products
        ),
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
        )
        .join(Office, col(Office.id) == col(Review.office_id))
        .where(col(Review.subject_kind) == subject.kind, col(Review.subject_id) == subject.id)
        .order_by(col(Review.revision).desc())
        .limit(1)
    ).one_or_none()
    if found is None:
        return None
    review_id, outcome, revision, at, office, basis, rejection, note = found
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
    )
