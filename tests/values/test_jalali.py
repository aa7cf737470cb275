from datetime import UTC, date, datetime, timedelta

import jdatetime  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.jalali import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTH_NAMES,
    TEHRAN,
    DateProblem,
    JalaliMonth,
    gregorian,
    jalali,
    parse_date,
    tehran_date,
)
from models.values.problem import Problem
from models.values.text import persian_digits

MONTHS = st.builds(JalaliMonth, st.integers(FIRST_YEAR, LAST_YEAR - 1), st.integers(1, 12))
DAYS = st.dates(date(1921, 3, 21), date(2122, 3, 20))


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (date(2019, 11, 17), (1398, 8, 26)),
        (date(2020, 2, 12), (1398, 11, 23)),
        (date(2020, 2, 24), (1398, 12, 5)),
        (date(2020, 2, 29), (1398, 12, 10)),
        (date(2025, 3, 20), (1403, 12, 30)),
        (date(2025, 3, 21), (1404, 1, 1)),
        (date(2030, 3, 20), (1408, 12, 30)),
    ],
)
def test_known_days(day: date, wanted: tuple[int, int, int]) -> None:
    assert jalali(day) == wanted
    assert gregorian(*wanted) == day


@given(DAYS)
def test_there_and_back_and_as_jdatetime_says(day: date) -> None:
    year, month, number = jalali(day)
    assert gregorian(year, month, number) == day
    other = jdatetime.date.fromgregorian(date=day)
    assert (year, month, number) == (other.year, other.month, other.day)


def test_the_length_of_every_month_of_two_centuries() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR):
        esfand = 30 if jdatetime.date(year, 1, 1).isleap() else 29
        assert [JalaliMonth(year, month).days for month in range(1, 13)] == [31] * 6 + [30] * 5 + [esfand]


def test_leap_years_near_us() -> None:
    assert [year for year in range(1395, 1415) if JalaliMonth(year, 12).days == 30] == [1395, 1399, 1403, 1408, 1412]


@given(MONTHS, st.integers(-600, 600))
def test_counting_months_there_and_back(month: JalaliMonth, many: int) -> None:
    assert month.plus(many).minus(month) == many
    assert month.plus(many).plus(-many) == month
    assert JalaliMonth.from_index(month.index) == month
    assert month.next().previous() == month == month.previous().next()
    assert (month < month.plus(many)) == (many > 0)


def test_months_follow_each_other_without_gap_or_overlap_over_two_centuries() -> None:
    month = JalaliMonth(FIRST_YEAR, 1)
    while month.year < LAST_YEAR:
        following = month.next()
        assert month.last_day + timedelta(days=1) == following.first_day
        assert month.ends == following.starts
        assert JalaliMonth.of(month.starts) == month
        assert JalaliMonth.of(month.ends - timedelta(microseconds=1)) == month
        assert JalaliMonth.of_date(month.first_day) == month == JalaliMonth.of_date(month.last_day)
        month = following


def test_a_month_begins_at_midnight_in_tehran() -> None:
    aban = JalaliMonth(1405, 8)
    assert aban.starts == datetime(2026, 10, 22, 20, 30, tzinfo=UTC)
    assert aban.starts.tzinfo is UTC
    # In 1400 summer time was still kept.
    assert JalaliMonth(1400, 4).starts == datetime(2021, 6, 21, 19, 30, tzinfo=UTC)
    assert JalaliMonth(1405, 8).day(10) == date(2026, 11, 1)


def test_tehran_is_ahead_of_utc() -> None:
    assert tehran_date(datetime(2026, 10, 22, 20, 29, tzinfo=UTC)) == date(2026, 10, 22)
    assert tehran_date(datetime(2026, 10, 22, 20, 30, tzinfo=UTC)) == date(2026, 10, 23)
    with pytest.raises(ValueError, match="time zone"):
        tehran_date(datetime(2026, 10, 22, 20, 30))  # noqa: DTZ001 -- a naive instant is what is refused


def test_what_no_calendar_has_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="13"):
        JalaliMonth(1405, 13)
    with pytest.raises(ValueError, match="31"):
        JalaliMonth(1405, 7).day(31)


