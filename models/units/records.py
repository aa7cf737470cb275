"""Units and their products as they are stored, and the ways of reading them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from models.columns import BigKey, ExactDecimal, UtcDateTime, enum_column
from models.organisations import Office
from models.people import Account
from models.prepared import Prepared
from models.units.particulars import (
    PersonKind,
    ProductEntry,
    Registration,
    RegistrationField,
    TradeClass,
    UnitProblem,
)
from models.values.ids import (
    BusinessId,
    ForeignId,
    GuildId,
    IdKind,
    LegalId,
    LicenceNumber,
    NationalId,
    PostalCode,
    TrackingCode,
    UniqueLicenceId,
)
from models.values.problem import Problem
from models.values.quantity import Measure
from models.values.text import HALF_SPACE
from models.vault import vault


class UnitState(StrEnum):
    """Where a registration stands; its text is the message ``unit-state-<state>``."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class UnitOrigin(StrEnum):
    """Who laid a registration before the union."""

    OWN = "own"
    IMPORTED = "imported"
    """An office, by a sheet; the owner has proven nothing by it."""


LIVE: Final = (UnitState.SUBMITTED, UnitState.RETURNED, UnitState.CONFIRMED)
IS_SUBMITTED: Final = sa.text("state = 'submitted'")
"""The condition of the inbox's partial index, written out so that the planner sees that it fits."""
IS_LATE: Final = sa.text("late")
"""The condition of the index of late registrations."""


class Unit(SQLModel, table=True):
    """A guild production unit. The personal rests in ``private_sealed``; ``revision`` grows with each submission."""

    __tablename__ = "units"
    __table_args__ = (
        sa.CheckConstraint("licence_expires > licence_issued", name="licence_dates"),
        sa.CheckConstraint("employees >= 0", name="employees"),
        sa.CheckConstraint("revision >= 1", name="revision"),
        sa.CheckConstraint("state NOT IN ('confirmed', 'rejected') OR decided_at IS NOT NULL", name="decided"),
        sa.Index(
            "ix_units_inbox",
            "union_id",
            "submitted_at",
            "id",
            sqlite_where=IS_SUBMITTED,
            postgresql_where=IS_SUBMITTED,
        ),
        sa.Index("ix_units_union_id", "union_id", "state"),
        sa.Index("ix_units_owner_id", "owner_id"),
        sa.Index("ix_units_late", "union_id", sqlite_where=IS_LATE, postgresql_where=IS_LATE),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    owner_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    union_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    person_kind: PersonKind = Field(sa_column=sa.Column(enum_column(PersonKind), nullable=False))
    title: str = Field(max_length=200)
    trade_class: TradeClass = Field(sa_column=sa.Column(enum_column(TradeClass), nullable=False))
    licence_issued: date
    licence_expires: date
    licensed_since: date | None = None
    """The first day of the first known licence, where the present one is a renewed one."""
    employees: int
    private_sealed: bytes
    state: UnitState = Field(default=UnitState.SUBMITTED, sa_column=sa.Column(enum_column(UnitState), nullable=False))
    revision: int = 1
    contested: bool = False
    origin: UnitOrigin = Field(
        default=UnitOrigin.OWN,
        sa_column=sa.Column(enum_column(UnitOrigin), nullable=False, server_default=UnitOrigin.OWN.value),
    )
    receipt: str = Field(unique=True, max_length=20)
    outage: bool = False
    late: bool = Field(default=False, sa_column=sa.Column(sa.Boolean, nullable=False, server_default="0"))
    first_received_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    submitted_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    judged_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    decided_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))

    @property
    def licensed_from(self) -> date:
        """From which day on the unit has had a licence, as far as is known: its months count from then on."""
        return self.licensed_since or self.licence_issued


LICENSED_FROM: Final = sa.func.coalesce(col(Unit.licensed_since), col(Unit.licence_issued))
"""The same as a column."""


