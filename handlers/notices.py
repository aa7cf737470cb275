"""Which screen a notice is: its text, and the button that leads exactly where the person must act."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from handlers.buttons import (
    Acknowledge,
    Home,
    JoinUnion,
    MendMonth,
    MendUnit,
    OpenAccess,
    OpenAccessRequest,
    OpenBranch,
    OpenCircular,
    OpenConflict,
    OpenCoverage,
    OpenDeskTicket,
    OpenInbox,
    OpenMonth,
    OpenMonths,
    OpenMyReport,
    OpenPassing,
    OpenReport,
    OpenReview,
    OpenSupport,
    OpenTicket,
    OpenUnit,
    OpenVerdict,
    OpenWish,
    ReadCircular,
    RenewLicence,
    TakeWish,
    Tap,
    WearHat,
)
from handlers.in_place import named, stood_in
from handlers.screen import Button, Code, File, Joined, Moment, Part, Raw, Screen, Value, Word, shown
from handlers.sources import office_named, source
from models.access import ReturnCode
from models.circulars import Handling
from models.circulars.escalating import Lag
from models.invitations import InvitationKind
from models.letters import cite, reread
from models.months import MonthField
from models.notices import NoticeKind
from models.organisations import OfficeKind, RoleKind, WishAnswer
from models.people import Messenger
from models.reviews import Ground, Outcome, RejectionCode, RemarkCode, SubjectKind
from models.support import Came, CloseCode
from models.support.papers import AskedFor, ReportResult
from models.units import RegistrationField
from models.values.jalali import JalaliMonth

_HOME: Final = (Button(Home(), "button-home"),)


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of one notice, read by name. Raises LookupError for one that was not stored."""

    facts: Mapping[str, str | int]

    def number(self, name: str, otherwise: int | None = None) -> int:
        found = self.facts[name] if otherwise is None else self.facts.get(name, otherwise)
        return int(found)

    def text(self, name: str) -> str:
        return str(self.facts[name])

    def given(self, name: str) -> bool:
        return bool(self.facts.get(name))

    @property
    def month(self) -> JalaliMonth:
        return JalaliMonth.from_index(self.number("period"))


def screen_of(kind: NoticeKind, facts: Mapping[str, str | int]) -> Screen:
    """The screen of a notice. Raises LookupError or ValueError when a fact is missing or of no known value."""
    return _SCREENS[kind](_Facts(facts))


def _screen(parts: list[Part], *buttons: Button) -> Screen:
    return Screen(tuple(parts), (*((button,) for button in buttons), _HOME))


def _button(tap: Tap, key: str, values: Mapping[str, Value] | None = None) -> Button:
    return Button(tap, key, values or {})


def _body(facts: _Facts) -> Value:
    """The deciding body: the union, or an office above it in its place."""
    kind = OfficeKind(facts.text("office-kind")) if facts.given("office-kind") else OfficeKind.UNION
    return office_named(kind, facts.text("office"))


def _place(facts: _Facts) -> list[Part]:
    """In whose place it was decided and why, when it was not the union."""
    if not facts.given("ground"):
        return []
    rests_on = reread(facts.facts)
    return [stood_in(Ground(facts.text("ground")), facts.text("union"), facts.number("days"), rests_on)]


def _note(facts: _Facts) -> list[Part]:
    return [Part("notice-note", {"note": facts.text("note")})] if facts.given("note") else []


# ---- what the union decided ----


def _decided(facts: _Facts, key: str, **values: Value) -> Part:
    return Part(key, {"office": _body(facts), "title": facts.text("title"), **values})


def _unit_approved(facts: _Facts) -> Screen:
    unit = facts.number("unit")
    parts = [_decided(facts, "notice-unit-approved"), *_place(facts)]
    return _screen(parts, _button(OpenMonths(unit, 0), "button-notice-months"))


