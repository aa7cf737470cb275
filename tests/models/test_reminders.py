"""Who is reminded of what on which day, and that nobody is reminded twice."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from models import letters, reminders
from models.clock import Clock, now
from models.letters import RuleKey
from models.months import Month, MonthState
from models.notices import Notice, NoticeKind
from models.organisations import OfficeKind, RoleKind, add_office, grant, revoke
from models.units import Unit, UnitState
from models.values.jalali import TEHRAN, JalaliMonth, gregorian
from models.vault import vault
from tests.models.told import another_workshop
from tests.models.world import World, azar, granted, person, registered

ABAN = JalaliMonth(1405, 8)


def _set(clock: Clock, month: int, day: int, hour: int = 10, year: int = 1405) -> None:
    there = granted(gregorian(year, month, day))
    clock.set(datetime(there.year, there.month, there.day, hour, 5, tzinfo=TEHRAN).astimezone(UTC))


def _confirmed(session: Session, world: World, **changes: object) -> int:
    """The owner's unit, confirmed."""
    registered(session, world, replace(azar(world.union_id), **changes))  # type: ignore[arg-type]
    unit_id = session.execute(sa.select(sa.func.max(col(Unit.id)))).scalar_one()
    session.execute(
        sa.update(Unit).where(col(Unit.id) == unit_id).values(state=UnitState.CONFIRMED, decided_at=now(session))
    )
    session.commit()
    assert isinstance(unit_id, int)
    return unit_id


def _record(session: Session, unit_id: int, union_id: int, month: JalaliMonth) -> int:
    row = Month(
        unit_id=unit_id,
        union_id=union_id,
        year=month.year,
        month=month.month,
        period=month.index,
        state=MonthState.SUBMITTED,
        employees=6,
        late=False,
        receipt=f"BY-{unit_id}-{month.index}",
        first_received_at=now(session),
        judged_at=now(session),
        submitted_at=now(session),
    )
    session.add(row)
    session.commit()
    return row.id


def _owed(session: Session, kind: NoticeKind) -> list[tuple[int, Mapping[str, str | int]]]:
    rows = session.execute(
        sa.select(col(Notice.person_id), col(Notice.facts_sealed))
        .where(col(Notice.kind) == kind)
        .order_by(col(Notice.id))
    ).all()
    return [(person_id, json.loads(vault(session).open(sealed))) for person_id, sealed in rows]


def _walk(session: Session) -> int:
    """The whole walk of a day, a unit a page so that paging is walked too."""
    owed, after = 0, 0
    while True:
        page = reminders.remind_of_months(session, after, limit=1)
        session.commit()
        owed += page.owed
        if page.next is None:
            return owed
        after = page.next


@pytest.mark.parametrize("day", [1, 5, 8, 9, 10])
def test_the_owner_of_a_unit_without_last_months_record_is_reminded(
    session: Session, world: World, clock: Clock, day: int
) -> None:
    unit = _confirmed(session, world, licence_issued=date(2026, 10, 25))
    _set(clock, 9, day)
    assert _walk(session) == 1
    ((who, facts),) = _owed(session, NoticeKind.MONTH_REMINDER)
    assert who == world.owner
    assert facts == {
        "unit": unit,
        "title": "کفش دست‌دوز آذر",
        "period": ABAN.index,
        "deadline": granted(gregorian(1405, 9, 10)).isoformat(),
        "days": 10 - day,
        "opens": "",
    }


def test_before_ten_and_on_other_days_nobody_is_reminded(session: Session, world: World, clock: Clock) -> None:
    _confirmed(session, world)
    _set(clock, 9, 5, hour=9)
    assert _walk(session) == 0
    _set(clock, 9, 6)
    assert _walk(session) == 0


def test_one_reminder_a_day_however_often_it_is_asked_for(session: Session, world: World, clock: Clock) -> None:
    _confirmed(session, world)
    _set(clock, 9, 5)
    assert _walk(session) == 1
    clock.shift(timedelta(hours=3))
    assert _walk(session) == 0
    _set(clock, 9, 8)
    assert _walk(session) == 1


def test_who_has_recorded_is_left_in_peace(session: Session, world: World, clock: Clock) -> None:
    unit = _confirmed(session, world)
    _set(clock, 9, 5)
    _record(session, unit, world.union_id, ABAN)
    assert _walk(session) == 0


def test_units_that_are_not_confirmed_are_not_reminded(session: Session, world: World, clock: Clock) -> None:
    registered(session, world)
    _set(clock, 9, 5)
    assert _walk(session) == 0


def test_no_reminder_for_a_month_before_the_licence(session: Session, world: World, clock: Clock) -> None:
    _confirmed(session, world, licence_issued=date(2026, 11, 23))
    _set(clock, 9, 5)
    assert _walk(session) == 0


def test_on_the_last_day_the_month_that_ends_is_spoken_of(session: Session, world: World, clock: Clock) -> None:
    unit = _confirmed(session, world)
    _set(clock, 8, 30)
    _record(session, unit, world.union_id, ABAN.previous())
    assert _walk(session) == 1
    ((_, facts),) = _owed(session, NoticeKind.MONTH_REMINDER)
    assert facts["period"] == ABAN.index
    assert facts["opens"] == granted(gregorian(1405, 9, 1)).isoformat()
    assert "gap" not in facts


