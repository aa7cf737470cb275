"""Reminders that no longer apply are not sent; of an urgent circular everybody late is named, whatever the cause."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from models import circulars, couriers, organisations
from models.circulars import (
    Audience,
    CircularClass,
    CircularProblem,
    Level,
    Passing,
    acknowledge,
    give_up,
    pass_on,
    remind,
    withdraw,
)
from models.clock import Clock
from models.couriers import Fate
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import OfficeKind, RoleKind
from models.people import Messenger
from models.vault import vault
from tests.models.cascade import LETTER, Country, country, goes, released, whole
from tests.models.world import granted, person, refused


@pytest.fixture
def here(session: Session) -> Country:
    return country(session)


def _owed(session: Session, kind: NoticeKind, state: NoticeState = NoticeState.WAITING) -> list[int]:
    """To whom such a word is owed, in this state."""
    rows = select(Notice.person_id).where(Notice.kind == kind, Notice.state == state).order_by(col(Notice.id))
    return list(session.exec(rows))


def _facts(session: Session, kind: NoticeKind, person_id: int) -> list[Mapping[str, str | int]]:
    rows = select(Notice.facts_sealed).where(Notice.kind == kind, Notice.person_id == person_id)
    return [json.loads(vault(session).open(row)) for row in session.exec(rows.order_by(col(Notice.id)))]


def _park(session: Session, kind: NoticeKind) -> None:
    for row in session.exec(select(Notice).where(Notice.kind == kind)).all():
        row.state = NoticeState.PARKED
    session.flush()


# ---- reminders ----


def test_those_whose_message_is_in_doubt_do_not_hide_those_who_have_not_read(session: Session, here: Country) -> None:
    circular_id = released(session, here, Passing.AT_ONCE, trial=0)
    silent = {owner + 4000 for owner in here.units[here.shoemakers]}
    goes(session, circular_id, lambda account: Fate.SENT if account in silent else Fate.UNCERTAIN)
    circulars.resume(session, here.author, circular_id)
    goes(session, circular_id, lambda account: Fate.SENT if account in silent else Fate.UNCERTAIN)
    for owner in (*here.units[here.tailors], *here.units[here.carpenters]):
        granted(acknowledge(session, owner, circular_id))
    assert granted(remind(session, here.author, circular_id)).people == 3
    whole(session, circular_id)
    assert _owed(session, NoticeKind.CIRCULAR_REMINDER) == sorted(here.units[here.shoemakers])


def test_a_round_counts_those_alone_who_hear_of_it(session: Session, here: Country, clock: Clock) -> None:
    circular_id = released(session, here, Passing.AT_ONCE)
    goes(session, circular_id)
    clock.shift(timedelta(days=3))
    circulars.begin_reminders(session)
    whole(session, circular_id)
    clock.shift(timedelta(hours=5))
    lately = refused(remind(session, here.author, circular_id))
    at = lately.values["at"]
    assert isinstance(at, datetime)
    assert lately.code is CircularProblem.REMINDED_LATELY
    assert timedelta(hours=5) <= clock.now() - at < timedelta(hours=6)
    for owner in session.exec(select(Notice.person_id).where(Notice.circular_id == circular_id)).all():
        granted(acknowledge(session, owner, circular_id))
    assert refused(remind(session, here.author, circular_id)).code is CircularProblem.NOBODY_LEFT


def test_a_reminder_that_waits_is_dropped_once_it_is_settled(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    granted(pass_on(session, here.province, circular_id))
    goes(session, circular_id)
    granted(remind(session, here.author, circular_id))
    whole(session, circular_id)
    first, *others = sorted(here.units[here.carpenters])
    assert _owed(session, NoticeKind.CIRCULAR_REMINDER) == [first, *others]
    assert _owed(session, NoticeKind.CIRCULAR_WAITS) == [here.officer.person_id]
    _park(session, NoticeKind.CIRCULAR_REMINDER)  # they are out of reach, and will be back
    granted(acknowledge(session, first, circular_id))
    assert _owed(session, NoticeKind.CIRCULAR_REMINDER, NoticeState.PARKED) == others
    granted(pass_on(session, here.officer, circular_id))
    assert _owed(session, NoticeKind.CIRCULAR_WAITS) == []
    assert withdraw(session, here.author, circular_id) is None
    assert _owed(session, NoticeKind.CIRCULAR_REMINDER, NoticeState.PARKED) == []
    assert sorted(_owed(session, NoticeKind.CIRCULAR_REMINDER, NoticeState.WITHDRAWN)) == [first, *others]


def test_what_is_settled_when_it_is_about_to_be_sent_is_not_sent(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    granted(remind(session, here.author, circular_id))
    whole(session, circular_id)
    asked = session.exec(select(Notice).where(Notice.kind == NoticeKind.CIRCULAR_WAITS)).all()
    assert len(asked) == 2
    granted(pass_on(session, here.officer, circular_id))
    for row in asked:
        row.state = NoticeState.WAITING  # as if it were owed by another process at that very moment
    session.flush()
    couriers.address(session, tuple(Messenger), 1000)
    taken = [one for one in couriers.take(session, Messenger.TELEGRAM, "courier", 1000) if one.circular_id is None]
    assert [one.account_id for one in taken] == [4000 + here.province.person_id]
    assert _owed(session, NoticeKind.CIRCULAR_WAITS, NoticeState.WITHDRAWN) == [here.officer.person_id]


def test_nobody_is_asked_to_pass_on_what_was_given_up(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    granted(remind(session, here.author, circular_id))
    whole(session, circular_id)
    assert len(_owed(session, NoticeKind.CIRCULAR_WAITS)) == 2
    granted(give_up(session, here.author, circular_id))
    assert _owed(session, NoticeKind.CIRCULAR_WAITS) == []


# ---- to the level above ----


def test_a_union_hears_again_a_day_later_when_more_of_its_units_are_late(
    session: Session, here: Country, clock: Clock
) -> None:
    circular_id = released(session, here, Passing.AT_ONCE, grade=CircularClass.URGENT, trial=0)
    one, other, third = here.units[here.shoemakers]
    late = {4000 + other, 4000 + third}
    goes(session, circular_id, lambda account: Fate.RETRY if account in late else Fate.SENT)
    circulars.resume(session, here.author, circular_id)
    clock.shift(timedelta(hours=3))
    for row in session.exec(select(Notice).where(Notice.circular_id == circular_id)).all():
        if row.state is NoticeState.RETRY:
            row.state, row.sent_at = NoticeState.SENT, clock.now()
        if row.person_id not in {one, other, third}:
            granted(acknowledge(session, row.person_id, circular_id))
    clock.shift(timedelta(hours=21, minutes=1))
    whole(session, circular_id)
    told = [facts["units"] for facts in _facts(session, NoticeKind.CIRCULAR_LATE_UNITS, here.approver.person_id)]
    assert told == [1]
    for _ in range(10):  # once a day at most
        clock.shift(timedelta(hours=3))
        whole(session, circular_id)
    told = [facts["units"] for facts in _facts(session, NoticeKind.CIRCULAR_LATE_UNITS, here.approver.person_id)]
    assert told == [1, 3]
    clock.shift(timedelta(days=3))
    whole(session, circular_id)
    assert len(_facts(session, NoticeKind.CIRCULAR_LATE_UNITS, here.approver.person_id)) == 2
    assert circulars.under_way(session) == ()


def test_an_office_where_nobody_was_reached_is_named_to_the_level_above(
    session: Session, here: Country, clock: Clock
) -> None:
    circular_id = released(session, here, grade=CircularClass.URGENT, trial=0)
    gone = {4000 + here.province.person_id, 4000 + here.county.person_id}
    goes(session, circular_id, lambda account: Fate.UNREACHABLE if account in gone else Fate.SENT)
    circulars.resume(session, here.author, circular_id)
    clock.shift(timedelta(hours=23))
    granted(pass_on(session, here.officer, circular_id))
    goes(session, circular_id, lambda account: Fate.UNREACHABLE if account in gone else Fate.SENT)
    granted(acknowledge(session, here.head.person_id, circular_id))
    granted(pass_on(session, here.head, circular_id))
    clock.shift(timedelta(hours=2))
    whole(session, circular_id)
    (facts,) = _facts(session, NoticeKind.CIRCULAR_LATE, here.author.person_id)
    assert (facts["late-1"], facts["late-1-lag"], facts["number-late"]) == ("اصفهان", "unreached", 1)
    # The county's turn came when the province had passed it on.
    assert _facts(session, NoticeKind.CIRCULAR_LATE, here.officer.person_id) == []
    clock.shift(timedelta(hours=23))
    whole(session, circular_id)
    (facts,) = _facts(session, NoticeKind.CIRCULAR_LATE, here.officer.person_id)
    assert (facts["late-1"], facts["late-1-lag"]) == ("ری", "unreached")


def test_counties_of_one_name_are_told_apart_by_their_provinces(session: Session, here: Country, clock: Clock) -> None:
    namesake = granted(organisations.add_office(session, OfficeKind.COUNTY, "ری", here.far)).id
    granted(organisations.grant(session, person(session, 91), RoleKind.COUNTY_OFFICER, namesake))
    audience = Audience(frozenset({Level.COUNTY}))
    circular_id = released(session, here, Passing.AT_ONCE, audience, grade=CircularClass.URGENT)
    goes(session, circular_id)
    clock.shift(timedelta(hours=25))
    whole(session, circular_id)
    (facts,) = _facts(session, NoticeKind.CIRCULAR_LATE, here.author.person_id)
    assert [(facts[f"late-{place}"], facts[f"late-{place}-province"]) for place in (1, 2)] == [
        ("ری", "تهران"),
        ("ری", "اصفهان"),
    ]
    alone = released(session, here, Passing.AT_ONCE, content=replace(LETTER, number="2"), grade=CircularClass.URGENT)
    goes(session, alone)
    clock.shift(timedelta(hours=25))
    whole(session, alone)
    of_province = _facts(session, NoticeKind.CIRCULAR_LATE, here.officer.person_id)
    assert of_province
    assert not any("province" in name for facts in of_province for name in facts)  # its own county
