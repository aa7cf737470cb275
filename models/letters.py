"""Letters, their clauses, and the dated rules that rest on a clause or, where no letter speaks, on a setting."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from models import audit, organisations
from models.citations import CircularClause, Citation, Setting, cite, kept, read_clause, reread
from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column, table_of
from models.letters_corpus import LETTERS, Clause, Letter, LetterKey, Part
from models.organisations import Deed, Hat, Office
from models.prepared import Prepared
from models.values.jalali import tehran_date
from models.values.problem import Problem
from models.values.text import latin_digits, normalise

FOUR_USES: Final = Clause(LetterKey.L1, Part.PREAMBLE)
SELF_REGISTRATION: Final = Clause(LetterKey.L1, Part.PARAGRAPH_1)
THREE_CHECKS: Final = Clause(LetterKey.L1, Part.PARAGRAPH_2)
ACCESS_CHAIN: Final = Clause(LetterKey.L1, Part.PARAGRAPH_3)
ACCESS_TROUBLE: Final = Clause(LetterKey.L1, Part.PARAGRAPH_4)
MONTHLY_CONFIRMATION: Final = Clause(LetterKey.L1, Part.PARAGRAPH_5)
IN_WRITING: Final = Clause(LetterKey.L1, Part.PARAGRAPH_6)
STATISTICS_ALONE: Final = Clause(LetterKey.L2, Part.FIRST_PART)
NO_LICENCE_COPIES: Final = Clause(LetterKey.L2, Part.SECOND_PART)

__all__ = [
    "ACCESS_CHAIN",
    "ACCESS_TROUBLE",
    "FOUR_USES",
    "IN_WRITING",
    "LETTERS",
    "MONTHLY_CONFIRMATION",
    "NO_LICENCE_COPIES",
    "SELF_REGISTRATION",
    "STATISTICS_ALONE",
    "THREE_CHECKS",
    "CircularClause",
    "Citation",
    "Clause",
    "Letter",
    "LetterKey",
    "Part",
    "Rule",
    "RuleBook",
    "RuleKey",
    "RuleProblem",
    "RuleRow",
    "RuleShape",
    "Setting",
    "cite",
    "kept",
    "letter",
    "read_clause",
    "read_value",
    "reread",
    "rule",
    "rule_book",
    "rule_books",
    "rules",
    "set_rule",
    "shape",
]


class RuleKey(StrEnum):
    """What can be set; named by the message ``rule-key-<key>``."""

    CAMPAIGN_DAYS = "campaign-days"
    """Days from a campaign's first day to its last (1-180); 0: until the same day of the next Jalali month."""
    CAMPAIGN_REMINDERS = "campaign-reminder-days"
    """So many days before a campaign's last day (0: on it) whoever has not registered is reminded, as ``1,3,7``."""
    ENTRY_DAY = "month-entry-day"
    """The day of the following month until whose end a month is on time (1-31)."""
    GRACE_UNTIL = "month-grace-until"
    """An ISO date or empty: months whose deadline falls while this is in force are on time until that day's end."""
    REVIEW_DAYS = "review-days"
    """Days after which a waiting review is late (1-90)."""
    HISTORY_COUNTS = "review-history-counts"
    """Whether «history» may be the basis of an approval (yes or no)."""
    WINDOW = "eligibility-window"
    """How many past months a verdict looks at (1-60)."""
    NEEDED = "eligibility-needed"
    """How many of them must be recorded (1-60)."""
    COUNTS_WAITING = "eligibility-counts-waiting"
    """Whether months that still wait for the union count (yes or no)."""
    REMINDER_DAYS = "reminder-days"
    """Days of the following month on which people are reminded (0: the month's own last day), as ``0,1,5``."""
    INVITATION_DAYS = "invitation-days"
    """Days for which an invitation holds (1-30)."""
    ABSENCE_DAYS = "absence-days"
    """Days for which somebody may be stood in for at a time (1-365)."""
    COUNTY_DAYS = "fallback-county-days"
    """Days without an answer of the union after which the county may act in its place (0: it may not; at most 365)."""
    PROVINCE_DAYS = "fallback-province-days"
    """The same for the province, which may act beside the county from then on (0: it may not; at most 365)."""
    RISK_MONTHS = "risk-missing-months"
    """Months in a row without a record at which a warning speaks of a risk (1-24)."""
    TRIAL_SHARE = "circular-trial-share"
    """Per cent of a circular's recipients who are told first, as a trial (1-100)."""
    TRIAL_LEAST = "circular-trial-least"
    """So many recipients are a trial at least (1-1000); a circular to no more of them goes out without one."""
    TRIAL_FAULTS = "circular-trial-faults"
    """Per cent of those tried first who may be out of reach before the circular rests by itself (0-100)."""
    CIRCULAR_REMINDERS = "circular-reminder-days"
    """So many days after a circular reached them, those are reminded who have not acknowledged it, as ``3,7``."""
    CIRCULAR_DISTANCE = "circular-reminder-distance"
    """Days that lie between two reminders of one circular to one person at least (1-30)."""
    CIRCULAR_HOURS = "circular-urgent-hours"
    """Hours after which the level above hears that an urgent circular was not acknowledged, and may pass any circular
    on in the place of an office that has not done so (1-720)."""
    ACCESS_UNION_DAYS = "access-days-union"
    """Days after which a request for access is late with the union (1-90)."""
    ACCESS_COUNTY_DAYS = "access-days-county"
    """The same with the county office."""
    ACCESS_PROVINCE_DAYS = "access-days-province"
    """The same with the provincial organisation."""
    ACCESS_STATISTICS_DAYS = "access-days-statistics"
    """The same with the statistics office."""
    TICKET_DAYS = "ticket-days"
    """Days within which a desk answers a ticket; then it goes to the statistics office (1-30)."""
    TICKET_REOPEN_DAYS = "ticket-reopen-days"
    """Days within which a closed ticket may be opened again (1-90)."""
    TICKETS_WAITING = "tickets-waiting"
    """How many tickets of one person may wait at a time (1-50)."""
    REPORTS_SHOWN_FROM = "reports-shown-from"
    """A named office sees how many reports a month brought only from this number on, else «fewer» (1-20)."""


