"""Offices and people: invited by link and by code, roles taken back, old buttons in hand, standing in, delegates."""

from datetime import timedelta

from sqlmodel import Session

from models import organisations
from models.audit import trail
from models.organisations import RoleKind
from models.people import name_of
from tests.conversations.guild import ABAN, Guild, appointed, has_month, has_unit, open_guild
from tests.conversations.world import Phone, World
from tests.models.world import granted


async def _officer(world: World, guild: Guild, name: str = "کاظم") -> Phone:
    """The county's officer, at home."""
    phone = world.phone(name)
    person_id = await world.knows(phone)

    def build(session: Session) -> None:
        granted(organisations.grant(session, person_id, RoleKind.COUNTY_OFFICER, guild.county_id))

    await world.db(build)
    await phone.starts()
    return phone


async def _invites(officer: Phone, *, number: str | None = None) -> tuple[str, str]:
    """The officer invites an approver to Rey's union of shoemakers; the link's payload and the code."""
    await officer.starts()
    await officer.taps("نقش و دفتر من")
    await officer.taps("دفتر و افراد")
    officer.sees("ری · ادارهٔ شهرستان", "کارشناس ادارهٔ شهرستان")
    await officer.taps("دفترهای زیر نظر")
    await officer.taps("اتحادیهٔ کفاشان ری")
    officer.sees("تأییدکنندهٔ اتحادیه")
    await officer.taps("دعوت همکار")
    officer.sees("به چه نقشی در", "اتحادیهٔ کفاشان ری")
    await officer.taps("تأییدکنندهٔ اتحادیه")
    await officer.types("*نرگس_نمونه*")
    officer.sees("شمارهٔ همراه او")
    if number is None:
        await officer.taps("بدون شماره")
    else:
        await officer.types(number)
    await officer.taps("ساختن دعوت")
    officer.sees("نقش «تأییدکنندهٔ اتحادیه» در", "یک بار به کار می‌آید")
    own = "پیوند برای تلگرام" if officer.messenger == "telegram" else "پیوند برای بله"
    (link,) = [key.copy for row in officer.card.inline_keyboard for key in row if key.text == own]
    assert link is not None
    payload = link.partition("?start=")[2]
    assert link.startswith("https://")
    code = next(line.strip() for line in officer.text.splitlines() if line.strip().count("-") == 2)
    return payload, code


async def test_a_county_officer_invites_by_link_and_the_payload_survives_the_proof(world: World) -> None:
    guild = await open_guild(world)
    officer = await _officer(world, guild)
    payload, _ = await _invites(officer)
    narges, other = world.phone("نرگس"), world.phone("دیگری")
    await narges.starts("x!؟")
    narges.sees("پیوند کامل نیست")
    await narges.starts(payload)
    narges.sees("پیوند شما نگه داشته شد", "شمارهٔ همراه")
    await narges.shares_contact()
    narges.sees("تأیید شد ✅", "نقش «تأییدکنندهٔ اتحادیه» در اتحادیهٔ کفاشان ری")
    await narges.taps("می‌پذیرم")
    narges.sees("دعوت را پذیرفتید ✅")
    accept = narges.messages[-1].message_id
    await narges.taps("شروع کار")
    narges.sees("اتحادیهٔ کفاشان ری", "نقش شما: تأییدکنندهٔ اتحادیه")
    assert narges.labels[0] == "صندوق اتحادیه"
    assert await world.db(name_of, await world.person_of(narges)) == "*نرگس_نمونه*"
    assert accept
    officer.saw("دعوت شما پذیرفته شد")
    await narges.starts(payload)
    narges.sees("خودتان پیش‌تر پذیرفته‌اید")
    await other.starts(payload)
    await other.shares_contact()
    other.sees("پیش‌تر کس دیگری پذیرفته است")


async def test_where_links_fail_a_code_is_typed_and_only_the_invited_number_may(world: World) -> None:
    guild = await open_guild(world)
    officer = await _officer(world, guild)
    narges, other = world.phone("نرگس"), world.phone("دیگری")
    _, code = await _invites(officer, number=narges.number)
    await officer.types(code)
    officer.sees("خودتان ساخته‌اید")
    await other.enters()
    await other.taps("کد دعوت دارم")
    await other.types("ABCD-EFGH")
    other.sees("کد دعوت خوانده نشد", "دوازده")
    mine = next(one for one in reversed(other.chat.messages) if not one.from_bot)
    await other.does(other.local.type, code, edit_of=mine.message_id)
    other.sees("در پیام تازه‌ای بنویسید", "دوازده")
    await other.does(other.local.send_sticker)
    other.sees("نه برچسب", "دوازده")
    await other.types("2345-6789-ABCD")
    other.sees("پیدا نشد", "۹ بار")
    await other.types(code.lower())
    other.sees("به شمارهٔ همراه دیگری بسته است")
    await narges.starts()
    await narges.types(code)
    narges.sees("پیوند شما نگه داشته شد")
    await narges.shares_contact()
    narges.sees("نقش «تأییدکنندهٔ اتحادیه»")
    await narges.taps("نمی‌پذیرم")
    narges.sees("دعوت را نپذیرفتید")
    await narges.types(code)
    narges.sees("پیش‌تر رد شده است")


