from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, snapshots, units
from models.clock import Clock, now
from models.receipts import read_code
from models.received import Received
from models.snapshots import Change, Subject, SubjectKind
from models.units import (
    PersonKind,
    ProductEntry,
    Registration,
    RegistrationField,
    TradeClass,
    Unit,
    UnitProblem,
    UnitState,
)
from models.values.ids import IdKind, LegalId, LicenceNumber, NationalId
from models.values.quantity import Measure
from tests.models.world import AZAR_SHOES, World, azar, granted, just_now, person, refused, registered


def _returned(session: Session, unit_id: int, state: UnitState = UnitState.RETURNED) -> None:
    session.execute(sa.update(Unit).where(col(Unit.id) == unit_id).values(state=state, decided_at=now(session)))
    session.expire_all()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"first_name": ""}, UnitProblem.INCOMPLETE),
        ({"national_id": None}, UnitProblem.INCOMPLETE),
        ({"person_kind": PersonKind.LEGAL}, UnitProblem.INCOMPLETE),
        ({"trade_class": TradeClass.DISTRIBUTION}, UnitProblem.NOT_PRODUCTION),
        ({"licence_issued": date(2026, 12, 2)}, UnitProblem.LICENCE_FUTURE),
        ({"licence_expires": date(2024, 5, 20)}, UnitProblem.LICENCE_DATES),
        ({"licensed_since": date(2024, 5, 21)}, UnitProblem.LICENSED_SINCE),
        ({"latitude": 51.43, "longitude": 35.59}, UnitProblem.LOCATION_OUTSIDE),
        ({"products": ()}, UnitProblem.PRODUCT_COUNT),
        ({"products": (AZAR_SHOES,) * 11}, UnitProblem.PRODUCT_COUNT),
        ({"products": (AZAR_SHOES, replace(AZAR_SHOES, name="كفش چرمي مردانه"))}, UnitProblem.PRODUCT_TWICE),
        ({"products": (replace(AZAR_SHOES, yearly_capacity=Decimal(0)),)}, UnitProblem.PRODUCT_FIGURES),
        ({"employees": -1}, UnitProblem.EMPLOYEES),
        ({"union_id": 1}, UnitProblem.NOT_A_UNION),
    ],
)
def test_an_incomplete_registration_writes_nothing(
    session: Session, world: World, change: dict[str, object], code: UnitProblem
) -> None:
    said = replace(azar(world.union_id), **change)  # type: ignore[arg-type]  # each change fits its field

    outcome = units.submit_registration(session, world.owner, said, just_now(session))

    assert refused(outcome).code is code
    assert units.my_units(session, world.owner) == ()
    assert session.execute(sa.select(sa.func.count()).select_from(Unit)).scalar_one() == 0


def test_what_is_missing_is_named_by_its_question(session: Session, world: World) -> None:
    said = replace(azar(world.union_id), person_kind=PersonKind.LEGAL, company_name="نمونه")
    problem = refused(units.submit_registration(session, world.owner, said, just_now(session)))
    assert problem.values == {"field": RegistrationField.LEGAL_ID}


def test_azar_registers_and_reads_everything_back(session: Session, world: World) -> None:
    said = azar(world.union_id)

    receipt = registered(session, world, said)

    session.expire_all()
    read = granted(units.registration_of(session, world.owner, receipt.subject_id))
    assert read.products[0].id is not None
    assert replace(read, products=tuple(replace(product, id=None) for product in read.products)) == said
    (card,) = units.my_units(session, world.owner)
    assert (card.state, card.receipt, card.union_name) == (UnitState.SUBMITTED, receipt.code, "اتحادیهٔ کفاشان ری")
    assert not receipt.extra_check
    assert read_code(receipt.code.lower().replace("-", " ")) == receipt.code
    assert [act.act for act in audit.trail(session, f"unit:{receipt.subject_id}")] == [audit.AuditAct.UNIT_SUBMITTED]


def test_nobody_reads_a_strangers_registration(session: Session, world: World) -> None:
    receipt = registered(session, world)
    stranger = person(session, 99)
    assert refused(units.registration_of(session, stranger, receipt.subject_id)).code is UnitProblem.NOT_YOURS


