"""Adding an office below the own one: what it is and what it is called."""

from collections.abc import Mapping
from typing import Any, Final

from handlers.act import Act
from handlers.filling import Conversation
from handlers.form import Body, Form, Kind, Option, Step
from handlers.home import HOME, home
from handlers.offices.taps import AddOffice, Invite, ListOffices
from handlers.screen import Button, Part, Screen, Value, Word
from models.drafts import OpenDraft, drop_draft
from models.organisations import Hat, OfficeKind, OfficeView, OrganisationProblem, add_office, add_wished, hat
from models.organisations.granting import MOST_NAME
from models.people import Focus
from models.values.problem import Problem
from models.values.text import free_text

BELOW: Final[Mapping[OfficeKind, tuple[OfficeKind, ...]]] = {
    OfficeKind.PROVINCE: (OfficeKind.COUNTY,),
    OfficeKind.COUNTY: (OfficeKind.UNION, OfficeKind.CHAMBER, OfficeKind.COMMISSION),
}
_OVER: Final = frozenset(
    {
        OrganisationProblem.WISH_GONE,
        OrganisationProblem.WISH_ANSWERED,
        OrganisationProblem.WISH_ANSWERED_BY,
        OrganisationProblem.WISH_ANSWERED_BY_YOU,
    }
)
"""What was wished for was answered meanwhile: there is nothing to add."""


def facts(worn: Hat, office_id: int, name: str, kind: OfficeKind) -> dict[str, Any]:
    """What the form is opened with."""
    return {
        "role_id": worn.role_id,
        "office": office_id,
        "where": name,
        "kinds": [one.value for one in BELOW.get(kind, ())],
    }


def _read_name(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_NAME, least=2)


def _show_kind(answer: Any) -> Value:
    return Word(f"office-kind-{OfficeKind(answer).value}")


def _kind(body: Body) -> OfficeKind:
    kinds = body.facts["kinds"]
    return OfficeKind(body.answers["kind"] if len(kinds) > 1 else kinds[0])


def _steps(body: Body) -> tuple[Step, ...]:
    kinds = body.facts["kinds"]
    picked = Step(
        "kind",
        "add-office-ask-kind",
        "add-office-field-kind",
        Kind.PICK,
        options=tuple(Option(kind, f"office-kind-{kind}") for kind in kinds),
        values={"where": body.facts["where"]},
        show=_show_kind,
    )
    chosen = kinds[0] if len(kinds) == 1 else body.answers.get("kind", kinds[0])
    asked = f"add-office-ask-name-{chosen}"
    named = Step("name", asked, "add-office-field-name", read=_read_name, values={"where": body.facts["where"]})
    return (*((picked,) if len(kinds) > 1 else ()), named)


def _heading(body: Body) -> tuple[Part, ...]:
    return (Part("add-office-summary", {"where": body.facts["where"]}),)


class Adding(Conversation):
    """The form of a new office."""

    form = Form("office", _steps, _heading, "button-record-office")

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Add the office, and offer to invite its people."""
        role, above = int(body.facts["role_id"]), int(body.facts["office"])
        worn = await act.db(hat, act.person_id, role)
        if isinstance(worn, Problem):
            return worn
        name, wish, told = str(body.answers["name"]), body.facts.get("wish"), 0
        made: OfficeView | Problem
        if wish is None:
            made = await act.db(add_office, _kind(body), name, above, None, worn)
        else:
            added = await act.db(add_wished, worn, int(wish), name)
            made, told = (added, 0) if isinstance(added, Problem) else added
        if isinstance(made, Problem):
            if made.code in _OVER:
                await act.db(drop_draft, act.person_id, opened.id)
                return await home(act, made)
            return (made, "name") if made.code is OrganisationProblem.OFFICE_EXISTS else made
        await act.db(drop_draft, act.person_id, opened.id)
        await act.focus(Focus.NOTHING)
        rows = (
            (Button(Invite(role, made.id), "button-invite"),),
            (
                Button(AddOffice(role, above), "button-add-another"),
                Button(ListOffices(role, above, 0), "button-offices-below"),
            ),
            (HOME,),
        )
        parts = [Part("office-added", {"office": made.name, "where": body.facts["where"]})]
        if told:
            parts.append(Part("wish-told", {"n": told}))
        return Screen(tuple(parts), rows)


CONVERSATION: Final = Adding()
