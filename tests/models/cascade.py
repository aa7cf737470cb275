"""A country of which a circular goes from level to level, and a courier without a network. Names are invented."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from models import circulars, couriers, letters, notices, organisations
from models.circulars import Audience, Circular, Content, Level, Passing, compose, release
from models.clock import now
from models.couriers import Fate, Outcome
from models.letters import RuleKey
from models.notices import NoticeState
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import AccountKey, Messenger, add_account
from models.reference import seed_reference
from models.units import PersonKind, TradeClass
from models.units.records import Unit, UnitState
from models.values.jalali import tehran_date
from tests.models.world import granted, person

LADDER = Audience(frozenset({Level.PROVINCE, Level.COUNTY, Level.CHAMBER, Level.UNION, Level.UNIT}))
LETTER = Content(
    "60/400100",
    date(2019, 11, 17),
    "ثبت آمار ماهانه",
    "همهٔ واحدهای صنفی تولیدی آمار هر ماه را ثبت کنند.",
    ("هر واحد خود ثبت‌نام کند.", "آمار هر ماه تا دهم ماه بعد ثبت شود."),
)


@dataclass(frozen=True, slots=True)
class Country:
    """Two provinces: in the near one two counties with unions, in the far one a county where nobody is in office.

    Of the second county only the chamber has somebody, of its union nobody; ``units`` are owners by union.
    """

    near: int
    far: int
    rey: int
    varamin: int
    chamber: int
    shoemakers: int
    tailors: int
    carpenters: int
    author: Hat
    second: Hat
    officer: Hat
    province: Hat
    head: Hat
    county: Hat
    approver: Hat
    secretary: Hat
    units: Mapping[int, tuple[int, ...]]


def unit(session: Session, owner: int, union: int, number: int) -> None:
    """The owner has a confirmed workshop with this union."""
    at = now(session)
    session.add(
        Unit(
            owner_id=owner,
            union_id=union,
            person_kind=PersonKind.NATURAL,
            title=f"کارگاه {number}",
            trade_class=TradeClass.PRODUCTION,
            licence_issued=date(2024, 5, 20),
            licence_expires=date(2029, 5, 20),
            employees=3,
            private_sealed=b"",
            state=UnitState.CONFIRMED,
            receipt=f"BY-{number:04d}-TEST",
            first_received_at=at,
            submitted_at=at,
            judged_at=at,
            decided_at=at,
        )
    )
    session.flush()


def country(session: Session, *, each: int = 3) -> Country:
    """The country, with so many workshops in each of the three unions; everybody has an account."""
    seed_reference(session)
    places = {office.name: office.id for office in organisations.provinces(session)}
    near, far = places["تهران"], places["اصفهان"]
    (centre,) = organisations.offices(session, OfficeKind.STATISTICS_OFFICE)
    today = tehran_date(now(session))
    granted(letters.set_rule(session, None, RuleKey.TRIAL_LEAST, "1", scope_id=None, valid_from=today))
    people = 0

    def someone() -> int:
        nonlocal people
        people += 1
        found = person(session, 4000 + people)
        add_account(session, AccountKey(Messenger.TELEGRAM, 4000 + people), found)
        return found

    def place(kind: OfficeKind, name: str, above: int) -> int:
        return granted(organisations.add_office(session, kind, name, above)).id

    def hat(kind: RoleKind, office: int) -> Hat:
        return granted(organisations.grant(session, someone(), kind, office))

    rey, varamin, kashan = (
        place(OfficeKind.COUNTY, name, above) for name, above in (("ری", near), ("ورامین", near), ("کاشان", far))
    )
    shoemakers = place(OfficeKind.UNION, "اتحادیهٔ کفاشان ری", rey)
    tailors = place(OfficeKind.UNION, "اتحادیهٔ خیاطان ورامین", varamin)
    carpenters = place(OfficeKind.UNION, "اتحادیهٔ نجاران کاشان", kashan)
    chamber = place(OfficeKind.CHAMBER, "اتاق اصناف ورامین", varamin)
    units: dict[int, tuple[int, ...]] = {}
    for union in (shoemakers, tailors, carpenters):
        units[union] = tuple(someone() for _ in range(each))
        for owner in units[union]:
            unit(session, owner, union, owner)
    found = Country(
        near,
        far,
        rey,
        varamin,
        chamber,
        shoemakers,
        tailors,
        carpenters,
        author=hat(RoleKind.STATISTICS_OFFICER, centre.id),
        second=hat(RoleKind.STATISTICS_OFFICER, centre.id),
        officer=hat(RoleKind.PROVINCIAL_OFFICER, near),
        province=hat(RoleKind.PROVINCIAL_OFFICER, far),
        head=hat(RoleKind.CHAMBER_OFFICER, chamber),
        county=hat(RoleKind.COUNTY_OFFICER, rey),
        approver=hat(RoleKind.UNION_APPROVER, shoemakers),
        secretary=hat(RoleKind.UNION_SECRETARY, shoemakers),
        units=units,
    )
    session.commit()
    return found


def released(
    session: Session,
    here: Country,
    passing: Passing = Passing.BY_HAND,
    audience: Audience = LADDER,
    *,
    by: tuple[Hat, Hat] | None = None,
    content: Content = LETTER,
    **changed: object,
) -> int:
    """A circular of the national office (or of these two officers), released and planned."""
    author, second = by or (here.author, here.second)
    circular_id = granted(compose(session, author, content, audience))
    row = session.get_one(Circular, circular_id)
    row.passing = passing
    for name, value in changed.items():
        setattr(row, name, value)
    session.flush()
    granted(release(session, second, circular_id))
    whole(session, circular_id)
    session.commit()
    return circular_id


def whole(session: Session, circular_id: int) -> None:
    """Whatever the circular wants is done."""
    while circulars.tend(session, circular_id):
        pass


def goes(session: Session, circular_id: int, fate: Callable[[int], Fate] = lambda _: Fate.SENT) -> None:
    """Everybody who may be told is told: let out, sent, judged, until nothing moves."""
    lanes = (*Messenger, None)
    while circulars.feed(session, lanes, 1000):
        couriers.address(session, tuple(Messenger), 1000)
        for messenger in Messenger:
            parcels = couriers.take(session, messenger, "courier", 1000)
            notices.begin(session, [parcel.id for parcel in parcels], "courier")
            outcomes = [Outcome(one, fate(one.account_id), 7, 60.0, "test") for one in parcels]
            couriers.settle(session, outcomes, messenger)
        couriers.address(session, tuple(Messenger), 1000)
        whole(session, circular_id)
    whole(session, circular_id)
    session.commit()


def states(session: Session, circular_id: int) -> Mapping[NoticeState, int]:
    """How many rows are in which state."""
    return circulars.figures(session, circular_id)
