"""What home says about a unit and its months, and the ways from it to what is to be done."""

from base64 import b64decode

from sqlmodel import Session

from models.months import MonthField
from models.organisations import RoleKind
from models.reviews import Remark, RemarkCode, Subject, SubjectKind, send_back
from models.units import RegistrationField
from tests.conversations.guild import (
    ABAN,
    MEHR,
    Guild,
    appointed,
    has_month,
    has_unit,
    line,
    open_guild,
    product_ids,
    returns,
)
from tests.conversations.world import Phone, World
from tests.models.world import granted

PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
"""A picture of one dot."""


async def _azar(world: World) -> tuple[Phone, Guild]:
    azar = world.phone("آذر")
    await world.knows(azar)
    return azar, await open_guild(world)


async def _returns_unit(world: World, guild: Guild, unit_id: int, *remarks: Remark) -> None:
    def build(session: Session) -> None:
        granted(send_back(session, guild.approver, Subject(SubjectKind.UNIT, unit_id), 1, remarks))

    await world.db(build)
    await world.settles()


async def test_home_says_what_the_union_wants_mended_in_the_registration(world: World) -> None:
    azar, guild = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    number = Remark(RegistrationField.POSTAL_CODE, None, RemarkCode.NOT_FOUND, "در سامانهٔ پست نیست")
    await _returns_unit(world, guild, unit_id, number, Remark(RegistrationField.ADDRESS, None, RemarkCode.INCOMPLETE))
    await azar.starts()
    azar.sees("برای اصلاح برگشته است ↩️", "بخش: کد پستی محل کسب", "در سامانهٔ پست نیست", "یک بخش دیگر هم")
    await azar.taps("اصلاح ثبت‌نام")
    azar.sees("کد پستی")
    await azar.types("نمی‌دانم")
    azar.sees("کد پستی")
    await azar.types("1876543211")
    await azar.starts()
    assert azar.labels[0] == "ادامهٔ اصلاح ثبت‌نام"
    assert "اصلاح ثبت‌نام" not in azar.labels
    await azar.taps("ادامهٔ اصلاح ثبت‌نام")
    azar.sees("بخش: نشانی. دلیل: کامل نیست", "نشانی محل کسب را بنویسید")


async def test_a_returned_month_stays_on_home_and_comes_first(world: World) -> None:
    azar, guild = await _azar(world)
    unit_id = await has_unit(world, guild, azar)
    (shoe,) = await product_ids(world, unit_id)
    month_id = await has_month(world, azar, unit_id, MEHR, [line(shoe, 1900)])
    await returns(world, guild, month_id, Remark(MonthField.EMPLOYEES, None, RemarkCode.IMPLAUSIBLE))
    await azar.starts()
    azar.sees("آمار مهر ۱۴۰۵ برای اصلاح برگشته است ↩️", "آمار آبان ۱۴۰۵ هنوز ثبت نشده است", "۱۰ ماه دیگر ثبت نشده است")
    assert azar.labels[:2] == ["اصلاح آمار مهر", "ثبت آمار آبان"]
    await has_month(world, azar, unit_id, ABAN)
    await azar.starts()
    azar.sees("آمار آبان ۱۴۰۵: در انتظار ⏳")
    assert azar.labels[0] == "اصلاح آمار مهر"
    assert "ثبت آمار آبان" not in azar.labels
    await azar.taps("اصلاح آمار مهر")
    azar.sees("شمار شاغلان", "بسیار دور از معمول")


async def test_either_to_begin_a_month_or_to_go_on_with_it_is_offered(world: World) -> None:
    azar, guild = await _azar(world)
    await has_unit(world, guild, azar)
    await azar.starts()
    assert azar.labels[0] == "ثبت آمار آبان"
    await azar.taps("ثبت آمار آبان")
    await azar.starts()
    azar.sees_not("پاسخ‌های شما نگه داشته شد")
    assert azar.labels[0] == "ثبت آمار آبان"
    await azar.taps("ثبت آمار آبان")
    await azar.taps("بله، تولید داشتیم")
    await azar.starts()
    azar.sees("پاسخ‌های شما نگه داشته شد")
    assert azar.labels[0] == "ادامهٔ آمار آبان ۱۴۰۵"
    assert "ثبت آمار آبان" not in azar.labels
    await azar.taps("ادامهٔ آمار آبان")
    azar.sees("چه مقدار تولید کردید؟")


async def test_home_knows_of_a_registration_that_is_half_filled_in(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    azar.sees("هنوز واحدی به نام شما ثبت نشده است")
    await azar.taps("ثبت‌نام واحد")
    await azar.taps("تولیدی")
    await azar.starts()
    azar.sees("ثبت‌نام شما نیمه‌کاره است ⏳")
    azar.sees_not("هنوز واحدی")
    assert azar.labels[0] == "ادامهٔ ثبت‌نام"
    assert "ثبت‌نام واحد" not in azar.labels


async def test_from_ones_own_unit_a_way_leads_back_to_the_role(world: World) -> None:
    guild = await open_guild(world)
    nastaran, _ = await appointed(world, guild, "نسترن", RoleKind.ORDER_EXPERT)
    await has_unit(world, guild, nastaran, title="شیرینی ارغوان")
    await nastaran.starts()
    await nastaran.taps("شیرینی ارغوان")
    nastaran.sees("شیرینی ارغوان، سلام")
    assert nastaran.labels[-2:] == ["تغییر نقش", "منوی اصلی"]
    await nastaran.taps("تغییر نقش")
    nastaran.sees("یکی از گزینه‌های زیر")
    assert "شیرینی ارغوان" in nastaran.labels


async def test_two_workshops_lead_to_each_other(world: World) -> None:
    azar, guild = await _azar(world)
    await has_unit(world, guild, azar, title="کفش آذر")
    await has_unit(world, guild, azar, title="چرم آذر")
    await azar.starts()
    await azar.taps("کفش آذر")
    await azar.taps("ثبت آمار آبان")
    await azar.taps("بله، تولید داشتیم")
    await azar.starts()
    assert "ادامهٔ آمار آبان ۱۴۰۵ · کفش آذر" in azar.labels
    await azar.taps("چرم آذر")
    assert "ثبت آمار آبان" in azar.labels
    await azar.taps("واحدهای من")
    await azar.taps("کفش آذر")
    assert "ثبت آمار آبان" not in azar.labels
    await azar.taps("ادامهٔ آمار آبان")
    azar.sees("واحد: کفش آذر", "چه مقدار تولید")


async def test_days_left_read_well_in_english_whatever_their_number(world: World) -> None:
    azar, guild = await _azar(world)
    await has_unit(world, guild, azar)
    await azar.starts()
    await azar.taps("زبان")
    await azar.taps("English")
    azar.sees("(days left: 4)")


async def test_a_photo_at_an_experts_home_is_not_kept_and_the_letter_says_why(world: World) -> None:
    guild = await open_guild(world)
    nastaran, _ = await appointed(world, guild, "نسترن", RoleKind.ORDER_EXPERT)
    await nastaran.starts()
    await nastaran.does(nastaran.local.send_photo, PICTURE)
    nastaran.sees("۶۰/۳۱۰۶۳۷", "نگهداری نشد", "نقش شما")
    await nastaran.does(nastaran.local.send_sticker)
    nastaran.sees("اکنون برچسب لازم نبود")
    nastaran.sees_not("۶۰/۳۱۰۶۳۷")
