"""The question of comprehension that a circular may ask: one of its options is right, and the first answer counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from models.circulars.closing import seen
from models.circulars.records import Acknowledgement, Circular, CircularAnswer, CircularProblem, CircularState
from models.clock import now
from models.columns import table_of
from models.notices import Notice
from models.organisations import Hat
from models.values.problem import Problem
from models.values.text import free_text, search_key

MOST_TEXT: Final = 300
MOST_OPTION: Final = 100
OPTIONS: Final = (2, 4)
_answers: Final = table_of(CircularAnswer)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose. ``clause`` is the place of the clause that says it, from 1; None: the summary says it."""

    text: str
    clause: int | None = None
    right: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked once a circular was acknowledged. Made by :meth:`read`, or of what was kept."""

    text: str
    options: tuple[Option, ...]

    @property
    def right(self) -> int:
        """The place of the right option, from 0."""
        return next(place for place, option in enumerate(self.options) if option.right)

    def as_json(self) -> dict[str, Any]:
        """For keeping with the circular."""
        return {
            "text": self.text,
            "options": [{"text": one.text, "clause": one.clause, "right": one.right} for one in self.options],
        }

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "Question":
        """As it was kept."""
        return cls(
            kept["text"], tuple(Option(one["text"], one["clause"], bool(one["right"])) for one in kept["options"])
        )

    @classmethod
    def read(cls, text: str, options: Sequence[Option], clauses: int) -> "Question | Problem":  # noqa: PLR0911 (one a refusal)
        """The question made even; ``clauses``: how many the circular has."""
        asked = free_text(text, most=MOST_TEXT, least=3)
        if isinstance(asked, Problem):
            return asked
        least, most = OPTIONS
        if not least <= len(options) <= most:
            return Problem(CircularProblem.QUESTION_OPTIONS, {"got": len(options), "least": least, "most": most})
        tidy: list[Option] = []
        for option in options:
            said = free_text(option.text, most=MOST_OPTION)
            if isinstance(said, Problem):
                return said
            if search_key(said) in {search_key(other.text) for other in tidy}:
                return Problem(CircularProblem.QUESTION_TWICE, {"text": said})
            if option.clause is not None and not 1 <= option.clause <= clauses:
                return Problem(CircularProblem.QUESTION_CLAUSE, {"got": option.clause, "most": clauses})
            tidy.append(Option(said, option.clause, option.right))
        right = sum(option.right for option in tidy)
        if right != 1:
            return Problem(CircularProblem.QUESTION_RIGHT, {"got": right})
        return cls(asked, tuple(tidy))


@dataclass(frozen=True, slots=True)
class Asked:
    """A circular's question as a recipient meets it. ``chosen`` is the place of the own answer, once it is given.

    ``clause`` is the clause that says the right answer: its place, from 1, and its words.
    """

    circular: int
    number: str
    question: Question
    chosen: int | None
    clause: tuple[int, str] | None

    @property
    def right(self) -> bool:
        """Whether the own answer is the right one."""
        return self.chosen == self.question.right


def asked(session: Session, person_id: int, circular_id: int) -> Asked | Problem:
    """The question that a recipient who has acknowledged the circular is asked, with the own answer if it is given."""
    row = session.execute(
        sa.select(
            col(Circular.id),
            col(Circular.number),
            col(Circular.state),
            col(Circular.question),
            col(Circular.clauses),
            col(CircularAnswer.option),
        )
        .join(Notice, sa.and_(col(Notice.circular_id) == col(Circular.id), col(Notice.person_id) == person_id))
        .join(
            Acknowledgement,
            sa.and_(col(Acknowledgement.circular_id) == col(Circular.id), col(Acknowledgement.person_id) == person_id),
        )
        .outerjoin(
            CircularAnswer,
            sa.and_(col(CircularAnswer.circular_id) == col(Circular.id), col(CircularAnswer.person_id) == person_id),
        )
        .where(col(Circular.id) == circular_id)
    ).one_or_none()
    if row is None:
        return Problem(CircularProblem.UNKNOWN)
    if row.state is CircularState.WITHDRAWN:
        return Problem(CircularProblem.TAKEN_BACK)
    if row.question is None:
        return Problem(CircularProblem.NO_QUESTION)
    question = Question.of_json(row.question)
    place = question.options[question.right].clause
    clause = None if place is None or place > len(row.clauses) else (place, row.clauses[place - 1])
    return Asked(row.id, row.number, question, row.option, clause)


def answer(session: Session, person_id: int, circular_id: int, option: int) -> Asked | Problem:
    """Answer the question; the first answer counts, and a later one changes nothing."""
    found = asked(session, person_id, circular_id)
    if isinstance(found, Problem) or found.chosen is not None:
        return found
    if not 0 <= option < len(found.question.options):
        return Problem(CircularProblem.NO_QUESTION)
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.connection().execute(
        insert(_answers)
        .values(circular_id=circular_id, person_id=person_id, option=option, answered_at=now(session))
        .on_conflict_do_nothing()
    )
    return asked(session, person_id, circular_id)


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How many chose one option first. ``place`` counts from 0; ``clause`` as in :class:`Option`."""

    place: int
    text: str
    clause: int | None
    right: bool
    number: int


@dataclass(frozen=True, slots=True)
class Answers:
    """How a circular's question was answered, option by option; ``clauses`` are the words of those that are named."""

    number: str
    question: str
    options: tuple[OptionCount, ...]
    clauses: Mapping[int, str]

    @property
    def total(self) -> int:
        """How many have answered."""
        return sum(one.number for one in self.options)

    @property
    def right(self) -> int:
        """How many of them chose the right option first."""
        return sum(one.number for one in self.options if one.right)


def answers(session: Session, by: Hat, circular_id: int) -> Answers | Problem:
    """How the question was answered, for whoever issues circulars at its office or above it; numbers alone."""
    found = seen(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    _, row = found
    if row.question is None:
        return Problem(CircularProblem.NO_QUESTION)
    question = Question.of_json(row.question)
    counted = {
        option: int(number)
        for option, number in session.execute(
            sa.select(_answers.c.option, sa.func.count())
            .where(_answers.c.circular_id == circular_id)
            .group_by(_answers.c.option)
        )
    }
    options = tuple(
        OptionCount(place, one.text, one.clause, one.right, counted.get(place, 0))
        for place, one in enumerate(question.options)
    )
    named = {one.clause for one in options if one.clause is not None and one.clause <= len(row.clauses)}
    return Answers(row.number, question.text, options, {place: row.clauses[place - 1] for place in sorted(named)})
