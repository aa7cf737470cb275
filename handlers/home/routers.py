"""What home answers: first of all the commands and the way home, last of all what nobody else answered."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Awaiting, Tapped
from handlers.buttons import ClaimNumber, Go, Home, OpenUnit, WearHat
from handlers.filling import came
from handlers.home.arrival import claimed_number, code_again, code_typed, contact_shared, first_word
from handlers.home.links import Links, opened
from handlers.home.menu import LeafHats, choose, home, out_of_a_form
from handlers.home.unit import unit_page
from handlers.home.ways import EDITED, HOME, PAPERS, SUPPORT, USES, kept
from handlers.screen import Button, Part, Screen, Word, screen
from handlers.sources import source
from models import people
from models.campaigns import code_of, union_of
from models.drafts import drafts_of
from models.invitations import read_code
from models.letters import NO_LICENCE_COPIES, cite
from models.months import entry_day
from models.organisations import RoleKind, hats
from models.people import Focus, Language
from models.receipts import read_code as read_receipt
from models.units import my_units
from models.values.ids import looks_like_password
from models.values.jalali import tehran_date

_PAPERS = {"photo", "document"}


class _Said(Filter):
    """A command, by its first word."""

    def __init__(self, *commands: str) -> None:
        self.commands = {f"/{command}" for command in commands}

    async def __call__(self, message: Message) -> bool:
        first = (message.text or "").split(maxsplit=1)
        return bool(first) and first[0].partition("@")[0].lower() in self.commands


async def _place(act: Act, place: str) -> Screen:
    match place:
        case "help":
            return await _help(act)
        case "uses":
            return (
                screen("uses", rows=((PAPERS,), (SUPPORT, HOME)))
                if act.visit.person_id
                else screen("uses", rows=((HOME,),))
            )
        case "fa" | "en":
            act.visit.language = Language(place)
            await act.db(people.set_language, act.key, act.visit.language)
            return await home(act)
        case "language":
            return _language()
        case "code" if act.visit.person_id is not None:
            await act.focus(Focus.INVITATION)
            return screen("invitation-ask-code", rows=((HOME,),))
    return await home(act, Part("stale-button"))


async def _help(act: Act) -> Screen:
    """How it all goes, with the last day for a month as it is where this person's units or offices are."""
    offices: set[int] = set()
    if act.visit.person_id is not None:
        offices = {unit.union_id for unit in await act.db(my_units, act.person_id)}
        offices = offices or {hat.office_id for hat in await act.db(hats, act.person_id)}
    day = await act.db(entry_day, offices, tehran_date(act.now))
    return Screen((Part("help", {"day": day}),), ((SUPPORT,), (USES,), (HOME,)))


def _language() -> Screen:
    return screen(
        "language",
        rows=(
            (Button(Go("fa"), "button-fa"), Button(Go("en"), "button-en")),
            (HOME,),
        ),
    )


async def _stray(message: Message, act: Act) -> Part:
    """That nothing had been asked; of papers that come to an expert, why nobody may want them."""
    if message.text is not None:
        return Part("stray")
    kind = came(message)
    if kind in _PAPERS:
        worn = await act.db(hats, act.person_id)
        if any(one.kind is RoleKind.ORDER_EXPERT and act.visit.role_id in (None, one.role_id) for one in worn):
            return Part("look-up-papers", {"source": source(cite(NO_LICENCE_COPIES))})
    return Part("stray-thing", {"came": Word(f"came-{kind}")})


async def _start(message: Message, act: Act, links: Links) -> Screen:
    """Home, or where the payload of ``/start`` leads."""
    command, _, payload = (message.text or "").strip().partition(" ")
    if payload.strip() and command.lower().startswith("/start"):
        return await opened(act, links, payload.strip())
    return await out_of_a_form(act)


