"""The Jalali calendar: months as the guild counts them, dates as people write them; Tehran's days, UTC inside.

The conversion is jdatetime's; no object of jdatetime leaves this module.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Final, Self
from zoneinfo import ZoneInfo

import jdatetime  # type: ignore[import-untyped, unused-ignore]

from models.values.problem import Problem
from models.values.text import HALF_SPACE, latin_digits, normalise

TEHRAN: Final = ZoneInfo("Asia/Tehran")
FIRST_YEAR: Final = 1300
LAST_YEAR: Final = 1500
MONTH_NAMES: Final = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)


class DateProblem(StrEnum):
    """Why a date is refused."""

    NOT_A_DATE = "not-a-date"
    """``got``: what came, shortened."""
    YEAR_MISSING = "year-missing"
    """A day and a month without a year. ``got``: what came."""
    TWO_DIGIT_YEAR = "two-digit-year"
    """``got``: what came."""
    YEAR_OUT_OF_RANGE = "year-out-of-range"
    """Years are FIRST_YEAR to LAST_YEAR. ``got``: the year as text, ungrouped."""
    NO_SUCH_MONTH = "no-such-month"
    """``got``: the number of the month as typed."""
    NO_SUCH_DAY = "no-such-day"
    """``got``: the day; ``month``: the JalaliMonth; ``wanted``: how many days that month has."""
    GREGORIAN = "gregorian-date"
    """``got``: what came; ``wanted``: the same day as a ``date``, which the words show as a Jalali one."""


def jalali(day: date) -> tuple[int, int, int]:
    """Year, month and day in the Jalali calendar."""
    year, month, number = jdatetime.GregorianToJalali(day.year, day.month, day.day).getJalaliList()
    return year, month, number


def _gregorian(year: int, month: int, day: int) -> date:
    return date(*jdatetime.JalaliToGregorian(year, month, day).getGregorianList())


def gregorian(year: int, month: int, day: int) -> date | Problem:
    """The Gregorian date of a Jalali one; a day or month that does not exist is named, years are 1300 to 1500."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Problem(DateProblem.YEAR_OUT_OF_RANGE, {"got": str(year)})
    if not 1 <= month <= 12:
        return Problem(DateProblem.NO_SUCH_MONTH, {"got": month})
    whole = JalaliMonth(year, month)
    if not 1 <= day <= whole.days:
        return Problem(DateProblem.NO_SUCH_DAY, {"got": day, "month": whole, "wanted": whole.days})
    return _gregorian(year, month, day)


def tehran_date(instant: datetime) -> date:
    """The Gregorian date on Tehran's calendar sheet at an aware instant."""
    if instant.tzinfo is None:
        raise ValueError("an instant without a time zone has no date in Tehran")
    return instant.astimezone(TEHRAN).date()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), TEHRAN).astimezone(UTC)


