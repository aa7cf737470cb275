"""What is seen of the access chain: the tracker card, the desks, the province's queue."""

from collections.abc import Sequence
from typing import Final

from handlers.access.taps import (
    GiveUserName,
    MoveAccess,
    OpenAccessHistory,
    OpenAccessList,
    OpenLetter,
    ReadyLetter,
    ReturnAccess,
    StampLetter,
    WriteLetter,
)
from handlers.buttons import OpenAccess, OpenAccessRequest, OpenSupport
from handlers.home import HOME
from handlers.screen import Button, Code, Moment, Part, Raw, Rows, Screen, Value, Word, paired, shown
from handlers.sources import office_named, source
from models.access import (
    AccessAct,
    AccessStage,
    Counts,
    Gone,
    LetterCard,
    LetterState,
    LetterView,
    Listed,
    Page,
    Place,
    Queue,
    Queued,
    RequestCard,
    Side,
    Step,
    side_of,
)
from models.letters import ACCESS_CHAIN, cite
from models.organisations import Hat

LABEL: Final = 34
_MANY: Final = 100
_OPEN_STAGES: Final = frozenset(AccessStage) - {AccessStage.WORKING, AccessStage.WITHDRAWN}


def since(days: int) -> Value:
    """Since when something lies somewhere."""
    return Word("inbox-since-today") if days == 0 else Word("inbox-since-days", {"days": days})


def letter_name(letter: LetterView) -> Word:
    """A letter by its number and date."""
    return Word("access-letter", {"number": Raw(letter.number), "dated": letter.dated})


def _place(place: Place) -> Value:
    return office_named(place.kind, place.name)


def _counted(number: int) -> Value:
    return Word("inbox-many") if number >= _MANY else number


def _clipped(text: str) -> str:
    return text if len(text) <= LABEL else f"{text[: LABEL - 1]}…"


def _back(hat: Hat, *more: Button) -> tuple[Button, ...]:
    return (*more, Button(OpenAccess(hat.role_id), "button-back"), HOME)


# ---- the tracker ----


def tracker(hat: Hat, card: RequestCard) -> Screen:
    """Where a request stands: every step with its office and letter, who holds it since when, and what may be done."""
    parts = [Part("access-card", {"union": card.union})]
    for number, step in enumerate(card.steps, 1):
        parts.extend(_step(number, step))
    parts.extend(_standing(card))
    parts.append(Part("access-user-name", {"name": Code(card.user_name)}))
    return Screen(tuple(parts), _acts(hat, card))


def _step(number: int, step: Step) -> list[Part]:
    place = Word(f"access-place-{step.stage.value}", {"office": step.office})
    parts = [Part("access-step", {"n": number, "place": place, "mark": shown(step.mark)})]
    if step.letter is not None:
        parts.append(Part("access-step-letter", {"letter": letter_name(step.letter)}, glued=True))
    if step.letter is not None and step.letter.register_number is not None:
        parts.append(_stamped(step.letter))
    return parts


def _stamped(letter: LetterView) -> Part:
    """The receiver's registration."""
    assert letter.register_number is not None
    assert letter.registered_on is not None
    values: dict[str, Value] = {"number": Raw(letter.register_number), "on": letter.registered_on}
    if letter.attachments is not None and letter.referral is not None:
        return Part("access-stamped-whole", {**values, "attachments": letter.attachments, "referral": letter.referral})
    if letter.attachments is not None:
        return Part("access-stamped-attachments", {**values, "attachments": letter.attachments})
    if letter.referral is not None:
        return Part("access-stamped-referral", {**values, "referral": letter.referral})
    return Part("access-stamped", values)


def _standing(card: RequestCard) -> list[Part]:
    """Who holds it since when, how long that may take, why it came back, whether nobody is there."""
    values: dict[str, Value] = {"holder": card.holder, "since": card.since, "waited": since(card.days)}
    parts = [Part(f"access-now-{card.stage.value}", values)]
    if card.limit is not None:
        key = "access-overdue" if card.overdue else "access-limit"
        parts.append(Part(key, {"days": card.limit}, glued=True))
    if card.returned is not None and card.returned_by is not None and card.stage in _OPEN_STAGES:
        parts.append(Part("access-returned", {"sender": _place(card.returned_by), "reason": shown(card.returned)}))
        if card.note is not None:
            parts.append(Part("access-note", {"note": card.note}))
    if card.nobody:
        parts.append(nobody(card.stage))
    return parts


def nobody(stage: AccessStage) -> Part:
    """Nobody holds the role that acts there: the office keeps it, and who gives that role."""
    return Part(f"access-nobody-{stage.value}")


