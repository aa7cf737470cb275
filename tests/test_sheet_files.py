"""Files of sheets: whatever somebody sends is read within limits or named; whatever is written stays text."""

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from bot.sheets import files
from bot.sheets.files import Leaf, read_grid, write_csv, write_workbook
from bot.sheets.wording import heading, headings, template, told
from models.imports import COLUMNS, CellProblem, Grid, Heading, SheetKind, SheetProblem
from models.people import Language
from models.values.problem import Problem
from tests.models.world import refused

HEAD = ["تلفن همراه", "نام", "نقش"]


def opened(body: bytes) -> Grid:
    """The cells of a file that can be read."""
    found = read_grid(body)
    assert isinstance(found, Grid), found
    return found


def book(write: object = None, **sheets: list[list[object]]) -> bytes:
    """A workbook as Excel would write it, formulas and dates included."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "yyyy/mm/dd"}) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    sheet.write(number, place, value)
            if callable(write):
                write(made, sheet)
    return out.getvalue()


def test_cells_are_what_they_are() -> None:
    row: list[object] = ["متن", 12, 1.5, datetime(2024, 5, 21), True, "=1+1", ""]  # noqa: DTZ001 (Excel knows no zones)
    found = opened(book(one=[["الف"], row], two=[["دیگر"]], three=[]))
    assert found.rows[1][:5] == ["متن", 12.0, 1.5, date(2024, 5, 21), True]
    assert found.formulas == {(1, 5)}
    assert found.others == ("two",)


def test_empty_and_hidden_sheets_are_passed_over() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        made.add_worksheet("empty")
        hidden = made.add_worksheet("hidden")
        hidden.write(0, 0, "پنهان")
        hidden.hide()
        shown = made.add_worksheet("shown")
        shown.merge_range(0, 0, 0, 2, "ادغام")
        shown.write_formula(1, 1, "=2+3", None, 5)
    found = opened(out.getvalue())
    assert found.rows[0][0] == "ادغام"
    assert (set(found.merged), set(found.formulas), found.others) == ({0}, {(1, 1)}, ())


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", SheetProblem.EMPTY),
        (b"\xef\xbb\xbf \n\n", SheetProblem.EMPTY),
        (b"%PDF-1.4, one, two", SheetProblem.NOT_A_SHEET),
        (b"<html><table>,</table>", SheetProblem.NOT_A_SHEET),
        ("فقط یک نوشته".encode(), SheetProblem.NOT_A_SHEET),
        (bytes(range(256)) * 4, SheetProblem.NOT_A_SHEET),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), SheetProblem.OLD_EXCEL),
        (b"PK\x03\x04 and nothing of the kind", SheetProblem.BROKEN),
    ],
)
def test_what_is_no_sheet_is_named(body: bytes, code: SheetProblem) -> None:
    assert refused(read_grid(body)).code is code


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def _replaced(body: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as packed, zipfile.ZipFile(out, "w") as again:
        for info in packed.infolist():
            content = packed.read(info)
            again.writestr(info.filename, content.replace(old, new) if info.filename == name else content)
    return out.getvalue()


def test_what_is_packed_too_large_or_too_far_apart_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(read_grid(_zip(word__document_xml=b"<w/>"))).code is SheetProblem.NOT_A_SHEET
    plain = book(one=[list(HEAD), ["0912", "آذر", "ناظر"]])
    sheet = "xl/worksheets/sheet1.xml"
    for place in (b'r="XFD2"', b'r="A1048576"'):
        assert refused(read_grid(_replaced(plain, sheet, b'r="A2"', place))).code is SheetProblem.TOO_LARGE
    assert refused(read_grid(_replaced(plain, sheet, b"</c>", b"</d>"))).code is SheetProblem.BROKEN
    monkeypatch.setattr(files, "MOST_UNPACKED", files.MEGABYTE)
    bomb = _replaced(plain, "xl/sharedStrings.xml", b"<si>", b"<si>" + b" " * (2 * files.MEGABYTE))
    assert refused(read_grid(bomb)).code is SheetProblem.TOO_LARGE


def test_a_header_that_lies_about_its_size_opens_no_more_than_it_says() -> None:
    """The unpacked size stands in the file and may be false: what is read is packed anew before it is trusted."""
    plain = book(one=[list(HEAD), ["0912", "آذر", "ناظر"]])
    with zipfile.ZipFile(io.BytesIO(plain)) as packed:
        size = packed.getinfo("xl/sharedStrings.xml").file_size
    lying = plain.replace(size.to_bytes(4, "little"), (20).to_bytes(4, "little"))
    assert isinstance(read_grid(lying), Problem)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_however_it_was_saved(encoding: str, separator: str) -> None:
    text = separator.join(HEAD) + "\r\n" + separator.join(["0912", '"نام, با نشانه"', "'=1+1"]) + "\r\n"
    rows = opened(text.encode(encoding)).rows
    assert list(rows[1]) == ["0912", "نام, با نشانه", "=1+1"]
    assert rows[0][0] == HEAD[0]


def test_what_is_written_stays_text_and_comes_back() -> None:
    cells = ["=1+1", "+98 912", "-", "@سلام", "\tالف", "http://a.example", "0012", "12", "'گیومه", "-5"]
    found = opened(write_workbook([Leaf("برگه", HEAD, [cells])]))
    assert [str(cell) for cell in found.rows[1]] == cells
    assert not found.formulas
    written = write_csv(["الف"] * len(cells), [cells])
    for lead in (b",=", b",+", b",@", b",\t"):
        assert lead not in written
    assert list(opened(written).rows[1]) == cells


@pytest.mark.parametrize("kind", list(SheetKind))
@pytest.mark.parametrize("language", list(Language))
def test_a_template_has_every_column_and_explains_it(kind: SheetKind, language: Language) -> None:
    found = opened(template(kind, language))
    keys = [headings(kind)[files_key(str(cell))] for cell in found.rows[0]]
    assert keys == [column.key for column in COLUMNS[kind] if column.number <= 3]
    assert len(set(headings(kind).values())) == len(COLUMNS[kind]) + (2 if kind is SheetKind.UNITS else 0)


def files_key(text: str) -> str:
    from models.values.text import search_key

    return search_key(text)


@pytest.mark.parametrize("language", list(Language))
def test_every_fault_has_its_words(language: Language) -> None:
    """Each refusal of a cell is told with all its values, the column by its heading."""
    from models.organisations import OfficeKind, RoleKind
    from models.units import PersonKind

    values = {
        "column": Heading("product-name:2"),
        "got": "چیزی",
        "row": 7,
        "words": tuple(PersonKind),
        "role": RoleKind.LIAISON,
        "office": (OfficeKind.UNION, OfficeKind.CHAMBER),
        "most": 5,
        "missing": (Heading("phone"), Heading("role")),
    }
    for code in (*CellProblem, *SheetProblem):
        said = told(Problem(code, values), language)
        assert "{" not in said
        assert len(said) > 20
    assert heading("product-name:2", Language.FA) in told(Problem(CellProblem.TWICE, values), Language.FA)
