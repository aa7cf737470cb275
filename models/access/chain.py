"""What moves a request: the union's letter, the county's, the province's in the order of receipt, and the ways back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import audit, organisations
from models.access import telling
from models.access.gate import (
    AccessProblem,
    Case,
    admit,
    admit_all,
    admit_letter,
    lock,
    receipt,
    settle,
    written,
)
from models.access.permissions import HOLDERS
from models.access.records import (
    MOST_NOTE,
    OVER,
    AccessAct,
    AccessLetter,
    AccessMove,
    AccessRequest,
    AccessStage,
    LetterState,
    ReturnCode,
)
from models.clock import now
from models.organisations import Deed, Hat, Office, OfficeKind
from models.values.ids import UserName
from models.values.jalali import tehran_date
from models.values.letters import LetterNumber
from models.values.problem import Problem
from models.values.text import free_text
from models.vault import vault

_AUDITED: Final = {
    AccessAct.OPEN: audit.AuditAct.ACCESS_OPENED,
    AccessAct.RENAME: audit.AuditAct.ACCESS_RENAMED,
    AccessAct.SEND: audit.AuditAct.ACCESS_SENT,
    AccessAct.FORWARD: audit.AuditAct.ACCESS_FORWARDED,
    AccessAct.RETURN: audit.AuditAct.ACCESS_RETURNED,
    AccessAct.ACTIVATE: audit.AuditAct.ACCESS_ACTIVATED,
    AccessAct.CONFIRM: audit.AuditAct.ACCESS_CONFIRMED,
    AccessAct.TROUBLE: audit.AuditAct.ACCESS_TROUBLED,
    AccessAct.WITHDRAW: audit.AuditAct.ACCESS_WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move led to: which requests now lie where. ``nobody``: nobody holds the role that acts there."""

    requests: tuple[int, ...]
    stage: AccessStage
    holder: str
    holder_kind: OfficeKind
    nobody: bool
    at: datetime
    letter_id: int | None = None


def open_request(session: Session, hat: Hat, user_name: UserName) -> Moved | Problem:
    """The union has registered in Behinyab and gives its user name (60/227210 ¶3); one request runs at a time."""
    worn = organisations.acting(session, hat, Deed.REQUEST_ACCESS, hat.office_id)
    if isinstance(worn, Problem):
        return worn
    union, county, province = organisations.lineage(session, worn.office_id)
    lock(session, province.id)
    running = select(AccessRequest.id).where(AccessRequest.union_id == union.id, col(AccessRequest.stage).not_in(OVER))
    if session.exec(running).first() is not None:
        return Problem(AccessProblem.RUNNING)
    row = AccessRequest(
        union_id=union.id,
        county_id=county.id,
        province_id=province.id,
        user_name_sealed=vault(session).seal(user_name),
        stage=AccessStage.UNION,
        holder_id=union.id,
        since=now(session),
        revision=0,
        opened_at=now(session),
    )
    session.add(row)
    session.flush()
    return _move(session, (Case(row, worn),), AccessAct.OPEN, AccessStage.UNION, union.id)


def rename(session: Session, hat: Hat, request_id: int, revision: int, user_name: UserName) -> Moved | Problem:
    """The union mends its user name while the request lies with it; the clock goes on."""
    case = admit(session, hat, request_id, revision, AccessAct.RENAME)
    if isinstance(case, Problem):
        return case
    case.row.user_name_sealed = vault(session).seal(user_name)
    return _move(session, (case,), AccessAct.RENAME, AccessStage.UNION, case.row.union_id)


def send_letter(
    session: Session, hat: Hat, request_id: int, revision: int, number: LetterNumber, dated: date
) -> Moved | Problem:
    """The union's letter is registered: on to the county office."""
    case = admit(session, hat, request_id, revision, AccessAct.SEND)
    if isinstance(case, Problem):
        return case
    letter = written(session, case.by, case.row.county_id, number, dated)
    if isinstance(letter, Problem):
        return letter
    case.row.union_letter_id = letter.id
    return _move(session, (case,), AccessAct.SEND, AccessStage.COUNTY, case.row.county_id, letter)


def gather(
    session: Session, hat: Hat, chosen: Sequence[tuple[int, int]], number: LetterNumber, dated: date
) -> Moved | Problem:
    """The county's letter to the province names these requests (each with its revision); it is received at once.

    The place in the order of receipt is given here, in the same transaction.
    """
    cases = admit_all(session, hat, chosen, AccessAct.FORWARD)
    if isinstance(cases, Problem):
        return cases
    if any(case.row.stage is not AccessStage.COUNTY for case in cases):
        return Problem(AccessProblem.NOT_NOW)
    by, province_id = cases[0].by, cases[0].row.province_id
    letter = written(
        session, by, province_id, number, dated, previous=_youngest(session, [one.row.union_letter_id for one in cases])
    )
    if isinstance(letter, Problem):
        return letter
    letter.receipt = receipt(session, province_id)
    for case in cases:
        case.row.county_letter_id = letter.id
    moved = _move(session, cases, AccessAct.FORWARD, AccessStage.PROVINCE, province_id, letter)
    for case in cases:
        settle(session, case.row.union_letter_id, AccessStage.COUNTY)
    return moved


