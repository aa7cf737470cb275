"""A circular from a file on the command line: it becomes a draft of an office and its author, and is never released.

What stands against it is told all at once, and then nothing is written.
"""

import asyncio
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import Session

from bot.database import open_database
from bot.jobs import kind_of
from bot.office_work import NotDoneError, offices_named
from bot.settings import Settings
from bot.sheets.files import read_grid
from bot.sheets.operator import LANGUAGE
from bot.sheets.wording import told
from models import circulars, contents, people
from models.circulars import Audience, CircularClass, Content, Level, Passing, Question
from models.circulars.changes import Change
from models.circulars.changes import read as read_change
from models.circulars.changing import put_rule
from models.circulars.questions import Option
from models.imports.reading import written_of
from models.letters import RuleKey
from models.organisations import RoleKind
from models.units import TradeClass
from models.values.ids import Phone
from models.values.jalali import JalaliMonth, parse_date
from models.values.problem import Problem

_TEXTS: Final = ("author", "office", "number", "date", "subject", "text")
_KNOWN: Final = frozenset({*_TEXTS, "clauses", "class", "passing", "attachment", "audience", "question", "rules"})
_OF_AUDIENCE: Final = frozenset(
    {"levels", "places", "places-sheet", "roles", "trades", "registered", "month", "reported"}
)
_OF_QUESTION: Final = frozenset({"text", "options"})
_OF_OPTION: Final = frozenset({"text", "clause", "right"})
_OF_RULE: Final = frozenset({"rule", "value", "from", "clause"})
_PARTED: Final = re.compile("[,;\t]")
_SHOWN: Final = 10
_MOST_PICTURE: Final = 10 * 1024 * 1024


@dataclass(slots=True)
class _Wanted:
    """What the file says; ``places`` are offices as they are named, each with where it was named."""

    author: Phone
    office: str
    content: Content
    audience: Audience
    places: list[tuple[str, str]] = field(default_factory=list)
    attachment: tuple[str, bytes] | None = None
    question: Question | None = None
    changes: tuple[Change, ...] = ()


async def compose(settings: Settings, path: Path) -> tuple[bool, list[str]]:
    """Make a draft of a file; whether it was made, and what to tell."""
    wanted = await asyncio.to_thread(_read, path)
    if isinstance(wanted, list):
        return False, [*wanted, "Nothing is written."]
    database = open_database(settings, settings.make_clock())
    try:
        lines = await database.run(_compose, wanted)
    except NotDoneError as why:
        return False, [*str(why).split("\n"), "Nothing is written."]
    except sa.exc.SQLAlchemyError as error:
        return False, [f"the database does not answer as it should ({type(error).__name__}); run: python -m bot check"]
    finally:
        await database.close()
    return True, lines


# ---- the file ----


