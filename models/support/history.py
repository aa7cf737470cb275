"""A ticket's own history: one line for each step, in order, and the way of reading it."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, letters
from models.clock import now
from models.letters import RuleKey
from models.organisations import Hat, Office, Role
from models.support.records import MOST_WORDS, CloseCode, Line, Ticket, TicketEntry, TicketProblem, TicketStep
from models.values.ids import names_password
from models.values.jalali import tehran_date
from models.values.problem import Problem
from models.values.text import free_text
from models.vault import vault

_LEAST = 5
_WINDOW = 400
_ACTS = {
    TicketStep.OPENED: audit.AuditAct.TICKET_OPENED,
    TicketStep.TAKEN: audit.AuditAct.TICKET_TAKEN,
    TicketStep.LET_GO: audit.AuditAct.TICKET_LET_GO,
    TicketStep.ANSWERED: audit.AuditAct.TICKET_ANSWERED,
    TicketStep.WROTE_BACK: audit.AuditAct.TICKET_WROTE_BACK,
    TicketStep.SENT_ON: audit.AuditAct.TICKET_SENT_ON,
    TicketStep.OVERDUE: audit.AuditAct.TICKET_SENT_ON,
    TicketStep.CLOSED: audit.AuditAct.TICKET_CLOSED,
    TicketStep.SOLVED: audit.AuditAct.TICKET_CLOSED,
    TicketStep.NOT_SOLVED: audit.AuditAct.TICKET_REOPENED,
}


def read_words(text: str) -> str | Problem:
    """What somebody writes of a trouble: 5 to 1000 characters, nothing that is called a password."""
    words = free_text(text, most=MOST_WORDS, least=_LEAST, lines=True)
    if not isinstance(words, Problem) and names_a_password(words):
        return Problem(TicketProblem.PASSWORD)
    return words


def names_a_password(words: str) -> bool:
    """Whether a password is given anywhere in a long text; the first characters were looked at when it came."""
    pieces = (words[start : start + 2 * _WINDOW] for start in range(0, len(words), _WINDOW))
    return any(map(names_password, pieces))


def add_step(
    session: Session,
    ticket: Ticket,
    step: TicketStep,
    *,
    by: int | None,
    hat: Hat | None = None,
    words: str | None = None,
    code: CloseCode | None = None,
) -> None:
    """Add a line to the ticket's history and an entry to the audit; the words stand sealed in the history alone."""
    session.add(
        TicketEntry(
            ticket_id=ticket.id,
            step=step,
            person_id=by,
            role_id=None if hat is None else hat.role_id,
            code=code,
            words_sealed=None if words is None else vault(session).seal(words),
            at=now(session),
        )
    )
    details = {"step": step.value, "desk": ticket.desk.value, "revision": str(ticket.revision)}
    audit.record(
        session,
        _ACTS[step],
        by=by,
        hat=ticket.role_id if hat is None and by is not None else None if hat is None else hat.role_id,
        subject=f"ticket:{ticket.id}",
        details=details if code is None else {**details, "code": code.value},
    )


def lines(session: Session, ticket_id: int, *, kinds: Iterable[TicketStep] = tuple(TicketStep)) -> tuple[Line, ...]:
    """The history, oldest first; one statement."""
    rows = session.execute(
        sa.select(
            col(TicketEntry.step),
            col(TicketEntry.at),
            col(Office.name),
            col(TicketEntry.code),
            col(TicketEntry.words_sealed),
        )
        .outerjoin(Role, col(Role.id) == col(TicketEntry.role_id))
        .outerjoin(Office, col(Office.id) == col(Role.office_id))
        .where(col(TicketEntry.ticket_id) == ticket_id, col(TicketEntry.step).in_(tuple(kinds)))
        .order_by(col(TicketEntry.id))
    ).all()
    safe = vault(session)
    return tuple(
        Line(step, at, office, code, None if sealed is None else safe.open(sealed))
        for step, at, office, code, sealed in rows
    )


def days(session: Session, key: RuleKey, office_id: int | None, at: datetime) -> int:
    """So many days the rule gives in this province (None: the country)."""
    return letters.rule(session, key, office_id, tehran_date(at)).number
