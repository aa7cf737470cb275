"""How a circular stands with an office: what it received, read and passed on, and the figures of what lies below.

Offices stand there by name, people and shopkeepers only as numbers.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session

from models.circulars.acknowledging import READ, READ_EARLY, WITH_READERS
from models.circulars.ladder import OF_OFFICES, circular_offices
from models.circulars.records import Acknowledgement, CircularOpening, Level
from models.columns import table_of
from models.notices import Notice, NoticeState
from models.organisations import Office, OfficeKind, OfficeView

_notices: Final = table_of(Notice)
_offices: Final = table_of(Office)
_acknowledged: Final = table_of(Acknowledgement)
_opened: Final = table_of(CircularOpening)
_IS_OF_CIRCULAR: Final = sa.text("notices.circular_id IS NOT NULL")
_OFFICE_LEVELS: Final = tuple(level.value for level in OF_OFFICES)


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


def standings(session: Session, circular_id: int, offices: Sequence[OfficeView]) -> tuple[OfficeStanding, ...]:
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


def with_figures(session: Session, circular_id: int, page: Sequence[OfficeStanding]) -> tuple[OfficeStanding, ...]:
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
