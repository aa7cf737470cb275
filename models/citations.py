"""Where something stands: a clause of a letter or of a circular, or a setting; and how a notice keeps that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.letters_corpus import LETTERS, Clause


@dataclass(frozen=True, slots=True)
class CircularClause:
    """A clause of a circular by its place, from 1; 0: the circular as a whole. ``str()`` gives ``C12/3``."""

    circular: int
    place: int

    def __str__(self) -> str:
        return f"C{self.circular}/{self.place}"


def read_clause(written: str) -> Clause | CircularClause:
    """The clause that ``str()`` wrote. Raises ValueError for anything else."""
    whole, parted, place = written.partition("/")
    if whole[:1] == "C" and whole[1:].isdecimal() and parted and place.isdecimal():
        return CircularClause(int(whole[1:]), int(place))
    return Clause.read(written)


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited. ``number`` as printed (60/310637), ``date`` Gregorian, ``summary`` in Persian.

    Of a circular they are as they were when a rule was set by it: a circular does not change after its release.
    """

    clause: Clause | CircularClause
    number: str
    date: date
    summary: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that no letter gives. ``scope``: the office's name, None the country; ``default``: nobody has set it."""

    scope: str | None
    valid_from: date | None
    default: bool


def cite(clause: Clause) -> Citation:
    """A part of a letter with number, date and what it says. Raises KeyError for a part that the letter has not."""
    whole = LETTERS[clause.letter]
    return Citation(clause, whole.number, whole.date, whole.parts[clause.part])


def kept(source: Citation | Setting) -> dict[str, str | int]:
    """What a rule rests on as plain facts of a notice; :func:`reread` makes it whole again."""
    if isinstance(source, Citation):
        named = {"clause": str(source.clause)}
        if isinstance(source.clause, Clause):
            return {**named}
        return {**named, "clause-number": source.number, "clause-date": source.date.isoformat()}
    begins = source.valid_from.isoformat() if source.valid_from else ""
    return {"scope": source.scope or "", "valid-from": begins}


def reread(facts: Mapping[str, str | int]) -> Citation | Setting:
    """What :func:`kept` wrote down, of a circular without its text. LookupError or ValueError for anything else."""
    if "clause" in facts:
        clause = read_clause(str(facts["clause"]))
        if isinstance(clause, Clause):
            return cite(clause)
        return Citation(clause, str(facts["clause-number"]), date.fromisoformat(str(facts["clause-date"])), "")
    begins, scope = str(facts["valid-from"]), str(facts["scope"])
    return Setting(scope or None, date.fromisoformat(begins) if begins else None, default=not begins)
