"""Random arrivals, returns and forwards in a province: what must hold after each act of the access chain."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import access, organisations
from models.access import AccessProblem, AccessStage, Moved, ReturnCode
from models.access.permissions import HOLDERS
from models.access.records import AccessLetter, AccessMove, AccessRequest, LetterState
from models.organisations import Hat, OfficeKind, RoleKind
from models.reference import seed_reference
from models.values.ids import UserName
from models.values.letters import LetterNumber
from models.values.problem import Problem
from tests.models.world import granted, person

DATED = date(2026, 11, 22)
ACTS = ("open", "forward-late", "gather", "return", "forward", "resend", "withdraw", "activate", "confirm")


@dataclass(slots=True)
class Province:
    """Two counties with three unions each, and an officer at each hop."""

    secretaries: dict[int, Hat]
    counties: dict[int, Hat]
    province: Hat
    statistics: Hat
    number: int = 0
    done: dict[str, int] = field(default_factory=dict)

    def next_number(self) -> LetterNumber:
        """A number that no letter had before."""
        self.number += 1
        return LetterNumber(str(self.number))


def open_province(session: Session) -> Province:
    """The offices and their people."""
    seed_reference(session)
    province = next(one for one in organisations.provinces(session) if one.name == "تهران")
    statistics = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)[0]
    digits = iter(range(5000, 9000))

    def hat(kind: RoleKind, office_id: int) -> Hat:
        return granted(organisations.grant(session, person(session, next(digits)), kind, office_id))

    counties, secretaries = {}, {}
    for name in ("ری", "شمیران"):
        county = granted(organisations.add_office(session, OfficeKind.COUNTY, name, province.id)).id
        counties[county] = hat(RoleKind.COUNTY_OFFICER, county)
        for number in range(3):
            union = granted(organisations.add_office(session, OfficeKind.UNION, f"اتحادیهٔ {number}", county)).id
            secretaries[union] = hat(RoleKind.UNION_SECRETARY, union)
    return Province(
        secretaries,
        counties,
        hat(RoleKind.PROVINCIAL_OFFICER, province.id),
        hat(RoleKind.STATISTICS_OFFICER, statistics.id),
    )


def act(session: Session, world: Province, name: str, luck: random.Random) -> bool:
    """Somebody does this or, where nothing of it is to be done, the next thing that is. Raises AssertionError."""
    place = ACTS.index(name)
    for one in (*ACTS[place:], *ACTS[:place]):
        if _DO[one](session, world, luck):
            world.done[one] = world.done.get(one, 0) + 1
            return True
    return False


def _rows(session: Session, *stages: AccessStage) -> list[AccessRequest]:
    return list(
        session.exec(
            select(AccessRequest)
            .where(col(AccessRequest.stage).in_(stages))
            .order_by(col(AccessRequest.id))
            .execution_options(populate_existing=True)
        )
    )


def _pairs(rows: list[AccessRequest]) -> list[tuple[int, int]]:
    return [(row.id, row.revision) for row in rows]


def _waiting(session: Session) -> list[AccessLetter]:
    return list(
        session.exec(
            select(AccessLetter)
            .where(AccessLetter.state == LetterState.WAITING, col(AccessLetter.receipt).is_not(None))
            .order_by(col(AccessLetter.receipt))
            .execution_options(populate_existing=True)
        )
    )


def _open(session: Session, world: Province, luck: random.Random) -> bool:
    """A union asks, or sends its letter anew after a return."""
    union, hat = luck.choice(sorted(world.secretaries.items()))
    row = next((one for one in _rows(session, *AccessStage) if one.union_id == union and one.stage not in _OVER), None)
    if row is None:
        moved = granted(access.open_request(session, hat, UserName("union.name")))
        row = session.get_one(AccessRequest, moved.requests[0])
    if row.stage is not AccessStage.UNION:
        return False
    granted(access.send_letter(session, hat, row.id, row.revision, world.next_number(), DATED))
    return True


_OVER = (AccessStage.WORKING, AccessStage.WITHDRAWN)


def _gather(session: Session, world: Province, luck: random.Random) -> bool:
    county, hat = luck.choice(sorted(world.counties.items()))
    here = [row for row in _rows(session, AccessStage.COUNTY) if row.county_id == county]
    if not here:
        return False
    chosen = luck.sample(here, luck.randint(1, len(here)))
    granted(access.gather(session, hat, _pairs(chosen), world.next_number(), DATED))
    return True


def _forward(session: Session, world: Province, luck: random.Random) -> bool:
    letters = _waiting(session)
    if not letters:
        return False
    granted(access.forward(session, world.province, letters[0].id, world.next_number(), DATED))
    return True


def _forward_late(session: Session, world: Province, luck: random.Random) -> bool:
    """Somebody tries to send a later letter first: refused, and the first one is named."""
    letters = _waiting(session)
    if len(letters) < 2:
        return False
    late = luck.choice(letters[1:])
    refused = access.forward(session, world.province, late.id, world.next_number(), DATED)
    assert isinstance(refused, Problem), "a later letter left before an earlier one"
    assert (refused.code, refused.values.get("number")) == (AccessProblem.NOT_FIRST, letters[0].number)
    return True


def _return(session: Session, world: Province, luck: random.Random) -> bool:
    rows = _rows(session, AccessStage.COUNTY, AccessStage.PROVINCE, AccessStage.STATISTICS)
    if not rows:
        return False
    row = luck.choice(rows)
    hat = {
        AccessStage.COUNTY: world.counties[row.county_id],
        AccessStage.PROVINCE: world.province,
        AccessStage.STATISTICS: world.statistics,
    }[row.stage]
    granted(access.send_back(session, hat, _pairs([row]), luck.choice(list(ReturnCode)), "یادداشت"))
    return True


def _withdraw(session: Session, world: Province, luck: random.Random) -> bool:
    rows = _rows(session, AccessStage.UNION, AccessStage.COUNTY, AccessStage.PROVINCE, AccessStage.STATISTICS)
    if not rows or luck.random() < 0.5:
        return False
    row = luck.choice(rows)
    granted(access.withdraw(session, world.secretaries[row.union_id], row.id, row.revision))
    return True


def _each(stage: AccessStage, do: Callable[[Session, Province, AccessRequest], Moved | Problem]) -> "_Act":
    def one(session: Session, world: Province, luck: random.Random) -> bool:
        rows = _rows(session, stage)
        if not rows:
            return False
        granted(do(session, world, luck.choice(rows)))
        return True

    return one


def _resend(session: Session, world: Province, luck: random.Random) -> bool:
    back = granted(access.came_back(session, world.province, limit=50)).items
    waiting = {letter.id for letter in _waiting(session)}
    rows = [session.get_one(AccessRequest, one.id) for one in back]
    rows = [row for row in rows if row.county_letter_id not in waiting]
    if not rows:
        return False
    row = luck.choice(rows)
    granted(access.resend(session, world.province, row.id, row.revision, world.next_number(), DATED))
    return True


_Act = Callable[[Session, Province, random.Random], bool]
_DO: dict[str, _Act] = {
    "open": _open,
    "gather": _gather,
    "forward": _forward,
    "forward-late": _forward_late,
    "return": _return,
    "withdraw": _withdraw,
    "activate": _each(
        AccessStage.STATISTICS,
        lambda session, world, row: access.activate(session, world.statistics, row.id, row.revision),
    ),
    "resend": _resend,
    "confirm": _each(
        AccessStage.ACTIVE,
        lambda session, world, row: access.confirm(session, world.secretaries[row.union_id], row.id, row.revision),
    ),
}


def holds(session: Session) -> None:
    """The order of receipt was kept, and nothing lies where nobody sees it. Raises AssertionError."""
    letters = session.exec(
        select(AccessLetter)
        .where(col(AccessLetter.receipt).is_not(None))
        .order_by(col(AccessLetter.receipt))
        .execution_options(populate_existing=True)
    ).all()
    assert [one.receipt for one in letters] == list(range(1, len(letters) + 1)), "a gap in the order of receipt"
    left = dict(
        session.execute(
            sa.select(col(AccessMove.came_by_id), sa.func.min(col(AccessMove.id)))
            .where(col(AccessMove.stage) == AccessStage.STATISTICS)
            .group_by(col(AccessMove.came_by_id))
        ).all()
    )
    ended = dict(
        session.execute(
            sa.select(col(AccessMove.came_by_id), sa.func.max(col(AccessMove.id)))
            .where(col(AccessMove.stage) != AccessStage.STATISTICS)
            .group_by(col(AccessMove.came_by_id))
        ).all()
    )
    for place, later in enumerate(letters):
        if later.id not in left:
            continue
        for earlier in letters[:place]:
            assert earlier.state is not LetterState.WAITING, "a later letter left while an earlier one waits"
            gone = left.get(earlier.id) or ended.get(earlier.id)
            assert gone is not None, "an earlier letter vanished"
            assert gone < left[later.id], "a later letter left before an earlier one"
    for row in _rows(session, *AccessStage):
        _seen(session, row, {one.id: one for one in letters})


def _seen(session: Session, row: AccessRequest, letters: dict[int, AccessLetter]) -> None:
    """The request is held by the office of its stage, somebody there may act, and it can be found there."""
    if row.stage in _OVER:
        return
    officers = organisations.officers(session, row.holder_id, *HOLDERS[row.stage])
    assert officers, f"nobody holds {row.stage}"
    card = granted(access.request_card(session, officers[0], row.id))
    assert card.acts, f"nothing can be done at {row.stage}"
    if row.stage is AccessStage.PROVINCE:
        assert row.county_letter_id is not None
        waits = letters[row.county_letter_id].state is LetterState.WAITING
        back = {one.id for one in granted(access.came_back(session, officers[0], limit=50)).items}
        assert waits or row.id in back, "a request is stuck with the province"
    if row.stage in (AccessStage.COUNTY, AccessStage.STATISTICS):
        assert row.id in {one.id for one in granted(access.held(session, officers[0], limit=50)).items}
