"""One field for everything: what was typed is a number, words or a date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.jalali import JalaliMonth
from models.values.sought import MOST_TERMS, Sought, Term, read_sought
from models.values.text import search_key

ABAN_98 = JalaliMonth(1398, 8)
IN_98 = (JalaliMonth(1398, 1).first_day, JalaliMonth(1398, 12).last_day)
DAY = date(2019, 11, 17)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("60/227210", "60227210"),
        ("۶۰/۲۲۷۲۱۰", "60227210"),
        ("٦٠/٢٢٧٢١٠", "60227210"),
        ("نامهٔ شمارهٔ ۶۰ / ۲۲۷۲۱۰", "60227210"),
        ("بخشنامه 227210", "227210"),
        ("ص/۱۲/۸۱", "ص1281"),
        ("۷", "7"),
    ],
)
def test_a_number_is_looked_for_among_numbers_first(typed: str, number: str) -> None:
    sought = read_sought(typed)
    assert sought is not None
    assert sought.number == number


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("۱۳۹۸/۰۸/۲۶", (Term("13980826", DAY, DAY),)),
        ("۲۶ آبان ۱۳۹۸", (Term("26ابان1398", DAY, DAY),)),
        ("مورخ 1398-8-26", (Term("1398826", DAY, DAY),)),
        ("آبان ۱۳۹۸", (Term("ابان1398", ABAN_98.first_day, ABAN_98.last_day),)),
        ("آبان‌ماه سال ۱۳۹۸", (Term("ابان1398", ABAN_98.first_day, ABAN_98.last_day),)),
        ("ابان ماه ١٣٩٨", (Term("ابان1398", ABAN_98.first_day, ABAN_98.last_day),)),
        ("۱۳۹۸/۰۸", (Term("139808", ABAN_98.first_day, ABAN_98.last_day),)),
        ("۱۳۹۸", (Term("1398", *IN_98),)),
        ("سال ۱۳۹۸", (Term("1398", *IN_98),)),
        ("بهينياب", (Term("بهینیاب"),)),
        ("بهین‌یاب", (Term("بهینیاب"),)),
        ("ثبت سفارش ۱۳۹۸", (Term("ثبت"), Term("سفارش"), Term("1398", *IN_98))),
        ("إحراز نياز", (Term("احراز"), Term("نیاز"))),
        ("آمار، آبان", (Term("امار"), Term("ابان"))),
        ("بخشنامه", (Term("بخشنامه"),)),
        ("۱۳۹۸/۱۳", None),
    ],
)
def test_words_and_dates_are_read_in_whatever_alphabet(typed: str, terms: tuple[Term, ...] | None) -> None:
    sought = read_sought(typed)
    assert sought is not None
    if terms is None:
        assert sought == Sought("139813", (Term("139813"),))  # no such month: then it is a number
    else:
        assert sought == Sought("", terms)


@pytest.mark.parametrize("typed", ["", "   ", "؟!", "\u200c\u200f", "🙂"])
def test_nothing_is_looked_for_when_nothing_was_typed(typed: str) -> None:
    assert read_sought(typed) is None


@given(st.text(max_size=300))
def test_whatever_is_typed_is_read(typed: str) -> None:
    sought = read_sought(typed)
    if sought is None:
        return
    assert 0 < len(sought.terms) <= MOST_TERMS
    for term in sought.terms:
        assert term.key
        assert term.key == search_key(term.key)
