"""What may be done with a request where it stands, and as which deed: read by the gate and by the cards."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from sqlmodel import Session

from models.access.records import AccessAct, AccessRequest, AccessStage
from models.organisations import Deed, Hat, RoleKind, may


class Side(StrEnum):
    """What somebody's role is to the chain, and so which desk is shown."""

    UNION = "union"
    COUNTY = "county"
    PROVINCE = "province"
    LIAISON = "liaison"
    STATISTICS = "statistics"
    OPERATOR = "operator"


SIDES: Final[Mapping[RoleKind, Side]] = {
    RoleKind.UNION_SECRETARY: Side.UNION,
    RoleKind.UNION_APPROVER: Side.UNION,
    RoleKind.COUNTY_OFFICER: Side.COUNTY,
    RoleKind.PROVINCIAL_OFFICER: Side.PROVINCE,
    RoleKind.LIAISON: Side.LIAISON,
    RoleKind.STATISTICS_OFFICER: Side.STATISTICS,
    RoleKind.OPERATOR: Side.OPERATOR,
}

DEED_OF: Final[Mapping[AccessAct, Deed]] = {
    AccessAct.OPEN: Deed.REQUEST_ACCESS,
    AccessAct.RENAME: Deed.REQUEST_ACCESS,
    AccessAct.SEND: Deed.REQUEST_ACCESS,
    AccessAct.CONFIRM: Deed.REQUEST_ACCESS,
    AccessAct.TROUBLE: Deed.REQUEST_ACCESS,
    AccessAct.WITHDRAW: Deed.REQUEST_ACCESS,
    AccessAct.FORWARD: Deed.FORWARD_ACCESS,
    AccessAct.RETURN: Deed.FORWARD_ACCESS,
    AccessAct.ACTIVATE: Deed.OPEN_ACCESS,
}
"""A union's acts are asked of the union, the others of the office that holds the request."""

ACTS: Final[Mapping[AccessStage, frozenset[AccessAct]]] = {
    AccessStage.UNION: frozenset({AccessAct.SEND, AccessAct.RENAME, AccessAct.WITHDRAW}),
    AccessStage.COUNTY: frozenset({AccessAct.FORWARD, AccessAct.RETURN, AccessAct.WITHDRAW}),
    AccessStage.PROVINCE: frozenset({AccessAct.FORWARD, AccessAct.RETURN, AccessAct.WITHDRAW}),
    AccessStage.STATISTICS: frozenset({AccessAct.ACTIVATE, AccessAct.RETURN, AccessAct.WITHDRAW}),
    AccessStage.ACTIVE: frozenset({AccessAct.CONFIRM, AccessAct.TROUBLE}),
    AccessStage.TROUBLE: frozenset({AccessAct.CONFIRM}),
    AccessStage.WORKING: frozenset(),
    AccessStage.WITHDRAWN: frozenset(),
}
"""What moves a request on from each stage."""

HOLDERS: Final[Mapping[AccessStage, tuple[RoleKind, ...]]] = {
    AccessStage.UNION: (RoleKind.UNION_SECRETARY, RoleKind.UNION_APPROVER),
    AccessStage.COUNTY: (RoleKind.COUNTY_OFFICER,),
    AccessStage.PROVINCE: (RoleKind.PROVINCIAL_OFFICER,),
    AccessStage.STATISTICS: (RoleKind.STATISTICS_OFFICER,),
    AccessStage.ACTIVE: (RoleKind.UNION_SECRETARY, RoleKind.UNION_APPROVER),
    AccessStage.TROUBLE: (RoleKind.LIAISON,),
}
"""Who acts for the office that holds a request."""


def side_of(hat: Hat) -> Side | None:
    """What this role is to the chain; None when it has no part in it."""
    return SIDES.get(hat.kind)


def place_of(act: AccessAct, row: AccessRequest) -> int:
    """The office on which this act must be allowed."""
    return row.union_id if DEED_OF[act] is Deed.REQUEST_ACCESS else row.holder_id


def offered(session: Session, hat: Hat, row: AccessRequest) -> frozenset[AccessAct]:
    """What this hat may do with the request as it stands."""
    return frozenset(act for act in ACTS[row.stage] if may(session, hat, DEED_OF[act], place_of(act, row)))