def test_ids_and_address_rest_sealed(session: Session, world: World) -> None:
    registered(session, world)
    for table in ("units", "unit_identifiers", "snapshots", "audit", "products"):
        rows = session.execute(sa.text(f"SELECT * FROM {table}")).all()  # noqa: S608 -- names of tables
        shown = repr([[bytes(cell) if isinstance(cell, memoryview) else cell for cell in row] for row in rows])
        for secret in ("0013542419", "0412345678", "1841234567", "خیابان نمونه", "الف/1234"):
            assert secret not in shown, table


def test_the_same_licence_twice_leads_to_the_first_receipt(session: Session, world: World) -> None:
    receipt = registered(session, world)
    again = units.submit_registration(session, world.owner, azar(world.union_id), just_now(session))
    assert refused(again).code is UnitProblem.ALREADY_YOURS
    assert refused(again).values["receipt"] == receipt.code


def test_after_a_rejection_the_licence_may_come_again(session: Session, world: World) -> None:
    receipt = registered(session, world)
    _returned(session, receipt.subject_id, UnitState.REJECTED)
    again = granted(units.submit_registration(session, world.owner, azar(world.union_id), just_now(session)))
    assert again.code != receipt.code


def test_a_claimed_licence_goes_to_the_union_without_a_word_of_whose_it_is(session: Session, world: World) -> None:
    first = registered(session, world)
    stranger = person(session, 99)
    said = replace(azar(world.union_id), national_id=granted(NationalId.parse("7730942860")), title="کفش دیگر")

    second = granted(units.submit_registration(session, stranger, said, just_now(session)))

    assert second.extra_check
    assert [rival.id for rival in units.rivals(session, second.subject_id)] == [first.subject_id]
    assert [rival.id for rival in units.rivals(session, first.subject_id)] == [second.subject_id]
    _returned(session, first.subject_id, UnitState.REJECTED)
    assert units.rivals(session, second.subject_id) == ()


def test_one_owner_with_another_licence_contests_nothing(session: Session, world: World) -> None:
    registered(session, world)
    other = replace(
        azar(world.union_id),
        licence_number=granted(LicenceNumber.parse("77")),
        guild_id=type(azar(world.union_id).guild_id)("0512345678"),
    )
    assert not granted(units.submit_registration(session, world.owner, other, just_now(session))).extra_check
    assert len(units.my_units(session, world.owner)) == 2


def test_the_same_person_and_licence_under_another_guild_id_is_contested(session: Session, world: World) -> None:
    registered(session, world)
    other = replace(azar(world.union_id), guild_id=type(azar(world.union_id).guild_id)("0512345678"))
    assert granted(units.submit_registration(session, person(session, 99), other, just_now(session))).extra_check


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (UnitState.SUBMITTED, UnitProblem.UNDER_REVIEW),
        (UnitState.CONFIRMED, UnitProblem.CONFIRMED),
        (UnitState.REJECTED, UnitProblem.REJECTED),
    ],
)
def test_only_a_returned_registration_is_submitted_again(
    session: Session, world: World, state: UnitState, code: UnitProblem
) -> None:
    receipt = registered(session, world)
    _returned(session, receipt.subject_id, state)
    said = azar(world.union_id)
    again = units.resubmit_registration(session, world.owner, receipt.subject_id, 1, said, just_now(session))
    assert refused(again).code is code


def test_an_old_form_does_not_overwrite_a_newer_submission(session: Session, world: World) -> None:
    receipt = registered(session, world)
    _returned(session, receipt.subject_id)
    said = azar(world.union_id)
    stale = units.resubmit_registration(session, world.owner, receipt.subject_id, 7, said, just_now(session))
    foreign = units.resubmit_registration(session, person(session, 99), receipt.subject_id, 1, said, just_now(session))
    assert refused(stale).code is UnitProblem.STALE
    assert refused(foreign).code is UnitProblem.NOT_YOURS


