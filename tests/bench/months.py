"""The month's conversation as people in a loop lead it, and the workshops that they need for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from models import organisations
from models.organisations import OfficeKind, RoleKind
from models.people import AccountKey, Messenger, add_account, add_person
from models.reference import seed_reference
from models.reviews import Basis, Check, CheckState, Subject, SubjectKind, approve, set_check
from models.units import submit_registration
from models.values.ids import GuildId, LicenceNumber
from models.values.ids import Phone as PhoneNumber
from models.values.jalali import JalaliMonth
from tests.bench.people import Act
from tests.models.world import azar, granted, just_now
from tests.stage import Player, Stage

FIRST_MONTH = JalaliMonth(1370, 1)
"""The licences are old, so that there are enough months to record."""
LAST_MONTH = JalaliMonth(1405, 8)
UPDATES = 10
"""Acts of one month's conversation."""

_units: dict[int, int] = {}


async def workshops(stage: Stage, count: int) -> list[Player]:
    """So many people, each with a confirmed workshop, all of one union."""
    players = [
        stage.player(Messenger.TELEGRAM, 7000 + number, f"کس {number}", f"0913{number:07d}") for number in range(count)
    ]

    def build(session: Session) -> None:
        seed_reference(session)
        province = next(office for office in organisations.provinces(session) if office.name == "تهران")
        county = granted(organisations.add_office(session, OfficeKind.COUNTY, "ری", province.id))
        union = granted(organisations.add_office(session, OfficeKind.UNION, "اتحادیهٔ کفاشان ری", county.id))
        approver = add_person(session, PhoneNumber("09121112233"))
        hat = granted(organisations.grant(session, approver, RoleKind.UNION_APPROVER, union.id))
        for number, player in enumerate(players):
            owner = add_person(session, PhoneNumber(player.number), player.name)
            add_account(session, AccountKey(player.messenger, player.id), owner)
            stated = replace(
                azar(union.id),
                title=f"کفش دست‌دوز {number}",
                licence_number=granted(LicenceNumber.parse(f"الف/{1000 + number}")),
                guild_id=granted(GuildId.parse(f"0412{number:06d}")),
                licence_issued=FIRST_MONTH.first_day,
                licence_expires=date(2029, 5, 20),
            )
            unit = granted(submit_registration(session, owner, stated, just_now(session))).subject_id
            for check in Check:
                granted(set_check(session, hat, unit, 1, check, CheckState.HOLDS))
            granted(approve(session, hat, Subject(SubjectKind.UNIT, unit), 1, Basis.DOCUMENT_SEEN))
            _units[player.id] = unit

    await stage.prepare(build)
    await stage.prepare(_forget_notices)
    for player in players:
        player.local.user(player.id).started = True
    return players


def _forget_notices(session: Session) -> None:
    """That the workshops were confirmed is no part of the measurement."""
    from sqlalchemy import text

    session.connection().execute(text("UPDATE notices SET state = 'withdrawn'"))


def conversation(player: Player) -> Iterator[Act]:
    """One month after the other, oldest first, each in ten acts."""
    yield lambda one: one.types("/start")
    month = FIRST_MONTH
    while month <= LAST_MONTH:
        yield _opens(_units[player.id], month)
        yield _taps("بله، تولید")
        yield _types("۱۹۰۰ جفت")
        yield _taps("بله، درست است")
        yield _types("هزار و پانصد")
        yield _taps("بله، درست است")
        yield _types("۱۵۰ میلیون تومان")
        yield _taps("بله، درست است")
        yield _taps("همان ۶ نفر")
        yield _taps("ثبت نهایی آمار")
        month = month.next()


def _opens(unit: int, month: JalaliMonth) -> Act:
    def act(player: Player) -> int:
        card = next(one for one in reversed(player.messages) if one.inline_keyboard)
        return player.local.tap(player.id, card.message_id, f"mo:{unit}:{month.index}")

    return act


def _taps(label: str) -> Act:
    return lambda player: player.taps(label)


def _types(text: str) -> Act:
    return lambda player: player.types(text)
