"""Home: the first hello, the proof of the phone number, the menu by role, and the way back from everywhere."""

from collections.abc import Sequence
from dataclasses import replace

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers.act import Act, Awaiting, Tapped
from handlers.buttons import (
    ClaimNumber,
    Go,
    Home,
    MendUnit,
    OpenInbox,
    OpenLookUp,
    OpenMonth,
    OpenMonths,
    OpenUnit,
    OpenVerdict,
    Register,
    Resume,
    WearHat,
)
from handlers.filling import begun, came
from handlers.screen import (
    Ask,
    Button,
    Code,
    Joined,
    Part,
    Rows,
    Screen,
    Value,
    Word,
    paired,
    problem_part,
    screen,
    shown,
)
from handlers.sources import source
from models import people
from models.claims import claim_number
from models.drafts import OpenDraft, draft, drafts_of, drop_draft
from models.letters import NO_LICENCE_COPIES, cite
from models.months import DueMonth, MonthMark, due
from models.organisations import Hat, RoleKind, hats
from models.people import Focus, Language, Proof
from models.reviews import RemarkView, Subject, SubjectKind, remarks_for
from models.units import RegistrationField, UnitCard, UnitState, my_units
from models.values.ids import Phone, looks_like_password
from models.values.jalali import JalaliMonth
from models.values.meaning import greets
from models.values.problem import Problem
from models.values.text import latin_digits, normalise

HOME = Button(Home(), "button-home")
_HELP = Button(Go("help"), "button-help")
_USES = Button(Go("uses"), "button-uses")
_LANGUAGE = Button(Go("language"), "button-language")
_MOST_SHOWN = 8
_MOST_MENDED = 3
_PAPERS = {"photo", "document"}
_LEAST_OF_A_PHONE = 7
_RESUMED = {"registration", "month"}
"""The forms that are taken up again from home; a union's answer is taken up again from its card."""


class _Said(Filter):
    """A command, by its first word."""

    def __init__(self, *commands: str) -> None:
        self.commands = {f"/{command}" for command in commands}

    async def __call__(self, message: Message) -> bool:
        first = (message.text or "").split(maxsplit=1)
        return bool(first) and first[0].partition("@")[0].lower() in self.commands


async def home(act: Act, note: Part | Problem | None = None) -> Screen:
    """The main menu of whoever this is; what was being typed is no longer awaited, drafts stay."""
    await act.focus(Focus.NOTHING)
    if act.visit.person_id is None:
        return welcome() if note is None else _unproven(problem_part(note) if isinstance(note, Problem) else note)
    worn = await act.db(hats, act.person_id)
    units = await act.db(my_units, act.person_id)
    drafts = _kept(await act.db(drafts_of, act.person_id))
    chosen = next((hat for hat in worn if hat.role_id == act.visit.role_id), None)
    if chosen is not None:
        return _office(chosen, many=len(worn) > 1 or bool(units) or bool(drafts)).with_note(note)
    if worn and not units and not drafts:
        return (_office(worn[0], many=False) if len(worn) == 1 else _choose(worn, units, drafts)).with_note(note)
    if len(units) == 1 and not worn:
        return (await _unit_page(act, units[0], drafts)).with_note(note)
    return _choose(worn, units, drafts).with_note(note)


async def _out_of_a_form(act: Act) -> Screen:
    """Home. Answers of the form that was open are kept, and that is said; one that was only looked at is forgotten."""
    if act.visit.focus is not Focus.FORM or act.visit.draft_id is None:
        return await home(act)
    left = await act.db(draft, act.person_id, act.visit.draft_id)
    if left is not None and begun(left):
        return await home(act, Part("form-kept"))
    await act.focus(Focus.NOTHING)
    if left is not None:
        await act.db(drop_draft, act.person_id, left.id)
    return await home(act)


def welcome() -> Screen:
    """Before the proof: who we are, and the one thing needed."""
    return Screen((Part("welcome"),), ((_HELP, _LANGUAGE),), ask=Ask.CONTACT)


