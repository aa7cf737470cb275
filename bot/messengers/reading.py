"""JSON as messengers send it: also what a strict reader refuses and would be refused for ever."""

import json
import math
from typing import Any, Final

import orjson

_MOST: Final = 2**63


def read_json(body: bytes) -> Any:
    """The value. Raises ValueError for what is no JSON at all.

    A character cut in half (a lone surrogate: some keyboards and forwarded texts hold one) comes as U+FFFD.
    """
    try:
        return orjson.loads(body)
    except ValueError:
        pass
    try:
        return _whole(json.loads(body.decode(errors="replace"), parse_int=_number, parse_constant=_no_number))
    except RecursionError:
        raise ValueError("too deep") from None


def _number(digits: str) -> int | float:
    """Numbers beyond what a database keeps are no ids of anybody."""
    if len(digits) > 20:
        return math.inf if digits[0] != "-" else -math.inf
    number = int(digits)
    return number if -_MOST <= number < _MOST else float(number)


def _no_number(_: str) -> None:
    """NaN and its like."""


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(one) for one in value]
    if isinstance(value, dict):
        return {_whole(name): _whole(one) for name, one in value.items()}
    return value
