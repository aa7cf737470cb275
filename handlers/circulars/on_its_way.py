"""What is shown of a released circular: its progress, and who was not reached. Views only: no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from handlers.buttons import OpenBranch, OpenCircular
from handlers.circulars import cards
from handlers.circulars.taps import OnCircular, PreviewCircular, SeeAnswers, SeeStatement, SeeUnreached
from handlers.home import HOME
from handlers.screen import Button, Moment, Part, Raw, Rows, Screen, Value, paired, shown
from models.circulars import DeskCard, Progress, Readers, Standing, UnreachedPage
from models.jobs import JobKind, Order
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
_MOVING: Final = frozenset({Standing.PLANNING, Standing.TRYING, Standing.SENDING, Standing.WITHDRAWING})
_SOON: Final = timedelta(seconds=3)
_MOST_LOOKS: Final = 400
_PAUSES: Final = ((12, _SOON), (40, timedelta(seconds=10)), (_MOST_LOOKS, timedelta(seconds=30)))
"""Up to so many looks, how long between two of them; after the last ones the button refreshes."""
_REST: Final = 50
"""Counting takes at most one part in so many of the time."""
FAULTS: Final = (NoticeState.PARKED, NoticeState.REFUSED, NoticeState.UNCERTAIN, NoticeState.RETRY)


@dataclass(frozen=True, slots=True)
class Glance:
    """One look at a circular's progress, and what the look before it saw: when, and how many were settled."""

    seen: Progress
    read: Readers
    at: datetime
    before: tuple[datetime, int] | None = None
    looks: int = 0
    took: int = 0


def next_look(card: DeskCard, glance: Glance) -> Order | None:
    """When the card looks again by itself: soon at first, later seldom, and seldom where counting takes long."""
    if card.standing is Standing.SCHEDULED and card.starts_at is not None:
        pause = card.starts_at - glance.at + _SOON
    elif card.standing in _MOVING and glance.looks < _MOST_LOOKS:
        pause = next(pause for most, pause in _PAUSES if glance.looks < most)
        pause = max(pause, timedelta(milliseconds=glance.took) * _REST)
    else:
        return None
    details = {"looks": str(glance.looks + 1), "at": glance.at.isoformat(), "settled": str(glance.seen.settled)}
    return Order(JobKind.CIRCULAR_PROGRESS, card.id, details=details, after=pause, live=True)


def figure_parts(states: Mapping[NoticeState, int], read: Readers) -> list[Part]:
    """How many are in which state; what nobody is in is left out, what was sent is always said."""
    parts = []
    for name, members in _GROUPS:
        number = sum(states.get(state, 0) for state in members)
        if number or name == "sent":
            parts.append(Part(f"circular-figure-{name}", {"n": number}))
    if states.get(NoticeState.SENT):
        parts.insert(1, Part("circular-figure-read", {"n": read.sent}))
    if read.early:
        parts.append(Part("circular-figure-early", {"n": read.early}))
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


def _rate(glance: Glance) -> list[Part]:
    """How quickly it goes, since the look before or since it began, and when it will have ended at that."""
    seen = glance.seen
    if seen.started_at is None or seen.paused_for is not None or seen.ended_at is not None:
        return []
    since, before = (seen.started_at, 0) if glance.before is None else glance.before
    # Whoever waits for an office to pass it on comes when that office does.
    to_come = seen.planned - seen.states.get(NoticeState.HELD_BACK, 0)
    seconds, done, left = (glance.at - since).total_seconds(), seen.settled - before, to_come - seen.settled
    if seconds < 1 or done <= 0 or not left:
        return []
    values: dict[str, Value] = {
        "rate": max(1, round(done / seconds * 60)),
        "end": Moment(glance.at + timedelta(seconds=left * seconds / done)),
    }
    return [Part("circular-rate", values)]


def whole(card: DeskCard, glance: Glance, back: Button) -> Screen:
    """The progress card, with exactly what may be done now."""
    seen = glance.seen
    parts = cards.heading(card)
    if seen.planned_whole:
        if card.standing not in {Standing.WITHDRAWING, Standing.WITHDRAWN}:
            parts += [*_bar(seen.settled, seen.planned), *_rate(glance)]
        parts += [*figure_parts(seen.states, glance.read)]
        if seen.planned != seen.counted:
            parts.append(Part("circular-recounted", {"counted": seen.counted, "planned": seen.planned}))
    else:
        parts += cards.audience_parts(card)
        if card.waits:
            parts.append(Part("circular-waits-hour", {"n": seen.counted}))
        else:
            parts.append(Part("circular-planning", {"n": seen.planned, "of": seen.counted}))
    if card.standing is Standing.STOPPED:
        parts.append(Part("circular-stopped-hint"))
    return Screen(tuple(parts), (*_rows(card, seen), (back, HOME)))


def _rows(card: DeskCard, seen: Progress) -> Rows:
    def does(verb: str, key: str) -> Button:
        return Button(OnCircular(card.id, card.revision, verb), key)

    main: list[Button] = []
    others: list[Button] = []
    if card.standing in cards.OVER:
        main.append(Button(SeeStatement(card.id, "", 0), "button-circular-statement"))
    if card.standing is Standing.WITHDRAWN:
        others += _corrections(card, seen)
    if card.standing in cards.RESUMABLE:
        main.append(does("resume", "button-circular-resume"))
    if any(seen.states.get(state) for state in FAULTS):
        others.append(Button(SeeUnreached(card.id, 0), "button-circular-unreached"))
    if card.standing in cards.PAUSABLE:
        others.append(does("pause", "button-circular-pause"))
    if card.waits:
        others += [] if card.own else [does("retime", "button-circular-retime")]
        others.append(does("redraft", "button-circular-redraft"))
    if card.standing not in cards.OVER and card.standing is not Standing.WITHDRAWING:
        others += [Button(OpenCircular(card.id), "button-circular-refresh")]
    if card.standing not in {Standing.WITHDRAWING, Standing.WITHDRAWN}:
        others.append(does("withdraw", "button-circular-withdraw"))
    if seen.planned_whole:
        others.append(Button(OpenBranch(0, card.id), "button-circular-branch"))
    if seen.planned_whole and card.question is not None:
        others.append(Button(SeeAnswers(card.id), "button-circular-answers"))
    others.append(Button(PreviewCircular(card.id, 1, ""), "button-circular-preview"))
    return (*((button,) for button in main), *paired(others))


def _corrections(card: DeskCard, seen: Progress) -> list[Button]:
    """To the correction of a withdrawn circular, or to write one where somebody was sent it, or perhaps was."""
    if card.correction_id is not None:
        return [Button(OpenCircular(card.correction_id), "button-circular-correction")]
    if seen.states.get(NoticeState.SENT) or seen.states.get(NoticeState.UNCERTAIN):
        return [Button(OnCircular(card.id, card.revision, "correct"), "button-circular-correct")]
    return []


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
