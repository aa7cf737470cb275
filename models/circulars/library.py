"""The library: everybody reads what was circulated, and the four letters beside it, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models.circulars import wordlist
from models.circulars.records import (
    Acknowledgement,
    Circular,
    CircularClass,
    CircularOpening,
    CircularProblem,
    CircularState,
)
from models.clock import now
from models.letters_corpus import LETTERS, Letter, LetterKey
from models.notices import Notice, NoticeState
from models.organisations import Office, OfficeKind
from models.values.problem import Problem
from models.values.sought import Sought, Term
from models.values.text import search_key

PAGE: Final = 6
_MOST_NUMBERS: Final = 500
_PLACES: Final = {key: -place for place, key in enumerate(LetterKey, 1)}
_KEYS: Final = {place: key for key, place in _PLACES.items()}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the library. ``id`` is negative for one of the four letters, whose sender has no ``office_kind``.

    ``issued`` is Gregorian.
    """

    id: int
    number: str
    issued: date
    subject: str
    office: str
    office_kind: OfficeKind | None
    grade: CircularClass
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of the library, the newest first; ``more``: there are older ones after the last."""

    entries: tuple[Entry, ...]
    more: bool


Cursor = tuple[date, int]
"""The entry after which a page goes on: its date and id."""
IS_PUBLIC: Final = col(Circular.started_at).is_not(None)
"""What has begun to be sent; drafts, what is scheduled and what was withdrawn before that are nobody's here."""
_COLUMNS: Final[tuple[Any, ...]] = (
    col(Circular.id),
    col(Circular.number),
    col(Circular.issued),
    col(Circular.subject),
    col(Office.name).label("office"),
    col(Office.kind).label("office_kind"),
    col(Circular.grade),
    col(Circular.state),
)


def letter_id(key: LetterKey) -> int:
    """By which id the library knows a letter."""
    return _PLACES[key]


def letter_of(entry_id: int) -> Letter | None:
    """The letter behind an id, if it is one of the four."""
    key = _KEYS.get(entry_id)
    return None if key is None else LETTERS[key]


def shelf(session: Session, after: Cursor | None = None) -> Shelf:
    """The newest circulars and letters, or those that come after this one."""
    return _page(session, sa.true(), LETTERS.values(), after)


def find(session: Session, sought: Sought, after: Cursor | None = None) -> Shelf:
    """What is looked for, the newest first: those whose number it is, else those in which every term is met."""
    if sought.number:
        numbers = col(Circular.number_key).contains(sought.number, autoescape=True)
        ids = (
            session.execute(sa.select(col(Circular.id)).where(numbers, IS_PUBLIC).limit(_MOST_NUMBERS)).scalars().all()
        )
        letters = [one for one in LETTERS.values() if sought.number in search_key(one.number)]
        if letters or ids:
            return _page(session, col(Circular.id).in_(ids), letters, after)
    letters = [one for one in LETTERS.values() if all(_meets(one, term) for term in sought.terms)]
    return _page(session, _condition(session, sought), letters, after)


def _condition(session: Session, sought: Sought) -> sa.ColumnElement[bool]:
    """The circulars that meet every term: by the list of words, by the date, and where neither helps by their texts."""
    known: frozenset[int] | None = None
    others: list[sa.ColumnElement[bool]] = []
    for term in sought.terms:
        there = wordlist.holding(session, term.key)
        if term.since is not None and term.until is not None:
            told = col(Circular.id).in_(there) if isinstance(there, frozenset) else there
            dated = col(Circular.issued).between(term.since, term.until)
            others.append(dated if told is None else sa.or_(dated, told))
        elif isinstance(there, frozenset):
            known = there if known is None else known & there
        else:
            others.append(_says(term) if there is None else there)
    return sa.and_(sa.true() if known is None else col(Circular.id).in_(known), *others)


def _says(term: Term) -> sa.ColumnElement[bool]:
    return col(Circular.search_key).contains(term.key, autoescape=True)


@cache
def _key_of(letter: LetterKey) -> str:
    one = LETTERS[letter]
    return search_key(" ".join((one.number, one.subject, one.sender, one.receiver, *one.parts.values())))


def _meets(one: Letter, term: Term) -> bool:
    if term.since is not None and term.until is not None and term.since <= one.date <= term.until:
        return True
    return term.key in _key_of(one.key)


