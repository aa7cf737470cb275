"""«I was asked for documents»: reports of papers that an office wanted for an order registration, against 60/310637.

The province and the inspectors read them without the writer's name unless the writer agreed; the named office sees
figures alone; whoever examines order registrations sees nothing of them at all.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from models import audit, notices, organisations
from models.clock import now
from models.columns import BigKey, UtcDateTime, enum_column
from models.letters import NO_LICENCE_COPIES, STATISTICS_ALONE, Clause, letter
from models.notices import NoticeKind
from models.organisations import Deed, Hat, OfficeKind, RoleKind, hats, lineage, officers, offices
from models.receipts import fresh_code
from models.support.history import names_a_password
from models.support.records import TicketProblem
from models.units import Unit, runs
from models.values.jalali import JalaliMonth, tehran_date
from models.values.problem import Problem
from models.values.text import free_text, search_key
from models.vault import vault

MOST_SAID: Final = 500
MOST_OFFICE: Final = 120


class AskedBy(StrEnum):
    """Who asked for papers; its text is the message ``asked-by-<who>``."""

    UNION = "union"
    COUNTY = "county"
    PROVINCE = "province"
    OTHER = "other"


class AskedFor(StrEnum):
    """What was asked for; its text is the message ``asked-for-<what>``."""

    DOCUMENTS = "documents"
    UNION_LETTER = "union-letter"
    LICENCE_COPY = "licence-copy"
    VISIT = "visit"
    OTHER = "other"

    @property
    def clause(self) -> Clause:
        """The part of 60/310637 that speaks of it."""
        return NO_LICENCE_COPIES if self is AskedFor.LICENCE_COPY else STATISTICS_ALONE


class ReportState(StrEnum):
    """Where a report stands; its text is the message ``report-state-<state>``."""

    FILED = "filed"
    SEEN = "seen"
    SETTLED = "settled"


class ReportResult(StrEnum):
    """What came of it; its text is the message ``report-result-<result>``."""

    STOPPED = "stopped"
    OFFICE_TOLD = "office-told"
    NOT_FOUND = "not-found"
    OTHER_MATTER = "other-matter"


class ReportProblem(StrEnum):
    """Why something about a report is refused."""

    NOT_YOURS = "report-not-yours"
    """Somebody else's unit or report, or a role that reads none."""
    EXPERT = "report-expert"
    """Whoever examines order registrations has no part in these reports, in whatever role."""
    SAME_DAY = "report-same-day"
    """``receipt``: the same unit has reported this office for this day."""
    WORDS_MISSING = "report-words-missing"
    """``most``: «other» wants a few words."""
    OFFICE_MISSING = "report-office-missing"
    """``most``: another office must be named."""
    FUTURE = "report-future"
    """``today``: what has not happened yet cannot be reported."""
    BEFORE_LETTER = "report-before-letter"
    """``from``: before this day the letter was not written."""
    MOVED_ON = "report-moved-on"
    """It has been settled, or seen, since this was shown."""


_IS_OPEN: Final = sa.text("state <> 'settled'")


class PapersReport(SQLModel, table=True):
    """One report. ``accused`` is ``office:5`` or a digest of another office's name; ``day`` when it happened.

    ``period`` (JalaliMonth.index) is the month in which it was filed, by which offices are counted.
    """

    __tablename__ = "papers_reports"
    __table_args__ = (
        sa.CheckConstraint("(state = 'settled') = (result IS NOT NULL)", name="settled"),
        sa.UniqueConstraint("unit_id", "accused", "day"),
        sa.Index("ix_papers_reports_open", "province_id", "id", sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
        sa.Index("ix_papers_reports_country", "id", sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
        sa.Index("ix_papers_reports_office_id", "office_id", "period"),
        sa.Index("ix_papers_reports_province_id", "province_id", "period", "office_id"),
        sa.Index("ix_papers_reports_person_id", "person_id", "id"),
    )

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    receipt: str = Field(unique=True, max_length=20)
    person_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("people.id"), nullable=False))
    unit_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("units.id"), nullable=False))
    province_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id"), nullable=False))
    asked_by: AskedBy = Field(sa_column=sa.Column(enum_column(AskedBy), nullable=False))
    office_id: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("offices.id")))
    office_sealed: bytes | None = None
    accused: str = Field(max_length=90)
    asked_for: AskedFor = Field(sa_column=sa.Column(enum_column(AskedFor), nullable=False))
    words_sealed: bytes | None = None
    day: date
    named: bool
    state: ReportState = Field(default=ReportState.FILED, sa_column=sa.Column(enum_column(ReportState), nullable=False))
    result: ReportResult | None = Field(default=None, sa_column=sa.Column(enum_column(ReportResult)))
    period: int
    filed_at: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    settled_at: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person says: who asked (``office`` names another office), what for, in what words, on which day.

    ``named``: the province and the inspectors may know who says so.
    """

    by: AskedBy
    what: AskedFor
    words: str | None = None
    office: str | None = None
    day: date | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class ReportReceipt:
    """The receipt of a report, and whether anybody is there yet to read it."""

    report_id: int
    code: str
    heard: bool


@dataclass(frozen=True, slots=True)
class MyReport:
    """A report as its own writer sees it."""

    id: int
    receipt: str
    asked_for: AskedFor
    state: ReportState
    result: ReportResult | None
    filed_at: datetime


def accusable(session: Session, person_id: int, unit_id: int) -> dict[AskedBy, tuple[int, str]] | Problem:
    """The offices that the person's unit (own, or as its delegate) has to do with, by who they are: id and name."""
    unit = _own_unit(session, person_id, unit_id)
    if isinstance(unit, Problem):
        return unit
    known = {OfficeKind.UNION: AskedBy.UNION, OfficeKind.COUNTY: AskedBy.COUNTY, OfficeKind.PROVINCE: AskedBy.PROVINCE}
    above = lineage(session, unit.union_id)
    return {known[office.kind]: (office.id, office.name) for office in above if office.kind in known}