async def test_a_revoked_approver_is_told_and_old_buttons_do_nothing(world: World) -> None:
    guild = await open_guild(world)
    officer = await _officer(world, guild)
    sara, _ = await appointed(world, guild, "سارا")
    await sara.starts()
    old = [sara.key_of("صندوق اتحادیه"), sara.key_of("نقش و دفتر من")]
    await officer.taps("نقش و دفتر من")
    await officer.taps("دفتر و افراد")
    await officer.taps("دفترهای زیر نظر")
    await officer.taps("جست‌وجوی دفتر")
    await officer.types("كفّاشان")
    await officer.taps("اتحادیهٔ کفاشان ری")
    await officer.taps("گرفتن نقش · سارا")
    officer.sees("سارا", "بی‌درنگ پایان می‌یابد")
    sure = officer.key_of("بله، گرفته شود")
    await officer.taps("بله، گرفته شود")
    officer.sees("از سارا گرفته شد")
    await officer.taps_old(sure)
    officer.sees("این نقش پیش‌تر پایان یافته است")
    sara.saw("نقش «تأییدکنندهٔ اتحادیه» شما در")
    for key in old:
        await sara.taps_old(key)
        sara.saw("این نقش دیگر")
        await sara.starts()
    await officer.starts()
    await officer.taps("نقش و دفتر من")
    await officer.taps("کناره‌گیری از نقش")
    await officer.taps("بله، کناره می‌گیرم")
    officer.sees("کناره گرفتید", "هنوز واحدی به نام شما")


async def test_an_approver_is_away_and_the_decision_says_in_whose_place_it_was(world: World) -> None:
    guild = await open_guild(world)
    sara, absent = await appointed(world, guild, "سارا")
    mina, _ = await appointed(world, guild, "مینا")
    azar = world.phone("آذر")
    await world.knows(azar)
    unit_id = await has_unit(world, guild, azar)
    await sara.starts()
    for typed, answer in (
        ("/absence", "تا چه روزی"),
        ("فردا", "تاریخی خوانده نشد"),
        ("1405/09/31", "روز ۳۱ ندارد"),
        ("/absence ۱۴۰۵/۰۸/۰۱", "گذشته است"),
        ("/absence ۱۴۰۶/۰۱/۰۱", "بسیار دور است"),
        ("/absence ۱۴۰۵/۱۰/۰۱", "چه کسی در نقش «تأییدکنندهٔ اتحادیه»"),
    ):
        await sara.types(typed)
        sara.sees(answer)
    await sara.taps("مینا")
    sara.sees("تا پایان ۱۴۰۵/۱۰/۰۱ به جای شما: مینا")
    mina.saw("همکار شما سارا تا پایان")
    month_id = await has_month(world, azar, unit_id, ABAN)
    await mina.starts()
    await mina.taps("به جای همکار · اتحادیهٔ کفاشان ری")
    mina.sees("به جای سارا تا پایان ۱۴۰۵/۱۰/۰۱")
    await mina.taps("صندوق اتحادیه")
    await mina.taps("آمار ماهانه")
    mina.sees("به جای سارا")
    await mina.taps("کفش دست‌دوز آذر")
    await mina.taps("تأیید آمار آبان")
    await mina.taps("مدرک دیده شد")
    mina.sees("به جای سارا")
    (act,) = [one for one in await world.db(trail, f"month:{month_id}") if one.act == "month-approved"]
    assert (act.by, act.hat, act.in_place_of) == (mina.person_id, absent.role_id, sara.person_id)
    await mina.starts()
    await mina.taps("نقش و دفتر من")
    end, inbox = mina.key_of("پایان جانشینی"), mina.key_of("بازگشت")
    world.clock.shift(timedelta(days=26))
    await mina.taps_old(inbox)
    await mina.taps("راهنما")
    await mina.taps_old(end)
    mina.sees("این نقش دیگر")
    assert "به جای همکار · اتحادیهٔ کفاشان ری" not in mina.labels


