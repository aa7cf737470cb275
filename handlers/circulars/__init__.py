"""Circulars: composed and released at an office's desk, passed on from level to level, read and acknowledged."""

from aiogram import Router

from handlers.circulars import closing, reading

__all__ = ["router"]


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars")
    own.include_router(closing.router())
    own.include_router(reading.router())
    return own
