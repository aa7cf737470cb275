"""What is seen of a campaign: boards, invitations, those who are missing. Views only: no database, no decision."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

import segno

from handlers.buttons import OpenCoverage
from handlers.campaign.taps import DropMember, ListMembers, PlanCampaign, ShowInvitation, ShowMember, ShowMissing
from handlers.home import HOME
from handlers.screen import Button, Code, File, Joined, Part, Rows, Screen, Value, Word, paired, shown
from handlers.sources import source
from models.campaigns import Coverage, CoverageLine, Figures, MissingPage, MissingUnit, code_of
from models.organisations import Hat, OfficeKind, OfficeView
from models.people import Messenger
from models.units import Term

_LABEL: Final = 20
LETTER: Final = "u"
"""What the payload of a union's link begins with; a dash and the union's code follow."""


def board(worn: Hat, seen: Coverage, today: date) -> Screen:
    """The figures of an office and of those below it, and what this role may do here."""
    office = 0 if seen.office is None else seen.office.id
    union = seen.office is not None and seen.office.kind is OfficeKind.UNION
    parts = [
        Part("campaign-country") if seen.office is None else Part("campaign-heading", {"office": seen.office.name}),
        *([] if seen.office is None else [term_part(seen.term, today)]),
        *_figures(seen.figures),
    ]
    if union:
        parts.append(_of_union(seen))
    elif seen.lines:
        parts += [Part("campaign-below"), *(_line(line) for line in seen.lines)]
    rows: list[tuple[Button, ...]] = []
    if seen.plans:
        key = "button-campaign-plan" if seen.term is None else "button-campaign-move"
        rows.append((Button(PlanCampaign(worn.role_id, office), key),))
    if union:
        rows.append((Button(ShowInvitation(worn.role_id, office, ""), "button-campaign-link"),))
    second = []
    if seen.names and seen.figures.missing:
        second.append(Button(ShowMissing(worn.role_id, office, ""), "button-campaign-missing"))
    if seen.lists:
        second.append(Button(ListMembers(worn.role_id, office), "button-campaign-list"))
    rows += [*paired(second), *_offices(worn, [line.office for line in seen.lines])]
    if seen.next is not None:
        rows.append((Button(OpenCoverage(worn.role_id, office, seen.next), "button-next-page"),))
    return Screen(tuple(parts), (*rows, _back(worn, seen.office)))


def term_part(term: Term | None, today: date) -> Part:
    """When the term begins and ends, and how it stands today."""
    if term is None:
        return Part("campaign-not-planned")
    values: dict[str, Value] = {"starts": term.starts_on, "deadline": term.deadline, "source": source(term.source)}
    left = (term.deadline - today).days
    if today < term.starts_on:
        return Part("campaign-term-ahead", values)
    return Part("campaign-term-over", values) if left < 0 else Part("campaign-term", {**values, "days": left})


def _figures(figures: Figures) -> list[Part]:
    if figures.rate is None:
        return [Part("campaign-nobody")]
    values: dict[str, Value] = {
        "registered": figures.registered,
        "expected": figures.expected,
        "missing": figures.missing,
        "rate": figures.rate,
    }
    late = [Part("campaign-late", {"n": figures.late})] if figures.late else []
    return [Part("campaign-figures", values), *late]


def _of_union(seen: Coverage) -> Part:
    """On what the number of the expected rests."""
    return Part("campaign-listed", {"n": seen.listed}) if seen.listed else Part("campaign-no-list")


def _line(line: CoverageLine) -> Part:
    figures = line.figures
    if figures.rate is None:
        return Part("campaign-line-empty", {"office": line.office.name})
    values: dict[str, Value] = {
        "office": line.office.name,
        "registered": figures.registered,
        "expected": figures.expected,
        "rate": figures.rate,
    }
    if figures.late:
        return Part("campaign-line-late", {**values, "late": figures.late})
    return Part("campaign-line", values)


def _offices(worn: Hat, offices: Sequence[OfficeView]) -> Rows:
    buttons = [Button(OpenCoverage(worn.role_id, one.id), label=one.name) for one in offices]
    return paired(buttons, 2 if all(len(one.name) <= _LABEL for one in offices) else 1)


def _back(worn: Hat, office: OfficeView | None) -> tuple[Button, ...]:
    """To the office above, where this role's board goes that far; home."""
    if office is None or office.id == worn.office_id:
        return (HOME,)
    return (Button(OpenCoverage(worn.role_id, office.parent_id or 0), "button-back"), HOME)


