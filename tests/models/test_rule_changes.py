"""Rules that a circular changes: set at its release, cited by its clause, and what they are to a reader."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import circulars, eligibility, letters, organisations
from models.audit import AuditAct, AuditEntry
from models.circulars import Audience, Circular, CircularClass, CircularProblem, CircularState, Content, Level
from models.circulars import changes as room
from models.circulars.changes import Change, preview, read
from models.circulars.changing import put_rule, rules_of, take_rule_out
from models.circulars.effects import Concern, effects
from models.circulars.wordlist import CircularPlace
from models.clock import Clock, now
from models.letters import CircularClause, Citation, Clause, RuleKey, RuleProblem, RuleRow, Setting
from models.months import deadline
from models.organisations import Hat, OfficeKind, RoleKind
from models.values.jalali import JalaliMonth
from tests.models.told import confirmed_unit
from tests.models.world import World, granted, person, refused, registered
from tests.statements import statements_of

TODAY = date(2026, 12, 1)
LATER = TODAY + timedelta(days=30)
CLAUSES = ("مهلت ثبت آمار هر ماه تا پانزدهم ماه بعد است.", "برای احراز نیاز، آمار چهار ماه لازم است.")
ENTRY = Change(RuleKey.ENTRY_DAY, "15", LATER, 1)
NEEDED = Change(RuleKey.NEEDED, "4", TODAY, 2)


def _officers(session: Session, office_id: int, kind: RoleKind, digits: int) -> tuple[Hat, Hat]:
    first, second = (person(session, digits + number) for number in range(2))
    return (
        granted(organisations.grant(session, first, kind, office_id)),
        granted(organisations.grant(session, second, kind, office_id)),
    )


def _draft(session: Session, author: Hat, *changes: Change, number: str = "60/405118") -> int:
    content = Content(number, TODAY, "مهلت و شمار ماه‌ها", "دو قاعده عوض می‌شود.", CLAUSES, CircularClass.ORDINARY)
    circular_id = granted(circulars.compose(session, author, content, Audience(frozenset({Level.UNION}))))
    session.get_one(Circular, circular_id).changes = [one.as_json() for one in changes]
    session.flush()
    return circular_id


def _started(session: Session, circular_id: int) -> None:
    session.get_one(Circular, circular_id).started_at = now(session)
    session.flush()


def _released(session: Session, world: World, *changes: Change) -> int:
    author, second = _officers(session, world.province_id, RoleKind.PROVINCIAL_OFFICER, 60)
    circular_id = _draft(session, author, *changes)
    granted(circulars.release(session, second, circular_id))
    _started(session, circular_id)
    return circular_id


def test_a_change_is_kept_and_read_within_the_bounds_of_its_rule() -> None:
    for one in (ENTRY, NEEDED, Change(RuleKey.GRACE_UNTIL, "", TODAY)):
        assert Change.of_json(one.as_json()) == one
    assert read(RuleKey.ENTRY_DAY, "۱۵", LATER, 1) == ENTRY
    assert refused(read(RuleKey.ENTRY_DAY, "۳۲", LATER)).code is RuleProblem.NUMBER
    assert refused(read(RuleKey.COUNTS_WAITING, "شاید", LATER)).code is RuleProblem.YES_NO
    assert letters.read_clause("C12/3") == CircularClause(12, 3)
    assert letters.read_clause(str(letters.STATISTICS_ALONE)) == letters.STATISTICS_ALONE
    for wrong in ("C/3", "C12", "C12/", "Cx/1", "L9/body"):
        with pytest.raises(ValueError, match=wrong.partition("/")[0]):
            letters.read_clause(wrong)


def test_release_sets_the_rules_in_the_releasers_name_and_cites_the_clause(session: Session, world: World) -> None:
    circular_id = _released(session, world, ENTRY, NEEDED)
    needed = letters.rule(session, RuleKey.NEEDED, world.union_id, TODAY)
    assert needed.number == 4
    assert needed.source == Citation(CircularClause(circular_id, 2), "60/405118", TODAY, CLAUSES[1])
    assert letters.reread(letters.kept(needed.source)) == replace(needed.source, summary="")
    assert letters.rule(session, RuleKey.ENTRY_DAY, world.union_id, TODAY).number == 10
    assert letters.rule(session, RuleKey.ENTRY_DAY, world.union_id, LATER).number == 15
    assert letters.rule(session, RuleKey.NEEDED, None, TODAY).number == 3  # elsewhere nothing has changed
    releaser = session.get_one(Circular, circular_id).released_by
    assert session.execute(sa.select(col(RuleRow.set_by)).distinct()).scalars().all() == [releaser]
    acts = session.execute(sa.select(sa.func.count()).where(col(AuditEntry.act) == AuditAct.RULE_SET)).scalar_one()
    assert acts == 2


def test_a_verdict_and_a_deadline_name_the_circular(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    circular_id = _released(session, world, NEEDED, replace(ENTRY, begins=TODAY))
    judged = granted(eligibility.my_verdict(session, world.owner, unit_id))
    cited = {str(one.source.clause): one.source for one in judged.reasons if isinstance(one.source, Citation)}
    assert (cited[f"C{circular_id}/2"].number, cited[f"C{circular_id}/2"].date) == ("60/405118", TODAY)
    azar = JalaliMonth(1405, 9)
    until = deadline(session, world.union_id, azar)
    assert until.day == JalaliMonth(1405, 10).day(15)
    assert isinstance(until.source, Citation)
    assert until.source.clause == CircularClause(circular_id, 1)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ((replace(NEEDED, begins=TODAY - timedelta(days=1)),), CircularProblem.CHANGE_TOO_EARLY),
        ((replace(NEEDED, clause=3),), CircularProblem.CHANGE_CLAUSE),
        ((NEEDED, replace(NEEDED, value="5")), CircularProblem.CHANGE_TWICE),
        ((replace(NEEDED, value="900"),), RuleProblem.NUMBER),
        (tuple(replace(NEEDED, begins=TODAY + timedelta(days=n)) for n in range(6)), CircularProblem.TOO_MANY_CHANGES),
    ],
)
def test_a_wrong_change_is_not_released(
    session: Session, world: World, changes: tuple[Change, ...], code: CircularProblem | RuleProblem
) -> None:
    author, second = _officers(session, world.province_id, RoleKind.PROVINCIAL_OFFICER, 60)
    circular_id = _draft(session, author, *changes)
    assert refused(circulars.release(session, second, circular_id)).code is code
    assert session.get_one(Circular, circular_id).state is CircularState.DRAFT
    assert session.execute(sa.select(col(RuleRow.id))).first() is None


def test_nobody_is_bound_before_being_told(session: Session, world: World, clock: Clock) -> None:
    author, second = _officers(session, world.province_id, RoleKind.PROVINCIAL_OFFICER, 60)
    circular_id = _draft(session, author, NEEDED)
    problem = refused(circulars.release(session, second, circular_id, clock.now() + timedelta(days=3)))
    assert problem.code is CircularProblem.CHANGE_TOO_EARLY
    assert problem.values["first"] == TODAY + timedelta(days=3)


def test_who_sets_no_rules_releases_no_such_circular(session: Session, world: World) -> None:
    author, second = _officers(session, world.county_id, RoleKind.COUNTY_OFFICER, 60)
    circular_id = _draft(session, author, NEEDED)
    assert refused(circulars.release(session, second, circular_id)).code is CircularProblem.MAY_NOT_CHANGE_RULES
    assert not room.may_change(session, second, world.county_id)


def test_a_national_office_sets_the_countrys_rules_and_what_is_nearer_stays(session: Session, world: World) -> None:
    registered(session, world)
    (centre,) = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)
    author, second = _officers(session, centre.id, RoleKind.STATISTICS_OFFICER, 60)
    key = RuleKey.NEEDED
    granted(letters.set_rule(session, None, key, "6", scope_id=world.province_id, valid_from=TODAY))
    (seen,) = preview(session, centre.id, (NEEDED,))
    assert (seen.scope, seen.old.value, seen.units, seen.nearer) == (None, "3", 1, ((OfficeKind.PROVINCE, "تهران"),))
    circular_id = _draft(session, author, NEEDED)
    granted(circulars.release(session, second, circular_id))
    assert letters.rule(session, key, None, TODAY).number == 4
    assert letters.rule(session, key, world.union_id, TODAY).number == 6
    _started(session, circular_id)
    (told,) = granted(effects(session, world.owner, circular_id)).told
    assert (told.concern, told.place) == (Concern.OTHERWISE, "کفش دست‌دوز آذر")
    assert told.instead is not None
    assert told.instead.source == Setting("تهران", TODAY, default=False)


def test_what_it_changes_is_told_to_each_reader(session: Session, world: World) -> None:
    registered(session, world)
    review = Change(RuleKey.ACCESS_COUNTY_DAYS, "2", TODAY)
    circular_id = _released(session, world, ENTRY, review)
    isfahan = next(office for office in organisations.provinces(session) if office.name == "اصفهان")
    far = granted(organisations.grant(session, person(session, 90), RoleKind.PROVINCIAL_OFFICER, isfahan.id))
    told = {
        "owner": (world.owner, (Concern.YOURS, Concern.OTHERS)),
        "approver": (world.approver.person_id, (Concern.YOURS, Concern.YOURS)),
        "expert": (world.expert.person_id, (Concern.OTHERS, Concern.OTHERS)),
        "far": (far.person_id, (Concern.ELSEWHERE, Concern.ELSEWHERE)),
        "nobody": (person(session, 91), (Concern.OTHERS, Concern.OTHERS)),
    }
    for who, (reader, expected) in told.items():
        seen = granted(effects(session, reader, circular_id))
        assert tuple(one.concern for one in seen.told) == expected, who
        assert [one.old.value for one in seen.told] == ["10", "3"], who
        assert seen.told[0].scope == "تهران"


def test_a_withdrawn_one_takes_back_what_has_not_begun(session: Session, world: World) -> None:
    circular_id = _released(session, world, ENTRY, NEEDED)
    row = session.get_one(Circular, circular_id)
    by = granted(organisations.grant(session, person(session, 70), RoleKind.PROVINCIAL_OFFICER, world.province_id))
    assert circulars.withdraw(session, by, row.id) is None
    assert letters.rule(session, RuleKey.ENTRY_DAY, world.union_id, LATER).number == 10
    assert letters.rule(session, RuleKey.NEEDED, world.union_id, TODAY).number == 4
    registered(session, world)
    told = granted(effects(session, world.owner, circular_id)).told
    assert tuple(one.concern for one in told) == (Concern.TAKEN_BACK, Concern.YOURS)


def test_what_is_a_draft_again_before_its_hour_has_set_nothing(session: Session, world: World, clock: Clock) -> None:
    author, second = _officers(session, world.province_id, RoleKind.PROVINCIAL_OFFICER, 60)
    circular_id = _draft(session, author, ENTRY, NEEDED)
    usual = letters.rule(session, RuleKey.NEEDED, world.union_id, TODAY).number
    granted(circulars.release(session, second, circular_id, clock.now() + timedelta(hours=2)))
    assert letters.rule(session, RuleKey.NEEDED, world.union_id, TODAY).number == 4
    granted(circulars.reschedule(session, second, circular_id, clock.now() + timedelta(hours=1)))
    granted(circulars.redraft(session, author, circular_id))
    assert letters.rule(session, RuleKey.NEEDED, world.union_id, TODAY).number == usual
    assert letters.rule(session, RuleKey.ENTRY_DAY, world.union_id, LATER).number == 10
    assert session.exec(select(CircularPlace)).first() is None
    granted(circulars.release(session, second, circular_id))
    assert letters.rule(session, RuleKey.NEEDED, world.union_id, TODAY).number == 4


def test_a_draft_changes_nothing_for_anybody(session: Session, world: World) -> None:
    author, _ = _officers(session, world.province_id, RoleKind.PROVINCIAL_OFFICER, 60)
    circular_id = _draft(session, author, NEEDED)
    assert refused(effects(session, world.owner, circular_id)).code is CircularProblem.UNKNOWN
    assert letters.rule(session, RuleKey.NEEDED, world.union_id, TODAY).source == Setting(None, None, default=True)
    assert isinstance(letters.cite(letters.STATISTICS_ALONE).clause, Clause)


def test_rules_are_put_into_a_draft_by_those_who_may_set_them(session: Session, world: World) -> None:
    author, second = _officers(session, world.province_id, RoleKind.PROVINCIAL_OFFICER, 60)
    circular_id = _draft(session, author)
    row = session.get_one(Circular, circular_id)
    revision = granted(put_rule(session, second, circular_id, row.revision, ENTRY))
    assert row.author_id == second.person_id  # whoever changed it last does not release it
    assert refused(put_rule(session, author, circular_id, revision - 1, NEEDED)).code is CircularProblem.CHANGED
    granted(put_rule(session, author, circular_id, revision, NEEDED))
    granted(put_rule(session, author, circular_id, None, replace(NEEDED, value="5", clause=None)))
    seen = granted(rules_of(session, second, circular_id))
    assert [(one.change.rule, one.change.value) for one in seen.told] == [
        (RuleKey.ENTRY_DAY, "15"),
        (RuleKey.NEEDED, "5"),
    ]
    granted(take_rule_out(session, author, circular_id, None, 1))
    assert room.of_circular(row) == (replace(NEEDED, value="5", clause=None),)
    granted(circulars.release(session, second, circular_id))
    assert refused(put_rule(session, author, circular_id, None, ENTRY)).code is CircularProblem.WRONG_STATE
    source = letters.rule(session, RuleKey.NEEDED, world.union_id, TODAY).source
    assert isinstance(source, Citation)
    assert source.clause == CircularClause(circular_id, 0)


def test_a_county_writes_circulars_without_rules(session: Session, world: World) -> None:
    author, _ = _officers(session, world.county_id, RoleKind.COUNTY_OFFICER, 60)
    circular_id = _draft(session, author)
    assert refused(put_rule(session, author, circular_id, None, NEEDED)).code is CircularProblem.MAY_NOT_CHANGE_RULES
    assert not granted(rules_of(session, author, circular_id)).sets
    assert refused(rules_of(session, world.expert, circular_id)).code.value == "out-of-reach"


def test_many_changes_ask_no_more_than_one(session: Session, world: World) -> None:
    registered(session, world)
    author, second = _officers(session, world.province_id, RoleKind.PROVINCIAL_OFFICER, 60)
    many = (ENTRY, NEEDED, *(replace(NEEDED, begins=TODAY + timedelta(days=n)) for n in (1, 2, 3)))
    asked: list[int] = []
    for number, told in (("1/1", many[:1]), ("1/2", many)):
        circular_id = _draft(session, author, *told, number=number)
        granted(circulars.release(session, second, circular_id))
        _started(session, circular_id)
        session.expire_all()
        with statements_of(session) as said:
            assert len(granted(effects(session, world.owner, circular_id)).told) == len(told)
        asked.append(len(said))
        session.expire_all()
        with statements_of(session) as said:
            assert len(preview(session, world.province_id, told)) == len(told)
        asked.append(len(said))
    assert asked[:2] == asked[2:]
    assert max(asked) <= 9
    with statements_of(session) as said:
        rules = letters.rules(session, world.union_id, LATER)
    assert isinstance(rules[RuleKey.ENTRY_DAY].source, Citation)
    assert len(said) == 2  # a circular is cited without being asked for
