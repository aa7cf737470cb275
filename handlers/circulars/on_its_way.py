"""What is shown of a released circular: its progress, and who was not reached. Views only: no database."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from handlers.buttons import OpenCircular
from handlers.circulars import cards
from handlers.circulars.taps import OnCircular, PreviewCircular, SeeUnreached
from handlers.home import HOME
from handlers.screen import Button, Moment, Part, Raw, Rows, Screen, Value, paired, shown
from models.circulars import DeskCard, Progress, Standing, UnreachedPage
from models.notices import NoticeState

_BAR: Final = 12
_GROUPS: Final[tuple[tuple[str, tuple[NoticeState, ...]], ...]] = (
    ("sent", (NoticeState.SENT,)),
    ("to-come", (NoticeState.PLANNED, NoticeState.WAITING, NoticeState.LEASED, NoticeState.BEGUN)),
    ("retry", (NoticeState.RETRY,)),
    ("held-back", (NoticeState.HELD_BACK,)),
    ("parked", (NoticeState.PARKED,)),
    ("refused", (NoticeState.REFUSED,)),
    ("uncertain", (NoticeState.UNCERTAIN,)),
    ("withdrawn", (NoticeState.WITHDRAWN,)),
)
FAULTS: Final = (NoticeState.PARKED, NoticeState.REFUSED, NoticeState.UNCERTAIN, NoticeState.RETRY)


def figure_parts(states: Mapping[NoticeState, int], read: int) -> list[Part]:
    """How many are in which state; what nobody is in is left out, what was sent is always said."""
    parts = []
    for name, members in _GROUPS:
        number = sum(states.get(state, 0) for state in members)
        if number or name == "sent":
            parts.append(Part(f"circular-figure-{name}", {"n": number}))
    if states.get(NoticeState.SENT):
        parts.insert(1, Part("circular-figure-read", {"n": read}))
    return parts


def _bar(done: int, whole: int) -> list[Part]:
    full = done * _BAR // whole if whole else 0
    values: dict[str, Value] = {
        "bar": Raw("▰" * full + "▱" * (_BAR - full)),
        "percent": done * 100 // whole if whole else 0,
        "done": done,
        "of": whole,
    }
    return [Part("circular-bar", values)]


def _rate(seen: Progress, at: datetime) -> list[Part]:
    """How quickly it goes, since it began or was let on, and when it will have ended at that."""
    if seen.started_at is None or seen.paused_for is not None or seen.ended_at is not None:
        return []
    seconds = (at - seen.started_at).total_seconds()
    sent, left = seen.settled, seen.planned - seen.settled
    if seconds < 1 or not sent or not left:
        return []
    return [rate_part(sent / seconds, left, at)]


def rate_part(a_second: float, left: int, at: datetime) -> Part:
    """So many a minute, and when the rest will have gone."""
    values: dict[str, Value] = {
        "rate": max(1, round(a_second * 60)),
        "end": Moment(at + timedelta(seconds=left / a_second)),
    }
    return Part("circular-rate", values)


def whole(card: DeskCard, seen: Progress, read: int, at: datetime, back: Button) -> Screen:
    """The progress card, with exactly what may be done now."""
    parts = cards.heading(card)
    if seen.planned_whole:
        parts += [*_bar(seen.settled, seen.planned), *_rate(seen, at), *figure_parts(seen.states, read)]
    else:
        parts += cards.audience_parts(card)
        parts.append(Part("circular-planning", {"n": seen.planned, "of": seen.counted}))
    if card.standing is Standing.STOPPED:
        parts.append(Part("circular-stopped-hint"))
    return Screen(tuple(parts), (*_rows(card, seen), (back, HOME)))


def _rows(card: DeskCard, seen: Progress) -> Rows:
    def does(verb: str, key: str) -> Button:
        return Button(OnCircular(card.id, card.revision, verb), key)

    main: list[Button] = []
    others: list[Button] = []
    missed = any(seen.states.get(state) for state in FAULTS)
    if card.standing in cards.RESUMABLE:
        main.append(does("resume", "button-circular-resume"))
    if missed:
        others.append(Button(SeeUnreached(card.id, 0), "button-circular-unreached"))
    if card.standing in cards.PAUSABLE:
        others.append(does("pause", "button-circular-pause"))
    if card.standing not in cards.OVER and card.standing is not Standing.WITHDRAWING:
        others += [Button(OpenCircular(card.id), "button-circular-refresh")]
        others.append(does("withdraw", "button-circular-withdraw"))
    others.append(Button(PreviewCircular(card.id, 1, ""), "button-circular-preview"))
    return (*((button,) for button in main), *paired(others))


def missed(card: DeskCard, page: UnreachedPage) -> Screen:
    """Who was not reached, by office, by initials."""
    parts = [Part("circular-unreached" if page.lines else "circular-unreached-none", {"number": Raw(card.number)})]
    for line in page.lines:
        values: dict[str, Value] = {
            "who": line.initials or "…",
            "office": line.office_name or shown(line.level),
            "state": shown(line.state),
        }
        parts.append(Part("circular-unreached-line", values))
    rows: Rows = ()
    if page.next is not None:
        rows = ((Button(SeeUnreached(card.id, page.next), "button-next-page"),),)
    return Screen(tuple(parts), (*rows, (Button(OpenCircular(card.id), "button-back"), HOME)))
