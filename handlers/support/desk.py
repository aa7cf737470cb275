"""The desk's taps: its queue, oldest first; every click is checked anew, the first to take a ticket has it."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenDesk, OpenDeskTicket, Tap
from handlers.filling import begin
from handlers.form import Body
from handlers.home import HOME, home
from handlers.screen import Button, Joined, Part, Screen, Value, Word
from handlers.support.cards import desk_ticket, letter
from handlers.support.places import named
from handlers.support.taps import AskClose, CloseIt, DeskList, LetGo, SendOn, ShowLetter, Take, WriteAnswer
from handlers.support.writing import AnswerConversation
from models.organisations import Hat, RoleKind, hat
from models.people import Focus
from models.support import (
    CloseCode,
    DeskCursor,
    DeskItem,
    TicketDesk,
    close,
    desk_card,
    desk_counts,
    desk_page,
    let_go,
    send_on,
    take,
)
from models.values.problem import Problem

_MANY: Final = 100


def _number(count: int) -> Value:
    return Word("inbox-many") if count >= _MANY else count


def _line(worn: Hat, item: DeskItem) -> Part:
    marks: list[Value] = []
    if worn.kind is RoleKind.STATISTICS_OFFICER:
        marks.append(item.province)
    marks.append(named(item.place))
    marks.append(Word("inbox-since-days", {"days": item.days}) if item.days else Word("inbox-since-today"))
    marks += [Word("ticket-mark-overdue")] if item.overdue else []
    if item.held:
        marks.append(Word("ticket-mark-mine" if item.mine else "ticket-mark-held"))
    return Part("desk-line", {"code": item.receipt, "marks": Joined(tuple(marks), "joint-dot")})


async def _list(act: Act, worn: Hat, desk: TicketDesk, after: str) -> Screen:
    counts = await act.db(desk_counts, worn)
    if isinstance(counts, Problem):
        return await home(act, counts)
    page = await act.db(desk_page, worn, desk, DeskCursor.read(after) if after else None)
    if isinstance(page, Problem):
        return await home(act, page)
    own = desk is TicketDesk.PROVINCE or worn.kind is RoleKind.STATISTICS_OFFICER
    if own:
        values: dict[str, Value] = {
            "office": worn.office_name,
            "waiting": _number(counts.waiting),
            "overdue": _number(counts.overdue),
        }
        parts = [Part("desk" if counts.waiting else "desk-empty", values)]
    else:
        parts = [Part("desk-sent-on" if page.items else "desk-sent-on-empty", {"office": worn.office_name})]
    parts += [_line(worn, item) for item in page.items]
    rows: list[tuple[Button, ...]] = [
        (Button(OpenDeskTicket(worn.role_id, item.id, 0), label=item.receipt),) for item in page.items
    ]
    if page.next is not None:
        rows.append((Button(DeskList(worn.role_id, desk.value, str(page.next)), "button-next-page"),))
    if not own or after:
        rows.append((Button(OpenDesk(worn.role_id), "button-desk"), HOME))
    elif counts.sent_on:
        sent_on = DeskList(worn.role_id, TicketDesk.STATISTICS.value, "")
        rows.append((Button(sent_on, "button-desk-sent-on", {"n": counts.sent_on}), HOME))
    else:
        rows.append((HOME,))
    return Screen(tuple(parts), tuple(rows))


async def _open(act: Act, worn: Hat, _: OpenDesk) -> Screen:
    desk = TicketDesk.STATISTICS if worn.kind is RoleKind.STATISTICS_OFFICER else TicketDesk.PROVINCE
    return await _list(act, worn, desk, "")


async def _page(act: Act, worn: Hat, tap: DeskList) -> Screen:
    known = {one.value: one for one in TicketDesk}
    return await _list(act, worn, known.get(tap.desk, TicketDesk.PROVINCE), tap.after)


async def _card(act: Act, worn: Hat, tap: OpenDeskTicket) -> Screen:
    return await desk_ticket(act, worn, tap.ticket, page=tap.page)


async def _take(act: Act, worn: Hat, tap: Take) -> Screen:
    outcome = await act.db(take, worn, tap.ticket, tap.revision)
    return await desk_ticket(act, worn, tap.ticket, outcome if isinstance(outcome, Problem) else None)


async def _let_go(act: Act, worn: Hat, tap: LetGo) -> Screen:
    outcome = await act.db(let_go, worn, tap.ticket, tap.revision)
    note = outcome if isinstance(outcome, Problem) else Part("ticket-let-go-done")
    return await desk_ticket(act, worn, tap.ticket, note)


async def _send_on(act: Act, worn: Hat, tap: SendOn) -> Screen:
    outcome = await act.db(send_on, worn, tap.ticket, tap.revision)
    note = outcome if isinstance(outcome, Problem) else Part("ticket-sent-on-done")
    return await desk_ticket(act, worn, tap.ticket, note)


async def _answer(act: Act, worn: Hat, tap: WriteAnswer) -> Screen:
    card = await act.db(desk_card, worn, tap.ticket)
    if isinstance(card, Problem):
        return await home(act, card)
    facts = {"role": tap.role, "ticket": tap.ticket, "revision": tap.revision, "receipt": card.receipt}
    return await begin(act, AnswerConversation(), f"ticket:{tap.ticket}", Body(facts=facts), anew=True)


async def _ask_close(act: Act, worn: Hat, tap: AskClose) -> Screen:
    del act
    rows = [
        (Button(CloseIt(tap.role, tap.ticket, tap.revision, place), f"button-close-{code.value}"),)
        for place, code in enumerate(CloseCode)
    ]
    back = Button(OpenDeskTicket(worn.role_id, tap.ticket, 0), "button-back")
    return Screen((Part("ticket-close-ask"),), (*rows, (back, HOME)))


async def _close(act: Act, worn: Hat, tap: CloseIt) -> Screen:
    if not 0 <= tap.code < len(CloseCode):
        return await desk_ticket(act, worn, tap.ticket, Part("stale-button"))
    outcome = await act.db(close, worn, tap.ticket, tap.revision, list(CloseCode)[tap.code])
    note = outcome if isinstance(outcome, Problem) else Part("ticket-close-done")
    return await desk_ticket(act, worn, tap.ticket, note)


async def _letter(act: Act, worn: Hat, tap: ShowLetter) -> Screen:
    return await letter(act, worn, tap.ticket)


_TAPS: Final[tuple[tuple[type[Tap], Callable[[Act, Hat, Any], Awaitable[Screen]]], ...]] = (
    (OpenDesk, _open),
    (DeskList, _page),
    (OpenDeskTicket, _card),
    (Take, _take),
    (LetGo, _let_go),
    (WriteAnswer, _answer),
    (SendOn, _send_on),
    (AskClose, _ask_close),
    (CloseIt, _close),
    (ShowLetter, _letter),
)


def _in_role(answer: Callable[[Act, Hat, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """Every tap of the desk names a role: it is asked anew, and without it nothing is done."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        return await (home(act, Part("review-role-over")) if isinstance(worn, Problem) else answer(act, worn, tap))

    return tapped


def router() -> Router:
    """The desk's taps."""
    routes = Router(name="desk")
    for kind, answer in _TAPS:
        routes.callback_query.register(_in_role(answer), Tapped(kind))
    return routes
