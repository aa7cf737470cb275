"""Inviting somebody: a short form of role, name and perhaps number; then the link and the code, once."""

from datetime import date
from typing import Any, Final

from handlers.act import Act
from handlers.buttons import OpenDelegates, OpenRole
from handlers.filling import Conversation
from handlers.form import Body, Form, Kind, Option, Step
from handlers.home import HOME, home
from handlers.offices.pages import what
from handlers.offices.taps import Invite, OpenInvitations
from handlers.screen import Button, Code, Moment, Part, Screen, Value, Word
from models.absences import absence_of, begin_absence
from models.drafts import OpenDraft, drop_draft
from models.invitations import (
    Invited,
    invite_delegate,
    invite_stand_in,
    invite_to_role,
    read_name,
    written,
)
from models.organisations import Hat, RoleKind, hat
from models.people import Focus
from models.values.ids import Phone
from models.values.problem import Problem

LETTER: Final = "i"
"""The first letter of an invitation's payload."""


def _read_name(text: str, _: Body) -> str | Problem:
    return read_name(text)


def _read_phone(text: str, _: Body) -> str | Problem:
    phone = Phone.parse(text)
    return phone if isinstance(phone, Problem) else str(phone)


def _show_phone(answer: Any) -> Value:
    return Code(str(answer))


def _show_role(answer: Any) -> Value:
    return Word(f"role-{RoleKind(answer).value}")


def _steps(body: Body) -> tuple[Step, ...]:
    roles = body.facts.get("roles", [])
    picked = Step(
        "role",
        "invite-ask-role",
        "invite-field-role",
        Kind.PICK,
        options=tuple(Option(role, f"role-{role}") for role in roles),
        values={"where": body.facts["where"]},
        show=_show_role,
        wide=True,
    )
    return (
        *((picked,) if len(roles) > 1 else ()),
        Step("name", "invite-ask-name", "invite-field-name", read=_read_name),
        Step(
            "phone",
            "invite-ask-phone",
            "invite-field-phone",
            read=_read_phone,
            optional=True,
            show=_show_phone,
            skip="button-no-phone",
        ),
    )


def _heading(body: Body) -> tuple[Part, ...]:
    return (Part("invite-summary", {"what": _what(body)}),)


def _above(body: Body, _: str) -> tuple[Part, ...]:
    return (Part("invite-heading", {"what": _what(body)}),)


def _what(body: Body) -> Value:
    kind, where = body.facts["kind"], body.facts["where"]
    role = _role(body)
    if kind == "role" and role is None:
        return Word("invitation-what-office", {"where": where})
    values: dict[str, Value] = {"where": where}
    if role is not None:
        values["role"] = Word(f"role-{role}")
    return Word(f"invitation-what-{kind}", values)


def _role(body: Body) -> str | None:
    roles = body.facts.get("roles", [])
    answer = body.answers.get("role", roles[0] if len(roles) == 1 else None)
    return None if answer is None else str(answer)


class Inviting(Conversation):
    """The form of an invitation: to a role in an office, to a unit's months, or to stand in."""

    form = Form("invitation", _steps, _heading, "button-make-invitation", above=_above)

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Make the invitation and show its link and code; they are never shown again."""
        made = await self._make(act, body)
        if isinstance(made, Problem):
            return made
        await act.db(drop_draft, act.person_id, opened.id)
        await act.focus(Focus.NOTHING)
        return _made(act, body, made)

    async def _make(self, act: Act, body: Body) -> Invited | Problem:
        said, name = body.answers, str(body.answers["name"])
        phone = None if said.get("phone") is None else Phone(said["phone"])
        if body.facts["kind"] == "delegate":
            return await act.db(invite_delegate, act.person_id, int(body.facts["unit"]), name, phone)
        worn = await act.db(hat, act.person_id, int(body.facts["role_id"]))
        if isinstance(worn, Problem):
            return worn
        if body.facts["kind"] == "role":
            role = RoleKind(_role(body) or "")
            return await act.db(invite_to_role, worn, role, int(body.facts["office"]), name, phone)
        return await _stand_in(act, worn, body, name, phone)


async def _stand_in(act: Act, worn: Hat, body: Body, name: str, phone: Phone | None) -> Invited | Problem:
    """The absence begins with the invitation; one that waits for somebody already takes another invitation."""
    day = date.fromordinal(int(body.facts["day"]))
    away = await act.db(absence_of, worn.role_id)
    if away is None or away.stand_in_id is not None or away.last_day != day:
        begun = await act.db(begin_absence, worn, day, None)
        if isinstance(begun, Problem):
            return begun
        away = begun
    return await act.db(invite_stand_in, worn, away.id, name, phone)


def _made(act: Act, body: Body, made: Invited) -> Screen:
    values: dict[str, Value] = {
        "what": what(made.offer),
        "name": made.offer.name,
        "code": Code(written(made.code)),
        "at": Moment(made.offer.expires_at),
    }
    parts = [Part("invitation-made", values)]
    parts.append(Part("invitation-bound" if made.offer.phone else "invitation-unbound"))
    payload = f"{LETTER}-{made.code}"
    copies = tuple(
        (Button(None, f"button-copy-link-{one.value}", copy=address.replace("{payload}", payload)),)
        for one, address in sorted(act.links.items(), key=lambda found: found[0] is not act.key.messenger)
    )
    if body.facts["kind"] == "delegate":
        rows: tuple[tuple[Button, ...], ...] = ((Button(OpenDelegates(int(body.facts["unit"])), "button-back"), HOME),)
    else:
        role = int(body.facts["role_id"])
        rows = (
            (Button(OpenInvitations(role, 0), "button-open-invitations"),),
            (Button(OpenRole(role), "button-back"), HOME),
        )
        if body.facts["kind"] == "role":
            again = Button(Invite(role, int(body.facts["office"])), "button-invite-another")
            rows = ((again,), *rows)
    return Screen(tuple(parts), (*copies, *rows))


CONVERSATION: Final = Inviting()
