"""The cards of a ticket: its own person's, the desk's, and the draft of the letter to the statistics office."""

from collections.abc import Callable
from functools import partial
from typing import Final

from handlers.act import Act
from handlers.buttons import OpenDesk, OpenDeskTicket, OpenTicket, Tap
from handlers.home import HOME, home
from handlers.screen import Button, Code, Joined, Part, Rows, Screen, Value, Word, paired, shown
from handlers.sources import source
from handlers.support.pages import paged, place, told
from handlers.support.places import named
from handlers.support.taps import (
    AskClose,
    LetGo,
    MyTickets,
    SayNotSolved,
    SaySolved,
    SendOn,
    ShowLetter,
    Take,
    WriteAnswer,
    WriteBack,
)
from models.letters import ACCESS_TROUBLE, cite
from models.organisations import Hat
from models.support import (
    DeskCard,
    Line,
    TicketAction,
    TicketActor,
    TicketCard,
    TicketDesk,
    TicketState,
    TicketStep,
    desk_card,
    ticket_card,
)
from models.values.problem import Problem

_A = TicketAction
_OF_A_LETTER: Final = frozenset({TicketStep.OPENED, TicketStep.WROTE_BACK, TicketStep.ANSWERED})
_LETTER_WORDS: Final = 300
_LETTER_LINES: Final = 4


def _turn(at: int, pages: int, tap: Callable[[int], Tap]) -> Rows:
    """To the pages beside this one."""
    buttons = [
        Button(tap(number), key)
        for number, key in ((at - 1, "button-previous-page"), (at + 1, "button-next-page"))
        if 1 <= number <= pages
    ]
    return (tuple(buttons),) if buttons else ()


async def own_ticket(act: Act, ticket: int, note: Part | Problem | None = None, page: int = 0) -> Screen:
    """The person's own ticket; home when it is somebody else's."""
    found = await act.db(ticket_card, act.person_id, ticket)
    return await home(act, found) if isinstance(found, Problem) else _own(found, page).with_note(note)


def _own(card: TicketCard, page: int) -> Screen:
    pages = paged(card.lines)
    at = place(pages, page)
    desk = Word(f"ticket-desk-{card.desk.value}", {"province": card.province})
    parts = [Part("ticket-heading", {"code": Code(card.receipt)})]
    if card.state is TicketState.WAITING:
        parts.append(Part("ticket-waiting", {"desk": desk, "due": card.due_at}))
    else:
        parts.append(Part(f"ticket-{card.state.value}"))
    parts += told(pages[at - 1])
    first: list[Button] = []
    second: list[Button] = []
    if _A.NOT_SOLVED in card.may:
        solved = Button(SaySolved(card.id, card.revision), "button-ticket-solved")
        first = [solved] if _A.SOLVED in card.may else []
        second.append(Button(SayNotSolved(card.id, card.revision), "button-ticket-not-solved"))
    elif _A.SOLVED in card.may:
        second.append(Button(SaySolved(card.id, card.revision), "button-ticket-solved"))
    if _A.WRITE_BACK in card.may:
        second.insert(0, Button(WriteBack(card.id), "button-write-back"))
    rows = (
        *_turn(at, len(pages), partial(OpenTicket, card.id)),
        *paired(first),
        *paired(second),
        (Button(MyTickets(0), "button-my-tickets"), HOME),
    )
    return Screen(tuple(parts), rows)


async def desk_ticket(act: Act, worn: Hat, ticket: int, note: Part | Problem | None = None, page: int = 0) -> Screen:
    """A ticket as this role sees it; home when it does not."""
    found = await act.db(desk_card, worn, ticket)
    return await home(act, found) if isinstance(found, Problem) else _desk(worn, found, page).with_note(note)


def _who(card: DeskCard) -> Value:
    if card.role is not None and card.office is not None:
        return Joined((Word(f"role-{card.role.value}"), card.office))
    return Word("ticket-asker-unit") if card.about is not None else Word("ticket-asker")


