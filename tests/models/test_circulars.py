"""Circulars: who is meant, who releases, what is held back, and a statement that balances."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from bot.sheets.files import read_grid
from bot.sheets.statements import read, workbook
from handlers.screen import Moment
from models import audit, circulars, couriers, letters, notices, organisations
from models.circulars import (
    Audience,
    Circular,
    CircularProblem,
    CircularState,
    Content,
    Level,
    PauseReason,
    Readers,
    acknowledge,
    acknowledged,
    compose,
    correct,
    count,
    feed,
    figures,
    guarding,
    pause,
    progress,
    redraft,
    release,
    reschedule,
    resume,
    set_audience,
    statement,
    tend,
    under_way,
    withdraw,
)
from models.circulars.library import paper
from models.clock import Clock, now
from models.couriers import Fate, Outcome
from models.imports import Grid
from models.letters import RuleKey
from models.months.records import Month, MonthState
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import Account, AccountKey, Language, Messenger, add_account
from models.units import PersonKind, TradeClass
from models.units.records import Unit, UnitState
from models.values.jalali import JalaliMonth, tehran_date
from models.values.problem import Problem
from models.vault import vault
from tests.models.world import World, build_world, granted, person, refused

MEHR = JalaliMonth(1405, 7)
BOTH = (Messenger.TELEGRAM, Messenger.BALE, None)
UNITS = Audience(frozenset({Level.UNIT}))
EVERYBODY = Audience(frozenset(Level))
LETTER = Content(
    "60/405118",
    date(2019, 11, 17),
    "ثبت آمار ماهانه",
    "همهٔ واحدهای صنفی تولیدی آمار هر ماه را ثبت کنند.",
    ("هر واحد خود ثبت‌نام کند.",),
)


@dataclass(frozen=True, slots=True)
class Guild:
    """The world of the models' tests with more units, another province, and a province's two officers."""

    world: World
    other_union: int
    author: Hat
    second: Hat
    national: Hat
    units: tuple[int, ...]


def _unit(session: Session, owner: int, union: int, trade: TradeClass, state: UnitState, number: int) -> int:
    at = now(session)
    row = Unit(
        owner_id=owner,
        union_id=union,
        person_kind=PersonKind.NATURAL,
        title=f"کارگاه {number}",
        trade_class=trade,
        licence_issued=date(2024, 5, 20),
        licence_expires=date(2029, 5, 20),
        employees=3,
        private_sealed=b"",
        state=state,
        receipt=f"BY-{number:04d}-TEST",
        first_received_at=at,
        submitted_at=at,
        judged_at=at,
        decided_at=at if state in {UnitState.CONFIRMED, UnitState.REJECTED} else None,
    )
    session.add(row)
    session.flush()
    return row.id


@pytest.fixture
def guild(session: Session) -> Guild:
    world = build_world(session)
    far = next(office for office in organisations.provinces(session) if office.name == "اصفهان")
    county = granted(organisations.add_office(session, OfficeKind.COUNTY, "کاشان", far.id))
    other = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ نجاران کاشان", county.id))
    (centre,) = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)

    def hat(digits: int, kind: RoleKind, office: int) -> Hat:
        return granted(organisations.grant(session, person(session, digits), kind, office))

    owners = [person(session, 100 + number) for number in range(6)]
    made, confirmed = TradeClass.PRODUCTION, UnitState.CONFIRMED
    units = (
        _unit(session, owners[0], world.union_id, made, confirmed, 1),
        _unit(session, owners[0], world.union_id, made, confirmed, 2),  # the same owner once more
        _unit(session, owners[1], world.union_id, made, UnitState.SUBMITTED, 3),
        _unit(session, owners[2], world.union_id, TradeClass.SERVICES, confirmed, 4),
        _unit(session, owners[3], other.id, made, confirmed, 5),
        _unit(session, owners[4], other.id, made, UnitState.REJECTED, 6),
    )
    for number, owner in enumerate(owners):  # the last one has an account and no unit, as has the rejected one
        add_account(session, AccountKey(Messenger.TELEGRAM, 500 + number), owner)
    at = now(session)
    session.add(
        Month(
            unit_id=units[0],
            union_id=world.union_id,
            year=MEHR.year,
            month=MEHR.month,
            period=MEHR.index,
            state=MonthState.SUBMITTED,
            employees=3,
            late=False,
            receipt="BY-MEHR-0001",
            first_received_at=at,
            judged_at=at,
            submitted_at=at,
        )
    )
    _least_trial(session, 1)
    found = Guild(
        world,
        other.id,
        hat(51, RoleKind.PROVINCIAL_OFFICER, world.province_id),
        hat(52, RoleKind.PROVINCIAL_OFFICER, world.province_id),
        hat(53, RoleKind.STATISTICS_OFFICER, centre.id),
        units,
    )
    session.commit()
    return found


def _least_trial(session: Session, number: int) -> None:
    today = tehran_date(now(session))
    granted(letters.set_rule(session, None, RuleKey.TRIAL_LEAST, str(number), scope_id=None, valid_from=today))


def _whole(session: Session, circular_id: int) -> None:
    while tend(session, circular_id):
        pass


def _released(session: Session, guild: Guild, audience: Audience = UNITS, content: Content = LETTER) -> int:
    circular_id = granted(compose(session, guild.author, content, audience))
    granted(release(session, guild.second, circular_id))
    _whole(session, circular_id)
    session.commit()
    return circular_id


def _state(session: Session, circular_id: int) -> CircularState:
    return session.get_one(Circular, circular_id).state


def _carry(
    session: Session, fate: Callable[[int], Fate] = lambda _: Fate.SENT, most: int = 100
) -> Mapping[int, tuple[int, ...]]:
    """A courier's work without the network: which message of which person left, in order."""
    left: dict[int, list[int]] = {}
    couriers.address(session, tuple(Messenger))
    for messenger in Messenger:
        outcomes = []
        parcels = couriers.take(session, messenger, "courier", most)
        begun = notices.begin(session, [parcel.id for parcel in parcels], "courier")
        for parcel in parcels:
            assert parcel.id in begun
            met = fate(parcel.account_id)
            outcomes.append(Outcome(parcel, met, 7, 60.0, "test"))
            if met is Fate.SENT:
                left.setdefault(parcel.account_id, []).append(parcel.part)
        couriers.settle(session, outcomes, messenger)
    couriers.address(session, tuple(Messenger))
    return {account: tuple(parts) for account, parts in left.items()}


