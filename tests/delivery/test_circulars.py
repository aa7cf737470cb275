"""A circular over the wire: planned, tried, sent part by part, closed; and what goes to one person goes first."""

import asyncio
from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import Session

from bot.delivery import delivery as room
from bot.playground.messenger import Fault, FaultKind
from models import circulars, couriers, letters, organisations
from models.circulars import Audience, Circular, Content, Level
from models.couriers import outcomes
from models.letters import RuleKey
from models.notices import NoticeState
from models.organisations import OfficeKind, RoleKind
from models.people import Messenger
from models.reference import seed_reference
from models.values.jalali import tehran_date
from tests.delivery.conftest import PostOffice
from tests.models.world import granted, person

ACCOUNT = 9100
LONG = "\n".join(["آمار تولید هر ماه را تا دهم ماه بعد ثبت کنید. " * 45] * 2)


async def _tells(post: PostOffice, summary: str, number: str = "60/405118", first: int = 9_000_001) -> int:
    """A circular to everybody who has neither unit nor role."""

    def act(session: Session) -> int:
        seed_reference(session)
        (centre,) = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)
        author, second = (
            granted(organisations.grant(session, person(session, digits), RoleKind.OPERATOR, centre.id))
            for digits in (first, first + 1)
        )
        content = Content(number, date(2019, 11, 17), "ثبت آمار ماهانه", summary)
        made = granted(circulars.compose(session, author, content, Audience(frozenset({Level.NOBODY_YET}))))
        today = tehran_date(session.info["clock"].now())
        granted(letters.set_rule(session, None, RuleKey.TRIAL_LEAST, "1", scope_id=None, valid_from=today))
        granted(circulars.release(session, second, made))
        return made

    return await post.database.run(act)


def _row(session: Session, circular_id: int) -> Circular:
    return session.get_one(Circular, circular_id)


async def _until(post: PostOffice, circular_id: int, holds: Callable[[Circular], bool]) -> Circular:
    """The circular, as soon as this holds of it."""
    async with asyncio.timeout(15):
        while True:
            row = await post.database.run(_row, circular_id)
            if holds(row):
                return row
            await asyncio.sleep(0.02)


async def test_everybody_reads_a_long_circular_in_its_order_and_it_is_closed(
    post: PostOffice, messenger: Messenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "TEND", 0.02)
    monkeypatch.setattr(outcomes, "BETWEEN_PARTS", outcomes.BETWEEN_PARTS / 10)
    for number in range(5):
        await post.person(**{messenger.value: ACCOUNT + number})
    post.local[messenger].block(ACCOUNT + 3)
    circular_id = await _tells(post, LONG)
    await post.opens()
    await _until(post, circular_id, lambda row: row.ended_at is not None)
    for number in range(5):
        texts = post.texts(messenger, ACCOUNT + number)
        if number == 3:
            assert not texts
            continue
        first, second = texts
        assert "بخشنامهٔ ۶۰/۴۰۵۱۱۸" in first
        assert "بخش ۱ از ۲" in first
        assert "ادامهٔ بخشنامهٔ" in second
    keys = post.local[messenger].chat(ACCOUNT).messages[-1].inline_keyboard
    assert [key.text for row in keys for key in row] == ["خواندم", "منوی اصلی"]
    figures = await post.database.run(circulars.figures, circular_id)
    assert figures == {NoticeState.SENT: 4, NoticeState.PARKED: 1}


async def test_a_decision_does_not_wait_behind_a_circular(post: PostOffice, messenger: Messenger) -> None:
    post.per_second = 10
    for number in range(40):
        await post.person(**{messenger.value: ACCOUNT + number})
    azar = await post.person(**{messenger.value: ACCOUNT + 99})
    circular_id = await _tells(post, "کوتاه است.")
    await post.opens()
    await post.until(lambda: post.local[messenger].counters.sent >= 5)
    await post.becomes(await post.owe(azar), NoticeState.SENT, 3)
    waiting = await post.database.run(circulars.figures, circular_id)
    assert waiting[NoticeState.PLANNED] > 10


async def test_what_an_answer_to_a_tap_was_told_to_wait_holds_for_notices_too(
    post: PostOffice, messenger: Messenger
) -> None:
    azar = await post.person(**{messenger.value: ACCOUNT})
    bot_id = post.local[messenger].bot_id
    await post.database.run(couriers.pause, messenger, bot_id, 1.0)
    began = asyncio.get_running_loop().time()
    await post.opens()
    await post.becomes(await post.owe(azar), NoticeState.SENT)
    assert asyncio.get_running_loop().time() - began >= 0.8  # couriers make up for at most a tenth of a second


async def test_a_circular_whose_trial_fails_is_held_back(
    post: PostOffice, messenger: Messenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "TEND", 0.02)
    refusal = Fault(FaultKind.SERVER_ERROR, status=400, description="Bad Request: message is too long")
    post.local[messenger].faults.add(refusal)
    for number in range(5):
        await post.person(**{messenger.value: ACCOUNT + number})
    circular_id = await _tells(post, "کوتاه است.")
    await post.opens()
    row = await _until(post, circular_id, lambda row: row.paused_at is not None)
    assert row.paused_for is circulars.PauseReason.TRIAL_FAILED
    figures = await post.database.run(circulars.figures, circular_id)
    assert figures == {NoticeState.REFUSED: 1, NoticeState.PLANNED: 4}


async def test_one_circular_that_cannot_be_tended_starves_no_other(
    post: PostOffice, messenger: Messenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "TEND", 0.02)
    await post.person(**{messenger.value: ACCOUNT})
    broken = await _tells(post, "کوتاه است.")
    well = await _tells(post, "کوتاه است.", "60/405119", 9_000_003)

    def breaks(session: Session) -> None:
        _row(session, broken).audience = {"levels": ["nonsense"]}

    await post.database.run(breaks)
    await post.opens()
    await _until(post, well, lambda row: row.ended_at is not None)
    assert (await post.database.run(_row, broken)).state is circulars.CircularState.PLANNING
