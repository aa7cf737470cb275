"""What is typed on the way: the user name, number and date of a letter, why something goes back, the stamp."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from handlers.access import looking
from handlers.access.cards import nobody
from handlers.access.taps import HandInAccess, OpenLetter, ReadyLetter
from handlers.act import Act
from handlers.buttons import OpenAccess, OpenAccessRequest
from handlers.filling import Conversation
from handlers.form import AskBack, Body, Form, Kind, Option, Step
from handlers.home import HOME, home
from handlers.screen import Button, Code, Joined, Part, Raw, Screen, Value, Word, shown
from handlers.sources import office_named
from models.access import (
    MOST_ATTACHMENTS,
    MOST_GATHERED,
    MOST_NOTE,
    AccessProblem,
    Moved,
    ReturnCode,
    came_dated,
    forward,
    gather,
    held,
    open_request,
    rename,
    resend,
    send_back,
    send_letter,
    stamp,
    taken,
)
from models.drafts import OpenDraft, drop_draft
from models.organisations import Hat, hat
from models.people import Focus
from models.values.ids import UserName, looks_like_secret
from models.values.letters import EARLIEST, LetterNumber, LetterProblem, parse_letter_date
from models.values.problem import Problem
from models.values.text import free_text, latin_digits, normalise

_OF_NUMBER: Final = {AccessProblem.LETTER_TAKEN}
_OF_DATE: Final = {AccessProblem.LETTER_BEFORE, LetterProblem.FUTURE, LetterProblem.EARLY}
_MOVED: Final = {
    AccessProblem.MOVED,
    AccessProblem.MOVED_BY,
    AccessProblem.MOVED_BY_YOU,
    AccessProblem.NOT_NOW,
}
_EVERYTHING: Final = "all"


def _today(body: Body) -> date:
    return date.fromisoformat(body.facts["today"])


def _read_number(text: str, _: Body) -> str | Problem | AskBack:
    number = LetterNumber.parse(text)
    if isinstance(number, LetterNumber) and number.like_a_date:
        same = Option(str(number), "access-number-so")
        return AskBack(Part("access-number-or-date", {"number": Raw(number)}), (same,))
    return number if isinstance(number, Problem) else str(number)


def _read_date(text: str, body: Body) -> str | Problem:
    day = parse_letter_date(text, _today(body), EARLIEST)
    return day if isinstance(day, Problem) else day.isoformat()


def _show_date(answer: Any) -> Value:
    return date.fromisoformat(str(answer))


def _show_number(answer: Any) -> Value:
    return Raw(str(answer))


def _number_and_date(key: str, label: str = "access-label") -> tuple[Step, Step]:
    return (
        Step("number", f"{key}-number", f"{label}-number", read=_read_number, show=_show_number),
        Step("date", f"{key}-date", f"{label}-date", read=_read_date, show=_show_date),
    )


def _no_earlier(body: Body, previous: date | None) -> Problem | None:
    """A letter that is older than the one that it answers or passes on is asked for once more."""
    if previous is None or "date" not in body.answers:
        return None
    dated = date.fromisoformat(body.answers["date"])
    if dated >= previous:
        return None
    body.answers.pop("date")
    body.at, body.editing = "date", False
    return Problem(AccessProblem.LETTER_BEFORE, {"got": dated, "previous": previous})


def _by_option(options: tuple[Option, ...]) -> Callable[[Any], Value]:
    known = {option.value: option for option in options}

    def show(answer: Any) -> Value:
        option = known.get(answer)
        return str(answer) if option is None else option.label or Word(option.key, option.values)

    return show


def _hand_in(body: Body, draft: int, revision: int) -> HandInAccess:
    return HandInAccess(draft, revision, body.facts["role"], body.facts["what"], body.facts["subject"])


def number_of(body: Body) -> tuple[LetterNumber, date]:
    """The number and the date that were given."""
    return LetterNumber(body.answers["number"]), date.fromisoformat(body.answers["date"])


class _Written(Conversation):
    """What all forms here share: the hat is asked anew at the end, the draft goes when there is nothing left to say."""

    form: Form

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def led_back(self, act: Act, body: Body) -> Screen:
        """The card that the form was opened from; what was written stays and is found again at the same button."""
        worn = await act.db(hat, act.person_id, int(body.facts["role"]))
        if isinstance(worn, Problem):
            return await home(act, Part("review-role-over"))
        return await back(act, worn, body.facts["what"], body.facts["subject"], _kept(body))

    async def carry_out(self, act: Act, worn: Hat, body: Body) -> Moved | Screen | Problem:
        """Do what the form is for."""
        raise NotImplementedError

    async def submit(  # noqa: PLR0911 (one answer an outcome)
        self, act: Act, opened: OpenDraft, body: Body
    ) -> Screen | Problem | tuple[Problem, str]:
        """Do it, and say so; what can be mended is asked once more, for all else the card shows how it stands."""
        worn = await act.db(hat, act.person_id, int(body.facts["role"]))
        if isinstance(worn, Problem):
            await act.db(drop_draft, act.person_id, opened.id)
            return await home(act, Part("review-role-over"))
        outcome = await self.carry_out(act, worn, body)
        if isinstance(outcome, Problem) and outcome.code in _OF_NUMBER:
            return outcome, "number"
        if isinstance(outcome, Problem) and outcome.code in _OF_DATE:
            return outcome, "date"
        if isinstance(outcome, Problem) and outcome.code is AccessProblem.NOTE_MISSING:
            body.answers.pop("note", None)
            return outcome, "note"
        if isinstance(outcome, Problem) and await self.goes_on(act, worn, body, outcome):
            return outcome
        await act.db(drop_draft, act.person_id, opened.id)
        await act.focus(Focus.NOTHING)
        if isinstance(outcome, Screen):
            return outcome
        if isinstance(outcome, Problem):
            return await back(act, worn, body.facts["what"], body.facts["subject"], outcome)
        return self.receipt(worn, body, outcome)

    async def goes_on(self, act: Act, worn: Hat, body: Body, problem: Problem) -> bool:
        """Whether the form can be handed in all the same, once the person has seen what has changed."""
        del act, worn, body, problem
        return False

    def receipt(self, worn: Hat, body: Body, moved: Moved) -> Screen:
        """What was done, where it lies now, and who is missing there."""
        raise NotImplementedError


def _kept(body: Body) -> Part | None:
    return Part("return-kept") if body.answers else None


def said(body: Body) -> dict[str, Value]:
    """What a receipt repeats."""
    if "number" not in body.answers or "date" not in body.answers:
        return {}
    number, dated = number_of(body)
    return {"letter": Word("access-letter", {"number": Raw(number), "dated": dated})}


async def back(act: Act, worn: Hat, what: str, subject: int, note: looking.Note = None) -> Screen:
    """The card that a form is about."""
    if what == "request" and subject:
        return await looking.request(act, worn, subject, note)
    if what == "letter":
        return await looking.letter(act, worn, subject, note)
    return await looking.desk(act, worn, note)


def receipt(worn: Hat, key: str, moved: Moved, values: dict[str, Value]) -> Screen:
    """The receipt of a move, with the way back to the card or the desk."""
    parts = [Part(key, {"holder": moved.holder, "unions": len(moved.requests), **values})]
    if moved.nobody:
        parts.append(nobody(moved.stage))
    rows: list[tuple[Button, ...]] = []
    if len(moved.requests) == 1:
        rows.append((Button(OpenAccessRequest(worn.role_id, moved.requests[0]), "button-access-track"),))
    return Screen(tuple(parts), (*rows, (Button(OpenAccess(worn.role_id), "button-access"), HOME)))


# ---- the user name ----


def _read_user_name(text: str, _: Body) -> str | Problem:
    name = UserName.parse(text)
    return name if isinstance(name, Problem) else str(name)


def _show_user_name(answer: Any) -> Value:
    return Code(str(answer))


class GivenUserName(_Written):
    """The union's Behinyab user name, never a password; the ready letter follows."""

    form = Form(
        "access-name",
        lambda _: (
            Step(
                "name",
                "access-name",
                "access-label-name",
                read=_read_user_name,
                show=_show_user_name,
                echo="access-name-echo",
                counted=False,
            ),
        ),
        lambda _: (),
        "",
        secret=looks_like_secret,
    )

    async def carry_out(self, act: Act, worn: Hat, body: Body) -> Moved | Screen | Problem:
        """Open the request, or mend the name of the one that lies with the union."""
        name = UserName(body.answers["name"])
        request = int(body.facts["subject"])
        if request:
            return await act.db(rename, worn, request, int(body.facts["revision"]), name)
        return await act.db(open_request, worn, name)

    def receipt(self, worn: Hat, body: Body, moved: Moved) -> Screen:
        """The name is kept; the letter is next."""
        parts = (Part("access-done-name", {"name": Code(str(body.answers["name"]))}),)
        text = Button(ReadyLetter(worn.role_id, moved.requests[0], 0), "button-access-text")
        return Screen(parts, ((text,), (Button(OpenAccess(worn.role_id), "button-access"), HOME)))


