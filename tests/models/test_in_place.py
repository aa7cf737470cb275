"""In the union's place: the county, then the province decide where the dated rule allows it, and every act says so."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from models import audit, letters, notices, organisations
from models.clock import Clock
from models.letters import MONTHLY_CONFIRMATION, RuleKey, Setting, cite
from models.notices import NoticeKind
from models.organisations import Hat, OfficeKind, RoleKind
from models.reminders import remind_in_place
from models.reviews import (
    Basis,
    Check,
    CheckState,
    Cursor,
    Ground,
    Interest,
    RejectionCode,
    ReviewProblem,
    Subject,
    SubjectKind,
    approve,
    inbox_counts,
    inbox_page,
    last_review,
    next_item,
    reject,
    set_check,
    step_aside,
    unit_review_card,
)
from models.reviews.in_place import turn_of
from models.reviews.waiting import TABLES, count_arms, heads_query, page_arm, union_of
from models.units import Unit, add_delegate, submit_registration
from tests.models.test_reviews import explain
from tests.models.told import another_workshop, check_all, confirmed_unit, month_subject, recorded
from tests.models.world import World, granted, just_now, person, refused, registered

DAY = timedelta(days=1)


@pytest.fixture
def provincial(session: Session, world: World) -> Hat:
    return _appointed(session, 70, RoleKind.PROVINCIAL_OFFICER, world.province_id)


def _appointed(session: Session, digits: int, kind: RoleKind, office_id: int) -> Hat:
    return granted(organisations.grant(session, person(session, digits), kind, office_id))


def _unit(unit_id: int) -> Subject:
    return Subject(SubjectKind.UNIT, unit_id)


def _owed(session: Session, *kinds: NoticeKind) -> list[tuple[NoticeKind, int, dict[str, str | int]]]:
    rows = notices.lease(session, "test", 200, session.info["clock"].now())
    return [(row.kind, row.person_id, dict(row.facts)) for row in rows if row.kind in kinds]


def _set(session: Session, clock: Clock, key: RuleKey, value: str, scope_id: int | None = None) -> None:
    today = clock.now().date() + DAY
    granted(letters.set_rule(session, None, key, value, scope_id=scope_id, valid_from=today))
    clock.shift(DAY)


def _seen(session: Session, hat: Hat, kind: SubjectKind = SubjectKind.UNIT) -> list[int]:
    return [item.subject.id for item in granted(inbox_page(session, hat, kind)).items]


# ---- silence: the calendar's days ----


def test_a_silent_union_is_stood_in_for_by_the_county_and_then_by_the_province(
    session: Session, world: World, provincial: Hat, clock: Clock
) -> None:
    unit_id = registered(session, world).subject_id
    opens = clock.now().date() + 14 * DAY
    clock.shift(13 * DAY)
    for outcome in (
        unit_review_card(session, world.officer, unit_id),
        reject(session, world.officer, _unit(unit_id), 1, RejectionCode.NOT_REAL),
        set_check(session, world.officer, unit_id, 1, Check.LICENCE_VALID, CheckState.HOLDS),
    ):
        problem = refused(outcome)
        assert problem.code is ReviewProblem.TOO_EARLY
        assert problem.values == {
            "union": "اتحادیهٔ کفاشان ری",
            "from": opens,
            "rule": RuleKey.COUNTY_DAYS,
            "days": 14,
        }
    assert _seen(session, world.officer) == []
    assert granted(inbox_counts(session, world.officer)).units == 0
    clock.shift(DAY)
    assert _seen(session, world.officer) == [unit_id]
    assert granted(inbox_counts(session, world.officer)).units == 1
    card = granted(unit_review_card(session, world.officer, unit_id))
    assert card.in_place is not None
    assert (card.in_place.ground, card.in_place.union, card.in_place.days) == (
        Ground.SILENT,
        "اتحادیهٔ کفاشان ری",
        14,
    )
    assert card.in_place.source == Setting(None, None, default=True)
    assert refused(unit_review_card(session, provincial, unit_id)).values["from"] == opens + 7 * DAY
    assert _seen(session, provincial) == []
    clock.shift(7 * DAY)
    assert _seen(session, provincial) == _seen(session, world.officer) == [unit_id]
    check_all(session, provincial, unit_id)
    granted(approve(session, provincial, _unit(unit_id), 1, Basis.VISIT))
    assert _seen(session, world.officer) == _seen(session, provincial) == []


def test_every_such_act_says_so(session: Session, world: World, clock: Clock) -> None:
    secretary = _appointed(session, 71, RoleKind.UNION_SECRETARY, world.union_id)
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    subject = month_subject(receipt)
    granted(
        letters.set_rule(
            session,
            None,
            RuleKey.COUNTY_DAYS,
            "10",
            scope_id=world.province_id,
            valid_from=clock.now().date() + DAY,
            clause=MONTHLY_CONFIRMATION,
        )
    )
    clock.shift(11 * DAY)
    _owed(session)
    decision = granted(approve(session, world.officer, subject, 1, Basis.DOCUMENT_SEEN))
    assert decision.office_id == world.county_id
    told = _owed(session, NoticeKind.MONTH_APPROVED, NoticeKind.DECIDED_IN_PLACE)
    assert {(kind, who) for kind, who, _ in told} == {
        (NoticeKind.MONTH_APPROVED, world.owner),
        (NoticeKind.DECIDED_IN_PLACE, world.approver.person_id),
        (NoticeKind.DECIDED_IN_PLACE, world.second_approver.person_id),
        (NoticeKind.DECIDED_IN_PLACE, secretary.person_id),
    }
    for _, _, facts in told:
        assert (facts["office"], facts["office-kind"], facts["union"]) == ("ری", "county", "اتحادیهٔ کفاشان ری")
        assert (facts["ground"], facts["days"]) == ("silent", 10)
        assert letters.reread(facts) == cite(MONTHLY_CONFIRMATION)
    (act,) = (one for one in audit.trail(session, str(subject)) if one.act is audit.AuditAct.MONTH_APPROVED)
    assert (act.by, act.hat) == (world.officer.person_id, world.officer.role_id)
    assert act.details["in-place-of"] == str(world.union_id)
    assert (act.details["ground"], act.details["days"]) == ("silent", "10")
    last = last_review(session, world.owner, subject)
    assert last is not None
    seen = granted(last)
    assert (seen.office, seen.office_kind, seen.union) == ("ری", OfficeKind.COUNTY, "اتحادیهٔ کفاشان ری")
    assert seen.ground is Ground.SILENT


def test_the_first_of_union_county_and_province_wins_and_the_others_are_told(
    session: Session, world: World, provincial: Hat, clock: Clock
) -> None:
    first, second = (
        granted(submit_registration(session, world.owner, another_workshop(world.union_id, number), just_now(session)))
        for number in (1, 2)
    )
    clock.shift(30 * DAY)
    granted(reject(session, world.approver, _unit(first.subject_id), 1, RejectionCode.NOT_REAL))
    granted(reject(session, world.officer, _unit(second.subject_id), 1, RejectionCode.NOT_REAL))

    def late(hat: Hat, unit_id: int) -> object:
        return refused(reject(session, hat, _unit(unit_id), 1, RejectionCode.NOT_REAL)).code

    assert late(world.officer, first.subject_id) is ReviewProblem.DECIDED_BY_UNION
    assert late(provincial, first.subject_id) is ReviewProblem.DECIDED_BY_UNION
    assert late(world.approver, second.subject_id) is ReviewProblem.DECIDED_BY_COUNTY
    assert late(provincial, second.subject_id) is ReviewProblem.DECIDED_BY_COUNTY
    assert late(world.officer, second.subject_id) is ReviewProblem.DECIDED_BY_YOU


def test_a_rule_of_none_leaves_it_with_the_union(session: Session, world: World, provincial: Hat, clock: Clock) -> None:
    unit_id = registered(session, world).subject_id
    _set(session, clock, RuleKey.COUNTY_DAYS, "0", world.union_id)
    clock.shift(20 * DAY)
    problem = refused(unit_review_card(session, world.officer, unit_id))
    assert problem.code is ReviewProblem.NOT_IN_PLACE
    assert problem.values == {"union": "اتحادیهٔ کفاشان ری", "rule": RuleKey.COUNTY_DAYS}
    assert (_seen(session, world.officer), _seen(session, provincial)) == ([], [unit_id])


def test_what_comes_again_waits_anew(session: Session, world: World, clock: Clock) -> None:
    unit_id = registered(session, world).subject_id
    clock.shift(14 * DAY)
    session.execute(sa.update(Unit).values(submitted_at=clock.now(), revision=2))
    session.commit()
    problem = refused(reject(session, world.officer, _unit(unit_id), 1, RejectionCode.NOT_REAL))
    assert problem.code is ReviewProblem.TOO_EARLY


def test_the_calendar_tells_an_office_once_a_week_what_came_to_it(
    session: Session, world: World, provincial: Hat, clock: Clock
) -> None:
    clock.set(datetime(2026, 12, 1, 9, 0, tzinfo=UTC))
    registered(session, world)
    told: list[tuple[int, int]] = []
    for day in range(30):
        owed = remind_in_place(session, limit=1)
        while owed.next is not None:
            owed = remind_in_place(session, owed.next, limit=1)
        assert remind_in_place(session).owed == 0
        session.commit()
        told += [(day, who) for _, who, _ in _owed(session, NoticeKind.IN_PLACE_REMINDER)]
        clock.shift(DAY)
    county, province = world.officer.person_id, provincial.person_id
    assert told == [(14, county), (21, county), (21, province), (28, county), (28, province)]


# ---- a union without access ----


def test_a_union_without_an_approver_is_stood_in_for_at_once(
    session: Session, world: World, provincial: Hat, clock: Clock
) -> None:
    for hat in (world.approver, world.second_approver):
        granted(organisations.revoke(session, hat.role_id))
    unit_id = registered(session, world).subject_id
    assert _seen(session, world.officer) == [unit_id]
    card = granted(unit_review_card(session, world.officer, unit_id))
    assert card.in_place is not None
    assert card.in_place.ground is Ground.NO_ACCESS
    assert refused(unit_review_card(session, provincial, unit_id)).code is ReviewProblem.TOO_EARLY
    granted(organisations.revoke(session, world.officer.role_id))
    assert _seen(session, provincial) == [unit_id]
    card = granted(unit_review_card(session, provincial, unit_id))
    assert card.in_place is not None
    assert card.in_place.ground is Ground.NO_ACCESS
    # The first approver comes: now the union has its days.
    _appointed(session, 72, RoleKind.UNION_APPROVER, world.union_id)
    assert refused(reject(session, provincial, _unit(unit_id), 1, RejectionCode.NOT_REAL)).code is (
        ReviewProblem.TOO_EARLY
    )
    assert _seen(session, provincial) == []


# ---- whose it is ----


def test_other_counties_revoked_officers_and_the_own_unit(session: Session, world: World, clock: Clock) -> None:
    unit_id = registered(session, world).subject_id
    filling_in = _appointed(session, 74, RoleKind.COUNTY_OFFICER, world.county_id)
    add_delegate(session, filling_in.person_id, unit_id)
    elsewhere = granted(organisations.add_office(session, OfficeKind.COUNTY, "ورامین", world.province_id))
    stranger = _appointed(session, 73, RoleKind.COUNTY_OFFICER, elsewhere.id)
    owning = granted(organisations.grant(session, world.owner, RoleKind.COUNTY_OFFICER, world.county_id))
    clock.shift(15 * DAY)

    def tried(hat: Hat) -> set[object]:
        outcomes = (
            reject(session, hat, _unit(unit_id), 1, RejectionCode.NOT_REAL),
            set_check(session, hat, unit_id, 1, Check.LICENCE_VALID, CheckState.HOLDS),
            step_aside(session, hat, _unit(unit_id), 1, Interest.SHARE),
            unit_review_card(session, hat, unit_id),
        )
        return {refused(outcome).code for outcome in outcomes}

    assert tried(stranger) == {ReviewProblem.NOT_YOURS}
    assert tried(owning) == tried(filling_in) == {ReviewProblem.OWN_UNIT}
    assert _seen(session, stranger) == _seen(session, owning) == _seen(session, filling_in) == []
    granted(organisations.revoke(session, world.officer.role_id))
    assert tried(world.officer) == {ReviewProblem.NOT_YOURS}
    assert refused(inbox_page(session, world.officer, SubjectKind.UNIT)).code is ReviewProblem.NOT_YOURS
    assert refused(inbox_counts(session, world.officer)).code is ReviewProblem.NOT_YOURS


# ---- many unions: pages, counts, plans ----


def _many(session: Session, world: World, unions: int, units: int) -> tuple[list[int], list[int]]:
    """A county of so many unions with so many waiting workshops each, written directly; unions and units by age."""
    (template,) = session.execute(sa.select(Unit.__table__)).mappings().all()  # type: ignore[attr-defined]
    offices = [
        granted(organisations.add_office(session, OfficeKind.UNION, f"اتحادیهٔ {number}", world.county_id)).id
        for number in range(unions)
    ]
    for number, office_id in enumerate(offices):
        _appointed(session, 1000 + number, RoleKind.UNION_APPROVER, office_id)
    rows = [
        dict(template)
        | {
            "id": 1000 + place,
            "union_id": offices[place * 7 % unions],
            "title": f"کارگاه {place}",
            "receipt": f"BY-{place:09d}",
            # Several of one instant, across unions.
            "submitted_at": template["submitted_at"] - 30 * DAY + timedelta(minutes=place // 3),
        }
        for place in range(unions * units)
    ]
    session.execute(sa.insert(Unit), rows)
    session.commit()
    return offices, [row["id"] for row in rows]


def test_the_pages_of_many_unions_give_everything_once_oldest_first(
    session: Session, world: World, provincial: Hat, clock: Clock
) -> None:
    registered(session, world)
    _, expected = _many(session, world, unions=9, units=4)
    for hat in (world.officer, provincial):
        seen: list[int] = []
        after: Cursor | None = None
        for _ in range(20):
            page = granted(inbox_page(session, hat, SubjectKind.UNIT, after))
            seen += [item.subject.id for item in page.items]
            after = page.next
            if after is None:
                break
        assert seen == expected
        assert granted(inbox_counts(session, hat)).units == len(expected)
    item = granted(next_item(session, world.officer, SubjectKind.UNIT))
    assert item is not None
    assert (item.union, item.days) == ("اتحادیهٔ 0", 30)


def test_counting_stops_at_a_hundred_here_too(session: Session, world: World) -> None:
    registered(session, world)
    _many(session, world, unions=5, units=30)
    assert granted(inbox_counts(session, world.officer)).units == 100


@pytest.mark.parametrize("kind", SubjectKind)
def test_pages_and_counts_run_along_the_partial_index(session: Session, world: World, kind: SubjectKind) -> None:
    unit_id = registered(session, world).subject_id
    _many(session, world, unions=5, units=30)
    index = f"ix_{TABLES[kind].__tablename__}_inbox"
    turn = turn_of(session, world.officer)
    heads = heads_query(world.officer, turn, kind, None)
    assert heads is not None
    (counting,) = count_arms(world.officer, turn, kind)
    arm = page_arm(world.officer, kind, None, None).where(union_of(kind) == world.union_id)
    heads = heads.limit(7)
    for query in (heads, counting.limit(100), arm.limit(7)):
        plan = explain(session, query)
        assert index in plan
        table = TABLES[kind].__tablename__
        assert f"SCAN {table}" not in plan
        assert f"Seq Scan on {table}" not in plan
        assert query is not heads or f"pk_{table}" not in plan  # read from the index of the inbox, not joined to it
    assert unit_id
