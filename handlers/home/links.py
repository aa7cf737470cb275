"""Links into the bot: ``/start`` with a payload, whose first letter says which room answers the rest.

The payload survives the proof of the phone number: somebody opens the link, shares the contact, and then sees what the
link leads to. A room adds its letter in ``handlers/routes.py``; the addresses stand in ``Act.links``.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from handlers.act import Act
from handlers.home.menu import home, leave_form, out_of_a_form
from handlers.screen import Ask, Part, Screen
from models import people
from models.values.problem import Problem

Links = Mapping[str, Callable[[Act, str], Awaitable[Screen]]]
"""By the letter before the first dash, who answers; called with the rest, behind the proof alone."""
MOST: Final = 64
"""Characters of a payload: letters, digits, dash and underscore (the messengers' own rule)."""


def _well_formed(payload: str) -> bool:
    return len(payload) <= MOST and payload.isascii() and payload.replace("-", "").replace("_", "").isalnum()


async def opened(act: Act, links: Links, payload: str) -> Screen:
    """Where the payload leads; before the proof it is kept and the number is asked for."""
    letter, _, rest = payload.partition("-")
    if not rest or letter not in links or not _well_formed(payload):
        return (await out_of_a_form(act)).with_note(Part("link-unknown"))
    if act.visit.person_id is None:
        await act.db(people.keep_start, act.key, payload)
        return Screen((Part("link-kept"), Part("contact-button")), ask=Ask.CONTACT)
    kept = await leave_form(act)
    return (await links[letter](act, rest)).with_note(kept)


async def arrived(act: Act, links: Links, note: Part | Problem) -> Screen:
    """After the proof: where the link leads with which the person came, else home; under this note."""
    payload = await act.db(people.take_start, act.key)
    return (await opened(act, links, payload)).with_note(note) if payload else await home(act, note)
