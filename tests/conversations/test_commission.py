"""The circular's way from the commission to the unions, recorded by each office and seen by those above."""

from sqlmodel import Session

from models import organisations
from models.organisations import OfficeKind, RoleKind
from tests.conversations.guild import open_guild
from tests.conversations.world import Phone, World
from tests.models.world import granted


async def _sits(world: World, name: str, kind: RoleKind, office_id: int) -> Phone:
    phone = world.phone(name)
    person_id = await world.knows(phone)

    def give(session: Session) -> None:
        granted(organisations.grant(session, person_id, kind, office_id))

    await world.db(give)
    await phone.starts()
    return phone


async def _seats(world: World) -> tuple[int, int, int]:
    """Rey's commission and chamber, with two unions, and the Guild Centre."""
    guild = await open_guild(world)

    def build(session: Session) -> tuple[int, int, int]:
        county = guild.county_id
        commission = organisations.add_office(session, OfficeKind.COMMISSION, "کمیسیون نظارت ری", county)
        chamber = organisations.add_office(session, OfficeKind.CHAMBER, "اتاق اصناف ری", county)
        granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خیاطان ری", county))
        centre = organisations.offices(session, OfficeKind.GUILD_CENTRE)[0]
        return granted(commission).id, granted(chamber).id, centre.id

    return await world.db(build)


async def _holds_a_session(darya: Phone) -> None:
    await darya.taps("کمیسیون نظارت")
    darya.sees("گام مانده: جلسهٔ کمیسیون", "هنوز ثبت نشده")
    await darya.taps("ثبت جلسه")
    for typed, seen in (("۷ آذر ۱۴۰۵", "هنوز نرسیده"), ("۳۱ آبان ۱۴۰۵", "۳۰ روز")):
        await darya.types(typed)
        darya.sees(seen)
    await darya.types("۲۰ آبان ۱۴۰۵")
    await darya.types("ندارد")
    darya.sees("شماره‌ای دیده نشد")
    await darya.types("۱۴۰۵/۰۸/۲۰")
    darya.sees("به تاریخ می‌ماند")
    await darya.taps("دوباره می‌نویسم")
    await darya.types("شمارهٔ ۱۷/ک")
    await darya.taps("تصمیم به آگاه‌سازی")
    await darya.taps("بدون توضیح")
    darya.sees("پیش از ثبت", "۱۴۰۵/۰۸/۲۰", "۱۷/ک")
    await darya.taps("ثبت جلسه")
    darya.sees("جلسه ثبت شد", "گام مانده: نامهٔ اتاق اصناف", "۱۶ روز")
    assert "ثبت نامهٔ اتاق" not in darya.labels


async def _writes_to_the_unions(sohrab: Phone) -> None:
    await sohrab.taps("کمیسیون نظارت")
    await sohrab.taps("ثبت نامهٔ اتاق")
    await sohrab.types("60 / 881")
    await sohrab.types("۱۹ آبان ۱۴۰۵")
    await sohrab.taps("ثبت نامه")
    sohrab.sees("پیش از جلسه")
    await sohrab.types("۲۵ آبان ۱۴۰۵")
    await sohrab.taps("ثبت نامه")
    sohrab.sees("نامهٔ اتاق ثبت شد", "۶۰/۸۸۱", "۰ از ۲")
    await sohrab.taps("اتحادیه‌ها")
    sohrab.sees("خیاطان: هنوز مکتوب خبر ندارد")
    await sohrab.taps("خیاطان")
    await sohrab.taps("همان نامهٔ اتاق")
    await sohrab.types("۲۷ آبان ۱۴۰۵")
    await sohrab.taps("ثبت آگاه‌سازی")
    sohrab.sees("۱ از ۲", "آگاه‌سازی اتحادیه‌ها ⏳ · ۱۱ روز")


async def test_commission_chamber_and_county_record_their_steps(world: World) -> None:
    commission, chamber, centre = await _seats(world)
    darya = await _sits(world, "دریا", RoleKind.COMMISSION_SECRETARY, commission)
    await _holds_a_session(darya)
    sohrab = await _sits(world, "سهراب", RoleKind.CHAMBER_OFFICER, chamber)
    await _writes_to_the_unions(sohrab)

    nader = await _sits(world, "نادر", RoleKind.OBSERVER, centre)
    await nader.taps("کمیسیون نظارت")
    nader.sees("کشور", "آگاه‌سازی اتحادیه‌ها ⏳: ۱", "بند ۶")
    await nader.taps("صفحهٔ بعد")
    await nader.taps("تهران")
    nader.sees("ری: آگاه‌سازی اتحادیه‌ها")
    await nader.taps("ری")
    nader.sees("نامهٔ اتاق اصناف: ۶۰/۸۸۱")
    assert nader.labels == ["اتحادیه‌ها", "بازگشت", "منوی اصلی"]

    await sohrab.taps("اتحادیه‌ها")
    await sohrab.taps("همه با نامهٔ اتاق")
    sohrab.sees("همهٔ اتحادیه‌های مانده (۱)")
    await sohrab.taps("بله، همه ثبت شود")
    sohrab.sees("کامل ✅", "۲ از ۲")
    await darya.taps("ثبت جلسه")
    await darya.types("۲۸ آبان ۱۴۰۵")
    await darya.types("۱۷/ک")
    await darya.taps("مطرح شد")
    await darya.taps("بدون توضیح")
    await darya.taps("ثبت جلسه")
    darya.sees("صورت‌جلسهٔ ۱۷/ک", "پیش‌تر ثبت شده", "۱۴۰۵/۰۸/۲۰")
