"""The tracker card of a request, its history, and the card of a county letter before the province."""

from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import organisations
from models.access.clocks import Limits, waited
from models.access.gate import AccessProblem
from models.access.permissions import offered
from models.access.records import (
    AccessAct,
    AccessLetter,
    AccessMove,
    AccessRequest,
    AccessStage,
    LetterState,
)
from models.access.views import (
    COUNTED,
    MOST_GATHERED,
    Gone,
    LetterCard,
    Place,
    RequestCard,
    Step,
    StepMark,
    letters_of,
    names_of,
    nobody,
    paged,
    places_of,
    requests,
    views_of,
)
from models.clock import now
from models.organisations import Deed, Hat, Office, OfficeKind
from models.values.jalali import tehran_date
from models.values.problem import Problem
from models.vault import vault

_STEPS: Final = (
    AccessStage.UNION,
    AccessStage.COUNTY,
    AccessStage.PROVINCE,
    AccessStage.STATISTICS,
    AccessStage.ACTIVE,
)
_AT: Final = {stage: place for place, stage in enumerate(_STEPS)} | {
    AccessStage.TROUBLE: 4,
    AccessStage.WORKING: 5,
    AccessStage.WITHDRAWN: -1,
}


def request_card(session: Session, hat: Hat, request_id: int) -> RequestCard | Problem:
    """The tracker card of one request, for whoever may see it."""
    row = session.get(AccessRequest, request_id, populate_existing=True)
    if row is None:
        return Problem(AccessProblem.GONE)
    worn = organisations.acting(session, hat, Deed.SEE_ACCESS, row.union_id)
    return worn if isinstance(worn, Problem) else _card(session, worn, row)


def union_request(session: Session, hat: Hat) -> RequestCard | Problem | None:
    """The union's running request, else its last one; None when it has never asked."""
    worn = organisations.acting(session, hat, Deed.REQUEST_ACCESS, hat.office_id)
    if isinstance(worn, Problem):
        return worn
    row = session.exec(
        select(AccessRequest)
        .where(AccessRequest.union_id == worn.office_id)
        .order_by(col(AccessRequest.id).desc())
        .limit(1)
        .execution_options(populate_existing=True)
    ).first()
    return None if row is None else _card(session, worn, row)


def access_stage(session: Session, union_id: int) -> AccessStage | None:
    """Where the union's last request stands: ``WORKING`` when it has access; None when it has never asked."""
    stage: AccessStage | None = session.execute(
        sa.select(col(AccessRequest.stage))
        .where(col(AccessRequest.union_id) == union_id, col(AccessRequest.stage) != AccessStage.WITHDRAWN)
        .order_by(col(AccessRequest.id).desc())
        .limit(1)
    ).scalar_one_or_none()
    return stage


def _card(session: Session, hat: Hat, row: AccessRequest) -> RequestCard:
    today = tehran_date(now(session))
    statistics = select(Office.id).where(Office.kind == OfficeKind.STATISTICS_OFFICE).order_by(col(Office.id))
    statistics_id = session.exec(statistics).first() or 0
    names = names_of(session, (row.union_id, row.county_id, row.province_id, row.holder_id, statistics_id))
    letters = letters_of(session, (row.union_letter_id, row.county_letter_id, row.province_letter_id))
    sent = {
        AccessStage.UNION: row.union_letter_id,
        AccessStage.COUNTY: row.county_letter_id,
        AccessStage.PROVINCE: row.province_letter_id,
    }
    offices = (row.union_id, row.county_id, row.province_id, statistics_id, row.union_id)
    place = _AT[row.stage]
    steps = tuple(
        Step(
            stage,
            names.get(office_id, ""),
            _mark(row, place, number),
            letters.get(sent.get(stage) or 0) if number < place else None,
        )
        for number, (stage, office_id) in enumerate(zip(_STEPS, offices, strict=True))
    )
    back = _last_return(session, row) if row.returned is not None else None
    came_by = {
        AccessStage.COUNTY: row.union_letter_id,
        AccessStage.PROVINCE: row.county_letter_id,
        AccessStage.STATISTICS: row.province_letter_id,
    }.get(row.stage)
    opened = vault(session)
    return RequestCard(
        row.id,
        row.revision,
        names[row.union_id],
        names[row.county_id],
        names[row.province_id],
        opened.open(row.user_name_sealed),
        row.stage,
        names[row.holder_id],
        row.since,
        waited(row.since, today),
        Limits(session, today).of(row.stage, row.union_id, row.county_id, row.province_id),
        nobody(session, row.stage, row.holder_id),
        steps,
        row.returned,
        None if back is None else back[0],
        None if back is None or back[1] is None else opened.open(back[1]),
        offered(session, hat, row),
        letters.get(came_by or 0),
    )