@pytest.mark.parametrize(("day", "owed"), [(19, 0), (20, 1), (28, 0), (29, 1)])
def test_esfand_is_spoken_of_from_its_twentieth(
    session: Session, world: World, clock: Clock, day: int, owed: int
) -> None:
    _confirmed(session, world)
    _set(clock, 12, day)
    assert _walk(session) == owed


@pytest.mark.parametrize(("missing", "gap"), [(2, None), (3, 3), (4, 4), (5, 5)])
def test_from_three_missing_months_on_the_risk_is_named(
    session: Session, world: World, clock: Clock, missing: int, gap: int | None
) -> None:
    unit = _confirmed(session, world)
    _set(clock, 9, 5)
    _record(session, unit, world.union_id, ABAN.plus(-missing))
    assert _walk(session) == 1
    ((_, facts),) = _owed(session, NoticeKind.MONTH_REMINDER)
    assert facts.get("gap") == gap
    assert facts.get("risk") == (None if gap is None else 6)


def test_a_province_sets_its_own_days_and_deadline(session: Session, world: World, clock: Clock) -> None:
    _confirmed(session, world)
    today = granted(gregorian(1405, 9, 1))
    _set(clock, 9, 1, hour=8)
    for key, value in ((RuleKey.REMINDER_DAYS, "12"), (RuleKey.ENTRY_DAY, "15")):
        granted(letters.set_rule(session, None, key, value, scope_id=world.province_id, valid_from=today))
    session.commit()
    _set(clock, 9, 5)
    assert _walk(session) == 0
    _set(clock, 9, 12)
    assert _walk(session) == 1
    ((_, facts),) = _owed(session, NoticeKind.MONTH_REMINDER)
    assert facts["days"] == 3


def test_approvers_hear_once_a_week_of_what_waits_too_long(session: Session, world: World, clock: Clock) -> None:
    _set(clock, 9, 1)
    registered(session, world)
    session.commit()
    _set(clock, 9, 7)
    assert reminders.remind_of_reviews(session).owed == 0
    _set(clock, 9, 9)
    assert reminders.remind_of_reviews(session).owed == 2
    assert reminders.remind_of_reviews(session).owed == 0
    told = _owed(session, NoticeKind.REVIEW_REMINDER)
    assert {who for who, _ in told} == {world.approver.person_id, world.second_approver.person_id}
    assert told[0][1] == {
        "office": "اتحادیهٔ کفاشان ری",
        "units": 1,
        "months": 0,
        "days": 7,
        "oldest": 8,
        "role": world.approver.role_id,
    }
    for day in (10, 15):
        _set(clock, 9, day)
        assert reminders.remind_of_reviews(session).owed == 0
    _set(clock, 9, 16)
    assert reminders.remind_of_reviews(session).owed == 2


def test_nobody_is_reminded_of_the_own_unit(session: Session, world: World, clock: Clock) -> None:
    _set(clock, 9, 1)
    own = _confirmed(session, replace(world, owner=world.approver.person_id))
    _record(session, own, world.union_id, ABAN)
    _set(clock, 9, 9)
    assert reminders.remind_of_reviews(session).owed == 1
    ((who, facts),) = _owed(session, NoticeKind.REVIEW_REMINDER)
    assert (who, facts["months"]) == (world.second_approver.person_id, 1)
    registered(session, world, another_workshop(world.union_id, 1))
    session.commit()
    _set(clock, 9, 18)
    assert reminders.remind_of_reviews(session).owed == 2
    told = dict(_owed(session, NoticeKind.REVIEW_REMINDER)[1:])
    assert (told[world.approver.person_id]["units"], told[world.approver.person_id]["months"]) == (1, 0)
    assert (told[world.second_approver.person_id]["units"], told[world.second_approver.person_id]["months"]) == (1, 1)


def test_a_waiting_month_counts_and_a_revoked_approver_hears_nothing(
    session: Session, world: World, clock: Clock
) -> None:
    unit = _confirmed(session, world)
    _set(clock, 9, 1)
    _record(session, unit, world.union_id, ABAN)
    granted(revoke(session, world.second_approver.role_id))
    _set(clock, 9, 9)
    assert reminders.remind_of_reviews(session).owed == 1
    ((who, facts),) = _owed(session, NoticeKind.REVIEW_REMINDER)
    assert who == world.approver.person_id
    assert (facts["units"], facts["months"]) == (0, 1)


def test_unions_are_walked_page_by_page(session: Session, world: World, clock: Clock) -> None:
    other = granted(add_office(session, OfficeKind.UNION, "اتحادیهٔ نجاران ری", world.county_id))
    granted(grant(session, person(session, 77), RoleKind.UNION_APPROVER, other.id))
    unit = _confirmed(session, world)
    _set(clock, 9, 1)
    _record(session, unit, world.union_id, ABAN)
    second = _confirmed(session, replace(world, union_id=other.id, owner=person(session, 78)), title="نجاری")
    _record(session, second, other.id, ABAN)
    _set(clock, 9, 9)
    first = reminders.remind_of_reviews(session, limit=1)
    assert (first.owed, first.next) == (2, world.union_id)
    then = reminders.remind_of_reviews(session, first.next or 0, limit=1)
    assert then.owed == 1
