"""The access chain: who moves a request where, by which letter, in the order of receipt, and who is told."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from models import access, audit, letters, organisations
from models.access import AccessAct, AccessProblem, AccessStage, Moved, Place, ReturnCode, StepMark
from models.access.clocks import remind_of_access, tell_of_access
from models.access.records import AccessLetter, AccessRequest, LetterState
from models.clock import Clock, now
from models.letters import RuleKey
from models.notices import Notice, NoticeKind
from models.organisations import Hat, OfficeKind, OrganisationProblem, RoleKind
from models.reference import seed_reference
from models.values.ids import UserName
from models.values.letters import LetterNumber, LetterProblem
from models.values.problem import Problem
from models.vault import vault
from tests.models.world import granted, person, refused

TODAY = date(2026, 12, 1)


@dataclass(frozen=True, slots=True)
class Chain:
    """Tehran's counties of Rey and Shemiran with their unions, and an officer at each hop."""

    province_id: int
    secretaries: tuple[Hat, ...]
    """Of two unions of Rey and one of Shemiran."""
    rey: Hat
    second_rey: Hat
    shemiran: Hat
    province: Hat
    liaison: Hat
    statistics: Hat
    operator: Hat


@pytest.fixture
def chain(session: Session) -> Chain:
    return build_chain(session)


def build_chain(session: Session) -> Chain:
    seed_reference(session)
    province = next(one for one in organisations.provinces(session) if one.name == "تهران")
    rey, shemiran = (
        granted(organisations.add_office(session, OfficeKind.COUNTY, name, province.id)).id for name in ("ری", "شمیران")
    )
    statistics = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)[0].id
    number = iter(range(1, 100))

    def hat(kind: RoleKind, office_id: int) -> Hat:
        return granted(organisations.grant(session, person(session, next(number)), kind, office_id))

    unions = [
        granted(organisations.add_office(session, OfficeKind.UNION, name, county)).id
        for name, county in (("کفاشان ری", rey), ("بافندگان ری", rey), ("درودگران شمیران", shemiran))
    ]
    return Chain(
        province.id,
        tuple(hat(RoleKind.UNION_SECRETARY, union) for union in unions),
        hat(RoleKind.COUNTY_OFFICER, rey),
        hat(RoleKind.COUNTY_OFFICER, rey),
        hat(RoleKind.COUNTY_OFFICER, shemiran),
        hat(RoleKind.PROVINCIAL_OFFICER, province.id),
        hat(RoleKind.LIAISON, province.id),
        hat(RoleKind.STATISTICS_OFFICER, statistics),
        hat(RoleKind.OPERATOR, statistics),
    )


def no(text: str) -> LetterNumber:
    return granted(LetterNumber.parse(text))


def row(session: Session, request_id: int) -> AccessRequest:
    return session.get_one(AccessRequest, request_id, populate_existing=True)


def place(session: Session, *requests: int) -> list[tuple[int, int]]:
    return [(one, row(session, one).revision) for one in requests]


def opened(session: Session, secretary: Hat) -> int:
    return granted(access.open_request(session, secretary, UserName("kafashan_rey"))).requests[0]


def sent(session: Session, secretary: Hat, number: str = "12/34") -> int:
    request = opened(session, secretary)
    granted(access.send_letter(session, secretary, request, 1, no(number), TODAY))
    return request


def gathered(session: Session, officer: Hat, *requests: int, number: str = "56/78") -> int:
    moved = granted(access.gather(session, officer, place(session, *requests), no(number), TODAY))
    assert moved.letter_id is not None
    return moved.letter_id


def told(session: Session, kind: NoticeKind) -> list[tuple[int, dict[str, str | int]]]:
    rows = session.execute(
        sa.select(col(Notice.person_id), col(Notice.facts_sealed))
        .where(col(Notice.kind) == kind)
        .order_by(col(Notice.id))
    )
    return [(one.person_id, json.loads(vault(session).open(one.facts_sealed))) for one in rows]


