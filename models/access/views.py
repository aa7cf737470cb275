"""What is read of the access chain: the values that cards and desks show, and the rows behind them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import organisations
from models.access.clocks import Limits, waited
from models.access.permissions import HOLDERS
from models.access.records import (
    AccessAct,
    AccessLetter,
    AccessRequest,
    AccessStage,
    LetterState,
    ReturnCode,
)
from models.clock import now
from models.columns import table_of
from models.organisations import Office, OfficeKind
from models.values.jalali import tehran_date
from models.vault import vault

PAGE: Final = 6
MOST_GATHERED: Final = 20
"""So many requests are named by one county letter at most; the others go with the next one."""
COUNTED: Final = 100
"""Counting stops here."""


class StepMark(StrEnum):
    """How a step of the way stands; the text is ``step-mark-<mark>``."""

    DONE = "done"
    NOW = "now"
    BACK = "back"
    TROUBLE = "trouble"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Place:
    """An office by kind and name: counties and provinces bear the names of places."""

    kind: OfficeKind
    name: str


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as it is shown. ``receipt`` counts a province's county letters; the last four are the receiver's."""

    id: int
    number: str
    dated: date
    sender: str
    receiver_id: int
    sent_at: datetime
    state: LetterState
    receipt: int | None
    register_number: str | None
    registered_on: date | None
    attachments: int | None
    referral: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way: whose it is, how it stands, and the letter with which that office passed it on."""

    stage: AccessStage
    office: str
    mark: StepMark
    letter: LetterView | None


@dataclass(frozen=True, slots=True)
class RequestCard:
    """A request as the tracker shows it. ``days`` waiting with the holder, ``limit`` the days that the rules give.

    ``nobody``: nobody holds the role that acts there. ``acts``: what the looking hat may do. ``came_by``: the letter by
    which it lies with the holder.
    """

    id: int
    revision: int
    union: str
    county: str
    province: str
    user_name: str
    stage: AccessStage
    holder: str
    since: datetime
    days: int
    limit: int | None
    nobody: bool
    steps: tuple[Step, ...]
    returned: ReturnCode | None
    returned_by: Place | None
    note: str | None
    acts: frozenset[AccessAct]
    came_by: LetterView | None

    @property
    def overdue(self) -> bool:
        """Whether it is held beyond its time."""
        return self.limit is not None and self.days > self.limit


@dataclass(frozen=True, slots=True)
class Listed:
    """A request in a list; ``revision`` as in its buttons."""

    id: int
    revision: int
    union: str
    county: str
    holder: str
    stage: AccessStage
    days: int
    overdue: bool
    returned: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page of requests; ``next`` is the id after which the following one goes on, None at the end."""

    items: tuple[Listed, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class Queued:
    """A county letter in the province's queue, with the number of requests that it still names."""

    letter: LetterView
    requests: int
    days: int
    overdue: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue, in the order of receipt; ``next`` is the receipt after which the following one goes on."""

    items: tuple[Queued, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class LetterCard:
    """A county letter before the province: what it names, and the one that goes before it."""

    letter: LetterView
    requests: tuple[Listed, ...]
    user_names: Mapping[int, str]
    days: int
    limit: int | None
    first: LetterView | None
    ahead: int
    nobody: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """What lies on a desk: here now, come back from above, on its way elsewhere; 100 means 100 or more."""

    here: int
    back: int
    running: int
    trouble: int
    oldest: int


@dataclass(frozen=True, slots=True)
class Gone:
    """One move in a request's history."""

    at: datetime
    act: AccessAct
    office: Place
    holder: Place
    letter: LetterView | None
    code: ReturnCode | None
    note: str | None = field(default=None)


def requests() -> sa.Select[Any]:
    """The columns of a list; the caller says which requests."""
    table = table_of(AccessRequest)
    names = ("id", "revision", "union_id", "county_id", "province_id", "holder_id", "stage", "since", "returned")
    wanted: sa.Select[Any] = sa.select(*(table.c[name] for name in names))
    return wanted


def from_after(session: Session, query: sa.Select[Any], after: int) -> sa.Select[Any]:
    """In the order of waiting, from after this request on."""
    order = (col(AccessRequest.since), col(AccessRequest.id))
    query = query.order_by(*order)
    row = session.get(AccessRequest, after) if after else None
    if row is None:
        return query
    later = sa.and_(col(AccessRequest.since) == row.since, col(AccessRequest.id) > row.id)
    return query.where(sa.or_(col(AccessRequest.since) > row.since, later))


def paged(session: Session, query: sa.Select[Any], limit: int) -> Page:
    """Run the query of a list: a page of it, with names and clocks."""
    rows = session.execute(query.limit(limit + 1)).all()
    few = rows[:limit]
    names = names_of(session, {office for row in few for office in (row.union_id, row.county_id, row.holder_id)})
    today = tehran_date(now(session))
    limits = Limits(session, today)
    items = []
    for row in few:
        days = waited(row.since, today)
        most = limits.of(row.stage, row.union_id, row.county_id, row.province_id)
        items.append(
            Listed(
                row.id,
                row.revision,
                names[row.union_id],
                names[row.county_id],
                names[row.holder_id],
                row.stage,
                days,
                most is not None and days > most,
                row.returned is not None,
            )
        )
    return Page(tuple(items), few[-1].id if len(rows) > limit else None)


def letters_of(session: Session, ids: Iterable[int | None]) -> dict[int, LetterView]:
    """The letters of these ids, as they are shown."""
    wanted = [one for one in ids if one is not None]
    if not wanted:
        return {}
    rows = session.exec(
        select(AccessLetter).where(col(AccessLetter.id).in_(wanted)).execution_options(populate_existing=True)
    ).all()
    return views_of(session, rows)


def views_of(session: Session, rows: Sequence[AccessLetter]) -> dict[int, LetterView]:
    """These letters as they are shown, by id."""
    names = names_of(session, {row.sender_id for row in rows})
    opened = vault(session)
    return {
        row.id: LetterView(
            row.id,
            row.number,
            row.dated,
            names[row.sender_id],
            row.receiver_id,
            row.sent_at,
            row.state,
            row.receipt,
            row.register_number,
            row.registered_on,
            row.attachments,
            opened.open(row.referral_sealed) if row.referral_sealed else None,
        )
        for row in rows
    }


def names_of(session: Session, offices: Iterable[int]) -> dict[int, str]:
    """The names of these offices."""
    wanted = tuple(set(offices))
    if not wanted:
        return {}
    found = session.execute(sa.select(col(Office.id), col(Office.name)).where(col(Office.id).in_(wanted)))
    return dict(found.all())


def places_of(session: Session, offices: Iterable[int]) -> dict[int, Place]:
    """These offices by kind and name."""
    found = session.execute(
        sa.select(col(Office.id), col(Office.kind), col(Office.name)).where(col(Office.id).in_(tuple(offices)))
    )
    return {office_id: Place(kind, name) for office_id, kind, name in found}


def nobody(session: Session, stage: AccessStage, holder_id: int) -> bool:
    """Whether nobody holds the role that acts at this stage in this office."""
    return stage in HOLDERS and not organisations.officers(session, holder_id, *HOLDERS[stage])
