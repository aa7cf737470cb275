"""Behinyab user names: what a union sends by letter. Never a password, which counts as a signature."""

import re
from enum import StrEnum
from typing import Final, Self

from models.values.ids.numbers import Phone, legal_checks, national_checks
from models.values.ids.passwords import names_password
from models.values.problem import Problem
from models.values.text import latin_digits, normalise

LEAST: Final = 3
MOST: Final = 40
_ADDRESS = re.compile(r"[A-Za-z0-9._\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_ALLOWED = re.compile(r"[A-Za-z0-9._\-]")
_SECRET = re.compile(r"[!@#$%^&*+=?~<>|\\{}()\[\]]")
_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_SHORT_PIECES: Final = 2.5
"""Words and years make long pieces («Kafashan1398»: two); what is drawn by lot makes short ones («aB3xK9q»: seven)."""


class UserNameProblem(StrEnum):
    """Why something is no Behinyab user name."""

    EMPTY = "user-name-empty"
    PASSWORD = "user-name-password"  # noqa: S105 (the name of a refusal)
    """It looks like a password: it must not be kept, and the message that held it goes."""
    NATIONAL = "user-name-national"
    """A national id was given."""
    PHONE = "user-name-phone"
    """A mobile number was given."""
    LEGAL = "user-name-legal"
    """A company's legal id was given."""
    SPACES = "user-name-spaces"
    """Several words were given."""
    CHARACTER = "user-name-character"
    """``got``: the first character that a user name does not hold."""
    LENGTH = "user-name-length"
    """``got``, ``least``, ``most``: numbers of characters."""


def looks_like_secret(text: str) -> bool:
    """Whether a text typed where a user name is asked for is likely a password.

    True for a text that names a password, and for one word with the signs of passwords or drawn by lot; user names of
    letters and digits («kafashan1398») and addresses are False.
    """
    if names_password(text):
        return True
    tidy = latin_digits(normalise(text[:200]))
    if " " in tidy or len(tidy) < 6 or _ADDRESS.fullmatch(tidy):
        return False
    if not any(character.isalnum() for character in tidy):
        return False
    if _SECRET.search(tidy):
        return True
    mixed = re.search("[a-z]", tidy) and re.search("[A-Z]", tidy) and re.search("[0-9]", tidy)
    return bool(mixed) and len(tidy) / max(1, len(_PIECE.findall(tidy))) < _SHORT_PIECES


class UserName(str):
    """نام کاربری بهین‌یاب: 3 to 40 Latin letters, digits, dots, dashes, underscores, or an address; case is kept."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self | Problem:  # noqa: PLR0911 (one answer a mistake)
        """Read what was typed, or say what it is instead."""
        tidy = latin_digits(normalise(text)).strip(" .,،:؛«»\"'")
        if not tidy:
            return Problem(UserNameProblem.EMPTY)
        if looks_like_secret(tidy):
            return Problem(UserNameProblem.PASSWORD)
        other = _number(tidy)
        if other is not None:
            return Problem(other)
        if " " in tidy:
            return Problem(UserNameProblem.SPACES)
        if not _ADDRESS.fullmatch(tidy) and (wrong := _ALLOWED.sub("", tidy)):
            return Problem(UserNameProblem.CHARACTER, {"got": wrong[0]})
        if not LEAST <= len(tidy) <= MOST:
            return Problem(UserNameProblem.LENGTH, {"got": len(tidy), "least": LEAST, "most": MOST})
        return cls(tidy)


def _number(tidy: str) -> UserNameProblem | None:
    """Which of a person's or a company's numbers this is; other rows of digits may be user names."""
    digits = re.sub(r"[ \-()]", "", tidy)
    if isinstance(Phone.parse(digits), Phone):
        return UserNameProblem.PHONE
    if not digits.isdigit():
        return None
    if len(digits) == 10 and national_checks(digits):
        return UserNameProblem.NATIONAL
    return UserNameProblem.LEGAL if legal_checks(digits) else None
