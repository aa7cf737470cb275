"""The desk of an office that issues circulars: its list, the card of one, the places that an audience can name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import orm
from sqlmodel import Session, col, select

from models import contents, organisations, people
from models.circulars import changes
from models.circulars.audience import Audience
from models.circulars.records import (
    IS_ASKED,
    Circular,
    CircularClass,
    CircularProblem,
    CircularState,
    Level,
    Passing,
    PauseReason,
)
from models.circulars.releasing import waits
from models.clock import now
from models.notices import Notice, NoticeState
from models.organisations import DEEDS, Deed, Hat, Office, OfficeKind
from models.people import Person
from models.values.problem import Problem
from models.values.text import search_key
from models.vault import vault

LISTED: Final = 6
PLACES: Final = 20
_BESIDE: Final = frozenset({OfficeKind.CHAMBER, OfficeKind.COMMISSION})
UNREACHED: Final = (NoticeState.PARKED, NoticeState.REFUSED, NoticeState.UNCERTAIN, NoticeState.RETRY)


class Standing(StrEnum):
    """How a circular stands for those who send it; named by the message ``standing-<standing>``."""

    DRAFT = "draft"
    ASKED = "asked"
    SCHEDULED = "scheduled"
    PLANNING = "planning"
    TRYING = "trying"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPED = "stopped"
    """It rests by itself, since too many were not reached."""
    WITHDRAWING = "withdrawing"
    WITHDRAWN = "withdrawn"
    DONE = "done"


class Pile(StrEnum):
    """What the desk lists; named by the message ``circular-pile-<pile>``."""

    OPEN = "open"
    """The own office's drafts and whatever is under way."""
    ENDED = "ended"
    RELEASE = "release"
    """What waits for this very person to release it: of the own office and of those below it."""


def standing_of(row: Any, at: datetime) -> Standing:  # noqa: PLR0911 (one a standing)
    """How a row of ``circulars`` stands."""
    match row.state:
        case CircularState.DRAFT:
            return Standing.DRAFT if row.release_asked_at is None else Standing.ASKED
        case CircularState.DONE:
            return Standing.DONE
        case CircularState.WITHDRAWN:
            return Standing.WITHDRAWN if row.ended_at is not None else Standing.WITHDRAWING
    if row.paused_for in {PauseReason.TRIAL_FAILED, PauseReason.MANY_FAULTS}:
        return Standing.STOPPED
    if row.paused_for is not None:
        return Standing.PAUSED
    if row.starts_at is not None and row.starts_at > at:
        return Standing.SCHEDULED
    return Standing(row.state.value)


@dataclass(frozen=True, slots=True)
class CircularLine:
    """A circular in a list. ``office_name`` is empty for the own office."""

    id: int
    number: str
    subject: str
    standing: Standing
    office_name: str


@dataclass(frozen=True, slots=True)
class CircularPage:
    """A page of a pile, the newest first; ``next``: before which circular the next begins."""

    lines: tuple[CircularLine, ...]
    next: int | None


def listed(session: Session, hat: Hat, pile: Pile, before: int = 0, limit: int = LISTED) -> CircularPage | Problem:
    """A page of the circulars of the office of the role, or of those that wait for its wearer."""
    live = organisations.acting(session, hat, Deed.ISSUE_CIRCULAR, hat.office_id)
    if isinstance(live, Problem):
        return live
    query = sa.select(Circular, col(Office.name)).join(Office, col(Office.id) == col(Circular.office_id))
    query = query.where(*_of_pile(live, pile))
    if before:
        query = query.where(col(Circular.id) < before)
    rows = session.execute(query.order_by(col(Circular.id).desc()).limit(limit + 1)).all()
    at = now(session)
    lines = tuple(
        CircularLine(
            row.id, row.number, row.subject, standing_of(row, at), "" if row.office_id == live.office_id else name
        )
        for row, name in rows[:limit]
    )
    return CircularPage(lines, lines[-1].id if len(rows) > limit else None)


