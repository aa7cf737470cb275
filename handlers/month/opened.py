"""What a month's form was opened with, kept in its draft, so that each step reads the draft and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import orjson

from handlers.form import Body, Step
from models.letters import Setting
from models.months import Deadline, MonthFacts, MonthProduct
from models.reviews import RemarkCode, RemarkView
from models.values.jalali import JalaliMonth
from models.values.quantity import Measure


@dataclass(frozen=True, slots=True)
class Opened:
    """The facts of the month, whether the unit must be named (the person has several), the union's remarks."""

    facts: MonthFacts
    named: bool
    remarks: tuple[RemarkView, ...]
    today: date
    questions: dict[str, Step] = field(default_factory=dict, compare=False, repr=False)
    """Those that follow from the facts alone, by their name, as far as they were asked."""

    @property
    def late(self) -> bool:
        """Whether the month would be recorded as late today; a returned month stays what it was."""
        return self.facts.late if self.facts.revision else self.today > self.facts.deadline.day


def subject(unit_id: int, month: JalaliMonth) -> str:
    """What a month's draft is about."""
    return f"month:{unit_id}:{month.index}"


def kept(facts: MonthFacts, remarks: tuple[RemarkView, ...], *, named: bool) -> dict[str, Any]:
    """As plain JSON: decimals as text, dates in ISO form."""
    return {
        "unit": facts.unit_id,
        "title": facts.title,
        "named": named,
        "union": facts.union_id,
        "period": facts.month.index,
        "products": [
            [
                product.id,
                product.name,
                product.measure.value,
                str(product.yearly_capacity),
                str(product.usual),
                _text(product.previous),
                _text(product.opening),
            ]
            for product in facts.products
        ],
        "employees": facts.usual_employees,
        "due": facts.deadline.day.isoformat(),
        "ends": facts.deadline.ends.isoformat(),
        "late": facts.late,
        "month": facts.month_id,
        "revision": facts.revision,
        "remarks": [[one.field, one.product_id, one.product, one.code.value, one.note] for one in remarks],
    }


def opened(body: Body) -> Opened:
    """The facts as they were kept."""
    return body.once("opened", lambda body: _opened(orjson.dumps(body.facts, option=orjson.OPT_NON_STR_KEYS)))


@lru_cache(256)
def _opened(kept_facts: bytes) -> Opened:
    """Read once and not at each of the ten answers."""
    plain: Mapping[str, Any] = orjson.loads(kept_facts)
    facts = MonthFacts(
        unit_id=plain["unit"],
        title=plain["title"],
        union_id=plain["union"],
        month=JalaliMonth.from_index(plain["period"]),
        products=tuple(
            MonthProduct(
                product_id,
                name,
                Measure(measure),
                Decimal(capacity),
                Decimal(usual),
                _amount(previous),
                _amount(opening),
            )
            for product_id, name, measure, capacity, usual, previous, opening in plain["products"]
        ),
        usual_employees=plain["employees"],
        # What the day rests on is no question of the form and is not kept.
        deadline=Deadline(
            date.fromisoformat(plain["due"]), datetime.fromisoformat(plain["ends"]), Setting(None, None, default=True)
        ),
        late=plain["late"],
        month_id=plain["month"],
        revision=plain["revision"],
        report=None,
    )
    remarks = tuple(
        RemarkView(field, product_id, product, RemarkCode(code), note)
        for field, product_id, product, code, note in plain["remarks"]
    )
    return Opened(facts, plain["named"], remarks, date.fromisoformat(plain["today"]))


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
