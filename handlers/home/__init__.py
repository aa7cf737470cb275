"""Home: the first hello, the proof of the phone number, the menu by role, and the way back from everywhere."""

from handlers.home.links import Links
from handlers.home.menu import home, in_place, leave_form, say_in_place
from handlers.home.routers import first_router, last_router
from handlers.home.unit import unit_page
from handlers.home.ways import EDITED, HOME

__all__ = [
    "EDITED",
    "HOME",
    "Links",
    "first_router",
    "home",
    "in_place",
    "last_router",
    "leave_form",
    "say_in_place",
    "unit_page",
]