def _unit_returned(facts: _Facts) -> Screen:
    field = RegistrationField(facts.text("field"))
    tap = MendUnit(facts.number("unit"), facts.number("revision"), field.value)
    parts = [_decided(facts, "notice-unit-returned"), *_place(facts), *_remark(facts, shown(field))]
    return _screen(parts, _button(tap, "button-notice-mend", {"field": shown(field)}))


def _unit_rejected(facts: _Facts) -> Screen:
    code = RejectionCode(facts.text("code"))
    parts = [_decided(facts, "notice-unit-rejected", reason=shown(code)), *_place(facts), *_note(facts)]
    return _screen(parts, _button(OpenUnit(facts.number("unit")), "button-notice-unit"))


def _licence_approved(facts: _Facts) -> Screen:
    expires = date.fromisoformat(facts.text("expires"))
    parts = [_decided(facts, "notice-licence-approved", expires=expires), *_place(facts)]
    return _screen(parts, _button(OpenVerdict(facts.number("unit")), "button-notice-verdict"))


def _licence_returned(facts: _Facts) -> Screen:
    field = RegistrationField(facts.text("field"))
    tap = RenewLicence(facts.number("unit"), facts.number("revision"), field.value)
    parts = [_decided(facts, "notice-licence-returned"), *_place(facts), *_remark(facts, shown(field))]
    return _screen(parts, _button(tap, "button-notice-mend", {"field": shown(field)}))


def _month_approved(facts: _Facts) -> Screen:
    unit = facts.number("unit")
    parts = [_decided(facts, "notice-month-approved", month=facts.month), *_place(facts)]
    return _screen(
        parts,
        _button(OpenVerdict(unit), "button-notice-verdict"),
        _button(OpenMonths(unit, facts.number("period")), "button-notice-all-months"),
    )


def _month_returned(facts: _Facts) -> Screen:
    field = MonthField(facts.text("field"))
    tap = MendMonth(facts.number("month"), facts.number("revision"), field.value, facts.number("product-id", 0))
    told = _decided(facts, "notice-month-returned", month=facts.month)
    parts = [told, *_place(facts), *_remark(facts, shown(field))]
    return _screen(parts, _button(tap, "button-notice-mend", {"field": shown(field)}))


def _month_rejected(facts: _Facts) -> Screen:
    code = RejectionCode(facts.text("code"))
    told = _decided(facts, "notice-month-rejected", month=facts.month, reason=shown(code))
    parts = [told, *_place(facts), *_note(facts)]
    return _screen(parts, _button(OpenMonths(facts.number("unit"), facts.number("period")), "button-notice-all-months"))


def _remark(facts: _Facts, field: Value) -> list[Part]:
    """What is to be mended: the first remark in full, the others by their number."""
    reason = shown(RemarkCode(facts.text("code")))
    if facts.given("product"):
        parts = [Part("notice-remark-product", {"field": field, "product": facts.text("product"), "reason": reason})]
    else:
        parts = [Part("notice-remark", {"field": field, "reason": reason})]
    others = facts.number("remarks", 1) - 1
    more = Part("notice-one-more-remark") if others == 1 else Part("notice-more-remarks", {"number": others})
    return [*parts, *_note(facts), *([more] if others else [])]


def _decided_in_place(facts: _Facts) -> Screen:
    """The union hears what was decided in its place."""
    values: dict[str, Value] = {"outcome": shown(Outcome(facts.text("outcome")))}
    key = "notice-decided-in-place"
    if facts.given("period"):
        key, values["month"] = f"{key}-month", facts.month
    elif facts.text("kind") == SubjectKind.LICENCE.value:
        key = f"{key}-licence"
    parts = [_decided(facts, key, **values), *_place(facts)]
    if not facts.number("role"):
        return _screen(parts)
    tap = OpenReview(facts.number("role"), facts.text("kind"), facts.number("subject"))
    return _screen(parts, _button(tap, "button-notice-see"))


