"""A stage for proofs and measurements: the program as a process of its own, local messengers and people in this one."""

import asyncio
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import sqlalchemy as sa
from aiohttp import web
from cryptography.fernet import Fernet
from sqlmodel import Session

import models.tables  # noqa: F401 (the metadata is whole)
from bot.database import open_database
from bot.playground.messenger import DEFAULT_SCHEMA, Dialect, Key, LocalMessenger, ShownMessage
from bot.settings import BotSettings, Settings
from models.clock import Clock
from models.people import Messenger
from tests.conversations.world import MORNING, TOKENS, read
from tests.postgres import PostgresServer, postgres_server

P = ParamSpec("P")
T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60.0
SECRET = "a-secret-for-webhooks-of-a-rehearsal"
INDEX_KEY = "index-key-of-a-rehearsal"
_OPEN = """
SELECT (SELECT count(*) FROM incoming WHERE state = 'waiting')
     + (SELECT count(*) FROM chats WHERE owed_seq > shown_seq)
     + (SELECT count(*) FROM notices WHERE state IN ('waiting', 'leased', 'begun', 'retry'))
"""


class FellShortError(AssertionError):
    """A proof did not hold; the text says where."""


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        number: int = one.getsockname()[1]
        return number


# -- databases ----------------------------------------------------------------------------------------------------


class Databases:
    """Migrated databases, one after the other, without migrating each; PostgreSQL is durable, as in service."""

    def __init__(self, *, durable: bool = True) -> None:
        self._durable = durable
        self._closing = contextlib.ExitStack()
        self._folder = Path(self._closing.enter_context(tempfile.TemporaryDirectory(prefix="behinyar-stage-")))
        self._template: Path | None = None
        self._server: PostgresServer | None = None
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def folder(self) -> Path:
        """A new folder that goes at the end."""
        self._count += 1
        made = self._folder / str(self._count)
        made.mkdir()
        return made

    @contextmanager
    def new(self, kind: str) -> Iterator[str]:
        """The address of a new migrated database: ``sqlite`` or ``postgresql``."""
        if kind == "sqlite":
            yield self._sqlite()
            return
        if self._server is None:
            self._server = self._closing.enter_context(postgres_server(durable=self._durable))
            self._server.template("migrated", _migrated)
        with self._server.database("migrated") as url:
            yield url

    @property
    def postgres(self) -> PostgresServer:
        """The PostgreSQL server, once a database there was asked for."""
        assert self._server is not None
        return self._server

    def _sqlite(self) -> str:
        if self._template is None:
            self._template = self._folder / "template.sqlite"
            _migrated(f"sqlite:///{self._template}")
            with contextlib.closing(sqlite3.connect(self._template)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return f"sqlite:///{shutil.copyfile(self._template, self.folder() / 'behinyar.sqlite')}"


def _migrated(url: str) -> None:
    """Migrate in a process of its own: Alembic must not change the logging or the memory of what is measured."""
    subprocess.run(
        [sys.executable, "-c", "import sys; from bot.database import migrate; migrate(sys.argv[1])", url],
        cwd=ROOT,
        check=True,
    )


# -- the program --------------------------------------------------------------------------------------------------


class Program:
    """``python -m bot run`` as a process; its log goes to a file. With a nursery the imports are done before."""

    def __init__(self, folder: Path, command: list[str] | None = None, nursery: "Nursery | None" = None) -> None:
        self.log = folder / "log"
        self.command = command or ["-m", "bot", "run"]
        self.nursery = nursery
        self.pid = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._from = 0

    def start(self, settings: Mapping[str, str], *, cold: bool = False) -> None:
        """Start it; returns at once. ``cold``: not out of the nursery."""
        self._from = self.log.stat().st_size if self.log.exists() else 0
        self._process = None
        if self.nursery is not None and not cold:
            self.pid = self.nursery.start(settings, self.log)
            return
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, *self.command],
                cwd=self.log.parent,  # where no .env lies
                env=_environment() | dict(settings),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.pid = self._process.pid

    @property
    def runs(self) -> bool:
        """Whether the process is there."""
        if self._process is not None:
            return self._process.poll() is None
        if not self.pid:
            return False
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    async def ready(self, seconds: float = PATIENCE) -> None:
        """Wait until it says that it is ready. Raises FellShortError with its log when it does not."""
        limit = time.monotonic() + seconds
        while '"event": "ready"' not in self.said():
            if not self.runs or time.monotonic() > limit:
                raise FellShortError(f"the program is not ready\n{self.said()[-3000:]}")
            await asyncio.sleep(0.01)

    def said(self) -> str:
        """What it logged since it was started last."""
        if not self.log.exists():
            return ""
        with self.log.open("rb") as log:
            log.seek(self._from)
            return log.read().decode(errors="replace")

    async def kill(self) -> None:
        """End it at once (SIGKILL), whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        while self.runs:  # noqa: ASYNC110 (nothing tells of the end of a process that is not our child)
            await asyncio.sleep(0.001)

    async def stop(self, seconds: float = 20.0) -> None:
        """Ask it to end, and wait for that."""
        if not self.runs:
            return
        os.kill(self.pid, signal.SIGTERM)
        limit = time.monotonic() + seconds
        while self.runs:
            if time.monotonic() > limit:
                await self.kill()
                raise FellShortError(f"the program did not end when asked\n{self.said()[-2000:]}")
            await asyncio.sleep(0.01)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BEHINYAR_")}
    return kept | {"PYTHONPATH": str(ROOT)}


class Nursery:
    """A process that has imported the program and forks it at each start: imports take most of a cold start."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.nursery"],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def start(self, settings: Mapping[str, str], log: Path) -> int:
        """Start a program; returns its process number."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        wanted = {"settings": dict(settings), "log": str(log)}
        self._process.stdin.write(json.dumps(wanted).encode() + b"\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """Start nothing more."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