def _unproven(*parts: Part) -> Screen:
    """Before the proof, after the welcome: what was wrong, and where the button is."""
    return Screen((*parts, Part("contact-button")), ((_HELP, _LANGUAGE),), ask=Ask.CONTACT)


def _first(message: Message) -> Screen:
    """What somebody sends before the number is proven."""
    if message.text is None:
        return _unproven(Part("contact-not-that", {"came": Word(f"came-{came(message)}")}))
    typed = normalise(message.text)
    if greets("".join(one for one in typed if one.isalpha() or one.isspace())):
        return welcome()
    number = latin_digits("".join(one for one in typed if one not in " -+()"))
    if number.isdecimal() and len(number) >= _LEAST_OF_A_PHONE:
        return _unproven(Part("contact-typed"))
    return _unproven(Part("welcome", brief=True), Part("contact-first"))


def _resume(drafts: Sequence[OpenDraft], units: Sequence[UnitCard] = ()) -> list[Button]:
    """Ways back into half-filled forms; of somebody with these several units, each names its own."""
    titles = {unit.id: unit.title for unit in units} if len(units) > 1 else {}
    return [_resumes(one, titles.get(_unit_of(one))) for one in drafts][:3]


def _resumes(kept: OpenDraft, title: str | None = None) -> Button:
    kind, *rest = kept.subject.split(":")
    key = {"unit": "button-resume-mending", "month": "button-resume-month"}.get(kind, "button-resume-registration")
    values: dict[str, Value] = {"month": JalaliMonth.from_index(int(rest[-1]))} if kind == "month" else {}
    if title is not None:
        key, values["unit"] = f"{key}-of", title
    return Button(Resume(kept.id), key, values)


def _unit_of(draft: OpenDraft) -> int:
    """The unit that a draft is about; 0 for a new registration."""
    _, *rest = draft.subject.split(":")
    return int(rest[0]) if rest else 0


def _kept(drafts: Sequence[OpenDraft]) -> list[OpenDraft]:
    """What can be gone on with from home."""
    return [one for one in drafts if one.form in _RESUMED and begun(one)]


def _registering(drafts: Sequence[OpenDraft]) -> bool:
    """Whether a new registration is half filled in."""
    return any(one.form == "registration" and not one.subject for one in drafts)


def _below(*first: Button) -> Rows:
    return (*((button,) for button in first), (_USES, _HELP), (_LANGUAGE,))


def _choose(worn: Sequence[Hat], units: Sequence[UnitCard], drafts: Sequence[OpenDraft]) -> Screen:
    """Somebody with several hats or units, or with none yet."""
    if not worn and not units:
        if _registering(drafts):
            return Screen((Part("home-begun"),), _below(*_resume(drafts)))
        return Screen((Part("home-nobody"),), _below(*_resume(drafts), Button(Register(), "button-register")))
    another = Button(Register(), "button-register-another" if units else "button-register")
    rows = [
        *((Button(WearHat(hat.role_id), label=hat.office_name),) for hat in worn[:_MOST_SHOWN]),
        *((Button(OpenUnit(unit.id), label=unit.title),) for unit in units[:_MOST_SHOWN]),
        *((button,) for button in _resume(drafts, units)),
        *(() if _registering(drafts) else ((another,),)),
        (_USES, _HELP),
        (_LANGUAGE,),
    ]
    return screen("home-choose", rows=rows)


def _office(hat: Hat, *, many: bool) -> Screen:
    """The menu of a role."""
    first: list[Button] = []
    if hat.kind is RoleKind.UNION_APPROVER:
        first.append(Button(OpenInbox(hat.role_id), "button-inbox"))
    if hat.kind is RoleKind.ORDER_EXPERT:
        first.append(Button(OpenLookUp(hat.role_id), "button-look-up"))
    if many:
        first.append(Button(WearHat(0), "button-other-hat"))
    values: dict[str, Value] = {"office": hat.office_name, "role": Word(f"role-{hat.kind.value}")}
    return Screen((Part("home-office", values),), _below(*first))


