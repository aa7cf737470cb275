"""Telling the numbers apart: four have ten digits and two eleven, and people paste the wrong one."""

from collections.abc import Mapping
from typing import Final

from models.values.ids.kinds import IdKind, IdProblem
from models.values.ids.numbers import ID_TYPES, BusinessId, Phone, legal_checks, national_checks, tidy_id
from models.values.problem import Problem

_ONE_LICENCE: Final = frozenset({IdKind.LICENCE, IdKind.GUILD, IdKind.UNIQUE_LICENCE})
"""No source says that a licence's number differs from its guild id or unique id: the same number is no mistake."""


def recognise(text: str, known: Mapping[IdKind, str], wanted: IdKind) -> Problem | None:
    """Name another number pasted in place of ``wanted``; None when nothing speaks for a mix-up.

    ``known`` holds the normalised numbers already given. Only what can hardly be ``wanted`` is refused:
    one postal code in eleven passes the check of a national code, so that alone is no reason.
    """
    tidy = tidy_id(text)
    if not any(character.isdigit() for character in tidy):
        return None
    spellings = {_spelling(kind, tidy) for kind in (wanted, IdKind.TRACKING, IdKind.PHONE)}
    for kind, value in known.items():
        if kind != wanted and value in spellings and not {kind, wanted} <= _ONE_LICENCE:
            return IdProblem.SAME_AS_OTHER.about(wanted, got=kind, wanted=wanted)
    other = _other(tidy, wanted)
    if other is None or other == wanted:
        return None
    return IdProblem.LOOKS_LIKE_OTHER.about(wanted, got=other, wanted=wanted)


def parse_id(kind: IdKind, text: str, known: Mapping[IdKind, str] | None = None) -> str | Problem:
    """``recognise`` and then the kind's own ``parse``: what a form asks for."""
    return recognise(text, known or {}, kind) or ID_TYPES[kind].parse(text)


def _spelling(kind: IdKind, tidy: str) -> str | None:
    parsed = ID_TYPES[kind].parse(tidy)
    return None if isinstance(parsed, Problem) else str(parsed)


_DIGITS_ONLY: Final = str.maketrans("", "", " \u200c.-()")
_OPEN: Final = frozenset({IdKind.GUILD, IdKind.TRACKING, IdKind.FOREIGN, IdKind.UNIQUE_LICENCE, IdKind.LICENCE})
"""Kinds of no fixed length: they may have eleven or twelve digits themselves."""


def _other(tidy: str, wanted: IdKind) -> IdKind | None:
    digits = tidy.translate(_DIGITS_ONLY)
    if not digits.removeprefix("+").isdigit() or len(digits) > 16:
        return None
    if isinstance(phone := Phone.parse(digits), Phone):
        return _as_phone(digits, phone, wanted)
    if len(digits) == 11 and legal_checks(digits):
        return IdKind.LEGAL if wanted not in _OPEN or digits.startswith(("10", "14")) else None
    if len(digits) == 10 and national_checks(digits) and isinstance(ID_TYPES[wanted].parse(digits), Problem):
        return IdKind.NATIONAL
    if len(digits) == BusinessId.most and wanted not in _OPEN:
        return IdKind.BUSINESS
    return None


def _as_phone(digits: str, phone: Phone, wanted: IdKind) -> IdKind | None:
    # «09…», «+98…» and «0098…» are mobile numbers wherever they stand. Without the zero (9121234567, 989121234567)
    # the same digits may be a number of the wanted kind: only what that kind itself refuses is a mobile number.
    if digits == phone or digits.startswith(("+", "00")):
        return IdKind.PHONE
    return IdKind.PHONE if isinstance(ID_TYPES[wanted].parse(digits), Problem) else None
