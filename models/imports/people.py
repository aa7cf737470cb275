"""People and their roles from a sheet: only roles that the importing role may give, in offices within its reach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit
from models.clock import now
from models.columns import table_of
from models.imports.columns import (
    COUNTY,
    OFFICE_CODE,
    OFFICE_NAME,
    PERSON_NAME,
    PHONE,
    PROVINCE,
    ROLE,
    CellProblem,
    Fault,
    Heading,
    SheetRow,
)
from models.imports.directory import Directory, NotFound
from models.imports.reading import Place, RowReader, Vocabulary, tidy
from models.organisations import Deed, Hat, Role, RoleKind
from models.organisations.granting import GIVES
from models.organisations.roles import SEATS
from models.people import Person
from models.values.ids import Phone
from models.values.problem import Problem
from models.vault import vault

_PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody with a role, as a row says it."""

    row: int
    phone: Phone
    name: str
    role: RoleKind
    place: Place


@dataclass(frozen=True, slots=True)
class NewRole:
    """A role to be given."""

    line: PersonLine
    office_id: int


def read(rows: Sequence[SheetRow], words: Vocabulary) -> tuple[list[PersonLine], list[Fault]]:
    """The rows by themselves."""
    lines: list[PersonLine] = []
    faults: list[Fault] = []
    for row in rows:
        reader = RowReader(row)
        phone = reader.phone(PHONE)
        name = reader.person(PERSON_NAME)
        role = reader.word(ROLE, words.roles)
        place = Place(
            *(tidy(reader.text(key, required=False) or "") for key in (OFFICE_CODE, PROVINCE, COUNTY, OFFICE_NAME))
        )
        faults.extend(reader.faults)
        if phone is not None and name is not None and role is not None:
            lines.append(PersonLine(row.number, phone, name, role, place))
    return lines, faults


def plan(session: Session, by: Hat | None, lines: Sequence[PersonLine]) -> tuple[list[NewRole], list[Fault]]:
    """What is to be given, and what stands against it. ``by`` is empty for the command line."""
    offices = Directory(session, by, Deed.GIVE_ROLE)
    giving = frozenset(RoleKind) if by is None else GIVES.get(by.kind, frozenset())
    faults: list[Fault] = []
    planned: list[NewRole] = []
    seen: dict[tuple[Phone, RoleKind, int], int] = {}
    for line in lines:
        found = offices.office(line.place, SEATS[line.role])
        if isinstance(found, NotFound):
            faults.append(Fault(line.row, found.column, found.problem))
            continue
        if found is None:
            kinds = tuple(sorted(SEATS[line.role]))
            faults.append(
                Fault(line.row, ROLE, Problem(CellProblem.ROLE_ELSEWHERE, {"role": line.role, "office": kinds}))
            )
            continue
        if not found.mine:
            faults.append(Fault(line.row, OFFICE_NAME, Problem(CellProblem.OUT_OF_REACH, {"got": found.name})))
            continue
        if line.role not in giving:
            values = {"role": line.role, "got": found.name}
            faults.append(Fault(line.row, ROLE, Problem(CellProblem.NOT_YOURS_TO_GIVE, values)))
            continue
        first = seen.setdefault((line.phone, line.role, found.id), line.row)
        if first != line.row:
            faults.append(Fault(line.row, ROLE, Problem(CellProblem.TWICE, {"row": first, "column": Heading(ROLE)})))
            continue
        planned.append(NewRole(line, found.id))
    held = _held(session, planned)
    faults.extend(Fault(one.line.row, ROLE, Problem(CellProblem.HELD_ALREADY, {"role": one.line.role})) for one in held)
    return planned, faults


def _held(session: Session, planned: Sequence[NewRole]) -> list[NewRole]:
    """Those who hold the role already."""
    people = people_of(session, {one.line.phone for one in planned})
    rows: set[tuple[int, int, RoleKind]] = set()
    for page in pages(sorted(set(people.values()))):
        live = sa.select(col(Role.person_id), col(Role.office_id), col(Role.kind)).where(
            col(Role.person_id).in_(page), col(Role.revoked_at).is_(None)
        )
        rows.update((row.person_id, row.office_id, row.kind) for row in session.execute(live))
    return [one for one in planned if (people.get(one.line.phone, 0), one.office_id, one.line.role) in rows]


def write(session: Session, by: Hat | None, planned: Sequence[NewRole]) -> int:
    """Give them all; people who are not known yet become known. Returns how many roles."""
    people = known_people(session, {one.line.phone: one.line.name for one in planned})
    at = now(session)
    table = table_of(Role)
    rows = [
        {
            "person_id": people[one.line.phone],
            "office_id": one.office_id,
            "kind": one.line.role,
            "granted_by": by.person_id if by else None,
            "granted_at": at,
        }
        for one in planned
    ]
    made = session.connection().execute(sa.insert(table).returning(table.c.id, sort_by_parameter_order=True), rows)
    audit.record_many(
        session,
        audit.AuditAct.ROLE_GRANTED,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        entries=[
            (
                f"role:{number}",
                {"kind": one.line.role.value, "office": str(one.office_id), "person": str(people[one.line.phone])},
            )
            for number, one in zip(made.scalars(), planned, strict=True)
        ],
        at=at,
    )
    return len(rows)


def pages(wanted: Sequence[int] | Sequence[str]) -> Iterable[Sequence[int] | Sequence[str]]:
    """So many at a time as one statement asks for."""
    return (wanted[start : start + _PAGE] for start in range(0, len(wanted), _PAGE))


def people_of(session: Session, phones: Iterable[Phone]) -> dict[Phone, int]:
    """Whose numbers these are, as far as they are known."""
    safe = vault(session)
    indexes = {safe.index("phone", phone): phone for phone in phones}
    found: dict[Phone, int] = {}
    for page in pages(list(indexes)):
        rows = session.execute(
            sa.select(col(Person.phone_index), col(Person.id)).where(col(Person.phone_index).in_(page))
        )
        found.update({indexes[row.phone_index]: row.id for row in rows})
    return found


def known_people(session: Session, names: dict[Phone, str]) -> dict[Phone, int]:
    """The people with these numbers; who is not known yet is added under the name given, to prove the number later."""
    found = people_of(session, names)
    new = [phone for phone in names if phone not in found]
    if new:
        safe = vault(session)
        at = now(session)
        table = table_of(Person)
        session.connection().execute(
            sa.insert(table),
            [
                {
                    "phone_sealed": safe.seal(phone),
                    "phone_index": safe.index("phone", phone),
                    "name_sealed": safe.seal(names[phone]),
                    "created_at": at,
                }
                for phone in new
            ],
        )
        found |= people_of(session, new)
    return found
