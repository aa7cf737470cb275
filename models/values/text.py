"""What people type, made even: one Persian alphabet, no invisible marks, tidy spaces; keys for search and for order."""

import re
import unicodedata
from enum import StrEnum
from itertools import chain
from typing import Final

from models.values.problem import Problem

HALF_SPACE: Final = "\u200c"


class TextProblem(StrEnum):
    """Why a free text is refused."""

    EMPTY = "empty-text"
    """Nothing came but spaces and invisible marks."""
    NO_WORDS = "no-words"
    """Only emoji, punctuation or marks: no letter and no digit."""
    TOO_LONG = "text-too-long"
    """``got`` and ``most``: numbers of characters."""
    TOO_SHORT = "text-too-short"
    """``got`` and ``least``: numbers of characters."""


_DIGITS: Final = "0123456789"
_PERSIAN_DIGITS: Final = "۰۱۲۳۴۵۶۷۸۹"
_ARABIC_DIGITS: Final = "٠١٢٣٤٥٦٧٨٩"
_FULLWIDTH_DIGITS: Final = "０１２３４５６７８９"
_TO_LATIN: Final = str.maketrans(_PERSIAN_DIGITS + _ARABIC_DIGITS + _FULLWIDTH_DIGITS, _DIGITS * 3)
_TO_PERSIAN: Final = str.maketrans(_DIGITS + _ARABIC_DIGITS + _FULLWIDTH_DIGITS, _PERSIAN_DIGITS * 3)

# What is deleted: controls that steer direction or joining, marks without a shape, halves of broken surrogate
# pairs (no database takes them), NUL (PostgreSQL refuses it), tatweel.
_DELETED: Final = dict.fromkeys(
    chain(
        range(0x09),
        (0x0E, 0x0F),
        range(0x10, 0x1C),
        range(0x7F, 0x85),
        range(0x86, 0xA0),
        (0xAD, 0x034F, 0x061C, 0x0640, 0x115F, 0x1160, 0x17B4, 0x17B5),
        range(0x180B, 0x1810),
        (0x200B, 0x200E, 0x200F),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        (0x3164, 0xFEFF, 0xFFA0, 0xFFFE, 0xFFFF),
        range(0xFFF0, 0xFFFC),
    )
)
# Before composition: he with hamza is written as the two characters of «شناسهٔ», so that both spellings are one.
_FIRST: Final[dict[int, str | None]] = {**_DELETED, 0x06C0: "ه\u0654", 0x06D5: "ه", 0x2800: " "}
_LETTERS: Final = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})

_SHAPED = re.compile("[\ufb50-\ufdf9\ufdfc-\ufdff\ufe70-\ufefc]")
_BROKEN = re.compile("[\ud800-\udfff\U000e0000-\U000e0fff]")
_PICTURE: Final = "\u00a9\u00ae\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_LOOSE_JOINER = re.compile(f"(?<![{_PICTURE}])\u200d|\u200d(?![{_PICTURE}])")
_GAP = re.compile(f"[\\s{HALF_SPACE}]+")
_MOST_MARKS: Final = 8
_LONG: Final = 200


def normalise(text: str, *, lines: bool = False) -> str:
    """One spelling for what people see as one text; idempotent and linear in the length.

    Arabic ye, alef maksura and ke become Persian, presentation forms become letters, direction and joining
    controls and tatweel go, half-spaces stay single and only between letters, every run of spaces becomes one.
    Digits are left as they are. With ``lines`` line breaks stay (at most one empty line), otherwise they are spaces.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _SHAPED.sub(_unshape, _BROKEN.sub("", text)).translate(_FIRST)
    if len(text) > _LONG:
        text = _few_marks(text)
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    if "\u200d" in text:
        text = _LOOSE_JOINER.sub("", text)
    return _GAP.sub(_line_gap if lines else _gap, text).strip(" \n" + HALF_SPACE)


def _unshape(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def _few_marks(text: str) -> str:
    # Composition sorts each run of combining marks, which takes the square of its length: no run is longer than a few.
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _gap(match: re.Match[str]) -> str:
    return " " if match[0].strip(HALF_SPACE) else HALF_SPACE


def _line_gap(match: re.Match[str]) -> str:
    breaks = len(match[0].replace("\r\n", "\n").replace(HALF_SPACE, "").strip(" \t").splitlines())
    if "\n" in match[0] or "\r" in match[0] or "\u2028" in match[0] or "\u2029" in match[0]:
        return "\n\n" if breaks > 1 else "\n"
    return _gap(match)


def latin_digits(text: str) -> str:
    """Persian, Arabic and full-width digits as 0-9; everything else stays."""
    return text.translate(_TO_LATIN)


def persian_digits(text: str) -> str:
    """Latin, Arabic and full-width digits as ۰-۹; everything else stays."""
    return text.translate(_TO_PERSIAN)


_FOLDED: Final = str.maketrans(
    {"ة": "ه", "آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ۀ": "ه", "ء": None}
)


def search_key(text: str) -> str:
    """Letters and digits alone, for comparing: «بهین‌یاب», «بهین یاب» and «بهينياب» have one key.

    Spaces, half-spaces, marks and punctuation go; alef, he, vav and ye lose what sits on them; digits are Latin,
    letters small.
    """
    folded = latin_digits(normalise(text)).translate(_FOLDED).casefold()
    return "".join(character for character in folded if character.isalnum())


_ORDER: Final = " 0123456789abcdefghijklmnopqrstuvwxyzءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_PLACES: Final = {
    character: chr(ord("a") + place // 26) + chr(ord("a") + place % 26) for place, character in enumerate(_ORDER)
}
_SAME_PLACE: Final = {"أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ة": "ه"}
_PLACES.update({character: _PLACES[same] for character, same in _SAME_PLACE.items()})


def sort_key(text: str) -> str:
    """A key of small Latin letters whose byte order is the Persian order (space, digits, Latin, ء آ ا ب پ … ی).

    Two letters stand for each character, so any collation sorts it alike; half-spaces, marks and punctuation
    count for nothing.
    """
    places: list[str] = []
    for character in latin_digits(normalise(text)).casefold():
        place = _PLACES.get(character)
        if place is not None:
            places.append(place)
        elif character.isalnum():
            places.append("z" + "".join(chr(ord("a") + int(nibble, 16)) for nibble in f"{ord(character):05x}"))
    return "".join(places)


def free_text(text: str, most: int = 300, least: int = 1, *, lines: bool = False) -> str | Problem:
    """A name, an address, a note: normalised, with at least one letter or digit, ``least`` to ``most`` characters."""
    tidy = normalise(text, lines=lines)
    if not tidy:
        return Problem(TextProblem.EMPTY, {"least": least, "most": most})
    if len(tidy) > most:
        return Problem(TextProblem.TOO_LONG, {"got": len(tidy), "most": most})
    if not any(character.isalnum() for character in tidy):
        return Problem(TextProblem.NO_WORDS, {"least": least, "most": most})
    if len(tidy) < least:
        return Problem(TextProblem.TOO_SHORT, {"got": len(tidy), "least": least})
    return tidy
