"""Reading the reports of papers that were asked for: the list, one report, what came of it, and figures per office."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, letters, notices, organisations, people
from models.clock import now
from models.letters import RuleKey
from models.notices import NoticeKind
from models.organisations import Deed, Hat, Office, OfficeKind, RoleKind, hats, lineage
from models.support.papers import (
    AskedBy,
    AskedFor,
    PapersReport,
    ReportProblem,
    ReportResult,
    ReportState,
    own_offices,
    readable,
    reader,
)
from models.units import Unit
from models.values.jalali import JalaliMonth, tehran_date
from models.values.problem import Problem
from models.vault import vault

_YEAR: Final = 12
_MOST_OFFICES: Final = 10


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One report in a line: who was named, what was asked for, ``days`` since it was filed."""

    id: int
    receipt: str
    asked_by: AskedBy
    office: str | None
    asked_for: AskedFor
    state: ReportState
    days: int


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of the open reports, the oldest first; ``next`` is the id that the following page begins after."""

    items: tuple[ReportItem, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a report, where the writer agreed to be named: the unit's title and the person's name, if known."""

    unit: str
    name: str | None


@dataclass(frozen=True, slots=True)
class ReportCard:
    """One report as a reader sees it. ``county`` is all that is told of the unit unless the writer is ``named``."""

    id: int
    receipt: str
    asked_by: AskedBy
    office: str | None
    asked_for: AskedFor
    words: str | None
    day: date
    county: str
    writer: Writer | None
    state: ReportState
    result: ReportResult | None
    filed_at: datetime
    settles: bool
    """Whether the reader may say what came of it, now."""


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """How many reports named the office in a month; None where there were some, but fewer than are shown."""

    month: JalaliMonth
    number: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The own office's months, the latest first, those without a report left out; ``floor``: fewer are not told."""

    office: str
    floor: int
    months: tuple[MonthFigure, ...]


@dataclass(frozen=True, slots=True)
class OfficeFigure:
    """How many reports of twelve months named this office (None: offices that are in no list)."""

    office: str | None
    number: int


def reports_page(session: Session, hat: Hat, after: int = 0, limit: int = 6) -> ReportPage | Problem:
    """The reports that are not settled, the oldest first, without those on the reader's own office."""
    live = reader(session, hat)
    if isinstance(live, Problem):
        return live
    rows = session.execute(reports_query(live, own_offices(session, live), after).limit(limit + 1)).all()
    at, safe = now(session), vault(session)
    items = tuple(
        ReportItem(
            row.id,
            row.receipt,
            row.asked_by,
            row.name if row.office_sealed is None else safe.open(row.office_sealed),
            row.asked_for,
            row.state,
            (at - row.filed_at).days,
        )
        for row in rows[:limit]
    )
    return ReportPage(items, items[-1].id if len(rows) > limit else None)


def reports_query(live: Hat, without: frozenset[int], after: int) -> sa.Select[*tuple[Any, ...]]:
    """The statement behind a page, along the index of the open ones."""
    table = PapersReport
    query = (
        sa.select(
            col(table.id),
            col(table.receipt),
            col(table.asked_by),
            col(table.office_sealed),
            col(Office.name),
            col(table.asked_for),
            col(table.state),
            col(table.filed_at),
        )
        .outerjoin(Office, col(Office.id) == col(table.office_id))
        .where(
            col(table.state) != sa.literal_column("'settled'"),
            col(table.id) > after,
            col(table.person_id).not_in(live.persons),
            sa.or_(col(table.office_id).is_(None), col(table.office_id).not_in(sorted(without))),
        )
        .order_by(col(table.id))
    )
    return query.where(col(table.province_id) == live.office_id) if live.office_kind is OfficeKind.PROVINCE else query


def report_card(session: Session, hat: Hat, report_id: int) -> ReportCard | Problem:
    """One report; its writer only where the writer agreed."""
    admitted = readable(session, hat, report_id, Deed.READ_REPORTS)
    return admitted if isinstance(admitted, Problem) else _card(session, *admitted)