async def _wear(act: Act, tap: WearHat) -> Screen:
    worn = await act.db(hats, act.person_id)
    role = next((hat.role_id for hat in worn if hat.role_id == tap.role), None)
    act.visit.role_id = role
    await act.db(people.set_role, act.key, role)
    if role is None:
        units = await act.db(my_units, act.person_id)
        return choose(worn, units, kept(await act.db(drafts_of, act.person_id)))
    return await home(act)


async def _unit(act: Act, tap: OpenUnit) -> Screen:
    units = await act.db(my_units, act.person_id)
    unit = next((one for one in units if one.id == tap.unit), None)
    if unit is None:
        return await home(act, Part("stale-button"))
    return await unit_page(act, unit, await act.db(drafts_of, act.person_id))


def first_router(links: Links) -> Router:
    """What goes before everything else: commands, the way home, named places."""
    routes = Router(name="home")

    @routes.message(_Said("start", "menu", "cancel"))
    async def start(message: Message, act: Act) -> Screen:
        return await _start(message, act, links)

    @routes.message(_Said("help"))
    async def help_(_: Message, act: Act) -> Screen:
        return await _place(act, "help")

    @routes.callback_query(Tapped(Home, anybody=True))
    async def go_home(_: CallbackQuery, act: Act) -> Screen:
        return await out_of_a_form(act)

    @routes.callback_query(Tapped(Go, anybody=True))
    async def go(_: CallbackQuery, act: Act, tap: Go) -> Screen:
        return await _place(act, tap.place)

    @routes.callback_query(Tapped(ClaimNumber, anybody=True))
    async def claim(_: CallbackQuery, act: Act) -> Screen:
        return await claimed_number(act, links)

    @routes.callback_query(Tapped(WearHat))
    async def wear(_: CallbackQuery, act: Act, tap: WearHat) -> Screen:
        return await _wear(act, tap)

    @routes.callback_query(Tapped(LeafHats))
    async def leaf(_: CallbackQuery, act: Act, tap: LeafHats) -> Screen:
        worn, units = await act.db(hats, act.person_id), await act.db(my_units, act.person_id)
        return choose(worn, units, kept(await act.db(drafts_of, act.person_id)), tap.page)

    @routes.callback_query(Tapped(OpenUnit))
    async def open_unit(_: CallbackQuery, act: Act, tap: OpenUnit) -> Screen:
        return await _unit(act, tap)

    @routes.message(Awaiting(Focus.JOIN_CODE))
    async def code(message: Message, act: Act) -> Screen:
        if message.contact:
            return await contact_shared(message, act, links)
        return await code_typed(message, act, links)

    @routes.edited_message(Awaiting(Focus.JOIN_CODE))
    async def code_edited(_: Message, act: Act) -> Screen:
        return await code_again(act, EDITED)

    return routes


def last_router(links: Links) -> Router:
    """What nobody else answered: a contact, a stray text, an old button, an edited message."""
    routes = Router(name="last")

    @routes.callback_query()
    async def stale(_: CallbackQuery, act: Act) -> Screen:
        return await home(act, Part("stale-button") if act.visit.person_id is not None else None)

    @routes.edited_message()
    async def edited(_: Message, act: Act) -> Screen:
        if act.visit.focus is not Focus.NOTHING:  # what was asked is still asked
            return Screen((EDITED,), ((HOME,),))
        return await home(act, Part("edited-message"))

    @routes.message()
    async def stray(message: Message, act: Act) -> Screen:
        if message.contact is not None:
            return await contact_shared(message, act, links)
        if message.text and isinstance(code := read_code(message.text), str):
            return await opened(act, links, f"i-{code}")
        if message.text and isinstance(union := await act.db(union_of, message.text), int):
            return await opened(act, links, f"u-{code_of(union)}")
        if message.text and read_receipt(message.text) is None and looks_like_password(message.text):
            return replace(await home(act, Part("password-refused")), forget=True)
        if act.visit.person_id is None:
            return first_word(message)
        return await home(act, await _stray(message, act))

    return routes
