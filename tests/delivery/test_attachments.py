"""Attachments: uploaded once, sent by the messenger's id, and nobody waits for, loses or doubles what is another's."""

import asyncio
import struct
import zlib
from collections import Counter
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col

from bot.delivery import attachments
from bot.delivery import delivery as room
from bot.playground.messenger import Fault, FaultKind
from models import circulars, contents, couriers, organisations
from models.circulars import Audience, Circular, Content, Level
from models.couriers import outcomes
from models.notices import Notice, NoticeState
from models.organisations import OfficeKind, RoleKind
from models.people import Account, Messenger
from models.reference import seed_reference
from tests.delivery.conftest import PostOffice
from tests.models.world import granted, person

ACCOUNT = 9300
PEOPLE = 4
LETTER = b"%PDF-1.4 " + b"a letter " * 9000


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(wide: int) -> bytes:
    """A white line."""
    head = struct.pack(">IIBBBBB", wide, 1, 8, 0, 0, 0, 0)
    row = zlib.compress(b"\0" + b"\xff" * wide)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", row) + _chunk(b"IEND", b"")


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "TEND", 0.02)
    monkeypatch.setattr(outcomes, "BETWEEN_PARTS", timedelta(milliseconds=10))
    monkeypatch.setattr(attachments, "WAIT", 0.02)
    monkeypatch.setattr(attachments, "FIRST_REST", 0.01)


async def _tells(
    post: PostOffice, body: bytes = LETTER, name: str = "نامه.pdf", *, picture: bool = False, known_as: str = ""
) -> int:
    """A circular with an attachment to everybody, planned, and the trial is all of them."""

    def act(session: Session) -> int:
        seed_reference(session)
        (centre,) = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)
        author, second = (
            granted(organisations.grant(session, person(session, digits), RoleKind.OPERATOR, centre.id))
            for digits in (9_000_001, 9_000_002)
        )
        content = Content("60/990101", date(2026, 11, 17), "ثبت آمار ماهانه", "متن نامه در پیوست است.")
        made = granted(circulars.compose(session, author, content, Audience(frozenset({Level.NOBODY_YET}))))
        row = session.get_one(Circular, made)
        row.attachment_key, row.attachment_picture = contents.keep(session, name, body, lasting=True), picture
        session.flush()
        for messenger, local in post.local.items() if known_as else ():
            contents.remember_sent(session, row.attachment_key, messenger, local.bot_id, known_as, picture=picture)
        granted(circulars.release(session, second, made))
        while circulars.tend(session, made):
            pass
        row.trial = row.planned
        return made

    return await post.database.run(act)


async def _people(post: PostOffice, messenger: Messenger) -> None:
    for number in range(PEOPLE):
        await post.person(**{messenger.value: ACCOUNT + number})


async def _ended(post: PostOffice, circular_id: int) -> Counter[str]:
    """The states of the recipients once the circular is closed."""

    def look(session: Session) -> bool:
        return session.get_one(Circular, circular_id).ended_at is not None

    async with asyncio.timeout(20):
        while True:
            if await post.database.run(look):
                break
            await asyncio.sleep(0.02)
    figures = await post.database.run(circulars.figures, circular_id)
    return Counter({state.value: number for state, number in figures.items()})


def _calls(post: PostOffice, messenger: Messenger, method: str) -> tuple[int, int]:
    """How often a file went with its bytes, and how often by its id."""
    field = {"sendDocument": "document", "sendPhoto": "photo"}[method]
    files = [str(call.params.get(field)) for call in post.local[messenger].calls if call.method == method]
    uploads = sum(" bytes>" in file for file in files)
    return uploads, len(files) - uploads


def _read(post: PostOffice, messenger: Messenger, account: int) -> list[str]:
    """The kinds of what a person reads, in order, the one with the button of reading marked."""
    return [
        one.kind + ("+" if any(key.text == "خواندم" for row in one.inline_keyboard for key in row) else "")
        for one in post.local[messenger].chat(account).messages
        if one.from_bot
    ]


async def test_one_carries_the_file_and_the_others_go_by_its_id(post: PostOffice, messenger: Messenger) -> None:
    await _people(post, messenger)
    circular_id = await _tells(post)
    await post.opens()
    assert await _ended(post, circular_id) == {"sent": PEOPLE}
    assert _calls(post, messenger, "sendDocument") == (1, PEOPLE - 1)
    for number in range(PEOPLE):
        assert _read(post, messenger, ACCOUNT + number) == ["text", "document+"]
    local = post.local[messenger]
    text, file = local.chat(ACCOUNT).messages
    assert "پیوست این بخشنامه در پیام بعد" in (text.shown or "")
    assert "پیوست بخشنامهٔ ۶۰/۹۹۰۱۰۱" in (file.caption or "")
    assert file.document is not None
    assert (local.file(file.document).name, local.file(file.document).data) == ("نامه.pdf", LETTER)

    def learned(session: Session) -> str | None:
        key = session.get_one(Circular, circular_id).attachment_key
        assert key is not None
        return contents.sent_as(session, key, messenger, local.bot_id, picture=False)

    assert await post.database.run(learned) == file.document


