"""The person's side: what is wrong, from whatever screen; the own tickets; whether it is solved."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Tapped
from handlers.buttons import OpenMyReport, OpenSupport, OpenTicket, Resume
from handlers.filling import begin
from handlers.form import Body
from handlers.home import HOME, home
from handlers.screen import Button, Part, Screen, Value, paired, shown
from handlers.sources import source
from handlers.support.cards import own_ticket
from handlers.support.places import where, written
from handlers.support.taps import MyTickets, NewTicket, SayNotSolved, SaySolved, WriteBack
from handlers.support.writing import TICKET, TicketConversation, WriteBackConversation
from models.drafts import OpenDraft, draft
from models.letters import ACCESS_TROUBLE, cite
from models.organisations import provinces
from models.people import Focus
from models.support import Where, my_tickets, provinces_of, say_not_solved, say_solved
from models.support.papers import my_reports
from models.values.problem import Problem


class _Said(Filter):
    """The command, by its first word."""

    async def __call__(self, message: Message) -> bool:
        first = (message.text or "").split(maxsplit=1)
        return bool(first) and first[0].partition("@")[0].lower() == "/support"


async def _left(act: Act) -> OpenDraft | None:
    """The form that was being filled in: it stays as it is; of the trouble's own form, the one before it."""
    if act.visit.focus is not Focus.FORM or act.visit.draft_id is None:
        return None
    half = await act.db(draft, act.person_id, act.visit.draft_id)
    if half is None or half.form != TICKET:
        return half
    before = half.body["facts"]["half"]
    return None if before is None else await act.db(draft, act.person_id, before)


async def _support(act: Act, asked: OpenSupport | None) -> Screen:
    """What can be done in trouble; straight to the question for whoever has written nothing yet."""
    if act.visit.person_id is None:
        return await home(act, Part("support-first-number"))
    about, half = await where(act, asked), await _left(act)
    found = await act.db(my_tickets, act.person_id, None, 1)
    if not found.items:
        return await _begin(act, about, half)
    await act.focus(Focus.NOTHING)
    rows = (
        (Button(NewTicket(*written(about)), "button-new-ticket"),),
        *(() if half is None else ((Button(Resume(half.id), "button-back-to-form"),),)),
        (Button(MyTickets(0), "button-my-tickets"), HOME),
    )
    screen = Screen((Part("support", {"source": source(cite(ACCESS_TROUBLE))}),), rows)
    return screen.with_note(None if half is None else Part("support-form-kept"))


async def _begin(act: Act, about: Where, half: OpenDraft | None = None) -> Screen:
    known = await act.db(provinces_of, act.person_id, act.visit.role_id)
    if not known:
        known = await act.db(provinces)
    facts = {
        "provinces": [[one.id, one.name] for one in known],
        "place": about.place,
        "subject": about.subject,
        "step": about.step,
        "role": act.visit.role_id,
        "half": None if half is None else half.id,
    }
    note = None if half is None else Part("support-form-kept")
    return await begin(act, TicketConversation(), "", Body(facts=facts), anew=True, note=note)


async def _list(act: Act, before: int) -> Screen:
    found = await act.db(my_tickets, act.person_id, before or None)
    reports = () if before else await act.db(my_reports, act.person_id)
    if not found.items and not reports:
        return Screen((Part("my-tickets-none"),), ((Button(NewTicket("", ""), "button-new-ticket"),), (HOME,)))
    parts = [Part("my-tickets")] if found.items else []
    for item in found.items:
        values: dict[str, Value] = {"code": item.receipt, "at": item.opened_at, "state": shown(item.state)}
        parts.append(Part("my-tickets-line", values))
    if reports:
        parts.append(Part("my-reports"))
    for report in reports:
        values = {"code": report.receipt, "at": report.filed_at, "state": shown(report.state)}
        parts.append(Part("my-reports-line", values))
    rows = [
        *((Button(OpenTicket(item.id, 0), label=item.receipt),) for item in found.items),
        *paired([Button(OpenMyReport(report.id), label=report.receipt) for report in reports]),
        *(() if found.next is None else ((Button(MyTickets(found.next), "button-next-page"),),)),
        (Button(NewTicket("", ""), "button-new-ticket"), HOME),
    ]
    return Screen(tuple(parts), tuple(rows))


def router() -> Router:
    """The command and the taps of whoever is in trouble."""
    routes = Router(name="support")

    @routes.message(_Said())
    async def said(_: Message, act: Act) -> Screen:
        return await _support(act, None)

    @routes.callback_query(Tapped(OpenSupport, anybody=True))
    async def opened(_: CallbackQuery, act: Act, tap: OpenSupport) -> Screen:
        return await _support(act, tap)

    @routes.callback_query(Tapped(NewTicket))
    async def new(_: CallbackQuery, act: Act, tap: NewTicket) -> Screen:
        return await _begin(act, await where(act, tap), await _left(act))

    @routes.callback_query(Tapped(MyTickets))
    async def listed(_: CallbackQuery, act: Act, tap: MyTickets) -> Screen:
        await act.focus(Focus.NOTHING)
        return await _list(act, tap.before)

    @routes.callback_query(Tapped(OpenTicket))
    async def shown_one(_: CallbackQuery, act: Act, tap: OpenTicket) -> Screen:
        await act.focus(Focus.NOTHING)
        return await own_ticket(act, tap.ticket, page=tap.page)

    @routes.callback_query(Tapped(WriteBack))
    async def back(_: CallbackQuery, act: Act, tap: WriteBack) -> Screen:
        facts = {"ticket": tap.ticket}
        return await begin(act, WriteBackConversation(), f"ticket:{tap.ticket}", Body(facts=facts), anew=True)

    @routes.callback_query(Tapped(SaySolved))
    async def solved(_: CallbackQuery, act: Act, tap: SaySolved) -> Screen:
        outcome = await act.db(say_solved, act.person_id, tap.ticket, tap.revision)
        note = outcome if isinstance(outcome, Problem) else Part("ticket-thanks")
        return await own_ticket(act, tap.ticket, note)

    @routes.callback_query(Tapped(SayNotSolved))
    async def not_solved(_: CallbackQuery, act: Act, tap: SayNotSolved) -> Screen:
        outcome = await act.db(say_not_solved, act.person_id, tap.ticket, tap.revision)
        note = outcome if isinstance(outcome, Problem) else Part("ticket-waits-again")
        return await own_ticket(act, tap.ticket, note)

    return routes
