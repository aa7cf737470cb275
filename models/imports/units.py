"""Units from a sheet: the rules of a registration, numbers that nobody else has, and owners who prove theirs later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from sqlmodel import Session

from models.clock import now
from models.imports.columns import (
    COUNTY,
    FOREIGN_ID,
    LATITUDE,
    LONGITUDE,
    OFFICE_NAME,
    PHONE,
    PRODUCT,
    PROVINCE,
    CellProblem,
    Fault,
    Heading,
    SheetRow,
)
from models.imports.directory import Directory, NotFound
from models.imports.people import known_people, pages
from models.imports.reading import Place, RowReader, Vocabulary, tidy
from models.organisations import Deed, Hat, OfficeKind
from models.units import (
    MOST_PRODUCTS,
    PersonKind,
    ProductEntry,
    Registration,
    RegistrationField,
    TradeClass,
    UnitProblem,
    digest,
    live_holders,
    refusal,
    register_many,
)
from models.units.claiming import same_licence
from models.values.ids import IdKind, Phone
from models.values.jalali import tehran_date
from models.values.problem import Problem

_F = RegistrationField
_UNION = frozenset({OfficeKind.UNION})
_ABOUT: Final = {
    UnitProblem.LICENCE_FUTURE: _F.LICENCE_ISSUED,
    UnitProblem.LICENCE_DATES: _F.LICENCE_EXPIRES,
    UnitProblem.NOT_PRODUCTION: _F.TRADE_CLASS,
    UnitProblem.LOCATION_OUTSIDE: LATITUDE,
    UnitProblem.EMPLOYEES: _F.EMPLOYEES,
}
_OF_KIND: Final = {
    IdKind.GUILD: _F.GUILD_ID,
    IdKind.LICENCE: _F.LICENCE_NUMBER,
    IdKind.BUSINESS: _F.BUSINESS_ID,
    IdKind.UNIQUE_LICENCE: _F.UNIQUE_LICENCE_ID,
}


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit as a row says it; its union is still a name (``union_id`` 0)."""

    row: int
    phone: Phone
    place: Place
    said: Registration


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to be registered with a known union."""

    line: UnitLine
    union_id: int


def read(rows: Sequence[SheetRow], words: Vocabulary, today: date) -> tuple[list[UnitLine], list[Fault]]:
    """The rows by themselves, held against the rules of a registration."""
    lines: list[UnitLine] = []
    faults: list[Fault] = []
    for row in rows:
        reader = RowReader(row)
        line = _line(reader, words, today)
        faults.extend(reader.faults)
        if line is not None:
            lines.append(line)
    return lines, faults


def _line(reader: RowReader, words: Vocabulary, today: date) -> UnitLine | None:
    phone = reader.phone(PHONE)
    place = Place(
        province=tidy(reader.text(PROVINCE) or ""),
        county=tidy(reader.text(COUNTY) or ""),
        name=tidy(reader.text(_F.UNION) or ""),
    )
    kind = reader.word(_F.PERSON_KIND, words.person_kinds)
    legal = kind is PersonKind.LEGAL
    first, last, title = reader.person(_F.FIRST_NAME), reader.person(_F.LAST_NAME), reader.name(_F.TITLE)
    company = reader.name(_F.COMPANY_NAME) if legal else None
    given: dict[IdKind, str] = {} if phone is None else {IdKind.PHONE: phone}
    foreign = reader.number(FOREIGN_ID, IdKind.FOREIGN, given, required=False)
    national = foreign or reader.number(_F.NATIONAL_ID, IdKind.NATIONAL, given, required=not legal)
    legal_id = reader.number(_F.LEGAL_ID, IdKind.LEGAL, given) if legal else None
    licence = reader.number(_F.LICENCE_NUMBER, IdKind.LICENCE, given)
    issued, expires = reader.day(_F.LICENCE_ISSUED), reader.day(_F.LICENCE_EXPIRES)
    guild = reader.number(_F.GUILD_ID, IdKind.GUILD, given)
    trade = reader.word(_F.TRADE_CLASS, words.trade_classes, required=False) or TradeClass.PRODUCTION
    postal = reader.number(_F.POSTAL_CODE, IdKind.POSTAL, given)
    address = reader.address(_F.ADDRESS)
    one, other = reader.degrees(LATITUDE), reader.degrees(LONGITUDE)
    employees = reader.count(_F.EMPLOYEES)
    business = reader.number(_F.BUSINESS_ID, IdKind.BUSINESS, given, required=False)
    tracking = reader.number(_F.TRACKING_CODE, IdKind.TRACKING, given, required=False)
    unique = reader.number(_F.UNIQUE_LICENCE_ID, IdKind.UNIQUE_LICENCE, given, required=False)
    products = _products(reader, words)
    if reader.faults or kind is None or one is None or other is None or issued is None or expires is None:
        return None
    # Everywhere in Iran the latitude is below the longitude: two columns in each other's place need not be asked about.
    latitude, longitude = sorted((one, other))
    assert first is not None
    assert last is not None
    assert title is not None
    assert address is not None
    assert employees is not None
    said = Registration(
        person_kind=kind,
        first_name=first,
        last_name=last,
        company_name=company,
        title=title,
        national_id=national,
        legal_id=legal_id,
        licence_number=licence,
        licence_issued=issued,
        licence_expires=expires,
        guild_id=guild,
        union_id=0,
        trade_class=trade,
        postal_code=postal,
        address=address,
        latitude=latitude,
        longitude=longitude,
        products=products,
        employees=employees,
        business_id=business,
        tracking_code=tracking,
        unique_licence_id=unique,
    )
    problem = refusal(said, today)
    if problem is not None:
        reader.wrong(_column(problem, products), problem)
        return None
    return UnitLine(reader.row.number, phone, place, said)


def _column(problem: Problem, products: Sequence[ProductEntry]) -> str:
    field = problem.values.get("field")
    if field is not None:
        return str(field)
    if problem.code in {UnitProblem.PRODUCT_TWICE, UnitProblem.PRODUCT_FIGURES}:
        names = [product.name for product in products]
        name = str(problem.values["name"])
        place = (
            len(names) - 1 - names[::-1].index(name) if problem.code is UnitProblem.PRODUCT_TWICE else names.index(name)
        )
        return f"{'product-name' if problem.code is UnitProblem.PRODUCT_TWICE else 'yearly-capacity'}:{place + 1}"
    return str(_ABOUT.get(UnitProblem(problem.code), ""))


def _products(reader: RowReader, words: Vocabulary) -> tuple[ProductEntry, ...]:
    found: list[ProductEntry] = []
    for number in range(1, MOST_PRODUCTS + 1):
        name_key, measure_key, capacity_key, usual_key = (f"{name}:{number}" for name in PRODUCT)
        if number > 1 and not any(f"{name}:{number}" in reader.row.cells for name in PRODUCT):
            continue
        name = reader.name(name_key)
        measure = reader.word(measure_key, words.measures)
        if measure is None:
            continue
        capacity, usual = reader.amount(capacity_key, measure), reader.amount(usual_key, measure)
        if name is not None and capacity is not None and usual is not None:
            found.append(ProductEntry(None, name, measure, Decimal(capacity), Decimal(usual)))
    return tuple(found)


def plan(session: Session, by: Hat | None, lines: Sequence[UnitLine]) -> tuple[list[NewUnit], list[Fault]]:
    """What is to be registered, and what stands against it. ``by`` is empty for the command line."""
    offices = Directory(session, by, Deed.EXCHANGE_SHEETS)
    faults: list[Fault] = []
    planned: list[NewUnit] = []
    for line in lines:
        found = offices.office(line.place, _UNION, _F.UNION)
        if isinstance(found, NotFound):
            column = _F.UNION if found.column == OFFICE_NAME else found.column
            faults.append(Fault(line.row, column, found.problem))
        elif found is None or not found.mine:
            faults.append(Fault(line.row, _F.UNION, Problem(CellProblem.OUT_OF_REACH, {"got": line.place.name})))
        else:
            planned.append(NewUnit(line, found.id))
    faults.extend(_twice(lines))
    faults.extend(_registered(session, lines))
    return planned, faults


def _twice(lines: Sequence[UnitLine]) -> list[Fault]:
    """Rows that claim one licence, and owners' numbers that stand with two people."""
    faults: list[Fault] = []
    holders: dict[tuple[IdKind, str], list[UnitLine]] = {}
    owners: dict[Phone, UnitLine] = {}
    for line in lines:
        shared: dict[int, set[IdKind]] = {}
        for kind, number in line.said.identifiers.items():
            earlier = holders.setdefault((kind, number.casefold()), [])
            for one in earlier[:20]:  # a company with hundreds of licences need not be compared with each
                shared.setdefault(one.row, set()).add(kind)
            earlier.append(line)
        for row, kinds in shared.items():
            if same_licence(frozenset(kinds)):
                column = next(field for kind, field in _OF_KIND.items() if kind in kinds)
                values = {"row": row, "column": Heading(column)}
                faults.append(Fault(line.row, column, Problem(CellProblem.TWICE, values)))
                break
        owner = owners.setdefault(line.phone, line)
        if owner.said.national_id != line.said.national_id:
            faults.append(Fault(line.row, PHONE, Problem(CellProblem.PHONE_OF_ANOTHER, {"row": owner.row})))
    return faults


