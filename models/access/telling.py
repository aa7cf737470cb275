"""Who hears of a move: the office where it now lies, and the union whose request it is."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from models import notices, organisations
from models.access.permissions import HOLDERS
from models.access.records import AccessAct, AccessLetter, AccessRequest, AccessStage
from models.notices import NoticeKind
from models.organisations import Hat, Office, RoleKind

Facts = dict[str, str | int]
_UNION = (RoleKind.UNION_SECRETARY, RoleKind.UNION_APPROVER)


def of_move(
    session: Session,
    rows: Sequence[AccessRequest],
    act: AccessAct,
    holder: Office,
    by: Hat,
    letter: AccessLetter | None,
    note: str | None,
) -> None:
    """Owe the notices of a move, in its transaction; whoever moved it is not told of it."""
    if act in (AccessAct.OPEN, AccessAct.RENAME, AccessAct.CONFIRM, AccessAct.WITHDRAW):
        return
    names = _names(session, rows)
    told = {by.person_id}
    if act in (AccessAct.SEND, AccessAct.FORWARD):
        assert letter is not None
        arrived: Facts = {
            "office": holder.name,
            "office-kind": holder.kind.value,
            "sender": by.office_name,
            "sender-kind": by.office_kind.value,
            "number": letter.number,
            "dated": letter.dated.isoformat(),
            "unions": len(rows),
        }
        _tell(session, told, _officers(session, rows[0].stage, holder.id), NoticeKind.ACCESS_ARRIVED, arrived, rows[0])
    for row in rows:
        facts: Facts = {
            "union": names[row.union_id],
            "request": row.id,
            "office": holder.name,
            "office-kind": holder.kind.value,
        }
        heard = set(told)
        match act:
            case AccessAct.FORWARD:
                _tell(session, heard, _of_union(session, row), NoticeKind.ACCESS_MOVED, facts, row)
            case AccessAct.RETURN:
                assert row.returned is not None
                facts |= {"sender": by.office_name, "sender-kind": by.office_kind.value}
                facts |= {"code": row.returned.value, "note": note or ""}
                facts["mine"] = 1
                _tell(session, heard, _officers(session, row.stage, holder.id), NoticeKind.ACCESS_RETURNED, facts, row)
                facts["mine"] = 0
                _tell(session, heard, _of_union(session, row), NoticeKind.ACCESS_RETURNED, facts, row)
            case AccessAct.ACTIVATE:
                _tell(session, heard, _of_union(session, row), NoticeKind.ACCESS_ACTIVE, facts, row)
            case AccessAct.TROUBLE:
                liaisons = _officers(session, AccessStage.TROUBLE, row.province_id) or organisations.officers(
                    session, row.province_id, RoleKind.PROVINCIAL_OFFICER
                )
                _tell(session, heard, liaisons, NoticeKind.ACCESS_TROUBLE, facts, row)


def _tell(
    session: Session, told: set[int], hats: Iterable[Hat], kind: NoticeKind, facts: Facts, row: AccessRequest
) -> None:
    """One notice a person, leading to the role by which it concerns them."""
    for hat in hats:
        if hat.person_id in told:
            continue
        told.add(hat.person_id)
        key = f"{kind.value}:{row.id}:{row.revision}:{hat.person_id}"
        notices.owe(session, hat.person_id, kind, {**facts, "role": hat.role_id}, key)


def _officers(session: Session, stage: AccessStage, office_id: int) -> tuple[Hat, ...]:
    return organisations.officers(session, office_id, *HOLDERS[stage])


def _of_union(session: Session, row: AccessRequest) -> tuple[Hat, ...]:
    return organisations.officers(session, row.union_id, *_UNION)


def _names(session: Session, rows: Sequence[AccessRequest]) -> dict[int, str]:
    found = session.execute(
        sa.select(col(Office.id), col(Office.name)).where(col(Office.id).in_([row.union_id for row in rows]))
    )
    return dict(found.all())
