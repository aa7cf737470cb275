"""One number in digits, and the ways in which it can be read: slash, dot and comma mean different things."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from models.values.quantity.problems import QuantityProblem

MOST_DIGITS: Final = 24
_MIXED = re.compile(r"(\d{1,3}(?:,\d{3})+)\.(\d+)|(\d{1,3}(?:\.\d{3})+),(\d+)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+|(?:/\d{3})+)")
_ARABIC_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:٫\d{3})+")
_DECIMAL = re.compile(r"(\d+)([.,/])(\d+)")
_VULGAR: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
VULGAR_FRACTIONS: Final = "".join(_VULGAR)
_THREE_PLACES: Final = Decimal("0.001")


class Figure(NamedTuple):
    """A number in digits: its readings, the likelier first, and its value when the slash is a fraction's."""

    readings: tuple[Decimal, ...]
    fraction: Decimal | None = None


def read_figure(typed: str) -> Figure | QuantityProblem:
    """Read digits with the separators ``. , / ٫ ٬ ،``.

    1,500 is 1500; 1,5 and ۱۲/۵ are decimals; 1.200 and ۱٫۲۰۰ are 1.2 or 1200; ۱/۲ is 1.2 or a half; ۱/۲۰۰ is 1.2 or
    1200.
    """
    if typed in _VULGAR:
        value = Decimal(_VULGAR[typed])
        return Figure((value,), value)
    if typed.isdigit():
        return Figure((Decimal(typed),))
    if "٫" in typed or "٬" in typed:
        return _with_persian_signs(typed)
    plain = typed.replace("،", ",")
    if match := _MIXED.fullmatch(plain):
        whole = re.sub(r"\D", "", match[1] or match[3])
        return Figure((Decimal(f"{whole}.{match[2] or match[4]}"),))
    return _one_separator(plain)


def _one_separator(plain: str) -> Figure | QuantityProblem:
    decimal = _DECIMAL.fullmatch(plain)
    thousands = (Decimal(re.sub(r"\D", "", plain)),) if _THOUSANDS.fullmatch(plain) else ()
    # A comma before three digits parts thousands; a single dot or slash there may be a decimal sign as well.
    if thousands and (decimal is None or decimal[2] == ","):
        return Figure(thousands)
    if decimal is None or (decimal[2] == "," and len(decimal[3]) > 3):
        return QuantityProblem.BAD_GROUPING
    value = Decimal(f"{decimal[1]}.{decimal[3]}")
    fraction = _fraction(int(decimal[1]), int(decimal[3])) if decimal[2] == "/" and len(decimal[3]) <= 2 else None
    return Figure((value, *thousands) if fraction is None else (value, fraction), fraction)


def _with_persian_signs(typed: str) -> Figure | QuantityProblem:
    # ٬ parts thousands and ٫ is the decimal sign, but many a keyboard offers ٫ alone: before three digits it may part
    # thousands, unless a ٬ stands there as well.
    if "٬" not in typed and _ARABIC_THOUSANDS.fullmatch(typed):
        whole = Decimal(typed.replace("٫", ""))
        return Figure((Decimal(typed.replace("٫", ".")), whole) if typed.count("٫") == 1 else (whole,))
    if not re.fullmatch(r"(?:\d{1,3}(?:٬\d{3})+|\d+)(?:٫\d+)?", typed):
        return QuantityProblem.BAD_GROUPING
    return Figure((Decimal(typed.replace("٬", "").replace("٫", ".")),))


def _fraction(above: int, below: int) -> Decimal | None:
    # ۱/۲, ۱/۳, ۲/۳, ۱/۴, ۳/۴ may be fractions; ۱/۵ and ۲/۵ are one and two and a half in everybody's hand.
    if 0 < above < below <= 4 and (above, below) != (2, 4):
        return (Decimal(above) / below).quantize(_THREE_PLACES).normalize()
    return None
