"""What the offices' room shows: the page of a role, an office with its people, lists of offices. No database here."""

from collections.abc import Sequence

from handlers.buttons import OpenRole, WearHat
from handlers.home import HOME
from handlers.offices.taps import (
    AddOffice,
    EndAbsence,
    Invite,
    ListOffices,
    OpenAbsence,
    OpenInvitations,
    OpenOffice,
    Revoke,
    SearchOffices,
    Withdraw,
)
from handlers.screen import Button, Moment, Part, Rows, Screen, Value, Word, paired, shown
from models.absences import AbsenceView
from models.invitations import Offer
from models.organisations import (
    GIVES,
    SEATS,
    Deed,
    Hat,
    OfficeKind,
    OfficePage,
    OfficeView,
    RoleKind,
    Staff,
    reaches,
)

PARENTS = frozenset({OfficeKind.PROVINCE, OfficeKind.COUNTY})
"""Kinds of offices below which others lie in the tree; below the national ones lie the provinces."""


def back_to_role(role: int) -> Button:
    """Back to the page of the role."""
    return Button(OpenRole(role), "button-back")


def offered(hat: Hat, kind: OfficeKind) -> tuple[RoleKind, ...]:
    """The roles that this hat gives and an office of this kind seats; whether the hat reaches it is asked elsewhere."""
    given = GIVES.get(hat.kind, frozenset())
    return tuple(role for role in RoleKind if role in given and kind in SEATS[role])


def role_page(hat: Hat, away: AbsenceView | None, parts: Sequence[Part]) -> Screen:
    """The page of a role: its office, its people, its absence."""
    first: Rows = ()
    if reaches(hat, Deed.SEE_OFFICES):
        first = ((Button(OpenOffice(hat.role_id, hat.office_id, 0), "button-office-people"),),)
    second: list[Button] = []
    if reaches(hat, Deed.GIVE_ROLE):
        second.append(Button(OpenInvitations(hat.role_id, 0), "button-open-invitations"))
    if away is not None:
        second.append(Button(EndAbsence(hat.role_id, away.id), "button-end-absence"))
    elif reaches(hat, Deed.NAME_STAND_IN):
        second.append(Button(OpenAbsence(hat.role_id), "button-absence"))
    if hat.standing_in_for is None:
        second.append(Button(Revoke(hat.role_id, hat.role_id, 0), "button-lay-down"))
    values: dict[str, Value] = {"office": hat.office_name, "role": shown(hat.kind)}
    rows = (*first, *paired(second), (Button(WearHat(hat.role_id), "button-back"), HOME))
    return Screen((Part("role-page", values), *parts), rows)


def office_page(hat: Hat, found: Staff, away: Sequence[AbsenceView], *, gives: bool, adds: bool) -> Screen:
    """An office and who holds which role there; ``gives``, ``adds``: what this hat may do here."""
    office = found.office
    absent = {one.role_id: one for one in away}
    parts = [Part("office-heading", {"office": office.name, "kind": shown(office.kind)})]
    if not found.members:
        parts.append(Part("office-nobody"))
    buttons: list[Button] = []
    given = offered(hat, office.kind) if gives else ()
    for member in found.members:
        values: dict[str, Value] = {"name": member.name, "role": shown(member.kind), "since": member.since}
        one = absent.get(member.role_id)
        if one is not None and one.stand_in is not None:
            parts.append(Part("office-member-away", {**values, "stand-in": one.stand_in, "until": one.last_day}))
        else:
            parts.append(Part("office-member", values))
        if member.kind in given and member.role_id != hat.role_id:
            taken = Revoke(hat.role_id, member.role_id, 0)
            buttons.append(Button(taken, "button-revoke-of", {"name": member.name}))
    rows: list[tuple[Button, ...]] = []
    if given:
        rows.append((Button(Invite(hat.role_id, office.id), "button-invite"),))
    rows += [(button,) for button in buttons]
    if found.next is not None:
        rows.append((Button(OpenOffice(hat.role_id, office.id, found.next), "button-next-page"),))
    below: list[Button] = []
    if office.kind in PARENTS or office.province_id is None:
        below.append(Button(ListOffices(hat.role_id, office.id, 0), "button-offices-below"))
    if adds and office.kind in PARENTS:
        below.append(Button(AddOffice(hat.role_id, office.id), "button-add-office"))
    rows += paired(below)
    return Screen(tuple(parts), (*rows, (_up(hat, office), HOME)))


