"""Many registrations at once, as a sheet brings them: what ``submit_registration`` writes, in a few statements."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit
from models.clock import now
from models.columns import table_of
from models.people import Person
from models.receipts import fresh_codes
from models.snapshots import Snapshot, SubjectKind, sealed
from models.units.expected import ExpectedUnit
from models.units.particulars import Registration
from models.units.records import LIVE, Product, Unit, UnitIdentifier, UnitOrigin, UnitState, digest, seal_private
from models.units.records import products as products_of
from models.units.submission import fields_of, product_fields
from models.units.term import after_term

_PAGE: Final = 500


def live_holders(session: Session, digests: Sequence[str]) -> Sequence[tuple[str, int]]:
    """Which live units hold which of these digests."""
    rows = session.execute(
        sa.select(col(UnitIdentifier.digest), col(UnitIdentifier.unit_id))
        .join(Unit, col(Unit.id) == col(UnitIdentifier.unit_id))
        .where(col(UnitIdentifier.digest).in_(digests), col(Unit.state).in_(LIVE))
    )
    return [(row.digest, row.unit_id) for row in rows]


def register_many(
    session: Session, wanted: Sequence[tuple[int, int, Registration]], *, by: int | None, hat: int | None
) -> int:
    """Lay registrations (owner, union, what is said) before their unions, marked as imported; returns how many.

    Whoever calls has held each against the rules of a registration and against the numbers of live units.
    """
    for start in range(0, len(wanted), _PAGE):
        _register(session, wanted[start : start + _PAGE], by, hat)
    return len(wanted)


def _register(
    session: Session, wanted: Sequence[tuple[int, int, Registration]], by: int | None, hat: int | None
) -> None:
    connection = session.connection()
    at = now(session)
    units, products = table_of(Unit), table_of(Product)
    unions = sorted({union_id for _, union_id, _ in wanted})
    late = {union_id: after_term(session, union_id, at) for union_id in unions}
    receipts = fresh_codes(session, Unit.receipt, len(wanted))
    connection.execute(
        sa.insert(units),
        [
            {
                "owner_id": owner_id,
                "union_id": union_id,
                "person_kind": said.person_kind,
                "title": said.title,
                "trade_class": said.trade_class,
                "licence_issued": said.licence_issued,
                "licence_expires": said.licence_expires,
                "employees": said.employees,
                "private_sealed": seal_private(session, said),
                "state": UnitState.SUBMITTED,
                "revision": 1,
                "contested": False,
                "origin": UnitOrigin.IMPORTED,
                "receipt": receipt,
                "late": late[union_id],
                "outage": False,
                "first_received_at": at,
                "submitted_at": at,
                "judged_at": at,
            }
            for (owner_id, union_id, said), receipt in zip(wanted, receipts, strict=True)
        ],
    )
    made = connection.execute(sa.select(units.c.receipt, units.c.id).where(units.c.receipt.in_(receipts)))
    numbers = {row.receipt: row.id for row in made}
    unit_ids = [numbers[receipt] for receipt in receipts]
    connection.execute(
        sa.insert(products),
        [
            {
                "unit_id": unit_id,
                "position": position,
                "name": entry.name,
                "measure": entry.measure,
                "yearly_capacity": entry.yearly_capacity,
                "usual_monthly": entry.usual_monthly,
            }
            for unit_id, (_, _, said) in zip(unit_ids, wanted, strict=True)
            for position, entry in enumerate(said.products)
        ],
    )
    stored = products_of(session, unit_ids)
    _settle(session, min(unit_ids), unions)
    connection.execute(
        sa.insert(table_of(UnitIdentifier)),
        [
            {"unit_id": unit_id, "kind": kind, "digest": digest(session, kind, number)}
            for unit_id, (_, _, said) in zip(unit_ids, wanted, strict=True)
            for kind, number in said.identifiers.items()
        ],
    )
    connection.execute(
        sa.insert(table_of(Snapshot)),
        [
            {
                "subject_kind": SubjectKind.UNIT,
                "subject_id": unit_id,
                "revision": 1,
                "fields_sealed": sealed(
                    session, fields_of(said) | {"union": str(union_id)} | product_fields(stored[unit_id])
                ),
                "at": at,
            }
            for unit_id, (_, union_id, said) in zip(unit_ids, wanted, strict=True)
        ],
    )
    audit.record_many(
        session,
        audit.AuditAct.UNIT_SUBMITTED,
        by=by,
        hat=hat,
        entries=[
            (f"unit:{unit_id}", {"revision": "1", "contested": "no", "origin": UnitOrigin.IMPORTED.value})
            for unit_id in unit_ids
        ],
        at=at,
    )


def _settle(session: Session, first_id: int, union_ids: Sequence[int]) -> None:
    """A list brought units from this id on to these unions: their owners are missing there no more."""
    units, people = table_of(Unit), table_of(Person)
    brought = (
        sa.select(sa.func.min(units.c.id))
        .join(people, people.c.id == units.c.owner_id)
        .where(
            people.c.phone_index == col(ExpectedUnit.phone_index),
            units.c.union_id == col(ExpectedUnit.union_id),
            units.c.id >= first_id,
        )
        .correlate(ExpectedUnit)
        .scalar_subquery()
    )
    session.execute(
        sa.update(ExpectedUnit)
        .where(col(ExpectedUnit.union_id).in_(union_ids), col(ExpectedUnit.unit_id).is_(None))
        .values(unit_id=brought)
        .execution_options(synchronize_session=False)
    )
