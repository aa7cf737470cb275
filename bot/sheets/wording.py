"""The words of sheets: headings, what cells say for members of enumerations, templates, exports and reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final, TypeVar

from bot.sheets.files import Leaf, read_grid, write_csv, write_workbook
from bot.words import plain, words
from handlers.screen import Word, problem_part
from models import imports
from models.imports import COLUMNS, TOLD, Column, Fault, Heading, SheetKind, Table, Vocabulary
from models.imports.reading import written_of
from models.organisations import OfficeKind, RoleKind
from models.people import Language
from models.units import PersonKind, TradeClass
from models.values.problem import Problem
from models.values.quantity import Measure
from models.values.text import search_key

E = TypeVar("E", bound=StrEnum)
_MOST_REPORTED: Final = 20_000
_SHOWN_PRODUCTS: Final = 3
_WORDS: Final[tuple[tuple[type[StrEnum], str], ...]] = (
    (PersonKind, "person-kind"),
    (TradeClass, "trade-class"),
    (Measure, "measure"),
    (RoleKind, "role"),
    (OfficeKind, "sheet-office-kind"),
)


def heading(key: str, language: Language) -> str:
    """A column's heading: ``product-name:2`` is the second product's name."""
    name, _, number = key.partition(":")
    said = words(language)
    return plain(said.say(f"sheet-column-{name}", {"n": int(number)} if number else None))


@cache
def headings(kind: SheetKind) -> Mapping[str, str]:
    """The column's key by the search key of its heading, in each language and by its own name."""
    found: dict[str, str] = {}
    for column in (*COLUMNS[kind], *TOLD[kind]):
        found.setdefault(search_key(column.key), column.key)
        for language in Language:
            found.setdefault(search_key(heading(column.key, language)), column.key)
            if column.number == 1:
                # The first of several may stand without its number.
                found.setdefault(search_key(heading(column.key, language)).removesuffix("1"), column.key)
    return found


@cache
def vocabulary() -> Vocabulary:
    """What cells may say for members of enumerations."""
    return Vocabulary(
        _members(PersonKind, "person-kind"),
        _members(TradeClass, "trade-class"),
        _members(Measure, "measure"),
        _members(RoleKind, "role"),
        _members(OfficeKind, "sheet-office-kind", "office-kind"),
    )


def _members(kind: type[E], *prefixes: str) -> Mapping[str, E]:
    found: dict[str, E] = {}
    for member in kind:
        found.setdefault(search_key(member.value), member)
        for language in Language:
            for prefix in prefixes:
                key = f"{prefix}-{member.value}"
                if key in words(language):
                    found.setdefault(search_key(words(language).say(key)), member)
    return found


def _cell(value: object, language: Language) -> object:
    for kind, prefix in _WORDS:
        if isinstance(value, kind):
            key = f"{prefix}-{value.value}"
            return words(language).say(key if key in words(language) else f"office-kind-{value.value}")
    if isinstance(value, StrEnum):
        return plain(words(language).say(f"unit-state-{value.value}")).strip(" ✅⏳↩️")
    if isinstance(value, date):
        return written_of(value)
    return value


@dataclass(frozen=True, slots=True)
class Read:
    """A file that could be read: its table, and its rows as lines."""

    table: Table
    lines: imports.Lines


def parse(body: bytes, kind: SheetKind, today: date) -> Read | Problem:
    """Read a file; slow for a large one, so it runs in a thread."""
    grid = read_grid(body)
    if isinstance(grid, Problem):
        return grid
    found = imports.table(grid, kind, headings(kind))
    if isinstance(found, Problem):
        return found
    guides = {words(language).say("sheet-guide") for language in Language}
    found = replace(found, others=tuple(name for name in found.others if name not in guides))
    return Read(found, imports.read(kind, found.rows, vocabulary(), today))


def report(found: Table, faults: Sequence[Fault], language: Language) -> bytes:
    """The faults as a sheet: row, column, what stands there, what is wrong and how to mend it."""
    said = words(language)
    cells = {row.number: row.cells for row in found.rows}
    rows: list[tuple[object, ...]] = []
    for fault in faults[:_MOST_REPORTED]:
        cell = cells.get(fault.row, {}).get(fault.column)
        rows.append(
            (
                fault.row,
                heading(fault.column, language) if fault.column else "",
                "" if cell is None else written_of(cell),
                told(fault.problem, language),
            )
        )
    names = ("row", "column", "cell", "problem")
    titles = [said.say(f"sheet-report-{name}") for name in names]
    return write_workbook([Leaf(said.say("sheet-report"), titles, rows, wide=frozenset({3}))])


def told(problem: Problem, language: Language) -> str:
    """A refusal in words, headings by their own words."""
    values = {
        name: tuple(heading_word(one) for one in value)
        if isinstance(value, tuple) and value and isinstance(value[0], Heading)
        else heading_word(value)
        if isinstance(value, Heading)
        else value
        for name, value in problem.values.items()
    }
    return plain(words(language).text((problem_part(Problem(problem.code, values)),)))


def heading_word(column: Heading) -> Word:
    """A heading as a value of a text."""
    name, _, number = column.key.partition(":")
    return Word(f"sheet-column-{name}", {"n": int(number)} if number else {})


def _columns(kind: SheetKind, rows: Sequence[Mapping[str, object]]) -> list[Column]:
    """The columns of an export: of the products as many as any unit has."""
    most = max((int(key.partition(":")[2]) for row in rows for key in row if ":" in key), default=_SHOWN_PRODUCTS)
    return [column for column in (*COLUMNS[kind], *TOLD[kind]) if column.number <= max(most, 1)]


def workbook(kind: SheetKind, rows: Sequence[Mapping[str, object]], language: Language) -> bytes:
    """An export as Excel."""
    columns = _columns(kind, rows)
    titles = [heading(column.key, language) for column in columns]
    return write_workbook([Leaf(words(language).say(f"sheet-{kind.value}"), titles, _rows(columns, rows, language))])


def comma_separated(kind: SheetKind, rows: Sequence[Mapping[str, object]], language: Language) -> bytes:
    """An export as CSV."""
    columns = _columns(kind, rows)
    return write_csv([heading(column.key, language) for column in columns], _rows(columns, rows, language))


def _rows(
    columns: Sequence[Column], rows: Sequence[Mapping[str, object]], language: Language
) -> Iterable[list[object]]:
    return ([_cell(row.get(column.key, ""), language) for column in columns] for row in rows)


def template(kind: SheetKind, language: Language) -> bytes:
    """The empty sheet with its headings, and a second one that explains each column."""
    said = words(language)
    columns = [column for column in COLUMNS[kind] if column.number <= _SHOWN_PRODUCTS]
    titles = [heading(column.key, language) for column in columns]
    guide = [
        (
            heading(column.key, language),
            said.say("sheet-required" if column.required else "sheet-optional"),
            plain(said.say(f"sheet-hint-{column.name}")),
        )
        for column in COLUMNS[kind]
        if column.number <= 1
    ]
    names = [said.say(f"sheet-guide-{name}") for name in ("column", "required", "hint")]
    return write_workbook(
        [
            Leaf(said.say(f"sheet-{kind.value}"), titles, ()),
            Leaf(said.say("sheet-guide"), names, guide, wide=frozenset({2})),
        ]
    )
