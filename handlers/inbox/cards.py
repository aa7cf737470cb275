"""What an approver sees: the inbox, its pages, the cards. Views only: no database, no decision."""

from collections.abc import Mapping, Sequence

from handlers.buttons import OpenInbox, OpenReview
from handlers.home import HOME
from handlers.inbox.taps import AskBasis, Details, NextOne, OpenPage, Refuse, SendBack, SetCheck
from handlers.screen import Button, Joined, Part, Raw, Rows, Screen, Value, Word, shown
from models.months import Reason, SheetLine
from models.organisations import Hat
from models.reviews import (
    COUNTED,
    Action,
    Check,
    CheckState,
    Cursor,
    InboxCounts,
    InboxItem,
    MonthReviewCard,
    Page,
    ReviewLine,
    ReviewView,
    Subject,
    SubjectKind,
    UnitReviewCard,
)
from models.snapshots import Change
from models.units import ProductEntry, Registration
from models.values.jalali import JalaliMonth
from models.values.quantity import Quantity, Rial


def counted(number: int) -> Value:
    """How many wait; beyond ninety-nine nobody counts."""
    return Word("inbox-many") if number >= COUNTED else number


def desk(hat: Hat, counts: InboxCounts) -> Screen:
    """The inbox with its two piles."""
    if not counts.units and not counts.months:
        return Screen((Part("inbox-empty", {"office": hat.office_name}),), ((HOME,),))
    rows: list[tuple[Button, ...]] = []
    for kind, number in ((SubjectKind.MONTH, counts.months), (SubjectKind.UNIT, counts.units)):
        if number:
            rows.append(
                (Button(OpenPage(hat.role_id, kind.value, ""), f"inbox-pile-{kind.value}", {"n": counted(number)}),)
            )
    values: dict[str, Value] = {
        "office": hat.office_name,
        "units": counted(counts.units),
        "months": counted(counts.months),
    }
    return Screen((Part("inbox", values),), (*rows, (HOME,)))


def page(hat: Hat, kind: SubjectKind, found: Page) -> Screen:
    """One page of a pile, oldest first."""
    back = (Button(OpenInbox(hat.role_id), "button-inbox"), HOME)
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
        "days": waited(item.days),
        "marks": Joined(tuple(marks), "joint-space"),
    }
    if item.month is None:
        return Part("inbox-line-unit", values)
    return Part("inbox-line-month", {**values, "month": item.month})


def waited(days: int) -> Value:
    """Since when something waits."""
    return Word("inbox-since-today") if days == 0 else Word("inbox-since-days", {"days": days})


def _below(hat: Hat, subject: Subject, after: Cursor) -> Rows:
    following = Button(NextOne(hat.role_id, subject.kind.value, str(after)), "button-next-item")
    return ((following, Button(OpenInbox(hat.role_id), "button-inbox")), (HOME,))


def unit_card(hat: Hat, seen: UnitReviewCard, *, details: bool = False) -> Screen:
    """A registration before the union: what it says, the three checks, and what may be done."""
    card, said = seen.card, seen.registration
    subject = Subject(SubjectKind.UNIT, card.id)
    parts = [
        Part("review-unit", {"title": card.title, "days": waited(seen.days), "state": shown(card.state)}),
        *(Part(f"unit-warning-{warning.value}") for warning in seen.warnings),
        *_rivals(seen),
        *registration_lines(said, whole=details),
        *changed(seen.changes, {product.id: product for product in said.products if product.id is not None}),
        *last_answer(seen.last),
    ]
    rows: list[tuple[Button, ...]] = []
    if Action.SET_CHECK in seen.actions:
        parts.append(Part("review-checks"))
        rows.extend(_check_row(hat, seen, check) for check in Check)
    if Action.APPROVE in seen.actions and all(state is CheckState.HOLDS for state in seen.checks.values()):
        rows.insert(0, (Button(AskBasis(hat.role_id, "unit", card.id, card.revision), "button-approve-unit"),))
    rows.extend(_answers(hat, subject, card.revision, seen.actions))
    if not details:
        rows.append((Button(Details(hat.role_id, "unit", card.id), "button-details"),))
    return Screen(tuple(parts), (*rows, *_below(hat, subject, Cursor(card.submitted_at, card.id))))


