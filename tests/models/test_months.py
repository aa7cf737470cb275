"""Azar records her workshop's months."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from models import audit, letters
from models.clock import Clock
from models.letters import RuleKey, Setting
from models.months import (
    Line,
    MonthField,
    MonthMark,
    MonthProblem,
    MonthState,
    Reason,
    ReasonCode,
    ReasonKind,
    Report,
    calendar,
    checked,
    deadline,
    due,
    month_facts,
    month_sheet,
    submit_month,
    warnings,
)
from models.months.deadline import Deadline
from models.months.facts import MonthFacts, MonthProduct
from models.received import Received
from models.reviews import RejectionCode, reject
from models.snapshots import changes
from models.units import ProductEntry, UnitProblem, UnitState
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from models.values.quantity import Measure
from tests.models.told import (
    ABAN,
    NEW_LICENCE,
    another_workshop,
    confirmed_month,
    confirmed_unit,
    month_subject,
    months_of,
    received_at,
    recorded,
    returned_month,
    shoes,
    usual,
    zero_month,
)
from tests.models.world import World, azar, granted, just_now, person, refused, registered

MEHR = ABAN.previous()
AZAR_MONTH = ABAN.next()


def refusal(session: Session, world: World, unit_id: int, report: Report, month: JalaliMonth = ABAN) -> Problem:
    """What the owner is told when sending this."""
    problem = refused(submit_month(session, world.owner, unit_id, month, 0, report, just_now(session)))
    assert months_of(session, unit_id) == []
    return problem


# ---- when a month can be recorded ----


def test_azar_records_nothing_before_the_union_confirms_her(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    problem = refused(month_facts(session, world.owner, unit_id, ABAN))
    assert problem.code is MonthProblem.UNIT_NOT_CONFIRMED
    assert problem.values == {"title": "کفش دست‌دوز آذر", "state": UnitState.SUBMITTED}
    assert refusal(session, world, unit_id, zero_month()).code is MonthProblem.UNIT_NOT_CONFIRMED


def test_once_confirmed_she_sees_what_is_known(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    facts = granted(month_facts(session, world.owner, unit_id, ABAN))
    (product,) = facts.products
    assert (product.name, product.measure, product.monthly_capacity) == ("کفش چرمی مردانه", Measure.PAIR, Decimal(2000))
    assert (product.usual, product.previous, product.opening) == (Decimal(1900), None, None)
    assert (facts.revision, facts.report, facts.late, facts.deadline.day) == (0, None, False, date(2026, 12, 1))


def test_a_month_that_runs_opens_on_the_first_of_the_next(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    problem = refusal(session, world, unit_id, usual(session, unit_id), AZAR_MONTH)
    assert problem.code is MonthProblem.NOT_FINISHED
    assert problem.values == {"month": AZAR_MONTH, "opens": date(2026, 12, 22)}


def test_it_opens_at_midnight_in_tehran(session: Session, world: World, clock: Clock) -> None:
    unit_id = confirmed_unit(session, world)
    clock.set(datetime(2026, 12, 21, 20, 29, tzinfo=UTC))
    assert isinstance(month_facts(session, world.owner, unit_id, AZAR_MONTH), Problem)
    clock.set(datetime(2026, 12, 21, 20, 30, tzinfo=UTC))
    assert granted(month_facts(session, world.owner, unit_id, AZAR_MONTH)).month == AZAR_MONTH


def test_a_month_before_the_licence_does_not_count(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    problem = refusal(session, world, unit_id, zero_month(), JalaliMonth(1403, 1))
    assert problem.code is MonthProblem.BEFORE_LICENCE
    assert problem.values["first"] == JalaliMonth(1403, 2)


def test_somebody_elses_unit_is_not_hers(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    stranger = person(session, 77)
    for outcome in (
        month_facts(session, stranger, unit_id, ABAN),
        submit_month(session, stranger, unit_id, ABAN, 0, zero_month(), just_now(session)),
        due(session, stranger, unit_id),
    ):
        assert refused(outcome).code is UnitProblem.NOT_YOURS


def test_a_month_with_the_union_waits(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    recorded(session, world, unit_id)
    again = submit_month(session, world.owner, unit_id, ABAN, 1, usual(session, unit_id), just_now(session))
    problem = refused(again)
    assert problem.code is MonthProblem.UNDER_REVIEW
    assert problem.values == {"month": ABAN, "since": date(2026, 12, 1)}


def test_a_confirmed_month_stays_as_it_is(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    confirmed_month(session, world, unit_id)
    problem = refused(month_facts(session, world.owner, unit_id, ABAN))
    assert (problem.code, problem.values["at"]) == (MonthProblem.CONFIRMED, date(2026, 12, 1))


def test_a_rejected_month_is_final(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    granted(reject(session, world.approver, month_subject(receipt), 1, RejectionCode.NOT_REAL))
    assert refused(month_facts(session, world.owner, unit_id, ABAN)).code is MonthProblem.REJECTED


# ---- what is written ----


def test_a_month_is_one_record_with_a_receipt(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    sheet = granted(month_sheet(session, world.owner, receipt.subject_id))
    assert (sheet.receipt, sheet.month, sheet.state, sheet.revision) == (receipt.code, ABAN, MonthState.SUBMITTED, 1)
    (line,) = sheet.lines
    assert (line.made, line.sold, line.sold_value) == (Decimal(1900), Decimal(1800), 720_000)
    assert (sheet.employees, sheet.zero, sheet.late, sheet.outage) == (6, False, False, False)
    acts = [(act.act, act.by, act.details["late"]) for act in audit.trail(session, f"month:{receipt.subject_id}")]
    assert acts == [(audit.AuditAct.MONTH_SUBMITTED, world.owner, "no")]


def test_nobody_else_sees_the_sheet(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    assert refused(month_sheet(session, person(session, 77), receipt.subject_id)).code is MonthProblem.UNKNOWN
    assert refused(month_sheet(session, world.owner, 4711)).code is MonthProblem.UNKNOWN


def test_the_same_month_twice_is_one_record(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    recorded(session, world, unit_id)
    again = submit_month(session, world.owner, unit_id, ABAN, 0, usual(session, unit_id), just_now(session))
    assert refused(again).code is MonthProblem.UNDER_REVIEW
    assert len(months_of(session, unit_id)) == 1


def test_a_returned_month_comes_again_under_the_same_receipt(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = returned_month(session, world, unit_id)
    facts = granted(month_facts(session, world.owner, unit_id, ABAN))
    assert facts.revision == 1
    assert facts.report is not None
    assert facts.report.lines[0].sold == 1800
    stale = submit_month(session, world.owner, unit_id, ABAN, 0, usual(session, unit_id, sold=1700), just_now(session))
    assert refused(stale).code is MonthProblem.STALE
    again = granted(
        submit_month(session, world.owner, unit_id, ABAN, 1, usual(session, unit_id, sold=1700), just_now(session))
    )
    assert again == receipt
    (row,) = months_of(session, unit_id)
    assert (row.state, row.revision, row.decided_at) == (MonthState.SUBMITTED, 2, None)
    product = shoes(session, unit_id)
    changed = {change.field: (change.before, change.after) for change in changes(session, month_subject(receipt))}
    assert changed == {f"sold:{product}": ("1800", "1700"), f"sold-value:{product}": ("720000", "680000")}


@pytest.mark.parametrize("made", ["0.001", "1234.567", "999999999999.999"])
def test_quantities_are_exact_to_the_gram(session: Session, world: World, made: str) -> None:
    leather = ProductEntry(None, "چرم", Measure.TONNE, Decimal("999999999999.999"), Decimal(made))
    unit_id = confirmed_unit(session, world, replace(azar(world.union_id), products=(leather,)))
    receipt = recorded(session, world, unit_id, report=usual(session, unit_id, made, made))
    (line,) = granted(month_sheet(session, world.owner, receipt.subject_id)).lines
    assert (line.made, line.sold) == (Decimal(made), Decimal(made))


# ---- late or not ----


@pytest.mark.parametrize(
    ("month", "last_instant"),
    [
        (ABAN, datetime(2026, 12, 1, 20, 29, 59, 999999, tzinfo=UTC)),
        (JalaliMonth(1404, 12), datetime(2026, 3, 30, 20, 29, 59, 999999, tzinfo=UTC)),  # 10 Farvardin, in the holidays
        (JalaliMonth(1403, 12), datetime(2025, 3, 30, 20, 29, 59, 999999, tzinfo=UTC)),  # after a leap Esfand
    ],
)
def test_until_the_end_of_the_tenth_she_is_on_time(
    session: Session, world: World, clock: Clock, month: JalaliMonth, last_instant: datetime
) -> None:
    unit_id = confirmed_unit(session, world)
    assert deadline(session, world.union_id, month).ends == last_instant + timedelta(microseconds=1)
    recorded(session, world, unit_id, month, received=received_at(session, last_instant))
    assert not months_of(session, unit_id)[0].late


def test_one_moment_later_is_late_and_still_recorded(session: Session, world: World, clock: Clock) -> None:
    unit_id = confirmed_unit(session, world)
    clock.set(datetime(2026, 12, 1, 20, 30, tzinfo=UTC))
    assert granted(month_facts(session, world.owner, unit_id, ABAN)).late
    recorded(session, world, unit_id)
    (row,) = months_of(session, unit_id)
    assert row.late
    assert row.submitted_at >= datetime(2026, 12, 1, 20, 30, tzinfo=UTC)


def test_a_backlog_after_an_outage_counts_as_on_time_and_is_marked(
    session: Session, world: World, clock: Clock
) -> None:
    unit_id = confirmed_unit(session, world)
    clock.set(datetime(2026, 12, 3, 8, 0, tzinfo=UTC))
    outage = Received(clock.now(), datetime(2026, 12, 1, 15, 0, tzinfo=UTC), outage=True)
    recorded(session, world, unit_id, received=outage)
    (row,) = months_of(session, unit_id)
    assert (row.late, row.outage) == (False, True)


def test_correcting_a_returned_month_never_makes_it_late(session: Session, world: World, clock: Clock) -> None:
    unit_id = confirmed_unit(session, world)
    returned_month(session, world, unit_id)
    clock.set(datetime(2026, 12, 20, 8, 0, tzinfo=UTC))
    assert not granted(month_facts(session, world.owner, unit_id, ABAN)).late
    granted(submit_month(session, world.owner, unit_id, ABAN, 1, usual(session, unit_id), just_now(session)))
    assert not months_of(session, unit_id)[0].late


def test_a_province_sets_its_own_day(session: Session, world: World) -> None:
    granted(
        letters.set_rule(
            session, None, RuleKey.ENTRY_DAY, "15", scope_id=world.province_id, valid_from=date(2026, 12, 1)
        )
    )
    here = deadline(session, world.union_id, AZAR_MONTH)
    assert here.day == date(2027, 1, 5)  # 15 Dey
    assert here.source == Setting("تهران", date(2026, 12, 1), default=False)
    assert deadline(session, world.union_id, ABAN).day == date(2026, 12, 1)  # judged by the rule of its own time


def test_a_grace_date_moves_the_deadlines_before_it_and_no_others(session: Session, world: World) -> None:
    granted(
        letters.set_rule(
            session,
            None,
            RuleKey.GRACE_UNTIL,
            "2027-04-10",
            scope_id=world.province_id,
            valid_from=date(2027, 3, 15),  # 24 Esfand 1405
        )
    )
    esfand = deadline(session, world.union_id, JalaliMonth(1405, 12))
    assert (esfand.day, esfand.grace) == (date(2027, 4, 10), True)
    bahman, farvardin = JalaliMonth(1405, 11), JalaliMonth(1406, 1)
    assert [deadline(session, world.union_id, month).grace for month in (bahman, farvardin)] == [False, False]


# ---- figures that ask for a reason ----

FACTS = MonthFacts(
    unit_id=1,
    title="کفش دست‌دوز آذر",
    union_id=1,
    month=ABAN,
    products=(
        MonthProduct(1, "کفش", Measure.PAIR, Decimal(24000), Decimal(1900), Decimal(1900), Decimal(100)),
        MonthProduct(2, "کیف", Measure.PIECE, Decimal(1000), Decimal(0), None, None),
    ),
    usual_employees=6,
    deadline=Deadline(date(2026, 12, 1), datetime(2026, 12, 1, 20, 30, tzinfo=UTC), Setting(None, None, default=True)),
    late=False,
    month_id=None,
    revision=0,
    report=None,
)
NO_BAGS = Line(2, Decimal(0), Decimal(0), 0)


@pytest.mark.parametrize(
    ("made", "sold", "asked"),
    [
        ("2000", "2000", ()),  # a twelfth exactly
        ("2000.001", "0", (ReasonKind.OVER_CAPACITY,)),
        ("1899999", "0", (ReasonKind.OVER_CAPACITY,)),
        ("1900000", "0", (ReasonKind.JUMP,)),  # a thousandfold
        ("1.9", "0", (ReasonKind.JUMP,)),  # a thousandth
        ("1.901", "0", (ReasonKind.DROP,)),
        ("949.999", "0", (ReasonKind.DROP,)),
        ("950", "0", ()),  # half exactly
        ("0", "0", (ReasonKind.DROP,)),
        ("1900", "2000", ()),  # with what lay in stock
        ("1900", "2000.001", (ReasonKind.SOLD_OVER_STOCK,)),
        ("2500", "2601", (ReasonKind.OVER_CAPACITY, ReasonKind.SOLD_OVER_STOCK)),
    ],
)
def test_which_figures_ask_for_a_reason(made: str, sold: str, asked: tuple[ReasonKind, ...]) -> None:
    assert warnings(FACTS, Line(1, Decimal(made), Decimal(sold), 0)) == asked


def test_a_capacity_that_twelve_does_not_divide_is_compared_exactly() -> None:
    (bag,) = FACTS.products[1:]
    assert bag.monthly_capacity == Decimal("83.333")
    assert warnings(FACTS, Line(2, Decimal("83.333"), Decimal(0), 0)) == ()
    assert warnings(FACTS, Line(2, Decimal("83.334"), Decimal(0), 0)) == (ReasonKind.OVER_CAPACITY,)


def test_an_unusual_figure_without_a_reason_is_asked_about(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    much = usual(session, unit_id, made=2500)
    problem = refusal(session, world, unit_id, much)
    assert problem.code is MonthProblem.REASON_MISSING
    assert problem.values == {"kind": ReasonKind.OVER_CAPACITY, "name": "کفش چرمی مردانه"}
    product = shoes(session, unit_id)
    other = replace(much, reasons=(Reason(product, ReasonKind.OVER_CAPACITY, ReasonCode.OTHER, " ‌ "),))
    assert refusal(session, world, unit_id, other).code is MonthProblem.NOTE_MISSING
    told = replace(much, reasons=(Reason(product, ReasonKind.OVER_CAPACITY, ReasonCode.OTHER, "عيد نوروز"),))
    receipt = granted(submit_month(session, world.owner, unit_id, ABAN, 0, told, just_now(session)))
    sheet = granted(month_sheet(session, world.owner, receipt.subject_id))
    assert sheet.reasons == (Reason(product, ReasonKind.OVER_CAPACITY, ReasonCode.OTHER, "عید نوروز"),)


def test_a_reason_that_nobody_asks_for_any_more_is_left_out(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    extra = Reason(shoes(session, unit_id), ReasonKind.OVER_CAPACITY, ReasonCode.EXTRA_SHIFT)
    report = replace(usual(session, unit_id), reasons=(extra,))
    receipt = granted(submit_month(session, world.owner, unit_id, ABAN, 0, report, just_now(session)))
    assert granted(month_sheet(session, world.owner, receipt.subject_id)).reasons == ()


def test_old_stock_may_be_sold_under_a_new_licence(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world, replace(azar(world.union_id), licence_issued=NEW_LICENCE))
    # Mehr is the licence's first month; what lay in stock before it is known to nobody.
    sold = usual(session, unit_id, made=1500, sold=1700)
    problem = refusal(session, world, unit_id, replace(sold, reasons=()), MEHR)
    assert (problem.code, problem.values["kind"]) == (MonthProblem.REASON_MISSING, ReasonKind.SOLD_OVER_STOCK)
    old = Reason(shoes(session, unit_id), ReasonKind.SOLD_OVER_STOCK, ReasonCode.OLD_STOCK)
    receipt = granted(
        submit_month(session, world.owner, unit_id, MEHR, 0, replace(sold, reasons=(old,)), just_now(session))
    )
    assert granted(month_sheet(session, world.owner, receipt.subject_id)).reasons == (old,)


def test_what_the_recorded_months_left_is_counted_as_stock(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world, replace(azar(world.union_id), licence_issued=NEW_LICENCE))
    recorded(session, world, unit_id, MEHR, usual(session, unit_id, sold=1500))
    facts = granted(month_facts(session, world.owner, unit_id, ABAN))
    assert (facts.products[0].opening, facts.products[0].previous) == (Decimal(400), Decimal(1900))
    recorded(session, world, unit_id, ABAN, usual(session, unit_id, sold=2300))


def test_selling_old_stock_only_asks_where_earlier_months_are_unknown(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    report = usual(session, unit_id, sold=2500)
    assert refusal(session, world, unit_id, report).values["kind"] is ReasonKind.SOLD_OVER_STOCK
    recorded(session, world, unit_id, ABAN, report)


def test_what_was_sold_from_before_does_not_eat_later_stock(session: Session, world: World, clock: Clock) -> None:
    unit_id = confirmed_unit(session, world)
    recorded(session, world, unit_id, MEHR, usual(session, unit_id, made=1900, sold=3000))
    recorded(session, world, unit_id, ABAN, usual(session, unit_id, made=1900, sold=1500))
    clock.set(datetime(2026, 12, 25, 8, 0, tzinfo=UTC))
    facts = granted(month_facts(session, world.owner, unit_id, AZAR_MONTH))
    assert facts.products[0].opening == 400


# ---- zero, and what is wrong by itself ----


def test_a_month_without_production_is_a_full_record(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    silent = Report((), employees=6, zero=True)
    assert refusal(session, world, unit_id, silent).code is MonthProblem.ZERO_REASON_MISSING
    receipt = granted(
        submit_month(session, world.owner, unit_id, ABAN, 0, zero_month(ReasonCode.ILLNESS), just_now(session))
    )
    sheet = granted(month_sheet(session, world.owner, receipt.subject_id))
    assert (sheet.zero, sheet.zero_reason, sheet.lines[0].made) == (True, ReasonCode.ILLNESS, Decimal(0))
    cells = {cell.month: cell for cell in calendar(session, unit_id, ABAN)}
    assert (cells[ABAN].mark, cells[ABAN].zero) == (MonthMark.SUBMITTED, True)
    assert (cells[MEHR].mark, cells[MEHR].zero) == (MonthMark.MISSING, False)


def test_zero_may_sell_from_stock_but_not_make(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    product = shoes(session, unit_id)
    made = replace(zero_month(), lines=(Line(product, Decimal(1), Decimal(0), 0),))
    assert refusal(session, world, unit_id, made).code is MonthProblem.ZERO_WITH_QUANTITY
    sold = replace(zero_month(), lines=(Line(product, Decimal(0), Decimal(5), 50),))
    recorded(session, world, unit_id, ABAN, sold)


def test_all_lines_zero_want_the_reason_of_a_zero_month(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    nothing = Report((Line(shoes(session, unit_id), Decimal(0), Decimal(0), 0),), employees=6)
    assert refusal(session, world, unit_id, nothing).code is MonthProblem.ZERO_REASON_MISSING


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        (Line(1, Decimal(-1), Decimal(0), 0), MonthProblem.FIGURE_OUTSIDE, MonthField.MADE),
        (Line(1, Decimal("0.0001"), Decimal(0), 0), MonthProblem.FIGURE_OUTSIDE, MonthField.MADE),
        (Line(1, Decimal(10**12), Decimal(0), 0), MonthProblem.FIGURE_OUTSIDE, MonthField.MADE),
        (Line(1, Decimal("NaN"), Decimal(0), 0), MonthProblem.FIGURE_OUTSIDE, MonthField.MADE),
        (Line(1, Decimal("Infinity"), Decimal(0), 0), MonthProblem.FIGURE_OUTSIDE, MonthField.MADE),
        (Line(1, Decimal(1900), Decimal(-1), 0), MonthProblem.FIGURE_OUTSIDE, MonthField.SOLD),
        (Line(1, Decimal(1900), Decimal(1), -1), MonthProblem.FIGURE_OUTSIDE, MonthField.SOLD_VALUE),
        (Line(1, Decimal(1900), Decimal(1), 10**15), MonthProblem.FIGURE_OUTSIDE, MonthField.SOLD_VALUE),
        (Line(1, Decimal(1900), Decimal(0), 1), MonthProblem.VALUE_WITHOUT_SALE, None),
        (Line(9, Decimal(1900), Decimal(0), 0), MonthProblem.PRODUCT_UNKNOWN, None),
    ],
)
def test_impossible_figures_are_refused(line: Line, code: MonthProblem, field: MonthField | None) -> None:
    problem = refused(checked(FACTS, Report((line, NO_BAGS), employees=6)))
    assert (problem.code, problem.values.get("field")) == (code, field)


def test_every_product_has_one_line() -> None:
    shoe = Line(1, Decimal(1900), Decimal(0), 0)
    problem = refused(checked(FACTS, Report((shoe,), employees=6)))
    assert (problem.code, problem.values) == (MonthProblem.PRODUCT_MISSING, {"name": "کیف"})
    twice = refused(checked(FACTS, Report((shoe, shoe, NO_BAGS), employees=6)))
    assert twice.code is MonthProblem.PRODUCT_UNKNOWN
    assert granted(checked(FACTS, Report((NO_BAGS, shoe), employees=6))).lines == (shoe, NO_BAGS)


@pytest.mark.parametrize("employees", [-1, 100_001])
def test_employees_have_bounds(employees: int) -> None:
    shoe = Line(1, Decimal(1900), Decimal(0), 0)
    problem = refused(checked(FACTS, Report((shoe, NO_BAGS), employees)))
    assert problem.code is MonthProblem.EMPLOYEES_OUTSIDE


amounts = st.decimals(0, 10**7, places=3)


@given(st.lists(st.tuples(amounts, amounts), min_size=2, max_size=2))
def test_a_report_is_accepted_as_soon_as_every_question_is_answered(figures: list[tuple[Decimal, Decimal]]) -> None:
    lines = tuple(Line(place, made, sold, 0) for place, (made, sold) in enumerate(figures, 1))
    report = Report(lines, employees=6)
    asked: list[Reason] = []
    for _ in range(8):
        outcome = checked(FACTS, replace(report, reasons=tuple(asked)))
        if isinstance(outcome, Report):
            assert outcome.reasons == tuple(asked)
            assert outcome.zero is not any(line.made for line in lines)
            return
        if outcome.code is MonthProblem.ZERO_REASON_MISSING:
            asked.append(Reason(None, ReasonKind.ZERO, ReasonCode.SEASON))
            continue
        kind = outcome.values["kind"]
        assert isinstance(kind, ReasonKind)
        product = next(product for product in FACTS.products if product.name == outcome.values["name"])
        assert kind in warnings(FACTS, lines[product.id - 1])
        asked.append(Reason(product.id, kind, ReasonCode.SEASON))
    raise AssertionError("questions without end")


# ---- the calendar ----


def test_the_calendar_shows_a_year_with_each_months_state(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    confirmed_month(session, world, unit_id, MEHR)
    returned_month(session, world, unit_id, ABAN)
    year = calendar(session, unit_id, ABAN)
    assert [cell.month for cell in year] == [JalaliMonth(1405, month) for month in range(1, 13)]
    marks = [cell.mark for cell in year]
    assert marks[:6] == [MonthMark.MISSING] * 6
    assert marks[6:8] == [MonthMark.CONFIRMED, MonthMark.RETURNED]
    assert marks[8:] == [MonthMark.FUTURE] * 4
    assert year[7].revision == 1
    first = calendar(session, unit_id, JalaliMonth(1403, 5))
    assert [cell.mark for cell in first][:3] == [MonthMark.BEFORE_LICENCE, MonthMark.MISSING, MonthMark.MISSING]


def test_pages_of_a_season_join_without_overlap(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    autumn = calendar(session, unit_id, ABAN, 3)
    winter = calendar(session, unit_id, ABAN.plus(3), 3)
    months = [cell.month.month for cell in (*autumn, *winter)]
    assert months == [7, 8, 9, 10, 11, 12]


def test_the_month_that_is_due(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    found = granted(due(session, world.owner, unit_id))
    assert (found.cell.month, found.cell.mark, found.deadline.day) == (ABAN, MonthMark.MISSING, date(2026, 12, 1))
    recorded(session, world, unit_id)
    assert granted(due(session, world.owner, unit_id)).cell.mark is MonthMark.SUBMITTED


def test_what_a_year_back_still_needs(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    assert granted(due(session, world.owner, unit_id)).missing == 11
    returned_month(session, world, unit_id, month=MEHR)
    found = granted(due(session, world.owner, unit_id))
    assert (found.returned, found.missing) == ((MEHR,), 10)
    young = confirmed_unit(session, world, replace(another_workshop(world.union_id, 1), licence_issued=NEW_LICENCE))
    assert granted(due(session, world.owner, young)).missing == 1


def test_a_unit_that_does_not_exist_has_no_calendar(session: Session, world: World) -> None:
    assert calendar(session, 4711, ABAN) == ()
