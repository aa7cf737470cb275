"""How far registration has come: of a union, a county, a province, the country; and who is still missing.

Everything is counted along indexes: units by (union, state), those that are missing by a partial index of their own.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.drafts import Draft
from models.organisations import Deed, Hat, Office, OfficeKind, OfficeView, OrganisationProblem
from models.people import Account, Person
from models.units import LIVE, ExpectedUnit, Term, Unit, term
from models.values.ids import Phone
from models.values.problem import Problem
from models.vault import vault

PAGE: Final = 6
_BELOW: Final[Mapping[OfficeKind, OfficeKind]] = {
    OfficeKind.PROVINCE: OfficeKind.COUNTY,
    OfficeKind.COUNTY: OfficeKind.UNION,
}
_MISSING: Final[sa.ColumnElement[bool]] = sa.literal_column("expected_units.unit_id IS NULL", sa.Boolean)
_LATE: Final[sa.ColumnElement[bool]] = sa.literal_column("units.late", sa.Boolean)


@dataclass(frozen=True, slots=True)
class Figures:
    """Units that are registered (rejected ones are not), those of them that came late, and numbers still missing."""

    registered: int = 0
    late: int = 0
    missing: int = 0

    @property
    def expected(self) -> int:
        """All that are known of: registered and missing."""
        return self.registered + self.missing

    @property
    def rate(self) -> int | None:
        """Per cent of the expected that are registered, rounded down; None while nobody is expected."""
        return self.registered * 100 // self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One office of a board, with its figures."""

    office: OfficeView
    figures: Figures


@dataclass(frozen=True, slots=True)
class Coverage:
    """The board of an office: its own figures and a page of the offices below it, by their Persian names.

    ``office`` is None for the country. ``listed`` counts those on a union's list (its own board alone). ``next`` is the
    last office of this page, None at the end. ``plans``, ``lists``, ``names``: whether this hat may set the start,
    write the list, see who is missing.
    """

    office: OfficeView | None
    term: Term | None
    figures: Figures
    lines: tuple[CoverageLine, ...]
    next: int | None
    listed: int = 0
    plans: bool = False
    lists: bool = False
    names: bool = False


class Reachability(StrEnum):
    """Whether a message of ours can come to somebody who is missing."""

    REACHABLE = "reachable"
    BLOCKED = "blocked"
    """They closed the bot on every messenger."""
    NEVER = "never"
    """They never opened the bot: no messenger lets us write to them first."""


@dataclass(frozen=True, slots=True)
class MissingUnit:
    """Somebody who has not registered. ``phone`` is masked; ``half``: their registration is half filled in."""

    id: int
    union_id: int
    union_name: str
    title: str
    phone: str
    reach: Reachability
    half: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class MissingPage:
    """A page of those who are missing; ``next`` leads on, None at the end."""

    office: OfficeView
    items: tuple[MissingUnit, ...]
    next: str | None


def top_of(session: Session, worn: Hat) -> int | None:
    """Where this hat's board begins: the own office, the county of a chamber or commission, None for the country."""
    if worn.office_kind in {OfficeKind.CHAMBER, OfficeKind.COMMISSION}:
        return next((one.id for one in organisations.lineage(session, worn.office_id)[1:]), worn.office_id)
    national = worn.office_kind not in {OfficeKind.PROVINCE, OfficeKind.COUNTY, OfficeKind.UNION}
    return None if national else worn.office_id


def gate(session: Session, worn: Hat, deed: Deed, office_id: int | None) -> Hat | Problem:
    """The live hat when it may do this about this office; a chamber or commission stands for its county.

    The country as a whole is for the national offices.
    """
    if office_id is None:
        live = organisations.hat(session, worn.person_id, worn.role_id)
        if isinstance(live, Problem):
            return live
        whole = organisations.reaches(live, deed) is not None and top_of(session, live) is None
        return live if whole else Problem(OrganisationProblem.OUT_OF_REACH, {"own": live.kind})
    beside = worn.office_kind in {OfficeKind.CHAMBER, OfficeKind.COMMISSION} and top_of(session, worn) == office_id
    return organisations.acting(session, worn, deed, worn.office_id if beside else office_id)


