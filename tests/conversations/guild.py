"""A guild for told dialogues: a union with its approver, workshops that it confirmed, months that were recorded.

Everything goes through the models' own actions, as it would in life. Names and numbers are invented.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from models import organisations
from models.clock import now
from models.columns import table_of
from models.months import Line, Month, Reason, ReasonCode, ReasonKind, Report, submit_month
from models.notices import NoticeState, counts
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import add_person
from models.reviews import Basis, Check, CheckState, Remark, Subject, SubjectKind, approve, send_back, set_check
from models.units import ProductEntry, Unit, registration_of, resubmit_registration, submit_registration
from models.values.ids import GuildId, LicenceNumber
from models.values.ids import Phone as PhoneNumber
from models.values.jalali import JalaliMonth
from tests.conversations.world import Phone, World
from tests.models.world import AZAR_SHOES, azar, granted, just_now

ABAN = JalaliMonth(1405, 8)
MEHR = JalaliMonth(1405, 7)
COMING = frozenset({NoticeState.WAITING, NoticeState.LEASED, NoticeState.BEGUN})
ISSUED = date(2024, 5, 20)
"""The first day of the licences: 31 Ordibehesht 1403."""


@dataclass(frozen=True, slots=True)
class Guild:
    """A county's union of shoemakers and its approver."""

    province_id: int
    county_id: int
    union_id: int
    approver: Hat


async def tell(world: World) -> None:
    """Wait until the notices about it have arrived, so that none of them comes between a question and its answer."""
    await world.settles()
    while any(number for state, number in (await world.db(counts)).items() if state in COMING):
        await world.settles()


async def open_guild(world: World, approver: Phone | None = None) -> Guild:
    """Rey's union of shoemakers, with this person (known to the world) as its approver."""

    def build(session: Session) -> Guild:
        province = next(office for office in organisations.provinces(session) if office.name == "تهران")
        county = granted(organisations.add_office(session, OfficeKind.COUNTY, "ری", province.id))
        union = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ کفاشان ری", county.id))
        person_id = add_person(session, PhoneNumber("09120000002")) if approver is None else approver.person_id
        assert person_id is not None
        hat = granted(organisations.grant(session, person_id, RoleKind.UNION_APPROVER, union.id))
        return Guild(province.id, county.id, union.id, hat)

    return await world.db(build)


async def has_unit(
    world: World,
    guild: Guild,
    owner: Phone,
    *,
    title: str = "کفش دست‌دوز آذر",
    products: Sequence[ProductEntry] = (AZAR_SHOES,),
    issued: date = ISSUED,
    confirmed: bool = True,
) -> int:
    """The owner has a workshop that the union has confirmed (unless told otherwise); returns the unit's id."""
    owner_id = owner.person_id
    assert owner_id is not None

    def build(session: Session) -> int:
        plain = azar(guild.union_id)
        number = (owner_id * 1009 + sum(map(ord, title))) % 10**6
        stated = replace(
            plain,
            title=title,
            licence_number=granted(LicenceNumber.parse(f"الف/{number}")),
            guild_id=granted(GuildId.parse(f"0412{number:06d}")),
            licence_issued=issued,
            products=tuple(products),
        )
        unit_id = granted(submit_registration(session, owner_id, stated, just_now(session))).subject_id
        if confirmed:
            for check in Check:
                granted(set_check(session, guild.approver, unit_id, 1, check, CheckState.HOLDS))
            _approve(session, guild, Subject(SubjectKind.UNIT, unit_id), 1)
        return unit_id

    unit_id = await world.db(build)
    await tell(world)
    return unit_id


async def has_month(
    world: World,
    owner: Phone,
    unit_id: int,
    month: JalaliMonth,
    lines: Sequence[Line] = (),
    *,
    reasons: Sequence[Reason] = (),
) -> int:
    """The owner has recorded this month (zero without lines); returns the month's id."""
    owner_id = owner.person_id
    assert owner_id is not None
    zero = not lines
    why = (Reason(None, ReasonKind.ZERO, ReasonCode.NO_ORDER),) if zero else tuple(reasons)
    report = Report(tuple(lines), 6, zero, why)

    def build(session: Session) -> int:
        return granted(submit_month(session, owner_id, unit_id, month, 0, report, just_now(session))).subject_id

    return await world.db(build)


