"""What is written in somebody's own words: the trouble itself, what is added to it, and the desk's answer."""

from typing import Final

from handlers.act import Act
from handlers.buttons import OpenDeskTicket, OpenTicket, Resume
from handlers.filling import Conversation
from handlers.form import Body, Form, Kind, Option, Step
from handlers.home import HOME, home
from handlers.screen import Button, Code, Part, Screen, Value, Word
from handlers.sources import source
from handlers.support.cards import desk_ticket, own_ticket
from handlers.support.places import named
from handlers.support.taps import MyTickets
from models.drafts import OpenDraft, draft, drop_draft
from models.letters import ACCESS_TROUBLE, cite
from models.organisations import hat
from models.people import Focus
from models.support import (
    MOST_WORDS,
    Receiver,
    TicketProblem,
    TicketReceipt,
    Where,
    answer,
    open_ticket,
    read_words,
    write_back,
)
from models.values.problem import Problem

TICKET: Final = "ticket"
WRITTEN_BACK: Final = "ticket-reply"
ANSWERED: Final = "ticket-answer"


def _read(text: str, _: Body) -> str | Problem:
    return read_words(text)


def _words(text: str, echo: str, values: dict[str, Value] | None = None) -> Step:
    return Step(
        "words",
        text,
        "ticket-label-words",
        read=_read,
        echo=echo,
        counted=False,
        values={"most": MOST_WORDS, **(values or {})},
    )


def _nothing(_: Body) -> tuple[Part, ...]:
    return ()


def _province(body: Body) -> tuple[int, str] | None:
    """The province that the ticket goes to: the only one, or the one that was chosen."""
    known: list[tuple[int, str]] = [(int(number), str(name)) for number, name in body.facts["provinces"]]
    if len(known) == 1:
        return known[0]
    return next((one for one in known if one[0] == body.answers.get("province")), None)


def _ticket_steps(body: Body) -> tuple[Step, ...]:
    found = _province(body)
    words = _words("ticket-words", "ticket-echo", {"province": "" if found is None else found[1]})
    if len(body.facts["provinces"]) == 1:
        return (words,)
    options = tuple(Option(number, label=name) for number, name in body.facts["provinces"])
    return (
        Step("province", "ticket-province", "ticket-label-province", Kind.PICK, options=options, counted=False),
        words,
    )


def _from(body: Body, step: str) -> tuple[Part, ...]:
    """Where the person was: it goes with what is written, and that is said."""
    if step != "words" or body.facts["place"] in {"home", "support", "other"}:
        return ()
    return (Part("ticket-from", {"place": named(body.facts["place"], body.facts["step"])}),)


class _Writing(Conversation):
    """What the three share: one question, an echo, and it is sent."""

    form: Form

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def _sent(self, act: Act, opened: OpenDraft) -> None:
        await act.db(drop_draft, act.person_id, opened.id)
        await act.focus(Focus.NOTHING)


def _mend(body: Body, problem: Problem) -> tuple[Problem, str]:
    body.answers.pop("words", None)
    return problem, "words"


def _of_the_words(problem: Problem) -> bool:
    """Whether other words would be taken (a limit, a text without words), or it is over altogether."""
    return not isinstance(problem.code, TicketProblem) or problem.code is TicketProblem.PASSWORD


class TicketConversation(_Writing):
    """Somebody in trouble writes what is wrong."""

    form = Form(TICKET, _ticket_steps, _nothing, "", above=_from)

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Send it to the province's liaison; the receipt says who was told and until when an answer is due."""
        found = _province(body)
        if found is None:
            return Problem(TicketProblem.NO_PROVINCE), "province"
        facts = body.facts
        about = Where(facts["place"], facts["subject"], facts["step"])
        outcome = await act.db(open_ticket, act.person_id, found[0], body.answers["words"], about, facts["role"])
        if isinstance(outcome, Problem) and _of_the_words(outcome):
            return _mend(body, outcome)
        await self._sent(act, opened)
        return await home(act, outcome) if isinstance(outcome, Problem) else await _receipt(act, outcome, facts["half"])

    async def led_back(self, act: Act, body: Body) -> Screen:
        """Home, or on with the form that was left for this."""
        return await _onward(act, body.facts["half"], Part("ticket-not-sent"))


