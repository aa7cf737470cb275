"""How a form is moved on: by what is typed, tapped, shared. Nothing typed before is lost by a refused event."""

from dataclasses import dataclass
from enum import Enum

from handlers.form.shape import (
    EDIT,
    SUMMARY,
    Answer,
    AskBack,
    Body,
    Form,
    Kind,
    Step,
    asked,
    choices,
    not_mended,
    place,
    readings,
    standing,
)
from handlers.screen import Part, Word
from models.values.meaning import says_no, says_yes
from models.values.problem import Problem


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


def advance(form: Form, body: Body, event: Event) -> Turn:  # noqa: PLR0911 (one way out for each kind of event)
    """Move the body on by one event. The body changes in place; nothing typed before is lost by a refused event."""
    steps = form.questions(body)
    at = standing(steps, body)
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


def _typed(form: Form, body: Body, step: Step, text: str) -> Turn:
    assert step.read is not None
    if body.pending and says_yes(text):
        found = readings(body, step)
        if "echo" in body.pending:
            return _take(form, body, step, body.pending["echo"])
        if len(found) == 1:
            return _understood(form, body, step, found[0].value)
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
    if not body.queue or any(step.name not in body.answers for step in form.questions(body)):
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
        case "forget" if isinstance(at, str) and asked(body) == "drop":
            return Turn(Course.DROPPED)
        case "open" if isinstance(at, str) and 0 <= event.arg < len(steps):
            _go(body, steps[event.arg].name)
            body.editing = True
            return Turn()
        case "submit" if at == SUMMARY:
            blocker = form.blocker(body)
            if blocker is None and asked(body) != "submit" and not_mended(form, body):
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
        case "read" if 0 <= event.arg < len(found := readings(body, at)):
            return _understood(form, body, at, found[event.arg].value)
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
