"""Kept files and jobs: once by content, taken up after a crash, told once."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from models import contents, jobs
from models.clock import Clock
from models.jobs import IncomingFile, JobKind, JobProblem, JobState, Order
from models.people import AccountKey, Messenger
from models.rotation import reseal, sealed_columns
from models.tables import metadata

KEY = AccountKey(Messenger.BALE, 77)
BOTS = [(Messenger.BALE, 5)]


def test_a_file_is_kept_once_and_goes_when_nobody_asks_for_it(session: Session, clock: Clock) -> None:
    key = contents.keep(session, "نامه.pdf", b"body")
    assert contents.keep(session, "نامه.pdf", b"body") == key
    assert contents.keep(session, "دیگر.pdf", b"body") != key
    lasting = contents.keep(session, "circular.pdf", b"for good", lasting=True)
    contents.keep(session, "circular.pdf", b"for good")
    contents.remember_sent(session, key, Messenger.BALE, 5, "5:1", picture=False)
    contents.remember_sent(session, key, Messenger.BALE, 5, "5:2", picture=False)
    assert contents.sent_as(session, key, Messenger.BALE, 5, picture=False) == "5:2"
    assert contents.sent_as(session, key, Messenger.TELEGRAM, 5, picture=False) is None
    clock.shift(timedelta(days=6))
    contents.keep(session, "نامه.pdf", b"body")
    clock.shift(timedelta(days=6))
    assert contents.sweep(session) == 1
    found = contents.kept(session, key)
    assert found is not None
    assert (found.name, found.body) == ("نامه.pdf", b"body")
    clock.shift(timedelta(days=60))
    assert contents.sweep(session) == 1
    assert contents.kept(session, key) is None
    assert contents.sent_as(session, key, Messenger.BALE, 5, picture=False) is None
    contents.remember_sent(session, key, Messenger.BALE, 5, "5:3", picture=False)  # too late: it has gone
    assert contents.kept(session, lasting) is not None
    for large in (b"", b"x" * (contents.MOST_BYTES + 1)):
        with pytest.raises(ValueError, match="bytes"):
            contents.keep(session, "large", large)


def test_files_are_sealed_and_can_be_resealed(session: Session) -> None:
    key = contents.keep(session, "نام", b"secret")
    column = next(one for one in sealed_columns(metadata) if str(one) == "contents.body_sealed")
    assert b"secret" not in session.connection().exec_driver_sql("SELECT body_sealed FROM contents").scalar_one()
    assert reseal(session, column, None) == (1, (key,))
    found = contents.kept(session, key)
    assert found is not None
    assert found.body == b"secret"


def test_a_job_is_run_by_one_and_taken_up_when_that_one_dies(session: Session, clock: Clock) -> None:
    order = Order(JobKind.FETCH, 3, IncomingFile("f-1", "الف.csv", 10), {"mark": "الف"})
    number = jobs.begin(session, KEY, 5, order)
    assert jobs.take(session, "one", [(Messenger.TELEGRAM, 5)]) == ()
    (job,) = jobs.take(session, "one", BOTS)
    assert (job.id, job.key, job.order, job.tries) == (number, KEY, order, 1)
    assert jobs.take(session, "two", BOTS) == ()
    assert jobs.is_mine(session, number, "one")
    assert not jobs.is_mine(session, number, "two")
    clock.shift(timedelta(seconds=50))
    jobs.hold(session, [number], "one")
    clock.shift(timedelta(seconds=50))
    assert jobs.take(session, "two", BOTS) == ()
    assert jobs.take(session, "two", BOTS, all_leases=True)[0].tries == 2
    jobs.put_off(session, number, "two", timedelta(seconds=8))
    assert jobs.take(session, "one", BOTS) == ()
    clock.shift(timedelta(seconds=9))
    assert len(jobs.take(session, "one", BOTS)) == 1

    assert jobs.result(session, KEY, number) is None
    jobs.ready(session, number, {"content": "k"})
    jobs.ready(session, number, {"content": "later"})  # by somebody who was thought dead
    assert not jobs.is_mine(session, number, "one")
    found = jobs.result(session, KEY, number)
    assert found is not None
    assert (found.values, found.problem, found.order.subject) == ({"content": "k"}, None, 3)
    assert jobs.result(session, AccountKey(Messenger.TELEGRAM, 77), number) is None
    clock.shift(timedelta(minutes=2))
    assert jobs.take(session, "one", BOTS)[0].state is JobState.READY
    jobs.told(session, number)
    clock.shift(timedelta(minutes=2))
    assert jobs.take(session, "one", BOTS) == ()
    clock.shift(timedelta(days=8))
    assert jobs.sweep(session) == 1


def test_a_job_that_fails_says_why(session: Session) -> None:
    number = jobs.begin(session, KEY, 5, Order(JobKind.FETCH))
    jobs.ready(session, number, {}, JobProblem.TOO_LARGE)
    found = jobs.result(session, KEY, number)
    assert found is not None
    assert found.problem is JobProblem.TOO_LARGE
