"""The registration as a form: its questions in their order, the summary, and what holds it back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from handlers.form import Answer, Body, Form, Kind, Option, Reader, Step
from handlers.registration import products, reading
from handlers.registration.returned import returned
from handlers.registration.taps import HandInRegistration
from handlers.screen import Part, Value, Word
from models.eligibility import SPANS
from models.units import PersonKind, RegistrationField, TradeClass
from models.values.ids import ID_TYPES, IdKind
from models.values.jalali import JalaliMonth

NAME: Final = "registration"
MISSING: Final = "missing"
"""The answer of somebody whose union or county is not in the list; its name is asked for next."""
FOREIGN: Final = "foreign"
"""The answer of somebody who has a foreign national's code instead of a national code."""
UNION_NAME: Final = "union-name"
COUNTY_NAME: Final = "county-name"
FOREIGN_ID: Final = "foreign-id"
OUT_OF_SCOPE: Final = "out-of-scope"

_BACK: Final = max(SPANS)
"""Months on which a verdict looks back at the most, unless an office sets a longer window."""

_F = RegistrationField
_IDS: Final[Mapping[str, IdKind]] = {
    _F.NATIONAL_ID: IdKind.NATIONAL,
    FOREIGN_ID: IdKind.FOREIGN,
    _F.LEGAL_ID: IdKind.LEGAL,
    _F.LICENCE_NUMBER: IdKind.LICENCE,
    _F.GUILD_ID: IdKind.GUILD,
    _F.POSTAL_CODE: IdKind.POSTAL,
    _F.BUSINESS_ID: IdKind.BUSINESS,
    _F.TRACKING_CODE: IdKind.TRACKING,
    _F.UNIQUE_LICENCE_ID: IdKind.UNIQUE_LICENCE,
}


def given(body: Body) -> dict[str, Answer]:
    """The answers that count: those of questions that are still asked (another kind of person leaves some behind)."""
    names = {step.name for step in steps(body)}
    return {name: answer for name, answer in body.answers.items() if name in names or name.startswith("product.")}


def known_ids(body: Body) -> dict[IdKind, str]:
    """The ids given so far, to tell a new one apart from them."""
    said = given(body)
    return {kind: said[name] for name, kind in _IDS.items() if said.get(name) not in (None, FOREIGN)}


def steps(body: Body) -> tuple[Step, ...]:
    """All questions, as far as the answers so far decide them."""
    said = body.answers
    scope = said.get(_F.TRADE_CLASS, TradeClass.PRODUCTION)
    legal = said.get(_F.PERSON_KIND) == PersonKind.LEGAL
    return (
        _trade_class(),
        *((_out_of_scope(scope),) if scope != TradeClass.PRODUCTION else ()),
        _pick(_F.PERSON_KIND, [kind.value for kind in PersonKind], "person-kind"),
        *((_text(_F.COMPANY_NAME, reading.worded()), _number(_F.LEGAL_ID)) if legal else ()),
        _text(_F.FIRST_NAME, reading.person_name, "manager-first-name" if legal else ""),
        _text(_F.LAST_NAME, reading.person_name, "manager-last-name" if legal else ""),
        *(() if legal else _national(said)),
        _text(_F.TITLE, reading.worded()),
        _number(_F.LICENCE_NUMBER),
        _day(_F.LICENCE_ISSUED, reading.licence_issued),
        _day(_F.LICENCE_EXPIRES, reading.licence_expires),
        *_licensed_since(body),
        _number(_F.GUILD_ID),
        *_union(body),
        _number(_F.POSTAL_CODE),
        _text(_F.ADDRESS, reading.address),
        Step(
            _F.LOCATION,
            "registration-ask-location",
            _label(_F.LOCATION),
            Kind.LOCATION,
            read=reading.place,
            show=_place,
        ),
        *products.steps(body),
        _text(_F.EMPLOYEES, reading.employees, show=_people),
        _number(_F.BUSINESS_ID, optional=True),
        _number(_F.TRACKING_CODE, optional=True),
        _number(_F.UNIQUE_LICENCE_ID, optional=True),
    )


def _label(field: str) -> str:
    return f"registration-field-{field}"


def _text(field: str, read: Reader, asked: str = "", *, show: Callable[[Answer], Value] = str, label: str = "") -> Step:
    key = f"registration-ask-{asked or field}"
    return Step(field, key, label or _label(asked or field), read=read, show=show)


