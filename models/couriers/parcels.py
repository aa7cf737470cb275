"""Parcels: notices in a courier's hand, taken in their order and returned when they must wait."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import circulars, notices
from models.bookkeeping import Chat
from models.circulars.tellings import Facts
from models.clock import now
from models.columns import table_of
from models.notices import Notice, NoticeKind, NoticeRow, NoticeState
from models.people import CODE_LASTS, Account, Language, Messenger

LASTS: Final[Mapping[NoticeKind, timedelta]] = {
    NoticeKind.JOIN_CODE: CODE_LASTS,
    NoticeKind.MONTH_REMINDER: timedelta(days=1),
    NoticeKind.REVIEW_REMINDER: timedelta(days=1),
}
"""How long after it was owed a notice is still worth sending; others always are."""

SOON: Final = timedelta(seconds=0.2)
"""After an older one that is due itself."""
_notices: Final = table_of(Notice)
# Written out, since a bound parameter would hide from the planner that the partial index fits.
IS_DUE: Final = sa.text("state IN ('waiting', 'retry')")
_IS_RETRIED: Final = sa.text("state = 'retry'")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A notice in hand, with the account that it goes to; ``tries``: how often it was tried before."""

    id: int
    kind: NoticeKind
    facts: Mapping[str, str | int]
    account_id: int
    chat_id: int
    language: Language
    tries: int
    priority: int
    circular_id: int | None = None
    part: int = 0
    parts: int = 1
    """A long circular is told in several messages, of which this is the next."""


def put(session: Session, ids: Sequence[int], **values: object) -> None:
    """Change these notices."""
    if ids:
        session.execute(sa.update(_notices).where(_notices.c.id.in_(ids)).values(**values))


UNADDRESSED: Final[Mapping[str, object]] = {
    "state": NoticeState.WAITING,
    "messenger": None,
    "account_id": None,
    "leased_by": None,
    "leased_until": None,
}


_retried: Final = sa.select(_notices.c.account_id, _notices.c.id, _notices.c.priority, _notices.c.next_at).where(
    _IS_RETRIED,
    _notices.c.messenger == sa.bindparam("to"),
    _notices.c.account_id.in_(sa.bindparam("accounts", expanding=True)),
)


def stands_behind(one: tuple[int, int], older: tuple[int, int]) -> bool:
    """Whether a notice to the same account waits for an older one, each given as priority and id.

    What is more urgent does not wait, nor do codes, which are worth nothing after a while.
    """
    return one[0] > 0 and older[0] <= one[0] and older[1] < one[1]


def _hold_back(session: Session, messenger: Messenger, rows: Sequence[NoticeRow]) -> frozenset[int]:
    """Of what was taken, what stands behind an older one that wants another try waits until that one is due."""
    named = {"to": messenger.value, "accounts": tuple({row.account_id for row in rows})}
    retried = session.connection().execute(_retried, named).all()
    at = now(session)
    waits: dict[int, float] = {}
    for older in retried:
        for row in rows:
            behind = row.account_id == older.account_id
            if behind and stands_behind((row.priority, row.id), (older.priority, older.id)):
                after = max(older.next_at - at, SOON).total_seconds()
                waits[row.id] = max(waits.get(row.id, 0.0), after)
    postpone(session, waits)
    return frozenset(waits)


def take(
    session: Session, messenger: Messenger, me: str, limit: int, spoiled: dict[int, str] | None = None
) -> tuple[Parcel, ...]:
    """Lease up to ``limit`` due notices that go to this messenger, the most urgent first.

    What came too late or is settled is withdrawn; what goes to an account that is not the person's any more, or that
    has blocked us, is to be addressed anew; what stands behind an older one that wants another try waits for it.
    Whatever cannot be read is refused and named in ``spoiled`` with the reason.
    """
    at = now(session)
    spoiled = {} if spoiled is None else spoiled
    rows = notices.lease(session, me, limit, at, messenger.value, spoiled)
    if not rows:
        return ()
    waits = _hold_back(session, messenger, rows)
    rows = tuple(row for row in rows if row.id not in waits)
    found = {
        account.account_id: account
        for account in session.execute(
            sa.select(
                col(Account.account_id),
                col(Account.person_id),
                col(Account.language),
                col(Account.blocked),
                sa.func.coalesce(col(Chat.chat_id), col(Account.account_id)).label("chat_id"),
            )
            .outerjoin(
                Chat,
                sa.and_(col(Chat.messenger) == col(Account.messenger), col(Chat.account_id) == col(Account.account_id)),
            )
            .where(col(Account.messenger) == messenger, col(Account.account_id).in_({row.account_id for row in rows}))
        )
    }
    told = circulars.tellings(session, {row.circular_id for row in rows if row.circular_id is not None})
    settled = circulars.settled(session, rows)
    taken: list[Parcel] = []
    late: list[int] = []
    astray: list[int] = []
    unsaid: list[int] = []
    for row in rows:
        account = found.get(row.account_id)
        pages: tuple[Facts, ...] = (row.facts,) if row.circular_id is None else told.get(row.circular_id, ())
        part = 0 if row.circular_id is None else row.part
        if row.id in settled or (row.kind in LASTS and at - row.created_at > LASTS[row.kind]):
            late.append(row.id)
        elif account is None or account.blocked or account.person_id != row.person_id:
            astray.append(row.id)
        elif part >= len(pages):
            unsaid.append(row.id)
        else:
            taken.append(
                Parcel(
                    row.id,
                    row.kind,
                    pages[part],
                    account.account_id,
                    account.chat_id,
                    account.language,
                    row.tries,
                    row.priority,
                    row.circular_id,
                    row.part,
                    len(pages),
                )
            )
    put(session, late, state=NoticeState.WITHDRAWN, error="out-of-date", leased_by=None, leased_until=None)
    put(session, astray, **UNADDRESSED)
    notices.refuse(session, dict.fromkeys(unsaid, notices.NO_TEXT))
    spoiled.update(dict.fromkeys(unsaid, notices.NO_TEXT))
    return tuple(taken)


def postpone(session: Session, ids: Mapping[int, float]) -> None:
    """Return taken notices to the queue for later: seconds from now by id."""
    at = now(session)
    for notice_id, seconds in ids.items():
        put(
            session,
            [notice_id],
            state=NoticeState.WAITING,
            leased_by=None,
            leased_until=None,
            next_at=at + timedelta(seconds=seconds),
        )


def give_back(session: Session, me: str, ids: Sequence[int]) -> None:
    """Return what was taken and not begun."""
    if ids:
        session.execute(
            sa.update(_notices)
            .where(_notices.c.id.in_(ids), _notices.c.state == NoticeState.LEASED, _notices.c.leased_by == me)
            .values(state=NoticeState.WAITING, leased_by=None, leased_until=None)
        )


# Looked at all the time: made once, since building a statement costs more than running it.
_look: Final = sa.select(
    sa.or_(
        *(
            sa.exists(sa.select(_notices.c.id).where(IS_DUE, goes, _notices.c.next_at <= sa.bindparam("at")))
            for goes in (_notices.c.messenger == sa.bindparam("to"), _notices.c.messenger.is_(None))
        )
    )
)


def due(session: Session, messenger: Messenger) -> bool:
    """Whether a notice is due that goes to this messenger or to nobody yet; as cheap as a look can be."""
    # One statement, so that a notice which is being addressed meanwhile is seen as one or the other.
    named = {"at": now(session), "to": messenger.value}
    return bool(session.connection().execute(_look, named).scalar_one())
