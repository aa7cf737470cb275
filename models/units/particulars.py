"""What is said of a unit when it registers, and what makes a registration incomplete."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from models.values.ids import (
    BusinessId,
    ForeignId,
    GuildId,
    IdKind,
    LegalId,
    LicenceNumber,
    NationalId,
    PostalCode,
    TrackingCode,
    UniqueLicenceId,
)
from models.values.problem import Problem
from models.values.quantity import MOST_EMPLOYEES, Measure
from models.values.text import search_key

MOST_PRODUCTS: Final = 10
NAME_LENGTH: Final = 80
"""Most characters of a person's, a company's, a product's name and of the title on the sign."""
ADDRESS_LENGTH: Final = 400

_SOUTH, _NORTH, _WEST, _EAST = 24.0, 40.5, 43.5, 64.0  # degrees: Iran with its islands


class PersonKind(StrEnum):
    """Natural (حقیقی) or legal (حقوقی): both count as an enterprise."""

    NATURAL = "natural"
    LEGAL = "legal"


class TradeClass(StrEnum):
    """The four classes of guild licences; only production is in scope (60/227210, its subject)."""

    PRODUCTION = "production"
    DISTRIBUTION = "distribution"
    SERVICES = "services"
    TECHNICAL_SERVICES = "technical-services"


class RegistrationField(StrEnum):
    """Every field of a registration, named as the step of the form that asks for it."""

    PERSON_KIND = "person-kind"
    FIRST_NAME = "first-name"
    LAST_NAME = "last-name"
    COMPANY_NAME = "company-name"
    TITLE = "title"
    NATIONAL_ID = "national-id"
    LEGAL_ID = "legal-id"
    LICENCE_NUMBER = "licence-number"
    LICENCE_ISSUED = "licence-issued"
    LICENCE_EXPIRES = "licence-expires"
    GUILD_ID = "guild-id"
    UNION = "union"
    TRADE_CLASS = "trade-class"
    POSTAL_CODE = "postal-code"
    ADDRESS = "address"
    LOCATION = "location"
    PRODUCTS = "products"
    EMPLOYEES = "employees"
    BUSINESS_ID = "business-id"
    TRACKING_CODE = "tracking-code"
    UNIQUE_LICENCE_ID = "unique-licence-id"
    LICENSED_SINCE = "licensed-since"


class UnitProblem(StrEnum):
    """Why something about a unit is refused."""

    INCOMPLETE = "registration-incomplete"
    """``field``: the RegistrationField that is missing."""
    PRODUCT_COUNT = "product-count"
    """``got``, ``least``, ``most``: numbers of products."""
    PRODUCT_TWICE = "product-twice"
    """``name``: the product that stands there twice."""
    PRODUCT_FIGURES = "product-figures"
    """The yearly capacity of ``name`` is not above zero, or its usual monthly production is below zero."""
    PRODUCT_UNKNOWN = "product-unknown"
    """``name``: a product that is not of this unit."""
    EMPLOYEES = "employees-outside"
    """``got``, ``least``, ``most``."""
    LICENCE_DATES = "licence-dates"
    """``issued``, ``expires``: the licence would end before it begins."""
    LICENCE_FUTURE = "licence-future"
    """``issued``: a date that has not come yet."""
    LICENSED_SINCE = "licensed-since-later"
    """``since``, ``issued``: the first licence would begin after the present one."""
    NOT_PRODUCTION = "not-production"
    """``trade-class``: a class that is out of scope."""
    NOT_A_UNION = "not-a-union"
    """The office that was chosen is no union."""
    LOCATION_OUTSIDE = "location-outside"
    """The point lies outside Iran."""
    ALREADY_YOURS = "already-yours"
    """The person's own live unit has this licence: ``receipt``, ``title``."""
    NOT_YOURS = "unit-not-yours"
    UNDER_REVIEW = "unit-under-review"
    """It lies with the union and cannot be changed now."""
    CONFIRMED = "unit-confirmed"
    """It is confirmed already."""
    REJECTED = "unit-rejected"
    """It was rejected for good; a new registration may be begun."""
    NOT_CONFIRMED = "renewal-not-confirmed"
    """``title``, ``state``: until the registration is confirmed its licence is corrected there."""
    NOT_RENEWED = "renewal-not-later"
    """``expires``, ``old``: the renewed licence ends no later than the one that stands, or has ended already."""
    RENEWAL_UNDER_REVIEW = "renewal-under-review"
    """``since``: the date since which a renewed licence lies with the union."""
    STALE = "unit-stale"
    """It has moved on since the form was filled."""


