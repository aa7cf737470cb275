"""Submitting a registration, and submitting it again after the union returned it."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import audit
from models.clock import now
from models.organisations import Office, OfficeKind
from models.people import Person
from models.receipts import Receipt, fresh_code
from models.received import Received
from models.snapshots import Subject, SubjectKind, keep
from models.units.claiming import Claim, claims_on, same_licence
from models.units.expected import settle_expected
from models.units.particulars import ProductEntry, Registration, RegistrationField, UnitProblem, refusal
from models.units.records import (
    Product,
    Unit,
    UnitIdentifier,
    UnitState,
    digest,
    seal_private,
)
from models.units.term import after_term
from models.values.ids import IdKind
from models.values.jalali import tehran_date
from models.values.problem import Problem

_CLOSED = {
    UnitState.SUBMITTED: UnitProblem.UNDER_REVIEW,
    UnitState.CONFIRMED: UnitProblem.CONFIRMED,
    UnitState.REJECTED: UnitProblem.REJECTED,
}


def submit_registration(
    session: Session, person_id: int, registration: Registration, received: Received
) -> Receipt | Problem:
    """Register a unit and lay it before its union (60/227210 ¶1, ¶2).

    A licence that another person's live unit already claims is accepted with ``extra_check`` on the receipt: the union
    settles it, the submitter never learns by whom it is claimed. After the term of the province's campaign it is marked
    late and taken all the same.
    """
    # The person's row is locked so that the same licence submitted from two accounts at once is seen. Two people who
    # submit it at the same instant do not see each other here; the union sees both, since claims are read live.
    session.execute(sa.select(col(Person.id)).where(col(Person.id) == person_id).with_for_update())
    claims = _admit(session, person_id, registration)
    if isinstance(claims, Problem):
        return claims
    unit = Unit(
        owner_id=person_id,
        union_id=registration.union_id,
        person_kind=registration.person_kind,
        title=registration.title,
        trade_class=registration.trade_class,
        licence_issued=registration.licence_issued,
        licence_expires=registration.licence_expires,
        licensed_since=registration.licensed_since,
        employees=registration.employees,
        private_sealed=seal_private(session, registration),
        contested=_contested(claims, person_id),
        receipt=fresh_code(session, Unit.receipt),
        outage=received.outage,
        late=after_term(session, registration.union_id, received.judged_at),
        first_received_at=received.at,
        submitted_at=now(session),
        judged_at=received.judged_at,
    )
    session.add(unit)
    session.flush()
    return _written(session, unit, registration, audit.AuditAct.UNIT_SUBMITTED)


def resubmit_registration(
    session: Session, person_id: int, unit_id: int, revision: int, registration: Registration, received: Received
) -> Receipt | Problem:
    """Lay a returned registration before the union again; ``revision`` is what was edited. The receipt stays."""
    unit = session.get(Unit, unit_id, with_for_update=True, populate_existing=True)
    if unit is None or unit.owner_id != person_id:
        return Problem(UnitProblem.NOT_YOURS)
    if unit.state is not UnitState.RETURNED:
        return Problem(_CLOSED[unit.state])
    if unit.revision != revision:
        return Problem(UnitProblem.STALE)
    claims = _admit(session, person_id, registration, unit_id)
    if isinstance(claims, Problem):
        return claims
    stored = {row.id for row in _stored_products(session, unit_id)}
    for product in registration.products:
        if product.id is not None and product.id not in stored:
            return Problem(UnitProblem.PRODUCT_UNKNOWN, {"name": product.name})
    unit.union_id = registration.union_id
    unit.person_kind = registration.person_kind
    unit.title = registration.title
    unit.trade_class = registration.trade_class
    unit.licence_issued = registration.licence_issued
    unit.licence_expires = registration.licence_expires
    unit.licensed_since = registration.licensed_since
    unit.employees = registration.employees
    unit.private_sealed = seal_private(session, registration)
    unit.contested = _contested(claims, person_id)
    unit.outage = received.outage
    unit.judged_at = received.judged_at
    unit.submitted_at = now(session)
    unit.state = UnitState.SUBMITTED
    unit.decided_at = None
    unit.revision += 1
    session.execute(sa.delete(UnitIdentifier).where(col(UnitIdentifier.unit_id) == unit_id))
    return _written(session, unit, registration, audit.AuditAct.UNIT_RESUBMITTED)


def _admit(
    session: Session, person_id: int, registration: Registration, unit_id: int | None = None
) -> tuple[Claim, ...] | Problem:
    """The claims of other live units on the same numbers, or why the registration cannot be taken."""
    problem = refusal(registration, tehran_date(now(session)))
    if problem is not None:
        return problem
    union = session.get(Office, registration.union_id)
    if union is None or union.kind is not OfficeKind.UNION:
        return Problem(UnitProblem.NOT_A_UNION)
    digests = [digest(session, kind, number) for kind, number in registration.identifiers.items()]
    claims = tuple(claim for claim in claims_on(session, digests) if claim.unit_id != unit_id)
    for claim in claims:
        if claim.owner_id == person_id and claim.kinds & {IdKind.LICENCE, IdKind.GUILD}:
            return Problem(UnitProblem.ALREADY_YOURS, {"receipt": claim.receipt, "title": claim.title})
    return claims


def _contested(claims: tuple[Claim, ...], person_id: int) -> bool:
    return any(claim.owner_id != person_id and same_licence(claim.kinds) for claim in claims)


def _written(session: Session, unit: Unit, registration: Registration, act: audit.AuditAct) -> Receipt:
    """Everything that hangs on the unit: products, identifiers, snapshot, audit."""
    _write_products(session, unit.id, registration.products, now(session))
    session.add_all(
        UnitIdentifier(unit_id=unit.id, kind=kind, digest=digest(session, kind, number))
        for kind, number in registration.identifiers.items()
    )
    session.flush()
    settle_expected(session, unit.owner_id, unit.union_id, unit.id)
    kept = fields_of(registration) | product_fields(_stored_products(session, unit.id))
    keep(session, Subject(SubjectKind.UNIT, unit.id), unit.revision, kept)
    audit.record(
        session,
        act,
        by=unit.owner_id,
        hat=None,
        subject=f"unit:{unit.id}",
        details={
            "revision": str(unit.revision),
            "contested": "yes" if unit.contested else "no",
            "late": "yes" if unit.late else "no",
        },
    )
    session.flush()
    return Receipt(unit.receipt, unit.id, extra_check=unit.contested)


def _stored_products(session: Session, unit_id: int) -> list[Product]:
    return list(
        session.exec(
            select(Product)
            .where(Product.unit_id == unit_id, col(Product.retired_at).is_(None))
            .order_by(col(Product.position))
        ).all()
    )


def _write_products(session: Session, unit_id: int, entries: tuple[ProductEntry, ...], at: datetime) -> None:
    stored = {row.id: row for row in _stored_products(session, unit_id)}
    kept = {entry.id for entry in entries}
    for product_id, row in stored.items():
        if product_id not in kept:
            row.retired_at = at
    for position, entry in enumerate(entries):
        changing = None if entry.id is None else stored.get(entry.id)
        if changing is None:
            session.add(
                Product(
                    unit_id=unit_id,
                    position=position,
                    name=entry.name,
                    measure=entry.measure,
                    yearly_capacity=entry.yearly_capacity,
                    usual_monthly=entry.usual_monthly,
                )
            )
            continue
        # The measure may change in place: no month exists before the registration is confirmed.
        changing.position, changing.name, changing.measure = position, entry.name, entry.measure
        changing.yearly_capacity, changing.usual_monthly = entry.yearly_capacity, entry.usual_monthly


def fields_of(registration: Registration) -> dict[str, str]:
    """All fields of a registration as a snapshot keeps them, without its products."""
    said: dict[RegistrationField, object] = {
        RegistrationField.PERSON_KIND: registration.person_kind,
        RegistrationField.FIRST_NAME: registration.first_name,
        RegistrationField.LAST_NAME: registration.last_name,
        RegistrationField.COMPANY_NAME: registration.company_name,
        RegistrationField.TITLE: registration.title,
        RegistrationField.NATIONAL_ID: registration.national_id,
        RegistrationField.LEGAL_ID: registration.legal_id,
        RegistrationField.LICENCE_NUMBER: registration.licence_number,
        RegistrationField.LICENCE_ISSUED: registration.licence_issued,
        RegistrationField.LICENCE_EXPIRES: registration.licence_expires,
        RegistrationField.LICENSED_SINCE: registration.licensed_since,
        RegistrationField.GUILD_ID: registration.guild_id,
        RegistrationField.UNION: registration.union_id,
        RegistrationField.TRADE_CLASS: registration.trade_class,
        RegistrationField.POSTAL_CODE: registration.postal_code,
        RegistrationField.ADDRESS: registration.address,
        RegistrationField.LOCATION: f"{registration.latitude:.6f},{registration.longitude:.6f}",
        RegistrationField.EMPLOYEES: registration.employees,
        RegistrationField.BUSINESS_ID: registration.business_id,
        RegistrationField.TRACKING_CODE: registration.tracking_code,
        RegistrationField.UNIQUE_LICENCE_ID: registration.unique_licence_id,
    }
    return {field.value: str(value) for field, value in said.items() if value is not None}


def product_fields(rows: Sequence[Product | ProductEntry]) -> dict[str, str]:
    """The products as a snapshot keeps them."""
    fields: dict[str, str] = {}
    for row in rows:
        fields[f"product-name:{row.id}"] = row.name
        fields[f"product-measure:{row.id}"] = row.measure.value
        fields[f"yearly-capacity:{row.id}"] = str(row.yearly_capacity)
        fields[f"usual-monthly:{row.id}"] = str(row.usual_monthly)
    return fields
