"""A renewed licence, from the owner to the union and back: what counts until it is confirmed, and what counts then."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from models import audit, notices
from models.eligibility import EligibilityOutcome, RemedyKind, VerdictReasonKind, my_verdict
from models.months import MonthMark, calendar
from models.notices import NoticeKind
from models.reviews import (
    Basis,
    RejectionCode,
    Remark,
    RemarkCode,
    ReviewProblem,
    Subject,
    SubjectKind,
    approve,
    inbox_counts,
    inbox_page,
    licence_review_card,
    reject,
    remarks_for,
    send_back,
    unit_review_card,
)
from models.units import (
    Licence,
    RenewalState,
    UnitProblem,
    licence_of,
    registration_of,
    renewable,
    resubmit_registration,
    submit_registration,
    submit_renewal,
)
from models.values.ids import LicenceNumber
from models.values.jalali import JalaliMonth
from tests.models.told import check_all, confirmed_unit
from tests.models.world import World, azar, granted, just_now, person, refused

OLD = Licence(LicenceNumber("الف/1234"), date(2021, 11, 20), date(2026, 11, 20))
NEW = Licence(LicenceNumber("ب/77"), date(2026, 11, 21), date(2031, 11, 21))


def expired(session: Session, world: World) -> int:
    """The owner's confirmed workshop, whose licence has ended."""
    stated = replace(azar(world.union_id), licence_issued=OLD.issued, licence_expires=OLD.expires)
    return confirmed_unit(session, world, stated)


def submitted(session: Session, world: World, unit_id: int, new: Licence = NEW, revision: int = 0) -> Subject:
    """A renewed licence that lies with the union."""
    receipt = granted(submit_renewal(session, world.owner, unit_id, revision, new))
    return Subject(SubjectKind.LICENCE, receipt.subject_id)


def owed(session: Session) -> list[tuple[NoticeKind, dict[str, str | int]]]:
    """The notices that are owed."""
    rows = notices.lease(session, "test", 100, session.info["clock"].now())
    return [(row.kind, dict(row.facts)) for row in rows]


def test_until_the_union_confirms_it_the_old_dates_stand_and_then_the_new(session: Session, world: World) -> None:
    unit_id = expired(session, world)
    before = granted(my_verdict(session, world.owner, unit_id))
    assert before.outcome is EligibilityOutcome.LICENCE_EXPIRED
    assert before.remedies[0].kind is RemedyKind.RENEW_LICENCE
    subject = submitted(session, world, unit_id)
    assert licence_of(session, unit_id) == OLD
    waiting = granted(my_verdict(session, world.owner, unit_id))
    assert waiting.outcome is EligibilityOutcome.LICENCE_EXPIRED
    assert waiting.remedies[0].kind is RemedyKind.CONFIRM_LICENCE
    assert VerdictReasonKind.RENEWAL_WAITS in [reason.kind for reason in waiting.reasons]
    owed(session)

    assert granted(inbox_counts(session, world.approver)).licences == 1
    (item,) = granted(inbox_page(session, world.approver, SubjectKind.LICENCE)).items
    assert (item.subject, item.month) == (subject, None)
    card = granted(licence_review_card(session, world.approver, subject.id))
    assert (card.card.old, card.card.new) == (OLD, NEW)
    granted(approve(session, world.approver, subject, 1, Basis.DOCUMENT_SEEN))

    assert licence_of(session, unit_id) == NEW
    assert granted(registration_of(session, world.owner, unit_id)).licence_number == NEW.number
    after = granted(my_verdict(session, world.owner, unit_id))
    assert after.outcome is EligibilityOutcome.NOTHING_RECORDED
    # No month is lost: those since the first known licence can be recorded.
    first = JalaliMonth.of_date(OLD.issued)
    marks = {cell.month: cell.mark for cell in calendar(session, unit_id, first)}
    assert (marks[first], marks[first.previous()]) == (MonthMark.MISSING, MonthMark.BEFORE_LICENCE)
    ((kind, facts),) = owed(session)
    assert (kind, facts["unit"], facts["expires"]) == (NoticeKind.LICENCE_APPROVED, unit_id, "2031-11-21")
    acts = [(one.act, dict(one.details)) for one in audit.trail(session, str(subject))]
    assert [act for act, _ in acts] == [audit.AuditAct.LICENCE_SUBMITTED, audit.AuditAct.LICENCE_APPROVED]
    assert (acts[1][1]["check"], acts[1][1]["basis"]) == ("licence-valid", "document-seen")
    assert granted(renewable(session, world.owner, unit_id)).open is None


def test_what_came_back_is_mended_at_its_field_and_goes_again(session: Session, world: World) -> None:
    unit_id = expired(session, world)
    subject = submitted(session, world, unit_id)
    remark = Remark("licence-expires", None, RemarkCode.DIFFERS_FROM_LICENCE)
    wrong = send_back(session, world.approver, subject, 1, (replace(remark, field="address"),))
    assert refused(wrong).code is ReviewProblem.REMARK_DOES_NOT_FIT
    granted(send_back(session, world.approver, subject, 1, (remark,)))
    assert owed(session)[-1][1]["field"] == "licence-expires"
    assert [one.field for one in granted(remarks_for(session, world.owner, subject))] == ["licence-expires"]
    assert granted(my_verdict(session, world.owner, unit_id)).remedies[0].kind is RemedyKind.CORRECT_LICENCE
    mended = replace(NEW, expires=date(2031, 11, 20))
    assert refused(submit_renewal(session, world.owner, unit_id, 0, mended)).code is UnitProblem.STALE
    assert submitted(session, world, unit_id, mended, 1) == subject
    assert refused(approve(session, world.approver, subject, 1, Basis.VISIT)).code is ReviewProblem.STALE
    card = granted(licence_review_card(session, world.approver, subject.id))
    assert [change.field for change in card.changes] == ["licence-expires"]
    granted(approve(session, world.approver, subject, 2, Basis.VISIT))
    late = refused(approve(session, world.second_approver, subject, 2, Basis.VISIT))
    assert late.code in {ReviewProblem.ALREADY_DECIDED, ReviewProblem.DECIDED_BY}


