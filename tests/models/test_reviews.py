"""The union of shoemakers decides: its two approvers, its inbox, its cards."""

import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, letters, notices, organisations, people
from models.clock import Clock
from models.eligibility import expert_card, my_verdict
from models.letters import RuleKey
from models.months import Month, MonthField, MonthMark, MonthState, month_sheet, submit_month
from models.notices import Notice, NoticeKind
from models.organisations import Hat, OfficeKind, RoleKind
from models.reviews import (
    Action,
    Actor,
    Basis,
    Check,
    CheckState,
    Cursor,
    Interest,
    Outcome,
    RejectionCode,
    Remark,
    RemarkCode,
    Review,
    ReviewProblem,
    Subject,
    SubjectKind,
    UnitWarning,
    allowed,
    approve,
    checks,
    inbox_counts,
    inbox_page,
    last_review,
    month_review_card,
    next_item,
    of_a_product,
    reject,
    rejection_codes,
    remark_codes,
    remarks_for,
    send_back,
    set_check,
    step_aside,
    unit_review_card,
)
from models.reviews.inbox import page_query
from models.reviews.permissions import DECIDING
from models.reviews.waiting import TABLES
from models.snapshots import Change
from models.units import (
    RegistrationField,
    Unit,
    UnitState,
    registration_of,
    resubmit_registration,
    submit_registration,
)
from models.values.ids import GuildId
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from models.vault import Vault, vault
from tests.models.told import (
    ABAN,
    another_workshop,
    check_all,
    confirmed_month,
    confirmed_unit,
    month_subject,
    recorded,
    rejected_month,
    returned_month,
    shoes,
    usual,
    zero_month,
)
from tests.models.world import World, azar, granted, just_now, person, refused, registered

MEHR = ABAN.previous()
A_NOTE = Remark(RegistrationField.ADDRESS, None, RemarkCode.WRONG_PLACE, "پلاک دیگری است")


def unit_subject(unit_id: int) -> Subject:
    return Subject(SubjectKind.UNIT, unit_id)


def owed(session: Session) -> list[tuple[NoticeKind, int, dict[str, str | int]]]:
    """The notices that are owed: kind, to whom, facts."""
    rows = notices.lease(session, "test", 100, session.info["clock"].now())
    return [(row.kind, row.person_id, dict(row.facts)) for row in rows]


def decisions(session: Session) -> int:
    counted: int = session.execute(sa.select(sa.func.count()).select_from(Review)).scalar_one()
    return counted


# ---- a registration ----


