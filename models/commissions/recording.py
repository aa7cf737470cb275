"""Recording the steps from commission to unions: each by the office whose step it is, or by the county."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import audit, organisations
from models.campaigns import gate
from models.clock import now
from models.commissions.records import (
    ChamberLetter,
    CommissionProblem,
    CommissionSession,
    InformedUnion,
    SessionResult,
)
from models.organisations import Deed, Hat, Office, OfficeKind
from models.values.jalali import tehran_date
from models.values.letters import EARLIEST, LetterNumber, LetterProblem
from models.values.problem import Problem
from models.values.text import free_text
from models.vault import vault

MOST_WORDS = 300


def record_session(
    session: Session,
    worn: Hat,
    county_id: int,
    held_on: date,
    minute: LetterNumber,
    result: SessionResult,
    *,
    words: str | None = None,
    mends: int | None = None,
) -> int | Problem:
    """Record a session of the county's commission; ``mends`` names one that was recorded wrong. The session's id."""
    live = _begin(session, worn, Deed.RECORD_SESSION, county_id)
    if isinstance(live, Problem):
        return live
    said = None if words is None else free_text(words, most=MOST_WORDS)
    problem = said if isinstance(said, Problem) else _dated(session, held_on, EARLIEST)
    if problem is not None:
        return problem
    if result is SessionResult.OTHER and said is None:
        return Problem(CommissionProblem.WORDS_MISSING)
    row = None if mends is None else session.get(CommissionSession, mends, populate_existing=True)
    if mends is not None and (row is None or row.county_id != county_id):
        return Problem(CommissionProblem.NO_SUCH_SESSION)
    refusal = _clashes(session, county_id, held_on, minute, mends)
    if refusal is not None:
        return refusal
    if row is None:
        row = CommissionSession(
            county_id=county_id,
            held_on=held_on,
            minute_number=minute,
            result=result,
            recorded_by=live.person_id,
            recorded_at=now(session),
        )
        session.add(row)
    row.held_on, row.minute_number, row.result = held_on, str(minute), result
    row.words_sealed = None if not isinstance(said, str) else vault(session).seal(said)
    row.recorded_by, row.recorded_at = live.person_id, now(session)
    session.flush()
    act = audit.AuditAct.COMMISSION_RECORDED if mends is None else audit.AuditAct.COMMISSION_CORRECTED
    details = {"session": str(row.id), "minute": str(minute), "held": held_on.isoformat(), "result": result.value}
    _trace(session, live, act, county_id, details)
    return row.id


def record_chamber_letter(
    session: Session, worn: Hat, county_id: int, number: LetterNumber, dated: date
) -> Problem | None:
    """Record the chamber's letter to the unions of its county; recorded again, it is mended."""
    live = _begin(session, worn, Deed.RECORD_CHAMBER_LETTER, county_id)
    if isinstance(live, Problem):
        return live
    held = _held(session, county_id)
    if held is None:
        return Problem(CommissionProblem.NO_SESSION)
    problem = _dated(session, dated, EARLIEST)
    if problem is not None:
        return problem
    if dated < held:
        return Problem(CommissionProblem.LETTER_BEFORE_SESSION, {"got": dated, "least": held})
    row = session.get(ChamberLetter, county_id, populate_existing=True)
    if row is None:
        row = ChamberLetter(
            county_id=county_id,
            number=number,
            dated=dated,
            recorded_by=live.person_id,
            recorded_at=now(session),
        )
        session.add(row)
    row.number, row.dated, row.recorded_by, row.recorded_at = str(number), dated, live.person_id, now(session)
    details = {"number": str(number), "dated": dated.isoformat()}
    _trace(session, live, audit.AuditAct.CHAMBER_LETTER_RECORDED, county_id, details)
    return None


