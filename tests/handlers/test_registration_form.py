"""The registration's form without messenger and database: what is read, what is asked back, what fits."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.messengers.rendering import MOST_TEXT
from bot.words import plain, words
from handlers.form import EDIT, SUMMARY, Body, Course, Located, Other, Pressed, Step, Turn, Typed, advance, place, view
from handlers.inbox.answers import MOST_REMARKS
from handlers.registration import products, reading
from handlers.registration.answers import prefilled, registration
from handlers.registration.questions import FOREIGN, FORM, MISSING, doubt, steps
from handlers.registration.returned import kept
from handlers.registration.taps import HandInRegistration
from handlers.screen import Part, Screen, problem_part
from models.eligibility import SPANS
from models.organisations import OfficeKind, OfficeView
from models.people import Language
from models.reviews import MOST_NOTE, RemarkCode, RemarkView
from models.units import (
    ADDRESS_LENGTH,
    MOST_PRODUCTS,
    NAME_LENGTH,
    PersonKind,
    ProductEntry,
    Registration,
    RegistrationField,
    UnitProblem,
)
from models.values.ids import ForeignId, IdProblem, LegalId, UniqueLicenceId
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from models.values.quantity import Measure
from tests.conversations.world import read
from tests.models.world import azar, granted

F = RegistrationField
TODAY = {"today": "2026-11-26"}
ABOVE = (
    OfficeView(100, OfficeKind.UNION, "اتحادیهٔ کفاشان ری", 10, 1),
    OfficeView(10, OfficeKind.COUNTY, "ری", 1, 1),
    OfficeView(1, OfficeKind.PROVINCE, "تهران", None, 1),
)


def filled(said: Registration | None = None, **facts: Any) -> Body:
    """The form with every answer of the shoemaker's registration."""
    return Body(prefilled(said or azar(100), ABOVE), facts={**TODAY, **facts})


def without(*names: str) -> Body:
    """The same with some questions still open."""
    body = filled()
    for name in names:
        del body.answers[name]
    return body


def at(body: Body) -> str:
    here = place(FORM, body)
    return here if isinstance(here, str) else here.name


def types(body: Body, text: str) -> Turn:
    return advance(FORM, body, Typed(text))


def labels(shown: Screen, language: Language = Language.FA) -> list[str]:
    return [words(language).label(button) for row in shown.rows for button in row]


def taps(body: Body, label: str) -> Turn:
    for row in view(FORM, body, 1, 1).rows:
        for button in row:
            if words(Language.FA).label(button).startswith(label) and button.tap is not None:
                if isinstance(button.tap, HandInRegistration):
                    return advance(FORM, body, Pressed("submit", 0))
                _, _, _, verb, arg = button.tap.pack().split(":")
                return advance(FORM, body, Pressed(verb, int(arg)))
    raise AssertionError(f"no {label!r} among {labels(view(FORM, body, 1, 1))}")


def reads(body: Body, language: Language = Language.FA) -> str:
    """The present screen as text."""
    return plain(words(language).text(view(FORM, body, 1, 1).parts))


def refused(turn: Turn) -> Problem:
    assert isinstance(turn.note, Problem), turn
    said = words(Language.FA).text((problem_part(turn.note),))
    first = said.lstrip("«\u200f\u2068")[:1]
    assert first.isalnum(), said
    return turn.note


