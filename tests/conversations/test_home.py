"""Coming in: the first hello, the proof of the number, the same person on two messengers, and the way home."""

import pytest

from bot.playground.messenger import Fault, FaultKind
from models.people import Messenger, add_person, invite
from models.values.ids import Phone as PhoneNumber
from tests.conversations.world import Phone, World


async def test_a_shopkeeper_comes_in_by_sharing_the_own_number(world: World) -> None:
    azar = world.phone("آذر")
    await azar.starts()
    azar.sees("به بهین‌یار خوش آمدید", "شمارهٔ همراه خود را")
    await azar.shares_contact()
    azar.sees("شمارهٔ شما تأیید شد", "هنوز واحدی به نام شما ثبت نشده است")
    assert azar.chat.reply_keyboard is None
    assert not [one for one in azar.messages if one.shown == "دریافت شد."]


async def test_a_note_that_cannot_be_taken_back_stays_and_hinders_nothing(world: World) -> None:
    azar = world.phone("آذر")
    await azar.starts()
    azar.local.faults.add(Fault(FaultKind.SERVER_ERROR, method="deleteMessage", times=1))
    await azar.does(azar.local.share_contact, silent=True)
    azar.saw("دریافت شد.")
    azar.sees("شمارهٔ شما تأیید شد")
    await azar.taps("راهنما")
    azar.sees("راهنمای بهین‌یار")


async def test_a_greeting_is_greeted_and_what_else_comes_first_is_named(world: World) -> None:
    azar = world.phone("آذر")
    await azar.types("سلام!")
    azar.sees("به بهین‌یار خوش آمدید", "برای شروع")
    azar.sees_not("ثبت نشد")
    await azar.types("چطور ثبت‌نام کنم؟")
    azar.sees("به بهین‌یار خوش آمدید", "ثبت نشد", "فرستادن شمارهٔ من")
    azar.sees_not("جایگزین ثبت در بهین‌یاب")
    assert azar.text.count("فرستادن شمارهٔ من") == 1
    await azar.does(azar.local.send_sticker)
    azar.sees("نه برچسب", "فرستادن شمارهٔ من")
    await azar.types("۰۹۱۲ ۳۳۳ ۴۴۵۵")
    azar.sees("شماره را ننویسید", "از خود شماست")
    assert any("فرستادن شمارهٔ من" in label for label in azar.labels)
    await azar.shares_contact()
    azar.sees("شمارهٔ شما تأیید شد")


async def test_somebody_elses_card_proves_nothing(world: World) -> None:
    azar = world.phone("آذر")
    await azar.starts()
    await azar.shares_contact(phone="09121110000", contact_user_id=77)
    azar.sees("شمارهٔ تماسِ کس دیگری است")
    await azar.shares_contact(forward_from=77)
    azar.sees("بازفرستاده شده است")
    await azar.shares_contact()
    azar.sees("تأیید شد")


async def test_a_number_from_abroad_is_named_as_such(world: World) -> None:
    guest = world.phone("مهمان", number="+4915112345678")
    await guest.starts()
    await guest.shares_contact()
    guest.sees("شمارهٔ همراه ایران نیست", "09120000000")


async def test_the_same_number_on_the_other_messenger_is_the_same_person(world: World) -> None:
    here = world.phone("آذر", number="09123334455")
    there = world.phone("آذر", messenger=world.other, number="09123334455")
    await here.enters()
    await there.starts()
    await there.shares_contact()
    there.sees("به حساب پیشین شما پیوست")
    assert await world.person_of(here) == await world.person_of(there)


