"""Receipt codes («کد پیگیری»): our own code for a case, apart from Behinyab's tracking code."""

import secrets
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from models.prepared import Prepared

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Characters of a code: without 0, O, 1, I, L and U, which are misread on paper and on the telephone."""

_PREFIX = "BY"
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a person gets after submitting: ``code`` as «BY-7K4M-92QF», the same for the whole life of the case.

    ``extra_check``: the union must settle something besides the usual checks (never said what or because of whom).
    """

    code: str
    subject_id: int
    extra_check: bool = False


def _written(characters: str) -> str:
    return f"{_PREFIX}-{characters[:4]}-{characters[4:]}"


@cache
def _standing(column: Any) -> Prepared:
    return Prepared(sa.select(sa.literal(1)).where(column == sa.bindparam("code")))


def fresh_code(session: Session, column: Any) -> str:
    """A random code that does not stand in ``column`` yet; the column's unique index is the last word."""
    session.flush()
    while True:
        code = _written("".join(secrets.choice(ALPHABET) for _ in range(_LENGTH)))
        if _standing(column).row(session, code=code) is None:
            return code


def fresh_codes(session: Session, column: Any, number: int) -> list[str]:
    """So many random codes that differ and do not stand in ``column`` yet; asked for five hundred at a time."""
    codes: list[str] = []
    while len(codes) < number:
        wanted = min(500, number - len(codes))
        drawn = {_written("".join(secrets.choice(ALPHABET) for _ in range(_LENGTH))) for _ in range(wanted)}
        drawn -= set(codes)
        drawn -= set(session.execute(sa.select(column).where(column.in_(drawn))).scalars())
        codes.extend(drawn)
    return codes


def read_code(typed: str) -> str | None:
    """The code as it is stored, from the way people copy it (small letters, no dashes, spaces); None if it is none."""
    characters = "".join(character for character in typed.upper() if character.isascii() and character.isalnum())
    characters = characters.removeprefix(_PREFIX)
    if len(characters) != _LENGTH or not set(characters) <= set(ALPHABET):
        return None
    return _written(characters)
