"""[receipt-order] Random arrivals, returns and forwards: order of receipt always holds, nothing is stuck unseen.

On both databases by hypothesis; on PostgreSQL also by several at once, each in transactions of their own.
"""

import random
import threading
from collections import Counter
from collections.abc import Callable

import sqlalchemy as sa
from cryptography.fernet import Fernet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from bot.database import sqlite_engine
from models.clock import Clock
from models.vault import Vault
from tests.arrivals import ACTS, Province, act, holds, open_province
from tests.conversations.world import MORNING
from tests.stage import Databases, FellShortError

COURSES = 30
LOOKED = 8
"""After so many acts it is looked whether all holds; the order in which letters left is read from the moves."""
LONGEST = 60
_NAMES = ("open", "open", "gather", "gather", "forward-late", *ACTS)
"""Arrivals more often than the rest, so that letters queue."""
THREADS = 4
TURNS = 60


async def prove() -> str:
    """All courses. Raises FellShortError with the shortest course that fails."""
    told: list[str] = []
    with Databases(durable=False) as databases:
        for kind in ("sqlite", "postgresql"):
            with databases.new(kind) as url:
                engine = sqlite_engine(url) if kind == "sqlite" else sa.create_engine(url)
                done = _courses(engine)
                late = done["forward-late"]
                told.append(f"{kind}: {COURSES} courses, {done.total()} acts, {late} late letters refused")
                engine.dispose()
        with databases.new("postgresql") as url:
            engine = sa.create_engine(url, pool_size=THREADS + 1)
            number = _together(engine)
            told.append(f"{THREADS} at once on PostgreSQL: {number} acts")
            engine.dispose()
    return "; ".join(told)


def _info() -> dict[str, object]:
    return {"vault": Vault([Fernet.generate_key().decode()], "index-key-of-a-proof"), "clock": Clock(MORNING)}


def _courses(engine: sa.Engine) -> Counter[str]:
    done: Counter[str] = Counter()
    info = _info()
    with Session(engine, expire_on_commit=False) as session:
        session.info.update(info)
        opened = open_province(session)
        session.commit()

    @settings(max_examples=COURSES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from(_NAMES), min_size=30, max_size=LONGEST), st.integers(0, 10**9))
    def course(acts: list[str], seed: int) -> None:
        luck = random.Random(seed)
        with Session(engine, expire_on_commit=False) as session:
            session.info.update(info)
            world = Province(opened.secretaries, opened.counties, opened.province, opened.statistics)
            for turn, name in enumerate(acts, 1):
                act(session, world, name, luck)
                if turn % LOOKED == 0:
                    holds(session)
            holds(session)
            done.update(world.done)
            session.rollback()

    try:
        course()
    except AssertionError as error:
        raise FellShortError(str(error)) from error
    if not all(done[name] for name in ACTS):
        raise FellShortError(f"some acts were never possible: {dict(done)}")
    return done


def _together(engine: sa.Engine) -> int:
    """Several people act at once; who loses a race may be refused, what holds is looked at after each round."""
    info = _info()
    with Session(engine, expire_on_commit=False) as session:
        session.info.update(info)
        world = open_province(session)
        session.commit()
    failures: list[str] = []
    done: Counter[str] = Counter()
    counting = threading.Lock()

    def run(seed: int) -> None:
        luck = random.Random(seed)
        mine = Province(world.secretaries, world.counties, world.province, world.statistics, number=seed * 10_000)
        for _ in range(TURNS):
            name = luck.choice(_NAMES)
            with Session(engine, expire_on_commit=False) as session:
                session.info.update(info)
                try:
                    if act(session, mine, name, luck):
                        session.commit()
                        with counting:
                            done[name] += 1
                except AssertionError:
                    session.rollback()  # somebody was faster: refused by name, nothing written
                except Exception as error:  # noqa: BLE001 (nothing but a refusal may stop anybody)
                    failures.append(f"{name}: {type(error).__name__}")
                    session.rollback()

    _all_at_once(run)
    if failures:
        raise FellShortError(f"{len(failures)} acts broke: {failures[:3]}")
    with Session(engine, expire_on_commit=False) as session:
        session.info.update(info)
        try:
            holds(session)
        except AssertionError as error:
            raise FellShortError(f"after {done.total()} acts at once: {error}") from error
    return done.total()


def _all_at_once(run: Callable[[int], None]) -> None:
    threads = [threading.Thread(target=run, args=(seed,)) for seed in range(1, THREADS + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
