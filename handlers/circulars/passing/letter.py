"""The covering letter with which an office has passed a circular on: its number and its day (60/227210 ¶6)."""

from datetime import date
from typing import Any

from handlers.act import Act
from handlers.circulars.passing import cards
from handlers.circulars.passing.looking import passing_list
from handlers.form import AskBack, Body, Form, Option, Step
from handlers.office_forms import OfficeForm
from handlers.screen import Part, Raw, Screen, Value
from models.circulars import note_letter
from models.drafts import OpenDraft, drop_draft
from models.organisations import Hat
from models.people import Focus
from models.values.letters import EARLIEST, LetterNumber, LetterProblem, parse_letter_date
from models.values.problem import Problem


def _read_day(text: str, body: Body) -> str | Problem:
    day = parse_letter_date(text, date.fromisoformat(body.facts["today"]), EARLIEST)
    return day if isinstance(day, Problem) else day.isoformat()


def _read_number(text: str, _: Body) -> str | Problem | AskBack:
    number = LetterNumber.parse(text)
    if isinstance(number, Problem):
        return number
    if number.like_a_date:
        sure = Option(str(number), "button-letter-number-sure")
        return AskBack(Part("letter-number-like-date", {"number": Raw(number)}), (sure,))
    return str(number)


def _raw(answer: Any) -> Value:
    return Raw(str(answer))


def _steps(_: Body) -> tuple[Step, ...]:
    return (
        Step("number", "passing-ask-number", "passing-field-number", read=_read_number, show=_raw),
        Step("day", "passing-ask-day", "passing-field-day", read=_read_day, show=date.fromisoformat),
    )


def _heading(body: Body) -> tuple[Part, ...]:
    return (Part("passing-letter-summary", {"office": body.facts["name"]}),)


class LetterForm(OfficeForm):
    """Number and day; a day that cannot be is asked for again."""

    form = Form("passing-letter", _steps, _heading, "button-passing-note")

    async def behind(self, act: Act, worn: Hat, office_id: int) -> Screen:  # noqa: ARG002 (the form's own office)
        """What waits for the office."""
        return await passing_list(act, worn.role_id)

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Note it; then who passed it on, with its letter."""
        worn = await self.worn(act, body)
        if isinstance(worn, Problem):
            return await self.close(act, opened, body, worn)
        number, day = LetterNumber(body.answers["number"]), date.fromisoformat(body.answers["day"])
        done = await act.db(note_letter, worn, int(body.facts["circular"]), number, day)
        if not isinstance(done, Problem):
            await act.focus(Focus.NOTHING)
            await act.db(drop_draft, act.person_id, opened.id)
            return cards.passed(worn, done).with_note(Part("passing-letter-noted"))
        if done.code in {LetterProblem.FUTURE, LetterProblem.EARLY}:
            body.answers.pop("day", None)
            return done, "day"
        return await self.close(act, opened, body, done)
