"""Writing a circular: a form whose answers become a draft, and the same form again for a draft that is changed."""

from datetime import date
from typing import Any, Final

from handlers.act import Act
from handlers.circulars import looking
from handlers.filling import Conversation, begin
from handlers.form import EDIT, AskBack, Body, Form, Kind, Option, Step
from handlers.home import home
from handlers.screen import Part, Raw, Screen, Value, Word
from models.circulars import (
    Audience,
    CircularClass,
    CircularProblem,
    Content,
    DeskCard,
    Passing,
    amend,
    compose,
    correct,
    has_levels,
    number_taken,
    pages,
    whole,
)
from models.circulars.composing import MOST_CLAUSES, MOST_SUBJECT, MOST_SUMMARY
from models.drafts import OpenDraft, drop_draft
from models.organisations import Hat, OfficeKind, hat
from models.people import Focus
from models.values.jalali import parse_date
from models.values.letters import LetterNumber
from models.values.problem import Problem
from models.values.text import free_text

NAME: Final = "circular"
_FULL: Final = 3300
"""So many characters of one message: the messenger may have parted what was pasted, and more may follow."""
_MOST_CLAUSE: Final = 1000
_SHOWN: Final = 120
_OF_STEP: Final = {
    CircularProblem.NUMBER_MISSING: "number",
    CircularProblem.NUMBER_TAKEN: "number",
    CircularProblem.DATE_AHEAD: "issued",
    CircularProblem.TEXT_TOO_LONG: "summary",
    CircularProblem.NO_LEVELS: "passing",
}


# ---- reading ----


def _read_number(text: str, _: Body) -> str | Problem | AskBack:
    number = LetterNumber.parse(text)
    if isinstance(number, LetterNumber) and number.like_a_date:
        return AskBack(
            Part("access-number-or-date", {"number": Raw(number)}), (Option(str(number), "access-number-so"),)
        )
    return number if isinstance(number, Problem) else str(number)


def _read_date(text: str, body: Body) -> str | Problem:
    day = parse_date(text)
    if isinstance(day, Problem):
        return day
    if day > date.fromisoformat(body.facts["today"]):
        return Problem(CircularProblem.DATE_AHEAD, {"date": day})
    return day.isoformat()


def _read_subject(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_SUBJECT, least=3)


def _read_summary(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_SUMMARY, least=3, lines=True)


def _read_more(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_SUMMARY, lines=True)


def _read_clause(text: str, _: Body) -> str | Problem:
    return free_text(text, most=_MOST_CLAUSE)


# ---- showing ----


def _show_number(answer: Any) -> Value:
    return Raw(str(answer))


def _show_date(answer: Any) -> Value:
    return date.fromisoformat(str(answer))


