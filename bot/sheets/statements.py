"""The closing statement of a circular as a sheet: what became of everybody, by level and office."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final

from sqlmodel import Session

from bot.jobs import Bench
from bot.sheets.files import Leaf, write_workbook
from bot.sheets.wording import told
from bot.words import plain, words
from handlers.screen import Moment, Raw
from models import circulars, contents
from models.circulars import CircularProblem, CircularState, Progress, StatementLine
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
    *(state.value for state in _TOLD),
    "on-the-way",
)


def read(
    session: Session, person_id: int, role_id: int, circular_id: int
) -> tuple[Progress, tuple[StatementLine, ...]] | Problem:
    """The figures and the lines in one transaction, for whoever may act on the circular at this moment."""
    live = hat(session, person_id, role_id)
    if isinstance(live, Problem):
        return live
    about = circulars.progress(session, live, circular_id)
    if isinstance(about, Problem):
        return about
    if about.state is CircularState.DRAFT:
        return Problem(CircularProblem.WRONG_STATE, {"state": about.state})
    lines = circulars.statement(session, live, circular_id)
    if isinstance(lines, Problem):
        return lines
    circulars.record_taken(session, live, circular_id, len(lines))
    return about, lines


async def write_statement(bench: Bench, job: OpenJob) -> Mapping[str, str]:
    """The statement as a workbook, or why there is none."""
    database = bench.database
    asked = job.order.details
    language = await database.run(language_of, job.key)
    found = await database.apart(read, int(asked["person"]), int(asked["role"]), job.order.subject)
    if isinstance(found, Problem):
        return {"refusal": told(found, language)}
    about, lines = found
    number = about.number.replace("/", "-").replace("\\", "-")
    name = plain(words(language).say("statement-file", {"number": Raw(number)}))
    body = await asyncio.to_thread(workbook, about, lines, Moment(database.clock.now()), language)
    key = await database.run(contents.keep, f"{name}.xlsx", body)
    return {"content": key, "name": f"{name}.xlsx", "ended": "" if about.ended_at is None else "yes"}


def workbook(about: Progress, lines: Sequence[StatementLine], at: Moment, language: Language) -> bytes:
    """The lines with their sum, and beside them what the columns mean and whether the sums make up the plan."""
    said = words(language)
    sums: list[object] = [said.say("statement-sum"), "", ""]
    rows = [_row(line, language) for line in lines]
    numbers = [[cell for cell in row[3:] if isinstance(cell, int)] for row in rows]
    sums.extend(sum(column) for column in zip(*numbers, strict=True))
    balanced = sum(line.total for line in lines) == about.planned
    beside: list[tuple[object, object]] = [
        (said.say(f"statement-about-{name}"), value)
        for name, value in (
            ("number", said.show(Raw(about.number))),
            ("subject", about.subject),
            ("state", said.say(f"circular-state-{about.state.value}")),
            ("at", plain(said.show(at))),
            ("planned", about.planned),
            ("balance", said.say("statement-balanced" if balanced else "statement-not-balanced")),
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
        ]
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
        *(line.states.get(state, 0) for state in _TOLD),
        on_the_way,
    ]
