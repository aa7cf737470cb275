"""The named refusal: what a parser or an action returns when it cannot accept what came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal by name: returned, never raised; an action that returns one has written nothing.

    The words stand in the Fluent message ``problem-<code>``. ``values`` are its variables: numbers, dates,
    months and enum members as they are, so that the words decide how they look.
    """

    code: StrEnum
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
