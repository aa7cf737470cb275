"""The Bot API over HTTP."""

from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from .local import LocalMessenger


def routes(messenger: "LocalMessenger", prefix: str = "") -> list[web.RouteDef]:
    """Routes for requests and for downloads."""
    return []
