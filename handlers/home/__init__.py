"""Home: the first hello, the proof of the phone number, the menu by role, and the way back from everywhere."""

from handlers.home.menu import home
from handlers.home.routers import first_router, last_router
from handlers.home.unit import unit_page
from handlers.home.ways import HOME

__all__ = ["HOME", "first_router", "home", "last_router", "unit_page"]
