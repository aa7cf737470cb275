"""The Bot API over HTTP."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import BodyPartReader, web

from . import account, editing, sending
from .dialects import Dialect, Refused, malformed
from .faults import Fault, FaultKind
from .parameters import SIGNATURES, Params, Request, Signature, Upload, media
from .payloads import write_json
from .records import Call, Refusal

if TYPE_CHECKING:
    from .local import LocalMessenger

Method = Callable[["LocalMessenger", Request], object]

MOST_BYTES = 60 * 1024 * 1024
METHODS: dict[str, Method] = {
    "getMe": account.get_me,
    "setWebhook": account.set_webhook,
    "deleteWebhook": account.delete_webhook,
    "getWebhookInfo": account.get_webhook_info,
    "getFile": account.get_file,
    "setMyCommands": account.set_my_commands,
    "getMyCommands": account.get_my_commands,
    "deleteMyCommands": account.delete_my_commands,
    "sendMessage": sending.send_message,
    "sendPhoto": partial(sending.send_file, kind="photo"),
    "sendDocument": partial(sending.send_file, kind="document"),
    "sendMediaGroup": sending.send_media_group,
    "sendLocation": sending.send_location,
    "sendContact": sending.send_contact,
    "sendChatAction": sending.send_chat_action,
    "copyMessage": sending.copy_message,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageReplyMarkup": editing.edit_markup,
    "editMessageMedia": editing.edit_media,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
}
# What counts against the pace of a bot.
PACED = frozenset(name for name in METHODS if name.startswith(("send", "edit", "copy")) and name != "sendChatAction")
NO_TOKEN = {Dialect.TELEGRAM: ("Unauthorized", 401), Dialect.BALE: ("Bad Request: Token not found", 403)}
NO_METHOD = {Dialect.TELEGRAM: ("Not Found", 404), Dialect.BALE: ("Not Implemented", 501)}


def routes(messenger: "LocalMessenger", prefix: str = "") -> list[web.RouteDef]:
    """Routes for requests and for downloads."""

    async def call(request: web.Request) -> web.StreamResponse:
        return await _call(messenger, request)

    async def download(request: web.Request) -> web.StreamResponse:
        return await _download(messenger, request)

    # `:` is part of every token, so that another token reaches us too and hears that it is wrong.
    return [
        web.get(prefix + "/file/bot{token:[^/]*}/{path:.*}", download),
        web.get(prefix + "/bot{token:[^/]*}/{method}", call),
        web.post(prefix + "/bot{token:[^/]*}/{method}", call),
    ]


async def _call(messenger: "LocalMessenger", request: web.Request) -> web.StreamResponse:
    """One request, from the token to the answer, with whatever goes wrong on the way."""
    name = request.match_info["method"]
    params: Params = {}
    fault: Fault | None = None
    try:
        signature = _signature(messenger, request)
        name = signature.name
        arrived = await _read(messenger.dialect, signature, request)
        params = arrived.params
        fault = messenger.faults.strike(name, _chat_of(messenger, params))
        if fault is not None and (spoilt := await _before(messenger, request, fault)) is not None:
            _record(messenger, name, params, spoilt.status)
            return spoilt
        understood = Request(name, signature.read(params), arrived.attachments)
        params = understood.params
        if messenger.schema is not None:
            messenger.schema.check(name, params)
        _claimed(understood)
        _pace(messenger, name, understood.params)
        if name == "getUpdates":
            result = await account.get_updates(messenger, understood)
        else:
            result = METHODS[name](messenger, understood)
    except Refused as refused:
        answer = _refuse(messenger, name, params, refused)
    else:
        _record(messenger, name, params, 200)
        answer = _json({"ok": True, "result": result})
    if fault is not None and fault.kind is FaultKind.LOST_ANSWER:
        return _hang_up(request)
    return answer


def _signature(messenger: "LocalMessenger", request: web.Request) -> Signature:
    """The method that is asked for. Raises Refused for another token and for an unknown method."""
    if request.match_info["token"] != messenger.token:
        raise Refused(*NO_TOKEN[messenger.dialect], malformed=True)
    signature = SIGNATURES[messenger.dialect].get(request.match_info["method"].lower())
    if signature is None:
        raise Refused(*NO_METHOD[messenger.dialect], malformed=True)
    return signature


def _json(body: Mapping[str, Any], status: int = 200) -> web.Response:
    return web.Response(body=write_json(body), status=status, content_type="application/json")


def _refuse(messenger: "LocalMessenger", name: str, params: Params, refused: Refused) -> web.Response:
    if refused.malformed:
        messenger.refusals.append(Refusal(name, _shown(params), refused.description))
    _record(messenger, name, params, refused.status)
    body: dict[str, Any] = {"ok": False, "error_code": refused.status, "description": refused.description}
    if refused.retry_after is not None:
        body["parameters"] = {"retry_after": refused.retry_after}
    shy = messenger.dialect is Dialect.BALE and not messenger.errors_with_status
    return _json(body, 200 if shy else refused.status)


def _record(messenger: "LocalMessenger", name: str, params: Params, status: int) -> None:
    messenger.counters.by_method[name] += 1
    messenger.counters.by_status[status] += 1
    if name != "getUpdates":
        messenger.calls.append(Call(name, _shown(params), status, messenger.now()))


def _shown(params: Params) -> Params:
    return {name: str(value) if isinstance(value, Upload) else value for name, value in params.items()}


def _chat_of(messenger: "LocalMessenger", params: Params) -> int | None:
    """Whom a request is about, for faults that strike one person."""
    chat_id = params.get("chat_id")
    if chat_id is not None:
        try:
            return int(chat_id)
        except (TypeError, ValueError):
            return None
    tap = messenger.taps.get(str(params.get("callback_query_id")))
    return tap.user_id if tap is not None else None


def _pace(messenger: "LocalMessenger", name: str, params: Params) -> None:
    if messenger.pace is None or name not in PACED or not isinstance(params["chat_id"], int):
        return
    wait = messenger.pace.retry_after(params["chat_id"], messenger.now())
    if wait is not None:
        raise Refused(f"Too Many Requests: retry after {wait}", 429, retry_after=wait)


# What goes wrong on demand


async def _before(messenger: "LocalMessenger", request: web.Request, fault: Fault) -> web.StreamResponse | None:
    """What a fault answers in place of the method; None when the method is to run."""
    match fault.kind:
        case FaultKind.BLOCKED:
            raise Refused("Forbidden: bot was blocked by the user", 403)
        case FaultKind.RATE_LIMIT:
            raise Refused(f"Too Many Requests: retry after {fault.retry_after}", 429, retry_after=fault.retry_after)
        case FaultKind.RATE_LIMIT_PLAIN:
            return web.Response(text="local_rate_limited", status=429)
        case FaultKind.SERVER_ERROR:
            raise Refused(fault.description, fault.status)
        case FaultKind.SLOW:
            await asyncio.sleep(fault.seconds)
        case FaultKind.SILENCE:
            await _silence(messenger, request, fault.seconds)
            return _hang_up(request)
    return None


async def _silence(messenger: "LocalMessenger", request: web.Request, seconds: float) -> None:
    """Holds the connection until the bot gives up, this server closes, or ``seconds`` (if any) are over."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds if seconds else None
    while not messenger.closed and request.transport is not None and not request.transport.is_closing():
        step = 0.1 if deadline is None else min(0.1, deadline - loop.time())
        if step <= 0:
            return
        await asyncio.sleep(step)


