"""Typed button data of the library; what other rooms need too stands in ``handlers/buttons.py``."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class SeeChanges(Tap, prefix="clc"):
    """What a circular changes, for this reader."""

    circular: int
