"""The methods about the bot itself: who it is, its commands, its webhook, its updates and files."""

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import orjson

from .dialects import Dialect, malformed
from .parameters import Params, Request
from .updates import Webhook

if TYPE_CHECKING:
    from .local import LocalMessenger

PORTS = {Dialect.TELEGRAM: (443, 80, 88, 8443), Dialect.BALE: (443, 88)}
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def get_me(messenger: "LocalMessenger", _request: Request) -> object:
    """``getMe``."""
    if messenger.dialect is Dialect.BALE:
        return messenger.bot
    return {
        **messenger.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(messenger: "LocalMessenger", request: Request) -> object:
    """``getUpdates``."""
    params = request.params
    limit, timeout = params.get("limit", 100), params.get("timeout", 0)
    if not 1 <= limit <= 100:
        if messenger.dialect is Dialect.BALE:
            raise malformed("limit must be from 1 to 100")
        limit = 100
    if timeout < 0:
        raise malformed("timeout must not be negative")
    if "allowed_updates" in params:
        messenger.updates.allowed = _allowed(params["allowed_updates"])
    return await messenger.updates.poll(params.get("offset"), limit, timeout)


def _allowed(kinds: list[Any]) -> frozenset[str] | None:
    if not all(isinstance(kind, str) for kind in kinds):
        raise malformed('can\'t parse parameter "allowed_updates": Array of String expected')
    return frozenset(kinds) or None


def set_webhook(messenger: "LocalMessenger", request: Request) -> object:
    """``setWebhook``. An address on this machine needs neither HTTPS nor one of the official ports."""
    params = request.params
    if params["url"] == "":
        return delete_webhook(messenger, request)
    _check_address(messenger.dialect, params["url"])
    secret = params.get("secret_token")
    if secret is not None and not _SECRET.fullmatch(secret):
        raise malformed("secret token contains unallowed characters")
    connections = params.get("max_connections", 40)
    if not 1 <= connections <= 100:
        raise malformed("max_connections must be from 1 to 100")
    if "allowed_updates" in params:
        messenger.updates.allowed = _allowed(params["allowed_updates"])
    _drop(messenger, params)
    messenger.updates.set_webhook(Webhook(params["url"], secret, connections))
    return True


def _check_address(dialect: Dialect, url: str) -> None:
    try:
        address = urlsplit(url)
        host, port = address.hostname or "", address.port
    except ValueError:
        raise malformed("bad webhook: invalid URL specified") from None
    if host in LOOPBACK:
        return
    if address.scheme != "https" or not host:
        raise malformed("bad webhook: An HTTPS URL must be provided for webhook")
    if (port or 443) not in PORTS[dialect]:
        ports = ", ".join(map(str, sorted(PORTS[dialect])))
        raise malformed(f"bad webhook: Webhook can be set up only on ports {ports}")


def delete_webhook(messenger: "LocalMessenger", request: Request) -> object:
    """``deleteWebhook``."""
    _drop(messenger, request.params)
    messenger.updates.set_webhook(None)
    return True


def _drop(messenger: "LocalMessenger", params: Params) -> None:
    if params.get("drop_pending_updates"):
        messenger.updates.drop_all()


def get_webhook_info(messenger: "LocalMessenger", _request: Request) -> object:
    """``getWebhookInfo``; Bale tells the address alone."""
    webhook = messenger.updates.webhook
    url = webhook.url if webhook is not None else ""
    if messenger.dialect is Dialect.BALE:
        return {"url": url}
    info: dict[str, Any] = {
        "url": url,
        "has_custom_certificate": False,
        "pending_update_count": messenger.pending,
    }
    if webhook is not None:
        info["max_connections"] = webhook.max_connections
    if messenger.updates.last_webhook_error is not None:
        info["last_error_message"] = messenger.updates.last_webhook_error
        info["last_error_date"] = int(messenger.now().timestamp())
    if messenger.updates.allowed is not None:
        info["allowed_updates"] = sorted(messenger.updates.allowed)
    return info


def get_file(messenger: "LocalMessenger", request: Request) -> object:
    """``getFile``: opens the download for an hour."""
    stored = messenger.files.link(request.params["file_id"], messenger.now())
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.file_unique_id,
        "file_size": len(stored.data),
        "file_path": stored.path,
    }


def set_my_commands(messenger: "LocalMessenger", request: Request) -> object:
    """``setMyCommands``."""
    commands = request.params["commands"]
    if len(commands) > 100:
        raise malformed("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict) or set(command) != {"command", "description"}:
            raise malformed("can't parse BotCommand: fields command and description expected")
        name, description = command["command"], command["description"]
        if not isinstance(name, str) or not _COMMAND.fullmatch(name.removeprefix("/")):
            raise malformed("BOT_COMMAND_INVALID")
        if not isinstance(description, str) or not 1 <= len(description) <= 256:
            raise malformed("BOT_COMMAND_DESCRIPTION_INVALID")
    messenger.commands[_audience(request.params)] = commands
    messenger.touch()
    return True


def get_my_commands(messenger: "LocalMessenger", request: Request) -> object:
    """``getMyCommands``."""
    return messenger.commands.get(_audience(request.params), [])


def delete_my_commands(messenger: "LocalMessenger", request: Request) -> object:
    """``deleteMyCommands``."""
    messenger.commands.pop(_audience(request.params), None)
    messenger.touch()
    return True


def _audience(params: Params) -> tuple[str, str]:
    scope = params.get("scope", {"type": "default"})
    return orjson.dumps(scope, option=orjson.OPT_SORT_KEYS).decode(), params.get("language_code", "")
