"""Addressing: to which account a notice goes, and who is let out of a circular's plan."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import circulars
from models.clock import now
from models.columns import table_of
from models.couriers.parcels import IS_DUE, UNADDRESSED, put
from models.couriers.tokens import standing
from models.notices import Notice, NoticeKind, NoticeState
from models.people import Account, AccountKey, Messenger

LATER: Final = timedelta(minutes=1)
"""After so long a notice looks again whether somebody carries on a messenger of its person."""
_notices: Final = table_of(Notice)
_IS_PARKED: Final = sa.text("notices.state = 'parked'")


def let_out(session: Session, messenger: Messenger, served: Collection[Messenger], most: int) -> int:
    """Let recipients of circulars out, as many as this messenger can be told soon; how many.

    Those who were reached on it, on none at all, or on one that nobody carries on.
    """
    carried = standing(session, served).carried
    return circulars.feed(session, (messenger, None, *(one for one in Messenger if one not in carried)), most)


_unaddressed: Final = (
    sa.select(_notices.c.id, _notices.c.person_id, sa.type_coerce(_notices.c.kind, sa.String).label("kind"))
    .where(IS_DUE, _notices.c.messenger.is_(None), _notices.c.next_at <= sa.bindparam("at"))
    .order_by(_notices.c.priority, _notices.c.next_at, _notices.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
    .with_for_update(skip_locked=True)
)


def address(session: Session, served: Collection[Messenger], limit: int = 200) -> frozenset[Messenger]:
    """Choose the account for due notices that have none: the person's last used one that can be reached.

    Only messengers are chosen that the caller serves or another process carries on, and those that work before those
    that take nothing. Whoever has no account left is parked. A word about a newly joined account goes to one that was
    there before. A circular is told from its beginning. Returns the messengers chosen.
    """
    at = now(session)
    rows = session.connection().execute(_unaddressed, {"at": at, "most": limit}).all()
    if not rows:
        return frozenset()
    stand = standing(session, served)
    accounts = reachable(session, {row.person_id for row in rows})
    chosen: list[dict[str, Any]] = []
    parked: list[int] = []
    unserved: list[int] = []
    for row in rows:
        own = accounts.get(row.person_id, [])
        known = [key for key in own if key.messenger in stand.carried]
        if not own:
            parked.append(row.id)
        elif not known:
            unserved.append(row.id)
        else:
            works = [key for key in known if key.messenger in stand.work]
            key = known[min(1, len(known) - 1)] if row.kind == NoticeKind.JOINED else (works or known)[0]
            chosen.append({"of": row.id, "to_messenger": key.messenger.value, "to_account": key.account_id})
    if chosen:
        session.connection().execute(
            sa.update(_notices)
            .where(_notices.c.id == sa.bindparam("of"))
            .values(messenger=sa.bindparam("to_messenger"), account_id=sa.bindparam("to_account"), part=0),
            chosen,
        )
    put(session, parked, state=NoticeState.PARKED, error="no-account")
    put(session, unserved, state=NoticeState.RETRY, next_at=at + LATER, error="messenger-not-served")
    return frozenset(Messenger(one["to_messenger"]) for one in chosen)


_can_be_reached: Final = (
    sa.select(col(Account.person_id), col(Account.messenger), col(Account.account_id))
    .where(col(Account.person_id).in_(sa.bindparam("people", expanding=True)), col(Account.blocked).is_(False))
    .order_by(col(Account.seen_at).desc(), col(Account.messenger))
)


def reachable(session: Session, people: Iterable[int]) -> Mapping[int, list[AccountKey]]:
    """The accounts of these people that have not blocked us, the last used first."""
    found: dict[int, list[AccountKey]] = {}
    named = {"people": tuple(people)}
    for person_id, messenger, account_id in session.connection().execute(_can_be_reached, named):
        assert person_id is not None
        found.setdefault(person_id, []).append(AccountKey(messenger, account_id))
    return found


def return_parked(session: Session, limit: int = 100) -> int:
    """Whoever was unreachable and can be reached again hears what was parked. Returns how many notices wait again."""
    back = (
        sa.select(_notices.c.id)
        .where(
            _IS_PARKED,
            sa.exists().where(col(Account.person_id) == _notices.c.person_id, col(Account.blocked).is_(False)),
        )
        .limit(limit)
    )
    moved = session.execute(
        sa.update(_notices)
        .where(_notices.c.id.in_(back))
        .values(**UNADDRESSED, next_at=now(session), error=None)
        .returning(_notices.c.id)
    )
    return len(moved.all())