def coverage(session: Session, worn: Hat, office_id: int | None, after: int = 0) -> Coverage | Problem:
    """The board of an office (None: the country), from behind the office ``after`` on."""
    live = gate(session, worn, Deed.SEE_COVERAGE, office_id)
    if isinstance(live, Problem):
        return live
    place = None if office_id is None else organisations.office(session, office_id)
    if isinstance(place, Problem):
        return place
    below = OfficeKind.PROVINCE if place is None else _BELOW.get(place.kind)
    children = () if below is None else _children(session, below, office_id, after)
    shown = children[:PAGE]
    figures = _figures(session, below, [one.id for one in shown]) if below is not None else {}
    whole = _figures(session, None if place is None else place.kind, () if place is None else (place.id,))
    union = place is not None and place.kind is OfficeKind.UNION
    return Coverage(
        office=place,
        term=None if place is None else term(session, place.id),
        figures=whole.get(0 if place is None else place.id, Figures()),
        lines=tuple(CoverageLine(one, figures.get(one.id, Figures())) for one in shown),
        next=shown[-1].id if len(children) > PAGE else None,
        listed=_count(
            session, ExpectedUnit, col(ExpectedUnit.union_id) == office_id, col(ExpectedUnit.listed_at).is_not(None)
        )
        if union
        else 0,
        plans=place is not None and organisations.may(session, live, Deed.PLAN_CAMPAIGN, place.id),
        lists=place is not None and organisations.may(session, live, Deed.LIST_MEMBERS, place.id),
        names=place is not None and organisations.may(session, live, Deed.SEE_MISSING, place.id),
    )


def _count(session: Session, table: type[Any], *conditions: sa.ColumnElement[bool]) -> int:
    counted: int = session.execute(sa.select(sa.func.count()).select_from(table).where(*conditions)).scalar_one()
    return counted


def _children(session: Session, kind: OfficeKind, above: int | None, after: int) -> tuple[OfficeView, ...]:
    """A page of offices and one more, in the Persian order of their names."""
    query = (
        sa.select(col(Office.id), col(Office.kind), col(Office.name), col(Office.parent_id), col(Office.province_id))
        .where(col(Office.kind) == kind)
        .order_by(col(Office.sort_key), col(Office.id))
        .limit(PAGE + 1)
    )
    if above is not None:
        query = query.where(col(Office.parent_id) == above)
    if after:
        before = sa.orm.aliased(Office)
        place = sa.select(col(before.sort_key)).where(col(before.id) == after).scalar_subquery()
        query = query.where(sa.tuple_(col(Office.sort_key), col(Office.id)) > sa.tuple_(place, sa.literal(after)))
    return tuple(OfficeView(*row) for row in session.execute(query))


def _figures(session: Session, kind: OfficeKind | None, ids: Collection[int]) -> dict[int, Figures]:
    """The figures of offices of one kind; of the whole country under 0 when no kind is named."""

    def counted(union: Any, table: type[Any], *conditions: sa.ColumnElement[bool]) -> dict[int, int]:
        if kind is None:
            return {0: _count(session, table, *conditions)}
        key = {OfficeKind.UNION: union, OfficeKind.COUNTY: col(Office.parent_id)}.get(kind, col(Office.province_id))
        query = sa.select(key, sa.func.count()).select_from(table).where(key.in_(tuple(ids)), *conditions)
        if kind is not OfficeKind.UNION:
            query = query.join(Office, col(Office.id) == union).where(col(Office.kind) == OfficeKind.UNION)
        return {row[0]: row[1] for row in session.execute(query.group_by(key))}

    if kind is not None and not ids:
        return {}
    registered = counted(col(Unit.union_id), Unit, col(Unit.state).in_(LIVE))
    late = counted(col(Unit.union_id), Unit, _LATE, col(Unit.state).in_(LIVE))
    missing = counted(col(ExpectedUnit.union_id), ExpectedUnit, _MISSING)
    return {
        office: Figures(registered.get(office, 0), late.get(office, 0), missing.get(office, 0))
        for office in {*registered, *missing}
    }