def _mark(row: AccessRequest, place: int, number: int) -> StepMark:
    if number < place:
        return StepMark.DONE
    if number > place or row.stage is AccessStage.WITHDRAWN:
        return StepMark.AHEAD
    if row.stage is AccessStage.TROUBLE:
        return StepMark.TROUBLE
    return StepMark.BACK if row.returned is not None else StepMark.NOW


def _last_return(session: Session, row: AccessRequest) -> tuple[Place, bytes | None] | None:
    found = session.execute(
        sa.select(col(Office.kind), col(Office.name), col(AccessMove.note_sealed))
        .join(Office, col(Office.id) == col(AccessMove.office_id))
        .where(col(AccessMove.request_id) == row.id, col(AccessMove.act) == AccessAct.RETURN)
        .order_by(col(AccessMove.revision).desc())
        .limit(1)
    ).first()
    return None if found is None else (Place(found[0], found[1]), found[2])


def history(session: Session, hat: Hat, request_id: int) -> tuple[Gone, ...] | Problem:
    """Every move of a request, the latest first, at most twenty."""
    row = session.get(AccessRequest, request_id)
    if row is None:
        return Problem(AccessProblem.GONE)
    worn = organisations.acting(session, hat, Deed.SEE_ACCESS, row.union_id)
    if isinstance(worn, Problem):
        return worn
    moves = session.exec(
        select(AccessMove)
        .where(AccessMove.request_id == request_id)
        .order_by(col(AccessMove.revision).desc())
        .limit(20)
    ).all()
    places = places_of(session, {office_id for one in moves for office_id in (one.office_id, one.holder_id)})
    letters = letters_of(session, [one.letter_id for one in moves])
    opened = vault(session)
    return tuple(
        Gone(
            one.at,
            one.act,
            places[one.office_id],
            places[one.holder_id],
            letters.get(one.letter_id or 0),
            one.code,
            opened.open(one.note_sealed) if one.note_sealed else None,
        )
        for one in moves
    )


def letter_card(session: Session, hat: Hat, letter_id: int) -> LetterCard | Problem:
    """A county letter before the province: what it still names, how long it waits, which one goes first."""
    row = session.get(AccessLetter, letter_id, populate_existing=True)
    if row is None or row.receipt is None:
        return Problem(AccessProblem.GONE)
    worn = organisations.acting(session, hat, Deed.FORWARD_ACCESS, row.receiver_id)
    if isinstance(worn, Problem):
        return worn
    query = requests().where(
        col(AccessRequest.county_letter_id) == letter_id, col(AccessRequest.stage) == AccessStage.PROVINCE
    )
    named = paged(session, query.order_by(col(AccessRequest.id)), MOST_GATHERED).items
    sealed = session.execute(
        sa.select(col(AccessRequest.id), col(AccessRequest.user_name_sealed)).where(
            col(AccessRequest.id).in_([one.id for one in named])
        )
    )
    opened = vault(session)
    earlier = session.exec(
        select(AccessLetter)
        .where(
            AccessLetter.receiver_id == row.receiver_id,
            AccessLetter.state == LetterState.WAITING,
            col(AccessLetter.receipt) < row.receipt,
        )
        .order_by(col(AccessLetter.receipt))
        .limit(COUNTED)
    ).all()
    views = views_of(session, (row, *earlier[:1]))
    today = tehran_date(now(session))
    return LetterCard(
        views[row.id],
        named,
        {request_id: opened.open(name) for request_id, name in sealed},
        waited(row.sent_at, today),
        Limits(session, today).of(AccessStage.PROVINCE, row.sender_id, row.receiver_id),
        views[earlier[0].id] if earlier else None,
        len(earlier),
        nobody(session, AccessStage.PROVINCE, row.receiver_id),
    )
