"""The month, told by the people who record it."""

import asyncio
from base64 import b64decode
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlmodel import Session, col, select

from models.drafts import Draft
from models.months import Month, MonthField, MonthLine, MonthReason
from models.people import AccountKey, add_account
from models.reviews import Remark, RemarkCode
from models.units import ProductEntry
from models.values.jalali import JalaliMonth
from models.values.quantity import Measure
from tests.conversations.guild import (
    ABAN,
    MEHR,
    Guild,
    confirms,
    has_month,
    has_unit,
    line,
    open_guild,
    product_ids,
    returns,
)
from tests.conversations.world import Phone, World

RIGHT = "بله، درست است"
LEATHER = ProductEntry(None, "چرم گاوی", Measure.TONNE, Decimal(24), Decimal("1.5"))
SANDAL = ProductEntry(None, "صندل زنانه", Measure.PAIR, Decimal(12000), Decimal(900))
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
"""A picture of one dot."""
THIS_ABAN = date(2026, 10, 25)
"""A licence of 3 Aban 1405: Aban is the first month, so the stock is known exactly."""


async def _azar(world: World, **unit: Any) -> tuple[Phone, Guild, int]:
    """Azar, whose workshop her union has confirmed, with the main menu before her."""
    azar = world.phone("آذر")
    await world.knows(azar)
    guild = await open_guild(world)
    unit_id = await has_unit(world, guild, azar, **unit)
    await azar.starts()
    return azar, guild, unit_id


async def _says(phone: Phone, *amounts: str) -> None:
    """Type figures, each found right when it is echoed."""
    for amount in amounts:
        await phone.types(amount)
        await phone.taps(RIGHT)


async def _to_the_summary(phone: Phone, made: str = "۱۹۰۰", sold: str = "۱۸۰۰") -> None:
    """From the month's first question to its summary."""
    await phone.taps("بله، تولید داشتیم")
    await _says(phone, made, sold, "۱۸۰ میلیون تومان")
    await phone.taps("همان ۶ نفر")


def _recorded(session: Session) -> list[tuple[JalaliMonth, str, int, bool]]:
    rows = session.exec(select(Month).order_by(col(Month.period))).all()
    return [(JalaliMonth(row.year, row.month), row.state.value, row.revision, row.late) for row in rows]


def _lines(session: Session) -> list[tuple[Decimal, Decimal, int]]:
    rows = session.exec(select(MonthLine).order_by(col(MonthLine.month_id), col(MonthLine.product_id))).all()
    return [(row.made, row.sold, row.sold_value) for row in rows]


def _reasons(session: Session) -> list[tuple[str, str]]:
    return [(row.kind.value, row.code.value) for row in session.exec(select(MonthReason)).all()]


def _drafts(session: Session) -> int:
    return len(session.exec(select(Draft)).all())


async def test_azar_writes_aban_in_her_own_words_and_gets_a_receipt(world: World) -> None:
    azar, _, _ = await _azar(world)
    await azar.taps("ثبت آمار آبان")
    azar.sees("در آبان ۱۴۰۵ تولید داشتید؟", "مهلت ثبت آبان ۱۴۰۵ تا ۱۴۰۵/۰۹/۱۰", "صفر با دلیل")
    await azar.taps("بله، تولید داشتیم")
    azar.sees("کفش چرمی مردانه", "معمول", "۱٬۹۰۰ جفت")
    await azar.types("۱۹oo")
    azar.sees("رقم و حرف به هم چسبیده‌اند")
    await azar.types("9" * 300)
    azar.sees("۳۰۰ رقم")
    await azar.types("۱٬۹۰۰ کیلو")
    azar.sees("واحد سنجشی که نوشتید", "به جفت لازم است")
    await azar.types("هزار و نهصد و پنجاه جفت")
    azar.sees("آبان ۱۴۰۵، کفش چرمی مردانه: ۱٬۹۵۰ جفت.", "درست است؟")
    await azar.taps(RIGHT)
    await _says(azar, "١٨٠٠")
    await azar.types("۱۸۰ میلیون")
    azar.sees("بیش از یک گونه")
    await azar.taps("۱۸۰٬۰۰۰٬۰۰۰ تومان")
    azar.sees("۱٬۸۰۰٬۰۰۰٬۰۰۰ ریال، برابر ۱۸۰٬۰۰۰٬۰۰۰ تومان")
    await azar.taps(RIGHT)
    await azar.taps("همان ۶ نفر")
    azar.sees("کفش دست‌دوز آذر", "مقدار تولید: ۱٬۹۵۰ جفت", "مقدار فروش: ۱٬۸۰۰ جفت", "شمار شاغلان: ۶ نفر")
    azar.sees_not("دیرکرد")
    await azar.taps("ثبت نهایی آمار")
    azar.sees("ثبت و برای اتحادیه فرستاده شد", "BY-", "بهین‌یاب را جداگانه")
    assert await world.db(_recorded) == [(ABAN, "submitted", 1, False)]
    assert await world.db(_lines) == [(Decimal(1950), Decimal(1800), 1_800_000_000)]
    await azar.taps("برگهٔ بهین‌یاب")
    azar.sees("1950", "1800", "1800000000", "خودتان در بهین‌یاب بنویسید")
    await azar.taps("بازگشت")
    azar.sees("وضعیت: در انتظار ⏳", "تولید ۱٬۹۵۰ جفت", "BY-")


