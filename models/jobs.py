"""Jobs: what takes too long for an answer (a download, a large sheet), owed by an update and told as an update of ours.

A job is written in the transaction of the update that asked for it. Whoever runs it holds a lease; a crash leaves it
to be taken up again. Its result is written first, then comes in as a tap of the same account, once.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel

from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column, table_of
from models.people import AccountKey, Messenger
from models.vault import vault

LEASE: Final = timedelta(seconds=60)
MOST_TRIES: Final = 4
KEPT_FOR: Final = timedelta(days=7)
_OPEN = sa.text("state <> 'told'")


class JobKind(StrEnum):
    """What is to be done; a room that wants a file adds a kind of its own."""

    CIRCULAR_STATEMENT = "circular-statement"
    FETCH = "fetch"
    """Fetch a file and keep it: the result's ``content`` is its key in ``contents``, ``name`` its name.

    ``size`` is that in bytes, ``type`` what its first bytes say: pdf, jpeg, png or other.
    """
    CIRCULAR_PROGRESS = "circular-progress"
    """Count how far a circular is: the result's figures by state, ``read``, and how many milliseconds it ``took``."""
    SHEET_EXPORT = "sheet-export"
    SHEET_READ = "sheet-read"
    SHEET_WRITE = "sheet-write"


class JobState(StrEnum):
    """Where a job stands: to be run, its result to be told, told."""

    WAITING = "waiting"
    READY = "ready"
    TOLD = "told"


class JobProblem(StrEnum):
    """Why a job brought no result."""

    NOT_FETCHED = "file-not-fetched"
    """The messenger does not give the file."""
    TOO_LARGE = "file-too-large"
    """``most``: megabytes."""
    BROKEN = "job-broken"
    """It failed again and again through our fault."""


class Job(SQLModel, table=True):
    """One job. ``order_sealed`` holds what is wanted, ``result_sealed`` what came out, both JSON of texts.

    ``screen_seq`` is the number of the screen that it changes, where it changes one.
    """

    __tablename__ = "jobs"
    # Numbers are never given twice: they are the numbers of our own updates.
    __table_args__ = (
        sa.Index("ix_jobs_open", "lease_until", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    kind: JobKind = Field(sa_column=sa.Column(enum_column(JobKind), nullable=False))
    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), nullable=False))
    bot_id: int = Field(sa_column=sa.Column(sa.BigInteger, nullable=False))
    account_id: int = Field(sa_column=sa.Column(sa.BigInteger, nullable=False))
    subject: int = Field(default=0, sa_column=sa.Column(sa.BigInteger, nullable=False))
    order_sealed: bytes
    state: JobState = Field(sa_column=sa.Column(enum_column(JobState), nullable=False))
    tries: int = 0
    lease_by: str | None = Field(default=None, max_length=60)
    lease_until: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    result_sealed: bytes | None = None
    screen_seq: int | None = None
    created_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that somebody sent: the messenger's id of it, its name, its size in bytes (0 where it is not told)."""

    file_id: str
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """What a screen asks to be done. ``subject`` is the row that it is about, ``details`` plain texts.

    ``after``: not before so much time has passed. ``live``: what comes of it changes the screen that asks, in its
    place; once another screen stands there, the job is dropped.
    """

    kind: JobKind
    subject: int = 0
    file: IncomingFile | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    after: timedelta = timedelta()
    live: bool = False


