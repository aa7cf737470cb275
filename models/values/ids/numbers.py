"""The numbers that name people, units, licences and products: one class each, made only by ``parse``."""

import re
from collections.abc import Mapping
from typing import ClassVar, Final, Self

from models.values.ids.kinds import IdKind, IdProblem, IdWarning
from models.values.problem import Problem
from models.values.text import HALF_SPACE, latin_digits, normalise

_BETWEEN: Final = f" {HALF_SPACE}.-\u2010\u2011\u2012\u2013\u2014\u2212"
"""What may stand between groups of digits: spaces, half-spaces, dots, dashes."""
_DROP_BETWEEN: Final = str.maketrans("", "", _BETWEEN)
_DROP_PHONE: Final = str.maketrans("", "", _BETWEEN + "()")


def tidy_id(text: str) -> str:
    """Normalised, Latin digits, without the punctuation that a sentence leaves at the ends."""
    return latin_digits(normalise(text)).strip(f".,،:؛{_BETWEEN}")


def _first_other(tidy: str, harmless: str) -> str:
    return next((c for c in tidy if c not in "0123456789" and c not in harmless), tidy[0])


class _Id(str):
    """What all ids share: a normalised ``str`` that is only made by ``parse``."""

    __slots__ = ()
    kind: ClassVar[IdKind]
    shown: ClassVar[int] = 4

    @property
    def masked(self) -> str:
        """For screens and logs: dots and the last three or four characters."""
        shown = min(self.shown, len(self) // 2)
        return "•" * (len(self) - shown) + self[len(self) - shown :]


class _Number(_Id):
    """An id of digits alone."""

    __slots__ = ()
    least: ClassVar[int]
    most: ClassVar[int]

    @classmethod
    def parse(cls, text: str) -> Self | Problem:
        """Read what was typed (any digits; spaces, half-spaces, dashes, dots between groups) or say what is wrong."""
        tidy = tidy_id(text)
        digits = tidy.translate(_DROP_BETWEEN)
        if not tidy:
            return IdProblem.EMPTY.about(cls.kind)
        if not (digits.isascii() and digits.isdigit()):
            return IdProblem.NOT_DIGITS.about(cls.kind, got=_first_other(tidy, _BETWEEN))
        if problem := cls._length(digits) or cls._check(digits):
            return problem
        return cls(digits)

    @classmethod
    def _length(cls, digits: str) -> Problem | None:
        got = len(digits)
        if cls.least <= got <= cls.most:
            return None
        if cls.least == cls.most:
            return IdProblem.WRONG_LENGTH.about(cls.kind, got=got, wanted=cls.most)
        return IdProblem.LENGTH_OUTSIDE.about(cls.kind, got=got, least=cls.least, most=cls.most)

    @classmethod
    def _check(cls, digits: str) -> Problem | None:
        return cls._all_equal(digits)

    @classmethod
    def _all_equal(cls, digits: str) -> Problem | None:
        if digits == digits[0] * len(digits):
            return IdProblem.ALL_EQUAL.about(cls.kind, got=int(digits[0]))
        return None


class NationalId(_Number):
    """کد ملی: ten digits with a check digit; leading zeros count."""

    __slots__ = ()
    kind = IdKind.NATIONAL
    shown = 3
    least = most = 10

    @classmethod
    def _length(cls, digits: str) -> Problem | None:
        if len(digits) in {8, 9}:
            return IdProblem.LOST_LEADING_ZERO.about(cls.kind, got=len(digits), wanted=cls.most)
        return super()._length(digits)

    @classmethod
    def _check(cls, digits: str) -> Problem | None:
        if problem := cls._all_equal(digits):
            return problem
        return None if national_checks(digits) else IdProblem.BAD_CHECK_DIGIT.about(cls.kind)


class ForeignId(_Number):
    """کد فراگیر اتباع خارجی, instead of a national code. Its length is not verified: 8 to 16 digits."""

    __slots__ = ()
    kind = IdKind.FOREIGN
    shown = 3
    least, most = 8, 16


class LegalId(_Number):
    """شناسه ملی of a company: eleven digits with a check digit."""

    __slots__ = ()
    kind = IdKind.LEGAL
    least = most = 11

    @classmethod
    def _check(cls, digits: str) -> Problem | None:
        if problem := cls._all_equal(digits):
            return problem
        return None if legal_checks(digits) else IdProblem.BAD_CHECK_DIGIT.about(cls.kind)


class PostalCode(_Number):
    """کد پستی: ten digits, the first not zero, not all equal."""

    __slots__ = ()
    kind = IdKind.POSTAL
    least = most = 10

    @classmethod
    def _check(cls, digits: str) -> Problem | None:
        if problem := cls._all_equal(digits):
            return problem
        return IdProblem.STARTS_WITH_ZERO.about(cls.kind) if digits[0] == "0" else None


class GuildId(_Number):
    """شناسه صنفی: 6 to 12 digits; ten is the commonest statement, so another length is a warning."""

    __slots__ = ()
    kind = IdKind.GUILD
    least, most = 6, 12

    def warning(self) -> IdWarning | None:
        """``GUILD_NOT_TEN_DIGITS`` when it has another length than ten."""
        return None if len(self) == 10 else IdWarning.GUILD_NOT_TEN_DIGITS


class BusinessId(_Number):
    """شناسه کسب‌وکار of one licensed activity: twelve digits, no published checksum."""

    __slots__ = ()
    kind = IdKind.BUSINESS
    least = most = 12


class TrackingCode(_Number):
    """کد رهگیری of Behinyab: digits; the length was not found, so 4 to 20."""

    __slots__ = ()
    kind = IdKind.TRACKING
    least, most = 4, 20


class ProductCode(_Number):
    """A ten-digit product code: four digits of ISIC Revision 3, then the classification level (3-6)."""

    __slots__ = ()
    kind = IdKind.PRODUCT
    shown = 10
    least = most = 10

    @classmethod
    def _check(cls, digits: str) -> Problem | None:
        if problem := cls._all_equal(digits):
            return problem
        if digits[4] in "3456":
            return None
        return IdProblem.BAD_LEVEL.about(cls.kind, got=int(digits[4]), least=3, most=6)

    @property
    def isic(self) -> str:
        """The four-digit ISIC class."""
        return self[:4]

    @property
    def level(self) -> int:
        """The classification level, 3 to 6."""
        return int(self[4])

    @property
    def masked(self) -> str:
        """A product code is public: shown whole."""
        return str(self)


class Phone(_Id):
    """A mobile number of Iran as ``09`` and nine digits; +98, 0098, 98 and a lost zero are understood."""

    __slots__ = ()
    kind = IdKind.PHONE

    @classmethod
    def parse(cls, text: str) -> Self | Problem:
        """Read a mobile number in any of its spellings, or say what is wrong."""
        tidy = tidy_id(text)
        digits = tidy.translate(_DROP_PHONE)
        if not tidy:
            return IdProblem.EMPTY.about(cls.kind)
        if not (digits.isascii() and digits.removeprefix("+").isdigit()):
            return Problem(
                IdProblem.NOT_DIGITS,
                {"kind": cls.kind, "got": _first_other(tidy.removeprefix("+") or tidy, _BETWEEN + "()")},
            )
        local = _dialled_in_iran(digits)
        problem = cls._check(local)
        return cls(local) if problem is None else problem

    @classmethod
    def _check(cls, local: str) -> Problem | None:
        if local.startswith("+"):
            return IdProblem.FOREIGN_PHONE.about(cls.kind, got=local[:3])
        if len(local) != 11:
            return IdProblem.WRONG_LENGTH.about(cls.kind, got=len(local), wanted=11)
        if not local.startswith("09"):
            return IdProblem.NOT_MOBILE.about(cls.kind, got=local[:3])
        if local[2:] == local[2] * 9:
            return IdProblem.ALL_EQUAL.about(cls.kind, got=int(local[2]))
        return None

    @property
    def international(self) -> str:
        """+98 and ten digits."""
        return "+98" + self[1:]


def _dialled_in_iran(digits: str) -> str:
    """The number as dialled inside Iran (0…); another country's keeps its +."""
    for prefix in ("+98", "0098", "98"):
        rest = digits.removeprefix(prefix).removeprefix("0")
        if digits.startswith(prefix) and (prefix != "98" or (len(rest) == 10 and rest.startswith("9"))):
            return "0" + rest
    if digits.startswith("00") and len(digits) > 11:
        return "+" + digits[2:]
    return "0" + digits if len(digits) == 10 and digits.startswith("9") else digits


class _Mark(_Id):
    """An id that may hold letters."""

    __slots__ = ()
    least: ClassVar[int]
    most: ClassVar[int]
    allowed: ClassVar[re.Pattern[str]]

    @classmethod
    def parse(cls, text: str) -> Self | Problem:
        """Read what was typed: digits become Latin, spaces single; at least one digit; or say what is wrong."""
        tidy = cls._spell(tidy_id(text))
        if not tidy:
            return IdProblem.EMPTY.about(cls.kind)
        got = len(tidy)
        if wrong := cls.allowed.sub("", tidy):
            return IdProblem.BAD_CHARACTER.about(cls.kind, got=wrong[0])
        if not any(character.isdigit() for character in tidy):
            return IdProblem.NO_DIGIT.about(cls.kind)
        if not cls.least <= got <= cls.most:
            return IdProblem.CHARACTERS_OUTSIDE.about(cls.kind, got=got, least=cls.least, most=cls.most)
        return cls(tidy)

    @staticmethod
    def _spell(tidy: str) -> str:
        return tidy


class UniqueLicenceId(_Mark):
    """شناسه یکتا of the National Licence Portal, format not verified: 4 to 40 Latin letters, digits, dashes."""

    __slots__ = ()
    kind = IdKind.UNIQUE_LICENCE
    least, most = 4, 40
    allowed = re.compile(r"[A-Z0-9/\-_.]")

    @staticmethod
    def _spell(tidy: str) -> str:
        return re.sub(r"\s", "", tidy).upper()


_LABEL: Final = re.compile(
    rf"(?:(?:شماره|شمارهٔ|شماره{HALF_SPACE}?ی|پروانه|پروانهٔ|پروانه{HALF_SPACE}?ی|کسب|صنفی|جواز)(?=[\s:.,،؛/\-\d])[\s:.,،؛/\-]*)+(?=.*\d)"
)
"""«شمارهٔ پروانهٔ کسب:», as it is typed or pasted before the number itself."""


class LicenceNumber(_Mark):
    """شماره پروانه کسب: free, «الف/۱۲۳۴» among them; 1 to 30 characters with at least one digit.

    What the number is called is no part of it: «پروانه شماره ۱۲۳۴» and «۱۲۳۴» are one licence.
    """

    __slots__ = ()
    kind = IdKind.LICENCE
    least, most = 1, 30
    allowed = re.compile(
        rf"[a-zA-Z0-9\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc{HALF_SPACE} /\\\-_.]"
    )

    @staticmethod
    def _spell(tidy: str) -> str:
        label = _LABEL.match(tidy)
        return tidy[label.end() :] if label else tidy


ID_TYPES: Final[Mapping[IdKind, type[_Number | _Mark | Phone]]] = {
    id_type.kind: id_type
    for id_type in (
        NationalId,
        ForeignId,
        LegalId,
        PostalCode,
        Phone,
        GuildId,
        BusinessId,
        TrackingCode,
        UniqueLicenceId,
        ProductCode,
        LicenceNumber,
    )
}


def national_checks(digits: str) -> bool:
    """Whether ten digits end in the check digit of a national code."""
    rest = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return len(digits) == 10 and int(digits[9]) == (rest if rest < 2 else 11 - rest)


_LEGAL_WEIGHTS: Final = (29, 27, 23, 19, 17) * 2


def legal_checks(digits: str) -> bool:
    """Whether eleven digits end in the check digit of a legal id."""
    if len(digits) != 11:
        return False
    offset = int(digits[9]) + 2
    rest = sum((int(digit) + offset) * weight for digit, weight in zip(digits, _LEGAL_WEIGHTS, strict=False)) % 11
    return int(digits[10]) == rest % 10
