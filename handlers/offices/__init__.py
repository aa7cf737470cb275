"""Offices and people: one's role, the offices below, invitations, roles taken back, absence, a unit's delegates."""

from handlers.offices.adding import CONVERSATION as ADDING
from handlers.offices.desk import router
from handlers.offices.inviting import CONVERSATION as INVITING
from handlers.offices.inviting import LETTER
from handlers.offices.taking import opened

__all__ = ["ADDING", "INVITING", "LETTER", "opened", "router"]
