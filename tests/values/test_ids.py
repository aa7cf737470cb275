import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.ids import (
    ID_TYPES,
    BusinessId,
    ForeignId,
    GuildId,
    IdHint,
    IdKind,
    IdProblem,
    IdWarning,
    LegalId,
    LicenceNumber,
    NationalId,
    Phone,
    PostalCode,
    ProductCode,
    TrackingCode,
    UniqueLicenceId,
    looks_like_password,
    names_password,
    parse_id,
    recognise,
)
from models.values.problem import Problem
from models.values.text import persian_digits

DIGITS = st.integers(0, 10**9 - 1).map(lambda number: f"{number:09}")


def code_of(answer: object) -> object:
    assert isinstance(answer, Problem), answer
    return answer.code


@pytest.mark.parametrize("true", ["0013542419", "3974017844", "7730942860", "0012345679", "0123456789"])
def test_true_national_codes(true: str) -> None:
    assert NationalId.parse(true) == true


@pytest.mark.parametrize(
    "typed", ["۰۰۱۳۵۴۲۴۱۹", "٠٠١٣٥٤٢٤١٩", "001-354241-9", "001 354 2419", "001\u200c3542419", "001.354.2419."]
)
def test_a_national_code_in_the_digits_and_groups_that_people_type(typed: str) -> None:
    assert NationalId.parse(typed) == "0013542419"


@pytest.mark.parametrize(
    ("typed", "code", "values"),
    [
        ("1234567890", IdProblem.BAD_CHECK_DIGIT, {}),
        ("1111111111", IdProblem.ALL_EQUAL, {"got": 1}),
        ("013542419", IdProblem.LOST_LEADING_ZERO, {"got": 9, "wanted": 10}),
        ("13542419", IdProblem.LOST_LEADING_ZERO, {"got": 8, "wanted": 10}),
        ("1354241", IdProblem.WRONG_LENGTH, {"got": 7, "wanted": 10}),
        ("00135424190", IdProblem.WRONG_LENGTH, {"got": 11, "wanted": 10}),
        ("9" * 300, IdProblem.WRONG_LENGTH, {"got": 300, "wanted": 10}),
        ("00135424l9", IdProblem.NOT_DIGITS, {"got": "l"}),
        ("۰۰۱۳۵۴۲۴۱۹ است", IdProblem.NOT_DIGITS, {"got": "ا"}),
        ("0013542419²", IdProblem.NOT_DIGITS, {"got": "²"}),
        ("👍", IdProblem.NOT_DIGITS, {"got": "👍"}),
        (" \u200f", IdProblem.EMPTY, {}),
    ],
)
def test_why_a_national_code_is_refused(typed: str, code: IdProblem, values: dict[str, object]) -> None:
    refused = NationalId.parse(typed)
    assert isinstance(refused, Problem)
    assert refused.code is code
    assert refused.values == {"kind": IdKind.NATIONAL, "hint": IdHint.NATIONAL, **values}


def test_legal_ids() -> None:
    assert LegalId.parse("۱۰۳۸۰۲۸۴۷۹۰") == "10380284790"
    assert code_of(LegalId.parse("10380284791")) is IdProblem.BAD_CHECK_DIGIT
    assert code_of(LegalId.parse("10380285790")) is IdProblem.BAD_CHECK_DIGIT
    assert code_of(LegalId.parse("11111111111")) is IdProblem.ALL_EQUAL
    assert code_of(LegalId.parse("1038028479")) is IdProblem.WRONG_LENGTH


@given(DIGITS)
def test_one_last_digit_in_ten_makes_a_national_code(first: str) -> None:
    true = [last for last in range(10) if isinstance(NationalId.parse(f"{first}{last}"), NationalId)]
    assert len(true) <= 1
    assert true or len(set(first)) == 1


