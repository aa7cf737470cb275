"""A circular on its way down, told: read, asked about, passed on with one tap, followed in the tree, reminded of."""

import asyncio
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlmodel import Session

from bot.delivery import delivery as room
from models import circulars, organisations
from models.circulars import Audience, Circular, CircularClass, Content, Level, Option, Passing, Question
from models.organisations import Hat, RoleKind
from tests.conversations.chain import SHOES, Chain, appoints, open_chain
from tests.conversations.guild import tell
from tests.conversations.world import Phone, World, read
from tests.models.world import granted

TEXT = "آمار هر ماه را تا دهم ماه بعد ثبت کنید."
QUESTION = Question(
    "آمار هر ماه تا کی ثبت می‌شود؟", (Option("تا پنجم ماه بعد"), Option("تا دهم ماه بعد", 1, right=True))
)
LEVELS = frozenset({Level.PROVINCE, Level.COUNTY, Level.UNION})


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """What circulars want is looked after more often than in life."""
    monkeypatch.setattr(room, "TEND", 0.02)


@dataclass(frozen=True, slots=True)
class Cast:
    """A national office's officer and an officer at each level below."""

    chain: Chain
    shirin: Phone
    turaj: Phone
    kaveh: Phone
    mahin: Phone
    hats: dict[str, Hat]


async def _cast(world: World) -> Cast:
    chain = await open_chain(world)
    named = {name: world.phone(name) for name in ("شیرین", "تورج", "کاوه", "مهین")}
    seats = (
        ("شیرین", RoleKind.STATISTICS_OFFICER, chain.statistics_id),
        ("تورج", RoleKind.PROVINCIAL_OFFICER, chain.province_id),
        ("کاوه", RoleKind.COUNTY_OFFICER, chain.rey_id),
        ("مهین", RoleKind.UNION_APPROVER, chain.unions[SHOES]),
    )
    hats = {name: await appoints(world, named[name], kind, office) for name, kind, office in seats}
    return Cast(chain, named["شیرین"], named["تورج"], named["کاوه"], named["مهین"], hats)


async def _released(world: World, cast: Cast, *, question: Question | None = None) -> int:
    """An urgent circular for three levels, passed on by hand; everybody who may be told is told."""
    second = await appoints(world, world.phone("داریوش"), RoleKind.STATISTICS_OFFICER, cast.chain.statistics_id)

    def issue(session: Session) -> int:
        content = Content(
            "60/400100", date(2026, 11, 22), "مهلت آمار", TEXT, (TEXT,), CircularClass.URGENT, Passing.BY_HAND
        )
        made = granted(circulars.compose(session, cast.hats["شیرین"], content, Audience(LEVELS)))
        session.get_one(Circular, made).question = None if question is None else question.as_json()
        session.flush()
        granted(circulars.release(session, second, made))
        return made

    circular_id = await world.db(issue)
    await _arrives(world, cast.turaj)
    return circular_id


async def _arrives(world: World, *phones: Phone, said: str = "موضوع: مهلت آمار") -> None:
    """Wait until each of them was sent it."""
    for _ in range(500):
        if all(_has(phone, said) for phone in phones):
            break
        await asyncio.sleep(0.02)
    await tell(world)


def _has(phone: Phone, said: str) -> bool:
    return any(said in read(one.shown) for one in phone.messages)


