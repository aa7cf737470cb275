import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.values.problem import Problem
from models.values.text import (
    HALF_SPACE,
    TextProblem,
    free_text,
    latin_digits,
    normalise,
    persian_digits,
    search_key,
    sort_key,
)

NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\u200c\u200d\u200b\u200e\u200f\u2066\u2069\u202a\u202e\ufeff\u0640\u0654\u06c0\u06d5\u0649\u064a\u0643"
            "\u0627\u0647\ufefb\ufdfc\ufdfa \n\r\t\u2028\x00\ud800👨👩❤\ufe0f"
        ),
    )
)


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("كفش دوزي", "کفش دوزی"),
        ("مصطفى", "مصطفی"),
        ("تـــولیدی", "تولیدی"),
        ("\u202bسلام\u202c", "سلام"),
        ("\u2066سلام\u2069 \u200fدنیا\u200e", "سلام دنیا"),
        ("\ufeffآذر\u200b", "آذر"),
        ("می\u200c\u200cشود", "می\u200cشود"),
        ("می\u200c شود", "می شود"),
        ("\u200cآذر\u200c", "آذر"),
        ("خیابان\u00a0 آزادی \n پلاک ۵", "خیابان آزادی پلاک ۵"),
        ("شناسۀ", "شناسهٔ"),
        ("ﻛﺘﺎﺏ", "کتاب"),
        ("ا\u0653ذر", "آذر"),
        ("ک\u200dفش", "کفش"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("\u0000الف\ud83dب", "الفب"),
        ("  Azar   co ", "Azar co"),
        ("۱۲٣", "۱۲٣"),
        ("", ""),
    ],
)
def test_one_spelling_for_what_looks_alike(typed: str, tidy: str) -> None:
    assert normalise(typed) == tidy


@pytest.mark.parametrize(
    "hidden", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200D, 0x200E, 0x200F, 0xFEFF, 0x061C, 0x2060]
)
def test_no_invisible_control_survives_between_letters(hidden: int) -> None:
    assert normalise(f"ا{chr(hidden)}ب") == "اب"


def test_lines_stay_when_asked_for() -> None:
    assert normalise("یک \r\n دو\n\n\n\nسه ", lines=True) == "یک\nدو\n\nسه"
    assert normalise("یک\nدو") == "یک دو"


@given(NASTY)
@example("\u06d5\u0654\u064b")
@example("E\u200d\u200d👨")
def test_normalising_twice_changes_nothing(text: str) -> None:
    tidy = normalise(text)
    assert normalise(tidy) == tidy
    lined = normalise(text, lines=True)
    assert normalise(lined, lines=True) == lined


@given(NASTY)
def test_what_is_tidy_can_be_stored_and_has_no_loose_half_space(text: str) -> None:
    tidy = normalise(text)
    tidy.encode()
    assert "\x00" not in tidy
    assert unicodedata.is_normalized("NFC", tidy)
    assert tidy == tidy.strip(" " + HALF_SPACE)
    for loose in ("  ", HALF_SPACE * 2, " " + HALF_SPACE, HALF_SPACE + " ", "\n"):
        assert loose not in tidy


@pytest.mark.parametrize(
    "piece", ["\u0316\u0301", "\u200c", "\u200c ", "\u200d", "👨\u200d", "سلام ", "ﻛ", "\r\n", "ا\u064b"]
)
def test_time_grows_with_the_length_and_not_with_its_square(piece: str) -> None:
    def seconds(times: int) -> float:
        text = "ا" + piece * times
        best = 9.0
        for _ in range(3):
            begin = time.thread_time()
            normalise(text)
            search_key(text)
            sort_key(text)
            free_text(text)
            best = min(best, time.thread_time() - begin)
        return best

    assert seconds(40_000) < 40 * max(seconds(5_000), 0.001)


@given(st.text("0123456789۰۱۲۳۴۵۶۷۸۹ ابA"))
def test_digits_there_and_back(text: str) -> None:
    assert latin_digits(persian_digits(text)) == latin_digits(text)
    assert persian_digits(latin_digits(text)) == persian_digits(text)


def test_all_digits_of_the_keyboards_are_known() -> None:
    assert latin_digits("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ ０１２３") == "0123456789 0123456789 0123"
    assert persian_digits("0123456789٤") == "۰۱۲۳۴۵۶۷۸۹۴"


@pytest.mark.parametrize("typed", ["بهین‌یاب", "بهین یاب", "بهینیاب", "بهين ياب", "بهیـن‌یاب", "«بهین‌یاب»"])
def test_one_key_for_all_spellings_of_behinyab(typed: str) -> None:
    assert search_key(typed) == "بهینیاب"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("آهن", "اهن"),
        ("اتحادية", "اتحادیه"),
        ("مؤسسه", "موسسه"),
        ("هیئت", "هییت"),
        ("خانهٔ ما", "خانه ما"),
        ("Kg ۱۲", "KG12"),
    ],
)
def test_search_forgives_what_sits_on_letters(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


def test_search_keeps_different_words_apart() -> None:
    assert len({search_key(word) for word in ("کفش", "کیف", "کفاش", "کفش ۲")}) == 4


def test_persian_order() -> None:
    ordered = [
        "آب",
        "ابر",
        "پارچه",
        "تن",
        "چرم",
        "ژاله",
        "سیم",
        "کفش",
        "گچ",
        "لوله",
        "میز",
        "نان",
        "واشر",
        "هود",
        "یخچال",
    ]
    shuffled = ordered[::2] + ordered[1::2]
    assert sorted(shuffled, key=lambda word: sort_key(word).encode()) == ordered
    assert sort_key("کفش") < sort_key("کفش آذر") < sort_key("کفشدوز")
    assert sort_key("كيف") == sort_key("کیف")
    assert sort_key("۲ تخته") < sort_key("Azar") < sort_key("آذر")


@given(NASTY)
def test_sort_keys_hold_small_latin_letters_alone(text: str) -> None:
    key = sort_key(text)
    assert key == "" or (key.isascii() and key.isalpha() and key.islower())


def test_a_text_is_returned_tidy() -> None:
    assert free_text("  كارگاه   کفش ") == "کارگاه کفش"
    assert free_text("خط ۱\nخط ۲", lines=True) == "خط ۱\nخط ۲"


@pytest.mark.parametrize(
    ("typed", "code", "values"),
    [
        ("", TextProblem.EMPTY, {}),
        (" \u200f\u200c", TextProblem.EMPTY, {}),
        ("👍", TextProblem.NO_WORDS, {}),
        ("!!! …", TextProblem.NO_WORDS, {}),
        ("\u064b\u064c", TextProblem.NO_WORDS, {}),
        ("آ" * 10_000, TextProblem.TOO_LONG, {"got": 10_000, "most": 300}),
        ("آب", TextProblem.TOO_SHORT, {"got": 2, "least": 3}),
    ],
)
def test_why_a_text_is_refused(typed: str, code: TextProblem, values: dict[str, int]) -> None:
    refused = free_text(typed, least=3)
    assert isinstance(refused, Problem)
    assert refused.code is code
    assert values.items() <= refused.values.items()


@given(NASTY)
def test_any_text_has_an_answer(text: str) -> None:
    answer = free_text(text, most=20)
    assert isinstance(answer, Problem) or 1 <= len(answer) <= 20
