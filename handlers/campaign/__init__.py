"""The registration campaign: boards of coverage, the unions' invitations, and coming in by one."""

from aiogram import Router

from handlers.campaign.arriving import by_link, register_join
from handlers.campaign.cards import LETTER
from handlers.campaign.desk import register_taps
from handlers.campaign.forms import MembersForm, StartForm

__all__ = ["LETTER", "MembersForm", "StartForm", "by_link", "router"]


def router() -> Router:
    """The campaign's taps."""
    routes = Router(name="campaign")
    register_join(routes)
    register_taps(routes)
    return routes