class RuleProblem(StrEnum):
    """Why a rule cannot be set."""

    NUMBER = "rule-number"
    """``rule``, ``least``, ``most``: a whole number is wanted."""
    YES_NO = "rule-yes-no"
    """``rule``: yes or no is wanted."""
    DATE = "rule-date"
    """``rule``: a date or nothing is wanted."""
    DAYS = "rule-days"
    """``rule``, ``least``, ``most``: days with commas between them are wanted."""
    PAST = "rule-past"
    """``from``: a rule begins today or later, what was judged stays judged."""
    NOT_YOURS = "rule-not-yours"
    """The actor's role does not set rules for this scope."""


_NUMBERS: Final[Mapping[RuleKey, tuple[int, int]]] = {
    RuleKey.CAMPAIGN_DAYS: (0, 180),
    RuleKey.ENTRY_DAY: (1, 31),
    RuleKey.REVIEW_DAYS: (1, 90),
    RuleKey.COUNTY_DAYS: (0, 365),
    RuleKey.PROVINCE_DAYS: (0, 365),
    RuleKey.WINDOW: (1, 60),
    RuleKey.NEEDED: (1, 60),
    RuleKey.RISK_MONTHS: (1, 24),
    RuleKey.TRIAL_SHARE: (1, 100),
    RuleKey.TRIAL_LEAST: (1, 1000),
    RuleKey.TRIAL_FAULTS: (0, 100),
    RuleKey.CIRCULAR_DISTANCE: (1, 30),
    RuleKey.CIRCULAR_HOURS: (1, 720),
    RuleKey.ACCESS_UNION_DAYS: (1, 90),
    RuleKey.ACCESS_COUNTY_DAYS: (1, 90),
    RuleKey.ACCESS_PROVINCE_DAYS: (1, 90),
    RuleKey.ACCESS_STATISTICS_DAYS: (1, 90),
    RuleKey.INVITATION_DAYS: (1, 30),
    RuleKey.ABSENCE_DAYS: (1, 365),
    RuleKey.TICKET_DAYS: (1, 30),
    RuleKey.TICKET_REOPEN_DAYS: (1, 90),
    RuleKey.TICKETS_WAITING: (1, 50),
    RuleKey.REPORTS_SHOWN_FROM: (1, 20),
}


class RuleShape(StrEnum):
    """What the value of a rule is."""

    NUMBER = "number"
    YES_NO = "yes-no"
    DATE = "date"
    DAYS = "days"


