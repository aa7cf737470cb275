"""Jobs: run after the commit that asked for them, outside any transaction; results come in as updates of our own."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Protocol, TypeVar

import structlog

from bot.database import Database
from bot.messengers.link import MessengerError, TooLargeError
from bot.messengers.showing import Station
from handlers.buttons import JobDone
from models import bookkeeping, contents, jobs
from models.jobs import JobKind, JobProblem, JobState, OpenJob
from models.people import Messenger

T = TypeVar("T")
log = structlog.get_logger()
AT_ONCE = 2
LOOK_SECONDS = 1.0
HOLD_SECONDS = 20.0
PAUSE = timedelta(seconds=2)


class Receives(Protocol):
    """Where updates come in."""

    async def receive(self, messenger: Messenger, raws: Sequence[Any]) -> None:
        """Store and handle them."""


class UnfetchedError(Exception):
    """The file did not come; ``problem`` says why."""

    def __init__(self, problem: JobProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Bench:
    """What a job works with."""

    database: Database
    station: Station
    me: str

    async def fetch(self, job: OpenJob) -> bytes:
        """The file that the job is about. Raises UnfetchedError, and MessengerError for what may pass."""
        file = job.order.file
        assert file is not None
        if file.size > contents.MOST_BYTES:
            raise UnfetchedError(JobProblem.TOO_LARGE)
        try:
            body = await self.station.link.fetch(file.file_id, contents.MOST_BYTES)
        except TooLargeError:
            raise UnfetchedError(JobProblem.TOO_LARGE) from None
        except MessengerError as error:
            if error.passing:
                raise
            problem = JobProblem.TOO_LARGE if "too big" in error.description else JobProblem.NOT_FETCHED
            raise UnfetchedError(problem) from None
        if not body:
            raise UnfetchedError(JobProblem.NOT_FETCHED)
        return body


Work = Callable[[Bench, OpenJob], Awaitable[Mapping[str, str] | None]]
"""Does a job: returns its result, or None when it has written the result itself (``jobs.ready``) with what it changed.

