"""A password typed where a number is asked for: Behinyab's counts as a signature and is never asked for."""

import re
from typing import Final

from models.values.text import HALF_SPACE, latin_digits, normalise

_WORD: Final = (
    "(?:رمز(?: ?(?:عبور|ورود))?[مش]?|گذر ?واژه(?:ام)?|کلمه ?(?:ی ?)?(?:عبور|رمز)|پسو?و?رد(?:م|ش)?|"
    r"\bpass(?:word|wd|code|phrase)?|\bpwd)"
)
_LINK: Final = r"(?:[ :=؛،,«»\"'\-]|(?:عبور|ورود|من|است|هست|اینه|این|بهین ?یاب|سامانه|دوم|is|my|for|behinyab)\b)*"
# «رمز: …», «پسورد …»: the word, then something with a digit or a Latin letter in it.
_NAMED = re.compile(rf"(?:^|[^\w]){_WORD}(?!\w){_LINK}(?=[^\s]{{0,64}}[0-9a-z])[^\s]{{3,}}")
_QUANTITY = re.compile(
    r"\d+(?:[.,/]\d+)*(?:kg|kgs|g|gr|gram|grams|ton|tons|tonne|tonnes|t|m|m2|m3|cm|mm|l|lit|liter|litre|pcs?|pieces?|"
    r"pairs?|sets?|x\d+|rials?|irr|tomans?)\.?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[a-z.]+|https?://.*|www\..*|t\.me/.*|ble\.ir/.*", re.IGNORECASE)
_STRONG: Final = frozenset("!@#$%^&")
_LONGEST: Final = 64


def looks_like_password(text: str) -> bool:
    """Whether a text typed in a field for a number or a licence is likely a password.

    True for a word that means password followed by something («رمز: ali123»), and for one unbroken word that mixes
    letters and digits as passwords do. Names, addresses, licence numbers («الف/۱۲۳۴», BY-7K4M) and quantities are
    False. Not for the field of the user name: user names have the same shape; ask ``names_password`` there.
    """
    tidy = latin_digits(normalise(text[: _LONGEST * 8]))
    return _names(tidy) or _has_shape(tidy)


def names_password(text: str) -> bool:
    """Whether a text says that a password follows, or gives one after the word."""
    return _names(latin_digits(normalise(text[: _LONGEST * 8])))


def _names(tidy: str) -> bool:
    return _NAMED.search(tidy.replace(HALF_SPACE, " ").lower()) is not None


def _has_shape(tidy: str) -> bool:
    if " " in tidy or not 6 <= len(tidy) <= _LONGEST or _QUANTITY.fullmatch(tidy) or _ADDRESS.fullmatch(tidy):
        return False
    letters = sum(character.isalpha() for character in tidy)
    if letters < 2 or not any(character.isdigit() for character in tidy):
        return False
    if any(character in _STRONG for character in tidy[1:]):
        return True
    # Codes on paper are written in capitals or in Persian letters, with slashes or dashes between the groups;
    # a slip of the finger leaves a letter or two in a number.
    return letters > 2 and tidy.isascii() and tidy.isalnum() and any(character.islower() for character in tidy)
