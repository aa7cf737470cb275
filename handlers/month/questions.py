"""The month's form: its questions in their strict order, its summary, and what stands above each question."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from handlers.form import Answer, AskBack, Body, Form, Kind, Option, Step
from handlers.month.answers import (
    EMPLOYEES,
    FROM_STOCK,
    KIND,
    MADE,
    NO,
    NOTE,
    SOLD,
    SOLD_VALUE,
    WHY,
    WITH_PRODUCTION,
    WITHOUT,
    YES,
    ZERO_NOTE,
    ZERO_REASON,
    is_zero,
    line_of,
    note,
    of,
    why,
)
from handlers.month.opened import Opened, opened
from handlers.month.returned import returned
from handlers.month.taps import HandInMonth
from handlers.screen import Part, Value, Word, shown
from models.months import (
    MOST_NOTE,
    REASON_CODES,
    Line,
    MonthFacts,
    MonthProduct,
    ReasonCode,
    ReasonKind,
    available,
    warnings,
)
from models.values.problem import Problem
from models.values.quantity import (
    Ambiguous,
    AmbiguousMoney,
    Measure,
    Quantity,
    Rial,
    parse_count,
    parse_money,
    parse_quantity,
)
from models.values.text import free_text

_EXAMPLES: Final = {
    Measure.KILOGRAM: "weight",
    Measure.TONNE: "weight",
    Measure.METRE: "part",
    Measure.SQUARE_METRE: "part",
    Measure.CUBIC_METRE: "part",
    Measure.LITRE: "part",
}

_LABEL: Final = 40
_WORDS_SHOWN: Final = 80
_MEASURES: Final = {measure: shown(measure) for measure in Measure}
_KINDS: Final = {kind: shown(kind) for kind in ReasonKind}
_CODES: Final = {
    kind: tuple(Option(code.value, f"reason-code-{code.value}") for code in codes)
    for kind, codes in REASON_CODES.items()
}


@dataclass(frozen=True, slots=True)
class _Asking:
    """Makes the questions of one turn: the facts, and what is answered already."""

    body: Body
    about: Opened
    zero: bool

    @property
    def facts(self) -> MonthFacts:
        return self.about.facts

    def once(self, name: str, make: Callable[[], Step]) -> Step:
        """A question that follows from the facts alone, made at the first of the form's turns."""
        found = self.about.questions.get(name)
        if found is None:
            found = self.about.questions[name] = make()
        return found

    @property
    def several(self) -> bool:
        return len(self.facts.products) > 1

    def values(self, product: MonthProduct, **more: Value) -> dict[str, Value]:
        """``short`` is the product's name as a label bears it: ten of them must fit on one summary."""
        return {
            "month": self.facts.month,
            "product": product.name,
            "short": _cut(product.name, _LABEL),
            "measure": _MEASURES[product.measure],
            **more,
        }

    def label(self, field: str) -> str:
        """With the product's name where there are several."""
        return f"month-label-{field}-of" if self.several else f"month-field-{field}"

    def known(self, product: MonthProduct) -> Word:
        """What was made the month before, or usually is."""
        if product.previous is not None:
            amount = Quantity(product.previous, product.measure)
            return Word("month-known-previous", {"previous": self.facts.month.previous(), "amount": amount})
        return Word("month-known-usual", {"amount": Quantity(product.usual, product.measure)})

    def made(self, product: MonthProduct) -> Step:
        return Step(
            of(MADE, product.id),
            "month-ask-made",
            self.label(MADE),
            read=lambda text, _: _amount(text, product.measure),
            options=(Option("0", "button-month-none-made"),) if self.several else (),
            values=self.values(product, known=self.known(product), example=_example(product.measure)),
            show=lambda answer: Quantity(Decimal(answer), product.measure),
            echo="month-echo-made",
            clears=(f"{WHY}.{product.id}", f"{NOTE}.{product.id}"),
        )

    def sold(self, product: MonthProduct) -> Step:
        over = ReasonKind.SOLD_OVER_STOCK
        return Step(
            of(SOLD, product.id),
            "month-ask-sold",
            self.label(SOLD),
            read=lambda text, _: _amount(text, product.measure),
            options=(Option("0", "button-month-none-sold"),),
            values=self.values(product, example=_example(product.measure)),
            show=lambda answer: Quantity(Decimal(answer), product.measure),
            echo="month-echo-sold",
            # What was the value of another quantity is asked anew.
            clears=(why(product.id, over), note(product.id, over), of(SOLD_VALUE, product.id)),
        )

    def sold_value(self, product: MonthProduct) -> Step:
        sold = self.body.answers.get(of(SOLD, product.id))
        amount = Quantity(Decimal(sold or 0), product.measure)
        return Step(
            of(SOLD_VALUE, product.id),
            "month-ask-sold-value",
            self.label(SOLD_VALUE),
            read=lambda text, _: _money(text),
            values=self.values(product, sold=amount),
            show=Rial,
            echo="month-echo-sold-value",
        )

    def reasons(self, product: MonthProduct, *, sale: bool) -> list[Step]:
        """What the figures of production, or of the sale, ask for: each reason, with its note where one is wanted."""
        line = line_of(self.body.answers, product.id)
        asked: list[Step] = []
        for kind in warnings(self.facts, line):
            if (kind is ReasonKind.SOLD_OVER_STOCK) is not sale or (self.zero and kind is ReasonKind.DROP):
                continue
            asked.append(self.reason(product, line, kind, goto=of(SOLD if sale else MADE, product.id)))
            if self.body.answers.get(why(product.id, kind)) == ReasonCode.OTHER:
                asked.append(self.words(note(product.id, kind), product))
        return asked

    def reason(self, product: MonthProduct, line: Line, kind: ReasonKind, goto: str) -> Step:
        figures = {
            ReasonKind.OVER_CAPACITY: (line.made, product.monthly_capacity),
            ReasonKind.SOLD_OVER_STOCK: (line.sold, available(product, line)),
        }
        amount, limit = figures.get(kind) or (line.made, product.previous or product.usual)
        values = self.values(
            product, amount=Quantity(amount, product.measure), limit=Quantity(limit, product.measure), kind=_KINDS[kind]
        )
        label = "month-label-why-of" if self.several else "month-label-why"
        return Step(
            why(product.id, kind),
            f"month-why-{kind.value}",
            label,
            kind=Kind.PICK,
            options=self.reason_options(kind, goto, product, rises=amount > limit),
            values=values,
            show=_reason_word,
            clears=(note(product.id, kind),),
        )

    def reason_options(self, kind: ReasonKind, goto: str, product: MonthProduct, *, rises: bool) -> tuple[Option, ...]:
        """What explains the figure, and the way back to it; a jump is a mistake more often than not."""
        mistake = Option("", "button-month-mistake", goto=goto)
        if kind is ReasonKind.JUMP:
            return (mistake, *_CODES[ReasonKind.OVER_CAPACITY if rises else ReasonKind.DROP])
        *codes, other = _CODES[kind]
        if kind is ReasonKind.SOLD_OVER_STOCK and not self.zero:
            sold = Option("", "button-month-mend-sold", goto=goto)
            return (*codes, sold, Option("", "button-month-mend-made", goto=of(MADE, product.id)), other)
        return (*codes, mistake, other)

    def words(self, name: str, product: MonthProduct | None = None) -> Step:
        """The typed words of another reason."""
        return Step(
            name,
            "month-ask-note",
            "month-label-note-of" if self.several and product is not None else "month-label-note",
            read=lambda text, _: free_text(text, MOST_NOTE),
            values={"month": self.facts.month} if product is None else self.values(product),
            show=lambda answer: _cut(str(answer), _WORDS_SHOWN),
        )

    def zero_reason(self) -> list[Step]:
        asked = [
            Step(
                ZERO_REASON,
                "month-ask-zero-reason",
                "month-label-zero-reason",
                kind=Kind.PICK,
                options=_CODES[ReasonKind.ZERO],
                values={"month": self.facts.month},
                show=_reason_word,
                clears=(ZERO_NOTE,),
            )
        ]
        if self.body.answers.get(ZERO_REASON) == ReasonCode.OTHER:
            asked.append(self.words(ZERO_NOTE))
        return asked

    def kind(self) -> Step:
        facts = self.facts
        due: dict[str, Value] = {"due": facts.deadline.day, "month": facts.month}
        return Step(
            KIND,
            "month-ask-kind",
            "month-label-kind",
            kind=Kind.PICK,
            options=(
                Option(WITH_PRODUCTION, "button-month-with-production"),
                Option(WITHOUT, "button-month-without"),
            ),
            values={"month": facts.month, "due": Word("month-due-late" if self.about.late else "month-due", due)},
            show=lambda answer: Word(f"month-kind-{answer}"),
            clears=(SOLD, SOLD_VALUE, FROM_STOCK, WHY, NOTE),
            # That nothing was made may be said by zeros as well; then the reason says it.
            summed=not self.zero or self.body.answers.get(KIND) == WITHOUT,
            wide=True,
        )

    def from_stock(self) -> Step:
        return Step(
            FROM_STOCK,
            "month-ask-from-stock",
            "month-label-from-stock",
            kind=Kind.PICK,
            options=(Option(YES, "button-month-sold-stock"), Option(NO, "button-month-none-sold")),
            values={"month": self.facts.month},
            show=lambda answer: Word(str(answer)),
            clears=(SOLD, SOLD_VALUE, WHY, NOTE),
        )

    def employees(self, *, offered: bool = True) -> Step:
        """``offered``: as many as usual is one of the choices."""
        usual = self.facts.usual_employees
        same = Option(usual, "button-month-same-people", values={"number": usual})
        return Step(
            EMPLOYEES,
            "month-ask-employees",
            "month-label-employees",
            read=lambda text, _: parse_count(text),
            options=(same,) if offered else (),
            values={"month": self.facts.month},
            show=lambda answer: Word("month-people", {"number": int(answer)}),
        )

    def sale(self, product: MonthProduct) -> list[Step]:
        asked = [
            self.once(of(SOLD, product.id), partial(self.sold, product)),
            *self.reasons(product, sale=True),
        ]
        sold = self.body.answers.get(of(SOLD, product.id))
        # Counted from the start, so that the number of questions does not grow under the person's hand.
        if sold is None or Decimal(sold):
            asked.append(self.sold_value(product))
        return asked


