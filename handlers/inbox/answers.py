"""The two long answers of a union: return for correction with remarks, and reject for good. Both are forms."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from handlers.act import Act
from handlers.buttons import OpenReview
from handlers.filling import Conversation
from handlers.form import Body, Form, Kind, Option, Step
from handlers.home import HOME, home, say_in_place
from handlers.inbox.cards import named, to_inbox
from handlers.inbox.looking import Seen, card
from handlers.inbox.remarks import rejection_parts, remark_part
from handlers.inbox.taps import HandInAnswer, NextOne
from handlers.screen import Button, Part, Screen, Value, Word, problem_part
from models.drafts import OpenDraft, drop_draft
from models.months import MonthField
from models.organisations import Hat, hat
from models.people import Focus
from models.reviews import (
    LICENCE_FIELDS,
    MOST_NOTE,
    Decision,
    LicenceReviewCard,
    RejectionCode,
    Remark,
    RemarkCode,
    ReviewProblem,
    Subject,
    SubjectKind,
    UnitReviewCard,
    of_a_product,
    reject,
    rejection_codes,
    remark_codes,
    send_back,
)
from models.units import PersonKind, RegistrationField
from models.values.jalali import JalaliMonth
from models.values.problem import Problem
from models.values.text import free_text

MOST_REMARKS: Final = 5
_NEVER_ASKED: Final = {RegistrationField.TRADE_CLASS}
_OF_COMPANIES: Final = {RegistrationField.COMPANY_NAME, RegistrationField.LEGAL_ID}
_OF_PERSONS: Final = {RegistrationField.NATIONAL_ID}
_MENDABLE: Final = {
    ReviewProblem.REMARK_MISSING,
    ReviewProblem.REMARK_DOES_NOT_FIT,
    ReviewProblem.REJECTION_DOES_NOT_FIT,
    ReviewProblem.NOTE_MISSING,
}
"""Refusals that are mended in the form; after all others there is nothing left to decide."""


def facts(worn: Hat, seen: Seen) -> dict[str, Any]:
    """What both forms are opened with."""
    if isinstance(seen, UnitReviewCard):
        return {
            "role": worn.role_id,
            "kind": SubjectKind.UNIT.value,
            "subject": seen.card.id,
            "revision": seen.card.revision,
            "title": seen.card.title,
            "legal": seen.registration.person_kind is PersonKind.LEGAL,
        }
    if isinstance(seen, LicenceReviewCard):
        return {
            "role": worn.role_id,
            "kind": SubjectKind.LICENCE.value,
            "subject": seen.card.id,
            "revision": seen.card.revision,
            "title": seen.card.title,
        }
    return {
        "role": worn.role_id,
        "kind": SubjectKind.MONTH.value,
        "subject": seen.sheet.month_id,
        "revision": seen.sheet.revision,
        "title": seen.sheet.title,
        "period": seen.sheet.month.index,
        "products": [[line.line.product_id, line.line.name] for line in seen.lines],
        "zero": seen.sheet.zero,
    }


def _subject(body: Body) -> Subject:
    return Subject(SubjectKind(body.facts["kind"]), body.facts["subject"])


def _what(body: Body) -> Value:
    period = body.facts.get("period")
    licence = _subject(body).kind is SubjectKind.LICENCE
    return named(body.facts["title"], None if period is None else JalaliMonth.from_index(period), licence=licence)


def _heading(key: str) -> Callable[[Body], tuple[Part, ...]]:
    return lambda body: (Part(key, {"what": _what(body)}),)


def _above(key: str) -> Callable[[Body, str], tuple[Part, ...]]:
    return lambda body, _: (Part(key, {"what": _what(body)}),)


def _hand_in(body: Body, draft: int, revision: int) -> HandInAnswer:
    return HandInAnswer(draft, revision, body.facts["role"], body.facts["kind"], body.facts["subject"])


def _read_note(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_NOTE, lines=True)


def _note(name: str, label: str, number: int, *, wanted: bool) -> Step:
    return Step(
        name,
        "return-note-wanted" if wanted else "return-note",
        label,
        read=_read_note,
        optional=not wanted,
        values={"most": MOST_NOTE, "n": number},
        skip="button-no-note",
    )


def _fields(body: Body) -> tuple[Option, ...]:
    """The fields that can be sent back: of a registration, of a renewed licence, or of each product of a month."""
    if _subject(body).kind is SubjectKind.LICENCE:
        return tuple(Option(field.value, f"field-{field.value}") for field in LICENCE_FIELDS)
    if _subject(body).kind is SubjectKind.UNIT:
        skipped = _NEVER_ASKED | (_OF_PERSONS if body.facts["legal"] else _OF_COMPANIES)
        return tuple(Option(field.value, f"field-{field.value}") for field in RegistrationField if field not in skipped)
    options: list[Option] = []
    for field in MonthField:
        label = f"field-{field.value}"
        if of_a_product(SubjectKind.MONTH, field.value):
            options.extend(
                Option(f"{field.value}:{number}", "review-field-of", values={"field": Word(label), "product": product})
                for number, product in body.facts["products"]
            )
        elif field is not MonthField.ZERO_REASON or body.facts["zero"]:
            options.append(Option(field.value, label))
    return tuple(options)


def _field_of(answer: str) -> tuple[str, int | None]:
    field, _, number = answer.partition(":")
    return field, int(number) if number else None


def _by_option(options: Sequence[Option]) -> Callable[[Any], Value]:
    known = {option.value: option for option in options}

    def show(answer: Any) -> Value:
        option = known.get(answer)
        return str(answer) if option is None else Word(option.key, option.values)

    return show


def _remarks(body: Body) -> tuple[Remark, ...]:
    found: list[Remark] = []
    for number in range(1, MOST_REMARKS + 1):
        field, code = body.answers.get(f"field.{number}"), body.answers.get(f"code.{number}")
        if field is None or code is None:
            break
        name, product = _field_of(field)
        found.append(Remark(name, product, RemarkCode(code), body.answers.get(f"note.{number}")))
        if body.answers.get(f"more.{number}") != "yes":
            break
    return tuple(found)


def _return_steps(body: Body) -> tuple[Step, ...]:
    kind, fields = _subject(body).kind, _fields(body)
    chosen: list[str] = []
    steps: list[Step] = []
    for number in range(1, MOST_REMARKS + 1):
        values: dict[str, Value] = {"n": number}
        left = tuple(option for option in fields if option.value not in chosen)
        steps.append(
            Step(
                f"field.{number}",
                "return-field",
                "return-label-field",
                Kind.PICK,
                options=left,
                values=values,
                show=_by_option(fields),
                clears=(f"code.{number}",),
                wide=kind is SubjectKind.MONTH,
            )
        )
        field = body.answers.get(f"field.{number}")
        chosen += [] if field is None else [field]
        codes = () if field is None else remark_codes(kind, _field_of(field)[0])
        reasons = tuple(Option(code.value, f"remark-{code.value}") for code in codes)
        steps.append(
            Step(
                f"code.{number}",
                "return-code",
                "return-label-code",
                Kind.PICK,
                options=reasons,
                values=values,
                show=_by_option(reasons),
                wide=True,
            )
        )
        wanted = body.answers.get(f"code.{number}") == RemarkCode.OTHER.value
        steps.append(_note(f"note.{number}", "return-label-note", number, wanted=wanted))
        if number == MOST_REMARKS or len(left) == 1:
            break
        more = (Option("no", "return-no-more"), Option("yes", "return-more"))
        steps.append(
            Step(
                f"more.{number}",
                "return-more-ask",
                "return-label-more",
                Kind.PICK,
                options=more,
                summed=False,
                counted=False,
                wide=True,
            )
        )
        if body.answers.get(f"more.{number}") != "yes":
            break
    return tuple(steps)


def _reject_steps(body: Body) -> tuple[Step, ...]:
    codes = tuple(Option(code.value, f"rejection-{code.value}") for code in rejection_codes(_subject(body).kind))
    wanted = body.answers.get("code") == RejectionCode.OTHER.value
    return (
        Step("code", "reject-code", "reject-label-code", Kind.PICK, options=codes, show=_by_option(codes), wide=True),
        _note("note", "reject-label-note", 1, wanted=wanted),
    )


def decided(worn: Hat, kind: str, key: str, values: dict[str, Value]) -> Screen:
    """The receipt of a decision, and the way to the next one."""
    rows = ((Button(NextOne(worn.role_id, kind, ""), "button-next-item"),), (to_inbox(worn), HOME))
    return Screen((Part(key, values),), rows)


class _Answer(Conversation):
    """What both answers share: the hat is asked anew at the end, the draft goes when there is nothing left to say."""

    form: Form

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def led_back(self, act: Act, body: Body) -> Screen:
        """The card that the answer is about; what was written stays and is found again at the same button."""
        worn = await act.db(hat, act.person_id, int(body.facts["role"]))
        if isinstance(worn, Problem):
            return await home(act, Part("review-role-over"))
        return await card(act, worn, _subject(body), Part("return-kept") if body.answers else None)

    async def decide(self, act: Act, worn: Hat, body: Body) -> Decision | Problem:
        """Carry out the answer."""
        raise NotImplementedError

    def said(self, body: Body) -> list[Part]:
        """What was chosen and written."""
        raise NotImplementedError

    def unsaid(self, body: Body) -> str:
        """The step of a note that is wanted and not there; empty when there is none."""
        raise NotImplementedError

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Decide, and say so; when it is decided already, what was written is shown once more."""
        role, subject = int(body.facts["role"]), _subject(body)
        worn = await act.db(hat, act.person_id, role)
        if isinstance(worn, Problem):
            return await home(act, Part("review-role-over"))
        outcome = await self.decide(act, worn, body)
        if isinstance(outcome, Problem) and outcome.code in _MENDABLE:
            step = self.unsaid(body)
            body.answers.pop(step, None)
            return (outcome, step) if step else outcome
        await act.db(drop_draft, act.person_id, opened.id)
        await act.focus(Focus.NOTHING)
        what: dict[str, Value] = {"what": _what(body)}
        receipt = decided(worn, subject.kind.value, f"decided-{self.form.name}", what)
        if not isinstance(outcome, Problem):
            return await say_in_place(act, worn, receipt)
        see = Button(OpenReview(role, subject.kind.value, subject.id), "button-see-now")
        parts = (Part("review-heading", what), problem_part(outcome), Part("return-unsent"), *self.said(body))
        return Screen(parts, ((see,), *receipt.rows))


