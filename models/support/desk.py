"""The desk that owes the answer: its queue, oldest first; taking, answering, sending on and closing a ticket."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import notices, organisations, people
from models.clock import now
from models.columns import UtcDateTime
from models.notices import NoticeKind
from models.organisations import Deed, Hat, Office, Role, RoleKind
from models.support.history import add_step, lines, read_words
from models.support.permissions import TICKET_ACTIONS, TicketAction, TicketActor
from models.support.records import (
    CloseCode,
    Line,
    Ticket,
    TicketDesk,
    TicketProblem,
    TicketState,
    TicketStep,
)
from models.support.tickets import Came, due_from, live_holder, locked, province_name, statisticians, tell_desk
from models.units import unit_card
from models.values.ids import Phone
from models.values.problem import Problem

COUNTED: Final = 100
"""Counting stops here: «more than 99» is all that a menu says."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
# Written out, since a bound parameter would hide from the planner that the partial index fits.
_WAITING: Final[sa.ColumnElement[str]] = sa.literal_column("'waiting'")


@dataclass(frozen=True, slots=True)
class DeskCounts:
    """How many tickets wait here, how many of them too long, and how many were sent on; 100 means 100 or more."""

    waiting: int
    overdue: int
    sent_on: int


@dataclass(frozen=True, slots=True)
class DeskCursor:
    """A place in the queue; ``str()`` is short enough for a button."""

    at: datetime
    id: int

    def __str__(self) -> str:
        return f"{(self.at - _EPOCH) // _MICROSECOND}.{self.id}"

    @classmethod
    def read(cls, written: str) -> "DeskCursor | None":
        """The place that ``str()`` wrote; None for anything else."""
        at, _, number = written.partition(".")
        if not (at.isascii() and at.isdigit() and number.isascii() and number.isdigit() and len(written) < 40):
            return None
        try:
            return cls(_EPOCH + int(at) * _MICROSECOND, int(number))
        except OverflowError:
            return None


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One ticket that waits: ``days`` of waiting, whether the time is over, who has taken it: somebody, or oneself."""

    id: int
    receipt: str
    place: str
    province: str
    days: int
    overdue: bool
    held: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class DeskPage:
    """A page of the queue; ``next`` leads to the following one, None at the end."""

    items: tuple[DeskItem, ...]
    next: DeskCursor | None


@dataclass(frozen=True, slots=True)
class DeskCard:
    """A ticket as the desk sees it: where it came from, in which role, its history, who holds it, what may be done."""

    id: int
    receipt: str
    revision: int
    state: TicketState
    desk: TicketDesk
    province: str
    place: str
    step: str
    about: str | None
    role: RoleKind | None
    office: str | None
    phone: str
    due_at: datetime
    overdue: bool
    holder: str | None
    held_since: datetime | None
    actor: TicketActor
    lines: tuple[Line, ...]
    may: frozenset[TicketAction]


def desk_counts(session: Session, hat: Hat) -> DeskCounts | Problem:
    """What waits for this desk, without the person's own tickets; counted up to 100."""
    live = _at_desk(session, hat)
    if isinstance(live, Problem):
        return live

    def count(desk: TicketDesk, *conditions: sa.ColumnElement[bool]) -> int:
        found = _queue(live, desk, sa.literal(1)).where(*conditions)
        pile = found.order_by(col(Ticket.waits_since), col(Ticket.id)).limit(COUNTED).subquery()
        counted: int = session.execute(sa.select(sa.func.count()).select_from(pile)).scalar_one()
        return counted

    own = _own_desk(live)
    over = count(own, col(Ticket.due_at) < now(session))
    return DeskCounts(count(own), over, 0 if own is TicketDesk.STATISTICS else count(TicketDesk.STATISTICS))


def desk_page(
    session: Session, hat: Hat, desk: TicketDesk, after: DeskCursor | None = None, limit: int = 6
) -> DeskPage | Problem:
    """The tickets that wait longest, from ``after`` on; a province may also look at what was sent on."""
    live = _at_desk(session, hat)
    if isinstance(live, Problem):
        return live
    if _own_desk(live) is TicketDesk.STATISTICS:
        desk = TicketDesk.STATISTICS
    rows = session.execute(desk_query(live, desk, after).limit(limit + 1)).all()
    at = now(session)
    items = tuple(
        DeskItem(
            row.id,
            row.receipt,
            row.place,
            row.name,
            (at - row.waits_since).days,
            row.due_at < at,
            row.holder_id is not None and row.live,
            row.holder_id == live.role_id,
        )
        for row in rows[:limit]
    )
    last = rows[limit - 1] if len(rows) > limit else None
    return DeskPage(items, None if last is None else DeskCursor(last.waits_since, last.id))


