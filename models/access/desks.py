"""What lies on whose desk: the requests that an office holds, the province's queue, everything within."""

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import organisations
from models.access.clocks import Limits, waited
from models.access.permissions import HOLDERS
from models.access.records import (
    OVER,
    AccessLetter,
    AccessRequest,
    AccessStage,
    LetterState,
)
from models.access.views import COUNTED, PAGE, Counts, Page, Queue, Queued, from_after, paged, requests, views_of
from models.clock import now
from models.organisations import Deed, Hat, Office, OfficeKind, covers
from models.values.jalali import tehran_date
from models.values.problem import Problem


def counts(session: Session, hat: Hat) -> Counts | Problem:
    """What lies on this hat's desk and within its office."""
    worn = organisations.acting(session, hat, Deed.SEE_ACCESS, hat.office_id)
    if isinstance(worn, Problem):
        return worn

    def number(*conditions: sa.ColumnElement[bool]) -> int:
        few = sa.select(sa.literal(1)).where(*conditions).limit(COUNTED).subquery()
        counted: int = session.execute(sa.select(sa.func.count()).select_from(few)).scalar_one()
        return counted

    mine = _held_by(worn)
    back = col(AccessRequest.returned).is_not(None)
    oldest = session.execute(sa.select(sa.func.min(col(AccessRequest.since))).where(*mine)).scalar_one()
    return Counts(
        number(*mine),
        number(*mine, back),
        number(*_within(worn), col(AccessRequest.stage).not_in(OVER)),
        number(*_within(worn), col(AccessRequest.stage) == AccessStage.TROUBLE),
        0 if oldest is None else waited(oldest, tehran_date(now(session))),
    )


def held(session: Session, hat: Hat, after: int = 0, limit: int = PAGE) -> Page | Problem:
    """The requests that this hat's office holds, those that have waited longest first, from ``after`` (an id) on."""
    worn = organisations.acting(session, hat, Deed.FORWARD_ACCESS, hat.office_id)
    if isinstance(worn, Problem):
        return worn
    return paged(session, from_after(session, requests().where(*_held_by(worn)), after), limit)


def came_back(session: Session, hat: Hat, after: int = 0, limit: int = PAGE) -> Page | Problem:
    """What the statistics office returned to this province and is to be sent again; it has left in its turn before."""
    worn = organisations.acting(session, hat, Deed.FORWARD_ACCESS, hat.office_id)
    if isinstance(worn, Problem):
        return worn
    query = requests().where(*_held_by(worn), col(AccessRequest.returned).is_not(None))
    return paged(session, from_after(session, query, after), limit)


def everything(session: Session, hat: Hat, before: int = 0, limit: int = PAGE) -> Page | Problem:
    """All requests within this hat's office, the latest first, from ``before`` (an id) on."""
    worn = organisations.acting(session, hat, Deed.SEE_ACCESS, hat.office_id)
    if isinstance(worn, Problem):
        return worn
    query = requests().where(*_within(worn)).order_by(col(AccessRequest.id).desc())
    if before:
        query = query.where(col(AccessRequest.id) < before)
    return paged(session, query, limit)


def queue(session: Session, hat: Hat, after: int = 0, limit: int = PAGE) -> Queue | Problem:
    """The county letters that wait with this province, in the order of receipt, from ``after`` (a receipt) on."""
    worn = organisations.acting(session, hat, Deed.FORWARD_ACCESS, hat.office_id)
    if isinstance(worn, Problem):
        return worn
    rows = session.exec(
        select(AccessLetter)
        .where(
            AccessLetter.receiver_id == worn.office_id,
            AccessLetter.state == LetterState.WAITING,
            col(AccessLetter.receipt) > after,
        )
        .order_by(col(AccessLetter.receipt))
        .limit(limit + 1)
        .execution_options(populate_existing=True)
    ).all()
    views = views_of(session, rows[:limit])
    named = dict(
        session.execute(
            sa.select(col(AccessRequest.county_letter_id), sa.func.count())
            .where(
                col(AccessRequest.county_letter_id).in_(tuple(views)), col(AccessRequest.stage) == AccessStage.PROVINCE
            )
            .group_by(col(AccessRequest.county_letter_id))
        ).all()
    )
    today = tehran_date(now(session))
    limits = Limits(session, today)
    items = []
    for row in rows[:limit]:
        days, most = waited(row.sent_at, today), limits.of(AccessStage.PROVINCE, row.sender_id, worn.office_id)
        items.append(Queued(views[row.id], named.get(row.id, 0), days, most is not None and days > most))
    return Queue(tuple(items), rows[limit - 1].receipt if len(rows) > limit else None)


def _held_by(hat: Hat) -> tuple[sa.ColumnElement[bool], ...]:
    stages = [stage for stage, kinds in HOLDERS.items() if hat.kind in kinds]
    return (col(AccessRequest.holder_id) == hat.office_id, col(AccessRequest.stage).in_(stages))


def _within(hat: Hat) -> tuple[sa.ColumnElement[bool], ...]:
    """The requests of the unions that this hat reaches; written out so that each kind of office has its index."""
    match hat.office_kind:
        case OfficeKind.UNION:
            return (col(AccessRequest.union_id) == hat.office_id,)
        case OfficeKind.COUNTY:
            return (col(AccessRequest.county_id) == hat.office_id,)
        case OfficeKind.PROVINCE:
            return (col(AccessRequest.province_id) == hat.office_id,)
    reached = sa.select(sa.literal(1)).where(col(Office.id) == hat.office_id, covers(hat, Deed.SEE_ACCESS))
    return (sa.exists(reached),)
