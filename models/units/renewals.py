"""A renewed licence: what the owner states of it, laid before the union; until it is confirmed the old one stands.

The union answers for the licence's validity (60/227210 ¶2), so a new date counts once it has seen the licence.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from models import audit
from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column
from models.receipts import Receipt, fresh_code
from models.snapshots import Subject, SubjectKind, keep
from models.units.claiming import Claim, claims_on, same_licence
from models.units.particulars import RegistrationField, UnitProblem
from models.units.records import Unit, UnitIdentifier, UnitState, digest, registration, restated
from models.values.ids import IdKind, LicenceNumber
from models.values.jalali import tehran_date
from models.values.problem import Problem
from models.vault import vault


class RenewalState(StrEnum):
    """Where a renewal stands; its text is the message ``renewal-state-<state>``."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    CONFIRMED = "confirmed"


_OPEN: Final = sa.text("state IN ('submitted', 'returned')")
_SUBMITTED: Final = sa.text("state = 'submitted'")
OPEN: Final[sa.ColumnElement[bool]] = sa.literal_column("renewals.state IN ('submitted', 'returned')", sa.Boolean)
"""Written out, since a bound parameter would hide from the planner that the partial index fits."""


class Renewal(SQLModel, table=True):
    """One renewal of a unit's licence. ``revision`` grows with each submission; one at most is open at a time."""

    __tablename__ = "renewals"
    __table_args__ = (
        sa.CheckConstraint("expires > issued", name="dates"),
        sa.CheckConstraint("revision >= 1", name="revision"),
        sa.CheckConstraint("(state = 'submitted') = (decided_at IS NULL)", name="decided"),
        sa.Index("uq_renewals_open", "unit_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        sa.Index(
            "ix_renewals_inbox",
            "union_id",
            "submitted_at",
            "id",
            sqlite_where=_SUBMITTED,
            postgresql_where=_SUBMITTED,
        ),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    unit_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id"), nullable=False))
    union_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    number_sealed: bytes
    issued: date
    expires: date
    state: RenewalState = Field(
        default=RenewalState.SUBMITTED, sa_column=sa.Column(enum_column(RenewalState), nullable=False)
    )
    revision: int = 1
    receipt: str = Field(unique=True, max_length=20)
    submitted_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    decided_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


@dataclass(frozen=True, slots=True)
class Licence:
    """A guild licence: its number, its first and its last day."""

    number: LicenceNumber
    issued: date
    expires: date

    @property
    def fields(self) -> dict[str, str]:
        """As a snapshot keeps it."""
        return {
            RegistrationField.LICENCE_NUMBER.value: str(self.number),
            RegistrationField.LICENCE_ISSUED.value: self.issued.isoformat(),
            RegistrationField.LICENCE_EXPIRES.value: self.expires.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class RenewalMark:
    """How an open renewal stands; ``submitted_at`` is aware UTC."""

    id: int
    state: RenewalState
    revision: int
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class RenewalCard:
    """A renewal beside the licence that stands; ``submitted_at`` is aware UTC."""

    id: int
    unit_id: int
    owner_id: int
    union_id: int
    title: str
    state: RenewalState
    revision: int
    receipt: str
    old: Licence
    new: Licence
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class Renewable:
    """What the owner needs to state a renewed licence: the one that stands, and what is open (None: nothing is)."""

    unit_id: int
    title: str
    licence: Licence
    open: RenewalCard | None

    @property
    def revision(self) -> int:
        """What a submission must name: 0 where nothing was submitted yet."""
        return 0 if self.open is None else self.open.revision


def renewable(session: Session, person_id: int, unit_id: int) -> Renewable | Problem:
    """The own unit's licence as it stands and its open renewal, or why none can be stated now."""
    unit = session.get(Unit, unit_id)
    if unit is None or unit.owner_id != person_id:
        return Problem(UnitProblem.NOT_YOURS)
    if unit.state is not UnitState.CONFIRMED:
        return Problem(UnitProblem.NOT_CONFIRMED, {"title": unit.title, "state": unit.state})
    row = _open(session, unit_id)
    return Renewable(unit_id, unit.title, licence_of(session, unit_id), None if row is None else _card(session, row))


def renewal_mark(session: Session, unit_id: int) -> RenewalMark | None:
    """How the unit's renewal that waits or was returned stands; whoever calls has checked who may see it."""
    columns = (col(Renewal.id), col(Renewal.state), col(Renewal.revision), col(Renewal.submitted_at))
    found = session.execute(sa.select(*columns).where(col(Renewal.unit_id) == unit_id, OPEN)).one_or_none()
    return None if found is None else RenewalMark(*found)


def renewal_card(session: Session, renewal_id: int) -> RenewalCard | None:
    """One renewal in whatever state; whoever calls has checked who may see it."""
    row = session.get(Renewal, renewal_id, populate_existing=True)
    return None if row is None else _card(session, row)


def licence_of(session: Session, unit_id: int) -> Licence:
    """The licence of a unit as it stands; the unit is there."""
    said = registration(session, unit_id)
    assert not isinstance(said, Problem)
    return Licence(said.licence_number, said.licence_issued, said.licence_expires)


def renewal_refusal(old: Licence, new: Licence, today: date) -> Problem | None:
    """What is wrong with a renewed licence by itself, or None. Pure."""
    if new.issued > today:
        return Problem(UnitProblem.LICENCE_FUTURE, {"issued": new.issued})
    if new.expires <= new.issued:
        return Problem(UnitProblem.LICENCE_DATES, {"issued": new.issued, "expires": new.expires})
    if new.expires <= old.expires or new.expires < today:
        return Problem(UnitProblem.NOT_RENEWED, {"expires": new.expires, "old": old.expires})
    return None


def submit_renewal(session: Session, person_id: int, unit_id: int, revision: int, new: Licence) -> Receipt | Problem:
    """Lay a renewed licence of the own confirmed unit before its union; ``revision`` is what was edited (0: a new one).

    Nothing of the unit changes until the union confirms it.
    """
    unit = session.get(Unit, unit_id, with_for_update=True, populate_existing=True)
    if unit is None or unit.owner_id != person_id:
        return Problem(UnitProblem.NOT_YOURS)
    if unit.state is not UnitState.CONFIRMED:
        return Problem(UnitProblem.NOT_CONFIRMED, {"title": unit.title, "state": unit.state})
    row = _open(session, unit_id)
    if row is not None and row.state is RenewalState.SUBMITTED:
        return Problem(UnitProblem.RENEWAL_UNDER_REVIEW, {"since": tehran_date(row.submitted_at)})
    if revision != (0 if row is None else row.revision):
        return Problem(UnitProblem.STALE)
    problem = renewal_refusal(licence_of(session, unit_id), new, tehran_date(now(session)))
    if problem is not None:
        return problem
    act = audit.AuditAct.LICENCE_SUBMITTED if row is None else audit.AuditAct.LICENCE_RESUBMITTED
    sealed = vault(session).seal(str(new.number))
    if row is None:
        row = Renewal(
            unit_id=unit_id,
            union_id=unit.union_id,
            number_sealed=sealed,
            issued=new.issued,
            expires=new.expires,
            receipt=fresh_code(session, Renewal.receipt),
            submitted_at=now(session),
        )
    else:
        row.number_sealed, row.issued, row.expires = sealed, new.issued, new.expires
        row.state, row.decided_at = RenewalState.SUBMITTED, None
        row.revision += 1
        row.submitted_at = now(session)
    session.add(row)
    session.flush()
    subject = Subject(SubjectKind.LICENCE, row.id)
    keep(session, subject, row.revision, new.fields)
    details = {"unit": str(unit_id), "revision": str(row.revision)}
    audit.record(session, act, by=person_id, hat=None, subject=str(subject), details=details)
    session.flush()
    return Receipt(row.receipt, row.id)


def renewal_rivals(session: Session, unit_id: int, number: LicenceNumber) -> tuple[Claim, ...]:
    """Confirmed units of others that would hold the same licence if this unit had this number."""
    owner = sa.select(col(Unit.owner_id)).where(col(Unit.id) == unit_id).scalar_subquery()
    kept = session.execute(
        sa.select(col(UnitIdentifier.digest)).where(
            col(UnitIdentifier.unit_id) == unit_id, col(UnitIdentifier.kind) != IdKind.LICENCE
        )
    ).scalars()
    digests = [*kept, digest(session, IdKind.LICENCE, number)]
    found = claims_on(session, digests, col(Unit.owner_id) != owner, col(Unit.state) == UnitState.CONFIRMED)
    return tuple(claim for claim in found if same_licence(claim.kinds))


def lock_unit(session: Session, renewal_id: int) -> None:
    """Lock the unit of a renewal before the renewal itself, in the order in which its owner does."""
    named = sa.select(col(Renewal.unit_id)).where(col(Renewal.id) == renewal_id).scalar_subquery()
    session.execute(sa.select(col(Unit.id)).where(col(Unit.id) == named).with_for_update())


def take_renewal(session: Session, row: Renewal) -> None:
    """The renewed licence is the unit's from now on; whoever calls has decided that.

    Months stay recordable from the first known licence on: a renewal never takes months away.
    """
    unit = session.get_one(Unit, row.unit_id, with_for_update=True, populate_existing=True)
    number = LicenceNumber(vault(session).open(row.number_sealed))
    unit.licensed_since = min(unit.licensed_from, row.issued)
    unit.licence_issued, unit.licence_expires = row.issued, row.expires
    unit.private_sealed = restated(session, unit, number)
    session.execute(
        sa.update(UnitIdentifier)
        .where(col(UnitIdentifier.unit_id) == unit.id, col(UnitIdentifier.kind) == IdKind.LICENCE)
        .values(digest=digest(session, IdKind.LICENCE, number))
    )
    session.flush()


def _open(session: Session, unit_id: int) -> Renewal | None:
    query = sa.select(Renewal).where(col(Renewal.unit_id) == unit_id, OPEN)
    return session.execute(query.execution_options(populate_existing=True)).scalar_one_or_none()


def _card(session: Session, row: Renewal) -> RenewalCard:
    unit = session.get_one(Unit, row.unit_id)
    number = LicenceNumber(vault(session).open(row.number_sealed))
    return RenewalCard(
        row.id,
        row.unit_id,
        unit.owner_id,
        row.union_id,
        unit.title,
        row.state,
        row.revision,
        row.receipt,
        licence_of(session, row.unit_id),
        Licence(number, row.issued, row.expires),
        row.submitted_at,
    )