def _number(field: str, *, optional: bool = False) -> Step:
    return Step(
        field,
        f"registration-ask-{field}",
        _label(field),
        read=reading.number(_IDS[field], known_ids),
        optional=optional,
        show=_masked(_IDS[field]),
    )


def _masked(kind: IdKind) -> Callable[[Answer], Value]:
    """A person's own number is never shown whole again; the numbers of the licence are."""

    def show(answer: Answer) -> Value:
        parsed = ID_TYPES[kind].parse(str(answer)) if kind in {IdKind.NATIONAL, IdKind.FOREIGN} else None
        masked = getattr(parsed, "masked", None)
        return str(answer) if masked is None else str(masked)

    return show


def _day(field: str, read: Reader) -> Step:
    return Step(field, f"registration-ask-{field}", _label(field), read=read, show=date.fromisoformat)


def _licensed_since(body: Body) -> tuple[Step, ...]:
    """Asked of a young licence alone: it may be a renewed one, and a verdict may look back on months before it.

    It may be sent back, so that a registration that is mended has the question in any case.
    """
    said, issued, today = body.answers, body.answers.get(_F.LICENCE_ISSUED), body.facts.get("today")
    young = issued is not None and today is not None and _month(issued) > _month(today).plus(-_BACK)
    if not (young or said.get(_F.LICENSED_SINCE) or "unit" in body.facts):
        return ()
    step = _day(_F.LICENSED_SINCE, reading.licensed_since)
    return (replace(step, optional=True, skip="button-first-licence"),)


def _month(day: str) -> JalaliMonth:
    return JalaliMonth.of_date(date.fromisoformat(day))


def _pick(field: str, values: list[str], words: str) -> Step:
    return Step(
        field,
        f"registration-ask-{field}",
        _label(field),
        Kind.PICK,
        options=tuple(Option(value, f"{words}-{value}") for value in values),
        show=lambda answer: Word(f"{words}-{answer}"),
    )


def _place(answer: Answer) -> Value:
    latitude, longitude = (Decimal(f"{degrees:.5f}") for degrees in answer)
    return Word("registration-place", {"latitude": latitude, "longitude": longitude})


def _people(answer: Answer) -> Value:
    return Word("registration-people", {"n": int(answer)})


def _trade_class() -> Step:
    return _pick(_F.TRADE_CLASS, [one.value for one in TradeClass], "trade-class")


def _out_of_scope(scope: str) -> Step:
    """Only production is in scope (60/227210, subject): said kindly, with the way back."""
    return Step(
        OUT_OF_SCOPE,
        "registration-out-of-scope",
        _label(_F.TRADE_CLASS),
        Kind.PICK,
        options=(Option(None, "button-choose-again", goto=_F.TRADE_CLASS),),
        values={"class": Word(f"trade-class-{scope}")},
        summed=False,
        counted=False,
    )


def _national(said: Mapping[str, Answer]) -> tuple[Step, ...]:
    foreign = said.get(_F.NATIONAL_ID) == FOREIGN
    national = Step(
        _F.NATIONAL_ID,
        "registration-ask-national-id",
        _label(_F.NATIONAL_ID),
        read=reading.number(IdKind.NATIONAL, known_ids),
        show=_masked(IdKind.NATIONAL),
        extra=(Option(FOREIGN, "button-foreign"),),
        clears=(FOREIGN_ID,),
        summed=not foreign,
    )
    has_one = Option(None, "button-national", goto=_F.NATIONAL_ID)
    return (national, replace(_number(FOREIGN_ID), extra=(has_one,))) if foreign else (national,)


def _union(body: Body) -> tuple[Step, ...]:
    said = body.answers
    none = body.options == []
    no_county = said.get("county") == MISSING
    union = None if no_county else said.get(_F.UNION)

    def name(answer: Answer) -> Value:
        return Word("registration-union-missing") if answer == MISSING else str(answer[1])

    def leads(step: str) -> Callable[[Body], str]:
        return lambda _: step

    places = {
        "province": "" if "province" not in said else str(said["province"][1]),
        "county": "" if no_county or "county" not in said else str(said["county"][1]),
    }
    return (
        Step(
            "province",
            "registration-ask-province",
            "registration-field-province",
            Kind.PICK,
            looked_up=True,
            show=name,
            clears=("county", COUNTY_NAME, _F.UNION, UNION_NAME),
        ),
        Step(
            "county",
            "registration-ask-county-none" if none else "registration-ask-county",
            "registration-field-county",
            Kind.PICK,
            looked_up=True,
            show=name,
            values=places,
            extra=(
                Option(MISSING, "button-county-missing"),
                Option(None, "button-other-province", effect=leads("province")),
            ),
            clears=(COUNTY_NAME, _F.UNION, UNION_NAME),
        ),
        *(
            (_text(COUNTY_NAME, reading.worded()),)
            if no_county
            else (_of_a_county(places, none=none and not body.query, show=name),)
        ),
        *((_text(UNION_NAME, reading.worded(reading.UNION_LENGTH, 3)),) if union == MISSING else ()),
    )


