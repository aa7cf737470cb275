"""What is still missing between a commission and its county's unions, for how long, and who sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.campaigns import gate
from models.clock import now
from models.commissions.records import ChamberLetter, CommissionSession, InformedUnion, SessionResult
from models.organisations import Deed, Hat, Office, OfficeKind, OfficeView, OrganisationProblem
from models.units import Campaign
from models.values.jalali import tehran_date
from models.values.problem import Problem
from models.vault import vault

PAGE: Final = 6


class Lack(StrEnum):
    """The next step that a county owes; its text is ``lack-<lack>``."""

    SESSION = "session"
    """The circular was not put before the commission."""
    POSTPONED = "postponed"
    """It was put off to another session."""
    LETTER = "letter"
    """The chamber has not written to the unions."""
    UNIONS = "unions"
    """Some unions were not told in writing."""
    NOTHING = "nothing"
    """Every union of the county was told."""


@dataclass(frozen=True, slots=True)
class CountyLine:
    """A county on the board. ``days``: since when it owes the step; None where no day is known to count from."""

    office: OfficeView
    lack: Lack
    days: int | None
    informed: int
    unions: int


@dataclass(frozen=True, slots=True)
class ProvinceLine:
    """A province on the country's board: its counties, and how many of them owe nothing."""

    office: OfficeView
    counties: int
    done: int


