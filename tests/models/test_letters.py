from datetime import date, timedelta

import pytest
from sqlmodel import Session

from models import letters, organisations
from models.letters import Citation, Clause, LetterKey, RuleKey, RuleProblem, Setting
from models.organisations import RoleKind
from models.values.jalali import jalali
from tests.models.world import World, granted, person, refused

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("key", "number", "day"),
    [
        (LetterKey.L1, "60/227210", (1398, 8, 26)),
        (LetterKey.L2, "60/310637", (1398, 11, 23)),
        (LetterKey.L3, "60/321488", (1398, 12, 5)),
        (LetterKey.L4, "98/204157", (1398, 12, 10)),
    ],
)
def test_a_letter_is_cited_by_its_number_and_its_jalali_date(
    key: LetterKey, number: str, day: tuple[int, int, int]
) -> None:
    letter = letters.letter(key)
    assert letter.number == number
    assert jalali(letter.date) == day


def test_the_letters_speak_in_their_own_strength() -> None:
    first = letters.cite(letters.STATISTICS_ALONE)
    second = letters.cite(letters.NO_LICENCE_COPIES)
    assert (first.number, str(first.clause)) == ("60/310637", "L2/first-part")
    assert "نیازی به دریافت مدارک" in first.summary
    assert "حق" not in first.summary
    assert "پرهیز جدی" in second.summary


def test_no_letter_bears_a_truncated_number_an_arabic_letter_or_a_latin_digit() -> None:
    for letter in letters.LETTERS.values():
        for text in (letter.subject, letter.sender, letter.receiver, *letter.parts.values()):
            assert "22055" not in text
            assert "۲۲۰۵۵" not in text
            assert not set(text) & set("يكة0123456789"), text


def test_every_clause_reads_back_what_it_wrote() -> None:
    for letter in letters.LETTERS.values():
        for part in letter.parts:
            assert Clause.read(str(Clause(letter.key, part))) == Clause(letter.key, part)
    with pytest.raises(ValueError, match="L9"):
        Clause.read("L9/body")


def test_what_nobody_set_is_named_a_default(session: Session, world: World) -> None:
    rules = dict(letters.rules(session, world.union_id, TODAY))
    assert set(rules) == set(RuleKey)
    month = rules.pop(RuleKey.CAMPAIGN_DAYS)
    assert (month.number, month.source) == (0, letters.cite(letters.SELF_REGISTRATION))
    assert all(rule.source == Setting(None, None, default=True) for rule in rules.values())
    assert rules[RuleKey.ENTRY_DAY].number == 10
    assert rules[RuleKey.REMINDER_DAYS].days == (0, 1, 5, 8, 9, 10)
    assert rules[RuleKey.GRACE_UNTIL].day is None
    assert not rules[RuleKey.COUNTS_WAITING].yes


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        (RuleKey.ENTRY_DAY, "0", RuleProblem.NUMBER),
        (RuleKey.ENTRY_DAY, "ده", RuleProblem.NUMBER),
        (RuleKey.ENTRY_DAY, "9" * 300, RuleProblem.NUMBER),
        (RuleKey.COUNTS_WAITING, "شاید", RuleProblem.YES_NO),
        (RuleKey.GRACE_UNTIL, "1405-13-01", RuleProblem.DATE),
        (RuleKey.REMINDER_DAYS, "1,,5", RuleProblem.DAYS),
        (RuleKey.REMINDER_DAYS, "1,99", RuleProblem.DAYS),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(
    session: Session, world: World, key: RuleKey, value: str, code: RuleProblem
) -> None:
    outcome = letters.set_rule(session, None, key, value, scope_id=None, valid_from=TODAY)
    assert refused(outcome).code is code
    assert letters.rule(session, key, None, TODAY).source == Setting(None, None, default=True)


def test_nobody_changes_the_past(session: Session, world: World) -> None:
    yesterday = TODAY - timedelta(days=1)
    outcome = letters.set_rule(session, None, RuleKey.NEEDED, "4", scope_id=None, valid_from=yesterday)
    assert refused(outcome).code is RuleProblem.PAST


def test_the_nearest_scope_wins_and_then_the_latest_day(session: Session, world: World) -> None:
    later = TODAY + timedelta(days=30)
    for scope, day, value in (
        (world.province_id, TODAY, "۱۲"),
        (None, TODAY, "11"),
        (None, later, "13"),
        (world.province_id, later, "14"),
    ):
        granted(letters.set_rule(session, None, RuleKey.ENTRY_DAY, value, scope_id=scope, valid_from=day))

    here = letters.rule(session, RuleKey.ENTRY_DAY, world.union_id, TODAY)
    elsewhere = letters.rule(session, RuleKey.ENTRY_DAY, None, later)

    assert (here.number, here.source) == (12, Setting("تهران", TODAY, default=False))
    assert (elsewhere.number, elsewhere.source) == (13, Setting(None, later, default=False))
    assert letters.rule(session, RuleKey.ENTRY_DAY, world.union_id, later).number == 14
    assert letters.rule(session, RuleKey.ENTRY_DAY, world.union_id, TODAY - timedelta(days=1)).number == 10


def test_the_same_day_set_again_is_replaced(session: Session, world: World) -> None:
    for value in ("4", "5"):
        granted(letters.set_rule(session, None, RuleKey.NEEDED, value, scope_id=None, valid_from=TODAY))
    assert letters.rule(session, RuleKey.NEEDED, world.union_id, TODAY).number == 5


def test_a_rule_that_rests_on_a_clause_cites_it(session: Session, world: World) -> None:
    granted(
        letters.set_rule(
            session,
            None,
            RuleKey.HISTORY_COUNTS,
            "no",
            scope_id=None,
            valid_from=TODAY,
            clause=letters.MONTHLY_CONFIRMATION,
        )
    )
    source = letters.rule(session, RuleKey.HISTORY_COUNTS, world.union_id, TODAY).source
    assert isinstance(source, Citation)
    assert (source.number, source.clause) == ("60/227210", letters.MONTHLY_CONFIRMATION)


def test_an_approver_sets_no_rules_and_a_province_only_its_own(session: Session, world: World) -> None:
    somebody = person(session, 88)
    officer = granted(organisations.grant(session, somebody, RoleKind.PROVINCIAL_OFFICER, world.province_id))
    key = RuleKey.ENTRY_DAY

    by_approver = letters.set_rule(session, world.approver, key, "11", scope_id=world.union_id, valid_from=TODAY)
    for_all = letters.set_rule(session, officer, key, "11", scope_id=None, valid_from=TODAY)

    assert refused(by_approver).code is RuleProblem.NOT_YOURS
    assert refused(for_all).code is RuleProblem.NOT_YOURS
    granted(letters.set_rule(session, officer, key, "11", scope_id=world.province_id, valid_from=TODAY))
