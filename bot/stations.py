"""The messengers as this process serves them: each one's profile and the wire to it."""

from bot.messengers.bale import Bale
from bot.messengers.link import Link
from bot.messengers.profile import Profile
from bot.messengers.showing import Station
from bot.messengers.telegram import Telegram
from bot.settings import Settings
from models.people import Messenger

PROFILES: dict[Messenger, type[Profile]] = {Messenger.TELEGRAM: Telegram, Messenger.BALE: Bale}


def make_stations(settings: Settings) -> dict[Messenger, Station]:
    """The messengers that have a token."""
    stations: dict[Messenger, Station] = {}
    for messenger in settings.messengers:
        one = settings.of(messenger)
        assert one.token is not None
        proxy = None if one.proxy is None else one.proxy.get_secret_value()
        link = Link(settings.url(messenger), one.token.get_secret_value(), proxy=proxy)
        stations[messenger] = Station(PROFILES[messenger](), link)
    return stations
