"""The approver's cards at their longest: every field full, everything doubtful, all of it changed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.messengers.rendering import render
from bot.words import words
from handlers.inbox.cards import month_card, month_details, unit_card, unit_details
from handlers.screen import Screen
from models.letters import Setting
from models.months import MonthMark, MonthSheet, MonthState, Reason, ReasonCode, ReasonKind, SheetLine
from models.organisations import Hat, OfficeKind, RoleKind
from models.people import Language
from models.reviews import (
    MONTH_ACTIONS,
    UNIT_ACTIONS,
    Actor,
    Check,
    CheckState,
    Ground,
    InPlace,
    MonthReviewCard,
    Outcome,
    RemarkCode,
    RemarkView,
    ReviewLine,
    ReviewView,
    UnitReviewCard,
    UnitWarning,
)
from models.snapshots import Change
from models.units import ProductEntry, RegistrationField, Rival, UnitCard, UnitState
from models.values.jalali import JalaliMonth
from models.values.quantity import Measure
from tests.models.world import azar

AT = datetime(2026, 11, 27, 6, 30, tzinfo=UTC)
NAME = "ک" * 80
NOTE = "ن" * 300
HAT = Hat(10**9, 10**9, RoleKind.UNION_APPROVER, 10**9, NAME, OfficeKind.UNION)
MOST = Decimal("999999999999.999")
LIMIT = 4096
"""Characters (UTF-16 units) of a message on both messengers."""


def _last(fields: list[str], product: str | None) -> ReviewView:
    remarks = tuple(RemarkView(field, 1, product, RemarkCode.DIFFERS_FROM_DOCUMENTS, NOTE) for field in fields)
    return ReviewView(
        Outcome.RETURNED, 1, AT, NAME, None, remarks, None, None, OfficeKind.COUNTY, Ground.NO_ACCESS, NAME
    )


def _unit() -> UnitReviewCard:
    entries = tuple(ProductEntry(number, NAME, Measure.SQUARE_METRE, MOST, MOST) for number in range(1, 11))
    said = replace(azar(1), first_name=NAME, last_name=NAME, company_name=NAME, address="ن" * 400, products=entries)
    said = replace(said, licensed_since=date(2020, 5, 20))
    changes = [
        *(Change(field.value, NOTE, NOTE + "و") for field in (RegistrationField.TITLE, RegistrationField.ADDRESS)),
        *(
            Change(f"{name}:{one}", "1", str(MOST))
            for one in range(1, 11)
            for name in ("yearly-capacity", "usual-monthly")
        ),
    ]
    return UnitReviewCard(
        UnitCard(
            id=10**9,
            owner_id=1,
            title=NAME,
            state=UnitState.SUBMITTED,
            revision=9,
            receipt="BY-7K4M-92QF",
            contested=True,
            union_id=1,
            union_name=NAME,
            licence_issued=date(2024, 1, 1),
            licence_expires=date(2024, 1, 1),
            submitted_at=AT,
            decided_at=None,
        ),
        said,
        dict.fromkeys(Check, CheckState.HOLDS),
        tuple(UnitWarning),
        tuple(Rival(number, NAME, UnitState.CONFIRMED, "BY-7K4M-92QF", NAME) for number in range(9)),
        tuple(changes),
        _last(["unique-licence-id", "licence-expires", "address", "products", "union"], None),
        99,
        UNIT_ACTIONS[UnitState.SUBMITTED][Actor.APPROVER],
    )


def _month() -> MonthReviewCard:
    lines = tuple(SheetLine(one, NAME, Measure.SQUARE_METRE, MOST, MOST, 10**15 - 1) for one in range(1, 11))
    kinds = (ReasonKind.OVER_CAPACITY, ReasonKind.JUMP, ReasonKind.SOLD_OVER_STOCK)
    reasons = tuple(Reason(line.product_id, kind, ReasonCode.OTHER, NOTE) for line in lines for kind in kinds)
    sheet = MonthSheet(
        10**9,
        1,
        NAME,
        1,
        1,
        JalaliMonth(1405, 2),
        MonthState.SUBMITTED,
        9,
        lines,
        99999,
        None,
        reasons,
        True,
        True,
        "BY-7K4M-92QF",
        AT,
        None,
    )
    return MonthReviewCard(
        sheet,
        tuple(
            ReviewLine(line, MOST, MOST, tuple(one for one in reasons if one.product_id == line.product_id))
            for line in lines
        ),
        tuple(Change(f"{name}:{line.product_id}", "0", "99999999999") for line in lines for name in ("made", "sold")),
        _last(["sold-value"] * 5, NAME),
        99,
        MONTH_ACTIONS[MonthMark.SUBMITTED][Actor.APPROVER],
    )


IN_PLACE = InPlace(Ground.SILENT, NAME, 365, Setting(NAME, date(2026, 1, 1), default=False))
COUNTY = replace(HAT, kind=RoleKind.COUNTY_OFFICER, office_kind=OfficeKind.COUNTY)
SCREENS = {
    "unit in the union's place": unit_card(COUNTY, replace(_unit(), in_place=IN_PLACE)),
    "month in the union's place": month_card(COUNTY, replace(_month(), in_place=IN_PLACE)),
    "unit": unit_card(HAT, _unit()),
    "unit in full": unit_details(HAT, _unit()),
    "month": month_card(HAT, _month()),
    "month in full": month_details(HAT, _month(), 0),
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_the_longest_card_fits_a_message_and_its_buttons_the_limit(screen: Screen, language: Language) -> None:
    wire = render(screen, words(language))
    text = words(language).text(screen.parts)
    assert len(text.encode("utf-16-le")) // 2 < LIMIT, len(text)
    assert wire.text == text
    assert all(len(row) <= 2 for row in wire.rows)
    assert all(len(key["data"].encode()) <= 64 for row in wire.rows for key in row)
