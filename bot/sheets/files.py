"""Sheets as files: Excel and CSV in and out. The only room that knows the libraries; what the cells mean is not here.

A file from outside is distrusted: what is packed in it is unpacked within limits and packed anew before anything else
reads it, and places far out in an empty sheet are no reason to make room for all before them.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

import python_calamine
import xlsxwriter

from models.imports import MOST_ROWS, Cell, Grid, SheetProblem
from models.values.problem import Problem
from models.values.text import latin_digits

MEGABYTE: Final = 1024 * 1024
MOST_UNPACKED: Final = 150 * MEGABYTE
MOST_COLUMNS: Final = 200
MOST_FAR: Final = 3 * MOST_ROWS
"""The last row in which a cell may stand: below the rows that are read there may be some that were emptied."""
_XLSX, _OLE, _BOMS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", (b"\xff\xfe", b"\xfe\xff")
_NEEDED = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:_rels/)?[^/]+\.(?:xml|rels)|xl/worksheets/[^/]+\.xml")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*?>")
_CELLS = re.compile(rb"<(?:\w+:)?(row|c|f)\b([^>]*)>")
_REFERENCE = re.compile(rb'\br="([A-Z]*)([0-9]+)"')
_LEADS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula."""
_SEPARATORS: Final = (",", ";", "\t", "،", "؛", "|")
_LOOKED_AT: Final = 8192
_NO_CSV: Final = ("%PDF", "<", "{")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PLAIN_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


# -- reading ------------------------------------------------------------------------------------------------------


def read_grid(body: bytes) -> Grid | Problem:
    """The cells of a file: of the first sheet that holds something, or of the CSV."""
    if body.startswith(_XLSX):
        return _read_xlsx(body)
    if body.startswith(_OLE):
        return Problem(SheetProblem.OLD_EXCEL)
    return _read_csv(body)


