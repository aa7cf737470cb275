"""Quantities, sums of money and counts from the words people type."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from models.values.problem import Problem
from models.values.quantity.problems import QuantityProblem
from models.values.quantity.units import (
    PERSON,
    RIAL,
    TOMAN,
    UNIT_OF,
    WHOLE,
    Counted,
    Dimension,
    Measure,
    Unit,
)
from models.values.quantity.words import (
    AND,
    APPROXIMATE,
    MILLION,
    MOST_TYPED,
    SCALES,
    Amount,
    Reader,
    Refused,
    shortened,
)

MOST_DECIMALS: Final = 3
MOST_WHOLE_DIGITS: Final = 12
MOST_MONEY_DIGITS: Final = 15
MOST_EMPLOYEES: Final = 9_999
_HEMMAT: Final = "همت"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount in a product's measure: at least zero, at most 3 decimals and 12 digits before them."""

    amount: Decimal
    measure: Measure


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A text that can be read in several ways: the person chooses. ``readings`` are two or more, the likelier first."""

    text: str
    readings: tuple[Quantity, ...]


class Rial(int):
    """A sum in rials; people say tomans (ten rials)."""

    __slots__ = ()

    @property
    def toman(self) -> Decimal:
        """The same sum in tomans, exact."""
        return Decimal(int(self)) / 10


@dataclass(frozen=True, slots=True)
class AmbiguousMoney:
    """A sum that can be read in several ways (rial or toman): two readings or more, the likelier first."""

    text: str
    readings: tuple[Rial, ...]


def parse_quantity(text: str, measure: Measure) -> Quantity | Ambiguous | Problem:
    """Read a quantity for a product of this measure; a bare number is in that measure, units of its kind are converted.

    «دو تن و نیم», «۱۰ تن ۵۰۰ کیلو», «۱٬۲۰۰ کیلو», «دوهزارتا», «هفت صد», «هیچ». Negative, approximate and mixed texts
    are named problems; what has two meanings («۱/۲ تن», 1.200, ۱٫۲۰۰) comes back as Ambiguous.
    """
    try:
        unit = UNIT_OF[measure]
        decimals = 0 if unit.dimension in WHOLE else MOST_DECIMALS
        found = _fitting(text, _sums(Reader(_bounded(text)), unit), decimals, MOST_WHOLE_DIGITS)
    except Refused as refused:
        return _with_wanted(refused.problem, measure)
    readings = tuple(Quantity(amount, measure) for amount in found)
    return readings[0] if len(readings) == 1 else Ambiguous(shortened(text), readings)


def parse_money(text: str) -> Rial | AmbiguousMoney | Problem:
    """Read a sum: a bare number is rial; «۱۲ میلیون تومان» is 120,000,000 rial; «۱۲ میلیون» alone is asked back."""
    try:
        found = _fitting(text, _rials(Reader(_bounded(text))), 0, MOST_MONEY_DIGITS)
    except Refused as refused:
        return _with_wanted(refused.problem, Counted.RIAL)
    readings = tuple(Rial(int(amount)) for amount in found)
    return readings[0] if len(readings) == 1 else AmbiguousMoney(shortened(text), readings)


def parse_count(text: str, most: int = MOST_EMPLOYEES) -> int | Problem:
    """Read a whole number of people: «شش نفر», ۶, 6; zero to ``most``."""
    try:
        found = _fitting(text, _sums(Reader(_bounded(text)), PERSON), 0, MOST_WHOLE_DIGITS)
    except Refused as refused:
        return _with_wanted(refused.problem, Counted.PERSON)
    if len(found) > 1:  # «۱٫۰۰۰ نفر»
        return Problem(QuantityProblem.BAD_GROUPING, {"got": shortened(text), "wanted": Counted.PERSON})
    whole = int(found[0])
    if whole > most:
        return Problem(QuantityProblem.COUNT_TOO_BIG, {"got": whole, "most": most, "wanted": Counted.PERSON})
    return whole


def _with_wanted(problem: Problem, wanted: object) -> Problem:
    most = MOST_MONEY_DIGITS if wanted is Counted.RIAL else MOST_WHOLE_DIGITS
    limit = {"most": most} if problem.code is QuantityProblem.TOO_BIG else {}
    return Problem(problem.code, {**limit, **problem.values, "wanted": wanted})


def _bounded(text: str) -> str:
    if len(text) <= MOST_TYPED:
        return text
    digits = sum(character.isdecimal() for character in text)
    if digits > len(text) // 2:
        raise Refused(QuantityProblem.TOO_BIG, got=digits)
    raise Refused(QuantityProblem.NOT_UNDERSTOOD, got=shortened(text))


def _begin(reader: Reader) -> None:
    """Stop before what can be no number at all."""
    if not reader.rest:
        raise Refused(QuantityProblem.NO_NUMBER, got=reader.typed)
    if reader.word() in {"-", "منفی", "minus"} and reader.number_ahead(1):
        raise Refused(QuantityProblem.NEGATIVE, got=reader.typed)
    if reader.word() == "+":
        reader.skip()
    if reader.number_ahead():
        return
    if reader.word() in APPROXIMATE:
        raise Refused(QuantityProblem.APPROXIMATE, got=reader.word())
    if any(token.kind == "figure" for token in reader.rest):
        reader.refuse_rest()
    raise Refused(QuantityProblem.NO_NUMBER, got=reader.typed)


def _sums(reader: Reader, wanted: Unit) -> tuple[Decimal, ...]:
    """All readings in the wanted unit: an amount with its unit, and parts or a smaller unit, mostly after «و»."""
    _begin(reader)
    readings = reader.amount().readings
    if wanted.dimension in WHOLE:  # «۱۲٫۰۰۰ عدد»: of what has no parts the thousands are likelier
        readings = tuple(sorted(readings, reverse=True))
    typed_unit = reader.unit()
    if typed_unit is None:
        reader.refuse_rest()
        return readings
    word, unit = typed_unit
    if unit.dimension == Dimension.TELLER and reader.number_ahead():
        raise Refused(QuantityProblem.RANGE, got=reader.typed)
    total = _converted(readings, word, _dozen(reader, unit), wanted)
    if reader.word() == AND:
        total = _and_more(reader, total, (word, unit), wanted)
    elif reader.number_ahead():
        total = _smaller(reader, total, unit, wanted)
    reader.refuse_rest()
    return total


def _dozen(reader: Reader, unit: Unit) -> Unit:
    # «دو جین جفت»: the dozen counts what follows it.
    if unit.dimension != Dimension.DOZEN:
        return unit
    counted = reader.unit()
    return unit if counted is None else Unit(counted[1].dimension, counted[1].factor * unit.factor)


def _and_more(reader: Reader, total: tuple[Decimal, ...], first: tuple[str, Unit], wanted: Unit) -> tuple[Decimal, ...]:
    word, unit = first
    part, words = reader.part(1)
    if part is not None and not (reader.word(1 + words) and reader.word(1 + words) != AND):
        reader.skip(1 + words)
        return tuple(a + b for a in total for b in _converted((part,), word, unit, wanted))
    if not reader.number_ahead(1):
        return total
    reader.skip()
    readings = reader.amount().readings
    second = reader.unit()
    if second is None:
        # «دو تن و پانصد»: the kilograms go without saying; any other unit must be said.
        if unit.dimension != Dimension.MASS or unit.factor != 1000 or max(readings) >= 1000:
            raise Refused(QuantityProblem.NOT_UNDERSTOOD, got=reader.typed)
        second = (word, Unit(Dimension.MASS, Decimal(1)))
    return _with_smaller(reader, total, unit, _Part(readings, *second), wanted)


def _smaller(reader: Reader, total: tuple[Decimal, ...], unit: Unit, wanted: Unit) -> tuple[Decimal, ...]:
    # «۱۰ تن ۵۰۰ کیلو»: without «و» the smaller unit must be said.
    readings = reader.amount().readings
    second = reader.unit()
    if second is None:
        raise Refused(QuantityProblem.SEVERAL, got=reader.typed)
    return _with_smaller(reader, total, unit, _Part(readings, *second), wanted)


class _Part(NamedTuple):
    readings: tuple[Decimal, ...]
    word: str
    unit: Unit


def _with_smaller(
    reader: Reader, total: tuple[Decimal, ...], unit: Unit, part: _Part, wanted: Unit
) -> tuple[Decimal, ...]:
    if part.unit.dimension != unit.dimension or max(part.readings) * part.unit.factor >= unit.factor:
        raise Refused(QuantityProblem.NOT_UNDERSTOOD, got=reader.typed)
    return tuple(a + b for a in total for b in _converted(part.readings, part.word, part.unit, wanted))


def _converted(readings: Iterable[Decimal], word: str, unit: Unit, wanted: Unit) -> tuple[Decimal, ...]:
    same = unit.dimension == wanted.dimension
    told = wanted.dimension in WHOLE and unit.dimension in {Dimension.TELLER, Dimension.DOZEN}
    people = wanted.dimension == Dimension.PERSON and word in {"تن", "عدد"}
    if not (same or told or people):
        raise Refused(QuantityProblem.UNIT_MISMATCH, got=word)
    if people:
        return tuple(readings)
    factors = [unit.factor / wanted.factor]
    if unit.dimension == Dimension.DOZEN and wanted.dimension == Dimension.PAIR:
        # A dozen of shoes is said of twelve pairs and of twelve single ones.
        factors.append(factors[0] / 2)
    return tuple(value * factor for factor in factors for value in readings)


def _rials(reader: Reader) -> tuple[Decimal, ...]:
    _begin(reader)
    said = [token.text for token in reader.rest]
    amount = reader.amount()
    readings = amount.readings
    scaled = any(word in SCALES for word in said)
    if not scaled and len(readings) > 1:
        # A rial has no parts: of 1.2 and 1200 only the whole one is meant.
        readings = tuple(value for value in readings if value == int(value)) or readings
        readings = tuple(sorted(readings, reverse=True))
    currency = reader.unit()
    if currency is not None and currency[1].dimension != Dimension.MONEY:
        raise Refused(QuantityProblem.UNIT_MISMATCH, got=currency[0])
    reader.refuse_rest()
    readings = _spoken(readings, amount, said)
    if _HEMMAT in said:
        factors = [TOMAN.factor]
    elif currency is not None:
        factors = [currency[1].factor]
    else:
        factors = [RIAL.factor, TOMAN.factor] if scaled else [RIAL.factor]
    return tuple(value * factor for value in readings for factor in factors)


def _spoken(readings: tuple[Decimal, ...], amount: Amount, said: list[str]) -> tuple[Decimal, ...]:
    # «دو میلیون و پانصد» is said of 2,500,000 and «یک میلیارد و دویست» of 1,200,000,000 more often than of the sum.
    last = next((SCALES[word] for word in reversed(said) if word in SCALES), Decimal(1))
    if amount.scale != 1 or last < MILLION:
        return readings
    more: list[Decimal] = []
    for value in readings:
        rest = value % last
        if 1 <= rest < 1000 and rest == int(rest):
            more.append(value - rest + rest * last / 1000)
    return (*more, *readings)


def _fitting(text: str, readings: Iterable[Decimal], decimals: int, digits: int) -> list[Decimal]:
    """The readings within the limits, in plain form; the first one's trouble when none is."""
    fitting: dict[Decimal, None] = {}
    trouble: Refused | None = None
    for reading in readings:
        plain = reading.normalize() if reading else Decimal(0)
        exponent = plain.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        whole = max(plain.adjusted() + 1, 1)
        if whole > digits:
            trouble = trouble or Refused(QuantityProblem.TOO_BIG, got=whole, most=digits)
        elif places > decimals:
            not_whole = Refused(QuantityProblem.NOT_WHOLE, got=shortened(text))
            too_fine = Refused(QuantityProblem.TOO_MANY_DECIMALS, got=places, most=decimals)
            trouble = trouble or (too_fine if decimals else not_whole)
        else:
            fitting[plain if places else plain.quantize(Decimal(1))] = None
    if not fitting:
        raise trouble or Refused(QuantityProblem.NO_NUMBER, got=shortened(text))
    return list(fitting)
