"""From the cells of a file to rows: where the headings stand, which columns are there, which rows are filled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.imports.columns import COLUMNS, MOST_ROWS, TOLD, Cell, Column, Heading, SheetKind, SheetProblem, SheetRow
from models.values.problem import Problem
from models.values.text import search_key

_LOOKED_AT = 5


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of the sheet that is read, row by row from the file's first; places are counted from 0.

    ``formulas`` are places (row, column) with a formula; ``merged`` the rows in which cells are merged; ``others`` the
    names of further sheets that hold something.
    """

    rows: Sequence[Sequence[Cell]]
    formulas: frozenset[tuple[int, int]] = frozenset()
    merged: frozenset[int] = frozenset()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The filled rows. ``unknown`` are headings that mean nothing here, ``others`` further sheets: not read."""

    rows: tuple[SheetRow, ...]
    unknown: tuple[str, ...]
    others: tuple[str, ...]


def table(  # noqa: PLR0911 (one line a refusal)
    grid: Grid, kind: SheetKind, headings: Mapping[str, str]
) -> Table | Problem:
    """The rows of the grid. ``headings``: the search key of each heading in any language, and the column's key."""
    known = {column.key for column in (*COLUMNS[kind], *TOLD[kind])}
    best, places, at = 0, dict[int, str](), 0
    for number, cells in enumerate(grid.rows[:_LOOKED_AT]):
        found = {
            place: key
            for place, cell in enumerate(cells)
            if isinstance(cell, str) and (key := headings.get(search_key(cell))) in known and key is not None
        }
        if len(found) > best:
            best, places, at = len(found), found, number
    wanted = [column for column in COLUMNS[kind] if column.required]
    if best == 0:
        if not any(cell not in ("", None) for cells in grid.rows for cell in cells):
            return Problem(SheetProblem.EMPTY)
        return Problem(SheetProblem.NO_HEADINGS, {"missing": _headings(wanted[:4])})
    twice = next((key for key in places.values() if list(places.values()).count(key) > 1), None)
    if twice is not None:
        return Problem(SheetProblem.COLUMN_TWICE, {"column": Heading(twice)})
    missing = [column for column in wanted if column.key not in places.values()]
    if missing:
        code = SheetProblem.MERGED_HEADINGS if at in grid.merged else SheetProblem.MISSING_COLUMNS
        return Problem(code, {"missing": _headings(missing)})
    unknown = tuple(str(cell) for place, cell in enumerate(grid.rows[at]) if place not in places and str(cell).strip())
    rows = tuple(_rows(grid, at, places))
    if not rows:
        return Problem(SheetProblem.EMPTY)
    if len(rows) > MOST_ROWS:
        return Problem(SheetProblem.TOO_MANY_ROWS, {"most": MOST_ROWS})
    return Table(rows, unknown, grid.others)


def _headings(columns: Sequence[Column]) -> tuple[Heading, ...]:
    return tuple(Heading(column.key) for column in columns)


def _rows(grid: Grid, at: int, places: Mapping[int, str]) -> list[SheetRow]:
    formulas: dict[int, set[str]] = {}
    for row, column in grid.formulas:
        if row > at and column in places:
            formulas.setdefault(row, set()).add(places[column])
    rows: list[SheetRow] = []
    for number, cells in enumerate(grid.rows[at + 1 :], at + 1):
        given = {
            key: cells[place]
            for place, key in places.items()
            if place < len(cells) and not (isinstance(cells[place], str) and not str(cells[place]).strip())
        }
        if given or number in formulas:
            rows.append(SheetRow(number + 1, given, frozenset(formulas.get(number, ()))))
            if len(rows) > MOST_ROWS:
                break
    return rows
