"""The desk that issues circulars, told: written, asked for, read and released by a second person, then followed."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from bot.delivery import delivery as room
from models import letters, organisations
from models.circulars import Circular, under_way
from models.clock import now
from models.columns import table_of
from models.letters import RuleKey
from models.notices import Notice
from models.organisations import RoleKind
from models.values.jalali import tehran_date
from tests.conversations.chain import Chain, open_chain
from tests.conversations.guild import tell
from tests.conversations.world import Phone, World, read
from tests.models.world import granted


async def _officer(world: World, name: str, kind: RoleKind, office: int) -> Phone:
    phone = world.phone(name)
    person_id = await world.knows(phone)
    granted(await world.db(organisations.grant, person_id, kind, office))
    return phone


async def _cast(world: World) -> tuple[Phone, Phone, Phone, Chain]:
    """A province's two officers and a county's one, who is told."""
    chain = await open_chain(world)
    turaj = await _officer(world, "تورج", RoleKind.PROVINCIAL_OFFICER, chain.province_id)
    mahin = await _officer(world, "مهین", RoleKind.PROVINCIAL_OFFICER, chain.province_id)
    kaveh = await _officer(world, "کاوه", RoleKind.COUNTY_OFFICER, chain.rey_id)
    return turaj, mahin, kaveh, chain


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """What circulars want is looked after more often than in life."""
    monkeypatch.setattr(room, "TEND", 0.02)


async def _goes_out(world: World) -> None:
    """Wait until nothing that was released is left to send."""
    for _ in range(500):
        if not await world.db(under_way):
            break
        await asyncio.sleep(0.02)
    await tell(world)


async def _goes_to_the_desk(phone: Phone) -> None:
    await phone.starts()
    await phone.taps("بخشنامه‌ها")
    await phone.taps("نوشتن و ارسال")


async def _writes(turaj: Phone, number: str = "۶۰/۱۲۳۴") -> None:
    """A draft with one clause to the county offices."""
    await turaj.taps("بخشنامهٔ تازه")
    await turaj.types(number)
    await turaj.types("۱۴۰۵/۰۹/۰۵")
    await turaj.types("مهلت ثبت آمار آبان")
    await turaj.types("آمار آبان را تا دهم آذر ثبت کنید.")
    await turaj.types("آمار هر ماه تا دهم ماه بعد ثبت می‌شود.")
    await turaj.taps("بند دیگری ندارد")
    await turaj.taps("عادی")
    await turaj.taps("یک‌باره به همه")
    await turaj.taps("ذخیرهٔ پیش‌نویس")
    await turaj.taps("انتخاب مخاطبان")
    await turaj.taps("سطح‌ها")
    await turaj.taps("ادارات شهرستان")
    await turaj.taps("بازگشت")
    await turaj.taps("پایان انتخاب")


async def test_a_circular_is_written_by_one_and_released_by_another(world: World) -> None:
    turaj, mahin, kaveh, _ = await _cast(world)
    await _goes_to_the_desk(turaj)
    turaj.sees("اکنون بخشنامه‌ای از دفتر شما در جریان نیست")
    await _writes(turaj)
    turaj.sees("سازمان صمت تهران", "مخاطبان: ادارات شهرستان", "گیرندگان تا این لحظه: ۱ نفر")
    await turaj.taps("پیش‌نمایش")
    turaj.sees("پیام ۱ از ۱", "موضوع: مهلت ثبت آمار آبان", "دکمه‌های زیر این پیام: خواندم")
    await turaj.taps("همین در")
    turaj.sees("بله" if turaj.messenger.value == "telegram" else "تلگرام", "آمار هر ماه تا دهم")
    await turaj.taps("بازگشت")

    assert "انتشار" not in turaj.labels  # never its author
    await turaj.taps("درخواست انتشار")
    turaj.sees("به ۱ نفر در سازمان صمت تهران", "در انتظار انتشار")
    await tell(world)
    await mahin.taps("دیدن بخشنامه")
    mahin.sees("نوشتهٔ تورج", "گیرندگان تا این لحظه: ۱ نفر")
    await mahin.taps("انتشار")
    await mahin.taps("در زمان دیگر")
    await mahin.types("امروز ساعت ۸ صبح")
    await mahin.taps("بله، درست است")
    mahin.sees("گذشته است")
    await mahin.taps("بازگشت")
    await mahin.taps("بازگشت")
    await mahin.taps("انتشار")
    await mahin.taps("همین حالا")
    mahin.sees("همین حالا منتشر شود؟", "گیرندگان تا این لحظه: ۱ نفر")
    key = mahin.key_of("بله، منتشر شود")
    await mahin.taps("بله، منتشر شود")
    mahin.sees("بخشنامه منتشر شد ✅ برای ۱ نفر")
    await mahin.taps_old(key)
    mahin.sees_not("بخشنامه منتشر شد ✅")
    await _goes_out(world)
    kaveh.sees("بخشنامهٔ ۶۰/۱۲۳۴", "موضوع: مهلت ثبت آمار آبان")
    turaj.saw("منتشر شد و برای ۱ نفر")
    await kaveh.taps("خواندم")
    await turaj.taps("دیدن بخشنامه")
    turaj.sees("فرستاده‌شده: ۱", "اعلام خواندن: ۱")
    await turaj.taps("پس گرفتن")  # a mistake is found after the end
    await turaj.taps("بله، پس گرفته شود")
    await _goes_out(world)
    await _later(world, seconds=5)
    assert "نوشتن اصلاحیه" in turaj.labels
    mahin.saw("را تورج از سازمان صمت تهران پس گرفت")


async def test_until_its_hour_a_circular_gets_another_one_or_is_a_draft_again(world: World) -> None:
    turaj, mahin, kaveh, _ = await _cast(world)
    await _goes_to_the_desk(turaj)
    await _writes(turaj)
    await turaj.taps("درخواست انتشار")
    await tell(world)
    await mahin.taps("دیدن بخشنامه")
    await mahin.taps("انتشار")
    await mahin.taps("در زمان دیگر")
    await mahin.types("فردا ساعت ۸ صبح")
    await mahin.taps("بله، درست است")
    mahin.sees("گیرندگان هنگام انتشار: ۱ نفر", "فهرست گیرندگان در زمان ارسال بسته می‌شود")
    await mahin.taps("تغییر زمان")
    mahin.sees("در ۱۴۰۵/۰۹/۰۷ ساعت ۸:۰۰ فرستاده می‌شود")
    await mahin.taps("در زمان دیگر")
    await mahin.types("فردا ساعت ۹ صبح")
    await mahin.taps("بله، درست است")
    mahin.sees("زمان ارسال: ۱۴۰۵/۰۹/۰۷ ساعت ۹:۰۰")
    await tell(world)
    turaj.saw("به زمان دیگری برد: ۱۴۰۵/۰۹/۰۷ ساعت ۹:۰۰")
    await turaj.taps("دیدن بخشنامه")
    assert "تغییر زمان" not in turaj.labels  # a second person sets the hour
    await turaj.taps("برگشت به پیش‌نویس")
    turaj.sees("شماره‌اش می‌ماند")
    await turaj.taps("بله، پیش‌نویس شود")
    turaj.sees("دوباره پیش‌نویس است", "وضعیت: پیش‌نویس", "بخشنامهٔ ۶۰/۱۲۳۴")
    await tell(world)
    mahin.saw("به پیش‌نویس برگرداند")
    await _later(world, hours=30)
    await _goes_out(world)
    assert not kaveh.messages


async def test_the_progress_card_changes_by_itself_while_it_stands(world: World) -> None:
    turaj, mahin, kaveh, _ = await _cast(world)
    await _goes_to_the_desk(turaj)
    await _writes(turaj)
    await turaj.taps("درخواست انتشار")
    await tell(world)
    await mahin.taps("دیدن بخشنامه")
    await mahin.taps("انتشار")
    await mahin.taps("در زمان دیگر")
    await mahin.types("فردا ساعت ۸ صبح")
    await mahin.taps("بله، درست است")
    mahin.sees("زمان‌بندی‌شده", "زمان ارسال: ۱۴۰۵/۰۹/۰۷ ساعت ۸:۰۰")
    await tell(world)
    await turaj.taps("دیدن بخشنامه")
    await turaj.starts()
    stood, card, home = turaj.text, mahin.card.message_id, len(turaj.messages)

    await world.restarts()
    await _later(world, hours=22)
    await _goes_out(world)
    await _later(world, seconds=5)
    kaveh.sees("بخشنامهٔ ۶۰/۱۲۳۴")
    shown = mahin.saw("فرستاده‌شده: ۱")
    assert shown.message_id == card
    assert "پایان‌یافته ✅" in read(shown.shown)
    turaj.saw("به پایان رسید")
    assert (turaj.messages[home - 1].shown or "").count("\n") == stood.count("\n")  # who has gone on stays there
    edited = read(shown.shown)
    await _later(world, seconds=60)
    assert read(mahin.saw("فرستاده‌شده: ۱").shown) == edited


async def _later(world: World, **passes: int) -> None:
    """After so much time, with whatever has come due by then."""
    assert world.app.reception is not None
    world.clock.shift(timedelta(**passes))
    world.app.reception.jobs.wake()
    await world.settles()


async def test_a_draft_gets_its_attachment(world: World) -> None:
    turaj, *_ = await _cast(world)
    await _goes_to_the_desk(turaj)
    await _writes(turaj)
    await turaj.taps("پیوست")
    turaj.sees("یک PDF یا یک عکس")
    await turaj.types("الان می‌فرستم")
    turaj.sees("این‌جا فایل لازم است")
    await turaj.sends_file(b"MZ...", "نامه.pdf")
    turaj.sees("نه PDF است و نه عکس")
    await turaj.sends_file(b"%PDF-1.7 ...", "نامه")
    turaj.sees("پیوست «نامه.pdf» گذاشته شد", "پیوست: نامه.pdf")
    await turaj.taps("پیش‌نمایش")
    turaj.sees("پیام ۱ از ۲")
    await turaj.taps("پیام بعد")
    turaj.sees("همین فایل فرستاده می‌شود")
    document = turaj.messages[-1].document
    assert document is not None
    assert turaj.local.file(document).data.startswith(b"%PDF")
    await turaj.taps("بازگشت")
    await turaj.taps("پیوست")
    await turaj.taps("برداشتن پیوست")
    turaj.sees_not("نامه.pdf")


async def test_a_draft_carries_a_question(world: World) -> None:
    turaj, *_ = await _cast(world)
    await _goes_to_the_desk(turaj)
    await _writes(turaj)
    await turaj.taps("پرسش درک مطلب")
    await turaj.types("آمار تا چه روزی ثبت می‌شود؟")
    await turaj.types("تا دهم")
    await turaj.types("تا بیستم")
    await turaj.taps("همین‌ها بس است")
    await turaj.taps("تا دهم")
    await turaj.taps("بند ۱")
    await turaj.taps("هیچ بندی")
    turaj.sees("پاسخ درست: تا دهم")
    await turaj.taps("ثبت پرسش")
    turaj.sees("پرسش ثبت شد", "پرسش درک مطلب: آمار تا چه روزی")
    await turaj.taps("پرسش درک مطلب")
    turaj.sees("گزینه: تا دهم (بند ۱) ✅")
    await turaj.taps("برداشتن پرسش")
    turaj.sees("پرسش برداشته شد")


async def test_a_draft_is_left_and_changed_and_what_was_changed_is_not_released_unseen(world: World) -> None:
    turaj, mahin, _, _ = await _cast(world)
    await _goes_to_the_desk(turaj)
    await turaj.taps("بخشنامهٔ تازه")
    await turaj.types("۶۰/۱۲۳۴")
    await turaj.taps("بعداً ادامه می‌دهم")
    turaj.sees("آنچه نوشتید محفوظ است")
    await turaj.taps("بخشنامهٔ تازه")
    turaj.sees("پرسش ۲")
    await turaj.taps("بازگشت")
    await turaj.taps("بازگشت")
    await _writes(turaj)
    await turaj.taps("درخواست انتشار")
    await tell(world)
    await mahin.taps("دیدن بخشنامه")
    await mahin.taps("انتشار")
    await mahin.taps("همین حالا")
    await turaj.taps("تغییر متن")
    await turaj.taps("موضوع")
    await turaj.types("مهلت تازهٔ آمار آبان")
    await turaj.taps("ذخیرهٔ پیش‌نویس")
    turaj.sees("موضوع: مهلت تازهٔ آمار آبان", "وضعیت: پیش‌نویس")
    await mahin.taps("بله، منتشر شود")
    mahin.sees("مربوط به نمایش پیشین است", "مهلت تازهٔ آمار آبان")
    assert "انتشار" not in mahin.labels
    await turaj.taps("دور انداختن")
    await turaj.taps("بله، دور انداخته شود")
    turaj.sees("پیش‌نویس دور انداخته شد")
    await mahin.taps("پیش‌نمایش")
    mahin.sees("پیدا نشد")


async def test_a_circular_is_stopped_taken_back_and_corrected(world: World) -> None:
    turaj, mahin, kaveh, chain = await _cast(world)
    nasrin = await _officer(world, "نسرین", RoleKind.COUNTY_OFFICER, chain.shemiran_id)
    await world.db(_tries_with_one)
    kaveh.local.block(kaveh.id)
    await _goes_to_the_desk(turaj)
    await _writes(turaj)
    await turaj.taps("درخواست انتشار")
    await tell(world)
    await mahin.taps("دیدن بخشنامه")
    await mahin.taps("انتشار")
    await mahin.taps("همین حالا")
    await mahin.taps("بله، منتشر شود")
    await _until(world, lambda row: row.paused_at is not None)
    await tell(world)
    turaj.saw("متوقف شد ⚠️")
    await turaj.taps("دیدن بخشنامه")
    turaj.sees("متوقف؛ به شمار زیادی نرسید")
    await turaj.taps("نرسیده‌ها")
    turaj.sees("ری · ک… · ربات را بسته")
    await turaj.taps("بازگشت")
    await world.db(_reached, nasrin.person_id or 0)
    await turaj.taps("پس گرفتن")
    turaj.sees("پس گرفته شود؟", "برای ۱ نفر فرستاده شده است")
    await turaj.taps("بله، پس گرفته شود")
    await _goes_out(world)
    await turaj.taps("دیدن بخشنامه")
    turaj.sees("پس‌گرفته", "فرستاده‌شده: ۱", "پس‌گرفته پیش از ارسال: ۱")
    await turaj.taps("گزارش پایانی")
    turaj.sees("همهٔ گیرندگان: ۲", "جمع: فرستاده‌شده ۱ · اعلام خواندن ۰ · پس‌گرفته ۱")
    await turaj.taps("ادارات شهرستان")
    turaj.sees("ری · ۱ نفر: فرستاده‌شده ۰ · اعلام خواندن ۰ · پس‌گرفته ۱", "شمیران · ۱ نفر: فرستاده‌شده ۱")
    await turaj.taps("بازگشت")
    await turaj.does(turaj._press, "گزارش به صورت فایل", cards=2)  # noqa: SLF001 (two cards: that it comes, and it)
    turaj.sees("گزارش پایانی ارسال بخشنامهٔ ۶۰/۱۲۳۴ آماده است")
    sheet = turaj.messages[-1].document
    assert sheet is not None
    assert turaj.local.file(sheet).data.startswith(b"PK")
    await turaj.taps("بازگشت")
    await turaj.taps("نوشتن اصلاحیه")
    turaj.sees("فقط برای کسانی می‌رود که آن را گرفته‌اند")
    for typed in ("۶۰/۱۲۳۵", "۱۴۰۵/۰۹/۰۶", "مهلت تا پانزدهم آذر است."):
        await turaj.types(typed)
    await turaj.taps("بند ندارد")
    await turaj.taps("ذخیرهٔ پیش‌نویس")
    turaj.sees("همان کسانی که بخشنامهٔ ۶۰/۱۲۳۴", "گیرندگان تا این لحظه: ۱ نفر")
    await turaj.taps("پیش‌نمایش")
    turaj.sees("جای بخشنامهٔ ۶۰/۱۲۳۴ را می‌گیرد")


def _tries_with_one(session: Session) -> None:
    """The trial is one recipient, however few there are."""
    today = tehran_date(now(session))
    granted(letters.set_rule(session, None, RuleKey.TRIAL_LEAST, "1", scope_id=None, valid_from=today))


def _reached(session: Session, person_id: int) -> None:
    """This recipient's message left at the very last moment."""
    table = table_of(Notice)
    session.execute(
        sa.update(table).where(table.c.person_id == person_id, table.c.circular_id.is_not(None)).values(state="sent")
    )


async def _until(world: World, holds: Callable[[Circular], bool]) -> None:
    """Wait until this holds of the only circular."""

    def now(session: Session) -> bool:
        return holds(session.get_one(Circular, 1, populate_existing=True))

    for _ in range(500):
        if await world.db(now):
            break
        await asyncio.sleep(0.02)
    await world.settles()