# -- what bad input gets ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        (F.FIRST_NAME, "آذر ۲", reading.ReadingProblem.DIGITS_IN_NAME),
        (F.FIRST_NAME, "🙂🙂", "no-words"),
        (F.TITLE, "0013542419", reading.ReadingProblem.ONLY_DIGITS),
        (F.TITLE, "ک" * 81, "text-too-long"),
        (F.ADDRESS, "خیابان" * 2_000, "text-too-long"),
        (F.ADDRESS, "ری", "text-too-short"),
        (F.NATIONAL_ID, "001354241", IdProblem.LOST_LEADING_ZERO),
        (F.NATIONAL_ID, "1234567890", IdProblem.BAD_CHECK_DIGIT),
        (F.NATIONAL_ID, "09121234567", IdProblem.LOOKS_LIKE_OTHER),
        (F.NATIONAL_ID, "۱۲۳" * 100, IdProblem.WRONG_LENGTH),
        (F.GUILD_ID, "0013542419", IdProblem.SAME_AS_OTHER),
        (F.GUILD_ID, "12ab", IdProblem.NOT_DIGITS),
        (F.POSTAL_CODE, "0412345678", IdProblem.SAME_AS_OTHER),
        (F.BUSINESS_ID, "1841234567", IdProblem.SAME_AS_OTHER),
        (F.LICENCE_NUMBER, "پروانه", IdProblem.NO_DIGIT),
        (F.LICENCE_ISSUED, "۱۴۰۳/۰۷/۳۱", "no-such-day"),
        (F.LICENCE_ISSUED, "۱۴۰۵/۰۹/۰۶", UnitProblem.LICENCE_FUTURE),
        (F.LICENCE_ISSUED, "2027-05-20", UnitProblem.LICENCE_FUTURE),
        (F.LICENCE_EXPIRES, "۱۴۰۳/۰۲/۳۱", reading.ReadingProblem.ENDS_BEFORE_ISSUE),
        (F.LICENCE_EXPIRES, "2024-05-20", reading.ReadingProblem.ENDS_BEFORE_ISSUE),
        (F.LOCATION, "نزدیک بازار", reading.ReadingProblem.PLACE_NOT_READ),
        (F.LOCATION, "48.85, 2.35", UnitProblem.LOCATION_OUTSIDE),
        (F.EMPLOYEES, "خیلی", "no-number"),
        (F.EMPLOYEES, "۰", UnitProblem.EMPLOYEES),
        (F.TITLE, "کفش <b>آذر</b>", reading.ReadingProblem.SIGN_IN_NAME),
        (F.LAST_NAME, "نمونه>", reading.ReadingProblem.SIGN_IN_NAME),
        (F.EMPLOYEES, "-2", "negative-number"),
        (F.UNIQUE_LICENCE_ID, "!", IdProblem.BAD_CHARACTER),
    ],
)
def test_what_does_not_fit_is_named_and_nothing_is_lost(field: str, text: str, code: str) -> None:
    body = without(field)
    before = dict(body.answers)

    problem = refused(types(body, text))

    assert problem.code == code
    assert at(body) == field
    assert body.answers == before


def test_a_gregorian_date_is_asked_back_as_the_day_that_it_is() -> None:
    body = without(F.LICENCE_ISSUED)
    types(body, "2024-05-20")
    assert "تاریخ «2024-05-20» میلادی است و برابر است با ۱۴۰۳/۰۲/۳۱" in read(reads(body))
    types(body, "نه")
    assert body.pending is None
    types(body, "2024-05-20")
    taps(body, "بله، ۱۴۰۳/۰۲/۳۱")
    assert body.answers[F.LICENCE_ISSUED] == "2024-05-20"
    again = without(F.LICENCE_ISSUED)
    types(again, "20 May 2024")
    types(again, "بله")
    assert again.answers[F.LICENCE_ISSUED] == "2024-05-20"


def test_a_digit_in_a_name_is_named_as_it_was_typed() -> None:
    assert refused(types(without(F.FIRST_NAME), "آذر۱۲")).values == {"got": "۱"}


def test_an_error_keeps_the_example_of_its_question() -> None:
    body = without(F.LAST_NAME)
    brief = view(FORM, body, 1, 1).in_brief().with_note(types(body, "🙂").note)
    said = plain(words(Language.FA).text(brief.parts))
    assert "نام خانوادگی خود را بنویسید. نمونه: نمونه‌پور" in said
    assert said.count("نمونه:") == 1


@pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "contact", "location"])
def test_every_question_answers_to_what_it_did_not_ask_for(kind: str) -> None:
    for step in steps(filled()):
        body = (
            without(step.name) if step.name in filled().answers else Body({**filled().answers}, step.name, facts=TODAY)
        )
        turn = advance(FORM, body, Other(kind))
        assert turn.note is not None
        assert not isinstance(turn.note, Problem)
        assert words(Language.FA).text((turn.note,))
        assert at(body) == step.name


@pytest.mark.parametrize(
    "text",
    [
        "35.59, 51.43",
        "۳۵٫۵۹۰۰، ۵۱٫۴۳۰۰",
        "51.43 35.59",
        "35.59N 51.43E",
        "https://maps.google.com/?q=35.59,51.43",
        "https://www.google.com/maps/@35.59,51.43,17z",
        "عرض ۳۵/۵۹۰۰ طول ۵۱/۴۳۰۰",
    ],
)
def test_a_place_is_read_as_people_copy_it(text: str) -> None:
    assert reading.place(text, Body()) == [35.59, 51.43]


def test_a_shared_place_far_away_is_refused_like_a_typed_one() -> None:
    body = without(F.LOCATION)
    assert refused(advance(FORM, body, Located(48.85, 2.35))).code is UnitProblem.LOCATION_OUTSIDE
    assert advance(FORM, body, Located(35.59, 51.43)).answered == F.LOCATION
    assert body.answers[F.LOCATION] == [35.59, 51.43]


# -- the course of the questions ----------------------------------------------------------------------------------


def test_a_class_out_of_scope_leads_back_to_the_choice() -> None:
    body = Body(facts=dict(TODAY))
    taps(body, "خدماتی")
    assert "۶۰/۲۲۷۲۱۰" in reads(body)
    assert "پرسش" not in reads(body)
    types(body, "ولی من تولیدی هستم")
    assert at(body) == "out-of-scope"
    taps(body, "انتخاب گروه دیگر")
    taps(body, "تولیدی")
    assert at(body) == F.PERSON_KIND


def test_a_company_is_asked_for_its_own_id_and_no_national_code() -> None:
    body = filled()
    body.at, body.editing = F.PERSON_KIND, True
    taps(body, "حقوقی")
    assert at(body) == F.COMPANY_NAME
    types(body, "تعاونی چرم‌کاران نمونه")
    assert refused(types(body, "0412345678")).code is IdProblem.SAME_AS_OTHER
    types(body, "10380284790")
    assert at(body) == SUMMARY

    said = registration(body)

    assert isinstance(said, Registration)
    assert (said.person_kind, said.legal_id, said.national_id) == (PersonKind.LEGAL, "10380284790", None)
    assert "کد ملی" not in reads(body)


def test_an_id_left_behind_by_another_kind_of_person_is_not_compared() -> None:
    body = filled()
    body.answers[F.PERSON_KIND] = "legal"
    body.at, body.editing = F.GUILD_ID, True
    assert not isinstance(types(body, "0013542419").note, Problem)


def test_somebody_without_a_national_code_gives_the_foreign_one() -> None:
    body = without(F.NATIONAL_ID)
    taps(body, "کد ملی ندارم")
    assert at(body) == "foreign-id"
    types(body, "123456789012")
    said = registration(body)
    assert isinstance(said, Registration)
    assert said.national_id == ForeignId("123456789012")
    assert "789012" not in reads(body)
    assert "کد ملی" not in reads(body)


def test_somebody_finds_the_national_code_after_all() -> None:
    body = without(F.NATIONAL_ID)
    taps(body, "کد ملی ندارم")
    taps(body, "کد ملی دارم")
    assert at(body) == F.NATIONAL_ID
    types(body, "0013542419")
    assert at(body) == SUMMARY
    assert "419" in reads(body)


