"""Every refusal of the values has its words in both languages, and they need no variable that it does not carry."""

import re
from enum import StrEnum
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource

from models.values.ids import IdHint, IdKind, IdProblem, IdWarning, parse_id, recognise
from models.values.jalali import DateProblem, parse_date
from models.values.problem import Problem
from models.values.quantity import Counted, Measure, QuantityProblem, parse_count, parse_money, parse_quantity
from models.values.text import TextProblem, free_text

LOCALES = Path(__file__).parents[2] / "locales"
CODES: list[StrEnum] = [*TextProblem, *DateProblem, *IdProblem, *QuantityProblem]
NATIONAL = {IdKind.NATIONAL: "0013542419"}
REFUSED = [
    *(free_text(text, most=5, least=2) for text in ("", "👍", "آ", "آبادان")),
    *map(
        parse_date,
        ("x", "1 آبان", "05/8/1", "1200/1/1", "1405/13/1", "1405/7/31", "2026/11/22"),
    ),
    *(
        parse_id(kind, text)
        for kind, text in (
            (IdKind.NATIONAL, ""),
            (IdKind.NATIONAL, "12ش"),
            (IdKind.NATIONAL, "123"),
            (IdKind.NATIONAL, "13542419"),
            (IdKind.NATIONAL, "1111111111"),
            (IdKind.NATIONAL, "1234567890"),
            (IdKind.GUILD, "123"),
            (IdKind.LICENCE, "1" * 40),
            (IdKind.LICENCE, "*1"),
            (IdKind.LICENCE, "ندارم"),
            (IdKind.POSTAL, "0123456788"),
            (IdKind.PHONE, "02112345678"),
            (IdKind.PHONE, "+491701234567"),
            (IdKind.PRODUCT, "2101912306"),
            (IdKind.LEGAL, "09121234567"),
        )
    ),
    recognise("0013542419", NATIONAL, IdKind.GUILD),
    *(
        parse_quantity(text, Measure.KILOGRAM)
        for text in (
            *("", "-5", "حدود ۵", "۱۰ تا ۱۲", "12 15", "12a5", "۵ کفش", "۵*۳", "1,2345", "بیست پنج", "1.2345"),
            *("9" * 20, "۵ متر"),
        )
    ),
    parse_money("1.5"),
    parse_count("99999"),
]


@pytest.fixture(scope="module", params=["fa", "en"])
def bundle(request: pytest.FixtureRequest) -> FluentBundle:
    made = FluentBundle([request.param], use_isolating=False)
    made.add_resource(FluentResource((LOCALES / request.param / "values.ftl").read_text(encoding="utf-8")))
    return made


def test_every_code_is_tried_and_codes_are_named_once() -> None:
    tried = {problem.code for problem in REFUSED if isinstance(problem, Problem)}
    assert tried == set(CODES)
    assert len({code.value for code in CODES}) == len(CODES)


@pytest.mark.parametrize("refused", REFUSED, ids=lambda refused: str(getattr(refused, "code", refused)))
def test_a_refusal_can_be_said_with_what_it_carries(bundle: FluentBundle, refused: object) -> None:
    assert isinstance(refused, Problem), refused
    pattern = bundle.get_message(f"problem-{refused.code.value}").value
    assert pattern is not None
    said, errors = bundle.format_pattern(pattern, {name: str(value) for name, value in refused.values.items()})
    assert errors == []
    assert not re.search(r"[*_`\[\]{}]", str(said).replace("۵*۳", "").replace("«*»", "").replace("“*”", ""))


@pytest.mark.parametrize(
    "name",
    [
        *(f"measure-{measure.value}" for measure in Measure),
        *(f"counted-{counted.value}" for counted in Counted),
        *(f"id-{kind.value}" for kind in IdKind),
        *(f"id-kind-{kind.value}" for kind in IdKind),
        *(f"id-hint-{hint.value}" for hint in IdHint),
        *(f"id-warning-{warning.value}" for warning in IdWarning),
    ],
)
def test_every_member_has_a_name(bundle: FluentBundle, name: str) -> None:
    pattern = bundle.get_message(name).value
    assert pattern is not None
    said, errors = bundle.format_pattern(pattern)
    assert said
    assert errors == []


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("national-id", IdKind.NATIONAL),
        ("foreign-id", IdKind.FOREIGN),
        ("legal-id", IdKind.LEGAL),
        ("guild-id", IdKind.GUILD),
        ("postal-code", IdKind.POSTAL),
        ("business-id", IdKind.BUSINESS),
        ("tracking-code", IdKind.TRACKING),
        ("unique-licence-id", IdKind.UNIQUE_LICENCE),
    ],
)
def test_the_example_of_a_question_is_one_that_its_parser_takes(language: str, asked: str, kind: IdKind) -> None:
    written = (LOCALES / language / "registration.ftl").read_text(encoding="utf-8")
    example = re.search(f"registration-ask-{asked} =(?:\n    .*)*?<code>(.*)</code>", written)
    assert example is not None
    assert parse_id(kind, example[1]) == example[1]


def test_a_refusal_leaves_the_example_to_the_question_under_it() -> None:
    for language, mark in (("fa", "نمونه"), ("en", "xample")):
        assert mark not in (LOCALES / language / "values.ftl").read_text(encoding="utf-8")


def test_persian_words_begin_in_persian_and_hold_no_arabic_letter() -> None:
    for line in (LOCALES / "fa" / "values.ftl").read_text(encoding="utf-8").splitlines():
        assert not re.search("[يك٠-٩]", line), line
        key, _, said = line.partition(" = ")
        if key.startswith("problem-"):
            assert re.match("[آ-ی«]", said), line
            assert not re.search(r"\d", re.sub(r"[۰-۹]|<code>.*?</code>", "", said)), line
