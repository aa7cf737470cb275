"""Updates on their way to the bot: the queue, long polling, and delivery to a webhook."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

from .dialects import Dialect, Refused
from .faults import FaultKind, Faults
from .payloads import write_json

KEPT = {Dialect.TELEGRAM: 100_000, Dialect.BALE: 2000}
FIRST_UPDATE_ID = {Dialect.TELEGRAM: 100_000_001, Dialect.BALE: 0}
# Telegram leaves these out unless they are asked for by name.
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(slots=True, eq=False)
class Waiting:
    """An update that the bot has not confirmed.

    ``again``: it comes once more. ``stubborn``: a higher offset alone does not confirm it, since the bot cannot have
    seen it yet.
    """

    update_id: int
    lane: int
    body: dict[str, Any]
    again: bool = False
    stubborn: bool = False
    handed: bool = False
    in_flight: bool = False


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are posted. ``secret`` goes into Telegram's header."""

    url: str
    secret: str | None = None
    max_connections: int = 40


class Updates:
    """The queue. ``on_change`` is called whenever something was added or confirmed."""

    def __init__(
        self,
        dialect: Dialect,
        faults: Faults,
        on_change: Callable[[], None],
        first_update_id: int | None = None,
    ) -> None:
        self._dialect = dialect
        self._faults = faults
        self._on_change = on_change
        self._next_id = FIRST_UPDATE_ID[dialect] if first_update_id is None else first_update_id
        self._queue: list[Waiting] = []
        self._held: list[Waiting] = []
        self._wakers: set[asyncio.Future[None]] = set()
        self._poller: asyncio.Future[None] | None = None
        self._courier: asyncio.Task[None] | None = None
        self._posts: set[asyncio.Task[None]] = set()
        self._closed = False
        self.allowed: frozenset[str] | None = None
        self.webhook: Webhook | None = None
        self.last_webhook_error: str | None = None
        self.backoff: Sequence[float] = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
        self.webhook_timeout = 60.0

    # Coming in

    def add(self, kind: str, content: dict[str, Any], *, lane: int, extra: dict[str, Any] | None = None) -> int:
        """Queues an update and returns its id. ``lane`` is the chat, whose updates keep their order.

        An update of a kind that the bot has not allowed uses up an id and goes nowhere.
        """
        update_id = self._next_id
        self._next_id += 1
        if kind in UNASKED if self.allowed is None else kind not in self.allowed:
            return update_id
        waiting = Waiting(update_id, lane, {"update_id": update_id, kind: content, **(extra or {})})
        self._enqueue(waiting, self._faults.strike_update(lane))
        return update_id

    def add_raw(self, body: dict[str, Any]) -> int:
        """Queues anything as it stands; an absent ``update_id`` is filled in."""
        if "update_id" not in body:
            body = {"update_id": self._next_id, **body}
        update_id = body["update_id"]
        if not isinstance(update_id, int):
            raise TypeError("update_id must be an int")
        self._next_id = max(self._next_id, update_id + 1)
        self._enqueue(Waiting(update_id, 0, body), None)
        return update_id

    def _enqueue(self, waiting: Waiting, fault: object) -> None:
        kind = getattr(fault, "kind", None)
        if kind is FaultKind.OUT_OF_ORDER:
            waiting.stubborn = True
            self._held.append(waiting)
        else:
            waiting.again = kind is FaultKind.TWICE
            self._queue.append(waiting)
            self._release()
        surplus = len(self._queue) - KEPT[self._dialect]
        if surplus > 0:
            del self._queue[:surplus]
        self._wake()

    def _release(self) -> bool:
        """Lets the updates go that were held back to come after a later one."""
        released, self._held = self._held, []
        self._queue += released
        return bool(released)

    @property
    def pending(self) -> int:
        """Updates not yet confirmed."""
        return len(self._queue) + len(self._held)

    @property
    def closed(self) -> bool:
        """True once ``close`` was called."""
        return self._closed

    @property
    def next_id(self) -> int:
        """The id of the update that comes next."""
        return self._next_id

    @property
    def polled(self) -> bool:
        """Whether a long poll waits."""
        return bool(self._wakers)

    def waiting(self) -> list[tuple[int, int, dict[str, Any]]]:
        """Id, lane and body of what is not confirmed."""
        return [(update.update_id, update.lane, update.body) for update in (*self._queue, *self._held)]

    def take(self, next_id: int, waiting: list[tuple[int, int, dict[str, Any]]]) -> None:
        """Goes on from here in place of what waits."""
        self._next_id = next_id
        self._held = []
        self._queue = [Waiting(update_id, lane, body) for update_id, lane, body in waiting]
        self._wake()

    def drop_all(self) -> None:
        """Forgets everything that waits."""
        self._queue.clear()
        self._held.clear()
        self._wake()

    # Long polling

    async def poll(self, offset: int | None, limit: int, timeout: float) -> list[dict[str, Any]]:
        """The updates from ``offset`` on, waiting ``timeout`` seconds for the first.

        A negative offset keeps that many from the end and forgets the rest. Raises Refused (409) while a webhook is
        set, and on Telegram when a second poll takes the first one's place.
        """
        if self.webhook is not None:
            raise Refused(
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
                409,
            )
        if offset is not None:
            self._confirm(offset)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        if self._dialect is Dialect.TELEGRAM and self._poller is not None and not self._poller.done():
            self._poller.set_exception(
                Refused(
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                    409,
                )
            )
        while not self._queue and not self._closed and self.webhook is None:
            remaining = deadline - loop.time()
            if remaining <= 0:
                if not self._release():
                    return []
                break
            waker: asyncio.Future[None] = loop.create_future()
            self._wakers.add(waker)
            self._poller = waker
            try:
                await asyncio.wait((waker,), timeout=remaining)
                if waker.done():
                    waker.result()
            finally:
                self._wakers.discard(waker)
                if self._poller is waker:
                    self._poller = None
        batch = self._queue[:limit]
        for waiting in batch:
            waiting.handed = True
        return [waiting.body for waiting in batch]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._release()
            self._queue = self._queue[offset:]
            self._on_change()
            return
        confirmed = [
            waiting
            for waiting in self._queue
            if waiting.update_id < offset and (waiting.handed or not waiting.stubborn)
        ]
        if not confirmed:
            return
        gone = set(map(id, confirmed))
        self._queue = [waiting for waiting in self._queue if id(waiting) not in gone]
        self._queue += [self._copy(waiting) for waiting in confirmed if waiting.again]
        self._on_change()

    @staticmethod
    def _copy(waiting: Waiting) -> Waiting:
        return Waiting(waiting.update_id, waiting.lane, waiting.body, stubborn=True)

    def _wake(self) -> None:
        self._on_change()
        for waker in self._wakers:
            if not waker.done():
                waker.set_result(None)

    # Webhook

    def set_webhook(self, webhook: Webhook | None) -> None:
        """Turns posting on or off. Needs a running event loop."""
        self.webhook = webhook
        self.last_webhook_error = None
        if webhook is not None and self._courier is None:
            self._courier = asyncio.get_running_loop().create_task(self._deliver())
        self._wake()

    async def _deliver(self) -> None:
        """Posts what waits: one chat in order, different chats side by side."""
        loop = asyncio.get_running_loop()
        async with aiohttp.ClientSession() as session:
            while not self._closed:
                webhook = self.webhook
                if webhook is not None:
                    if not self._queue:
                        self._release()
                    busy = {waiting.lane for waiting in self._queue if waiting.in_flight}
                    room = webhook.max_connections - len(busy)
                    for waiting in self._queue:
                        if room <= 0:
                            break
                        if waiting.lane in busy:
                            continue
                        busy.add(waiting.lane)
                        room -= 1
                        waiting.in_flight = True
                        task = loop.create_task(self._post(session, waiting))
                        self._posts.add(task)
                        task.add_done_callback(self._posts.discard)
                waker: asyncio.Future[None] = loop.create_future()
                self._wakers.add(waker)
                await waker
                self._wakers.discard(waker)

    async def _post(self, session: aiohttp.ClientSession, waiting: Waiting) -> None:
        """Posts one update until it is taken, the webhook is gone, or it was dropped."""
        attempt = 0
        body = write_json(waiting.body)
        try:
            while (webhook := self.webhook) is not None and not self._closed and waiting in self._queue:
                headers = {"Content-Type": "application/json"}
                if webhook.secret is not None and self._dialect is Dialect.TELEGRAM:
                    headers[HEADER] = webhook.secret
                try:
                    timeout = aiohttp.ClientTimeout(total=self.webhook_timeout)
                    async with session.post(
                        webhook.url, data=body, headers=headers, timeout=timeout, allow_redirects=False
                    ) as answer:
                        taken = 200 <= answer.status < 300
                        if not taken:
                            self.last_webhook_error = (
                                f"Wrong response from the webhook: {answer.status} {answer.reason}"
                            )
                except (aiohttp.ClientError, TimeoutError) as error:
                    taken = False
                    self.last_webhook_error = f"Connection failed: {type(error).__name__}"
                if taken:
                    if waiting in self._queue:
                        at = self._queue.index(waiting)
                        self._queue[at : at + 1] = [self._copy(waiting)] if waiting.again else []
                    return
                await asyncio.sleep(self.backoff[min(attempt, len(self.backoff) - 1)])
                attempt += 1
        finally:
            waiting.in_flight = False
            self._wake()

    async def close(self) -> None:
        """Ends posting and lets waiting polls return."""
        self._closed = True
        self._wake()
        tasks = [task for task in (self._courier, *self._posts) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._courier = None
