"""From a month's answers to its report, and from a returned report back to answers. The names of all steps."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from handlers.form import SUMMARY, Body
from models.months import OF_A_PRODUCT, Line, MonthFacts, MonthField, Reason, ReasonCode, ReasonKind, Report

KIND: Final = "kind"
MADE: Final = MonthField.MADE.value
SOLD: Final = MonthField.SOLD.value
SOLD_VALUE: Final = MonthField.SOLD_VALUE.value
EMPLOYEES: Final = MonthField.EMPLOYEES.value
ZERO_REASON: Final = MonthField.ZERO_REASON.value
ZERO_NOTE: Final = "note.zero"
FROM_STOCK: Final = "from-stock"
WHY: Final = "why"
NOTE: Final = "note"

WITH_PRODUCTION: Final = "made"
WITHOUT: Final = "zero"
YES: Final = "yes"
NO: Final = "no"

Answers = Mapping[str, Any]


def of(field: str, product_id: int) -> str:
    """The name of the step that asks this of a product."""
    return f"{field}.{product_id}"


def why(product_id: int, kind: ReasonKind) -> str:
    """The name of the step that asks for a reason."""
    return f"{WHY}.{product_id}.{kind.value}"


def note(product_id: int, kind: ReasonKind) -> str:
    """The name of the step that asks for the words of another reason."""
    return f"{NOTE}.{product_id}.{kind.value}"


def is_zero(said: Answers, facts: MonthFacts) -> bool:
    """Whether nothing was made: said at the start, or by a zero for each product."""
    if said.get(KIND) == WITHOUT:
        return True
    made = [said.get(of(MADE, product.id)) for product in facts.products]
    return all(one is not None and not Decimal(one) for one in made)


def line_of(said: Answers, product_id: int) -> Line:
    """A product's figures as far as they are known; what belongs to another answer is left out."""
    made = Decimal(0) if said.get(KIND) == WITHOUT else Decimal(said.get(of(MADE, product_id)) or 0)
    sells = said.get(KIND) != WITHOUT or said.get(FROM_STOCK) == YES
    sold = Decimal(said.get(of(SOLD, product_id)) or 0) if sells else Decimal(0)
    return Line(product_id, made, sold, int(said.get(of(SOLD_VALUE, product_id)) or 0) if sold else 0)


def report(body: Body, facts: MonthFacts) -> Report:
    """The whole month as it is said."""
    said = body.answers
    zero = is_zero(said, facts)
    reasons = [_reason(said, None, ReasonKind.ZERO, ZERO_REASON, ZERO_NOTE)] if zero else []
    reasons += [
        _reason(said, product.id, kind, why(product.id, kind), note(product.id, kind))
        for product in facts.products
        for kind in ReasonKind
    ]
    return Report(
        lines=tuple(line_of(said, product.id) for product in facts.products),
        employees=int(said.get(EMPLOYEES) or 0),
        zero=zero,
        reasons=tuple(reason for reason in reasons if reason is not None),
    )


def _reason(said: Answers, product_id: int | None, kind: ReasonKind, step: str, words: str) -> Reason | None:
    code = said.get(step)
    if code is None:
        return None
    given = ReasonCode(code)
    return Reason(product_id, kind, given, said.get(words) if given is ReasonCode.OTHER else None)


def prefilled(sent: Report) -> dict[str, Any]:
    """The answers of a month that was sent before."""
    said: dict[str, Any] = {KIND: WITHOUT if sent.zero else WITH_PRODUCTION, EMPLOYEES: sent.employees}
    if sent.zero:
        said[FROM_STOCK] = YES if any(line.sold for line in sent.lines) else NO
    for line in sent.lines:
        if not sent.zero:
            said[of(MADE, line.product_id)] = f"{line.made:f}"
        if not sent.zero or said[FROM_STOCK] == YES:
            said[of(SOLD, line.product_id)] = f"{line.sold:f}"
        if line.sold:
            said[of(SOLD_VALUE, line.product_id)] = line.sold_value
    for reason in sent.reasons:
        if reason.product_id is None:
            step, words = ZERO_REASON, ZERO_NOTE
        else:
            step, words = why(reason.product_id, reason.kind), note(reason.product_id, reason.kind)
        said[step] = reason.code.value
        if reason.note is not None:
            said[words] = reason.note
    return said


def place_of(said: Answers, field: str, product_id: int) -> str:
    """The step that mends this field of a month that was sent; the one it hangs on when it was not asked itself."""
    zero, sells = said.get(KIND) == WITHOUT, said.get(FROM_STOCK) == YES
    if field == ZERO_REASON:
        return ZERO_REASON if zero else KIND
    if field not in OF_A_PRODUCT:
        return EMPLOYEES if field == EMPLOYEES else SUMMARY
    if zero and (field == MADE or not sells):
        return KIND if field == MADE else FROM_STOCK
    if field == SOLD_VALUE and of(SOLD_VALUE, product_id) not in said:
        return of(SOLD, product_id)
    return of(field, product_id)
