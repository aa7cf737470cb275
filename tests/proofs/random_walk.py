"""[random-walk] Long random walks through all conversations, on both messengers and both databases."""

import asyncio
import random
from collections import Counter

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from models.people import Messenger
from tests.stage import Databases, FellShortError
from tests.walk import MOST, walk

WALKS = 10
LENGTH = 120
MOVES = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 999), st.integers(0, MOST)), min_size=LENGTH, max_size=LENGTH
)


async def prove() -> str:
    """New walks at every run; the seed of one that leads astray is told. Raises FellShortError."""
    number = random.SystemRandom().randrange(1 << 32)
    return await asyncio.to_thread(_walks, number)


def _walks(number: int) -> str:
    kinds: Counter[str] = Counter()
    with Databases(durable=False) as databases:
        for kind in ("sqlite", "postgresql"):
            for messenger in Messenger:
                try:
                    kinds += _walked(databases, kind, messenger, number)
                except AssertionError as error:
                    raise FellShortError(f"seed {number}, {kind}, {messenger.value}: {error}") from None
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return f"{sum(kinds.values())} moves ({told}): always an answer and a way home, nothing failed or was refused"


def _walked(databases: Databases, kind: str, messenger: Messenger, number: int) -> Counter[str]:
    kinds: Counter[str] = Counter()

    @seed(number)
    @settings(
        max_examples=WALKS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=(Phase.generate, Phase.shrink),
    )
    @given(MOVES)
    def walks(moves: list[tuple[int, int, int]]) -> None:
        with databases.new(kind) as url:
            kinds.update(asyncio.run(walk(url, messenger, moves)).kinds)

    walks()
    return kinds