def test_the_whole_way_with_a_letter_at_each_hop(session: Session, chain: Chain, clock: Clock) -> None:
    secretary = chain.secretaries[0]
    request = opened(session, secretary)
    stages = [row(session, request).stage]

    def after(moved: Moved | Problem) -> Moved:
        stages.append(row(session, request).stage)
        return granted(moved)

    after(access.send_letter(session, secretary, request, 1, no("12/34"), TODAY))
    clock.shift(timedelta(days=1))
    letter = after(access.gather(session, chain.rey, [(request, 2)], no("56/78"), TODAY)).letter_id
    assert letter is not None
    clock.shift(timedelta(days=2))
    after(access.forward(session, chain.province, letter, no("90/12"), TODAY + timedelta(days=3)))
    after(access.activate(session, chain.statistics, request, 4))
    card = granted(access.union_request(session, secretary))
    assert card is not None
    assert card.acts == {AccessAct.CONFIRM, AccessAct.TROUBLE}
    after(access.confirm(session, secretary, request, 5))
    assert stages == [
        AccessStage.UNION,
        AccessStage.COUNTY,
        AccessStage.PROVINCE,
        AccessStage.STATISTICS,
        AccessStage.ACTIVE,
        AccessStage.WORKING,
    ]
    card = granted(access.request_card(session, chain.liaison, request))
    assert [step.mark for step in card.steps] == [StepMark.DONE] * 5
    assert [step.letter and step.letter.number for step in card.steps] == ["12/34", "56/78", "90/12", None, None]
    assert [act.act for act in audit.trail(session, f"access:{request}")] == [
        audit.AuditAct.ACCESS_OPENED,
        audit.AuditAct.ACCESS_SENT,
        audit.AuditAct.ACCESS_FORWARDED,
        audit.AuditAct.ACCESS_FORWARDED,
        audit.AuditAct.ACCESS_ACTIVATED,
        audit.AuditAct.ACCESS_CONFIRMED,
    ]
    states = session.execute(sa.select(col(AccessLetter.state)).order_by(col(AccessLetter.id))).scalars().all()
    assert states == [LetterState.PASSED] * 3
    assert [one for one, _ in told(session, NoticeKind.ACCESS_ARRIVED)] == [
        chain.rey.person_id,
        chain.second_rey.person_id,
        chain.province.person_id,
        chain.statistics.person_id,
    ]
    assert [one for one, _ in told(session, NoticeKind.ACCESS_MOVED)] == [secretary.person_id] * 2
    assert [one for one, _ in told(session, NoticeKind.ACCESS_ACTIVE)] == [secretary.person_id]
    assert access.access_stage(session, secretary.office_id) is AccessStage.WORKING


def test_letters_leave_the_province_in_their_order_of_receipt(session: Session, chain: Chain) -> None:
    first = gathered(session, chain.rey, sent(session, chain.secretaries[0]))
    second = gathered(session, chain.shemiran, sent(session, chain.secretaries[2]))
    problem = refused(access.forward(session, chain.province, second, no("1"), TODAY))
    assert problem.code is AccessProblem.NOT_FIRST
    assert (problem.values["number"], problem.values["office"]) == ("56/78", "ری")
    card = granted(access.letter_card(session, chain.province, second))
    assert card.first is not None
    assert (card.first.id, card.ahead) == (first, 1)
    queue = granted(access.queue(session, chain.province, limit=1))
    assert [one.letter.id for one in queue.items] == [first]
    assert queue.next is not None
    assert [one.letter.id for one in granted(access.queue(session, chain.province, queue.next)).items] == [second]
    granted(access.forward(session, chain.province, first, no("1"), TODAY))
    granted(access.forward(session, chain.province, second, no("2"), TODAY))


def test_a_returned_letter_lets_the_later_ones_pass_and_comes_again_at_the_end(session: Session, chain: Chain) -> None:
    request = sent(session, chain.secretaries[0])
    gathered(session, chain.rey, request)
    second = gathered(session, chain.shemiran, sent(session, chain.secretaries[2]))
    wrong = ReturnCode.LETTER_DIFFERS
    moved = granted(access.send_back(session, chain.province, place(session, request), wrong, "تاریخ نامه"))
    assert (moved.stage, moved.holder) == (AccessStage.COUNTY, "ری")
    granted(access.forward(session, chain.province, second, no("2"), TODAY))
    # The same number once more: the first letter came back.
    again = gathered(session, chain.rey, request)
    assert session.get_one(AccessLetter, again).receipt == 3
    heard = told(session, NoticeKind.ACCESS_RETURNED)
    assert [(one, facts["mine"]) for one, facts in heard] == [
        (chain.rey.person_id, 1),
        (chain.second_rey.person_id, 1),
        (chain.secretaries[0].person_id, 0),
    ]
    assert heard[0][1]["note"] == "تاریخ نامه"


