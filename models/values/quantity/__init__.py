"""Quantities, money and counts: exact values from the words people type."""

from models.values.quantity.parse import (
    MOST_DECIMALS,
    MOST_EMPLOYEES,
    MOST_MONEY_DIGITS,
    MOST_WHOLE_DIGITS,
    Ambiguous,
    AmbiguousMoney,
    Quantity,
    Rial,
    parse_count,
    parse_money,
    parse_quantity,
)
from models.values.quantity.problems import QuantityProblem
from models.values.quantity.units import Counted, Measure

__all__ = [
    "MOST_DECIMALS",
    "MOST_EMPLOYEES",
    "MOST_MONEY_DIGITS",
    "MOST_WHOLE_DIGITS",
    "Ambiguous",
    "AmbiguousMoney",
    "Counted",
    "Measure",
    "Quantity",
    "QuantityProblem",
    "Rial",
    "parse_count",
    "parse_money",
    "parse_quantity",
]
