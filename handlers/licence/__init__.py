"""A renewed licence: stated by the owner, laid before the union, mended where the union returned it."""

from handlers.licence.conversation import CONVERSATION, router

__all__ = ["CONVERSATION", "router"]
