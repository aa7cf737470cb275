"""Drafts of circulars: who changes, asks and releases them, corrections, and what is refused with nothing sent."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import circulars, contents, notices, organisations
from models.circulars import (
    Audience,
    Circular,
    CircularProblem,
    CircularState,
    Content,
    Level,
    Passing,
    Pile,
    Standing,
    amend,
    ask_release,
    attach,
    compose,
    correct,
    count,
    desk_card,
    detach,
    discard,
    hat_for,
    listed,
    places,
    release,
    set_audience,
    set_question,
    tend,
    unreached,
    withdraw,
)
from models.circulars.questions import Option, Question
from models.clock import Clock, now
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import Hat, OrganisationProblem, RoleKind
from models.values.problem import Problem
from tests.models.world import World, granted, person, refused

COUNTIES = Audience(frozenset({Level.COUNTY}))
LETTER = Content("60/1234", date(2026, 11, 20), "مهلت ثبت آمار", "آمار را تا دهم ثبت کنید.", ("بند یکم.", "بند دوم."))


def _hat(session: Session, digits: int, kind: RoleKind, office: int) -> Hat:
    return granted(organisations.grant(session, person(session, digits), kind, office))


@pytest.fixture
def two(session: Session, world: World) -> tuple[Hat, Hat]:
    """A province's two officers."""
    return (
        _hat(session, 71, RoleKind.PROVINCIAL_OFFICER, world.province_id),
        _hat(session, 72, RoleKind.PROVINCIAL_OFFICER, world.province_id),
    )


def _asked(session: Session) -> dict[int, NoticeKind]:
    rows = session.exec(select(Notice).where(Notice.kind == NoticeKind.CIRCULAR_ASKED)).all()
    return {row.person_id: row.kind for row in rows}


def test_whoever_changed_it_last_is_its_author_and_asks_anew(session: Session, two: tuple[Hat, Hat]) -> None:
    first, second = two
    made = granted(compose(session, first, LETTER, COUNTIES))
    asked = granted(ask_release(session, first, made, 1))
    assert (asked.office_name, asked.people) == ("تهران", 1)
    assert set(_asked(session)) == {second.person_id}
    assert refused(ask_release(session, first, made, 1)).code is CircularProblem.ASKED
    assert granted(amend(session, second, made, 1, replace(LETTER, subject="مهلت تازه"))) == 2
    assert refused(release(session, second, made)).code is CircularProblem.OWN_RELEASE
    assert refused(release(session, first, made, None, 1)).code is CircularProblem.CHANGED
    assert granted(desk_card(session, first, made)).standing is Standing.DRAFT
    granted(ask_release(session, second, made, 2))
    assert granted(release(session, first, made, None, 2)).counted == 1
    told = session.exec(select(Notice.person_id).where(Notice.kind == NoticeKind.CIRCULAR_RELEASED)).all()
    assert told == [second.person_id]
    assert refused(release(session, first, made)).code is CircularProblem.WRONG_STATE


def test_the_release_is_asked_of_the_nearest_office_that_has_somebody(session: Session, world: World) -> None:
    author = _hat(session, 73, RoleKind.PROVINCIAL_OFFICER, world.province_id)
    made = granted(compose(session, author, LETTER, COUNTIES))
    assert refused(ask_release(session, author, made, 1)).code is CircularProblem.NOBODY_RELEASES
    (centre,) = organisations.offices(session, organisations.OfficeKind.STATISTICS_OFFICE)
    above = _hat(session, 74, RoleKind.STATISTICS_OFFICER, centre.id)
    assert granted(ask_release(session, author, made, 1)).office_name == centre.name
    assert refused(amend(session, above, made, 1, LETTER)).code is CircularProblem.NOT_YOUR_OFFICE
    assert [line.id for line in granted(listed(session, above, Pile.RELEASE)).lines] == [made]
    assert granted(listed(session, author, Pile.RELEASE)).lines == ()
    assert granted(release(session, above, made, None, 1)).counted == 1
    assert granted(hat_for(session, above.person_id, made, None)).role_id == above.role_id
    assert refused(hat_for(session, world.owner, made, None)).code is CircularProblem.UNKNOWN
    both = granted(organisations.grant(session, author.person_id, RoleKind.STATISTICS_OFFICER, centre.id))
    assert granted(hat_for(session, author.person_id, made, both.role_id)).role_id == author.role_id