async def test_before_the_union_confirms_the_workshop_months_wait_and_the_letter_says_why(world: World) -> None:
    azar, _, _ = await _azar(world, confirmed=False)
    await azar.taps("ماه‌های من")
    azar.sees("هنوز تأییدشده نیست", "۶۰/۲۲۷۲۱۰", "بند ۲")
    await azar.taps("منوی اصلی")
    azar.sees("در انتظار تأیید اتحادیه")


async def test_more_than_the_capacity_asks_for_a_reason_and_does_not_block(world: World) -> None:
    azar, _, _ = await _azar(world)
    await azar.taps("ثبت آمار آبان")
    await azar.taps("بله، تولید داشتیم")
    await _says(azar, "۲۵۰۰۰۰۰")
    azar.sees("هزار برابر")
    assert azar.labels[:2] == ["اشتباه نوشتم", "شیفت اضافه"]
    assert not {"توقف دستگاه", "نبود مواد اولیه", "نبود سفارش"} & set(azar.labels)
    await azar.taps("اشتباه نوشتم")
    azar.sees("چه مقدار تولید کردید؟")
    await _says(azar, "۱")
    azar.sees("هزار برابر")
    assert azar.labels[0] == "اشتباه نوشتم"
    assert "توقف دستگاه" in azar.labels
    assert "شیفت اضافه" not in azar.labels
    await azar.taps("اشتباه نوشتم")
    await _says(azar, "۲۵۰۰")
    azar.sees("از ظرفیت ماهانهٔ ثبت‌شده (۲٬۰۰۰ جفت) بیشتر است")
    await azar.taps("دلیل دیگر")
    await azar.types("😀😀")
    azar.sees("نشانه یا شکلک")
    await azar.types("<b>سفارش</b> \u202eعیدی* [این](http://a)")
    azar.sees("چه مقدار فروختید؟")
    await azar.taps("فروش نداشتم")
    await azar.types("شش نفر")
    azar.sees("دلیل (بیش از ظرفیت): دلیل دیگر", "توضیح دلیل: <b>سفارش</b>", "مقدار فروش: ۰ جفت")
    azar.sees_not("\u202e")
    await azar.taps("ویرایش")
    await azar.taps("مقدار تولید")
    await _says(azar, "۱۹۰۰")
    azar.sees("مقدار تولید: ۱٬۹۰۰ جفت")
    azar.sees_not("دلیل")
    await azar.taps("ثبت نهایی آمار")
    assert await world.db(_lines) == [(Decimal(1900), Decimal(0), 0)]
    assert await world.db(_reasons) == []


