"""Writing a circular as a form: a text that a messenger parted is one again; numbers, dates and files are judged."""

from datetime import UTC, datetime

import pytest
from aiogram.types import Chat, Document, Message

from bot.jobs import kind_of
from handlers.circulars.composing import Composing, content_of
from handlers.files import FileProblem, file_of
from handlers.form import Body, Other, Pressed, Typed, advance, place
from models.circulars import CircularClass, Passing
from models.values.problem import Problem

FORM = Composing.form
PROVINCE = {"kind": "province", "role": 1, "today": "2026-11-27"}


def _typed(body: Body, *texts: str) -> None:
    for text in texts:
        turn = advance(FORM, body, Typed(text))
        assert not isinstance(turn.note, Problem), turn.note


def _begun() -> Body:
    body = Body(facts=dict(PROVINCE))
    _typed(body, "شمارهٔ ۶۰/۱۲۳۴", "۱۴۰۵/۰۹/۰۵", "مهلت ثبت آمار")
    return body


def _standing(body: Body) -> str:
    at = place(FORM, body)
    return at if isinstance(at, str) else at.name


def test_a_pasted_text_that_a_messenger_parted_is_one_text_again() -> None:
    body = _begun()
    first = "آمار هر ماه ثبت می‌شود. " * 140 + "واحد باید"
    _typed(body, first)
    assert _standing(body) == "summary.2"
    _typed(body, "خودش ثبت کند.")
    assert _standing(body) == "clause.1"  # a short piece is the last one
    advance(FORM, body, Pressed("skip", 0))
    for option in (0, 0):
        advance(FORM, body, Pressed("pick", option))
    content = content_of(body)
    assert content.summary.endswith("واحد باید خودش ثبت کند.")
    assert (content.clauses, content.grade, content.passing) == ((), CircularClass.ORDINARY, Passing.AT_ONCE)


def test_a_short_text_asks_for_no_more_and_a_union_for_no_way() -> None:
    body = _begun()
    body.restate({"kind": "union"})
    _typed(body, "متن کوتاه است.", "بند یکم")
    assert _standing(body) == "clause.2"
    assert "passing" not in [step.name for step in FORM.questions(body)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("بی‌شماره", "letter-number-missing"),
        ("09121234567", "letter-number-phone"),
    ],
)
def test_a_number_that_is_none(typed: str, code: str) -> None:
    turn = advance(FORM, Body(facts=dict(PROVINCE)), Typed(typed))
    assert isinstance(turn.note, Problem)
    assert turn.note.code == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("۱۴۰۵/۰۹/۳۰", "circular-date-ahead"), ("دیروز", "not-a-date"), ("2026/11/20", "gregorian-date")],
)
def test_a_date_that_is_none(typed: str, code: str) -> None:
    body = Body(facts=dict(PROVINCE))
    _typed(body, "۶۰/۱۲۳۴")
    turn = advance(FORM, body, Typed(typed))
    assert isinstance(turn.note, Problem)
    assert turn.note.code == code


def test_a_voice_message_is_no_text() -> None:
    turn = advance(FORM, _begun(), Other("voice"))
    assert turn.note is not None


def test_sixty_megabytes_are_refused_before_they_are_fetched() -> None:
    document = Document(file_id="1", file_unique_id="1", file_name="نامه.pdf", file_size=60 * 1024 * 1024)
    message = Message(
        message_id=1, date=datetime(2026, 11, 27, tzinfo=UTC), chat=Chat(id=1, type="private"), document=document
    )
    refused = file_of(message)
    assert isinstance(refused, Problem)
    assert (refused.code, refused.values["got"]) == (FileProblem.TOO_LARGE, 60)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "pdf"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"MZ", "other"),
        (b"", "other"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(body: bytes, kind: str) -> None:
    assert kind_of(body) == kind