def _conflict_declared(facts: _Facts) -> Screen:
    """The county hears that an owner calls an approver a rival, and why."""
    values: dict[str, Value] = {name: facts.text(name) for name in ("title", "union", "reason")}
    values["about"] = named(facts.text("about") or None)
    tap = OpenConflict(facts.number("role"), facts.number("conflict"))
    return _screen([Part("notice-conflict-declared", values)], _button(tap, "button-notice-conflict"))


def _conflict_lifted(facts: _Facts) -> Screen:
    values: dict[str, Value] = {
        "title": facts.text("title"),
        "office": office_named(OfficeKind.COUNTY, facts.text("office")),
        "about": named(facts.text("about") or None),
    }
    if not facts.number("unit"):
        return _screen([Part("notice-conflict-lifted-own", {"title": values["title"], "office": values["office"]})])
    unit = _button(OpenUnit(facts.number("unit")), "button-notice-unit")
    return _screen([Part("notice-conflict-lifted", values)], unit)


# ---- accounts and offices ----


def _invitation_accepted(facts: _Facts) -> Screen:
    values: dict[str, Value] = {"where": facts.text("where")}
    if facts.given("role"):
        values["role"] = shown(RoleKind(facts.text("role")))
    what = Word(f"invitation-what-{InvitationKind(facts.text('kind')).value}", values)
    return _screen([Part("notice-invitation-accepted", {"name": facts.text("name"), "what": what})])


def _role_revoked(facts: _Facts) -> Screen:
    values: dict[str, Value] = {"role": shown(RoleKind(facts.text("role"))), "office": facts.text("office")}
    return _screen([Part("notice-role-revoked", values)])


def _stand_in(facts: _Facts) -> Screen:
    values: dict[str, Value] = {
        "holder": facts.text("holder"),
        "role": shown(RoleKind(facts.text("role"))),
        "office": facts.text("office"),
        "until": date.fromisoformat(facts.text("until")),
    }
    return _screen(
        [Part("notice-stand-in", values)], _button(WearHat(facts.number("role-id")), "button-notice-stand-in")
    )


def _stand_in_over(facts: _Facts) -> Screen:
    values = {name: facts.text(name) for name in ("holder", "stand-in", "office")}
    return _screen([Part("notice-stand-in-over", values)])


def _missing_county(facts: _Facts) -> Screen:
    values: dict[str, Value] = {name: facts.text(name) for name in ("province", "typed")}
    return _screen([Part("notice-missing-county", values)], *_wished(facts))


def _missing_union(facts: _Facts) -> Screen:
    values: dict[str, Value] = {name: facts.text(name) for name in ("county", "typed")}
    return _screen([Part("notice-missing-union", values)], *_wished(facts))


def _wished(facts: _Facts) -> list[Button]:
    """The way to the wish; notices of before have none."""
    if not facts.given("wish"):
        return []
    return [_button(OpenWish(facts.number("role"), facts.number("wish")), "button-notice-wish")]


def _wish_met(facts: _Facts) -> Screen:
    """Whoever waited hears that it is in the list, perhaps under another name."""
    kind = OfficeKind(facts.text("kind"))
    values: dict[str, Value] = {name: facts.text(name) for name in ("typed", "above", "office")}
    key = f"notice-wish-{WishAnswer(facts.text('answer')).value}-{kind.value}"
    return _screen([Part(key, values)], _take(facts, kind))


def _wish_declined(facts: _Facts) -> Screen:
    """Whoever waited hears why it does not come, and the way on."""
    kind = OfficeKind(facts.text("kind"))
    values: dict[str, Value] = {name: facts.text(name) for name in ("typed", "above", "reason")}
    support = _button(OpenSupport("", ""), "button-support")
    return _screen([Part(f"notice-wish-declined-{kind.value}", values)], _take(facts, kind), support)


def _take(facts: _Facts, kind: OfficeKind) -> Button:
    return _button(TakeWish(facts.number("wish")), f"button-wish-take-{kind.value}")


def _join_code(facts: _Facts) -> Screen:
    values: dict[str, Value] = {"messenger": _messenger(facts), "code": Code(facts.text("code"))}
    return _screen([Part("notice-join-code", values)])