async def test_a_month_without_production_is_a_full_record(world: World) -> None:
    azar, _, _ = await _azar(world)
    await azar.taps("ثبت آمار آبان")
    await azar.taps("نه، تولید صفر بود")
    azar.sees("دلیل اصلی")
    await azar.does(azar.local.send_sticker)
    azar.sees("یکی از گزینه‌های زیر لازم است، نه برچسب")
    await azar.taps("نبود سفارش")
    azar.sees("از موجودی فروش داشتید؟")
    await azar.taps("بله، فروش داشتم")
    await _says(azar, "۴۰۰")
    azar.sees("از تولید و موجودی ثبت‌شده در بهین‌یار")
    await azar.taps("موجودی پیشین")
    await _says(azar, "۴۰۰ میلیون ریال")
    await azar.taps("همان ۶ نفر")
    azar.sees("تولید صفر ⏸", "دلیل تولید صفر: نبود سفارش", "مقدار فروش: ۴۰۰ جفت")
    await azar.taps("ثبت نهایی آمار")
    assert await world.db(_lines) == [(Decimal(0), Decimal(400), 400_000_000)]
    assert await world.db(_reasons) == [("zero", "no-order"), ("sold-over-stock", "old-stock")]
    await azar.taps("ماه‌های من")
    assert "آبان ⏳⏸" in azar.labels


async def test_the_calendar_opens_what_is_finished_and_says_why_the_rest_is_not(world: World) -> None:
    azar, guild, unit_id = await _azar(world)
    (shoe,) = await product_ids(world, unit_id)
    month_id = await has_month(world, azar, unit_id, MEHR, [line(shoe, 1900)])
    await confirms(world, guild, month_id)
    await azar.taps("همهٔ ماه‌ها")
    azar.sees("در سال ۱۴۰۵", "⬜ ثبت‌نشده")
    assert [label for label in azar.labels if "مهر" in label] == ["مهر ✅"]
    assert "سال بعد" not in azar.labels
    future = azar.key_of("دی")
    await azar.taps("آذر")
    azar.sees("ماه پایان نیافته است", "۱۴۰۵/۱۰/۰۱")
    await azar.taps_old(future)
    azar.sees("هنوز باز نشده است")
    await azar.taps("سال پیش")
    await azar.taps("سال پیش")
    azar.sees("در سال ۱۴۰۳")
    assert "سال پیش" not in azar.labels
    await azar.taps("فروردین")
    azar.sees("پیش از آن است", "اردیبهشت ۱۴۰۳")
    await azar.taps("سال بعد")
    await azar.taps("سال بعد")
    await azar.taps("مهر ✅")
    azar.sees("آمار مهر ۱۴۰۵", "وضعیت: تأییدشده ✅", "بدون فروش")


async def test_a_late_month_is_told_beforehand_and_taken_all_the_same(world: World) -> None:
    azar, _, _ = await _azar(world)
    await azar.taps("ماه‌های من")
    await azar.taps("مهر ⬜")
    azar.sees("مهلت ثبت مهر ۱۴۰۵ تا ۱۴۰۵/۰۸/۱۰ بود", "اکنون هم پذیرفته می‌شود")
    await _to_the_summary(azar)
    azar.sees("با نشان دیرکرد")
    await azar.taps("ثبت نهایی آمار")
    azar.sees("با نشان دیرکرد ثبت شد")
    assert await world.db(_recorded) == [(MEHR, "submitted", 1, True)]


async def test_old_stock_is_sold_in_the_first_month_of_the_licence(world: World) -> None:
    azar, _, _ = await _azar(world, issued=THIS_ABAN)
    await azar.taps("ثبت آمار آبان")
    await azar.taps("بله، تولید داشتیم")
    await _says(azar, "۱۵۰۰", "۱۷۰۰")
    azar.sees("از تولید و موجودی ثبت‌شده در بهین‌یار (۱٬۵۰۰ جفت) بیشتر است")
    await azar.taps("موجودی پیشین")
    await _says(azar, "۱۷۰ میلیون تومان")
    await azar.taps("همان")
    await azar.taps("ثبت نهایی آمار")
    azar.sees("BY-")
    assert await world.db(_lines) == [(Decimal(1500), Decimal(1700), 1_700_000_000)]


