"""On which screen somebody was who is in trouble: codes of a place and of what it was about, nothing that was typed."""

import re
from collections.abc import Mapping
from typing import Final

from handlers.act import Act
from handlers.buttons import OpenSupport, Tap, kinds
from handlers.screen import Joined, Value, Word
from handlers.support.taps import NewTicket
from models.drafts import draft
from models.months import MonthField
from models.people import Focus
from models.support import Where
from models.units import RegistrationField

_OF_TAPS: Final[Mapping[str, str]] = {
    "h": "home",
    "ha": "home",
    "g": "help",
    "u": "unit",
    "rg": "registration",
    "ru": "registration",
    "ms": "months",
    "mo": "month",
    "mm": "month",
    "in": "inbox",
    "ip": "inbox",
    "ix": "inbox",
    "rv": "review",
    "dt": "review",
    "ck": "review",
    "ab": "review",
    "ok": "review",
    "sb": "review",
    "rj": "review",
    "hi": "review",
    "ev": "verdict",
    "lk": "look-up",
    "fd": "look-up",
    "su": "support",
    "tk": "support",
    "tl": "support",
    "td": "support",
    "tt": "support",
    "ax": "access",
    "axr": "access",
    "axo": "access",
    "axh": "access",
    "cv": "campaign",
    "cs": "commissions",
    "ci": "circulars",
    **dict.fromkeys(("cd", "cdl", "cdw", "cdo", "cdp", "cda", "cds", "cdn"), "circulars"),
    "ak": "circulars",
    "od": "unit",
    "or": "role",
    "oo": "offices",
    "ol": "offices",
    "pr": "reports",
    "pq": "reports",
    "pf": "reports",
    "pa": "papers",
    "pm": "papers",
}
"""Prefixes of taps and the screens that they lead to."""
_OF_FORMS: Final[Mapping[str, str]] = {
    "registration": "registration",
    "month": "month",
    **dict.fromkeys(("circular", "circular-place", "circular-time", "circular-question"), "circulars"),
    "return": "review",
    "reject": "review",
    "papers": "papers",
}
_NAMED: Final = frozenset({*_OF_TAPS.values(), "apology", "uses", "other"})
"""Places that have a message ``support-place-<place>``."""
_MUTE: Final = frozenset({"look-up"})
"""Where an expert was, no unit is named: nothing an expert does reaches a unit or its union (60/310637)."""
_FIELDS: Final = frozenset({*(one.value for one in RegistrationField), *(one.value for one in MonthField)})
_SUBJECT: Final = re.compile(r"(?:unit|month|access)-[0-9]{1,18}|E-[0-9A-F]{6}")
"""What a button may say that it is about: a thing by its id, or an apology by its reference."""


async def where(act: Act, asked: OpenSupport | NewTicket | None) -> Where:
    """The place that the button names; else the form that is being filled in; else the screen shown last."""
    if asked is not None and asked.place:
        return Where(_known(asked.place), _subject_of(asked.subject))
    if act.visit.focus is Focus.FORM and act.visit.draft_id is not None:
        half = await act.db(draft, act.person_id, act.visit.draft_id)
        if half is not None and half.form in _OF_FORMS:
            step = str(half.body.get("at") or "")
            return Where(_OF_FORMS[half.form], half.subject, step if step in _FIELDS else "")
    return tapped(act.visit.place or "")


def tapped(data: str) -> Where:
    """The screen that a tap with this data led to."""
    prefix = data.partition(":")[0]
    kind = kinds().get(prefix)
    tap = None if kind is None else kind.unpack(data)
    if tap is None:
        return Where("other" if data else "home")
    place = _OF_TAPS.get(prefix, "other")
    return Where(place, "" if place in _MUTE else _about(tap))


def _about(tap: Tap) -> str:
    """What a tap is about, where it carries the id of a unit, or of what is being reviewed."""
    unit = getattr(tap, "unit", None)
    if isinstance(unit, int) and unit:
        return f"unit:{unit}"
    kind, subject = getattr(tap, "kind", None), getattr(tap, "subject", None)
    return f"{kind}:{subject}" if isinstance(kind, str) and isinstance(subject, int) else ""


def written(found: Where) -> tuple[str, str]:
    """The place and the subject as a button carries them."""
    packed = found.subject.replace(":", "-")
    return found.place, packed if _SUBJECT.fullmatch(packed) else ""


def _subject_of(packed: str) -> str:
    if not _SUBJECT.fullmatch(packed):
        return ""
    return packed if packed.startswith("E-") else packed.replace("-", ":")


def _known(place: str) -> str:
    return place if place in _NAMED else "other"


def named(place: str, step: str = "") -> Value:
    """The name of a place, with the question of a form where that is known."""
    name = Word(f"support-place-{_known(place)}")
    return Joined((name, Word(f"field-{step}"))) if step in _FIELDS else name
