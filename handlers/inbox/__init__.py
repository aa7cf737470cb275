"""The union's inbox: what waits, the card of each, and the union's answer to it."""

from handlers.inbox.answers import Rejection, Return
from handlers.inbox.conflicts import NamingARival
from handlers.inbox.desk import router

__all__ = ["NamingARival", "Rejection", "Return", "router"]
