"""Whether Azar's record carries an order registration, and what the province's expert may see of it."""

import itertools
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from models import audit, letters, organisations, people
from models.clock import Clock
from models.eligibility import (
    SPANS,
    EligibilityOutcome,
    ExpertCard,
    Facts,
    LookUpProblem,
    MonthFact,
    Remedy,
    RemedyKind,
    Verdict,
    VerdictReasonKind,
    Window,
    expert_card,
    judge,
    look_up,
    my_verdict,
    verdict,
)
from models.eligibility.verdicts import facts_query
from models.letters import Citation, Rule, RuleKey, Setting
from models.months import MonthState, Reason, ReasonCode, ReasonKind
from models.organisations import RoleKind
from models.reviews import Basis, Remark, RemarkCode, Subject, SubjectKind, approve, reject, send_back
from models.reviews.records import RejectionCode
from models.units import Registration, RenewalState, UnitProblem, UnitState
from models.values.ids import BusinessId, TrackingCode, UniqueLicenceId
from models.values.jalali import JalaliMonth
from tests.models.told import (
    ABAN,
    another_workshop,
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
from tests.models.world import World, azar, granted, person, refused, registered
from tests.statements import statements_of

MEHR, SHAHRIVAR = ABAN.previous(), ABAN.plus(-2)
TODAY = date(2026, 11, 23)
"""2 Azar 1405: Aban is finished and still on time until 10 Azar."""
NINE_DAYS_AGO = datetime(2026, 11, 14, 8, 0, tzinfo=UTC)
CONFIRMED, WAITING = MonthState.CONFIRMED, MonthState.SUBMITTED
RETURNED, REJECTED = MonthState.RETURNED, MonthState.REJECTED


def ruled(**values: str) -> Mapping[RuleKey, Rule]:
    """The defaults with these changed (``window="6"``)."""
    known = {"ENTRY_DAY": "10", "GRACE_UNTIL": "", "WINDOW": "12", "NEEDED": "3", "COUNTS_WAITING": "no"}
    known |= {name.upper(): value for name, value in values.items()}
    return {
        RuleKey[name]: Rule(RuleKey[name], value, Setting(None, None, default=True)) for name, value in known.items()
    }


def known(months: Mapping[JalaliMonth, MonthState], **rules: str) -> Facts:
    """A confirmed workshop with a valid licence and these months."""
    return Facts(
        today=TODAY,
        unit_state=UnitState.CONFIRMED,
        licence_issued=date(2024, 5, 20),
        licence_expires=date(2028, 1, 5),
        months=tuple(
            MonthFact(month, state, late=False, submitted_at=NINE_DAYS_AGO) for month, state in months.items()
        ),
        rules=ruled(**rules),
    )


def kinds(judged: Verdict) -> list[VerdictReasonKind]:
    return [reason.kind for reason in judged.reasons]


# ---- the verdict ----


def test_azar_with_nothing_recorded_hears_what_to_do(session: Session) -> None:
    judged = judge(known({}))
    assert judged.outcome is EligibilityOutcome.NOTHING_RECORDED
    assert VerdictReasonKind.NO_MONTHS in kinds(judged)
    assert judged.remedies == (
        Remedy(RemedyKind.RECORD_MONTHS, (ABAN, MEHR, SHAHRIVAR), until=date(2026, 12, 1), then_confirmed=True),
    )


def test_the_way_out_is_two_records_and_one_confirmation() -> None:
    judged = judge(known({SHAHRIVAR: WAITING}))
    assert judged.outcome is EligibilityOutcome.NOT_YET
    assert judged.remedies == (
        Remedy(RemedyKind.RECORD_MONTHS, (ABAN, MEHR), until=date(2026, 12, 1), then_confirmed=True),
        Remedy(RemedyKind.CONFIRM_MONTHS, (SHAHRIVAR,), since=date(2026, 11, 14)),
    )
    assert not judged.would_be_met_with_waiting


def test_with_three_confirmed_months_it_is_met() -> None:
    judged = judge(known({SHAHRIVAR: CONFIRMED, MEHR: CONFIRMED, ABAN: CONFIRMED}))
    assert (judged.met, judged.remedies) == (True, ())
    assert VerdictReasonKind.ENOUGH_MONTHS in kinds(judged)


def test_a_waiting_month_is_shown_and_not_counted() -> None:
    judged = judge(known({SHAHRIVAR: CONFIRMED, MEHR: CONFIRMED, ABAN: WAITING}))
    assert judged.outcome is EligibilityOutcome.NOT_YET
    assert judged.would_be_met_with_waiting
    (reason,) = (reason for reason in judged.reasons if reason.kind is VerdictReasonKind.WAITING_NOT_COUNTED)
    assert reason.values == {"waiting": 1}


def test_where_the_setting_counts_waiting_months_it_is_met_and_said() -> None:
    judged = judge(known({SHAHRIVAR: CONFIRMED, MEHR: CONFIRMED, ABAN: WAITING}, counts_waiting="yes"))
    assert judged.met
    assert VerdictReasonKind.WAITING_COUNTED in kinds(judged)


def test_months_outside_the_window_do_not_count() -> None:
    old = {ABAN.plus(-back): CONFIRMED for back in range(12, 24)}
    assert judge(known(old)).outcome is EligibilityOutcome.NOTHING_RECORDED
    assert judge(known(old, window="15")).met


def test_an_expired_licence_stands_before_the_months() -> None:
    facts = replace(known({SHAHRIVAR: CONFIRMED, MEHR: CONFIRMED, ABAN: CONFIRMED}), licence_expires=TODAY)
    assert judge(facts).met  # the last day is a day
    judged = judge(replace(facts, today=TODAY + timedelta(days=1)))
    assert judged.outcome is EligibilityOutcome.LICENCE_EXPIRED
    assert (judged.licence.valid, judged.licence.days) == (False, 0)
    assert judged.remedies == (Remedy(RemedyKind.RENEW_LICENCE),)


@pytest.mark.parametrize(
    ("state", "remedy"),
    [
        (UnitState.SUBMITTED, Remedy(RemedyKind.CONFIRM_REGISTRATION)),
        (UnitState.RETURNED, Remedy(RemedyKind.CORRECT_REGISTRATION, then_confirmed=True)),
        (UnitState.REJECTED, Remedy(RemedyKind.REGISTER_ANEW, then_confirmed=True)),
    ],
)
def test_first_the_registration(state: UnitState, remedy: Remedy) -> None:
    judged = judge(replace(known({}), unit_state=state))
    assert judged.outcome is EligibilityOutcome.UNIT_NOT_CONFIRMED
    assert judged.remedies[0] == remedy
    assert judged.remedies[1].kind is RemedyKind.RECORD_MONTHS


def test_a_new_workshop_waits_for_months_to_come() -> None:
    judged = judge(replace(known({}), licence_issued=date(2026, 10, 30)))
    assert judged.remedies == (
        Remedy(RemedyKind.RECORD_MONTHS, (ABAN,), until=date(2026, 12, 1), then_confirmed=True),
        Remedy(RemedyKind.RECORD_COMING_MONTHS, (ABAN.plus(1), ABAN.plus(2)), then_confirmed=True),
    )


def test_settings_that_want_more_than_they_look_at_are_the_provinces_to_mend() -> None:
    judged = judge(known({}, window="2", needed="3"))
    assert judged.remedies == (Remedy(RemedyKind.ASK_PROVINCE),)


def test_after_the_deadline_no_day_is_promised() -> None:
    (remedy,) = judge(replace(known({}), today=date(2026, 12, 2))).remedies
    assert remedy.until is None


def test_spans_add_up() -> None:
    months = {ABAN: WAITING, MEHR: CONFIRMED, SHAHRIVAR: RETURNED, ABAN.plus(-3): REJECTED, ABAN.plus(-16): CONFIRMED}
    judged = judge(replace(known(months), licence_issued=date(2025, 6, 30)))
    assert [window.months for window in judged.windows] == list(SPANS)
    assert judged.windows[0] == Window(3, 1, 1, 1, 0, 0, 0)
    assert judged.windows[3] == Window(17, 2, 1, 1, 12, 1, 0)
    short = judge(replace(known({ABAN: WAITING}), licence_issued=date(2026, 9, 1)))
    assert short.windows[1] == Window(6, 0, 1, 0, 2, 0, 3)


def test_every_reason_stands_somewhere() -> None:
    judged = judge(replace(known({ABAN: WAITING}), unit_state=UnitState.RETURNED))
    for reason in judged.reasons:
        assert isinstance(reason.source, Citation | Setting)
    sources = {reason.kind: reason.source for reason in judged.reasons}
    alone = sources[VerdictReasonKind.STATISTICS_ALONE]
    assert isinstance(alone, Citation)
    assert (alone.number, str(alone.clause)) == ("60/310637", "L2/first-part")
    assert sources[VerdictReasonKind.NO_MONTHS] == Setting(None, None, default=True)


def test_every_kind_of_reason_and_remedy_can_be_reached() -> None:
    """So that no text is written for nothing."""
    reached_reasons: set[VerdictReasonKind] = set()
    reached_remedies: set[RemedyKind] = set()
    recorded_as = (None, CONFIRMED, WAITING, RETURNED)
    issues = (date(2024, 5, 20), date(2026, 10, 30))
    for state, month, waiting, needed, issued in itertools.product(
        UnitState, recorded_as, ("yes", "no"), ("1", "2", "4"), issues
    ):
        for expires in (TODAY - timedelta(days=1), date(2030, 1, 1)):
            facts = known({} if month is None else {ABAN: month}, window="3", needed=needed, counts_waiting=waiting)
            facts = replace(facts, unit_state=state, licence_issued=issued, licence_expires=expires)
            for renewal in (None, RenewalState.SUBMITTED, RenewalState.RETURNED):
                judged = judge(replace(facts, renewal=renewal, renewal_since=TODAY))
                reached_reasons |= set(kinds(judged))
                reached_remedies |= {remedy.kind for remedy in judged.remedies}
    assert reached_reasons == set(VerdictReasonKind)
    assert reached_remedies == set(RemedyKind)


# ---- the shortest way out, against trying everything ----


def _acts(facts: Facts) -> Iterable[Facts]:
    """Every single act that somebody could do now, and the facts after it."""
    if facts.unit_state is UnitState.REJECTED or facts.unit_state is UnitState.RETURNED:
        yield replace(facts, unit_state=UnitState.SUBMITTED)
    elif facts.unit_state is UnitState.SUBMITTED:
        yield replace(facts, unit_state=UnitState.CONFIRMED)
    if facts.licence_expires < facts.today:
        yield replace(facts, licence_expires=date(2040, 1, 1))
    if facts.unit_state is not UnitState.CONFIRMED:
        return
    recorded_months = {fact.month: fact for fact in facts.months}
    last = JalaliMonth.of_date(facts.today).previous()
    for back in range(facts.rules[RuleKey.WINDOW].number):
        month = last.plus(-back)
        fact = recorded_months.get(month)
        if month < JalaliMonth.of_date(facts.licence_issued):
            continue
        if fact is None or fact.state is RETURNED:
            after = MonthFact(month, WAITING, late=False, submitted_at=NINE_DAYS_AGO)
        elif fact.state is WAITING:
            after = replace(fact, state=CONFIRMED)
        else:
            continue
        others = tuple(one for one in facts.months if one.month != month)
        yield replace(facts, months=(*others, after))


def _tried(facts: Facts) -> int | None:
    """The fewest acts after which the verdict is met, found by trying all of them; None when no acts lead there."""

    def key(state: Facts) -> tuple[object, ...]:
        return state.unit_state, state.licence_expires, frozenset((fact.month, fact.state) for fact in state.months)

    seen = {key(facts)}
    queue = deque([(0, facts)])
    while queue:
        done, state = queue.popleft()
        if judge(state).met:
            return done
        for after in _acts(state):
            if key(after) not in seen:
                seen.add(key(after))
                queue.append((done + 1, after))
    return None


@st.composite
def situations(draw: st.DrawFn) -> Facts:
    window = draw(st.integers(1, 4))
    states = draw(st.lists(st.sampled_from([None, *MonthState]), min_size=window + 1, max_size=window + 1))
    months = {ABAN.plus(-back): state for back, state in enumerate(states) if state is not None}
    first = min(months, default=ABAN)
    issued = first.plus(-draw(st.integers(0, 3)))
    facts = known(
        months,
        window=str(window),
        needed=str(draw(st.integers(1, window))),
        counts_waiting=draw(st.sampled_from(["yes", "no"])),
    )
    unit_state = draw(st.sampled_from([UnitState.CONFIRMED, UnitState.CONFIRMED, *UnitState]))
    return replace(
        facts,
        unit_state=unit_state,
        licence_issued=issued.first_day,
        licence_expires=draw(st.sampled_from([date(2040, 1, 1), TODAY - timedelta(days=1)])),
        months=facts.months if unit_state is UnitState.CONFIRMED else (),
    )


@settings(max_examples=150, deadline=None)
@given(situations())
def test_no_shorter_list_would_do(facts: Facts) -> None:
    remedies = judge(facts).remedies
    promised = sum(remedy.acts for remedy in remedies)
    coming = sum(len(remedy.months) for remedy in remedies if remedy.kind is RemedyKind.RECORD_COMING_MONTHS)
    for passed in range(facts.rules[RuleKey.WINDOW].number + 1):
        later = JalaliMonth.of_date(facts.today).plus(passed).first_day if passed else facts.today
        expires = facts.licence_expires
        if facts.today <= expires < later:
            expires = later
        fewest = _tried(replace(facts, today=later, licence_expires=expires))
        if fewest is not None:
            assert (coming, promised) == (passed, fewest)
            return
    raise AssertionError("no way out was found by trying")


@given(situations())
def test_the_list_names_each_month_once_and_only_where_it_stands_in_the_way(facts: Facts) -> None:
    judged = judge(facts)
    named = [month for remedy in judged.remedies for month in remedy.months]
    assert len(named) == len(set(named))
    assert judged.met == (judged.remedies == ())


# ---- the facts behind it ----


def test_the_verdict_of_a_recorded_year(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    for month in (SHAHRIVAR, MEHR):
        confirmed_month(session, world, unit_id, month)
    before = granted(my_verdict(session, world.owner, unit_id))
    assert (before.outcome, before.policy.confirmed) == (EligibilityOutcome.NOT_YET, 2)
    receipt = recorded(session, world, unit_id, ABAN, zero_month())
    waiting = granted(my_verdict(session, world.owner, unit_id))
    assert (waiting.outcome, waiting.would_be_met_with_waiting) == (EligibilityOutcome.NOT_YET, True)
    granted(approve(session, world.approver, month_subject(receipt), 1, Basis.VISIT))
    after = granted(my_verdict(session, world.owner, unit_id))
    assert after.met  # a zero month is a full record
    assert after.as_of == date(2026, 12, 1)


def test_somebody_elses_verdict_is_not_shown(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    assert refused(my_verdict(session, person(session, 77), unit_id)).code is UnitProblem.NOT_YOURS
    assert refused(verdict(session, 4711)).code is UnitProblem.NOT_YOURS


def test_a_provinces_setting_is_named_as_such(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    confirmed_month(session, world, unit_id)
    granted(
        letters.set_rule(session, None, RuleKey.NEEDED, "1", scope_id=world.province_id, valid_from=date(2026, 12, 1))
    )
    judged = granted(verdict(session, unit_id))
    assert judged.met
    (reason,) = (reason for reason in judged.reasons if reason.kind is VerdictReasonKind.ENOUGH_MONTHS)
    assert reason.source == Setting("تهران", date(2026, 12, 1), default=False)


def test_returned_and_rejected_months_are_told_apart(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    rejected_month(session, world, unit_id, SHAHRIVAR)
    returned_month(session, world, unit_id, MEHR)
    judged = granted(verdict(session, unit_id))
    assert judged.windows[0] == Window(3, 0, 0, 1, 1, 1, 0)
    assert [(remedy.kind, remedy.months) for remedy in judged.remedies] == [
        (RemedyKind.RECORD_MONTHS, (ABAN, ABAN.plus(-3))),
        (RemedyKind.CORRECT_MONTHS, (MEHR,)),
    ]


def test_a_verdict_takes_three_statements(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    for back in range(3):
        confirmed_month(session, world, unit_id, ABAN.plus(-back))
    with statements_of(session) as said:
        granted(verdict(session, unit_id))
    assert len(said) == 3, said


def test_a_verdict_reads_the_months_out_of_the_covering_index(
    engine: sa.Engine, session: Session, world: World
) -> None:
    unit_id = confirmed_unit(session, world)
    for back in range(3):
        confirmed_month(session, world, unit_id, ABAN.plus(-back))
    query = facts_query(unit_id, ABAN.next())
    written = str(query.compile(dialect=engine.dialect, compile_kwargs={"literal_binds": True}))
    if engine.dialect.name == "sqlite":
        plan = "\n".join(row[3] for row in session.execute(sa.text(f"EXPLAIN QUERY PLAN {written}")).all())
        assert "SEARCH months USING COVERING INDEX ix_months_verdict (unit_id=? AND period>? AND period<?)" in plan
        assert "SEARCH units USING INTEGER PRIMARY KEY" in plan
        return
    session.commit()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(
            sa.text("VACUUM ANALYZE months")
        )  # an index alone is read where pages are known to be visible
        connection.execute(sa.text("SET enable_seqscan = off"))
        connection.execute(sa.text("SET enable_bitmapscan = off"))
        plan = "\n".join(row[0] for row in connection.execute(sa.text(f"EXPLAIN {written}")).all())
    assert "Index Only Scan using ix_months_verdict" in plan


# ---- the expert ----


def full(world: World) -> Registration:
    """Azar's registration with every number that it may have."""
    return replace(
        azar(world.union_id),
        business_id=granted(BusinessId.parse("140012345678")),
        tracking_code=granted(TrackingCode.parse("87654321")),
        unique_licence_id=granted(UniqueLicenceId.parse("1234567895")),
    )


@pytest.mark.parametrize(
    "typed",
    [
        "0013542419",
        "۰۰۱۳۵۴۲۴۱۹",
        " 001 354 2419 ",
        "الف/1234",
        "0412345678",
        "140012345678",
        "87654321",
        "1234567895",
    ],
)
def test_the_expert_finds_a_unit_by_any_of_its_numbers(session: Session, world: World, typed: str) -> None:
    unit_id = confirmed_unit(session, world, full(world))
    (found,) = granted(look_up(session, world.expert, typed))
    assert (found.unit_id, found.union, found.county) == (unit_id, "اتحادیهٔ کفاشان ری", "ری")


def test_and_by_the_receipts_of_registration_and_month(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    month = recorded(session, world, unit_id)
    unit_receipt = session.execute(sa.text("SELECT receipt FROM units")).scalar_one()
    for code in (month.code, unit_receipt, unit_receipt.lower().replace("-", " ")):
        assert [found.unit_id for found in granted(look_up(session, world.expert, code))] == [unit_id]


def test_a_look_up_leaves_a_trace_without_the_number(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    granted(look_up(session, world.expert, "0013542419"))
    assert granted(look_up(session, world.expert, "7730942860")) == ()
    granted(expert_card(session, world.expert, unit_id))
    acts = [act for act in audit.trail(session, f"unit:{unit_id}") if act.act is audit.AuditAct.LOOKED_UP]
    assert [(act.by, act.hat, act.details) for act in acts] == [
        (world.expert.person_id, world.expert.role_id, {"what": "look-up"}),
        (world.expert.person_id, world.expert.role_id, {"what": "card"}),
    ]
    (nothing,) = audit.trail(session, f"office:{world.province_id}")[-1:]
    assert nothing.details == {"what": "nothing-found"}


def test_what_is_no_number_is_said_so(session: Session, world: World) -> None:
    for typed in ("", "سلام", "🙂", "x" * 500):
        assert refused(look_up(session, world.expert, typed)).code is LookUpProblem.NOT_AN_ID


def test_another_provinces_expert_finds_nothing(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    elsewhere = next(office for office in organisations.provinces(session) if office.id != world.province_id)
    expert = granted(organisations.grant(session, person(session, 50), RoleKind.ORDER_EXPERT, elsewhere.id))
    assert granted(look_up(session, expert, "0013542419")) == ()
    assert refused(expert_card(session, expert, unit_id)).code is LookUpProblem.NO_SUCH_UNIT


def test_an_approver_and_a_revoked_expert_look_nothing_up(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    granted(organisations.revoke(session, world.expert.role_id))
    for hat in (world.approver, world.expert):
        assert refused(look_up(session, hat, "0013542419")).code is LookUpProblem.NOT_YOURS
        assert refused(expert_card(session, hat, unit_id)).code is LookUpProblem.NOT_YOURS


def test_a_rejected_registration_is_not_looked_up(session: Session, world: World) -> None:
    receipt = registered(session, world)
    granted(reject(session, world.approver, Subject(SubjectKind.UNIT, receipt.subject_id), 1, RejectionCode.NOT_REAL))
    assert granted(look_up(session, world.expert, receipt.code)) == ()


def test_several_claimants_of_one_number_are_all_found(session: Session, world: World) -> None:
    first = registered(session, world).subject_id
    second = confirmed_unit(
        session, world, replace(another_workshop(world.union_id, 1), national_id=azar(world.union_id).national_id)
    )
    assert [found.unit_id for found in granted(look_up(session, world.expert, "0013542419"))] == [first, second]


def test_the_card_shows_numbers_states_and_the_confirming_body(session: Session, world: World) -> None:
    unit_id = confirmed_unit(session, world)
    confirmed_month(session, world, unit_id, MEHR)
    recorded(session, world, unit_id, ABAN)
    card = granted(expert_card(session, world.expert, unit_id))
    newest, older = card.months
    assert (newest.month, newest.state, newest.confirmed_on, newest.confirmed_by) == (ABAN, WAITING, None, None)
    assert (older.state, older.confirmed_on, older.confirmed_by) == (
        CONFIRMED,
        date(2026, 12, 1),
        "اتحادیهٔ کفاشان ری",
    )
    (line,) = older.lines
    assert (line.product, line.made, line.sold, older.employees) == ("کفش چرمی مردانه", Decimal(1900), Decimal(1800), 6)
    assert card.verdict == granted(verdict(session, unit_id))


def test_the_card_holds_no_evidence_no_words_of_anybody_and_no_names(
    session: Session, world: World, clock: Clock
) -> None:
    people.set_name(session, world.owner, "آذر نمونه")
    people.set_name(session, world.approver.person_id, "خانم تأییدکننده")
    unit_id = confirmed_unit(session, world, full(world))
    note = "یادداشت محرمانهٔ واحد"
    remark = "سخن محرمانهٔ اتحادیه"
    report = replace(
        usual(session, unit_id, made=2500),
        reasons=(Reason(shoes(session, unit_id), ReasonKind.OVER_CAPACITY, ReasonCode.OTHER, note),),
    )
    receipt = recorded(session, world, unit_id, ABAN, report)
    back = Remark("employees", None, RemarkCode.OTHER, remark)
    granted(send_back(session, world.approver, month_subject(receipt), 1, (back,)))
    card = granted(expert_card(session, world.expert, unit_id))
    words = " ".join(_words(card))
    registration = full(world)
    secrets = [note, remark, "نمونه", "تأییدکننده", registration.address, *registration.identifiers.values()]
    secrets += ["0912", registration.postal_code, ReasonCode.OTHER.value, Basis.DOCUMENT_SEEN.value]
    assert [secret for secret in secrets if secret in words] == []
    assert _names(ExpertCard) == {
        "unit trade_class state verdict months",
        "unit_id title union county",
        "month state late zero employees lines confirmed_on confirmed_by",
        "product measure made sold sold_value",
    }


def _words(value: object) -> Iterable[str]:
    """Every text in a value, however deep; the law's own summaries aside."""
    if isinstance(value, Citation):
        return
    if isinstance(value, str):
        yield str(value)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from itertools.chain.from_iterable(_words(one) for one in value.values())
    elif isinstance(value, tuple | list):
        yield from itertools.chain.from_iterable(_words(one) for one in value)


def _names(card: type) -> set[str]:
    """The field names of the card's own parts: whoever adds one must think of 60/310637."""
    from models.eligibility import ExpertLine, ExpertMonth, FoundUnit

    return {" ".join(field.name for field in fields(part)) for part in (card, FoundUnit, ExpertMonth, ExpertLine)}
