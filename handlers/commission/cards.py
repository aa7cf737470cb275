"""What is seen of the commissions: boards, a county's card, its unions. Views only."""

from typing import Final

from handlers.buttons import OpenCommissions
from handlers.commission.taps import RecordAll, RecordLetter, RecordSession, RecordUnion, ShowUnions
from handlers.home import HOME
from handlers.screen import Button, Joined, Part, Raw, Screen, Value, Word, paired, shown
from handlers.sources import source
from models.commissions import CommissionBoard, CountyCard, CountyLine, Informed, Lack
from models.letters import IN_WRITING, cite
from models.organisations import Hat
from models.values.unions import short_name

PAGE: Final = 6
_LABEL: Final = 20


def _waiting(line: CountyLine) -> Value:
    """What a county owes, and for how long."""
    owed = shown(line.lack)
    return owed if line.days is None else Word("commission-waits", {"lack": owed, "days": line.days})


def board(worn: Hat, seen: CommissionBoard) -> Screen:
    """The counties of a province, or the provinces, each with what it owes."""
    heading = (
        Part("commission-country") if seen.office is None else Part("commission-board", {"office": seen.office.name})
    )
    counted = [
        Word("commission-counted", {"lack": shown(lack), "n": number}) for lack, number in seen.lacks.items() if number
    ]
    parts = [heading, Part("commission-why", {"source": source(cite(IN_WRITING))})]
    parts.append(
        Part("commission-counts", {"counts": Joined(tuple(counted), "joint-lines")})
        if counted
        else Part("commission-no-counties")
    )
    parts += [Part("commission-line", {"office": line.office.name, "state": _waiting(line)}) for line in seen.counties]
    parts += [
        Part("commission-province", {"office": line.office.name, "done": line.done, "counties": line.counties})
        for line in seen.provinces
    ]
    offices = [line.office for line in seen.counties] + [line.office for line in seen.provinces]
    buttons = [Button(OpenCommissions(worn.role_id, one.id), label=one.name) for one in offices]
    rows = [*paired(buttons, 2 if all(len(one.name) <= _LABEL for one in offices) else 1)]
    if seen.next is not None:
        above = 0 if seen.office is None else seen.office.id
        rows.append((Button(OpenCommissions(worn.role_id, above, seen.next), "button-next-page"),))
    back = (
        ()
        if seen.office is None or seen.office.id == worn.office_id
        else (Button(OpenCommissions(worn.role_id), "button-back"),)
    )
    return Screen(tuple(parts), (*rows, (*back, HOME)))


def card(worn: Hat, seen: CountyCard, *, top: bool) -> Screen:
    """A county's tracker card: what is owed, what was recorded, and what this role may record."""
    line, county = seen.line, seen.line.office.id
    parts = [
        Part("commission-card", {"office": line.office.name}),
        Part("commission-state", {"state": _waiting(line)}),
        *_sessions(seen),
        Part("commission-letter-none")
        if seen.letter is None
        else Part("commission-letter", {"number": Raw(seen.letter[0]), "dated": seen.letter[1]}),
        Part("commission-unions", {"informed": line.informed, "unions": line.unions}),
    ]
    rows: list[tuple[Button, ...]] = []
    if seen.records_session:
        owed = line.lack in {Lack.SESSION, Lack.POSTPONED}
        record = Button(RecordSession(worn.role_id, county, 0), "button-commission-session")
        if owed:
            rows.append((record,))
        if seen.sittings:
            mend = Button(RecordSession(worn.role_id, county, seen.sittings[0].id), "button-commission-mend")
            rows.append((mend,) if owed else (record, mend))
    if seen.records_letter and any(one.result.value != "postponed" for one in seen.sittings):
        key = "button-commission-letter" if seen.letter is None else "button-commission-letter-mend"
        button = (Button(RecordLetter(worn.role_id, county), key),)
        rows = [button, *rows] if line.lack is Lack.LETTER else [*rows, button]
    if line.unions:
        button = (Button(ShowUnions(worn.role_id, county, 0), "button-commission-unions"),)
        rows = [button, *rows] if line.lack is Lack.UNIONS else [*rows, button]
    back = () if top else (Button(OpenCommissions(worn.role_id, line.office.parent_id or 0), "button-back"),)
    return Screen(tuple(parts), (*rows, (*back, HOME)))


def _sessions(seen: CountyCard) -> list[Part]:
    if not seen.sittings:
        return [Part("commission-session-none")]
    parts = []
    for one in seen.sittings[:3]:
        values: dict[str, Value] = {"held": one.held_on, "minute": Raw(one.minute), "result": shown(one.result)}
        if one.words:
            parts.append(Part("commission-session-words", {**values, "words": one.words}))
        else:
            parts.append(Part("commission-session", values))
    return parts


def unions(worn: Hat, seen: CountyCard, page: int, *, asked: bool = False) -> Screen:
    """The county's unions, those that were not told first."""
    county = seen.line.office
    pages = max(1, -(-len(seen.unions) // PAGE))
    page = max(0, min(page, pages - 1))
    few = seen.unions[page * PAGE : (page + 1) * PAGE]
    parts = [Part("commission-unions-heading", {"office": county.name}), *(_union(one, county.name) for one in few)]
    rows: list[tuple[Button, ...]] = []
    left = seen.line.unions - seen.line.informed
    writes = seen.records_letter and seen.letter is not None
    if seen.letter is None:
        parts.append(Part("commission-letter-first"))
    if writes and left and seen.letter is not None:
        if asked:
            values: dict[str, Value] = {"n": left, "number": Raw(seen.letter[0]), "dated": seen.letter[1]}
            parts.append(Part("commission-all-sure", values))
        key = "button-commission-all-yes" if asked else "button-commission-all"
        rows.append((Button(RecordAll(worn.role_id, county.id, int(asked)), key),))
    if writes and not asked:
        named = [
            Button(RecordUnion(worn.role_id, county.id, one.union.id), label=short_name(one.union.name, county.name))
            for one in few
        ]
        rows += paired(named)
    if pages > 1 and not asked:
        following = Button(ShowUnions(worn.role_id, county.id, (page + 1) % pages), "button-next-page")
        rows.append((following,))
    back = Button(OpenCommissions(worn.role_id, county.id), "button-back")
    return Screen(tuple(parts), (*rows, (back, HOME)))


def _union(one: Informed, county: str) -> Part:
    name = short_name(one.union.name, county)
    if one.on is None or one.number is None:
        return Part("commission-union-waits", {"union": name})
    return Part("commission-union-told", {"union": name, "on": one.on, "number": Raw(one.number)})