@dataclass(frozen=True, slots=True)
class ProductEntry:
    """A product. ``yearly_capacity`` and ``usual_monthly`` in ``measure``; ``id`` is None until it is stored."""

    id: int | None
    name: str
    measure: Measure
    yearly_capacity: Decimal
    usual_monthly: Decimal


@dataclass(frozen=True, slots=True)
class Registration:
    """A whole registration; its texts and ids are parsed. Dates are Gregorian, the location is in degrees (WGS 84).

    A foreign national's code stands in ``national_id``. For a company the names are its manager's. ``licensed_since``:
    the first day of the first licence where the present one is a renewed one.
    """

    person_kind: PersonKind
    first_name: str
    last_name: str
    company_name: str | None
    title: str
    national_id: NationalId | ForeignId | None
    legal_id: LegalId | None
    licence_number: LicenceNumber
    licence_issued: date
    licence_expires: date
    guild_id: GuildId
    union_id: int
    trade_class: TradeClass
    postal_code: PostalCode
    address: str
    latitude: float
    longitude: float
    products: tuple[ProductEntry, ...]
    employees: int
    business_id: BusinessId | None = None
    tracking_code: TrackingCode | None = None
    unique_licence_id: UniqueLicenceId | None = None
    licensed_since: date | None = None

    @property
    def identifiers(self) -> dict[IdKind, str]:
        """The numbers by which the unit is found again."""
        ids = (
            self.national_id,
            self.legal_id,
            self.licence_number,
            self.guild_id,
            self.business_id,
            self.tracking_code,
            self.unique_licence_id,
        )
        return {number.kind: number for number in ids if number is not None}


def refusal(registration: Registration, today: date) -> Problem | None:
    """What a registration lacks by itself (60/227210 ¶2 wants licence, place and production), or None.

    An expired licence is no refusal: the union sees it marked.
    """
    return _missing(registration) or _licence(registration, today) or _place(registration) or _production(registration)


def _missing(registration: Registration) -> Problem | None:
    legal = registration.person_kind is PersonKind.LEGAL
    wanted = {
        RegistrationField.FIRST_NAME: registration.first_name,
        RegistrationField.LAST_NAME: registration.last_name,
        RegistrationField.COMPANY_NAME: registration.company_name or not legal,
        RegistrationField.TITLE: registration.title,
        RegistrationField.NATIONAL_ID: registration.national_id or legal,
        RegistrationField.LEGAL_ID: registration.legal_id or not legal,
        RegistrationField.LICENCE_NUMBER: registration.licence_number,
        RegistrationField.GUILD_ID: registration.guild_id,
        RegistrationField.POSTAL_CODE: registration.postal_code,
        RegistrationField.ADDRESS: registration.address,
    }
    for field, value in wanted.items():
        if not value:
            return Problem(UnitProblem.INCOMPLETE, {"field": field})
    return None


def _licence(registration: Registration, today: date) -> Problem | None:
    if registration.trade_class is not TradeClass.PRODUCTION:
        return Problem(UnitProblem.NOT_PRODUCTION, {"trade-class": registration.trade_class})
    if registration.licence_issued > today:
        return Problem(UnitProblem.LICENCE_FUTURE, {"issued": registration.licence_issued})
    if registration.licence_expires <= registration.licence_issued:
        dates = {"issued": registration.licence_issued, "expires": registration.licence_expires}
        return Problem(UnitProblem.LICENCE_DATES, dates)
    since = registration.licensed_since
    if since is not None and since > registration.licence_issued:
        return Problem(UnitProblem.LICENSED_SINCE, {"since": since, "issued": registration.licence_issued})
    return None


def _place(registration: Registration) -> Problem | None:
    inside = _SOUTH <= registration.latitude <= _NORTH and _WEST <= registration.longitude <= _EAST
    return None if inside else Problem(UnitProblem.LOCATION_OUTSIDE)


def _production(registration: Registration) -> Problem | None:
    products = registration.products
    if not 1 <= len(products) <= MOST_PRODUCTS:
        return Problem(UnitProblem.PRODUCT_COUNT, {"got": len(products), "least": 1, "most": MOST_PRODUCTS})
    names = Counter(search_key(product.name) for product in products)
    for product in products:
        if names[search_key(product.name)] > 1:
            return Problem(UnitProblem.PRODUCT_TWICE, {"name": product.name})
        if product.yearly_capacity <= 0 or product.usual_monthly < 0:
            return Problem(UnitProblem.PRODUCT_FIGURES, {"name": product.name})
    # Whoever runs the workshop works there.
    if not 1 <= registration.employees <= MOST_EMPLOYEES:
        got = {"got": registration.employees, "least": 1, "most": MOST_EMPLOYEES}
        return Problem(UnitProblem.EMPLOYEES, got)
    return None
