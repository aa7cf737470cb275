"""The choice among one's offices and units, without messenger and database."""

from datetime import UTC, date, datetime

from handlers.buttons import OpenUnit, WearHat
from handlers.home.menu import LeafHats, choose
from models.organisations import Hat, OfficeKind, RoleKind
from models.units import UnitCard, UnitState

NOW = datetime(2026, 11, 1, tzinfo=UTC)
DAY = date(2026, 11, 1)


def _unit(number: int) -> UnitCard:
    state, receipt = UnitState.CONFIRMED, f"BY-7K4M-{number:04}"
    return UnitCard(number, 1, f"کفش {number}", state, 1, receipt, False, 1, "اتحادیه", DAY, DAY, NOW, None)


def _hat(number: int) -> Hat:
    return Hat(number, 1, RoleKind.UNION_APPROVER, number, f"اتحادیهٔ {number}", OfficeKind.UNION)


def test_every_office_and_every_unit_has_a_button_on_some_page() -> None:
    worn, units = [_hat(number) for number in range(1, 10)], [_unit(number) for number in range(1, 12)]
    led: list[object] = []
    page: int | None = 0
    while page is not None:
        taps = [button.tap for row in choose(worn, units, (), page).rows for button in row]
        led += [tap for tap in taps if isinstance(tap, WearHat | OpenUnit)]
        page = next((tap.page for tap in taps if isinstance(tap, LeafHats) and tap.page > page), None)
    assert led == [*(WearHat(hat.role_id) for hat in worn), *(OpenUnit(unit.id) for unit in units)]


def test_a_page_that_is_no_more_shows_the_last() -> None:
    assert choose([], [_unit(1), _unit(2)], (), 7).rows == choose([], [_unit(1), _unit(2)], ()).rows