def _rivals(seen: UnitReviewCard) -> list[Part]:
    return [
        Part("review-rival", {"title": rival.title, "state": shown(rival.state), "receipt": Raw(rival.receipt)})
        for rival in seen.rivals
    ]


def _check_row(hat: Hat, seen: UnitReviewCard, check: Check) -> tuple[Button, ...]:
    state = seen.checks[check]

    def button(wanted: CheckState) -> Button:
        place = list(CheckState).index(wanted)
        tap = SetCheck(hat.role_id, seen.card.id, seen.card.revision, list(Check).index(check), place)
        chosen = "-chosen" if state is wanted else ""
        return Button(tap, f"button-check-{check.value}-{wanted.value}{chosen}")

    return (button(CheckState.HOLDS), button(CheckState.DOUBT))


def _answers(hat: Hat, subject: Subject, revision: int, actions: frozenset[Action]) -> list[tuple[Button, ...]]:
    kind = subject.kind.value
    buttons = []
    if Action.SEND_BACK in actions:
        buttons.append(Button(SendBack(hat.role_id, kind, subject.id, revision), "button-send-back"))
    if Action.REJECT in actions:
        buttons.append(Button(Refuse(hat.role_id, kind, subject.id, revision), "button-reject"))
    return [tuple(buttons)] if buttons else []


def registration_lines(said: Registration, *, whole: bool) -> list[Part]:
    """What a registration says; ids are masked. ``whole``: all fields, not those of the three checks alone."""
    lines: list[tuple[str, Value]] = [
        ("owner", Joined((said.first_name, said.last_name), "joint-space")),
        ("licence", Raw(said.licence_number)),
        ("licence-dates", Word("review-dates", {"issued": said.licence_issued, "expires": said.licence_expires})),
        ("guild-id", Raw(said.guild_id.masked)),
        ("place", said.address),
    ]
    if said.company_name:
        lines.insert(1, ("company", said.company_name))
    if whole:
        lines += [
            ("postal-code", Raw(said.postal_code)),
            ("location", Raw(f"{said.latitude:.4f} , {said.longitude:.4f}")),
            ("employees", said.employees),
        ]
        for key, number in (
            ("national-id", said.national_id),
            ("legal-id", said.legal_id),
            ("business-id", said.business_id),
            ("tracking-code", said.tracking_code),
            ("unique-licence-id", said.unique_licence_id),
        ):
            if number is not None:
                lines.append((key, Raw(number.masked)))
    parts = [Part("form-line", {"label": Word(f"review-label-{key}"), "value": value}) for key, value in lines]
    return [*parts, *(_product(product) for product in said.products)]


def _product(product: ProductEntry) -> Part:
    return Part(
        "review-product",
        {
            "name": product.name,
            "usual": Quantity(product.usual_monthly, product.measure),
            "capacity": Quantity(product.yearly_capacity, product.measure),
        },
    )


def month_card(hat: Hat, seen: MonthReviewCard, *, details: bool = False) -> Screen:
    """A month before the union: the figures beside what is known, and what may be done."""
    sheet = seen.sheet
    subject = Subject(SubjectKind.MONTH, sheet.month_id)
    head: dict[str, Value] = {
        "title": sheet.title,
        "month": sheet.month,
        "days": waited(seen.days),
        "state": shown(sheet.state),
    }
    parts = [Part("review-month", head)]
    if sheet.late:
        parts.append(Part("review-late"))
    if sheet.outage:
        parts.append(Part("review-outage"))
    parts.extend(_month_lines(seen, whole=details))
    parts.append(Part("review-employees", {"n": sheet.employees}))
    names = {line.line.product_id: line.line for line in seen.lines}
    parts.extend(changed(seen.changes, names))
    parts.extend(last_answer(seen.last))
    rows: list[tuple[Button, ...]] = []
    if Action.APPROVE in seen.actions:
        month = {"month": Word(f"month-{sheet.month.month}")}
        rows.append(
            (Button(AskBasis(hat.role_id, "month", sheet.month_id, sheet.revision), "button-approve-month", month),)
        )
    rows.extend(_answers(hat, subject, sheet.revision, seen.actions))
    if not details:
        rows.append((Button(Details(hat.role_id, "month", sheet.month_id), "button-details"),))
    return Screen(tuple(parts), (*rows, *_below(hat, subject, Cursor(sheet.submitted_at, sheet.month_id))))