def shape(key: RuleKey) -> RuleShape:
    """What the value of this rule is."""
    if key in _NUMBERS:
        return RuleShape.NUMBER
    if key in _YES_NO:
        return RuleShape.YES_NO
    return RuleShape.DATE if key is RuleKey.GRACE_UNTIL else RuleShape.DAYS


_YES_NO: Final = frozenset({RuleKey.HISTORY_COUNTS, RuleKey.COUNTS_WAITING})
_LAST_REMINDER_DAY: Final = 31
_DEFAULTS: Final[Mapping[RuleKey, str]] = {
    RuleKey.CAMPAIGN_DAYS: "0",
    RuleKey.CAMPAIGN_REMINDERS: "1,3,7",
    RuleKey.ENTRY_DAY: "10",
    RuleKey.GRACE_UNTIL: "",
    RuleKey.REVIEW_DAYS: "7",
    RuleKey.COUNTY_DAYS: "14",
    RuleKey.PROVINCE_DAYS: "21",
    RuleKey.HISTORY_COUNTS: "yes",
    RuleKey.WINDOW: "12",
    RuleKey.NEEDED: "3",
    RuleKey.COUNTS_WAITING: "no",
    RuleKey.REMINDER_DAYS: "0,1,5,8,9,10",
    RuleKey.RISK_MONTHS: "6",
    RuleKey.TRIAL_SHARE: "1",
    RuleKey.TRIAL_LEAST: "10",
    RuleKey.TRIAL_FAULTS: "20",
    RuleKey.CIRCULAR_REMINDERS: "3,7",
    RuleKey.CIRCULAR_DISTANCE: "2",
    RuleKey.CIRCULAR_HOURS: "24",
    RuleKey.ACCESS_UNION_DAYS: "7",
    RuleKey.ACCESS_COUNTY_DAYS: "3",
    RuleKey.ACCESS_PROVINCE_DAYS: "3",
    RuleKey.ACCESS_STATISTICS_DAYS: "7",
    RuleKey.INVITATION_DAYS: "7",
    RuleKey.ABSENCE_DAYS: "60",
    RuleKey.TICKET_DAYS: "3",
    RuleKey.TICKET_REOPEN_DAYS: "14",
    RuleKey.TICKETS_WAITING: "5",
    RuleKey.REPORTS_SHOWN_FROM: "3",
}
_RESTS_ON: Final[Mapping[RuleKey, Clause]] = {RuleKey.CAMPAIGN_DAYS: SELF_REGISTRATION}
"""Defaults that a letter gives; the others are settings."""


