"""On what was measured, and when."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from pathlib import Path


def machine() -> str:
    """Cores, processor, Python, operating system, in a line."""
    return (
        f"{os.cpu_count()} cores ({_processor()}), Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.release()}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown"
    found = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return found or platform.processor() or "unknown"


def today() -> str:
    """The day of the measurement; a rehearsal's clock would be of no use here."""
    return f"{datetime.now(UTC):%Y-%m-%d}"


def load() -> str:
    """How busy the machine was with other things too: the load averages."""
    return ", ".join(f"{one:.2f}" for one in os.getloadavg())
