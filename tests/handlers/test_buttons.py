"""Button data: what was packed comes back, what was altered does not."""

import pytest

from bot.switchboard import switchboard
from handlers.buttons import FormTap, MendMonth, OpenMonth, kinds


def test_what_was_packed_comes_back() -> None:
    for tap in (FormTap(7, 3, "pick", 0), OpenMonth(5, 16859), MendMonth(4, 1, "made", 0)):
        assert type(tap).unpack(tap.pack()) == tap


@pytest.mark.parametrize(
    "altered",
    [
        "f:7:3:pick",
        "f:7:3:pick:0:0",
        "f::3:pick:0",
        "f:seven:3:pick:0",
        "f:99999999999999999999:3:pick:0",
        "f:۷:3:pick:0",
        "f: 7:3:pick:0",
        "f:1_0:3:pick:0",
        "mo:7:3",
    ],
)
def test_what_was_altered_does_not(altered: str) -> None:
    assert FormTap.unpack(altered) is None


def test_all_rooms_have_buttons_of_their_own() -> None:
    """Two kinds of taps with one prefix fail where the second is declared: here, where all rooms meet."""
    assert {kind.prefix for kind in kinds().values()} == set(kinds())


def test_no_button_is_dead() -> None:
    """Somebody listens to every kind of tap that there is."""
    assert set(kinds()) - switchboard().kinds == set()