def test_one_letter_names_several_unions_and_one_of_them_goes_back_alone(session: Session, chain: Chain) -> None:
    shoes, weaving = (sent(session, one) for one in chain.secretaries[:2])
    letter = gathered(session, chain.rey, shoes, weaving)
    granted(access.send_back(session, chain.province, place(session, weaving), ReturnCode.USER_NAME_WRONG))
    card = granted(access.letter_card(session, chain.province, letter))
    assert [one.union for one in card.requests] == ["کفاشان ری"]
    assert card.user_names == {shoes: "kafashan_rey"}
    granted(access.forward(session, chain.province, letter, no("1"), TODAY))
    assert row(session, shoes).stage is AccessStage.STATISTICS
    # What came back is mended by the union: one step more, then the way again.
    granted(access.send_back(session, chain.rey, place(session, weaving), ReturnCode.USER_NAME_WRONG))
    card2 = granted(access.union_request(session, chain.secretaries[1]))
    assert card2 is not None
    assert (card2.steps[0].mark, card2.returned, card2.returned_by) == (
        StepMark.BACK,
        ReturnCode.USER_NAME_WRONG,
        Place(OfficeKind.COUNTY, "ری"),
    )
    granted(access.rename(session, chain.secretaries[1], weaving, card2.revision, UserName("bafandegan")))
    granted(
        access.send_letter(session, chain.secretaries[1], weaving, card2.revision + 1, no("12/34"), TODAY)
    )  # its first letter came back


def test_the_statistics_office_returns_to_the_province_which_sends_it_again(session: Session, chain: Chain) -> None:
    request = sent(session, chain.secretaries[0])
    letter = gathered(session, chain.rey, request)
    granted(access.forward(session, chain.province, letter, no("1"), TODAY))
    granted(access.send_back(session, chain.statistics, place(session, request), ReturnCode.UNSIGNED))
    assert [one.id for one in granted(access.came_back(session, chain.province)).items] == [request]
    assert granted(access.queue(session, chain.province)).items == ()
    # A letter that was received later need not wait for it: it has left in its turn.
    later = gathered(session, chain.shemiran, sent(session, chain.secretaries[2]))
    granted(access.forward(session, chain.province, later, no("2"), TODAY))
    revision = row(session, request).revision
    granted(access.resend(session, chain.province, request, revision, no("3"), TODAY))
    assert row(session, request).stage is AccessStage.STATISTICS
    waiting = place(session, sent(session, chain.secretaries[1]))
    waiting_letter = gathered(session, chain.rey, waiting[0][0], number="99")
    assert refused(
        access.resend(session, chain.province, waiting[0][0], row(session, waiting[0][0]).revision, no("4"), TODAY)
    ).code is (AccessProblem.NOT_NOW)
    granted(access.forward(session, chain.province, waiting_letter, no("4"), TODAY))


def test_the_second_person_hears_who_was_first(session: Session, chain: Chain) -> None:
    request = sent(session, chain.secretaries[0])
    letter = gathered(session, chain.rey, request)
    problem = refused(access.gather(session, chain.second_rey, [(request, 2)], no("9"), TODAY))
    assert (problem.code, problem.values["act"]) == (AccessProblem.MOVED, AccessAct.FORWARD)
    own = refused(access.gather(session, chain.rey, [(request, 2)], no("9"), TODAY))
    assert own.code is AccessProblem.MOVED_BY_YOU
    granted(access.forward(session, chain.province, letter, no("1"), TODAY))
    assert refused(access.forward(session, chain.province, letter, no("2"), TODAY)).code is AccessProblem.MOVED_BY_YOU


