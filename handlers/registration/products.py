"""The products of a registration: four questions each, one card for all, one card for each.

Their answers are ``product.<n>.name``, ``.measure``, ``.capacity``, ``.usual`` (n from 1, without gaps) and ``.id`` of
a product that the models know already; ``products`` says that there are no others.
"""

from collections.abc import Callable, Mapping

from handlers.form import Answer, Body, Kind, Option, Reader, Step
from handlers.registration import reading
from handlers.screen import Joined, Part, Value, Word
from models.units import MOST_PRODUCTS, ProductEntry, UnitProblem
from models.values.problem import Problem
from models.values.quantity import Measure, Quantity
from models.values.text import search_key

ALL = "products"
_LABEL = 30
"""Characters of a product's name in a list: ten of them must fit on one screen with everything else."""
_PARTS = ("name", "measure", "capacity", "usual")
_MEASURES = (
    Measure.KILOGRAM,
    Measure.TONNE,
    Measure.PIECE,
    Measure.PAIR,
    Measure.METRE,
    Measure.SQUARE_METRE,
    Measure.CUBIC_METRE,
    Measure.LITRE,
    Measure.SET,
    Measure.DEVICE,
    Measure.PART,
)


def named(number: int, part: str = "") -> str:
    """The name of a product's step (without a part: of its card)."""
    return f"product.{number}.{part}" if part else f"product.{number}"


def count(body: Body) -> int:
    """How many products there are, the one that is just being asked for among them; at least one."""
    numbers = [int(name.split(".")[1]) for name in (*body.answers, body.at or "") if name.startswith("product.")]
    return max(numbers, default=1)


def entries(body: Body) -> tuple[ProductEntry, ...]:
    """The products whose four questions are answered."""
    found = []
    for number in range(1, count(body) + 1):
        said = {part: body.answers.get(named(number, part)) for part in (*_PARTS, "id")}
        if all(said[part] is not None for part in _PARTS):
            amounts = [reading.decimal(said[part]) for part in ("capacity", "usual")]
            found.append(ProductEntry(said["id"], str(said["name"]), Measure(str(said["measure"])), *amounts))
    return tuple(found)


def number_of(said: Mapping[str, Answer], product_id: int) -> int | None:
    """The number under which a product that the models know stands now; None when it was taken out."""
    return next((n for n in range(1, MOST_PRODUCTS + 1) if said.get(named(n, "id")) == product_id), None)


def said(given: Mapping[str, Answer], product_id: int | None = None) -> list[list[Answer]]:
    """Everything that is said of the products, or of this one (nothing when it was taken out)."""
    one = None if product_id is None else number_of(given, product_id)
    numbers = range(1, MOST_PRODUCTS + 1) if product_id is None else [one] if one is not None else []
    found = ([given.get(named(number, part)) for part in _PARTS] for number in numbers)
    return [parts for parts in found if any(part is not None for part in parts)]


def answers(products: tuple[ProductEntry, ...]) -> dict[str, Answer]:
    """The answers that these products were."""
    said: dict[str, Answer] = {ALL: True}
    for number, product in enumerate(products, 1):
        said[named(number, "name")] = product.name
        said[named(number, "measure")] = product.measure.value
        said[named(number, "capacity")] = str(product.yearly_capacity)
        said[named(number, "usual")] = str(product.usual_monthly)
        if product.id is not None:
            said[named(number, "id")] = product.id
    return said


def steps(body: Body) -> tuple[Step, ...]:
    """The questions for each product, the card of all, and the card of the one that is open."""
    many = count(body)
    asked = [step for number in range(1, many + 1) for step in _questions(body, number)]
    listed = Joined(tuple(_line(number, product) for number, product in enumerate(entries(body), 1)), "joint-lines")
    more = (Option(None, "button-add-product", effect=_add),) if many < MOST_PRODUCTS else ()
    each = tuple(
        Option(None, label=str(body.answers[named(number, "name")]), effect=_opens(named(number)))
        for number in range(1, many + 1)
        if named(number, "name") in body.answers
    )
    every = Step(
        ALL,
        "registration-ask-products",
        "registration-field-products",
        Kind.PICK,
        options=(Option(True, "button-no-more-products"), *more, *each),
        values={"n": len(each), "products": listed},
        show=lambda _: Word("registration-products", {"products": listed}),
        counted=False,
        wide=True,
    )
    opened = [number for number in range(1, many + 1) if body.at == named(number)]
    return (*asked, every, *(_card(body, number) for number in opened))


