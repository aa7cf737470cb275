"""Typed words beside buttons: yes, no, a choice by its label."""

import pytest

from models.values.meaning import greets, meant, says_no, says_yes

MADE = ["بله، تولید داشتیم", "نه، تولیدی نبود"]
PLACES = ["کرمان", "کرمانشاه", "خراسان رضوی", "خراسان جنوبی", "سیستان و بلوچستان"]


@pytest.mark.parametrize(
    "text", ["بله", "بله.", "آره", "درسته", "OK", "بلى", "بله، درست است", "آره درسته", "اوکی", "همینه", "صحیح است ✅"]
)
def test_a_word_of_assent(text: str) -> None:
    assert says_yes(text)
    assert not says_no(text)


@pytest.mark.parametrize("text", ["نه", "نه!", "خیر", "غلط", "اشتباه"])
def test_a_word_of_denial(text: str) -> None:
    assert says_no(text)
    assert not says_yes(text)


@pytest.mark.parametrize("text", ["", "نه صد", "۹", "بله و نه", "👍", "است", "بله ۲۰۰", "همان ۶ نفر", "نه، درست است"])
def test_anything_else_is_neither(text: str) -> None:
    assert not says_yes(text)
    assert not says_no(text)


@pytest.mark.parametrize(
    ("text", "labels", "index"),
    [
        ("بله", MADE, 0),
        ("آره", MADE, 0),
        ("نه", MADE, 1),
        ("خیر", MADE, 1),
        ("نه تولیدی نبود", MADE, 1),
        ("كرمان", PLACES, 0),
        ("سیستان", PLACES, 4),
        ("خراسان", PLACES, None),
        ("خراسان‌ رضوی", PLACES, 2),
        ("تهران", PLACES, None),
        ("!", PLACES, None),
        ("بله", PLACES, None),
    ],
)
def test_a_choice_is_meant_only_when_it_is_the_only_one(text: str, labels: list[str], index: int | None) -> None:
    assert meant(text, labels) == index


@pytest.mark.parametrize("text", ["سلام", "سلام!", "سلام 👋", "Hello", "سلام علیکم"])
def test_a_greeting_is_known_with_its_signs(text: str) -> None:
    assert greets(text)


@pytest.mark.parametrize("text", ["سلام، چطور ثبت‌نام کنم؟", "۱۲", "", "!"])
def test_a_question_is_no_greeting(text: str) -> None:
    assert not greets(text)
