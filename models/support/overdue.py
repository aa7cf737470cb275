"""The calendar's part: what the province did not answer in time goes to the statistics office (60/227210 ¶4)."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models import notices
from models.clock import now
from models.notices import NoticeKind
from models.reminders import Walked, day_of
from models.support.desk import to_statistics
from models.support.history import add_step
from models.support.records import Ticket, TicketDesk, TicketStep
from models.support.tickets import Came, desk_people, province_name, statisticians, tell_desk

# Written out, since a bound parameter would hide from the planner that the partial index fits.
_WAITING: sa.ColumnElement[str] = sa.literal_column("'waiting'")


def send_overdue_on(session: Session, after: int = 0, limit: int = 100) -> Walked:
    """Send on a page of the tickets whose time at the province is over; province, office and person hear of it."""
    at = now(session)
    if day_of(at) is None:
        return Walked(0, None)
    rows = session.execute(
        sa.select(Ticket)
        .where(
            col(Ticket.state) == _WAITING,
            col(Ticket.desk) == TicketDesk.PROVINCE,
            col(Ticket.due_at) < at,
            col(Ticket.id) > after,
        )
        .order_by(col(Ticket.id))
        .limit(limit)
        .with_for_update(),
        execution_options={"populate_existing": True},
    ).scalars()
    tickets = rows.all()
    for ticket in tickets:
        province, told = province_name(session, ticket), desk_people(session, ticket)
        to_statistics(session, ticket)
        ticket.revision += 1
        add_step(session, ticket, TicketStep.OVERDUE, by=None)
        tell_desk(session, ticket, province, (*told, *statisticians(session, ticket.person_id)), Came.OVERDUE)
        facts: dict[str, str | int] = {"ticket": ticket.id, "receipt": ticket.receipt, "overdue": "yes"}
        key = f"{NoticeKind.TICKET_SENT_ON.value}:{ticket.id}:{ticket.revision}"
        notices.owe(session, ticket.person_id, NoticeKind.TICKET_SENT_ON, facts, key)
    session.flush()
    return Walked(len(tickets), tickets[-1].id if len(tickets) == limit else None)