def desk_query(hat: Hat, desk: TicketDesk, after: DeskCursor | None) -> sa.Select[Any]:
    """The statement behind a page: along the partial index from ``after`` on, so that depth costs nothing."""
    query = _queue(
        hat,
        desk,
        col(Ticket.id),
        col(Ticket.receipt),
        col(Ticket.place),
        col(Ticket.waits_since),
        col(Ticket.due_at),
        col(Ticket.holder_id),
        col(Role.revoked_at).is_(None).label("live"),
        col(Office.name),
    )
    query = query.join(Office, col(Office.id) == col(Ticket.province_id))
    query = query.outerjoin(Role, col(Role.id) == col(Ticket.holder_id))
    query = query.order_by(col(Ticket.waits_since), col(Ticket.id))
    if after is None:
        return query
    place = sa.tuple_(col(Ticket.waits_since), col(Ticket.id))
    return query.where(place > sa.tuple_(sa.literal(after.at, UtcDateTime), after.id))


def _queue(hat: Hat, desk: TicketDesk, *columns: Any) -> sa.Select[Any]:
    query = sa.select(*columns).select_from(Ticket)
    query = query.where(col(Ticket.state) == _WAITING, col(Ticket.desk) == desk)
    query = query.where(col(Ticket.person_id).not_in(hat.persons))
    return query if hat.kind is RoleKind.STATISTICS_OFFICER else query.where(col(Ticket.province_id) == hat.office_id)


def _own_desk(hat: Hat) -> TicketDesk:
    return TicketDesk.STATISTICS if hat.kind is RoleKind.STATISTICS_OFFICER else TicketDesk.PROVINCE


def _at_desk(session: Session, hat: Hat) -> Hat | Problem:
    """The live role, when it works at a desk at all."""
    live = organisations.hat(session, hat.person_id, hat.role_id)
    if isinstance(live, Problem):
        return live
    return live if organisations.reaches(live, Deed.ANSWER_TICKETS) else Problem(TicketProblem.NOT_YOURS)


def _actor(session: Session, live: Hat, ticket: Ticket) -> TicketActor | Problem:
    """What the wearer of this hat is to the ticket."""
    if not organisations.may(session, live, Deed.ANSWER_TICKETS, ticket.province_id):
        return Problem(TicketProblem.NOT_YOURS)
    if live.kind is RoleKind.STATISTICS_OFFICER and ticket.desk is not TicketDesk.STATISTICS:
        return Problem(TicketProblem.NOT_YOURS)
    if ticket.person_id in live.persons:
        return Problem(TicketProblem.OWN)
    if ticket.desk is not _own_desk(live):
        return TicketActor.ONLOOKER
    if ticket.holder_id == live.role_id:
        return TicketActor.HOLDER
    return TicketActor.COLLEAGUE if live_holder(session, ticket) else TicketActor.DESK


def desk_card(session: Session, hat: Hat, ticket_id: int) -> DeskCard | Problem:
    """A ticket of the own province (of the statistics office: one that lies there) with its history."""
    live = _at_desk(session, hat)
    if isinstance(live, Problem):
        return live
    ticket = session.get(Ticket, ticket_id, populate_existing=True)
    if ticket is None:
        return Problem(TicketProblem.NOT_YOURS)
    actor = _actor(session, live, ticket)
    if isinstance(actor, Problem):
        return actor
    asked = session.execute(
        sa.select(col(Role.kind), col(Office.name))
        .join(Office, col(Office.id) == col(Role.office_id))
        .where(col(Role.id) == ticket.role_id)
    ).one_or_none()
    holders = live_holder(session, ticket)
    return DeskCard(
        id=ticket.id,
        receipt=ticket.receipt,
        revision=ticket.revision,
        state=ticket.state,
        desk=ticket.desk,
        province=province_name(session, ticket),
        place=ticket.place,
        step=ticket.step,
        about=_about(session, ticket),
        role=None if asked is None else asked.kind,
        office=None if asked is None else asked.name,
        phone=_masked(session, ticket.person_id),
        due_at=ticket.due_at,
        overdue=ticket.state is TicketState.WAITING and ticket.due_at < now(session),
        holder=people.name_of(session, holders[0].person_id) if holders else None,
        held_since=ticket.held_since if holders else None,
        actor=actor,
        lines=lines(session, ticket.id),
        may=_may(ticket, actor),
    )


def _may(ticket: Ticket, actor: TicketActor) -> frozenset[TicketAction]:
    may = TICKET_ACTIONS[ticket.state][actor]
    return may - {TicketAction.SEND_ON} if ticket.desk is TicketDesk.STATISTICS else may


def _masked(session: Session, person_id: int) -> str:
    phone: Phone = people.phone_of(session, person_id)
    return phone.masked


def _about(session: Session, ticket: Ticket) -> str | None:
    """The title of the unit that the screen was about, when it lies in the ticket's province."""
    kind, _, number = ticket.subject.partition(":")
    if kind != "unit" or not number.isdecimal():
        return None
    card = unit_card(session, int(number))
    if isinstance(card, Problem):
        return None
    place = session.get(Office, card.union_id)
    return card.title if place is not None and place.province_id == ticket.province_id else None


