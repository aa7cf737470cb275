"""Conflicts of interest: the own unit, a board member's and a rival's go to the other approver, or to the county."""

import sqlalchemy as sa
from sqlmodel import Session

from models import audit, notices, organisations
from models.notices import NoticeKind
from models.organisations import Hat, RoleKind
from models.reviews import (
    ConflictProblem,
    Ground,
    Interest,
    RejectionCode,
    ReviewProblem,
    Subject,
    SubjectKind,
    candidates,
    conflict,
    conflicts_page,
    inbox_counts,
    inbox_page,
    lift,
    name_rival,
    own_conflicts,
    reject,
    step_aside,
    unit_review_card,
)
from models.units import submit_registration
from models.values.text import TextProblem
from tests.models.told import another_workshop, confirmed_unit, month_subject, recorded
from tests.models.world import World, granted, just_now, person, refused, registered


def _unit(unit_id: int) -> Subject:
    return Subject(SubjectKind.UNIT, unit_id)


def _appointed(session: Session, digits: int, kind: RoleKind, office_id: int) -> Hat:
    return granted(organisations.grant(session, person(session, digits), kind, office_id))


def _seen(session: Session, hat: Hat, kind: SubjectKind = SubjectKind.UNIT) -> list[int]:
    counts = granted(inbox_counts(session, hat))
    found = [item.subject.id for item in granted(inbox_page(session, hat, kind)).items]
    assert len(found) == (counts.units if kind is SubjectKind.UNIT else counts.months)
    return found