def _of_pile(live: Hat, pile: Pile) -> tuple[Any, ...]:
    match pile:
        case Pile.RELEASE:
            return (
                IS_ASKED,
                col(Circular.author_id).not_in(live.persons),
                organisations.covers(live, Deed.ISSUE_CIRCULAR),
            )
        case Pile.ENDED:
            return col(Circular.office_id) == live.office_id, col(Circular.ended_at).is_not(None)
        case Pile.OPEN:
            return col(Circular.office_id) == live.office_id, col(Circular.ended_at).is_(None)


def piles(session: Session, hat: Hat) -> Mapping[Pile, bool]:
    """Which piles hold anything."""
    found = {pile: listed(session, hat, pile, limit=1) for pile in Pile}
    return {pile: not isinstance(page, Problem) and bool(page.lines) for pile, page in found.items()}


def hat_for(session: Session, person_id: int, circular_id: int, worn: int | None) -> Hat | Problem:
    """The role in which somebody acts on a circular: one of its own office, else the worn one, else the first."""
    office_id = session.execute(
        sa.select(col(Circular.office_id)).where(col(Circular.id) == circular_id)
    ).scalar_one_or_none()
    if office_id is None:
        return Problem(CircularProblem.UNKNOWN)
    held = organisations.hats(session, person_id)
    may = [hat for hat in held if organisations.may(session, hat, Deed.ISSUE_CIRCULAR, office_id)]
    if not may:
        return Problem(CircularProblem.UNKNOWN)
    # A role above releases and stops; only one of the own office writes as well.
    return min(may, key=lambda hat: (hat.office_id != office_id, hat.role_id != worn))


@dataclass(frozen=True, slots=True)
class Place:
    """An office that an audience can name, with the one above it."""

    id: int
    name: str
    kind: OfficeKind
    above: str


@dataclass(frozen=True, slots=True)
class DeskCard:
    """One circular as those see it who send it. ``own``: it is one's own words; ``writes``: one may change them.

    ``waits``: it is released, waits for its hour, and nothing has begun.
    ``reach_id``: the office whose people and units are meant when no place is named.
    """

    id: int
    revision: int
    number: str
    issued: date
    subject: str
    summary: str
    clauses: tuple[str, ...]
    pages: int
    grade: CircularClass
    passing: Passing
    audience: Audience
    places: tuple[Place, ...]
    reach_id: int
    office_id: int
    office_name: str
    office_kind: OfficeKind
    author: str
    standing: Standing
    own: bool
    writes: bool
    counted: int
    starts_at: datetime | None
    waits: bool
    attachment: str | None
    attachment_key: str | None
    attachment_picture: bool
    question: Mapping[str, Any] | None
    changes: int
    sets_rules: bool
    corrects: str | None
    correction_id: int | None

    @property
    def narrowed(self) -> bool:
        """Whether places are named, and not just all that the office reaches."""
        return bool(self.audience.within) and self.audience.within != frozenset({self.reach_id})


def desk_card(session: Session, by: Hat, circular_id: int) -> DeskCard | Problem:
    """The circular, for whoever may act on it; nothing is locked."""
    row = session.get(Circular, circular_id, populate_existing=True)
    if row is None:
        return Problem(CircularProblem.UNKNOWN)
    live = organisations.acting(session, by, Deed.ISSUE_CIRCULAR, row.office_id)
    if isinstance(live, Problem):
        return live
    place = session.get_one(Office, row.office_id)
    audience = Audience.of_json(row.audience)
    named = session.exec(
        select(Office).where(col(Office.id).in_(tuple(audience.within))).order_by(col(Office.sort_key))
    ).all()
    return DeskCard(
        id=row.id,
        revision=row.revision,
        number=row.number,
        issued=row.issued,
        subject=row.subject,
        summary=row.summary,
        clauses=tuple(row.clauses),
        pages=len(row.pages),
        grade=row.grade,
        passing=row.passing,
        audience=audience,
        places=tuple(Place(one.id, one.name, one.kind, "") for one in named),
        reach_id=place.parent_id if place.parent_id and place.kind in _BESIDE else place.id,
        office_id=row.office_id,
        office_name=place.name,
        office_kind=place.kind,
        author=people.known_as(session, [row.author_id])[row.author_id],
        standing=standing_of(row, now(session)),
        own=row.author_id in live.persons,
        writes=row.state is CircularState.DRAFT and live.office_id == row.office_id,
        counted=row.counted,
        starts_at=row.starts_at,
        waits=waits(row),
        attachment=contents.name_of(session, row.attachment_key) if row.attachment_key else None,
        attachment_key=row.attachment_key,
        attachment_picture=row.attachment_picture,
        question=row.question,
        changes=len(row.changes),
        sets_rules=changes.may_change(session, live, row.office_id),
        corrects=None if row.corrects_id is None else session.get_one(Circular, row.corrects_id).number,
        correction_id=session.execute(
            sa.select(col(Circular.id)).where(col(Circular.corrects_id) == row.id).order_by(col(Circular.id)).limit(1)
        ).scalar_one_or_none(),
    )


