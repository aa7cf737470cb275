"""Numbers that are valid and plainly invented: stems of nines that nobody was given, with their true check digits."""

from collections.abc import Iterable
from typing import TypeVar

from models.values.ids import (
    BusinessId,
    GuildId,
    LegalId,
    LicenceNumber,
    NationalId,
    Phone,
    PostalCode,
    TrackingCode,
    UniqueLicenceId,
)
from models.values.problem import Problem

T = TypeVar("T")

_POSTAL_DIGITS = "134567890"


class DemoError(RuntimeError):
    """The models refused a part of the demo world: its data no longer fit their rules."""


def granted(outcome: T | Problem) -> T:
    """What an action or a parser gave. Raises DemoError when it refused."""
    if isinstance(outcome, Problem):
        raise DemoError(f"{outcome.code}: {dict(outcome.values)}")
    return outcome


def _checked(parsed: Iterable[T | Problem]) -> T:
    """The one that has the right check digit."""
    return next(number for number in parsed if not isinstance(number, Problem))


def phone(number: int) -> Phone:
    """A mobile number by a number below ten thousand."""
    return granted(Phone.parse(f"0990000{number:04d}"))


def national_id(number: int) -> NationalId:
    """A national code; no place gives out codes that begin with 999."""
    return _checked(NationalId.parse(f"9990{number:05d}{digit}") for digit in range(10))


def legal_id(number: int) -> LegalId:
    """A company's id; true ones begin with 10 or 14."""
    return _checked(LegalId.parse(f"99900{number:05d}{digit}") for digit in range(10))


def guild_id(number: int) -> GuildId:
    """A guild id of ten digits."""
    return granted(GuildId.parse(f"55500{number:05d}"))


def licence_number(number: int) -> LicenceNumber:
    """A number as licences bear it, with a letter and a stroke."""
    return granted(LicenceNumber.parse(f"الف/{7000 + number}"))


def postal_code(number: int) -> PostalCode:
    """A postal code, by a number below eighty-one; also by the stricter patterns (no 2, no early 0)."""
    high, low = divmod(number, len(_POSTAL_DIGITS))
    return granted(PostalCode.parse(f"99991999{_POSTAL_DIGITS[high]}{_POSTAL_DIGITS[low]}"))


def business_id(number: int) -> BusinessId:
    """A business id of twelve digits."""
    return granted(BusinessId.parse(f"9990000{number:05d}"))


def tracking_code(number: int) -> TrackingCode:
    """A tracking code of Behinyab."""
    return granted(TrackingCode.parse(f"999{number:05d}"))


def unique_licence_id(number: int) -> UniqueLicenceId:
    """A unique licence id that says that it is none."""
    return granted(UniqueLicenceId.parse(f"DEMO-{number:04d}"))
