"""What people type into one field to find a circular: its number, words, a Jalali day, month or year."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from models.values.jalali import FIRST_YEAR, LAST_YEAR, MONTH_NAMES, JalaliMonth, parse_date
from models.values.letters import LetterNumber
from models.values.problem import Problem
from models.values.text import HALF_SPACE, latin_digits, normalise, search_key

MOST_TYPED: Final = 100
MOST_TERMS: Final = 8
_NOISE: Final = frozenset(map(search_key, ("بخشنامه", "نامه", "شماره", "مورخ", "مورخه", "تاریخ", "سال")))
_MONTHS: Final = {search_key(name): place for place, name in enumerate((*MONTH_NAMES,), 1)}
_YEAR: Final = re.compile(r"1[345]\d\d")
_MONTH: Final = re.compile(r"(1[345]\d\d)[/\-.](\d{1,2})")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be there: its search key in the text, or the date (Gregorian, both days included)."""

    key: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for. ``number``: the search key of what may be a number, looked for among numbers first.

    Else, or where no number has it, all ``terms`` must be there, in any order.
    """

    number: str
    terms: tuple[Term, ...]


def read_sought(text: str) -> Sought | None:
    """What was typed, in whatever alphabet; None when there is neither a letter nor a digit in it."""
    typed = normalise(text[: MOST_TYPED * 4])[:MOST_TYPED]
    pieces = [piece for piece in typed.split(" ") if search_key(piece)]
    told = [piece for piece in pieces if search_key(piece) not in _NOISE] or pieces
    if not told:
        return None
    whole = " ".join(piece for piece in typed.split(" ") if piece in told or not search_key(piece))
    day = parse_date(whole)
    if not isinstance(day, Problem):
        return Sought("", (Term(search_key(whole), day, day),))
    terms = _terms(told)[:MOST_TERMS]
    number = LetterNumber.parse(whole)
    dated = any(one.since is not None for one in terms)
    if isinstance(number, str) and " " not in number and not dated:
        return Sought(search_key(number), (Term(search_key(number)),))
    return Sought("", terms)


def _terms(pieces: list[str]) -> tuple[Term, ...]:
    """Each word by itself; a month's name and the year after it are one."""
    terms: list[Term] = []
    left = list(pieces)
    while left:
        piece = left.pop(0)
        key = search_key(piece)
        month = _MONTHS.get(key) or _MONTHS.get(key.removesuffix("ماه"))
        following = [search_key(one) for one in left[:2]]
        if month and following and following[0] == "ماه" and len(following) > 1 and _is_year(following[1]):
            left.pop(0)
            following = following[1:]
        if month and following and _is_year(following[0]):
            left.pop(0)
            named = f"{key.removesuffix('ماه')}{following[0]}"
            terms.append(_in_month(named, int(following[0]), month))
            continue
        terms.append(_term(piece, key))
    return tuple(terms)


def _term(piece: str, key: str) -> Term:
    plain = latin_digits(piece).replace(HALF_SPACE, "").strip("،,.؛:؟!()«»")
    if _is_year(plain):
        year = int(plain)
        return Term(key, JalaliMonth(year, 1).first_day, JalaliMonth(year, 12).last_day)
    numbered = _MONTH.fullmatch(plain)
    if numbered and 1 <= int(numbered[2]) <= 12:
        return _in_month(key, int(numbered[1]), int(numbered[2]))
    day = parse_date(plain) if any(one.isdecimal() for one in plain) else None
    return Term(key, day, day) if isinstance(day, date) else Term(key)


def _is_year(plain: str) -> bool:
    return bool(_YEAR.fullmatch(plain)) and FIRST_YEAR <= int(plain) <= LAST_YEAR


def _in_month(key: str, year: int, month: int) -> Term:
    whole = JalaliMonth(year, month)
    return Term(key, whole.first_day, whole.last_day)
