"""Files both ways: what goes out with a screen, and what a person sends and has read."""

import struct
import zlib
from datetime import timedelta

import pytest
from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.playground.messenger import Fault, FaultKind
from bot.switchboard import Switchboard
from handlers.act import Act, Tapped
from handlers.buttons import Home, JobDone
from handlers.files import file_of
from handlers.routes import routes
from handlers.screen import Button, File, Part, Screen, problem_part
from models import jobs
from models.jobs import JobKind, Order
from models.values.problem import Problem
from tests.conversations.world import Phone, World

HOME = ((Button(Home(), "button-home"),),)


def picture() -> bytes:
    """A small PNG."""

    def piece(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(8) for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", size) + piece(b"IDAT", rows) + piece(b"IEND", b"")


class _Says(Filter):
    def __init__(self, word: str) -> None:
        self.word = word

    async def __call__(self, message: Message) -> bool:
        return message.text == self.word


class _Sends(Filter):
    async def __call__(self, message: Message) -> bool:
        return message.document is not None


async def _letter(message: Message) -> Screen:
    return Screen((Part("home-choose"),), HOME, file=File("نامه.txt", "متن نامه".encode()))


async def _picture(message: Message) -> Screen:
    return Screen((Part("home-choose"),), HOME, file=File("code.png", picture(), picture=True))


async def _long(message: Message) -> Screen:
    many = tuple(Part("welcome") for _ in range(4))
    return Screen(many, HOME, file=File("long.txt", b"long"))


async def _lost(message: Message) -> Screen:
    return Screen((Part("home-choose"),), HOME, file=File("gone.txt", "1:gone"))


async def _sent(message: Message, act: Act) -> Screen:
    file = file_of(message)
    if isinstance(file, Problem):
        return Screen((problem_part(file),), HOME)
    return Screen((Part("job-running"),), HOME, job=Order(JobKind.FETCH, 7, file))


async def _read(callback: CallbackQuery, act: Act, tap: JobDone) -> Screen:
    result = await act.db(jobs.result, act.key, tap.job)
    if result is None:
        return Screen((Part("stale-button"),), HOME)
    if result.problem is not None:
        return Screen((problem_part(Problem(result.problem, {"most": 20})),), HOME)
    return Screen((Part("home-unit", {"unit": result.values["name"]}),), HOME)


@pytest.fixture
def clerk(world: World) -> Phone:
    """Somebody who talks to a room of this test's own."""
    room = Router()
    room.message.register(_letter, _Says("نامه"))
    room.message.register(_picture, _Says("تصویر"))
    room.message.register(_long, _Says("بلند"))
    room.message.register(_lost, _Says("گمشده"))
    room.message.register(_sent, _Sends())
    room.callback_query.register(_read, Tapped(JobDone, anybody=True, work=JobKind.FETCH.value))
    _first(world, room)
    return world.phone("آذر")


def _first(world: World, room: Router) -> None:
    assert world.app.reception is not None
    root = Router()
    root.include_routers(room, routes())
    world.app.reception.intake._switchboard = Switchboard(root)  # noqa: SLF001 (a room that only this test has)


async def test_a_letter_comes_as_a_file_and_is_uploaded_once(world: World, clerk: Phone) -> None:
    await clerk.starts()
    await clerk.types("نامه")
    card = clerk.messages[-1]
    clerk.sees("یکی از گزینه‌ها")
    assert card.document is not None
    assert card.inline_keyboard
    assert clerk.local.file(card.document).data == "متن نامه".encode()
    await clerk.taps("منوی اصلی")  # no edit turns a file into a text: a new card, and the file keeps no buttons
    assert clerk.messages[-1].message_id != card.message_id
    assert not clerk.saw("یکی از گزینه‌ها").inline_keyboard
    await clerk.types("نامه")
    assert clerk.messages[-1].document == card.document
    await clerk.types("تصویر")
    assert clerk.messages[-1].photo is not None
    await clerk.types("بلند")
    file, text = clerk.messages[-2:]
    assert (file.kind, bool(file.inline_keyboard)) == ("document", False)
    assert (text.kind, bool(text.inline_keyboard)) == ("text", True)


async def test_a_file_that_is_gone_or_refused_leaves_its_words(world: World, clerk: Phone) -> None:
    await clerk.starts()
    await clerk.types("گمشده")
    clerk.sees("یکی از گزینه‌ها", "فرستاده نشد")
    clerk.local.faults.add(Fault(FaultKind.SERVER_ERROR, method="sendDocument", times=1, status=413))
    await clerk.types("نامه")
    clerk.sees("یکی از گزینه‌ها", "فرستاده نشد")
    clerk.local.faults.add(Fault(FaultKind.LOST_ANSWER, method="sendDocument", times=1))
    await clerk.does(clerk.local.type, "نامه", cards=2)  # its answer was lost: it comes again, and nothing worse
    assert clerk.messages[-1].document is not None


async def test_a_file_that_is_sent_is_fetched_after_the_answer(world: World, clerk: Phone) -> None:
    await clerk.starts()
    await clerk.sends_file(b"x" * (21 * 1024 * 1024), "large.xlsx")
    clerk.sees("۲۱ مگابایت", "تا ۲۰ مگابایت")
    await clerk.sends_file("الف".encode(), "پروانه‌ها.csv")
    clerk.saw("خوانده می‌شود")
    clerk.sees("پروانه‌ها.csv")

    clerk.local.faults.add(Fault(FaultKind.SERVER_ERROR, method="getFile", times=1))
    await clerk.sends_file("ب".encode(), "ب.csv")
    clerk.sees("خوانده می‌شود")
    await world.restarts()
    world.clock.shift(timedelta(minutes=2))
    assert world.app.reception is not None
    room = Router()
    room.callback_query.register(_read, Tapped(JobDone, anybody=True, work=JobKind.FETCH.value))
    _first(world, room)
    world.app.reception.jobs.wake()
    await world.settles()
    clerk.sees("ب.csv")
