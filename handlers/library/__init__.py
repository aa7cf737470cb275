"""The library of circulars: what was circulated and the four letters, found by number, word and date, and read."""

from aiogram import Router

from handlers.library import front, reading, searching

__all__ = ["router"]


def router() -> Router:
    """What is answered here."""
    own = Router(name="library")
    own.include_router(front.router())
    own.include_router(searching.router())
    own.include_router(reading.router())
    return own
