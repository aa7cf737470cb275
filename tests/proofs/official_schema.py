"""[official-schema] The story with every request held against the Bot API's schema, and against Bale's page."""

from collections import Counter

from models.people import Messenger
from tests.proofs.story import STORY, cast, open_offices, told
from tests.stage import Databases, FellShortError, Program, free_port, open_stage


async def prove() -> str:
    """Each of the two people is on each messenger once; polled, then through webhooks. Raises FellShortError."""
    methods: dict[Messenger, Counter[str]] = {one: Counter() for one in Messenger}
    with Databases() as databases:
        for azar_on in Messenger:
            saba_on = next(one for one in Messenger if one is not azar_on)
            for hooked in (False, True):
                with databases.new("sqlite") as url:
                    for one, counted in (await _tell(url, databases, azar_on, saba_on, hooked=hooked)).items():
                        methods[one] += counted
    missing = {"sendMessage", "editMessageText", "editMessageReplyMarkup", "answerCallbackQuery", "getUpdates"}
    for one, counted in methods.items():
        if lacking := missing - set(counted):
            raise FellShortError(f"{one.value} never saw {sorted(lacking)}: the story is not the story")
    told_of = "; ".join(
        f"{one.value}: {sum(counted.values())} requests, {len(counted)} methods ({', '.join(sorted(counted))})"
        for one, counted in methods.items()
    )
    return f"{4 * len(STORY)} acts, 0 refused; {told_of}"


async def _tell(
    url: str, databases: Databases, azar_on: Messenger, saba_on: Messenger, *, hooked: bool
) -> dict[Messenger, Counter[str]]:
    async with open_stage(url, databases.folder()) as stage:
        if not stage.local[Messenger.TELEGRAM].schema_checked:
            raise FellShortError("the Bot API schema is not in .cache: make setup fetches it")
        players = cast(stage, azar_on, saba_on)
        await open_offices(stage, players["صبا"])
        program = Program(stage.folder)
        port = free_port()
        program.start(stage.settings(webhook=(f"http://127.0.0.1:{port}", port) if hooked else None))
        try:
            await program.ready()
            await told(stage, players)
            stage.check_requests()
            if "update failed" in program.said():
                raise FellShortError(program.said()[-2000:])
        finally:
            await program.stop()
        stage.check_requests()
        for messenger, local in stage.local.items():
            bad = {status: count for status, count in local.counters.by_status.items() if status != 200}
            if bad:
                raise FellShortError(f"{messenger.value} answered {bad}")
        return {one: Counter(local.counters.by_method) for one, local in stage.local.items()}