def _read_xlsx(body: bytes) -> Grid | Problem:
    unpacked = _unpacked(body)
    if isinstance(unpacked, Problem):
        return unpacked
    if "xl/workbook.xml" not in unpacked:
        return Problem(SheetProblem.OLD_EXCEL if "xl/workbook.bin" in unpacked else SheetProblem.NOT_A_SHEET)
    formulas: dict[str, frozenset[tuple[int, int]]] = {}
    for path in _paths(unpacked):
        found = _formulas(unpacked.get(path, b""))
        if found is None:
            return Problem(SheetProblem.TOO_LARGE, {"most": MOST_UNPACKED // MEGABYTE})
        formulas[path] = found
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w", zipfile.ZIP_STORED) as packed:
        for name, content in unpacked.items():
            packed.writestr(name, content)
    again.seek(0)
    try:
        return _first_sheet(python_calamine.CalamineWorkbook.from_filelike(again), list(formulas.values()))
    except (python_calamine.CalamineError, ValueError, OSError):
        return Problem(SheetProblem.BROKEN)


def _unpacked(body: bytes) -> dict[str, bytes] | Problem:
    """The parts that matter, within the limit whatever their headers say."""
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            for info in packed.infolist():
                if info.filename.endswith(".bin") or (info.flag_bits & 1):
                    parts.setdefault(info.filename, b"")
                    continue
                if not _NEEDED.fullmatch(info.filename):
                    continue
                with packed.open(info) as part:
                    content = part.read(left + 1)
                left -= len(content)
                if left < 0:
                    return Problem(SheetProblem.TOO_LARGE, {"most": MOST_UNPACKED // MEGABYTE})
                parts[info.filename] = content
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return Problem(SheetProblem.BROKEN)
    except Exception as error:  # a broken stream is named by the module that unpacks it (zlib.error, LZMAError)
        if type(error).__module__ not in {"zlib", "_lzma", "lzma"}:
            raise
        return Problem(SheetProblem.BROKEN)
    return parts


def _paths(parts: dict[str, bytes]) -> list[str]:
    """The sheets in the workbook's order."""
    targets = {
        one.get(b"Id"): one.get(b"Target", b"").decode(errors="replace")
        for one in (
            dict(_ATTRIBUTE.findall(tag)) for tag in _RELATION.findall(parts.get("xl/_rels/workbook.xml.rels", b""))
        )
    }
    paths: list[str] = []
    for tag in _SHEET.findall(parts["xl/workbook.xml"]):
        given = dict(_ATTRIBUTE.findall(tag))
        number = next((value for name, value in given.items() if name.endswith(b":id")), b"")
        target = targets.get(number, "")
        paths.append(target.removeprefix("/") if target.startswith("/") else f"xl/{target}")
    return paths


def _formulas(sheet: bytes) -> frozenset[tuple[int, int]] | None:
    """The places with formulas; None when a filled cell stands beyond the limits."""
    found: set[tuple[int, int]] = set()
    row, column = -1, -1
    for match in _CELLS.finditer(sheet):
        name, given = match[1], match[2]
        if name == b"f":
            found.add((row, column))
            continue
        place = _REFERENCE.search(given)
        if name == b"row":
            row, column = (int(place[2]) - 1 if place else row + 1), -1
            continue
        column += 1
        if place and place[1]:
            row, column = int(place[2]) - 1, _column(place[1])
        filled = not given.endswith(b"/")
        if filled and (row >= MOST_FAR or column >= MOST_COLUMNS):
            return None
    return frozenset(found)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + letter - 64
    return number - 1


def _first_sheet(workbook: Any, formulas: Sequence[frozenset[tuple[int, int]]]) -> Grid:
    chosen: tuple[int, Any, list[list[Cell]]] | None = None
    others: list[str] = []
    for place, about in enumerate(workbook.sheets_metadata):
        if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
            continue
        if about.visible is not python_calamine.SheetVisibleEnum.Visible:
            continue
        sheet = workbook.get_sheet_by_index(place)
        if sheet.height == 0:
            continue
        if chosen is None:
            chosen = (place, sheet, [[_cell(one) for one in row] for row in sheet.to_python(skip_empty_area=False)])
        else:
            others.append(about.name)
    if chosen is None:
        return Grid(())
    place, sheet, rows = chosen
    merged = frozenset(
        row for start, end in sheet.merged_cell_ranges or () for row in range(start[0], min(end[0], start[0] + 50) + 1)
    )
    return Grid(rows, formulas[place] if place < len(formulas) else frozenset(), merged, tuple(others))


def _cell(value: Any) -> Cell:
    if isinstance(value, str | int | float | date | datetime):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    return ""


def _read_csv(body: bytes) -> Grid | Problem:
    text = _decoded(body)
    head = [line for line in text[:_LOOKED_AT].splitlines() if line.strip()][:5]
    if not head:
        return Problem(SheetProblem.EMPTY)
    separator = max(_SEPARATORS, key=lambda one: max(line.count(one) for line in head))
    lone = not any(separator in line for line in head)
    if lone or text.startswith(_NO_CSV) or _CONTROL.search(text[:_LOOKED_AT]):
        return Problem(SheetProblem.NOT_A_SHEET)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if len(row) > MOST_COLUMNS:
                return Problem(SheetProblem.TOO_LARGE, {"most": MOST_UNPACKED // MEGABYTE})
            rows.append([_unguarded(one) for one in row])
            if len(rows) > MOST_FAR:
                return Problem(SheetProblem.TOO_MANY_ROWS, {"most": MOST_ROWS})
    except csv.Error:
        return Problem(SheetProblem.BROKEN)
    return Grid(rows)


def _decoded(body: bytes) -> str:
    """UTF-8 (with or without a mark), UTF-16 with one, else the Windows code page of Arabic and Persian."""
    if body.startswith(_BOMS):
        return body.decode("utf-16", errors="replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1256", errors="replace")


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:2] in _LEADS else cell


# -- writing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet of a workbook to be written. ``numbers``: places of columns whose numbers stay numbers."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[object]]
    notes: Sequence[str] = ()
    wide: frozenset[int] = frozenset()


def write_workbook(leaves: Sequence[Leaf]) -> bytes:
    """An Excel file, read from right to left. Every text stays a text, also one that looks like a formula or a link."""
    out = io.BytesIO()
    settings = {
        "in_memory": True,
        "constant_memory": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, settings) as book:
        head = book.add_format(
            {"bold": True, "bg_color": "#E8F0E8", "text_wrap": True, "valign": "top", "num_format": "@"}
        )
        text = book.add_format({"num_format": "@"})
        wrapped = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for leaf in leaves:
            sheet = book.add_worksheet(leaf.title[:31])
            sheet.right_to_left()
            sheet.freeze_panes(1, 0)
            for place, heading in enumerate(leaf.headings):
                wide = place in leaf.wide
                sheet.set_column(place, place, 60 if wide else 20, wrapped if wide else text)
                sheet.write_string(0, place, heading, head)
            for number, row in enumerate(leaf.rows, 1):
                for place, value in enumerate(row):
                    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
                        sheet.write_number(number, place, value)
                    elif value not in ("", None):
                        sheet.write_string(number, place, str(value)[:32_000])
    return out.getvalue()


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """CSV with a mark for Excel; a text that a spreadsheet would take for a formula is led by an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_guarded(one) for one in headings])
    for row in rows:
        writer.writerow(["" if value is None else _guarded(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _guarded(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(_LEADS) and not _PLAIN_NUMBER.fullmatch(latin_digits(text)) else text
