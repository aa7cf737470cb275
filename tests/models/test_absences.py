"""Standing in: until a day's end somebody else acts in the role, and no longer; it shows in the trail."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from models import absences, audit, invitations, organisations, reminders
from models.absences import AbsenceProblem, begin_absence, end_absence
from models.clock import Clock
from models.invitations import InvitationProblem
from models.notices import Notice, NoticeKind
from models.organisations import Deed, Hat, OrganisationProblem, RoleKind, acting
from models.people import AccountKey, Messenger
from models.reviews import ReviewProblem, Subject, SubjectKind, inbox_counts, refusal
from models.reviews.permissions import Action
from tests.models.world import World, build_world, granted, person, refused, registered

TODAY = date(2026, 12, 1)
"""10 Azar 1405, the day of the tests' clock."""
LAST = date(2026, 12, 22)
"""1 Dey 1405."""
HERE = AccountKey(Messenger.BALE, 77)


def _away(session: Session, world: World) -> Hat:
    """The approver is away; the second one wears the hat in the approver's place."""
    granted(begin_absence(session, world.approver, LAST, world.second_approver.role_id))
    return granted(organisations.hat(session, world.second_approver.person_id, world.approver.role_id))


def test_a_colleague_acts_in_the_absent_ones_place_until_the_days_end(session: Session, clock: Clock) -> None:
    world = build_world(session)
    hat = _away(session, world)
    assert hat.standing_in_for == world.approver.person_id
    worn = organisations.hats(session, world.second_approver.person_id)
    assert [one.standing_in_for for one in worn] == [None, world.approver.person_id]
    assert organisations.hat(session, world.approver.person_id, world.approver.role_id) == world.approver
    told = session.exec(select(Notice).where(col(Notice.kind) == NoticeKind.STAND_IN)).all()
    assert [one.person_id for one in told] == [world.second_approver.person_id]

    clock.shift(timedelta(days=21))  # 1 Dey, 11:30
    granted(acting(session, hat, Deed.REVIEW, world.union_id))
    clock.shift(timedelta(hours=13))  # 2 Dey, 00:30 in Tehran
    assert refused(acting(session, hat, Deed.REVIEW, world.union_id)).code is OrganisationProblem.ROLE_NOT_YOURS
    assert len(organisations.hats(session, world.second_approver.person_id)) == 1
    granted(begin_absence(session, world.approver, date(2026, 12, 23), world.second_approver.role_id))


@pytest.mark.parametrize("ends", ["absent", "stand-in", "officer", "revoked", "colleague-revoked", "laid-down"])
def test_it_ends_early_and_old_buttons_with_it(session: Session, ends: str) -> None:
    world = build_world(session)
    hat = _away(session, world)
    found = absences.absence_of(session, world.approver.role_id)
    assert found is not None
    match ends:
        case "absent":
            granted(end_absence(session, world.approver.person_id, found.id))
        case "stand-in":
            granted(end_absence(session, world.second_approver.person_id, found.id))
        case "officer":
            granted(end_absence(session, world.officer.person_id, found.id, world.officer))
        case "revoked":
            granted(organisations.revoke(session, world.approver.role_id, world.officer))
        case "colleague-revoked":
            granted(organisations.revoke(session, world.second_approver.role_id, world.officer))
        case "laid-down":
            granted(organisations.revoke(session, world.approver.role_id, world.approver))
    assert refused(acting(session, hat, Deed.REVIEW, world.union_id)).code is OrganisationProblem.ROLE_NOT_YOURS
    assert refused(inbox_counts(session, hat)).code is ReviewProblem.NOT_YOURS
    assert absences.absence_of(session, world.approver.role_id) is None
    assert refused(end_absence(session, world.approver.person_id, found.id)).code is AbsenceProblem.OVER


def test_a_stranger_ends_nothing(session: Session) -> None:
    world = build_world(session)
    _away(session, world)
    found = absences.absence_of(session, world.approver.role_id)
    assert found is not None
    alone = end_absence(session, world.owner, found.id)
    expert = end_absence(session, world.expert.person_id, found.id, world.expert)
    assert refused(alone).code is OrganisationProblem.ROLE_NOT_YOURS
    assert refused(expert).code is OrganisationProblem.MAY_NOT_GRANT


def _past(session: Session, world: World) -> object:
    return begin_absence(session, world.approver, TODAY - timedelta(days=1), world.second_approver.role_id)


def _too_far(session: Session, world: World) -> object:
    return begin_absence(session, world.approver, TODAY + timedelta(days=61), world.second_approver.role_id)


def _twice(session: Session, world: World) -> object:
    _away(session, world)
    return begin_absence(session, world.approver, LAST, world.second_approver.role_id)


def _no_colleague(session: Session, world: World) -> object:
    return begin_absence(session, world.approver, LAST, world.officer.role_id)


def _oneself(session: Session, world: World) -> object:
    return begin_absence(session, world.approver, LAST, world.approver.role_id)


def _away_too(session: Session, world: World) -> object:
    _away(session, world)
    return begin_absence(session, world.second_approver, LAST, world.approver.role_id)


def _delegates_further(session: Session, world: World) -> object:
    return begin_absence(session, _away(session, world), LAST, world.second_approver.role_id)


def _revoked(session: Session, world: World) -> object:
    granted(organisations.revoke(session, world.approver.role_id))
    return begin_absence(session, world.approver, LAST, world.second_approver.role_id)


