"""Who has received, read, acknowledged and passed on; who is reminded of it, and what the level above hears."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from models import circulars, letters, notices, organisations
from models.circulars import (
    Branch,
    CircularClass,
    CircularProblem,
    Passing,
    acknowledge,
    branch,
    own_branches,
    pass_on,
    remind,
    withdraw,
)
from models.circulars.standings import Below, OfficeStanding, Units
from models.clock import Clock
from models.letters import RuleKey
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import Hat, OrganisationProblem, RoleKind
from models.values.jalali import tehran_date
from models.vault import vault
from tests.models.cascade import Country, country, goes, released, whole
from tests.models.world import granted, person, refused
from tests.statements import statements_of


@pytest.fixture
def here(session: Session) -> Country:
    return country(session)


def _told(session: Session, kind: NoticeKind) -> list[int]:
    """Who was owed such a notice, each time."""
    return list(session.exec(select(Notice.person_id).where(Notice.kind == kind).order_by(Notice.id)))  # type: ignore[arg-type]  # a column


def _facts(session: Session, kind: NoticeKind) -> list[str]:
    rows = session.exec(select(Notice.facts_sealed).where(Notice.kind == kind)).all()
    return [vault(session).open(row) for row in rows]


def _names(seen: Branch) -> list[str]:
    return [line.office.name for line in seen.lines]


def _line(seen: Branch, office_id: int) -> OfficeStanding:
    return next(line for line in seen.lines if line.office.id == office_id)


def test_no_office_hears_of_a_circular_before_it_begins_to_be_sent(session: Session, here: Country) -> None:
    circular_id = released(session, here)  # planned, and nothing has left
    assert own_branches(session, here.officer) == ()
    assert refused(branch(session, here.officer, circular_id)).code is CircularProblem.UNKNOWN
    assert granted(branch(session, here.author, circular_id)).held == 13
    goes(session, circular_id)
    assert [one[0] for one in own_branches(session, here.officer)] == [circular_id]
    assert granted(branch(session, here.officer, circular_id)).circular == circular_id


def test_the_tree_shows_each_level_the_longest_waiting_first(session: Session, here: Country, clock: Clock) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    clock.shift(timedelta(hours=1))
    top = granted(branch(session, here.author, circular_id))
    assert (top.own, set(_names(top)), top.back, top.author, top.held) == (None, {"اصفهان", "تهران"}, None, True, 13)
    near = _line(top, here.near)
    assert (near.people, near.passes, near.held, near.below) == (1, True, 2, Below(3, 0, 0, 10))
    granted(acknowledge(session, here.officer.person_id, circular_id))
    granted(pass_on(session, here.officer, circular_id))
    goes(session, circular_id)
    top = granted(branch(session, here.author, circular_id))
    assert _names(top) == ["اصفهان", "تهران"]  # what is done comes last
    near = _line(top, here.near)
    assert near.since is None
    assert near.below == Below(3, 2, 0, 8)
    within = granted(branch(session, here.officer, circular_id))
    assert within.own is not None
    assert (within.own.office.id, within.own.by_itself, within.back, within.author) == (here.near, False, None, False)
    assert {line.office.id: line.passes for line in within.lines} == {here.rey: True, here.varamin: True}
    assert _line(within, here.varamin).people == 0  # nobody there; the chamber is
    varamin = granted(branch(session, here.officer, circular_id, here.varamin))
    assert varamin.back == here.near
    assert {line.office.id: line.people for line in varamin.lines} == {here.chamber: 1, here.tailors: 0}
    assert _line(varamin, here.tailors).units == Units(3, 0, 0)
    granted(pass_on(session, here.head, circular_id))
    goes(session, circular_id)
    granted(acknowledge(session, here.units[here.tailors][0], circular_id))
    union = granted(branch(session, here.officer, circular_id, here.tailors))
    assert union.own is not None
    assert (union.own.units, union.lines) == (Units(3, 3, 1), ())


def test_an_office_sees_its_own_branch_alone(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    assert granted(branch(session, here.head, circular_id)).own is not None  # its county
    assert granted(branch(session, here.head, circular_id, here.chamber)).back == here.varamin
    for worn, office in ((here.head, here.rey), (here.approver, here.rey), (here.officer, here.far)):
        assert refused(branch(session, worn, circular_id, office)).code is OrganisationProblem.OUT_OF_REACH
    expert = granted(organisations.grant(session, person(session, 75), RoleKind.ORDER_EXPERT, here.near))
    assert refused(branch(session, expert, circular_id)).code is OrganisationProblem.OUT_OF_REACH
    organisations.revoke(session, here.head.role_id)
    assert refused(branch(session, here.head, circular_id)).code is OrganisationProblem.ROLE_NOT_YOURS
    assert refused(branch(session, here.author, 99)).code is CircularProblem.UNKNOWN


def test_a_page_of_the_tree_goes_on_behind_its_last_office(session: Session, here: Country) -> None:
    unions = [
        granted(organisations.add_office(session, organisations.OfficeKind.UNION, f"اتحادیهٔ {number}", here.rey)).id
        for number in range(8)
    ]
    for number, union in enumerate(unions):
        granted(organisations.grant(session, person(session, 200 + number), RoleKind.UNION_APPROVER, union))
    circular_id = released(session, here, Passing.AT_ONCE)
    first = granted(branch(session, here.author, circular_id, here.rey))
    assert first.next is not None
    second = granted(branch(session, here.author, circular_id, here.rey, first.next))
    assert (len(first.lines), len(second.lines), second.next, first.total) == (6, 3, None, 9)
    assert {line.office.id for line in (*first.lines, *second.lines)} == {*unions, here.shoemakers}


def test_reminders_go_to_those_alone_who_have_not_acknowledged(session: Session, here: Country, clock: Clock) -> None:
    circular_id = released(session, here, Passing.AT_ONCE)
    goes(session, circular_id)
    one = here.units[here.shoemakers][0]
    granted(acknowledge(session, one, circular_id))
    assert refused(remind(session, here.approver, circular_id)).code is OrganisationProblem.OUT_OF_REACH
    begun = granted(remind(session, here.author, circular_id))
    assert (begun.people, begun.offices) == (14, 0)
    whole(session, circular_id)
    told = _told(session, NoticeKind.CIRCULAR_REMINDER)
    assert len(told) == len(set(told)) == 14
    assert one not in told
    clock.shift(timedelta(days=1))
    lately = refused(remind(session, here.second, circular_id))
    assert (lately.code, lately.values["days"]) == (CircularProblem.REMINDED_LATELY, 2)
    clock.shift(timedelta(days=1, minutes=1))
    for owners in here.units.values():
        for owner in owners:
            granted(acknowledge(session, owner, circular_id))
    assert granted(remind(session, here.author, circular_id)).people == 6
    whole(session, circular_id)
    assert len(_told(session, NoticeKind.CIRCULAR_REMINDER)) == 20
    assert circulars.under_way(session) == ()


def test_nobody_is_reminded_of_what_all_have_read_or_what_was_withdrawn(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    for hat in (here.officer, here.province):
        granted(acknowledge(session, hat.person_id, circular_id))
    assert granted(remind(session, here.author, circular_id)).offices == 2  # read, but not passed on
    assert withdraw(session, here.author, circular_id) is None
    whole(session, circular_id)
    assert _told(session, NoticeKind.CIRCULAR_WAITS) == []
    assert refused(acknowledge(session, here.officer.person_id, circular_id)).code is CircularProblem.TAKEN_BACK
    assert refused(remind(session, here.author, circular_id)).code is CircularProblem.WRONG_STATE


def test_an_office_that_has_not_passed_it_on_hears_that_and_not_twice(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    granted(pass_on(session, here.province, circular_id))
    goes(session, circular_id)
    assert granted(remind(session, here.author, circular_id)) == circulars.Reminding(3, 1)
    whole(session, circular_id)
    assert _told(session, NoticeKind.CIRCULAR_WAITS) == [here.officer.person_id]
    # Whoever passes it on has it.
    assert set(_told(session, NoticeKind.CIRCULAR_REMINDER)) == set(here.units[here.carpenters])


def test_reminders_come_by_themselves_on_the_days_of_the_rule(session: Session, here: Country, clock: Clock) -> None:
    today = tehran_date(clock.now())
    granted(letters.set_rule(session, None, RuleKey.CIRCULAR_REMINDERS, "1,4", scope_id=None, valid_from=today))
    circular_id = released(session, here, Passing.AT_ONCE)
    goes(session, circular_id)
    counted = []
    for _ in range(6):
        clock.shift(timedelta(days=1))
        for _ in range(2):  # the calendar begins anew after a crash
            circulars.begin_reminders(session)
            whole(session, circular_id)
        counted.append(len(_told(session, NoticeKind.CIRCULAR_REMINDER)))
    assert counted == [15, 15, 15, 30, 30, 30]


def test_a_crash_in_the_middle_of_a_round_reminds_nobody_twice(
    session: Session, here: Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.circulars.reminding.PEOPLE", 4)
    circular_id = released(session, here, Passing.AT_ONCE)
    goes(session, circular_id)
    granted(remind(session, here.author, circular_id))
    assert circulars.tend(session, circular_id)
    session.commit()
    assert circulars.tend(session, circular_id)
    session.rollback()
    whole(session, circular_id)
    told = _told(session, NoticeKind.CIRCULAR_REMINDER)
    assert len(told) == len(set(told)) == 15


def _urgent(session: Session, here: Country) -> int:
    circular_id = released(session, here, grade=CircularClass.URGENT)
    goes(session, circular_id)
    return circular_id


def _roles(session: Session, kind: NoticeKind) -> list[int]:
    return sorted(_told(session, kind))


def test_of_an_urgent_one_the_level_above_hears_once_who_is_silent(
    session: Session, here: Country, clock: Clock
) -> None:
    circular_id = _urgent(session, here)
    granted(acknowledge(session, here.officer.person_id, circular_id))
    granted(pass_on(session, here.officer, circular_id))
    goes(session, circular_id)
    clock.shift(timedelta(hours=23))
    whole(session, circular_id)
    assert _told(session, NoticeKind.CIRCULAR_LATE) == []
    granted(acknowledge(session, here.head.person_id, circular_id))
    clock.shift(timedelta(hours=2))
    whole(session, circular_id)
    # The far province to the issuing office's two, the county of Rey to the province.
    assert _roles(session, NoticeKind.CIRCULAR_LATE) == sorted(
        hat.person_id for hat in (here.author, here.second, here.officer)
    )
    assert sum('"late-1": "ری"' in facts for facts in _facts(session, NoticeKind.CIRCULAR_LATE)) == 1
    assert sum('"late-1": "اصفهان"' in facts for facts in _facts(session, NoticeKind.CIRCULAR_LATE)) == 2
    clock.shift(timedelta(days=2))
    whole(session, circular_id)
    # The chamber has read it and leaves it lying.
    assert _told(session, NoticeKind.CIRCULAR_LATE).count(here.officer.person_id) == 2
    assert '"late-1-lag": "not-passed"' in _facts(session, NoticeKind.CIRCULAR_LATE)[-1]
    clock.shift(timedelta(days=2))
    whole(session, circular_id)
    assert len(_told(session, NoticeKind.CIRCULAR_LATE)) == 4
    assert circular_id in circulars.under_way(session)  # others are still held back


def test_a_union_hears_of_its_silent_units_as_a_number(session: Session, here: Country, clock: Clock) -> None:
    circular_id = _urgent(session, here)
    hats: tuple[Hat, ...] = (here.officer, here.province, here.county, here.head, here.approver)
    for hat in hats:
        granted(pass_on(session, hat, circular_id))
        goes(session, circular_id)
    granted(acknowledge(session, here.units[here.shoemakers][0], circular_id))
    for hat in (*hats, here.secretary):
        granted(acknowledge(session, hat.person_id, circular_id))
    clock.shift(timedelta(hours=25))
    whole(session, circular_id)
    assert _told(session, NoticeKind.CIRCULAR_LATE) == []
    assert _roles(session, NoticeKind.CIRCULAR_LATE_UNITS) == sorted(
        hat.person_id for hat in (here.approver, here.secretary)
    )
    assert all('"units": 2' in facts for facts in _facts(session, NoticeKind.CIRCULAR_LATE_UNITS))
    clock.shift(timedelta(hours=1))
    whole(session, circular_id)
    assert circulars.under_way(session) == ()
    assert notices.counts(session)[NoticeState.WAITING] == 3  # that it ended, and these two


def test_the_tree_and_the_rounds_use_their_indexes(session: Session, here: Country, clock: Clock) -> None:
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("PostgreSQL chooses by statistics")
    circular_id = _urgent(session, here)
    clock.shift(timedelta(days=3))
    with statements_of(session) as said:
        for office in (0, here.near, here.rey, here.shoemakers):
            granted(branch(session, here.author, circular_id, office))
        granted(remind(session, here.author, circular_id))
        whole(session, circular_id)
        circulars.under_way(session)
    mine = [one for one in said if one.startswith(("UPDATE", "SELECT")) and "circular" in one]
    assert len(mine) > 20
    for one in mine:
        plan = str(session.execute(sa.text("EXPLAIN QUERY PLAN " + one.replace(":", "\\:"))).all())
        assert not [table for table in ("notices", "circular_offices", "roles") if f"SCAN {table}" in plan], one
