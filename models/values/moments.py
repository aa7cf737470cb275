"""A day and an hour as people write them: «فردا ساعت ۸ صبح», «۱۴۰۵/۰۹/۱۰ ساعت ۱۰:۳۰», «شنبه ۹». Always of Tehran."""

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from models.values.jalali import TEHRAN, DateProblem, jalali, parse_date
from models.values.problem import Problem
from models.values.text import HALF_SPACE, latin_digits, normalise


class MomentProblem(StrEnum):
    """Why no instant was read. ``got``: what came."""

    NO_HOUR = "moment-without-hour"
    BAD_HOUR = "moment-bad-hour"


_MOST: Final = 60
_DAYS: Final = {"امروز": 0, "امشب": 0, "فردا": 1, "فردا شب": 1, "پس فردا": 2, "پسفردا": 2, "today": 0, "tomorrow": 1}
_WEEK: Final = ("دوشنبه", "سهشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")
"""By the number that :meth:`date.weekday` gives, without spaces."""
_HALVES: Final = {
    "بامداد": 0,
    "صبح": 0,
    "ظهر": 12,
    "بعدازظهر": 12,
    "عصر": 12,
    "غروب": 12,
    "شب": 12,
    "am": 0,
    "pm": 12,
}
_HOUR: Final = re.compile(
    r"(?:^|\s|،|,)(?:(?:در |رأس |راس )?(?:ساعت|at) ?)?(?P<hour>\d{1,2})"
    r"(?:(?: ?: ?|\.|٫| و )(?P<minute>\d{1,2}|نیم|ربع)(?: دقیقه)?)?"
    r"(?: ?(?P<half>بامداد|صبح|ظهر|بعد از ظهر|بعدازظهر|عصر|غروب|شب|am|pm))?$"
)
_NUMBERS: Final = ("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده")
_SPOKEN: Final = re.compile(rf"ساعت ({'|'.join(_NUMBERS)})(?= |$)")
_MINUTES: Final = {"نیم": 30, "ربع": 15}


def parse_moment(text: str, today: date) -> datetime | Problem:
    """The aware instant that was typed; ``today`` is Tehran's date. Whether it has passed is for others to say."""
    typed = normalise(text[: _MOST * 4])[:_MOST]
    tidy = latin_digits(typed).replace(HALF_SPACE, " ").lower().strip(" .،")
    tidy = _SPOKEN.sub(lambda match: f"ساعت {_NUMBERS.index(match[1]) + 1}", tidy)
    found = _HOUR.search(tidy)
    if found is None or _is_of_date(tidy, found):
        return Problem(MomentProblem.NO_HOUR, {"got": typed})
    day = _day(tidy[: found.start()].strip(" ،,-"), today)
    if isinstance(day, Problem):
        return day
    clock = _clock(found)
    if clock is None:
        return Problem(MomentProblem.BAD_HOUR, {"got": typed})
    return datetime.combine(day, clock, TEHRAN)


def _is_of_date(tidy: str, found: re.Match[str]) -> bool:
    """Whether the last number is the year of a date that has no hour behind it: «۱۰/۹/۱۴۰۵», «۵ آذر»."""
    return not tidy[: found.start()].strip(" ،,-") and "ساعت" not in tidy and ":" not in tidy


def _clock(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), found["minute"] or "0"
    minutes = _MINUTES.get(minute) if minute in _MINUTES else int(minute)
    half = (found["half"] or "").replace(" ", "")
    if half == "شب" and hour == 12:
        return None  # of which day, people differ
    if half and hour <= 12 and not (half == "ظهر" and hour >= 11):
        hour = hour % 12 + _HALVES[half]
    if hour > 23 or minutes is None or minutes > 59:
        return None
    return time(hour, minutes)


def _day(typed: str, today: date) -> date | Problem:
    if not typed:
        return today
    if typed in _DAYS:
        return today + timedelta(days=_DAYS[typed])
    solid = typed.replace(" ", "").removeprefix("روز")
    if solid in _WEEK:
        return today + timedelta(days=(_WEEK.index(solid) - today.weekday() - 1) % 7 + 1)
    day = parse_date(typed)
    if isinstance(day, Problem) and day.code is DateProblem.YEAR_MISSING:
        year = jalali(today)[0]
        tried = [parse_date(f"{typed} {one}") for one in (year, year + 1)]
        return next((one for one in tried if isinstance(one, Problem) or one >= today), day)
    return day