# ---- who is missing ----


def missing_page(session: Session, worn: Hat, office_id: int, after: str = "") -> MissingPage | Problem:
    """Those who have not registered with a union, or with the unions of a county, from behind ``after`` on."""
    live = gate(session, worn, Deed.SEE_MISSING, office_id)
    if isinstance(live, Problem):
        return live
    place = organisations.office(session, office_id)
    if isinstance(place, Problem):
        return place
    within = (
        [place.id]
        if place.kind is OfficeKind.UNION
        else sa.select(col(Office.id)).where(col(Office.parent_id) == place.id, col(Office.kind) == OfficeKind.UNION)
    )
    query = _missing(col(ExpectedUnit.union_id).in_(within))
    query = query.order_by(col(ExpectedUnit.union_id), col(ExpectedUnit.id)).limit(PAGE + 1)
    union, _, number = after.partition(".")
    if union.isascii() and union.isdigit() and number.isascii() and number.isdigit():
        keys = sa.tuple_(col(ExpectedUnit.union_id), col(ExpectedUnit.id))
        query = query.where(keys > sa.tuple_(sa.literal(int(union)), sa.literal(int(number))))
    rows = session.execute(query).all()
    items = tuple(_item(session, row) for row in rows[:PAGE])
    more = f"{items[-1].union_id}.{items[-1].id}" if len(rows) > PAGE else None
    return MissingPage(place, items, more)


def missing_unit(session: Session, worn: Hat, expected_id: int) -> MissingUnit | Problem:
    """One of those who are missing, to whom they concern; refused when they have registered since."""
    row = session.execute(_missing(col(ExpectedUnit.id) == expected_id)).one_or_none()
    if row is None:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    live = gate(session, worn, Deed.SEE_MISSING, row.union_id)
    return live if isinstance(live, Problem) else _item(session, row)


def _missing(*conditions: sa.ColumnElement[bool]) -> Any:
    def account(*more: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
        found = sa.select(sa.literal(1)).where(col(Account.person_id) == col(Person.id), *more)
        return sa.exists(found.correlate(Person))

    half = sa.exists(
        sa.select(sa.literal(1))
        .where(col(Draft.person_id) == col(Person.id), col(Draft.form) == "registration", col(Draft.subject) == "")
        .correlate(Person)
    )
    return (
        sa.select(
            col(ExpectedUnit.id),
            col(ExpectedUnit.union_id),
            col(Office.name),
            col(ExpectedUnit.title_sealed),
            col(ExpectedUnit.phone_sealed),
            col(ExpectedUnit.listed_at),
            account().label("known"),
            account(col(Account.blocked).is_(False)).label("open"),
            half.label("half"),
        )
        .select_from(ExpectedUnit)
        .join(Office, col(Office.id) == col(ExpectedUnit.union_id))
        .outerjoin(Person, col(Person.phone_index) == col(ExpectedUnit.phone_index))
        .where(_MISSING, *conditions)
    )


def _item(session: Session, row: sa.Row[Any]) -> MissingUnit:
    safe = vault(session)
    reach = Reachability.REACHABLE if row.open else Reachability.BLOCKED if row.known else Reachability.NEVER
    return MissingUnit(
        id=row.id,
        union_id=row.union_id,
        union_name=row.name,
        title="" if row.title_sealed is None else safe.open(row.title_sealed),
        phone=Phone(safe.open(row.phone_sealed)).masked,
        reach=reach,
        half=bool(row.half),
        listed=row.listed_at is not None,
    )
