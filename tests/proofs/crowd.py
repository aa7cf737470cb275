"""A crowd to be told something: people with an account each, an author, a second person, and a circular for all."""

import asyncio
import time
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from models import circulars, organisations
from models.circulars import Audience, Circular, Content, Level
from models.clock import now
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import Messenger
from models.reference import seed_reference
from tests.models.world import granted, person
from tests.stage import FellShortError, Stage

FIRST_ACCOUNT = 1_000_000
"""Account ids count on from here, in the order of the people."""
_PEOPLE = """
INSERT INTO people (phone_sealed, phone_index, created_at)
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :number)
SELECT :nothing, 'crowd:' || i, :at FROM n
"""
_ACCOUNTS = """
INSERT INTO accounts (messenger, account_id, person_id, language, focus, vouched, blocked, seen_at)
SELECT CASE WHEN :every > 1 AND p.id % :every = 0 THEN 'bale' ELSE 'telegram' END,
       :first + p.id, p.id, 'fa', 'nothing', :yes, :no, :at
FROM people p WHERE p.phone_index LIKE 'crowd:%'
"""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A circular on its way to the people of these accounts, by messenger."""

    circular_id: int
    author: Hat
    accounts: dict[Messenger, tuple[int, ...]]

    @property
    def size(self) -> int:
        """How many people."""
        return sum(len(ids) for ids in self.accounts.values())


def gather(session: Session, number: int, *, both: bool = True) -> dict[Messenger, tuple[int, ...]]:
    """So many people, every second one on Bale when ``both``; the accounts by messenger."""
    seed_reference(session)
    at = now(session)
    kind = sa.bindparam("at", at, sa.DateTime(timezone=True))
    session.connection().execute(sa.text(_PEOPLE).bindparams(kind), {"number": number, "nothing": b"-"})
    session.connection().execute(
        sa.text(_ACCOUNTS).bindparams(kind),
        {"first": FIRST_ACCOUNT, "every": 2 if both else 1, "yes": True, "no": False},
    )
    found: dict[Messenger, list[int]] = {messenger: [] for messenger in Messenger}
    for messenger, account in session.connection().execute(
        sa.text("SELECT messenger, account_id FROM accounts WHERE account_id > :first"), {"first": FIRST_ACCOUNT}
    ):
        found[Messenger(messenger)].append(account)
    return {messenger: tuple(ids) for messenger, ids in found.items()}


def tell(session: Session, summary: str = "آمار تولید هر ماه را تا دهم ماه بعد ثبت کنید.") -> tuple[int, Hat]:
    """A circular to everybody without unit and role, composed by one operator and released by another."""
    (centre,) = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)
    author, second = (
        granted(organisations.grant(session, person(session, digits), RoleKind.OPERATOR, centre.id))
        for digits in (9_000_001, 9_000_002)
    )
    content = Content("60/405118", date(2019, 11, 17), "ثبت آمار ماهانه", summary)
    circular_id = granted(circulars.compose(session, author, content, Audience(frozenset({Level.NOBODY_YET}))))
    granted(circulars.release(session, second, circular_id))
    return circular_id, author


async def assemble(stage: Stage, number: int, *, both: bool = True) -> Crowd:
    """The crowd in the database and on the messengers, and the circular released; nothing is planned yet."""
    accounts = await stage.prepare(gather, number, both=both)
    for messenger, ids in accounts.items():
        for account in ids:
            stage.local[messenger].add_user(account, "کسی", started=True)
    circular_id, author = await stage.prepare(tell)
    return Crowd(circular_id, author, accounts)


def states(stage: Stage, circular_id: int) -> dict[str, int]:
    """How many recipients are in each state."""
    return {
        row[0]: row[1]
        for row in stage.ask(
            "SELECT state, count(*) FROM notices WHERE circular_id = :one GROUP BY state", one=circular_id
        )
    }


async def ends(stage: Stage, circular_id: int, seconds: float) -> None:
    """Wait until the circular is closed."""
    limit = time.monotonic() + seconds
    while stage.ask("SELECT ended_at FROM circulars WHERE id = :one", one=circular_id) == [(None,)]:
        if time.monotonic() > limit:
            raise FellShortError(f"the circular has not ended: {states(stage, circular_id)}")
        await asyncio.sleep(0.1)


def begun(session: Session, circular_id: int) -> bool:
    """Whether anything was let out yet."""
    fed: int = session.execute(sa.select(col(Circular.fed)).where(col(Circular.id) == circular_id)).scalar_one()
    return fed > 0
