"""The form engine: pure, small, without aiogram and SQL.

A form is data: a function from what is known so far to its steps. The engine moves through them; what it will not do is
written in docs/adr/0003. Its state is a :class:`Body`, plain JSON kept in the person's draft.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from handlers.buttons import FormTap, Home, Tap
from handlers.meaning import says_no, says_yes
from handlers.screen import Ask, Button, Part, Rows, Screen, Value, Word, paired, problem_part
from models.values.problem import Problem

Answer = Any
"""Plain JSON: str, int, list, dict, or None for a skipped step."""

SUMMARY = "#summary"
EDIT = "#edit"
PAGE = 12
_FEW = 2


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
    mended is asked about once before the form is handed in. ``short_labels``: two of them fit on a row.
    """

    name: str
    steps: Callable[[Body], tuple[Step, ...]]
    heading: Callable[[Body], tuple[Part, ...]]
    submit: str
    blocker: Callable[[Body], Part | None] = lambda _: None
    closing: Callable[[Body], tuple[Part, ...]] = lambda _: ()
    way_out: tuple[str, str] | None = None
    above: Callable[[Body, str], tuple[Part, ...]] = lambda _, __: ()
    hand_in: Callable[[Body, int, int], Tap] | None = None
    returned: Callable[[Body], tuple[Returned, ...]] = lambda _: ()
    short_labels: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """The person typed this."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """The person tapped a button of the form."""

    verb: str
    arg: int


@dataclass(frozen=True, slots=True)
class Located:
    """The person shared a place, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Other:
    """What no question wants: its message names what came (voice, sticker, photo …; forward: of somebody else)."""

    kind: str


Event = Typed | Pressed | Located | Other


