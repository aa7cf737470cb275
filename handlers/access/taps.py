"""The buttons of the access chain. Each carries the role that acts and, where it moves something, the revision."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class GiveUserName(Tap, prefix="axn"):
    """Give the union's user name: of a new request (0), or another one for this request."""

    role: int
    request: int
    revision: int


@dataclass(frozen=True, slots=True)
class ReadyLetter(Tap, prefix="axp"):
    """The text of the union's letter; ``file``: as a file (1)."""

    role: int
    request: int
    file: int


@dataclass(frozen=True, slots=True)
class WriteLetter(Tap, prefix="axw"):
    """Number and date of a real letter.

    ``hop``: ``union`` (``subject`` a request), ``county`` (0), ``province`` (a county letter), ``again`` (a request).
    """

    role: int
    hop: str
    subject: int
    revision: int


@dataclass(frozen=True, slots=True)
class OpenLetter(Tap, prefix="axl"):
    """A county letter before the province."""

    role: int
    letter: int


@dataclass(frozen=True, slots=True)
class ReturnAccess(Tap, prefix="axb"):
    """Begin to return a request (``what``: ``request``) or what a county letter names (``letter``) one step."""

    role: int
    what: str
    subject: int
    revision: int


@dataclass(frozen=True, slots=True)
class MoveAccess(Tap, prefix="axm"):
    """An AccessAct that asks for nothing more: activate, confirm, trouble, withdraw; ``sure`` (1): asked already."""

    role: int
    act: str
    request: int
    revision: int
    sure: int


@dataclass(frozen=True, slots=True)
class OpenAccessList(Tap, prefix="axo"):
    """A page of a list, from ``after`` on: ``held``, ``back``, ``queue``, ``all``."""

    role: int
    name: str
    after: int


@dataclass(frozen=True, slots=True)
class OpenAccessHistory(Tap, prefix="axh"):
    """Every move of a request."""

    role: int
    request: int


@dataclass(frozen=True, slots=True)
class StampLetter(Tap, prefix="axs"):
    """The receiver's registration of the letter by which this request came (or of this letter, without a request)."""

    role: int
    letter: int
    request: int


@dataclass(frozen=True, slots=True)
class HandInAccess(Tap, prefix="axi"):
    """Hand a form in; ``what`` and ``subject`` lead to the card once the draft is gone."""

    draft: int
    revision: int
    role: int
    what: str
    subject: int
