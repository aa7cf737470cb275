"""Two short forms: which office of the list was meant, and why a wish is turned down."""

from typing import Any

from handlers.act import Act
from handlers.form import Body, Form, Kind, Step
from handlers.office_forms import OfficeForm, office_facts
from handlers.screen import Part, Screen, Value
from handlers.wishes.looking import wishes
from models.drafts import OpenDraft
from models.organisations import Hat, OfficeKind, Wished, candidates, decline_wish, name_wished, wish_card
from models.organisations.answering import MOST_REASON
from models.values.problem import Problem
from models.values.text import free_text
from models.values.unions import short_name


def facts(worn: Hat, wished: Wished) -> dict[str, Any]:
    """What both are opened with."""
    about = office_facts(worn, wished.above.id, wished.above.name)
    return {**about, "wish": wished.id, "typed": wished.typed, "kind": wished.kind.value, "n": wished.waiting}


def _said(body: Body) -> dict[str, Value]:
    return {"typed": str(body.facts["typed"]), "above": str(body.facts["name"]), "n": int(body.facts["n"])}


class _OfAWish(OfficeForm):
    """Both lead back to the list."""

    async def behind(self, act: Act, worn: Hat, office_id: int) -> Screen:
        """The list of wishes."""
        del office_id
        return await wishes(act, worn)


# ---- it is in the list under another name ----


def _shown(answer: Any) -> Value:
    return str(answer[1])


def _name_steps(body: Body) -> tuple[Step, ...]:
    kind = body.facts["kind"]
    none = body.options == [] and not body.query
    meant = Step(
        "office",
        f"wish-ask-office-none-{kind}" if none else f"wish-ask-office-{kind}",
        f"wish-field-office-{kind}",
        Kind.SEARCH,
        looked_up=True,
        values=_said(body),
        show=_shown,
        counted=False,
    )
    return (meant,)


def _name_heading(body: Body) -> tuple[Part, ...]:
    return (Part(f"wish-name-summary-{body.facts['kind']}", _said(body)),)


class NameForm(_OfAWish):
    """Say which office of the list is meant; whoever waits is told its name."""

    form = Form("wish-name", _name_steps, _name_heading, "button-wish-name-sure")

    async def look_up(self, act: Act, body: Body, step: Step) -> list[list[object]]:
        """The offices of that place whose names hold what was typed."""
        del step
        worn = await self.worn(act, body)
        if isinstance(worn, Problem):
            return []
        wished = await act.db(wish_card, worn, int(body.facts["wish"]))
        if isinstance(wished, Problem):
            return []
        found = await act.db(candidates, wished, body.query)
        labels = [short_name(one.name, wished.above.name) for one in found]
        if wished.kind is not OfficeKind.UNION or len(set(labels)) < len(labels):
            labels = [one.name for one in found]
        return [[[one.id, one.name], label] for one, label in zip(found, labels, strict=True)]

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Answer the wish."""
        worn = await self.worn(act, body)
        if isinstance(worn, Problem):
            return await self.close(act, opened, body, worn)
        office_id, name = body.answers["office"]
        told = await act.db(name_wished, worn, int(body.facts["wish"]), int(office_id))
        if isinstance(told, Problem):
            return await self.close(act, opened, body, told)
        return await self.close(act, opened, body, Part("wish-named", {**_said(body), "office": name, "n": told}))


# ---- it is turned down ----


def _read_reason(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_REASON, least=3)


def _decline_steps(body: Body) -> tuple[Step, ...]:
    asked = f"wish-ask-reason-{body.facts['kind']}"
    return (Step("reason", asked, "wish-field-reason", read=_read_reason, values=_said(body), counted=False),)


def _decline_heading(body: Body) -> tuple[Part, ...]:
    return (Part("wish-decline-summary", _said(body)),)


class DeclineForm(_OfAWish):
    """Turn it down; whoever waits reads the reason."""

    form = Form("wish-decline", _decline_steps, _decline_heading, "button-wish-decline-sure")

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Answer the wish."""
        worn = await self.worn(act, body)
        if isinstance(worn, Problem):
            return await self.close(act, opened, body, worn)
        told = await act.db(decline_wish, worn, int(body.facts["wish"]), str(body.answers["reason"]))
        if isinstance(told, Problem):
            return await self.close(act, opened, body, told)
        return await self.close(act, opened, body, Part("wish-declined", {**_said(body), "n": told}))
