"""[access-chain] The chain clicked through by six people on both messengers, a letter at each hop, to a working access.

With a return and a re-send, a letter that waits for its turn, an overdue hop, and trouble that the liaison hears of;
then the same with everybody on the other messenger, on the other database.
"""

from dataclasses import dataclass

from models.access import AccessStage, access_stage, request_card
from models.organisations import Hat, RoleKind
from models.people import Messenger
from tests.conversations.chain import SHOES, WOOD, Chain, appoints, asks, days_pass, gathers, open_chain
from tests.conversations.world import Phone, World, open_world
from tests.models.world import granted
from tests.stage import Databases, FellShortError


async def prove() -> str:
    """Both ways round. Raises FellShortError."""
    told: list[str] = []
    with Databases() as databases:
        for kind, first in (("sqlite", Messenger.TELEGRAM), ("postgresql", Messenger.BALE)):
            with databases.new(kind) as url:
                async with open_world(url, first) as world:
                    try:
                        letters = await _story(world)
                    except AssertionError as error:
                        raise FellShortError(f"{kind}, the union on {first.value}: {error}") from error
            told.append(f"{kind}, the union on {first.value}: {letters}")
    return f"six people on both messengers, {'; '.join(told)}"


@dataclass(frozen=True, slots=True)
class _People:
    """Who is on the chain; the union and the province on one messenger, the others on the other."""

    secretary: Phone
    rey: Phone
    shemiran: Phone
    province: Phone
    statistics: Phone
    liaison: Phone
    hats: dict[str, Hat]


async def _gather_people(world: World, chain: Chain) -> _People:
    places = (
        ("secretary", "دبیر کفاشان", RoleKind.UNION_SECRETARY, chain.unions[SHOES], world.messenger),
        ("rey", "کارشناس ری", RoleKind.COUNTY_OFFICER, chain.rey_id, world.other),
        ("shemiran", "کارشناس شمیران", RoleKind.COUNTY_OFFICER, chain.shemiran_id, world.other),
        ("province", "کارشناس استان", RoleKind.PROVINCIAL_OFFICER, chain.province_id, world.messenger),
        ("statistics", "کارشناس دفتر آمار", RoleKind.STATISTICS_OFFICER, chain.statistics_id, world.other),
        ("liaison", "رابط بهین‌یاب", RoleKind.LIAISON, chain.province_id, world.messenger),
    )
    phones: dict[str, Phone] = {}
    hats: dict[str, Hat] = {}
    for key, name, kind, office_id, messenger in places:
        phones[key] = world.phone(name, messenger=messenger)
        hats[key] = await appoints(world, phones[key], kind, office_id)
    return _People(**phones, hats=hats)


async def _story(world: World) -> str:
    chain = await open_chain(world)
    people = await _gather_people(world, chain)
    # The secretary of Shemiran's carpenters is the same person as that of the shoemakers, with two hats.
    carpenter = people.secretary
    await asks(people.secretary, "12/34")
    people.rey.sees("نامهٔ ۱۲/۳۴ مورخ ۱۴۰۵/۰۹/۰۱ از اتحادیهٔ کفاشان ری")
    await days_pass(world, 4)
    people.rey.sees("از مهلت گذشته‌اند", "قدیمی‌ترین: ۴ روز")
    await gathers(people.rey, "56/78")
    people.province.sees("نامهٔ ۵۶/۷۸", "از ادارهٔ صمت ری")
    await appoints(world, carpenter, RoleKind.UNION_SECRETARY, chain.unions[WOOD])
    await carpenter.taps(WOOD)
    await _asks_again(carpenter, "9/9")
    await gathers(people.shemiran, "8/8")
    await _late_letter(people.province)
    await _returned(people)
    await _sent_on(people.province, "۸/۸", "90/1")
    await gathers(people.rey, "56/79")
    await _sent_on(people.province, "۵۶/۷۹", "90/2")
    await _opened(people)
    await _trouble(people)
    for union in (SHOES,):
        stage = await world.db(access_stage, chain.unions[union])
        assert stage is AccessStage.WORKING, f"{union} ends at {stage}"
    card = granted(await world.db(request_card, people.hats["liaison"], 1))
    numbers = [step.letter.number for step in card.steps if step.letter is not None]
    assert numbers == ["12/34", "56/79", "90/2"], numbers
    return f"letters {' > '.join(numbers)}, one returned, one late, one hop overdue"


