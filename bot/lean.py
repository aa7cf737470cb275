"""Libraries without what is not used of them, since every start waits for it.

At its import aiogram builds a validator for each of its six hundred types, which takes 100 MB and most of the time of a
start. A program that reads messages and callback queries, and sends plain JSON, needs two of them, and none of the
methods.
"""

import importlib
import sys
from types import ModuleType
from typing import Any, Final, Literal, Optional, TypeVar, Union

from pydantic import BaseModel

READ: Final = ("Message", "CallbackQuery")
_METHODS: Final = ("aiogram.methods", "aiogram.methods.base")
T = TypeVar("T")


class _Unread(ModuleType):
    """Stands for a module whose classes are named at the import of others, and not used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return T if name.endswith("Type") else type(name, (_Named,), {})


class _Named:
    """A class that is named in annotations alone."""

    def __class_getitem__(cls, _: object) -> type:
        return cls


def import_aiogram() -> ModuleType:
    """Aiogram's types, of which only those that are read can be used; all of them when it was imported before.

    Its ``Bot`` knows no method then, and sends nothing.
    """
    if "aiogram.types" in sys.modules:
        return sys.modules["aiogram.types"]
    build = BaseModel.__dict__["model_rebuild"]
    setattr(BaseModel, "model_rebuild", staticmethod(_leave))  # noqa: B010 (mypy would not have it assigned)
    sys.modules.update({name: _Unread(name) for name in _METHODS})
    try:
        types = importlib.import_module("aiogram.types")
    finally:
        setattr(BaseModel, "model_rebuild", build)  # noqa: B010 (as above)
        for name in _METHODS:
            del sys.modules[name]
    # The names that aiogram's annotations use, as its own package puts them together.
    names = {"List": list, "Optional": Optional, "Union": Union, "Literal": Literal}
    default = importlib.import_module("aiogram.client.default").Default
    known: dict[str, Any] = {**names, "Default": default, **{name: getattr(types, name) for name in types.__all__}}
    for name in READ:
        known[name].model_rebuild(_types_namespace=known)
    return types


def import_structlog() -> None:
    """Structlog without rich, which it would read for coloured traces; these may hold data and are never written."""
    if "structlog" in sys.modules or "rich" in sys.modules:
        return
    sys.modules["rich"] = None  # type: ignore[assignment]  # how Python says that there is none
    try:
        importlib.import_module("structlog")
    finally:
        del sys.modules["rich"]


def _leave(**_: object) -> None:
    """Build nothing yet."""