async def test_a_contact_that_bale_does_not_vouch_for_needs_the_code_from_the_other_account(world: World) -> None:
    world.local[Messenger.BALE].contact_carries_user_id = False
    here = world.phone("آذر", messenger=Messenger.TELEGRAM, number="09123334455")
    there = world.phone("آذر", messenger=Messenger.BALE, number="09123334455")
    await here.enters()
    await there.starts()
    await there.shares_contact()
    there.sees("کدی شش‌رقمی به حساب پیشین شما فرستادیم")
    code = _code_on(here)
    await there.types("کد چیست")
    there.sees("رقمی نبود", "کدی شش‌رقمی")
    await there.does(there.local.send_sticker)
    there.sees("نه برچسب", "کدی شش‌رقمی")
    wrong = "000000" if code != "000000" else "111111"
    await there.types(wrong)
    there.sees("یکی نیست", "۴ بار")
    mine = next(one for one in reversed(there.chat.messages) if not one.from_bot)
    await there.does(there.local.type, code, edit_of=mine.message_id)
    there.sees("در پیام تازه‌ای بنویسید", "کدی شش‌رقمی")
    await there.types(code)
    there.sees("پیوست")
    here.saw("پیوست")


async def test_a_strangers_card_does_not_lead_the_owner_into_the_strangers_account(world: World) -> None:
    world.local[Messenger.BALE].contact_carries_user_id = False
    stranger = world.phone("بیگانه", messenger=Messenger.BALE, number="09129990000")
    owner = world.phone("آذر", messenger=Messenger.TELEGRAM, number="09123334455")
    await stranger.starts()
    await stranger.shares_contact(phone=owner.number, contact_user_id=None)
    stranger.sees("تأیید شد")
    await owner.starts()
    await owner.shares_contact()
    owner.sees("کدی شش‌رقمی")
    await owner.taps("آن حساب مال من نیست")
    owner.sees("به نام همین حساب تأیید شد")
    await stranger.types("/start")
    stranger.sees("به بهین‌یار خوش آمدید")
    await stranger.shares_contact(phone=owner.number, contact_user_id=None)
    stranger.sees("کدی شش‌رقمی")
    assert "آن حساب مال من نیست" not in stranger.labels


async def test_a_role_is_not_had_by_showing_its_number_on_bale(world: World) -> None:
    world.local[Messenger.BALE].contact_carries_user_id = False
    number = PhoneNumber("09121112233")
    code = await world.db(lambda session: invite(session, add_person(session, number)))
    thief = world.phone("دزد", messenger=Messenger.BALE, number="09120000001")
    await thief.starts()
    await thief.shares_contact(phone=number, contact_user_id=None)
    thief.sees("کد دعوت")
    await thief.types("0000000000")
    thief.sees("یکی نیست")
    owner = world.phone("صبا", messenger=Messenger.BALE, number=number)
    await owner.starts()
    await owner.shares_contact()
    await owner.types(code)
    owner.sees("پیوست")
    await thief.types(code)
    thief.sees_not("پیوست")


async def test_without_an_invitation_the_number_of_a_role_must_be_vouched_for(world: World) -> None:
    world.local[Messenger.BALE].contact_carries_user_id = False
    number = PhoneNumber("09121112233")
    await world.db(lambda session: add_person(session, number))
    owner = world.phone("صبا", messenger=Messenger.BALE, number=number)
    await owner.starts()
    await owner.shares_contact()
    owner.sees("کد دعوت بگیرید")
    there = world.phone("صبا", messenger=Messenger.TELEGRAM, number=number)
    await there.starts()
    await there.shares_contact()
    there.sees("پیوست")


async def test_a_thief_who_guesses_is_stopped_after_five_tries(world: World) -> None:
    world.local[Messenger.BALE].contact_carries_user_id = False
    here = world.phone("آذر", messenger=Messenger.TELEGRAM, number="09123334455")
    thief = world.phone("دزد", messenger=Messenger.BALE, number="09123334455")
    await here.enters()
    await thief.starts()
    await thief.shares_contact()
    code = _code_on(here)
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        await thief.types(wrong)
    thief.sees("پنج بار نادرست", "شمارهٔ خود را دوباره بفرستید")
    await thief.types(code)
    thief.sees("نخست شمارهٔ همراه خود را")


