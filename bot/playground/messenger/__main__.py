"""``python -m bot.playground.messenger``: the local messenger as a process of its own.

Prints one line of JSON with its addresses when it is ready (``api`` is the root before ``/bot<token>``), and ends on
SIGTERM or SIGINT.
"""

import argparse
import asyncio
import gc
import signal
import sys

import orjson
from aiohttp import web

from models.clock import Clock

from .control import Control
from .dialects import Dialect
from .faults import Fault, FaultKind
from .local import LocalMessenger
from .state import DEFAULT_SCHEMA


def options(arguments: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bot.playground.messenger", description=__doc__)
    parser.add_argument("--dialect", choices=list(Dialect), default=Dialect.TELEGRAM, type=Dialect)
    parser.add_argument("--token", default="123456789:local")
    parser.add_argument("--username", default="behinyar_bot")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="of the Bot API; 0 takes a free one")
    parser.add_argument("--control-port", type=int, default=0, help="of the people's side; 0 takes a free one")
    parser.add_argument("--no-schema", action="store_true", help="do not hold requests against the Bot API schema")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before every answer but getUpdates")
    parser.add_argument("--seed", type=int, default=0, help="of the chance in faults")
    parser.add_argument("--first-update-id", type=int, default=None)
    return parser.parse_args(arguments)


async def serve(given: argparse.Namespace) -> None:
    """Serves until a signal comes."""
    messenger = LocalMessenger(
        given.dialect,
        given.token,
        now=Clock().now,
        username=given.username,
        schema=None if given.no_schema else DEFAULT_SCHEMA,
        seed=given.seed,
        first_update_id=given.first_update_id,
    )
    if given.latency:
        messenger.faults.add(Fault(FaultKind.SLOW, seconds=given.latency))
    control = web.AppRunner(Control(messenger).application(), access_log=None, shutdown_timeout=0.2)
    await control.setup()
    await web.TCPSite(control, given.host, given.control_port).start()
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with messenger.serve(given.host, given.port) as root:
        addresses = {"api": root, "control": f"http://{given.host}:{control.addresses[0][1]}", "token": given.token}
        sys.stdout.write(orjson.dumps(addresses).decode() + "\n")
        sys.stdout.flush()
        gc.freeze()
        await stop.wait()
    await control.cleanup()


def main() -> None:
    """The command."""
    given = options(sys.argv[1:])
    if sys.platform == "win32":
        asyncio.run(serve(given))
    else:
        import uvloop  # noqa: PLC0415 - there is none on Windows

        uvloop.run(serve(given))


if __name__ == "__main__":
    main()
