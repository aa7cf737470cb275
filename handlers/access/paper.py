"""The union's ready letter, in our own words: a draft without administrative value until a secretariat registers it."""

from typing import Final

from handlers.access.taps import ReadyLetter, WriteLetter
from handlers.act import Act
from handlers.buttons import OpenAccess
from handlers.home import HOME
from handlers.screen import Button, Code, File, Part, Screen, Value
from handlers.sources import source
from models.access import RequestCard
from models.letters import ACCESS_CHAIN, cite
from models.organisations import Hat

_LINES: Final = (
    "draft",
    "to",
    "from",
    "subject",
    "greeting",
    "body",
    "name",
    "no-password",
    "closing",
    "sign",
    "draft",
)
_FILE: Final = "letter.txt"
_BYTE_ORDER: Final = "\ufeff"
"""So that Windows reads the file as what it is."""


def as_text(hat: Hat, card: RequestCard) -> Screen:
    """The letter to copy, and what comes after it."""
    write = Button(WriteLetter(hat.role_id, "union", card.id, card.revision), "button-access-number")
    file = Button(ReadyLetter(hat.role_id, card.id, 1), "button-access-file")
    back = Button(OpenAccess(hat.role_id), "button-back")
    parts = (*_parts(card), Part("access-paper-then"))
    return Screen(parts, ((write,), (file,), (back, HOME)))


def as_file(act: Act, hat: Hat, card: RequestCard) -> Screen:
    """The same as a file to print or to paste."""
    lines = [act.label(Button(None, part.key, part.values)) for part in _parts(card)]
    body = _BYTE_ORDER + "\r\n".join(lines) + "\r\n"
    write = Button(WriteLetter(hat.role_id, "union", card.id, card.revision), "button-access-number")
    back = Button(OpenAccess(hat.role_id), "button-back")
    parts = (Part("access-paper-file"), Part("access-paper-then"))
    return Screen(parts, ((write,), (back, HOME)), file=File(_FILE, body.encode()))


def _parts(card: RequestCard) -> tuple[Part, ...]:
    values: dict[str, dict[str, Value]] = {
        "to": {"county": card.county},
        "from": {"union": card.union},
        "body": {"province": card.province, "source": source(cite(ACCESS_CHAIN))},
        "name": {"name": Code(card.user_name)},
    }
    return tuple(Part(f"access-paper-{line}", values.get(line, {})) for line in _LINES)
