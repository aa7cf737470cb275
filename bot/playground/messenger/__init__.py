"""A messenger on this machine that speaks the Bot API as Telegram or as Bale, strictly.

``LocalMessenger`` serves the Bot API to the bot and gives tests and the playground's page the other side of it: people
who type, tap and share, and phones that show what the bot sent.
"""

from .dialects import Dialect, Refused
from .faults import Fault, FaultKind, Faults
from .files import StoredFile
from .local import LocalMessenger
from .pace import Counters
from .people import Chat, Key, Rows, SharedContact, ShownMessage, Toast, User
from .records import Call, Refusal, Tap
from .runs import Run
from .state import DEFAULT_SCHEMA

__all__ = [
    "DEFAULT_SCHEMA",
    "Call",
    "Chat",
    "Counters",
    "Dialect",
    "Fault",
    "FaultKind",
    "Faults",
    "Key",
    "LocalMessenger",
    "Refusal",
    "Refused",
    "Rows",
    "Run",
    "SharedContact",
    "ShownMessage",
    "StoredFile",
    "Tap",
    "Toast",
    "User",
]
