"""The tree of a circular: of each office whether it received, read, acknowledged and passed on, level by level.

An officer sees the branch of the own office, the issuing office's side the whole. Offices stand there by name, people
and shopkeepers only as numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.circulars.in_place import may_pass_in_place
from models.circulars.ladder import circular_offices
from models.circulars.passing import rung_of
from models.circulars.records import (
    Circular,
    CircularProblem,
    CircularState,
    Passing,
)
from models.circulars.standings import OfficeStanding, standings, with_figures
from models.columns import table_of
from models.organisations import Deed, Hat, Office, OfficeKind, OfficeView, OrganisationProblem
from models.organisations.offices import NATIONAL
from models.values.problem import Problem

PAGE: Final = 6
_offices: Final = table_of(Office)
_TOPS: Final = {OfficeKind.CHAMBER, OfficeKind.COMMISSION}


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
        _settled(standings(session, row.id, _children(session, row.id, shown)), over=over), key=lambda one: one.place
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
        else with_figures(session, row.id, _settled(standings(session, row.id, (shown,)), over=over))[0],
        with_figures(session, row.id, page),
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


def _settled(standings: Sequence[OfficeStanding], *, over: bool) -> Sequence[OfficeStanding]:
    """Once nobody waits any more (``over``), what was not passed on is not asked for either."""
    if not over:
        return standings
    return [one if one.passed_at is not None else replace(one, waits=0, held=0) for one in standings]


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