def record_informed(
    session: Session,
    worn: Hat,
    county_id: int,
    union_ids: Iterable[int],
    *,
    on: date | None = None,
    number: LetterNumber | None = None,
) -> int | Problem:
    """Record which unions were told in writing; without a day and number: by the chamber's letter. How many.

    No union named: all that are left. A union that is named again is mended.
    """
    live = _begin(session, worn, Deed.RECORD_CHAMBER_LETTER, county_id)
    if isinstance(live, Problem):
        return live
    letter = session.get(ChamberLetter, county_id, populate_existing=True)
    if letter is None:
        return Problem(CommissionProblem.NO_LETTER)
    day = on or letter.dated
    problem = _dated(session, day, letter.dated)
    if problem is not None:
        return problem
    of_county = set(
        session.execute(
            sa.select(col(Office.id)).where(col(Office.parent_id) == county_id, col(Office.kind) == OfficeKind.UNION)
        ).scalars()
    )
    known = {
        row.union_id: row
        for row in session.exec(select(InformedUnion).where(InformedUnion.county_id == county_id)).all()
    }
    wanted = set(union_ids) or of_county - set(known)
    if not wanted <= of_county:
        return Problem(CommissionProblem.NO_SUCH_UNION)
    if not wanted:
        return Problem(CommissionProblem.NOBODY_LEFT)
    written = str(number or letter.number)
    for union_id in sorted(wanted):
        row = known.get(union_id)
        if row is None:
            row = InformedUnion(
                union_id=union_id,
                county_id=county_id,
                number=written,
                informed_on=day,
                recorded_by=live.person_id,
                recorded_at=now(session),
            )
            session.add(row)
        row.number, row.informed_on, row.recorded_by, row.recorded_at = written, day, live.person_id, now(session)
    details = {"number": written, "on": day.isoformat(), "unions": ",".join(str(one) for one in sorted(wanted))[:400]}
    _trace(session, live, audit.AuditAct.UNIONS_INFORMED, county_id, details)
    return len(wanted)


def _begin(session: Session, worn: Hat, deed: Deed, county_id: int) -> Hat | Problem:
    """The live hat, with the county's row held: two offices that record at once go one after the other."""
    place = organisations.office(session, county_id)
    if isinstance(place, Problem):
        return place
    live = gate(session, worn, deed, county_id)
    if not isinstance(live, Problem):
        query = sa.select(col(Office.id)).where(col(Office.id) == county_id)
        session.execute(query.with_for_update(key_share=True))
    return live


def _dated(session: Session, day: date, least: date) -> Problem | None:
    today = tehran_date(now(session))
    if day > today:
        return Problem(LetterProblem.FUTURE, {"got": day, "today": today})
    return Problem(LetterProblem.EARLY, {"got": day, "least": least}) if day < least else None


def _clashes(
    session: Session, county_id: int, held_on: date, minute: LetterNumber, mends: int | None
) -> Problem | None:
    query = sa.select(col(CommissionSession.held_on)).where(
        col(CommissionSession.county_id) == county_id, col(CommissionSession.minute_number) == str(minute)
    )
    same = session.execute(query if mends is None else query.where(col(CommissionSession.id) != mends)).scalar()
    if same is not None:
        return Problem(CommissionProblem.MINUTE_TWICE, {"number": str(minute), "held": same})
    letter = session.get(ChamberLetter, county_id, populate_existing=True)
    if letter is not None and mends is not None and held_on > letter.dated:
        return Problem(CommissionProblem.SESSION_AFTER_LETTER, {"got": held_on, "most": letter.dated})
    return None


def _held(session: Session, county_id: int) -> date | None:
    """The first session that took the circular up; one that put it off does not count."""
    found: date | None = session.execute(
        sa.select(sa.func.min(col(CommissionSession.held_on))).where(
            col(CommissionSession.county_id) == county_id, col(CommissionSession.result) != SessionResult.POSTPONED
        )
    ).scalar_one()
    return found


def _trace(session: Session, live: Hat, act: audit.AuditAct, county_id: int, details: dict[str, str]) -> None:
    audit.record(session, act, by=live.person_id, hat=live.role_id, subject=f"office:{county_id}", details=details)
    session.flush()
