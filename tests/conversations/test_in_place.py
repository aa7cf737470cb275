"""The county in the union's place, and conflicts of interest: told by officers, approvers and the workshop."""

from models.months import Report
from models.organisations import RoleKind
from models.reviews import Remark, RemarkCode
from tests.conversations.guild import (
    ABAN,
    Guild,
    appointed,
    has_month,
    has_unit,
    line,
    mends_month,
    open_guild,
    product_ids,
    returns,
    waits,
)
from tests.conversations.world import Phone, World


async def _known(world: World, name: str) -> Phone:
    phone = world.phone(name)
    await world.knows(phone)
    return phone


async def _with_a_month(world: World) -> tuple[Guild, Phone, Phone, int, int]:
    """A union with its approver, and a workshop whose month lies with it."""
    approver, azar = await _known(world, "خانم نمونه"), await _known(world, "آذر")
    guild = await open_guild(world, approver)
    unit_id = await has_unit(world, guild, azar)
    (product,) = await product_ids(world, unit_id)
    month_id = await has_month(world, azar, unit_id, ABAN, [line(product, 1900, 1800, 100)])
    return guild, approver, azar, unit_id, month_id


async def _opens_month(officer: Phone, inbox: str = "صندوق بررسی") -> None:
    await officer.taps(inbox)
    await officer.taps("آمار ماهانه")
    await officer.taps("کفش دست‌دوز آذر")


async def test_the_county_decides_for_a_silent_union_and_everybody_reads_why(world: World) -> None:
    guild, approver, azar, _, _ = await _with_a_month(world)
    await approver.starts()
    officer, _ = await appointed(world, guild, "کارشناس ری", RoleKind.COUNTY_OFFICER)
    await officer.starts()
    await officer.taps("صندوق بررسی")
    officer.sees("صندوق ادارهٔ صمت ری", "اکنون چیزی به شما نرسیده است")
    await waits(world, 15)
    await officer.taps("منوی اصلی")
    await officer.taps("صندوق بررسی")
    officer.sees("آمار ماهانه: ۱")
    await officer.taps("آمار ماهانه")
    officer.sees("کفش دست‌دوز آذر · آبان ۱۴۰۵ · اتحادیهٔ کفاشان ری · از ۱۵ روز پیش")
    await officer.taps("کفش دست‌دوز آذر")
    officer.sees("به جای اتحادیهٔ کفاشان ری تصمیم می‌گیرید، چون مهلت پاسخ آن گذشته است (۱۴ روز، تنظیم پیش‌فرض بهین‌یار)")
    await officer.taps("تأیید آمار آبان")
    await officer.taps("بازدید از محل")
    officer.sees("آمار آبان ۱۴۰۵ (کفش دست‌دوز آذر) تأیید شد ✅")
    await world.settles()
    azar.sees(
        "از ادارهٔ صمت ری: آمار آبان ۱۴۰۵ برای کفش دست‌دوز آذر تأیید شد ✅",
        "این تصمیم به جای اتحادیهٔ کفاشان ری گرفته شد، چون مهلت پاسخ آن گذشته بود (۱۴ روز، تنظیم پیش‌فرض بهین‌یار).",
    )
    approver.sees("از ادارهٔ صمت ری: آمار آبان ۱۴۰۵ برای کفش دست‌دوز آذر بررسی شد. نتیجه: تأیید ✅", "به جای اتحادیهٔ")
    await approver.taps("دیدن نتیجه")
    approver.sees("ادارهٔ صمت ری در ۱۴۰۵/۰۹/۰۶ تأیید کرد", "به جای اتحادیهٔ کفاشان ری: اتحادیه در مهلت پاسخ نداده بود")


async def test_too_early_is_refused_with_the_day_from_which(world: World) -> None:
    guild, _, azar, unit_id, month_id = await _with_a_month(world)
    officer, _ = await appointed(world, guild, "کارشناس ری", RoleKind.COUNTY_OFFICER)
    await waits(world, 15)
    await officer.starts()
    await _opens_month(officer)
    old = officer.key_of("تأیید آمار آبان")
    await returns(world, guild, month_id, Remark("employees", None, RemarkCode.IMPLAUSIBLE))
    (product,) = await product_ids(world, unit_id)
    await mends_month(world, azar, unit_id, ABAN, 1, Report((line(product, 1900, 1800, 100),), 5))
    await officer.taps_old(old)
    officer.sees(
        "هنوز در نوبت اتحادیهٔ کفاشان ری است", "تا ۱۴۰۵/۰۹/۲۰ پاسخی ندهد", "۱۴ روز", "اکنون چیزی به شما نرسیده است"
    )
    await waits(world, 14)
    await officer.taps("منوی اصلی")
    await _opens_month(officer)
    officer.sees("شاغلان: ۵ نفر")


