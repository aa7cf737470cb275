"""Registering a workshop, told as people do it: what goes wrong first, then how it goes on."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from handlers.buttons import MendUnit
from handlers.form import SUMMARY, Body
from handlers.registration import products
from handlers.registration.answers import prefilled
from models import organisations, people
from models.clock import now
from models.drafts import drafts_of, open_draft
from models.organisations import OfficeKind, RoleKind
from models.organisations.wishes import Wish, waits
from models.people import name_of
from models.received import Received
from models.reviews import Remark, RemarkCode, Subject, SubjectKind, send_back
from models.units import (
    Registration,
    RegistrationField,
    Unit,
    UnitState,
    my_units,
    registration_of,
    submit_registration,
)
from models.values.ids import Phone as Number
from models.vault import vault
from tests.conversations.guild import tell
from tests.conversations.world import Phone, World
from tests.models.world import azar, granted
from tests.playground.conftest import picture

F = RegistrationField


@dataclass(frozen=True)
class Guild:
    """The county of Rey with the shoemakers' union."""

    province: int
    county: int
    union: int


@pytest.fixture
async def guild(world: World) -> Guild:
    def build(session: Session) -> Guild:
        tehran = next(office for office in organisations.provinces(session) if office.name == "تهران")
        county = granted(organisations.add_office(session, OfficeKind.COUNTY, "ری", tehran.id))
        union = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ کفاشان ری", county.id))
        return Guild(tehran.id, county.id, union.id)

    return await world.db(build)


async def somebody(world: World, name: str = "آذر") -> Phone:
    """A person whose number is proven."""
    phone = world.phone(name)
    await world.knows(phone)
    return phone


async def has_filled(
    world: World, phone: Phone, guild: Guild, *lacking: str, at: str | None = None, **changed: Any
) -> None:
    """The person has answered everything but these questions already."""

    def begin(session: Session) -> None:
        answers = prefilled(replace(azar(guild.union), **changed), organisations.lineage(session, guild.union))
        kept = {name: answer for name, answer in answers.items() if name not in lacking}
        assert phone.person_id is not None
        open_draft(session, phone.person_id, "registration", "", Body(kept, at).as_json())

    await world.db(begin)
    await phone.starts()
    await phone.taps("ادامهٔ ثبت‌نام")


async def has_unit(world: World, phone: Phone, said: Registration, state: UnitState | None = None) -> int:
    """The person's registration lies with the union, or is where ``state`` says."""

    def submit(session: Session) -> int:
        assert phone.person_id is not None
        at = now(session)
        unit_id = granted(submit_registration(session, phone.person_id, said, Received(at, at))).subject_id
        if state is not None:
            session.execute(sa.update(Unit).where(col(Unit.id) == unit_id).values(state=state, decided_at=at))
        return unit_id

    return await world.db(submit)


async def units_of(world: World, phone: Phone) -> tuple[Any, ...]:
    assert phone.person_id is not None
    return await world.db(my_units, phone.person_id)


async def _shows_the_licence(azars: Phone) -> None:
    await azars.types("الف/۱۲۳۴")
    await azars.types("۳۱ مهر ۱۴۰۳")
    azars.sees("۳۰ روز")
    await azars.types("۳۱ اردیبهشت ۱۴۰۳")
    await azars.types("1408/2/31")
    await azars.types("0013542419")
    azars.sees("این همان کد ملی است که پیش‌تر نوشتید")
    await azars.types("0412345678")


async def _names_place_and_product(azars: Phone) -> None:
    await azars.taps("صفحهٔ بعد")
    await azars.types("هرجا")
    azars.sees("گزینه‌های زیر")
    await azars.types("تهران")
    await azars.taps("ری")
    await azars.types("نانوا")
    azars.sees("برای «نانوا» چیزی پیدا نشد", "نمونه: کفاش")
    await azars.taps("همهٔ فهرست")
    await azars.types("كفاش")
    await azars.taps("کفاشان")
    await azars.types("1841534567")
    await azars.types("ری، خیابان نمونه، پلاک ۱۲")
    azars.sees("موقعیت محل کسب")
    await azars.types("همین‌جا")
    azars.sees("جایی روی نقشه خوانده نشد")
    await azars.shares_location(35.59, 51.43)
    await azars.types("کفش چرمی مردانه")
    await azars.taps("جفت")
    await azars.types("بیست و چهار هزار")
    azars.sees("۲۴٬۰۰۰ جفت", "درست است؟")
    await azars.taps("بله")
    await azars.types("۱۵۰۰ جفت")
    await azars.taps("بله")
    await azars.taps("همین محصولات است")
    await azars.types("شش نفر")
    for _ in range(3):
        await azars.taps("ادامه بدون پاسخ")
    azars.sees("خلاصهٔ ثبت‌نام شما", "•••••••419", "۲۴٬۰۰۰ جفت", "۶ نفر", "اتحادیهٔ کفاشان ری")
    azars.sees_not("0013542419")


