"""The two long answers of a union: return for correction with remarks, and reject for good. Both are forms."""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.act import Act
from handlers.buttons import OpenInbox
from handlers.form import Body, Form, Kind, Option, Step
from handlers.home import HOME, home
from handlers.inbox.cards import remark_part
from handlers.inbox.taps import NextOne
from handlers.screen import Button, Part, Screen, Value, Word
from models.drafts import OpenDraft, drop_draft
from models.months import MonthField
from models.organisations import Hat, hat
from models.people import Focus
from models.reviews import (
    MOST_NOTE,
    Decision,
    RejectionCode,
    Remark,
    RemarkCode,
    Subject,
    SubjectKind,
    of_a_product,
    reject,
    rejection_codes,
    remark_codes,
    send_back,
)
from models.units import RegistrationField
from models.values.problem import Problem
from models.values.text import free_text

MOST_REMARKS = 5
_SKIPPED_FIELDS = {RegistrationField.TRADE_CLASS}


def facts(
    worn: Hat, subject: Subject, revision: int, title: str, products: Sequence[tuple[int, str]], **more: Any
) -> dict[str, Any]:
    """What both forms are opened with."""
    return {
        "role": worn.role_id,
        "kind": subject.kind.value,
        "subject": subject.id,
        "revision": revision,
        "title": title,
        "products": [list(product) for product in products],
        **more,
    }


def _subject(body: Body) -> Subject:
    return Subject(SubjectKind(body.facts["kind"]), body.facts["subject"])


def _read_note(text: str, _: Body) -> str | Problem:
    return free_text(text, most=MOST_NOTE, lines=True)


def _fields(body: Body) -> tuple[Option, ...]:
    """The fields that can be sent back: of a registration, or of each product of a month."""
    subject = _subject(body)
    products: list[list[Any]] = body.facts["products"]
    if subject.kind is SubjectKind.UNIT:
        return tuple(
            Option(field.value, f"field-{field.value}") for field in RegistrationField if field not in _SKIPPED_FIELDS
        )
    options: list[Option] = []
    for field in MonthField:
        if field is MonthField.ZERO_REASON and not body.facts.get("zero"):
            continue
        if not of_a_product(subject.kind, field.value):
            options.append(Option(field.value, f"field-{field.value}"))
            continue
        options.extend(
            Option(
                f"{field.value}:{number}",
                "review-field-of",
                values={"field": Word(f"field-{field.value}"), "product": name},
            )
            for number, name in products
        )
    return tuple(options)


def _field_of(answer: str) -> tuple[str, int | None]:
    field, _, number = answer.partition(":")
    return field, int(number) if number else None


def _show_option(options: Sequence[Option]) -> Any:
    known = {option.value: option for option in options}

    def show(answer: str) -> Value:
        option = known.get(answer)
        return answer if option is None else Word(option.key, option.values)

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
    subject, fields = _subject(body), _fields(body)
    steps: list[Step] = []
    for number in range(1, MOST_REMARKS + 1):
        steps.append(
            Step(
                f"field.{number}",
                "return-field",
                "return-label-field",
                Kind.PICK,
                options=fields,
                show=_show_option(fields),
                clears=(f"code.{number}",),
                wide=subject.kind is SubjectKind.MONTH,
            )
        )
        chosen = body.answers.get(f"field.{number}")
        codes = remark_codes(subject.kind, _field_of(chosen)[0]) if chosen else ()
        reasons = tuple(Option(code.value, f"remark-{code.value}") for code in codes)
        steps.append(
            Step(
                f"code.{number}",
                "return-code",
                "return-label-code",
                Kind.PICK,
                options=reasons,
                show=_show_option(reasons),
                wide=True,
            )
        )
        wanted = body.answers.get(f"code.{number}") == RemarkCode.OTHER.value
        steps.append(
            Step(
                f"note.{number}",
                "return-note-wanted" if wanted else "return-note",
                "return-label-note",
                read=_read_note,
                optional=not wanted,
                values={"most": MOST_NOTE},
            )
        )
        if number == MOST_REMARKS:
            break
        more = (Option("no", "return-no-more"), Option("yes", "return-more"))
        steps.append(
            Step(f"more.{number}", "return-more-ask", "return-label-more", Kind.PICK, options=more, summed=False)
        )
        if body.answers.get(f"more.{number}") != "yes":
            break
    return tuple(steps)