def test_a_withdrawn_request_leaves_its_letter_and_holds_nobody_up(session: Session, chain: Chain) -> None:
    request = sent(session, chain.secretaries[0])
    letter = gathered(session, chain.rey, request)
    second = gathered(session, chain.shemiran, sent(session, chain.secretaries[2]))
    granted(access.withdraw(session, chain.secretaries[0], request, 3))
    problem = refused(access.forward(session, chain.province, letter, no("1"), TODAY))
    assert (problem.code, problem.values["act"]) == (AccessProblem.MOVED, AccessAct.WITHDRAW)
    granted(access.forward(session, chain.province, second, no("1"), TODAY))
    assert opened(session, chain.secretaries[0])


def test_what_is_refused(session: Session, chain: Chain) -> None:
    shoes, weaving, wood = chain.secretaries
    request = opened(session, shoes)
    assert refused(access.open_request(session, shoes, UserName("other"))).code is AccessProblem.RUNNING
    tomorrow, before = TODAY + timedelta(days=1), date(2019, 11, 16)
    assert refused(access.send_letter(session, shoes, request, 1, no("1"), tomorrow)).code is LetterProblem.FUTURE
    assert refused(access.send_letter(session, shoes, request, 1, no("1"), before)).code is LetterProblem.EARLY
    granted(access.send_letter(session, shoes, request, 1, no("60/22"), TODAY))
    other, of_shemiran = sent(session, weaving), sent(session, wood)
    for_shemiran = refused(access.gather(session, chain.rey, place(session, of_shemiran), no("1"), TODAY))
    assert for_shemiran.code is OrganisationProblem.OUT_OF_REACH
    assert refused(access.gather(session, chain.rey, [], no("1"), TODAY)).code is AccessProblem.NOTHING_CHOSEN
    older = TODAY - timedelta(days=1)
    assert refused(access.gather(session, chain.rey, place(session, request), no("1"), older)).code is (
        AccessProblem.LETTER_BEFORE
    )
    gathered(session, chain.rey, request, number="60/22")
    same = refused(access.gather(session, chain.rey, place(session, other), no("60-22"), TODAY))
    assert same.code is AccessProblem.LETTER_TAKEN
    for code, note in ((ReturnCode.OTHER, None), (ReturnCode.OTHER, "!"), (ReturnCode.UNSIGNED, "x" * 301)):
        problem = refused(access.send_back(session, chain.rey, place(session, other), code, note))
        assert problem.code is AccessProblem.NOTE_MISSING
    assert refused(access.request_card(session, wood, request)).code is OrganisationProblem.OUT_OF_REACH
    assert refused(access.request_card(session, shoes, 10**9)).code is AccessProblem.GONE
    assert refused(access.confirm(session, shoes, request, 3)).code is AccessProblem.NOT_NOW
    revoked = replace(chain.rey)
    granted(organisations.revoke(session, chain.rey.role_id))
    assert refused(access.gather(session, revoked, place(session, other), no("2"), TODAY)).code is (
        OrganisationProblem.ROLE_NOT_YOURS
    )
    assert row(session, other).stage is AccessStage.COUNTY


def test_when_nobody_holds_the_role_the_request_waits_at_the_office(session: Session, chain: Chain) -> None:
    for hat in (chain.rey, chain.second_rey):
        granted(organisations.revoke(session, hat.role_id))
    request = opened(session, chain.secretaries[0])
    moved = granted(access.send_letter(session, chain.secretaries[0], request, 1, no("1"), TODAY))
    assert (moved.holder, moved.nobody) == ("ری", True)
    assert granted(access.request_card(session, chain.secretaries[0], request)).nobody


def test_trouble_goes_to_the_liaison_and_ends_when_it_works(session: Session, chain: Chain) -> None:
    request = sent(session, chain.secretaries[0])
    granted(access.forward(session, chain.province, gathered(session, chain.rey, request), no("1"), TODAY))
    granted(access.activate(session, chain.statistics, request, 4))
    granted(access.trouble(session, chain.secretaries[0], request, 5))
    assert [one for one, _ in told(session, NoticeKind.ACCESS_TROUBLE)] == [chain.liaison.person_id]
    counts = granted(access.counts(session, chain.liaison))
    assert (counts.here, counts.trouble) == (1, 1)
    granted(access.confirm(session, chain.secretaries[0], request, 6))


