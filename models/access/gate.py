"""The gate of the access chain: the province's lock, the live role, the own office, the stage, the revision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from models import organisations, people
from models.access.permissions import ACTS, DEED_OF, place_of
from models.access.records import (
    AccessAct,
    AccessLetter,
    AccessMove,
    AccessReceipts,
    AccessRequest,
    AccessStage,
    LetterState,
    letter_key,
)
from models.clock import now
from models.columns import table_of
from models.organisations import Deed, Hat
from models.values.jalali import tehran_date
from models.values.letters import EARLIEST, LetterNumber, LetterProblem
from models.values.problem import Problem


class AccessProblem(StrEnum):
    """Why something in the access chain is refused."""

    GONE = "access-gone"
    """There is no such request or letter."""
    RUNNING = "access-running"
    """A request of this union runs already."""
    NOT_NOW = "access-not-now"
    """Where the request stands, this cannot be done."""
    MOVED = "access-moved"
    """``act``, ``at`` (an instant): somebody whose name is not known was first."""
    MOVED_BY = "access-moved-by"
    """``act``, ``at`` (an instant), ``by``: the name of who was first."""
    MOVED_BY_YOU = "access-moved-by-you"
    """``act``, ``at`` (an instant): the same tap came again."""
    NOT_FIRST = "access-not-first"
    """``number``, ``dated``, ``office``, ``days``: the county letter that was received earlier and still waits."""
    LETTER_TAKEN = "access-letter-taken"
    """``number``, ``dated``: the office has registered a letter of this number and date already."""
    LETTER_BEFORE = "access-letter-before"
    """``got``, ``previous``: dates; a letter cannot be older than the one that it passes on."""
    NOTE_MISSING = "access-note-missing"
    """``most``: the reason «other» wants a few words, at most so many characters."""
    NOTHING_CHOSEN = "access-nothing-chosen"
    ATTACHMENTS = "access-attachments"
    """``most``: a number of attachments is wanted."""


@dataclass(frozen=True, slots=True)
class Case:
    """A request that may be acted on, under the lock of its province, and who acts."""

    row: AccessRequest
    by: Hat


def lock(session: Session, province_id: int) -> None:
    """Wait until nobody else moves anything in this province; held to the end of the transaction."""
    table = table_of(AccessReceipts)
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    taken = insert(table).values(province_id=province_id, last=0)
    session.execute(taken.on_conflict_do_update(index_elements=["province_id"], set_={"last": table.c.last}))


def receipt(session: Session, province_id: int) -> int:
    """The next place in the order of receipt; the province is locked."""
    table = table_of(AccessReceipts)
    number: int = session.execute(
        sa.update(table).where(table.c.province_id == province_id).values(last=table.c.last + 1).returning(table.c.last)
    ).scalar_one()
    return number


def admit(session: Session, hat: Hat, request_id: int, revision: int, act: AccessAct) -> Case | Problem:
    """The gate of every move. The province stays locked, so the second of two taps sees what the first one did."""
    found = session.get(AccessRequest, request_id)
    if found is None:
        return Problem(AccessProblem.GONE)
    seen = organisations.acting(session, hat, Deed.SEE_ACCESS, found.union_id)
    if isinstance(seen, Problem):
        return seen
    lock(session, found.province_id)
    session.refresh(found)
    if found.revision != revision:
        return moved(session, seen, found, revision)
    if act not in ACTS[found.stage]:
        return Problem(AccessProblem.NOT_NOW)
    by = organisations.acting(session, hat, DEED_OF[act], place_of(act, found))
    return by if isinstance(by, Problem) else Case(found, by)


def admit_all(
    session: Session, hat: Hat, chosen: Sequence[tuple[int, int]], act: AccessAct
) -> tuple[Case, ...] | Problem:
    """The same for several requests (each with its revision), all or none."""
    if not chosen:
        return Problem(AccessProblem.NOTHING_CHOSEN)
    cases: list[Case] = []
    for request_id, revision in sorted(set(chosen)):
        case = admit(session, hat, request_id, revision, act)
        if isinstance(case, Problem):
            return case
        cases.append(case)
    return tuple(cases)


def admit_letter(session: Session, hat: Hat, letter_id: int) -> tuple[AccessLetter, Hat] | Problem:
    """A county letter that waits with this province, under the province's lock."""
    letter = session.get(AccessLetter, letter_id)
    if letter is None or letter.receipt is None:
        return Problem(AccessProblem.GONE)
    by = organisations.acting(session, hat, Deed.FORWARD_ACCESS, letter.receiver_id)
    if isinstance(by, Problem):
        return by
    lock(session, by.office_id)
    session.refresh(letter)
    if letter.state is not LetterState.WAITING:
        last = session.execute(
            sa.select(AccessMove)
            .where(col(AccessMove.came_by_id) == letter.id)
            .order_by(col(AccessMove.id).desc())
            .limit(1)
        ).scalar_one_or_none()
        return Problem(AccessProblem.NOT_NOW) if last is None else told(session, by, last)
    return letter, by


