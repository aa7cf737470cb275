"""What lies within an office's reach, as rows of a sheet in the columns of the template.

Personal numbers are masked, except on the command line: a file leaves the house, and no screen shows them whole either.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit
from models.imports.columns import (
    COUNTY,
    FOREIGN_ID,
    LATITUDE,
    LONGITUDE,
    OFFICE_CODE,
    OFFICE_KIND,
    OFFICE_NAME,
    PERSON_NAME,
    PHONE,
    PRODUCT,
    PROVINCE,
    RECEIPT,
    ROLE,
    STATE,
    SheetKind,
)
from models.organisations import Deed, Hat, Office, OfficeKind, Role, covers
from models.people import Person
from models.units import LIVE, RegistrationField, Unit, products
from models.units.records import opened
from models.values.ids import ForeignId, Phone
from models.vault import vault

PAGE: Final = 1000
_F = RegistrationField
Exported = dict[str, object]
"""Values by the column's key: texts, numbers, dates, members of enumerations."""

DEEDS: Final = {
    SheetKind.OFFICES: Deed.SEE_OFFICES,
    SheetKind.PEOPLE: Deed.SEE_OFFICES,
    SheetKind.UNITS: Deed.EXCHANGE_SHEETS,
}
"""Which reach limits an export."""


def _within(by: Hat | None, kind: SheetKind) -> sa.ColumnElement[bool]:
    return sa.true() if by is None else covers(by, DEEDS[kind])


class _Names:
    """Names of provinces and counties."""

    def __init__(self, session: Session) -> None:
        rows = session.execute(
            sa.select(col(Office.id), col(Office.kind), col(Office.name), col(Office.parent_id)).where(
                col(Office.kind).in_((OfficeKind.PROVINCE, OfficeKind.COUNTY))
            )
        ).all()
        self._rows = {row.id: row for row in rows}

    def of(self, parent_id: int | None, province_id: int | None) -> tuple[str, str]:
        """Province and county of an office by what stands above it."""
        province = self._rows.get(province_id)
        above = self._rows.get(parent_id)
        county = above.name if above is not None and above.kind is OfficeKind.COUNTY else ""
        return (province.name if province else ""), county


def page(session: Session, kind: SheetKind, by: Hat | None, after: int) -> tuple[list[Exported], int | None]:
    """Up to a thousand rows after this place, and where to go on; ``by`` is empty for the command line."""
    names = _Names(session)
    listing = {SheetKind.OFFICES: _offices, SheetKind.PEOPLE: _people, SheetKind.UNITS: _units}[kind]
    found = list(listing(session, by, after, names))
    rows = [row for _, row in found]
    return rows, found[-1][0] if len(found) == PAGE else None


def record_export(session: Session, kind: SheetKind, by: Hat | None, number_of_rows: int) -> None:
    """Somebody took a list out of the house."""
    audit.record(
        session,
        audit.AuditAct.SHEET_EXPORTED,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        subject=f"office:{by.office_id}" if by else "country:0",
        details={"kind": kind.value, "rows": str(number_of_rows)},
    )


def _offices(session: Session, by: Hat | None, after: int, names: _Names) -> Iterator[tuple[int, Exported]]:
    rows = session.execute(
        sa.select(
            col(Office.id),
            col(Office.kind),
            col(Office.name),
            col(Office.code),
            col(Office.parent_id),
            col(Office.province_id),
        )
        .where(col(Office.parent_id).is_not(None), col(Office.id) > after, _within(by, SheetKind.OFFICES))
        .order_by(col(Office.id))
        .limit(PAGE)
    )
    for row in rows:
        province, county = names.of(row.parent_id, row.province_id)
        of_county = row.kind is OfficeKind.COUNTY
        yield (
            row.id,
            {
                OFFICE_KIND: row.kind,
                PROVINCE: province,
                COUNTY: row.name if of_county else county,
                OFFICE_NAME: "" if of_county else row.name,
                OFFICE_CODE: row.code or "",
            },
        )


