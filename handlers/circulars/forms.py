"""What the short forms about one circular share: the card behind them, and the draft that goes at the end."""

from typing import Any

from handlers.act import Act
from handlers.circulars import looking
from handlers.filling import Conversation, begin
from handlers.form import Body
from handlers.home import home
from handlers.screen import Part, Screen
from models.circulars import DeskCard
from models.drafts import OpenDraft, drop_draft
from models.organisations import Hat
from models.people import Focus
from models.values.problem import Problem


class OfCircular(Conversation):
    """A form about one circular, opened from its card and left to it."""

    async def open(self, act: Act, worn: Hat, card: DeskCard, **facts: Any) -> Screen:
        """The form, begun anew: it is about the circular as it stands now."""
        about = {"circular": card.id, "revision": card.revision, "role": worn.role_id, **facts}
        return await begin(act, self, f"circular:{card.id}", Body(facts=about), anew=True)

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def led_back(self, act: Act, body: Body) -> Screen:
        """The card of the circular."""
        return await looking.circular(act, int(body.facts["circular"]))

    async def close(self, act: Act, opened: OpenDraft, body: Body, note: Part | Problem | None) -> Screen:
        """The draft has served: back, under what came of it."""
        await act.focus(Focus.NOTHING)
        await act.db(drop_draft, act.person_id, opened.id)
        return (await self.led_back(act, body)).with_note(note)
