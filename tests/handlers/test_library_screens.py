"""The library's screens at their longest, and that nothing on them is without words."""

from datetime import date

import pytest

from bot.words import words
from handlers import rules
from handlers.library.front import lines
from handlers.library.reading import USED, letter_screen
from handlers.screen import Part
from models.circulars import CircularClass
from models.circulars.changes import MOST_CHANGES, Change, Preview
from models.circulars.effects import Concern, Effect
from models.circulars.library import PAGE, Entry, Shelf
from models.letters import LETTERS, CircularClause, Citation, Rule, RuleKey, RuleShape, Setting, shape
from models.organisations import OfficeKind
from models.people import Language

LIMIT = 4096
DAY = date(2026, 12, 1)
LONG = "نام بلند " * 8
CITED = Citation(CircularClause(10**9, 40), "۶۰/" + "۱" * 50, DAY, "")
VALUES = {RuleShape.NUMBER: "90", RuleShape.YES_NO: "yes", RuleShape.DATE: "2027-04-14", RuleShape.DAYS: "0,1,5,8,9,10"}


def _size(parts: list[Part], language: Language) -> int:
    return len(words(language).text(parts).encode("utf-16-le")) // 2


def _rule(key: RuleKey) -> Rule:
    return Rule(key, VALUES[shape(key)], CITED)


@pytest.mark.parametrize("language", list(Language))
def test_the_longest_page_of_the_library_fits_a_message(language: Language) -> None:
    entry = Entry(
        10**9, "۶۰/" + "۱" * 57, DAY, "م" * 150, "د" * 200, OfficeKind.UNION, CircularClass.URGENT, withdrawn=True
    )
    assert _size(lines(Shelf((entry,) * PAGE, more=True)), language) < LIMIT


@pytest.mark.parametrize("language", list(Language))
def test_every_letter_fits_and_says_what_rests_on_it(language: Language) -> None:
    for letter in LETTERS.values():
        assert _size(list(letter_screen(letter, ()).parts), language) < LIMIT
    for clause in USED:
        assert words(language).say(f"library-use-{clause.letter.value.lower()}-{clause.part.value}")


@pytest.mark.parametrize("language", list(Language))
def test_every_rule_and_every_concern_has_its_words(language: Language) -> None:
    for key in RuleKey:
        change = Change(key, VALUES[shape(key)], DAY, 40)
        seen = Preview(change, LONG, OfficeKind.UNION, _rule(key), 10**6, ((OfficeKind.UNION, LONG),) * 9)
        assert _size(rules.previews((seen,) * MOST_CHANGES), language) < LIMIT
        for concern in Concern:
            told = Effect(change, LONG, OfficeKind.UNION, _rule(key), concern, LONG, None, _rule(key))
            assert _size(rules.effects((told,) * MOST_CHANGES), language) < LIMIT
    empty = Change(RuleKey.GRACE_UNTIL, "", DAY)
    old = Rule(RuleKey.GRACE_UNTIL, "", Setting(None, None, default=True))
    assert rules.effects((Effect(empty, None, None, old, Concern.OTHERS),))
