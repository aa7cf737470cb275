"""What couriers take, hold back, move to the other messenger and undo."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from models import couriers, notices
from models.clock import Clock, now
from models.couriers import Fate, Outcome, Parcel
from models.couriers.outcomes import TRIES
from models.notices import Notice, NoticeKind, NoticeState
from models.people import Account, AccountKey, Messenger, add_account
from models.uncertain import settle_doubts, spoiled
from tests.models.world import person

BOTH = tuple(Messenger)
ON_TELEGRAM, ON_BALE = 501, 502


@pytest.fixture
def azar(session: Session, clock: Clock) -> int:
    """Somebody on both messengers, the last time on Telegram."""
    azar = person(session, 1)
    add_account(session, AccountKey(Messenger.BALE, ON_BALE), azar)
    clock.shift(timedelta(seconds=1))
    add_account(session, AccountKey(Messenger.TELEGRAM, ON_TELEGRAM), azar)
    session.commit()
    return azar


def _owe(session: Session, person_id: int, kind: NoticeKind = NoticeKind.UNIT_APPROVED) -> int:
    notices.owe(session, person_id, kind, {"title": "کفش دست‌دوز آذر"})
    session.commit()
    return int(session.execute(sa.select(sa.func.max(col(Notice.id)))).scalar_one())


def _take(session: Session, messenger: Messenger = Messenger.TELEGRAM, most: int = 10) -> tuple[Parcel, ...]:
    couriers.address(session, BOTH)
    parcels = couriers.take(session, messenger, "courier", most)
    session.commit()
    return parcels


def _fails(session: Session, parcel: Parcel, wait: float = 60.0, fate: Fate = Fate.RETRY) -> None:
    notices.begin(session, [parcel.id], "courier")
    couriers.settle(session, [Outcome(parcel, fate, None, wait, "network", failing=True)], Messenger.TELEGRAM)
    session.commit()


def _row(session: Session, notice_id: int) -> Notice:
    session.expire_all()
    return session.get_one(Notice, notice_id)


def _carried(session: Session) -> None:
    """Somebody carries on both messengers."""
    for messenger in Messenger:
        assert couriers.hold(session, messenger, 7, "courier") is not None
    session.commit()


def test_what_is_newer_waits_for_what_wants_another_try(session: Session, azar: int, clock: Clock) -> None:
    first = _owe(session, azar)
    (parcel,) = _take(session)
    _fails(session, parcel)
    second, code = _owe(session, azar), _owe(session, azar, NoticeKind.JOIN_CODE)
    assert [one.id for one in _take(session)] == [code]
    assert _row(session, second).next_at >= _row(session, first).next_at
    clock.shift(timedelta(seconds=61))
    assert [one.id for one in _take(session, most=1)] == [first]
    assert [one.id for one in _take(session)] == [second]  # the courier itself waits for what is under way


def test_what_waits_behind_something_hides_nobody_elses(session: Session, azar: int) -> None:
    _owe(session, azar)
    (parcel,) = _take(session)
    _fails(session, parcel)
    _owe(session, azar)
    narges = person(session, 2)
    add_account(session, AccountKey(Messenger.TELEGRAM, 777), narges)
    hers = _owe(session, narges)
    taken = [*_take(session, most=1), *_take(session, most=1)]
    assert [one.id for one in taken] == [hers]
    assert not couriers.due(session, Messenger.TELEGRAM)


def test_the_index_tells_who_waits_for_another_try(session: Session) -> None:
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("PostgreSQL chooses by statistics")
    query = (
        "SELECT account_id, id, priority, next_at FROM notices"
        " WHERE state = 'retry' AND messenger = 'bale' AND account_id IN (1, 2, 3)"
    )
    plan = str(session.execute(sa.text(f"EXPLAIN QUERY PLAN {query}")).all())
    assert "ix_notices_retried (messenger=? AND account_id=?)" in plan


def test_a_notice_that_cannot_be_read_holds_up_nobody_and_is_named(session: Session, azar: int) -> None:
    poisoned, well = _owe(session, azar), _owe(session, azar)
    stored = _row(session, poisoned).facts_sealed
    session.execute(sa.update(Notice).where(col(Notice.id) == poisoned).values(facts_sealed=b"nothing sealed"))
    named: dict[int, str] = {}
    couriers.address(session, BOTH)
    (parcel,) = couriers.take(session, Messenger.TELEGRAM, "courier", 10, named)
    assert parcel.id == well
    assert list(named) == [poisoned]
    assert _row(session, poisoned).state is NoticeState.REFUSED
    assert [(one.id, one.error) for one in spoiled(session)] == [(poisoned, named[poisoned])]

    session.execute(sa.update(Notice).where(col(Notice.id) == poisoned).values(facts_sealed=stored))
    assert settle_doubts(session, [poisoned], arrived=True) == ()  # it surely did not
    assert settle_doubts(session, [poisoned], arrived=False) == (poisoned,)
    assert [one.id for one in _take(session)] == [poisoned]


def test_after_some_failures_the_other_messenger_is_tried_and_then_the_first_one_again(
    session: Session, azar: int, clock: Clock
) -> None:
    owed = _owe(session, azar)
    for messenger, other in ((Messenger.TELEGRAM, Messenger.BALE), (Messenger.BALE, Messenger.TELEGRAM)):
        for _ in range(TRIES):
            _carried(session)
            assert _row(session, owed).messenger in {None, messenger.value}
            (parcel,) = _take(session, messenger)
            notices.begin(session, [parcel.id], "courier")
            couriers.settle(session, [Outcome(parcel, Fate.RETRY, None, 1.0, "network", failing=True)], messenger)
            clock.shift(timedelta(seconds=1))
        assert _row(session, owed).messenger == other.value


@pytest.mark.parametrize("why", ["nobody carries on it", "it is down as well", "it blocked us there"])
def test_a_messenger_that_does_not_work_is_no_way_out(session: Session, azar: int, clock: Clock, why: str) -> None:
    if why != "nobody carries on it":
        _carried(session)
    if why == "it is down as well":
        couriers.mark(session, Messenger.BALE, 7, down=True)
        clock.shift(couriers.AWAY)
        _carried(session)
    if why == "it blocked us there":
        session.execute(sa.update(Account).where(col(Account.account_id) == ON_BALE).values(blocked=True))
    owed = _owe(session, azar)
    for _ in range(TRIES):
        (parcel,) = _take(session)
        _fails(session, parcel, 0.0)
    assert _row(session, owed).messenger == "telegram"


def test_what_lies_with_a_messenger_that_is_down_for_long_goes_by_the_other(
    session: Session, azar: int, clock: Clock
) -> None:
    _carried(session)
    doubtful = _owe(session, azar)
    (parcel,) = _take(session)
    _fails(session, parcel, fate=Fate.UNCERTAIN)
    owed = _owe(session, azar)
    (parcel,) = _take(session)
    _fails(session, parcel, 3600.0)
    couriers.mark(session, Messenger.TELEGRAM, 7, down=True)
    clock.shift(couriers.AWAY / 2)
    couriers.mark(session, Messenger.TELEGRAM, 7, down=True)
    assert couriers.move_due(session, BOTH) == 0
    clock.shift(couriers.AWAY / 2)
    assert couriers.move_due(session, BOTH) == 1
    assert (_row(session, owed).messenger, _row(session, owed).account_id) == ("bale", ON_BALE)
    assert _row(session, doubtful).messenger == "telegram"
    later = _owe(session, azar)
    couriers.address(session, BOTH)
    assert _row(session, later).messenger == "bale"

    couriers.mark(session, Messenger.TELEGRAM, 7, down=False)
    back = _owe(session, azar)
    couriers.address(session, BOTH)
    assert _row(session, back).messenger == "telegram"


def test_when_it_was_the_token_nobody_has_blocked_us(session: Session, azar: int) -> None:
    session.execute(sa.update(Account).where(col(Account.account_id) == ON_BALE).values(blocked=True))
    owed = _owe(session, azar)
    (parcel,) = _take(session)
    _fails(session, parcel, fate=Fate.UNREACHABLE)
    couriers.address(session, BOTH)
    assert _row(session, owed).state is NoticeState.PARKED
    assert couriers.unblock(session, Messenger.TELEGRAM, {owed: ON_TELEGRAM}, 30.0) == 1
    row = _row(session, owed)
    assert (row.state, row.account_id, row.error) == (NoticeState.RETRY, ON_TELEGRAM, "token")
    assert row.next_at > now(session)
    open_ones = session.execute(sa.select(col(Account.account_id)).where(col(Account.blocked).is_(False))).scalars()
    assert list(open_ones) == [ON_TELEGRAM]
