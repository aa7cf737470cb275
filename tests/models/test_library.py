"""The library: who finds and reads which circular, and what it changes."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from models import circulars
from models.circulars import Circular, CircularClass, CircularProblem, CircularState, wordlist
from models.circulars import library as room
from models.circulars.library import find, letter_id, letter_of, paper, shelf
from models.circulars.records import Acknowledgement, CircularOpening
from models.clock import now
from models.letters_corpus import LETTERS, LetterKey
from models.notices import Notice, NoticeKind, NoticeState
from models.values.sought import read_sought
from models.values.text import search_key
from tests.models.world import World, granted, person, refused

ABAN_1405 = date(2026, 11, 1)
OLDEST = date(2019, 1, 5)


def _kept(
    session: Session,
    world: World,
    number: str,
    issued: date = ABAN_1405,
    *,
    subject: str = "ثبت آمار ماهانه",
    text: str = "آمار هر ماه ثبت شود.",
    clauses: tuple[str, ...] = (),
    state: CircularState = CircularState.DONE,
    started: bool = True,
    office: int = 0,
) -> int:
    at = now(session)
    row = Circular(
        number=number,
        number_key=search_key(number),
        issued=issued,
        office_id=office or world.province_id,
        author_id=world.officer.person_id,
        subject=subject,
        summary=text,
        search_key=search_key(" ".join((number, subject, text, *clauses))),
        clauses=list(clauses),
        pages=["\n".join((text, *clauses))],
        grade=CircularClass.ORDINARY,
        state=state,
        created_at=at,
        released_by=None if state in {CircularState.DRAFT, CircularState.WITHDRAWN} else world.expert.person_id,
        starts_at=at + timedelta(days=1),
        started_at=at if started else None,
    )
    session.add(row)
    session.flush()
    wordlist.enter(session, row)
    return row.id


def _told(session: Session, circular_id: int, person_id: int, state: NoticeState = NoticeState.SENT) -> None:
    notice = Notice(
        circular_id=circular_id,
        person_id=person_id,
        level=circulars.Level.UNIT.value,
        facts_sealed=b"",
        kind=NoticeKind.CIRCULAR,
        priority=1,
        state=state,
        created_at=now(session),
        next_at=now(session),
    )
    session.add(notice)
    session.flush()


def _all(session: Session) -> list[str]:
    """Every number of the library, page by page."""
    numbers: list[str] = []
    found = shelf(session)
    while True:
        assert len(found.entries) <= room.PAGE
        numbers += [one.number for one in found.entries]
        if not found.more:
            return numbers
        found = shelf(session, (found.entries[-1].issued, found.entries[-1].id))


def test_circulars_and_letters_stand_in_one_list_by_date(session: Session, world: World) -> None:
    assert _all(session) == ["98/204157", "60/321488", "60/310637", "60/227210"]
    for number in range(8):
        _kept(session, world, f"12/{number}", ABAN_1405 + timedelta(days=number // 2))
    _kept(session, world, "12/old", OLDEST)
    _kept(session, world, "12/same-day", LETTERS[LetterKey.L2].date)
    told = _all(session)
    assert told[:8] == [f"12/{number}" for number in reversed(range(8))]
    assert told[8:] == ["98/204157", "60/321488", "12/same-day", "60/310637", "60/227210", "12/old"]


def test_what_is_not_sent_yet_is_nobodys(session: Session, world: World) -> None:
    reader = person(session, 81)
    hidden = [
        _kept(session, world, "1/draft", state=CircularState.DRAFT, started=False),
        _kept(session, world, "1/scheduled", state=CircularState.PLANNING, started=False),
        _kept(session, world, "1/taken-back", state=CircularState.WITHDRAWN, started=False),
    ]
    assert not {one for one in _all(session) if one.startswith("1/")}
    for circular_id in (*hidden, 10**12):
        assert refused(paper(session, reader, circular_id)).code is CircularProblem.UNKNOWN
    assert session.exec(select(CircularOpening)).first() is None


def test_a_recipients_first_opening_is_noted_once_and_a_readers_never(session: Session, world: World) -> None:
    circular_id = _kept(session, world, "1/7", clauses=("ماه بی‌تولید هم ثبت شود.",))
    owner, reader = person(session, 81), person(session, 82)
    _told(session, circular_id, owner)
    for who, received in ((owner, True), (reader, False), (owner, True)):
        seen = granted(paper(session, who, circular_id))
        assert (seen.received, seen.acknowledged_at) == (received, None)
        assert seen.pages == ("آمار هر ماه ثبت شود.\nماه بی‌تولید هم ثبت شود.",)
    assert session.exec(select(col(CircularOpening.person_id))).all() == [owner]
    granted(circulars.acknowledge(session, owner, circular_id))
    kept = session.get_one(Acknowledgement, (circular_id, owner))
    assert granted(paper(session, owner, circular_id)).acknowledged_at == kept.first_at


def test_a_withdrawn_one_stays_with_those_whom_it_reached(session: Session, world: World) -> None:
    wrong = _kept(session, world, "1/8", state=CircularState.WITHDRAWN)
    mended = _kept(session, world, "1/9")
    session.get_one(Circular, mended).corrects_id = wrong
    session.flush()
    told, missed, reader = (person(session, number) for number in (81, 82, 83))
    _told(session, wrong, told)
    _told(session, wrong, missed, NoticeState.WITHDRAWN)
    for who, readable in ((told, True), (missed, False), (reader, False)):
        seen = granted(paper(session, who, wrong))
        assert seen.entry.withdrawn
        assert bool(seen.pages) is readable
        assert seen.corrected_by is not None
        assert seen.corrected_by.number == "1/9"
    assert granted(paper(session, reader, mended)).corrects == room.Named(wrong, "1/8")


def test_the_four_letters_have_ids_of_their_own() -> None:
    assert [letter_of(letter_id(key)) for key in LetterKey] == list(LETTERS.values())
    assert letter_of(0) is None
    assert letter_of(1) is None


def _found(session: Session, typed: str) -> list[str]:
    sought = read_sought(typed)
    assert sought is not None
    numbers: list[str] = []
    found = find(session, sought)
    while True:
        numbers += [one.number for one in found.entries]
        if not found.more:
            return numbers
        found = find(session, sought, (found.entries[-1].issued, found.entries[-1].id))


SHELF = (
    ("81/405", date(2026, 10, 25), "مهلت ثبت آمار", "مهلت ثبت آمار در بهین‌یاب تا پانزدهم است."),
    ("81/406", date(2026, 11, 25), "بازدید دوره ای", "اتحادیه‌ها واحدها را بازدید کنند؛ عطف به نامهٔ ۸۱/۴۰۵."),
    ("81/407", date(2025, 3, 25), "سهمیهٔ موادّ اولیه", "سهمیه در بهين ياب دیده می‌شود. إحراز نیاز لازم است."),
)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("۸۱/۴۰۵", ["81/405"]),  # not the one that only names it
        ("٨١/٤٠٦", ["81/406"]),
        ("407", ["81/407"]),
        ("بخشنامه 81/40", ["81/406", "81/405", "81/407"]),
        ("60/227210", ["60/227210"]),
        ("۲۲۷۲۱۰", ["60/227210"]),
        ("81/999", []),
        ("بهینیاب مهلت", ["81/405"]),
        ("مهلت بهين‌ياب", ["81/405"]),
        ("بهین یاب سهميه", ["81/407"]),
        ("بهینیاب سهمیه", ["81/407"]),
        ("احراز نياز", ["81/407", "60/310637"]),
        ("اتحاديه بازدید واحد", ["81/406", "60/227210"]),
        ("دوره‌ای بازدید", ["81/406", "60/227210"]),
        ("مهلت پرواز", []),
        ("سهمیهٔموادّاولیه", ["81/407"]),
        ("یکیمرده", []),
        ("آبان ۱۴۰۵", ["81/405"]),
        ("۱۴۰۵/۰۹/۰۴", ["81/406"]),
        ("۱۴۰۵", ["81/406", "81/405"]),
        ("۲۶ آبان ۱۳۹۸", ["60/227210"]),
        ("بهینیاب ۱۳۹۸", ["98/204157", "60/310637", "60/227210"]),
        ("٪", None),
    ],
)
def test_a_circular_is_found_by_number_word_and_date(
    session: Session, world: World, typed: str, numbers: list[str] | None
) -> None:
    for number, issued, subject, text in SHELF:
        _kept(session, world, number, issued, subject=subject, text=text)
    _kept(session, world, "81/408", subject="مهلت ثبت آمار", state=CircularState.DRAFT, started=False)
    if numbers is None:
        assert read_sought(typed) is None
    else:
        assert _found(session, typed) == numbers


def test_one_number_of_several_offices_shows_them_all(session: Session, world: World) -> None:
    for place, office in enumerate((world.province_id, world.county_id, world.union_id)):
        _kept(session, world, "12", ABAN_1405 - timedelta(days=place), office=office)
    sought = read_sought("۱۲")
    assert sought is not None
    offices = [entry.office for entry in find(session, sought).entries]
    assert offices == ["تهران", "ری", "اتحادیهٔ کفاشان ری"]


def test_what_was_found_goes_on_page_by_page(session: Session, world: World) -> None:
    for number in range(room.PAGE * 2 + 1):
        _kept(session, world, f"7/{number}", text="سهمیهٔ چرم")
    assert _found(session, "سهمیه چرم") == [f"7/{number}" for number in reversed(range(room.PAGE * 2 + 1))]
    assert len(_found(session, "7/1")) == len([number for number in range(room.PAGE * 2 + 1) if "1" in f"7/{number}"])


def test_words_that_stand_nearly_everywhere_are_looked_for_in_the_texts(
    session: Session, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordlist, "MOST_WORDS", 1)
    for number, issued, subject, text in SHELF:
        _kept(session, world, number, issued, subject=subject, text=text)
    assert _found(session, "سهمیه بهینیاب") == ["81/407"]
    monkeypatch.setattr(wordlist, "MOST_WORDS", 400)
    monkeypatch.setattr(wordlist, "MOST_LISTED", 0)
    assert _found(session, "سهمیه لازم") == ["81/407"]
    assert _found(session, "آبان ۱۴۰۵") == ["81/405"]


def test_words_are_entered_once(session: Session, world: World) -> None:
    circular_id = _kept(session, world, "7/1", text="سهمیهٔ چرم")
    wordlist.enter(session, session.get_one(Circular, circular_id))
    assert wordlist.holding(session, "سهمیه") == frozenset({circular_id})
    assert wordlist.holding(session, "نیست") == frozenset()
    assert wordlist.words_of("بهین یاب، ۶۰/۲۲۷۲۱۰") == {"بهین", "یاب", "60227210"}
