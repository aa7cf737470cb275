"""The tree of a circular: of each office whether it received, read, acknowledged and passed on, level by level.

An officer sees the branch of the own office, the issuing office's side the whole. Offices stand there by name, people
and shopkeepers only as numbers.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.circulars.acknowledging import READ, READ_EARLY, WITH_READERS
from models.circulars.in_place import may_pass_in_place
from models.circulars.ladder import OF_OFFICES, circular_offices
from models.circulars.passing import rung_of
from models.circulars.records import (
    Acknowledgement,
    Circular,
    CircularOpening,
    CircularProblem,
    CircularState,
    Level,
    Passing,
)
from models.columns import table_of
from models.notices import Notice, NoticeState
from models.organisations import Deed, Hat, Office, OfficeKind, OfficeView, OrganisationProblem
from models.organisations.offices import NATIONAL
from models.values.problem import Problem

PAGE: Final = 6
_notices: Final = table_of(Notice)
_offices: Final = table_of(Office)
_acknowledged: Final = table_of(Acknowledgement)
_opened: Final = table_of(CircularOpening)
_IS_OF_CIRCULAR: Final = sa.text("notices.circular_id IS NOT NULL")
_OFFICE_LEVELS: Final = tuple(level.value for level in OF_OFFICES)
_TOPS: Final = {OfficeKind.CHAMBER, OfficeKind.COMMISSION}


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a union among the recipients, those that were sent it, and that acknowledged it then, or ``early``.

    An early reader was not sent it, or not surely: it was read in the library.
    """

    total: int = 0
    told: int = 0
    acknowledged: int = 0
    early: int = 0


