"""How long each office may hold a request: dated rules, and the reminders that the calendar owes when it takes longer.

Who holds it is reminded; after twice the time the province's liaison hears of it, and for the statistics office the
operator too. At most once a week each.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import letters, notices, organisations
from models.access.permissions import HOLDERS
from models.access.records import AccessRequest, AccessStage
from models.clock import now
from models.letters import RuleKey, RuleRow
from models.notices import NoticeKind
from models.organisations import Hat, Office, Role, RoleKind
from models.organisations.roles import worn
from models.reminders import WEEK, Walked, day_of
from models.values.jalali import tehran_date

DAYS: Final[Mapping[AccessStage, RuleKey]] = {
    AccessStage.UNION: RuleKey.ACCESS_UNION_DAYS,
    AccessStage.COUNTY: RuleKey.ACCESS_COUNTY_DAYS,
    AccessStage.PROVINCE: RuleKey.ACCESS_PROVINCE_DAYS,
    AccessStage.STATISTICS: RuleKey.ACCESS_STATISTICS_DAYS,
    AccessStage.ACTIVE: RuleKey.ACCESS_UNION_DAYS,
}
"""The rule behind the clock of each stage; trouble has the clock of its ticket."""


_Facts = dict[str, str | int]


class Limits:
    """The days that the rules in force give each office; two statements, whatever is asked afterwards."""

    def __init__(self, session: Session, today: date) -> None:
        keys = tuple(set(DAYS.values()))
        country = letters.rules(session, None, today)
        self._country = {key: country[key].number for key in keys}
        rows = session.execute(
            sa.select(col(RuleRow.key), col(RuleRow.scope_id), col(RuleRow.value))
            .where(col(RuleRow.key).in_(keys), col(RuleRow.scope_id).is_not(None), col(RuleRow.valid_from) <= today)
            .order_by(col(RuleRow.valid_from), col(RuleRow.id))
        )
        self._scoped = {(key, scope_id): int(value) for key, scope_id, value in rows}

    def of(self, stage: AccessStage, *scopes: int) -> int | None:
        """Days at this stage for the nearest of these offices (union, county, province); None: no clock runs."""
        key = DAYS.get(stage)
        if key is None:
            return None
        return next((self._scoped[key, scope] for scope in scopes if (key, scope) in self._scoped), self._country[key])


def waited(since: datetime, today: date) -> int:
    """Whole days on Tehran's calendar since then."""
    return (today - tehran_date(since)).days


@dataclass(frozen=True, slots=True)
class _Held:
    """A request that is held too long: at which stage, where, how many days, and how many there are."""

    stage: AccessStage
    holder_id: int
    province_id: int
    days: int
    limit: int


def remind_of_access(session: Session, after: int = 0, limit: int = 100) -> Walked:
    """Owe today's reminders to the offices (ids above ``after``, a page) that hold requests beyond their time."""
    instant = now(session)
    today = day_of(instant)
    if today is None:
        return Walked(0, None)
    holders = (
        session.execute(
            sa.select(col(AccessRequest.holder_id))
            .where(col(AccessRequest.holder_id) > after, col(AccessRequest.stage).in_(tuple(DAYS)))
            .where(col(AccessRequest.since) < instant - timedelta(days=1))
            .distinct()
            .order_by(col(AccessRequest.holder_id))
            .limit(limit)
        )
        .scalars()
        .all()
    )
    late = _late(session, today, col(AccessRequest.holder_id).in_(holders))
    offices = _offices(session, holders)
    owed = 0
    for holder_id, held in _grouped(late, lambda one: one.holder_id).items():
        kinds = {kind for one in held for kind in HOLDERS[one.stage]}
        for hat in organisations.officers(session, holder_id, *kinds):
            facts = offices[holder_id] | _figures(held) | {"role": hat.role_id}
            owed += _once_a_week(session, today, hat, NoticeKind.ACCESS_REMINDER, facts)
    return Walked(owed, holders[-1] if len(holders) == limit else None)


