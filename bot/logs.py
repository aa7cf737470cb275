"""Structured logs: one JSON line an event, never a token, a phone number or a national id."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_TOKEN = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{10,}")
_LONG_NUMBER = re.compile(r"(?<![\w.-])\+?\d{10,12}(?![\w-])")


def masked(text: str) -> str:
    """The text without what looks like a token, a phone number or an id of ten to twelve digits."""
    return _LONG_NUMBER.sub("<number>", _TOKEN.sub("<token>", text))


def _mask(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in event.items():
        if isinstance(value, str) and name != "timestamp":
            event[name] = masked(value)
    return event


class _Masked(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


def set_up(level: str = "INFO", *, readable: bool = False) -> None:
    """Logs go to standard error; ``readable`` for a person at a terminal, JSON otherwise."""
    number = logging.getLevelName(level.upper())
    number = number if isinstance(number, int) else logging.INFO
    renderer: Any = structlog.dev.ConsoleRenderer(colors=False) if readable else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            _mask,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Masked("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[handler], force=True)
