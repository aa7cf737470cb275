"""Runs one PostgreSQL server while anybody holds a shared lock on its folder's `users` file, then clears up.

The kernel lets go of a lock when its holder ends, however it ends: a test run that is killed leaves no server behind.
Only the standard library is used, so that the keeper starts at once. Called by `tests.postgres` alone:

    python postgres_keeper.py FOLDER UID:GID|- INITDB... -- POSTGRES...
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path


def keep(folder: Path, owner: str, initdb: list[str], postgres: list[str]) -> None:
    """Make a cluster and run its server as `owner` ("uid:gid", or "-" for ourselves) until nobody uses `folder`."""
    user, group = (int(part) for part in owner.split(":")) if owner != "-" else (None, None)
    groups: list[int] | None = None if user is None else []
    server = None
    if subprocess.run(initdb, cwd=folder, user=user, group=group, extra_groups=groups, check=False).returncode:
        print("FATAL:  initdb failed", flush=True)  # noqa: T201 - whoever waits for the server reads this in its log
    else:
        server = subprocess.Popen(postgres, cwd=folder, user=user, group=group, extra_groups=groups)
    with (folder / "users").open("rb") as users:
        fcntl.flock(users, fcntl.LOCK_EX)
        if server:
            stop(server)
        shutil.rmtree((folder / "data").resolve(), ignore_errors=True)  # may be a link into memory
        shutil.rmtree(folder, ignore_errors=True)


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server at once: what is kept here is thrown away."""
    server.send_signal(signal.SIGQUIT)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


if __name__ == "__main__":
    # Away from the terminal's group, so that Ctrl-C reaches the tests and not the server; and nobody has to reap us.
    if os.fork() == 0:
        os.setsid()
        # A shell that starts a run in the background ignores this signal, and the server would inherit its deafness.
        signal.signal(signal.SIGQUIT, signal.SIG_DFL)
        commands = sys.argv[3:]
        border = commands.index("--")
        keep(Path(sys.argv[1]), sys.argv[2], commands[:border], commands[border + 1 :])