async def _half(act: Act, number: int | None) -> tuple[tuple[Button, ...], ...]:
    """The way back into the form that was being filled in, while it is there."""
    half = None if number is None else await act.db(draft, act.person_id, number)
    return () if half is None else ((Button(Resume(half.id), "button-back-to-form"),),)


async def _onward(act: Act, number: int | None, note: Part) -> Screen:
    back = await _half(act, number)
    return Screen((note, Part("support-form-kept")), (*back, (HOME,))) if back else await home(act, note)


async def _receipt(act: Act, receipt: TicketReceipt, half: int | None) -> Screen:
    values: dict[str, Value] = {
        "receiver": Word(f"receiver-{receipt.receiver.value}", {"province": receipt.province}),
        "code": Code(receipt.code),
    }
    parts = [Part("ticket-sent", values)]
    if receipt.receiver in {Receiver.LIAISON, Receiver.OFFICER}:
        due: dict[str, Value] = {"due": receipt.due_at, "source": source(cite(ACCESS_TROUBLE))}
        parts.append(Part("ticket-sent-due", due))
    else:
        parts.append(Part("ticket-sent-office", {"source": source(cite(ACCESS_TROUBLE))}))
    return Screen(tuple(parts), (*(await _half(act, half)), (Button(MyTickets(0), "button-my-tickets"), HOME)))


class WriteBackConversation(_Writing):
    """The person adds something to the own ticket."""

    form = Form(
        WRITTEN_BACK, lambda _: (_words("ticket-back-words", "ticket-back-echo"),), _nothing, "", above=lambda _, __: ()
    )

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Add it; one that was answered waits for the desk again."""
        ticket = int(body.facts["ticket"])
        outcome = await act.db(write_back, act.person_id, ticket, body.answers["words"])
        if isinstance(outcome, Problem) and _of_the_words(outcome):
            return _mend(body, outcome)
        await self._sent(act, opened)
        return await own_ticket(act, ticket, outcome if isinstance(outcome, Problem) else Part("ticket-back-sent"))

    async def led_back(self, act: Act, body: Body) -> Screen:
        """The ticket."""
        return await own_ticket(act, int(body.facts["ticket"]), Part("ticket-not-sent"))


class AnswerConversation(_Writing):
    """Whoever holds a ticket answers it."""

    form = Form(
        ANSWERED,
        lambda body: (_words("ticket-answer-words", "ticket-answer-echo", {"receipt": Code(body.facts["receipt"])}),),
        _nothing,
        "",
    )

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Answer; the hat is asked anew. Words that could not be sent are shown once more."""
        role, ticket = int(body.facts["role"]), int(body.facts["ticket"])
        worn = await act.db(hat, act.person_id, role)
        if isinstance(worn, Problem):
            await self._sent(act, opened)
            return await home(act, Part("review-role-over"))
        said = body.answers["words"]
        outcome = await act.db(answer, worn, ticket, int(body.facts["revision"]), said)
        if isinstance(outcome, Problem) and _of_the_words(outcome):
            return _mend(body, outcome)
        await self._sent(act, opened)
        if not isinstance(outcome, Problem):
            return await desk_ticket(act, worn, ticket, Part("ticket-answer-sent"))
        parts = (Part("ticket-answer-unsent"), Part("ticket-words-said", {"words": said}))
        see = Button(OpenDeskTicket(role, ticket, 0), "button-see-now")
        return Screen(parts, ((see,), (HOME,))).with_note(outcome)

    async def led_back(self, act: Act, body: Body) -> Screen:
        """The card that was to be answered."""
        worn = await act.db(hat, act.person_id, int(body.facts["role"]))
        if isinstance(worn, Problem):
            return await home(act, Part("review-role-over"))
        return await desk_ticket(act, worn, int(body.facts["ticket"]), Part("ticket-not-sent"))


def ticket_button(ticket: int) -> Button:
    """To one's own ticket."""
    return Button(OpenTicket(ticket, 0), "button-ticket")