async def test_what_becomes_of_the_carrier_is_nobody_elses_affair(post: PostOffice, messenger: Messenger) -> None:
    """The first who carries blocks us, the second's answer is lost, the third's is refused for the moment."""
    await _people(post, messenger)
    local = post.local[messenger]
    for kind in (FaultKind.BLOCKED, FaultKind.LOST_ANSWER, FaultKind.SERVER_ERROR):
        local.faults.add(Fault(kind, method="sendDocument", times=1))
    circular_id = await _tells(post)
    await post.opens()
    assert await _ended(post, circular_id) == {"parked": 1, "uncertain": 1, "sent": PEOPLE - 2}
    assert _calls(post, messenger, "sendDocument") == (4, PEOPLE - 3)
    read = sorted(_read(post, messenger, ACCOUNT + number) for number in range(PEOPLE))
    assert read == [["text"], *[["text", "document+"]] * (PEOPLE - 1)]


async def test_a_file_that_is_declined_is_replaced_by_a_word(post: PostOffice, messenger: Messenger) -> None:
    await _people(post, messenger)
    refusal = Fault(FaultKind.SERVER_ERROR, method="sendDocument", status=400, description="Bad Request: no")
    post.local[messenger].faults.add(refusal)
    circular_id = await _tells(post)
    await post.opens()
    assert await _ended(post, circular_id) == {"sent": PEOPLE}
    assert _calls(post, messenger, "sendDocument") == (attachments.MOST_DECLINED, 0)
    for number in range(PEOPLE):
        assert _read(post, messenger, ACCOUNT + number) == ["text", "text+"]
        assert "فرستاده نشد" in post.texts(messenger, ACCOUNT + number)[1]


async def test_an_id_that_the_messenger_does_not_know_any_more_is_uploaded_again(
    post: PostOffice, messenger: Messenger
) -> None:
    await _people(post, messenger)
    circular_id = await _tells(post, known_as="forgotten")
    await post.opens()
    assert await _ended(post, circular_id) == {"sent": PEOPLE}
    uploads, by_id = _calls(post, messenger, "sendDocument")
    assert uploads == 1
    assert PEOPLE - 1 < by_id <= 2 * PEOPLE - 1  # whoever was on the way already met the old id too
    for number in range(PEOPLE):
        assert _read(post, messenger, ACCOUNT + number) == ["text", "document+"]
    post.local[messenger].refusals.clear()


async def test_a_crash_amid_the_upload_leaves_one_in_doubt(post: PostOffice, messenger: Messenger) -> None:
    await _people(post, messenger)
    local = post.local[messenger]
    local.faults.add(Fault(FaultKind.SILENCE, method="sendDocument", times=1))
    circular_id = await _tells(post)
    first = await post.opens(name="first")

    def carrying(session: Session) -> bool:
        """Everybody has the text and one carries the file: what else is begun at a crash would be in doubt too."""
        stand = session.execute(sa.select(col(Notice.state), col(Notice.part))).all()
        return {part for _, part in stand} == {1} and [state for state, _ in stand].count(NoticeState.BEGUN) == 1

    async with asyncio.timeout(10):
        while True:
            if not local.faults and await post.database.run(carrying):
                break
            await asyncio.sleep(0.01)
    await post.dies(first)
    await post.opens(name="second")
    if "postgresql" in post.url:  # there the lease alone tells that the first is gone
        post.clock.shift(couriers.CARRY_LEASE + timedelta(seconds=1))
    assert await _ended(post, circular_id) == {"uncertain": 1, "sent": PEOPLE - 1}
    assert _calls(post, messenger, "sendDocument")[0] == 1  # what was silenced is not in the messenger's book


@pytest.mark.parametrize("wide", [12, 4000], ids=["a picture", "too long for a picture"])
async def test_a_picture_goes_as_one_or_else_as_a_document(post: PostOffice, wide: int) -> None:
    messenger = Messenger.BALE
    await _people(post, messenger)
    circular_id = await _tells(post, _png(wide), "طرح.png", picture=True)
    await post.opens()
    assert await _ended(post, circular_id) == {"sent": PEOPLE}
    last = "photo+" if wide == 12 else "document+"
    for number in range(PEOPLE):
        assert _read(post, messenger, ACCOUNT + number) == ["text", last]
    post.local[messenger].refusals.clear()


async def test_whoever_blocks_one_messenger_before_the_attachment_reads_all_of_it_on_the_other(
    post: PostOffice,
) -> None:
    azar = await post.person(bale=ACCOUNT, telegram=ACCOUNT)
    post.local[Messenger.TELEGRAM].faults.add(Fault(FaultKind.BLOCKED, method="sendDocument", times=1))
    circular_id = await _tells(post)
    await post.opens()
    assert await _ended(post, circular_id) == {"sent": 1}
    assert _read(post, Messenger.TELEGRAM, ACCOUNT) == ["text"]
    assert _read(post, Messenger.BALE, ACCOUNT) == ["text", "document+"]

    def blocked(session: Session) -> list[Messenger]:
        which = sa.select(col(Account.messenger)).where(col(Account.person_id) == azar, col(Account.blocked))
        return list(session.execute(which).scalars())

    assert await post.database.run(blocked) == [Messenger.TELEGRAM]
