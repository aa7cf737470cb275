"""The union's decisions as they are stored: one per submission, with its remarks; and the three checks."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import BigKey, UtcDateTime, enum_column
from models.months.records import OF_A_PRODUCT, MonthField
from models.snapshots import SubjectKind
from models.units import RegistrationField


class Check(StrEnum):
    """The three tests of 60/227210 ¶2, each with its own state; the text is ``check-<check>``."""

    LICENCE_VALID = "licence-valid"
    PLACE_MATCHES = "place-matches"
    REAL_PRODUCTION = "real-production"


class CheckState(StrEnum):
    """What the approver found; the text is ``check-state-<state>``."""

    UNSET = "unset"
    HOLDS = "holds"
    DOUBT = "doubt"


class Basis(StrEnum):
    """What an approval rests on (60/227210 ¶5 names documents, evidence and visits); the text is ``basis-<basis>``.

    ``history`` is no word of the letter: only where the rule ``review.history-counts`` allows it, and marked.
    """

    DOCUMENT_SEEN = "document-seen"
    VISIT = "visit"
    HISTORY = "history"


class Outcome(StrEnum):
    """What was decided."""

    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"


class Ground(StrEnum):
    """Why an office decides in the union's place; the text is ``ground-<ground>``."""

    NO_ACCESS = "no-access"
    """The union has nobody yet who could decide."""
    CONFLICT = "conflict"
    """Everybody who could decide in the union has to step aside."""
    SILENT = "silent"
    """The union has not answered within the days of the rule."""


class RemarkCode(StrEnum):
    """Why a field is sent back; the text is ``remark-<code>``. ``other`` wants a note."""

    DIFFERS_FROM_LICENCE = "differs-from-licence"
    LICENCE_EXPIRED = "licence-expired"
    INCOMPLETE = "incomplete"
    NOT_FOUND = "not-found"
    WRONG_PLACE = "wrong-place"
    WRONG_UNION = "wrong-union"
    IMPLAUSIBLE = "implausible"
    WRONG_MEASURE = "wrong-measure"
    OVER_CAPACITY = "over-capacity"
    SOLD_OVER_STOCK = "sold-over-stock"
    DIFFERS_FROM_DOCUMENTS = "differs-from-documents"
    OTHER = "other"


class RejectionCode(StrEnum):
    """Why something is rejected for good; the text is ``rejection-<code>``. ``other`` wants a note."""

    NOT_PRODUCTION = "not-production"
    NOT_A_MEMBER = "not-a-member"
    CLAIMED_BY_OTHER = "claimed-by-other"
    UNIT_CLOSED = "unit-closed"
    NOT_REAL = "not-real"
    OTHER = "other"


_IDS = (RemarkCode.DIFFERS_FROM_LICENCE, RemarkCode.INCOMPLETE, RemarkCode.NOT_FOUND, RemarkCode.OTHER)
_NAMES = (RemarkCode.DIFFERS_FROM_LICENCE, RemarkCode.INCOMPLETE, RemarkCode.OTHER)
_FIGURES = (
    RemarkCode.IMPLAUSIBLE,
    RemarkCode.WRONG_MEASURE,
    RemarkCode.OVER_CAPACITY,
    RemarkCode.DIFFERS_FROM_DOCUMENTS,
    RemarkCode.OTHER,
)
_UNIT_REMARKS: Final = {
    RegistrationField.PERSON_KIND: _NAMES,
    RegistrationField.FIRST_NAME: _NAMES,
    RegistrationField.LAST_NAME: _NAMES,
    RegistrationField.COMPANY_NAME: _NAMES,
    RegistrationField.TITLE: _NAMES,
    RegistrationField.LICENCE_ISSUED: (RemarkCode.DIFFERS_FROM_LICENCE, RemarkCode.OTHER),
    RegistrationField.LICENCE_EXPIRES: (
        RemarkCode.LICENCE_EXPIRED,
        RemarkCode.DIFFERS_FROM_LICENCE,
        RemarkCode.OTHER,
    ),
    RegistrationField.LICENSED_SINCE: (
        RemarkCode.DIFFERS_FROM_LICENCE,
        RemarkCode.DIFFERS_FROM_DOCUMENTS,
        RemarkCode.OTHER,
    ),
    RegistrationField.UNION: (RemarkCode.WRONG_UNION, RemarkCode.OTHER),
    RegistrationField.TRADE_CLASS: (RemarkCode.DIFFERS_FROM_LICENCE, RemarkCode.OTHER),
    RegistrationField.ADDRESS: (
        RemarkCode.WRONG_PLACE,
        RemarkCode.INCOMPLETE,
        RemarkCode.DIFFERS_FROM_LICENCE,
        RemarkCode.OTHER,
    ),
    RegistrationField.LOCATION: (RemarkCode.WRONG_PLACE, RemarkCode.OTHER),
    RegistrationField.PRODUCTS: (*_FIGURES[:-1], RemarkCode.INCOMPLETE, RemarkCode.OTHER),
    RegistrationField.EMPLOYEES: (RemarkCode.IMPLAUSIBLE, RemarkCode.DIFFERS_FROM_DOCUMENTS, RemarkCode.OTHER),
}
_MONTH_REMARKS: Final = {
    MonthField.MADE: _FIGURES,
    MonthField.SOLD: (
        RemarkCode.SOLD_OVER_STOCK,
        RemarkCode.IMPLAUSIBLE,
        RemarkCode.WRONG_MEASURE,
        RemarkCode.DIFFERS_FROM_DOCUMENTS,
        RemarkCode.OTHER,
    ),
    MonthField.SOLD_VALUE: (RemarkCode.IMPLAUSIBLE, RemarkCode.DIFFERS_FROM_DOCUMENTS, RemarkCode.OTHER),
    MonthField.EMPLOYEES: (RemarkCode.IMPLAUSIBLE, RemarkCode.DIFFERS_FROM_DOCUMENTS, RemarkCode.OTHER),
    MonthField.ZERO_REASON: (RemarkCode.IMPLAUSIBLE, RemarkCode.INCOMPLETE, RemarkCode.OTHER),
}