# -- people -------------------------------------------------------------------------------------------------------


class Player:
    """A person with a phone."""

    def __init__(self, local: LocalMessenger, messenger: Messenger, user_id: int, name: str, number: str) -> None:
        self.local = local
        self.messenger = messenger
        self.id = user_id
        self.name = name
        self.number = number
        local.add_user(user_id, name, phone=number)

    @property
    def messages(self) -> list[ShownMessage]:
        """What the bot has on the screen, oldest first."""
        return [one for one in self.local.chat(self.id).messages if one.from_bot and not one.deleted]

    @property
    def text(self) -> str:
        """What stands on the newest message."""
        messages = self.messages
        return read(messages[-1].shown) if messages else ""

    @property
    def keys(self) -> list[Key]:
        """The buttons that can be tapped now: the reply keyboard, else those of the newest card."""
        keyboard = self.local.chat(self.id).reply_keyboard
        if keyboard is None:
            keyboard = next((one.inline_keyboard for one in reversed(self.messages) if one.inline_keyboard), ())
        return [key for row in keyboard for key in row]

    def find(self, label: str) -> tuple[int, Key]:
        """The newest button whose label begins so, and its message. Raises LookupError."""
        for message in reversed(self.messages):
            for row in message.inline_keyboard:
                for key in row:
                    if key.text.startswith(label) and key.data is not None:
                        return message.message_id, key
        raise LookupError(f"{self.name} has no button {label!r}; there are {[key.text for key in self.keys]}")

    def types(self, text: str) -> int:
        """Type a text."""
        return self.local.type(self.id, text)

    def taps(self, label: str) -> int:
        """Tap the newest button whose label begins so; a key of the reply keyboard first."""
        for row in self.local.chat(self.id).reply_keyboard or ():
            for key in row:
                if key.text.startswith(label):
                    return self.local.press(self.id, key.text)
        message_id, key = self.find(label)
        assert key.data is not None
        return self.local.tap(self.id, message_id, key.data)


# -- the stage ----------------------------------------------------------------------------------------------------


