"""Passing a circular on in the place of an office that leaves it lying: the level above does so after a set time.

As with a union that does not answer, the county and the province above it may act (60/227210 ¶6: in writing, down to
the units); whose place it was stands in the tree, in the closing statement and in the audit, and the office hears it.
"""

from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, select

from models import audit, letters, notices, organisations
from models.circulars.addressees import drop, facts_of, of_rung
from models.circulars.gates import open_for
from models.circulars.ladder import BESIDE, OF_OFFICES, circular_offices, recipient_of
from models.circulars.passing import UNDER_WAY, Passed, passed, rung_of
from models.circulars.records import Circular, CircularOffice, CircularProblem, CircularState
from models.clock import now
from models.columns import table_of
from models.letters import RuleKey
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import Deed, Hat, Office, OrganisationProblem
from models.values.jalali import tehran_date
from models.values.problem import Problem

_notices: Final = table_of(Notice)
_offices: Final = table_of(Office)
_COMING: Final = (
    NoticeState.HELD_BACK,
    NoticeState.PLANNED,
    NoticeState.WAITING,
    NoticeState.LEASED,
    NoticeState.BEGUN,
)


def pass_in_place(session: Session, worn: Hat, circular_id: int, office_id: int) -> Passed | Problem:  # noqa: PLR0911 (one a refusal)
    """Pass a circular on to all who wait for an office below, which has not done so in time; once.

    A second time, or when the office was quicker, it says who has done it and when.
    """
    live = organisations.hat(session, worn.person_id, worn.role_id)
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
    if not _stands_above(session, live, circular, office_id):
        return Problem(OrganisationProblem.OUT_OF_REACH, {"own": live.kind})
    if circular.state is CircularState.WITHDRAWN:
        return Problem(CircularProblem.TAKEN_BACK)
    gate = session.exec(
        select(CircularOffice)
        .where(CircularOffice.circular_id == circular_id, CircularOffice.office_id == office_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if gate is None or not gate.below:
        return Problem(CircularProblem.NOBODY_WAITS)
    if gate.passed_at is not None:
        return passed(session, live, circular, gate, again=True)
    if circular.state not in UNDER_WAY or circular.given_up_at is not None:
        return Problem(CircularProblem.WRONG_STATE, {"state": circular.state})
    hours, due = _due(session, circular, gate)
    if due is None or due > now(session):
        return Problem(CircularProblem.NOT_LATE, {"hours": hours, "at": due or now(session) + timedelta(hours=hours)})
    gate.passed_at, gate.passed_by, gate.through_id, gate.in_place = now(session), live.person_id, live.office_id, True
    session.flush()
    audit.record(
        session,
        audit.AuditAct.CIRCULAR_PASSED_IN_PLACE,
        by=live.person_id,
        hat=live.role_id,
        subject=f"circular:{circular.id}",
        details={"office": str(live.office_id), "place": str(gate.office_id), "below": str(gate.below)},
    )
    _tell(session, live, circular, gate)
    open_for(session, circular.id, gate.office_id)
    session.info[notices.OWES] = True
    return passed(session, live, circular, gate, again=False)


def _tell(session: Session, live: Hat, circular: Circular, gate: CircularOffice) -> None:
    """The office hears that it was done in its place, and is asked for it no more."""
    facts = facts_of(session, circular)
    place = session.get_one(Office, gate.office_id)
    for hat in of_rung(session, gate.office_id):
        drop(session, circular.id, (NoticeKind.CIRCULAR_WAITS,), person=hat.person_id, role=hat.role_id)
        said = {
            **facts,
            "by": live.office_name,
            "by-kind": live.office_kind.value,
            "place": place.name,
            "place-kind": place.kind.value,
            "below": gate.below,
            "role": hat.role_id,
            "branch": gate.office_id,
        }
        key = f"circular-in-place:{circular.id}:{gate.office_id}:{hat.role_id}:{hat.person_id}"
        notices.owe(session, hat.person_id, NoticeKind.CIRCULAR_IN_PLACE, said, key)


def may_pass_in_place(session: Session, live: Hat, circular: Circular, office_id: int) -> bool:
    """Whether this role may now pass the circular on in the office's place; for showing, nothing is locked."""
    gate = session.get(CircularOffice, (circular.id, office_id), populate_existing=True)
    if gate is None or not gate.held or gate.passed_at is not None or circular.given_up_at is not None:
        return False
    if circular.state not in UNDER_WAY or not _stands_above(session, live, circular, office_id):
        return False
    _, due = _due(session, circular, gate)
    return due is not None and due <= now(session)


def _stands_above(session: Session, live: Hat, circular: Circular, office_id: int) -> bool:
    """The issuing side, or who passes on for an office above this one that the circular came to as well."""
    if live.office_id != office_id and organisations.may(session, live, Deed.ISSUE_CIRCULAR, circular.office_id):
        return True
    if not organisations.may(session, live, Deed.PASS_ON, live.office_id):
        return False
    rung = rung_of(session, live)
    above = {one.id for one in organisations.lineage(session, office_id)[1:]}
    return rung in above and session.get(CircularOffice, (circular.id, rung)) is not None


def _due(session: Session, circular: Circular, gate: CircularOffice) -> tuple[int, datetime | None]:
    """The hours that the rule gives an office, and when they are over; None while it is not its turn yet.

    They count from when somebody there was told; where nobody could be, from when the way to the office was open.
    """
    hours = letters.rule(session, RuleKey.CIRCULAR_HOURS, circular.office_id, tehran_date(now(session))).number
    if not gate.ready:
        return hours, None
    told = session.execute(
        sa.select(sa.func.min(_notices.c.sent_at)).where(
            sa.text("notices.circular_id IS NOT NULL"),
            _notices.c.circular_id == circular.id,
            _notices.c.office_id.in_(_rung_ids(gate.office_id)),
            _notices.c.level.in_([level.value for level in OF_OFFICES]),
        )
    ).scalar_one()
    opened: datetime | None = circular.started_at
    if gate.above_id is not None:
        above = session.get(CircularOffice, (circular.id, gate.above_id))
        opened = opened if above is None or above.passed_at is None else above.passed_at
    since: datetime | None = told or opened
    if told is None and session.execute(sa.select(recipient_of(circular.id, gate.office_id, _COMING))).scalar_one():
        return hours, None
    return hours, None if since is None else since + timedelta(hours=hours)


def _rung_ids(office_id: int) -> sa.Select[Any]:
    return sa.select(_offices.c.id).where(
        sa.or_(_offices.c.id == office_id, sa.and_(_offices.c.parent_id == office_id, _offices.c.kind.in_(BESIDE)))
    )


def places_of(session: Session, circular_id: int) -> dict[int, Office]:
    """In whose place others have passed the circular on: the offices by their ids."""
    found = session.exec(
        select(Office).where(
            _offices.c.id.in_(
                sa.select(circular_offices.c.office_id).where(
                    circular_offices.c.circular_id == circular_id, circular_offices.c.in_place
                )
            )
        )
    )
    return {office.id: office for office in found}