def _read(path: Path) -> _Wanted | list[str]:
    """What the file says, or everything that is wrong with it."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return [f"{path}: {error.strerror}"]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [f"{path}: {error}"]
    wrong = [f"{name} is missing" for name in _TEXTS if not isinstance(said.get(name), str)]
    wrong += [f"{name} is not known; known are: {', '.join(sorted(_KNOWN))}" for name in said if name not in _KNOWN]
    chosen = said.get("audience", {})
    if not isinstance(chosen, dict):
        wrong.append("audience is a table: [audience]")
        chosen = {}
    wrong += [f"audience.{name} is not known" for name in chosen if name not in _OF_AUDIENCE]
    if wrong:
        return wrong
    author, day = Phone.parse(said["author"]), parse_date(said["date"])
    if isinstance(author, Problem):
        wrong.append(f"author: {said['author']!r} is not a mobile number of Iran; it looks like 09121234567")
    if isinstance(day, Problem):
        wrong.append(f"date: {told(day, LANGUAGE)}")
    audience = _audience(chosen, wrong)
    places = [(name, "audience.places") for name in _list(chosen, "places", wrong)]
    if chosen.get("places") == []:
        wrong.append("audience.places names no office; leave it out when all below the office are meant")
    places += _sheet(path, chosen.get("places-sheet"), wrong)
    attachment = _attachment(path, said.get("attachment"), wrong)
    grade = _member(CircularClass, said.get("class", "ordinary"), "class", wrong)
    passing = _member(Passing, said.get("passing", "at-once"), "passing", wrong)
    clauses = _list(said, "clauses", wrong)
    question = _question(said.get("question"), len(clauses), wrong)
    changes = _changes(said.get("rules", []), wrong)
    if wrong or isinstance(author, Problem) or isinstance(day, Problem) or grade is None or passing is None:
        return wrong
    content = Content(said["number"], day, said["subject"], said["text"], tuple(clauses), grade, passing)
    return _Wanted(author, said["office"], content, audience, places, attachment, question, changes)


def _member(kind: Any, value: object, what: str, wrong: list[str]) -> Any:
    try:
        return kind(value)
    except ValueError:
        wrong.append(f"{what}: {value!r} is not one of: {', '.join(kind)}")
        return None


def _list(said: Mapping[str, Any], name: str, wrong: list[str]) -> list[str]:
    found = said.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        wrong.append(f"{name} is a list of texts")
        return []
    return found


def _audience(chosen: Mapping[str, Any], wrong: list[str]) -> Audience:
    def members(kind: Any, name: str) -> frozenset[Any]:
        found = [_member(kind, one, f"audience.{name}", wrong) for one in _list(chosen, name, wrong)]
        return frozenset(one for one in found if one is not None)

    registered = chosen.get("registered")
    if registered is not None and not isinstance(registered, bool):
        wrong.append("audience.registered is true or false")
    wanted = chosen.get("reported", True)
    if not isinstance(wanted, bool):
        wrong.append("audience.reported is true or false")
    elif "reported" in chosen and "month" not in chosen:
        wrong.append('audience.reported says of no month whether it was reported; name it: month = "1405/08"')
    reported = None
    if "month" in chosen:
        year, _, month = str(chosen["month"]).partition("/")
        if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12:
            reported = JalaliMonth(int(year), int(month)), wanted is True
        else:
            wrong.append(f"audience.month: {chosen['month']!r} is no month; it looks like 1405/08")
    return Audience(
        levels=members(Level, "levels"),
        roles=members(RoleKind, "roles"),
        trades=members(TradeClass, "trades"),
        registered=registered,
        reported=reported,
    )


def _sheet(path: Path, named: object, wrong: list[str]) -> list[tuple[str, str]]:
    """The offices of a sheet, one a row in its first column, without a heading; an empty row is a broken one."""
    if named is None:
        return []
    beside = path.parent / str(named)
    try:
        body = beside.read_bytes()
    except OSError as error:
        wrong.append(f"{beside}: {error.strerror}")
        return []
    if beside.suffix.lower() in {".csv", ".txt"}:
        firsts = [_PARTED.split(line, maxsplit=1)[0] for line in body.decode("utf-8-sig", "replace").splitlines()]
    else:
        grid = read_grid(body)
        if isinstance(grid, Problem):
            wrong.append(f"{beside}: {told(grid, LANGUAGE)}")
            return []
        firsts = [written_of(row[0]) if row else "" for row in grid.rows]
    found = [(first.strip(' "'), f"{named}, row {n}") for n, first in enumerate(firsts, 1)]
    if not found:
        wrong.append(f"{beside}: names no office")
    wrong += [f"{place}: names no office" for name, place in found if not name]
    return [one for one in found if one[0]]


def _tables(found: object, what: str, known: frozenset[str], wrong: list[str]) -> list[Mapping[str, Any]]:
    """A list of tables of which all names are known; empty when something is wrong with it."""
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        wrong.append(f"{what} is a list of tables: [[{what}]]")
        return []
    strange = [f"{what}.{name} is not known" for one in found for name in one if name not in known]
    strange += [f"{what}.clause is a number" for one in found if not isinstance(one.get("clause", 1), int)]
    wrong += strange
    return [] if strange else found


def _question(found: object, clauses: int, wrong: list[str]) -> Question | None:
    """The question of comprehension: its text and options, each with its clause, one of them right."""
    if found is None:
        return None
    if not isinstance(found, dict) or not isinstance(found.get("text"), str) or set(found) - _OF_QUESTION:
        wrong.append("question is a table with text and options: [question]")
        return None
    listed = _tables(found.get("options", []), "question.options", _OF_OPTION, wrong)
    if not all(isinstance(one.get("right", False), bool) for one in listed):
        wrong.append("question.options.right is true or false")
    options = [Option(str(one.get("text", "")), one.get("clause"), one.get("right") is True) for one in listed]
    read = Question.read(found["text"], options, clauses)
    if isinstance(read, Problem):
        wrong.append(f"question: {told(read, LANGUAGE)}")
        return None
    return read


def _changes(found: object, wrong: list[str]) -> tuple[Change, ...]:
    """The rules that it changes: each with its value, from which day on, and the clause that says so."""
    changes: list[Change] = []
    for place, one in enumerate(_tables(found, "rules", _OF_RULE, wrong), 1):
        key = _member(RuleKey, one.get("rule"), f"rules, {place}: rule", wrong)
        day = parse_date(str(one.get("from", "")))
        if isinstance(day, Problem):
            wrong.append(f"rules, {place}: from: {told(day, LANGUAGE)}")
        if key is None or isinstance(day, Problem):
            continue
        change = read_change(key, str(one.get("value", "")), day, one.get("clause"))
        if isinstance(change, Problem):
            wrong.append(f"rules, {place}: {told(change, LANGUAGE)}")
        else:
            changes.append(change)
    return tuple(changes)


def _attachment(path: Path, named: object, wrong: list[str]) -> tuple[str, bytes] | None:
    if named is None:
        return None
    beside = path.parent / str(named)
    try:
        size = beside.stat().st_size
        if not 0 < size <= contents.MOST_BYTES:
            wrong.append(f"{beside}: {size} bytes; at most {contents.MOST_BYTES} go through a messenger")
            return None
        body = beside.read_bytes()
    except OSError as error:
        wrong.append(f"{beside}: {error.strerror}")
        return None
    if kind_of(body) == "other":
        wrong.append(f"{beside} is neither a PDF nor a JPEG or PNG picture")
        return None
    return beside.name, body


# ---- the draft ----


def _compose(session: Session, wanted: _Wanted) -> list[str]:
    """Write the draft. Raises NotDoneError, so that nothing is kept."""
    wrong: list[str] = []
    office = _office(session, wanted.office, "office", wrong)
    within = {_office(session, name, place, wrong) for name, place in wanted.places}
    if wrong or office is None:
        rest = [f"and {len(wrong) - _SHOWN} more"] if len(wrong) > _SHOWN else []
        raise NotDoneError("\n".join((*wrong[:_SHOWN], *rest)))
    person = people.person_by_phone(session, wanted.author)
    by = None if person is None else circulars.issuing_hat(session, person, office)
    if by is None:
        raise NotDoneError("author: nobody with this number may issue circulars in this office")
    places = frozenset(one for one in within if one is not None)
    audience = Audience(
        wanted.audience.levels,
        places,
        wanted.audience.roles,
        wanted.audience.trades,
        wanted.audience.registered,
        wanted.audience.reported,
    )
    made = _done(circulars.compose(session, by, wanted.content, audience))
    if wanted.attachment is not None:
        name, body = wanted.attachment
        key = contents.keep(session, name, body, lasting=True)
        picture = kind_of(body) != "pdf" and len(body) <= _MOST_PICTURE
        _done(circulars.attach(session, by, made, None, key, picture=picture))
    for change in wanted.changes:
        _done(put_rule(session, by, made, None, change))
    if wanted.question is not None:
        _done(circulars.set_question(session, by, made, None, wanted.question))
    card = _done(circulars.desk_card(session, by, made))
    counted = circulars.count(session, card.audience)
    levels = ", ".join(f"{level.value} {number}" for level, number in counted.items()) or "nobody yet"
    return [
        f"Draft {made} of {card.office_name}: {sum(counted.values())} recipients at this moment ({levels}).",
        "Nobody is told. The author finds it at the desk, asks for its release, and a second person releases it.",
    ]


def _office(session: Session, named: str, what: str, wrong: list[str]) -> int | None:
    found = offices_named(session, named)
    if len(found) == 1:
        return found[0].id
    if found:
        several = ", ".join(f"{office.id} ({office.kind.value})" for office in found)
        wrong.append(f"{what}: {named!r} names several offices; give the number of one: {several}")
    else:
        wrong.append(f"{what}: {named!r} names no office: give its number, code or full name")
    return None


def _done(outcome: Any) -> Any:
    if isinstance(outcome, Problem):
        raise NotDoneError(told(outcome, LANGUAGE))
    return outcome
