"""Tapping through the inbox: every click is checked anew, the first decision wins, the second person is told."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import FormTap, OpenConflict, OpenInbox, OpenReview, Tap
from handlers.filling import begin, press, resume
from handlers.form import Body
from handlers.home import HOME, home, say_in_place
from handlers.inbox import cards, conflicts
from handlers.inbox.answers import Rejection, Return, decided, facts
from handlers.inbox.looking import Seen, card, details, drawn, inbox, seen_of
from handlers.inbox.taps import (
    Approve,
    AskBasis,
    AskInterest,
    Details,
    HandInAnswer,
    LiftConflict,
    NextOne,
    OpenConflicts,
    OpenPage,
    Refuse,
    SendBack,
    SetCheck,
    StepAside,
)
from handlers.screen import Button, Part, Screen, Value, shown
from handlers.sources import source
from models.drafts import draft, draft_about
from models.letters import MONTHLY_CONFIRMATION, RuleKey, cite, rule
from models.organisations import Hat, OfficeKind, hat
from models.people import Focus
from models.reviews import (
    Action,
    Basis,
    Check,
    CheckState,
    Cursor,
    Interest,
    LicenceReviewCard,
    MonthReviewCard,
    Subject,
    SubjectKind,
    UnitReviewCard,
    approve,
    inbox_page,
    next_item,
    refusal,
    set_check,
    step_aside,
)
from models.values.jalali import tehran_date
from models.values.problem import Problem

_Begins = AskBasis | AskInterest | SendBack | Refuse
_About = _Begins | OpenReview | Details | Approve | StepAside


def _subject(tap: _About) -> Subject:
    return Subject(SubjectKind(tap.kind), tap.subject)


def _title(seen: Seen) -> str:
    """The unit's title."""
    return seen.sheet.title if isinstance(seen, MonthReviewCard) else seen.card.title


def _what(seen: Seen) -> Value:
    if isinstance(seen, UnitReviewCard):
        return cards.named(seen.card.title, None)
    if isinstance(seen, LicenceReviewCard):
        return cards.named(seen.card.title, None, licence=True)
    return cards.named(seen.sheet.title, seen.sheet.month)


def _union_of(seen: Seen) -> int:
    return seen.sheet.union_id if isinstance(seen, MonthReviewCard) else seen.card.union_id


def _cursor(written: str) -> Cursor | None:
    return Cursor.read(written) if written else None


async def _inbox(act: Act, worn: Hat, _: OpenInbox) -> Screen:
    return await inbox(act, worn)


async def _page(act: Act, worn: Hat, tap: OpenPage) -> Screen:
    kind = SubjectKind(tap.kind)
    found = await act.db(inbox_page, worn, kind, _cursor(tap.after))
    return await home(act, found) if isinstance(found, Problem) else cards.page(worn, kind, found)


async def _review(act: Act, worn: Hat, tap: OpenReview) -> Screen:
    return await card(act, worn, _subject(tap))


async def _details(act: Act, worn: Hat, tap: Details) -> Screen:
    return await details(act, worn, _subject(tap), tap.page)


async def _next(act: Act, worn: Hat, tap: NextOne) -> Screen:
    """The one that waits longest after this one; from the end back to the oldest."""
    kind = SubjectKind(tap.kind)
    found = await act.db(next_item, worn, kind, _cursor(tap.after))
    if found is None and tap.after:
        found = await act.db(next_item, worn, kind, None)
    if isinstance(found, Problem):
        return await home(act, found)
    if found is None:
        return await inbox(act, worn, Part(f"inbox-done-{kind.value}"))
    return await card(act, worn, found.subject, Part("inbox-no-other") if str(found.cursor) == tap.after else None)


async def _check(act: Act, worn: Hat, tap: SetCheck) -> Screen:
    subject = Subject(SubjectKind.UNIT, tap.unit)
    if tap.check >= len(Check) or tap.state >= len(CheckState):
        return await card(act, worn, subject, Part("stale-button"))
    outcome = await act.db(set_check, worn, tap.unit, tap.revision, list(Check)[tap.check], list(CheckState)[tap.state])
    return await card(act, worn, subject, outcome if isinstance(outcome, Problem) else None)


async def _opened(
    act: Act, worn: Hat, tap: AskBasis | AskInterest | SendBack | Refuse, action: Action
) -> Seen | Screen:
    """What a decision begins with: the submission as it was shown; otherwise how it stands now."""
    seen = await seen_of(act, worn, _subject(tap))
    if isinstance(seen, Problem):
        return await inbox(act, worn, seen)
    refused = await act.db(refusal, worn, _subject(tap), tap.revision, action)
    return seen if refused is None else drawn(worn, seen, refused)


