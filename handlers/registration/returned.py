"""What the union sent back of a registration: which step mends each remark, and whether it is another now.

Kept among the facts of the draft as ``remarks``: field, product's id and name, reason, note, and what was sent.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from handlers.form import Answer, Body, Returned
from handlers.registration import products
from handlers.screen import Part, Value, Word, shown
from models.reviews import RemarkCode, RemarkView
from models.units import RegistrationField


def kept(remarks: Iterable[RemarkView], answers: Mapping[str, Answer]) -> list[list[Any]]:
    """The remarks as plain JSON, each with the answer that it was about."""
    return [
        [one.field, one.product_id, one.product, one.code.value, one.note, _said(answers, one.field, one.product_id)]
        for one in remarks
    ]


def returned(body: Body) -> tuple[Returned, ...]:
    """The remarks beside what is answered now; none in a registration that is sent for the first time."""
    return tuple(
        Returned(
            step_of(body.answers, field, product_id),
            _why(field, product, RemarkCode(code)),
            _said(body.answers, field, product_id) != sent,
            None if note is None else Part("form-remark-note", {"note": note}),
        )
        for field, product_id, product, code, note, sent in body.facts.get("remarks", ())
    )


def step_of(answers: Mapping[str, Answer], field: str, product_id: int | None = None) -> str:
    """The step that mends this field: of a product that is still there its card, else the field's own question."""
    number = None if product_id is None else products.number_of(answers, product_id)
    return field if number is None else products.named(number)


def first_step(body: Body, field: str) -> str:
    """Where a button that names this field leads: to the first remark on it, else to its question."""
    about = (one for one in body.facts.get("remarks", ()) if one[0] == field)
    return next((step_of(body.answers, field, one[1]) for one in about), field)


def _why(field: str, product: str | None, code: RemarkCode) -> Part:
    values: dict[str, Value] = {"field": Word(f"registration-field-{field}"), "reason": shown(code)}
    if product is None:
        return Part("form-remark", values)
    return Part("form-remark-of", {**values, "product": product})


def _said(answers: Mapping[str, Answer], field: str, product_id: int | None) -> Answer:
    """What is said in this field, as plain JSON."""
    if field == RegistrationField.PRODUCTS:
        return products.said(answers, product_id)
    if field == RegistrationField.NATIONAL_ID:
        return [answers.get(field), answers.get("foreign-id")]
    return answers.get(field)
