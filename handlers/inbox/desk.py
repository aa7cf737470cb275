"""Tapping through the inbox: every click is checked anew, the first decision wins, the second person is told."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenInbox, OpenReview
from handlers.filling import begin
from handlers.form import Body
from handlers.home import HOME, home
from handlers.inbox import cards
from handlers.inbox.answers import Rejection, Return, facts, settled
from handlers.inbox.taps import Approve, AskBasis, Details, NextOne, OpenPage, Refuse, SendBack, SetCheck
from handlers.screen import Button, Part, Screen, Value, Word
from models.organisations import Hat, hat
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
from models.values.problem import Problem


async def _hat(act: Act, role: int) -> Hat | None:
    """The live role; None when it was revoked or never theirs."""
    worn = await act.db(hat, act.person_id, role)
    return None if isinstance(worn, Problem) else worn


async def _stranger(act: Act) -> Screen:
    return await home(act, Part("review-role-over"))


async def _desk(act: Act, role: int, note: Part | Problem | None = None) -> Screen:
    worn = await _hat(act, role)
    counts = None if worn is None else await act.db(inbox_counts, worn)
    if worn is None or counts is None or isinstance(counts, Problem):
        return await _stranger(act)
    return cards.desk(worn, counts).with_note(note)


async def _card(
    act: Act, role: int, kind: str, subject_id: int, note: Part | Problem | None = None, *, details: bool = False
) -> Screen:
    worn = await _hat(act, role)
    if worn is None:
        return await _stranger(act)
    seen = await _seen(act, worn, kind, subject_id)
    if isinstance(seen, Problem):
        return await _desk(act, role, seen)
    if isinstance(seen, UnitReviewCard):
        return cards.unit_card(worn, seen, details=details).with_note(note)
    return cards.month_card(worn, seen, details=details).with_note(note)


async def _seen(act: Act, worn: Hat, kind: str, subject_id: int) -> UnitReviewCard | MonthReviewCard | Problem:
    if kind == SubjectKind.UNIT.value:
        return await act.db(unit_review_card, worn, subject_id)
    return await act.db(month_review_card, worn, subject_id)


def _cursor(written: str) -> Cursor | None:
    return Cursor.read(written) if written else None


async def _page(act: Act, tap: OpenPage) -> Screen:
    worn = await _hat(act, tap.role)
    if worn is None:
        return await _stranger(act)
    kind = SubjectKind(tap.kind)
    found = await act.db(inbox_page, worn, kind, _cursor(tap.after))
    return await _stranger(act) if isinstance(found, Problem) else cards.page(worn, kind, found)


async def _next(act: Act, tap: NextOne) -> Screen:
    worn = await _hat(act, tap.role)
    if worn is None:
        return await _stranger(act)
    kind = SubjectKind(tap.kind)
    found = await act.db(next_item, worn, kind, _cursor(tap.after))
    if found is None and tap.after:
        found = await act.db(next_item, worn, kind, None)
    if isinstance(found, Problem):
        return await _stranger(act)
    if found is None:
        return await _desk(act, tap.role, Part("inbox-done"))
    return await _card(act, tap.role, tap.kind, found.subject.id)


async def _basis(act: Act, tap: AskBasis) -> Screen:
    worn = await _hat(act, tap.role)
    if worn is None:
        return await _stranger(act)
    seen = await _seen(act, worn, tap.kind, tap.subject)
    if isinstance(seen, Problem):
        return await _desk(act, tap.role, seen)
    revision = seen.card.revision if isinstance(seen, UnitReviewCard) else seen.sheet.revision
    if revision != tap.revision or Action.APPROVE not in seen.actions:
        return await _card(act, tap.role, tap.kind, tap.subject, Part("stale-button"))
    title = seen.card.title if isinstance(seen, UnitReviewCard) else seen.sheet.title
    rows = [
        (Button(Approve(tap.role, tap.kind, tap.subject, tap.revision, place), f"basis-{basis.value}"),)
        for place, basis in enumerate(Basis)
    ]
    back = Button(OpenReview(tap.role, tap.kind, tap.subject), "button-back")
    return Screen((Part(f"ask-basis-{tap.kind}", {"title": title}),), (*rows, (back, HOME)))


async def _approve(act: Act, tap: Approve) -> Screen:
    worn = await _hat(act, tap.role)
    if worn is None or tap.basis >= len(Basis):
        return await _stranger(act)
    basis = list(Basis)[tap.basis]
    outcome = await act.db(approve, worn, Subject(SubjectKind(tap.kind), tap.subject), tap.revision, basis)
    if isinstance(outcome, Problem):
        seen = await _seen(act, worn, tap.kind, tap.subject)
        if not isinstance(seen, Problem):
            return await _card(act, tap.role, tap.kind, tap.subject, outcome)
        return await settled(act, worn, tap.role, outcome, "", {})
    title = await _title(act, worn, tap.kind, tap.subject)
    values: dict[str, Value] = {"title": title, "basis": Word(f"basis-{basis.value}")}
    return await settled(act, worn, tap.role, outcome, f"decided-approve-{tap.kind}", values)


async def _title(act: Act, worn: Hat, kind: str, subject_id: int) -> str:
    seen = await _seen(act, worn, kind, subject_id)
    if isinstance(seen, Problem):
        return ""
    return seen.card.title if isinstance(seen, UnitReviewCard) else seen.sheet.title


async def _begin(act: Act, tap: SendBack | Refuse) -> Screen:
    """Open the form of a long answer, if the submission still stands as it was shown."""
    worn = await _hat(act, tap.role)
    if worn is None:
        return await _stranger(act)
    seen = await _seen(act, worn, tap.kind, tap.subject)
    if isinstance(seen, Problem):
        return await _desk(act, tap.role, seen)
    wanted = Action.SEND_BACK if isinstance(tap, SendBack) else Action.REJECT
    revision = seen.card.revision if isinstance(seen, UnitReviewCard) else seen.sheet.revision
    if revision != tap.revision or wanted not in seen.actions:
        return await _card(act, tap.role, tap.kind, tap.subject, Part("stale-button"))
    subject = Subject(SubjectKind(tap.kind), tap.subject)
    if isinstance(seen, UnitReviewCard):
        opened = facts(worn, subject, revision, seen.card.title, ())
    else:
        products = [(line.line.product_id, line.line.name) for line in seen.lines]
        opened = facts(worn, subject, revision, seen.sheet.title, products, zero=seen.sheet.zero)
    conversation = Return() if isinstance(tap, SendBack) else Rejection()
    return await begin(act, conversation, str(subject), Body(facts=opened), anew=True)


async def _check(act: Act, tap: SetCheck) -> Screen:
    worn = await _hat(act, tap.role)
    if worn is None or tap.check >= len(Check) or tap.state >= len(CheckState):
        return await _stranger(act)
    check, state = list(Check)[tap.check], list(CheckState)[tap.state]
    outcome = await act.db(set_check, worn, tap.unit, tap.revision, check, state)
    note = outcome if isinstance(outcome, Problem) else None
    return await _card(act, tap.role, SubjectKind.UNIT.value, tap.unit, note)


def router() -> Router:
    """The inbox's taps."""
    routes = Router(name="inbox")

    @routes.callback_query(Tapped(OpenInbox))
    async def open_inbox(_: CallbackQuery, act: Act, tap: OpenInbox) -> Screen:
        return await _desk(act, tap.role)

    @routes.callback_query(Tapped(OpenPage))
    async def open_page(_: CallbackQuery, act: Act, tap: OpenPage) -> Screen:
        return await _page(act, tap)

    @routes.callback_query(Tapped(OpenReview))
    async def open_review(_: CallbackQuery, act: Act, tap: OpenReview) -> Screen:
        return await _card(act, tap.role, tap.kind, tap.subject)

    @routes.callback_query(Tapped(Details))
    async def details(_: CallbackQuery, act: Act, tap: Details) -> Screen:
        return await _card(act, tap.role, tap.kind, tap.subject, details=True)

    @routes.callback_query(Tapped(NextOne))
    async def next_one(_: CallbackQuery, act: Act, tap: NextOne) -> Screen:
        return await _next(act, tap)

    @routes.callback_query(Tapped(SetCheck))
    async def checked(_: CallbackQuery, act: Act, tap: SetCheck) -> Screen:
        return await _check(act, tap)

    @routes.callback_query(Tapped(AskBasis))
    async def ask_basis(_: CallbackQuery, act: Act, tap: AskBasis) -> Screen:
        return await _basis(act, tap)

    @routes.callback_query(Tapped(Approve))
    async def approved(_: CallbackQuery, act: Act, tap: Approve) -> Screen:
        return await _approve(act, tap)

    @routes.callback_query(Tapped(SendBack))
    async def sent_back(_: CallbackQuery, act: Act, tap: SendBack) -> Screen:
        return await _begin(act, tap)

    @routes.callback_query(Tapped(Refuse))
    async def refused(_: CallbackQuery, act: Act, tap: Refuse) -> Screen:
        return await _begin(act, tap)

    return routes
