"""What tests/sockets.py promises."""

import asyncio
import socket
import threading

import pytest

from tests.sockets import BeyondLoopbackError, is_loopback

OUTSIDE = "192.0.2.1"  # reserved for documentation: nobody answers there


def test_connecting_beyond_the_machine_fails_loudly() -> None:
    with socket.socket() as client, pytest.raises(BeyondLoopbackError, match=OUTSIDE):
        client.connect((OUTSIDE, 443))
    with socket.socket() as client, pytest.raises(BeyondLoopbackError):
        client.connect_ex((OUTSIDE, 443))
    with socket.socket(type=socket.SOCK_DGRAM) as client, pytest.raises(BeyondLoopbackError):
        client.sendto(b"", (OUTSIDE, 53))


def test_looking_up_a_name_fails_loudly() -> None:
    with pytest.raises(BeyondLoopbackError, match=r"messenger\.example"):
        socket.getaddrinfo("messenger.example", 443)


async def test_the_event_loop_is_guarded_too() -> None:
    with pytest.raises(BeyondLoopbackError):
        await asyncio.open_connection(OUTSIDE, 443)
    with pytest.raises(BeyondLoopbackError):
        await asyncio.open_connection("messenger.example", 443)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_loopback_is_open(name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        answering = threading.Thread(target=close_first_caller, args=[server])
        answering.start()
        socket.create_connection((name, server.getsockname()[1])).close()
        answering.join()


def close_first_caller(server: socket.socket) -> None:
    caller, _ = server.accept()
    caller.close()


@pytest.mark.parametrize("host", ["::1", b"localhost", "a.localhost", "::1%lo", None, ""])
def test_names_of_this_machine(host: object) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["localhost.example", "10.0.0.1", "::2", b"messenger.example", 7])
def test_names_of_others(host: object) -> None:
    assert not is_loopback(host)
