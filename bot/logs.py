"""Structured logs: one JSON line an event, never a token, a phone number or a national id.

What libraries log, and Python's warnings, come in the same form.
"""

import logging
import math
import re
import sys
import time
from collections.abc import Callable, MutableMapping
from typing import Any, Final

import structlog

_TOKEN = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{10,}")
_LONG_NUMBER = re.compile(r"(?<![\w.-])\+?\d{10,12}(?![\w-])")
_DEEPEST: Final = 8
LASTING: Final = frozenset(
    {
        "delivery stumbles",
        "going round waits",
        "listening is not recorded",
        "marks wait",
        "taking up waits",
        "tending waits",
        "the calendar stumbles",
        "tidying waits",
    }
)
"""Events of loops that try again every second or two, as long as the trouble lasts."""


def masked(text: str) -> str:
    """The text without what looks like a token, a phone number or an id of ten to twelve digits."""
    return _LONG_NUMBER.sub("<number>", _TOKEN.sub("<token>", text))


def where(error: BaseException) -> list[str]:
    """The places in the trace of an error: file and line, never a value."""
    places: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{'/'.join(code.co_filename.split('/')[-2:])}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-_DEEPEST:]


def _mask(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in event.items():
        if isinstance(value, str) and name != "timestamp":
            event[name] = masked(value)
    return event


def _trace(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """An error by its name and its places: its own words and its frames may hold what people typed."""
    given = event.pop("exc_info", None)
    event.pop("stack_info", None)
    found = given if isinstance(given, BaseException) else (given if isinstance(given, tuple) else sys.exc_info())[1]
    if given and isinstance(found, BaseException):
        event.setdefault("error", type(found).__name__)
        event.setdefault("where", where(found))
    return event


def lasting(seconds: float = 60.0, clock: Callable[[], float] = time.monotonic) -> Any:
    """A processor that says of a trouble which lasts (a database that is away) at most once in so many seconds.

    What is told is how often it was met meanwhile. By the event's name, its error and its messenger.
    """
    told: dict[tuple[str, ...], tuple[float, int]] = {}

    def thin(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        if event["event"] not in LASTING:
            return event
        key = tuple(str(event.get(name, "")) for name in ("event", "error", "messenger"))
        at, unsaid = told.get(key, (-math.inf, 0))
        if clock() - at < seconds:
            told[key] = at, unsaid + 1
            raise structlog.DropEvent
        told[key] = clock(), 0
        if unsaid:
            event["times"] = unsaid + 1
        return event

    return thin


def _first_line(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Libraries put reprs and pieces of source on further lines."""
    event["event"] = next(iter(str(event["event"]).splitlines()), "")
    return event


_OURS: Final[tuple[Any, ...]] = (
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso"),
    _trace,
    _mask,
)


def _renderer(*, readable: bool) -> Any:
    return structlog.dev.ConsoleRenderer(colors=False) if readable else structlog.processors.JSONRenderer()


def formatter(*, readable: bool = False) -> logging.Formatter:
    """What gives libraries' records the form of our own events."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_logger_name, _first_line, *_OURS],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _renderer(readable=readable)],
    )


def set_up(level: str = "INFO", *, readable: bool = False) -> None:
    """Logs go to standard error; ``readable`` for a person at a terminal, JSON otherwise."""
    number = logging.getLevelName(level.upper())
    number = number if isinstance(number, int) else logging.INFO
    structlog.configure(
        processors=[lasting(), *_OURS, _renderer(readable=readable)],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter(readable=readable))
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
