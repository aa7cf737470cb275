"""``play``: both messengers on this machine, the page, the demo world and the whole program in one process."""

import asyncio
import contextlib
import json
import secrets
import shutil
import socket
import sys
import webbrowser
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bot import logs
from bot.app import App
from bot.database import migrate
from bot.demo import BOT_NAME, personas, seed_demo
from bot.lean import import_aiogram
from bot.playground.messenger import Dialect, LocalMessenger
from bot.playground.web import Persona, Playground
from bot.serve import settle_memory, stopping
from bot.settings import BotSettings, Rehearsal
from models.clock import Clock
from models.people import Messenger
from models.reference import seed_reference

NEWCOMER = "newcomer"
SAVE_SECONDS = 2.0


class _Folder:
    """Where a rehearsal keeps what must outlive it: the database, the tokens, the people made on the page."""

    def __init__(self, path: Path, *, reset: bool) -> None:
        if reset and path.exists():
            shutil.rmtree(path)
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self._file = path / "people.json"
        self._tokens = path / "tokens.json"

    def tokens(self) -> dict[Messenger, str]:
        if not self._tokens.exists():
            made = {one.value: f"{number}:{secrets.token_urlsafe(24)}" for number, one in enumerate(Messenger, 1001)}
            self._tokens.write_text(json.dumps(made))
            self._tokens.chmod(0o600)
        return {Messenger(name): token for name, token in json.loads(self._tokens.read_text()).items()}

    def chats(self, messenger: Messenger) -> Path:
        return self.path / f"chats-{messenger.value}.json"

    def save(self, local: Mapping[Messenger, LocalMessenger]) -> None:
        for one, messenger in local.items():
            messenger.save(self.chats(one))

    def people(self) -> list[tuple[Persona, str]]:
        if not self._file.exists():
            return []
        return [
            (Persona(**{**one["persona"], "messenger": Dialect(one["persona"]["messenger"])}), one["phone"])
            for one in json.loads(self._file.read_text())
        ]

    def keep(self, persona: Persona, phone: str) -> None:
        kept = [{"persona": asdict(one), "phone": number} for one, number in [*self.people(), (persona, phone)]]
        waiting = self._file.with_suffix(".new")
        waiting.write_text(json.dumps(kept, ensure_ascii=False, default=str))
        waiting.replace(self._file)


async def play(folder: str, *, port: int, browser: bool, reset: bool) -> None:
    """Run the rehearsal until it is stopped."""
    logs.set_up("WARNING", readable=True)
    stop = stopping()
    sys.stdout.write("The rehearsal is being prepared; the first time takes some seconds.\n")
    sys.stdout.flush()
    path = Path(folder)
    place = _Folder(path, reset=reset)
    tokens = place.tokens()
    clock = Clock()
    url = f"sqlite:///{path / 'behinyar.db'}"
    migrate(url)
    local = {
        one: LocalMessenger(
            Dialect(one.value),
            tokens[one],
            now=clock.now,
            username="behinyar_bot",
            first_name=BOT_NAME,
        )
        for one in Messenger
    }
    kept = place.people()
    demo = personas()
    for one, messenger in local.items():
        messenger.restore(place.chats(one))
    for persona, phone in [*((one.persona, one.phone) for one in demo), *kept]:
        messenger = local[Messenger(persona.messenger.value)]
        if persona.user_id not in messenger.users:
            messenger.add_user(persona.user_id, persona.name, phone=phone, started=persona.key != NEWCOMER)
    app: App | None = None

    async def clock_moved(_: datetime) -> None:
        if app is not None and app.delivery is not None:
            app.delivery.wake()

    async def new_persona(persona: Persona, phone: str) -> None:
        place.keep(persona, phone)

    page = Playground(
        {Dialect(one.value): messenger for one, messenger in local.items()},
        [*(one.persona for one in demo), *(persona for persona, _ in kept)],
        clock,
        on_clock_change=clock_moved,
        on_new_persona=new_persona,
    )
    async with page.served(_free(port)) as address:
        settings = Rehearsal(
            database_url=url,
            telegram=BotSettings(token=tokens[Messenger.TELEGRAM], api_url=f"{address}/telegram", per_second=200),  # type: ignore[arg-type]  # pydantic makes a secret of it
            bale=BotSettings(token=tokens[Messenger.BALE], api_url=f"{address}/bale", per_second=200),  # type: ignore[arg-type]  # as above
        )
        import_aiogram()
        app = App(settings, clock)
        await app.database.run(seed_reference)
        await app.database.run(seed_demo)
        await app.start(watch=False)
        settle_memory()
        sys.stdout.write(f"Behinyar plays at {address}\nCtrl-C stops it; RESET=1 begins anew.\n")
        sys.stdout.flush()
        if browser:
            await asyncio.to_thread(_open, address)
        saving = asyncio.create_task(_saving(place, local))
        try:
            await stop.wait()
        finally:
            saving.cancel()
            await app.stop()
            place.save(local)


async def _saving(place: _Folder, local: Mapping[Messenger, LocalMessenger]) -> None:
    """Keep what the phones show, so that even a killed rehearsal goes on where it was."""
    saved = -1
    while True:
        await asyncio.sleep(SAVE_SECONDS)
        seen = sum(messenger.version for messenger in local.values())
        if seen != saved:
            place.save(local)
            saved = seen


def _open(address: str) -> None:
    with contextlib.suppress(webbrowser.Error):
        webbrowser.open(address)


def _free(port: int) -> int:
    """The port, or 0 (any free one) when somebody has it already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            sys.stdout.write(f"Port {port} is taken; another one is used.\n")
            return 0
    return port