# ---- the invitation ----


def invitation(worn: Hat, union: OfficeView, links: Mapping[Messenger, str]) -> Screen:
    """The union's code, its links to copy, and a picture for each messenger.

    A link stands on a button and not in the text, where a messenger may alter its signs.
    """
    code = code_of(union.id)
    copies = [(_copy(one, address, code),) for one, address in links.items()]
    pictures = [
        Button(ShowInvitation(worn.role_id, union.id, one.value), f"button-campaign-picture-{one.value}")
        for one in links
    ]
    parts = (Part("campaign-invitation", {"office": union.name}), Part("campaign-code", {"code": Code(code)}))
    back = (Button(OpenCoverage(worn.role_id, union.id), "button-back"), HOME)
    return Screen(parts, (*copies, *paired(pictures), back))


def invitation_picture(worn: Hat, union: OfficeView, messenger: Messenger, address: str) -> Screen:
    """The picture of one messenger's link, to be printed or forwarded."""
    code = code_of(union.id)
    values: dict[str, Value] = {
        "office": union.name,
        "messenger": Word(f"messenger-{messenger.value}"),
        "code": Code(code),
    }
    back = Button(ShowInvitation(worn.role_id, union.id, ""), "button-back")
    file = File(f"invitation-{messenger.value}-{union.id}.png", picture_of(_link(address, code)), picture=True)
    rows = ((_copy(messenger, address, code),), (back, HOME))
    return Screen((Part("campaign-picture", values),), rows, file=file)


def _copy(messenger: Messenger, address: str, code: str) -> Button:
    return Button(None, f"button-copy-link-{messenger.value}", copy=_link(address, code))


def _link(address: str, code: str) -> str:
    return address.replace("{payload}", f"{LETTER}-{code}")


@lru_cache(maxsize=64)
def picture_of(link: str) -> bytes:
    """The QR picture of a link as PNG, large enough to be read from a wall."""
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="png", scale=14, border=4)
    return drawn.getvalue()


# ---- who is missing ----


def missing(worn: Hat, page: MissingPage) -> Screen:
    """A page of those who have not registered, each with whether a message can reach them."""
    county = page.office.kind is OfficeKind.COUNTY
    back = (Button(OpenCoverage(worn.role_id, page.office.id), "button-back"), HOME)
    if not page.items:
        return Screen((Part("campaign-missing-none", {"office": page.office.name}),), (back,))
    lines = tuple(_member(item, county=county) for item in page.items)
    buttons = [Button(ShowMember(worn.role_id, item.id), label=item.title or item.phone) for item in page.items]
    rows: list[tuple[Button, ...]] = list(paired(buttons))
    if page.next is not None:
        rows.append((Button(ShowMissing(worn.role_id, page.office.id, page.next), "button-next-page"),))
    return Screen((Part("campaign-missing", {"office": page.office.name}), *lines), (*rows, back))


def _member(item: MissingUnit, *, county: bool) -> Part:
    marks: list[Value] = [Word("campaign-half") if item.half else shown(item.reach)]
    if county:
        marks.insert(0, item.union_name)
    values: dict[str, Value] = {"phone": item.phone, "marks": Joined(tuple(marks), "joint-dot")}
    if item.title:
        return Part("campaign-member", {**values, "title": item.title})
    return Part("campaign-member-untitled", values)


def member(worn: Hat, item: MissingUnit, *, lists: bool, asked: bool = False) -> Screen:
    """One of those who are missing: how they are known, whether they can be reached, what can be done."""
    parts = [
        _member(item, county=True),
        Part("campaign-member-listed" if item.listed else "campaign-member-came"),
        Part(f"campaign-can-{item.reach.value}"),
    ]
    rows: list[tuple[Button, ...]] = []
    if item.listed and lists and asked:
        parts.append(Part("campaign-drop-sure"))
        rows.append((Button(DropMember(worn.role_id, item.id, item.union_id, 1), "button-campaign-drop-yes"),))
    elif item.listed and lists:
        rows.append((Button(DropMember(worn.role_id, item.id, item.union_id, 0), "button-campaign-drop"),))
    back = Button(ShowMissing(worn.role_id, item.union_id, ""), "button-back")
    return Screen(tuple(parts), (*rows, (back, HOME)))
