"""[import-units] Ten thousand units, one in a hundred broken: each is named; the mended file goes in and comes out."""

import asyncio
import resource
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from sqlmodel import Session

from bot.database import open_database
from bot.settings import BotSettings, Settings
from bot.sheets.files import Leaf, read_grid, write_workbook
from bot.sheets.operator import bring, take, write_all
from bot.sheets.wording import Read, heading, parse
from models import organisations
from models.clock import Clock
from models.imports import COLUMNS, Grid, SheetKind, exporting
from models.imports.reading import written_of
from models.organisations import OfficeKind
from models.people import Language
from models.reference import seed_reference
from models.values.jalali import tehran_date
from models.values.text import search_key
from tests.conversations.world import MORNING
from tests.models.sheet_rows import sheet_row
from tests.models.world import granted
from tests.stage import Databases, FellShortError

T = TypeVar("T")
UNITS = 10_000
BROKEN = 100
MOST_SECONDS = 60.0
_BREAKS = (
    ("guild-id", "12"),
    ("national-id", "1234567890"),
    ("union", "اتحادیهٔ ناکجا"),
    ("licence-issued", "1403/13/01"),
    ("phone", "02112345678"),
)


async def prove() -> str:
    """The whole way on SQLite and on PostgreSQL. Raises FellShortError."""
    rows = [sheet_row(number) for number in range(1, UNITS + 1)]
    broken = [dict(row) for row in rows]
    wanted: set[tuple[int, str]] = set()
    for place in range(0, UNITS, UNITS // BROKEN):
        column, value = _BREAKS[place // (UNITS // BROKEN) % len(_BREAKS)]
        broken[place][column] = value
        wanted.add((place + 2, column))
    told: list[str] = []
    with Databases() as databases:
        folder = databases.folder()
        bad, good = folder / "broken.xlsx", folder / "mended.xlsx"
        bad.write_bytes(_workbook(broken))
        good.write_bytes(_workbook(rows))
        for kind in ("sqlite", "postgresql"):
            with databases.new(kind) as url:
                told.append(f"{kind}: {await _one(url, folder / f'{kind}.xlsx', bad, good, rows, wanted)}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{UNITS} units, {BROKEN} broken rows all named, then all in and out equal; {'; '.join(told)}; {memory:.0f} MB"
    )


async def _one(
    url: str, out: Path, bad: Path, good: Path, rows: Sequence[dict[str, object]], wanted: set[tuple[int, str]]
) -> str:
    settings = Settings(
        database_url=url,
        keys=["0" * 43 + "="],  # type: ignore[list-item]  # pydantic makes a secret of it
        index_key="index-key-of-a-proof",  # type: ignore[arg-type]  # as above
        telegram=BotSettings(),
        bale=BotSettings(),
        clock=MORNING.isoformat(),
        _env_file=None,  # type: ignore[call-arg]  # pydantic-settings' own argument
    )
    database = open_database(settings, Clock(MORNING))
    try:
        await database.run(_offices)
        check = await _timed(bring(settings, SheetKind.UNITS, bad, commit=False))
        well, _ = check.result
        named = _named(bad.with_suffix(".problems.xlsx"))
        if well or named != wanted:
            raise FellShortError(
                f"named {len(named & wanted)} of {len(wanted)} broken rows, {len(named - wanted)} others"
            )
        well, _ = await bring(settings, SheetKind.UNITS, bad, commit=True)
        left, _ = await database.apart(exporting.page, SheetKind.UNITS, None, 0)
        if well or left:
            raise FellShortError("something of a broken file was written")
        reading = await _timed(asyncio.to_thread(parse, good.read_bytes(), SheetKind.UNITS, tehran_date(MORNING)))
        if not isinstance(reading.result, Read):
            raise FellShortError(f"the mended file is refused: {reading.result}")
        writing = await _timed(database.apart(write_all, reading.result.lines))
        if writing.result != UNITS:
            raise FellShortError(f"written: {str(writing.result)[:300]}")
        export = await _timed(take(settings, SheetKind.UNITS, out))
        if not _equal(out, rows):
            raise FellShortError("the export differs from the import")
    finally:
        await database.close()
    whole = check.seconds + reading.seconds + writing.seconds
    if whole > MOST_SECONDS:
        raise FellShortError(f"{whole:.0f} s for the check and the writing")
    lag = max(check.lag, reading.lag, writing.lag)
    return (
        f"check {check}, reading again {reading}, one transaction {writing}, export {export},"
        f" longest pause of the loop {1000 * lag:.0f} ms"
    )


@dataclass(frozen=True, slots=True)
class _Timed(Generic[T]):
    result: T
    seconds: float
    cpu: float
    lag: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s ({self.cpu:.1f} of our own CPU)"


async def _timed(work: Awaitable[T]) -> _Timed[T]:
    """What came of it, how long it took, and the longest that the event loop stood still meanwhile."""
    longest = 0.0

    async def tick() -> None:
        nonlocal longest
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.005)
            longest = max(longest, time.perf_counter() - began - 0.005)

    ticking = asyncio.create_task(tick())
    began, spent = time.perf_counter(), time.process_time()
    try:
        result = await work
    finally:
        ticking.cancel()
    return _Timed(result, time.perf_counter() - began, time.process_time() - spent, longest)


def _offices(session: Session) -> None:
    seed_reference(session)
    province = next(office for office in organisations.provinces(session) if office.name == "تهران")
    county = granted(organisations.add_office(session, OfficeKind.COUNTY, "ری", province.id))
    granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ کفاشان ری", county.id))


def _workbook(rows: Sequence[dict[str, object]]) -> bytes:
    columns = [column for column in COLUMNS[SheetKind.UNITS] if column.number <= 1]
    titles = [heading(column.key, Language.FA) for column in columns]
    return write_workbook([Leaf("units", titles, ([row.get(column.key, "") for column in columns] for row in rows))])


def _cells(path: Path) -> list[list[str]]:
    found = read_grid(path.read_bytes())
    assert isinstance(found, Grid)
    return [[written_of(cell) for cell in row] for row in found.rows]


def _named(path: Path) -> set[tuple[int, str]]:
    """The rows and columns of a sheet of problems."""
    keys = {heading(column.key, Language.FA): column.key for column in COLUMNS[SheetKind.UNITS]}
    return {(int(row[0]), keys[row[1]]) for row in _cells(path)[1:]}


def _equal(path: Path, rows: Sequence[dict[str, object]]) -> bool:
    """Whether every cell of the import stands in the export, digits and letters made even."""
    head, *cells = _cells(path)
    out = [dict(zip(head, row, strict=False)) for row in cells]
    wanted = [
        {heading(key, Language.FA): search_key(written_of(value)) for key, value in row.items()}  # type: ignore[arg-type]  # cells
        for row in rows
    ]
    return len(out) == len(wanted) and all(
        search_key(line[name]) == value for line, row in zip(out, wanted, strict=True) for name, value in row.items()
    )
