"""The closing statement as a card: what became of the plan, by level, then by office."""

from collections.abc import Sequence
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenCircular, TakeStatement
from handlers.circulars import answers, looking
from handlers.circulars.taps import SeeAnswers, SeeStatement
from handlers.home import HOME, home
from handlers.screen import Button, Joined, Part, Raw, Rows, Screen, Value, Word, paired, shown
from handlers.sources import office_named
from models.circulars import Answers, DeskCard, Level, Statement, StatementLine, statement
from models.notices import NoticeState
from models.organisations import Hat
from models.people import Focus
from models.values.problem import Problem

_OFFICES: Final = 8
_COLUMNS: Final = (
    ("sent", (NoticeState.SENT,)),
    ("parked", (NoticeState.PARKED,)),
    ("refused", (NoticeState.REFUSED,)),
    ("uncertain", (NoticeState.UNCERTAIN,)),
    ("withdrawn", (NoticeState.WITHDRAWN,)),
    ("held-back", (NoticeState.HELD_BACK,)),
    (
        "to-come",
        (NoticeState.PLANNED, NoticeState.WAITING, NoticeState.LEASED, NoticeState.BEGUN, NoticeState.RETRY),
    ),
)


def _columns(lines: Sequence[StatementLine]) -> Value:
    """What became of them, and how many have acknowledged; what is nobody's is left out, what was sent is said."""
    said: list[Value] = []
    for name, members in _COLUMNS:
        number = sum(line.states.get(state, 0) for line in lines for state in members)
        if number or name == "sent":
            said.append(Word(f"circular-column-{name}", {"n": number}))
        if name == "sent":
            said.append(Word("circular-column-read", {"n": sum(line.acknowledged for line in lines)}))
    early = sum(line.early for line in lines)
    if early:
        said.append(Word("circular-column-early", {"n": early}))
    return Joined(tuple(said), "joint-dot")


def _total(lines: Sequence[StatementLine]) -> int:
    return sum(line.total for line in lines)


def _balance(found: Statement) -> list[Part]:
    """What the figures may be relied on for; that they do not make up the plan is said plainly."""
    if not found.balanced:
        return [Part("circular-statement-unbalanced", {"planned": found.planned, "found": found.total})]
    early = sum(line.early for line in found.lines)
    parts = [Part("circular-statement-balances")]
    return [*parts, Part("circular-statement-early", {"n": early})] if early else parts


def _whole(worn: Hat, card: DeskCard, found: Statement, answered: Answers | None) -> Screen:
    lines = found.lines
    values: dict[str, Value] = {"number": Raw(card.number), "subject": card.subject, "planned": found.planned}
    parts = [Part("circular-statement", values), Part("circular-statement-line", {"said": _columns(lines)})]
    levels = [level for level in Level if any(line.level is level for line in lines)]
    buttons = []
    for level in levels:
        of_level = [line for line in lines if line.level is level]
        named: dict[str, Value] = {"name": shown(level), "planned": _total(of_level), "said": _columns(of_level)}
        parts.append(Part("circular-statement-of", named))
        if any(line.office_id is not None for line in of_level):
            buttons.append(
                Button(SeeStatement(card.id, level.value, 0), "button-statement-level", {"level": shown(level)})
            )
    if answered is not None:
        parts.append(answers.line(answered))
        buttons.append(Button(SeeAnswers(card.id), "button-circular-answers"))
    in_place = sum(line.total for line in lines if line.place is not None)
    if in_place:
        parts.append(Part("circular-statement-in-place", {"n": in_place}))
    rows: Rows = (
        (Button(TakeStatement(worn.role_id, card.id), "button-statement"),),
        *paired(buttons),
        (Button(OpenCircular(card.id), "button-back"), HOME),
    )
    return Screen((*parts, *_balance(found)), rows)


def _offices(card: DeskCard, level: Level, lines: Sequence[StatementLine], page: int) -> Screen:
    pages = max(1, -(-len(lines) // _OFFICES))
    page = min(max(page, 0), pages - 1)
    head: dict[str, Value] = {"number": Raw(card.number), "level": shown(level), "planned": _total(lines)}
    parts = [Part("circular-statement-level", head)]
    for line in lines[page * _OFFICES : (page + 1) * _OFFICES]:
        name: Value = line.office_name or shown(level)
        values: dict[str, Value] = {"name": name, "planned": line.total, "said": _columns([line])}
        if line.place is not None:
            values["place"] = office_named(line.place[1], line.place[0])
        parts.append(Part("circular-statement-of" if line.place is None else "circular-statement-of-in-place", values))
    turn = []
    if page > 0:
        turn.append(Button(SeeStatement(card.id, level.value, page - 1), "button-previous-page"))
    if page < pages - 1:
        turn.append(Button(SeeStatement(card.id, level.value, page + 1), "button-next-page"))
    back = (Button(SeeStatement(card.id, "", 0), "button-back"), HOME)
    return Screen(tuple(parts), (*((tuple(turn),) if turn else ()), back))


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.ended")

    @own.callback_query(Tapped(SeeStatement))
    async def _statement(_: CallbackQuery, act: Act, tap: SeeStatement) -> Screen:
        await act.focus(Focus.NOTHING)
        seen = await looking.found(act, tap.circular)
        if isinstance(seen, Problem):
            return await home(act, seen)
        worn, card = seen
        found = await act.db(statement, worn, card.id)
        if isinstance(found, Problem):
            return await home(act, found)
        level = next((one for one in Level if one.value == tap.level), None)
        if level is None:
            return _whole(worn, card, found, await answers.of(act, worn, card))
        return _offices(card, level, [line for line in found.lines if line.level is level], tap.page)

    return own
