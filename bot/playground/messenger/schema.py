"""Requests held against the Bot API schema that ships in aiogram's source distribution.

The file lists every method and type with its fields; a type without fields is a union of the types that its description
names. Only the shape is checked here (names, what must be there, types, fixed values); lengths and the like are the
business of the hand-written rules.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from .dialects import malformed
from .parameters import Upload

# What is wrong with a value, or None.
Misfit = str | None
Check = Callable[[Any, str], Misfit]

_MEMBERS = re.compile(r'<li><a href="#([a-z0-9]+)">')
_FIXED = re.compile(r"(?:must be|always) (?:<em>|“|\")([a-z_0-9]+)(?:</em>|”|\")")


class BotApiSchema:
    """Methods, parameters and types of the Bot API of one ``version``."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        entries = [entry for group in document["items"] for entry in group["children"]]
        self.version = str(document["api"]["version"])
        self._types = {entry["name"]: entry for entry in entries if entry["category"] == "types"}
        self._names = {entry["anchor"]: entry["name"] for entry in entries}
        self._methods = {entry["name"]: entry for entry in entries if entry["category"] == "methods"}
        self._checks: dict[str, Check] = {
            "Integer": _integer,
            "Float": _float,
            "Boolean": _boolean,
            "True": _true,
            "String": _string,
            "InputFile": _file,
        }
        self._objects: dict[str, Check] = {}

    @staticmethod
    def load(path: Path) -> "BotApiSchema | None":
        """The schema in this file; None when there is no such file."""
        return _loaded(path.resolve(), path.stat().st_mtime_ns) if path.is_file() else None

    def __contains__(self, method: str) -> bool:
        return method in self._methods

    def parameters(self, method: str) -> frozenset[str]:
        """The names of a method's parameters."""
        return frozenset(field["name"] for field in self._methods[method]["annotations"])

    def check(self, method: str, params: Mapping[str, Any]) -> None:
        """Raises Refused when a request (objects decoded, numbers as numbers) does not fit."""
        misfit = self.misfit(method, params)
        if misfit is not None:
            raise malformed(f"does not fit Bot API {self.version}: {misfit}")

    def misfit(self, method: str, params: Mapping[str, Any]) -> Misfit:
        """What is wrong with a request, or None."""
        if method not in self._methods:
            return f"no method {method}"
        return self._object(method, self._methods[method])(params, method)

    def _object(self, name: str, entry: Mapping[str, Any]) -> Check:
        """The check of an object with fields; made when it is first wanted."""
        if name not in self._objects:
            fields = {
                field["name"]: self._field(field.get("type", "String"), field.get("html_description", ""))
                for field in entry["annotations"]
            }
            required = tuple(field["name"] for field in entry["annotations"] if field["required"])
            self._objects[name] = _fields(fields, required)
        return self._objects[name]

    def _field(self, kind: str, description: str) -> Check:
        fixed = _FIXED.search(description)
        return _constant(fixed[1]) if kind == "String" and fixed is not None else self._check(kind)

    def _check(self, kind: str) -> Check:
        if kind not in self._checks:
            self._checks[kind] = self._made(kind)
        return self._checks[kind]

    def _made(self, kind: str) -> Check:
        if kind.startswith("Array of "):
            return _array(self._check(kind.removeprefix("Array of ")))
        members = re.split(r" or |, | and ", kind)
        if len(members) > 1:
            return _union(kind, [self._check(member) for member in members])
        return self._type(kind, self._types[kind])

    def _type(self, kind: str, entry: Mapping[str, Any]) -> Check:
        """The check of a named type. Types name each other in circles, so it is made when a value comes."""
        members = [] if entry["annotations"] else _MEMBERS.findall(entry["html_description"])

        def check(value: Any, at: str) -> Misfit:
            if members:
                return self._check(" or ".join(self._names[member] for member in members))(value, at)
            return self._object(kind, entry)(value, at)

        return check


@cache
def _loaded(path: Path, _changed: int) -> BotApiSchema:
    return BotApiSchema(orjson.loads(path.read_bytes()))


def _fields(fields: Mapping[str, Check], required: tuple[str, ...]) -> Check:
    def check(value: Any, at: str) -> Misfit:
        if not isinstance(value, Mapping):
            return f"{at}: an object expected"
        for name in required:
            if name not in value:
                return f"{at}.{name} is missing"
        for name, given in value.items():
            field = fields.get(name)
            if field is None:
                return f"{at}.{name} is unknown"
            misfit = field(given, f"{at}.{name}")
            if misfit is not None:
                return misfit
        return None

    return check


def _array(item: Check) -> Check:
    def check(value: Any, at: str) -> Misfit:
        if not isinstance(value, list):
            return f"{at}: an array expected"
        for number, given in enumerate(value):
            misfit = item(given, f"{at}[{number}]")
            if misfit is not None:
                return misfit
        return None

    return check


def _union(kind: str, members: list[Check]) -> Check:
    def check(value: Any, at: str) -> Misfit:
        misfits = []
        for member in members:
            misfit = member(value, at)
            if misfit is None:
                return None
            misfits.append(misfit)
        # The member that was meant is the one that the value fits deepest.
        return f"{at} fits none of {kind}: {max(misfits, key=_depth)}"

    return check


def _depth(misfit: str) -> tuple[bool, int, int]:
    return ".type: " not in misfit, misfit.count("["), misfit.count(".")


def _constant(fixed: str) -> Check:
    return lambda value, at: None if value == fixed else f"{at}: {fixed} expected"


def _integer(value: Any, at: str) -> Misfit:
    return None if isinstance(value, int) and not isinstance(value, bool) else f"{at}: an integer expected"


def _float(value: Any, at: str) -> Misfit:
    return None if isinstance(value, (int, float)) and not isinstance(value, bool) else f"{at}: a number expected"


def _boolean(value: Any, at: str) -> Misfit:
    return None if isinstance(value, bool) else f"{at}: a truth value expected"


def _true(value: Any, at: str) -> Misfit:
    return None if value is True else f"{at}: true expected"


def _string(value: Any, at: str) -> Misfit:
    return None if isinstance(value, str) else f"{at}: a text expected"


def _file(value: Any, at: str) -> Misfit:
    return None if isinstance(value, Upload) else f"{at}: a file expected"