class Return(_Answer):
    """Return for correction: remarks bound to fields, each with a coded reason and perhaps a few words."""

    form = Form(
        "return",
        _return_steps,
        _heading("return-summary"),
        "button-return-now",
        above=_above("return-heading"),
        hand_in=_hand_in,
    )

    async def decide(self, act: Act, worn: Hat, body: Body) -> Decision | Problem:
        """Send it back with its remarks."""
        return await act.db(send_back, worn, _subject(body), int(body.facts["revision"]), _remarks(body))

    def said(self, body: Body) -> list[Part]:
        """The remarks."""
        names: dict[int, str] = dict(body.facts.get("products", ()))
        return [remark_part(one.field, names.get(one.product_id or 0), one.code, one.note) for one in _remarks(body)]

    def unsaid(self, body: Body) -> str:
        """The first remark with another reason and no words."""
        for number, one in enumerate(_remarks(body), 1):
            if one.code is RemarkCode.OTHER and one.note is None:
                return f"note.{number}"
        return ""


class Rejection(_Answer):
    """Reject for good, with a reason."""

    form = Form(
        "reject",
        _reject_steps,
        _heading("reject-summary"),
        "button-reject-now",
        above=_above("reject-heading"),
        hand_in=_hand_in,
    )

    async def decide(self, act: Act, worn: Hat, body: Body) -> Decision | Problem:
        """Reject it."""
        code = RejectionCode(body.answers["code"])
        return await act.db(reject, worn, _subject(body), int(body.facts["revision"]), code, body.answers.get("note"))

    def said(self, body: Body) -> list[Part]:
        """The reason and the words."""
        return rejection_parts(RejectionCode(body.answers["code"]), body.answers.get("note"))

    def unsaid(self, body: Body) -> str:
        """The note, where the reason is another one."""
        return "note" if body.answers.get("note") is None else ""
