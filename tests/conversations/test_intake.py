"""One update, one transaction, one screen: what messengers and networks do to that, and what people see of it."""

import asyncio
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from sqlmodel import Session, col, select

from bot.playground.messenger import Fault, FaultKind
from bot.settings import WebhookSettings
from models import couriers
from models.bookkeeping import Incoming, IncomingState
from models.months import Month
from models.people import Account, Messenger
from tests.conversations.guild import has_unit, open_guild
from tests.conversations.world import World


def _states(session: Session) -> list[tuple[IncomingState, bool]]:
    return [
        (state, raw is None)
        for state, raw in session.execute(select(Incoming.state, Incoming.raw_sealed).order_by(col(Incoming.id)))
    ]


async def test_an_update_that_comes_twice_acts_once_and_shows_the_same_screen(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    azar.local.faults.add(Fault(kind=FaultKind.TWICE, times=1))
    await azar.types("سلام")
    assert len([one for one in azar.messages if "چیزی ثبت نشد" in one.shown]) == 1
    await azar.taps("راهنما")
    azar.sees("راهنمای بهین‌یار")


async def test_the_same_tap_three_times_at_once_is_answered_three_times_and_shown_once(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    message_id, data = azar.key_of("راهنما")
    for _ in range(3):
        azar.local.tap(azar.id, message_id, data)
    await world.settles()
    azar.sees("راهنمای بهین‌یار")
    assert not azar.local.unanswered_taps(azar.id)
    assert len([one for one in azar.messages if "راهنمای بهین‌یار" in one.shown]) == 1


async def test_a_handled_update_is_forgotten_but_for_its_number(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    assert set(await world.db(_states)) == {(IncomingState.DONE, True)}


@pytest.mark.parametrize(
    "poison",
    [
        {"message": {"text": "بی‌فرستنده"}},
        {"poll": {"id": "1"}},
        {"message": "نه پیام"},
        {"callback_query": {"id": "9"}},
        {"message": {"message_id": "x", "from": {"id": 5}, "chat": {"id": 5, "type": "private"}, "date": "دیروز"}},
    ],
)
async def test_an_update_that_cannot_be_read_is_kept_and_passed_over(world: World, poison: dict[str, Any]) -> None:
    azar = world.phone("آذر")
    await azar.starts()
    azar.local.raw_update(dict(poison))
    await world.settles()
    await azar.shares_contact()
    azar.sees("تأیید شد")
    assert (IncomingState.UNREADABLE, False) in await world.db(_states)


async def test_a_message_that_aiogram_cannot_read_is_kept_and_passed_over(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    message = {
        "message_id": 900,
        "from": {"id": azar.id, "is_bot": False, "first_name": "آذر"},
        "chat": {"id": azar.id, "type": "private"},
        "date": 1,
        "text": {"نه": "متن"},
    }
    azar.local.raw_update({"message": message})
    await world.settles()
    await azar.types("سلام")
    azar.sees("چیزی ثبت نشد")
    assert (IncomingState.UNREADABLE, False) in await world.db(_states)


@pytest.mark.parametrize(
    "kind", [FaultKind.RATE_LIMIT, FaultKind.RATE_LIMIT_PLAIN, FaultKind.SERVER_ERROR], ids=lambda kind: kind.value
)
async def test_a_screen_that_the_messenger_refuses_for_now_is_shown_later(world: World, kind: FaultKind) -> None:
    if kind is FaultKind.RATE_LIMIT_PLAIN and world.messenger is Messenger.TELEGRAM:
        kind = FaultKind.RATE_LIMIT
    azar = world.phone("آذر")
    await azar.enters()
    azar.local.faults.add(Fault(kind=kind, method="sendMessage", user_id=azar.id, times=1, retry_after=1))
    azar.local.type(azar.id, "سلام")
    await asyncio.wait_for(_until(lambda: "چیزی ثبت نشد" in azar.text), 15)
    await world.settles()


async def test_a_pause_of_the_token_holds_for_answers_to_taps_too(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    before = len(azar.local.calls)
    await world.db(couriers.pause, world.messenger, azar.local.bot_id, 1.0)
    await asyncio.sleep(0.5)  # what was looked up before is looked up anew
    azar.local.type(azar.id, "سلام")
    await asyncio.sleep(0.2)
    assert len(azar.local.calls) == before
    await asyncio.wait_for(_until(lambda: "چیزی ثبت نشد" in azar.text), 15)
    await world.settles()


async def test_an_edit_that_fails_becomes_a_new_message(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    card = azar.card
    key = azar.key_of("راهنما")
    card.deleted = True
    await azar.taps_old(key)
    azar.sees("راهنمای بهین‌یار")
    assert azar.card.message_id != card.message_id


async def test_whoever_blocks_the_bot_and_comes_back_finds_it_well(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    azar.local.type(azar.id, "سلام")
    azar.local.block(azar.id)
    await world.settles()

    def blocked(session: Session) -> bool:
        return bool(session.execute(select(Account.blocked).where(Account.account_id == azar.id)).scalar_one())

    assert await world.db(blocked)
    azar.local.unblock(azar.id)
    await azar.starts()
    azar.sees("هنوز واحدی")
    assert not await world.db(blocked)


async def test_a_failure_is_told_with_a_reference_and_leaves_nothing_half_done(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    azar = world.phone("آذر", number="09125556677")
    await azar.enters()

    def break_units(session: Session) -> None:
        session.execute(sa.text("ALTER TABLE units RENAME TO units_away"))

    def mend_units(session: Session) -> None:
        session.execute(sa.text("ALTER TABLE units_away RENAME TO units"))

    await world.db(break_units)
    await azar.taps("زبان")
    await azar.taps("English")
    azar.sees("کار شما این بار انجام نشد", "E-")
    await world.db(mend_units)
    await azar.taps("منوی اصلی")
    azar.sees("هنوز واحدی")
    assert (IncomingState.FAILED, False) in await world.db(_states)
    told = capsys.readouterr()
    logged = told.out + told.err
    assert "update failed" in logged
    assert "09125556677" not in logged
    assert "5556677" not in logged


async def test_one_update_that_breaks_its_transaction_does_not_hold_up_the_others(world: World) -> None:
    people = [world.phone(f"آذر {number}") for number in range(4)]
    for phone in people:
        await phone.enters()

    def refuse_drafts(session: Session) -> None:
        if session.get_bind().dialect.name == "sqlite":
            trouble = "CREATE TRIGGER trouble BEFORE INSERT ON drafts BEGIN SELECT RAISE(ABORT, 'no'); END"
        else:
            trouble = "ALTER TABLE drafts ADD CONSTRAINT trouble CHECK (person_id < 0) NOT VALID"
        session.execute(sa.text(trouble))

    await world.db(refuse_drafts)
    keys = [
        phone.key_of("ثبت‌نام واحد") if number == 1 else phone.key_of("راهنما") for number, phone in enumerate(people)
    ]
    for phone, key in zip(people, keys, strict=True):
        phone.local.tap(phone.id, *key)
    await world.settles()
    people[1].sees("کار شما این بار انجام نشد")
    for phone in (people[0], people[2], people[3]):
        phone.sees("راهنمای بهین‌یار")


async def test_one_messenger_that_is_down_leaves_the_other_one_alone(world: World) -> None:
    azar = world.phone("آذر")
    there = world.phone("بهار", messenger=world.other)
    world.local[world.other].faults.add(Fault(kind=FaultKind.SERVER_ERROR, times=None))
    await azar.starts()
    await azar.shares_contact()
    azar.sees("تأیید شد")
    world.local[world.other].faults.clear()
    there.local.type(there.id, "/start")
    await asyncio.wait_for(_until(lambda: bool(there.messages)), 20)
    there.sees("خوش آمدید")


async def test_after_a_restart_the_same_screen_goes_on(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    key = azar.key_of("راهنما")
    await world.restarts()
    await azar.taps_old(key)
    azar.sees("راهنمای بهین‌یار")


async def test_what_came_while_the_program_was_down_is_answered_when_it_is_back(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    await world.app.stop()
    azar.local.type(azar.id, "سلام")
    azar.local.press(azar.id, "راهنما")
    await world.comes_back()
    await world.settles()
    azar.saw("راهنمای بهین‌یار")
    assert not azar.local.unanswered_taps(azar.id)


async def test_long_and_strange_texts_are_answered(world: World) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    for text in ("۹" * 300, "آ" * 4000, "\u200b\u200f.", "يكى", "😀" * 50, "a:b:c:d", "f:1:1:pick:0"):
        await azar.types(text)
        azar.sees("چیزی ثبت نشد")


async def _until(true: Callable[[], bool]) -> None:
    while not true():  # noqa: ASYNC110 (the local messengers' changes come from several sides)
        await asyncio.sleep(0.02)


async def _is_posted_to(world: World) -> None:
    """From now on the messengers post what comes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    hook = WebhookSettings(url=f"http://127.0.0.1:{port}", port=port, secret=SecretStr("a-secret-of-a-rehearsal"))
    world.settings = world.settings.model_copy(update={"webhook": hook})
    await world.restarts()


@pytest.mark.parametrize("posted", [False, True], ids=["polled", "posted"])
async def test_half_a_character_makes_nobody_deaf(world: World, posted: bool) -> None:
    azar = world.phone("آذر")
    await azar.enters()
    if posted:
        await _is_posted_to(world)
    await azar.types("سلام \ud83d")
    azar.sees("چیزی ثبت نشد")
    await azar.taps("راهنما")
    azar.sees("راهنمای بهین‌یار")
    assert set(await world.db(_states)) == {(IncomingState.DONE, True)}


@pytest.mark.parametrize("way", ["polled", "posted", "typed"])
async def test_a_month_confirmed_during_an_outage_over_the_deadline_is_on_time(world: World, way: str) -> None:
    azar = world.phone("آذر")
    if way != "polled":
        await _is_posted_to(world)
    await azar.enters()
    guild = await open_guild(world)
    await has_unit(world, guild, azar)
    await azar.starts()
    await azar.taps("ثبت آمار آبان")
    await azar.taps("نه، تولید صفر بود")
    await azar.taps("نبود سفارش")
    await azar.taps("فروش نداشتم")
    await azar.taps("همان")
    world.clock.set(datetime(2026, 12, 1, 5, 0, tzinfo=UTC))  # before ten in Tehran, when nobody is reminded yet
    await azar.types("/menu")
    await azar.taps("ادامهٔ آمار")
    if way == "typed":  # too short to be an outage, but over midnight; the message bears its own date
        world.clock.set(datetime(2026, 12, 1, 20, 29, 30, tzinfo=UTC))
    await world.app.stop()
    if way == "typed":
        azar.local.type(azar.id, "ثبت نهایی آمار")
        world.clock.shift(timedelta(minutes=1))
    else:
        azar.local.press(azar.id, "ثبت نهایی آمار")
        world.clock.set(datetime(2026, 12, 3, 6, 0, tzinfo=UTC))
    await world.comes_back()
    await world.settles()
    azar.saw("کد پیگیری")

    def found(session: Session) -> tuple[bool, bool]:
        late, outage = session.execute(select(Month.late, Month.outage)).one()
        return bool(late), bool(outage)

    assert await world.db(found) == (False, way != "typed")
