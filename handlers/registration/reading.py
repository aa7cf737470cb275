"""Reading what people type in the registration: names, dates, places, amounts. Answers are plain JSON."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from handlers.form import Answer, AskBack, Body, Option, Reader
from handlers.screen import Part, Value, Word
from models.units import ADDRESS_LENGTH, NAME_LENGTH, UnitProblem
from models.values.ids import IdKind, parse_id
from models.values.jalali import DateProblem, parse_date
from models.values.problem import Problem
from models.values.quantity import MOST_EMPLOYEES, Ambiguous, Measure, Quantity, parse_count, parse_quantity
from models.values.text import free_text, latin_digits, normalise

UNION_LENGTH: Final = 120
"""Most characters of a union's name as typed by somebody who did not find it."""


class ReadingProblem(StrEnum):
    """Why something typed here is refused."""

    DIGITS_IN_NAME = "digits-in-name"
    """``got``: the first digit in a person's name."""
    ONLY_DIGITS = "only-digits"
    """A number where a name or an address is wanted."""
    SIGN_IN_NAME = "sign-in-name"
    """``got``: a sign in a name that is none of its letters (< or >)."""
    ENDS_BEFORE_ISSUE = "ends-before-issue"
    """``issued``, ``expires``: the last day, which alone is asked, is not after the first."""
    FIRST_AFTER_ISSUE = "first-after-issue"
    """``issued``, ``since``: the first licence would be younger than the present one."""
    NO_CAPACITY = "no-capacity"
    """``name``: a product of which nothing could be made."""
    PLACE_NOT_READ = "place-not-read"
    """``got``: what came, shortened."""


def person_name(text: str, _: Body) -> Answer | Problem:
    """A first or last name: no digits."""
    name = _plain(free_text(text, most=NAME_LENGTH, least=2))
    if isinstance(name, Problem):
        return name
    digit = next((character for character in name if character.isdecimal()), None)
    return name if digit is None else Problem(ReadingProblem.DIGITS_IN_NAME, {"got": digit})


def _plain(name: str | Problem) -> str | Problem:
    sign = None if isinstance(name, Problem) else next((character for character in name if character in "<>"), None)
    return name if sign is None else Problem(ReadingProblem.SIGN_IN_NAME, {"got": sign})


def worded(most: int = NAME_LENGTH, least: int = 2, *, name: bool = True) -> Reader:
    """The reader of a name or (not ``name``) an address: words, not a number alone."""

    def read(text: str, _: Body) -> Answer | Problem:
        tidy = free_text(text, most=most, least=least)
        if isinstance(tidy, str) and not any(character.isalpha() for character in tidy):
            return Problem(ReadingProblem.ONLY_DIGITS)
        return _plain(tidy) if name else tidy

    return read


address = worded(ADDRESS_LENGTH, 10, name=False)


def number(kind: IdKind, given: Callable[[Body], dict[IdKind, str]]) -> Reader:
    """The reader of an id: told apart from the ids that were given before."""

    def read(text: str, body: Body) -> Answer | Problem:
        parsed = parse_id(kind, text, given(body))
        return parsed if isinstance(parsed, Problem) else str(parsed)

    return read


def licence_issued(text: str, body: Body) -> Answer | Problem | AskBack:
    """A date up to today, as ISO."""
    today = date.fromisoformat(body.facts["today"])
    return _day(text, lambda day: Problem(UnitProblem.LICENCE_FUTURE, {"issued": day}) if day > today else None)


def licence_expires(text: str, body: Body) -> Answer | Problem | AskBack:
    """A date after the date of issue, as ISO."""
    issued = date.fromisoformat(body.answers["licence-issued"])

    def refused(day: date) -> Problem | None:
        early = day <= issued
        return Problem(ReadingProblem.ENDS_BEFORE_ISSUE, {"issued": issued, "expires": day}) if early else None

    return _day(text, refused)


