"""Who polls a token, and since when nobody of us listened."""

from datetime import timedelta

from sqlmodel import Session

from models.bookkeeping import drop_poll_lease, listen, take_poll_lease
from models.clock import Clock
from models.people import Messenger

BALE = Messenger.BALE
LASTS = timedelta(seconds=45)
GAP = timedelta(minutes=2)
CATCHING_UP = timedelta(minutes=10)


def _takes(session: Session, me: str) -> bool:
    return take_poll_lease(session, BALE, 7, me, LASTS) is not None


def test_a_lease_is_waited_for_until_it_runs_out(session: Session, clock: Clock) -> None:
    assert _takes(session, "one")
    if session.get_bind().dialect.name == "sqlite":
        assert _takes(session, "two")  # nobody else lives there
        return
    assert not _takes(session, "two")
    clock.shift(LASTS)
    assert _takes(session, "two")
    drop_poll_lease(session, BALE, 7, "two")
    assert _takes(session, "one")


def test_a_lease_from_before_the_clock_was_set_back_is_not_waited_for(session: Session, clock: Clock) -> None:
    assert _takes(session, "one")
    clock.shift(-timedelta(days=9))
    assert _takes(session, "two")


def _listens(session: Session) -> object:
    return listen(session, BALE, 7, GAP, CATCHING_UP)


def test_after_a_gap_what_was_held_back_is_told_apart_for_a_while(session: Session, clock: Clock) -> None:
    assert _listens(session) is None
    clock.shift(GAP * 0.9)
    assert _listens(session) is None
    last = clock.now()
    clock.shift(timedelta(hours=3))
    since = _listens(session)
    assert since is not None
    assert abs(since - last) < timedelta(seconds=1)  # type: ignore[operator]  # an instant
    clock.shift(CATCHING_UP / 5)
    assert _listens(session) == since
    clock.shift(timedelta(hours=1))
    assert _listens(session) != since, "another gap began when we last listened"
    told = []
    for _ in range(6):
        clock.shift(GAP * 0.9)
        told.append(_listens(session))
    assert told[0] is not None
    assert told[-1] is None


def test_a_gap_within_the_catching_up_after_another_counts_from_the_first(session: Session, clock: Clock) -> None:
    _listens(session)
    clock.shift(timedelta(hours=3))
    since = _listens(session)
    clock.shift(GAP * 2)
    assert _listens(session) == since


def test_whoever_polls_after_a_webhook_waits_for_nobody_and_knows_when_we_last_heard(
    session: Session, clock: Clock
) -> None:
    _listens(session)
    clock.shift(timedelta(hours=3))
    _listens(session)
    lease = take_poll_lease(session, BALE, 7, "one", LASTS)
    assert lease is not None
    assert lease.heard_at is not None
    assert _listens(session) is None, "it was heard a moment ago"