@pytest.mark.parametrize(
    "typed",
    [
        "۱۴۰۵/۰۸/۰۱",
        "1405-8-1",
        "1405.8.1",
        "۱۴۰۵٫۸٫۱",
        "1405 8 1",
        "١٤٠٥/٨/١",
        "14050801",
        "۱/۸/۱۴۰۵",
        "۱ آبان ۱۴۰۵",
        "۱ آبان‌ماه ۱۴۰۵",
        "1 ابان 1405".replace("ابان", "آبان"),
        "اول آبان ۱۴۰۵",
        "یکم آبان سال ۱۴۰۵",
        "جمعه ۱ آبان ۱۴۰۵",
        "جمعه، ۱ آبان ۱۴۰۵",
        "\u200f۱۴۰۵ / ۰۸ / ۰۱\u200e",
        "۱۴۰۵ آبان ۱",
    ],
)
def test_the_first_of_aban_as_people_write_it(typed: str) -> None:
    assert parse_date(typed) == date(2026, 10, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("بیست و سوم آبان ۱۴۰۵", (1405, 8, 23)),
        ("سی و یکم مرداد ۱۴۰۵", (1405, 5, 31)),
        ("سی‌ام مهر ۱۴۰۵", (1405, 7, 30)),
        ("۳۰ اسفند ۱۴۰۳", (1403, 12, 30)),
        ("دهم دی ۱۴۰۵", (1405, 10, 10)),
    ],
)
def test_days_in_words(typed: str, day: tuple[int, int, int]) -> None:
    assert parse_date(typed) == gregorian(*day)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", DateProblem.NOT_A_DATE),
        ("سلام", DateProblem.NOT_A_DATE),
        ("آبان ۱۴۰۵", DateProblem.NOT_A_DATE),
        ("123456789", DateProblem.NOT_A_DATE),
        ("9" * 300, DateProblem.NOT_A_DATE),
        ("1405/8/1/2", DateProblem.NOT_A_DATE),
        ("2026/02/31", DateProblem.NOT_A_DATE),
        ("۱ آبان", DateProblem.YEAR_MISSING),
        ("05/8/1", DateProblem.TWO_DIGIT_YEAR),
        ("۱ آبان ۰۵", DateProblem.TWO_DIGIT_YEAR),
        ("1205/1/1", DateProblem.YEAR_OUT_OF_RANGE),
        ("1501/1/1", DateProblem.YEAR_OUT_OF_RANGE),
        ("1405/13/1", DateProblem.NO_SUCH_MONTH),
        ("1405/0/1", DateProblem.NO_SUCH_MONTH),
        ("1405/8/0", DateProblem.NO_SUCH_DAY),
        ("31 مهر 1405", DateProblem.NO_SUCH_DAY),
        ("۳۰ اسفند ۱۴۰۴", DateProblem.NO_SUCH_DAY),
        ("2026-11-22", DateProblem.GREGORIAN),
        ("22/11/2026", DateProblem.GREGORIAN),
        ("22 nov 2026", DateProblem.GREGORIAN),
        ("Nov 22, 2026", DateProblem.GREGORIAN),
        ("۲۲ نوامبر ۲۰۲۶", DateProblem.GREGORIAN),
    ],
)
def test_why_a_date_is_refused(typed: str, code: DateProblem) -> None:
    refused = parse_date(typed)
    assert isinstance(refused, Problem)
    assert refused.code is code


def test_a_day_too_many_names_the_length_of_the_month() -> None:
    refused = parse_date("۱۴۰۵/۰۷/۳۱")
    assert isinstance(refused, Problem)
    assert refused.values == {"got": 31, "month": JalaliMonth(1405, 7), "wanted": 30}


def test_a_gregorian_date_is_said_in_jalali() -> None:
    refused = parse_date("2026/11/22")
    assert isinstance(refused, Problem)
    assert refused.values["wanted"] == date(2026, 11, 22)


@given(DAYS.filter(lambda day: day < date(2122, 3, 20)))
def test_every_written_day_is_read_back(day: date) -> None:
    year, month, number = jalali(day)
    for written in (
        f"{year}/{month:02}/{number:02}",
        f"{number}-{month}-{year}",
        f"{number} {MONTH_NAMES[month - 1]} {year}",
        persian_digits(f"{year}/{month}/{number}"),
    ):
        assert parse_date(written) == day


@given(st.text() | st.text("0123456789/-. ۱۲آبانمهر\u200c"))
def test_any_text_is_a_date_or_a_problem(text: str) -> None:
    assert isinstance(parse_date(text), date | Problem)


def test_the_zone_is_tehran() -> None:
    assert TEHRAN.key == "Asia/Tehran"
    assert len(MONTH_NAMES) == 12
