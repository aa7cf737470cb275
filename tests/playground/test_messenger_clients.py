"""aiogram and python-telegram-bot drive the local messenger as clients that know nothing of it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiogram
import aiogram.types as at
import pytest
import pytest_asyncio
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.playground.messenger import DEFAULT_SCHEMA, Dialect, Fault, FaultKind, LocalMessenger

from .conftest import ALI, TOKEN, Line


@pytest_asyncio.fixture
async def line(dialect: Dialect) -> AsyncIterator[Line]:
    """As everywhere, but Telegram's side is held against the official schema too where it was fetched."""
    import aiohttp

    from models.clock import Clock

    clock = Clock(datetime(2026, 11, 1, 8, tzinfo=UTC))
    messenger = LocalMessenger(dialect, TOKEN, now=clock.now, schema=DEFAULT_SCHEMA)
    messenger.add_user(ALI, "Ali", phone="09120000001", started=True)
    async with messenger.serve() as root, aiohttp.ClientSession() as session:
        yield Line(messenger, root, session, clock)


@pytest_asyncio.fixture
async def gram(line: Line) -> AsyncIterator[aiogram.Bot]:
    api = TelegramAPIServer(base=line.root + "/bot{token}/{method}", file=line.root + "/file/bot{token}/{path}")
    async with aiogram.Bot(TOKEN, session=AiohttpSession(api=api)) as bot:
        yield bot


@pytest_asyncio.fixture
async def ptb(line: Line, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[telegram.Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # what the next major version does, and without a warning
    async with telegram.Bot(TOKEN, base_url=line.root + "/bot", base_file_url=line.root + "/file/bot") as bot:
        yield bot


def gram_keys(*data: str) -> at.InlineKeyboardMarkup:
    return at.InlineKeyboardMarkup(
        inline_keyboard=[[at.InlineKeyboardButton(text=text, callback_data=text)] for text in data]
    )


async def test_aiogram_sends_edits_and_deletes(line: Line, gram: aiogram.Bot) -> None:
    sent = await gram.send_message(ALI, "سلام", reply_markup=gram_keys("yes", "no"))
    [shown] = line.messenger.chat(ALI).visible
    assert (shown.message_id, shown.text, shown.from_bot) == (sent.message_id, "سلام", True)
    assert [key.data for row in shown.inline_keyboard for key in row] == ["yes", "no"]

    await gram.edit_message_text("خداحافظ", chat_id=ALI, message_id=sent.message_id)
    assert (shown.text, shown.edited, shown.inline_keyboard) == ("خداحافظ", True, ())
    await gram.edit_message_reply_markup(chat_id=ALI, message_id=sent.message_id, reply_markup=gram_keys("back"))
    assert shown.key("back").data == "back"

    await gram.delete_message(ALI, sent.message_id)
    assert line.messenger.chat(ALI).visible == []
    assert line.messenger.refusals == []


async def test_ptb_sends_edits_and_deletes(line: Line, ptb: telegram.Bot) -> None:
    keys = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("yes", callback_data="y")]])
    sent = await ptb.send_message(ALI, "سلام", reply_markup=keys)
    [shown] = line.messenger.chat(ALI).visible
    assert (shown.text, shown.key("yes").data) == ("سلام", "y")

    await ptb.edit_message_text("خداحافظ", chat_id=ALI, message_id=sent.message_id, reply_markup=keys)
    assert shown.text == "خداحافظ"
    await ptb.edit_message_reply_markup(chat_id=ALI, message_id=sent.message_id)
    assert shown.inline_keyboard == ()

    await ptb.delete_message(ALI, sent.message_id)
    assert shown.deleted
    assert line.messenger.refusals == []


async def test_aiogram_hears_people_and_answers_taps(line: Line, gram: aiogram.Bot) -> None:
    line.messenger.sends_chat_instance = True
    card = await gram.send_message(ALI, "card", reply_markup=gram_keys("yes"))
    first = line.messenger.type(ALI, "/start box-7")
    line.messenger.share_contact(ALI)
    line.messenger.share_location(ALI, 30.29, 57.08)
    line.messenger.press(ALI, "yes")

    heard = await gram.get_updates(timeout=0)
    text, contact, location, tap = heard
    assert [update.update_id for update in heard] == list(range(first, first + 4))
    assert text.message is not None
    assert text.message.text == "/start box-7"
    assert text.message.from_user is not None
    assert text.message.from_user.id == ALI
    assert contact.message is not None
    assert contact.message.contact is not None
    assert (contact.message.contact.phone_number, contact.message.contact.user_id) == ("09120000001", ALI)
    assert location.message is not None
    assert location.message.location is not None
    assert location.message.location.latitude == 30.29
    assert tap.callback_query is not None
    assert tap.callback_query.data == "yes"
    assert tap.callback_query.message is not None
    assert tap.callback_query.message.message_id == card.message_id

    assert line.messenger.unanswered_taps(ALI) == [tap.callback_query.id]
    assert await gram.answer_callback_query(tap.callback_query.id, text="خوب")
    assert line.messenger.unanswered_taps(ALI) == []
    assert [(toast.text, toast.alert) for toast in line.messenger.chat(ALI).toasts] == [("خوب", False)]

    assert line.messenger.pending == 4
    assert await gram.get_updates(offset=tap.update_id + 1, timeout=0) == []
    assert line.messenger.pending == 0
    assert line.messenger.refusals == []


