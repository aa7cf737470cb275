"""Who else claims a licence: read live, since a claim comes and goes with the units that make it."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from models.units.records import LIVE, Unit, UnitIdentifier, UnitState, cards
from models.values.ids import IdKind


@dataclass(frozen=True, slots=True)
class Rival:
    """Another person's live unit that claims the same licence: for the union's eyes, never for the submitter's."""

    id: int
    title: str
    state: UnitState
    receipt: str
    union_name: str


def rivals(session: Session, unit_id: int) -> tuple[Rival, ...]:
    """Other people's live units that claim the same licence (see :func:`same_licence`), confirmed ones first."""
    owner = sa.select(col(Unit.owner_id)).where(col(Unit.id) == unit_id).scalar_subquery()
    digests = sa.select(col(UnitIdentifier.digest)).where(col(UnitIdentifier.unit_id) == unit_id)
    claims = claims_on(session, digests, col(Unit.owner_id) != owner)
    found = [claim.unit_id for claim in claims if same_licence(claim.kinds)]
    if not found:
        return ()
    held = cards(session, col(Unit.id).in_(found))
    return tuple(
        Rival(card.id, card.title, card.state, card.receipt, card.union_name)
        for card in sorted(held, key=lambda card: (card.state is not UnitState.CONFIRMED, card.id))
    )


@dataclass(frozen=True, slots=True)
class Claim:
    """A live unit that shares numbers of these kinds with another registration."""

    unit_id: int
    owner_id: int
    title: str
    receipt: str
    kinds: frozenset[IdKind]


def claims_on(
    session: Session,
    digests: Iterable[str] | sa.Select[str],
    *conditions: sa.ColumnElement[bool],
) -> tuple[Claim, ...]:
    """Live units that hold any of these digests, with the kinds that they share."""
    holder = sa.orm.aliased(UnitIdentifier)
    wanted = digests if isinstance(digests, sa.Select) else tuple(digests)
    rows = session.execute(
        sa.select(col(Unit.id), col(Unit.owner_id), col(Unit.title), col(Unit.receipt), col(holder.kind))
        .join(holder, col(holder.unit_id) == col(Unit.id))
        .where(col(holder.digest).in_(wanted), col(Unit.state).in_(LIVE), *conditions)
        .order_by(col(Unit.id))
    ).all()
    kinds: dict[int, set[IdKind]] = {}
    for row in rows:
        kinds.setdefault(row.id, set()).add(row.kind)
    units = {row.id: row for row in rows}
    return tuple(
        Claim(row.id, row.owner_id, row.title, row.receipt, frozenset(kinds[row.id])) for row in units.values()
    )


def same_licence(shared: frozenset[IdKind]) -> bool:
    """Whether sharing these kinds means claiming one licence.

    The same guild id does; so does the same person or company with the same licence, business or unique id.
    """
    holder = shared & {IdKind.NATIONAL, IdKind.FOREIGN, IdKind.LEGAL}
    licence = shared & {IdKind.LICENCE, IdKind.BUSINESS, IdKind.UNIQUE_LICENCE}
    return IdKind.GUILD in shared or bool(holder and licence)


def contested(session: Session, unit_ids: Iterable[int]) -> frozenset[int]:
    """Which of these units hold a licence that another person's live unit claims too; one statement.

    Both claimants are found, whichever came first, and both of two that came at the same instant.
    """
    mine, theirs = sa.orm.aliased(UnitIdentifier), sa.orm.aliased(UnitIdentifier)
    own, other = sa.orm.aliased(Unit), sa.orm.aliased(Unit)
    rows = session.execute(
        sa.select(col(mine.unit_id), col(theirs.unit_id), col(theirs.kind))
        .join(own, col(own.id) == col(mine.unit_id))
        .join(theirs, sa.and_(col(theirs.digest) == col(mine.digest), col(theirs.unit_id) != col(mine.unit_id)))
        .join(other, col(other.id) == col(theirs.unit_id))
        .where(
            col(mine.unit_id).in_(tuple(unit_ids)),
            col(other.state).in_(LIVE),
            col(other.owner_id) != col(own.owner_id),
        )
    )
    shared: dict[tuple[int, int], set[IdKind]] = {}
    for unit_id, rival_id, kind in rows:
        shared.setdefault((unit_id, rival_id), set()).add(kind)
    return frozenset(unit_id for (unit_id, _), kinds in shared.items() if same_licence(frozenset(kinds)))
