"""Why a number is refused."""

from enum import StrEnum


class QuantityProblem(StrEnum):
    """Why a quantity, a sum of money or a count is refused.

    Every one carries ``wanted``: the product's Measure or a Counted; ``got`` is said beside each.
    """

    NO_NUMBER = "no-number"
    """``got``: what came, shortened; empty when nothing readable came."""
    NEGATIVE = "negative-number"
    """``got``: what came."""
    APPROXIMATE = "approximate-number"
    """``got``: the word or sign that makes it approximate («حدود»)."""
    RANGE = "number-range"
    """``got``: what came («۱۰ تا ۱۲»)."""
    SEVERAL = "several-numbers"
    """``got``: what came."""
    LETTERS = "letters-in-number"
    """``got``: what came."""
    UNKNOWN_WORD = "unknown-word"
    """``got``: the word."""
    UNKNOWN_SIGN = "unknown-sign"
    """``got``: the character."""
    BAD_GROUPING = "bad-grouping"
    """Separators that fit neither thousands nor decimals. ``got``: what came."""
    NOT_UNDERSTOOD = "number-not-understood"
    """Known words in an order that gives no number. ``got``: what came."""
    TOO_MANY_DECIMALS = "too-many-decimals"
    """``got``, ``most``: numbers of decimals, in the product's measure."""
    TOO_BIG = "number-too-big"
    """``got``, ``most``: numbers of digits before the decimal sign."""
    UNIT_MISMATCH = "unit-mismatch"
    """``got``: the unit as typed."""
    NOT_WHOLE = "not-whole"
    """A fraction of what has no parts: people, rials, pieces, pairs. ``got``: what came."""
    COUNT_TOO_BIG = "count-too-big"
    """``got``, ``most``: the numbers themselves."""