@dataclass(frozen=True, order=True, slots=True)
class JalaliMonth:
    """A month of the Jalali calendar, ordered by time. ``index`` counts months without gaps (year * 12 + month - 1)."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise ValueError(f"no month {self.month}")

    @classmethod
    def of(cls, instant: datetime) -> Self:
        """The month that it is in Tehran at an aware instant."""
        return cls.of_date(tehran_date(instant))

    @classmethod
    def of_date(cls, day: date) -> Self:
        """The month that a Gregorian date lies in."""
        year, month, _ = jalali(day)
        return cls(year, month)

    @classmethod
    def from_index(cls, index: int) -> Self:
        """The month with this ``index``."""
        year, month = divmod(index, 12)
        return cls(year, month + 1)

    @property
    def index(self) -> int:
        """Months counted without gaps."""
        return self.year * 12 + self.month - 1

    def plus(self, months: int) -> Self:
        """So many months later (earlier when negative)."""
        return self.from_index(self.index + months)

    def minus(self, other: "JalaliMonth") -> int:
        """How many months later than ``other``."""
        return self.index - other.index

    def next(self) -> Self:
        """The month after."""
        return self.plus(1)

    def previous(self) -> Self:
        """The month before."""
        return self.plus(-1)

    @property
    def days(self) -> int:
        """29, 30 or 31."""
        if self.month < 12:
            return 31 if self.month <= 6 else 30
        return (_gregorian(self.year + 1, 1, 1) - _gregorian(self.year, 12, 1)).days

    @property
    def first_day(self) -> date:
        """Its first day as a Gregorian date."""
        return _gregorian(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """Its last day as a Gregorian date."""
        return self.day(self.days)

    @property
    def starts(self) -> datetime:
        """The UTC instant of its first midnight in Tehran."""
        return _midnight(self.first_day)

    @property
    def ends(self) -> datetime:
        """The UTC instant at which the next month starts."""
        return self.next().starts

    def day(self, number: int) -> date:
        """Its n-th day as a Gregorian date; ``ValueError`` when it has no such day."""
        if not 1 <= number <= self.days:
            raise ValueError(f"{self.year}/{self.month} has no day {number}")
        return _gregorian(self.year, self.month, number)


# ---- dates as people write them ----

_JALALI_MONTHS: Final = {name: place for place, name in enumerate(MONTH_NAMES, 1)} | {"امرداد": 5}
_GREGORIAN_MONTHS: Final = {
    name: place
    for place, names in enumerate(
        (
            "january jan ژانویه",
            "february feb فوریه",
            "march mar مارس",
            "april apr آوریل",
            "may مه می",
            "june jun ژوئن",
            "july jul ژوئیه جولای",
            "august aug اوت آگوست",
            "september sep sept سپتامبر",
            "october oct اکتبر",
            "november nov نوامبر",
            "december dec دسامبر",
        ),
        1,
    )
    for name in names.split()
}
_DAY_WORDS: Final = (
    *("یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم", "سیزدهم"),
    *("چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم", "بیستم"),
)
_DAYS: Final = {word: place for place, word in enumerate(_DAY_WORDS, 1)} | {"اول": 1, "یک": 1, "سی‌ام": 30, "سیم": 30}
_WEEKDAYS: Final = re.compile("^(?:(?:یک|دو|سه|چهار|پنج) ?)?شنبه |^جمعه |^تاریخ |^مورخه? ")
_TWENTIES: Final = re.compile("بیست و (یکم|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم) ")
_THIRTIES: Final = re.compile("سی و یکم ")
_THREE = re.compile(r"(\d{1,4}) ?([/\-.–,،٫\\ ]) ?(\d{1,2}) ?[/\-.–,،٫\\ ] ?(\d{1,4})")
_SOLID = re.compile(r"(1[345]\d\d)(\d\d)(\d\d)")
_NAMED = re.compile(r"(\S+) ([^\W\d]+)(?: ماه)?(?: سال)?(?: (\d+))?")
_NAMED_LAST = re.compile(r"(\d{4}) ([^\W\d]+)(?: ماه)? (\d{1,2})")
_ENGLISH = re.compile(r"([a-z]+) (\d{1,2}) (\d{4})")
_MOST: Final = 60


def parse_date(text: str) -> date | Problem:
    """A Jalali date as people write it, as a Gregorian ``date``.

    ۱۴۰۵/۰۸/۰۱, 1405-8-1, ۱/۸/۱۴۰۵, 14050801, «۱ آبان ۱۴۰۵», «یکشنبه، بیست و سوم آبان‌ماه ۱۴۰۵».
    Years have four digits; Gregorian dates are recognised and refused with their Jalali day.
    """
    typed = normalise(text[: _MOST * 4])
    if len(typed) > _MOST:
        return Problem(DateProblem.NOT_A_DATE, {"got": typed[:_MOST] + "…"})
    tidy = latin_digits(typed).lower()
    if match := _THREE.fullmatch(tidy) or _SOLID.fullmatch(tidy):
        first, middle, last = match[1], match[len(match.groups()) - 1], match[len(match.groups())]
        if len(first) < 3 and len(last) >= 3:
            first, last = last, first
        return _read(first, int(middle), last, typed)
    return _parse_named(tidy, typed)


def _parse_named(tidy: str, typed: str) -> date | Problem:
    # «یکشنبه، بیست و سوم آبان‌ماه ۱۴۰۵»: punctuation and half-spaces as spaces, the weekday away, the day as a number.
    spaced = tidy.replace("سی‌ام", "سیم").replace("سی ام", "سیم").replace(HALF_SPACE, " ")
    spaced = _WEEKDAYS.sub("", " ".join(re.sub("[،,/.\\-]", " ", spaced).split()))
    spaced = _TWENTIES.sub(lambda match: f"{20 + _DAYS[match[1]]} ", _THIRTIES.sub("31 ", spaced))
    if match := _NAMED_LAST.fullmatch(spaced):
        year, name, day = match.groups()
    elif match := _NAMED.fullmatch(spaced):
        day, name, year = match.groups()
        name = name.removesuffix("ماه") or name
    elif match := _ENGLISH.fullmatch(spaced):
        name, day, year = match.groups()
    else:
        return Problem(DateProblem.NOT_A_DATE, {"got": typed})
    number = _DAYS.get(day) or (int(day) if day.isdecimal() and len(day) <= 2 else None)
    month = _JALALI_MONTHS.get(name)
    foreign = _GREGORIAN_MONTHS.get(name)
    if number is None or (month is None and foreign is None):
        return Problem(DateProblem.NOT_A_DATE, {"got": typed})
    if year is None:
        return Problem(DateProblem.YEAR_MISSING, {"got": typed})
    if month is None:
        return _foreign(int(year), foreign or 0, number, typed)
    return _read(year, month, str(number), typed)


def _read(year: str, month: int, day: str, typed: str) -> date | Problem:
    if len(year) <= 2:
        return Problem(DateProblem.TWO_DIGIT_YEAR, {"got": typed})
    if len(day) > 2 or len(year) > 4:
        return Problem(DateProblem.NOT_A_DATE, {"got": typed})
    if 1800 <= int(year) <= 2200:
        return _foreign(int(year), month, int(day), typed)
    return gregorian(int(year), month, int(day))


def _foreign(year: int, month: int, day: int, typed: str) -> Problem:
    for tried_month, tried_day in ((month, day), (day, month)):
        try:
            same = date(year, tried_month, tried_day)
        except ValueError:
            continue
        return Problem(DateProblem.GREGORIAN, {"got": typed, "wanted": same})
    return Problem(DateProblem.NOT_A_DATE, {"got": typed})
