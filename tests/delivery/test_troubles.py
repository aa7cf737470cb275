"""When messengers fail, or the token does: what was not sent is sent, in its order, and nobody pays for the token."""

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from bot.delivery import courier, health
from bot.delivery import delivery as room
from bot.messengers.link import LONGEST_PAUSE, Failure, read_error
from bot.playground.messenger import Fault, FaultKind
from models import couriers, organisations
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import OfficeKind, RoleKind
from models.people import Account, Messenger
from models.reference import seed_reference
from tests.delivery.conftest import PostOffice
from tests.models.world import granted

AZAR = 9500


async def test_however_often_it_was_tried_a_refused_connection_is_no_doubt(
    post: PostOffice, messenger: Messenger
) -> None:
    azar = await post.person(**{messenger.value: AZAR})
    owed = await post.owe(azar)

    def long_ago(session: Session) -> None:
        session.execute(sa.update(Notice).values(tries=5000))

    await post.database.run(long_ago)
    await post.goes_down()
    await post.opens()
    assert (await post.becomes(owed, NoticeState.RETRY)).error == "network"
    await post.serve()


@pytest.mark.parametrize(
    ("status", "state"), [(500, NoticeState.RETRY), (502, NoticeState.UNCERTAIN), (503, NoticeState.RETRY)]
)
async def test_a_gateways_word_leaves_a_doubt_and_the_messengers_own_does_not(
    post: PostOffice, status: int, state: NoticeState
) -> None:
    azar = await post.person(telegram=AZAR)
    post.local[Messenger.TELEGRAM].faults.add(Fault(FaultKind.SERVER_ERROR, times=1, status=status))
    await post.opens(Messenger.TELEGRAM)
    await post.becomes(await post.owe(azar), state)


def test_a_pause_of_no_sense_is_the_usual_one() -> None:
    for said, seconds in ((b'"soon"', 2.0), (b"null", 2.0), (b"1e300", LONGEST_PAUSE), (b"7", 7.0)):
        error = read_error(429, b'{"ok": false, "error_code": 429, "parameters": {"retry_after": %s}}' % said)
        assert (error.failure, error.retry_after) == (Failure.RATE, seconds)
    assert read_error(429, b'{"ok": false, "parameters": [1]}').retry_after == 2.0
    assert read_error(400, b'{"ok": false, "error_code": "x", "description": "no"}').failure is Failure.REFUSED


def test_a_refusal_that_names_the_account_is_the_accounts_fault() -> None:
    for said, failure in (
        ("Bad Request: PEER_ID_INVALID", Failure.BLOCKED),
        ("Bad Request: user not found", Failure.BLOCKED),
        ("permission_denied", Failure.BLOCKED),
        ("Bad Request: message is too long", Failure.REFUSED),
    ):
        body = b'{"ok": false, "error_code": 400, "description": "%s"}' % said.encode()
        assert read_error(400, body).failure is failure


async def test_of_two_messages_to_one_person_the_first_one_comes_first(post: PostOffice, messenger: Messenger) -> None:
    azar = await post.person(**{messenger.value: AZAR})
    post.local[messenger].faults.add(Fault(FaultKind.SERVER_ERROR, times=1))
    owed = [await post.owe(azar, title) for title in ("نخست", "دوم")]
    delivery = await post.opens(messenger)
    await post.becomes(owed[0], NoticeState.RETRY)
    owed.append(await post.owe(azar, "سوم"))
    await post.until(lambda: delivery.idle)
    assert not post.texts(messenger, AZAR)
    post.clock.shift(timedelta(seconds=3))
    delivery.wake()
    for notice in owed:
        await post.becomes(notice, NoticeState.SENT)
    texts = post.texts(messenger, AZAR)
    assert [word in text for word, text in zip(("نخست", "دوم", "سوم"), texts, strict=True)] == [True] * 3


def _operates(session: Session, person_id: int) -> int:
    """This person operates Behinyar."""
    seed_reference(session)
    (centre,) = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)
    return granted(organisations.grant(session, person_id, RoleKind.OPERATOR, centre.id)).person_id


def _hears(session: Session, person_id: int) -> list[NoticeKind]:
    told = sa.select(col(Notice.kind)).where(col(Notice.person_id) == person_id)
    return list(session.execute(told.where(col(Notice.kind) != NoticeKind.UNIT_APPROVED)).scalars())


async def test_a_token_that_is_not_known_makes_nobody_a_blocker(
    post: PostOffice, messenger: Messenger, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for where in (courier, health):
        monkeypatch.setattr(where, "TOKEN_WAIT", 0.3)
    status = 404 if messenger is Messenger.BALE else 401
    post.local[messenger].faults.add(Fault(FaultKind.SERVER_ERROR, status=status, description="Not Found"))
    people = [await post.person(**{messenger.value: AZAR + number}) for number in range(8)]
    operator = await post.database.run(_operates, people[0])
    owed = [await post.owe(person) for person in people]
    delivery = await post.opens(messenger)
    await post.until(lambda: "does not know the token" in capsys.readouterr().out)

    def unblocked(session: Session) -> bool:
        blocked = session.execute(sa.select(sa.func.count()).where(col(Account.blocked))).scalar_one()
        return not blocked

    for notice in owed:
        assert (await post.becomes(notice, NoticeState.RETRY)).error in {"token", "rate"}
    await post.finds(unblocked)
    assert await post.database.run(_hears, operator) == [NoticeKind.TOKEN_UNKNOWN]
    post.local[messenger].faults.clear()
    for notice in owed:
        async with asyncio.timeout(8):
            while await post.state(notice) is not NoticeState.SENT:
                post.clock.shift(timedelta(seconds=1))
                delivery.wake()
                await asyncio.sleep(0.02)


async def test_whoever_really_blocked_us_stays_so(post: PostOffice, messenger: Messenger) -> None:
    people = [await post.person(**{messenger.value: AZAR + number}) for number in range(7)]
    for number in range(6):
        post.local[messenger].block(AZAR + number)
    owed = [await post.owe(person) for person in people]
    await post.opens(messenger)
    await post.becomes(owed[-1], NoticeState.SENT)
    for notice in owed[:-1]:
        await post.becomes(notice, NoticeState.PARKED)


async def test_a_messenger_that_fails_for_long_is_gone_round_and_asked_for_its_name_alone(
    post: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "GO_ROUND", 0.05)
    people = [await post.person(bale=AZAR + number, telegram=AZAR + number) for number in range(4)]
    post.local[Messenger.TELEGRAM].faults.add(Fault(FaultKind.SERVER_ERROR, status=502))
    owed = [await post.owe(person) for person in people]
    post.per_second = 20
    await post.opens()

    def down(session: Session) -> bool:
        since = sa.select(sa.func.count()).where(col(couriers.Courier.down_since).is_not(None))
        return bool(session.execute(since).scalar_one())

    await post.finds(down)
    doubtful = [one for one in owed if await post.state(one) is NoticeState.UNCERTAIN]
    later = [await post.owe(person) for person in people]
    post.clock.shift(couriers.AWAY)
    for notice in later:
        assert (await post.becomes(notice, NoticeState.SENT)).messenger == "bale"
    sent = [call.method for call in post.local[Messenger.TELEGRAM].calls]
    assert sent.count("sendMessage") == len(doubtful)
    for notice in doubtful:
        assert await post.state(notice) is NoticeState.UNCERTAIN
