"""Requests held against the Bot API schema that ships in aiogram's source distribution."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import orjson


class BotApiSchema:
    """Methods, parameters and types of the Bot API."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.version = str(document["api"]["version"])

    @classmethod
    def load(cls, path: Path) -> Self | None:
        """The schema in this file; None when there is no such file."""
        return cls(orjson.loads(path.read_bytes())) if path.is_file() else None

    def check(self, method: str, params: Mapping[str, Any], attachments: Mapping[str, object]) -> None:
        """Raises Refused when a request does not fit."""
