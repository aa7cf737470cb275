"""The preview of a circular: every message as delivery writes it, on either messenger, and the attachment last."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.act import Act, Tapped
from handlers.buttons import OpenCircular
from handlers.circulars import looking
from handlers.circulars.taps import PreviewCircular
from handlers.home import HOME, home
from handlers.notices import screen_of
from handlers.screen import Button, Joined, Part, Screen, Value, Word, paired
from models.circulars import DeskCard, tellings
from models.notices import NoticeKind
from models.people import Focus, Messenger
from models.values.problem import Problem


async def _page(act: Act, card: DeskCard, tap: PreviewCircular) -> Screen:
    facts = (await act.db(tellings, [card.id])).get(card.id, ())
    messages = [screen_of(NoticeKind.CIRCULAR, one) for one in facts]
    place = max(1, min(tap.page, len(messages)))
    messenger = next((one for one in Messenger if one.value == tap.messenger), act.key.messenger)
    shown = messages[place - 1]
    parts = _file(card, shown, place) if shown.file else _text(act, shown, messenger, (place, len(messages)))
    rows = paired(
        [
            *([_button(card, place - 1, messenger, "previous")] if place > 1 else []),
            *([_button(card, place + 1, messenger, "next")] if place < len(messages) else []),
        ]
    )
    others = [one for one in Messenger if one is not messenger and not shown.file]
    switch = tuple(Button(PreviewCircular(card.id, place, one.value), f"button-preview-{one.value}") for one in others)
    back = (Button(OpenCircular(card.id), "button-back"), HOME)
    return Screen(parts, (*rows, *((switch,) if switch else ()), back), file=shown.file)


def _button(card: DeskCard, page: int, messenger: Messenger, way: str) -> Button:
    return Button(PreviewCircular(card.id, page, messenger.value), f"button-preview-{way}")


def _file(card: DeskCard, shown: Screen, place: int) -> tuple[Part, ...]:
    return (Part("circular-preview-file", {"name": card.attachment or "", "n": place - 1}), *shown.parts)


def _text(act: Act, shown: Screen, messenger: Messenger, of: tuple[int, int]) -> tuple[Part, ...]:
    """What stands on that message: here its very paragraphs, of the other messenger the text that it would be sent."""
    look = act.look(shown, messenger)
    head: dict[str, Value] = {
        "messenger": Word(f"messenger-{messenger.value}"),
        "n": of[0],
        "of": of[1],
        "units": look.units,
        "most": look.most,
    }
    own = messenger is act.key.messenger
    text = (
        shown.parts
        if own
        else tuple(Part("circular-preview-text", {"text": line}) for line in look.text.split("\n") if line)
    )
    labels = Part("circular-preview-labels", {"labels": Joined(look.labels, "joint-dot")})
    altered = any(
        isinstance(value, str) and look.alters & set(value) for part in shown.parts for value in part.values.values()
    )
    signs = (Part("circular-preview-signs"),) if altered else ()
    return (Part("circular-preview-head", head), *text, labels, *signs)


def router() -> Router:
    """What is answered here."""
    own = Router(name="circulars.preview")

    @own.callback_query(Tapped(PreviewCircular))
    async def _preview(_: CallbackQuery, act: Act, tap: PreviewCircular) -> Screen:
        await act.focus(Focus.NOTHING)
        seen = await looking.found(act, tap.circular)
        return await home(act, seen) if isinstance(seen, Problem) else await _page(act, seen[1], tap)

    return own
