"""Monthly production statistics as they are stored: one record per unit and month, one line per product."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import BigKey, ExactDecimal, UtcDateTime, enum_column


class MonthState(StrEnum):
    """Where a recorded month stands; its text is the message ``month-state-<state>``."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class MonthField(StrEnum):
    """Every field of a month, named as the step of the form that asks for it; the first three belong to a product."""

    MADE = "made"
    SOLD = "sold"
    SOLD_VALUE = "sold-value"
    EMPLOYEES = "employees"
    ZERO_REASON = "zero-reason"


OF_A_PRODUCT: Final = frozenset({MonthField.MADE, MonthField.SOLD, MonthField.SOLD_VALUE})


class ReasonKind(StrEnum):
    """What about a figure asks for a reason; it never blocks, and the union sees both."""

    OVER_CAPACITY = "over-capacity"
    """More was made than a twelfth of the yearly capacity."""
    JUMP = "jump"
    """A thousand times, or a thousandth of, what is usual: kilogram and tonne are often mixed up."""
    DROP = "drop"
    """Less than half of what is usual."""
    SOLD_OVER_STOCK = "sold-over-stock"
    """More was sold than was made and lay in stock, as far as the recorded months tell."""
    ZERO = "zero"
    """Nothing was made in the whole month."""


class ReasonCode(StrEnum):
    """The unit's own explanation; ``other`` wants a note."""

    EXTRA_SHIFT = "extra-shift"
    NEW_MACHINE = "new-machine"
    BIG_ORDER = "big-order"
    SEASON = "season"
    STOPPED_MACHINE = "stopped-machine"
    NO_MATERIAL = "no-material"
    NO_ORDER = "no-order"
    HOLIDAY = "holiday"
    ILLNESS = "illness"
    OLD_STOCK = "old-stock"
    OTHER = "other"


REASON_CODES: Final = {
    ReasonKind.OVER_CAPACITY: (
        ReasonCode.EXTRA_SHIFT,
        ReasonCode.NEW_MACHINE,
        ReasonCode.BIG_ORDER,
        ReasonCode.SEASON,
        ReasonCode.OTHER,
    ),
    ReasonKind.JUMP: (
        ReasonCode.EXTRA_SHIFT,
        ReasonCode.NEW_MACHINE,
        ReasonCode.BIG_ORDER,
        ReasonCode.SEASON,
        ReasonCode.STOPPED_MACHINE,
        ReasonCode.NO_MATERIAL,
        ReasonCode.NO_ORDER,
        ReasonCode.HOLIDAY,
        ReasonCode.ILLNESS,
        ReasonCode.OTHER,
    ),
    ReasonKind.DROP: (
        ReasonCode.SEASON,
        ReasonCode.STOPPED_MACHINE,
        ReasonCode.NO_MATERIAL,
        ReasonCode.NO_ORDER,
        ReasonCode.HOLIDAY,
        ReasonCode.ILLNESS,
        ReasonCode.OTHER,
    ),
    ReasonKind.SOLD_OVER_STOCK: (ReasonCode.OLD_STOCK, ReasonCode.OTHER),
    ReasonKind.ZERO: (
        ReasonCode.NO_ORDER,
        ReasonCode.NO_MATERIAL,
        ReasonCode.STOPPED_MACHINE,
        ReasonCode.SEASON,
        ReasonCode.HOLIDAY,
        ReasonCode.ILLNESS,
        ReasonCode.OTHER,
    ),
}
"""Which explanations fit which question, in the order in which they are offered."""


class MonthProblem(StrEnum):
    """Why a month cannot be recorded or shown."""

    UNIT_NOT_CONFIRMED = "unit-not-confirmed"
    """``title``, ``state``: months are recorded once the union has confirmed the registration (60/227210 ¶2)."""
    NOT_FINISHED = "month-not-finished"
    """``month``, ``opens``: the date from which it can be recorded."""
    BEFORE_LICENCE = "month-before-licence"
    """``month``, ``first``: the first month that counts, ``issued``: the licence's first day."""
    UNDER_REVIEW = "month-under-review"
    """``month``, ``since``: the date since which it lies with the union."""
    CONFIRMED = "month-confirmed"
    """``month``, ``at``: the date of its confirmation."""
    REJECTED = "month-rejected"
    """``month``, ``at``: the date on which it was rejected for good."""
    STALE = "month-stale"
    """``month``: it has moved on since the form was filled."""
    UNKNOWN = "month-unknown"
    """There is no such month of this person."""
    PRODUCT_MISSING = "month-product-missing"
    """``name``: a product without a line."""
    PRODUCT_UNKNOWN = "month-product-unknown"
    """A line is about something that is no product of the unit, or about one product twice."""
    FIGURE_OUTSIDE = "month-figure-outside"
    """``field``, ``name``: below zero, more than 12 whole digits or more than 3 decimals (rial: 15 digits)."""
    VALUE_WITHOUT_SALE = "value-without-sale"
    """``name``: a sales value although nothing was sold."""
    EMPLOYEES_OUTSIDE = "month-employees-outside"
    """``got``, ``least``, ``most``."""
    ZERO_WITH_QUANTITY = "zero-with-quantity"
    """``name``: said to be a month without production, but something of this was made."""
    REASON_MISSING = "month-reason-missing"
    """``kind``: the ReasonKind that wants a reason; ``name``: the product."""
    ZERO_REASON_MISSING = "zero-reason-missing"
    """``month``: nothing was made and no reason is given."""
    NOTE_MISSING = "month-note-missing"
    """``most``: the reason «other» wants a few words, at most so many characters."""


