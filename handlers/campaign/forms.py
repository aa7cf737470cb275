"""Two short forms: the day on which a province's term begins, and the list of those whom a union expects."""

from datetime import date
from typing import Any, Final

from handlers.act import Act
from handlers.campaign.looking import coverage_board
from handlers.form import Body, Form, Step
from handlers.office_forms import OfficeForm
from handlers.screen import Part, Screen, Value, Word
from models.campaigns import (
    MOST_LINES,
    MOST_NOTE,
    CampaignProblem,
    Member,
    Preview,
    add_members,
    plan_campaign,
    preview_campaign,
    read_members,
)
from models.drafts import OpenDraft
from models.organisations import Hat
from models.values.ids import Phone
from models.values.jalali import parse_date
from models.values.problem import Problem
from models.values.text import free_text

_NAMED: Final = 8
_BAD_SHOWN: Final = 8


class _OfACampaign(OfficeForm):
    """Both lead back to the board."""

    async def behind(self, act: Act, worn: Hat, office_id: int) -> Screen:
        """The board from which the form was opened."""
        return await coverage_board(act, worn, office_id)


# ---- the first day of the term ----


def _read_start(text: str, _: Body) -> str | Problem:
    day = parse_date(text)
    return day if isinstance(day, Problem) else day.isoformat()


def _read_note(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_NOTE, lines=True)


def _start_steps(body: Body) -> tuple[Step, ...]:
    start = body.answers.get("start")
    past = start is not None and start < body.facts["today"]
    return (
        Step(
            "start",
            "campaign-ask-start",
            "campaign-field-start",
            read=_read_start,
            show=date.fromisoformat,
            clears=("note",),
            values={"office": body.facts["name"]},
        ),
        *((Step("note", "campaign-ask-note", "campaign-field-note", read=_read_note),) if past else ()),
    )


def _kept(seen: Preview) -> dict[str, Any]:
    return {
        "deadline": seen.after.deadline.isoformat(),
        "before": "" if seen.before is None else seen.before.starts_on.isoformat(),
        "before-deadline": "" if seen.before is None else seen.before.deadline.isoformat(),
        "registered": seen.registered,
        "forgiven": seen.forgiven,
        "unions": seen.unions,
    }


def _previewed(body: Body) -> tuple[Part, ...]:
    """What setting the day changes."""
    seen = body.facts["preview"]
    values: dict[str, Value] = {
        "office": body.facts["name"],
        "starts": date.fromisoformat(body.answers["start"]),
        "deadline": date.fromisoformat(seen["deadline"]),
        "unions": seen["unions"],
        "registered": seen["registered"],
    }
    if not seen["before"]:
        return (Part("campaign-preview", values),)
    moved: dict[str, Value] = {
        "starts": date.fromisoformat(seen["before"]),
        "deadline": date.fromisoformat(seen["before-deadline"]),
    }
    forgiven = (Part("campaign-preview-forgiven", {"n": seen["forgiven"]}),) if seen["forgiven"] else ()
    parts = (Part("campaign-preview-before", moved), Part("campaign-preview", values), Part("campaign-preview-kept"))
    return (*parts, *forgiven)


class StartForm(_OfACampaign):
    """Set the day on which the province's term begins, or move it; the summary says what that changes."""

    form = Form("campaign", _start_steps, _previewed, "button-campaign-set")

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:
        """Look what the day would change; a day that cannot be is asked for again."""
        if step != "start":
            return None
        worn = await self.worn(act, body)
        day = date.fromisoformat(body.answers["start"])
        seen = worn if isinstance(worn, Problem) else await act.db(preview_campaign, worn, body.facts["office"], day)
        if isinstance(seen, Problem):
            del body.answers["start"]
            body.at, body.editing = None, False
            return seen
        body.facts["preview"] = _kept(seen)
        return None

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Set it; when somebody else was faster, the preview is made anew."""
        worn = await self.worn(act, body)
        if isinstance(worn, Problem):
            return await self.close(act, opened, body, worn)
        before = body.facts["preview"]["before"]
        outcome = await act.db(
            plan_campaign,
            worn,
            int(body.facts["office"]),
            date.fromisoformat(body.answers["start"]),
            instead_of=date.fromisoformat(before) if before else None,
            note=body.answers.get("note"),
        )
        if not isinstance(outcome, Problem):
            values: dict[str, Value] = {"starts": outcome.starts_on, "deadline": outcome.deadline}
            return await self.close(act, opened, body, Part("campaign-set", values))
        if outcome.code is CampaignProblem.NOTE_MISSING:
            return outcome, "note"
        if outcome.code is CampaignProblem.MOVED_SINCE:
            body.answers.pop("start", None)
            return outcome, "start"
        return await self.close(act, opened, body, outcome)


# ---- the list of the expected ----


def _read_list(text: str, _: Body) -> dict[str, Any] | Problem:
    found = read_members(text)
    if isinstance(found, Problem):
        return found
    return {
        "members": [[one.title, str(one.phone)] for one in found.members],
        "bad": [[number, why.value] for number, why in found.bad],
    }


def _show_list(answer: Any) -> Value:
    return Word("campaign-list-counted", {"n": len(answer["members"])})


def _list_steps(body: Body) -> tuple[Step, ...]:
    return (
        Step(
            "list",
            "campaign-ask-list",
            "campaign-field-list",
            read=_read_list,
            show=_show_list,
            values={"office": body.facts["name"], "most": MOST_LINES},
        ),
    )


def _listed(body: Body) -> tuple[Part, ...]:
    """What was read: the first few by name, and each line that was not understood."""
    members, bad = body.answers["list"]["members"], body.answers["list"]["bad"]
    parts = [Part("campaign-list-read", {"n": len(members)})]
    for title, phone in members[:_NAMED]:
        masked = Phone(phone).masked
        if title:
            parts.append(Part("campaign-list-line", {"title": title, "phone": masked}))
        else:
            parts.append(Part("campaign-list-line-untitled", {"phone": masked}))
    if len(members) > _NAMED:
        parts.append(Part("campaign-list-more", {"n": len(members) - _NAMED}))
    if bad:
        parts.append(Part("campaign-list-bad", {"n": len(bad)}))
        for number, why in bad[:_BAD_SHOWN]:
            parts.append(Part("campaign-list-bad-line", {"n": number, "why": Word(f"campaign-line-{why}")}))
        if len(bad) > _BAD_SHOWN:
            parts.append(Part("campaign-list-more", {"n": len(bad) - _BAD_SHOWN}))
    return tuple(parts)


class MembersForm(_OfACampaign):
    """Put members on the union's list: read, looked at, and only then written."""

    form = Form("members", _list_steps, _listed, "button-campaign-add")

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Write the list."""
        worn = await self.worn(act, body)
        if isinstance(worn, Problem):
            return await self.close(act, opened, body, worn)
        members = [Member(title, Phone(phone)) for title, phone in body.answers["list"]["members"]]
        outcome = await act.db(add_members, worn, int(body.facts["office"]), members)
        if isinstance(outcome, Problem):
            return await self.close(act, opened, body, outcome)
        values: dict[str, Value] = {"new": outcome.new, "known": outcome.known, "registered": outcome.registered}
        return await self.close(act, opened, body, Part("campaign-list-added", values))
