"""A crowd to be told something: people with an account each, an author, a second person, and a circular for all."""

import asyncio
import time
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from models import circulars, contents, organisations
from models.circulars import Audience, Circular, Content, Level
from models.circulars.records import Passing
from models.clock import now
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import AccountKey, Messenger, Person, add_account
from models.reference import seed_reference
from models.values.ids import Phone
from models.vault import vault
from tests.bench.rows import UNITS, in_its_words
from tests.models.world import granted, person
from tests.stage import FellShortError, Stage

FIRST_ACCOUNT = 1_000_000
"""Account ids count on from here, in the order of the people."""
ENDS = 50
"""So many at either end are whole people; the others are numbered only."""
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
    passers: tuple[Hat, ...] = ()
    """Those who pass it on to the units of their unions."""

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


def tell(
    session: Session,
    levels: frozenset[Level] = frozenset({Level.NOBODY_YET}),
    attachment: bytes = b"",
    passing: Passing = Passing.AT_ONCE,
) -> tuple[int, Hat]:
    """A circular to everybody of these levels, composed by one operator and released by another."""
    (centre,) = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)
    author, second = (
        granted(organisations.grant(session, person(session, digits), RoleKind.OPERATOR, centre.id))
        for digits in (9_000_001, 9_000_002)
    )
    summary = "آمار تولید هر ماه را تا دهم ماه بعد ثبت کنید."
    content = Content("60/405118", date(2019, 11, 17), "ثبت آمار ماهانه", summary)
    circular_id = granted(circulars.compose(session, author, content, Audience(levels)))
    row = session.get_one(Circular, circular_id)
    row.passing = passing
    if attachment:
        row.attachment_key = contents.keep(session, "letter.pdf", attachment, lasting=True)
    session.flush()
    granted(circulars.release(session, second, circular_id))
    _open_ends(session)
    return circular_id, author


def _open_ends(session: Session) -> None:
    """The first and the last of the crowd have numbers that open: the program looks at some before it runs."""
    ids = sa.select(col(Person.id)).where(col(Person.phone_index).like("crowd:%"))
    some = {
        person_id
        for way in (col(Person.id), col(Person.id).desc())
        for person_id in session.execute(ids.order_by(way).limit(ENDS)).scalars()
    }
    for digits, person_id in enumerate(sorted(some), 7_000_001):
        phone = Phone(f"0912{digits:07d}")
        session.execute(
            sa.update(Person)
            .where(col(Person.id) == person_id)
            .values(phone_sealed=vault(session).seal(phone), phone_index=vault(session).index("phone", phone))
        )


async def assemble(stage: Stage, number: int, *, both: bool = True) -> Crowd:
    """The crowd in the database and on the messengers, and the circular released; nothing is planned yet."""
    accounts = await stage.prepare(gather, number, both=both)
    for messenger, ids in accounts.items():
        for account in ids:
            stage.local[messenger].add_user(account, "کسی", started=True)
    circular_id, author = await stage.prepare(tell)
    return Crowd(circular_id, author, accounts)


async def assemble_by_hand(stage: Stage, number: int, unions: int, attachment: bytes) -> Crowd:
    """So many people, half of them told at once and half owners of units, who hear of it when their union passes it on.

    The circular has an attachment.
    """

    def build(session: Session) -> Crowd:
        seed_reference(session)
        province = organisations.provinces(session)[0]
        county = granted(organisations.add_office(session, OfficeKind.COUNTY, "ری", province.id))
        offices = [
            granted(organisations.add_office(session, OfficeKind.UNION, f"اتحادیهٔ {n}", county.id)).id
            for n in range(unions)
        ]
        passers = tuple(
            granted(organisations.grant(session, person(session, 8_000_000 + n), RoleKind.UNION_APPROVER, office))
            for n, office in enumerate(offices)
        )
        for n, one in enumerate(passers):  # before the others, so that they are told first
            add_account(session, AccountKey(list(Messenger)[n % 2], FIRST_ACCOUNT - 1 - n), one.person_id)
        accounts = gather(session, number - unions)
        connection = session.connection()
        first = connection.execute(sa.text("SELECT min(id) FROM people WHERE phone_index LIKE 'crowd:%'")).scalar_one()
        units = in_its_words(connection, UNITS).bindparams(
            sa.bindparam("no", type_=sa.Boolean),
            sa.bindparam("at", type_=sa.String),
            sa.bindparam("sealed", type_=sa.LargeBinary),
        )
        given = {"owner": first, "union_id": offices[0], "sealed": b"-", "no": False, "most": number // 2}
        connection.execute(units, {**given, "at": "2026-11-01 08:00:00.000000"})
        spread = sa.text("UPDATE units SET owner_id = :first - 1 + id, union_id = :union_id + id % :unions")
        connection.execute(spread, {"first": first, "union_id": offices[0], "unions": unions})
        levels = frozenset({Level.UNION, Level.UNIT, Level.NOBODY_YET})
        circular_id, author = tell(session, levels, attachment, Passing.BY_HAND)
        for n in range(unions):
            messenger = list(Messenger)[n % 2]
            accounts[messenger] = (*accounts[messenger], FIRST_ACCOUNT - 1 - n)
        return Crowd(circular_id, author, accounts, passers)

    crowd = await stage.prepare(build)
    for messenger, ids in crowd.accounts.items():
        for account in ids:
            stage.local[messenger].add_user(account, "کسی", started=True)
    return crowd


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
