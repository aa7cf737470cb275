"""A lean aiogram reads every kind of update as the whole one does, in far less memory."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import CallbackQuery, Message

from bot.messengers.bale import Bale
from bot.messengers.telegram import Telegram
from bot.playground.messenger import Dialect, Key, LocalMessenger, ShownMessage

ROOT = Path(__file__).parents[1]
READS = """
import json, sys
from bot.lean import import_aiogram
types = import_aiogram()
import bot.reception
for kind, body in json.load(sys.stdin):
    reader = types.CallbackQuery if kind == "callback_query" else types.Message
    print(reader.model_validate(body).model_dump_json(exclude_none=True))
resident = int(open("/proc/self/statm").read().split()[1]) * 4096 if sys.platform == "linux" else 0
print(json.dumps({"resident": resident, "built": types.Sticker.__pydantic_complete__}))
"""


def _everything(dialect: Dialect) -> list[tuple[str, dict[str, Any]]]:
    """An update of each kind that a person can cause, as the program makes it whole."""
    local = LocalMessenger(dialect, "1001:a-token-of-a-rehearsal", now=lambda: datetime(2026, 11, 27, tzinfo=UTC))
    me = local.add_user(5001, "آذر", phone="09120000001").id
    local.type(me, "/start join_abc")
    local.type(me, "متن با https://example.com و 😀")
    local.type(me, "از دیگری", forward_from=77)
    local.share_contact(me)
    local.share_contact(me, forward_from=77)
    local.share_location(me, 35.59, 51.43)
    local.send_sticker(me)
    local.send_voice(me)
    local.send_document(me, b"%PDF-1.4", "سند.pdf")
    local.type_in_group(-100200 if dialect is Dialect.TELEGRAM else 4455667788, me, "سلام")
    mine = next(one for one in local.chat(me).messages if one.kind == "text")
    local.type(me, "ویراسته", edit_of=mine.message_id)
    keyboard = {"inline_keyboard": [[{"text": "بله", "callback_data": "h"}]]}
    card = ShownMessage(900, from_bot=True, sender_id=1001, date=local.now(), kind="text", text="کارت")
    chat = local.chat(me)
    card.inline_keyboard = ((Key("بله", data="h"),),)
    card.payload = {**mine.payload, "message_id": 900, "text": "کارت", "reply_markup": keyboard}
    local.put(chat, card)
    local.tap(me, 900, "h")
    card.deleted = True
    local.tap(me, 900, "h")
    profile = Telegram() if dialect is Dialect.TELEGRAM else Bale()
    found: list[tuple[str, dict[str, Any]]] = []
    for _, __, raw in local.updates.waiting():
        kind = next(name for name in ("message", "edited_message", "callback_query") if name in raw)
        found.append((kind, dict(profile.makes_whole(raw)[kind])))
    return found


@pytest.mark.parametrize("dialect", list(Dialect))
def test_a_lean_aiogram_reads_the_same(dialect: Dialect) -> None:
    updates = _everything(dialect)
    assert len(updates) == 13
    done = subprocess.run(
        [sys.executable, "-c", READS], input=json.dumps(updates), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    *read, told = done.stdout.splitlines()
    whole = [
        (CallbackQuery if kind == "callback_query" else Message).model_validate(body).model_dump_json(exclude_none=True)
        for kind, body in updates
    ]
    assert read == whole
    told_of = json.loads(told)
    assert told_of["resident"] < 190 * 2**20