async def test_a_shoemaker_registers_from_the_first_tap_to_the_receipt(world: World, guild: Guild) -> None:
    azars = world.phone("آذر")
    await azars.enters()
    await azars.taps("ثبت‌نام واحد")
    azars.sees("حدود پنج دقیقه", "پرسش ۱ از ۲۴")
    await azars.taps("توزیعی")
    azars.sees("۶۰/۲۲۷۲۱۰")
    await azars.taps("انتخاب گروه دیگر")
    await azars.taps("تولیدی")
    await azars.taps("حقیقی")
    await azars.types("0013542419")
    azars.sees("رقم", "پرسش ۳ از ۲۴")
    await azars.types("آذر")
    await azars.types("نمونه")
    await azars.types("001354241")
    azars.sees("عددی که فرستادید ۹ رقم دارد", "صفر را هم بنویسید")
    await azars.types("۰۰۱۳۵۴۲۴۱۹")
    await azars.types("کفش دست‌دوز آذر")
    await _shows_the_licence(azars)
    await _names_place_and_product(azars)
    await azars.taps("ویرایش")
    await azars.taps("نام واحد")
    await azars.types("کفش آذر")
    azars.sees("خلاصهٔ ثبت‌نام شما", "کفش آذر")
    submit = azars.key_of("فرستادن ثبت‌نام")
    await azars.taps("فرستادن ثبت‌نام")

    units = await units_of(world, azars)
    assert [(unit.title, unit.state, unit.union_id) for unit in units] == [
        ("کفش آذر", UnitState.SUBMITTED, guild.union)
    ]
    azars.sees(units[0].receipt, "بهین‌یاب را جداگانه")
    azars.person_id = await world.person_of(azars)
    assert await world.db(name_of, azars.person_id) == "آذر نمونه"
    said = granted(await world.db(registration_of, azars.person_id, units[0].id))
    assert replace(said, products=()) == replace(
        azar(guild.union), title="کفش آذر", postal_code=said.postal_code, products=()
    )

    await azars.taps("منوی اصلی")
    await azars.taps_old(submit)
    azars.sees(units[0].receipt, "بهین‌یاب را جداگانه")
    assert len(await units_of(world, azars)) == 1


async def test_what_is_no_answer_leaves_the_question_standing(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, F.ADDRESS)
    await person.does(person.local.send_voice)
    person.sees("نه صدا", "نشانی محل کسب")
    await person.does(person.local.send_sticker)
    person.sees("نه برچسب")
    await person.does(person.local.send_photo, picture(4, 3), "پروانه")
    person.sees("نه عکس")
    await person.shares_contact()
    person.sees("نه شمارهٔ تماس")
    await person.shares_location(35.59, 51.43)
    person.sees("نه موقعیت")
    await person.types("خیابان " * 585)
    person.sees("بسیار بلند است", "نشانی محل کسب", "نمونه: ری")
    await person.does(person.local.type, "ری، خیابان نمونه، پلاک ۱۲", forward_from=person.id)
    person.sees("بازفرستاده‌شده (فوروارد)", "نشانی محل کسب")
    await person.types("*ری*، [خیابان](نمونه)، <b>پلاک</b> ۱۲ \u202e\u200f🙂")
    person.sees("خلاصهٔ ثبت‌نام شما", "پلاک")


async def test_a_password_is_deleted_and_not_kept(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, F.TRACKING_CODE)
    await person.types("رمز من Azar!1405 است")
    person.saw("رمز بهین‌یاب امضای شماست")
    person.sees("کد رهگیری بهین‌یاب")
    assert not [
        message for message in person.chat.messages if "Azar!1405" in (message.shown or "") and not message.deleted
    ]
    await person.taps("ادامه بدون پاسخ")
    person.sees("خلاصهٔ ثبت‌نام شما")