def _joined(facts: _Facts) -> Screen:
    return _screen([Part("notice-joined", {"messenger": _messenger(facts)})])


def _messenger(facts: _Facts) -> Word:
    return Word(f"messenger-{Messenger(facts.text('messenger')).value}")


# ---- the access chain ----


def _office(facts: _Facts, name: str) -> Value:
    return office_named(OfficeKind(facts.text(f"{name}-kind")), facts.text(name))


def _access_arrived(facts: _Facts) -> Screen:
    values: dict[str, Value] = {
        "office": _office(facts, "office"),
        "sender": _office(facts, "sender"),
        "number": Raw(facts.text("number")),
        "dated": date.fromisoformat(facts.text("dated")),
        "unions": facts.number("unions"),
    }
    return _screen([Part("notice-access-arrived", values)], _button(OpenAccess(facts.number("role")), "button-access"))


def _access_told(key: str) -> Callable[[_Facts], Screen]:
    """A word about one request, with the way to its card."""

    def draw(facts: _Facts) -> Screen:
        values: dict[str, Value] = {"union": facts.text("union"), "office": _office(facts, "office")}
        return _screen([Part(key, values)], _access_card(facts))

    return draw


def _access_card(facts: _Facts) -> Button:
    return _button(OpenAccessRequest(facts.number("role"), facts.number("request")), "button-notice-access")


def _access_returned(facts: _Facts) -> Screen:
    values: dict[str, Value] = {
        "union": facts.text("union"),
        "office": _office(facts, "office"),
        "sender": _office(facts, "sender"),
        "reason": shown(ReturnCode(facts.text("code"))),
    }
    parts = [Part("notice-access-returned", values)]
    if facts.given("note"):
        parts.append(Part("access-note", {"note": facts.text("note")}))
    parts.append(Part("notice-access-yours" if facts.given("mine") else "notice-access-theirs", values))
    return _screen(parts, _access_card(facts))


def _access_clock(key: str) -> Callable[[_Facts], Screen]:
    """Requests that an office holds beyond their time."""

    def draw(facts: _Facts) -> Screen:
        values: dict[str, Value] = {
            "office": _office(facts, "office"),
            "number": facts.number("number"),
            "days": facts.number("days"),
            "oldest": facts.number("oldest"),
        }
        return _screen([Part(key, values)], _button(OpenAccess(facts.number("role")), "button-access"))

    return draw


# ---- the calendar ----


def _month_reminder(facts: _Facts) -> Screen:
    """A month that is not recorded: before it ends, on its way to the deadline, and with the months missing before."""
    values: dict[str, Value] = {
        "title": facts.text("title"),
        "month": facts.month,
        "deadline": date.fromisoformat(facts.text("deadline")),
    }
    days = facts.number("days")
    if facts.given("opens"):
        parts = [Part("notice-month-ends", {**values, "opens": date.fromisoformat(facts.text("opens"))})]
    elif days > 0:
        parts = [Part("notice-month-missing", {**values, "days": days})]
    else:
        parts = [Part("notice-month-today" if days == 0 else "notice-month-late", values)]
    if facts.given("gap"):
        parts.append(Part("notice-month-gap", {"gap": facts.number("gap"), "risk": facts.number("risk")}))
    tap = OpenMonth(facts.number("unit"), facts.number("period"))
    return _screen(parts, _button(tap, "button-notice-month", {"month": facts.month}))


def _review_reminder(facts: _Facts) -> Screen:
    values: dict[str, Value] = {
        "office": facts.text("office"),
        "units": facts.number("units"),
        "months": facts.number("months"),
        "days": facts.number("days"),
        "oldest": facts.number("oldest"),
    }
    tap = OpenInbox(facts.number("role"))
    return _screen([Part("notice-reviews-wait", values), *_licences(facts)], _button(tap, "button-notice-inbox"))


def _licences(facts: _Facts) -> list[Part]:
    """How many renewed licences wait, where any do."""
    number = facts.number("licences", 0)
    return [Part("inbox-licences", {"n": number})] if number else []


