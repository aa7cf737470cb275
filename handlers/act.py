"""What a handler is given beside the event: whose update it is, when it came, and the way to the models."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message
from sqlmodel import Session

from handlers.buttons import Tap
from handlers.screen import Button, Look, Screen
from models.bookkeeping import Visit
from models.people import AccountKey, Focus, Language, Messenger, set_focus
from models.received import Received

P = ParamSpec("P")
T = TypeVar("T")


def _own_word(button: Button) -> str:
    return button.label or button.key


def _unseen(screen: Screen, messenger: Messenger) -> Look:
    del screen, messenger
    return Look("", (), 0, 0)


class Db(Protocol):
    """``await db(action, ...)`` runs a model's action in the update's transaction, the same on both databases."""

    def __call__(
        self, action: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Awaitable[T]: ...


@dataclass(slots=True)
class Act:
    """One update of one person: the models, the account, and the instants by which lateness is judged."""

    db: Db
    visit: Visit
    received: Received
    vouches_for_contacts: bool
    now: datetime
    bot_name: str = ""
    start_link: str = ""
    links: Mapping[Messenger, str] = field(default_factory=dict)
    """The address that opens the bot with a ``{payload}``, on every messenger that is served and known by name."""
    label: Callable[[Button], str] = _own_word
    """How a button reads in the language of the account."""
    look: Callable[[Screen, Messenger], Look] = _unseen
    """How a screen would look on a messenger, in the language of the account."""

    @property
    def key(self) -> AccountKey:
        """The account on its messenger."""
        return self.visit.key

    @property
    def language(self) -> Language:
        """The language to speak."""
        return self.visit.language

    @property
    def person_id(self) -> int:
        """The proven person. Only conversations behind the proof may ask; raises LookupError before it."""
        if self.visit.person_id is None:
            raise LookupError("nobody is proven on this account")
        return self.visit.person_id

    async def focus(self, focus: Focus, draft_id: int | None = None) -> None:
        """A typed text is from now on an answer to this."""
        if (self.visit.focus, self.visit.draft_id) != (focus, draft_id):
            await self.db(set_focus, self.key, focus, draft_id)
            self.visit.focus, self.visit.draft_id = focus, draft_id


class Tapped(Filter):
    """Lets a tap of one kind through and hands it over unpacked as ``tap``. Behind the proof unless ``anybody``."""

    def __init__(self, kind: type[Tap], *, anybody: bool = False, **wanted: str | int) -> None:
        self.kind = kind
        self.anybody = anybody
        self.wanted = wanted
        self.start = kind.prefix + ":"

    async def __call__(self, callback: CallbackQuery, act: Act) -> bool | dict[str, Any]:
        data = callback.data or ""
        if not (data.startswith(self.start) or data == self.kind.prefix):
            return False
        if act.visit.person_id is None and not self.anybody:
            return False
        tap = self.kind.unpack(data)
        if tap is None or any(getattr(tap, name) != value for name, value in self.wanted.items()):
            return False
        return {"tap": tap}


class Awaiting(Filter):
    """Lets a message through while the account's typed texts answer this focus."""

    def __init__(self, focus: Focus) -> None:
        self.wanted = focus

    async def __call__(self, message: Message, act: Act) -> bool:  # noqa: ARG002 (the library's signature)
        return act.visit.focus == self.wanted