class Stage:
    """Both local messengers in this process, one database, one clock; programs come and go."""

    def __init__(self, url: str, folder: Path, clock: Clock, local: dict[Messenger, LocalMessenger], port: int) -> None:
        self.url = url
        self.folder = folder
        self.clock = clock
        self.local = local
        self.api = {one: f"http://127.0.0.1:{port}/{one.value}" for one in local}
        self._key = Fernet.generate_key().decode()
        self._engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.pool.StaticPool)

    def settings(self, *, webhook: tuple[str, int] | None = None) -> dict[str, str]:
        """The environment of a program that starts now. ``webhook``: the public root, and the port to listen on."""
        given = {
            "BEHINYAR_DATABASE_URL": self.url,
            "BEHINYAR_KEYS": self._key,
            "BEHINYAR_INDEX_KEY": INDEX_KEY,
            "BEHINYAR_CLOCK": self.clock.now().isoformat(),
            "BEHINYAR_MONITOR_PORT": str(free_port()),
            "BEHINYAR_LOG_LEVEL": "INFO",
        }
        for messenger, root in self.api.items():
            name = f"BEHINYAR_{messenger.name}"
            given |= {f"{name}__TOKEN": TOKENS[messenger], f"{name}__API_URL": root, f"{name}__PER_SECOND": "500"}
        if webhook is not None:
            root, port = webhook
            given |= {
                "BEHINYAR_WEBHOOK__URL": root,
                "BEHINYAR_WEBHOOK__PORT": str(port),
                "BEHINYAR_WEBHOOK__SECRET": SECRET,
            }
        return given

    async def prepare(self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a model's action while no program runs, or where it does not matter that one does."""
        settings = Settings(
            database_url=self.url,
            keys=[self._key],  # type: ignore[list-item]  # pydantic makes a secret of it
            index_key=INDEX_KEY,  # type: ignore[arg-type]  # as above
            telegram=BotSettings(),
            bale=BotSettings(),
            _env_file=None,  # type: ignore[call-arg]  # pydantic-settings' own argument
        )
        database = open_database(settings, self.clock)
        try:
            return await database.run(action, *args, **kwargs)
        finally:
            await database.close()

    def player(self, messenger: Messenger, user_id: int, name: str, number: str) -> Player:
        """A new person on this messenger."""
        return Player(self.local[messenger], messenger, user_id, name, number)

    def ask(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        """Read the database from outside."""
        with self._engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sa.text(statement), values)]

    def open_work(self) -> int:
        """Updates not handled, screens not shown, notices not settled."""
        count: int = self.ask(_OPEN)[0][0]
        return count

    async def comes_to_rest(self, seconds: float = PATIENCE) -> None:
        """Wait until every update is confirmed and handled, every screen shown, every notice settled."""
        loop = asyncio.get_running_loop()
        limit = loop.time() + seconds
        quiet = 0
        while quiet < 2:
            if loop.time() > limit:
                pending = {one.value: local.pending for one, local in self.local.items()}
                raise FellShortError(f"no rest within {seconds:.0f} s: pending {pending}, open {self.open_work()}")
            busy = any(local.pending for local in self.local.values()) or self.open_work() > 0
            quiet = 0 if busy else quiet + 1
            await asyncio.sleep(0.004)

    def check_requests(self) -> None:
        """No request was refused as malformed. Raises FellShortError."""
        for messenger, local in self.local.items():
            if local.refusals:
                raise FellShortError(f"{messenger.value} refused {local.refusals[:3]}")

    async def close(self) -> None:
        """Let go of the messengers and the database."""
        self._engine.dispose()
        for local in self.local.values():
            await local.close()


@asynccontextmanager
async def open_stage(url: str, folder: Path, *, strict: bool = True) -> AsyncIterator[Stage]:
    """A stage on this database. ``strict`` holds Telegram's requests against the Bot API schema."""
    clock = Clock(MORNING)
    local = {
        one: LocalMessenger(
            Dialect(one.value),
            TOKENS[one],
            now=clock.now,
            username="behinyar_bot",
            schema=DEFAULT_SCHEMA if strict else None,
        )
        for one in Messenger
    }
    application = web.Application()
    for one, server in local.items():
        application.add_routes(server.routes(f"/{one.value}"))
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stage = Stage(url, folder, clock, local, runner.addresses[0][1])
    try:
        yield stage
    finally:
        await stage.close()
        await runner.cleanup()


_RECEIPT = re.compile(r"BY-[0-9A-Z]{4}-[0-9A-Z]{4}|E-[0-9A-F]{6}")
_HOUR = re.compile(r"[۰-۹]{1,2}:[۰-۹]{2}")


def comparable(text: str) -> str:
    """A shown text without what differs from run to run: receipt codes and the hour."""
    return _HOUR.sub("#:#", _RECEIPT.sub("BY-####", text))
