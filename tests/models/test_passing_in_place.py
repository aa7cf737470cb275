"""The level above passes a circular on in the place of an office that leaves it lying, and everybody sees that."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models import audit, circulars, letters, organisations
from models.circulars import (
    CircularProblem,
    Level,
    branch,
    give_up,
    note_letter,
    pass_in_place,
    pass_on,
    remind,
    statement,
    withdraw,
)
from models.clock import Clock
from models.couriers import Fate
from models.letters import RuleKey
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import OfficeKind, OrganisationProblem
from models.values.jalali import tehran_date
from models.values.letters import LetterNumber
from tests.models.cascade import Country, country, goes, released, states, whole
from tests.models.world import granted, refused

SENT, HELD = NoticeState.SENT, NoticeState.HELD_BACK


@pytest.fixture
def here(session: Session) -> Country:
    return country(session)


def test_after_the_set_time_the_level_above_sends_past_a_silent_office(
    session: Session, here: Country, clock: Clock
) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    early = refused(pass_in_place(session, here.author, circular_id, here.near))
    assert (early.code, early.values["hours"]) == (CircularProblem.NOT_LATE, 24)
    assert not granted(branch(session, here.author, circular_id, here.near)).in_place
    granted(remind(session, here.author, circular_id))
    whole(session, circular_id)
    clock.shift(timedelta(hours=24, minutes=1))
    assert granted(branch(session, here.author, circular_id, here.near)).in_place
    assert not granted(branch(session, here.officer, circular_id, here.near)).in_place  # its own: «ابلاغ به همه»
    done = granted(pass_in_place(session, here.author, circular_id, here.near))
    assert (done.below, done.own, done.place, done.again) == (2, True, ("تهران", OfficeKind.PROVINCE), False)
    goes(session, circular_id)
    assert states(session, circular_id) == {SENT: 4, HELD: 11}
    # The office hears it, is asked for it no more, and a tap of its own says who was first.
    told = session.exec(select(Notice.person_id).where(Notice.kind == NoticeKind.CIRCULAR_IN_PLACE)).all()
    assert told == [here.officer.person_id]
    (asked,) = session.exec(
        select(Notice).where(Notice.kind == NoticeKind.CIRCULAR_WAITS, Notice.person_id == here.officer.person_id)
    )
    assert asked.state is NoticeState.WITHDRAWN
    late = granted(pass_on(session, here.officer, circular_id))
    assert (late.again, late.own, late.place) == (True, False, ("تهران", OfficeKind.PROVINCE))
    today, number = tehran_date(clock.now()), granted(LetterNumber.parse("۴۵/۱۲"))
    assert refused(note_letter(session, here.officer, circular_id, number, today)).code is CircularProblem.NOT_PASSED

    top = granted(branch(session, here.author, circular_id))
    near = next(line for line in top.lines if line.office.id == here.near)
    assert near.instead is not None
    assert (near.instead.id, near.passes, near.by_itself) == (here.author.office_id, False, False)
    lines = granted(statement(session, here.author, circular_id))
    assert {(line.level, line.place) for line in lines.lines if line.place is not None} == {
        (Level.COUNTY, ("تهران", OfficeKind.PROVINCE)),
        (Level.CHAMBER, ("تهران", OfficeKind.PROVINCE)),
    }
    assert lines.balanced
    (act,) = [one for one in audit.trail(session, f"circular:{circular_id}") if one.act == "circular-passed-in-place"]
    assert act.details == {"office": str(here.author.office_id), "place": str(here.near), "below": "2"}

    # Its own turn comes to each office below: not before it was told, and the province above it may act.
    assert refused(pass_in_place(session, here.officer, circular_id, here.rey)).code is CircularProblem.NOT_LATE
    assert refused(pass_in_place(session, here.officer, circular_id, here.shoemakers)).code is CircularProblem.NOT_LATE
    clock.shift(timedelta(hours=25))
    assert granted(pass_in_place(session, here.officer, circular_id, here.rey)).below == 2
    assert granted(pass_in_place(session, here.author, circular_id, here.rey)).again


def test_nobody_beside_or_below_or_of_another_province_acts_for_an_office(
    session: Session, here: Country, clock: Clock
) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    granted(pass_on(session, here.officer, circular_id))
    goes(session, circular_id)
    clock.shift(timedelta(hours=25))
    for worn, office in (
        (here.province, here.rey),
        (here.county, here.rey),
        (here.head, here.rey),
        (here.approver, here.far),
        (here.head, here.varamin),
    ):
        code = refused(pass_in_place(session, worn, circular_id, office)).code
        assert code is OrganisationProblem.OUT_OF_REACH, (worn, office)
    organisations.revoke(session, here.officer.role_id)
    gone = refused(pass_in_place(session, here.officer, circular_id, here.rey))
    assert gone.code is OrganisationProblem.ROLE_NOT_YOURS
    assert refused(pass_in_place(session, here.author, circular_id, here.chamber)).code is CircularProblem.NOBODY_WAITS
    assert refused(pass_in_place(session, here.author, 99, here.rey)).code is CircularProblem.UNKNOWN
    granted(give_up(session, here.author, circular_id))
    assert refused(pass_in_place(session, here.author, circular_id, here.rey)).code is CircularProblem.WRONG_STATE
    assert withdraw(session, here.author, circular_id) is None
    assert refused(pass_in_place(session, here.author, circular_id, here.rey)).code is CircularProblem.TAKEN_BACK


def test_an_office_that_nobody_can_be_told_in_does_not_hold_up_those_below(
    session: Session, here: Country, clock: Clock
) -> None:
    granted(
        letters.set_rule(
            session, None, RuleKey.CIRCULAR_HOURS, "48", scope_id=None, valid_from=tehran_date(clock.now())
        )
    )
    circular_id = released(session, here, trial=0)
    goes(session, circular_id, lambda _: Fate.UNREACHABLE)
    circulars.resume(session, here.author, circular_id)
    goes(session, circular_id, lambda _: Fate.UNREACHABLE)
    assert states(session, circular_id) == {NoticeState.PARKED: 2, HELD: 13}
    clock.shift(timedelta(hours=47))
    assert refused(pass_in_place(session, here.author, circular_id, here.far)).values["hours"] == 48
    clock.shift(timedelta(hours=2))
    assert granted(pass_in_place(session, here.author, circular_id, here.far)).below == 3
    goes(session, circular_id)
    assert states(session, circular_id)[SENT] == 3
