"""The library's front: the newest circulars and letters, page by page, and the ways to an office's own desks."""

from collections.abc import Callable
from datetime import date
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenCircularDesk, OpenLibrary, OpenPassing, ReadCircular, Tap
from handlers.home import HOME, leave_form
from handlers.library.taps import AskSearch
from handlers.screen import Button, Part, Raw, Rows, Screen, Value, Word, paired
from handlers.sources import office_named
from models.circulars.library import Entry, Shelf, shelf
from models.drafts import OpenDraft, draft_about, drop_draft
from models.organisations import Deed, hats, reaches
from models.people import Focus

DESKS: Final[tuple[tuple[str, Callable[[int], Tap], Deed], ...]] = (
    ("button-circular-desk", OpenCircularDesk, Deed.ISSUE_CIRCULAR),
    ("button-passing", OpenPassing, Deed.PASS_ON),
)
"""What whoever holds a role finds here besides: the button, its tap (of the role's id), the deed behind it.

Of several roles the one that is worn, else the first that may. The taps stand in ``handlers/buttons.py``.
"""
SEARCH: Final = "library"
"""The name under which the last search of a person is kept, as half-filled forms are."""
_LONGEST_NUMBER: Final = 16


async def front(act: Act, after: OpenLibrary | None = None) -> Screen:
    """The newest ones, or those after this one; a form that was open is kept, which is said."""
    note = await leave_form(act)
    await act.focus(Focus.LIBRARY)
    day = date.fromordinal(after.day) if after is not None and 0 < after.day <= date.max.toordinal() else None
    if day is None:
        await _forget_search(act)
    found = await act.db(shelf, None if day is None or after is None else (day, after.circular))
    parts = (Part("library" if day is None else "library-older"), *lines(found))
    search = Button(AskSearch(), "button-library-search")
    onward = (older(found, OpenLibrary), search) if found.more else (search,)
    rows = (*opening(found), onward, *await _desks(act), (HOME,))
    return Screen(parts, rows).with_note(note)


async def last_search(act: Act) -> OpenDraft | None:
    """What this person looked for last, until the front is opened again."""
    return await act.db(draft_about, act.person_id, SEARCH, "")


async def _forget_search(act: Act) -> None:
    kept = await last_search(act)
    if kept is not None:
        await act.db(drop_draft, act.person_id, kept.id)


def lines(found: Shelf) -> list[Part]:
    """The entries in words, numbered as their buttons are."""
    return [_line(place, entry) for place, entry in enumerate(found.entries, 1)]


def _line(place: int, entry: Entry) -> Part:
    named = Word("library-letter" if entry.id < 0 else "library-circular", {"number": Raw(entry.number)})
    values: dict[str, Value] = {
        "n": place,
        "named": named,
        "date": entry.issued,
        "office": office_of(entry),
        "subject": entry.subject,
    }
    return Part("library-line-withdrawn" if entry.withdrawn else "library-line", values)


def office_of(entry: Entry) -> Value:
    """The office that issued it, as a sentence names it."""
    return entry.office if entry.office_kind is None else office_named(entry.office_kind, entry.office)


def opening(found: Shelf) -> Rows:
    """A button for each entry."""
    return paired([_open(place, entry) for place, entry in enumerate(found.entries, 1)])


def _open(place: int, entry: Entry) -> Button:
    number = entry.number if len(entry.number) <= _LONGEST_NUMBER else f"{entry.number[: _LONGEST_NUMBER - 1]}…"
    return Button(ReadCircular(entry.id, 1), "button-library-open", {"n": place, "number": Raw(number)})


def older(found: Shelf, tap: Callable[[int, int], Tap]) -> Button:
    """The way to what comes after these."""
    last = found.entries[-1]
    return Button(tap(last.issued.toordinal(), last.id), "button-next-page")


async def _desks(act: Act) -> Rows:
    worn = sorted(await act.db(hats, act.person_id), key=lambda hat: hat.role_id != act.visit.role_id)
    chosen = [(key, tap, next((hat for hat in worn if reaches(hat, deed)), None)) for key, tap, deed in DESKS]
    return paired([Button(tap(hat.role_id), key) for key, tap, hat in chosen if hat is not None])


def router() -> Router:
    """What is answered here."""
    own = Router(name="library.front")

    @own.callback_query(Tapped(OpenLibrary))
    async def _front(_: CallbackQuery, act: Act, tap: OpenLibrary) -> Screen:
        return await front(act, tap)

    return own
