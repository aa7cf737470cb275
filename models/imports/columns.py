"""What a sheet holds: its kinds, its columns, its cells, and what can be wrong with them. Files are read elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from models.units import MOST_PRODUCTS
from models.values.problem import Problem

MOST_ROWS: Final = 20_000
"""Rows of one sheet: beyond this the check would keep others waiting."""

Cell = str | int | float | bool | date | datetime
"""A cell as it stands in the file: text, a number, a date of Excel."""


class SheetKind(StrEnum):
    """What a sheet lists."""

    OFFICES = "offices"
    PEOPLE = "people"
    UNITS = "units"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``number`` counts those that repeat (the second product's name). Written ``product-name:2``."""

    name: str
    number: int = 0
    required: bool = False

    @property
    def key(self) -> str:
        """By which cells and faults name it."""
        return f"{self.name}:{self.number}" if self.number else self.name


PROVINCE, COUNTY, OFFICE_KIND, OFFICE_NAME, OFFICE_CODE = (
    "province",
    "county",
    "office-kind",
    "office-name",
    "office-code",
)
PHONE, PERSON_NAME, ROLE = "phone", "person-name", "role"
LATITUDE, LONGITUDE, FOREIGN_ID = "latitude", "longitude", "foreign-id"
STATE, RECEIPT = "state", "receipt"
PRODUCT: Final = ("product-name", "product-measure", "yearly-capacity", "usual-monthly")


def _required(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, required=True) for name in names)


def _optional(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


_PRODUCTS: Final = tuple(
    Column(name, number, required=number == 1) for number in range(1, MOST_PRODUCTS + 1) for name in PRODUCT
)
COLUMNS: Final[Mapping[SheetKind, tuple[Column, ...]]] = {
    SheetKind.OFFICES: (
        *_required(OFFICE_KIND, PROVINCE),
        *_optional(COUNTY, OFFICE_NAME, OFFICE_CODE),
    ),
    SheetKind.PEOPLE: (
        *_required(PHONE, PERSON_NAME, ROLE),
        *_optional(PROVINCE, COUNTY, OFFICE_NAME, OFFICE_CODE),
    ),
    SheetKind.UNITS: (
        *_required(PHONE, PROVINCE, COUNTY, "union", "title", "person-kind", "first-name", "last-name"),
        *_optional("national-id", FOREIGN_ID, "company-name", "legal-id"),
        *_required("licence-number", "licence-issued", "licence-expires", "guild-id"),
        *_optional("trade-class"),
        *_required("postal-code", "address", LATITUDE, LONGITUDE, "employees"),
        *_optional("business-id", "tracking-code", "unique-licence-id"),
        *_PRODUCTS,
    ),
}
"""The columns of each kind in the order of the template; a required one must be there and filled in every row."""

TOLD: Final[Mapping[SheetKind, tuple[Column, ...]]] = {
    SheetKind.OFFICES: (),
    SheetKind.PEOPLE: (),
    SheetKind.UNITS: _optional(STATE, RECEIPT),
}
"""What only an export has; an import passes over it without a word."""


class SheetProblem(StrEnum):
    """Why a whole file cannot be read as a sheet."""

    NOT_A_SHEET = "not-a-sheet"
    """Neither Excel's xlsx nor CSV."""
    OLD_EXCEL = "old-excel"
    """Excel's xls, xlsb, or a file with a password."""
    BROKEN = "sheet-broken"
    """It calls itself xlsx and cannot be opened."""
    TOO_LARGE = "sheet-too-large"
    """What is packed in it is too large, or it has too many columns. ``most``: megabytes."""
    TOO_MANY_ROWS = "sheet-too-many-rows"
    """``most``: rows."""
    EMPTY = "sheet-empty"
    """No row below the headings."""
    NO_HEADINGS = "sheet-no-headings"
    """None of the first rows holds headings of this kind. ``missing``: those that are wanted first."""
    MISSING_COLUMNS = "sheet-missing-columns"
    """``missing``: the headings that are wanted and not there."""
    MERGED_HEADINGS = "sheet-merged-headings"
    """As above, and cells of the headings are merged. ``missing``."""
    COLUMN_TWICE = "sheet-column-twice"
    """``column``: the heading that stands there twice."""


class CellProblem(StrEnum):
    """What is wrong with a cell or a row, beyond what the values themselves refuse."""

    EMPTY = "cell-empty"
    """``column``: what is wanted."""
    FORMULA = "cell-formula"
    DATE_FOR_TEXT = "cell-date-for-text"
    """Excel made a date of a number. ``column``."""
    UNKNOWN_WORD = "cell-unknown-word"
    """``got``, and ``words``: those that can stand there."""
    NO_PLACE = "cell-no-place"
    """No coordinate in degrees. ``got``."""
    TWO_READINGS = "cell-two-readings"
    """An amount that can be read twice. ``got``."""
    DIGIT_IN_NAME = "cell-digit-in-name"
    """``got``: the digit."""
    NO_SUCH_OFFICE = "cell-no-such-office"
    """``got``: the name or code that no office there bears."""
    SEVERAL_OFFICES = "cell-several-offices"
    """``got``: a name that several bear; the code tells them apart."""
    OUT_OF_REACH = "cell-out-of-reach"
    """``got``: an office beyond one's own."""
    NOT_YOURS_TO_GIVE = "cell-role-not-yours-to-give"
    """``role``, ``got``: the office."""
    ROLE_ELSEWHERE = "cell-role-elsewhere"
    """``role`` is not held in an office of this ``office`` kind."""
    HELD_ALREADY = "cell-role-held"
    """The person holds this ``role`` there already."""
    OFFICE_THERE = "cell-office-there"
    """``got``: an office of this name or code is there already."""
    NO_SUCH_KIND = "cell-office-kind"
    """``office``: a kind that is not added by a sheet."""
    TWICE = "cell-twice"
    """The same as in ``row``. ``column``: of what."""
    REGISTERED = "cell-registered"
    """A live unit has this number already. ``column``."""
    PHONE_OF_ANOTHER = "cell-phone-of-another"
    """In ``row`` the same number belongs to somebody with another national code."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as it was read: its number in the file (as Excel counts), its cells by the column's key."""

    number: int
    cells: Mapping[str, Cell]
    formulas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row: the column's key (empty for the row as a whole) and the refusal."""

    row: int
    column: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading as a value: the words show it. ``str()`` is its key."""

    key: str

    def __str__(self) -> str:
        return self.key
