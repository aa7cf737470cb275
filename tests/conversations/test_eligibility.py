"""Order registration, told by the workshop that asks and by the expert who looks it up."""

from collections.abc import Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from handlers.buttons import MendUnit, OpenMonth, OpenVerdict
from handlers.eligibility import OpenFound
from models import organisations
from models.audit import AuditEntry
from models.bookkeeping import Incoming
from models.letters import RuleKey, RuleRow
from models.organisations import OfficeKind, RoleKind
from models.reviews import Remark, RemarkCode, Subject, SubjectKind, send_back
from models.units import registration_of, unit_card
from models.values.ids import BusinessId, TrackingCode, UniqueLicenceId
from models.values.jalali import JalaliMonth
from tests.conversations.guild import (
    ABAN,
    MEHR,
    Guild,
    appointed,
    confirms,
    has_month,
    has_unit,
    line,
    mends,
    open_guild,
    product_ids,
    returns,
    tell,
)
from tests.conversations.world import MORNING, Phone, World
from tests.models.world import granted
from tests.playground.conftest import picture

SHAHRIVAR = JalaliMonth(1405, 6)
MORDAD = JalaliMonth(1405, 5)
LONG = 1500
"""Characters that a verdict stays below: it is read on a phone."""


async def _azar(world: World, **unit: object) -> tuple[Phone, Guild, int]:
    azar = world.phone("آذر")
    await world.knows(azar)
    guild = await open_guild(world)
    unit_id = await has_unit(world, guild, azar, **unit)  # type: ignore[arg-type]  # handed on as they are
    await azar.starts()
    return azar, guild, unit_id


async def _confirmed(world: World, guild: Guild, azar: Phone, unit_id: int, months: Sequence[JalaliMonth]) -> None:
    for month in months:
        await confirms(world, guild, await has_month(world, azar, unit_id, month))


async def _set(world: World, key: RuleKey, value: str, scope_id: int | None) -> None:
    def build(session: Session) -> None:
        session.add(RuleRow(key=key, scope_id=scope_id, valid_from=date(2026, 9, 23), value=value, set_at=MORNING))

    await world.db(build)


# ---- the workshop asks ----


async def test_three_confirmed_months_meet_the_conditions_and_each_reason_names_its_source(world: World) -> None:
    azar, guild, unit_id = await _azar(world)
    await _confirmed(world, guild, azar, unit_id, (MORDAD, SHAHRIVAR, MEHR))
    await has_month(world, azar, unit_id, ABAN)
    await azar.starts()
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("وضعیت ثبت سفارش کفش دست‌دوز آذر، امروز ۱۴۰۵/۰۹/۰۶:", "شرط‌های احراز نیاز فراهم است ✅")
    azar.sees("مبنای بررسی فقط آمار تولید است (نامهٔ ۶۰/۳۱۰۶۳۷، ۱۳۹۸/۱۱/۲۳، بخش نخست)")
    azar.sees("در ۱۲ ماه گذشته ۳ ماه شمرده می‌شود؛ حد لازم ۳ ماه است (تنظیم پیش‌فرض بهین‌یار)")
    azar.sees("۱ ماه در انتظار تأیید است و در این نتیجه شمرده نشده است (تنظیم پیش‌فرض بهین‌یار)")
    azar.sees("پروانهٔ کسب تا ۱۴۰۸/۰۲/۳۱ اعتبار دارد (نامهٔ ۶۰/۳۱۰۶۳۷، ۱۳۹۸/۱۱/۲۳، بخش دوم)")
    azar.sees("نیازی به مدرک تولید یا نامهٔ اتحادیه نیست", "تصمیم نهایی با آمار بهین‌یاب است")
    azar.sees("۳ ماه: ۲ ✅ ۱ ⏳ ۰ ⬜", "۶ ماه: ۳ ✅ ۱ ⏳ ۲ ⬜", "۱۲ ماه:", "۱۷ ماه: ۳ ✅ ۱ ⏳ ۱۳ ⬜")
    azar.sees_not("اگر این کارها", "دیده می‌شود")
    assert len(azar.text) < LONG
    assert azar.labels == ["ماه‌های من", "از من مدرک خواستند", "بازگشت", "منوی اصلی"]
    await azar.taps("بازگشت")
    azar.sees("کفش دست‌دوز آذر، سلام")


