"""Days with their hours, as people type them."""

from datetime import date, datetime

import pytest

from models.values.jalali import TEHRAN, DateProblem
from models.values.moments import MomentProblem, parse_moment
from models.values.problem import Problem

FRIDAY = date(2026, 11, 27)
"""6 Azar 1405."""


@pytest.mark.parametrize(
    ("typed", "day", "hour"),
    [
        ("فردا ساعت ۸ صبح", (11, 28), (8, 0)),
        ("پس‌فردا ۸ و نیم", (11, 29), (8, 30)),
        ("امشب ساعت نه شب", (11, 27), (21, 0)),
        ("ساعت ۱۸", (11, 27), (18, 0)),
        ("18:30", (11, 27), (18, 30)),
        ("شنبه ۹", (11, 28), (9, 0)),
        ("جمعه ساعت ۱۰", (12, 4), (10, 0)),
        ("سه‌شنبه ساعت ۱۲ ظهر", (12, 1), (12, 0)),
        ("۱۴۰۵/۰۹/۱۰ ساعت ۱۰:۳۰", (12, 1), (10, 30)),
        ("١٤٠٥/٩/١٠، ٨", (12, 1), (8, 0)),
        ("1405-09-10 08:30", (12, 1), (8, 30)),
        ("۱۰ آذر ساعت ۲ بعد از ظهر", (12, 1), (14, 0)),
        ("۱۰ آذر ۱۴۰۵، رأس ساعت ۷ بامداد", (12, 1), (7, 0)),
    ],
)
def test_what_people_type(typed: str, day: tuple[int, int], hour: tuple[int, int]) -> None:
    assert parse_moment(typed, FRIDAY) == datetime(2026, *day, *hour, tzinfo=TEHRAN)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("فردا", MomentProblem.NO_HOUR),
        ("۱۴۰۵/۰۹/۱۰", MomentProblem.NO_HOUR),
        ("۱۰/۹/۱۴۰۵", MomentProblem.NO_HOUR),
        ("۵ آذر ۱۴۰۵", MomentProblem.NO_HOUR),
        ("هر وقت شد", MomentProblem.NO_HOUR),
        ("فردا ۲۵:۰۰", MomentProblem.BAD_HOUR),
        ("فردا ۸:۷۵", MomentProblem.BAD_HOUR),
        ("فردا ساعت ۱۲ شب", MomentProblem.BAD_HOUR),
        ("2026/12/01 ساعت 8", DateProblem.GREGORIAN),
        ("۱۴۰۵/۱۳/۱۰ ساعت ۸", DateProblem.NO_SUCH_MONTH),
    ],
)
def test_what_is_no_instant(typed: str, code: object) -> None:
    outcome = parse_moment(typed, FRIDAY)
    assert isinstance(outcome, Problem), outcome
    assert outcome.code is code


def test_a_day_without_its_year_is_the_next_one() -> None:
    assert parse_moment("۵ آذر ساعت ۸", FRIDAY) == datetime(2027, 11, 26, 8, tzinfo=TEHRAN)
