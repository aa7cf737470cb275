"""What a person does: write what is wrong, write back, say whether it is solved, open it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Session, col

from models import notices, organisations
from models.clock import now
from models.letters import RuleKey
from models.notices import NoticeKind
from models.organisations import Hat, Office, OfficeKind, OfficeView, Role, RoleKind, officers, provinces
from models.receipts import fresh_code
from models.support.history import add_step, days, lines, read_words
from models.support.permissions import TICKET_ACTIONS, TicketAction, TicketActor
from models.support.records import Line, Ticket, TicketDesk, TicketProblem, TicketState, TicketStep, Where
from models.units import my_units
from models.values.problem import Problem


class Receiver(StrEnum):
    """Who was told of a ticket; its text is the message ``receiver-<receiver>``."""

    LIAISON = "liaison"
    OFFICER = "officer"
    """The province has no liaison: its officer."""
    STATISTICS = "statistics"
    """The province has neither: the statistics office (60/227210 ¶4)."""
    NOBODY = "nobody"
    """Nobody is appointed yet; it waits at the statistics office."""


class Came(StrEnum):
    """Why a desk hears of a ticket; its text is the message ``notice-ticket-<came>``."""

    NEW = "new"
    AGAIN = "again"
    PASSED_ON = "passed-on"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class TicketReceipt:
    """What the person gets: the code, who was told, the province's name, and until when an answer is due."""

    ticket_id: int
    code: str
    receiver: Receiver
    province: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class TicketCard:
    """A ticket as its own person sees it; ``may`` is what can be done now."""

    id: int
    receipt: str
    revision: int
    state: TicketState
    desk: TicketDesk
    province: str
    opened_at: datetime
    due_at: datetime
    solved: bool | None
    lines: tuple[Line, ...]
    may: frozenset[TicketAction]


@dataclass(frozen=True, slots=True)
class MyTicket:
    """One of the person's tickets in a line."""

    id: int
    receipt: str
    state: TicketState
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class MyTickets:
    """A page of the person's tickets, the latest first; ``next`` is the id that the following page begins after."""

    items: tuple[MyTicket, ...]
    next: int | None


def provinces_of(session: Session, person_id: int, role_id: int | None = None) -> tuple[OfficeView, ...]:
    """The provinces that the person has to do with: of the role that is worn now, else of all roles and units."""
    of_roles = (
        sa.select(col(Office.province_id))
        .join(Role, col(Role.office_id) == col(Office.id))
        .where(col(Role.person_id) == person_id, col(Role.revoked_at).is_(None))
    )
    unions = {unit.union_id for unit in my_units(session, person_id)}
    of_units = sa.select(col(Office.province_id)).where(col(Office.id).in_(unions))
    if role_id is not None:
        worn = session.execute(of_roles.where(col(Role.id) == role_id)).scalar_one_or_none()
        if worn is not None:
            return _named(session, (worn,))
    return _named(session, session.execute(sa.union(of_roles, of_units)).scalars())


def _named(session: Session, ids: Iterable[int | None]) -> tuple[OfficeView, ...]:
    wanted = set(ids)
    return tuple(province for province in provinces(session) if province.id in wanted) if wanted - {None} else ()


def open_ticket(
    session: Session, person_id: int, province_id: int, words: str, where: Where, role_id: int | None = None
) -> TicketReceipt | Problem:
    """Write what is wrong to the liaison of a province, with the screen it was about; what is owed is told there.

    ``role_id`` is the hat worn, if any. The time limit is the rule ``ticket-days``.
    """
    province = session.get(Office, province_id)
    if province is None or province.kind is not OfficeKind.PROVINCE:
        return Problem(TicketProblem.NO_PROVINCE)
    read = read_words(words)
    if isinstance(read, Problem):
        return read
    at = now(session)
    most = days(session, RuleKey.TICKETS_WAITING, province_id, at)
    waiting = sa.select(sa.func.count()).where(
        col(Ticket.person_id) == person_id, col(Ticket.state) == TicketState.WAITING
    )
    if session.execute(waiting).scalar_one() >= most:
        return Problem(TicketProblem.TOO_MANY, {"most": most})
    hat = None if role_id is None else organisations.hat(session, person_id, role_id)
    receiver, told = receivers(session, province_id, person_id)
    desk = TicketDesk.PROVINCE if receiver in {Receiver.LIAISON, Receiver.OFFICER} else TicketDesk.STATISTICS
    ticket = Ticket(
        receipt=fresh_code(session, col(Ticket.receipt)),
        person_id=person_id,
        role_id=hat.role_id if isinstance(hat, Hat) else None,
        province_id=province_id,
        place=where.place[:40],
        subject=where.subject[:80],
        step=where.step[:60],
        desk=desk,
        opened_at=at,
        waits_since=at,
        due_at=due_from(session, desk, province_id, at),
    )
    session.add(ticket)
    session.flush()
    add_step(session, ticket, TicketStep.OPENED, by=person_id, words=read)
    tell_desk(session, ticket, province.name, told, Came.NEW)
    return TicketReceipt(ticket.id, ticket.receipt, receiver, province.name, ticket.due_at)


