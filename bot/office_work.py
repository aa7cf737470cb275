"""What an operator does from the command line: seed, first roles, and a look at whether all is well."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, select

from bot.database import migrate, open_database, sqlite_engine
from bot.demo import seed_demo
from bot.messengers.link import MessengerError
from bot.settings import Settings
from bot.stations import make_stations
from models import organisations, people
from models.migrations import current, differences
from models.organisations import Office, OfficeKind, RoleKind
from models.reference import seed_reference
from models.values.ids import Phone
from models.values.problem import Problem
from models.values.text import search_key


async def seed(settings: Settings, *, demo: bool) -> str:
    """Reference data, and the demo world when asked for. Both may be repeated."""
    migrate(settings.database_url)
    clock = settings.make_clock()
    database = open_database(settings, clock)
    try:
        await database.run(seed_reference)
        if demo:
            await database.run(seed_demo)
    finally:
        await database.close()
    return "The demo world is there." if demo else "The reference data are there."


@dataclass(frozen=True, slots=True)
class Granted:
    """A role was given; the code proves the number where a messenger does not."""

    invitation: str


def _office(session: Session, named: str) -> Office | None:
    condition = (
        Office.id == int(named)
        if named.isascii() and named.isdecimal()
        else sa.or_(sa.column("code") == named, sa.column("search_key") == search_key(named))
    )
    return session.exec(select(Office).where(condition)).first()


def _grant(
    session: Session, phone: Phone, role: RoleKind, office: str, create: str | None, under: str | None
) -> "Granted | str | Problem":
    found = _office(session, office)
    if create is not None and found is None:
        above = None if under is None else _office(session, under)
        if above is None:
            return "--under names no office: give its number, code or full name"
        made = organisations.add_office(session, OfficeKind(create), office, above.id, None)
        if isinstance(made, Problem):
            return made
        found = _office(session, office)
    if found is None:
        return "no such office: give its number, code or full name, or --create KIND --under OFFICE"
    person = people.person_by_phone(session, phone) or people.add_person(session, phone)
    given = organisations.grant(session, person, role, found.id)
    if isinstance(given, Problem):
        return given
    return Granted(people.invite(session, person))


async def grant(
    settings: Settings, phone: str, role: str, office: str, *, create: str | None, under: str | None
) -> tuple[bool, str]:
    """Give a role; returns whether it was given, and what to tell the operator."""
    number = Phone.parse(phone)
    if isinstance(number, Problem):
        return False, f"the number {phone!r} is not a mobile number of Iran; it looks like 09121234567"
    if role not in {one.value for one in RoleKind}:
        return False, f"no role {role!r}; there are: {', '.join(RoleKind)}"
    if create is not None and create not in {one.value for one in OfficeKind}:
        return False, f"no kind of office {create!r}; there are: {', '.join(OfficeKind)}"
    database = open_database(settings, settings.make_clock())
    try:
        told = await database.run(_grant, number, RoleKind(role), office, create, under)
    finally:
        await database.close()
    if isinstance(told, Problem):
        return False, f"not given: {told.code.value}"
    if isinstance(told, str):
        return False, told
    return True, (
        "Given. The person shares the own number in the bot and finds the role.\n"
        f"Where the messenger does not vouch for the number, it asks for this code (seven days): {told.invitation}"
    )


async def check(settings: Settings) -> tuple[bool, list[str]]:
    """Whether all is well, and a line for each thing looked at."""
    well, lines = _check_database(settings)
    if not settings.messengers:
        well = False
        lines.append("tokens: none is set; set BEHINYAR_TELEGRAM__TOKEN or BEHINYAR_BALE__TOKEN (from @BotFather)")
    for messenger, station in make_stations(settings).items():
        try:
            me = await station.link.call("getMe", {})
            lines.append(f"{messenger.value}: well, the bot is @{me.get('username', '?')}")
        except MessengerError as error:
            well = False
            mend = {
                "token": "the messenger does not know this token; copy it again from @BotFather",
                "network": "cannot be reached; look at the network, the API address and the proxy",
            }.get(error.failure.value, "answers with an error; try again in a while")
            lines.append(f"{messenger.value}: {error.failure.value}; {mend}")
        finally:
            await station.link.close()
    return well, lines


def _check_database(settings: Settings) -> tuple[bool, list[str]]:
    path = settings.sqlite_path
    if path is not None and not path.exists():
        return False, [f"database: {path} is not there yet; run: python -m bot migrate"]
    engine = sqlite_engine(settings.database_url) if path is not None else sa.create_engine(settings.database_url)
    try:
        with engine.connect() as connection:
            revision = current(connection)
            if revision is None:
                return False, ["database: reached, but without tables; run: python -m bot migrate"]
            if differences(connection):
                return False, [f"database: at {revision}, not up to date; run: python -m bot migrate"]
    except sa.exc.SQLAlchemyError as error:
        return False, [f"database: {type(error).__name__}; look at BEHINYAR_DATABASE_URL and whether the server runs"]
    finally:
        engine.dispose()
    return True, [f"settings: well; database: well, at {revision}"]
