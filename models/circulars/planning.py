"""The plan of a circular: a row for each of its recipients, written at its hour, before the first message leaves."""

from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from models import letters, notices
from models.circulars.audience import Audience, recipients
from models.circulars.escalating import look_after
from models.circulars.gates import file_offices, held_back
from models.circulars.guarding import watch_from_here
from models.circulars.ladder import Ladder, ladder
from models.circulars.records import Circular, CircularClass, CircularState, Passing
from models.circulars.senders import tell_recount
from models.clock import now
from models.columns import table_of
from models.letters import RuleKey
from models.notices import Notice, NoticeKind, NoticeState
from models.organisations import Office
from models.people import Account, Person
from models.values.jalali import tehran_date

CHUNK: Final = 500
"""So many people are looked at in one transaction."""
_notices: Final = table_of(Notice)


def plan(session: Session, circular_id: int, most: int = CHUNK) -> bool:
    """Write the rows of the next people; False when all are written (or the circular was taken back).

    May be interrupted and repeated: how far it came stands with the rows, in the same transaction.
    """
    row = locked(session, circular_id)
    if row is None or row.state is not CircularState.PLANNING or not _begins(session, row):
        return False
    until = min(row.planned_to + most, row.plan_until)
    meant: sa.FromClause = recipients(Audience.of_json(row.audience), row.planned_to, until).subquery("meant")
    last_used = (
        sa.select(col(Account.messenger))
        .where(col(Account.person_id) == meant.c.person_id, col(Account.blocked).is_(False))
        .order_by(col(Account.seen_at).desc(), col(Account.messenger))
        .limit(1)
    )
    last_id = last_used.with_only_columns(col(Account.account_id))
    urgent = row.grade is CircularClass.URGENT
    at = now(session)
    rungs = ladder(session, row)
    if row.passing is not Passing.AT_ONCE:
        meant = _gated(meant, rungs, most)
    gate = sa.null().cast(sa.BigInteger) if row.passing is Passing.AT_ONCE else meant.c.gate
    values = {
        "circular_id": sa.literal(row.id, sa.BigInteger),
        "person_id": meant.c.person_id,
        "level": meant.c.level,
        "office_id": meant.c.office_id,
        "waits_for": gate,
        "messenger": sa.cast(last_used.scalar_subquery(), sa.String),
        "account_id": last_id.scalar_subquery(),
        "facts_sealed": sa.literal(b"", _notices.c.facts_sealed.type),
        "kind": sa.literal(NoticeKind.CIRCULAR, _notices.c.kind.type),
        "priority": sa.literal(notices.URGENT_CIRCULAR_PRIORITY if urgent else notices.CIRCULAR_PRIORITY),
        "state": sa.literal(NoticeState.PLANNED, _notices.c.state.type)
        if row.passing is Passing.AT_ONCE
        else sa.case((gate.is_(None), NoticeState.PLANNED.value), else_=NoticeState.HELD_BACK.value),
        "tries": sa.literal(0),
        "part": sa.literal(0),
        "next_at": sa.literal(at, _notices.c.next_at.type),
        "created_at": sa.literal(at, _notices.c.created_at.type),
    }
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    written = session.connection().execute(
        insert(_notices)
        .from_select(
            list(values),
            sa.select(*values.values()).where(sa.true()).order_by(meant.c.person_id),
        )
        .on_conflict_do_nothing()
        .execution_options(preserve_rowcount=True)
    )
    row.planned += written.rowcount
    row.planned_to = until
    if until >= row.plan_until:
        file_offices(session, row, rungs)
        look_after(row)
        if row.planned != row.counted and row.starts_at != row.released_at:
            tell_recount(session, row)
        row.trial = _trial_of(session, row)
        row.state = CircularState.TRYING if row.trial else CircularState.SENDING
        if not row.trial:
            watch_from_here(session, row)
    session.flush()
    return row.state is CircularState.PLANNING


def _begins(session: Session, row: Circular) -> bool:
    """Whether the plan may be written: at its hour, for those who are there then. A pause before it holds it back."""
    if row.plan_until:
        return True
    if row.paused_at is not None or (row.starts_at is not None and row.starts_at > now(session)):
        return False
    row.plan_until = session.execute(sa.select(sa.func.max(col(Person.id)))).scalar_one() or 0
    return True


def _trial_of(session: Session, row: Circular) -> int:
    """How many of those who wait for nobody are told first: a share, but not too few; 0 where that is all of them."""
    today, all_of_them = tehran_date(now(session)), row.planned - held_back(session, row.id)
    share = letters.rule(session, RuleKey.TRIAL_SHARE, row.office_id, today).number
    least = letters.rule(session, RuleKey.TRIAL_LEAST, row.office_id, today).number
    trial = max(-(-all_of_them * share // 100), least)
    return trial if trial < all_of_them else 0


def _gated(meant: sa.FromClause, rungs: Ladder, most: int) -> sa.FromClause:
    """The same people, each with the office that they wait for.

    There are at most so many; the limit says it, so that the databases find the office once though it is read twice.
    """
    own_office = table_of(Office).alias("own")
    return (
        sa.select(
            meant.c.person_id,
            meant.c.level,
            meant.c.office_id,
            rungs.above_person(meant.c.level, own_office).label("gate"),
        )
        .select_from(meant.outerjoin(own_office, own_office.c.id == meant.c.office_id))
        .order_by(meant.c.person_id)
        .limit(most)
        .subquery("gated")
    )


def locked(session: Session, circular_id: int) -> Circular | None:
    """The circular, for those who tend it."""
    return session.exec(
        select(Circular).where(Circular.id == circular_id).with_for_update().execution_options(populate_existing=True)
    ).one_or_none()
