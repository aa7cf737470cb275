"""The desk that issues circulars, told: written, asked for, read and released by a second person, then followed."""

from models import organisations
from models.organisations import RoleKind
from tests.conversations.chain import open_chain
from tests.conversations.world import Phone, World
from tests.models.world import granted


async def _officer(world: World, name: str, kind: RoleKind, office: int) -> Phone:
    phone = world.phone(name)
    person_id = await world.knows(phone)
    granted(await world.db(organisations.grant, person_id, kind, office))
    return phone


async def _writes(turaj: Phone, number: str = "۶۰/۱۲۳۴") -> None:
    """A draft with one clause, saved."""
    await turaj.taps("بخشنامهٔ تازه")
    await turaj.types(number)
    await turaj.types("۱۴۰۵/۰۹/۰۵")
    await turaj.types("مهلت ثبت آمار آبان")
    await turaj.types("آمار آبان را تا دهم آذر ثبت کنید.")
    await turaj.types("آمار هر ماه تا دهم ماه بعد ثبت می‌شود.")
    await turaj.taps("بند دیگری ندارد")
    await turaj.taps("عادی")
    if "یک‌باره به همه" in turaj.labels:
        await turaj.taps("یک‌باره به همه")
    await turaj.taps("ذخیرهٔ پیش‌نویس")


async def test_look(world: World) -> None:
    chain = await open_chain(world)
    turaj = await _officer(world, "تورج", RoleKind.PROVINCIAL_OFFICER, chain.province_id)
    second = await _officer(world, "مهین", RoleKind.PROVINCIAL_OFFICER, chain.province_id)
    await _officer(world, "کاوه", RoleKind.COUNTY_OFFICER, chain.rey_id)
    await turaj.starts()
    from handlers.buttons import OpenCircularDesk

    hat = (await world.db(organisations.hats, turaj.person_id))[0]
    await turaj.does(turaj.local.tap, turaj.card.message_id, OpenCircularDesk(hat.role_id).pack())

    def show(p: Phone) -> None:
        print("-----", p.name)
        print(p.text)
        print(p.labels)

    show(turaj)
    await _writes(turaj)
    show(turaj)
    await turaj.taps("انتخاب مخاطبان")
    show(turaj)
    await turaj.taps("سطح‌ها")
    show(turaj)
    await turaj.taps("ادارات شهرستان")
    show(turaj)
    await turaj.taps("بازگشت")
    show(turaj)
    await turaj.taps("محل")
    show(turaj)
    await turaj.taps("افزودن با نام")
    show(turaj)
    await turaj.types("ری")
    show(turaj)
    await turaj.taps("ری")
    show(turaj)
    await turaj.taps("بازگشت")
    show(turaj)
    await turaj.taps("پایان انتخاب")
    show(turaj)
    await turaj.taps("پیش‌نمایش")
    show(turaj)
    await turaj.taps("همین در")
    show(turaj)
    await turaj.taps("بازگشت")
    show(turaj)
    await turaj.taps("تغییر متن")
    show(turaj)
    await turaj.taps("موضوع")
    show(turaj)
    await turaj.types("موضوع دیگر")
    show(turaj)
    await turaj.taps("ذخیرهٔ")
    show(turaj)
    await turaj.taps("درخواست انتشار")
    show(turaj)
    await world.settles()
    show(second)
    await second.taps("دیدن بخشنامه")
    show(second)
    await second.taps("انتشار")
    show(second)
    await second.taps("در زمان دیگر")
    show(second)
    await second.types("دیروز")
    show(second)
    await second.types("امروز ساعت ۸ صبح")
    show(second)
    await second.taps("بله")
    show(second)
    await second.types("فردا ساعت ۸ صبح")
    show(second)
    await second.taps("بله")
    show(second)
