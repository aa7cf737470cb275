"""Circulars: composed and released at an office's desk, passed on from level to level, read and acknowledged."""

from aiogram import Router

from handlers.circulars import (
    additions,
    answers,
    attaching,
    audience,
    changing,
    closing,
    composing,
    desk,
    ended,
    following,
    passing,
    preview,
    reading,
    releasing,
)

__all__ = ["CONVERSATIONS", "router"]

CONVERSATIONS = (
    composing.Composing(),
    audience.PlaceForm(),
    releasing.Scheduling(),
    changing.RuleForm(),
    *additions.CONVERSATIONS,
    *passing.CONVERSATIONS,
)


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars")
    own.include_router(desk.router())
    own.include_router(audience.router())
    own.include_router(following.router())
    own.include_router(ended.router())
    own.include_router(answers.router())
    own.include_router(attaching.router())
    own.include_router(preview.router())
    own.include_router(closing.router())
    own.include_router(passing.router())
    own.include_router(reading.router())
    return own