def _amount(text: str, measure: Measure) -> Answer | Problem | AskBack:
    """A quantity as plain decimal text."""
    found = parse_quantity(text, measure)
    if isinstance(found, Ambiguous):
        readings = tuple(Option(f"{one.amount:f}", "month-reading", values={"value": one}) for one in found.readings)
        return AskBack(Part("month-ask-back", {"typed": found.text}), readings)
    return found if isinstance(found, Problem) else f"{found.amount:f}"


def _money(text: str) -> Answer | Problem | AskBack:
    """A sum as whole rials."""
    found = parse_money(text)
    if isinstance(found, AmbiguousMoney):
        readings = tuple(Option(int(one), "month-reading-money", values={"toman": one.toman}) for one in found.readings)
        return AskBack(Part("month-ask-back", {"typed": found.text}), readings)
    return found if isinstance(found, Problem) else int(found)


def _example(measure: Measure) -> Word:
    return Word(f"month-example-{_EXAMPLES.get(measure, 'whole')}", {"measure": _MEASURES[measure]})


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _reason_word(code: Answer) -> Value:
    return shown(ReasonCode(code))


def steps(body: Body) -> tuple[Step, ...]:
    """The questions of this month, by what is answered so far."""
    known = opened(body)
    facts, said = known.facts, body.answers
    asking = _Asking(body, known, is_zero(said, facts))
    asked = [asking.kind() if asking.zero else asking.once(KIND, asking.kind)]
    if said.get(KIND) == WITHOUT:
        asked += [*asking.zero_reason(), asking.from_stock()]
        if said.get(FROM_STOCK) == YES:
            for product in facts.products:
                asked += asking.sale(product)
    else:
        for product in facts.products:
            asked.append(asking.once(of(MADE, product.id), partial(asking.made, product)))
            if of(MADE, product.id) in said:
                asked += asking.reasons(product, sale=False)
            asked += asking.sale(product)
        if asking.zero:
            asked += asking.zero_reason()
    if said.get(EMPLOYEES) == facts.usual_employees:
        return (*asked, asking.employees(offered=False))
    return (*asked, asking.once(EMPLOYEES, asking.employees))


