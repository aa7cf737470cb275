"""A password typed where a number is asked for: Behinyab's counts as a signature and is never asked for."""

import re
from typing import Final

from models.values.quantity.units import UNIT_WORDS
from models.values.quantity.words import SCALES
from models.values.text import HALF_SPACE, latin_digits, normalise

_WORD: Final = (
    "(?:رمز(?: ?(?:عبور|ورود))?[مش]?|گذر ?واژه(?:ام)?|کلمه ?(?:ی ?)?(?:عبور|رمز)|پسو?و?رد(?:م|ش)?|"
    r"\bpass(?:word|wd|code|phrase)?|\bpwd)"
)
_LINK: Final = r"(?:[ :=؛،,«»\"'\-]|(?:عبور|ورود|من|است|هست|اینه|این|بهین ?یاب|سامانه|دوم|is|my|for|behinyab)\b)*"
# «رمز: …», «پسورد …»: the word, then something with a digit or a Latin letter in it.
_NAMED = re.compile(rf"(?:^|[^\w]){_WORD}(?!\w){_LINK}(?=[^\s]{{0,64}}[0-9a-z])[^\s]{{3,}}")
_COUNTED: Final = "|".join(
    re.escape(word) for word in sorted(UNIT_WORDS.keys() | SCALES.keys(), key=len, reverse=True) if word.isascii()
)
_QUANTITY = re.compile(rf"\d+(?:[.,/]\d+)*(?:(?:m[23]|{_COUNTED})+|x\d+)\.?", re.IGNORECASE)
_RECEIPT = re.compile(r"by[0-9a-z]{4,8}", re.IGNORECASE)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[a-z.]+|https?://.*|www\..*|t\.me/.*|ble\.ir/.*", re.IGNORECASE)
_STRONG: Final = frozenset("!@#$%^&")
_LONGEST: Final = 64


def looks_like_password(text: str) -> bool:
    """Whether a text typed in a field for a number or a licence is likely a password.

    True for a word that means password followed by something («رمز: ali123»), and for one unbroken word that mixes
    letters and digits as passwords do. Names, addresses, licence numbers («الف/۱۲۳۴», BY-7K4M) and quantities are
    False. Right answers may have the same shape (the licence's unique id in small letters, a user name, a title): ask
    the question's own reader first, and this of what it refuses; ``names_password`` holds everywhere.
    """
    tidy = latin_digits(normalise(text[: _LONGEST * 8]))
    return _names(tidy) or _has_shape(tidy)


def names_password(text: str) -> bool:
    """Whether a text says that a password follows, or gives one after the word."""
    return _names(latin_digits(normalise(text[: _LONGEST * 8])))


def _names(tidy: str) -> bool:
    return _NAMED.search(tidy.replace(HALF_SPACE, " ").lower()) is not None


def _has_shape(tidy: str) -> bool:
    if " " in tidy or not 6 <= len(tidy) <= _LONGEST:
        return False
    if any(known.fullmatch(tidy) for known in (_QUANTITY, _ADDRESS, _RECEIPT)):
        return False
    letters = sum(character.isalpha() for character in tidy)
    if letters < 2 or not any(character.isdigit() for character in tidy):
        return False
    if any(character in _STRONG for character in tidy[1:]):
        return True
    # Codes on paper are written in capitals or in Persian letters, with slashes or dashes between the groups;
    # a slip of the finger leaves a letter or two in a number.
    return letters > 2 and tidy.isascii() and tidy.isalnum() and any(character.islower() for character in tidy)
