"""The question of comprehension that a draft may carry: what is asked, two to four options, which clause says each."""

from collections.abc import Mapping
from typing import Any, Final

from handlers.act import Act
from handlers.buttons import OpenCircular
from handlers.circulars import looking
from handlers.circulars.forms import OfCircular
from handlers.circulars.looking import Answer
from handlers.circulars.taps import OnCircular
from handlers.form import Body, Form, Kind, Option, Step
from handlers.home import HOME
from handlers.screen import Button, Part, Raw, Rows, Screen, Value, Word
from models.circulars import CircularProblem, DeskCard, questions, set_question
from models.circulars.questions import MOST_OPTION, MOST_TEXT, OPTIONS, Question
from models.drafts import OpenDraft
from models.organisations import Hat
from models.values.problem import Problem
from models.values.text import free_text

_WHOLE: Final = 0
"""Of the clauses: none of them, the circular as a whole."""


def _clause_step(name: str, text: str, clauses: int, values: Mapping[str, Value]) -> Step:
    """Which clause says it: one of them, or the text as a whole."""
    options = tuple(Option(place, "button-clause", values={"n": place}) for place in range(1, clauses + 1))
    whole = Option(_WHOLE, "button-clause-none")
    return Step(
        name,
        text,
        "circular-field-says",
        Kind.PICK,
        options=(*options, whole),
        values=values,
        show=lambda answer: Word("button-clause", {"n": answer}) if answer else Word("button-clause-none"),
    )


# ---- the question ----


def _read_question(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_TEXT, least=3)


def _read_option(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_OPTION)


def _options(body: Body) -> list[str]:
    said = [body.answers.get(f"option.{place}") for place in range(1, OPTIONS[1] + 1)]
    return [one for one in said if one is not None]


def _question_steps(body: Body) -> tuple[Step, ...]:
    least, most = OPTIONS
    steps = [Step("text", "question-ask-text", "question-field-text", read=_read_question)]
    for place in range(1, most + 1):
        if place > least + 1 and body.answers.get(f"option.{place - 1}") is None:
            break
        steps.append(
            Step(
                f"option.{place}",
                "question-ask-option" if place <= least else "question-ask-another",
                "question-field-option",
                read=_read_option,
                optional=place > least,
                skip="button-question-enough",
                values={"n": place},
                clears=("right",),
            )
        )
    options = _options(body)
    picks = tuple(Option(place, label=text) for place, text in enumerate(options, 1))
    steps.append(
        Step(
            "right",
            "question-ask-right",
            "question-field-right",
            Kind.PICK,
            options=picks,
            wide=True,
            show=lambda answer: options[answer - 1] if 0 < answer <= len(options) else "",
        )
    )
    clauses = int(body.facts["clauses"])
    if clauses:
        steps += [
            _clause_step(f"clause.{place}", "question-ask-clause", clauses, {"option": text, "n": place})
            for place, text in enumerate(options, 1)
        ]
    return tuple(steps)


class QuestionForm(OfCircular):
    """The question that recipients answer once they have acknowledged the circular."""

    form = Form("circular-question", _question_steps, lambda _: (Part("question-check"),), "button-question-save")

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Put it into the draft."""
        options = [
            questions.Option(text, body.answers.get(f"clause.{place}") or None, body.answers["right"] == place)
            for place, text in enumerate(_options(body), 1)
        ]
        asked = Question.read(body.answers["text"], options, int(body.facts["clauses"]))
        if isinstance(asked, Problem):
            return asked, "option.1" if asked.code is CircularProblem.QUESTION_TWICE else "text"
        seen = await looking.found(act, int(body.facts["circular"]))
        if isinstance(seen, Problem):
            return await self.close(act, opened, body, seen)
        outcome = await act.db(set_question, seen[0], seen[1].id, int(body.facts["revision"]), asked)
        return await self.close(act, opened, body, outcome if isinstance(outcome, Problem) else Part("question-saved"))


async def _question(act: Act, worn: Hat, card: DeskCard) -> Screen:
    """The question as it stands, or the form for it."""
    if not card.writes:
        return await looking.drawn(act, worn, card)
    if card.question is None:
        return await QuestionForm().open(act, worn, card, clauses=len(card.clauses))
    asked = Question.of_json(card.question)
    parts = [Part("question-stands", {"number": Raw(card.number), "text": asked.text})]
    for one in asked.options:
        said: Value = Word("question-says-clause", {"n": one.clause}) if one.clause else Word("question-says-text")
        key = "question-option-right" if one.right else "question-option"
        parts.append(Part(key, {"text": one.text, "says": said}))
    rows: Rows = (
        (Button(OnCircular(card.id, card.revision, "requestion"), "button-question-change"),),
        (Button(OnCircular(card.id, card.revision, "unquestion"), "button-question-remove"),),
        (Button(OpenCircular(card.id), "button-back"), HOME),
    )
    return Screen(tuple(parts), rows)


async def _requestion(act: Act, worn: Hat, card: DeskCard) -> Screen:
    if not card.writes:
        return await looking.drawn(act, worn, card)
    return await QuestionForm().open(act, worn, card, clauses=len(card.clauses))


async def _unquestion(act: Act, worn: Hat, card: DeskCard) -> Screen:
    outcome = await act.db(set_question, worn, card.id, card.revision, None)
    return await looking.circular(act, card.id, outcome if isinstance(outcome, Problem) else Part("question-removed"))


VERBS: Final[Mapping[str, Answer]] = {
    "question": _question,
    "requestion": _requestion,
    "unquestion": _unquestion,
}
CONVERSATIONS: Final[tuple[Any, ...]] = (QuestionForm(),)
