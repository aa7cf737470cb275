"""How texts come out: which way a line runs."""

import unicodedata

import pytest

from bot.words import words
from handlers.screen import Code, Part
from models.people import Language


def _direction(line: str) -> str:
    """Of a paragraph, by rules P2 and P3 of the bidirectional algorithm; "" without a letter outside isolates."""
    depth = 0
    for character in line:
        kind = unicodedata.bidirectional(character)
        if kind in {"FSI", "LRI", "RLI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return ""


def _lines(text: str) -> list[str]:
    return words(Language.FA).text((Part("notice-circular-text", {"text": text}),)).split("\n")


@pytest.mark.parametrize(
    "said",
    [
        "جنوب کرمان",
        "۱۲ تن",
        "PVC نرم",
        "«فرش» و PVC",
        "بند نخست\nبند دوم\nGrade 304 فولاد",
        "آ" * 3000,
        "\u2069فرار\u2068",
    ],
)
def test_a_persons_words_run_from_the_right(said: str) -> None:
    assert {_direction(line) for line in _lines(said)} == {"rtl"}


def test_a_line_that_begins_with_a_code_runs_from_the_right() -> None:
    said = words(Language.FA).text((Part("desk-line", {"code": Code("BY-X4FJ-KTSH"), "marks": "صندوق اتحادیه"}),))
    assert _direction(said) == "rtl"


@pytest.mark.parametrize("said", ["BY-X4FJ-KTSH", "https://example.com", "12 / 5"])
def test_what_holds_no_persian_stays_as_it_is(said: str) -> None:
    (line,) = _lines(said)
    assert "\u200f" not in line


def test_english_stays_as_it_is() -> None:
    assert "\u200f" not in words(Language.EN).text((Part("notice-circular-text", {"text": "جنوب کرمان"}),))