@given(DIGITS.map(lambda digits: "1" + digits))
def test_one_last_digit_in_ten_makes_a_legal_id(first: str) -> None:
    true = [last for last in range(10) if isinstance(LegalId.parse(f"{first}{last}"), LegalId)]
    assert len(true) <= 1
    assert true or len(set(first)) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "09121234567",
        "۰۹۱۲۱۲۳۴۵۶۷",
        "9121234567",
        "989121234567",
        "+989121234567",
        "+98 912 123 4567",
        "00989121234567",
        "0098 912 1234567",
        "+98 (0)912 123-4567",
        "0912-123-4567",
        "\u20660912 123 4567\u2069",
    ],
)
def test_one_mobile_number_in_all_its_spellings(typed: str) -> None:
    phone = Phone.parse(typed)
    assert phone == "09121234567"
    assert isinstance(phone, Phone)
    assert phone.international == "+989121234567"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("02112345678", IdProblem.NOT_MOBILE),
        ("+982112345678", IdProblem.NOT_MOBILE),
        ("+491701234567", IdProblem.FOREIGN_PHONE),
        ("00491701234567", IdProblem.FOREIGN_PHONE),
        ("0912123456", IdProblem.WRONG_LENGTH),
        ("091212345678", IdProblem.WRONG_LENGTH),
        ("9" * 300, IdProblem.WRONG_LENGTH),
        ("09111111111", IdProblem.ALL_EQUAL),
        ("0912O234567", IdProblem.NOT_DIGITS),
        ("+", IdProblem.NOT_DIGITS),
        ("()", IdProblem.NOT_DIGITS),
        ("", IdProblem.EMPTY),
    ],
)
def test_why_a_mobile_number_is_refused(typed: str, code: IdProblem) -> None:
    assert code_of(Phone.parse(typed)) is code


@given(DIGITS.filter(lambda digits: len(set(digits)) > 1))
def test_every_mobile_number_is_read_back(digits: str) -> None:
    for prefix in ("09", "9", "+989", "00989", "989", "+98 0 9"):
        assert Phone.parse(prefix + digits) == "09" + digits
        assert Phone.parse(persian_digits(prefix + digits)) == "09" + digits


def test_the_other_numbers() -> None:
    assert PostalCode.parse("13456-78912") == "1345678912"
    assert code_of(PostalCode.parse("0345678912")) is IdProblem.STARTS_WITH_ZERO
    assert code_of(PostalCode.parse("5555555555")) is IdProblem.ALL_EQUAL
    assert code_of(PostalCode.parse("134567891")) is IdProblem.WRONG_LENGTH
    assert BusinessId.parse("140012345678") == "140012345678"
    assert code_of(BusinessId.parse("14001234567")) is IdProblem.WRONG_LENGTH
    assert TrackingCode.parse("1234") == "1234"
    assert code_of(TrackingCode.parse("123")) is IdProblem.LENGTH_OUTSIDE
    assert code_of(TrackingCode.parse("1" + "2" * 20)) is IdProblem.LENGTH_OUTSIDE
    assert ForeignId.parse("123456789012") == "123456789012"


def test_a_guild_id_of_another_length_than_ten_is_a_warning() -> None:
    ten, six = GuildId.parse("0401234567"), GuildId.parse("401234")
    assert isinstance(ten, GuildId)
    assert isinstance(six, GuildId)
    assert ten.warning() is None
    assert six.warning() is IdWarning.GUILD_NOT_TEN_DIGITS
    refused = GuildId.parse("40123")
    assert isinstance(refused, Problem)
    assert {"got": 5, "least": 6, "most": 12}.items() <= refused.values.items()


def test_a_product_code_has_a_level() -> None:
    product = ProductCode.parse("2101412306")
    assert isinstance(product, ProductCode)
    assert (product.isic, product.level, product.masked) == ("2101", 4, "2101412306")
    refused = ProductCode.parse("2101712306")
    assert code_of(refused) is IdProblem.BAD_LEVEL


