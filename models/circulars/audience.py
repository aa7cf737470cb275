"""The audience of a circular: who is meant, as one query that counts, previews and plans alike."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.circulars.records import CircularProblem, Level
from models.months.records import Month, MonthState
from models.notices import Notice, NoticeState
from models.organisations import Deed, Hat, Office, OfficeKind, Reach, Role, RoleKind
from models.organisations.offices import NATIONAL
from models.people import Account
from models.units import TradeClass
from models.units.records import LIVE, Unit, UnitState
from models.values.jalali import JalaliMonth
from models.values.problem import Problem

_LEVEL_OF: Final[Mapping[OfficeKind, Level]] = {
    **dict.fromkeys(NATIONAL, Level.NATIONAL),
    OfficeKind.PROVINCE: Level.PROVINCE,
    OfficeKind.COUNTY: Level.COUNTY,
    OfficeKind.COMMISSION: Level.COMMISSION,
    OfficeKind.CHAMBER: Level.CHAMBER,
    OfficeKind.UNION: Level.UNION,
}
_RANKS: Final = {level: rank for rank, level in enumerate(Level)}
_OF_OFFICES: Final = frozenset(_LEVEL_OF.values())


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is meant: people of these levels, narrowed by whatever else is given.

    ``within``: offices; those in them and below them (a chamber's or commission's own is all of its county).
    ``roles`` narrows the levels of offices. ``trades``, ``registered`` and ``reported`` narrow the units:
    ``registered`` tells confirmed units from those that still are on their way, ``reported`` names a month and whether
    a record of it was handed in. Whoever has neither unit nor role belongs to no territory. ``told`` names a circular
    instead of all this: those are meant to whom it was sent, or perhaps was.
    """

    levels: frozenset[Level]
    within: frozenset[int] = frozenset()
    roles: frozenset[RoleKind] = frozenset()
    trades: frozenset[TradeClass] = frozenset()
    registered: bool | None = None
    reported: tuple[JalaliMonth, bool] | None = None
    told: int | None = None

    def as_json(self) -> dict[str, Any]:
        """For keeping with the circular."""
        return {
            "levels": sorted(level.value for level in self.levels),
            "within": sorted(self.within),
            "roles": sorted(role.value for role in self.roles),
            "trades": sorted(trade.value for trade in self.trades),
            "registered": self.registered,
            "reported": None if self.reported is None else [self.reported[0].index, self.reported[1]],
            **({} if self.told is None else {"told": self.told}),
        }

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "Audience":
        """As it was kept."""
        reported = kept["reported"]
        return cls(
            frozenset(Level(level) for level in kept["levels"]),
            frozenset(kept["within"]),
            frozenset(RoleKind(role) for role in kept["roles"]),
            frozenset(TradeClass(trade) for trade in kept["trades"]),
            kept["registered"],
            None if reported is None else (JalaliMonth.from_index(reported[0]), bool(reported[1])),
            kept.get("told"),
        )


def recipients(audience: Audience, after: int | None = None, until: int | None = None) -> sa.Select[Any]:
    """``person_id``, ``level`` and ``office_id`` of everybody meant, each person once, at the highest level held.

    Of those people alone whose ids are above ``after`` and up to ``until``, when given.
    """
    if audience.told is not None:
        return _between(_told(audience.told), after, until)
    named = tuple(
        branch for branch in (_units(audience), _officers(audience), _nobody_yet(audience)) if branch is not None
    )
    parts = [_between(branch, after, until) for branch in named] or [_empty()]
    everyone = sa.union_all(*parts).subquery("everyone") if len(parts) > 1 else parts[0].subquery("everyone")
    place = (
        sa.func.row_number()
        .over(partition_by=everyone.c.person_id, order_by=(everyone.c.rank, everyone.c.office_id))
        .label("place")
    )
    ranked = sa.select(everyone.c.person_id, everyone.c.level, everyone.c.office_id, place).subquery("ranked")
    return sa.select(ranked.c.person_id, ranked.c.level, ranked.c.office_id).where(ranked.c.place == 1)


def _told(circular_id: int) -> sa.Select[Any]:
    """The recipients of a circular of whom some message of it left, each as what he or she was told it."""
    left = col(Notice.state).in_((NoticeState.SENT, NoticeState.UNCERTAIN))
    reached = sa.or_(left, col(Notice.part) > 0, col(Notice.heard))
    person, level, office = col(Notice.person_id), col(Notice.level), col(Notice.office_id)
    columns: tuple[Any, ...] = (person.label("person_id"), level.label("level"), office.label("office_id"))
    return sa.select(*columns).where(
        sa.text("notices.circular_id IS NOT NULL"), col(Notice.circular_id) == circular_id, reached
    )


def count(session: Session, audience: Audience) -> Mapping[Level, int]:
    """How many people are meant at each level: as many as :func:`recipients` names.

    Counted apart, since telling everybody's highest level would sort them all: whoever holds an office is none of the
    units, and whoever has neither is nobody else.
    """
    if audience.told is not None:
        reached = _told(audience.told).subquery("reached")
        rows = session.execute(sa.select(reached.c.level, sa.func.count()).group_by(reached.c.level))
        told = {Level(row[0]): int(row[1]) for row in rows}
        return {level: told[level] for level in Level if level in told}
    found: dict[Level, int] = {}
    units, officers, others = _units(audience), _officers(audience), _nobody_yet(audience)
    if officers is not None:
        held = officers.subquery("held")
        highest = sa.select(sa.func.min(held.c.rank).label("rank")).group_by(held.c.person_id).subquery("highest")
        levels = list(Level)
        for rank, number in session.execute(sa.select(highest.c.rank, sa.func.count()).group_by(highest.c.rank)):
            found[levels[rank]] = int(number)
        if units is not None:
            serving = sa.select(officers.subquery("serving").c.person_id)
            units = units.where(units.selected_columns.person_id.not_in(serving))
    for level, branch in ((Level.UNIT, units), (Level.NOBODY_YET, others)):
        if branch is not None:
            each = sa.select(branch.subquery("of_level").c.person_id).distinct().subquery("each")
            number = session.execute(sa.select(sa.func.count()).select_from(each)).scalar_one()
            if number:
                found[level] = int(number)
    return {level: found[level] for level in Level if level in found}


