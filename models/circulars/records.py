"""Circulars as they are stored: what is told, to whom, by whose leave, and how far it is."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import BigKey, UtcDateTime, enum_column


class CircularClass(StrEnum):
    """How pressing a circular is; named by the message ``circular-class-<class>``."""

    ORDINARY = "ordinary"
    URGENT = "urgent"


class CircularState(StrEnum):
    """Where a circular stands; named by the message ``circular-state-<state>``. A pause is apart (``paused_at``)."""

    DRAFT = "draft"
    PLANNING = "planning"
    """Released; at its hour the rows of its recipients are written, and nothing leaves until they are."""
    TRYING = "trying"
    """The first few are told, to see whether all goes well."""
    SENDING = "sending"
    DONE = "done"
    """Nothing is left to send; the closing statement stands in the audit."""
    WITHDRAWN = "withdrawn"


class Level(StrEnum):
    """As whom somebody is told, the highest first; named by the message ``level-<level>``."""

    NATIONAL = "national"
    PROVINCE = "province"
    COUNTY = "county"
    COMMISSION = "commission"
    CHAMBER = "chamber"
    UNION = "union"
    UNIT = "unit"
    NOBODY_YET = "nobody-yet"
    """Somebody whose number is proven, without a unit and without a role."""


class Passing(StrEnum):
    """How a circular comes from level to level; named by the message ``circular-passing-<passing>``."""

    AT_ONCE = "at-once"
    """Everybody is told by the issuing office itself."""
    BY_HAND = "by-hand"
    """Each office passes it on to those below it: province to counties and chambers, these to unions, they to units."""
    BY_ITSELF = "by-itself"
    """The same way, but it is passed on by itself as soon as the office was told."""


class PauseReason(StrEnum):
    """Why a circular rests; named by the message ``pause-reason-<reason>``."""

    BY_HAND = "by-hand"
    TRIAL_FAILED = "trial-failed"
    """Of the first few too many could not be told."""
    MANY_FAULTS = "many-faults"
    """Midway so many could not be told as the trial would not have let pass."""


class CircularProblem(StrEnum):
    """Why something about a circular is refused."""

    UNKNOWN = "circular-unknown"
    """There is no such circular."""
    OUT_OF_REACH = "circular-out-of-reach"
    """The audience names an office (``name``) that the issuing office does not stand above."""
    NUMBER_MISSING = "circular-number-missing"
    NUMBER_TAKEN = "circular-number-taken"
    """``number``, ``subject``: of the office's own circular that bears it, or of one of the four letters."""
    DATE_AHEAD = "circular-date-ahead"
    """``date``: it lies in the future."""
    TEXT_TOO_LONG = "circular-text-too-long"
    """``got`` and ``most``: numbers of messages."""
    TOO_MANY_CLAUSES = "circular-too-many-clauses"
    """``got`` and ``most``: clauses of one circular."""
    NO_AUDIENCE = "circular-no-audience"
    """Nobody belongs to the audience."""
    OWN_RELEASE = "circular-own-release"
    """Its author; a second authorised person releases."""
    PAST = "circular-schedule-past"
    """``at``: the instant has passed."""
    TOO_FAR = "circular-schedule-too-far"
    """``at``: more than a year ahead."""
    WRONG_STATE = "circular-wrong-state"
    """``state``: in which this cannot be done (any more)."""
    CHANGED = "circular-changed"
    """Somebody has changed it since it was shown."""
    NOT_YOUR_OFFICE = "circular-not-your-office"
    """``name``: the office that writes it; others above it release and stop, and do not write."""
    ASKED = "circular-asked"
    """Its release was asked for already."""
    NOBODY_RELEASES = "circular-nobody-releases"
    """Neither in the office nor above it is there a second authorised person."""
    NO_LEVELS = "circular-no-levels"
    """It cannot go from level to level: no office lies below the one that writes it."""
    WRONG_FILE = "circular-wrong-file"
    """``name``: what came is neither a PDF nor a photo."""
    NOTHING_SENT = "circular-nothing-sent"
    """It reached nobody, so there is nothing to correct."""
    MAY_NOT_CHANGE_RULES = "circular-may-not-change-rules"
    """``own``: the role that composes or releases; it sets no rules for the issuing office's territory."""
    TOO_MANY_CHANGES = "circular-too-many-changes"
    """``got`` and ``most``: rules that one circular changes."""
    CHANGE_TOO_EARLY = "circular-change-too-early"
    """``rule``, ``from``; ``first``: the day on which the circular is told, or today."""
    CHANGE_CLAUSE = "circular-change-clause"
    """``got``: the place of a clause that it has not; ``most``: how many it has."""
    CHANGE_TWICE = "circular-change-twice"
    """``rule``, ``from``: twice for the same day."""
    PAUSED = "circular-paused"
    """It rests already."""
    NOT_PAUSED = "circular-not-paused"
    TAKEN_BACK = "circular-taken-back"
    """It was withdrawn: nothing is to be acknowledged, answered or passed on any more."""
    NOBODY_LEFT = "circular-nobody-left"
    """Everybody who was told has acknowledged."""
    REMINDED_LATELY = "circular-reminded-lately"
    """``at``: when the last reminder went out, ``days``: how far apart they are at least."""
    NOBODY_WAITS = "circular-nobody-waits"
    """Nobody waits until this office passes it on."""
    NOT_TOLD = "circular-not-told"
    """The office itself was not sent it yet, so that it cannot pass it on."""
    NOT_PASSED = "circular-not-passed"
    """The letter of an office that has not passed it on."""
    NOT_LATE = "circular-not-late"
    """``hours``, ``at``: until then the office itself may pass it on, before another does in its place."""
    NOTHING_HELD_BACK = "circular-nothing-held-back"
    """Nobody waits for an office to pass it on (any more)."""
    NO_QUESTION = "circular-no-question"
    """It asks nothing, or not this."""
    QUESTION_OPTIONS = "circular-question-options"
    """``got``, ``least``, ``most``: numbers of options."""
    QUESTION_RIGHT = "circular-question-right"
    """``got``: how many options are right; exactly one is wanted."""
    QUESTION_TWICE = "circular-question-twice"
    """``text``: of two options that read the same."""
    QUESTION_CLAUSE = "circular-question-clause"
    """``got``: a clause that the circular does not have; ``most``: its last one."""