MEANT: tuple[tuple[Audience, Mapping[Level, int]], ...] = (
    (UNITS, {Level.UNIT: 4}),
    (replace(UNITS, registered=True), {Level.UNIT: 3}),
    (replace(UNITS, registered=False), {Level.UNIT: 1}),
    (replace(UNITS, trades=frozenset({TradeClass.PRODUCTION})), {Level.UNIT: 3}),
    (replace(UNITS, reported=(MEHR, True)), {Level.UNIT: 1}),
    (replace(UNITS, reported=(MEHR, False)), {Level.UNIT: 4}),
    (replace(UNITS, reported=(MEHR, False), registered=True), {Level.UNIT: 3}),
    (Audience(frozenset({Level.UNION})), {Level.UNION: 2}),
    (Audience(frozenset({Level.UNION}), roles=frozenset({RoleKind.UNION_SECRETARY})), {}),
    (Audience(frozenset({Level.NOBODY_YET})), {Level.NOBODY_YET: 2}),
    (
        EVERYBODY,
        {
            Level.NATIONAL: 1,
            Level.PROVINCE: 3,
            Level.COUNTY: 1,
            Level.UNION: 2,
            Level.UNIT: 4,
            Level.NOBODY_YET: 2,
        },
    ),
    (Audience(frozenset()), {}),
)


def test_the_count_by_level_is_who_is_meant_and_equals_the_plan(session: Session, guild: Guild) -> None:
    for audience, expected in MEANT:
        assert count(session, audience) == expected, audience
    nobody = granted(compose(session, guild.national, replace(LETTER, number="1"), MEANT[-1][0]))
    other = granted(organisations.grant(session, person(session, 60), RoleKind.OPERATOR, guild.national.office_id))
    assert refused(release(session, other, nobody)).code is CircularProblem.NO_AUDIENCE
    circular_id = granted(compose(session, guild.national, LETTER, EVERYBODY))
    counted = count(session, EVERYBODY)
    assert granted(release(session, other, circular_id)).counted == sum(counted.values())
    _whole(session, circular_id)
    written = session.execute(
        sa.select(col(Notice.level), sa.func.count())
        .where(col(Notice.circular_id) == circular_id)
        .group_by(col(Notice.level))
    )
    assert {Level(row[0]): row[1] for row in written} == counted


