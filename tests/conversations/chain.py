"""The people of the access chain for told dialogues: two counties with their unions, and an officer at each hop."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot import calendar
from models import organisations
from models.notices import counts
from models.organisations import Hat, OfficeKind, RoleKind
from tests.conversations.guild import COMING
from tests.conversations.world import Phone, World
from tests.models.world import granted

SHOES, WEAVING, WOOD = "اتحادیهٔ کفاشان ری", "اتحادیهٔ بافندگان ری", "اتحادیهٔ درودگران شمیران"


@dataclass(frozen=True, slots=True)
class Chain:
    """The offices' ids by name."""

    province_id: int
    rey_id: int
    shemiran_id: int
    statistics_id: int
    unions: dict[str, int]


async def open_chain(world: World) -> Chain:
    """Tehran with the counties of Rey (two unions) and Shemiran (one), nobody appointed yet."""

    def build(session: Session) -> Chain:
        province = next(one for one in organisations.provinces(session) if one.name == "تهران")
        rey, shemiran = (
            granted(organisations.add_office(session, OfficeKind.COUNTY, name, province.id)).id
            for name in ("ری", "شمیران")
        )
        statistics = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)[0]
        unions = {
            name: granted(organisations.add_office(session, OfficeKind.UNION, name, county)).id
            for name, county in ((SHOES, rey), (WEAVING, rey), (WOOD, shemiran))
        }
        return Chain(province.id, rey, shemiran, statistics.id, unions)

    return await world.db(build)


async def appoints(world: World, phone: Phone, kind: RoleKind, office_id: int) -> Hat:
    """The person behind this phone is known and has this role; the main menu stands before them."""
    if phone.person_id is None:
        await world.knows(phone)
    assert phone.person_id is not None
    hat = granted(await world.db(organisations.grant, phone.person_id, kind, office_id))
    await phone.starts()
    return hat


async def asks(secretary: Phone, number: str, name: str = "kafashan.rey") -> None:
    """A union's secretary gives a user name and sends a letter of this number, dated 1 Azar 1405."""
    await secretary.starts()
    await secretary.taps("دسترسی بهین‌یاب")
    await secretary.taps("نوشتن نام کاربری")
    await secretary.types(name)
    await secretary.taps("بله، درست است")
    await secretary.taps("دسترسی بهین‌یاب")
    await secretary.taps("شماره و تاریخ نامه")
    await secretary.types(number)
    await secretary.types("۱۴۰۵/۰۹/۰۱")
    await secretary.taps("ثبت و فرستادن")


async def gathers(officer: Phone, number: str) -> None:
    """A county's officer names all that lies there in one letter of this number, dated 5 Azar 1405."""
    await officer.starts()
    await officer.taps("دسترسی بهین‌یاب")
    await officer.taps("نامه به سازمان استان")
    if any(label.startswith("همین‌ها") for label in officer.labels):
        await officer.taps("همین‌ها، ادامه")
    await officer.types(number)
    await officer.types("۱۴۰۵/۰۹/۰۵")
    await officer.taps("ثبت و فرستادن")


async def days_pass(world: World, days: int) -> None:
    """So many days later, with what the calendar owes by then delivered."""
    world.clock.shift(timedelta(days=days))
    await calendar.walk(world.app.database)
    await world.settles()
    while any(number for state, number in (await world.db(counts)).items() if state in COMING):
        await world.settles()