def test_a_person_sees_the_own_number_masked() -> None:
    assert "0013542419" not in reads(filled())
    assert "419" in reads(filled())


def test_a_union_that_is_not_in_the_list_holds_the_form_back_until_one_is_chosen() -> None:
    body = without(F.UNION)
    body.options = []
    assert "هنوز اتحادیه‌ای در فهرست نیست" in reads(body)
    taps(body, "در فهرست نیست")
    assert at(body) == "union-name"
    types(body, "اتحادیهٔ کفاشان دست‌دوز")

    assert at(body) == SUMMARY
    assert "در انتظار اتحادیه" in reads(body)
    assert "فرستادن ثبت‌نام" not in labels(view(FORM, body, 1, 1))
    assert advance(FORM, body, Pressed("submit", 0)).course is Course.STAY
    assert isinstance(registration(body), Problem)

    taps(body, "جست‌وجوی اتحادیه")
    assert at(body) == F.UNION
    body.options = [[[100, "اتحادیهٔ کفاشان ری"], "کفاشان"]]
    taps(body, "کفاشان")
    assert at(body) == SUMMARY
    assert "union-name" not in body.answers
    assert taps(body, "فرستادن ثبت‌نام").course is Course.SUBMIT


def test_another_province_forgets_the_county_and_the_union_only_when_it_is_another() -> None:
    body = filled()
    body.at, body.editing, body.options = "province", True, [[[1, "تهران"], "تهران"], [[2, "البرز"], "البرز"]]
    taps(body, "تهران")
    assert at(body) == SUMMARY
    body.at, body.editing, body.options = "province", True, [[[1, "تهران"], "تهران"], [[2, "البرز"], "البرز"]]
    taps(body, "البرز")
    assert at(body) == "county"
    assert F.UNION not in body.answers


# -- products -----------------------------------------------------------------------------------------------------


def test_products_are_added_mended_and_dropped() -> None:
    body = without(products.ALL)
    taps(body, "افزودن محصول")
    assert refused(types(body, "كفش چرمي  مردانه")).code is UnitProblem.PRODUCT_TWICE
    types(body, "نان سنگک")
    taps(body, "تن")
    assert refused(types(body, "۳۰ جفت")).code == "unit-mismatch"
    types(body, "۱/۲ تن")
    assert "چند گونه" in reads(body)
    taps(body, "دوباره می‌نویسم")
    types(body, "دو تن و نیم")
    assert "۲٫۵ تن" in reads(body)
    taps(body, "بله")
    assert refused(types(body, "حدود ۱ تن")).code == "approximate-number"
    types(body, "100 کیلو")
    assert "۰٫۱ تن" in reads(body)
    taps(body, "دوباره می‌نویسم")
    types(body, "200 کیلو")
    taps(body, "بله")
    assert at(body) == products.ALL
    assert products.entries(body)[1] == ProductEntry(None, "نان سنگک", Measure.TONNE, Decimal("2.5"), Decimal("0.2"))

    taps(body, "نان سنگک")
    taps(body, "اصلاح واحد")
    taps(body, "کیلوگرم")
    assert at(body) == "product.2.capacity"
    taps(body, "بازگشت")
    body.at = "product.1"
    assert taps(body, "برداشتن این محصول").note == Part("registration-dropped", {"product": "کفش چرمی مردانه"})
    assert body.answers["product.1.name"] == "نان سنگک"
    assert "product.2.name" not in body.answers
    assert at(body) == products.ALL


def test_a_product_begun_by_mistake_is_dropped_again() -> None:
    body = filled()
    body.at, body.editing = products.ALL, True
    taps(body, "افزودن محصول")
    assert at(body) == "product.2.name"
    taps(body, "برداشتن این محصول")
    assert at(body) == products.ALL
    taps(body, "همین محصولات است")
    assert at(body) == SUMMARY
    assert len(products.entries(body)) == 1


