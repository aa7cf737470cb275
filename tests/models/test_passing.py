"""A circular goes from level to level: who waits for whom, who opens the way, and that nobody is lost."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, circulars, letters, organisations
from models.circulars import (
    Circular,
    CircularProblem,
    CircularState,
    Level,
    Passing,
    answer,
    answers,
    asked,
    give_up,
    note_letter,
    pass_on,
    statement,
    withdraw,
)
from models.circulars.questions import Option, Question
from models.circulars.records import CircularOffice
from models.clock import Clock
from models.couriers import Fate
from models.letters import RuleKey
from models.notices import Notice, NoticeState
from models.organisations import OrganisationProblem, RoleKind
from models.values.jalali import tehran_date
from models.values.letters import LetterNumber
from tests.models.cascade import LADDER, LETTER, Country, country, goes, released, states, whole
from tests.models.world import granted, person, refused
from tests.statements import statements_of

SENT, HELD = NoticeState.SENT, NoticeState.HELD_BACK


@pytest.fixture
def here(session: Session) -> Country:
    return country(session)


def _gates(session: Session, circular_id: int) -> Mapping[tuple[str | None, int | None], int | None]:
    """Whom each waits for, by level and office."""
    rows = session.execute(
        sa.select(col(Notice.level), col(Notice.office_id), col(Notice.waits_for)).where(
            col(Notice.circular_id) == circular_id
        )
    )
    return {(row.level, row.office_id): row.waits_for for row in rows}


def test_everybody_waits_for_the_nearest_office_above_that_has_somebody(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    assert _gates(session, circular_id) == {
        ("province", here.near): None,
        ("province", here.far): None,
        ("county", here.rey): here.near,
        ("chamber", here.chamber): here.near,
        ("union", here.shoemakers): here.rey,
        ("unit", here.shoemakers): here.shoemakers,
        ("unit", here.tailors): here.varamin,  # nobody in their union; the chamber stands for the county
        ("unit", here.carpenters): here.far,  # neither in their union nor in its county
    }
    assert states(session, circular_id) == {NoticeState.PLANNED: 2, HELD: 13}
    filed = session.execute(
        sa.select(col(CircularOffice.office_id), col(CircularOffice.above_id), col(CircularOffice.held)).where(
            col(CircularOffice.circular_id) == circular_id
        )
    )
    assert {row.office_id: (row.above_id, row.held) for row in filed} == {
        here.near: (None, 2),
        here.far: (None, 3),
        here.rey: (here.near, 2),
        here.varamin: (here.near, 3),
        here.chamber: (here.near, 0),
        here.shoemakers: (here.rey, 3),
        here.tailors: (here.varamin, 0),
        here.carpenters: (here.far, 0),
    }
    assert session.get_one(Circular, circular_id).trial == 1


def test_an_office_below_the_issuing_one_waits_for_nobody(session: Session, here: Country) -> None:
    colleague = granted(organisations.grant(session, person(session, 70), RoleKind.PROVINCIAL_OFFICER, here.near))
    of_province = released(session, here, by=(here.officer, colleague))
    gates = _gates(session, of_province)
    assert gates["county", here.rey] is gates["chamber", here.chamber] is None
    assert gates["union", here.shoemakers] == here.rey
    chamber = granted(organisations.grant(session, person(session, 71), RoleKind.CHAMBER_OFFICER, here.chamber))
    of_chamber = released(session, here, by=(here.head, chamber), content=replace(LETTER, number="2"))
    assert set(_gates(session, of_chamber).values()) == {None}
    unions = released(
        session,
        here,
        audience=replace(LADDER, levels=LADDER.levels - {Level.COUNTY}),
        content=replace(LETTER, number="3"),
    )
    assert _gates(session, unions)["union", here.shoemakers] == here.near
    at_once = released(session, here, Passing.AT_ONCE, content=replace(LETTER, number="4"))
    assert set(_gates(session, at_once).values()) == {None}
    assert states(session, at_once) == {NoticeState.PLANNED: 17}


def test_each_level_hears_once_the_one_above_has_passed_it_on(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    assert refused(pass_on(session, here.approver, circular_id)).code is CircularProblem.NOT_TOLD
    goes(session, circular_id)
    assert states(session, circular_id) == {SENT: 2, HELD: 13}
    done = granted(pass_on(session, here.officer, circular_id))
    assert (done.below, done.again, done.own, done.by is not None) == (2, False, True, True)
    goes(session, circular_id)
    assert states(session, circular_id) == {SENT: 4, HELD: 11}
    granted(pass_on(session, here.head, circular_id))  # the chamber stands for the county
    granted(pass_on(session, here.province, circular_id))
    goes(session, circular_id)
    assert states(session, circular_id) == {SENT: 10, HELD: 5}
    granted(pass_on(session, here.county, circular_id))
    goes(session, circular_id)
    granted(pass_on(session, here.secretary, circular_id))
    goes(session, circular_id)
    row = session.get_one(Circular, circular_id)
    assert (states(session, circular_id), row.state) == ({SENT: 15}, CircularState.DONE)
    (closed,) = [act for act in audit.trail(session, f"circular:{circular_id}") if act.act == "circular-closed"]
    assert closed.details["balanced"] == "yes"


def test_a_second_tap_says_who_did_it_and_when(session: Session, here: Country, clock: Clock) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    colleague = granted(organisations.grant(session, person(session, 70), RoleKind.PROVINCIAL_OFFICER, here.near))
    first = granted(pass_on(session, colleague, circular_id))  # was not told itself; the office was
    clock.shift(timedelta(hours=2))
    second = granted(pass_on(session, here.officer, circular_id))
    assert second == replace(first, again=True)
    assert len([act for act in audit.trail(session, f"circular:{circular_id}") if act.act == "circular-passed-on"]) == 1


def test_nobody_passes_on_for_another_office(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    expert = granted(organisations.grant(session, person(session, 72), RoleKind.ORDER_EXPERT, here.near))
    assert refused(pass_on(session, expert, circular_id)).code is OrganisationProblem.OUT_OF_REACH
    assert refused(pass_on(session, here.author, circular_id)).code is OrganisationProblem.OUT_OF_REACH
    tailor = granted(organisations.grant(session, person(session, 73), RoleKind.UNION_APPROVER, here.tailors))
    assert refused(pass_on(session, tailor, circular_id)).code is CircularProblem.NOBODY_WAITS
    organisations.revoke(session, here.officer.role_id)
    assert refused(pass_on(session, here.officer, circular_id)).code is OrganisationProblem.ROLE_NOT_YOURS
    assert refused(pass_on(session, here.province, 999)).code is CircularProblem.UNKNOWN
    assert states(session, circular_id)[HELD] == 13


def test_a_covering_letter_is_noted_afterwards(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    number = granted(LetterNumber.parse("۴۵/۱۲"))
    today = tehran_date(session.info["clock"].now())
    assert refused(note_letter(session, here.officer, circular_id, number, today)).code is CircularProblem.NOT_PASSED
    granted(pass_on(session, here.officer, circular_id))
    ahead, early = today + timedelta(days=1), LETTER.issued - timedelta(days=1)
    assert refused(note_letter(session, here.officer, circular_id, number, ahead)).code.value == "letter-date-future"
    assert refused(note_letter(session, here.officer, circular_id, number, early)).code.value == "letter-date-early"
    assert granted(note_letter(session, here.officer, circular_id, number, today)).letter == ("45/12", today)
    assert granted(pass_on(session, here.officer, circular_id)).letter == ("45/12", today)


def _whatever_the_trial_says(session: Session) -> None:
    today = tehran_date(session.info["clock"].now())
    granted(letters.set_rule(session, None, RuleKey.TRIAL_FAULTS, "100", scope_id=None, valid_from=today))


def test_by_itself_it_goes_on_as_soon_as_the_office_above_was_told(session: Session, here: Country) -> None:
    circular_id = released(session, here, Passing.BY_ITSELF)
    assert states(session, circular_id)[HELD] == 13
    goes(session, circular_id)
    row = session.get_one(Circular, circular_id)
    assert row.state is CircularState.DONE
    assert states(session, circular_id) == {SENT: 15}
    assert all(row.passed_by is None for row in session.exec(sa.select(CircularOffice)).scalars())  # type: ignore[call-overload]


def test_an_office_that_nobody_can_be_told_in_holds_up_nobody_by_itself(session: Session, here: Country) -> None:
    _whatever_the_trial_says(session)
    circular_id = released(session, here, Passing.BY_ITSELF)
    told = session.execute(sa.select(col(Notice.person_id)).where(col(Notice.office_id) == here.near)).scalar_one()
    goes(session, circular_id, lambda account: Fate.UNREACHABLE if account == 4000 + told else Fate.SENT)
    assert NoticeState.HELD_BACK not in states(session, circular_id)


def test_somebody_in_two_offices_passes_on_in_both(session: Session, here: Country) -> None:
    both = granted(organisations.grant(session, here.county.person_id, RoleKind.UNION_APPROVER, here.tailors))
    session.commit()
    circular_id = released(session, here)
    gates = _gates(session, circular_id)
    assert ("union", here.tailors) not in gates  # one row a person, at the highest level
    assert gates["unit", here.tailors] == here.tailors
    goes(session, circular_id)
    granted(pass_on(session, here.officer, circular_id))
    goes(session, circular_id)
    assert granted(pass_on(session, both, circular_id)).below == 3
    goes(session, circular_id)
    assert states(session, circular_id) == {SENT: 7, HELD: 8}


def test_the_plan_of_a_cascade_goes_on_where_it_was_interrupted(session: Session, here: Country) -> None:
    circular_id = granted(circulars.compose(session, here.author, LETTER, LADDER))
    session.get_one(Circular, circular_id).passing = Passing.BY_HAND
    granted(circulars.release(session, here.second, circular_id))
    session.commit()
    assert circulars.plan(session, circular_id, 5)
    session.commit()
    assert circulars.plan(session, circular_id, 5)
    session.rollback()  # a crash
    organisations.revoke(session, here.approver.role_id)  # the units' rows that are written wait for that union
    organisations.revoke(session, here.secretary.role_id)
    while circulars.plan(session, circular_id, 5):
        pass
    whole(session, circular_id)
    row = session.get_one(Circular, circular_id)
    assert sum(states(session, circular_id).values()) == row.planned == 13
    assert _gates(session, circular_id)["unit", here.shoemakers] == here.shoemakers
    goes(session, circular_id)
    # Nobody is there any more to pass it on, so that those units wait for nobody.
    assert states(session, circular_id) == {SENT: 5, HELD: 8}


def test_what_was_not_passed_on_is_given_up(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    granted(pass_on(session, here.province, circular_id))
    assert refused(give_up(session, here.officer, circular_id)).code is OrganisationProblem.OUT_OF_REACH
    assert granted(give_up(session, here.second, circular_id)) == 10
    assert refused(give_up(session, here.second, circular_id)).code is CircularProblem.NOTHING_HELD_BACK
    assert refused(pass_on(session, here.officer, circular_id)).code is CircularProblem.WRONG_STATE
    goes(session, circular_id)
    row = session.get_one(Circular, circular_id)
    assert (row.state, states(session, circular_id)) == (CircularState.DONE, {SENT: 5, NoticeState.WITHDRAWN: 10})
    assert granted(statement(session, here.author, circular_id)).balanced


def test_withdrawal_takes_those_too_who_wait(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    assert withdraw(session, here.author, circular_id) is None
    assert refused(pass_on(session, here.officer, circular_id)).code is CircularProblem.TAKEN_BACK
    whole(session, circular_id)
    assert states(session, circular_id) == {SENT: 2, NoticeState.WITHDRAWN: 13}


def test_a_trial_counts_those_alone_who_wait_for_nobody(session: Session, here: Country) -> None:
    circular_id = released(session, here, trial=0)
    goes(session, circular_id, lambda _: Fate.REFUSED)
    row = session.get_one(Circular, circular_id)
    assert row.paused_at is not None  # the second province was held back
    circulars.resume(session, here.author, circular_id)
    goes(session, circular_id)
    assert states(session, circular_id) == {NoticeState.REFUSED: 1, SENT: 1, HELD: 13}


def test_a_large_office_lets_on_in_pieces(session: Session, here: Country, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.circulars.gates.CHUNK", 2)
    circular_id = released(session, here)
    goes(session, circular_id)
    granted(pass_on(session, here.province, circular_id))
    assert states(session, circular_id) == {SENT: 2, NoticeState.PLANNED: 2, HELD: 11}
    session.commit()
    goes(session, circular_id)
    assert states(session, circular_id) == {SENT: 5, HELD: 10}
    assert circulars.held_back(session, circular_id) == 10


# ---- the question ----

OPTIONS = (Option("تا پنجم ماه بعد"), Option("تا دهم ماه بعد", 2, right=True), Option("هر سه ماه", 1))


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (OPTIONS[:1], "circular-question-options"),
        ((*OPTIONS, *OPTIONS), "circular-question-options"),
        ((OPTIONS[0], OPTIONS[2]), "circular-question-right"),
        ((OPTIONS[1], replace(OPTIONS[0], text=" تا  دهم ماه بعد")), "circular-question-twice"),
        ((OPTIONS[1], replace(OPTIONS[0], clause=3)), "circular-question-clause"),
        ((OPTIONS[1], Option("")), "empty-text"),
    ],
)
def test_what_a_question_must_not_be(options: tuple[Option, ...], code: str) -> None:
    assert refused(Question.read("آمار تا کی ثبت می‌شود؟", options, 2)).code.value == code


def test_the_first_answer_counts_by_option_and_clause(session: Session, here: Country) -> None:
    question = granted(Question.read("آمار تا کی ثبت می‌شود؟", OPTIONS, 2))
    assert Question.of_json(question.as_json()) == question
    circular_id = released(session, here, Passing.AT_ONCE, question=question.as_json())
    goes(session, circular_id)
    one, other = here.units[here.shoemakers][:2]
    assert refused(asked(session, one, circular_id)).code is CircularProblem.UNKNOWN  # reads it first
    for owner in (one, other):
        granted(circulars.acknowledge(session, owner, circular_id))
    assert granted(asked(session, one, circular_id)).chosen is None
    assert refused(answer(session, one, circular_id, 7)).code is CircularProblem.NO_QUESTION
    wrong = granted(answer(session, one, circular_id, 0))
    assert (wrong.chosen, wrong.right, wrong.clause) == (0, False, (2, LETTER.clauses[1]))
    assert granted(answer(session, one, circular_id, 1)).chosen == 0
    assert granted(answer(session, other, circular_id, 1)).right
    found = granted(answers(session, here.author, circular_id))
    assert [(one.clause, one.right, one.number) for one in found.options] == [
        (None, False, 1),
        (2, True, 1),
        (1, False, 0),
    ]
    assert (found.total, found.right, found.clauses) == (2, 1, {1: LETTER.clauses[0], 2: LETTER.clauses[1]})
    assert refused(answers(session, here.officer, circular_id)).code is OrganisationProblem.OUT_OF_REACH
    plain = released(session, here, Passing.AT_ONCE, content=replace(LETTER, number="9"))
    granted(circulars.acknowledge(session, one, plain))
    assert refused(asked(session, one, plain)).code is CircularProblem.NO_QUESTION
    assert refused(answers(session, here.author, plain)).code is CircularProblem.NO_QUESTION


# ---- what it costs ----


def test_the_indexes_serve_the_gates(session: Session, here: Country) -> None:
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("PostgreSQL chooses by statistics")
    circular_id = released(session, here, Passing.BY_ITSELF)
    with statements_of(session) as said:
        goes(session, circular_id)
    said = [one for one in said if one.startswith(("UPDATE", "SELECT")) and "SET held" not in one]
    mine = [one for one in said if "circular_offices" in one or "waits_for" in one]
    assert len(mine) > 10
    plans: list[str] = []
    for one in mine:
        asked_so = sa.text("EXPLAIN QUERY PLAN " + one.replace(":", "\\:"))
        plans.append(str(session.execute(asked_so).all()))
        assert not [table for table in ("notices", "circular_offices", "roles") if f"SCAN {table}" in plans[-1]], one
    assert any("ix_notices_waits_for (circular_id=? AND waits_for=?)" in plan for plan in plans)
    assert any("uq_notices_recipient (circular_id=? AND person_id=?)" in plan for plan in plans)
