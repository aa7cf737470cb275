"""The people, offices and workshops that the tests of the models tell of. Names and numbers are invented."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from sqlmodel import Session

from models import organisations
from models.clock import now
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import add_person
from models.receipts import Receipt
from models.received import Received
from models.reference import seed_reference
from models.units import PersonKind, ProductEntry, Registration, TradeClass, submit_registration
from models.values.ids import GuildId, LicenceNumber, NationalId, Phone, PostalCode
from models.values.problem import Problem
from models.values.quantity import Measure

T = TypeVar("T")

AZAR_SHOES = ProductEntry(None, "کفش چرمی مردانه", Measure.PAIR, Decimal(24000), Decimal(1900))


@dataclass(frozen=True, slots=True)
class World:
    """A county with its union of shoemakers, and who works there."""

    province_id: int
    county_id: int
    union_id: int
    owner: int
    approver: Hat
    second_approver: Hat
    officer: Hat
    expert: Hat


def granted(outcome: T | Problem) -> T:
    """What an action gave, when it did not refuse."""
    assert not isinstance(outcome, Problem), outcome
    return outcome


def refused(outcome: object) -> Problem:
    """The refusal, when the action refused."""
    assert isinstance(outcome, Problem), outcome
    return outcome


def person(session: Session, last_digits: int) -> int:
    """Somebody with a mobile number of their own."""
    return add_person(session, Phone(f"0912{last_digits:07d}"))


def build_world(session: Session) -> World:
    """Tehran's county of Rey with one union, two approvers, a county officer and a provincial expert."""
    seed_reference(session)
    province = next(office for office in organisations.provinces(session) if office.name == "تهران")
    county = granted(organisations.add_office(session, OfficeKind.COUNTY, "ری", province.id))
    union = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ کفاشان ری", county.id))

    def hat(digits: int, kind: RoleKind, office_id: int) -> Hat:
        return granted(organisations.grant(session, person(session, digits), kind, office_id))

    world = World(
        province.id,
        county.id,
        union.id,
        owner=person(session, 1),
        approver=hat(2, RoleKind.UNION_APPROVER, union.id),
        second_approver=hat(3, RoleKind.UNION_APPROVER, union.id),
        officer=hat(4, RoleKind.COUNTY_OFFICER, county.id),
        expert=hat(5, RoleKind.ORDER_EXPERT, province.id),
    )
    session.commit()
    return world


def azar(union_id: int) -> Registration:
    """The registration of «کفش دست‌دوز آذر», complete; change a field with ``dataclasses.replace``."""
    return Registration(
        person_kind=PersonKind.NATURAL,
        first_name="آذر",
        last_name="نمونه",
        company_name=None,
        title="کفش دست‌دوز آذر",
        national_id=granted(NationalId.parse("0013542419")),
        legal_id=None,
        licence_number=granted(LicenceNumber.parse("الف/1234")),
        licence_issued=date(2024, 5, 20),
        licence_expires=date(2029, 5, 20),
        guild_id=granted(GuildId.parse("0412345678")),
        union_id=union_id,
        trade_class=TradeClass.PRODUCTION,
        postal_code=granted(PostalCode.parse("1841234567")),
        address="ری، خیابان نمونه، پلاک ۱۲",
        latitude=35.59,
        longitude=51.43,
        products=(AZAR_SHOES,),
        employees=6,
    )


def just_now(session: Session) -> Received:
    """What arrives this instant."""
    return Received(now(session), now(session))


def registered(session: Session, world: World, registration: Registration | None = None) -> Receipt:
    """The owner's unit, submitted to the union and committed."""
    receipt = granted(
        submit_registration(session, world.owner, registration or azar(world.union_id), just_now(session))
    )
    session.commit()
    return receipt