def _of_a_county(places: Mapping[str, Value], *, none: bool, show: Callable[[Answer], Value]) -> Step:
    def back(_: Body) -> str:
        return "county"

    return Step(
        _F.UNION,
        "registration-ask-union-none" if none else "registration-ask-union",
        _label(_F.UNION),
        Kind.SEARCH,
        looked_up=True,
        show=show,
        values=places,
        extra=(Option(MISSING, "button-union-missing"), Option(None, "button-other-county", effect=back)),
        clears=(UNION_NAME,),
    )


# -- the summary --------------------------------------------------------------------------------------------------

_USUAL_POSTAL: Final = re.compile(r"[13-9]{5}[0-9]{5}")


def heading(body: Body) -> tuple[Part, ...]:
    """What the summary is for."""
    return (Part("registration-summary-mended" if "unit" in body.facts else "registration-summary"),)


def blocker(body: Body) -> Part | None:
    """A union or a county that is not in the list yet holds the registration back, nothing else does."""
    if body.answers.get("county") == MISSING:
        return Part("registration-waits-county", {"province": str(body.answers["province"][1])})
    if body.answers.get(_F.UNION) != MISSING:
        return None
    return Part("registration-waits", {"county": str(body.answers["county"][1])})


def closing(body: Body) -> tuple[Part, ...]:
    """What the union will see marked, and what follows."""
    expired = doubt(body, _F.LICENCE_EXPIRES)
    marked = () if expired is None else (expired,)
    return (*marked, *(() if blocker(body) else (Part("registration-before-sending"),)))


def doubt(body: Body, field: str) -> Part | None:
    """What is worth a second look in this answer; it is accepted all the same (60/227210 ¶2: the union decides)."""
    said = given(body).get(field)
    if said is None:
        return None
    match field:
        case _F.LICENCE_EXPIRES:
            return _licence_doubt(body, date.fromisoformat(said))
        case _F.GUILD_ID if len(said) != 10:
            return Part("id-warning-guild-not-ten-digits")
        case _F.POSTAL_CODE if not _USUAL_POSTAL.fullmatch(said):
            return Part("registration-postal-unusual")
    parts = field.split(".")
    if parts[0] == "product" and parts[-1] in {"capacity", "usual"}:
        number = int(parts[1])
        yearly, usual = (body.answers.get(products.named(number, part)) for part in ("capacity", "usual"))
        if yearly is not None and usual is not None and Decimal(usual) * 12 > Decimal(yearly):
            return Part("registration-usual-over-capacity", {"product": body.answers[products.named(number, "name")]})
    return None


def _licence_doubt(body: Body, expires: date) -> Part | None:
    if expires < date.fromisoformat(body.facts["today"]):
        return Part("registration-licence-expired", {"expires": expires})
    days = (expires - date.fromisoformat(body.answers[_F.LICENCE_ISSUED])).days
    # A permanent licence runs five years, a temporary one (up to) a year; weeks more or less say nothing.
    if days > 5 * 365 + 45 or 365 + 45 < days < 5 * 365 - 45:
        return Part(
            "registration-licence-span",
            {"issued": date.fromisoformat(body.answers[_F.LICENCE_ISSUED]), "expires": expires},
        )
    return None


FORM: Final = Form(
    NAME,
    steps,
    heading,
    "button-send-registration",
    blocker=blocker,
    closing=closing,
    hand_in=lambda body, draft, revision: HandInRegistration(draft, revision, body.facts.get("unit", 0)),
    way_out=lambda body: (
        ("county", "button-pick-county")
        if body.answers.get("county") == MISSING
        else (str(_F.UNION), "button-look-for-union")
    ),
    returned=returned,
    short_labels=True,
)
