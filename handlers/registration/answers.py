"""From the answers of the form to a registration, and back when the union returned one."""

from datetime import date

from handlers.form import Answer, Body
from handlers.registration import products
from handlers.registration.questions import FOREIGN, FOREIGN_ID, MISSING, given
from models.organisations import OfficeKind, OfficeView
from models.units import PersonKind, Registration, RegistrationField, TradeClass, UnitProblem
from models.values.ids import (
    BusinessId,
    ForeignId,
    GuildId,
    LegalId,
    LicenceNumber,
    NationalId,
    PostalCode,
    TrackingCode,
    UniqueLicenceId,
)
from models.values.problem import Problem

_F = RegistrationField
_PLACES = {OfficeKind.PROVINCE: "province", OfficeKind.COUNTY: "county", OfficeKind.UNION: str(_F.UNION)}
_MAY_LACK = {_F.LICENSED_SINCE, _F.BUSINESS_ID, _F.TRACKING_CODE, _F.UNIQUE_LICENCE_ID, _F.PRODUCTS}


def registration(body: Body) -> Registration | Problem:
    """The registration that the answers make, or the field that is missing."""
    said = given(body)
    legal = said.get(_F.PERSON_KIND) == PersonKind.LEGAL
    own = {_F.COMPANY_NAME, _F.LEGAL_ID} if legal else {_F.NATIONAL_ID}
    for field in RegistrationField:
        elsewhere = field in {_F.COMPANY_NAME, _F.LEGAL_ID, _F.NATIONAL_ID} - own
        if field not in _MAY_LACK and not elsewhere and said.get(field) in (None, MISSING):
            return Problem(UnitProblem.INCOMPLETE, {"field": field})
    national: NationalId | ForeignId | None = None
    if not legal:
        foreign = said[_F.NATIONAL_ID] == FOREIGN
        if foreign and FOREIGN_ID not in said:
            return Problem(UnitProblem.INCOMPLETE, {"field": _F.NATIONAL_ID})
        national = ForeignId(said[FOREIGN_ID]) if foreign else NationalId(said[_F.NATIONAL_ID])
    business, tracking, unique = (said.get(one) for one in (_F.BUSINESS_ID, _F.TRACKING_CODE, _F.UNIQUE_LICENCE_ID))
    latitude, longitude = said[_F.LOCATION]
    issued, since = said[_F.LICENCE_ISSUED], said.get(_F.LICENSED_SINCE)
    return Registration(
        person_kind=PersonKind(said[_F.PERSON_KIND]),
        first_name=said[_F.FIRST_NAME],
        last_name=said[_F.LAST_NAME],
        company_name=said[_F.COMPANY_NAME] if legal else None,
        title=said[_F.TITLE],
        national_id=national,
        legal_id=LegalId(said[_F.LEGAL_ID]) if legal else None,
        licence_number=LicenceNumber(said[_F.LICENCE_NUMBER]),
        licence_issued=date.fromisoformat(issued),
        licence_expires=date.fromisoformat(said[_F.LICENCE_EXPIRES]),
        guild_id=GuildId(said[_F.GUILD_ID]),
        union_id=said[_F.UNION][0],
        trade_class=TradeClass(said[_F.TRADE_CLASS]),
        postal_code=PostalCode(said[_F.POSTAL_CODE]),
        address=said[_F.ADDRESS],
        latitude=latitude,
        longitude=longitude,
        products=products.entries(body),
        employees=said[_F.EMPLOYEES],
        business_id=BusinessId(business) if business else None,
        tracking_code=TrackingCode(tracking) if tracking else None,
        unique_licence_id=UniqueLicenceId(unique) if unique else None,
        # The first licence is the present one where the same day is written: nothing before it.
        licensed_since=date.fromisoformat(since) if since and since != issued else None,
    )


def prefilled(said: Registration, above: tuple[OfficeView, ...]) -> dict[str, Answer]:
    """The answers that this registration was; ``above`` is the lineage of its union."""
    foreign = isinstance(said.national_id, ForeignId)
    answers: dict[RegistrationField | str, Answer] = {
        _F.TRADE_CLASS: said.trade_class.value,
        _F.PERSON_KIND: said.person_kind.value,
        _F.COMPANY_NAME: said.company_name,
        _F.LEGAL_ID: _plain(said.legal_id),
        _F.FIRST_NAME: said.first_name,
        _F.LAST_NAME: said.last_name,
        _F.NATIONAL_ID: FOREIGN if foreign else _plain(said.national_id),
        FOREIGN_ID: _plain(said.national_id) if foreign else None,
        _F.TITLE: said.title,
        _F.LICENCE_NUMBER: _plain(said.licence_number),
        _F.LICENCE_ISSUED: said.licence_issued.isoformat(),
        _F.LICENCE_EXPIRES: said.licence_expires.isoformat(),
        _F.GUILD_ID: _plain(said.guild_id),
        **places(above),
        _F.POSTAL_CODE: _plain(said.postal_code),
        _F.ADDRESS: said.address,
        _F.LOCATION: [said.latitude, said.longitude],
        _F.EMPLOYEES: said.employees,
    }
    skipped: dict[RegistrationField | str, Answer] = {
        _F.LICENSED_SINCE: None if said.licensed_since is None else said.licensed_since.isoformat(),
        _F.BUSINESS_ID: _plain(said.business_id),
        _F.TRACKING_CODE: _plain(said.tracking_code),
        _F.UNIQUE_LICENCE_ID: _plain(said.unique_licence_id),
    }
    given_ones = {name: answer for name, answer in answers.items() if answer is not None}
    return {str(name): answer for name, answer in (given_ones | skipped).items()} | products.answers(said.products)


def places(above: tuple[OfficeView, ...]) -> dict[str, Answer]:
    """The answers that name a union and those above it."""
    return {_PLACES[office.kind]: [office.id, office.name] for office in above if office.kind in _PLACES}


def _plain(number: str | None) -> str | None:
    return None if number is None else str(number)
