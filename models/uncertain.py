"""Notices of which nobody knows whether they arrived: listed by name for the operator, who alone decides on them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import audit
from models.circulars import Circular, CircularState, parts_of
from models.clock import now
from models.notices import OWES, SPOILED, Notice, NoticeKind, NoticeState
from models.organisations import Office
from models.people import Messenger, Person
from models.values.ids import Phone
from models.vault import vault

LISTED: Final = 200


# The partial index of what is not settled fits, written out as it is.
_IS_UNCERTAIN: Final = sa.text(
    "notices.state = 'uncertain' AND notices.state NOT IN ('held-back', 'planned', 'sent', 'withdrawn')"
)


# Refused are few, and found by their state.
_IS_SPOILED: Final = sa.and_(
    sa.text("notices.state = 'refused' AND notices.state NOT IN ('held-back', 'planned', 'sent', 'withdrawn')"),
    sa.or_(*(col(Notice.error).like(error) for error in SPOILED)),
)


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A notice that cannot be put into words, and why: surely not sent."""

    id: int
    error: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """One uncertain notice: who may or may not have read it, since when, and what happened (crash, answer-lost).

    ``part`` counts the messages of a long circular that surely arrived before. The phone number is masked.
    """

    id: int
    kind: NoticeKind
    circular: str | None
    part: int
    person_id: int
    name: str | None
    phone: str
    office: str | None
    messenger: Messenger | None
    begun_at: datetime | None
    error: str


def doubts(session: Session, after: int = 0, limit: int = LISTED) -> tuple[Doubt, ...]:
    """The uncertain notices above this id, in the order of their ids."""
    rows = session.execute(
        sa.select(
            col(Notice.id),
            col(Notice.kind),
            col(Circular.number),
            col(Notice.part),
            col(Notice.person_id),
            col(Person.name_sealed),
            col(Person.phone_sealed),
            col(Office.name),
            col(Notice.messenger),
            col(Notice.begun_at),
            col(Notice.error),
        )
        .join(Person, col(Person.id) == col(Notice.person_id))
        .outerjoin(Circular, col(Circular.id) == col(Notice.circular_id))
        .outerjoin(Office, col(Office.id) == col(Notice.office_id))
        .where(_IS_UNCERTAIN, col(Notice.id) > after)
        .order_by(col(Notice.id))
        .limit(limit)
    ).all()
    opened = vault(session)
    return tuple(
        Doubt(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4],
            None if row[5] is None else opened.open(row[5]),
            Phone(opened.open(row[6])).masked,
            row[7],
            None if row[8] is None else Messenger(row[8]),
            row[9],
            row[10] or "",
        )
        for row in rows
    )


def spoiled(session: Session, after: int = 0, limit: int = LISTED) -> tuple[Spoiled, ...]:
    """The notices above this id that cannot be put into words, in the order of their ids."""
    rows = session.execute(
        sa.select(col(Notice.id), col(Notice.error))
        .where(_IS_SPOILED, col(Notice.id) > after)
        .order_by(col(Notice.id))
        .limit(limit)
    )
    return tuple(Spoiled(row[0], row[1]) for row in rows)


def settle_doubts(session: Session, ids: Collection[int], *, arrived: bool) -> tuple[int, ...]:
    """The operator knows better: these arrived, or are sent once more from the message that is in doubt.

    A long circular whose message arrived goes on with the next one; one that was withdrawn is sent to nobody any more.
    What could not be put into words did not arrive, and may be sent once that is mended. Returns those that were
    uncertain (or without words) and are settled now; each leaves a trace in the audit.
    """
    instant = now(session)
    rows = session.execute(
        sa.select(
            col(Notice.id), col(Notice.part), col(Circular.pages), col(Circular.attachment_key), col(Circular.state)
        )
        .outerjoin(Circular, col(Circular.id) == col(Notice.circular_id))
        .where(
            col(Notice.id).in_(tuple(ids)),
            col(Notice.state) == NoticeState.UNCERTAIN
            if arrived
            else sa.or_(col(Notice.state) == NoticeState.UNCERTAIN, _IS_SPOILED),
        )
        .order_by(col(Notice.id))
        .with_for_update(of=Notice)
    ).all()
    for row in rows:
        goes_on = arrived and row.part + 1 < parts_of(row.pages or (), row.attachment_key)
        values: dict[str, object] = {"state": NoticeState.WAITING, "next_at": instant, "part": row.part + goes_on}
        if goes_on:
            values["heard"] = True
        if arrived and not goes_on:
            values = {"state": NoticeState.SENT, "sent_at": instant}
        elif row.state is CircularState.WITHDRAWN:
            values = {"state": NoticeState.WITHDRAWN}
        session.execute(
            sa.update(Notice)
            .where(col(Notice.id) == row.id)
            .values(**values, error=None, leased_by=None, leased_until=None)
            .execution_options(synchronize_session=False)
        )
        audit.record(
            session,
            audit.AuditAct.NOTICE_SETTLED,
            by=None,
            hat=None,
            subject=f"notice:{row.id}",
            details={"arrived": "yes" if arrived else "no"},
        )
    if rows:
        session.info[OWES] = True
    return tuple(row.id for row in rows)