# ---- the places of an audience ----


def places(session: Session, hat: Hat, typed: str = "", limit: int = PLACES) -> tuple[Place, ...]:
    """Provinces, counties and unions within the reach of this role whose names contain what was typed."""
    above = orm.aliased(Office)
    kinds = (OfficeKind.PROVINCE, OfficeKind.COUNTY, OfficeKind.UNION)
    query = (
        sa.select(col(Office.id), col(Office.name), col(Office.kind), col(above.name))
        .outerjoin(above, col(above.id) == col(Office.parent_id))
        .where(
            organisations.covers(hat, Deed.ISSUE_CIRCULAR), col(Office.kind).in_(kinds), col(Office.id) != hat.office_id
        )
    )
    key = search_key(typed)
    if key:
        query = query.where(col(Office.search_key).contains(key, autoescape=True))
    rank = sa.case({kind: place for place, kind in enumerate(kinds)}, value=col(Office.kind))
    rows = session.execute(query.order_by(rank, col(Office.sort_key), col(Office.id)).limit(limit)).all()
    return tuple(Place(row[0], row[1], row[2], row[3] or "") for row in rows)


# ---- who was not reached ----


@dataclass(frozen=True, slots=True)
class Unreached:
    """Somebody whom a circular did not reach: the initials alone, the office, what came of it."""

    notice_id: int
    initials: str
    level: Level
    office_name: str
    state: NoticeState


@dataclass(frozen=True, slots=True)
class UnreachedPage:
    """A page of them in the order of their rows; ``next``: after which row the next begins."""

    lines: tuple[Unreached, ...]
    next: int | None


def unreached(session: Session, by: Hat, circular_id: int, after: int = 0, limit: int = 10) -> UnreachedPage | Problem:
    """Who was not reached so far, by office and masked name."""
    card = desk_card(session, by, circular_id)
    if isinstance(card, Problem):
        return card
    rows = session.execute(
        sa.select(col(Notice.id), col(Person.name_sealed), col(Notice.level), col(Office.name), col(Notice.state))
        .join(Person, col(Person.id) == col(Notice.person_id))
        .outerjoin(Office, col(Office.id) == col(Notice.office_id))
        .where(
            sa.text("notices.circular_id IS NOT NULL"),
            col(Notice.circular_id) == circular_id,
            col(Notice.state).in_(UNREACHED),
            col(Notice.id) > after,
        )
        .order_by(col(Notice.id))
        .limit(limit + 1)
    ).all()
    safe = vault(session)
    lines = tuple(
        Unreached(row[0], "" if row[1] is None else initials(safe.open(row[1])), Level(row[2]), row[3] or "", row[4])
        for row in rows[:limit]
    )
    return UnreachedPage(lines, lines[-1].notice_id if len(rows) > limit else None)


def initials(name: str) -> str:
    """«آذر نمونه» as «آ… ن…»: enough for a colleague who knows the office, too little for anybody else."""
    return " ".join(f"{word[0]}…" for word in name.split()[:3])


def issuing_hat(session: Session, person_id: int, office_id: int) -> Hat | None:
    """The role in which somebody writes circulars in this office."""
    held = organisations.hats(session, person_id)
    return next((hat for hat in held if hat.office_id == office_id and hat.kind in DEEDS[Deed.ISSUE_CIRCULAR]), None)
