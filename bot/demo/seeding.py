"""Putting the demo world into a database, by the real actions, each at its own instant."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session, select

from bot.demo.access import access_acts
from bot.demo.campaign import campaign_acts
from bot.demo.cast import (
    AWAY,
    ISFAHAN,
    MISSED_UNION,
    NAMES,
    NEWCOMER,
    OFFICES,
    ROLES,
    SOUTH_KERMAN,
    STATISTICS,
    personas,
    phone_of,
)
from bot.demo.circulars import circular_acts
from bot.demo.history import Act, Life, Scene
from bot.demo.numbers import DemoError, granted
from bot.demo.troubles import troubles
from bot.demo.workshops import WORKSHOPS
from models import notices, organisations, people
from models.absences import begin_absence
from models.clock import Clock, now
from models.drafts import open_draft
from models.organisations import Hat, Office, OfficeKind, RoleKind
from models.people import AccountKey, Messenger
from models.reference import seed_reference
from models.values.jalali import JalaliMonth, tehran_date

_AWAY_DAYS: Final = 20
_MONTHS: Final = 19
"""How many months before the present one the offices open: the longest history and one more."""


def seed_demo(session: Session) -> None:
    """Make the demo world once; it ends at the session's clock. A world that is there already stays as it is.

    Nobody is owed a notice afterwards. Raises DemoError when the models refuse a part of it.
    """
    seed_reference(session)
    if session.exec(select(Office.id).where(Office.code == OFFICES[0].code)).first() is not None:
        return
    clock = session.info["clock"]
    try:
        known = _play(session, now(session))
    finally:
        session.info["clock"] = clock
    notices.withdraw_all(session, known.values(), now(session))


def _play(session: Session, opens: datetime) -> Mapping[str, int]:
    """Everything until the play begins; who is known then."""
    session.info["clock"] = Clock(JalaliMonth.of(opens).plus(-_MONTHS).starts + timedelta(hours=8))
    offices = _open_offices(session)
    known = _gather(session)
    approvers = _appoint(session, known, offices)
    scene = Scene(opens, approvers, offices, known)
    numbered = {workshop.key: number for number, workshop in enumerate(WORKSHOPS, 1)}
    acts: list[tuple[datetime, Act]] = [
        (opens - timedelta(days=5), lambda session: _miss(session, known, offices)),
        (opens - timedelta(days=1), lambda session: _leave(session, known, approvers)),
    ]
    acts += troubles(opens, known, offices[SOUTH_KERMAN])
    acts += campaign_acts(opens, known, offices)
    acts += access_acts(opens, known, offices)
    acts += circular_acts(opens, known, offices[SOUTH_KERMAN])
    for number, workshop in enumerate(WORKSHOPS, 1):
        acts += Life(scene, workshop, number, numbered[workshop.claims or workshop.key]).acts()
    for instant, act in sorted(acts, key=lambda timed: timed[0]):
        session.info["clock"] = Clock(instant)
        act(session)
    return known


def _open_offices(session: Session) -> dict[str, int]:
    """The ids of all offices by code."""
    ready = (SOUTH_KERMAN, ISFAHAN, STATISTICS)
    found = {code: session.exec(select(Office.id).where(Office.code == code)).one() for code in ready}
    for place in OFFICES:
        found[place.code] = granted(
            organisations.add_office(session, place.kind, place.name, found[place.above], place.code)
        ).id
    return found


def _gather(session: Session) -> dict[str, int]:
    """Everybody but the newcomer, by key; those on the page prove their numbers as people do."""
    accounts = {
        player.who: AccountKey(Messenger(player.persona.messenger.value), player.persona.user_id)
        for player in personas()
    }
    known: dict[str, int] = {}
    for who, name in NAMES.items():
        if who == NEWCOMER:
            continue
        phone = phone_of(who)
        if who not in accounts:
            known[who] = people.add_person(session, phone, name)
            continue
        people.add_account(session, accounts[who])
        people.prove_phone(session, accounts[who], phone, vouched=True)
        person_id = people.person_by_phone(session, phone)
        if person_id is None:
            raise DemoError("a number that was just proven is nobody's")
        people.set_name(session, person_id, name)
        known[who] = person_id
    return known


def _appoint(session: Session, known: dict[str, int], offices: dict[str, int]) -> dict[str, tuple[Hat, ...]]:
    """Give all roles; the approvers by their union's code."""
    approvers: dict[str, tuple[Hat, ...]] = {}
    for who, kind, code in ROLES:
        hat = granted(organisations.grant(session, known[who], kind, offices[code]))
        if kind is RoleKind.UNION_APPROVER:
            approvers[code] = (*approvers.get(code, ()), hat)
    return approvers


def _leave(session: Session, known: dict[str, int], approvers: dict[str, tuple[Hat, ...]]) -> None:
    absent, stand_in, union = AWAY
    away, acting = (next(hat for hat in approvers[union] if hat.person_id == known[who]) for who in (absent, stand_in))
    granted(begin_absence(session, away, tehran_date(now(session)) + timedelta(days=_AWAY_DAYS), acting.role_id))


def _miss(session: Session, known: dict[str, int], offices: dict[str, int]) -> None:
    who, county, words = MISSED_UNION
    above = organisations.lineage(session, offices[county])
    said = {office.kind.value: [office.id, office.name] for office in above}
    half = {"trade-class": "production", "person-kind": "natural", **said, "union": "missing", "union-name": words}
    open_draft(session, known[who], "registration", "", {"answers": half})
    granted(organisations.wish_for(session, known[who], OfficeKind.UNION, offices[county], words, "registration"))
