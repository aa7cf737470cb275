"""Invitations: taken once, by whom they are for, while whoever invited may still give it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from models import audit, invitations, organisations, people
from models.clock import Clock
from models.invitations import Invitation, InvitationProblem, Invited
from models.months import month_facts
from models.notices import Notice, NoticeKind
from models.organisations import OfficeKind, OrganisationProblem, RoleKind
from models.people import AccountKey, Messenger
from models.reviews import ReviewProblem, Subject, SubjectKind, refusal
from models.reviews.permissions import Action
from models.units import UnitProblem, delegates, end_delegate, my_units, registration_of
from models.values.ids import Phone
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from tests.models.world import World, build_world, granted, person, refused, registered

HERE = AccountKey(Messenger.BALE, 77)


def _invited(session: Session, world: World, phone: str | None = None) -> Invited:
    number = None if phone is None else Phone(phone)
    return granted(
        invitations.invite_to_role(
            session, world.officer, RoleKind.UNION_APPROVER, world.union_id, "نرگس نمونه", number
        )
    )


def test_somebody_becomes_an_approver_by_a_code_that_serves_once(session: Session) -> None:
    world = build_world(session)
    invited = _invited(session, world)
    narges, other = person(session, 61), person(session, 62)

    offer = granted(invitations.look(session, HERE, narges, invited.code))
    assert (offer.role, offer.where, offer.by) == (RoleKind.UNION_APPROVER, "اتحادیهٔ کفاشان ری", "•••••••0004")
    granted(invitations.accept(session, HERE, narges, invitations.written(invited.code).lower()))

    (hat,) = organisations.hats(session, narges)
    assert (hat.kind, hat.office_id) == (RoleKind.UNION_APPROVER, world.union_id)
    assert people.name_of(session, narges) == "نرگس نمونه"
    told = session.exec(select(Notice).where(col(Notice.kind) == NoticeKind.INVITATION_ACCEPTED)).all()
    assert [one.person_id for one in told] == [world.officer.person_id]
    again = refused(invitations.accept(session, HERE, narges, invited.code))
    late = refused(invitations.accept(session, HERE, other, invited.code))
    assert (again.code, late.code) == (InvitationProblem.USED_BY_YOU, InvitationProblem.USED)
    (entry,) = audit.trail(session, f"role:{hat.role_id}")
    assert (entry.by, entry.hat) == (world.officer.person_id, world.officer.role_id)


def test_at_rest_there_is_no_code(session: Session) -> None:
    world = build_world(session)
    invited = _invited(session, world, "09120000061")
    session.commit()
    for table in SQLModel.metadata.sorted_tables:
        for row in session.execute(sa.select(table)).mappings():
            kept = " ".join(str(value) for value in row.values())
            assert invited.code not in kept
            if table.name == "invitations":
                assert "نرگس" not in kept
                assert "09120000061" not in kept


def _used(session: Session, world: World, invited: Invited, clock: Clock) -> None:
    granted(invitations.accept(session, HERE, person(session, 63), invited.code))


def _expired(session: Session, world: World, invited: Invited, clock: Clock) -> None:
    clock.shift(timedelta(days=7))


def _withdrawn(session: Session, world: World, invited: Invited, clock: Clock) -> None:
    granted(invitations.withdraw(session, world.officer.person_id, invited.offer.id))


def _declined(session: Session, world: World, invited: Invited, clock: Clock) -> None:
    granted(invitations.decline(session, HERE, person(session, 64), invited.code))


def _inviter_gone(session: Session, world: World, invited: Invited, clock: Clock) -> None:
    granted(organisations.revoke(session, world.officer.role_id))


def _held(session: Session, world: World, invited: Invited, clock: Clock) -> None:
    granted(organisations.grant(session, world.owner, RoleKind.UNION_APPROVER, world.union_id))


@pytest.mark.parametrize(
    ("happens", "problem"),
    [
        (_used, InvitationProblem.USED),
        (_expired, InvitationProblem.EXPIRED),
        (_withdrawn, InvitationProblem.WITHDRAWN),
        (_declined, InvitationProblem.DECLINED),
        (_inviter_gone, InvitationProblem.INVITER_GONE),
        (_held, InvitationProblem.HELD),
    ],
)
def test_an_invitation_that_is_worth_nothing_any_more_says_why(
    session: Session, clock: Clock, happens: Callable[..., None], problem: InvitationProblem
) -> None:
    world = build_world(session)
    invited = _invited(session, world)
    happens(session, world, invited, clock)
    before = organisations.hats(session, world.owner)
    for take in (invitations.look, invitations.accept):
        assert refused(take(session, HERE, world.owner, invited.code)).code is problem
    assert organisations.hats(session, world.owner) == before


def test_an_invitation_is_for_another(session: Session) -> None:
    world = build_world(session)
    own = _invited(session, world)
    taken = invitations.accept(session, HERE, world.officer.person_id, own.code)
    assert refused(taken).code is InvitationProblem.OWN

    bound = _invited(session, world, "09120000065")
    narges = person(session, 65)
    assert refused(invitations.look(session, HERE, world.owner, bound.code)).code is InvitationProblem.FOR_ANOTHER
    granted(invitations.accept(session, HERE, narges, bound.code))
    held = invitations.invite_to_role(
        session, world.officer, RoleKind.UNION_APPROVER, world.union_id, "نرگس", Phone("09120000065")
    )
    assert refused(held).code is OrganisationProblem.ROLE_ALREADY_HELD


@pytest.mark.parametrize(
    ("kind", "where", "problem"),
    [
        (RoleKind.PROVINCIAL_OFFICER, "province", OrganisationProblem.MAY_NOT_GRANT),
        (RoleKind.COUNTY_OFFICER, "county", OrganisationProblem.MAY_NOT_GRANT),
        (RoleKind.ORDER_EXPERT, "province", OrganisationProblem.MAY_NOT_GRANT),
        (RoleKind.UNION_APPROVER, "far", OrganisationProblem.MAY_NOT_GRANT),
        (RoleKind.UNION_APPROVER, "county", OrganisationProblem.ROLE_DOES_NOT_FIT),
        (RoleKind.UNION_APPROVER, "nowhere", OrganisationProblem.NO_SUCH_OFFICE),
    ],
)
def test_a_county_officer_invites_to_nothing_above_or_beside(
    session: Session, kind: RoleKind, where: str, problem: OrganisationProblem
) -> None:
    world = build_world(session)
    kerman = next(one for one in organisations.provinces(session) if one.name == "کرمان")
    bam = granted(organisations.add_office(session, OfficeKind.COUNTY, "بم", kerman.id))
    far = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خرما", bam.id))
    places = {"province": world.province_id, "county": world.county_id, "far": far.id, "nowhere": 10**9}
    outcome = invitations.invite_to_role(session, world.officer, kind, places[where], "نرگس نمونه")
    assert refused(outcome).code is problem
    assert session.exec(select(Invitation)).all() == []


@pytest.mark.parametrize("name", ["", "؟؟", "آ", "ن" * 61])
def test_an_invitation_needs_a_name(session: Session, name: str) -> None:
    world = build_world(session)
    refused(invitations.invite_to_role(session, world.officer, RoleKind.UNION_APPROVER, world.union_id, name))


def test_guesses_are_counted_by_the_account(session: Session, clock: Clock) -> None:
    world = build_world(session)
    invited = _invited(session, world)
    wrong = "23456789ABCD"
    outcomes: list[Any] = [invitations.look(session, HERE, world.owner, wrong) for _ in range(11)]
    assert [refused(one).code for one in outcomes[:10]] == [InvitationProblem.UNKNOWN] * 10
    assert refused(outcomes[0]).values["left"] == 9
    assert refused(outcomes[10]).code is InvitationProblem.TOO_MANY
    assert refused(invitations.look(session, HERE, world.owner, invited.code)).code is InvitationProblem.TOO_MANY
    granted(invitations.look(session, AccountKey(Messenger.TELEGRAM, 77), world.owner, invited.code))
    clock.shift(timedelta(hours=1))
    granted(invitations.look(session, HERE, world.owner, invited.code))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ABCD-EFGH-2345", "ABCDEFGH2345"),
        ("  abcd efgh ۲۳۴۵ ", "ABCDEFGH2345"),
        ("https://t.me/behinyar_bot?start=i-ABCDEFGH2345", "ABCDEFGH2345"),
        ("i-ABCDEFGH2345", "ABCDEFGH2345"),
        ("ABCD", None),
        ("ABCD-EFGH-2340", None),
        ("*ABCDEFGH2345*", None),
        ("سلام", None),
        ("A" * 5000, None),
    ],
)
def test_a_code_is_read_however_it_is_copied(typed: str, code: str | None) -> None:
    read = invitations.read_code(typed)
    assert read == code if code else isinstance(read, Problem)


def test_open_invitations_are_leafed_through_and_withdrawn_by_their_author_alone(session: Session) -> None:
    world = build_world(session)
    made = [_invited(session, world) for _ in range(7)]
    page, after = invitations.open_invitations(session, world.officer)
    assert len(page) == 6
    assert after is not None
    rest, end = invitations.open_invitations(session, world.officer, after)
    assert [one.id for one in rest] == [made[6].offer.id]
    assert end is None
    other = invitations.withdraw(session, world.approver.person_id, made[0].offer.id)
    assert refused(other).code is InvitationProblem.OVER
    granted(invitations.withdraw(session, world.officer.person_id, made[0].offer.id))
    twice = invitations.withdraw(session, world.officer.person_id, made[0].offer.id)
    assert refused(twice).code is InvitationProblem.OVER


def test_a_delegate_fills_in_the_months_and_no_more(session: Session) -> None:
    world = build_world(session)
    unit_id = registered(session, world).subject_id
    foreign = invitations.invite_delegate(session, world.officer.person_id, unit_id, "بهار نمونه")
    assert refused(foreign).code is UnitProblem.NOT_YOURS
    invited = granted(invitations.invite_delegate(session, world.owner, unit_id, "بهار نمونه"))
    judge = invitations.accept(session, HERE, world.approver.person_id, invited.code)
    assert refused(judge).code is InvitationProblem.OWN_UNION
    bahar = person(session, 66)
    granted(invitations.accept(session, HERE, bahar, invited.code))

    assert [unit.id for unit in my_units(session, bahar)] == [unit_id]
    facts = month_facts(session, bahar, unit_id, JalaliMonth(1405, 8))
    assert refused(facts).code.value == "unit-not-confirmed"  # the month's own gate, not the owner's
    assert refused(registration_of(session, bahar, unit_id)).code is UnitProblem.NOT_YOURS
    assert refused(invitations.invite_delegate(session, bahar, unit_id, "دیگری")).code is UnitProblem.NOT_YOURS
    assert refused(delegates(session, bahar, unit_id)).code is UnitProblem.NOT_YOURS
    approver = invitations.invite_to_role(session, world.officer, RoleKind.UNION_APPROVER, world.union_id, "بهار نمونه")
    taken = invitations.accept(session, HERE, bahar, granted(approver).code)
    assert refused(taken).code is InvitationProblem.OWN_UNION

    county = granted(organisations.grant(session, bahar, RoleKind.COUNTY_OFFICER, world.county_id))
    judged = refusal(session, county, Subject(SubjectKind.UNIT, unit_id), 1, Action.SEND_BACK)
    assert judged is not None
    assert judged.code is ReviewProblem.OWN_UNIT

    (delegate,) = granted(delegates(session, world.owner, unit_id))
    assert delegate.name == "بهار نمونه"
    assert refused(end_delegate(session, world.approver.person_id, unit_id, bahar)).code is UnitProblem.NOT_YOURS
    granted(end_delegate(session, world.owner, unit_id, bahar))
    assert my_units(session, bahar) == ()
    assert refused(month_facts(session, bahar, unit_id, JalaliMonth(1405, 8))).code is UnitProblem.NOT_YOURS