def _receipt(unit: UnitCard) -> dict[str, Value]:
    """The receipt while it is waited for; afterwards nobody needs to copy it."""
    return {"receipt": Code(unit.receipt)} if unit.state is UnitState.SUBMITTED else {}


async def unit_page(act: Act, unit: UnitCard, drafts: Sequence[OpenDraft] = ()) -> Screen:
    """A unit's own page: where its registration stands, what is to be mended, and the month that is due.

    Somebody with other roles or units gets a way to them.
    """
    worn, units = await act.db(hats, act.person_id), await act.db(my_units, act.person_id)
    drafts = _kept(drafts)
    if not worn and len(units) < 2:
        return await _unit_page(act, unit, drafts)
    return await _unit_page(act, unit, drafts, Button(WearHat(0), "button-other-hat" if worn else "button-other-unit"))


async def _unit_page(act: Act, unit: UnitCard, drafts: Sequence[OpenDraft], other: Button | None = None) -> Screen:
    """The page; ``other`` leads to the person's other roles and units."""
    own = {one.subject: one for one in drafts if _unit_of(one) in (0, unit.id)}
    parts = [
        Part("home-unit", {"unit": unit.title}),
        Part(f"home-unit-{unit.state.value}", _receipt(unit)),
    ]
    first: list[Button] = []
    if unit.state is UnitState.CONFIRMED:
        told = await act.db(due, act.person_id, unit.id)
        if not isinstance(told, Problem):
            parts += _due(told, act)
            first += _due_buttons(told, unit.id, own)
    elif unit.state is UnitState.RETURNED:
        remarks = await act.db(remarks_for, act.person_id, Subject(SubjectKind.UNIT, unit.id))
        remarks = () if isinstance(remarks, Problem) else remarks
        parts += _remarked(remarks)
        mend = Button(MendUnit(unit.id, unit.revision, remarks[0].field if remarks else ""), "button-mend-unit")
        half = own.pop(f"unit:{unit.id}", None)
        first.append(mend if half is None else _resumes(half))
    first += _resume(tuple(own.values()))
    second: list[Button] = []
    if unit.state is not UnitState.RETURNED:
        second = [Button(OpenMonths(unit.id, 0), "button-months"), Button(OpenVerdict(unit.id), "button-verdict")]
    last = () if _registering(drafts) else (Button(Register(), "button-register-another"),)
    rows: Rows = (
        *((button,) for button in first),
        *paired(second),
        (_USES, _HELP),
        (*last, _LANGUAGE),
        *(() if other is None else ((other, HOME),)),
    )
    return Screen(tuple(parts), rows)


def _remarked(remarks: Sequence[RemarkView]) -> list[Part]:
    """What the union wants mended: the first remark in full, the others by their number."""
    if not remarks:
        return []
    first, others = remarks[0], len(remarks) - 1
    values: dict[str, Value] = {"field": shown(RegistrationField(first.field)), "reason": shown(first.code)}
    if first.product is None:
        parts = [Part("notice-remark", values)]
    else:
        parts = [Part("notice-remark-product", {**values, "product": first.product})]
    if first.note is not None:
        parts.append(Part("notice-note", {"note": first.note}))
    if others:
        parts.append(Part("notice-more-remarks", {"number": others}) if others > 1 else Part("notice-one-more-remark"))
    return parts


def _due(told: DueMonth, act: Act) -> list[Part]:
    """What the months ask for: the returned ones, the last finished one, and how many more are not recorded."""
    month = told.cell.month
    parts: list[Part] = []
    if told.returned:
        parts.append(Part("home-months-returned", {"months": Joined(told.returned)}))
    if told.cell.mark is MonthMark.MISSING:
        left = (told.deadline.ends - act.now).days
        values: dict[str, Value] = {"month": month, "due": told.deadline.day}
        if left >= 0:
            parts.append(Part("home-month-missing", {**values, "days": left}))
        else:
            parts.append(Part("home-month-late", values))
    elif told.cell.mark is not MonthMark.RETURNED:
        parts.append(Part("home-month-there", {"month": month, "state": shown(told.cell.mark)}))
    if told.missing:
        parts.append(Part("home-months-missing", {"number": told.missing}))
    return parts