class RuleRow(SQLModel, table=True):
    """A rule from a day on, for one office and all below it, or for the country (no scope).

    ``clause`` is what it rests on; of a circular's clause ``cited_*`` hold number, date and text, so that a verdict
    cites it without asking for the circular.
    """

    __tablename__ = "rules"
    __table_args__ = (sa.Index("ix_rules_key", "key", "scope_id", "valid_from"),)

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    key: RuleKey = Field(sa_column=sa.Column(enum_column(RuleKey), nullable=False))
    scope_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id")))
    valid_from: date
    value: str = Field(max_length=200)
    clause: str | None = Field(default=None, max_length=40)
    cited_number: str | None = Field(default=None, max_length=60)
    cited_on: date | None = None
    cited_text: str | None = Field(default=None, sa_column=sa.Column(sa.Text))
    note: str | None = Field(default=None, max_length=400)
    set_by: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id")))
    set_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in force and what it rests on; read it by the property of its kind."""

    key: RuleKey
    value: str
    source: Citation | Setting

    @property
    def number(self) -> int:
        """The value of a rule that is a number."""
        return int(self.value)

    @property
    def yes(self) -> bool:
        """The value of a rule that is yes or no."""
        return self.value == "yes"

    @property
    def day(self) -> date | None:
        """The value of a rule that is a date; None when it is empty."""
        return date.fromisoformat(self.value) if self.value else None

    @property
    def days(self) -> tuple[int, ...]:
        """The value of a rule that is a list of days."""
        return tuple(int(day) for day in self.value.split(",") if day)


def letter(key: LetterKey) -> Letter:
    """One letter of the corpus."""
    return LETTERS[key]


_RULE: Final = (
    col(RuleRow.key),
    col(RuleRow.scope_id),
    col(RuleRow.valid_from),
    col(RuleRow.value),
    col(RuleRow.clause),
    col(Office.name),
    col(RuleRow.cited_number),
    col(RuleRow.cited_on),
    col(RuleRow.cited_text),
)
_in_order: Final = (col(RuleRow.valid_from), col(RuleRow.id))
_own: Final = sa.select(col(Office.id), col(Office.parent_id), col(Office.province_id)).where(
    col(Office.id) == sa.bindparam("office")
)
_line: Final = _own.subquery("line")
_scope_name: Final = sa.outerjoin(table_of(RuleRow), table_of(Office), col(Office.id) == col(RuleRow.scope_id))
# At every month and every verdict.
_read_line: Final = Prepared(_own)
_read_country: Final = Prepared(
    sa.select(*_RULE).select_from(_scope_name).where(col(RuleRow.scope_id).is_(None)).order_by(*_in_order)
)
_read_book: Final = Prepared(
    sa.select(*_RULE)
    .select_from(_scope_name)
    .where(
        sa.or_(
            col(RuleRow.scope_id).is_(None),
            *(col(RuleRow.scope_id).in_(sa.select(column)) for column in _line.c),
        )
    )
    .order_by(*_in_order)
)


class RuleBook:
    """The rules of one office, from its own to the country's, of all days: what is in force depends on the day."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], line: tuple[int, ...]) -> None:
        self._line = line
        self._rows: dict[RuleKey, list[tuple[Any, ...]]] = {}
        for key, *row in rows:
            self._rows.setdefault(key, []).append(tuple(row))

    def lies_in(self, office_id: int | None) -> bool:
        """Whether the book's office is this one or lies below it; all lie in the country (None)."""
        return office_id is None or office_id in self._line

    def rule(self, key: RuleKey, on: date, *, without: int | None = None) -> Rule:
        """The rule in force on a day: nearest scope first, then the latest beginning, else the default.

        ``without``: as if this circular had not changed it.
        """
        far = len(self._line)
        best: tuple[int, tuple[Any, ...]] | None = None
        for row in self._rows.get(key, ()):
            scope_id, valid_from, _, clause = row[:4]
            if valid_from > on or (without is not None and clause and clause.startswith(f"C{without}/")):
                continue
            distance = far if scope_id is None else self._line.index(scope_id)
            if best is None or best[0] >= distance:
                best = distance, row
        return _default(key) if best is None else _made(key, *best[1])


def _made(
    key: RuleKey,
    _scope_id: int | None,
    valid_from: date,
    value: str,
    clause: str | None,
    name: str | None,
    number: str | None,
    issued: date | None,
    text: str | None,
) -> Rule:
    if clause is None:
        return Rule(key, value, Setting(name, valid_from, default=False))
    cited = read_clause(clause)
    if isinstance(cited, Clause):
        return Rule(key, value, cite(cited))
    return Rule(key, value, Citation(cited, number or "", issued or valid_from, text or ""))


def rule_book(session: Session, office_id: int | None) -> RuleBook:
    """The rules of an office and of all above it; None: the country's alone."""
    if office_id is None:
        return RuleBook(_read_country.rows(session), ())
    row = _read_line.row(session, office=office_id)
    line = tuple(dict.fromkeys(office for office in row or () if office is not None))
    return RuleBook(_read_book.rows(session, office=office_id), line)


def rule_books(session: Session, office_ids: Collection[int]) -> Mapping[int, RuleBook]:
    """The rule books of several offices, in two statements."""
    found = session.execute(
        sa.select(col(Office.id), col(Office.parent_id), col(Office.province_id)).where(col(Office.id).in_(office_ids))
    ).all()
    lines = {row[0]: tuple(dict.fromkeys(office for office in row if office is not None)) for row in found}
    scopes = {office for line in lines.values() for office in line}
    rows = session.execute(
        sa.select(*_RULE)
        .select_from(_scope_name)
        .where(sa.or_(col(RuleRow.scope_id).is_(None), col(RuleRow.scope_id).in_(scopes)))
        .order_by(*_in_order)
    ).all()
    return {
        office: RuleBook((tuple(row) for row in rows if row[1] is None or row[1] in line), line)
        for office, line in lines.items()
    }


def rule(session: Session, key: RuleKey, office_id: int | None, on: date) -> Rule:
    """The rule in force for an office on a day: nearest scope first, then the latest beginning, else the default."""
    return rule_book(session, office_id).rule(key, on)


