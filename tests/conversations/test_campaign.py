"""A registration campaign as people live it: the first day, the invitation, who is missing, coming by a link."""

from sqlmodel import Session

from handlers.form import Body
from handlers.registration.answers import prefilled
from models import organisations
from models.campaigns import code_of
from models.drafts import open_draft
from models.organisations import OfficeKind, RoleKind
from tests.conversations.guild import Guild, has_unit, open_guild
from tests.conversations.world import Phone, World
from tests.models.world import azar as azars_registration
from tests.models.world import granted


async def _holds(world: World, phone: Phone, kind: RoleKind, office_id: int) -> None:
    """The person behind this phone has this role, and opens the bot."""
    person_id = phone.person_id or await world.knows(phone)

    def give(session: Session) -> None:
        granted(organisations.grant(session, person_id, kind, office_id))

    await world.db(give)
    await phone.starts()


async def _guild(world: World, mahin: Phone) -> Guild:
    await world.knows(mahin)
    guild = await open_guild(world, mahin)
    await mahin.starts()
    return guild


async def test_the_provinces_officer_sets_the_first_day_and_moves_it(world: World) -> None:
    mahin, parviz, azar = world.phone("مهین"), world.phone("پرویز"), world.phone("آذر")
    guild = await _guild(world, mahin)
    await _holds(world, parviz, RoleKind.PROVINCIAL_OFFICER, guild.province_id)
    await parviz.taps("پوشش ثبت‌نام")
    parviz.sees("تهران", "هنوز تعیین نشده", "هنوز واحدی ثبت‌نام نکرده")
    await parviz.taps("تعیین روز شروع")
    for typed, seen in (
        ("۳۱ مهر ۱۴۰۵", "۳۰ روز"),
        ("1420/01/01", "بیش از یک سال"),
        ("۱۳۹۸/۰۱/۰۱", "۶۰/۲۲۷۲۱۰"),
        ("فردا", "تاریخی خوانده نشد"),
    ):
        await parviz.types(typed)
        parviz.sees(seen)
    await parviz.types("۱ مهر ۱۴۰۵")
    parviz.sees("این روز گذشته است")
    await parviz.types("ابلاغ کتبی همان روز بود")
    parviz.sees("۱۴۰۵/۰۸/۰۱", "اتحادیه‌های استان: ۱", "واحدهای ثبت‌نام‌شده تا امروز: ۰")
    await parviz.taps("ثبت روز شروع")
    parviz.sees("روز شروع ثبت شد", "مهلت ثبت‌نام از ۱۴۰۵/۰۷/۰۱ تا ۱۴۰۵/۰۸/۰۱ بود", "بند ۱")
    await world.knows(azar)
    await has_unit(world, guild, azar, confirmed=False)
    await mahin.taps("صندوق اتحادیه")
    await mahin.taps("ثبت‌نام‌ها")
    mahin.sees("دیرکرد")
    await mahin.taps("کفش دست‌دوز آذر")
    mahin.sees("پس از مهلت ثبت‌نام استان", "مانع تأیید نیست")
    await parviz.taps("جابه‌جایی روز شروع")
    await parviz.types("۶ آذر ۱۴۰۵")
    parviz.sees("اکنون: از ۱۴۰۵/۰۷/۰۱", "۱۴۰۵/۱۰/۰۶", "نشان دیرکرد ۱ واحد برداشته می‌شود")
    await parviz.taps("ثبت روز شروع")
    parviz.sees("۳۰ روز مانده", "ثبت‌نام‌شده: ۱ از ۱ (۱۰۰ درصد)", "ری: ۱ از ۱")
    parviz.sees_not("دیرکرد آمده")