def heading(body: Body) -> tuple[Part, ...]:
    """Over the summary: which month of which unit, and whether it is late."""
    known = opened(body)
    facts = known.facts
    parts = [Part("month-summary", {"month": facts.month, "unit": facts.title})]
    if known.late:
        parts.append(Part("month-late", {"month": facts.month, "due": facts.deadline.day}))
    if len(facts.products) == 1:
        parts.append(Part("form-line", {"label": Word("month-label-product"), "value": facts.products[0].name}))
    return tuple(parts)


def above(body: Body, _: str) -> tuple[Part, ...]:
    """Over a question: the unit where the person has several."""
    known = opened(body)
    return (Part("month-of-unit", {"unit": known.facts.title}),) if known.named else ()


def closing(body: Body) -> tuple[Part, ...]:
    """Under the summary: what the final confirmation does."""
    return (Part("month-summary-again" if opened(body).facts.revision else "month-summary-closing"),)


def hand_in(body: Body, draft_id: int, revision: int) -> HandInMonth:
    """The tap of the final confirmation: it names the month, so that a second one finds the receipt."""
    return HandInMonth(draft_id, revision, body.facts["unit"], body.facts["period"])


FORM: Final = Form(
    "month",
    steps,
    heading,
    "button-month-hand-in",
    closing=closing,
    above=above,
    hand_in=hand_in,
    returned=returned,
)
