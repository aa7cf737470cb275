"""The demo world: offices, people, thirty workshops with eighteen months of history; every name and number invented."""

from bot.demo.cast import BOT_NAME, Player, personas
from bot.demo.seeding import seed_demo

__all__ = ["BOT_NAME", "Player", "personas", "seed_demo"]
