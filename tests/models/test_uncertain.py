"""What is uncertain is listed by name, and the operator alone decides on it."""

from datetime import date

from sqlmodel import Session

from models import audit, circulars, notices
from models.circulars import Audience, Circular, CircularState, Content, Level
from models.clock import now
from models.notices import Notice, NoticeKind, NoticeState
from models.people import Messenger, set_name
from models.uncertain import doubts, settle_doubts
from tests.models.world import World, build_world, granted


def _uncertain(session: Session, world: World) -> tuple[int, int]:
    """A decision and the first message of a long circular, both begun when the process died."""
    set_name(session, world.owner, "آذر نمونه")
    notices.owe(session, world.owner, NoticeKind.JOINED, {"messenger": "bale"})
    content = Content("60/405118", date(2019, 11, 17), "آمار", "\n".join(["آمار هر ماه را ثبت کنید. " * 80] * 2))
    circular_id = granted(circulars.compose(session, world.officer, content, Audience(frozenset({Level.UNION}))))
    row = session.get_one(Circular, circular_id)
    row.state, row.released_by, row.planned = CircularState.SENDING, world.owner, 1
    assert len(row.pages) == 2
    at = now(session)
    session.add(
        Notice(
            person_id=world.approver.person_id,
            kind=NoticeKind.CIRCULAR,
            facts_sealed=b"",
            priority=40,
            messenger="telegram",
            account_id=7,
            next_at=at,
            created_at=at,
            circular_id=circular_id,
            level=Level.UNION.value,
            office_id=world.union_id,
        )
    )
    session.flush()
    leased = (*notices.lease(session, "gone", 5, at), *notices.lease(session, "gone", 5, at, "telegram"))
    notices.begin(session, [one.id for one in leased])
    assert notices.recover(session, "gone").uncertain == 2
    session.commit()
    return leased[0].id, leased[1].id


def test_doubts_have_a_name_a_masked_number_and_a_place(session: Session) -> None:
    world = build_world(session)
    decision, letter = _uncertain(session, world)
    first, second = doubts(session)
    assert (first.id, first.name, first.kind, first.error) == (decision, "آذر نمونه", NoticeKind.JOINED, "crash")
    assert first.phone.startswith("•")
    assert (second.id, second.circular, second.office) == (letter, "60/405118", "اتحادیهٔ کفاشان ری")
    assert second.messenger is Messenger.TELEGRAM
    assert [one.id for one in doubts(session, decision)] == [letter]


def test_what_arrived_is_not_sent_again_and_a_long_circular_goes_on(session: Session) -> None:
    decision, letter = _uncertain(session, build_world(session))
    assert settle_doubts(session, [decision, letter, 999], arrived=True) == (decision, letter)
    assert session.get_one(Notice, decision).state is NoticeState.SENT
    row = session.get_one(Notice, letter)
    assert (row.state, row.part) == (NoticeState.WAITING, 1)
    assert doubts(session) == ()
    (settled,) = audit.trail(session, f"notice:{decision}")
    assert settled.details == {"arrived": "yes"}
    assert settle_doubts(session, [decision], arrived=False) == ()


def test_what_did_not_arrive_is_sent_again_unless_it_was_withdrawn(session: Session) -> None:
    decision, letter = _uncertain(session, build_world(session))
    circular_id = session.get_one(Notice, letter).circular_id
    session.get_one(Circular, circular_id).state = CircularState.WITHDRAWN
    session.flush()
    assert settle_doubts(session, [decision, letter], arrived=False) == (decision, letter)
    assert session.get_one(Notice, decision).state is NoticeState.WAITING
    assert session.get_one(Notice, letter).state is NoticeState.WITHDRAWN