def test_an_office_writes_within_its_own_territory(session: Session, guild: Guild) -> None:
    circular_id = granted(compose(session, guild.author, LETTER, UNITS))
    assert Audience.of_json(session.get_one(Circular, circular_id).audience).within == {guild.world.province_id}
    there = replace(UNITS, within=frozenset({guild.other_union}))
    problem = refused(set_audience(session, guild.author, circular_id, there))
    assert problem.code is CircularProblem.OUT_OF_REACH
    assert problem.values["name"] == "اتحادیهٔ نجاران کاشان"
    narrow = granted(set_audience(session, guild.author, circular_id, replace(UNITS, within={guild.world.county_id})))  # type: ignore[arg-type]  # a set will do
    assert count(session, narrow) == {Level.UNIT: 3}


def test_a_chamber_reaches_its_county_but_not_the_county_office(session: Session, guild: Guild) -> None:
    chamber = granted(organisations.add_office(session, OfficeKind.CHAMBER, "اتاق اصناف ری", guild.world.county_id))
    head = granted(organisations.grant(session, person(session, 61), RoleKind.CHAMBER_OFFICER, chamber.id))
    circular_id = granted(compose(session, head, LETTER, EVERYBODY))
    meant = Audience.of_json(session.get_one(Circular, circular_id).audience)
    assert count(session, meant) == {Level.CHAMBER: 1, Level.UNION: 2, Level.UNIT: 3}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (replace(LETTER, number=" "), "circular-number-missing"),
        (replace(LETTER, number="بی‌شماره"), "circular-number-missing"),
        (replace(LETTER, issued=date(2030, 1, 1)), "circular-date-ahead"),
        (replace(LETTER, subject=""), "empty-text"),
        (replace(LETTER, summary="الف " * 9000), "text-too-long"),
        (replace(LETTER, summary="ک" * 12000, clauses=("ک" * 1000,) * 5), "circular-text-too-long"),
    ],
)
def test_what_a_circular_must_not_be(session: Session, guild: Guild, content: Content, code: str) -> None:
    assert refused(compose(session, guild.author, content, UNITS)).code.value == code
    assert session.exec(select(Circular)).first() is None


def test_a_number_serves_once_in_an_office_however_it_is_written(session: Session, guild: Guild) -> None:
    first = granted(compose(session, guild.author, LETTER, UNITS))
    again = replace(LETTER, number="۶۰ / ۴۰۵۱۱۸")
    problem = refused(compose(session, guild.author, again, UNITS))
    assert problem.code is CircularProblem.NUMBER_TAKEN
    assert problem.values["subject"] == LETTER.subject
    # Each office numbers its own letters, and hears nothing of what others draft.
    granted(compose(session, guild.national, again, UNITS))
    granted(release(session, guild.second, first, now(session) + timedelta(days=1)))
    assert withdraw(session, guild.author, first) is None
    other = granted(compose(session, guild.author, again, UNITS))  # nobody was sent the first: its number is free
    granted(release(session, guild.second, other))
    _whole(session, other)
    assert feed(session, BOTH, 10)
    assert withdraw(session, guild.author, other) is None
    _whole(session, other)
    assert refused(compose(session, guild.author, again, UNITS)).code is CircularProblem.NUMBER_TAKEN


def test_the_author_does_not_release_and_nobody_releases_twice(session: Session, guild: Guild, clock: Clock) -> None:
    circular_id = granted(compose(session, guild.author, LETTER, UNITS))
    assert refused(release(session, guild.author, circular_id)).code is CircularProblem.OWN_RELEASE
    assert refused(release(session, guild.world.expert, circular_id)).code.value == "out-of-reach"
    past = clock.now() - timedelta(minutes=1)
    assert refused(release(session, guild.second, circular_id, past)).code is CircularProblem.PAST
    far = clock.now() + timedelta(days=400)
    assert refused(release(session, guild.second, circular_id, far)).code is CircularProblem.TOO_FAR
    assert _state(session, circular_id) is CircularState.DRAFT
    granted(release(session, guild.second, circular_id))
    assert refused(release(session, guild.second, circular_id)).code is CircularProblem.WRONG_STATE
    organisations.revoke(session, guild.second.role_id)
    assert refused(pause(session, guild.second, circular_id)).code.value == "role-not-yours"