def forward(session: Session, hat: Hat, letter_id: int, number: LetterNumber, dated: date) -> Moved | Problem:
    """The province passes one county letter on to the statistics office, by a letter of its own.

    In the order of receipt and without waiting for others (60/227210 ¶3): while an earlier one waits, no later one
    leaves. One that was returned whole no longer waits.
    """
    admitted = admit_letter(session, hat, letter_id)
    if isinstance(admitted, Problem):
        return admitted
    arrived, by = admitted
    first = first_waiting(session, by.office_id)
    if first is not None and first.id != arrived.id:
        return not_first(session, first)
    rows = session.exec(
        select(AccessRequest)
        .where(AccessRequest.county_letter_id == arrived.id, AccessRequest.stage == AccessStage.PROVINCE)
        .order_by(col(AccessRequest.id))
        .execution_options(populate_existing=True)
    ).all()
    return _to_statistics(session, tuple(Case(row, by) for row in rows), number, dated, arrived)


def resend(
    session: Session, hat: Hat, request_id: int, revision: int, number: LetterNumber, dated: date
) -> Moved | Problem:
    """The province sends a request that the statistics office returned once more; its county letter has left before."""
    case = admit(session, hat, request_id, revision, AccessAct.FORWARD)
    if isinstance(case, Problem):
        return case
    arrived = _letter(session, case.row.county_letter_id)
    if case.row.stage is not AccessStage.PROVINCE or arrived is None or arrived.state is LetterState.WAITING:
        return Problem(AccessProblem.NOT_NOW)
    return _to_statistics(session, (case,), number, dated, arrived)


def _to_statistics(
    session: Session, cases: tuple[Case, ...], number: LetterNumber, dated: date, arrived: AccessLetter
) -> Moved | Problem:
    office_id = session.exec(
        select(Office.id).where(Office.kind == OfficeKind.STATISTICS_OFFICE).order_by(col(Office.id))
    ).first()
    if office_id is None:
        return Problem(organisations.OrganisationProblem.NO_SUCH_OFFICE)
    letter = written(session, cases[0].by, office_id, number, dated, previous=arrived.dated)
    if isinstance(letter, Problem):
        return letter
    for case in cases:
        case.row.province_letter_id = letter.id
    moved = _move(session, cases, AccessAct.FORWARD, AccessStage.STATISTICS, office_id, letter)
    settle(session, arrived.id, AccessStage.PROVINCE)
    return moved


def send_back(
    session: Session, hat: Hat, chosen: Sequence[tuple[int, int]], code: ReturnCode, note: str | None = None
) -> Moved | Problem:
    """Return requests (each with its revision) one step, with a reason: to the union, the county, the province.

    What a county letter names beside them keeps its place in the order of receipt.
    """
    cases = admit_all(session, hat, chosen, AccessAct.RETURN)
    if isinstance(cases, Problem):
        return cases
    if len({(case.row.stage, case.row.county_id) for case in cases}) != 1:
        return Problem(AccessProblem.NOT_NOW)
    words = free_text(note, MOST_NOTE) if note else None
    if isinstance(words, Problem) or (words is None and code is ReturnCode.OTHER):
        return Problem(AccessProblem.NOTE_MISSING, {"most": MOST_NOTE})
    before = cases[0].row.stage
    letters = {case.row.id: _came_by(case.row) for case in cases}
    moved: Moved | None = None
    for case in cases:
        row = case.row
        match before:
            case AccessStage.COUNTY:
                stage, holder_id, row.union_letter_id = AccessStage.UNION, row.union_id, None
            case AccessStage.PROVINCE:
                stage, holder_id, row.county_letter_id = AccessStage.COUNTY, row.county_id, None
            case _:
                stage, holder_id, row.province_letter_id = AccessStage.PROVINCE, row.province_id, None
        step = _move(session, (case,), AccessAct.RETURN, stage, holder_id, came_by=letters[row.id], why=(code, words))
        ids = (*(moved.requests if moved else ()), row.id)
        moved = replace(step, requests=ids)
    for letter_id in set(letters.values()):
        settle(session, letter_id, before)
    assert moved is not None
    return moved


def activate(session: Session, hat: Hat, request_id: int, revision: int) -> Moved | Problem:
    """The statistics office has opened the access; the union is asked whether it works."""
    case = admit(session, hat, request_id, revision, AccessAct.ACTIVATE)
    if isinstance(case, Problem):
        return case
    moved = _move(session, (case,), AccessAct.ACTIVATE, AccessStage.ACTIVE, case.row.union_id)
    settle(session, case.row.province_letter_id, AccessStage.STATISTICS)
    return moved


def confirm(session: Session, hat: Hat, request_id: int, revision: int) -> Moved | Problem:
    """The union has tried it: the access works."""
    case = admit(session, hat, request_id, revision, AccessAct.CONFIRM)
    if isinstance(case, Problem):
        return case
    return _move(session, (case,), AccessAct.CONFIRM, AccessStage.WORKING, case.row.union_id)


