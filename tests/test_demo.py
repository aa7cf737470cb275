"""The demo world: complete, valid, the same however often it is seeded, and quiet when the play begins."""

import shutil
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from sqlmodel import Session, SQLModel, col, select

from bot.database import sqlite_engine
from bot.demo import Player, personas, seed_demo
from bot.demo.cast import ISFAHAN, NAMES, OFFICES, ROLES, SOUTH_KERMAN
from bot.playground.messenger import Dialect
from models import (
    access,
    campaigns,
    circulars,
    commissions,
    eligibility,
    months,
    notices,
    organisations,
    people,
    reviews,
    support,
    units,
)
from models.access import AccessStage
from models.audit import AuditEntry
from models.clock import Clock
from models.commissions import Lack
from models.eligibility import EligibilityOutcome
from models.months import Month, MonthMark, MonthReason, MonthState, ReasonKind
from models.notices import NoticeState
from models.organisations import Hat, Office, OfficeKind, RoleKind
from models.people import Account, Messenger
from models.reviews import Check, CheckState, ReviewProblem
from models.snapshots import Subject, SubjectKind
from models.units import Unit, UnitState
from models.values.ids import ID_TYPES, IdKind, Phone, PostalCode
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from models.vault import Vault
from tests.databases import KINDS
from tests.models.world import granted
from tests.postgres import PostgresServer

OPENS = datetime(2026, 11, 26, 6, 30, tzinfo=UTC)
"""Thursday, 5 Azar 1405, ten in the morning in Tehran."""
LAST = JalaliMonth(1405, 8)


