"""What an operator does from the command line: seed, first roles, and a look at whether all is well."""

import sqlalchemy as sa
from sqlmodel import Session, col, select

from bot.database import make_vault, migrate, open_database, sqlite_engine
from bot.demo import seed_demo
from bot.messengers.link import MessengerError
from bot.settings import Settings
from bot.stations import make_stations
from models import organisations, people
from models.migrations import current, differences
from models.organisations import Office, OfficeKind, RoleKind
from models.reference import seed_reference
from models.rotation import reseal, sealed_columns
from models.tables import metadata
from models.uncertain import LISTED, Doubt, doubts, settle_doubts
from models.values.ids import Phone
from models.values.jalali import TEHRAN
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


class NotDoneError(Exception):
    """Nothing of it is kept; the text tells the operator why."""


def offices_named(
    session: Session, named: str, kind: OfficeKind | None = None, above: int | None = None
) -> list[Office]:
    """The offices of this number, code or full name."""
    condition = (
        Office.id == int(named)
        if named.isascii() and named.isdecimal()
        else sa.or_(sa.column("code") == named, sa.column("search_key") == search_key(named))
    )
    query = select(Office).where(condition).order_by(col(Office.id))
    if kind is not None:
        query = query.where(Office.kind == kind)
    if above is not None:
        query = query.where(Office.parent_id == above)
    return list(session.exec(query).all())


def _one(session: Session, named: str, what: str, kind: OfficeKind | None = None, above: int | None = None) -> Office:
    found = offices_named(session, named, kind, above)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotDoneError(
            f"{what} names no office: give its number, code or full name, or --create KIND --under OFFICE"
        )
    several = ", ".join(f"{office.id} ({office.kind.value})" for office in found)
    raise NotDoneError(f"{what} names several offices; give the number of one: {several}")


def _grant(
    session: Session, phone: Phone, role: RoleKind, office: str, create: OfficeKind | None, under: str | None
) -> str:
    """Give the role and return the invitation code."""
    if create is None:
        place = _one(session, office, "the office").id
    else:
        if under is None:
            raise NotDoneError("--create wants --under OFFICE, the office above")
        above = _one(session, under, "--under").id
        known = offices_named(session, office, create, above)
        made = known[0] if known else organisations.add_office(session, create, office, above, None)
        if isinstance(made, Problem):
            raise NotDoneError(f"not made: {made.code.value}")
        place = made.id
    person = people.person_by_phone(session, phone) or people.add_person(session, phone)
    given = organisations.grant(session, person, role, place)
    if isinstance(given, Problem):
        raise NotDoneError(f"not given: {given.code.value}")
    return people.invite(session, person)


async def grant(
    settings: Settings, phone: str, role: str, office: str, *, create: str | None, under: str | None
) -> tuple[bool, str]:
    """Give a role; returns whether it was given, and what to tell the operator. All of it or nothing."""
    number = Phone.parse(phone)
    if isinstance(number, Problem):
        return False, f"the number {phone!r} is not a mobile number of Iran; it looks like 09121234567"
    if role not in {one.value for one in RoleKind}:
        return False, f"no role {role!r}; there are: {', '.join(RoleKind)}"
    if create is not None and create not in {one.value for one in OfficeKind}:
        return False, f"no kind of office {create!r}; there are: {', '.join(OfficeKind)}"
    kind = None if create is None else OfficeKind(create)
    database = open_database(settings, settings.make_clock())
    try:
        invitation = await database.run(_grant, number, RoleKind(role), office, kind, under)
    except NotDoneError as why:
        return False, str(why)
    except sa.exc.SQLAlchemyError as error:
        return False, _unreachable(error)
    finally:
        await database.close()
    return True, (
        "Given. The person shares the own number in the bot and finds the role.\n"
        f"Where the messenger does not vouch for the number, it asks for this code (seven days): {invitation}"
    )


def _unreachable(error: Exception) -> str:
    return f"the database does not answer as it should ({type(error).__name__}); run: python -m bot check"


async def rotate(settings: Settings) -> tuple[bool, str]:
    """Seal everything with the first of BEHINYAR_KEYS; afterwards the older ones may go."""
    database = open_database(settings, settings.make_clock())
    count = 0
    try:
        for column in sealed_columns(metadata):
            after: tuple[object, ...] | None = None
            while True:
                done, after = await database.run(reseal, column, after)
                count += done
                if after is None:
                    break
    except ValueError:
        return (
            False,
            f"{count} values are sealed anew, then one came that none of the keys opens; add its key and repeat",
        )
    except sa.exc.SQLAlchemyError as error:
        return False, _unreachable(error)
    finally:
        await database.close()
    return True, f"{count} values are sealed with the newest key."


async def uncertain(settings: Settings, arrived: list[int], again: list[int], after: int = 0) -> tuple[bool, list[str]]:
    """Settle what the operator decided on, then a line for each notice that still is uncertain."""
    both = sorted({*arrived} & {*again})
    if both:
        return False, [f"either --arrived or --again, not both: {', '.join(map(str, both))}"]
    database = open_database(settings, settings.make_clock())
    try:
        async with database.transaction() as run:
            kept = await run(settle_doubts, arrived, arrived=True)
            sent = await run(settle_doubts, again, arrived=False)
            found = await run(doubts, after)
    except sa.exc.SQLAlchemyError as error:
        return False, [_unreachable(error)]
    finally:
        await database.close()
    settled = {*kept, *sent}
    lines = [f"{one}: counts as read" for one in kept]
    lines.extend(f"{one}: is sent once more" for one in sent)
    lines.extend(f"{one}: is not uncertain; nothing was changed" for one in (*arrived, *again) if one not in settled)
    lines.extend(_doubt(one) for one in found)
    if len(found) >= LISTED:
        lines.append(f"There may be more: python -m bot uncertain --after {found[-1].id}")
    return True, lines or ["Nothing is uncertain."]


def _doubt(one: Doubt) -> str:
    said = f"circular {one.circular}, message {one.part + 1}" if one.circular else one.kind.value
    since = "" if one.begun_at is None else f" · {one.begun_at.astimezone(TEHRAN):%Y-%m-%d %H:%M} Tehran"
    where = " · ".join(part for part in (one.office, one.messenger) if part)
    return f"{one.id} · {one.name or '(no name)'} {one.phone} · {where} · {said} · {one.error}{since}"


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
            sealed = connection.execute(sa.text("SELECT phone_sealed FROM people LIMIT 1")).scalar()
            if sealed is not None:
                make_vault(settings).open(sealed)
    except sa.exc.SQLAlchemyError as error:
        return False, [f"database: {type(error).__name__}; look at BEHINYAR_DATABASE_URL and whether the server runs"]
    except ValueError:
        return False, ["keys: none of them opens what the database holds; look at BEHINYAR_KEYS or the .key file"]
    finally:
        engine.dispose()
    return True, [f"settings: well; database: well, at {revision}"]