def _show_text(answer: Any) -> Value:
    line = " ".join(str(answer).split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _show_grade(answer: Any) -> Value:
    return Word(f"circular-class-{answer}")


def _show_passing(answer: Any) -> Value:
    return Word(f"circular-passing-{answer}")


# ---- the steps ----


def _steps(body: Body) -> tuple[Step, ...]:
    steps = [
        Step("number", "circular-ask-number", "circular-field-number", read=_read_number, show=_show_number),
        Step("issued", "circular-ask-date", "circular-field-date", read=_read_date, show=_show_date),
        Step("subject", "circular-ask-subject", "circular-field-subject", read=_read_subject),
        *_of_summary(body),
        *_of_clauses(body),
        Step(
            "grade",
            "circular-ask-class",
            "circular-field-class",
            Kind.PICK,
            options=tuple(Option(one.value, f"circular-class-{one.value}") for one in CircularClass),
            show=_show_grade,
        ),
    ]
    if has_levels(OfficeKind(body.facts["kind"])) and "corrects" not in body.facts:
        ways = tuple(Option(one.value, f"button-circular-{one.value}") for one in Passing)
        steps.append(
            Step(
                "passing",
                "circular-ask-passing",
                "circular-field-passing",
                Kind.PICK,
                options=ways,
                show=_show_passing,
                wide=True,
            )
        )
    return tuple(steps)


def _of_summary(body: Body) -> list[Step]:
    """The text; a message that is nearly full may have been parted by the messenger, so more is asked for."""
    steps = [Step("summary", "circular-ask-summary", "circular-field-summary", read=_read_summary, show=_show_text)]
    place, last = 1, body.answers.get("summary")
    while isinstance(last, str) and len(last) >= _FULL and place < 5:
        place += 1
        name = f"summary.{place}"
        steps.append(
            Step(
                name,
                "circular-ask-more",
                "circular-field-more",
                read=_read_more,
                show=_show_text,
                optional=True,
                skip="button-circular-whole",
                counted=False,
                summed=body.answers.get(name) is not None,
            )
        )
        last = body.answers.get(name)
    return steps


def _of_clauses(body: Body) -> list[Step]:
    """The clauses one after the other, until there is no more."""
    steps: list[Step] = []
    place = 0
    while place == 0 or (body.answers.get(f"clause.{place}") is not None and place < MOST_CLAUSES):
        place += 1
        steps.append(
            Step(
                f"clause.{place}",
                "circular-ask-clause" if place == 1 else "circular-ask-next-clause",
                "circular-field-clause",
                read=_read_clause,
                show=_show_text,
                optional=True,
                values={"n": place},
                skip="button-circular-no-clause" if place == 1 else "button-circular-no-more",
            )
        )
    return steps


def _summary_of(body: Body) -> str:
    """The whole text: what a messenger parted in the middle of a sentence is joined again there."""
    whole = ""
    for step in _of_summary(body):
        piece = body.answers.get(step.name)
        if isinstance(piece, str):
            joint = "" if not whole else "\n" if whole[-1] in ".؟?!:؛" else " "
            whole += joint + piece
    return whole


def content_of(body: Body) -> Content:
    """What the answers say."""
    clauses = [body.answers.get(step.name) for step in _of_clauses(body)]
    return Content(
        body.answers["number"],
        date.fromisoformat(body.answers["issued"]),
        body.answers["subject"],
        _summary_of(body),
        tuple(clause for clause in clauses if clause is not None),
        CircularClass(body.answers["grade"]),
        Passing(body.answers.get("passing", Passing.AT_ONCE.value)),
    )


def _heading(body: Body) -> tuple[Part, ...]:
    """How many messages the text takes."""
    content = content_of(body)
    parted = pages(whole(content.summary, content.clauses))
    if isinstance(parted, Problem):
        return (Part("circular-check"),)
    return (Part("circular-check"), Part("circular-check-pages", {"n": len(parted)}))


# ---- the conversation ----


class Composing(Conversation):
    """Write a draft, or write it anew; what is left half written is found again at the desk, on either messenger."""

    form = Form(NAME, _steps, _heading, "button-circular-save")

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:
        """A number that is used is told at once; a clause that was taken out closes its gap; too long is too long."""
        if step == "number":
            worn = await act.db(hat, act.person_id, int(body.facts["role"]))
            if isinstance(worn, Problem):
                return None  # said at the end
            circular = int(body.facts.get("circular", 0))
            taken = await act.db(number_taken, worn.office_id, body.answers["number"], circular)
            if taken is not None:
                _ask_again(body, "number")
            return taken
        if step.startswith("clause."):
            _close_gap(body)
        if step.startswith(("clause.", "summary")):
            clauses = [body.answers.get(one.name) or "" for one in _of_clauses(body)]
            parted = pages(whole(_summary_of(body), clauses))
            if isinstance(parted, Problem):
                _ask_again(body, step)
                return parted
        return None

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Keep it as the office's draft; what can be mended is asked once more."""
        worn = await act.db(hat, act.person_id, int(body.facts["role"]))
        if isinstance(worn, Problem):
            await self._over(act, opened)
            return await home(act, Part("review-role-over"))
        circular = int(body.facts.get("circular", 0))
        outcome = await _kept(act, worn, circular, body)
        if isinstance(outcome, Problem):
            step = _OF_STEP.get(outcome.code) if isinstance(outcome.code, CircularProblem) else None
            if step is not None:
                return outcome, step
            await self._over(act, opened)
            if circular:
                return await looking.circular(act, circular, outcome)
            return await looking.desk(act, worn, note=outcome)
        await self._over(act, opened)
        return await looking.circular(act, circular or outcome, Part("circular-saved"))

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def led_back(self, act: Act, body: Body) -> Screen:
        """The card of the draft that was to be changed, else the desk."""
        circular = int(body.facts.get("circular", 0) or body.facts.get("corrects", 0))
        note = Part("circular-kept") if body.answers else None
        if circular:
            return await looking.circular(act, circular)
        return await looking.desk_of(act, int(body.facts["role"]), note)

    async def _over(self, act: Act, opened: OpenDraft) -> None:
        await act.db(drop_draft, act.person_id, opened.id)
        await act.focus(Focus.NOTHING)


def _ask_again(body: Body, step: str) -> None:
    body.answers.pop(step, None)
    body.at, body.editing = step, False


def _close_gap(body: Body) -> None:
    """The clauses that are there, counted anew; whether more may come stays as it was said."""
    names = sorted((name for name in body.answers if name.startswith("clause.")), key=lambda name: int(name[7:]))
    said = [body.answers.pop(name) for name in names]
    clauses = [one for one in said if one is not None]
    ended = len(clauses) < len(said)
    for place, clause in enumerate(clauses, 1):
        body.answers[f"clause.{place}"] = clause
    if ended and len(clauses) < MOST_CLAUSES:
        body.answers[f"clause.{len(clauses) + 1}"] = None


async def _kept(act: Act, worn: Hat, circular: int, body: Body) -> int | Problem:
    """The id of the new draft, or the revision of the one that was changed."""
    if circular:
        return await act.db(amend, worn, circular, int(body.facts["revision"]), content_of(body))
    if "corrects" in body.facts:
        return await act.db(correct, worn, int(body.facts["corrects"]), content_of(body))
    return await act.db(compose, worn, content_of(body), Audience(frozenset()))


async def write(act: Act, worn: Hat) -> Screen:
    """A new circular, or on with the half-written one."""
    facts = {"role": worn.role_id, "kind": worn.office_kind.value}
    return await begin(act, Composing(), "", Body(facts=facts))


async def correction(act: Act, worn: Hat, card: DeskCard) -> Screen:
    """A correction of a withdrawn circular: a number and a text of its own, to those who were sent that one."""
    facts = {"role": worn.role_id, "kind": card.office_kind.value, "corrects": card.id}
    answers = {"subject": card.subject, "grade": card.grade.value}
    note = Part("circular-correction", {"number": Raw(card.number)})
    return await begin(act, Composing(), f"corrects:{card.id}", Body(answers, facts=facts), note=note)


async def change(act: Act, worn: Hat, card: DeskCard) -> Screen:
    """The form filled in with the draft as it stands, at the list of what can be changed."""
    answers: dict[str, Any] = {
        "number": card.number,
        "issued": card.issued.isoformat(),
        "subject": card.subject,
        "summary": card.summary,
        "grade": card.grade.value,
        **{f"clause.{place}": clause for place, clause in enumerate(card.clauses, 1)},
    }
    if len(card.summary) >= _FULL:
        answers["summary.2"] = None
    if len(card.clauses) < MOST_CLAUSES:
        answers[f"clause.{len(card.clauses) + 1}"] = None
    if has_levels(card.office_kind) and card.audience.told is None:
        answers["passing"] = card.passing.value
    facts = {
        "role": worn.role_id,
        "kind": card.office_kind.value,
        "circular": card.id,
        "revision": card.revision,
        **({} if card.audience.told is None else {"corrects": card.audience.told}),
    }
    return await begin(act, Composing(), f"circular:{card.id}", Body(answers, EDIT, facts=facts), anew=True)