def _own_unit(session: Session, person_id: int, unit_id: int) -> Unit | Problem:
    unit = session.get(Unit, unit_id)
    if unit is None or not runs(session, person_id, unit_id, unit.owner_id):
        return Problem(ReportProblem.NOT_YOURS)
    return unit


def read_said(text: str, most: int = MOST_SAID) -> str | Problem:
    """A few words about what was asked; nothing that is called a password."""
    words = free_text(text, most=most, lines=True)
    if not isinstance(words, Problem) and names_a_password(words):
        return Problem(TicketProblem.PASSWORD)
    return words


def read_day(day: date, today: date) -> date | Problem:
    """When it happened: not in the future, and not before the letter that it offends."""
    since = letter(STATISTICS_ALONE.letter).date
    if day > today:
        return Problem(ReportProblem.FUTURE, {"today": today})
    return day if day >= since else Problem(ReportProblem.BEFORE_LETTER, {"from": since})


def report_papers(session: Session, person_id: int, unit_id: int, asked: Asked) -> ReportReceipt | Problem:
    """Report that papers were asked for; the same unit, office and day once. Province and inspectors hear of it."""
    near = accusable(session, person_id, unit_id)
    if isinstance(near, Problem):
        return near
    today = tehran_date(now(session))
    day = read_day(asked.day or today, today)
    words = None if asked.words is None else read_said(asked.words)
    office = None if asked.office is None else read_said(asked.office, MOST_OFFICE)
    refused = next((one for one in (day, words, office) if isinstance(one, Problem)), _unsaid(asked))
    if refused is not None:
        return refused
    assert not isinstance(day, Problem)
    assert not isinstance(words, Problem)
    assert not isinstance(office, Problem)
    office_id = near[asked.by][0] if asked.by in near else None
    safe, at = vault(session), now(session)
    # Another office's name is somebody's own words: what is compared is its keyed digest.
    elsewhere = safe.index("accused", search_key(office or ""))
    accused = f"office:{office_id}" if office_id is not None else f"{asked.by.value}:{elsewhere}"
    same = session.execute(
        sa.select(col(PapersReport.receipt)).where(
            col(PapersReport.unit_id) == unit_id, col(PapersReport.accused) == accused, col(PapersReport.day) == day
        )
    ).scalar_one_or_none()
    if same is not None:
        return Problem(ReportProblem.SAME_DAY, {"receipt": same})
    row = PapersReport(
        receipt=fresh_code(session, col(PapersReport.receipt)),
        person_id=person_id,
        unit_id=unit_id,
        province_id=near[AskedBy.PROVINCE][0],
        asked_by=asked.by,
        office_id=office_id,
        office_sealed=None if office is None or office_id is not None else safe.seal(office),
        accused=accused,
        asked_for=asked.what,
        words_sealed=None if words is None else safe.seal(words),
        day=day,
        named=asked.named,
        period=JalaliMonth.of_date(today).index,
        filed_at=at,
    )
    session.add(row)
    session.flush()
    audit.record(
        session,
        audit.AuditAct.PAPERS_REPORTED,
        by=person_id,
        hat=None,
        subject=f"report:{row.id}",
        details={"by": asked.by.value, "for": asked.what.value, "office": str(office_id or "")},
    )
    return ReportReceipt(row.id, row.receipt, _tell(session, row, near[AskedBy.PROVINCE][1]))


