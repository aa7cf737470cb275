"""Couriers: who carries notices on a token, what they take in hand, and what became of it.

One process carries on a token at a time; the pause after a 429 stands here for every process that uses the token.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col

from models import circulars, notices
from models.bookkeeping import Chat
from models.clock import now
from models.columns import UtcDateTime, enum_column
from models.notices import Notice, NoticeKind, NoticeState
from models.people import CODE_LASTS, Account, AccountKey, Language, Messenger

CARRY_LEASE: Final = timedelta(seconds=10)
LATER: Final = timedelta(minutes=1)
"""After so long a notice looks again whether somebody carries on a messenger of its person."""
BETWEEN_PARTS: Final = timedelta(seconds=1)
MOST_PAUSE: Final = timedelta(hours=1)
LASTS: Final[Mapping[NoticeKind, timedelta]] = {
    NoticeKind.JOIN_CODE: CODE_LASTS,
    NoticeKind.MONTH_REMINDER: timedelta(days=1),
    NoticeKind.REVIEW_REMINDER: timedelta(days=1),
}
"""How long after it was owed a notice is still worth sending; others always are."""

# Written out, since a bound parameter would hide from the planner that the partial index fits.
_IS_DUE: Final = sa.text("state IN ('waiting', 'retry')")
_WAS_BEGUN: Final = sa.text("state IN ('begun', 'uncertain')")
_IS_PARKED: Final = sa.text("notices.state = 'parked'")


class Courier(SQLModel, table=True):
    """Which process carries notices on a token and until when, and until when nobody may send on it."""

    __tablename__ = "couriers"

    messenger: Messenger = Field(sa_column=sa.Column(enum_column(Messenger), primary_key=True))
    bot_id: int = Field(sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False))
    holder: str = Field(max_length=60)
    until: datetime = Field(sa_column=sa.Column(UtcDateTime, nullable=False))
    paused_until: datetime | None = Field(default=None, sa_column=sa.Column(UtcDateTime))


_couriers: Final = SQLModel.metadata.tables["couriers"]
_notices: Final = SQLModel.metadata.tables[str(Notice.__tablename__)]


@dataclass(frozen=True, slots=True)
class Held:
    """The right to carry on a token. ``fallen``: who held it before and let its lease run out.

    ``paused_until``: nobody may send before, when that is still to come.
    """

    fallen: str | None
    paused_until: datetime | None


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
    """What became of a parcel. ``wait``: seconds until the next try; ``error``: a short code, nothing personal."""

    parcel: Parcel
    fate: Fate
    message_id: int | None = None
    wait: float = 0.0
    error: str = ""


_NOBODY: Final = ""


def hold(session: Session, messenger: Messenger, bot_id: int, me: str, *, alone: bool = False) -> Held | None:
    """Take or renew the right to carry on this token for ten seconds; None while another process holds it.

    ``alone``: the caller knows that no other process lives, so that nobody's lease is waited for.
    """
    at = now(session)
    this = (_couriers.c.messenger == messenger, _couriers.c.bot_id == bot_id)
    row = session.execute(
        sa.select(_couriers.c.holder, _couriers.c.until, _couriers.c.paused_until).where(*this).with_for_update()
    ).one_or_none()
    if row is None:
        try:
            with session.begin_nested():
                session.execute(
                    sa.insert(_couriers).values(messenger=messenger, bot_id=bot_id, holder=me, until=at + CARRY_LEASE)
                )
        except sa.exc.IntegrityError:  # another process was first
            return None
        return Held(None, None)
    # A lease that seems to hold for longer than one lasts was taken before the clock was set back.
    if not alone and row.holder != me and at < row.until <= at + CARRY_LEASE:
        return None
    session.execute(sa.update(_couriers).where(*this).values(holder=me, until=at + CARRY_LEASE))
    paused = row.paused_until
    if paused is not None and not at < paused <= at + MOST_PAUSE:
        paused = None
    return Held(row.holder if row.holder not in {me, _NOBODY} else None, paused)


def drop(session: Session, messenger: Messenger, bot_id: int, me: str) -> None:
    """Stop carrying: another process may begin at once."""
    session.execute(
        sa.update(_couriers)
        .where(_couriers.c.messenger == messenger, _couriers.c.bot_id == bot_id, _couriers.c.holder == me)
        .values(until=now(session))
    )


def pause(session: Session, messenger: Messenger, bot_id: int, seconds: float) -> None:
    """Nobody sends on this token for so long, in this process or another; a longer pause stays."""
    at = now(session)
    until = at + timedelta(seconds=min(seconds, MOST_PAUSE.total_seconds()))
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(
        insert(_couriers).values(messenger=messenger, bot_id=bot_id, holder=_NOBODY, until=at).on_conflict_do_nothing()
    )
    session.execute(
        sa.update(_couriers)
        .where(
            _couriers.c.messenger == messenger,
            _couriers.c.bot_id == bot_id,
            sa.or_(_couriers.c.paused_until.is_(None), _couriers.c.paused_until < until),
        )
        .values(paused_until=until)
    )


def paused_for(session: Session, messenger: Messenger, bot_id: int) -> float:
    """For how many seconds from now nobody may send on this token; 0 when anybody may."""
    at = now(session)
    found: datetime | None = session.execute(
        sa.select(_couriers.c.paused_until).where(_couriers.c.messenger == messenger, _couriers.c.bot_id == bot_id)
    ).scalar_one_or_none()
    return (found - at).total_seconds() if found is not None and at < found <= at + MOST_PAUSE else 0.0


_carried: Final = sa.select(_couriers.c.messenger).where(_couriers.c.until > sa.bindparam("at"))


def let_out(session: Session, messenger: Messenger, served: Collection[Messenger], most: int) -> int:
    """Let recipients of circulars out, as many as this messenger can be told soon; how many.

    Those who were reached on it, on none at all, or on one that nobody carries on.
    """
    carried = {*served, *session.connection().execute(_carried, {"at": now(session)}).scalars()}
    return circulars.feed(session, (messenger, None, *(one for one in Messenger if one not in carried)), most)


_unaddressed: Final = (
    sa.select(_notices.c.id, _notices.c.person_id, _notices.c.kind)
    .where(_IS_DUE, _notices.c.messenger.is_(None), _notices.c.next_at <= sa.bindparam("at"))
    .order_by(_notices.c.priority, _notices.c.next_at, _notices.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
    .with_for_update(skip_locked=True)
)


def address(session: Session, served: Collection[Messenger], limit: int = 200) -> frozenset[Messenger]:
    """Choose the account for due notices that have none: the person's last used one that can be reached.

    Only messengers are chosen that the caller serves or another process carries on. Whoever has no account left is
    parked. A word about a newly joined account goes to one that was there before. Returns the messengers chosen.
    """
    at = now(session)
    rows = session.connection().execute(_unaddressed, {"at": at, "most": limit}).all()
    if not rows:
        return frozenset()
    carried = {*served, *session.connection().execute(_carried, {"at": at}).scalars()}
    accounts = _reachable(session, {row.person_id for row in rows})
    chosen: list[dict[str, Any]] = []
    parked: list[int] = []
    unserved: list[int] = []
    for row in rows:
        own = accounts.get(row.person_id, [])
        known = [key for key in own if key.messenger in carried]
        if not own:
            parked.append(row.id)
        elif not known:
            unserved.append(row.id)
        else:
            key = known[1] if row.kind is NoticeKind.JOINED and len(known) > 1 else known[0]
            chosen.append({"of": row.id, "to_messenger": key.messenger.value, "to_account": key.account_id})
    if chosen:
        session.connection().execute(
            sa.update(_notices)
            .where(_notices.c.id == sa.bindparam("of"))
            .values(messenger=sa.bindparam("to_messenger"), account_id=sa.bindparam("to_account")),
            chosen,
        )
    _set(session, parked, state=NoticeState.PARKED, error="no-account")
    _set(session, unserved, state=NoticeState.RETRY, next_at=at + LATER, error="messenger-not-served")
    return frozenset(Messenger(one["to_messenger"]) for one in chosen)


_can_be_reached: Final = (
    sa.select(col(Account.person_id), col(Account.messenger), col(Account.account_id))
    .where(col(Account.person_id).in_(sa.bindparam("people", expanding=True)), col(Account.blocked).is_(False))
    .order_by(col(Account.seen_at).desc(), col(Account.messenger))
)


def _reachable(session: Session, people: Iterable[int]) -> Mapping[int, list[AccountKey]]:
    """The accounts of these people that have not blocked us, the last used first."""
    found: dict[int, list[AccountKey]] = {}
    named = {"people": tuple(people)}
    for person_id, messenger, account_id in session.connection().execute(_can_be_reached, named):
        assert person_id is not None
        found.setdefault(person_id, []).append(AccountKey(messenger, account_id))
    return found


def _set(session: Session, ids: Sequence[int], **values: object) -> None:
    if ids:
        session.execute(sa.update(_notices).where(_notices.c.id.in_(ids)).values(**values))


def take(session: Session, messenger: Messenger, me: str, limit: int) -> tuple[Parcel, ...]:
    """Lease up to ``limit`` due notices that go to this messenger, the most urgent first.

    What came too late is withdrawn; what goes to an account that is not the person's any more, or that has blocked us,
    is to be addressed anew.
    """
    at = now(session)
    rows = notices.lease(session, me, limit, at, messenger.value)
    if not rows:
        return ()
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
    taken: list[Parcel] = []
    late: list[int] = []
    astray: list[int] = []
    for row in rows:
        account = found.get(row.account_id)
        if row.kind in LASTS and at - row.created_at > LASTS[row.kind]:
            late.append(row.id)
        elif account is None or account.blocked or account.person_id != row.person_id:
            astray.append(row.id)
        else:
            pages = None if row.circular_id is None else told[row.circular_id]
            taken.append(
                Parcel(
                    row.id,
                    row.kind,
                    row.facts if pages is None else pages[row.part],
                    account.account_id,
                    account.chat_id,
                    account.language,
                    row.tries,
                    row.priority,
                    row.circular_id,
                    row.part,
                    1 if pages is None else len(pages),
                )
            )
    _set(session, late, state=NoticeState.WITHDRAWN, error="out-of-date", leased_by=None, leased_until=None)
    _set(session, astray, **_UNADDRESSED)
    return tuple(taken)


_UNADDRESSED: Final[Mapping[str, object]] = {
    "state": NoticeState.WAITING,
    "messenger": None,
    "account_id": None,
    "leased_by": None,
    "leased_until": None,
}


def postpone(session: Session, ids: Mapping[int, float]) -> None:
    """Return taken notices to the queue for later: seconds from now by id."""
    at = now(session)
    for notice_id, seconds in ids.items():
        _set(
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
        .values(**_UNADDRESSED, part=0, tries=_notices.c.tries + 1, error=one.error[:200])
    )


# Looked at all the time: made once, since building a statement costs more than running it.
_look: Final = sa.select(
    sa.or_(
        *(
            sa.exists(sa.select(_notices.c.id).where(_IS_DUE, goes, _notices.c.next_at <= sa.bindparam("at")))
            for goes in (_notices.c.messenger == sa.bindparam("to"), _notices.c.messenger.is_(None))
        )
    )
)


def due(session: Session, messenger: Messenger) -> bool:
    """Whether a notice is due that goes to this messenger or to nobody yet; as cheap as a look can be."""
    # One statement, so that a notice which is being addressed meanwhile is seen as one or the other.
    named = {"at": now(session), "to": messenger.value}
    return bool(session.connection().execute(_look, named).scalar_one())


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
        .values(**_UNADDRESSED, next_at=now(session), error=None)
        .returning(_notices.c.id)
    )
    return len(moved.all())