def due_from(session: Session, desk: TicketDesk, province_id: int, at: datetime) -> datetime:
    """Until when a desk answers what reaches it now."""
    scope = province_id if desk is TicketDesk.PROVINCE else None
    return at + timedelta(days=days(session, RuleKey.TICKET_DAYS, scope, at))


def receivers(session: Session, province_id: int, without: int) -> tuple[Receiver, tuple[Hat, ...]]:
    """Who hears of a province's tickets: its liaisons, else its officers, else the statistics office."""
    for receiver, kind in ((Receiver.LIAISON, RoleKind.LIAISON), (Receiver.OFFICER, RoleKind.PROVINCIAL_OFFICER)):
        found = tuple(hat for hat in officers(session, province_id, kind) if hat.person_id != without)
        if found:
            return receiver, found
    found = statisticians(session, without)
    return (Receiver.STATISTICS if found else Receiver.NOBODY), found


def statisticians(session: Session, without: int) -> tuple[Hat, ...]:
    """Who answers at the statistics office."""
    office_id = session.execute(
        sa.select(col(Office.id)).where(col(Office.kind) == OfficeKind.STATISTICS_OFFICE)
    ).scalar_one_or_none()
    if office_id is None:
        return ()
    found = officers(session, office_id, RoleKind.STATISTICS_OFFICER)
    return tuple(hat for hat in found if hat.person_id != without)


def tell_desk(session: Session, ticket: Ticket, province: str, told: Iterable[Hat], why: Came) -> None:
    """Owe these people a notice of the ticket, each person once; it tells no word of what was written."""
    heard: set[int] = set()
    for hat in told:
        if hat.person_id in heard:
            continue
        heard.add(hat.person_id)
        facts: dict[str, str | int] = {
            "ticket": ticket.id,
            "receipt": ticket.receipt,
            "province": province,
            "role": hat.role_id,
            "why": why.value,
        }
        key = f"ticket-came:{ticket.id}:{ticket.revision}:{hat.person_id}"
        notices.owe(session, hat.person_id, NoticeKind.TICKET_CAME, facts, key)


def province_name(session: Session, ticket: Ticket) -> str:
    """The name of the ticket's province."""
    name: str = session.execute(sa.select(col(Office.name)).where(col(Office.id) == ticket.province_id)).scalar_one()
    return name


def locked(session: Session, ticket_id: int) -> Ticket | None:
    """The ticket, held against everybody else until the transaction ends."""
    query = sa.select(Ticket).where(col(Ticket.id) == ticket_id).with_for_update()
    return session.execute(query, execution_options={"populate_existing": True}).scalar_one_or_none()


def _own(
    session: Session, person_id: int, ticket_id: int, action: TicketAction, revision: int | None = None
) -> Ticket | Problem:
    """The gate of the person's acts: the own ticket, in a state that allows it, as it was shown."""
    ticket = locked(session, ticket_id)
    if ticket is None or ticket.person_id != person_id:
        return Problem(TicketProblem.NOT_YOURS)
    if action not in TICKET_ACTIONS[ticket.state][TicketActor.ASKER]:
        return Problem(TicketProblem.MOVED_ON)
    if revision is not None and revision != ticket.revision:
        return Problem(TicketProblem.MOVED_ON)
    return ticket


def ticket_card(session: Session, person_id: int, ticket_id: int) -> TicketCard | Problem:
    """The person's own ticket with its history."""
    ticket = session.get(Ticket, ticket_id, populate_existing=True)
    if ticket is None or ticket.person_id != person_id:
        return Problem(TicketProblem.NOT_YOURS)
    may = TICKET_ACTIONS[ticket.state][TicketActor.ASKER]
    if ticket.state is TicketState.CLOSED and _too_late(session, ticket) is not None:
        may -= {TicketAction.NOT_SOLVED}
    return TicketCard(
        ticket.id,
        ticket.receipt,
        ticket.revision,
        ticket.state,
        ticket.desk,
        province_name(session, ticket),
        ticket.opened_at,
        ticket.due_at,
        ticket.solved,
        lines(session, ticket.id, kinds=_TOLD),
        may,
    )


_TOLD = tuple(step for step in TicketStep if step not in {TicketStep.TAKEN, TicketStep.LET_GO})
"""Who took it and let it go is the desk's own matter."""


