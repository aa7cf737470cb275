"""Lists: every cell read as the forms read it, every refusal named by row and column, all written or nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from bot.sheets.wording import headings, vocabulary
from models import imports, organisations, units
from models.audit import AuditAct, AuditEntry
from models.imports import CellProblem, Grid, Lines, Planned, SheetKind, SheetProblem, SheetRow, Table, exporting
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import AccountKey, Messenger, add_account, person_by_phone
from models.units import Unit, UnitOrigin
from models.values.ids import Phone
from models.values.problem import Problem
from models.values.text import search_key
from tests.models.sheet_rows import ISSUED, sheet_row
from tests.models.world import World, azar, granted, person, refused, registered

TODAY = date(2026, 12, 1)
OFFICES = {
    "county": {"office-kind": "شهرستان", "province": "تهران", "county": "ورامین"},
    "union": {"office-kind": "اتحادیه", "province": "تهران", "county": "ورامین", "office-name": "اتحادیهٔ نانوایان"},
}


def read(kind: SheetKind, *rows: Mapping[str, object], formulas: frozenset[str] = frozenset()) -> Lines:
    """These cells read, from the second row of the file on."""
    numbered = [SheetRow(number, row, formulas) for number, row in enumerate(rows, 2)]  # type: ignore[arg-type]  # cells
    return imports.read(kind, numbered, vocabulary(), TODAY)


def planned(session: Session, by: Hat | None, kind: SheetKind, *rows: Mapping[str, object]) -> Planned:
    """These rows held against the database."""
    found = imports.plan(session, by, read(kind, *rows))
    assert isinstance(found, Planned), found
    return found


def faults(found: Lines | Planned) -> list[tuple[int, str, str]]:
    """Row, column and code of each fault."""
    return [(fault.row, fault.column, fault.problem.code.value) for fault in found.faults]


@pytest.mark.parametrize(
    ("change", "column", "code"),
    [
        ({"phone": ""}, "phone", "cell-empty"),
        ({"phone": "02112345678"}, "phone", "not-mobile"),
        ({"national-id": 12345679}, "national-id", "lost-leading-zero"),
        ({"national-id": "1234567890"}, "national-id", "bad-check-digit"),
        ({"guild-id": datetime(2024, 5, 21)}, "guild-id", "cell-date-for-text"),  # noqa: DTZ001 (as Excel has it)
        ({"guild-id": "0013542419", "national-id": "0013542419"}, "guild-id", "same-as-other-id"),
        ({"person-kind": "شخص"}, "person-kind", "cell-unknown-word"),
        ({"person-kind": "حقوقی"}, "company-name", "cell-empty"),
        ({"first-name": "آذر۲"}, "first-name", "cell-digit-in-name"),
        ({"licence-issued": "2024-05-21"}, "licence-issued", "gregorian-date"),
        ({"licence-issued": "1403/13/01"}, "licence-issued", "no-such-month"),
        ({"licence-expires": "1402/01/01"}, "licence-expires", "licence-dates"),
        ({"licence-issued": "1408/01/01"}, "licence-issued", "licence-future"),
        ({"trade-class": "خدماتی"}, "trade-class", "not-production"),
        ({"postal-code": "0999199911"}, "postal-code", "starts-with-zero"),
        ({"latitude": 10.0, "longitude": 20.0}, "latitude", "location-outside"),
        ({"latitude": "شمال"}, "latitude", "cell-no-place"),
        ({"employees": "0"}, "employees", "employees-outside"),
        ({"usual-monthly:1": "1.200", "product-measure:1": "تن"}, "usual-monthly:1", "cell-two-readings"),
        ({"yearly-capacity:1": 0}, "yearly-capacity:1", "product-figures"),
        ({"product-name:2": "کیف"}, "product-measure:2", "cell-empty"),
        ({"address": "ری"}, "address", "text-too-short"),
    ],
)
def test_a_wrong_cell_is_named(change: dict[str, object], column: str, code: str) -> None:
    assert (2, column, code) in faults(read(SheetKind.UNITS, {**sheet_row(1), **change}))


@pytest.mark.parametrize(
    "change",
    [
        {"phone": 9900000001.0, "licence-issued": ISSUED, "licence-expires": 47259},
        {"phone": "+98 990 000 0001", "guild-id": 5550000001, "national-id": "۹۹۹۰۰۰۰۰۱۹"},
        {"person-kind": "حقيقي", "county": "ري", "product-measure:1": "جفت ", "employees": "شش نفر"},
        {"latitude": 51.43, "longitude": "35٫59", "guild-id": '="5550000001"'},
        {"trade-class": "", "usual-monthly:1": "هزار و نهصد", "business-id": "999000000001"},
        {"title": "=1+1 کارگاه", "licence-issued": "یکم خرداد ۱۴۰۳"},
    ],
)
def test_the_spellings_of_one_row_mean_the_same(change: dict[str, object]) -> None:
    row = {**sheet_row(1), **change}
    if "national-id" in change:
        row["national-id"] = sheet_row(1)["national-id"]
    found = read(SheetKind.UNITS, row)
    assert faults(found) == []
    (line,) = found.lines
    (plain,) = read(SheetKind.UNITS, sheet_row(1)).lines
    same = {"title": plain.said.title, "business_id": None, "licence_expires": plain.said.licence_expires}
    assert replace(line.said, **same) == replace(plain.said, **same)


def test_a_formula_is_refused() -> None:
    found = read(SheetKind.UNITS, sheet_row(1), formulas=frozenset({"title"}))
    assert faults(found) == [(2, "title", "cell-formula")]


def grid(*rows: list[object]) -> Grid:
    """A sheet of these rows."""
    return Grid(rows)  # type: ignore[arg-type]  # cells


def test_headings_are_found_and_what_is_missing_is_named() -> None:
    names = headings(SheetKind.PEOPLE)
    head: list[object] = ["تلفن همراه", "نام و نام خانوادگي", "نقش", "رنگ"]
    found = imports.table(
        grid(["فهرست کارکنان"], [], head, ["0912", "", "", ""], ["", " ", "", "آبی"]), SheetKind.PEOPLE, names
    )
    assert isinstance(found, Table)
    assert found.unknown == ("رنگ",)
    assert [row.number for row in found.rows] == [4]

    def refusal(*rows: list[object], **more: object) -> Problem:
        return refused(imports.table(replace(grid(*rows), **more), SheetKind.PEOPLE, names))  # type: ignore[arg-type]  # as given

    missing = refusal(["تلفن همراه", "نقش"], ["0912", "ناظر"])
    assert missing.code is SheetProblem.MISSING_COLUMNS
    assert [str(one) for one in missing.values["missing"]] == ["person-name"]  # type: ignore[attr-defined]  # headings
    assert refusal(["تلفن همراه", "نقش"], ["1", "2"], merged=frozenset({0})).code is SheetProblem.MERGED_HEADINGS
    assert refusal(head).code is SheetProblem.EMPTY
    assert refusal().code is SheetProblem.EMPTY
    assert refusal(["۱", "۲"]).code is SheetProblem.NO_HEADINGS
    assert refusal([*head, "نقش"], ["1"]).code is SheetProblem.COLUMN_TWICE
    many = [["0912", "آذر", "ناظر"]] * (imports.MOST_ROWS + 1)
    assert refusal(head, *many).code is SheetProblem.TOO_MANY_ROWS  # type: ignore[arg-type]  # cells


def test_units_go_in_whole_and_come_out_equal(session: Session, world: World) -> None:
    company = sheet_row(
        3, **{"person-kind": "حقوقی", "company-name": "نمونه‌سازان", "legal-id": "10380284790", "national-id": ""}
    ) | {"product-name:2": "کیف چرمی", "product-measure:2": "عدد", "yearly-capacity:2": "۱۲۰۰٫۰", "usual-monthly:2": 10}
    foreign = sheet_row(2, **{"national-id": "", "foreign-id": "123456789012", "phone": sheet_row(1)["phone"]})
    rows = [sheet_row(1), company, {**foreign, "phone": "09900009999"}]
    found = planned(session, world.officer, SheetKind.UNITS, *rows)
    assert faults(found) == []
    assert imports.write(session, world.officer, found) == 3

    (unit, *_) = session.exec(select(Unit).order_by(sa.column("id"))).all()
    assert unit.origin is UnitOrigin.IMPORTED
    owner = person_by_phone(session, Phone(str(rows[0]["phone"])))
    assert owner == unit.owner_id
    assert units.owner_unproven(session, unit.id)
    add_account(session, AccountKey(Messenger.BALE, 99), owner)
    assert not units.owner_unproven(session, unit.id)
    entry = session.exec(select(AuditEntry).where(AuditEntry.subject == f"unit:{unit.id}")).one()
    assert (entry.act, entry.by, entry.hat) == (AuditAct.UNIT_SUBMITTED, world.officer.person_id, world.officer.role_id)

    out, after = exporting.page(session, SheetKind.UNITS, None, 0)
    assert after is None
    again = read(SheetKind.UNITS, *({key: _written(value) for key, value in row.items()} for row in out))
    assert faults(again) == []
    assert [line.said for line in again.lines] == [one.line.said for one in found.entries]
    masked, _ = exporting.page(session, SheetKind.UNITS, world.officer, 0)
    assert str(masked[0]["national-id"]).startswith("•")
    assert str(masked[0]["phone"]).startswith("•")
    assert masked[0]["guild-id"] == out[0]["guild-id"]
    assert exporting.page(session, SheetKind.UNITS, world.approver, 0)[0] == masked


def _written(value: object) -> object:
    from bot.sheets.wording import _cell
    from models.people import Language

    return _cell(value, Language.FA)


def test_two_rows_and_the_database_claim_one_licence_only_once(session: Session, world: World) -> None:
    registered(session, world)
    known = azar(world.union_id)
    rows = [
        sheet_row(1, **{"guild-id": known.guild_id}),
        sheet_row(2),
        sheet_row(3, **{"guild-id": sheet_row(2)["guild-id"]}),
        sheet_row(4, phone=sheet_row(2)["phone"]),
        sheet_row(5, **{"national-id": sheet_row(2)["national-id"], "phone": sheet_row(2)["phone"]}),
    ]
    assert faults(planned(session, world.officer, SheetKind.UNITS, *rows)) == [
        (2, "guild-id", "cell-registered"),
        (4, "guild-id", "cell-twice"),
        (5, "phone", "cell-phone-of-another"),
    ]


def test_nobody_brings_units_beyond_the_own_reach(session: Session, world: World) -> None:
    province = organisations.provinces(session)[0]
    county = granted(organisations.add_office(session, OfficeKind.COUNTY, "دوردست", province.id))
    granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ دور", county.id))
    far = sheet_row(1, province=province.name, county="دوردست", union="اتحادیهٔ دور")
    nowhere = sheet_row(2, county="ناکجا")
    for by in (world.officer, world.approver):
        assert faults(planned(session, by, SheetKind.UNITS, far, nowhere, sheet_row(3))) == [
            (2, "union", "cell-out-of-reach"),
            (3, "county", "cell-no-such-office"),
        ]
    assert faults(planned(session, None, SheetKind.UNITS, far)) == []
    outcome = imports.plan(session, world.expert, read(SheetKind.UNITS, sheet_row(3)))
    assert refused(outcome).code is organisations.OrganisationProblem.OUT_OF_REACH


def test_a_sheet_brings_counties_and_what_lies_in_them(session: Session, world: World) -> None:
    officer = granted(organisations.grant(session, person(session, 70), RoleKind.PROVINCIAL_OFFICER, world.province_id))
    union, county = OFFICES["union"], OFFICES["county"]
    found = planned(
        session, officer, SheetKind.OFFICES, union, county, {**union, "office-name": "خیاطان", "office-code": "U-7"}
    )
    assert faults(found) == []
    assert imports.write(session, officer, found) == 3
    again = planned(
        session, officer, SheetKind.OFFICES, union, county, {**union, "office-name": "تازه", "office-code": "u-7"}
    )
    assert faults(again) == [
        (2, "office-name", "cell-office-there"),
        (3, "county", "cell-office-there"),
        (4, "office-code", "cell-office-there"),
    ]
    other = organisations.provinces(session)[0].name
    wrong = planned(
        session,
        world.officer,
        SheetKind.OFFICES,
        {**county, "county": "فیروزکوه"},
        {**union, "province": other, "county": "نیست"},
        {**union, "county": "ری", "office-kind": "سازمان استان"},
        {**union, "county": "ری"},
        {**union, "county": "ری"},
    )
    assert faults(wrong) == [
        (2, "province", "cell-out-of-reach"),
        (3, "county", "cell-no-such-office"),
        (4, "office-kind", "cell-office-kind"),
        (6, "office-name", "cell-twice"),
    ]
    out, _ = exporting.page(session, SheetKind.OFFICES, officer, 0)
    assert search_key("اتحادیهٔ نانوایان") in {search_key(str(row["office-name"])) for row in out}


def test_only_roles_that_one_may_give(session: Session, world: World) -> None:
    place = {"province": "تهران", "county": "ری", "office-name": "اتحادیهٔ کفاشان ری"}
    row = {"phone": "09900000070", "person-name": "رضا نمونه", "role": "دبیر اتحادیه", **place}
    rows = [
        row,
        {**row, "role": "کارشناس سازمان استان"},
        {**row, "role": "کارشناس سازمان استان", "county": "", "office-name": ""},
        {**row, "role": "راهبر بهین‌یار", "province": "", "county": "", "office-name": "دفتر آمار و فرآوری داده‌ها"},
        row,
        {**row, "phone": "09120000002", "role": "تأییدکنندهٔ اتحادیه"},
        {**row, "phone": "09900000071", "office-name": ""},
    ]
    assert faults(planned(session, world.officer, SheetKind.PEOPLE, *rows)) == [
        (3, "role", "cell-role-elsewhere"),
        (4, "office-name", "cell-out-of-reach"),
        (5, "office-name", "cell-out-of-reach"),
        (6, "role", "cell-twice"),
        (7, "role", "cell-role-held"),
        (8, "office-name", "cell-empty"),
    ]
    second = {**row, "phone": "09900000072", "role": "تأییدکنندهٔ اتحادیه"}
    found = planned(session, world.officer, SheetKind.PEOPLE, row, second)
    assert imports.write(session, world.officer, found) == 2
    held = organisations.officers(session, world.union_id, RoleKind.UNION_SECRETARY)
    assert [hat.person_id for hat in held] == [person_by_phone(session, Phone("09900000070"))]
    assert faults(planned(session, world.approver, SheetKind.PEOPLE, second)) != []
    out, _ = exporting.page(session, SheetKind.PEOPLE, world.officer, 0)
    assert {str(one["role"].value) for one in out} == {"union-approver", "union-secretary", "county-officer"}  # type: ignore[attr-defined]  # a role


def test_faults_are_never_written(session: Session, world: World) -> None:
    found = planned(session, world.officer, SheetKind.UNITS, sheet_row(1), sheet_row(2, **{"guild-id": "x"}))
    with pytest.raises(ValueError, match="faults"):
        imports.write(session, world.officer, found)
    assert CellProblem.EMPTY.value == "cell-empty"
