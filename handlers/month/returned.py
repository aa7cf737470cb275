"""What the union sent back of a month: which step mends each remark, and whether that says something else now."""

from collections.abc import Iterable
from typing import Any

from handlers.form import Body, Returned
from handlers.month.answers import ZERO_NOTE, ZERO_REASON, Answers, place_of
from handlers.month.opened import opened
from handlers.screen import Part, Value, Word, shown
from models.reviews import RemarkView


def sent(remarks: Iterable[RemarkView], said: Answers) -> dict[str, list[Any]]:
    """What stood in each step that a remark is about, as plain JSON; kept among the facts of the draft as ``sent``."""
    steps = {place_of(said, one.field, one.product_id or 0) for one in remarks}
    return {step: _said(said, step) for step in steps}


def returned(body: Body) -> tuple[Returned, ...]:
    """The remarks beside what is answered now; none in a month that is sent for the first time."""
    before = body.facts.get("sent", {})
    found: list[Returned] = []
    for one in opened(body).remarks:
        step = place_of(body.answers, one.field, one.product_id or 0)
        note = None if one.note is None else Part("form-remark-note", {"note": one.note})
        # A step that was not asked before stands in the place of the one that was.
        found.append(Returned(step, _why(one), before.get(step) != _said(body.answers, step), note))
    return tuple(found)


def _said(said: Answers, step: str) -> list[Any]:
    return [said.get(step), said.get(ZERO_NOTE)] if step == ZERO_REASON else [said.get(step)]


def _why(remark: RemarkView) -> Part:
    values: dict[str, Value] = {"field": Word(f"month-field-{remark.field}"), "reason": shown(remark.code)}
    if remark.product is None:
        return Part("form-remark", values)
    return Part("form-remark-of", {**values, "product": remark.product})
