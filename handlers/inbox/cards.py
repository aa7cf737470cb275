"""What an approver sees: the inbox, its pages, the cards. Views only: no database, no decision."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from handlers.buttons import OpenInbox, OpenReview
from handlers.home import HOME
from handlers.in_place import standing_in
from handlers.inbox.changes import NAME, changed, clipped
from handlers.inbox.remarks import last_answer
from handlers.inbox.taps import (
    AskBasis,
    AskInterest,
    Details,
    NextOne,
    OpenConflicts,
    OpenPage,
    Refuse,
    SendBack,
    SetCheck,
)
from handlers.screen import Button, Joined, Moment, Part, Raw, Rows, Screen, Value, Word, shown
from handlers.sources import office_named, source
from models.letters import THREE_CHECKS, cite
from models.months import MonthState, Reason, ReasonKind
from models.organisations import Hat, OfficeKind
from models.reviews import (
    COUNTED,
    Action,
    Check,
    CheckState,
    Cursor,
    InboxCounts,
    InboxItem,
    InPlace,
    MonthReviewCard,
    Page,
    ReviewLine,
    Subject,
    SubjectKind,
    UnitReviewCard,
)
from models.units import ProductEntry, Registration, UnitState
from models.values.jalali import JalaliMonth
from models.values.quantity import Quantity, Rial

_FEW: Final = 3
"""Products that a card shows in full; of more it says the least that a decision needs, the rest stands in details."""
_PAGE: Final = 2
"""Products on a page of details."""
_MOST_RIVALS: Final = 3
MOST_WORDS: Final = 100
"""Characters of somebody's own words on a card."""
FEW_WORDS: Final = 40
"""The same where the card also says in whose place it is decided."""


def counted(number: int) -> Value:
    """How many wait; beyond ninety-nine nobody counts."""
    return Word("inbox-many") if number >= COUNTED else number


def desk(hat: Hat, counts: InboxCounts) -> Screen:
    """The inbox with its two piles."""
    in_place = hat.office_kind is not OfficeKind.UNION
    office, conflicts = (
        office_named(hat.office_kind, hat.office_name),
        (Button(OpenConflicts(hat.role_id, 0), "button-conflicts"),),
    )
    if not counts.any:
        key = "inbox-empty-in-place" if in_place else "inbox-empty"
        return Screen((Part(key, {"office": office}),), (conflicts, (HOME,)))
    rows: list[tuple[Button, ...]] = []
    piles = (
        (SubjectKind.MONTH, counts.months),
        (SubjectKind.UNIT, counts.units),
        (SubjectKind.LICENCE, counts.licences),
    )
    for kind, number in piles:
        if number:
            rows.append(
                (Button(OpenPage(hat.role_id, kind.value, ""), f"inbox-pile-{kind.value}", {"n": counted(number)}),)
            )
    values: dict[str, Value] = {
        "office": office,
        "units": counted(counts.units),
        "months": counted(counts.months),
    }
    parts = [Part("inbox-in-place" if in_place else "inbox", values)]
    if counts.licences:
        parts.append(Part("inbox-licences", {"n": counted(counts.licences)}))
    parts.append(Part("inbox-oldest-first"))
    return Screen(tuple(parts), (*rows, conflicts, (HOME,)))


def to_inbox(hat: Hat) -> Button:
    """Back to the inbox of this hat."""
    return Button(
        OpenInbox(hat.role_id), "button-inbox" if hat.office_kind is OfficeKind.UNION else "button-inbox-in-place"
    )


def page(hat: Hat, kind: SubjectKind, found: Page) -> Screen:
    """One page of a pile, oldest first."""
    back = (to_inbox(hat), HOME)
    if not found.items:
        return Screen((Part("inbox-page-empty"),), (back,))
    rows: list[tuple[Button, ...]] = [
        (Button(OpenReview(hat.role_id, kind.value, item.subject.id), label=item.title),)
        if item.month is None
        else (
            Button(
                OpenReview(hat.role_id, kind.value, item.subject.id),
                "inbox-item-month",
                {"title": item.title, "month": Word(f"month-{item.month.month}")},
            ),
        )
        for item in found.items
    ]
    if found.next is not None:
        rows.append((Button(OpenPage(hat.role_id, kind.value, str(found.next)), "button-next-page"),))
    lines = tuple(_line(item) for item in found.items)
    return Screen((Part(f"inbox-page-{kind.value}"), *lines), (*rows, back))


