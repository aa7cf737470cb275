"""The buttons of lists. Each carries the role that acts; ``kind`` is a SheetKind's value."""

from dataclasses import dataclass

from handlers.buttons import Tap


@dataclass(frozen=True, slots=True)
class PickSheet(Tap, prefix="xk"):
    """The page of one kind of list."""

    role: int
    kind: str


@dataclass(frozen=True, slots=True)
class TakeTemplate(Tap, prefix="xt"):
    """The empty template."""

    role: int
    kind: str


@dataclass(frozen=True, slots=True)
class TakeSheet(Tap, prefix="xe"):
    """The list as it stands."""

    role: int
    kind: str


@dataclass(frozen=True, slots=True)
class SendSheet(Tap, prefix="xs"):
    """A file is to come."""

    role: int
    kind: str


@dataclass(frozen=True, slots=True)
class WriteSheet(Tap, prefix="xw"):
    """Write this import: only the content that ``mark`` names, the one that was checked."""

    role: int
    number: int
    mark: str


@dataclass(frozen=True, slots=True)
class DropSheet(Tap, prefix="xd"):
    """Give this import up."""

    role: int
    number: int