def _in_place_reminder(facts: _Facts) -> Screen:
    """What came to an office because unions do not answer or cannot."""
    values: dict[str, Value] = {
        "office": _body(facts),
        "units": facts.number("units"),
        "months": facts.number("months"),
    }
    tap = OpenInbox(facts.number("role"))
    return _screen([Part("notice-in-place-waits", values), *_licences(facts)], _button(tap, "button-inbox-in-place"))


def _campaign_begun(facts: _Facts) -> Screen:
    values: dict[str, Value] = {
        "office": facts.text("office"),
        "starts": date.fromisoformat(facts.text("starts")),
        "deadline": date.fromisoformat(facts.text("deadline")),
    }
    tap = OpenCoverage(facts.number("role"), facts.number("union"))
    return _screen([Part("notice-campaign-begun", values)], _button(tap, "button-notice-invite"))


def _campaign_reminder(facts: _Facts) -> Screen:
    """The term's end draws near for somebody who has not registered."""
    values: dict[str, Value] = {
        "office": facts.text("office"),
        "deadline": date.fromisoformat(facts.text("deadline")),
    }
    days = facts.number("days")
    part = Part("notice-campaign-days", {**values, "days": days}) if days else Part("notice-campaign-today", values)
    tap = JoinUnion(facts.number("union"), 0)
    return _screen([part, Part("notice-campaign-late-too")], _button(tap, "button-notice-register"))


# ---- circulars ----


def _circular(facts: _Facts) -> Screen:
    """One message of a circular; the last of them, be it the attachment, has the button that acknowledges it.

    ``lost``: a word in place of an attachment that the messenger does not take.
    """
    page, pages = facts.number("page"), facts.number("pages")
    number = Raw(facts.text("number"))
    read = _button(Acknowledge(facts.number("circular")), "button-acknowledge")
    if page > pages:
        lost = facts.given("lost")
        said = Part("notice-circular-file-lost" if lost else "notice-circular-file", {"number": number})
        shown = _screen([said, Part("notice-circular-read")], read)
        file = File(facts.text("name"), facts.text("attachment"), picture=bool(facts.number("picture")))
        return shown if lost else replace(shown, file=file)
    if page == 1:
        values: dict[str, Value] = {
            "number": number,
            "date": date.fromisoformat(facts.text("issued")),
            "office": office_named(OfficeKind(facts.text("office-kind")), facts.text("office")),
            "subject": facts.text("subject"),
        }
        parts = [Part("notice-circular-urgent" if facts.given("urgent") else "notice-circular", values)]
        if facts.given("corrects"):
            parts.append(Part("notice-circular-corrects", {"number": Raw(facts.text("corrects"))}))
    else:
        parts = [Part("notice-circular-more", {"number": number, "page": page, "pages": pages})]
    parts.extend(Part("notice-circular-text", {"text": text}) for text in facts.text("text").split("\n") if text)
    if page < pages:
        return Screen((*parts, Part("notice-circular-goes-on", {"page": page, "pages": pages})))
    if facts.given("attached"):
        return Screen((*parts, Part("notice-circular-file-comes")))
    return _screen([*parts, Part("notice-circular-read")], read)


def _of_circular(facts: _Facts, key: str, **values: Value) -> Part:
    return Part(key, {"number": Raw(facts.text("number")), "subject": facts.text("subject"), **values})


def _circular_reminder(facts: _Facts) -> Screen:
    key = "notice-circular-reminder-urgent" if facts.given("urgent") else "notice-circular-reminder"
    circular = facts.number("circular")
    return _screen(
        [_of_circular(facts, key, issuer=facts.text("issuer"))],
        _button(Acknowledge(circular), "button-acknowledge"),
        _button(ReadCircular(circular, 1), "button-notice-read"),
    )


