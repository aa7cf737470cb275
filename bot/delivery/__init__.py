"""Delivery: notices leave the outbox at an even pace, and what became of each of them is recorded.

python-telegram-bot is used here and nowhere else; aiogram is not.
"""

from bot.delivery.delivery import Delivery

__all__ = ["Delivery"]