def test_a_declared_interest_leads_to_the_other_approver(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    first = recorded(session, world, unit_id)
    subject = month_subject(first)
    granted(step_aside(session, world.approver, subject, 1, Interest.RIVAL))
    assert _seen(session, world.approver, SubjectKind.MONTH) == []
    assert _seen(session, world.second_approver, SubjectKind.MONTH) == [first.subject_id]
    assert _seen(session, world.officer, SubjectKind.MONTH) == []
    for outcome in (
        reject(session, world.approver, subject, 1, RejectionCode.NOT_REAL),
        step_aside(session, world.approver, subject, 1, Interest.SHARE),
        unit_review_card(session, world.approver, unit_id),
    ):
        assert refused(outcome).code is ReviewProblem.CONFLICT
    granted(reject(session, world.second_approver, subject, 1, RejectionCode.NOT_REAL))
    (act,) = (one for one in audit.trail(session, f"unit:{unit_id}") if one.act is audit.AuditAct.CONFLICT_DECLARED)
    assert (act.by, act.hat, act.details["interest"]) == (world.approver.person_id, world.approver.role_id, "rival")


def test_when_nobody_is_left_the_county_decides_at_once(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    granted(step_aside(session, world.approver, _unit(unit_id), 1, Interest.BOARD))
    assert refused(unit_review_card(session, world.officer, unit_id)).code is ReviewProblem.TOO_EARLY
    granted(step_aside(session, world.second_approver, _unit(unit_id), 1, Interest.SHARE))
    assert _seen(session, world.officer) == [unit_id]
    card = granted(unit_review_card(session, world.officer, unit_id))
    assert card.in_place is not None
    assert card.in_place.ground is Ground.CONFLICT
    granted(reject(session, world.officer, _unit(unit_id), 1, RejectionCode.NOT_REAL))
    told = list(notices.lease(session, "test", 50, session.info["clock"].now()))
    assert {(row.kind, row.person_id) for row in told} == {(NoticeKind.UNIT_REJECTED, world.owner)}  # nobody aside
    assert told[0].facts["ground"] == "conflict"


def test_the_only_approvers_own_unit_goes_to_the_county_and_then_to_the_province(
    session: Session, world: World
) -> None:
    granted(organisations.revoke(session, world.second_approver.role_id))
    mine = granted(
        submit_registration(session, world.approver.person_id, another_workshop(world.union_id, 1), just_now(session))
    ).subject_id
    other = registered(session, world).subject_id
    provincial = _appointed(session, 70, RoleKind.PROVINCIAL_OFFICER, world.province_id)
    assert (_seen(session, world.approver), _seen(session, world.officer)) == ([other], [mine])
    assert _seen(session, provincial) == []
    granted(step_aside(session, world.officer, _unit(mine), 1, Interest.SHARE))
    assert (_seen(session, world.officer), _seen(session, provincial)) == ([], [mine])
    granted(reject(session, provincial, _unit(mine), 1, RejectionCode.NOT_REAL))


def test_an_owner_names_a_rival_with_a_reason_for_the_county_alone(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    named = [one.person_id for one in granted(candidates(session, world.owner, unit_id))]
    assert named == [world.approver.person_id, world.second_approver.person_id]
    rival = world.approver.person_id
    assert refused(name_rival(session, world.owner, unit_id, rival, " ")).code in set(TextProblem)
    assert refused(name_rival(session, world.owner, unit_id, world.owner, "چرا")).code is (
        ConflictProblem.NO_SUCH_APPROVER
    )
    assert refused(name_rival(session, rival, unit_id, rival, "چرا")).code is ConflictProblem.NOT_YOURS
    number = granted(name_rival(session, world.owner, unit_id, rival, "دو خیابان آن‌سوتر همین کفش را می‌فروشد"))
    assert (_seen(session, world.approver), _seen(session, world.second_approver)) == ([], [unit_id])
    (told,) = (row for row in notices.lease(session, "t", 9, session.info["clock"].now()))
    assert (told.kind, told.person_id) == (NoticeKind.CONFLICT_DECLARED, world.officer.person_id)
    (seen,) = granted(conflicts_page(session, world.officer)).items
    assert (seen.id, seen.by_owner, seen.reason) == (number, True, "دو خیابان آن‌سوتر همین کفش را می‌فروشد")
    assert granted(conflicts_page(session, world.approver)).items == ()
    assert refused(conflict(session, world.approver, number)).code is ConflictProblem.NOT_YOURS
    assert "خیابان".encode() not in session.execute(sa.text("SELECT reason_sealed FROM conflicts")).scalar_one()
    (mine,) = granted(own_conflicts(session, world.owner, unit_id))
    assert mine.id == number


def test_the_county_lifts_what_does_not_hold_and_the_owner_does_not_declare_it_again(
    session: Session, world: World
) -> None:
    unit_id = registered(session, world).subject_id
    rival = world.approver.person_id
    number = granted(name_rival(session, world.owner, unit_id, rival, "همکار پیشین من است"))
    stranger = _appointed(session, 71, RoleKind.PROVINCIAL_OFFICER, world.province_id)
    owning = granted(organisations.grant(session, world.owner, RoleKind.COUNTY_OFFICER, world.county_id))
    for hat in (world.approver, world.second_approver, stranger, owning):
        assert refused(lift(session, hat.person_id, hat.role_id, number)).code is ConflictProblem.NOT_YOURS
    granted(lift(session, world.officer.person_id, world.officer.role_id, number))
    assert _seen(session, world.approver) == [unit_id]
    told = list(notices.lease(session, "t", 9, session.info["clock"].now()))
    assert (told[-1].kind, told[-1].person_id) == (NoticeKind.CONFLICT_LIFTED, world.owner)
    again = refused(name_rival(session, world.owner, unit_id, rival, "باز هم"))
    assert (again.code, again.values["office"]) == (ConflictProblem.LIFTED, "ری")
    assert refused(lift(session, world.officer.person_id, world.officer.role_id, number)).code is (
        ConflictProblem.NOT_YOURS
    )
    acts = [act.act for act in audit.trail(session, f"unit:{unit_id}")]
    assert acts.count(audit.AuditAct.CONFLICT_LIFTED) == 1


def test_whoever_declared_it_takes_it_back(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    own = granted(step_aside(session, world.approver, _unit(unit_id), 1, Interest.SHARE))
    named = granted(name_rival(session, world.owner, unit_id, world.second_approver.person_id, "رقیب"))
    (mine,) = granted(conflicts_page(session, world.approver)).items
    assert (mine.id, mine.reason) == (own, None)
    granted(lift(session, world.approver.person_id, world.approver.role_id, own))
    granted(lift(session, world.owner, 0, named))
    assert _seen(session, world.approver) == _seen(session, world.second_approver) == [unit_id]
    granted(name_rival(session, world.owner, unit_id, world.second_approver.person_id, "دوباره"))


def test_a_revoked_role_declares_and_lifts_nothing(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    number = granted(step_aside(session, world.approver, _unit(unit_id), 1, Interest.SHARE))
    for hat in (world.approver, world.officer):
        granted(organisations.revoke(session, hat.role_id))
        refused(lift(session, hat.person_id, hat.role_id, number))
        refused(conflicts_page(session, hat))
    assert refused(step_aside(session, world.approver, _unit(unit_id), 1, Interest.SHARE)).code is (
        ReviewProblem.NOT_YOURS
    )