def _line(item: InboxItem) -> Part:
    marks = [
        Word(f"inbox-mark-{name}")
        for name, holds in (
            ("again", item.again),
            ("late", item.late),
            ("zero", item.zero),
            ("contested", item.contested),
        )
        if holds
    ]
    values: dict[str, Value] = {
        "title": item.title,
        "since": Joined((waited(item.days), *marks), "joint-dot"),
    }
    key = "inbox-line-unit" if item.month is None else "inbox-line-month"
    if item.month is not None:
        values["month"] = item.month
    if item.union is not None:
        key, values["union"] = f"{key}-of", item.union
    return Part(key, values)


def waited(days: int) -> Value:
    """Since when something waits."""
    return Word("inbox-since-today") if days == 0 else Word("inbox-since-days", {"days": days})


def named(title: str, month: JalaliMonth | None, *, licence: bool = False) -> Value:
    """What is decided on: the month of a unit, its renewed licence, or its registration."""
    if licence:
        return Word("review-of-licence", {"title": title})
    if month is None:
        return Word("review-of-unit", {"title": title})
    return Word("review-of-month", {"title": title, "month": month})


def unit_card(hat: Hat, seen: UnitReviewCard) -> Screen:
    """A registration before the union: what is new, what it says, the three checks, and what may be done."""
    card, said = seen.card, seen.registration
    subject = Subject(SubjectKind.UNIT, card.id)
    parts = [
        _unit_heading(seen),
        *_standing_in(seen),
        *last_answer(seen.last, FEW_WORDS if seen.in_place else MOST_WORDS),
        *changed(seen.changes, {product.id: product for product in said.products if product.id is not None}),
        *((Part("review-unit-late"),) if card.late else ()),
        *(Part(f"unit-warning-{warning.value}") for warning in seen.warnings),
        *_rivals(seen),
        *_registration(said, whole=False),
        *_checks(seen),
    ]
    rows: list[tuple[Button, ...]] = []
    if Action.APPROVE in seen.actions and _all_hold(seen):
        rows.append((Button(AskBasis(hat.role_id, "unit", card.id, card.revision), "button-approve-unit"),))
    if Action.SET_CHECK in seen.actions:
        rows.extend(_check_row(hat, seen, check) for check in Check)
    rows.extend(answers(hat, subject, card.revision, seen.actions))
    below = _below(hat, subject, Cursor(card.submitted_at, card.id))
    return Screen(tuple(parts), (*rows, *below))


def unit_details(hat: Hat, seen: UnitReviewCard) -> Screen:
    """All that a registration says."""
    card = seen.card
    parts = (_unit_heading(seen), *_registration(seen.registration, whole=True), _sent(card.submitted_at, card.receipt))
    return Screen(parts, _back(hat, Subject(SubjectKind.UNIT, card.id)))


def _unit_heading(seen: UnitReviewCard) -> Part:
    title: dict[str, Value] = {"title": seen.card.title}
    if seen.card.state is UnitState.SUBMITTED:
        return Part("review-unit", {**title, "days": waited(seen.days)})
    return Part("review-unit-decided", {**title, "state": shown(seen.card.state)})


def _standing_in(seen: UnitReviewCard | MonthReviewCard) -> list[Part]:
    if seen.in_place is None:
        return []
    return [standing_part(seen.in_place)]


def standing_part(in_place: InPlace) -> Part:
    """In whose place it is decided, and why."""
    return standing_in(replace(in_place, union=clipped(in_place.union, NAME)))


def _rivals(seen: UnitReviewCard) -> list[Part]:
    return [
        Part("review-rival", {"title": rival.title, "state": shown(rival.state), "receipt": rival.receipt})
        for rival in seen.rivals[:_MOST_RIVALS]
    ]


def _all_hold(seen: UnitReviewCard) -> bool:
    return all(state is CheckState.HOLDS for state in seen.checks.values())


def _checks(seen: UnitReviewCard) -> list[Part]:
    """The three checks, each as it stands; what is still wanted while they may be set."""
    open_still = Action.SET_CHECK in seen.actions
    if not open_still and all(state is CheckState.UNSET for state in seen.checks.values()):
        return []
    parts = [Part("review-checks", {"source": source(cite(THREE_CHECKS))})]
    parts += [Part("review-check", {"check": shown(check), "state": shown(seen.checks[check])}) for check in Check]
    return [*parts, *([Part("review-checks-wanted")] if open_still and not _all_hold(seen) else ())]


