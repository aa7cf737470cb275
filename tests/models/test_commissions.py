"""From commission to chamber to unions: who records which step, in which order, and what is still missing."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.audit import AuditAct, AuditEntry
from models.clock import now
from models.commissions import (
    CommissionProblem,
    Lack,
    SessionResult,
    commission_board,
    county_card,
    record_chamber_letter,
    record_informed,
    record_session,
)
from models.organisations import Hat, OfficeKind, OrganisationProblem, RoleKind
from models.units import Campaign
from models.values.letters import LetterNumber, LetterProblem
from tests.models.world import World, granted, person, refused

TODAY = date(2026, 12, 1)
HELD = TODAY - timedelta(days=20)
LETTER = TODAY - timedelta(days=12)
NUMBER = LetterNumber("60/17")


@pytest.fixture
def secretary(session: Session, world: World) -> Hat:
    place = granted(organisations.add_office(session, OfficeKind.COMMISSION, "کمیسیون نظارت ری", world.county_id))
    return granted(organisations.grant(session, person(session, 40), RoleKind.COMMISSION_SECRETARY, place.id))


@pytest.fixture
def chamber(session: Session, world: World) -> Hat:
    place = granted(organisations.add_office(session, OfficeKind.CHAMBER, "اتاق اصناف ری", world.county_id))
    return granted(organisations.grant(session, person(session, 41), RoleKind.CHAMBER_OFFICER, place.id))


@pytest.fixture
def provincial(session: Session, world: World) -> Hat:
    return granted(organisations.grant(session, person(session, 42), RoleKind.PROVINCIAL_OFFICER, world.province_id))


def lack(session: Session, world: World) -> tuple[Lack, int | None, int, int]:
    line = granted(county_card(session, world.officer, world.county_id)).line
    return line.lack, line.days, line.informed, line.unions


def test_each_office_records_its_step_and_the_county_sees_what_is_missing(
    session: Session, world: World, secretary: Hat, chamber: Hat
) -> None:
    second = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خیاطان ری", world.county_id)).id
    county = world.county_id
    assert lack(session, world) == (Lack.SESSION, None, 0, 2)
    session.add(Campaign(province_id=world.province_id, starts_on=HELD, set_by=world.owner, set_at=now(session)))
    session.flush()
    assert lack(session, world) == (Lack.SESSION, 20, 0, 2)
    refusal = record_chamber_letter(session, chamber, county, NUMBER, LETTER)
    assert refused(refusal).code is CommissionProblem.NO_SESSION
    postponed = SessionResult.POSTPONED
    granted(record_session(session, secretary, county, HELD - timedelta(days=5), LetterNumber("11"), postponed))
    assert lack(session, world)[:2] == (Lack.POSTPONED, 25)
    granted(record_session(session, secretary, county, HELD, LetterNumber("12"), SessionResult.DECIDED))
    assert lack(session, world)[:2] == (Lack.LETTER, 20)
    assert refused(record_informed(session, chamber, county, ())).code is CommissionProblem.NO_LETTER
    early = record_chamber_letter(session, chamber, county, NUMBER, HELD - timedelta(days=1))
    assert refused(early).code is CommissionProblem.LETTER_BEFORE_SESSION
    assert record_chamber_letter(session, chamber, county, NUMBER, LETTER) is None
    assert lack(session, world) == (Lack.UNIONS, 12, 0, 2)
    own = granted(record_informed(session, chamber, county, (second,), on=TODAY, number=LetterNumber("99/1")))
    assert (own, lack(session, world)) == (1, (Lack.UNIONS, 12, 1, 2))
    assert granted(record_informed(session, world.officer, county, ())) == 1
    assert lack(session, world) == (Lack.NOTHING, None, 2, 2)
    assert refused(record_informed(session, chamber, county, ())).code is CommissionProblem.NOBODY_LEFT
    card = granted(county_card(session, chamber, county))
    assert [(one.on, one.number) for one in card.unions] == [(TODAY, "99/1"), (LETTER, "60/17")]
    assert (card.records_session, card.records_letter) == (False, True)
    assert [one.minute for one in card.sittings] == ["12", "11"]
    hats = session.execute(
        sa.select(col(AuditEntry.hat))
        .where(col(AuditEntry.act) == AuditAct.UNIONS_INFORMED)
        .order_by(col(AuditEntry.id))
    ).scalars()
    assert list(hats) == [chamber.role_id, world.officer.role_id]


def test_a_minute_is_numbered_once_and_a_wrong_one_is_mended(session: Session, world: World, secretary: Hat) -> None:
    county = world.county_id
    first = granted(record_session(session, secretary, county, HELD, LetterNumber("12"), SessionResult.PUT_FORWARD))
    again = record_session(session, world.officer, county, TODAY, LetterNumber("12"), SessionResult.DECIDED)
    assert refused(again).code is CommissionProblem.MINUTE_TWICE
    assert refused(again).values["held"] == HELD
    other = SessionResult.OTHER
    wordless = record_session(session, secretary, county, TODAY, LetterNumber("13"), other)
    assert refused(wordless).code is CommissionProblem.WORDS_MISSING
    mended = record_session(
        session, secretary, county, HELD, LetterNumber("12"), other, words="به کارگروه رفت", mends=first
    )
    assert granted(mended) == first
    (only,) = granted(county_card(session, secretary, county)).sittings
    assert (only.result, only.words) == (other, "به کارگروه رفت")
    assert record_chamber_letter(session, world.officer, county, NUMBER, LETTER) is None
    later = record_session(session, secretary, county, TODAY, LetterNumber("12"), other, words="باز", mends=first)
    assert refused(later).code is CommissionProblem.SESSION_AFTER_LETTER
    elsewhere = record_session(session, secretary, county, HELD, LetterNumber("14"), other, words="باز", mends=999)
    assert refused(elsewhere).code is CommissionProblem.NO_SUCH_SESSION


def test_days_that_cannot_be_are_refused(session: Session, world: World, secretary: Hat, chamber: Hat) -> None:
    county, put = world.county_id, SessionResult.PUT_FORWARD
    for day, code in ((TODAY + timedelta(days=1), LetterProblem.FUTURE), (date(2019, 11, 16), LetterProblem.EARLY)):
        assert refused(record_session(session, secretary, county, day, LetterNumber("1"), put)).code is code
    granted(record_session(session, secretary, county, HELD, LetterNumber("1"), put))
    future = record_chamber_letter(session, chamber, county, NUMBER, TODAY + timedelta(days=1))
    assert refused(future).code is LetterProblem.FUTURE
    assert record_chamber_letter(session, chamber, county, NUMBER, LETTER) is None
    early = record_informed(session, chamber, county, (world.union_id,), on=LETTER - timedelta(days=1))
    assert refused(early).code is LetterProblem.EARLY


def test_nobody_records_for_another_county_or_another_step(
    session: Session, world: World, secretary: Hat, chamber: Hat, provincial: Hat
) -> None:
    far = next(one.id for one in organisations.provinces(session) if one.name == "کرمان")
    other = granted(organisations.add_office(session, OfficeKind.COUNTY, "بم", far)).id
    put = SessionResult.PUT_FORWARD
    for hat, county in (
        (secretary, other),
        (chamber, world.county_id),
        (provincial, world.county_id),
        (world.approver, world.county_id),
    ):
        outcome = record_session(session, hat, county, HELD, NUMBER, put)
        assert refused(outcome).code is OrganisationProblem.OUT_OF_REACH
    granted(record_session(session, secretary, world.county_id, HELD, NUMBER, put))
    letter = record_chamber_letter(session, secretary, world.county_id, NUMBER, LETTER)
    assert refused(letter).code is OrganisationProblem.OUT_OF_REACH
    assert record_chamber_letter(session, chamber, world.county_id, NUMBER, LETTER) is None
    tailors = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خیاطان بم", other)).id
    foreign = record_informed(session, chamber, world.county_id, (tailors,))
    assert refused(foreign).code is CommissionProblem.NO_SUCH_UNION
    for hat in (provincial, secretary, world.approver):
        assert refused(county_card(session, hat, other)).code is OrganisationProblem.OUT_OF_REACH
    granted(organisations.revoke(session, secretary.role_id))
    outcome = record_session(session, secretary, world.county_id, HELD, LetterNumber("2"), put)
    assert refused(outcome).code is OrganisationProblem.ROLE_NOT_YOURS


def test_province_and_ministry_see_who_owes_what(
    session: Session, world: World, secretary: Hat, provincial: Hat
) -> None:
    for number in range(8):
        granted(organisations.add_office(session, OfficeKind.COUNTY, f"شهرستان {number}", world.province_id))
    granted(record_session(session, secretary, world.county_id, HELD, NUMBER, SessionResult.PUT_FORWARD))
    board = granted(commission_board(session, provincial, world.province_id))
    names, after = [one.office.name for one in board.counties], board.next
    assert len(names) == 6
    assert after is not None
    rest = granted(commission_board(session, provincial, world.province_id, after))
    names += [one.office.name for one in rest.counties]
    assert names == [one.name for one in organisations.counties(session, world.province_id)]
    assert rest.next is None
    assert (board.lacks[Lack.SESSION], board.lacks[Lack.LETTER]) == (8, 1)
    centre = organisations.offices(session, OfficeKind.GUILD_CENTRE)[0].id
    observer = granted(organisations.grant(session, person(session, 44), RoleKind.OBSERVER, centre))
    country = granted(commission_board(session, observer, None))
    assert len(country.provinces) == 6
    page = country
    while page.next is not None:
        page = granted(commission_board(session, observer, None, page.next))
        if any(one.office.id == world.province_id for one in page.provinces):
            break
    tehran = next((one for one in (*country.provinces, *page.provinces) if one.office.id == world.province_id), None)
    assert tehran is not None
    assert (tehran.counties, tehran.done) == (9, 0)
    assert granted(county_card(session, observer, world.county_id)).records_session is False
    for hat in (world.officer, secretary, world.expert):
        refusal = commission_board(session, hat, world.province_id)
        assert refused(refusal).code is OrganisationProblem.OUT_OF_REACH