class Course(Enum):
    """Where a turn led."""

    STAY = "stay"
    LEFT = "left"
    SUBMIT = "submit"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome of one event: the course, a note for the next screen; ``answered`` names the answered step."""

    course: Course = Course.STAY
    note: Part | Problem | None = None
    answered: str = ""


def place(form: Form, body: Body) -> Step | str:
    """The present step, or SUMMARY or EDIT."""
    return _place(form.steps(body), body)


def _place(steps: tuple[Step, ...], body: Body) -> Step | str:
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


def advance(form: Form, body: Body, event: Event) -> Turn:  # noqa: PLR0911 (one way out for each kind of event)
    """Move the body on by one event. The body changes in place; nothing typed before is lost by a refused event."""
    steps = form.steps(body)
    at = _place(steps, body)
    if isinstance(event, Pressed):
        return _pressed(form, steps, body, at, event)
    if isinstance(at, str):
        return Turn(note=Part("form-use-buttons"))
    if isinstance(event, Other):
        if event.kind == "forward":
            return Turn(note=Part("form-forward"))
        wanted = "pick" if at.kind is Kind.PICK else "location" if at.kind is Kind.LOCATION else "text"
        return Turn(note=Part(f"form-not-{wanted}", {"came": Word(f"came-{event.kind}")}))
    if isinstance(event, Located):
        if at.kind is not Kind.LOCATION:
            return Turn(note=Part("form-not-text", {"came": Word("came-location")}))
        if at.read is not None:  # a shared place is checked like a typed one
            return _typed(form, body, at, f"{event.latitude:.6f}, {event.longitude:.6f}")
        return _take(form, body, at, [round(event.latitude, 6), round(event.longitude, 6)])
    if at.kind is Kind.PICK:
        return Turn(note=Part("form-use-buttons"))
    if at.kind is Kind.SEARCH:
        body.query, body.options, body.page = event.text[:60], None, 0
        return Turn()
    return _typed(form, body, at, event.text)


def _readings(body: Body, step: Step) -> tuple[Option, ...]:
    """The readings of what was typed, when the person must pick one of them."""
    if not body.pending or "typed" not in body.pending or step.read is None:
        return ()
    again = step.read(body.pending["typed"], body)
    return again.options if isinstance(again, AskBack) else ()


def _typed(form: Form, body: Body, step: Step, text: str) -> Turn:
    assert step.read is not None
    if body.pending and says_yes(text):
        readings = _readings(body, step)
        if "echo" in body.pending:
            return _take(form, body, step, body.pending["echo"])
        if len(readings) == 1:
            return _understood(form, body, step, readings[0].value)
    if body.pending and says_no(text):
        body.pending = None
        return Turn()
    answer = step.read(text, body)
    if isinstance(answer, Problem):
        body.pending = None
        return Turn(note=answer)
    if isinstance(answer, AskBack):
        body.pending = {"typed": text}
        return Turn()
    return _understood(form, body, step, answer)


def _understood(form: Form, body: Body, step: Step, answer: Answer) -> Turn:
    if step.echo:
        body.pending = {"echo": answer}
        return Turn()
    return _take(form, body, step, answer)


def _take(form: Form, body: Body, step: Step, answer: Answer) -> Turn:
    if body.answers.get(step.name) != answer:
        for prefix in step.clears:
            for name in [name for name in body.answers if name == prefix or name.startswith(prefix + ".")]:
                del body.answers[name]
    body.answers[step.name] = answer
    body.untouched = False
    _onward(form, body, SUMMARY if body.editing else None)
    if not form.submit and place(form, body) == SUMMARY:
        return Turn(Course.SUBMIT, answered=step.name)
    return Turn(answered=step.name)


def _go(body: Body, at: str | None) -> None:
    body.at, body.pending, body.options, body.query, body.page = at, None, None, "", 0
    if at in (None, SUMMARY):
        body.editing = False


def _onward(form: Form, body: Body, at: str | None) -> None:
    """To the next step that was sent back, once every question has its answer; else to this place."""
    _go(body, at)
    if not body.queue or any(step.name not in body.answers for step in form.steps(body)):
        return
    mended = {one.step for one in form.returned(body) if one.mended}
    while body.queue:
        following = body.queue.pop(0)
        if following not in mended:
            _go(body, following)
            body.editing = True
            return


def lead(form: Form, body: Body, first: str = "") -> None:
    """Open this step, or the first that was sent back and is not mended; the others follow one after the other."""
    waiting = list(dict.fromkeys(one.step for one in form.returned(body) if not one.mended))
    at = first or next(iter(waiting), SUMMARY)
    body.queue = [name for name in waiting if name != at]
    _go(body, at)
    body.editing = at != SUMMARY


def _untouched(form: Form, body: Body) -> tuple[Returned, ...]:
    return tuple(one for one in form.returned(body) if not one.mended)


def _pressed(form: Form, steps: tuple[Step, ...], body: Body, at: Step | str, event: Pressed) -> Turn:  # noqa: C901, PLR0911, PLR0912 (a table of verbs reads best in one place)
    match event.verb:
        case "later":
            return Turn(Course.LEFT)
        case "page":
            body.page = event.arg
            return Turn()
        case "back":
            return _back(steps, body, at)
        case "edit" if at == SUMMARY:
            _go(body, EDIT)
            body.queue = []
            return Turn()
        case "mend" if at == SUMMARY:
            lead(form, body)
            return Turn()
        case "drop" if isinstance(at, str):
            body.pending = {"asked": "drop"}
            return Turn()
        case "forget" if isinstance(at, str) and _asked(body) == "drop":
            return Turn(Course.DROPPED)
        case "open" if isinstance(at, str) and 0 <= event.arg < len(steps):
            _go(body, steps[event.arg].name)
            body.editing = True
            return Turn()
        case "submit" if at == SUMMARY:
            blocker = form.blocker(body)
            if blocker is None and _asked(body) != "submit" and _untouched(form, body):
                body.pending = {"asked": "submit"}
                return Turn()
            return Turn(Course.SUBMIT) if blocker is None else Turn(note=blocker)
        case "no" if isinstance(at, str):
            body.pending = None
            return Turn()
    if isinstance(at, str):
        return Turn(note=Part("stale-button"))
    match event.verb:
        case "skip" if at.optional:
            return _take(form, body, at, None)
        case "keep" if at.name in body.answers:
            _onward(form, body, SUMMARY if body.editing else _after(steps, at))
            return Turn()
        case "all" if at.kind is Kind.SEARCH:
            body.query, body.options, body.page = "", None, 0
            return Turn()
        case "yes" if body.pending and "echo" in body.pending:
            return _take(form, body, at, body.pending["echo"])
        case "no":
            body.pending = None
            return Turn()
        case "read" if 0 <= event.arg < len(readings := _readings(body, at)):
            return _understood(form, body, at, readings[event.arg].value)
        case "pick":
            options = choices(at, body)
            if 0 <= event.arg < len(options):
                option = options[event.arg]
                if option.effect is not None:
                    following = option.effect(body)
                    _go(body, following or (SUMMARY if body.editing else None))
                    body.untouched = False
                    return Turn(note=option.note)
                if option.goto:
                    body.untouched = False
                    body.answers.pop(option.goto, None)
                    _go(body, option.goto)
                    return Turn()
                return _take(form, body, at, option.value)
    return Turn(note=Part("stale-button"))


def _after(steps: tuple[Step, ...], at: Step) -> str | None:
    """The step behind this one when it is answered already (the person is leafing), else the first open one."""
    names = [step.name for step in steps]
    following = names[names.index(at.name) + 1 :]
    return following[0] if following else None


def _asked(body: Body) -> str:
    """What was asked about the whole form: whether to send it, whether to throw it away."""
    return str((body.pending or {}).get("asked", ""))


def _back(steps: tuple[Step, ...], body: Body, at: Step | str) -> Turn:
    if body.pending:
        body.pending = None
        return Turn()
    if at == EDIT or body.editing:
        _go(body, SUMMARY)
        body.queue = []
        return Turn()
    names = [step.name for step in steps]
    index = len(names) if isinstance(at, str) else names.index(at.name)
    if index == 0:
        return Turn(Course.LEFT)
    _go(body, names[index - 1])
    return Turn()


def choices(step: Step, body: Body) -> tuple[Option, ...]:
    """What can be picked at this step now."""
    looked_up = tuple(Option(value, label=label) for value, label in body.options or ()) if step.looked_up else ()
    return (*looked_up, *step.options, *step.extra)


def view(form: Form, body: Body, draft_id: int, revision: int) -> Screen:
    """The screen of the present place."""
    steps = form.steps(body)
    at = _place(steps, body)
    shown = _view(form, steps, body, at, FormTap(draft_id, revision, "", 0))
    above = () if at == SUMMARY else form.above(body, at if isinstance(at, str) else at.name)
    if isinstance(at, Step):
        above = (*above, *_above(one for one in form.returned(body) if one.step == at.name))
    return replace(shown, parts=(*above, *shown.parts)) if above else shown


def _above(returned: Iterable[Returned]) -> Iterator[Part]:
    """What was said about the step that is asked; that it is not mended yet goes without saying."""
    for one in returned:
        yield one.part
        if one.mended:
            yield Part("form-mended", glued=True)
        if one.note is not None:
            yield one.note


def _remarks(returned: tuple[Returned, ...]) -> Iterator[Part]:
    """What was sent back, each with how it stands; long words are cut, above its question each is said whole."""
    few = len(returned) <= _FEW
    for one in returned:
        yield _cut(one.part, 60 if few else 24)
        yield Part("form-mended" if one.mended else "form-not-mended", glued=True)
        if one.note is not None and not one.mended and few:
            yield _cut(one.note, 60)


def _cut(part: Part, most: int) -> Part:
    """The same with its free texts cut to so many characters."""
    values = {
        name: f"{said[: most - 1]}…" if isinstance(said, str) and len(said) > most else said
        for name, said in part.values.items()
    }
    return replace(part, values=values)


def _question(form: Form, body: Body, blank: FormTap, last: tuple[Button, ...]) -> Screen:
    """What is asked about the whole form: whether to send it though something is not mended, or to throw it away."""

    def tap(verb: str) -> FormTap:
        return FormTap(blank.draft, blank.revision, verb, 0)

    if _asked(body) == "drop":
        rows: Rows = (
            (Button(tap("forget"), "button-drop-answers"),),
            (Button(tap("no"), "button-keep-answers"),),
            last,
        )
        return Screen((Part("form-drop"),), rows)
    hand_in = tap("submit") if form.hand_in is None else form.hand_in(body, blank.draft, blank.revision)
    rows = ((Button(tap("mend"), "button-mend-first"),), (Button(hand_in, "button-send-so"),), last)
    return Screen((Part("form-send-so"), *_remarks(_untouched(form, body))), rows)


def _whole(form: Form, steps: tuple[Step, ...], body: Body, at: str, blank: FormTap) -> Screen:
    """The summary, or the list of what can be edited."""

    def tap(verb: str, arg: int = 0) -> FormTap:
        return FormTap(blank.draft, blank.revision, verb, arg)

    last = (Button(tap("back"), "button-back"), Button(tap("later"), "button-later"))
    if _asked(body):
        return _question(form, body, blank, last)
    drop = Button(tap("drop"), "button-drop")
    if at == SUMMARY:
        lines = tuple(_line(step, body) for step in steps if step.summed)
        blocker = form.blocker(body)
        hand_in = tap("submit") if form.hand_in is None else form.hand_in(body, blank.draft, blank.revision)
        main = (Button(hand_in, form.submit),) if blocker is None else _way_out(form, steps, tap)
        rows: Rows = (main, (Button(tap("edit"), "button-edit"), drop), last)
        said = (*form.heading(body), *_remarks(form.returned(body)), *lines)
        return Screen((*said, *(() if blocker is None else (blocker,)), *form.closing(body)), rows)
    listed = [Button(tap("open", index), step.label, step.values) for index, step in enumerate(steps) if step.summed]
    pages = _paged(listed, body.page, tap, narrow=form.short_labels)
    return Screen((Part("form-edit"),), (*pages, (drop,), (last[0], Button(Home(), "button-home"))))


def _view(form: Form, steps: tuple[Step, ...], body: Body, at: Step | str, blank: FormTap) -> Screen:
    def tap(verb: str, arg: int = 0) -> FormTap:
        return FormTap(blank.draft, blank.revision, verb, arg)

    last = (Button(tap("back"), "button-back"), Button(tap("later"), "button-later"))
    if isinstance(at, str):
        return _whole(form, steps, body, at, blank)
    if body.pending and "echo" in body.pending:
        shown = at.show(body.pending["echo"])
        return Screen(
            (Part(at.echo, {**at.values, "value": shown}),),
            ((Button(tap("yes"), "button-yes-right"),), (Button(tap("no"), "button-rewrite"),), last),
        )
    if body.pending and at.read is not None:
        again = at.read(body.pending["typed"], body)
        if isinstance(again, AskBack):
            readings = [_button(option, tap("read", index)) for index, option in enumerate(again.options)]
            return Screen((again.part,), (*paired(readings), (Button(tap("no"), "button-rewrite"),), last))
    nothing = at.kind is Kind.SEARCH and bool(body.query) and not body.options
    parts = [Part(at.text, at.values, glued=at.counted, brief=nothing)]
    if at.counted:
        counted = [step.name for step in steps if step.counted]
        parts.insert(0, Part("form-progress", {"n": counted.index(at.name) + 1, "of": len(counted)}))
    answered = at.name in body.answers
    if answered and at.counted and body.answers[at.name] is not None:
        parts.append(Part("form-answered", {"value": at.show(body.answers[at.name])}))
    picks = [_button(option, tap("pick", index)) for index, option in enumerate(choices(at, body))]
    if nothing:
        parts.insert(0, Part("form-nothing-found", {"typed": body.query}))
    below: list[Button] = []
    if at.kind is Kind.SEARCH and body.query:
        below.append(Button(tap("all"), "button-whole-list"))
    if answered and at.counted:
        below.append(Button(tap("keep"), "button-keep"))
    if at.optional:
        below.append(Button(tap("skip"), at.skip))
    return Screen(
        tuple(parts),
        (*_paged(picks, body.page, tap, wide=at.wide), *paired(below), last),
        ask=Ask.LOCATION if at.kind is Kind.LOCATION else None,
    )


def _way_out(form: Form, steps: tuple[Step, ...], tap: Callable[[str, int], FormTap]) -> tuple[Button, ...]:
    """What stands in the place of the submit button while the form is blocked."""
    for index, step in enumerate(steps):
        if form.way_out is not None and step.name == form.way_out[0]:
            return (Button(tap("open", index), form.way_out[1]),)
    return ()


def _paged(
    buttons: list[Button], page: int, tap: Callable[[str, int], FormTap], *, wide: bool = False, narrow: bool = False
) -> Rows:
    pages = max(1, -(-len(buttons) // PAGE))
    page = max(0, min(page, pages - 1))
    few = buttons[page * PAGE : (page + 1) * PAGE]
    named = any(len(button.label) > 20 or any(isinstance(one, str) for one in button.values.values()) for button in few)
    width = 1 if wide or (named and not narrow) else 2
    turn = []
    if page > 0:
        turn.append(Button(tap("page", page - 1), "button-previous-page"))
    if page < pages - 1:
        turn.append(Button(tap("page", page + 1), "button-next-page"))
    return (*paired(few, width), *((tuple(turn),) if turn else ()))


def _button(option: Option, tap: FormTap) -> Button:
    return Button(tap, option.key, option.values, label=option.label)


def _line(step: Step, body: Body) -> Part:
    answer = body.answers.get(step.name)
    label = Word(step.label, step.values)
    if answer is None:
        return Part("form-line-empty", {"label": label})
    return Part("form-line", {"label": label, "value": step.show(answer)})


def refused(problem: Problem) -> Part:
    """The note of a refusal at submission."""
    return problem_part(problem)


def without(step: Step, **changes: Any) -> Step:
    """The step with some fields changed."""
    return replace(step, **changes)