def _heading(key: str) -> Any:
    def heading(body: Body) -> tuple[Part, ...]:
        return (Part(key, {"title": body.facts["title"]}),)

    return heading


def _reject_steps(body: Body) -> tuple[Step, ...]:
    codes = tuple(Option(code.value, f"rejection-{code.value}") for code in rejection_codes(_subject(body).kind))
    wanted = body.answers.get("code") == RejectionCode.OTHER.value
    return (
        Step("code", "reject-code", "return-label-code", Kind.PICK, options=codes, show=_show_option(codes), wide=True),
        Step(
            "note",
            "return-note-wanted" if wanted else "return-note",
            "return-label-note",
            read=_read_note,
            optional=not wanted,
            values={"most": MOST_NOTE},
        ),
    )


async def settled(
    act: Act, worn: Hat | None, role: int, outcome: Decision | Problem, key: str, values: Mapping[str, Value]
) -> Screen:
    """The receipt of a decision, or who was first; then the next one, or the inbox."""
    if isinstance(outcome, Problem):
        if worn is None:
            return await home(act, outcome)
        return Screen((), ((Button(OpenInbox(role), "button-inbox"),), (HOME,))).with_note(outcome)
    kind = outcome.subject.kind.value
    rows = ((Button(NextOne(role, kind, ""), "button-next-item"),), (Button(OpenInbox(role), "button-inbox"), HOME))
    return Screen((Part(key, values),), rows)


class _Answer:
    """What both answers share: the hat is asked anew at the end, the draft goes when it is decided."""

    form: Form

    async def look_up(self, act: Act, body: Body, step: Step) -> list[list[object]]:
        """Nothing is looked up here."""
        del act, body, step
        return []

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:
        """Nothing happens between the steps."""
        del act, body, step
        return None

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home; the half-written answer stays."""
        return await home(act, note)

    async def decide(self, act: Act, worn: Hat, body: Body) -> Decision | Problem:
        """Carry out the answer."""
        raise NotImplementedError

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Decide, and say so."""
        role = int(body.facts["role"])
        worn = await act.db(hat, act.person_id, role)
        outcome: Decision | Problem = worn if isinstance(worn, Problem) else await self.decide(act, worn, body)
        await act.db(drop_draft, act.person_id, opened.id)
        await act.focus(Focus.NOTHING)
        values = {"title": body.facts["title"]}
        live = None if isinstance(worn, Problem) else worn
        return await settled(act, live, role, outcome, f"decided-{self.form.name}", values)


def _said(body: Body) -> tuple[Part, ...]:
    names = {int(number): name for number, name in body.facts["products"]}
    return tuple(
        remark_part(one.field, names.get(one.product_id or 0), one.code.value, one.note) for one in _remarks(body)
    )


class Return(_Answer):
    """Return for correction: remarks bound to fields, each with a coded reason and perhaps a few words."""

    form = Form("return", _return_steps, _heading("return-summary"), "button-return-now")

    async def decide(self, act: Act, worn: Hat, body: Body) -> Decision | Problem:
        """Send it back with its remarks."""
        return await act.db(send_back, worn, _subject(body), int(body.facts["revision"]), _remarks(body))


class Rejection(_Answer):
    """Reject for good, with a reason."""

    form = Form("reject", _reject_steps, _heading("reject-summary"), "button-reject-now")

    async def decide(self, act: Act, worn: Hat, body: Body) -> Decision | Problem:
        """Reject it."""
        code = RejectionCode(body.answers["code"])
        return await act.db(reject, worn, _subject(body), int(body.facts["revision"]), code, body.answers.get("note"))