async def _asks_again(secretary: Phone, number: str) -> None:
    await secretary.taps("دسترسی بهین‌یاب")
    await secretary.taps("نوشتن نام کاربری")
    await secretary.types("najjaran.shemiran")
    await secretary.taps("بله، درست است")
    await secretary.taps("دسترسی بهین‌یاب")
    await secretary.taps("شماره و تاریخ نامه")
    await secretary.types(number)
    await secretary.types("۱۴۰۵/۰۹/۰۲")
    await secretary.taps("ثبت و فرستادن")


async def _late_letter(province: Phone) -> None:
    await province.starts()
    await province.taps("دسترسی بهین‌یاب")
    await province.taps("۸/۸")
    await province.taps("فرستادن به دفتر آمار")
    province.sees("نوبت این نامه هنوز نرسیده است", "نامهٔ ۵۶/۷۸")


async def _returned(people: _People) -> None:
    """The first letter goes back to its county, which mends it with the union and sends it again."""
    await people.province.taps("نامهٔ نخست نوبت")
    await people.province.taps("برگشت با دلیل")
    await people.province.taps("نام کاربری یافت نشد")
    await people.province.types("حرف سوم خوانا نیست")
    await people.province.taps("برگرداندن")
    people.rey.sees("برگشت ↩️", "حرف سوم خوانا نیست", "اکنون نزد شماست")
    await people.rey.taps("دیدن درخواست")
    await people.rey.taps("برگشت با دلیل")
    await people.rey.taps("نام کاربری یافت نشد")
    await people.rey.taps("بدون توضیح")
    await people.rey.taps("برگرداندن")
    people.secretary.sees("از ادارهٔ صمت ری", "اکنون نزد شماست")
    await people.secretary.taps("دیدن درخواست")
    await people.secretary.taps("تغییر نام کاربری")
    await people.secretary.types("kafashan.rey2")
    await people.secretary.taps("بله، درست است")
    await people.secretary.taps("متن آمادهٔ نامه")
    people.secretary.sees("kafashan.rey2")
    await people.secretary.taps("شماره و تاریخ نامه")
    await people.secretary.types("12/34")
    await people.secretary.types("1405/09/01")
    await people.secretary.taps("ثبت و فرستادن")
    people.secretary.sees("نزد ادارهٔ صمت ری است")


async def _sent_on(province: Phone, letter: str, number: str) -> None:
    await province.starts()
    await province.taps("دسترسی بهین‌یاب")
    await province.taps(letter)
    await province.taps("فرستادن به دفتر آمار")
    await province.types(number)
    await province.types("1405/09/10")
    await province.taps("ثبت و فرستادن")
    province.sees("اکنون نزد دفتر آمار و فرآوری داده‌ها است")


async def _opened(people: _People) -> None:
    await people.statistics.starts()
    await people.statistics.taps("دسترسی بهین‌یاب")
    await people.statistics.taps(SHOES)
    people.statistics.sees("kafashan.rey2", "نامهٔ ۹۰/۲")
    await people.statistics.taps("دسترسی برقرار شد")
    await people.statistics.taps("بله، برقرار شد")
    people.secretary.sees("دسترسی اتحادیهٔ کفاشان ری به بهین‌یاب را برقرار کرده است")


async def _trouble(people: _People) -> None:
    await people.secretary.taps("دیدن درخواست")
    await people.secretary.taps("کار نمی‌کند")
    people.liaison.sees("کار نمی‌کند ⚠️")
    await people.liaison.taps("دیدن درخواست")
    people.liaison.sees("گام ۱: اتحادیهٔ کفاشان ری ✅", "دسترسی کار نمی‌کند")
    await people.secretary.taps("دیدن درخواست")
    await people.secretary.taps("کار می‌کند")
    people.secretary.sees("برقرار است و کار می‌کند ✅")
