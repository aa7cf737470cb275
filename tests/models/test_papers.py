"""Reports of papers that were asked for: who reads them, who never does, and what the named office learns."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from models import organisations
from models.audit import AuditAct, trail
from models.clock import Clock, now
from models.letters import NO_LICENCE_COPIES, STATISTICS_ALONE
from models.notices import Notice, NoticeKind
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import set_name
from models.support.inspection import (
    office_figures,
    report_card,
    report_figures,
    reports_page,
    reports_query,
    see_report,
    settle_report,
)
from models.support.papers import (
    Asked,
    AskedBy,
    AskedFor,
    PapersReport,
    ReportProblem,
    ReportReceipt,
    ReportResult,
    ReportState,
    accusable,
    my_report,
    my_reports,
    report_papers,
)
from models.values.problem import Problem
from models.values.text import TextProblem
from tests.models.told import confirmed_unit
from tests.models.world import World, build_world, granted, person, refused

SAID = "گفتند بدون فاکتور خرید پرونده بررسی نمی‌شود."
BY_UNION = Asked(AskedBy.UNION, AskedFor.DOCUMENTS, SAID)
BY_PROVINCE = Asked(AskedBy.PROVINCE, AskedFor.LICENCE_COPY)


@dataclass(frozen=True)
class Readers:
    """A unit, and who may read of it: the province's officer and inspector, the ministry's inspector; another's."""

    world: World
    unit_id: int
    officer: Hat
    inspector: Hat
    ministry: Hat
    elsewhere: Hat

    @property
    def all(self) -> tuple[Hat, ...]:
        """Everybody who reads reports of this province."""
        return (self.officer, self.inspector, self.ministry)


def _hat(session: Session, digits: int, kind: RoleKind, office_id: int) -> Hat:
    return granted(organisations.grant(session, person(session, digits), kind, office_id))


def _readers(session: Session) -> Readers:
    world = build_world(session)
    unit_id = confirmed_unit(session, world)
    gilan = next(office for office in organisations.provinces(session) if office.name == "گیلان")
    inspection = organisations.offices(session, OfficeKind.INSPECTION_OFFICE)[0]
    return Readers(
        world,
        unit_id,
        _hat(session, 31, RoleKind.PROVINCIAL_OFFICER, world.province_id),
        _hat(session, 32, RoleKind.INSPECTOR, world.province_id),
        _hat(session, 33, RoleKind.INSPECTOR, inspection.id),
        _hat(session, 34, RoleKind.INSPECTOR, gilan.id),
    )


def _filed(session: Session, at: Readers, asked: Asked = BY_UNION) -> ReportReceipt:
    return granted(report_papers(session, at.world.owner, at.unit_id, asked))


def _told(session: Session) -> set[int]:
    kind = col(Notice.kind) == NoticeKind.PAPERS_REPORTED
    return set(session.execute(sa.select(col(Notice.person_id)).where(kind)).scalars())


def test_the_offices_near_a_unit_can_be_named_by_its_owner_alone(session: Session) -> None:
    at = _readers(session)
    near = granted(accusable(session, at.world.owner, at.unit_id))
    assert {by: name for by, (_, name) in near.items()} == {
        AskedBy.UNION: "اتحادیهٔ کفاشان ری",
        AskedBy.COUNTY: "ری",
        AskedBy.PROVINCE: "تهران",
    }
    stranger = person(session, 90)
    assert refused(accusable(session, stranger, at.unit_id)).code is ReportProblem.NOT_YOURS
    assert refused(report_papers(session, stranger, at.unit_id, BY_UNION)).code is ReportProblem.NOT_YOURS


def test_a_report_goes_to_the_province_and_its_inspector_and_is_masked(session: Session) -> None:
    at = _readers(session)
    receipt = _filed(session, at)
    assert _told(session) == {at.officer.person_id, at.inspector.person_id}
    for hat in at.all:
        card = granted(report_card(session, hat, receipt.report_id))
        assert (card.words, card.county, card.writer) == (SAID, "ری", None)
        assert card.asked_for.clause == STATISTICS_ALONE
        assert [item.receipt for item in granted(reports_page(session, hat)).items] == [receipt.code]
    assert "آذر" not in str(granted(report_card(session, at.inspector, receipt.report_id)))


def test_without_an_inspector_of_the_province_the_ministrys_hears(session: Session) -> None:
    at = _readers(session)
    granted(organisations.revoke(session, at.inspector.role_id))
    _filed(session, at)
    assert _told(session) == {at.officer.person_id, at.ministry.person_id}


