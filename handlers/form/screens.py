"""How a form is shown: a question, an echo, the summary, the list of what can be edited."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from handlers.buttons import FormTap, Home
from handlers.form.shape import (
    SUMMARY,
    AskBack,
    Body,
    Form,
    Kind,
    Option,
    Returned,
    Step,
    asked,
    choices,
    not_mended,
    standing,
)
from handlers.screen import Ask, Button, Part, Rows, Screen, Word, paired

PAGE = 12
_FEW = 2


def view(form: Form, body: Body, draft_id: int, revision: int) -> Screen:
    """The screen of the present place."""
    steps = form.questions(body)
    at = standing(steps, body)
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

    if asked(body) == "drop":
        rows: Rows = (
            (Button(tap("forget"), "button-drop-answers"),),
            (Button(tap("no"), "button-keep-answers"),),
            last,
        )
        return Screen((Part("form-drop"),), rows)
    hand_in = tap("submit") if form.hand_in is None else form.hand_in(body, blank.draft, blank.revision)
    rows = ((Button(tap("mend"), "button-mend-first"),), (Button(hand_in, "button-send-so"),), last)
    return Screen((Part("form-send-so"), *_remarks(not_mended(form, body))), rows)


def _whole(form: Form, steps: tuple[Step, ...], body: Body, at: str, blank: FormTap) -> Screen:
    """The summary, or the list of what can be edited."""

    def tap(verb: str, arg: int = 0) -> FormTap:
        return FormTap(blank.draft, blank.revision, verb, arg)

    last = (Button(tap("back"), "button-back"), Button(tap("later"), "button-later"))
    if asked(body):
        return _question(form, body, blank, last)
    drop = Button(tap("drop"), "button-drop")
    if at == SUMMARY:
        lines = tuple(_line(step, body) for step in steps if step.summed)
        blocker = form.blocker(body)
        hand_in = tap("submit") if form.hand_in is None else form.hand_in(body, blank.draft, blank.revision)
        main = (Button(hand_in, form.submit),) if blocker is None else _way_out(form, steps, body, tap)
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
            picks = [_button(option, tap("read", index)) for index, option in enumerate(again.options)]
            return Screen((again.part,), (*paired(picks), (Button(tap("no"), "button-rewrite"),), last))
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


def _way_out(form: Form, steps: tuple[Step, ...], body: Body, tap: Callable[[str, int], FormTap]) -> tuple[Button, ...]:
    """What stands in the place of the submit button while the form is blocked."""
    name, label = ("", "") if form.way_out is None else form.way_out(body)
    return tuple(Button(tap("open", index), label) for index, step in enumerate(steps) if step.name == name)


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