IS_SUBMITTED: Final = sa.text("state = 'submitted'")
"""The condition of the inbox's partial index, written out so that the planner sees that it fits."""


class Month(SQLModel, table=True):
    """A unit's month. ``period`` is the JalaliMonth's index; ``revision`` grows with each submission.

    ``late`` is judged once, at the first submission; correcting a returned month never makes it late.
    """

    __tablename__ = "months"
    __table_args__ = (
        sa.UniqueConstraint("unit_id", "period"),
        sa.CheckConstraint("month BETWEEN 1 AND 12", name="month"),
        sa.CheckConstraint("period = year * 12 + month - 1", name="period"),
        sa.CheckConstraint("revision >= 1", name="revision"),
        sa.CheckConstraint("employees >= 0", name="employees"),
        sa.CheckConstraint(
            "(state IN ('confirmed', 'rejected', 'returned')) = (decided_at IS NOT NULL)", name="decided"
        ),
        sa.Index(
            "ix_months_inbox",
            "union_id",
            "submitted_at",
            "id",
            sqlite_where=IS_SUBMITTED,
            postgresql_where=IS_SUBMITTED,
        ),
        # Holds all that a verdict reads of a month, so that the table itself is not touched.
        sa.Index("ix_months_verdict", "unit_id", "period", "state", "late", "submitted_at"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    unit_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id"), nullable=False))
    union_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    year: int
    month: int
    period: int
    state: MonthState = Field(
        default=MonthState.SUBMITTED, sa_column=sa.Column(enum_column(MonthState), nullable=False)
    )
    revision: int = 1
    employees: int
    zero_reason: ReasonCode | None = Field(default=None, sa_column=sa.Column(enum_column(ReasonCode)))
    late: bool
    outage: bool = False
    receipt: str = Field(unique=True, max_length=20)
    first_received_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    judged_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    submitted_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    decided_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


class MonthLine(SQLModel, table=True):
    """One product's figures in a month: quantities in the product's measure, the value in rial."""

    __tablename__ = "month_lines"
    __table_args__ = (
        sa.CheckConstraint("made >= 0", name="made"),
        sa.CheckConstraint("sold >= 0", name="sold"),
        sa.CheckConstraint("sold_value >= 0", name="sold_value"),
    )

    month_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("months.id"), primary_key=True, autoincrement=False)
    )
    product_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("products.id"), primary_key=True, autoincrement=False)
    )
    made: Decimal = Field(sa_column=sa.Column(ExactDecimal, nullable=False))
    sold: Decimal = Field(sa_column=sa.Column(ExactDecimal, nullable=False))
    sold_value: int = Field(sa_column=sa.Column(sa.BigInteger, nullable=False))


class MonthReason(SQLModel, table=True):
    """Why a figure is unusual, in the unit's words; ``product_id`` is empty for the whole month (zero)."""

    __tablename__ = "month_reasons"
    __table_args__ = (
        sa.CheckConstraint("(kind = 'zero') = (product_id IS NULL)", name="product"),
        sa.Index("ix_month_reasons_month_id", "month_id"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    month_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("months.id"), nullable=False))
    product_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("products.id")))
    kind: ReasonKind = Field(sa_column=sa.Column(enum_column(ReasonKind), nullable=False))
    code: ReasonCode = Field(sa_column=sa.Column(enum_column(ReasonCode), nullable=False))
    note_sealed: bytes | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One product's figures: ``made`` and ``sold`` in the product's measure, ``sold_value`` in rial."""

    product_id: int
    made: Decimal
    sold: Decimal
    sold_value: int


@dataclass(frozen=True, slots=True)
class Reason:
    """An explanation of one unusual figure, or of the whole month (``product_id`` None, kind zero)."""

    product_id: int | None
    kind: ReasonKind
    code: ReasonCode
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A whole month as the unit states it. With ``zero`` the lines may be left out, or hold sales from stock."""

    lines: tuple[Line, ...]
    employees: int
    zero: bool = False
    reasons: tuple[Reason, ...] = ()
