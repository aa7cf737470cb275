"""The three kinds of sheets behind one way: read the rows, plan against the database, write all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from models.imports import offices, people, units
from models.imports.columns import Fault, SheetKind, SheetRow
from models.imports.reading import Vocabulary
from models.organisations import Deed, Hat, acting
from models.values.problem import Problem


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of a sheet as lines, and what is wrong with them by themselves; no database was asked."""

    kind: SheetKind
    lines: Sequence[Any]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """What would be written. ``faults`` are all of them, in the order of the rows: where there are any, nothing is."""

    kind: SheetKind
    entries: Sequence[Any]
    faults: tuple[Fault, ...]


def read(kind: SheetKind, rows: Sequence[SheetRow], words: Vocabulary, today: date) -> Lines:
    """Read every row. Pure, and slow for many rows: not for the event loop."""
    lines: Sequence[Any]
    if kind is SheetKind.OFFICES:
        lines, faults = offices.read(rows, words)
    elif kind is SheetKind.PEOPLE:
        lines, faults = people.read(rows, words)
    else:
        lines, faults = units.read(rows, words, today)
    return Lines(kind, lines, tuple(faults))


def plan(session: Session, by: Hat | None, read_lines: Lines) -> Planned | Problem:
    """Hold the lines against the database and the importing role. ``by`` is empty for the command line."""
    if by is not None:
        live = acting(session, by, Deed.EXCHANGE_SHEETS, by.office_id)
        if isinstance(live, Problem):
            return live
        by = live
    planned: Sequence[Any]
    if read_lines.kind is SheetKind.OFFICES:
        planned, faults = offices.plan(session, by, read_lines.lines)
    elif read_lines.kind is SheetKind.PEOPLE:
        planned, faults = people.plan(session, by, read_lines.lines)
    else:
        planned, faults = units.plan(session, by, read_lines.lines)
    found = sorted([*read_lines.faults, *faults], key=lambda fault: (fault.row, fault.column))
    return Planned(read_lines.kind, planned, tuple(found))


def write(session: Session, by: Hat | None, planned: Planned) -> int:
    """Write everything that was planned in this very transaction; returns how many rows that were."""
    if planned.faults:
        raise ValueError("a sheet with faults is not written")
    if not planned.entries:
        return 0
    match planned.kind:
        case SheetKind.OFFICES:
            return offices.write(session, by, planned.entries)
        case SheetKind.PEOPLE:
            return people.write(session, by, planned.entries)
        case SheetKind.UNITS:
            return units.write(session, by, planned.entries)
