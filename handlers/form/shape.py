"""What a form is: its steps, their options, and the state of a half-filled one, plain JSON in the person's draft."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from handlers.buttons import Tap
from handlers.screen import Part, Value
from models.values.ids import looks_like_password, names_password
from models.values.problem import Problem

T = TypeVar("T")
Answer = Any
"""Plain JSON: str, int, list, dict, or None for a skipped step."""

SUMMARY = "#summary"
EDIT = "#edit"


class Kind(Enum):
    """How a step is answered."""

    TEXT = "text"
    PICK = "pick"
    SEARCH = "search"
    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to pick.

    Two kinds are not taken as an answer: ``goto`` leads back to a step and forgets what was said there; ``effect``
    changes the body itself (drops a product) and names the step that follows, or None for onwards; ``note`` says so.
    """

    value: Answer
    key: str = ""
    label: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    goto: str = ""
    effect: "Callable[[Body], str | None] | None" = None
    note: Part | None = None


@dataclass(frozen=True, slots=True)
class AskBack:
    """What was typed can be read in several ways: the person picks one."""

    part: Part
    options: tuple[Option, ...]


@dataclass(slots=True)
class Body:
    """The state of a half-filled form.

    ``facts`` is what the form was opened with, and ``today``: Tehran's date (ISO) at the present turn. ``options`` is
    what was looked up for the present step (nothing found: empty; not looked up: None), ``pending`` an answer that
    waits for a yes or for one of several readings, or what is asked before the whole is sent or thrown away. ``queue``
    names the steps that were sent back and are still to be opened. ``untouched``: nothing was answered since the form
    was opened, so there is nothing to keep.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    at: str | None = None
    editing: bool = False
    pending: dict[str, Any] | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    options: list[list[Any]] | None = None
    query: str = ""
    page: int = 0
    queue: list[str] = field(default_factory=list)
    untouched: bool = False
    worked_out: dict[str, tuple[str, Any]] = field(default_factory=dict, repr=False, compare=False)

    def restate(self, facts: Mapping[str, Any]) -> None:
        """The form is about these facts now."""
        self.facts |= facts
        self.worked_out.clear()

    def once(self, name: str, work_out: Callable[["Body"], T], *, moves: bool = False) -> T:
        """What follows from the facts, worked out once; ``moves``: and from how the form stands, while it stands so."""
        mark = repr((self.answers, self.at, self.options, self.query, self.page)) if moves else ""
        known = self.worked_out.get(name)
        if known is None or known[0] != mark:
            known = self.worked_out[name] = mark, work_out(self)
        found: T = known[1]
        return found

    def as_json(self) -> dict[str, Any]:
        """Plain JSON for the draft; what is empty is left out."""
        whole = {
            "answers": self.answers,
            "at": self.at,
            "editing": self.editing,
            "pending": self.pending,
            "facts": self.facts,
            "options": self.options,
            "query": self.query,
            "page": self.page,
            "queue": self.queue,
            "untouched": self.untouched,
        }
        return {name: value for name, value in whole.items() if value or (name == "options" and value == [])}

    @classmethod
    def of_json(cls, plain: Mapping[str, Any]) -> "Body":
        """The state as it was kept."""
        return cls(**plain)


Reader = Callable[[str, Body], "Answer | Problem | AskBack"]


def _show_plain(answer: Answer) -> Value:
    return str(answer)


@dataclass(frozen=True, slots=True)
class Step:
    """One question.

    ``text`` is the message of the question (what, why, example), ``label`` names the field in the summary.
    ``read`` turns typed text into an answer. ``echo`` is the message that repeats an understood answer and asks whether
    it is right.
    ``looked_up``: the options come from the conversation (``Body.options``: value and label pairs).
    ``clears`` are prefixes of steps whose answers no longer hold when this one changes.
    A step that is not ``summed`` has no line in the summary and in the list of what can be edited; one that is not
    ``counted`` is no question with a number but a card that says itself what it holds. ``wide``: one option a row.
    ``skip`` is the key of the button that leaves an optional step out.
    """

    name: str
    text: str
    label: str
    kind: Kind = Kind.TEXT
    read: Reader | None = None
    options: tuple[Option, ...] = ()
    looked_up: bool = False
    optional: bool = False
    values: Mapping[str, Value] = field(default_factory=dict)
    show: Callable[[Answer], Value] = _show_plain
    echo: str = ""
    clears: tuple[str, ...] = ()
    extra: tuple[Option, ...] = ()
    summed: bool = True
    counted: bool = True
    wide: bool = False
    skip: str = "button-skip"


@dataclass(frozen=True, slots=True)
class Returned:
    """What was sent back: the step that mends it, why, whether it is another now; ``note``: in the reviewer's words."""

    step: str
    part: Part
    mended: bool
    note: Part | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name. ``steps`` are computed anew from the body at each turn; ``heading`` opens the summary.

    ``blocker`` may name why the form cannot be submitted yet; ``way_out`` (a step and the key of a button) then stands
    in the place of the submit button. Without a ``submit`` label the form is handed in after its last step.
    ``above`` is what stands over every screen but the summary, by the place's name. ``hand_in`` makes the tap of the
    submit button from the draft's id and revision, where that must be understood after the draft is gone.
    ``returned`` is what was sent back: said above its step and, with how it stands, above the summary; what is not
    mended is asked about once before the form is handed in. ``short_labels``: two of them fit on a row. ``secret`` says
    whether a typed text that is no answer looks like a password: its message goes.
    """

    name: str
    steps: Callable[[Body], tuple[Step, ...]]
    heading: Callable[[Body], tuple[Part, ...]]
    submit: str
    blocker: Callable[[Body], Part | None] = lambda _: None
    closing: Callable[[Body], tuple[Part, ...]] = lambda _: ()
    way_out: Callable[[Body], tuple[str, str]] | None = None
    above: Callable[[Body, str], tuple[Part, ...]] = lambda _, __: ()
    hand_in: Callable[[Body, int, int], Tap] | None = None
    returned: Callable[[Body], tuple[Returned, ...]] = lambda _: ()
    short_labels: bool = False
    secret: Callable[[str], bool] = looks_like_password

    def questions(self, body: Body) -> tuple[Step, ...]:
        """The steps, worked out again only when an answer or a fact has changed."""
        return body.once(self.name, self.steps, moves=True)

    def hides(self, body: Body, text: str) -> bool:
        """Whether this is a password, to be deleted unread: it says so, or looks like one and is no answer here."""
        if names_password(text):
            return True
        at = place(self, body)
        read = at.read if isinstance(at, Step) else None
        return self.secret(text) and (read is None or isinstance(read(text, body), Problem))


def place(form: Form, body: Body) -> Step | str:
    """The present step, or SUMMARY or EDIT."""
    return standing(form.questions(body), body)


def standing(steps: tuple[Step, ...], body: Body) -> Step | str:
    """The same among steps that are computed already."""
    if body.at in (SUMMARY, EDIT):
        if body.at == EDIT or all(step.name in body.answers for step in steps):
            return body.at
    else:
        for step in steps:
            if step.name == body.at:
                return step
    for step in steps:
        if step.name not in body.answers:
            return step
    return SUMMARY


def asked(body: Body) -> str:
    """What was asked about the whole form: whether to send it, whether to throw it away."""
    return str((body.pending or {}).get("asked", ""))


def readings(body: Body, step: Step) -> tuple[Option, ...]:
    """The readings of what was typed, when the person must pick one of them."""
    if not body.pending or "typed" not in body.pending or step.read is None:
        return ()
    again = step.read(body.pending["typed"], body)
    return again.options if isinstance(again, AskBack) else ()


def choices(step: Step, body: Body) -> tuple[Option, ...]:
    """What can be picked at this step now."""
    looked_up = tuple(Option(value, label=label) for value, label in body.options or ()) if step.looked_up else ()
    return (*looked_up, *step.options, *step.extra)


def not_mended(form: Form, body: Body) -> tuple[Returned, ...]:
    """What was sent back and is still as it was."""
    return tuple(one for one in form.returned(body) if not one.mended)
