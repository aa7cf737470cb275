"""The tap that only the renewal's conversation knows."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class HandInLicence(Tap, prefix="hz"):
    """Send the renewed licence; ``unit`` leads to what became of it once the draft is gone."""

    draft: int
    revision: int
    unit: int
