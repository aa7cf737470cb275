"""What troubles people when the play begins: two tickets wait for the liaison, and one unit was asked for papers."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session

from bot.demo.history import Act
from bot.demo.numbers import granted
from models import support, units
from models.support import Asked, AskedBy, AskedFor, Where

_TICKETS: Final = (
    ("mahin", timedelta(days=2, hours=20), Where("inbox"), "نام کاربری اتحادیه را در بهین‌یاب می‌زنیم و باز نمی‌شود."),
    ("rostam", timedelta(hours=20), Where("verdict"), "اتحادیه آمار شهریور را تأیید کرده است؛ چرا هنوز در انتظار است؟"),
)
"""Who wrote, how long ago, from which screen, and what."""
_ASKED: Final = ("bahareh", timedelta(days=3), "گفتند بدون فاکتور خرید چرم، پرونده را نمی‌بینند.")


def troubles(opens: datetime, known: Mapping[str, int], province_id: int) -> Iterator[tuple[datetime, Act]]:
    """These acts with their instants."""
    for who, ago, where, words in _TICKETS:
        yield opens - ago, _ticket(known[who], province_id, where, words)
    who, ago, words = _ASKED
    yield opens - ago, _report(known[who], words)


def _ticket(person_id: int, province_id: int, where: Where, words: str) -> Act:
    def act(session: Session) -> None:
        granted(support.open_ticket(session, person_id, province_id, words, where))

    return act


def _report(person_id: int, words: str) -> Act:
    def act(session: Session) -> None:
        unit = units.my_units(session, person_id)[0]
        granted(support.report_papers(session, person_id, unit.id, Asked(AskedBy.COUNTY, AskedFor.DOCUMENTS, words)))

    return act
