import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.organisations import OfficeKind, OrganisationProblem, RoleKind
from models.reference import seed_reference
from tests.models.world import build_world, granted, person, refused


def test_a_revoked_approver_finds_the_old_hat_useless(session: Session) -> None:
    world = build_world(session)
    granted(organisations.revoke(session, world.approver.role_id))

    held = organisations.hat(session, world.approver.person_id, world.approver.role_id)

    assert refused(held).code is OrganisationProblem.ROLE_NOT_YOURS
    assert organisations.hats(session, world.approver.person_id) == ()
    again = granted(organisations.grant(session, world.approver.person_id, RoleKind.UNION_APPROVER, world.union_id))
    assert organisations.hat(session, world.approver.person_id, again.role_id) == again


def test_somebody_elses_hat_does_not_fit(session: Session) -> None:
    world = build_world(session)
    held = organisations.hat(session, world.owner, world.approver.role_id)
    assert refused(held).code is OrganisationProblem.ROLE_NOT_YOURS


def test_a_county_officer_names_approvers_but_no_experts_and_nobody_in_another_county(session: Session) -> None:
    world = build_world(session)
    somebody = person(session, 77)
    other = granted(organisations.add_office(session, OfficeKind.COUNTY, "شمیران", world.province_id))
    far = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ نجاران شمیران", other.id))

    expert = organisations.grant(session, somebody, RoleKind.ORDER_EXPERT, world.province_id, by=world.officer)
    outside = organisations.grant(session, somebody, RoleKind.UNION_APPROVER, far.id, by=world.officer)
    wrong_place = organisations.grant(session, somebody, RoleKind.UNION_APPROVER, world.county_id)

    assert refused(expert).code is OrganisationProblem.MAY_NOT_GRANT
    assert refused(outside).code is OrganisationProblem.MAY_NOT_GRANT
    assert refused(wrong_place).code is OrganisationProblem.ROLE_DOES_NOT_FIT
    hat = granted(organisations.grant(session, somebody, RoleKind.UNION_APPROVER, world.union_id, by=world.officer))
    twice = organisations.grant(session, somebody, RoleKind.UNION_APPROVER, world.union_id, by=world.officer)
    assert refused(twice).code is OrganisationProblem.ROLE_ALREADY_HELD
    assert hat.office_name == "اتحادیهٔ کفاشان ری"


def test_a_revoked_officer_grants_nothing_with_an_old_hat(session: Session) -> None:
    world = build_world(session)
    granted(organisations.revoke(session, world.officer.role_id))
    hat = organisations.grant(session, world.owner, RoleKind.UNION_APPROVER, world.union_id, by=world.officer)
    assert refused(hat).code is OrganisationProblem.ROLE_NOT_YOURS


def test_an_owner_finds_the_union_however_it_is_typed(session: Session) -> None:
    world = build_world(session)
    assert organisations.unions(session, world.county_id, "درودگران").found == ()
    assert organisations.unions(session, world.county_id, "%").found != ()  # no letter to search for: the whole list
    for typed in ("کفاشان", "كفاشان", "اتحادیه کفاشان", "کفّاشان ری"):
        found = organisations.unions(session, world.county_id, typed)
        assert [union.id for union in found.found] == [world.union_id], typed


def test_a_long_list_of_unions_says_that_there_are_more(session: Session) -> None:
    world = build_world(session)
    for number in range(20):
        granted(organisations.add_office(session, OfficeKind.UNION, f"اتحادیهٔ نمونه {number:02d}", world.county_id))
    found = organisations.unions(session, world.county_id)
    assert len(found.found) == 20
    assert found.more
    assert not organisations.unions(session, world.county_id, "کفاشان").more


def test_a_union_does_not_stand_below_a_province_nor_twice(session: Session) -> None:
    world = build_world(session)
    nowhere = organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ نمونه", world.province_id)
    twice = organisations.add_office(session, OfficeKind.UNION, "اتحاديه كفاشان ري", world.county_id)
    assert refused(nowhere).code is OrganisationProblem.OFFICE_DOES_NOT_FIT
    assert refused(twice).code is OrganisationProblem.OFFICE_EXISTS


def test_the_32_organisations_are_seeded_once_in_persian_order(session: Session) -> None:
    assert seed_reference(session) == 0, "every test finds them there"
    session.execute(sa.delete(organisations.Office).where(col(organisations.Office.code) == "IR-08-S"))
    assert seed_reference(session) == 1
    assert seed_reference(session) == 0
    names = [office.name for office in organisations.provinces(session)]
    assert len(names) == 32
    assert names[:4] == ["آذربایجان شرقی", "آذربایجان غربی", "اردبیل", "اصفهان"]
    assert names[-1] == "یزد"
    assert {"کرمان", "جنوب کرمان"} <= set(names)


def test_south_kermans_counties_are_not_kermans(session: Session) -> None:
    seed_reference(session)
    by_name = {office.name: office.id for office in organisations.provinces(session)}
    jiroft = granted(organisations.add_office(session, OfficeKind.COUNTY, "جیرفت", by_name["جنوب کرمان"]))
    assert organisations.within(session, jiroft.id, by_name["جنوب کرمان"])
    assert not organisations.within(session, jiroft.id, by_name["کرمان"])
    assert organisations.counties(session, by_name["کرمان"]) == ()