def test_the_plan_goes_on_where_it_was_interrupted(session: Session, guild: Guild) -> None:
    circular_id = granted(compose(session, guild.author, LETTER, UNITS))
    granted(release(session, guild.second, circular_id))
    session.commit()
    assert circulars.plan(session, circular_id, 3)
    session.commit()
    assert circulars.plan(session, circular_id, 3)
    session.rollback()  # a crash: neither the rows nor how far it came are kept
    assert not feed(session, BOTH, 10)  # nothing leaves before every row is written
    while circulars.plan(session, circular_id, 3):
        pass
    row = session.get_one(Circular, circular_id)
    assert (row.planned, row.counted, row.state) == (3, 3, CircularState.TRYING)
    assert not circulars.plan(session, circular_id, 3)
    assert figures(session, circular_id) == {NoticeState.PLANNED: 3}


def test_the_first_ones_go_first_and_the_rest_when_they_are_told(session: Session, guild: Guild) -> None:
    circular_id = _released(session, guild)
    assert feed(session, BOTH, 10) == 1  # one per cent of three, but at least one
    assert not feed(session, BOTH, 10)
    assert not tend(session, circular_id)
    assert len(_carry(session)) == 1
    assert tend(session, circular_id)
    assert feed(session, BOTH, 10) == 2
    assert len(_carry(session)) == 2
    _whole(session, circular_id)
    assert _state(session, circular_id) is CircularState.DONE
    assert under_way(session) == ()


def test_when_all_were_tried_there_is_no_rest_to_hold_back(session: Session, guild: Guild) -> None:
    today = tehran_date(now(session))
    granted(letters.set_rule(session, None, RuleKey.TRIAL_SHARE, "67", scope_id=None, valid_from=today))
    circular_id = _released(session, guild)
    assert feed(session, BOTH, 10) == 3
    _carry(session, lambda _: Fate.REFUSED)
    _whole(session, circular_id)
    assert _state(session, circular_id) is CircularState.DONE


def test_a_trial_that_fails_rests_by_itself_and_tells_the_author(session: Session, guild: Guild) -> None:
    circular_id = _released(session, guild)
    assert feed(session, BOTH, 10) == 1
    _carry(session, lambda _: Fate.REFUSED)
    assert not tend(session, circular_id)
    assert not feed(session, BOTH, 10)
    told = granted(progress(session, guild.author, circular_id))
    assert (told.state, told.paused_for) == (CircularState.TRYING, PauseReason.TRIAL_FAILED)
    assert told.states == {NoticeState.PLANNED: 2, NoticeState.REFUSED: 1}
    stopped = session.exec(select(Notice.person_id).where(Notice.kind == NoticeKind.CIRCULAR_STOPPED)).all()
    assert set(stopped) == {guild.author.person_id, guild.second.person_id}

    assert resume(session, guild.author, circular_id) is None
    assert feed(session, BOTH, 10) == 2


def test_a_trial_of_a_few_says_nothing_so_few_are_told_without_one(session: Session, guild: Guild) -> None:
    _least_trial(session, 3)
    circular_id = _released(session, guild)
    assert _state(session, circular_id) is CircularState.SENDING
    assert feed(session, BOTH, 10) == 3
    _carry(session, lambda _: Fate.REFUSED)
    _whole(session, circular_id)
    assert _state(session, circular_id) is CircularState.DONE


def test_only_those_hear_that_it_stopped_who_can_still_do_something(session: Session, guild: Guild) -> None:
    circular_id = granted(compose(session, guild.author, LETTER, UNITS))
    granted(release(session, guild.national, circular_id))
    for hat in (guild.author, guild.second):
        granted(organisations.revoke(session, hat.role_id))
    _whole(session, circular_id)
    assert feed(session, BOTH, 10) == 1
    _carry(session, lambda _: Fate.REFUSED)
    assert not tend(session, circular_id)
    told = session.exec(select(Notice.person_id).where(Notice.kind == NoticeKind.CIRCULAR_STOPPED)).all()
    assert told == [guild.national.person_id]


def _handled(session: Session) -> list[tuple[int, str]]:
    rows = session.exec(select(Notice).where(Notice.kind == NoticeKind.CIRCULAR_HANDLED).order_by(col(Notice.id))).all()
    safe = vault(session)
    return [(row.person_id, json.loads(safe.open(row.facts_sealed))["what"]) for row in rows]


def test_author_and_releaser_hear_what_others_do_with_it(session: Session, guild: Guild) -> None:
    circular_id = _released(session, guild)
    granted(pause(session, guild.author, circular_id))
    assert resume(session, guild.national, circular_id) is None
    assert withdraw(session, guild.second, circular_id) is None
    author, second = guild.author.person_id, guild.second.person_id
    assert _handled(session) == [(second, "paused"), (author, "resumed"), (second, "resumed"), (author, "withdrawn")]


