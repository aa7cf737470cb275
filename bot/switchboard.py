"""From a read update to the handler that answers it: aiogram's routers, asked by the kind of the tap.

A tap names its kind by its prefix, so of the many handlers only those are asked that listen to it, in the routers'
order. Asking every handler of every router in turn was a tenth of an update's work.
"""

import functools
from collections.abc import Iterator
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Tapped
from handlers.routes import routes


class Switchboard:
    """The handlers of a router tree. Middlewares and filters of whole routers are not used here and not asked."""

    def __init__(self, root: Router) -> None:
        taps = list(_handlers(root, "callback_query"))
        kinds = {_prefix(handler) for handler in taps}
        self._of_kind: dict[str | None, list[HandlerObject]] = {
            kind: [handler for handler in taps if _prefix(handler) in (kind, None)] for kind in kinds | {None}
        }
        self._messages = {kind: list(_handlers(root, kind)) for kind in ("message", "edited_message")}

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of taps, by their prefixes, that some handler listens to."""
        return frozenset(kind for kind in self._of_kind if kind is not None)

    async def answer(self, kind: str, event: Message | CallbackQuery, act: Act) -> Any:
        """What the first handler that listens returns; UNHANDLED when none does."""
        if isinstance(event, CallbackQuery):
            prefix = (event.data or "").partition(":")[0]
            handlers = self._of_kind.get(prefix, self._of_kind[None])
        else:
            handlers = self._messages[kind]
        for handler in handlers:
            listens, given = await handler.check(event, act=act)
            if listens:
                return await handler.call(event, **{**given, "act": act})
        return UNHANDLED


@functools.cache
def switchboard() -> Switchboard:
    """That of all conversations; it keeps nothing, so that every program in this process may share it."""
    return Switchboard(routes())


def _handlers(router: Router, kind: str) -> Iterator[HandlerObject]:
    yield from router.observers[kind].handlers
    for below in router.sub_routers:
        yield from _handlers(below, kind)


def _prefix(handler: HandlerObject) -> str | None:
    """The kind of tap that a handler listens to; None: any."""
    for asked in handler.filters or ():
        if isinstance(asked.callback, Tapped):
            return asked.callback.kind.prefix
    return None