def test_a_number_is_free_again_when_its_draft_is_thrown_away(session: Session, two: tuple[Hat, Hat]) -> None:
    first, second = two
    made = granted(compose(session, first, LETTER, COUNTIES))
    taken = refused(compose(session, second, replace(LETTER, number="۶۰/۱۲۳۴"), COUNTIES))
    assert (taken.code, taken.values["subject"]) == (CircularProblem.NUMBER_TAKEN, LETTER.subject)
    assert refused(discard(session, first, made, 7)).code is CircularProblem.CHANGED
    assert discard(session, first, made, 1) is None
    again = granted(compose(session, second, LETTER, COUNTIES))
    assert again != made  # what a button of the first one names is gone for ever
    assert refused(release(session, first, made, None, 1)).code is CircularProblem.UNKNOWN


def test_clauses_that_are_gone_are_cited_no_more(session: Session, two: tuple[Hat, Hat]) -> None:
    first, _ = two
    made = granted(compose(session, first, LETTER, COUNTIES))
    asked = granted(Question.read("تا چه روزی؟", (Option("دهم", 2, right=True), Option("بیستم", 1)), 2))
    granted(set_question(session, first, made, 1, asked))
    granted(amend(session, first, made, 2, replace(LETTER, clauses=("بند یکم.",))))
    kept = Question.of_json(granted(desk_card(session, first, made)).question or {})
    assert [option.clause for option in kept.options] == [None, 1]


def test_an_attachment_is_kept_for_good_and_let_go(session: Session, two: tuple[Hat, Hat], clock: Clock) -> None:
    first, _ = two
    made = granted(compose(session, first, LETTER, COUNTIES))
    key = contents.keep(session, "نامه.pdf", b"%PDF-1.7")
    assert granted(attach(session, first, made, None, key, picture=False)) == 2
    card = granted(desk_card(session, first, made))
    assert (card.attachment, card.attachment_key) == ("نامه.pdf", key)
    assert session.get_one(contents.Content, key).until is None
    other = contents.keep(session, "نامهٔ دیگر.pdf", b"%PDF-1.7")
    assert granted(attach(session, first, made, None, other, picture=False)) == 3
    assert session.get_one(contents.Content, key, populate_existing=True).until is not None  # it was replaced
    twin = granted(compose(session, first, replace(LETTER, number="60/1235"), COUNTIES))
    granted(attach(session, first, twin, None, other, picture=False))
    assert granted(detach(session, first, made, 3)) == 4
    assert granted(desk_card(session, first, made)).attachment is None
    assert session.get_one(contents.Content, other, populate_existing=True).until is None  # the other names it still
    assert discard(session, first, twin, 2) is None
    clock.shift(timedelta(days=8))
    assert contents.sweep(session) == 2


def test_a_correction_goes_to_exactly_those_who_were_sent_the_withdrawn_one(
    session: Session, world: World, two: tuple[Hat, Hat]
) -> None:
    first, second = two
    for digits in (81, 82, 83, 84):
        _hat(session, digits, RoleKind.COUNTY_OFFICER, world.county_id)
    made = granted(compose(session, first, LETTER, COUNTIES))
    correction = replace(LETTER, number="60/1235", passing=Passing.BY_HAND)
    assert refused(correct(session, first, made, correction)).code is CircularProblem.WRONG_STATE
    granted(release(session, second, made))
    while tend(session, made):
        pass
    rows = session.exec(select(Notice).where(Notice.circular_id == made).order_by(col(Notice.id))).all()
    fates = (NoticeState.SENT, NoticeState.UNCERTAIN, NoticeState.PARKED, NoticeState.REFUSED)
    for row, fate in zip(rows, fates, strict=False):
        row.state = fate
    session.flush()
    assert [line.state for line in granted(unreached(session, first, made)).lines] == list(fates[1:])
    assert withdraw(session, second, made) is None
    while tend(session, made):
        pass
    corrected = granted(correct(session, first, made, correction))
    card = granted(desk_card(session, first, corrected))
    assert (card.corrects, card.passing) == (LETTER.number, Passing.AT_ONCE)
    assert count(session, card.audience) == {Level.COUNTY: 2}
    assert granted(desk_card(session, first, made)).correction_id == corrected
    granted(release(session, second, corrected))
    while tend(session, corrected):
        pass
    told = session.exec(select(Notice.person_id).where(Notice.circular_id == corrected)).all()
    assert set(told) == {rows[0].person_id, rows[1].person_id}