async def test_left_in_the_middle_it_goes_on_after_a_restart(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, F.EMPLOYEES, F.GUILD_ID)
    await person.types("0412345678")
    person.sees("چند نفر")
    await person.starts()
    person.saw("پاسخ‌های شما نگه داشته شد")
    await world.restarts()
    await person.taps("ادامهٔ ثبت‌نام")
    person.sees("چند نفر")
    await person.taps("بازگشت")
    person.sees("محصولات شما تا این‌جا")
    await person.taps("همین محصولات است")
    await person.taps("بعداً ادامه می‌دهم")
    await person.taps("ادامهٔ ثبت‌نام")
    await person.types("۶")
    person.sees("خلاصهٔ ثبت‌نام شما")


async def test_a_form_that_was_only_looked_at_leaves_nothing_behind(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await person.starts()
    await person.taps("ثبت‌نام واحد")
    await person.types("سلام")
    person.sees("گزینه‌های زیر", "پرسش ۱ از")
    await person.taps("بازگشت")
    person.sees_not("نگه داشته شد؛")
    assert "ادامهٔ ثبت‌نام" not in person.labels
    assert person.person_id is not None
    assert await world.db(drafts_of, person.person_id) == ()
    await person.taps("ثبت‌نام واحد")
    await person.starts()
    assert "ادامهٔ ثبت‌نام" not in person.labels
    await person.taps("ثبت‌نام واحد")
    person.sees("حدود پنج دقیقه", "پرسش ۱ از")
    await person.types("تولیدی")
    await person.taps("بعداً ادامه می‌دهم")
    person.sees("نگه داشته شد")
    await person.taps("ادامهٔ ثبت‌نام")
    person.sees("پرسش ۲ از")


async def test_a_registration_is_given_up_after_one_question(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, at=SUMMARY)
    old = person.key_of("فرستادن ثبت‌نام")
    await person.taps("انصراف")
    person.sees("پاک شود؟")
    await person.types("هان؟")
    person.sees("پاک شود؟")
    await person.taps("نه، ادامه می‌دهم")
    person.sees("خلاصهٔ ثبت‌نام شما")
    await person.taps("ویرایش")
    await person.taps("انصراف")
    await person.taps_old(old)
    person.sees("نمایش پیشین", "پاک شود؟")
    await person.taps("بله، پاک شود")
    person.sees("پاسخ‌های آن پاک شد", "هنوز واحدی")
    assert "ادامهٔ ثبت‌نام" not in person.labels
    await person.taps_old(old)
    person.sees("پیش‌تر بسته شده است")
    assert not await units_of(world, person)


async def test_a_text_beside_the_list_of_products_leaves_the_list_whole(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, products.ALL)
    await person.types("یعنی چه")
    person.sees("گزینه‌های زیر", "محصولات شما تا این‌جا (۱):", "۱. کفش چرمی مردانه")
    await person.taps("افزودن محصول")
    await person.types("نان سنگک")
    await person.taps("کیلوگرم")
    await person.types("9000")
    await person.types("نه")
    person.sees("ظرفیت سالانهٔ نان سنگک چند")
    await person.types("9000")
    await person.types("آره")
    await person.types("700")
    await person.types("درسته")
    await person.taps("نان سنگک")
    await person.taps("برداشتن این محصول")
    person.sees("محصول نان سنگک برداشته شد", "محصولات شما تا این‌جا (۱):")


async def test_begun_on_one_messenger_it_goes_on_on_the_other(world: World, guild: Guild) -> None:
    here = await somebody(world)
    await has_filled(world, here, guild, F.EMPLOYEES, F.POSTAL_CODE)
    await here.types("1841534567")
    there = world.phone("آذر", messenger=world.other, number=here.number)
    await there.starts()
    await there.shares_contact()
    if "کد" in there.text and "ادامهٔ ثبت‌نام" not in there.labels:
        code = "".join(c for c in here.text if c.isdecimal())[:6]
        await there.types(code)
    await there.taps("ادامهٔ ثبت‌نام")
    there.sees("چند نفر")
    await there.types("۶")
    there.sees("خلاصهٔ ثبت‌نام شما")
    await here.types("۹ نفر")
    here.sees("یکی از گزینه‌های زیر")
    await there.taps("فرستادن ثبت‌نام")
    there.sees("نمایش پیشین")
    await there.taps("فرستادن ثبت‌نام")
    there.saw("بهین‌یاب را جداگانه")


def waited_for(session: Session, above_id: int) -> tuple[str, ...]:
    """What people wait for below this office, in their words."""
    rows = session.exec(select(Wish.typed_sealed).where(Wish.above_id == above_id, waits()).order_by(col(Wish.id)))
    return tuple(vault(session).open(sealed) for sealed in rows)


async def test_a_union_that_is_not_in_the_list_is_waited_for(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, F.UNION)
    await person.types("سراجان")
    person.sees("چیزی پیدا نشد")
    await person.taps("در فهرست نیست")
    await person.types("۱۲۳")
    person.sees("نوشته لازم است")
    await person.types("صنف کفّاشان")
    person.sees("همین نام در فهرست هست: «اتحادیهٔ کفاشان ری»")
    assert person.labels[0] == "کفاشان"
    await person.taps("در فهرست نیست")
    await person.types("اتحادیهٔ سراجان ری")
    person.sees("به ادارهٔ شهرستان می‌رسد", "در انتظار اتحادیه است")
    assert "فرستادن ثبت‌نام" not in person.labels
    assert await world.db(waited_for, guild.county) == ("اتحادیهٔ سراجان ری",)
    await person.taps("بعداً ادامه می‌دهم")

    def added(session: Session) -> int:
        union = organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ سراجان ری", guild.county)
        return granted(union).id

    union = await world.db(added)
    await tell(world)
    person.sees("اتحادیه‌ای که منتظر آن بودید به فهرست ری افزوده شد ✅")
    await person.taps("انتخاب اتحادیه")
    person.sees("نام «اتحادیهٔ سراجان ری» اکنون در فهرست است")
    await person.taps("سراجان")
    await person.taps("فرستادن ثبت‌نام")
    person.sees("فرستاده شد")
    assert [unit.union_id for unit in await units_of(world, person)] == [union]


async def test_a_county_that_is_not_in_the_list_is_told_to_the_province(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, F.UNION)
    await person.taps("شهرستان دیگر")
    await person.taps("در فهرست نیست")
    person.sees("نام شهرستان را بنویسید")
    await person.types("پردیس")
    person.sees("به سازمان استان می‌رسد", "در انتظار شهرستان است")
    assert "فرستادن ثبت‌نام" not in person.labels
    assert await world.db(waited_for, guild.province) == ("پردیس",)

    def added(session: Session) -> int:
        county = granted(organisations.add_office(session, OfficeKind.COUNTY, "پردیس", guild.province)).id
        return granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ کفاشان پردیس", county)).id

    union = await world.db(added)
    await tell(world)
    person.sees("شهرستانی که منتظر آن بودید")
    await person.taps("انتخاب شهرستان")
    person.sees("نام «پردیس» اکنون در فهرست است")
    assert person.labels[0] == "پردیس"
    await person.taps("پردیس")
    await person.taps("کفاشان")
    await person.taps("فرستادن ثبت‌نام")
    person.sees("فرستاده شد")
    assert [unit.union_id for unit in await units_of(world, person)] == [union]


async def test_an_expired_licence_is_said_and_sent_all_the_same(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, F.LICENCE_EXPIRES, F.GUILD_ID)
    await person.types("1403/02/30")
    person.sees("پایان باید پس از صدور باشد")
    await person.types("1404/02/31")
    person.sees("پایان یافته است", "شناسهٔ صنفی")
    await person.types("412345678")
    person.sees("ده رقم دارد", "خلاصهٔ ثبت‌نام شما", "پایان یافته است")
    await person.taps("فرستادن ثبت‌نام")
    person.sees("فرستاده شد")


async def test_a_later_day_of_issue_asks_for_the_last_day_again(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, licence_expires=date(2025, 5, 20))
    await person.taps("ویرایش")
    await person.taps("تاریخ صدور")
    await person.types("1404/06/01")
    person.sees("پیش از آن است", "تاریخ پایان اعتبار")
    await person.types("1409/06/01")
    person.sees("خلاصهٔ ثبت‌نام شما", "۱۴۰۹/۰۶/۰۱")


async def test_a_licence_that_somebody_claimed_goes_to_the_union_without_a_name(world: World, guild: Guild) -> None:
    first = await somebody(world, "بهمن")
    await has_unit(world, first, replace(azar(guild.union), title="کفش بهمن"))
    person = await somebody(world)
    await has_filled(world, person, guild)
    await person.taps("فرستادن ثبت‌نام")
    person.sees("اتحادیه باید چیزی را", "کد پیگیری")
    person.sees_not("بهمن")
    assert [unit.contested for unit in await units_of(world, person)] == [True]


async def test_the_same_licence_twice_is_refused_with_its_receipt(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_unit(world, person, azar(guild.union))
    await has_filled(world, person, guild)
    await person.taps("فرستادن ثبت‌نام")
    person.sees("پیش‌تر خودتان ثبت کرده‌اید", (await units_of(world, person))[0].receipt, "خلاصهٔ ثبت‌نام شما")
    await person.taps("ویرایش")
    await person.taps("شمارهٔ پروانه")
    await person.types("ب/77")
    await person.taps("ویرایش")
    await person.taps("شناسهٔ صنفی")
    await person.types("0499999999")
    await person.taps("فرستادن ثبت‌نام")
    person.sees("فرستاده شد")
    assert len(await units_of(world, person)) == 2


async def test_a_union_taken_out_meanwhile_leads_back_to_the_choice(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild, at=SUMMARY)

    def merge(session: Session) -> None:
        session.execute(
            sa.update(organisations.Office)
            .where(col(organisations.Office.id) == guild.union)
            .values(kind=OfficeKind.CHAMBER)
        )

    await world.db(merge)
    await person.taps("فرستادن ثبت‌نام")
    person.sees("اتحادیه نیست", "هنوز اتحادیه‌ای در فهرست نیست")
    assert not await units_of(world, person)


async def test_the_same_tap_three_times_registers_once(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild)
    message_id, data = person.key_of("فرستادن ثبت‌نام")
    for _ in range(3):
        person.local.tap(person.id, message_id, data)
    await world.settles()
    assert not person.local.unanswered_taps(person.id)
    assert len(await units_of(world, person)) == 1
    person.sees((await units_of(world, person))[0].receipt)


async def test_a_returned_registration_opens_at_the_very_field(world: World, guild: Guild) -> None:
    person = await somebody(world)
    unit_id = await has_unit(world, person, azar(guild.union), UnitState.RETURNED)
    await person.starts()
    await person.taps("اصلاح ثبت‌نام")
    person.sees("خلاصهٔ ثبت‌نام پس از اصلاح")
    old = person.key_of("فرستادن ثبت‌نام")
    at_the_code = (person.card.message_id, MendUnit(unit_id, 1, F.POSTAL_CODE).pack())
    await person.taps_old(at_the_code)
    person.sees("کد پستی محل کسب", "پاسخ کنونی: 1841234567")
    await person.types("0841234567")
    person.sees("رقم نخست")
    await person.types("1841534568")
    person.sees("خلاصهٔ ثبت‌نام پس از اصلاح", "1841534568")
    await person.taps_old((person.card.message_id, MendUnit(unit_id, 1, F.PRODUCTS).pack()))
    await person.taps("افزودن محصول")
    await person.types("کفش زنانه")
    await person.taps("جفت")
    await person.types("1200")
    await person.taps("بله")
    await person.types("100")
    await person.taps("بله")
    await person.taps("همین محصولات است")
    await person.taps_old(old)
    person.sees("نمایش پیشین", "خلاصهٔ ثبت‌نام پس از اصلاح")
    await person.taps("فرستادن ثبت‌نام")
    person.sees("دوباره برای اتحادیه فرستاده شد")

    (unit,) = await units_of(world, person)
    assert (unit.state, unit.revision) == (UnitState.SUBMITTED, 2)
    assert person.person_id is not None
    said = granted(await world.db(registration_of, person.person_id, unit_id))
    assert said.postal_code == "1841534568"
    assert [product.name for product in said.products] == ["کفش چرمی مردانه", "کفش زنانه"]
    assert await world.db(drafts_of, person.person_id) == ()

    await person.taps_old(at_the_code)
    person.sees("نمایش پیشین", "در انتظار تأیید اتحادیه")


async def sends_back(world: World, guild: Guild, unit_id: int, *remarks: Remark) -> None:
    """The union returns the registration with these remarks; their notices have arrived."""

    def build(session: Session) -> None:
        approver = people.add_person(session, Number("09120000002"))
        hat = granted(organisations.grant(session, approver, RoleKind.UNION_APPROVER, guild.union))
        granted(send_back(session, hat, Subject(SubjectKind.UNIT, unit_id), 1, remarks))

    await world.db(build)
    await world.settles()


async def test_a_returned_registration_says_what_the_union_wants_and_leads_through_it(
    world: World, guild: Guild
) -> None:
    person = await somebody(world)
    unit_id = await has_unit(world, person, azar(guild.union))
    await sends_back(
        world,
        guild,
        unit_id,
        Remark(F.LICENCE_NUMBER, None, RemarkCode.DIFFERS_FROM_LICENCE, "از روی پروانهٔ تازه بنویسید"),
        Remark(F.POSTAL_CODE, None, RemarkCode.DIFFERS_FROM_LICENCE),
    )
    await person.starts()
    await person.taps("اصلاح ثبت‌نام")
    person.sees(
        "شمارهٔ پروانهٔ کسب را بنویسید", "بخش: شمارهٔ پروانهٔ کسب. دلیل: با پروانه", "توضیح بررسی‌کننده: از روی پروانهٔ تازه"
    )
    person.sees_not("کد پستی")
    await person.types("پروانه")
    person.sees("دست‌کم یک رقم", "بخش: شمارهٔ پروانهٔ کسب")
    await person.types("ج/۷۷")
    person.sees("کد پستی محل کسب را بنویسید", "بخش: کد پستی محل کسب. دلیل")
    await person.taps("همین درست است")
    person.sees("خلاصهٔ ثبت‌نام پس از اصلاح", "اصلاح شد ✅", "هنوز اصلاح نشده ⚠️")
    first = person.key_of("فرستادن ثبت‌نام")
    await person.taps("فرستادن ثبت‌نام")
    person.sees("هنوز همان است که پیش‌تر فرستادید", "بخش: کد پستی محل کسب")
    await person.taps_old(first)
    person.sees("نمایش پیشین", "هنوز همان است که پیش‌تر فرستادید")
    await person.taps("اصلاح می‌کنم")
    await person.types("1841534568")
    person.sees("خلاصهٔ ثبت‌نام پس از اصلاح")
    person.sees_not("هنوز اصلاح نشده")
    await person.taps("فرستادن ثبت‌نام")
    person.sees("دوباره برای اتحادیه فرستاده شد")


async def test_what_is_right_as_it_was_is_sent_again_after_one_question(world: World, guild: Guild) -> None:
    person = await somebody(world)
    unit_id = await has_unit(world, person, azar(guild.union))
    assert person.person_id is not None
    (product,) = granted(await world.db(registration_of, person.person_id, unit_id)).products
    await sends_back(world, guild, unit_id, Remark(F.PRODUCTS, product.id, RemarkCode.IMPLAUSIBLE))
    await person.taps("اصلاح محصولات")
    person.sees("محصول ۱: کفش چرمی مردانه", "بخش: محصولات، کفش چرمی مردانه. دلیل")
    await person.taps("اصلاح ظرفیت")
    await person.taps("همین درست است")
    await person.taps("فرستادن ثبت‌نام")
    await person.taps("همین‌طور می‌فرستم")
    person.sees("دوباره برای اتحادیه فرستاده شد")
    (unit,) = await units_of(world, person)
    assert (unit.state, unit.revision) == (UnitState.SUBMITTED, 2)


async def test_a_registration_that_moved_on_is_shown_as_it_stands(world: World, guild: Guild) -> None:
    person = await somebody(world)
    unit_id = await has_unit(world, person, azar(guild.union), UnitState.RETURNED)
    await person.starts()
    await person.taps("اصلاح ثبت‌نام")

    def confirm(session: Session) -> None:
        session.execute(sa.update(Unit).where(col(Unit.id) == unit_id).values(state=UnitState.CONFIRMED))

    await world.db(confirm)
    await person.taps("فرستادن ثبت‌نام")
    person.sees("تأیید شده است")
    assert person.person_id is not None
    assert await world.db(drafts_of, person.person_id) == ()


async def test_nobody_mends_the_unit_of_somebody_else(world: World, guild: Guild) -> None:
    owner = await somebody(world, "بهمن")
    unit_id = await has_unit(world, owner, azar(guild.union), UnitState.RETURNED)
    person = await somebody(world)
    await person.starts()
    await person.taps_old((person.card.message_id, MendUnit(unit_id, 1, F.ADDRESS).pack()))
    person.sees("در میان واحدهای شما نیست")
    person.sees_not("خیابان نمونه")


async def test_the_numbers_rest_sealed(world: World, guild: Guild) -> None:
    person = await somebody(world)
    await has_filled(world, person, guild)
    await person.taps("فرستادن ثبت‌نام")

    def stored(session: Session) -> bytes:
        return session.exec(select(Unit)).one().private_sealed

    assert b"0013542419" not in await world.db(stored)
