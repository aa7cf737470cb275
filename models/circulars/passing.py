"""Passing a circular on from level to level: each office opens the way for those who wait for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, select

from models import audit, notices, organisations
from models.circulars.acknowledging import acknowledge
from models.circulars.addressees import drop, of_rung
from models.circulars.composing import own
from models.circulars.gates import TOLD, held_back, open_for
from models.circulars.ladder import BESIDE, IS_HELD_BACK, IS_WAITED_FOR, circular_offices, recipient_of
from models.circulars.records import (
    Circular,
    CircularClass,
    CircularOffice,
    CircularProblem,
    CircularState,
    Level,
)
from models.clock import now
from models.columns import table_of
from models.notices import Notice, NoticeKind
from models.organisations import Deed, Hat, Office, OfficeKind
from models.people import known_as
from models.values.jalali import tehran_date
from models.values.letters import LetterNumber, LetterProblem
from models.values.problem import Problem

MOST_SHOWN: Final = 6
"""So many circulars are shown that wait for one office."""
_notices: Final = table_of(Notice)
_circulars: Final = table_of(Circular)
_offices: Final = table_of(Office)
UNDER_WAY: Final = (CircularState.TRYING, CircularState.SENDING)


# ---- by hand ----


@dataclass(frozen=True, slots=True)
class Passed:
    """Who has passed a circular on, when, and to how many. ``by`` is empty where it went on by itself.

    ``office``: the one that did it, of a county perhaps its chamber. ``again``: it had been done before. ``place``: the
    office in whose place it was done, if it was.
    """

    circular: int
    number: str
    subject: str
    office: str
    office_kind: OfficeKind
    own: bool
    at: datetime
    by: str | None
    below: int
    again: bool
    letter: tuple[str, date] | None
    place: tuple[str, OfficeKind] | None = None


def pass_on(session: Session, worn: Hat, circular_id: int) -> Passed | Problem:
    """Pass a circular on to all who wait for the office of this role; a second time says who has done it and when."""
    found = _at_office(session, worn, circular_id)
    if isinstance(found, Problem):
        return found
    live, circular, gate = found
    again = gate.passed_at is not None
    if not again:
        if circular.state not in UNDER_WAY or circular.given_up_at is not None:
            return Problem(CircularProblem.WRONG_STATE, {"state": circular.state})
        if not session.execute(sa.select(recipient_of(circular.id, live.office_id, TOLD))).scalar_one():
            return Problem(CircularProblem.NOT_TOLD)
        gate.passed_at, gate.passed_by, gate.through_id = now(session), live.person_id, live.office_id
        session.flush()
        audit.record(
            session,
            audit.AuditAct.CIRCULAR_PASSED_ON,
            by=live.person_id,
            hat=live.role_id,
            subject=f"circular:{circular.id}",
            details={"office": str(live.office_id), "below": str(gate.below)},
        )
        acknowledge(session, live.person_id, circular.id)  # whoever passes it on has it
        for hat in of_rung(session, gate.office_id):
            drop(session, circular.id, (NoticeKind.CIRCULAR_WAITS,), person=hat.person_id, role=hat.role_id)
        open_for(session, circular.id, gate.office_id)
        session.info[notices.OWES] = True
    return passed(session, live, circular, gate, again=again)


def _at_office(session: Session, worn: Hat, circular_id: int) -> tuple[Hat, Circular, CircularOffice] | Problem:
    """The live hat that passes on for its office, the circular, and what it asks of that office, locked."""
    live = organisations.acting(session, worn, Deed.PASS_ON, worn.office_id)
    if isinstance(live, Problem):
        return live
    circular = session.exec(
        select(Circular)
        .where(Circular.id == circular_id)
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if circular is None or circular.state is CircularState.DRAFT:
        return Problem(CircularProblem.UNKNOWN)
    if circular.state is CircularState.WITHDRAWN:
        return Problem(CircularProblem.TAKEN_BACK)
    if circular.state is CircularState.PLANNING:
        return Problem(CircularProblem.WRONG_STATE, {"state": circular.state})
    gate = session.exec(
        select(CircularOffice)
        .where(CircularOffice.circular_id == circular_id, CircularOffice.office_id == rung_of(session, live))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if gate is None or not gate.below:
        return Problem(CircularProblem.NOBODY_WAITS)
    return live, circular, gate


def rung_of(session: Session, worn: Hat) -> int:
    """The office for which this role's office stands: of a chamber or commission its county, else itself."""
    above = session.get_one(Office, worn.office_id).parent_id if worn.office_kind in BESIDE else None
    return worn.office_id if above is None else above


def passed(session: Session, live: Hat, circular: Circular, gate: CircularOffice, *, again: bool) -> Passed:
    """How a gate that is open was opened, as this role sees it."""
    assert gate.passed_at is not None
    through = session.get_one(Office, gate.through_id or gate.office_id)
    silent = session.get_one(Office, gate.office_id) if gate.in_place else None
    by = None if gate.passed_by is None else known_as(session, [gate.passed_by])[gate.passed_by]
    return Passed(
        circular.id,
        circular.number,
        circular.subject,
        through.name,
        through.kind,
        through.id == live.office_id,
        gate.passed_at,
        by,
        gate.below,
        again,
        None if gate.letter_number is None or gate.letter_dated is None else (gate.letter_number, gate.letter_dated),
        None if silent is None else (silent.name, silent.kind),
    )


