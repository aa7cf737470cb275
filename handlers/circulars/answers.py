"""How a circular's question was answered: option by option, with the clause that each rests on. Numbers, no names."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenCircular
from handlers.circulars import cards, looking
from handlers.circulars.taps import SeeAnswers
from handlers.home import HOME, home
from handlers.screen import Button, Joined, Part, Raw, Screen, Value, Word
from models.circulars import Answers, DeskCard, answers
from models.organisations import Hat
from models.people import Focus
from models.values.problem import Problem


def percent(some: int, whole: int) -> int:
    """Of a hundred, the nearest whole number; 0 where there is nobody."""
    return (some * 200 + whole) // (whole * 2) if whole else 0


async def of(act: Act, worn: Hat, card: DeskCard) -> Answers | None:
    """The answers so far; None where the circular asks nothing."""
    found = None if card.question is None else await act.db(answers, worn, card.id)
    return None if isinstance(found, Problem) else found


def line(found: Answers) -> Part:
    """How many have answered, and how many rightly."""
    if not found.total:
        return Part("circular-answers-none")
    right = {"n": found.total, "right": found.right, "percent": percent(found.right, found.total)}
    return Part("circular-answers-sum", right)


def _screen(card: DeskCard, found: Answers) -> Screen:
    values: dict[str, Value] = {"number": Raw(found.number), "text": found.question}
    parts = [Part("circular-answers", values), line(found)]
    for option in found.options:
        said: list[Value] = [Word("circular-answers-people", {"n": option.number})]
        if found.total:
            said.append(Word("circular-answers-percent", {"n": percent(option.number, found.total)}))
        if option.clause is not None:
            said.append(Word("circular-answers-rests", {"n": option.clause}))
        key = "circular-answers-right" if option.right else "circular-answers-option"
        parts.append(Part(key, {"n": option.place + 1, "text": option.text, "said": Joined(tuple(said), "joint-dot")}))
    parts += [
        Part("circular-answer-clause", {"n": place, "text": cards.short(text)}) for place, text in found.clauses.items()
    ]
    return Screen(tuple(parts), ((Button(OpenCircular(card.id), "button-back"), HOME),))


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.answers")

    @own.callback_query(Tapped(SeeAnswers))
    async def _answers(_: CallbackQuery, act: Act, tap: SeeAnswers) -> Screen:
        await act.focus(Focus.NOTHING)
        seen = await looking.found(act, tap.circular)
        if isinstance(seen, Problem):
            return await home(act, seen)
        worn, card = seen
        found = await act.db(answers, worn, card.id)
        return await looking.circular(act, card.id, found) if isinstance(found, Problem) else _screen(card, found)

    return own
