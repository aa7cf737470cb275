"""All offices in memory while a sheet is checked: a name within its county is found without a question each."""

from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models.imports.columns import (
    COUNTY,
    OFFICE_CODE,
    OFFICE_NAME,
    PROVINCE,
    CellProblem,
    Heading,
)
from models.imports.reading import Place, key_of
from models.organisations import Deed, Hat, Office, OfficeKind, covers
from models.organisations.offices import NATIONAL
from models.values.problem import Problem

_OF_A_COUNTY: Final = frozenset({OfficeKind.UNION, OfficeKind.CHAMBER, OfficeKind.COMMISSION})


@dataclass(frozen=True, slots=True)
class Found:
    """An office; ``mine`` says whether it lies within the reach."""

    id: int
    kind: OfficeKind
    name: str
    province_id: int | None
    mine: bool


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why no office was found, and the column that says so."""

    column: str
    problem: Problem


class Directory:
    """The offices by code and by their place in the tree. ``by`` is empty for the command line: everything is ours."""

    def __init__(self, session: Session, by: Hat | None, deed: Deed) -> None:
        mine = sa.true() if by is None else covers(by, deed)
        rows = session.execute(
            sa.select(
                col(Office.id),
                col(Office.kind),
                col(Office.name),
                col(Office.parent_id),
                col(Office.province_id),
                col(Office.code),
                col(Office.search_key),
                sa.case((mine, 1), else_=0),
            )
        ).all()
        self._of_code: dict[str, Found] = {}
        self._below: dict[tuple[OfficeKind, int | None, str], list[Found]] = {}
        self._lone: dict[tuple[OfficeKind, int | None], list[Found]] = {}
        for number, kind, name, parent_id, province_id, code, key, ours in rows:
            found = Found(number, kind, name, province_id, bool(ours))
            if code:
                self._of_code[key_of(code)] = found
            self._below.setdefault((kind, parent_id, key), []).append(found)
            self._lone.setdefault((kind, parent_id), []).append(found)

    def of_code(self, code: str) -> Found | None:
        """The office of this code."""
        return self._of_code.get(key_of(code))

    def there(self, kind: OfficeKind, parent_id: int | None, name: str) -> bool:
        """Whether an office of this kind and name stands there."""
        return (kind, parent_id, key_of(name)) in self._below

    def province(self, place: Place) -> Found | NotFound:
        """The province of a place, by its name or code."""
        if not place.province:
            return NotFound(PROVINCE, Problem(CellProblem.EMPTY, {"column": Heading(PROVINCE)}))
        coded = self.of_code(place.province)
        if coded is not None and coded.kind is OfficeKind.PROVINCE:
            return coded
        return self._named(OfficeKind.PROVINCE, None, place.province, PROVINCE)

    def county(self, place: Place) -> Found | NotFound:
        """The county of a place."""
        province = self.province(place)
        if isinstance(province, NotFound):
            return province
        if not place.county:
            return NotFound(COUNTY, Problem(CellProblem.EMPTY, {"column": Heading(COUNTY)}))
        return self._named(OfficeKind.COUNTY, province.id, place.county, COUNTY)

    def office(self, place: Place, kinds: frozenset[OfficeKind], column: str = OFFICE_NAME) -> Found | NotFound | None:
        """The office of one of these kinds that a place means; None when it means one of another kind."""
        if place.code:
            coded = self.of_code(place.code)
            if coded is None:
                return NotFound(OFFICE_CODE, Problem(CellProblem.NO_SUCH_OFFICE, {"got": place.code[:40]}))
            return coded if coded.kind in kinds else None
        if place.county:
            return self._in_county(place, kinds, column)
        if place.province and not place.name:
            return self.province(place) if OfficeKind.PROVINCE in kinds else None
        national = kinds & NATIONAL
        if place.name and national:
            found = [one for kind in national for one in self._below.get((kind, None, key_of(place.name)), ())]
            return found[0] if found else NotFound(column, _missing(place.name))
        empty = COUNTY if place.province else PROVINCE
        return NotFound(empty, Problem(CellProblem.EMPTY, {"column": Heading(empty)}))

    def _in_county(  # noqa: PLR0911 (one line a case)
        self, place: Place, kinds: frozenset[OfficeKind], column: str
    ) -> Found | NotFound | None:
        county = self.county(place)
        if isinstance(county, NotFound):
            return county
        if not place.name and OfficeKind.COUNTY in kinds:
            return county
        if not kinds & _OF_A_COUNTY:
            return None
        if not place.name:
            lone = [one for kind in kinds for one in self._lone.get((kind, county.id), ())]
            if len(lone) == 1 and lone[0].kind is not OfficeKind.UNION:
                return lone[0]
            return NotFound(column, Problem(CellProblem.EMPTY, {"column": Heading(column)}))
        found = [one for kind in kinds for one in self._below.get((kind, county.id, key_of(place.name)), ())]
        if len(found) == 1:
            return found[0]
        return NotFound(column, _several(place.name) if found else _missing(place.name))

    def _named(self, kind: OfficeKind, parent_id: int | None, name: str, column: str) -> Found | NotFound:
        found = self._below.get((kind, parent_id, key_of(name)), [])
        if len(found) == 1:
            return found[0]
        return NotFound(column, _several(name) if found else _missing(name))


def _missing(name: str) -> Problem:
    return Problem(CellProblem.NO_SUCH_OFFICE, {"got": name[:60]})


def _several(name: str) -> Problem:
    return Problem(CellProblem.SEVERAL_OFFICES, {"got": name[:60]})
