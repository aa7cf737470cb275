"""A renewed licence before the union: what stands and what is new side by side, and what may be done."""

from handlers.home import HOME
from handlers.inbox.cards import FEW_WORDS, MOST_WORDS, answers, named, standing_part, to_inbox, waited
from handlers.inbox.changes import beside, changed
from handlers.inbox.remarks import last_answer
from handlers.inbox.taps import AskBasis, NextOne
from handlers.screen import Button, Part, Screen, Value, shown
from handlers.sources import source
from models.letters import THREE_CHECKS, cite
from models.organisations import Hat
from models.reviews import Action, Cursor, LicenceReviewCard, Subject, SubjectKind
from models.units import RenewalState


def licence_card(hat: Hat, seen: LicenceReviewCard) -> Screen:
    """The card; all that there is to say stands on it."""
    card, subject = seen.card, Subject(SubjectKind.LICENCE, seen.card.id)
    old, new = card.old.fields, card.new.fields
    waits = card.state is RenewalState.SUBMITTED
    parts = [
        _heading(seen),
        *([] if seen.in_place is None else [standing_part(seen.in_place)]),
        *last_answer(seen.last, FEW_WORDS if seen.in_place else MOST_WORDS),
        *changed(seen.changes, {}),
        *([Part("review-licence-beside")] if waits else ()),
        *(beside(field, old[field] if waits else None, new[field]) for field in new),
        *(Part("review-licence-rival", {"title": one.title, "receipt": one.receipt}) for one in seen.rivals[:3]),
    ]
    rows: list[tuple[Button, ...]] = []
    if Action.APPROVE in seen.actions:
        parts.append(Part("review-licence-check", {"source": source(cite(THREE_CHECKS))}))
        rows.append((Button(AskBasis(hat.role_id, "licence", card.id, card.revision), "button-approve-licence"),))
    rows.extend(answers(hat, subject, card.revision, seen.actions))
    following = NextOne(hat.role_id, "licence", str(Cursor(card.submitted_at, card.id)))
    return Screen(tuple(parts), (*rows, (Button(following, "button-next-item"),), (to_inbox(hat), HOME)))


def _heading(seen: LicenceReviewCard) -> Part:
    title: dict[str, Value] = {"what": named(seen.card.title, None, licence=True)}
    if seen.card.state is RenewalState.SUBMITTED:
        return Part("review-licence", {**title, "days": waited(seen.days)})
    return Part("review-licence-decided", {**title, "state": shown(seen.card.state)})
