"""[two-intakes] Two programs behind one messenger's webhook, one PostgreSQL, 200 people typing without waiting."""

import asyncio
import json
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from sqlmodel import Session, col, select

from models.drafts import Draft
from models.people import AccountKey, Messenger, add_account, add_person
from models.reference import seed_reference
from models.values.ids import Phone as PhoneNumber
from models.vault import vault
from tests.stage import Databases, FellShortError, Player, Program, Stage, free_port, open_stage

PEOPLE = 200
TWICE_EVERY = 10
_LETTERS = "ابپتجدرسشص"
_STEPS = (
    "first-name",
    "last-name",
    "national-id",
    "title",
    "licence-number",
    "licence-issued",
    "licence-expires",
    "guild-id",
)


class Dispatcher:
    """What stands before the two programs: hands each update to one of them, every tenth to both at once."""

    def __init__(self, ports: tuple[int, int]) -> None:
        self.ports = ports
        self.posted = 0
        self.twice = 0
        self._random = random.Random(5)
        self._session: aiohttp.ClientSession | None = None

    @asynccontextmanager
    async def serve(self, port: int) -> AsyncIterator[None]:
        """Listen on this port."""
        application = web.Application(client_max_size=2**20)
        application.router.add_post("/{path:.*}", self._posted)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        async with aiohttp.ClientSession() as self._session:
            yield
        await runner.cleanup()

    async def _posted(self, request: web.Request) -> web.Response:
        assert self._session is not None
        session, body = self._session, await request.read()
        self.posted += 1
        both = self.posted % TWICE_EVERY == 0
        self.twice += both
        ports = self.ports if both else (self._random.choice(self.ports),)

        async def hand_on(port: int) -> int:
            url = f"http://127.0.0.1:{port}{request.path}"
            async with session.post(url, data=body, headers=request.headers) as answer:
                return answer.status

        statuses = await asyncio.gather(*(hand_on(port) for port in ports))
        return web.Response(status=max(statuses))


def answers(number: int) -> dict[str, str]:
    """What the person of this number types, by the question; nobody else types any of it."""
    letters = "".join(_LETTERS[int(digit)] for digit in f"{number:03d}")
    return dict(
        zip(
            _STEPS,
            (
                f"نام{letters}",
                f"خاندان{letters}",
                _national_id(number),
                f"کارگاه {letters}",
                f"الف/{4000 + number}",
                f"1403/0{1 + number % 6}/{1 + number % 28:02d}",
                f"1408/0{1 + number % 6}/{1 + number % 28:02d}",
                f"0412{number:06d}",
            ),
            strict=True,
        )
    )


def _national_id(number: int) -> str:
    nine = f"0013{number:05d}"
    rest = sum(int(digit) * (10 - place) for place, digit in enumerate(nine)) % 11
    return f"{nine}{rest if rest < 2 else 11 - rest}"


async def prove() -> str:
    """Raises FellShortError when an answer is lost, doubled or in the place of another."""
    with Databases() as databases, databases.new("postgresql") as url:
        folders = databases.folder(), databases.folder()
        async with open_stage(url, databases.folder(), strict=False) as stage:
            players = await _gather(stage)
            ports, door = (free_port(), free_port()), free_port()
            dispatcher = Dispatcher(ports)
            programs = [Program(folder) for folder in folders]
            async with dispatcher.serve(door):
                try:
                    for program, port in zip(programs, ports, strict=True):
                        program.start(stage.settings(webhook=(f"http://127.0.0.1:{door}", port)))
                    for program in programs:
                        await program.ready()
                    seconds = await _fill_in(stage, players)
                    await _check(stage, players, dispatcher, programs)
                finally:
                    for program in programs:
                        await program.stop()
            return (
                f"{len(players)} people typed {len(players) * len(_STEPS)} answers without waiting; "
                f"{dispatcher.posted} updates, {dispatcher.twice} of them to both programs, "
                f"{dispatcher.posted / seconds:.0f}/s; none lost, doubled or out of order"
            )


async def _gather(stage: Stage) -> list[Player]:
    """The people, who have proven their numbers."""
    people = [
        stage.player(Messenger.TELEGRAM, 7000 + number, f"کس {number}", f"0913{number:07d}") for number in range(PEOPLE)
    ]

    def build(session: Session) -> None:
        seed_reference(session)
        for one in people:
            add_account(
                session, AccountKey(one.messenger, one.id), add_person(session, PhoneNumber(one.number), one.name)
            )

    await stage.prepare(build)
    for one in people:
        one.local.user(one.id).started = True
    return people


async def _fill_in(stage: Stage, players: list[Player]) -> float:
    """Everybody comes to the first typed question, then types all that follows at once."""
    began = time.monotonic()
    for act in ("/start", "ثبت‌نام واحد", "تولیدی", "حقیقی"):
        for player in players:
            if act.startswith("/"):
                player.types(act)
            else:
                player.taps(act)
        await stage.comes_to_rest(120)
    for number, player in enumerate(players):
        for text in answers(number).values():
            player.types(text)
    await stage.comes_to_rest(240)
    return time.monotonic() - began


async def _check(stage: Stage, players: list[Player], dispatcher: Dispatcher, programs: list[Program]) -> None:
    states = dict(stage.ask("SELECT state, count(*) FROM incoming WHERE messenger = 'telegram' GROUP BY 1"))
    expected = len(players) * (4 + len(_STEPS))
    if states != {"done": expected}:
        raise FellShortError(f"of {expected} updates: {states}")
    found = await stage.prepare(_drafts)
    if len(found) != len(players):
        raise FellShortError(f"{len(found)} drafts of {len(players)} people")
    for number, player in enumerate(players):
        typed = answers(number)
        kept = found.get(typed["title"])
        if kept is None:
            raise FellShortError(f"nobody's draft holds {typed['title']!r}")
        wrong = {step: (kept.get(step), text) for step, text in typed.items() if not _same(kept.get(step), text)}
        if wrong:
            raise FellShortError(f"person {number}: {wrong}")
        if "کدام استان" not in player.text:
            raise FellShortError(f"person {number} sees {player.text!r}")
        if player.local.unanswered_taps(player.id):
            raise FellShortError(f"a tap of person {number} was left spinning")
    if not dispatcher.twice:
        raise FellShortError("nothing was delivered twice")
    for said in (program.said() for program in programs):
        if "update failed" in said or '"level": "error"' in said:
            raise FellShortError(said[-2000:])
    stage.check_requests()


def _same(kept: object, typed: str) -> bool:
    """Dates are kept by their Gregorian day: only that they came is looked at here."""
    return isinstance(kept, str) and (kept == typed or (typed.startswith("14") and len(kept) == len("2024-05-20")))


def _drafts(session: Session) -> dict[str, dict[str, object]]:
    """The answers in all drafts, by the title of the workshop."""
    sealed = session.exec(select(Draft.body_sealed).where(col(Draft.form) == "registration")).all()
    bodies = [json.loads(vault(session).open(one))["answers"] for one in sealed]
    return {str(body.get("title")): body for body in bodies}