@dataclass(frozen=True, slots=True)
class OpenJob:
    """A job that is ours to run, or whose result is ours to tell."""

    id: int
    key: AccountKey
    bot_id: int
    order: Order
    state: JobState
    tries: int
    screen_seq: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came out: ``problem`` says that nothing did."""

    order: Order
    values: Mapping[str, str]
    problem: JobProblem | None


_jobs = table_of(Job)
_PROBLEM = "problem"


def begin(session: Session, key: AccountKey, bot_id: int, order: Order, screen_seq: int | None = None) -> int:
    """Owe a job to this account, in the transaction of the update that asked for it; by which screen it is asked."""
    wanted: dict[str, Any] = {"details": dict(order.details)}
    if order.file is not None:
        wanted["file"] = [order.file.file_id, order.file.name, order.file.size]
    made = session.connection().execute(
        sa.insert(_jobs).returning(_jobs.c.id),
        {
            "kind": order.kind,
            "messenger": key.messenger,
            "bot_id": bot_id,
            "account_id": key.account_id,
            "subject": order.subject,
            "order_sealed": vault(session).seal(json.dumps(wanted, ensure_ascii=False)),
            "state": JobState.WAITING,
            "tries": 0,
            "lease_until": now(session) + order.after,
            "screen_seq": screen_seq if order.live else None,
            "created_at": now(session),
        },
    )
    return int(made.scalar_one())


def take(
    session: Session, me: str, bots: Sequence[tuple[Messenger, int]], *, limit: int = 4, all_leases: bool = False
) -> tuple[OpenJob, ...]:
    """Jobs that nobody is running become ours; ``all_leases`` for the embedded database at the start."""
    at = now(session)
    connection = session.connection()
    free = sa.true() if all_leases else _jobs.c.lease_until <= at
    rows = connection.execute(
        sa.select(_jobs)
        .where(
            _jobs.c.state != sa.literal_column("'told'"),
            free,
            sa.tuple_(_jobs.c.messenger, _jobs.c.bot_id).in_([(one.value, bot) for one, bot in bots]),
        )
        .order_by(_jobs.c.lease_until, _jobs.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    if rows:
        connection.execute(
            sa.update(_jobs)
            .where(_jobs.c.id.in_([row.id for row in rows]))
            .values(lease_by=me, lease_until=at + LEASE, tries=_jobs.c.tries + 1)
        )
    return tuple(
        OpenJob(
            row.id,
            AccountKey(row.messenger, row.account_id),
            row.bot_id,
            _order(session, row),
            row.state,
            row.tries + 1,
            row.screen_seq,
        )
        for row in rows
    )


def hold(session: Session, ids: Sequence[int], me: str) -> None:
    """We are still at it."""
    session.connection().execute(
        sa.update(_jobs).where(_jobs.c.id.in_(ids), _jobs.c.lease_by == me).values(lease_until=now(session) + LEASE)
    )


def put_off(session: Session, job_id: int, me: str, delay: timedelta) -> None:
    """It did not work now: whoever looks after ``delay`` tries again."""
    session.connection().execute(
        sa.update(_jobs)
        .where(_jobs.c.id == job_id, _jobs.c.lease_by == me)
        .values(lease_by=None, lease_until=now(session) + delay)
    )


def is_mine(session: Session, job_id: int, me: str) -> bool:
    """Whether the job still waits and its lease is ours; locks it to the end of the transaction.

    What writes more than the job's result asks this first, so that it is done once.
    """
    found = session.connection().execute(
        sa.select(_jobs.c.id)
        .where(_jobs.c.id == job_id, _jobs.c.lease_by == me, _jobs.c.state == JobState.WAITING)
        .with_for_update()
    )
    return found.scalar_one_or_none() is not None


def ready(session: Session, job_id: int, values: Mapping[str, str], problem: JobProblem | None = None) -> None:
    """The result is there and is to be told."""
    result = {**values, **({_PROBLEM: problem.value} if problem else {})}
    session.connection().execute(
        sa.update(_jobs)
        .where(_jobs.c.id == job_id, _jobs.c.state == JobState.WAITING)
        .values(state=JobState.READY, result_sealed=vault(session).seal(json.dumps(result, ensure_ascii=False)))
    )


def told(session: Session, job_id: int) -> None:
    """The result came in as an update."""
    session.connection().execute(
        sa.update(_jobs).where(_jobs.c.id == job_id).values(state=JobState.TOLD, lease_by=None)
    )


def changes(session: Session, job_id: int) -> int | None:
    """The number of the screen that this job changes, None when it changes none."""
    found = session.connection().execute(sa.select(_jobs.c.screen_seq).where(_jobs.c.id == job_id)).scalar()
    return None if found is None else int(found)


def result(session: Session, key: AccountKey, job_id: int) -> Result | None:
    """What came out of a job of this account; None while it runs, and for somebody else's."""
    row = (
        session.connection()
        .execute(
            sa.select(_jobs).where(
                _jobs.c.id == job_id, _jobs.c.messenger == key.messenger, _jobs.c.account_id == key.account_id
            )
        )
        .one_or_none()
    )
    if row is None or row.result_sealed is None:
        return None
    values: dict[str, str] = json.loads(vault(session).open(row.result_sealed))
    problem = values.pop(_PROBLEM, None)
    return Result(_order(session, row), values, JobProblem(problem) if problem else None)


def sweep(session: Session) -> int:
    """Forget jobs that were told a week ago."""
    gone = session.connection().execute(
        sa.delete(_jobs).where(_jobs.c.state == JobState.TOLD, _jobs.c.created_at < now(session) - KEPT_FOR)
    )
    return gone.rowcount


def _order(session: Session, row: Any) -> Order:
    wanted = json.loads(vault(session).open(row.order_sealed))
    file = wanted.get("file")
    return Order(row.kind, row.subject, None if file is None else IncomingFile(*file), wanted["details"])