def test_licence_numbers_hold_letters() -> None:
    assert LicenceNumber.parse("الف/۱۲۳۴") == "الف/1234"
    assert LicenceNumber.parse(" ٦٠/٣١٠ ") == "60/310"
    for typed in ("پروانه شماره ۱۲۳۴", "شمارهٔ پروانهٔ کسب: ۱۲۳۴", "شماره‌ی پروانه كسب 1234", "جواز ۱۲۳۴"):
        assert LicenceNumber.parse(typed) == "1234", typed
    assert LicenceNumber.parse("شماره الف/۱۲۳۴") == "الف/1234"
    assert LicenceNumber.parse("کسبه/۱۲") == "کسبه/12"
    assert code_of(LicenceNumber.parse("شماره پروانه")) is IdProblem.NO_DIGIT
    assert code_of(LicenceNumber.parse("ندارم")) is IdProblem.NO_DIGIT
    assert code_of(LicenceNumber.parse("<b>12</b>")) is IdProblem.BAD_CHARACTER
    assert code_of(LicenceNumber.parse("1" * 31)) is IdProblem.CHARACTERS_OUTSIDE
    assert UniqueLicenceId.parse("ab - 123") == "AB-123"
    assert code_of(UniqueLicenceId.parse("کد ۱۲۳۴")) is IdProblem.BAD_CHARACTER


@pytest.mark.parametrize("kind", IdKind)
def test_a_masked_number_shows_at_most_its_end(kind: IdKind) -> None:
    assert ID_TYPES[kind].kind is kind
    assert IdHint(kind.value)
    samples = ("0013542419", "10380284790", "09121234567", "140012345678", "2101412306", "1345678912")
    made = next(made for made in map(ID_TYPES[kind].parse, samples) if not isinstance(made, Problem))
    if kind is not IdKind.PRODUCT:
        assert made[:5] not in made.masked
        assert sum(character.isdigit() for character in made.masked) <= 4
        assert len(made.masked) == len(made)


KNOWN = {IdKind.NATIONAL: "0013542419", IdKind.PHONE: "09121234567"}


@pytest.mark.parametrize(
    ("typed", "wanted", "code", "got"),
    [
        ("0013542419", IdKind.GUILD, IdProblem.SAME_AS_OTHER, IdKind.NATIONAL),
        ("۰۰۱-۳۵۴۲۴۱-۹", IdKind.POSTAL, IdProblem.SAME_AS_OTHER, IdKind.NATIONAL),
        ("0013542419", IdKind.LICENCE, IdProblem.SAME_AS_OTHER, IdKind.NATIONAL),
        ("+98 912 123 4567", IdKind.NATIONAL, IdProblem.SAME_AS_OTHER, IdKind.PHONE),
        ("9121234567", IdKind.GUILD, IdProblem.SAME_AS_OTHER, IdKind.PHONE),
        ("09351234567", IdKind.LEGAL, IdProblem.LOOKS_LIKE_OTHER, IdKind.PHONE),
        ("09351234567", IdKind.GUILD, IdProblem.LOOKS_LIKE_OTHER, IdKind.PHONE),
        ("+989351234567", IdKind.BUSINESS, IdProblem.LOOKS_LIKE_OTHER, IdKind.PHONE),
        ("3974017844", IdKind.LEGAL, IdProblem.LOOKS_LIKE_OTHER, IdKind.NATIONAL),
        ("3974017844", IdKind.PHONE, IdProblem.LOOKS_LIKE_OTHER, IdKind.NATIONAL),
        ("0012345679", IdKind.POSTAL, IdProblem.LOOKS_LIKE_OTHER, IdKind.NATIONAL),
        ("10380284790", IdKind.NATIONAL, IdProblem.LOOKS_LIKE_OTHER, IdKind.LEGAL),
        ("10380284790", IdKind.PHONE, IdProblem.LOOKS_LIKE_OTHER, IdKind.LEGAL),
        ("10380284790", IdKind.GUILD, IdProblem.LOOKS_LIKE_OTHER, IdKind.LEGAL),
        ("140012345678", IdKind.NATIONAL, IdProblem.LOOKS_LIKE_OTHER, IdKind.BUSINESS),
    ],
)
def test_a_wrong_number_is_named(typed: str, wanted: IdKind, code: IdProblem, got: IdKind) -> None:
    refused = recognise(typed, KNOWN, wanted)
    assert isinstance(refused, Problem)
    assert refused.code is code
    assert refused.values == {"kind": wanted, "hint": IdHint(wanted.value), "got": got, "wanted": wanted}
    assert parse_id(wanted, typed, KNOWN) == refused


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("0013542419", IdKind.NATIONAL),
        ("3974017844", IdKind.POSTAL),
        ("9351234567", IdKind.POSTAL),
        ("989351234567", IdKind.BUSINESS),
        ("0401234567", IdKind.GUILD),
        ("140012345678", IdKind.GUILD),
        ("140012345678", IdKind.TRACKING),
        ("الف/۱۲۳۴", IdKind.LICENCE),
        ("1234567890", IdKind.NATIONAL),
        ("", IdKind.NATIONAL),
        ("سلام", IdKind.NATIONAL),
    ],
)
def test_what_may_well_be_the_wanted_number_is_left_alone(typed: str, wanted: IdKind) -> None:
    assert recognise(typed, KNOWN, wanted) is None


