"""The embedded database's own lock on a token: the system lets it go at the very moment that its process dies."""

import os
import sys
from pathlib import Path

if sys.platform != "win32":  # there the lease alone tells
    import fcntl


class TokenLock:
    """A lock file beside the database, one for each token; without a path nothing is locked."""

    def __init__(self, path: Path | None) -> None:
        self._path = None if sys.platform == "win32" else path
        self._file: int | None = None

    @property
    def tells(self) -> bool:
        """Whether holding it means that no other process carries on the token."""
        return self._path is not None

    def take(self) -> bool:
        """Take it, or keep it; False while another process has it."""
        if sys.platform == "win32" or self._path is None or self._file is not None:
            return True
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let it go; the file stays."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
