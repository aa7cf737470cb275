"""The attachment of a draft: a PDF or a photo that is sent to the bot, fetched by a job, and kept by its content."""

from collections.abc import Mapping
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Awaiting, Tapped
from handlers.buttons import JobDone, OpenCircular
from handlers.circulars import looking
from handlers.circulars.looking import Answer
from handlers.circulars.taps import OnCircular
from handlers.files import MEGABYTE, FileProblem, file_of
from handlers.home import HOME, home
from handlers.screen import Button, Part, Raw, Rows, Screen, Value, problem_part
from models import jobs
from models.circulars import CircularProblem, DeskCard, attach, detach
from models.contents import MOST_BYTES
from models.drafts import draft, draft_about, drop_draft, open_draft
from models.jobs import JobKind, Order
from models.organisations import Hat
from models.people import Focus
from models.values.problem import Problem

_NAME: Final = "circular-file"
_MOST_PICTURE: Final = 10 * MEGABYTE
"""A larger picture goes as a file: messengers take no larger photo."""
_PICTURES: Final = frozenset({"jpeg", "png"})


def _asking(card: DeskCard) -> Screen:
    values: dict[str, Value] = {"number": Raw(card.number), "most": MOST_BYTES // MEGABYTE}
    parts = [Part("circular-ask-file", values)]
    rows: list[tuple[Button, ...]] = []
    if card.attachment:
        parts.append(Part("circular-card-file", {"name": card.attachment}))
        rows.append((Button(OnCircular(card.id, card.revision, "unfile"), "button-circular-unfile"),))
    return Screen(tuple(parts), (*rows, (Button(OpenCircular(card.id), "button-back"), HOME)))


async def _ask(act: Act, worn: Hat, card: DeskCard) -> Screen:
    """From now on a file is awaited."""
    if not card.writes:
        return await looking.drawn(act, worn, card)
    half = await act.db(open_draft, act.person_id, _NAME, f"circular:{card.id}", {"circular": card.id})
    await act.focus(Focus.ATTACHMENT, half.id)
    return _asking(card)


async def _remove(act: Act, worn: Hat, card: DeskCard) -> Screen:
    outcome = await act.db(detach, worn, card.id, card.revision)
    note = outcome if isinstance(outcome, Problem) else Part("circular-unfiled")
    return await looking.circular(act, card.id, note)


VERBS: Final[Mapping[str, Answer]] = {"file": _ask, "unfile": _remove}


async def _came(message: Message, act: Act) -> Screen:
    """A file, or something else, where one is awaited."""
    half = None if act.visit.draft_id is None else await act.db(draft, act.person_id, act.visit.draft_id)
    seen = None if half is None else await looking.found(act, int(half.body["circular"]))
    if seen is None or isinstance(seen, Problem):
        return await home(act, seen)
    card = seen[1]
    if not card.writes:
        return await looking.circular(act, card.id, Problem(CircularProblem.CHANGED))
    file = file_of(message)
    if isinstance(file, Problem):
        told = Part("circular-await-file") if file.code is FileProblem.NO_FILE else problem_part(file)
        return _asking(card).with_note(told)
    back: Rows = ((Button(OpenCircular(card.id), "button-back"), HOME),)
    return Screen((Part("job-running"),), back, job=Order(JobKind.FETCH, card.id, file, {"for": "circular"}))


async def _fetched(_: CallbackQuery, act: Act, tap: JobDone) -> Screen:
    """The file is here, or is not."""
    result = await act.db(jobs.result, act.key, tap.job)
    if result is None or result.order.details.get("for") != "circular":
        return await home(act, Part("stale-button"))
    seen = await looking.found(act, result.order.subject)
    if isinstance(seen, Problem):
        return await home(act, seen)
    worn, card = seen
    if result.problem is not None:
        return _asking(card).with_note(Problem(result.problem, {"most": MOST_BYTES // MEGABYTE}))
    said = result.values
    if said["type"] not in {"pdf", *_PICTURES}:
        return _asking(card).with_note(Problem(CircularProblem.WRONG_FILE, {"name": said["name"]}))
    picture = said["type"] in _PICTURES and int(said["size"]) <= _MOST_PICTURE
    outcome = await act.db(attach, worn, card.id, None, said["content"], picture=picture)
    if isinstance(outcome, Problem):
        return await looking.circular(act, card.id, outcome)
    half = await act.db(draft_about, act.person_id, _NAME, f"circular:{card.id}")
    if half is not None:
        await act.db(drop_draft, act.person_id, half.id)
    if act.visit.focus is Focus.ATTACHMENT:
        await act.focus(Focus.NOTHING)
    return await looking.circular(act, card.id, Part("circular-filed", {"name": said["name"]}))


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.attaching")
    own.message.register(_came, Awaiting(Focus.ATTACHMENT))
    own.callback_query.register(_fetched, Tapped(JobDone, work=JobKind.FETCH.value))
    return own
