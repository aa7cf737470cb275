"""Requests held against the official Bot API schema, where it was fetched; and how it is fetched."""

import io
import json
import tarfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.playground import fetch_schema
from bot.playground.messenger import DEFAULT_SCHEMA, Dialect, LocalMessenger
from bot.playground.messenger.parameters import SIGNATURES
from bot.playground.messenger.schema import BotApiSchema
from models.clock import Clock

from .conftest import ALI, TOKEN, Line

fetched = pytest.mark.skipif(not DEFAULT_SCHEMA.is_file(), reason="the Bot API schema was not fetched")


@pytest.fixture
def schema() -> BotApiSchema:
    loaded = BotApiSchema.load(DEFAULT_SCHEMA)
    assert loaded is not None
    return loaded


@pytest_asyncio.fixture
async def official() -> AsyncIterator[Line]:
    clock = Clock(datetime(2026, 11, 1, 8, tzinfo=UTC))
    messenger = LocalMessenger(Dialect.TELEGRAM, TOKEN, now=clock.now)
    messenger.add_user(ALI, "Ali", started=True)
    async with messenger.serve() as root, aiohttp.ClientSession() as session:
        yield Line(messenger, root, session, clock)


@fetched
async def test_the_schema_is_used_and_told_of(official: Line) -> None:
    assert official.messenger.schema_checked
    await official.call(
        "sendMessage",
        chat_id=ALI,
        text="x",
        link_preview_options={"is_disabled": True},
        reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]},
    )
    assert "link_preview_options.prefer is unknown" in await official.refusal(
        "sendMessage", chat_id=ALI, text="x", link_preview_options={"prefer": True}
    )
    assert len(official.messenger.chat(ALI).messages) == 1


@fetched
@pytest.mark.parametrize(
    ("method", "params", "misfit"),
    [
        ("sendMessage", {"chat_id": 1, "text": "x"}, None),
        ("sendMessage", {"chat_id": "@x", "text": "x"}, None),
        ("sendMessage", {"chat_id": 1.5, "text": "x"}, "sendMessage.chat_id fits none"),
        ("sendMessage", {"chat_id": 1}, "sendMessage.text is missing"),
        ("sendMessage", {"chat_id": 1, "text": "x", "pigeon": 1}, "sendMessage.pigeon is unknown"),
        ("sendPigeon", {}, "no method sendPigeon"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": {"keyboard": [[{"text": "a", "request_contact": "yes"}]]}},
            "keyboard[0][0].request_contact: a truth value expected",
        ),
        (
            "sendMediaGroup",
            {"chat_id": 1, "media": [{"type": "photo", "media": "x"}, {"type": "document", "media": "y"}]},
            None,
        ),
        ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 1}}, None),
        ("setMyCommands", {"commands": [], "scope": {"type": "moon"}}, "scope fits none"),
        ("editMessageMedia", {"chat_id": 1, "message_id": 2, "media": {"type": "photo", "media": "x"}}, None),
    ],
)
def test_what_fits(schema: BotApiSchema, method: str, params: dict[str, Any], misfit: str | None) -> None:
    found = schema.misfit(method, params)
    assert found is None if misfit is None else misfit in (found or "")


@fetched
def test_the_hand_written_table_knows_no_parameter_of_its_own(schema: BotApiSchema) -> None:
    for signature in SIGNATURES[Dialect.TELEGRAM].values():
        assert signature.name in schema
        assert set(signature.kinds) <= schema.parameters(signature.name)


def test_without_the_file_the_hand_written_rules_hold_alone(tmp_path: Path) -> None:
    clock = Clock()
    messenger = LocalMessenger(Dialect.TELEGRAM, TOKEN, now=clock.now, schema=tmp_path / "schema.json")
    assert not messenger.schema_checked
    bale = LocalMessenger(Dialect.BALE, TOKEN, now=clock.now)
    assert not bale.schema_checked


def archive(folder: Path, *members: tuple[str, bytes]) -> Path:
    path = folder / "some-1.0.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return path


def test_the_schema_is_taken_out_of_the_archive(tmp_path: Path) -> None:
    content = json.dumps({"items": []}).encode()
    path = archive(tmp_path, ("some-1.0/setup.py", b"raise"), ("some-1.0/.butcher/schema/schema.json", content))
    assert fetch_schema.extract(path) == content


@pytest.mark.parametrize("members", [[], [("some-1.0/.butcher/schema/schema.json", b"{}")]])
def test_an_archive_of_another_kind_is_no_schema(tmp_path: Path, members: list[tuple[str, bytes]]) -> None:
    with pytest.raises(fetch_schema.NotFetched):
        fetch_schema.extract(archive(tmp_path, *members))


def test_a_schema_that_is_too_large_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_schema, "MOST_SCHEMA", 5)
    path = archive(tmp_path, ("some-1.0/.butcher/schema/schema.json", b'{"items": []}'))
    with pytest.raises(fetch_schema.NotFetched, match="larger"):
        fetch_schema.extract(path)


def test_the_lock_names_one_release_and_its_hash() -> None:
    assert fetch_schema.locked().startswith("aiogram==")
    assert "--hash=sha256:" in fetch_schema.LOCK.read_text()


def test_a_schema_of_another_lock_is_not_current(tmp_path: Path) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text("{}")
    assert not fetch_schema.is_current(schema)
    (tmp_path / "lock").write_text("some==1.0")
    assert not fetch_schema.is_current(schema)
    (tmp_path / "lock").write_bytes(fetch_schema.LOCK.read_bytes())
    assert fetch_schema.is_current(schema)
