"""«I was asked for documents»: what an office wanted for an order registration, in a few taps (60/310637)."""

from datetime import date, timedelta
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import AskedForPapers, OpenMyReport, OpenVerdict
from handlers.filling import Conversation, begin
from handlers.form import Answer, Body, Form, Kind, Option, Step
from handlers.home import HOME, home
from handlers.screen import Button, Code, Part, Screen, Value, Word, shown
from handlers.sources import source
from handlers.support.taps import MyTickets
from models.drafts import OpenDraft, drop_draft
from models.letters import STATISTICS_ALONE, cite
from models.people import Focus
from models.support.papers import (
    MOST_OFFICE,
    MOST_SAID,
    Asked,
    AskedBy,
    AskedFor,
    ReportProblem,
    accusable,
    my_report,
    read_day,
    read_said,
    report_papers,
)
from models.units import my_units
from models.values.jalali import parse_date
from models.values.problem import Problem

PAPERS: Final = "papers"
_MOST_UNITS: Final = 12
_STEP_OF: Final = {
    ReportProblem.WORDS_MISSING: "words",
    ReportProblem.OFFICE_MISSING: "office",
    ReportProblem.FUTURE: "day",
    ReportProblem.BEFORE_LETTER: "day",
    ReportProblem.SAME_DAY: "day",
}


def _unit(body: Body) -> int | None:
    """The unit that reports: the one whose screen it was, the only one, or the one that was chosen."""
    units: list[list[Any]] = body.facts["units"]
    return int(units[0][0]) if len(units) == 1 else body.answers.get("unit")


def _words(text: str, _: Body) -> str | Problem:
    return read_said(text)


def _office(text: str, _: Body) -> str | Problem:
    return read_said(text, MOST_OFFICE)


def _day(text: str, body: Body) -> str | Problem:
    read = parse_date(text)
    day = read if isinstance(read, Problem) else read_day(read, date.fromisoformat(body.facts["today"]))
    return day if isinstance(day, Problem) else day.isoformat()


def _picked(name: str, text: str, options: tuple[Option, ...], label: str) -> Step:
    known = {option.value: option for option in options}

    def show(answer: Answer) -> Value:
        option = known.get(answer)
        if option is None:
            return str(answer)
        return option.label or Word(option.key, option.values)

    return Step(name, text, label, Kind.PICK, options=options, show=show, wide=True)


def _steps(body: Body) -> tuple[Step, ...]:
    steps: list[Step] = []
    units: list[list[Any]] = body.facts["units"]
    if len(units) > 1:
        choices = tuple(Option(number, label=title) for number, title in units)
        steps.append(_picked("unit", "papers-unit", choices, "papers-label-unit"))
    near: dict[str, str] = body.facts["near"].get(str(_unit(body)), {})
    offices = [Option(by, f"papers-by-{by}", values={"office": name}) for by, name in near.items()]
    other = Option(AskedBy.OTHER.value, "papers-by-other")
    steps.append(_picked("by", "papers-by", (*offices, other), "papers-label-by"))
    if body.answers.get("by") == AskedBy.OTHER.value:
        steps.append(Step("office", "papers-office", "papers-label-office", read=_office, values={"most": MOST_OFFICE}))
    what = tuple(Option(one.value, f"asked-for-{one.value}") for one in AskedFor)
    steps.append(_picked("what", "papers-what", what, "papers-label-what"))
    wanted = body.answers.get("what") == AskedFor.OTHER.value
    steps.append(
        Step(
            "words",
            "papers-words-wanted" if wanted else "papers-words",
            "papers-label-words",
            read=_words,
            optional=not wanted,
            values={"most": MOST_SAID},
            skip="button-no-note",
        )
    )
    today = date.fromisoformat(body.facts["today"])
    days = (
        Option(today.isoformat(), "papers-today"),
        Option((today - timedelta(days=1)).isoformat(), "papers-yesterday"),
    )
    steps.append(
        Step(
            "day",
            "papers-day",
            "papers-label-day",
            read=_day,
            options=days,
            optional=True,
            show=date.fromisoformat,
            skip="button-papers-no-day",
        )
    )
    names = (Option("no", "papers-named-no"), Option("yes", "papers-named-yes"))
    steps.append(_picked("named", "papers-named", names, "papers-label-named"))
    return tuple(steps)


