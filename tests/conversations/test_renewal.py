"""«پروانه تمدید شد»: from the verdict to the union, back for a field, and confirmed."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from models.units import Unit
from tests.conversations.guild import has_unit, open_guild, tell
from tests.conversations.world import Phone, World


async def _states(azar: Phone) -> None:
    """From the page of the unit and the verdict to the receipt."""
    await azar.starts()
    azar.sees("اعتبار پروانهٔ کسب در ۱۴۰۵/۰۸/۲۹ پایان یافته است ⚠️")
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("با «پروانه تمدید شد» تاریخ تازه را بفرستید")
    await azar.taps("پروانه تمدید شد")
    azar.sees("تمدید پروانهٔ کفش دست‌دوز آذر", "پرسش ۱ از ۳", "شمارهٔ کنونی")
    await azar.taps("همان شماره")
    azar.sees("تاریخ صدور پروانهٔ تمدیدشده", "ماه‌های پیش از آن سر جای خود می‌ماند")
    await azar.types("۱۴۰۶/۰۱/۰۱")
    azar.sees("۱۴۰۶/۰۱/۰۱")
    await azar.types("۱۴۰۵/۰۹/۰۱")
    await azar.types("۱۴۰۵/۰۸/۲۹")
    azar.sees_not("خلاصه")
    await azar.types("۱۴۱۰/۰۹/۰۱")
    azar.sees("پروانهٔ تمدیدشده", "تاریخ‌های پروانهٔ کنونی شمرده می‌شود")
    await azar.taps("فرستادن پروانه")
    azar.sees("برای اتحادیه فرستاده شد", "BY-")
    await azar.taps("منوی اصلی")
    azar.sees("در انتظار تأیید اتحادیه است ⏳")
    assert "پروانه تمدید شد" not in azar.labels


async def _returns(approver: Phone) -> None:
    """Out of the inbox, and back for its last day."""
    await approver.starts()
    await approver.taps("صندوق اتحادیه")
    approver.sees("تمدید پروانهٔ در انتظار: ۱")
    await approver.taps("تمدید پروانه (۱)")
    await approver.taps("کفش دست‌دوز آذر")
    approver.sees("۱۴۰۵/۰۸/۲۹ ← ۱۴۱۰/۰۹/۰۱", "پروانهٔ تازه را دیده‌اید")
    assert "رد" not in approver.labels
    await approver.taps("برگشت برای اصلاح")
    await approver.taps("پایان اعتبار")
    await approver.taps("با پروانه یکی نیست")
    await approver.taps("بدون توضیح")
    await approver.taps("نه، همین کافی است")
    await approver.taps("فرستادن برگشت")
    approver.sees("برای اصلاح برگشت ↩️")


async def test_a_renewed_licence_goes_to_the_union_and_opens_order_registration_again(world: World) -> None:
    approver, azar = world.phone("خانم نمونه"), world.phone("آذر")
    await world.knows(approver)
    await world.knows(azar)
    guild = await open_guild(world, approver)
    unit_id = await has_unit(world, guild, azar)

    def ends(session: Session) -> None:
        session.execute(sa.update(Unit).values(licence_issued=date(2021, 11, 20), licence_expires=date(2026, 11, 20)))

    await world.db(ends)
    await _states(azar)
    await _returns(approver)
    await tell(world)
    azar.sees("پروانهٔ تمدیدشدهٔ کفش دست‌دوز آذر برای اصلاح برگشت ↩️", "با پروانه یکی نیست")
    await azar.taps("اصلاح ")
    azar.sees("پایان اعتبار پروانهٔ تمدیدشده را بنویسید")
    await azar.types("۱۴۱۰/۰۸/۳۰")
    await azar.taps("فرستادن پروانه")

    await approver.taps("صندوق اتحادیه")
    await approver.taps("تمدید پروانه (۱)")
    await approver.taps("کفش دست‌دوز آذر")
    approver.sees("آنچه از بار پیش تغییر کرده است", "۱۴۱۰/۰۹/۰۱ ← ۱۴۱۰/۰۸/۳۰")
    await approver.taps("تأیید پروانه")
    approver.sees("پروانهٔ تازه را دیده‌اید و معتبر است؟")
    assert "سابقهٔ واحد" not in approver.labels
    await approver.taps("مدرک دیده شد")
    approver.sees("تمدید پروانهٔ کفش دست‌دوز آذر تأیید شد ✅")
    await tell(world)
    azar.sees("پروانهٔ تمدیدشدهٔ کفش دست‌دوز آذر تأیید شد ✅", "۱۴۱۰/۰۸/۳۰")

    def licence(session: Session) -> tuple[date, date, date | None]:
        row = session.execute(
            sa.select(col(Unit.licence_issued), col(Unit.licence_expires), col(Unit.licensed_since)).where(
                col(Unit.id) == unit_id
            )
        ).one()
        return row[0], row[1], row[2]

    assert await world.db(licence) == (date(2026, 11, 22), date(2031, 11, 21), date(2021, 11, 20))
