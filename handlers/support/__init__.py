"""Trouble: somebody writes what is wrong, the province's liaison answers, the statistics office after that."""

from handlers.support import desk, inspection, mine, papers
from handlers.support.papers import PapersConversation
from handlers.support.writing import AnswerConversation, TicketConversation, WriteBackConversation

__all__ = [
    "AnswerConversation",
    "PapersConversation",
    "TicketConversation",
    "WriteBackConversation",
    "desk",
    "inspection",
    "mine",
    "papers",
]
