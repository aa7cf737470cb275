"""What the fixtures of tests/databases.py promise."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest

from tests.databases import run_migration
from tests.postgres import PostgresServer, postgres_server

ROOT = Path(__file__).parents[2]
HOLDS_A_SERVER = """
import sys
from tests.postgres import postgres_server
with postgres_server() as server:
    print(server.folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def template(postgres: PostgresServer) -> str:
    def prepare(url: str) -> None:
        with psycopg.connect(libpq(url)) as connection:
            connection.execute("CREATE TABLE unit (name text PRIMARY KEY)")

    return postgres.template("tooling_template", prepare)


def libpq(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")


def test_two_tests_do_not_see_each_other(postgres: PostgresServer, template: str) -> None:
    with postgres.database(template) as one, postgres.database(template) as other:
        with psycopg.connect(libpq(one)) as connection:
            connection.execute("INSERT INTO unit VALUES ('mine')")
        with psycopg.connect(libpq(other)) as connection:
            assert connection.execute("SELECT count(*) FROM unit").fetchone() == (0,)


def test_a_database_goes_with_its_test_although_somebody_is_connected(postgres: PostgresServer, template: str) -> None:
    with postgres.database(template) as url:
        connection = psycopg.connect(libpq(url))
    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT 1")
    connection.close()
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(libpq(url))


def test_a_template_that_failed_is_made_again(postgres: PostgresServer) -> None:
    def fail(_url: str) -> None:
        raise ZeroDivisionError

    def succeed(_url: str) -> None:
        return

    with pytest.raises(ZeroDivisionError):
        postgres.template("tooling_fails_once", fail)
    assert not postgres.has("tooling_fails_once")
    postgres.template("tooling_fails_once", succeed)
    assert postgres.has("tooling_fails_once")


def test_postgres_never_runs_as_root(postgres: PostgresServer) -> None:
    assert postmaster(postgres.folder).uids().real != 0


def test_a_durable_server_keeps_fsync() -> None:
    with postgres_server(durable=True, settings={"work_mem": "7MB"}) as server:
        folder = server.folder
        with psycopg.connect(server.dsn()) as connection:
            shown = [connection.execute(f"SHOW {name}").fetchone() for name in ("fsync", "work_mem")]
    assert shown == [("on",), ("7MB",)]
    assert not folder.exists()


def test_the_server_ends_with_a_killed_user() -> None:
    program = [sys.executable, "-c", HOLDS_A_SERVER]
    with subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as user:
        assert user.stdout is not None
        folder = Path(user.stdout.readline().strip())
        server = postmaster(folder)
        keeper = server.parent()
        assert keeper is not None
        os.kill(user.pid, signal.SIGKILL)
    psutil.wait_procs([server, keeper], timeout=20)
    assert not server.is_running()
    assert not folder.exists()


def test_migrations_may_be_asynchronous() -> None:
    seen: list[str] = []

    async def migrate(url: str) -> None:
        seen.append(url)

    run_migration(migrate, "sqlite:///one")
    run_migration(seen.append, "sqlite:///two")
    assert seen == ["sqlite:///one", "sqlite:///two"]


def postmaster(folder: Path) -> psutil.Process:
    return psutil.Process(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