def test_a_mistake_found_after_the_end_is_taken_back_and_corrected(session: Session, guild: Guild) -> None:
    _least_trial(session, 100)
    circular_id = _released(session, guild, EVERYBODY)
    fates = iter((Fate.SENT, Fate.UNCERTAIN, Fate.REFUSED))
    feed(session, BOTH, 100)
    _carry(session, lambda _: next(fates))
    _whole(session, circular_id)
    assert _state(session, circular_id) is CircularState.DONE
    before = figures(session, circular_id)
    parked = before[NoticeState.PARKED]
    assert withdraw(session, guild.author, circular_id) is None
    assert circular_id in under_way(session)
    _whole(session, circular_id)
    row = session.get_one(Circular, circular_id)
    assert (row.state, row.ended_at is None) == (CircularState.WITHDRAWN, False)
    after = figures(session, circular_id)
    assert after.get(NoticeState.PARKED, 0) == 0
    assert after[NoticeState.WITHDRAWN] == parked
    for state in (NoticeState.SENT, NoticeState.REFUSED, NoticeState.UNCERTAIN):
        assert after.get(state) == before.get(state)
    assert refused(withdraw(session, guild.author, circular_id)).code is CircularProblem.WRONG_STATE
    reader = session.exec(select(Notice.person_id).where(Notice.state == NoticeState.SENT)).first()
    assert granted(paper(session, reader or 0, circular_id)).entry.withdrawn
    corrected = granted(correct(session, guild.author, circular_id, replace(LETTER, number="60/405119")))
    counted = granted(release(session, guild.second, corrected)).counted
    assert counted == after[NoticeState.SENT] + after[NoticeState.UNCERTAIN]


def test_who_is_meant_is_found_out_at_the_hour(session: Session, guild: Guild, clock: Clock) -> None:
    unions = replace(UNITS, levels=frozenset({Level.UNIT, Level.PROVINCE}), reported=(MEHR, False))
    circular_id = granted(compose(session, guild.author, LETTER, unions))
    assert granted(release(session, guild.second, circular_id, clock.now() + timedelta(days=3))).counted == 6
    session.commit()
    assert under_way(session) == ()
    assert not tend(session, circular_id)
    assert figures(session, circular_id) == {}
    newcomer = person(session, 190)
    _unit(session, newcomer, guild.world.union_id, TradeClass.PRODUCTION, UnitState.CONFIRMED, 9)
    granted(organisations.revoke(session, guild.world.expert.role_id))
    row = session.exec(select(Month)).one()
    reporter = session.get_one(Unit, guild.units[2])
    row.unit_id = reporter.id
    session.flush()
    clock.shift(timedelta(days=3))
    assert under_way(session) == (circular_id,)
    _whole(session, circular_id)
    told = set(session.exec(select(Notice.person_id).where(Notice.circular_id == circular_id)).all())
    assert newcomer in told
    assert reporter.owner_id not in told
    assert guild.world.expert.person_id not in told
    card = granted(progress(session, guild.author, circular_id))
    assert (card.counted, card.planned) == (6, 5)
    recounted = session.exec(select(Notice.person_id).where(Notice.kind == NoticeKind.CIRCULAR_RECOUNTED)).all()
    assert set(recounted) == {guild.author.person_id, guild.second.person_id}


