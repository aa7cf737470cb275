"""Passing circulars on: what waits for an office, the one tap, its covering letter, and the tree of who has what."""

from aiogram import Router

from handlers.circulars.passing import branches, desk
from handlers.circulars.passing.letter import LetterForm

__all__ = ["CONVERSATIONS", "router"]

CONVERSATIONS = (LetterForm(),)


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.passing")
    own.include_router(desk.router())
    own.include_router(branches.router())
    return own