def _check_row(hat: Hat, seen: UnitReviewCard, check: Check) -> tuple[Button, ...]:
    def button(wanted: CheckState) -> Button:
        place = list(CheckState).index(wanted)
        tap = SetCheck(hat.role_id, seen.card.id, seen.card.revision, list(Check).index(check), place)
        chosen = "-chosen" if seen.checks[check] is wanted else ""
        return Button(tap, f"button-check-{check.value}-{wanted.value}{chosen}")

    return (button(CheckState.HOLDS), button(CheckState.DOUBT))


def answers(hat: Hat, subject: Subject, revision: int, actions: frozenset[Action]) -> list[tuple[Button, ...]]:
    """The long answers that may be given, and the way to step aside."""
    kind = subject.kind.value
    buttons = []
    if Action.SEND_BACK in actions:
        buttons.append(Button(SendBack(hat.role_id, kind, subject.id, revision), "button-send-back"))
    if Action.REJECT in actions:
        buttons.append(Button(Refuse(hat.role_id, kind, subject.id, revision), "button-reject"))
    rows = [tuple(buttons)] if buttons else []
    if Action.STEP_ASIDE in actions:
        rows.append((Button(AskInterest(hat.role_id, kind, subject.id, revision), "button-step-aside"),))
    return rows


def _below(hat: Hat, subject: Subject, after: Cursor) -> Rows:
    kind = subject.kind.value
    look = Button(Details(hat.role_id, kind, subject.id, 0), "button-details")
    following = Button(NextOne(hat.role_id, kind, str(after)), "button-next-item")
    return ((look, following), (to_inbox(hat), HOME))


def _back(hat: Hat, subject: Subject) -> Rows:
    return ((Button(OpenReview(hat.role_id, subject.kind.value, subject.id), "button-back"), HOME),)


def _sent(at: datetime, receipt: str) -> Part:
    return Part("review-sent", {"at": Moment(at), "receipt": receipt})


def _registration(said: Registration, *, whole: bool) -> list[Part]:
    """What a registration says. ``whole``: all fields, not those of the three checks alone.

    The numbers of the licence are compared with the paper and stand in full; a person's own number does not.
    """
    lines: list[tuple[str, Value]] = [("owner", Joined((said.first_name, said.last_name), "joint-space"))]
    if said.company_name:
        lines.insert(0, ("company", said.company_name))
    lines += [
        ("licence", Raw(said.licence_number)),
        ("licence-dates", _licence_dates(said)),
        ("guild-id", Raw(said.guild_id)),
        ("place", said.address),
        ("postal-code", Raw(said.postal_code)),
    ]
    if whole:
        place = {"latitude": Decimal(f"{said.latitude:.5f}"), "longitude": Decimal(f"{said.longitude:.5f}")}
        lines += [("location", Word("registration-place", place)), ("employees", said.employees)]
        if said.national_id is not None:
            lines.append(("national-id", said.national_id.masked))
        for key, number in (
            ("legal-id", said.legal_id),
            ("business-id", said.business_id),
            ("tracking-code", said.tracking_code),
            ("unique-licence-id", said.unique_licence_id),
        ):
            if number is not None:
                lines.append((key, Raw(number)))
    parts = [Part("form-line", {"label": Word(f"review-label-{key}"), "value": value}) for key, value in lines]
    few = said.products if whole else said.products[:_FEW]
    left = len(said.products) - len(few)
    more = [Part("review-products-more", {"n": left})] if left else []
    return [*parts, *(_product(product) for product in few), *more]


def _licence_dates(said: Registration) -> Value:
    dates: dict[str, Value] = {"issued": said.licence_issued, "expires": said.licence_expires}
    if said.licensed_since is None:
        return Word("review-dates", dates)
    return Word("review-dates-since", {**dates, "since": said.licensed_since})


def _product(product: ProductEntry) -> Part:
    return Part(
        "review-product",
        {
            "name": product.name,
            "usual": Quantity(product.usual_monthly, product.measure),
            "capacity": Quantity(product.yearly_capacity, product.measure),
        },
    )


