"""What is seen of a circular on its way down: its question, who waits, who passed it on, the tree. Views only."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from handlers.buttons import OpenBranch, OpenLibrary, OpenPassing, ReadCircular
from handlers.circulars.passing.taps import AnswerQuestion, GiveUp, NoteLetter, PassInPlace, PassOn, RemindAll
from handlers.home import HOME
from handlers.screen import Button, Joined, Moment, Part, Raw, Rows, Screen, Value, Word, paired, shown
from handlers.sources import office_named
from models.circulars import Asked, Branch, CircularState, Level, OfficeStanding, Passed, Passing, ToPass
from models.organisations import Hat, OfficeKind

_LABEL: Final = 20
_NUMBER: Final = 12
_DAY: Final = 86_400
_HOUR: Final = 3600
Named = Sequence[tuple[int, str, str]]


def _cut(number: str) -> Raw:
    return Raw(number if len(number) <= _NUMBER else f"{number[: _NUMBER - 1]}…")


# ---- the question ----


def question(found: Asked) -> tuple[list[Part], Rows]:
    """What is asked, with a button for each option: its words where they fit, else its number."""
    options = [one.text for one in found.question.options]
    parts = [Part("circular-question", {"text": found.question.text})]
    parts += [Part("circular-option", {"n": place, "text": text}) for place, text in enumerate(options, 1)]
    short = all(len(text) <= _LABEL for text in options)
    buttons = [
        Button(AnswerQuestion(found.circular, place), label=text)
        if short
        else Button(AnswerQuestion(found.circular, place), "button-circular-option", {"n": place + 1})
        for place, text in enumerate(options)
    ]
    return parts, paired(buttons)


def answered(found: Asked) -> list[Part]:
    """What was answered, and what is right, with the clause that says it."""
    if found.chosen is None:
        return []
    right = found.question.options[found.question.right].text
    values: dict[str, Value] = {"right": right, "answer": found.question.options[found.chosen].text}
    parts = [Part("circular-answer-right" if found.right else "circular-answer-other", values)]
    if found.clause is not None:
        parts.append(Part("circular-answer-clause", {"n": found.clause[0], "text": found.clause[1]}))
    return parts


# ---- passing on ----


def _levels(waiting: Mapping[Level, int]) -> Joined:
    told = tuple(Word("circular-waiting-level", {"level": shown(level), "n": n}) for level, n in waiting.items())
    return Joined(told, "joint-dot")


def waits(found: Sequence[tuple[Hat, ToPass]]) -> tuple[list[Part], Rows]:
    """Who waits below the own offices, with one tap for each office."""
    parts = [
        Part(
            "circular-waits",
            {"office": office_named(hat.office_kind, hat.office_name), "n": one.total, "levels": _levels(one.waiting)},
        )
        for hat, one in found
    ]
    if len(found) == 1:
        ((hat, one),) = found
        return parts, ((Button(PassOn(hat.role_id, one.circular), "button-pass-on"),),)
    if found:
        parts.append(Part("circular-waits-choose"))
    return parts, tuple((Button(PassOn(hat.role_id, one.circular), label=hat.office_name),) for hat, one in found)


def passing(worn: Hat, found: Sequence[ToPass], branches: Named) -> Screen:
    """What waits for this office, and the branches that it follows."""
    office: dict[str, Value] = {"office": office_named(worn.office_kind, worn.office_name)}
    parts = [Part("passing" if found else "passing-nothing", office)]
    rows: list[tuple[Button, ...]] = []
    for one in found:
        values: dict[str, Value] = {
            "number": Raw(one.number),
            "issuer": one.issuer,
            "subject": one.subject,
            "n": one.total,
            "levels": _levels(one.waiting),
        }
        parts.append(Part("passing-line-urgent" if one.urgent else "passing-line", values))
        rows.append(
            (
                Button(PassOn(worn.role_id, one.circular), "button-passing-on", {"number": _cut(one.number)}),
                Button(ReadCircular(one.circular, 1), "button-passing-read"),
            )
        )
    if branches:
        parts.append(Part("passing-branches"))
        parts += [
            Part("passing-branch", {"number": Raw(number), "subject": subject}) for _, number, subject in branches
        ]
    followed = [
        Button(OpenBranch(worn.role_id, circular), "button-passing-branch", {"number": _cut(number)})
        for circular, number, _ in branches
    ]
    return Screen(tuple(parts), (*rows, *paired(followed), (Button(OpenLibrary(), "button-back"), HOME)))


def passed(worn: Hat, done: Passed, office: int = 0) -> Screen:
    """Who has passed it on, when, to how many; the covering letter may be noted afterwards. Back to ``office``."""
    values: dict[str, Value] = {
        "number": Raw(done.number),
        "subject": done.subject,
        "office": office_named(done.office_kind, done.office),
        "at": Moment(done.at),
        "n": done.below,
    }
    if done.place is not None:
        values["place"] = office_named(done.place[1], done.place[0])
    if done.place is not None and done.by is not None:
        key = "circular-passed-before-in-place" if done.again else "circular-passed-in-place"
        parts = [Part(key, {**values, "by": done.by})]
    elif not done.again:
        parts = [Part("circular-passed", values)]
    elif done.by is None:
        parts = [Part("circular-passed-itself", values)]
    else:
        parts = [Part("circular-passed-before", {**values, "by": done.by})]
    rows: list[tuple[Button, ...]] = []
    if done.letter is not None:
        parts.append(Part("circular-letter", {"number": Raw(done.letter[0]), "dated": done.letter[1]}))
    if done.own and done.by is not None and done.place is None:
        key = "button-passing-letter" if done.letter is None else "button-passing-mend"
        rows.append((Button(NoteLetter(worn.role_id, done.circular), key),))
    rows.append((Button(OpenBranch(worn.role_id, done.circular, office), "button-branch"),))
    desk = () if done.place is not None else (Button(OpenPassing(worn.role_id), "button-passing"),)
    return Screen(tuple(parts), (*rows, (*desk, HOME)))


# ---- the tree ----


def branch(worn: Hat, seen: Branch, at: datetime) -> Screen:
    """A branch: the office itself, what lies below it, and, for the issuing side, what may be done about it."""
    values: dict[str, Value] = {"number": Raw(seen.number), "subject": seen.subject, "state": shown(seen.state)}
    parts = [Part("branch", values)]
    since = None if seen.state is CircularState.WITHDRAWN else at
    if seen.own is None:
        parts.append(Part("branch-country"))
    else:
        parts += _own(seen.own, seen.passing, since)
    over = seen.given_up or seen.state is CircularState.WITHDRAWN
    if seen.held and seen.author and not over:
        parts.append(Part("branch-held", {"n": seen.held}))
    if seen.given_up:
        parts.append(Part("branch-given-up"))
    if seen.lines:
        parts.append(Part("branch-below", {"n": seen.total}))
        parts += [part for one in seen.lines for part in _line(one, since)]
    elif seen.own is None or seen.own.units is None:
        parts.append(Part("branch-nothing-below"))
    office = 0 if seen.own is None else seen.own.office.id
    below = [
        Button(OpenBranch(worn.role_id, seen.circular, one.office.id), label=one.office.name) for one in seen.lines
    ]
    rows: list[tuple[Button, ...]] = list(paired(below, 2 if all(len(one.label) <= _LABEL for one in below) else 1))
    if seen.next is not None:
        rows.append((Button(OpenBranch(worn.role_id, seen.circular, office, seen.next), "button-next-page"),))
    rows += paired(_deeds(worn, seen))
    back = (
        Button(ReadCircular(seen.circular, 1), "button-passing-read")
        if seen.back is None
        else Button(OpenBranch(worn.role_id, seen.circular, seen.back), "button-back")
    )
    return Screen(tuple(parts), (*rows, (back, HOME)))


def _deeds(worn: Hat, seen: Branch) -> list[Button]:
    mine = seen.own is not None and seen.back is None and not seen.author
    if mine and seen.own is not None and seen.own.passes and seen.own.told_at is not None:
        return [Button(PassOn(worn.role_id, seen.circular), "button-pass-on")]
    if seen.in_place and seen.own is not None:
        return [Button(PassInPlace(worn.role_id, seen.circular, seen.own.office.id, 0), "button-pass-in-place")]
    if not seen.author or seen.back is not None or seen.state is CircularState.WITHDRAWN:
        return []
    found = [Button(RemindAll(worn.role_id, seen.circular), "button-branch-remind")]
    if seen.held and not seen.given_up:
        found.append(Button(GiveUp(worn.role_id, seen.circular, 0), "button-branch-give-up"))
    return found


def _own(one: OfficeStanding, passing_: Passing, at: datetime | None) -> list[Part]:
    """How the office itself stands, a fact a line."""
    named = office_named(one.office.kind, one.office.name)
    parts = [Part("branch-office", {"office": named, "marks": _marks(one, at)})]
    for key, instant in (
        ("branch-told", one.told_at),
        ("branch-opened", one.opened_at),
        ("branch-acknowledged", one.acknowledged_at),
    ):
        if instant is not None:
            parts.append(Part(key, {"at": Moment(instant)}))
    if one.waits and one.passed_at is not None and one.instead is not None:
        instead = office_named(one.instead.kind, one.instead.name)
        values: dict[str, Value] = {"at": Moment(one.passed_at), "n": one.waits, "office": instead}
        parts.append(Part("branch-passed-in-place", values))
    elif one.waits and one.passed_at is not None:
        key = "branch-passed-itself" if one.by_itself else "branch-passed"
        parts.append(Part(key, {"at": Moment(one.passed_at), "n": one.waits}))
    elif one.waits and passing_ is not Passing.AT_ONCE:
        parts.append(Part("branch-waits", {"n": one.held}))
    if one.letter is not None:
        parts.append(Part("circular-letter", {"number": Raw(one.letter[0]), "dated": one.letter[1]}))
    return [*parts, *_figures(one, at)]


def _line(one: OfficeStanding, at: datetime | None) -> list[Part]:
    """One office of the list: its marks, and the figures below it on the next line."""
    named = office_named(one.office.kind, one.office.name)
    return [Part("branch-line", {"office": named, "marks": _marks(one, at)}), *_figures(one, at)]


def _figures(one: OfficeStanding, at: datetime | None) -> list[Part]:
    if one.units is not None and one.units.total:
        units: dict[str, Value] = {"n": one.units.total, "told": one.units.told, "read": one.units.acknowledged}
        parts = [Part("branch-units", units)]
        if one.units.early:
            parts.append(Part("branch-units-early", {"n": one.units.early}))
        return parts
    if one.below is None or not (one.below.offices or one.below.held):
        return []
    values: dict[str, Value] = {
        "n": one.below.offices,
        "told": one.below.told,
        "read": one.below.acknowledged,
        "held": one.below.held,
    }
    return [Part("branch-offices-held" if one.below.held and at is not None else "branch-offices", values)]


def _marks(one: OfficeStanding, at: datetime | None) -> Value:
    """What it has done, and for how long it is waited for (no instant: for nothing any more)."""
    if not one.people and not one.waits:
        return Word("branch-mark-nobody")
    marks: list[Value] = []
    if not one.people:
        marks.append(Word("branch-mark-nobody" if one.office.kind is not OfficeKind.COUNTY else "branch-mark-beside"))
    elif one.told_at is None:
        marks.append(Word("branch-mark-not-told"))
        if one.acknowledged_at is not None:
            marks.append(Word("branch-mark-read-early"))
    else:
        marks.append(Word("branch-mark-read" if one.acknowledged_at is not None else "branch-mark-not-read"))
    if one.waits:
        done = "branch-mark-passed" if one.instead is None else "branch-mark-in-place"
        marks.append(Word(done if one.passed_at is not None else "branch-mark-not-passed"))
    if one.since is not None and at is not None:
        marks.append(_since(one.since, at))
    return Joined(tuple(marks), "joint-dot")


def _since(since: datetime, at: datetime) -> Word:
    seconds = max((at - since).total_seconds(), 0)
    if seconds >= _DAY:
        return Word("branch-since-days", {"n": int(seconds // _DAY)})
    return Word("branch-since-hours", {"n": int(seconds // _HOUR)}) if seconds >= _HOUR else Word("branch-since-now")


def give_up_first(worn: Hat, seen: Branch) -> Screen:
    """Asked once before what was not passed on is closed."""
    rows = (
        (Button(GiveUp(worn.role_id, seen.circular, 1), "button-give-up-yes"),),
        (Button(OpenBranch(worn.role_id, seen.circular), "button-back"), HOME),
    )
    return Screen((Part("branch-give-up-sure", {"number": Raw(seen.number), "n": seen.held}),), rows)


def in_place_first(worn: Hat, seen: Branch) -> Screen:
    """Asked once before it is passed on in the place of an office."""
    assert seen.own is not None
    office = seen.own.office
    values: dict[str, Value] = {
        "number": Raw(seen.number),
        "place": office_named(office.kind, office.name),
        "n": seen.own.held,
    }
    rows = (
        (Button(PassInPlace(worn.role_id, seen.circular, office.id, 1), "button-pass-in-place-yes"),),
        (Button(OpenBranch(worn.role_id, seen.circular, office.id), "button-back"), HOME),
    )
    return Screen((Part("branch-in-place-sure", values),), rows)