@dataclass(frozen=True, slots=True)
class CommissionBoard:
    """A page of counties (of a province) or of provinces (of the country, whose ``office`` is None).

    ``lacks`` counts the counties by what they owe, all pages together.
    """

    office: OfficeView | None
    lacks: Mapping[Lack, int]
    counties: tuple[CountyLine, ...]
    provinces: tuple[ProvinceLine, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One session as it is shown."""

    id: int
    held_on: date
    minute: str
    result: SessionResult
    words: str | None


@dataclass(frozen=True, slots=True)
class Informed:
    """One union of the county: told on a day by a letter, or not told yet (both None)."""

    union: OfficeView
    on: date | None
    number: str | None


@dataclass(frozen=True, slots=True)
class CountyCard:
    """A county's tracker card: sessions (latest first), the chamber's letter, its unions; what this hat may record."""

    line: CountyLine
    sittings: tuple[Sitting, ...]
    letter: tuple[str, date] | None
    unions: tuple[Informed, ...]
    records_session: bool
    records_letter: bool


def commission_board(session: Session, worn: Hat, office_id: int | None, after: int = 0) -> CommissionBoard | Problem:
    """The board of a province (None: of the country), from behind the office ``after`` on."""
    live = gate(session, worn, Deed.SEE_COMMISSIONS, office_id)
    if isinstance(live, Problem):
        return live
    place = None if office_id is None else organisations.office(session, office_id)
    if isinstance(place, Problem):
        return place
    if place is not None and place.kind is not OfficeKind.PROVINCE:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    within = () if place is None else (col(Office.parent_id) == place.id,)
    lines = _lines(session, *within)
    lacks = {lack: sum(line.lack is lack for line in lines) for lack in Lack}
    if place is not None:
        page = _behind([line.office.id for line in lines], after)
        shown = [line for line in lines if line.office.id in page[:PAGE]]
        return CommissionBoard(place, lacks, tuple(shown), (), page[PAGE - 1] if len(page) > PAGE else None)
    provinces = organisations.provinces(session)
    page = _behind([one.id for one in provinces], after)
    below: dict[int | None, list[CountyLine]] = {}
    for line in lines:
        below.setdefault(line.office.parent_id, []).append(line)
    counted = tuple(
        ProvinceLine(one, len(below.get(one.id, ())), sum(line.lack is Lack.NOTHING for line in below.get(one.id, ())))
        for one in provinces
        if one.id in page[:PAGE]
    )
    return CommissionBoard(None, lacks, (), counted, page[PAGE - 1] if len(page) > PAGE else None)


def county_card(session: Session, worn: Hat, county_id: int) -> CountyCard | Problem:
    """The tracker card of a county."""
    live = gate(session, worn, Deed.SEE_COMMISSIONS, county_id)
    if isinstance(live, Problem):
        return live
    lines = _lines(session, col(Office.id) == county_id)
    if not lines:
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    letter = session.get(ChamberLetter, county_id, populate_existing=True)
    safe = vault(session)
    sittings = session.execute(
        sa.select(
            col(CommissionSession.id),
            col(CommissionSession.held_on),
            col(CommissionSession.minute_number),
            col(CommissionSession.result),
            col(CommissionSession.words_sealed),
        )
        .where(col(CommissionSession.county_id) == county_id)
        .order_by(col(CommissionSession.held_on).desc(), col(CommissionSession.id).desc())
        .limit(5)
    ).all()
    return CountyCard(
        line=lines[0],
        sittings=tuple(
            Sitting(row[0], row[1], row[2], row[3], None if row[4] is None else safe.open(row[4])) for row in sittings
        ),
        letter=None if letter is None else (letter.number, letter.dated),
        unions=_informed(session, county_id),
        records_session=not isinstance(gate(session, worn, Deed.RECORD_SESSION, county_id), Problem),
        records_letter=not isinstance(gate(session, worn, Deed.RECORD_CHAMBER_LETTER, county_id), Problem),
    )


def _informed(session: Session, county_id: int) -> tuple[Informed, ...]:
    """The county's unions: those that were not told first, then by name."""
    rows = session.execute(
        sa.select(
            col(Office.id),
            col(Office.kind),
            col(Office.name),
            col(Office.parent_id),
            col(Office.province_id),
            col(InformedUnion.informed_on),
            col(InformedUnion.number),
        )
        .outerjoin(InformedUnion, col(InformedUnion.union_id) == col(Office.id))
        .where(col(Office.parent_id) == county_id, col(Office.kind) == OfficeKind.UNION)
        .order_by(col(InformedUnion.union_id).is_not(None), col(Office.sort_key), col(Office.id))
    ).all()
    return tuple(Informed(OfficeView(*row[:5]), row[5], row[6]) for row in rows)


def _behind(ids: list[int], after: int) -> list[int]:
    """Those behind the one at which the last page ended, and one more than a page."""
    start = ids.index(after) + 1 if after in ids else 0
    return ids[start : start + PAGE + 1]


def _lines(session: Session, *within: sa.ColumnElement[bool]) -> tuple[CountyLine, ...]:
    """Counties in the Persian order of their names, each with what it owes: five statements, however many they are."""
    offices = tuple(
        OfficeView(*row)
        for row in session.execute(
            sa.select(
                col(Office.id), col(Office.kind), col(Office.name), col(Office.parent_id), col(Office.province_id)
            )
            .where(col(Office.kind) == OfficeKind.COUNTY, *within)
            .order_by(col(Office.sort_key), col(Office.id))
        )
    )
    one = offices[0].id if len(offices) == 1 else None

    def by_county(key: Any, *columns: Any, **more: Any) -> dict[int, Any]:
        query = sa.select(key, *columns).where(*more.get("where", ()))
        query = query if one is None else query.where(key == one)
        return {row[0]: row[1:] for row in session.execute(query.order_by(*more.get("order", (key,))))}

    county = col(CommissionSession.county_id)
    last = by_county(
        county,
        col(CommissionSession.held_on),
        col(CommissionSession.result),
        order=(county, col(CommissionSession.held_on), col(CommissionSession.id)),
    )
    letters = by_county(col(ChamberLetter.county_id), col(ChamberLetter.dated))
    unions = _counted(session, col(Office.parent_id), col(Office.kind) == OfficeKind.UNION, one=one)
    informed = _counted(session, col(InformedUnion.county_id), one=one)
    begun = session.execute(sa.select(col(Campaign.province_id), col(Campaign.starts_on)))
    starts = {row[0]: row[1] for row in begun}
    today = tehran_date(now(session))
    found = []
    for place in offices:
        told, of = informed.get(place.id, 0), unions.get(place.id, 0)
        lack, since = _lack(last.get(place.id), letters.get(place.id), told, of)
        begins = since or (starts.get(place.parent_id or 0) if lack is Lack.SESSION else None)
        days = None if begins is None or lack is Lack.NOTHING else max((today - begins).days, 0)
        found.append(CountyLine(place, lack, days, told, of))
    return tuple(found)


def _counted(session: Session, key: Any, *conditions: sa.ColumnElement[bool], one: int | None) -> dict[int, int]:
    query = sa.select(key, sa.func.count()).where(*conditions, key == one if one is not None else key.is_not(None))
    return {row[0]: row[1] for row in session.execute(query.group_by(key))}


def _lack(
    last: tuple[date, SessionResult] | None, letter: tuple[date] | None, informed: int, unions: int
) -> tuple[Lack, date | None]:
    """The step that is owed, and the day of the step before it."""
    if letter is not None:
        owed = Lack.NOTHING if unions and informed >= unions else Lack.UNIONS
        return owed, letter[0]
    if last is None:
        return Lack.SESSION, None
    return (Lack.POSTPONED if last[1] is SessionResult.POSTPONED else Lack.LETTER), last[0]