def licensed_since(text: str, body: Body) -> Answer | Problem | AskBack:
    """The first licence's date of issue, not after that of the present one, as ISO."""
    issued = date.fromisoformat(body.answers["licence-issued"])

    def refused(day: date) -> Problem | None:
        return Problem(ReadingProblem.FIRST_AFTER_ISSUE, {"issued": issued, "since": day}) if day > issued else None

    return _day(text, refused)


def _day(text: str, refused: Callable[[date], Problem | None]) -> Answer | Problem | AskBack:
    """A date as ISO, unless it is refused; a Gregorian one is asked back as the Jalali day that it is."""
    read = parse_date(text)
    day = read.values["wanted"] if isinstance(read, Problem) and read.code is DateProblem.GREGORIAN else read
    if not isinstance(day, date):
        return read
    problem = refused(day)
    if problem is not None or not isinstance(read, Problem):
        return problem or day.isoformat()
    typed = str(read.values["got"])
    options = (Option(day.isoformat(), "registration-this-day", values={"day": day}),)
    return AskBack(Part("registration-gregorian", {"typed": typed, "day": day}), options)


_DEGREES: Final = re.compile(r"(?<![\d.])\d{1,3}\.\d{1,15}(?![\d.])|(?<![\d.])\d{2}(?![\d.])")
_MOST_TYPED: Final = 300


def place(text: str, _: Body) -> Answer | Problem:
    """Latitude and longitude in degrees, from «۳۵٫۶۸۹۲، ۵۱٫۳۸۹۰» or a map's address; in either order."""
    tidy = latin_digits(normalise(text[:_MOST_TYPED])).replace("٫", ".").replace("%2C", ",")
    tidy = re.sub(r"(?<=\d)/(?=\d{3})", ".", tidy) if "://" not in tidy else tidy
    found = [float(figure) for figure in _DEGREES.findall(tidy)]
    exact = [figure for figure in found if figure != int(figure)]
    pair = found[:2] if len(found) == 2 else exact[:2]
    if len(pair) != 2:
        return Problem(ReadingProblem.PLACE_NOT_READ, {"got": tidy[:40]})
    # Everywhere in Iran the latitude (24 to 41) is below the longitude (43 to 64): the order need not be asked.
    # What is far away is told at once; the border itself is the models' business.
    latitude, longitude = sorted(pair)
    if not (20 <= latitude <= 45 and 40 <= longitude <= 70):
        return Problem(UnitProblem.LOCATION_OUTSIDE)
    return [round(latitude, 6), round(longitude, 6)]


def amount(measure: Measure, product: str, *, above_zero: bool) -> Reader:
    """The reader of a quantity in the product's measure, as a decimal text; what has two readings is asked back."""

    def read(text: str, _: Body) -> Answer | Problem | AskBack:
        quantity = parse_quantity(text, measure)
        if isinstance(quantity, Problem):
            return quantity
        if isinstance(quantity, Ambiguous):
            options = tuple(_reading(one) for one in quantity.readings if one.amount or not above_zero)
            return AskBack(Part("registration-which", {"typed": quantity.text}), options)
        if above_zero and not quantity.amount:
            return Problem(ReadingProblem.NO_CAPACITY, {"name": product})
        return str(quantity.amount)

    return read


def _reading(quantity: Quantity) -> Option:
    values: dict[str, Value] = {"amount": quantity.amount, "measure": Word(f"measure-{quantity.measure.value}")}
    return Option(str(quantity.amount), "quantity", values=values)


def employees(text: str, _: Body) -> Answer | Problem:
    """How many people work there, the person at least."""
    number = parse_count(text)
    return Problem(UnitProblem.EMPLOYEES, {"got": 0, "least": 1, "most": MOST_EMPLOYEES}) if number == 0 else number


def decimal(answer: Answer) -> Decimal:
    """The amount of an answer."""
    return Decimal(str(answer))