def _circular_waits(facts: _Facts) -> Screen:
    """An office for which others wait; it leads to the list from which it is passed on."""
    values: dict[str, Value] = {"issuer": facts.text("issuer"), "office": _office(facts, "office")}
    part = _of_circular(facts, "notice-circular-waits", n=facts.number("held"), **values)
    return _screen([part], _button(OpenPassing(facts.number("role")), "button-passing"))


def _branch(facts: _Facts) -> Button:
    tap = OpenBranch(facts.number("role"), facts.number("circular"), facts.number("branch"))
    return _button(tap, "button-notice-branch")


def _circular_in_place(facts: _Facts) -> Screen:
    """An office hears that one above it passed a circular on in its place."""
    values: dict[str, Value] = {"by": _office(facts, "by"), "place": _office(facts, "place")}
    part = _of_circular(facts, "notice-circular-in-place", n=facts.number("below"), **values)
    return _screen([part], _button(ReadCircular(facts.number("circular"), 1), "button-notice-read"), _branch(facts))


def _lag(facts: _Facts, name: str) -> Value:
    """An office that leaves a circular lying: its name, with the province where there are several of it, and why."""
    if not facts.given(f"{name}-lag"):
        return facts.text(name)
    office = office_named(OfficeKind(facts.text(f"{name}-kind")), facts.text(name))
    if facts.given(f"{name}-province"):
        office = Word("circular-lag-place", {"office": office, "province": facts.text(f"{name}-province")})
    return Word(f"circular-lag-{Lag(facts.text(f'{name}-lag')).value}", {"office": office})


def _circular_late(facts: _Facts) -> Screen:
    """Offices that stay silent, the first few by name."""
    named = tuple(_lag(facts, f"late-{place}") for place in (1, 2, 3) if facts.given(f"late-{place}"))
    number = facts.number("number-late")
    names: Value = Joined(named)
    if number > len(named):
        names = Word("notice-circular-late-more", {"names": names, "n": number - len(named)})
    part = _of_circular(facts, "notice-circular-late", n=number, hours=facts.number("hours"), names=names)
    return _screen([part], _branch(facts))


def _circular_late_units(facts: _Facts) -> Screen:
    part = _of_circular(facts, "notice-circular-late-units", n=facts.number("units"), hours=facts.number("hours"))
    return _screen([part], _branch(facts))


def _circular_stopped(facts: _Facts) -> Screen:
    values: dict[str, Value] = {
        "number": Raw(facts.text("number")),
        "tried": facts.number("tried"),
        "faults": facts.number("faults"),
        "most": facts.number("most"),
    }
    name = "notice-circular-stopped" if facts.number("trial", 1) else "notice-circular-stopped-midway"
    return _screen([Part(name, values)], _circular_card(facts))


def _circular_card(facts: _Facts) -> Button:
    return _button(OpenCircular(facts.number("circular")), "button-notice-circular")


def _circular_handled(facts: _Facts) -> Screen:
    values: dict[str, Value] = {
        "number": Raw(facts.text("number")),
        "subject": facts.text("subject"),
        "by": facts.text("by"),
        "office": office_named(OfficeKind(facts.text("office-kind")), facts.text("office")),
    }
    what = Handling(facts.text("what"))
    if what is Handling.RESCHEDULED:
        values["at"] = Moment(datetime.fromisoformat(facts.text("starts")))
    return _screen([Part(f"notice-circular-{what.value}", values)], _circular_card(facts))


def _circular_recounted(facts: _Facts) -> Screen:
    values: dict[str, Value] = {"number": Raw(facts.text("number")), "subject": facts.text("subject")}
    counts = {"counted": facts.number("counted"), "planned": facts.number("planned")}
    return _screen([Part("notice-circular-recounted", {**values, **counts})], _circular_card(facts))


def _circular_asked(facts: _Facts) -> Screen:
    values: dict[str, Value] = {name: facts.text(name) for name in ("subject", "author")}
    values["office"] = office_named(OfficeKind(facts.text("office-kind")), facts.text("office"))
    part = Part("notice-circular-asked", {"number": Raw(facts.text("number")), **values})
    return _screen([part], _circular_card(facts))