async def test_what_is_short_is_named_with_the_shortest_way_and_its_buttons(world: World) -> None:
    azar, guild, unit_id = await _azar(world)
    mehr_id = await has_month(world, azar, unit_id, MEHR)
    await returns(world, guild, mehr_id, Remark("zero-reason", None, RemarkCode.IMPLAUSIBLE))
    await has_month(world, azar, unit_id, SHAHRIVAR)
    await azar.starts()
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("هنوز برای احراز نیاز کافی نیست", "اگر این کارها انجام شود، نتیجه عوض می‌شود:")
    azar.sees("آمار آبان ۱۴۰۵ را ثبت کنید؛ مهلت تازه‌ترین ماه تا ۱۴۰۵/۰۹/۱۰ است. سپس تأیید اتحادیه لازم است.")
    azar.sees("آمار مهر ۱۴۰۵ را که برگشته است اصلاح کنید")
    azar.sees("اتحادیه آمار شهریور ۱۴۰۵ را تأیید کند (در نوبت از ۱۴۰۵/۰۹/۰۶).")
    azar.sees("در ۱۲ ماه گذشته ماهی شمرده نمی‌شود", "۳ ماه: ۰ ✅ ۱ ⏳ ۲ ⬜")
    assert azar.labels[:3] == ["ثبت آمار آبان", "اصلاح آمار مهر", "ماه‌های من"]
    assert azar.key_of("ثبت آمار آبان")[1] == OpenMonth(unit_id, ABAN.index).pack()
    await azar.taps("اصلاح آمار مهر")
    azar.sees("مهر ۱۴۰۵", "پرسش")


async def test_a_licence_younger_than_the_window_is_not_counted_as_missing(world: World) -> None:
    azar, _, _ = await _azar(world, issued=date(2026, 9, 25))
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("هنوز آماری از این واحد ثبت نشده است ⬜", "۳ ماه: ۰ ✅ ۰ ⏳ ۲ ⬜ و ۱ ماه پیش از پروانه")
    azar.sees("۱۷ ماه: ۰ ✅ ۰ ⏳ ۲ ⬜ و ۱۵ ماه پیش از پروانه", "آذر ۱۴۰۵ را پس از پایان هر ماه ثبت کنید")
    assert azar.labels[:2] == ["ثبت آمار آبان", "ثبت آمار مهر"]


async def test_a_registration_that_is_not_confirmed_says_why_and_where_it_stands(world: World) -> None:
    azar, guild, unit_id = await _azar(world, confirmed=False)
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("ثبت‌نام این واحد هنوز تأییدشده نیست ⏳", "اتحادیه ثبت‌نام را تأیید کند.")
    azar.sees("ثبت‌نام واحد باید تأیید شود؛ اکنون: در انتظار ⏳ (نامهٔ ۶۰/۲۲۷۲۱۰، ۱۳۹۸/۰۸/۲۶، بند ۲)")
    assert "ثبت آمار آبان" not in azar.labels

    def back(session: Session) -> None:
        remark = Remark("address", None, RemarkCode.INCOMPLETE)
        granted(send_back(session, guild.approver, Subject(SubjectKind.UNIT, unit_id), 1, (remark,)))

    await world.db(back)
    await world.settles()
    await azar.starts()
    await azar.taps_old((azar.key_of("منوی اصلی")[0], OpenVerdict(unit_id).pack()))
    azar.sees("ثبت‌نام را اصلاح کنید و دوباره بفرستید")
    assert azar.key_of("اصلاح ثبت‌نام")[1] == MendUnit(unit_id, 1, "").pack()


async def test_an_expired_licence_stands_in_the_way_of_everything(world: World) -> None:
    azar, guild, unit_id = await _azar(world)
    await _confirmed(world, guild, azar, unit_id, (SHAHRIVAR, MEHR, ABAN))
    world.clock.set(datetime(2029, 6, 10, 8, tzinfo=MORNING.tzinfo))
    await azar.starts()
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("اعتبار پروانهٔ کسب تمام شده است ⚠️", "پروانهٔ کسب را تمدید کنید", "در ۱۴۰۸/۰۲/۳۱ پایان یافته است")
    assert len(azar.text) < LONG