def _up(hat: Hat, office: OfficeView) -> Button:
    if office.id == hat.office_id:
        return back_to_role(hat.role_id)
    above = hat.office_id if office.parent_id is None else office.parent_id
    return Button(ListOffices(hat.role_id, above, 0), "button-back")


def office_list(hat: Hat, office: OfficeView, page: OfficePage, *, adds: bool) -> Screen:
    """The offices right below one."""
    parts = [Part("offices-below", {"office": office.name})]
    if not page.lines:
        parts.append(Part("offices-none-can-add" if adds else "offices-none"))
    last: list[Button] = []
    if page.next is not None:
        last.append(Button(ListOffices(hat.role_id, office.id, page.next), "button-next-page"))
    if page.lines:
        last.append(Button(SearchOffices(hat.role_id), "button-search-offices"))
    if adds and office.kind in PARENTS:
        last.append(Button(AddOffice(hat.role_id, office.id), "button-add-office"))
    back = Button(OpenOffice(hat.role_id, office.id, 0), "button-back")
    return Screen(tuple(parts), (*_lines(hat, page), *paired(last), (back, HOME)))


def search_result(hat: Hat, typed: str, page: OfficePage) -> Screen:
    """The offices whose names contain what was typed."""
    key = "offices-found" if page.lines else "offices-not-found"
    parts = [Part(key, {"typed": typed})]
    if page.next is not None:
        parts.append(Part("offices-found-more"))
    again = Button(SearchOffices(hat.role_id), "button-search-again")
    return Screen(tuple(parts), (*_lines(hat, page), (again,), (back_to_role(hat.role_id), HOME)))


def _lines(hat: Hat, page: OfficePage) -> Rows:
    return tuple(
        (
            Button(
                OpenOffice(hat.role_id, line.office.id, 0),
                "button-office-line" if line.roles else "button-office-line-empty",
                {"office": line.office.name, "kind": shown(line.office.kind)},
            ),
        )
        for line in page.lines
    )


def offer_parts(offer: Offer) -> list[Part]:
    """What an invitation offers, as whoever is invited sees it."""
    values: dict[str, Value] = {"by": offer.by, "where": offer.where, "name": offer.name}
    if offer.role is not None:
        values["role"] = shown(offer.role)
    if offer.until is not None:
        values["until"] = offer.until
    return [
        Part(f"invitation-offer-{offer.kind.value}", values),
        Part("invitation-expires", {"at": Moment(offer.expires_at)}),
    ]


def offer_line(offer: Offer) -> Part:
    """An open invitation in the list of whoever made it."""
    return Part("invitation-line", {"name": offer.name, "what": what(offer), "at": Moment(offer.expires_at)})


def what(offer: Offer) -> Word:
    """What is offered, in a few words."""
    values: dict[str, Value] = {"where": offer.where}
    if offer.role is not None:
        values["role"] = shown(offer.role)
    return Word(f"invitation-what-{offer.kind.value}", values)


def invitation_list(hat: Hat, offers: Sequence[Offer], after: int | None) -> Screen:
    """What was offered in this role and waits to be taken."""
    parts = [Part("invitations-open" if offers else "invitations-none"), *map(offer_line, offers)]
    rows: list[tuple[Button, ...]] = [
        (Button(Withdraw(hat.role_id, 0, offer.id), "button-withdraw-of", {"name": offer.name}),) for offer in offers
    ]
    if after is not None:
        rows.append((Button(OpenInvitations(hat.role_id, after), "button-next-page"),))
    return Screen(tuple(parts), (*rows, (back_to_role(hat.role_id), HOME)))
