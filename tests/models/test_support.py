"""Tickets: who hears of them, who may do what, the first who takes one has it, and the calendar sends on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from models import organisations, support
from models.audit import AuditAct, AuditEntry, trail
from models.clock import Clock, now
from models.letters import RuleKey, RuleRow
from models.notices import Notice, NoticeKind
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import set_name
from models.support import (
    TICKET_ACTIONS,
    CloseCode,
    Receiver,
    Ticket,
    TicketAction,
    TicketActor,
    TicketDesk,
    TicketEntry,
    TicketProblem,
    TicketReceipt,
    TicketState,
    TicketStep,
    Where,
)
from models.support.desk import desk_query
from models.values.problem import Problem
from models.values.text import TextProblem
from tests.models.told import confirmed_unit
from tests.models.world import World, build_world, granted, person, refused

WORDS = "آمار آبان را فرستادم، ولی هنوز ثبت‌نشده است."
ON_A_MONTH = Where("month", "unit:1", "sold")


@dataclass(frozen=True)
class Desks:
    """Who answers: the liaison and a colleague, the province's officer, the statistics office; another province's."""

    world: World
    liaison: Hat
    colleague: Hat
    officer: Hat
    statistics: Hat
    elsewhere: Hat


def _hat(session: Session, digits: int, kind: RoleKind, office_id: int) -> Hat:
    return granted(organisations.grant(session, person(session, digits), kind, office_id))


def _national(session: Session, kind: OfficeKind) -> int:
    return organisations.offices(session, kind)[0].id


def _desks(session: Session) -> Desks:
    world = build_world(session)
    gilan = next(office for office in organisations.provinces(session) if office.name == "گیلان")
    desks = Desks(
        world,
        _hat(session, 21, RoleKind.LIAISON, world.province_id),
        _hat(session, 22, RoleKind.LIAISON, world.province_id),
        _hat(session, 23, RoleKind.PROVINCIAL_OFFICER, world.province_id),
        _hat(session, 24, RoleKind.STATISTICS_OFFICER, _national(session, OfficeKind.STATISTICS_OFFICE)),
        _hat(session, 25, RoleKind.LIAISON, gilan.id),
    )
    set_name(session, desks.liaison.person_id, "رابط نمونه")
    return desks


def _opened(session: Session, world: World, words: str = WORDS) -> TicketReceipt:
    return granted(support.open_ticket(session, world.owner, world.province_id, words, ON_A_MONTH))


def _revision(session: Session, ticket_id: int) -> int:
    return session.get_one(Ticket, ticket_id, populate_existing=True).revision


def _days_left(session: Session, due_at: datetime) -> int:
    return round((due_at - now(session)) / timedelta(days=1))


def _taken(session: Session, hat: Hat, ticket_id: int) -> support.DeskCard:
    return granted(support.take(session, hat, ticket_id, _revision(session, ticket_id)))


def _told(session: Session, kind: NoticeKind) -> set[int]:
    return set(session.execute(sa.select(col(Notice.person_id)).where(col(Notice.kind) == kind)).scalars())


# ---- who hears of it ----


def test_a_ticket_goes_to_the_liaisons_of_the_province_with_a_day(session: Session) -> None:
    desks = _desks(session)
    receipt = _opened(session, desks.world)
    assert receipt.receiver is Receiver.LIAISON
    assert _days_left(session, receipt.due_at) == 3
    assert _told(session, NoticeKind.TICKET_CAME) == {desks.liaison.person_id, desks.colleague.person_id}


def test_without_a_liaison_the_officer_hears_and_without_either_the_statistics_office(session: Session) -> None:
    world = build_world(session)
    assert _opened(session, world).receiver is Receiver.NOBODY
    office = _national(session, OfficeKind.STATISTICS_OFFICE)
    statistics = _hat(session, 24, RoleKind.STATISTICS_OFFICER, office)
    receipt = _opened(session, world)
    assert receipt.receiver is Receiver.STATISTICS
    assert granted(support.desk_counts(session, statistics)).waiting == 2
    officer = _hat(session, 23, RoleKind.PROVINCIAL_OFFICER, world.province_id)
    receipt = _opened(session, world)
    assert receipt.receiver is Receiver.OFFICER
    assert [item.id for item in granted(support.desk_page(session, officer, TicketDesk.PROVINCE)).items] == [
        receipt.ticket_id
    ]


def test_the_provinces_that_somebody_has_to_do_with(session: Session) -> None:
    desks = _desks(session)
    world = desks.world
    stranger = person(session, 90)
    assert support.provinces_of(session, stranger) == ()
    assert [one.id for one in support.provinces_of(session, world.approver.person_id)] == [world.province_id]
    confirmed_unit(session, world)
    assert [one.id for one in support.provinces_of(session, world.owner)] == [world.province_id]
    _hat2 = granted(organisations.grant(session, world.owner, RoleKind.LIAISON, desks.elsewhere.office_id))
    assert {one.name for one in support.provinces_of(session, world.owner)} == {"تهران", "گیلان"}
    assert [one.name for one in support.provinces_of(session, world.owner, _hat2.role_id)] == ["گیلان"]


def test_words_that_are_not_taken_leave_nothing(session: Session) -> None:
    world = build_world(session)
    for words, code in (
        ("", TextProblem.EMPTY),
        ("!؟…", TextProblem.NO_WORDS),
        ("بد", TextProblem.TOO_SHORT),
        ("مشکل " * 2000, TextProblem.TOO_LONG),
        ("وارد نمی‌شوم. " * 40 + "رمز من: Abc12345 است.", TicketProblem.PASSWORD),
    ):
        problem = refused(support.open_ticket(session, world.owner, world.province_id, words, Where()))
        assert problem.code is code
    assert session.exec(select(Ticket)).all() == []


def test_words_rest_sealed_and_neither_audit_nor_notice_nor_log_holds_them(session: Session) -> None:
    desks = _desks(session)
    receipt = _opened(session, desks.world)
    session.flush()
    for table in SQLModel.metadata.sorted_tables:
        for row in session.execute(sa.select(table)).all():
            assert "فرستادم" not in str(tuple(row)), table.name
    (act,) = [one for one in trail(session, f"ticket:{receipt.ticket_id}") if one.act is AuditAct.TICKET_OPENED]
    assert act.by == desks.world.owner


def test_only_so_many_may_wait(session: Session) -> None:
    world = build_world(session)
    session.add(
        RuleRow(key=RuleKey.TICKETS_WAITING, scope_id=None, valid_from=date(2026, 1, 1), value="2", set_at=now(session))
    )
    _opened(session, world)
    _opened(session, world)
    problem = refused(support.open_ticket(session, world.owner, world.province_id, WORDS, Where()))
    assert (problem.code, problem.values) == (TicketProblem.TOO_MANY, {"most": 2})


def test_a_county_is_no_province(session: Session) -> None:
    world = build_world(session)
    problem = refused(support.open_ticket(session, world.owner, world.county_id, WORDS, Where()))
    assert problem.code is TicketProblem.NO_PROVINCE


# ---- who may do what ----


def test_every_state_names_every_actor() -> None:
    assert set(TICKET_ACTIONS) == set(TicketState)
    for actors in TICKET_ACTIONS.values():
        assert set(actors) == set(TicketActor)
        assert all(TicketAction.LOOK in may for may in actors.values())


def test_who_sees_a_ticket_and_who_does_not(session: Session) -> None:
    desks = _desks(session)
    world = desks.world
    ticket_id = _opened(session, world).ticket_id
    for hat in (desks.liaison, desks.colleague, desks.officer):
        assert granted(support.desk_card(session, hat, ticket_id)).actor is TicketActor.DESK
    for hat in (desks.statistics, desks.elsewhere, world.expert, world.approver, world.officer):
        assert refused(support.desk_card(session, hat, ticket_id)).code is TicketProblem.NOT_YOURS
        assert refused(support.take(session, hat, ticket_id, 1)).code is TicketProblem.NOT_YOURS
    for hat in (world.expert, world.approver, world.officer):
        assert isinstance(support.desk_counts(session, hat), Problem)
        assert isinstance(support.desk_page(session, hat, TicketDesk.PROVINCE), Problem)
    stranger = person(session, 90)
    for outcome in (
        support.ticket_card(session, stranger, ticket_id),
        support.write_back(session, stranger, ticket_id, WORDS),
        support.say_solved(session, stranger, ticket_id, 1),
        support.ticket_card(session, world.owner, ticket_id + 999),
    ):
        assert refused(outcome).code is TicketProblem.NOT_YOURS


def test_a_revoked_liaison_does_nothing_and_what_was_held_is_free_again(session: Session) -> None:
    desks = _desks(session)
    ticket_id = _opened(session, desks.world).ticket_id
    _taken(session, desks.liaison, ticket_id)
    granted(organisations.revoke(session, desks.liaison.role_id))
    assert isinstance(support.answer(session, desks.liaison, ticket_id, 2, WORDS), Problem)
    assert granted(support.desk_card(session, desks.colleague, ticket_id)).actor is TicketActor.DESK
    _taken(session, desks.colleague, ticket_id)
    granted(support.answer(session, desks.colleague, ticket_id, 3, "درست شد."))


def test_nobody_answers_the_own_ticket(session: Session) -> None:
    desks = _desks(session)
    own = granted(
        support.open_ticket(
            session, desks.liaison.person_id, desks.world.province_id, WORDS, Where(), desks.liaison.role_id
        )
    )
    assert _told(session, NoticeKind.TICKET_CAME) == {desks.colleague.person_id}
    assert granted(support.desk_counts(session, desks.liaison)).waiting == 0
    assert refused(support.take(session, desks.liaison, own.ticket_id, 1)).code is TicketProblem.OWN
    assert granted(support.desk_card(session, desks.colleague, own.ticket_id)).role is RoleKind.LIAISON


def test_the_first_tap_wins_and_the_second_hears_who_was_first(session: Session) -> None:
    desks = _desks(session)
    ticket_id = _opened(session, desks.world).ticket_id
    granted(support.take(session, desks.liaison, ticket_id, 1))
    problem = refused(support.take(session, desks.colleague, ticket_id, 1))
    assert problem.code is TicketProblem.HELD_BY
    assert problem.values["by"] == "رابط نمونه"
    assert refused(support.take(session, desks.liaison, ticket_id, 1)).code is TicketProblem.MOVED_ON
    card = granted(support.desk_card(session, desks.colleague, ticket_id))
    assert (card.actor, card.holder, card.may) == (TicketActor.COLLEAGUE, "رابط نمونه", frozenset({TicketAction.LOOK}))
    granted(support.let_go(session, desks.liaison, ticket_id, 2))
    assert _taken(session, desks.colleague, ticket_id).actor is TicketActor.HOLDER


# ---- there and back ----


def test_an_answer_is_answered_back_and_the_holder_hears(session: Session) -> None:
    desks = _desks(session)
    owner = desks.world.owner
    ticket_id = _opened(session, desks.world).ticket_id
    _taken(session, desks.liaison, ticket_id)
    granted(support.answer(session, desks.liaison, ticket_id, 2, "یک بار بیرون بروید و دوباره وارد شوید."))
    assert _told(session, NoticeKind.TICKET_ANSWERED) == {owner}
    assert granted(support.desk_counts(session, desks.liaison)).waiting == 0
    card = granted(support.write_back(session, owner, ticket_id, "همان است که بود."))
    assert [line.step for line in card.lines] == [TicketStep.OPENED, TicketStep.ANSWERED, TicketStep.WROTE_BACK]
    assert card.lines[1].office == "تهران"
    assert granted(support.desk_card(session, desks.liaison, ticket_id)).actor is TicketActor.HOLDER
    assert refused(support.close(session, desks.liaison, ticket_id, 3, CloseCode.TWICE)).code is TicketProblem.MOVED_ON
    granted(support.close(session, desks.liaison, ticket_id, 4, CloseCode.TWICE))
    hats = {act.hat for act in trail(session, f"ticket:{ticket_id}") if act.by == desks.liaison.person_id}
    assert hats == {desks.liaison.role_id}


def test_a_closed_ticket_is_opened_again_within_a_time(session: Session, clock: Clock) -> None:
    desks = _desks(session)
    owner = desks.world.owner
    ticket_id = _opened(session, desks.world).ticket_id
    granted(support.say_solved(session, owner, ticket_id, 1))
    assert refused(support.write_back(session, owner, ticket_id, WORDS)).code is TicketProblem.MOVED_ON
    assert refused(support.say_not_solved(session, owner, ticket_id, 1)).code is TicketProblem.MOVED_ON
    clock.set(now(session) + timedelta(days=13, hours=23))
    card = granted(support.say_not_solved(session, owner, ticket_id, 2))
    assert (card.state, card.solved) == (TicketState.WAITING, False)
    granted(support.say_solved(session, owner, ticket_id, 3))
    clock.set(now(session) + timedelta(days=15))
    problem = refused(support.say_not_solved(session, owner, ticket_id, 4))
    assert (problem.code, problem.values) == (TicketProblem.REOPEN_OVER, {"days": 14})
    assert TicketAction.NOT_SOLVED not in granted(support.ticket_card(session, owner, ticket_id)).may


def test_sent_on_by_the_liaison_it_lies_with_the_statistics_office_and_the_province_looks_on(session: Session) -> None:
    desks = _desks(session)
    ticket_id = _opened(session, desks.world).ticket_id
    _taken(session, desks.liaison, ticket_id)
    card = granted(support.send_on(session, desks.liaison, ticket_id, 2))
    assert (card.actor, card.may) == (TicketActor.ONLOOKER, frozenset({TicketAction.LOOK}))
    assert desks.statistics.person_id in _told(session, NoticeKind.TICKET_CAME)
    counts = granted(support.desk_counts(session, desks.officer))
    assert (counts.waiting, counts.sent_on) == (0, 1)
    assert isinstance(support.desk_card(session, desks.elsewhere, ticket_id), Problem)
    held = _taken(session, desks.statistics, ticket_id)
    assert TicketAction.SEND_ON not in held.may
    assert refused(support.send_on(session, desks.statistics, ticket_id, 4)).code is TicketProblem.MOVED_ON
    granted(support.answer(session, desks.statistics, ticket_id, 4, "دسترسی برقرار شد."))


# ---- the calendar ----


def test_what_is_not_answered_in_time_goes_to_the_statistics_office_once(session: Session, clock: Clock) -> None:
    desks = _desks(session)
    late, fresh = _opened(session, desks.world).ticket_id, None
    clock.set(now(session) + timedelta(days=3, minutes=1))
    fresh = _opened(session, desks.world).ticket_id
    assert granted(support.desk_counts(session, desks.liaison)).overdue == 1
    assert support.send_overdue_on(session).owed == 1
    assert support.send_overdue_on(session).owed == 0
    assert session.get_one(Ticket, fresh).desk is TicketDesk.PROVINCE
    card = granted(support.desk_card(session, desks.statistics, late))
    assert [line.step for line in card.lines] == [TicketStep.OPENED, TicketStep.OVERDUE]
    assert _days_left(session, card.due_at) == 3
    assert _told(session, NoticeKind.TICKET_SENT_ON) == {desks.world.owner}
    (act,) = [one for one in trail(session, f"ticket:{late}") if one.act is AuditAct.TICKET_SENT_ON]
    assert (act.by, act.hat) == (None, None)
    clock.set(now(session).replace(hour=3))
    assert support.send_overdue_on(session) == support.send_overdue_on(session)


def test_a_provinces_own_days_hold_there(session: Session) -> None:
    desks = _desks(session)
    world = desks.world
    session.add(
        RuleRow(
            key=RuleKey.TICKET_DAYS,
            scope_id=world.province_id,
            valid_from=date(2026, 1, 1),
            value="1",
            set_at=now(session),
        )
    )
    assert _days_left(session, _opened(session, world).due_at) == 1


# ---- the queue ----


def test_the_queue_is_oldest_first_and_its_pages_neither_miss_nor_repeat(session: Session, clock: Clock) -> None:
    desks = _desks(session)
    session.add(
        RuleRow(
            key=RuleKey.TICKETS_WAITING, scope_id=None, valid_from=date(2026, 1, 1), value="50", set_at=now(session)
        )
    )
    ids = []
    for number in range(15):
        clock.set(now(session) + timedelta(minutes=number % 2))
        ids.append(_opened(session, desks.world).ticket_id)
    seen: list[int] = []
    after = None
    while True:
        page = granted(support.desk_page(session, desks.liaison, TicketDesk.PROVINCE, after))
        seen += [item.id for item in page.items]
        if page.next is None:
            break
        after = support.DeskCursor.read(str(page.next))
    assert seen == ids
    assert [item.id for item in support.my_tickets(session, desks.world.owner, ids[8]).items] == ids[7:1:-1]


def test_the_queue_is_read_along_its_index(session: Session) -> None:
    desks = _desks(session)
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("the plan of an empty table says nothing on PostgreSQL")
    for hat, index in ((desks.liaison, "ix_tickets_desk"), (desks.statistics, "ix_tickets_country")):
        query = desk_query(hat, TicketDesk.STATISTICS, None).limit(7)
        written = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        plan = " ".join(str(row) for row in session.execute(sa.text(f"EXPLAIN QUERY PLAN {written}")))
        assert index in plan
        assert "TEMP B-TREE" not in plan


def test_entries_are_only_added(session: Session) -> None:
    desks = _desks(session)
    ticket_id = _opened(session, desks.world).ticket_id
    before = session.exec(select(sa.func.count()).select_from(TicketEntry)).one()
    _taken(session, desks.liaison, ticket_id)
    assert session.exec(select(sa.func.count()).select_from(TicketEntry)).one() == before + 1
    assert (
        session.exec(select(AuditEntry).where(AuditEntry.act == AuditAct.TICKET_TAKEN)).one().hat
        == desks.liaison.role_id
    )