def test_before_its_hour_it_gets_another_one_or_is_a_draft_again(session: Session, guild: Guild, clock: Clock) -> None:
    circular_id = granted(compose(session, guild.author, LETTER, UNITS))
    granted(release(session, guild.second, circular_id, clock.now() + timedelta(days=3)))
    sooner = clock.now() + timedelta(hours=1)
    assert refused(reschedule(session, guild.author, circular_id, sooner)).code is CircularProblem.OWN_RELEASE
    past = reschedule(session, guild.second, circular_id, clock.now() - timedelta(hours=1))
    assert refused(past).code is CircularProblem.PAST
    assert granted(reschedule(session, guild.national, circular_id, sooner, 1)).starts_at == sooner
    stale = reschedule(session, guild.second, circular_id, sooner, 1)
    assert refused(stale).code is CircularProblem.CHANGED
    row = session.get_one(Circular, circular_id)
    assert (row.released_by, row.starts_at) == (guild.national.person_id, sooner)

    granted(pause(session, guild.author, circular_id))  # a rest holds it back past its hour
    clock.shift(timedelta(hours=2))
    assert not tend(session, circular_id)
    assert granted(redraft(session, guild.author, circular_id, 2)) == 3
    assert refused(redraft(session, guild.author, circular_id)).code is CircularProblem.WRONG_STATE
    row = session.get_one(Circular, circular_id)
    assert (row.state, row.number, row.released_by, row.paused_at) == (CircularState.DRAFT, LETTER.number, None, None)
    assert refused(compose(session, guild.second, LETTER, UNITS)).code is CircularProblem.NUMBER_TAKEN
    assert refused(release(session, guild.author, circular_id)).code is CircularProblem.OWN_RELEASE
    granted(release(session, guild.second, circular_id))
    _whole(session, circular_id)
    assert feed(session, BOTH, 1) == 1
    assert refused(redraft(session, guild.second, circular_id)).code is CircularProblem.WRONG_STATE
    late = reschedule(session, guild.second, circular_id, None)
    assert refused(late).code is CircularProblem.WRONG_STATE
    author, second = guild.author.person_id, guild.second.person_id
    assert _handled(session) == [
        (author, "rescheduled"),
        (second, "rescheduled"),
        (guild.national.person_id, "paused"),
        (guild.national.person_id, "redrafted"),
    ]


def test_midway_too_the_rest_is_held_back_when_many_are_not_reached(
    session: Session, guild: Guild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarding, "WINDOW", 2)
    circular_id = _released(session, guild, EVERYBODY)
    feed(session, BOTH, 10)
    _carry(session)
    assert tend(session, circular_id)
    assert feed(session, BOTH, 2) == 2
    _carry(session, lambda _: Fate.UNCERTAIN)  # an outage or a crash, which the couriers themselves wait for
    assert not tend(session, circular_id)
    assert feed(session, BOTH, 2) == 2
    _carry(session, lambda _: Fate.REFUSED)
    assert not tend(session, circular_id)
    told = granted(progress(session, guild.author, circular_id))
    assert (told.state, told.paused_for) == (CircularState.SENDING, PauseReason.MANY_FAULTS)
    assert not feed(session, BOTH, 10)
    stopped = session.exec(select(Notice.person_id).where(Notice.kind == NoticeKind.CIRCULAR_STOPPED)).all()
    assert set(stopped) == {guild.author.person_id, guild.second.person_id}

    assert resume(session, guild.author, circular_id) is None  # whoever has seen it decides
    assert feed(session, BOTH, 2) == 2
    _carry(session, lambda _: Fate.REFUSED)
    tend(session, circular_id)
    assert granted(progress(session, guild.author, circular_id)).paused_for is None


def test_a_pause_holds_back_what_is_out_and_not_begun(session: Session, guild: Guild) -> None:
    circular_id = _released(session, guild)
    feed(session, BOTH, 10)
    _carry(session)
    tend(session, circular_id)
    feed(session, BOTH, 10)
    couriers.address(session, tuple(Messenger))
    in_hand = couriers.take(session, Messenger.TELEGRAM, "courier", 10)
    assert len(in_hand) == 2
    assert granted(pause(session, guild.author, circular_id)) == 2
    assert refused(pause(session, guild.author, circular_id)).code is CircularProblem.PAUSED
    assert not notices.begin(session, [parcel.id for parcel in in_hand], "courier")
    assert not feed(session, BOTH, 10)
    assert not tend(session, circular_id)
    assert resume(session, guild.second, circular_id) is None
    assert refused(resume(session, guild.second, circular_id) or 0).code is CircularProblem.NOT_PAUSED
    assert feed(session, BOTH, 10) == 2


def test_withdrawing_takes_back_what_has_not_left_and_the_statement_balances(session: Session, guild: Guild) -> None:
    circular_id = _released(session, guild, EVERYBODY)
    feed(session, BOTH, 10)
    _carry(session, lambda _: Fate.UNREACHABLE)
    assert withdraw(session, guild.author, circular_id) is None
    assert not feed(session, BOTH, 10)
    _whole(session, circular_id)
    closing = granted(statement(session, guild.author, circular_id))
    lines = closing.lines
    assert (closing.balanced, closing.total, closing.planned) == (True, 9, 9)
    assert {state for line in lines for state in line.states} == {NoticeState.WITHDRAWN}
    assert [line.level for line in lines] == [Level.PROVINCE, Level.COUNTY, Level.UNION, Level.UNIT]
    (closed,) = [act for act in audit.trail(session, f"circular:{circular_id}") if act.act == "circular-closed"]
    assert closed.details == {
        "planned": "9",
        "sent": "0",
        "parked": "0",
        "refused": "0",
        "uncertain": "0",
        "withdrawn": "9",
        "acknowledged": "0",
        "read-early": "0",
        "balanced": "yes",
    }
    assert refused(withdraw(session, guild.author, circular_id) or 0).code is CircularProblem.WRONG_STATE


