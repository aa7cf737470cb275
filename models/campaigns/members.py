"""The list of those whom a union expects to register: a trade's name and a phone number a line, as it is typed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from models import audit, organisations
from models.clock import now
from models.organisations import Deed, Hat
from models.people import Person
from models.units import LIVE, ExpectedUnit, Unit
from models.values.ids import Phone
from models.values.problem import Problem
from models.values.text import HALF_SPACE, free_text, latin_digits, normalise
from models.vault import vault

MOST_LINES: Final = 200
"""Lines that are read from one message."""
_TITLE: Final = 80
_MOBILE: Final = re.compile(rf"(?<!\d)(?:(?:\+|00)?98[ \-]?0?|0)?9(?:[ \-{HALF_SPACE}]?\d){{9}}(?!\d)")
_NUMBER: Final = re.compile(r"\d(?:[ \-]?\d){5,}")
_BETWEEN: Final = f" \t,،؛;|:.-–—_•*#()/{HALF_SPACE}"


class MemberProblem(StrEnum):
    """Why a line or a list of expected members is refused."""

    NO_LINES = "member-no-lines"
    """No line holds a phone number."""
    TOO_MANY = "member-too-many"
    """``got`` and ``most``: numbers of lines."""
    NO_PHONE = "member-no-phone"
    """A line without a number."""
    BAD_PHONE = "member-bad-phone"
    """A line whose number is no Iranian mobile number."""
    TWICE = "member-twice"
    """A line whose number stands in an earlier one."""
    NOT_LISTED = "member-not-listed"
    """Nobody of this union's list: taken off already, or another's."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody whom the union expects; the title is empty where the line held a number alone."""

    title: str
    phone: Phone


@dataclass(frozen=True, slots=True)
class Lines:
    """A list as it was read: its members, and the number and reason of each line that is none."""

    members: tuple[Member, ...]
    bad: tuple[tuple[int, MemberProblem], ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a list: new on it, on it before, and how many of all these have registered already."""

    new: int
    known: int
    registered: int


def read_members(text: str) -> Lines | Problem:
    """Read a list, a member a line: «کفش سرو ۰۹۱۲۱۲۳۴۵۶۷», in either order; numbers in whatever digits.

    Lines that hold no mobile number of their own are named by their place and left out.
    """
    lines = [line for line in text.replace("\r", "\n").split("\n") if normalise(line)]
    if len(lines) > MOST_LINES:
        return Problem(MemberProblem.TOO_MANY, {"got": len(lines), "most": MOST_LINES})
    members: dict[Phone, Member] = {}
    bad: list[tuple[int, MemberProblem]] = []
    for number, line in enumerate(lines, 1):
        read = _read(line)
        if isinstance(read, MemberProblem):
            bad.append((number, read))
        elif read.phone in members:
            bad.append((number, MemberProblem.TWICE))
        else:
            members[read.phone] = read
    if not members:
        return Problem(MemberProblem.NO_LINES)
    return Lines(tuple(members.values()), tuple(bad))


def _read(line: str) -> Member | MemberProblem:
    tidy = latin_digits(normalise(line))
    found = _MOBILE.search(tidy)
    phone = None if found is None else Phone.parse(found[0])
    if found is None or phone is None or isinstance(phone, Problem):
        return MemberProblem.BAD_PHONE if _NUMBER.search(tidy) else MemberProblem.NO_PHONE
    rest = " ".join(f"{tidy[: found.start()]} {tidy[found.end() :]}".split()).strip(_BETWEEN)
    title = free_text(rest[:_TITLE], most=_TITLE)
    return Member("" if isinstance(title, Problem) else title, phone)


def add_members(session: Session, worn: Hat, union_id: int, members: Iterable[Member]) -> Added | Problem:
    """Put these on the union's list; a number that is on it keeps its place and takes the new title."""
    live = organisations.acting(session, worn, Deed.LIST_MEMBERS, union_id)
    if isinstance(live, Problem):
        return live
    safe = vault(session)
    wanted = {safe.index("phone", one.phone): one for one in members}
    listed = set(
        session.execute(
            sa.select(col(ExpectedUnit.phone_index)).where(
                col(ExpectedUnit.union_id) == union_id,
                col(ExpectedUnit.phone_index).in_(wanted),
                col(ExpectedUnit.listed_at).is_not(None),
            )
        ).scalars()
    )
    units = _registered(session, union_id, wanted)
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    into = insert(ExpectedUnit)
    put = into.on_conflict_do_update(
        index_elements=["union_id", "phone_index"],
        set_={
            "title_sealed": sa.func.coalesce(into.excluded.title_sealed, col(ExpectedUnit.title_sealed)),
            "listed_at": sa.func.coalesce(col(ExpectedUnit.listed_at), into.excluded.listed_at),
            "unit_id": sa.func.coalesce(col(ExpectedUnit.unit_id), into.excluded.unit_id),
        },
    )
    session.connection().execute(
        put,
        [
            {
                "union_id": union_id,
                "phone_index": index,
                "phone_sealed": safe.seal(one.phone),
                "title_sealed": safe.seal(one.title) if one.title else None,
                "listed_at": now(session),
                "unit_id": units.get(index),
            }
            for index, one in wanted.items()
        ],
    )
    audit.record(
        session,
        audit.AuditAct.MEMBERS_LISTED,
        by=live.person_id,
        hat=live.role_id,
        subject=f"office:{union_id}",
        details={"new": str(len(wanted) - len(listed)), "known": str(len(listed))},
    )
    session.flush()
    return Added(len(wanted) - len(listed), len(listed), len(units))


def _registered(session: Session, union_id: int, phones: Iterable[str]) -> dict[str, int]:
    """Units that owners of these numbers have with this union already."""
    rows = session.execute(
        sa.select(col(Person.phone_index), sa.func.min(col(Unit.id)))
        .join(Unit, col(Unit.owner_id) == col(Person.id))
        .where(col(Person.phone_index).in_(tuple(phones)), col(Unit.union_id) == union_id, col(Unit.state).in_(LIVE))
        .group_by(col(Person.phone_index))
    ).all()
    return {row[0]: row[1] for row in rows}


def remove_member(session: Session, worn: Hat, expected_id: int) -> Problem | None:
    """Take somebody off the union's list; whoever also came by the link is still known from there."""
    row = session.get(ExpectedUnit, expected_id, populate_existing=True)
    if row is None or row.listed_at is None:
        return Problem(MemberProblem.NOT_LISTED)
    live = organisations.acting(session, worn, Deed.LIST_MEMBERS, row.union_id)
    if isinstance(live, Problem):
        return live
    union_id = row.union_id
    if row.came_at is None and row.chosen_at is None:
        session.delete(row)
    else:
        row.listed_at, row.title_sealed = None, None
    audit.record(
        session,
        audit.AuditAct.MEMBER_REMOVED,
        by=live.person_id,
        hat=live.role_id,
        subject=f"office:{union_id}",
        details={"expected": str(expected_id)},
    )
    session.flush()
    return None
