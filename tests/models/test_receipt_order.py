"""A few of the random courses of the proof [receipt-order]: the order of receipt holds, and nothing is stuck."""

import random

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from models.clock import Clock
from models.vault import Vault
from tests.arrivals import ACTS, act, holds, open_province


@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(ACTS), min_size=20, max_size=30), st.integers(0, 10**6))
def test_the_order_of_receipt_holds_whatever_happens(
    engine: sa.Engine, vault: Vault, clock: Clock, acts: list[str], seed: int
) -> None:
    luck = random.Random(seed)
    with Session(engine, expire_on_commit=False) as session:
        session.info.update(vault=vault, clock=clock)
        world = open_province(session)
        for name in acts:
            act(session, world, name, luck)
        holds(session)
        session.rollback()