LICENCE_FIELDS: Final = (
    RegistrationField.LICENCE_NUMBER,
    RegistrationField.LICENCE_ISSUED,
    RegistrationField.LICENCE_EXPIRES,
)
"""What is stated of a renewed licence, named as in the registration."""


def remark_codes(kind: SubjectKind, field: str) -> tuple[RemarkCode, ...]:
    """Which reasons fit a field of a registration, a month or a licence, in the order of offering; empty for none."""
    if kind is SubjectKind.MONTH:
        return _MONTH_REMARKS[MonthField(field)] if field in set(MonthField) else ()
    fields = LICENCE_FIELDS if kind is SubjectKind.LICENCE else tuple(RegistrationField)
    return _UNIT_REMARKS.get(RegistrationField(field), _IDS) if field in fields else ()


def rejection_codes(kind: SubjectKind) -> tuple[RejectionCode, ...]:
    """Which reasons there are to reject a registration or a month for good; what a licence says is only mended."""
    if kind is SubjectKind.UNIT:
        return tuple(RejectionCode)
    if kind is SubjectKind.LICENCE:
        return ()
    return (RejectionCode.NOT_REAL, RejectionCode.UNIT_CLOSED, RejectionCode.OTHER)


class Review(SQLModel, table=True):
    """One decision on one submission; ``office_id`` is the confirming body, ``role_id`` the role that was worn.

    ``ground``: why it was decided in the union's place, empty when the union itself decided.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        # The net under "first tap wins": one decision per submission.
        sa.UniqueConstraint("subject_kind", "subject_id", "revision"),
        sa.CheckConstraint("(outcome = 'approved') = (basis IS NOT NULL)", name="basis_of_approval"),
        sa.CheckConstraint("(outcome = 'rejected') = (rejection IS NOT NULL)", name="code_of_rejection"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    subject_kind: SubjectKind = Field(sa_column=sa.Column(enum_column(SubjectKind), nullable=False))
    subject_id: int = Field(sa_column=sa.Column(sa.BigInteger, nullable=False))
    revision: int
    outcome: Outcome = Field(sa_column=sa.Column(enum_column(Outcome), nullable=False))
    basis: Basis | None = Field(default=None, sa_column=sa.Column(enum_column(Basis)))
    rejection: RejectionCode | None = Field(default=None, sa_column=sa.Column(enum_column(RejectionCode)))
    note_sealed: bytes | None = None
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    role_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("roles.id"), nullable=False))
    office_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    ground: Ground | None = Field(default=None, sa_column=sa.Column(enum_column(Ground)))
    decided_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


class ReviewRemark(SQLModel, table=True):
    """What is to be mended: a field of the registration or of the month (of one product where the field has one)."""

    __tablename__ = "review_remarks"
    __table_args__ = (sa.Index("ix_review_remarks_review_id", "review_id"),)

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    review_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("reviews.id"), nullable=False))
    field: str = Field(max_length=40)
    product_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("products.id")))
    code: RemarkCode = Field(sa_column=sa.Column(enum_column(RemarkCode), nullable=False))
    note_sealed: bytes | None = None


class RegistrationCheck(SQLModel, table=True):
    """One of the three checks at one revision; a registration that comes again is checked anew."""

    __tablename__ = "registration_checks"

    unit_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id"), primary_key=True, autoincrement=False)
    )
    revision: int = Field(sa_column=sa.Column(sa.Integer, primary_key=True, autoincrement=False))
    # Not named "check", which is a word of SQL.
    test: Check = Field(sa_column=sa.Column(enum_column(Check), primary_key=True))
    state: CheckState = Field(sa_column=sa.Column(enum_column(CheckState), nullable=False))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    set_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class Remark:
    """A field that is sent back: ``field`` is a RegistrationField or a MonthField; ``note`` at most 300 characters."""

    field: str
    product_id: int | None
    code: RemarkCode
    note: str | None = None


def of_a_product(kind: SubjectKind, field: str) -> bool:
    """Whether a remark on this field must name a product (figures of a month) or may (products of a registration)."""
    if kind is SubjectKind.LICENCE:
        return False
    return field in OF_A_PRODUCT if kind is SubjectKind.MONTH else field == RegistrationField.PRODUCTS