def month_card(hat: Hat, seen: MonthReviewCard) -> Screen:
    """A month before the union: what is new, the figures beside what is known, and what may be done."""
    sheet = seen.sheet
    subject = Subject(SubjectKind.MONTH, sheet.month_id)
    parts = [
        _month_heading(seen),
        *_standing_in(seen),
        *last_answer(seen.last, FEW_WORDS if seen.in_place else MOST_WORDS),
        *changed(seen.changes, {line.product_id: line for line in sheet.lines}),
        *([Part("review-late")] if sheet.late else ()),
        *([Part("review-outage")] if sheet.outage else ()),
        *(_reason("review-zero", reason, whole=False) for reason in sheet.reasons if reason.product_id is None),
    ]
    figures = _brief if len(seen.lines) > _FEW else _figures
    for line in seen.lines:
        if not sheet.zero or line.line.sold:
            parts.extend(figures(line, sheet.month))
    parts.append(Part("review-employees", {"n": sheet.employees}))
    rows: list[tuple[Button, ...]] = []
    if Action.APPROVE in seen.actions:
        tap = AskBasis(hat.role_id, "month", sheet.month_id, sheet.revision)
        rows.append((Button(tap, "button-approve-month", {"month": Word(f"month-{sheet.month.month}")}),))
    rows.extend(answers(hat, subject, sheet.revision, seen.actions))
    below = _below(hat, subject, Cursor(sheet.submitted_at, sheet.month_id))
    return Screen(tuple(parts), (*rows, *below))


def month_details(hat: Hat, seen: MonthReviewCard, page: int) -> Screen:
    """All figures of a month with their reasons in full, a few products a page."""
    sheet = seen.sheet
    pages = max(1, -(-len(seen.lines) // _PAGE))
    page = min(page, pages - 1)
    parts = [
        _month_heading(seen),
        *(_reason("review-zero", reason, whole=True) for reason in sheet.reasons if reason.product_id is None),
    ]
    for line in seen.lines[page * _PAGE : (page + 1) * _PAGE]:
        parts.extend(_details_of(line, sheet.month))
    parts.append(Part("review-employees", {"n": sheet.employees}))
    parts.append(_sent(sheet.submitted_at, sheet.receipt))
    turn = tuple(
        Button(Details(hat.role_id, "month", sheet.month_id, number), key)
        for number, key in ((page - 1, "button-previous-page"), (page + 1, "button-next-page"))
        if 0 <= number < pages
    )
    return Screen(tuple(parts), (*((turn,) if turn else ()), *_back(hat, Subject(SubjectKind.MONTH, sheet.month_id))))


def _month_heading(seen: MonthReviewCard) -> Part:
    head: dict[str, Value] = {"title": seen.sheet.title, "month": seen.sheet.month}
    if seen.sheet.state is MonthState.SUBMITTED:
        return Part("review-month", {**head, "days": waited(seen.days)})
    return Part("review-month-decided", {**head, "state": shown(seen.sheet.state)})


def _figures(line: ReviewLine, month: JalaliMonth) -> list[Part]:
    parts = [_made(line, month), *(_reason("review-reason", reason, whole=False) for reason in line.reasons)]
    if any(reason.kind is ReasonKind.OVER_CAPACITY for reason in line.reasons):
        parts.append(_capacity(line))
    return [*parts, *([_sold(line)] if line.line.sold else ())]


def _brief(line: ReviewLine, month: JalaliMonth) -> list[Part]:
    """One of many products: what was made, and what is unusual about it."""
    short = replace(line, line=replace(line.line, name=clipped(line.line.name, NAME)))
    marks = [Part("review-unusual", {"kind": shown(reason.kind)}, glued=True) for reason in line.reasons]
    return [_made(short, month), *marks]


def _details_of(line: ReviewLine, month: JalaliMonth) -> list[Part]:
    reasons = [_reason("review-reason", reason, whole=True) for reason in line.reasons]
    return [_made(line, month), *reasons, _capacity(line), _sold(line)]


def _capacity(line: ReviewLine) -> Part:
    return Part("review-capacity", {"capacity": Quantity(line.monthly_capacity, line.line.measure)})


def _sold(line: ReviewLine) -> Part:
    values: dict[str, Value] = {
        "sold": Quantity(line.line.sold, line.line.measure),
        "value": Rial(line.line.sold_value),
    }
    return Part("review-sold", values)


def _made(line: ReviewLine, month: JalaliMonth) -> Part:
    values: dict[str, Value] = {"name": line.line.name, "made": Quantity(line.line.made, line.line.measure)}
    if line.previous is None:
        return Part("review-made", values)
    before: dict[str, Value] = {"previous": line.previous, "month": Word(f"month-{month.previous().month}")}
    return Part("review-made-before", {**values, **before})


def _reason(key: str, reason: Reason, *, whole: bool) -> Part:
    """Why a figure is unusual, beside the figure; why nothing was made, on a line of its own."""
    values: dict[str, Value] = {"kind": shown(reason.kind), "reason": shown(reason.code)}
    glued = reason.product_id is not None
    if reason.note:
        note = reason.note if whole else clipped(reason.note, MOST_WORDS)
        return Part(f"{key}-note", {**values, "note": note}, glued)
    return Part(key, values, glued)
