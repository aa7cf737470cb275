"""How a screen looks on a messenger: its text as that messenger's own rules make it, its buttons, its length."""

from typing import Final

from bot.messengers.bale import Bale
from bot.messengers.profile import Profile
from bot.messengers.rendering import MOST_TEXT, render
from bot.messengers.telegram import Telegram
from bot.words import Words
from handlers.screen import Look, Screen
from models.people import Messenger

_PROFILES: Final[dict[Messenger, Profile]] = {Messenger.TELEGRAM: Telegram(), Messenger.BALE: Bale()}


def look(screen: Screen, messenger: Messenger, words: Words) -> Look:
    """The message that this messenger would be sent; a file is not looked at."""
    sent = _PROFILES[messenger].message(0, render(screen, words))
    text = str(sent["text"])
    rows = sent.get("reply_markup", {}).get("inline_keyboard", ())
    labels = tuple(str(key["text"]) for row in rows for key in row)
    return Look(text, labels, len(text.encode("utf-16-le")) // 2, MOST_TEXT, frozenset(_PROFILES[messenger].alters))