def my_tickets(session: Session, person_id: int, before: int | None = None, limit: int = 6) -> MyTickets:
    """The person's tickets, the latest first, from ``before`` on."""
    query = sa.select(col(Ticket.id), col(Ticket.receipt), col(Ticket.state), col(Ticket.opened_at)).where(
        col(Ticket.person_id) == person_id
    )
    if before is not None:
        query = query.where(col(Ticket.id) < before)
    rows = session.execute(query.order_by(col(Ticket.id).desc()).limit(limit + 1)).all()
    items = tuple(MyTicket(*row) for row in rows[:limit])
    return MyTickets(items, items[-1].id if len(rows) > limit else None)


def write_back(session: Session, person_id: int, ticket_id: int, words: str) -> TicketCard | Problem:
    """Add something to the own ticket; one that was answered waits for the desk again."""
    read = read_words(words)
    if isinstance(read, Problem):
        return read
    ticket = _own(session, person_id, ticket_id, TicketAction.WRITE_BACK)
    if isinstance(ticket, Problem):
        return ticket
    ticket.revision += 1
    _wait_again(session, ticket)
    add_step(session, ticket, TicketStep.WROTE_BACK, by=person_id, words=read)
    _tell_again(session, ticket)
    session.flush()
    return ticket_card(session, person_id, ticket_id)


def say_solved(session: Session, person_id: int, ticket_id: int, revision: int) -> TicketCard | Problem:
    """The person says that the trouble is over; the ticket is closed."""
    ticket = _own(session, person_id, ticket_id, TicketAction.SOLVED, revision)
    if isinstance(ticket, Problem):
        return ticket
    ticket.state, ticket.solved, ticket.closed_at = TicketState.CLOSED, True, now(session)
    ticket.revision += 1
    add_step(session, ticket, TicketStep.SOLVED, by=person_id)
    session.flush()
    return ticket_card(session, person_id, ticket_id)


def say_not_solved(session: Session, person_id: int, ticket_id: int, revision: int) -> TicketCard | Problem:
    """The answer did not help: the ticket waits again; a closed one only within the rule ``ticket-reopen-days``."""
    ticket = _own(session, person_id, ticket_id, TicketAction.NOT_SOLVED, revision)
    if isinstance(ticket, Problem):
        return ticket
    late = _too_late(session, ticket)
    if late is not None:
        return late
    ticket.solved = False
    ticket.revision += 1
    _wait_again(session, ticket)
    add_step(session, ticket, TicketStep.NOT_SOLVED, by=person_id)
    _tell_again(session, ticket)
    session.flush()
    return ticket_card(session, person_id, ticket_id)


def _too_late(session: Session, ticket: Ticket) -> Problem | None:
    if ticket.closed_at is None:
        return None
    at = now(session)
    allowed = days(session, RuleKey.TICKET_REOPEN_DAYS, ticket.province_id, at)
    if at - ticket.closed_at <= timedelta(days=allowed):
        return None
    return Problem(TicketProblem.REOPEN_OVER, {"days": allowed})


def _wait_again(session: Session, ticket: Ticket) -> None:
    """Back into the queue; one that waits already keeps its place there."""
    if ticket.state is TicketState.WAITING:
        return
    at = now(session)
    ticket.state, ticket.closed_at, ticket.waits_since = TicketState.WAITING, None, at
    ticket.due_at = due_from(session, ticket.desk, ticket.province_id, at)


def _tell_again(session: Session, ticket: Ticket) -> None:
    """Whoever holds it hears of it; when nobody does any more, the desk."""
    holder = None
    if ticket.holder_id is not None:
        holder = next(iter(live_holder(session, ticket)), None)
    if holder is None:
        ticket.holder_id = ticket.held_since = None
    told = (holder,) if holder is not None else desk_people(session, ticket)
    tell_desk(session, ticket, province_name(session, ticket), told, Came.AGAIN)


def desk_people(session: Session, ticket: Ticket) -> tuple[Hat, ...]:
    """Who hears of this ticket at the desk where it lies."""
    if ticket.desk is TicketDesk.STATISTICS:
        return statisticians(session, ticket.person_id)
    return receivers(session, ticket.province_id, ticket.person_id)[1]


def live_holder(session: Session, ticket: Ticket) -> tuple[Hat, ...]:
    """The holder's hat while that role lasts; empty otherwise."""
    person_id = session.execute(
        sa.select(col(Role.person_id)).where(col(Role.id) == ticket.holder_id)
    ).scalar_one_or_none()
    if person_id is None or ticket.holder_id is None:
        return ()
    hat = organisations.hat(session, person_id, ticket.holder_id)
    return () if isinstance(hat, Problem) else (hat,)