def _month_lines(seen: MonthReviewCard, *, whole: bool) -> list[Part]:
    parts: list[Part] = []
    whole_month = [reason for reason in seen.sheet.reasons if reason.product_id is None]
    if seen.sheet.zero:
        parts.append(Part("review-zero"))
    parts.extend(_reason(reason) for reason in whole_month)
    for line in seen.lines:
        parts.append(_made(line, seen.sheet.month))
        if whole:
            parts.append(Part("review-capacity", {"capacity": Quantity(line.monthly_capacity, line.line.measure)}))
        parts.extend(_reason(reason) for reason in line.reasons)
        if line.line.sold or whole:
            sold: dict[str, Value] = {
                "sold": Quantity(line.line.sold, line.line.measure),
                "value": Rial(line.line.sold_value),
            }
            parts.append(Part("review-sold", sold))
    return parts


def _made(line: ReviewLine, month: JalaliMonth) -> Part:
    values: dict[str, Value] = {"name": line.line.name, "made": Quantity(line.line.made, line.line.measure)}
    if line.previous is None:
        return Part("review-made", values)
    before: dict[str, Value] = {
        "previous": Quantity(line.previous, line.line.measure),
        "month": Word(f"month-{month.previous().month}"),
    }
    return Part("review-made-before", {**values, **before})


def _reason(reason: Reason) -> Part:
    values: dict[str, Value] = {
        "kind": Word(f"reason-kind-{reason.kind.value}"),
        "reason": Word(f"reason-{reason.code.value}"),
    }
    if reason.note:
        return Part("review-reason-note", {**values, "note": reason.note})
    return Part("review-reason", values)


def changed(changes: Sequence[Change], products: Mapping[int, ProductEntry | SheetLine]) -> list[Part]:
    """What differs from what was seen before."""
    if not changes:
        return []
    return [Part("review-changes"), *(_change(change, products) for change in changes[:12])]


def _change(change: Change, products: Mapping[int, ProductEntry | SheetLine]) -> Part:
    name, _, number = change.field.partition(":")
    product = products.get(int(number)) if number.isdecimal() else None
    label: Value = Word(f"field-{name}")
    if product is not None:
        label = Word("review-field-of", {"field": label, "product": product.name})

    def said(value: str | None) -> Value:
        return Word("review-nothing") if value is None else value

    return Part("review-change", {"field": label, "before": said(change.before), "after": said(change.after)})


def last_answer(last: ReviewView | None) -> list[Part]:
    """The union's last word on it."""
    if last is None:
        return []
    parts = [Part(f"review-last-{last.outcome.value}", {"at": last.at, "office": last.office})]
    parts.extend(remark_part(one.field, one.product, one.code.value, one.note) for one in last.remarks)
    if last.rejection is not None:
        parts.append(Part("review-rejected-for", {"reason": Word(f"rejection-{last.rejection.value}")}))
    if last.note:
        parts.append(Part("review-note", {"note": last.note}))
    return parts


def remark_part(field: str, product: str | None, code: str, note: str | None) -> Part:
    """One remark: the field, the reason, and the approver's own words."""
    label: Value = Word(f"field-{field}")
    if product:
        label = Word("review-field-of", {"field": label, "product": product})
    values: dict[str, Value] = {"field": label, "reason": Word(f"remark-{code}")}
    return Part("review-remark-note", {**values, "note": note}) if note else Part("review-remark", values)
