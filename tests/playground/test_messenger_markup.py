"""What people read: Telegram's formatting and Bale's Markdown, taken apart into runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.messenger import Dialect, Refused, bale_text, entities
from bot.playground.messenger.runs import Run, cut

from .conftest import ALI, Line

PLAIN = frozenset[str]()


def spans(text: str, mode: str) -> tuple[str, list[tuple[str, int, int]]]:
    formatted = entities.parse(text, mode)
    return formatted.text, [(entity["type"], entity["offset"], entity["length"]) for entity in formatted.entities]


@pytest.mark.parametrize(
    ("text", "mode", "expected"),
    [
        ("سلام", "HTML", ("سلام", [])),
        ("<b>a</b> &lt;b&gt; &amp; &nbsp;", "HTML", ("a <b> & &nbsp;", [("bold", 0, 1)])),
        ("😀<b>x<i>y</i></b>", "html", ("😀xy", [("bold", 2, 2), ("italic", 3, 1)])),
        ('<a href="https://example.com/?a=1&amp;b=2">link</a>', "HTML", ("link", [("text_link", 0, 4)])),
        ('<span class="tg-spoiler">x</span><code>1</code>', "HTML", ("x1", [("spoiler", 0, 1), ("code", 1, 1)])),
        ("<blockquote expandable>q</blockquote>", "HTML", ("q", [("expandable_blockquote", 0, 1)])),
        ("a > b", "HTML", ("a > b", [])),
        (r"*a* _b_ __c__ ~d~ ||e|| `f` 1\.5", "MarkdownV2", (
            "a b c d e f 1.5",
            [
                ("bold", 0, 1),
                ("italic", 2, 1),
                ("underline", 4, 1),
                ("strikethrough", 6, 1),
                ("spoiler", 8, 1),
                ("code", 10, 1),
            ],
        )),
        ("[a](https://example.com/x\\)y)", "MarkdownV2", ("a", [("text_link", 0, 1)])),
        (">q1\n>q2\nend", "MarkdownV2", ("q1\nq2\nend", [("blockquote", 0, 6)])),
        ("```python\nx = 1\n```", "MarkdownV2", ("x = 1\n", [("pre", 0, 6)])),
        ("*a* [b](https://example.com) `c` \\_", "Markdown", (
            "a b c _",
            [("bold", 0, 1), ("text_link", 2, 1), ("code", 4, 1)],
        )),
    ],
)  # fmt: skip
def test_telegram_parses(text: str, mode: str, expected: tuple[str, list[tuple[str, int, int]]]) -> None:
    assert spans(text, mode) == expected


def test_runs_are_cut_where_styles_change() -> None:
    formatted = entities.parse('😀 <b>x<a href="https://example.com">y</a></b> z', "HTML")
    assert cut(formatted.text, formatted.entities) == (
        Run("😀 ", PLAIN),
        Run("x", frozenset({"bold"})),
        Run("y", frozenset({"bold", "text_link"}), "https://example.com"),
        Run(" z", PLAIN),
    )


@given(st.text(alphabet="ab<>&;\"'/=*_~|`[]()\\!.-# \nسلا😀"), st.sampled_from(["HTML", "MarkdownV2", "Markdown"]))
def test_whatever_is_sent_parses_or_is_refused(text: str, mode: str) -> None:
    try:
        formatted = entities.parse(text, mode)
    except Refused as refused:
        assert refused.description.startswith("Bad Request: can't parse entities: ")  # noqa: PT017 - one of two ends
        assert refused.malformed  # noqa: PT017
    else:
        assert entities.check(formatted.text, formatted.entities) == formatted.entities
        assert "".join(run.text for run in cut(formatted.text, formatted.entities)) == formatted.text


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("*پررنگ*", [("پررنگ", {"bold"})]),
        ("نام: *پررنگ* بود", [("نام: ", set()), ("پررنگ", {"bold"}), (" بود", set())]),
        ("_کج_\nx", [("کج", {"italic"}), ("\nx", set())]),
        ("2*3*4", [("2*3*4", set())]),
        ("10*20* cm", [("10*20* cm", set())]),
        ("x_y_ z", [("x_y_ z", set())]),
        ("snake_case_name", [("snake_case_name", set())]),
        ("* not bold *", [("* not bold *", set())]),
        ("[text](https://example.com)", [("text", {"text_link"})]),
        ("[text] (https://example.com)", [("[text] (https://example.com)", set())]),
        ("```[title]details```", [("details", {"note"})]),
        ("<b>x</b>", [("<b>x</b>", set())]),
    ],
)
def test_bale_renders_every_text(text: str, marks: list[tuple[str, set[str]]]) -> None:
    assert [(run.text, set(run.marks)) for run in bale_text.render(text)] == marks


async def test_bales_marks_are_seen_on_the_screen(line: Line) -> None:
    """So a test can tell whether a person's own asterisks became bold."""
    await line.call("sendMessage", chat_id=ALI, text="نام: *علی* ")
    [shown] = line.messenger.chat(ALI).messages
    assert shown.sent == "نام: *علی* "
    bold = [run.text for run in shown.rendered if "bold" in run.marks]
    if line.messenger.dialect is Dialect.BALE:
        assert (shown.text, bold) == ("نام: علی ", ["علی"])
    else:
        assert (shown.text, bold) == ("نام: *علی* ", [])


async def test_telegram_counts_after_parsing(line: Line) -> None:
    if line.messenger.dialect is Dialect.TELEGRAM:
        text = "<b>" + "x" * 4096 + "</b>"
        assert await line.call("sendMessage", chat_id=ALI, text=text, parse_mode="HTML")
