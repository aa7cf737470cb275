"""A province's registration campaign: its term, who is expected, who is missing, who is reminded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from models import campaigns, letters, organisations
from models.campaigns import (
    CampaignProblem,
    LinkProblem,
    Member,
    MemberProblem,
    Reachability,
    accept_invitation,
    add_members,
    code_of,
    coverage,
    invited_to,
    missing_page,
    missing_unit,
    plan_campaign,
    preview_campaign,
    read_members,
    remove_member,
    union_of,
)
from models.clock import Clock, now
from models.letters import RuleKey
from models.notices import Notice, NoticeKind
from models.organisations import Hat, OfficeKind, OrganisationProblem, RoleKind
from models.people import AccountKey, Messenger, add_account
from models.reminders import Walked
from models.units import Campaign, ExpectedUnit, Unit, chose_union, my_units, submit_registration, term
from models.values.ids import Phone
from models.values.jalali import TEHRAN, gregorian, jalali, tehran_date
from tests.models.world import World, azar, granted, just_now, person, refused, registered

TODAY = date(2026, 12, 1)
"""10 Azar 1405."""


@pytest.fixture
def provincial(session: Session, world: World) -> Hat:
    hat = granted(organisations.grant(session, person(session, 90), RoleKind.PROVINCIAL_OFFICER, world.province_id))
    session.commit()
    return hat


def azar_day(day: int, month: int = 9, year: int = 1405) -> date:
    return granted(gregorian(year, month, day))


def planned(session: Session, by: Hat, day: date, note: str | None = None) -> None:
    before = term(session, by.office_id)
    outcome = plan_campaign(
        session, by, by.office_id, day, instead_of=None if before is None else before.starts_on, note=note
    )
    granted(outcome)
    session.commit()


def at(clock: Clock, day: date, hour: int = 10) -> None:
    clock.set(datetime(day.year, day.month, day.day, hour, 5, tzinfo=TEHRAN).astimezone(UTC))


def walked(session: Session, walk: Callable[[Session, int, int], Walked]) -> int:
    owed, after = 0, 0
    while True:
        page = walk(session, after, 1)
        owed += page.owed
        if page.next is None:
            session.commit()
            return owed
        after = page.next


# ---- the term ----


def test_a_month_is_counted_from_the_day_that_the_officer_sets(session: Session, world: World, provincial: Hat) -> None:
    seen = granted(preview_campaign(session, provincial, world.province_id, TODAY))
    assert (seen.before, seen.wants_note, seen.unions) == (None, False, 1)
    assert seen.after.source == letters.cite(letters.SELF_REGISTRATION)
    planned(session, provincial, TODAY)
    found = term(session, world.union_id)
    assert found is not None
    assert (found.starts_on, jalali(found.deadline)) == (TODAY, (1405, 10, 10))


@pytest.mark.parametrize(
    ("start", "deadline"),
    [((1405, 6, 31), (1405, 7, 30)), ((1405, 11, 30), (1405, 12, 29)), ((1398, 8, 26), (1398, 9, 26))],
)
def test_a_month_without_that_day_ends_on_its_last(
    session: Session, world: World, start: tuple[int, int, int], deadline: tuple[int, int, int]
) -> None:
    from models.units import term_from

    assert jalali(term_from(session, world.province_id, granted(gregorian(*start))).deadline) == deadline


def test_a_province_that_counts_days_does_so_from_then_on(session: Session, world: World, provincial: Hat) -> None:
    by = granted(
        letters.set_rule(session, provincial, RuleKey.CAMPAIGN_DAYS, "45", scope_id=world.province_id, valid_from=TODAY)
    )
    assert by.number == 45
    planned(session, provincial, TODAY)
    found = term(session, world.county_id)
    assert found is not None
    assert found.deadline == TODAY + timedelta(days=45)
    earlier = granted(preview_campaign(session, provincial, world.province_id, TODAY - timedelta(days=3)))
    assert jalali(earlier.after.deadline) == (1405, 10, 7)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (TODAY + timedelta(days=367), CampaignProblem.TOO_FAR),
        (date(2019, 11, 16), CampaignProblem.TOO_EARLY),
    ],
)
def test_a_start_that_cannot_be(
    session: Session, world: World, provincial: Hat, day: date, code: CampaignProblem
) -> None:
    assert refused(preview_campaign(session, provincial, world.province_id, day)).code is code
    assert refused(plan_campaign(session, provincial, world.province_id, day, instead_of=None)).code is code
    assert session.execute(sa.select(sa.func.count()).select_from(Campaign)).scalar_one() == 0


def test_a_day_that_has_passed_needs_a_word(session: Session, world: World, provincial: Hat) -> None:
    day = TODAY - timedelta(days=5)
    assert granted(preview_campaign(session, provincial, world.province_id, day)).wants_note
    outcome = plan_campaign(session, provincial, world.province_id, day, instead_of=None)
    assert refused(outcome).code is CampaignProblem.NOTE_MISSING
    planned(session, provincial, day, "ابلاغ کتبی همان روز بود")


def test_only_the_provinces_own_officer_sets_it_and_a_revoked_one_does_not(
    session: Session, world: World, provincial: Hat
) -> None:
    other = next(one.id for one in organisations.provinces(session) if one.id != world.province_id)
    for hat, province in ((provincial, other), (world.officer, world.province_id), (world.approver, world.province_id)):
        outcome = plan_campaign(session, hat, province, TODAY, instead_of=None)
        assert refused(outcome).code is OrganisationProblem.OUT_OF_REACH
    granted(organisations.revoke(session, provincial.role_id))
    outcome = plan_campaign(session, provincial, world.province_id, TODAY, instead_of=None)
    assert refused(outcome).code is OrganisationProblem.ROLE_NOT_YOURS


def test_a_move_shows_what_it_changes_and_makes_nobody_late(session: Session, world: World, provincial: Hat) -> None:
    planned(session, provincial, TODAY - timedelta(days=60), "از روز ابلاغ")
    registered(session, world)
    (unit,) = my_units(session, world.owner)
    assert unit.late
    assert (
        refused(plan_campaign(session, provincial, world.province_id, TODAY, instead_of=None)).code
        is CampaignProblem.MOVED_SINCE
    )
    seen = granted(preview_campaign(session, provincial, world.province_id, TODAY))
    assert (seen.registered, seen.forgiven) == (1, 1)
    planned(session, provincial, TODAY)
    assert not my_units(session, world.owner)[0].late
    assert refused(preview_campaign(session, provincial, world.province_id, TODAY)).code is CampaignProblem.SAME_DAY
    planned(session, provincial, TODAY - timedelta(days=90), "بازگشت")
    assert not my_units(session, world.owner)[0].late


@pytest.mark.parametrize(("days", "late"), [(31, False), (30, False), (29, True)])
def test_late_is_judged_by_the_last_day_of_the_term(
    session: Session, world: World, provincial: Hat, clock: Clock, days: int, late: bool
) -> None:
    rule = letters.set_rule(session, None, RuleKey.CAMPAIGN_DAYS, str(days), scope_id=None, valid_from=TODAY)
    granted(rule)
    planned(session, provincial, TODAY)
    at(clock, TODAY + timedelta(days=30), 23)
    registered(session, world)
    assert my_units(session, world.owner)[0].late is late


# ---- invitations ----


def test_the_code_names_its_union_and_a_slip_names_none(session: Session, world: World) -> None:
    code = code_of(world.union_id)
    assert len(code) >= 6
    assert union_of(session, code) == world.union_id
    assert (
        union_of(session, f" {code[:3]} {code[3:]} ".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")))
        == world.union_id
    )
    for place in range(len(code)):
        slip = code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1 :]
        assert refused(union_of(session, slip)).code is LinkProblem.UNKNOWN
    for other in (code_of(world.county_id), code_of(10**9), "", "u", "۱۲"):
        assert refused(union_of(session, other)).code is LinkProblem.UNKNOWN


def test_who_comes_by_the_link_is_expected_until_registered(session: Session, world: World) -> None:
    found = granted(accept_invitation(session, world.owner, world.union_id))
    assert [one.id for one in found.lineage] == [world.union_id, world.county_id, world.province_id]
    assert not found.serves
    assert invited_to(session, world.owner)[0].id == world.union_id
    granted(accept_invitation(session, world.owner, world.union_id))
    figures = granted(coverage(session, world.approver, world.union_id)).figures
    assert (figures.registered, figures.missing, figures.rate) == (0, 1, 0)
    registered(session, world)
    figures = granted(coverage(session, world.approver, world.union_id)).figures
    assert (figures.registered, figures.missing, figures.rate) == (1, 0, 100)
    assert invited_to(session, world.owner) == ()
    again = granted(accept_invitation(session, world.owner, world.union_id))
    assert [unit.id for unit in again.units] == [session.execute(sa.select(col(ExpectedUnit.unit_id))).scalar_one()]
    assert granted(accept_invitation(session, world.approver.person_id, world.union_id)).serves


def test_another_union_in_the_form_is_another_expectation(session: Session, world: World) -> None:
    other = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خیاطان ری", world.county_id)).id
    chose_union(session, world.owner, world.union_id)
    chose_union(session, world.owner, other)
    assert session.execute(sa.select(col(ExpectedUnit.union_id))).scalars().all() == [other]
    accept_invitation(session, world.owner, other)
    chose_union(session, world.owner, world.union_id)
    assert set(session.execute(sa.select(col(ExpectedUnit.union_id))).scalars()) == {other, world.union_id}
    registered(session, world)
    assert None not in session.execute(sa.select(col(ExpectedUnit.unit_id))).scalars().all()


# ---- the union's list ----


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("کفش سرو ۰۹۱۲۱۲۳۴۵۶۷", "کفش سرو"),
        ("0912 123 4567 - کفش سرو", "کفش سرو"),
        ("کفش سرو، +98 9121234567", "کفش سرو"),
        ("کفش سرو\t00989121234567", "کفش سرو"),
        ("کارگاه ۱۲ 9121234567", "کارگاه 12"),
        ("۰۹۱۲۱۲۳۴۵۶۷", ""),
    ],
)
def test_a_line_of_a_list_is_read_as_people_write_it(line: str, title: str) -> None:
    assert granted(read_members(line)).members == (Member(title, Phone("09121234567")),)


def test_lines_that_are_none_are_named_by_their_place() -> None:
    found = granted(read_members("سرو 09121234567\n\nبهار\nنگین 02133445566\nباران ۰۹۱۲۱۲۳۴۵۶۷"))
    assert len(found.members) == 1
    assert found.bad == ((2, MemberProblem.NO_PHONE), (3, MemberProblem.BAD_PHONE), (4, MemberProblem.TWICE))
    assert refused(read_members("سرو\nبهار")).code is MemberProblem.NO_LINES
    assert refused(read_members("\n".join(["0912"] * 201))).code is MemberProblem.TOO_MANY


def test_the_list_says_who_is_missing_and_who_can_be_reached(session: Session, world: World) -> None:
    registered(session, world)
    known = person(session, 50)
    add_account(session, AccountKey(Messenger.BALE, 500), known)
    blocked = person(session, 51)
    add_account(session, AccountKey(Messenger.BALE, 501), blocked)
    session.execute(sa.text("UPDATE accounts SET blocked = :yes WHERE account_id = 501"), {"yes": True})
    numbers = {1: "کفش آذر", 50: "سرو", 51: "", 52: "نگین"}
    members = [Member(title, Phone(f"0912{digits:07d}")) for digits, title in numbers.items()]
    added = granted(add_members(session, world.approver, world.union_id, members))
    assert (added.new, added.known, added.registered) == (4, 0, 1)
    added = granted(add_members(session, world.approver, world.union_id, members[1:]))
    assert (added.new, added.known) == (0, 3)
    page = granted(missing_page(session, world.officer, world.county_id))
    assert [(one.title, one.reach) for one in page.items] == [
        ("سرو", Reachability.REACHABLE),
        ("", Reachability.BLOCKED),
        ("نگین", Reachability.NEVER),
    ]
    assert all("•" in one.phone and "0912" not in one.phone for one in page.items)
    seen = granted(coverage(session, world.approver, world.union_id))
    assert (seen.figures.registered, seen.figures.missing, seen.figures.rate, seen.listed) == (1, 3, 25, 4)
    assert refused(remove_member(session, world.officer, page.items[2].id)).code is OrganisationProblem.OUT_OF_REACH
    assert remove_member(session, world.approver, page.items[2].id) is None
    assert refused(remove_member(session, world.approver, page.items[2].id)).code is MemberProblem.NOT_LISTED
    assert len(granted(missing_page(session, world.approver, world.union_id)).items) == 2
    session.commit()
    plain = session.execute(sa.select(col(ExpectedUnit.phone_sealed), col(ExpectedUnit.title_sealed))).all()
    assert not any(b"0912" in bytes(one or b"") or "سرو".encode() in bytes(one or b"") for row in plain for one in row)


def test_the_list_is_paged_without_a_gap(session: Session, world: World) -> None:
    other = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خیاطان ری", world.county_id)).id
    second = granted(organisations.grant(session, person(session, 70), RoleKind.UNION_SECRETARY, other))
    for hat, first in ((second, 200), (world.approver, 100)):
        members = [Member(f"کارگاه {n}", Phone(f"0912{n:07d}")) for n in range(first, first + 8)]
        granted(add_members(session, hat, hat.office_id, members))
    seen: list[int] = []
    after: str | None = ""
    while after is not None:
        page = granted(missing_page(session, world.officer, world.county_id, after))
        seen += [one.id for one in page.items]
        after = page.next
    assert len(seen) == len(set(seen)) == 16
    assert refused(missing_page(session, world.approver, other)).code is OrganisationProblem.OUT_OF_REACH
    assert refused(missing_unit(session, second, seen[0])).code is OrganisationProblem.OUT_OF_REACH
    assert granted(missing_unit(session, world.officer, seen[0])).title == "کارگاه 100"


# ---- boards ----


def test_boards_add_up_from_unions_to_the_country(session: Session, world: World, provincial: Hat) -> None:
    rey2 = granted(organisations.add_office(session, OfficeKind.COUNTY, "دماوند", world.province_id)).id
    tailors = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خیاطان دماوند", rey2)).id
    chose_union(session, person(session, 60), tailors)
    chamber = granted(organisations.add_office(session, OfficeKind.CHAMBER, "اتاق اصناف ری", world.county_id)).id
    centre = organisations.offices(session, OfficeKind.GUILD_CENTRE)[0].id
    in_chamber = granted(organisations.grant(session, person(session, 61), RoleKind.CHAMBER_OFFICER, chamber))
    operator = granted(organisations.grant(session, person(session, 62), RoleKind.OPERATOR, centre))
    observer = granted(organisations.grant(session, person(session, 63), RoleKind.OBSERVER, centre))
    registered(session, world)
    whole = granted(coverage(session, provincial, world.province_id))
    assert [(one.office.name, one.figures.registered, one.figures.missing) for one in whole.lines] == [
        ("دماوند", 0, 1),
        ("ری", 1, 0),
    ]
    assert (whole.figures.registered, whole.figures.expected, whole.figures.rate) == (1, 2, 50)
    assert (whole.plans, whole.lists, whole.names) == (True, False, False)
    for hat in (operator, observer):
        assert campaigns.top_of(session, hat) is None
        country = granted(coverage(session, hat, None))
        assert (country.figures.registered, country.figures.missing, len(country.lines)) == (1, 1, 6)
        names, after = [one.office.name for one in country.lines], country.next
        while after is not None:
            page = granted(coverage(session, hat, None, after))
            names += [one.office.name for one in page.lines]
            after = page.next
        assert len(names) == len(set(names)) == 32
        assert names == [one.name for one in organisations.provinces(session)]
    assert campaigns.top_of(session, in_chamber) == world.county_id
    assert [one.office.id for one in granted(coverage(session, in_chamber, world.county_id)).lines] == [world.union_id]
    for hat, place in (
        (provincial, None),
        (world.officer, world.province_id),
        (in_chamber, rey2),
        (in_chamber, tailors),
    ):
        assert refused(coverage(session, hat, place)).code is OrganisationProblem.OUT_OF_REACH
    assert refused(coverage(session, world.expert, world.province_id)).code is OrganisationProblem.OUT_OF_REACH


# ---- the calendar ----


def told(session: Session, kind: NoticeKind) -> list[int]:
    return list(session.execute(sa.select(col(Notice.person_id)).where(col(Notice.kind) == kind)).scalars())


def test_only_those_not_registered_are_reminded_once_a_day_that_the_rule_names(
    session: Session, world: World, provincial: Hat, clock: Clock
) -> None:
    planned(session, provincial, TODAY)
    deadline = azar_day(10, 10)
    registered(session, world)
    came, listed, elsewhere = person(session, 80), person(session, 81), person(session, 82)
    granted(accept_invitation(session, came, world.union_id))
    members = [Member("", Phone(f"0912{digits:07d}")) for digits in (1, 81, 82, 83)]
    granted(add_members(session, world.approver, world.union_id, members))
    other = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خیاطان ری", world.county_id)).id
    from tests.models.told import another_workshop

    granted(submit_registration(session, elsewhere, another_workshop(other, 7), just_now(session)))
    for days, owed in ((8, 0), (7, 2), (7, 0), (5, 0), (3, 2), (1, 2), (0, 0), (-1, 0)):
        at(clock, deadline - timedelta(days=days))
        assert walked(session, campaigns.remind_missing) == owed, days
    assert set(told(session, NoticeKind.CAMPAIGN_REMINDER)) == {came, listed}
    at(clock, deadline - timedelta(days=3), 9)
    assert walked(session, campaigns.remind_missing) == 0


def test_unions_hear_of_the_beginning_once(session: Session, world: World, provincial: Hat, clock: Clock) -> None:
    planned(session, provincial, TODAY + timedelta(days=2))
    assert walked(session, campaigns.tell_unions) == 0
    at(clock, TODAY + timedelta(days=3))
    assert walked(session, campaigns.tell_unions) == 2
    assert walked(session, campaigns.tell_unions) == 0
    assert set(told(session, NoticeKind.CAMPAIGN_BEGUN)) == {
        world.approver.person_id,
        world.second_approver.person_id,
    }
    at(clock, TODAY + timedelta(days=20))
    granted(organisations.grant(session, person(session, 75), RoleKind.UNION_SECRETARY, world.union_id))
    assert walked(session, campaigns.tell_unions) == 0
    planned(session, provincial, TODAY - timedelta(days=20), "از روز ابلاغ")  # a day long past is told all the same
    assert walked(session, campaigns.tell_unions) == 3


def test_counting_goes_along_indexes(session: Session, world: World) -> None:
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("the plan is read on SQLite")
    queries = {
        "SELECT count(*) FROM units WHERE union_id IN (1, 2) AND state = 'submitted'": "ix_units_union_id",
        "SELECT union_id, count(*) FROM units WHERE union_id IN (1, 2) AND units.late": "ix_units_late",
        "SELECT union_id, count(*) FROM expected_units WHERE union_id IN (1, 2) AND expected_units.unit_id IS NULL"
        " GROUP BY union_id": "ix_expected_units_missing",
    }
    for query, index in queries.items():
        plan = " ".join(str(row) for row in session.execute(sa.text(f"EXPLAIN QUERY PLAN {query}")))
        assert index in plan, plan


def test_a_rejected_registration_is_not_counted(session: Session, world: World) -> None:
    registered(session, world, replace(azar(world.union_id)))
    session.execute(sa.update(Unit).values(state="rejected", decided_at=now(session)))
    session.commit()
    assert granted(coverage(session, world.approver, world.union_id)).figures.registered == 0
    assert tehran_date(now(session)) == TODAY
