"""The neutral view: what a person is shown, without a word of any messenger.

A handler returns a :class:`Screen`; the words make text of its parts, the messenger makes a message of that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache

from handlers.buttons import Tap
from models.jobs import Order
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from models.values.quantity import Quantity, Rial


@dataclass(frozen=True, slots=True)
class Code:
    """Something to be copied: Latin digits, monospaced where the messenger can, else with a copy button."""

    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """Another message of the words, used as a value: ``Word("measure-pair")``."""

    key: str
    values: Mapping[str, "Value"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """Several values with the language's comma between them, or another joint (``joint-lines`` = one a line)."""

    items: tuple["Value", ...]
    joint: str = "joint-comma"


@dataclass(frozen=True, slots=True)
class Raw:
    """Digits that keep their grouping as written (a letter's number, a licence number, a year): no thousands marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant shown with its hour (a datetime alone is shown as its date)."""

    at: datetime


type_of_values = str | int | Decimal | date | datetime
Value = str | int | Decimal | date | datetime | Code | Word | Joined | Raw | Moment | Quantity | Rial | JalaliMonth
"""What a text may hold: str is somebody's free text (isolated, never markup), everything else is formatted."""


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph: a message of the words with its values.

    ``glued`` stays on the line of the part before it; of a ``brief`` one only the first line and the example.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    glued: bool = False
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A button: a word of the product (``key``) or somebody's own word (``label``), and what a tap on it means."""

    tap: Tap | None
    key: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    label: str = ""
    copy: str = ""


class Ask(Enum):
    """What only a reply keyboard can ask for."""

    CONTACT = "contact"
    LOCATION = "location"


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes with a screen: a picture, or a document under its ``name`` (``receipt.pdf``).

    ``content`` is the bytes, at most twenty megabytes, or the key under which ``models.contents`` keeps them.
    """

    name: str
    content: bytes | str
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown after one update.

    ``toast`` is a short word on the tap itself; nothing that matters is only there. ``forget`` deletes the message that
    the person sent (a password). ``ask`` shows the rows as a reply keyboard under the request.
    ``fresh`` posts anew even after a tap on the current card. The text is the caption of ``file``. ``job`` is begun
    with the update's commit; what comes of it comes back as a ``JobDone``.
    """

    parts: tuple[Part, ...]
    rows: Rows = ()
    toast: Part | None = None
    ask: Ask | None = None
    forget: bool = False
    fresh: bool = False
    file: File | None = None
    job: Order | None = None

    def with_note(self, note: "Part | Problem | None") -> "Screen":
        """The same screen under a note: what just happened, or what was wrong."""
        if note is None:
            return self
        part = problem_part(note) if isinstance(note, Problem) else note
        # The toast too: the same refusal a second time would change nothing on the screen and look like silence.
        told = isinstance(note, Problem) or part.key == "stale-button"
        return replace(self, parts=(part, *self.parts), toast=self.toast or (part if told else None))

    def in_brief(self) -> "Screen":
        """The same screen, of each paragraph the first line and the example: the rest was said a moment ago."""
        return replace(self, parts=tuple(replace(part, brief=True) for part in self.parts))


@dataclass(frozen=True, slots=True)
class Look:
    """A screen as a messenger shows it: its text, the labels under it, its length in UTF-16 units, and the limit.

    ``alters``: the signs that this messenger shows by look-alikes.
    """

    text: str
    labels: tuple[str, ...]
    units: int
    most: int
    alters: frozenset[str] = frozenset()


def problem_part(problem: Problem) -> Part:
    """The text of a refusal."""
    return Part(f"problem-{problem.code.value}", {name: shown(value) for name, value in problem.values.items()})


def shown(value: object) -> Value:
    """A value of the models as a value of a text: enum members become words, the rest is known or free text."""
    if isinstance(value, Enum):
        return Word(f"{_kebab(type(value).__name__)}-{value.value}")
    if isinstance(value, tuple | list | frozenset):
        return Joined(tuple(shown(one) for one in value))
    if isinstance(value, datetime):
        return Moment(value)
    if isinstance(value, type_of_values | Code | Word | Joined | Raw | Moment | Quantity | JalaliMonth):
        return value
    return str(value)


@cache
def _kebab(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def screen(key: str, values: Mapping[str, Value] | None = None, rows: Sequence[Sequence[Button]] = ()) -> Screen:
    """A screen of one paragraph."""
    return Screen((Part(key, values or {}),), tuple(tuple(row) for row in rows))


def paired(buttons: Sequence[Button], width: int = 2) -> Rows:
    """Buttons side by side, two a row."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
