"""[kill-anywhere] ``kill -9`` at each act of the story, at six moments of it; then everything goes on.

After each kill and restart the person's newest card is what it is without a kill, the next act of the story goes on
from it, and at the end the database holds what it holds without kills. A notice arrives or is named uncertain.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum

from bot.playground.messenger import Fault, FaultKind
from models.notices import LEASE_LASTS
from models.people import Messenger
from tests.proofs.story import STORY, Step, act, cast, check, open_offices, told
from tests.stage import (
    Databases,
    FellShortError,
    Nursery,
    Player,
    Program,
    Stage,
    comparable,
    free_port,
    open_stage,
)

COLD_EVERY = 40
"""Every so many restarts the program is started without help, imports and all."""
LATER = timedelta(seconds=30)
"""On PostgreSQL a dead process's screens wait for the end of its lease; most restarts come this much later."""
AT_ONCE = 3
"""So many restarts there come at once."""


class Moment(Enum):
    """When the program dies, seen from the update."""

    BEFORE = "before it is sent"
    HANDLING = "some milliseconds after it is sent"
    SHOWING = "while the messenger is asked, which does nothing"
    SHOWN = "while the messenger is asked, which does it and the answer is lost"
    SEEN = "as soon as the person sees the answer"
    RECORDED = "some tens of milliseconds after the person sees the answer"


_STRIKES = {Moment.SHOWING: FaultKind.SILENCE, Moment.SHOWN: FaultKind.LOST_ANSWER}
_FACTS = {
    "people": "SELECT count(*) FROM people",
    "accounts": "SELECT count(*) FROM accounts",
    "drafts": "SELECT count(*) FROM drafts",
    "units": "SELECT state, revision, count(*) FROM units GROUP BY 1, 2",
    "products": "SELECT count(*) FROM products",
    "months": "SELECT period, state, revision, employees, count(*) FROM months WHERE NOT late GROUP BY 1, 2, 3, 4",
    "lines": "SELECT made, sold, sold_value, count(*) FROM month_lines GROUP BY 1, 2, 3",
    "reasons": "SELECT kind, code, count(*) FROM month_reasons GROUP BY 1, 2",
    "reviews": "SELECT outcome, count(*) FROM reviews GROUP BY 1",
    "checks": "SELECT test, state, count(*) FROM registration_checks GROUP BY 1, 2",
    "notices": "SELECT kind, count(*) FROM notices GROUP BY 1",
    "audit": "SELECT act, count(*) FROM audit GROUP BY 1",
    "failed": "SELECT count(*) FROM incoming WHERE state IN ('failed', 'unreadable', 'waiting')",
}


@dataclass(slots=True)
class Tally:
    """What the proof did."""

    kills: Counter[Moment] = field(default_factory=Counter)
    starts: int = 0
    cold: int = 0
    notices: Counter[str] = field(default_factory=Counter)