async def test_ptb_hears_people_and_answers_taps(line: Line, ptb: telegram.Bot) -> None:
    line.messenger.sends_chat_instance = True
    keys = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("yes", callback_data="y")]])
    await ptb.send_message(ALI, "card", reply_markup=keys)
    line.messenger.share_contact(ALI)
    line.messenger.press(ALI, "yes")
    contact, tap = await ptb.get_updates(timeout=0)
    assert contact.message is not None
    assert contact.message.contact is not None
    assert contact.message.contact.user_id == ALI
    assert tap.callback_query is not None
    assert await ptb.answer_callback_query(tap.callback_query.id, text="خوب", show_alert=True)
    assert line.messenger.chat(ALI).toasts[0].alert
    assert line.messenger.refusals == []


async def test_aiogram_uploads_only_on_telegram(line: Line, gram: aiogram.Bot, png: bytes) -> None:
    """Its top-level ``attach://`` is what Bale does not document (MESSENGERS §1.4)."""
    photo = at.BufferedInputFile(png, "unit.png")
    if line.messenger.dialect is Dialect.BALE:
        with pytest.raises(TelegramBadRequest, match="wrong file identifier"):
            await gram.send_photo(ALI, photo)
        assert [refusal.method for refusal in line.messenger.refusals] == ["sendPhoto"]
        return
    sent = await gram.send_photo(ALI, photo, caption="کارگاه")
    [shown] = line.messenger.chat(ALI).visible
    assert shown.photo is not None
    assert shown.caption == "کارگاه"
    assert line.messenger.file(shown.photo).data == png
    assert sent.photo is not None
    assert (sent.photo[-1].width, sent.photo[-1].height) == (4, 3)
    again = await gram.send_photo(ALI, sent.photo[-1].file_id)
    assert again.photo is not None
    assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id


async def test_persian_file_names_arrive(line: Line, gram: aiogram.Bot, ptb: telegram.Bot) -> None:
    name = "گزارش آبان ۱۴۰۵.xlsx"
    await ptb.send_document(ALI, b"x", filename=name)
    if line.messenger.dialect is Dialect.TELEGRAM:
        await gram.send_document(ALI, at.BufferedInputFile(b"x", name))
    assert {message.file_name for message in line.messenger.chat(ALI).messages} == {name}