def tell_of_access(session: Session, after: int = 0, limit: int = 20) -> Walked:
    """Tell the liaisons of the provinces (ids above ``after``, a page) what lies beyond twice the time, and where.

    Without a liaison the provincial officers hear of it; of the statistics office the operators too.
    """
    instant = now(session)
    today = day_of(instant)
    if today is None:
        return Walked(0, None)
    provinces = (
        session.execute(
            sa.select(col(AccessRequest.province_id))
            .where(col(AccessRequest.province_id) > after, col(AccessRequest.stage).in_(tuple(DAYS)))
            .where(col(AccessRequest.since) < instant - timedelta(days=2))
            .distinct()
            .order_by(col(AccessRequest.province_id))
            .limit(limit)
        )
        .scalars()
        .all()
    )
    late = [
        one for one in _late(session, today, col(AccessRequest.province_id).in_(provinces)) if one.days > 2 * one.limit
    ]
    offices = _offices(session, {one.holder_id for one in late})
    operators = worn(session, col(Role.kind) == RoleKind.OPERATOR) if late else ()
    owed = 0
    for province_id, held in _grouped(late, lambda one: one.province_id).items():
        told = organisations.officers(session, province_id, RoleKind.LIAISON) or organisations.officers(
            session, province_id, RoleKind.PROVINCIAL_OFFICER
        )
        owed += sum(_tell(session, today, hat, held, offices) for hat in told)
    at_statistics = [one for one in late if one.stage is AccessStage.STATISTICS]
    if at_statistics:
        owed += sum(_tell(session, today, hat, at_statistics, offices) for hat in operators)
    return Walked(owed, provinces[-1] if len(provinces) == limit else None)


def _tell(session: Session, today: date, hat: Hat, held: list[_Held], offices: Mapping[int, _Facts]) -> bool:
    oldest = max(held, key=lambda one: one.days)
    facts = offices[oldest.holder_id] | _figures(held) | {"role": hat.role_id}
    return _once_a_week(session, today, hat, NoticeKind.ACCESS_OVERDUE, facts)


def _figures(held: list[_Held]) -> _Facts:
    return {
        "number": len(held),
        "oldest": max(one.days for one in held),
        "days": min(one.limit for one in held),
    }


def _late(session: Session, today: date, where: sa.ColumnElement[bool]) -> list[_Held]:
    """The requests there that are held beyond their time."""
    limits = Limits(session, today)
    rows = session.execute(
        sa.select(
            col(AccessRequest.stage),
            col(AccessRequest.holder_id),
            col(AccessRequest.union_id),
            col(AccessRequest.county_id),
            col(AccessRequest.province_id),
            col(AccessRequest.since),
        )
        .where(where, col(AccessRequest.stage).in_(tuple(DAYS)))
        .order_by(col(AccessRequest.id))
    )
    late: list[_Held] = []
    for stage, holder_id, union_id, county_id, province_id, since in rows:
        days, most = waited(since, today), limits.of(stage, union_id, county_id, province_id)
        if most is not None and days > most:
            late.append(_Held(stage, holder_id, province_id, days, most))
    return late


def _grouped(late: Iterable[_Held], by: Callable[[_Held], int]) -> dict[int, list[_Held]]:
    groups: dict[int, list[_Held]] = {}
    for one in late:
        groups.setdefault(by(one), []).append(one)
    return groups


def _once_a_week(session: Session, today: date, hat: Hat, kind: NoticeKind, facts: _Facts) -> bool:
    key = f"{kind.value}:{hat.role_id}:"
    lately = [today - timedelta(days=days) for days in range(1, WEEK)]
    if notices.owed_before(session, (key + day.isoformat() for day in lately)):
        return False
    return notices.owe(session, hat.person_id, kind, facts, key + today.isoformat())


def _offices(session: Session, offices: Iterable[int]) -> dict[int, _Facts]:
    """How these offices are named in a notice."""
    found = session.execute(
        sa.select(col(Office.id), col(Office.name), col(Office.kind)).where(col(Office.id).in_(tuple(offices)))
    )
    return {office_id: {"office": name, "office-kind": kind.value} for office_id, name, kind in found}
