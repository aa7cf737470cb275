"""Logs: libraries' lines look like our own, and hold no secret and nobody's words."""

import json
import logging
import sys
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot import logs

SECRETS = ("1001:telegram-token-of-a-rehearsal", "09125556677", "0499370899")


def _line(message: str, *, broken: bool = False, **kwargs: object) -> dict[str, Any]:
    trace: Any = None
    if broken:
        try:
            int(f"what somebody typed {SECRETS}")
        except ValueError:
            trace = sys.exc_info()
    record = logging.LogRecord(
        "aiohttp.server", logging.ERROR, __file__, 1, message, (kwargs,) if kwargs else (), trace
    )
    written = logs.formatter().format(record)
    assert "\n" not in written
    told: dict[str, Any] = json.loads(written)
    return told


def test_a_librarys_line_is_an_event_like_our_own() -> None:
    told = _line("Error handling %(what)s", what="request")
    assert told.pop("timestamp")
    assert told == {"event": "Error handling request", "logger": "aiohttp.server", "level": "error"}


def test_a_librarys_line_holds_no_secret_and_no_trace() -> None:
    told = _line("\n".join((f"Failed: {' '.join(SECRETS)}", "future: <Task exception=…>")), broken=True)
    assert told["event"] == "Failed: <token> <number> <number>"
    assert told["error"] == "ValueError"
    assert told["where"][-1].startswith("tests/test_logs.py:")
    assert "typed" not in json.dumps(told)


def test_a_trouble_that_lasts_is_said_at_once_and_then_now_and_then() -> None:
    at = 100.0
    thin = logs.lasting(60.0, lambda: at)
    event = {"event": "delivery stumbles", "error": "OperationalError", "messenger": "bale"}
    assert thin(None, "warning", dict(event)) == event
    for _ in range(3):
        with pytest.raises(structlog.DropEvent):
            thin(None, "warning", dict(event))
    other = event | {"messenger": "telegram"}
    assert thin(None, "warning", dict(other)) == other
    for _ in range(2):  # what happens to one person is said each time
        assert thin(None, "warning", {"event": "update failed"}) == {"event": "update failed"}
    at += 59
    with pytest.raises(structlog.DropEvent):
        thin(None, "warning", dict(event))
    at += 1
    assert thin(None, "warning", dict(event)) == event | {"times": 5}
    at += 60
    assert thin(None, "warning", dict(event)) == event


def test_what_is_thinned_out_is_said_somewhere() -> None:
    source = "".join(path.read_text() for path in (Path(logs.__file__).parent).rglob("*.py") if path.name != "logs.py")
    assert not [name for name in logs.LASTING if f'"{name}"' not in source]


def test_a_person_reads_the_same_at_a_terminal() -> None:
    record = logging.LogRecord("asyncio", logging.WARNING, __file__, 1, "slow", (), None)
    assert "slow" in logs.formatter(readable=True).format(record)
