"""What people do on their phones, as the bot hears it."""

import asyncio
import stat
from pathlib import Path

import pytest

from bot.playground.messenger import Dialect, LocalMessenger, Refused

from .conftest import ALI, Line


async def test_a_forward_and_an_edit(line: Line) -> None:
    line.messenger.add_user(9002, "Zahra")
    line.messenger.type(ALI, "from Zahra", forward_from=9002)
    line.messenger.type(ALI, "from elsewhere", forward_from=77)
    own = line.messenger.chat(ALI).messages[0].message_id
    line.messenger.type(ALI, "/start", edit_of=own)
    known, unknown, edit = await line.call("getUpdates")
    if line.messenger.dialect is Dialect.TELEGRAM:
        assert known["message"]["forward_origin"]["sender_user"]["id"] == 9002
        assert unknown["message"]["forward_origin"]["type"] == "hidden_user"
    else:
        assert known["message"]["forward_from"]["id"] == 9002
        assert unknown["message"]["forward_from"]["id"] == 77
    assert edit["edited_message"]["message_id"] == own
    assert edit["edited_message"]["text"] == "/start"
    assert edit["edited_message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert line.messenger.chat(ALI).messages[0].edited


async def test_a_text_of_ten_thousand_letters_goes_out_in_pieces(line: Line) -> None:
    line.messenger.type(ALI, "ب" * 10_000)
    assert [len(update["message"]["text"]) for update in await line.call("getUpdates")] == [4096, 4096, 1808]


async def test_contacts_own_foreign_and_without_account(line: Line) -> None:
    line.messenger.share_contact(ALI)
    line.messenger.share_contact(ALI, "09120000002", 9002, "Zahra")
    line.messenger.share_contact(ALI, "09120000003", None, "Nobody")
    line.messenger.contact_carries_user_id = False
    line.messenger.share_contact(ALI)
    own, foreign, nobody, silent = (update["message"]["contact"] for update in await line.call("getUpdates"))
    assert own == {"phone_number": "09120000001", "first_name": "Ali", "user_id": ALI}
    assert foreign == {"phone_number": "09120000002", "first_name": "Zahra", "user_id": 9002}
    assert "user_id" not in nobody
    assert ("user_id" in silent) is (line.messenger.dialect is Dialect.TELEGRAM)


async def test_everything_else_that_can_be_sent(line: Line, png: bytes) -> None:
    line.messenger.send_sticker(ALI)
    line.messenger.send_voice(ALI)
    line.messenger.send_document(ALI, b"x", "a.pdf", "caption")
    line.messenger.send_photo(ALI, png)
    line.messenger.share_location(ALI, 30.0, 57.0)
    kinds = [message.kind for message in line.messenger.chat(ALI).messages]
    assert kinds == ["sticker", "voice", "document", "photo", "location"]
    for kind, update in zip(kinds, await line.call("getUpdates"), strict=True):
        assert kind in update["message"]
    with pytest.raises(Refused):
        line.messenger.send_photo(ALI, b"no picture")


async def test_message_ids_are_numbered_by_bot_or_by_chat(line: Line) -> None:
    line.messenger.add_user(9002, "Zahra")
    for user_id in (ALI, 9002, ALI):
        line.messenger.type(user_id, "x")
    ids = [message.message_id for user_id in (ALI, 9002) for message in line.messenger.chat(user_id).messages]
    assert ids == ([1, 3, 2] if line.messenger.dialect is Dialect.TELEGRAM else [1, 2, 1])


async def test_bale_leaves_out_what_it_does_not_document(line: Line) -> None:
    sent = await line.call(
        "sendMessage",
        chat_id=ALI,
        text="card",
        reply_markup={"inline_keyboard": [[{"text": "yes", "callback_data": "y"}]]},
    )
    line.messenger.press(ALI, "yes")
    line.messenger.sends_chat_instance = not line.messenger.sends_chat_instance
    line.messenger.press(ALI, "yes")
    first, second = (update["callback_query"] for update in await line.call("getUpdates"))
    assert ("chat_instance" in first) is (line.messenger.dialect is Dialect.TELEGRAM)
    assert ("chat_instance" in second) is (line.messenger.dialect is Dialect.BALE)
    assert first["message"]["message_id"] == sent["message_id"]
    assert first["message"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "y"


async def test_an_old_bale_client_shows_no_toast(line: Line) -> None:
    line.messenger.add_user(9003, "Reza", started=True, old_client=True)
    sent = await line.call("sendMessage", chat_id=9003, text="card")
    line.messenger.tap(9003, sent["message_id"], "y")
    [query] = line.messenger.unanswered_taps(9003)
    bale = line.messenger.dialect is Dialect.BALE
    assert query.startswith("1") is bale
    assert await line.call("answerCallbackQuery", callback_query_id=query, text="done") is True
    assert [toast.text for toast in line.messenger.chat(9003).toasts] == ([] if bale else ["done"])
    line.messenger.tap(ALI, (await line.call("sendMessage", chat_id=ALI, text="card"))["message_id"], "y")
    assert not line.messenger.unanswered_taps(ALI)[0].startswith("1")


async def test_a_tap_races_with_the_deletion(line: Line) -> None:
    sent = await line.call("sendMessage", chat_id=ALI, text="card")
    await line.call("deleteMessage", chat_id=ALI, message_id=sent["message_id"])
    line.messenger.tap(ALI, sent["message_id"], "y")
    [update] = await line.call("getUpdates")
    assert update["callback_query"]["message"]["date"] == 0
    with pytest.raises(LookupError):
        line.messenger.tap(ALI, 4040, "y")


async def test_change_is_waited_for(line: Line) -> None:
    version = line.messenger.version
    assert await line.messenger.changed(version, 0) == version
    waiting = asyncio.create_task(line.messenger.changed(version, 5))
    await line.call("sendMessage", chat_id=ALI, text="x")
    async with asyncio.timeout(2):
        assert await waiting > version


async def test_calls_are_kept_without_the_polls(line: Line) -> None:
    await line.call("getUpdates")
    await line.call("sendMessage", chat_id=str(ALI), text="x")
    [call] = line.messenger.calls
    assert (call.method, call.status, call.params) == ("sendMessage", 200, {"chat_id": ALI, "text": "x"})
    assert call.at.tzinfo is not None


async def test_a_download_link_lasts_an_hour(line: Line) -> None:
    from datetime import timedelta

    line.messenger.send_document(ALI, b"content", "a.txt")
    [update] = await line.call("getUpdates")
    path = (await line.call("getFile", file_id=update["message"]["document"]["file_id"]))["file_path"]
    url = f"{line.root}/file/bot{line.messenger.token}/{path}"
    async with line.session.get(url) as answer:
        assert (answer.status, await answer.read()) == (200, b"content")
    line.clock.shift(timedelta(hours=1, seconds=1))
    async with line.session.get(url) as answer:
        assert answer.status == 404


async def test_to_write_ends_a_block(line: Line) -> None:
    line.messenger.block(ALI)
    line.messenger.type(ALI, "/start")
    assert await line.call("sendMessage", chat_id=ALI, text="welcome back")


async def test_phones_show_the_same_after_a_restart(line: Line, png: bytes, tmp_path: Path) -> None:
    card = await line.call(
        "sendMessage",
        chat_id=ALI,
        text="*card* ",
        reply_markup={"inline_keyboard": [[{"text": "yes", "callback_data": "y"}]]},
    )
    line.messenger.send_photo(ALI, png, "place")
    line.messenger.share_contact(ALI)
    last = line.messenger.press(ALI, "yes")
    saved = tmp_path / "phones.json"
    line.messenger.save(saved)
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600

    def reborn(dialect: Dialect) -> LocalMessenger:
        return LocalMessenger(dialect, line.messenger.token, now=line.clock.now, schema=None)

    other = reborn(next(dialect for dialect in Dialect if dialect is not line.messenger.dialect))
    assert not other.restore(saved)
    assert not other.restore(tmp_path / "nothing.json")
    saved.with_name("broken.json").write_text("{}")
    assert not other.restore(saved.with_name("broken.json"))

    again = reborn(line.messenger.dialect)
    assert again.restore(saved)
    assert again.users == line.messenger.users
    assert again.chats == line.messenger.chats
    assert again.chat(ALI).messages[0].runs == line.messenger.chat(ALI).messages[0].runs
    assert again.unanswered_taps(ALI) == line.messenger.unanswered_taps(ALI)
    assert again.pending == 3
    photo = again.chat(ALI).messages[1].photo
    assert photo is not None
    assert again.file(photo).data == png
    assert again.type(ALI, "and on") == last + 1
    assert again.chat(ALI).message(card["message_id"]) is again.chat(ALI).messages[0]
    assert len({message.message_id for message in again.chat(ALI).messages}) == 4