def test_a_registration_is_not_confirmed_before_all_three_checks_hold(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    subject = unit_subject(unit_id)
    granted(set_check(session, world.approver, unit_id, 1, Check.LICENCE_VALID, CheckState.HOLDS))
    granted(set_check(session, world.second_approver, unit_id, 1, Check.PLACE_MATCHES, CheckState.DOUBT))
    problem = refused(approve(session, world.approver, subject, 1, Basis.VISIT))
    assert problem.code is ReviewProblem.CHECKS_MISSING
    assert problem.values == {"checks": (Check.PLACE_MATCHES, Check.REAL_PRODUCTION)}
    check_all(session, world.approver, unit_id)
    decision = granted(approve(session, world.approver, subject, 1, Basis.VISIT))
    assert (decision.outcome, decision.office_id) == (Outcome.APPROVED, world.union_id)
    card = granted(unit_review_card(session, world.approver, unit_id))
    assert card.card.state is UnitState.CONFIRMED
    assert card.last is not None
    assert (card.last.basis, card.last.office) == (Basis.VISIT, "اتحادیهٔ کفاشان ری")
    ((kind, owner, facts),) = owed(session)
    assert (kind, owner, facts["unit"], facts["title"]) == (
        NoticeKind.UNIT_APPROVED,
        world.owner,
        unit_id,
        "کفش دست‌دوز آذر",
    )
    acts = [act for act in audit.trail(session, str(subject)) if act.act is audit.AuditAct.UNIT_APPROVED]
    assert [(act.by, act.hat, act.details["basis"]) for act in acts] == [
        (world.approver.person_id, world.approver.role_id, "visit")
    ]


def test_a_check_tapped_twice_leaves_one_trace(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    for _ in range(2):
        granted(set_check(session, world.approver, unit_id, 1, Check.LICENCE_VALID, CheckState.HOLDS))
    found = granted(set_check(session, world.approver, unit_id, 1, Check.PLACE_MATCHES, CheckState.DOUBT))
    assert found == {
        Check.LICENCE_VALID: CheckState.HOLDS,
        Check.PLACE_MATCHES: CheckState.DOUBT,
        Check.REAL_PRODUCTION: CheckState.UNSET,
    }
    acts = [act.act for act in audit.trail(session, f"unit:{unit_id}")]
    assert acts.count(audit.AuditAct.CHECK_SET) == 2


def test_a_return_names_the_field_and_the_second_look_shows_what_changed(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    subject = unit_subject(unit_id)
    assert refused(send_back(session, world.approver, subject, 1, ())).code is ReviewProblem.REMARK_MISSING
    granted(send_back(session, world.approver, subject, 1, (A_NOTE,)))
    ((kind, _, facts),) = owed(session)
    assert (kind, facts["field"], facts["code"], facts["remarks"]) == (
        NoticeKind.UNIT_RETURNED,
        "address",
        "wrong-place",
        1,
    )
    (remark,) = granted(remarks_for(session, world.owner, subject))
    assert (remark.field, remark.code, remark.note) == ("address", RemarkCode.WRONG_PLACE, "پلاک دیگری است")
    mended = replace(granted(registration_of(session, world.owner, unit_id)), address="ری، خیابان نمونه، پلاک ۲۱")
    granted(resubmit_registration(session, world.owner, unit_id, 1, mended, just_now(session)))
    assert refused(approve(session, world.approver, subject, 1, Basis.VISIT)).code is ReviewProblem.STALE
    card = granted(unit_review_card(session, world.approver, unit_id))
    assert card.changes == (Change("address", "ری، خیابان نمونه، پلاک ۱۲", "ری، خیابان نمونه، پلاک ۲۱"),)
    assert set(card.checks.values()) == {CheckState.UNSET}  # what came again is checked again
    assert card.last is not None
    assert card.last.remarks == (remark,)


def test_an_expired_licence_and_other_doubts_are_marked(session: Session, world: World) -> None:
    old = replace(azar(world.union_id), licence_expires=date(2026, 11, 30), guild_id=granted(GuildId.parse("123456")))
    unit_id = registered(session, world, old).subject_id
    card = granted(unit_review_card(session, world.approver, unit_id))
    assert card.warnings == (
        UnitWarning.LICENCE_EXPIRED,
        UnitWarning.NO_UNIQUE_LICENCE_ID,
        UnitWarning.GUILD_ID_LENGTH,
    )


def test_a_second_claim_waits_until_the_first_is_settled(session: Session, world: World) -> None:
    confirmed_unit(session, world)
    second = replace(azar(world.union_id), title="کفش تازه")
    receipt = granted(submit_registration(session, person(session, 77), second, just_now(session)))
    check_all(session, world.approver, receipt.subject_id)
    card = granted(unit_review_card(session, world.approver, receipt.subject_id))
    assert UnitWarning.CONTESTED in card.warnings
    assert [rival.title for rival in card.rivals] == ["کفش دست‌دوز آذر"]
    problem = refused(approve(session, world.approver, unit_subject(receipt.subject_id), 1, Basis.VISIT))
    assert (problem.code, problem.values["title"]) == (ReviewProblem.CONTESTED, "کفش دست‌دوز آذر")
    granted(reject(session, world.approver, unit_subject(receipt.subject_id), 1, RejectionCode.CLAIMED_BY_OTHER))


def test_both_claimants_of_a_licence_are_marked_whichever_came_first(session: Session, world: World) -> None:
    first = registered(session, world).subject_id
    second = replace(azar(world.union_id), title="کفش تازه")
    claimed = granted(submit_registration(session, person(session, 77), second, just_now(session))).subject_id
    # As if both had come at one instant, unseen by each other: claims are read live.
    session.execute(sa.update(Unit).values(contested=False))
    page = granted(inbox_page(session, world.approver, SubjectKind.UNIT))
    assert [(item.subject.id, item.contested) for item in page.items] == [(first, True), (claimed, True)]
    for unit_id, rival in ((first, "کفش تازه"), (claimed, "کفش دست‌دوز آذر")):
        card = granted(unit_review_card(session, world.approver, unit_id))
        assert UnitWarning.CONTESTED in card.warnings
        assert [one.title for one in card.rivals] == [rival]
    granted(reject(session, world.approver, unit_subject(claimed), 1, RejectionCode.CLAIMED_BY_OTHER))
    (left,) = granted(inbox_page(session, world.approver, SubjectKind.UNIT)).items
    assert not left.contested
    assert granted(unit_review_card(session, world.approver, first)).rivals == ()


def test_of_two_open_claims_the_first_approved_wins(session: Session, world: World) -> None:
    first = registered(session, world).subject_id
    claimed = granted(submit_registration(session, person(session, 77), azar(world.union_id), just_now(session)))
    for unit_id in (first, claimed.subject_id):
        check_all(session, world.approver, unit_id)
    granted(approve(session, world.approver, unit_subject(claimed.subject_id), 1, Basis.VISIT))
    problem = refused(approve(session, world.second_approver, unit_subject(first), 1, Basis.VISIT))
    assert problem.code is ReviewProblem.CONTESTED


def test_a_rejection_is_final_and_says_why(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    subject = unit_subject(unit_id)
    silent = reject(session, world.approver, subject, 1, RejectionCode.OTHER)
    assert refused(silent).code is ReviewProblem.NOTE_MISSING
    granted(reject(session, world.approver, subject, 1, RejectionCode.OTHER, "كارگاه فروخته شده"))
    ((kind, _, facts),) = owed(session)
    assert (kind, facts["code"], facts["note"]) == (NoticeKind.UNIT_REJECTED, "other", "کارگاه فروخته شده")
    view = granted(last_review(session, world.owner, subject))
    assert view is not None
    assert (view.outcome, view.rejection, view.note) == (Outcome.REJECTED, RejectionCode.OTHER, "کارگاه فروخته شده")


# ---- a month ----


def test_a_month_is_confirmed_on_a_recorded_basis(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    owed(session)
    granted(approve(session, world.approver, month_subject(receipt), 1, Basis.DOCUMENT_SEEN))
    ((kind, owner, facts),) = owed(session)
    assert (kind, owner) == (NoticeKind.MONTH_APPROVED, world.owner)
    assert (facts["month"], facts["period"], facts["office"]) == (receipt.subject_id, ABAN.index, "اتحادیهٔ کفاشان ری")
    bases = session.execute(sa.select(col(Review.basis)).where(col(Review.subject_kind) == SubjectKind.MONTH)).scalars()
    assert list(bases) == [Basis.DOCUMENT_SEEN]


def test_history_is_a_basis_only_where_the_rule_allows_it(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    granted(
        letters.set_rule(
            session, None, RuleKey.HISTORY_COUNTS, "no", scope_id=world.province_id, valid_from=date(2026, 12, 1)
        )
    )
    problem = refused(approve(session, world.approver, month_subject(receipt), 1, Basis.HISTORY))
    assert problem.code is ReviewProblem.HISTORY_NOT_ALLOWED
    granted(approve(session, world.approver, month_subject(receipt), 1, Basis.VISIT))


def test_without_a_rule_history_is_accepted_and_marked(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    granted(approve(session, world.approver, month_subject(receipt), 1, Basis.HISTORY))
    card = granted(month_review_card(session, world.approver, receipt.subject_id))
    assert card.last is not None
    assert card.last.basis is Basis.HISTORY


def test_the_months_card_shows_it_beside_the_month_before(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    recorded(session, world, unit_id, MEHR)
    receipt = recorded(session, world, unit_id, ABAN, usual(session, unit_id, made=2500, sold=2100))
    card = granted(month_review_card(session, world.approver, receipt.subject_id))
    (line,) = card.lines
    assert (line.line.made, line.previous, line.monthly_capacity) == (Decimal(2500), Decimal(1900), Decimal(2000))
    assert [reason.kind for reason in line.reasons] == ["over-capacity"]
    assert card.actions == {Action.LOOK, Action.APPROVE, Action.SEND_BACK, Action.REJECT, Action.STEP_ASIDE}


def test_a_month_sent_back_names_product_and_field(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = returned_month(session, world, unit_id)
    (remark,) = granted(remarks_for(session, world.owner, month_subject(receipt)))
    assert (remark.field, remark.product, remark.code) == (
        MonthField.SOLD,
        "کفش چرمی مردانه",
        RemarkCode.SOLD_OVER_STOCK,
    )
    *_, (kind, _, facts) = owed(session)
    assert (kind, facts["field"], facts["product"], facts["product-id"]) == (
        NoticeKind.MONTH_RETURNED,
        "sold",
        "کفش چرمی مردانه",
        shoes(session, unit_id),
    )
    granted(submit_month(session, world.owner, unit_id, ABAN, 1, usual(session, unit_id, sold=1500), just_now(session)))
    card = granted(month_review_card(session, world.approver, receipt.subject_id))
    assert [change.field for change in card.changes] == [f"sold:{remark.product_id}", f"sold-value:{remark.product_id}"]


def test_the_answer_is_not_for_strangers(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = returned_month(session, world, unit_id)
    stranger = person(session, 77)
    for subject in (month_subject(receipt), unit_subject(unit_id), Subject(SubjectKind.MONTH, 4711)):
        assert refused(remarks_for(session, stranger, subject)).code is ReviewProblem.NOT_YOURS


@pytest.mark.parametrize(
    "remark",
    [
        Remark("made", None, RemarkCode.IMPLAUSIBLE),  # of which product?
        Remark("made", 4711, RemarkCode.IMPLAUSIBLE),
        Remark("employees", 1, RemarkCode.IMPLAUSIBLE),
        Remark("made", 1, RemarkCode.WRONG_UNION),
        Remark("address", None, RemarkCode.WRONG_PLACE),
        Remark("", None, RemarkCode.OTHER, "چیزی"),
    ],
)
def test_a_remark_that_does_not_fit_returns_nothing(session: Session, world: World, remark: Remark) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    outcome = send_back(session, world.approver, month_subject(receipt), 1, (remark,))
    assert refused(outcome).code is ReviewProblem.REMARK_DOES_NOT_FIT
    assert granted(month_sheet(session, world.owner, receipt.subject_id)).state is MonthState.SUBMITTED


def test_the_reason_other_wants_words(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    remark = Remark("address", None, RemarkCode.OTHER, "‌")
    problem = refused(send_back(session, world.approver, unit_subject(unit_id), 1, (remark,)))
    assert (problem.code, problem.values) == (ReviewProblem.NOTE_MISSING, {"most": 300})


def test_every_field_has_reasons_to_be_sent_back() -> None:
    for field in RegistrationField:
        assert remark_codes(SubjectKind.UNIT, field)[-1] is RemarkCode.OTHER
    for month_field in MonthField:
        assert remark_codes(SubjectKind.MONTH, month_field)[-1] is RemarkCode.OTHER
    assert remark_codes(SubjectKind.MONTH, "address") == ()
    assert {field for field in MonthField if of_a_product(SubjectKind.MONTH, field)} == {
        MonthField.MADE,
        MonthField.SOLD,
        MonthField.SOLD_VALUE,
    }


def test_a_month_is_not_rejected_for_a_units_reason(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    assert RejectionCode.NOT_A_MEMBER not in rejection_codes(SubjectKind.MONTH)
    outcome = reject(session, world.approver, month_subject(receipt), 1, RejectionCode.NOT_A_MEMBER)
    assert refused(outcome).code is ReviewProblem.REJECTION_DOES_NOT_FIT


# ---- first tap wins ----


def test_the_second_approver_is_told_who_was_first(session: Session, world: World) -> None:
    people.set_name(session, world.approver.person_id, "خانم نمونه")
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    decision = granted(approve(session, world.approver, month_subject(receipt), 1, Basis.VISIT))
    problem = refused(send_back(session, world.second_approver, month_subject(receipt), 1, ()))
    assert problem.code is ReviewProblem.DECIDED_BY
    assert problem.values == {"outcome": Outcome.APPROVED, "at": decision.at, "by": "خانم نمونه"}


def test_the_same_tap_three_times_is_one_decision(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    receipt = recorded(session, world, unit_id)
    owed(session)
    granted(approve(session, world.approver, month_subject(receipt), 1, Basis.VISIT))
    for _ in range(2):
        problem = refused(approve(session, world.approver, month_subject(receipt), 1, Basis.VISIT))
        assert problem.code is ReviewProblem.DECIDED_BY_YOU
    assert refused(approve(session, world.second_approver, month_subject(receipt), 1, Basis.VISIT)).code is (
        ReviewProblem.ALREADY_DECIDED
    )
    assert decisions(session) == 2  # the registration's and this one
    assert len(owed(session)) == 1


def test_two_approvers_at_once_make_one_decision(
    engine: sa.Engine, session: Session, world: World, vault: Vault, clock: Clock
) -> None:
    """Side by side on PostgreSQL, where the second waits for the first one's lock; one after the other on SQLite."""
    unit_id = confirmed_unit(session, world)
    subject = month_subject(recorded(session, world, unit_id))
    owed(session)
    session.commit()

    @contextmanager
    def own_session() -> Iterator[Session]:
        with Session(engine, expire_on_commit=False) as own:
            own.info.update(vault=vault, clock=clock)
            yield own

    def tap(hat: Hat) -> object:
        with own_session() as own:
            outcome = approve(own, hat, subject, 1, Basis.VISIT)
            own.commit()
            return outcome

    if engine.dialect.name == "sqlite":
        outcomes = [tap(world.approver), tap(world.second_approver)]
    else:
        with own_session() as first, ThreadPoolExecutor(1) as threads:
            won = approve(first, world.approver, subject, 1, Basis.VISIT)
            waiting = threads.submit(tap, world.second_approver)
            _until_somebody_waits(engine)
            assert not waiting.done()
            first.commit()
            outcomes = [won, waiting.result(timeout=30)]
    assert not isinstance(outcomes[0], Problem)
    assert refused(outcomes[1]).code is ReviewProblem.ALREADY_DECIDED
    session.rollback()
    assert decisions(session) == 2
    assert [kind for kind, _, _ in owed(session)] == [NoticeKind.MONTH_APPROVED]


def test_a_hundred_taps_at_once_make_one_decision(
    engine: sa.Engine, session: Session, world: World, vault: Vault, clock: Clock
) -> None:
    """Of the union's two approvers, of the county's officer and of the province's, who may all decide by now."""
    unit_id = confirmed_unit(session, world)
    subject = month_subject(recorded(session, world, unit_id))
    provincial = granted(
        organisations.grant(session, person(session, 62), RoleKind.PROVINCIAL_OFFICER, world.province_id)
    )
    _waits_long(session)
    hats = (world.approver, world.second_approver, world.officer, provincial)

    def tap(number: int) -> object:
        with Session(engine, expire_on_commit=False) as own:
            own.info.update(vault=vault, clock=clock)
            outcome = approve(own, hats[number % 4], subject, 1, Basis.VISIT)
            own.commit()
            return outcome

    if engine.dialect.name == "sqlite":  # one connection, one transaction after the other: the program's own way
        outcomes = [tap(number) for number in range(100)]
    else:
        with ThreadPoolExecutor(8) as threads:
            outcomes = list(threads.map(tap, range(100)))
    assert len([outcome for outcome in outcomes if not isinstance(outcome, Problem)]) == 1
    session.rollback()
    assert decisions(session) == 2


def test_two_claimants_approved_at_once_leave_one_confirmed(
    engine: sa.Engine, session: Session, world: World, vault: Vault, clock: Clock
) -> None:
    claimants = [registered(session, world).subject_id]
    for digits in (77, 78):
        claim = submit_registration(session, person(session, digits), azar(world.union_id), just_now(session))
        claimants.append(granted(claim).subject_id)
    for unit_id in claimants:
        check_all(session, world.approver, unit_id)
    session.commit()

    def tap(unit_id: int) -> object:
        with Session(engine, expire_on_commit=False) as own:
            own.info.update(vault=vault, clock=clock)
            outcome = approve(own, world.approver, unit_subject(unit_id), 1, Basis.VISIT)
            own.commit()
            return outcome

    if engine.dialect.name == "sqlite":
        outcomes = [tap(unit_id) for unit_id in claimants]
    else:
        with ThreadPoolExecutor(3) as threads:
            outcomes = list(threads.map(tap, claimants))
    refusals = [outcome.code for outcome in outcomes if isinstance(outcome, Problem)]
    assert refusals == [ReviewProblem.CONTESTED] * 2


def test_the_same_month_from_two_phones_at_once_is_one_record(
    engine: sa.Engine, session: Session, world: World, vault: Vault, clock: Clock
) -> None:
    unit_id = confirmed_unit(session, world)
    report = usual(session, unit_id)
    session.commit()

    def send(_: int) -> object:
        with Session(engine, expire_on_commit=False) as own:
            own.info.update(vault=vault, clock=clock)
            outcome = submit_month(own, world.owner, unit_id, ABAN, 0, report, just_now(own))
            own.commit()
            return outcome

    if engine.dialect.name == "sqlite":
        outcomes = [send(number) for number in range(6)]
    else:
        with ThreadPoolExecutor(6) as threads:
            outcomes = list(threads.map(send, range(6)))
    assert len([outcome for outcome in outcomes if not isinstance(outcome, Problem)]) == 1
    session.rollback()
    assert session.execute(sa.select(sa.func.count()).select_from(Month)).scalar_one() == 1


def _until_somebody_waits(engine: sa.Engine) -> None:
    """Until another session waits for a lock (PostgreSQL); the test's own time limit ends it."""
    waits = sa.text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    with engine.connect() as connection:
        while not connection.execute(waits).scalar_one():
            connection.rollback()


# ---- whose it is ----


def test_a_revoked_approvers_old_buttons_do_nothing(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    granted(organisations.revoke(session, world.approver.role_id))
    for outcome in (
        set_check(session, world.approver, unit_id, 1, Check.LICENCE_VALID, CheckState.HOLDS),
        approve(session, world.approver, unit_subject(unit_id), 1, Basis.VISIT),
        send_back(session, world.approver, unit_subject(unit_id), 1, (A_NOTE,)),
        reject(session, world.approver, unit_subject(unit_id), 1, RejectionCode.NOT_REAL),
        unit_review_card(session, world.approver, unit_id),
        inbox_counts(session, world.approver),
        inbox_page(session, world.approver, SubjectKind.UNIT),
    ):
        assert refused(outcome).code is ReviewProblem.NOT_YOURS
    assert set(checks(session, unit_id, 1).values()) == {CheckState.UNSET}
    granted(send_back(session, world.second_approver, unit_subject(unit_id), 1, (A_NOTE,)))


def test_nobody_decides_on_the_own_unit(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    own = granted(organisations.grant(session, world.owner, RoleKind.UNION_APPROVER, world.union_id))
    for outcome in (
        set_check(session, own, unit_id, 1, Check.LICENCE_VALID, CheckState.HOLDS),
        approve(session, own, unit_subject(unit_id), 1, Basis.VISIT),
        unit_review_card(session, own, unit_id),
    ):
        assert refused(outcome).code is ReviewProblem.OWN_UNIT
    assert granted(inbox_counts(session, own)).units == 0
    assert granted(inbox_page(session, own, SubjectKind.UNIT)).items == ()
    assert granted(inbox_counts(session, world.approver)).units == 1


# ---- status, actor, action: the whole table ----


@dataclass(frozen=True, slots=True)
class Somebody:
    """An actor of the table: as a person, and as the wearer of a hat (an invented one when there is none)."""

    person_id: int
    hat: Hat


def _everybody(session: Session, world: World) -> dict[Actor, Somebody]:
    other_union = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ خیاطان ری", world.county_id))
    other = granted(organisations.grant(session, person(session, 60), RoleKind.UNION_APPROVER, other_union.id))
    owning = granted(organisations.grant(session, world.owner, RoleKind.UNION_APPROVER, world.union_id))
    provincial = granted(
        organisations.grant(session, person(session, 62), RoleKind.PROVINCIAL_OFFICER, world.province_id)
    )
    stranger = person(session, 61)

    def invented(person_id: int) -> Hat:
        return Hat(world.approver.role_id, person_id, RoleKind.UNION_APPROVER, world.union_id, "", OfficeKind.UNION)

    found = {
        Actor.OWNER: Somebody(world.owner, invented(world.owner)),
        Actor.APPROVER: Somebody(world.approver.person_id, world.approver),
        Actor.INVOLVED: Somebody(world.owner, owning),
        Actor.OTHER_APPROVER: Somebody(other.person_id, other),
        Actor.COUNTY_IN_PLACE: Somebody(world.officer.person_id, world.officer),
        Actor.PROVINCE_IN_PLACE: Somebody(provincial.person_id, provincial),
        Actor.EXPERT: Somebody(world.expert.person_id, world.expert),
        Actor.STRANGER: Somebody(stranger, invented(stranger)),
    }
    assert set(found) == set(Actor)
    return found


def _waits_long(session: Session) -> None:
    """Whatever was submitted has waited until the county and the province may act in the union's place."""
    for table in (Unit, Month):
        session.execute(sa.update(table).values(submitted_at=just_now(session).at - timedelta(days=40)))
    session.commit()


def _attempts(session: Session, actor: Actor, who: Somebody, subject: Subject, unit_id: int) -> dict[Action, object]:
    """What comes of each action when this actor tries it; an approver who owns the unit tries as an approver."""
    revision, month = 1, None
    if subject.kind is SubjectKind.MONTH:
        stored = session.get(Month, subject.id)
        revision, month = (stored.revision, JalaliMonth(stored.year, stored.month)) if stored else (0, None)
    tried: dict[Action, object] = {}

    def trial(action: Action, *calls: Callable[[], object]) -> None:
        outcomes = []
        for call in calls:
            savepoint = session.begin_nested()
            outcomes.append(call())
            savepoint.rollback()
            session.expire_all()
        done = [outcome for outcome in outcomes if not isinstance(outcome, Problem)]
        tried[action] = done[0] if done else outcomes[0]

    by_hat_alone = actor is Actor.INVOLVED
    remark = A_NOTE if subject.kind is SubjectKind.UNIT else Remark("employees", None, RemarkCode.IMPLAUSIBLE)
    trial(Action.APPROVE, lambda: approve(session, who.hat, subject, revision, Basis.VISIT))
    trial(Action.SEND_BACK, lambda: send_back(session, who.hat, subject, revision, (remark,)))
    trial(Action.REJECT, lambda: reject(session, who.hat, subject, revision, RejectionCode.NOT_REAL))
    trial(Action.STEP_ASIDE, lambda: step_aside(session, who.hat, subject, revision, Interest.SHARE))
    if subject.kind is SubjectKind.UNIT:
        trial(
            Action.SET_CHECK,
            lambda: set_check(session, who.hat, unit_id, revision, Check.REAL_PRODUCTION, CheckState.DOUBT),
        )
        looks: list[Callable[[], object]] = [lambda: unit_review_card(session, who.hat, unit_id)]
        verdicts: list[Callable[[], object]] = [lambda: expert_card(session, who.hat, unit_id)]
        if not by_hat_alone:
            looks.append(lambda: registration_of(session, who.person_id, unit_id))
            verdicts.append(lambda: my_verdict(session, who.person_id, unit_id))
            again = azar(session.get_one(Unit, unit_id).union_id)
            trial(
                Action.RESUBMIT,
                lambda: resubmit_registration(session, who.person_id, unit_id, revision, again, just_now(session)),
            )
        trial(Action.LOOK, *looks)
        trial(Action.VERDICT, *verdicts)
    else:
        month_looks: list[Callable[[], object]] = [lambda: month_review_card(session, who.hat, subject.id)]
        if not by_hat_alone:
            month_looks.append(lambda: month_sheet(session, who.person_id, subject.id))
        trial(Action.LOOK, *month_looks)
        if month is not None and not by_hat_alone:
            trial(
                Action.RESUBMIT,
                lambda: submit_month(session, who.person_id, unit_id, month, revision, zero_month(), just_now(session)),
            )
    return tried


def _done(tried: dict[Action, object]) -> set[Action]:
    return {action for action, outcome in tried.items() if not isinstance(outcome, Problem)}


@pytest.mark.parametrize("state", UnitState)
def test_what_may_be_done_with_a_unit(session: Session, world: World, state: UnitState) -> None:
    unit_id = registered(session, world).subject_id
    check_all(session, world.approver, unit_id)
    subject = unit_subject(unit_id)
    if state is UnitState.RETURNED:
        granted(send_back(session, world.approver, subject, 1, (A_NOTE,)))
    elif state is UnitState.CONFIRMED:
        granted(approve(session, world.approver, subject, 1, Basis.VISIT))
    elif state is UnitState.REJECTED:
        granted(reject(session, world.approver, subject, 1, RejectionCode.NOT_REAL))
    _waits_long(session)
    for actor, who in _everybody(session, world).items():
        done = _done(_attempts(session, actor, who, subject, unit_id))
        assert done == allowed(SubjectKind.UNIT, state, actor), (state, actor)


@pytest.mark.parametrize("mark", MonthMark)
def test_what_may_be_done_with_a_month(session: Session, world: World, mark: MonthMark) -> None:
    unit_id = confirmed_unit(session, world)
    reach = {
        MonthMark.SUBMITTED: recorded,
        MonthMark.RETURNED: returned_month,
        MonthMark.CONFIRMED: confirmed_month,
        MonthMark.REJECTED: rejected_month,
    }
    months = {MonthMark.FUTURE: ABAN.next(), MonthMark.BEFORE_LICENCE: JalaliMonth(1403, 1)}
    month = months.get(mark, ABAN)
    for actor, who in _everybody(session, world).items():
        session.commit()
        if mark in reach:
            existing = session.execute(sa.select(col(Month.id)).where(col(Month.unit_id) == unit_id)).scalar()
            month_id = existing or reach[mark](session, world, unit_id, month).subject_id
            _waits_long(session)
            done = _done(_attempts(session, actor, who, Subject(SubjectKind.MONTH, month_id), unit_id))
        else:
            done = _done(_attempts(session, actor, who, Subject(SubjectKind.MONTH, 4711), unit_id))
            if actor is not Actor.INVOLVED:
                with session.begin_nested() as savepoint:
                    sent = submit_month(session, who.person_id, unit_id, month, 0, zero_month(), just_now(session))
                    savepoint.rollback()
                done |= set() if isinstance(sent, Problem) else {Action.SUBMIT}
        assert done == allowed(SubjectKind.MONTH, mark, actor), (mark, actor)


def test_only_the_union_decides_and_whoever_stands_in_its_place() -> None:
    deciding = {Action.APPROVE, Action.SEND_BACK, Action.REJECT, Action.SET_CHECK, Action.STEP_ASIDE}
    states = [(SubjectKind.UNIT, state.value) for state in UnitState]
    states += [(SubjectKind.MONTH, mark.value) for mark in MonthMark]
    for (kind, state), actor in itertools.product(states, Actor):
        if actor not in DECIDING or state != "submitted":
            assert not allowed(kind, state, actor) & deciding


# ---- the inbox ----


def _workshops(session: Session, world: World, number: int, clock: Clock) -> list[int]:
    """So many registrations, one a minute; every third one of the approver's own."""
    owners = [person(session, 80), person(session, 81), world.approver.person_id]
    found = []
    for place in range(number):
        clock.shift(timedelta(minutes=1))
        owner = owners[place % 3]
        registration = another_workshop(world.union_id, place)
        receipt = granted(submit_registration(session, owner, registration, just_now(session)))
        if owner != world.approver.person_id:
            found.append(receipt.subject_id)
    session.commit()
    return found


def test_the_inbox_gives_everything_once_oldest_first(session: Session, world: World, clock: Clock) -> None:
    expected = _workshops(session, world, 20, clock)
    seen: list[int] = []
    after: Cursor | None = None
    for _ in range(10):
        page = granted(inbox_page(session, world.approver, SubjectKind.UNIT, after))
        seen += [item.subject.id for item in page.items]
        if page.next is None:
            break
        after = Cursor.read(str(page.next))
        assert after == page.next
    assert seen == expected
    assert granted(inbox_counts(session, world.approver)).units == len(expected)


def test_submissions_of_one_instant_are_not_lost_between_pages(session: Session, world: World, clock: Clock) -> None:
    expected = _workshops(session, world, 12, clock)
    instant = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    session.execute(sa.update(Unit).values(submitted_at=instant))
    first = granted(inbox_page(session, world.approver, SubjectKind.UNIT, limit=3))
    second = granted(inbox_page(session, world.approver, SubjectKind.UNIT, first.next, limit=3))
    assert [item.subject.id for item in (*first.items, *second.items)] == expected[:6]


def test_after_a_decision_the_next_one_follows(session: Session, world: World, clock: Clock) -> None:
    first, second, *_ = _workshops(session, world, 6, clock)
    item = granted(next_item(session, world.approver, SubjectKind.UNIT))
    assert item is not None
    assert item.subject.id == first
    granted(reject(session, world.approver, item.subject, item.revision, RejectionCode.NOT_REAL))
    following = granted(next_item(session, world.approver, SubjectKind.UNIT, item.cursor))
    assert following is not None
    assert following.subject.id == second


def test_an_empty_inbox_has_no_next(session: Session, world: World) -> None:
    assert granted(next_item(session, world.approver, SubjectKind.MONTH)) is None
    assert granted(inbox_page(session, world.approver, SubjectKind.MONTH)).items == ()


def test_a_month_in_the_inbox_says_since_when_and_how_it_came(session: Session, world: World, clock: Clock) -> None:
    unit_id = confirmed_unit(session, world)
    clock.set(datetime(2026, 12, 5, 8, 0, tzinfo=UTC))
    recorded(session, world, unit_id, ABAN, zero_month())
    clock.shift(timedelta(days=2, hours=1))
    (item,) = granted(inbox_page(session, world.approver, SubjectKind.MONTH)).items
    assert (item.title, item.month, item.days) == ("کفش دست‌دوز آذر", ABAN, 2)
    assert (item.late, item.zero, item.again) == (True, True, False)


@pytest.mark.parametrize("written", ["", "x", "1", "1.", ".1", "1.2.3", "-1.2", "9" * 30 + ".1", "۱.۲", "1e3.4"])
def test_a_made_up_cursor_is_no_cursor(written: str) -> None:
    assert Cursor.read(written) is None


def test_counting_stops_at_a_hundred(session: Session, world: World) -> None:
    _many_months(session, world, 130)
    assert granted(inbox_counts(session, world.approver)).months == 100


def _many_months(session: Session, world: World, number: int) -> int:
    """One workshop with so many months that wait, written directly; its id."""
    unit_id = confirmed_unit(session, world)
    instant = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
    session.execute(
        sa.insert(Month),
        [
            {
                "unit_id": unit_id,
                "union_id": world.union_id,
                "year": month.year,
                "month": month.month,
                "period": month.index,
                "state": MonthState.SUBMITTED,
                "revision": 1,
                "employees": 1,
                "late": False,
                "outage": False,
                "receipt": f"BY-{place:09d}",
                "first_received_at": instant,
                "judged_at": instant,
                "submitted_at": instant + timedelta(minutes=place),
            }
            for place, month in enumerate(ABAN.plus(-back) for back in range(number))
        ],
    )
    session.commit()
    return unit_id


@pytest.mark.parametrize("kind", SubjectKind)
@pytest.mark.parametrize("deep", [False, True])
def test_a_page_runs_along_the_partial_index(session: Session, world: World, kind: SubjectKind, deep: bool) -> None:
    _many_months(session, world, 200)
    after = Cursor(datetime(2026, 12, 1, 9, 0, tzinfo=UTC), 60) if deep else None
    plan = explain(session, page_query(world.approver, kind, after).limit(7))
    index = f"ix_{TABLES[kind].__tablename__}_inbox"
    assert index in plan
    assert "SCAN" not in plan.upper().replace("INDEX SCAN", "").replace("INDEX ONLY SCAN", "")
    if session.get_bind().dialect.name == "sqlite":
        assert "TEMP B-TREE" not in plan  # the index gives the order, nothing is sorted
        assert not deep or "submitted_at>?" in plan  # and the place, nothing is passed over


def explain(session: Session, query: sa.Select[tuple[object, ...]]) -> str:
    """The database's plan; PostgreSQL is kept from reading these few rows as a whole, as it would not with many."""
    dialect = session.get_bind().dialect
    written = str(query.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    if dialect.name == "sqlite":
        rows = session.execute(sa.text(f"EXPLAIN QUERY PLAN {written}".replace(":", "\\:"))).all()
        return "\n".join(row[3] for row in rows)
    session.execute(sa.text("SET LOCAL enable_seqscan = off"))
    session.execute(sa.text("SET LOCAL enable_bitmapscan = off"))
    return "\n".join(row[0] for row in session.execute(sa.text(f"EXPLAIN {written}".replace(":", "\\:"))).all())


def test_remarks_rest_sealed(session: Session, world: World) -> None:
    unit_id = registered(session, world).subject_id
    granted(send_back(session, world.approver, unit_subject(unit_id), 1, (A_NOTE,)))
    sealed = session.execute(sa.text("SELECT note_sealed FROM review_remarks")).scalar_one()
    assert "پلاک".encode() not in bytes(sealed)
    assert vault(session).open(bytes(sealed)) == "پلاک دیگری است"
    facts = session.execute(sa.select(col(Notice.facts_sealed))).scalars().all()
    assert all("پلاک".encode() not in one for one in facts)