async def test_a_sale_over_the_stock_may_be_a_mistake_of_the_production(world: World) -> None:
    azar, _, _ = await _azar(world)
    await azar.taps("ثبت آمار آبان")
    await azar.taps("بله، تولید داشتیم")
    await _says(azar, "۱۱۰۰", "۱۸۰۰")
    azar.sees("از تولید و موجودی ثبت‌شده در بهین‌یار (۱٬۱۰۰ جفت) بیشتر است")
    assert azar.labels[:4] == ["موجودی پیشین", "اصلاح مقدار فروش", "اصلاح مقدار تولید", "دلیل دیگر"]
    await azar.taps("اصلاح مقدار تولید")
    azar.sees("چه مقدار تولید کردید؟")
    await _says(azar, "۱۹۰۰", "۱۸۰ میلیون تومان")
    await azar.taps("همان ۶ نفر")
    azar.sees("مقدار تولید: ۱٬۹۰۰ جفت", "مقدار فروش: ۱٬۸۰۰ جفت")
    await azar.taps("ثبت نهایی آمار")
    assert await world.db(_lines) == [(Decimal(1900), Decimal(1800), 1_800_000_000)]


async def test_three_taps_at_once_make_one_record_and_leave_the_receipt(world: World) -> None:
    azar, _, _ = await _azar(world)
    await azar.taps("ثبت آمار آبان")
    await _to_the_summary(azar)
    edit, submit = azar.key_of("ویرایش"), azar.key_of("ثبت نهایی آمار")

    async def tap() -> None:
        azar.local.tap(azar.id, *submit)

    await asyncio.gather(tap(), tap(), tap())
    await world.settles()
    azar.sees("ثبت و برای اتحادیه فرستاده شد", "BY-")
    assert not azar.local.unanswered_taps(azar.id)
    await azar.taps_old(edit)
    azar.sees("پیش‌تر بسته شده است", "آمار آبان ۱۴۰۵: در انتظار ⏳")
    await azar.taps_old(submit)
    azar.sees("BY-")
    assert await world.db(_recorded) == [(ABAN, "submitted", 1, False)]
    assert await world.db(_drafts) == 0


async def test_a_returned_month_opens_at_the_field_that_the_union_named(world: World) -> None:
    azar, guild, unit_id = await _azar(world)
    (shoe,) = await product_ids(world, unit_id)
    month_id = await has_month(world, azar, unit_id, ABAN, [line(shoe, 1900, 1800, 10**9)])
    sold = Remark(MonthField.SOLD, shoe, RemarkCode.DIFFERS_FROM_DOCUMENTS, "فاکتورها ۱۷۰۰ جفت است")
    await returns(world, guild, month_id, sold, Remark(MonthField.EMPLOYEES, None, RemarkCode.IMPLAUSIBLE))
    mend = azar.key_of("اصلاح مقدار فروش")
    await azar.taps_old(mend)
    azar.sees("بخش: مقدار فروش", "فاکتورها ۱۷۰۰ جفت است", "پاسخ کنونی: ۱٬۸۰۰ جفت")
    azar.sees_not("شمار شاغلان")
    await azar.types("فاکتورها درست است")
    azar.sees("بخش: مقدار فروش", "چه مقدار فروختید؟")
    await _says(azar, "۱۷۰۰")
    azar.sees("ارزش فروش این ۱٬۷۰۰ جفت چقدر بود؟")
    await _says(azar, "۱۰۰ میلیون تومان")
    azar.sees("بخش: شمار شاغلان. دلیل: بسیار دور از معمول", "چند نفر")
    assert "همین درست است" in azar.labels
    assert "همان ۶ نفر" not in azar.labels
    await azar.taps("همین درست است")
    azar.sees("مقدار فروش: ۱٬۷۰۰ جفت", "دلیل: با مدارک یکی نیست. اصلاح شد ✅")
    azar.sees("بخش: شمار شاغلان. دلیل: بسیار دور از معمول. هنوز اصلاح نشده ⚠️")
    await azar.taps("ثبت نهایی آمار")
    azar.sees("هنوز همان است که پیش‌تر فرستادید", "بخش: شمار شاغلان")
    await azar.taps("اصلاح می‌کنم")
    await azar.types("۷")
    azar.sees_not("هنوز اصلاح نشده")
    await azar.taps("ثبت نهایی آمار")
    azar.sees("اصلاح و دوباره برای اتحادیه فرستاده شد", "کد پیگیری همان است")
    assert await world.db(_recorded) == [(ABAN, "submitted", 2, False)]
    assert await world.db(_lines) == [(Decimal(1900), Decimal(1700), 10**9)]
    await azar.taps_old(mend)
    azar.sees("وضعیت: در انتظار ⏳", "فروش ۱٬۷۰۰ جفت")