def _questions(body: Body, number: int) -> tuple[Step, ...]:
    name, kind = body.answers.get(named(number, "name"), ""), body.answers.get(named(number, "measure"))
    measure = Measure(kind) if kind else Measure.PIECE
    values: dict[str, Value] = {"n": number, "product": name, "measure": Word(f"measure-{measure.value}")}

    def quantity(answer: Answer) -> Quantity:
        return Quantity(reading.decimal(answer), measure)

    drop = (_drop(body, number),) if number > 1 else ()
    return (
        Step(
            named(number, "name"),
            "registration-ask-product-name" if number == 1 else "registration-ask-product-next",
            "registration-field-products",
            read=_reads_name(number),
            values={"n": number},
            extra=() if named(number, "name") in body.answers else drop,
            summed=False,
        ),
        Step(
            named(number, "measure"),
            "registration-ask-product-measure",
            "registration-field-products",
            Kind.PICK,
            options=tuple(Option(one.value, f"measure-{one.value}") for one in _MEASURES),
            values=values,
            show=lambda answer: Word(f"measure-{answer}"),
            clears=(named(number, "capacity"), named(number, "usual")),
            summed=False,
        ),
        Step(
            named(number, "capacity"),
            "registration-ask-product-capacity",
            "registration-field-products",
            read=reading.amount(measure, name, above_zero=True),
            values=values,
            show=quantity,
            echo="registration-echo-capacity",
            summed=False,
        ),
        Step(
            named(number, "usual"),
            "registration-ask-product-usual",
            "registration-field-products",
            read=reading.amount(measure, name, above_zero=False),
            values=values,
            show=quantity,
            echo="registration-echo-usual",
            summed=False,
        ),
    )


def _line(number: int, product: ProductEntry) -> Word:
    values: dict[str, Value] = {
        "n": number,
        "product": product.name if len(product.name) <= _LABEL else f"{product.name[: _LABEL - 1]}…",
        "capacity": Quantity(product.yearly_capacity, product.measure),
        "usual": Quantity(product.usual_monthly, product.measure),
    }
    return Word("registration-product-line", values)


def _card(body: Body, number: int) -> Step:
    """One product: mend a part of it, drop it, or back to all."""
    mend = tuple(
        Option(None, f"button-mend-{part}", effect=_opens(named(number, part)))
        for part in _PARTS
        if named(number, part) in body.answers
    )
    values: dict[str, Value] = {"n": number, "product": body.answers.get(named(number, "name"), "")}
    for part in ("capacity", "usual"):
        said, kind = body.answers.get(named(number, part)), body.answers.get(named(number, "measure"))
        values[part] = (
            Word("registration-not-yet")
            if said is None or kind is None
            else Quantity(reading.decimal(said), Measure(kind))
        )
    return Step(
        named(number),
        "registration-product-card",
        "registration-field-products",
        Kind.PICK,
        options=(
            *mend,
            _drop(body, number),
            Option(None, "button-all-products", effect=_opens(ALL)),
        ),
        values=values,
        summed=False,
        counted=False,
    )


def _reads_name(number: int) -> Reader:
    plain = reading.worded()

    def read(text: str, body: Body) -> Answer | Problem:
        name = plain(text, body)
        if isinstance(name, str):
            for other in range(1, count(body) + 1):
                same = body.answers.get(named(other, "name"))
                if other != number and same is not None and search_key(same) == search_key(name):
                    return Problem(UnitProblem.PRODUCT_TWICE, {"name": same})
        return name

    return read


def _opens(step: str) -> Callable[[Body], str]:
    return lambda _: step


def _add(body: Body) -> str:
    body.answers.pop(ALL, None)
    return named(count(body) + 1, "name")


def _drop(body: Body, number: int) -> Option:
    name = body.answers.get(named(number, "name"))
    note = None if name is None else Part("registration-dropped", {"product": name})
    return Option(None, "button-drop-product", effect=_drops(number), note=note)


def _drops(number: int) -> Callable[[Body], str | None]:
    def effect(body: Body) -> str | None:
        """Take the product out; those behind it move up."""
        kept: dict[str, Answer] = {}
        for name, answer in body.answers.items():
            parts = name.split(".")
            if parts[0] != "product":
                kept[name] = answer
            elif int(parts[1]) != number:
                place = int(parts[1]) - (int(parts[1]) > number)
                kept[named(place, parts[2])] = answer
        body.answers, body.at = kept, None
        if any(name.startswith("product.") for name in kept):
            return ALL
        body.answers.pop(ALL, None)
        return named(1, "name")

    return effect
