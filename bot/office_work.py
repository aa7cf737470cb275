"""What an operator does from the command line: seed, first roles, and a look at whether all is well."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import sqlalchemy as sa
from alembic.util import CommandError
from sqlmodel import Session, col, select

from bot import database as databases
from bot import readiness
from bot.database import open_database
from bot.demo import seed_demo
from bot.logs import masked
from bot.messengers.link import MessengerError
from bot.messengers.showing import Station
from bot.settings import Settings
from bot.stations import make_stations
from models import organisations, people
from models.clock import Clock
from models.migrations import differences
from models.organisations import Office, OfficeKind, RoleKind
from models.reference import seed_reference
from models.revisions import reached
from models.rotation import reseal, sealed_columns
from models.tables import metadata
from models.uncertain import LISTED, Doubt, doubts, settle_doubts, spoiled
from models.values.ids import Phone
from models.values.jalali import TEHRAN
from models.values.problem import Problem
from models.values.text import search_key

RECENT: Final = timedelta(hours=1)
"""A failure of a webhook that is older has passed."""


def migrate(settings: Settings, revision: str = "head") -> tuple[bool, str]:
    """Bring the tables to the revision; whether they are there, and what to tell the operator."""
    try:
        databases.migrate(settings.database_url, revision)
    except sa.exc.SQLAlchemyError as error:
        return False, readiness.why_not(error, settings)
    except CommandError as error:  # a revision that this program does not know
        return False, f"database: {error}; a newer version of the program may have made it"
    except OSError as error:
        return False, f"database: {error.filename or settings.sqlite_path}: {error.strerror}"
    return True, "The tables are up to date."


async def seed(settings: Settings, *, demo: bool) -> tuple[bool, str]:
    """Reference data, and the demo world when asked for. Both may be repeated."""
    done, told = migrate(settings)
    wrong = readiness.fault(settings) if done else told
    if wrong is not None:
        return False, wrong
    database = open_database(settings, settings.make_clock())
    try:
        await database.run(seed_reference)
        if demo:
            await database.run(seed_demo)
    except sa.exc.SQLAlchemyError as error:
        return False, readiness.why_not(error, settings)
    finally:
        await database.close()
    return True, "The demo world is there." if demo else "The reference data are there."


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
            unsaid = await run(spoiled, after)
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
    lines.extend(f"{one.id} · cannot be put into words: {one.error} · once mended: --again {one.id}" for one in unsaid)
    return True, lines or ["Nothing is uncertain."]


def _doubt(one: Doubt) -> str:
    said = f"circular {one.circular}, message {one.part + 1}" if one.circular else one.kind.value
    since = "" if one.begun_at is None else f" · {one.begun_at.astimezone(TEHRAN):%Y-%m-%d %H:%M} Tehran"
    where = " · ".join(part for part in (one.office, one.messenger) if part)
    return f"{one.id} · {one.name or '(no name)'} {one.phone} · {where} · {said} · {one.error}{since}"


async def check(settings: Settings) -> tuple[bool, list[str]]:
    """Whether all is well, and a line for each thing looked at."""
    well, lines = _check_database(settings)
    open_files = list(readiness.rights(settings))
    if open_files:
        well = False
        lines.extend(open_files)
    if not settings.messengers:
        well = False
        lines.append("tokens: none is set; set BEHINYAR_TELEGRAM__TOKEN or BEHINYAR_BALE__TOKEN (from @BotFather)")
    for messenger, station in make_stations(settings).items():
        try:
            me = await station.link.call("getMe", {})
            lines.append(f"{messenger.value}: well, the bot is @{me.get('username', '?')}")
            comes, told = await _check_way(settings, station)
            well = well and comes
            lines.append(f"{messenger.value}: {told}")
        except MessengerError as error:
            well = False
            mend = {
                "token": "the messenger does not know this token; copy it again from @BotFather",
                "refused": "the messenger does not know this token, or the API address is somebody else's",
                "network": "cannot be reached; look at the network, the API address and the proxy",
            }.get(error.failure.value, "answers with an error; try again in a while")
            lines.append(f"{messenger.value}: {error.failure.value}; {mend}")
        finally:
            await station.link.close()
    return well, lines


async def _check_way(settings: Settings, station: Station) -> tuple[bool, str]:
    """Whether updates come as they should, as far as the messenger knows. The address holds a secret: never shown."""
    info = await station.link.call("getWebhookInfo", {})
    info = info if isinstance(info, dict) else {}
    set_to = str(info.get("url") or "")
    hook = settings.webhook
    if hook.url is None or hook.secret is None:
        if not set_to:
            return True, "updates are fetched"
        return True, f"posts to {urlsplit(set_to).hostname} as yet; run takes that away and fetches"
    _, wanted = station.profile.webhook(hook.url, hook.secret.get_secret_value())
    host = urlsplit(hook.url).hostname
    if not set_to:
        return True, f"no webhook is set as yet; run sets it to {host}"
    if set_to != wanted["url"]:
        where = urlsplit(set_to).hostname
        secret = ", with another secret or path" if where == host else ""
        return True, f"posts to {where}{secret}; run sets it to {host}"
    return _trouble(info, str(host))


def _trouble(info: dict[str, Any], host: str) -> tuple[bool, str]:
    told = f"posts to {host}"
    pending = info.get("pending_update_count")
    if isinstance(pending, int):
        told += f", {pending} updates wait"
    last, said = info.get("last_error_date"), info.get("last_error_message")
    if not isinstance(last, int) or not said:
        return True, told
    at = datetime.fromtimestamp(last, UTC)
    recent = Clock().now() - at < RECENT
    told += f"; last failure {at.astimezone(TEHRAN):%Y-%m-%d %H:%M} Tehran: {masked(str(said))[:200]}"
    return not recent, f"{told}; look at the certificate, the proxy and whether run is on" if recent else told


def _check_database(settings: Settings) -> tuple[bool, list[str]]:
    wrong = readiness.fault(settings)
    if wrong is not None:
        return False, [wrong]
    engine = readiness.open_engine(settings)
    try:
        with engine.connect() as connection:
            revision = reached(connection)
            if differences(connection):
                return False, [f"database: at {revision}, yet not as it should be; run: python -m bot migrate"]
    except sa.exc.SQLAlchemyError as error:
        return False, [readiness.why_not(error, settings)]
    finally:
        engine.dispose()
    return True, [f"settings: well; database: well, at {revision}"]
