"""The library, told: a circular is found by what was typed on whatever keyboard, read, taken, and understood."""

import asyncio
from datetime import date

import pytest
from sqlmodel import Session

from bot.delivery import delivery as room
from handlers.buttons import ReadCircular
from models import circulars, contents, organisations
from models.circulars import Audience, Circular, Content, Level
from models.circulars.changes import Change
from models.letters import RuleKey
from models.organisations import RoleKind
from models.people import add_person
from models.values.ids import Phone as PhoneNumber
from tests.conversations.guild import Guild, has_unit, open_guild, tell
from tests.conversations.world import World
from tests.models.world import granted

TODAY = date(2026, 11, 27)
PDF = b"%PDF-1.4 a page of nothing\n%%EOF"


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """What circulars want is looked after more often than in life."""
    monkeypatch.setattr(room, "TEND", 0.02)


def _written(session: Session, guild: Guild) -> tuple[int, int]:
    """A circular to the units with a rule and an attachment, released; and a draft."""
    hats = [
        granted(
            organisations.grant(
                session, add_person(session, PhoneNumber(number)), RoleKind.PROVINCIAL_OFFICER, guild.province_id
            )
        )
        for number in ("09120000061", "09120000062")
    ]
    clause = "برای احراز نیاز، آمار چهار ماه در بهین‌یاب لازم است."
    told = Content("81/405", TODAY, "شمار تازهٔ ماه‌ها", "شمار ماه‌های لازم بیشتر شد.", (clause,))
    units = Audience(frozenset({Level.UNIT}))
    sent = granted(circulars.compose(session, hats[0], told, units))
    row = session.get_one(Circular, sent)
    row.changes = [Change(RuleKey.NEEDED, "4", TODAY, 1).as_json()]
    row.attachment_key = contents.keep(session, "ماه‌ها.pdf", PDF, lasting=True)
    granted(circulars.release(session, hats[1], sent))
    half = Content("81/406", TODAY, "شمار دیگر", "شمار ماه‌های لازم کمتر شد.")
    return sent, granted(circulars.compose(session, hats[0], half, units))


async def test_a_shopkeeper_finds_a_circular_reads_it_and_sees_what_it_changes(world: World) -> None:
    azar = world.phone("آذر")
    await world.knows(azar)
    guild = await open_guild(world)
    await has_unit(world, guild, azar)
    _, draft = await world.db(_written, guild)
    for _ in range(500):
        if not await world.db(circulars.under_way):
            break
        await asyncio.sleep(0.02)
    await tell(world)

    await azar.starts()
    await azar.taps("بخشنامه‌ها")
    azar.sees("۱. بخشنامهٔ ۸۱/۴۰۵ · ۱۴۰۵/۰۹/۰۶", "سازمان صمت تهران: شمار تازهٔ ماه‌ها", "نامهٔ ۶۰/۲۲۷۲۱۰ · ۱۳۹۸/۰۸/۲۶")
    azar.sees_not("۸۱/۴۰۶")
    assert "نوشتن و ارسال" not in azar.labels
    await azar.taps("جست‌وجو")
    azar.sees("نمونهٔ واژه: احراز نیاز")
    await azar.types("پرواز")
    azar.sees("چیزی پیدا نشد", "نمونه: آبان ۱۳۹۸")
    await azar.types("؟")
    azar.sees("واژه یا رقمی نبود")
    await azar.types("إحراز نياز چهار")  # an Arabic keyboard, without half-spaces
    azar.sees("۱. بخشنامهٔ ۸۱/۴۰۵")
    azar.sees_not("۲.")
    await azar.taps("۱. ۸۱/۴۰۵")
    azar.sees("موضوع: شمار تازهٔ ماه‌ها", "۱. برای احراز نیاز، آمار چهار ماه در بهین‌یاب لازم است")
    await azar.taps("چه عوض می‌شود؟")
    azar.sees("شمار ماه‌های لازم: از «۳» به «۴»، از ۱۴۰۵/۰۹/۰۶ (بند ۱)", "برای شما در «کفش دست‌دوز آذر» برقرار است")
    await azar.taps("بازگشت")
    await azar.taps("گرفتن پیوست")
    azar.saw("پیوست بخشنامهٔ ۸۱/۴۰۵")
    await azar.taps("بازگشت")
    await azar.taps("خواندم")
    azar.sees("بخشنامهٔ ۸۱/۴۰۵ از سوی شما ثبت شده است ✅")

    await azar.starts()
    await azar.taps("وضعیت ثبت سفارش")
    azar.sees("(بخشنامهٔ ۸۱/۴۰۵، ۱۴۰۵/۰۹/۰۶، بند ۱)")
    await azar.starts()
    await azar.taps("بخشنامه‌ها")
    key = azar.key_of("۱. ۸۱/۴۰۵")
    await azar.taps_old((key[0], ReadCircular(draft, 1).pack()))  # a draft's id, guessed
    azar.sees("پیدا نشد، یا برای شما فرستاده نشده است")
    azar.sees_not("کمتر")