def test_who_may_not_decide_and_what_no_licence_rests_on(session: Session, world: World) -> None:
    unit_id = expired(session, world)
    subject = submitted(session, world, unit_id)
    again = refused(submit_renewal(session, world.owner, unit_id, 0, NEW))
    assert again.code is UnitProblem.RENEWAL_UNDER_REVIEW
    stranger = person(session, 88)
    assert refused(submit_renewal(session, stranger, unit_id, 0, NEW)).code is UnitProblem.NOT_YOURS
    assert refused(renewable(session, stranger, unit_id)).code is UnitProblem.NOT_YOURS
    assert refused(licence_review_card(session, world.expert, subject.id)).code is ReviewProblem.NOT_YOURS
    history = refused(approve(session, world.approver, subject, 1, Basis.HISTORY))
    assert history.code is ReviewProblem.HISTORY_NOT_ALLOWED
    refused(reject(session, world.approver, subject, 1, RejectionCode.OTHER, "نه"))
    assert licence_of(session, unit_id) == OLD


def test_nobody_confirms_the_licence_of_the_own_unit(session: Session, world: World) -> None:
    stated = replace(azar(world.union_id), licence_issued=OLD.issued, licence_expires=OLD.expires)
    own = granted(submit_registration(session, world.approver.person_id, stated, just_now(session))).subject_id
    check_all(session, world.second_approver, own)
    granted(approve(session, world.second_approver, Subject(SubjectKind.UNIT, own), 1, Basis.VISIT))
    receipt = granted(submit_renewal(session, world.approver.person_id, own, 0, NEW))
    subject = Subject(SubjectKind.LICENCE, receipt.subject_id)
    assert refused(approve(session, world.approver, subject, 1, Basis.VISIT)).code is ReviewProblem.OWN_UNIT
    assert granted(inbox_counts(session, world.approver)).licences == 0
    assert granted(inbox_counts(session, world.second_approver)).licences == 1


@pytest.mark.parametrize(
    ("issued", "expires", "code"),
    [
        (date(2027, 11, 21), date(2031, 11, 21), UnitProblem.LICENCE_FUTURE),
        (date(2026, 11, 21), date(2026, 11, 21), UnitProblem.LICENCE_DATES),
        (date(2025, 1, 1), date(2026, 11, 20), UnitProblem.NOT_RENEWED),
        (date(2025, 1, 1), date(2026, 11, 22), UnitProblem.NOT_RENEWED),
    ],
)
def test_dates_that_are_no_renewal_are_refused(
    session: Session, world: World, issued: date, expires: date, code: UnitProblem
) -> None:
    unit_id = expired(session, world)
    assert refused(submit_renewal(session, world.owner, unit_id, 0, Licence(NEW.number, issued, expires))).code is code
    assert granted(inbox_counts(session, world.approver)).licences == 0


def test_a_unit_that_was_licensed_before_registers_with_the_day_since_when(session: Session, world: World) -> None:
    first = date(2020, 5, 20)
    stated = replace(azar(world.union_id), licence_issued=NEW.issued, licence_expires=NEW.expires, licensed_since=first)
    unit_id = granted(submit_registration(session, world.owner, stated, just_now(session))).subject_id
    assert granted(registration_of(session, world.owner, unit_id)).licensed_since == first
    subject = Subject(SubjectKind.UNIT, unit_id)
    remark = Remark("licensed-since", None, RemarkCode.DIFFERS_FROM_DOCUMENTS)
    granted(send_back(session, world.approver, subject, 1, (remark,)))
    mended = replace(granted(registration_of(session, world.owner, unit_id)), licensed_since=date(2025, 12, 1))
    granted(resubmit_registration(session, world.owner, unit_id, 1, mended, just_now(session)))
    card = granted(unit_review_card(session, world.approver, unit_id))
    assert [(change.field, change.after) for change in card.changes] == [("licensed-since", "2025-12-01")]
    check_all(session, world.approver, unit_id, 2)
    granted(approve(session, world.approver, subject, 2, Basis.VISIT))
    marks = [calendar(session, unit_id, JalaliMonth(1404, month), 1)[0].mark for month in (8, 9)]
    assert marks == [MonthMark.BEFORE_LICENCE, MonthMark.MISSING]


def test_a_licence_is_renewed_once_more_and_keeps_its_first_day(session: Session, world: World) -> None:
    unit_id = expired(session, world)
    granted(approve(session, world.approver, submitted(session, world, unit_id), 1, Basis.VISIT))
    once_more = Licence(NEW.number, date(2026, 11, 22), date(2036, 1, 1))
    subject = submitted(session, world, unit_id, once_more)
    assert granted(renewable(session, world.owner, unit_id)).open is not None
    granted(approve(session, world.second_approver, subject, 1, Basis.VISIT))
    assert licence_of(session, unit_id) == once_more
    first = JalaliMonth.of_date(OLD.issued)
    assert calendar(session, unit_id, first, 1)[0].mark is MonthMark.MISSING
    card = granted(licence_review_card(session, world.approver, subject.id))
    assert (card.card.state, card.actions - {"look"}) == (RenewalState.CONFIRMED, frozenset())
