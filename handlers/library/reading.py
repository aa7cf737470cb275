"""One circular or letter in the library: its heading, its text page by page, and what can be done with it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import rules
from handlers.act import Act, Tapped
from handlers.buttons import Acknowledge, OpenLibrary, ReadCircular
from handlers.home import HOME
from handlers.library.front import front
from handlers.library.taps import SeeChanges
from handlers.screen import Button, Moment, Part, Raw, Screen, Value, paired, shown
from models.circulars.effects import effects
from models.circulars.library import Named, Paper, letter_of, paper
from models.circulars.records import CircularClass
from models.letters_corpus import Letter
from models.values.problem import Problem

BACK = Button(OpenLibrary(), "button-back")


async def _read(act: Act, tap: ReadCircular) -> Screen:
    letter = letter_of(tap.circular)
    if letter is not None:
        return _letter(letter)
    found = await act.db(paper, act.person_id, tap.circular)
    if isinstance(found, Problem):
        return (await front(act)).with_note(found)
    return _circular(found, tap.page)


def _letter(letter: Letter) -> Screen:
    values: dict[str, Value] = {
        "number": Raw(letter.number),
        "date": letter.date,
        "sender": letter.sender,
        "receiver": letter.receiver,
        "subject": letter.subject,
    }
    told = [Part("library-letter-part", {"part": shown(part), "text": text}) for part, text in letter.parts.items()]
    return Screen((Part("library-letter-heading", values), *told), ((BACK, HOME),))


def _circular(found: Paper, wanted: int) -> Screen:
    entry, last = found.entry, len(found.pages)
    page = min(max(wanted, 1), max(last, 1))
    urgent = entry.grade is CircularClass.URGENT
    values: dict[str, Value] = {"number": Raw(entry.number), "date": entry.issued}
    parts = [
        Part(
            "library-heading-urgent" if urgent else "library-heading",
            {**values, "office": entry.office, "subject": entry.subject},
        )
    ]
    if entry.withdrawn:
        parts.append(Part("library-withdrawn" if found.pages else "library-withdrawn-text"))
    if found.corrected_by is not None:
        parts.append(Part("library-corrected-by", {"number": Raw(found.corrected_by.number)}))
    if found.corrects is not None:
        parts.append(Part("library-corrects", {"number": Raw(found.corrects.number)}))
    if found.pages:
        if last > 1:
            parts.append(Part("library-page", {"page": page, "pages": last}))
        parts.append(Part("library-text", {"text": found.pages[page - 1]}))
    if found.acknowledged_at is not None:
        parts.append(Part("library-acknowledged", {"at": Moment(found.acknowledged_at)}))
    buttons = []
    if page > 1:
        buttons.append(Button(ReadCircular(entry.id, page - 1), "button-previous-page"))
    if page < last:
        buttons.append(Button(ReadCircular(entry.id, page + 1), "button-next-page"))
    others = []
    if found.changes:
        others.append(Button(SeeChanges(entry.id), "button-library-changes"))
    if found.received and found.acknowledged_at is None and not entry.withdrawn and page >= last:
        others.append(Button(Acknowledge(entry.id), "button-acknowledge"))
    others.extend(_other(one) for one in (found.corrected_by, found.corrects) if one is not None)
    return Screen(tuple(parts), (*paired(buttons), *paired(others), (BACK, HOME)))


async def _changes(act: Act, tap: SeeChanges) -> Screen:
    seen = await act.db(effects, act.person_id, tap.circular)
    if isinstance(seen, Problem):
        return (await front(act)).with_note(seen)
    heading = Part("library-changes", {"number": Raw(seen.number)})
    parts = rules.effects(seen.told) or [Part("library-changes-none")]
    return Screen((heading, *parts), ((Button(ReadCircular(tap.circular, 1), "button-back"), HOME),))


def _other(one: Named) -> Button:
    return Button(ReadCircular(one.id, 1), "button-library-other", {"number": Raw(one.number[:14])})


def router() -> Router:
    """What is answered here."""
    own = Router(name="library.reading")

    @own.callback_query(Tapped(ReadCircular))
    async def _reading(_: CallbackQuery, act: Act, tap: ReadCircular) -> Screen:
        return await _read(act, tap)

    @own.callback_query(Tapped(SeeChanges))
    async def _changed(_: CallbackQuery, act: Act, tap: SeeChanges) -> Screen:
        return await _changes(act, tap)

    return own
