from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from models import notices
from models.clock import Clock, now
from models.notices import Notice, NoticeKind, NoticeState, Recovered
from tests.models.world import person


@pytest.fixture
def owner(session: Session) -> int:
    return person(session, 1)


@pytest.fixture
def other_session(session: Session, engine: sa.Engine) -> Iterator[Session]:
    """A second worker's connection; SQLite has one, which both share."""
    if engine.dialect.name == "sqlite":
        yield session
        return
    with Session(engine, expire_on_commit=False) as other:
        other.info.update(session.info)
        yield other


def _owe(session: Session, owner: int, number: int = 1, kind: NoticeKind = NoticeKind.UNIT_APPROVED) -> None:
    for count in range(number):
        notices.owe(session, owner, kind, {"title": "کفش دست‌دوز آذر", "count": count})
    session.commit()


def _state(session: Session, notice_id: int) -> NoticeState:
    session.expire_all()
    return session.get_one(Notice, notice_id).state


def test_a_decision_owes_one_notice_however_often_it_is_tapped(session: Session, owner: int) -> None:
    assert notices.owe(session, owner, NoticeKind.UNIT_APPROVED, {}, key="unit:5:2")
    assert not notices.owe(session, owner, NoticeKind.UNIT_APPROVED, {}, key="unit:5:2")
    assert notices.counts(session)[NoticeState.WAITING] == 1


def test_what_a_notice_says_rests_sealed(session: Session, owner: int) -> None:
    _owe(session, owner)
    stored = bytes(session.execute(sa.select(col(Notice.facts_sealed))).scalar_one())
    assert "آذر".encode() not in stored
    (row,) = notices.lease(session, "worker-1", 10, now(session))
    assert row.facts == {"title": "کفش دست‌دوز آذر", "count": 0}


def test_two_workers_never_hold_the_same_notice(session: Session, other_session: Session, owner: int) -> None:
    _owe(session, owner, 5)
    first = notices.lease(session, "worker-1", 3, now(session))
    second = notices.lease(other_session, "worker-2", 3, now(other_session))
    assert len(first) == 3
    assert len(second) == 2
    assert not {row.id for row in first} & {row.id for row in second}


def test_a_join_code_goes_before_reminders(session: Session, owner: int) -> None:
    _owe(session, owner, kind=NoticeKind.MONTH_REMINDER)
    _owe(session, owner, kind=NoticeKind.UNIT_APPROVED)
    _owe(session, owner, kind=NoticeKind.JOIN_CODE)
    leased = notices.lease(session, "worker-1", 10, now(session))
    assert [row.kind for row in leased] == [NoticeKind.JOIN_CODE, NoticeKind.UNIT_APPROVED, NoticeKind.MONTH_REMINDER]


def test_a_notice_goes_its_way_and_is_not_sent_twice(session: Session, owner: int) -> None:
    _owe(session, owner)
    (row,) = notices.lease(session, "worker-1", 10, now(session))
    assert not notices.record_sent(session, row.id, "bale", 9001, 17)  # not begun: nothing was sent
    assert notices.begin(session, [row.id]) == {row.id}
    assert notices.begin(session, [row.id]) == frozenset()
    assert notices.record_sent(session, row.id, "bale", 9001, 17)
    assert not notices.record_retry(session, row.id, now(session), "too-late")
    assert _state(session, row.id) is NoticeState.SENT
    assert notices.oldest(session) is None


def test_after_a_crash_what_was_not_begun_goes_again_and_what_was_is_uncertain(session: Session, owner: int) -> None:
    _owe(session, owner, 3)
    leased = notices.lease(session, "worker-1", 10, now(session))
    notices.begin(session, [leased[0].id])

    assert notices.recover(session, "worker-2") == Recovered(waiting=0, uncertain=0)
    assert notices.recover(session, "worker-1") == Recovered(waiting=2, uncertain=1)

    again = notices.lease(session, "worker-1", 10, now(session))
    assert [row.id for row in again] == [leased[1].id, leased[2].id]
    assert _state(session, leased[0].id) is NoticeState.UNCERTAIN


def test_a_dead_workers_lease_runs_out(session: Session, owner: int, clock: Clock) -> None:
    _owe(session, owner)
    notices.lease(session, "worker-1", 10, now(session))
    clock.shift(timedelta(minutes=3))
    assert notices.recover(session) == Recovered(waiting=1, uncertain=0)


def test_after_429_a_notice_waits_for_its_time(session: Session, owner: int, clock: Clock) -> None:
    _owe(session, owner)
    (row,) = notices.lease(session, "worker-1", 10, now(session))
    notices.begin(session, [row.id])
    assert notices.record_retry(session, row.id, now(session) + timedelta(seconds=30), "rate-limit")
    assert notices.lease(session, "worker-1", 10, now(session)) == ()
    clock.shift(timedelta(seconds=31))
    (again,) = notices.lease(session, "worker-1", 10, now(session))
    assert again.tries == 1


def test_a_person_who_blocked_the_bot_hears_it_after_coming_back(session: Session, owner: int) -> None:
    _owe(session, owner)
    (row,) = notices.lease(session, "worker-1", 10, now(session))
    notices.begin(session, [row.id])
    assert notices.record_parked(session, row.id, "blocked")
    assert notices.lease(session, "worker-1", 10, now(session)) == ()
    assert notices.resume(session, owner) == 1
    assert len(notices.lease(session, "worker-1", 10, now(session))) == 1


def test_what_is_withdrawn_is_not_sent(session: Session, owner: int) -> None:
    notices.owe(session, owner, NoticeKind.JOIN_CODE, {"code": "123456"}, key="join:1")
    (row,) = notices.lease(session, "worker-1", 10, now(session))
    assert notices.withdraw(session, "join:1")
    assert notices.begin(session, [row.id]) == frozenset()
    assert not notices.withdraw(session, "join:1")


def test_the_queue_is_read_through_its_partial_index(session: Session, engine: sa.Engine, owner: int) -> None:
    asked: list[str] = []

    @sa.event.listens_for(engine, "before_cursor_execute")
    def _note(*call: object) -> None:
        asked.append(str(call[2]))

    _owe(session, owner)
    notices.lease(session, "worker-1", 10, now(session))
    sa.event.remove(engine, "before_cursor_execute", _note)
    lease = next(statement for statement in asked if statement.startswith("UPDATE"))
    assert "state IN ('waiting', 'retry')" in lease  # a bound parameter would hide it from the planner

    queue = (
        "SELECT id FROM notices WHERE state IN ('waiting', 'retry') AND messenger = 'bale' AND next_at <= '2027-01-01'"
    )
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    if engine.dialect.name == "postgresql":
        session.execute(sa.text("SET LOCAL enable_seqscan = off"))
        session.execute(sa.text("SET LOCAL enable_sort = off"))
    plan = repr(session.execute(sa.text(f"{explain} {queue} ORDER BY priority, next_at, id LIMIT 10")).all())
    assert "ix_notices_due" in plan
    assert "TEMP B-TREE" not in plan