async def test_ptb_uploads_and_downloads(line: Line, ptb: telegram.Bot, png: bytes) -> None:
    sent = await ptb.send_photo(ALI, png, caption="کارگاه")
    assert sent.photo[-1].width == 4
    document = await ptb.send_document(ALI, b"a,b\n1,2\n", filename="months.csv")
    assert document.document is not None
    file = await ptb.get_file(document.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"a,b\n1,2\n"
    album = await ptb.send_media_group(ALI, [telegram.InputMediaPhoto(png, caption="1"), telegram.InputMediaPhoto(png)])
    assert len(album) == 2
    assert [message.kind for message in line.messenger.chat(ALI).visible] == ["photo", "document", "photo", "photo"]
    assert line.messenger.refusals == []


async def test_aiogram_downloads_what_a_person_sent(line: Line, gram: aiogram.Bot, png: bytes) -> None:
    line.messenger.send_photo(ALI, png, "اینجا")
    [update] = await gram.get_updates(timeout=0)
    assert update.message is not None
    assert update.message.photo is not None
    assert update.message.caption == "اینجا"
    content = await gram.download(update.message.photo[-1].file_id)
    assert content is not None
    assert content.read() == png


async def test_the_rest_of_the_methods(line: Line, ptb: telegram.Bot) -> None:
    me = await ptb.get_me()
    assert me.username == "behinyar_bot"
    await ptb.send_location(ALI, 30.29, 57.08)
    await ptb.send_contact(ALI, "09120000009", "Union")
    assert [message.kind for message in line.messenger.chat(ALI).messages] == ["location", "contact"]
    assert await ptb.send_chat_action(ALI, "typing")
    assert line.messenger.chat(ALI).action == "typing"
    text = await ptb.send_message(ALI, "copy me")
    copy = await ptb.copy_message(ALI, ALI, text.message_id)
    assert line.messenger.chat(ALI).messages[-1].message_id == copy.message_id
    assert line.messenger.chat(ALI).messages[-1].text == "copy me"
    assert await ptb.set_my_commands([("start", "شروع")])
    assert list(line.messenger.commands.values()) == [[{"command": "start", "description": "شروع"}]]
    if line.messenger.dialect is Dialect.TELEGRAM:
        assert [command.command for command in await ptb.get_my_commands()] == ["start"]
        assert await ptb.delete_my_commands()
        assert await ptb.get_my_commands() == ()
    assert line.messenger.refusals == []


async def test_reply_keyboard_stays_until_it_is_removed(line: Line, gram: aiogram.Bot) -> None:
    keyboard = at.ReplyKeyboardMarkup(
        keyboard=[[at.KeyboardButton(text="My number", request_contact=True), at.KeyboardButton(text="Home")]]
    )
    await gram.send_message(ALI, "who?", reply_markup=keyboard)
    chat = line.messenger.chat(ALI)
    assert chat.reply_keyboard is not None
    assert [(key.text, key.request_contact) for key in chat.reply_keyboard[0]] == [("My number", True), ("Home", False)]
    line.messenger.press(ALI, "My number")
    assert chat.messages[-1].contact is not None
    await gram.send_message(ALI, "thanks")
    assert chat.reply_keyboard is not None
    await gram.send_message(ALI, "done", reply_markup=at.ReplyKeyboardRemove(remove_keyboard=True))
    assert line.messenger.chat(ALI).reply_keyboard is None
    assert line.messenger.refusals == []


async def test_an_edit_answers_with_a_message_on_telegram_and_a_stub_on_bale(line: Line, gram: aiogram.Bot) -> None:
    sent = await gram.send_message(ALI, "one")
    answer = await gram.edit_message_text("two", chat_id=ALI, message_id=sent.message_id)
    assert isinstance(answer, at.Message)
    if line.messenger.dialect is Dialect.BALE:
        assert (answer.message_id, answer.text) == (0, None)
    else:
        assert (answer.message_id, answer.text) == (sent.message_id, "two")


async def test_both_libraries_read_the_errors(line: Line, gram: aiogram.Bot, ptb: telegram.Bot) -> None:
    line.messenger.block(ALI)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await gram.send_message(ALI, "hello")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(ALI, "hello")
    line.messenger.unblock(ALI)
    line.messenger.faults.add(Fault(FaultKind.RATE_LIMIT, retry_after=7, times=2))
    with pytest.raises(TelegramRetryAfter) as told:
        await gram.send_message(ALI, "hello")
    assert told.value.retry_after == 7
    with pytest.raises(RetryAfter):
        await ptb.send_message(ALI, "hello")
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await gram.send_message(ALI, " ")
    with pytest.raises(BadRequest, match="essage to edit not found"):
        await ptb.edit_message_text("x", chat_id=ALI, message_id=77)


@pytest.mark.parametrize("dialect", [Dialect.BALE], indirect=True)
class TestBale:
    """What the libraries meet on Bale, and why its updates need a normaliser (MESSENGERS §1.5, §1.7)."""

    async def test_a_tap_without_chat_instance_poisons_aiograms_batch(self, line: Line, gram: aiogram.Bot) -> None:
        await gram.send_message(ALI, "card", reply_markup=gram_keys("yes"))
        line.messenger.press(ALI, "yes")
        line.messenger.type(ALI, "are you there?")
        with pytest.raises(ClientDecodeError, match="chat_instance"):
            await gram.get_updates(timeout=0)

    async def test_a_tap_without_chat_instance_poisons_ptbs_batch(self, line: Line, ptb: telegram.Bot) -> None:
        sent = await ptb.send_message(ALI, "card")
        line.messenger.tap(ALI, sent.message_id, "yes")
        with pytest.raises(TypeError, match="chat_instance"):
            await ptb.get_updates(timeout=0)

    async def test_a_voice_without_duration_poisons_both(
        self, line: Line, gram: aiogram.Bot, ptb: telegram.Bot
    ) -> None:
        line.messenger.send_voice(ALI)
        with pytest.raises(ClientDecodeError, match="duration"):
            await gram.get_updates(timeout=0)
        with pytest.raises(TypeError, match="duration"):
            await ptb.get_updates(timeout=0)

    async def test_a_plain_429_is_no_retry_after_to_aiogram(self, line: Line, gram: aiogram.Bot) -> None:
        line.messenger.faults.add(Fault(FaultKind.RATE_LIMIT_PLAIN, times=1))
        with pytest.raises(ClientDecodeError, match="local_rate_limited"):
            await gram.send_message(ALI, "hello")

    async def test_ptb_takes_an_unknown_chat_for_a_wrong_token(self, line: Line, ptb: telegram.Bot) -> None:
        with pytest.raises(telegram.error.InvalidToken):
            await ptb.send_message(4040, "hello")

    async def test_aiograms_error_with_status_200_is_read(self, line: Line, gram: aiogram.Bot) -> None:
        line.messenger.errors_with_status = False
        status, answer = await line.raw("sendMessage", json={"chat_id": ALI, "text": ""})
        assert (status, answer["ok"], answer["error_code"]) == (200, False, 400)