async def test_a_provinces_settings_are_named_with_their_day(world: World) -> None:
    azar, guild, unit_id = await _azar(world)
    await _set(world, RuleKey.NEEDED, "2", guild.province_id)
    await _confirmed(world, guild, azar, unit_id, (MEHR,))
    await has_month(world, azar, unit_id, ABAN)
    await azar.starts()
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("کافی نیست", "اگر ماه‌های در انتظار تأیید شوند، شرط‌ها فراهم است ⏳")
    await _set(world, RuleKey.COUNTS_WAITING, "yes", None)
    await azar.taps("بازگشت")
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees(
        "فراهم است ✅", "حد لازم ۲ ماه است (تنظیم تهران، ۱۴۰۵/۰۷/۰۱)", "آمار ۱۲ ماه گذشته دیده می‌شود (تنظیم پیش‌فرض"
    )
    azar.sees("و در این نتیجه شمرده شده است (تنظیم کشوری، ۱۴۰۵/۰۷/۰۱)")


async def test_many_missing_months_stay_readable(world: World) -> None:
    azar, guild, _ = await _azar(world)
    await _set(world, RuleKey.NEEDED, "17", guild.province_id)
    await _set(world, RuleKey.WINDOW, "17", guild.province_id)
    await azar.starts()
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("آمار آبان ۱۴۰۵، مهر ۱۴۰۵، شهریور ۱۴۰۵، مرداد ۱۴۰۵ و ۱۳ ماه دیگر را ثبت کنید", "حد لازم ۱۷ ماه است")
    rows = [[key.text for key in row] for row in azar.card.inline_keyboard]
    assert rows == [
        ["ثبت آمار آبان"],
        ["ثبت آمار مهر", "ثبت آمار شهریور"],
        ["ثبت آمار مرداد", "ماه‌های من"],
        ["از من مدرک خواستند"],
        ["بازگشت", "منوی اصلی"],
    ]
    assert len(azar.text) < LONG


async def test_nobody_sees_the_verdict_of_somebody_else(world: World) -> None:
    _, guild, unit_id = await _azar(world)
    other = world.phone("دیگری")
    await world.knows(other)
    await has_unit(world, guild, other, title="کفش دیگری")
    await other.starts()
    await other.taps("وضعیت ثبت سفارش")
    await other.taps_old((other.key_of("بازگشت")[0], OpenVerdict(unit_id).pack()))
    other.sees("این دکمه مربوط به نمایش پیشین است", "کفش دیگری، سلام")
    other.sees_not("آذر")


# ---- the expert looks ----


async def _expert(world: World, **unit: object) -> tuple[Phone, Guild, int, Phone]:
    azar, guild, unit_id = await _azar(world, **unit)
    expert, _ = await appointed(world, guild, "کارشناس", RoleKind.ORDER_EXPERT)
    await expert.starts()
    await expert.taps("جست‌وجوی واحد")
    expert.sees("جست‌وجوی واحد در", "تهران", "کد پیگیری")
    return expert, guild, unit_id, azar


async def test_an_expert_finds_a_unit_by_each_of_its_numbers(world: World) -> None:
    expert, guild, unit_id, azar = await _expert(world, confirmed=False)

    def back(session: Session) -> None:
        remark = Remark("business-id", None, RemarkCode.INCOMPLETE)
        granted(send_back(session, guild.approver, Subject(SubjectKind.UNIT, unit_id), 1, (remark,)))

    await world.db(back)
    await mends(
        world,
        azar,
        unit_id,
        1,
        business_id=granted(BusinessId.parse("140012345678")),
        tracking_code=granted(TrackingCode.parse("88776655")),
        unique_licence_id=granted(UniqueLicenceId.parse("irn9988776655ab")),
    )
    said = granted(await world.db(registration_of, azar.person_id or 0, unit_id))
    receipt = granted(await world.db(unit_card, unit_id)).receipt
    for typed in (
        "۰۰۱۳۵۴۲۴۱۹",
        said.guild_id,
        "۱۴۰۰-۱۲۳۴-۵۶۷۸",
        "88776655",
        "irn9988776655ab",
        said.licence_number.replace("/", " / "),
        receipt.lower(),
        receipt.lower().replace("-", ""),
    ):
        await expert.types(typed)
        expert.sees("کفش دست‌دوز آذر", "اتحادیهٔ کفاشان ری · ری · گروه تولیدی", "ثبت‌نام: در انتظار ⏳")
        await expert.taps("جست‌وجوی دیگر")
    await expert.types("0000000000")
    expert.sees("پیدا نشد")
    await expert.types("سلام، این واحد را می‌خواهم")
    expert.sees("شناسه‌ای خوانده نشد")
    for password in ("رمز بهین‌یاب Abc12345!", "Abc12345!", "abc12345"):
        await expert.types(password)
        expert.sees("نگهداری نشد")
    mine = next(one for one in reversed(expert.chat.messages) if not one.from_bot and not one.deleted)
    await expert.does(expert.local.type, said.guild_id, edit_of=mine.message_id)
    expert.sees("در پیام تازه‌ای بنویسید")
    await expert.types(said.guild_id)
    expert.sees("کفش دست‌دوز آذر")


