"""Filling in a form: the bridge between a person's taps and texts, the draft in the database, and the form engine."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, runtime_checkable

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Awaiting, Tapped
from handlers.buttons import FormTap, Resume
from handlers.form import (
    SUMMARY,
    Body,
    Course,
    Event,
    Form,
    Kind,
    Located,
    Other,
    Pressed,
    Step,
    Turn,
    Typed,
    advance,
    choices,
    place,
    view,
)
from handlers.screen import Button, Part, Screen
from models.drafts import OpenDraft, draft, draft_about, drop_draft, open_draft, save_draft
from models.people import Focus
from models.values.jalali import tehran_date
from models.values.meaning import meant
from models.values.problem import Problem


class Conversation(Protocol):
    """A form with what it needs from the models."""

    form: Form

    async def look_up(self, act: Act, body: Body, step: Step) -> list[list[object]]:
        """Value and label pairs to pick from at this step (for ``looked_up`` steps); may use ``body.query``."""
        del act, body, step
        return []

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:
        """Something to do or to say after this step was answered."""
        del act, body, step
        return None

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Hand the form in: the receipt; or why not, with the step to mend if one is meant. Drops the draft itself."""
        ...

    async def left(self, act: Act, note: Part | None) -> Screen:
        """The screen behind the form: home, with a note that the answers are kept."""
        ...


@runtime_checkable
class Reopens(Protocol):
    """A conversation that looks first whether a draft taken up again still fits what has become of its subject."""

    async def reopened(self, act: Act, opened: OpenDraft) -> Screen:
        """The screen that the person goes on with."""
        ...


@runtime_checkable
class LeadsBack(Protocol):
    """A conversation that is left to the screen from which it was opened, not to home."""

    async def led_back(self, act: Act, body: Body) -> Screen:
        """That screen; the draft stays."""
        ...


def begun(opened: OpenDraft) -> bool:
    """Whether something was answered: a form that was only looked at is no draft to go on with."""
    return not opened.body.get("untouched")


async def begin(
    act: Act,
    conversation: Conversation,
    subject: str,
    body: Body,
    *,
    anew: bool = False,
    note: Part | Problem | None = None,
) -> Screen:
    """Open the form about this subject, or go on with the draft that was begun; ``anew`` replaces that."""
    opened = None if anew else await act.db(draft_about, act.person_id, conversation.form.name, subject)
    if opened is None:
        body.untouched = True
        _date(act, body)
        await _prepare(act, conversation, body)
        opened = await act.db(open_draft, act.person_id, conversation.form.name, subject, body.as_json())
    return await resume(act, conversation, opened, note)


async def resume(
    act: Act,
    conversation: Conversation,
    opened: OpenDraft,
    note: Part | Problem | None = None,
    *,
    at: str | None = None,
    anew: bool = False,
) -> Screen:
    """Go on with a draft where it stands, or at the named step; ``anew`` looks up again what can be picked there."""
    body = Body.of_json(opened.body)
    _date(act, body)
    if at is not None:
        body.at, body.editing, body.pending, body.options = at, True, None, None
    if anew:
        body.options = None
    if at is not None or anew:
        await _prepare(act, conversation, body)
        opened = await act.db(save_draft, opened, body.as_json())
    await act.focus(Focus.FORM, opened.id)
    return view(conversation.form, body, opened.id, opened.revision).with_note(note)


def _date(act: Act, body: Body) -> None:
    # A draft may lie for weeks: readers compare with the day of the turn, not with the day on which it was opened.
    body.restate({"today": tehran_date(act.now).isoformat()})


async def _prepare(act: Act, conversation: Conversation, body: Body) -> None:
    at = place(conversation.form, body)
    if isinstance(at, Step) and at.looked_up and body.options is None:
        body.options = await conversation.look_up(act, body, at)


async def _turn(act: Act, conversation: Conversation, opened: OpenDraft, event: Event) -> Screen:
    body = Body.of_json(opened.body)
    _date(act, body)
    if isinstance(event, Typed):
        event = _picked(act, conversation.form, body, event)
    turn = advance(conversation.form, body, event)
    if turn.course in (Course.LEFT, Course.DROPPED):
        return await _leave(act, conversation, opened, body, dropped=turn.course is Course.DROPPED)
    note = turn.note
    if turn.course is Course.SUBMIT:
        outcome = await conversation.submit(act, opened, body)
        if isinstance(outcome, Screen):
            return outcome
        note, body.at = outcome if isinstance(outcome, tuple) else (outcome, SUMMARY)
        body.editing, body.pending, body.options = body.at != SUMMARY, None, None
        turn = Turn()
    if turn.answered:
        note = await conversation.answered(act, body, turn.answered) or note
    await _prepare(act, conversation, body)
    opened = await act.db(save_draft, opened, body.as_json())
    await act.focus(Focus.FORM, opened.id)
    shown = view(conversation.form, body, opened.id, opened.revision)
    at = place(conversation.form, body)
    asked = isinstance(at, Step) and at.counted
    if asked and not turn.answered and isinstance(event, Typed | Other) and note is not None:
        shown = shown.in_brief()  # the question stands just above, in full
    return shown.with_note(note)


