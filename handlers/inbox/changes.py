"""What changed since the last look, as people read it: snapshots hold ids, plain decimals, ISO dates and codes."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Protocol

from handlers.screen import Part, Raw, Value, Word
from models.months import MonthField, ReasonKind
from models.snapshots import Change
from models.units import RegistrationField
from models.values.ids import ForeignId, NationalId
from models.values.problem import Problem
from models.values.quantity import Measure, Quantity

_MOST_SHOWN: Final = 6
_VALUE: Final = 60
NAME: Final = 40
"""Characters of a product's name where it only says which one is meant."""
_F = RegistrationField
_NAME, _MEASURE = "product-name", "product-measure"
_DATES: Final = {_F.LICENCE_ISSUED, _F.LICENCE_EXPIRES, _F.LICENSED_SINCE}
_AMOUNTS: Final = {MonthField.MADE, MonthField.SOLD, "yearly-capacity", "usual-monthly"}
_NUMBERS: Final = {
    _F.LEGAL_ID,
    _F.LICENCE_NUMBER,
    _F.GUILD_ID,
    _F.POSTAL_CODE,
    _F.BUSINESS_ID,
    _F.TRACKING_CODE,
    _F.UNIQUE_LICENCE_ID,
}
_WORDS: Final[Mapping[str, str]] = {
    _F.PERSON_KIND: "person-kind",
    _F.TRADE_CLASS: "trade-class",
    _MEASURE: "measure",
    MonthField.ZERO_REASON: "reason",
    **{kind.value: "reason" for kind in ReasonKind},
}
"""Fields whose values are codes, and what the names of these codes begin with."""


class Product(Protocol):
    """What the card knows of a product."""

    @property
    def name(self) -> str:
        """Its name now."""
        ...

    @property
    def measure(self) -> Measure:
        """Its unit of measure now."""
        ...


def changed(changes: Sequence[Change], products: Mapping[int, Product]) -> list[Part]:
    """The differences from the submission before, a line each; a product that came or went is one line."""
    if not changes:
        return []
    of_products: dict[int, dict[str, Change]] = {}
    lines: list[Part] = []
    for change in changes:
        name, _, number = change.field.partition(":")
        if number:
            of_products.setdefault(int(number), {})[name] = change
        else:
            lines.append(_line(name, change, Word(f"field-{name}"), None, None))
    for product_id, own in of_products.items():
        lines.extend(_product(own, products.get(product_id)))
    left = len(lines) - _MOST_SHOWN
    more = [Part("review-changes-more", {"n": left})] if left > 0 else []
    return [Part("review-changes"), *lines[:_MOST_SHOWN], *more]


def beside(name: str, before: str | None, after: str) -> Part:
    """A field of what stands and of what is new, side by side; once where they are the same or nothing stands."""
    label, new = Word(f"field-{name}"), _said(name, after, None)
    if before is None or before == after:
        return Part("form-line", {"label": label, "value": new})
    return Part("review-change", {"field": label, "before": _said(name, before, None), "after": new})


def _product(own: Mapping[str, Change], product: Product | None) -> list[Part]:
    renamed = own.get(_NAME)
    if renamed is not None and renamed.before is None:
        return [Part("review-product-added", {"name": clipped(renamed.after or "", _VALUE)})]
    if renamed is not None and renamed.after is None:
        return [Part("review-product-removed", {"name": clipped(renamed.before or "", _VALUE)})]
    after = None if product is None else product.measure
    measured = own.get(_MEASURE)
    before = after if measured is None or measured.before is None else Measure(measured.before)
    lines: list[Part] = []
    for name, change in own.items():
        label: Value = Word(f"field-{name}")
        if product is not None and name != _NAME:
            label = Word("review-field-of", {"field": label, "product": clipped(product.name, NAME)})
        lines.append(_line(name, change, label, before, after))
    return lines


def _line(name: str, change: Change, label: Value, before: Measure | None, after: Measure | None) -> Part:
    old, new = _said(name, change.before, before), _said(name, change.after, after)
    # An office's number says nothing to people, and a person's own number shows its last digits alone.
    if name == _F.UNION or old == new:
        return Part("review-change-hidden", {"field": label})
    return Part("review-change", {"field": label, "before": old, "after": new})


def _said(name: str, kept: str | None, measure: Measure | None) -> Value:  # noqa: PLR0911 (one way out a kind of value)
    if kept is None:
        return Word("review-nothing")
    if name in _DATES:
        return date.fromisoformat(kept)
    if name in _AMOUNTS:
        return Decimal(kept) if measure is None else Quantity(Decimal(kept), measure)
    if name == MonthField.SOLD_VALUE:
        return Word("quantity", {"amount": Decimal(kept), "measure": Word("counted-rial")})
    if name == MonthField.EMPLOYEES:
        return Word("quantity", {"amount": int(kept), "measure": Word("counted-person")})
    if name == _F.LOCATION:
        latitude, _, longitude = kept.partition(",")
        return Word("registration-place", {"latitude": Decimal(latitude), "longitude": Decimal(longitude)})
    if name == _F.NATIONAL_ID:
        return masked(kept)
    if name in _NUMBERS:
        return Raw(kept)
    return Word(f"{_WORDS[name]}-{kept}") if name in _WORDS else clipped(kept, _VALUE)


def clipped(text: str, most: int) -> str:
    """The beginning of a long text."""
    return text if len(text) <= most else text[:most].rstrip() + "…"


def masked(number: str) -> str:
    """A person's own number: its last digits."""
    for kind in (NationalId, ForeignId):
        own = kind.parse(number)
        if not isinstance(own, Problem):
            return own.masked
    return ""
