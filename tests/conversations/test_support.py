"""Trouble, told by the people who are in it and by those who answer: liaison, colleague, statistics office."""

from datetime import timedelta

from sqlmodel import Session, select

from handlers.buttons import OpenDeskTicket, OpenTicket
from models import organisations
from models.notices import counts
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import set_name
from models.support import Ticket, send_overdue_on
from tests.conversations.guild import ABAN, COMING, Guild, has_unit, open_guild
from tests.conversations.world import Phone, World
from tests.models.world import granted
from tests.playground.conftest import picture

WRONG = "آمار آبان را فرستادم، ولی هنوز ثبت‌نشده است."


async def _hat(world: World, phone: Phone, kind: RoleKind, office_id: int) -> Hat:
    def build(session: Session) -> Hat:
        assert phone.person_id is not None
        set_name(session, phone.person_id, phone.name)
        return granted(organisations.grant(session, phone.person_id, kind, office_id))

    return await world.db(build)


async def _works(world: World, name: str, kind: RoleKind, office_id: int) -> tuple[Phone, Hat]:
    phone = world.phone(name)
    await world.knows(phone)
    return phone, await _hat(world, phone, kind, office_id)


async def _azar(world: World) -> tuple[Phone, Guild, int]:
    azar = world.phone("آذر")
    await world.knows(azar)
    guild = await open_guild(world)
    unit_id = await has_unit(world, guild, azar)
    await azar.starts()
    return azar, guild, unit_id


async def _hears(phone: Phone, words: str) -> None:
    """These words come unasked, as soon as everything that is owed has been delivered."""
    await phone.world.settles()
    while any(number for state, number in (await phone.world.db(counts)).items() if state in COMING):
        await phone.world.settles()
    phone.saw(words)


async def _ticket(world: World) -> Ticket:
    def read(session: Session) -> Ticket:
        return session.exec(select(Ticket)).one()

    return await world.db(read)


async def test_trouble_in_the_middle_of_a_form_is_answered_and_the_form_waits(world: World) -> None:
    azar, guild, unit_id = await _azar(world)
    liaison, hat = await _works(world, "رابط نمونه", RoleKind.LIAISON, guild.province_id)
    await azar.taps("ثبت آمار آبان")
    await azar.taps("بله")
    question = azar.text
    await azar.types("/support")
    azar.sees("چه مشکلی پیش آمده است؟", "از صفحهٔ «آمار ماه", "نگه داشته شد")
    await azar.does(azar.local.send_photo, picture(40, 30))
    azar.sees("نوشته لازم است، نه عکس")
    await azar.types("😀")
    azar.sees("واژه")
    await azar.types("مشکل " * 700)
    azar.sees("۱٬۰۰۰")
    await azar.types("رمز من Abc12345 است")
    azar.sees("رمز", "پاک شد")
    await azar.types(WRONG)
    azar.sees("پشتیبانی تهران", WRONG, "درست است؟")
    await azar.taps("بله")
    azar.sees("گیرنده: رابط بهین‌یاب تهران", "BY-", "تا ۱۴۰۵/۰۹/۰۹", "۶۰/۲۲۷۲۱۰", "بند ۴")
    await azar.taps("ادامهٔ کار پیشین")
    assert azar.text == question

    ticket = await _ticket(world)
    assert (ticket.place, ticket.subject) == ("month", f"month:{unit_id}:{ABAN.index}")
    await _hears(liaison, "پیام تازه‌ای برای پشتیبانی تهران رسید")
    await liaison.taps("دیدن پیگیری")
    liaison.sees(WRONG, "آمار ماه", "•••", "تهران")
    liaison.sees_not(azar.number)
    await liaison.taps("برعهده می‌گیرم")
    await liaison.taps("پاسخ می‌نویسم")
    await liaison.types("صفحه را یک بار ببندید و باز کنید.")
    await liaison.taps("بله")
    liaison.sees("پاسخ فرستاده شد")

    await _hears(azar, "به پیام شما پاسخ داده شد")
    await azar.taps("دیدن پیگیری")
    azar.sees("صفحه را یک بار ببندید", "مشکل حل شد؟")
    old = azar.key_of("حل نشد")
    await azar.taps("حل نشد")
    azar.sees("دوباره در نوبت پاسخ است")
    await _hears(liaison, "هنوز حل نشده است")
    await azar.taps("توضیح می‌نویسم")
    await azar.types("همان است که بود.")
    await azar.taps("بله")
    azar.sees("توضیح شما رسید")
    await azar.taps("حل شد")
    azar.sees("خوشحالیم که حل شد")
    await azar.taps_old(old)
    azar.sees("تغییر کرده است", "بسته شده است")
    await liaison.taps_old((liaison.card.message_id, OpenDeskTicket(hat.role_id, ticket.id, 0).pack()))
    liaison.sees("همان است که بود.", "مشکل حل شد")
    assert "پاسخ می‌نویسم" not in liaison.labels