# ---- number and date of a real letter ----


def _letter_steps(body: Body) -> tuple[Step, ...]:
    hop = body.facts["hop"]
    steps = _number_and_date(f"access-letter-{'province' if hop == 'again' else hop}")
    if len(body.facts.get("waiting", ())) < 2:
        return steps
    return (_gathering(body), *steps)


def _gathering(body: Body) -> Step:
    """Which unions the county's letter names: all, until some are left out."""
    waiting: list[list[Any]] = body.facts["waiting"]
    left_out: list[int] = body.facts.get("left_out", [])

    def toggled(request: int) -> Callable[[Body], str]:
        def effect(changed: Body) -> str:
            out = changed.facts.setdefault("left_out", [])
            if request in out:
                out.remove(request)
            else:
                out.append(request)
            return "unions"

        return effect

    options = [
        Option(
            request,
            "access-left-out" if request in left_out else "access-taken-in",
            values={"union": name},
            effect=toggled(request),
        )
        for request, _, name in waiting
    ]
    chosen = [request for request, _, _ in waiting if request not in left_out]
    if chosen:
        options.append(Option(chosen, "button-access-these"))
    names = {request: name for request, _, name in waiting}

    def show(answer: Any) -> Value:
        return Joined(tuple(names[request] for request in answer if request in names))

    return Step(
        "unions",
        "access-gather",
        "access-label-unions",
        Kind.PICK,
        options=tuple(options),
        values={"n": len(chosen)},
        show=show,
        counted=False,
        wide=True,
    )


