"""Who may do what with a ticket in each state: one table, read by the gate and by the cards."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from models.support.records import TicketState


class TicketActor(StrEnum):
    """What somebody is to a ticket."""

    ASKER = "asker"
    HOLDER = "holder"
    """At the desk that owes the answer, and has taken it."""
    DESK = "desk"
    """At that desk, while nobody holds it."""
    COLLEAGUE = "colleague"
    """At that desk, while another holds it."""
    ONLOOKER = "onlooker"
    """In the ticket's province, after it was sent on."""


class TicketAction(StrEnum):
    """What can be done with a ticket."""

    LOOK = "look"
    WRITE_BACK = "write-back"
    SOLVED = "solved"
    NOT_SOLVED = "not-solved"
    TAKE = "take"
    LET_GO = "let-go"
    ANSWER = "answer"
    SEND_ON = "send-on"
    """Only from the province's desk."""
    CLOSE = "close"


_A = TicketAction
_LOOK: Final = frozenset({_A.LOOK})

TICKET_ACTIONS: Final[Mapping[TicketState, Mapping[TicketActor, frozenset[TicketAction]]]] = {
    TicketState.WAITING: {
        TicketActor.ASKER: _LOOK | {_A.WRITE_BACK, _A.SOLVED},
        TicketActor.HOLDER: _LOOK | {_A.LET_GO, _A.ANSWER, _A.SEND_ON, _A.CLOSE},
        TicketActor.DESK: _LOOK | {_A.TAKE},
        TicketActor.COLLEAGUE: _LOOK,
        TicketActor.ONLOOKER: _LOOK,
    },
    TicketState.ANSWERED: {
        TicketActor.ASKER: _LOOK | {_A.WRITE_BACK, _A.SOLVED, _A.NOT_SOLVED},
        TicketActor.HOLDER: _LOOK,
        TicketActor.DESK: _LOOK,
        TicketActor.COLLEAGUE: _LOOK,
        TicketActor.ONLOOKER: _LOOK,
    },
    TicketState.CLOSED: {
        TicketActor.ASKER: _LOOK | {_A.NOT_SOLVED},
        TicketActor.HOLDER: _LOOK,
        TicketActor.DESK: _LOOK,
        TicketActor.COLLEAGUE: _LOOK,
        TicketActor.ONLOOKER: _LOOK,
    },
}
"""A closed ticket is opened again by «not solved», within the time that a rule gives."""