@dataclass(frozen=True, slots=True)
class Below:
    """The offices below one that are among the recipients: how many, told, acknowledged; and who still is held back."""

    offices: int = 0
    told: int = 0
    acknowledged: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class OfficeStanding:
    """How a circular stands with one office.

    ``people`` of it are recipients (0: nobody there); the instants are those of the first of them. ``waits``: so many
    waited for it to pass the circular on, and ``held`` still do; ``by_itself``: nobody did it by hand; ``instead``: an
    office above did it in its place.
    """

    office: OfficeView
    people: int = 0
    told_at: datetime | None = None
    opened_at: datetime | None = None
    acknowledged_at: datetime | None = None
    waits: int = 0
    held: int = 0
    passed_at: datetime | None = None
    by_itself: bool = False
    instead: OfficeView | None = None
    letter: tuple[str, date] | None = None
    units: Units | None = None
    below: Below | None = None

    @property
    def passes(self) -> bool:
        """Whether it has still to pass the circular on."""
        return bool(self.waits) and self.passed_at is None

    @property
    def since(self) -> datetime | None:
        """Since when something is waited for that this office has been told to do; None: for nothing."""
        done = self.acknowledged_at is not None and not self.passes
        return None if done else self.told_at

    @property
    def place(self) -> tuple[Any, ...]:
        """The longest waiting first, then those not told yet, then those that are done, and where nobody is."""
        if self.since is not None:
            return (0, self.since, self.office.id)
        if self.people and self.told_at is None:
            return (1, self.office.id)
        return (2 if self.people else 3, self.office.id)


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of the tree: an office (None: the country) and a page of those below it, the longest waiting first.

    ``next``: the last office of this page, None at the end. ``back``: the office above (0: the country; None: this is
    as far as one sees). ``author``: whether the issuing office's side looks. ``in_place``: whether whoever looks may
    pass it on in the office's place now.
    """

    circular: int
    number: str
    subject: str
    state: CircularState
    passing: Passing
    given_up: bool
    own: OfficeStanding | None
    lines: tuple[OfficeStanding, ...]
    next: int | None
    back: int | None
    author: bool
    held: int
    total: int
    in_place: bool = False


def branch(session: Session, worn: Hat, circular_id: int, office_id: int = 0, after: int = 0) -> Branch | Problem:
    """The branch of an office (0: as far up as this role sees), from behind the office ``after`` on."""
    row = session.get(Circular, circular_id, populate_existing=True)
    if row is None or row.state in {CircularState.DRAFT, CircularState.PLANNING}:
        return Problem(CircularProblem.UNKNOWN)
    live = organisations.hat(session, worn.person_id, worn.role_id)
    if isinstance(live, Problem):
        return live
    author = organisations.may(session, live, Deed.ISSUE_CIRCULAR, row.office_id)
    if not author and organisations.reaches(live, Deed.PASS_ON) is None:
        return Problem(OrganisationProblem.OUT_OF_REACH, {"own": live.kind})
    if not author and row.started_at is None:
        return Problem(CircularProblem.UNKNOWN)
    top = _top(session, row.office_id) if author else rung_of(session, live)
    wanted = office_id or top
    line = organisations.lineage(session, wanted) if wanted else ()
    # The country's own tree begins at the national offices' recipients and at the provinces.
    if top and not any(one.id == top for one in line):
        return Problem(OrganisationProblem.OUT_OF_REACH, {"own": live.kind})
    shown = line[0] if line else None
    over = row.state is CircularState.WITHDRAWN or row.given_up_at is not None
    children = sorted(
        _settled(_standings(session, row.id, _children(session, row.id, shown)), over=over), key=lambda one: one.place
    )
    start = next((place + 1 for place, one in enumerate(children) if one.office.id == after), 0)
    page = children[start : start + PAGE]
    return Branch(
        row.id,
        row.number,
        row.subject,
        row.state,
        row.passing,
        row.given_up_at is not None,
        None
        if shown is None
        else _whole(session, row.id, _settled(_standings(session, row.id, (shown,)), over=over))[0],
        _whole(session, row.id, page),
        page[-1].office.id if start + PAGE < len(children) else None,
        None if shown is None or shown.id == top else (shown.parent_id or 0),
        author,
        _held(session, row.id),
        len(children),
        shown is not None and may_pass_in_place(session, live, row, shown.id),
    )


def _top(session: Session, office_id: int) -> int:
    """Where the issuing side's tree begins: its own office, a chamber's and commission's county, 0 for the country."""
    office = session.get_one(Office, office_id)
    if office.kind in NATIONAL:
        return 0
    return (office.parent_id or 0) if office.kind in _TOPS else office.id


def _held(session: Session, circular_id: int) -> int:
    counted: int = session.execute(
        sa.select(sa.func.coalesce(sa.func.sum(circular_offices.c.held), 0)).where(
            circular_offices.c.circular_id == circular_id
        )
    ).scalar_one()
    return counted


def _children(session: Session, circular_id: int, above: OfficeView | None) -> Sequence[OfficeView]:
    """The offices right below one, themselves or something below them among what the circular asks."""
    filed = sa.select(_offices.c.id, _offices.c.kind, _offices.c.parent_id, _offices.c.province_id).select_from(
        circular_offices.join(_offices, _offices.c.id == circular_offices.c.office_id)
    )
    of_circular = circular_offices.c.circular_id == circular_id
    if above is None:
        inside = filed.where(of_circular).subquery("inside")
        keys = sa.select(sa.func.coalesce(inside.c.province_id, inside.c.id))
    elif above.kind is OfficeKind.PROVINCE:
        inside = filed.where(of_circular, _offices.c.province_id == above.id).subquery("inside")
        keys = sa.select(sa.case((inside.c.kind == OfficeKind.COUNTY, inside.c.id), else_=inside.c.parent_id)).where(
            inside.c.kind != OfficeKind.PROVINCE
        )
    elif above.kind is OfficeKind.COUNTY:
        inside = filed.where(of_circular, _offices.c.parent_id == above.id).subquery("inside")
        keys = sa.select(inside.c.id)
    else:
        return ()
    rows = session.execute(
        sa.select(_offices.c.id, _offices.c.kind, _offices.c.name, _offices.c.parent_id, _offices.c.province_id).where(
            _offices.c.id.in_(keys)
        )
    )
    return tuple(OfficeView(*row) for row in rows)