IS_UNDER_WAY: Final = sa.text("ended_at IS NULL AND state <> 'draft'")
"""Released and not closed; written out so that the planner sees that the partial index fits."""
IS_REMINDING: Final = sa.text("reminding_at IS NOT NULL")
LOOKS: Final = sa.text("looks_at IS NOT NULL")
WAITED_FOR: Final = sa.text("held > 0 AND passed_at IS NULL AND ready")
"""An office that may have been told and has not passed it on to those who wait for it."""
OPENING: Final = sa.text("held > 0 AND passed_at IS NOT NULL")
"""An office that has, while not all who waited are let on yet."""
IS_UNBALANCED: Final = sa.text("unaccounted <> 0")
"""Closed although its figures do not make up the plan."""
BEARS_NUMBER: Final = sa.text("(state <> 'withdrawn' OR started_at IS NOT NULL)")
"""Its number is in use: all but what was withdrawn before anybody was sent it; written out as above."""
IS_ASKED: Final = sa.text("state = 'draft' AND release_asked_at IS NOT NULL")
"""A draft that waits for a second person; written out as above."""


class Circular(SQLModel, table=True):
    """One circular. ``summary`` is in our own words; ``pages`` are the messages that it takes, without the heading.

    ``attachment_key`` names the content that comes last. ``question`` is the one of comprehension, as
    ``questions.Question`` writes it. ``changes`` are the rules that it changes, as ``changes.Change`` writes them.
    ``corrects_id`` is the withdrawn circular whose recipients are told by this one. ``revision`` counts what was
    changed in the draft, ``release_asked_at`` says since when it waits for a second person. Whoever changed it last is
    its author.

    ``reminding_at``: a round of reminders is going on since then, ``reminded_to`` is the last person it came to;
    ``reminding_all``: it was asked for by hand, at ``reminded_at`` for the last time. ``looks_at``: when to look next
    for offices that have not acknowledged an urgent one.

    ``given_up_at``: since when nobody waits any longer for offices that have not passed it on.

    ``counted`` were meant at its release, ``planned`` when its hour had come. ``planned_to`` is the last person
    whose row is written, ``plan_until`` the last one there is to look at (0: nothing has begun); ``fed`` counts the
    rows that were let out, of which the first ``trial`` go ahead of the others. ``unaccounted``: by how many the
    plan exceeded the rows when it was closed, which is 0 unless something went wrong.
    """

    __tablename__ = "circulars"
    __table_args__ = (
        sa.CheckConstraint("state = 'draft' OR state = 'withdrawn' OR released_by IS NOT NULL", name="released"),
        sa.CheckConstraint("released_by <> author_id", name="second_person"),
        sa.CheckConstraint("(paused_at IS NULL) = (paused_for IS NULL)", name="pause"),
        sa.Index("ix_circulars_under_way", "id", sqlite_where=IS_UNDER_WAY, postgresql_where=IS_UNDER_WAY),
        sa.Index("ix_circulars_reminding", "id", sqlite_where=IS_REMINDING, postgresql_where=IS_REMINDING),
        sa.Index("ix_circulars_looks_at", "looks_at", sqlite_where=LOOKS, postgresql_where=LOOKS),
        sa.Index("ix_circulars_issued", "issued", "id"),
        sa.Index("ix_circulars_office_id", "office_id", "state"),
        sa.Index("ix_circulars_unbalanced", "id", sqlite_where=IS_UNBALANCED, postgresql_where=IS_UNBALANCED),
        sa.Index("ix_circulars_asked", "id", sqlite_where=IS_ASKED, postgresql_where=IS_ASKED),
        # Each office numbers its own letters.
        sa.Index(
            "uq_circulars_number",
            "office_id",
            "number_key",
            unique=True,
            sqlite_where=BEARS_NUMBER,
            postgresql_where=BEARS_NUMBER,
        ),
        # A button names a circular by its id for ever; that of a draft thrown away never comes again.
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    number: str = Field(max_length=60)
    number_key: str = Field(max_length=60)
    issued: date
    office_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    author_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    subject: str = Field(max_length=200)
    summary: str = Field(sa_column=sa.Column(sa.Text, nullable=False))
    search_key: str = Field(sa_column=sa.Column(sa.Text, nullable=False))
    clauses: list[str] = Field(default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False))
    pages: list[str] = Field(default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False))
    grade: CircularClass = Field(sa_column=sa.Column(enum_column(CircularClass), nullable=False))
    audience: dict[str, Any] = Field(default_factory=dict, sa_column=sa.Column(sa.JSON, nullable=False))
    passing: Passing = Field(
        default=Passing.AT_ONCE,
        sa_column=sa.Column(enum_column(Passing), nullable=False, server_default=Passing.AT_ONCE.value),
    )
    attachment_key: str | None = Field(
        default=None, sa_column=sa.Column(sa.String(80), sa.ForeignKey("contents.key"), index=True)
    )
    attachment_picture: bool = Field(
        default=False, sa_column=sa.Column(sa.Boolean, nullable=False, server_default=sa.false())
    )
    question: dict[str, Any] | None = Field(default=None, sa_column=sa.Column(sa.JSON))
    changes: list[dict[str, Any]] = Field(
        default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False, server_default="[]")
    )
    corrects_id: int | None = Field(
        default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("circulars.id"), index=True)
    )
    state: CircularState = Field(
        default=CircularState.DRAFT, sa_column=sa.Column(enum_column(CircularState), nullable=False)
    )
    revision: int = Field(default=1, sa_column=sa.Column(sa.Integer, nullable=False, server_default="1"))
    created_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    release_asked_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    released_by: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    released_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    starts_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    started_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    ended_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    paused_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    paused_for: PauseReason | None = Field(default=None, sa_column=sa.Column(enum_column(PauseReason)))
    counted: int = 0
    planned: int = 0
    reminding_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    reminding_all: bool = Field(
        default=False, sa_column=sa.Column(sa.Boolean, nullable=False, server_default=sa.false())
    )
    reminded_to: int = Field(default=0, sa_column=sa.Column(sa.BigInteger, nullable=False, server_default="0"))
    reminded_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    looks_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    given_up_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    planned_to: int = Field(default=0, sa_column=sa.Column(sa.BigInteger, nullable=False))
    plan_until: int = Field(default=0, sa_column=sa.Column(sa.BigInteger, nullable=False))
    trial: int = 0
    fed: int = 0
    watched_fed: int | None = Field(default=0, sa_column=sa.Column(sa.Integer, server_default="0"))
    watched_faults: int = Field(default=0, sa_column=sa.Column(sa.Integer, nullable=False, server_default="0"))
    unaccounted: int = Field(default=0, sa_column=sa.Column(sa.Integer, nullable=False, server_default="0"))


