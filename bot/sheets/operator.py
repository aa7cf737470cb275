"""Sheets on the command line: the operator brings lists from anywhere in the country and takes them out whole."""

import asyncio
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session

from bot.database import Database, open_database
from bot.settings import Settings
from bot.sheets.wording import Read, comma_separated, heading, parse, report, told, workbook
from bot.sheets.work import exported
from models import imports
from models.imports import Fault, SheetKind, exporting
from models.people import Language
from models.values.jalali import tehran_date
from models.values.problem import Problem

_SHOWN: Final = 10
_MOST_TAKEN: Final = 1_000_000
_MOST_IN_EXCEL: Final = 200_000
LANGUAGE: Final = Language.FA
"""What is wrong in a row is told in the language of those who write the sheets."""


async def bring(settings: Settings, kind: SheetKind, path: Path, *, commit: bool) -> tuple[bool, list[str]]:
    """Check a file, and with ``commit`` write it when nothing is wrong; whether all is well, and what to tell."""
    try:
        body = await asyncio.to_thread(path.read_bytes)
    except OSError as error:
        return False, [f"{path}: {error.strerror}"]
    database = open_database(settings, settings.make_clock())
    try:
        found = await asyncio.to_thread(parse, body, kind, tehran_date(database.clock.now()))
        if isinstance(found, Problem):
            return False, [told(found, LANGUAGE)]
        return await _brought(database, found, path, commit=commit)
    except sa.exc.SQLAlchemyError as error:
        return False, [f"the database does not answer as it should ({type(error).__name__}); run: python -m bot check"]
    finally:
        await database.close()


async def _brought(database: Database, found: Read, path: Path, *, commit: bool) -> tuple[bool, list[str]]:
    rows = len(found.table.rows)
    lines = [f"not known and not read: {name}" for name in (*found.table.unknown, *found.table.others)]
    if commit:
        outcome = await database.apart(write_all, found.lines)
        if isinstance(outcome, int):
            return True, [*lines, f"{outcome} rows are written."]
    else:
        planned = await database.apart(imports.plan, None, found.lines)
        outcome = planned if isinstance(planned, Problem) else planned.faults
    if isinstance(outcome, Problem):
        return False, [*lines, told(outcome, LANGUAGE)]
    if not outcome:
        return True, [*lines, f"{rows} rows, nothing wrong. Nothing is written; repeat with --commit."]
    beside = path.with_suffix(".problems.xlsx")
    await asyncio.to_thread(_put, beside, report(found.table, outcome, LANGUAGE))
    faulty = len({fault.row for fault in outcome})
    return False, [
        *lines,
        *(_line(fault) for fault in outcome[:_SHOWN]),
        f"{faulty} of {rows} rows have something wrong; nothing is written. All of it: {beside}",
    ]


def _put(path: Path, body: bytes) -> None:
    """Personal numbers stand in it: for the owner's eyes alone."""
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_bytes(body)


def _line(fault: Fault) -> str:
    return f"{fault.row}, {heading(fault.column, LANGUAGE) if fault.column else '-'}: {told(fault.problem, LANGUAGE)}"


def write_all(session: Session, lines: imports.Lines) -> int | Problem | tuple[Fault, ...]:
    """Check and write in one transaction; what stands against it, and then nothing is written."""
    planned = imports.plan(session, None, lines)
    if isinstance(planned, Problem):
        return planned
    return planned.faults or imports.write(session, None, planned)


async def take(settings: Settings, kind: SheetKind, path: Path) -> tuple[bool, list[str]]:
    """Write the whole list to a file, numbers in full: ``.xlsx``, or ``.csv`` where it is too long for Excel."""
    database = open_database(settings, settings.make_clock())
    try:
        rows = await exported(database.apart, kind, None, _MOST_TAKEN)
        if rows is None:
            return False, [f"more than {_MOST_TAKEN} rows"]
        if path.suffix == ".csv":
            body = await asyncio.to_thread(comma_separated, kind, rows, LANGUAGE)
        elif len(rows) > _MOST_IN_EXCEL:
            return False, [f"{len(rows)} rows are too many for Excel; name a file that ends in .csv"]
        else:
            body = await asyncio.to_thread(workbook, kind, rows, LANGUAGE)
        await asyncio.to_thread(_put, path, body)
        await database.run(exporting.record_export, kind, None, len(rows))
    except OSError as error:
        return False, [f"{path}: {error.strerror}"]
    except sa.exc.SQLAlchemyError as error:
        return False, [f"the database does not answer as it should ({type(error).__name__}); run: python -m bot check"]
    finally:
        await database.close()
    return True, [
        f"{len(rows)} rows are in {path}. National codes and mobile numbers stand in it in full: keep it safe."
    ]
