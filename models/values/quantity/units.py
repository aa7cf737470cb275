"""Units of measure and the words that people use for them."""

from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple


class Measure(StrEnum):
    """The unit in which a product is counted: fixed per product. Named by the Fluent message ``measure-<value>``."""

    KILOGRAM = "kilogram"
    TONNE = "tonne"
    PIECE = "piece"
    METRE = "metre"
    SET = "set"
    SQUARE_METRE = "square-metre"
    CUBIC_METRE = "cubic-metre"
    LITRE = "litre"
    PAIR = "pair"
    DEVICE = "device"
    PART = "part"


class Counted(StrEnum):
    """What is counted where no product is. Named by the Fluent message ``counted-<value>``."""

    RIAL = "rial"
    PERSON = "person"


class Dimension(StrEnum):
    """Units of one dimension convert into each other; nothing else does."""

    MASS = "mass"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    ONE = "one"
    SET = "set"
    PAIR = "pair"
    TELLER = "teller"
    DOZEN = "dozen"
    MONEY = "money"
    PERSON = "person"


class Unit(NamedTuple):
    """So many of the dimension's base (kilogram, metre, square metre, litre, one, rial)."""

    dimension: Dimension
    factor: Decimal


UNIT_OF: Final = {
    Measure.KILOGRAM: Unit(Dimension.MASS, Decimal(1)),
    Measure.TONNE: Unit(Dimension.MASS, Decimal(1000)),
    Measure.METRE: Unit(Dimension.LENGTH, Decimal(1)),
    Measure.SQUARE_METRE: Unit(Dimension.AREA, Decimal(1)),
    Measure.LITRE: Unit(Dimension.VOLUME, Decimal(1)),
    Measure.CUBIC_METRE: Unit(Dimension.VOLUME, Decimal(1000)),
    Measure.PIECE: Unit(Dimension.ONE, Decimal(1)),
    Measure.DEVICE: Unit(Dimension.ONE, Decimal(1)),
    Measure.PART: Unit(Dimension.ONE, Decimal(1)),
    Measure.SET: Unit(Dimension.SET, Decimal(1)),
    Measure.PAIR: Unit(Dimension.PAIR, Decimal(1)),
}
RIAL: Final = Unit(Dimension.MONEY, Decimal(1))
TOMAN: Final = Unit(Dimension.MONEY, Decimal(10))
PERSON: Final = Unit(Dimension.PERSON, Decimal(1))
WHOLE: Final = frozenset({Dimension.ONE, Dimension.SET, Dimension.PAIR, Dimension.PERSON})
"""What has no parts; «تا» (the teller) and the dozen count it."""

_WORDS: Final = (
    (Dimension.MASS, "0.001", "گرم g gr gram grams"),
    (Dimension.MASS, "1", "کیلو کیلوگرم kg kgs kilo kilos kilogram kilograms"),
    (Dimension.MASS, "1000", "تن ton tons tonne tonnes t"),
    (Dimension.LENGTH, "0.001", "میلیمتر میلی mm"),
    (Dimension.LENGTH, "0.01", "سانت سانتی سانتیمتر cm centimetre centimetres centimeter centimeters"),
    (Dimension.LENGTH, "1", "متر m metre metres meter meters"),
    (Dimension.LENGTH, "1000", "کیلومتر km"),
    (Dimension.AREA, "1", "مترمربع مترمربعی m² squaremetre squaremetres squaremeter squaremeters sqm"),
    (Dimension.AREA, "0.0001", "سانتیمترمربع cm²"),
    (Dimension.VOLUME, "0.001", "میلیلیتر سیسی cc ml"),
    (Dimension.VOLUME, "1", "لیتر l lit liter liters litre litres"),
    (Dimension.VOLUME, "1000", "مترمکعب m³ cubicmetre cubicmetres cubicmeter cubicmeters"),
    (Dimension.ONE, "1", "عدد دانه دونه قطعه تکه دستگاه piece pieces pc pcs item items device devices part parts"),
    (Dimension.SET, "1", "ست دست سرویس set sets"),
    (Dimension.PAIR, "1", "جفت pair pairs"),
    (Dimension.TELLER, "1", "تا"),
    (Dimension.DOZEN, "12", "دوجین جین dozen"),
    (Dimension.MONEY, "1", "ریال rial rials irr"),
    (Dimension.MONEY, "10", "تومان تومن toman tomans"),
    (Dimension.PERSON, "1", "نفر کارگر پرسنل کارمند شاغل نیرو person persons people worker workers employee employees"),
)
UNIT_WORDS: Final = {
    word: Unit(dimension, Decimal(factor)) for dimension, factor, words in _WORDS for word in words.split()
}
MOST_WORDS_IN_UNIT: Final = 3