def _between(branch: sa.Select[Any], after: int | None, until: int | None) -> sa.Select[Any]:
    person = branch.selected_columns.person_id
    if after is not None:
        branch = branch.where(person > after)
    return branch if until is None else branch.where(person <= until)


def _columns(person: Any, level: Any, rank: Any, office: Any) -> tuple[Any, ...]:
    return person.label("person_id"), level.label("level"), rank.label("rank"), office.label("office_id")


def _empty() -> sa.Select[Any]:
    nothing = sa.literal(0, sa.BigInteger)
    return sa.select(*_columns(nothing, sa.literal(""), sa.literal(0), nothing)).where(sa.false())


def _said(level: Level) -> tuple[Any, Any]:
    return sa.literal(level.value, sa.String), sa.literal(_RANKS[level], sa.Integer)


def _inside(audience: Audience) -> sa.ColumnElement[bool] | None:
    if not audience.within:
        return None
    ids = tuple(audience.within)
    return sa.or_(col(Office.id).in_(ids), col(Office.parent_id).in_(ids), col(Office.province_id).in_(ids))


def _units(audience: Audience) -> sa.Select[Any] | None:
    if Level.UNIT not in audience.levels:
        return None
    query = sa.select(*_columns(col(Unit.owner_id), *_said(Level.UNIT), col(Unit.union_id)))
    inside = _inside(audience)
    if inside is not None:
        query = query.join(Office, col(Office.id) == col(Unit.union_id)).where(inside)
    query = query.where(col(Unit.state).in_(LIVE))
    if audience.trades:
        query = query.where(col(Unit.trade_class).in_(tuple(audience.trades)))
    if audience.registered is not None:
        confirmed = col(Unit.state) == UnitState.CONFIRMED
        query = query.where(confirmed if audience.registered else sa.not_(confirmed))
    if audience.reported is not None:
        month, wanted = audience.reported
        handed_in = sa.exists().where(
            col(Month.unit_id) == col(Unit.id),
            col(Month.period) == month.index,
            col(Month.state) != MonthState.REJECTED,
        )
        query = query.where(handed_in if wanted else sa.not_(handed_in))
    return query


def _officers(audience: Audience) -> sa.Select[Any] | None:
    levels = audience.levels & _OF_OFFICES
    if not levels:
        return None
    kinds = [kind for kind, level in _LEVEL_OF.items() if level in levels]
    level = sa.case({kind: _LEVEL_OF[kind].value for kind in kinds}, value=col(Office.kind))
    rank = sa.case({kind: _RANKS[_LEVEL_OF[kind]] for kind in kinds}, value=col(Office.kind))
    query = (
        sa.select(*_columns(col(Role.person_id), level, rank, col(Role.office_id)))
        .join(Office, col(Office.id) == col(Role.office_id))
        .where(col(Role.revoked_at).is_(None), col(Office.kind).in_(kinds))
    )
    if audience.roles:
        query = query.where(col(Role.kind).in_(tuple(audience.roles)))
    inside = _inside(audience)
    return query if inside is None else query.where(inside)


def _nobody_yet(audience: Audience) -> sa.Select[Any] | None:
    if Level.NOBODY_YET not in audience.levels or audience.within:
        return None
    owns = sa.exists().where(col(Unit.owner_id) == col(Account.person_id), col(Unit.state).in_(LIVE))
    serves = sa.exists().where(col(Role.person_id) == col(Account.person_id), col(Role.revoked_at).is_(None))
    office = sa.null().cast(sa.BigInteger)
    return sa.select(*_columns(col(Account.person_id), *_said(Level.NOBODY_YET), office)).where(
        col(Account.person_id).is_not(None), sa.not_(owns), sa.not_(serves)
    )


# ---- how far an office reaches ----


def within_reach(session: Session, by: Hat, audience: Audience) -> Audience | Problem:
    """The audience as far as this role's office reaches: without offices named, all that lies below the own one.

    A chamber and a commission write to all of their county but the county office; no office writes to those above it.
    """
    if audience.told is not None:
        return audience
    reach = organisations.reaches(by, Deed.ISSUE_CIRCULAR)
    beside = reach is Reach.BESIDE and by.office_kind not in NATIONAL
    county = session.get_one(Office, by.office_id).parent_id if beside else None
    if beside:
        audience = replace(audience, levels=audience.levels - {Level.COUNTY})
    if audience.within:
        strange = session.execute(
            sa.select(col(Office.name)).where(
                col(Office.id).in_(audience.within - {county}),
                sa.not_(organisations.covers(by, Deed.ISSUE_CIRCULAR)),
            )
        ).first()
        return audience if strange is None else Problem(CircularProblem.OUT_OF_REACH, {"name": strange.name})
    if reach is Reach.ANYWHERE or by.office_kind in NATIONAL:
        return audience
    return replace(audience, within=frozenset({by.office_id if county is None else county}))
