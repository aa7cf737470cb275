"""The form engine by itself: echoes answered in words, what was sent back, giving up, forwarded messages."""

from typing import Final

import pytest

from bot.words import plain, words
from handlers.form import (
    EDIT,
    SUMMARY,
    Body,
    Course,
    Form,
    Kind,
    Option,
    Other,
    Pressed,
    Returned,
    Step,
    Turn,
    Typed,
    advance,
    lead,
    place,
    view,
)
from handlers.screen import Part, Value, Word
from models.people import Language
from models.values.problem import Problem
from models.values.quantity import parse_count
from tests.conversations.world import read

VALUES: Final[dict[str, Value]] = {"month": Word("month-8"), "product": "کفش"}
SENT: Final = {"n": 5, "m": 6, "k": "yes"}


def _count(text: str, _: Body) -> int | Problem:
    return parse_count(text)


def _steps(_: Body) -> tuple[Step, ...]:
    return (
        Step("n", "month-ask-note", "month-label-note", read=_count, echo="registration-echo-usual", values=VALUES),
        Step("m", "month-ask-note", "month-label-note", read=_count, values=VALUES),
        Step("k", "month-ask-note", "month-label-note", Kind.PICK, options=(Option("yes", "yes"),), values=VALUES),
    )


def _returned(body: Body) -> tuple[Returned, ...]:
    sent = body.facts.get("sent", {})
    return tuple(
        Returned(name, Part("form-remark", {"field": name, "reason": Word("yes")}), body.answers.get(name) != said)
        for name, said in sent.items()
    )


FORM: Final = Form("sample", _steps, lambda _: (Part("month-legend"),), "button-send-registration", returned=_returned)


def reads(body: Body) -> str:
    return read(plain(words(Language.FA).text(view(FORM, body, 1, 1).parts)))


def labels(body: Body) -> list[str]:
    return [words(Language.FA).label(button) for row in view(FORM, body, 1, 1).rows for button in row]


def press(body: Body, verb: str, arg: int = 0) -> Turn:
    return advance(FORM, body, Pressed(verb, arg))


def at(body: Body) -> str:
    here = place(FORM, body)
    return here if isinstance(here, str) else here.name


# -- an echo ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["بله", "آره", "درسته", "ok"])
def test_an_echo_is_confirmed_in_words(word: str) -> None:
    body = Body()
    advance(FORM, body, Typed("7"))
    assert body.answers == {}
    assert advance(FORM, body, Typed(word)).answered == "n"
    assert body.answers == {"n": 7}


@pytest.mark.parametrize("word", ["نه", "خیر", "غلط", "اشتباه"])
def test_an_echo_is_denied_in_words_and_no_is_not_nine(word: str) -> None:
    body = Body()
    advance(FORM, body, Typed("7"))
    advance(FORM, body, Typed(word))
    assert body.pending is None
    assert body.answers == {}
    advance(FORM, body, Typed("8"))
    advance(FORM, body, Typed("بله"))
    assert body.answers == {"n": 8}


def test_without_an_echo_the_nine_is_a_nine() -> None:
    body = Body({"n": 7})
    advance(FORM, body, Typed("نه"))
    assert body.answers["m"] == 9


# -- what was sent back -------------------------------------------------------------------------------------------


def sent_back(*names: str) -> Body:
    body = Body(dict(SENT), facts={"sent": {name: SENT[name] for name in names}})
    lead(FORM, body)
    return body


def test_one_that_was_sent_back_leads_to_the_next_and_then_to_the_summary() -> None:
    body = sent_back("n", "m")
    assert at(body) == "n"
    assert "بخش: n" in reads(body)
    assert "هنوز اصلاح نشده" not in reads(body)
    assert "بخش: m" not in reads(body)
    advance(FORM, body, Typed("7"))
    press(body, "yes")
    assert at(body) == "m"
    assert "بخش: m" in reads(body)
    press(body, "keep")
    assert at(body) == SUMMARY
    assert "بخش: n. دلیل: بله. اصلاح شد ✅\nبخش: m. دلیل: بله. هنوز اصلاح نشده ⚠️\n" in reads(body)


def test_leaving_the_way_to_the_summary_ends_it_and_editing_comes_back_there() -> None:
    body = sent_back("n", "m")
    press(body, "back")
    assert at(body) == SUMMARY
    press(body, "edit")
    press(body, "open", 0)
    advance(FORM, body, Typed("9"))
    press(body, "yes")
    assert at(body) == SUMMARY


def test_the_queue_survives_the_draft() -> None:
    body = Body.of_json(sent_back("n", "m").as_json())
    press(body, "keep")
    assert at(body) == "m"


def test_what_is_not_mended_is_asked_about_once() -> None:
    body = sent_back("n")
    press(body, "keep")
    assert press(body, "submit").course is Course.STAY
    assert "بخش: n" in reads(body)
    assert labels(body)[:2] == ["اصلاح می‌کنم", "همین‌طور می‌فرستم"]
    press(body, "back")
    assert at(body) == SUMMARY
    press(body, "submit")
    assert press(body, "submit").course is Course.SUBMIT


def test_it_is_mended_from_that_very_question() -> None:
    body = sent_back("n")
    press(body, "keep")
    press(body, "submit")
    press(body, "mend")
    assert at(body) == "n"
    advance(FORM, body, Typed("7"))
    press(body, "yes")
    assert press(body, "submit").course is Course.SUBMIT


# -- giving up ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", [SUMMARY, EDIT])
def test_a_form_is_given_up_after_one_question(where: str) -> None:
    body = Body(dict(SENT), where)
    assert "انصراف" in labels(body)
    assert press(body, "forget").course is Course.STAY
    press(body, "drop")
    assert "پاک شود؟" in reads(body)
    press(body, "no")
    assert at(body) == where
    assert body.answers == SENT
    press(body, "drop")
    assert press(body, "forget").course is Course.DROPPED


def test_nothing_is_thrown_away_by_a_typed_word() -> None:
    body = Body(dict(SENT), SUMMARY)
    press(body, "drop")
    turn = advance(FORM, body, Typed("سلام"))
    assert (turn.course, turn.note) == (Course.STAY, Part("form-use-buttons"))
    assert "پاک شود؟" in reads(body)


def test_a_form_is_untouched_until_the_first_answer() -> None:
    body = Body(dict(SENT), SUMMARY, untouched=True)
    press(body, "edit")
    press(body, "open", 1)
    advance(FORM, body, Typed("?"))
    assert Body.of_json(body.as_json()).untouched
    advance(FORM, body, Typed("3"))
    assert not Body.of_json(body.as_json()).untouched


# -- what is no answer --------------------------------------------------------------------------------------------


def test_a_forwarded_message_is_no_answer() -> None:
    body = Body()
    assert advance(FORM, body, Other("forward")).note == Part("form-forward")
    assert body.answers == {}
