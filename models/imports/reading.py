"""Reading the cells of one row: the values and refusals of the forms, and what only sheets get wrong."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, TypeVar, cast

from models.imports.columns import Cell, CellProblem, Fault, Heading, SheetRow
from models.organisations import OfficeKind, RoleKind
from models.units import ADDRESS_LENGTH, NAME_LENGTH, PersonKind, TradeClass
from models.values.ids import IdKind, Phone, parse_id
from models.values.jalali import jalali, parse_date
from models.values.problem import Problem
from models.values.quantity import MOST_DECIMALS, MOST_WHOLE_DIGITS, Ambiguous, Measure, parse_count, parse_quantity
from models.values.text import free_text, latin_digits, normalise, search_key

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
_EPOCH: Final = date(1899, 12, 30)
_SERIALS: Final = range(20_000, 80_000)
"""Days of Excel's calendar that may be meant by a bare number: 1954 to 2119."""
_DEGREES: Final = re.compile(r"-?\d{1,3}(?:\.\d{1,15})?")
_WRAPPED: Final = re.compile('="(.*)"', re.DOTALL)
"""How some programs keep a number's zeros in CSV."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that cells hold for members of enumerations, by their search keys; the words are the house's own."""

    person_kinds: Mapping[str, PersonKind]
    trade_classes: Mapping[str, TradeClass]
    measures: Mapping[str, Measure]
    roles: Mapping[str, RoleKind]
    office_kinds: Mapping[str, OfficeKind]


@dataclass(frozen=True, slots=True)
class Place:
    """An office by its code, or by its name within county and province."""

    code: str = ""
    province: str = ""
    county: str = ""
    name: str = ""


class RowReader:
    """Reads one row; what is wrong gathers in ``faults``, and a value that could not be read is None."""

    def __init__(self, row: SheetRow) -> None:
        self.row = row
        self.faults: list[Fault] = []

    def wrong(self, key: str, problem: Problem) -> None:
        """Note what is wrong with a cell."""
        self.faults.append(Fault(self.row.number, key, problem))

    def text(self, key: str, *, required: bool = True) -> str | None:
        """The cell as text: numbers without a decimal point, no date."""
        if key in self.row.formulas:
            self.wrong(key, Problem(CellProblem.FORMULA))
            return None
        cell = self.row.cells.get(key)
        if isinstance(cell, date):
            self.wrong(key, Problem(CellProblem.DATE_FOR_TEXT, {"column": Heading(key)}))
            return None
        written = "" if cell is None else written_of(cell)
        if not written or written.isspace():
            if required:
                self.wrong(key, Problem(CellProblem.EMPTY, {"column": Heading(key)}))
            return None
        return written

    def read(self, key: str, reader: Callable[[str], T | Problem], *, required: bool = True) -> T | None:
        """The cell through a reader of the values."""
        written = self.text(key, required=required)
        if written is None:
            return None
        found = reader(written)
        if isinstance(found, Problem):
            self.wrong(key, found)
            return None
        return found

    def name(self, key: str, most: int = NAME_LENGTH, *, required: bool = True, least: int = 2) -> str | None:
        """Words: a title, a company."""
        return self.read(key, lambda text: _words(text, most, least), required=required)

    def person(self, key: str) -> str | None:
        """A first or last name: no digits."""
        return self.read(key, _person)

    def address(self, key: str) -> str | None:
        """An address."""
        return self.read(key, lambda text: _words(text, ADDRESS_LENGTH, 10))

    def number(self, key: str, kind: IdKind, given: dict[IdKind, str], *, required: bool = True) -> Any:
        """An id, told apart from those given before in the row."""
        found = self.read(key, lambda text: parse_id(kind, text, given), required=required)
        if found is None:
            return None
        given[kind] = found
        return found

    def phone(self, key: str) -> Any:
        """A mobile number."""
        return self.read(key, Phone.parse)

    def word(self, key: str, words: Mapping[str, E], *, required: bool = True) -> E | None:
        """One of the words of an enumeration."""

        def read(text: str) -> E | Problem:
            found = words.get(key_of(text))
            return found or Problem(
                CellProblem.UNKNOWN_WORD, {"got": normalise(text)[:40], "words": tuple(dict.fromkeys(words.values()))}
            )

        return cast("E | None", self.read(key, read, required=required))

    def day(self, key: str) -> date | None:
        """A Jalali date as text, or a date of Excel."""
        cell = self.row.cells.get(key)
        if key not in self.row.formulas:
            if isinstance(cell, datetime):
                return cell.date()
            if isinstance(cell, date):
                return cell
            if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in _SERIALS:
                return _EPOCH + timedelta(days=int(cell))
        return self.read(key, parse_date)

    def amount(self, key: str, measure: Measure) -> Decimal | None:
        """A quantity in this measure; a number of Excel is what it is."""
        cell = self.row.cells.get(key)
        if isinstance(cell, int | float) and not isinstance(cell, bool) and key not in self.row.formulas:
            exact = Decimal(repr(cell)).normalize()
            places = -min(int(exact.as_tuple().exponent), 0)
            if exact >= 0 and places <= MOST_DECIMALS and exact < 10**MOST_WHOLE_DIGITS:
                return Decimal(f"{exact:f}")

        def read(text: str) -> Decimal | Problem:
            found = parse_quantity(text, measure)
            if isinstance(found, Ambiguous):
                return Problem(CellProblem.TWO_READINGS, {"got": found.text})
            return found if isinstance(found, Problem) else found.amount

        return self.read(key, read)

    def count(self, key: str) -> int | None:
        """A number of people."""
        return self.read(key, parse_count)

    def degrees(self, key: str) -> float | None:
        """Degrees of latitude or longitude."""

        def read(text: str) -> float | Problem:
            tidy = latin_digits(normalise(text)).replace("٫", ".").replace("/", ".").replace(",", ".").strip(" °")
            if not _DEGREES.fullmatch(tidy):
                return Problem(CellProblem.NO_PLACE, {"got": tidy[:40]})
            return round(float(tidy), 6)

        return self.read(key, read)


@lru_cache(4096)
def key_of(text: str) -> str:
    """The search key of a word that stands in many rows."""
    return search_key(text)


@lru_cache(4096)
def tidy(text: str) -> str:
    """A name that stands in many rows, normalised."""
    return normalise(text)


def written_of(cell: Cell) -> str:
    """A cell as text: 9121234567.0 is 9121234567, a date is Jalali."""
    if isinstance(cell, str):
        wrapped = _WRAPPED.fullmatch(cell)
        return wrapped[1] if wrapped else cell
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, date):
        year, month, day = jalali(cell)
        return f"{year}/{month:02d}/{day:02d}"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15:
        return str(int(cell))
    return f"{Decimal(repr(cell)):f}" if isinstance(cell, float) else str(cell)


def _words(text: str, most: int, least: int) -> str | Problem:
    tidy = free_text(text, most=most, least=least)
    if isinstance(tidy, str) and not any(character.isalpha() for character in tidy):
        return Problem(CellProblem.DIGIT_IN_NAME, {"got": tidy[:20]})
    return tidy


def _person(text: str) -> str | Problem:
    tidy = free_text(text, most=NAME_LENGTH, least=2)
    if isinstance(tidy, Problem):
        return tidy
    digit = next((character for character in tidy if character.isdecimal()), None)
    return tidy if digit is None else Problem(CellProblem.DIGIT_IN_NAME, {"got": digit})