def _page(session: Session, which: sa.ColumnElement[bool], letters: Iterable[Letter], after: Cursor | None) -> Shelf:
    place = sa.tuple_(col(Circular.issued), col(Circular.id))
    query = sa.select(*_COLUMNS).join(Office, col(Office.id) == col(Circular.office_id)).where(IS_PUBLIC, which)
    if after is not None:
        query = query.where(place < sa.tuple_(sa.literal(after[0], sa.Date), sa.literal(after[1], sa.BigInteger)))
    query = query.order_by(col(Circular.issued).desc(), col(Circular.id).desc()).limit(PAGE + 1)
    found = [_entry(row) for row in session.execute(query)]
    found += [one for one in map(_of_letter, letters) if after is None or (one.issued, one.id) < after]
    found.sort(key=lambda one: (one.issued, one.id), reverse=True)
    return Shelf(tuple(found[:PAGE]), len(found) > PAGE)


def _entry(row: sa.Row[Any]) -> Entry:
    withdrawn = row.state is CircularState.WITHDRAWN
    return Entry(row.id, row.number, row.issued, row.subject, row.office, row.office_kind, row.grade, withdrawn)


def _of_letter(one: Letter) -> Entry:
    return Entry(
        _PLACES[one.key], one.number, one.date, one.subject, one.sender, None, CircularClass.ORDINARY, withdrawn=False
    )


# ---- one of them ----


@dataclass(frozen=True, slots=True)
class Named:
    """Another circular that this one points to."""

    id: int
    number: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A circular as somebody reads it; ``pages`` is empty where only its withdrawal is told.

    ``received``: this person is one of its recipients; ``acknowledged_at``: since when it is said to be read.
    ``corrects`` was withdrawn and is put right by it; ``corrected_by`` puts it right.
    """

    entry: Entry
    pages: tuple[str, ...]
    attachment_key: str | None
    attachment_picture: bool
    changes: int
    received: bool
    acknowledged_at: datetime | None
    corrects: Named | None
    corrected_by: Named | None


_TOLD: Final = (NoticeState.SENT, NoticeState.UNCERTAIN)


def paper(session: Session, person_id: int, circular_id: int) -> Paper | Problem:
    """A public circular, opened by this person, which is noted once of a recipient.

    The text of a withdrawn one stays readable for those whom it reached; everybody else learns what corrects it.
    """
    query = (
        sa.select(
            *_COLUMNS,
            col(Circular.pages),
            col(Circular.attachment_key),
            col(Circular.attachment_picture),
            col(Circular.changes),
            col(Circular.corrects_id),
        )
        .join(Office, col(Office.id) == col(Circular.office_id))
        .where(col(Circular.id) == circular_id, IS_PUBLIC)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        return Problem(CircularProblem.UNKNOWN)
    told = session.execute(
        sa.select(col(Notice.state)).where(col(Notice.circular_id) == circular_id, col(Notice.person_id) == person_id)
    ).scalar_one_or_none()
    entry = _entry(row)
    if told is not None:
        _open(session, person_id, circular_id)
    shown = not entry.withdrawn or told in _TOLD
    read = session.get(Acknowledgement, (circular_id, person_id))
    return Paper(
        entry,
        tuple(row.pages) if shown else (),
        row.attachment_key if shown else None,
        row.attachment_picture,
        len(row.changes),
        told is not None,
        None if read is None else read.first_at,
        _named(session, col(Circular.id) == row.corrects_id) if row.corrects_id is not None else None,
        _named(session, col(Circular.corrects_id) == circular_id) if entry.withdrawn else None,
    )


def _named(session: Session, which: sa.ColumnElement[bool]) -> Named | None:
    query = sa.select(col(Circular.id), col(Circular.number)).where(which, IS_PUBLIC).order_by(col(Circular.id).desc())
    row = session.execute(query.limit(1)).one_or_none()
    return None if row is None else Named(row.id, row.number)


def _open(session: Session, person_id: int, circular_id: int) -> None:
    if session.get(CircularOpening, (circular_id, person_id)) is None:
        session.add(CircularOpening(circular_id=circular_id, person_id=person_id, first_at=now(session)))
        session.flush()
