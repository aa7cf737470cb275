"""The buttons of a wish's card. Each names the role that acts; whether it is still held is asked at the click."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class AddWished(Tap, prefix="wa"):
    """Begin to add what is wished for."""

    role: int
    wish: int


@dataclass(frozen=True, slots=True)
class NameWished(Tap, prefix="wn"):
    """It is in the list under another name: begin to say which."""

    role: int
    wish: int


@dataclass(frozen=True, slots=True)
class DeclineWish(Tap, prefix="wx"):
    """Begin to turn it down."""

    role: int
    wish: int
