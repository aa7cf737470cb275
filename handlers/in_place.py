"""Which body decided, and why in whose place: said on the unit's notice, on the union's and on the card."""

from handlers.screen import Part, Value, Word
from handlers.sources import source
from models.letters import Citation, Setting
from models.reviews import Ground, InPlace


def standing_in(in_place: InPlace) -> Part:
    """Said to the officer before a decision: in whose place it is taken, and why."""
    return _why("review-in-place", in_place.ground, in_place.union, in_place.days, in_place.source)


def stood_in(ground: Ground, union: str, days: int, rests_on: Citation | Setting) -> Part:
    """Said to the unit and to the union after it."""
    return _why("notice-in-place", ground, union, days, rests_on)


def _why(key: str, ground: Ground, union: str, days: int, rests_on: Citation | Setting) -> Part:
    values: dict[str, Value] = {"union": union, "source": source(rests_on)}
    if ground is Ground.SILENT:
        values["days"] = days
    return Part(f"{key}-{ground.value}", values)


def named(name: str | None) -> Value:
    """An approver by name, or as one whose name is not known."""
    return Word("conflict-nameless") if name is None else name
