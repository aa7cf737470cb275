"""Numbers and dates of official letters and minutes, as people type them: «۶۰/۲۲۷۲۱۰», «شمارهٔ ۱۴۰۵/د/۸۱»."""

import re
from datetime import date
from enum import StrEnum
from typing import Final, Self

from models.values.jalali import parse_date
from models.values.problem import Problem
from models.values.text import HALF_SPACE, latin_digits, normalise

LONGEST: Final = 30
EARLIEST: Final = date(2019, 11, 17)
"""26 Aban 1398, the day of letter 60/227210: nothing of what it asks for is older."""


class LetterProblem(StrEnum):
    """Why the number or the date of a letter is refused."""

    NO_NUMBER = "letter-number-missing"
    """No digit in it. ``got``: what came, shortened."""
    STRANGE = "letter-number-strange"
    """``got``: the first sign or word that no letter's number holds."""
    TOO_LONG = "letter-number-long"
    """``got`` and ``most``: numbers of characters."""
    PHONE = "letter-number-phone"
    """``got``: a mobile number, masked."""
    FUTURE = "letter-date-future"
    """``got``: a day that has not come yet; ``today``."""
    EARLY = "letter-date-early"
    """``got``: a day before ``least``."""


_NAMED: Final = re.compile(
    r"^(?:شماره|نامه|صورت\u200c?جلسه|no\.?)\u0654?(?: (?:نامه|صورت\u200c?جلسه)\u0654?)?\s*[:：]?\s*", re.IGNORECASE
)
_AROUND: Final = re.compile(rf"[ {HALF_SPACE}]*([/\\\-.–,،])[ {HALF_SPACE}]*")
_RUNS: Final = re.compile(r"\d+|[^\W\d_]+|.")
_JOINTS: Final = "/-. "
_LONGEST_WORD: Final = 4
_MOBILE: Final = re.compile(r"(?:\+?98|0)9\d{9}")


class LetterNumber(str):
    """A letter's number with Latin digits: digits and short letters, parted by slashes, dashes, dots or spaces."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self | Problem:
        """Read what was typed: «شمارهٔ ۶۰/۲۲۷۲۱۰» is ``60/227210``."""
        typed = _NAMED.sub("", normalise(text)).strip(" .:،؛")
        tidy = _AROUND.sub(r"\1", latin_digits(typed)).replace("\\", "/").replace("–", "-").replace(HALF_SPACE, " ")
        if not any(one.isdecimal() for one in tidy):
            return Problem(LetterProblem.NO_NUMBER, {"got": typed[:LONGEST]})
        if len(tidy) > LONGEST:
            return Problem(LetterProblem.TOO_LONG, {"got": len(tidy), "most": LONGEST})
        if _MOBILE.fullmatch(tidy.translate({ord(one): None for one in " -"})):
            return Problem(LetterProblem.PHONE, {"got": f"{tidy[:4]}•••"})
        for run in _RUNS.findall(tidy):
            if not (run.isdecimal() or run in _JOINTS or (run.isalpha() and len(run) <= _LONGEST_WORD)):
                return Problem(LetterProblem.STRANGE, {"got": run})
        return cls(tidy)

    @property
    def like_a_date(self) -> bool:
        """Whether it can be read as a day: perhaps the date was typed in the place of the number."""
        return not isinstance(parse_date(self), Problem)


def parse_letter_date(text: str, today: date, least: date = EARLIEST) -> date | Problem:
    """The Jalali date of a letter or a minute, as a Gregorian ``date``: from ``least`` to ``today``."""
    day = parse_date(text)
    if isinstance(day, Problem):
        return day
    if day > today:
        return Problem(LetterProblem.FUTURE, {"got": day, "today": today})
    if day < least:
        return Problem(LetterProblem.EARLY, {"got": day, "least": least})
    return day