def _chosen(body: Body) -> list[tuple[int, int]]:
    """What the county's letter names, each with the revision that was shown."""
    picked = body.answers.get("unions")
    return [
        (request, revision)
        for request, revision, _ in body.facts.get("waiting", ())
        if picked is None or request in picked
    ]


async def waiting(act: Act, worn: Hat) -> list[list[Any]] | Problem:
    """The requests that a county's next letter can name, those that have waited longest first."""
    found = await act.db(held, worn, 0, MOST_GATHERED)
    return found if isinstance(found, Problem) else [[one.id, one.revision, one.union] for one in found.items]


class WrittenLetter(_Written):
    """Number and date of the letter with which an office passes requests on, and a look at both before it goes."""

    form = Form(
        "access-letter",
        _letter_steps,
        lambda body: (Part(f"access-send-{body.facts['hop']}", {"n": len(_chosen(body))}),),
        "button-access-send",
        hand_in=_hand_in,
    )

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:
        """A date before that of the letter that is passed on, or a number that was used that day, is told at once."""
        if step not in ("number", "date", "unions"):
            return None
        problem = _no_earlier(body, await self._previous(act, body))
        if problem is not None or not {"number", "date"} <= set(body.answers):
            return problem
        worn = await act.db(hat, act.person_id, int(body.facts["role"]))
        if isinstance(worn, Problem):
            return None
        used = await act.db(taken, worn.office_id, *number_of(body))
        if used is not None:
            body.answers.pop("number")
            body.at, body.editing = "number", False
        return used

    async def _previous(self, act: Act, body: Body) -> date | None:
        if "previous" in body.facts:
            return date.fromisoformat(body.facts["previous"])
        return await act.db(came_dated, [request for request, _ in _chosen(body)]) if _chosen(body) else None

    async def carry_out(self, act: Act, worn: Hat, body: Body) -> Moved | Screen | Problem:
        """Pass it on; of what the county chose, what somebody else has moved meanwhile is left out and said."""
        subject, revision = int(body.facts["subject"]), int(body.facts.get("revision", 0))
        number, dated = number_of(body)
        match body.facts["hop"]:
            case "union":
                return await act.db(send_letter, worn, subject, revision, number, dated)
            case "province":
                return await act.db(forward, worn, subject, number, dated)
            case "again":
                return await act.db(resend, worn, subject, revision, number, dated)
        return await act.db(gather, worn, _chosen(body), number, dated)

    async def goes_on(self, act: Act, worn: Hat, body: Body, problem: Problem) -> bool:
        """A county's letter goes on without those that were moved or withdrawn meanwhile, while any are left."""
        if body.facts["hop"] != "county" or problem.code not in _MOVED:
            return False
        chosen = {request for request, _ in _chosen(body)}
        now = await waiting(act, worn)
        left = [] if isinstance(now, Problem) else [one for one in now if one[0] in chosen]
        if not left or len(left) == len(chosen):
            return False
        body.facts["waiting"], body.answers["unions"] = left, [one[0] for one in left]
        return True

    def receipt(self, worn: Hat, body: Body, moved: Moved) -> Screen:
        """By which letter it went where."""
        return receipt(worn, f"access-done-{body.facts['hop']}", moved, said(body))


# ---- back one step ----

_REASONS: Final = tuple(Option(code.value, f"return-code-{code.value}") for code in ReturnCode)


