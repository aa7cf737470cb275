"""Which numbers there are, why one is refused, what is worth a second look."""

from enum import StrEnum

from models.values.problem import Problem


class IdKind(StrEnum):
    """Which of the numbers; named by the Fluent messages ``id-<value>`` and ``id-kind-<value>``."""

    NATIONAL = "national"
    FOREIGN = "foreign"
    LEGAL = "legal"
    POSTAL = "postal"
    PHONE = "phone"
    GUILD = "guild"
    BUSINESS = "business"
    TRACKING = "tracking"
    UNIQUE_LICENCE = "unique-licence"
    PRODUCT = "product"
    LICENCE = "licence"


class IdHint(StrEnum):
    """Where a number is found and how one looks: the Fluent message ``id-hint-<value>``. Values as in IdKind."""

    NATIONAL = "national"
    FOREIGN = "foreign"
    LEGAL = "legal"
    POSTAL = "postal"
    PHONE = "phone"
    GUILD = "guild"
    BUSINESS = "business"
    TRACKING = "tracking"
    UNIQUE_LICENCE = "unique-licence"
    PRODUCT = "product"
    LICENCE = "licence"


class IdProblem(StrEnum):
    """Why a number is refused. Every one carries ``kind``, the IdKind that is asked for, and ``hint``, its IdHint."""

    EMPTY = "empty-id"
    NOT_DIGITS = "not-digits"
    """``got``: the first character that is no digit."""
    WRONG_LENGTH = "wrong-length"
    """``got`` and ``wanted``: numbers of digits."""
    LENGTH_OUTSIDE = "length-outside"
    """``got``, ``least``, ``most``: numbers of digits."""
    CHARACTERS_OUTSIDE = "characters-outside"
    """For kinds that hold letters. ``got``, ``least``, ``most``: numbers of characters."""
    LOST_LEADING_ZERO = "lost-leading-zero"
    """A national code of 8 or 9 digits: spreadsheets drop its zeros. ``got``, ``wanted``."""
    ALL_EQUAL = "all-equal"
    """``got``: the digit that is repeated."""
    BAD_CHECK_DIGIT = "bad-check-digit"
    STARTS_WITH_ZERO = "starts-with-zero"
    NOT_MOBILE = "not-mobile"
    """A number of Iran that is no mobile number. ``got``: its first three digits as text."""
    FOREIGN_PHONE = "foreign-phone"
    """``got``: the country code as typed (+49)."""
    BAD_LEVEL = "bad-product-level"
    """The fifth digit of a product code is no classification level. ``got``, ``least``, ``most``."""
    BAD_CHARACTER = "bad-id-character"
    """``got``: the first character that such a number never holds."""
    NO_DIGIT = "no-digit-in-id"
    SAME_AS_OTHER = "same-as-other-id"
    """``got``: the IdKind under which this number was already given; ``wanted``: the kind that is asked for."""
    LOOKS_LIKE_OTHER = "looks-like-other-id"
    """``got``: the IdKind that it looks like; ``wanted``: the kind that is asked for."""

    def about(self, kind: IdKind, **values: object) -> Problem:
        """The refusal of a number of this kind."""
        return Problem(self, {"kind": kind, "hint": IdHint(kind.value), **values})


class IdWarning(StrEnum):
    """What is accepted and worth a second look; named by the Fluent message ``id-warning-<value>``."""

    GUILD_NOT_TEN_DIGITS = "guild-not-ten-digits"