class _Lane:
    """One pass through the story, with one kill at each act."""

    def __init__(self, stage: Stage, program: Program, tally: Tally, shift: int, *, hooked: bool) -> None:
        self.stage = stage
        self.program = program
        self.tally = tally
        self.shift = shift
        self.random = random.Random(shift)
        self.port = free_port() if hooked else None
        self.starts = 0

    def start(self) -> None:
        """Start the program; on PostgreSQL mostly half a minute later by the clock."""
        self.starts += 1
        if self.port is not None and self.starts > AT_ONCE:
            self.stage.clock.shift(LATER)
        self.tally.starts += 1
        cold = self.tally.starts % COLD_EVERY == 0
        self.tally.cold += cold
        webhook = None if self.port is None else (f"http://127.0.0.1:{self.port}", self.port)
        self.program.start(self.stage.settings(webhook=webhook), cold=cold)

    async def run(self, players: dict[str, Player], expected: list[str], *, every: int = 1) -> None:
        """Tell the story; a kill at each ``every``-th act."""
        moments = list(Moment)
        for index, step in enumerate(STORY):
            player = players[step.who]
            if step.does == "hears":
                await self._heard(player, step)
                continue
            listener = STORY[index + 1].who if STORY[index + 1 : index + 2] and STORY[index + 1].does == "hears" else ""
            if (index + self.shift) % every == 0:
                moment = moments[(index // every + self.shift) % len(moments)]
                await self._killed(player, step, moment, players.get(listener))
                self.tally.kills[moment] += 1
            else:
                act(player, step)
            await self._rest()
            try:
                check(player, step)
                _same(player.text, expected[index])
            except FellShortError as error:
                raise FellShortError(f"act {index}, {step}: {error}\n{self.program.said()[-1500:]}") from None

    async def _killed(self, player: Player, step: Step, moment: Moment, listener: Player | None) -> None:
        if moment is Moment.BEFORE:
            await self.program.kill()
            act(player, step)
            self.start()
            return
        fault: Fault | None = None
        if moment in _STRIKES:
            struck = player if listener is None else listener
            fault = struck.local.faults.add(Fault(_STRIKES[moment], user_id=struck.id, times=1))
        act(player, step)
        before = _face(player)
        if fault is not None:
            await self._until(lambda: fault.times == 0)
        elif moment is Moment.HANDLING:
            await asyncio.sleep(self.random.random() * 0.03)
        else:
            await self._until(lambda: _face(player) != before)
            if moment is Moment.RECORDED:
                await asyncio.sleep(self.random.random() * 0.05)
        await self.program.kill()
        for local in self.stage.local.values():
            local.faults.clear()
        self.start()

    async def _until(self, holds: Callable[[], bool]) -> None:
        limit = asyncio.get_running_loop().time() + 30
        while not holds():
            if asyncio.get_running_loop().time() > limit:
                raise FellShortError(f"the moment never came\n{self.program.said()[-1500:]}")
            await asyncio.sleep(0.0005)

    def _busy(self) -> bool:
        """As the stage's, but a notice that a dead process held waits for the end of its lease."""
        if any(local.pending for local in self.stage.local.values()):
            return True
        ((count,),) = self.stage.ask(
            "SELECT (SELECT count(*) FROM incoming WHERE state = 'waiting')"
            " + (SELECT count(*) FROM chats WHERE owed_seq > shown_seq)"
            " + (SELECT count(*) FROM notices WHERE state IN ('waiting', 'retry'))"
        )
        return bool(count)

    async def _rest(self) -> None:
        limit = asyncio.get_running_loop().time() + 60
        quiet = 0
        while quiet < 3:
            if asyncio.get_running_loop().time() > limit:
                raise FellShortError(f"no rest after a kill\n{self.program.said()[-2500:]}")
            quiet = 0 if self._busy() else quiet + 1
            await asyncio.sleep(0.005)

    async def _heard(self, player: Player, step: Step) -> None:
        """The notice is there; one that was begun when the program died is named uncertain once its lease is over."""
        held = "SELECT count(*) FROM notices WHERE state IN ('leased', 'begun')"
        await asyncio.sleep(0.1)
        if self.stage.ask(held) != [(0,)]:
            await self.program.kill()
            self.stage.clock.shift(LEASE_LASTS + timedelta(seconds=5))
            self.start()
            limit = asyncio.get_running_loop().time() + 60
            while self.stage.ask(held) != [(0,)]:
                if asyncio.get_running_loop().time() > limit:
                    raise FellShortError("a notice is neither sent nor named uncertain")
                await asyncio.sleep(0.01)
        await self._rest()
        ((state,),) = self.stage.ask("SELECT state FROM notices ORDER BY id DESC LIMIT 1")
        self.tally.notices[state] += 1
        arrived = sum(step.what in _plain(message.shown) for message in player.messages)
        if state == "uncertain":
            if arrived > 1:
                raise FellShortError(f"{step.what!r} arrived {arrived} times")
        elif state != "sent" or arrived != 1:
            raise FellShortError(f"the notice is {state} and arrived {arrived} times")


def _face(player: Player) -> tuple[int, str, tuple[str, ...]]:
    chat = player.local.chat(player.id)
    return chat.last_message_id, player.text, tuple(key.text for key in player.keys)


def _plain(text: str) -> str:
    return "".join(character for character in text if character not in "\u200f\u2066\u2067\u2068\u2069")


def facts(stage: Stage) -> Mapping[str, object]:
    """What the database holds in the end."""
    return {name: sorted(map(str, stage.ask(statement))) for name, statement in _FACTS.items()}


def _same(text: str, expected: str) -> None:
    if comparable(text) != comparable(expected):
        raise FellShortError(f"not the screen of an undisturbed run:\n{text}\n-- but --\n{expected}")


def _check_end(stage: Stage, players: dict[str, Player], known: Mapping[str, object], *, exact: bool) -> None:
    found = facts(stage)
    differing = {name: (found[name], value) for name, value in known.items() if found[name] != value}
    if not exact:
        differing.pop("lines", None)  # the same decimals, written otherwise
    if differing:
        raise FellShortError(f"the database differs (found, expected): {differing}")
    stage.check_requests()
    for player in players.values():
        if player.local.unanswered_taps(player.id):
            raise FellShortError(f"{player.name}'s tap was left spinning")


async def prove() -> str:
    """Six passes on SQLite, each act killed at each moment; a shorter one on PostgreSQL behind webhooks."""
    tally = Tally()
    with Databases() as databases:
        nursery = Nursery(databases.folder())
        try:
            telegram, bale = Messenger
            passes = [
                *((shift, "sqlite", 1, pair) for shift, pair in enumerate([(telegram, bale), (bale, telegram)] * 3)),
                (0, "postgresql", 7, (telegram, bale)),
            ]
            expected = {
                pair: await _reference(databases, nursery, pair) for pair in ((telegram, bale), (bale, telegram))
            }
            gate = asyncio.Semaphore(2)

            async def one(shift: int, kind: str, every: int, pair: tuple[Messenger, Messenger]) -> None:
                async with gate:
                    seen, known = expected[pair]
                    await _pass(databases, nursery, tally, kind, shift, every, pair, seen, known)

            await asyncio.gather(*(one(*each) for each in passes))
        finally:
            nursery.close()
    killed = sum(tally.kills.values())
    moments = ", ".join(f"{count} {moment.name.lower()}" for moment, count in sorted(tally.kills.items(), key=str))
    notices = ", ".join(f"{count} {state}" for state, count in sorted(tally.notices.items()))
    return (
        f"{killed} kills at {len(STORY)} acts ({moments}); {tally.starts} starts, {tally.cold} of them cold; "
        f"notices: {notices}; nothing lost or doubled"
    )


async def _reference(
    databases: Databases, nursery: Nursery, pair: tuple[Messenger, Messenger]
) -> tuple[list[str], Mapping[str, object]]:
    with databases.new("sqlite") as url:
        async with open_stage(url, databases.folder(), strict=False) as stage:
            players = cast(stage, *pair)
            await open_offices(stage, players["صبا"])
            program = Program(stage.folder, nursery=nursery)
            program.start(stage.settings())
            try:
                await program.ready()
                return await told(stage, players), facts(stage)
            finally:
                await program.stop()


async def _pass(  # noqa: PLR0917 (all of what distinguishes one pass)
    databases: Databases,
    nursery: Nursery,
    tally: Tally,
    kind: str,
    shift: int,
    every: int,
    pair: tuple[Messenger, Messenger],
    expected: list[str],
    known: Mapping[str, object],
) -> None:
    with databases.new(kind) as url:
        async with open_stage(url, databases.folder(), strict=False) as stage:
            players = cast(stage, *pair)
            await open_offices(stage, players["صبا"])
            program = Program(stage.folder, nursery=nursery)
            lane = _Lane(stage, program, tally, shift, hooked=kind == "postgresql")
            lane.start()
            try:
                await program.ready()
                await lane.run(players, expected, every=every)
                _check_end(stage, players, known, exact=kind == "sqlite")
            except FellShortError as error:
                raise FellShortError(f"{kind}, pass {shift}: {error}") from None
            finally:
                await program.kill()