def _people(session: Session, by: Hat | None, after: int, names: _Names) -> Iterator[tuple[int, Exported]]:
    safe = vault(session)
    rows = session.execute(
        sa.select(
            col(Role.id),
            col(Role.kind),
            col(Person.phone_sealed),
            col(Person.name_sealed),
            col(Office.id).label("office_id"),
            col(Office.kind).label("office_kind"),
            col(Office.name),
            col(Office.code),
            col(Office.parent_id),
            col(Office.province_id),
        )
        .join(Office, col(Office.id) == col(Role.office_id))
        .join(Person, col(Person.id) == col(Role.person_id))
        .where(col(Role.revoked_at).is_(None), col(Role.id) > after, _within(by, SheetKind.PEOPLE))
        .order_by(col(Role.id))
        .limit(PAGE)
    )
    for row in rows:
        province, county = names.of(row.parent_id, row.province_id)
        phone = Phone(safe.open(row.phone_sealed))
        placed = row.office_kind in (OfficeKind.PROVINCE, OfficeKind.COUNTY)
        yield (
            row.id,
            {
                PHONE: phone if by is None else phone.masked,
                PERSON_NAME: safe.open(row.name_sealed) if row.name_sealed else "",
                ROLE: row.kind,
                PROVINCE: province,
                COUNTY: row.name if row.office_kind is OfficeKind.COUNTY else county,
                OFFICE_NAME: "" if placed else row.name,
                OFFICE_CODE: row.code or "",
            },
        )


def _units(session: Session, by: Hat | None, after: int, names: _Names) -> Iterator[tuple[int, Exported]]:
    safe = vault(session)
    rows = session.execute(
        sa.select(Unit, col(Office.name), col(Office.parent_id), col(Office.province_id), col(Person.phone_sealed))
        .join(Office, col(Office.id) == col(Unit.union_id))
        .join(Person, col(Person.id) == col(Unit.owner_id))
        .where(col(Unit.id) > after, col(Unit.state).in_(LIVE), _within(by, SheetKind.UNITS))
        .order_by(col(Unit.id))
        .limit(PAGE)
    ).all()
    listed = products(session, [row[0].id for row in rows])
    for unit, union, parent_id, province_id, phone_sealed in rows:
        province, county = names.of(parent_id, province_id)
        said = opened(json.loads(safe.open(unit.private_sealed)), unit, listed[unit.id])
        phone = Phone(safe.open(phone_sealed))
        if by is not None and said.national_id is not None:
            said = replace(said, national_id=type(said.national_id)(said.national_id.masked))
        row: Exported = {
            PHONE: phone if by is None else phone.masked,
            PROVINCE: province,
            COUNTY: county,
            _F.UNION.value: union,
            _F.TITLE.value: said.title,
            _F.PERSON_KIND.value: said.person_kind,
            _F.FIRST_NAME.value: said.first_name,
            _F.LAST_NAME.value: said.last_name,
            _F.COMPANY_NAME.value: said.company_name or "",
            FOREIGN_ID if isinstance(said.national_id, ForeignId) else _F.NATIONAL_ID.value: said.national_id or "",
            _F.LEGAL_ID.value: said.legal_id or "",
            _F.LICENCE_NUMBER.value: said.licence_number,
            _F.LICENCE_ISSUED.value: said.licence_issued,
            _F.LICENCE_EXPIRES.value: said.licence_expires,
            _F.GUILD_ID.value: said.guild_id,
            _F.TRADE_CLASS.value: said.trade_class,
            _F.POSTAL_CODE.value: said.postal_code,
            _F.ADDRESS.value: said.address,
            LATITUDE: said.latitude,
            LONGITUDE: said.longitude,
            _F.EMPLOYEES.value: said.employees,
            _F.BUSINESS_ID.value: said.business_id or "",
            _F.TRACKING_CODE.value: said.tracking_code or "",
            _F.UNIQUE_LICENCE_ID.value: said.unique_licence_id or "",
            STATE: unit.state,
            RECEIPT: unit.receipt,
        }
        for number, product in enumerate(said.products, 1):
            values = (product.name, product.measure, product.yearly_capacity, product.usual_monthly)
            row |= {f"{name}:{number}": value for name, value in zip(PRODUCT, values, strict=True)}
        yield unit.id, row