def _due_buttons(told: DueMonth, unit_id: int, own: dict[str, OpenDraft]) -> list[Button]:
    """The returned months, then the one that is due; where its form is begun, the way back into that instead."""
    wanted = [(month, "button-mend-month") for month in told.returned[:_MOST_MENDED]]
    if told.cell.mark is MonthMark.MISSING:
        wanted.append((told.cell.month, "button-record-month"))
    buttons: list[Button] = []
    for month, key in wanted:
        half = own.pop(f"month:{unit_id}:{month.index}", None)
        name = {"month": Word(f"month-{month.month}")}
        buttons.append(Button(OpenMonth(unit_id, month.index), key, name) if half is None else _resumes(half))
    return buttons


def _language() -> Screen:
    return screen(
        "language",
        rows=(
            (Button(Go("fa"), "button-fa"), Button(Go("en"), "button-en")),
            (HOME,),
        ),
    )


async def _place(act: Act, place: str) -> Screen:
    match place:
        case "help":
            return screen("help", rows=((_USES,), (HOME,)))
        case "uses":
            return screen("uses", rows=((HOME,),))
        case "fa" | "en":
            act.visit.language = Language(place)
            await act.db(people.set_language, act.key, act.visit.language)
            return await home(act)
        case "language":
            return _language()
    return await home(act, Part("stale-button"))


async def _contact(message: Message, act: Act) -> Screen:  # noqa: PLR0911 (one answer a kind of card)
    contact = message.contact
    assert contact is not None
    forwarded = message.forward_origin is not None
    own = contact.user_id == act.key.account_id and contact.user_id is not None
    if forwarded or (contact.user_id is not None and not own) or (contact.user_id is None and act.vouches_for_contacts):
        return (
            (await home(act, Part("contact-foreign")))
            if act.visit.person_id is None
            else await again(act, Part("contact-foreign"))
        )
    phone = Phone.parse(contact.phone_number)
    if isinstance(phone, Problem):
        return (await home(act)).with_note(Part("contact-not-iranian"))
    if act.visit.person_id is not None:
        return await home(act, Part("contact-known"))
    proof = await act.db(people.prove_phone, act.key, phone, vouched=own)
    if proof is Proof.TOO_MANY_CODES:
        return await home(act, Part("contact-too-many-codes"))
    if proof in {Proof.CODE_NEEDED, Proof.CODE_OR_CLAIM, Proof.INVITED}:
        act.visit.focus = Focus.JOIN_CODE
        return _ask_code(proof)
    if proof is Proof.INVITATION_NEEDED:
        return await home(act, Part("contact-invitation-needed"))
    act.visit.person_id = await act.db(people.person_by_phone, phone)
    return await home(act, Part(f"contact-{proof.value}"))


def _ask_code(proof: Proof = Proof.CODE_NEEDED) -> Screen:
    claim = ((Button(ClaimNumber(), "button-claim"),),) if proof is Proof.CODE_OR_CLAIM else ()
    return screen("invitation-ask" if proof is Proof.INVITED else "join-code-ask", rows=(*claim, (HOME,)))


async def _claim(act: Act) -> Screen:
    """The account that holds the number is somebody else's."""
    claimed = await act.db(claim_number, act.key)
    await act.focus(Focus.NOTHING)
    if isinstance(claimed, Problem):
        return await home(act, claimed)
    act.visit.person_id = claimed
    return await home(act, Part("contact-claimed"))


