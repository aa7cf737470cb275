"""Outcomes: what became of a parcel that was begun."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import notices
from models.clock import now
from models.columns import table_of
from models.couriers.moving import go_round
from models.couriers.parcels import UNADDRESSED, Parcel
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import Role, RoleKind
from models.organisations.roles import worn
from models.people import Account, Messenger
from models.values.jalali import tehran_date

BETWEEN_PARTS: Final = timedelta(seconds=1)
TRIES: Final = 6
"""After so many failures of the messenger or the way to it, about a minute, the person's other messenger is tried."""
_notices: Final = table_of(Notice)
_WAS_BEGUN: Final = sa.text("state IN ('begun', 'uncertain')")


class Fate(StrEnum):
    """What became of a parcel that was begun."""

    SENT = "sent"
    RETRY = "retry"
    """Surely not sent; worth another try."""
    AGAIN = "again"
    """Surely not sent, and tried in another way at once: a file by its bytes, or a word in place of it."""
    UNREACHABLE = "unreachable"
    """The account cannot be written to (blocked, gone, never started): another one of the person is looked for."""
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a parcel. ``wait``: seconds until the next try; ``error``: a short code, nothing personal.

    ``failing``: it was the messenger or the way to it that failed, so that another messenger may do better.
    """

    parcel: Parcel
    fate: Fate
    message_id: int | None = None
    wait: float = 0.0
    error: str = ""
    failing: bool = False


_sent: Final = (
    sa.update(_notices)
    .where(_notices.c.id == sa.bindparam("of"), _WAS_BEGUN)
    .values(
        state=NoticeState.SENT,
        sent_at=sa.bindparam("instant"),
        message_id=sa.bindparam("as_message"),
        tries=_notices.c.tries + 1,
        error=None,
        leased_by=None,
        leased_until=None,
    )
)


def settle(session: Session, outcomes: Sequence[Outcome], messenger: Messenger) -> None:
    """Record what became of begun parcels; saying it twice changes nothing."""
    at = now(session)
    sent = [one for one in outcomes if one.fate is Fate.SENT and one.parcel.part + 1 >= one.parcel.parts]
    more = [one.parcel for one in outcomes if one.fate is Fate.SENT and one.parcel.part + 1 < one.parcel.parts]
    if more:
        _go_on(session, more, at)
    if sent:
        session.connection().execute(
            _sent,
            [{"of": one.parcel.id, "as_message": one.message_id, "instant": at} for one in sent],
        )
    for one in outcomes:
        match one.fate:
            case Fate.RETRY:
                notices.record_retry(session, one.parcel.id, at + timedelta(seconds=one.wait), one.error)
                if one.failing and (one.parcel.tries + 1) % TRIES == 0:
                    go_round(session, (one.parcel.id,), messenger)
            case Fate.AGAIN:
                _again(session, one.parcel.id, at)
            case Fate.UNREACHABLE:
                _unreachable(session, one, messenger)
            case Fate.REFUSED:
                notices.record_refused(session, one.parcel.id, one.error)
            case Fate.UNCERTAIN:
                notices.record_uncertain(session, one.parcel.id, one.error)
            case Fate.SENT:
                pass


def _go_on(session: Session, parcels: Sequence[Parcel], at: datetime) -> None:
    """The next message of a long circular follows on the same account, ahead of other people's first ones."""
    session.connection().execute(
        sa.update(_notices)
        .where(_notices.c.id == sa.bindparam("of"), _WAS_BEGUN)
        .values(
            state=NoticeState.WAITING,
            part=sa.bindparam("next_part"),
            heard=True,
            priority=sa.bindparam("sooner"),
            next_at=at + BETWEEN_PARTS,
            error=None,
            leased_by=None,
            leased_until=None,
        ),
        [
            {"of": one.id, "next_part": one.part + 1, "sooner": one.priority if one.part else one.priority - 1}
            for one in parcels
        ],
    )


def _again(session: Session, notice_id: int, at: datetime) -> None:
    session.execute(
        sa.update(_notices)
        .where(_notices.c.id == notice_id, _notices.c.state == NoticeState.BEGUN)
        .values(state=NoticeState.WAITING, next_at=at, leased_by=None, leased_until=None)
    )


def _unreachable(session: Session, one: Outcome, messenger: Messenger) -> None:
    """Remember it of the account; the notice looks for another one and is parked when there is none."""
    session.execute(
        sa.update(Account)
        .where(col(Account.messenger) == messenger, col(Account.account_id) == one.parcel.account_id)
        .values(blocked=True)
    )
    session.execute(
        sa.update(_notices)
        .where(_notices.c.id == one.parcel.id, _notices.c.state == NoticeState.BEGUN)
        .values(**UNADDRESSED, tries=_notices.c.tries + 1, error=one.error[:200])
    )


def tell_operators(session: Session, messenger: Messenger) -> None:
    """Whoever operates Behinyar hears once a day, on the other messenger, that this one does not know the token."""
    today = tehran_date(now(session)).isoformat()
    for hat in worn(session, col(Role.kind) == RoleKind.OPERATOR):
        key = f"token-unknown:{messenger.value}:{today}:{hat.person_id}"
        notices.owe(session, hat.person_id, NoticeKind.TOKEN_UNKNOWN, {"messenger": messenger.value}, key)


def unblock(session: Session, messenger: Messenger, suspects: Mapping[int, int], wait: float) -> int:
    """It was the token: these accounts (by the id of the notice) have not blocked us. How many notices wait again."""
    session.execute(
        sa.update(Account)
        .where(col(Account.messenger) == messenger, col(Account.account_id).in_(set(suspects.values())))
        .values(blocked=False)
    )
    back = 0
    for notice_id, account_id in suspects.items():
        done = session.execute(
            sa.update(_notices)
            .where(
                _notices.c.id == notice_id,
                _notices.c.state.in_((NoticeState.WAITING, NoticeState.RETRY, NoticeState.PARKED)),
                _notices.c.messenger.is_(None),
            )
            .values(
                state=NoticeState.RETRY,
                messenger=messenger.value,
                account_id=account_id,
                next_at=now(session) + timedelta(seconds=wait),
                error="token",
            )
            .returning(_notices.c.id)
        )
        back += len(done.all())
    return back