It may be begun again after a crash, so what it changes is changed once only (``jobs.is_mine``).
"""


async def fetch(bench: Bench, job: OpenJob) -> Mapping[str, str]:
    """Fetch the file and keep it."""
    body = await bench.fetch(job)
    assert job.order.file is not None
    kind = kind_of(body)
    name = _named(job.order.file.name or "file", kind)
    content = await bench.database.run(contents.keep, name, body)
    return {"content": content, "name": name, "size": str(len(body)), "type": kind}


_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {"pdf": (".pdf",), "jpeg": (".jpg", ".jpeg"), "png": (".png",)}


def _named(name: str, kind: str) -> str:
    """The name with an ending that fits, so that a file that came without one can be opened where it goes."""
    endings = _ENDINGS.get(kind, ())
    return name if not endings or name.lower().endswith(endings) else f"{name}{endings[0]}"


def kind_of(body: bytes) -> str:
    """What a file is by its first bytes, whatever its name says: pdf, jpeg, png, or other."""
    if b"%PDF-" in body[:1024]:
        return "pdf"
    if body.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "png" if body.startswith(b"\x89PNG\r\n\x1a\n") else "other"


class Jobs:
    """Runs the jobs of this process's bots."""

    def __init__(
        self,
        database: Database,
        stations: Mapping[Messenger, Station],
        intake: Receives,
        me: str,
        work: Mapping[JobKind, Work] | None = None,
    ) -> None:
        self._database = database
        self._stations = stations
        self._intake = intake
        self._me = me
        self._work = work or {}
        self._wake = asyncio.Event()
        self._running: dict[int, asyncio.Task[None]] = {}

    def wake(self) -> None:
        """A job was just committed."""
        self._wake.set()

    @property
    def busy(self) -> bool:
        """Whether a job of this process runs or is to begin at once."""
        return self._wake.is_set() or bool(self._running)

    async def run(self) -> None:
        """Run jobs for ever, first those that a crash left."""
        await self._begin(all_leases=self._database.is_sqlite)
        held = 0.0
        while True:
            try:
                await asyncio.wait_for(self._wake.wait(), LOOK_SECONDS)
            except TimeoutError:
                held += LOOK_SECONDS
            if held >= HOLD_SECONDS and self._running:
                held = 0.0
                await self._safely(self._database.run(jobs.hold, list(self._running), self._me))
            await self._begin()

    async def close(self) -> None:
        """Give what runs a moment; what is not done is taken up again."""
        if self._running:
            _, late = await asyncio.wait(self._running.values(), timeout=5)
            for task in late:
                task.cancel()

    async def _begin(self, *, all_leases: bool = False) -> None:
        room = AT_ONCE - len(self._running)
        if room <= 0:
            self._wake.clear()  # whoever ends looks again
            return
        bots = [(messenger, station.link.bot_id) for messenger, station in self._stations.items()]
        taken = await self._safely(self._database.run(jobs.take, self._me, bots, limit=room, all_leases=all_leases))
        for job in taken or ():
            if job.id not in self._running:
                task = asyncio.create_task(self._one(job))
                self._running[job.id] = task
                task.add_done_callback(lambda _, number=job.id: self._ended(number))  # type: ignore[misc]  # the default binds it
        if not taken or len(taken) < room:
            self._wake.clear()

    def _ended(self, number: int) -> None:
        self._running.pop(number, None)
        self._wake.set()

    async def _safely(self, asked: Awaitable[T]) -> T | None:
        try:
            return await asked
        except Exception as error:  # noqa: BLE001 (the database may be away; the next look tries again)
            log.warning("jobs wait", error=type(error).__name__)
            await asyncio.sleep(LOOK_SECONDS)
            return None

    async def _one(self, job: OpenJob) -> None:
        try:
            if job.screen_seq is not None and job.screen_seq != await self._database.run(
                bookkeeping.screen_number, job.key
            ):
                await self._database.run(jobs.told, job.id)  # the person has gone on to another screen
                return
            if job.state is JobState.WAITING:
                await self._do(job)
            raw = {
                "update_id": -job.id,
                "callback_query": {
                    "id": "",
                    "from": {"id": job.key.account_id, "is_bot": False, "first_name": ""},
                    "chat_instance": "",
                    "data": JobDone(job.order.kind.value, job.id).pack(),
                },
            }
            await self._intake.receive(job.key.messenger, [raw])
            await self._database.run(jobs.told, job.id)
        except _LaterError:
            return
        except Exception as error:  # noqa: BLE001 (the database may be away; the lease ends and it is done again)
            log.warning("a job waits", job=job.id, kind=job.order.kind.value, error=type(error).__name__)

    async def _do(self, job: OpenJob) -> None:
        bench = Bench(self._database, self._stations[job.key.messenger], self._me)
        values: Mapping[str, str] | None = {}
        problem: JobProblem | None = None
        if job.tries > jobs.MOST_TRIES:
            problem = JobProblem.BROKEN
        else:
            try:
                values = await self._work.get(job.order.kind, fetch)(bench, job)
            except UnfetchedError as error:
                problem = error.problem
            except Exception as error:
                known = error.failure.value if isinstance(error, MessengerError) else type(error).__name__
                log.warning("a job stumbles", job=job.id, kind=job.order.kind.value, error=known, tries=job.tries)
                if job.tries >= jobs.MOST_TRIES:
                    problem = JobProblem.NOT_FETCHED if isinstance(error, MessengerError) else JobProblem.BROKEN
                else:
                    await self._database.run(jobs.put_off, job.id, self._me, PAUSE * 2**job.tries)
                    raise _LaterError from error
        if values is not None:
            await self._database.run(jobs.ready, job.id, values, problem)


class _LaterError(Exception):
    """The job waits for its next try."""