class Product(SQLModel, table=True):
    """A product of a unit; one taken out of the registration is retired, since months and remarks may name it."""

    __tablename__ = "products"
    __table_args__ = (
        sa.CheckConstraint("yearly_capacity > 0", name="yearly_capacity"),
        sa.CheckConstraint("usual_monthly >= 0", name="usual_monthly"),
        sa.Index("ix_products_unit_id", "unit_id", "position"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    unit_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id"), nullable=False))
    position: int
    name: str = Field(max_length=200)
    measure: Measure = Field(sa_column=sa.Column(enum_column(Measure), nullable=False))
    yearly_capacity: Decimal = Field(sa_column=sa.Column(ExactDecimal, nullable=False))
    usual_monthly: Decimal = Field(sa_column=sa.Column(ExactDecimal, nullable=False))
    retired_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


class UnitIdentifier(SQLModel, table=True):
    """By which numbers a unit is found: keyed digests only (the kind is part of the digest)."""

    __tablename__ = "unit_identifiers"
    __table_args__ = (sa.Index("ix_unit_identifiers_digest", "digest", "unit_id"),)

    unit_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id"), primary_key=True))
    kind: IdKind = Field(sa_column=sa.Column(enum_column(IdKind), primary_key=True))
    digest: str = Field(max_length=80)


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit in a line. ``licence_expires`` is the licence's last day; instants are aware UTC.

    ``late``: it was first submitted after the term of its province's campaign (60/227210 ¶1); that bars nothing.
    """

    id: int
    owner_id: int
    title: str
    state: UnitState
    revision: int
    receipt: str
    contested: bool
    union_id: int
    union_name: str
    licence_issued: date
    licence_expires: date
    submitted_at: datetime
    decided_at: datetime | None
    late: bool = False
    licensed_since: date | None = None
    employees: int = 0

    @property
    def licensed_from(self) -> date:
        """The first day of the first known licence."""
        return self.licensed_since or self.licence_issued


def digest(session: Session, kind: IdKind, number: str) -> str:
    """The keyed digest under which a number stands in ``unit_identifiers``; spaces in it do not matter."""
    return vault(session).index(kind, number.replace(" ", "").replace(HALF_SPACE, "").casefold())


_present: Final = (
    sa.select(
        col(Product.unit_id),
        col(Product.id),
        col(Product.name),
        col(Product.measure),
        col(Product.yearly_capacity),
        col(Product.usual_monthly),
    )
    .where(col(Product.retired_at).is_(None))
    .order_by(col(Product.unit_id), col(Product.position), col(Product.id))
)
_read_products: Final = _present.where(col(Product.unit_id).in_(sa.bindparam("units", expanding=True)))
_read_products_of: Final = Prepared(_present.where(col(Product.unit_id) == sa.bindparam("unit")))


def products_of(session: Session, unit_id: int) -> tuple[ProductEntry, ...]:
    """The present products of one unit, in their order."""
    session.flush()
    return tuple(ProductEntry(*row[1:]) for row in _read_products_of.rows(session, unit=unit_id))


def products(session: Session, unit_ids: Iterable[int]) -> Mapping[int, tuple[ProductEntry, ...]]:
    """The present products of many units, in their order; one statement."""
    wanted = tuple(unit_ids)
    found: dict[int, list[ProductEntry]] = {unit_id: [] for unit_id in wanted}
    session.flush()
    for row in session.connection().execute(_read_products, {"units": wanted}):
        found[row.unit_id].append(ProductEntry(*row[1:]))
    return {unit_id: tuple(entries) for unit_id, entries in found.items()}


_read_cards: Final = (
    sa.select(
        col(Unit.id),
        col(Unit.owner_id),
        col(Unit.title),
        col(Unit.state),
        col(Unit.revision),
        col(Unit.receipt),
        col(Unit.contested),
        col(Unit.union_id),
        col(Office.name),
        col(Unit.licence_issued),
        col(Unit.licence_expires),
        col(Unit.submitted_at),
        col(Unit.decided_at),
        col(Unit.late),
        col(Unit.licensed_since),
        col(Unit.employees),
    )
    .join(Office, col(Office.id) == col(Unit.union_id))
    .order_by(col(Unit.id))
)


_read_card: Final = Prepared(_read_cards.where(col(Unit.id) == sa.bindparam("unit")))
_lock_card: Final = Prepared(_read_cards.where(col(Unit.id) == sa.bindparam("unit")).with_for_update(of=Unit))
_read_cards_of_owner: Final = Prepared(_read_cards.where(col(Unit.owner_id) == sa.bindparam("owner")))


def cards(session: Session, condition: sa.ColumnElement[bool]) -> tuple[UnitCard, ...]:
    """The units that meet this condition, in a line each; whoever calls has checked who may see them."""
    return tuple(UnitCard(*row) for row in session.execute(_read_cards.where(condition)).all())


def unit_card(session: Session, unit_id: int) -> UnitCard | Problem:
    """One unit in a line; whoever calls has checked who may see it."""
    session.flush()
    found = _read_card.row(session, unit=unit_id)
    return Problem(UnitProblem.NOT_YOURS) if found is None else UnitCard(*found)


def locked_card(session: Session, unit_id: int) -> UnitCard | Problem:
    """The same, and nobody else changes the unit until the transaction ends."""
    session.flush()
    found = _lock_card.row(session, unit=unit_id)
    return Problem(UnitProblem.NOT_YOURS) if found is None else UnitCard(*found)


def cards_of_owner(session: Session, person_id: int) -> tuple[UnitCard, ...]:
    """The person's own units in a line each, the earliest first."""
    session.flush()
    return tuple(UnitCard(*row) for row in _read_cards_of_owner.rows(session, owner=person_id))


def registration_of(session: Session, person_id: int, unit_id: int) -> Registration | Problem:
    """The registration of the person's own unit, as last submitted."""
    row = session.get(Unit, unit_id)
    if row is None or row.owner_id != person_id:
        return Problem(UnitProblem.NOT_YOURS)
    return _registration(session, row)


def registration(session: Session, unit_id: int) -> Registration | Problem:
    """The registration as last submitted; whoever calls has checked who may see it."""
    row = session.get(Unit, unit_id)
    return Problem(UnitProblem.NOT_YOURS) if row is None else _registration(session, row)


def owner_unproven(session: Session, unit_id: int) -> bool:
    """Whether a sheet brought the unit and nobody has proven the owner's number since."""
    proven = sa.exists().where(col(Account.person_id) == col(Unit.owner_id))
    brought = sa.select(sa.literal(1)).where(col(Unit.id) == unit_id, col(Unit.origin) == UnitOrigin.IMPORTED, ~proven)
    return session.execute(brought).first() is not None


_PRIVATE: Final = RegistrationField
_FOREIGN_ID = "foreign-id"
_LATITUDE, _LONGITUDE = "latitude", "longitude"


def seal_private(session: Session, said: Registration) -> bytes:
    """What is personal in a registration, as one sealed text."""
    private: dict[str, str | float | None] = {
        _PRIVATE.FIRST_NAME: said.first_name,
        _PRIVATE.LAST_NAME: said.last_name,
        _PRIVATE.COMPANY_NAME: said.company_name,
        _FOREIGN_ID if isinstance(said.national_id, ForeignId) else _PRIVATE.NATIONAL_ID: said.national_id,
        _PRIVATE.LEGAL_ID: said.legal_id,
        _PRIVATE.LICENCE_NUMBER: said.licence_number,
        _PRIVATE.GUILD_ID: said.guild_id,
        _PRIVATE.POSTAL_CODE: said.postal_code,
        _PRIVATE.ADDRESS: said.address,
        _LATITUDE: said.latitude,
        _LONGITUDE: said.longitude,
        _PRIVATE.BUSINESS_ID: said.business_id,
        _PRIVATE.TRACKING_CODE: said.tracking_code,
        _PRIVATE.UNIQUE_LICENCE_ID: said.unique_licence_id,
    }
    return vault(session).seal(json.dumps(private, ensure_ascii=False))


def restated(session: Session, row: Unit, number: LicenceNumber) -> bytes:
    """What is personal in a unit's registration, with another licence number, as one sealed text."""
    safe = vault(session)
    private = json.loads(safe.open(row.private_sealed)) | {_PRIVATE.LICENCE_NUMBER: number}
    return safe.seal(json.dumps(private, ensure_ascii=False))


def _registration(session: Session, row: Unit) -> Registration:
    return opened(json.loads(vault(session).open(row.private_sealed)), row, products(session, (row.id,))[row.id])


def opened(private: dict[str, Any], row: Unit, entries: tuple[ProductEntry, ...]) -> Registration:
    """The registration of a unit from its row, its opened private part and its products."""
    national: NationalId | ForeignId | None = None
    if private.get(_FOREIGN_ID):
        national = ForeignId(private[_FOREIGN_ID])
    elif private.get(_PRIVATE.NATIONAL_ID):
        national = NationalId(private[_PRIVATE.NATIONAL_ID])
    legal, business = private[_PRIVATE.LEGAL_ID], private[_PRIVATE.BUSINESS_ID]
    tracking, unique = private[_PRIVATE.TRACKING_CODE], private[_PRIVATE.UNIQUE_LICENCE_ID]
    return Registration(
        person_kind=row.person_kind,
        first_name=private[_PRIVATE.FIRST_NAME],
        last_name=private[_PRIVATE.LAST_NAME],
        company_name=private[_PRIVATE.COMPANY_NAME],
        title=row.title,
        national_id=national,
        legal_id=LegalId(legal) if legal else None,
        licence_number=LicenceNumber(private[_PRIVATE.LICENCE_NUMBER]),
        licence_issued=row.licence_issued,
        licence_expires=row.licence_expires,
        guild_id=GuildId(private[_PRIVATE.GUILD_ID]),
        union_id=row.union_id,
        trade_class=row.trade_class,
        postal_code=PostalCode(private[_PRIVATE.POSTAL_CODE]),
        address=private[_PRIVATE.ADDRESS],
        latitude=private[_LATITUDE],
        longitude=private[_LONGITUDE],
        products=entries,
        employees=row.employees,
        business_id=BusinessId(business) if business else None,
        tracking_code=TrackingCode(tracking) if tracking else None,
        unique_licence_id=UniqueLicenceId(unique) if unique else None,
        licensed_since=row.licensed_since,
    )
