"""What people did not find in the list: who sees it, who answers it, who hears."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit, organisations
from models.clock import Clock
from models.drafts import draft_about, drop_draft, open_draft
from models.imports import offices as sheet
from models.imports.reading import Place
from models.notices import Notice, NoticeKind
from models.organisations import Hat, OfficeKind, OrganisationProblem, RoleKind, Wish, WishAnswer
from models.values.problem import Problem
from models.vault import Vault, vault
from tests.models.world import World, granted, person, refused

FORM = "registration"
MET, DECLINED = NoticeKind.WISH_MET, NoticeKind.WISH_DECLINED


def wishes(session: Session, who: int, typed: str, above: int, kind: OfficeKind = OfficeKind.UNION) -> int:
    """Somebody fills in a registration and does not find this."""
    if draft_about(session, who, FORM, "") is None:
        open_draft(session, who, FORM, "", {})
    return granted(organisations.wish_for(session, who, kind, above, typed, FORM))


def heard(session: Session, *kinds: NoticeKind) -> list[tuple[int, dict[str, Any]]]:
    """Who was owed a notice of these kinds, and its facts."""
    rows = session.execute(
        sa.select(col(Notice.person_id), col(Notice.facts_sealed))
        .where(col(Notice.kind).in_(kinds))
        .order_by(col(Notice.id))
    ).all()
    return [(row.person_id, json.loads(vault(session).open(row.facts_sealed))) for row in rows]


def lines(session: Session, hat: Hat) -> list[tuple[str, int]]:
    """What this role has to answer: in whose words, and how many wait."""
    page = granted(organisations.wish_list(session, hat))
    assert organisations.waiting_wishes(session, hat) == len(page.lines)
    return [(one.typed, one.waiting) for one in page.lines]


def officer_of(session: Session, digits: int, kind: RoleKind, office_id: int) -> Hat:
    """Somebody new with this role."""
    return granted(organisations.grant(session, person(session, digits), kind, office_id))


def far_county(session: Session, world: World) -> int:
    """A county of the province where nobody has a role."""
    return granted(organisations.add_office(session, OfficeKind.COUNTY, "دماوند", world.province_id)).id


def test_equal_wishes_stand_together_and_are_told_to_the_county_once(session: Session, world: World) -> None:
    assert (
        refused(organisations.wish_for(session, world.owner, OfficeKind.UNION, world.union_id, "سراجان", FORM)).code
        is OrganisationProblem.NO_SUCH_OFFICE
    )
    refused(organisations.wish_for(session, world.owner, OfficeKind.UNION, world.county_id, "؟؟؟", FORM))
    others = [person(session, 70 + number) for number in range(3)]

    first = wishes(session, world.owner, "سراجان", world.county_id)
    assert wishes(session, world.owner, "سراجان", world.county_id) == first
    for who, typed in zip(others, ("اتحادیه سرّاجان ری", "صنف سراجان", "حلبی‌سازان"), strict=True):
        wishes(session, who, typed, world.county_id)

    assert lines(session, world.officer) == [("سراجان", 3), ("حلبی‌سازان", 1)]
    told = heard(session, NoticeKind.MISSING_UNION)
    assert [(who, facts["typed"]) for who, facts in told] == [
        (world.officer.person_id, "سراجان"),
        (world.officer.person_id, "حلبی‌سازان"),
    ]
    assert told[0][1]["role"] == world.officer.role_id
    page = granted(organisations.wish_list(session, world.officer, limit=1))
    assert page.next == first
    assert [one.typed for one in granted(organisations.wish_list(session, world.officer, first)).lines] == ["حلبی‌سازان"]


def test_a_wish_lasts_as_long_as_its_form_waits_for_it(session: Session, world: World) -> None:
    wishes(session, world.owner, "سراجان", world.county_id)
    other = person(session, 70)
    first = wishes(session, other, "سراجان", world.county_id)
    half = draft_about(session, world.owner, FORM, "")
    assert half is not None
    drop_draft(session, world.owner, half.id)
    assert lines(session, world.officer) == [("سراجان", 1)]

    anew = wishes(session, world.owner, "پردیس", world.province_id, OfficeKind.COUNTY)
    wishes(session, world.owner, "حلبی‌سازان", world.county_id)
    assert organisations.own_wish(session, world.owner, anew) is None, "a form waits for one thing"
    organisations.withdraw_wishes(session, world.owner, FORM)
    assert lines(session, world.officer) == [("سراجان", 1)]

    granted(organisations.decline_wish(session, world.officer, first, "در ری چنین اتحادیه‌ای نیست."))
    assert [who for who, _ in heard(session, MET, DECLINED)] == [other]


def test_a_name_that_was_overlooked_is_found_however_it_is_written(session: Session, world: World) -> None:
    for typed in ("کفاشان", "صنف كفاشان ري", "اتحادیه کفّاشان"):
        found = organisations.listed_as(session, OfficeKind.UNION, world.county_id, typed)
        assert found is not None
        assert found.id == world.union_id
    for typed, kind in (("کفاش", OfficeKind.UNION), ("کفاشان", OfficeKind.CHAMBER), ("؟", OfficeKind.UNION)):
        assert organisations.listed_as(session, kind, world.county_id, typed) is None


def test_each_level_sees_what_is_its_turn(session: Session, world: World) -> None:
    far = far_county(session, world)
    wishes(session, person(session, 70), "سراجان", world.county_id)
    wishes(session, person(session, 71), "آسیابانان", far)
    wishes(session, person(session, 72), "پردیس", world.province_id, OfficeKind.COUNTY)
    office = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)[0]
    statistics = officer_of(session, 81, RoleKind.STATISTICS_OFFICER, office.id)
    assert lines(session, statistics) == [("آسیابانان", 1), ("پردیس", 1)], "nobody else is there yet"

    province = officer_of(session, 80, RoleKind.PROVINCIAL_OFFICER, world.province_id)
    assert lines(session, province) == [("آسیابانان", 1), ("پردیس", 1)]
    assert lines(session, world.officer) == [("سراجان", 1)]
    assert lines(session, statistics) == []
    assert organisations.waiting_wishes(session, world.approver) == 0
    assert refused(organisations.wish_list(session, world.approver)).code is OrganisationProblem.OUT_OF_REACH


def test_only_whoever_adds_offices_there_answers(session: Session, world: World) -> None:
    far = wishes(session, person(session, 70), "آسیابانان", far_county(session, world))
    near = wishes(session, person(session, 71), "سراجان", world.county_id)
    outside = organisations.add_wished(session, world.officer, far, "اتحادیهٔ آسیابانان")
    assert refused(outside).code is OrganisationProblem.OUT_OF_REACH
    approver = organisations.decline_wish(session, world.approver, near, "نه، نیست")
    assert refused(approver).code is OrganisationProblem.OUT_OF_REACH
    wrong = organisations.name_wished(session, world.officer, near, world.county_id)
    assert refused(wrong).code is OrganisationProblem.NO_SUCH_OFFICE
    refused(organisations.decline_wish(session, world.officer, near, "؟"))
    there = organisations.add_wished(session, world.officer, near, "اتحادیهٔ کفاشان ری")
    assert refused(there).code is OrganisationProblem.OFFICE_EXISTS
    granted(organisations.revoke(session, world.officer.role_id))
    revoked = organisations.name_wished(session, world.officer, near, world.union_id)
    assert refused(revoked).code is OrganisationProblem.ROLE_NOT_YOURS
    assert heard(session, MET, DECLINED) == []


def test_whoever_waits_hears_once_and_the_second_officer_learns_who_was_first(session: Session, world: World) -> None:
    second = officer_of(session, 60, RoleKind.COUNTY_OFFICER, world.county_id)
    other = person(session, 70)
    wish = wishes(session, world.owner, "زین‌سازها", world.county_id)
    wishes(session, other, "اتحادیهٔ زین‌سازها", world.county_id)

    made, told = granted(organisations.add_wished(session, world.officer, wish, "اتحادیهٔ سراجان ری"))

    assert (made.name, told) == ("اتحادیهٔ سراجان ری", 2)
    answers = heard(session, MET)
    assert [who for who, _ in answers] == [world.owner, other]
    assert answers[0][1] | {"wish": 0} == {
        "wish": 0,
        "kind": "union",
        "typed": "زین‌سازها",
        "above": "ری",
        "office": "اتحادیهٔ سراجان ری",
        "answer": "added",
    }
    late = refused(organisations.decline_wish(session, second, wish, "پروانهٔ این رسته را دیگری می‌دهد."))
    assert late.code is OrganisationProblem.WISH_ANSWERED_BY
    assert late.values["outcome"] is WishAnswer.ADDED
    again = refused(organisations.name_wished(session, world.officer, wish, made.id))
    assert again.code is OrganisationProblem.WISH_ANSWERED_BY_YOU
    assert len(heard(session, MET, DECLINED)) == 2
    own = organisations.own_wish(session, world.owner, wish)
    assert own is not None
    assert own.office == made
    assert organisations.own_wish(session, other, wish) is None
    entry = audit.trail(session, f"office:{world.county_id}")[-1]
    assert (entry.act, entry.hat) == (audit.AuditAct.WISH_ANSWERED, world.officer.role_id)
    assert dict(entry.details) == {"answer": "added", "wishes": "2", "office": str(made.id)}


def test_another_name_and_a_reason_reach_those_alone_who_wait(session: Session, world: World) -> None:
    gone = person(session, 70)
    wish = wishes(session, world.owner, "گیوه‌دوزان", world.county_id)
    wishes(session, gone, "گیوه‌دوزان", world.county_id)
    half = draft_about(session, gone, FORM, "")
    assert half is not None
    drop_draft(session, gone, half.id)
    assert granted(organisations.name_wished(session, world.officer, wish, world.union_id)) == 1
    assert [(who, facts["office"]) for who, facts in heard(session, MET)] == [(world.owner, "اتحادیهٔ کفاشان ری")]

    anew = wishes(session, world.owner, "گیوه‌دوزان", world.county_id)
    assert anew != wish, "what was answered stays answered"
    assert granted(organisations.decline_wish(session, world.officer, anew, " کفاشان ری می‌دهند. ")) == 1
    assert [facts["reason"] for _, facts in heard(session, DECLINED)] == ["کفاشان ری می‌دهند."]


def test_however_an_office_comes_whoever_waits_for_its_name_hears(session: Session, world: World) -> None:
    saddlers, millers, tinsmiths, pardis = (person(session, 70 + number) for number in range(4))
    wishes(session, saddlers, "سراجان", world.county_id)
    wishes(session, millers, "آسیابانان", world.county_id)
    wishes(session, tinsmiths, "حلبی‌سازان", world.county_id)
    wishes(session, pardis, "شهرستان پردیس", world.province_id, OfficeKind.COUNTY)

    granted(organisations.add_office(session, OfficeKind.CHAMBER, "سراجان", world.county_id))
    granted(organisations.add_office(session, OfficeKind.UNION, "سراجان", far_county(session, world)))
    assert heard(session, MET) == [], "another kind, another county"
    granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ سراجان ری", world.county_id, by=world.officer))
    place = Place(province="تهران", county="ری")
    rows = [
        sheet.NewOffice(
            sheet.OfficeLine(2, OfficeKind.UNION, place, "اتحاديه آسيابانان ري", ""), world.county_id, world.province_id
        ),
        sheet.NewOffice(
            sheet.OfficeLine(3, OfficeKind.COUNTY, place, "پردیس", ""), world.province_id, world.province_id
        ),
    ]
    assert sheet.write(session, None, rows) == 2
    assert {who for who, _ in heard(session, MET)} == {saddlers, millers, pardis}
    assert lines(session, world.officer) == [("حلبی‌سازان", 1)]
    first = session.execute(sa.select(col(Wish.id)).where(col(Wish.person_id) == millers)).scalar_one()
    silent = refused(organisations.wish_card(session, world.officer, first))
    assert silent.code is OrganisationProblem.WISH_ANSWERED


def test_officers_who_tap_two_of_the_same_wishes_at_once_give_one_answer(
    engine: sa.Engine, session: Session, world: World, vault: Vault, clock: Clock
) -> None:
    hats = (world.officer, officer_of(session, 60, RoleKind.COUNTY_OFFICER, world.county_id))
    alike = [wishes(session, person(session, 70 + number), "سراجان", world.county_id) for number in range(4)]
    session.commit()

    def tap(number: int) -> object:
        with Session(engine, expire_on_commit=False) as own:
            own.info.update(vault=vault, clock=clock)
            outcome = organisations.decline_wish(own, hats[number % 2], alike[-number % 4], "در ری چنین چیزی نیست.")
            own.commit()
            return outcome

    if engine.dialect.name == "sqlite":
        outcomes = [tap(number) for number in range(12)]
    else:
        with ThreadPoolExecutor(6) as threads:
            outcomes = list(threads.map(tap, range(12)))
    assert [outcome for outcome in outcomes if not isinstance(outcome, Problem)] == [4]
    session.rollback()
    assert len(heard(session, DECLINED)) == 4