async def _basis(act: Act, worn: Hat, tap: AskBasis) -> Screen:
    """Ask what the approval rests on; history is no word of the letter, so it is offered and named as a setting."""
    seen = await _opened(act, worn, tap, Action.APPROVE)
    if isinstance(seen, Screen):
        return seen
    history = await act.db(rule, RuleKey.HISTORY_COUNTS, _union_of(seen), tehran_date(act.now))
    # Whether a licence holds is not known from the unit's history: it was seen, or it was not.
    licence = isinstance(seen, LicenceReviewCard)
    by_history = history.yes and not licence
    parts = [
        Part("ask-basis-licence" if licence else "ask-basis", {"what": _what(seen)}),
        Part("ask-basis-letter", {"source": source(cite(MONTHLY_CONFIRMATION))}),
    ]
    if by_history:
        parts.append(Part("ask-basis-history", {"source": source(history.source)}))
    rows = [
        (Button(Approve(tap.role, tap.kind, tap.subject, tap.revision, place), f"basis-{basis.value}"),)
        for place, basis in enumerate(Basis)
        if basis is not Basis.HISTORY or by_history
    ]
    back = Button(OpenReview(tap.role, tap.kind, tap.subject), "button-back")
    return Screen(tuple(parts), (*rows, (back, HOME)))


async def _approve(act: Act, worn: Hat, tap: Approve) -> Screen:
    subject = _subject(tap)
    if tap.basis >= len(Basis):
        return await card(act, worn, subject, Part("stale-button"))
    basis = list(Basis)[tap.basis]
    outcome = await act.db(approve, worn, subject, tap.revision, basis)
    seen = await seen_of(act, worn, subject)
    if isinstance(seen, Problem):
        return await inbox(act, worn, seen)
    if isinstance(outcome, Problem):
        return drawn(worn, seen, outcome)
    return decided(worn, tap.kind, "decided-approve", {"what": _what(seen), "basis": shown(basis)})


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


async def _interest(act: Act, worn: Hat, tap: AskInterest) -> Screen:
    """Ask what it is that stands between this officer and the unit."""
    seen = await _opened(act, worn, tap, Action.STEP_ASIDE)
    if isinstance(seen, Screen):
        return seen
    rows = [
        (Button(StepAside(tap.role, tap.kind, tap.subject, tap.revision, place), f"button-interest-{one.value}"),)
        for place, one in enumerate(Interest)
        if one is not Interest.BOARD or worn.office_kind is OfficeKind.UNION
    ]
    back = Button(OpenReview(tap.role, tap.kind, tap.subject), "button-back")
    return Screen((Part("ask-interest", {"what": _what(seen)}),), (*rows, (back, HOME)))


async def _step_aside(act: Act, worn: Hat, tap: StepAside) -> Screen:
    subject = _subject(tap)
    seen = await seen_of(act, worn, subject)
    if isinstance(seen, Problem):
        return await inbox(act, worn, seen)
    if tap.interest >= len(Interest):
        return drawn(worn, seen, Part("stale-button"))
    interest = list(Interest)[tap.interest]
    outcome = await act.db(step_aside, worn, subject, tap.revision, interest)
    if isinstance(outcome, Problem):
        return await card(act, worn, subject, outcome)
    said: dict[str, Value] = {"title": _title(seen), "interest": shown(interest)}
    back = Button(LiftConflict(tap.role, outcome), "button-conflict-take-back")
    following = Button(NextOne(tap.role, tap.kind, ""), "button-next-item")
    key = "stepped-aside" if worn.office_kind is OfficeKind.UNION else "stepped-aside-in-place"
    return Screen((Part(key, said),), ((following,), (back,), (cards.to_inbox(worn), HOME)))


async def _hand_in(act: Act, worn: Hat, tap: HandInAnswer) -> Screen:
    """The last word on a long answer; when it is tapped again, how the submission stands since."""
    begun = await act.db(draft, act.person_id, tap.draft)
    if begun is None:
        return await card(act, worn, Subject(SubjectKind(tap.kind), tap.subject))
    conversation = Return() if begun.form == Return.form.name else Rejection()
    return await press(act, conversation, begun, FormTap(tap.draft, tap.revision, "submit", 0))


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
    (AskInterest, _interest),
    (StepAside, _step_aside),
    (OpenConflicts, conflicts.listed),
    (OpenConflict, conflicts.one),
    (HandInAnswer, _hand_in),
)


def _in_role(answer: Callable[[Act, Hat, Any], Awaitable[Screen]]) -> Callable[..., Awaitable[Screen]]:
    """Every tap of the inbox names a role: it is asked anew, and without it nothing is done."""

    async def tapped(_: CallbackQuery, act: Act, tap: Any) -> Screen:
        await act.focus(Focus.NOTHING)
        worn = await act.db(hat, act.person_id, tap.role)
        if isinstance(worn, Problem):
            return await home(act, Part("review-role-over"))
        return await say_in_place(act, worn, await answer(act, worn, tap))

    return tapped


def router() -> Router:
    """The inbox's taps."""
    routes = Router(name="inbox")
    for kind, answer in _TAPS:
        routes.callback_query.register(_in_role(answer), Tapped(kind))
    conflicts.register(routes)
    return routes
