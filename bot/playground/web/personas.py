"""Who has a phone on the page, and the clock that the page may move."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.playground.messenger import Dialect


class Clock(Protocol):
    """The one clock of the program."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""

    def set(self, instant: datetime) -> None:
        """Run on from ``instant`` (aware)."""


@dataclass(frozen=True, slots=True)
class Persona:
    """One phone that can be opened on the page.

    ``key`` is unique on the page (ASCII letters, digits and ``-``; the recorder makes a variable of it); ``user_id`` is
    the person's account in that messenger; ``name`` and ``role`` are shown as they are.
    """

    key: str
    messenger: Dialect
    user_id: int
    name: str
    role: str