def trouble(session: Session, hat: Hat, request_id: int, revision: int) -> Moved | Problem:
    """The union has tried it: the access does not work. The province's liaison mends that (60/227210 ¶4)."""
    case = admit(session, hat, request_id, revision, AccessAct.TROUBLE)
    if isinstance(case, Problem):
        return case
    return _move(session, (case,), AccessAct.TROUBLE, AccessStage.TROUBLE, case.row.province_id)


def withdraw(session: Session, hat: Hat, request_id: int, revision: int) -> Moved | Problem:
    """The union takes its request back, wherever it lies; a letter that named it alone no longer waits."""
    case = admit(session, hat, request_id, revision, AccessAct.WITHDRAW)
    if isinstance(case, Problem):
        return case
    before = case.row.stage
    letter_id = _came_by(case.row)
    moved = _move(session, (case,), AccessAct.WITHDRAW, AccessStage.WITHDRAWN, case.row.union_id, came_by=letter_id)
    if before is not AccessStage.UNION:
        settle(session, letter_id, before)
    return moved


def first_waiting(session: Session, province_id: int) -> AccessLetter | None:
    """The county letter that this province received first of those that still wait."""
    return session.exec(
        select(AccessLetter)
        .where(
            AccessLetter.receiver_id == province_id,
            AccessLetter.state == LetterState.WAITING,
            col(AccessLetter.receipt).is_not(None),
        )
        .order_by(col(AccessLetter.receipt))
        .limit(1)
    ).first()


def not_first(session: Session, first: AccessLetter) -> Problem:
    """Which letter goes first, and how long it has waited."""
    sender = session.get_one(Office, first.sender_id)
    values = {
        "number": first.number,
        "dated": first.dated,
        "office": sender.name,
        "days": (tehran_date(now(session)) - tehran_date(first.sent_at)).days,
    }
    return Problem(AccessProblem.NOT_FIRST, values)


def came_dated(session: Session, requests: Sequence[int]) -> date | None:
    """The date of the youngest union letter by which these requests came to the county: the next one is no older."""
    letters = session.execute(
        sa.select(col(AccessRequest.union_letter_id)).where(col(AccessRequest.id).in_(tuple(requests)))
    ).scalars()
    return _youngest(session, letters.all())


def _letter(session: Session, letter_id: int | None) -> AccessLetter | None:
    return None if letter_id is None else session.get(AccessLetter, letter_id, populate_existing=True)


def _youngest(session: Session, letters: Sequence[int | None]) -> date | None:
    found: date | None = session.execute(
        sa.select(sa.func.max(col(AccessLetter.dated))).where(col(AccessLetter.id).in_(letters))
    ).scalar_one()
    return found


def _came_by(row: AccessRequest) -> int | None:
    """The letter by which the request came to its present holder."""
    match row.stage:
        case AccessStage.COUNTY:
            return row.union_letter_id
        case AccessStage.PROVINCE:
            return row.county_letter_id
        case AccessStage.STATISTICS:
            return row.province_letter_id
    return None


def _move(
    session: Session,
    cases: tuple[Case, ...],
    act: AccessAct,
    stage: AccessStage,
    holder_id: int,
    letter: AccessLetter | None = None,
    *,
    came_by: int | None = None,
    why: tuple[ReturnCode, str | None] | None = None,
) -> Moved:
    """Write everything that a move is: the rows, their moves, the audit entries, the notices."""
    at, by = now(session), cases[0].by
    code, note = why or (None, None)
    for case in cases:
        row = case.row
        came = came_by if came_by is not None else _came_by(row)
        if act is not AccessAct.RENAME:
            row.since, row.returned = at, code
        row.stage, row.holder_id, row.revision = stage, holder_id, row.revision + 1
        session.add(
            AccessMove(
                request_id=row.id,
                revision=row.revision,
                act=act,
                stage=stage,
                office_id=by.office_id,
                holder_id=holder_id,
                came_by_id=came,
                letter_id=letter.id if letter else None,
                code=code,
                note_sealed=vault(session).seal(note) if note else None,
                person_id=by.person_id,
                role_id=by.role_id,
                at=at,
            )
        )
        details = {"office": str(by.office_id), "holder": str(holder_id), "revision": str(row.revision)}
        if letter is not None:
            details["letter"] = str(letter.id)
        if code is not None:
            details["code"] = code.value
        audit.record(
            session, _AUDITED[act], by=by.person_id, hat=by.role_id, subject=f"access:{row.id}", details=details
        )
    session.flush()
    holder = session.get_one(Office, holder_id)
    nobody = stage in HOLDERS and not organisations.officers(session, holder_id, *HOLDERS[stage])
    telling.of_move(session, tuple(case.row for case in cases), act, holder, by, letter, note)
    requests = tuple(case.row.id for case in cases)
    return Moved(requests, stage, holder.name, holder.kind, nobody, at, letter.id if letter else None)