def test_the_receivers_stamp(session: Session, chain: Chain) -> None:
    request = sent(session, chain.secretaries[0])
    letter = granted(access.request_card(session, chain.rey, request)).came_by
    assert letter is not None
    assert access.stamp(session, chain.rey, letter.id, no("7401"), TODAY, 2, "صنعت") is None
    assert refused(access.stamp(session, chain.shemiran, letter.id, no("1"), TODAY, None, None)).code is (
        OrganisationProblem.OUT_OF_REACH
    )
    early = TODAY - timedelta(days=1)
    assert refused(access.stamp(session, chain.rey, letter.id, no("1"), early, None, None)).code is (
        AccessProblem.LETTER_BEFORE
    )
    seen = granted(access.request_card(session, chain.secretaries[0], request)).steps[0].letter
    assert seen is not None
    assert (seen.register_number, seen.attachments, seen.referral) == ("7401", 2, "صنعت")


def test_the_clocks_remind_the_holder_and_then_tell_the_liaison(session: Session, chain: Chain, clock: Clock) -> None:
    def at(days: int) -> None:
        clock.set(datetime.fromisoformat("2026-12-01T08:00:00+00:00") + timedelta(days=days))

    request = sent(session, chain.secretaries[0])
    at(3)
    assert remind_of_access(session).owed == 0
    at(4)  # three days are given, the fourth is one too many
    assert remind_of_access(session).owed == 2
    assert remind_of_access(session).owed == 0
    assert tell_of_access(session).owed == 0
    assert granted(access.request_card(session, chain.secretaries[0], request)).overdue
    at(7)
    assert tell_of_access(session).owed == 1
    person_id, facts = told(session, NoticeKind.ACCESS_OVERDUE)[0]
    assert person_id == chain.liaison.person_id
    assert (facts["office"], facts["number"], facts["oldest"], facts["days"]) == ("ری", 1, 7, 3)
    # The province gives its counties more time from now on.
    rule = (RuleKey.ACCESS_COUNTY_DAYS, "20")
    granted(letters.set_rule(session, None, *rule, scope_id=chain.province_id, valid_from=TODAY + timedelta(days=7)))
    at(12)
    assert remind_of_access(session).owed == 0
    granted(access.forward(session, chain.province, gathered(session, chain.rey, request), no("1"), TODAY))
    at(12 + 15)
    assert remind_of_access(session).owed == 1
    assert tell_of_access(session).owed == 2  # the liaison, a week after the last time, and the operator
    assert now(session).hour == 8


def test_desks_see_what_is_theirs(session: Session, chain: Chain) -> None:
    shoes, weaving, wood = (sent(session, one) for one in chain.secretaries)
    gathered(session, chain.rey, shoes)

    def ids(found: access.Page | Problem) -> Sequence[int]:
        return [one.id for one in granted(found).items]

    assert ids(access.held(session, chain.rey)) == [weaving]
    assert ids(access.everything(session, chain.rey)) == [weaving, shoes]
    assert ids(access.everything(session, chain.province)) == [wood, weaving, shoes]
    assert ids(access.everything(session, chain.statistics, limit=2)) == [wood, weaving]
    page = granted(access.everything(session, chain.operator, limit=2))
    assert page.next is not None
    assert ids(access.everything(session, chain.operator, page.next)) == [shoes]
    assert refused(access.held(session, chain.liaison)).code is OrganisationProblem.OUT_OF_REACH
    assert ids(access.everything(session, chain.secretaries[1])) == [weaving]
    first = granted(access.held(session, chain.rey, limit=1))
    assert (first.next, [one.days for one in first.items]) == (None, [0])
    moves = granted(access.history(session, chain.shemiran, wood))
    assert [(one.act, one.holder.name) for one in moves] == [
        (AccessAct.SEND, "شمیران"),
        (AccessAct.OPEN, "درودگران شمیران"),
    ]