def note_letter(session: Session, worn: Hat, circular_id: int, number: LetterNumber, dated: date) -> Passed | Problem:
    """Note the covering letter with which the office has passed it on (60/227210 ¶6); noted again, it is mended."""
    found = _at_office(session, worn, circular_id)
    if isinstance(found, Problem):
        return found
    live, circular, gate = found
    if gate.passed_at is None or gate.through_id != live.office_id:
        return Problem(CircularProblem.NOT_PASSED)
    today = tehran_date(now(session))
    if dated > today:
        return Problem(LetterProblem.FUTURE, {"got": dated, "today": today})
    if dated < circular.issued:
        return Problem(LetterProblem.EARLY, {"got": dated, "least": circular.issued})
    gate.letter_number, gate.letter_dated = str(number), dated
    session.flush()
    audit.record(
        session,
        audit.AuditAct.CIRCULAR_LETTER_NOTED,
        by=live.person_id,
        hat=live.role_id,
        subject=f"circular:{circular.id}",
        details={"office": str(live.office_id), "number": str(number), "dated": dated.isoformat()},
    )
    return passed(session, live, circular, gate, again=True)


@dataclass(frozen=True, slots=True)
class ToPass:
    """A circular that waits for an office to pass it on: to how many, by level."""

    circular: int
    number: str
    subject: str
    issuer: str
    urgent: bool
    waiting: Mapping[Level, int]

    @property
    def total(self) -> int:
        """How many wait in all."""
        return sum(self.waiting.values())


def to_pass(session: Session, worn: Hat) -> tuple[ToPass, ...] | Problem:
    """The circulars that reached this role's office and wait there to be passed on; the urgent and the oldest first."""
    live = organisations.acting(session, worn, Deed.PASS_ON, worn.office_id)
    return live if isinstance(live, Problem) else _waiting(session, live)


def to_pass_of(session: Session, person_id: int, circular_id: int) -> tuple[tuple[Hat, ToPass], ...]:
    """In which roles this person may pass a circular on now; one for each office."""
    found: dict[int, tuple[Hat, ToPass]] = {}
    for worn in organisations.hats(session, person_id):
        if organisations.reaches(worn, Deed.PASS_ON) is not None and worn.office_id not in found:
            for one in _waiting(session, worn, circular_id):
                found[worn.office_id] = (worn, one)
    return tuple(found.values())


def _waiting(session: Session, live: Hat, circular_id: int | None = None) -> tuple[ToPass, ...]:
    rung = rung_of(session, live)
    wanted = () if circular_id is None else (circular_offices.c.circular_id == circular_id,)
    rows = session.execute(
        sa.select(_circulars.c.id, _circulars.c.number, _circulars.c.subject, _circulars.c.grade, _offices.c.name)
        .select_from(
            circular_offices.join(_circulars, _circulars.c.id == circular_offices.c.circular_id).join(
                _offices, _offices.c.id == _circulars.c.office_id
            )
        )
        .where(
            circular_offices.c.office_id == rung,
            IS_WAITED_FOR,
            *wanted,
            _circulars.c.state.in_(UNDER_WAY),
            _circulars.c.given_up_at.is_(None),
            recipient_of(circular_offices.c.circular_id, sa.literal(live.office_id, sa.BigInteger), TOLD),
        )
        .order_by(sa.case((_circulars.c.grade == CircularClass.URGENT, 0), else_=1), _circulars.c.id)
        .limit(MOST_SHOWN)
    ).all()
    waiting: dict[int, dict[Level, int]] = {}
    for circular, level, number in session.execute(
        sa.select(_notices.c.circular_id, _notices.c.level, sa.func.count())
        .where(IS_HELD_BACK, _notices.c.circular_id.in_([row.id for row in rows]), _notices.c.waits_for == rung)
        .group_by(_notices.c.circular_id, _notices.c.level)
    ):
        waiting.setdefault(circular, {})[Level(level)] = int(number)
    return tuple(
        ToPass(
            row.id,
            row.number,
            row.subject,
            row.name,
            row.grade is CircularClass.URGENT,
            {level: waiting[row.id][level] for level in Level if level in waiting.get(row.id, {})},
        )
        for row in rows
    )


def give_up(session: Session, by: Hat, circular_id: int) -> int | Problem:
    """Wait no longer for offices that have not passed it on: what is still held back is withdrawn. How many rows."""
    found = own(session, by, circular_id)
    if isinstance(found, Problem):
        return found
    live, row = found
    held = held_back(session, row.id)
    if row.state not in UNDER_WAY:
        return Problem(CircularProblem.WRONG_STATE, {"state": row.state})
    if not held or row.given_up_at is not None:
        return Problem(CircularProblem.NOTHING_HELD_BACK)
    row.given_up_at = now(session)
    session.flush()
    drop(session, row.id, (NoticeKind.CIRCULAR_WAITS,), since=row.released_at)
    audit.record(
        session,
        audit.AuditAct.CIRCULAR_GIVEN_UP,
        by=live.person_id,
        hat=live.role_id,
        subject=f"circular:{row.id}",
        details={"held": str(held)},
    )
    return held