async def _leave(act: Act, conversation: Conversation, opened: OpenDraft, body: Body, *, dropped: bool) -> Screen:
    """The screen behind the form; what was not answered or is thrown away leaves no draft."""
    await act.focus(Focus.NOTHING)
    if dropped or body.untouched:
        await act.db(drop_draft, act.person_id, opened.id)
        body.answers = {}
    if isinstance(conversation, LeadsBack):
        return await conversation.led_back(act, body)
    note = Part("form-dropped") if dropped else None if body.untouched else Part("form-kept")
    return await conversation.left(act, note)


def _picked(act: Act, form: Form, body: Body, typed: Typed) -> Event:
    """A typed text that names one of the choices, on whatever page that stands, is a tap on it."""
    at = place(form, body)
    if not isinstance(at, Step) or at.kind is not Kind.PICK:
        return typed
    labels = [act.label(Button(None, one.key, one.values, label=one.label)) for one in choices(at, body)]
    index = meant(typed.text, labels)
    return typed if index is None else Pressed("pick", index)


async def press(act: Act, conversation: Conversation, opened: OpenDraft, tap: FormTap) -> Screen:
    """A button of the form was tapped; one that was drawn for an earlier revision only shows where the form stands."""
    if tap.revision != opened.revision:
        return await resume(act, conversation, opened, Part("stale-button"))
    return await _turn(act, conversation, opened, Pressed(tap.verb, tap.arg))


def came(message: Message) -> str:
    """What kind of message this is, as the words name it."""
    for kind in ("voice", "sticker", "photo", "document", "video", "audio", "contact", "location", "animation"):
        if getattr(message, kind, None):
            return kind
    return "other"


async def _heard(act: Act, conversation: Conversation, opened: OpenDraft, message: Message) -> Screen:
    """A message while a form is filled: its answer, or something that no question wants."""
    body = Body.of_json(opened.body)
    _date(act, body)
    if message.text is not None and conversation.form.hides(body, message.text):
        return replace(await resume(act, conversation, opened, Part("password-refused")), forget=True)
    if message.forward_origin is not None:
        return await _turn(act, conversation, opened, Other("forward"))
    if message.text is not None:
        return await _turn(act, conversation, opened, Typed(message.text))
    if message.location is not None:
        place_shared = Located(message.location.latitude, message.location.longitude)
        return await _turn(act, conversation, opened, place_shared)
    return await _turn(act, conversation, opened, Other(came(message)))


def router(conversations: Mapping[str, Conversation]) -> Router:
    """Taps and answers of all forms."""
    routes = Router(name="filling")

    async def find(act: Act, draft_id: int | None) -> tuple[OpenDraft, Conversation] | None:
        opened = None if draft_id is None else await act.db(draft, act.person_id, draft_id)
        conversation = None if opened is None else conversations.get(opened.form)
        return None if opened is None or conversation is None else (opened, conversation)

    async def closed(act: Act) -> Screen:
        await act.focus(Focus.NOTHING)
        return await next(iter(conversations.values())).left(act, Part("form-closed"))

    @routes.callback_query(Tapped(FormTap))
    async def tapped(_: CallbackQuery, act: Act, tap: FormTap) -> Screen:
        found = await find(act, tap.draft)
        return await closed(act) if found is None else await press(act, found[1], found[0], tap)

    @routes.callback_query(Tapped(Resume))
    async def taken_up(_: CallbackQuery, act: Act, tap: Resume) -> Screen:
        found = await find(act, tap.draft)
        if found is None:
            return await closed(act)
        opened, conversation = found
        if isinstance(conversation, Reopens):
            return await conversation.reopened(act, opened)
        return await resume(act, conversation, opened, anew=True)

    @routes.edited_message(Awaiting(Focus.FORM))
    async def edited(_: Message, act: Act) -> Screen:
        found = await find(act, act.visit.draft_id)
        return await closed(act) if found is None else await resume(act, found[1], found[0], Part("edited-message"))

    @routes.message(Awaiting(Focus.FORM))
    async def answered(message: Message, act: Act) -> Screen:
        found = await find(act, act.visit.draft_id)
        return await closed(act) if found is None else await _heard(act, found[1], found[0], message)

    return routes
