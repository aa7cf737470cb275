"""What all tests share."""

import gc
import zlib

import hypothesis
import pytest

gc.disable()  # until all is collected: walking what only grows is a fifth of it
hypothesis.settings.register_profile("unhurried", deadline=None)  # how long something takes is no test
hypothesis.settings.load_profile("unhurried")
pytest_plugins = ["tests.databases", "tests.sockets"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let somebody ask for every pair."""
    parser.addoption("--all-pairs", action="store_true", help="every messenger on every database, which takes twice")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each test runs on both messengers and on both databases; of the four pairs two suffice for that.

    Half of the tests go with Telegram on SQLite and Bale on PostgreSQL, half the other way round.
    """
    items.sort(key=lambda item: item.path.stem != "test_story")  # the longest first: nobody waits for it at the end
    if config.getoption("--all-pairs"):
        return
    left_out = [item for item in items if not _chosen(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if _chosen(item)]


def pytest_collection_finish() -> None:
    """What was read for collecting stays for good, as in the program itself (bot/stations): no collection walks it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    gc.enable()


def _chosen(item: pytest.Item) -> bool:
    if not isinstance(item, pytest.Function) or not hasattr(item, "callspec"):
        return True
    messenger, database = (str(item.callspec.params.get(name, "")) for name in ("messenger", "database_url"))
    if not (messenger and database):
        return True
    turned = zlib.crc32(f"{item.path.stem}.{item.originalname}".encode()) % 2 == 1
    return ((messenger == "bale") == (database == "postgresql")) != turned