def _card(session: Session, live: Hat, row: PapersReport) -> ReportCard:
    safe = vault(session)
    unit = session.get_one(Unit, row.unit_id)
    place = {office.kind: office.name for office in lineage(session, unit.union_id)}
    named = None if row.office_id is None else session.get_one(Office, row.office_id).name
    settles = organisations.may(session, live, Deed.SETTLE_REPORTS, row.province_id)
    return ReportCard(
        row.id,
        row.receipt,
        row.asked_by,
        named if row.office_sealed is None else safe.open(row.office_sealed),
        row.asked_for,
        None if row.words_sealed is None else safe.open(row.words_sealed),
        row.day,
        place.get(OfficeKind.COUNTY, ""),
        Writer(unit.title, people.name_of(session, row.person_id)) if row.named else None,
        row.state,
        row.result,
        row.filed_at,
        settles and row.state is not ReportState.SETTLED,
    )


def see_report(session: Session, hat: Hat, report_id: int) -> ReportCard | Problem:
    """An inspector has read it; its writer hears that."""
    admitted = readable(session, hat, report_id, Deed.SETTLE_REPORTS)
    if isinstance(admitted, Problem):
        return admitted
    live, row = admitted
    if row.state is not ReportState.FILED:
        return Problem(ReportProblem.MOVED_ON)
    row.state = ReportState.SEEN
    _record(session, live, row, audit.AuditAct.REPORT_SEEN, NoticeKind.REPORT_SEEN)
    return _card(session, live, row)


def settle_report(session: Session, hat: Hat, report_id: int, result: ReportResult) -> ReportCard | Problem:
    """An inspector says what came of it; its writer hears that."""
    admitted = readable(session, hat, report_id, Deed.SETTLE_REPORTS)
    if isinstance(admitted, Problem):
        return admitted
    live, row = admitted
    if row.state is ReportState.SETTLED:
        return Problem(ReportProblem.MOVED_ON)
    row.state, row.result, row.settled_at = ReportState.SETTLED, result, now(session)
    _record(session, live, row, audit.AuditAct.REPORT_SETTLED, NoticeKind.REPORT_SETTLED)
    return _card(session, live, row)


def _record(session: Session, live: Hat, row: PapersReport, act: audit.AuditAct, kind: NoticeKind) -> None:
    session.flush()
    result = "" if row.result is None else row.result.value
    audit.record(
        session, act, by=live.person_id, hat=live.role_id, subject=f"report:{row.id}", details={"result": result}
    )
    facts: dict[str, str | int] = {"report": row.id, "receipt": row.receipt, "result": result}
    notices.owe(session, row.person_id, kind, facts, f"{kind.value}:{row.id}")


def report_figures(session: Session, hat: Hat) -> Figures | Problem:
    """How many reports named the own office in each of the last twelve months, and nothing else of them."""
    live = organisations.hat(session, hat.person_id, hat.role_id)
    if isinstance(live, Problem):
        return live
    if organisations.reaches(live, Deed.SEE_REPORT_FIGURES) is None:
        return Problem(ReportProblem.NOT_YOURS)
    if any(one.kind is RoleKind.ORDER_EXPERT for person in live.persons for one in hats(session, person)):
        return Problem(ReportProblem.EXPERT)
    today = tehran_date(now(session))
    floor = letters.rule(session, RuleKey.REPORTS_SHOWN_FROM, live.office_id, today).number
    counted = session.execute(
        sa.select(col(PapersReport.period), sa.func.count())
        .where(
            col(PapersReport.office_id) == live.office_id,
            col(PapersReport.period) > JalaliMonth.of_date(today).index - _YEAR,
        )
        .group_by(col(PapersReport.period))
        .order_by(col(PapersReport.period).desc())
    ).all()
    months = (
        MonthFigure(JalaliMonth.from_index(period), number if number >= floor else None) for period, number in counted
    )
    return Figures(live.office_name, floor, tuple(months))


def office_figures(session: Session, hat: Hat) -> tuple[OfficeFigure, ...] | Problem:
    """The offices that were named most in twelve months, at most ten; in the own province or in the country."""
    live = reader(session, hat)
    if isinstance(live, Problem):
        return live
    since = JalaliMonth.of_date(tehran_date(now(session))).index - _YEAR
    number = sa.func.count()
    query = (
        sa.select(col(Office.name), number)
        .select_from(PapersReport)
        .outerjoin(Office, col(Office.id) == col(PapersReport.office_id))
        .where(col(PapersReport.period) > since)
        .group_by(col(PapersReport.office_id), col(Office.name))
        .order_by(number.desc(), col(PapersReport.office_id))
        .limit(_MOST_OFFICES)
    )
    if live.office_kind is OfficeKind.PROVINCE:
        query = query.where(col(PapersReport.province_id) == live.office_id)
    return tuple(OfficeFigure(*row) for row in session.execute(query))
