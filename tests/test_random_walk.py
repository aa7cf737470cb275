"""Whatever people do, there is an answer and a way home. The long walk is a proof: ``make prove ONLY=random-walk``."""

import asyncio
import shutil
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.people import Messenger
from tests.walk import MOST, walk

MOVES = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 999), st.integers(0, MOST)), min_size=25, max_size=25)
_numbers = count()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("messenger", list(Messenger))
def test_no_walk_ends_in_silence_or_in_a_dead_end(
    messenger: Messenger, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("walks")

    @settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
    @given(MOVES)
    def walks(moves: list[tuple[int, int, int]]) -> None:
        url = f"sqlite:///{shutil.copyfile(sqlite_template, folder / f'{next(_numbers)}.sqlite')}"
        asyncio.run(walk(url, messenger, moves))

    walks()
