"""Offices from a sheet: counties first, then what lies in them, so that a sheet may bring both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session

from models import audit
from models.clock import now
from models.columns import table_of
from models.imports.columns import (
    COUNTY,
    OFFICE_CODE,
    OFFICE_KIND,
    OFFICE_NAME,
    PROVINCE,
    CellProblem,
    Fault,
    Heading,
    SheetRow,
)
from models.imports.directory import Directory, NotFound
from models.imports.reading import Place, RowReader, Vocabulary
from models.organisations import Deed, Hat, Office, OfficeKind
from models.organisations.offices import PARENT
from models.organisations.wishes import came
from models.values.problem import Problem
from models.values.text import free_text, normalise, search_key, sort_key

_NAME_LENGTH: Final = 200
_CODE_LENGTH: Final = 40
_ADDED: Final = frozenset(PARENT)


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office as a row says it; a county's own name stands in its county's column."""

    row: int
    kind: OfficeKind
    place: Place
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class NewOffice:
    """An office to be added: below a known office, or below the county of another row."""

    line: OfficeLine
    parent_id: int | None
    province_id: int
    parent_row: int | None = None


def read(rows: Sequence[SheetRow], words: Vocabulary) -> tuple[list[OfficeLine], list[Fault]]:
    """The rows by themselves."""
    lines: list[OfficeLine] = []
    faults: list[Fault] = []
    for row in rows:
        reader = RowReader(row)
        kind = reader.word(OFFICE_KIND, words.office_kinds)
        if kind is not None and kind not in _ADDED:
            reader.wrong(OFFICE_KIND, Problem(CellProblem.NO_SUCH_KIND, {"office": kind}))
        province = reader.text(PROVINCE)
        county = reader.read(COUNTY, lambda text: free_text(text, _NAME_LENGTH))
        of_county = kind is OfficeKind.COUNTY
        name = reader.read(OFFICE_NAME, lambda text: free_text(text, _NAME_LENGTH), required=not of_county)
        code = reader.read(OFFICE_CODE, lambda text: free_text(text, _CODE_LENGTH), required=False)
        faults.extend(reader.faults)
        if not reader.faults and kind is not None:
            place = Place(province=normalise(province or ""), county=county or "")
            said = (county or "") if of_county else (name or "")
            lines.append(OfficeLine(row.number, kind, place, said, code or ""))
    return lines, faults


def plan(session: Session, by: Hat | None, lines: Sequence[OfficeLine]) -> tuple[list[NewOffice], list[Fault]]:
    """What is to be added, and what stands against it. ``by`` is empty for the command line."""
    offices = Directory(session, by, Deed.ADD_OFFICE)
    faults: list[Fault] = []
    planned: list[NewOffice] = []
    codes: dict[str, int] = {}
    names: dict[tuple[Any, ...], int] = {}
    counties: dict[tuple[int, str], int] = {}
    ordered = sorted(lines, key=lambda line: line.kind is not OfficeKind.COUNTY)

    def wrong(line: OfficeLine, column: str, problem: Problem) -> None:
        faults.append(Fault(line.row, column, problem))

    for line in ordered:
        province = offices.province(line.place)
        if isinstance(province, NotFound):
            wrong(line, province.column, province.problem)
            continue
        own = COUNTY if line.kind is OfficeKind.COUNTY else OFFICE_NAME
        parent_id: int | None = province.id
        parent_row: int | None = None
        mine = province.mine
        if line.kind is not OfficeKind.COUNTY:
            county = offices.county(line.place)
            parent_row = counties.get((province.id, search_key(line.place.county)))
            if parent_row is not None:
                parent_id = None
            elif isinstance(county, NotFound):
                wrong(line, county.column, county.problem)
                continue
            else:
                parent_id, mine = county.id, county.mine
        if not mine:
            wrong(line, PROVINCE, Problem(CellProblem.OUT_OF_REACH, {"got": line.place.county or province.name}))
            continue
        if (parent_id is not None and offices.there(line.kind, parent_id, line.name)) or (
            line.code and offices.of_code(line.code) is not None
        ):
            there = bool(line.code) and offices.of_code(line.code) is not None
            wrong(line, OFFICE_CODE if there else own, Problem(CellProblem.OFFICE_THERE, {"got": line.name}))
            continue
        twice = names.setdefault((line.kind, parent_id, parent_row, search_key(line.name)), line.row)
        if twice != line.row:
            wrong(line, own, Problem(CellProblem.TWICE, {"row": twice, "column": Heading(own)}))
            continue
        if line.code and codes.setdefault(search_key(line.code), line.row) != line.row:
            first = codes[search_key(line.code)]
            wrong(line, OFFICE_CODE, Problem(CellProblem.TWICE, {"row": first, "column": Heading(OFFICE_CODE)}))
            continue
        if line.kind is OfficeKind.COUNTY:
            counties[province.id, search_key(line.name)] = line.row
        planned.append(NewOffice(line, parent_id, province.id, parent_row))
    return planned, faults


def write(session: Session, by: Hat | None, planned: Sequence[NewOffice]) -> int:
    """Add them all, and tell whoever waits for one of them; returns how many."""
    table = table_of(Office)
    made: dict[int, int] = {}
    for level in (OfficeKind.COUNTY, None):
        group = [one for one in planned if (one.line.kind is OfficeKind.COUNTY) is (level is not None)]
        if not group:
            continue
        rows = [
            {
                "kind": one.line.kind,
                "parent_id": one.parent_id if one.parent_row is None else made[one.parent_row],
                "province_id": one.province_id,
                "code": one.line.code or None,
                "name": one.line.name,
                "sort_key": sort_key(one.line.name),
                "search_key": search_key(one.line.name)[:_NAME_LENGTH],
            }
            for one in group
        ]
        ids = (
            session.connection()
            .execute(sa.insert(table).returning(table.c.id, sort_by_parameter_order=True), rows)
            .scalars()
        )
        made.update({one.line.row: number for one, number in zip(group, ids, strict=True)})
    audit.record_many(
        session,
        audit.AuditAct.OFFICE_ADDED,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        entries=[(f"office:{made[one.line.row]}", {"kind": one.line.kind.value}) for one in planned],
        at=now(session),
    )
    lines = [(one, one.parent_id if one.parent_row is None else made[one.parent_row]) for one in planned]
    came(session, ((made[one.line.row], one.line.kind, above, one.line.name) for one, above in lines), by)
    return len(planned)
