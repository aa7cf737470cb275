"""Closes the network to tests: whatever would leave the machine fails loudly, naming where it wanted to go.

An audit hook sees every way through Python's `socket` module. Event loops written in C (uvloop) and other processes
are outside its sight.
"""

import ipaddress
import sys
from collections.abc import Iterator

import pytest


class BeyondLoopbackError(RuntimeError):
    """Not an OSError on purpose: code that retries after network errors must not swallow it."""


class _Guard:
    """Stands between the tests and the network while `closed`; an audit hook cannot be taken out again."""

    def __init__(self) -> None:
        self.closed = False
        self._hooked = False

    def close(self) -> None:
        if not self._hooked:
            sys.addaudithook(self._watch)
            self._hooked = True
        self.closed = True

    def _watch(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.closed:
            return
        if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
            address = arguments[1]
            # Addresses of Unix sockets are names of files; only internet addresses are pairs.
            host = address[0] if isinstance(address, tuple) and address else None
        elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
            host = arguments[0]
        else:
            return
        if not is_loopback(host):
            message = (
                f"A test wanted to leave the machine ({event} to {host!r}); only loopback and Unix sockets are open."
            )
            raise BeyondLoopbackError(message)


def is_loopback(host: object) -> bool:
    """Tell whether a host that is connected to or looked up stays on this machine."""
    name = host.decode() if isinstance(host, bytes) else host
    if name is None or name == "":
        return True
    if not isinstance(name, str):
        return False
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


_GUARD = _Guard()


@pytest.fixture(scope="session", autouse=True)
def loopback_only() -> Iterator[None]:
    """Closed from the first test to the last."""
    _GUARD.close()
    yield
    _GUARD.closed = False