def _standings(session: Session, circular_id: int, offices: Sequence[OfficeView]) -> tuple[OfficeStanding, ...]:
    """What these offices themselves received, read, acknowledged and passed on."""
    ids = tuple(one.id for one in offices)
    if not ids:
        return ()
    told = {
        row.office_id: row
        for row in session.execute(
            sa.select(
                _notices.c.office_id,
                sa.func.count().label("people"),
                sa.func.min(_notices.c.sent_at).label("told_at"),
                sa.func.min(_opened.c.first_at).label("opened_at"),
                sa.func.min(_acknowledged.c.first_at).label("acknowledged_at"),
            )
            .select_from(_with_readers())
            .where(
                _IS_OF_CIRCULAR,
                _notices.c.circular_id == circular_id,
                _notices.c.office_id.in_(ids),
                _notices.c.level.in_(_OFFICE_LEVELS),
            )
            .group_by(_notices.c.office_id)
        )
    }
    asked = {
        row.office_id: row
        for row in session.execute(
            sa.select(circular_offices).where(
                circular_offices.c.circular_id == circular_id, circular_offices.c.office_id.in_(ids)
            )
        )
    }
    others = {row.through_id for row in asked.values() if row.in_place}
    instead = (
        {
            row[0]: OfficeView(*row)
            for row in session.execute(
                sa.select(
                    _offices.c.id, _offices.c.kind, _offices.c.name, _offices.c.parent_id, _offices.c.province_id
                ).where(_offices.c.id.in_(others))
            )
        }
        if others
        else {}
    )
    return tuple(_standing(one, told.get(one.id), asked.get(one.id), instead) for one in offices)


def _settled(standings: Sequence[OfficeStanding], *, over: bool) -> Sequence[OfficeStanding]:
    """Once nobody waits any more (``over``), what was not passed on is not asked for either."""
    if not over:
        return standings
    return [one if one.passed_at is not None else replace(one, waits=0, held=0) for one in standings]


def _with_readers() -> sa.FromClause:
    """Recipients, each with what that person has opened and acknowledged."""
    return WITH_READERS.outerjoin(
        _opened,
        sa.and_(_opened.c.circular_id == _notices.c.circular_id, _opened.c.person_id == _notices.c.person_id),
    )


def _standing(
    office: OfficeView, told: sa.Row[Any] | None, asked: sa.Row[Any] | None, instead: Mapping[int, OfficeView]
) -> OfficeStanding:
    one = OfficeStanding(office)
    if told is not None:
        one = replace(
            one,
            people=told.people,
            told_at=told.told_at,
            opened_at=told.opened_at,
            acknowledged_at=told.acknowledged_at,
        )
    if asked is not None:
        one = replace(
            one,
            waits=asked.below,
            held=asked.held,
            passed_at=asked.passed_at,
            by_itself=asked.passed_by is None,
            instead=instead.get(asked.through_id) if asked.in_place else None,
            letter=None if asked.letter_number is None else (asked.letter_number, asked.letter_dated),
        )
    return one


def _whole(session: Session, circular_id: int, page: Sequence[OfficeStanding]) -> tuple[OfficeStanding, ...]:
    """The same, with the figures of what lies below each."""
    counties = [one.office.id for one in page if one.office.kind is OfficeKind.COUNTY]
    provinces = [one.office.id for one in page if one.office.kind is OfficeKind.PROVINCE]
    unions = [one.office.id for one in page if one.office.kind is OfficeKind.UNION]
    below = {
        **_below(session, circular_id, _offices.c.parent_id, counties),
        **_below(session, circular_id, _offices.c.province_id, provinces),
    }
    units = _units(session, circular_id, unions)
    above = {*counties, *provinces}
    return tuple(
        replace(
            one,
            below=below.get(one.office.id, Below()) if one.office.id in above else None,
            units=units.get(one.office.id, Units()) if one.office.id in unions else None,
        )
        for one in page
    )