@dataclass(frozen=True)
class World:
    """A database with the demo world in it, and what making it took."""

    engine: sa.Engine
    info: dict[str, object]
    seconds: float
    statements: int

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session whose work is forgotten afterwards."""
        with Session(self.engine, expire_on_commit=False) as session:
            session.info.update(self.info)
            yield session
            session.rollback()


def seeded(url: str, opens: datetime) -> World:
    engine = sqlite_engine(url) if url.startswith("sqlite") else sa.create_engine(url)
    vault = Vault([Fernet.generate_key().decode()], Fernet.generate_key().decode())
    info: dict[str, object] = {"vault": vault, "clock": Clock(opens)}
    statements: list[str] = []
    sa.event.listen(engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    with Session(engine, expire_on_commit=False) as session:
        session.info.update(info)
        begun = time.process_time()
        seed_demo(session)
        session.commit()
        assert session.info["clock"] is info["clock"]
    return World(engine, info, time.process_time() - begun, len(statements))


@pytest.fixture(scope="module", params=KINDS)
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        made = seeded(f"sqlite:///{shutil.copyfile(template, tmp_path_factory.mktemp('demo') / 'demo.sqlite')}", OPENS)
        yield made
        made.engine.dispose()
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with server.database(request.getfixturevalue("postgres_template")) as url:
        made = seeded(url, OPENS)
        yield made
        made.engine.dispose()


@pytest.fixture
def session(world: World) -> Iterator[Session]:
    with world.session() as session:
        yield session


def player(key: str) -> Player:
    return next(one for one in personas() if one.persona.key == key)


def person(session: Session, key: str) -> int:
    found = people.person_by_phone(session, player(key).phone)
    assert found is not None
    return found


def unit(session: Session, title: str) -> Unit:
    return session.exec(select(Unit).where(Unit.title == title)).one()


def approvers(session: Session, code: str) -> tuple[Hat, ...]:
    union = session.exec(select(Office.id).where(Office.code == code)).one()
    held = organisations.officers(session, union, RoleKind.UNION_APPROVER)
    return tuple(hat for hat in held if hat.standing_in_for is None)


UNIONS = [place.code for place in OFFICES if place.kind is OfficeKind.UNION]


def test_making_it_is_quick(world: World) -> None:
    with world.session() as session:
        acts = session.execute(sa.select(sa.func.count()).select_from(AuditEntry)).scalar_one()
    assert world.seconds < 10
    assert world.statements < 14 * acts


def test_a_second_time_changes_nothing(session: Session) -> None:
    def rows() -> dict[str, int]:
        tables = SQLModel.metadata.sorted_tables
        return {t.name: session.execute(sa.select(sa.func.count()).select_from(t)).scalar_one() for t in tables}

    before = rows()
    seed_demo(session)
    session.flush()
    assert rows() == before


def test_offices_and_their_people(session: Session) -> None:
    kinds = Counter(place.kind for place in OFFICES)
    assert (kinds[OfficeKind.COUNTY], kinds[OfficeKind.UNION]) == (4, 5)
    assert len(organisations.provinces(session)) == 32
    for code in (SOUTH_KERMAN, ISFAHAN):
        province = session.exec(select(Office.id).where(Office.code == code)).one()
        assert len(organisations.counties(session, province)) == 2
        assert len(organisations.officers(session, province, RoleKind.ORDER_EXPERT)) == 1
    for code in UNIONS:
        assert len(approvers(session, code)) == 2
    held = session.execute(sa.select(sa.func.count()).select_from(organisations.Role)).scalar_one()
    assert held == len(ROLES)


def test_requests_for_access_lie_at_three_offices(session: Session) -> None:
    (by,) = organisations.hats(session, person(session, "statistics"))
    found = access.everything(session, by)
    assert not isinstance(found, Problem)
    lying = {(one.holder, one.stage): one.overdue for one in found.items}
    assert lying == {
        ("جنوب کرمان", AccessStage.PROVINCE): True,
        ("کاشان", AccessStage.COUNTY): True,
        ("جیرفت", AccessStage.COUNTY): False,
    }
    (by,) = organisations.hats(session, person(session, "province"))
    queue = access.queue(session, by)
    assert not isinstance(queue, Problem)
    assert [one.letter.number for one in queue.items] == ["60/5512"]


def test_thirty_units_in_every_state(session: Session) -> None:
    states = Counter(session.exec(select(Unit.state)).all())
    assert states.total() == 30
    assert all(states[state] >= 2 for state in UnitState)
    owners = Counter(session.exec(select(Unit.owner_id)).all())
    assert sum(number == 2 for number in owners.values()) >= 3
    expired = [row for row in session.exec(select(Unit)).all() if row.licence_expires < OPENS.date()]
    assert {row.state for row in expired} == {UnitState.SUBMITTED, UnitState.CONFIRMED}
    contested = session.exec(select(Unit.state).where(col(Unit.contested).is_(True))).all()
    assert UnitState.SUBMITTED in contested


def test_a_claimed_licence_cannot_be_confirmed_beside_the_first(session: Session) -> None:
    claimed, (by, _) = unit(session, "کیف و کفش نگین"), approvers(session, "demo-shoes")
    for check in Check:
        assert not isinstance(reviews.set_check(session, by, claimed.id, 1, check, CheckState.HOLDS), Problem)
    refused = reviews.approve(session, by, Subject(SubjectKind.UNIT, claimed.id), 1, reviews.Basis.VISIT)
    assert isinstance(refused, Problem)
    assert refused.code is ReviewProblem.CONTESTED


def test_eighteen_months_of_every_kind(session: Session) -> None:
    rows = session.exec(select(Month)).all()
    assert {row.state for row in rows} == set(MonthState)
    assert min(row.period for row in rows) == LAST.index - 17
    assert max(row.period for row in rows) == LAST.index
    assert any(row.late for row in rows)
    assert any(row.zero_reason for row in rows)
    assert any(row.revision == 2 and row.state is MonthState.CONFIRMED for row in rows)
    assert any(row.revision == 2 and row.state is MonthState.SUBMITTED for row in rows)
    kinds = set(session.exec(select(MonthReason.kind)).all())
    assert {ReasonKind.OVER_CAPACITY, ReasonKind.DROP, ReasonKind.ZERO} <= kinds
    confirmed = session.exec(select(Unit.id).where(Unit.state == UnitState.CONFIRMED)).all()
    with_last = {row.unit_id for row in rows if row.period == LAST.index}
    assert with_last < set(confirmed)


def test_history_lies_before_the_play_in_the_order_of_time(session: Session) -> None:
    instants = session.exec(select(AuditEntry.at).order_by(col(AuditEntry.id))).all()
    assert list(instants) == sorted(instants)
    assert instants[-1] < OPENS + timedelta(minutes=1)
    assert all(row.submitted_at >= JalaliMonth(row.year, row.month).ends for row in session.exec(select(Month)).all())


def test_every_number_is_valid_and_nobodys(session: Session) -> None:
    postal_codes = set()
    for unit_id in session.exec(select(Unit.id)).all():
        said = units.registration(session, unit_id)
        assert not isinstance(said, Problem)
        for kind, number in said.identifiers.items():
            assert ID_TYPES[kind].parse(number) == number, kind
        assert said.guild_id.warning() is None
        assert PostalCode.parse(said.postal_code) == said.postal_code
        assert said.identifiers.get(IdKind.NATIONAL, "999").startswith("999")
        assert said.identifiers.get(IdKind.LEGAL, "999").startswith("999")
        postal_codes.add(said.postal_code)
    assert len(postal_codes) == 30
    for one in personas():
        assert Phone.parse(one.phone) == one.phone
        assert one.phone.startswith("0990000")


@pytest.mark.parametrize("code", UNIONS)
def test_every_union_has_work(session: Session, code: str) -> None:
    for hat in approvers(session, code):
        waiting = reviews.inbox_counts(session, hat)
        assert not isinstance(waiting, Problem)
        assert waiting.units
        assert waiting.months


def test_somebody_is_in_trouble(session: Session) -> None:
    for key, waiting in (("approver", 1), ("owner", 1), ("returned-month", 0)):
        mine = support.my_tickets(session, person(session, key)).items
        assert [one.state for one in mine] == [support.TicketState.WAITING] * waiting
    (report,) = support.my_reports(session, person(session, "returned-month"))
    assert report.state is support.ReportState.FILED


def test_verdicts_differ(session: Session) -> None:
    verdicts = {}
    for unit_id, title in session.exec(select(Unit.id, Unit.title)).all():
        verdict = eligibility.verdict(session, unit_id)
        assert not isinstance(verdict, Problem)
        verdicts[title] = verdict
    assert {verdict.outcome for verdict in verdicts.values()} == set(EligibilityOutcome)
    assert verdicts["کفش سرو"].outcome is EligibilityOutcome.MET
    nearly = verdicts["کفش گام نو"]
    assert nearly.outcome is EligibilityOutcome.NOT_YET
    assert nearly.would_be_met_with_waiting
    assert verdicts["پوتین پیشرو"].outcome is EligibilityOutcome.NOTHING_RECORDED
    assert verdicts["حلوای سپید"].outcome is EligibilityOutcome.LICENCE_EXPIRED


def test_nothing_waits_to_be_sent(session: Session) -> None:
    assert not any(notices.counts(session).values())
    assert notices.oldest(session) is None


def test_only_the_news_of_these_people_is_withdrawn(session: Session) -> None:
    owner, other = person(session, "owner"), person(session, "returned-month")
    for one in (owner, other):
        notices.owe(session, one, notices.NoticeKind.MONTH_REMINDER, {})
    assert notices.withdraw_all(session, [owner], OPENS) == 0
    assert notices.withdraw_all(session, [owner], OPENS + timedelta(hours=1)) == 1
    assert notices.counts(session)[notices.NoticeState.WAITING] == 1


def test_a_campaign_runs_and_a_commission_is_half_done(session: Session) -> None:
    province = session.exec(select(Office.id).where(Office.code == SOUTH_KERMAN)).one()
    by, *_ = organisations.officers(session, province, RoleKind.PROVINCIAL_OFFICER)
    board = campaigns.coverage(session, by, province)
    assert not isinstance(board, Problem)
    assert board.term is not None
    assert board.term.starts_on < OPENS.date() < board.term.deadline
    assert board.figures.missing == 4
    assert 0 < (board.figures.rate or 0) < 100
    tracker = commissions.commission_board(session, by, province)
    assert not isinstance(tracker, Problem)
    assert {line.office.name: line.lack for line in tracker.counties} == {"جیرفت": Lack.UNIONS, "کهنوج": Lack.SESSION}


def test_the_phones_of_the_page() -> None:
    players = personas()
    assert [one.persona.key for one in players[:4]] == ["newcomer", "approver", "owner", "expert"]
    assert [one.persona.messenger for one in players[:4]] == [
        Dialect.TELEGRAM,
        Dialect.BALE,
        Dialect.TELEGRAM,
        Dialect.BALE,
    ]
    assert len({one.persona.key for one in players}) == len({one.persona.user_id for one in players}) == len(players)
    assert len({one.phone for one in players}) == len(players)
    assert all(one.persona.key.isascii() for one in players)
    assert all(one.persona.name == NAMES[one.who] for one in players)


def test_everybody_on_the_page_but_the_newcomer_is_known(session: Session) -> None:
    for one in personas():
        key = (Messenger(one.persona.messenger.value), one.persona.user_id)
        account = session.get(Account, key)
        person_id = people.person_by_phone(session, one.phone)
        if one.persona.key == "newcomer":
            assert account is None
            assert person_id is None
            continue
        assert account is not None
        assert account.person_id == person_id is not None
        assert people.name_of(session, person_id) == one.persona.name


def test_what_the_people_on_the_page_have(session: Session) -> None:
    def roles(key: str) -> list[RoleKind]:
        return [hat.kind for hat in organisations.hats(session, person(session, key))]

    assert roles("approver") == roles("second-approver") == [RoleKind.UNION_APPROVER]
    assert roles("expert") == [RoleKind.ORDER_EXPERT]
    assert roles("two-hats") == [RoleKind.UNION_APPROVER] * 3
    *own, in_place = organisations.hats(session, person(session, "two-hats"))
    assert [hat.standing_in_for is None for hat in (*own, in_place)] == [True, True, False]
    assert roles("officer") == [RoleKind.COUNTY_OFFICER]
    (card,) = units.my_units(session, person(session, "owner"))
    due = months.due(session, card.owner_id, card.id)
    assert not isinstance(due, Problem)
    assert due.cell.mark is MonthMark.MISSING
    (card,) = units.my_units(session, person(session, "returned-registration"))
    assert card.state is UnitState.RETURNED
    assert reviews.remarks_for(session, card.owner_id, Subject(SubjectKind.UNIT, card.id))
    (card,) = units.my_units(session, person(session, "returned-month"))
    marks = [cell.mark for cell in months.calendar(session, card.id, LAST)]
    assert MonthMark.RETURNED in marks
    (card,) = units.my_units(session, person(session, "two-hats"))
    assert card.state is UnitState.CONFIRMED


def test_the_newcomer_finds_the_union(session: Session) -> None:
    jiroft = session.exec(select(Office.id).where(Office.code == "demo-jiroft")).one()
    (found,) = organisations.unions(session, jiroft, "كفاش").found
    assert found.name == "اتحادیهٔ کفاشان جیرفت"


@pytest.mark.parametrize(
    "opens",
    [JalaliMonth(1405, 12).ends, JalaliMonth(1405, 7).ends - timedelta(seconds=40)],
    ids=["the first moment of a year", "the last evening of a month"],
)
def test_it_can_be_made_at_any_moment(sqlite_url: str, opens: datetime) -> None:
    made = seeded(sqlite_url, opens)
    with made.session() as session:
        assert session.execute(sa.select(sa.func.max(col(Month.period)))).scalar_one() == (
            JalaliMonth.of(opens).previous().index
        )
        assert not any(notices.counts(session).values())
    made.engine.dispose()


def test_a_province_has_told_a_circular_and_another_waits_for_its_second_person(session: Session) -> None:
    province = session.exec(select(Office.id).where(Office.code == SOUTH_KERMAN)).one()
    turaj = organisations.officers(session, province, RoleKind.PROVINCIAL_OFFICER)[0]
    (ended,) = granted(circulars.listed(session, turaj, circulars.Pile.ENDED)).lines
    (waits,) = granted(circulars.listed(session, turaj, circulars.Pile.RELEASE)).lines
    assert (ended.standing, waits.standing) == (circulars.Standing.DONE, circulars.Standing.ASKED)
    told = granted(circulars.progress(session, turaj, ended.id))
    assert told.planned == told.states[NoticeState.SENT] > 5
