"""What a messenger refuses, in its own words. Every row was a mistake of some bot."""

from typing import Any

import aiohttp
import pytest

from bot.playground.messenger import Dialect

from .conftest import ALI, TOKEN, Line

TELEGRAM = pytest.mark.parametrize("dialect", [Dialect.TELEGRAM], indirect=True)
BALE = pytest.mark.parametrize("dialect", [Dialect.BALE], indirect=True)
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def inline(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "ok", **button}]]}


def keys(**button: Any) -> dict[str, Any]:
    return {"keyboard": [[{"text": "ok", **button}]]}


async def test_a_foreign_token(line: Line) -> None:
    status, answer = await line.raw("getMe", token="123456789:other")
    expected = (
        (401, "Unauthorized")
        if line.messenger.dialect is Dialect.TELEGRAM
        else (
            403,
            "Bad Request: Token not found",
        )
    )
    assert (status, answer["description"]) == expected


async def test_an_unknown_method(line: Line) -> None:
    status, answer = await line.raw("sendPigeon", json={})
    expected = (404, "Not Found") if line.messenger.dialect is Dialect.TELEGRAM else (501, "Not Implemented")
    assert (status, answer["description"]) == expected
    assert [refusal.method for refusal in line.messenger.refusals] == ["sendPigeon"]