def _circular_released(facts: _Facts) -> Screen:
    values: dict[str, Value] = {"number": Raw(facts.text("number")), "counted": facts.number("counted")}
    if not facts.given("starts"):
        return _screen([Part("notice-circular-released", values)], _circular_card(facts))
    starts = Moment(datetime.fromisoformat(facts.text("starts")))
    return _screen([Part("notice-circular-scheduled", {**values, "at": starts})], _circular_card(facts))


def _circular_ended(facts: _Facts) -> Screen:
    values: dict[str, Value] = {
        name: facts.number(name) for name in ("planned", "sent", "parked", "refused", "uncertain", "withdrawn")
    }
    found = facts.number("found", facts.number("planned"))
    if found != facts.number("planned"):
        values["found"] = found
    key = "notice-circular-ended-unbalanced" if "found" in values else "notice-circular-ended"
    return _screen([Part(key, {"number": Raw(facts.text("number")), **values})], _circular_card(facts))


def _token_unknown(facts: _Facts) -> Screen:
    """Whoever operates Behinyar hears that nothing can be sent on a messenger."""
    return _screen([Part("notice-token-unknown", {"messenger": _messenger(facts)})])


def _circular_unbalanced(facts: _Facts) -> Screen:
    """Whoever operates Behinyar hears that a circular's figures do not make up its plan."""
    values: dict[str, Value] = {"number": Raw(facts.text("number"))}
    values |= {name: facts.number(name) for name in ("planned", "found")}
    return _screen([Part("notice-circular-unbalanced", values)], _circular_card(facts))


# ---- trouble ----


def _ticket_came(facts: _Facts) -> Screen:
    """What a desk hears: a ticket is new, comes again, or was sent on."""
    came = Came(facts.text("why"))
    values: dict[str, Value] = {"province": facts.text("province"), "code": Code(facts.text("receipt"))}
    tap = OpenDeskTicket(facts.number("role"), facts.number("ticket"), 0)
    return _screen([Part(f"notice-ticket-{came.value}", values)], _button(tap, "button-ticket"))


def _ticket(facts: _Facts, key: str, **values: Value) -> Screen:
    part = Part(key, {"code": Code(facts.text("receipt")), **values})
    return _screen([part], _button(OpenTicket(facts.number("ticket"), 0), "button-ticket"))


def _ticket_answered(facts: _Facts) -> Screen:
    return _ticket(facts, "notice-ticket-answered", office=facts.text("office"))


def _ticket_sent_on(facts: _Facts) -> Screen:
    return _ticket(facts, "notice-ticket-sent-on-late" if facts.given("overdue") else "notice-ticket-sent-on")


def _papers_reported(facts: _Facts) -> Screen:
    what = AskedFor(facts.text("for"))
    said = what.clause
    values: dict[str, Value] = {
        "province": facts.text("province"),
        "what": shown(what),
        "clause": Word(f"papers-clause-{said.part.value}", {"source": source(cite(said))}),
        "code": Code(facts.text("receipt")),
    }
    tap = OpenReport(facts.number("role"), facts.number("report"))
    return _screen([Part("notice-papers-reported", values)], _button(tap, "button-report"))


def _report_seen(facts: _Facts) -> Screen:
    part = Part("notice-report-seen", {"code": Code(facts.text("receipt"))})
    return _screen([part], _button(OpenMyReport(facts.number("report")), "button-report"))


def _report_settled(facts: _Facts) -> Screen:
    result = shown(ReportResult(facts.text("result")))
    part = Part("notice-report-settled", {"code": Code(facts.text("receipt")), "result": result})
    return _screen([part], _button(OpenMyReport(facts.number("report")), "button-report"))


def _ticket_closed(facts: _Facts) -> Screen:
    reason = shown(CloseCode(facts.text("code")))
    return _ticket(facts, "notice-ticket-closed", office=facts.text("office"), reason=reason)


