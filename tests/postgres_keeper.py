"""Runs one PostgreSQL server while anybody holds a shared lock on its folder's `users` file, then clears up.

The kernel lets go of a lock when its holder ends, however it ends: a test run that is killed leaves no server behind.
Only the standard library is used, so that the keeper starts at once. Called by `tests.postgres` alone:

    python postgres_keeper.py FOLDER UID:GID|- COMMAND...
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path


def keep(folder: Path, owner: str, command: list[str]) -> None:
    """Run `command` as `owner` ("uid:gid", or "-" for ourselves) until nobody uses `folder`, then remove `folder`."""
    user, group = (int(part) for part in owner.split(":")) if owner != "-" else (None, None)
    server = subprocess.Popen(
        command, cwd=folder, user=user, group=group, extra_groups=None if user is None else [], stdin=subprocess.DEVNULL
    )
    with (folder / "users").open("rb") as users:
        fcntl.flock(users, fcntl.LOCK_EX)
        server.send_signal(signal.SIGQUIT)  # at once: what is kept here is thrown away
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    # Away from the terminal's group, so that Ctrl-C reaches the tests and not the server; and nobody has to reap us.
    if os.fork() == 0:
        os.setsid()
        keep(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