async def test_a_number_that_comes_back_with_another_account_needs_the_code(world: World) -> None:
    first = world.phone("آذر", number="09123334455")
    second = world.phone("کس دیگر", number="09123334455")
    await first.enters()
    await second.starts()
    await second.shares_contact()
    second.sees("کدی شش‌رقمی")
    assert len(_code_on(first)) == 6


async def test_codes_cannot_be_asked_for_without_end(world: World) -> None:
    world.local[Messenger.BALE].contact_carries_user_id = False
    here = world.phone("آذر", messenger=Messenger.TELEGRAM, number="09123334455")
    thief = world.phone("دزد", messenger=Messenger.BALE, number="09123334455")
    await here.enters()
    await thief.starts()
    for _ in range(5):
        await thief.shares_contact()
    await thief.shares_contact()
    thief.sees("یک ساعت دیگر")
    assert len([one for one in here.messages if "کد ده دقیقه اعتبار دارد" in one.shown]) == 5


def _code_on(phone: Phone) -> str:
    digits = "".join(character for character in phone.messages[-1].shown if character in "0123456789")
    assert len(digits) == 6, phone.text
    return digits


async def test_the_language_changes_at_once_and_back(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    await azar.taps("زبان")
    await azar.taps("English")
    azar.sees("No unit is registered")
    await azar.taps("زبان")
    await azar.taps("فارسی")
    azar.sees("هنوز واحدی")


async def test_help_and_uses_are_one_tap_from_home_and_back(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    await azar.taps("راهنما")
    azar.sees("راهنمای بهین‌یار", "تا روز ۱۰ ماه بعد", "/start", "/menu", "/help", "/support")
    await azar.taps("کاربرد آمار")
    azar.sees("۶۰/۲۲۷۲۱۰", "۱۳۹۸/۰۸/۲۶", "بورس کالا")
    await azar.taps("منوی اصلی")
    azar.sees("هنوز واحدی")


@pytest.mark.parametrize("command", ["/start", "/menu", "/help", "/start join_abc", "/START"])
async def test_commands_always_lead_somewhere(world: World, command: str) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    await azar.types(command)
    assert azar.labels


async def test_stray_things_are_answered_kindly_and_record_nothing(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    await azar.types("۱۲ تن")
    azar.sees("اکنون پرسشی از شما نپرسیده بودیم", "چیزی ثبت نشد")
    await azar.does(azar.local.send_sticker)
    azar.sees("اکنون برچسب لازم نبود", "چیزی ثبت نشد")
    await azar.does(azar.local.send_voice)
    azar.sees("اکنون صدا لازم نبود", "چیزی ثبت نشد")
    await azar.shares_location(35.6, 51.4)
    azar.sees("اکنون موقعیت لازم نبود")
    await azar.types("رمز بهین‌یاب من Abc12345! است")
    azar.sees("نگهداری نشد")
    typed = [one for one in azar.chat.messages if not one.from_bot and "Abc12345" in (one.text or "")]
    assert typed[-1].deleted


async def test_an_edited_message_is_not_read_again(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    await azar.types("سلام")
    mine = next(one for one in reversed(azar.chat.messages) if not one.from_bot)
    await azar.does(azar.local.type, "درود", edit_of=mine.message_id)
    azar.sees("ویرایش پیام پیشین خوانده نمی‌شود")


async def test_in_a_group_the_bot_says_where_it_talks(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    group = -100200 if world.messenger is Messenger.TELEGRAM else 4455667788
    world.local[world.messenger].type_in_group(group, azar.id, "/start")
    await world.settles()
    said = [one for one in world.local[world.messenger].chat(group).messages if one.from_bot]
    assert len(said) == 1
    assert "گفت‌وگوی خصوصی" in said[0].shown


async def test_user_text_never_becomes_markup(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    for text in ("<b>درشت</b>", "*درشت* _کج_ [پیوند](https://example.com)", "`کد`", "\u202eوارونه\u202c", "😀🎉"):
        await azar.types(text)
        azar.sees("چیزی ثبت نشد")
        marks = {mark for run in azar.messages[-1].rendered for mark in run.marks}
        assert not marks