async def test_azar_goes_on_with_two_months_on_the_other_messenger_after_a_restart(world: World) -> None:
    azar, _, _ = await _azar(world)
    await azar.taps("ثبت آمار آبان")
    await azar.taps("بله، تولید داشتیم")
    await azar.types("۱۹۵۰")
    await world.restarts()
    await azar.taps(RIGHT)
    await azar.starts()
    azar.sees("پاسخ‌های شما نگه داشته شد")
    await azar.taps("ماه‌های من")
    await azar.taps("مهر ⬜")
    await azar.taps("بله، تولید داشتیم")
    await _says(azar, "۱۸۵۰")
    there = world.phone("آذر", messenger=world.other, number=azar.number)

    def joins(session: Session) -> None:
        add_account(session, AccountKey(there.messenger, there.id), azar.person_id)

    await world.db(joins)
    await there.starts()
    await there.taps("ادامهٔ آمار آبان")
    there.sees("آبان ۱۴۰۵، کفش چرمی مردانه: چه مقدار فروختید؟")
    await there.taps("بازگشت")
    there.sees("پاسخ کنونی: ۱٬۹۵۰ جفت")
    await there.taps("همین درست است")
    await there.taps("فروش نداشتم")
    await there.taps("همان ۶ نفر")
    await there.taps("ثبت نهایی آمار")
    there.sees("آمار آبان ۱۴۰۵", "BY-")
    await azar.taps("فروش نداشتم")
    azar.sees("در مهر ۱۴۰۵ چند نفر")
    await azar.taps("همان ۶ نفر")
    azar.sees("مقدار تولید: ۱٬۸۵۰ جفت")


async def test_a_month_that_was_sent_meanwhile_is_shown_as_it_stands(world: World) -> None:
    azar, _, unit_id = await _azar(world)
    (shoe,) = await product_ids(world, unit_id)
    await azar.taps("ثبت آمار آبان")
    await _to_the_summary(azar)
    await has_month(world, azar, unit_id, ABAN, [line(shoe, 1900)])
    await azar.taps("ثبت نهایی آمار")
    azar.sees("در این میان", "وضعیت: در انتظار ⏳", "بدون فروش")
    assert await world.db(_drafts) == 0
    await azar.taps("ماه‌های من")
    await azar.taps("مهر ⬜")
    await azar.taps("بله، تولید داشتیم")
    await has_month(world, azar, unit_id, MEHR, [line(shoe, 1900)])
    await azar.starts()
    await azar.taps("ادامهٔ آمار مهر")
    azar.sees("آمار مهر ۱۴۰۵ در این میان", "وضعیت: در انتظار ⏳")
    assert await world.db(_recorded) == [(MEHR, "submitted", 1, True), (ABAN, "submitted", 1, False)]


async def test_two_workshops_are_told_apart_on_every_screen(world: World) -> None:
    azar, guild, _ = await _azar(world)
    await has_unit(world, guild, azar, title="چرم آذر", products=(LEATHER, SANDAL))
    await azar.starts()
    await azar.taps("چرم آذر")
    await azar.taps("ثبت آمار آبان")
    azar.sees("واحد: چرم آذر")
    await azar.taps("بله، تولید داشتیم")
    await azar.types("۱/۲ تن")
    azar.sees("واحد: چرم آذر", "بیش از یک گونه")
    await azar.taps("۱٫۲ تن")
    azar.sees("واحد: چرم آذر", "چرم گاوی: ۱٫۲ تن")
    await azar.taps(RIGHT)
    await azar.taps("فروش نداشتم")
    azar.sees("صندل زنانه", "چه مقدار تولید")
    await azar.taps("تولید نداشتم")
    azar.sees("از نیمِ مقدار معمول (۹۰۰ جفت) کمتر است")
    await azar.taps("فصل کار")
    await azar.taps("فروش نداشتم")
    await azar.taps("همان")
    azar.sees("آمار آبان ۱۴۰۵ · چرم آذر", "تولید چرم گاوی: ۱٫۲ تن", "دلیل صندل زنانه (کمتر از نیمِ معمول): فصل کار")
    await azar.taps("ثبت نهایی آمار")
    azar.sees("آمار آبان ۱۴۰۵ چرم آذر")
    assert await world.db(_lines) == [(Decimal("1.2"), Decimal(0), 0), (Decimal(0), Decimal(0), 0)]