async def test_whoever_has_no_unit_reads_the_letters_too(world: World) -> None:
    nasrin = world.phone("نسرین")
    await nasrin.enters()
    await nasrin.taps("بخشنامه‌ها")
    await nasrin.types("٦٠/٣١٠٦٣٧")
    await nasrin.taps("۱. ۶۰/۳۱۰۶۳۷")
    nasrin.sees("از دفتر مقررات صادرات و واردات به رؤسای", "بخش نخست: احراز نیاز", "به هیچ‌وجه نیازی")
    await nasrin.taps("کاربرد در بهین‌یار")
    nasrin.sees("بخش دوم: دیدن مجوز")
    await nasrin.taps("بازگشت")
    await nasrin.taps("بازگشت")
    nasrin.sees("آنچه برای «٦٠/٣١٠٦٣٧» پیدا شد")
    await nasrin.taps("همهٔ بخشنامه‌ها")
    await nasrin.taps("۴. ۶۰/۲۲۷۲۱۰")
    nasrin.sees("راهنمای ۲۱ صفحه‌ای پیوست این نامه هنوز به بهین‌یار داده نشده است", "بند ۵: اتحادیه‌ها باید")
    await nasrin.taps("بازگشت")
    nasrin.sees("بخشنامه‌ها و نامه‌ها")


async def test_a_rule_is_put_into_a_draft_and_what_it_does_is_seen(world: World) -> None:
    turaj = world.phone("تورج")
    person_id = await world.knows(turaj)
    guild = await open_guild(world)

    def build(session: Session) -> int:
        officer = granted(organisations.grant(session, person_id, RoleKind.PROVINCIAL_OFFICER, guild.province_id))
        told = Content("81/405", TODAY, "شمار تازهٔ ماه‌ها", "شمار ماه‌های لازم بیشتر شد.", ("چهار ماه لازم است.",))
        return granted(circulars.compose(session, officer, told, Audience(frozenset({Level.UNIT}))))

    await world.db(build)
    await turaj.starts()
    await turaj.taps("بخشنامه‌ها")
    await turaj.taps("نوشتن و ارسال")
    await turaj.taps("۸۱/۴۰۵")
    await turaj.taps("قاعده‌ها")
    turaj.sees("قاعده‌ای را عوض نمی‌کند")
    await turaj.taps("افزودن قاعده")
    turaj.sees("کدام قاعده را عوض می‌کند؟")
    while "شمار ماه‌های لازم" not in turaj.labels:
        await turaj.taps("صفحهٔ بعد")
    await turaj.taps("شمار ماه‌های لازم")
    turaj.sees("اکنون: ۳")
    await turaj.types("۹۰۰")
    turaj.sees("عددی کامل از ۱ تا ۶۰")
    await turaj.types("٤")
    await turaj.types("۱ آبان ۱۴۰۵")
    turaj.sees("زودتر از ۱۴۰۵/۰۹/۰۶ به کسی نمی‌رسد")
    await turaj.types("۱ دی ۱۴۰۵")
    await turaj.taps("بند ۱")
    turaj.sees("قاعده: شمار ماه‌های لازم", "مقدار تازه: ۴", "از روز: ۱۴۰۵/۱۰/۰۱")
    await turaj.taps("افزودن به بخشنامه")
    turaj.sees("۱. شمار ماه‌های لازم: از «۳» به «۴»، از ۱۴۰۵/۱۰/۰۱ (بند ۱)", "محدوده: سازمان صمت تهران، با ۰ واحد")
    await turaj.taps("بازگشت")
    turaj.sees("قاعده‌هایی که عوض می‌کند: ۱")
    await turaj.taps("قاعده‌ها")
    await turaj.taps("برداشتن قاعدهٔ ۱")
    turaj.sees("قاعده از پیش‌نویس برداشته شد")
