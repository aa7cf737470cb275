"""The union's inbox, told by its approvers and by the workshops that hear of it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import Session, col, select

from handlers.buttons import MendMonth, MendUnit
from handlers.inbox.taps import Approve, SetCheck
from models import organisations
from models.letters import RuleKey, RuleRow
from models.months import Month, Reason, ReasonCode, ReasonKind, Report
from models.notices import Notice
from models.organisations import Hat
from models.reviews import (
    Basis,
    Check,
    CheckState,
    Remark,
    RemarkCode,
    Review,
    Subject,
    SubjectKind,
    approve,
    send_back,
    set_check,
)
from models.units import Unit, UnitState
from models.values.ids import GuildId, LicenceNumber, NationalId
from tests.conversations.guild import (
    ABAN,
    MEHR,
    Guild,
    appointed,
    confirms,
    crowds,
    has_month,
    has_unit,
    line,
    mends,
    mends_month,
    open_guild,
    product_ids,
    tell,
)
from tests.conversations.world import MORNING, Phone, World
from tests.models.world import AZAR_SHOES, granted

HOLDS = ("پروانه معتبر است", "محل یکی است", "تولید واقعی است")


async def _union(world: World) -> tuple[Phone, Guild]:
    """An approver with the main menu before her, and her union."""
    approver = world.phone("خانم نمونه")
    await world.knows(approver)
    guild = await open_guild(world, approver)
    await approver.starts()
    return approver, guild


async def _azar(world: World) -> Phone:
    azar = world.phone("آذر")
    await world.knows(azar)
    return azar


async def _opens_unit(approver: Phone, title: str = "کفش دست‌دوز آذر") -> None:
    await approver.taps("صندوق اتحادیه")
    await approver.taps("ثبت‌نام‌ها")
    await approver.taps(title)


async def _opens_month(approver: Phone, title: str = "کفش دست‌دوز آذر") -> None:
    await approver.taps("صندوق اتحادیه")
    await approver.taps("آمار ماهانه")
    await approver.taps(title)


async def _finds_all_well(approver: Phone) -> None:
    for check in HOLDS:
        await approver.taps(check)


def _check(session: Session, hat: Hat, unit_id: int, revision: int = 1) -> None:
    for check in Check:
        granted(set_check(session, hat, unit_id, revision, check, CheckState.HOLDS))


def _approve_unit(session: Session, hat: Hat, unit_id: int) -> None:
    _check(session, hat, unit_id)
    granted(approve(session, hat, Subject(SubjectKind.UNIT, unit_id), 1, Basis.VISIT))


def _reviews(session: Session) -> list[tuple[str, int, str | None]]:
    rows = session.exec(select(Review).order_by(col(Review.id))).all()
    return [(row.outcome.value, row.revision, row.basis and row.basis.value) for row in rows]


def _unit_state(session: Session, unit_id: int) -> UnitState:
    state: UnitState = session.execute(sa.select(col(Unit.state)).where(col(Unit.id) == unit_id)).scalar_one()
    return state


def _month_state(session: Session, month_id: int) -> str:
    state = session.execute(sa.select(col(Month.state)).where(col(Month.id) == month_id)).scalar_one()
    return str(state.value)


def _notices(session: Session) -> int:
    return len(session.exec(select(Notice)).all())


# ---- what waits ----


async def test_an_empty_inbox_says_so_and_leads_home(world: World) -> None:
    approver, _ = await _union(world)
    await approver.taps("صندوق اتحادیه")
    approver.sees("صندوق اتحادیهٔ کفاشان ری", "چیزی در انتظار شما نیست")
    assert approver.labels == ["تعارض منافع", "منوی اصلی"]
    await approver.taps("منوی اصلی")
    approver.sees("نقش شما: تأییدکنندهٔ اتحادیه")


async def test_what_waits_is_counted_and_turned_over_oldest_first(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    await crowds(world, unit_id, 7)
    world.clock.shift(timedelta(days=2, hours=1))
    await approver.taps("صندوق اتحادیه")
    approver.sees("ثبت‌نام در انتظار: ۸ · آمار ماهانه در انتظار: ۰")
    assert approver.labels == ["ثبت‌نام‌ها (۸)", "تعارض منافع", "منوی اصلی"]
    await approver.taps("ثبت‌نام‌ها")
    approver.sees("قدیمی‌ترین نخست", "از ۲ روز پیش")
    shown = ["کفش دست‌دوز آذر", *(f"کارگاه {one}" for one in range(1, 6))]
    assert approver.labels == [*shown, "صفحهٔ بعد", "صندوق اتحادیه", "منوی اصلی"]
    await approver.taps("صفحهٔ بعد")
    assert approver.labels == ["کارگاه 6", "کارگاه 7", "صندوق اتحادیه", "منوی اصلی"]
    await approver.taps("کارگاه 7")
    approver.sees("کارگاه 7 · ثبت‌نام · در نوبت از ۲ روز پیش")
    await approver.taps("بعدی")
    approver.sees("کفش دست‌دوز آذر · ثبت‌نام")
    await approver.taps("بعدی")
    approver.sees("کارگاه 1 · ثبت‌نام")
    await approver.taps("صندوق اتحادیه")
    await approver.taps("منوی اصلی")
    approver.sees("نقش شما")


async def test_beyond_ninety_nine_nobody_counts(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    await crowds(world, unit_id, 99)
    await approver.taps("صندوق اتحادیه")
    approver.sees("ثبت‌نام در انتظار: بیش از ۹۹")
    await approver.taps("ثبت‌نام‌ها (بیش از ۹۹)")
    approver.sees("کفش دست‌دوز آذر")


# ---- a registration ----


async def test_a_registration_is_confirmed_when_all_three_checks_hold(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    await _opens_unit(approver)
    approver.sees("در نوبت از امروز", "مالک یا مدیر: آذر نمونه", "از ۱۴۰۳/۰۲/۳۱ تا ۱۴۰۸/۰۲/۳۱", "کد پستی: ۱۸۴۱۲۳۴۵۶۷")
    approver.sees("سه بررسی (نامهٔ ۶۰/۲۲۷۲۱۰، ۱۳۹۸/۰۸/۲۶، بند ۲)", "اعتبار پروانهٔ کسب: بررسی‌نشده ⬜")
    approver.sees("کفش چرمی مردانه: ماهانه ۱٬۹۰۰ جفت · ظرفیت سالانه ۲۴٬۰۰۰ جفت")
    assert "تأیید ثبت‌نام" not in approver.labels
    await approver.taps("جزئیات")
    approver.sees("کد ملی: •••••••419", "شاغلان: ۶", "کد پیگیری BY-")
    await approver.taps("بازگشت")
    await approver.taps(HOLDS[0])
    approver.sees("اعتبار پروانهٔ کسب: درست است ✅", "یکی بودن محل با پروانه: بررسی‌نشده ⬜")
    await approver.taps("تردید در محل")
    await approver.taps(HOLDS[2])
    approver.sees("یکی بودن محل با پروانه: جای تردید دارد ⚠️")
    assert "تأیید ثبت‌نام" not in approver.labels
    await approver.taps(HOLDS[1])
    assert approver.labels[0] == "تأیید ثبت‌نام"
    approver.sees_not("وقتی هر سه درست باشد")
    await approver.taps("تأیید ثبت‌نام")
    approver.sees("ثبت‌نام کفش دست‌دوز آذر بر چه پایه‌ای", "نامهٔ ۶۰/۲۲۷۲۱۰، ۱۳۹۸/۰۸/۲۶، بند ۵", "تنظیم پیش‌فرض بهین‌یار")
    assert approver.labels == ["مدرک دیده شد", "بازدید از محل", "سابقهٔ واحد", "بازگشت", "منوی اصلی"]
    await approver.taps("بازدید از محل")
    approver.sees("ثبت‌نام کفش دست‌دوز آذر تأیید شد ✅", "پایه: بازدید از محل")
    assert approver.labels == ["بعدی", "صندوق اتحادیه", "منوی اصلی"]
    azar.sees("از اتحادیهٔ کفاشان ری: ثبت‌نام کفش دست‌دوز آذر تأیید شد ✅")
    await azar.taps("ماه‌های من")
    assert await world.db(_reviews) == [("approved", 1, "visit")]
    assert await world.db(_unit_state, unit_id) is UnitState.CONFIRMED
    await approver.taps("بعدی")
    approver.sees("ثبت‌نام در انتظار دیگری نمانده است ✅", "چیزی در انتظار شما نیست")


async def test_history_is_offered_only_where_a_setting_allows_it(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar)
    await has_month(world, azar, unit_id, ABAN, [line((await product_ids(world, unit_id))[0], 1900)])
    await _opens_month(approver)
    await approver.taps("تأیید آمار آبان")
    old = approver.key_of("سابقهٔ واحد")

    def forbid(session: Session) -> None:
        session.add(
            RuleRow(
                key=RuleKey.HISTORY_COUNTS,
                scope_id=guild.province_id,
                valid_from=date(2026, 11, 1),
                value="no",
                set_at=MORNING,
            )
        )

    await world.db(forbid)
    await approver.taps_old(old)
    approver.sees("سابقهٔ واحد به‌تنهایی پایهٔ تأیید نیست", "آبان ۱۴۰۵ · در نوبت")
    await approver.taps("تأیید آمار آبان")
    assert approver.labels[:3] == ["مدرک دیده شد", "بازدید از محل", "بازگشت"]
    approver.sees_not("سابقهٔ واحد")


async def test_the_button_of_a_return_opens_exactly_that_field(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    await _opens_unit(approver)
    await approver.taps("برگشت برای اصلاح")
    approver.sees("برگشت برای اصلاح: ثبت‌نام کفش دست‌دوز آذر", "کدام بخش باید اصلاح شود؟")
    assert "نام شرکت" not in approver.labels
    await approver.types("شمارهٔ پروانه")
    approver.sees("یکی از گزینه‌های زیر را انتخاب کنید")
    await approver.taps("شمارهٔ پروانهٔ کسب")
    await approver.taps("دلیل دیگر")
    approver.sees("توضیح لازم است")
    await approver.types("شماره با دفتر اتحادیه <b>یکی</b> نیست")
    approver.sees("بخش دیگری هم")
    await approver.taps("بله، بخش دیگری هم")
    assert "شمارهٔ پروانهٔ کسب" not in approver.labels
    await approver.taps("نشانی")
    await approver.taps("کامل نیست")
    await approver.taps("بدون توضیح")
    await approver.taps("نه، همین کافی است")
    approver.sees("بخش ۱: شمارهٔ پروانهٔ کسب", "دلیل ۱: دلیل دیگر", "توضیح ۱: شماره با دفتر اتحادیه <b>یکی</b> نیست")
    approver.sees("بخش ۲: نشانی", "دلیل ۲: کامل نیست", "توضیح ۲: وارد نشده")
    sending = approver.key_of("فرستادن برگشت")
    await approver.taps("فرستادن برگشت")
    approver.sees("ثبت‌نام کفش دست‌دوز آذر برای اصلاح برگشت ↩️")
    azar.sees("برای اصلاح برگشت ↩️", "بخش: شمارهٔ پروانهٔ کسب. دلیل: دلیل دیگر", "<b>یکی</b>", "یک بخش دیگر هم")
    assert azar.key_of("اصلاح شمارهٔ پروانهٔ کسب")[1] == MendUnit(unit_id, 1, "licence-number").pack()
    await azar.taps("اصلاح شمارهٔ پروانهٔ کسب")
    azar.sees("شمارهٔ پروانهٔ کسب", "پاسخ کنونی")
    await approver.taps_old(sending)
    approver.sees("کفش دست‌دوز آذر · ثبت‌نام · برگشت برای اصلاح ↩️")
    assert await world.db(_reviews) == [("returned", 1, None)]
    assert await world.db(_notices) == 1


async def test_the_second_look_shows_what_changed_in_peoples_words(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    (shoes,) = await product_ids(world, unit_id)
    subject = Subject(SubjectKind.UNIT, unit_id)
    remark = Remark("licence-number", None, RemarkCode.DIFFERS_FROM_LICENCE)

    def back(session: Session) -> None:
        granted(send_back(session, guild.approver, subject, 1, (remark,)))

    await _opens_unit(approver)
    old = approver.key_of(HOLDS[0])
    await world.db(back)
    world.clock.shift(timedelta(days=1))
    await mends(
        world,
        azar,
        unit_id,
        1,
        national_id=granted(NationalId.parse("7730942860")),
        licence_number=granted(LicenceNumber.parse("ج/77")),
        licence_expires=date(2027, 1, 5),
        products=(
            replace(AZAR_SHOES, id=shoes, yearly_capacity=Decimal(30000)),
            replace(AZAR_SHOES, name="صندل زنانه"),
        ),
        employees=9,
    )
    await approver.taps_old(old)
    approver.sees("دوباره فرستاده است؛ چیزی ثبت نشد")
    approver.sees("آنچه از بار پیش تغییر کرده است:", "کد ملی: •••••••419 ← •••••••860", "← ج/۷۷")
    approver.sees("پایان اعتبار پروانه: ۱۴۰۸/۰۲/۳۱ ← ۱۴۰۵/۱۰/۱۵", "شمار شاغلان: ۶ نفر ← ۹ نفر")
    approver.sees("ظرفیت سالانه (کفش چرمی مردانه): ۲۴٬۰۰۰ جفت ← ۳۰٬۰۰۰ جفت", "محصول تازه: صندل زنانه")
    approver.sees("بار پیش (۱۴۰۵/۰۹/۰۶) اتحادیهٔ کفاشان ری آن را برگرداند ↩️", "بخش: شمارهٔ پروانهٔ کسب. دلیل: با پروانه")
    approver.sees_not("تولید معمول ماهانه (", "نشانی: ری، خیابان نمونه، پلاک ۱۲ ←", "0013542419", "None")
    approver.sees("اعتبار پروانهٔ کسب: بررسی‌نشده")
    await approver.taps("صندوق اتحادیه")
    await approver.taps("ثبت‌نام‌ها")
    approver.sees("اصلاح‌شده ↩️")


async def test_a_registration_is_rejected_with_a_reason(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    await _opens_unit(approver)
    await approver.taps("رد")
    approver.sees("رد: ثبت‌نام کفش دست‌دوز آذر", "رد، پایان کار است")
    await approver.taps("واحد تعطیل است")
    await approver.taps("بدون توضیح")
    await approver.taps("ویرایش")
    await approver.taps("دلیل رد")
    await approver.taps("دلیل دیگر")
    await approver.taps("ثبت رد")
    approver.sees("برای «دلیل دیگر» توضیح لازم است")
    await approver.types("دو سال است که کار نمی‌کند")
    approver.sees("رد برگشت ندارد", "دلیل رد: دلیل دیگر", "توضیح: دو سال است که کار نمی‌کند")
    await approver.taps("ثبت رد")
    approver.sees("ثبت‌نام کفش دست‌دوز آذر رد شد.")
    azar.sees("رد شد", "دلیل: دلیل دیگر", "دو سال است که کار نمی‌کند")
    assert await world.db(_unit_state, unit_id) is UnitState.REJECTED


async def test_a_contested_licence_is_named_to_the_union_and_settled_first(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    other = world.phone("رقیب")
    await world.knows(other)
    unit_id = await has_unit(world, guild, azar)
    rival_id = await has_unit(world, guild, other, title="کفش رقیب", confirmed=False)

    def claim(session: Session) -> None:
        granted(
            send_back(
                session,
                guild.approver,
                Subject(SubjectKind.UNIT, rival_id),
                1,
                (Remark("guild-id", None, RemarkCode.DIFFERS_FROM_LICENCE),),
            )
        )

    await world.db(claim)
    number = (azar.person_id or 0) * 1009 + sum(map(ord, "کفش دست‌دوز آذر"))
    await mends(world, other, rival_id, 1, guild_id=granted(GuildId.parse(f"0412{number % 10**6:06d}")))
    await approver.taps("صندوق اتحادیه")
    await approver.taps("ثبت‌نام‌ها")
    approver.sees("کفش رقیب · از امروز · اصلاح‌شده ↩️ · پروانه بررسی شود ⚠️")
    await approver.taps("کفش رقیب")
    approver.sees("پیش از تأیید روشن شود ⚠️", "واحد دیگر: کفش دست‌دوز آذر · تأییدشده ✅ · کد پیگیری BY-")
    await _finds_all_well(approver)
    await approver.taps("تأیید ثبت‌نام")
    await approver.taps("مدرک دیده شد")
    approver.sees("واحد تأییدشدهٔ دیگری همین پروانه را دارد: کفش دست‌دوز آذر", "کفش رقیب · ثبت‌نام · در نوبت")
    assert await world.db(_unit_state, unit_id) is UnitState.CONFIRMED
    assert await world.db(_unit_state, rival_id) is UnitState.SUBMITTED


# ---- two approvers ----


async def test_the_first_tap_wins_and_the_second_approver_is_told_who_and_when(world: World) -> None:
    approver, guild = await _union(world)
    second, hat = await appointed(world, guild, "آقای دیگر")
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    await world.db(_check, hat, unit_id)
    await _opens_unit(approver)
    await approver.taps("تأیید ثبت‌نام")
    await second.starts()
    await _opens_unit(second)
    await second.taps("تأیید ثبت‌نام")
    await second.taps("مدرک دیده شد")
    second.sees("تأیید شد ✅")
    await approver.taps("بازدید از محل")
    approver.sees("همکار شما، آقای دیگر، پیش از این بررسی کرده است: تأیید ✅، ۱۴۰۵/۰۹/۰۶ ساعت ۱۰:")
    approver.sees("کاری لازم نیست", "اتحادیهٔ کفاشان ری در ۱۴۰۵/۰۹/۰۶ تأیید کرد ✅ پایه: مدرک دیده شد")
    assert approver.labels == ["جزئیات", "بعدی", "صندوق اتحادیه", "منوی اصلی"]
    assert await world.db(_reviews) == [("approved", 1, "document-seen")]
    assert await world.db(_notices) == 1


async def test_whoever_has_the_card_open_is_told_as_well_who_was_first(world: World) -> None:
    approver, guild = await _union(world)
    second, hat = await appointed(world, guild, "آقای دیگر")
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    await world.db(_check, hat, unit_id)
    await _opens_unit(approver)
    old = [approver.key_of(label) for label in ("تأیید ثبت‌نام", "برگشت برای اصلاح", "رد")]
    await second.starts()
    await _opens_unit(second)
    await second.taps("تأیید ثبت‌نام")
    await second.taps("مدرک دیده شد")
    await approver.taps_old(old[0])
    approver.sees("همکار شما، آقای دیگر، پیش از این بررسی کرده است: تأیید ✅")
    told = len(approver.chat.toasts)
    for key in old[1:]:
        approver.local.tap(approver.id, *key)
        await world.settles()
    approver.sees("همکار شما، آقای دیگر، پیش از این بررسی کرده است: تأیید ✅")
    assert [toast.text for toast in approver.chat.toasts[told:] if "آقای دیگر" in toast.text]
    assert await world.db(_reviews) == [("approved", 1, "document-seen")]


async def test_what_was_written_is_shown_again_when_a_colleague_was_first(world: World) -> None:
    approver, guild = await _union(world)
    _, hat = await appointed(world, guild, "آقای دیگر")
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    await _opens_unit(approver)
    await approver.taps("برگشت برای اصلاح")
    await approver.taps("نشانی")
    await approver.taps("محل درست نیست")
    await approver.types("پلاک ۱۴ است")
    await approver.taps("نه، همین کافی است")
    await world.db(_approve_unit, hat, unit_id)
    await approver.taps("فرستادن برگشت")
    approver.sees("ثبت‌نام کفش دست‌دوز آذر", "همکار شما، آقای دیگر، پیش از این بررسی کرده است: تأیید ✅")
    approver.sees("آنچه نوشته بودید فرستاده نشد:", "بخش: نشانی. دلیل: محل درست نیست. توضیح: پلاک ۱۴ است")
    assert approver.labels[0] == "دیدن وضعیت کنونی"
    await approver.taps("دیدن وضعیت کنونی")
    approver.sees("کفش دست‌دوز آذر · ثبت‌نام · تأییدشده ✅")
    assert await world.db(_reviews) == [("approved", 1, "visit")]


async def test_a_half_written_return_waits_until_it_is_taken_up_again(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    await has_unit(world, guild, azar, confirmed=False)
    await _opens_unit(approver)
    await approver.taps("برگشت برای اصلاح")
    await approver.taps("نشانی")
    await approver.taps("بعداً ادامه می‌دهم")
    approver.sees("نوشته‌های شما نگه داشته شد", "کفش دست‌دوز آذر · ثبت‌نام · در نوبت")
    await approver.types("سلام")
    approver.sees("پرسشی از شما نپرسیده بودیم", "نقش شما: تأییدکنندهٔ اتحادیه")
    await _opens_unit(approver)
    await approver.taps("برگشت برای اصلاح")
    approver.sees("دلیل برگشت چیست؟")
    await approver.taps("بازگشت")
    approver.sees("کدام بخش", "پاسخ کنونی: نشانی")
    await approver.types("/start")
    approver.sees("نقش شما")


async def test_the_same_approve_tap_three_times_at_once_decides_once(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar)
    month_id = await has_month(world, azar, unit_id, ABAN, [line((await product_ids(world, unit_id))[0], 1900)])
    before = await world.db(_notices)
    await _opens_month(approver)
    await approver.taps("تأیید آمار آبان")
    message_id, data = approver.key_of("مدرک دیده شد")
    for _ in range(2):
        approver.local.tap(approver.id, message_id, data)
    await approver.does(approver.local.tap, message_id, data)
    approver.sees("پاسخ شما پیش از این ثبت شده است: تأیید ✅", "آبان ۱۴۰۵ · تأییدشده ✅")
    assert not approver.local.unanswered_taps(approver.id)
    assert await world.db(_month_state, month_id) == "confirmed"
    assert len([one for one in await world.db(_reviews) if one[2] == "document-seen"]) == 2  # the unit's and this one
    assert await world.db(_notices) == before + 1


async def test_nobody_decides_on_the_own_unit(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    _, hat = await appointed(world, guild, "آقای دیگر")
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    own_id = await has_unit(world, guild, approver, title="کفش خودم", confirmed=False)
    await world.db(_check, hat, own_id)
    await approver.starts()
    await approver.taps("اتحادیهٔ کفاشان ری")
    await approver.taps("صندوق اتحادیه")
    approver.sees("ثبت‌نام در انتظار: ۱")
    await approver.taps("ثبت‌نام‌ها")
    approver.sees_not("کفش خودم")
    await approver.taps("کفش دست‌دوز آذر")
    shown = approver.key_of("جزئیات")[0]
    role = guild.approver.role_id
    for tap in (Approve(role, "unit", own_id, 1, 0), SetCheck(role, own_id, 1, 0, 1)):
        await approver.taps_old((shown, tap.pack()))
        approver.sees("این واحد از آنِ خود شماست", "صندوق اتحادیهٔ کفاشان ری")
        await approver.taps("ثبت‌نام‌ها")
    assert await world.db(_unit_state, own_id) is UnitState.SUBMITTED
    assert await world.db(_unit_state, unit_id) is UnitState.SUBMITTED


async def test_old_buttons_of_a_revoked_approver_do_nothing_and_say_so(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar, confirmed=False)
    await world.db(_check, guild.approver, unit_id)
    await _opens_unit(approver)
    asking, checking, details = (approver.key_of(label) for label in ("تأیید ثبت‌نام", "تردید در محل", "جزئیات"))
    await approver.taps("برگشت برای اصلاح")
    await approver.taps("نشانی")
    await approver.taps("کامل نیست")
    await approver.taps("بدون توضیح")
    await approver.taps("نه، همین کافی است")
    sending = approver.key_of("فرستادن برگشت")
    await world.db(organisations.revoke, guild.approver.role_id)
    await tell(world)
    approver.sees("پایان یافت")
    await approver.types("/menu")
    for old in (asking, checking, details, sending):
        await approver.taps_old(old)
        approver.sees("این نقش دیگر با شما نیست؛ کاری انجام نشد")
        approver.sees_not("آذر")
        await approver.taps("راهنما")
    assert await world.db(_reviews) == []
    assert await world.db(_unit_state, unit_id) is UnitState.SUBMITTED


# ---- a month ----


async def test_a_month_stands_beside_the_month_before_and_the_capacity(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar)
    (shoes,) = await product_ids(world, unit_id)
    mehr_id = await has_month(world, azar, unit_id, MEHR, [line(shoes, 1900, 1800, 720_000_000)])
    await confirms(world, guild, mehr_id)
    reason = Reason(shoes, ReasonKind.OVER_CAPACITY, ReasonCode.OTHER, "نمایشگاه داشتیم")
    await has_month(world, azar, unit_id, ABAN, [line(shoes, 2500, 2100, 900_000_000)], reasons=(reason,))
    await _opens_month(approver)
    approver.sees("کفش دست‌دوز آذر · آبان ۱۴۰۵ · در نوبت از امروز")
    approver.sees("کفش چرمی مردانه: ۲٬۵۰۰ جفت (مهر: ۱٬۹۰۰) ⚠️ بیش از ظرفیت؛ دلیل: دلیل دیگر، نمایشگاه داشتیم")
    approver.sees("ظرفیت ماهانه: ۲٬۰۰۰ جفت", "فروش: ۲٬۱۰۰ جفت · ۹۰۰٬۰۰۰٬۰۰۰ ریال", "شاغلان: ۶ نفر")
    rows = [[key.text for key in row] for row in approver.card.inline_keyboard]
    assert rows == [
        ["تأیید آمار آبان"],
        ["برگشت برای اصلاح", "رد"],
        ["در این واحد ذی‌نفعم"],
        ["جزئیات", "بعدی"],
        ["صندوق اتحادیه", "منوی اصلی"],
    ]
    await approver.taps("جزئیات")
    approver.sees("فرستاده‌شده در ۱۴۰۵/۰۹/۰۶ ساعت ۱۰:", "کد پیگیری BY-")
    await approver.taps("بازگشت")
    await approver.taps("بعدی")
    approver.sees("جز این، مورد دیگری در این بخش نیست", "آبان ۱۴۰۵ · در نوبت")
    await approver.taps("تأیید آمار آبان")
    approver.sees("آمار آبان ۱۴۰۵ (کفش دست‌دوز آذر) بر چه پایه‌ای")
    await approver.taps("مدرک دیده شد")
    approver.sees("آمار آبان ۱۴۰۵ (کفش دست‌دوز آذر) تأیید شد ✅")
    azar.sees("آمار آبان ۱۴۰۵ برای کفش دست‌دوز آذر تأیید شد ✅")
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("وضعیت ثبت سفارش کفش دست‌دوز آذر")


async def test_a_late_month_without_production_says_both(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar)
    await has_month(world, azar, unit_id, MEHR)
    await approver.taps("صندوق اتحادیه")
    await approver.taps("آمار ماهانه (۱)")
    approver.sees("مهر ۱۴۰۵ · از امروز · دیرکرد ⚠️ · تولید صفر ⏸")
    await approver.taps("کفش دست‌دوز آذر · مهر")
    approver.sees("با دیرکرد ثبت شده است ⚠️", "تولید صفر ⏸ دلیل: نبود سفارش")
    await approver.taps("برگشت برای اصلاح")
    assert "دلیل تولید صفر" in approver.labels
    await approver.taps("بازگشت")
    approver.sees("مهر ۱۴۰۵ · در نوبت")
    approver.sees_not("نگه داشته شد")


async def test_a_month_comes_back_with_what_changed(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar)
    (shoes,) = await product_ids(world, unit_id)
    month_id = await has_month(world, azar, unit_id, ABAN, [line(shoes, 1900, 1500, 600_000_000)])
    await _opens_month(approver)
    await approver.taps("برگشت برای اصلاح")
    await approver.taps("مقدار فروش (کفش چرمی مردانه)")
    await approver.taps("با مدارک یکی نیست")
    await approver.types("فاکتورها ۱٬۶۰۰ جفت است")
    await approver.taps("نه، همین کافی است")
    approver.sees("برگشت برای اصلاح: آمار آبان ۱۴۰۵ (کفش دست‌دوز آذر)", "بخش ۱: مقدار فروش (کفش چرمی مردانه)")
    await approver.taps("فرستادن برگشت")
    azar.sees("آمار آبان ۱۴۰۵ برای کفش دست‌دوز آذر برگشت", "بخش: مقدار فروش، کفش چرمی مردانه", "فاکتورها")
    assert azar.key_of("اصلاح مقدار فروش")[1] == MendMonth(month_id, 1, "sold", shoes).pack()
    await azar.taps("اصلاح مقدار فروش")
    azar.sees("فروش", "۱٬۵۰۰ جفت")
    await mends_month(world, azar, unit_id, ABAN, 1, Report((line(shoes, 1900, 1600, 640_000_000),), 6))
    await _opens_month(approver)
    approver.sees("مقدار فروش (کفش چرمی مردانه): ۱٬۵۰۰ جفت ← ۱٬۶۰۰ جفت")
    approver.sees("ارزش فروش (کفش چرمی مردانه): ۶۰۰٬۰۰۰٬۰۰۰ ریال ← ۶۴۰٬۰۰۰٬۰۰۰ ریال")
    approver.sees("آن را برگرداند ↩️", "توضیح: فاکتورها ۱٬۶۰۰ جفت است")
    approver.sees_not("مقدار تولید (", "شمار شاغلان: ۶ نفر ←")
    await approver.taps("رد")
    await approver.taps("تولید واقعی نیست")
    await approver.taps("بدون توضیح")
    await approver.taps("ثبت رد")
    approver.sees("آمار آبان ۱۴۰۵ (کفش دست‌دوز آذر) رد شد.")
    azar.sees("آمار آبان ۱۴۰۵ برای کفش دست‌دوز آذر رد شد", "تولید واقعی نیست")
    assert [one[0] for one in await world.db(_reviews)] == ["approved", "returned", "rejected"]


async def test_the_inbox_speaks_english_too(world: World) -> None:
    approver, guild = await _union(world)
    azar = await _azar(world)
    unit_id = await has_unit(world, guild, azar)
    (shoes,) = await product_ids(world, unit_id)
    await has_month(world, azar, unit_id, ABAN, [line(shoes, 1900, 1500, 600_000_000)])
    await has_unit(world, guild, azar, title="Azar 2", confirmed=False)
    await approver.taps("زبان")
    await approver.taps("English")
    await approver.taps("Union inbox")
    await approver.taps("Registrations (1)")
    await approver.taps("Azar 2")
    approver.sees("registration · waiting since today", "Three checks (letter 60/227210, 1398/08/26, paragraph 2)")
    await approver.taps("Details")
    approver.sees("National code: •••••••419", "Sent 1405/09/06")
    await approver.taps("Back")
    await approver.taps("Return to mend")
    approver.sees("Return to mend: Registration of Azar 2")
    await approver.types("/start")
    await approver.taps("Union inbox")
    await approver.taps("Months (1)")
    await approver.taps("کفش دست‌دوز آذر")
    await approver.taps("Confirm Aban")
    await approver.taps("Document")
    approver.sees("confirmed ✅", "Basis:")