def test_places_are_found_within_the_reach(session: Session, world: World, two: tuple[Hat, Hat]) -> None:
    assert [one.name for one in places(session, two[0], "ري")] == ["ری", "اتحادیهٔ کفاشان ری"]
    assert [one.name for one in places(session, world.officer, "اصفهان")] == []


def _in(session: Session, days: int) -> Any:
    return now(session) + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class _Draft:
    session: Session
    author: Hat
    second: Hat
    made: int


def _emptied(draft: _Draft) -> Any:
    session, author, made = draft.session, draft.author, draft.made
    granted(set_audience(session, author, made, Audience(frozenset({Level.CHAMBER}))))
    asked = refused(ask_release(session, author, made, 2))
    assert asked.code is CircularProblem.NO_AUDIENCE
    return release(session, draft.second, made)


REFUSED: tuple[tuple[str, Callable[[_Draft], Any], object], ...] = (
    ("an empty audience", _emptied, CircularProblem.NO_AUDIENCE),
    (
        "no number",
        lambda d: compose(d.session, d.author, replace(LETTER, number="-"), COUNTIES),
        "circular-number-missing",
    ),
    (
        "too many clauses",
        lambda d: amend(d.session, d.author, d.made, 1, replace(LETTER, clauses=("بند",) * 41)),
        CircularProblem.TOO_MANY_CLAUSES,
    ),
    ("a number in use", lambda d: compose(d.session, d.author, LETTER, COUNTIES), CircularProblem.NUMBER_TAKEN),
    (
        "a date ahead",
        lambda d: compose(d.session, d.author, replace(LETTER, number="1", issued=date(2030, 1, 1)), COUNTIES),
        CircularProblem.DATE_AHEAD,
    ),
    (
        "a text of too many messages",
        lambda d: amend(
            d.session,
            d.author,
            d.made,
            1,
            replace(LETTER, summary="متن بلند است. " * 800, clauses=("بند " * 240,) * 40),
        ),
        CircularProblem.TEXT_TOO_LONG,
    ),
    (
        "a schedule in the past",
        lambda d: release(d.session, d.second, d.made, _in(d.session, -1)),
        CircularProblem.PAST,
    ),
    (
        "a schedule too far",
        lambda d: release(d.session, d.second, d.made, _in(d.session, 400)),
        CircularProblem.TOO_FAR,
    ),
    ("release by its author", lambda d: release(d.session, d.author, d.made), CircularProblem.OWN_RELEASE),
    ("release of another text", lambda d: release(d.session, d.second, d.made, None, 9), CircularProblem.CHANGED),
    ("a circular that is gone", lambda d: release(d.session, d.second, d.made + 100), CircularProblem.UNKNOWN),
)


@pytest.mark.parametrize(("what", "act", "code"), REFUSED, ids=[one[0] for one in REFUSED])
def test_what_is_refused_sends_nothing(
    session: Session,
    two: tuple[Hat, Hat],
    what: str,
    act: Callable[[_Draft], Any],
    code: object,
) -> None:
    del what
    first, second = two
    made = granted(compose(session, first, LETTER, COUNTIES))
    outcome = act(_Draft(session, first, second, made))
    assert isinstance(outcome, Problem), outcome
    assert outcome.code == code
    assert session.get_one(Circular, made).state is CircularState.DRAFT
    owed = session.execute(sa.select(sa.func.count()).where(col(Notice.circular_id).is_not(None))).scalar_one()
    assert owed == 0
    assert not any(notices.counts(session).values())


def test_a_union_has_no_levels_below_and_a_role_that_ended_does_nothing(session: Session, world: World) -> None:
    units = Audience(frozenset({Level.UNIT}))
    stepwise = refused(compose(session, world.approver, replace(LETTER, passing=Passing.BY_HAND), units))
    assert stepwise.code is CircularProblem.NO_LEVELS
    made = granted(compose(session, world.approver, LETTER, units))
    granted(organisations.revoke(session, world.approver.role_id))
    gone = refused(circulars.ask_release(session, world.approver, made, 1))
    assert gone.code is OrganisationProblem.ROLE_NOT_YOURS
