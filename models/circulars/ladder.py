"""The ladder of offices between the issuing one and a recipient: who stands above whom, and who waits for whom.

Province, county, union, unit: each hears of a circular from the nearest office above it among whose people there is a
recipient; an office without one stands in nobody's way. Of a county its office, its chamber and its commission are one
rung, since any of the three may pass a circular on to the unions (60/227210 ¶6).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session

from models.circulars.audience import Audience
from models.circulars.records import Circular, CircularOffice, Level, Passing
from models.columns import table_of
from models.notices import Notice, NoticeState
from models.organisations import DEEDS, Deed, Office, OfficeKind, Role, RoleKind
from models.organisations.offices import NATIONAL

BESIDE: Final = (OfficeKind.CHAMBER, OfficeKind.COMMISSION)
"""They stand beside the county office."""
PASSERS: Final = frozenset(DEEDS[Deed.PASS_ON])
OF_OFFICES: Final = (Level.NATIONAL, Level.PROVINCE, Level.COUNTY, Level.COMMISSION, Level.CHAMBER, Level.UNION)
"""As whom people of an office are told; a unit stands with its union's office too."""
_OF_COUNTY: Final = (Level.COUNTY, Level.COMMISSION, Level.CHAMBER)
_RUNGS: Final[Mapping[OfficeKind, frozenset[OfficeKind]]] = {
    **dict.fromkeys(NATIONAL, frozenset({OfficeKind.PROVINCE, OfficeKind.COUNTY, OfficeKind.UNION})),
    OfficeKind.PROVINCE: frozenset({OfficeKind.COUNTY, OfficeKind.UNION}),
    **dict.fromkeys((OfficeKind.COUNTY, *BESIDE), frozenset({OfficeKind.UNION})),
    OfficeKind.UNION: frozenset(),
}
"""The rungs below an issuing office of this kind."""
_notices: Final = table_of(Notice)
_roles: Final = table_of(Role)
_offices: Final = table_of(Office)
circular_offices: Final = table_of(CircularOffice)
IS_OF_CIRCULAR: Final = sa.text("notices.circular_id IS NOT NULL")
IS_HELD_BACK: Final = sa.text("notices.state = 'held-back'")
IS_WAITED_FOR: Final = sa.text(
    "circular_offices.held > 0 AND circular_offices.passed_at IS NULL AND circular_offices.ready"
)


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs of one circular. ``kinds``: whose roles make an office a rung; ``until``: the last person there is."""

    audience: Audience
    rungs: frozenset[OfficeKind]
    kinds: frozenset[RoleKind]
    until: int

    def above_person(self, level: sa.ColumnElement[Any], own: sa.FromClause) -> sa.ColumnElement[Any]:
        """The office above a recipient who is told at this ``level`` in the office ``own``; NULL for none."""
        return sa.case(
            (level == Level.UNIT.value, self._first(self._union(own), self._county(own), self._province(own))),
            (level == Level.UNION.value, self._first(self._county(own), self._province(own))),
            (level.in_([one.value for one in _OF_COUNTY]), self._first(self._province(own))),
            else_=_nobody(),
        )

    def above_office(self, own: sa.FromClause) -> sa.ColumnElement[Any]:
        """The office above the office ``own``; NULL for none."""
        return sa.case(
            (own.c.kind == OfficeKind.UNION, self._first(self._county(own), self._province(own))),
            (own.c.kind.in_((OfficeKind.COUNTY, *BESIDE)), self._first(self._province(own))),
            else_=_nobody(),
        )

    def _first(self, *rungs: sa.ColumnElement[Any] | None) -> sa.ColumnElement[Any]:
        standing = [rung for rung in rungs if rung is not None]
        if not standing:
            return _nobody()
        return standing[0] if len(standing) == 1 else sa.func.coalesce(*standing)

    def _union(self, own: sa.FromClause) -> sa.ColumnElement[Any] | None:
        if OfficeKind.UNION not in self.rungs or Level.UNION not in self.audience.levels:
            return None
        return sa.case((self._somebody(_roles.c.office_id == own.c.id), own.c.id))

    def _county(self, own: sa.FromClause) -> sa.ColumnElement[Any] | None:
        if OfficeKind.COUNTY not in self.rungs:
            return None
        found = []
        if Level.COUNTY in self.audience.levels:
            there = self._somebody(_roles.c.office_id == own.c.parent_id)
            found.append(sa.and_(self._inside(own.c.parent_id, own.c.province_id), there))
        kinds = [kind for kind in BESIDE if Level(kind.value) in self.audience.levels]
        if kinds:
            beside = _offices.alias("beside")
            there = self._somebody(
                beside.c.parent_id == own.c.parent_id, beside.c.kind.in_(kinds), _roles.c.office_id == beside.c.id
            )
            found.append(sa.and_(self._inside(own.c.parent_id, own.c.province_id), there))
        return sa.case((sa.or_(*found), own.c.parent_id)) if found else None

    def _province(self, own: sa.FromClause) -> sa.ColumnElement[Any] | None:
        if OfficeKind.PROVINCE not in self.rungs or Level.PROVINCE not in self.audience.levels:
            return None
        there = self._somebody(_roles.c.office_id == own.c.province_id)
        return sa.case((sa.and_(self._inside(own.c.province_id), there), own.c.province_id))

    def _inside(self, *places: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
        if not self.audience.within:
            return sa.true()
        return sa.or_(*(place.in_(tuple(self.audience.within)) for place in places))

    def _somebody(self, *where: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
        query = sa.select(sa.literal(1)).where(
            *where,
            _roles.c.revoked_at.is_(None),
            _roles.c.kind.in_(sorted(self.kinds)),
            _roles.c.person_id <= self.until,
        )
        return sa.exists(query)


def _nobody() -> sa.ColumnElement[Any]:
    return sa.null().cast(sa.BigInteger)


def ladder(session: Session, row: Circular) -> Ladder:
    """The ladder of a released circular. Where it is passed on by hand, an office is a rung if somebody there may."""
    issuing = session.get_one(Office, row.office_id).kind
    audience = Audience.of_json(row.audience)
    kinds = (audience.roles or frozenset(RoleKind)) & (
        PASSERS if row.passing is Passing.BY_HAND else frozenset(RoleKind)
    )
    return Ladder(audience, _RUNGS[issuing], kinds, row.plan_until)


def recipient_of(
    circular_id: Any, office: Any, states: Collection[NoticeState] | None = None, kinds: Collection[RoleKind] = ()
) -> sa.ColumnElement[bool]:
    """Whether a recipient belongs to this rung (in one of these states, in one of these roles, when given).

    Somebody who was told as a member of this office, or holds a role there now and was told in another quality.
    """

    def through(*where: sa.ColumnElement[bool], of: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
        conditions = [
            *where,
            IS_OF_CIRCULAR,
            _notices.c.circular_id == circular_id,
            _notices.c.person_id == _roles.c.person_id,
            sa.or_(_roles.c.revoked_at.is_(None), _notices.c.office_id == of),
        ]
        if states is not None:
            conditions.append(_notices.c.state.in_(tuple(states)))
        if kinds:
            conditions.append(_roles.c.kind.in_(sorted(kinds)))
        return sa.exists(sa.select(sa.literal(1)).where(*conditions))

    beside = _offices.alias("beside")
    return sa.or_(
        through(_roles.c.office_id == office, of=_roles.c.office_id),
        through(
            beside.c.parent_id == office,
            beside.c.kind.in_(BESIDE),
            _roles.c.office_id == beside.c.id,
            of=_roles.c.office_id,
        ),
    )