def _below(session: Session, circular_id: int, key: sa.ColumnElement[Any], ids: Collection[int]) -> Mapping[int, Below]:
    """The figures of the offices below these; the offices themselves not counted, though their own gate is."""
    if not ids:
        return {}
    filed = circular_offices.join(_offices, _offices.c.id == circular_offices.c.office_id)
    each = (
        sa.select(
            key.label("above"),
            circular_offices.c.office_id,
            sa.func.max(_notices.c.sent_at).label("told"),
            sa.func.max(_acknowledged.c.first_at).label("said"),
        )
        .select_from(
            filed.join(
                _notices,
                sa.and_(
                    _IS_OF_CIRCULAR,
                    _notices.c.circular_id == circular_offices.c.circular_id,
                    _notices.c.office_id == circular_offices.c.office_id,
                    _notices.c.level.in_(_OFFICE_LEVELS),
                ),
            ).outerjoin(
                _acknowledged,
                sa.and_(
                    _acknowledged.c.circular_id == _notices.c.circular_id,
                    _acknowledged.c.person_id == _notices.c.person_id,
                ),
            )
        )
        .where(circular_offices.c.circular_id == circular_id, key.in_(tuple(ids)), _offices.c.id != key)
        .group_by(key, circular_offices.c.office_id)
        .subquery("each")
    )
    counted = session.execute(
        sa.select(each.c.above, sa.func.count(), sa.func.count(each.c.told), sa.func.count(each.c.said)).group_by(
            each.c.above
        )
    )
    found = {row[0]: Below(int(row[1]), int(row[2]), int(row[3])) for row in counted}
    place = sa.case((_offices.c.id.in_(tuple(ids)), _offices.c.id), else_=key)
    held = session.execute(
        sa.select(place, sa.func.sum(circular_offices.c.held))
        .select_from(filed)
        .where(
            circular_offices.c.circular_id == circular_id, sa.or_(key.in_(tuple(ids)), _offices.c.id.in_(tuple(ids)))
        )
        .group_by(place)
    )
    waiting = {row[0]: int(row[1]) for row in held}
    return {one: replace(found.get(one, Below()), held=waiting.get(one, 0)) for one in {*found, *waiting}}


def _units(session: Session, circular_id: int, unions: Collection[int]) -> Mapping[int, Units]:
    """The units of these unions among the recipients."""
    if not unions:
        return {}
    rows = session.execute(
        sa.select(
            _notices.c.office_id,
            sa.func.count(),
            sa.func.sum(sa.case((_notices.c.state == NoticeState.SENT, 1), else_=0)),
            READ,
            READ_EARLY,
        )
        .select_from(_with_readers())
        .where(
            _IS_OF_CIRCULAR,
            _notices.c.circular_id == circular_id,
            _notices.c.office_id.in_(tuple(unions)),
            _notices.c.level == Level.UNIT.value,
        )
        .group_by(_notices.c.office_id)
    )
    return {row[0]: Units(*(int(one) for one in row[1:])) for row in rows}


def own_branches(session: Session, worn: Hat) -> tuple[tuple[int, str, str], ...]:
    """Circulars under way of which this role's office has a branch: id, number, subject; the newest first.

    Others than the issuing office hear of none that has not begun to be sent.
    """
    rung = rung_of(session, worn)
    rows = session.execute(
        sa.select(col(Circular.id), col(Circular.number), col(Circular.subject))
        .join(circular_offices, circular_offices.c.circular_id == col(Circular.id))
        .where(
            circular_offices.c.office_id == rung,
            col(Circular.state) != CircularState.WITHDRAWN,
            sa.or_(col(Circular.started_at).is_not(None), col(Circular.office_id) == worn.office_id),
        )
        .order_by(col(Circular.id).desc())
        .limit(PAGE)
    )
    return tuple((row[0], row[1], row[2]) for row in rows)