async def test_a_union_invites_and_sees_who_is_missing(world: World) -> None:
    mahin, azar = world.phone("مهین"), world.phone("آذر", number="09121234567")
    guild = await _guild(world, mahin)
    await world.knows(azar)
    await mahin.taps("پوشش ثبت‌نام")
    mahin.sees("اتحادیهٔ کفاشان ری", "هنوز فهرستی")
    await mahin.taps("دعوت واحدها")
    mahin.sees("این کد را در گفت‌وگو", code_of(guild.union_id))
    copied = {key.copy for row in mahin.card.inline_keyboard for key in row if key.copy}
    payload = f"behinyar_bot?start=u-{code_of(guild.union_id)}"
    assert {f"https://t.me/{payload}", f"https://ble.ir/{payload}"} <= copied
    await mahin.taps("تصویر بله")
    mahin.sees("با دوربین گوشی", code_of(guild.union_id))
    photo = mahin.messages[-1].photo
    assert photo is not None
    await mahin.taps("بازگشت")
    await mahin.taps("بازگشت")
    await mahin.taps("افزودن به فهرست")
    await mahin.types("سلام، فهرست را می‌فرستم")
    mahin.sees("شمارهٔ همراه دیده نشد", "نمونه")
    await mahin.types("کفش سرو ۰۹۱۲ ۱۲۳ ۴۵۶۷\nچرم بهار\n0935-555-4433 صندل باران\nکفش سرو ۰۹۱۲۱۲۳۴۵۶۷")
    mahin.sees("۲ عضو خوانده شد", "کفش سرو · •••••••4567", "سطر ۲: شماره ندارد", "سطر ۴: شمارهٔ آن در سطر دیگری")
    await mahin.taps("ثبت در فهرست")
    mahin.sees("تازه: ۲", "ثبت‌نام‌شده: ۰ از ۲ (۰ درصد)", "فهرست اتحادیه ۲ عضو دارد")
    await mahin.taps("ثبت‌نام‌نکرده‌ها")
    mahin.sees("کفش سرو · •••••••4567 · خبر به او می‌رسد", "صندل باران · •••••••4433 · خبر به او نمی‌رسد")
    await mahin.taps("صندل باران")
    mahin.sees("پیوند دعوت را خودتان برایش بفرستید")
    await mahin.taps("برداشتن از فهرست")
    old = mahin.key_of("بله، برداشته شود")
    await mahin.taps("بله، برداشته شود")
    mahin.sees("از فهرست برداشته شد", "کفش سرو")
    mahin.sees_not("صندل باران")
    await mahin.taps_old(old)
    mahin.sees("در فهرست نیست")
    await has_unit(world, guild, azar)
    await mahin.starts()
    await mahin.taps("پوشش ثبت‌نام")
    mahin.sees("ثبت‌نام‌شده: ۱ از ۱ (۱۰۰ درصد)")
    await world.db(organisations.revoke, guild.approver.role_id)
    await mahin.taps("دعوت واحدها")
    mahin.saw("این نقش دیگر با شما نیست")


async def test_a_newcomer_comes_by_the_unions_link(world: World) -> None:
    guild = await open_guild(world)
    azar = world.phone("آذر")
    code = code_of(guild.union_id)
    await azar.starts(f"u-{code}")
    azar.sees("پیوند شما نگه داشته شد", "فرستادن شمارهٔ من")
    await azar.shares_contact()
    azar.sees("شمارهٔ شما تأیید شد", "دعوت اتحادیهٔ کفاشان ری رسید", "استان تهران", "شهرستان ری", "گروه پروانهٔ کسب")
    await azar.taps("بعداً ادامه می‌دهم")
    await azar.taps("ثبت‌نام واحد")
    for answer in ("تولیدی", "حقیقی"):
        await azar.taps(answer)
    for answer in ("آذر", "نمونه", "0013542419", "کفش دست‌دوز آذر", "الف/۱۲۳۴", "۳۱ اردیبهشت ۱۴۰۳", "1408/2/31"):
        await azar.types(answer)
    await azar.types("0412345678")
    azar.sees("کد پستی")  # province, county and union are there already
    await azar.starts(f"u-{code[:-1]}{(int(code[-1]) + 1) % 10}")
    azar.sees("به اتحادیه‌ای نمی‌رسد", "ثبت‌نام شما نیمه‌کاره است")
    await azar.starts(f"u-{code}")
    azar.sees("کد پستی")


async def test_a_link_changes_nothing_without_being_asked(world: World) -> None:
    guild = await open_guild(world)
    azar = world.phone("آذر")
    person_id = await world.knows(azar)

    def half(session: Session) -> int:
        other = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خیاطان ری", guild.county_id))
        answers = prefilled(azars_registration(guild.union_id), organisations.lineage(session, guild.union_id))
        del answers["postal-code"]
        open_draft(session, person_id, "registration", "", Body(answers).as_json())
        return other.id

    tailors = await world.db(half)
    await azar.starts()
    await azar.taps("ادامهٔ ثبت‌نام")
    azar.sees("کد پستی")
    await azar.starts(f"u-{code_of(tailors)}")
    azar.sees("نیمه‌کارهٔ شما برای اتحادیهٔ کفاشان ری است", "اتحادیهٔ خیاطان ری", "تغییر کند؟")
    await azar.taps("ادامه بدون تغییر")
    azar.sees("کد پستی")
    await azar.types("1841534567")
    azar.sees("اتحادیهٔ کفاشان ری")
    await azar.starts(f"u-{code_of(tailors)}")
    await azar.taps("بله، همین اتحادیه")
    azar.sees("دعوت اتحادیهٔ خیاطان ری رسید", "1841534567")
    await azar.taps("فرستادن ثبت‌نام")
    azar.sees("BY-")
    await azar.taps("منوی اصلی")
    await azar.types(code_of(tailors))
    azar.sees("«کفش دست‌دوز آذر» شما در اتحادیهٔ خیاطان ری ثبت است", "در انتظار", "کاری لازم نیست")
    await azar.taps("دیدن واحد")
    azar.sees("در انتظار تأیید اتحادیه")
