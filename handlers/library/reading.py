"""One circular or letter in the library: its heading, its text page by page, and what can be done with it."""

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import rules
from handlers.act import Act, Tapped
from handlers.buttons import Acknowledge, OpenLibrary, ReadCircular
from handlers.home import HOME
from handlers.home.ways import USES
from handlers.library.front import front, last_search, office_of
from handlers.library.taps import OpenFound, SeeChanges, SeeUses, TakeAttachment
from handlers.screen import Button, File, Moment, Part, Raw, Screen, Value, Word, paired, shown
from models.circulars.effects import effects
from models.circulars.library import Named, Paper, letter_id, letter_of, paper
from models.circulars.records import CircularClass
from models.contents import name_of
from models.letters_corpus import LETTERS, Clause, Letter, LetterKey
from models.letters_corpus import Part as Place
from models.values.problem import Problem

_SAID_ALONE: Final = frozenset({Place.HEADING, Place.CLOSING, Place.COPIES})
USED: Final = frozenset(
    {
        *(Clause(LetterKey.L1, part) for part in LETTERS[LetterKey.L1].parts if part not in _SAID_ALONE),
        *(Clause(LetterKey.L2, part) for part in (Place.FIRST_PART, Place.SECOND_PART)),
        *(Clause(key, Place.BODY) for key in (LetterKey.L3, LetterKey.L4)),
        Clause(LetterKey.L4, Place.FOOTER),
    }
)
"""The parts of the letters on which something rests here: ``library-use-<letter>-<part>`` says what."""


async def _back(act: Act) -> tuple[Button, ...]:
    """To what was found, else to the front."""
    found = await last_search(act)
    return Button(OpenLibrary() if found is None else OpenFound(), "button-back"), HOME


async def _read(act: Act, tap: ReadCircular) -> Screen:
    letter = letter_of(tap.circular)
    if letter is not None:
        return letter_screen(letter, await _back(act))
    found = await act.db(paper, act.person_id, tap.circular)
    if isinstance(found, Problem):
        return (await front(act)).with_note(found)
    return _circular(found, tap.page, await _back(act))


def letter_screen(letter: Letter, back: tuple[Button, ...]) -> Screen:
    """A letter: its heading, and each of its parts in our own words as stored."""
    values: dict[str, Value] = {
        "number": Raw(letter.number),
        "date": letter.date,
        "sender": letter.sender,
        "receiver": letter.receiver,
        "subject": letter.subject,
    }
    told = [Part("library-letter-part", {"part": shown(part), "text": text}) for part, text in letter.parts.items()]
    ways = [Button(SeeUses(letter_id(letter.key)), "button-library-uses")]
    if letter.key is LetterKey.L1:
        told.append(Part("library-guide-missing"))
        ways.append(USES)
    return Screen((Part("library-letter-heading", values), *told), (tuple(ways), back))


def _uses(tap: SeeUses) -> Screen | None:
    """What rests here on the parts of a letter."""
    letter = letter_of(tap.letter)
    if letter is None:
        return None
    heading = Part("library-uses", {"number": Raw(letter.number), "date": letter.date})
    told = [
        Part("library-use", {"part": shown(part), "use": Word(f"library-use-{letter.key.value.lower()}-{part.value}")})
        for part in letter.parts
        if Clause(letter.key, part) in USED
    ]
    back = Button(ReadCircular(tap.letter, 1), "button-back")
    return Screen((heading, *told), ((back, HOME),))


async def _attachment(act: Act, tap: TakeAttachment) -> Screen:
    """The file itself, by the way that files go out; whoever may read the text may take it."""
    found = await act.db(paper, act.person_id, tap.circular)
    if isinstance(found, Problem):
        return (await front(act)).with_note(found)
    name = None if found.attachment_key is None else await act.db(name_of, found.attachment_key)
    back = Button(ReadCircular(tap.circular, 1), "button-back")
    if found.attachment_key is None or name is None:
        return _circular(found, 1, await _back(act)).with_note(Part("library-attachment-gone"))
    values: dict[str, Value] = {"number": Raw(found.entry.number), "date": found.entry.issued}
    file = File(name, found.attachment_key, picture=found.attachment_picture)
    return Screen((Part("library-attachment", values),), ((back, HOME),), file=file)


def _circular(found: Paper, wanted: int, back: tuple[Button, ...]) -> Screen:
    entry, last = found.entry, len(found.pages)
    page = min(max(wanted, 1), max(last, 1))
    urgent = entry.grade is CircularClass.URGENT
    values: dict[str, Value] = {"number": Raw(entry.number), "date": entry.issued}
    parts = [
        Part(
            "library-heading-urgent" if urgent else "library-heading",
            {**values, "office": office_of(entry), "subject": entry.subject},
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
    if found.attachment_key is not None:
        others.append(Button(TakeAttachment(entry.id), "button-library-attachment"))
    if found.changes:
        others.append(Button(SeeChanges(entry.id), "button-library-changes"))
    if found.received and found.acknowledged_at is None and not entry.withdrawn and page >= last:
        others.append(Button(Acknowledge(entry.id), "button-acknowledge"))
    others.extend(_other(one) for one in (found.corrected_by, found.corrects) if one is not None)
    return Screen(tuple(parts), (*paired(buttons), *paired(others), back))


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

    @own.callback_query(Tapped(TakeAttachment))
    async def _taken(_: CallbackQuery, act: Act, tap: TakeAttachment) -> Screen:
        return await _attachment(act, tap)

    @own.callback_query(Tapped(SeeUses))
    async def _used(_: CallbackQuery, act: Act, tap: SeeUses) -> Screen:
        return _uses(tap) or await front(act)

    @own.callback_query(Tapped(SeeChanges))
    async def _changed(_: CallbackQuery, act: Act, tap: SeeChanges) -> Screen:
        return await _changes(act, tap)

    return own