def _registered(session: Session, lines: Sequence[UnitLine]) -> list[Fault]:
    """Rows whose licence a live unit claims already; by whom is not said."""
    own = [{digest(session, kind, number): kind for kind, number in line.said.identifiers.items()} for line in lines]
    holders: dict[str, list[int]] = {}
    for page in pages([one for digests in own for one in digests]):
        for held, unit_id in live_holders(session, [str(one) for one in page]):
            holders.setdefault(held, []).append(unit_id)
    faults: list[Fault] = []
    for line, digests in zip(lines, own, strict=True):
        shared: dict[int, set[IdKind]] = {}
        for held, kind in digests.items():
            for unit_id in holders.get(held, ()):
                shared.setdefault(unit_id, set()).add(kind)
        kinds = next((one for one in shared.values() if same_licence(frozenset(one))), None)
        if kinds is not None:
            column = next(field for kind, field in _OF_KIND.items() if kind in kinds)
            faults.append(Fault(line.row, column, Problem(CellProblem.REGISTERED, {"column": Heading(column)})))
    return faults


def write(session: Session, by: Hat | None, planned: Sequence[NewUnit]) -> int:
    """Register them all before their unions; owners who are not known yet become known. Returns how many."""
    names: dict[Phone, str] = {}
    for one in planned:
        names.setdefault(one.line.phone, f"{one.line.said.first_name} {one.line.said.last_name}")
    owners = known_people(session, names)
    return register_many(
        session,
        [(owners[one.line.phone], one.union_id, one.line.said) for one in planned],
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
    )


def today(session: Session) -> date:
    """Today in Tehran."""
    return tehran_date(now(session))