def test_azar_mends_what_was_returned_and_the_union_sees_what_changed(
    session: Session, world: World, clock: Clock
) -> None:
    receipt = registered(session, world)
    subject = Subject(SubjectKind.UNIT, receipt.subject_id)
    assert snapshots.changes(session, subject) == ()
    _returned(session, receipt.subject_id)
    before = granted(units.registration_of(session, world.owner, receipt.subject_id))
    sandals = ProductEntry(None, "صندل", Measure.PAIR, Decimal("1200.5"), Decimal(80))
    said = replace(before, postal_code=type(before.postal_code)("1841234568"), products=(*before.products, sandals))

    again = granted(units.resubmit_registration(session, world.owner, receipt.subject_id, 1, said, just_now(session)))

    assert again == receipt
    session.expire_all()
    read: Registration = granted(units.registration_of(session, world.owner, receipt.subject_id))
    assert read.products[0].id == before.products[0].id
    sandals_id = read.products[1].id
    assert read.products[1].yearly_capacity == Decimal("1200.5")
    assert snapshots.changes(session, subject) == (
        Change("postal-code", "1841234567", "1841234568"),
        Change(f"product-name:{sandals_id}", None, "صندل"),
        Change(f"product-measure:{sandals_id}", None, "pair"),
        Change(f"yearly-capacity:{sandals_id}", None, "1200.5"),
        Change(f"usual-monthly:{sandals_id}", None, "80"),
    )
    assert granted(units.unit_card(session, receipt.subject_id)).revision == 2


def test_a_strangers_product_is_not_taken_over(session: Session, world: World) -> None:
    receipt = registered(session, world)
    _returned(session, receipt.subject_id)
    said = replace(azar(world.union_id), products=(replace(AZAR_SHOES, id=4711),))
    again = units.resubmit_registration(session, world.owner, receipt.subject_id, 1, said, just_now(session))
    assert refused(again).code is UnitProblem.PRODUCT_UNKNOWN


def test_a_product_that_is_taken_out_is_retired(session: Session, world: World) -> None:
    receipt = registered(session, world)
    _returned(session, receipt.subject_id)
    sandals = ProductEntry(None, "صندل", Measure.PAIR, Decimal(1200), Decimal(80))
    said = replace(azar(world.union_id), products=(sandals,))
    granted(units.resubmit_registration(session, world.owner, receipt.subject_id, 1, said, just_now(session)))
    assert [product.name for product in units.products(session, [receipt.subject_id])[receipt.subject_id]] == ["صندل"]


def test_a_company_registers_with_its_legal_id(session: Session, world: World) -> None:
    said = replace(
        azar(world.union_id),
        person_kind=PersonKind.LEGAL,
        company_name="تولیدی نمونه",
        national_id=None,
        legal_id=granted(LegalId.parse("10380284790")),
    )
    receipt = registered(session, world, said)
    read = granted(units.registration(session, receipt.subject_id))
    assert (read.national_id, read.legal_id) == (None, "10380284790")


def test_an_expert_finds_a_unit_by_its_number_through_an_index(
    session: Session, world: World, engine: sa.Engine
) -> None:
    receipt = registered(session, world)
    digest = units.digest(session, IdKind.LICENCE, "الف /1234")
    found = session.execute(
        sa.select(col(units.UnitIdentifier.unit_id)).where(col(units.UnitIdentifier.digest) == digest)
    )
    assert found.scalars().all() == [receipt.subject_id]
    if engine.dialect.name == "sqlite":
        plan = session.execute(
            sa.text("EXPLAIN QUERY PLAN SELECT unit_id FROM unit_identifiers WHERE digest = 'x'")
        ).all()
        assert "ix_unit_identifiers_digest" in repr(plan)


def test_what_arrived_before_an_outage_is_judged_by_its_own_time(session: Session, world: World, clock: Clock) -> None:
    arrived = Received(now(session), now(session) - timedelta(hours=3), outage=True)
    receipt = granted(units.submit_registration(session, world.owner, azar(world.union_id), arrived))
    row = session.get_one(Unit, receipt.subject_id)
    assert (row.judged_at, row.outage) == (arrived.judged_at, True)
