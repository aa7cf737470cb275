"""What the short forms of offices share: a role, an office that they are about, and the screen behind them."""

from typing import Any

from handlers.act import Act
from handlers.filling import Conversation
from handlers.form import Body, Form
from handlers.home import home
from handlers.screen import Part, Screen
from models.drafts import OpenDraft, drop_draft
from models.organisations import Hat, hat
from models.people import Focus
from models.values.problem import Problem


def office_facts(worn: Hat, office_id: int, name: str) -> dict[str, Any]:
    """What such a form is opened with."""
    return {"role": worn.role_id, "office": office_id, "name": name}


class OfficeForm(Conversation):
    """The hat is asked anew at the end, and the draft goes when there is nothing left to say."""

    form: Form

    async def behind(self, act: Act, worn: Hat, office_id: int) -> Screen:
        """The screen from which the form was opened."""
        raise NotImplementedError

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def led_back(self, act: Act, body: Body) -> Screen:
        """The screen behind, while the role is still held."""
        worn = await self.worn(act, body)
        if isinstance(worn, Problem):
            return await home(act, Part("review-role-over"))
        return await self.behind(act, worn, int(body.facts["office"]))

    async def worn(self, act: Act, body: Body) -> Hat | Problem:
        """The role, asked anew."""
        return await act.db(hat, act.person_id, int(body.facts["role"]))

    async def close(self, act: Act, opened: OpenDraft, body: Body, note: Part | Problem) -> Screen:
        """The draft has served: the screen behind, under what came of it."""
        await act.focus(Focus.NOTHING)
        await act.db(drop_draft, act.person_id, opened.id)
        return (await self.led_back(act, body)).with_note(note)
