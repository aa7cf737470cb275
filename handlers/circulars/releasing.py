"""Release by a second authorised person: who gets it, now or at a day and hour, another hour, and the receipt."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from handlers.act import Act
from handlers.buttons import OpenCircular
from handlers.circulars import cards, looking
from handlers.circulars.forms import OfCircular
from handlers.circulars.looking import Answer
from handlers.circulars.taps import OnCircular, PreviewCircular
from handlers.form import Body, Form, Step
from handlers.home import HOME
from handlers.screen import Button, Moment, Part, Raw, Rows, Screen, Value
from handlers.sources import office_named
from models.circulars import CircularProblem, DeskCard, Released, count, redraft, release, reschedule
from models.drafts import OpenDraft
from models.organisations import Hat
from models.values.moments import parse_moment
from models.values.problem import Problem

_OF_TIME: Final = {CircularProblem.PAST, CircularProblem.TOO_FAR}


async def _look(act: Act, _: Hat, card: DeskCard) -> Screen:
    """Whom it reaches, and the two ways."""
    values: dict[str, Value] = {
        "number": Raw(card.number),
        "subject": card.subject,
        "office": office_named(card.office_kind, card.office_name),
        "author": card.author,
    }
    counted = await act.db(count, card.audience)
    parts = [Part("circular-release", values), *cards.audience_parts(card), *cards.count_parts(counted)]
    if card.changes:
        parts.append(Part("circular-release-rules", {"n": card.changes}))
    rows: Rows = (
        (Button(OnCircular(card.id, card.revision, "now"), "button-release-now"),),
        (
            Button(OnCircular(card.id, card.revision, "later"), "button-release-later"),
            Button(PreviewCircular(card.id, 1, ""), "button-circular-preview"),
        ),
        *(((Button(OnCircular(card.id, card.revision, "rules"), "button-circular-rules"),),) if card.changes else ()),
        (Button(OpenCircular(card.id), "button-back"), HOME),
    )
    return Screen((*parts, Part("circular-release-how")), rows)


async def _now(act: Act, _: Hat, card: DeskCard) -> Screen:
    return cards.asked(card, "now", tuple(cards.count_parts(await act.db(count, card.audience))))


async def _released(act: Act, worn: Hat, card: DeskCard) -> Screen:
    outcome = await act.db(release, worn, card.id, None, card.revision)
    return await looking.circular(act, card.id, outcome if isinstance(outcome, Problem) else _receipt(outcome, None))


def _receipt(done: Released, at: datetime | None) -> Part:
    if at is None:
        return Part("circular-released", {"n": done.counted})
    return Part("circular-released-at", {"n": done.counted, "at": Moment(at)})


async def _later(act: Act, worn: Hat, card: DeskCard) -> Screen:
    return await Scheduling().open(act, worn, card)


# ---- while it waits for its hour ----


async def _retime(act: Act, worn: Hat, card: DeskCard) -> Screen:
    """Another hour for it, or now."""
    if not card.waits or card.starts_at is None:
        return await looking.drawn(act, worn, card)
    values: dict[str, Value] = {"number": Raw(card.number), "subject": card.subject, "at": Moment(card.starts_at)}
    counted = await act.db(count, card.audience)
    rows: Rows = (
        (Button(OnCircular(card.id, card.revision, "renow"), "button-release-now"),),
        (Button(OnCircular(card.id, card.revision, "relater"), "button-release-later"),),
        (Button(OpenCircular(card.id), "button-back"), HOME),
    )
    return Screen((Part("circular-retime", values), *cards.count_parts(counted)), rows)


async def _renow(act: Act, _: Hat, card: DeskCard) -> Screen:
    return cards.asked(card, "renow", tuple(cards.count_parts(await act.db(count, card.audience))), "now")


async def _retimed(act: Act, worn: Hat, card: DeskCard) -> Screen:
    outcome = await act.db(reschedule, worn, card.id, None, card.revision)
    return await looking.circular(act, card.id, outcome if isinstance(outcome, Problem) else _receipt(outcome, None))


async def _relater(act: Act, worn: Hat, card: DeskCard) -> Screen:
    return await Scheduling().open(act, worn, card, again=1)


async def _redraft(act: Act, worn: Hat, card: DeskCard) -> Screen:
    return cards.asked(card, "redraft") if card.waits else await looking.drawn(act, worn, card)


async def _redrafted(act: Act, worn: Hat, card: DeskCard) -> Screen:
    outcome = await act.db(redraft, worn, card.id, card.revision)
    note = outcome if isinstance(outcome, Problem) else Part("circular-redrafted")
    return await looking.circular(act, card.id, note)


def _read(text: str, body: Body) -> str | Problem:
    at = parse_moment(text, date.fromisoformat(body.facts["today"]))
    return at if isinstance(at, Problem) else at.astimezone(UTC).isoformat()


def _show(answer: Any) -> Value:
    return Moment(datetime.fromisoformat(str(answer)))


class Scheduling(OfCircular):
    """The day and the hour at which a circular begins to go out; the understood instant is repeated first."""

    form = Form(
        "circular-time",
        lambda _: (
            Step(
                "at",
                "circular-ask-at",
                "circular-field-at",
                read=_read,
                show=_show,
                echo="circular-at-echo",
                counted=False,
            ),
        ),
        lambda _: (),
        "",
    )

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Release it for then; a time that has passed or is too far is asked for once more."""
        circular = int(body.facts["circular"])
        at = datetime.fromisoformat(body.answers["at"])
        seen = await looking.found(act, circular)
        outcome = (
            seen
            if isinstance(seen, Problem)
            else await act.db(
                reschedule if body.facts.get("again") else release, seen[0], circular, at, int(body.facts["revision"])
            )
        )
        if isinstance(outcome, Problem) and outcome.code in _OF_TIME:
            body.answers.pop("at", None)
            return outcome, "at"
        return await self.close(act, opened, body, outcome if isinstance(outcome, Problem) else _receipt(outcome, at))


VERBS: Final[Mapping[str, Answer]] = {
    "release": _look,
    "now": _now,
    "now!": _released,
    "later": _later,
    "retime": _retime,
    "renow": _renow,
    "renow!": _retimed,
    "relater": _relater,
    "redraft": _redraft,
    "redraft!": _redrafted,
}
