"""Who has read a circular before it came, what the closing statement says of it, and figures that do not balance."""

import io

import pytest
import sqlalchemy as sa
from python_calamine import CalamineWorkbook
from sqlmodel import Session, select

from bot.sheets.statements import read, workbook
from handlers.screen import Moment
from models import audit, circulars, organisations
from models.circulars import (
    UNBALANCED,
    Circular,
    Level,
    Passing,
    Question,
    Readers,
    acknowledge,
    acknowledged,
    answer,
    branch,
    pass_on,
    statement,
)
from models.circulars.standings import Units
from models.clock import now
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import RoleKind
from models.people import Language
from models.uncertain import doubts
from tests.models.cascade import Country, country, goes, released
from tests.models.test_passing import OPTIONS
from tests.models.world import granted, person
from tests.statements import statements_of


@pytest.fixture
def here(session: Session) -> Country:
    return country(session)


def test_who_reads_it_before_it_came_is_counted_apart(session: Session, here: Country) -> None:
    circular_id = released(session, here)
    goes(session, circular_id)
    early = here.units[here.carpenters]
    for owner in (here.officer.person_id, here.head.person_id, *early):
        granted(acknowledge(session, owner, circular_id))
    assert acknowledged(session, circular_id) == Readers(sent=1, early=4)
    found = granted(statement(session, here.author, circular_id))
    assert (found.balanced, found.planned) == (True, 15)
    read_of = {(line.level, line.office_id): (line.acknowledged, line.early) for line in found.lines}
    assert read_of[Level.PROVINCE, here.near] == (1, 0)
    assert read_of[Level.CHAMBER, here.chamber] == (0, 1)
    assert read_of[Level.UNIT, here.carpenters] == (0, 3)
    assert all(line.acknowledged <= line.states.get(NoticeState.SENT, 0) for line in found.lines)
    units = granted(branch(session, here.author, circular_id, here.carpenters)).own
    assert units is not None
    assert units.units == Units(3, 0, 0, 3)

    granted(pass_on(session, here.province, circular_id))  # now it comes, and they have read what was sent
    goes(session, circular_id)
    assert acknowledged(session, circular_id) == Readers(sent=5, early=1)
    granted(circulars.give_up(session, here.author, circular_id))
    goes(session, circular_id)
    (closed,) = [act for act in audit.trail(session, f"circular:{circular_id}") if act.act == "circular-closed"]
    assert (closed.details["acknowledged"], closed.details["read-early"]) == ("5", "1")


def test_figures_that_do_not_make_up_the_plan_raise_an_alarm(session: Session, here: Country) -> None:
    operator = granted(organisations.grant(session, person(session, 90), RoleKind.OPERATOR, here.author.office_id))
    circular_id = released(session, here, Passing.AT_ONCE)
    session.execute(sa.delete(Notice).where(Notice.person_id == here.head.person_id))  # type: ignore[arg-type]  # a column
    goes(session, circular_id)
    row = session.get_one(Circular, circular_id)
    found = granted(statement(session, here.author, circular_id))
    assert (found.planned, found.total, found.balanced, row.unaccounted) == (15, 14, False, 1)
    told = session.exec(select(Notice.person_id).where(Notice.kind == NoticeKind.CIRCULAR_UNBALANCED)).all()
    assert told == [operator.person_id]
    assert session.info.pop(UNBALANCED) == [{"circular": circular_id, "number": row.number, "planned": 15, "found": 14}]
    assert circulars.unbalanced(session) == 1
    (closed,) = [act for act in audit.trail(session, f"circular:{circular_id}") if act.act == "circular-closed"]
    assert closed.details["balanced"] == "no"


def test_the_answers_stand_in_the_sheet_too(session: Session, here: Country) -> None:
    question = granted(Question.read("آمار تا کی ثبت می‌شود؟", OPTIONS, 2))
    circular_id = released(session, here, Passing.AT_ONCE, question=question.as_json())
    goes(session, circular_id)
    for place, owner in enumerate(here.units[here.shoemakers]):
        granted(acknowledge(session, owner, circular_id))
        granted(answer(session, owner, circular_id, min(place, 1)))
    author = here.author
    told = granted(read(session, author.person_id, author.role_id, circular_id))
    body = workbook(told, Moment(now(session)), Language.FA)
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    assert book.sheet_names[-1] == "پاسخ‌ها"
    _, *rows = book.get_sheet_by_name("پاسخ‌ها").to_python()
    assert [row[1:3] + row[4:] for row in rows] == [
        ["تا پنجم ماه بعد", "", "خیر", 1, 33],
        ["تا دهم ماه بعد", 2, "بله", 2, 67],
        ["هر سه ماه", 1, "خیر", 0, 0],
        ["", "", "", 3, 100],
    ]


def test_what_is_uncertain_is_found_by_its_index(session: Session) -> None:
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("PostgreSQL chooses by statistics")
    with statements_of(session) as said:
        doubts(session)
        doubts(session, 7)
    for one in said:
        plan = str(session.execute(sa.text("EXPLAIN QUERY PLAN " + one.replace(":", "\\:"))).all())
        assert "ix_notices_unsettled (state=?" in plan, plan
