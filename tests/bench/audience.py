"""Counting the audience of a circular and writing its plan among 600,000 people."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session

from bot.database import open_database
from models import circulars, organisations
from models.circulars import Audience, Circular, Content, Level
from models.circulars.records import Passing
from models.clock import Clock
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import Messenger, add_person
from models.reference import seed_reference
from models.values.ids import Phone as PhoneNumber
from models.values.jalali import JalaliMonth
from tests.bench.looks import looks
from tests.bench.rows import UNITS, in_its_words
from tests.conversations.world import MORNING, settings_for
from tests.models.world import granted
from tests.stage import Databases

COUNTIES, UNIONS = 30, 90
"""In three provinces; each office has somebody."""
OWNERS = 5 / 6
"""So many have a unit, the others have proven a number and no more; every second unit has handed in its month."""
MONTH: Final = JalaliMonth(1405, 7)
_PEOPLE = """
INSERT INTO people (phone_sealed, phone_index, created_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :most)
SELECT :sealed, 'crowd:' || CAST(i AS TEXT), :at FROM n
"""
_ACCOUNTS = """
INSERT INTO accounts (messenger, account_id, person_id, language, focus, vouched, blocked, seen_at)
SELECT CASE WHEN p.id % 2 = 0 THEN 'bale' ELSE 'telegram' END, 1000000 + p.id, p.id, 'fa', 'nothing', :yes, :no, :at
FROM people p WHERE p.phone_index LIKE 'crowd:%'
"""
_SPREAD = "UPDATE units SET owner_id = :owner + id, union_id = :union_id + id % :unions"
_MONTHS = """
INSERT INTO months (unit_id, union_id, year, month, period, state, revision, employees, late, outage, receipt,
  first_received_at, judged_at, submitted_at)
SELECT id, union_id, :year, :month, :period, 'submitted', 1, 6, :no, :no, 'M-' || CAST(id AS TEXT), :at, :at, :at
FROM units WHERE id % 2 = 0
"""


@dataclass(frozen=True, slots=True)
class _Town:
    author: Hat
    second: Hat
    province_id: int


async def counted(databases: Databases, kind: str, people: int) -> list[tuple[str, float]]:
    """What is asked, and the seconds that it takes; the best of three where nothing is written."""
    with databases.new(kind) as url:
        database = open_database(settings_for(url, dict.fromkeys(Messenger, "http://127.0.0.1:1")), Clock(MORNING))
        try:
            town = await database.run(_fill, people)
            units = Audience(frozenset({Level.UNIT}))
            audiences = {
                "everybody": Audience(frozenset(Level)),
                "all units": units,
                "units of a province": Audience(frozenset({Level.UNIT}), within=frozenset({town.province_id})),
                "units without the month": Audience(frozenset({Level.UNIT}), reported=(MONTH, False)),
            }
            found = []
            for name, audience in audiences.items():
                spent = [await _timed(partial(database.apart, circulars.count, audience)) for _ in range(3)]
                found.append((f"count: {name}", min(spent)))
            number = 0
            for passing in (Passing.AT_ONCE, Passing.BY_HAND):
                number = await database.run(_released, town, audiences["everybody"], passing)
                most, whole = 0.0, 0.0
                more: Any = True
                while more:
                    began = time.perf_counter()
                    more = await database.run(circulars.plan, number)
                    most, whole = max(most, time.perf_counter() - began), whole + time.perf_counter() - began
                found.append((f"plan, {passing.value}: all of it", whole))
                found.append((f"plan, {passing.value}: the longest transaction", most))
                if passing is Passing.AT_ONCE:
                    found.extend(await looks(database, number))
            found.append(("progress", await _timed(partial(database.apart, circulars.figures, number))))
            statement = await _timed(partial(database.apart, circulars.statement, town.author, number))
            found.append(("closing statement", statement))
            return found
        finally:
            await database.close()


async def _timed(call: Callable[[], Any]) -> float:
    began = time.perf_counter()
    await call()
    return time.perf_counter() - began


def _fill(session: Session, people: int) -> _Town:
    seed_reference(session)
    provinces = organisations.provinces(session)[:3]
    counties = [
        granted(organisations.add_office(session, OfficeKind.COUNTY, f"شهر {n}", provinces[n % 3].id))
        for n in range(COUNTIES)
    ]
    unions = [
        granted(organisations.add_office(session, OfficeKind.UNION, f"اتحادیهٔ {n}", counties[n % COUNTIES].id))
        for n in range(UNIONS)
    ]
    number = 0

    def hat(kind: RoleKind, office_id: int) -> Hat:
        nonlocal number
        number += 1
        person = add_person(session, PhoneNumber(f"0912{number:07d}"))
        return granted(organisations.grant(session, person, kind, office_id))

    for one in provinces:
        hat(RoleKind.PROVINCIAL_OFFICER, one.id)
    for one in counties:
        hat(RoleKind.COUNTY_OFFICER, one.id)
    for one in unions:
        hat(RoleKind.UNION_APPROVER, one.id)
    (centre,) = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)
    author, second = (hat(RoleKind.OPERATOR, centre.id) for _ in range(2))
    session.flush()
    connection = session.connection()
    first = connection.execute(sa.text("SELECT max(id) FROM people")).scalar_one()
    given: dict[str, Any] = {"at": "2026-11-01 08:00:00.000000", "no": False, "yes": True, "sealed": b"-"}
    owners = int(people * OWNERS)

    def write(statement: str, **more: Any) -> None:
        text = in_its_words(connection, statement)
        for name, kind in (("at", sa.String), ("no", sa.Boolean), ("yes", sa.Boolean), ("sealed", sa.LargeBinary)):
            if f":{name}" in statement:
                text = text.bindparams(sa.bindparam(name, type_=kind))
        connection.execute(text, {name: one for name, one in {**given, **more}.items() if f":{name}" in statement})

    write(_PEOPLE, most=people)
    write(_ACCOUNTS)
    write(UNITS, most=owners, owner=first, union_id=unions[0].id)
    write(_SPREAD, owner=first, union_id=unions[0].id, unions=UNIONS)
    write(_MONTHS, year=MONTH.year, month=MONTH.month, period=MONTH.index)
    connection.execute(sa.text("ANALYZE"))
    return _Town(author, second, provinces[0].id)


def _released(session: Session, town: _Town, audience: Audience, passing: Passing) -> int:
    content = Content(f"60/{passing.value}/1", date(2026, 11, 1), "ثبت آمار ماهانه", "آمار هر ماه را ثبت کنید.")
    number = granted(circulars.compose(session, town.author, content, audience))
    session.get_one(Circular, number).passing = passing
    session.flush()
    granted(circulars.release(session, town.second, number))
    return number