def moved(session: Session, hat: Hat, row: AccessRequest, revision: int) -> Problem:
    """What became of a request since it was shown at this revision, by whom and when."""
    move = session.execute(
        sa.select(AccessMove).where(col(AccessMove.request_id) == row.id, col(AccessMove.revision) == revision + 1)
    ).scalar_one_or_none()
    return Problem(AccessProblem.NOT_NOW) if move is None else told(session, hat, move)


def told(session: Session, hat: Hat, move: AccessMove) -> Problem:
    """Who was first."""
    values: dict[str, object] = {"act": move.act, "at": move.at}
    if move.person_id == hat.person_id:
        return Problem(AccessProblem.MOVED_BY_YOU, values)
    name = people.name_of(session, move.person_id)
    if name is None:
        return Problem(AccessProblem.MOVED, values)
    return Problem(AccessProblem.MOVED_BY, {**values, "by": name})


def taken(session: Session, office_id: int, number: LetterNumber, dated: date) -> Problem | None:
    """Whether the office has registered a letter of this number and date already; one that came back does not count."""
    same = sa.select(col(AccessLetter.id)).where(
        col(AccessLetter.sender_id) == office_id,
        col(AccessLetter.number_key) == letter_key(number),
        col(AccessLetter.dated) == dated,
        col(AccessLetter.state) != LetterState.RETURNED,
    )
    if session.execute(same).first() is None:
        return None
    return Problem(AccessProblem.LETTER_TAKEN, {"number": number, "dated": dated})


def written(
    session: Session,
    by: Hat,
    receiver_id: int,
    number: LetterNumber,
    dated: date,
    *,
    previous: date | None = None,
) -> AccessLetter | Problem:
    """Register the letter that an office sends; ``previous`` is the date of the youngest letter that it passes on."""
    today = tehran_date(now(session))
    if dated > today:
        return Problem(LetterProblem.FUTURE, {"got": dated, "today": today})
    if dated < EARLIEST:
        return Problem(LetterProblem.EARLY, {"got": dated, "least": EARLIEST})
    if previous is not None and dated < previous:
        return Problem(AccessProblem.LETTER_BEFORE, {"got": dated, "previous": previous})
    same = taken(session, by.office_id, number, dated)
    if same is not None:
        return same
    letter = AccessLetter(
        sender_id=by.office_id,
        receiver_id=receiver_id,
        number=number,
        number_key=letter_key(number),
        dated=dated,
        state=LetterState.WAITING,
        sent_at=now(session),
        person_id=by.person_id,
        role_id=by.role_id,
    )
    session.add(letter)
    session.flush()
    return letter


def settle(session: Session, letter_id: int | None, stage: AccessStage) -> None:
    """A letter of which nothing waits any more is passed on or, when nothing of it went on, returned."""
    if letter_id is None:
        return
    column = {
        AccessStage.COUNTY: AccessRequest.union_letter_id,
        AccessStage.PROVINCE: AccessRequest.county_letter_id,
        AccessStage.STATISTICS: AccessRequest.province_letter_id,
    }[stage]
    stages = set(session.execute(sa.select(col(AccessRequest.stage)).where(col(column) == letter_id)).scalars())
    if stage in stages:
        return
    letter = session.get_one(AccessLetter, letter_id)
    if not stages - {AccessStage.WITHDRAWN}:
        letter.state = LetterState.RETURNED
    elif letter.state is LetterState.WAITING:
        letter.state = LetterState.PASSED
    letter.left_at = letter.left_at or now(session)
    session.flush()
