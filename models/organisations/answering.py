"""Answering wishes: the list of what people did not find, and the three answers of whoever adds such offices."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from models import people
from models.organisations.granting import add_office
from models.organisations.offices import Office, OfficeKind, OfficeView, OrganisationProblem, view_of
from models.organisations.reach import Deed, acting, covers, reaches
from models.organisations.roles import Hat, Role, RoleKind, hat
from models.organisations.wishes import Wish, WishAnswer, alike, settle, waits
from models.values.problem import Problem
from models.values.text import free_text, search_key
from models.vault import vault

MOST_REASON = 200
"""Characters of the reason for which a wish is turned down."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What people wait for below an office: in whose words first, how many wait, since when. Nobody by name."""

    id: int
    kind: OfficeKind
    above: OfficeView
    typed: str
    waiting: int
    since: datetime


@dataclass(frozen=True, slots=True)
class WishPage:
    """A page of wishes, the oldest first; ``next``: after which wish the next begins."""

    lines: tuple[Wished, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class OwnWish:
    """A wish as whoever made it sees it; ``answer`` is empty while it waits, ``office`` what it came to."""

    id: int
    kind: OfficeKind
    above: OfficeView
    draft_id: int | None
    answer: WishAnswer | None
    office: OfficeView | None


def _grouped(worn: Hat) -> sa.Select[int, int, datetime]:
    """The wishes whose turn is this role's, those alike together."""
    turns = covers(worn, Deed.ADD_OFFICE)
    if worn.kind is not RoleKind.COUNTY_OFFICER:
        nobody = sa.not_(_held(col(Office.id), RoleKind.COUNTY_OFFICER))
        turns = sa.and_(turns, sa.or_(col(Office.kind) == OfficeKind.PROVINCE, nobody))
    if worn.kind not in {RoleKind.COUNTY_OFFICER, RoleKind.PROVINCIAL_OFFICER}:
        turns = sa.and_(turns, sa.not_(_held(col(Office.province_id), RoleKind.PROVINCIAL_OFFICER)))
    alone = sa.case((col(Wish.mark).is_(None), col(Wish.id)))
    return (
        sa.select(
            sa.func.min(col(Wish.id)).label("first"),
            sa.func.count().label("n"),
            sa.func.min(col(Wish.at)).label("since"),
        )
        .join(Office, col(Office.id) == col(Wish.above_id))
        .where(waits(), turns)
        .group_by(col(Wish.above_id), col(Wish.kind), col(Wish.mark), alone)
    )


def _held(office_id: Mapped[Any], kind: RoleKind) -> sa.ColumnElement[bool]:
    held = sa.select(sa.literal(1)).where(
        col(Role.office_id) == office_id, col(Role.kind) == kind, col(Role.revoked_at).is_(None)
    )
    return held.correlate(Office).exists()


def waiting_wishes(session: Session, worn: Hat) -> int:
    """How many unions and counties people wait for that are this role's to answer."""
    if reaches(worn, Deed.ADD_OFFICE) is None:
        return 0
    counted: int = session.execute(sa.select(sa.func.count()).select_from(_grouped(worn).subquery())).scalar_one()
    return counted


def wish_list(session: Session, worn: Hat, after: int = 0, limit: int = 6) -> WishPage | Problem:
    """What is this role's to answer: a county's unions; a province's counties, and unions of counties without anybody.

    What neither county nor province can answer falls to the statistics office.
    """
    live = hat(session, worn.person_id, worn.role_id)
    if isinstance(live, Problem):
        return live
    if reaches(live, Deed.ADD_OFFICE) is None:
        return Problem(OrganisationProblem.OUT_OF_REACH, {"own": live.kind})
    first = sa.func.min(col(Wish.id))
    rows = session.execute(_grouped(live).having(first > after).order_by(first).limit(limit + 1)).all()
    shown = {row.first: row for row in rows[:limit]}
    found = session.execute(
        sa.select(Wish, Office).join(Office, col(Office.id) == col(Wish.above_id)).where(col(Wish.id).in_(shown))
    ).all()
    opened = vault(session)
    lines = sorted(
        (
            Wished(
                wish.id,
                wish.kind,
                view_of(above),
                opened.open(wish.typed_sealed),
                shown[wish.id].n,
                shown[wish.id].since,
            )
            for wish, above in found
        ),
        key=lambda line: line.id,
    )
    return WishPage(tuple(lines), lines[-1].id if len(rows) > limit else None)


def wish_card(session: Session, worn: Hat, wish_id: int) -> Wished | Problem:
    """One wish and how many wait for the same; who answered it and when, when it was answered."""
    admitted = _admitted(session, worn, wish_id, to_answer=False)
    if isinstance(admitted, Problem):
        return admitted
    _, wish, above = admitted
    waiting, since = session.execute(
        sa.select(sa.func.count(), sa.func.min(col(Wish.at))).where(alike(wish), waits())
    ).one()
    return Wished(wish.id, wish.kind, view_of(above), vault(session).open(wish.typed_sealed), waiting, since)


def _admitted(
    session: Session, worn: Hat, wish_id: int, *, to_answer: bool = True
) -> tuple[Hat, Wish, Office] | Problem:
    """The gate: a wish that still waits, in a place where this live hat adds offices.

    Whoever is about to answer holds the wishes alike, in the order of their ids: the second one waits and then reads
    who was first.
    """
    wish = session.get(Wish, wish_id, populate_existing=True)
    if wish is None:
        live = hat(session, worn.person_id, worn.role_id)
        return live if isinstance(live, Problem) else Problem(OrganisationProblem.WISH_GONE)
    if to_answer:
        held = sa.select(col(Wish.id)).where(alike(wish)).order_by(col(Wish.id)).with_for_update()
        if wish_id not in session.execute(held).scalars().all():
            return Problem(OrganisationProblem.WISH_GONE)
        session.refresh(wish)
    acts = acting(session, worn, Deed.ADD_OFFICE, wish.above_id)
    if isinstance(acts, Problem):
        return acts
    over = _answered(session, acts, wish)
    if over is not None:
        return over
    if session.execute(sa.select(sa.literal(1)).where(alike(wish), waits()).limit(1)).first() is None:
        return Problem(OrganisationProblem.WISH_GONE)
    return acts, wish, session.get_one(Office, wish.above_id)


def _answered(session: Session, by: Hat, wish: Wish) -> Problem | None:
    """Who answered it, when and how, when it was answered."""
    if wish.answer is None or wish.answered_at is None:
        return None
    told: dict[str, object] = {"outcome": wish.answer, "at": wish.answered_at}
    if wish.answered_by is None:
        return Problem(OrganisationProblem.WISH_ANSWERED, told)
    if wish.answered_by == by.person_id:
        return Problem(OrganisationProblem.WISH_ANSWERED_BY_YOU, told)
    name = people.known_as(session, (wish.answered_by,))[wish.answered_by]
    return Problem(OrganisationProblem.WISH_ANSWERED_BY, {**told, "by": name})


def add_wished(session: Session, worn: Hat, wish_id: int, name: str) -> tuple[OfficeView, int] | Problem:
    """Add the office that is wished for, under this name; how many waited for it and hear that it is there."""
    admitted = _admitted(session, worn, wish_id)
    if isinstance(admitted, Problem):
        return admitted
    acts, wish, above = admitted
    which = alike(wish)
    made = add_office(session, wish.kind, name, above.id, None, acts)
    if isinstance(made, Problem):
        return made
    # Whoever wished for it by this very name has heard already; the others of this wish do now.
    settle(session, which, WishAnswer.ADDED, by=acts, above=above, office=(made.id, made.name))
    told: int = session.execute(
        sa.select(sa.func.count())
        .select_from(Wish)
        .where(col(Wish.above_id) == above.id, col(Wish.office_id) == made.id)
    ).scalar_one()
    return made, told


def name_wished(session: Session, worn: Hat, wish_id: int, office_id: int) -> int | Problem:
    """What is wished for is in the list under another name: this office. How many hear it."""
    admitted = _admitted(session, worn, wish_id)
    if isinstance(admitted, Problem):
        return admitted
    acts, wish, above = admitted
    meant = session.get(Office, office_id)
    if meant is None or (meant.kind, meant.parent_id) != (wish.kind, above.id):
        return Problem(OrganisationProblem.NO_SUCH_OFFICE)
    return settle(session, alike(wish), WishAnswer.NAMED, by=acts, above=above, office=(meant.id, meant.name))


def decline_wish(session: Session, worn: Hat, wish_id: int, reason: str) -> int | Problem:
    """Turn it down for a reason, which whoever waits reads. How many hear it."""
    said = free_text(reason, most=MOST_REASON, least=3)
    if isinstance(said, Problem):
        return said
    admitted = _admitted(session, worn, wish_id)
    if isinstance(admitted, Problem):
        return admitted
    acts, wish, above = admitted
    return settle(session, alike(wish), WishAnswer.DECLINED, by=acts, above=above, reason=said)


def candidates(session: Session, wished: Wished, typed: str = "", limit: int = 40) -> tuple[OfficeView, ...]:
    """The offices of that kind in that place whose names hold what was typed, in the Persian order."""
    key = search_key(typed)
    query = sa.select(Office).where(col(Office.parent_id) == wished.above.id, col(Office.kind) == wished.kind)
    if key:
        query = query.where(col(Office.search_key).contains(key, autoescape=True))
    rows = session.execute(query.order_by(col(Office.sort_key), col(Office.id)).limit(limit)).scalars()
    return tuple(view_of(row) for row in rows)


def own_wish(session: Session, person_id: int, wish_id: int) -> OwnWish | None:
    """The person's own wish and what came of it."""
    wish = session.get(Wish, wish_id)
    return None if wish is None or wish.person_id != person_id else _own(session, wish)


def wish_of_draft(session: Session, person_id: int, draft_id: int) -> OwnWish | None:
    """What this draft waited for last, and what came of it."""
    wish = session.execute(
        sa.select(Wish)
        .where(col(Wish.draft_id) == draft_id, col(Wish.person_id) == person_id)
        .order_by(col(Wish.id).desc())
        .limit(1)
    ).scalar_one_or_none()
    return None if wish is None else _own(session, wish)


def _own(session: Session, wish: Wish) -> OwnWish:
    came_to = None if wish.office_id is None else view_of(session.get_one(Office, wish.office_id))
    above = view_of(session.get_one(Office, wish.above_id))
    return OwnWish(wish.id, wish.kind, above, wish.draft_id, wish.answer, came_to)