def _acts(hat: Hat, card: RequestCard) -> Rows:
    role, request, revision = hat.role_id, card.id, card.revision

    def move(act: AccessAct) -> MoveAccess:
        return MoveAccess(role, act.value, request, revision, 0)

    first: list[Button] = []
    others: list[Button] = []
    if AccessAct.SEND in card.acts:
        first.append(Button(WriteLetter(role, "union", request, revision), "button-access-number"))
        others.append(Button(ReadyLetter(role, request, 0), "button-access-text"))
        others.append(Button(GiveUserName(role, request, revision), "button-access-rename"))
    if AccessAct.FORWARD in card.acts:
        first.append(_forward(role, card))
    if AccessAct.ACTIVATE in card.acts:
        first.append(Button(move(AccessAct.ACTIVATE), "button-access-activate"))
    if AccessAct.CONFIRM in card.acts:
        first.append(Button(move(AccessAct.CONFIRM), "button-access-works"))
    if AccessAct.TROUBLE in card.acts:
        others.append(Button(move(AccessAct.TROUBLE), "button-access-broken"))
    if AccessAct.RETURN in card.acts:
        others.append(Button(ReturnAccess(role, "request", request, revision), "button-access-return"))
        if card.came_by is not None:
            others.append(Button(StampLetter(role, card.came_by.id, request), "button-access-stamp"))
    if AccessAct.WITHDRAW in card.acts:
        others.append(Button(move(AccessAct.WITHDRAW), "button-access-withdraw"))
    if card.stage not in _OPEN_STAGES and side_of(hat) is Side.UNION:
        first.append(Button(GiveUserName(role, 0, 0), "button-access-anew"))
    others.append(Button(OpenAccessHistory(role, request), "button-access-history"))
    trouble = Button(OpenSupport("access", f"access-{request}"), "button-support")
    last = (trouble, HOME) if side_of(hat) is Side.UNION else _back(hat)
    return (*((button,) for button in first), *paired(others), last)


def _forward(role: int, card: RequestCard) -> Button:
    """On from here: with the county's next letter, by its county letter, or once more after a return."""
    if card.stage is AccessStage.COUNTY:
        return Button(WriteLetter(role, "county", 0, 0), "button-access-gather")
    if card.came_by is not None and card.came_by.state is LetterState.WAITING:
        return Button(OpenLetter(role, card.came_by.id), "button-access-letter")
    return Button(WriteLetter(role, "again", card.id, card.revision), "button-access-again")


def nothing_yet(hat: Hat) -> Screen:
    """A union that has never asked: what is to be done, and by which letter."""
    parts = (
        Part(
            "access-none",
            {"office": office_named(hat.office_kind, hat.office_name), "source": source(cite(ACCESS_CHAIN))},
        ),
    )
    return Screen(parts, ((Button(GiveUserName(hat.role_id, 0, 0), "button-access-begin"),), (HOME,)))


def history(hat: Hat, request: int, moves: Sequence[Gone]) -> Screen:
    """Every move, the latest first."""
    parts = [Part("access-history")]
    for one in moves:
        values: dict[str, Value] = {"at": Moment(one.at), "office": _place(one.office), "act": shown(one.act)}
        parts.append(Part("access-moved", values))
        if one.letter is not None:
            parts.append(Part("access-moved-letter", {"letter": letter_name(one.letter)}, glued=True))
        if one.code is not None:
            parts.append(Part("access-moved-reason", {"reason": shown(one.code)}, glued=True))
        if one.note is not None:
            parts.append(Part("access-note", {"note": one.note}))
    return Screen(tuple(parts), ((Button(OpenAccessRequest(hat.role_id, request), "button-back"), HOME),))


# ---- desks ----


def desk(hat: Hat, counts: Counts, found: Page) -> Screen:
    """An office that passes requests on one by one or names several in a letter: county and statistics office."""
    parts = [_heading(hat, counts), *_lines(found.items)]
    rows: list[tuple[Button, ...]] = []
    if found.items and side_of(hat) is Side.COUNTY:
        rows.append((Button(WriteLetter(hat.role_id, "county", 0, 0), "button-access-gather"),))
    rows += _items(hat, found)
    rows += _more(hat, "held", found.next)
    return Screen(tuple(parts), (*rows, (_all(hat),), (HOME,)))


def province_desk(hat: Hat, counts: Counts, found: Queue, back: Page) -> Screen:
    """The province: its county letters in the order of receipt, and what the statistics office returned."""
    parts = [_heading(hat, counts)]
    if found.items:
        parts.append(Part("access-queue", {"source": source(cite(ACCESS_CHAIN))}))
    parts += [_queued(one) for one in found.items]
    rows = [*_queue_rows(hat, found), *_more(hat, "queue", found.next)]
    if back.items:
        pile: dict[str, Value] = {"n": _counted(counts.back)}
        rows.append((Button(OpenAccessList(hat.role_id, "back", 0), "button-access-back", pile),))
    return Screen(tuple(parts), (*rows, (_all(hat),), (HOME,)))


def overview(hat: Hat, counts: Counts, found: Page) -> Screen:
    """Who looks on and helps: the liaison, the operator."""
    values: dict[str, Value] = {
        "office": office_named(hat.office_kind, hat.office_name),
        "running": _counted(counts.running),
        "trouble": _counted(counts.trouble),
    }
    key = "access-overview" if found.items else "access-overview-empty"
    parts = [Part(key, values), *_lines(found.items)]
    return Screen(tuple(parts), (*_items(hat, found), *_more(hat, "all", found.next), (HOME,)))


