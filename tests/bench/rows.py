"""The inbox's page and the verdict among a thousand and among a million months."""

import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, select

from bot.database import Database, open_database
from models import organisations
from models.clock import Clock
from models.eligibility import verdict
from models.months import Month
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import Messenger, add_person
from models.reference import seed_reference
from models.reviews import Cursor, Page, SubjectKind, inbox_counts, inbox_page
from models.values.ids import Phone as PhoneNumber
from models.values.jalali import JalaliMonth
from tests.conversations.world import MORNING, settings_for
from tests.models.world import granted
from tests.stage import Databases

SMALL = 1_000
EACH = 40
"""Months of each unit; every fourth waits for the union, so that the pile is deep."""
LAST = JalaliMonth(1405, 8)
CALLS = 300
WARM = 30

UNITS = """
INSERT INTO units (id, owner_id, union_id, person_kind, title, trade_class, licence_issued, licence_expires, employees,
  private_sealed, state, revision, contested, receipt, outage, first_received_at, submitted_at, judged_at, decided_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :most)
SELECT i, :owner, :union_id, 'natural', 'کارگاه ' || CAST(i AS TEXT), 'production', '2016-03-20', '2029-05-20', 6,
  :sealed, 'confirmed', 1, :no, 'U-' || CAST(i AS TEXT), :no, :at, :at, :at, :at
FROM n
"""
_MONTHS = """
INSERT INTO months (unit_id, union_id, year, month, period, state, revision, employees, late, outage, receipt,
  first_received_at, judged_at, submitted_at, decided_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :most), place AS (
  SELECT i, 1 + (i - 1) / :each AS unit_id, :last - (i - 1) % :each AS period, i % 4 = 0 AS waits FROM n)
SELECT unit_id, :union_id, period / 12, period % 12 + 1, period, CASE WHEN waits THEN 'submitted' ELSE 'confirmed' END,
  1, 6, :no, :no, 'M-' || CAST(i AS TEXT), :at, :at, :at, CASE WHEN waits THEN NULL ELSE :at END
FROM place
"""
_APART = {
    "sqlite": """
UPDATE months
SET submitted_at = strftime('%Y-%m-%d %H:%M:%f', submitted_at, '-' || (id % 1000000) || ' seconds') || '000'
""",
    "postgresql": "UPDATE months SET submitted_at = submitted_at - id % 1000000 * interval '1 second'",
}


@dataclass(frozen=True, slots=True)
class Costs:
    """The median of one call, in milliseconds, by what is called."""

    rows: int
    calls: dict[str, float]


async def among(databases: Databases, kind: str, few: int, many: int) -> tuple[Costs, Costs]:
    """What the calls cost among few and among many months, one call here and one there in turn.

    In turn, since a machine that slows down between two measurements would be taken for the rows' doing.
    """
    with databases.new(kind) as small, databases.new(kind) as large:
        settings = [settings_for(url, dict.fromkeys(Messenger, "http://127.0.0.1:1")) for url in (small, large)]
        opened = [open_database(one, Clock(MORNING)) for one in settings]
        try:
            calls = [await _calls(database, rows) for database, rows in zip(opened, (few, many), strict=True)]
            costs = Costs(few, {}), Costs(many, {})
            for name in calls[0]:
                spent = await _medians([one[name] for one in calls])
                for cost, median in zip(costs, spent, strict=True):
                    cost.calls[name] = median
            return costs
        finally:
            for database in opened:
                await database.close()


async def _calls(database: Database, rows: int) -> dict[str, Callable[[], Awaitable[object]]]:
    """What is measured, by name, in a database that was filled and has come to rest."""
    hat = await database.run(_fill, rows)
    deep = await database.run(_deep, hat, rows)
    await database.run(_settle)
    return {
        "inbox counts": lambda: database.run(inbox_counts, hat),
        "inbox page, first": lambda: database.run(inbox_page, hat, SubjectKind.MONTH),
        "inbox page, deep": lambda: database.run(inbox_page, hat, SubjectKind.MONTH, deep),
        "verdict": lambda: database.run(verdict, rows // EACH // 2 + 1),
    }


async def _medians(calls: list[Callable[[], Awaitable[object]]]) -> list[float]:
    """The median of each call in milliseconds; the first ones warm caches and are not counted."""
    spent: list[list[float]] = [[] for _ in calls]
    for turn in range(WARM + CALLS):
        for call, times in zip(calls, spent, strict=True):
            began = time.perf_counter()
            await call()
            if turn >= WARM:
                times.append(time.perf_counter() - began)
    return [1000 * statistics.median(times) for times in spent]


def _settle(session: Session) -> None:
    """What PostgreSQL still has to write of the filling is written now and not while others are measured."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("CHECKPOINT")


def _fill(session: Session, rows: int) -> Hat:
    """The union with its approver, and the rows, written by the database itself."""
    seed_reference(session)
    province = next(office for office in organisations.provinces(session) if office.name == "تهران")
    county = granted(organisations.add_office(session, OfficeKind.COUNTY, "ری", province.id))
    union = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ کفاشان ری", county.id))
    approver, owner = (add_person(session, PhoneNumber(number)) for number in ("09121112233", "09121112234"))
    hat = granted(organisations.grant(session, approver, RoleKind.UNION_APPROVER, union.id))
    session.flush()
    connection = session.connection()
    common = {"union_id": union.id, "no": False}
    at = "2026-11-01 08:00:00.000000"
    typed = (sa.bindparam("no", type_=sa.Boolean), sa.bindparam("at", type_=sa.String))
    of_units = in_its_words(connection, UNITS).bindparams(*typed, sa.bindparam("sealed", type_=sa.LargeBinary))
    connection.execute(of_units, {**common, "at": at, "owner": owner, "sealed": b"-", "most": max(1, rows // EACH)})
    of_months = in_its_words(connection, _MONTHS).bindparams(*typed)
    connection.execute(of_months, {**common, "at": at, "most": rows, "each": EACH, "last": LAST.index})
    # Each was submitted in an instant of its own.
    connection.execute(sa.text(_APART[connection.dialect.name]))
    connection.execute(sa.text("ANALYZE"))
    return hat


def in_its_words(connection: sa.Connection, statement: str) -> sa.TextClause:
    """PostgreSQL wants to know what a text stands for."""
    if connection.dialect.name == "postgresql":
        statement = statement.replace(":at", "CAST(:at AS timestamptz)").replace("'2016-03-20'", "DATE '2016-03-20'")
        statement = statement.replace("'2029-05-20'", "DATE '2029-05-20'")
    return sa.text(statement)


def _deep(session: Session, hat: Hat, rows: int) -> Cursor:
    """A place in the middle of the pile."""
    ordered = sa.text(
        "SELECT id FROM months WHERE union_id = :union_id AND state = 'submitted'"
        " ORDER BY submitted_at, id LIMIT 1 OFFSET :depth"
    )
    number = session.connection().execute(ordered, {"union_id": hat.office_id, "depth": rows // 8}).scalar_one()
    at = session.exec(select(Month.submitted_at).where(Month.id == number)).one()
    page = inbox_page(session, hat, SubjectKind.MONTH, Cursor(at, number))
    assert isinstance(page, Page)
    assert page.items
    return Cursor(at, number)