def test_what_was_begun_at_the_pause_and_wants_another_try_waits_too(session: Session, guild: Guild) -> None:
    circular_id = _released(session, guild)
    feed(session, BOTH, 10)
    couriers.address(session, tuple(Messenger))
    parcels = couriers.take(session, Messenger.TELEGRAM, "courier", 10)
    notices.begin(session, [parcel.id for parcel in parcels], "courier")
    granted(pause(session, guild.author, circular_id))
    couriers.settle(session, [Outcome(one, Fate.RETRY, None, 0.0, "server") for one in parcels], Messenger.TELEGRAM)
    tend(session, circular_id)
    assert figures(session, circular_id) == {NoticeState.PLANNED: 3}


def test_a_schedule_holds_everything_until_its_hour(session: Session, guild: Guild, clock: Clock) -> None:
    circular_id = granted(compose(session, guild.author, LETTER, UNITS))
    granted(release(session, guild.second, circular_id, clock.now() + timedelta(hours=3)))
    _whole(session, circular_id)
    assert not feed(session, BOTH, 10)
    clock.shift(timedelta(hours=3, minutes=1))
    _whole(session, circular_id)
    assert feed(session, BOTH, 10) == 1


def test_a_long_text_leaves_in_its_order_to_each_person(session: Session, guild: Guild, clock: Clock) -> None:
    content = replace(LETTER, summary="\n".join(["آمار هر ماه را تا دهم ماه بعد ثبت کنید. " * 50] * 3))
    circular_id = _released(session, guild, content=content)
    (row,) = session.exec(select(Circular).where(Circular.id == circular_id)).all()
    assert len(row.pages) == 3
    feed(session, BOTH, 10)
    gone: list[tuple[int, ...]] = []
    for _ in range(4):
        gone.extend(_carry(session).values())
        clock.shift(timedelta(seconds=2))
    assert gone == [(0,), (1,), (2,)]
    assert figures(session, circular_id, (NoticeState.SENT,)) == {NoticeState.SENT: 1}


def test_who_cannot_be_told_on_one_messenger_is_told_on_the_other_from_the_beginning(
    session: Session, guild: Guild, clock: Clock
) -> None:
    clock.shift(timedelta(seconds=1))
    owner = session.exec(select(Account.person_id).where(Account.account_id == 500)).one()
    assert owner is not None
    add_account(session, AccountKey(Messenger.BALE, 900), owner)
    content = replace(LETTER, summary="\n".join(["آمار هر ماه را تا دهم ماه بعد ثبت کنید. " * 50] * 2))
    _released(session, guild, content=content)
    feed(session, (Messenger.BALE,), 10)
    assert _carry(session) == {900: (0,)}
    clock.shift(timedelta(seconds=2))
    assert _carry(session, lambda _: Fate.UNREACHABLE) == {}
    clock.shift(timedelta(seconds=2))
    assert _carry(session) == {500: (0,)}


def test_a_circular_that_rested_goes_on_where_its_first_message_was_read(
    session: Session, guild: Guild, clock: Clock
) -> None:
    owner = session.exec(select(Account.person_id).where(Account.account_id == 500)).one()
    assert owner is not None
    content = replace(LETTER, summary="\n".join(["آمار هر ماه را تا دهم ماه بعد ثبت کنید. " * 50] * 2))
    circular_id = _released(session, guild, content=content)
    feed(session, BOTH, 10)
    assert _carry(session) == {500: (0,)}
    granted(pause(session, guild.author, circular_id))
    clock.shift(timedelta(seconds=2))
    add_account(session, AccountKey(Messenger.BALE, 900), owner)  # used last from now on
    assert resume(session, guild.second, circular_id) is None
    feed(session, BOTH, 10)
    assert _carry(session) == {500: (1,)}


def test_whoever_read_the_first_message_and_then_blocked_us_hears_the_correction(
    session: Session, guild: Guild, clock: Clock
) -> None:
    content = replace(LETTER, summary="\n".join(["آمار هر ماه را تا دهم ماه بعد ثبت کنید. " * 50] * 2))
    circular_id = _released(session, guild, content=content)
    feed(session, BOTH, 10)
    assert _carry(session) == {500: (0,)}
    clock.shift(timedelta(seconds=2))
    assert _carry(session, lambda _: Fate.UNREACHABLE) == {}
    assert withdraw(session, guild.author, circular_id) is None
    _whole(session, circular_id)
    assert count(session, Audience(frozenset(), told=circular_id)) == {Level.UNIT: 1}


