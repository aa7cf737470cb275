"""[broadcast-latency] A running broadcast does not slow conversations.

People tap through a conversation at an even rate while a circular to 20,000 is paused and resumed in turns, so that
whatever else the machine does strikes both alike. Of the waits from a tap to the changed card, the 95th percentile with
the broadcast is at most a fifth above that without: of each turn, and then the turn in the middle, since one turn in
which somebody else took the machine would decide over all taps together. That figure stands beside it.
"""

import asyncio
import statistics
import time
from datetime import datetime

from sqlmodel import Session

from models import circulars
from models.people import AccountKey, Messenger, add_account, add_person
from models.values.ids import Phone
from tests.proofs.crowd import Crowd, assemble
from tests.stage import Databases, FellShortError, Player, Program, Stage, open_stage

RECIPIENTS = 20_000
PACES = {Messenger.TELEGRAM: 25, Messenger.BALE: 20}
"""Messages a second: what each messenger is told by default at most."""
PEOPLE = 20
TAPS = 15.0
"""Taps a second."""
TURN = 8.0
TURNS = 8
MOST = 1.2
"""So much higher may the wait be."""


async def prove() -> str:
    """Raises FellShortError when conversations wait longer."""
    told = []
    with Databases() as databases:
        for kind in ("sqlite", "postgresql"):
            with databases.new(kind) as url:
                async with open_stage(url, databases.folder(), strict=False) as stage:
                    quiet, busy, sent = await _measured(stage)
            without, during = (statistics.median(_p95(turn) for turn in turns) for turns in (quiet, busy))
            calm, full = ([wait for turn in turns for wait in turn] for turns in (quiet, busy))
            line = (
                f"{kind}: p95 of a turn {1000 * without:.1f} ms without, {1000 * during:.1f} ms during the broadcast; "
                f"of all {len(calm)} and {len(full)} taps {1000 * _p95(calm):.1f} and {1000 * _p95(full):.1f} ms, "
                f"medians {1000 * statistics.median(calm):.1f} and {1000 * statistics.median(full):.1f} ms, "
                f"{sent} sent meanwhile"
            )
            if during > without * MOST:
                raise FellShortError(line)
            told.append(line)
    return "; ".join(told)


def _p95(waits: list[float]) -> float:
    return statistics.quantiles(waits, n=20)[-1]


async def _measured(stage: Stage) -> tuple[list[list[float]], list[list[float]], int]:
    """Waits of each turn without and during the broadcast, and how many were told meanwhile."""
    crowd = await assemble(stage, RECIPIENTS)
    players = await _people(stage)
    program = Program(stage.folder)
    paces = {f"BEHINYAR_{one.name}__PER_SECOND": str(pace) for one, pace in PACES.items()}
    program.start({**stage.settings(), **paces})
    try:
        await program.ready()
        for player in players:
            player.types("/start")
        await asyncio.sleep(2)
        await _planned(stage, crowd)
        await _tapping(players, TURN)  # what is done for the first time takes longer
        waits: tuple[list[list[float]], list[list[float]]] = ([], [])
        sent = 0
        for _ in range(TURNS):
            await stage.prepare(circulars.pause, crowd.author, crowd.circular_id)
            await asyncio.sleep(0.5)
            waits[0].append(await _tapping(players, TURN))
            before = sum(local.counters.sent for local in stage.local.values())
            await stage.prepare(_go_on, crowd)
            await asyncio.sleep(0.5)
            waits[1].append(await _tapping(players, TURN))
            sent += sum(local.counters.sent for local in stage.local.values()) - before
    finally:
        await program.kill()
    return (*waits, sent)


def _go_on(session: Session, crowd: Crowd) -> None:
    circulars.resume(session, crowd.author, crowd.circular_id)


async def _planned(stage: Stage, crowd: Crowd) -> None:
    """Wait until the trial is over and all are being told."""
    limit = time.monotonic() + 120
    while stage.ask("SELECT state FROM circulars WHERE id = :one", one=crowd.circular_id) != [("sending",)]:
        if time.monotonic() > limit:
            raise FellShortError("the broadcast does not begin")
        await asyncio.sleep(0.1)


async def _people(stage: Stage) -> list[Player]:
    """Some people with a proven number, half on each messenger."""
    people = [
        stage.player(list(Messenger)[number % 2], 7000 + number, f"کس {number}", f"0913{number:07d}")
        for number in range(PEOPLE)
    ]

    def build(session: Session) -> None:
        for one in people:
            add_account(session, AccountKey(one.messenger, one.id), add_person(session, Phone(one.number), one.name))

    await stage.prepare(build)
    for one in people:
        one.local.user(one.id).started = True
    return people


async def _tapping(players: list[Player], seconds: float) -> list[float]:
    """People tap back and forth between the help and the menu, one every now and then; how long each waited.

    When the answer came is told by the messenger's own record: looking for it all the time would slow the machine.
    """
    taps: list[tuple[Player, datetime]] = []
    began = time.monotonic()
    while (elapsed := time.monotonic() - began) < seconds:
        if len(taps) / TAPS <= elapsed:
            player = players[len(taps) % len(players)]
            label = next(key.text for key in player.keys if key.text in {"راهنما", "منوی اصلی"})
            taps.append((player, player.local.now()))
            player.taps(label)
        await asyncio.sleep(0.005)
    await asyncio.sleep(2)
    answers: dict[int, list[datetime]] = {}
    for local in {player.messenger: player.local for player in players}.values():
        for call in local.calls:
            if call.method in {"editMessageText", "sendMessage"} and call.status == 200:
                answers.setdefault(int(call.params["chat_id"]), []).append(call.at)
    waits = []
    for player, at in taps:
        answered = next((when for when in answers.get(player.id, ()) if when >= at), None)
        if answered is None:
            raise FellShortError(f"{player.name} sees no answer within two seconds")
        waits.append((answered - at).total_seconds())
    return waits
