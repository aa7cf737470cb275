"""What somebody did not find in the list: the county office answers it, and whoever waits goes on from the answer."""

from sqlmodel import Session

from models import organisations
from models.drafts import drafts_of, drop_draft, open_draft
from models.organisations import OfficeKind, RoleKind
from tests.conversations.guild import Guild, appointed, open_guild, tell
from tests.conversations.world import Phone, World
from tests.models.world import granted


async def _waits_for(world: World, guild: Guild, name: str, typed: str) -> Phone:
    """Somebody whose half-filled registration waits for this union of Rey."""
    phone = world.phone(name)
    person_id = await world.knows(phone)

    def build(session: Session) -> None:
        above = {one.kind.value: [one.id, one.name] for one in organisations.lineage(session, guild.county_id)}
        half = {"trade-class": "production", "person-kind": "natural", **above, "union": "missing", "union-name": typed}
        open_draft(session, person_id, "registration", "", {"answers": half})
        granted(organisations.wish_for(session, person_id, OfficeKind.UNION, guild.county_id, typed, "registration"))

    await world.db(build)
    await phone.starts()
    return phone


async def _drops(world: World, phone: Phone) -> None:
    def drop(session: Session) -> None:
        assert phone.person_id is not None
        for one in drafts_of(session, phone.person_id):
            drop_draft(session, phone.person_id, one.id)

    await world.db(drop)


async def test_a_wished_union_is_added_and_whoever_waits_goes_on_with_it(world: World) -> None:
    guild = await open_guild(world)
    omid, _ = await appointed(world, guild, "امید", RoleKind.COUNTY_OFFICER)
    await omid.starts()
    assert not any("در فهرست نیست" in label for label in omid.labels)
    sara, _ = await appointed(world, guild, "سارا", RoleKind.COUNTY_OFFICER)
    azar = await _waits_for(world, guild, "آذر", "زین‌سازها")
    await tell(world)
    omid.sees("این اتحادیه پیدا نشده است", "زین‌سازها")
    await omid.taps("دیدن و پاسخ")
    omid.sees("منتظر: ۱ نفر", "با دلیل رد کنید")
    await sara.starts()
    await sara.taps("در فهرست نیست (۱)")
    sara.sees("۱. اتحادیه در ری: زین‌سازها · منتظر: ۱ نفر")
    await sara.taps("۱. زین‌سازها")

    await omid.taps("افزودن اتحادیه")
    omid.sees("آنچه به ری افزوده می‌شود", "زین‌سازها")
    await omid.taps("ویرایش")
    await omid.taps("نام")
    await omid.types("اتحادیهٔ سراجان ری")
    await omid.taps("افزودن")
    omid.sees("«اتحادیهٔ سراجان ری» به ری افزوده شد ✅", "خبردار می‌شوند")
    await tell(world)
    await sara.taps("رد با دلیل")
    sara.sees("به این خواسته پاسخ داده است: افزوده شد", "کاری لازم نیست", "کسی منتظر افزوده شدن")

    azar.sees("اتحادیه‌ای که منتظر آن بودید به فهرست ری افزوده شد ✅", "اتحادیهٔ سراجان ری")
    await azar.taps("انتخاب اتحادیه")
    azar.sees("اتحادیهٔ صادرکنندهٔ پروانه کدام است؟")
    await azar.taps("سراجان")
    azar.sees("پرسش ۳ از")


async def test_another_name_and_a_refusal_reach_whoever_waits_and_a_draft_that_is_gone_is_said_kindly(
    world: World,
) -> None:
    guild = await open_guild(world)
    omid, _ = await appointed(world, guild, "امید", RoleKind.COUNTY_OFFICER)
    azar = await _waits_for(world, guild, "آذر", "گیوه‌دوزان")
    saba = await _waits_for(world, guild, "صبا", "نانوایان")
    await tell(world)
    await omid.starts()
    await omid.taps("در فهرست نیست (۲)")
    await omid.taps("۱. گیوه‌دوزان")
    await omid.taps("نام دیگری دارد")
    await omid.types("چیزی که نیست")
    omid.sees("پیدا نشد")
    await omid.types("کفاش")
    await omid.taps("کفاشان")
    omid.sees("در فهرست ری همین است", "اتحادیهٔ کفاشان ری")
    await omid.taps("همین است")
    omid.sees("همان «اتحادیهٔ کفاشان ری» است ✅ خبر به ۱ نفر می‌رسد", "نانوایان")
    await omid.taps("۱. نانوایان")
    await omid.taps("رد با دلیل")
    await omid.types("؟")
    await omid.types("پروانهٔ این رسته تولیدی نیست.")
    omid.sees("پروانهٔ این رسته تولیدی نیست.")
    await omid.taps("رد با همین دلیل")
    omid.sees("دلیل به ۱ نفر می‌رسد")
    await tell(world)

    azar.sees("اتحادیه‌ای که «گیوه‌دوزان» نوشته بودید، در فهرست ری با این نام هست ✅")
    await _drops(world, azar)
    await azar.taps("انتخاب اتحادیه")
    azar.sees("دیگر نیمه‌کاره نیست")

    saba.sees("افزوده نمی‌شود ↩️", "دلیل: پروانهٔ این رسته تولیدی نیست.")
    await saba.starts()
    await saba.taps("ادامهٔ ثبت‌نام")
    saba.sees("از فهرست انتخاب کنید", "اتحادیهٔ صادرکنندهٔ پروانه")
    await saba.taps("کفاشان")
    await saba.starts()