def _admit(
    session: Session, hat: Hat, ticket_id: int, revision: int, action: TicketAction
) -> tuple[Hat, Ticket] | Problem:
    """The gate of the desk's acts: the live role, the own province, a state that allows it, as it was shown."""
    live = _at_desk(session, hat)
    if isinstance(live, Problem):
        return live
    ticket = locked(session, ticket_id)
    if ticket is None:
        return Problem(TicketProblem.NOT_YOURS)
    actor = _actor(session, live, ticket)
    if isinstance(actor, Problem):
        return actor
    if actor is TicketActor.COLLEAGUE:
        return _held(session, ticket)
    if action not in _may(ticket, actor) or revision != ticket.revision:
        return Problem(TicketProblem.MOVED_ON)
    return live, ticket


def _held(session: Session, ticket: Ticket) -> Problem:
    holders = live_holder(session, ticket)
    name = people.name_of(session, holders[0].person_id) if holders else None
    values: dict[str, object] = {"since": ticket.held_since or now(session)}
    if name is None:
        return Problem(TicketProblem.HELD, values)
    return Problem(TicketProblem.HELD_BY, {**values, "by": name})


def _act(
    session: Session,
    hat: Hat,
    ticket_id: int,
    revision: int,
    action: TicketAction,
    change: Callable[[Hat, Ticket], None],
) -> DeskCard | Problem:
    """Change a ticket that the gate lets through; the card as it stands then."""
    admitted = _admit(session, hat, ticket_id, revision, action)
    if isinstance(admitted, Problem):
        return admitted
    live, ticket = admitted
    ticket.revision += 1
    change(live, ticket)
    session.flush()
    return desk_card(session, live, ticket_id)


def take(session: Session, hat: Hat, ticket_id: int, revision: int) -> DeskCard | Problem:
    """Take a ticket upon oneself; the first tap wins, and a colleague sees who has it."""

    def change(live: Hat, ticket: Ticket) -> None:
        ticket.holder_id, ticket.held_since = live.role_id, now(session)
        add_step(session, ticket, TicketStep.TAKEN, by=live.person_id, hat=live)

    return _act(session, hat, ticket_id, revision, TicketAction.TAKE, change)


def let_go(session: Session, hat: Hat, ticket_id: int, revision: int) -> DeskCard | Problem:
    """Give a ticket back to the desk, where it keeps its place."""

    def change(live: Hat, ticket: Ticket) -> None:
        ticket.holder_id = ticket.held_since = None
        add_step(session, ticket, TicketStep.LET_GO, by=live.person_id, hat=live)

    return _act(session, hat, ticket_id, revision, TicketAction.LET_GO, change)


def answer(session: Session, hat: Hat, ticket_id: int, revision: int, words: str) -> DeskCard | Problem:
    """Answer the person, who hears of it; whether that helped is the person's to say."""
    read = read_words(words)
    if isinstance(read, Problem):
        return read

    def change(live: Hat, ticket: Ticket) -> None:
        ticket.state = TicketState.ANSWERED
        add_step(session, ticket, TicketStep.ANSWERED, by=live.person_id, hat=live, words=read)
        _tell(session, ticket, NoticeKind.TICKET_ANSWERED, {"office": live.office_name})

    return _act(session, hat, ticket_id, revision, TicketAction.ANSWER, change)


def close(session: Session, hat: Hat, ticket_id: int, revision: int, code: CloseCode) -> DeskCard | Problem:
    """Close a ticket with a reason; the person hears it and may open it again within a time."""

    def change(live: Hat, ticket: Ticket) -> None:
        ticket.state, ticket.closed_at = TicketState.CLOSED, now(session)
        add_step(session, ticket, TicketStep.CLOSED, by=live.person_id, hat=live, code=code)
        _tell(session, ticket, NoticeKind.TICKET_CLOSED, {"office": live.office_name, "code": code.value})

    return _act(session, hat, ticket_id, revision, TicketAction.CLOSE, change)


def send_on(session: Session, hat: Hat, ticket_id: int, revision: int) -> DeskCard | Problem:
    """Lay a ticket before the statistics office with its history (60/227210 ¶4); the person hears of it."""

    def change(live: Hat, ticket: Ticket) -> None:
        to_statistics(session, ticket)
        add_step(session, ticket, TicketStep.SENT_ON, by=live.person_id, hat=live)
        tell_desk(
            session, ticket, province_name(session, ticket), statisticians(session, ticket.person_id), Came.PASSED_ON
        )
        _tell(session, ticket, NoticeKind.TICKET_SENT_ON, {"overdue": ""})

    return _act(session, hat, ticket_id, revision, TicketAction.SEND_ON, change)


def to_statistics(session: Session, ticket: Ticket) -> None:
    """From now on the statistics office owes the answer, and has its own time for it."""
    at = now(session)
    ticket.desk = TicketDesk.STATISTICS
    ticket.holder_id = ticket.held_since = None
    ticket.waits_since = at
    ticket.due_at = due_from(session, TicketDesk.STATISTICS, ticket.province_id, at)


def _tell(session: Session, ticket: Ticket, kind: NoticeKind, facts: dict[str, str]) -> None:
    told: dict[str, str | int] = {"ticket": ticket.id, "receipt": ticket.receipt, **facts}
    notices.owe(session, ticket.person_id, kind, told, f"{kind.value}:{ticket.id}:{ticket.revision}")