async def confirms(world: World, guild: Guild, month_id: int, revision: int = 1) -> None:
    """The union confirms a month."""
    await world.db(_approve, guild, Subject(SubjectKind.MONTH, month_id), revision)
    await tell(world)


async def returns(world: World, guild: Guild, month_id: int, *remarks: Remark, revision: int = 1) -> None:
    """The union returns a month with these remarks."""

    def build(session: Session) -> None:
        granted(send_back(session, guild.approver, Subject(SubjectKind.MONTH, month_id), revision, remarks))

    await world.db(build)
    await tell(world)


async def appointed(
    world: World, guild: Guild, name: str, kind: RoleKind = RoleKind.UNION_APPROVER
) -> tuple[Phone, Hat]:
    """Somebody of this name with a role in the guild's union, its county or its province; and the hat."""
    phone = world.phone(name)
    person_id = await world.knows(phone)
    places = {
        RoleKind.COUNTY_OFFICER: guild.county_id,
        RoleKind.ORDER_EXPERT: guild.province_id,
        RoleKind.PROVINCIAL_OFFICER: guild.province_id,
    }
    office_id = places.get(kind, guild.union_id)

    def build(session: Session) -> Hat:
        return granted(organisations.grant(session, person_id, kind, office_id))

    return phone, await world.db(build)


async def mends(world: World, owner: Phone, unit_id: int, revision: int, **changes: Any) -> None:
    """The owner sends a returned registration again with these changes."""
    owner_id = owner.person_id
    assert owner_id is not None

    def build(session: Session) -> None:
        stated = replace(granted(registration_of(session, owner_id, unit_id)), **changes)
        granted(resubmit_registration(session, owner_id, unit_id, revision, stated, just_now(session)))

    await world.db(build)


async def mends_month(
    world: World, owner: Phone, unit_id: int, month: JalaliMonth, revision: int, report: Report
) -> None:
    """The owner sends a returned month again."""
    owner_id = owner.person_id
    assert owner_id is not None

    def build(session: Session) -> None:
        granted(submit_month(session, owner_id, unit_id, month, revision, report, just_now(session)))

    await world.db(build)


async def waits(world: World, days: int) -> None:
    """Whatever lies with the union has lain there for so many days already."""

    def build(session: Session) -> None:
        for table in (table_of(Unit), table_of(Month)):
            session.execute(sa.update(table).values(submitted_at=now(session) - timedelta(days=days)))

    await world.db(build)


async def crowds(world: World, unit_id: int, number: int) -> None:
    """So many more workshops wait with the union, each a minute younger than the one before; copies of this unit."""

    def build(session: Session) -> None:
        table = table_of(Unit)
        row = dict(session.execute(sa.select(table).where(table.c.id == unit_id)).mappings().one())
        del row["id"]
        session.execute(
            sa.insert(table),
            [
                row
                | {
                    "title": f"کارگاه {one + 1}",
                    "receipt": f"BY-{one:04d}-COPY",
                    "submitted_at": row["submitted_at"] + timedelta(minutes=one + 1),
                }
                for one in range(number)
            ],
        )

    await world.db(build)


def _approve(session: Session, guild: Guild, subject: Subject, revision: int) -> None:
    granted(approve(session, guild.approver, subject, revision, Basis.DOCUMENT_SEEN))


async def product_ids(world: World, unit_id: int) -> list[int]:
    """The ids of the unit's products, in order."""
    from models.units import products

    found = await world.db(products, (unit_id,))
    return [product.id for product in found[unit_id] if product.id is not None]


def line(product_id: int, made: int, sold: int = 0, value: int = 0) -> Line:
    """A line of figures."""
    return Line(product_id, Decimal(made), Decimal(sold), value)