async def test_it_is_read_asked_about_and_passed_on_with_one_tap(world: World) -> None:
    cast = await _cast(world)
    turaj, kaveh = cast.turaj, cast.kaveh
    circular_id = await _released(world, cast, question=QUESTION)
    assert not _has(kaveh, "مهلت آمار")
    await turaj.taps("خواندم")
    turaj.saw(TEXT)  # what is acknowledged stays readable
    turaj.sees("خواندن بخشنامهٔ ۶۰/۴۰۰۱۰۰ از سوی شما ثبت شده است", "آمار هر ماه تا کی ثبت می‌شود؟", "۲. تا دهم ماه بعد")
    key = turaj.key_of("تا دهم ماه بعد")
    await turaj.taps("تا پنجم ماه بعد")
    turaj.sees("پاسخ شما ثبت شد: «تا پنجم ماه بعد»", "پاسخ درست این است: «تا دهم ماه بعد»", f"بند ۱ بخشنامه: «{TEXT}»")
    turaj.sees("در انتظار ابلاغ سازمان صمت تهران: ۱ نفر (ادارات شهرستان ۱)")
    await turaj.taps_old(key)
    turaj.sees("پاسخ شما ثبت شد: «تا پنجم ماه بعد»")  # the first answer counts
    passes = turaj.key_of("ابلاغ به همه")
    await turaj.taps("ابلاغ به همه")
    turaj.sees("به ۱ گیرندهٔ زیر نظر سازمان صمت تهران ابلاغ شد ✅")
    await turaj.taps_old(passes)
    turaj.sees("تورج از سازمان صمت تهران پیش‌تر به ۱ گیرنده ابلاغ کرده است؛ کاری لازم نیست")
    await turaj.taps("ثبت نامهٔ ابلاغ")
    turaj.sees("شمارهٔ نامهٔ ابلاغ", "بند ۶")
    await turaj.types("۴۵/۱۲۰۸")
    await turaj.types("۱۴۰۵/۰۸/۲۵")
    await turaj.taps("ثبت نامه")
    turaj.sees("پیش از")
    await turaj.types("۱۴۰۵/۰۹/۰۵")
    await turaj.taps("ثبت نامه")
    turaj.sees("نامهٔ ابلاغ ثبت شد ✅", "نامهٔ ابلاغ: ۴۵/۱۲۰۸")
    await _arrives(world, kaveh)
    await world.db(organisations.revoke, cast.hats["کاوه"].role_id)
    await tell(world)
    await kaveh.taps("خواندم")
    await kaveh.taps("تا دهم ماه بعد")
    kaveh.sees("پاسخ شما درست است ✅")
    assert "ابلاغ به همه" not in kaveh.labels  # the role is over
    shirin = cast.shirin
    await shirin.starts()
    for label in ("بخشنامه‌ها", "نوشتن و ارسال", "۶۰/۴۰۰۱۰۰", "پاسخ‌ها"):
        await shirin.taps(label)
    shirin.sees("پاسخ به پرسش: ۲ نفر · درست: ۱ نفر (۵۰ درصد)", "۱. تا پنجم ماه بعد: ۱ نفر · ۵۰ درصد")
    shirin.sees("۲. تا دهم ماه بعد ✅ ۱ نفر · ۵۰ درصد · بند ۱", f"بند ۱ بخشنامه: «{TEXT}»")
    assert await world.db(circulars.withdraw, cast.hats["شیرین"], circular_id) is None
    await turaj.taps("وضعیت زیرمجموعه")
    turaj.sees("وضعیت بخشنامهٔ ۶۰/۴۰۰۱۰۰: پس‌گرفته")
    await turaj.taps_old(passes)
    turaj.sees("پس گرفته شده است و دیگر اعتبار ندارد")


