"""Moving: what lies with a messenger that takes nothing goes to the person's other one, if that one works.

Only what was surely not sent is moved; what was lost or is in doubt stays with the operator.
"""

from collections.abc import Collection, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models.clock import now
from models.columns import table_of
from models.couriers.addressing import reachable
from models.couriers.parcels import IS_DUE
from models.couriers.tokens import standing
from models.notices import Notice, NoticeKind, NoticeState
from models.people import Account, Messenger

PIECE: Final = 500
"""So many notices are looked at in one transaction."""
_notices: Final = table_of(Notice)
_IS_OF_CIRCULAR: Final = sa.text("notices.circular_id IS NOT NULL")


def go_round(session: Session, ids: Sequence[int], messenger: Messenger, served: Collection[Messenger] = ()) -> int:
    """Notices that this messenger does not take go to another one that works, from their beginning. How many.

    A word about a newly joined account stays where it was meant to be heard.
    """
    works = standing(session, served).work - {messenger}
    if not works or not ids:
        return 0
    rows = session.execute(
        sa.select(_notices.c.id, _notices.c.person_id).where(
            _notices.c.id.in_(tuple(ids)),
            _notices.c.messenger == messenger.value,
            _notices.c.state.in_((NoticeState.PLANNED, NoticeState.WAITING, NoticeState.RETRY)),
            _notices.c.kind != NoticeKind.JOINED,
        )
    ).all()
    accounts = reachable(session, {row.person_id for row in rows})
    moved: list[dict[str, Any]] = []
    for row in rows:
        key = next((one for one in accounts.get(row.person_id, ()) if one.messenger in works), None)
        if key is not None:
            moved.append({"of": row.id, "to_messenger": key.messenger.value, "to_account": key.account_id})
    if moved:
        session.connection().execute(
            sa.update(_notices)
            .where(_notices.c.id == sa.bindparam("of"))
            .values(
                messenger=sa.bindparam("to_messenger"),
                account_id=sa.bindparam("to_account"),
                part=0,
                next_at=sa.case((_notices.c.state == NoticeState.PLANNED, _notices.c.next_at), else_=now(session)),
                state=sa.case(
                    (_notices.c.state == NoticeState.PLANNED, NoticeState.PLANNED.value),
                    else_=NoticeState.WAITING.value,
                ),
            ),
            moved,
        )
    return len(moved)


def _has_another(works: Collection[Messenger]) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        col(Account.person_id) == _notices.c.person_id,
        col(Account.messenger).in_(tuple(works)),
        col(Account.blocked).is_(False),
    )


def move_due(session: Session, served: Collection[Messenger], most: int = PIECE) -> int:
    """What is to leave on a messenger that is away, and can leave on another one, does. How many."""
    stand = standing(session, served)
    moved = 0
    for messenger in stand.away if stand.work else ():
        these = (
            sa.select(_notices.c.id)
            .where(
                IS_DUE,
                _notices.c.messenger == messenger.value,
                _notices.c.kind != NoticeKind.JOINED,
                _has_another(stand.work),
            )
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        moved += go_round(session, session.execute(these).scalars().all(), messenger, served)
    return moved


def move_planned(
    session: Session, circular_id: int, messenger: Messenger, served: Collection[Messenger], after: int
) -> int | None:
    """The same for the next of a circular's plan above this id; the last id looked at, None when there is no more."""
    stand = standing(session, served)
    if messenger not in stand.away or not stand.work:
        return None
    these = (
        sa.select(_notices.c.id)
        .where(
            _IS_OF_CIRCULAR,
            _notices.c.circular_id == circular_id,
            _notices.c.state == NoticeState.PLANNED,
            _notices.c.messenger == messenger.value,
            _notices.c.id > after,
        )
        .order_by(_notices.c.id)
        .limit(PIECE)
        .with_for_update(skip_locked=True)
    )
    ids = session.execute(these).scalars().all()
    go_round(session, ids, messenger, served)
    return ids[-1] if ids else None
