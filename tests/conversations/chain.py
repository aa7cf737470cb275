"""The people of the access chain for told dialogues: two counties with their unions, and an officer at each hop."""

from dataclasses import dataclass

from sqlmodel import Session

from models import organisations
from models.organisations import Hat, OfficeKind, RoleKind
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