def test_the_last_product_dropped_is_asked_for_anew() -> None:
    body = filled()
    body.at, body.editing = "product.1", True
    taps(body, "برداشتن این محصول")
    assert at(body) == "product.1.name"


def test_ten_products_are_enough() -> None:
    body = filled(replace(azar(100), products=_many()))
    body.at = products.ALL
    assert "افزودن محصول" not in labels(view(FORM, body, 1, 1))


def test_a_mended_product_keeps_its_identity() -> None:
    known = replace(azar(100).products[0], id=7)
    other = replace(known, id=8, name="کفش زنانه")
    body = filled(replace(azar(100), products=(known, other)))
    body.at, body.editing = "product.1", True
    taps(body, "برداشتن این محصول")
    assert [entry.id for entry in products.entries(body)] == [8]


def test_a_young_licence_is_asked_since_when_the_unit_has_had_one() -> None:
    young = replace(azar(100), licence_issued=date(2026, 10, 23), licence_expires=date(2031, 10, 22))
    body = filled(young)
    assert body.answers.pop(F.LICENSED_SINCE) is None
    assert at(body) == F.LICENSED_SINCE
    assert "نخستین پروانه" in read(reads(body))
    assert refused(types(body, "۲ آبان ۱۴۰۵")).code is reading.ReadingProblem.FIRST_AFTER_ISSUE
    types(body, "۱۳۹۹/۰۲/۳۱")
    assert body.answers[F.LICENSED_SINCE] == "2020-05-20"
    assert granted(registration(body)).licensed_since == date(2020, 5, 20)
    body.answers[F.LICENSED_SINCE] = "2026-10-23"
    assert granted(registration(body)).licensed_since is None
    del body.answers[F.LICENSED_SINCE]
    body.answers[F.LICENCE_ISSUED] = "2024-05-20"
    assert at(body) == SUMMARY
    oldest = JalaliMonth.of_date(date.fromisoformat(body.facts["today"])).plus(-max(SPANS))
    body.answers[F.LICENCE_ISSUED] = oldest.first_day.isoformat()  # held in every month on which a verdict looks
    assert at(body) == SUMMARY
    body.answers[F.LICENCE_ISSUED] = oldest.next().first_day.isoformat()
    assert at(body) == F.LICENSED_SINCE


def test_no_capacity_is_none() -> None:
    body = without("product.1.capacity")
    assert refused(types(body, "صفر")).code is reading.ReadingProblem.NO_CAPACITY


# -- what is only noted -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "field", "noted"),
    [
        ({"licence_expires": date(2026, 11, 25)}, F.LICENCE_EXPIRES, "پایان یافته"),
        ({"licence_expires": date(2026, 11, 26)}, F.LICENCE_EXPIRES, "یک سال"),
        ({"licence_expires": date(2027, 5, 20)}, F.LICENCE_EXPIRES, "یک سال"),
        ({"licence_issued": date(2025, 12, 1), "licence_expires": date(2026, 12, 1)}, F.LICENCE_EXPIRES, ""),
        ({}, F.LICENCE_EXPIRES, ""),
        ({}, F.GUILD_ID, ""),
        ({"guild_id": "412345678"}, F.GUILD_ID, "ده رقم"),
        ({"postal_code": "1241234567"}, F.POSTAL_CODE, "۰ و ۲"),
        ({"postal_code": "1841534567"}, F.POSTAL_CODE, ""),
        ({"products": (replace(azar(1).products[0], usual_monthly=Decimal(10**9)),)}, "product.1.usual", "یک‌دوازدهم"),
        ({}, "product.1.usual", ""),
    ],
)
def test_doubts_are_said_and_hold_nothing_back(change: dict[str, Any], field: str, noted: str) -> None:
    body = filled(replace(azar(100), **change))
    note = doubt(body, field)
    assert (note is not None) == bool(noted)
    if note is not None:
        assert noted in words(Language.FA).text((note,))
    assert taps(body, "فرستادن ثبت‌نام").course is Course.SUBMIT