def _holder(card: DeskCard) -> list[Part]:
    if card.actor is TicketActor.HOLDER and card.state is TicketState.WAITING:
        return [Part("ticket-held-by-you")]
    if card.actor is TicketActor.COLLEAGUE and card.held_since is not None:
        if card.holder is None:
            return [Part("ticket-held", {"since": shown(card.held_since)})]
        return [Part("ticket-held-by", {"by": card.holder, "since": shown(card.held_since)})]
    return []


def _stands(card: DeskCard) -> Part:
    if card.state is not TicketState.WAITING:
        return Part("ticket-stands", {"state": shown(card.state)})
    desk = Word(f"ticket-desk-{card.desk.value}", {"province": card.province})
    return Part("ticket-overdue" if card.overdue else "ticket-waiting", {"desk": desk, "due": card.due_at})


def _desk(worn: Hat, card: DeskCard, page: int) -> Screen:
    pages = paged(card.lines)
    at = place(pages, page)
    about: Value = named(card.place, card.step)
    parts = [
        Part("ticket-heading", {"code": Code(card.receipt)}),
        _stands(card),
        Part("ticket-who", {"who": _who(card), "phone": card.phone, "province": card.province}),
        Part("ticket-place", {"place": about if card.about is None else Joined((about, card.about), "joint-dot")}),
        *_holder(card),
        *told(pages[at - 1]),
    ]
    ids = (worn.role_id, card.id, card.revision)
    main = [
        Button(tap(*ids), key)
        for action, tap, key in (
            (_A.TAKE, Take, "button-ticket-take"),
            (_A.ANSWER, WriteAnswer, "button-ticket-answer"),
        )
        if action in card.may
    ]
    others = [
        Button(tap(*ids), key)
        for action, tap, key in (
            (_A.SEND_ON, SendOn, "button-ticket-send-on"),
            (_A.CLOSE, AskClose, "button-ticket-close"),
            (_A.LET_GO, LetGo, "button-ticket-let-go"),
        )
        if action in card.may
    ]
    if card.desk is TicketDesk.STATISTICS:
        others.append(Button(ShowLetter(worn.role_id, card.id), "button-ticket-letter"))
    rows = (
        *_turn(at, len(pages), partial(OpenDeskTicket, worn.role_id, card.id)),
        *((button,) for button in main),
        *paired(others),
        (Button(OpenDesk(worn.role_id), "button-desk"), HOME),
    )
    return Screen(tuple(parts), rows)


async def letter(act: Act, worn: Hat, ticket: int) -> Screen:
    """The letter that 60/227210 ¶4 wants when the liaison cannot help: a draft in one piece, to be copied."""
    card = await act.db(desk_card, worn, ticket)
    if isinstance(card, Problem):
        return await home(act, card)
    lines = [line for line in card.lines if line.step in _OF_A_LETTER]
    values: dict[str, Value] = {
        "province": card.province,
        "code": card.receipt,
        "source": source(cite(ACCESS_TROUBLE)),
        "who": _who(card),
        "place": named(card.place, card.step),
        "opened": card.lines[0].at,
    }
    parts = [Part("letter-heading", values), Part("letter-body", values), Part("letter-trouble", _said(lines[:1]))]
    if len(lines) > 1:
        parts.append(Part("letter-history"))
        latest = lines[1:][-_LETTER_LINES:]
        parts += [Part("letter-line", {**_said([one]), "at": one.at, "step": shown(one.step)}) for one in latest]
    late = any(line.step is TicketStep.OVERDUE for line in card.lines)
    parts += [Part("letter-overdue")] if late else []
    parts += [Part("letter-closing"), Part("letter-draft")]
    return Screen(tuple(parts), ((Button(OpenDeskTicket(worn.role_id, ticket, 0), "button-back"), HOME),))


def _said(lines: list[Line]) -> dict[str, Value]:
    words = (lines[0].words or "") if lines else ""
    return {"words": words if len(words) <= _LETTER_WORDS else words[:_LETTER_WORDS].rstrip() + "…"}
