"""Looking into the inbox: what waits, and the card of one submission as it stands now."""

from handlers.act import Act
from handlers.home import home
from handlers.inbox import cards, licence
from handlers.screen import Part, Screen
from models.organisations import Hat
from models.reviews import (
    LicenceReviewCard,
    MonthReviewCard,
    Subject,
    SubjectKind,
    UnitReviewCard,
    inbox_counts,
    licence_review_card,
    month_review_card,
    unit_review_card,
)
from models.values.problem import Problem

Seen = UnitReviewCard | MonthReviewCard | LicenceReviewCard


async def inbox(act: Act, worn: Hat, note: Part | Problem | None = None) -> Screen:
    """What waits for this approver, under a note."""
    counts = await act.db(inbox_counts, worn)
    return await home(act, counts) if isinstance(counts, Problem) else cards.desk(worn, counts).with_note(note)


async def seen_of(act: Act, worn: Hat, subject: Subject) -> Seen | Problem:
    """The submission as this approver sees it now, in whatever state it is."""
    if subject.kind is SubjectKind.UNIT:
        return await act.db(unit_review_card, worn, subject.id)
    if subject.kind is SubjectKind.LICENCE:
        return await act.db(licence_review_card, worn, subject.id)
    return await act.db(month_review_card, worn, subject.id)


async def card(act: Act, worn: Hat, subject: Subject, note: Part | Problem | None = None) -> Screen:
    """The card as it stands now; the inbox under the reason why there is none for this approver."""
    seen = await seen_of(act, worn, subject)
    return await inbox(act, worn, seen) if isinstance(seen, Problem) else drawn(worn, seen, note)


def drawn(worn: Hat, seen: Seen, note: Part | Problem | None = None) -> Screen:
    """The card of what was seen."""
    match seen:
        case UnitReviewCard():
            draw = cards.unit_card(worn, seen)
        case LicenceReviewCard():
            draw = licence.licence_card(worn, seen)
        case _:
            draw = cards.month_card(worn, seen)
    return draw.with_note(note)


async def details(act: Act, worn: Hat, subject: Subject, page: int) -> Screen:
    """All that was said, without what is decided on it."""
    seen = await seen_of(act, worn, subject)
    if isinstance(seen, Problem):
        return await inbox(act, worn, seen)
    match seen:
        case UnitReviewCard():
            return cards.unit_details(worn, seen)
        case LicenceReviewCard():
            return licence.licence_card(worn, seen)
        case _:
            return cards.month_details(worn, seen, page)