# -- worst cases --------------------------------------------------------------------------------------------------


def _many() -> tuple[ProductEntry, ...]:
    most = Decimal("999999999999.999")
    return tuple(
        ProductEntry(number, f"{number:02d}" + "ک" * (NAME_LENGTH - 2), Measure.CUBIC_METRE, most, most)
        for number in range(MOST_PRODUCTS)
    )


def _longest() -> Body:
    name = "ن" * NAME_LENGTH
    said = replace(
        azar(100),
        person_kind=PersonKind.LEGAL,
        first_name=name,
        last_name=name,
        company_name=name,
        title=name,
        national_id=None,
        legal_id=LegalId("10380284790"),
        licence_number="۱" * 30,  # type: ignore[arg-type]  # as long as one may be
        licence_expires=date(2025, 1, 1),
        guild_id="412345678",  # type: ignore[arg-type]  # as above
        address="خ" * ADDRESS_LENGTH,
        products=_many(),
        employees=9_999,
        business_id="140012345678",  # type: ignore[arg-type]  # as above
        tracking_code="1" * 20,  # type: ignore[arg-type]  # as above
        unique_licence_id=UniqueLicenceId("A1" * 20),
    )
    above = tuple(replace(office, name="ا" * 120) for office in ABOVE)
    body = Body(prefilled(said, above), facts={**TODAY, "unit": 2**62, "revision": 2**31})
    remarks = [
        RemarkView(F.PRODUCTS, number, product.name, RemarkCode.DIFFERS_FROM_DOCUMENTS, "ت" * MOST_NOTE)
        for number, product in enumerate(said.products[:MOST_REMARKS])
    ]
    body.facts["remarks"] = kept(remarks, body.answers)
    return body


@pytest.mark.parametrize("language", Language)
def test_the_longest_registration_fits_every_screen(language: Language) -> None:
    body = _longest()
    longest_note: Part | Problem = Problem(
        UnitProblem.ALREADY_YOURS, {"receipt": "BY-7K4M-92QF", "title": "ن" * NAME_LENGTH}
    )
    waiting = _longest()
    waiting.answers[F.UNION], waiting.answers["union-name"] = MISSING, "ا" * 120
    places = [SUMMARY, EDIT, *(step.name for step in steps(body)), *(f"product.{n}" for n in range(1, 11))]
    for whole in (body, waiting):
        for name in places:
            whole.at = name
            shown = view(FORM, whole, 2**62, 2**31)
            note = Part("registration-union-noted") if whole is waiting else longest_note
            text = words(language).text(shown.with_note(note).parts)
            assert len(text.encode("utf-16-le")) // 2 < MOST_TEXT - 8, name
            for row in shown.rows:
                for button in row:
                    assert words(language).label(button)
                    assert button.tap is None or len(button.tap.pack().encode()) <= 64


def test_labels_are_short_and_each_question_says_an_example() -> None:
    body = filled()
    for step in steps(body):
        body.at = step.name
        shown = view(FORM, body, 1, 1)
        for row in shown.rows:
            for button in row:
                if button.key:
                    assert len(words(Language.FA).label(button)) <= 20, button.key
        if step.counted and step.options == () and not step.looked_up:
            assert "نمونه" in reads(body), step.name
        assert "رمز" not in reads(body)


# -- anything goes ------------------------------------------------------------------------------------------------