def listing(hat: Hat, name: str, found: Page) -> Screen:
    """A page of a list."""
    parts = [Part(f"access-list-{name}" if found.items else "access-list-empty"), *_lines(found.items)]
    return Screen(tuple(parts), (*_items(hat, found), *_more(hat, name, found.next), _back(hat)))


def queue_page(hat: Hat, found: Queue) -> Screen:
    """A further page of the province's queue."""
    parts = [Part("access-queue", {"source": source(cite(ACCESS_CHAIN))}), *(_queued(one) for one in found.items)]
    return Screen(tuple(parts), (*_queue_rows(hat, found), *_more(hat, "queue", found.next), _back(hat)))


def _heading(hat: Hat, counts: Counts) -> Part:
    if not counts.here:
        return Part(
            "access-desk-empty",
            {"office": office_named(hat.office_kind, hat.office_name), "running": _counted(counts.running)},
        )
    values: dict[str, Value] = {
        "office": office_named(hat.office_kind, hat.office_name),
        "here": _counted(counts.here),
        "oldest": since(counts.oldest),
        "running": _counted(counts.running),
    }
    return Part("access-desk", values)


def _lines(items: Sequence[Listed]) -> list[Part]:
    return [
        Part(
            "access-line",
            {
                "union": one.union,
                "stage": Word(f"access-short-{one.stage.value}"),
                "waited": since(one.days),
                "mark": Word(_sign(one)),
            },
        )
        for one in items
    ]


def _sign(one: Listed) -> str:
    """What stands out about it."""
    if one.overdue:
        return "access-sign-overdue"
    if one.returned:
        return "access-sign-returned"
    return "access-sign-done" if one.stage is AccessStage.WORKING else "access-sign-none"


def _items(hat: Hat, found: Page) -> list[tuple[Button, ...]]:
    return [(Button(OpenAccessRequest(hat.role_id, one.id), label=_clipped(one.union)),) for one in found.items]


def _more(hat: Hat, name: str, following: int | None) -> list[tuple[Button, ...]]:
    if following is None:
        return []
    return [(Button(OpenAccessList(hat.role_id, name, following), "button-next-page"),)]


def _all(hat: Hat) -> Button:
    return Button(OpenAccessList(hat.role_id, "all", 0), "button-access-all")


def _queue_rows(hat: Hat, found: Queue) -> list[tuple[Button, ...]]:
    return [
        (Button(OpenLetter(hat.role_id, one.letter.id), "access-queue-item", _queue_values(one)),)
        for one in found.items
    ]


def _queue_values(one: Queued) -> dict[str, Value]:
    return {"number": Raw(one.letter.number), "office": one.letter.sender}


def _queued(one: Queued) -> Part:
    values = {
        **_queue_values(one),
        "receipt": one.letter.receipt or 0,
        "unions": one.requests,
        "waited": since(one.days),
        "mark": Word("access-sign-overdue" if one.overdue else "access-sign-none"),
    }
    return Part("access-queued", values)


# ---- a county letter before the province ----


def letter_card(hat: Hat, card: LetterCard) -> Screen:
    """What the letter names, how long it waits, which one goes first, and what may be done."""
    letter = card.letter
    values: dict[str, Value] = {"letter": letter_name(letter), "office": letter.sender}
    parts = [Part("access-letter-of", values)]
    if letter.state is not LetterState.WAITING:
        parts.append(Part(f"access-letter-{letter.state.value}"))
    else:
        parts.append(Part("access-letter-waits", {"waited": since(card.days), "receipt": letter.receipt or 0}))
        if card.limit is not None:
            key = "access-overdue" if card.days > card.limit else "access-limit"
            parts.append(Part(key, {"days": card.limit}, glued=True))
    if letter.register_number is not None:
        parts.append(_stamped(letter))
    parts.extend(
        Part("access-letter-names", {"union": one.union, "name": Code(card.user_names[one.id])})
        for one in card.requests
    )
    rows: list[tuple[Button, ...]] = []
    if letter.state is LetterState.WAITING:
        if card.first is not None:
            parts.append(
                Part("access-letter-behind", {"ahead": _counted(card.ahead), "first": letter_name(card.first)})
            )
        rows.append((Button(WriteLetter(hat.role_id, "province", letter.id, 0), "button-access-forward"),))
        rows.append(
            (
                Button(ReturnAccess(hat.role_id, "letter", letter.id, 0), "button-access-return"),
                Button(StampLetter(hat.role_id, letter.id, 0), "button-access-stamp"),
            )
        )
        rows += first_row(hat, card)
    return Screen(tuple(parts), (*rows, _back(hat)))


def goes_first(first: LetterView) -> Part:
    """Why a later letter does not leave yet, and which one goes first."""
    return Part(
        "access-goes-first",
        {"first": letter_name(first), "office": first.sender, "source": source(cite(ACCESS_CHAIN))},
    )


def first_row(hat: Hat, card: LetterCard) -> list[tuple[Button, ...]]:
    """The way to the letter that goes first."""
    if card.first is None:
        return []
    return [(Button(OpenLetter(hat.role_id, card.first.id), "button-access-first"),)]
