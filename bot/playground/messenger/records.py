"""What the bot did, and the taps that wait for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .people import Toast


@dataclass(frozen=True, slots=True)
class Call:
    """A request of the bot (polls for updates are not kept).

    ``params`` are the values as they arrived; files appear as ``<name, n bytes>``. ``status`` is the Bot API's code
    even where Bale answers HTTP 200.
    """

    method: str
    params: Mapping[str, Any]
    status: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that was malformed: the bot's own mistake. ``description`` is what it was told."""

    method: str
    params: Mapping[str, Any]
    description: str


@dataclass(slots=True)
class Tap:
    """A tap on an inline button that spins until it is answered."""

    query_id: str
    user_id: int
    message_id: int
    data: str
    at: datetime
    answer: Toast | None = None
