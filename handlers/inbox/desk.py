"""Tapping through the inbox: every click is checked anew, the first decision wins, the second person is told."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenInbox, OpenReview, Tap
from handlers.filling import begin, resume
from handlers.form import Body
from handlers.home import HOME, home
from handlers.inbox import cards
from handlers.inbox.answers import Rejection, Return, decided, facts
from handlers.inbox.taps import Approve, AskBasis, Details, NextOne, OpenPage, Refuse, SendBack, SetCheck
from handlers.screen import Button, Part, Screen, Value, shown
from handlers.sources import source
from models.drafts import draft_about
from models.letters import MONTHLY_CONFIRMATION, RuleKey, cite, rule
from models.organisations import Hat, hat
from models.people import Focus
from models.reviews import (
    Action,
    Basis,
    Check,
    CheckState,
    Cursor,
    MonthReviewCard,
    Subject,
    SubjectKind,
    UnitReviewCard,
    approve,
    inbox_counts,
    inbox_page,
    month_review_card,
    next_item,
    set_check,
    unit_review_card,
)
from models.values.jalali import tehran_date
from models.values.problem import Problem

Seen = UnitReviewCard | MonthReviewCard


async def _desk(act: Act, worn: Hat, note: Part | Problem | None = None) -> Screen:
    counts = await act.db(inbox_counts, worn)
    return await home(act, counts) if isinstance(counts, Problem) else cards.desk(worn, counts).with_note(note)


async def _seen(act: Act, worn: Hat, subject: Subject) -> Seen | Problem:
    if subject.kind is SubjectKind.UNIT:
        return await act.db(unit_review_card, worn, subject.id)
    return await act.db(month_review_card, worn, subject.id)


async def _card(
    act: Act, worn: Hat, subject: Subject, note: Part | Problem | None = None, *, details: bool = False
) -> Screen:
    """The card as it stands now; the inbox under the reason why there is none for this approver."""
    seen = await _seen(act, worn, subject)
    return await _desk(act, worn, seen) if isinstance(seen, Problem) else _drawn(worn, seen, note, details=details)


def _drawn(worn: Hat, seen: Seen, note: Part | Problem | None = None, *, details: bool = False) -> Screen:
    if isinstance(seen, UnitReviewCard):
        return cards.unit_card(worn, seen, details=details).with_note(note)
    return cards.month_card(worn, seen, details=details).with_note(note)


def _subject(tap: OpenReview | Details | AskBasis | Approve | SendBack | Refuse) -> Subject:
    return Subject(SubjectKind(tap.kind), tap.subject)


def _what(seen: Seen) -> Value:
    if isinstance(seen, UnitReviewCard):
        return cards.named(seen.card.title, None)
    return cards.named(seen.sheet.title, seen.sheet.month)


def _cursor(written: str) -> Cursor | None:
    return Cursor.read(written) if written else None


async def _inbox(act: Act, worn: Hat, _: OpenInbox) -> Screen:
    return await _desk(act, worn)


async def _page(act: Act, worn: Hat, tap: OpenPage) -> Screen:
    kind = SubjectKind(tap.kind)
    found = await act.db(inbox_page, worn, kind, _cursor(tap.after))
    return await home(act, found) if isinstance(found, Problem) else cards.page(worn, kind, found)


async def _review(act: Act, worn: Hat, tap: OpenReview) -> Screen:
    return await _card(act, worn, _subject(tap))


async def _details(act: Act, worn: Hat, tap: Details) -> Screen:
    return await _card(act, worn, _subject(tap), details=True)


async def _next(act: Act, worn: Hat, tap: NextOne) -> Screen:
    """The one that waits longest after this one; from the end back to the oldest."""
    kind = SubjectKind(tap.kind)
    found = await act.db(next_item, worn, kind, _cursor(tap.after))
    if found is None and tap.after:
        found = await act.db(next_item, worn, kind, None)
    if isinstance(found, Problem):
        return await home(act, found)
    if found is None:
        return await _desk(act, worn, Part(f"inbox-done-{kind.value}"))
    return await _card(act, worn, found.subject, Part("inbox-no-other") if str(found.cursor) == tap.after else None)


async def _check(act: Act, worn: Hat, tap: SetCheck) -> Screen:
    subject = Subject(SubjectKind.UNIT, tap.unit)
    if tap.check >= len(Check) or tap.state >= len(CheckState):
        return await _card(act, worn, subject, Part("stale-button"))
    outcome = await act.db(set_check, worn, tap.unit, tap.revision, list(Check)[tap.check], list(CheckState)[tap.state])
    return await _card(act, worn, subject, outcome if isinstance(outcome, Problem) else None)


async def _opened(act: Act, worn: Hat, tap: AskBasis | SendBack | Refuse, action: Action) -> Seen | Screen:
    """What a decision begins with: the submission as it was shown; otherwise how it stands now."""
    seen = await _seen(act, worn, _subject(tap))
    if isinstance(seen, Problem):
        return await _desk(act, worn, seen)
    revision = seen.card.revision if isinstance(seen, UnitReviewCard) else seen.sheet.revision
    if revision != tap.revision or action not in seen.actions:
        return _drawn(worn, seen, Part("stale-button"))
    return seen


async def _basis(act: Act, worn: Hat, tap: AskBasis) -> Screen:
    """Ask what the approval rests on; history is no word of the letter, so it is offered and named as a setting."""
    seen = await _opened(act, worn, tap, Action.APPROVE)
    if isinstance(seen, Screen):
        return seen
    history = await act.db(rule, RuleKey.HISTORY_COUNTS, worn.office_id, tehran_date(act.now))
    parts = [
        Part("ask-basis", {"what": _what(seen)}),
        Part("ask-basis-letter", {"source": source(cite(MONTHLY_CONFIRMATION))}),
    ]
    if history.yes:
        parts.append(Part("ask-basis-history", {"source": source(history.source)}))
    rows = [
        (Button(Approve(tap.role, tap.kind, tap.subject, tap.revision, place), f"basis-{basis.value}"),)
        for place, basis in enumerate(Basis)
        if basis is not Basis.HISTORY or history.yes
    ]
    back = Button(OpenReview(tap.role, tap.kind, tap.subject), "button-back")
    return Screen(tuple(parts), (*rows, (back, HOME)))


async def _approve(act: Act, worn: Hat, tap: Approve) -> Screen:
    subject = _subject(tap)
    if tap.basis >= len(Basis):
        return await _card(act, worn, subject, Part("stale-button"))
    basis = list(Basis)[tap.basis]
    outcome = await act.db(approve, worn, subject, tap.revision, basis)
    seen = await _seen(act, worn, subject)
    if isinstance(seen, Problem):
        return await _desk(act, worn, seen)
    if isinstance(outcome, Problem):
        return _drawn(worn, seen, outcome)
    return decided(tap.role, tap.kind, "decided-approve", {"what": _what(seen), "basis": shown(basis)})


async def _begin(act: Act, worn: Hat, tap: SendBack | Refuse) -> Screen:
    """Open the form of a long answer, or go on with one that was begun about the same submission."""
    conversation, action = (Return(), Action.SEND_BACK) if isinstance(tap, SendBack) else (Rejection(), Action.REJECT)
    seen = await _opened(act, worn, tap, action)
    if isinstance(seen, Screen):
        return seen
    about, said = str(_subject(tap)), facts(worn, seen)
    begun = await act.db(draft_about, act.person_id, conversation.form.name, about)
    if begun is not None and begun.body["facts"] | said == begun.body["facts"]:
        return await resume(act, conversation, begun)
    return await begin(act, conversation, about, Body(facts=said), anew=True)


_TAPS: Final[tuple[tuple[type[Tap], Callable[[Act, Hat, Any], Awaitable[Screen]]], ...]] = (
    (OpenInbox, _inbox),
    (OpenPage, _page),
    (OpenReview, _review),
    (Details, _details),
    (NextOne, _next),
    (SetCheck, _check),
    (AskBasis, _basis),
    (Approve, _approve),
    (SendBack, _begin),
    (Refuse, _begin),
)


def _in_role(answer: Callable[[Act, Hat, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """Every tap of the inbox names a role: it is asked anew, and without it nothing is done."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        return await (home(act, Part("review-role-over")) if isinstance(worn, Problem) else answer(act, worn, tap))

    return tapped


def router() -> Router:
    """The inbox's taps."""
    routes = Router(name="inbox")
    for kind, answer in _TAPS:
        routes.callback_query.register(_in_role(answer), Tapped(kind))
    return routes