@pytest.mark.parametrize(
    ("method", "params", "expected"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": ALI}, "message text is empty"),
        ("sendMessage", {"chat_id": ALI, "text": ""}, "message text is empty"),
        ("sendMessage", {"chat_id": ALI, "text": " \n\u200f"}, "message text is empty"),
        ("sendMessage", {"chat_id": ALI, "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": ALI, "text": "😀" * 2049}, "message is too long"),
        ("sendMessage", {"chat_id": ALI, "text": 5}, 'can\'t parse parameter "text": String expected'),
        ("sendMessage", {"chat_id": "five", "text": "x"}, 'can\'t parse parameter "chat_id": Integer expected'),
        ("sendMessage", {"chat_id": True, "text": "x"}, 'can\'t parse parameter "chat_id": Integer expected'),
        ("sendMessage", {"chat_id": ALI, "text": "x", "colour": "red"}, 'unknown parameter "colour"'),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": "{broken"},
            'can\'t parse parameter "reply_markup": invalid JSON',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": []},
            'can\'t parse parameter "reply_markup": Object expected',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": {}},
            "can't parse reply markup: unknown kind with fields none",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": {"inline_keyboard": [{"text": "a"}]}},
            "can't parse inline keyboard markup JSON object: Array of Array expected",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": inline()},
            "can't parse inline keyboard button: text buttons are not allowed in the inline keyboard",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": inline(request_contact=True)},
            'can\'t parse inline keyboard button: unknown field "request_contact"',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": inline(callback_data="a", url="https://example.com")},
            "can't parse inline keyboard button: exactly one of callback_data, url expected",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": " ", "callback_data": "a"}]]}},
            "can't parse inline keyboard button: text is empty",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": inline(callback_data="ب" * 33)},
            "BUTTON_DATA_INVALID",
        ),
        ("sendMessage", {"chat_id": ALI, "text": "x", "reply_markup": inline(callback_data="")}, "BUTTON_DATA_INVALID"),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": inline(copy_text={"text": "c" * 257})},
            "BUTTON_COPY_TEXT_INVALID",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": inline(url="no address")},
            "inline keyboard button URL 'no address' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": inline(web_app={"url": "http://example.com"})},
            "inline keyboard button web app URL 'http://example.com' is invalid: Only HTTPS links are allowed",
        ),
        (
            "sendMessage",
            {
                "chat_id": ALI,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 9]},
            },
            "a row of the inline keyboard has more than 8 buttons",
        ),
        (
            "sendMessage",
            {
                "chat_id": ALI,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]] * 101},
            },
            "reply markup is too long",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": keys(callback_data="a")},
            'can\'t parse keyboard button: unknown field "callback_data"',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": keys(request_contact=True, request_location=True)},
            "can't parse keyboard button: exactly one of request_contact, request_location expected",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": {"keyboard": []}},
            "reply keyboard has no buttons",
        ),
        ("sendChatAction", {"chat_id": ALI, "action": "dancing"}, "wrong parameter action in request"),
        ("sendLocation", {"chat_id": ALI, "latitude": 91, "longitude": 0}, "wrong location specified"),
        (
            "sendLocation",
            {"chat_id": ALI, "latitude": "north", "longitude": 0},
            'can\'t parse parameter "latitude": Float expected',
        ),
        ("sendContact", {"chat_id": ALI, "phone_number": "", "first_name": "x"}, "phone number is empty"),
        ("getFile", {"file_id": "nothing"}, "wrong file_id or the file is temporarily unavailable"),
        ("answerCallbackQuery", {}, 'parameter "callback_query_id" is required'),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
        ("editMessageText", {"chat_id": ALI, "text": "x"}, "message identifier is not specified"),
        (
            "editMessageText",
            {"chat_id": ALI, "message_id": 1, "text": "x", "reply_markup": keys()},
            "inline keyboard expected",
        ),
        ("sendMediaGroup", {"chat_id": ALI, "media": []}, "group of media must have from 2 to 10 items"),
        (
            "sendMediaGroup",
            {"chat_id": ALI, "media": [{"type": "dance"}] * 2},
            "can't parse InputMedia: unsupported type 'dance'",
        ),
        (
            "sendMediaGroup",
            {"chat_id": ALI, "media": [{"type": "photo", "media": "attach://gone"}] * 2},
            "there is no file in the request with the name 'gone'",
        ),
        ("setMyCommands", {"commands": [{"command": "Start!", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "start", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setWebhook", {"url": "http://example.com/x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ("getUpdates", {"timeout": -1}, "timeout must not be negative"),
    ],
)
async def test_malformed_requests(line: Line, method: str, params: dict[str, Any], expected: str) -> None:
    assert await line.refusal(method, **params) == expected
    assert [refusal.description.removeprefix("Bad Request: ") for refusal in line.messenger.refusals] == [expected]
    assert line.messenger.chat(ALI).messages == []


@TELEGRAM
@pytest.mark.parametrize(
    ("method", "params", "expected"),
    [
        (
            "sendMessage",
            {"chat_id": ALI, "text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "سلام <x>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "x" at byte offset 9',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "<b><i>x</b>", "parse_mode": "HTML"},
            'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x</b>", "parse_mode": "HTML"},
            "can't parse entities: Unexpected end tag at byte offset 1",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "3 < 5", "parse_mode": "HTML"},
            "can't parse entities: Unclosed start tag at byte offset 2",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "12.5", "parse_mode": "MarkdownV2"},
            "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "*x", "parse_mode": "MarkdownV2"},
            "can't parse entities: Can't find end of Bold entity at byte offset 0",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "a_b", "parse_mode": "Markdown"},
            "can't parse entities: Can't find end of the entity starting at byte offset 1",
        ),
        ("sendMessage", {"chat_id": ALI, "text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ("sendMessage", {"chat_id": ALI, "text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "abc", "entities": [{"type": "bold", "offset": 1, "length": 3}]},
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "abc", "entities": [{"type": "bold", "offset": 1, "length": 0}]},
            "entity at UTF-16 offset 1 has no length",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "abc", "entities": [{"type": "shiny", "offset": 0, "length": 1}]},
            "can't parse MessageEntity: unsupported type 'shiny'",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "abc", "entities": [{"type": "text_link", "offset": 0, "length": 1}]},
            "can't parse MessageEntity: can't find field \"url\"",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_to_message_id": 1},
            'unknown parameter "reply_to_message_id"',
        ),
        (
            "setWebhook",
            {"url": "https://example.com:444/x"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443, 8443",
        ),
        (
            "setWebhook",
            {"url": "http://127.0.0.1:1/x", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
        ("sendPhoto", {"chat_id": ALI, "photo": "no-such-id"}, "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_malformed_requests_on_telegram(line: Line, method: str, params: dict[str, Any], expected: str) -> None:
    assert await line.refusal(method, **params) == expected
    assert len(line.messenger.refusals) == 1


@BALE
@pytest.mark.parametrize(
    ("method", "params", "expected"),
    [
        ("sendMessage", {"chat_id": ALI, "text": "x", "parse_mode": "HTML"}, 'unknown parameter "parse_mode"'),
        ("sendMessage", {"chat_id": ALI, "text": "x", "entities": []}, 'unknown parameter "entities"'),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_parameters": {"message_id": 1}},
            'unknown parameter "reply_parameters"',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": {"force_reply": True}},
            "can't parse reply markup: unknown kind with fields force_reply",
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": inline(switch_inline_query="x")},
            'can\'t parse inline keyboard button: unknown field "switch_inline_query"',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": inline(callback_data="x", style="danger")},
            'can\'t parse inline keyboard button: unknown field "style"',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": {**keys(), "resize_keyboard": True}},
            'can\'t parse reply keyboard markup: unknown field "resize_keyboard"',
        ),
        (
            "sendMessage",
            {"chat_id": ALI, "text": "x", "reply_markup": keys(request_poll={})},
            'can\'t parse keyboard button: unknown field "request_poll"',
        ),
        ("sendChatAction", {"chat_id": ALI, "action": "upload_document"}, "wrong parameter action in request"),
        ("answerCallbackQuery", {"callback_query_id": "x", "cache_time": 3}, 'unknown parameter "cache_time"'),
        ("getUpdates", {"allowed_updates": []}, 'unknown parameter "allowed_updates"'),
        ("getUpdates", {"limit": 101}, "limit must be from 1 to 100"),
        ("setWebhook", {"url": "http://127.0.0.1:1/x", "secret_token": "abc"}, 'unknown parameter "secret_token"'),
        ("deleteWebhook", {"drop_pending_updates": True}, 'unknown parameter "drop_pending_updates"'),
        (
            "setWebhook",
            {"url": "https://example.com:8443/x"},
            "bad webhook: Webhook can be set up only on ports 88, 443",
        ),
        ("sendPhoto", {"chat_id": ALI, "photo": "some-file-id"}, "malformed request"),
        ("sendDocument", {"chat_id": ALI, "document": "https://example.com/a.pdf"}, "malformed request"),
    ],
)
async def test_malformed_requests_on_bale(line: Line, method: str, params: dict[str, Any], expected: str) -> None:
    assert await line.refusal(method, **params) == expected
    assert len(line.messenger.refusals) == 1


@BALE
@pytest.mark.parametrize("method", ["editMessageMedia", "getMyCommands", "setMyName", "sendPoll"])
async def test_methods_that_bale_lacks(line: Line, method: str) -> None:
    assert await line.refusal(method) == "Not Implemented"


async def test_captions(line: Line, png: bytes) -> None:
    most = 1024 if line.messenger.dialect is Dialect.TELEGRAM else 4096
    for length, fits in ((most, True), (most + 1, False)):
        form = aiohttp.FormData({"chat_id": str(ALI), "caption": "x" * length})
        form.add_field("photo", png, filename="a.png")
        status, answer = await line.raw("sendPhoto", data=form)
        assert answer["ok"] is fits
        if not fits:
            assert (status, answer["description"]) == (400, "Bad Request: message caption is too long")


async def test_a_picture_that_is_none(line: Line) -> None:
    for content, expected in ((b"GIF?", "IMAGE_PROCESS_FAILED"), (b"", "file must be non-empty")):
        form = aiohttp.FormData({"chat_id": str(ALI)})
        form.add_field("photo", content, filename="a.png")
        _, answer = await line.raw("sendPhoto", data=form)
        assert answer["description"] == f"Bad Request: {expected}"


async def test_a_file_part_that_nothing_asks_for(line: Line, png: bytes) -> None:
    form = aiohttp.FormData({"chat_id": str(ALI), "text": "x"})
    form.add_field("extra", png, filename="a.png")
    _, answer = await line.raw("sendMessage", data=form)
    assert answer["description"] == 'Bad Request: unknown parameter "extra"'


async def test_a_file_does_not_change_its_kind(line: Line, png: bytes) -> None:
    form = aiohttp.FormData({"chat_id": str(ALI)})
    form.add_field("photo", png, filename="a.png")
    _, answer = await line.raw("sendPhoto", data=form)
    photo = answer["result"]["photo"][-1]["file_id"]
    _, answer = await line.raw("sendDocument", data={"chat_id": str(ALI), "document": photo})
    assert answer["description"] == "Bad Request: can't use file of type Photo as Document"
    _, answer = await line.raw("sendPhoto", data={"chat_id": str(ALI), "photo": photo})
    assert answer["ok"]


async def test_editing_what_cannot_be_edited(line: Line) -> None:
    line.messenger.type(ALI, "mine")
    [typed] = line.messenger.chat(ALI).messages
    assert await line.refusal("editMessageText", chat_id=ALI, message_id=77, text="x") == "message to edit not found"
    assert (
        await line.refusal("editMessageText", chat_id=ALI, message_id=typed.message_id, text="x")
        == "message can't be edited"
    )
    asked = await line.call("sendMessage", chat_id=ALI, text="who?", reply_markup=keys())
    assert (
        await line.refusal("editMessageText", chat_id=ALI, message_id=asked["message_id"], text="x")
        == "message can't be edited"
    )
    sent = await line.call("sendMessage", chat_id=ALI, text="one", reply_markup=inline(callback_data="a"))
    message_id = sent["message_id"]
    same = {"chat_id": ALI, "message_id": message_id, "text": "one", "reply_markup": inline(callback_data="a")}
    assert await line.refusal("editMessageText", **same) == SAME
    assert await line.refusal("editMessageCaption", chat_id=ALI, message_id=message_id, caption="x") == (
        "there is no caption in the message to edit"
    )
    await line.call("editMessageText", **same | {"reply_markup": inline(callback_data="b")})
    await line.call("deleteMessage", chat_id=ALI, message_id=message_id)
    assert await line.refusal("editMessageText", **same) == "message to edit not found"
    assert line.messenger.refusals == []


async def test_deleting_what_cannot_be_deleted(line: Line) -> None:
    from datetime import timedelta

    line.messenger.type(ALI, "a password, typed by mistake")
    [typed] = line.messenger.chat(ALI).messages
    assert await line.call("deleteMessage", chat_id=ALI, message_id=typed.message_id) is True
    assert (
        await line.refusal("deleteMessage", chat_id=ALI, message_id=typed.message_id) == "message to delete not found"
    )
    sent = await line.call("sendMessage", chat_id=ALI, text="old")
    line.clock.shift(timedelta(hours=48, seconds=1))
    assert await line.refusal("deleteMessage", chat_id=ALI, message_id=sent["message_id"]) == "message can't be deleted"


async def test_answering_a_tap_too_often_too_late_or_at_all(line: Line) -> None:
    sent = await line.call("sendMessage", chat_id=ALI, text="card", reply_markup=inline(callback_data="a"))
    assert await line.refusal("answerCallbackQuery", callback_query_id="12345") == TOO_OLD
    line.messenger.tap(ALI, sent["message_id"], "a")
    [query] = line.messenger.unanswered_taps(ALI)
    assert await line.call("answerCallbackQuery", callback_query_id=query) is True
    assert await line.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD
    line.messenger.tap(ALI, sent["message_id"], "a")
    [query] = line.messenger.unanswered_taps(ALI)
    line.clock.shift(line.messenger.query_lifetime * 1.01)
    assert await line.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD
    assert line.messenger.refusals == []


async def test_whom_a_bot_may_write_to(line: Line) -> None:
    line.messenger.add_user(9002, "Zahra")
    telegram = line.messenger.dialect is Dialect.TELEGRAM
    assert await line.refusal("sendMessage", chat_id=4040, text="x") == (
        "chat not found" if telegram else "Not Found: no such group or user"
    )
    assert await line.refusal("sendMessage", chat_id=9002, text="x") == (
        "Forbidden: bot can't initiate conversation with a user" if telegram else "Forbidden: permission_denied"
    )
    line.messenger.type(9002, "/start")
    assert await line.call("sendMessage", chat_id=9002, text="x")
    line.messenger.block(9002)
    assert await line.refusal("sendMessage", chat_id=9002, text="x") == "Forbidden: bot was blocked by the user"
    assert line.messenger.refusals == []


async def test_contacts_are_asked_for_in_private_only(line: Line) -> None:
    group = -500 if line.messenger.dialect is Dialect.TELEGRAM else 5_000_000_000
    line.messenger.type_in_group(group, ALI, "hello all")
    assert await line.call("sendMessage", chat_id=group, text="hello")
    assert await line.refusal("sendMessage", chat_id=group, text="x", reply_markup=keys(request_contact=True)) == (
        "phone number and location can be requested in private chats only"
    )


async def test_a_reply_to_nothing(line: Line) -> None:
    reply: dict[str, Any] = (
        {"reply_parameters": {"message_id": 9}}
        if line.messenger.dialect is Dialect.TELEGRAM
        else {"reply_to_message_id": 9}
    )
    assert await line.refusal("sendMessage", chat_id=ALI, text="x", **reply) == "message to be replied not found"


async def test_every_encoding_is_understood(line: Line) -> None:
    url = f"{line.root}/bot{TOKEN}/SENDMESSAGE"
    params = {"chat_id": str(ALI), "text": "سلام & درود"}
    async with line.session.get(url, params=params) as answer:
        assert answer.status == 200
    async with line.session.post(url, data=params) as answer:
        assert answer.status == 200
    async with line.session.post(url, json=params) as answer:
        assert answer.status == 200
    form = aiohttp.FormData(params, default_to_multipart=True)
    async with line.session.post(url, data=form) as answer:
        assert answer.status == 200
    assert [message.text for message in line.messenger.chat(ALI).messages] == ["سلام & درود"] * 4
    for body, kind in (
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"text=%ff", "application/x-www-form-urlencoded"),
    ):
        async with line.session.post(url, data=body, headers={"Content-Type": kind}) as answer:
            assert answer.status == 400
