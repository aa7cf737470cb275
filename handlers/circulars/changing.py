"""The rules that a circular changes, at the desk: what each would do, one more by a short form, one fewer by a tap."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, Final

from handlers import rules
from handlers.act import Act
from handlers.buttons import OpenCircular
from handlers.circulars import looking
from handlers.circulars.looking import Answer, Note
from handlers.circulars.taps import OnCircular
from handlers.filling import begin
from handlers.form import Body, Form, Kind, Option, Step
from handlers.home import HOME, home
from handlers.screen import Button, Part, Raw, Screen, Value, Word, paired
from models.circulars import CircularProblem, DeskCard
from models.circulars.changes import MOST_CHANGES, Change
from models.circulars.changing import holds_now, put_rule, rules_of, take_rule_out
from models.drafts import OpenDraft, drop_draft
from models.letters import RuleKey, RuleShape, read_value, shape
from models.organisations import Hat, hat
from models.people import Focus
from models.values.jalali import parse_date
from models.values.problem import Problem

_OF_STEP: Final = {CircularProblem.CHANGE_TOO_EARLY: "begins", CircularProblem.CHANGE_CLAUSE: "clause"}


async def _seen(act: Act, worn: Hat, card: DeskCard, note: Note = None) -> Screen:
    """What the circular changes, with what that does; those who write it put in and take out."""
    found = await act.db(rules_of, worn, card.id)
    if isinstance(found, Problem):
        return await looking.circular(act, card.id, found)
    parts = [Part("circular-rules" if found.told else "circular-rules-none", {"number": Raw(card.number)})]
    parts += rules.previews(found.told)
    if found.told and not found.sets:
        parts.append(Part("circular-rules-not-yours"))
    rows: list[tuple[Button, ...]] = []
    if card.writes and found.sets:
        if len(found.told) < MOST_CHANGES:
            rows.append((Button(OnCircular(card.id, card.revision, "rule"), "button-circular-rule"),))
        rows += paired(
            [
                Button(OnCircular(card.id, card.revision, f"rule-{n}"), "button-circular-rule-off", {"n": n})
                for n in range(1, len(found.told) + 1)
            ]
        )
    return Screen(tuple(parts), (*rows, (Button(OpenCircular(card.id), "button-back"), HOME))).with_note(note)


async def _put(act: Act, worn: Hat, card: DeskCard) -> Screen:
    facts = {
        "circular": card.id,
        "revision": card.revision,
        "role": worn.role_id,
        "office": card.office_id,
        "clauses": len(card.clauses),
    }
    return await begin(act, RuleForm(), f"circular:{card.id}", Body(facts=facts), anew=True)


async def _take_out(place: int, act: Act, worn: Hat, card: DeskCard) -> Screen:
    outcome = await act.db(take_rule_out, worn, card.id, card.revision, place)
    return await _again(act, card.id, outcome if isinstance(outcome, Problem) else Part("circular-rule-gone"))


async def _again(act: Act, circular_id: int, note: Note) -> Screen:
    found = await looking.found(act, circular_id)
    if isinstance(found, Problem):
        return await home(act, found)
    return await _seen(act, *found, note)


VERBS: Final[Mapping[str, Answer]] = {
    "rules": _seen,
    "rule": _put,
    **{f"rule-{place}": partial(_take_out, place) for place in range(1, MOST_CHANGES + 1)},
}


# ---- one rule more ----


def _key(body: Body) -> RuleKey | None:
    said = body.answers.get("rule")
    return None if said is None else RuleKey(said)


def _read_value(text: str, body: Body) -> str | Problem:
    key = _key(body)
    assert key is not None
    if shape(key) is not RuleShape.DATE:
        return read_value(key, text)
    day = parse_date(text)
    return day if isinstance(day, Problem) else day.isoformat()


def _read_day(text: str, body: Body) -> str | Problem:
    day = parse_date(text)
    if isinstance(day, Problem):
        return day
    today = date.fromisoformat(body.facts["today"])
    if day < today:
        return Problem(CircularProblem.CHANGE_TOO_EARLY, {"rule": _key(body), "from": day, "first": today})
    return day.isoformat()


def _show_day(answer: Any) -> Value:
    return date.fromisoformat(str(answer))


def _show_rule(answer: Any) -> Value:
    return Word(f"rule-key-{answer}")


def _show_clause(answer: Any) -> Value:
    return Word("circular-rule-clause", {"n": int(answer)}) if int(answer) else Word("circular-rule-whole")


def _steps(body: Body) -> tuple[Step, ...]:
    choices = tuple(Option(key.value, f"rule-key-{key.value}") for key in RuleKey)
    first = Step(
        "rule",
        "circular-ask-rule",
        "circular-field-rule",
        Kind.PICK,
        options=choices,
        show=_show_rule,
        wide=True,
        clears=("value",),
    )
    key = _key(body)
    if key is None:
        return (first,)
    begins = Step("begins", "circular-ask-begins", "circular-field-begins", read=_read_day, show=_show_day)
    clauses = [Option(n, "circular-rule-clause", values={"n": n}) for n in range(1, int(body.facts["clauses"]) + 1)]
    clause = Step(
        "clause",
        "circular-ask-rule-clause",
        "circular-field-rule-clause",
        Kind.PICK,
        options=(*clauses, Option(0, "circular-rule-whole")),
        show=_show_clause,
    )
    return first, _value_step(key, body), begins, *((clause,) if clauses else ())


def _value_step(key: RuleKey, body: Body) -> Step:
    def show(answer: Any) -> Value:
        return rules.rule_value(key, str(answer))

    kind = shape(key)
    yes_no = kind is RuleShape.YES_NO
    return Step(
        "value",
        f"circular-ask-value-{kind.value}",
        "circular-field-value",
        Kind.PICK if yes_no else Kind.TEXT,
        read=None if yes_no else _read_value,
        options=(Option("yes", "yes"), Option("no", "no")) if yes_no else (),
        values={"rule": _show_rule(key.value), "old": show(body.facts.get("old", ""))},
        show=show,
    )


class RuleForm:
    """Which rule, which value, from which day on, and which clause says so."""

    form = Form("circular-rule", _steps, lambda _: (Part("circular-rule-check"),), "button-circular-rule-put")

    async def look_up(self, act: Act, body: Body, step: Step) -> list[list[object]]:
        """Nothing is looked up here."""
        del act, body, step
        return []

    async def answered(self, act: Act, body: Body, step: str) -> Part | Problem | None:
        """What holds now stands beside the question for what is to hold."""
        key = _key(body)
        if step == "rule" and key is not None:
            body.restate({"old": (await act.db(holds_now, int(body.facts["office"]), key)).value})
        return None

    async def submit(self, act: Act, opened: OpenDraft, body: Body) -> Screen | Problem | tuple[Problem, str]:
        """Put it into the draft; what can be mended is asked once more."""
        worn = await act.db(hat, act.person_id, int(body.facts["role"]))
        circular, said = int(body.facts["circular"]), body.answers
        if isinstance(worn, Problem):
            await self._over(act, opened)
            return await home(act, Part("review-role-over"))
        change = Change(
            RuleKey(said["rule"]), said["value"], date.fromisoformat(said["begins"]), said.get("clause") or None
        )
        outcome = await act.db(put_rule, worn, circular, int(body.facts["revision"]), change)
        if isinstance(outcome, Problem):
            step = _OF_STEP.get(outcome.code) if isinstance(outcome.code, CircularProblem) else None
            if step is not None and step in said:
                return outcome, step
        await self._over(act, opened)
        return await _again(act, circular, outcome if isinstance(outcome, Problem) else Part("circular-rule-in"))

    async def left(self, act: Act, note: Part | None) -> Screen:
        """Home."""
        return await home(act, note)

    async def led_back(self, act: Act, body: Body) -> Screen:
        """What the circular changes so far."""
        return await _again(act, int(body.facts["circular"]), None)

    async def _over(self, act: Act, opened: OpenDraft) -> None:
        await act.db(drop_draft, act.person_id, opened.id)
        await act.focus(Focus.NOTHING)
