"""Sheets at work: the jobs that read, write and export them."""

import asyncio
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, ParamSpec, TypeVar

from sqlmodel import Session

from bot.jobs import Bench, UnfetchedError, Work
from bot.sheets.statements import write_statement
from bot.sheets.wording import Read, heading, parse, report, template, told, workbook
from bot.words import words
from models import contents, imports, jobs
from models.imports import Fault, ImportState, SheetKind, Table, exporting
from models.jobs import JobKind, JobProblem, OpenJob
from models.organisations import Hat, hat
from models.people import Language, language_of
from models.values.jalali import tehran_date
from models.values.problem import Problem

P = ParamSpec("P")
T = TypeVar("T")
MOST_EXPORTED: Final = 60_000


def _planned(session: Session, number: int, lines: imports.Lines) -> imports.Planned | Problem:
    found = imports.one(session, number)
    assert found is not None
    live = hat(session, found.person_id, found.role_id)
    return live if isinstance(live, Problem) else imports.plan(session, live, lines)


async def read_sheet(bench: Bench, job: OpenJob) -> None:
    """The dry run: everything that is wrong, and nothing written."""
    database = bench.database
    number = job.order.subject
    body = await bench.fetch(job)
    assert job.order.file is not None
    key = await database.run(contents.keep, job.order.file.name or "sheet", body)
    found = await database.run(imports.one, number)
    assert found is not None
    language = await database.run(language_of, job.key)
    read = await asyncio.to_thread(parse, body, found.kind, tehran_date(database.clock.now()))
    outcome: imports.Planned | Problem
    outcome = read if isinstance(read, Problem) else await database.apart(_planned, number, read.lines)
    values: dict[str, str] = {}
    state = ImportState.REFUSED
    rows = 0
    if isinstance(outcome, Problem) or isinstance(read, Problem):
        assert isinstance(outcome, Problem)
        values["refusal"] = told(outcome, language)
    else:
        rows = len(read.table.rows)
        values |= _summary(read.table, outcome.faults, language)
        if outcome.faults:
            values["report"] = await _keep_report(bench, read.table, outcome.faults, language)
        else:
            state = ImportState.CHECKED

    def settle(session: Session) -> None:
        if jobs.is_mine(session, job.id, bench.me):
            imports.change(session, number, state=state, content_key=key, number_of_rows=rows)
            jobs.ready(session, job.id, values)

    await database.run(settle)


async def _keep_report(bench: Bench, found: Table, faults: Sequence[Fault], language: Language) -> str:
    made = await asyncio.to_thread(report, found, faults, language)
    return await bench.database.run(contents.keep, f"{words(language).say('sheet-report-file')}.xlsx", made)


def _summary(found: Table, faults: Sequence[Fault], language: Language) -> dict[str, str]:
    columns = Counter(fault.column for fault in faults)
    common = [f"{heading(key, language)}|{number}" for key, number in columns.most_common(4) if key]
    return {
        "rows": str(len(found.rows)),
        "faults": str(len(faults)),
        "faulty": str(len({fault.row for fault in faults})),
        "common": json.dumps(common, ensure_ascii=False),
        "unknown": json.dumps([one[:40] for one in found.unknown[:6]], ensure_ascii=False),
        "others": json.dumps([one[:40] for one in found.others[:6]], ensure_ascii=False),
    }


async def write_sheet(bench: Bench, job: OpenJob) -> None:
    """Write what was checked: checked again in the same transaction, all of it or nothing."""
    database = bench.database
    number = job.order.subject
    found = await database.run(imports.one, number)
    assert found is not None
    file = await database.run(contents.kept, found.content_key or "")
    if file is None:
        raise UnfetchedError(JobProblem.NOT_FETCHED)
    language = await database.run(language_of, job.key)
    read = await asyncio.to_thread(parse, file.body, found.kind, tehran_date(database.clock.now()))
    refused = read if isinstance(read, Problem) else await database.apart(_write, bench.me, job.id, number, read)
    if refused is None:
        return
    if isinstance(refused, Problem) or isinstance(read, Problem):
        assert isinstance(refused, Problem)
        values = {"refusal": told(refused, language)}
    else:
        values = _summary(read.table, refused, language)
        values["report"] = await _keep_report(bench, read.table, refused, language)

    def settle(session: Session) -> None:
        if jobs.is_mine(session, job.id, bench.me):
            imports.change(session, number, state=ImportState.REFUSED)
            jobs.ready(session, job.id, values)

    await database.run(settle)


def _write(session: Session, me: str, job_id: int, number: int, read: Read) -> Problem | tuple[Fault, ...] | None:
    """Check again and write; what stands against it now, and then nothing is written."""
    if not jobs.is_mine(session, job_id, me):
        return None
    found = imports.one(session, number, lock=True)
    assert found is not None
    live = hat(session, found.person_id, found.role_id)
    if isinstance(live, Problem):
        return live
    planned = imports.plan(session, live, read.lines)
    if isinstance(planned, Problem):
        return planned
    if planned.faults:
        return planned.faults
    written = imports.write(session, live, planned)
    imports.done(session, found, live, written)
    jobs.ready(session, job_id, {"written": str(written)})
    return None


async def export_sheet(bench: Bench, job: OpenJob) -> Mapping[str, str]:
    """What lies within the office's reach as a workbook, or the empty template with its guide."""
    database = bench.database
    asked = job.order.details
    kind = SheetKind(asked["kind"])
    language = await database.run(language_of, job.key)
    said = words(language)
    if asked.get("template"):
        name, number = said.say(f"sheet-template-file-{kind.value}"), 0
        body = await asyncio.to_thread(template, kind, language)
    else:
        live = await database.run(hat, int(asked["person"]), int(asked["role"]))
        if isinstance(live, Problem):
            return {"refusal": told(live, language)}
        rows = await exported(database.apart, kind, live)
        if rows is None:
            return {"refusal": said.say("sheet-export-too-many", {"most": MOST_EXPORTED})}
        number = len(rows)
        if not number:
            return {"refusal": said.say(f"sheet-export-empty-{kind.value}")}
        await database.run(exporting.record_export, kind, live, number)
        name = said.say(f"sheet-export-file-{kind.value}")
        body = await asyncio.to_thread(workbook, kind, rows, language)
    if len(body) > contents.MOST_BYTES:
        return {"refusal": said.say("sheet-export-too-many", {"most": MOST_EXPORTED})}
    key = await database.run(contents.keep, f"{name}.xlsx", body)
    return {"content": key, "name": f"{name}.xlsx", "rows": str(number)}


async def exported(
    apart: Any, kind: SheetKind, by: Hat | None, most: int = MOST_EXPORTED
) -> list[dict[str, object]] | None:
    """All rows of an export, a thousand a transaction; None when there are too many."""
    rows: list[dict[str, object]] = []
    after: int | None = 0
    while after is not None:
        page, after = await apart(exporting.page, kind, by, after)
        rows.extend(page)
        if len(rows) > most:
            return None
    return rows


WORK: Final[Mapping[JobKind, Work]] = {
    JobKind.CIRCULAR_STATEMENT: write_statement,
    JobKind.SHEET_READ: read_sheet,
    JobKind.SHEET_WRITE: write_sheet,
    JobKind.SHEET_EXPORT: export_sheet,
}
"""The jobs of this room."""
