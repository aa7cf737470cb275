"""Three short forms: a session of the commission, the chamber's letter, one union that was told."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from handlers.act import Act
from handlers.commission.looking import commissions
from handlers.form import AskBack, Body, Form, Kind, Option, Step
from handlers.office_forms import OfficeForm
from handlers.screen import Part, Raw, Screen, Value, Word
from models.commissions import (
    MOST_WORDS,
    CommissionProblem,
    SessionResult,
    record_chamber_letter,
    record_informed,
    record_session,
)
from models.drafts import OpenDraft
from models.organisations import Hat
from models.values.letters import EARLIEST, LetterNumber, LetterProblem, parse_letter_date
from models.values.problem import Problem
from models.values.text import free_text

_MENDED_AT: Final = {
    CommissionProblem.MINUTE_TWICE: "number",
    CommissionProblem.WORDS_MISSING: "words",
    CommissionProblem.SESSION_AFTER_LETTER: "day",
    CommissionProblem.LETTER_BEFORE_SESSION: "day",
    LetterProblem.FUTURE: "day",
    LetterProblem.EARLY: "day",
}
"""Refusals that one answer mends; after all others there is nothing left to record here."""


def _read_day(text: str, body: Body) -> str | Problem:
    least = date.fromisoformat(body.facts.get("least", EARLIEST.isoformat()))
    day = parse_letter_date(text, date.fromisoformat(body.facts["today"]), least)
    return day if isinstance(day, Problem) else day.isoformat()


def _read_number(text: str, _: Body) -> str | Problem | AskBack:
    number = LetterNumber.parse(text)
    if isinstance(number, Problem):
        return number
    if number.like_a_date:
        sure = Option(str(number), "button-letter-number-sure")
        return AskBack(Part("letter-number-like-date", {"number": Raw(number)}), (sure,))
    return str(number)


def _read_words(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_WORDS, lines=True)


def _raw(answer: Any) -> Value:
    return Raw(str(answer))


def _day(text: str, label: str, *, optional: bool = False) -> Step:
    return Step(
        "day", text, label, read=_read_day, show=date.fromisoformat, optional=optional, skip="button-same-letter"
    )


def _number(text: str, label: str, *, optional: bool = False) -> Step:
    return Step("number", text, label, read=_read_number, show=_raw, optional=optional, skip="button-same-letter")


def _heading(key: str) -> Callable[[Body], tuple[Part, ...]]:
    return lambda body: (Part(key, {"office": body.facts["name"]}),)


def _above(key: str) -> Callable[[Body, str], tuple[Part, ...]]:
    return lambda body, _: (Part(key, {"office": body.facts["name"]}),)


class _OfACounty(OfficeForm):
    """They lead back to the county's card; a refusal opens the answer that it is about."""

    async def behind(self, act: Act, worn: Hat, office_id: int) -> Screen:
        """The card."""
        return await commissions(act, worn, office_id)

    async def record(self, act: Act, worn: Hat, body: Body) -> object:
        """Record what was said: a Problem when it is refused."""
        raise NotImplementedError

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Record it and go back to the card."""
        worn = await self.worn(act, body)
        outcome = worn if isinstance(worn, Problem) else await self.record(act, worn, body)
        if not isinstance(outcome, Problem):
            return await self.close(act, opened, body, Part(f"recorded-{self.form.name}"))
        if "number" in outcome.values:
            outcome = Problem(outcome.code, {**outcome.values, "number": Raw(str(outcome.values["number"]))})
        step = _MENDED_AT.get(outcome.code)
        if step is None:
            return await self.close(act, opened, body, outcome)
        body.answers.pop(step, None)
        return outcome, str(step)


# ---- a session ----


def _session_steps(body: Body) -> tuple[Step, ...]:
    other = body.answers.get("result") == SessionResult.OTHER.value
    return (
        _day("commission-ask-held", "commission-field-held"),
        _number("commission-ask-minute", "commission-field-minute"),
        Step(
            "result",
            "commission-ask-result",
            "commission-field-result",
            Kind.PICK,
            options=tuple(Option(one.value, f"session-result-{one.value}") for one in SessionResult),
            show=lambda answer: Word(f"session-result-{answer}"),
            wide=True,
        ),
        Step(
            "words",
            "commission-ask-words-wanted" if other else "commission-ask-words",
            "commission-field-words",
            read=_read_words,
            optional=not other,
            skip="button-no-note",
        ),
    )


class SessionForm(_OfACounty):
    """A session: its day, its minute's number, its result."""

    form = Form(
        "commission-session",
        _session_steps,
        _heading("commission-session-summary"),
        "button-record-session",
        above=_above("commission-session-above"),
    )

    async def record(self, act: Act, worn: Hat, body: Body) -> object:
        """Record the session, or mend the one that was opened."""
        said = body.answers
        return await act.db(
            record_session,
            worn,
            int(body.facts["office"]),
            date.fromisoformat(said["day"]),
            LetterNumber(said["number"]),
            SessionResult(said["result"]),
            words=said.get("words"),
            mends=body.facts.get("mends") or None,
        )


# ---- the chamber's letter ----


def _letter_steps(_: Body) -> tuple[Step, ...]:
    return (
        _number("commission-ask-letter-number", "commission-field-letter-number"),
        _day("commission-ask-letter-day", "commission-field-letter-day"),
    )


class LetterForm(_OfACounty):
    """The chamber's letter: its number and its day."""

    form = Form(
        "chamber-letter",
        _letter_steps,
        _heading("commission-letter-summary"),
        "button-record-letter",
        above=_above("commission-letter-above"),
    )

    async def record(self, act: Act, worn: Hat, body: Body) -> object:
        """Record the letter."""
        said = body.answers
        number, dated = LetterNumber(said["number"]), date.fromisoformat(said["day"])
        return await act.db(record_chamber_letter, worn, int(body.facts["office"]), number, dated)


# ---- one union ----


def _union_steps(_: Body) -> tuple[Step, ...]:
    return (
        _number("commission-ask-union-number", "commission-field-letter-number", optional=True),
        _day("commission-ask-union-day", "commission-field-letter-day", optional=True),
    )


class UnionForm(_OfACounty):
    """One union: by which letter and when it was told; the chamber's own letter unless said otherwise."""

    form = Form(
        "informed-union",
        _union_steps,
        lambda body: (Part("commission-union-summary", {"union": body.facts["union-name"]}),),
        "button-record-union",
        above=lambda body, _: (Part("commission-union-above", {"union": body.facts["union-name"]}),),
    )

    async def record(self, act: Act, worn: Hat, body: Body) -> object:
        """Record the union."""
        number, day = body.answers.get("number"), body.answers.get("day")
        return await act.db(
            record_informed,
            worn,
            int(body.facts["office"]),
            (int(body.facts["union"]),),
            on=date.fromisoformat(day) if day else None,
            number=LetterNumber(number) if number else None,
        )