def _unsaid(asked: Asked) -> Problem | None:
    if asked.by is AskedBy.OTHER and asked.office is None:
        return Problem(ReportProblem.OFFICE_MISSING, {"most": MOST_OFFICE})
    if asked.what is AskedFor.OTHER and asked.words is None:
        return Problem(ReportProblem.WORDS_MISSING, {"most": MOST_SAID})
    return None


def _tell(session: Session, row: PapersReport, province: str) -> bool:
    """Province and inspectors hear of it; of a report on the province's own organisation the ministry's as well."""
    told = list(officers(session, row.province_id, RoleKind.PROVINCIAL_OFFICER))
    inspectors = officers(session, row.province_id, RoleKind.INSPECTOR)
    told += inspectors
    if not inspectors or row.asked_by is AskedBy.PROVINCE:
        for ministry in offices(session, OfficeKind.INSPECTION_OFFICE):
            told += officers(session, ministry.id, RoleKind.INSPECTOR)
    heard: set[int] = set()
    for hat in told:
        if hat.person_id in heard or not isinstance(_reader(session, hat), Hat) or _hidden(session, hat, row):
            continue
        heard.add(hat.person_id)
        facts: dict[str, str | int] = {
            "report": row.id,
            "receipt": row.receipt,
            "role": hat.role_id,
            "province": province,
            "for": row.asked_for.value,
        }
        notices.owe(
            session, hat.person_id, NoticeKind.PAPERS_REPORTED, facts, f"papers-reported:{row.id}:{hat.person_id}"
        )
    return bool(heard)


def _reader(session: Session, worn: Hat) -> Hat | Problem:
    """The live role, when it reads reports and its wearer examines no order registrations."""
    live = organisations.hat(session, worn.person_id, worn.role_id)
    if isinstance(live, Problem):
        return live
    if organisations.reaches(live, Deed.READ_REPORTS) is None:
        return Problem(ReportProblem.NOT_YOURS)
    own = [one.kind for person in live.persons for one in hats(session, person)]
    return Problem(ReportProblem.EXPERT) if RoleKind.ORDER_EXPERT in own else live


def own_offices(session: Session, live: Hat) -> frozenset[int]:
    """The offices where the wearer acts otherwise than as an inspector: reports on these are figures alone."""
    return frozenset(
        one.office_id for person in live.persons for one in hats(session, person) if one.kind is not RoleKind.INSPECTOR
    )


def _hidden(session: Session, live: Hat, row: PapersReport) -> bool:
    return row.person_id in live.persons or row.office_id in own_offices(session, live)


def reader(session: Session, worn: Hat) -> Hat | Problem:
    """The gate of every look at the reports."""
    return _reader(session, worn)


def readable(session: Session, worn: Hat, report_id: int, deed: Deed) -> tuple[Hat, PapersReport] | Problem:
    """The gate of every look at one report and of every act on it; the row is held until the transaction ends."""
    live = _reader(session, worn)
    if isinstance(live, Problem):
        return live
    query = sa.select(PapersReport).where(col(PapersReport.id) == report_id).with_for_update()
    row = session.execute(query, execution_options={"populate_existing": True}).scalar_one_or_none()
    if row is None or _hidden(session, live, row) or not organisations.may(session, live, deed, row.province_id):
        return Problem(ReportProblem.NOT_YOURS)
    return live, row


def my_reports(session: Session, person_id: int, limit: int = 5) -> tuple[MyReport, ...]:
    """The person's own reports, the latest first."""
    rows = session.execute(_mine(person_id).order_by(col(PapersReport.id).desc()).limit(limit)).all()
    return tuple(MyReport(*row) for row in rows)


def my_report(session: Session, person_id: int, report_id: int) -> MyReport | Problem:
    """One of the person's own reports."""
    row = session.execute(_mine(person_id).where(col(PapersReport.id) == report_id)).one_or_none()
    return Problem(ReportProblem.NOT_YOURS) if row is None else MyReport(*row)


def _mine(person_id: int) -> sa.Select[*tuple[Any, ...]]:
    return sa.select(
        col(PapersReport.id),
        col(PapersReport.receipt),
        col(PapersReport.asked_for),
        col(PapersReport.state),
        col(PapersReport.result),
        col(PapersReport.filed_at),
    ).where(col(PapersReport.person_id) == person_id)