def _return_steps(body: Body) -> tuple[Step, ...]:
    named: list[list[Any]] = body.facts["named"]
    which = tuple(Option(request, label=name) for request, _, name in named)
    which = (*which, Option(_EVERYTHING, "access-return-all"))
    wanted = body.answers.get("code") == ReturnCode.OTHER.value
    ask = Step(
        "which",
        "access-return-which",
        "access-label-which",
        Kind.PICK,
        options=which,
        show=_by_option(which),
        wide=True,
    )
    return (
        *((ask,) if len(named) > 1 else ()),
        Step(
            "code",
            "access-return-code",
            "return-label-code-one",
            Kind.PICK,
            options=_REASONS,
            show=_by_option(_REASONS),
            wide=True,
        ),
        Step(
            "note",
            "access-return-note-wanted" if wanted else "access-return-note",
            "reject-label-note",
            read=lambda text, _: free_text(text, most=MOST_NOTE, lines=True),
            optional=not wanted,
            values={"most": MOST_NOTE},
            skip="button-no-note",
        ),
    )


class ReturnedRequest(_Written):
    """One step back, with a reason and perhaps a few words."""

    form = Form(
        "access-return",
        _return_steps,
        lambda body: (Part("access-return-heading", {"what": _named(body)}),),
        "button-access-return-now",
        above=lambda body, _: (Part("access-return-heading", {"what": _named(body)}),),
        hand_in=_hand_in,
    )

    async def carry_out(self, act: Act, worn: Hat, body: Body) -> Moved | Screen | Problem:
        """Return what was chosen."""
        return await act.db(
            send_back, worn, _returned(body), ReturnCode(body.answers["code"]), body.answers.get("note")
        )

    def receipt(self, worn: Hat, body: Body, moved: Moved) -> Screen:
        """Where it lies now, and why."""
        values: dict[str, Value] = {"holder": office_named(moved.holder_kind, moved.holder)}
        values["reason"] = shown(ReturnCode(body.answers["code"]))
        done = receipt(worn, "access-done-return", moved, values)
        if body.facts["what"] != "letter":
            return done
        again = Button(OpenLetter(worn.role_id, int(body.facts["subject"])), "button-access-letter")
        return Screen(done.parts, ((again,), done.rows[-1]))


def _returned(body: Body) -> list[tuple[int, int]]:
    which = body.answers.get("which", _EVERYTHING)
    return [(request, revision) for request, revision, _ in body.facts["named"] if which in (_EVERYTHING, request)]


def _named(body: Body) -> Value:
    chosen = {request for request, _ in _returned(body)}
    return Joined(tuple(name for request, _, name in body.facts["named"] if request in chosen))


# ---- the receiver's stamp ----


def _show_count(answer: Any) -> Value:
    return int(answer)


def _read_attachments(text: str, _: Body) -> int | Problem:
    typed = latin_digits(normalise(text))
    if typed.isascii() and typed.isdigit() and len(typed) < 4 and int(typed) <= MOST_ATTACHMENTS:
        return int(typed)
    return Problem(AccessProblem.ATTACHMENTS, {"most": MOST_ATTACHMENTS})


_STAMP: Final = (
    *_number_and_date("access-stamp", "access-stamp-label"),
    Step(
        "attachments",
        "access-stamp-attachments",
        "access-label-attachments",
        read=_read_attachments,
        show=_show_count,
        optional=True,
    ),
    Step(
        "referral",
        "access-stamp-referral",
        "access-label-referral",
        read=lambda text, _: free_text(text, most=120),
        optional=True,
    ),
)


class StampedLetter(_Written):
    """The receiver's own number and date, attachments, and to whom it was referred."""

    form = Form(
        "access-stamp",
        lambda _: _STAMP,
        lambda body: (Part("access-stamp-heading", {"number": Raw(body.facts["number"])}),),
        "button-access-stamp",
        hand_in=_hand_in,
    )

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:
        """A stamp that is older than its letter is told at once."""
        del act, step
        return _no_earlier(body, date.fromisoformat(body.facts["previous"]))

    async def carry_out(self, act: Act, worn: Hat, body: Body) -> Moved | Screen | Problem:
        """Register it."""
        number, dated = number_of(body)
        told = body.answers.get("attachments"), body.answers.get("referral")
        problem = await act.db(stamp, worn, int(body.facts["letter"]), number, dated, *told)
        if problem is not None:
            return problem
        return await back(act, worn, body.facts["what"], int(body.facts["subject"]), Part("access-done-stamp"))


CONVERSATIONS: Final = (GivenUserName(), WrittenLetter(), ReturnedRequest(), StampedLetter())
