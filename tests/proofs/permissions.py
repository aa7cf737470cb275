"""[permissions] Every deed x role x office is allowed exactly where written; once a role is revoked, no button acts.

The second half walks the menus of each role, notes every button that names the role, takes the role back, and taps
them all: no entry in the trail, no notice, no draft, and each tap is answered.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session

from models import organisations
from models.audit import AuditEntry
from models.drafts import Draft
from models.notices import Notice
from models.organisations import Hat, RoleKind
from models.people import Messenger
from tests.conversations.world import Phone, World, open_world
from tests.models.test_permissions import SEATS, Compared, compare, sitting, tree
from tests.models.world import granted, person
from tests.stage import Databases, FellShortError

RUNS = (("sqlite", Messenger.TELEGRAM), ("postgresql", Messenger.BALE))
MOST = 60
"""Buttons noted in the menus of one role."""
_NOT_WALKED = {"h", "g", "ha", "f", "it", "cn"}
"""Home, named places, hats, forms, invitations: not of one role."""
Old = tuple[tuple[int, str], str]


async def prove() -> str:
    """The table, then the old buttons, on both databases and both messengers. Raises FellShortError."""
    told: list[str] = []
    with Databases() as databases:
        for kind, messenger in RUNS:
            with databases.new(kind) as url:
                async with open_world(url, messenger) as world:
                    told.append(f"{kind}, {messenger.value}: {await _proved(world)}")
    return "; ".join(told)


async def _proved(world: World) -> str:
    ids = await world.db(tree)

    def ask(session: Session) -> Compared:
        return compare(session, ids, sitting(session, ids))

    compared = await world.db(ask)
    if compared.wrong:
        raise FellShortError(f"{len(compared.wrong)} answers differ from what is written: {compared.wrong[:5]}")
    await world.db(_one_operator_stays, ids["guild-centre"])
    tapped, kinds = 0, set[str]()
    for kind, seats in SEATS.items():
        for seat in seats:
            phone, hat = await _seated(world, kind, ids[seat])
            old = await _walked(phone, hat)
            await world.db(organisations.revoke, hat.role_id)
            await _told(world)
            await _useless(world, phone, hat, old)
            tapped += len(old)
            kinds |= {data.partition(":")[0] for _, data in (key for key, _ in old)}
    return (
        f"{compared.asked} questions, {compared.allowed} times yes, none otherwise than written; "
        f"{tapped} old buttons of {len(kinds)} kinds did nothing"
    )


def _one_operator_stays(session: Session, office_id: int) -> None:
    granted(organisations.grant(session, person(session, 998), RoleKind.OPERATOR, office_id))


async def _seated(world: World, kind: RoleKind, office_id: int) -> tuple[Phone, Hat]:
    phone = world.phone(kind.value)
    person_id = await world.knows(phone)

    def give(session: Session) -> Hat:
        return granted(organisations.grant(session, person_id, kind, office_id))

    return phone, await world.db(give)


async def _walked(phone: Phone, hat: Hat) -> list[Old]:
    """One button of each kind and more, breadth first from the menu of the role: where it stood and what it said."""
    await phone.starts()
    noted: dict[str, Old] = {}
    waiting = _buttons(phone, hat)
    while waiting and len(noted) < MOST:
        key, label = waiting.pop(0)
        if key[1] in noted:
            continue
        noted[key[1]] = (key, label)
        if key[1].split(":")[-1] == "1" and key[1].startswith("rr:"):
            continue  # the sure one would take the role back now
        await phone.does(phone.local.tap, *key, silent=True)
        waiting += [one for one in _buttons(phone, hat) if one[0][1] not in noted]
    return list(noted.values())


def _buttons(phone: Phone, hat: Hat) -> list[Old]:
    return [
        ((phone.card.message_id, key.data), key.text)
        for row in phone.card.inline_keyboard
        for key in row
        if key.data is not None and _of_role(key.data, hat)
    ]


def _of_role(data: str, hat: Hat) -> bool:
    prefix, *fields = data.split(":")
    return prefix not in _NOT_WALKED and str(hat.role_id) in fields


async def _told(world: World) -> None:
    await world.settles()


def _written(session: Session) -> tuple[int, ...]:
    """How much is written that an act would write."""
    tables: Sequence[type[AuditEntry | Notice | Draft]] = (AuditEntry, Notice, Draft)
    return tuple(session.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() for table in tables)


async def _useless(world: World, phone: Phone, hat: Hat, old: Sequence[Old]) -> None:
    before = await world.db(_written)
    for key, label in old:
        await phone.does(phone.local.tap, *key, silent=True)
        if phone.local.unanswered_taps(phone.id):
            raise FellShortError(f"«{label}» of a revoked {hat.kind} was left spinning")
        card = next((one for one in phone.messages if one.message_id == key[0]), phone.card)
        shown = f"{card.shown} {phone.text}"
        if "نقش" not in shown:
            raise FellShortError(f"«{label}» of a revoked {hat.kind} still answers:\n{shown}")
    after = await world.db(_written)
    if before != after:
        raise FellShortError(f"old buttons of a revoked {hat.kind} wrote something: {before} {after}")
