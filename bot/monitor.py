"""What `run` tells a watcher on a local port: /health and /metrics."""

import contextlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlmodel import Session

from bot import metrics
from bot.database import Database
from models import circulars, notices
from models.clock import now
from models.notices import NoticeState

if TYPE_CHECKING:
    from bot.reception import Reception

log = structlog.get_logger()


def _outbox(session: Session) -> tuple[Mapping[NoticeState, int], datetime | None, datetime, int]:
    """Notices by state, when the oldest that is to be sent was owed, the time, and circulars that do not balance."""
    return notices.counts(session), notices.oldest(session), now(session), circulars.unbalanced(session)


class Monitor:
    """The watcher's port."""

    def __init__(self, database: Database, reception: "Reception | None", dead: Callable[[], list[str]]) -> None:
        self._database = database
        self._reception = reception
        self._dead = dead
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self, host: str, port: int) -> None:
        """Listen; a port in use is logged and the program goes on without a watcher."""
        application = web.Application()
        application.add_routes([web.get("/health", self._health), web.get("/metrics", self._metrics)])
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError:
            log.warning("nobody can watch: the port is taken", port=port, setting="BEHINYAR_MONITOR_PORT")
            await runner.cleanup()
            return
        self._runner = runner
        self.port = runner.addresses[0][1]

    async def _health(self, _: web.Request) -> web.Response:
        dead = self._dead()
        database = True
        try:
            await self._database.run(now)
        except Exception:  # noqa: BLE001 (any failure means the same to a watcher)
            database = False
        answers = {} if self._reception is None else self._reception.answering()
        well = database and not dead
        return web.json_response(
            {"well": well, "database": database, "stopped": dead, "messengers": answers}, status=200 if well else 503
        )

    async def _metrics(self, _: web.Request) -> web.Response:
        if self._reception is not None:
            metrics.waiting.set(self._reception.intake.waiting)
            metrics.shown.set(self._reception.shower.shown)
        with contextlib.suppress(Exception):
            counts, oldest, at, unbalanced = await self._database.run(_outbox)
            for state, count in counts.items():
                metrics.outbox.labels(state.value).set(count)
            metrics.unbalanced.set(unbalanced)
            metrics.oldest.set(0 if oldest is None else (at - oldest).total_seconds())
        return web.Response(body=generate_latest(metrics.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def stop(self) -> None:
        """Close the port."""
        if self._runner is not None:
            await self._runner.cleanup()