async def _code(message: Message, act: Act) -> Screen:
    typed = "".join(character for character in latin_digits(normalise(message.text or "")) if character.isdecimal())
    outcome = await act.db(people.confirm_join, act.key, typed)
    if isinstance(outcome, Problem):
        if outcome.code is people.PersonProblem.JOIN_CODE_WRONG:
            return _ask_code().with_note(outcome)
        await act.focus(Focus.NOTHING)
        return await home(act, outcome)
    act.visit.person_id, act.visit.focus = outcome, Focus.NOTHING
    return await home(act, Part("contact-joined"))


async def again(act: Act, note: Part) -> Screen:
    """Home under a note: what came fits nothing that was asked."""
    return await home(act, note)


async def _stray(message: Message, act: Act) -> Part:
    """That nothing had been asked; of papers that come to an expert, why nobody may want them."""
    if message.text is not None:
        return Part("stray")
    kind = came(message)
    if kind in _PAPERS:
        worn = await act.db(hats, act.person_id)
        if any(one.kind is RoleKind.ORDER_EXPERT and act.visit.role_id in (None, one.role_id) for one in worn):
            return Part("look-up-papers", {"source": source(cite(NO_LICENCE_COPIES))})
    return Part("stray-thing", {"came": Word(f"came-{kind}")})


def first_router() -> Router:
    """What goes before everything else: commands, the way home, named places."""
    routes = Router(name="home")

    @routes.message(_Said("start", "menu", "cancel"))
    async def start(_: Message, act: Act) -> Screen:
        return await _out_of_a_form(act)

    @routes.message(_Said("help"))
    async def help_(_: Message, act: Act) -> Screen:
        return await _place(act, "help")

    @routes.callback_query(Tapped(Home, anybody=True))
    async def go_home(_: CallbackQuery, act: Act) -> Screen:
        return await _out_of_a_form(act)

    @routes.callback_query(Tapped(Go, anybody=True))
    async def go(_: CallbackQuery, act: Act, tap: Go) -> Screen:
        return await _place(act, tap.place)

    @routes.callback_query(Tapped(ClaimNumber, anybody=True))
    async def claim(_: CallbackQuery, act: Act) -> Screen:
        return await _claim(act)

    @routes.callback_query(Tapped(WearHat))
    async def wear(_: CallbackQuery, act: Act, tap: WearHat) -> Screen:
        worn = await act.db(hats, act.person_id)
        role = next((hat.role_id for hat in worn if hat.role_id == tap.role), None)
        act.visit.role_id = role
        await act.db(people.set_role, act.key, role)
        if role is None:
            units = await act.db(my_units, act.person_id)
            return _choose(worn, units, _kept(await act.db(drafts_of, act.person_id)))
        return await home(act)

    @routes.callback_query(Tapped(OpenUnit))
    async def open_unit(_: CallbackQuery, act: Act, tap: OpenUnit) -> Screen:
        units = await act.db(my_units, act.person_id)
        unit = next((one for one in units if one.id == tap.unit), None)
        if unit is None:
            return await home(act, Part("stale-button"))
        return await unit_page(act, unit, await act.db(drafts_of, act.person_id))

    @routes.message(Awaiting(Focus.JOIN_CODE))
    async def code(message: Message, act: Act) -> Screen:
        return await _contact(message, act) if message.contact else await _code(message, act)

    return routes


def last_router() -> Router:
    """What nobody else answered: a contact, a stray text, an old button, an edited message."""
    routes = Router(name="last")

    @routes.callback_query()
    async def stale(_: CallbackQuery, act: Act) -> Screen:
        return await home(act, Part("stale-button") if act.visit.person_id is not None else None)

    @routes.edited_message()
    async def edited(_: Message, act: Act) -> Screen:
        return await home(act, Part("edited-message"))

    @routes.message()
    async def stray(message: Message, act: Act) -> Screen:
        if message.contact is not None:
            return await _contact(message, act)
        if message.text and looks_like_password(message.text):
            return replace(await again(act, Part("password-refused")), forget=True)
        if act.visit.person_id is None:
            return _first(message)
        return await again(act, await _stray(message, act))

    return routes
