"""The tap that only the registration's conversation knows."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class HandInRegistration(Tap, prefix="hr"):
    """Send the registration; once the draft is gone, ``unit`` (0: the one sent last) leads to what became of it."""

    draft: int
    revision: int
    unit: int
