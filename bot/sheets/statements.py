"""The closing statement of a circular as a sheet: what became of everybody, by level and office."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlmodel import Session

from bot.jobs import Bench
from bot.sheets.files import Leaf, write_workbook
from bot.sheets.wording import told
from bot.words import plain, words
from handlers.circulars.answers import percent
from handlers.screen import Moment, Raw
from handlers.sources import office_named
from models import circulars, contents
from models.circulars import Answers, CircularProblem, CircularState, Progress, Statement, StatementLine
from models.circulars.closing import ON_THE_WAY
from models.jobs import OpenJob
from models.notices import NoticeState
from models.organisations import hat
from models.people import Language, language_of
from models.values.problem import Problem

_TOLD: Final = (
    NoticeState.PARKED,
    NoticeState.REFUSED,
    NoticeState.UNCERTAIN,
    NoticeState.WITHDRAWN,
    NoticeState.HELD_BACK,
)
_COLUMNS: Final = (
    "level",
    "province",
    "office",
    "planned",
    "sent",
    "acknowledged",
    "read-early",
    *(state.value for state in _TOLD),
    "on-the-way",
    "in-place",
)


@dataclass(frozen=True, slots=True)
class Told:
    """All that the sheet says, read in one transaction; ``answers`` where a question was asked."""

    about: Progress
    statement: Statement
    answers: Answers | None


def read(session: Session, person_id: int, role_id: int, circular_id: int) -> Told | Problem:
    """What the sheet says, for whoever may act on the circular at this moment."""
    live = hat(session, person_id, role_id)
    if isinstance(live, Problem):
        return live
    about = circulars.progress(session, live, circular_id)
    if isinstance(about, Problem):
        return about
    if about.state is CircularState.DRAFT:
        return Problem(CircularProblem.WRONG_STATE, {"state": about.state})
    found = circulars.statement(session, live, circular_id)
    if isinstance(found, Problem):
        return found
    answers = circulars.answers(session, live, circular_id)
    circulars.record_taken(session, live, circular_id, len(found.lines))
    return Told(about, found, None if isinstance(answers, Problem) else answers)


async def write_statement(bench: Bench, job: OpenJob) -> Mapping[str, str]:
    """The statement as a workbook, or why there is none."""
    database = bench.database
    asked = job.order.details
    language = await database.run(language_of, job.key)
    found = await database.apart(read, int(asked["person"]), int(asked["role"]), job.order.subject)
    if isinstance(found, Problem):
        return {"refusal": told(found, language)}
    about = found.about
    number = about.number.replace("/", "-").replace("\\", "-")
    name = plain(words(language).say("statement-file", {"number": Raw(number)}))
    body = await asyncio.to_thread(workbook, found, Moment(database.clock.now()), language)
    key = await database.run(contents.keep, f"{name}.xlsx", body)
    return {"content": key, "name": f"{name}.xlsx", "ended": "" if about.ended_at is None else "yes"}


def workbook(told_all: Told, at: Moment, language: Language) -> bytes:
    """The lines with their sum, what the columns mean, whether they make up the plan, and the answers."""
    said = words(language)
    about, lines = told_all.about, told_all.statement.lines
    sums: list[object] = [said.say("statement-sum"), "", ""]
    rows = [_row(line, language) for line in lines]
    numbers = [[cell for cell in row[3:] if isinstance(cell, int)] for row in rows]
    sums.extend(sum(column) for column in zip(*numbers, strict=True))
    beside: list[tuple[object, object]] = [
        (said.say(f"statement-about-{name}"), value)
        for name, value in (
            ("number", said.show(Raw(about.number))),
            ("subject", about.subject),
            ("state", said.say(f"circular-state-{about.state.value}")),
            ("at", plain(said.show(at))),
            ("planned", told_all.statement.planned),
            ("balance", _balance(told_all.statement, language)),
        )
    ]
    beside.extend(
        (said.say(f"statement-column-{name}"), plain(said.say(f"statement-hint-{name}"))) for name in _COLUMNS[3:]
    )
    return write_workbook(
        [
            Leaf(
                said.say("statement-sheet"),
                [said.say(f"statement-column-{name}") for name in _COLUMNS],
                [*rows, sums] if rows else [],
            ),
            Leaf(
                said.say("statement-about"),
                [said.say("statement-about-what"), said.say("statement-about-value")],
                beside,
                wide=frozenset({1}),
            ),
            *([] if told_all.answers is None else [_answers(told_all.answers, language)]),
        ]
    )


def _balance(found: Statement, language: Language) -> str:
    if found.balanced:
        return words(language).say("statement-balanced")
    return plain(words(language).say("statement-not-balanced", {"planned": found.planned, "found": found.total}))


def _answers(found: Answers, language: Language) -> Leaf:
    """How the question was answered: a row for each option, and their sum."""
    said = words(language)
    names = ("question", "option", "clause", "clause-text", "right", "number", "percent")
    rows: list[list[object]] = [
        [
            found.question,
            one.text,
            "" if one.clause is None else one.clause,
            "" if one.clause is None else found.clauses.get(one.clause, ""),
            said.say("statement-answers-yes" if one.right else "statement-answers-no"),
            one.number,
            percent(one.number, found.total),
        ]
        for one in found.options
    ]
    sums: list[object] = [said.say("statement-sum"), "", "", "", "", found.total, 100 if found.total else 0]
    return Leaf(
        said.say("statement-answers"),
        [said.say(f"statement-answers-{name}") for name in names],
        [*rows, sums],
        wide=frozenset({0, 1, 3}),
    )


def _row(line: StatementLine, language: Language) -> list[object]:
    on_the_way = sum(line.states.get(state, 0) for state in ON_THE_WAY if state is not NoticeState.HELD_BACK)
    return [
        words(language).say(f"level-{line.level.value}"),
        line.province_name or "",
        line.office_name or "",
        line.total,
        line.states.get(NoticeState.SENT, 0),
        line.acknowledged,
        line.early,
        *(line.states.get(state, 0) for state in _TOLD),
        on_the_way,
        "" if line.place is None else plain(words(language).show(office_named(line.place[1], line.place[0]))),
    ]