def test_who_agreed_to_be_named_is_named(session: Session) -> None:
    at = _readers(session)
    set_name(session, at.world.owner, "آذر نمونه")
    receipt = _filed(session, at, replace(BY_UNION, named=True))
    writer = granted(report_card(session, at.inspector, receipt.report_id)).writer
    assert writer is not None
    assert (writer.unit, writer.name) == ("کفش دست‌دوز آذر", "آذر نمونه")


def test_a_report_on_the_provinces_own_organisation_is_kept_from_its_officer(session: Session) -> None:
    at = _readers(session)
    receipt = _filed(session, at, BY_PROVINCE)
    assert _told(session) == {at.inspector.person_id, at.ministry.person_id}
    assert refused(report_card(session, at.officer, receipt.report_id)).code is ReportProblem.NOT_YOURS
    assert granted(reports_page(session, at.officer)).items == ()
    assert granted(report_card(session, at.inspector, receipt.report_id)).asked_for.clause == NO_LICENCE_COPIES
    assert len(granted(report_figures(session, at.officer)).months) == 1


def test_an_inspector_who_also_works_in_the_named_union_reads_nothing_of_it(session: Session) -> None:
    at = _readers(session)
    granted(organisations.grant(session, at.inspector.person_id, RoleKind.UNION_SECRETARY, at.world.union_id))
    receipt = _filed(session, at)
    assert _told(session) == {at.officer.person_id}
    for outcome in (
        report_card(session, at.inspector, receipt.report_id),
        settle_report(session, at.inspector, receipt.report_id, ReportResult.NOT_FOUND),
    ):
        assert refused(outcome).code is ReportProblem.NOT_YOURS


def test_an_expert_reaches_nothing_of_it_by_any_route(session: Session) -> None:
    at = _readers(session)
    world = at.world
    receipt = _filed(session, at)
    everything = (
        lambda hat: reports_page(session, hat),
        lambda hat: report_card(session, hat, receipt.report_id),
        lambda hat: see_report(session, hat, receipt.report_id),
        lambda hat: settle_report(session, hat, receipt.report_id, ReportResult.NOT_FOUND),
        lambda hat: office_figures(session, hat),
        lambda hat: report_figures(session, hat),
    )
    assert all(isinstance(ask(world.expert), Problem) for ask in everything)
    both = _hat(session, 40, RoleKind.INSPECTOR, world.province_id)
    assert isinstance(report_card(session, both, receipt.report_id), Problem) is False
    granted(organisations.grant(session, both.person_id, RoleKind.ORDER_EXPERT, world.province_id))
    expert_too = [ask(both) for ask in everything]
    assert all(isinstance(outcome, Problem) for outcome in expert_too)
    assert refused(expert_too[0]).code is ReportProblem.EXPERT
    session.execute(sa.delete(Notice))
    _filed(session, at, replace(BY_UNION, day=date(2026, 11, 1)))
    assert both.person_id not in _told(session)
    assert world.expert.person_id not in _told(session)


def test_others_read_nothing(session: Session) -> None:
    at = _readers(session)
    receipt = _filed(session, at)
    for hat in (at.elsewhere, at.world.approver, at.world.officer):
        assert isinstance(report_card(session, hat, receipt.report_id), Problem)
        assert isinstance(settle_report(session, hat, receipt.report_id, ReportResult.STOPPED), Problem)
    assert granted(reports_page(session, at.elsewhere)).items == ()
    assert isinstance(reports_page(session, at.world.approver), Problem)
    assert isinstance(settle_report(session, at.officer, receipt.report_id, ReportResult.STOPPED), Problem)
    assert isinstance(my_report(session, person(session, 90), receipt.report_id), Problem)
    granted(organisations.revoke(session, at.inspector.role_id))
    assert isinstance(report_card(session, at.inspector, receipt.report_id), Problem)


def test_the_same_unit_office_and_day_once(session: Session) -> None:
    at = _readers(session)
    first = _filed(session, at)
    again = refused(report_papers(session, at.world.owner, at.unit_id, replace(BY_UNION, what=AskedFor.VISIT)))
    assert (again.code, again.values) == (ReportProblem.SAME_DAY, {"receipt": first.code})
    _filed(session, at, BY_PROVINCE)
    _filed(session, at, replace(BY_UNION, day=date(2026, 11, 1)))
    other = Asked(AskedBy.OTHER, AskedFor.VISIT, office="بانک نمونه")
    _filed(session, at, other)
    same = refused(report_papers(session, at.world.owner, at.unit_id, replace(other, office="بانک  نمونه")))
    assert same.code is ReportProblem.SAME_DAY
    assert len(my_reports(session, at.world.owner)) == 4


