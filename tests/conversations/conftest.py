"""Each told dialogue runs on Telegram and on Bale, on SQLite and on PostgreSQL (in which pairs: tests/conftest.py)."""

from collections.abc import AsyncIterator

import pytest

from models.people import Messenger
from tests.conversations.world import World, open_world


@pytest.fixture(params=list(Messenger), ids=lambda one: one.value)
def messenger(request: pytest.FixtureRequest) -> Messenger:
    """The messenger of this run."""
    found: Messenger = request.param
    return found


@pytest.fixture
async def world(database_url: str, messenger: Messenger) -> AsyncIterator[World]:
    """A running world on this run's database, whose phones are on this run's messenger."""
    async with open_world(database_url, messenger) as opened:
        yield opened