@pytest.mark.parametrize(
    ("attempt", "problem"),
    [
        (_past, AbsenceProblem.PAST),
        (_too_far, AbsenceProblem.TOO_FAR),
        (_twice, AbsenceProblem.BEGUN),
        (_no_colleague, AbsenceProblem.NO_COLLEAGUE),
        (_oneself, AbsenceProblem.NO_COLLEAGUE),
        (_away_too, AbsenceProblem.COLLEAGUE_AWAY),
        (_delegates_further, AbsenceProblem.STANDS_IN),
        (_revoked, OrganisationProblem.ROLE_NOT_YOURS),
    ],
)
def test_nobody_stands_in_so(session: Session, attempt: Callable[[Session, World], object], problem: object) -> None:
    world = build_world(session)
    assert refused(attempt(session, world)).code is problem


def test_somebody_invited_stands_in_without_a_role_of_the_own(session: Session) -> None:
    world = build_world(session)
    away = granted(begin_absence(session, world.expert, LAST, None))
    assert away.stand_in is None
    invited = granted(invitations.invite_stand_in(session, world.expert, away.id, "بهار نمونه"))
    second = granted(invitations.invite_stand_in(session, world.expert, away.id, "سارا نمونه"))
    bahar = person(session, 81)
    offer = granted(invitations.accept(session, HERE, bahar, invited.code))
    assert (offer.role, offer.until, offer.subject_id) == (RoleKind.ORDER_EXPERT, LAST, world.expert.role_id)
    (hat,) = organisations.hats(session, bahar)
    assert (hat.role_id, hat.standing_in_for) == (world.expert.role_id, world.expert.person_id)
    late = invitations.accept(session, HERE, person(session, 82), second.code)
    assert refused(late).code is InvitationProblem.INVITER_GONE
    granted(organisations.revoke(session, world.expert.role_id))
    assert organisations.hats(session, bahar) == ()


def test_a_stand_in_neither_gives_nor_takes_roles(session: Session) -> None:
    world = build_world(session)
    second = granted(organisations.grant(session, person(session, 83), RoleKind.COUNTY_OFFICER, world.county_id))
    granted(begin_absence(session, world.officer, LAST, second.role_id))
    hat = granted(organisations.hat(session, second.person_id, world.officer.role_id))
    invited = invitations.invite_to_role(session, hat, RoleKind.UNION_APPROVER, world.union_id, "نرگس نمونه")
    taken = organisations.revoke(session, world.approver.role_id, hat)
    laid_down = organisations.revoke(session, hat.role_id, hat)
    for outcome in (invited, taken, laid_down):
        assert refused(outcome).code is OrganisationProblem.MAY_NOT_GRANT
    granted(organisations.revoke(session, world.approver.role_id, second))  # with the own hat


def test_the_absent_ones_own_unit_is_not_decided_in_the_absent_ones_place(session: Session) -> None:
    world = build_world(session)
    owning = granted(organisations.grant(session, world.owner, RoleKind.UNION_APPROVER, world.union_id))
    subject = Subject(SubjectKind.UNIT, registered(session, world).subject_id)
    granted(begin_absence(session, owning, LAST, world.approver.role_id))
    hat = granted(organisations.hat(session, world.approver.person_id, owning.role_id))
    stands_in = refusal(session, hat, subject, 1, Action.SEND_BACK)
    assert stands_in is not None
    assert stands_in.code is ReviewProblem.OWN_UNIT
    assert granted(inbox_counts(session, hat)).units == 0
    assert refusal(session, world.approver, subject, 1, Action.SEND_BACK) is None


def test_the_trail_says_in_whose_place_it_was(session: Session) -> None:
    world = build_world(session)
    hat = _away(session, world)
    audit.record(session, audit.AuditAct.CHECK_SET, by=hat.person_id, hat=hat.role_id, subject="unit:7")
    audit.record(
        session, audit.AuditAct.CHECK_SET, by=world.officer.person_id, hat=world.officer.role_id, subject="unit:7"
    )
    first, second = audit.trail(session, "unit:7")
    assert (first.by, first.hat, first.in_place_of) == (
        world.second_approver.person_id,
        world.approver.role_id,
        world.approver.person_id,
    )
    assert second.in_place_of is None


def test_one_operator_always_stays(session: Session) -> None:
    build_world(session)
    (centre,) = organisations.offices(session, organisations.OfficeKind.GUILD_CENTRE)
    one = granted(organisations.grant(session, person(session, 91), RoleKind.OPERATOR, centre.id))
    other = granted(organisations.grant(session, person(session, 92), RoleKind.OPERATOR, centre.id))
    granted(organisations.revoke(session, one.role_id, one))
    for by in (other, None):
        assert refused(organisations.revoke(session, other.role_id, by)).code is OrganisationProblem.LAST_OPERATOR
    assert refused(organisations.revoke(session, one.role_id)).code is OrganisationProblem.ROLE_OVER


def test_a_stand_in_is_reminded_of_what_waits_too(session: Session, clock: Clock) -> None:
    world = build_world(session)
    registered(session, world)
    granted(organisations.revoke(session, world.second_approver.role_id))
    away = granted(begin_absence(session, world.approver, LAST, None))
    invited = granted(invitations.invite_stand_in(session, world.approver, away.id, "بهار نمونه"))
    bahar = person(session, 84)
    granted(invitations.accept(session, HERE, bahar, invited.code))
    clock.shift(timedelta(days=9))
    for _ in range(2):
        reminders.remind_of_reviews(session)
    told = session.exec(select(Notice.person_id).where(col(Notice.kind) == NoticeKind.REVIEW_REMINDER)).all()
    assert sorted(told) == sorted([world.approver.person_id, bahar])