def test_what_is_not_taken_leaves_nothing(session: Session) -> None:
    at = _readers(session)
    for asked, code in (
        (replace(BY_UNION, what=AskedFor.OTHER, words=None), ReportProblem.WORDS_MISSING),
        (Asked(AskedBy.OTHER, AskedFor.VISIT), ReportProblem.OFFICE_MISSING),
        (replace(BY_UNION, day=date(2027, 1, 1)), ReportProblem.FUTURE),
        (replace(BY_UNION, day=date(2019, 1, 1)), ReportProblem.BEFORE_LETTER),
        (replace(BY_UNION, words="مدرک " * 2000), TextProblem.TOO_LONG),
        (replace(BY_UNION, words="…!"), TextProblem.NO_WORDS),
    ):
        assert refused(report_papers(session, at.world.owner, at.unit_id, asked)).code is code
    assert session.exec(select(PapersReport)).all() == []


def test_an_inspectors_acts_are_told_and_recorded_with_the_hat(session: Session) -> None:
    at = _readers(session)
    report_id = _filed(session, at).report_id
    assert granted(see_report(session, at.inspector, report_id)).state is ReportState.SEEN
    assert refused(see_report(session, at.ministry, report_id)).code is ReportProblem.MOVED_ON
    card = granted(settle_report(session, at.ministry, report_id, ReportResult.OFFICE_TOLD))
    assert (card.state, card.settles) == (ReportState.SETTLED, False)
    late = refused(settle_report(session, at.inspector, report_id, ReportResult.NOT_FOUND))
    assert late.code is ReportProblem.MOVED_ON
    assert granted(my_report(session, at.world.owner, report_id)).result is ReportResult.OFFICE_TOLD
    acts = [(act.act, act.hat) for act in trail(session, f"report:{report_id}")]
    assert acts == [
        (AuditAct.PAPERS_REPORTED, None),
        (AuditAct.REPORT_SEEN, at.inspector.role_id),
        (AuditAct.REPORT_SETTLED, at.ministry.role_id),
    ]
    owed = session.execute(sa.select(col(Notice.kind)).where(col(Notice.person_id) == at.world.owner)).scalars().all()
    assert {NoticeKind.REPORT_SEEN, NoticeKind.REPORT_SETTLED} <= set(owed)


def test_the_named_office_sees_numbers_and_no_small_ones(session: Session, clock: Clock) -> None:
    at = _readers(session)
    assert granted(report_figures(session, at.world.approver)).months == ()
    for days in range(3):
        _filed(session, at, replace(BY_UNION, day=date(2026, 11, 1 + days)))
    clock.set(now(session) + timedelta(days=31))
    _filed(session, at, replace(BY_UNION, day=date(2026, 11, 20)))
    figures = granted(report_figures(session, at.world.approver))
    assert [(one.month.month, one.number) for one in figures.months] == [(10, None), (9, 3)]
    assert SAID not in str(figures)
    (line,) = granted(office_figures(session, at.inspector))
    assert (line.office, line.number) == ("اتحادیهٔ کفاشان ری", 4)
    assert granted(office_figures(session, at.elsewhere)) == ()


def test_words_rest_sealed(session: Session) -> None:
    at = _readers(session)
    _filed(session, at, Asked(AskedBy.OTHER, AskedFor.OTHER, SAID, "بانک ویژه"))
    for table in SQLModel.metadata.sorted_tables:
        for row in session.execute(sa.select(table)).all():
            assert "فاکتور" not in str(tuple(row)), table.name
            assert "ویژه" not in str(tuple(row)), table.name


def test_the_lists_are_read_along_their_indexes(session: Session) -> None:
    at = _readers(session)
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("the plan of an empty table says nothing on PostgreSQL")
    for hat, index in ((at.inspector, "ix_papers_reports_open"), (at.ministry, "ix_papers_reports_country")):
        written = (
            reports_query(hat, frozenset(), 0)
            .limit(7)
            .compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        )
        plan = " ".join(str(row) for row in session.execute(sa.text(f"EXPLAIN QUERY PLAN {written}")))
        assert index in plan
        assert "TEMP B-TREE" not in plan
