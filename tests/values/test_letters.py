"""Numbers and dates of letters as officers type them."""

from datetime import date, timedelta

import pytest

from models.values.jalali import DateProblem
from models.values.letters import EARLIEST, LetterNumber, LetterProblem, parse_letter_date
from models.values.problem import Problem

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("۶۰/۲۲۷۲۱۰", "60/227210"),
        (" ۶۰ / ۲۲۷۲۱۰ ", "60/227210"),
        ("شمارهٔ ۹۸\\۲۰۴۱۵۷.", "98/204157"),
        ("شماره نامه: 1405/د/81", "1405/د/81"),
        ("۱۲۳", "123"),
        ("۱۴۰۵-ص-۸", "1405-ص-8"),
        ("صورت‌جلسهٔ ۱۷", "17"),
    ],
)
def test_an_officer_types_a_number(typed: str, wanted: str) -> None:
    assert LetterNumber.parse(typed) == wanted


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ندارد", LetterProblem.NO_NUMBER),
        ("", LetterProblem.NO_NUMBER),
        ("۱۲ فرستادیم", LetterProblem.STRANGE),
        ("60/227210 😀", LetterProblem.STRANGE),
        ("1" * 31, LetterProblem.TOO_LONG),
        ("۰۹۱۲۱۲۳۴۵۶۷", LetterProblem.PHONE),
    ],
)
def test_what_is_no_number_is_named(typed: str, code: LetterProblem) -> None:
    found = LetterNumber.parse(typed)
    assert isinstance(found, Problem)
    assert found.code is code


def test_a_date_in_the_place_of_the_number_can_be_told() -> None:
    number = LetterNumber.parse("۱۴۰۵/۰۸/۱۲")
    assert isinstance(number, LetterNumber)
    assert number.like_a_date
    assert not LetterNumber("60/227210").like_a_date


def test_a_letter_is_dated_between_the_circular_and_today() -> None:
    assert parse_letter_date("۶ آذر ۱۴۰۵", TODAY) == TODAY
    for typed, code in (
        ("7 آذر 1405", LetterProblem.FUTURE),
        ("1398/08/25", LetterProblem.EARLY),
        ("1405/07/31", DateProblem.NO_SUCH_DAY),
    ):
        found = parse_letter_date(typed, TODAY)
        assert isinstance(found, Problem)
        assert found.code is code
    assert parse_letter_date("1398/08/26", TODAY + timedelta(days=1)) == EARLIEST