async def test_an_expert_without_a_colleague_invites_a_stand_in_and_ends_it_early(world: World) -> None:
    guild = await open_guild(world)
    expert, _ = await appointed(world, guild, "نسترن", RoleKind.ORDER_EXPERT)
    await expert.starts()
    await expert.taps("نقش و دفتر من")
    await expert.taps("غیبت و جانشین")
    await expert.types("۱۴۰۵/۱۰/۰۱")
    expert.sees("کس دیگری نقش «کارشناس ثبت سفارش» را ندارد")
    await expert.taps("دعوت از کس دیگر")
    await expert.types("بهار نمونه")
    await expert.taps("بدون شماره")
    await expert.taps("ساختن دعوت")
    code = next(line.strip() for line in expert.text.splitlines() if line.strip().count("-") == 2)
    bahar = world.phone("بهار", messenger=world.other)
    await bahar.starts(f"i-{code.replace('-', '')}")
    await bahar.shares_contact()
    bahar.sees("جانشینی در نقش «کارشناس ثبت سفارش»", "تا پایان ۱۴۰۵/۱۰/۰۱")
    await bahar.taps("می‌پذیرم")
    await bahar.taps("شروع کار")
    bahar.sees("به جای نسترن")
    look_up = bahar.key_of("جست‌وجوی واحد")
    await expert.starts()
    expert.sees("به جای شما: بهار نمونه")
    await expert.taps("نقش و دفتر من")
    await expert.taps("پایان جانشینی")
    expert.sees("پایان یافت")
    bahar.saw("به جای نسترن در تهران پایان یافت")
    await bahar.taps_old(look_up)
    bahar.saw("این نقش دیگر")


async def test_a_delegate_fills_in_the_month_until_the_owner_ends_it(world: World) -> None:
    guild = await open_guild(world)
    azar, bahar = world.phone("آذر"), world.phone("بهار")
    await world.knows(azar)
    await has_unit(world, guild, azar)
    await azar.starts()
    await azar.taps("نمایندگان واحد")
    azar.sees("هنوز نماینده‌ای")
    await azar.taps("دعوت نماینده")
    await azar.types("بهار نمونه")
    await azar.taps("بدون شماره")
    await azar.taps("ساختن دعوت")
    code = next(line.strip() for line in azar.text.splitlines() if line.strip().count("-") == 2)
    await bahar.enters()
    await bahar.types(code)
    bahar.sees("نمایندگی واحد «کفش دست‌دوز آذر»")
    await bahar.taps("می‌پذیرم")
    await bahar.taps("صفحهٔ واحد")
    bahar.sees("شما نمایندهٔ این واحد هستید", "آمار آبان ۱۴۰۵ هنوز ثبت نشده است")
    assert "نمایندگان واحد" not in bahar.labels
    await bahar.taps("ثبت آمار آبان")
    bahar.sees("تولید")
    await bahar.starts()
    record = bahar.key_of("ثبت آمار آبان")
    await azar.starts()
    await azar.taps("نمایندگان واحد")
    await azar.taps("پایان · بهار نمونه")
    await azar.taps("بله، پایان یابد")
    azar.sees("نمایندگی بهار نمونه پایان یافت")
    await bahar.taps_old(record)
    bahar.sees_not("کفش دست‌دوز آذر")


async def test_a_county_officer_adds_a_union_and_withdraws_an_invitation(world: World) -> None:
    guild = await open_guild(world)
    officer = await _officer(world, guild)
    await officer.taps("نقش و دفتر من")
    await officer.taps("دفتر و افراد")
    await officer.taps("افزودن دفتر")
    await officer.taps("اتحادیه")
    await officer.types("اتحاديه كفاشان ري")
    await officer.taps("افزودن")
    officer.sees("پیش‌تر ثبت شده است", "نام اتحادیه")
    await officer.types("اتحادیهٔ نجاران ری")
    await officer.taps("افزودن")
    officer.sees("«اتحادیهٔ نجاران ری» به ری افزوده شد")
    payload, _ = await _invites(officer)
    await officer.taps("دعوت‌های باز")
    officer.sees("*نرگس_نمونه*" if officer.messenger == "telegram" else "نرگس", "نقش «تأییدکنندهٔ اتحادیه»")
    await officer.taps("پس گرفتن")
    officer.sees("پس گرفته شد", "دعوت بازی ندارید")
    narges = world.phone("نرگس")
    await narges.starts(payload)
    await narges.shares_contact()
    narges.sees("فرستنده پس گرفته است")