async def test_the_experts_card_is_the_verdict_and_no_more(world: World) -> None:
    expert, guild, unit_id, azar = await _expert(world)
    (shoes,) = await product_ids(world, unit_id)
    mehr_id = await has_month(world, azar, unit_id, MEHR, [line(shoes, 1900, 1800, 720_000_000)])
    await returns(world, guild, mehr_id, Remark("sold", shoes, RemarkCode.OTHER, "فاکتور دیده نشد"))
    await has_month(world, azar, unit_id, ABAN)
    await expert.types("0013542419")
    expert.sees("هنوز برای احراز نیاز کافی نیست", "آنچه به خود واحد گفته می‌شود؛ برای کارشناس کاری ندارد:")
    expert.sees("نیازی به مدرک تولید یا نامهٔ اتحادیه نیست (نامهٔ ۶۰/۳۱۰۶۳۷، ۱۳۹۸/۱۱/۲۳، بخش نخست)")
    expert.sees("تصمیم نهایی با آمار بهین‌یاب است")
    assert expert.labels == ["آمار ماه‌ها", "جست‌وجوی دیگر", "منوی اصلی"]
    assert len(expert.text) < LONG
    seen = expert.text
    await expert.taps("آمار ماه‌ها")
    expert.sees("مهر ۱۴۰۵: برگشت برای اصلاح ↩️ · دیرکرد ⚠️ · شاغلان ۶ نفر", "آبان ۱۴۰۵: در انتظار ⏳ · تولید صفر ⏸")
    expert.sees("کفش چرمی مردانه: تولید ۱٬۹۰۰ جفت · فروش ۱٬۸۰۰ جفت · ۷۲۰٬۰۰۰٬۰۰۰ ریال")
    assert expert.labels == ["بازگشت", "جست‌وجوی دیگر", "منوی اصلی"]
    for hidden in ("فاکتور دیده نشد", "نمونه", "آذر نمونه", "0013542419", "پلاک", "نبود سفارش"):
        assert hidden not in seen + expert.text
    await expert.taps("بازگشت")
    assert expert.text == seen
    await azar.taps("منوی اصلی")
    assert "کارشناس" not in azar.text


async def test_many_months_are_leafed_through(world: World) -> None:
    expert, guild, unit_id, azar = await _expert(world)
    months = [ABAN.plus(-back) for back in range(5)]
    await _confirmed(world, guild, azar, unit_id, list(reversed(months)))
    await expert.types("0013542419")
    await expert.taps("آمار ماه‌ها")
    expert.sees("آبان ۱۴۰۵: تأییدشده ✅", "تأیید اتحادیهٔ کفاشان ری در ۱۴۰۵/۰۹/۰۶", "مرداد ۱۴۰۵")
    await expert.taps("صفحهٔ بعد")
    expert.sees("تیر ۱۴۰۵")
    await expert.taps("صفحهٔ پیش")
    expert.sees("آبان ۱۴۰۵")


def _traces(session: Session, needle: str) -> list[str]:
    """Every table and column of the database that holds this text."""
    found = []
    for table in SQLModel.metadata.sorted_tables:
        for row in session.execute(sa.select(table)).mappings():
            found += [f"{table.name}.{name}" for name, value in row.items() if needle in str(value)]
    return found