async def test_a_conflict_of_interest_leads_to_the_other_approver(world: World) -> None:
    guild, approver, _, _, _ = await _with_a_month(world)
    other, _ = await appointed(world, guild, "آقای دیگر")
    await approver.starts()
    await _opens_month(approver, "صندوق اتحادیه")
    old = approver.key_of("تأیید آمار آبان")
    await approver.taps("در این واحد ذی‌نفعم")
    approver.sees("چه چیزی شما را در این واحد ذی‌نفع می‌کند؟", "این اعلام ثبت می‌شود")
    await approver.taps("رقیب من است")
    approver.sees("اعلام شما ثبت شد: کفش دست‌دوز آذر · رقابت", "همکار شما")
    await approver.taps_old(old)
    approver.sees("تعارض منافع اعلام شده است، پس آن را کس دیگری بررسی می‌کند", "اکنون چیزی در انتظار شما نیست")
    await other.starts()
    await _opens_month(other, "صندوق اتحادیه")
    other.sees("کفش دست‌دوز آذر · آبان ۱۴۰۵")
    await approver.taps("تعارض منافع")
    approver.sees("کفش دست‌دوز آذر · خانم نمونه · رقابت")
    await approver.taps("کفش دست‌دوز آذر")
    await approver.taps("پس گرفتن اعلام")
    approver.sees("تعارض منافع دربارهٔ کفش دست‌دوز آذر برداشته شد ✅")
    await approver.taps("صندوق اتحادیه")
    approver.sees("آمار ماهانه در انتظار: ۱")


async def test_a_rival_alone_in_the_union_leaves_it_to_the_county(world: World) -> None:
    guild, approver, azar, _, _ = await _with_a_month(world)
    officer, _ = await appointed(world, guild, "کارشناس ری", RoleKind.COUNTY_OFFICER)
    await officer.starts()
    await azar.starts()
    await azar.taps("رقیب در اتحادیه")
    azar.sees("اتحادیهٔ کفاشان ری بررسی می‌کند", "تنها کارشناس ادارهٔ شهرستان می‌بیند")
    await azar.taps("معرفی رقیب")
    await azar.taps("خانم نمونه")
    azar.sees("چرا رقیب شماست؟", "تنها کارشناس ادارهٔ شهرستان آن را می‌خواند")
    await azar.types("روبه‌روی کارگاه من کفش‌فروشی دارد")
    azar.sees("روبه‌روی کارگاه من", "خانم نمونه")
    await azar.taps("ثبت")
    azar.sees("ثبت شد ✅", "اعلام‌شده: خانم نمونه. دلیل: روبه‌روی کارگاه من")
    await world.settles()
    officer.sees("صاحب کفش دست‌دوز آذر می‌گوید خانم نمونه", "دلیل: روبه‌روی کارگاه من کفش‌فروشی دارد")
    await officer.taps("دیدن این اعلام")
    officer.sees("صاحب واحد در ۱۴۰۵/۰۹/۰۶ دربارهٔ خانم نمونه اعلام کرده است: رقابت")
    await officer.taps("منوی اصلی")
    await _opens_month(officer)
    officer.sees("به جای اتحادیهٔ کفاشان ری تصمیم می‌گیرید، چون همهٔ تأییدکنندگان آن در این واحد تعارض منافع دارند")
    await officer.taps("تأیید آمار آبان")
    await officer.taps("مدرک دیده شد")
    await world.settles()
    azar.sees("از ادارهٔ صمت ری: آمار آبان", "چون همهٔ تأییدکنندگان آن در این واحد تعارض منافع دارند")
    await approver.starts()
    await approver.taps("صندوق اتحادیه")
    approver.sees("اکنون چیزی در انتظار شما نیست")