def clause(what: AskedFor) -> Part:
    """What the letter says of it, in the letter's own strength."""
    return Part(f"papers-clause-{what.clause.part.value}", {"source": source(cite(what.clause))})


def _heading(_: Body) -> tuple[Part, ...]:
    return (Part("papers-summary"),)


def _closing(body: Body) -> tuple[Part, ...]:
    own = body.answers.get("by") == AskedBy.PROVINCE.value
    return (Part("papers-goes-to-inspection" if own else "papers-goes-to"),)


def _asked(body: Body) -> Asked:
    answers = body.answers
    day = answers.get("day")
    return Asked(
        AskedBy(answers["by"]),
        AskedFor(answers["what"]),
        answers.get("words"),
        answers.get("office") if answers["by"] == AskedBy.OTHER.value else None,
        None if day is None else date.fromisoformat(day),
        answers.get("named") == "yes",
    )


class PapersConversation(Conversation):
    """The report as a form: who asked, what for, when, and whether the own name may be told."""

    form = Form(PAPERS, _steps, _heading, "button-papers-send", closing=_closing)

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """File the report; the receipt says the one sentence that all are told, and the letter's place."""
        unit, asked = _unit(body), _asked(body)
        if unit is None:
            return Problem(ReportProblem.NOT_YOURS), "unit"
        outcome = await act.db(report_papers, act.person_id, unit, asked)
        if isinstance(outcome, Problem):
            step = _STEP_OF.get(outcome.code) if isinstance(outcome.code, ReportProblem) else "words"
            if step is None:
                await self._gone(act, opened)
                return await home(act, outcome)
            return outcome if outcome.code is ReportProblem.SAME_DAY else (outcome, step)
        await self._gone(act, opened)
        parts = (
            Part("papers-sent" if outcome.heard else "papers-sent-unheard", {"code": Code(outcome.code)}),
            clause(asked.what),
            Part("papers-sentence"),
        )
        return Screen(
            parts, ((Button(OpenVerdict(unit), "button-verdict"),), (Button(MyTickets(0), "button-my-tickets"), HOME))
        )

    async def _gone(self, act: Act, opened: OpenDraft) -> None:
        await act.db(drop_draft, act.person_id, opened.id)
        await act.focus(Focus.NOTHING)


async def _begin(act: Act, unit_id: int) -> Screen:
    own = await act.db(my_units, act.person_id)
    units = [unit for unit in own if unit.id == unit_id] if unit_id else list(own[:_MOST_UNITS])
    if not units:
        note = Part("papers-no-unit", {"source": source(cite(STATISTICS_ALONE))})
        return await home(act, note if not unit_id else Part("stale-button"))
    near: dict[str, dict[str, str]] = {}
    for unit in units:
        found = await act.db(accusable, act.person_id, unit.id)
        if not isinstance(found, Problem):
            near[str(unit.id)] = {by.value: name for by, (_, name) in found.items()}
    facts = {"units": [[unit.id, unit.title] for unit in units], "near": near}
    return await begin(act, PapersConversation(), f"unit:{unit_id}" if unit_id else "", Body(facts=facts))


async def _mine(act: Act, report_id: int) -> Screen:
    found = await act.db(my_report, act.person_id, report_id)
    if isinstance(found, Problem):
        return await home(act, found)
    values: dict[str, Value] = {
        "code": Code(found.receipt),
        "at": found.filed_at,
        "what": shown(found.asked_for),
        "state": shown(found.state),
    }
    parts = [Part("my-report", values)]
    if found.result is not None:
        parts.append(Part("my-report-result", {"result": shown(found.result)}))
    parts.append(Part("papers-sentence"))
    return Screen(tuple(parts), ((Button(MyTickets(0), "button-my-tickets"), HOME),))


def router() -> Router:
    """The taps of whoever was asked for papers."""
    routes = Router(name="papers")

    @routes.callback_query(Tapped(AskedForPapers))
    async def asked(_: CallbackQuery, act: Act, tap: AskedForPapers) -> Screen:
        return await _begin(act, tap.unit)

    @routes.callback_query(Tapped(OpenMyReport))
    async def mine(_: CallbackQuery, act: Act, tap: OpenMyReport) -> Screen:
        await act.focus(Focus.NOTHING)
        return await _mine(act, tap.report)

    return routes
