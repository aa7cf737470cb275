"""«I was asked for documents», told by the unit, the inspector, the province and the office that was named."""

from handlers.buttons import AskedForPapers, OpenFigures, OpenMyReport, OpenReport, OpenReports
from handlers.support.taps import OfficeList, SettleReport
from models.organisations import RoleKind
from tests.conversations.guild import has_unit, open_guild
from tests.conversations.test_support import _azar, _hears, _works
from tests.conversations.world import World
from tests.playground.conftest import picture

SAID = "گفتند بدون فاکتور خرید پرونده بررسی نمی‌شود."


async def test_a_unit_that_was_asked_for_papers_is_heard_and_stays_unnamed(world: World) -> None:
    azar, guild, unit_id = await _azar(world)
    inspector, _ = await _works(world, "بازرس نمونه", RoleKind.INSPECTOR, guild.province_id)
    officer, seat = await _works(world, "کارشناس استان", RoleKind.PROVINCIAL_OFFICER, guild.province_id)
    county, _ = await _works(world, "کارشناس شهرستان", RoleKind.COUNTY_OFFICER, guild.county_id)
    expert, lens = await _works(world, "کارشناس سفارش", RoleKind.ORDER_EXPERT, guild.province_id)
    await azar.taps("وضعیت ثبت سفارش")
    await azar.taps("از من مدرک خواستند")
    azar.sees("چه کسی برای ثبت سفارش از شما مدرک خواست؟")
    await azar.taps("ادارهٔ صمت ری")
    await azar.taps("مدارک تولید")
    await azar.does(azar.local.send_photo, picture(40, 30))
    azar.sees("نوشته لازم است، نه عکس")
    await azar.types(SAID)
    await azar.types("۱۴۰۵/۱۲/۰۱")
    azar.sees("هنوز نیامده است")
    await azar.taps("دیروز")
    await azar.taps("نامم گفته نشود")
    azar.sees("درخواست‌کننده: ادارهٔ صمت ری", SAID, "۱۴۰۵/۰۹/۰۵", "ادارهٔ نام‌برده فقط شمار")
    await azar.taps("فرستادن گزارش")
    azar.sees("ثبت و فرستاده شد", "BY-", "۶۰/۳۱۰۶۳۷", "به ارائهٔ مدرک یا نامهٔ اتحادیه نیازی نیست")

    await _hears(officer, "برای ثبت سفارش «مدارک تولید» خواسته‌اند")
    await officer.taps("دیدن گزارش")
    officer.sees(SAID, "ادارهٔ صمت ری", "نامش گفته نشود", "شهرستان ری")
    officer.sees_not("آذر")
    assert "ثبت نتیجه" not in officer.labels
    await inspector.taps("دیدن گزارش")
    await inspector.taps("دیدم")
    inspector.sees("دیده شد")
    await _hears(azar, "بازرسی گزارش شما را دید")
    old = inspector.key_of("ثبت نتیجه")
    await inspector.taps("ثبت نتیجه")
    await inspector.taps("تذکر داده شد")
    inspector.sees("نتیجه ثبت شد", "به اداره تذکر داده شد")
    await _hears(azar, "به گزارش شما رسیدگی شد")
    await inspector.taps_old((old[0], SettleReport(inspector_role(old[1]), 1, 0).pack()))
    inspector.sees("تغییر کرده است")

    await county.starts()
    await county.taps("شمار گزارش‌ها")
    county.sees("آذر ۱۴۰۵: کمتر از ۳ گزارش")
    county.sees_not(SAID, "کفش")
    await expert.starts()
    assert not {"گزارش‌های مدرک", "شمار گزارش‌ها", "از من مدرک خواستند"} & set(expert.labels)
    home = expert.text
    for forged in (
        OpenReports(lens.role_id),
        OpenReport(seat.role_id, 1),
        OpenMyReport(1),
        OfficeList(lens.role_id),
        OpenFigures(lens.role_id),
        AskedForPapers(unit_id),
    ):
        await expert.does(expert.local.tap, expert.card.message_id, forged.pack(), silent=True)
        expert.sees_not(SAID, "ادارهٔ صمت ری")
    assert home.splitlines()[0] in expert.text
    await azar.taps("دیدن گزارش")
    azar.sees("نتیجه: به اداره تذکر داده شد")
    await azar.taps("پیگیری‌های من")
    azar.sees("گزارش‌های «از من مدرک خواستند»", "رسیدگی شد")


def inspector_role(packed: str) -> int:
    """The role that a button carries first."""
    return int(packed.split(":")[1])


async def test_somebody_with_several_units_names_one_and_a_licence_copy_has_its_own_clause(world: World) -> None:
    azar = world.phone("آذر")
    await world.knows(azar)
    guild = await open_guild(world)
    await has_unit(world, guild, azar)
    await has_unit(world, guild, azar, title="کیف دست‌دوز آذر")
    await azar.starts()
    await azar.taps("راهنما")
    await azar.taps("کاربرد آمار")
    await azar.taps("از من مدرک خواستند")
    azar.sees("کدام واحد")
    for answer in ("کیف دست‌دوز آذر", "سازمان صمت تهران", "تصویر پروانه یا مجوز", "بدون توضیح", "یادم نیست"):
        await azar.taps(answer)
    await azar.taps("نامم گفته شود")
    azar.sees("این گزارش به بازرسی می‌رود")
    await azar.taps("فرستادن گزارش")
    azar.sees("هنوز بازرسی معرفی نشده است", "بخش دوم", "جداً پرهیز شود")