_TEXTS = st.sampled_from(
    [
        "آذر",
        "0013542419",
        "۱۴۰۳/۰۲/۳۱",
        "1408/02/31",
        "0412345678",
        "1841234567",
        "24000",
        "۱/۲",
        "35.59 51.43",
        "x" * 500,
    ]
) | st.text(max_size=40)
_VERBS = ["later", "page", "back", "edit", "open", "submit", "skip", "keep", "yes", "no", "read", *["pick"] * 4]
_EVENTS = st.one_of(
    st.builds(Typed, _TEXTS),
    st.builds(
        Pressed,
        st.sampled_from(
            [
                "later",
                "page",
                "back",
                "edit",
                "open",
                "submit",
                "skip",
                "keep",
                "yes",
                "no",
                "read",
                "pick",
                "pick",
                "pick",
            ]
        ),
        st.integers(0, 30),
    ),
    st.builds(Located, st.floats(-90, 90), st.floats(-180, 180)),
    st.builds(Other, st.sampled_from(["voice", "sticker", "other"])),
)
_LOOKED_UP = [[[number, f"دفتر {number}"], f"دفتر {number}"] for number in range(1, 4)]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.booleans(), st.lists(_EVENTS, max_size=60))
def test_whatever_is_tapped_and_typed_there_is_a_screen_and_a_way_on(begun: bool, events: list[Any]) -> None:
    body = filled() if begun else Body(facts=dict(TODAY))
    for event in events:
        turn = advance(FORM, body, event)
        body = Body.of_json(body.as_json())
        here = place(FORM, body)
        if isinstance(here, Step) and here.looked_up and body.options is None:
            body.options = list(_LOOKED_UP)
        shown = view(FORM, body, 1, 1)
        if turn.note is not None:
            shown = shown.with_note(turn.note)
        assert words(Language.FA).text(shown.parts)
        assert {"بعداً ادامه می‌دهم", "منوی اصلی"} & set(labels(shown))
        if turn.course is Course.SUBMIT:
            assert isinstance(registration(body), Registration)


def test_a_foreign_registration_comes_back_as_it_was() -> None:
    said = replace(azar(100), national_id=ForeignId("123456789012"), unique_licence_id=UniqueLicenceId("AB-12"))
    body = filled(said)
    assert body.answers[F.NATIONAL_ID] == FOREIGN
    assert registration(body) == said
    assert registration(filled()) == azar(100)


# -- a county that is in no list ----------------------------------------------------------------------------------


def test_a_province_without_counties_is_no_dead_end() -> None:
    body = without("county", F.UNION)
    body.at, body.options = "county", []
    assert "هنوز شهرستانی در فهرست نیست" in reads(body)
    taps(body, "در فهرست نیست")
    assert at(body) == "county-name"
    types(body, "پردیس")
    assert at(body) == SUMMARY
    assert "در انتظار شهرستان است" in reads(body)
    assert labels(view(FORM, body, 1, 1))[0] == "انتخاب شهرستان"
    assert isinstance(registration(body), Problem)
    taps(body, "انتخاب شهرستان")
    body.options = [[[10, "ری"], "ری"]]
    taps(body, "ری")
    assert at(body) == F.UNION
    assert "county-name" not in body.answers


# -- passwords ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text", "hidden"),
    [
        (F.UNIQUE_LICENCE_ID, "irn12345ab", False),
        (F.LICENCE_NUMBER, "abc12345", False),
        (F.TITLE, "kafsh1405", False),
        ("product.1.capacity", "500items", False),
        ("product.1.capacity", "500kilo", False),
        ("product.1.capacity", "12million", False),
        (F.NATIONAL_ID, "abc12345", True),
        (F.TRACKING_CODE, "Azar!1405", True),
        (F.UNIQUE_LICENCE_ID, "Azar!1405", True),
        (F.LICENCE_NUMBER, "Azar@1405", True),
        (F.EMPLOYEES, "azar1405", True),
        (F.UNION, "azar1405", True),
        (F.TRADE_CLASS, "azar1405", True),
        (F.TITLE, "رمز من azar1405", True),
        (F.ADDRESS, "password: azar1405", True),
    ],
)
def test_an_answer_is_no_password_and_a_password_no_answer(field: str, text: str, hidden: bool) -> None:
    body = filled()
    body.at = field
    assert at(body) == field
    assert FORM.hides(body, text) is hidden