class Acknowledgement(SQLModel, table=True):
    """Somebody has said that a circular was read. ``first_at``: when it was said first."""

    __tablename__ = "acknowledgements"

    circular_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("circulars.id"), primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), primary_key=True))
    first_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


class CircularOffice(SQLModel, table=True):
    """What a circular asks of one office: that it be read there, and passed on to those who wait for it.

    Written with the plan, for every office among whose people or above whose recipients there is one. ``above_id`` is
    the nearest office above it, below the issuing one, with recipients of its own; a county's chamber and commission
    stand beside the county office and count as the county. ``below`` rows waited for this office to pass it on and
    ``held`` still do; ``ready``: nobody above has still to pass it on first. ``passed_by`` is empty where it went on by
    itself, ``through_id`` names the office that did it, ``in_place`` says that this is one above, in its place.
    ``letter_number`` and ``letter_dated`` are those of the office's own covering letter (60/227210 ¶6: in writing).
    ``reminded_at``: when it was asked for the last time to pass it on. ``late_told_at``: when the level above was told
    that this office has not acknowledged an urgent one, ``late_passing_told_at``: that it has, and has not passed it
    on. ``late_units_told_at``: when a union's units were counted for it last, of whom it was told of ``late_units`` at
    most.
    """

    __tablename__ = "circular_offices"
    __table_args__ = (
        sa.CheckConstraint("held >= 0 AND held <= below", name="held"),
        sa.CheckConstraint("(letter_number IS NULL) = (letter_dated IS NULL)", name="letter"),
        sa.CheckConstraint("letter_number IS NULL OR passed_at IS NOT NULL", name="passed"),
        sa.Index(
            "ix_circular_offices_waited_for",
            "circular_id",
            "office_id",
            sqlite_where=WAITED_FOR,
            postgresql_where=WAITED_FOR,
        ),
        sa.Index(
            "ix_circular_offices_opening", "circular_id", "office_id", sqlite_where=OPENING, postgresql_where=OPENING
        ),
        sa.Index("ix_circular_offices_above_id", "circular_id", "above_id"),
        sa.Index("ix_circular_offices_office_id", "office_id", "circular_id"),
    )

    circular_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("circulars.id"), primary_key=True))
    office_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), primary_key=True))
    above_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id")))
    below: int = 0
    held: int = 0
    ready: bool = Field(default=True, sa_column=sa.Column(sa.Boolean, nullable=False))
    passed_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    passed_by: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    in_place: bool = Field(default=False, sa_column=sa.Column(sa.Boolean, nullable=False, server_default=sa.false()))
    through_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id")))
    letter_number: str | None = Field(default=None, max_length=60)
    letter_dated: date | None = Field(default=None)
    reminded_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    late_told_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    late_passing_told_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    late_units_told_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))
    late_units: int = Field(default=0, sa_column=sa.Column(sa.Integer, nullable=False, server_default="0"))


class CircularOpening(SQLModel, table=True):
    """Somebody has opened a circular in the library or taken its attachment; ``first_at``: for the first time."""

    __tablename__ = "circular_openings"

    circular_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("circulars.id"), primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), primary_key=True))
    first_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


class CircularAnswer(SQLModel, table=True):
    """The first answer of a recipient to a circular's question; ``option`` counts from 0."""

    __tablename__ = "circular_answers"

    circular_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("circulars.id"), primary_key=True))
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), primary_key=True))
    option: int
    answered_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
