"""Every deed x role x office: allowed exactly where written here, and nowhere through an old button.

Each line says, for one deed, how far each role reaches: in its own office (o), in one below (b), in one beside (s, of
the same county or of the same kind), in one above (a), elsewhere (e) and on the country as a whole (c). A role that is
not named may nothing. The table is written a second time on purpose: a reach that is changed by mistake fails here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import sqlalchemy as sa
from sqlmodel import Session, col

from models import organisations
from models.organisations import (
    DEEDS,
    Deed,
    Hat,
    Office,
    OfficeKind,
    OrganisationProblem,
    RoleKind,
    acting,
    covers,
)
from models.reference import seed_reference
from models.values.problem import Problem
from tests.models.world import granted, person

EVERYWHERE = "o b s a e c"
WRITTEN: dict[Deed, dict[RoleKind, str]] = {
    Deed.ADD_OFFICE: {
        RoleKind.COUNTY_OFFICER: "o",
        RoleKind.PROVINCIAL_OFFICER: "o b",
        RoleKind.STATISTICS_OFFICER: "o b",
        RoleKind.OPERATOR: EVERYWHERE,
    },
    Deed.FORWARD_ACCESS: {
        RoleKind.COUNTY_OFFICER: "o",
        RoleKind.PROVINCIAL_OFFICER: "o",
        RoleKind.STATISTICS_OFFICER: "o",
    },
    Deed.ANSWER_TICKETS: {
        RoleKind.PROVINCIAL_OFFICER: "o",
        RoleKind.LIAISON: "o",
        RoleKind.STATISTICS_OFFICER: EVERYWHERE,
    },
    Deed.READ_REPORTS: {RoleKind.PROVINCIAL_OFFICER: "o", RoleKind.INSPECTOR: "o b"},
    Deed.SEE_REPORT_FIGURES: {
        RoleKind.UNION_APPROVER: "o",
        RoleKind.UNION_SECRETARY: "o",
        RoleKind.COUNTY_OFFICER: "o",
        RoleKind.PROVINCIAL_OFFICER: "o",
    },
    Deed.SETTLE_REPORTS: {RoleKind.INSPECTOR: "o b"},
    Deed.EXCHANGE_SHEETS: {
        RoleKind.UNION_APPROVER: "o",
        RoleKind.COUNTY_OFFICER: "o b",
        RoleKind.PROVINCIAL_OFFICER: "o b",
        RoleKind.STATISTICS_OFFICER: "o b",
        RoleKind.OPERATOR: EVERYWHERE,
    },
    Deed.GIVE_ROLE: {
        RoleKind.UNION_APPROVER: "o",
        RoleKind.COUNTY_OFFICER: "b",
        RoleKind.PROVINCIAL_OFFICER: "o b",
        RoleKind.CHAMBER_OFFICER: "b",
        RoleKind.INSPECTOR: "b",
        RoleKind.STATISTICS_OFFICER: "b",
        RoleKind.OPERATOR: EVERYWHERE,
    },
    Deed.LIST_MEMBERS: {RoleKind.UNION_APPROVER: "o", RoleKind.UNION_SECRETARY: "o"},
    Deed.ISSUE_CIRCULAR: {
        RoleKind.UNION_APPROVER: "o",
        RoleKind.UNION_SECRETARY: "o",
        RoleKind.COUNTY_OFFICER: "o b",
        RoleKind.PROVINCIAL_OFFICER: "o b",
        RoleKind.CHAMBER_OFFICER: "o b s",
        RoleKind.COMMISSION_SECRETARY: "o s",
        RoleKind.STATISTICS_OFFICER: "o b",
        RoleKind.OPERATOR: EVERYWHERE,
    },
    Deed.LIFT_CONFLICT: {RoleKind.COUNTY_OFFICER: "b"},
    Deed.LOOK_UP_UNIT: {RoleKind.ORDER_EXPERT: "o b"},
    Deed.OPEN_ACCESS: {RoleKind.STATISTICS_OFFICER: "o"},
    Deed.PASS_ON: {
        RoleKind.UNION_APPROVER: "o",
        RoleKind.UNION_SECRETARY: "o",
        RoleKind.COUNTY_OFFICER: "o",
        RoleKind.PROVINCIAL_OFFICER: "o",
        RoleKind.CHAMBER_OFFICER: "o",
        RoleKind.COMMISSION_SECRETARY: "o",
    },
    Deed.PLAN_CAMPAIGN: {RoleKind.PROVINCIAL_OFFICER: "o"},
    Deed.RECORD_CHAMBER_LETTER: {RoleKind.CHAMBER_OFFICER: "o", RoleKind.COUNTY_OFFICER: "o"},
    Deed.RECORD_SESSION: {RoleKind.COMMISSION_SECRETARY: "o", RoleKind.COUNTY_OFFICER: "o"},
    Deed.REQUEST_ACCESS: {RoleKind.UNION_APPROVER: "o", RoleKind.UNION_SECRETARY: "o"},
    Deed.NAME_STAND_IN: dict.fromkeys(RoleKind, "o"),
    Deed.REVIEW: {RoleKind.UNION_APPROVER: "o"},
    Deed.SEE_ACCESS: {
        RoleKind.UNION_APPROVER: "o",
        RoleKind.UNION_SECRETARY: "o",
        RoleKind.COUNTY_OFFICER: "o b",
        RoleKind.PROVINCIAL_OFFICER: "o b",
        RoleKind.LIAISON: "o b",
        RoleKind.STATISTICS_OFFICER: "o b",
        RoleKind.OPERATOR: EVERYWHERE,
    },
    Deed.SEE_COMMISSIONS: {
        RoleKind.COMMISSION_SECRETARY: "o",
        RoleKind.CHAMBER_OFFICER: "o b",
        RoleKind.COUNTY_OFFICER: "o",
        RoleKind.PROVINCIAL_OFFICER: "o b",
        RoleKind.LIAISON: "o b",
        RoleKind.OBSERVER: "o b",
        RoleKind.STATISTICS_OFFICER: "o b",
        RoleKind.OPERATOR: EVERYWHERE,
    },
    Deed.SEE_COVERAGE: {
        RoleKind.UNION_APPROVER: "o",
        RoleKind.UNION_SECRETARY: "o",
        RoleKind.CHAMBER_OFFICER: "o b s",
        RoleKind.COUNTY_OFFICER: "o b",
        RoleKind.PROVINCIAL_OFFICER: "o b",
        RoleKind.LIAISON: "o b",
        RoleKind.OBSERVER: "o b",
        RoleKind.STATISTICS_OFFICER: "o b",
        RoleKind.OPERATOR: EVERYWHERE,
    },
    Deed.SEE_MISSING: {
        RoleKind.UNION_APPROVER: "o",
        RoleKind.UNION_SECRETARY: "o",
        RoleKind.COUNTY_OFFICER: "o b",
    },
    Deed.REVIEW_IN_PLACE: {RoleKind.COUNTY_OFFICER: "b", RoleKind.PROVINCIAL_OFFICER: "b"},
    Deed.SEE_OFFICES: {
        RoleKind.UNION_APPROVER: "o",
        RoleKind.COUNTY_OFFICER: "o b",
        RoleKind.PROVINCIAL_OFFICER: "o b",
        RoleKind.LIAISON: "o b",
        RoleKind.CHAMBER_OFFICER: "o b s",
        RoleKind.INSPECTOR: "o b",
        RoleKind.STATISTICS_OFFICER: "o b",
        RoleKind.OPERATOR: EVERYWHERE,
    },
    Deed.SEE_ROLE: dict.fromkeys(RoleKind, "o"),
    Deed.SET_RULE: {
        RoleKind.PROVINCIAL_OFFICER: "o b",
        RoleKind.STATISTICS_OFFICER: EVERYWHERE,
        RoleKind.OPERATOR: EVERYWHERE,
    },
}


def tree(session: Session) -> dict[str, int]:
    """Two provinces with two counties each; in each county two unions, a chamber and a commission."""
    seed_reference(session)
    ids = {one.kind.value: one.id for kind in OfficeKind for one in organisations.offices(session, kind)}
    names = {one.name: one.id for one in organisations.provinces(session)}
    for province, name in (("near", "کرمان"), ("far", "جنوب کرمان")):
        ids[province] = names[name]
        for county in ("a", "b"):
            where = f"{province}/{county}"
            made = organisations.add_office(session, OfficeKind.COUNTY, f"شهرستان {county}", ids[province])
            ids[where] = granted(made).id
            for kind, number in (
                (OfficeKind.UNION, 1),
                (OfficeKind.UNION, 2),
                (OfficeKind.CHAMBER, 1),
                (OfficeKind.COMMISSION, 1),
            ):
                named = organisations.add_office(session, kind, f"{kind.value} {number}", ids[where])
                ids[f"{where}/{kind.value}{number}"] = granted(named).id
    return ids


SEATS: dict[RoleKind, tuple[str, ...]] = {
    RoleKind.UNION_APPROVER: ("near/a/union1",),
    RoleKind.UNION_SECRETARY: ("near/a/union1",),
    RoleKind.COUNTY_OFFICER: ("near/a",),
    RoleKind.PROVINCIAL_OFFICER: ("near",),
    RoleKind.LIAISON: ("near",),
    RoleKind.STATISTICS_OFFICER: ("statistics-office",),
    RoleKind.ORDER_EXPERT: ("near",),
    RoleKind.CHAMBER_OFFICER: ("near/a/chamber1", "iran-chamber"),
    RoleKind.COMMISSION_SECRETARY: ("near/a/commission1",),
    RoleKind.INSPECTOR: ("near", "inspection-office"),
    RoleKind.OBSERVER: ("near", "domestic-commerce", "import-export-office"),
    RoleKind.OPERATOR: ("guild-centre", "statistics-office"),
}
_NATIONAL = ("guild-centre", "statistics-office", "import-export-office", "inspection-office", "iran-chamber")


def _relation(seat: str, place: str) -> str:
    """What the place is to the seat."""
    if seat == place:
        return "o"
    if seat.partition("/")[0] not in ("near", "far"):
        return "e" if place in _NATIONAL or place == "domestic-commerce" else "b"
    if place.startswith(f"{seat}/"):
        return "b"
    if seat.startswith(f"{place}/") or place in _NATIONAL:
        return "a"
    if seat.count("/") == 2 and place.count("/") == 2 and seat.rpartition("/")[0] == place.rpartition("/")[0]:
        return "s"
    return "e"


def sitting(session: Session, ids: dict[str, int]) -> list[tuple[str, Hat]]:
    hats, number = [], 1000
    for kind, seats in SEATS.items():
        for seat in seats:
            number += 1
            hats.append((seat, granted(organisations.grant(session, person(session, number), kind, ids[seat]))))
    return hats


def test_every_deed_is_written_here() -> None:
    assert set(WRITTEN) == set(DEEDS) == set(Deed)
    assert set(RoleKind) == set(SEATS)


@dataclass(frozen=True, slots=True)
class Compared:
    """How many questions were asked of the table, how many of them were answered with yes, and which differ."""

    asked: int
    allowed: int
    wrong: tuple[str, ...]


def compare(session: Session, ids: Mapping[str, int], seated: Sequence[tuple[str, Hat]]) -> Compared:
    """Every deed of every role on every office of the tree, against what is written here."""
    wrong: list[str] = []
    asked = allowed = 0
    for (seat, hat), deed in product(seated, Deed):
        written = WRITTEN[deed].get(hat.kind, "").split()
        for place, office_id in (*ids.items(), ("country", None)):
            if place in {"province", "county", "union", "chamber", "commission"}:
                continue  # the last of each kind, under its kind's name
            relation = "c" if office_id is None else _relation(seat, place)
            may = organisations.may(session, hat, deed, office_id)
            asked, allowed = asked + 1, allowed + may
            if may is not (relation in written):
                wrong.append(f"{deed} as {hat.kind} of {seat} on {place}")
    return Compared(asked, allowed, tuple(wrong))


def test_every_role_may_exactly_what_is_written_and_nothing_once_it_is_revoked(session: Session) -> None:
    ids = tree(session)
    seated = sitting(session, ids)
    compared = compare(session, ids, seated)
    assert compared.wrong == ()
    assert compared.asked > 2500
    granted(organisations.grant(session, person(session, 999), RoleKind.OPERATOR, ids["guild-centre"]))  # one stays
    for _, hat in seated:
        granted(organisations.revoke(session, hat.role_id))
    for (_, hat), deed in product(seated, Deed):
        refused = acting(session, hat, deed, hat.office_id)
        assert isinstance(refused, Problem)
        assert refused.code is OrganisationProblem.ROLE_NOT_YOURS


def test_lists_are_limited_by_the_same_table(session: Session) -> None:
    ids = tree(session)
    for (_, hat), deed in product(sitting(session, ids), Deed):
        listed = set(session.execute(sa.select(col(Office.id)).where(covers(hat, deed))).scalars())
        asked = {office_id for office_id in ids.values() if organisations.may(session, hat, deed, office_id)}
        assert listed & set(ids.values()) == asked, (hat.kind, deed)