async def test_the_tree_says_who_has_it_and_those_who_do_not_are_reminded(world: World) -> None:
    cast = await _cast(world)
    shirin, turaj, kaveh, mahin = cast.shirin, cast.turaj, cast.kaveh, cast.mahin
    await _released(world, cast)
    await turaj.starts()
    await turaj.taps("بخشنامه‌ها")
    await turaj.taps("ابلاغ بخشنامه‌ها")
    turaj.sees("بخشنامهٔ فوری ۶۰/۴۰۰۱۰۰", "در انتظار: ۱ گیرنده (ادارات شهرستان ۱)")
    await turaj.taps("ابلاغ ۶۰/۴۰۰۱۰۰")
    turaj.sees("ابلاغ شد ✅")
    await _arrives(world, kaveh)
    await turaj.taps("وضعیت زیرمجموعه")
    turaj.sees("سازمان صمت تهران: خوانده ✅ · ابلاغ‌شده ✅", "ری: نخوانده ⏳ · ابلاغ‌نشده ⏳ · کمتر از یک ساعت")
    await turaj.taps("ری")
    turaj.sees("گیرندگان در انتظار ابلاغ این دفتر: ۱ نفر", "اتحادیهٔ کفاشان ری: هنوز نرسیده ⬜")
    assert "یادآوری" not in turaj.labels  # that is the issuing side's
    world.clock.shift(timedelta(hours=25))
    await _arrives(world, turaj, said="در ۱ دفتر زیر نظر شما خوانده یا ابلاغ نشده است")
    await turaj.taps("وضعیت زیرمجموعه")
    turaj.sees("ری: نخوانده ⏳ · ابلاغ‌نشده ⏳ · ۱ روز در انتظار")
    await shirin.starts()
    for label in ("بخشنامه‌ها", "نوشتن و ارسال", "۶۰/۴۰۰۱۰۰", "وضعیت زیرمجموعه"):
        await shirin.taps(label)
    shirin.sees("سراسر کشور", "در انتظار ابلاغ دفترها: ۱ نفر", "سازمان صمت تهران: خوانده ✅ · ابلاغ‌شده ✅")
    await shirin.taps("یادآوری")
    shirin.sees("یادآوری برای ۱ دفتر که ابلاغ نکرده‌اند")
    await _arrives(world, kaveh, said="منتظر ابلاغ است")
    kaveh.saw("منتظر ابلاغ است")
    await shirin.taps("یادآوری")
    shirin.sees("میان دو یادآوری دست‌کم ۲ روز")
    await shirin.taps("بستن ابلاغ‌نشده‌ها")
    shirin.sees("دفترشان هنوز ابلاغ نکرده است (۱ نفر)", "بسته شود؟")
    await shirin.does(shirin.local.tap, *shirin.key_of("بله، بسته شود"), cards=2)  # and that it has ended
    assert "دیگر کسی در انتظار نیست" in read(shirin.saw("ابلاغ‌های مانده بسته شد: ۱ گیرنده ✅").shown)
    await tell(world)
    await kaveh.taps("ابلاغ بخشنامه‌ها")
    kaveh.sees("ابلاغ شده است؛ کاری لازم نیست")
    assert not _has(mahin, "مهلت آمار")


async def test_the_office_above_passes_it_on_in_the_place_of_a_silent_one(world: World) -> None:
    cast = await _cast(world)
    shirin, turaj, kaveh = cast.shirin, cast.turaj, cast.kaveh
    await _released(world, cast)
    await shirin.starts()
    for label in ("بخشنامه‌ها", "نوشتن و ارسال", "۶۰/۴۰۰۱۰۰", "وضعیت زیرمجموعه", "تهران"):
        await shirin.taps(label)
    shirin.sees("سازمان صمت تهران: نخوانده ⏳ · ابلاغ‌نشده ⏳")
    assert "ابلاغ به جای آن" not in shirin.labels  # it has its time
    world.clock.shift(timedelta(hours=25))
    await _arrives(world, shirin, said="سازمان صمت تهران (نخوانده)")
    await shirin.starts()
    for label in ("بخشنامه‌ها", "نوشتن و ارسال", "۶۰/۴۰۰۱۰۰", "وضعیت زیرمجموعه", "تهران", "ابلاغ به جای آن"):
        await shirin.taps(label)
    shirin.sees("سازمان صمت تهران بخشنامهٔ ۶۰/۴۰۰۱۰۰ را در زمان تعیین‌شده ابلاغ نکرده است. گیرندگان در انتظار: ۱ نفر")
    key = shirin.key_of("بله، ابلاغ شود")
    await shirin.taps("بله، ابلاغ شود")
    shirin.sees("به جای سازمان صمت تهران به ۱ گیرنده ابلاغ شد ✅", "ابلاغ‌کننده: شیرین")
    await shirin.taps_old(key)
    shirin.sees("پیش‌تر به جای سازمان صمت تهران به ۱ گیرنده ابلاغ کرده است؛ کاری لازم نیست")
    await shirin.taps("وضعیت زیرمجموعه")
    shirin.sees("سازمان صمت تهران: نخوانده ⏳ · به جای آن ابلاغ شد ✅", "به جای این دفتر، به ۱ گیرنده")
    await _arrives(world, kaveh)
    await _arrives(world, turaj, said="به جای سازمان صمت تهران به ۱ گیرنده ابلاغ کرد؛ کاری لازم نیست")
    await turaj.taps("وضعیت زیرمجموعه")
    turaj.sees("به جای آن ابلاغ شد ✅")
