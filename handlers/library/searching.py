"""Searching the library: a number, words or a date typed into one field; the last search is kept for its pages."""

from dataclasses import replace
from datetime import date
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Awaiting, Tapped
from handlers.buttons import OpenLibrary
from handlers.filling import came
from handlers.home import HOME, leave_form
from handlers.library.front import SEARCH, front, last_search, lines, older, opening
from handlers.library.taps import AskSearch, OpenFound
from handlers.screen import Button, Part, Screen, Word
from models.circulars.library import find
from models.drafts import open_draft
from models.people import Focus
from models.values.ids import looks_like_password
from models.values.sought import MOST_TYPED, read_sought
from models.values.text import normalise

EVERYTHING: Final = Button(OpenLibrary(), "button-library-all")


async def _typed(message: Message, act: Act) -> Screen:
    text = message.text
    if text is None:
        return (await front(act)).with_note(Part("library-not-text", {"came": Word(f"came-{came(message)}")}))
    if looks_like_password(text):
        return replace((await front(act)).with_note(Part("password-refused")), forget=True)
    typed = normalise(text[: MOST_TYPED * 4])[:MOST_TYPED]
    if read_sought(typed) is None:
        return _ask().with_note(Part("library-no-words"))
    await act.db(open_draft, act.person_id, SEARCH, "", {"typed": typed})
    return await _found(act, typed, OpenFound())


async def _found(act: Act, typed: str, after: OpenFound) -> Screen:
    sought = read_sought(typed)
    if sought is None:
        return _ask()
    day = date.fromordinal(after.day) if 0 < after.day <= date.max.toordinal() else None
    found = await act.db(find, sought, None if day is None else (day, after.circular))
    await act.focus(Focus.LIBRARY)
    if not found.entries:
        return Screen((Part("library-nothing", {"typed": typed}),), ((EVERYTHING, HOME),))
    parts = (Part("library-found" if day is None else "library-found-older", {"typed": typed}), *lines(found))
    onward = ((older(found, OpenFound),),) if found.more else ()
    return Screen((*parts, Part("library-again")), (*opening(found), *onward, (EVERYTHING, HOME)))


def _ask() -> Screen:
    return Screen((Part("library-search"),), ((EVERYTHING, HOME),))


def router() -> Router:
    """What is answered here."""
    own = Router(name="library.searching")

    @own.callback_query(Tapped(AskSearch))
    async def _asked(_: CallbackQuery, act: Act) -> Screen:
        note = await leave_form(act)
        await act.focus(Focus.LIBRARY)
        return _ask().with_note(note)

    @own.callback_query(Tapped(OpenFound))
    async def _again(_: CallbackQuery, act: Act, tap: OpenFound) -> Screen:
        kept = await last_search(act)
        return await front(act) if kept is None else await _found(act, str(kept.body["typed"]), tap)

    @own.message(Awaiting(Focus.LIBRARY))
    async def _text(message: Message, act: Act) -> Screen:
        return await _typed(message, act)

    return own