async def test_papers_are_not_kept_and_the_clause_is_answered(world: World) -> None:
    expert, _, _, _ = await _expert(world)
    await expert.does(expert.local.send_photo, picture(40, 30), "پروانهٔ واحد ۷۷۷۷")
    expert.sees("نامهٔ ۶۰/۳۱۰۶۳۷، ۱۳۹۸/۱۱/۲۳، بخش دوم", "جداً پرهیز شود", "آنچه فرستادید نگهداری نشد")
    await expert.does(expert.local.send_document, b"%PDF-1.4", "letter-7777.pdf")
    expert.sees("نگهداری نشد")
    await expert.does(expert.local.send_voice)
    expert.sees("نه صدا")
    await expert.does(expert.local.send_sticker)
    expert.sees("نه برچسب")
    photos = [one.photo or one.document for one in expert.chat.messages if not one.from_bot]
    assert any(photos)

    def kept(session: Session) -> tuple[list[str], list[bytes | None]]:
        traces = _traces(session, "7777") + _traces(session, "۷۷۷۷")
        raw = session.exec(select(Incoming.raw_sealed).order_by(col(Incoming.id))).all()
        return traces, list(raw)

    traces, raw = await world.db(kept)
    assert traces == []
    assert set(raw) == {None}


async def test_a_unit_of_another_province_is_not_there(world: World) -> None:
    expert, guild, _, _ = await _expert(world)

    def move(session: Session) -> int:
        alborz = next(office for office in organisations.provinces(session) if office.name == "البرز")
        county = granted(organisations.add_office(session, OfficeKind.COUNTY, "کرج", alborz.id))
        return granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ کفاشان کرج", county.id)).id

    away = Guild(guild.province_id, guild.county_id, await world.db(move), guild.approver)
    karaj = world.phone("کرجی")
    await world.knows(karaj)
    far_id = await has_unit(world, away, karaj, title="کفش کرج", confirmed=False)
    receipt = granted(await world.db(unit_card, far_id)).receipt
    await expert.types(receipt)
    expert.sees("در استان شما پیدا نشد")
    (worn,) = await world.db(organisations.hats, expert.person_id or 0)
    await expert.taps_old((expert.key_of("منوی اصلی")[0], OpenFound(worn.role_id, far_id, 0).pack()))
    expert.sees("چنین واحدی در استان شما نیست")
    expert.sees_not("کفش کرج")

    def looked(session: Session) -> list[str]:
        rows = session.exec(select(AuditEntry).where(AuditEntry.act == "looked-up")).all()
        return [row.subject for row in rows]

    assert f"unit:{far_id}" not in await world.db(looked)


async def test_several_units_of_one_owner_are_offered_by_name(world: World) -> None:
    expert, guild, _, azar = await _expert(world)
    await has_unit(world, guild, azar, title="کارگاه دوم")
    await expert.types("0013542419")
    expert.sees("چند واحد با این شناسه هست", "کارگاه دوم · اتحادیهٔ کفاشان ری · ری")
    assert expert.labels == ["کفش دست‌دوز آذر", "کارگاه دوم", "منوی اصلی"]
    await expert.taps("کارگاه دوم")
    expert.sees("کارگاه دوم", "گروه تولیدی")
    await expert.types("سلام")
    expert.sees("شناسه‌ای خوانده نشد")


async def test_a_revoked_expert_sees_nothing_more(world: World) -> None:
    expert, _, unit_id, azar = await _expert(world)
    await has_month(world, azar, unit_id, ABAN)
    await expert.types("0013542419")
    months, another = expert.key_of("آمار ماه‌ها"), expert.key_of("جست‌وجوی دیگر")

    def revoke(session: Session) -> None:
        (worn,) = organisations.hats(session, expert.person_id or 0)
        granted(organisations.revoke(session, worn.role_id))

    await world.db(revoke)
    await tell(world)
    expert.sees("پایان یافت")
    await expert.types("0013542419")
    expert.sees("این نقش دیگر با شما نیست")
    expert.sees_not("آذر")
    for old in (months, another):
        await expert.taps("راهنما")
        await expert.taps_old(old)
        expert.sees("این نقش دیگر با شما نیست")
        expert.sees_not("آذر")


async def test_order_registration_speaks_english_too(world: World) -> None:
    expert, _, unit_id, azar = await _expert(world)
    await has_month(world, azar, unit_id, ABAN)
    for phone in (expert, azar):
        await phone.types("/start")
        await phone.taps("زبان")
        await phone.taps("English")
    await azar.taps("Order registration")
    azar.sees("letter 60/310637, 1398/11/23, first part", "Behinyar's default setting", "3 months: 0 ✅ 1 ⏳ 2 ⬜")
    await expert.taps("Look")
    await expert.types("0013542419")
    expert.sees("What the unit itself is told")
    await expert.taps("Monthly figures")
    expert.sees("zero ⏸")
