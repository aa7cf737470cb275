"""The demo world: offices, people, thirty workshops with eighteen months of history; every name and number invented."""

from bot.demo.cast import Player, personas
from bot.demo.seeding import seed_demo

__all__ = ["Player", "personas", "seed_demo"]