async def test_two_liaisons_at_once_a_revoked_one_and_a_forged_button(world: World) -> None:
    azar, guild, _ = await _azar(world)
    await azar.taps("مشکل دارم")
    await azar.types(WRONG)
    await azar.taps("بله")
    azar.sees("دفتر آمار و فرآوری داده‌ها، چون تهران هنوز رابطی ندارد")
    first, hat = await _works(world, "رابط نخست", RoleKind.LIAISON, guild.province_id)
    second, other = await _works(world, "رابط دوم", RoleKind.LIAISON, guild.province_id)
    await azar.starts()
    await azar.taps("مشکل دارم")
    await azar.taps("مشکلم را می‌نویسم")
    await azar.types("وارد صندوق نمی‌شوم.")
    await azar.taps("بله")
    await _hears(first, "پیام تازه‌ای")
    await _hears(second, "پیام تازه‌ای")
    await first.taps("دیدن پیگیری")
    await second.taps("دیدن پیگیری")
    await first.taps("برعهده می‌گیرم")
    first.sees("در دست شماست")
    await second.taps("برعهده می‌گیرم")
    second.sees("همکار شما، رابط نخست، این پیام را از", "کاری لازم نیست")
    await second.starts()
    await second.taps("صندوق پشتیبانی")
    second.sees("در انتظار پاسخ: ۱", "در دست همکار")
    await second.taps("ارجاع‌شده‌ها (۱)")
    second.sees("نزد دفتر آمار")
    await first.taps("پاسخ می‌نویسم")
    await world.db(organisations.revoke, hat.role_id)
    await _hears(first, "پایان یافت")
    await first.types("درست شد، دوباره ببینید.")
    await first.taps("بله")
    first.sees("این نقش دیگر با شما نیست")
    stranger = world.phone("دیگری")
    await world.knows(stranger)
    await stranger.starts()
    for forged in (OpenTicket(1, 0), OpenDeskTicket(other.role_id, 1, 0)):
        await stranger.taps_old((stranger.card.message_id, forged.pack()))
        stranger.sees_not("وارد صندوق", WRONG)


async def test_an_answer_that_does_not_come_goes_on_with_a_draft_letter(world: World) -> None:
    azar, guild, _ = await _azar(world)
    liaison, _ = await _works(world, "رابط نمونه", RoleKind.LIAISON, guild.province_id)

    def office(session: Session) -> int:
        return organisations.offices(session, OfficeKind.STATISTICS_OFFICE)[0].id

    clerk, _ = await _works(world, "کارشناس آمار", RoleKind.STATISTICS_OFFICER, await world.db(office))
    await azar.taps("وضعیت ثبت سفارش")
    await azar.types("/support")
    azar.sees("از صفحهٔ «وضعیت ثبت سفارش»")
    await azar.types(WRONG)
    await azar.taps("بله")
    world.clock.set(world.clock.now() + timedelta(days=4))
    await world.db(send_overdue_on)  # unless the calendar was faster
    await _hears(azar, "در مهلت استان پاسخی نرسید")
    await _hears(clerk, "مهلت پاسخ تهران")
    await liaison.taps("دیدن پیگیری")
    liaison.sees("دفتر آمار", "وضعیت ثبت سفارش", "کفش دست‌دوز آذر")
    await liaison.taps("پیش‌نویس نامه")
    liaison.sees("به: دفتر آمار", "بند ۴", WRONG, "مهلت پاسخ در استان گذشته", "پیش‌نویس؛ فاقد اعتبار اداری")
    await clerk.taps("دیدن پیگیری")
    await clerk.taps("برعهده می‌گیرم")
    await clerk.taps("بستن")
    await clerk.taps("تکراری است")
    clerk.sees("بسته شد")
    await _hears(azar, "همین موضوع پیگیری دیگری دارد")