def test_urgent_circulars_go_ahead_and_one_person_ahead_of_many(session: Session, guild: Guild) -> None:
    ordinary = _released(session, guild)
    urgent = _released(session, guild, content=replace(LETTER, number="60/405119", grade="urgent"))  # type: ignore[arg-type]  # as it is stored
    feed(session, BOTH, 10)
    notices.owe(session, guild.author.person_id, NoticeKind.JOINED, {"messenger": "bale"})
    add_account(session, AccountKey(Messenger.TELEGRAM, 999), guild.author.person_id)
    couriers.address(session, tuple(Messenger))
    parcels = couriers.take(session, Messenger.TELEGRAM, "courier", 10)
    assert [parcel.circular_id for parcel in parcels] == [None, urgent, ordinary]


def test_only_a_recipient_acknowledges_and_once(session: Session, guild: Guild, clock: Clock) -> None:
    circular_id = _released(session, guild)
    owner = session.exec(select(Notice.person_id).where(Notice.circular_id == circular_id)).first()
    assert owner is not None
    first = granted(acknowledge(session, owner, circular_id))
    clock.shift(timedelta(hours=1))
    assert granted(acknowledge(session, owner, circular_id)) == first
    assert refused(acknowledge(session, guild.author.person_id, circular_id)).code is CircularProblem.UNKNOWN
    assert acknowledged(session, circular_id) == Readers(sent=0, early=1)


def test_the_index_serves_the_feed_and_the_figures(session: Session, guild: Guild) -> None:
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("PostgreSQL chooses by statistics")
    for query in (
        (
            "SELECT id FROM notices WHERE notices.circular_id IS NOT NULL AND circular_id = 1 AND state = 'planned'"
            " AND messenger = 'bale' ORDER BY id LIMIT 9"
        ),
        "SELECT state, count(*) FROM notices WHERE notices.circular_id IS NOT NULL AND circular_id = 1 GROUP BY state",
    ):
        plan = " ".join(str(row) for row in session.execute(sa.text(f"EXPLAIN QUERY PLAN {query}")))
        assert "COVERING INDEX ix_notices_circular_id" in plan
        assert "TEMP B-TREE" not in plan


def test_the_closing_statement_as_a_sheet_balances_and_its_texts_stay_texts(session: Session, guild: Guild) -> None:
    circular_id = _released(session, guild, EVERYBODY, replace(LETTER, subject="=1+1 آمار"))
    feed(session, BOTH, 10)
    _carry(session)
    owner = session.execute(sa.select(col(Notice.person_id)).where(col(Notice.state) == NoticeState.SENT)).scalars()
    granted(acknowledge(session, next(iter(owner)), circular_id))
    author = guild.author
    told = granted(read(session, author.person_id, author.role_id, circular_id))
    assert audit.trail(session, f"circular:{circular_id}")[-1].act is audit.AuditAct.SHEET_EXPORTED
    body = workbook(told, Moment(now(session)), Language.FA)
    found = read_grid(body)
    assert isinstance(found, Grid)
    head, *rows = found.rows
    assert head[:6] == ["سطح", "استان", "دفتر", "گیرندگان", "فرستاده‌شده", "اعلام خواندن"]
    assert [row[0] for row in rows][-1] == "جمع"
    *offices, total = ([int(one) for one in row[3:] if isinstance(one, float)] for row in rows)
    for planned, sent, said, early, *others in (*offices, total):
        assert planned == sent + sum(others)
        assert said <= sent
        assert early <= sum(others)
    assert total[0] == told.about.planned == sum(row[0] for row in offices) == 9
    assert total[1:4] == [1, 1, 0]
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        written = "".join(packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml"))
    assert "=1+1 آمار" in written
    assert "<f>" not in written
    assert written.count('rightToLeft="1"') == 2

    strange = guild.world.approver
    assert isinstance(read(session, strange.person_id, strange.role_id, circular_id), Problem)
    draft = granted(compose(session, author, replace(LETTER, number="60/2"), UNITS))
    assert refused(read(session, author.person_id, author.role_id, draft)).code is CircularProblem.WRONG_STATE