def rules(session: Session, office_id: int | None, on: date) -> Mapping[RuleKey, Rule]:
    """All rules in force for an office on a day."""
    book = rule_book(session, office_id)
    return {key: book.rule(key, on) for key in RuleKey}


def _default(key: RuleKey) -> Rule:
    clause = _RESTS_ON.get(key)
    return Rule(key, _DEFAULTS[key], Setting(None, None, default=True) if clause is None else cite(clause))


def set_rule(
    session: Session,
    by: Hat | None,
    key: RuleKey,
    value: str,
    *,
    scope_id: int | None,
    valid_from: date,
    clause: Clause | Citation | None = None,
    note: str | None = None,
) -> Rule | Problem:
    """Set a rule from a day on (Tehran's calendar), for an office and all below it or the country (``scope_id`` None).

    ``by`` is empty for the command line; a provincial officer sets rules within the province, an operator or the
    statistics office anywhere. Setting the same rule again for the same day replaces it. A clause of a circular comes
    as a citation.
    """
    if by is not None:
        live = organisations.hat(session, by.person_id, by.role_id)
        if isinstance(live, Problem):
            return live
        if not organisations.may(session, live, Deed.SET_RULE, scope_id):
            return Problem(RuleProblem.NOT_YOURS)
    scope_name = None
    if scope_id is not None:
        scope = organisations.office(session, scope_id)
        if isinstance(scope, Problem):
            return scope
        scope_name = scope.name
    read = read_value(key, value)
    if isinstance(read, Problem):
        return read
    if valid_from < tehran_date(now(session)):
        return Problem(RuleProblem.PAST, {"from": valid_from})
    rests_on = cite(clause) if isinstance(clause, Clause) else clause
    circular = rests_on if rests_on is not None and isinstance(rests_on.clause, CircularClause) else None
    row = RuleRow(
        key=key,
        scope_id=scope_id,
        valid_from=valid_from,
        value=read,
        clause=str(rests_on.clause) if rests_on else None,
        cited_number=circular.number if circular else None,
        cited_on=circular.date if circular else None,
        cited_text=circular.summary if circular else None,
        note=normalise(note)[:400] if note else None,
        set_by=by.person_id if by else None,
        set_at=now(session),
    )
    session.add(row)
    session.flush()
    audit.record(
        session,
        audit.AuditAct.RULE_SET,
        by=by.person_id if by else None,
        hat=by.role_id if by else None,
        subject=f"rule:{row.id}",
        details={"key": key, "value": read, "scope": str(scope_id or ""), "from": valid_from.isoformat()},
    )
    return Rule(key, read, rests_on or Setting(scope_name, valid_from, default=False))


def read_value(key: RuleKey, value: str) -> str | Problem:
    """A rule's value as it is kept, from what was typed in Latin, Persian or Arabic digits; «yes» and «no» alone."""
    typed = latin_digits(normalise(value))
    match shape(key):
        case RuleShape.NUMBER:
            return _read_number(key, typed)
        case RuleShape.YES_NO:
            return typed if typed in {"yes", "no"} else Problem(RuleProblem.YES_NO, {"rule": key})
        case RuleShape.DATE:
            return _read_date(key, typed)
        case RuleShape.DAYS:
            return _read_days(key, typed)


def _read_number(key: RuleKey, typed: str) -> str | Problem:
    least, most = _NUMBERS[key]
    if typed.isascii() and typed.isdigit() and len(typed) < 4 and least <= int(typed) <= most:
        return str(int(typed))
    return Problem(RuleProblem.NUMBER, {"rule": key, "least": least, "most": most})


def _read_date(key: RuleKey, typed: str) -> str | Problem:
    try:
        return date.fromisoformat(typed).isoformat() if typed else ""
    except ValueError:
        return Problem(RuleProblem.DATE, {"rule": key})


def _read_days(key: RuleKey, typed: str) -> str | Problem:
    days = [day.strip() for day in typed.replace("،", ",").split(",")]
    if all(day.isascii() and day.isdigit() and len(day) < 3 and int(day) <= _LAST_REMINDER_DAY for day in days):
        return ",".join(str(day) for day in sorted({int(day) for day in days}))
    return Problem(RuleProblem.DAYS, {"rule": key, "least": 0, "most": _LAST_REMINDER_DAY})