_SCREENS: Final[Mapping[NoticeKind, Callable[[_Facts], Screen]]] = {
    NoticeKind.ACCESS_ARRIVED: _access_arrived,
    NoticeKind.ACCESS_MOVED: _access_told("notice-access-moved"),
    NoticeKind.ACCESS_RETURNED: _access_returned,
    NoticeKind.ACCESS_ACTIVE: _access_told("notice-access-active"),
    NoticeKind.ACCESS_TROUBLE: _access_told("notice-access-trouble"),
    NoticeKind.ACCESS_REMINDER: _access_clock("notice-access-reminder"),
    NoticeKind.ACCESS_OVERDUE: _access_clock("notice-access-overdue"),
    NoticeKind.UNIT_APPROVED: _unit_approved,
    NoticeKind.UNIT_RETURNED: _unit_returned,
    NoticeKind.UNIT_REJECTED: _unit_rejected,
    NoticeKind.LICENCE_APPROVED: _licence_approved,
    NoticeKind.LICENCE_RETURNED: _licence_returned,
    NoticeKind.MONTH_APPROVED: _month_approved,
    NoticeKind.MONTH_RETURNED: _month_returned,
    NoticeKind.MONTH_REJECTED: _month_rejected,
    NoticeKind.DECIDED_IN_PLACE: _decided_in_place,
    NoticeKind.CONFLICT_DECLARED: _conflict_declared,
    NoticeKind.CONFLICT_LIFTED: _conflict_lifted,
    NoticeKind.MISSING_COUNTY: _missing_county,
    NoticeKind.MISSING_UNION: _missing_union,
    NoticeKind.WISH_MET: _wish_met,
    NoticeKind.WISH_DECLINED: _wish_declined,
    NoticeKind.JOIN_CODE: _join_code,
    NoticeKind.JOINED: _joined,
    NoticeKind.INVITATION_ACCEPTED: _invitation_accepted,
    NoticeKind.ROLE_REVOKED: _role_revoked,
    NoticeKind.STAND_IN: _stand_in,
    NoticeKind.STAND_IN_OVER: _stand_in_over,
    NoticeKind.MONTH_REMINDER: _month_reminder,
    NoticeKind.REVIEW_REMINDER: _review_reminder,
    NoticeKind.IN_PLACE_REMINDER: _in_place_reminder,
    NoticeKind.CAMPAIGN_BEGUN: _campaign_begun,
    NoticeKind.CAMPAIGN_REMINDER: _campaign_reminder,
    NoticeKind.CIRCULAR: _circular,
    NoticeKind.CIRCULAR_ASKED: _circular_asked,
    NoticeKind.CIRCULAR_RELEASED: _circular_released,
    NoticeKind.CIRCULAR_REMINDER: _circular_reminder,
    NoticeKind.CIRCULAR_WAITS: _circular_waits,
    NoticeKind.CIRCULAR_IN_PLACE: _circular_in_place,
    NoticeKind.CIRCULAR_LATE: _circular_late,
    NoticeKind.CIRCULAR_LATE_UNITS: _circular_late_units,
    NoticeKind.CIRCULAR_STOPPED: _circular_stopped,
    NoticeKind.CIRCULAR_HANDLED: _circular_handled,
    NoticeKind.CIRCULAR_RECOUNTED: _circular_recounted,
    NoticeKind.CIRCULAR_ENDED: _circular_ended,
    NoticeKind.CIRCULAR_UNBALANCED: _circular_unbalanced,
    NoticeKind.TOKEN_UNKNOWN: _token_unknown,
    NoticeKind.TICKET_CAME: _ticket_came,
    NoticeKind.TICKET_ANSWERED: _ticket_answered,
    NoticeKind.TICKET_SENT_ON: _ticket_sent_on,
    NoticeKind.TICKET_CLOSED: _ticket_closed,
    NoticeKind.PAPERS_REPORTED: _papers_reported,
    NoticeKind.REPORT_SEEN: _report_seen,
    NoticeKind.REPORT_SETTLED: _report_settled,
}
