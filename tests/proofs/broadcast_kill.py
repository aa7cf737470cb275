"""[broadcast-kill] 20,000 recipients, blocks, 429s, 5xx and lost answers, and delivery killed five times at random.

The circular has an attachment, and half of the recipients hear of it only when their unions pass it on, one after the
other between the kills. Afterwards each recipient is accounted for: who stands as sent has read text and attachment
once, who blocked us is parked, and whoever may have read one of them although nobody knows is named uncertain; there
are at most as many of these as were begun when the process was killed, beside the answers that were lost.
"""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass

from bot.playground.messenger import Fault, FaultKind
from models import circulars
from models.circulars import CircularProblem
from models.people import Messenger
from models.values.problem import Problem
from tests.proofs.crowd import FIRST_ACCOUNT, Crowd, assemble_by_hand, ends, states
from tests.stage import Databases, FellShortError, Program, Stage, open_stage

RECIPIENTS = 20_000
BLOCKED = 0.03
KILLS = 5
LOST = 40
UNIONS = KILLS - 1
SURELY = 0.9
"""Of what can be told before the next union passes it on, so much surely comes."""
ATTACHMENT = b"%PDF-1.4 " + b"what the letter says " * 5000
DELIVERY = ["-m", "bot", "run", "--only", "delivery"]


@dataclass(slots=True)
class Tally:
    """What happened on one database."""

    begun: int = 0
    lost: int = 0
    limited: int = 0
    failed: int = 0
    crashed: int = 0
    unanswered: int = 0
    parked: int = 0
    sent: int = 0
    uploads: int = 0
    seconds: float = 0.0


async def prove() -> str:
    """On SQLite and on PostgreSQL. Raises FellShortError when somebody is lost, told twice or not accounted for."""
    told: list[str] = []
    with Databases() as databases:
        for seed, kind in enumerate(("sqlite", "postgresql")):
            with databases.new(kind) as url:
                folder = databases.folder()
                async with open_stage(url, folder, strict=False) as stage:
                    tally = await _broadcast(stage, seed)
            told.append(
                f"{kind}: {tally.sent} sent once, {tally.parked} parked, {tally.crashed} uncertain of {tally.begun} "
                f"begun at {KILLS} kills, {tally.unanswered} of {tally.lost} lost answers; {tally.limited} x 429, "
                f"{tally.failed} x 5xx, {tally.uploads} uploads, {tally.seconds:.0f} s"
            )
    return (
        f"{RECIPIENTS} recipients each, a text and a file, {UNIONS} unions; none lost, none told twice; "
        + "; ".join(told)
    )


async def _broadcast(stage: Stage, seed: int) -> Tally:
    chance = random.Random(seed)
    crowd = await assemble_by_hand(stage, RECIPIENTS, UNIONS, ATTACHMENT)
    everybody = [
        (messenger, account) for messenger, ids in crowd.accounts.items() for account in ids if account >= FIRST_ACCOUNT
    ]
    blocked = set(chance.sample(everybody, int(RECIPIENTS * BLOCKED)))
    for messenger, account in blocked:
        stage.local[messenger].block(account)
    faults = _spoil(stage)
    tally, began = Tally(), time.monotonic()
    program = Program(stage.folder, DELIVERY)
    try:
        surely = RECIPIENTS // 20
        for kill in range(KILLS):
            program.start(stage.settings())
            if kill:
                await _passed_on(stage, crowd, kill - 1)
            before, reach = surely, RECIPIENTS // 2 * (1 + kill / UNIONS)
            surely = int(2 * reach * (1 - BLOCKED) * SURELY)
            await _until(stage, chance.randrange(before, surely), program)
            await asyncio.sleep(chance.random() * 0.1)
            await program.kill()
            tally.begun += states(stage, crowd.circular_id).get("begun", 0)
        program.start(stage.settings())
        await ends(stage, crowd.circular_id, 240)
    except FellShortError as error:
        raise FellShortError(f"{error}\n{program.said()[-2000:]}") from None
    finally:
        await program.kill()
    tally.seconds = time.monotonic() - began
    tally.lost = sum(LOST - (fault.times or 0) for fault in faults)
    for local in stage.local.values():
        tally.limited += local.counters.by_status[429]
        tally.failed += local.counters.by_status[500]
        tally.uploads += len(local.files.all())
    _check(stage, crowd, blocked, tally)
    return tally


async def _passed_on(stage: Stage, crowd: Crowd, union: int) -> None:
    """This union passes it on, as soon as it was told itself."""
    limit = time.monotonic() + 60
    while True:
        done = await stage.prepare(circulars.pass_on, crowd.passers[union], crowd.circular_id)
        if not isinstance(done, Problem):
            return
        if done.code is not CircularProblem.NOT_TOLD or time.monotonic() > limit:
            raise FellShortError(f"union {union} cannot pass it on: {done.code.value}")
        await asyncio.sleep(0.2)


def _spoil(stage: Stage) -> list[Fault]:
    """What goes wrong on both messengers; the faults that lose answers."""
    losing = []
    for local in stage.local.values():
        local.faults.add(Fault(FaultKind.RATE_LIMIT, share=0.001, retry_after=1))
        local.faults.add(Fault(FaultKind.SERVER_ERROR, share=0.01))
        losing.append(local.faults.add(Fault(FaultKind.LOST_ANSWER, share=0.004, times=LOST)))
    return losing


async def _until(stage: Stage, mark: int, program: Program) -> None:
    """Wait until so many messages were taken."""
    limit = time.monotonic() + 180
    while sum(local.counters.sent for local in stage.local.values()) < mark:
        if not program.runs or time.monotonic() > limit:
            raise FellShortError("delivery does not go on")
        await asyncio.sleep(0.005)


def _check(stage: Stage, crowd: Crowd, blocked: set[tuple[Messenger, int]], tally: Tally) -> None:
    read = {
        (messenger, account): Counter(one.kind for one in stage.local[messenger].chat(account).messages if one.from_bot)
        for messenger, ids in crowd.accounts.items()
        for account in ids
    }
    rows = stage.ask(
        "SELECT n.state, n.error, a.messenger, a.account_id FROM notices n JOIN accounts a ON a.person_id = n.person_id"
        " WHERE n.circular_id = :one",
        one=crowd.circular_id,
    )
    ((planned,),) = stage.ask("SELECT planned FROM circulars WHERE id = :one", one=crowd.circular_id)
    if not len(rows) == planned == RECIPIENTS:
        raise FellShortError(f"{len(rows)} rows of {planned} planned for {RECIPIENTS}")
    for state, error, messenger, account in rows:
        who = Messenger(messenger), account
        times = read[who]
        match state:
            case "sent":
                tally.sent += 1
                right = times == {"text": 1, "document": 1} and who not in blocked
            case "parked":
                tally.parked += 1
                right = not times and who in blocked
            case "uncertain":
                tally.crashed += error == "crash"
                tally.unanswered += error == "answer-lost"
                right = times["text"] <= 1 and times["document"] <= times["text"] and error in {"crash", "answer-lost"}
            case _:
                right = False
        if not right:
            raise FellShortError(f"a recipient is {state} ({error}) and has read {dict(times)}")
    if tally.crashed > tally.begun or tally.unanswered > tally.lost:
        raise FellShortError(f"more uncertain than there can be: {tally}")
    if tally.parked + tally.crashed + tally.unanswered + tally.sent != RECIPIENTS or not tally.lost:
        raise FellShortError(f"the sums do not equal the plan: {tally}")
