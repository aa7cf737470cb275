"""Words about a circular beside the circular itself: their facts, to whom they go, and that they are taken back."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session

from models.circulars.ladder import BESIDE, PASSERS, circular_offices
from models.circulars.records import Acknowledgement, Circular, CircularClass, CircularState
from models.columns import table_of
from models.notices import Notice, NoticeKind, NoticeRow, NoticeState
from models.organisations import Hat, Office, officers

_notices: Final = table_of(Notice)
_offices: Final = table_of(Office)
_circulars: Final = table_of(Circular)
_acknowledged: Final = table_of(Acknowledgement)
_IS_OPEN: Final = sa.text("notices.state NOT IN ('held-back', 'planned', 'sent', 'withdrawn')")
"""As the partial index of what is not settled has it."""
_TAKEABLE: Final = (NoticeState.WAITING, NoticeState.RETRY, NoticeState.LEASED, NoticeState.PARKED)
ASKING: Final = (
    NoticeKind.CIRCULAR_REMINDER,
    NoticeKind.CIRCULAR_WAITS,
    NoticeKind.CIRCULAR_LATE,
    NoticeKind.CIRCULAR_LATE_UNITS,
)
"""They ask for something; their keys begin with the kind and the circular's id."""


def key_of(kind: NoticeKind, circular_id: int, *further: object) -> str:
    """The key under which such a word is owed once."""
    return ":".join((kind.value, str(circular_id), *map(str, further)))


def facts_of(session: Session, row: Circular) -> dict[str, str | int]:
    """What such a word tells of the circular."""
    return {
        "circular": row.id,
        "number": row.number,
        "subject": row.subject,
        "issuer": session.get_one(Office, row.office_id).name,
        "urgent": int(row.grade is CircularClass.URGENT),
    }


def office_facts(hat: Hat) -> Mapping[str, str]:
    """As whom somebody is addressed."""
    return {"office": hat.office_name, "office-kind": hat.office_kind.value}


def of_rung(session: Session, office_id: int) -> tuple[Hat, ...]:
    """Who passes on for this office; for a county also those of its chamber and commission."""
    own_ones = officers(session, office_id, *PASSERS)
    beside = session.execute(
        sa.select(_offices.c.id).where(_offices.c.parent_id == office_id, _offices.c.kind.in_(BESIDE))
    ).scalars()
    return (*own_ones, *(hat for one in beside for hat in officers(session, one, *PASSERS)))


def drop(
    session: Session,
    circular_id: int,
    kinds: Collection[NoticeKind] = ASKING,
    *,
    person: int | None = None,
    role: int | None = None,
    since: datetime | None = None,
) -> int:
    """Take back what is settled and not sent yet: of this person alone (in this role), or all owed ``since`` then."""
    further = () if role is None else (role,)
    asked = sa.or_(
        *(_notices.c.dedupe.startswith(key_of(kind, circular_id, *further, ""), autoescape=True) for kind in kinds)
    )
    conditions: list[Any] = [_IS_OPEN, _notices.c.state.in_(_TAKEABLE), _notices.c.kind.in_(tuple(kinds)), asked]
    if person is not None:
        conditions.append(_notices.c.person_id == person)
    if since is not None:
        conditions.append(_notices.c.created_at >= since)
    taken = session.connection().execute(
        sa.update(_notices)
        .where(*conditions)
        .values(state=NoticeState.WITHDRAWN, error="circular-settled", leased_by=None, leased_until=None)
    )
    return int(taken.rowcount)


def settled(session: Session, rows: Iterable[NoticeRow]) -> frozenset[int]:
    """Of notices that are about to be sent, those that ask for what is not wanted any more.

    The circular was withdrawn; it was acknowledged; the office has passed it on, or nobody waits for it any longer.
    """
    asking = [row for row in rows if row.kind in ASKING]
    if not asking:
        return frozenset()
    circulars = {int(row.facts["circular"]) for row in asking}
    standing = {
        row.id: row
        for row in session.execute(
            sa.select(_circulars.c.id, _circulars.c.state, _circulars.c.given_up_at).where(
                _circulars.c.id.in_(circulars)
            )
        )
    }
    read = {
        (row.circular_id, row.person_id)
        for row in session.execute(
            sa.select(_acknowledged.c.circular_id, _acknowledged.c.person_id).where(
                _acknowledged.c.circular_id.in_(circulars),
                _acknowledged.c.person_id.in_({row.person_id for row in asking}),
            )
        )
    }
    rungs = {int(row.facts.get("rung", 0)) for row in asking if row.kind is NoticeKind.CIRCULAR_WAITS}
    passed = {
        (row.circular_id, row.office_id)
        for row in session.execute(
            sa.select(circular_offices.c.circular_id, circular_offices.c.office_id).where(
                circular_offices.c.circular_id.in_(circulars),
                circular_offices.c.office_id.in_(rungs),
                circular_offices.c.passed_at.is_not(None),
            )
        )
    }

    def over(row: NoticeRow) -> bool:
        circular = int(row.facts["circular"])
        one = standing.get(circular)
        if one is None or one.state is CircularState.WITHDRAWN:
            return True
        if row.kind is NoticeKind.CIRCULAR_REMINDER:
            return (circular, row.person_id) in read
        if row.kind is NoticeKind.CIRCULAR_WAITS:
            return one.given_up_at is not None or (circular, int(row.facts.get("rung", 0))) in passed
        return False

    return frozenset(row.id for row in asking if over(row))