async def test_what_fits_no_question_changes_nothing(world: World) -> None:
    azar, _, _ = await _azar(world)
    await azar.taps("ثبت آمار آبان")
    first = azar.key_of("بله، تولید داشتیم")
    await azar.types("بله داشتیم")
    azar.sees("یکی از گزینه‌های زیر را انتخاب کنید", "در آبان ۱۴۰۵ تولید داشتید؟")
    await azar.taps("بله، تولید داشتیم")
    await azar.taps_old(first)
    azar.sees("نمایش پیشین", "چه مقدار تولید کردید؟")
    await azar.does(azar.local.send_voice)
    azar.sees("نوشته لازم است، نه صدا")
    await azar.does(azar.local.send_photo, PICTURE)
    azar.sees("نوشته لازم است، نه عکس")
    await azar.types("۱۹۰۰")
    mine = next(one for one in reversed(azar.chat.messages) if not one.from_bot)
    await azar.does(azar.local.type, "۲۹۰۰", edit_of=mine.message_id)
    azar.sees("ویرایش پیام پیشین خوانده نمی‌شود", "۱٬۹۰۰ جفت")
    await azar.taps(RIGHT)
    await azar.types("حدود ۱۸۰۰")
    azar.sees("تقریبی")
    await azar.types("-۵")
    azar.sees("منفی")
    await azar.taps("فروش نداشتم")
    await azar.types("۶ و نیم نفر")
    azar.sees("کسر ندارد")
    await azar.types("۶")
    azar.sees("مقدار تولید: ۱٬۹۰۰ جفت", "شمار شاغلان: ۶ نفر")


async def test_a_month_opened_before_the_deadline_and_sent_after_it_is_late(world: World) -> None:
    azar, _, _ = await _azar(world)
    await azar.taps("ثبت آمار آبان")
    await _to_the_summary(azar)
    azar.sees_not("دیرکرد")
    world.clock.set(world.clock.now() + timedelta(days=6))
    await azar.taps("ویرایش")
    await azar.taps("بازگشت")
    azar.sees("با نشان دیرکرد")
    await azar.taps("ثبت نهایی آمار")
    azar.sees("با نشان دیرکرد ثبت شد")
    assert await world.db(_recorded) == [(ABAN, "submitted", 1, True)]


async def test_the_month_speaks_english_too(world: World) -> None:
    azar, guild, unit_id = await _azar(world, products=(LEATHER, SANDAL))
    await azar.taps("زبان")
    await azar.taps("English")
    await azar.taps("Record")
    await azar.taps("Yes, we produced")
    await _says_in_english(azar, "2.5 tonnes")
    await azar.taps("Another reason")
    await azar.types("a big fair in Tabriz")
    await _says_in_english(azar, "1 tonne", "900 million toman")
    await _says_in_english(azar, "900", "950")
    azar.sees("more than the production and stock recorded")
    await azar.taps("Mend the sale")
    await azar.taps("Nothing sold")
    await azar.taps("Still 6 people")
    azar.sees("چرم گاوی, made: 2.5 tonne", "People at work: 6 people")
    await azar.taps("Confirm finally")
    azar.sees("was sent to the union")
    await azar.taps("Behinyab sheet")
    azar.sees("2.5", "9000000000")
    await azar.taps("Back")
    azar.sees("State:", "a big fair in Tabriz")
    leather, _ = await product_ids(world, unit_id)
    (month_id,) = await world.db(_ids)
    value = Remark(MonthField.SOLD_VALUE, leather, RemarkCode.OTHER, "the invoices say 800")
    await returns(world, guild, month_id, value)
    await azar.starts()
    await azar.taps("Mend")
    azar.sees("Reason: Another reason", "the invoices say 800", "1 tonne")
    await _says_in_english(azar, "800 million toman")
    await azar.taps("Confirm finally")
    azar.sees("The receipt is the same")


async def _says_in_english(phone: Phone, *amounts: str) -> None:
    for amount in amounts:
        await phone.types(amount)
        await phone.taps("Yes")


def _ids(session: Session) -> list[int]:
    return list(session.exec(select(Month.id)).all())
