"""[parallel-taps] A hundred approve taps at once from two approvers, each on both messengers: one decision stands."""

import time
from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col, select

from models import organisations
from models.notices import Notice
from models.organisations import RoleKind
from models.people import AccountKey, Messenger, add_account
from models.reviews import Check, CheckState, Review, SubjectKind, set_check
from tests.conversations.guild import ABAN, has_month, has_unit, line, open_guild, product_ids
from tests.conversations.world import Phone, World, open_world
from tests.models.world import granted
from tests.stage import Databases, FellShortError

TAPS = 100


async def prove() -> str:
    """A registration and a month, on SQLite and on PostgreSQL. Raises FellShortError."""
    told: list[str] = []
    with Databases() as databases:
        for kind in ("sqlite", "postgresql"):
            with databases.new(kind) as url:
                async with open_world(url, Messenger.TELEGRAM) as world:
                    seconds = [await _race(world, phones, subject) for phones, subject in await _both(world)]
            told.append(f"{kind}: {', '.join(f'{1000 * one:.0f} ms' for one in seconds)}")
    return f"{TAPS} taps each on a registration and a month: one decision, one notice, all answered ({'; '.join(told)})"


async def _both(world: World) -> list[tuple[list[Phone], SubjectKind]]:
    """A registration and a month before the union, and its two approvers on two phones each, at the last button."""
    azar, saba, reza = (world.phone(name) for name in ("آذر", "صبا", "رضا"))
    for phone in (azar, saba, reza):
        await world.knows(phone)
    guild = await open_guild(world, saba)
    assert reza.person_id is not None
    reza_id = reza.person_id

    def appoint(session: Session) -> None:
        granted(organisations.grant(session, reza_id, RoleKind.UNION_APPROVER, guild.union_id))

    await world.db(appoint)
    others = [await _second_phone(world, phone) for phone in (saba, reza)]
    phones = [saba, reza, *others]
    confirmed = await has_unit(world, guild, azar)
    (product,) = await product_ids(world, confirmed)
    await has_month(world, azar, confirmed, ABAN, [line(product, 1900)])
    waiting = await has_unit(world, guild, azar, title="کیف دست‌دوز آذر", confirmed=False)

    def look(session: Session) -> None:
        for check in Check:
            granted(set_check(session, guild.approver, waiting, 1, check, CheckState.HOLDS))

    await world.db(look)
    return [(phones, SubjectKind.UNIT), (phones, SubjectKind.MONTH)]


async def _second_phone(world: World, phone: Phone) -> Phone:
    other = world.phone(phone.name, messenger=world.other, number=phone.number)
    person_id = phone.person_id
    assert person_id is not None
    await world.db(add_account, AccountKey(other.messenger, other.id), person_id)
    other.local.user(other.id).started = True
    return other


async def _race(world: World, phones: Sequence[Phone], kind: SubjectKind) -> float:
    pile, approve = ("ثبت‌نام‌ها", "تأیید ثبت‌نام") if kind is SubjectKind.UNIT else ("آمار ماهانه", "تأیید آمار")
    decided, told = await world.db(_counts, kind)
    keys = []
    for phone in phones:
        await phone.starts()
        for label in ("صندوق اتحادیه", pile, "کیف" if kind is SubjectKind.UNIT else "کفش", approve):
            await phone.taps(label)
        keys.append(phone.key_of("مدرک دیده شد"))
    began = time.monotonic()
    for number in range(TAPS):
        phone, key = phones[number % len(phones)], keys[number % len(phones)]
        phone.local.tap(phone.id, *key)
    await world.settles(60)
    seconds = time.monotonic() - began
    now_decided, now_told = await world.db(_counts, kind)
    if (now_decided - decided, now_told - told) != (1, 1):
        raise FellShortError(f"{now_decided - decided} decisions and {now_told - told} notices on a {kind.value}")
    for phone in phones:
        spinning = phone.local.unanswered_taps(phone.id)
        if spinning:
            raise FellShortError(f"{len(spinning)} taps of {phone.name} on {phone.messenger.value} were left spinning")
        if "تأیید" not in phone.text or not phone.labels:
            raise FellShortError(f"{phone.name} was not told:\n{phone.text}")
    return seconds


def _counts(session: Session, kind: SubjectKind) -> tuple[int, int]:
    """Approvals of this kind, and notices of them."""
    reviews = select(sa.func.count()).select_from(Review).where(col(Review.subject_kind) == kind)
    notices = select(sa.func.count()).select_from(Notice).where(col(Notice.kind) == f"{kind.value}-approved")
    return session.exec(reviews).one(), session.exec(notices).one()