def test_a_licence_may_bear_the_number_of_its_guild_id() -> None:
    assert recognise("0401234567", {IdKind.GUILD: "0401234567"}, IdKind.LICENCE) is None
    assert recognise("0401234567", {IdKind.GUILD: "0401234567"}, IdKind.POSTAL) is not None


@pytest.mark.parametrize(
    "typed",
    [
        "رمز: abc123",
        "رمز عبور من ۱۲۳۴۵۶ است",
        "رمزعبور:1234",
        "گذرواژه ali1234",
        "کلمه عبور = Azar99",
        "پسوردم ali1234",
        "password 12345",
        "pass: x1234",
        "Ab12345!",
        "ali1234",
        "علی@۱۲۳۴",
        "Kafsh#1405",
    ],
)
def test_passwords_are_seen(typed: str) -> None:
    assert looks_like_password(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "الف/۱۲۳۴",
        "الف۱۲۳۴",
        "A-1234",
        "BY-7K4M-92QF",
        "60/310637",
        "0013542419",
        "001354241a",
        "12ab34",
        "+98 912 123 4567",
        "رمزی",
        "شرکت رمز آوران",
        "کوچه رمز ۵",
        "رمز ندارم",
        "علی رضایی",
        "تهران، خیابان ۱۲، پلاک ۵",
        "1200kg",
        "12.5ton",
        "500kilo",
        "1200kilo",
        "30items",
        "12million",
        "5m2",
        "by7k4m2",
        "by7k4m92qf",
        "دو تن و نیم",
        "۱۲ میلیون تومان",
        "IR062960000000100324200001",
        "a1@example.com",
        "https://example.com/a1b2c3",
        "@azar_1405",
        "<b>12</b>",
        "passport 123456",
        "",
        "👍",
    ],
)
def test_what_is_no_password_is_left_alone(typed: str) -> None:
    assert not looks_like_password(typed)


def test_a_user_name_names_no_password() -> None:
    assert not names_password("ali1234")
    assert names_password("رمز ali1234")


@given(st.text() | st.text("0123456789۰۱۲ +-.()الفabرمزpas:\u200c"), st.sampled_from(IdKind))
def test_any_text_has_an_answer(text: str, kind: IdKind) -> None:
    answer = parse_id(kind, text, KNOWN)
    assert isinstance(answer, str | Problem)
    assert isinstance(looks_like_password(text), bool)
    if isinstance(answer, str):
        assert ID_TYPES[kind].parse(answer) == answer


@pytest.mark.parametrize("text", ["9" * 10_000, "رمز " * 5_000, "1." * 5_000, "a1" * 5_000, "pass:" * 2_000])
def test_ten_thousand_characters_take_no_time(text: str) -> None:
    begin = time.thread_time()
    for kind in IdKind:
        assert isinstance(parse_id(kind, text, KNOWN), Problem)
    looks_like_password(text)
    assert time.thread_time() - begin < 2