def _hang_up(request: web.Request) -> web.StreamResponse:
    """Closes the connection; the response that is returned has nowhere to go."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


# Reading a request


async def _read(dialect: Dialect, signature: Signature, request: web.Request) -> Request:
    """Query and body in whichever of the four encodings they came."""
    params: Params = dict(request.query)
    attachments: dict[str, Upload] = {}
    if request.method == "POST" and request.can_read_body:
        match request.content_type:
            case "application/json":
                params |= _from_json(dialect, signature, await _body(request))
            case "application/x-www-form-urlencoded":
                params |= _from_form(await _body(request))
            case "multipart/form-data":
                await _from_parts(signature, request, params, attachments)
            case _ if await _body(request):
                raise malformed(f"unsupported content type {request.content_type}")
    return Request(signature.name, params, attachments)


async def _body(request: web.Request) -> bytes:
    return await request.content.read()


def _from_json(dialect: Dialect, signature: Signature, body: bytes) -> Params:
    try:
        given = orjson.loads(body) if body else {}
    except orjson.JSONDecodeError:
        raise malformed("can't parse request: invalid JSON") from None
    if not isinstance(given, dict):
        raise malformed("can't parse request: Object expected")
    if dialect is Dialect.BALE:
        for name, value in given.items():
            if signature.kinds.get(name) is media and isinstance(value, str):
                raise Refused("malformed request", malformed=True)
    return {name: value for name, value in given.items() if value is not None}


def _from_form(body: bytes) -> Params:
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise malformed("strings must be encoded in UTF-8") from None
    return dict(pairs)


async def _from_parts(
    signature: Signature, request: web.Request, params: Params, attachments: dict[str, Upload]
) -> None:
    total = 0
    try:
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or part.name is None:
                raise malformed("can't parse multipart request")
            data = bytes(await part.read(decode=True))
            total += len(data)
            if total > MOST_BYTES:
                raise Refused("Request Entity Too Large", 413, malformed=True)
            if part.filename is None:
                params[part.name] = data.decode()
                continue
            upload = Upload(part.filename, data, part.headers.get("Content-Type"))
            if signature.kinds.get(part.name) is media:
                params[part.name] = upload
            else:
                attachments[part.name] = upload
    except UnicodeDecodeError:
        raise malformed("strings must be encoded in UTF-8") from None
    except ValueError:
        raise malformed("can't parse multipart request") from None


def _claimed(request: Request) -> None:
    """Refuses file parts that nothing refers to: a real messenger would lose them in silence."""
    for name in request.attachments:
        mark = f"attach://{name}"
        if not any(
            mark in (value if isinstance(value, str) else orjson.dumps(value).decode())
            for value in request.params.values()
            if not isinstance(value, Upload)
        ):
            raise malformed(f'unknown parameter "{name}"')


async def _download(messenger: "LocalMessenger", request: web.Request) -> web.StreamResponse:
    if request.match_info["token"] != messenger.token:
        return _refuse(messenger, "download", {}, Refused(*NO_TOKEN[messenger.dialect], malformed=True))
    fault = messenger.faults.strike("download", None)
    try:
        if fault is not None and (spoilt := await _before(messenger, request, fault)) is not None:
            return spoilt
    except Refused as refused:
        return _refuse(messenger, "download", {}, refused)
    stored = messenger.files.linked(request.match_info["path"], messenger.now())
    if stored is None:
        return _json({"ok": False, "error_code": 404, "description": "Not Found"}, 404)
    if fault is not None and fault.kind is FaultKind.LOST_ANSWER:
        return _hang_up(request)
    return web.Response(body=stored.data, content_type="application/octet-stream")
