"""Until when a month is on time: the end of the 10th of the following month in Tehran, unless a rule says otherwise."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlmodel import Session

from models import letters
from models.letters import Citation, Rule, RuleKey, Setting
from models.values.jalali import TEHRAN, JalaliMonth


@dataclass(frozen=True, slots=True)
class Deadline:
    """``day`` is the last day (Gregorian); ``ends`` the UTC instant of its end in Tehran, itself too late.

    ``source``: what the day rests on; the grace date's own source when that decides (``grace``).
    """

    day: date
    ends: datetime
    source: Citation | Setting
    grace: bool = False

    def passed(self, judged_at: datetime) -> bool:
        """Whether what is judged by this instant is late."""
        return judged_at >= self.ends


def deadline(session: Session, union_id: int, month: JalaliMonth) -> Deadline:
    """The deadline of a month for the units of a union; Esfand's usual one is 10 Farvardin.

    A grace date moves the deadlines that fall between the day from which its rule is valid and itself, no others.
    """
    book = letters.rule_book(session, union_id)
    entry = book.rule(RuleKey.ENTRY_DAY, month.next().first_day)
    return deadline_by(entry, book.rule(RuleKey.GRACE_UNTIL, _usual(entry, month)), month)


def deadline_by(entry: Rule, grace: Rule, month: JalaliMonth) -> Deadline:
    """The deadline by these two rules, for who has read them already."""
    day, moved = _usual(entry, month), grace.day
    if moved is not None and moved > day:
        return Deadline(moved, _end(moved), grace.source, grace=True)
    return Deadline(day, _end(day), entry.source)


def entry_day(session: Session, offices: Collection[int], on: date) -> int:
    """The day until whose end last month's figures are on time there, the country's without offices; the first one."""
    books = letters.rule_books(session, offices).values() if offices else (letters.rule_book(session, None),)
    return min(book.rule(RuleKey.ENTRY_DAY, on).number for book in books)


def _usual(entry: Rule, month: JalaliMonth) -> date:
    following = month.next()
    return following.day(min(entry.number, following.days))


def _end(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), TEHRAN).astimezone(UTC)
